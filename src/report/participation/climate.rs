//! The yearly questionnaire about the climate of learning, unit by unit.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Section, Style, Table, Value};
use super::super::page::Page;
use crate::measure::fairness::{Climate, FairnessFigures, GroupColumn, MemberGroup};
use crate::measure::feedback::{Feedback, satisfaction, written};
use crate::measure::judged::{Guard, Judged};
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::trace::ALL;
use crate::rules::Privacy;
use crate::words::Lang;
use crate::words::report::Text as Common;
use crate::words::report_participation::ParticipationText as Text;

/// To how many decimals means are shown.
const PLACES: u32 = 2;

/// A mean and the guard that opens it.
type Guarded = (Guard, Judged);

/// A unit, or all, with its people and what they said.
struct Line {
    unit: Value,
    number: u64,
    people: u64,
    mean: Judged,
    guard: Guard,
    /// What they said last year, on the same scale.
    before: Option<Guarded>,
}

/// The section: by unit, then by question; small units are hidden.
pub(super) fn section(page: &Page<'_>, figures: &FairnessFigures, privacy: &Privacy) -> Section {
    let pen = page.pen;
    let title = ("Iklim belajar", "The climate of learning");
    let Some(climate) = &figures.climate else {
        let nothing = pen.list("climate", Vec::<Line>::new()).or_says((
            "Belum ada kuesioner iklim dalam dua belas bulan ini.",
            "No climate questionnaire within these twelve months.",
        ));
        let table = nothing.col("unit", Text::Unit, |line| line.unit.clone());
        return Section {
            tables: vec![page.known_from(figures.window.first_day(), &[], table.table())],
            ..pen.section("climate", title)
        };
    };
    let guard = climate.form.guard.max(privacy.into());
    let minimum = guard.least();
    let all = Feedback::together(&climate.units);
    let mut tables = vec![units(page, figures, climate, guard), items(page, climate, guard)];
    tables.extend(pen.choices("climate_choices", [(None, &climate.form, &all)]));
    tables.push(comments(page, climate, guard));
    Section {
        tables,
        notes: vec![pen.note("climate", Text::NoteClimate { minimum }).public()],
        ..pen.section("climate", title)
    }
}

/// The units that have people or answers.
fn lines(page: &Page<'_>, figures: &FairnessFigures, climate: &Climate, guard: Guard) -> Vec<Line> {
    let sizes: Vec<u64> = climate.units.iter().map(Feedback::told).collect();
    let guards = guard.parting(&sizes, 0).into_iter();
    let before = last_year(figures, climate, guard).map_or(Vec::new(), |(units, _)| units);
    let units = guards.zip(&climate.units).zip(0u32..);
    let lines = units.map(|((guard, feedback), unit)| {
        let staff = figures.fairness.groups.get(&MemberGroup::Unit(unit));
        Line {
            unit: page.pen.group(&page.who.units, unit),
            number: unit.into(),
            people: staff.map_or(0, |sums| sums.count(GroupColumn::people)),
            mean: mean(climate, feedback),
            guard,
            before: before.get(unit as usize).copied(),
        }
    });
    let is_idle = |line: &Line| line.mean.people() == 0 && line.people == 0;
    lines.filter(|line| !is_idle(line)).collect()
}

/// The mean of all items, where they share a scale.
fn mean(climate: &Climate, feedback: &Feedback) -> Judged {
    satisfaction(std::iter::once((&climate.form, feedback))).0
}

