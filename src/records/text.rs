//! Free text: which characters a record may hold, and when two texts mean the same to a reader.

use crate::words::problem::Problem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared with what somebody else wrote: in lower case, its letters without marks and in whatever
/// form Unicode keeps them, apostrophes of every kind left out, everything else that is no letter or digit one blank.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '′' | '＇' | '\u{200b}'..='\u{200f}' | '\u{feff}' =>
                {}
            _ if letter.is_alphanumeric() => out.push(letter),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Refuses the characters that Unicode keeps for the inside of programs: reports mark with them where a name will
/// stand, so no record may hold one.
#[inline]
pub(super) fn printable(text: &str) -> Result<(), Box<Problem>> {
    // The first byte of them all in UTF-8; few texts have it.
    if memchr::memchr(0xef, text.as_bytes()).is_none() {
        return Ok(());
    }
    match text
        .chars()
        .find(|letter| matches!(letter, '\u{fdd0}'..='\u{fdef}'))
    {
        None => Ok(()),
        Some(letter) => Err(Box::new(Problem::Noncharacter {
            code: format!("U+{:04X}", u32::from(letter)),
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_text_holds_no_mark_of_a_name() {
        let code = |text: &'static str| printable(text).map_err(|problem| problem.code());
        assert_eq!(code("Siti \u{ff5e} \u{fdcf}\u{fdf0}"), Ok(()));
        assert_eq!(code("\u{fdd0}7\u{fdd1}"), Err("noncharacter".into()));
        assert_eq!(code("a\u{fdef}"), Err("noncharacter".into()));
    }
}
