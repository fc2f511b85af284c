//! What an answer on a scale means: its digit, its words, or the letter that it has in its form.

use crate::records::text::folded;
use crate::words::import::Unfit;
use std::collections::BTreeMap;

/// Words of what is good, and of what is bad, in answers on a scale.
const GOOD: [&str; 22] = [
    "baik",
    "puas",
    "memuaskan",
    "setuju",
    "sesuai",
    "mudah",
    "cepat",
    "wajar",
    "murah",
    "terjangkau",
    "kompeten",
    "mampu",
    "sopan",
    "ramah",
    "jelas",
    "nyaman",
    "lengkap",
    "memadai",
    "tanggap",
    "bagus",
    "bersih",
    "adil",
];
const BAD: [&str; 13] = [
    "buruk", "jelek", "mahal", "lambat", "lama", "sulit", "sukar", "susah", "rumit", "kotor", "kecewa",
    "lemah", "berbelit",
];

/// The answer that a text means on a scale: its digit, also with words behind, or the words of agreement and quality.
///
/// # Errors
/// Its digit and its words contradict each other, as in forms that count from the best down; or it is a letter.
pub(super) fn scale(text: &str, (low, high): (i64, i64)) -> Result<String, Unfit> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text[digits.len()..].trim_start();
    // `4 - Sangat Baik` and `4.0`, but no `4,5`.
    let is_answer = rest.is_empty()
        || rest
            .trim_start_matches(['.', ','])
            .bytes()
            .all(|byte| byte == b'0')
        || rest.chars().any(char::is_alphabetic);
    if !digits.is_empty() && is_answer {
        let text = text.to_owned();
        let is_other = in_words(rest, (low, high)).is_some_and(|answer| answer.to_string() != digits);
        return if is_other {
            Err(Unfit::AnswerTwofold { text })
        } else {
            Ok(digits)
        };
    }
    match in_words(unlettered(text), (low, high)) {
        Some(answer) => Ok(answer.to_string()),
        None if letter(text).is_some() => Err(Unfit::AnswerLettered {
            text: text.to_owned(),
        }),
        None => Ok(text.to_owned()),
    }
}

/// The answer that somebody explains in words, or by its digit.
pub(super) fn answered(text: &str, (low, high): (i64, i64)) -> Option<String> {
    let answer = scale(text, (low, high)).ok()?;
    let number: i64 = answer.parse().ok()?;
    (low..=high).contains(&number).then_some(answer)
}

/// The answer that words mean: how good something is, or how bad. Other words mean none.
fn in_words(text: &str, (low, high): (i64, i64)) -> Option<i64> {
    let wanted = folded(text);
    let words: Vec<&str> = wanted.split(' ').collect();
    let is_good = |word: &&str| GOOD.contains(word);
    match (&words[..], high - low) {
        (["sangat", "tidak" | "kurang", ..], _) => Some(low),
        (["sangat", word, ..], _) if BAD.contains(word) => Some(low),
        (["sangat", word, ..], _) if is_good(word) => Some(high),
        ([word, "sekali"], _) if is_good(word) => Some(high),
        ([word, "sekali"], _) if BAD.contains(word) => Some(low),
        (["tidak", word, ..], 3) if is_good(word) => Some(low),
        (["kurang"], 3 | 4) => Some(low + 1),
        (["kurang", word, ..], 3) | (["tidak" | "kurang", word, ..], 4) if is_good(word) => Some(low + 1),
        (["cukup" | "netral" | "ragu" | "biasa", ..], 4) => Some(low + 2),
        ([one], 3 | 4) if is_good(one) => Some(high - 1),
        ([one, "dan", other], 3 | 4) if is_good(one) && is_good(other) => Some(high - 1),
        _ => None,
    }
}

/// An answer without the letter that it has in its form, `c. Sesuai`.
pub(super) fn unlettered(text: &str) -> &str {
    let answer = text.trim().split_once(['.', ')']).filter(|(letter, rest)| {
        let is_letter = matches!(letter.as_bytes(), [b'a'..=b'e' | b'A'..=b'E']);
        is_letter && rest.starts_with(' ')
    });
    answer.map_or(text, |(_, rest)| rest.trim())
}

/// The letter that an answer is and nothing else.
pub(super) fn letter(text: &str) -> Option<char> {
    let mut letters = text.trim().trim_end_matches(['.', ')']).chars();
    let only = letters.next()?.to_ascii_lowercase();
    (('a'..='e').contains(&only) && letters.next().is_none()).then_some(only)
}

/// What the letters of answers mean, and digits that count otherwise than the scale.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Each letter or digit with its answer.
    pub(super) answers: BTreeMap<char, String>,
}

impl Letters {
    /// The answer that a letter, or a digit, alone means.
    pub(super) fn answer(&self, text: &str) -> Option<&str> {
        let digit = || {
            text.parse::<u8>()
                .ok()
                .and_then(|digit| char::from_digit(digit.into(), 10))
        };
        let sign = letter(text).or_else(digit)?;
        self.answers.get(&sign).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_go_by_digits_and_words() {
        let answer = |text: &str, range: (i64, i64)| match scale(text, range) {
            Ok(answer) => answer,
            Err(Unfit::AnswerTwofold { .. }) => "twofold".to_owned(),
            Err(_) => "letter".to_owned(),
        };
        for (text, expected) in [
            ("4", "4"),
            ("3.0", "3"),
            ("4 - Sangat Baik", "4"),
            ("Sangat Mudah", "4"),
            ("Mudah", "3"),
            ("Kurang sesuai", "2"),
            ("c. Sesuai", "3"),
            ("a. Tidak mudah", "1"),
            ("D", "letter"),
            ("Tidak Baik", "1"),
            ("1. Sangat Baik", "twofold"),
            ("1. Sangat Mahal", "1"),
            ("Sangat Lambat", "1"),
            ("Tidak Tahu", "Tidak Tahu"),
            ("3,5", "3,5"),
            ("entah", "entah"),
        ] {
            assert_eq!(answer(text, (1, 4)), expected, "{text}");
        }
        for (text, expected) in [
            ("Sangat tidak setuju", "1"),
            ("Tidak setuju", "2"),
            ("Netral", "3"),
            ("Setuju", "4"),
            ("Sangat setuju", "5"),
        ] {
            assert_eq!(answer(text, (1, 5)), expected, "{text}");
        }
    }
}
