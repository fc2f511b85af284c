//! Needs and what became of them, further education, and steps of careers.

use super::super::figure::Pen;
use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use crate::measure::plan::{Competence, Development};
use crate::measure::sheet::Sums;
use crate::measure::study::Study;
use crate::measure::trace::ALL;
use crate::records::code::PostingStatus;
use crate::records::posts::{CareerMove, Post};
use crate::records::time::{Day, Period};
use crate::words::report_plan::PlanText;

/// The section of the needs.
pub(super) fn needs(page: &Page<'_>, competence: &Competence, development: &Development) -> Section {
    let pen = page.pen;
    let mut out = pen.section("needs", PlanText::Needs);
    if development.needs.list.is_empty() {
        let none = pen.note("no-needs", PlanText::NoNeeds);
        out.notes.push(page.noted_from(year(page), none));
        return out;
    }
    out.tables = vec![
        by_competency(page, competence, development),
        stated(page, competence, development),
    ];
    out.notes.push(pen.note("needs", PlanText::NoteNeeds));
    out
}

/// The first day of the year.
fn year(page: &Page<'_>) -> Day {
    Period::year(page.period.last_month()).first_day()
}

fn by_competency(page: &Page<'_>, competence: &Competence, development: &Development) -> Table {
    let (pen, needs) = (page.pen, &development.needs);
    let known = (0..)
        .zip(&needs.by_competency)
        .filter(|(_, sums)| **sums != Sums::default());
    let known = known.map(|(number, sums)| (u64::from(number), named(competence, number), sums));
    let list = pen
        .list("needs_by_competency", known)
        .total((ALL, pen.total(), &needs.total))
        .titled(("Kebutuhan menurut kompetensi", "Needs by competency"))
        .numbered(|(number, ..)| *number)
        .col("competency", PlanText::Competency, |(_, key, _)| key.clone())
        .sums(&[], |(.., sums)| sums);
    page.known_from(year(page), &[], list.table())
        .shared(Some("needs_by_office"))
}

/// The needs one by one: what nothing answers to stands first.
fn stated(page: &Page<'_>, competence: &Competence, development: &Development) -> Table {
    let pen = page.pen;
    pen.list("needs", &development.needs.list)
        .short()
        .titled(("Kebutuhan dan tanggapannya", "Needs and what became of them"))
        .by_people(page.who, |need| need.person, |need| (need.outcome(), need.date))
        .person(page, PlanText::Id, |need| need.person)
        .col("competency", PlanText::Competency, |need| {
            named(competence, need.competency)
        })
        .needs()
        .table()
}

/// A competency: its code for data formats, its name for text.
fn named(competence: &Competence, number: u32) -> Value {
    let number = number as usize;
    Value::Key {
        key: competence.catalogue.codes[number].clone(),
        label: competence.catalogue.names[number].clone(),
    }
}

/// The section of studies and careers.
pub(super) fn careers(page: &Page<'_>, development: &Development) -> Section {
    let pen = page.pen;
    let mut out = pen.section("careers", PlanText::Careers);
    out.tables = vec![
        studies(page, &development.studies),
        steps(page, &development.steps, &development.positions),
    ];
    out
}

fn studies(page: &Page<'_>, studies: &[Study]) -> Table {
    let list = page
        .pen
        .list("studies", studies)
        .short()
        .titled(("Pendidikan lanjutan", "Further education"))
        .or_says((
            "Tidak ada yang menempuh pendidikan lanjutan.",
            "Nobody is in further education.",
        ))
        .by_people(page.who, |study| study.person, |_| ())
        .person(page, PlanText::Id, |study| study.person)
        .studies();
    page.empty_from(year(page), list.table())
}

fn steps(page: &Page<'_>, steps: &[CareerMove], positions: &[String]) -> Table {
    let pen = page.pen;
    let position = |post: Option<&Post>| position(pen, positions, post);
    let grade = |post: Option<&Post>| grade(pen, post);
    let employment = |step: &CareerMove| {
        let employment = step.after.employment;
        employment.map_or(Value::Missing, |one| pen.key(one.code(), one.phrase()))
    };
    let status = |step: &CareerMove| pen.key(step.after.status.code(), step.after.status.phrase());
    let change = |step: &CareerMove| change(page, step, positions);
    let list = pen
        .list("career_steps", steps)
        .short()
        .titled(PlanText::Steps)
        .or_says(("Tidak ada perubahan tahun ini.", "Nothing changed this year."))
        .by_people(page.who, |step| step.person, |step| step.after.since)
        .person(page, PlanText::Id, |step| step.person)
        .col("since", ("Sejak", "Since"), |step| pen.date(step.after.since))
        .col("position_before", ("Jabatan lama", "Position before"), |step| {
            position(step.before.as_ref())
        })
        .hidden()
        .col("position", ("Jabatan", "Position"), |step| {
            position(Some(&step.after))
        })
        .hidden()
        .col("grade_before", ("Golongan lama", "Grade before"), |step| {
            grade(step.before.as_ref())
        })
        .hidden()
        .col("grade", ("Golongan", "Grade"), |step| grade(Some(&step.after)))
        .hidden()
        .col("employment", ("Status kepegawaian", "Employment"), |step| {
            employment(step)
        })
        .hidden()
        .col("status", PlanText::State, |step| status(step))
        .hidden()
        .col("change", ("Perubahan", "What changed"), |step| change(step));
    page.known_from(year(page), &[], list.table())
}

fn position(pen: Pen, positions: &[String], post: Option<&Post>) -> Value {
    let number = post.and_then(|post| post.position);
    pen.text(number.map(|number| &*positions[number as usize]))
}

fn grade(pen: Pen, post: Option<&Post>) -> Value {
    let grade = post.and_then(|post| post.grade);
    pen.text(grade.map(|grade| grade.code()))
}

/// What a step changed: data formats see what, text from what to what.
fn change(page: &Page<'_>, step: &CareerMove, positions: &[String]) -> Value {
    let (pen, before, after) = (page.pen, step.before.as_ref(), &step.after);
    let position = [before, Some(after)].map(|post| position(pen, positions, post));
    let grade = [before, Some(after)].map(|post| grade(pen, post));
    let mut changes: Vec<(&str, String)> = Vec::new();
    for (key, [old, new]) in [("position", position), ("grade", grade)] {
        if old != new {
            let words = match old {
                Value::Missing => new.label().to_owned(),
                old => format!("{} → {}", old.label(), new.label()),
            };
            changes.push((key, words));
        }
    }
    let moved = before.filter(|before| before.unit != after.unit);
    if let Some(unit) = moved.and_then(|before| before.unit) {
        let unit = page.unit(unit).label().to_owned();
        changes.push(("unit", pen.say(PlanText::MovedFrom { unit })));
    }
    if let Some(employment) = after.employment {
        changes.push(("employment", pen.say(employment.phrase())));
    }
    let is_new_status = before.is_none_or(|before| before.status != after.status);
    if is_new_status && (after.status != PostingStatus::Active || before.is_some()) {
        changes.push(("status", pen.say(after.status.phrase())));
    }
    let (keys, words): (Vec<&str>, Vec<String>) = changes.into_iter().unzip();
    Value::Key {
        key: keys.join(" "),
        label: words.join("; "),
    }
}
