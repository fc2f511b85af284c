//! The items of the plan beside what was done of them.

use super::super::chart::{Chart, Drawing};
use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Note, Section, Table, Value};
use super::super::page::Page;
use super::sums::{self, first_of, known};
use super::{goals, month};
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::measure::plan::{ItemFigures, PlanColumn as Of, PlanFigures, PlanSums, State};
use crate::measure::trace::ALL;
use crate::records::plan::PlanItem;
use crate::words;
use crate::words::report::Text;
use crate::words::report_plan::PlanText;

/// The section of the report: every item, then late, dropped and carried ones, then the goals.
pub(super) fn section(page: &Page<'_>, plan: &PlanFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("plan", PlanText::Section { year: plan.year });
    let mut all = items(page, plan, plan.items.iter(), Some(&plan.total));
    all.title.clone_from(&plan.title);
    out.tables = vec![
        sums::of_year(page, plan),
        all,
        late(page, plan),
        dropped(pen, plan),
        carried(pen, plan),
        known(page, plan, goals::table(page, &plan.goals)),
    ];
    out.notes = notes(page, plan);
    out
}

/// The section of the monthly report: the items of the period, all that are late with their reason, and the sums in
/// words.
pub(in super::super) fn of_month(page: &Page<'_>, plan: &PlanFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("plan", PlanText::Section { year: plan.year });
    let of_period = plan.items.iter();
    let of_period = of_period.filter(|figures| page.period.holds(figures.item.month.value.first()));
    let mut table = items(page, plan, of_period, None);
    table.title = pen.say(("Butir rencana bulan ini", "Items of this month"));
    // What JP and money came to stands in the report of the plan.
    table.views.truncate(1);
    table.views.iter_mut().for_each(|view| view.title.clear());
    out.tables.push(sums::of_year(page, plan));
    out.tables.push(table.detail());
    let late = Table {
        empty: String::new(),
        ..late(page, plan)
    };
    out.tables.push(late.short_view(&["item", "month", "owner"]));
    out.notes = notes(page, plan);
    // The rest is for the report of the plan.
    let told = ["plan-summary", "plan-budget"];
    let others = out.notes.iter_mut().filter(|note| !told.contains(&&*note.code));
    others.for_each(|note| note.is_detail = true);
    out
}

/// The words of a state.
fn state(pen: Pen, state: State) -> Value {
    let words = match state {
        State::Done => ("terlaksana", "done"),
        State::Running => ("berjalan", "running"),
        State::Late => ("terlambat", "late"),
        State::Ahead => ("belum waktunya", "not yet due"),
        State::Unknown => ("tidak diketahui", "not known"),
        State::Dropped => ("dibatalkan", "dropped"),
    };
    pen.key(state.code(), words)
}

/// An item: its key for data formats, its title for text.
fn item(figures: &ItemFigures) -> Value {
    Value::Key {
        key: figures.item.key.value.to_string(),
        label: figures.item.title.clone(),
    }
}

/// A row of the table of items: an item, or the total.
#[derive(Clone, Copy)]
struct PlanRow<'p> {
    item: Option<&'p ItemFigures>,
    sums: &'p PlanSums,
}

impl PlanRow<'_> {
    /// What was planned, where that is written; the total leaves out what was dropped.
    fn planned(self, own: Of, standing: Of, is_written: fn(&PlanItem) -> bool) -> Option<i64> {
        match self.item {
            // Where no item says it, nobody planned none.
            None => Some(self.sums.of(standing)).filter(|sum| *sum != 0),
            Some(figures) => is_written(&figures.item).then(|| self.sums.of(own)),
        }
    }

    fn participants(self) -> Option<i64> {
        let (own, standing) = (Of::participants_planned, Of::participants_standing);
        self.planned(own, standing, |item| item.participants.is_some())
    }

    fn jp(self) -> Option<i64> {
        let is_written = |item: &PlanItem| item.participants.is_some() && item.jp.is_some();
        self.planned(Of::jp_planned, Of::jp_standing, is_written)
    }

    fn budget(self) -> Option<i64> {
        match self.item {
            None => self.sums.budget(),
            Some(_) => self.planned(Of::budget, Of::budget_standing, |item| item.cost.is_some()),
        }
    }
}

