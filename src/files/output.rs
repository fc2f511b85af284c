//! Files that are no records: a report asked for with `-o`, a file that is brought in, the folder of a new directory.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// The bytes of a file.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// Makes a folder with those above it; one that is there stays.
///
/// # Errors
/// When it cannot be made.
pub fn folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

/// Writes `bytes` to `path`, whole or not at all: beside it first, then renamed over it.
///
/// # Errors
/// When the folder is missing, the file cannot be written, or it is held open by another program.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path
        .file_name()
        .ok_or(io::ErrorKind::InvalidInput)?
        .to_string_lossy()
        .into_owned();
    let beside = path.with_file_name(format!(".{name}.bina-new"));
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&beside)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
    let placed = written.and_then(|()| std::fs::rename(&beside, path));
    if placed.is_err() {
        // What is left beside helps nobody; the first failure is the one to tell.
        let _ = std::fs::remove_file(&beside);
    }
    placed
}
