//! The report of several offices: of each table that tells of a whole office a row an office, and their total.
//!
//! The total is counted from what entered the figures of each office, as an explanation counts it: a share is taken of
//! all its parts and never averaged. Where one office's figure is withheld, so is the total that would tell it.

mod line;
mod pooled;

pub use line::{OFFICE, OfficeLine};

use super::edition;
use super::figure::Pen;
use super::model::{About, Column, Edition, Note, Partial, Report, Section, Table, Value};
use crate::measure::meaning::How;
use crate::records::time::Day;
use crate::records::word::spelling;
use crate::rules::Rules;
use crate::words::Lang;
use crate::words::report::Text as ReportText;
use crate::words::report_rollup::RollupText as Text;
use pooled::Pooled;
use std::collections::{BTreeSet, HashMap};
use std::mem;

/// The rules that all offices have, and the names of those in which they differ.
type Agreed<'r> = (&'r Rules, &'r BTreeSet<&'static str>);

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// An office that is rolled up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeName {
    /// Its key in addresses and data formats.
    pub key: String,
    /// What it calls itself.
    pub name: String,
    /// The government that it belongs to.
    pub government: Option<String>,
    /// Where its records lie, as it was typed.
    pub directory: String,
    /// The tables with a figure of the whole office that the edition keeps from its reader altogether, because too few
    /// people stand behind it; `None` of an office of so few that each such table is one.
    pub withheld: Option<BTreeSet<&'static str>>,
}

impl OfficeName {
    /// Whether a table that it does not show is withheld, and not missing.
    fn withholds(&self, table: &Table) -> bool {
        match &self.withheld {
            Some(withheld) => withheld.contains(table.id),
            None => matches!(table.about, About::People { .. }),
        }
    }
}

/// A person whose NIP stands in the records of two offices: the number of each office, and the id there.
pub type InTwo = [(usize, String); 2];

/// Where a figure stands: the table, the key of a row that all offices share, the column.
type Place = (&'static str, Option<String>, &'static str);

/// A key that two offices call otherwise, so that its figures may be of different things and are not added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The caption of the table.
    pub table: String,
    /// The key.
    pub key: String,
    /// The numbers of the offices, and what it is called there.
    pub names: [(usize, String); 2],
}

/// The report of several offices while one after another is added: of an office nothing stays but its rows and what
/// totals need.
#[derive(Default)]
pub struct Rollup {
    head: Report,
    offices: Vec<OfficeName>,
    sections: Vec<Section>,
    sums: HashMap<Place, Pooled>,
    /// Which office first used a key of a table, and what it is called there.
    called: HashMap<(&'static str, String), (usize, String)>,
    clashes: Vec<Clash>,
    /// Which offices have a part in a table whose keys all share.
    parts: HashMap<&'static str, BTreeSet<usize>>,
}

impl Rollup {
    /// The offices so far.
    pub fn offices(&self) -> &[OfficeName] {
        &self.offices
    }

    /// The keys that are not called the same everywhere.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Whether no office told anything of itself.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Adds an office: its report, of which the head is kept, and what that tells of the whole office.
    pub fn add(&mut self, office: OfficeName, mut report: Report, lines: Vec<OfficeLine>) {
        report.sections.clear();
        if self.offices.is_empty() {
            self.head = report;
        }
        let before = self.offices.len();
        self.offices.push(office);
        for line in lines {
            self.pool(&line);
            if let Some(key) = &line.key {
                self.share(&line, key);
                continue;
            }
            let table = place(&mut self.sections, &line);
            // An office without such a table says nothing in it.
            table.rows.resize(before, Vec::new());
            let mut row = vec![Value::Missing; table.columns.len()];
            for (column, figure) in line.table.columns.into_iter().skip(1).zip(line.figures) {
                let title = column.title.clone();
                let at = table.column(column.id).unwrap_or_else(|| {
                    table.columns.push(column);
                    row.push(Value::Missing);
                    row.len() - 1
                });
                shared_heading(&mut table.columns[at].title, &title);
                row[at] = figure.value;
            }
            table.rows.push(row);
        }
    }

