//! Programmes of which alumni and supervisors were to tell how they are applied at work, and did not.

use super::voices::read_answers;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Survey;
use crate::measure::behaviour::{ROLES, wave};
use crate::measure::fairness::{Attendance, Unapplied};
use crate::measure::trace::{Figure, Trace};
use crate::records::cell::Cell;
use crate::records::code::{Role, Wave};
use crate::records::posts::Posts;
use crate::records::time::{Month, Period};
use crate::records::training::Training;
use crate::rules::Feedback;
use std::collections::{HashMap, HashSet};

/// What is asked about the application of programmes.
pub(super) struct ApplicationSurvey<'a> {
    pub(super) directory: &'a Directory,
    pub(super) surveys: &'a [Survey],
    /// Where everybody was posted: supervisors are asked too.
    pub(super) posts: &'a Posts,
    /// From which response rate on answers are told; `None` where no rule says it.
    pub(super) rule: Option<&'a Feedback>,
    pub(super) period: Period,
    /// How many months after a programme the answers are owed.
    pub(super) months: i32,
}

/// Who answered, by programme and role.
type Raters = HashMap<(String, Role), HashSet<String>>;

impl ApplicationSurvey<'_> {
    /// Programmes to which such a questionnaire belongs and that ended in the period, so many months before its end or
    /// earlier, about which too few have answered since in one of the roles; by the day on which the answers are owed.
    pub(super) fn unapplied(
        &self,
        held: &[(&String, &Training)],
        attendances: &[Attendance],
        (findings, trace): (&mut Findings, &mut Trace),
    ) -> Vec<Unapplied> {
        let mut out = Vec::new();
        let surveys = self.surveys.iter();
        for survey in surveys.filter(|survey| survey.questionnaire.is_application()) {
            let asks = |role: &Role| survey.questionnaire.answered_by.contains(role);
            let named = |training: &Training| {
                let mut codes = training.questionnaires.iter();
                codes.any(|code| *code.value.0 == survey.code)
            };
            let due = |training: &Training| training.end.value.plus_months(self.months);
            let owed = held
                .iter()
                .filter(|(_, training)| named(training) && due(training) <= self.period.last_day());
            let owed: Vec<&(&String, &Training)> = owed.collect();
            let ends: HashMap<&str, Month> = owed
                .iter()
                .map(|(id, training)| (id.as_str(), training.end.value.month()))
                .collect();
            let answered = self.answered(survey, &ends, findings);
            for (id, training) in owed {
                let completed = attendances.iter();
                let completed = completed.filter(|one| one.training == **id && one.is_completed());
                let completed: Vec<&Attendance> = completed.collect();
                let lacks = |role: &Role| {
                    let told = answered.get(&((*id).clone(), *role)).map_or(0, HashSet::len);
                    asks(role) && !self.is_enough(told, self.asked(*role, &completed, training))
                };
                let lacking: Vec<Role> = ROLES.into_iter().filter(lacks).collect();
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
                    due: due(training),
                    completed: completed.len() as u64,
                    questionnaire: survey.code.clone(),
                    lacking,
                });
            }
        }
        out.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
        out
    }

    /// How many are asked in a role: those who completed, or their direct supervisors on the last day.
    fn asked(&self, role: Role, completed: &[&Attendance], training: &Training) -> usize {
        let end = training.end.value;
        let supervisor = |one: &&Attendance| self.posts.on(one.person, end)?.supervisor;
        match role {
            Role::Supervisor => completed
                .iter()
                .filter_map(supervisor)
                .collect::<HashSet<_>>()
                .len(),
            _ => completed.len(),
        }
    }

    /// Whether so many answers are an evaluation: as many as the rule asks for, and not one alone of several.
    fn is_enough(&self, told: usize, asked: usize) -> bool {
        let asked = asked.max(told);
        let is_by_rule = |rule: &Feedback| rule.is_enough(told as u64, asked as u64);
        told >= asked.min(2) && told > 0 && self.rule.is_none_or(is_by_rule)
    }

    /// Who has told of which programme since it ended, by role.
    fn answered(&self, survey: &Survey, ends: &HashMap<&str, Month>, findings: &mut Findings) -> Raters {
        let (table, mut out) = (&survey.table, Raters::new());
        let columns = table.column("training").zip(table.column("role"));
        let (Some((subject, role)), Some(first)) = (columns, ends.values().min()) else {
            return out;
        };
        let (waves, rater) = (table.column("wave"), table.column("rater"));
        for month in first.to(self.period.last_month()) {
            read_answers(self.directory, table, month, findings, |row, _| {
                let id = row.cells.get(subject);
                let written = waves.and_then(|column| <Wave as Cell>::parse(row.cells.get(column)).ok());
                let is_after = ends
                    .get(id)
                    .is_some_and(|end| wave(written, month, *end) == Wave::After);
                let who = rater.map_or("", |column| row.cells.get(column));
                if let (true, Ok(role)) = (is_after, <Role as Cell>::parse(row.cells.get(role))) {
                    let of_role = out.entry((id.to_owned(), role)).or_default();
                    of_role.insert(who.to_owned());
                }
            });
        }
        out
    }
}
