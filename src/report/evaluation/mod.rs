//! The report on evaluations: predicates over time, who is not evaluated, and what evaluations led to.

pub(super) mod follow_up;
mod incentive;

use super::chart::{Chart, Drawing};
use super::head::head;
use super::model::{Column, Report, Section, Table, Value};
use super::monthly::{begun, without_parts};
use super::page::Page;
use crate::measure::evaluation::{EvaluationReport, PERIOD_COLUMNS};
use crate::measure::meaning::{How, Meaning, Traced, whole};
use crate::measure::predicates::{PredicateCount, PredicateFigures, column_of};
use crate::records::code::Predicate;
use crate::records::time::{Day, Period};
use crate::rules::Enactment;
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;
use follow_up::Consequences;
use std::collections::BTreeSet;

/// The version of the contract of the report on evaluations.
const VERSION: u32 = 2;

/// Builds the report on evaluations; `None` when a rule has no edition in force.
pub fn evaluation(page: &Page<'_>, gathered: &EvaluationReport) -> Option<Report> {
    let (pen, as_of) = (page.pen, page.as_of());
    let consequences = Consequences::new(*page, &gathered.follow_ups)?;
    let month = page.period_title();
    let mut report = page.report("evaluation", VERSION, Words::Title { month });
    let mut predicates = trend(page, gathered);
    let mut without = missing(page, gathered);
    let matrix = page.rules.predicate.on(as_of)?.head();
    let rhythm = page.rules.evaluation.on(as_of)?.head();
    predicates.notes.push(pen.basis(&matrix));
    without.notes.push(pen.basis(&rhythm));
    let since = gathered.trend.first().map(|(period, _)| *period);
    report.sections = vec![
        head(page, head_lines(page, gathered)),
        consequences.open_section(since),
        without,
        predicates,
        consequences.led_to(Period::year(as_of.month())),
    ];
    let incentives = gathered.incentives.as_ref().zip(page.rules.incentive.on(as_of));
    let awarded = &gathered.follow_ups.awarded;
    let incentives = incentives.map(|(figures, rule)| incentive::section(page, figures, awarded, rule));
    report.sections.extend(incentives);
    Some(report)
}

/// Who is not evaluated, what is late, and who earned something.
fn head_lines(page: &Page<'_>, gathered: &EvaluationReport) -> Vec<(Day, Words)> {
    let total = &gathered.current.total;
    let missing = match (total.missing, total.unknown) {
        (0, count @ 1..) => Words::HeadUnknown { count },
        (0, 0) if total.owing() == 0 => Words::NobodyOwes,
        (missing, unknown) => {
            let (of, begun) = (total.owing(), page.pen.begun(total.begun));
            match unknown {
                0 => Words::HeadMissing { missing, of, begun },
                _ => Words::HeadMissingKnown {
                    missing,
                    of,
                    begun,
                    unknown,
                },
            }
        }
    };
    // Of people who are not on record at all it is not known either.
    let told = match missing {
        Words::NobodyOwes => owed(gathered),
        _ => page.as_of(),
    };
    let open = Words::HeadOpen {
        late: gathered.follow_ups.open.len() as u64,
        ahead: gathered.follow_ups.ahead.len() as u64,
    };
    let incentives = gathered
        .incentives
        .as_ref()
        .zip(page.rules.incentive.on(page.as_of()));
    let incentives = incentives.map(|(figures, rule)| {
        let met = figures.list.iter().filter(|one| one.is_met());
        let people: BTreeSet<u32> = met.map(|one| one.person).collect();
        let met = people.len() as u64;
        let line = match figures.unknown.len() as u64 {
            0 => Words::HeadIncentive { met },
            unknown => Words::HeadIncentiveKnown { met, unknown },
        };
        (incentive::looks_back(page, rule), line)
    });
    let first = gathered
        .trend
        .first()
        .map_or(Day::FIRST, |(of, _)| of.first_day());
    let lines = [(told, missing), (first, open)];
    lines.into_iter().chain(incentives).collect()
}

/// The last day of the period owed.
fn owed(gathered: &EvaluationReport) -> Day {
    gathered.trend.last().map_or(Day::FIRST, |(of, _)| of.last_day())
}

fn trend(page: &Page<'_>, gathered: &EvaluationReport) -> Section {
    let pen = page.pen;
    let mut list = pen
        .list("trend", &gathered.trend)
        .col("period", Words::Period, |(of, _)| pen.period_key(*of));
    for predicate in Predicate::ALL {
        list = list
            .col(column_of(*predicate), predicate.phrase(), |(_, figures)| {
                pen.count(figures.total.by_predicate[*predicate as usize])
            })
            .counted(
                "Jumlah pegawai yang evaluasi periode ini menghasilkan predikat ini.",
                "How many people have this predicate in the evaluation of the period.",
            )
            .by("predicate");
    }
    let list = list
        .col("good", ("Baik atau lebih", "Good or better"), |(_, figures)| {
            pen.count_of(figures.total.good(), figures.total.evaluated())
        })
        .counted(
            "Jumlah pegawai berpredikat Baik atau Sangat Baik; sesudah garis miring: yang dievaluasi.",
            "How many people have Baik or Sangat Baik; behind the stroke: those evaluated.",
        )
        .by("predicate")
        .col("missing", Words::Missing, |(_, figures)| {
            pen.count_or_not(figures.total.known_missing())
        })
        .counted(
            "Jumlah pegawai yang wajib dievaluasi pada akhir periode ini dan belum dievaluasi.",
            "How many people owed an evaluation at the end of the period and have none.",
        )
        .by("evaluation")
        .known_each(page, &[], |(of, _)| of.last_day())
        .known_where(&[], |(_, figures)| figures.is_told);
    let parts = Predicate::ALL.iter().map(|predicate| column_of(*predicate));
    let parts = Drawing::Stacked(parts.chain(["missing"]).collect());
    let trend = list.table().drawn(Chart::new("trend", String::new(), parts));
    Section {
        tables: vec![trend.shared(None), trend_by_unit(page, gathered)],
        notes: vec![pen.method("trend", Words::NoteTrend)],
        ..pen.section("trend", Words::Trend)
    }
}

