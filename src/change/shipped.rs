//! The rules and questionnaires that `bina init` writes: those of `data/`, as they stand there.

/// The file of each document with its text.
pub(super) static SHIPPED: &[(&str, &str)] = &[
    (
        "rules/attendance.toml",
        include_str!("../../data/rules/attendance.toml"),
    ),
    (
        "rules/certificates.toml",
        include_str!("../../data/rules/certificates.toml"),
    ),
    (
        "rules/complaints.toml",
        include_str!("../../data/rules/complaints.toml"),
    ),
    ("rules/effect.toml", include_str!("../../data/rules/effect.toml")),
    (
        "rules/evaluation.toml",
        include_str!("../../data/rules/evaluation.toml"),
    ),
    (
        "rules/feedback.toml",
        include_str!("../../data/rules/feedback.toml"),
    ),
    ("rules/gain.toml", include_str!("../../data/rules/gain.toml")),
    ("rules/gap.toml", include_str!("../../data/rules/gap.toml")),
    (
        "rules/guidance.toml",
        include_str!("../../data/rules/guidance.toml"),
    ),
    ("rules/hours.toml", include_str!("../../data/rules/hours.toml")),
    ("rules/impact.toml", include_str!("../../data/rules/impact.toml")),
    (
        "rules/jp-conversion.toml",
        include_str!("../../data/rules/jp-conversion.toml"),
    ),
    (
        "rules/look-back.toml",
        include_str!("../../data/rules/look-back.toml"),
    ),
    (
        "rules/methods.toml",
        include_str!("../../data/rules/methods.toml"),
    ),
    (
        "rules/predicate.toml",
        include_str!("../../data/rules/predicate.toml"),
    ),
    (
        "rules/privacy.toml",
        include_str!("../../data/rules/privacy.toml"),
    ),
    (
        "rules/sample-size.toml",
        include_str!("../../data/rules/sample-size.toml"),
    ),
    (
        "rules/satisfaction.toml",
        include_str!("../../data/rules/satisfaction.toml"),
    ),
    ("rules/talent.toml", include_str!("../../data/rules/talent.toml")),
    (
        "questionnaires/skm-2025.toml",
        include_str!("../../data/questionnaires/skm-2025.toml"),
    ),
    (
        "questionnaires/umpan-balik-2025.toml",
        include_str!("../../data/questionnaires/umpan-balik-2025.toml"),
    ),
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
