//! Who meets what is asked: by competency and topic, by unit, by person, and what rests on one person alone.

use super::model::{Report, Section, Table, Unjudged, Value};
use super::page::Page;
use crate::measure::matrix::{Bottleneck, CoverageColumn, Demand, DemandState, MatrixReport, PersonDemand};
use crate::rules::Enactment;
use crate::words::report::Text as Common;
use crate::words::report_matrix::MatrixText as Text;

/// The words of the standings that a reader is told of.
const EXPIRED: (&str, &str) = ("Habis", "Expired");
const NEVER: (&str, &str) = ("Belum pernah", "Never");
const BELOW: (&str, &str) = ("Di bawah syarat", "Below");
const EXPIRING: (&str, &str) = ("Segera habis", "Expiring");
const UNASSESSED: (&str, &str) = ("Belum dinilai", "Not assessed");
const UNKNOWN: (&str, &str) = ("Tidak diketahui", "Not known");

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// Builds the matrix; `None` when the rule `gap` has no edition in force, which gathering has told.
pub fn matrix(page: &Page<'_>, gathered: &MatrixReport) -> Option<Report> {
    let (pen, month) = (page.pen, page.period_title());
    let rule = page.rules.gap.on(page.as_of())?;
    let mut report = page.report("matrix", VERSION, Text::Title { month });
    let mut demands = pen.section("demands", Text::Demands);
    demands.tables = vec![by_demand(page, gathered)];
    demands.notes.push(pen.method("met", Text::NoteMet));
    let count = gathered.without_standard;
    if count > 0 {
        demands
            .notes
            .push(pen.note("without-standard", Text::NoteWithout { count }));
    }
    demands.notes.extend(page.unplaced());
    demands.notes.push(pen.basis(&rule.head()));
    let topics = page.rules.certificates.on(page.as_of());
    demands.notes.extend(topics.map(|rule| pen.basis(&rule.head())));
    let alone = Section {
        tables: vec![bottlenecks(page, gathered)],
        notes: vec![pen.method("able", Text::NoteAble)],
        ..pen.section("bottlenecks", Text::Bottlenecks)
    };
    let people = Section {
        tables: vec![open(page, gathered), everything(page, gathered)],
        ..pen.section("people", Text::People)
    };
    let units = Section {
        tables: vec![by_unit(page, gathered)],
        ..pen.section("units", Text::Units)
    };
    report.sections = vec![alone, demands, units, people];
    Some(report)
}

/// What is asked: its code for data formats, its name for text.
fn demand(page: &Page<'_>, gathered: &MatrixReport, demand: Demand) -> Value {
    let (key, label) = match demand {
        Demand::Competency(number) => {
            let of = |names: &[String]| names[number as usize].clone();
            (of(&gathered.catalogue.codes), of(&gathered.catalogue.names))
        }
        Demand::Topic(number) => {
            let rule = page.rules.certificates.on(page.as_of());
            let topic = rule.and_then(|rule| rule.refresh.get(number));
            topic.map_or((String::new(), String::new()), |topic| {
                let name = page.pen.of_rule(&topic.name, topic.name_en.as_ref());
                (
                    format!("topic:{}", topic.topic.0),
                    page.pen.say(Text::Training { name }),
                )
            })
        }
    };
    Value::Key { key, label }
}

/// Whether it is a competency or a topic.
fn kind(page: &Page<'_>, demand: Demand) -> Value {
    match demand {
        Demand::Competency(_) => page.pen.key("competency", ("kompetensi", "competency")),
        Demand::Topic(_) => page.pen.key("topic", ("topik", "topic")),
    }
}

fn by_demand(page: &Page<'_>, gathered: &MatrixReport) -> Table {
    page.pen
        .list("matrix_by_demand", &gathered.demands)
        .or_says(Text::NothingAsked)
        .numbered(|(demand, _)| demand.number())
        .col("demand", Text::Demand, |(own, _)| demand(page, gathered, **own))
        .col("kind", ("Jenis", "Kind"), |(demand, _)| kind(page, **demand))
        .hidden()
        .sums(&[], |(_, sums)| *sums)
        .table()
}

