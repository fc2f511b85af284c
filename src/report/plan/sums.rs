//! What the plan comes to, for the public: the titles of its items are for the office.

use super::super::figure::Pen;
use super::super::model::{Table, Value};
use super::super::page::Page;
use crate::measure::judged::fewest;
use crate::measure::meaning::Meaning;
use crate::measure::plan::{PlanColumn as Of, PlanFigures};
use crate::measure::sheet::SheetName;
use crate::records::plan::PlanItem;
use crate::records::time::{Day, Month};
use crate::words::Phrase;

const DONE: Phrase = Phrase {
    id: "Jumlah yang terlaksana sampai hari terakhir bulan; tiap butir: bina explain plan_items --report plan.",
    en: "What was done by the month's last day; each item: bina explain plan_items --report plan.",
};

/// A column of the plan's sheet as what was done.
fn as_done(column: Of) -> Meaning {
    let says = DONE;
    Meaning {
        says,
        rule: None,
        ..column.meaning()
    }
}

/// A column of the plan's sheet as what was planned.
fn as_planned(column: Of) -> Meaning {
    let says = Phrase {
        id: "Jumlah menurut rencana, tanpa butir yang dibatalkan.",
        en: "What the plan gives, without dropped items.",
    };
    Meaning {
        says,
        rule: None,
        ..column.meaning()
    }
}

/// About how few people it tells how many took part: those who did, who did in nothing, or not in all that was done.
fn told(staff: u64, plan: &PlanFigures) -> u64 {
    let columns = [Of::done, Of::programmes, Of::participants];
    let [done, programmes, participants] = columns.map(|column| plan.total.count(column));
    match participants {
        0 => 0,
        _ => fewest([
            plan.people,
            staff.saturating_sub(plan.people),
            (done * staff).saturating_sub(participants),
            (programmes * staff).saturating_sub(participants),
        ]),
    }
}

/// A line: its key, its words, what was planned, what was done.
type Line = (&'static str, (&'static str, &'static str), Value, Value);

/// What was planned for the year beside what was done so far. What no item of the plan says is not known, and so is a
/// cost that no programme has on record.
fn lines(pen: Pen, plan: &PlanFigures) -> [Line; 5] {
    let total = &plan.total;
    let whole = |column| pen.whole(total.of(column).into());
    let jp = |column| pen.sum(total.of(column).into());
    let planned = |is_written: fn(&PlanItem) -> bool, sum: Value| {
        let mut items = plan.items.iter().map(|figures| &figures.item);
        if items.any(is_written) {
            sum
        } else {
            Value::Missing
        }
    };
    let rolled = |done| pen.beside_rolls(done, total.count(Of::unrolled));
    let done = total.of(Of::programmes_done);
    let has_cost = done == 0 || total.of(Of::without_cost) < done;
    [
        (
            "items",
            ("Butir rencana", "Items of the plan"),
            whole(Of::items),
            whole(Of::done),
        ),
        (
            "late",
            ("Butir yang terlambat", "Items that are late"),
            Value::Missing,
            whole(Of::late),
        ),
        (
            "participants",
            ("Peserta", "Participants"),
            planned(
                |item| item.participants.is_some(),
                whole(Of::participants_standing),
            ),
            rolled(whole(Of::participants)),
        ),
        (
            "jp",
            ("JP", "JP"),
            planned(
                |item| item.participants.is_some() && item.jp.is_some(),
                jp(Of::jp_standing),
            ),
            rolled(jp(Of::jp)),
        ),
        (
            "cost",
            ("Anggaran (rupiah)", "Budget (rupiah)"),
            planned(|item| item.cost.is_some(), whole(Of::budget_standing)),
            if has_cost { whole(Of::cost) } else { Value::Missing },
        ),
    ]
}

/// A table of what was done in the year of a plan, which the records may know in part; what was planned is known.
pub(in crate::report) fn known(page: &Page<'_>, plan: &PlanFigures, table: Table) -> Table {
    let planned = ["items", "budget", "participants_planned", "jp_planned", "planned"];
    page.known_from(first_of(plan), &planned, table)
}

/// The first day of the year of a plan.
pub(super) fn first_of(plan: &PlanFigures) -> Day {
    Month::of(plan.year, 1).map_or(Day::FIRST, Month::first)
}

/// The table of these lines.
pub(super) fn of_year(page: &Page<'_>, plan: &PlanFigures) -> Table {
    let pen = page.pen;
    let list = pen
        .list("plan_sums", lines(pen, plan))
        .col("figure", ("Hal", "Figure"), |(key, words, ..)| {
            pen.key(key, *words)
        })
        .public()
        .col(
            "planned",
            ("Rencana setahun", "Planned for the year"),
            |(_, _, planned, _)| planned.clone(),
        )
        .means(as_planned(Of::items).of("items", "plan_goals"))
        .means(as_planned(Of::participants_standing).of("participants", "plan_items"))
        .means(as_planned(Of::jp_standing).of("jp", "plan_items"))
        .means(as_planned(Of::budget_standing).of("cost", "plan_items"))
        .public()
        .col("done", ("Realisasi", "Done so far"), |(.., done)| done.clone())
        .means(as_done(Of::done).of("items", "plan_goals"))
        .means(as_done(Of::late).of("late", "plan_goals"))
        .means(as_done(Of::cost).of("cost", "plan_items"))
        .means(as_done(Of::participants).of("participants", "plan_items"))
        .means(as_done(Of::jp).of("jp", "plan_items"))
        .public()
        .with(pen.size("people", &["done"]), |(key, ..)| match *key {
            "participants" | "jp" => pen.count(told(page.staff(), plan)),
            _ => Value::Missing,
        });
    known(page, plan, list.table())
        .of_lines(&[("done", "people")])
        .for_public()
}
