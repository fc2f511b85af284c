//! Where a figure comes from: how it is counted, by which rule, from which rows, and what was left out.

mod address;
mod again;
mod compared;
mod person;
mod since;

pub use address::{Found, Meant, look_up};
pub(super) use compared::both;
pub use compared::{as_printed, compared, moved_under};
pub use since::{Footing, Revised, Shift, Since, shifts, since};

use super::element_name;
use super::figure::{Pen, table};
use super::model::{Report, Section, Table, Value};
use crate::intake::blank::BLANKS;
use crate::measure::meaning::INDEX_PARTS;
use crate::measure::meaning::{Cited, Explanation, How, name_of_part};
use crate::records::TABLES;
use crate::records::number::Ratio;
use crate::records::organisation;
use crate::records::settings::Settings;
use crate::records::table::Schema;
use crate::records::time::Period;
use crate::words::report::Text as ReportText;
use crate::words::report_explanation::ExplanationText as Text;
use crate::words::{Lang, Say, value_form};

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// What every page of an explanation begins with.
#[derive(Clone, Copy)]
pub struct Opening<'a> {
    /// The report that the figure stands in.
    pub report: &'a Report,
    /// The office, by whose names its codes are told; `None` where several are asked.
    pub settings: Option<&'a Settings>,
    /// What is typed before an address.
    pub command: &'static str,
    /// The time of the report.
    pub period: Period,
    /// Whether the figure was asked for as that of the month before another.
    pub is_before: bool,
    /// The language.
    pub lang: Lang,
}

impl Opening<'_> {
    fn page(&self, title: impl Say) -> Report {
        let pen = Pen::of(self.lang);
        let until = ReportText::DataUntil {
            day: pen.day(self.period.last_day()),
        };
        let (first, last) = (self.period.first_day(), self.period.last_day());
        let letterhead = self.report.heading.first().cloned();
        Report {
            name: "explanation",
            version: VERSION,
            agency: self.report.agency.clone(),
            heading: letterhead.into_iter().chain([pen.say(title)]).collect(),
            heading_below: vec![pen.say(until)],
            period: (first.to_string(), last.to_string()),
            month: self.period.in_one_month().map(|month| month.to_string()),
            as_of: last.to_string(),
            lang: self.lang.code(),
            ..Report::default()
        }
    }
}

/// The addresses of some figures of a report, with their values.
pub fn addresses(asked: &Opening<'_>, figures: &[Found<'_>]) -> Report {
    let pen = Pen::of(asked.lang);
    let mut out = asked.page(Text::Addresses);
    let columns = vec![
        pen.column("address", Text::Address),
        pen.column("value", Text::Value),
    ];
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut known: (&str, Vec<String>) = ("", Vec::new());
    for figure in figures {
        if known.0 != figure.table.id {
            known = (figure.table.id, figure.table.addresses());
        }
        let address = address::address(figure.table, &known.1[figure.row], figure.column);
        rows.push(vec![Value::Text(address), figure.value().clone()]);
    }
    let mut section = pen.section("addresses", Text::Figure);
    let command = asked.command.to_owned();
    section.notes.push(pen.note("ask", Text::AskFurther { command }));
    section.tables.push(table(
        "addresses",
        String::new(),
        columns,
        rows,
        pen.say(Text::NothingTaken),
    ));
    out.sections = vec![section];
    out
}

/// The page of one figure.
pub fn explanation(asked: &Opening<'_>, figure: Found<'_>, told: &Explanation) -> Report {
    let pen = Pen::of(asked.lang);
    let address = figure.address();
    let mut out = asked.page(Text::Title {
        address: address.clone(),
    });
    let is_withheld = *figure.value() == Value::Withheld;
    let page = Page {
        pen,
        asked,
        figure,
        told,
    };
    out.sections.push(page.figure(&address, is_withheld));
    if !is_withheld {
        out.sections.extend(page.parts());
        // What was left out is short and mostly what somebody looks for.
        out.sections.extend(page.left());
        if !told.question.parts.is_empty() {
            out.sections.push(page.taken());
        }
    }
    out
}