fn by_unit(page: &Page<'_>, gathered: &MatrixReport) -> Table {
    let (pen, units) = (page.pen, &page.who.units);
    let rows = pen.by_unit(units, &gathered.units, &gathered.total);
    let table = pen.sheet(rows, ("", ""), &[]);
    let is_asked = |unit: usize| gathered.units[unit].of(CoverageColumn::asked) > 0;
    pen.without_idle(table, units, is_asked)
}

/// What rests on one person or on nobody.
fn bottlenecks(page: &Page<'_>, gathered: &MatrixReport) -> Table {
    let pen = page.pen;
    let who = |one: &&Bottleneck| {
        one.person
            .map_or(pen.blank(Text::Nobody), |person| page.name(person))
    };
    pen.list("matrix_bottlenecks", &gathered.bottlenecks)
        .or_says(match (gathered.demands.len(), gathered.untold()) {
            (0, _) => Text::NothingAsked,
            (_, 0) => Text::NoBottleneck,
            (_, count) => Text::NoKnownBottleneck { count },
        })
        .numbered(|one| one.demand.number())
        .col("demand", Text::Demand, |one| demand(page, gathered, one.demand))
        .col("kind", ("Jenis", "Kind"), |one| kind(page, one.demand))
        .hidden()
        .col("only", Text::OnlyKnown, who)
        .col("unit", Common::Unit, |one| {
            one.person.map_or(Value::Missing, |person| page.unit_of(person))
        })
        .col("asked", ("Diminta dari", "Asked of"), |one| pen.count(one.asked))
        .counted(
            "Jumlah pegawai yang jabatannya mensyaratkannya, atau semua pegawai untuk topik.",
            "How many people hold a post that requires it, or all for a topic.",
        )
        .table()
}

/// Those of whom something asked is not met or soon no longer, one line a person.
fn open(page: &Page<'_>, gathered: &MatrixReport) -> Table {
    let pen = page.pen;
    let lacking = gathered.by_person();
    let lacking = lacking.filter(|all| all.iter().any(|one| DemandState::OPEN.contains(&one.standing)));
    let count = |all: &&[PersonDemand], is: &dyn Fn(&PersonDemand) -> bool| {
        all.iter().filter(|one| is(one)).count() as u64
    };
    let met = move |all: &&[PersonDemand]| {
        let met = count(all, &|one| one.standing.is_met());
        let untold = count(all, &|one| DemandState::UNTOLD.contains(&one.standing));
        let known = pen.count_of(met, all.len() as u64 - untold);
        pen.beside(known, untold, Unjudged::Record)
    };
    let [expired, never, below, expiring] = DemandState::OPEN;
    let [unassessed, unknown] = DemandState::UNTOLD;
    let words = |standing: DemandState| move |all: &&[PersonDemand]| named(page, gathered, all, standing);
    pen.list("matrix_open", lacking)
        .by_people(page.who, |all| all[0].person, |_| ())
        .numbered(|all| all[0].person.into())
        .short()
        .or_says(
            match (gathered.asked.len(), gathered.total.unjudged()) {
                (0, _) => Text::NothingAsked,
                (_, 0) => Text::AllMet,
                (_, count) => Text::NothingKnownOpen { count },
            },
        )
        .person(page, ("Id", "Id"), |all| all[0].person)
        .col("met", Text::Met, met)
        .counted(
            "Jumlah yang terpenuhi; sesudah garis miring: yang diminta dari orang ini dan diketahui terpenuhi tidaknya.",
            "How much is met; behind the stroke: what is asked of the person and known to be met or not.",
        )
        .col("expired", EXPIRED, words(expired))
        .col("never", NEVER, words(never))
        .col("below", BELOW, words(below))
        .col("expiring", EXPIRING, words(expiring))
        .col("unassessed", UNASSESSED, words(unassessed))
        .col("unknown", UNKNOWN, words(unknown))
        .col("lacks", Text::Lacks, |all| lacks(page, gathered, all))
        .view(&["name", "unit", "met", "lacks"])
        .table()
}

