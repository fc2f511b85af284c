//! The report about one unit with those below it: of the tables of other reports the rows that are about these units.

use super::edition::WITHHELD;
use super::figure::Pen;
use super::model::{Quiet, Report, Section, Table, Value};
use super::page::Page;
use super::{complaints, monthly, roster};
use crate::measure::unit::UnitFigures;
use crate::words::report_unit::UnitText;
use std::collections::BTreeSet;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// The column that tells of which unit a row is.
const UNIT: &str = "unit";

/// The tables that it has, in the order of reading.
const TABLES: [&str; 19] = [
    "roster_by_unit",
    "roster",
    "hours_by_unit",
    "under_floor",
    "over_ceiling",
    "without_contract",
    "predicates_by_unit",
    "evaluation_missing",
    "mentoring_quiet",
    "newcomers",
    "certificates_due",
    "awards",
    "guidance",
    "open",
    "ahead",
    "ikm_by_unit",
    "complaints_by_unit",
    "complaints_open",
    "forum_undecided",
];

/// What is said beside figures of the office and holds for those of a unit: its count is of the sums of the unit, or it is
/// about the calendar and the records.
const SAID: [&str; 9] = [
    "jp-unknown",
    "contract-unknown",
    "without-rolls",
    "records-since",
    "sessions-unknown",
    "unclassed",
    "untimed",
    "holidays-missing",
    "weekend-missing",
];

/// How something is counted, with a number of the office that is none of the unit.
const OF_OFFICE: [&str; 3] = ["non-asn", "exempt", "left"];

/// The tables whose total row is that of the units that are told of.
const SUMMED: [&str; 3] = ["roster_by_unit", "hours_by_unit", "complaints_by_unit"];

/// Builds the report; `None` when a rule has no edition in force.
pub fn unit(page: &Page<'_>, figures: &UnitFigures<'_>) -> Option<Report> {
    // What a busy reader is spared of the office may be all that there is about a unit.
    let whole = Page {
        pen: Pen {
            is_whole: true,
            ..page.pen
        },
        ..*page
    };
    let units = &page.who.units;
    let own = units
        .codes
        .iter()
        .zip(&figures.within)
        .filter(|(_, is_within)| **is_within);
    let codes: BTreeSet<&str> = own.map(|(code, _)| &**code).collect();
    let name = units.names[figures.unit as usize].to_uppercase();
    let title = UnitText::Title {
        unit: name,
        month: page.period_title(),
    };
    let mut report = page.report("unit", VERSION, title);
    let is_below = |unit: &usize| {
        figures.within[*unit] && *unit != figures.unit as usize && units.is_known(*unit, page.as_of())
    };
    let count = (0..units.len()).filter(is_below).count();
    if count > 0 {
        report.heading_below.push(page.pen.say(UnitText::Below { count }));
    }
    let office = [
        roster(&whole, &figures.roster),
        monthly(&whole, &figures.month)?,
        complaints(&whole, &figures.docket)?,
    ];
    let sections = office.into_iter().flat_map(|own| own.sections);
    report.sections = sections
        .filter_map(|section| within(section, (&codes, count > 0)))
        .collect();
    let place = |section: &Section| TABLES.iter().position(|id| *id == section.tables[0].id);
    report.sections.sort_by_key(place);
    report.closing = page.signature();
    Some(report)
}

/// What a section tells of some units; `None` where that is nothing.
fn within(mut section: Section, own: (&BTreeSet<&str>, bool)) -> Option<Section> {
    section.tables.retain(|table| TABLES.contains(&table.id));
    section.tables.iter_mut().for_each(|table| narrow(table, own));
    // What is said beside the figures of the office is about the office, but for how they are counted and what a star is.
    let mut cells = section
        .tables
        .iter()
        .flat_map(|table| table.rows.iter().flatten());
    let is_withheld = cells.any(|value| *value == Value::Withheld);
    section.notes.retain(|note| {
        !OF_OFFICE.contains(&&*note.code) && note.is_detail
            || SAID.contains(&&*note.code)
            || is_withheld && note.code == WITHHELD
    });
    (!section.tables.is_empty()).then_some(section)
}

/// Leaves of a table the rows about some units, and their sum where they are several.
fn narrow(table: &mut Table, (codes, are_several): (&BTreeSet<&str>, bool)) {
    let Some(at) = table.column(UNIT) else {
        return;
    };
    let is_summed = SUMMED.contains(&table.id) && are_several;
    let rows = std::mem::take(&mut table.rows);
    let (numbers, people) = (
        std::mem::take(&mut table.numbers),
        std::mem::take(&mut table.people),
    );
    for (number, row) in rows.into_iter().enumerate() {
        if Table::is_total(&row) {
            if is_summed {
                table.rows.push(row);
            }
        } else if codes.contains(&*row[at].data()) {
            table
                .numbers
                .push(numbers.get(number).copied().unwrap_or(number as u64));
            table.people.extend(people.get(number));
            table.rows.push(row);
        }
    }
    table.quiet = Quiet::default();
    table.is_detail = false;
}

#[cfg(test)]
mod tests {
    use super::super::figure::table;
    use super::super::model::TOTAL;
    use super::*;
    use crate::words::Lang;

    #[test]
    fn rows_keep_the_numbers_by_which_they_are_asked_for() {
        let pen = Pen::of(Lang::Id);
        let columns = ["unit", "staff"].map(|id| pen.column(id, (id, id)));
        let key = |key: &str| Value::Key {
            key: key.to_owned(),
            label: key.to_owned(),
        };
        let rows = ["a", "b", "c", TOTAL].map(|own| vec![key(own), Value::Count(1)]);
        let narrowed = |codes: &[&str]| {
            let mut own = table(
                "hours_by_unit",
                String::new(),
                columns.to_vec(),
                rows.to_vec(),
                String::new(),
            );
            narrow(&mut own, (&codes.iter().copied().collect(), codes.len() > 1));
            own
        };
        let two = narrowed(&["a", "c"]);
        assert_eq!((two.rows.len(), &*two.numbers), (3, &[0, 2][..]));
        assert_eq!(two.asked(1), Some(vec![2]));
        // The sum is asked of these units, not of the office.
        assert_eq!(two.asked(2), Some(vec![0, 2]));
        let one = narrowed(&["b"]);
        assert_eq!((one.rows.len(), &*one.numbers), (1, &[1][..]));
    }
}
