//! Trainings, forums, consultations and plans: each document is read once and shown to the rules about it.

use super::context::Context;
use super::rule::{Look, chosen};
use super::scene::{Programme, Sitting, Yearly};
use super::told::{Notes, Told};
use crate::diagnostic::Findings;
use crate::load;
use crate::records::document;
use crate::records::time::Month;
use crate::records::training::Training;
use std::rc::Rc;

/// Reads the forums and consultations of a month and shows them to the rules.
pub(super) fn forums(context: &Context<'_>, month: &str, notes: &mut Notes, findings: &mut Findings) {
    let month = Month::parse(month).into_iter();
    for (id, forum) in month.flat_map(|month| load::forums(context.directory, month, findings)) {
        let sitting = Sitting {
            id: &id,
            forum: &forum,
        };
        for (rule, judge) in chosen(|look| match look {
            Look::Forum(judge) => Some(*judge),
            _ => None,
        }) {
            let mut told = Told::new(rule, forum.origin, notes);
            judge(&sitting, context, &mut told);
        }
    }
    notes.flush(findings);
}

/// Reads the plan of a year and shows it to the rules.
pub(super) fn plan(context: &Context<'_>, year: i32, notes: &mut Notes, findings: &mut Findings) {
    let Some(plan) = load::plan(context.directory, year, findings) else {
        return;
    };
    let yearly = Yearly { year, plan: &plan };
    for (rule, judge) in chosen(|look| match look {
        Look::Plan(judge) => Some(*judge),
        _ => None,
    }) {
        judge(&yearly, context, &mut Told::new(rule, plan.origin, notes));
    }
    notes.flush(findings);
}

/// Reads one training document and shows it to the rules.
pub(super) fn training(
    context: &Context<'_>,
    id: &str,
    notes: &mut Notes,
    findings: &mut Findings,
) -> Option<Rc<Training>> {
    let (text, file) = context
        .directory
        .text(&format!("trainings/{id}.toml"), findings)?;
    let training: Training = document::read(&text, file, findings)?;
    let programme = Programme {
        id,
        training: &training,
        text: &text,
        file,
    };
    for (rule, judge) in chosen(|look| {
        if let Look::Training(judge) = look {
            Some(*judge)
        } else {
            None
        }
    }) {
        judge(&programme, context, &mut Told::new(rule, training.origin, notes));
    }
    notes.flush(findings);
    Some(Rc::new(training))
}
