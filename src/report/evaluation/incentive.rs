//! Who earns an incentive by its written criterion, and which conditions hold.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Note, Section, Table, Value, View};
use super::super::who::Who;
use crate::measure::incentive::{Candidate, Condition, CriterionCount, IncentiveFigures};
use crate::measure::trace::part;
use crate::rules::{Criterion, Edition, Incentive};
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;

/// The section.
pub(super) fn section(pen: Pen, who: Who<'_>, figures: &IncentiveFigures, rule: &Incentive) -> Section {
    let mut out = pen.section("incentives", Words::IncentiveSection);
    out.tables = vec![criteria(pen, figures, rule), persons(pen, who, figures, rule)];
    out.notes = rule.criterion.iter().map(|one| written(pen, one, rule)).collect();
    out.notes.push(pen.note("near", Words::NoteNear));
    out.notes.push(pen.basis(&rule.head()));
    let count = figures.list.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        out.notes.push(pen.note("incentives-more", Words::More { count }));
    }
    out
}

/// A text of a rule in the language of the report.
fn of_rule(pen: Pen, text: &str, english: Option<&String>) -> String {
    let english = english.filter(|_| pen.lang == Lang::En);
    english.map_or(text, String::as_str).to_owned()
}

fn name(pen: Pen, criterion: &Criterion) -> Value {
    Value::Key {
        key: criterion.code.0.to_string(),
        label: of_rule(pen, &criterion.name, criterion.name_en.as_ref()),
    }
}

/// A criterion as it is written.
fn written(pen: Pen, criterion: &Criterion, rule: &Incentive) -> Note {
    let months = rule.months;
    let predicates = criterion
        .predicate
        .zip(criterion.periods)
        .map(|(predicate, periods)| {
            pen.say(Words::CritPredicates {
                predicate: pen.phrase(predicate.phrase()),
                periods,
            })
        });
    let hours = criterion
        .hours_met
        .filter(|asked| *asked)
        .map(|_| pen.say(Words::CritHours));
    let refusals = criterion
        .most_refusals
        .map(|most| match most {
            0 => Words::CritNoRefusal { months },
            _ => Words::CritRefusals { most, months },
        })
        .map(|words| pen.say(words));
    let own = criterion
        .least_own
        .map(|least| pen.say(Words::CritOwn { least, months }));
    let conditions: Vec<String> = [predicates, hours, refusals, own].into_iter().flatten().collect();
    let text = Words::NoteCriterion {
        name: of_rule(pen, &criterion.name, criterion.name_en.as_ref()),
        conditions: conditions.join("; "),
        reward: of_rule(pen, &criterion.reward, criterion.reward_en.as_ref()),
    };
    pen.note(&format!("criterion-{}", &*criterion.code.0), text)
        .public()
}

fn condition(condition: Condition) -> (&'static str, Words) {
    let words = match condition {
        Condition::Predicates => Words::CondPredicates,
        Condition::Hours => Words::CondHours,
        Condition::Refusals => Words::CondRefusals,
        Condition::Own => Words::CondOwn,
    };
    (condition.code(), words)
}

fn criteria(pen: Pen, figures: &IncentiveFigures, rule: &Incentive) -> Table {
    let mut columns = vec![
        pen.column("criterion", Words::Criterion),
        pen.hidden("reward", Words::Reward),
        pen.column("met", Words::Met),
    ];
    columns.extend(Condition::ALL.map(|one| {
        let (id, words) = condition(one);
        pen.column(id, words)
    }));
    let line = |criterion: &Criterion, count: &CriterionCount| {
        let asked = [
            criterion.predicate.is_some(),
            criterion.hours_met == Some(true),
            criterion.most_refusals.is_some(),
            criterion.least_own.is_some(),
        ];
        let holds = asked
            .into_iter()
            .zip(count.holds)
            .map(|(asked, holds)| match asked {
                true => pen.count_of(holds, count.people),
                false => Value::Missing,
            });
        let reward = of_rule(pen, &criterion.reward, criterion.reward_en.as_ref());
        [
            name(pen, criterion),
            // Data formats see the words of the rule, whatever the language of the report.
            Value::Key {
                key: criterion.reward.clone(),
                label: reward,
            },
            pen.count_of(count.met, count.people),
        ]
        .into_iter()
        .chain(holds)
        .collect()
    };
    let pairs = rule.criterion.iter().zip(&figures.criteria);
    let rows = pairs.map(|(criterion, count)| line(criterion, count)).collect();
    let caption = pen.say(Words::CriteriaTable);
    table("criteria", caption, columns, rows, String::new())
}

fn persons(pen: Pen, who: Who<'_>, figures: &IncentiveFigures, rule: &Incentive) -> Table {
    let mut columns = vec![
        pen.hidden("staff", Text::Name),
        pen.column("criterion", Words::Criterion),
        pen.column("name", Words::Name),
        pen.column("unit", Text::Unit),
    ];
    columns.extend(Condition::ALL.map(|one| {
        let (id, words) = condition(one);
        pen.column(id, words)
    }));
    columns.push(pen.column("state", Words::Outcome));
    let rows = figures.list.iter().take(NAMED).map(|one| {
        let named = |which: Condition, value: Value| match one.holds[which as usize] {
            Some(_) => value,
            None => Value::Missing,
        };
        vec![
            who.id(one.person),
            name(pen, &rule.criterion[one.criterion]),
            who.name(one.person),
            who.unit_of(one.person),
            named(Condition::Predicates, pen.count_of(one.periods.0, one.periods.1)),
            named(Condition::Hours, pen.sum(i128::from(one.jp.0))),
            named(Condition::Refusals, pen.count(one.active.refused)),
            named(Condition::Own, pen.count(one.active.own)),
            state(pen, one),
        ]
    });
    let mut out = table(
        "incentives",
        pen.say(Words::PersonsTable),
        columns,
        rows.collect(),
        pen.say(Words::NobodyMeets),
    );
    let listed = figures.list.iter().take(NAMED);
    out.numbers = listed.map(|one| part(one.person.into(), one.criterion)).collect();
    out.views = vec![View {
        title: String::new(),
        columns: vec![
            "criterion",
            "name",
            "predicates",
            "hours",
            "refusals",
            "own",
            "state",
        ],
    }];
    out
}

/// Whether the criterion is met, or what is lacking.
fn state(pen: Pen, one: &Candidate) -> Value {
    let lacking = Condition::ALL
        .into_iter()
        .filter(|which| one.holds[*which as usize] == Some(false));
    let (mut keys, mut names) = (Vec::new(), Vec::new());
    for which in lacking {
        let (key, words) = condition(which);
        keys.push(format!("lacks-{key}"));
        let name = pen.say(words);
        names.push(match which {
            Condition::Hours => name,
            _ => name.to_lowercase(),
        });
    }
    match keys.is_empty() {
        true => Value::Key {
            key: "met".to_owned(),
            label: pen.say(Words::IsMet),
        },
        false => Value::Key {
            key: keys.join(" "),
            label: pen.say(Words::Lacks {
                what: names.join(", "),
            }),
        },
    }
}
