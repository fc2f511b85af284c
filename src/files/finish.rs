//! A committed write on its way into place, for the one who finishes it and for those who read meanwhile.

use super::disk::{Disk, RealDisk, folder, place};
use super::journal::{DONE, Entry, Fingerprint, JOURNAL, Journal, aside, staged};
use crate::words::writing::WriteError;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// Why a committed write could not be finished.
pub(super) enum Stop {
    /// The disk refused, at this file.
    Disk(String, io::Error),
    /// Somebody had changed this file and nothing was in place yet: the whole write was taken back.
    TakenBack(String),
    /// Somebody had changed this file when others were in place: what was to be written there lies aside.
    Aside(String, String),
    /// The journal cannot be read.
    Damaged,
}

impl Stop {
    /// As an error of a write that was itself committed, or that came upon an `earlier` one.
    pub(super) fn into_error(self, earlier: bool) -> WriteError {
        match self {
            Stop::Disk(name, error) => {
                let reason = error.to_string();
                match earlier {
                    true => WriteError::EarlierUnfinished { name, reason },
                    false => WriteError::Unfinished { name, reason },
                }
            }
            Stop::TakenBack(name) => WriteError::ChangedMeanwhile { name },
            Stop::Aside(name, aside) => WriteError::Diverged { name, aside },
            Stop::Damaged => WriteError::JournalDamaged {
                name: JOURNAL.to_owned(),
            },
        }
    }

    fn disk(name: &str) -> impl FnOnce(io::Error) -> Stop {
        let name = name.to_owned();
        move |error| Stop::Disk(name, error)
    }
}

/// How far the change of one file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// It is in place.
    InPlace,
    /// The file is still as the writer found it.
    Waiting,
    /// Somebody changed the file since: his words are not thrown away.
    Overtaken,
}

fn progress(root: &Path, disk: &dyn Disk, entry: &Entry, serial: u64) -> io::Result<Progress> {
    // The target is read first: when it is found unchanged and put in place right after, that shows in the staged file.
    let found = disk.read(&place(root, &entry.name))?;
    let is_in_place = match entry.is_removal {
        true => found.is_none(),
        false => !disk.exists(&place(root, &staged(&entry.name, serial)))?,
    };
    Ok(match found.as_deref().map(Fingerprint::of) == entry.before {
        _ if is_in_place => Progress::InPlace,
        true => Progress::Waiting,
        false => Progress::Overtaken,
    })
}

/// How far each file of a write has come; where a file was overtaken before any was in place, the first such file: then
/// the write is as if it had never been.
fn progresses<'j>(
    root: &Path,
    disk: &dyn Disk,
    journal: &'j Journal,
) -> io::Result<Result<Vec<(&'j Entry, Progress)>, &'j str>> {
    let progress = |entry| Ok((entry, progress(root, disk, entry, journal.serial)?));
    let all: Vec<(&Entry, Progress)> = journal.entries.iter().map(progress).collect::<io::Result<_>>()?;
    let overtaken = all.iter().find(|(_, progress)| *progress == Progress::Overtaken);
    let is_begun = all.iter().any(|(_, progress)| *progress == Progress::InPlace);
    Ok(match overtaken {
        Some((entry, _)) if !is_begun => Err(&entry.name),
        _ => Ok(all),
    })
}

/// What readers see: which write was the last, and where files lie that are not yet in place (`None`: removed).
#[derive(Debug)]
pub(crate) struct Sight {
    pub(crate) moment: Moment,
    pub(crate) overlay: BTreeMap<String, Option<PathBuf>>,
}

/// Which write of a directory was the last: as long as it is the same, all files are of one state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment(Option<Vec<u8>>);

impl Moment {
    /// The last write of the directory at `root`.
    ///
    /// # Errors
    /// When what it left cannot be read.
    pub fn of(root: &Path) -> io::Result<Moment> {
        // In this order: a write that is finished in between shows in the second.
        let journal = RealDisk.read(&place(root, JOURNAL))?;
        Ok(Moment(match journal {
            None => RealDisk.read(&place(root, DONE))?,
            committed => committed,
        }))
    }
}

/// What readers of the directory at `root` see now.
///
/// # Errors
/// When the journal is there and cannot be read or is damaged.
pub(crate) fn sight(root: &Path) -> io::Result<Sight> {
    let Some(bytes) = RealDisk.read(&place(root, JOURNAL))? else {
        // A write that is committed right now is not seen, and its end shows in the moment.
        let moment = Moment(RealDisk.read(&place(root, DONE))?);
        let overlay = BTreeMap::new();
        return Ok(Sight { moment, overlay });
    };
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, format!("{JOURNAL} is damaged"));
    let journal = Journal::parse(&bytes).ok_or_else(damaged)?;
    let lies = |entry: &Entry| (!entry.is_removal).then(|| place(root, &staged(&entry.name, journal.serial)));
    let progresses = progresses(root, &RealDisk, &journal)?.unwrap_or_default();
    let waiting = progresses
        .into_iter()
        .filter(|(_, progress)| *progress == Progress::Waiting);
    Ok(Sight {
        overlay: waiting
            .map(|(entry, _)| (entry.name.clone(), lies(entry)))
            .collect(),
        moment: Moment(Some(bytes)),
    })
}

