//! E-mail addresses as they stand in a text.

/// The first address in a text, and the byte at which it begins: something before an `@`, and a name with a point after
/// it. Nothing in it is a blank, a line end or any other sign that means something to whoever delivers mail.
pub fn first_in(text: &str) -> Option<(usize, &str)> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    text.match_indices('@').find_map(|(at, _)| {
        let from = text[..at].trim_end_matches(belongs).len();
        let after = text[at + 1..].split(|c| !belongs(c)).next().unwrap_or("");
        let after = after.trim_end_matches('.');
        let has_point = after.trim_start_matches('.').contains('.');
        (from < at && has_point).then(|| (from, &text[from..at + 1 + after.len()]))
    })
}

/// The text, where it is one address and nothing else.
pub fn whole(text: &str) -> Option<&str> {
    first_in(text)
        .map(|(_, address)| address)
        .filter(|address| *address == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_and_holds_nothing_that_commands() {
        let line = "Telepon (061) 000 0000 · kecamatan@contoh.go.id. Buka 08.00";
        assert_eq!(
            first_in(line).map(|found| found.1),
            Some("kecamatan@contoh.go.id")
        );
        assert_eq!(whole("siti.a@contoh.go.id"), Some("siti.a@contoh.go.id"));
        for text in [
            "siti@contoh.go.id\nBcc: x@y.id",
            "siti@contoh.go.id, budi@contoh.go.id",
            "<siti@contoh.go.id>",
            "siti@contoh",
            "@contoh.go.id",
            " siti@contoh.go.id",
            "",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
