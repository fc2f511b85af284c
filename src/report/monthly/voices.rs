//! What the public says: the index of its satisfaction, and its complaints.

use super::super::figure::{NAMED, table};
use super::super::model::{Section, Table, Value, View};
use super::Context;
use crate::measure::complaints::{ComplaintColumn, deadline_changes};
use crate::measure::judged::{Guard, Judged};
use crate::measure::satisfaction::Answers;
use crate::rules::Edition;
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::rule_name::RuleName;

/// What the public says: the index and the complaints.
pub(super) fn public(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = super::section(context, "public_voice", Text::PublicVoice);
    out.tables = vec![
        ikm_by_unit(context),
        ikm_elements(context),
        ikm_by_service(context),
    ];
    out.tables.push(complaints_by_unit(context));
    out.tables.push(overdue(context));
    out.notes = vec![pen.note("ikm", Text::NoteIkm).public()];
    out.notes.extend(lowest_element(context));
    let is_hidden = |table: &Table| {
        table
            .rows
            .iter()
            .flatten()
            .any(|value| matches!(value, Value::Withheld))
    };
    if out.tables.iter().any(is_hidden) {
        let minimum = guard(context).least();
        out.notes
            .push(pen.note("withheld", Text::NoteWithheld { minimum }).public());
    }
    out.notes.push(pen.basis(&context.edition.satisfaction.head()));
    let first = context
        .month()
        .plus(1 - context.edition.satisfaction.months as i32)
        .first();
    if context.rules.satisfaction.changed_between(first, context.as_of()) {
        out.notes.push(
            pen.note(
                "rule-changed-satisfaction",
                Text::RuleChanged {
                    rule: pen.say(RuleName::Satisfaction),
                },
            )
            .public(),
        );
    }
    let rule = context.edition.complaints;
    out.notes.push(
        pen.note(
            "complaints",
            Text::NoteComplaints {
                months: rule.look_back_months,
            },
        )
        .public(),
    );
    out.notes
        .push(pen.note("small-n", Text::SmallN { minimum: rule.min_n }).public());
    let unclassed = figures.complaints.total.count(ComplaintColumn::unclassed);
    if unclassed > 0 {
        let text = Text::NoteUnclassed { count: unclassed };
        out.notes.push(pen.note("unclassed", text).public());
    }
    // The deadline of a complaint is that of its receipt, so every edition of the months looked back at is in use.
    let first = context.month().plus(1 - rule.look_back_months as i32).first();
    let changes = deadline_changes(&context.rules.complaints, first, context.as_of());
    for (earlier, later) in changes {
        let day = pen.day(later.from);
        out.notes.push(pen.basis(&earlier));
        out.notes.push(
            pen.note("deadlines-changed", Text::DeadlinesChanged { day })
                .public(),
        );
    }
    out.notes.push(pen.basis(&rule.head()));
    out
}

/// What may be told of the survey of the public.
fn guard(context: &Context<'_>) -> Guard {
    context.edition.privacy.into()
}

/// Groups with their index, and the total row.
fn indexed(context: &Context<'_>, groups: Vec<(Value, &Answers)>) -> Vec<Vec<Value>> {
    let (pen, rule, guard) = (context.pen, context.edition.satisfaction, guard(context));
    let sizes: Vec<u64> = groups.iter().map(|(_, answers)| answers.people()).collect();
    let total = context.figures.satisfaction.total();
    let line = |((key, answers), guard): ((Value, &Answers), Guard)| {
        let [ikm, band] = pen.index(guard, answers.index(rule), rule);
        vec![key, pen.count(answers.people()), ikm, band]
    };
    let groups = groups.into_iter().zip(guard.parting(&sizes));
    groups.chain([((pen.total(), &total), guard)]).map(line).collect()
}

fn ikm_by_unit(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let units = figures.satisfaction.units.iter().enumerate();
    let groups = units
        .map(|(number, answers)| (context.who.unit(number as u32), answers))
        .collect();
    let columns = vec![
        pen.column("unit", Text::Unit).public(),
        pen.column("n", Text::Count).public(),
        pen.column("ikm", Text::IkmColumn).public(),
        pen.column("band", Text::Quality).public(),
    ];
    let out = table(
        "ikm_by_unit",
        pen.say(Text::IkmByUnit),
        columns,
        indexed(context, groups),
        pen.say(Text::NoData),
    );
    of_serving(context, out).of_work()
}

fn ikm_by_service(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let services = context
        .settings
        .service
        .iter()
        .zip(&figures.satisfaction.services);
    let groups: Vec<(Value, &Answers)> = services
        .map(|(service, answers)| {
            (
                Value::Key {
                    key: service.code.value.0.clone(),
                    label: service.name.clone(),
                },
                answers,
            )
        })
        .collect();
    let columns = vec![
        pen.column("service", Text::Service).public(),
        pen.column("n", Text::Count).public(),
        pen.column("ikm", Text::IkmColumn).public(),
        pen.column("band", Text::Quality).public(),
    ];
    table(
        "ikm_by_service",
        pen.say(Text::IkmByService),
        columns,
        indexed(context, groups),
        pen.say(Text::NoData),
    )
    .of_work()
}

