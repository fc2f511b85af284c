//! A list: a table of rows, whose columns stand beside their cells so that the two cannot part.

use super::edition::keep;
use super::figure::Pen;
use super::model::{Column, PersonRow, Quiet, Table, Value, View};
use super::page::Page;
use crate::measure::meaning::Meaning;
use crate::records::people::Roster;
use crate::words::Say;
use crate::words::report::Text;
use std::collections::BTreeSet;

/// A table of one row for each `T`, while its columns are written.
pub(super) struct List<T> {
    pub(super) pen: Pen,
    pub(super) items: Vec<T>,
    pub(super) table: Table,
}

impl Pen {
    /// A list of some items, one row each, without a column yet.
    pub(super) fn list<T>(self, id: &'static str, items: impl IntoIterator<Item = T>) -> List<T> {
        let items: Vec<T> = items.into_iter().collect();
        let rows = items.iter().map(|_| Vec::new()).collect();
        let table = Table {
            id,
            rows,
            ..Table::default()
        };
        List {
            pen: self,
            items,
            table,
        }
    }

    /// The rows that a reader of text is spared, and how that is said of so many.
    pub(super) fn quiet<S: Say>(
        self,
        rows: impl IntoIterator<Item = usize>,
        said: impl Fn(u64) -> S,
    ) -> Quiet {
        let rows: BTreeSet<usize> = rows.into_iter().collect();
        match rows.len() as u64 {
            0 => Quiet::default(),
            count => Quiet {
                rows,
                said: self.say(said(count)),
            },
        }
    }
}

impl<T> List<T> {
    /// With a last row for the total, which has no number of its own; said before any column.
    pub(super) fn total(mut self, all: T) -> List<T> {
        self.items.push(all);
        self.table.rows.push(Vec::new());
        self
    }

    /// Of which a reader of text sees the first few, and how many more there are; data formats have them all.
    pub(super) fn short(self) -> List<T> {
        let named = self.pen.named;
        self.short_to(named)
    }

    /// The same with so many. For a reader of text alone the others are not even made: there may be thousands.
    pub(super) fn short_to(mut self, shown: usize) -> List<T> {
        let more = |count| Text::MoreRows { count };
        self.table.quiet = self.pen.quiet(shown..self.items.len(), more);
        if !self.pen.is_whole {
            self.leave_out(shown);
        }
        self
    }

    /// Leaves out the items behind the first `shown`, but not those whose names, which nobody knows yet, may bring them
    /// among these.
    fn leave_out(&mut self, shown: usize) {
        let place = |one: &PersonRow| (one.rank, one.unit);
        let places: Vec<_> = self.table.people.iter().map(place).collect();
        let mut sorted = places.clone();
        sorted.sort_unstable();
        let last = shown.checked_sub(1).and_then(|last| sorted.get(last));
        let is_early = |at: usize| match (places.get(at), last) {
            (Some(place), Some(last)) => place <= last,
            _ => at < shown,
        };
        let is_kept: Vec<bool> = (0..self.items.len()).map(is_early).collect();
        keep(&mut self.items, &is_kept);
        keep(&mut self.table.rows, &is_kept);
        keep(&mut self.table.numbers, &is_kept);
        keep(&mut self.table.people, &is_kept);
        self.table.quiet.rows = (shown..self.items.len()).collect();
    }

    /// With a column: its id, its heading, and what it holds of an item. What is said next is about this column.
    pub(super) fn col(self, id: &'static str, heading: impl Say, cell: impl Fn(&T) -> Value) -> List<T> {
        let column = self.pen.column(id, heading);
        self.with(column, cell)
    }

