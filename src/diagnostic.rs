//! How anything is said to be wrong: where it stands, how grave it is, and the one written form.
//!
//! It knows only `words`: not what a record is, nor how a file is opened.

mod visible;

use crate::words::{Lang, Say, as_typed, problem::Problem};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;
pub use visible::{is_hidden, is_plain, on_screen, visible};

/// Where a record or a value stands: a file by number, and a byte in it. Eight bytes, so that every row can
/// carry it; line and column are computed only when somebody asks (`files` does).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(u64);

/// The bits of an origin that hold the byte; the rest is the number of the file.
const BYTE_BITS: u32 = 40;

impl Origin {
    /// No place at all: a value that came from the command line or was computed.
    pub const NOWHERE: Origin = Origin(u64::MAX);

    /// Byte `byte` of the file with number `file`. Files over 1 TiB and more than 16 million files share an origin.
    pub fn new(file: u32, byte: u64) -> Origin {
        Origin(u64::from(file) << BYTE_BITS | (byte & ((1 << BYTE_BITS) - 1)))
    }

    /// The file as a whole, where no line is meant.
    pub fn whole(file: u32) -> Origin {
        Origin(u64::from(file) << BYTE_BITS | ((1 << BYTE_BITS) - 1))
    }

    /// Whether the file as a whole is meant.
    pub fn is_whole(self) -> bool {
        self.byte() == (1 << BYTE_BITS) - 1
    }

    /// The number of the file, as its catalogue gave it out.
    pub fn file(self) -> u32 {
        (self.0 >> BYTE_BITS) as u32
    }

    /// The byte from the beginning of the file.
    pub fn byte(self) -> u64 {
        self.0 & ((1 << BYTE_BITS) - 1)
    }
}

/// The number under which the figures of the record at an origin are asked for.
impl From<Origin> for u64 {
    fn from(origin: Origin) -> u64 {
        origin.0
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Reports and writes refuse.
    Error,
    /// Something is incomplete, odd or not canonical; reports say so and go on.
    Warning,
}

impl Severity {
    /// The word for a reader.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Severity::Error, Lang::Id) => "kesalahan",
            (Severity::Warning, Lang::Id) => "peringatan",
            (_, Lang::En) => self.code(),
        }
    }

    /// The code in data formats: `error` or `warning`, the same in both languages, for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub severity: Severity,
    /// The row or value. With `column` it is the row's beginning, without it the exact byte.
    pub origin: Origin,
    /// The column of the row that is meant, by name.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

impl Finding {
    /// The file, how grave it is, and its code: findings of one kind are counted together.
    fn kind(&self) -> (u32, Severity, String) {
        (self.origin.file(), self.severity, self.problem.code())
    }
}

/// How many findings of one kind in one file are kept; all are counted. Whoever mends these runs the check again.
pub const MOST_ALIKE: usize = 500;

/// All findings of a reading, in the order found.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    errors: usize,
    warnings: usize,
    /// How many there are of a kind in a file.
    alike: HashMap<(u32, Severity, Discriminant<Problem>), usize>,
    /// How many of them were not kept, by their code.
    more: BTreeMap<(u32, Severity, String), usize>,
    /// Whether something was read that `check` may call wrong.
    is_doubted: bool,
}

impl Findings {
    /// Nothing found yet.
    pub fn new() -> Findings {
        Findings::default()
    }

    /// Notes that what was read may be wrong by a rule of `check`, which whoever relies on it then asks. Beside the
    /// reading that costs next to nothing, and it need not be sure.
    pub fn doubt(&mut self) {
        self.is_doubted = true;
    }

    /// Whether there is an error, or a doubt.
    pub fn is_doubted(&self) -> bool {
        self.is_doubted || self.errors > 0
    }

    /// Notes an error at an exact byte.
    pub fn error(&mut self, origin: Origin, problem: Problem) {
        self.push(Finding {
            severity: Severity::Error,
            origin,
            column: None,
            problem,
        });
    }

    /// Notes a warning at an exact byte.
    pub fn warning(&mut self, origin: Origin, problem: Problem) {
        self.push(Finding {
            severity: Severity::Warning,
            origin,
            column: None,
            problem,
        });
    }

    /// Notes an error in the column `column` of the row that begins at `row`.
    pub fn error_in(&mut self, row: Origin, column: &str, problem: Problem) {
        self.push(Finding {
            severity: Severity::Error,
            origin: row,
            column: Some(column.to_owned()),
            problem,
        });
    }

