//! Who never takes part, who was absent and why, who declined and what was said about it.

use super::super::figure::Pen;
use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use crate::measure::fairness::{
    AbsenceColumn, Decline, FairnessFigures, Member, OverviewColumn, refused_twice,
};
use crate::records::code::{AbsenceReason, PostingStatus};
use crate::words::report_participation::ParticipationText as Text;

/// Who completed nothing in the window, by name.
pub(super) fn never(page: &Page<'_>, figures: &FairnessFigures) -> Section {
    let (pen, who) = (page.pen, page.who);
    let heading = (
        "Belum pernah mengikuti dalam dua belas bulan",
        "Never took part in twelve months",
    );
    let mut out = pen.section("never", heading);
    let list = pen
        .list("never", figures.fairness.never())
        .by_people_in(|(member, _)| member.unit, |(member, _)| member.person, |_| ())
        .short()
        .or_says(match figures.fairness.overview.count(OverviewColumn::unknown) {
            0 => Text::Nobody,
            count => Text::NobodyKnown { count },
        })
        .numbered(|(member, _)| member.person.into())
        .col("name", Text::Name, |(member, _)| who.name(member.person))
        .col("unit", ("Unit", "Unit"), |(member, _)| {
            member.unit.map_or(Value::Missing, |unit| who.unit(unit))
        })
        .sums(&[], |(_, year)| year)
        .col("remark", ("Keterangan", "Remark"), |(member, _)| {
            remark(pen, figures, member)
        });
    let list = list.table();
    // Of whom it is not known is more than that nothing is on record.
    let is_unknown = figures.fairness.overview.count(OverviewColumn::unknown) > 0;
    out.tables.push(match list.rows.is_empty() && is_unknown {
        true => list,
        false => page.known_from(figures.window.first_day(), &[], list),
    });
    out
}

/// Why somebody could not take part; it stands beside the name, so that nobody is blamed for it.
fn remark(pen: Pen, figures: &FairnessFigures, member: &Member) -> Value {
    let first = figures.window.first_day();
    let is_new = member.since.filter(|since| *since >= first);
    match (member.status, is_new) {
        (PostingStatus::Active, None) => Value::Missing,
        (PostingStatus::Active, Some(since)) => {
            pen.key(&since.to_string(), Text::NewSince { day: pen.day(since) })
        }
        (status, _) => pen.key(status.code(), status.phrase()),
    }
}

/// Absences by reason, refusals with their talks, and who declined twice without one.
pub(super) fn absence(page: &Page<'_>, figures: &FairnessFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("absence", ("Tidak hadir dan menolak", "Absent and declined"));
    let all = [
        reasons(pen, figures),
        refusals_table(page, &figures.refusals),
        twice_table(page, &figures.refusals),
    ];
    let first = figures.window.first_day();
    let all = all.map(|table| pen.with_unrolled(figures.unrolled, &["times"], table));
    out.tables = all.map(|table| page.known_from(first, &[], table)).into();
    if !figures.refusals.is_empty() {
        out.notes.push(pen.method("talk", Text::NoteTalk));
    }
    out
}

fn reasons(pen: Pen, figures: &FairnessFigures) -> Table {
    let named = AbsenceReason::ALL.iter();
    let named = named.map(|reason| pen.key(reason.code(), reason.phrase()));
    let named = named.chain([pen.key("unknown", ("tanpa alasan", "no reason given"))]);
    let lines = (0u64..).zip(named).zip(&figures.fairness.absences);
    pen.list(
        "reasons",
        lines.filter(|(_, sums)| sums.of(AbsenceColumn::count) > 0),
    )
    .titled((
        "Diundang tetapi tidak hadir, menurut alasan",
        "Invited but absent, by reason",
    ))
    .or_says(Text::Nobody)
    .numbered(|((number, _), _)| *number)
    .col("reason", ("Alasan", "Reason"), |((_, reason), _)| reason.clone())
    .sums(&[], |(_, sums)| sums)
    .table()
    .shared(None)
}

/// Refusals, by day, with the talk that followed each.
pub(in super::super) fn refusals_table(page: &Page<'_>, refusals: &[Decline]) -> Table {
    let pen = page.pen;
    pen.list("refusals", refusals)
        .by_people(page.who, |refusal| refusal.person, |refusal| refusal.day)
        .titled((
            "Penolakan dan pembicaraan yang mengikutinya",
            "Refusals and the talk that followed",
        ))
        .col("name", Text::Name, |refusal| pen.person(refusal.person))
        .col("training", Text::Training, |refusal| Value::Key {
            key: refusal.training.clone(),
            label: refusal.title.clone(),
        })
        .col("date", ("Tanggal", "Date"), |refusal| pen.date(refusal.day))
        .col("talk", ("Pembicaraan", "Talk"), |refusal| match &refusal.talk {
            None => pen.blank(("belum ada", "none yet")),
            Some(talk) => pen.date(talk.date),
        })
        .col("agreed", ("Yang disepakati", "Agreed"), |refusal| {
            pen.text(refusal.talk.as_ref().map(|talk| &*talk.agreed))
        })
        .col("result", ("Hasil", "Result"), |refusal| {
            let talk = refusal.talk.as_ref();
            pen.text(talk.and_then(|talk| talk.result.as_deref()))
        })
        .table()
}

/// Who declined twice or more without a talk.
pub(in super::super) fn twice_table(page: &Page<'_>, refusals: &[Decline]) -> Table {
    let pen = page.pen;
    pen.list("refused_twice", refused_twice(refusals))
        .by_people(page.who, |&(person, _)| person, |_| ())
        .titled((
            "Menolak dua kali atau lebih tanpa pembicaraan",
            "Declined twice or more without a talk",
        ))
        .numbered(|&(person, _)| person.into())
        .col("name", Text::Name, |&(person, _)| pen.person(person))
        .col("times", ("Kali", "Times"), |&(_, times)| pen.count(times))
        .counted(
            "Berapa kali orang ini menolak tanpa dibicarakan dengannya.",
            "How often the person declined without anybody talking about it.",
        )
        .table()
}
