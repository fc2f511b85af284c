//! Files that are not there, or hold nothing, though others name what should be in them: the cause is told, once.

use crate::diagnostic::{Finding, Findings, Origin};
use crate::files::Directory;
use crate::load;
use crate::records::cell::Domain;
use crate::records::table::{Attribute, Schema};
use crate::records::{self, TABLES};
use crate::words::problem::{Grounds, Problem};
use std::collections::{BTreeMap, BTreeSet};

/// How many of the files that name it are told.
const LISTED: usize = 4;

/// What is named and lies in no file, by the file in which it should; what would be told of each by itself.
#[derive(Debug, Default)]
pub(super) struct Absent(BTreeMap<String, Vec<Finding>>);

impl Absent {
    /// Notes that something of `file` is named.
    pub(super) fn note(&mut self, file: &str, alone: Finding) {
        match self.0.get_mut(file) {
            Some(known) => known.push(alone),
            None => drop(self.0.insert(file.to_owned(), vec![alone])),
        }
    }

    /// Notes that a file should be there, whoever names it.
    pub(super) fn miss(&mut self, directory: &Directory, file: String) {
        if is_gone(directory, &file) {
            self.0.entry(file).or_default();
        }
    }

    /// Takes over what was noted elsewhere.
    pub(super) fn merge(&mut self, other: Absent) {
        for (file, mut named) in other.0 {
            self.0.entry(file).or_default().append(&mut named);
        }
    }

    /// Notes the lists that every office has and this one has not.
    pub(super) fn note_lists(&mut self, directory: &Directory) {
        records::lists().for_each(|table| self.miss(directory, table.file("")));
    }

    /// Tells each file once that somebody asks for, or for what names it, with who names it. Where one row does, its
    /// name may be what is wrong, unless something else says that there was such a file; and a training that is missing
    /// says itself how it is made.
    pub(super) fn tell(self, directory: &Directory, asked: impl Fn(&str) -> bool, findings: &mut Findings) {
        let name = |one: &Finding| directory.name(one.origin.file()).unwrap_or_default();
        for (file, named) in self.0 {
            // Documents are read for many things: that of several nobody asked is no matter of who reads them.
            let relies = |one: &Finding| {
                let name = name(one);
                asked(&name) && (named.len() == 1 || name.ends_with(".csv"))
            };
            if !asked(&file) && !named.iter().any(relies) {
                continue;
            }
            let is_there = !is_gone(directory, &file);
            let is_list = records::lists().any(|table| table.path == file);
            let (beside, above) = (beside(directory, &file), above(directory, &file));
            let is_training = |one: &&Finding| matches!(one.problem, Problem::TrainingMissing { .. });
            let alone = match &*named {
                [one] if is_there || !(is_list || beside) => Some(one),
                all => all.iter().find(is_training),
            };
            if let Some(alone) = alone {
                findings.push(alone.clone());
                continue;
            }
            let origin = Origin::whole(directory.number(&file));
            let (rows, by) = (named.len(), listed(directory, &named));
            let problem = match is_there {
                true => Problem::TableEmptied { file },
                false if rows > 0 => Problem::missing(file, &Grounds::Named { rows, by }),
                false => Problem::missing(
                    file,
                    &above.map_or(Grounds::Always, |file| Grounds::Beside { file }),
                ),
            };
            findings.error(origin, problem);
        }
    }

    /// Tells each row by itself, as whoever wrote it must know; a training once a file.
    pub(super) fn tell_rows(self, _: &Directory, findings: &mut Findings) {
        let mut last = None;
        for one in self.0.into_values().flatten() {
            let is_training = matches!(one.problem, Problem::TrainingMissing { .. });
            let told = (one.origin.file(), one.problem.clone());
            if !is_training || last.as_ref() != Some(&told) {
                findings.push(one);
            }
            last = Some(told);
        }
    }
}

