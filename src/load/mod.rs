//! Brings the documents of an office from its files: settings, rules, questionnaires, programmes.
//!
//! It joins `files` and what `records` and `rules` mean, and knows nothing of measures or output.

mod closing;
mod complaints;
mod logo;

use crate::diagnostic::{Findings, Origin};
use crate::files::{Directory, directory::MARKER};
use crate::records::cell::{Cell, Id, TrainingId};
use crate::records::document;
use crate::records::forum::Forum;
use crate::records::import::ImportRule;
use crate::records::plan::Plan;
use crate::records::questionnaire::Questionnaire;
use crate::records::settings::Settings;
use crate::records::table::{Cut, Schema};
use crate::records::time::Month;
use crate::records::training::Training;
use crate::rules::{RETIRED, Rules};
use crate::words::grounds::Grounds;
use crate::words::problem::Problem;
pub use closing::{ledger, ledgers};
pub use complaints::complaints_of;
pub use logo::logo;
use std::io;

/// The version of the record format that this program reads and writes.
pub const FORMAT: i64 = 2;

/// What every command needs to know of an office.
#[derive(Debug)]
pub struct Office {
    /// `bina.toml`.
    pub settings: Settings,
    /// `rules/*.toml`.
    pub rules: Rules,
}

/// Loads settings and rules. `None` when the settings cannot be read; everything wrong is told.
pub fn office(directory: &Directory, findings: &mut Findings) -> Option<Office> {
    let settings = settings(directory, findings);
    let rules = rules(directory, findings);
    settings.map(|settings| Office { settings, rules })
}

/// Loads `bina.toml`.
pub fn settings(directory: &Directory, findings: &mut Findings) -> Option<Settings> {
    let (text, file) = directory.text(MARKER, findings)?;
    let settings: Settings = document::read(&text, file, findings)?;
    if settings.format.value != FORMAT {
        let found = settings.format.value.to_string();
        findings.error(settings.format.origin, Problem::FormatVersion { found });
    }
    if let Some(calendar) = settings
        .calendar
        .as_ref()
        .filter(|calendar| calendar.is_whole_week())
    {
        findings.error(calendar.origin, Problem::WeekendWhole);
    }
    logo(directory, &settings, findings);
    Some(settings)
}

/// The version of the record format of a directory; `None` when its settings do not say it.
pub fn format(directory: &Directory) -> Option<i64> {
    let (text, _) = directory.text(MARKER, &mut Findings::new())?;
    let settings: toml::Table = toml::from_str(&text).ok()?;
    settings.get("format")?.as_integer()
}

/// Loads all rules; a file that is no rule is told, and one that every office has and this one has not.
pub fn rules(directory: &Directory, findings: &mut Findings) -> Rules {
    let mut rules = Rules::default();
    let there = names(directory, "rules", ".toml", findings);
    for name in Rules::NAMES
        .iter()
        .filter(|name| !there.iter().any(|one| one == *name))
    {
        let file = format!("rules/{name}.toml");
        let origin = Origin::whole(directory.number(&file));
        findings.error(origin, Problem::missing(file, &Grounds::Shipped));
        rules.lose(name);
    }
    for name in there {
        let file = format!("rules/{name}.toml");
        let Some((text, number)) = directory.text(&file, findings) else {
            rules.lose(&name);
            continue;
        };
        let origin = Origin::new(number, 0);
        if RETIRED.contains(&&*name) {
            findings.warning(origin, Problem::RuleRetired { rule: name });
        } else if !rules.read(&name, &text, number, findings) {
            findings.error(origin, Problem::RuleUnknown { rule: name });
        }
    }
    rules
}

/// A questionnaire with its code and the table of its responses.
#[derive(Debug)]
pub struct Survey {
    /// The code: the name of its file.
    pub code: String,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// The table of the answers.
    pub table: Schema,
    /// Where it begins.
    pub origin: Origin,
}

/// Loads all questionnaires, by code.
pub fn surveys(directory: &Directory, findings: &mut Findings) -> Vec<Survey> {
    let mut surveys = Vec::new();
    let codes = names(directory, "questionnaires", ".toml", findings);
    for code in names(directory, "responses", "/", findings) {
        // Answers without what was asked.
        if !codes.contains(&code) {
            directory.number(&format!("questionnaires/{code}.toml"));
            findings.doubt();
        }
    }
    for code in codes {
        let Some((text, number)) = directory.text(&format!("questionnaires/{code}.toml"), findings) else {
            continue;
        };
        let origin = Origin::new(number, 0);
        if let Err(problem) = Id::parse(&code) {
            findings.error(origin, *problem);
        }
        if let Some(questionnaire) = document::read::<Questionnaire>(&text, number, findings) {
            if questionnaire.tells_of_one() {
                let what = "min_group".to_owned();
                findings.error(origin, Problem::RuleValue { what });
            }
            if questionnaire.is_doubtful() {
                findings.doubt();
            }
            let table = questionnaire.table(&code);
            surveys.push(Survey {
                code,
                questionnaire,
                table,
                origin,
            });
        }
    }
    surveys
}

