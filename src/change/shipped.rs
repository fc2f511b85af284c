//! The rules and questionnaires that `bina init` writes: those of `data/`, as they stand there.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    #[test]
    fn every_rule_is_shipped() {
        for rule in Rules::NAMES {
            let file = format!("rules/{rule}.toml");
            assert!(SHIPPED.iter().any(|(name, _)| *name == file), "{rule}");
        }
    }
}
