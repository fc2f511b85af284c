//! Characters that do not show, written out, so that no text commands a terminal.

use std::borrow::Cow;

/// The text with hidden characters written out, so that a record cannot command the terminal or reorder what the reader
/// sees. A tab stays, as one space.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(is_hidden) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\t' => out.push(' '),
            '\n' => out.push('⏎'),
            _ if is_hidden(letter) => out.extend(letter.escape_unicode()),
            _ => out.push(letter),
        }
    }
    out.into()
}

/// The same for a screen, whose lines stay; with `colour` also what only colours.
pub fn on_screen(text: &str, colour: bool) -> Cow<'_, str> {
    if is_plain(text) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let colours = match behind.strip_prefix('[').filter(|_| colour && letter == '\u{1b}') {
            Some(digits) => digits.find(|letter: char| !letter.is_ascii_digit() && letter != ';'),
            None => None,
        };
        let colours = colours.filter(|end| behind[1 + end..].starts_with('m'));
        let length = colours.map_or(letter.len_utf8(), |end| letter.len_utf8() + end + 2);
        let stays = matches!(letter, '\n' | '\t') || (letter == '\r' && behind.starts_with('\n'));
        match stays || colours.is_some() || !is_hidden(letter) {
            true => out.push_str(&rest[..length]),
            false => out.extend(letter.escape_unicode()),
        }
        rest = &rest[length..];
    }
    out.into()
}

/// Whether all of a text is printable ASCII, as most is.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// Whether a character does not show: it controls, changes the direction of text, has no width, or is for the inside of
/// programs.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}')
        || matches!(letter, '\u{e0000}'..='\u{e007f}')
        || u32::from(letter) & 0xfffe == 0xfffe
}
