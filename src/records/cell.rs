//! The checked types of a cell: each knows how it is read from text, and refuses with a sentence.

use super::number::Dec;
use super::text::printable;
use super::time::{Day, Month, Period};
use super::word::{Code, YES_NO, unknown};
use crate::words::problem::Problem;

/// Why a cell was refused. Boxed, so that reading a good cell stays small.
pub type Refusal = Box<Problem>;

/// A type that a cell can hold.
pub trait Cell<'a>: Sized {
    /// What the cell holds, for the schema, the help and shell completion.
    const KIND: Domain;
    /// Whether the cell may be empty, which means *not known*.
    const OPTIONAL: bool = false;

    /// Reads the cell.
    ///
    /// # Errors
    /// A problem that says what is wrong with the text and what to write instead.
    fn parse(text: &'a str) -> Result<Self, Refusal>;
}

/// The kinds of cells: the name in the schema and, for a closed list, its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Free text.
    Text,
    /// An id: `[a-z0-9][a-z0-9-]*`, at most 64 bytes.
    Id,
    /// A training's id: `2026-10/slug` or `external/slug`.
    TrainingId,
    /// `kind:id`.
    Reference,
    /// Several of them, with blanks between.
    References,
    /// `YYYY-MM-DD`.
    Day,
    /// Days that were replaced by others, with blanks between, each with the day on which that was.
    PastDays,
    /// The columns that were filled in from a day on, with blanks between.
    Stages,
    /// `YYYY-MM`.
    Month,
    /// `2026-10`, `2026-Q3` or `2026`.
    Period,
    /// A month or a day, as anonymous and named answers are dated.
    MonthOrDay,
    /// A decimal with at most four places.
    Dec,
    /// A whole number.
    Int,
    /// `yes` or `no`.
    YesNo,
    /// Eighteen digits.
    Nip,
    /// Sixty-four hexadecimal digits.
    Sha256,
    /// A file name below `evidence/`.
    Path,
    /// One of a closed list of codes.
    Code(&'static [Code]),
}

impl Domain {
    /// The name of the kind in the schema and the format page.
    pub fn name(self) -> &'static str {
        match self {
            Domain::Text => "text",
            Domain::Id => "id",
            Domain::TrainingId => "training id",
            Domain::Reference => "kind:id",
            Domain::References => "kind:id …",
            Domain::Day => "date",
            Domain::PastDays => "date@date …",
            Domain::Stages => "columns@date …",
            Domain::Month => "month",
            Domain::Period => "period",
            Domain::MonthOrDay => "month or date",
            Domain::Dec => "decimal",
            Domain::Int => "integer",
            Domain::YesNo => "yes/no",
            Domain::Nip => "NIP",
            Domain::Sha256 => "sha256",
            Domain::Path => "file",
            Domain::Code(_) => "code",
        }
    }

    /// The codes that may stand there, where the list is closed.
    pub fn codes(self) -> &'static [Code] {
        match self {
            Domain::Code(codes) => codes,
            Domain::YesNo => YES_NO,
            _ => &[],
        }
    }

    /// What a cell holds of what was typed: the code that is meant, or the same.
    pub fn meant(self, typed: &str) -> &str {
        Code::meant(self.codes(), typed)
    }
}

/// Text that is shown as it stands in the file, at most a few kilobytes.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

impl<'a, T: Cell<'a>> Cell<'a> for Option<T> {
    const KIND: Domain = T::KIND;
    const OPTIONAL: bool = true;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.is_empty() {
            Ok(None)
        } else {
            T::parse(text).map(Some)
        }
    }
}

/// Free text without blanks around it; never empty where it is not optional.
impl<'a> Cell<'a> for &'a str {
    const KIND: Domain = Domain::Text;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        printable(text).map(|()| text.trim())
    }
}

/// An id: lower-case letters, digits and hyphens, at most 64 bytes, no Windows device name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<'a>(&'a str);

impl<'a> Id<'a> {
    /// The text of the id.
    pub fn text(self) -> &'a str {
        self.0
    }
}

/// Whether a byte may stand in an id. A table, because most cells of large files are ids.
static OF_ID: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'a'..=b'z' | b'0'..=b'9' | b'-');
        byte += 1;
    }
    table
};

/// Names that open a device instead of a file on Windows, in any folder and with any ending.
pub(crate) fn is_device(text: &str) -> bool {
    let numbered = |prefix: &str| {
        text.strip_prefix(prefix)
            .is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']))
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

impl<'a> Cell<'a> for Id<'a> {
    const KIND: Domain = Domain::Id;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        let good = |b: &u8| OF_ID[usize::from(*b)];
        if bytes.len() > 64 || bytes[0] == b'-' || !bytes.iter().all(good) {
            return Err(Box::new(Problem::IdForm { text: shown(text) }));
        }
        if bytes.len() <= 4 && is_device(text) {
            return Err(Box::new(Problem::IdDevice {
                text: text.to_owned(),
            }));
        }
        Ok(Id(text))
    }
}