/// The files that name it, the one that does so most often in front: `handling/2026-10.csv (15), actions.csv (2)`.
fn listed(directory: &Directory, named: &[Finding]) -> String {
    let mut by: BTreeMap<u32, usize> = BTreeMap::new();
    for one in named {
        *by.entry(one.origin.file()).or_default() += 1;
    }
    let name = |(file, count)| (directory.name(file).unwrap_or_default(), count);
    let mut by: Vec<(String, usize)> = by.into_iter().map(name).collect();
    by.sort_by(|(a, rows), (b, others)| others.cmp(rows).then_with(|| a.cmp(b)));
    let more = by.len().saturating_sub(LISTED);
    let mut out: Vec<String> = by
        .iter()
        .take(LISTED)
        .map(|(file, count)| format!("{file} ({count})"))
        .collect();
    if more > 0 {
        out.push(format!("… (+{more})"));
    }
    out.join(", ")
}

/// Whether there is no such file; one that cannot be opened is there.
fn is_gone(directory: &Directory, file: &str) -> bool {
    matches!(directory.open_file(file), Ok(None))
}

/// Whether a file that lies beside this one is there, and so says that there was this one.
fn beside(directory: &Directory, file: &str) -> bool {
    pairs().any(|(above, beside)| {
        let partition = partition(above, file);
        partition.is_some_and(|partition| !is_gone(directory, &beside.file(partition)))
    })
}

/// The file that is there and beside which this one lies.
fn above(directory: &Directory, file: &str) -> Option<String> {
    let mut above = pairs().filter_map(|(above, beside)| Some(above.file(partition(beside, file)?)));
    above.find(|above| !is_gone(directory, above))
}

/// The tables whose files lie beside each other, the first of which begins.
fn pairs() -> impl Iterator<Item = (&'static Schema, &'static Schema)> {
    let each = |above: &'static Schema| records::beside(above).map(move |beside| (above, beside));
    TABLES.iter().copied().flat_map(each)
}

/// The month of a file of a table that is cut by month.
fn partition<'f>(table: &Schema, file: &'f str) -> Option<&'f str> {
    file.strip_prefix(&*table.path)?
        .strip_prefix('/')?
        .strip_suffix(".csv")
}

/// Whether a file that was asked for, and is not there, should be.
pub(super) fn is_lacking(directory: &Directory, asked: &BTreeSet<String>) -> bool {
    let mut lists = records::lists();
    let beside: Vec<&Schema> = pairs().map(|(_, beside)| beside).collect();
    let lies_beside = |file: &&String| beside.iter().any(|table| partition(table, file).is_some());
    let mut months = asked.iter().filter(lies_beside);
    lists.any(|list| asked.contains(&*list.path) && is_gone(directory, &list.path))
        || months.any(|file| is_gone(directory, file) && above(directory, file).is_some())
}

/// The files that may name what was asked for and is not there, so that whoever relies on it can ask them.
pub(super) fn namers(directory: &Directory, asked: &BTreeSet<String>) -> Vec<String> {
    let files = |table: &&'static Schema| load::files(directory, table, &mut Findings::new());
    let mut namers = Vec::new();
    for list in records::lists().filter(|list| asked.contains(&*list.path) && is_gone(directory, &list.path))
    {
        let names = |column: &Attribute| column.refers == Some(&*list.name);
        let naming = TABLES.iter().filter(|other| other.columns.iter().any(names));
        namers.extend(naming.flat_map(&files).filter(|file| *file != list.path));
    }
    let orphans = pairs().flat_map(|(above, beside)| {
        let is_orphan = |file: &String| {
            partition(beside, file).is_some_and(|partition| is_gone(directory, &above.file(partition)))
        };
        files(&beside).into_iter().filter(is_orphan).collect::<Vec<_>>()
    });
    namers.extend(orphans);
    let months = load::months(directory, "forums", None, &mut Findings::new());
    namers.extend(months.iter().map(|month| format!("forums/{month}/")));
    let any_kind = |column: &Attribute| matches!(column.kind, Domain::Reference | Domain::References);
    let lists = records::lists().filter(|table| table.columns.iter().any(any_kind));
    namers.extend(lists.map(|table| table.file("")));
    let plans = asked
        .iter()
        .filter(|name| name.starts_with("plans/") && is_gone(directory, name));
    let years = plans.filter_map(|name| name.strip_prefix("plans/")?.strip_suffix(".toml"));
    namers.extend(years.flat_map(|year| (1..=12).map(move |month| format!("trainings/{year}-{month:02}/"))));
    namers
}