    /// Notes a warning in the column `column` of the row that begins at `row`.
    pub fn warning_in(&mut self, row: Origin, column: &str, problem: Problem) {
        self.push(Finding {
            severity: Severity::Warning,
            origin: row,
            column: Some(column.to_owned()),
            problem,
        });
    }

    /// Notes a finding as it is.
    pub fn push(&mut self, finding: Finding) {
        self.count(finding.severity, 1);
        let (file, severity) = (finding.origin.file(), finding.severity);
        let alike = (file, severity, discriminant(&finding.problem));
        let alike = self.alike.entry(alike).or_default();
        *alike += 1;
        if *alike <= MOST_ALIKE {
            self.list.push(finding);
        } else {
            *self.more.entry(finding.kind()).or_default() += 1;
        }
    }

    fn count(&mut self, severity: Severity, more: usize) {
        match severity {
            Severity::Error => self.errors += more,
            Severity::Warning => self.warnings += more,
        }
    }

    /// Takes over all findings of another list.
    pub fn append(&mut self, other: Findings) {
        self.is_doubted |= other.is_doubted;
        other.list.into_iter().for_each(|finding| self.push(finding));
        for (kind, count) in other.more {
            self.count(kind.1, count);
            *self.more.entry(kind).or_default() += count;
        }
    }

    /// How many were counted and not kept: in which file, how grave, with which code.
    pub fn more(&self) -> impl Iterator<Item = (u32, Severity, &str, usize)> {
        let more = self.more.iter();
        more.map(|((file, severity, code), count)| (*file, *severity, code.as_str(), *count))
    }

    /// A finding that was kept, by its place in the order found.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Finding> {
        self.list.get_mut(index)
    }

    /// How many are kept.
    pub fn kept(&self) -> usize {
        self.list.len()
    }

    /// Leaves out what was found twice: a report may read a file for more than one of its figures.
    pub fn tell_once(&mut self) {
        let mut known: HashMap<Origin, Vec<Finding>> = HashMap::new();
        self.list.retain(|finding| {
            let here = known.entry(finding.origin).or_default();
            let is_new = !here.contains(finding);
            if is_new {
                here.push(finding.clone());
            }
            is_new
        });
        self.count_anew();
    }

    /// Keeps those findings only; of a kind that is left out altogether none is counted either.
    pub fn retain(&mut self, is_meant: impl Fn(&Finding) -> bool) {
        self.list.retain(is_meant);
        let kinds: HashSet<_> = self.list.iter().map(Finding::kind).collect();
        self.more.retain(|kind, _| kinds.contains(kind));
        self.count_anew();
    }

    fn count_anew(&mut self) {
        (self.errors, self.warnings) = (0, 0);
        let kept = self.list.iter().map(|one| (one.severity, 1));
        let more = self
            .more
            .iter()
            .map(|((_, severity, _), count)| (*severity, *count));
        for (severity, count) in kept.chain(more).collect::<Vec<_>>() {
            self.count(severity, count);
        }
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The findings that are kept, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }
}

/// A place as a reader can find it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Relative to the record directory, with forward slashes.
    pub path: String,
    /// From 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// From 1, in characters; 0 when the line as a whole is meant.
    pub column: usize,
    /// The text of the line; findings in one line have it together.
    pub source: Arc<str>,
}

