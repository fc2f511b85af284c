//! Completeness of the records, and the key figures beside the month before.

use super::super::figure::{Pen, table};
use super::super::model::{Note, Section, Table, Value};
use super::{Context, section};
use crate::measure::complaints::{ComplaintColumn as Of, UnitComplaints};
use crate::measure::completeness::{Item, Share};
use crate::measure::hours::HoursColumn;
use crate::measure::satisfaction::Answers;
use crate::records::number::Ratio;
use crate::words;
use crate::words::report::Text;

/// How complete the records behind the report are.
pub(super) fn completeness(context: &Context<'_>) -> Section {
    let (pen, all) = (context.pen, &context.figures.completeness);
    let rows = [
        ("units", Text::WithUnit, all.of(Item::Units)),
        ("nips", Text::WithNip, all.of(Item::Nips)),
        ("completions", Text::WithCompletion, all.of(Item::Completions)),
        ("recognised", Text::WithRecognised, all.of(Item::Recognised)),
        ("verified", Text::WithVerified, all.of(Item::Verified)),
        ("reasons", Text::WithReason, all.of(Item::Reasons)),
        ("evaluations", Text::WithResult, all.of(Item::Evaluations)),
        ("contracts", Text::WithContract, all.of(Item::Contracts)),
        ("complaints", Text::WithClass, all.of(Item::Complaints)),
    ];
    let columns = vec![
        pen.column("item", Text::Item),
        pen.column("complete", Text::Complete),
        pen.column("of", Text::Of),
        pen.column("share", Text::ShareOf),
    ];
    let line = |key: Value, share: Share| {
        vec![
            key,
            pen.count(share.complete),
            pen.count(share.of),
            pen.share(share.complete, share.of),
        ]
    };
    let mut lines: Vec<Vec<Value>> = rows
        .into_iter()
        .map(|(key, text, share)| {
            line(
                Value::Key {
                    key: key.to_owned(),
                    label: pen.say(text),
                },
                share,
            )
        })
        .collect();
    lines.push(line(
        Value::Key {
            key: "*".to_owned(),
            label: pen.say(Text::Together),
        },
        all.total(),
    ));
    let mut out = section(context, "completeness", Text::Completeness);
    out.tables.push(table(
        "completeness",
        String::new(),
        columns,
        lines,
        pen.say(Text::NoData),
    ));
    out
}

/// The key figures of the month and of the month before.
pub(super) fn key_figures(context: &Context<'_>) -> Section {
    let mut out = section(context, "key_figures", Text::KeyFigures);
    out.tables.push(key_figures_table(context));
    out.notes.push(abbreviations(context));
    out.notes.push(
        context
            .pen
            .basis(&crate::rules::Edition::head(context.edition.hours)),
    );
    out
}

/// What the abbreviations mean, which the office need not be told.
pub(in super::super) fn abbreviations(context: &Context<'_>) -> Note {
    context
        .pen
        .note("abbreviations", Text::NoteAbbreviations)
        .for_public()
}

/// The key figures as a table; the brief shows the same.
pub(in super::super) fn key_figures_table(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let month = |month: crate::records::time::Month| {
        let name: String = words::month_name(pen.lang, month.number())
            .chars()
            .take(3)
            .collect();
        format!("{name} {}", month.year())
    };
    let mut columns = vec![
        pen.column("figure", Text::Figure).public(),
        pen.column("now", Text::Figure).public(),
        pen.column("before", Text::Figure).public(),
        pen.column("requirement", Text::Requirement).public(),
        pen.hidden("people", Text::FigurePeople),
    ];
    columns[1].title = month(context.month());
    columns[2].title = month(context.month().plus(-1));
    let mut rows = hours_rows(context);
    rows.extend(complaint_rows(
        pen,
        &figures.complaints.total,
        &figures.complaints_before.total,
    ));
    rows.extend(satisfaction_rows(context));
    table("key_figures", String::new(), columns, rows, String::new()).of_people("people")
}

/// A row of the key figures that is about the office, not its people.
fn line(pen: Pen, key: &str, title: Text, now: Value, before: Value, requirement: Value) -> Vec<Value> {
    vec![
        Value::Key {
            key: key.to_owned(),
            label: pen.say(title),
        },
        now,
        before,
        requirement,
        Value::Missing,
    ]
}