    /// Makes room for a row that all offices share; its figures are counted in the end.
    fn share(&mut self, line: &OfficeLine, key: &Value) {
        let (office, label) = (self.offices.len() - 1, key.label().to_owned());
        let own = key.data().into_owned();
        self.parts.entry(line.table.id).or_default().insert(office);
        let first = self.called.entry((line.table.id, own.clone()));
        let first = first.or_insert_with(|| (office, label.clone()));
        let is_told = |known: &Clash| known.table == line.table.title && known.key == own;
        if spelling(&first.1) != spelling(&label) && !self.clashes.iter().any(is_told) {
            self.clashes.push(Clash {
                table: line.table.title.clone(),
                key: own,
                names: [first.clone(), (office, label)],
            });
        }
        let table = place(&mut self.sections, line);
        let new = |column: &&Column| table.columns.iter().all(|known| known.id != column.id);
        let new: Vec<Column> = line.table.columns.iter().filter(new).cloned().collect();
        table.columns.extend(new);
        if table.rows.iter().all(|row| row[0] != *key) && !self.is_clash(line.table.id, key) {
            let table = place(&mut self.sections, line);
            table.rows.push(vec![key.clone()]);
        }
    }

    /// Whether a key is not called the same everywhere.
    fn is_clash(&self, table: &'static str, key: &Value) -> bool {
        let own = key.data();
        let called = self.called.get(&(table, own.clone().into_owned()));
        called.is_some_and(|(_, label)| spelling(label) != spelling(key.label()))
    }

    /// Takes what entered the figures of a line into the sums.
    fn pool(&mut self, line: &OfficeLine) {
        for (column, figure) in line.table.columns[1..].iter().zip(&line.figures) {
            let Some(how) = column.meanings.first().map(|meaning| meaning.how) else {
                continue;
            };
            let key = line.key.as_ref().map(|key| key.data().into_owned());
            let place = (line.table.id, key, column.id);
            let pooled = self.sums.entry(place).or_insert_with(|| Pooled::new(how));
            pooled.take(figure.heard.clone(), &figure.value);
        }
    }

    /// The report with its totals, by the rules that all offices have; what follows a rule in which they differ has none.
    pub fn report(mut self, rules: &Rules, differing: &BTreeSet<&'static str>, in_two: &[InTwo]) -> Report {
        let pen = Pen::of(Lang::of(self.head.lang).unwrap_or_default());
        let mut sections = mem::take(&mut self.sections);
        for section in &mut sections {
            for table in &mut section.tables {
                let notes = match table.columns[0].id {
                    OFFICE => self.close(table, (rules, differing), pen),
                    _ => self.close_shared(table, (rules, differing), pen),
                };
                section.notes.extend(notes);
            }
            let mut told = BTreeSet::new();
            section.notes.retain(|note| told.insert(note.text.clone()));
            if self.head.edition == Edition::Public {
                edition::blunt(section);
            }
        }
        let agency = self.agency(pen);
        let mut report = mem::take(&mut self.head);
        let title = report.heading.pop().unwrap_or_default();
        let until = Day::parse(&report.as_of).map(|day| pen.say(ReportText::DataUntil { day: pen.day(day) }));
        // What the public edition leaves out is said in its last line.
        let without = report
            .heading_below
            .pop()
            .filter(|_| report.edition == Edition::Public);
        Report {
            name: "rollup",
            version: VERSION,
            heading: vec![agency.to_uppercase(), title],
            agency,
            since: None,
            heading_below: until.into_iter().chain(without).collect(),
            sections: [self.list(in_two, report.edition, pen)]
                .into_iter()
                .chain(sections)
                .collect(),
            closing: Vec::new(),
            ..report
        }
    }

    /// Who is rolled up: the government, where it is one, and how many offices.
    fn agency(&self, pen: Pen) -> String {
        let count = self.offices.len();
        let governments: BTreeSet<_> = self
            .offices
            .iter()
            .map(|office| office.government.as_ref())
            .collect();
        match (governments.len(), governments.into_iter().next().flatten()) {
            (1, Some(government)) => {
                let government = government.clone();
                pen.say(Text::OfficesOf { government, count })
            }
            _ => pen.say(Text::Offices { count }),
        }
    }

