//! What the files of the last write were before it, so that it can be taken back.
//!
//! ```text
//! bina undo 1
//! serial 42
//! was 120 33:84222325cbf29ce4 participation/2026-10.csv
//! was - 40:cbf29ce484222325 trainings/2026-10/x.toml
//! end 2 9ae16a3b2f90404f
//! ```
//!
//! Behind the last line stand the contents, one behind the other. It is of the write whose journal is done, or of none: a
//! write that ended before it was noted here cannot be taken back, and never is another one in its place.

use super::access::Access;
use super::disk::{Disk, RealDisk, place};
use super::journal::{DONE, Fingerprint, Journal, digest, is_name};
use std::io;
use std::path::Path;

const UNDO: &str = ".bina/undo";
const UNDO_NEW: &str = ".bina/undo.new";
const HEAD: &str = "bina undo 1\n";

/// What stands behind the number of a write that took another back.
const BACK: &str = " back";

/// How many bytes are kept at most: of a larger write nothing is.
const MOST: usize = 32 * 1024 * 1024;

/// A file of the last write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The file, relative to the root.
    pub name: String,
    /// What it was before the write; `None` where there was none.
    pub before: Option<Vec<u8>>,
    /// What the write left; `None` where it removed the file.
    after: Option<Fingerprint>,
}

impl Former {
    /// A file before a write and behind it.
    pub(super) fn of(name: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Former {
        Former {
            name: name.to_owned(),
            before: before.map(<[u8]>::to_vec),
            after: after.map(Fingerprint::of),
        }
    }

    /// Whether the file is as the write left it.
    pub fn is_left(&self, now: Option<&[u8]>) -> bool {
        now.map(Fingerprint::of) == self.after
    }
}

/// Notes what the files of a write were. That this cannot be done is no failure of the write.
pub(super) fn keep(root: &Path, disk: &dyn Disk, (serial, is_undo): (u64, bool), files: &[Former]) {
    let [new, path] = [UNDO_NEW, UNDO].map(|name| place(root, name));
    let bytes = text((serial, is_undo), files);
    let kept = match bytes.len() > MOST {
        true => disk.remove(&path),
        false => disk
            .write_new(&new, &bytes, &new, Access::OwnerOnly)
            .and_then(|()| disk.rename(&new, &path)),
    };
    // What is left there is of an earlier write, and tells so by its number.
    let _ = kept;
}

fn text((serial, is_undo): (u64, bool), files: &[Former]) -> Vec<u8> {
    let back = if is_undo { BACK } else { "" };
    let mut text = format!("{HEAD}serial {serial}{back}\n");
    for file in files {
        let length = file.before.as_ref().map(|before| before.len().to_string());
        let [length, after] = [length, file.after.map(Fingerprint::to_text)];
        let [length, after] = [length, after].map(|told| told.unwrap_or("-".to_owned()));
        text += &format!("was {length} {after} {}\n", file.name);
    }
    let seal = digest(text.as_bytes());
    text += &format!("end {} {seal:016x}\n", files.len());
    let before = files.iter().filter_map(|file| file.before.as_deref());
    [text.as_bytes()]
        .into_iter()
        .chain(before)
        .collect::<Vec<_>>()
        .concat()
}

/// The last write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastWrite {
    /// Whether it took another back.
    pub is_undo: bool,
    /// Its files.
    pub files: Vec<Former>,
}

/// The last write; `None` where nobody noted it.
///
/// # Errors
/// When what was noted cannot be read.
pub fn last(root: &Path) -> io::Result<Option<LastWrite>> {
    let [kept, done] = [UNDO, DONE].map(|name| RealDisk.read(&place(root, name)));
    let done = done?.as_deref().and_then(Journal::parse);
    let found = kept?.as_deref().and_then(parse);
    let found = found.filter(|(serial, _)| done.is_some_and(|done| done.serial == *serial));
    Ok(found.map(|(_, last)| last))
}

/// The number of the write, and the write; `None` when it is torn.
fn parse(bytes: &[u8]) -> Option<(u64, LastWrite)> {
    let (mut at, mut files) = (0, Vec::new());
    let mut line = || {
        let rest = bytes.get(at..)?;
        let end = memchr::memchr(b'\n', rest)?;
        let (start, line) = (at, std::str::from_utf8(&rest[..end]).ok()?);
        at += end + 1;
        Some((start, line))
    };
    (line()?.1 == HEAD.trim_end()).then_some(())?;
    let serial = line()?.1.strip_prefix("serial ")?;
    let (serial, is_undo) = serial
        .strip_suffix(BACK)
        .map_or((serial, false), |serial| (serial, true));
    let serial = serial.parse().ok()?;
    let (end, seal) = loop {
        let (start, text) = line()?;
        match text.strip_prefix("was ") {
            Some(about) => {
                let mut words = about.splitn(3, ' ');
                files.push((words.next()?, words.next()?, words.next()?));
            }
            None => break (start, text),
        }
    };
    let expected = format!("end {} {:016x}", files.len(), digest(&bytes[..end]));
    (seal == expected).then_some(())?;
    let mut contents = bytes.get(at..)?;
    let former = |(length, after, name): (&str, &str, &str)| {
        let before = match length {
            "-" => None,
            length => {
                let (own, rest) = contents.split_at_checked(length.parse().ok()?)?;
                contents = rest;
                Some(own.to_vec())
            }
        };
        let after = match after {
            "-" => None,
            after => Some(Fingerprint::parse(after)?),
        };
        is_name(name).then(|| Former {
            name: name.to_owned(),
            before,
            after,
        })
    };
    let files = files.into_iter().map(former).collect::<Option<Vec<_>>>()?;
    contents
        .is_empty()
        .then_some((serial, LastWrite { is_undo, files }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_read_back_and_no_part_of_it() {
        let files = [
            Former::of("a b.csv", Some(b"x\nend 1 y\n"), Some(b"z")),
            Former::of("new.toml", None, Some(b"")),
            Former::of("gone.toml", Some(b"\xff"), None),
        ];
        let last = |is_undo| {
            let files = files.to_vec();
            Some((7, LastWrite { is_undo, files }))
        };
        let mut bytes = text((7, false), &files);
        assert_eq!(parse(&bytes), last(false));
        assert_eq!(parse(&text((7, true), &files)), last(true));
        assert!(files[0].is_left(Some(b"z")) && !files[0].is_left(Some(b"x")) && !files[0].is_left(None));
        assert!(files[2].is_left(None) && !files[2].is_left(Some(b"")));
        for length in 0..bytes.len() {
            assert_eq!(parse(&bytes[..length]), None, "{length}");
        }
        bytes.push(b'x');
        assert_eq!(parse(&bytes), None);
    }
}
