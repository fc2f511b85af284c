//! Whether a name is more likely another one with a slip of the hand.

use crate::records::table;
use crate::records::text::{folded, words_written_out};

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
fn difference(text: &str, name: &str) -> Option<(usize, usize)> {
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
fn is_slip(text: &str, name: &str) -> bool {
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

/// How a text may mean a name, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// It is most likely that with a slip of the hand.
    Slip,
    /// It is a unit without the word for its kind, or written with initials or syllables.
    Short,
    /// A few letters of many differ: how many.
    Letters(usize),
    /// The name holds its words, beside others: how many.
    Words(usize),
}

impl Nearness {
    /// Whether two names so near never stand for two things in one list.
    pub(super) fn is_slip(self) -> bool {
        self <= Nearness::Short
    }
}

/// How near a text is to a name that it may mean.
pub(super) fn nearness(text: &str, name: &str) -> Option<Nearness> {
    if is_slip(text, name) {
        return Some(Nearness::Slip);
    }
    // One letter in three may be another.
    let letters = difference(text, name).filter(|(letters, length)| *letters <= 2 && letters * 3 <= *length);
    if let Some((letters, _)) = letters {
        return Some(Nearness::Letters(letters));
    }
    let (words, own) = (folded(text), folded(name));
    let (words, own): (Vec<&str>, Vec<&str>) = (words.split(' ').collect(), own.split(' ').collect());
    let is_held = words.concat().len() > 3 && words.iter().all(|word| own.contains(word));
    is_held.then(|| Nearness::Words(own.len() - words.len().min(own.len())))
}

/// The same of a unit.
pub(super) fn nearness_of_unit(text: &str, name: &str) -> Option<Nearness> {
    let short = || (is_bare(text, name) || is_cut(text, name)).then_some(Nearness::Short);
    nearness(text, name)
        .filter(|near| *near == Nearness::Slip)
        .or_else(short)
        .or_else(|| nearness(text, name))
}

/// Whether a text is one word made of pieces of a unit's words in their order, beside words for its kind: `IGD` of `Instalasi
/// Gawat Darurat`, `Seksi Trantib` of `Seksi Ketentraman dan Ketertiban Umum`.
fn is_cut(text: &str, name: &str) -> bool {
    let is_kind = |word: &str| UNITS.contains(&word);
    let own = folded(text);
    let mut own = own.split(' ').filter(|word| !is_kind(word));
    let (Some(word), None) = (own.next(), own.next()) else {
        return false;
    };
    let words = folded(name);
    let all: Vec<&str> = words.split(' ').collect();
    let rest: Vec<&str> = all.iter().filter(|word| !is_kind(word)).copied().collect();
    // The word for the kind may be one of the initials.
    let short = word.chars().count() < 5;
    word.len() > 1 && [all, rest].iter().any(|words| pieces(word, words, short, 0))
}

/// Whether the rest of a word is made of one piece of each of some words or of none, two of them at least with those before:
/// only their beginnings where it is `short`.
fn pieces(word: &str, words: &[&str], short: bool, before: usize) -> bool {
    if word.is_empty() {
        return before > 1;
    }
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let is_joint = *first == "dan";
    let mut ends = ends.filter(|end| match short {
        true => *end == 1 && first.starts_with(&word[..1.min(word.len())]),
        false => (*end > 1 || is_joint) && first.contains(&word[..*end]),
    });
    // Initials leave no word out but the joint.
    let may_skip = !short || is_joint;
    ends.any(|end| pieces(&word[end..], rest, short, before + 1))
        || (may_skip && pieces(word, rest, short, before))
}

/// Whether a name is that of a unit without the word for its kind, `Cibadak` beside `Kelurahan Cibadak`, or the other way round.
fn is_bare(text: &str, name: &str) -> bool {
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
    fn a_unit_may_be_named_by_pieces_of_its_words() {
        for (text, name, expected) in [
            ("IGD", "Instalasi Gawat Darurat", true),
            ("TU", "Bagian Tata Usaha", true),
            ("Yanmed", "Bidang Pelayanan Medik", true),
            ("Seksi Trantib", "Seksi Ketentraman dan Ketertiban Umum", true),
            ("Umum", "Sub Bagian Umum dan Kepegawaian", false),
            ("Melati", "Kelurahan Mekar Lestari", false),
            ("Kenanga", "Seksi Pelayanan Umum", false),
            ("Loket", "Seksi Pelayanan Umum", false),
        ] {
            assert_eq!(is_cut(text, name), expected, "{text}");
        }
        assert_eq!(
            nearness_of_unit("Farmasi", "Instalasi Farmasi"),
            Some(Nearness::Words(1))
        );
        assert_eq!(nearness_of_unit("Seksi Baru", "Seksi Umum"), None);
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
