//! The rules and questionnaires that `bina init` writes: those of `data/`, as they stand there, but without the
//! decrees of that office.

use crate::words::change::Shipped;
use crate::words::{Lang, Say};

/// Includes files of `data/` under their names.
macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[ $( ($name, include_str!(concat!("../../data/", $name))) ),* ]
    };
}

/// The file of each document with its text.
pub(super) static SHIPPED: &[(&str, &str)] = shipped![
    "rules/attendance.toml",
    "rules/certificates.toml",
    "rules/complaints.toml",
    "rules/effect.toml",
    "rules/evaluation.toml",
    "rules/feedback.toml",
    "rules/gain.toml",
    "rules/gap.toml",
    "rules/guidance.toml",
    "rules/hours.toml",
    "rules/impact.toml",
    "rules/incentive.toml",
    "rules/jp-conversion.toml",
    "rules/look-back.toml",
    "rules/mentoring.toml",
    "rules/methods.toml",
    "rules/predicate.toml",
    "rules/privacy.toml",
    "rules/sample-size.toml",
    "rules/satisfaction.toml",
    "rules/talent.toml",
    "questionnaires/skm-2025.toml",
    "questionnaires/umpan-balik-2025.toml",
];

/// What marks the basis of a rule as a decree of the example office.
const EXAMPLE: &str = " (contoh)";

/// The text of a document for another office. What the example office laid down itself is a proposal there: its basis
/// says that there is none yet, and it is not verified, so that no report prints a decree that nobody issued.
pub(super) fn for_office(text: &str, lang: Lang) -> String {
    let mut is_own = false;
    let lines = text.lines().map(|line| {
        let basis = line.strip_prefix("basis = \"");
        let basis = basis.map(|rest| rest.trim_end_matches('"'));
        if let Some(basis) = basis {
            is_own = basis.ends_with(EXAMPLE);
        }
        match basis.filter(|_| is_own) {
            Some(basis) => {
                let (advice, basis) = (Shipped::BasisToWrite.text(lang), missing(basis).text(lang));
                format!("# {advice}\nbasis = \"{basis}\"\n")
            }
            None if is_own && line.starts_with("verified = ") => "verified = \"unverified\"\n".to_owned(),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// What stands in place of a decree, by its subject.
fn missing(basis: &str) -> Shipped {
    let subject = basis
        .split_once(" tentang ")
        .map_or(basis, |(_, subject)| subject);
    Shipped::BasisMissing {
        subject: subject.trim_end_matches(EXAMPLE).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    #[test]
    fn no_decree_of_the_example_office_is_shipped() {
        let mut proposals = 0;
        for (name, text) in SHIPPED {
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

    #[test]
    fn every_rule_is_shipped() {
        for rule in Rules::NAMES {
            let file = format!("rules/{rule}.toml");
            assert!(SHIPPED.iter().any(|(name, _)| *name == file), "{rule}");
        }
    }
}
