//! The apostrophe that keeps a spreadsheet program from calculating a text: written before it where a table leaves, and
//! taken away where one comes in.
//!
//! The two undo each other for every text, also for one that begins with an apostrophe itself.

use std::borrow::Cow;

/// How a formula begins, also in the wide forms of letters.
const FORMULA: &str = "=+-@＝＋－＠";

/// What a program passes over before a formula.
const PASSED_OVER: &str = "\t\r\n";

/// A text as it may stand in a cell of a spreadsheet program.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match needs_guard(text) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// A text without its guard; also without the apostrophe that people type before digits, so that they stay text.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(text) => rest,
        _ => text,
    }
}

/// Whether a program would calculate the text, or whether it looks like one that is guarded. A number is none: it is
/// what it is.
fn needs_guard(text: &str) -> bool {
    let rest = text.trim_start_matches('\'');
    let bare = rest.trim_start();
    let is_formula = bare.starts_with(|letter| FORMULA.contains(letter))
        || rest.starts_with(|letter| PASSED_OVER.contains(letter));
    let is_quoted = rest.len() < text.len();
    match is_quoted {
        true => is_formula || bare.starts_with(|letter: char| letter.is_ascii_digit()),
        false => is_formula && !is_negative(text),
    }
}

/// Whether a text is a negative number, with a point or a comma before its decimals.
fn is_negative(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix('-').unwrap_or_default();
    match number.split_once(['.', ',']) {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_would_calculate_is_text() {
        for text in [
            "=1+1", "+62 811", "-", "--", "-1+1", "-5e3", "@SUM(A1)", "\t=1", "\rx", " =1", "＝1", "\u{a0}=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in [
            "", "a=1", "-5", "-12.5", "-12,5", "12", "'t Hart", "Nur'aini", "''", "' a", "a\n=1",
        ] {
            assert_eq!(guarded(text), text, "{text:?}");
        }
    }

    #[test]
    fn the_two_undo_each_other() {
        let letters = ["'", "=", "-", "5", ".", " ", "a", "\t", "\r", "@", "＋"];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = texts
                .iter()
                .flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")));
            texts.extend(longer.collect::<Vec<_>>());
        }
        for text in texts {
            let guarded = guarded(&text);
            assert_eq!(unguarded(&guarded), text, "{guarded:?}");
            let is_harmless = !guarded
                .trim_start()
                .starts_with(|letter| FORMULA.contains(letter));
            assert!(is_harmless || is_negative(&guarded), "{guarded:?}");
        }
    }

    #[test]
    fn what_people_type_before_digits_goes() {
        assert_eq!(unguarded("'198609262015051001"), "198609262015051001");
        assert_eq!(unguarded("'t Hart"), "'t Hart");
    }
}
