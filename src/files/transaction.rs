//! All-or-nothing writing of several files.
//!
//! ```text
//! lock ─ finish an earlier write ─ compare ─ folders ─ stage ─ probe ─ journal.new ─┬─ journal ─ rename ─ journal gone
//!                     readers see the files as they were                     commit │ readers see the staged files
//! ```
//!
//! Whatever ends a writer before the commit leaves the files as they were; whatever ends it afterwards leaves the
//! journal, through which readers see the new state and which the next writer finishes.

use super::access::Access;
use super::disk::{Disk, RealDisk, place, refusal};
use super::journal::{self, Entry, Fingerprint, JOURNAL, JOURNAL_NEW, Journal, staged};
use super::lock;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

pub use super::lock::LockOptions;
pub use crate::words::writing::WriteError;

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file, relative to the root, with forward slashes.
    pub name: String,
    /// Its bytes as they were read; `None` when it did not exist.
    pub before: Option<Vec<u8>>,
    /// Its new bytes; `None` to remove it.
    pub after: Option<Vec<u8>>,
    /// For whom it is made, when it did not exist.
    pub access: Access,
}

/// Writes all changes or none. Files whose content stays are left alone, and when there is no other the lock is not
/// even taken. The root must exist; folders below it are made.
///
/// # Errors
/// When another writer holds the lock, a file was changed since it was read or cannot be replaced, or the disk
/// refuses: nothing is written. Only [`WriteError::Unfinished`] and [`WriteError::Diverged`] may come after the
/// commit: readers then see the new state, and the next writer finishes it.
pub fn commit(
    root: &Path,
    changes: &[Change],
    options: &LockOptions,
    disk: &dyn Disk,
) -> Result<(), WriteError> {
    let changes: Vec<&Change> = changes
        .iter()
        .filter(|change| change.before != change.after)
        .collect();
    if changes.is_empty() {
        return Ok(());
    }
    refuse_bad_names(&changes)?;

    let written: Vec<&str> = changes
        .iter()
        .filter(|change| change.after.is_some())
        .map(|change| &*change.name)
        .collect();
    let lock = lock::take(root, options, &written, disk)?;
    finish(root, disk).map_err(|stop| stop.into_error(true))?;
    for name in &lock.leftovers {
        disk.remove(&place(root, name))
            .map_err(|error| refusal(name, &error))?;
    }

    let mut attempt = Attempt {
        root,
        disk,
        serial: lock.serial,
        staged: Vec::new(),
        folders: Vec::new(),
    };
    if let Err(error) = attempt.up_to_commit(&changes) {
        attempt.roll_back();
        return Err(error);
    }
    finish(root, disk).map_err(|stop| stop.into_error(false))
}

/// Files whose new content is committed but not yet in place: where it lies (`None`: the file is removed).
///
/// # Errors
/// When the journal is there and cannot be read or is damaged.
pub(crate) fn committed(root: &Path) -> io::Result<BTreeMap<String, Option<PathBuf>>> {
    let Some(bytes) = RealDisk.read(&place(root, JOURNAL))? else {
        return Ok(BTreeMap::new());
    };
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, format!("{JOURNAL} is damaged"));
    let journal = Journal::parse(&bytes).ok_or_else(damaged)?;
    let lies = |entry: &Entry| (!entry.is_removal).then(|| place(root, &staged(&entry.name, journal.serial)));
    Ok(journal
        .entries
        .iter()
        .map(|entry| (entry.name.clone(), lies(entry)))
        .collect())
}

/// Refuses names that lead out of the directory, and two changes of one file.
fn refuse_bad_names(changes: &[&Change]) -> Result<(), WriteError> {
    let mut known = BTreeSet::new();
    for change in changes {
        if !journal::is_name(&change.name) || !known.insert(&change.name) {
            let name = change.name.clone();
            return Err(WriteError::BadName { name });
        }
    }
    Ok(())
}

/// The folder of a file, relative to the root; `.` when that is the root itself.
fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or(".", |(folder, _)| folder)
}

