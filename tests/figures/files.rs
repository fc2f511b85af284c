//! The files of `data/` as plain maps, and days as a calendar crate has them.

use crate::data;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::fs;

/// A row: its cells by column.
pub(crate) type Row = BTreeMap<String, String>;

/// A month of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    pub(crate) year: i32,
    pub(crate) number: u32,
}

impl Month {
    pub(crate) fn parse(text: &str) -> Month {
        Month {
            year: text[..4].parse().unwrap(),
            number: text[5..7].parse().unwrap(),
        }
    }

    pub(crate) fn of(day: NaiveDate) -> Month {
        Month {
            year: day.year(),
            number: day.month(),
        }
    }

    pub(crate) fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number, 1).unwrap()
    }

    pub(crate) fn last(self) -> NaiveDate {
        self.plus(1).first().pred_opt().unwrap()
    }

    pub(crate) fn plus(self, months: i32) -> Month {
        let count = self.year * 12 + self.number as i32 - 1 + months;
        Month {
            year: count.div_euclid(12),
            number: count.rem_euclid(12) as u32 + 1,
        }
    }
}

/// A cell; empty when the file has no such column.
pub(crate) fn cell<'r>(row: &'r Row, column: &str) -> &'r str {
    row.get(column).map_or("", String::as_str)
}

/// A day; `None` when the cell is empty.
pub(crate) fn day(row: &Row, column: &str) -> Option<NaiveDate> {
    let text = cell(row, column);
    (!text.is_empty()).then(|| {
        text.parse()
            .unwrap_or_else(|_| panic!("{column}: {text:?} is no day"))
    })
}

/// A number; `None` when the cell is empty.
pub(crate) fn number(row: &Row, column: &str) -> Option<f64> {
    let text = cell(row, column);
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// The rows of a file.
pub(crate) fn rows(name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(data().join(name)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The names of what lies in a folder, sorted; the folder in front.
pub(crate) fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(data().join(folder)).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| format!("{folder}/{}", name(entry.unwrap())))
        .collect();
    names.sort();
    names
}

/// The rows of all files in a folder.
pub(crate) fn all_rows(folder: &str) -> Vec<Row> {
    names(folder).iter().flat_map(|name| rows(name)).collect()
}

/// A TOML document.
pub(crate) fn document(name: &str) -> toml::Table {
    fs::read_to_string(data().join(name)).unwrap().parse().unwrap()
}

/// The codes of all units.
pub(crate) fn units() -> Vec<String> {
    rows("units.csv")
        .iter()
        .map(|row| cell(row, "code").to_owned())
        .collect()
}

/// The edition of a rule in force on a day.
pub(crate) fn rule(name: &str, on: NaiveDate) -> toml::Table {
    let document = document(&format!("rules/{name}.toml"));
    let since = |edition: &toml::Value| edition["in_force_from"].to_string().parse::<NaiveDate>().unwrap();
    let editions = document["edition"].as_array().unwrap().iter();
    let edition = editions
        .filter(|edition| since(edition) <= on)
        .max_by_key(|edition| since(edition));
    edition.unwrap().as_table().unwrap().clone()
}

/// A number of a rule, whole or with decimals.
pub(crate) fn amount(value: &toml::Value) -> f64 {
    match value {
        toml::Value::Integer(whole) => *whole as f64,
        value => value.as_float().unwrap(),
    }
}

/// Rounds half up to so many decimals.
pub(crate) fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    // A binary fraction may lie a hair below the half that it stands for.
    (value * scale + 0.5 + 1e-9).floor() / scale
}
