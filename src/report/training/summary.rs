//! Reaction, learning, behaviour, result and performance side by side: one line each.

use super::super::figure::table;
use super::super::model::{Section, Value};
use super::{Context, application, learning};
use crate::measure::behaviour::TOGETHER;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::impact::{Cell, Verdict};
use crate::words::report_impact::ImpactText;
use crate::words::report_training::TrainingText as Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let columns = vec![
        pen.column("evaluation", Text::Aspect),
        pen.column("measure", Text::Measure),
        pen.column("figure", Text::Figure),
        pen.column("n", Text::Count),
        pen.column("response_rate", Text::Rate),
        pen.column("judgement", Text::Judgement),
    ];
    let line = |(key, name): (&str, Text), (measure, words): (&str, Text), figures: [Value; 4]| {
        let lead = [pen.key(key, name), pen.key(measure, words)];
        lead.into_iter().chain(figures).collect::<Vec<Value>>()
    };
    let rows = vec![
        line(
            ("reaction", Text::Reaction),
            ("satisfaction", Text::MeasureReaction),
            reaction(context),
        ),
        line(
            ("learning", Text::Learning),
            ("class_gain", Text::MeasureLearning),
            gain(context),
        ),
        line(
            ("behaviour", Text::Behaviour),
            ("change", Text::MeasureBehaviour),
            behaviour(context),
        ),
        line(
            ("result", Text::Result),
            ("resolution_rate", Text::MeasureResult),
            result(context),
        ),
        line(
            ("performance", Text::Performance),
            ("better", Text::MeasurePerformance),
            performance(context),
        ),
    ];
    let mut out = pen.section("summary", Text::Summary);
    out.tables
        .push(table("summary", String::new(), columns, rows, String::new()));
    if context.figures.impact.is_some() {
        out.notes.push(pen.note("no-cause", ImpactText::NoCause));
    }
    let percent = pen.dec(context.feedback.min_response_percent);
    out.notes
        .push(pen.note("response-rate", Text::NoteRate { percent }));
    out
}

/// What stands where nothing was evaluated.
fn nothing(context: &Context<'_>) -> [Value; 4] {
    let none = context.pen.key("not-evaluated", Text::NotMeasured);
    [Value::Missing, Value::Count(0), Value::Missing, none]
}

fn reaction(context: &Context<'_>) -> [Value; 4] {
    let (pen, figures) = (context.pen, context.figures);
    let (n, asked) = (figures.responses(), figures.tally.took_part);
    if n == 0 {
        return nothing(context);
    }
    let (rate, count) = (pen.share(n, asked), pen.count(n));
    let (mean, scale) = figures.satisfaction();
    let band = |mean| {
        context.band(
            scale.and_then(|scale| context.feedback.band(mean, scale)),
            n,
            asked,
        )
    };
    let judgement = pen.disclosed(mean, band);
    let mean = pen.disclosed(mean, |mean| pen.ratio(Some(mean), context.places()));
    [mean, count, rate, judgement]
}

fn gain(context: &Context<'_>) -> [Value; 4] {
    let (pen, figures) = (context.pen, context.figures);
    let pairs = figures.learning.pairs.len() as u64;
    if pairs == 0 {
        return nothing(context);
    }
    let max = figures.training.max_score();
    let gain = figures.learning.class_gain(max, context.gain.min_pairs);
    let shown = pen.ratio(gain, context.gain.decimals.clamp(0, 6) as u32);
    let rate = pen.share(pairs, figures.tally.took_part);
    [shown, pen.count(pairs), rate, learning::band(context, gain)]
}

fn behaviour(context: &Context<'_>) -> [Value; 4] {
    let pen = context.pen;
    let Some(application) = context.figures.application.first() else {
        return nothing(context);
    };
    let asked = application.behaviour.asked.iter().sum();
    let means = application.behaviour.means(&application.form, TOGETHER);
    let n = means[1].people();
    [
        application::change(context, means),
        pen.count(n),
        pen.share(n, asked),
        application::band(context, application, means[1], asked),
    ]
}

fn result(context: &Context<'_>) -> [Value; 4] {
    let pen = context.pen;
    let Some(impact) = &context.figures.impact else {
        return nothing(context);
    };
    let [before, after] = &impact.figures.cells[0];
    let rate = |cell: &Cell| cell.resolution_rate();
    let change = pen.points(rate(before), rate(after));
    let verdict = impact.figures.verdict;
    let words = match verdict {
        Verdict::Improved => ImpactText::Improved,
        Verdict::NotImproved => ImpactText::NotImproved,
        Verdict::TooFew => ImpactText::TooFew,
        Verdict::Open => ImpactText::Open {
            day: pen.day(impact.figures.windows.closed()),
        },
    };
    let n = before.complaints.count(Of::resolvable) + after.complaints.count(Of::resolvable);
    [
        change,
        pen.count(n),
        Value::Missing,
        pen.key(verdict.code(), words),
    ]
}

fn performance(context: &Context<'_>) -> [Value; 4] {
    let (pen, moves) = (context.pen, context.figures.performance.moves());
    if moves.both() == 0 {
        return nothing(context);
    }
    let (better, same, worse) = (moves.better, moves.same, moves.worse);
    let key = format!("better:{better} same:{same} worse:{worse}");
    let words = Text::MovesShort { better, same, worse };
    let all = moves.both() + moves.without();
    [
        pen.count(moves.better),
        pen.count(moves.both()),
        pen.share(moves.both(), all),
        pen.key(&key, words),
    ]
}
