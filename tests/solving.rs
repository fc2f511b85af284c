//! The public edition as equations: nobody can find a figure about few people by calculating with those that are printed.
//!
//! A reader has all public reports of an office, month after month, in every form. A cell that stands in two of them is
//! one unknown; so is what two labels call by the same name. A column with its total is an equation, a group and its
//! parts are one, and the month before is the report of that month. No unknown may follow from all of them together,
//! neither exactly nor because counts are whole and not below nothing; no count of people that is printed, or follows,
//! may be of fewer than the least group, and of a group of fewer nothing may be told: neither a part, nor none, nor all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod equations;
mod office;
mod small;

use bina::inquiry::KINDS;
use equations::{Address, Equation, PROFILE, address, counts_people, fraction, grids, solved};
use office::Office;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const OFFICES: [&str; 5] = [
    "data",
    "examples/aceh",
    "examples/belawan",
    "examples/mamuju",
    "examples/medan",
];

/// Two runs of months, in which each but the first has the month before it.
const MONTHS: [&str; 6] = ["2026-01", "2026-02", "2026-03", "2026-08", "2026-09", "2026-10"];

/// The least group of the offices as they are, and of those that are made small by asking for more.
const LEAST: u64 = 5;
const MORE: [u64; 2] = [9, 20];

/// The small offices that are tried beside them, each of which told something once.
const SMALL: [u64; 14] = [2, 4, 5, 6, 7, 9, 11, 12, 19, 24, 30, 31, 47, 1010];

/// Offices in which the hidden units have nothing at all, while others have.
const IDLE: std::ops::Range<u64> = 3000..3004;

/// The reports of which there is an edition for the public.
fn reports() -> impl Iterator<Item = &'static str> {
    let public = KINDS
        .iter()
        .filter(|kind| kind.has_public && !kind.needs_subject());
    public.map(|kind| kind.name)
}

/// The reports with totals whose addition is looked at in the true figures.
const ADDED: [&str; 3] = ["monthly", "plan", "complaints"];

/// The reports with figures told of a number, `3/52`, which data formats leave out.
const FRACTIONS: [&str; 3] = ["monthly", "brief", "participation"];

/// All public reports of an office.
#[derive(Default)]
struct Reader {
    least: u64,
    hidden: BTreeSet<Address>,
    printed: BTreeMap<Address, f64>,
    truth: BTreeMap<Address, f64>,
    /// What was told two ways.
    found: Vec<String>,
}

