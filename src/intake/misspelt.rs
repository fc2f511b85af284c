//! Whether a name is more likely another one with a slip of the hand.

use crate::records::table;
use crate::records::text::words_written_out;

/// In how many letters a text and a name differ beside the words that both have, and how many letters there are. `None`
/// where one of them has no more, or where they count otherwise: `Melati I` and `Melati II` are others.
pub(super) fn difference(text: &str, name: &str) -> Option<(usize, usize)> {
    let (own, other) = (words_written_out(text), words_written_out(name));
    let rest = |words: &[String], known: &[String]| -> Vec<String> {
        words
            .iter()
            .filter(|word| !known.contains(word))
            .cloned()
            .collect()
    };
    let (left, right) = (rest(&own, &other), rest(&other, &own));
    let counts = |words: &[String]| {
        let is_of = |word: &str, letters: &str| word.chars().all(|letter| letters.contains(letter));
        let mut words = words.iter();
        words.any(|word| is_of(word, "0123456789") || is_of(word, "ivx") || word.len() == 1)
    };
    if left.is_empty() || right.is_empty() || counts(&left) || counts(&right) {
        return None;
    }
    let (left, right) = (left.concat(), right.concat());
    let length = left.chars().count().min(right.chars().count());
    Some((table::distance(&left, &right), length))
}

/// Whether a text is most likely a name with a slip of the hand. A short word that differs may be another: `Baru`, `Batu`.
pub(super) fn is_slip(text: &str, name: &str) -> bool {
    difference(text, name).is_some_and(|(letters, length)| match length {
        0..5 => false,
        5..8 => letters <= 1,
        _ => letters <= 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_makes_no_other_name() {
        for (text, name, expected) in [
            ("Sekertariat", "Sekretariat", true),
            ("Kel. Mekarsri", "Kelurahan Mekarsari", true),
            ("Kelurahan Mekar Sri", "Kel. Mekarsari", true),
            ("Kelurahan Baru", "Kelurahan Batu", false),
            ("Seksi Pelayanan", "Seksi Pelayanan Umum", false),
            ("Kelurahan Melati I", "Kelurahan Melati II", false),
            ("RW 01", "RW 02", false),
            ("Seksi Pemerintahan", "Seksi Pembangunan", false),
            ("KTP", "KTA", false),
        ] {
            assert_eq!(is_slip(text, name), expected, "{text}");
        }
    }
}