/// Puts every file of a committed write in its place and lays its journal by; does nothing when there is none. It may
/// be interrupted anywhere and begun again.
pub(super) fn finish(root: &Path, disk: &dyn Disk) -> Result<(), Stop> {
    let path = place(root, JOURNAL);
    let Some(bytes) = disk.read(&path).map_err(Stop::disk(JOURNAL))? else {
        return Ok(());
    };
    let journal = Journal::parse(&bytes).ok_or(Stop::Damaged)?;
    let private = || disk.sync_dir(&place(root, folder(JOURNAL)));
    // The commit itself has to last before the first target changes.
    private().map_err(Stop::disk(JOURNAL))?;

    let progresses = match progresses(root, disk, &journal).map_err(Stop::disk(JOURNAL))? {
        Ok(progresses) => progresses,
        Err(name) => {
            take_back(root, disk, &journal).map_err(Stop::disk(name))?;
            return Err(Stop::TakenBack(name.to_owned()));
        }
    };
    let mut laid_aside = None;
    for (entry, progress) in progresses {
        let name = &entry.name;
        if progress != Progress::InPlace {
            let aside = put_in_place(root, disk, entry, journal.serial).map_err(Stop::disk(name))?;
            laid_aside = aside.map(|aside| (name.clone(), aside)).or(laid_aside);
        }
    }
    let folders: BTreeSet<&str> = journal.entries.iter().map(|entry| folder(&entry.name)).collect();
    for folder in folders {
        disk.sync_dir(&place(root, folder)).map_err(Stop::disk(folder))?;
    }
    let done = disk.rename(&path, &place(root, DONE));
    done.and_then(|()| private()).map_err(Stop::disk(JOURNAL))?;
    laid_aside.map_or(Ok(()), |(name, aside)| Err(Stop::Aside(name, aside)))
}

/// Puts one file in its place. Where somebody changed it, the file beside it that holds what was to be written.
fn put_in_place(root: &Path, disk: &dyn Disk, entry: &Entry, serial: u64) -> io::Result<Option<String>> {
    let (target, lies) = (
        place(root, &entry.name),
        place(root, &staged(&entry.name, serial)),
    );
    let found = disk.read(&target)?;
    let is_overtaken = found.as_deref().map(Fingerprint::of) != entry.before;
    // What is left of a window for other hands: between this look and the rename.
    match (is_overtaken, entry.is_removal) {
        (false, true) => disk.remove(&target)?,
        (false, false) => disk.rename(&lies, &target)?,
        (true, true) => {}
        (true, false) => {
            let aside = aside(&entry.name, serial);
            disk.rename(&lies, &place(root, &aside))?;
            return Ok(Some(aside));
        }
    }
    Ok(None)
}

/// Takes a write back of which nothing is in place yet.
fn take_back(root: &Path, disk: &dyn Disk, journal: &Journal) -> io::Result<()> {
    disk.remove(&place(root, JOURNAL))?;
    disk.sync_dir(&place(root, folder(JOURNAL)))?;
    for entry in journal.entries.iter().filter(|entry| !entry.is_removal) {
        disk.remove(&place(root, &staged(&entry.name, journal.serial)))?;
    }
    Ok(())
}
