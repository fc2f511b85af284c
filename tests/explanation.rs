//! Every figure of a report can be asked where it comes from, and what entered it gives the figure again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::diagnostic::{Findings, Origin};
use bina::files::Directory;
use bina::inquiry::{Inquiry, KINDS, Kind};
use bina::load::{self, Office};
use bina::measure::meaning::{self, How, INDEX_PARTS};
use bina::measure::trace::{Source, Trace};
use bina::records::time::{Month, Period};
use bina::report::explanation::Found;
use bina::report::model::{Report, Table, Value};
use bina::words::Lang;
use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::path::Path;

/// The offices, and months of them: the month before was one with other people, or in another year.
const OFFICES: [&str; 5] = [
    "data",
    "examples/medan",
    "examples/aceh",
    "examples/mamuju",
    "examples/belawan",
];
const MONTHS: [&str; 3] = ["2026-10", "2026-07", "2026-01"];

/// How many people of each office are asked about.
const PEOPLE: usize = 12;

/// Of how many units of each office one is asked about.
const UNITS: usize = 5;

/// After how many months a programme is asked about again, when its effects can be seen.
const SINCE: i32 = 5;

/// Figures under which no record stands, and why.
const RESTS_ELSEWHERE: [(&str, &str); 8] = [
    (
        "plan_goals/…/percent",
        "it is what is reached, which is asked there, over a target in words",
    ),
    (
        "plan_goals/…/counted",
        "it is the figure of another report, to be asked there",
    ),
    (
        "under_floor/…/short",
        "of who has no JP on record the rule alone says how many are lacking",
    ),
    (
        "key_figures/…/people_before",
        "it is of the month before, as the figure beside it",
    ),
    (
        "key_figures/…/people",
        "where nobody entered the figure, it is about everybody else",
    ),
    ("certificates_by_state/…/people", "likewise"),
    ("mentoring/…/people", "likewise"),
    ("plan_sums/…/people", "likewise"),
];

/// An office, open.
struct Open {
    directory: Directory,
    office: Office,
    name: &'static str,
}

impl Open {
    fn new(name: &'static str) -> Open {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let directory = Directory::open(&root).unwrap();
        let office = load::office(&directory, &mut Findings::new()).unwrap();
        Open {
            directory,
            office,
            name,
        }
    }

    fn asked<'a>(&'a self, month: Month, subject: Option<&'a str>) -> Inquiry<'a> {
        Inquiry {
            directory: &self.directory,
            office: &self.office,
            period: Period::month(month),
            is_alone: false,
            today: month.last(),
            lang: Lang::Id,
            subject,
            is_whole: true,
        }
    }

    fn report(&self, kind: &Kind, month: Month, subject: Option<&str>) -> Report {
        let mut findings = Findings::new();
        let report = self
            .asked(month, subject)
            .make(kind, &mut findings, &mut Trace::silent())
            .unwrap();
        assert_eq!(findings.errors(), 0, "{}", self.name);
        report
    }

    /// Whom or what a report is asked about: a few people, the programmes of a month.
    fn subjects(&self, kind: &Kind, month: Month) -> Vec<Option<String>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(self.name);
        match kind.name {
            "staff" | "transcript" | "idp" => {
                let staff = std::fs::read_to_string(root.join("staff.csv")).unwrap();
                let ids = staff.lines().skip(1).filter_map(|line| line.split(',').next());
                let ids: Vec<String> = ids.map(str::to_owned).collect();
                let some = ids.iter().step_by(ids.len().div_ceil(PEOPLE));
                some.cloned().map(Some).collect()
            }
            "training" => {
                let months = [month, month.plus(-SINCE)].into_iter();
                let files = months.flat_map(|month| {
                    let folder = std::fs::read_dir(root.join(format!("trainings/{month}")));
                    folder.into_iter().flatten().map(move |file| {
                        let name = file.unwrap().file_name().into_string().unwrap();
                        name.strip_suffix(".toml").map(|slug| format!("{month}/{slug}"))
                    })
                });
                files.filter(Option::is_some).collect()
            }
            "unit" => {
                let units = std::fs::read_to_string(root.join("units.csv")).unwrap();
                let codes = units.lines().skip(1).filter_map(|line| line.split(',').next());
                // The first has all others below it.
                codes.step_by(UNITS).map(|code| Some(code.to_owned())).collect()
            }
            _ => vec![None],
        }
    }
}

/// Every figure of a report, with its address.
fn figures(report: &Report) -> Vec<(&Table, usize, String, usize)> {
    let of_table = |table: &'_ Table| -> Vec<(usize, String, usize)> {
        let rows = table.addresses().into_iter().enumerate();
        rows.flat_map(|(row, address)| {
            (0..table.columns.len()).map(move |column| (row, address.clone(), column))
        })
        .collect()
    };
    let all = report.tables().flat_map(|table| {
        of_table(table)
            .into_iter()
            .map(move |(row, address, column)| (table, row, address, column))
    });
    all.filter(|(table, row, _, column)| table.rows[*row][*column].is_figure())
        .collect()
}

