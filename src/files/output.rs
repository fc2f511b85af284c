//! Files that are no records: where output may go, the folder of a new directory.

use super::access::{self, Access};
use super::directory::MARKER;
use super::disk::{self, Disk, RealDisk};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of a record directory that output may go to.
pub const REPORTS: &str = "reports";

/// The folder in it that git leaves out, for what holds names.
pub const PRIVATE: &str = "reports/private";

/// The file beside one of another program, which will have its name; git leaves it out.
const BESIDE: &str = ".merge.bina-new";

/// Whether a file of a record directory lies where output with names belongs.
pub fn is_private(name: &str) -> bool {
    Path::new(name).starts_with(PRIVATE)
}

/// Makes a folder with those above it; one that is there stays.
///
/// # Errors
/// When it cannot be made.
pub fn folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Where output goes, with every link followed.
#[derive(Debug)]
pub struct Outlet {
    path: PathBuf,
    /// Whether it only passes bytes on: a pipe, a terminal, a device.
    is_stream: bool,
    /// Whether it lies in a record directory, and so below its `reports/`.
    is_within: bool,
    /// For whom the output is.
    access: Access,
}

/// Why output cannot go where it was asked for.
#[derive(Debug)]
pub enum Barred {
    /// Records lie there: in a record directory output goes below `reports/` only.
    Records,
    /// Names would stand where git takes them: in a record directory they go below `reports/private/`.
    Named,
    /// It is a link in a record directory that leads out of it, to here.
    Leaves(PathBuf),
    /// The system says so.
    System(io::Error),
}

impl From<io::Error> for Barred {
    fn from(error: io::Error) -> Barred {
        Barred::System(error)
    }
}

impl Outlet {
    /// The outlet at a path for output that is for somebody. Nothing is changed.
    ///
    /// # Errors
    /// When output must not or cannot go there.
    pub fn find(path: &Path, access: Access) -> Result<Outlet, Barred> {
        if is_stream(path) {
            return Ok(Outlet {
                path: path.to_owned(),
                is_stream: true,
                is_within: false,
                access,
            });
        }
        let name = path.file_name();
        let name = name.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let (named, path) = (disk::real(folder)?.join(name), disk::real(path)?);
        let (around, here) = (record_directory(&path), record_directory(&named));
        if here.is_some_and(|root| !path.starts_with(root)) {
            return Err(Barred::Leaves(path));
        }
        let inside = around.and_then(|root| path.strip_prefix(root).ok());
        if inside.is_some_and(|inside| !inside.starts_with(REPORTS)) {
            return Err(Barred::Records);
        }
        if access == Access::OwnerOnly && inside.is_some_and(|inside| !inside.starts_with(PRIVATE)) {
            return Err(Barred::Named);
        }
        Ok(Outlet {
            is_within: inside.is_some(),
            path,
            is_stream: false,
            access,
        })
    }

    /// Whether it lies below `reports/` of a record directory.
    pub fn is_within(&self) -> bool {
        self.is_within
    }

    /// Whether it is a pipe or a device, which holds nothing.
    pub fn is_stream(&self) -> bool {
        self.is_stream
    }

    /// Whether a file lies there, which would be replaced.
    pub fn is_there(&self) -> bool {
        !self.is_stream && self.path.exists()
    }

    /// Whether a file with other bytes lies there.
    pub fn differs(&self, bytes: &[u8]) -> bool {
        self.is_there() && fs::read(&self.path).map_or(true, |there| there != bytes)
    }

    /// Whether a file with these bytes lies there, which nobody may read for whom it is not.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        self.is_there() && !self.differs(bytes) && !access::is_unfit(&self.path, self.access)
    }

    /// Writes `bytes`: into a stream as they are; a file whole or not at all, beside it first and then renamed over it. In a
    /// record directory its folder is made.
    /// A file that is replaced keeps its mode where that fits what is written.
    ///
    /// # Errors
    /// When the folder is missing, the file cannot be written, or it is held open by another program.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        if self.is_stream {
            let mut stream = OpenOptions::new().write(true).open(&self.path)?;
            stream.write_all(bytes)?;
            return stream.flush();
        }
        if let Some(folder) = self.path.parent().filter(|_| self.is_within) {
            self::folder(folder)?;
        }
        put(&self.path, bytes, self.access)
    }

    /// Removes what lies there.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        match self.is_there() {
            true => RealDisk.remove(&self.path),
            false => Ok(()),
        }
    }

    /// Writes one of many files that are made anew and compared each time, and so need not be on the disk when it is done:
    /// whole or not at all, for whoever reads it meanwhile.
    ///
    /// # Errors
    /// When the folder is missing, the file cannot be written, or it is held open by another program.
    pub fn lay(&self, bytes: &[u8]) -> io::Result<()> {
        if self.is_stream {
            return self.write(bytes);
        }
        exchange(&self.path, self.access, |beside, like| {
            RealDisk.remove(beside)?;
            access::create(beside, like, self.access)?.write_all(bytes)
        })
    }
}

/// Writes a file whole or not at all, and waits until it is on the disk.
fn put(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    exchange(path, access, |beside, like| {
        RealDisk.write_new(beside, bytes, like, access)
    })?;
    path.parent().map_or(Ok(()), |folder| RealDisk.sync_dir(folder))
}

/// Writes a file by `write`, which is told where it goes and whose rights it has: beside it first, and then renamed over it.
fn exchange(
    path: &Path,
    access: Access,
    write: impl FnOnce(&Path, &Path) -> io::Result<()>,
) -> io::Result<()> {
    if path.exists() {
        RealDisk.probe(path)?;
    }
    let beside = path.with_file_name(format!(".{}.bina-new", std::process::id()));
    let like = if access::is_unfit(path, access) {
        &beside
    } else {
        path
    };
    let placed = write(&beside, like).and_then(|()| RealDisk.rename(&beside, path));
    if placed.is_err() {
        // What is left beside helps nobody; the first failure is the one to tell.
        let _ = RealDisk.remove(&beside);
    }
    placed
}

/// Gives a file that another program handed over its new content, whole or not at all. That program asks for one file
/// after the other, so that what an ended process left beside it is written over by the next.
///
/// # Errors
/// When it cannot be written.
pub fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_file_name(BESIDE);
    disk.write_new(&beside, bytes, path, Access::LikeFolder)?;
    disk.rename(&beside, path)
}

/// Removes a file that was written for another program.
///
/// # Errors
/// When it cannot be removed.
pub fn remove(path: &Path) -> io::Result<()> {
    RealDisk.remove(path)
}

/// Writes a program that git runs; on systems that ask for it, one that may be run.
///
/// # Errors
/// When it cannot be written.
pub fn program(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        folder(parent)?;
    }
    put(path, text.as_bytes(), Access::LikeFolder)?;
    access::let_run(path)
}

/// Whether a path names a pipe or a device.
#[cfg(unix)]
fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|known| disk::is_stream(&known))
}

/// A device has a name of its own in every folder, and lies in none.
#[cfg(not(unix))]
fn is_stream(path: &Path) -> bool {
    path.file_stem()
        .is_some_and(|name| crate::records::cell::is_device(&name.to_string_lossy().to_lowercase()))
}

/// The nearest record directory that a path with no links lies in.
fn record_directory(path: &Path) -> Option<&Path> {
    path.ancestors()
        .skip(1)
        .find(|folder| folder.join(MARKER).is_file())
}
