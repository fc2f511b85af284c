//! Citizens' forums and policy consultations: who came, what was said, what became of it.

mod consultations;
mod suggestions;

use super::model::{Note, Report, Section, Table, Value};
use super::page::Page;
use crate::measure::forum::{DecisionColumn, ForumFigures, ForumReport, MONTHS, Meeting};
use crate::measure::meaning::Meaning;
use crate::records::code::SuggestionKind;
use crate::records::people::Roster;
use crate::records::time::Day;
use crate::words::report::Text;
use crate::words::report_forum::ForumText;
use suggestions::{overdue, undecided};

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// Builds the report.
pub fn forum(page: &Page<'_>, gathered: &ForumReport) -> Report {
    let figures = &gathered.figures;
    let month = page.period_title();
    let mut report = page.report("forum", VERSION, ForumText::Title { month });
    report.period.0 = window(page).to_string();
    report.sections = vec![held(page, figures)];
    if !figures.is_empty() {
        report.sections.push(suggestions::section(page, figures));
    }
    if figures.consultations().next().is_some() {
        report.sections.push(consultations::section(page, gathered));
    }
    report
}

/// The section of the monthly report: what was held in the period, what is overdue, what is undecided, and of a month for
/// the public what was said in twelve. Text is silent where nothing was held in twelve months.
pub(super) fn of_month(page: &Page<'_>, figures: &ForumFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("forum", ForumText::FollowUpMonth);
    let held = figures.held.iter();
    let mut held = forums(page, held.filter(|held| page.period.holds(held.forum.date.value)));
    held.title = pen.say(("Dilaksanakan bulan ini", "Held this month"));
    held.empty = pen.say(Text::Nothing);
    let by_kind = page.known_from(window(page), &[], by_kind(page, figures));
    let mut by_kind = by_kind.for_public();
    by_kind.title = pen.say((
        "Yang disampaikan dalam dua belas bulan dan keputusannya",
        "What was said in twelve months and decided",
    ));
    let mut waiting = undecided(page, figures);
    waiting.empty.clear();
    out.tables = vec![held, overdue(page, figures), waiting];
    if !page.is_alone {
        out.tables.insert(0, by_kind);
    }
    out.notes = vec![share(page, figures)];
    if figures.is_empty() { out.hushed() } else { out }
}

/// What was held, who came, what was decided.
fn held(page: &Page<'_>, figures: &ForumFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("held", ForumText::Section);
    let mut forums = forums(page, figures.held.iter());
    forums.empty = pen.say(ForumText::NoForums);
    let first = window(page);
    let all = [forums, attendance(page, figures), by_kind(page, figures)];
    out.tables = all.map(|table| page.known_from(first, &[], table)).into();
    if figures.is_empty() {
        return out;
    }
    out.notes = vec![share(page, figures), pen.method("counts", ForumText::NoteCounts)];
    out
}

/// The share adopted, with its fraction.
fn share(page: &Page<'_>, figures: &ForumFigures) -> Note {
    let pen = page.pen;
    let count = |column| figures.total.count(column);
    let percent = pen.percent_of(count(DecisionColumn::accepted), count(DecisionColumn::said));
    let note = pen.note("adopted", ForumText::NoteShare { percent }).public();
    page.noted_from(window(page), note)
}

/// The first day of the time of which forums are told.
pub(super) fn window(page: &Page<'_>) -> Day {
    page.window(MONTHS).first_day()
}