impl Location {
    /// A file as a whole.
    pub fn whole(path: String) -> Location {
        Location {
            path,
            ..Location::default()
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// A finding with its place: what is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// How grave.
    pub severity: Severity,
    /// Where; `None` when it stands in no file.
    pub place: Option<Location>,
    /// What is wrong.
    pub problem: Problem,
}

impl Located {
    /// The one written form: `path:line:column: error[code]: message`, the line, `help:` with what to type; in
    /// Indonesian `kesalahan[code]` and `saran:`.
    pub fn write(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result {
        let (severity, code) = (self.severity.word(lang), self.problem.code());
        if let Some(place) = &self.place {
            write!(out, "{place}: ")?;
        }
        let text = self.problem.text(lang);
        writeln!(out, "{severity}[{code}]: {}", visible(&excerpt(&text, 0)))?;
        if let Some(place) = &self.place
            && !place.source.is_empty()
        {
            writeln!(out, "  | {}", visible(&excerpt(&place.source, place.column)))?;
        }
        let help = self.help(lang);
        if !help.is_empty() {
            let advice = advice(lang);
            writeln!(out, "  {advice}: {}", visible(&excerpt(&help, 0)))?;
        }
        Ok(())
    }

    /// What to type next, with the name of the file where a command is about it.
    fn help(&self, lang: Lang) -> String {
        let help = self.problem.help(lang);
        let path = self.place.as_ref().map(|place| &*place.path);
        let Some(path) = path.filter(|path| !path.is_empty()) else {
            return help;
        };
        let file = match lang {
            Lang::Id => " -- BERKAS",
            Lang::En => " -- FILE",
        };
        help.replace(file, &format!(" -- {}", as_typed(path)))
    }
}

/// The word before what to type next.
pub fn advice(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "saran",
        Lang::En => "help",
    }
}

/// How many characters of a text are shown.
const LONGEST: usize = 400;

/// So much of a text as a person looks at, around a column of it.
fn excerpt(text: &str, column: usize) -> Cow<'_, str> {
    // No character is shorter than a byte.
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text.into();
    }
    let first = column.saturating_sub(LONGEST / 4);
    let shown: String = text.chars().skip(first).take(LONGEST).collect();
    let before = if first > 0 { "…" } else { "" };
    let is_end = text.chars().nth(first + LONGEST).is_none();
    format!("{before}{shown}{}", if is_end { "" } else { "…" }).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_twice_is_told_once() {
        let mut findings = Findings::new();
        let same = |findings: &mut Findings| findings.error(Origin::new(1, 5), Problem::Empty);
        same(&mut findings);
        findings.error(Origin::new(1, 9), Problem::Empty);
        same(&mut findings);
        findings.warning(Origin::new(1, 5), Problem::Empty);
        findings.tell_once();
        assert_eq!((findings.errors(), findings.warnings()), (2, 1));
    }

    #[test]
    fn all_are_counted_and_some_of_a_kind_are_kept() {
        let (mut findings, mut others) = (Findings::new(), Findings::new());
        for byte in 0..2000 {
            findings.error(Origin::new(1, byte), Problem::Empty);
            others.error(Origin::new(1, byte), Problem::Empty);
            others.warning(Origin::new(2, byte), Problem::NotUtf8);
        }
        findings.append(others);
        assert_eq!((findings.errors(), findings.warnings()), (4000, 2000));
        assert_eq!(findings.kept(), 2 * MOST_ALIKE);
        let more: Vec<_> = findings.more().collect();
        assert_eq!(
            more,
            [
                (1, Severity::Error, "empty", 4000 - MOST_ALIKE),
                (2, Severity::Warning, "not-utf8", 2000 - MOST_ALIKE)
            ]
        );
    }

    #[test]
    fn an_excerpt_shows_what_is_meant() {
        assert_eq!(excerpt("pendek", 3), "pendek");
        let long = format!("{}x{}", "é".repeat(1000), "a".repeat(1000));
        let shown = excerpt(&long, 1001);
        assert_eq!(shown.chars().count(), LONGEST + 2);
        assert!(shown.starts_with("…é") && shown.contains('x') && shown.ends_with("a…"));
        assert!(excerpt(&long, 0).starts_with('é') && excerpt(&long, 2001).ends_with('a'));
    }

    #[test]
    fn an_origin_keeps_file_and_byte() {
        let origin = Origin::new(41, 123_456_789_012);
        assert_eq!((origin.file(), origin.byte()), (41, 123_456_789_012));
        assert_eq!(size_of::<Origin>(), 8);
        assert!(Origin::whole(41).is_whole() && !origin.is_whole());
        assert_eq!(Origin::whole(41).file(), 41);
    }

    #[test]
    fn hostile_text_is_written_out() {
        assert_eq!(visible("a\u{202e}b\u{1b}[31m"), "a\\u{202e}b\\u{1b}[31m");
        assert_eq!(visible("baris\nbaru"), "baris⏎baru");
        assert_eq!(visible("Siti Aminah, S.Sos."), "Siti Aminah, S.Sos.");
    }

    #[test]
    fn the_written_form_names_place_code_line_and_help() {
        let located = Located {
            severity: Severity::Error,
            place: Some(Location {
                path: "staff.csv".into(),
                line: 3,
                column: 10,
                source: "p0000001,1986".into(),
            }),
            problem: Problem::NipLength { found: 4 },
        };
        let mut out = String::new();
        located.write(Lang::En, &mut out).unwrap();
        assert_eq!(
            out,
            "staff.csv:3:10: error[nip-length]: a NIP has 18 digits, this one has 4\n  | p0000001,1986\n  \
             help: copy the NIP from the decree; bina does not repair one\n"
        );
    }
}