/// The same row about so many people now and so many before: the fewer count, unless there was nobody.
fn about(pen: Pen, mut row: Vec<Value>, now: u64, before: u64) -> Vec<Value> {
    let fewer = if before == 0 { now } else { now.min(before) };
    if let Some(people) = row.last_mut() {
        *people = pen.count(fewer);
    }
    row
}

fn hours_rows(context: &Context<'_>) -> Vec<Vec<Value>> {
    let (pen, figures) = (context.pen, context.figures);
    let (total, before) = (&figures.hours.total, figures.hours.before);
    let floor = pen.dec(context.edition.hours.pns_floor);
    let mean = |sum: i128, n: u64| Ratio::new(sum, i128::from(n) * i128::from(crate::records::number::ONE));
    // What a rule asks for is no figure that could be explained, so it is a key.
    let requirement = pen.key(
        &context.edition.hours.pns_floor.to_string(),
        Text::AtLeastYearly { jp: floor.clone() },
    );
    let of = |part: u64, of: u64| pen.count_of(part, of);
    // With the JP of all by unit, a figure about PNS tells as much about those who are none.
    let others = total.count(HoursColumn::staff) - total.count(HoursColumn::pns);
    let pns = if others == 0 {
        total.count(HoursColumn::pns)
    } else {
        total.count(HoursColumn::pns).min(others)
    };
    let (now_missing, missing_before) = (&figures.predicates.total, &figures.predicates_before.total);
    let mean_of_pns = line(
        pen,
        "jp_per_pns",
        Text::JpPerPns,
        pen.ratio(
            mean(
                total.of(HoursColumn::pns_jp).into(),
                total.count(HoursColumn::pns),
            ),
            1,
        ),
        pen.ratio(mean(before.1, before.0), 1),
        requirement,
    );
    let under_floor = line(
        pen,
        "under_floor",
        Text::PnsUnderFloor { jp: floor },
        of(
            total.count(HoursColumn::under_floor),
            total.count(HoursColumn::pns),
        ),
        of(figures.hours.before_under_floor, before.0),
        Value::Missing,
    );
    let missing = line(
        pen,
        "evaluations_missing",
        Text::EvaluationsMissing,
        of(now_missing.missing, now_missing.owing()),
        of(missing_before.missing, missing_before.owing()),
        Value::Missing,
    );
    vec![
        about(pen, mean_of_pns, pns, before.0),
        about(pen, under_floor, total.count(HoursColumn::pns), before.0),
        about(pen, missing, now_missing.owing(), missing_before.owing()),
    ]
}

fn complaint_rows(pen: Pen, now: &UnitComplaints, before: &UnitComplaints) -> Vec<Vec<Value>> {
    let on_time = |c: &UnitComplaints| pen.fraction(c.count(Of::on_time), c.count(Of::timed));
    let row = |key, title, of: &dyn Fn(&UnitComplaints) -> Value| {
        line(pen, key, title, of(now), of(before), Value::Missing)
    };
    vec![
        row("received", Text::ComplaintsReceived, &|c| {
            pen.count(c.count(Of::received))
        }),
        row("resolved", Text::ComplaintsResolved, &|c| {
            pen.count_of(c.count(Of::resolved), c.count(Of::resolvable))
        }),
        row("on_time", Text::ComplaintsOnTime, &on_time),
        row("median_workdays", Text::MedianWorkdays, &|c| {
            pen.ratio(c.figure(Of::median_workdays), 1)
        }),
        row("overdue", Text::ComplaintsOverdue, &|c| {
            pen.count(c.count(Of::overdue))
        }),
    ]
}

fn satisfaction_rows(context: &Context<'_>) -> Vec<Vec<Value>> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let (now, before) = (
        context.figures.satisfaction.total(),
        context.figures.satisfaction.before,
    );
    let index = |answers: &Answers| match answers.n < context.edition.privacy.min_group.max(1) as u64 {
        true if answers.n > 0 => Value::Withheld,
        _ => pen.ratio(answers.index(rule), rule.decimals as u32),
    };
    vec![
        line(
            pen,
            "ikm",
            Text::Ikm { months: rule.months },
            index(&now),
            index(&before),
            Value::Missing,
        ),
        line(
            pen,
            "ikm_n",
            Text::IkmRespondents,
            pen.count(now.n),
            pen.count(before.n),
            Value::Missing,
        ),
    ]
}
