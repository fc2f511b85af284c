//! What a command would write, as a value: texts before and after, with everything that stands against it.
//!
//! A [`Draft`] gathers the whole change. Nothing here writes; `clerk` hands a finished draft to the disk, or shows it.
//! It knows nothing of arguments, terminals or the clock.
//!
//! ```text
//! Request               what was typed, by the names of the arguments
//! Draft ── people     whom a typed name means
//!       ├─ listed     additions: one, or a list of them
//!       ├─ sheet      the rows of a file, changed
//!       ├─ row        cells from what was typed, checked, with the file that they belong to
//!       ├─ mint       new ids
//!       ├─ paper ── document ── fields   a document, its fields from what was typed
//!       │     └─ programme ── taking_part · forum · yearly · settings
//!       ├─ mention ── rename   who names a row or a document
//!       ├─ claim ── evidence ── verify
//!       ├─ entry     the one door for what is recorded
//!       │     └─ event ── mentoring · certificate · follow_up
//!       ├─ closing    the ledger of a month that is closed
//!       ├─ complaint  the steps of its handling
//!       ├─ appoint    a posting with another employment
//!       ├─ transfer   the history of a person, out and in
//!       ├─ answers    a batch of answers
//!       ├─ skeleton   a new directory
//!       ├─ migrate    records of an older format
//!       └─ diff       the lines that would change
//! ```

pub mod answers;
pub mod appoint;
pub mod candidates;
pub mod canonical;
pub mod certificate;
pub mod claim;
pub mod closing;
pub mod complaint;
pub mod diff;
pub mod document;
pub mod entry;
pub mod event;
pub mod evidence;
pub mod example;
pub mod fields;
pub mod follow_up;
pub mod forum;
pub mod listed;
mod mention;
pub mod mentoring;
pub mod migrate;
pub mod mint;
pub mod paper;
pub mod people;
pub mod programme;
pub mod provenance;
pub mod regulation;
pub mod rename;
mod request;
pub mod row;
pub mod settings;
mod sheet;
pub(crate) mod shipped;
pub mod skeleton;
pub mod taking_part;
pub mod transfer;
pub mod verify;
pub mod yearly;

use crate::diagnostic::{Findings, Origin};
use crate::files::access::Access;
use crate::files::csv::RawRow;
use crate::files::output::is_private;
use crate::files::transaction::Change;
use crate::files::{Directory, csv};
use crate::headway::Headway;
use crate::records;
use crate::records::cell::Refusal;
use crate::records::table::{Attribute, Schema};
use crate::records::time::Day;
use crate::words::change::{Hint, Slip};
use crate::words::import::{Unfit, Unread};
use crate::words::problem::Problem;
use crate::words::{Lang, Say};
use people::Personnel;
use programme::OpenProgramme;
use provenance::Provenance;
pub use request::{Given, Request};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

/// Why something typed is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A cell does not take it.
    Cell(Problem),
    /// It cannot be done with these records.
    Slip(Slip),
    /// A list of another program does not fit.
    Unfit(Unfit),
    /// A file gives no table.
    Unread(Unread),
}

impl Reason {
    /// Its code, its sentence and what to type next.
    pub fn told(&self, lang: Lang) -> (String, String, String) {
        match self {
            Reason::Cell(problem) => (problem.code(), problem.text(lang), problem.help(lang)),
            Reason::Slip(slip) => (slip.code(), slip.text(lang), slip.help(lang)),
            Reason::Unfit(unfit) => (unfit.code(), unfit.text(lang), unfit.help(lang)),
            Reason::Unread(unread) => (unread.code(), unread.text(lang), unread.help(lang)),
        }
    }
}

impl Reason {
    /// Whether a file could not be read, and nothing that was typed is wrong.
    pub fn is_unread(&self) -> bool {
        let is_unread = |slip: &Slip| matches!(slip, Slip::FileNone { .. } | Slip::FileUnreadable { .. });
        match self {
            Reason::Unread(_) => true,
            Reason::Slip(slip) => is_unread(slip),
            Reason::Cell(_) | Reason::Unfit(_) => false,
        }
    }
}

