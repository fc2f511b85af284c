//! What only other files can tell, which are too many to hold: each file that is named is read once, at the end.

use super::absent::Absent;
use super::register::loses_rows;
use crate::diagnostic::{Finding, Findings, Origin, Severity};
use crate::files::Directory;
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A reference to a row of a table that is not in memory: looked up when all files were read.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    pub(super) table: &'static Schema,
    /// The file in which it must stand; `None` where that may be any of the table.
    pub(super) file: Option<String>,
    /// The key cells of the row, joined by slashes.
    pub(super) key: String,
    /// What to tell when it is not there.
    pub(super) missing: Finding,
}

/// Looks up the references to rows that no job had in memory: every file that they name is read once. Of a file that
/// cannot be read as it stands nobody knows what is in it; that there is none is noted once for all who name it.
pub(super) fn resolve(
    directory: &Directory,
    lookups: Vec<Lookup>,
    absent: &mut Absent,
    findings: &mut Findings,
) {
    let mut by_file: BTreeMap<(String, Option<String>), Vec<Lookup>> = BTreeMap::new();
    for one in lookups {
        let place = (one.table.name.to_string(), one.file.clone());
        by_file.entry(place).or_default().push(one);
    }
    for ((_, file), list) in by_file {
        let (keys, table): (BTreeSet<&str>, _) = (list.iter().map(|one| &*one.key).collect(), list[0].table);
        let files = match &file {
            Some(file) => vec![file.clone()],
            None => load::files(directory, table, &mut Findings::new()),
        };
        let mut seen = Seen::default();
        for file in &files {
            seen.read(directory, table, file, &keys);
        }
        let missing = list.iter().filter(|one| !seen.keys.contains(&one.key));
        match file {
            _ if seen.is_lost => {}
            Some(file) => missing.for_each(|one| absent.note(&file, one.missing.clone())),
            None => missing.for_each(|one| findings.push(one.missing.clone())),
        }
    }
}

/// What some files of a table hold.
#[derive(Debug, Default)]
struct Seen {
    /// Those of the keys that are looked for.
    keys: HashSet<String>,
    /// Whether a file lost rows, which is told where it is read.
    is_lost: bool,
}

impl Seen {
    fn read(&mut self, directory: &Directory, table: &Schema, file: &str, keys: &BTreeSet<&str>) {
        let (mut key, mut unheard) = (String::new(), Findings::new());
        directory.scan(table, file, &mut unheard, |raw, _| {
            key.clear();
            for column in 0..table.keys() {
                if column > 0 {
                    key.push('/');
                }
                key.push_str(raw.cells.get(column));
            }
            if keys.contains(&*key) {
                self.keys.insert(key.clone());
            }
        });
        self.is_lost |= loses_rows(&unheard);
    }
}

/// A row that says something which only one of the rows in all files may say.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    /// The rule that wants to know.
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) origin: Origin,
    /// The column that is told; a document has none.
    pub(super) column: Option<&'static str>,
    /// What only one may say.
    pub(super) key: String,
    /// What tells the row from others that say it: of rows that agree here nothing is told.
    pub(super) apart: String,
    /// The problem, of the key, of what the earlier row is apart by, and of its file.
    pub(super) problem: Twin,
}

/// Makes the problem of a row that says what an earlier one says.
pub(super) type Twin = fn(String, String, String) -> Problem;

/// Tells the rows that say what an earlier one says.
pub(super) fn tell_twins(directory: &Directory, sightings: Vec<Sighting>, findings: &mut Findings) {
    let mut first: HashMap<(&str, String), (String, u32)> = HashMap::new();
    for one in sightings {
        let earlier = first.entry((one.rule, one.key.clone()));
        let (apart, file) = earlier.or_insert_with(|| (one.apart.clone(), one.origin.file()));
        if *apart != one.apart {
            let file = directory.name(*file).unwrap_or_default();
            findings.push(Finding {
                severity: one.severity,
                origin: one.origin,
                column: one.column.map(str::to_owned),
                problem: (one.problem)(one.key, apart.clone(), file),
            });
        }
    }
}

/// A text of a list of words, and what to tell where it is nearly another.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub(super) vocabulary: &'static str,
    pub(super) text: String,
    pub(super) problem: Alike,
    pub(super) told: Finding,
}

/// Makes the problem of a text and of the one that it is nearly.
pub(super) type Alike = fn(String, String) -> Problem;