    /// With a column that was made elsewhere, and what it holds of an item.
    pub(super) fn with(mut self, column: Column, cell: impl Fn(&T) -> Value) -> List<T> {
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.push(cell(item));
        }
        self.table.columns.push(column);
        self
    }

    /// With the columns of a person: the id for data formats under a heading of its own, the name, the unit.
    pub(super) fn person(
        self,
        page: &Page<'_>,
        heading: impl Say,
        person: impl Fn(&T) -> u32 + Copy,
    ) -> List<T> {
        self.col("staff", heading, |one| page.id(person(one)))
            .hidden()
            .col("name", Text::Name, |one| page.name(person(one)))
            .col("unit", Text::Unit, |one| page.unit_of(person(one)))
    }

    /// In which those alike in `rank` stand by unit, in the order of the tree, and by name.
    pub(super) fn by_people<R: PartialEq>(
        self,
        who: &Roster,
        person: impl Fn(&T) -> u32,
        rank: impl Fn(&T) -> R,
    ) -> List<T> {
        let unit = |item: &T| who.people.list[person(item) as usize].unit();
        self.by_people_in(unit, &person, rank)
    }

    /// The same where the table shows another unit of each than that of the last day.
    pub(super) fn by_people_in<R: PartialEq>(
        mut self,
        unit: impl Fn(&T) -> Option<u32>,
        person: impl Fn(&T) -> u32,
        rank: impl Fn(&T) -> R,
    ) -> List<T> {
        let mut before: Option<(R, u32)> = None;
        for item in &self.items {
            let own = rank(item);
            let number = match before {
                Some((rank, number)) => number + u32::from(rank != own),
                None => 0,
            };
            self.table.people.push(PersonRow {
                rank: number,
                unit: unit(item).unwrap_or(u32::MAX),
                person: person(item),
            });
            before = Some((own, number));
        }
        self
    }

    fn last(mut self, change: impl FnOnce(Column) -> Column) -> List<T> {
        let last = self.table.columns.pop().map(change);
        self.table.columns.extend(last);
        self
    }

    /// Everybody may read the last column.
    pub(super) fn public(self) -> List<T> {
        self.last(Column::public)
    }

    /// Only data formats show the last column.
    pub(super) fn hidden(self) -> List<T> {
        self.last(Column::hidden)
    }

    /// The figures of the last column have a unit of measure.
    pub(super) fn measured(self, unit: &str) -> List<T> {
        self.last(|column| column.measured(unit))
    }

    /// The figures of the last column mean this.
    pub(super) fn means(self, meaning: Meaning) -> List<T> {
        self.last(|column| column.means(meaning))
    }

    /// The figures of the last column count what entered them.
    pub(super) fn counted(self, id: &'static str, en: &'static str) -> List<T> {
        self.last(|column| column.counted(id, en))
    }

    /// The figures of the last column count what entered them, of those of another column.
    pub(super) fn counted_of(self, of: &'static str, id: &'static str, en: &'static str) -> List<T> {
        self.last(|column| column.counted_of(of, id, en))
    }

    /// The figures of the last column are sums of decimals.
    pub(super) fn summed(self, id: &'static str, en: &'static str) -> List<T> {
        self.last(|column| column.summed(id, en))
    }

    /// The figures of the last column come from other columns of their row.
    pub(super) fn from(
        self,
        columns: &'static [&'static str],
        id: &'static str,
        en: &'static str,
    ) -> List<T> {
        self.last(|column| column.from(columns, id, en))
    }

    /// The figures of the last column follow that rule.
    pub(super) fn by(self, rule: &'static str) -> List<T> {
        self.last(|column| column.by(rule))
    }

    /// With a caption.
    pub(super) fn titled(mut self, caption: impl Say) -> List<T> {
        self.table.title = self.pen.say(caption);
        self
    }

    /// With what text says where there is no row.
    pub(super) fn or_says(mut self, empty: impl Say) -> List<T> {
        self.table.empty = self.pen.say(empty);
        self
    }

    /// With the number by which the trace knows the row of each item; else its own order.
    pub(super) fn numbered(mut self, number: impl Fn(&T) -> u64) -> List<T> {
        self.table.numbers = self.items.iter().map(number).collect();
        self
    }

    /// With the numbers by which the trace knows the rows of another table that each item adds up.
    pub(super) fn adding(mut self, numbers: impl Fn(&T) -> Vec<u64>) -> List<T> {
        self.table.groups = self.items.iter().map(numbers).collect();
        self
    }

    /// With a picture of some of its columns for readers of text, who see no others.
    pub(super) fn view(mut self, columns: &[&'static str]) -> List<T> {
        self.table.views.push(View::untitled(columns));
        self
    }

    /// The same under a caption of its own.
    pub(super) fn view_titled(mut self, caption: impl Say, columns: &[&'static str]) -> List<T> {
        let title = self.pen.say(caption);
        let view = View::untitled(columns);
        self.table.views.push(View { title, ..view });
        self
    }

    /// Of which a busy reader sees one row for each key of the first column, and in it the column `value`, headed by
    /// the words of the column `across`.
    pub(super) fn crossed(mut self, across: &'static str, value: &'static str) -> List<T> {
        self.table.crossed = Some((across, value));
        self
    }

    /// Of which a busy reader sees the words of a column side by side, where rows agree in all else.
    pub(super) fn folded(mut self, value: &'static str) -> List<T> {
        self.table.folded = Some(value);
        self
    }

    /// The table, whose rows take no more room than they fill: of a city there are thousands.
    pub(super) fn table(mut self) -> Table {
        self.table.rows.iter_mut().for_each(Vec::shrink_to_fit);
        self.table
    }
}