impl From<Unfit> for Reason {
    fn from(unfit: Unfit) -> Reason {
        Reason::Unfit(unfit)
    }
}

impl From<Unread> for Reason {
    fn from(unread: Unread) -> Reason {
        Reason::Unread(unread)
    }
}

impl From<Refusal> for Reason {
    fn from(problem: Refusal) -> Reason {
        Reason::Cell(*problem)
    }
}

impl From<Slip> for Reason {
    fn from(slip: Slip) -> Reason {
        Reason::Slip(slip)
    }
}

/// One row of a table as owned cells, by declared column.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The cells in declared order.
    pub cells: Vec<String>,
    /// The user's own columns with their cells.
    pub own: Vec<(String, String)>,
    /// Where the row stands.
    pub origin: Option<Origin>,
}

impl Record {
    /// The cells of the key.
    pub fn key(&self, table: &Schema) -> &[String] {
        &self.cells[..table.keys().min(self.cells.len())]
    }
}

/// A file as it is and as it would be; `None` where there is none.
#[derive(Debug)]
struct Held {
    before: Option<Arc<[u8]>>,
    after: Option<Arc<[u8]>>,
}

/// The rows of a file of each programme.
type RowsByProgramme = HashMap<String, Vec<Record>>;

/// A change in the making: what would be written, and everything that stands against it.
#[derive(Debug)]
pub struct Draft<'d> {
    /// The directory that it is made from.
    pub directory: &'d Directory,
    /// The day on which it is made: nothing that is recorded has happened after it, and what is recorded of what is still to
    /// come holds from it; `None` where nothing new is said.
    pub today: Option<Day>,
    /// What is wrong with the records that were read.
    pub findings: Findings,
    /// What is wrong with what was typed, each with the argument that it is about.
    pub slips: Vec<(String, Reason)>,
    /// What is worth knowing once it is written.
    pub notes: Vec<Hint>,
    /// Why nothing changes, where that is not because all is as it should be.
    pub nothing: Option<Hint>,
    /// The ids of what is added, for the next command.
    pub added: Vec<String>,
    /// A text that is written beside the records before they change: into the file that was named, else printed.
    pub beside: Option<(Option<String>, String)>,
    /// How far the work is, for who waits.
    pub progress: Arc<Headway>,
    /// Of which rows of a list whole files were made, by the file.
    pub came_from: HashMap<String, Provenance>,
    /// Whether it takes the last change back.
    pub is_undo: bool,
    /// Whether something may go by it that any record names, so that all of them are asked afterwards and not its files alone.
    pub is_asked_of_all: bool,
    /// Whether `undo` does not take it back.
    pub is_lasting: bool,
    /// The first day of a month that is over from which something counts now that came without a day.
    counts_from: Option<Day>,
    held: BTreeMap<String, Held>,
    /// Files that are there and were not read for it.
    there: HashSet<String>,
    people: Option<Rc<Personnel>>,
    ids: HashMap<String, Rc<HashSet<String>>>,
    /// The programme that was asked for last, with the bytes of which it was read.
    programme: Option<(Arc<[u8]>, Rc<OpenProgramme>)>,
    /// Who takes part in each programme of the roll that was asked for last, with the bytes of which it was read.
    roll: Option<(Arc<[u8]>, RowsByProgramme)>,
}