/// Who owes an evaluation and has none, counted where the predicates of all units are.
const MISSING: Meaning = Meaning::new(
    How::Sum(whole("missing")),
    "Jumlah pegawai unit ini yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
    "How many people of the unit owe an evaluation and have none that is current.",
)
.by("evaluation")
.traced(Traced::Same("predicates_by_unit"));

fn trend_by_unit(page: &Page<'_>, gathered: &EvaluationReport) -> Table {
    let pen = page.pen;
    // A unit by number, or none; behind them all together.
    let count = |figures: &PredicateFigures, row: &Option<Option<usize>>| match row {
        None => figures.total,
        Some(None) => figures.elsewhere,
        Some(Some(unit)) => figures.units[*unit],
    };
    let units = (0..gathered.current.units.len()).map(Some);
    let elsewhere = (gathered.current.elsewhere != PredicateCount::default()).then_some(None);
    let rows = units.chain(elsewhere).map(Some).chain([None]);
    let mut list = pen.list("trend_by_unit", rows);
    list.table.numbers = gathered.current.numbers();
    let mut list = list
        .titled(Words::TrendByUnit)
        .col("unit", Text::Unit, |unit| match unit {
            None => pen.total(),
            Some(None) => pen.not_named(),
            Some(Some(unit)) => pen.group(&page.who.units, *unit as u32),
        });
    for (id, (of, figures)) in PERIOD_COLUMNS.iter().zip(&gathered.trend) {
        let column = Column {
            id,
            title: pen.period(*of),
            ..Column::default()
        };
        list = list
            .with(column, |unit| match count(figures, unit) {
                none if none.evaluated() == 0 => Value::Missing,
                count => pen.count_of(count.good(), count.evaluated()),
            })
            .counted(
                "Jumlah pegawai unit ini berpredikat Baik atau Sangat Baik; sesudah garis miring: yang dievaluasi.",
                "How many people of the unit have Baik or Sangat Baik; behind the stroke: those evaluated.",
            )
            .by("predicate");
    }
    let list = list
        .col("missing", ("Belum dinilai kini", "Missing now"), |unit| {
            pen.count_or_not(count(&gathered.current, unit).known_missing())
        })
        .means(MISSING);
    // A unit that was evaluated is not idle, though nobody there is good.
    let is_idle = |unit: usize| {
        let trend = gathered.trend.iter().map(|(_, figures)| figures);
        let mut all = trend
            .chain([&gathered.current])
            .map(|figures| figures.units[unit]);
        all.all(|count| count.owing() == 0 && count.unknown == 0)
    };
    pen.without_idle(list.table(), &page.who.units, is_idle)
}

/// Units and people without a current evaluation.
fn missing(page: &Page<'_>, gathered: &EvaluationReport) -> Section {
    let (pen, current) = (page.pen, &gathered.current);
    let units = current.units.iter().enumerate();
    let units = pen
        .list("units_missing", units.filter(|(_, count)| count.missing > 0))
        .titled(("Unit kerja", "Units"))
        .or_says(match (current.total.unknown, current.total.owing()) {
            (count @ 1.., _) => Words::HeadUnknown { count },
            (0, 0) => Words::NobodyOwes,
            _ => Words::NobodyMissing,
        })
        .numbered(|(number, _)| *number as u64)
        .col("unit", Text::Unit, |(number, _)| {
            pen.group(&page.who.units, *number as u32)
        })
        .col("missing", Words::Missing, |(_, count)| {
            pen.count_of(count.missing, count.owing())
        })
        .means(MISSING);
    let units = match current.total.owing() {
        0 if current.total.unknown == 0 => page.empty_from(owed(gathered), units.table()),
        _ => units.table(),
    };
    let people = (!current.missing.is_empty()).then(|| people_missing(page, gathered));
    let count = current.total.exempt;
    let exempt = (count > 0).then(|| pen.note("exempt-now", Words::NoteExempt { count }));
    let told = without_parts(pen, current);
    Section {
        tables: std::iter::once(units).chain(people).collect(),
        notes: exempt.into_iter().chain(told).chain(page.unplaced()).collect(),
        ..pen.section("missing", Words::MissingSection)
    }
}

fn people_missing(page: &Page<'_>, gathered: &EvaluationReport) -> Table {
    let pen = page.pen;
    let missing = gathered.current.missing.iter().zip(&gathered.last);
    pen.list("evaluation_missing", missing)
        .by_people(page.who, |(person, _)| **person, |_| ())
        .short()
        .titled(("Pegawai", "People"))
        .person(page, Text::Name, |(person, _)| **person)
        .col("begun", Text::BegunOf, |(person, _)| {
            begun(pen, &gathered.current, **person)
        })
        .col("last", ("Evaluasi terakhir", "Last evaluation"), |(_, last)| {
            last.map_or(Value::Missing, |grade| pen.period_key(grade.period))
        })
        .col("predicate", ("Predikatnya", "Its predicate"), |(_, last)| {
            last.map_or(Value::Missing, |grade| {
                pen.key(grade.predicate.code(), grade.predicate.phrase())
            })
        })
        .table()
}
