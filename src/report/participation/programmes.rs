//! Which competencies were trained, with which partners, and which programmes were never evaluated.

use super::super::figure::Pen;
use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use crate::measure::fairness::{
    CompetencyColumn as Of, CompetencyCount, FairnessFigures, OverviewColumn, Unapplied, Unevaluated,
};
use crate::measure::judged::{Guard, fewest};
use crate::words::report_participation::ParticipationText as Text;

/// Each competency: programmes, completions, how many of them for the post, and the tests.
pub(super) fn competencies(page: &Page<'_>, figures: &FairnessFigures, guard: Guard) -> Section {
    let (pen, fairness) = (page.pen, &figures.fairness);
    let all = fairness.told(OverviewColumn::completed.id(), guard).unwrap_or(0);
    let told_of = (fairness.members.len() as u64, all);
    let list = pen
        .list("competencies", &figures.fairness.competencies)
        .or_says(Text::Nobody)
        .numbered(|(_, count)| count.number)
        .col("competency", ("Kompetensi", "Competency"), |(code, _)| {
            Value::Key {
                key: (*code).clone(),
                label: figures.catalogue.name(code).to_owned(),
            }
        })
        .public()
        .sums(&[], |(_, count)| &count.sums)
        .with(pen.size("told", &["people"]), |(_, count)| {
            told(pen, told_of, count)
        });
    let mut out = pen.section(
        "competencies",
        ("Kompetensi yang dilatih", "Competencies trained"),
    );
    let table = page.known_from(figures.window.first_day(), &[], list.table());
    let table = pen.with_unrolled(figures.unrolled, &[], table);
    out.tables.push(table.of_people_again(&["told"]).shared(None));
    out
}

/// About how few people it tells how often programmes were completed: those who did, and those who did not complete all
/// of them; where all competencies together tell of fewer, each tells of them.
fn told(pen: Pen, (staff, all): (u64, u64), count: &CompetencyCount) -> Value {
    let columns = [Of::people, Of::programmes, Of::completed];
    let [people, programmes, completed] = columns.map(|column| count.sums.count_at(column.id()).unwrap_or(0));
    let lacking = (programmes * staff).saturating_sub(completed);
    pen.count(match completed {
        0 => 0,
        _ => fewest([people, lacking, all]),
    })
}

/// Partners, and programmes without an evaluation.
pub(super) fn programmes(page: &Page<'_>, figures: &FairnessFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("programmes", ("Penyelenggaraan", "Programmes"));
    let all = [
        pen.with_unrolled(figures.unrolled, &[], partners(pen, figures)),
        unevaluated_table(pen, &figures.unevaluated),
        unapplied(pen, &figures.unapplied),
    ];
    let first = figures.window.first_day();
    out.tables = all.map(|table| page.known_from(first, &[], table)).into();
    out.notes.push(pen.method("unevaluated", Text::NoteUnevaluated));
    out
}

fn partners(pen: Pen, figures: &FairnessFigures) -> Table {
    pen.list("partners", &figures.fairness.partners)
        .titled((
            "Pelatihan menurut lembaga mitra",
            "Programmes by partner institution",
        ))
        .or_says(Text::Nobody)
        .numbered(|(_, count)| count.number)
        .col(
            "partner",
            ("Lembaga mitra", "Partner institution"),
            |(name, _)| Value::Text((*name).clone()),
        )
        .sums(&[], |(_, count)| &count.sums)
        .col("cost", ("Biaya (Rp)", "Cost (Rp)"), |(_, count)| {
            count.cost.map_or(Value::Missing, |cost| pen.whole(cost.into()))
        })
        .counted(
            "Jumlah biaya pelatihan itu, sejauh dicatat.",
            "The cost of these programmes, where it is on record.",
        )
        .table()
}

/// Programmes of which it is owed how they are applied at work.
fn unapplied(pen: Pen, list: &[Unapplied]) -> Table {
    let roles = |one: &&Unapplied| {
        let (codes, names): (Vec<&str>, Vec<String>) = one
            .lacking
            .iter()
            .map(|role| (role.code(), pen.say(role.phrase())))
            .unzip();
        pen.key(
            &codes.join(" "),
            Text::Roles {
                names: names.join(", "),
            },
        )
    };
    pen.list("unapplied", list)
        .short()
        .titled(Text::Unapplied)
        .numbered(|one| one.number)
        .col("training", Text::Training, |one| Value::Key {
            key: one.id.clone(),
            label: one.title.clone(),
        })
        .col("end", ("Selesai", "Ended"), |one| pen.date(one.end))
        .col("due", ("Ditunggu sejak", "Owed since"), |one| pen.date(one.due))
        .col("completed", ("Alumni", "Alumni"), |one| pen.count(one.completed))
        .counted(
            "Jumlah peserta yang menyelesaikan pelatihan ini.",
            "How many completed the programme.",
        )
        .col(
            "lacking",
            ("Belum cukup dijawab oleh", "Too few answers of"),
            roles,
        )
        .table()
}

/// Programmes without an evaluation, by last day.
pub(in super::super) fn unevaluated_table(pen: Pen, list: &[Unevaluated]) -> Table {
    pen.list("unevaluated", list)
        .short()
        .titled((
            "Pelatihan yang belum dievaluasi",
            "Programmes without an evaluation",
        ))
        .or_says(Text::Nobody)
        .numbered(|one| one.number)
        .col("training", Text::Training, |one| Value::Key {
            key: one.id.clone(),
            label: one.title.clone(),
        })
        .col("end", ("Selesai", "Ended"), |one| pen.date(one.end))
        .col("took_part", ("Mengikuti", "Took part"), |one| {
            one.took_part.map_or(Value::Missing, |count| pen.count(count))
        })
        .counted(
            "Jumlah peserta yang mengikuti pelatihan ini.",
            "How many took part in the programme.",
        )
        .table()
}
