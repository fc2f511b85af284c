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
const STEP: Duration = Duration::from_millis(10);

/// How the lock is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockOptions {
    /// Who asks, as another writer will be told: the command line. The number of the process is added.
    pub holder: String,
    /// How long to wait for another writer.
    pub wait: Duration,
}

impl LockOptions {
    /// A writer that waits half a minute.
    pub fn new(holder: &str) -> LockOptions {
        LockOptions {
            holder: holder.to_owned(),
            wait: Duration::from_secs(30),
        }
    }
}

/// The lock, held until it is dropped or the process ends in any way.
#[derive(Debug)]
pub(crate) struct Lock {
    /// What killed writers may have left behind: relative names of staged files.
    pub(crate) leftovers: Vec<String>,
    writer: Writer,
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

    /// Writes it by rename, so that the list of staged files is never half a list.
    fn write(&self, root: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
        let (new, old) = (place(root, WRITER_NEW), place(root, WRITER));
        disk.write_new(&new, self.to_text().as_bytes(), &old, Access::LikeFolder)
            .and_then(|()| disk.rename(&new, &old))
            .map_err(|error| refusal(WRITER, &error))
    }
}

/// Takes the lock of the directory at `root`.
///
/// # Errors
/// When another writer holds it longer than the wait, or the lock cannot be made.
pub(crate) fn take(root: &Path, options: &LockOptions, disk: &dyn Disk) -> Result<Lock, WriteError> {
    disk.create_dir(&place(root, PRIVATE))
        .map_err(|error| refusal(PRIVATE, &error))?;
    let file = disk
        .open_lock(&place(root, LOCK))
        .map_err(|error| refusal(LOCK, &error))?;
    wait(&file, options.wait, root, disk)?;

    let before = Writer::read(root, disk).map_err(|error| refusal(WRITER, &error))?;
    let mut staged = before.staged;
    staged.retain(|name| disk.exists(&place(root, name)).unwrap_or(true));
    let lock = Lock {
        leftovers: staged.clone(),
        writer: Writer {
            serial: before.serial.wrapping_add(1),
            holder: holder(options),
            staged,
        },
        _file: file,
    };
    lock.writer.write(root, disk)?;
    Ok(lock)
}

impl Lock {
    /// The number of this write, higher than that of every earlier one.
    pub(crate) fn serial(&self) -> u64 {
        self.writer.serial
    }

    /// Notes the files that will be staged for `names`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn note(&mut self, names: &[&str], root: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
        let serial = self.serial();
        self.writer.staged = names.iter().map(|name| staged(name, serial)).collect();
        self.writer.write(root, disk)
    }
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
