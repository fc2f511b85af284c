//! Rules about `bina.toml`, what names its lists, and the rules that must be in force.

use super::complaints;
use super::context::Context;
use super::rule::{Look, Rule};
use super::scene::{Answer, Scene};
use super::told::Told;
use super::{forums, surveys, trainings};
use crate::diagnostic::Origin;
use crate::records::document::{At, IdText};
use crate::records::service::Indicator;
use crate::records::settings::{Listed, Settings};
use crate::words::problem::Problem;
use std::collections::HashSet;

/// The rules about settings and the office's lists.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "code-not-in-settings",
        "Kode layanan, kanal, kategori, dan indikator ada di bina.toml.",
        "The codes of services, channels, categories and indicators are in bina.toml.",
        &[
            Look::Complaint(complaints::lists),
            Look::Training(trainings::services),
            Look::Forum(forums::services),
            Look::Answer(service),
            Look::Indicator(indicator),
        ],
    ),
    Rule::error(
        "key-twice",
        "Kunci dan kode di dalam satu dokumen berbeda-beda.",
        "Keys and codes inside one document differ.",
        &[
            Look::Reading("*.toml", &["key-twice"]),
            Look::Settings(codes),
            Look::Survey(surveys::keys),
        ],
    ),
    Rule::warning(
        "rule-missing",
        "Setiap aturan memiliki edisi yang berlaku pada hari pemeriksaan.",
        "Every rule has an edition in force on the day of the check.",
        &[Look::Office(rules)],
    ),
];

/// A list of `bina.toml`.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Service,
    Channel,
    Category,
    Indicator,
}

impl List {
    /// Its name in `bina.toml`.
    fn name(self) -> &'static str {
        match self {
            List::Service => "service",
            List::Channel => "channel",
            List::Category => "category",
            List::Indicator => "indicator",
        }
    }

    /// The problem of a code that is not in the list; none when `bina.toml` cannot be read.
    pub(super) fn refuse(self, code: &str, context: &Context<'_>) -> Option<Problem> {
        let settings = context.settings.as_ref()?;
        let has = |list: &[Listed]| list.iter().any(|listed| &*listed.code.value == code);
        let is_known = match self {
            List::Service => has(&settings.service),
            List::Channel => has(&settings.channel),
            List::Category => has(&settings.category),
            List::Indicator => settings
                .indicator
                .iter()
                .any(|listed| &*listed.code.value == code),
        };
        (!is_known).then(|| Problem::CodeNotInSettings {
            what: self.name().to_owned(),
            code: code.to_owned(),
        })
    }
}

fn service(answer: &Answer<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    let code = answer.cell("service");
    if !code.is_empty()
        && let Some(problem) = List::Service.refuse(code, scene.context)
    {
        told.cell("service", problem);
    }
}

fn indicator(row: &Indicator<'_>, scene: &Scene<'_>, told: &mut Told<'_>) {
    if let Some(problem) = List::Indicator.refuse(row.code.text(), scene.context) {
        told.cell("code", problem);
    }
}

pub(super) fn references(settings: &Settings, context: &Context<'_>, told: &mut Told<'_>) {
    for signatory in &settings.signatory {
        refers(&signatory.staff, "staff", context, told);
    }
}

/// Tells that a document names a row that is not there.
pub(super) fn refers(id: &At<IdText>, table: &'static str, context: &Context<'_>, told: &mut Told<'_>) {
    if context.knows(table, &id.value) == Some(false) {
        let table = crate::records::table(table).map_or(table.to_owned(), |table| table.file(""));
        let id_text = id.value.to_string();
        told.at(id.origin, Problem::ReferenceUnknown { table, id: id_text });
    }
}

/// Tells that nobody is responsible: a person, or a unit.
pub(super) fn responsible(id: &At<IdText>, context: &Context<'_>, told: &mut Told<'_>) {
    if context.knows("units", &id.value) != Some(true) {
        refers(id, "staff", context, told);
    }
}

fn codes(settings: &Settings, _: &Context<'_>, told: &mut Told<'_>) {
    for list in [&settings.service, &settings.channel, &settings.category] {
        each_once(list.iter().map(|listed| &listed.code), told);
    }
    each_once(settings.indicator.iter().map(|listed| &listed.code), told);
}

/// Tells every key that stood before.
fn each_once<'k>(keys: impl Iterator<Item = &'k At<IdText>>, told: &mut Told<'_>) {
    let mut seen = HashSet::new();
    for key in keys {
        if !seen.insert(&*key.value) {
            twice(&key.value, key.origin, told);
        }
    }
}

/// Tells a key that is used twice.
pub(super) fn twice(key: &str, origin: Origin, told: &mut Told<'_>) {
    told.at(origin, Problem::KeyTwice { key: key.to_owned() });
}

fn rules(context: &Context<'_>, told: &mut Told<'_>) {
    for (rule, has_other) in context.rules.missing_on(context.as_of) {
        let file = format!("rules/{rule}.toml");
        let is_there = context
            .directory
            .open_file(&file)
            .is_ok_and(|file| file.is_some());
        // A file without any edition is broken or empty, and that was told.
        if is_there && !has_other {
            continue;
        }
        let origin = context.whole(&file);
        let (rule, day) = (rule.to_owned(), context.as_of.to_string());
        told.at(origin, Problem::RuleMissing { rule, day });
    }
}