fn items<'p>(
    page: &Page<'_>,
    plan: &PlanFigures,
    chosen: impl Iterator<Item = &'p ItemFigures>,
    total: Option<&'p PlanSums>,
) -> Table {
    let pen = page.pen;
    let planned = ["participants_planned", "jp_planned", "budget"];
    let begins = |row: &PlanRow<'p>| {
        row.item
            .map_or(first_of(plan), |one| one.item.month.value.first())
    };
    let rows = chosen.map(|figures| PlanRow {
        item: Some(figures),
        sums: &figures.sums,
    });
    let mut rows: Vec<PlanRow<'p>> = rows.collect();
    let total = total.filter(|_| !rows.is_empty());
    rows.extend(total.map(|sums| PlanRow { item: None, sums }));
    let of_item =
        |row: &PlanRow<'p>, cell: &dyn Fn(&ItemFigures) -> Value| row.item.map_or(Value::Missing, cell);
    let list = pen
        .list("plan_items", rows)
        .or_says(Text::Nothing)
        .numbered(|row| row.item.map_or(ALL, |figures| figures.item.origin.into()))
        .col("item", PlanText::Item, |row| row.item.map_or(pen.total(), item))
        .col("kind", ("Bentuk", "Form"), |row| {
            of_item(row, &|figures| {
                pen.key(figures.item.kind.code(), figures.item.kind.phrase())
            })
        })
        .col("month", PlanText::Month, |row| {
            of_item(row, &|figures| month(pen, figures.item.month.value))
        })
        .col("state", PlanText::State, |row| {
            of_item(row, &|figures| state(pen, figures.state))
        });
    means(pen, done(pen, list))
        .known_each(page, &planned, begins)
        .view_titled(
            ("Pelaksanaan", "What was done"),
            &[
                "item",
                "kind",
                "month",
                "state",
                "programmes_done",
                "participants_planned",
                "participants",
            ],
        )
        .view_titled(
            ("JP dan anggaran (rupiah)", "JP and budget (rupiah)"),
            &["item", "jp_planned", "jp", "budget", "cost", "budget_used"],
        )
        .table()
        .drawn(jp_chart(pen))
}

/// The JP of each item: what was earned within what was planned.
fn jp_chart(pen: Pen) -> Chart {
    let title = ("JP diperoleh / JP direncanakan", "JP earned / JP planned");
    let (planned, actual) = ("jp_planned", "jp");
    Chart::new("plan_jp", pen.say(title), Drawing::Progress { planned, actual })
}

/// The columns of programmes, other records and participants.
fn done<'p>(pen: Pen, list: List<PlanRow<'p>>) -> List<PlanRow<'p>> {
    let programmes = ("Pelatihan selesai", "Programmes done");
    list.col("programmes_done", programmes, |row| {
        let count = |column| row.sums.count(column);
        pen.count_of(count(Of::programmes_done), count(Of::programmes))
    })
    .counted_of(
        "programmes",
        "Jumlah pelatihan butir ini yang selesai sampai hari terakhir bulan; sesudah garis miring: semua pelatihannya.",
        "How many programmes of the item were done by the month's last day; behind the stroke: all of them.",
    )
    .col("programmes", programmes, |row| pen.count(row.sums.count(Of::programmes)))
    .hidden()
    .counted(
        "Jumlah pelatihan yang menyebut butir ini, tanpa yang dibatalkan.",
        "How many programmes name the item, without cancelled ones.",
    )
    .col("other_records", ("Catatan lain", "Other records"), |row| {
        pen.count(row.sums.count(Of::other_records))
    })
    .hidden()
    .counted(
        "Jumlah catatan lain yang melaksanakan butir ini: pasangan bimbingan, sertifikat, tugas belajar, forum.",
        "How many other records carry the item out: pairs, certificates, studies, forums.",
    )
    .col(
        "participants_planned",
        ("Peserta direncanakan", "Participants planned"),
        |row| row.participants().map_or(Value::Missing, |n| pen.whole(n.into())),
    )
    .means(of_total(
        How::Sum(whole("participants_standing")),
        "Jumlah peserta yang direncanakan dalam butir yang tidak dibatalkan.",
        "The participants planned in items that were not dropped.",
    ))
    .counted("Jumlah peserta menurut rencana.", "The participants that the plan gives.")
    .col("participants", ("Peserta selesai", "Participants completed"), |row| {
        let known = pen.count(row.sums.count(Of::participants));
        pen.beside_rolls(known, row.sums.count(Of::unrolled))
    })
    .counted(
        "Jumlah orang yang menyelesaikan pelatihan butir ini, ditambah orang dalam catatan lain.",
        "How many completed the programmes of the item, with the people of its other records.",
    )
}

