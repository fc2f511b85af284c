//! What is said of a month, said of a longer time.

use super::Lang;

/// Words about a month, and those about a longer time in their place; in each language the longer words in front.
const WORDS: [&[(&str, &str)]; 2] = [
    &[
        ("dua belas bulan sebelumnya", "dua belas bulan sebelumnya"),
        ("dua belas bulan terakhir", "periode ini"),
        ("dua belas bulan itu", "periode itu"),
        ("dua belas bulan ini", "periode ini"),
        ("dua belas bulan", "periode ini"),
        ("hari terakhir bulan", "hari terakhir periode"),
        ("akhir bulan", "akhir periode"),
        ("bulan sebelumnya", "periode sebelumnya"),
        ("laporan bulanan", "laporan lengkap periode ini"),
        ("bulan ini", "periode ini"),
    ],
    &[
        ("the twelve months before", "the twelve months before"),
        ("the last twelve months", "the period"),
        ("these twelve months", "the period"),
        ("the twelve months", "the period"),
        ("twelve months", "the period"),
        ("the monthly report", "the full report of the period"),
        ("the month", "the period"),
        ("The month", "The period"),
        ("this month", "this period"),
    ],
];

/// A sentence about a month, said of a longer time. It must be one of the program's own: the words of a record stay as
/// they are.
pub fn of_longer(sentence: &str, lang: Lang) -> String {
    let words = WORDS[lang as usize];
    let (mut out, mut rest) = (String::with_capacity(sentence.len()), sentence);
    while let Some(next) = rest.chars().next() {
        let is_whole = |word: &str| !rest[word.len()..].starts_with(char::is_alphabetic);
        let begins = |(month, _): &&(&str, &str)| rest.starts_with(month) && is_whole(month);
        let is_inside = out.ends_with(char::is_alphanumeric);
        match words.iter().filter(|_| !is_inside).find(begins) {
            Some((month, longer)) => {
                out.push_str(longer);
                rest = &rest[month.len()..];
            }
            None => {
                out.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_about_the_month_itself_are_said_of_a_longer_time() {
        for (lang, of_month, longer) in [
            (Lang::Id, "Sesi bulan ini", "Sesi periode ini"),
            (
                Lang::Id,
                "sampai hari terakhir bulan ini.",
                "sampai hari terakhir periode ini.",
            ),
            (
                Lang::Id,
                "3 bulan penuh sebelum bulan mulai",
                "3 bulan penuh sebelum bulan mulai",
            ),
            (Lang::En, "the month's last day", "the period's last day"),
            (
                Lang::En,
                "the months since, the month",
                "the months since, the period",
            ),
            (Lang::En, "the twelve months before", "the twelve months before"),
            (Lang::En, "breathe month", "breathe month"),
        ] {
            assert_eq!(of_longer(of_month, lang), longer);
        }
    }
}