/// Loads the office's own rules for lists of other programs, by name.
pub fn imports(directory: &Directory, findings: &mut Findings) -> Vec<(String, ImportRule)> {
    let mut rules = Vec::new();
    for name in names(directory, "imports", ".toml", findings) {
        let text = directory.text(&format!("imports/{name}.toml"), findings);
        let rule = text.and_then(|(text, number)| document::read(&text, number, findings));
        rules.extend(rule.map(|rule| (name, rule)));
    }
    rules
}

/// The file of a programme's document; `None` for one of another office.
pub fn training_file(id: TrainingId<'_>) -> Option<String> {
    id.month().map(|_| format!("trainings/{}.toml", id.text()))
}

/// Loads the document of the programme `id` (`2026-10/slug`); `None` when there is none or it is broken.
pub fn training(directory: &Directory, id: &str, findings: &mut Findings) -> Option<Training> {
    let (text, number) = directory.text(&format!("trainings/{id}.toml"), findings)?;
    let training = document::read::<Training>(&text, number, findings)?;
    if training.is_doubtful(id) {
        findings.doubt();
    }
    Some(training)
}

/// Whether the document of a programme may say that it is not done, by its text alone: only then it is worth reading for
/// that.
pub fn training_may_be_undone(directory: &Directory, id: &str) -> bool {
    let text = directory.bytes(&format!("trainings/{id}.toml"));
    let text = text.ok().flatten().unwrap_or_default();
    memchr::memmem::find(&text, b"\nstatus = \"done\"").is_none()
}

/// The months that have a folder below `folder`, or the one asked for.
pub fn months(
    directory: &Directory,
    folder: &str,
    asked: Option<Month>,
    findings: &mut Findings,
) -> Vec<Month> {
    match asked {
        Some(month) => vec![month],
        None => {
            let names = names(directory, folder, "/", findings);
            names.iter().filter_map(|name| Month::parse(name)).collect()
        }
    }
}

/// Loads the forums and consultations of a month, with their ids (`2026-10/slug`).
pub fn forums(directory: &Directory, month: Month, findings: &mut Findings) -> Vec<(String, Forum)> {
    let mut forums = Vec::new();
    for slug in names(directory, &format!("forums/{month}"), ".toml", findings) {
        let id = format!("{month}/{slug}");
        let Some((text, number)) = directory.text(&format!("forums/{id}.toml"), findings) else {
            continue;
        };
        let read = document::read::<Forum>(&text, number, findings);
        let is_wrong = |forum: &Forum| forum.is_reversed() || forum.date.value.month() != month;
        if read.as_ref().is_some_and(is_wrong) {
            findings.doubt();
        }
        forums.extend(read.map(|forum| (id, forum)));
    }
    forums
}

/// The file of the forum that a reference names, as `2026-05/slug` or `2026-05/slug/key`.
pub fn forum_file(id: &str) -> String {
    let mut parts = id.splitn(3, '/');
    let (month, slug) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    format!("forums/{month}/{slug}.toml")
}

/// Whether there is that forum, which need not be right.
pub fn has_forum(directory: &Directory, id: &str) -> bool {
    !matches!(directory.open_file(&forum_file(id)), Ok(None))
}

/// Loads the development plan of a year; `None` when there is none or it is broken.
pub fn plan(directory: &Directory, year: i32, findings: &mut Findings) -> Option<Plan> {
    let (text, number) = directory.text(&format!("plans/{year}.toml"), findings)?;
    document::read(&text, number, findings)
}

/// The names of the files with an ending in a folder, without the ending, sorted. What else lies there is left alone.
pub fn names(directory: &Directory, folder: &str, ending: &str, findings: &mut Findings) -> Vec<String> {
    match directory.list(folder) {
        Ok(list) => list
            .iter()
            .filter_map(|name| name.strip_suffix(ending))
            .map(str::to_owned)
            .collect(),
        Err(error) => {
            findings.error(unlisted(directory, folder), Problem::unreadable(&error));
            Vec::new()
        }
    }
}

/// The place of a folder that cannot be listed.
fn unlisted(directory: &Directory, folder: &str) -> Origin {
    Origin::new(directory.number(folder), 0)
}

/// Every file of a table that exists, sorted; the one of a whole table also where it does not.
pub fn files(directory: &Directory, table: &Schema, findings: &mut Findings) -> Vec<String> {
    match table.cut {
        Cut::Whole => vec![table.file("")],
        _ => names(directory, &table.path, ".csv", findings)
            .iter()
            .map(|partition| table.file(partition))
            .collect(),
    }
}

/// The partitions of a table that exist, sorted: months or periods.
///
/// # Errors
/// When the folder cannot be listed.
pub fn partitions(directory: &Directory, table: &Schema) -> io::Result<Vec<String>> {
    let list = directory.list(&table.path)?;
    Ok(list
        .iter()
        .filter_map(|name| name.strip_suffix(".csv"))
        .map(str::to_owned)
        .collect())
}
