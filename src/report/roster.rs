//! The list of who works in the office: by unit, by what people have in common, and everybody.

use super::list::List;
use super::model::{Report, Section, Table, Value};
use super::page::Page;
use super::participation::{group_name, property};
use super::person::nip_of;
use crate::measure::fairness::MemberGroup;
use crate::measure::roster::{RosterColumn as Of, RosterFigures, Worker};
use crate::records::code::PostingStatus;
use crate::records::posts::Post;
use crate::words::report::Text as Words;
use crate::words::report_roster::RosterText as Text;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// The properties in the order of reading.
const ORDER: [&str; 5] = ["employment", "kind", "grade", "sex", "age"];

/// Builds the list. It is for the office only: the same people stand in it by several properties, and by name.
pub fn roster(page: &Page<'_>, figures: &RosterFigures<'_>) -> Report {
    let month = page.period_title();
    let first = page.period.first_day();
    let mut report = page.report_from(first, ("roster", VERSION), Text::Title { month });
    report.sections = vec![
        units(page, figures),
        composition(page, figures),
        staff(page, figures),
    ];
    report.closing = page.signature();
    report
}

/// How many work in each unit.
fn units(page: &Page<'_>, figures: &RosterFigures<'_>) -> Section {
    let pen = page.pen;
    let mut out = pen.section("units", Text::Units);
    let rows = pen.by_unit(&page.who.units, &figures.units, &figures.total);
    let mut table = pen.sheet(rows, ("", ""), &[]);
    // Neither women nor men is not nobody: where it is not known of somebody, text says so too.
    if figures.total.count(Of::sex_unknown) > 0
        && let Some(at) = table.column(Of::sex_unknown.id())
    {
        table.columns[at].is_hidden = false;
    }
    out.tables = vec![pen.without_idle(table, &page.who.units, |_| true)];
    out.notes.extend(page.unplaced());
    out
}

/// How many have something in common.
fn composition(page: &Page<'_>, figures: &RosterFigures<'_>) -> Section {
    let pen = page.pen;
    let mut out = pen.section("composition", Text::Composition);
    let all = figures.workers.len() as u64;
    let mut before = "";
    let mut groups: Vec<(&MemberGroup, &u64)> = figures.groups.iter().collect();
    groups.sort_by_key(|(group, _)| ORDER.iter().position(|own| *own == property(**group).0));
    let lines = groups.into_iter().map(|(group, people)| {
        let (key, words) = property(*group);
        // Text says the property once; data say it in every row.
        let is_first = std::mem::replace(&mut before, key) != key;
        let label = if is_first { pen.say(words) } else { String::new() };
        let key = key.to_owned();
        (*group, Value::Key { key, label }, *people)
    });
    let list = pen
        .list("composition", lines)
        .or_says(Text::Nobody)
        .numbered(|(group, ..): &(MemberGroup, Value, u64)| group.number())
        .col("property", Text::By, |(_, property, _)| property.clone())
        .col("group", Text::Group, |(group, ..)| group_name(page, *group))
        .col("people", Text::People, |(.., people)| pen.count(*people))
        .counted(
            "Jumlah ASN dalam kelompok ini pada hari terakhir bulan.",
            "How many ASN belong to the group on the month's last day.",
        )
        .col("share", Text::Share, |(.., people)| pen.share(*people, all))
        .from(
            &["people"],
            "Jumlah itu dibagi semua ASN yang bertugas.",
            "That number over all ASN at work.",
        );
    out.tables = vec![list.table()];
    out
}

/// Everybody, by unit and name.
fn staff(page: &Page<'_>, figures: &RosterFigures<'_>) -> Section {
    let pen = page.pen;
    let mut out = pen.section("staff", Text::Staff);
    let list = pen
        .list("roster", figures.workers.iter().copied())
        .by_people(page.who, |one| one.member.person, |_| ())
        .or_says(Text::Nobody)
        .numbered(|one| one.member.person.into())
        .col("staff", ("Id", "Id"), |one| page.id(one.member.person))
        .hidden()
        .col("name", Words::Name, |one| page.name(one.member.person))
        .col("nip", ("NIP", "NIP"), |one| {
            Value::Text(nip_of(one.member.person))
        })
        .col("employment", Text::Employment, |one| {
            let employment = one.member.employment;
            pen.key(employment.code(), employment.phrase())
        });
    out.tables = vec![posted(page, figures, list)];
    out.notes = vec![pen.note("roster", Text::Note)];
    out
}

/// What everybody does, and since when; behind it what only data show.
fn posted(page: &Page<'_>, figures: &RosterFigures<'_>, list: List<Worker>) -> Table {
    let pen = page.pen;
    let post = |one: &Worker| figures.posts.on(one.member.person, page.as_of());
    let position = |post: &Post| Some(Value::Text(figures.posts.position_of(post)?.to_owned()));
    let known = |value: Option<Value>| value.unwrap_or(Value::Missing);
    list.col("grade", Text::Grade, |one| {
        known(post(one).and_then(|post| Some(Value::Text(post.grade?.code().to_owned()))))
    })
    .col("position", Text::Position, |one| {
        known(post(one).and_then(position))
    })
    .col("unit", Words::Unit, |one| page.unit_of(one.member.person))
    .col("since", Text::Since, |one| {
        pen.date_or_not(post(one).map(|post| post.since))
    })
    .col("age", Text::Age, |one| pen.count_or_not(one.age.map(u64::from)))
    .counted(
        "Usia pada hari terakhir bulan, dari tanggal lahir atau NIP.",
        "The age on the month's last day, from the birth date or the NIP.",
    )
    .col("kind", Text::Kind, |one| {
        known(one.kind.map(|kind| pen.key(kind.code(), kind.phrase())))
    })
    .hidden()
    .col("sex", Text::Sex, |one| {
        known(one.member.sex.map(|sex| pen.key(sex.code(), sex.phrase())))
    })
    .hidden()
    .col("studied", Text::Studied, |one| {
        known(one.studied.map(|level| pen.key(level.code(), level.phrase())))
    })
    .hidden()
    .col("status", Text::State, |one| {
        let status: PostingStatus = one.member.status;
        pen.key(status.code(), status.phrase())
    })
    .hidden()
    .table()
}
