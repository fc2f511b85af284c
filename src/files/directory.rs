//! A record directory: names relative to its root, and the places of findings.

pub use super::disk::PRIVATE;

use super::csv::{self, RawRow, Scanned};
use super::disk::{Disk, RealDisk};
use super::finish::{self, Moment, Sight};
use super::splitter::Splitter;
use super::window::{Pieces, foreign};
use crate::diagnostic::{Findings, Origin};
use crate::records::goes_when_empty;
use crate::records::table::{Binding, Schema};
use crate::words::grounds::Grounds;
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file that marks a record directory.
pub const MARKER: &str = "bina.toml";

/// How large a document may be: more is none, and is not read for nothing.
const LARGEST_DOCUMENT: u64 = 16 * 1024 * 1024;

/// The names of files by number, and the numbers by name.
#[derive(Debug, Default)]
struct Catalogue {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
}

/// An open record directory. Reading opens files read-only and changes nothing.
#[derive(Debug)]
pub struct Directory {
    root: PathBuf,
    /// Files whose new content is committed but not yet in place: read there instead (`None`: removed).
    overlay: BTreeMap<String, Option<PathBuf>>,
    /// Which write was the last when it was opened.
    moment: Moment,
    /// Files as they would be after a change that is not written (`None`: removed).
    held: BTreeMap<String, Option<Arc<[u8]>>>,
    /// The names of files by number, as origins hold them.
    catalogue: Mutex<Catalogue>,
}

/// An open file: on the disk, or as it would be.
#[derive(Debug)]
pub enum Stream {
    /// On the disk.
    File(File),
    /// In memory.
    Held(Cursor<Arc<[u8]>>),
}

impl Pieces for Stream {
    fn read_on(&mut self, limit: u64, into: &mut Vec<u8>) -> io::Result<usize> {
        match self {
            Stream::File(file) => file.take(limit).read_to_end(into),
            Stream::Held(bytes) => bytes.take(limit).read_to_end(into),
        }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Stream::File(file) => file.read(buffer),
            Stream::Held(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Stream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Stream::File(file) => file.seek(to),
            Stream::Held(bytes) => bytes.seek(to),
        }
    }
}

impl Directory {
    /// Opens the directory at `root`. A write that was committed and then interrupted is seen as done.
    ///
    /// # Errors
    /// When the journal of such a write cannot be read.
    pub fn open(root: &Path) -> io::Result<Directory> {
        let Sight { moment, overlay } = finish::sight(root)?;
        Ok(Directory {
            root: root.to_owned(),
            overlay,
            moment,
            held: BTreeMap::new(),
            catalogue: Mutex::new(Catalogue::default()),
        })
    }

    /// The directory as it would be with files in place of those that are there (`None`: removed). Nothing is
    /// written; reading it tells whether a change is right before it is made.
    pub fn with(&self, held: BTreeMap<String, Option<Arc<[u8]>>>) -> Directory {
        Directory {
            root: self.root.clone(),
            overlay: self.overlay.clone(),
            moment: self.moment.clone(),
            held,
            catalogue: Mutex::new(Catalogue::default()),
        }
    }

    /// The root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Which write was the last when it was opened.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// Whether an interrupted write is seen as done that not all files have yet: the next write finishes it.
    pub fn is_unfinished(&self) -> bool {
        !self.overlay.is_empty()
    }

    /// The number of a file, for origins.
    pub fn number(&self, name: &str) -> u32 {
        let mut catalogue = self.catalogue();
        if let Some(number) = catalogue.numbers.get(name) {
            return *number;
        }
        let number = catalogue.names.len() as u32;
        catalogue.names.push(name.to_owned());
        catalogue.numbers.insert(name.to_owned(), number);
        number
    }

    /// The name of the file with that number.
    pub fn name(&self, number: u32) -> Option<String> {
        self.catalogue().names.get(number as usize).cloned()
    }

    /// The names of all files that were asked for, and of the folders that were listed, with a slash behind.
    pub fn read_names(&self) -> BTreeSet<String> {
        self.catalogue().names.iter().cloned().collect()
    }

    /// A poisoned lock still holds a whole catalogue: names are only ever added.
    fn catalogue(&self) -> MutexGuard<'_, Catalogue> {
        self.catalogue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a file for reading; `None` when there is none.
    ///
    /// # Errors
    /// When it is there and cannot be opened.
    pub fn open_file(&self, name: &str) -> io::Result<Option<Stream>> {
        self.number(name);
        if let Some(held) = self.held.get(name) {
            return Ok(held.clone().map(|bytes| Stream::Held(Cursor::new(bytes))));
        }
        let staged = match self.overlaid(name)? {
            Some(None) => return Ok(None),
            Some(Some(path)) => Some(path.clone()),
            None => None,
        };
        // A staged file may have been moved into place since the journal was read: then the target has its content.
        for path in staged.into_iter().chain([self.path(name)]) {
            if let Some(file) = super::disk::open(&path)? {
                return Ok(Some(Stream::File(file)));
            }
        }
        Ok(None)
    }

    /// Where a file lies whose new content is not yet in place. It is known by the name that links lead to.
    fn overlaid(&self, name: &str) -> io::Result<Option<&Option<PathBuf>>> {
        if self.overlay.is_empty() {
            return Ok(None);
        }
        if let Some(known) = self.overlay.get(name) {
            return Ok(Some(known));
        }
        let led = RealDisk.follow(&self.root, name)?;
        Ok(led.and_then(|led| self.overlay.get(&led)))
    }

