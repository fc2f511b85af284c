//! The short code at the foot of a page that is handed over: sixteen letters that say what kind of page it is, of which
//! month, about whom without a name, and, as one digest, all that it says. They come from the records alone, and nothing
//! is kept of them.

use super::time::Month;
use sha2::{Digest, Sha256};
use std::fmt;

/// Crockford's base32: no letter looks like another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters it has, and how many stand together.
const LETTERS: usize = 16;
const TOGETHER: usize = 4;

/// The letters with the month, since [`ERA`]; with whom it is about; with what it says, up to the last.
const MONTH: usize = 1;
const SUBJECT: usize = 3;
const DIGEST: usize = 7;

/// The year from which months are counted; a thousand of them have room.
const ERA: i32 = 2000;

/// A kind of page that carries a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedPage {
    /// What somebody completed over the years.
    Transcript,
    /// That somebody took part in a programme.
    Certificate,
}

impl SealedPage {
    const ALL: [SealedPage; 2] = [SealedPage::Transcript, SealedPage::Certificate];

    fn letter(self) -> u8 {
        match self {
            SealedPage::Transcript => b'T',
            SealedPage::Certificate => b'S',
        }
    }
}

/// The code of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal([u8; LETTERS]);

impl Seal {
    /// The code of a page of a month about a subject, by its id, that says a text.
    pub fn of(page: SealedPage, month: Month, subject: &str, told: &str) -> Seal {
        let mut letters = [0; LETTERS];
        letters[0] = page.letter();
        let months = (month.year() - ERA) * 12 + month.number() as i32 - 1;
        let months = months.rem_euclid(1024) as usize;
        letters[MONTH] = ALPHABET[months / 32];
        letters[MONTH + 1] = ALPHABET[months % 32];
        put(subject, &mut letters[SUBJECT..DIGEST]);
        // With the id: two people of whom all the rest is alike have other codes.
        put(
            &format!("{subject}\u{1d}{told}"),
            &mut letters[DIGEST..LETTERS - 1],
        );
        letters[LETTERS - 1] = last(&letters);
        Seal(letters)
    }

    /// The code that somebody typed: in groups or not, in capitals or not, with the letters that look like a figure.
    /// `None` of a text that has another length or letters that no code has.
    pub fn typed(text: &str) -> Option<Seal> {
        let letters = text.bytes().filter(|letter| !matches!(letter, b'-' | b' '));
        let letters = letters.map(|letter| match letter.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        });
        let letters: Vec<u8> = letters.collect();
        let are_known = letters.iter().all(|letter| ALPHABET.contains(letter));
        letters.try_into().ok().filter(|_| are_known).map(Seal)
    }

    /// The kind of its page; `None` where a letter was mistyped.
    pub fn page(&self) -> Option<SealedPage> {
        let is_whole = self.0[LETTERS - 1] == last(&self.0);
        let mut all = SealedPage::ALL.into_iter();
        all.find(|page| page.letter() == self.0[0]).filter(|_| is_whole)
    }

    /// The month that the page is of.
    pub fn month(&self) -> Option<Month> {
        let digit = |at: usize| ALPHABET.iter().position(|letter| *letter == self.0[at]);
        let months = (digit(MONTH)? * 32 + digit(MONTH + 1)?) as i32;
        Month::of(ERA + months / 12, months as u32 % 12 + 1)
    }

    /// Whether the page may be about a subject: one of a million others has the same letters.
    pub fn is_about(&self, subject: &str) -> bool {
        let mut own = [0; DIGEST - SUBJECT];
        put(subject, &mut own);
        own == self.0[SUBJECT..DIGEST]
    }

    /// Whether another code is of the same kind of page, of the same month and perhaps about the same subject.
    pub fn is_same_subject(&self, other: &Seal) -> bool {
        self.0[..DIGEST] == other.0[..DIGEST]
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.iter().enumerate() {
            if at > 0 && at % TOGETHER == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

/// Fills some room with the first letters of the digest of a text.
fn put(text: &str, room: &mut [u8]) {
    let digest = Sha256::digest(text.as_bytes());
    for (letter, byte) in room.iter_mut().zip(digest) {
        *letter = ALPHABET[usize::from(byte) % 32];
    }
}

/// The last letter, by which a mistyped code is told from one of other records.
fn last(letters: &[u8; LETTERS]) -> u8 {
    let text = String::from_utf8_lossy(&letters[..LETTERS - 1]);
    let mut out = [0];
    put(&text, &mut out);
    out[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(subject: &str, told: &str) -> Seal {
        let month = Month::parse("2026-10").unwrap();
        Seal::of(SealedPage::Transcript, month, subject, told)
    }

    #[test]
    fn what_is_typed_is_the_code_that_was_printed() {
        let own = seal("p1749rpb", "a");
        let text = own.to_string();
        assert_eq!(text.len(), LETTERS + 3);
        for typed in [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', " "),
            text.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(Seal::typed(&typed), Some(own), "{typed}");
        }
        assert_eq!(own.page(), Some(SealedPage::Transcript));
        assert_eq!(own.month(), Month::parse("2026-10"));
        assert!(own.is_about("p1749rpb") && !own.is_about("p0hmwgrw"));
        assert_eq!(Seal::typed("laporan.html"), None);
        assert_eq!(Seal::typed(&text[..18]), None);
    }

    #[test]
    fn a_letter_that_was_mistyped_is_seen() {
        let own = seal("p1749rpb", "a");
        let mut wrong = own;
        wrong.0[4] = if wrong.0[4] == b'7' { b'8' } else { b'7' };
        assert_eq!(wrong.page(), None);
    }

    #[test]
    fn another_subject_or_another_text_is_another_code() {
        let own = seal("p1749rpb", "a");
        assert_ne!(own.0[DIGEST..], seal("p0hmwgrw", "a").0[DIGEST..]);
        assert_ne!(own.0[DIGEST..], seal("p1749rpb", "b").0[DIGEST..]);
        assert!(own.is_same_subject(&seal("p1749rpb", "b")));
    }
}