/// The columns of JP and money.
fn means<'p>(pen: Pen, list: List<PlanRow<'p>>) -> List<PlanRow<'p>> {
    list.col("jp_planned", ("JP direncanakan", "JP planned"), |row| {
        row.jp().map_or(Value::Missing, |jp| pen.sum(jp.into()))
    })
    .means(of_total(
        How::Sum(decimal("jp_standing")),
        "Peserta kali JP tiap peserta dalam butir yang tidak dibatalkan.",
        "Participants times JP each in items that were not dropped.",
    ))
    .summed(
        "Peserta menurut rencana kali JP tiap peserta.",
        "The participants planned times the JP of each.",
    )
    .col("jp", ("JP diperoleh", "JP earned"), |row| {
        let known = pen.jp_beside(row.sums.of(Of::jp), row.sums.count(Of::jp_unknown));
        pen.beside_rolls(known, row.sums.count(Of::unrolled))
    })
    .summed(
        "Jumlah JP pada sertifikat yang menyelesaikan pelatihan butir ini.",
        "The JP on the certificates of those who completed the programmes of the item.",
    )
    .col("budget", PlanText::Cost, |row| {
        row.budget()
            .map_or(Value::Missing, |budget| pen.whole(budget.into()))
    })
    .means(of_total(
        How::Sum(whole("budget_standing")),
        "Jumlah anggaran butir yang tidak dibatalkan.",
        "The budget of items that were not dropped.",
    ))
    .counted(
        "Anggaran menurut rencana, dalam rupiah.",
        "The budget of the plan, in rupiah.",
    )
    .col("cost", PlanText::CostDone, |row| {
        pen.whole(row.sums.of(Of::cost).into())
    })
    .counted(
        "Jumlah biaya pelatihan butir ini yang selesai, dalam rupiah.",
        "The cost of the programmes of the item that were done, in rupiah.",
    )
    .col("budget_used", ("Serapan", "Budget used"), |row| {
        let budget = row.budget().map(|budget| u64::try_from(budget).unwrap_or(0));
        budget.map_or(Value::Missing, |budget| {
            pen.share(row.sums.count(Of::cost), budget)
        })
    })
    .means(of_total(
        How::Over(whole("cost"), whole("budget_standing")),
        "Biaya pelatihan yang selesai dibagi anggaran butir yang tidak dibatalkan.",
        "The cost of programmes done over the budget of items that were not dropped.",
    ))
    .means(Meaning::new(
        How::Over(whole("cost"), whole("budget")),
        "Biaya pelatihan yang selesai dibagi anggaran butir ini.",
        "The cost of programmes done over the budget of the item.",
    ))
}

/// A meaning of the total: it leaves out what was planned of items that were dropped.
fn of_total(how: How, id: &'static str, en: &'static str) -> Meaning {
    Meaning::new(how, id, en).in_row("*")
}

