//! The public edition as equations: nobody can find a hidden figure by calculating with those that are printed.
//!
//! Every number of a public report is printed, in tables and in sentences. A hidden cell is an unknown; a column with
//! its total is an equation, and so is a figure that always equals another. Those are found by looking at the true
//! figures of all months of all offices, as a reader who knows the reports does. No unknown may follow from them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::commands::report::KINDS;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

const OFFICES: [&str; 5] = [
    "data",
    "examples/aceh",
    "examples/belawan",
    "examples/mamuju",
    "examples/medan",
];
const MONTHS: [&str; 6] = ["2025-12", "2026-03", "2026-05", "2026-07", "2026-09", "2026-10"];

/// The reports of which there is an edition for the public.
fn reports() -> impl Iterator<Item = &'static str> {
    let public = KINDS
        .iter()
        .filter(|kind| kind.has_public && !kind.needs_subject());
    public.map(|kind| kind.name)
}

/// A table, a row, a column; of a sentence its place and the number in it.
type Address = (String, String, String);

/// What a reader of one public report knows, and what is true.
#[derive(Default)]
struct Page {
    hidden: BTreeSet<Address>,
    printed: BTreeMap<Address, f64>,
    truth: BTreeMap<Address, f64>,
}

fn bina(office: &str, args: &[&str]) -> Option<Vec<u8>> {
    let out = Command::new(env!("CARGO_BIN_EXE_bina"))
        .arg("-C")
        .arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(office))
        .args(["--as-of", "2026-12-01", "--lang", "en"])
        .args(args)
        .output()
        .unwrap();
    out.status.success().then_some(out.stdout)
}

/// Every number of a text, in its order.
fn numbers(text: &str) -> Vec<f64> {
    let plain = text.replace(',', "");
    let words = plain.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    words
        .filter_map(|word| word.trim_matches('.').parse().ok())
        .collect()
}

impl Page {
    fn of(office: &str, report: &str, month: &str) -> Option<Page> {
        let public = [
            "report",
            report,
            "--month",
            month,
            "--edition",
            "public",
            "-O",
            "json",
        ];
        let public: Value = serde_json::from_slice(&bina(office, &public)?).unwrap();
        let mut page = Page::default();
        for section in public["sections"].as_array().unwrap() {
            for table in section["tables"].as_array().unwrap() {
                page.take(table);
            }
            for note in section["notes"].as_array().unwrap() {
                page.say(note["code"].as_str().unwrap(), note["text"].as_str().unwrap());
            }
        }
        let whole = ["explain", "-O", "csv", "--month", month, "--report", report];
        let text = bina(office, &whole)?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(&*text);
        for row in reader.records().map(Result::unwrap) {
            if &row[0] == "addresses" && &row[2] == "value" {
                let (table, rest) = row[1].split_once('/').unwrap();
                let (key, column) = rest.rsplit_once('/').unwrap();
                if let Ok(value) = row[3].parse() {
                    page.truth
                        .insert((table.to_owned(), key.to_owned(), column.to_owned()), value);
                }
            }
        }
        page.truth.extend(page.printed.clone());
        Some(page)
    }

    fn take(&mut self, table: &Value) {
        let id = table["id"].as_str().unwrap();
        let columns = table["columns"].as_array().unwrap();
        for row in table["rows"].as_array().unwrap() {
            let key = row[0].as_str().unwrap();
            for (column, cell) in columns.iter().zip(row.as_array().unwrap()).skip(1) {
                let column = column["id"].as_str().unwrap().to_owned();
                let address = (id.to_owned(), key.to_owned(), column);
                match cell {
                    Value::String(star) if star == "*" => _ = self.hidden.insert(address),
                    Value::String(text) if text.contains(' ') => self.say(&format!("{id}/{key}"), text),
                    Value::Number(number) => _ = self.printed.insert(address, number.as_f64().unwrap()),
                    _ => {}
                }
            }
        }
    }

    fn say(&mut self, place: &str, text: &str) {
        for (at, number) in numbers(text).into_iter().enumerate() {
            let address = ("text".to_owned(), place.to_owned(), at.to_string());
            self.printed.insert(address, number);
        }
    }
}

/// A sum of unknowns with its value.
struct Equation {
    terms: BTreeMap<Address, f64>,
    value: f64,
}

/// The unknowns that follow from equations: by elimination, and because what adds up to nothing is nothing.
fn solved(mut equations: Vec<Equation>) -> BTreeSet<Address> {
    let mut out = BTreeSet::new();
    for at in 0..equations.len() {
        let Some((pivot, factor)) = equations[at].terms.iter().next().map(|(a, f)| (a.clone(), *f)) else {
            continue;
        };
        let (terms, value) = (equations[at].terms.clone(), equations[at].value);
        for (_, other) in equations.iter_mut().enumerate().filter(|(other, _)| *other != at) {
            let Some(by) = other.terms.get(&pivot).map(|own| own / factor) else {
                continue;
            };
            for (address, own) in &terms {
                *other.terms.entry(address.clone()).or_default() -= by * own;
            }
            other.terms.retain(|_, own| own.abs() > 1e-9);
            other.value -= by * value;
        }
    }
    for equation in &equations {
        let is_sum_of_nothing = equation.value.abs() < 1e-6 && equation.terms.values().all(|own| *own > 0.0);
        if equation.terms.len() == 1 || is_sum_of_nothing {
            out.extend(equation.terms.keys().cloned());
        }
    }
    out
}

