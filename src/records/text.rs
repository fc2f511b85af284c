//! Free text, in which a record may hold every character but those that are for the inside of programs.

use crate::words::problem::Problem;

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
    fn a_text_holds_no_mark_of_a_name() {
        let code = |text: &'static str| printable(text).map_err(|problem| problem.code());
        assert_eq!(code("Siti \u{ff5e} \u{fdcf}\u{fdf0}"), Ok(()));
        assert_eq!(code("\u{fdd0}7\u{fdd1}"), Err("noncharacter".into()));
        assert_eq!(code("a\u{fdef}"), Err("noncharacter".into()));
    }
}
