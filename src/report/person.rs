//! A person in a report is a number until the report is finished; then everybody whom it names is named once, and
//! people who are alike in the order of a table stand by unit and name.
//!
//! Until then the number stands between two characters that Unicode keeps for the inside of programs, so it may stand
//! in any sentence.

use super::model::{PersonRow, Report, Table, Value};
use crate::records::full_name::FullName;
use std::collections::{BTreeSet, HashMap};

const OPEN: char = '\u{fdd0}';
/// The first byte of the opening character in UTF-8.
const FIRST: u8 = 0xef;
/// What follows the number of a person whose NIP is meant, and whose grade; and the number of a code of the report.
const NIP: char = '#';
const GRADE: char = '^';
const CODE: char = '*';
const CLOSE: char = '\u{fdd1}';

/// Where a grade is filled in by hand.
const DOTS: &str = "………………";

/// The place of the name of a person, by number.
pub(super) fn named(person: u32) -> String {
    format!("{OPEN}{person}{CLOSE}")
}

/// The place of the NIP of a person, by number.
pub(super) fn nip_of(person: u32) -> String {
    format!("{OPEN}{person}{NIP}{CLOSE}")
}

/// The place of the grade of a person, by number; dots to fill where it is not known.
pub(super) fn grade_of(person: u32) -> String {
    format!("{OPEN}{person}{GRADE}{CLOSE}")
}

/// The place of a code of the report, by its number among them.
pub(super) fn code_of(number: usize) -> String {
    format!("{OPEN}{number}{CODE}{CLOSE}")
}

/// What stands between the two characters: the number of a person, and what is meant where it is not the name.
fn meant(mark: &str) -> Option<(u32, Option<char>)> {
    let more = mark
        .chars()
        .last()
        .filter(|last| [NIP, GRADE, CODE].contains(last));
    let number = mark.trim_end_matches([NIP, GRADE, CODE]);
    Some((number.parse().ok()?, more))
}

impl Report {
    /// The numbers of everybody whom it names, in rising order.
    pub fn people(&mut self) -> Vec<u32> {
        let mut people = BTreeSet::new();
        self.each_text(&mut |text| {
            let marks = text.split(OPEN).skip(1);
            let meant = marks.filter_map(|mark| meant(mark.split_once(CLOSE)?.0));
            people.extend(
                meant
                    .filter(|(_, more)| *more != Some(CODE))
                    .map(|(person, _)| person),
            );
        });
        people.into_iter().collect()
    }

    /// The numbers of everybody whose grade it tells.
    pub fn graded(&mut self) -> Vec<u32> {
        let mut graded = Vec::new();
        self.each_text(&mut |text| {
            let marks = text.split(OPEN).skip(1);
            let meant = marks.filter_map(|mark| meant(mark.split_once(CLOSE)?.0));
            graded.extend(
                meant
                    .filter(|(_, more)| *more == Some(GRADE))
                    .map(|(person, _)| person),
            );
        });
        graded
    }

    /// Puts the names in their places, and the codes, which are made of them; whose name is not known stays away.
    pub fn name(&mut self, names: &HashMap<u32, FullName>) {
        let tables = self.sections.iter_mut().flat_map(|section| &mut section.tables);
        tables.for_each(|table| in_order(table, names));
        for sealed in &mut self.seals {
            put(&mut sealed.told, names, &[]);
        }
        let codes: Vec<String> = self
            .seals
            .iter()
            .map(|sealed| sealed.seal().to_string())
            .collect();
        self.each_text(&mut |text| put(text, names, &codes));
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

/// Puts names and codes in their places in a text.
fn put(text: &mut String, names: &HashMap<u32, FullName>, codes: &[String]) {
    let mut marks = text.split(OPEN);
    let mut out = marks.next().unwrap_or_default().to_owned();
    for mark in marks {
        let (number, rest) = mark.split_once(CLOSE).unwrap_or(("", mark));
        let known = |person| names.get(&person);
        out.push_str(match meant(number) {
            Some((number, Some(CODE))) => codes.get(number as usize).map_or("", |code| code),
            Some((person, Some(NIP))) => known(person).map_or("", |name| &name.nip),
            Some((person, Some(_))) => known(person).map_or("", |name| name.grade.unwrap_or(DOTS)),
            Some((person, None)) => known(person).map_or("", |name| &name.text),
            None => "",
        });
        out.push_str(rest);
    }
    *text = out;
}

/// Whether a text may hold the place of a name. Of a large report nearly none does, so a byte decides.
pub(super) fn has_place(text: &str) -> bool {
    memchr::memchr(FIRST, text.as_bytes()).is_some()
}

/// Brings the rows of people who are alike in the order of a table into that of their units and names.
fn in_order(table: &mut Table, names: &HashMap<u32, FullName>) {
    let mut order: Vec<usize> = (0..table.people.len()).collect();
    order.sort_by_cached_key(|&at| {
        let PersonRow { rank, unit, person } = table.people[at];
        let name = names.get(&person).map(|name| name.bare.to_lowercase());
        (rank, unit, name, person)
    });
    if order.is_sorted() {
        return;
    }
    if table.numbers.is_empty() {
        table.numbers = (0..).take(order.len()).collect();
    }
    table.rows = order
        .iter()
        .map(|&at| std::mem::take(&mut table.rows[at]))
        .collect();
    table.numbers = order.iter().map(|&at| table.numbers[at]).collect();
    table.people = order.iter().map(|&at| table.people[at]).collect();
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

    fn name(text: &str) -> FullName {
        let bare = text.trim_start_matches("Dr. ").to_owned();
        let (text, nip) = (text.to_owned(), "1".to_owned());
        FullName {
            text,
            bare,
            nip,
            ..FullName::default()
        }
    }

    #[test]
    fn people_alike_in_rank_stand_by_unit_and_name_without_titles() {
        let row = |rank, unit, person| PersonRow { rank, unit, person };
        let people = vec![
            row(0, 1, 0),
            row(0, u32::MAX, 1),
            row(0, 1, 2),
            row(0, 0, 3),
            row(1, 0, 4),
        ];
        let rows = people.iter().map(|row| vec![Value::Text(named(row.person))]);
        let mut report = Report::default();
        let table = Table {
            rows: rows.collect(),
            people,
            ..Table::default()
        };
        report.sections.push(super::super::model::Section {
            tables: vec![table],
            ..Default::default()
        });
        let names = ["siti", "Ani", "Dr. Budi", "Zul", "Abas"];
        report.name(&(0..).zip(names.map(name)).collect());
        let table = &report.sections[0].tables[0];
        let told: Vec<&str> = table.rows.iter().map(|row| row[0].label()).collect();
        assert_eq!(told, ["Zul", "Dr. Budi", "siti", "Ani", "Abas"]);
        // An explanation still asks for each by its place in the measure.
        assert_eq!(table.numbers, [3, 2, 0, 1, 4]);
    }

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
        report.name(&HashMap::from([(3, name("Siti")), (7, name("Budi"))]));
        assert_eq!(report.closing, ["Budi and Siti"]);
        assert_eq!(
            report.sections[0].tables[0].rows[0],
            [Value::Missing, Value::Text("Siti".to_owned())]
        );
    }
}
