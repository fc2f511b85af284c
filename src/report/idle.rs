//! Units and sections that have nothing to tell: data formats have their rows and headings, text says how many they
//! are, or nothing. What nobody knew on the last day has no row at all unless something is recorded of it.

use super::edition::keep;
use super::figure::Pen;
use super::model::{Column, Quiet, Report, Section, Table, Value};
use super::page::Page;
use crate::records::people::Units;
use crate::records::settings::Listed;
use crate::records::time::Day;
use crate::words::report::Text;
use std::collections::{BTreeSet, HashSet};

impl Pen {
    /// A table by unit, without those rows in text that have nothing but zeros: of the units that may be left out.
    pub(super) fn without_idle(self, table: Table, units: &Units, may_be: impl Fn(usize) -> bool) -> Table {
        let is_idle = |row: &[Value]| {
            let unit = row.first().and_then(|key| units.find(&key.data()));
            let may_be = unit.is_some_and(|unit| may_be(unit as usize));
            may_be && row.iter().skip(1).all(Value::is_idle)
        };
        let rows = table.rows.iter().enumerate();
        let rows = rows.filter(|(_, row)| is_idle(row)).map(|(at, _)| at);
        Table {
            quiet: self.quiet(rows, |count| Text::IdleUnits { count }),
            ..table
        }
    }
}

impl Page<'_> {
    /// A table by unit in which text leaves out who does not serve the public and has nothing to tell.
    pub(super) fn of_serving(&self, table: Table) -> Table {
        let units = &self.who.units;
        let mut table = self
            .pen
            .without_idle(table, units, |unit| !units.serves(unit as u32));
        table.quiet.said.clear();
        table
    }

    /// Leaves out the rows about a unit, service, channel or category that was not known on the last day and of which
    /// nothing is recorded.
    pub fn leave_out_later(&self, report: &mut Report) {
        let is_later = |since: Option<Day>| since.is_some_and(|since| since > self.as_of());
        let listed = |list: &[Listed]| -> HashSet<String> {
            let later = list.iter().filter(|one| is_later(one.since));
            later.map(|one| one.code.value.0.clone()).collect()
        };
        let units = self.who.units.codes.iter().zip(&self.who.units.since);
        let units = units.filter(|(_, since)| is_later(**since));
        let later = [
            ("unit", units.map(|(code, _)| code.clone()).collect()),
            ("service", listed(&self.settings.service)),
            ("channel", listed(&self.settings.channel)),
            ("category", listed(&self.settings.category)),
        ];
        let tables = report.sections.iter_mut().flat_map(|section| &mut section.tables);
        for table in tables {
            let key = table.columns.first().map(|column| column.id);
            let of_key = later.iter().find(|(id, _)| key == Some(*id));
            if let Some((_, codes)) = of_key.filter(|(_, codes)| !codes.is_empty()) {
                self.leave_out_rows(table, codes);
            }
        }
    }

    /// Leaves out the rows with those keys that have nothing to tell.
    fn leave_out_rows(&self, table: &mut Table, codes: &HashSet<String>) {
        let is_told = |row: &Vec<Value>| {
            let is_later = row.first().is_some_and(|key| codes.contains(&*key.data()));
            // What is not known of the whole office is nothing recorded of it.
            !is_later || !row.iter().skip(1).all(|value| value.known().is_idle())
        };
        let is_kept: Vec<bool> = table.rows.iter().map(is_told).collect();
        if is_kept.iter().all(|is_kept| *is_kept) {
            return;
        }
        if table.numbers.is_empty() {
            table.numbers = (0..).take(is_kept.len()).collect();
        }
        let places = (0..is_kept.len()).filter(|at| is_kept[*at]);
        let quiet = places.zip(0..).filter(|(at, _)| table.quiet.rows.contains(at));
        let quiet: BTreeSet<usize> = quiet.map(|(_, place)| place).collect();
        // What counts the rows that are spared counts those that are left; other words stay.
        let counts: [fn(u64) -> Text; 2] = [
            |count| Text::IdleUnits { count },
            |count| Text::UnitsEvaluated { count },
        ];
        let before = table.quiet.rows.len() as u64;
        let own = |text: &&fn(u64) -> Text| self.pen.say(text(before)) == table.quiet.said;
        let said = match counts.iter().find(own) {
            Some(text) => self.pen.say(text(quiet.len() as u64)),
            None => std::mem::take(&mut table.quiet.said),
        };
        table.quiet = match quiet.is_empty() {
            true => Quiet::default(),
            false => Quiet { rows: quiet, said },
        };
        keep(&mut table.rows, &is_kept);
        keep(&mut table.numbers, &is_kept);
        keep(&mut table.people, &is_kept);
    }
}

impl Table {
    /// Changes each row by its place. Where text left a row out because it had nothing, and it has something now that is not
    /// known, no row is left out: a reader would take it for nothing.
    pub(super) fn turn_rows(&mut self, mut turn: impl FnMut(usize, &mut [Value], &[Column])) {
        let Table {
            columns, rows, quiet, ..
        } = self;
        // Where that is not even said, they are left out for what they are.
        let mut idle = quiet.rows.clone();
        idle.retain(|at| {
            let row = rows.get(*at).filter(|_| !quiet.said.is_empty());
            row.is_some_and(|row| row.iter().skip(1).all(Value::is_idle))
        });
        for (at, row) in rows.iter_mut().enumerate() {
            let before = idle.contains(&at).then(|| row.clone());
            turn(at, row, columns);
            if before.is_some_and(|before| before != *row) {
                *quiet = Quiet::default();
            }
        }
    }
}

impl Section {
    /// The section of what an office does not do: text is silent about it, data formats have the headings of its tables.
    pub fn hushed(mut self) -> Section {
        self.notes.clear();
        for table in &mut self.tables {
            table.rows.clear();
            table.numbers.clear();
            table.people.clear();
            table.empty.clear();
            table.quiet = Quiet::default();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::table;
    use super::*;
    use crate::words::Lang;

    #[test]
    fn units_without_anything_are_left_to_the_data() {
        let pen = Pen::of(Lang::En);
        let mut units = Units::default();
        let mut rows = Vec::new();
        for (code, count) in [("a", 0), ("b", 2), ("c", 0), ("d", 0)] {
            units.add(code, code, None, crate::diagnostic::Origin::NOWHERE);
            rows.push(vec![
                Value::Text(code.to_owned()),
                Value::Count(count),
                Value::Missing,
            ]);
        }
        rows[2][2] = Value::Withheld;
        rows.push(vec![pen.total(), Value::Count(0), Value::Missing]);
        let by_unit = table("units", String::new(), Vec::new(), rows, String::new());
        let quiet = |may_be: &dyn Fn(usize) -> bool| {
            let told = pen.without_idle(by_unit.clone(), &units, may_be);
            assert_eq!(told.rows, by_unit.rows);
            told.quiet
        };
        let all = quiet(&|_| true);
        assert_eq!(all.rows, [0, 3].into());
        assert_eq!(all.said, "2 units have no records and are not shown.");
        assert_eq!(quiet(&|unit| unit != 0).rows, [3].into());
        // What is not known any more is no row without anything.
        let mut told = pen.without_idle(by_unit.clone(), &units, |_| true);
        told.turn_rows(|_, _, _| {});
        assert_eq!(told.quiet.rows, [0, 3].into());
        told.turn_rows(|_, row, _| row[1] = Value::Missing);
        assert!(told.quiet.rows.is_empty() && told.quiet.said.is_empty());
    }
}
