//! A sheet as a table of a report: one row for each key, one column for each that its declaration shows.

use super::figure::Pen;
use super::list::List;
use super::model::{Column, NumberStyle, Table, Value};
use crate::measure::sheet::{Formula, SheetColumn, SheetName, Shown, Sums};
use crate::measure::trace::ALL;
use crate::records::number::{ONE, Ratio};
use crate::records::people::Units;
use crate::words::report::Text;
use crate::words::{self, Say};
use std::borrow::Cow;

/// The key of what names nothing to group it by.
const NOT_NAMED: &str = "-";

/// The rows of a sheet with their keys, and the column of the keys.
pub(super) struct Keyed<'k, C: SheetName, const N: usize> {
    key: Column,
    rows: Vec<(Value, Cow<'k, Sums<C, N>>)>,
    /// The numbers of the rows in the order of the measure; empty: their own order.
    numbers: Vec<u64>,
}

impl Pen {
    /// The rows of a sheet by unit, with the total of the office. What has no unit, and so stands in none of the rows, has
    /// one of its own where there is any.
    pub(super) fn by_unit<'k, C: SheetName, const N: usize>(
        self,
        units: &Units,
        rows: &'k [Sums<C, N>],
        total: &'k Sums<C, N>,
    ) -> Keyed<'k, C, N> {
        let key = self.column("unit", Text::Unit).public();
        let keys = (0..rows.len()).map(|number| self.group(units, number as u32));
        let mut keyed = self.keyed(key, keys.zip(rows));
        if let Some(rest) = total.without(rows) {
            keyed.rows.push((self.not_named(), Cow::Owned(rest)));
            keyed.numbers = (0..rows.len() as u64).chain([ALL]).collect();
        }
        keyed.rows.push((self.total(), Cow::Borrowed(total)));
        keyed
    }

    /// The key of what names nothing to group it by: no unit, service, channel or category.
    pub(super) fn not_named(self) -> Value {
        self.key(NOT_NAMED, Text::NotNamed)
    }

    /// The rows of a sheet by keys of a column.
    pub(super) fn keyed<'k, C: SheetName, const N: usize>(
        self,
        key: Column,
        rows: impl Iterator<Item = (Value, &'k Sums<C, N>)>,
    ) -> Keyed<'k, C, N> {
        let rows = rows.map(|(key, sums)| (key, Cow::Borrowed(sums)));
        Keyed {
            key,
            rows: rows.collect(),
            numbers: Vec::new(),
        }
    }

    /// The table of a sheet; `fills` are put in the place of `{name}` in its headings.
    pub(super) fn sheet<C: SheetName, const N: usize>(
        self,
        keyed: Keyed<'_, C, N>,
        caption: impl Say,
        fills: &[(&str, String)],
    ) -> Table {
        let (shown, parts) = split::<C>();
        let columns = shown.iter().map(|(_, column)| self.heading(column, fills));
        let line = |(key, sums): (Value, Cow<'_, Sums<C, N>>)| {
            let mut row = Vec::with_capacity(shown.len() + 1);
            row.push(key);
            row.extend(shown.iter().map(|&(number, _)| self.figure_of(&sums, number)));
            row
        };
        Table {
            id: C::SHEET.id,
            title: self.say(caption),
            columns: std::iter::once(keyed.key).chain(columns).collect(),
            numbers: keyed.numbers,
            rows: keyed.rows.into_iter().map(line).collect(),
            parts: parts
                .iter()
                .map(|(_, part)| (part.id, self.say(part.heading)))
                .collect(),
            ..Table::default()
        }
    }

    /// The figures of a single row of a sheet, one below the other: each with its column, whose meaning is that of
    /// the line.
    pub(super) fn upright<C: SheetName, const N: usize>(
        self,
        sums: &Sums<C, N>,
        fills: &[(&str, String)],
    ) -> Vec<(Column, Value)> {
        let line = |(number, column): (usize, &SheetColumn)| {
            let mut heading = self.heading(column, fills);
            heading.meanings = vec![column.meaning().of(column.id, C::SHEET.id)];
            (heading, self.figure_of(sums, number))
        };
        split::<C>().0.into_iter().map(line).collect()
    }

    fn heading(self, column: &SheetColumn, fills: &[(&str, String)]) -> Column {
        let title = fills
            .iter()
            .fold(self.say(column.heading), |title, (name, fill)| {
                title.replace(&format!("{{{name}}}"), fill)
            });
        Column {
            id: column.id,
            title,
            unit: column.unit.to_owned(),
            is_hidden: matches!(column.shown, Shown::Data | Shown::PublicData),
            is_public: matches!(column.shown, Shown::Public | Shown::PublicData),
            meanings: vec![column.meaning()],
        }
    }

    fn figure_of<C: SheetName, const N: usize>(self, sums: &Sums<C, N>, number: usize) -> Value {
        match C::SHEET.columns[number].form {
            _ if !sums.is_known_at(number) => Value::Missing,
            Formula::Count | Formula::Different => self.whole(sums.sum_at(number).into()),
            Formula::CountOf(of) => sums
                .fraction_at(C::SHEET.columns[number].id, of)
                .map_or(Value::Missing, |(part, of)| self.count_of(part, of)),
            Formula::Decimal => self.sum(sums.sum_at(number).into()),
            Formula::Median(places) | Formula::Over(_, _, places) => {
                self.ratio(sums.figure_at(number), places)
            }
            Formula::Share(of, over) => sums
                .fraction_at(of, over)
                .map_or(Value::Missing, |(part, of)| self.fraction(part, of)),
            Formula::Portion(of, over) => sums
                .fraction_at(of, over)
                .map_or(Value::Missing, |(part, of)| self.portion(part, of)),
            Formula::Percent(of, over) => sums
                .fraction_at(of, over)
                .map_or(Value::Missing, |(part, of)| self.share(part, of)),
        }
    }
}

impl Pen {
    /// A share of decimals in 1/10,000: whole percent with the decimals that it is of.
    fn portion(self, part: u64, of: u64) -> Value {
        let decimal = |units: u64| {
            let decimal = Ratio::new(units.into(), ONE.into()).unwrap_or(Ratio::ZERO);
            words::number(self.lang, &decimal.shortest(1))
        };
        match self.share(part, of) {
            Value::Number { exact, shown, .. } => {
                let shown = format!("{shown} ({}/{})", decimal(part), decimal(of));
                Value::number(exact, shown, NumberStyle::Fraction)
            }
            other => other,
        }
    }
}

impl<T> List<T> {
    /// With every column that a sheet shows, of the sums of each item.
    pub(super) fn sums<C: SheetName, const N: usize>(
        mut self,
        fills: &[(&str, String)],
        of: impl Fn(&T) -> &Sums<C, N>,
    ) -> List<T> {
        let pen = self.pen;
        let (shown, parts) = split::<C>();
        for (number, column) in shown {
            self = self.with(pen.heading(column, fills), |item| pen.figure_of(of(item), number));
        }
        let named = parts.iter().map(|(_, part)| (part.id, pen.say(part.heading)));
        self.table.parts.extend(named);
        self
    }
}

/// The columns of a sheet that somebody sees, and the parts with a name that nobody does, each with its number.
type Split = (
    Vec<(usize, &'static SheetColumn)>,
    Vec<(usize, &'static SheetColumn)>,
);

fn split<C: SheetName>() -> Split {
    let all = C::SHEET.columns.iter().enumerate();
    let (shown, mut parts): Split = all.partition(|(_, column)| column.shown != Shown::Nobody);
    parts.retain(|(_, part)| !part.heading.id.is_empty());
    (shown, parts)
}
