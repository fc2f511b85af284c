//! The editions of a report. The public one tells nothing about a person: what is not declared public is left out, and
//! figures about few people are withheld.

use super::figure::Pen;
use super::model::{About, Edition, Quiet, Report, Section, Style, Table, Value};
use crate::measure::judged::{Guard, Together};
use crate::records::time::Day;
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::report_edition::EditionText as Words;
use std::collections::BTreeSet;

/// The code of every note that says what a star means.
pub(super) const WITHHELD: &str = "withheld";

/// The report for those who work with it.
pub fn office(mut report: Report) -> Report {
    for section in &mut report.sections {
        section.tables.retain(|table| !table.is_for_public);
        section.notes.retain(|note| !note.is_for_public);
    }
    report
}

/// The report for everybody, in which figures about fewer people than the guard asks for are withheld. It keeps the letterhead and
/// the title, and of all else only what its builder declared public. What hangs on a wall is for everybody as it is.
pub fn public(mut report: Report, guard: Guard) -> Report {
    let lang = Lang::of(report.lang).unwrap_or_default();
    let pen = Pen::of(lang);
    report.edition = Edition::Public;
    if !report.is_for_wall {
        head(&mut report, pen);
    }
    report.closing.clear();
    let staff = report.staff;
    for section in &mut report.sections {
        narrow(section, (guard, staff), pen);
    }
    report.sections.retain(|section| !section.tables.is_empty());
    let mut tables = report.sections.iter().flat_map(|section| &section.tables);
    if tables.all(|table| table.rows.is_empty() && table.empty.is_empty()) {
        report.heading_below.push(pen.say(Words::Nothing));
    }
    if !report.is_for_wall {
        report.sections.push(left_out(guard, pen));
    }
    report
}

/// What the report leaves out, and what somebody can find out even so: behind all that it tells.
fn left_out(guard: Guard, pen: Pen) -> Section {
    let minimum = guard.least();
    let mut out = pen.section("left_out", Words::LeftOut);
    out.notes = vec![
        pen.note("left_out", Words::Without { minimum }).public(),
        pen.note("compared", Words::Compared).public(),
    ];
    out
}

/// Says above the report for whom it is, and where it tells what it leaves out.
fn head(report: &mut Report, pen: Pen) {
    if let Some(title) = report.heading.last_mut() {
        let plain = std::mem::take(title);
        *title = pen.say(Words::Title { title: plain });
    }
    let until = Day::parse(&report.as_of).map(|day| pen.say(Text::DataUntil { day: pen.day(day) }));
    let without = pen.say(Words::ForEverybody);
    report.heading_below = until
        .into_iter()
        .chain(report.since.clone())
        .chain([without])
        .collect();
}

/// Leaves of a section what is public, and says what a star means where there is one.
fn narrow(section: &mut Section, (guard, staff): (Guard, u64), pen: Pen) {
    let tables = std::mem::take(&mut section.tables);
    let kept = tables
        .into_iter()
        .filter_map(|table| of_table(table, guard, staff));
    section.tables = kept.collect();
    blunt(section);
    section.notes.retain(|note| note.is_public);
    let mut cells = section
        .tables
        .iter()
        .flat_map(|table| table.rows.iter().flatten());
    let is_withheld = cells.any(|value| *value == Value::Withheld);
    let is_told = section.notes.iter().any(|note| note.code == WITHHELD);
    if is_withheld && !is_told {
        let minimum = guard.least();
        let note = pen.note(WITHHELD, Words::NoteWithheld { minimum });
        section.notes.push(note.public());
    }
}

/// Leaves data formats of a section no more decimals than a reader sees.
pub(super) fn blunt(section: &mut Section) {
    for row in section.tables.iter_mut().flat_map(|table| &mut table.rows) {
        *row = std::mem::take(row).into_iter().map(Value::blunted).collect();
    }
}