fn bina(office: &Path, args: &[&str]) -> Vec<u8> {
    let out = Command::new(env!("CARGO_BIN_EXE_bina"))
        .env_remove("BINA_DIR")
        .arg("-C")
        .arg(office)
        .args(["--as-of", "2026-12-01", "--lang", "en"])
        .args(args)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{office:?} {args:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    out.stdout
}

impl Reader {
    fn of(office: &Path, least: u64, months: &[&str]) -> Reader {
        let mut reader = Reader {
            least,
            ..Reader::default()
        };
        for month in months {
            for report in reports() {
                reader.read(office, report, month);
            }
        }
        let twice = reader
            .hidden
            .iter()
            .filter(|own| reader.printed.contains_key(*own));
        reader
            .found
            .extend(twice.map(|own| format!("{own:?} is hidden and printed")));
        reader
    }

    fn read(&mut self, office: &Path, report: &str, month: &str) {
        let public = ["report", report, "--month", month, "--edition", "public", "-O"];
        let json: Value = serde_json::from_slice(&bina(office, &[&public[..], &["json"]].concat())).unwrap();
        let sections = json["sections"].as_array().unwrap().iter();
        let tables: Vec<&Value> = sections
            .flat_map(|section| section["tables"].as_array().unwrap())
            .collect();
        tables.iter().for_each(|table| self.take(table, month));
        if FRACTIONS.contains(&report) {
            let page = String::from_utf8(bina(office, &[&public[..], &["md"]].concat())).unwrap();
            for grid in grids(&page) {
                self.take_fractions(&tables, &grid, month);
            }
            self.take_sentence(&page, month);
        }
        if ADDED.contains(&report) {
            let whole = ["explain", "-O", "csv", "--month", month, "--report", report];
            let text = bina(office, &whole);
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(&*text);
            for row in reader.records().map(Result::unwrap) {
                if &row[0] == "addresses" && &row[2] == "value" {
                    let (table, rest) = row[1].split_once('/').unwrap();
                    let (key, column) = rest.rsplit_once('/').unwrap();
                    if let Ok(value) = row[3].parse() {
                        self.truth.insert(address(month, table, key, column), value);
                    }
                }
            }
        }
    }

    fn print(&mut self, own: Address, value: f64) {
        if let Some(other) = self
            .printed
            .insert(own.clone(), value)
            .filter(|other| *other != value)
        {
            self.found.push(format!("{own:?} is {value} and {other}"));
        }
    }

    fn take(&mut self, table: &Value, month: &str) {
        let id = table["id"].as_str().unwrap();
        let columns = table["columns"].as_array().unwrap();
        for row in table["rows"].as_array().unwrap() {
            let key = row[0].as_str().unwrap();
            let key = match id == PROFILE {
                true => format!("{key}/{}", row[1].as_str().unwrap()),
                false => key.to_owned(),
            };
            let key = key.as_str();
            for (column, cell) in columns.iter().zip(row.as_array().unwrap()).skip(1) {
                let own = address(month, id, key, column["id"].as_str().unwrap());
                match cell {
                    Value::String(star) if star == "*" => _ = self.hidden.insert(own),
                    Value::Number(number) => self.print(own, number.as_f64().unwrap()),
                    _ => {}
                }
            }
        }
    }

    /// The fractions of the table that a grid shows, each as its part and what it is of.
    fn take_fractions(&mut self, tables: &[&Value], grid: &[Vec<String>], month: &str) {
        let rows = |table: &Value| table["rows"].as_array().unwrap().clone();
        let is_shown = |table: &&&Value| {
            let titles = table["columns"]
                .as_array()
                .unwrap()
                .iter()
                .map(|column| &column["title"]);
            rows(table).len() + 2 == grid.len() && titles.eq(grid[0].iter().map(|cell| cell.as_str()))
        };
        let Some(table) = tables.iter().find(is_shown) else {
            return;
        };
        let id = table["id"].as_str().unwrap();
        for (row, cells) in rows(table).iter().zip(&grid[2..]) {
            for (at, cell) in cells.iter().enumerate().skip(1) {
                let Some((part, of)) = fraction(cell) else {
                    continue;
                };
                let column = table["columns"][at]["id"].as_str().unwrap();
                let key = row[0].as_str().unwrap();
                self.print(address(month, id, key, &format!("{column}:part")), part);
                self.print(address(month, id, key, &format!("{column}:of")), of);
            }
        }
    }

    /// How many PNS are below the floor, as the first page says.
    fn take_sentence(&mut self, page: &str, month: &str) {
        for line in page.lines().filter(|line| line.contains(" PNS are below ")) {
            let numbers = line.split(" PNS are below ").next().unwrap().split(" of ");
            let numbers: Vec<f64> = numbers.filter_map(|word| word.parse().ok()).collect();
            self.print(
                address(month, "key_figures", "under_floor", "now:part"),
                numbers[0],
            );
            self.print(address(month, "key_figures", "under_floor", "now:of"), numbers[1]);
        }
    }
}

/// Whether a column is the sum of its rows wherever it is, in every month of every office.
fn is_sum(readers: &[(String, Reader)], table: &str, column: &str) -> bool {
    let mut totals: BTreeMap<(usize, &str), [Option<f64>; 2]> = BTreeMap::new();
    for (number, (_, reader)) in readers.iter().enumerate() {
        for ((month, t, key, c), value) in &reader.truth {
            if t == table && c == column {
                let both = totals.entry((number, month)).or_default();
                let end = &mut both[usize::from(key == "*")];
                *end = Some(end.unwrap_or(0.0) + value);
            }
        }
    }
    totals.retain(|_, both| both[1].is_some());
    let is_same = |both: &[Option<f64>; 2]| (both[0].unwrap_or(0.0) - both[1].unwrap_or(0.0)).abs() < 1e-6;
    !totals.is_empty() && totals.values().all(is_same)
}

impl Reader {
    /// An equation between figures: those that are printed are known.
    fn equation(&self, terms: &[(f64, Address)]) -> Equation {
        let mut out = Equation::default();
        for (factor, own) in terms {
            match self.printed.get(own) {
                Some(value) => out.value -= factor * value,
                None => *out.terms.entry(own.clone()).or_default() += factor,
            }
        }
        out
    }

    /// All of some people, and the parts of which each is in one.
    fn parts(&self, all: &Address, parts: impl IntoIterator<Item = Address>) -> Equation {
        let parts = parts.into_iter().map(|part| (-1.0, part));
        self.equation(&[(1.0, all.clone())].into_iter().chain(parts).collect::<Vec<_>>())
    }

    /// The rows of a column in a month, told or not.
    fn rows(&self, month: &str, table: &str, column: &str) -> Vec<Address> {
        let all = self.printed.keys().chain(&self.hidden).chain(self.truth.keys());
        let own = all.filter(|(m, t, key, c)| m == month && t == table && c == column && key != "*");
        own.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn months(&self) -> BTreeSet<String> {
        let all = self.printed.keys();
        all.map(|(month, ..)| month.clone()).collect()
    }

    /// What the labels of a month say of its people, in all reports. Figures that nobody prints are unknowns as well.
    fn of_people(&self, month: &str) -> Vec<Equation> {
        let at = |table: &str, row: &str, column: &str| address(month, table, row, column);
        let ghost = |name: &str, row: &str| address(month, "of nobody", name, row);
        let same = |one: Address, other: Address| self.parts(&one, [other]);
        let staff = at("hours_by_unit", "*", "staff");
        let pns = at("key_figures", "under_floor", "now:of");
        let owing = at("predicates", "*", "people");
        let missing = at("predicates", "missing", "people");
        let in_no = |table: &str, column: &str, name: &str| {
            let units = self.rows(month, table, column);
            let total = at(table, "*", column);
            self.parts(&total, units.into_iter().chain([ghost(name, "none")]))
        };
        let mut out = vec![
            same(at("participation", "people", "value"), staff.clone()),
            same(at("participation", "took_part", "value:of"), staff.clone()),
            self.parts(&staff, [pns.clone(), ghost("no PNS", "*")]),
            self.parts(
                &pns,
                [
                    at("key_figures", "under_floor", "now:part"),
                    ghost("above the floor", "*"),
                ],
            ),
            self.parts(&staff, [owing.clone(), ghost("owing none", "*")]),
            same(at("key_figures", "evaluations_missing", "now:of"), owing.clone()),
            same(at("key_figures", "evaluations_missing", "now:part"), missing),
            self.parts(
                &staff,
                ["took_part", "never", "unknown"].map(|row| at("participation", row, "value:part")),
            ),
            in_no("hours_by_unit", "staff", "staff"),
            self.parts(&owing, self.rows(month, "predicates", "people")),
        ];
        // Units with nobody assessed may be told in one report only.
        let units = self.rows(month, "gaps_by_unit", "assessed");
        if !units.is_empty() {
            out.push(in_no("gaps_by_unit", "assessed", "assessed"));
            let all = units.iter().map(|(_, _, unit, _)| unit.as_str()).chain(["*"]);
            out.extend(all.map(|unit| {
                let parts = [at("gaps_by_unit", unit, "assessed"), ghost("not assessed", unit)];
                self.parts(&at("hours_by_unit", unit, "staff"), parts)
            }));
        }
        for one in self.rows(month, "refreshers", "trained") {
            let never = ghost("never trained", &one.2);
            out.push(self.parts(&staff, [one, never]));
        }
        // Everybody completed every programme, but for so many.
        let all = at("participation", "completed", "value");
        let held = self.printed.get(&at("participation", "unevaluated", "value:of"));
        let known = |table: &str, row: &str| self.printed.get(&at(table, row, "programmes")).copied();
        let competencies = self.rows(month, "competencies", "completed");
        let modes = self.rows(month, "programmes_by_mode", "completed");
        let some = competencies.iter().chain(&modes).cloned().filter_map(|one| {
            let programmes = known(&one.1, &one.2)?;
            Some((one, programmes))
        });
        for (one, programmes) in some.chain(held.map(|held| (all.clone(), *held))) {
            let lacking = ghost(&one.1, &one.2);
            out.push(self.equation(&[(programmes, staff.clone()), (-1.0, one), (-1.0, lacking)]));
        }
        // Where each programme is about one competency, theirs add up.
        let each = competencies.iter().map(|one| known(&one.1, &one.2));
        if each.sum::<Option<f64>>().as_ref() == held {
            out.push(self.parts(&all, competencies));
        }
        // Everybody who answers the survey of the public is in one category of each question about them.
        let mut questions: BTreeMap<String, Vec<Address>> = BTreeMap::new();
        for one in self.rows(month, PROFILE, "n") {
            let question = one.2.split('/').next().unwrap_or_default().to_owned();
            questions.entry(question).or_default().push(one);
        }
        let answered = at("ikm_by_unit", "*", "n");
        out.extend(questions.into_values().map(|each| self.parts(&answered, each)));
        // Who took part completed something, and no more than everything.
        let took = at("participation", "took_part", "value:part");
        out.push(self.parts(&all, [took, ghost("completions more than people", "*")]));
        out
    }

    /// What a report says of the month before is what its own report says.
    fn of_month_before(&self, month: &str, before: &str) -> Vec<Equation> {
        let at = |month: &str, row: &str, column: &str| address(month, "key_figures", row, column);
        let rows = self.rows(before, "key_figures", "now");
        let told = ["", ":part", ":of"];
        let pairs = rows
            .iter()
            .flat_map(|(_, _, row, _)| told.map(|part| (row, part)));
        let pairs = pairs.filter_map(|(row, part)| {
            let (now, then) = (
                at(before, row, &format!("now{part}")),
                at(month, row, &format!("before{part}")),
            );
            self.printed.contains_key(&then).then(|| self.parts(&now, [then]))
        });
        pairs.collect()
    }

    /// Each part of a column is its total's.
    fn of_totals(&self, readers: &[(String, Reader)]) -> Vec<Equation> {
        let columns: BTreeSet<(&String, &String, &String)> =
            self.hidden.iter().map(|(m, t, _, c)| (m, t, c)).collect();
        let added = columns.into_iter().filter(|(_, t, c)| is_sum(readers, t, c));
        let equation = |(month, table, column): (&String, &String, &String)| {
            let total = address(month, table, "*", column);
            self.parts(&total, self.rows(month, table, column))
        };
        added.map(equation).collect()
    }
}

impl Reader {
    fn true_value(&self, month: &str, table: &str, row: &str, column: &str) -> Option<f64> {
        let own = address(month, table, row, column);
        self.truth.get(&own).or_else(|| self.printed.get(&own)).copied()
    }

    /// How many people a figure is about, as it is: those of its unit, those who owe an evaluation, or what a fraction is
    /// of. Not of figures about everybody.
    fn group(&self, (month, table, row, column): &Address) -> Option<f64> {
        match &**table {
            "hours_by_unit" | "gaps_by_unit" if row != "*" => {
                self.true_value(month, "hours_by_unit", row, "staff")
            }
            "of nobody" if row == "not assessed" && column != "*" => {
                self.true_value(month, "hours_by_unit", column, "staff")
            }
            "key_figures" | "participation" => {
                let of = format!("{}:of", column.strip_suffix(":part")?);
                let people = address(month, table, row, column);
                counts_people(&people).then(|| self.true_value(month, table, row, &of))?
            }
            _ => None,
        }
    }

    /// Whether the same follows for everybody from the total: that nobody has any, or that all are so.
    fn is_of_everybody(&self, (month, table, row, column): &Address) -> bool {
        let staff = self.true_value(month, "hours_by_unit", "*", "staff");
        let total = match &**table {
            "of nobody" => self.true_value(month, "gaps_by_unit", "*", "assessed"),
            _ if row == "*" => None,
            _ => self.true_value(month, table, "*", column),
        };
        total.is_some_and(|total| total.abs() < 1e-6 || (column != "staff" && Some(total) == staff))
    }
}

/// What a reader finds out of a run of months.
fn found(name: &str, reader: &Reader, readers: &[(String, Reader)]) -> Vec<String> {
    let months: Vec<String> = reader.months().into_iter().collect();
    let mut equations = reader.of_totals(readers);
    for (at, month) in months.iter().enumerate() {
        equations.extend(reader.of_people(month));
        if at % 3 > 0 {
            equations.extend(reader.of_month_before(month, &months[at - 1]));
        }
    }
    let is_few = |value: f64| value > 0.5 && value < reader.least as f64 - 0.5;
    let told = reader.printed.iter().map(|(own, value)| (own.clone(), *value));
    let told = told.chain(solved(equations));
    let told = told.filter(|(own, value)| {
        if reader.group(own).is_some_and(is_few) {
            return !reader.is_of_everybody(own);
        }
        // What adds up to nothing is nothing of everybody.
        let is_told = reader.hidden.contains(own) && !counts_people(own) && value.abs() > 1e-6;
        is_told || (counts_people(own) && is_few(*value))
    });
    let told = told.map(|(own, value)| format!("{name}: {own:?} is {value}"));
    told.chain(reader.found.iter().map(|own| format!("{name}: {own}")))
        .collect()
}

/// An office that asks for a greater least group, in which more is of few people.
#[allow(clippy::disallowed_methods, reason = "a test begins with this rule")]
fn with_least(folder: &Path, least: u64) -> Office {
    let office = Office::of(folder);
    let file = office.root().join("rules/privacy.toml");
    let rule = std::fs::read_to_string(&file).unwrap();
    let changed = rule.replace("min_group = 5", &format!("min_group = {least}"));
    assert_ne!(rule, changed);
    std::fs::write(&file, changed).unwrap();
    office
}

/// Reads all reports of offices with their least group; how many cells are hidden, and what follows all the same.
fn solve(all: &[(String, PathBuf, u64)], months: &[&str]) -> usize {
    let readers: Vec<(String, Reader)> = std::thread::scope(|scope| {
        let read =
            |(name, place, least): &(String, PathBuf, u64)| (name.clone(), Reader::of(place, *least, months));
        let started: Vec<_> = all.iter().map(|one| scope.spawn(move || read(one))).collect();
        started.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let found: Vec<String> = readers
        .iter()
        .flat_map(|(name, reader)| found(name, reader, &readers))
        .collect();
    assert!(found.is_empty(), "these can be calculated:\n{}", found.join("\n"));
    readers.iter().map(|(_, reader)| reader.hidden.len()).sum()
}

#[test]
fn nothing_about_few_people_follows_from_what_is_printed() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let stricter = OFFICES[..2].iter().flat_map(|name| {
        let folder = root.join(name);
        MORE.map(|least| (format!("{name}, {least}"), with_least(&folder, least), least))
    });
    let stricter: Vec<(String, Office, u64)> = stricter.collect();
    let stricter = stricter
        .iter()
        .map(|(name, office, least)| (name.clone(), office.root(), *least));
    let usual = OFFICES.map(|name| (name.to_owned(), root.join(name), LEAST));
    let all: Vec<_> = usual.into_iter().chain(stricter).collect();
    let hidden = solve(&all, &MONTHS);
    assert!(hidden > 1000, "only {hidden} cells are hidden");
}

/// Reads all reports of small offices; how many cells are hidden.
fn solve_small(numbers: impl IntoIterator<Item = u64>) -> usize {
    let offices = numbers.into_iter().map(|number| (number, small::office(number)));
    let offices: Vec<(u64, Office)> = offices.collect();
    let all = offices
        .iter()
        .map(|(number, office)| (format!("office {number}"), office.root(), LEAST));
    solve(&all.collect::<Vec<_>>(), &MONTHS[3..])
}

#[test]
fn nor_in_offices_that_are_small() {
    let hidden = solve_small(SMALL);
    assert!(hidden > 500, "only {hidden} cells are hidden");
}

#[test]
fn nor_where_the_hidden_units_have_nothing_at_all() {
    let hidden = solve_small(IDLE);
    assert!(hidden > 50, "only {hidden} cells are hidden");
}