impl<'d> Draft<'d> {
    /// Nothing changed yet.
    pub fn new(directory: &'d Directory) -> Draft<'d> {
        Draft {
            directory,
            today: None,
            findings: Findings::new(),
            slips: Vec::new(),
            notes: Vec::new(),
            nothing: None,
            added: Vec::new(),
            beside: None,
            progress: Arc::default(),
            came_from: HashMap::new(),
            is_undo: false,
            is_asked_of_all: false,
            is_lasting: false,
            counts_from: None,
            held: BTreeMap::new(),
            there: HashSet::new(),
            people: None,
            ids: HashMap::new(),
            programme: None,
            roll: None,
        }
    }

    /// Whether nothing stands against it so far.
    pub fn is_good(&self) -> bool {
        self.findings.errors() == 0 && self.slips.is_empty()
    }

    /// Notes that what was typed behind `argument` cannot be done.
    pub fn refuse(&mut self, argument: impl Into<String>, reason: impl Into<Reason>) {
        let slip = (argument.into(), reason.into());
        if !self.slips.contains(&slip) {
            self.slips.push(slip);
        }
    }

    /// Notes that what was typed behind `argument` cannot be done, and so ends what would have gone on.
    pub fn stop<T>(&mut self, argument: &str, reason: impl Into<Reason>) -> Option<T> {
        self.refuse(argument, reason);
        None
    }

    /// The value of what was typed behind `argument`; what is wrong with it is refused.
    pub fn accept<T>(&mut self, argument: &str, value: Result<T, impl Into<Reason>>) -> Option<T> {
        value.map_err(|reason| self.refuse(argument, reason)).ok()
    }

    /// That what a cell says has happened by today, where its column tells what has.
    ///
    /// # Errors
    /// When it has not come yet.
    pub fn has_come(&self, column: &Attribute, text: &str) -> Result<(), Slip> {
        match self.today.map(|today| today.to_string()) {
            Some(today) if column.lies_ahead(text, &today) => {
                let day = text.to_owned();
                Err(Slip::NotYet { day, today })
            }
            _ => Ok(()),
        }
    }

    /// Notes what is worth knowing once it is written.
    pub fn note(&mut self, note: Hint) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The file as it would be; read from the directory at first.
    fn held(&mut self, name: &str) -> &mut Held {
        let (directory, findings) = (self.directory, &mut self.findings);
        self.held.entry(name.to_owned()).or_insert_with(|| {
            let before = directory.bytes(name).unwrap_or_else(|error| {
                let origin = Origin::whole(directory.number(name));
                findings.error(origin, Problem::unreadable(&error));
                None
            });
            let after: Option<Arc<[u8]>> = before.map(Arc::from);
            let before = after.clone();
            Held { before, after }
        })
    }

    /// The text of a file as it would be; what is no text is told.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let bytes = self.held(name).after.clone()?;
        match std::str::from_utf8(&bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(error) => {
                let at = error.valid_up_to() as u64;
                let origin = Origin::new(self.directory.number(name), at);
                self.findings.error(origin, Problem::NotUtf8);
                None
            }
        }
    }

