//! The list of all rules.

use super::rule::Rule;
use super::{
    answers, attendance, certificates, circles, complaints, declared, imports, layout, participation, people,
    performance, personal, posted, reading, rolls, settings, spelling, surveys, trainings, twice,
};

/// The rules of each subject, in the order in which they are shown.
const SUBJECTS: &[&[Rule]] = &[
    reading::RULES,
    layout::RULES,
    declared::RULES,
    circles::RULES,
    personal::RULES,
    settings::RULES,
    people::RULES,
    posted::RULES,
    trainings::RULES,
    participation::RULES,
    rolls::RULES,
    attendance::RULES,
    performance::RULES,
    spelling::RULES,
    certificates::RULES,
    complaints::RULES,
    surveys::RULES,
    answers::RULES,
    imports::RULES,
    twice::RULES,
];

/// Every rule of `check`, in the order in which they are shown.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.iter().copied().flatten()
}

/// The functions of the rules that look at one kind of thing, each with its rule.
macro_rules! judges {
    ($kind:ident) => {
        $crate::check::rule::chosen($crate::check::list::rules(), |look| match look {
            $crate::check::rule::Look::$kind(judge) => Some(*judge),
            _ => None,
        })
    };
}
pub(super) use judges;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::problem::Problem;

    /// Raised by commands and reports, never by a reading of the records, or in the place of many findings.
    const OF_COMMANDS: &[&str] = &["directory-missing", "and-more"];

    #[test]
    fn every_code_belongs_to_exactly_one_rule() {
        let mut codes: Vec<String> = Problem::codes()
            .filter(|code| !OF_COMMANDS.contains(&&**code))
            .collect();
        let mut remarks: Vec<&str> = rules().flat_map(Rule::codes).collect();
        codes.sort();
        remarks.sort_unstable();
        assert_eq!(remarks, codes);
    }

    #[test]
    fn the_names_of_rules_are_unique_and_their_meanings_are_sentences() {
        let mut names: Vec<&str> = rules().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rules().count());
        for rule in rules() {
            for lang in [crate::words::Lang::Id, crate::words::Lang::En] {
                let meaning = rule.meaning(lang);
                assert!(
                    meaning.ends_with('.') && meaning.starts_with(char::is_uppercase),
                    "{}",
                    rule.name
                );
            }
            assert!(!rule.about().is_empty(), "{}", rule.name);
        }
    }
}
