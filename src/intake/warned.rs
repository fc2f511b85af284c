//! What the checks doubt of what a list brings: what was before the records begin, numbers of people in free text.

use super::form::ListForm;
use crate::change::Draft;
use crate::check;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::records::complaint::complaints;
use crate::records::time::Day;
use crate::words::import::Intake;
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// What is told of a list of complaints or answers, whose rows are of a day and hold what citizens write.
pub(super) fn of(draft: &Draft<'_>, today: Day, form: &ListForm) -> Vec<Intake> {
    let is_of_citizens = form.survey.is_some() || form.table().name == complaints.name;
    let names: BTreeSet<String> = draft.changed().map(|(name, _, _)| name.to_owned()).collect();
    if !is_of_citizens || names.is_empty() {
        return Vec::new();
    }
    let (before, after) = (draft.directory, &draft.outcome());
    let [was, is] = [before, after].map(|directory| found(directory, today, &names));
    let early = is.early.filter(|_| was.early.is_none());
    let early = early.map(|since| Intake::BeforeRecords { since });
    let count = is.personal.saturating_sub(was.personal);
    let personal = (count > 0).then_some(Intake::PersonalTexts { count });
    early.into_iter().chain(personal).collect()
}

/// What the checks doubt of some files.
#[derive(Default)]
struct Doubted {
    /// From when the records begin, where something is of before.
    early: Option<String>,
    /// How many texts hold a number or an address of somebody.
    personal: usize,
}

fn found(directory: &Directory, today: Day, names: &BTreeSet<String>) -> Doubted {
    let mut findings = Findings::new();
    check::files(directory, today, names, &mut findings);
    let mut doubted = Doubted::default();
    for finding in findings.iter() {
        match &finding.problem {
            Problem::BeforeRecords { since } => doubted.early = Some(since.clone()),
            Problem::TextNik | Problem::TextNip | Problem::TextPhone | Problem::TextEmail => {
                doubted.personal += 1
            }
            _ => {}
        }
    }
    doubted
}
