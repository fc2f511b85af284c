//! What the report of one office tells of the whole office: the total row of a table, a table that has a row for each
//! figure of the office, or one whose keys mean the same in every office.

use super::super::figure::Pen;
use super::super::model::{Column, Report, RowKeys, Style, TOTAL, Table, Value, View};
use crate::measure::meaning::{Meaning, Question};
use crate::measure::trace::{Heard, Query};
use crate::records::number::Dec;
use crate::words::Lang;
use crate::words::report_rollup::RollupText as Text;
use std::collections::BTreeSet;

/// The id of the column of offices.
pub const OFFICE: &str = "office";

/// How many figures stand side by side for a reader of text where a table has many of them.
const ABREAST: usize = 5;

/// One figure about a whole office.
#[derive(Clone, Debug)]
pub struct OfficeFigure {
    /// As the report of the office has it.
    pub(super) value: Value,
    /// What it is counted from; `None` where there is no figure.
    pub question: Option<Question>,
    /// What entered its parts, as much of it as a total needs.
    pub(super) heard: Vec<Heard>,
}

impl OfficeFigure {
    /// Its question, where it must be listened for its parts: a sum says itself what enters that of all.
    fn listened(&self) -> Option<&Question> {
        let question = self.question.as_ref();
        question
            .filter(|question| question.meaning.how.is_pooled() && question.meaning.how.summed().is_none())
    }

    /// The sum that it is, in the units of its amounts.
    fn sum(&self) -> Option<i128> {
        let unit = self.question.as_ref()?.meaning.how.summed()?;
        match (self.value.known(), unit) {
            (Value::Count(count), unit) => Some(i128::from(*count) * i128::from(unit)),
            (Value::Number { exact, .. }, 1) => exact.parse().ok(),
            (Value::Number { exact, .. }, _) => Dec::parse(exact).map(|sum| sum.0.into()),
            _ => None,
        }
    }
}

/// What one row tells of a whole office: the office's own row in a table of the report of several, or its part in a row
/// that all offices share.
#[derive(Clone, Debug)]
pub struct OfficeLine {
    /// The section of the table: its id and heading.
    pub(super) section: (&'static str, String),
    /// The table without rows; its first column is that of the offices, or that of the keys.
    pub(super) table: Table,
    /// The key that all offices share; `None` of a row of the office.
    pub(super) key: Option<Value>,
    /// The figures, in the order of the other columns.
    pub(super) figures: Vec<OfficeFigure>,
}

impl OfficeLine {
    /// What the report of an office tells of the whole office.
    pub fn all(report: &Report) -> Vec<OfficeLine> {
        let pen = Pen::of(Lang::of(report.lang).unwrap_or_default());
        let mut lines = Vec::new();
        for section in &report.sections {
            let tables = section.tables.iter().filter(|table| table.style == Style::Grid);
            for mut line in tables.flat_map(|table| of_table(table, pen)) {
                line.section = (section.id, section.title.clone());
                if line.table.title.is_empty() {
                    line.table.title.clone_from(&section.title);
                }
                lines.push(line);
            }
        }
        lines
    }

    /// The id of its table.
    pub fn table(&self) -> &'static str {
        self.table.id
    }

    /// The tables of a report that tell of the whole office.
    pub fn tables(report: &Report) -> BTreeSet<&'static str> {
        OfficeLine::all(report).iter().map(|line| line.table.id).collect()
    }

    /// The figure of a table and column, by their ids, among the lines of an office; of a table whose keys are shared
    /// that of a key.
    pub fn figure<'l>(
        lines: &'l [OfficeLine],
        (table, key, column): (&str, &str, &str),
    ) -> Option<&'l OfficeFigure> {
        let is_it = |line: &&OfficeLine| {
            line.table.id == table && line.key.as_ref().is_none_or(|own| own.data() == key)
        };
        let line = lines.iter().find(is_it)?;
        line.figures.get(line.table.column(column)?.checked_sub(1)?)
    }

    /// What must be listened for to count the figures of some lines.
    pub fn queries(lines: &[OfficeLine]) -> Vec<Query> {
        let figures = lines.iter().flat_map(|line| &line.figures);
        let questions = figures.filter_map(OfficeFigure::listened);
        let parts = questions.flat_map(|question| {
            let keeps = question.meaning.how.keeps();
            question.parts.iter().map(move |part| Query {
                keeps,
                ..part.clone()
            })
        });
        parts.collect()
    }

    /// Gives each figure what was heard of its parts, in the order of the queries.
    pub fn hear(lines: &mut [OfficeLine], heard: Vec<Heard>) {
        let mut heard = heard.into_iter();
        for figure in lines.iter_mut().flat_map(|line| &mut line.figures) {
            if let Some(question) = figure.listened() {
                let own = heard.by_ref().take(question.parts.len()).collect();
                question.meaning.how.pool(&mut figure.heard, own);
            } else {
                figure.heard.extend(figure.sum().map(Heard::of_sum));
            }
        }
    }
}

