//! The records as an engine of SQL sees them: typed views over the csv files themselves, and the core of the monthly report
//! as queries.
//!
//! ```text
//! views     a view a table, from its declaration ── dialect   what the engines say in other words
//! facts     the month, the rules in force, the documents of programmes ── documents   those of the plan and of forums
//! reactions what participants answered about them
//! measures  the figures, in words that both engines know
//! ```

mod dialect;
mod documents;
mod facts;
mod reactions;
mod views;

use crate::change::{Draft, row};
use crate::diagnostic::Origin;
use crate::load;
use crate::measure::month::MonthRules;
use crate::records::TABLES;
use crate::records::code::SqlDialect;
use crate::records::complaint::complaints;
use crate::records::time::Month;
use crate::words::Lang;
use crate::words::problem::Problem;
use facts::Facts;

/// The queries, with places for what the engines say in other words.
const MEASURES: &str = include_str!("measures.sql");

/// The name of the view of the answers to a questionnaire.
fn answers_of(code: &str) -> String {
    format!("responses_{}", code.replace('-', "_"))
}

/// The script about a month; `None` where the settings cannot be read or a rule is missing, which is told.
pub fn script(draft: &mut Draft<'_>, month: Month, dialect: SqlDialect, lang: Lang) -> Option<String> {
    let office = load::office(draft.directory, &mut draft.findings)?;
    let mut missing = Vec::new();
    let rules = MonthRules::on(&office.rules, month.last(), |rule| missing.push(rule));
    for rule in missing {
        let (rule, day) = (rule.to_owned(), month.last().to_string());
        draft
            .findings
            .error(Origin::NOWHERE, Problem::RuleMissing { rule, day });
    }
    let facts = Facts {
        office: &office,
        rules: rules?,
        month,
        dialect,
    };
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let mut parts = vec![opening(month, dialect), dialect.prelude().to_owned()];
    for table in TABLES {
        parts.push(views::view(draft, (&table.name, table), dialect, lang));
    }
    for survey in &surveys {
        parts.push(views::view(
            draft,
            (&answers_of(&survey.code), &survey.table),
            dialect,
            lang,
        ));
    }
    parts.extend(facts.views(draft));
    parts.push(facts.answers(&surveys));
    parts.push(facts.reactions(&surveys));
    parts.push(measures(draft, &facts));
    parts.retain(|part| !part.is_empty());
    Some(dialect.named(&parts.join("\n")).replace('\u{1}', "\""))
}

/// What the script is, and how it is run.
fn opening(month: Month, dialect: SqlDialect) -> String {
    let run = match dialect {
        SqlDialect::Duckdb => "duckdb -init records.sql",
        SqlDialect::Spark => "spark-sql -i records.sql",
    };
    format!(
        "-- The records as typed views, and the core of the monthly report of {month} as queries.\n\
         -- Run it in the record directory: {run}\n\
         -- A view marked with = has the name and the columns of a table of `bina report monthly -O json`.\n\
         -- Not here: what became of the plan; forecasts; what is withheld because others are.\n"
    )
}

/// The queries in the words of an engine.
fn measures(draft: &mut Draft<'_>, facts: &Facts<'_>) -> String {
    let rule = facts.rules.satisfaction;
    let elements: Vec<&str> = rule.elements.iter().map(|element| &*element.0).collect();
    let means: Vec<String> = elements
        .iter()
        .map(|element| format!("avg(\"{element}\")"))
        .collect();
    let weight = rule.weight().map_or("1".to_owned(), |weight| {
        format!("{} / CAST({} AS DOUBLE)", weight.num(), weight.den())
    });
    let scores: Vec<String> = elements
        .iter()
        .map(|element| format!("SELECT '{element}' AS element, \"{element}\" AS score FROM answers"))
        .collect();
    let files = row::files(draft, &complaints);
    let stem = files.first().and_then(|file| file.rsplit('/').next());
    let oldest = stem.and_then(|name| Month::parse(name.trim_end_matches(".csv")));
    let first = oldest.unwrap_or(facts.month).first().plus(-1);
    let places = [
        ("{VIEW}", facts.dialect.view().to_owned()),
        ("{MIN_GROUP}", facts.rules.privacy.min_group.to_string()),
        ("{MINUTES_PER_JP}", facts.rules.hours.minutes_per_jp.to_string()),
        (
            "{INDEX}",
            format!("{} * {weight} * ({})", rule.factor, means.join(" + ")),
        ),
        ("{SCORES}", scores.join("\n  UNION ALL ")),
        ("{DAYS}", facts.dialect.days(first, facts.month.last())),
    ];
    places.iter().fold(MEASURES.to_owned(), |text, (place, words)| {
        text.replace(place, words)
    })
}
