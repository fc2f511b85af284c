//! What the public says: the index of its satisfaction, and its complaints.

use super::super::model::{Note, Section, Table, Value, View};
use super::{Context, FEW};
use crate::measure::complaints::{ComplaintColumn, deadline_changes};
use crate::rules::Enactment;
use crate::words::report::Text;

/// The caption of what the public wrote.
const OF_MONTH: (&str, &str) = (
    "Komentar masyarakat bulan ini",
    "What the public wrote this month",
);

/// What the public says: the index and the complaints.
pub(super) fn public(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = super::section(context, "public_voice", Text::PublicVoice);
    let survey = context.surveyed();
    out.tables = vec![
        survey.by_unit(),
        survey.of_elements(survey.elements()).detail(),
        survey.by_service().detail(),
        survey.known(survey.profile().short_to(0).table()).detail(),
        survey.comments(OF_MONTH).detail(),
        complaints_by_unit(context).detail(),
        overdue(context),
    ];
    out.notes = vec![pen.method("ikm", Text::NoteIkm).public()];
    out.notes.extend(survey.lowest_said());
    out.notes.extend(survey.lowest_among());
    out.notes.extend(survey.withheld_said(&out.tables));
    out.notes.extend(survey.basis());
    out.notes.extend(of_complaints(context));
    out
}

/// What is said beside the figures of complaints.
fn of_complaints(context: &Context<'_>) -> Vec<Note> {
    let (pen, rule) = (context.pen, context.edition.complaints);
    let minimum = rule.min_n;
    let mut notes = vec![
        pen.method("complaints", Text::NoteComplaints).public(),
        pen.method("small-n", Text::SmallN { minimum }).public(),
    ];
    notes.extend(pen.unjudged(&context.figures.complaints));
    // The deadline of a complaint is that of its receipt, so every edition since the oldest one is in use.
    let first = context.figures.complaints.oldest.unwrap_or(context.as_of());
    for (earlier, later) in deadline_changes(&context.rules.complaints, first, context.as_of()) {
        let day = pen.day(later.from);
        notes.push(pen.basis(&earlier));
        let note = pen.note("deadlines-changed", Text::DeadlinesChanged { day });
        notes.push(note.public());
    }
    notes.push(pen.basis(&rule.head()));
    notes
}

fn complaints_by_unit(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let by_unit = pen.by_unit(
        &context.who.units,
        &figures.complaints.units,
        &figures.complaints.total,
    );
    let mut out = pen.sheet(by_unit, ("Pengaduan menurut unit", "Complaints by unit"), &[]);
    out.views = [
        &[
            "unit",
            "received",
            "resolved",
            "on_time",
            "unresolved",
            "overdue",
            "median_workdays",
        ][..],
        &[
            "unit",
            "not_competent",
            "dropped",
            "open",
            "reopened",
            "responded",
            "unanswered",
        ],
    ]
    .map(View::untitled)
    .into();
    let out = context.of_serving(out);
    context.known_from(context.period.first_day(), &[], out).of_work()
}

/// Complaints past their deadline, the latest first.
fn overdue(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let open = context.figures.complaints.open.iter();
    let late = open.filter(|complaint| complaint.is_past);
    pen.list("complaints_overdue", late)
        .short_to(FEW)
        .titled(("Pengaduan yang melewati tenggat", "Overdue complaints"))
        .or_says(
            match context.figures.complaints.total.count(ComplaintColumn::unclassed) {
                0 => Text::Nothing,
                count => Text::NoneKnownOverdue { count },
            },
        )
        .numbered(|one| one.origin.into())
        .col("complaint", ("Pengaduan", "Complaint"), |one| {
            Value::Text(one.id.clone())
        })
        .col("about", ("Perihal", "About"), |one| match &one.summary {
            None => Value::Text(context.service(one.service.as_deref())),
            Some(summary) => Value::Text(summary.clone()),
        })
        .col("unit", Text::Unit, |one| {
            one.unit.map_or(Value::Missing, |unit| context.who.unit(unit))
        })
        .col("service", Text::Service, |one| match &one.service {
            None => Value::Missing,
            code => Value::Text(context.service(code.as_deref())),
        })
        .col("handler", ("Penanggung jawab", "Handler"), |one| {
            pen.person_or_not(one.handler)
        })
        .col("deadline", ("Tenggat", "Deadline"), |one| {
            pen.date_or_not(one.deadline)
        })
        .col("past", ("Hari kerja", "Working days"), |one| {
            pen.workdays_past(one.past, one.is_past)
        })
        .counted(
            "Hari kerja sesudah tenggat kelasnya, dihitung sejak hari diterima atau dibuka kembali.",
            "Working days past the deadline of its class, counted from receipt or reopening.",
        )
        .by("complaints")
        .table()
        .short_view(&["about", "handler", "past"])
}