/// A figure of an office's own table on its way into that of several: the column that it gets, and the row and column
/// in which it stands.
struct Standing {
    column: Column,
    meaning: Meaning,
    row: usize,
    number: usize,
}

/// The lines of a table: none where no figure of it is about the whole office.
fn of_table(own: &Table, pen: Pen) -> Vec<OfficeLine> {
    let office = pen.column(OFFICE, Text::Office).public();
    let of_office = match own.rows.iter().position(|row| Table::is_total(row)) {
        Some(row) => of_row(own, row),
        None => of_upright(own),
    };
    let (by_office, but) = match own.rolled {
        RowKeys::Own => return line(own, own.id, (office, None), of_office).into_iter().collect(),
        RowKeys::Shared(by_office) => (by_office, None),
        RowKeys::SharedBut(but) => (None, Some(but)),
    };
    let is_own = |row: &[Value]| but.is_some_and(|but| row[0].data().starts_with(but));
    let by_office = by_office.and_then(|id| line(own, id, (office, None), of_office));
    let rows = own.rows.iter().enumerate();
    let shared = rows
        .filter(|(_, cells)| !is_own(cells))
        .filter_map(|(row, cells)| {
            // Where words of their own say a key to readers, those are not there.
            let shown = Column {
                is_hidden: false,
                ..own.columns.first()?.clone()
            };
            let key = (shown, cells.first().cloned());
            line(own, own.id, key, of_row(own, row))
        });
    by_office.into_iter().chain(shared).collect()
}

/// A line with some figures of a table; `None` where there are none.
fn line(
    own: &Table,
    id: &'static str,
    (first, key): (Column, Option<Value>),
    standing: Vec<Standing>,
) -> Option<OfficeLine> {
    let (mut columns, mut figures) = (vec![first], Vec::new());
    for one in standing {
        let value = own.rows[one.row][one.number].clone();
        let question = Question::new(one.meaning, own.id, own.asked(one.row));
        figures.push(OfficeFigure {
            question: value.is_figure().then_some(question),
            value,
            heard: Vec::new(),
        });
        columns.push(Column {
            meanings: vec![Meaning {
                row: None,
                ..one.meaning
            }],
            ..one.column
        });
    }
    let table = Table {
        id,
        title: own.title.clone(),
        views: views(own, &columns),
        columns,
        parts: own.parts.clone(),
        about: own.about,
        ..Table::default()
    };
    (!figures.is_empty()).then(|| OfficeLine {
        section: ("", String::new()),
        table,
        key,
        figures,
    })
}

/// The figures of a row whose columns all mean something.
fn of_row(own: &Table, row: usize) -> Vec<Standing> {
    // The meaning of a total row may be its own; any other key means what its column does.
    let address = match Table::is_total(&own.rows[row]) {
        true => TOTAL.into(),
        false => own.rows[row].first().map_or("".into(), Value::data),
    };
    let columns = own.columns.iter().enumerate().skip(1);
    let standing = columns.filter_map(|(number, column)| {
        Some(Standing {
            meaning: column.meaning(&address)?,
            column: column.clone(),
            row,
            number,
        })
    });
    standing.collect()
}

/// The figures of a table in which each row is one, with a meaning of its own: a row becomes a column.
fn of_upright(own: &Table) -> Vec<Standing> {
    let is_named = |column: &Column| {
        let mut names = column.meanings.iter().map(|meaning| meaning.row);
        !column.meanings.is_empty() && names.all(|row| row.is_some_and(|row| !row.starts_with('/')))
    };
    let Some(number) = own.columns.iter().position(is_named) else {
        return Vec::new();
    };
    let rows = own.addresses().into_iter().enumerate();
    let standing = rows.filter_map(|(row, address)| {
        let meaning = own.columns[number].meaning(&address)?;
        let column = Column {
            id: meaning.row?,
            title: own.rows[row][0].label().to_owned(),
            ..own.columns[number].clone()
        };
        Some(Standing {
            column,
            meaning,
            row,
            number,
        })
    });
    standing.collect()
}

/// The pictures for readers of text: those of the office's own table with the offices in front; of a table without
/// them, so many columns as stand side by side.
fn views(own: &Table, columns: &[Column]) -> Vec<View> {
    let (key, rest) = (columns[0].id, &columns[1..]);
    let has = |id: &&'static str| rest.iter().any(|column| column.id == *id);
    let with_key = |some: &mut dyn Iterator<Item = &'static str>| [key].into_iter().chain(some).collect();
    let own = own.views.iter().map(|view| View {
        columns: with_key(&mut view.columns.iter().copied().filter(has)),
        ..view.clone()
    });
    let own: Vec<View> = own.filter(|view| view.columns.len() > 1).collect();
    let shown = rest.iter().filter(|column| !column.is_hidden);
    let shown: Vec<&'static str> = shown.map(|column| column.id).collect();
    if !own.is_empty() || shown.len() <= ABREAST {
        return own;
    }
    let abreast = shown.chunks(ABREAST).map(|some| View {
        columns: with_key(&mut some.iter().copied()),
        ..View::default()
    });
    abreast.collect()
}
