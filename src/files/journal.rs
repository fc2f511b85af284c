//! The note of a committed write: which staged file goes where.
//!
//! ```text
//! bina journal 1
//! serial 42
//! write 120:cbf29ce484222325 participation/2026-10.csv
//! write - participation/2026-11.csv
//! remove 33:84222325cbf29ce4 forums/2026-10/x.toml
//! end 3 9ae16a3b2f90404f
//! ```
//!
//! The last line counts the files and seals the text, so that half a journal is never taken for a whole one.

use super::disk::PRIVATE;

/// The journal of a committed write, relative to the root.
pub(crate) const JOURNAL: &str = ".bina/journal";

/// The journal before its commit: never read.
pub(crate) const JOURNAL_NEW: &str = ".bina/journal.new";

/// The journal of the last write that is wholly in place. With the journal, it tells readers which state they see.
pub(crate) const DONE: &str = ".bina/done";

/// The end of every staged file's name.
const STAGED: &str = ".bina-new";

const HEAD: &str = "bina journal 1\n";

/// Length and digest of a file, to see whether it was changed. Against accidents, not against forgery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    length: u64,
    digest: u64,
}

impl Fingerprint {
    /// That of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint {
            length: bytes.len() as u64,
            digest: digest(bytes),
        }
    }

    pub(super) fn to_text(self) -> String {
        format!("{}:{:016x}", self.length, self.digest)
    }

    pub(super) fn parse(text: &str) -> Option<Fingerprint> {
        let (length, digest) = text.split_once(':')?;
        Some(Fingerprint {
            length: length.parse().ok()?,
            digest: u64::from_str_radix(digest, 16).ok()?,
        })
    }
}

/// The 64-bit digest FNV-1a.
pub(super) fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What happens to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The target, relative to the root, with forward slashes.
    pub(crate) name: String,
    /// The target as the writer found it; `None` when there was none.
    pub(crate) before: Option<Fingerprint>,
    /// Whether it is removed; otherwise its staged file takes its place.
    pub(crate) is_removal: bool,
}

/// A committed write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Journal {
    /// The number of the write, part of the names of its staged files.
    pub(crate) serial: u64,
    /// The files, in the order in which they are put in place.
    pub(crate) entries: Vec<Entry>,
}

impl Journal {
    /// The text of the journal.
    pub(crate) fn to_text(&self) -> String {
        let mut text = format!("{HEAD}serial {}\n", self.serial);
        for entry in &self.entries {
            let verb = if entry.is_removal { "remove" } else { "write" };
            let before = entry.before.map_or("-".to_owned(), Fingerprint::to_text);
            text += &format!("{verb} {before} {}\n", entry.name);
        }
        let seal = digest(text.as_bytes());
        text + &format!("end {} {seal:016x}\n", self.entries.len())
    }

    /// Reads a journal; `None` when it is torn, of another version, or names a file outside the directory.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Journal> {
        let text = std::str::from_utf8(bytes).ok()?;
        let at = text.rfind("end ")?;
        let (count, seal) = text[at..]
            .strip_prefix("end ")?
            .strip_suffix('\n')?
            .split_once(' ')?;
        if u64::from_str_radix(seal, 16).ok()? != digest(&text.as_bytes()[..at]) {
            return None;
        }
        let mut lines = text[..at].strip_prefix(HEAD)?.lines();
        let serial = lines.next()?.strip_prefix("serial ")?.parse().ok()?;
        let entries: Vec<Entry> = lines.map(entry).collect::<Option<_>>()?;
        (count.parse() == Ok(entries.len())).then_some(Journal { serial, entries })
    }
}

/// Reads the line of one file.
fn entry(line: &str) -> Option<Entry> {
    let mut words = line.splitn(3, ' ');
    let (verb, before, name) = (words.next()?, words.next()?, words.next()?);
    Some(Entry {
        name: is_name(name).then(|| name.to_owned())?,
        before: match before {
            "-" => None,
            found => Some(Fingerprint::parse(found)?),
        },
        is_removal: match verb {
            "write" => false,
            "remove" => true,
            _ => return None,
        },
    })
}

/// The name of the staged file beside a target, for the write number `serial`: hidden, so that nobody reads it as a
/// record, and of its own number, so that a slow reader of an earlier journal never meets a later write's file.
pub(crate) fn staged(name: &str, serial: u64) -> String {
    let (folder, file) = match name.rsplit_once('/') {
        Some((folder, file)) => (format!("{folder}/"), file),
        None => (String::new(), name),
    };
    format!("{folder}.{file}.{serial}{STAGED}")
}

/// The name beside a target for what was to be written there, where somebody else had written meanwhile: in sight, because
/// a person has to compare the two.
pub(crate) fn aside(name: &str, serial: u64) -> String {
    format!("{name}.{serial}.bina")
}

/// Whether the name can be that of a staged file.
pub(crate) fn is_staged(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    is_name(name) && file.starts_with('.') && file.ends_with(STAGED)
}

/// Whether a name stays inside the directory and away from the private folders, on every system.
pub(crate) fn is_name(name: &str) -> bool {
    let is_foreign = |letter: char| letter.is_control() || matches!(letter, '\\' | ':');
    let is_segment = |segment: &str| {
        !matches!(segment, "" | "." | "..")
            && !segment.eq_ignore_ascii_case(PRIVATE)
            && !segment.eq_ignore_ascii_case(".git")
    };
    !name.contains(is_foreign) && name.split('/').all(is_segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Journal {
        let entry = |name: &str, before: Option<&[u8]>, is_removal| Entry {
            name: name.to_owned(),
            before: before.map(Fingerprint::of),
            is_removal,
        };
        Journal {
            serial: 42,
            entries: vec![
                entry("participation/2026-10.csv", Some(b"training,staff\n"), false),
                entry("nama dengan spasi end 1.csv", None, false),
                entry("forums/2026-10/x.toml", Some(b""), true),
            ],
        }
    }

    #[test]
    fn a_journal_is_read_back() {
        let journal = sample();
        assert_eq!(Journal::parse(journal.to_text().as_bytes()), Some(journal));
    }

    #[test]
    fn no_part_of_a_journal_is_taken_for_a_whole_one() {
        let text = sample().to_text();
        for length in 0..text.len() {
            assert_eq!(Journal::parse(&text.as_bytes()[..length]), None, "{length} bytes");
        }
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let read = Journal::parse(&bytes);
            assert!(read.is_none(), "byte {at} changed: {read:?}");
        }
    }

    #[test]
    fn a_journal_never_leads_out_of_the_directory() {
        for name in [
            "../x",
            "a/../../x",
            "/etc/x",
            "C:x",
            "a\\b",
            ".bina/lock",
            ".GIT/config",
            "",
            "a//b",
        ] {
            assert!(!is_name(name), "{name}");
            let mut journal = sample();
            journal.entries[0].name = name.to_owned();
            assert_eq!(Journal::parse(journal.to_text().as_bytes()), None, "{name}");
        }
        assert!(is_name(".gitignore") && is_name("trainings/2026-10/pelayanan-prima.toml"));
    }

    #[test]
    fn a_staged_file_is_hidden_beside_its_target() {
        let name = staged("participation/2026-10.csv", 42);
        assert_eq!(name, "participation/.2026-10.csv.42.bina-new");
        assert!(is_staged(&name) && is_staged(&staged("staff.csv", 1)));
        assert!(!is_staged("staff.csv") && !is_staged("../.staff.csv.1.bina-new"));
    }
}