    /// The offices, and who stands in the records of two.
    fn list(&self, in_two: &[InTwo], edition: Edition, pen: Pen) -> Section {
        let key = |office: &OfficeName| Value::Key {
            key: office.key.clone(),
            label: office.name.clone(),
        };
        let is_public = edition == Edition::Public;
        let mut section = pen.section("offices", Text::OfficeList);
        let list = pen
            .list("offices", &self.offices)
            .col("office", Text::Office, |office| key(office))
            .col("name", Text::OfficeNamed, |office| {
                Value::Text(office.name.clone())
            })
            .hidden();
        let list = match is_public {
            true => list,
            false => list.col("directory", Text::Directory, |office| {
                Value::Text(office.directory.clone())
            }),
        };
        section.tables.push(list.table());
        // How many there are may tell who: they are few.
        if !in_two.is_empty() && !is_public {
            // Who stands in three offices is on two lines.
            let people: BTreeSet<_> = in_two.iter().map(|[first, _]| first).collect();
            let count = people.len();
            let note = pen.note("in-two-offices", Text::InTwo { count });
            section.notes.push(note);
            let at = |records: &InTwo, which: usize| key(&self.offices[records[which].0]);
            let id = |records: &InTwo, which: usize| Value::Text(records[which].1.clone());
            let list = pen
                .list("in_two_offices", in_two)
                .titled(Text::InTwoList)
                .short()
                .col("office", Text::Office, |records| at(records, 0))
                .col("staff", Text::Person, |records| id(records, 0))
                .col("other_office", Text::Office, |records| at(records, 1))
                .col("other_staff", Text::Person, |records| id(records, 1));
            section.tables.push(list.table());
        }
        section
    }

    /// Gives a table its keys and its total row; what must be said of it.
    fn close(&self, table: &mut Table, (rules, differing): Agreed<'_>, pen: Pen) -> Vec<Note> {
        let title = mem::take(&mut table.title);
        table.title = pen.say(Text::ByOffice { title });
        table.rows.resize(self.offices.len(), Vec::new());
        let own = Table {
            about: table.about,
            id: table.id,
            ..Table::default()
        };
        let withholds = |office: &OfficeName| office.withholds(&own);
        for (row, office) in table.rows.iter_mut().zip(&self.offices) {
            let lacks = match row.is_empty() && withholds(office) {
                true => Value::Withheld,
                false => Value::Missing,
            };
            row.resize(table.columns.len(), lacks);
            row[0] = Value::Key {
                key: office.key.clone(),
                label: office.name.clone(),
            };
        }
        let (mut total, mut uncounted) = (vec![pen.total()], Vec::new());
        let (mut is_withheld, mut is_unknown) = (false, false);
        for (at, column) in table.columns.iter().enumerate().skip(1) {
            let cells = || table.rows.iter().map(|row| &row[at]);
            let value = match cells().any(|cell| *cell == Value::Withheld) {
                true => Value::Withheld,
                false => self.total((table.id, None), column, (rules, differing), pen),
            };
            is_withheld |= value == Value::Withheld;
            let without = cells().filter(|cell| *cell == &Value::Missing).count();
            let value = without_offices(value, without);
            match value.is_figure() {
                true => is_unknown |= without > 0,
                false if cells().any(Value::is_figure) => uncounted.push(column.title.clone()),
                false => {}
            }
            total.push(value);
        }
        table.rows.push(total);
        hide_unknown(table);
        let withheld = is_withheld.then(|| pen.note("withheld", Text::Withheld));
        let unknown = is_unknown.then(|| pen.note("unknown", Text::Unknown));
        let columns = uncounted.join(", ");
        let uncounted = (!columns.is_empty()).then(|| pen.note("uncounted", Text::Uncounted { columns }));
        let notes = withheld.into_iter().chain(unknown).chain(uncounted);
        notes.map(Note::public).collect()
    }