/// The page while it is written.
struct Page<'a> {
    pen: Pen,
    asked: &'a Opening<'a>,
    figure: Found<'a>,
    told: &'a Explanation,
}

impl Page<'_> {
    /// What the figure is, and how it is counted.
    fn figure(&self, address: &str, is_withheld: bool) -> Section {
        let (pen, figure) = (self.pen, self.figure);
        let mut section = pen.section("figure", Text::Figure);
        let (own, column) = (figure.table, &figure.table.columns[figure.column]);
        let key = |key: &str, label: &str| Value::Key {
            key: key.to_owned(),
            label: label.to_owned(),
        };
        let line = |key: &str, title: Text, value: Value| vec![pen.key(key, title), value];
        let title = self.asked.report.heading.last();
        let mut rows = vec![
            line("address", Text::Address, Value::Text(address.to_owned())),
            line(
                "report",
                Text::Report,
                key(self.asked.report.name, title.map_or("", String::as_str)),
            ),
            line("table", Text::Table, key(own.id, self.caption())),
            line(
                "row",
                Text::Row,
                key(&figure.row_address(), &row_label(own, figure.row)),
            ),
            line("column", Text::Column, key(column.id, &column.title)),
        ];
        rows.push(line("value", Text::Value, figure.value().clone()));
        let says = self.told.question.meaning.sentence(pen.lang);
        rows.push(line("says", Text::Says, Value::Text(says)));
        rows.push(line("again", Text::Again, self.again(is_withheld)));
        let columns = vec![
            pen.column("item", Text::Item),
            pen.column("content", Text::Content),
        ];
        section
            .tables
            .push(table("figure", String::new(), columns, rows, String::new()));
        section
            .notes
            .extend(self.told.rules.iter().map(|head| pen.basis(head)));
        if is_withheld {
            section.notes.push(pen.note("withheld", Text::Withheld));
        }
        if self.asked.is_before {
            let period = pen.period(self.asked.period);
            let words = match self.asked.period.in_one_month() {
                Some(_) => Text::MonthBefore { month: period },
                None => Text::PeriodBefore { period },
            };
            section.notes.push(pen.note("month-before", words));
        }
        section
    }

    /// The caption of the table; of one without, the heading of its section, or of the report.
    fn caption(&self) -> &str {
        let own = self.figure.table;
        let report = self.asked.report;
        let mut sections = report.sections.iter();
        let section = sections.find(|section| section.tables.iter().any(|table| table.id == own.id));
        let captions = [
            Some(&own.title),
            section.map(|section| &section.title),
            report.heading.last(),
        ];
        let mut told = captions
            .into_iter()
            .flatten()
            .filter(|caption| !caption.is_empty());
        told.next().map_or("", String::as_str)
    }

    /// The name of a part: the title of its column, where it has one.
    fn name(&self, part: usize) -> String {
        let asked = &self.told.question.parts[part];
        if let Some(element) = INDEX_PARTS.iter().position(|id| *id == asked.column) {
            let key = self.told.elements.get(element);
            return element_name(self.pen.lang, key.map_or(asked.column, String::as_str));
        }
        let mut tables = self.asked.report.tables();
        let table = tables.find(|table| table.id == asked.table);
        if let Some(name) = table.and_then(|table| table.part(asked.column)) {
            return name.to_owned();
        }
        let column = table.and_then(|table| Some(&table.columns[table.column(asked.column)?]));
        let own = &self.figure.table.columns[self.figure.column];
        match (column, name_of_part(asked.column)) {
            (Some(column), _) => column.title.clone(),
            (None, Some(phrase)) => self.pen.say(phrase),
            (None, None) => own.title.clone(),
        }
    }

    /// The parts of a figure that has more than one, or the other figures that it comes from.
    fn parts(&self) -> Option<Section> {
        let pen = self.pen;
        let mut section = pen.section("parts", Text::Parts);
        let own = self.figure;
        let how = self.told.question.meaning.how;
        let others = match how {
            How::From(_) => Some((Text::Others, own.others(how))),
            How::Change(_) => Some((Text::Windows, own.others(how))),
            _ => None,
        };
        if let Some((title, others)) = others {
            section.title = pen.say(title);
            section.tables.push(self.others(&others)?);
            return Some(section);
        }
        if self.told.parts.len() < 2 {
            return None;
        }
        let rows = self.told.parts.iter().enumerate().map(|(part, (n, sum))| {
            vec![
                Value::Text(self.told.question.parts[part].column.to_owned()),
                Value::Text(self.name(part)),
                pen.count(*n as u64),
                sum.map_or(Value::Missing, |sum| amount_of(pen, sum)),
            ]
        });
        let columns = vec![
            pen.hidden("part", Text::Part),
            pen.column("name", Text::Part),
            pen.column("entries", Text::Entries),
            pen.column("sum", Text::Sum),
        ];
        section.tables.push(table(
            "parts",
            String::new(),
            columns,
            rows.collect(),
            String::new(),
        ));
        Some(section)
    }

    /// Other figures of the same table, by address.
    fn others(&self, others: &[Found<'_>]) -> Option<Table> {
        let pen = self.pen;
        let line = |other: &Found<'_>| vec![Value::Text(other.address()), other.value().clone()];
        let rows: Vec<Vec<Value>> = others.iter().map(line).collect();
        let columns = vec![
            pen.column("address", Text::Address),
            pen.column("value", Text::Value),
        ];
        (!rows.is_empty()).then(|| table("others", String::new(), columns, rows, String::new()))
    }

    /// What stands somewhere: to programs as it is written, to people in the words of lists and reports.
    fn contents(&self, cited: &Cited) -> Value {
        let place = cited.place.path.split(['/', '.']).next().unwrap_or_default();
        let table = TABLES
            .iter()
            .find(|table| table.path.split('.').next() == Some(place));
        let said = cited.cells.iter().map(|(name, cell)| match table {
            Some(table) => self.cell(table, name, cell),
            None => cell_of(name, cell),
        });
        let written = cited.cells.iter().map(|(name, cell)| cell_of(name, cell));
        Value::Key {
            key: written.collect::<Vec<String>>().join(BETWEEN),
            label: said.collect::<Vec<String>>().join(BETWEEN),
        }
    }

    /// A cell in words: under the heading that a list to fill in gives its column, a code by what it means.
    fn cell(&self, table: &Schema, name: &str, cell: &str) -> String {
        let lang = self.pen.lang;
        let headings = BLANKS.iter().flat_map(|blank| blank.columns);
        let mut headings = headings.filter(|column| column.to == (&*table.name, name));
        let heading = match headings.next() {
            Some(column) => column.heading.get(lang).to_owned(),
            None => value_form(lang, &name.to_uppercase().replace('_', " ")).to_lowercase(),
        };
        let codes = table
            .column(name)
            .map_or(&[][..], |at| table.columns[at].kind.codes());
        let code = codes.iter().find(|code| code.name == cell);
        let listed = match (name, self.asked.settings) {
            ("channel", Some(settings)) => &settings.channel[..],
            ("service", Some(settings)) => &settings.service,
            ("category", Some(settings)) => &settings.category,
            _ => &[],
        };
        let listed = listed.iter().find(|one| *one.code.value.0 == *cell);
        let words = listed.map(|one| one.named(lang));
        cell_of(
            &heading,
            words.or(code.map(|code| code.words.get(lang))).unwrap_or(cell),
        )
    }

    /// Where something stands, in the part that it belongs to. What somebody answered is not copied.
    fn cited(&self, cited: &Cited) -> [Value; 3] {
        let what = match is_answer(cited) {
            true => Value::Missing,
            false => self.with_own(cited, self.contents(cited)),
        };
        let part = &self.told.question.parts[cited.part];
        let place = match &*cited.directory {
            "" => cited.place.to_string(),
            directory => format!("{directory}/{}", cited.place),
        };
        [
            Value::Text(place),
            Value::Key {
                key: part.column.to_owned(),
                label: self.name(cited.part),
            },
            what,
        ]
    }

    /// Whether a row may be listed: not the answers of a group that is too small to be shown.
    fn is_listed(&self, cited: &Cited) -> bool {
        let own = &self.figure.table.rows[self.figure.row];
        !(is_answer(cited) && own.contains(&Value::Withheld))
    }

    /// The column of the part is only shown where there is more than one.
    fn part_column(&self) -> super::model::Column {
        match self.told.parts.len() {
            0 | 1 => self.pen.hidden("part", Text::Part),
            _ => self.pen.column("part", Text::Part),
        }
    }

    fn taken(&self) -> Section {
        let pen = self.pen;
        let mut section = pen.section("taken", Text::Taken);
        let listed = self.told.taken.iter().filter(|(cited, _)| self.is_listed(cited));
        let rows = listed.clone().map(|(cited, amount)| {
            let [place, part, what] = self.cited(cited);
            vec![place, part, amount_of(pen, *amount), what]
        });
        let columns = vec![
            pen.column("place", Text::Place),
            self.part_column(),
            pen.column("amount", Text::Amount),
            pen.column("what", Text::What),
        ];
        let has_answers = self.told.taken.iter().any(|(cited, _)| is_answer(cited));
        let is_hidden = listed.count() < self.told.taken.len();
        let empty = match is_hidden {
            true => Text::NotListed,
            false => Text::NothingTaken,
        };
        section.tables.push(table(
            "taken",
            String::new(),
            columns,
            rows.collect(),
            pen.say(empty),
        ));
        if has_answers && !is_hidden {
            section.notes.push(pen.note("answers", Text::Answers));
        }
        section
    }

    fn left(&self) -> Option<Section> {
        let pen = self.pen;
        let mut section = pen.section("left", Text::Left);
        let listed = self.told.left.iter().filter(|(cited, _)| self.is_listed(cited));
        let rows = listed.map(|(cited, why)| {
            let [place, part, what] = self.cited(cited);
            vec![place, part, pen.key(why.code(), *why), what]
        });
        let columns = vec![
            pen.column("place", Text::Place),
            self.part_column(),
            pen.column("reason", Text::Why),
            pen.column("what", Text::What),
        ];
        let rows: Vec<Vec<Value>> = rows.collect();
        let is_any = !rows.is_empty();
        section
            .tables
            .push(table("left", String::new(), columns, rows, String::new()));
        is_any.then_some(section)
    }
}