fn ikm_elements(context: &Context<'_>) -> Table {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let total = context.figures.satisfaction.total();
    let line =
        |key: Value, n: u64, mean: Judged| vec![key, pen.count(n), pen.judged(guard(context), mean, 3)];
    let elements = total.elements(rule).map(|(element, mean)| {
        let key = Value::Key {
            key: element.to_owned(),
            label: element_name(pen.lang, element),
        };
        line(key, mean.values(), mean)
    });
    let all = line(pen.total(), total.people(), total.mean(rule));
    let rows = elements.chain([all]).collect();
    let columns = vec![
        pen.column("element", Text::Element).public(),
        pen.column("n", Text::Count).public(),
        pen.column("nrr", Text::Nrr).public(),
    ];
    table(
        "ikm_elements",
        pen.say(Text::IkmElements),
        columns,
        rows,
        pen.say(Text::NoData),
    )
    .of_work()
}

/// The name of a service element, by its key.
pub(in super::super) fn element_name(lang: Lang, key: &str) -> String {
    let (id, en) = match key {
        "persyaratan" => ("Persyaratan", "Requirements"),
        "prosedur" => ("Sistem, mekanisme, dan prosedur", "Procedure"),
        "waktu" => ("Waktu penyelesaian", "Time"),
        "biaya" => ("Biaya/tarif", "Cost"),
        "produk" => ("Produk layanan", "Product"),
        "kompetensi" => ("Kompetensi pelaksana", "Competence"),
        "perilaku" => ("Perilaku pelaksana", "Behaviour"),
        "pengaduan" => ("Penanganan pengaduan", "Complaint handling"),
        "sarana" => ("Sarana dan prasarana", "Facilities"),
        other => (other, other),
    };
    if lang == Lang::En { en } else { id }.to_owned()
}

/// The element with the lowest mean; of equal ones the first of the rule.
fn lowest_element(context: &Context<'_>) -> Option<super::super::model::Note> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let total = context.figures.satisfaction.total();
    let elements = total.elements(rule);
    let known = elements.filter_map(|(key, mean)| Some((key, guard(context).open(mean).figure()?)));
    let (key, nrr) = known.min_by(|a, b| a.1.cmp(&b.1))?;
    let nrr = crate::words::number(pen.lang, &nrr.fixed(3));
    Some(
        pen.note(
            "lowest-element",
            Text::LowestElement {
                name: element_name(pen.lang, key),
                nrr,
            },
        )
        .public(),
    )
}

fn complaints_by_unit(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let by_unit = pen.by_unit(
        context.who.units,
        &figures.complaints.units,
        &figures.complaints.total,
    );
    let mut out = pen.sheet(by_unit, Text::ComplaintsByUnit, &[]);
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
        &["unit", "received", "not_competent", "dropped", "open", "reopened"],
    ]
    .map(View::untitled)
    .into();
    of_serving(context, out).of_work()
}

/// A table by unit in which text leaves out who does not serve the public and has nothing to tell.
fn of_serving(context: &Context<'_>, table: Table) -> Table {
    let units = context.who.units;
    context
        .pen
        .without_idle(table, units, |unit| !units.is_public[unit])
}

/// Complaints past their deadline, the latest first.
fn overdue(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let late = figures
        .complaints
        .open
        .iter()
        .filter(|complaint| complaint.is_past)
        .take(NAMED);
    let numbers = late.clone().map(|complaint| complaint.origin.into()).collect();
    let rows = late.map(|complaint| {
        vec![
            Value::Text(complaint.id.clone()),
            complaint
                .unit
                .map_or(Value::Missing, |unit| context.who.unit(unit)),
            match &complaint.service {
                None => Value::Missing,
                code => Value::Text(context.service(code.as_deref())),
            },
            pen.person_or_not(complaint.handler),
            complaint.deadline.map_or(Value::Missing, |day| pen.date(day)),
            pen.whole(i128::from(complaint.past)),
        ]
    });
    let columns = vec![
        pen.column("complaint", Text::Complaint),
        pen.column("unit", Text::Unit),
        pen.column("service", Text::Service),
        pen.column("handler", Text::Handler),
        pen.column("deadline", Text::Deadline),
        pen.column("past", Text::PastDays),
    ];
    Table {
        numbers,
        ..table(
            "complaints_overdue",
            pen.say(Text::OverdueNamed),
            columns,
            rows.collect(),
            pen.say(Text::Nothing),
        )
    }
}
