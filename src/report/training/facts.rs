//! What the programme is: its dates, partner, cost, competencies, and its curriculum.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::training::number_of_kind;
use crate::records::code::ModuleKind;
use crate::words;
use crate::words::report_training::TrainingText as Text;

/// One line a fact; what is not recorded is left out.
pub(super) fn facts(context: &Context<'_>) -> Section {
    let (pen, training) = (context.pen, &context.figures.training);
    let text = |value: &Option<String>| value.clone().map(Value::Text);
    let method = training.method;
    let lines: [(&str, Text, Option<Value>); 14] = [
        (
            "method",
            Text::Method,
            Some(Value::Key {
                key: method.code().to_owned(),
                label: format!("{} ({})", pen.phrase(method.phrase()), method.code()),
            }),
        ),
        (
            "mode",
            Text::Mode,
            Some(pen.code(training.mode.code(), training.mode.phrase())),
        ),
        ("dates", Text::Dates, Some(dates(context))),
        (
            "status",
            Text::Status,
            Some(pen.code(training.status.value.code(), training.status.value.phrase())),
        ),
        ("provider", Text::Provider, text(&training.provider)),
        ("partner", Text::Partner, text(&training.partner)),
        ("jp", Text::Jp, Some(pen.sum(training.jp.value.0.into()))),
        (
            "seats",
            Text::Seats,
            training
                .seats
                .as_ref()
                .map(|seats| pen.whole(i128::from(seats.value))),
        ),
        (
            "cost",
            Text::Cost,
            training.cost.map(|cost| cost_of(context, cost.value.into())),
        ),
        ("cost_each", Text::CostEach, cost_each(context)),
        ("fund", Text::Fund, text(&training.fund)),
        ("plan_item", Text::PlanItem, text(&training.plan_item)),
        ("basis", Text::Basis, text(&training.basis)),
        ("competencies", Text::Competencies, competencies(context)),
    ];
    let rows = lines
        .into_iter()
        .filter_map(|(key, label, value)| Some(vec![pen.key(key, label), value?]));
    let columns = vec![pen.column("item", Text::Item), pen.column("value", Text::Value)];
    let mut out = pen.section("programme", Text::Facts);
    out.tables.push(table(
        "programme",
        String::new(),
        columns,
        rows.collect(),
        String::new(),
    ));
    out
}

/// The first and the last day: data formats see `2026-10-05/2026-10-07`.
fn dates(context: &Context<'_>) -> Value {
    let (pen, training) = (context.pen, &context.figures.training);
    let (first, last) = (training.start.value, training.end.value);
    let words = Text::DatesOf {
        first: pen.day(first),
        last: pen.day(last),
    };
    pen.key(&format!("{first}/{last}"), words)
}

/// An amount in whole rupiah.
fn cost_of(context: &Context<'_>, cost: i128) -> Value {
    let exact = cost.to_string();
    let amount = words::number(context.pen.lang, &exact);
    Value::Number {
        exact,
        shown: context.pen.say(Text::Rupiah { amount }),
    }
}

/// The cost by participant, shown in whole rupiah with how many took part.
fn cost_each(context: &Context<'_>) -> Option<Value> {
    let each = context.figures.cost_per_participant()?;
    let amount = words::number(context.pen.lang, &each.fixed(0));
    let n = context.figures.tally.took_part;
    Some(Value::Number {
        exact: each.shortest(6),
        shown: context.pen.say(Text::CostEachOf { amount, n }),
    })
}

/// The competencies with their levels: data formats see `code:level`.
fn competencies(context: &Context<'_>) -> Option<Value> {
    let (mut keys, mut names) = (Vec::new(), Vec::new());
    for target in &context.figures.training.competency {
        let code = &target.code.value.0;
        let name = context.figures.competencies.name(code).to_owned();
        let (key, name) = match target.level {
            Some(level) => (
                format!("{code}:{}", level.0),
                context.pen.say(Text::CompetencyLevel { name, level: level.0 }),
            ),
            None => (code.clone(), name),
        };
        keys.push(key);
        names.push(name);
    }
    (!keys.is_empty()).then(|| Value::Key {
        key: keys.join(" "),
        label: names.join(", "),
    })
}

/// The modules with their hours, and how many of them are theory and practice.
pub(super) fn curriculum(context: &Context<'_>) -> Section {
    let (pen, modules) = (context.pen, &context.figures.training.module);
    let all: i128 = modules.iter().map(|module| i128::from(module.jp.0)).sum();
    let hours = |kind: ModuleKind| {
        let own = modules.iter().filter(|module| module.kind == kind);
        own.map(|module| i128::from(module.jp.0)).sum::<i128>()
    };
    let line = |key: Value, kind: Value, jp: i128| {
        let share = pen.share(jp.unsigned_abs() as u64, all.unsigned_abs() as u64);
        vec![key, kind, pen.sum(jp), share]
    };
    let code = |kind: ModuleKind| pen.code(kind.code(), kind.phrase());
    let mut rows: Vec<Vec<Value>> = modules
        .iter()
        .map(|module| {
            line(
                Value::Text(module.title.clone()),
                code(module.kind),
                module.jp.0.into(),
            )
        })
        .collect();
    if !rows.is_empty() {
        for kind in ModuleKind::ALL {
            rows.push(line(
                pen.key(&format!("*{}", kind.code()), Text::Total),
                code(*kind),
                hours(*kind),
            ));
        }
        rows.push(line(pen.total(), Value::Missing, all));
    }
    let columns = vec![
        pen.column("module", Text::Module),
        pen.column("kind", Text::ModuleKind),
        pen.measured("jp", Text::ModuleJp, "JP"),
        pen.column("share", Text::ModuleShare),
    ];
    let mut out = pen.section("curriculum", Text::Curriculum);
    let empty = pen.say(Text::NoModules);
    let kinds = ModuleKind::ALL.iter().map(|kind| number_of_kind(*kind));
    out.tables.push(Table {
        numbers: (0..modules.len() as u64).chain(kinds).collect(),
        ..table("modules", String::new(), columns, rows, empty)
    });
    out
}
