//! What the public says: the index of its satisfaction, and its complaints.

use super::super::chart::{Chart, Drawing};
use super::super::list::List;
use super::super::model::{Column, Note, Section, TOTAL, Table, Value, View};
use super::{Context, FEW, respondents};
use crate::measure::complaints::{ComplaintColumn, deadline_changes};
use crate::measure::judged::Guard;
use crate::measure::meaning::Meaning;
use crate::measure::satisfaction::{Answers, OF_ELEMENT, OF_ELEMENTS, OF_INDEX, OF_QUALITY, RESPONDENTS};
use crate::records::number::Ratio;
use crate::records::time::Day;
use crate::rules::Enactment;
use crate::words::Lang;
use crate::words::report::Text;

/// What the public says: the index and the complaints.
pub(super) fn public(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = super::section(context, "public_voice", Text::PublicVoice);
    out.tables = vec![
        ikm_by_unit(context),
        ikm_elements(context).detail(),
        ikm_by_service(context).detail(),
        of_survey(context, respondents::profile(context)).detail(),
        respondents::comments(context).detail(),
        complaints_by_unit(context).detail(),
        overdue(context),
    ];
    out.notes = vec![pen.method("ikm", Text::NoteIkm).public()];
    out.notes.extend(lowest_said(context));
    let mut cells = out.tables.iter().flat_map(|table| table.rows.iter().flatten());
    if cells.any(|value| *value == Value::Withheld) {
        let minimum = guard(context).least();
        let note = pen.note("withheld", Text::NoteWithheld { minimum });
        out.notes.push(note.public());
    }
    out.notes.extend(of_satisfaction(context));
    out.notes.extend(of_complaints(context));
    out
}

/// The first day of the months looked back at, this one among them.
fn first_of(context: &Context<'_>, months: i64) -> Day {
    context.month().plus(1 - months as i32).first()
}

/// By which rule the index is made.
fn of_satisfaction(context: &Context<'_>) -> Vec<Note> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let mut notes = vec![pen.basis(&rule.head())];
    notes.extend(context.untold(first_of(context, rule.months)));
    let (first, editions) = (first_of(context, rule.months), &context.rules.satisfaction);
    if editions.changed_between(first, context.as_of()) {
        let rule = pen.say(rule.head().about);
        let note = pen.note("rule-changed-satisfaction", Text::RuleChanged { rule });
        notes.push(note.public());
    }
    notes
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

/// What may be told of the survey of the public.
fn guard(context: &Context<'_>) -> Guard {
    context.edition.privacy.into()
}

/// The answers of a group, with the guard that opens them beside the others.
struct Group {
    key: Value,
    answers: Answers,
    guard: Guard,
}

/// Groups that part the public, and its total, each to be shown with its index.
fn groups(context: &Context<'_>, each: Vec<(Value, &Answers)>) -> Vec<Group> {
    let (guard, rule) = (guard(context), context.edition.satisfaction);
    let all = context.figures.satisfaction.total();
    let told: u64 = each.iter().map(|(_, answers)| answers.people()).sum();
    // Some answers name no service: the total less the services would tell of them.
    let rest = all.people().saturating_sub(told);
    let sizes = each.iter().map(|(_, answers)| answers.index(rule).people());
    let sizes: Vec<u64> = sizes.collect();
    let parted = each.into_iter().zip(guard.parting(&sizes, rest));
    let parted = parted.map(|((key, answers), guard)| Group {
        key,
        answers: answers.clone(),
        guard,
    });
    let total = Group {
        key: context.pen.total(),
        answers: all,
        guard,
    };
    parted.chain([total]).collect()
}

/// Groups with their index. The total of a table that does not part everybody is traced in the table `total_in`.
fn indexed(
    context: &Context<'_>,
    id: &'static str,
    key: Column,
    each: Vec<(Value, &Answers)>,
    total_in: Option<&'static str>,
) -> List<Group> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let index = |one: &Group| pen.index(one.guard, one.answers.index(rule), rule);
    let means = |list: List<Group>, meaning: Meaning| {
        let total = total_in.map(|table| meaning.of(TOTAL, table));
        total.into_iter().chain([meaning]).fold(list, List::means)
    };
    let list = pen
        .list(id, groups(context, each))
        .or_says(Text::NoData)
        .with(key, |one| one.key.clone())
        .public()
        .col("n", Text::Count, |one| pen.count(one.answers.people()))
        .public();
    let list = means(list, RESPONDENTS).col("ikm", ("Nilai IKM", "IKM"), |one| index(one)[0].clone());
    means(list.public(), OF_INDEX)
        .col("band", ("Mutu", "Quality"), |one| index(one)[1].clone())
        .public()
        .means(OF_QUALITY)
}

