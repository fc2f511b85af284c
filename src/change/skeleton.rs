//! A new record directory, with everything that a first day needs.

use super::shipped::{QUESTIONNAIRES, for_office};
use super::{Draft, filled};
use crate::files::directory::MARKER;
use crate::records::TABLES;
use crate::records::organisation::{Unit, units};
use crate::records::table::Cut;
use crate::records::time::Day;
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
    /// From which day its records tell what happened; `None` where that is not said.
    pub since: Option<Day>,
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
    if draft.exists(MARKER) {
        let name = draft.directory.root().display().to_string();
        return draft.refuse("DIR", Slip::DirectoryTaken { name });
    }
    put(draft, MARKER, &settings(office));
    put(draft, ".gitattributes", ATTRIBUTES);
    put(draft, ".gitignore", IGNORED);
    put(draft, "README.md", &schema::page(office.lang));
    for (folder, texts) in [("rules", Rules::SHIPPED), ("questionnaires", QUESTIONNAIRES)] {
        for (name, text) in texts {
            put(
                draft,
                &format!("{folder}/{name}.toml"),
                &for_office(text, office.lang),
            );
        }
    }
    for table in TABLES.iter().filter(|table| table.cut == Cut::Whole) {
        put(draft, &table.file(""), &(table.header() + "\n"));
    }
    if draft.is_good() {
        let unit = filled(&units, &[(Unit::code, FIRST_UNIT), (Unit::name, &office.name)]);
        draft.insert(&units, &units.file(""), unit);
    }
}

/// A file that must not be there yet.
fn put(draft: &mut Draft<'_>, name: &str, text: &str) {
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
    let since = match office.since {
        Some(since) => format!("records_since = {since}\n"),
        None => String::new(),
    };
    format!(
        "format = 2\nlanguage = \"{}\"\n{since}\n[agency]\nname = {}\n{government}\n{lists}",
        office.lang.code(),
        quoted(&office.name),
    )
}