/// A write before its commit, with what has to go when it fails.
struct Attempt<'a> {
    root: &'a Path,
    disk: &'a dyn Disk,
    serial: u64,
    staged: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Attempt<'_> {
    /// Everything that can go wrong, in an order in which nothing is touched that cannot be taken back.
    fn up_to_commit(&mut self, changes: &[&Change]) -> Result<(), WriteError> {
        // 1. The files are still what the changes were made from.
        for change in changes {
            let found = self.read(&change.name)?;
            if found != change.before {
                let name = change.name.clone();
                return Err(WriteError::ChangedMeanwhile { name });
            }
        }
        // 2. The new contents lie beside their targets, safely on the disk.
        let mut touched = BTreeSet::new();
        for change in changes {
            if let Some(after) = &change.after {
                self.make_folder(folder(&change.name), &mut touched)?;
                self.stage(&change.name, after, change.access)?;
                touched.insert(folder(&change.name));
            }
        }
        for folder in touched {
            self.disk
                .sync_dir(&place(self.root, folder))
                .map_err(|error| refusal(folder, &error))?;
        }
        // 3. No target is held by a program that would keep it from being replaced.
        for change in changes.iter().filter(|change| change.before.is_some()) {
            let name = &change.name;
            self.disk
                .probe(&place(self.root, name))
                .map_err(|_| WriteError::Blocked { name: name.clone() })?;
        }
        // 4. The commit.
        self.write_journal(changes)
            .map_err(|error| refusal(JOURNAL, &error))
    }

    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, WriteError> {
        self.disk
            .read(&place(self.root, name))
            .map_err(|error| refusal(name, &error))
    }

    /// Makes a folder and those above it; the parents of new ones are noted in `touched`.
    fn make_folder<'n>(&mut self, name: &'n str, touched: &mut BTreeSet<&'n str>) -> Result<(), WriteError> {
        let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
        for end in ends.filter(|_| name != ".") {
            let path = place(self.root, &name[..end]);
            let made = self
                .disk
                .create_dir(&path)
                .map_err(|error| refusal(name, &error))?;
            if made {
                self.folders.push(path);
                touched.insert(folder(&name[..end]));
            }
        }
        Ok(())
    }

    fn stage(&mut self, name: &str, content: &[u8], access: Access) -> Result<(), WriteError> {
        let path = place(self.root, &staged(name, self.serial));
        // Noted first, because even a failed writing may leave a part.
        self.staged.push(path.clone());
        self.disk
            .write_new(&path, content, &place(self.root, name), access)
            .map_err(|error| refusal(name, &error))
    }

    fn write_journal(&self, changes: &[&Change]) -> io::Result<()> {
        let entry = |change: &&Change| Entry {
            name: change.name.clone(),
            before: change.before.as_deref().map(Fingerprint::of),
            is_removal: change.after.is_none(),
        };
        let journal = Journal {
            serial: self.serial,
            entries: changes.iter().map(entry).collect(),
        };
        let (new, path) = (place(self.root, JOURNAL_NEW), place(self.root, JOURNAL));
        let text = journal.to_text();
        self.disk
            .write_new(&new, text.as_bytes(), &path, Access::LikeFolder)?;
        self.disk.rename(&new, &path)
    }

    /// Takes everything back. What cannot be removed now is removed by the next writer.
    fn roll_back(&self) {
        // A rename over a network may be done and yet reported as failed: then the journal has to go first.
        for name in [JOURNAL, JOURNAL_NEW] {
            let _ = self.disk.remove(&place(self.root, name));
        }
        for path in &self.staged {
            let _ = self.disk.remove(path);
        }
        for path in self.folders.iter().rev() {
            let _ = self.disk.remove_dir(path);
        }
    }
}

/// Why a committed write could not be finished.
enum Stop {
    /// The disk refused, at this file.
    Disk(String, io::Error),
    /// The target is neither as the writer found it nor in place.
    Diverged(String, String),
    /// The journal cannot be read.
    Damaged,
}

impl Stop {
    /// As an error of a write that was itself committed, or that came upon an `earlier` one.
    fn into_error(self, earlier: bool) -> WriteError {
        match self {
            Stop::Disk(name, error) => {
                let reason = error.to_string();
                match earlier {
                    true => WriteError::EarlierUnfinished { name, reason },
                    false => WriteError::Unfinished { name, reason },
                }
            }
            Stop::Diverged(name, staged) => WriteError::Diverged { name, staged },
            Stop::Damaged => WriteError::JournalDamaged {
                name: JOURNAL.to_owned(),
            },
        }
    }
}

/// Puts every file of a committed write in its place and removes the journal; does nothing when there is none. It
/// may be interrupted anywhere and begun again.
fn finish(root: &Path, disk: &dyn Disk) -> Result<(), Stop> {
    let stop = |name: &str| {
        let name = name.to_owned();
        move |error| Stop::Disk(name, error)
    };
    let path = place(root, JOURNAL);
    let Some(bytes) = disk.read(&path).map_err(stop(JOURNAL))? else {
        return Ok(());
    };
    let journal = Journal::parse(&bytes).ok_or(Stop::Damaged)?;
    // The commit itself has to last before the first target changes.
    let private = folder(JOURNAL);
    disk.sync_dir(&place(root, private)).map_err(stop(JOURNAL))?;

    for entry in &journal.entries {
        let is_unchanged = disk
            .read(&place(root, &entry.name))
            .map_err(stop(&entry.name))?
            .as_deref()
            .map(Fingerprint::of)
            == entry.before;
        match entry.is_removal {
            true if is_unchanged => disk
                .remove(&place(root, &entry.name))
                .map_err(stop(&entry.name))?,
            // It is gone already, or somebody wrote it anew: his words are not thrown away.
            true => {}
            false => put_in_place(root, disk, &entry.name, journal.serial, is_unchanged)?,
        }
    }
    let folders: BTreeSet<&str> = journal.entries.iter().map(|entry| folder(&entry.name)).collect();
    for folder in folders {
        disk.sync_dir(&place(root, folder)).map_err(stop(folder))?;
    }
    disk.remove(&path).map_err(stop(JOURNAL))?;
    disk.sync_dir(&place(root, private)).map_err(stop(JOURNAL))
}

/// Renames the staged file of `name` over it, unless that was done already.
fn put_in_place(
    root: &Path,
    disk: &dyn Disk,
    name: &str,
    serial: u64,
    is_unchanged: bool,
) -> Result<(), Stop> {
    let stop = |error| Stop::Disk(name.to_owned(), error);
    let staged = staged(name, serial);
    let from = place(root, &staged);
    if !disk.exists(&from).map_err(stop)? {
        return Ok(());
    }
    if !is_unchanged {
        return Err(Stop::Diverged(name.to_owned(), staged));
    }
    disk.rename(&from, &place(root, name)).map_err(stop)
}
