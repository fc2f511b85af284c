//! A person in a report is a number until the report is finished; then everybody whom it names is named once.
//!
//! Until then the number stands between two characters that Unicode keeps for the inside of programs, so it may stand
//! in any sentence.

use super::model::{Report, Table, Value};
use std::collections::{BTreeSet, HashMap};

const OPEN: char = '\u{fdd0}';
/// The first byte of the opening character in UTF-8.
const FIRST: u8 = 0xef;
const CLOSE: char = '\u{fdd1}';

/// The place of the name of a person, by number.
pub(super) fn named(person: u32) -> String {
    format!("{OPEN}{person}{CLOSE}")
}

impl Report {
    /// The numbers of everybody whom it names, in rising order.
    pub fn people(&mut self) -> Vec<u32> {
        let mut people = BTreeSet::new();
        self.each_text(&mut |text| {
            let marks = text.split(OPEN).skip(1);
            people.extend(marks.filter_map(|mark| mark.split_once(CLOSE)?.0.parse::<u32>().ok()));
        });
        people.into_iter().collect()
    }

    /// Puts the names in their places; whose name is not known stays away.
    pub fn name(&mut self, names: &HashMap<u32, String>) {
        let nobody = String::new();
        self.each_text(&mut |text| {
            let mut marks = text.split(OPEN);
            let mut out = marks.next().unwrap_or_default().to_owned();
            for mark in marks {
                let (number, rest) = mark.split_once(CLOSE).unwrap_or(("", mark));
                out.push_str(
                    number
                        .parse()
                        .ok()
                        .and_then(|number| names.get(&number))
                        .unwrap_or(&nobody),
                );
                out.push_str(rest);
            }
            *text = out;
        });
    }

    /// Hands on every text that holds the place of a name.
    fn each_text(&mut self, each: &mut impl FnMut(&mut String)) {
        let mut each = |text: &mut String| {
            if has_place(text) {
                each(text);
            }
        };
        self.heading_below
            .iter_mut()
            .chain(&mut self.closing)
            .for_each(&mut each);
        for section in &mut self.sections {
            section.notes.iter_mut().for_each(|note| each(&mut note.text));
            section
                .tables
                .iter_mut()
                .for_each(|table| in_cells(table, &mut each));
        }
    }
}

/// Whether a text may hold the place of a name. Of a large report nearly none does, so a byte decides.
fn has_place(text: &str) -> bool {
    memchr::memchr(FIRST, text.as_bytes()).is_some()
}

fn in_cells(table: &mut Table, each: &mut impl FnMut(&mut String)) {
    for value in table.rows.iter_mut().flatten() {
        match value {
            Value::Text(text) if has_place(text) => {
                each(text);
                if text.is_empty() {
                    *value = Value::Missing;
                }
            }
            Value::Key { label, .. } => each(label),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_named_once_and_who_is_unknown_is_missing() {
        let mut report = Report::default();
        let sentence = format!("{} and {}", named(7), named(3));
        report.closing = vec![sentence];
        let table = Table {
            rows: vec![vec![Value::Text(named(9)), Value::Text(named(3))]],
            ..Table::default()
        };
        report.sections.push(super::super::model::Section {
            tables: vec![table],
            ..Default::default()
        });
        assert_eq!(report.people(), [3, 7, 9]);
        report.name(&HashMap::from([(3, "Siti".to_owned()), (7, "Budi".to_owned())]));
        assert_eq!(report.closing, ["Budi and Siti"]);
        assert_eq!(
            report.sections[0].tables[0].rows[0],
            [Value::Missing, Value::Text("Siti".to_owned())]
        );
    }
}