fn units(page: &Page<'_>, figures: &FairnessFigures, climate: &Climate, guard: Guard) -> Table {
    let (pen, before) = (page.pen, last_year(figures, climate, guard));
    let has_before = before.is_some();
    let (id, en) = &climate.title;
    let title = Text::ClimateByUnit {
        title: if pen.lang == Lang::En { en } else { id }.clone(),
        month: pen.month(climate.month),
    };
    // Who works in no unit could answer about none, and enters the total alone.
    let all = Line {
        unit: pen.total(),
        number: ALL,
        people: figures.fairness.members.len() as u64,
        mean: mean(climate, &Feedback::together(&climate.units)),
        guard,
        before: before.map(|(_, all)| all),
    };
    let lines = lines(page, figures, climate, guard);
    // Where a unit has more answers than people, those over are in the total too.
    let is_over = lines.iter().any(|line| line.mean.people() > line.people);
    let mut list = pen
        .list("climate", lines)
        .numbered(|line| line.number)
        .total(all)
        .titled(title)
        .col("unit", Text::Unit, |line| line.unit.clone())
        .col("n", Common::Count, |line| pen.count(line.mean.people()))
        .counted(
            "Jumlah jawaban tentang unit ini.",
            "How many answers there are about the unit.",
        )
        .col("response_rate", ("Pengisian", "Response rate"), |line| {
            match line.number == ALL && is_over {
                true => Value::Missing,
                false => pen.rate(line.mean.people(), line.people),
            }
        })
        .means(Meaning::new(
            How::Rate(whole("n"), whole("asked")),
            "Jumlah jawaban dibagi jumlah pegawai unit ini.",
            "The answers over the people of the unit.",
        ))
        .col("mean", Common::Mean, |line| {
            pen.judged(line.guard, line.mean, PLACES)
        })
        .means(Meaning::new(
            How::Mean(whole("mean")),
            "Rata-rata semua butir dari semua jawaban; butir terbalik dibalik lebih dahulu.",
            "The mean of all items over all answers; items where less is better are turned round first.",
        ));
    if has_before {
        list = with_last_year(pen, list);
    }
    let mut table = list.table();
    table.numbers.push(ALL);
    table
}

/// With the mean of the year before.
fn with_last_year(pen: Pen, list: List<Line>) -> List<Line> {
    list.col("mean_before", Text::LastYear, |line| {
        let before = line.before;
        before.map_or(Value::Missing, |(guard, mean)| pen.judged(guard, mean, PLACES))
    })
    .means(Meaning::new(
        How::Mean(whole("mean_before")),
        "Rata-rata yang sama dari kuesioner dua belas bulan sebelumnya.",
        "The same mean of the questionnaire of the twelve months before.",
    ))
}

/// What people wrote, over the whole office: by unit it could be told who.
fn comments(page: &Page<'_>, climate: &Climate, guard: Guard) -> Table {
    let comments = page.pen.list("climate_comments", written(&climate.units, guard));
    let comments = comments
        .titled(("Komentar, seluruh kantor", "Comments, the whole office"))
        .or_says(Common::Nothing)
        .col("comment", Common::Comment, |text| Value::Text((*text).to_owned()));
    Table {
        style: Style::List,
        ..comments.table()
    }
}

/// What the units, and all together, said in the twelve months before, where that has the same scale.
fn last_year(figures: &FairnessFigures, climate: &Climate, guard: Guard) -> Option<(Vec<Guarded>, Guarded)> {
    let before = figures.climate_before.as_ref()?;
    let together = |climate: &Climate| {
        let all = Feedback::together(&climate.units);
        satisfaction(std::iter::once((&climate.form, &all)))
    };
    let ((_, now), (all, then)) = (together(climate), together(before));
    let sizes: Vec<u64> = before.units.iter().map(Feedback::told).collect();
    let guard = guard.max(before.form.guard);
    let guards = guard.parting(&sizes, 0).into_iter();
    let units = guards.zip(before.units.iter().map(|feedback| mean(before, feedback)));
    (now == then).then(|| (units.collect(), (guard, all)))
}

/// The questions over the whole office, where enough answered.
fn items(page: &Page<'_>, climate: &Climate, guard: Guard) -> Table {
    let pen = page.pen;
    let all = Feedback::together(&climate.units);
    let items = climate.form.items.iter().enumerate();
    let items = items.map(|(number, item)| (item, all.item(number)));
    let shown = items.filter(|(_, mean)| !guard.open(*mean).is_withheld());
    pen.list("climate_items", shown)
        .titled((
            "Menurut pertanyaan, seluruh kantor",
            "By question, the whole office",
        ))
        .col("question", ("Pertanyaan", "Question"), |(item, _)| {
            pen.question(item)
        })
        .public()
        .col("n", Common::Count, |(_, mean)| pen.count(mean.values()))
        .public()
        .counted("Jumlah jawaban atas butir ini.", "How many answers the item has.")
        .col("mean", Common::Mean, |(_, mean)| pen.judged(guard, *mean, PLACES))
        .public()
        .means(Meaning::new(
            How::Mean(whole("mean")),
            "Rata-rata butir ini dari semua jawaban; butir terbalik dibalik lebih dahulu.",
            "The mean of the item over all answers; an item where less is better is turned round first.",
        ))
        .table()
        // There are rows only when enough answered.
        .of_work()
        .shared(None)
}
