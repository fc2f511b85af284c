//! The words of the report about one unit.

use super::words;

words! {
    /// Headings and notes.
    pub enum UnitText {
        Title { unit: String, month: String }: id "LAPORAN UNIT KERJA – {unit}, {month}", en "REPORT ON A UNIT – {unit}, {month}";
        Below { count: usize }: id "Bersama {count} unit di bawahnya.", en "With the {count} {units} below it.", units of count "unit" / "units";
    }
}
