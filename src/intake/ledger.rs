//! The rows of the files that a list feeds, as they are and as they would be: each is asked for by its key once it was
//! read, and all are written at the end.

use super::kind::CodeKind;
use crate::change::entry;
use crate::change::{Draft, Reason, Record, filled, row};
use crate::records::cell::Domain;
use crate::records::complaint::{Complaint, complaints};
use crate::records::organisation::{Staff, staff};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::table::Schema;
use crate::records::taking_part::participation;
use crate::records::text::folded;
use crate::words::change::Slip;
use crate::words::import::Unfit;
use hashbrown::HashTable;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::mem::take;
use std::num::NonZeroU32;
use std::rc::Rc;

/// What a row of a list would record in one row of a table.
#[derive(Clone, Debug)]
pub(super) struct TableEntry {
    /// The table.
    pub(super) table: &'static Schema,
    /// The file that the row belongs to.
    pub(super) file: String,
    /// The cells of the key.
    pub(super) key: Vec<String>,
    /// The other cells that are filled, by column.
    pub(super) values: Vec<(usize, String)>,
    /// The key under which it is recorded, where a correction gives it another.
    pub(super) moved: Option<Vec<String>>,
}

impl TableEntry {
    /// The key under which it is recorded, if it is.
    fn known_as(&self) -> &[String] {
        self.moved.as_ref().unwrap_or(&self.key)
    }

    /// Whether it is a complaint that was not found by its number.
    pub(super) fn is_unnumbered(&self) -> bool {
        let is_number = |(column, _): &(usize, String)| *column == Complaint::reference;
        self.table.name == complaints.name && !self.values.iter().any(is_number)
    }

    /// The first day that it tells.
    pub(super) fn day(&self) -> Option<&str> {
        let keys = self.key.iter().enumerate();
        let values = self.values.iter().map(|(column, text)| (*column, text));
        let mut cells = keys.chain(values);
        let day = cells.find(|(column, _)| self.table.columns[*column].kind == Domain::Day);
        day.map(|(_, text)| text.as_str())
    }

    /// Whether a column of a kind of code holds one.
    pub(super) fn names(&self, kind: CodeKind, code: &str) -> bool {
        let keys = self.key.iter().enumerate();
        let values = self.values.iter().map(|(column, text)| (*column, text));
        let mut cells = keys.chain(values);
        cells.any(|(column, text)| text == code && CodeKind::of(&self.table.columns[column]) == Some(kind))
    }
}

/// Why an entry is not taken, and the column that is about.
pub(super) type Objection = Box<(Reason, Option<usize>)>;

/// What becomes of a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is new.
    New,
    /// Cells get other values: column, before, after.
    Changed(Vec<(String, String, String)>),
    /// All of it is recorded already.
    Same,
}

impl Fate {
    /// What becomes of a row that is there.
    fn between(table: &Schema, known: &[String], cells: &[String]) -> Fate {
        let columns = table.columns.iter().zip(known.iter().zip(cells));
        let changed = columns.filter(|(_, (before, after))| before != after);
        let changed: Vec<_> = changed
            .map(|(column, (before, after))| (column.name.to_string(), before.clone(), after.clone()))
            .collect();
        match changed.is_empty() {
            true => Fate::Same,
            false => Fate::Changed(changed),
        }
    }
}

/// What parts cells that lie in one text: no cell holds it.
const PART: &str = "\0";

/// The cells of a key in one text.
fn packed(cells: &[String]) -> String {
    cells.join(PART)
}

/// The cells of a row: those of its key, and those behind.
fn unpacked(key: &str, rest: &str) -> Vec<String> {
    key.split(PART)
        .chain(rest.split(PART))
        .map(str::to_owned)
        .collect()
}

/// Where cells lie in the text of their book: many rows have one text, and leave nothing behind when it goes. No text ends
/// at its beginning: a key that is not empty stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    from: u32,
    to: NonZeroU32,
}

impl Span {
    /// Puts packed cells behind a text; none where it is as long as no list makes it.
    fn put(text: &mut String, cells: &str) -> Option<Span> {
        let from = u32::try_from(text.len()).ok()?;
        text.push_str(cells);
        let to = NonZeroU32::new(u32::try_from(text.len()).ok()?)?;
        Some(Span { from, to })
    }

