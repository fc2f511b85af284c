//! The months, periods and years that the names of files and folders stand for, and the file in which what is named lies.

use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load;
use crate::records::TABLES;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::references::{Reference, References};
use crate::records::table::{Attribute, Cut, Schema};
use crate::records::time::{Month, Period};
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// The months or periods in a folder, by the names with an ending. What is no month or period is told as a wrong name.
pub(super) fn partitions(
    directory: &Directory,
    folder: &str,
    ending: &str,
    cut: Cut,
    findings: &mut Findings,
) -> Vec<String> {
    let list = directory.list(folder).unwrap_or_else(|error| {
        findings.error(
            Origin::whole(directory.number(folder)),
            Problem::unreadable(&error),
        );
        Vec::new()
    });
    let stems = list.iter().filter_map(|name| name.strip_suffix(ending));
    let stems = stems.filter(|stem| is_partition(stem, cut));
    stems.map(str::to_owned).collect()
}

/// The months that have training documents, participants or presence.
pub(super) fn programme_months(directory: &Directory, findings: &mut Findings) -> BTreeSet<String> {
    let folders = [
        ("participation", ".csv"),
        ("attendance", ".csv"),
        ("trainings", "/"),
    ];
    let months = folders
        .into_iter()
        .flat_map(|(folder, ending)| partitions(directory, folder, ending, Cut::Month, findings));
    months.collect()
}

/// Whether a name stands for a month or a period, as the table is cut.
pub(super) fn is_partition(stem: &str, cut: Cut) -> bool {
    match cut {
        Cut::Whole => false,
        Cut::Month => Month::parse(stem).is_some(),
        Cut::Period => Period::parse(stem).is_some(),
    }
}

/// Whether a month or period touches the months from the first to the last.
pub(super) fn is_within(partition: &str, months: Option<(Month, Month)>) -> bool {
    let Some((first, last)) = months else {
        return true;
    };
    Period::parse(partition).is_none_or(|period| period.first_month() <= last && first <= period.last_month())
}

/// The year that a plan is named by.
pub(super) fn year_of(stem: &str) -> Option<i32> {
    let is_year = Period::parse(stem).is_some_and(|period| period.months() == 12);
    stem.parse().ok().filter(|_| is_year)
}

/// The month or period in whose file a key must stand.
pub(super) fn partition_of(table: &Schema, key: &str) -> Option<String> {
    match table.cut {
        Cut::Whole => Some(String::new()),
        Cut::Period => key.rsplit('/').next().map(str::to_owned),
        Cut::Month => {
            let months = key.split('/').filter_map(|part| Month::parse(part.get(..7)?));
            months.map(|month| month.to_string()).next()
        }
    }
}

/// The references of a cell of a column that holds such, of which each says the kind of what it names.
pub(super) fn references_of<'c>(column: &Attribute, text: &'c str) -> impl Iterator<Item = Reference<'c>> {
    let one = (column.kind == Domain::Reference).then_some(text);
    let many = (column.kind == Domain::References).then_some(text);
    let many = many.into_iter().flat_map(References::parts).map(|(part, _)| part);
    let parts = one.into_iter().chain(many);
    parts.filter_map(|part| Reference::parse(part).ok())
}

/// The file in which what a reference names must lie, where that is known.
pub(super) fn place_of(Reference { kind, id }: Reference<'_>) -> Option<String> {
    match kind {
        "training" => TrainingId::parse(id).ok().and_then(load::training_file),
        "forum" => Some(load::forum_file(id)),
        "plan" => Some(format!("plans/{}.toml", id.split('/').next().unwrap_or(id))),
        "response" => {
            let (code, month) = id.split_once('/')?;
            Month::parse(month).map(|month| format!("responses/{code}/{month}.csv"))
        }
        _ => {
            let table = TABLES.iter().find(|table| table.one == kind)?;
            partition_of(table, id).map(|partition| table.file(&partition))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_month_lie_within() {
        let month = |text| Month::parse(text).unwrap();
        let months = Some((month("2026-08"), month("2026-10")));
        for (name, expected) in [
            ("2026-07", false),
            ("2026-08", true),
            ("2026-10", true),
            ("2026-11", false),
            ("2026-Q2", false),
            ("2026-Q3", true),
            ("2026-Q4", true),
        ] {
            assert_eq!(is_within(name, months), expected, "{name}");
        }
    }
}
