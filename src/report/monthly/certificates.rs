//! Competency certificates in the month: how they stand, and which have expired or are to be renewed.

use super::super::certificates::CertificateBook;
use super::super::context::Reminder;
use super::super::model::Section;
use super::super::person::named;
use super::Context;
use crate::measure::certificates::CertificateFigures;
use crate::words::report_certificates::CertificateText as Words;

/// The section; text is silent where the office keeps no certificates. None without a rule for them.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let figures = context.figures.certificates.as_ref()?;
    let book = CertificateBook::new(context.page, figures)?;
    let out = Section {
        tables: vec![
            book.standing(),
            book.by_scheme().detail(),
            book.due().short_view(&["name", "scheme", "days"]),
        ],
        ..book.overview()
    };
    Some(match figures.list.is_empty() {
        true => out.hushed(),
        false => out,
    })
}

/// The renewals that are due in the next month, with their holders.
pub(super) fn ahead(context: &Context<'_>) -> Vec<Reminder> {
    let (pen, figures) = (context.pen, context.figures);
    let next = context.next();
    let due = figures.certificates.iter().flat_map(CertificateFigures::due);
    let due = due.filter(|one| one.renew_by.is_some_and(|day| next.holds(day)));
    due.map(|one| {
        let scheme = one.scheme.clone();
        let who = Some(named(one.holder));
        (one.renew_by, pen.say(Words::AttendRenewal { scheme }), who)
    })
    .collect()
}