    fn of(self, text: &str) -> &str {
        &text[self.from as usize..self.to.get() as usize]
    }
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
struct Held {
    key: Span,
    /// Its cells behind the key, as they are recorded.
    before: Option<Span>,
    /// `None` where it moves to another key, and where nothing was taken in.
    now: Option<Span>,
    /// The row of the list that said it first, counted from 1.
    by: Option<NonZeroU32>,
}

impl Held {
    /// The row of the list that said it first, counted from 0.
    fn by(self) -> Option<usize> {
        Some(self.by?.get() as usize - 1)
    }

    /// Notes the row of the list that said it, if none did before.
    fn note(&mut self, by: usize) {
        let by = u32::try_from(by + 1).ok().and_then(NonZeroU32::new);
        self.by = self.by.or(by);
    }
}

/// The rows of one file.
#[derive(Debug)]
struct Book {
    table: &'static Schema,
    rows: Vec<Held>,
    /// The places of the rows, by the bytes of their keys.
    places: HashTable<u32>,
    hasher: BuildHasherDefault<DefaultHasher>,
    /// The cells of all of them.
    text: String,
    /// All of them as they are recorded, once somebody asked for all.
    recorded: Option<Rc<Vec<Vec<String>>>>,
}

impl Book {
    fn of(table: &'static Schema, recorded: Vec<Record>) -> Book {
        let mut book = Book {
            table,
            rows: Vec::new(),
            places: HashTable::new(),
            hasher: BuildHasherDefault::default(),
            text: String::new(),
            recorded: None,
        };
        for row in recorded {
            let key = packed(row.key(table));
            let before = Span::put(&mut book.text, &packed(&row.cells[table.keys()..]));
            if let Some(held) = book.held(&key) {
                (held.before, held.now) = (before, before);
            }
        }
        book
    }

    /// The place of the row with a key.
    fn place(&self, key: &str) -> Option<usize> {
        let is_it = |place: &u32| self.rows[*place as usize].key.of(&self.text) == key;
        let found = self.places.find(self.hasher.hash_one(key), is_it)?;
        Some(*found as usize)
    }

    fn get(&self, key: &str) -> Option<Held> {
        Some(self.rows[self.place(key)?])
    }

    /// The row with a key, with nothing in it where there was none.
    fn held(&mut self, key: &str) -> Option<&mut Held> {
        let place = match self.place(key) {
            Some(place) => place,
            None => {
                let key = Span::put(&mut self.text, key)?;
                self.push(Held {
                    key,
                    before: None,
                    now: None,
                    by: None,
                })
            }
        };
        self.rows.get_mut(place)
    }

    /// Puts a row in whose key is not there yet.
    fn push(&mut self, held: Held) -> usize {
        let (place, hash) = (self.rows.len(), self.hasher.hash_one(held.key.of(&self.text)));
        self.rows.push(held);
        let (rows, text, hasher) = (&self.rows, &self.text, &self.hasher);
        let hash_of = |place: &u32| hasher.hash_one(rows[*place as usize].key.of(text));
        self.places.insert_unique(hash, place as u32, hash_of);
        place
    }

    /// Keeps the rows for which `keep` holds, with nothing taken in, and of the text what they are recorded as.
    fn renew(&mut self, keep: impl Fn(&Held) -> bool) {
        let (rows, text) = (take(&mut self.rows), take(&mut self.text));
        self.places = HashTable::new();
        for held in rows.into_iter().filter(|held| keep(held)) {
            let Some(key) = Span::put(&mut self.text, held.key.of(&text)) else {
                continue;
            };
            let before = held.before.map(|before| before.of(&text));
            let before = before.and_then(|before| Span::put(&mut self.text, before));
            self.push(Held { key, before, ..held });
        }
    }
}

/// The rows of all files that were asked for.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    books: BTreeMap<String, Book>,
}

impl Ledger {
    fn book(&mut self, draft: &mut Draft<'_>, table: &'static Schema, file: &str) -> &mut Book {
        let book = self.books.entry(file.to_owned());
        book.or_insert_with(|| Book::of(table, draft.rows(table, file)))
    }