/// What a person lacks in one cell: a sheet of paper has no room for a column each.
fn lacks(page: &Page<'_>, gathered: &MatrixReport, all: &[PersonDemand]) -> Value {
    let states = DemandState::OPEN.into_iter().chain(DemandState::UNTOLD);
    let each = states.zip([EXPIRED, NEVER, BELOW, EXPIRING, UNASSESSED, UNKNOWN]);
    let said = each.filter_map(|(standing, heading)| {
        let words = named(page, gathered, all, standing);
        let heading = page.pen.say(heading).to_lowercase();
        let label = format!("{heading}: {}", words.label());
        (words != Value::Missing).then(|| (format!("{}: {}", standing.code(), words.data()), label))
    });
    let (keys, labels): (Vec<String>, Vec<String>) = said.unzip();
    let (key, label) = (keys.join(" · "), labels.join(" · "));
    Value::Key { key, label }
}

/// What stands so of what is asked of a person: codes for data formats, names for text.
fn named(page: &Page<'_>, gathered: &MatrixReport, all: &[PersonDemand], standing: DemandState) -> Value {
    let own = all.iter().filter(|one| one.standing == standing);
    let words = own.map(|one| {
        let known = demand(page, gathered, one.demand);
        let name = known.label().to_owned();
        let label = match one.levels {
            (Some(held), Some(required)) => page.pen.say(Text::Level { name, held, required }),
            _ => name,
        };
        (known.data().into_owned(), label)
    });
    let (keys, labels): (Vec<String>, Vec<String>) = words.unzip();
    match keys.is_empty() {
        true => Value::Missing,
        false => Value::Key {
            key: keys.join(" "),
            label: labels.join("; "),
        },
    }
}

/// Everything asked of everybody, for who asks for everything and for programs.
fn everything(page: &Page<'_>, gathered: &MatrixReport) -> Table {
    let pen = page.pen;
    let whole = |level: Option<i64>| level.map_or(Value::Missing, |level| Value::Text(level.to_string()));
    let list = pen
        .list("matrix", &gathered.asked)
        .by_people(page.who, |one| one.person, |_| ())
        .titled(Text::All)
        .person(page, ("Id", "Id"), |one| one.person)
        .col("demand", Text::Demand, |one| demand(page, gathered, one.demand))
        .col("kind", ("Jenis", "Kind"), |one| kind(page, one.demand))
        .hidden()
        .col("required", ("Disyaratkan", "Required"), |one| whole(one.levels.1))
        .col("held", ("Dimiliki", "Held"), |one| whole(one.levels.0))
        .col("state", ("Keadaan", "State"), |one| state(page, one.standing))
        .col("last", ("Terakhir", "Last"), |one| pen.date_or_not(one.last))
        .col("until", ("Berlaku sampai", "Valid until"), |one| {
            pen.date_or_not(one.until)
        });
    list.table().detail()
}

/// How something asked stands.
fn state(page: &Page<'_>, standing: DemandState) -> Value {
    let words = match standing {
        DemandState::Valid => ("terpenuhi", "valid"),
        DemandState::Expiring => ("segera habis", "expiring"),
        DemandState::Expired => ("habis", "expired"),
        DemandState::Below => ("di bawah syarat", "below"),
        DemandState::Never => ("belum pernah", "never"),
        DemandState::Unassessed => ("belum dinilai", "not assessed"),
        DemandState::Unknown => ("tidak diketahui", "not known"),
    };
    page.pen.key(standing.code(), words)
}
