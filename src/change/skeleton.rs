//! A new record directory, with everything that a first day needs.

use super::shipped::{QUESTIONNAIRES, for_office};
use super::{Draft, filled};
use crate::files::directory::MARKER;
use crate::git;
use crate::load;
use crate::records::document::At;
use crate::records::organisation::{Unit, units};
use crate::records::service::{Holiday, holidays as days_off};
use crate::records::settings::MonthlySettings;
use crate::records::time::Day;
use crate::records::{self, TABLES};
use crate::rules::Rules;
use crate::schema;
use crate::words::Lang;
use crate::words::change::Slip;

/// What is known of a new office.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its name.
    pub name: String,
    /// The government that it belongs to.
    pub government: String,
    /// The language of its reports.
    pub lang: Lang,
    /// From which day its records tell what happened.
    pub since: Day,
}

/// How git treats the files: text as it is written, one row a line.
const ATTRIBUTES: &str = include_str!("../../data/.gitattributes");

/// What stays out of git: evidence and editions with names are private, the lock is of one machine, and a staged file
/// is there only while a write goes on.
const IGNORED: &str = include_str!("../../data/.gitignore");

/// The code of the first unit: the office itself.
const FIRST_UNIT: &str = "kantor";

/// Drafts every file of a new directory; refuses one that holds records, or a file that would be written.
pub fn draft(draft: &mut Draft<'_>, office: &Founding) {
    if !begin(draft, &schema::page(office.lang)) {
        return;
    }
    put(draft, MARKER, &settings(office));
    for (name, text) in QUESTIONNAIRES {
        let file = format!("questionnaires/{name}.toml");
        put(draft, &file, &for_office(text, office.lang));
    }
    missing(draft, office.lang);
    if draft.is_good() {
        let unit = filled(&units, &[(Unit::code, FIRST_UNIT), (Unit::name, &office.name)]);
        draft.insert(&units, &units.file(""), unit);
    }
}

/// Gives the directory the attributes by which git puts records together, beside those that it has.
pub fn attributes(draft: &mut Draft<'_>) {
    const NAME: &str = ".gitattributes";
    let there = draft.text(NAME).unwrap_or_default();
    draft.put(NAME, Some(git::attributes(&there, ATTRIBUTES).into_bytes()));
}

/// Makes what every office has and this one has not: every rule as it is shipped; every list, and what lies beside months
/// that are there, with a heading and no row.
pub fn missing(draft: &mut Draft<'_>, lang: Lang) {
    for (name, text) in Rules::SHIPPED {
        let file = format!("rules/{name}.toml");
        if !draft.exists(&file) {
            draft.put(&file, Some(for_office(text, lang).into_bytes()));
        }
    }
    records::lists().for_each(|table| draft.make(table, &table.file("")));
    for table in TABLES {
        for child in records::beside(table) {
            let months = load::names(draft.directory, &table.path, ".csv", &mut draft.findings);
            months
                .iter()
                .for_each(|month| draft.make(child, &child.file(month)));
        }
    }
}

/// Begins a directory with what every office has, the page that explains the format among it; refuses one that holds
/// records. Whether it did.
pub(super) fn begin(draft: &mut Draft<'_>, page: &str) -> bool {
    if draft.exists(MARKER) {
        let name = draft.directory.root().display().to_string();
        draft.refuse("DIR", Slip::DirectoryTaken { name });
        return false;
    }
    put(draft, ".gitattributes", ATTRIBUTES);
    put(draft, ".gitignore", IGNORED);
    put(draft, "README.md", page);
    true
}

/// A file that must not be there yet.
pub(super) fn put(draft: &mut Draft<'_>, name: &str, text: &str) {
    match draft.exists(name) {
        true => draft.refuse(
            "DIR",
            Slip::FileTaken {
                name: name.to_owned(),
            },
        ),
        false => draft.put(name, Some(text.as_bytes().to_vec())),
    }
}

/// `bina.toml`, with the lists that an office has to fill shown as comments.
fn settings(office: &Founding) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let government = match office.government.is_empty() {
        true => String::new(),
        false => format!("government = {}\n", quoted(&office.government)),
    };
    let lists = match office.lang {
        Lang::Id => include_str!("settings.id.toml"),
        Lang::En => include_str!("settings.en.toml"),
    };
    let remark = match office.lang {
        Lang::Id => "Yang dicetak bina run monthly: laporan dan bentuknya. Yang untuk kantor memuat nama.",
        Lang::En => "What bina run monthly prints: reports and their form. Those for the office hold names.",
    };
    let usual = MonthlySettings::usual(office.lang);
    let names = |names: Option<Vec<At<String>>>| {
        let quoted = names.iter().flatten().map(|name| quoted(&name.value));
        quoted.collect::<Vec<_>>().join(", ")
    };
    format!(
        "format = 2\nlanguage = \"{}\"\nrecords_since = {}\n\n[agency]\nname = {}\n{government}\n\
         # {remark}\n[monthly]\noffice = [{}]\npublic = [{}]\n\n{lists}",
        office.lang.code(),
        office.since,
        quoted(&office.name),
        names(usual.office),
        names(usual.public),
    )
}

/// The holidays that `bina` brings: those of the example office, which are the nation's.
const HOLIDAYS: &str = include_str!("../../data/holidays.csv");

/// Puts the holidays of some years into their table; a year that `bina` does not bring is refused.
pub fn holidays<'y>(draft: &mut Draft<'_>, years: impl Iterator<Item = &'y str>) {
    let days = || HOLIDAYS.lines().skip(1).filter_map(|line| line.split_once(','));
    for year in years {
        let of_year = |(day, _): &(&str, &str)| day.split('-').next() == Some(year);
        let mut own = days().filter(of_year).peekable();
        if own.peek().is_none() {
            let mut all: Vec<&str> = days().filter_map(|(day, _)| day.split('-').next()).collect();
            all.dedup();
            let (year, all) = (year.to_owned(), all.join(", "));
            draft.refuse("--holidays", Slip::HolidaysNone { year, all });
            continue;
        }
        if draft.is_good() {
            own.for_each(|(day, name)| {
                let values = [(Holiday::date, day), (Holiday::name, name)];
                draft.insert(&days_off, &days_off.file(""), filled(&days_off, &values));
            });
        }
    }
}
