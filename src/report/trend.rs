//! How the figures of the monthly reports went from month to month. Nothing is counted here: each point is a cell of the
//! report of its month, in the edition of that report.

use super::figure::Pen;
use super::model::{Column, Report, Section, Table, Value};
use crate::records::time::Month;
use crate::words::report_site::SiteText;
use crate::words::{Lang, Say};
use std::collections::BTreeMap;

/// The tables of which every row has a line, each with the column of its figures.
const BY_ROW: [(&str, &str); 3] = [
    ("key_figures", "now"),
    ("ikm_elements", "nrr"),
    ("ikm_by_unit", "ikm"),
];

/// The tables of whose total row every figure has a line, each with what the lines are of.
const BY_TOTAL: [(&str, SiteText); 4] = [
    ("complaints_by_unit", SiteText::Complaints),
    ("hours_by_unit", SiteText::Hours),
    ("predicates_by_unit", SiteText::Predicates),
    ("certificates_by_scheme", SiteText::Certificates),
];

/// The figures of some months, each as a line through them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthByMonth {
    /// The office.
    pub agency: String,
    /// What it is, in words.
    pub title: String,
    /// The months in short words, from the oldest.
    pub months: Vec<String>,
    /// Its parts, in the order of reading.
    pub parts: Vec<TrendPart>,
}

/// The lines of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrendPart {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub rows: Vec<TrendRow>,
}

/// A figure from month to month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrendRow {
    /// What it is, in words.
    pub label: String,
    /// The figure of each month, from the oldest.
    pub points: Vec<Value>,
}

/// What a monthly report gives to the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthPoints {
    /// The month in short words.
    month: String,
    /// By table: its heading, and each figure by its key, in the order of the table.
    tables: BTreeMap<&'static str, (String, Vec<Point>)>,
}

/// A figure of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Point {
    key: String,
    label: String,
    value: Value,
}

impl MonthPoints {
    /// What the report of a month gives.
    pub fn of(report: &Report, lang: Lang) -> MonthPoints {
        let month = report.month.as_deref().and_then(Month::parse);
        let mut tables = BTreeMap::new();
        for section in &report.sections {
            for table in &section.tables {
                let by_row = BY_ROW.iter().find(|(id, _)| *id == table.id);
                let by_total = BY_TOTAL.iter().find(|(id, _)| *id == table.id);
                let told = match (by_row, by_total) {
                    (Some((_, column)), _) => (heading(section, table), of_rows(table, column)),
                    (None, Some((_, title))) => (title.text(lang), of_total(table)),
                    (None, None) => continue,
                };
                tables.insert(table.id, told);
            }
        }
        MonthPoints {
            month: month.map_or_else(String::new, |month| Pen::of(lang).short_month(month)),
            tables,
        }
    }
}

/// What a table is called: by itself, or by the section in which it stands.
fn heading(section: &Section, table: &Table) -> String {
    match table.title.is_empty() {
        true => section.title.clone(),
        false => table.title.clone(),
    }
}

/// Each row but the total, with its figure in a column.
fn of_rows(table: &Table, column: &str) -> Vec<Point> {
    let Some(at) = table.column(column) else {
        return Vec::new();
    };
    let rows = table.rows.iter().filter(|row| !Table::is_total(row));
    let point = |row: &Vec<Value>| Point {
        key: row[0].data().into_owned(),
        label: row[0].label().to_owned(),
        value: row[at].clone(),
    };
    rows.map(point).collect()
}

/// Each figure of the total row that a reader sees.
fn of_total(table: &Table) -> Vec<Point> {
    let total = table.rows.iter().find(|row| Table::is_total(row));
    let cells = total.into_iter().flat_map(|row| table.columns.iter().zip(row));
    let figures = cells.filter(|(column, _)| !column.is_hidden && !column.meanings.is_empty());
    let point = |(column, value): (&Column, &Value)| Point {
        key: column.id.to_owned(),
        label: match column.unit.is_empty() || column.title.contains(&column.unit) {
            true => column.title.clone(),
            false => format!("{} ({})", column.title, column.unit),
        },
        value: value.clone(),
    };
    figures.map(point).collect()
}

/// The lines through some months, from the oldest; what no month knows has none.
pub fn trend(agency: &str, months: &[MonthPoints], lang: Lang) -> MonthByMonth {
    let order = BY_ROW[..1].iter().map(|(id, _)| *id);
    let order = order.chain(BY_TOTAL.iter().map(|(id, _)| *id));
    let order = order.chain(BY_ROW[1..].iter().map(|(id, _)| *id));
    let parts = order.map(|id| part(id, months));
    MonthByMonth {
        agency: agency.to_owned(),
        title: Pen::of(lang).say(SiteText::Trend),
        months: months.iter().map(|one| one.month.clone()).collect(),
        parts: parts.filter(|part| !part.rows.is_empty()).collect(),
    }
}

fn part(id: &str, months: &[MonthPoints]) -> TrendPart {
    let mut part = TrendPart::default();
    let mut known: Vec<&str> = Vec::new();
    // What it is called now leads; what went away stands behind.
    for (title, points) in months.iter().rev().filter_map(|one| one.tables.get(id)) {
        if part.title.is_empty() {
            part.title.clone_from(title);
        }
        for point in points {
            if !known.contains(&&*point.key) {
                known.push(&point.key);
                part.rows.push(TrendRow {
                    label: point.label.clone(),
                    points: months.iter().map(|one| value(one, id, &point.key)).collect(),
                });
            }
        }
    }
    let is_told = |row: &TrendRow| {
        row.points
            .iter()
            .any(|value| value.is_figure() && *value != Value::Withheld)
    };
    part.rows.retain(is_told);
    part
}

fn value(month: &MonthPoints, table: &str, key: &str) -> Value {
    let points = month.tables.get(table).into_iter().flat_map(|(_, points)| points);
    let mut own = points.filter(|point| point.key == key);
    own.next().map_or(Value::Missing, |point| point.value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(name: &str, points: &[(&str, Value)]) -> MonthPoints {
        let points = points.iter().map(|(key, value)| Point {
            key: (*key).to_owned(),
            label: format!("{key} {name}"),
            value: value.clone(),
        });
        MonthPoints {
            month: name.to_owned(),
            tables: BTreeMap::from([("key_figures", ("Angka".to_owned(), points.collect()))]),
        }
    }

    #[test]
    fn a_line_has_a_point_for_each_month_and_what_is_gone_stands_behind() {
        let count = Value::Count;
        let months = [
            month(
                "Sep",
                &[("gone", count(3)), ("ikm", count(80)), ("dark", Value::Withheld)],
            ),
            month("Okt", &[("ikm", Value::Missing), ("dark", Value::Missing)]),
            month("Nov", &[("ikm", count(82))]),
        ];
        let trend = trend("Kantor", &months, Lang::Id);
        assert_eq!(trend.months, ["Sep", "Okt", "Nov"]);
        let rows = &trend.parts[0].rows;
        let labels: Vec<&str> = rows.iter().map(|row| &*row.label).collect();
        assert_eq!(labels, ["ikm Nov", "gone Sep"]);
        assert_eq!(rows[0].points, [count(80), Value::Missing, count(82)]);
    }
}
