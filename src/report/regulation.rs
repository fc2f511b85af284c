//! Regulations by the day in force, who was briefed on them, and the rules that changed within the year.

use super::figure::{Pen, table};
use super::model::{Report, Section, Table, Value, View};
use super::who::Who;
use crate::measure::regulation::{Covered, NAMED, RegulationReport};
use crate::records::settings::Settings;
use crate::words::Lang;
use crate::words::report_forum::ForumText;
use crate::words::rule_name::RuleName;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// The key of an audience that is no unit.
const EVERYBODY: &str = "*";

/// Builds the report.
pub fn regulation(gathered: &RegulationReport, settings: &Settings, lang: Lang) -> Report {
    let pen = Pen { lang };
    let month = pen.month(gathered.month).to_uppercase();
    let title = ForumText::RegulationTitle { month };
    let mut report = pen.report(settings, gathered.month, "regulation", VERSION, title);
    report.sections = vec![coverage(pen, gathered), changes(pen, gathered)];
    report
}

/// Every regulation with its coverage, then who was not briefed.
fn coverage(pen: Pen, gathered: &RegulationReport) -> Section {
    let mut out = pen.section("coverage", ForumText::Regulations);
    out.tables.push(regulations(pen, gathered));
    if !gathered.covered.is_empty() {
        out.tables.push(missing(pen, gathered));
        out.notes.push(pen.note("coverage", ForumText::NoteCoverage));
    }
    let all = gathered.missing().count();
    out.notes.extend(pen.others("not-briefed-more", all, NAMED));
    if gathered.later > 0 {
        let count = gathered.later;
        out.notes
            .push(pen.note("later", ForumText::NoteLater { count }).public());
    }
    out
}

fn regulations(pen: Pen, gathered: &RegulationReport) -> Table {
    let columns = vec![
        pen.hidden("id", ForumText::Regulation).public(),
        pen.column("number", ForumText::Number).public(),
        pen.column("title", ForumText::About).public(),
        pen.column("in_force", ForumText::InForce).public(),
        pen.column("audience", ForumText::Audience),
        pen.hidden("must_know", ForumText::MustKnow),
        pen.hidden("briefed", ForumText::Briefed),
        pen.column("coverage", ForumText::Coverage),
        pen.column("briefing", ForumText::Briefing),
        pen.column("consultation", ForumText::FromConsultation).public(),
    ];
    let rows = gathered.covered.iter().map(|one| line(pen, gathered, one));
    let mut out = table(
        "regulations",
        String::new(),
        columns,
        rows.collect(),
        pen.say(ForumText::NoRegulations),
    );
    let view = |columns: &[&'static str]| View {
        title: String::new(),
        columns: columns.to_vec(),
    };
    out.views = vec![
        view(&["number", "title", "in_force", "consultation"]),
        view(&["number", "audience", "coverage", "briefing"]),
    ];
    out.of_work()
}

fn line(pen: Pen, gathered: &RegulationReport, one: &Covered) -> Vec<Value> {
    let (known, coverage) = (&one.known, &one.coverage);
    let units = &gathered.roster.units;
    let audience = known.audience.as_deref();
    let audience = match audience.map(|code| units.find(code)) {
        None => pen.key(EVERYBODY, ForumText::Everybody),
        Some(unit) => unit.map_or(Value::Missing, |unit| pen.unit_of_list(units, unit)),
    };
    let briefing = one.briefing.as_ref();
    let briefing = briefing.map_or_else(
        || pen.blank(ForumText::NoBriefing),
        |(title, _)| Value::Text(title.clone()),
    );
    let (key, consulted) = match known.consultation {
        Some(_) => ("yes", ForumText::Yes),
        None => ("no", ForumText::No),
    };
    vec![
        Value::Text(known.id.clone()),
        Value::Text(known.number.clone()),
        Value::Text(known.title.clone()),
        pen.date(known.in_force),
        audience,
        pen.count(coverage.must()),
        pen.count(coverage.briefed()),
        pen.fraction(coverage.briefed(), coverage.must()),
        briefing,
        Value::Key {
            key: key.to_owned(),
            label: pen.say(consulted),
        },
    ]
}

/// Who was not briefed yet, by regulation.
fn missing(pen: Pen, gathered: &RegulationReport) -> Table {
    let who = Who::from(&gathered.roster);
    let columns = vec![
        pen.column("name", ForumText::Name),
        pen.column("unit", ForumText::Unit),
        pen.column("regulation", ForumText::Regulation),
    ];
    let rows = gathered.missing().take(NAMED).map(|(number, person)| {
        let known = &gathered.covered[number].known;
        vec![
            who.name(person),
            who.unit_of(person),
            Value::Key {
                key: known.id.clone(),
                label: known.title.clone(),
            },
        ]
    });
    let empty = match gathered.covered.iter().all(|one| one.coverage.must() == 0) {
        true => ForumText::NobodyToBrief,
        false => ForumText::AllBriefed,
    };
    table(
        "not_briefed",
        pen.say(ForumText::NotYet),
        columns,
        rows.collect(),
        pen.say(empty),
    )
}

/// The rules with two editions in the year.
fn changes(pen: Pen, gathered: &RegulationReport) -> Section {
    let columns = vec![
        pen.column("rule", ForumText::Rule).public(),
        pen.column("since", ForumText::Since).public(),
        pen.column("before", ForumText::Before).public(),
        pen.column("now", ForumText::Now).public(),
    ];
    let rows = gathered.changes.iter().map(|(before, now)| {
        vec![
            pen.key(now.rule, RuleName::of(now.rule)),
            pen.date(now.from),
            Value::Text(before.basis.clone()),
            Value::Text(now.basis.clone()),
        ]
    });
    let mut out = pen.section("rule_changes", ForumText::RuleChanges);
    out.tables.push(
        table(
            "rule_changes",
            String::new(),
            columns,
            rows.collect(),
            pen.say(ForumText::NoChanges),
        )
        .of_work(),
    );
    out.notes.push(pen.note("rules", ForumText::NoteRules).public());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    #[test]
    fn every_rule_has_a_name_in_words() {
        for name in Rules::NAMES {
            let unnamed = matches!(RuleName::of(name), RuleName::Unnamed { .. });
            assert!(!unnamed, "{name}");
        }
    }
}