/// What parts the cells of a row.
const BETWEEN: &str = " · ";

/// A cell under its heading, where it has one.
fn cell_of(heading: &str, cell: &str) -> String {
    match heading {
        "" => cell.to_owned(),
        heading => format!("{heading}: {cell}"),
    }
}

/// How many names a row is called by, where its key is not shown.
const NAMES: usize = 3;

/// What a row is called: the words of its key, or where no reader sees the key, the words that follow it.
fn row_label(table: &Table, row: usize) -> String {
    let words = |column: usize| match &table.rows[row][column] {
        Value::Key { key, label } if label.is_empty() => Some(label_above(table, column, key)),
        Value::Key { label: words, .. } | Value::Text(words) => Some(words.clone()),
        _ => None,
    };
    let shown = (0..table.columns.len()).filter(|&column| !table.columns[column].is_hidden);
    let names: Vec<String> = shown.map_while(words).take(NAMES).collect();
    match table.columns[0].is_hidden && !names.is_empty() {
        true => names.join(" · "),
        false => words(0).unwrap_or_default(),
    }
}

/// The words of a key that stand in a row above: what is the same there is not repeated.
fn label_above(table: &Table, column: usize, key: &str) -> String {
    let mut cells = table.rows.iter().filter_map(|row| row.get(column));
    let found = cells.find_map(|cell| match cell {
        Value::Key { key: own, label } if own == key && !label.is_empty() => Some(label.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| key.to_owned())
}

/// The name of somebody who counts, where it is a person and no row.
fn person_in(cited: &Cited) -> Option<&str> {
    match &cited.cells[..] {
        [(column, name)] if column.is_empty() && cited.place.path == organisation::staff.path => Some(name),
        _ => None,
    }
}

/// Whether it is what somebody answered to a questionnaire.
fn is_answer(cited: &Cited) -> bool {
    cited.place.path.starts_with("responses/")
}

fn amount_of(pen: Pen, amount: Ratio) -> Value {
    pen.ratio(Some(amount), if amount.den() == 1 { 0 } else { 2 })
}
