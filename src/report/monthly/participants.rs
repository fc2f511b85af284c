//! What participants say about the programmes of the month.

use super::super::figure::table;
use super::super::model::{Section, Style, Table, Value};
use super::Context;
use crate::measure::feedback::{Feedback, ScaleItem};
use crate::measure::judged::{Guard, Judged};
use crate::records::number::Ratio;
use crate::rules::Edition;
use crate::words::report::Text;

/// What participants say: the lowest items, and comments where the group is large enough.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(context, "participants_voice", Text::ParticipantsVoice);
    out.tables = vec![lowest_items(context), comments(context)];
    out.notes
        .push(context.pen.basis(&context.edition.feedback.head()));
    out
}

/// The lowest items over all programmes with enough answers, by mean in percent of the scale.
fn lowest_items(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let mut items: Vec<(Ratio, (Judged, Guard), &ScaleItem, &str)> = Vec::new();
    for (number, form) in figures.forms.iter().enumerate() {
        let all = figures
            .programmes
            .iter()
            .map(|programme| &programme.feedback[number]);
        let together = Feedback::together(all.filter(|feedback| feedback.is_enough(form)));
        for (place, item) in form.items.iter().enumerate() {
            let mean = together.item(place);
            let figure = form.guard.open(mean).figure();
            let share = figure.and_then(|mean| mean.minus(Ratio::int(i128::from(item.low))));
            let share = share.and_then(|s| s.over(Ratio::int(i128::from(item.high - item.low))));
            items.extend(share.map(|share| (share, (mean, form.guard), item, &*form.code)));
        }
    }
    items.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| (a.3, &a.2.key).cmp(&(b.3, &b.2.key))));
    items.truncate(context.edition.feedback.lowest_items.max(0) as usize);
    let places = context.edition.feedback.decimals as u32;
    let rows = items.into_iter().map(|(_, (mean, guard), item, form)| {
        vec![
            pen.question(item),
            Value::Text(form.to_owned()),
            pen.count(mean.values()),
            pen.judged(guard, mean, places),
        ]
    });
    let columns = vec![
        pen.column("item", Text::Question),
        pen.hidden("questionnaire", Text::Questionnaire),
        pen.column("n", Text::Count),
        pen.column("mean", Text::Mean),
    ];
    table(
        "lowest_items",
        pen.say(Text::LowestItems),
        columns,
        rows.collect(),
        pen.say(Text::NoData),
    )
}

/// How many comments of one programme are printed.
const COMMENTS: usize = 5;

fn comments(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let mut rows = Vec::new();
    for programme in &figures.programmes {
        for (form, feedback) in figures.forms.iter().zip(&programme.feedback) {
            for comment in feedback.comments(form.guard).iter().take(COMMENTS) {
                let label = programme.training.title.clone();
                rows.push(vec![
                    Value::Key {
                        key: programme.id.clone(),
                        label,
                    },
                    Value::Text(comment.clone()),
                ]);
            }
        }
    }
    let columns = vec![
        pen.column("training", Text::Training),
        pen.column("comment", Text::Comment),
    ];
    let mut out = table(
        "comments",
        pen.say(Text::Comments),
        columns,
        rows,
        pen.say(Text::Nothing),
    );
    out.style = Style::List;
    out
}
