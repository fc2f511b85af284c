//! The few operations of a file system that writing needs, so that tests can let any of them fail.

use super::access::{self, Access};
use crate::words::writing::WriteError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The folder for lock, journal and staged files; never a record.
pub const PRIVATE: &str = ".bina";

/// Where the file with a relative name (forward slashes) lies below `root`.
pub(crate) fn place(root: &Path, name: &str) -> PathBuf {
    let mut path = root.to_owned();
    path.extend(name.split('/'));
    path
}

/// The folder of a file, relative to the root; `.` when that is the root itself.
pub(super) fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or(".", |(folder, _)| folder)
}

/// A file system. Each method is one step between which a process may be killed.
pub trait Disk {
    /// The bytes of a file; `None` when there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// Whether something lies there.
    ///
    /// # Errors
    /// When that cannot be told.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Makes a folder whose parent exists. Whether it was made: `false` when it was there already.
    ///
    /// # Errors
    /// When it cannot be made.
    fn create_dir(&self, path: &Path) -> io::Result<bool>;

    /// Opens a file for locking; makes it when there is none and never changes its content.
    ///
    /// # Errors
    /// When it cannot be opened for writing.
    fn open_lock(&self, path: &Path) -> io::Result<File>;

    /// Writes a new file in place of a forgotten one, for those who have the file at `like`, or for whom `access` says
    /// when that is new; waits until the bytes are on the disk.
    ///
    /// # Errors
    /// When it cannot be made or written; a part of it may then lie there.
    fn write_new(&self, path: &Path, bytes: &[u8], like: &Path, access: Access) -> io::Result<()>;

    /// Asks whether an existing file may be replaced, without changing it.
    ///
    /// # Errors
    /// When it is read-only or another program keeps it from being written.
    fn probe(&self, path: &Path) -> io::Result<()>;

    /// The name of a file below `root` with its links followed; `None` when they lead out of the directory.
    ///
    /// # Errors
    /// When that cannot be told.
    fn follow(&self, root: &Path, name: &str) -> io::Result<Option<String>>;

    /// Gives a file another name; what has that name is replaced.
    ///
    /// # Errors
    /// When that is not possible; both files are then as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file; there need not be one.
    ///
    /// # Errors
    /// When it is there and cannot be removed.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    ///
    /// # Errors
    /// When it cannot be removed, for example because it is not empty.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    ///
    /// # Errors
    /// When the disk refuses.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let Some(mut file) = open(path)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        match fs::symlink_metadata(path) {
            Ok(_) => Ok(true),
            Err(error) if is_missing(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn create_dir(&self, path: &Path) -> io::Result<bool> {
        match fs::create_dir(path) {
            Ok(()) => {
                share_folder(path);
                Ok(true)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = match options.open(path) {
            // A colleague's: to lock it, reading is enough.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return File::open(path),
            opened => opened?,
        };
        path.parent().into_iter().for_each(share_folder);
        access::share(&file, path);
        Ok(file)
    }

    fn write_new(&self, path: &Path, bytes: &[u8], like: &Path, access: Access) -> io::Result<()> {
        self.remove(path)?;
        let mut file = access::create(path, like, access)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn probe(&self, path: &Path) -> io::Result<()> {
        // The super-user may open a read-only file; the mark is a wish all the same.
        if fs::metadata(path)?.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        OpenOptions::new().append(true).open(path).map(drop)
    }

    fn follow(&self, root: &Path, name: &str) -> io::Result<Option<String>> {
        let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
        let mut paths = ends.map(|end| place(root, &name[..end]));
        if !paths.any(|path| path.is_symlink()) {
            return Ok(Some(name.to_owned()));
        }
        let (root, path) = (fs::canonicalize(root)?, real(&place(root, name))?);
        let inside = path.strip_prefix(&root).ok().and_then(|inside| {
            let parts = inside.iter().map(|part| part.to_str().map(str::to_owned));
            parts.collect::<Option<Vec<String>>>()
        });
        Ok(inside.map(|parts| parts.join("/")))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if is_missing(&error) => Ok(()),
            done => done,
        }
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    #[cfg(unix)]
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some network file systems cannot do it for a folder, and need not.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    /// A folder cannot be opened as a file elsewhere; the file system's own journal keeps its names.
    #[cfg(not(unix))]
    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Whether there is simply no such file.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Shares a folder with those who may write in the one above it.
fn share_folder(path: &Path) {
    // Elsewhere than on Unix a folder cannot be opened, and need not.
    if let Ok(folder) = File::open(path) {
        access::share(&folder, path);
    }
}

/// Opens a file for reading; `None` when there is none.
///
/// # Errors
/// When it is there and cannot be opened, or is a pipe or a device: to read it could wait for ever.
pub(super) fn open(path: &Path) -> io::Result<Option<File>> {
    let opened = fs::metadata(path).and_then(|known| match is_stream(&known) {
        true => Err(ErrorKind::NotSeekable.into()),
        false => File::open(path),
    });
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether bytes only pass through it: a pipe, a terminal, a device.
pub(super) fn is_stream(known: &fs::Metadata) -> bool {
    !known.is_file() && !known.is_dir()
}

/// How many links lead on from each other before they are taken for a circle, as the system counts them.
const LINKS: usize = 40;

/// Where a path leads when every link is followed; neither file nor folder need be there.
///
/// # Errors
/// When that cannot be told, or links lead in a circle.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    follow(path, LINKS)
}

fn follow(path: &Path, links: usize) -> io::Result<PathBuf> {
    let (folder, name) = match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if folder.as_os_str().is_empty() => (Path::new("."), name),
        (Some(folder), Some(name)) => (folder, name),
        // The root of a disk, or a path that ends in `..`.
        _ => return fs::canonicalize(path),
    };
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() && links == 0 => Err(ErrorKind::InvalidInput.into()),
        Ok(found) if found.is_symlink() => follow(&folder.join(fs::read_link(path)?), links - 1),
        Ok(_) => fs::canonicalize(path),
        Err(error) if is_missing(&error) => Ok(follow(folder, links)?.join(name)),
        Err(error) => Err(error),
    }
}

/// Why a file was not written, from what the system said.
pub(crate) fn refusal(name: &str, error: &io::Error) -> WriteError {
    let name = name.to_owned();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => WriteError::NoSpace { name },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => WriteError::Denied { name },
        _ => WriteError::NotWritten {
            name,
            reason: error.to_string(),
        },
    }
}
