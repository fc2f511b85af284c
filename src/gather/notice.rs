//! The month for the notice board, and what was done of what citizens said, in words that name nobody of the office.

use super::month;
use super::people::load_all_names;
use super::reading::Reading;
use crate::measure::forum::MONTHS;
use crate::measure::notice::{NoticeFigures, deeds};
use std::collections::HashSet;

/// How many letters a part of a name has at least: titles and initials name nobody.
const SHORTEST: usize = 3;

/// Gathers the report, as of the last day; `None` when the rules do not allow it.
pub fn report(reading: &mut Reading<'_>) -> Option<NoticeFigures> {
    let month = month::month(reading)?;
    let surveys = reading.surveys().iter();
    let surveys = surveys.filter(|survey| survey.questionnaire.is_satisfaction());
    let surveys: Vec<&str> = surveys.map(|survey| &*survey.code).collect();
    let archive = reading.archive;
    let mut deeds = deeds(&month.forums, &month.actions, &surveys, reading.window(MONTHS));
    let all = deeds.len();
    if all > 0 {
        let names = names(load_all_names(archive.directory).into_values());
        deeds.retain(|deed| !deed.names_any(&names));
    }
    Some(NoticeFigures {
        naming: all - deeds.len(),
        month,
        deeds,
    })
}

/// The parts of names; what follows a comma is a title.
fn names(all: impl Iterator<Item = String>) -> HashSet<String> {
    let mut out = HashSet::new();
    for name in all {
        let bare = name.split(',').next().unwrap_or_default();
        let parts = bare.split(|c: char| !c.is_alphabetic());
        let parts = parts.filter(|part| part.chars().count() >= SHORTEST);
        out.extend(parts.flat_map(spellings));
    }
    out
}

/// A part of a name as it may stand in a sentence, however the list of staff writes it: `SITI`, `Siti`.
fn spellings(part: &str) -> [String; 3] {
    let mut letters = part.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + &letters.as_str().to_lowercase();
    [part.to_owned(), capital, part.to_uppercase()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_capitals_is_found_in_a_sentence() {
        let names = names(["Drs. SITI aminah, M.SI.".to_owned()].into_iter());
        for word in ["SITI", "Siti", "Aminah", "AMINAH", "aminah"] {
            assert!(names.contains(word), "{word}");
        }
        assert!(!names.contains("siti"), "a word in small letters may be no name");
    }
}
