//! Lines of prose that fit a width, measured as a terminal shows them.

use unicode_width::UnicodeWidthStr;

/// How many columns of a terminal the text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The width of its longest word.
pub(super) fn longest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// The text as lines of at most `room` columns, at least one line. Words are broken only when they are longer than a
/// line; runs of spaces become one.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && width(&line) + 1 + width(word) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        while width(&line) > room {
            let at = seam(&line, fitting(&line, room));
            let rest = line.split_off(at);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Where a word is broken that is longer than a line: behind the last sign that joins the parts of an address or a name,
/// where that leaves no line nearly empty.
fn seam(word: &str, fits: usize) -> usize {
    let joint = word[..fits].rfind(['/', ':', '-']).map(|at| at + 1);
    joint.filter(|at| *at * 3 >= fits).unwrap_or(fits)
}

/// The number of bytes at its beginning that fit into `room` columns: at least one letter, so that wrapping ends, and
/// never so that the rest begins with a letter without width, which would lose its base.
fn fitting(text: &str, room: usize) -> usize {
    let mut taken = 0;
    let mut at = 0;
    for (start, letter) in text.char_indices() {
        // The width of the whole piece, because some sequences are wider than the sum of their letters.
        let end = start + letter.len_utf8();
        taken = if letter.is_ascii() {
            taken + 1
        } else {
            width(&text[..end])
        };
        if at > 0 && taken > room {
            break;
        }
        at = end;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(wrap("satu dua  tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(
            wrap("pertanggungjawaban ok", 10),
            ["pertanggun", "gjawaban", "ok"]
        );
        assert_eq!(
            wrap("participation:2026-10/arsip-digital/p51fqse5", 18),
            ["participation:", "2026-10/arsip-", "digital/p51fqse5"]
        );
    }

    #[test]
    fn width_is_what_a_terminal_shows() {
        assert_eq!(wrap("日本語日本語", 5), ["日本", "語日", "本語"]);
        assert_eq!(wrap("❤️❤️❤️", 4), ["❤️❤️", "❤️"]);
        assert_eq!(
            wrap("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        assert_eq!(wrap("語", 1), ["語"]);
    }
}