fn ikm_by_unit(context: &Context<'_>) -> Table {
    let units = context.figures.satisfaction.units.iter().enumerate();
    let units =
        units.map(|(number, answers)| (context.pen.group(&context.who.units, number as u32), answers));
    let key = context.pen.column("unit", Text::Unit);
    let list = indexed(context, "ikm_by_unit", key, units.collect(), None);
    let title = ("Nilai IKM menurut unit pelayanan", "Satisfaction index by unit");
    let chart = Chart::new("ikm_by_unit", String::new(), Drawing::Bars(vec!["ikm"]));
    let table = list.titled(title).table().drawn(chart.public());
    of_survey(context, of_serving(context, table)).of_work()
}

fn ikm_by_service(context: &Context<'_>) -> Table {
    let services = context.settings.service.iter();
    let services = services.zip(&context.figures.satisfaction.services);
    let services = services.map(|(service, answers)| {
        let key = Value::Key {
            key: service.code.value.0.clone(),
            label: service.name.clone(),
        };
        (key, answers)
    });
    let key = context.pen.column("service", Text::Service);
    // Some answers name no service.
    let total_in = Some("ikm_by_unit");
    let list = indexed(context, "ikm_by_service", key, services.collect(), total_in);
    let list = list.titled(("Nilai IKM menurut layanan", "Satisfaction index by service"));
    of_survey(context, list.table()).of_work().shared(None)
}

/// A table of the months of the survey, which the records may know in part.
fn of_survey(context: &Context<'_>, table: Table) -> Table {
    let first = first_of(context, context.edition.satisfaction.months);
    context.known_from(first, &[], table)
}

fn ikm_elements(context: &Context<'_>) -> Table {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let all = context.figures.satisfaction.total();
    let elements = all.elements(rule).map(|(element, mean)| {
        let key = Value::Key {
            key: element.to_owned(),
            label: element_name(pen.lang, element),
        };
        (key, mean.people(), mean)
    });
    let list = pen
        .list("ikm_elements", elements)
        .total((pen.total(), all.people(), all.mean(rule)))
        .titled(("Unsur pelayanan (NRR)", "Service elements (NRR)"))
        .or_says(Text::NoData)
        .col("element", ("Unsur", "Element"), |(key, ..)| key.clone())
        .public()
        .col("n", Text::Count, |(_, n, _)| pen.count(*n))
        .public()
        .means(RESPONDENTS.of(TOTAL, "ikm_by_unit"))
        .counted(
            "Jumlah responden yang menjawab unsur ini.",
            "How many respondents answered the element.",
        )
        .by("satisfaction")
        .col("nrr", ("NRR", "NRR"), |(.., mean)| {
            pen.judged(guard(context), *mean, 3)
        })
        .public()
        .means(OF_ELEMENTS.of(TOTAL, "ikm_by_unit"))
        .means(OF_ELEMENT);
    let chart = Chart::new("ikm_elements", String::new(), Drawing::Bars(vec!["nrr"]));
    let table = of_survey(context, list.table().drawn(chart.public()));
    table.of_work().shared(None)
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

/// The element with the lowest mean, as a key with its name, and that mean; of equal ones the first of the rule.
pub(in super::super) fn lowest_element(context: &Context<'_>) -> Option<(Value, Ratio)> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let total = context.figures.satisfaction.total();
    let elements = total.elements(rule);
    let known = elements.filter_map(|(key, mean)| Some((key, guard(context).open(mean).figure()?)));
    let (key, nrr) = known.min_by(|a, b| a.1.cmp(&b.1))?;
    let (key, label) = (key.to_owned(), element_name(pen.lang, key));
    Some((Value::Key { key, label }, nrr))
}

/// The same in a sentence.
fn lowest_said(context: &Context<'_>) -> Option<Note> {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let (element, nrr) = lowest_element(context)?;
    let nrr = crate::words::number(pen.lang, &nrr.fixed(3));
    let name = element.label().to_owned();
    let note = pen.note("lowest-element", Text::LowestElement { name, nrr });
    Some(context.noted_from(first_of(context, rule.months), note.public()))
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
    let out = of_serving(context, out);
    context.known_from(context.period.first_day(), &[], out).of_work()
}

/// A table by unit in which text leaves out who does not serve the public and has nothing to tell.
fn of_serving(context: &Context<'_>, table: Table) -> Table {
    let units = &context.who.units;
    let mut table = context
        .pen
        .without_idle(table, units, |unit| !units.is_public[unit]);
    table.quiet.said.clear();
    table
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
            pen.whole(i128::from(one.past))
        })
        .counted(
            "Hari kerja sesudah tenggat kelasnya, dihitung sejak hari diterima atau dibuka kembali.",
            "Working days past the deadline of its class, counted from receipt or reopening.",
        )
        .by("complaints")
        .table()
        .short_view(&["about", "handler", "past"])
}