/// Whether a column is the sum of its rows wherever it is, in every page.
fn is_sum(pages: &[Page], table: &str, column: &str) -> bool {
    let mut seen = 0;
    for page in pages {
        let own = page
            .truth
            .iter()
            .filter(|((t, _, c), _)| t == table && c == column);
        let (total, parts): (Vec<_>, Vec<_>) = own.partition(|((_, key, _), _)| key == "*");
        let Some((_, total)) = total.first() else { continue };
        seen += 1;
        let sum: f64 = parts.iter().map(|(_, part)| **part).sum();
        if (sum - **total).abs() > 1e-6 {
            return false;
        }
    }
    seen > 0
}

/// The figures that are always the same as this one. What never changes equals much by chance.
fn twins(pages: &[Page], own: &Address) -> BTreeSet<Address> {
    let mut values: BTreeMap<&Address, BTreeSet<u64>> = BTreeMap::new();
    let mut others: BTreeSet<&Address> = BTreeSet::from([own]);
    for page in pages {
        let Some(value) = page.truth.get(own) else {
            continue;
        };
        for (other, same) in &page.truth {
            match same == value {
                true => _ = values.entry(other).or_default().insert(value.to_bits()),
                false => _ = others.insert(other),
            }
        }
    }
    values.retain(|other, values| values.len() > 2 && !others.contains(other));
    values.into_keys().cloned().collect()
}

fn equations(pages: &[Page], page: &Page) -> Vec<Equation> {
    let mut out = Vec::new();
    let columns: BTreeSet<(&String, &String)> = page.hidden.iter().map(|(t, _, c)| (t, c)).collect();
    for (table, column) in columns.into_iter().filter(|(t, c)| is_sum(pages, t, c)) {
        let mut equation = Equation {
            terms: BTreeMap::new(),
            value: 0.0,
        };
        let rows = page.truth.keys().filter(|(t, _, c)| t == table && c == column);
        for address in rows {
            let sign = if address.1 == "*" { -1.0 } else { 1.0 };
            match page.printed.get(address) {
                Some(value) => equation.value -= sign * value,
                None if page.hidden.contains(address) => _ = equation.terms.insert(address.clone(), sign),
                None => {}
            }
        }
        out.push(equation);
    }
    for hidden in &page.hidden {
        let printed = twins(pages, hidden)
            .into_iter()
            .filter_map(|twin| page.printed.get(&twin).copied());
        let equal = printed.map(|value| Equation {
            terms: BTreeMap::from([(hidden.clone(), 1.0)]),
            value,
        });
        out.extend(equal);
    }
    out
}

#[test]
fn no_hidden_figure_follows_from_the_printed_ones() {
    let mut hidden = 0;
    let mut found = Vec::new();
    for report in reports() {
        let runs = OFFICES
            .iter()
            .flat_map(|office| MONTHS.iter().map(move |month| (office, month)));
        let runs: Vec<_> = runs.collect();
        let pages = runs.iter().filter_map(|(office, month)| {
            let page = Page::of(office, report, month)?;
            Some(((office, month), page))
        });
        let (names, pages): (Vec<_>, Vec<Page>) = pages.unzip();
        for ((office, month), page) in names.iter().zip(&pages) {
            hidden += page.hidden.len();
            for (table, row, column) in solved(equations(&pages, page)) {
                let own = (table.clone(), row.clone(), column.clone());
                let same = twins(&pages, &own);
                found.push(format!(
                    "{office} {report} {month}: {table}/{row}/{column}, as {same:?}"
                ));
            }
        }
    }
    assert!(hidden > 100, "only {hidden} cells are hidden");
    assert!(found.is_empty(), "these can be calculated:\n{}", found.join("\n"));
}

#[test]
fn what_can_be_calculated_is_found() {
    let address = |row: &str| ("t".to_owned(), row.to_owned(), "c".to_owned());
    let sum = |rows: &[&str], value| Equation {
        terms: rows.iter().map(|row| (address(row), 1.0)).collect(),
        value,
    };
    // Two unknowns in one sum are safe, until one of them is told elsewhere, or the sum is nothing.
    assert_eq!(solved(vec![sum(&["a", "b"], 6.0)]).len(), 0);
    assert_eq!(solved(vec![sum(&["a", "b"], 6.0), sum(&["b"], 3.0)]).len(), 2);
    assert_eq!(solved(vec![sum(&["a", "b"], 0.0)]).len(), 2);
    assert_eq!(
        solved(vec![sum(&["a", "b"], 6.0), sum(&["a", "b", "d"], 9.0)]).len(),
        1
    );
    assert_eq!(
        numbers("IKM 81.54 (B; n = 1,245). 9 of 43"),
        [81.54, 1245.0, 9.0, 43.0]
    );
}
