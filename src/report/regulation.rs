//! Regulations by the day in force, who was briefed on them, and the rules that changed within the year.

use super::model::{Report, Section, Table, Value};
use super::page::Page;
use crate::measure::regulation::{BriefingColumn, RegulationReport, Statute, StatuteCoverage};
use crate::words::report_forum::ForumText;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// The key of an audience that is no unit.
const EVERYBODY: &str = "*";

/// Builds the report.
pub fn regulation(page: &Page<'_>, gathered: &RegulationReport) -> Report {
    let month = page.period_title();
    let mut report = page.report("regulation", VERSION, ForumText::RegulationTitle { month });
    report.sections = vec![coverage(page, gathered), changes(page, gathered)];
    report
}

/// Every regulation with its coverage, then who was not briefed.
fn coverage(page: &Page<'_>, gathered: &RegulationReport) -> Section {
    let pen = page.pen;
    let heading = (
        "Peraturan menurut tanggal berlaku",
        "Regulations by the day in force",
    );
    let mut out = pen.section("coverage", heading);
    out.tables.push(regulations(page, gathered));
    if !gathered.covered.is_empty() {
        out.tables.push(missing(page, gathered));
        out.notes.push(pen.method("coverage", ForumText::NoteCoverage));
    }
    out
}

fn regulations(page: &Page<'_>, gathered: &RegulationReport) -> Table {
    let pen = page.pen;
    let unrolled: Vec<u64> = gathered.covered.iter().map(|one| one.unrolled).collect();
    let table = pen
        .list("regulations", &gathered.covered)
        .or_says(("Belum ada peraturan yang tercatat.", "No regulation is recorded."))
        .col("id", ForumText::Regulation, |one| {
            Value::Text(one.statute.id.clone())
        })
        .hidden()
        .public()
        .col("number", ("Nomor", "Number"), |one| {
            Value::Text(one.statute.number.clone())
        })
        .public()
        .col("title", ("Tentang", "About"), |one| {
            Value::Text(one.statute.title.clone())
        })
        .public()
        .col("in_force", ForumText::InForce, |one| {
            pen.date(one.statute.in_force)
        })
        .public()
        .col("audience", ("Yang wajib tahu", "Who must know"), |one| {
            audience(page, &one.statute)
        })
        .sums(&[], |one| &one.coverage.sums)
        .col("briefing", ("Penjelasan melalui", "Briefed by"), |one| {
            let titles: Vec<&str> = one.briefings.iter().map(|(title, _)| &**title).collect();
            match titles.is_empty() {
                true => pen.blank(("belum dijadwalkan", "not planned yet")),
                false => Value::Text(titles.join("; ")),
            }
        })
        .col(
            "consultation",
            ("Dari konsultasi", "From a consultation"),
            |one| match one.statute.consultation {
                Some(_) => pen.key("yes", ("ya", "yes")),
                None => pen.key("no", ("tidak", "no")),
            },
        )
        .public()
        .known_each(page, &["must_know"], |one| one.statute.in_force)
        .view(&["number", "title", "in_force", "consultation"])
        .view(&["number", "audience", "coverage", "briefing"])
        .table()
        .of_work();
    pen.with_unrolled_each(&unrolled, &["must_know"], table)
}

/// Who must know a regulation: a unit, or everybody.
fn audience(page: &Page<'_>, statute: &Statute) -> Value {
    match &statute.audience {
        None => page.pen.key(EVERYBODY, ("semua ASN", "all civil servants")),
        Some(code) => page.who.unit_by_code(code),
    }
}

/// Who was not briefed yet, by regulation.
fn missing(page: &Page<'_>, gathered: &RegulationReport) -> Table {
    let (pen, who) = (page.pen, page.who);
    let must_know = |one: &StatuteCoverage| one.coverage.sums.of(BriefingColumn::must_know);
    let oldest = gathered.covered.last().map(|one| one.statute.in_force);
    let untold = oldest.and_then(|oldest| page.settings.untold_after(oldest));
    let is_rolled = gathered.covered.iter().all(|one| one.unrolled == 0);
    let empty = match gathered.covered.iter().all(|one| must_know(one) == 0) {
        true => ForumText::NobodyToBrief,
        false if !is_rolled => ForumText::BriefedUnrolled,
        false if untold.is_some() => ForumText::BriefedUnknown,
        false => ForumText::AllBriefed,
    };
    // Of what came into force before the records begin nobody knows who was briefed then, nor where nobody is on record.
    let is_told = |number: usize| {
        let one = &gathered.covered[number];
        one.unrolled == 0 && page.settings.untold_after(one.statute.in_force).is_none()
    };
    let missing = gathered.missing().filter(|&(number, _)| is_told(number));
    pen.list("not_briefed", missing)
        .by_people(who, |&(_, person)| person, |&(number, _)| number)
        .titled(("Yang belum mendapat penjelasan", "Who was not briefed yet"))
        .or_says(empty)
        .col("name", ("Nama", "Name"), |&(_, person)| who.name(person))
        .col("unit", ForumText::Unit, |&(_, person)| who.unit_of(person))
        .col("regulation", ForumText::Regulation, |&(number, _)| {
            let statute = &gathered.covered[number].statute;
            Value::Key {
                key: statute.id.clone(),
                label: statute.title.clone(),
            }
        })
        .view(&["regulation", "unit", "name"])
        .folded("name")
        .table()
}

/// The rules with two editions in the year.
fn changes(page: &Page<'_>, gathered: &RegulationReport) -> Section {
    let pen = page.pen;
    let heading = (
        "Ketentuan yang berganti tahun ini",
        "Rules that changed this year",
    );
    let mut out = pen.section("rule_changes", heading);
    let changes = pen
        .list("rule_changes", &gathered.changes)
        .or_says((
            "Tidak ada ketentuan yang berganti tahun ini.",
            "No rule changed this year.",
        ))
        .col("rule", ("Ketentuan", "Rule"), |(_, now)| {
            pen.key(now.rule, now.about)
        })
        .public()
        .col("since", ("Sejak", "Since"), |(_, now)| pen.date(now.from))
        .public()
        .col("before", ("Dasar lama", "Basis before"), |(before, _)| {
            Value::Text(pen.legal_basis(before))
        })
        .public()
        .col("now", ("Dasar baru", "Basis now"), |(_, now)| {
            Value::Text(pen.legal_basis(now))
        })
        .public();
    out.tables.push(changes.table().of_work());
    out.notes.push(pen.method("rules", ForumText::NoteRules).public());
    out
}