/// What everybody may see of a table; `None` when its rows, their key or all else is not for everybody. In an office of few
/// people (`staff`), that none or all of them did something is about each.
fn of_table(mut table: Table, guard: Guard, staff: u64) -> Option<Table> {
    let is_few = guard.hides(staff);
    let mut public = table.columns.iter().map(|column| column.is_public);
    if table.about == About::Unsaid || public.next() != Some(true) {
        return None;
    }
    let had_rows = !table.rows.is_empty();
    match table.about {
        About::People { .. } if is_few => return None,
        About::People { sizes, is_parting } => {
            let mut hidden = too_few(&table, sizes, is_parting, guard)?;
            hide_none(&table, sizes, &mut hidden);
            withhold(&mut table, hidden, (sizes, staff))?;
        }
        About::Lines { sizes: each, is_own } => {
            for (column, size) in each {
                withhold_in(&mut table, (column, size), guard, (is_few, is_own))?;
            }
        }
        _ => {}
    }
    let is_public: Vec<bool> = table.columns.iter().map(|column| column.is_public).collect();
    for row in &mut table.rows {
        keep(row, &is_public);
    }
    keep(&mut table.columns, &is_public);
    let columns = &table.columns;
    let has = |id: &str| columns.iter().any(|column| column.id == id);
    for view in &mut table.views {
        view.columns.retain(|id| has(id));
    }
    table
        .charts
        .retain(|chart| chart.is_public && chart.columns().iter().all(|id| has(id)));
    // A view that shows no more than the views before it is none.
    let mut seen = BTreeSet::new();
    table.views.retain(|view| {
        let shown = seen.len();
        seen.extend(view.columns.iter().copied());
        view.columns.len() > 1 && seen.len() > shown
    });
    let is_prose = table.style != Style::Grid;
    let is_worth = table.columns.len() > 1 || is_prose;
    (is_worth && (!had_rows || !table.rows.is_empty())).then_some(table)
}

/// Keeps those that are chosen, by number.
pub(super) fn keep<T>(all: &mut Vec<T>, is_chosen: &[bool]) {
    let mut chosen = is_chosen.iter();
    all.retain(|_| chosen.next() == Some(&true));
}

/// How many people the figures of each row are about; `None` when the column that is named is not there.
fn sizes(table: &Table, size: &str) -> Option<Vec<u64>> {
    let size = table.column(size)?;
    Some(table.rows.iter().map(|row| people(row.get(size))).collect())
}

/// The groups that are too small, and those from which they could be told; for each part that is told, one after the
/// other, so that what the first hides is hidden alike in every table that begins with it. `None` when a column that is
/// named is not there.
fn too_few(table: &Table, parts: &[&str], is_parting: bool, guard: Guard) -> Option<Vec<bool>> {
    let is_total = table.rows.iter().map(|row| Table::is_total(row));
    let is_total: Vec<bool> = is_total.collect();
    let mut is_hidden = vec![false; table.rows.len()];
    for part in parts {
        let (mut groups, mut hidden) = (sizes(table, part)?, is_hidden.clone());
        let totals = groups.iter().zip(&is_total).filter(|(_, is)| **is);
        let total: u64 = totals.map(|(people, _)| *people).sum();
        let own: u64 = groups.iter().sum::<u64>() - total;
        // The total row stands for all groups, so it is no group that could be hidden for others.
        for (number, _) in is_total.iter().enumerate().filter(|(_, is)| **is) {
            is_hidden[number] |= guard.hides(std::mem::take(&mut groups[number]));
            hidden[number] = false;
        }
        let is_total_hidden = is_total.iter().zip(&is_hidden).any(|(total, is)| *total && *is);
        let together = match is_parting {
            true => Together::Parted {
                rest: total.saturating_sub(own),
            },
            false => Together::Crossing,
        };
        guard.hide(&mut hidden, &groups, together);
        // A total that is hidden would follow from groups that are all shown.
        let mut both = groups.iter().zip(&hidden);
        if is_total_hidden && !both.any(|(people, is)| *people > 0 && *is) {
            let shown = groups.iter().enumerate().filter(|(_, people)| **people > 0);
            let smallest = shown.min_by_key(|(_, people)| **people);
            smallest.into_iter().for_each(|(number, _)| hidden[number] = true);
        }
        let both = is_hidden.iter_mut().zip(hidden);
        both.for_each(|(is, hidden)| *is |= hidden);
    }
    Some(is_hidden)
}

/// Hides another group as long as the total would tell that the hidden ones have none of something, or that all of them
/// are something: of a part of their people, and of each figure that everybody sees. That nobody at all has any, the total
/// says of everybody.
fn hide_none(table: &Table, parts: &[&str], is_hidden: &mut [bool]) {
    let total = table.rows.iter().position(|row| Table::is_total(row));
    let Some(total) = total.filter(|total| !is_hidden[*total]) else {
        return;
    };
    let columns = table.columns.iter().enumerate().skip(1);
    let told = columns.filter(|(_, column)| column.is_public || parts.contains(&column.id));
    let told: Vec<usize> = told.map(|(at, _)| at).collect();
    let people = parts
        .first()
        .and_then(|part| sizes(table, part))
        .unwrap_or_default();
    let amounts = |column: usize, is_hidden: &[bool], is: bool| -> Vec<(usize, f64)> {
        let rows = table.rows.iter().enumerate();
        let rows = rows.filter(|(row, _)| *row != total && is_hidden[*row] == is);
        rows.filter_map(|(row, cells)| Some((row, amount(&cells[column])?)))
            .collect()
    };
    while let Some(next) = told.iter().find_map(|&column| {
        let hidden = amounts(column, is_hidden, true);
        let is_told = !hidden.is_empty() && hidden.iter().all(|(_, amount)| *amount == 0.0);
        let shown = amounts(column, is_hidden, false)
            .into_iter()
            .filter(|(_, amount)| *amount != 0.0);
        let smallest = shown
            .filter(|_| is_told)
            .min_by_key(|(row, _)| people.get(*row).copied());
        smallest.map(|(row, _)| row)
    }) {
        is_hidden[next] = true;
    }
}

