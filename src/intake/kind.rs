//! The lists of codes that an office keeps: what one of each is called, and what is typed to add one.

use super::misspelt::{self, Nearness};
use crate::records::cell::{Cell, Id};
use crate::records::competence::competencies;
use crate::records::table::Attribute;
use crate::records::text::folded;
use crate::words::import::{Intake, Spot};
use crate::words::{Lang, Say};

/// A list of codes with their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CodeKind {
    Unit,
    Service,
    Channel,
    Category,
    Competency,
}

impl CodeKind {
    /// The list that a column of a table holds a code of.
    pub(super) fn of(column: &Attribute) -> Option<CodeKind> {
        match &*column.name {
            _ if column.refers == Some("units") => Some(CodeKind::Unit),
            _ if column.refers == Some("competencies") => Some(CodeKind::Competency),
            "service" => Some(CodeKind::Service),
            "channel" => Some(CodeKind::Channel),
            "category" => Some(CodeKind::Category),
            _ => None,
        }
    }

    pub(super) fn word(self, lang: Lang) -> String {
        let word = match self {
            CodeKind::Unit => Intake::UnitWord,
            CodeKind::Service => Intake::ServiceWord,
            CodeKind::Channel => Intake::ChannelWord,
            CodeKind::Category => Intake::CategoryWord,
            CodeKind::Competency => Intake::CompetencyWord,
        };
        word.text(lang)
    }

    /// What is typed to add one.
    pub(super) fn way(self) -> &'static str {
        match self {
            CodeKind::Unit => "--new-units",
            CodeKind::Service | CodeKind::Channel | CodeKind::Category => "--new-services",
            CodeKind::Competency => "bina competency add",
        }
    }

    /// What is typed to add one of a name that may be another's: that it means itself.
    pub(super) fn addition(self, name: &str) -> String {
        let (way, one) = (self.way(), self.field());
        match way.starts_with("--") {
            true => format!("{way} --means \"{name}={name}\""),
            false => format!("bina {one} add {} --name \"{name}\"", free_code(name, self, &[])),
        }
    }

    /// How near a text is to the name of one that it may mean; `None` where it means another, or one that is not there.
    pub(super) fn nearness(self, text: &str, name: &str) -> Option<Nearness> {
        match self == CodeKind::Unit {
            true => misspelt::nearness_of_unit(text, name),
            false => misspelt::nearness(text, name),
        }
    }

    /// What one is called: its array of tables in `bina.toml`, or its table.
    pub(super) fn field(self) -> &'static str {
        match self {
            CodeKind::Unit => "unit",
            CodeKind::Service => "service",
            CodeKind::Channel => "channel",
            CodeKind::Category => "category",
            CodeKind::Competency => competencies.one,
        }
    }
}

/// The first of some places, as they are told: file and sheet once for those that stand on one.
pub(super) fn places(spots: &[Spot], lang: Lang) -> String {
    /// So many are named.
    const NAMED: usize = 3;
    let mut once: Vec<&Spot> = Vec::new();
    for spot in spots {
        if once.len() <= NAMED && !once.contains(&spot) {
            once.push(spot);
        }
    }
    let mut told: Vec<String> = Vec::new();
    for (at, spot) in once.iter().enumerate().take(NAMED) {
        let is_there = |before: &&Spot| (&before.file, &before.sheet) == (&spot.file, &spot.sheet);
        let before = at.checked_sub(1).map(|before| once[before]).filter(is_there);
        told.push(match (before, spot.cell()) {
            (Some(_), Some(cell)) => cell,
            _ => spot.text(lang),
        });
    }
    told.extend((once.len() > NAMED).then(|| "…".to_owned()));
    told.join("; ")
}

/// A code for a name that no other has.
pub(super) fn free_code(name: &str, kind: CodeKind, taken: &[(String, String)]) -> String {
    let ascii: String = folded(name).chars().filter(|letter| letter.is_ascii()).collect();
    let mut stem = ascii
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    stem.truncate(40);
    let mut stem = stem.trim_end_matches('-').to_owned();
    if Id::parse(&stem).is_err() || crate::records::spreadsheet::mistakes(&stem) {
        stem = format!("{}-{stem}", kind.field())
            .trim_end_matches('-')
            .to_owned();
    }
    let is_taken = |code: &str| taken.iter().any(|(known, _)| known == code);
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut codes = std::iter::once(stem.clone()).chain(numbered);
    codes.find(|code| !is_taken(code)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_of_the_name() {
        let taken = [("kelurahan-terjun".to_owned(), "x".to_owned())];
        assert_eq!(
            free_code("Seksi Pemerintahan", CodeKind::Unit, &taken),
            "seksi-pemerintahan"
        );
        assert_eq!(
            free_code("Kelurahan Terjun", CodeKind::Unit, &taken),
            "kelurahan-terjun-2"
        );
        assert_eq!(free_code("007", CodeKind::Service, &taken), "service-007");
        assert_eq!(free_code("—", CodeKind::Unit, &[]), "unit");
    }
}