    /// The bytes of a file as it would be.
    pub fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        self.held(name).after.as_deref().map(<[u8]>::to_vec)
    }

    /// Whether a text stands in a file as it would be, without keeping what is read. One that is no text may hold it:
    /// that is told when it is opened.
    fn holds(&self, name: &str, text: &str) -> bool {
        let held = self.held.get(name).map(|held| held.after.clone());
        let read = || self.directory.bytes(name).ok().flatten().map(Arc::from);
        let bytes = held.unwrap_or_else(read).unwrap_or_default();
        std::str::from_utf8(&bytes).map_or(true, |whole| whole.contains(text))
    }

    /// Whether there is such a file, or would be; one that is not held is not read for it.
    pub fn exists(&mut self, name: &str) -> bool {
        if let Some(held) = self.held.get(name) {
            return held.after.is_some();
        }
        if self.there.contains(name) {
            return true;
        }
        match self.directory.open_file(name) {
            Ok(Some(_)) => self.there.insert(name.to_owned()),
            Ok(None) => false,
            // Reading it tells why it cannot be opened.
            Err(_) => self.held(name).after.is_some(),
        }
    }

    /// Whether a table's file has a row below its heading as it is now.
    fn had_rows(&mut self, name: &str) -> bool {
        let before = self.held(name).before.as_deref();
        before.is_some_and(|bytes| bytes.trim_ascii().contains(&b'\n'))
    }

    /// Gives a file the content that it has.
    pub fn restore(&mut self, name: &str) {
        let held = self.held(name);
        held.after.clone_from(&held.before);
    }

    /// Gives a file its new content; `None` removes it.
    pub fn put(&mut self, name: &str, after: Option<Vec<u8>>) {
        self.held(name).after = after.map(Arc::from);
    }

    /// Hands every row of a file of a table as it would be to `each`.
    pub fn scan(&mut self, table: &Schema, name: &str, each: impl FnMut(&RawRow<'_>, &mut Findings)) {
        if !self.has_list(table) {
            return;
        }
        if let Some(text) = self.text(name) {
            let number = self.directory.number(name);
            // Reading from memory does not fail.
            let _ = csv::scan(text.as_bytes(), number, table, &mut self.findings, each);
        }
    }

    /// All rows of a file of a table as they would be, every cell checked; none when there is no such file.
    pub fn rows(&mut self, table: &Schema, name: &str) -> Vec<Record> {
        self.records(table, name, |row, findings| row.check(findings))
    }

    /// The same as they stand: also those in which a cell is wrong.
    pub fn rows_as_they_stand(&mut self, table: &Schema, name: &str) -> Vec<Record> {
        self.records(table, name, |row, findings| {
            row.check(findings);
            !row.is_broken()
        })
    }

    fn records(
        &mut self,
        table: &Schema,
        name: &str,
        is_meant: impl Fn(&RawRow<'_>, &mut Findings) -> bool,
    ) -> Vec<Record> {
        let mut rows = Vec::new();
        self.scan(table, name, |row, findings| {
            if is_meant(row, findings) {
                let columns = 0..table.columns.len();
                let own = row.own();
                rows.push(Record {
                    cells: columns.map(|column| row.cells.get(column).to_owned()).collect(),
                    own: own
                        .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                        .collect(),
                    origin: Some(row.origin),
                });
            }
        });
        rows
    }

    /// The people of `staff.csv`, read once.
    pub fn people(&mut self) -> Rc<Personnel> {
        if let Some(people) = &self.people {
            return people.clone();
        }
        let people = Rc::new(Personnel::read(self));
        self.people = Some(people.clone());
        people
    }

    /// The ids of a table that lies in one file, read once.
    pub fn ids(&mut self, table: &Schema) -> Rc<HashSet<String>> {
        if let Some(ids) = self.ids.get(&*table.name) {
            return ids.clone();
        }
        let rows = self.rows(table, &table.file(""));
        let ids: HashSet<String> = rows
            .into_iter()
            .filter_map(|mut row| row.cells.drain(..).next())
            .collect();
        let ids = Rc::new(ids);
        self.ids.insert(table.name.to_string(), ids.clone());
        ids
    }

    /// Every file that would change: its name, its content before and after.
    pub fn changed(&self) -> impl Iterator<Item = (&str, Option<&[u8]>, Option<&[u8]>)> {
        self.held
            .iter()
            .filter(|(_, held)| held.before != held.after)
            .map(|(name, held)| (name.as_str(), held.before.as_deref(), held.after.as_deref()))
    }
}

/// For whom a file is made: a table that tells who somebody is, and a report with names, for its owner alone.
fn access(name: &str) -> Access {
    match records::tells_people(name) || is_private(name) {
        true => Access::OwnerOnly,
        false => Access::LikeFolder,
    }
}

/// A row of a table with some cells, by column; the others are empty. So a row never depends on the place of a column.
pub fn filled(table: &Schema, values: &[(usize, &str)]) -> Vec<String> {
    let mut cells = vec![String::new(); table.columns.len()];
    for (column, value) in values {
        (*value).clone_into(&mut cells[*column]);
    }
    cells
}

impl Draft<'_> {
    /// The directory as it would be.
    pub fn outcome(&self) -> Directory {
        let changed = self.held.iter().filter(|(_, held)| held.before != held.after);
        let held = changed.map(|(name, held)| (name.clone(), held.after.clone()));
        self.directory.with(held.collect())
    }

    /// What the disk is asked for.
    pub fn changes(&self) -> Vec<Change> {
        let owned = |bytes: Option<&[u8]>| bytes.map(<[u8]>::to_vec);
        self.changed()
            .map(|(name, before, after)| Change {
                name: name.to_owned(),
                before: owned(before),
                after: owned(after),
                access: access(name),
            })
            .collect()
    }
}