    /// How many bytes a file has; 0 when there is none or it cannot be read, which reading it tells.
    pub fn size(&self, name: &str) -> u64 {
        let file = self.open_file(name).ok().flatten();
        let end = file.and_then(|mut file| file.seek(SeekFrom::End(0)).ok());
        end.unwrap_or(0)
    }

    /// Whether a file is a link to another, or lies behind one, or nobody can tell.
    pub fn is_link(&self, name: &str) -> bool {
        !RealDisk
            .follow(&self.root, name)
            .is_ok_and(|led| led.as_deref() == Some(name))
    }

    /// The bytes of a file; `None` when there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn bytes(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.bytes_within(name, u64::MAX)
    }

    /// The first bytes of a file, `most` at most.
    pub(super) fn bytes_within(&self, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(mut file) = self.open_file(name)? else {
            return Ok(None);
        };
        // A document fits here, and with a limit nobody asks the file for its size first.
        let mut bytes = Vec::with_capacity(8 * 1024);
        file.read_on(most, &mut bytes)?;
        Ok(Some(bytes))
    }

    /// The text of a file with its number; `None` when there is none or it cannot be read, which is then told.
    pub fn text(&self, name: &str, findings: &mut Findings) -> Option<(String, u32)> {
        let number = self.number(name);
        match self.bytes_within(name, LARGEST_DOCUMENT + 1) {
            Ok(None) => None,
            Ok(Some(bytes)) if bytes.len() as u64 > LARGEST_DOCUMENT => {
                let most = LARGEST_DOCUMENT;
                findings.error(Origin::whole(number), Problem::TooLarge { most });
                None
            }
            Err(error) => {
                findings.error(Origin::whole(number), Problem::unreadable(&error));
                None
            }
            Ok(Some(bytes)) => {
                if let Some(problem) = foreign(&bytes) {
                    findings.error(Origin::whole(number), problem);
                    return None;
                }
                let text = String::from_utf8(bytes);
                let text = text.map_err(|error| {
                    let at = error.utf8_error().valid_up_to() as u64;
                    findings.error(Origin::new(number, at), Problem::NotUtf8);
                });
                Some((text.ok()?, number))
            }
        }
    }

    /// Where a file lies on the disk.
    pub fn path(&self, name: &str) -> PathBuf {
        super::disk::place(&self.root, name)
    }

    /// The names in a folder (relative to it, files and folders, folders with a slash behind), sorted; none when
    /// there is no such folder. Hidden names are left out.
    ///
    /// # Errors
    /// When the folder is there and cannot be listed.
    pub fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.number(&format!("{folder}/"));
        let mut names = Vec::new();
        let entries = match std::fs::read_dir(self.path(folder)) {
            Ok(entries) => Some(entries),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                None
            }
            Err(error) => return Err(error),
        };
        for entry in entries.into_iter().flatten() {
            let entry = entry?;
            let mut name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() || (entry.file_type()?.is_symlink() && entry.path().is_dir()) {
                name.push('/');
            }
            names.push(name);
        }
        let prefix = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let staged = self.overlay.iter().map(|(name, staged)| (name, staged.is_some()));
        let held = self.held.iter().map(|(name, held)| (name, held.is_some()));
        for (name, is_there) in staged.chain(held) {
            let Some(rest) = name.strip_prefix(&prefix) else {
                continue;
            };
            let shown = rest.split_inclusive('/').next().unwrap_or(rest).to_owned();
            if shown.starts_with('.') {
                continue;
            }
            match is_there {
                true => names.push(shown),
                false => names.retain(|known| *known != shown || shown.ends_with('/')),
            }
        }
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// Reads one file of a table and hands every row to `each`; `None` when there is no such file. Everything
    /// wrong is a finding, also that the file cannot be read.
    pub fn scan(
        &self,
        table: &Schema,
        name: &str,
        findings: &mut Findings,
        each: impl FnMut(&RawRow<'_>, &mut Findings),
    ) -> Option<Scanned> {
        let number = self.number(name);
        let read = self.open_file(name).and_then(|file| match file {
            None => Ok(None),
            Some(file) => {
                let before = findings.errors();
                let seen = csv::scan(file, number, table, findings, each)?;
                let is_good = findings.errors() == before;
                if is_good && seen.rows == 0 && goes_when_empty(table) {
                    let problem = Problem::emptied(name.to_owned(), &Grounds::Month);
                    findings.error(Origin::whole(number), problem);
                }
                if seen.is_unsorted
                    && let Some(file) = self.open_file(name)?
                {
                    csv::repeated_keys(file, number, table, findings)?;
                }
                Ok(Some(seen))
            }
        });
        read.unwrap_or_else(|error| {
            findings.error(Origin::whole(number), Problem::unreadable(&error));
            None
        })
    }
}

/// The heading of a table's file as it stands, bound; `None` when there is no file or no good heading.
pub fn heading(text: &str, table: &Schema) -> Option<Binding> {
    let mut splitter = Splitter::default();
    let header = text.trim_start_matches('\u{feff}');
    let (length, _) = splitter.split(header, true)?;
    let (binding, problems) = Binding::new(table, &splitter.cells(&header[..length]));
    problems.is_empty().then_some(binding)
}
