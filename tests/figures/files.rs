//! The files of an office as plain maps, and days as a calendar crate has them.

use chrono::{Datelike, NaiveDate};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

/// A row: its cells by column.
pub(crate) type Row = BTreeMap<String, String>;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The month that so many months end with: of twelve, the one eleven before.
    pub(crate) fn first_of(self, months: i32) -> Month {
        self.plus(1 - months)
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

/// A text of a document; empty when it is not there.
pub(crate) fn text<'d>(table: &'d toml::Table, key: &str) -> &'d str {
    table.get(key).and_then(toml::Value::as_str).unwrap_or("")
}

/// A day of a document.
pub(crate) fn date(table: &toml::Table, key: &str) -> Option<NaiveDate> {
    table.get(key).map(|value| value.to_string().parse().unwrap())
}

/// A number of a document.
pub(crate) fn figure(table: &toml::Table, key: &str) -> Option<f64> {
    table.get(key).map(amount)
}

/// The tables of a list of tables, such as every `[[item]]`.
pub(crate) fn tables<'d>(table: &'d toml::Table, key: &str) -> Vec<&'d toml::Table> {
    let list = table.get(key).and_then(toml::Value::as_array);
    list.into_iter()
        .flatten()
        .map(|one| one.as_table().unwrap())
        .collect()
}

/// The texts of a list of texts.
pub(crate) fn texts<'d>(table: &'d toml::Table, key: &str) -> Vec<&'d str> {
    let list = table.get(key).and_then(toml::Value::as_array);
    list.into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap())
        .collect()
}

/// A number of a rule, whole or with decimals.
pub(crate) fn amount(value: &toml::Value) -> f64 {
    match value {
        toml::Value::Integer(whole) => *whole as f64,
        value => value.as_float().unwrap(),
    }
}

/// A whole number of a rule.
pub(crate) fn whole(rule: &toml::Table, key: &str) -> i64 {
    rule[key].as_integer().unwrap()
}

/// Rounds half up to so many decimals.
pub(crate) fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    // A binary fraction may lie a hair below the half that it stands for.
    (value * scale + 0.5 + 1e-9).floor() / scale
}

/// An office as of the end of a month or of a longer time, and what its report is about.
#[derive(Clone)]
pub(crate) struct Reading {
    root: PathBuf,
    rows: Rc<RefCell<BTreeMap<String, Rc<Vec<Row>>>>>,
    documents: Rc<RefCell<BTreeMap<String, Rc<toml::Table>>>>,
    /// The last month.
    pub(crate) month: Month,
    /// The first month of a time longer than a month.
    first: Option<Month>,
    /// The programme or the person; empty for the office.
    pub(crate) about: String,
}

impl Reading {
    pub(crate) fn new(root: PathBuf, month: Month) -> Reading {
        Reading {
            root,
            rows: Rc::default(),
            documents: Rc::default(),
            month,
            first: None,
            about: String::new(),
        }
    }

    /// The same office at the end of another month.
    pub(crate) fn at(&self, month: Month) -> Reading {
        Reading {
            month,
            first: None,
            ..self.clone()
        }
    }

    /// The same office over some months up to another.
    pub(crate) fn over(&self, first: Month, month: Month) -> Reading {
        Reading {
            month,
            first: Some(first),
            ..self.clone()
        }
    }

    /// The same so many months earlier.
    pub(crate) fn back(&self, months: i32) -> Reading {
        Reading {
            month: self.month.plus(-months),
            first: self.first.map(|first| first.plus(-months)),
            ..self.clone()
        }
    }

    /// How the time is typed: the option and its value.
    pub(crate) fn asked(&self) -> (&'static str, String) {
        let written = |month: Month| format!("{}-{:02}", month.year, month.number);
        match self.first {
            None => ("--month", written(self.month)),
            Some(first) => ("--period", format!("{}..{}", written(first), written(self.month))),
        }
    }

    /// The time of the same length before.
    pub(crate) fn before(&self) -> Reading {
        let mut months = 1;
        while self.month.plus(1 - months) != self.begins() {
            months += 1;
        }
        self.back(months)
    }

    /// Its first month.
    pub(crate) fn begins(&self) -> Month {
        self.first.unwrap_or(self.month)
    }

    /// Whether a month lies in it.
    pub(crate) fn holds(&self, month: Month) -> bool {
        (self.begins()..=self.month).contains(&month)
    }

    /// The first month of what looks so many months back over a month; a longer time is told of alone.
    pub(crate) fn window(&self, months: i32) -> Month {
        self.first.unwrap_or(self.month.first_of(months))
    }

    /// The same month of one programme or person.
    pub(crate) fn about(&self, about: String) -> Reading {
        Reading {
            about,
            ..self.clone()
        }
    }

    /// The month's last day.
    pub(crate) fn on(&self) -> NaiveDate {
        self.month.last()
    }

    /// The rows of a file, or of all files in a folder; none where it is not there.
    pub(crate) fn rows(&self, name: &str) -> Rc<Vec<Row>> {
        if let Some(known) = self.rows.borrow().get(name) {
            return known.clone();
        }
        let files = match name.ends_with(".csv") {
            true => vec![name.to_owned()],
            false => self.names(name),
        };
        let files = files
            .iter()
            .map(|file| self.root.join(file))
            .filter(|path| path.exists());
        let read = |path| {
            csv::Reader::from_path(path)
                .unwrap()
                .into_deserialize()
                .map(Result::unwrap)
        };
        let rows: Rc<Vec<Row>> = Rc::new(files.flat_map(read).collect());
        self.rows.borrow_mut().insert(name.to_owned(), rows.clone());
        rows
    }

    /// The names of what lies in a folder, sorted; the folder in front.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            return Vec::new();
        };
        let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| format!("{folder}/{}", name(entry.unwrap())))
            .collect();
        names.sort();
        names
    }

    /// A TOML document.
    pub(crate) fn document(&self, name: &str) -> Rc<toml::Table> {
        let read = || Rc::new(fs::read_to_string(self.root.join(name)).unwrap().parse().unwrap());
        self.documents
            .borrow_mut()
            .entry(name.to_owned())
            .or_insert_with(read)
            .clone()
    }

    /// The documents of a folder of months, such as `trainings`, each with its id.
    pub(crate) fn documents(&self, folder: &str) -> Vec<(String, Rc<toml::Table>)> {
        let files = self
            .names(folder)
            .into_iter()
            .flat_map(|month| self.names(&month));
        let id = |name: &str| name[folder.len() + 1..name.len() - ".toml".len()].to_owned();
        files.map(|name| (id(&name), self.document(&name))).collect()
    }

    /// The codes of all units.
    pub(crate) fn units(&self) -> Vec<String> {
        let rows = self.rows("units.csv");
        rows.iter().map(|row| cell(row, "code").to_owned()).collect()
    }

    /// The edition of a rule in force on a day.
    pub(crate) fn rule_on(&self, name: &str, on: NaiveDate) -> Option<toml::Table> {
        let document = self.document(&format!("rules/{name}.toml"));
        let editions = tables(&document, "edition").into_iter();
        let in_force = editions.filter(|edition| {
            date(edition, "in_force_from").unwrap() <= on
                && date(edition, "in_force_to").is_none_or(|to| on <= to)
        });
        in_force
            .max_by_key(|edition| date(edition, "in_force_from"))
            .cloned()
    }

    /// The edition of a rule in force on the month's last day.
    pub(crate) fn rule(&self, name: &str) -> toml::Table {
        self.rule_on(name, self.on()).unwrap()
    }
}
