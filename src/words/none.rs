//! Which sentences say that there is none of something.

use super::Lang;

/// How a sentence that says so begins, in each language.
const OPENINGS: [&[&str]; 2] = [
    &["Tidak ada", "Belum ada", "Tidak satu pun"],
    &["No ", "None", "Nothing", "Nobody", "There is no", "There are no"],
];

/// What a sentence holds that says already how much is known; and what holds without any record, as rules do.
const KNOWN: [&[&str]; 2] = [
    &["diketahui", "catat", "Tidak ada ketentuan"],
    &["known", "record", "No rule"],
];

/// Whether a sentence of the program's own says that there is none of something, as if everything were known.
pub fn says_none(sentence: &str, lang: Lang) -> bool {
    let (openings, known) = (OPENINGS[lang as usize], KNOWN[lang as usize]);
    let is_alone = !sentence.trim_end_matches('.').contains(". ");
    let begins = openings.iter().any(|opening| sentence.starts_with(opening));
    is_alone && begins && !known.iter().any(|known| sentence.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_how_much_is_known_says_it_once() {
        for (sentence, lang, is_none) in [
            ("Tidak ada yang terbuka.", Lang::Id, true),
            ("Belum ada peraturan yang tercatat.", Lang::Id, false),
            ("Tidak ada ketentuan yang berganti tahun ini.", Lang::Id, false),
            ("Tidak ada catatan khusus. Terima kasih.", Lang::Id, false),
            ("Yang terbuka: 2.", Lang::Id, false),
            ("None.", Lang::En, true),
            ("Nothing is known to be late.", Lang::En, false),
            (
                "There is no record of your activities yet; please tell us.",
                Lang::En,
                false,
            ),
        ] {
            assert_eq!(says_none(sentence, lang), is_none, "{sentence}");
        }
    }
}