fn late(page: &Page<'_>, plan: &PlanFigures) -> Table {
    let (pen, who) = (page.pen, page.who);
    pen.list("plan_late", plan.in_state(State::Late))
        .short()
        .titled(("Yang terlambat", "Late items"))
        .or_says(("Tidak ada butir yang terlambat.", "No item is late."))
        .col("item", PlanText::Item, |figures| item(figures))
        .col("month", PlanText::Month, |figures| {
            month(pen, figures.item.month.value)
        })
        .col("owner", ("Penanggung jawab", "Owner"), |figures| {
            who.owner(figures.item.owner.as_ref())
        })
        .col("reason", PlanText::Reason, |figures| reason(pen, figures))
        .table()
}

/// Why an item is late or was dropped.
fn reason(pen: Pen, figures: &ItemFigures) -> Value {
    let reason = figures.item.late_reason.clone();
    reason.map_or_else(|| pen.blank(("belum ditulis", "not written yet")), Value::Text)
}

fn dropped(pen: Pen, plan: &PlanFigures) -> Table {
    pen.list("plan_dropped", plan.in_state(State::Dropped))
        .titled(("Yang dibatalkan", "Dropped items"))
        .col("item", PlanText::Item, |figures| item(figures))
        .col("month", PlanText::Month, |figures| {
            month(pen, figures.item.month.value)
        })
        .col("reason", PlanText::Reason, |figures| reason(pen, figures))
        .table()
}

fn carried(pen: Pen, plan: &PlanFigures) -> Table {
    let carried = plan.items.iter();
    let carried = carried.filter_map(|figures| Some((figures, figures.item.carried_from.as_deref()?)));
    pen.list("plan_carried", carried)
        .titled(("Lanjutan dari tahun lalu", "Carried on from an earlier year"))
        .col("item", PlanText::Item, |(figures, _)| item(figures))
        .col("from", ("Butir asal", "Carried from"), |(_, from)| {
            Value::Text((*from).to_owned())
        })
        .col("state", PlanText::State, |(figures, _)| state(pen, figures.state))
        .table()
}

fn notes(page: &Page<'_>, plan: &PlanFigures) -> Vec<Note> {
    let (pen, total) = (page.pen, &plan.total);
    let mut notes = vec![pen.note(
        "plan-summary",
        PlanText::NoteSummary {
            done: total.count(Of::done),
            items: total.count(Of::items),
            late: total.count(Of::late),
            dropped: total.count(Of::dropped),
        },
    )];
    let count = plan.in_state(State::Unknown).count() as u64;
    if count > 0 {
        let note = pen.note("plan-unknown", PlanText::NoteUnknown { count });
        notes.push(note.public());
    }
    let rupiah = |amount: u64| words::number(pen.lang, &amount.to_string());
    let (budget, cost) = (total.count(Of::budget_standing), total.count(Of::cost));
    if budget > 0 {
        notes.push(pen.note(
            "plan-budget",
            PlanText::NoteBudget {
                budget: rupiah(budget),
                cost: rupiah(cost),
                percent: pen.percent(cost, budget),
            },
        ));
    }
    notes.push(match &plan.decree {
        Some(decree) => pen.note(
            "plan-decree",
            PlanText::NoteDecree {
                decree: decree.clone(),
            },
        ),
        None => pen.note("plan-draft", PlanText::NoteDraft),
    });
    notes.push(pen.method("plan", PlanText::NotePlan).public());
    let count = plan.unplanned.count(Of::programmes_done);
    if count > 0 {
        let cost = rupiah(plan.unplanned.count(Of::cost));
        notes.push(pen.note("plan-outside", PlanText::NoteUnplanned { count, cost }));
    }
    let count = total.count(Of::without_cost) + plan.unplanned.count(Of::without_cost);
    if count > 0 {
        let note = pen.note("plan-no-cost", PlanText::NoteNoCost { count });
        notes.push(note.public());
    }
    notes.extend(pen.some_completions(total.count(Of::jp_unknown)));
    // What was done and spent before the records begin is in none of these.
    let sums = ["plan-summary", "plan-budget", "plan-outside", "plan-no-cost"];
    let first = first_of(plan);
    let notes = notes.into_iter();
    notes
        .map(|note| match sums.contains(&&*note.code) {
            true => page.noted_from(first, note),
            false => note,
        })
        .collect()
}
