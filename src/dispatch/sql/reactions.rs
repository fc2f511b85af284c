//! What participants answered about programmes: a questionnaire a query, because each asks other things.

use super::answers_of;
use super::facts::Facts;
use crate::load::Survey;
use crate::measure::feedback::{Form, ScaleItem};

impl Facts<'_> {
    /// The view of the participants' answers to every questionnaire about programmes: a row for each answer as a whole, and for
    /// each aspect of which it says something, with the sum of the scores and how many there are.
    pub(super) fn reactions(&self, surveys: &[Survey]) -> String {
        let months = i32::try_from(self.rules.look_back.programme_months).unwrap_or(0);
        let (first, last) = (self.month.plus(-months), self.month);
        let asked = surveys
            .iter()
            .filter(|survey| survey.questionnaire.is_participant_feedback());
        let parts: Vec<String> = asked
            .flat_map(|survey| {
                let guard = self.rules.privacy.into();
                let form = Form::new(&survey.code, &survey.questionnaire, &survey.table, guard);
                let aspects = form.aspects.iter().enumerate();
                let each =
                    aspects.map(|(number, name)| (Some(number), format!("'{}'", name.replace('\'', "''"))));
                let whole = [(None, "CAST(NULL AS STRING)".to_owned())];
                let parts: Vec<String> = whole
                    .into_iter()
                    .chain(each)
                    .filter_map(|(aspect, name)| part(&form, aspect, &name))
                    .collect();
                parts
            })
            .collect();
        let body = match parts.is_empty() {
            true => "SELECT CAST(NULL AS STRING) AS form, CAST(NULL AS STRING) AS scale, CAST(NULL AS STRING) AS training, \
                     CAST(NULL AS STRING) AS answered, CAST(NULL AS STRING) AS aspect, CAST(NULL AS BIGINT) AS total, \
                     CAST(NULL AS BIGINT) AS scores"
                .to_owned(),
            false => parts.join("\n  UNION ALL "),
        };
        let view = self.dialect.view();
        format!(
            "-- reactions: what participants answered about programmes, as a whole and by aspect.\n\
             CREATE OR REPLACE {view} reactions AS\n\
             SELECT * FROM (\n  {body}\n) answers WHERE scores > 0 AND answered BETWEEN '{first}' AND '{last}';\n"
        )
    }
}

/// The answers to a form, of all its items or of those of an aspect; `None` where it asks none.
fn part(form: &Form, aspect: Option<usize>, name: &str) -> Option<String> {
    let items = form.items.iter();
    let items: Vec<&ScaleItem> = items
        .filter(|item| aspect.is_none() || item.aspect == aspect)
        .collect();
    // An item where less is better is turned round.
    let score = |item: &&ScaleItem| match item.is_lower_better {
        true => format!("coalesce({} - \"{}\", 0)", item.low + item.high, item.key),
        false => format!("coalesce(\"{}\", 0)", item.key),
    };
    let count = |item: &&ScaleItem| format!("CASE WHEN \"{}\" IS NULL THEN 0 ELSE 1 END", item.key);
    let sum = |parts: Vec<String>| parts.join(" + ");
    let scale = match form.scale() {
        Some((low, high)) => format!("'{low}-{high}'"),
        None => "CAST(NULL AS STRING)".to_owned(),
    };
    // What is said of one instructor is about nothing else.
    let whole = if form.instructor.is_some() {
        " WHERE \"instructor\" IS NULL"
    } else {
        ""
    };
    (!items.is_empty()).then(|| {
        format!(
            "SELECT '{}' AS form, {scale} AS scale, \"training\" AS training, \"partition\" AS answered, {name} AS aspect, \
             {} AS total, {} AS scores FROM {}{whole}",
            form.code,
            sum(items.iter().map(score).collect()),
            sum(items.iter().map(count).collect()),
            answers_of(&form.code)
        )
    })
}
