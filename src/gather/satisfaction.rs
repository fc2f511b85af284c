//! The survey of the public in a window, and what is done because of its answers.

use super::actions;
use super::people::unit;
use super::reading::Reading;
use super::voices::{read_answers, score};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Survey;
use crate::measure::actions::Action;
use crate::measure::satisfaction::{Answers, EARLIER, Satisfaction, Spans, SurveyReport, has_answer};
use crate::measure::trace::Trace;
use crate::records::people::Units;
use crate::records::settings::Listed;
use crate::records::time::{Month, Period};
use crate::rules::Satisfaction as Rule;

/// Gathers the report, as of the last day, over the period alone, or else over the months of the rule that end with it.
/// `None` when the rules do not allow it.
pub fn report<'a>(reading: &mut Reading<'a>) -> Option<SurveyReport<'a>> {
    let (archive, rules) = (reading.archive, &reading.archive.office.rules);
    let rule = reading.edition(&rules.satisfaction);
    let privacy = reading.edition(&rules.privacy);
    let (rule, privacy) = (rule?, privacy?);
    let window = rule.window(archive.period, archive.is_alone);
    let earlier = i32::from(EARLIER) * i32::from(window.months());
    let spans = Spans {
        window,
        since: window.first_month().plus(-earlier),
        heard: window,
    };
    let (units, surveys, roster) = (reading.units(), reading.surveys(), reading.roster());
    let services = &archive.office.settings.service;
    let Reading { findings, trace, .. } = reading;
    let satisfaction = read(
        archive.directory,
        surveys,
        Groups { units, services },
        (rule, spans),
        findings,
        trace,
    );
    let public = surveys
        .iter()
        .filter(|survey| survey.questionnaire.is_satisfaction());
    let public: Vec<&str> = public.map(|survey| &*survey.code).collect();
    let mut actions = actions::actions(archive, roster, findings).list;
    actions.retain(|action| is_about(action, &public, window));
    actions.sort_by_key(|action| action.opened);
    Some(SurveyReport {
        rule,
        privacy,
        satisfaction,
        actions,
    })
}

/// What answers of the public are grouped by.
#[derive(Clone, Copy)]
pub(super) struct Groups<'g> {
    /// The units.
    pub(super) units: &'g Units,
    /// The services.
    pub(super) services: &'g [Listed],
}

impl Groups<'_> {
    /// The number of a service by its code.
    fn service(&self, code: &str) -> Option<usize> {
        let mut services = self.services.iter();
        services.position(|known| &*known.code.value == code)
    }
}

/// Reads the public surveys of a window and of the months before it that are asked for.
pub(super) fn read(
    directory: &Directory,
    surveys: &[Survey],
    groups: Groups<'_>,
    (rule, spans): (&Rule, Spans),
    findings: &mut Findings,
    trace: &mut Trace,
) -> Satisfaction {
    let now = spans.window;
    let mut measure = Satisfaction::new(now, groups.units.len(), groups.services.len());
    let asks = |survey: &&Survey| survey.questionnaire.is_satisfaction();
    for survey in surveys.iter().filter(asks) {
        let mut elements = rule.elements.iter();
        if !elements.all(|key| survey.questionnaire.has_element(key, &rule.scale)) {
            findings.doubt();
        }
        let columns: Vec<Option<usize>> = rule.elements.iter().map(|key| survey.table.column(key)).collect();
        let asked = measure.respondents.asked(&survey.questionnaire, &survey.table);
        let words = survey.questionnaire.words(&survey.table);
        let mut is_answered = false;
        let (unit_column, service_column) = (survey.table.column("unit"), survey.table.column("service"));
        for answered in spans.since.to(now.last_month()) {
            let mut all = Answers::default();
            read_answers(directory, &survey.table, answered, findings, |row, findings| {
                let scores: Vec<Option<i64>> = columns.iter().map(|column| score(row, *column)).collect();
                let is_first = all.people() == 0 && !measure.has_answers(answered);
                all.add(&scores);
                measure.tell_month((answered, is_first), &scores, row.origin, trace);
                if answered < now.first_month() {
                    return;
                }
                let of_unit = unit_column.and_then(|column| unit(groups.units, row, column, findings));
                let code = service_column.map_or("", |column| row.cells.get(column));
                let service = groups.service(code);
                if service.is_none() && !code.is_empty() {
                    findings.doubt();
                }
                measure.row(&scores, row.origin, of_unit, service, trace);
                if !has_answer(&scores) {
                    return;
                }
                is_answered = true;
                for &(column, question) in &asked {
                    let respondents = &mut measure.respondents;
                    respondents.says(question, row.cells.get(column), row.origin, trace);
                }
                if answered >= spans.heard.first_month() {
                    let words = words.iter().map(|column| row.cells.get(*column));
                    measure.respondents.writes(words);
                }
            });
            measure.month(answered, &all);
        }
        if is_answered {
            measure.respondents.answered(&survey.code, &survey.questionnaire);
        }
    }
    measure.respondents.tell(trace);
    measure
}

/// Whether an action comes from answers to one of some surveys: of the window, or of before it and not done by then.
fn is_about(action: &Action, surveys: &[&str], window: Period) -> bool {
    let source = action.source.as_ref().filter(|(kind, _)| kind == "response");
    let Some((code, month)) = source.and_then(|(_, id)| id.split_once('/')) else {
        return false;
    };
    let is_in = |month: Month| window.holds(month.first());
    let is_open = action.done.is_none_or(|day| day >= window.first_day());
    surveys.contains(&code) && (is_open || Month::parse(month).is_some_and(is_in))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::time::Day;

    #[test]
    fn what_was_done_before_about_earlier_answers_is_over() {
        let day = |text: &str| Day::parse(text).unwrap();
        let action = |kind: &str, id: &str, done: Option<&str>| Action {
            id: String::new(),
            opened: day("2026-05-02"),
            source: Some((kind.to_owned(), id.to_owned())),
            what: String::new(),
            owner: None,
            holder: None,
            due: None,
            done: done.map(day),
            result: None,
        };
        let window = Period::parse("2026-Q3").unwrap();
        let is = |kind, id, done| is_about(&action(kind, id, done), &["skm"], window);
        assert!(is("response", "skm/2026-07", Some("2026-08-01")));
        assert!(is("response", "skm/2026-04", None));
        assert!(is("response", "skm/2026-04", Some("2026-07-01")));
        assert!(!is("response", "skm/2026-04", Some("2026-06-30")));
        assert!(!is("response", "climate/2026-07", None) && !is("complaint", "skm/2026-07", None));
    }
}
