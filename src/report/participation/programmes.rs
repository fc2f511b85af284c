//! Which competencies were trained, with which partners, and which programmes were never evaluated.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::fairness::Unevaluated;
use crate::words::report_participation::ParticipationText as Text;

/// Each competency: programmes, completions, how many of them for the post, and the tests.
pub(super) fn competencies(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let rows = figures.fairness.competencies.iter().map(|(code, count)| {
        let [required, not_required, _] = count.relevance;
        let [pre, post] = count.tests;
        vec![
            Value::Key {
                key: code.clone(),
                label: figures.catalogue.name(code).to_owned(),
            },
            pen.count(count.programmes.len() as u64),
            pen.count(count.completed),
            pen.fraction(required, required + not_required),
            pen.count(pre.n),
            pen.ratio(pre.decimal(), 1),
            pen.ratio(post.decimal(), 1),
        ]
    });
    let columns = vec![
        pen.column("competency", Text::Competency).public(),
        pen.column("programmes", Text::TrainingsColumn).public(),
        pen.column("completed", Text::Completed).public(),
        pen.column("for_post", Text::ForPost),
        pen.column("pairs", Text::Pairs),
        pen.column("pre_mean", Text::PreMean),
        pen.column("post_mean", Text::PostMean),
    ];
    let mut out = pen.section("competencies", Text::Competencies);
    let empty = pen.say(Text::Nobody);
    let counts = figures.fairness.competencies.values();
    let competencies = Table {
        numbers: counts.map(|count| count.number).collect(),
        ..table("competencies", String::new(), columns, rows.collect(), empty)
    };
    out.tables.push(competencies.of_people("completed"));
    out
}

/// Partners, and programmes without an evaluation.
pub(super) fn programmes(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = pen.section("programmes", Text::Programmes);
    out.tables = vec![
        partners(context),
        unevaluated_table(pen, &context.figures.unevaluated),
    ];
    out.notes.push(pen.note("unevaluated", Text::NoteUnevaluated));
    out
}

fn partners(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let rows = context.figures.fairness.partners.iter().map(|(name, count)| {
        vec![
            Value::Text(name.clone()),
            pen.count(count.programmes.len() as u64),
            pen.count(count.completed),
            pen.sum(count.jp.0.into()),
            count.cost().map_or(Value::Missing, |cost| pen.whole(cost.into())),
        ]
    });
    let columns = vec![
        pen.column("partner", Text::Partner),
        pen.column("programmes", Text::TrainingsColumn),
        pen.column("completed", Text::Completed),
        pen.measured("jp", Text::Jp, "JP"),
        pen.column("cost", Text::Cost),
    ];
    let (title, empty) = (pen.say(Text::Partners), pen.say(Text::Nobody));
    let counts = context.figures.fairness.partners.values();
    Table {
        numbers: counts.map(|count| count.number).collect(),
        ..table("partners", title, columns, rows.collect(), empty)
    }
}

/// Programmes without an evaluation, by last day.
pub(in super::super) fn unevaluated_table(pen: Pen, list: &[Unevaluated]) -> Table {
    let rows = list.iter().take(NAMED).map(|one| {
        vec![
            Value::Key {
                key: one.id.clone(),
                label: one.title.clone(),
            },
            pen.date(one.end),
            pen.count(one.took_part),
        ]
    });
    let columns = vec![
        pen.column("training", Text::Training),
        pen.column("end", Text::End),
        pen.column("took_part", Text::Participants),
    ];
    let (title, empty) = (pen.say(Text::Unevaluated), pen.say(Text::Nobody));
    Table {
        numbers: list.iter().take(NAMED).map(|one| one.number).collect(),
        ..table("unevaluated", title, columns, rows.collect(), empty)
    }
}