    /// The cells of every row of a file as they are recorded, in the order of their keys.
    pub(super) fn recorded(
        &mut self,
        draft: &mut Draft<'_>,
        table: &'static Schema,
        file: &str,
    ) -> Rc<Vec<Vec<String>>> {
        let book = self.book(draft, table, file);
        let (rows, text) = (&book.rows, &book.text);
        let all = || {
            let before = rows
                .iter()
                .filter_map(|held| Some(unpacked(held.key.of(text), held.before?.of(text))));
            let mut all: Vec<Vec<String>> = before.collect();
            all.sort();
            Rc::new(all)
        };
        book.recorded.get_or_insert_with(all).clone()
    }

    /// The cells of the row with a key, as they are recorded.
    pub(super) fn known(
        &mut self,
        draft: &mut Draft<'_>,
        table: &'static Schema,
        file: &str,
        key: &[String],
    ) -> Option<Vec<String>> {
        let key = packed(key);
        let book = self.book(draft, table, file);
        let before = book.get(&key)?.before?;
        Some(unpacked(&key, before.of(&book.text)))
    }

    /// What would become of an entry, with the cells that the row would have.
    ///
    /// # Errors
    /// Cells that must be filled are empty, or what is recorded is otherwise and is not corrected.
    pub(super) fn fate(
        &mut self,
        draft: &mut Draft<'_>,
        entry: &TableEntry,
        corrects: bool,
    ) -> Result<(Fate, Vec<String>), Objection> {
        let table = entry.table;
        let book = self.book(draft, table, &entry.file);
        let key = packed(entry.known_as());
        let known = book.get(&key).and_then(|held| held.now);
        let known = known.map(|now| unpacked(&key, now.of(&book.text)));
        let Some(known) = known else {
            let mut cells = filled(table, &[]);
            cells[..entry.key.len()].clone_from_slice(&entry.key);
            entry
                .values
                .iter()
                .for_each(|(column, text)| cells[*column].clone_from(text));
            refuse_missing(table, &cells)?;
            row::date_known(draft, table, &mut cells);
            if table.name == participation.name {
                row::date_anew(draft, &mut cells);
            }
            return Ok((Fate::New, cells));
        };
        let said = entry.values.iter().filter(|(_, text)| !text.is_empty());
        let said: Vec<(usize, String)> = said
            .filter(|(column, text)| !means_same(table, *column, &known[*column], text))
            .cloned()
            .collect();
        let mut cells = known.clone();
        cells[..entry.key.len()].clone_from_slice(&entry.key);
        let differs =
            |(column, text): &&(usize, String)| !known[*column].is_empty() && known[*column] != *text;
        let first = said.iter().find(differs);
        let first = first.or(said.first()).map(|(column, _)| *column);
        let objection = |slip: Slip| Box::new((slip.into(), first));
        for (column, new) in entry::news(table, &known, &said, corrects).map_err(objection)? {
            cells[*column].clone_from(new);
        }
        if table.name == participation.name {
            row::settle(&known, &mut cells);
            entry::keeps(table, &known, &cells, corrects).map_err(objection)?;
        }
        if table.name == evaluations.name {
            // With both of its parts known, a predicate that was told is no longer recorded.
            let parts = [Evaluation::result, Evaluation::behaviour];
            if parts.iter().all(|part| !cells[*part].is_empty()) {
                cells[Evaluation::predicate].clear();
            }
            entry::keeps(table, &known, &cells, corrects).map_err(objection)?;
        }
        let fate = Fate::between(table, &known, &cells);
        if table.name == participation.name {
            row::date(draft, &known, &mut cells);
        }
        Ok((fate, cells))
    }

    /// Notes that a row of the list is about the row of an entry.
    ///
    /// # Errors
    /// The row of the list that was about it before.
    pub(super) fn claim(
        &mut self,
        draft: &mut Draft<'_>,
        entry: &TableEntry,
        by: usize,
    ) -> Result<(), usize> {
        let book = self.book(draft, entry.table, &entry.file);
        let held = book.held(&packed(&entry.key));
        let Some(held) = held else {
            return Ok(());
        };
        match held.by() {
            Some(first) => Err(first),
            None => {
                held.note(by);
                Ok(())
            }
        }
    }