fn forums<'f>(page: &Page<'_>, held: impl Iterator<Item = &'f Meeting>) -> Table {
    let pen = page.pen;
    pen.list("forums", held)
        .titled(("Yang dilaksanakan", "What was held"))
        .numbered(|held| held.forum.origin.into())
        .col("id", ("Forum", "Forum"), |held| Value::Text(held.id.clone()))
        .hidden()
        .col("title", ("Forum", "Forum"), |held| {
            Value::Text(held.forum.title.clone())
        })
        .col("kind", ("Jenis", "Kind"), |held| {
            pen.key(held.forum.kind.code(), held.forum.kind.phrase())
        })
        .col("date", ("Tanggal", "Day"), |held| pen.date(held.forum.date.value))
        .col("place", ("Tempat", "Place"), |held| {
            pen.text(held.forum.place.as_deref())
        })
        .hidden()
        .col("topic", ("Topik", "Topic"), |held| {
            pen.text(held.forum.topic.as_deref())
        })
        .hidden()
        .col("came", ("Hadir", "Came"), |held| {
            held.came.map_or(Value::Missing, |came| pen.whole(came.into()))
        })
        .counted(
            "Jumlah orang yang datang menurut dokumen forum.",
            "How many came, as the document of the forum says.",
        )
        .col("said", ("Disampaikan", "Said"), |held| {
            pen.count(held.decisions.count(DecisionColumn::said))
        })
        .counted(
            "Jumlah pengaduan, kritik, dan usul yang disampaikan.",
            "How many complaints, criticisms and suggestions were made.",
        )
        .col("adopted", ("Diterima", "Adopted"), |held| adopted(page, held))
        .means(ADOPTED)
        .table()
}

/// How much was adopted at a forum, of everything said.
fn adopted(page: &Page<'_>, held: &Meeting) -> Value {
    let count = |column| held.decisions.count(column);
    page.pen
        .count_of(count(DecisionColumn::accepted), count(DecisionColumn::said))
}

/// What that means.
const ADOPTED: Meaning = Meaning::counted(
    "adopted",
    "Jumlah yang diterima seluruhnya atau sebagian; sesudah garis miring: semua yang disampaikan.",
    "How much was adopted, wholly or in part; behind the stroke: everything said.",
);

/// Who came from where, the most first.
fn attendance(page: &Page<'_>, figures: &ForumFigures) -> Table {
    let pen = page.pen;
    let mut groups: Vec<_> = figures.came.iter().collect();
    groups.sort_by_key(|(group, came)| (std::cmp::Reverse(came.count), *group));
    pen.list("attendance", groups)
        .titled(("Siapa datang dari mana", "Who came from where"))
        .numbered(|(_, came)| came.first.into())
        .col("group", ("Kelompok", "Group"), |((group, _), _)| {
            Value::Text(group.clone())
        })
        .col("from", ("Asal", "From"), |((_, from), _)| match from {
            None => pen.blank(ForumText::Unknown),
            Some(from) => place(page.who, from),
        })
        .col("count", ("Orang", "People"), |(_, came)| {
            pen.whole(came.count.into())
        })
        .counted(
            "Jumlah orang dari kelompok dan tempat ini dalam semua forum dua belas bulan terakhir.",
            "How many of the group and place came to all forums of the last twelve months.",
        )
        .table()
}

/// A unit by its name, or a place in words.
fn place(who: &Roster, from: &str) -> Value {
    let unit = who.units.find(from);
    unit.map_or_else(|| Value::Text(from.to_owned()), |unit| who.unit(unit))
}

fn by_kind(page: &Page<'_>, figures: &ForumFigures) -> Table {
    let pen = page.pen;
    let kinds = SuggestionKind::ALL.iter().zip(&figures.by_kind);
    let kinds = kinds.map(|(kind, sums)| (pen.key(kind.code(), kind.phrase()), sums));
    let key = pen.column("kind", ("Jenis", "Kind")).public();
    let rows = kinds.chain([(pen.total(), &figures.total)]);
    // Where nothing was held there is nothing to count.
    let rows = pen.keyed(key, rows.filter(|_| !figures.is_empty()));
    let caption = ("Yang disampaikan dan keputusannya", "What was said and decided");
    pen.sheet(rows, caption, &[])
        .of_work()
        .shared(Some("suggestions_by_office"))
}
