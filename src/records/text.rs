//! Free text: which characters a record may hold, and when two texts mean the same to a reader.

use crate::diagnostic::{is_hidden, is_plain};
use crate::words::problem::Problem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared with what somebody else wrote: in lower case, its letters without marks and in whatever
/// form Unicode keeps them, apostrophes of every kind left out, everything else that is no letter or digit one blank.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut take = |letter: char| match letter {
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '′' | '＇' | '\u{200b}'..='\u{200f}' | '\u{feff}' =>
            {}
        _ if letter.is_alphanumeric() => out.push(letter),
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    };
    // Most texts have no marks, and then nothing is to be taken apart.
    if text.is_ascii() {
        text.chars().for_each(|letter| take(letter.to_ascii_lowercase()));
    } else {
        let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter));
        letters.flat_map(char::to_lowercase).for_each(take);
    }
    out.truncate(out.trim_end().len());
    out
}

/// What is written short in the headings and words of lists.
const ABBREVIATED: [(&str, &str); 29] = [
    ("tgl", "tanggal"),
    ("tggl", "tanggal"),
    ("jns", "jenis"),
    ("jml", "jumlah"),
    ("nm", "nama"),
    ("pend", "pendidikan"),
    ("pddk", "pendidikan"),
    ("pddkn", "pendidikan"),
    ("pendkn", "pendidikan"),
    ("pek", "pekerjaan"),
    ("pkrjaan", "pekerjaan"),
    ("yg", "yang"),
    ("blkg", "belakang"),
    ("dpn", "depan"),
    ("mhs", "mahasiswa"),
    ("aduan", "pengaduan"),
    ("survey", "survei"),
    ("dgn", "dengan"),
    ("sdh", "sudah"),
    ("sdg", "sedang"),
    ("udah", "sudah"),
    ("blm", "belum"),
    ("blum", "belum"),
    ("tdk", "tidak"),
    ("dlm", "dalam"),
    ("msh", "masih"),
    ("sgt", "sangat"),
    ("krg", "kurang"),
    ("ckp", "cukup"),
];

/// A text folded, with the words of lists that are written short written out: `Tgl Terima` and `Tanggal Terima` are the same
/// heading, `sdh selesai` and `Sudah Selesai` the same word. Letters that stand apart are a word: `N A M A`.
pub fn spelled(text: &str) -> String {
    let mut folded = folded(text);
    let is_letter = |word: &str| {
        word.chars().nth(1).is_none() && !word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    if folded.split(' ').count() > 2 && folded.split(' ').all(is_letter) {
        folded.retain(|letter| letter != ' ');
    }
    let long = |word| ABBREVIATED.iter().find(|(short, _)| *short == word);
    if !folded.split(' ').any(|word| long(word).is_some()) {
        return folded;
    }
    let words = folded.split(' ');
    let words: Vec<&str> = words
        .map(|word| long(word).map_or(word, |(_, long)| *long))
        .collect();
    words.join(" ")
}

/// By what a text is compared with those that mean something: without case and marks, unless it is nothing but marks. A tick
/// and a question mark are not the same.
pub fn sense(text: &str) -> String {
    match spelled(text) {
        marks if marks.is_empty() => text.trim().to_owned(),
        folded => folded,
    }
}

/// What is written short in names of units, services and channels.
const SHORT: [(&str, &str); 24] = [
    ("kel", "kelurahan"),
    ("kec", "kecamatan"),
    ("ds", "desa"),
    ("dsn", "dusun"),
    ("kab", "kabupaten"),
    ("prov", "provinsi"),
    ("sek", "seksi"),
    ("sie", "seksi"),
    ("sekr", "sekretariat"),
    ("bag", "bagian"),
    ("subag", "subbagian"),
    ("subbag", "subbagian"),
    ("bid", "bidang"),
    ("pem", "pemerintahan"),
    ("yan", "pelayanan"),
    ("ketentraman", "ketenteraman"),
    ("kesos", "kesejahteraansosial"),
    ("trantib", "ketenteramandanketertiban"),
    ("trantibum", "ketenteramandanketertibanumum"),
    ("wa", "whatsapp"),
    ("ig", "instagram"),
    ("fb", "facebook"),
    ("telp", "telepon"),
    ("tlp", "telepon"),
];

/// A name of a unit, service or channel as it is compared with what somebody else wrote: what is written short is written
/// out, and blanks part nothing. `Kel. Mekar Sari` and `Kelurahan Mekarsari` are the same name.
pub fn written_out(text: &str) -> String {
    words_written_out(text).concat()
}

/// The words of such a name, each written out.
pub fn words_written_out(text: &str) -> Vec<String> {
    let folded = folded(&text.replace('&', " dan "));
    let long = |word: &str| {
        let known = SHORT.iter().find(|(short, _)| *short == word);
        known.map_or(word, |(_, long)| *long).to_owned()
    };
    let words: Vec<String> = folded.split(' ').map(long).collect();
    // The national channel goes by the second half of its name.
    let is_half = |word: &String| word == "sp4n" && words.len() > 1;
    words.iter().filter(|word| !is_half(word)).cloned().collect()
}

/// The first character of a text that no record may hold: what does not show, but for the ends of lines and tabs.
/// Reports mark with such characters where a name will stand, and who reads sees another text than is compared.
pub fn hidden(text: &str) -> Option<char> {
    if is_plain(text) {
        return None;
    }
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let stays = matches!(letter, '\n' | '\t') || (letter == '\r' && letters.peek() == Some(&'\n'));
        if !stays && is_hidden(letter) {
            return Some(letter);
        }
    }
    None
}

