//! What is read of an office beside its report when several are rolled up: who is there by NIP, and what its rules say.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::Office;
use crate::records::organisation::Staff;
use crate::records::table::Row;
use crate::records::time::{Day, Month};
use crate::rules::Rules;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};

/// What an edition of a rule says beside the figures that it sets.
const REMARKS: [&str; 5] = ["basis", "in_force_from", "in_force_to", "verified", "note"];

/// Hands on the NIP of everybody in `staff.csv` who has one, with the id.
fn each_nip(directory: &Directory, mut each: impl FnMut(u64, &str)) {
    // Everything wrong was told at the first look.
    let mut told = Findings::new();
    directory.scan(Staff::table(), "staff.csv", &mut told, |row, _| {
        if let Ok(nip) = row.cells.get(Staff::nip).parse() {
            each(nip, row.cells.get(Staff::id));
        }
    });
}

/// The NIPs of everybody in the records. Eighteen digits are a number.
pub fn nips(directory: &Directory) -> Vec<u64> {
    let mut nips = Vec::new();
    each_nip(directory, |nip, _| nips.push(nip));
    nips
}

/// The ids of those of some NIPs who are in the records.
pub fn ids_of(directory: &Directory, wanted: &HashSet<u64>) -> HashMap<u64, String> {
    let mut ids = HashMap::new();
    each_nip(directory, |nip, id| {
        if wanted.contains(&nip) {
            ids.insert(nip, id.to_owned());
        }
    });
    ids
}

/// What a rule says on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// The name of the rule.
    pub rule: &'static str,
    /// The day.
    pub day: Day,
    /// Of all that figures follow, a number: where two differ, the rules do.
    pub digest: u64,
    /// Where the edition begins: `rules/hours.toml:3`.
    pub place: String,
}

/// What the rules of several offices say in a month. Most keep the same files, so that each is looked into once.
#[derive(Debug, Default)]
pub struct Provisions(Mutex<HashMap<&'static str, (String, Vec<Provision>)>>);

impl Provisions {
    /// What the rules of an office say on the last day of the month, and on the first day at which its reports look back.
    pub fn of(&self, directory: &Directory, office: &Office, month: Month) -> Vec<Provision> {
        let (mut out, mut told) = (Vec::new(), Findings::new());
        for rule in Rules::NAMES {
            let Some((text, _)) = directory.text(&file_of(rule), &mut told) else {
                continue;
            };
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match known.get(rule).filter(|(own, _)| *own == text) {
                Some((_, same)) => out.extend(same.iter().cloned()),
                None => {
                    let own = provisions(office, rule, &text, month);
                    out.extend(own.iter().cloned());
                    known.entry(rule).or_insert((text, own));
                }
            }
        }
        out
    }
}

/// The file of a rule.
fn file_of(rule: &str) -> String {
    format!("rules/{rule}.toml")
}

/// What a rule of an office says, whose file has this text.
fn provisions(office: &Office, rule: &'static str, text: &str, month: Month) -> Vec<Provision> {
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let editions = table.get("edition").and_then(toml::Value::as_array);
    let provision = |day: Day| {
        let head = office.rules.head_on(rule, day)?;
        let begins = |edition: &&toml::Value| {
            let from = edition.get("in_force_from").map(ToString::to_string);
            from.is_some_and(|from| from.trim_matches('"') == head.from.to_string())
        };
        let edition = editions?.iter().find(begins)?.as_table()?;
        let mut hasher = DefaultHasher::new();
        let figures = edition.iter().filter(|(key, _)| !REMARKS.contains(&key.as_str()));
        figures.for_each(|(key, value)| (key, value.to_string()).hash(&mut hasher));
        let before = text.as_bytes().iter().take(head.origin.byte() as usize);
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        Some(Provision {
            rule,
            day,
            digest: hasher.finish(),
            place: format!("{}:{line}", file_of(rule)),
        })
    };
    let days = [month.last(), month.plus(-11).first()];
    days.into_iter().filter_map(provision).collect()
}