    /// Whether something was taken in of the row of an entry.
    pub(super) fn holds(&self, entry: &TableEntry) -> bool {
        let book = self.books.get(&entry.file);
        let held = book.and_then(|book| book.get(&packed(&entry.key)));
        held.is_some_and(|held| held.now.is_some())
    }

    /// The row of the list that is about a row of a file, or feeds it, and the table.
    pub(super) fn said_by(&self, file: &str, key: &[String]) -> Option<(&'static Schema, usize)> {
        let book = self.books.get(file)?;
        Some((book.table, book.get(&packed(key))?.by()?))
    }

    /// Takes in the cells of an entry, which a row of the list feeds.
    pub(super) fn take(&mut self, draft: &mut Draft<'_>, entry: &TableEntry, cells: &[String], by: usize) {
        let book = self.book(draft, entry.table, &entry.file);
        let now = Span::put(&mut book.text, &packed(&cells[entry.key.len()..]));
        let old = entry.moved.as_ref().and_then(|key| book.place(&packed(key)));
        if let Some(old) = old {
            book.rows[old].now = None;
        }
        if let Some(held) = book.held(&packed(&entry.key)) {
            held.now = now;
            held.note(by);
        }
    }

    /// Forgets everything that was taken in, also in the draft.
    pub(super) fn clear(&mut self, draft: &mut Draft<'_>) {
        for (file, book) in &mut self.books {
            draft.restore(file);
            book.renew(|held| held.before.is_some());
            book.rows
                .iter_mut()
                .for_each(|held| (held.now, held.by) = (held.before, None));
        }
    }

    /// Writes everything that was taken in, and keeps of it only which row of the list said what.
    pub(super) fn write(&mut self, draft: &mut Draft<'_>) {
        for (file, book) in &mut self.books {
            let text = &book.text;
            let of = |span: Option<Span>| span.map(|span| span.of(text));
            let is_changed = |held: &&Held| of(held.before) != of(held.now);
            let mut changed: Vec<Held> = book.rows.iter().filter(is_changed).copied().collect();
            if changed.is_empty() {
                continue;
            }
            changed.sort_by_key(|held| held.key.of(text));
            draft.edit(book.table, file, |sheet| {
                for held in changed {
                    let key = || held.key.of(text).split(PART);
                    let at = sheet.find(&key().collect::<Vec<_>>());
                    let Some(now) = of(held.now) else {
                        at.into_iter().for_each(|at| sheet.remove(at));
                        continue;
                    };
                    let cells: Vec<&str> = key().chain(now.split(PART)).collect();
                    match (of(held.before), at) {
                        (Some(before), Some(at)) => {
                            let before = key().chain(before.split(PART));
                            let pairs = before.zip(&cells).enumerate();
                            let other = pairs.filter(|(_, (before, now))| before != *now);
                            other.for_each(|(column, (_, now))| sheet.set(at, column, now));
                        }
                        // A key that is there was found above.
                        _ => drop(sheet.insert(&cells)),
                    }
                }
            });
            book.rows.iter_mut().for_each(|held| held.now = None);
            book.renew(|_| true);
        }
    }

    /// The table of a file that was asked for.
    pub(super) fn table(&self, file: &str) -> Option<&'static Schema> {
        self.books.get(file).map(|book| book.table)
    }
}

/// Refuses empty cells of columns that must be filled.
fn refuse_missing(table: &Schema, cells: &[String]) -> Result<(), Objection> {
    let columns = table.columns.iter().zip(cells).enumerate();
    let missing = columns.filter(|(_, (column, cell))| !column.optional && cell.is_empty());
    let missing: Vec<(usize, &str)> = missing.map(|(at, (column, _))| (at, &*column.name)).collect();
    match missing.first() {
        None => Ok(()),
        Some((first, _)) => {
            let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
            let columns = names.join(", ");
            Err(Box::new((Unfit::ValueNeeded { columns }.into(), Some(*first))))
        }
    }
}

/// Whether a cell of a person says the same in other letters: a list in capitals changes nobody's name.
fn means_same(table: &Schema, column: usize, known: &str, new: &str) -> bool {
    let spelled = [Staff::name, Staff::title_before, Staff::title_after];
    let compact = |text: &str| folded(text).replace(' ', "");
    table.name == staff.name && spelled.contains(&column) && compact(known) == compact(new)
}