/// A text without what no record may hold.
pub fn shown(text: &str) -> String {
    let stays = |letter: &char| matches!(letter, '\n' | '\t') || !is_hidden(*letter);
    text.chars().filter(stays).collect()
}

/// Refuses a text with a character that does not show.
#[inline]
pub(super) fn printable(text: &str) -> Result<(), Box<Problem>> {
    match hidden(text) {
        None => Ok(()),
        Some(letter) => Err(Box::new(Problem::HiddenCharacter {
            code: format!("U+{:04X}", u32::from(letter)),
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_written_short_or_apart_are_the_same() {
        for (text, expected) in [
            ("Tgl Terima", "tanggal terima"),
            ("N A M A", "nama"),
            ("N I P", "nip"),
            ("a b", "a b"),
            ("1 2 3", "1 2 3"),
        ] {
            assert_eq!(spelled(text), expected, "{text}");
        }
    }

    #[test]
    fn texts_of_one_meaning_fold_to_one() {
        for (text, expected) in [
            ("  Gol./Ruang ", "gol ruang"),
            ("Nur’aini", "nuraini"),
            ("Nur'Aini", "nuraini"),
            ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("UNOR_NAMA", "unor nama"),
            ("№ 5", "no 5"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn names_of_units_are_written_out() {
        for (text, expected) in [
            ("Kel. Mekar Sari", "kelurahanmekarsari"),
            ("KELURAHAN MEKARSARI", "kelurahanmekarsari"),
            ("Sub Bag. Umum", "subbagianumum"),
            ("Subbagian Umum", "subbagianumum"),
            ("WA", "whatsapp"),
            ("Seksi Tata Usaha & Umum", "seksitatausahadanumum"),
            ("Seksi Tata Usaha dan Umum", "seksitatausahadanumum"),
            ("Kelapa", "kelapa"),
        ] {
            assert_eq!(written_out(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_holds_nothing_that_does_not_show() {
        for text in [
            "Siti \u{ff5e} \u{fdcf}\u{fdf0}",
            "satu\ndua\ttiga",
            "satu\r\ndua",
            "Nur’aini é",
            "نور",
        ] {
            assert!(printable(text).is_ok(), "{text:?}");
            assert_eq!(shown(text), text.replace('\r', ""));
        }
        for text in [
            "\u{fdd0}7",
            "a\u{fdef}",
            "\u{1b}[2J",
            "a\rb",
            "x\u{202e}y",
            "a\u{200b}",
            "a\u{ad}",
            "\0",
            "\u{ffff}",
        ] {
            let refused = printable(text).map_err(|problem| problem.code());
            assert_eq!(refused, Err("hidden-character".into()), "{text:?}");
            assert!(printable(&shown(text)).is_ok(), "{text:?}");
        }
    }
}