    /// Gives a table whose keys all offices share its figures; what must be said of it.
    fn close_shared(&self, table: &mut Table, (rules, differing): Agreed<'_>, pen: Pen) -> Vec<Note> {
        // What is the sum of all stands at the end, and what a later office brought before it.
        table.rows.sort_by_key(|row| Table::is_total(row));
        let others = self.without_part(table.id);
        let mut rows = mem::take(&mut table.rows);
        for row in &mut rows {
            let key = row[0].data().into_owned();
            let is_clash = self
                .clashes
                .iter()
                .any(|clash| clash.key == key && clash.table == table.title);
            let columns = table.columns.iter().skip(1);
            let figures = columns.map(|column| match is_clash {
                true => Value::Missing,
                false => {
                    let place = (table.id, Some(key.clone()));
                    without_offices(self.total(place, column, (rules, differing), pen), others.len())
                }
            });
            row.extend(figures);
        }
        table.rows = rows;
        hide_unknown(table);
        let title = mem::take(&mut table.title);
        let is_withheld = table.rows.iter().flatten().any(|cell| *cell == Value::Withheld);
        let withheld = is_withheld.then(|| pen.note("withheld", Text::Withheld));
        let clashes = self.clashes.iter().filter(|clash| clash.table == title);
        let keys: BTreeSet<&str> = clashes.map(|clash| &*clash.key).collect();
        let keys = keys.into_iter().collect::<Vec<_>>().join(", ");
        let clash = (!keys.is_empty()).then(|| pen.note("clash", Text::Clash { keys }));
        table.title = pen.say(Text::OfAll { title });
        let offices = others.join(", ");
        let without = (!others.is_empty()).then(|| pen.note("without", Text::Without { offices }));
        let notes = withheld.into_iter().chain(clash).chain(without);
        notes.map(Note::public).collect()
    }

    /// The names of the offices that have no part in a table whose keys all share.
    fn without_part(&self, table: &'static str) -> Vec<&str> {
        let parts = self.parts.get(table);
        let has_part = |number: &usize| parts.is_some_and(|parts| parts.contains(number));
        let offices = self.offices.iter().enumerate();
        let others = offices.filter(|(number, _)| !has_part(number));
        others.map(|(_, office)| &*office.name).collect()
    }

    /// A figure of all offices, or the quality of an index.
    fn total(
        &self,
        (table, key): (&'static str, Option<String>),
        column: &Column,
        (rules, differing): Agreed<'_>,
        pen: Pen,
    ) -> Value {
        let mut followed = column.meanings.iter().filter_map(|meaning| meaning.rule);
        let (is_quality, id) = match column.meanings.first().map(|meaning| meaning.how) {
            Some(How::From(&[index])) => (true, index),
            _ => (false, column.id),
        };
        match self.sums.get(&(table, key, id)) {
            Some(pooled) if pooled.is_withheld => Value::Withheld,
            Some(_) if followed.any(|rule| differing.contains(rule)) => Value::Missing,
            Some(pooled) if is_quality => pooled.quality(rules, &self.head.as_of, pen),
            Some(pooled) => pooled.total(rules, &self.head.as_of, pen),
            None => Value::Missing,
        }
    }
}

/// A total in which some offices have no part.
fn without_offices(total: Value, offices: usize) -> Value {
    if offices == 0 || matches!(total, Value::Missing | Value::Withheld) {
        return total;
    }
    Value::Partial(Box::new(Partial {
        without: offices as u64,
        ..total.into()
    }))
}

/// Leaves of a heading what another office has too: how many people are meant may stand behind it.
fn shared_heading(own: &mut String, other: &str) {
    let pairs = own.chars().zip(other.chars());
    let shared: String = pairs
        .take_while(|(own, other)| own == other)
        .map(|(own, _)| own)
        .collect();
    let shared = shared.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    if own != other && !shared.is_empty() {
        *own = shared.to_owned();
    }
}

/// Spares readers of text the columns of which no office knows anything.
fn hide_unknown(table: &mut Table) {
    let Table {
        columns, rows, views, ..
    } = table;
    for (at, column) in columns.iter_mut().enumerate() {
        if rows.iter().all(|row| row[at] == Value::Missing) {
            column.is_hidden = true;
            views
                .iter_mut()
                .for_each(|view| view.columns.retain(|id| *id != column.id));
        }
    }
    views.retain(|view| view.columns.len() > 1);
}

/// The table of a line among those of all offices.
fn place<'s>(sections: &'s mut Vec<Section>, line: &OfficeLine) -> &'s mut Table {
    let (id, title) = &line.section;
    let section = sections.iter().position(|section| section.id == *id);
    let section = section.unwrap_or_else(|| {
        sections.push(Section {
            id,
            title: title.clone(),
            ..Section::default()
        });
        sections.len() - 1
    });
    let tables = &mut sections[section].tables;
    let own = tables.iter().position(|table| table.id == line.table.id);
    let own = own.unwrap_or_else(|| {
        tables.push(line.table.clone());
        tables.len() - 1
    });
    &mut tables[own]
}
