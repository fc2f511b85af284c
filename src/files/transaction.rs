//! All-or-nothing writing of several files.
//!
//! ```text
//! a turn:   lock ─ finish an earlier write ─ the command reads
//! its end:  folders ─ stage ─ probe ─ journal.new ─ compare ─┬─ journal ─ rename ─ journal becomes done
//!                        readers see the files as they were  │ readers see the staged files
//! ```
//!
//! Whatever ends a writer before the commit leaves the files as they were; whatever ends it afterwards leaves the
//! journal, through which readers see the new state and which the next writer finishes. Who edits a file by hand takes no
//! turn: what he saves before the first target is in place takes the whole write back.

use super::access::{Access, is_unfit};
use super::disk::{Disk, folder, place, refusal};
use super::finish::{Stop, finish};
use super::journal::{self, Entry, Fingerprint, JOURNAL, JOURNAL_NEW, Journal, staged};
use super::lock::{self, Lock};
use super::output::is_private;
use super::undo::{self, Former};
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
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

/// A writer's turn: until it is dropped, or the process ends in any way, nobody else writes. What is read during it is
/// what is written to.
pub struct Turn<'d> {
    root: PathBuf,
    disk: &'d dyn Disk,
    lock: Lock,
    /// The file at which an earlier write was taken back, because it was interrupted and then the file edited by hand.
    pub taken_back: Option<String>,
}

impl<'d> Turn<'d> {
    /// Waits for those who write now, then finishes what an earlier writer left behind. The root must exist.
    ///
    /// # Errors
    /// When another writer holds the lock longer than the wait, or the disk refuses.
    pub fn take(root: &Path, options: &LockOptions, disk: &'d dyn Disk) -> Result<Turn<'d>, WriteError> {
        let lock = lock::take(root, options, disk)?;
        let taken_back = match finish(root, disk) {
            Ok(()) => None,
            Err(Stop::TakenBack(name)) => Some(name),
            Err(stop) => return Err(stop.into_error(true)),
        };
        for name in &lock.leftovers {
            disk.remove(&place(root, name))
                .map_err(|error| refusal(name, &error))?;
        }
        Ok(Turn {
            root: root.to_owned(),
            disk,
            lock,
            taken_back,
        })
    }

    /// Writes all changes or none; nobody else writes before the turn is dropped. Files whose content stays are left alone; folders below the root are made.
    ///
    /// # Errors
    /// When a file was changed since it was read or cannot be replaced, or the disk refuses: nothing is written. Only
    /// [`WriteError::Unfinished`] and [`WriteError::Diverged`] come after the commit: readers then see the new state, and
    /// the next writer finishes it.
    pub fn commit(&mut self, changes: &[Change]) -> Result<(), WriteError> {
        let changes = self.resolved(changes)?;
        if changes.is_empty() {
            return Ok(());
        }
        let written = changes.iter().filter(|target| target.change.after.is_some());
        let written: Vec<&str> = written.map(|target| &*target.name).collect();
        self.lock.note(&written, &self.root, self.disk)?;

        let mut attempt = Attempt {
            root: &self.root,
            disk: self.disk,
            serial: self.lock.serial(),
            staged: Vec::new(),
            folders: Vec::new(),
        };
        if let Err(error) = attempt.up_to_commit(&changes) {
            attempt.roll_back();
            return Err(error);
        }
        match finish(&self.root, self.disk) {
            Err(Stop::TakenBack(name)) => {
                attempt.roll_back();
                Err(WriteError::ChangedMeanwhile { name })
            }
            done => done.map_err(|stop| stop.into_error(false)),
        }
    }

    /// Notes what the files of a write that is done were before it, so that it can be taken back, and whether it took
    /// another back.
    pub fn remember(&self, changes: &[Change], is_undo: bool) {
        let changes = changes.iter().filter(|one| one.before != one.after);
        let former = |one: &Change| Former::of(&one.name, one.before.as_deref(), one.after.as_deref());
        let files: Vec<Former> = changes.map(former).collect();
        undo::keep(&self.root, self.disk, (self.lock.serial(), is_undo), &files);
    }

    /// The changes that change something, each with the file that a link leads to: the link stays.
    fn resolved<'c>(&self, changes: &'c [Change]) -> Result<Vec<Target<'c>>, WriteError> {
        let (mut targets, mut known) = (Vec::new(), BTreeSet::new());
        for change in changes.iter().filter(|change| change.before != change.after) {
            let bad_name = || WriteError::BadName {
                name: change.name.clone(),
            };
            if !journal::is_name(&change.name) {
                return Err(bad_name());
            }
            let name = match change.after {
                // A record that goes takes its link along, not what the link leads to.
                None => change.name.clone(),
                Some(_) => self.led(&change.name)?,
            };
            if !journal::is_name(&name) || !known.insert(name.clone()) {
                return Err(bad_name());
            }
            targets.push(Target { name, change });
        }
        Ok(targets)
    }

    /// The name that a name leads to, in the directory.
    fn led(&self, name: &str) -> Result<String, WriteError> {
        let led = self.disk.follow(&self.root, name);
        led.map_err(|error| refusal(name, &error))?
            .ok_or_else(|| WriteError::LinkLeaves {
                name: name.to_owned(),
            })
    }
}

/// A change with the file that it is made in.
struct Target<'c> {
    name: String,
    change: &'c Change,
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
    fn up_to_commit(&mut self, changes: &[Target<'_>]) -> Result<(), WriteError> {
        // 1. The new contents lie beside their targets, safely on the disk.
        let mut touched = BTreeSet::new();
        for Target { name, change } in changes {
            if let Some(after) = &change.after {
                self.make_folder(folder(name), &mut touched)?;
                self.stage(name, after, change.access)?;
                touched.insert(folder(name));
            }
        }
        for folder in touched {
            self.disk
                .sync_dir(&place(self.root, folder))
                .map_err(|error| refusal(folder, &error))?;
        }
        // 2. No target is held by a program that would keep it from being replaced.
        for Target { name, .. } in changes.iter().filter(|target| target.change.before.is_some()) {
            let name = name.clone();
            self.disk
                .probe(&place(self.root, &name))
                .map_err(|error| match error.kind() {
                    ErrorKind::NotFound => WriteError::ChangedMeanwhile { name },
                    _ => WriteError::Blocked { name },
                })?;
        }
        // 3. At the last moment the files are still what the changes were made from.
        let fails = |error| refusal(JOURNAL, &error);
        self.write_journal(changes).map_err(fails)?;
        for Target { name, change } in changes {
            if self.read(name)? != change.before {
                return Err(WriteError::ChangedMeanwhile { name: name.clone() });
            }
        }
        // 4. The commit.
        let (new, path) = (place(self.root, JOURNAL_NEW), place(self.root, JOURNAL));
        self.disk.rename(&new, &path).map_err(fails)
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
        let target = place(self.root, name);
        // What everybody could read does not stay so when names come into it.
        let like = match is_private(name) && is_unfit(&target, access) {
            true => &path,
            false => &target,
        };
        self.disk
            .write_new(&path, content, like, access)
            .map_err(|error| refusal(name, &error))
    }

    fn write_journal(&self, changes: &[Target<'_>]) -> io::Result<()> {
        let entry = |Target { name, change }: &Target<'_>| Entry {
            name: name.clone(),
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
            .write_new(&new, text.as_bytes(), &path, Access::LikeFolder)
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
