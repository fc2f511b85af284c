//! Files that are not there, hold nothing or end too early, though others name what should be in them: the cause is told,
//! once.

use super::partition::{place_of, references_of};
use super::register::{Register, is_at_work};
use crate::diagnostic::{Finding, Findings, Origin};
use crate::files::Directory;
use crate::files::directory::MARKER;
use crate::files::splitter::Splitter;
use crate::load;
use crate::records::cell::Domain;
use crate::records::code::{Subject, TrainingStatus};
use crate::records::organisation::{postings, staff, units};
use crate::records::table::{Attribute, Schema};
use crate::records::taking_part::participation;
use crate::records::{self, TABLES};
use crate::words::grounds::Grounds;
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How many of the files that name it are told.
const LISTED: usize = 4;

/// What is named and was not found, by the file in which it should lie.
#[derive(Debug, Default)]
pub(super) struct Absent(BTreeMap<String, Named>);

/// What is named of one file.
#[derive(Debug, Default)]
struct Named {
    /// What would be told of each by itself.
    alone: Findings,
    /// Why the file must be there and hold something, whoever names it.
    grounds: Option<Grounds>,
}

/// How a file lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lying {
    Gone,
    /// A table without a row.
    Bare,
    /// Its last line has no end, so that it may have been cut.
    Open,
    Whole,
}

impl Lying {
    /// One that cannot be opened is there, and told where it is read.
    fn of(directory: &Directory, file: &str) -> Lying {
        match directory.bytes(file) {
            Ok(None) => Lying::Gone,
            Ok(Some(bytes)) if file.ends_with(".csv") && lines(&bytes, 2) < 2 => Lying::Bare,
            Ok(Some(bytes)) if !bytes.ends_with(b"\n") => Lying::Open,
            Ok(Some(_)) | Err(_) => Lying::Whole,
        }
    }
}

/// From so many bytes on a table is taken to have rows.
const HEADING: u64 = 4096;

/// The files that somebody asked for and that are not there or hold nothing, and the folders that were listed.
pub fn lacking(directory: &Directory) -> Vec<String> {
    let is_lacking = |name: &String| {
        let is_small = directory.size(name) < HEADING;
        name.ends_with('/') || is_small && matches!(Lying::of(directory, name), Lying::Gone | Lying::Bare)
    };
    let names = directory.read_names().into_iter();
    names.filter(is_lacking).collect()
}

/// How many rows the text of a table has below its heading.
pub(super) fn rows(bytes: &[u8]) -> usize {
    lines(bytes, usize::MAX).saturating_sub(1)
}

/// How many lines that are not empty a table has, its heading too; no more are counted than `most`.
fn lines(bytes: &[u8], most: usize) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let (mut splitter, mut rest, mut lines) = (Splitter::default(), &*text, 0usize);
    while lines < most
        && !rest.is_empty()
        && let Some((line, whole)) = splitter.split(rest, true)
    {
        lines += usize::from(line > 0);
        rest = &rest[whole..];
    }
    lines
}

impl Absent {
    /// Notes that something is named which is not in `file`, with what is told of it where the file is whole.
    pub(super) fn note(&mut self, file: &str, alone: Finding) {
        match self.0.get_mut(file) {
            Some(known) => known.alone.push(alone),
            None => {
                let mut named = Named::default();
                named.alone.push(alone);
                self.0.insert(file.to_owned(), named);
            }
        }
    }

    /// Notes that a file is not there or holds nothing, and why it must, whoever names it.
    pub(super) fn miss(&mut self, file: String, grounds: Grounds) {
        self.0.entry(file).or_default().grounds = Some(grounds);
    }

    /// Takes over what was noted elsewhere.
    pub(super) fn merge(&mut self, other: Absent) {
        for (file, named) in other.0 {
            let own = self.0.entry(file).or_default();
            own.alone.append(named.alone);
            own.grounds = named.grounds.or(own.grounds.take());
        }
    }

    /// Notes the lists that every office has and this one has not, and those that must have a row and have none.
    pub(super) fn note_lists(&mut self, register: &Register<'_>) {
        let gone = records::lists().filter(|table| is_gone(register.directory, &table.path));
        gone.for_each(|table| self.miss(table.file(""), Grounds::Always));
        for (table, grounds) in &register.emptied {
            self.miss(table.file(""), grounds.clone());
        }
    }

