//! Trainings, forums, consultations and plans: each document is read once and shown to the rules about it.

use super::dossier::{ForumDocument, PlanDocument, TrainingDocument};
use super::list::judges;
use super::register::Register;
use super::remarks::Notebook;
use crate::diagnostic::Findings;
use crate::load;
use crate::records::document;
use crate::records::time::Month;
use crate::records::training::Training;
use std::rc::Rc;

/// Reads the forums and consultations of a month and shows them to the rules.
pub(super) fn forums(register: &Register<'_>, month: &str, notebook: &mut Notebook, findings: &mut Findings) {
    let month = Month::parse(month).into_iter();
    for (id, forum) in month.flat_map(|month| load::forums(register.directory, month, findings)) {
        let document = ForumDocument {
            id: &id,
            forum: &forum,
        };
        for (rule, judge) in judges!(Forum) {
            let mut remarks = rule.remarks(forum.origin, notebook);
            judge(&document, register, &mut remarks);
        }
    }
    notebook.flush(findings);
}

/// Reads the plan of a year and shows it to the rules.
pub(super) fn plan(register: &Register<'_>, year: i32, notebook: &mut Notebook, findings: &mut Findings) {
    let Some(plan) = load::plan(register.directory, year, findings) else {
        return;
    };
    let document = PlanDocument { year, plan: &plan };
    for (rule, judge) in judges!(Plan) {
        judge(&document, register, &mut rule.remarks(plan.origin, notebook));
    }
    notebook.flush(findings);
}

/// Reads one training document and shows it to the rules.
pub(super) fn training(
    register: &Register<'_>,
    id: &str,
    notebook: &mut Notebook,
    findings: &mut Findings,
) -> Option<Rc<Training>> {
    let (text, file) = register
        .directory
        .text(&format!("trainings/{id}.toml"), findings)?;
    let training: Training = document::read(&text, file, findings)?;
    let programme = TrainingDocument {
        id,
        training: &training,
        text: &text,
        file,
    };
    for (rule, judge) in judges!(Training) {
        judge(&programme, register, &mut rule.remarks(training.origin, notebook));
    }
    notebook.flush(findings);
    Some(Rc::new(training))
}
