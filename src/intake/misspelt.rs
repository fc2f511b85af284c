//! Whether a name is more likely another one with a slip of the hand.

use crate::records::table;
use crate::records::text::words_written_out;

/// What units begin with.
pub(super) const UNITS: [&str; 36] = [
    "sekretariat",
    "sekretaris",
    "seksi",
    "sie",
    "sub",
    "subbag",
    "subbagian",
    "bagian",
    "bidang",
    "kelurahan",
    "kel",
    "desa",
    "kecamatan",
    "kec",
    "uptd",
    "upt",
    "dinas",
    "badan",
    "unit",
    "sd",
    "sdn",
    "smp",
    "smpn",
    "sma",
    "sman",
    "smk",
    "smkn",
    "paud",
    "sekolah",
    "puskesmas",
    "pustu",
    "klaster",
    "poli",
    "balai",
    "kantor",
    "korwil",
];

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
    is_short_of_a_letter(text, name)
        || difference(text, name).is_some_and(|(letters, length)| match length {
            0..5 => false,
            5..8 => letters <= 1,
            _ => letters <= 2,
        })
}

/// Whether a text and a name differ in one word only, and that in a letter within it that one of them lacks: `Umm`, `Umum`. No
/// word is another one less such a letter where the last may be a number, and none of two letters.
fn is_short_of_a_letter(text: &str, name: &str) -> bool {
    let (own, other) = (words_written_out(text), words_written_out(name));
    let parts: Vec<(&String, &String)> = own
        .iter()
        .zip(&other)
        .filter(|(own, other)| own != other)
        .collect();
    let [(one, two)] = parts[..] else { return false };
    let (short, long) = if one.len() < two.len() {
        (one, two)
    } else {
        (two, one)
    };
    let lacks_one = (1..long.len().saturating_sub(1)).any(|at| {
        let rest = long.get(..at).zip(long.get(at + 1..));
        rest.is_some_and(|(before, behind)| format!("{before}{behind}") == *short)
    });
    own.len() == other.len() && short.len() >= 3 && difference(text, name).is_some() && lacks_one
}

/// Whether a name is that of a unit without the word for its kind, `Cibadak` beside `Kelurahan Cibadak`, or the other way round.
pub(super) fn is_bare(text: &str, name: &str) -> bool {
    let (own, other) = (words_written_out(text), words_written_out(name));
    let (short, long) = if own.len() < other.len() {
        (own, other)
    } else {
        (other, own)
    };
    let more = long.len() - short.len();
    let is_kind = |word: &String| UNITS.contains(&&**word);
    (1..=2).contains(&more)
        && !short.is_empty()
        && long[more..] == short
        && long[..more].iter().all(is_kind)
        && !short.iter().any(is_kind)
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
            ("Seksi Pelayanan Umm", "Seksi Pelayanan Umum", true),
            ("Kelurahan Baru", "Kelurahan Batu", false),
            ("Kelurahan Sri", "Kelurahan Sari", true),
            ("Seksi Pelayanan", "Seksi Pelayanan Umum", false),
            ("Kelurahan Melati I", "Kelurahan Melati II", false),
            ("RW 01", "RW 02", false),
            ("Seksi Pemerintahan", "Seksi Pembangunan", false),
            ("KTP", "KTA", false),
        ] {
            assert_eq!(is_slip(text, name), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_may_be_named_without_its_kind() {
        for (text, name, expected) in [
            ("Cibadak", "Kelurahan Cibadak", true),
            ("Kelurahan Cibadak", "Cibadak", true),
            ("Keuangan", "Sub Bagian Keuangan", true),
            ("Kelurahan Cibadak", "Kecamatan Cibadak", false),
            ("Pelayanan", "Pelayanan Umum", false),
            ("Seksi", "Seksi Umum", false),
        ] {
            assert_eq!(is_bare(text, name), expected, "{text}");
        }
    }
}