/// The id of a programme: `2026-10/slug`, or `external/slug` for one of another office without a document here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrainingId<'a> {
    text: &'a str,
    month: Option<Month>,
}

impl<'a> TrainingId<'a> {
    /// The whole id.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The month in the id, fixed when the programme was created; `None` for an external one.
    pub fn month(self) -> Option<Month> {
        self.month
    }

    /// The part after the slash.
    pub fn slug(self) -> &'a str {
        self.text.split_once('/').map_or(self.text, |(_, slug)| slug)
    }
}

impl<'a> Cell<'a> for TrainingId<'a> {
    const KIND: Domain = Domain::TrainingId;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        let refuse = || Box::new(Problem::TrainingIdForm { text: shown(text) });
        let slash = text.bytes().position(|b| b == b'/').ok_or_else(refuse)?;
        let (place, slug) = (&text[..slash], &text[slash + 1..]);
        Id::parse(slug).map_err(|_| refuse())?;
        match Month::parse(place) {
            Some(month) => Ok(TrainingId {
                text,
                month: Some(month),
            }),
            None if place == "external" => Ok(TrainingId { text, month: None }),
            None => Err(refuse()),
        }
    }
}

/// Makes a cell of a type that has a strict `parse(&str) -> Option<Self>`.
macro_rules! simple_cell {
    ($ty:ty, $kind:expr, $problem:ident) => {
        impl<'a> Cell<'a> for $ty {
            const KIND: Domain = $kind;

            #[inline]
            fn parse(text: &'a str) -> Result<Self, Refusal> {
                match <$ty>::parse(text) {
                    Some(value) => Ok(value),
                    None if text.is_empty() => Err(Box::new(Problem::Empty)),
                    None => Err(Box::new(Problem::$problem { text: shown(text) })),
                }
            }
        }
    };
}

simple_cell!(Day, Domain::Day, DayForm);
simple_cell!(Month, Domain::Month, MonthForm);
simple_cell!(Period, Domain::Period, PeriodForm);
simple_cell!(Dec, Domain::Dec, DecForm);

/// A month, or a day of it: the date of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthOrDay {
    /// The month answered.
    pub month: Month,
    /// The day, where the answer is not anonymous.
    pub day: Option<Day>,
}

impl<'a> Cell<'a> for MonthOrDay {
    const KIND: Domain = Domain::MonthOrDay;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if let Some(month) = Month::parse(text) {
            return Ok(MonthOrDay { month, day: None });
        }
        <Day as Cell>::parse(text).map(|day| MonthOrDay {
            month: day.month(),
            day: Some(day),
        })
    }
}

/// A whole number.
impl<'a> Cell<'a> for i64 {
    const KIND: Domain = Domain::Int;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if text.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        // Fourteen digits hold every amount of rupiah that an office writes.
        if digits.is_empty() || digits.len() > 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Box::new(Problem::IntForm { text: shown(text) }));
        }
        text.parse()
            .map_err(|_| Box::new(Problem::IntForm { text: shown(text) }))
    }
}

/// `yes` or `no`.
impl<'a> Cell<'a> for bool {
    const KIND: Domain = Domain::YesNo;

    #[inline]
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            "" => Err(Box::new(Problem::Empty)),
            _ => Err(unknown(text, YES_NO)),
        }
    }
}

/// A SHA-256 in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sha256<'a>(pub &'a str);

impl<'a> Cell<'a> for Sha256<'a> {
    const KIND: Domain = Domain::Sha256;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        match text {
            "" => Err(Box::new(Problem::Empty)),
            _ if text.len() == 64 && text.bytes().all(hex) => Ok(Sha256(text)),
            _ => Err(Box::new(Problem::Sha256Form { text: shown(text) })),
        }
    }
}

/// A file name relative to `evidence/`, safe on every system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidencePath<'a>(pub &'a str);

impl<'a> Cell<'a> for EvidencePath<'a> {
    const KIND: Domain = Domain::Path;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        let bad_letter =
            |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
        let bad_part =
            |part: &str| part.is_empty() || part == "." || part == ".." || is_device(&part.to_lowercase());
        if text.len() > 255 || text.contains(bad_letter) || text.split('/').any(bad_part) {
            return Err(Box::new(Problem::PathForm { text: shown(text) }));
        }
        printable(text).map(|()| EvidencePath(text))
    }
}

/// A NIP or NI PPPK: eighteen digits that hold birth date, appointment and sex. It has no check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nip<'a> {
    text: &'a str,
    born: Day,
}

impl<'a> Nip<'a> {
    /// The eighteen digits.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The birth date in digits 1 to 8.
    pub fn born(self) -> Day {
        self.born
    }

    /// Whether digits 13 and 14 are a month (PNS and CPNS); else they are a code from 21 (PPPK).
    pub fn is_pns(self) -> bool {
        &self.text[12..14] <= "12"
    }

