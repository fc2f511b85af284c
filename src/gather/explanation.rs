//! What a trace heard of a figure, as it can be looked up: files and lines, and the names of those who count.

use super::people::{each_person, load_all_names};
use crate::diagnostic::{Location, Origin};
use crate::files::{Directory, splitter::Splitter};
use crate::load::Office;
use crate::measure::meaning::{Cited, Explanation, How, Question};
use crate::measure::trace::{Collected, Heard, Source};
use crate::records::name_of_row;
use crate::records::number::Ratio;
use crate::records::questionnaire::{BATCH, RESPONSE};
use crate::records::table_of;
use crate::records::time::Period;
use crate::rules::Head;
use std::collections::{BTreeMap, HashMap};

/// Explains a figure of a period by what was collected for its question.
pub fn explain(
    directory: &Directory,
    office: &Office,
    period: Period,
    question: Question,
    collected: &Collected,
) -> Explanation {
    let (meaning, day) = (question.meaning, period.last_day());
    let satisfaction = office.rules.satisfaction.on(day);
    let again = meaning.how.again(&collected.heard, &office.rules, day);
    let units: Vec<i128> = question.units.iter().map(|&unit| unit.into()).collect();
    // Of the elements of an index, those that the rule names.
    let named = match (meaning.how, satisfaction) {
        (How::Index | How::Elements, Some(rule)) => rule.elements.len(),
        _ => units.len(),
    };
    let parts = collected.heard.iter().zip(&units).take(named);
    let parts = parts.map(|(heard, unit)| (heard.taken.len(), Ratio::new(heard.sum(), *unit)));
    let places = Places::of(directory, &collected.heard);
    let mut rules = collected.rules.clone();
    if rules.is_empty() {
        rules.extend(meaning.rule.and_then(|rule| office.rules.head_on(rule, day)));
    }
    rules.sort_by_key(|head: &Head| head.from);
    Explanation {
        again,
        parts: parts.collect(),
        taken: taken(&collected.heard, &places, &units),
        left: left(&collected.heard, &places),
        rules,
        elements: satisfaction.map_or(Vec::new(), |rule| {
            rule.elements.iter().map(|key| key.0.clone()).collect()
        }),
        question,
    }
}

fn taken(heard: &[Heard], places: &Places, units: &[i128]) -> Vec<(Cited, Ratio)> {
    let mut sums: BTreeMap<(usize, Source), i128> = BTreeMap::new();
    for (part, heard) in heard.iter().enumerate() {
        for (source, amount) in &heard.taken {
            *sums.entry((part, *source)).or_default() += i128::from(*amount);
        }
    }
    let mut taken: Vec<(Cited, Ratio)> = sums
        .into_iter()
        .filter_map(|((part, source), sum)| Some((places.cite(part, source), Ratio::new(sum, units[part])?)))
        .collect();
    taken.sort_by(|(a, _), (b, _)| a.cmp(b));
    taken
}

fn left(heard: &[Heard], places: &Places) -> Vec<(Cited, crate::measure::trace::Omission)> {
    let mut left: Vec<_> = heard
        .iter()
        .enumerate()
        .flat_map(|(part, heard)| heard.left.iter().map(move |(source, why)| (part, *source, *why)))
        .map(|(part, source, why)| (places.cite(part, source), why))
        .collect();
    left.sort_by(|(a, _), (b, _)| a.cmp(b));
    left.dedup();
    left
}

/// The places of sources.
struct Places {
    rows: BTreeMap<Origin, Location>,
    people: BTreeMap<u32, (Location, String)>,
    /// The names of everybody, by id: a reader of a row knows people by name.
    names: HashMap<String, String>,
    /// The names of the columns, by file.
    headings: HashMap<String, Vec<String>>,
}