    /// Tells each file once that somebody asks for, or for what names it, with who names it. Where one row does, its
    /// name may be what is wrong, unless something else says that there was such a file; and a training that is missing
    /// says itself how it is made. What is not in a file that lies there as it should is told at the rows that name it.
    pub(super) fn tell(self, directory: &Directory, asked: impl Fn(&str) -> bool, findings: &mut Findings) {
        let name = |one: &Finding| directory.name(one.origin.file()).unwrap_or_default();
        for (file, Named { mut alone, grounds }) in self.0 {
            let lying = Lying::of(directory, &file);
            if lying == Lying::Whole {
                let is_asked = asked(&file) && !is_of_everybody(&file);
                alone.retain(|one| is_asked || asked(&name(one)));
                findings.append(alone);
                continue;
            }
            let rows = alone.errors() + alone.warnings();
            // Documents are read for many things: that of several nobody asked is no matter of who reads them.
            let relies = |one: &Finding| {
                let name = name(one);
                asked(&name) && (rows == 1 || name.ends_with(".csv"))
            };
            if !asked(&file) && !alone.iter().any(relies) {
                continue;
            }
            let must_be = lying == Lying::Gone && (is_list(&file) || beside(directory, &file));
            let is_training = |one: &&Finding| matches!(one.problem, Problem::TrainingMissing { .. });
            let by_itself = match alone.iter().next() {
                Some(one) if rows == 1 && !must_be && grounds.is_none() => Some(one),
                _ => alone.iter().find(is_training),
            };
            if let Some(one) = by_itself {
                findings.push(one.clone());
                continue;
            }
            let origin = Origin::whole(directory.number(&file));
            let by = || listed(directory, &alone);
            let why = |grounds: Option<Grounds>| match rows {
                0 => grounds.unwrap_or(Grounds::Always),
                rows => Grounds::Named { rows, by: by() },
            };
            let problem = match lying {
                Lying::Gone => Problem::missing(file, &why(grounds)),
                Lying::Bare => Problem::emptied(file, &why(grounds)),
                Lying::Open | Lying::Whole => Problem::cut(&Grounds::Lost { rows, by: by() }),
            };
            findings.error(origin, problem);
        }
    }

    /// Tells each row by itself, as whoever wrote it must know; a training once a file.
    pub(super) fn tell_rows(self, findings: &mut Findings) {
        let mut last = None;
        for one in self.0.values().flat_map(|named| named.alone.iter()) {
            let is_training = matches!(one.problem, Problem::TrainingMissing { .. });
            let told = (one.origin.file(), one.problem.clone());
            if !is_training || last.as_ref() != Some(&told) {
                findings.push(one.clone());
            }
            last = Some(told);
        }
    }
}

/// The files that name it, the one that does so most often in front: `handling/2026-10.csv (15), actions.csv (2)`.
fn listed(directory: &Directory, named: &Findings) -> String {
    let mut by: BTreeMap<u32, usize> = BTreeMap::new();
    let kept = named.iter().map(|one| (one.origin.file(), 1));
    for (file, count) in kept.chain(named.more().map(|(file, _, _, count)| (file, count))) {
        *by.entry(file).or_default() += count;
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

/// Whether a file is the one of a list.
fn is_list(file: &str) -> bool {
    records::lists().any(|table| table.path == file)
}

/// Whether every report reads a file, so that what names nothing in it is no matter of each.
fn is_of_everybody(file: &str) -> bool {
    file == MARKER || [&staff, &units].iter().any(|table| table.path == file)
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

/// Whether something that was asked for is not there and should be, or holds nothing though something names it.
pub(super) fn is_lacking(directory: &Directory, asked: &BTreeSet<String>) -> bool {
    let lies_beside = |file: &&String| pairs().any(|(_, beside)| partition(beside, file).is_some());
    let is_torn = |file: &String| is_gone(directory, file) && above(directory, file).is_some();
    let mut lists = records::lists().filter(|list| asked.contains(&*list.path));
    lists.any(|list| is_list_lacking(directory, list))
        || asked
            .iter()
            .filter(|file| file.ends_with(".csv"))
            .filter(lies_beside)
            .any(is_torn)
        || !rolls(directory, asked).is_empty()
        || listing().any(|list| names_nothing(directory, list, asked))
}

/// Whether a list is not there, or has no row though there is something that names rows of it.
fn is_list_lacking(directory: &Directory, list: &'static Schema) -> bool {
    let is_there = |file: String| !matches!(Lying::of(directory, &file), Lying::Gone | Lying::Bare);
    let is_implied = || list.name == postings.name && is_at_work(directory);
    match Lying::of(directory, &list.path) {
        Lying::Gone => true,
        Lying::Bare => is_implied() || naming(directory, list).into_iter().any(is_there),
        Lying::Open | Lying::Whole => false,
    }
}

/// Whether a file was asked for, or the folder in which it lies.
pub(super) fn is_asked(asked: &BTreeSet<String>, file: &str) -> bool {
    let folder = file.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
    asked.contains(file) || folder.is_some_and(|folder| asked.contains(&folder))
}

/// The lists of which a column says the kind of what it names.
fn listing() -> impl Iterator<Item = &'static Schema> {
    let any_kind = |column: &Attribute| matches!(column.kind, Domain::Reference | Domain::References);
    records::lists().filter(move |table| table.columns.iter().any(any_kind))
}

/// Whether a list names a file that is not there, or a row that another list has not, and that list or what it names was
/// asked for.
fn names_nothing(directory: &Directory, list: &'static Schema, asked: &BTreeSet<String>) -> bool {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    directory.scan(list, &list.path, &mut Findings::new(), |row, _| {
        let columns = list.columns.iter().enumerate();
        for reference in columns.flat_map(|(at, column)| references_of(column, row.cells.get(at))) {
            let file =
                place_of(reference).filter(|file| is_asked(asked, &list.path) || is_asked(asked, file));
            let ids = file.map(|file| named.entry(file).or_default());
            ids.map(|ids| ids.insert(reference.id.to_owned()));
        }
    });
    named.iter().any(|(file, ids)| {
        let Some(table) = records::lists().find(|table| table.path == *file) else {
            return is_gone(directory, file);
        };
        let mut known = HashSet::new();
        directory.scan(table, file, &mut Findings::new(), |row, _| {
            known.insert(row.cells.get(Schema::FIRST).to_owned());
        });
        !ids.iter().all(|id| known.contains(id))
    })
}