/// How much a cell says; nothing where it is no number.
fn amount(value: &Value) -> Option<f64> {
    match value.known() {
        Value::Count(count) => Some(*count as f64),
        Value::Number { exact, .. } => exact.parse().ok(),
        _ => None,
    }
}

/// Withholds the figures of those rows, the size of the group (`sizes`) among them, but for a total that is the whole staff:
/// many tables tell how many they are. Sentences have no cell to put a star in, so they are left out. `None` when nothing
/// is left to show.
fn withhold(table: &mut Table, is_hidden: Vec<bool>, (sizes, staff): (&[&str], u64)) -> Option<()> {
    if table.style != Style::Grid {
        let is_shown: Vec<bool> = is_hidden.iter().map(|is| !is).collect();
        keep(&mut table.rows, &is_shown);
        table.quiet = Quiet::default();
        return Some(());
    }
    if !is_hidden.is_empty() && is_hidden.iter().all(|is| *is) {
        return None;
    }
    // What is missing of few people tells about them too, unless it is missing everywhere.
    let is_known = |column: usize| table.rows.iter().any(|row| row[column] != Value::Missing);
    let is_known: Vec<bool> = (0..table.columns.len()).map(is_known).collect();
    let is_size: Vec<bool> = table.columns.iter().map(|one| sizes.contains(&one.id)).collect();
    for (row, _) in table.rows.iter_mut().zip(is_hidden).filter(|(_, is)| *is) {
        let words = row.iter().take_while(|value| value.is_words()).count().max(1);
        let is_total = Table::is_total(row);
        let figures = row.iter_mut().zip(is_known.iter().zip(&is_size)).skip(words);
        for (value, (is_known, is_size)) in figures {
            let is_staff = is_total && *is_size && people(Some(&*value)) == staff;
            if *is_known && !is_staff {
                *value = Value::Withheld;
            }
        }
    }
    Some(())
}

/// Withholds what a column tells about too few people, line by line; sentences are left out. Lines about the office's own
/// people (`is_own`) are each about something else: what is not known of few is not known, and not withheld. `None` when a
/// column that is named is not there.
fn withhold_in(
    table: &mut Table,
    (column, size): (&str, &str),
    guard: Guard,
    (is_few, is_own): (bool, bool),
) -> Option<()> {
    let (column, size) = (table.column(column)?, table.column(size)?);
    let hides = |row: &Vec<Value>| match row.get(size) {
        None | Some(Value::Missing) => false,
        known => is_few && is_own || guard.hides(people(known)),
    };
    let is_hidden: Vec<bool> = table.rows.iter().map(hides).collect();
    if table.style != Style::Grid {
        return withhold(table, is_hidden, (&[], 0));
    }
    // One star among lines that are missing would tell that these few are there.
    let is_known = |value: &Value| !matches!(value.known(), Value::Missing | Value::Blank(_));
    let mut hidden = table.rows.iter().zip(&is_hidden).filter(|(_, is)| **is);
    let is_any = hidden.any(|(row, _)| is_known(&row[column]));
    let hidden = table.rows.iter_mut().zip(is_hidden).filter(|(_, is)| *is);
    for (value, _) in hidden.map(|(row, is)| (&mut row[column], is)) {
        match is_known(value) || is_any && !is_own {
            true => *value = Value::Withheld,
            // Of how many it is not known tells of the others too.
            false if matches!(value, Value::Partial(_)) => *value = Value::Missing,
            false => {}
        }
    }
    Some(())
}

/// How many people a cell counts; none where a row is not about people. What is no count counts as one, and is hidden.
fn people(value: Option<&Value>) -> u64 {
    match value.map(Value::known) {
        Some(Value::Missing) => 0,
        Some(Value::Count(count)) => u64::try_from(*count).unwrap_or(1),
        Some(Value::Number { exact, .. }) => exact.parse().unwrap_or(1),
        _ => 1,
    }
}

#[cfg(test)]
mod tests;