#[test]
fn every_figure_is_declared_and_counted_again_from_what_entered_it() {
    let mut wrong = BTreeSet::new();
    for kind in KINDS {
        let mut count = 0;
        for name in OFFICES {
            let open = Open::new(name);
            for month in MONTHS {
                let month = Month::parse(month).unwrap();
                for subject in open.subjects(kind, month) {
                    count += check(&open, kind, (month, subject.as_deref()), &mut wrong);
                }
            }
        }
        assert!(count > 0, "{}: nothing was asked", kind.name);
    }
    assert!(
        wrong.is_empty(),
        "{}",
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}

/// Checks a report; gives how many figures were counted again.
fn check(
    open: &Open,
    kind: &Kind,
    (month, subject): (Month, Option<&str>),
    wrong: &mut BTreeSet<String>,
) -> usize {
    let report = open.report(kind, month, subject);
    let before = LazyCell::new(|| open.report(kind, month.plus(-1), subject));
    let mut asked = Vec::new();
    let mut questions = Vec::new();
    let mut resting = Vec::new();
    for (table, row, address, column) in figures(&report) {
        let id = table.columns[column].id;
        let found = Found { table, row, column };
        let Some(question) = found.question() else {
            wrong.insert(format!(
                "{} {}/…/{id}: no meaning is declared",
                kind.name, table.id
            ));
            continue;
        };
        let value = &table.rows[row][column];
        let whole = format!("{} {month} {}/{address}/{id}", open.name, table.id);
        let first = asked.len();
        asked.extend(question.parts.iter().cloned());
        // The figure of the month before rests on the records of that month.
        if !matches!(question.meaning.how, How::MonthBefore(_)) {
            let name = format!("{}/…/{id}", table.id);
            resting.push((first..asked.len(), value, whole.clone(), name));
        }
        match question.meaning.how {
            How::From(_) => {}
            How::Change(times) => {
                let [before, after] = found.in_windows()[..] else {
                    wrong.insert(format!("{whole}: it has no two windows"));
                    continue;
                };
                let figure = |value: &Value| value.data().parse::<f64>().unwrap();
                let change = figure(after.value()) - figure(before.value());
                // Data formats round to six decimals.
                if (figure(value) - change * times as f64).abs() > 1e-3 {
                    wrong.insert(format!("{whole}: {} is no change by {change}", value.data()));
                }
            }
            How::MonthBefore(column) => {
                let then = before.tables().find(|other| other.id == table.id).unwrap();
                let row = then
                    .addresses()
                    .iter()
                    .position(|known| *known == address)
                    .unwrap();
                let own = &then.rows[row][then.column(column).unwrap()];
                if own.data() != value.data() {
                    wrong.insert(format!(
                        "{whole}: {} was {} a month before",
                        value.data(),
                        own.data()
                    ));
                }
            }
            _ => {
                for part in question.parts.iter().filter(|_| question.parts.len() > 1) {
                    let table = report.tables().find(|known| known.id == part.table);
                    let is_column = table.is_some_and(|table| {
                        table.column(part.column).is_some() || table.part(part.column).is_some()
                    });
                    let is_element = INDEX_PARTS.contains(&part.column);
                    if !is_column && !is_element && meaning::name_of_part(part.column).is_none() {
                        wrong.insert(format!("{}/{}: the part has no name", part.table, part.column));
                    }
                }
                questions.push((question, first, value, whole));
            }
        }
    }
    let mut trace = Trace::listening(asked);
    open.asked(month, subject)
        .make(kind, &mut Findings::new(), &mut trace)
        .unwrap();
    let collected = trace.heard().unwrap();
    for (parts, value, whole, name) in resting {
        let is_none = matches!(&*value.data(), "" | "0");
        let is_withheld = *value == Value::Withheld;
        let rests = collected.heard[parts].iter().any(|heard| heard.entries() > 0);
        if !rests && !is_none && !is_withheld && !RESTS_ELSEWHERE.iter().any(|(own, _)| *own == name) {
            wrong.insert(format!("{whole}: {} rests on no record", value.data()));
        }
    }
    let rules = &open.office.rules;
    let count = questions.len();
    for (question, first, value, whole) in questions {
        let heard = &collected.heard[first..first + question.parts.len()];
        let again = question.meaning.how.again(heard, rules, month.last());
        let again = again.map_or(String::new(), |again| again.shortest(6));
        if *value != Value::Withheld && again != *value.data() {
            wrong.insert(format!(
                "{whole}: the report says {}, its records give {again}",
                value.data()
            ));
        }
        let is_somewhere = |source: &Source| *source != Source::Row(Origin::NOWHERE);
        if !heard
            .iter()
            .flat_map(|heard| &heard.taken)
            .all(|(source, _)| is_somewhere(source))
        {
            wrong.insert(format!("{whole}: something entered it from nowhere"));
        }
    }
    count
}
