//! Files that are not there, or hold nothing, though others name what should be in them: the cause is told, once.

use crate::diagnostic::{Finding, Findings, Origin};
use crate::files::Directory;
use crate::load;
use crate::records::TABLES;
use crate::records::cell::Domain;
use crate::records::table::{Attribute, Cut, Schema};
use crate::words::problem::Problem;
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

    /// Takes over what was noted elsewhere.
    pub(super) fn merge(&mut self, other: Absent) {
        for (file, mut named) in other.0 {
            self.0.entry(file).or_default().append(&mut named);
        }
    }

    /// Tells each file once, with who names it. Where one row does, its name may be what is wrong; and a training that
    /// is missing says itself how it is made.
    pub(super) fn tell(self, directory: &Directory, findings: &mut Findings) {
        for (file, named) in self.0 {
            let is_there = !matches!(directory.open_file(&file), Ok(None));
            let is_list = TABLES.iter().any(|table| table.path == file);
            let is_training = |one: &&Finding| matches!(one.problem, Problem::TrainingMissing { .. });
            let alone = match &*named {
                [one] if is_there || !is_list => Some(one),
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
                false => Problem::FileMissing { file, rows, by },
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

/// Whether a list that was asked for, and is not there, should be; and the files that may name what is not there, so that
/// whoever relies on what was asked for can ask them.
pub(super) fn namers(directory: &Directory, asked: &BTreeSet<String>) -> (bool, Vec<String>) {
    let is_gone = |name: &str| asked.contains(name) && matches!(directory.open_file(name), Ok(None));
    let files = |table: &&'static Schema| load::files(directory, table, &mut Findings::new());
    let mut of_lists = Vec::new();
    for list in TABLES
        .iter()
        .filter(|table| table.cut == Cut::Whole && is_gone(&table.path))
    {
        let names = |column: &Attribute| column.refers == Some(&*list.name);
        let naming = TABLES.iter().filter(|other| other.columns.iter().any(names));
        of_lists.extend(naming.flat_map(&files).filter(|file| {
            let is_there = directory.open_file(file).is_ok_and(|file| file.is_some());
            is_there && *file != list.path
        }));
    }
    let is_lacking = !of_lists.is_empty();
    let months = load::months(directory, "forums", None, &mut Findings::new());
    of_lists.extend(months.iter().map(|month| format!("forums/{month}/")));
    let any_kind = |column: &Attribute| matches!(column.kind, Domain::Reference | Domain::References);
    let small = TABLES.iter().filter(|table| table.cut == Cut::Whole);
    let small = small.filter(|table| table.columns.iter().any(any_kind));
    of_lists.extend(small.map(|table| table.file("")));
    let plans = asked
        .iter()
        .filter(|name| name.starts_with("plans/") && is_gone(name));
    let years = plans.filter_map(|name| name.strip_prefix("plans/")?.strip_suffix(".toml"));
    of_lists
        .extend(years.flat_map(|year| (1..=12).map(move |month| format!("trainings/{year}-{month:02}/"))));
    (is_lacking, of_lists)
}

/// Whether a problem is that a file is missing in a folder that was listed.
pub(super) fn is_listed(problem: &Problem, was_listed: impl Fn(&str) -> bool) -> bool {
    match problem {
        Problem::FileMissing { file, .. } => file
            .rsplit_once('/')
            .is_some_and(|(folder, _)| was_listed(&format!("{folder}/"))),
        _ => false,
    }
}
