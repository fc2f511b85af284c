//! What policy consultations led to, and which civil servants took part, in counts.

use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use crate::measure::forum::{ForumReport, Meeting};
use crate::measure::regulation::Statute;
use crate::measure::trace::ALL;
use crate::words::report_forum::ForumText;

/// The section.
pub(super) fn section(page: &Page<'_>, gathered: &ForumReport) -> Section {
    let mut out = page.pen.section("consultations", ForumText::Consultations);
    out.tables = vec![consultations(page, gathered), by_unit(page, gathered)];
    out
}

fn consultations(page: &Page<'_>, gathered: &ForumReport) -> Table {
    let pen = page.pen;
    let held = gathered.figures.consultations();
    let held = held.map(|held| (held, led_to(held, &gathered.regulations)));
    pen.list("consultations", held)
        .numbered(|(held, _)| held.forum.origin.into())
        .col("id", ("Konsultasi", "Consultation"), |(held, _)| {
            Value::Text(held.id.clone())
        })
        .hidden()
        .col("title", ("Konsultasi", "Consultation"), |(held, _)| {
            Value::Text(held.forum.title.clone())
        })
        .col("date", ("Tanggal", "Day"), |(held, _)| {
            pen.date(held.forum.date.value)
        })
        .col("staff", ("ASN yang ikut", "Civil servants"), |(held, _)| {
            pen.count(held.people().count() as u64)
        })
        .counted(
            "Jumlah ASN yang mengikuti konsultasi ini menurut dokumennya.",
            "How many civil servants took part, as the document says.",
        )
        .col("adopted", ("Diterima", "Adopted"), |(held, _)| {
            super::adopted(page, held)
        })
        .means(super::ADOPTED)
        .col("regulation", ForumText::Regulation, |(_, statute)| {
            let named = |statute: &Statute| Value::Key {
                key: statute.id.clone(),
                label: format!("{}: {}", statute.number, statute.title),
            };
            statute.map_or_else(|| pen.blank(("belum ada", "none yet")), named)
        })
        .col("in_force", ForumText::InForce, |(_, statute)| {
            pen.date_or_not(statute.map(|statute| statute.in_force))
        })
        .table()
}

fn by_unit(page: &Page<'_>, gathered: &ForumReport) -> Table {
    let pen = page.pen;
    let caption = (
        "ASN yang ikut konsultasi, menurut unit kerja",
        "Civil servants who took part in consultations, by unit",
    );
    pen.list("consultation_units", &gathered.consultees)
        .titled(caption)
        .numbered(|(unit, _)| unit.map_or(ALL, u64::from))
        .col("unit", ForumText::Unit, |(unit, _)| match unit {
            Some(unit) => page.pen.group(&page.who.units, *unit),
            None => pen.key("unknown", ForumText::Unknown),
        })
        .sums(&[], |(_, consultees)| consultees)
        .table()
}

/// The regulation that a consultation is about, or that names it.
fn led_to<'k>(held: &Meeting, regulations: &'k [Statute]) -> Option<&'k Statute> {
    let named = held.forum.regulation.as_ref();
    regulations.iter().find(|statute| {
        named.is_some_and(|id| *id.value == *statute.id) || statute.consultation.as_ref() == Some(&held.id)
    })
}
