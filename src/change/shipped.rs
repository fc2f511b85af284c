//! The rules and questionnaires that `bina init` writes: those of `data/`, as they stand there, but without the
//! decrees of that office.

use crate::words::change::Shipped;
use crate::words::{Lang, Say};

/// The questionnaires, by code, with their texts.
pub(crate) static QUESTIONNAIRES: &[(&str, &str)] = &[
    (
        "skm-2025",
        include_str!("../../data/questionnaires/skm-2025.toml"),
    ),
    (
        "umpan-balik-2025",
        include_str!("../../data/questionnaires/umpan-balik-2025.toml"),
    ),
];

/// What marks the basis of a rule as a decree of the example office.
const EXAMPLE: &str = " (contoh)";

/// The text of a document for another office. What the example office laid down itself is a proposal there: it has no
/// basis and is not verified, so that no report prints a decree that nobody issued, and each says so in its language.
pub(super) fn for_office(text: &str, lang: Lang) -> String {
    let mut is_own = false;
    let lines = text.lines().map(|line| {
        let basis = line.strip_prefix("basis = \"");
        let basis = basis.map(|rest| rest.trim_end_matches('"'));
        if let Some(basis) = basis {
            is_own = basis.ends_with(EXAMPLE);
        }
        match basis.filter(|_| is_own) {
            Some(_) => format!("# {}\n# basis = \"…\"\n", Shipped::BasisToWrite.text(lang)),
            None if is_own && line.starts_with("verified = ") => "verified = \"unverified\"\n".to_owned(),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    #[test]
    fn no_decree_of_the_example_office_is_shipped() {
        let mut proposals = 0;
        for (name, text) in Rules::SHIPPED.iter().chain(QUESTIONNAIRES) {
            let written = for_office(text, Lang::Id);
            assert!(
                !written.contains(EXAMPLE) && !written.contains("Camat Nomor"),
                "{name}"
            );
            let own = text.lines().filter(|line| line.ends_with("(contoh)\"")).count();
            let unverified = |text: &str| text.matches("verified = \"unverified\"").count();
            assert_eq!(unverified(&written), unverified(text) + own, "{name}");
            proposals += own;
            if own == 0 {
                assert_eq!(written, **text, "{name}");
            }
        }
        assert!(proposals > 0);
    }
}
