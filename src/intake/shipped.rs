//! The rules for lists that come with the program: those of `data/imports/`.

/// Includes rule files under their names.
macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[ $( ($name, include_str!(concat!("../../data/imports/", $name, ".toml"))) ),* ]
    };
}

/// The name of each rule with its text.
pub(super) static SHIPPED: &[(&str, &str)] = shipped![
    "evaluasi-triwulan",
    "kebutuhan",
    "kompetensi",
    "pegawai",
    "pengaduan",
    "penilaian-kompetensi",
    "peserta-pelatihan",
    "riwayat-pelatihan",
    "siasn-pegawai",
    "standar-kompetensi",
    "survei-kepuasan",
];

/// What a rule is called beside its name: as `bina export` names what the same system takes.
pub(super) fn alias(rule: &str) -> Option<&'static str> {
    (rule == "siasn-pegawai").then_some("siasn-staff")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;
    use crate::records::import::ImportRule;

    #[test]
    fn every_rule_can_be_read() {
        for (name, text) in SHIPPED {
            let mut findings = Findings::new();
            let rule: Option<ImportRule> = document::read(text, 0, &mut findings);
            let told: Vec<String> = findings.iter().map(|finding| finding.problem.code()).collect();
            assert!(rule.is_some() && told.is_empty(), "{name}: {told:?}");
        }
    }
}
