//! What was learned, and the predicates before and after.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::records::code::Predicate;
use crate::records::number::Ratio;
use crate::rules::Edition;
use crate::words::report_training::TrainingText as Text;

/// Tests, gains, and the mean difference with its interval.
pub(super) fn learning(context: &Context<'_>) -> Section {
    let (pen, learning) = (context.pen, &context.figures.learning);
    let mut out = pen.section("learning", Text::Learning);
    let has_any = !learning.pairs.is_empty() || learning.pre_only + learning.post_only > 0;
    let rows = if has_any { rows(context) } else { Vec::new() };
    let columns = vec![
        pen.column("figure", Text::Measure),
        pen.column("value", Text::Figure),
    ];
    let empty = pen.say(Text::NoTests);
    out.tables.push(table(
        "learning",
        pen.say(Text::LearningFigures),
        columns,
        rows,
        empty,
    ));
    if has_any {
        let max = context.figures.training.max_score();
        let (_, n) = learning.mean_of_gains(max, context.gain.min_pairs);
        let least = Text::NoteInterval {
            n: context.effect.min_pairs,
        };
        out.notes = vec![
            pen.note("gains", Text::NoteGains { n }),
            pen.note("interval", least),
            pen.basis(&context.gain.head()),
            pen.basis(&context.effect.head()),
        ];
    }
    out
}

fn rows(context: &Context<'_>) -> Vec<Vec<Value>> {
    let (pen, learning) = (context.pen, &context.figures.learning);
    let (max, least) = (context.figures.training.max_score(), context.gain.min_pairs);
    let places = context.gain.decimals.clamp(0, 6) as u32;
    let gain = learning.class_gain(max, least);
    let interval = learning.interval(context.effect);
    let confidence = Ratio::from(context.effect.confidence).times(Ratio::int(100));
    let percent = confidence.map_or(String::new(), |percent| percent.shortest(2));
    let low = Text::IntervalLow {
        percent: percent.clone(),
    };
    let row = |key: &str, label: Text, value: Value| vec![pen.key(key, label), value];
    vec![
        row("pairs", Text::Pairs, pen.count(learning.pairs.len() as u64)),
        row("pre_only", Text::PreOnly, pen.count(learning.pre_only)),
        row("post_only", Text::PostOnly, pen.count(learning.post_only)),
        row("pre_mean", Text::PreMean, pen.ratio(learning.pre(), 2)),
        row("post_mean", Text::PostMean, pen.ratio(learning.post(), 2)),
        row(
            "difference",
            Text::Difference,
            pen.signed(learning.difference(), 2),
        ),
        row("interval_low", low, pen.signed(interval.map(|(low, _)| low), 2)),
        row(
            "interval_high",
            Text::IntervalHigh { percent },
            pen.signed(interval.map(|(_, high)| high), 2),
        ),
        row("class_gain", Text::ClassGain, pen.ratio(gain, places)),
        row("band", Text::GainBand, band(context, gain)),
        row(
            "mean_gain",
            Text::MeanGain,
            pen.ratio(learning.mean_of_gains(max, least).0, places),
        ),
    ]
}

/// The words of a band of the gain.
pub(super) fn band(context: &Context<'_>, gain: Option<Ratio>) -> Value {
    let Some(band) = gain.and_then(|gain| context.gain.band(gain)) else {
        return Value::Missing;
    };
    let code = &*band.code.0;
    match code {
        "low" => context.pen.key(code, Text::Low),
        "medium" => context.pen.key(code, Text::Medium),
        "high" => context.pen.key(code, Text::High),
        other => Value::Text(other.to_owned()),
    }
}

/// The predicates of those evaluated before and after, and how they moved.
pub(super) fn performance(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = pen.section("performance", Text::Performance);
    out.tables = vec![moves(context), predicates(context)];
    out.tables
        .retain(|table| !table.rows.is_empty() || table.id == "moves");
    out.notes.push(pen.note("performance", Text::NotePerformance));
    let rule = context.rules.predicate.on(context.figures.month.last());
    out.notes.extend(rule.map(|rule| pen.basis(&rule.head())));
    out
}

fn moves(context: &Context<'_>) -> Table {
    let (pen, moves) = (context.pen, context.figures.performance.moves());
    let lines = [
        ("better", Text::Better, moves.better),
        ("same", Text::Same, moves.same),
        ("worse", Text::Worse, moves.worse),
        ("before-only", Text::BeforeOnly, moves.before_only),
        ("after-only", Text::AfterOnly, moves.after_only),
        ("neither", Text::Neither, moves.neither),
    ];
    let is_empty = moves.both() + moves.before_only + moves.after_only == 0;
    let rows = lines.into_iter().filter(|_| !is_empty);
    let rows = rows.map(|(key, label, n)| vec![pen.key(key, label), pen.count(n)]);
    let columns = vec![
        pen.column("change", Text::Moves),
        pen.column("people", Text::People),
    ];
    let empty = pen.say(Text::NoPerformance);
    table("moves", String::new(), columns, rows.collect(), empty)
}

fn predicates(context: &Context<'_>) -> Table {
    let (pen, performance) = (context.pen, &context.figures.performance);
    let counted = Predicate::ALL.iter().map(|one| (one, performance.counts(*one)));
    let rows = counted.filter(|(_, [before, after])| before + after > 0);
    let rows = rows.map(|(one, [before, after])| {
        let name = pen.code(one.code(), one.phrase());
        (*one as u64, vec![name, pen.count(before), pen.count(after)])
    });
    let (numbers, rows) = rows.unzip();
    let columns = vec![
        pen.column("predicate", Text::Predicate),
        pen.column("before", Text::Before),
        pen.column("after", Text::After),
    ];
    Table {
        numbers,
        ..table("predicates", String::new(), columns, rows, String::new())
    }
}
