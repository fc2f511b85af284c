//! What the public says: the index of its satisfaction, and its complaints.

use super::super::figure::{NAMED, table};
use super::super::model::{Section, Table, Value, View};
use super::Context;
use crate::measure::Mean;
use crate::measure::complaints::{ComplaintColumn, deadline_changes};
use crate::measure::satisfaction::{Answers, hidden_of_total};
use crate::records::number::Ratio;
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
    let minimum = minimum(context);
    let is_hidden = |table: &Table| {
        table
            .rows
            .iter()
            .flatten()
            .any(|value| matches!(value, Value::Withheld))
    };
    if out.tables.iter().any(is_hidden) {
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

/// The least group of the public survey.
fn minimum(context: &Context<'_>) -> u64 {
    context.edition.privacy.min_group.max(1) as u64
}

/// The index of a group and its quality; withheld of a hidden one.
fn index(context: &Context<'_>, answers: &Answers, is_hidden: bool) -> [Value; 2] {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    if is_hidden {
        return [Value::Withheld, Value::Withheld];
    }
    let index = answers.index(rule);
    let band = index
        .and_then(|index| rule.band(index))
        .map_or(Value::Missing, |band| Value::Key {
            key: band.letter.clone(),
            label: format!("{} ({})", band.letter, band.quality),
        });
    [pen.ratio(index, rule.decimals as u32), band]
}

/// Groups with their index, and the total row.
fn indexed(context: &Context<'_>, groups: Vec<(Value, &Answers)>) -> Vec<Vec<Value>> {
    let pen = context.pen;
    let sizes: Vec<u64> = groups.iter().map(|(_, answers)| answers.n).collect();
    let hidden = hidden_of_total(&sizes, minimum(context));
    let total = context.figures.satisfaction.total();
    let total_hidden = total.n > 0 && total.n < minimum(context);
    let line = |key: Value, answers: &Answers, is_hidden: bool| {
        let [ikm, band] = index(context, answers, is_hidden);
        vec![key, pen.count(answers.n), ikm, band]
    };
    let mut rows: Vec<Vec<Value>> = groups
        .into_iter()
        .zip(hidden)
        .map(|((key, answers), hidden)| line(key, answers, hidden))
        .collect();
    rows.push(line(pen.total(), &total, total_hidden));
    rows
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
    let is_hidden = total.n > 0 && total.n < minimum(context);
    let value = |ratio: Option<Ratio>| {
        if is_hidden {
            Value::Withheld
        } else {
            pen.ratio(ratio, 3)
        }
    };
    let elements = rule.elements.iter().zip(&total.elements);
    let mut rows: Vec<Vec<Value>> = elements
        .map(|(key, mean)| {
            let label = element_name(pen.lang, key);
            vec![
                Value::Key {
                    key: key.0.clone(),
                    label,
                },
                pen.count(mean.n),
                value(mean.ratio()),
            ]
        })
        .collect();
    let means: Option<Vec<Ratio>> = total
        .elements
        .iter()
        .take(rule.elements.len())
        .map(Mean::ratio)
        .collect();
    let sum = means.and_then(|means| means.into_iter().try_fold(Ratio::ZERO, Ratio::plus));
    let mean = sum.and_then(|sum| sum.over(Ratio::int(rule.elements.len() as i128)));
    rows.push(vec![pen.total(), pen.count(total.n), value(mean)]);
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
    if total.n < minimum(context) {
        return None;
    }
    let elements = rule.elements.iter().zip(&total.elements);
    let known = elements.filter_map(|(key, mean)| Some((key, mean.ratio()?)));
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
