//! What is told of a time before the records begin: that it is not known, and never that there was nothing.

use super::list::List;
use super::model::{Column, Note, Report, Table, Value};
use super::page::Page;
use crate::records::time::Day;
use crate::words::none::says_none;
use crate::words::report::Text;

impl Page<'_> {
    /// That nothing is known of a time that begins on a day, where the records begin later, and how much of it is known.
    pub(super) fn untold(&self, first: Day) -> Option<Note> {
        let since = self.settings.untold_after(first)?;
        let last = self.as_of().month();
        let of = last.since(first.month()) + 1;
        // Of the month in which they begin a part is known.
        let known = (last.since(since.month()) + 1).max(0);
        let day = self.pen.day(since);
        let text = match known < of {
            true => {
                let from = self.pen.month(first.month());
                Text::RecordsSincePart { day, known, of, from }
            }
            false => Text::RecordsSince { day },
        };
        Some(self.pen.note("records-since", text).public())
    }

    /// A sentence about what happened since a day. Where the records begin later it says so.
    pub(super) fn told_from(&self, first: Day, line: String) -> String {
        let Some(since) = self.settings.untold_after(first) else {
            return line;
        };
        self.pen.say(Text::ToldSince {
            line: line.trim_end_matches('.').to_owned(),
            day: self.pen.day(since),
        })
    }

    /// The day from which on what is open, valid or planned is looked for: a year back, where the period does not stand
    /// alone. An office that began later may not have told yet what it found.
    pub(super) fn looked_for(&self) -> Day {
        self.window(12).first_day()
    }

    /// Makes every sentence of a report that there is none of something say that it knows of what is on record, where the
    /// records begin within the year. What tells already from when on it knows stays as it is.
    pub fn tell_of_none(&self, report: &mut Report) {
        let first = self.looked_for();
        if self.settings.untold_after(first).is_none() {
            return;
        }
        for section in &mut report.sections {
            let empty = section.tables.iter_mut().filter(|table| table.rows.is_empty());
            let empty = empty.map(|table| &mut table.empty);
            let notes = section.notes.iter_mut().map(|note| &mut note.text);
            for said in empty.chain(notes).filter(|said| says_none(said, self.pen.lang)) {
                *said = self.told_from(first, std::mem::take(said));
            }
        }
    }

    /// A note about what happened since a day: as [`Page::told_from`].
    pub(super) fn noted_from(&self, first: Day, note: Note) -> Note {
        Note {
            text: self.told_from(first, note.text),
            ..note
        }
    }

    /// A table of what happened since a day. Where the records begin later, a figure that is nothing is not known, but
    /// for those in some columns; and a table without rows says from when on it knows.
    pub(super) fn known_from(&self, first: Day, kept: &[&str], mut table: Table) -> Table {
        if self.settings.untold_after(first).is_some() {
            table.turn_rows(|_, row, columns| forget(row, columns, kept));
        }
        self.empty_from(first, table)
    }

    /// A table of what is on record of a time, where anything is: else a figure that is nothing is not known either.
    pub(super) fn known_of(&self, is_told: bool, last: Day, mut table: Table) -> Table {
        if !is_told {
            table.turn_rows(|_, row, columns| forget(row, columns, &[]));
        }
        self.known_from(last, &[], table)
    }

    /// A table of what came since a day: without rows it says from when on it knows.
    pub(super) fn empty_from(&self, first: Day, table: Table) -> Table {
        match table.rows.is_empty() && !table.empty.is_empty() {
            true => Table {
                empty: self.told_from(first, table.empty),
                ..table
            },
            false => table,
        }
    }
}

impl<T> List<T> {
    /// Of which each row tells what happened since a day of its own: as [`Page::known_from`].
    pub(super) fn known_each(self, page: &Page<'_>, kept: &[&str], first: impl Fn(&T) -> Day) -> List<T> {
        match page.settings.records_since {
            None => self,
            Some(_) => self.known_where(kept, |item| page.settings.untold_after(first(item)).is_none()),
        }
    }

    /// Of which some rows tell what nothing is on record of: a figure that is nothing is not known there, but for those in
    /// some columns.
    pub(super) fn known_where(mut self, kept: &[&str], is_told: impl Fn(&T) -> bool) -> List<T> {
        let Table { columns, rows, .. } = &mut self.table;
        let untold = rows
            .iter_mut()
            .zip(&self.items)
            .filter(|(_, item)| !is_told(item));
        untold.for_each(|(row, _)| forget(row, columns, kept));
        self
    }
}

/// Makes figures of nothing unknown, but for those in the columns kept, and for how many people a row is about.
fn forget(row: &mut [Value], columns: &[Column], kept: &[&str]) {
    for (value, column) in row.iter_mut().zip(columns) {
        if value.is_none() && !column.is_size() && !kept.contains(&column.id) {
            *value = Value::Missing;
        }
    }
}