/// What answers are about: the questionnaire, the programme or unit, the instructor, and the wave or year, each empty
/// where there is none.
pub(super) type Topic = [String; 4];

/// How many answers a month has about something that participants are asked.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) about: Topic,
    /// How many could answer about a unit; of a programme that is looked up.
    pub(super) people: Option<usize>,
    pub(super) answers: usize,
    pub(super) severity: Severity,
    /// The first of them.
    pub(super) origin: Origin,
}

impl Count {
    fn told(&self, column: &str, problem: Problem) -> Finding {
        Finding {
            severity: self.severity,
            origin: self.origin,
            column: Some(column.to_owned()),
            problem,
        }
    }
}

/// Who takes part in the programmes of the months that somebody asks about, each file read once.
pub(super) struct Enrolments<'d> {
    directory: &'d Directory,
    by_file: BTreeMap<String, Option<Enrolled>>,
}

/// The rows of one month.
struct Enrolled {
    /// The programmes that have any.
    on_record: HashSet<String>,
    /// How many took part in each.
    took_part: BTreeMap<String, usize>,
}

impl<'d> Enrolments<'d> {
    /// Of a directory; nothing is read yet.
    pub(super) fn new(directory: &'d Directory) -> Enrolments<'d> {
        let by_file = BTreeMap::new();
        Enrolments { directory, by_file }
    }

    /// Those of the month of a programme of this office, and their file; `None` where a row cannot be read, so that nobody
    /// can tell.
    fn of(&mut self, training: &str) -> Option<(String, &Enrolled)> {
        let month = TrainingId::parse(training).ok().and_then(TrainingId::month)?;
        let (file, directory) = (participation.file(&month.to_string()), self.directory);
        let read = self.by_file.entry(file.clone());
        let read = read.or_insert_with_key(|file| enrolled(directory, file));
        read.as_ref().map(|enrolled| (file, enrolled))
    }
}

/// Notes the programmes that participants answered about and of which nobody is on record as one.
pub(super) fn miss_rolls(
    enrolments: &mut Enrolments<'_>,
    answered: Vec<(String, Finding)>,
    absent: &mut Absent,
) {
    for (training, finding) in answered {
        if let Some((file, enrolled)) = enrolments.of(&training)
            && !enrolled.on_record.contains(&training)
        {
            absent.note(&file, finding);
        }
    }
}

/// Tells where more people answered, in all months that were read, than took part.
pub(super) fn compare(enrolments: &mut Enrolments<'_>, counts: Vec<Count>, findings: &mut Findings) {
    let mut by_subject: BTreeMap<Topic, Count> = BTreeMap::new();
    for count in counts {
        match by_subject.get_mut(&count.about) {
            Some(all) => {
                all.answers += count.answers;
                all.people = all.people.max(count.people);
            }
            None => drop(by_subject.insert(count.about.clone(), count)),
        }
    }
    for count in by_subject.into_values() {
        if let Some(people) = count.people {
            let problem = Problem::AnswersOverPeople {
                unit: count.about[1].clone(),
                code: count.about[0].clone(),
                answers: count.answers,
                people,
            };
            if count.answers > people {
                findings.push(count.told("unit", problem));
            }
            continue;
        }
        let training = &count.about[1];
        let Some((_, enrolled)) = enrolments.of(training) else {
            continue;
        };
        // Of whom nobody is on record is told as that.
        if !enrolled.on_record.contains(training) {
            continue;
        }
        let participants = enrolled.took_part.get(training).copied().unwrap_or(0);
        if count.answers > participants {
            let problem = Problem::AnswersOverParticipants {
                training: training.clone(),
                answers: count.answers,
                participants,
            };
            findings.push(count.told("training", problem));
        }
    }
}

/// Who takes part in the programmes of a month; `None` where a row cannot be read, so that nobody can tell.
fn enrolled(directory: &Directory, file: &str) -> Option<Enrolled> {
    let (mut on_record, mut took_part) = (HashSet::new(), BTreeMap::new());
    let mut unheard = Findings::new();
    directory.scan(&participation, file, &mut unheard, |raw, unheard| {
        let Some(row) = raw.read::<Participation<'_>>(unheard) else {
            return;
        };
        let training = row.training.text();
        if !on_record.contains(training) {
            on_record.insert(training.to_owned());
        }
        if row.status.took_part() {
            *took_part.entry(training.to_owned()).or_default() += 1;
        }
    });
    (unheard.errors() == 0).then_some(Enrolled { on_record, took_part })
}