/// The files of participants that were asked for and are not there, of months of which a programme is done.
fn rolls(directory: &Directory, asked: &BTreeSet<String>) -> Vec<String> {
    let months = load::months(directory, "trainings", None, &mut Findings::new());
    let files = months.iter().map(|month| participation.file(&month.to_string()));
    let files = files.filter(|file| is_asked(asked, file) && closed(directory, file).is_some());
    files.collect()
}

/// The answers to what participants are asked, where a file of participants was asked for that is not there though there
/// are programmes of its month.
fn answers(directory: &Directory, asked: &BTreeSet<String>) -> Vec<String> {
    let mut unheard = Findings::new();
    let is_torn = |file: &String| {
        let month = partition(&participation, file).filter(|_| is_gone(directory, file));
        let programmes = month.map(|month| format!("trainings/{month}"));
        programmes
            .is_some_and(|folder| !load::names(directory, &folder, ".toml", &mut Findings::new()).is_empty())
    };
    if !asked.iter().any(is_torn) {
        return Vec::new();
    }
    let surveys = load::surveys(directory, &mut unheard).into_iter();
    let surveys = surveys.filter(|survey| survey.questionnaire.about == Subject::Training);
    surveys
        .flat_map(|survey| load::files(directory, &survey.table, &mut unheard))
        .collect()
}

/// The programme that is done and took place in the month of a file of participants which is not there.
pub(super) fn closed(directory: &Directory, file: &str) -> Option<String> {
    let month = partition(&participation, file).filter(|_| is_gone(directory, file))?;
    let mut unheard = Findings::new();
    let slugs = load::names(directory, &format!("trainings/{month}"), ".toml", &mut unheard);
    let mut ids = slugs.into_iter().map(|slug| format!("{month}/{slug}"));
    ids.find(|id| {
        let training = load::training(directory, id, &mut unheard);
        training.is_some_and(|training| training.status.value == TrainingStatus::Done)
    })
}

/// The files of other tables that name rows of a list.
fn naming(directory: &Directory, list: &Schema) -> Vec<String> {
    let tables = TABLES.iter().filter(|table| table.name != list.name);
    let tables = tables.filter(|table| names_rows_of(table, list));
    tables
        .flat_map(|table| load::files(directory, table, &mut Findings::new()))
        .collect()
}

/// Whether a column of a table names a row of a list.
fn names_rows_of(table: &Schema, list: &Schema) -> bool {
    let names = |column: &Attribute| column.refers == Some(&*list.name);
    table.columns.iter().any(names)
}

/// The files that may name what was asked for and is not there, so that whoever relies on it can ask them.
pub(super) fn namers(directory: &Directory, asked: &BTreeSet<String>) -> Vec<String> {
    let mut namers = Vec::new();
    for list in records::lists().filter(|list| asked.contains(&*list.path)) {
        match Lying::of(directory, &list.path) {
            Lying::Open | Lying::Whole => {
                let others = records::lists().filter(|table| names_rows_of(table, list));
                let others = others.filter(|_| !is_of_everybody(&list.path));
                namers.extend(others.map(|table| table.file("")));
            }
            Lying::Gone | Lying::Bare => namers.extend(naming(directory, list)),
        }
    }
    let orphans = pairs().flat_map(|(above, beside)| {
        let is_orphan = |file: &String| {
            partition(beside, file).is_some_and(|partition| is_gone(directory, &above.file(partition)))
        };
        let files = load::files(directory, beside, &mut Findings::new());
        files.into_iter().filter(is_orphan).collect::<Vec<_>>()
    });
    namers.extend(orphans);
    let months = load::months(directory, "forums", None, &mut Findings::new());
    namers.extend(months.iter().map(|month| format!("forums/{month}/")));
    namers.extend(listing().map(|table| table.file("")));
    namers.extend(rolls(directory, asked));
    namers.extend(answers(directory, asked));
    let plans = asked
        .iter()
        .filter(|name| name.starts_with("plans/") && is_gone(directory, name));
    let years = plans.filter_map(|name| name.strip_prefix("plans/")?.strip_suffix(".toml"));
    namers.extend(years.flat_map(|year| (1..=12).map(move |month| format!("trainings/{year}-{month:02}/"))));
    namers
}
