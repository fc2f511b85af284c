//! Files that are brought in: read whole, up to a bound, and never what has no end.

use super::disk;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// How many bytes are taken at most; a list of a million rows has fewer.
const MOST: u64 = 256 << 20;

/// The bytes of a file.
///
/// # Errors
/// When it is not there, cannot be read, has too many bytes, or is a device or a pipe that the shell did not lay.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if disk::is_stream(&fs::metadata(path)?) && !is_laid_pipe(path) {
        return Err(ErrorKind::NotSeekable.into());
    }
    whole(File::open(path)?)
}

/// The files in a folder that end in a way: their names without the ending, and their bytes.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn files(folder: &Path, ending: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.and_then(|name| name.strip_suffix(ending)) {
            files.push((name.to_owned(), bytes(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Whether two paths lead to one file, by whatever links.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// Everything that comes.
///
/// # Errors
/// When it cannot be read, or is too much.
pub fn whole(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let length = reader.take(MOST + 1).read_to_end(&mut bytes)?;
    match length as u64 > MOST {
        true => Err(ErrorKind::FileTooLarge.into()),
        false => Ok(bytes),
    }
}

/// Whether a path names a pipe that a shell laid for this command, as in `<(…)`: somebody writes into it.
#[cfg(unix)]
fn is_laid_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let is_pipe = fs::metadata(path).is_ok_and(|known| known.file_type().is_fifo());
    is_pipe && (path.starts_with("/dev/fd") || path == Path::new("/dev/stdin"))
}

/// Elsewhere they have no names.
#[cfg(not(unix))]
fn is_laid_pipe(_path: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_given_up() {
        assert_eq!(whole(&b"Nama"[..]).unwrap(), b"Nama");
        let endless = whole(io::repeat(b'x')).map_err(|error| error.kind());
        assert_eq!(endless.unwrap_err(), ErrorKind::FileTooLarge);
    }
}
