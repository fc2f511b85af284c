//! Units and sections that have nothing to tell: data formats have their rows and headings, text says how many they
//! are, or nothing.

use super::figure::Pen;
use super::model::{Quiet, Section, Table, Value};
use crate::records::people::Units;
use crate::words::report::Text;

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
            units.add(code, code, false, crate::diagnostic::Origin::NOWHERE);
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
    }
}
