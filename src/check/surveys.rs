//! Rules about one questionnaire.

use super::absent::rows;
use super::named::{twice, unknown};
use super::partition::partitions;
use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::diagnostic::Findings;
use crate::load::{self, Survey};
use crate::records::code::ItemKind;
use crate::records::questionnaire::Item;
use crate::records::table::Cut;
use crate::words::problem::Problem;
use std::collections::HashSet;

/// The rules about questionnaires.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "scale-reversed",
        "Butir skala memiliki nilai terendah dan tertinggi.",
        "An item on a scale has a lowest and a highest answer.",
        &[Look::Survey(scales)],
    ),
    Rule::error(
        "choices-empty",
        "Butir pilihan memiliki pilihan.",
        "An item of choices has choices.",
        &[Look::Survey(choices)],
    ),
    Rule::error(
        "index-unknown",
        "Satu-satunya indeks adalah satisfaction.",
        "The only index is satisfaction.",
        &[Look::Survey(index)],
    ),
    Rule::error(
        "questionnaire-elements",
        "Survei kepuasan memuat semua unsur ketentuan dengan skalanya.",
        "A satisfaction survey has all elements of the rule, on its scale.",
        &[Look::Survey(elements)],
    ),
    Rule::warning(
        "questionnaire-unread",
        "Jawaban atas setiap kuesioner dibaca oleh suatu laporan.",
        "What a questionnaire is answered is read by a report.",
        &[Look::Survey(unread)],
    ),
];

fn unread(survey: &Survey, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    if !survey.questionnaire.has_reader() {
        remarks.at(survey.origin, Problem::QuestionnaireUnread);
    }
}

/// Notes every answer of a folder whose questionnaire is not there: nobody can read it.
pub(super) fn orphaned(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let directory = register.directory;
    let folders = load::names(directory, "responses", "/", &mut Findings::new());
    for code in folders.iter().filter(|code| !register.has_survey_file(code)) {
        let folder = format!("responses/{code}");
        for month in partitions(directory, &folder, ".csv", Cut::Month, &mut Findings::new()) {
            let file = format!("{folder}/{month}.csv");
            for _ in 0..rows(&directory.bytes(&file).ok().flatten().unwrap_or_default()) {
                let problem = unknown("questionnaires", code);
                let origin = register.whole(&file);
                remarks.absent(&format!("questionnaires/{code}.toml"), origin, None, problem);
            }
        }
    }
}

/// The items of a kind that nobody can answer.
fn unanswerable(survey: &Survey, kind: ItemKind) -> impl Iterator<Item = &Item> {
    let items = survey.questionnaire.item.iter();
    items.filter(move |item| item.kind == kind && item.is_unanswerable())
}

fn scales(survey: &Survey, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    for item in unanswerable(survey, ItemKind::Scale) {
        let written = item.scale.as_ref();
        let end = |i: usize| written.and_then(|scale| scale.value.get(i)).copied().unwrap_or(0);
        let origin = written.map_or(item.origin, |scale| scale.origin);
        remarks.at(
            origin,
            Problem::ScaleReversed {
                low: end(0),
                high: end(1),
            },
        );
    }
}

fn choices(survey: &Survey, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    for item in unanswerable(survey, ItemKind::Choice) {
        let key = item.key.value.to_string();
        remarks.at(item.key.origin, Problem::ChoicesEmpty { key });
    }
}

fn index(survey: &Survey, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let questionnaire = &survey.questionnaire;
    if let Some(index) = questionnaire
        .index
        .as_ref()
        .filter(|_| questionnaire.is_index_unknown())
    {
        let name = index.value.to_string();
        remarks.at(index.origin, Problem::IndexUnknown { index: name });
    }
}

fn elements(survey: &Survey, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let questionnaire = &survey.questionnaire;
    let Some(rule) = register.rules.satisfaction.on(register.as_of) else {
        return;
    };
    if !questionnaire.is_satisfaction() {
        return;
    }
    let elements = rule.elements.iter().map(|element| &*element.0);
    let missing: Vec<&str> = elements
        .filter(|element| !questionnaire.has_element(element, &rule.scale))
        .collect();
    if !missing.is_empty() {
        let origin = questionnaire
            .index
            .as_ref()
            .map_or(survey.origin, |index| index.origin);
        let (missing, scale) = (missing.join(", "), format!("{:?}", rule.scale));
        remarks.at(origin, Problem::QuestionnaireElements { missing, scale });
    }
}

/// Items and profile make columns beside the fixed ones, so no key may be the name of one.
pub(super) fn keys(survey: &Survey, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let questionnaire = &survey.questionnaire;
    let items = questionnaire.item.iter().map(|item| &item.key);
    let asked: Vec<_> = questionnaire
        .profile
        .iter()
        .map(|item| &item.key)
        .chain(items)
        .collect();
    let columns = &survey.table.columns;
    // The comment stands last, behind the items.
    let fixed = columns.iter().take(questionnaire.fixed()).chain(columns.last());
    let mut seen: HashSet<&str> = fixed.map(|column| &*column.name).collect();
    for key in asked {
        if !seen.insert(&key.value) {
            twice(&key.value, key.origin, remarks);
        }
    }
}
