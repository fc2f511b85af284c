//! Programmes of which alumni and supervisors were to tell how they are applied at work, and did not.

use super::voices::read_answers;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Survey;
use crate::measure::behaviour::wave;
use crate::measure::fairness::{Attendance, Unapplied};
use crate::measure::trace::{Figure, Trace};
use crate::records::cell::Cell;
use crate::records::code::{Role, Subject, Wave};
use crate::records::time::{Month, Period};
use crate::records::training::Training;
use std::collections::{HashMap, HashSet};

/// The roles in which the application of a programme at work is told.
const ROLES: [Role; 2] = [Role::Alumni, Role::Supervisor];

/// Programmes to which such a questionnaire belongs and that ended in a period, so many months before its end or
/// earlier, where nobody has answered since in one of the roles; by the day on which the answers are owed.
pub(super) fn unapplied(
    directory: &Directory,
    surveys: &[Survey],
    (period, months): (Period, i32),
    held: &[(&String, &Training)],
    attendances: &[Attendance],
    (findings, trace): (&mut Findings, &mut Trace),
) -> Vec<Unapplied> {
    let mut out = Vec::new();
    for survey in surveys {
        let asked = &survey.questionnaire;
        let is_asked = |role: &Role| asked.answered_by.contains(role);
        if asked.about != Subject::Training || asked.anonymous || !ROLES.iter().any(is_asked) {
            continue;
        }
        let named = |training: &Training| {
            training
                .questionnaires
                .iter()
                .any(|code| *code.value.0 == survey.code)
        };
        let owed = held.iter().filter(|(_, training)| {
            let due = training.end.value.plus_months(months);
            named(training) && due <= period.last_day()
        });
        let owed: Vec<&(&String, &Training)> = owed.collect();
        let ends: HashMap<&str, Month> = owed
            .iter()
            .map(|(id, training)| (id.as_str(), training.end.value.month()))
            .collect();
        let answered = answered(directory, survey, &ends, period.last_month(), findings);
        for (id, training) in owed {
            let lacks = |role: &Role| is_asked(role) && !answered.contains(&((*id).clone(), *role));
            let lacking: Vec<Role> = ROLES.into_iter().filter(lacks).collect();
            let completed = attendances
                .iter()
                .filter(|one| one.training == **id && one.is_completed());
            let completed: Vec<&Attendance> = completed.collect();
            if lacking.is_empty() || completed.is_empty() {
                continue;
            }
            for one in &completed {
                let figure = Figure::new("unapplied", training.origin, "completed");
                trace.uses(figure, one.origin, 1);
            }
            out.push(Unapplied {
                number: training.origin.into(),
                id: (*id).clone(),
                title: training.title.clone(),
                end: training.end.value,
                due: training.end.value.plus_months(months),
                completed: completed.len() as u64,
                lacking,
            });
        }
    }
    out.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    out
}

/// In which roles somebody has told of which programme since it ended.
fn answered(
    directory: &Directory,
    survey: &Survey,
    ends: &HashMap<&str, Month>,
    last: Month,
    findings: &mut Findings,
) -> HashSet<(String, Role)> {
    let (table, mut out) = (&survey.table, HashSet::new());
    let columns = table.column("training").zip(table.column("role"));
    let (Some((subject, role)), Some(first)) = (columns, ends.values().min()) else {
        return out;
    };
    let waves = table.column("wave");
    for month in first.to(last) {
        read_answers(directory, table, month, findings, |row, _| {
            let id = row.cells.get(subject);
            let written = waves.and_then(|column| <Wave as Cell>::parse(row.cells.get(column)).ok());
            let is_after = ends
                .get(id)
                .is_some_and(|end| wave(written, month, *end) == Wave::After);
            if let (true, Ok(role)) = (is_after, <Role as Cell>::parse(row.cells.get(role))) {
                out.insert((id.to_owned(), role));
            }
        });
    }
    out
}
