//! Who may write: one at a time.
//!
//! `.bina/lock` is what the system locks. It stays empty, because on Windows nobody can read a locked file; who holds
//! the lock stands in `.bina/writer`, with the files that he stages, so that the next writer can clear up after a
//! killed one:
//!
//! ```text
//! bina writer 1
//! serial 42
//! holder bina participation add … (4711)
//! staged participation/.2026-10.csv.42.bina-new
//! ```

use super::access::Access;
use super::disk::{Disk, PRIVATE, place, refusal};
use super::journal::{is_staged, staged};
use crate::words::writing::WriteError;
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

/// What is locked, relative to the root.
const LOCK: &str = ".bina/lock";

/// Who holds the lock.
const WRITER: &str = ".bina/writer";
const WRITER_NEW: &str = ".bina/writer.new";

/// How long a waiting writer sleeps before it asks again.
const STEP: Duration = Duration::from_millis(50);

/// How the lock is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockOptions {
    /// Who asks, as another writer will be told: the command line. The number of the process is added.
    pub holder: String,
    /// How long to wait for another writer.
    pub wait: Duration,
}

impl LockOptions {
    /// A writer that waits ten seconds.
    pub fn new(holder: &str) -> LockOptions {
        LockOptions {
            holder: holder.to_owned(),
            wait: Duration::from_secs(10),
        }
    }
}

/// The lock, held until it is dropped or the process ends in any way.
#[derive(Debug)]
pub(crate) struct Lock {
    /// The number of this write, higher than that of every earlier one.
    pub(crate) serial: u64,
    /// What killed writers may have left behind: relative names of staged files.
    pub(crate) leftovers: Vec<String>,
    /// The system frees the lock when the file is closed.
    _file: File,
}

/// What `.bina/writer` says.
#[derive(Debug, Default)]
struct Writer {
    serial: u64,
    holder: String,
    staged: Vec<String>,
}

impl Writer {
    /// Reads the file as far as it can be understood; nothing in it is needed for the records to be right.
    fn read(root: &Path, disk: &dyn Disk) -> std::io::Result<Writer> {
        let bytes = disk.read(&place(root, WRITER))?.unwrap_or_default();
        let mut writer = Writer::default();
        for line in String::from_utf8_lossy(&bytes).lines() {
            match line.split_once(' ') {
                Some(("serial", number)) => writer.serial = number.parse().unwrap_or(0),
                Some(("holder", holder)) => holder.clone_into(&mut writer.holder),
                Some(("staged", name)) if is_staged(name) => writer.staged.push(name.to_owned()),
                _ => {}
            }
        }
        Ok(writer)
    }

    fn to_text(&self) -> String {
        let mut text = format!("bina writer 1\nserial {}\nholder {}\n", self.serial, self.holder);
        for name in &self.staged {
            text += &format!("staged {name}\n");
        }
        text
    }
}

/// Takes the lock of the directory at `root` for a writer that will stage files for `names`.
///
/// # Errors
/// When another writer holds it longer than the wait, or the lock cannot be made.
pub(crate) fn take(
    root: &Path,
    options: &LockOptions,
    names: &[&str],
    disk: &dyn Disk,
) -> Result<Lock, WriteError> {
    disk.create_dir(&place(root, PRIVATE))
        .map_err(|error| refusal(PRIVATE, &error))?;
    let file = disk
        .open_lock(&place(root, LOCK))
        .map_err(|error| refusal(LOCK, &error))?;
    wait(&file, options.wait, root, disk)?;

    let failed = |error| refusal(WRITER, &error);
    let before = Writer::read(root, disk).map_err(failed)?;
    let serial = before.serial.wrapping_add(1);
    let mut leftovers = before.staged;
    leftovers.retain(|name| disk.exists(&place(root, name)).unwrap_or(true));
    let own = names.iter().map(|name| staged(name, serial));
    let now = Writer {
        serial,
        holder: holder(options),
        staged: leftovers.iter().cloned().chain(own).collect(),
    };
    // By rename, so that the list of leftovers is never half a list.
    let (new, old) = (place(root, WRITER_NEW), place(root, WRITER));
    disk.write_new(&new, now.to_text().as_bytes(), &old, Access::LikeFolder)
        .and_then(|()| disk.rename(&new, &old))
        .map_err(failed)?;
    Ok(Lock {
        serial,
        leftovers,
        _file: file,
    })
}

/// Who asks, on one line.
fn holder(options: &LockOptions) -> String {
    let command: String = options
        .holder
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    format!("{command} ({})", std::process::id())
}

/// Locks `file`, asking again until `patience` is at its end.
fn wait(file: &File, patience: Duration, root: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(refusal(LOCK, &error)),
            Err(TryLockError::WouldBlock) if waited >= patience => {
                let holder = Writer::read(root, disk).unwrap_or_default().holder;
                return Err(WriteError::Locked { holder });
            }
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(STEP);
                waited += STEP;
            }
        }
    }
}