    /// The month of the appointment of a civil servant in digits 9 to 14, by its first day.
    pub fn appointed(self) -> Option<Day> {
        let number = |range: std::ops::Range<usize>| self.text[range].parse::<u32>().ok();
        Day::of(number(8..12)? as i32, number(12..14)?, 1)
    }

    /// Whether digit 15 says a woman.
    pub fn is_woman(self) -> bool {
        self.text.as_bytes()[14] == b'2'
    }
}

impl<'a> Cell<'a> for Nip<'a> {
    const KIND: Domain = Domain::Nip;

    /// Reads exactly eighteen digits; [`plain_nip`] first takes off what people type around them.
    fn parse(text: &'a str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Box::new(Problem::Empty));
        }
        let refuse = |problem| Err(Box::new(problem));
        if text.contains(['E', 'e']) && text.starts_with(|c: char| c.is_ascii_digit()) {
            return refuse(Problem::NipScientific { text: shown(text) });
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return refuse(Problem::NipForm { text: shown(text) });
        }
        if text.len() != 18 {
            return refuse(Problem::NipLength { found: text.len() });
        }
        // A spreadsheet keeps fifteen digits of a number: what it rounded ends in three zeros, which no NIP does.
        if text.ends_with("000") {
            return refuse(Problem::NipRounded {
                text: text.to_owned(),
            });
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap_or(0);
        let Some(born) = Day::of(number(0..4) as i32, number(4..6), number(6..8)) else {
            return refuse(Problem::NipDate {
                text: text[..8].to_owned(),
            });
        };
        let (year, code) = (number(8..12), number(12..14));
        let of_age = year > number(0..4) + 14 && year < number(0..4) + 70;
        if !of_age || code == 0 || (13..21).contains(&code) {
            return refuse(Problem::NipAppointment {
                text: text[8..14].to_owned(),
            });
        }
        match text.as_bytes()[14] {
            b'1' | b'2' => Ok(Nip { text, born }),
            other => refuse(Problem::NipSex {
                digit: char::from(other),
            }),
        }
    }
}

/// A NIP as people type it, without spaces, quotes and the apostrophe that a spreadsheet puts before text.
pub fn plain_nip(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '"' | '’' | '\u{a0}'))
        .collect()
}

/// A text as people mean it: single blanks between its words, none around them; its lines stay.
pub fn plain_text(typed: &str) -> String {
    let lines = typed.trim().lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code<'a, T: Cell<'a> + std::fmt::Debug>(text: &'a str) -> String {
        T::parse(text).unwrap_err().code()
    }

    #[test]
    fn a_nip_is_refused_never_repaired() {
        let nip = Nip::parse("198609262015051001").unwrap();
        assert_eq!(nip.born().to_string(), "1986-09-26");
        assert!(nip.is_pns() && !nip.is_woman());
        assert!(!Nip::parse("199001012023212007").unwrap().is_pns());
        for (text, expected) in [
            ("", "empty"),
            ("19860926201505100", "nip-length"),
            ("1986092620150510011", "nip-length"),
            ("1,98609E+17", "nip-scientific"),
            ("198609262015051000", "nip-rounded"),
            ("198613262015051001", "nip-date"),
            ("198602302015051001", "nip-date"),
            ("198609262015131001", "nip-appointment"),
            ("198609261985051001", "nip-appointment"),
            ("198609262015053001", "nip-sex"),
            ("19860926 201505 1 001", "nip-form"),
        ] {
            assert_eq!(code::<Nip>(text), expected, "{text}");
        }
        assert_eq!(plain_nip("'19860926 201505 1 001"), "198609262015051001");
    }

    #[test]
    fn ids_are_safe_names_everywhere() {
        for text in ["p0000001", "2026-10-k7f3q", "a", "9"] {
            assert!(Id::parse(text).is_ok(), "{text}");
        }
        for text in ["-a", "A", "a/b", "..", "a b", "é", "a_b", &"a".repeat(65)] {
            assert_eq!(code::<Id>(text), "id-form", "{text}");
        }
        for text in ["con", "nul", "aux", "com1", "lpt9"] {
            assert_eq!(code::<Id>(text), "id-device", "{text}");
        }
        assert!(TrainingId::parse("2026-10/pelayanan-prima").is_ok());
        assert_eq!(TrainingId::parse("external/lemhannas").unwrap().month(), None);
        for text in ["2026-13/x", "2026-10/", "x", "2026-10/../x", "elsewhere/x"] {
            assert_eq!(code::<TrainingId>(text), "training-id-form", "{text}");
        }
        for text in ["../x", "/x", "a//b", "a\\b", "nul", "a:b"] {
            assert_eq!(code::<EvidencePath>(text), "path-form", "{text}");
        }
    }

    #[test]
    fn empty_means_not_known_only_where_that_is_allowed() {
        assert_eq!(Option::<Day>::parse("").unwrap(), None);
        assert_eq!(code::<Day>(""), "empty");
        assert_eq!(code::<&str>(""), "empty");
        assert_eq!(code::<bool>("ya"), "code-unknown");
        assert_eq!(code::<i64>("4.5"), "int-form");
    }
}