impl Places {
    /// Looks up everything that was heard; each file is opened once.
    fn of(directory: &Directory, heard: &[Heard]) -> Places {
        let (mut rows, mut people) = (Vec::new(), Vec::new());
        let taken = heard
            .iter()
            .flat_map(|heard| heard.taken.iter().map(|(source, _)| source));
        let left = heard
            .iter()
            .flat_map(|heard| heard.left.iter().map(|(source, _)| source));
        for source in taken.chain(left) {
            match source {
                Source::Row(origin) => rows.push(*origin),
                Source::Person(number) => people.push(*number),
            }
        }
        people.sort_unstable();
        people.dedup();
        let mut named = Vec::new();
        each_person(directory, &people, |number, origin, name| {
            named.push((number, origin, name.text));
        });
        rows.extend(named.iter().map(|(_, origin, _)| *origin));
        // The heading of each file, which names its cells.
        let headings: Vec<Origin> = rows.iter().map(|row| Origin::new(row.file(), 0)).collect();
        rows.extend(headings);
        rows.sort_unstable();
        rows.dedup();
        let rows: BTreeMap<Origin, Location> = rows.iter().copied().zip(directory.places(&rows)).collect();
        let people = named
            .into_iter()
            .map(|(number, origin, name)| (number, (rows[&origin].clone(), name)))
            .collect();
        let names = match rows.is_empty() {
            true => HashMap::new(),
            false => load_all_names(directory),
        };
        let headings = rows
            .iter()
            .filter(|(origin, _)| origin.byte() == 0)
            .map(|(_, place)| (place.path.clone(), cells(&place.source)))
            .collect();
        Places {
            rows,
            people,
            names,
            headings,
        }
    }

    fn cite(&self, part: usize, source: Source) -> Cited {
        let (mut place, cells) = match source {
            Source::Row(origin) => {
                let place = self.rows.get(&origin).cloned().unwrap_or_default();
                let cells = self.contents(&place);
                (place, cells)
            }
            Source::Person(number) => {
                let (place, name) = self.people.get(&number).cloned().unwrap_or_default();
                (place, vec![(String::new(), name)])
            }
        };
        // A row is cited by its line; only a value inside a document begins elsewhere than its line.
        if place.column == 1 {
            place.column = 0;
        }
        let key = self.key(&place);
        place.source = Default::default();
        Cited {
            part,
            directory: String::new(),
            place,
            cells,
            key,
        }
    }

    /// By what commands and the history name what stands somewhere.
    fn key(&self, place: &Location) -> String {
        let line = cells(&place.source);
        let heading = self.headings.get(&place.path);
        let cell = |name: &str| {
            let column = heading.and_then(|heading| heading.iter().position(|own| own == name));
            let cell = column.and_then(|column| line.get(column));
            cell.map_or("", String::as_str)
        };
        let answers = place.path.strip_prefix("responses/");
        if let Some((code, _)) = answers.and_then(|rest| rest.split_once('/')) {
            return name_of_row(RESPONSE, &[code, cell(BATCH)]);
        }
        match table_of(&place.path) {
            None => place.path.clone(),
            Some(table) => {
                let key = table.columns[..table.keys()].iter();
                let key: Vec<&str> = key.map(|column| cell(&column.name)).collect();
                name_of_row(table.one, &key)
            }
        }
    }
}

/// The cells of a line.
fn cells(line: &str) -> Vec<String> {
    let mut splitter = Splitter::default();
    let length = splitter.split(line, true).map_or(0, |(length, _)| length);
    splitter
        .cells(&line[..length])
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// Whether a cell is the check sum of a file, which tells a reader nothing.
fn is_check_sum(cell: &str) -> bool {
    cell.len() == 64 && cell.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl Places {
    /// What a row holds, without its empty cells and check sums, with people by name; a line of a document as it
    /// stands.
    fn contents(&self, place: &Location) -> Vec<(String, String)> {
        if !place.path.ends_with(".csv") {
            return vec![(String::new(), place.source.trim().to_owned())];
        }
        let mut splitter = Splitter::default();
        let Some((length, _)) = splitter.split(&place.source, true) else {
            return vec![(String::new(), place.source.to_string())];
        };
        let heading = self.headings.get(&place.path).map_or(&[][..], Vec::as_slice);
        let names = heading.iter().map(String::as_str).chain(std::iter::repeat(""));
        let cells = splitter.cells(&place.source[..length]).into_iter().zip(names);
        let told = cells.filter(|(cell, _)| !cell.is_empty() && !is_check_sum(cell));
        let told = told.map(|(cell, name)| {
            let cell = self.names.get(cell).map_or(cell, String::as_str);
            (name.to_owned(), cell.to_owned())
        });
        told.collect()
    }
}
