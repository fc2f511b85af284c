//! Rules about `bina.toml`, what names its lists, and the rules that must be in force.

use super::complaints;
use super::context::Context;
use super::named::{List, refers, twice};
use super::rule::{Look, Rule};
use super::scene::{Answer, Scene};
use super::told::Told;
use super::{forums, surveys, trainings};
use crate::records::document::{At, IdText};
use crate::records::service::Indicator;
use crate::records::settings::Settings;
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
