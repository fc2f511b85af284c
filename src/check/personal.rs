//! Patterns of personal data in free text, where a git history would keep them for ever.

use super::dossier::{RowCell, TrainingDocument};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::diagnostic::Origin;
use crate::records::cell::{Cell, Domain, Nip};
use crate::records::mail_address;
use crate::records::table::{Check, Privacy, Schema};
use crate::words::problem::Problem;

/// A rule about one pattern, in cells and in training documents.
macro_rules! free_of {
    ($pattern:ident: $name:literal, $problem:ident, $id:literal, $en:literal) => {
        Rule::warning(
            $name,
            $id,
            $en,
            &[
                Look::Cell(is_free, |cell, _, remarks| {
                    tell_cell(cell, $pattern, Problem::$problem, remarks)
                }),
                Look::Training(|document, _, remarks| {
                    tell_document(document, $pattern, Problem::$problem, remarks)
                }),
            ],
        )
    };
}

/// The rules about free text.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    free_of!(nik: "text-nik", TextNik, "Teks bebas tidak memuat NIK.", "Free text holds no NIK."),
    free_of!(nip: "text-nip", TextNip, "Teks bebas tidak memuat NIP.", "Free text holds no NIP."),
    free_of!(phone: "text-phone", TextPhone, "Teks bebas tidak memuat nomor telepon.", "Free text holds no telephone number."),
    free_of!(email: "text-email", TextEmail, "Teks bebas tidak memuat alamat surel.", "Free text holds no e-mail address."),
];

/// The fewest digits that any of the numbers has.
const SHORTEST: usize = 10;

/// Where a pattern begins in a text.
type Pattern = fn(&str) -> Option<usize>;

/// Text for the office or the public; a column that is personal may well hold an address.
fn is_free(table: &Schema, index: usize) -> bool {
    let column = &table.columns[index];
    // A choice is one of the office's own words.
    let is_written = matches!(column.check, Check::Type(_)) && column.kind == Domain::Text;
    is_written && !column.key && column.privacy != Privacy::Personal
}

fn tell_cell(cell: &RowCell<'_>, pattern: Pattern, problem: Problem, remarks: &mut Remarks<'_>) {
    if pattern(cell.text).is_some() {
        remarks.cell(&cell.column.name, problem);
    }
}

fn tell_document(
    programme: &TrainingDocument<'_>,
    pattern: Pattern,
    problem: Problem,
    remarks: &mut Remarks<'_>,
) {
    if let Some(byte) = pattern(programme.text) {
        remarks.at(Origin::new(programme.file, byte as u64), problem);
    }
}

/// Sixteen digits whose middle is a birth date, a woman's day raised by forty.
fn nik(text: &str) -> Option<usize> {
    let is_nik = |digits: &str| {
        let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
        digits.len() == 16 && (1..=71).contains(&number(6..8)) && (1..=12).contains(&number(8..10))
    };
    numbers(text).find(|(_, digits)| is_nik(digits)).map(|(at, _)| at)
}

fn nip(text: &str) -> Option<usize> {
    let is_nip = |digits: &str| Nip::parse(digits).is_ok();
    numbers(text).find(|(_, digits)| is_nip(digits)).map(|(at, _)| at)
}

/// A mobile number: 08… or 628…, the third digit as operators have it.
fn phone(text: &str) -> Option<usize> {
    let is_phone = |digits: &str| {
        let rest = digits.strip_prefix("08").or_else(|| digits.strip_prefix("628"));
        rest.is_some_and(|rest| {
            (8..=11).contains(&rest.len()) && rest.starts_with(['1', '2', '3', '5', '7', '8', '9'])
        })
    };
    numbers(text)
        .find(|(_, digits)| is_phone(digits))
        .map(|(at, _)| at)
}

/// The byte at which an address of somebody's mail begins.
fn email(text: &str) -> Option<usize> {
    mail_address::first_in(text).map(|(at, _)| at)
}

/// The long numbers of a text: digits, with single blanks and hyphens between them left out, and where they begin.
/// Digits that belong to a word (a checksum, a code) are no number.
fn numbers(text: &str) -> impl Iterator<Item = (usize, String)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '+');
    let has_many = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= SHORTEST;
    // Most texts have hardly a digit, and are not looked at further.
    let phrases = has_many(text).then(|| text.split(move |c| !is_part(c)));
    let phrases = phrases
        .into_iter()
        .flatten()
        .filter(move |phrase| has_many(phrase));
    phrases.flat_map(move |phrase| {
        let base = phrase.as_ptr() as usize - text.as_ptr() as usize;
        runs(phrase)
            .into_iter()
            .map(move |(at, digits)| (base + at, digits))
    })
}

/// The runs of words that are all digits.
fn runs(phrase: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let (mut at, mut goes_on) = (0, false);
    for word in phrase.split_inclusive([' ', '-']) {
        let digits = word.trim_end_matches([' ', '-']).trim_start_matches('+');
        let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        match found.last_mut() {
            Some((_, run)) if is_number && goes_on => run.push_str(digits),
            _ if is_number => found.push((at, digits.to_owned())),
            _ => {}
        }
        goes_on = is_number;
        at += word.len();
    }
    found.retain(|(_, digits)| digits.len() >= SHORTEST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_data_is_found_and_other_numbers_are_not() {
        assert_eq!(nik("NIK 1271055204900001 hilang"), Some(4));
        assert_eq!(nip("a.n. 19860926 201505 1 001"), Some(5));
        assert_eq!(phone("hubungi 0812-3456-7890."), Some(8));
        assert_eq!(phone("WA +62 812 3456 7890"), Some(3));
        // The shortest and the longest; shorter and longer ones, and those of no operator, are none.
        assert_eq!(phone("0812345678"), Some(0));
        assert_eq!(phone("0812345678901"), Some(0));
        assert_eq!(email("kirim ke siti.a@contoh.go.id ya"), Some(9));
        for text in [
            "Keputusan 800/112/2026 tanggal 2026-10-05 pukul 08.30-10.00",
            "jumlah 1234567890123456",
            "jumlah 1234560010123456",
            "jumlah 1234560013123456",
            "rekening 1271055204900",
            "rekening 12710552049000011",
            "706de671a71b4776f4f41a92b8934b8ef436d5b6c2db1c96626dbb81e8e0b6b1",
            "nilai 85 @ 10",
            "@contoh.go.id",
            "siti@contoh",
            "082 agenda 4512345",
            "08123456789012",
            "084234567890",
            "a 0812345 b",
        ] {
            assert!(
                nik(text).or(nip(text)).or(phone(text)).or(email(text)).is_none(),
                "{text}"
            );
        }
    }

    #[test]
    fn only_what_is_written_in_words_is_free_text() {
        let participation = crate::records::table("participation").unwrap();
        let is_free = |name: &str| is_free(participation, participation.column(name).unwrap());
        assert!(is_free("note") && is_free("certificate"));
        assert!(!is_free("evidence") && !is_free("sha256") && !is_free("completed"));
    }
}
