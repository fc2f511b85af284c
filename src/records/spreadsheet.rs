//! What a spreadsheet program makes of an id when it opens a file: some it takes for a number, a day or a truth, and
//! writes back as another text.

/// The beginnings of the names of months, in English and Indonesian, as spreadsheet programs read them.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "mei", "jun", "jul", "aug", "agu", "sep", "oct", "okt", "nov", "dec",
    "des",
];

/// How many digits of a number are saved as they were.
const SHOWN: usize = 11;

/// Whether a spreadsheet takes an id for something else than text, and so saves another.
pub fn mistakes(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        ["true" | "false"] => true,
        // 0123 loses its zero, 827725e6 becomes 8.27725E+11, and so do long numbers.
        [part] => match part.split_once('e') {
            Some((number, exponent)) => is_number(&number) && is_number(&exponent),
            None => is_number(&part) && (part.len() > SHOWN || (part.len() > 1 && part.starts_with('0'))),
        },
        // 3-11, 2026-10, nov-3, 3-nov, 3-11-2026 and 3-nov-2026 become days.
        [a, b] => match (is_number(&a), is_number(&b)) {
            (true, true) => a.len() <= 4 && b.len() <= 4,
            (true, false) => is_month(b),
            (false, true) => is_month(a),
            (false, false) => false,
        },
        [a, b, c] => {
            let ends = |part: &str| is_number(&part) && part.len() <= 5;
            ends(a) && ends(c) && (is_number(&b) && b.len() <= 2 || is_month(b))
        }
        _ => false,
    }
}

/// Whether a word is the name of a month or its beginning of three letters.
fn is_month(word: &str) -> bool {
    let names = [
        "january",
        "januari",
        "february",
        "februari",
        "march",
        "maret",
        "april",
        "june",
        "juni",
        "july",
        "juli",
        "august",
        "agustus",
        "september",
        "october",
        "oktober",
        "november",
        "december",
        "desember",
    ];
    MONTHS.contains(&word) || names.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_not_text_to_a_spreadsheet() {
        for id in [
            "827725e6",
            "123456789012",
            "007",
            "3-11",
            "2026-10",
            "2026-10-00005",
            "nov-3",
            "3-agu-2026",
            "true",
        ] {
            assert!(mistakes(id), "{id}");
        }
        for id in [
            "b827725e",
            "12",
            "57829956",
            "p0000001",
            "kec",
            "2026-10-k7f3q",
            "sie-3",
            "e5",
            "3e",
            "1-2-3-4",
            "rw-05",
            "mei",
            "5s-2",
        ] {
            assert!(!mistakes(id), "{id}");
        }
    }
}
