//! Text from records inside Markdown: it stays text.

use crate::diagnostic::visible;

/// A text that begins a line: what [`inline`] escapes, and what would make it a list, a rule or a heading.
pub(super) fn line(text: &str) -> String {
    let mut text = inline(text);
    if let Some(at) = line_marker(&text) {
        text.insert(at, '\\');
    }
    text
}

/// A text within a line: a backslash before everything that Markdown, HTML, or the extensions of git hosts would
/// interpret.
pub(super) fn inline(text: &str) -> String {
    let text = visible(text);
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        if is_markup(letter, &text[..at], &text[at + letter.len_utf8()..]) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn is_markup(letter: char, before: &str, after: &str) -> bool {
    match letter {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '#' => true,
        '&' => after.starts_with(|next: char| next.is_ascii_alphabetic()),
        // Otherwise a host makes a link of it, with a target that nobody checked.
        ':' => after.starts_with("//"),
        '.' => before.ends_with("www") || before.ends_with("WWW"),
        _ => false,
    }
}

/// Where a text that begins like a list or a rule has the letter that makes it one.
fn line_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits)? {
        b'-' | b'+' | b'=' if digits == 0 => Some(0),
        b'.' | b')' if digits > 0 => Some(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_records_is_text() {
        assert_eq!(inline("<script>a|b</script>"), "\\<script\\>a\\|b\\</script\\>");
        assert_eq!(inline("a*b_c`d[e](f)\\"), "a\\*b\\_c\\`d\\[e\\](f)\\\\");
        assert_eq!(inline("Bina & Latih &amp; R&D"), "Bina & Latih \\&amp; R\\&D");
        assert_eq!(
            inline("https://a.id dan www.b.id"),
            "https\\://a.id dan www\\.b.id"
        );
        assert_eq!(line("# satu"), "\\# satu");
        assert_eq!(line("  - satu"), "\\- satu");
        assert_eq!(line("12. satu"), "12\\. satu");
        assert_eq!(line("12,5 dan 3.000"), "12,5 dan 3.000");
        assert_eq!(line("satu\ndua\u{202e}"), "satu⏎dua\\\\u{202e}");
    }

    #[test]
    fn a_figure_in_a_cell_keeps_its_sign_plain() {
        assert_eq!(inline("-12,5"), "-12,5");
        assert_eq!(line("-12,5"), "\\-12,5");
    }
}
