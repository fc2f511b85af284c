//! What participants say about the programmes of the month.

use super::super::model::{Section, Style, Table, Value};
use super::Context;
use crate::measure::feedback::{Feedback, Form, ScaleItem, part_of};
use crate::measure::judged::Judged;
use crate::measure::meaning::{How, Meaning, whole};
use crate::records::number::Ratio;
use crate::rules::Enactment;
use crate::words::report::Text;

/// How many comments text shows.
const COMMENTS: usize = 20;

/// What participants say: the lowest items, and comments where the group is large enough.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(context, "participants_voice", Text::ParticipantsVoice);
    out.tables = vec![lowest_items(context).detail(), comments(context).detail()];
    out.notes
        .push(context.pen.basis(&context.edition.feedback.head()));
    out
}

/// An item with its mean over all programmes with enough answers.
struct ItemMean<'f> {
    form: &'f Form,
    item: &'f ScaleItem,
    mean: Judged,
    /// The mean, from 0 at the low end of the scale to 1 at the high one.
    share: Ratio,
    /// The numbers under which its answers are traced, one for each programme.
    numbers: Vec<u64>,
}

/// The items of a form, by its number, over all programmes with enough answers.
fn items<'c>(context: &'c Context<'_>, (number, form): (usize, &'c Form)) -> Vec<ItemMean<'c>> {
    let programmes = context.figures.programmes.iter();
    let all = programmes.map(|programme| (programme.figure(), &programme.feedback[number]));
    let all = all.filter(|(_, feedback)| feedback.is_enough(form));
    let together = Feedback::together(all.clone().map(|(_, feedback)| feedback));
    let item = |(place, item): (usize, &'c ScaleItem)| {
        let mean = together.item(place);
        let above = form
            .guard
            .open(mean)
            .figure()?
            .minus(Ratio::int(item.low.into()))?;
        let share = above.over(Ratio::int((item.high - item.low).into()))?;
        Some(ItemMean {
            form,
            item,
            mean,
            share,
            numbers: all
                .clone()
                .map(|(programme, _)| part_of(programme, number, place))
                .collect(),
        })
    };
    form.items.iter().enumerate().filter_map(item).collect()
}

/// The lowest items, by mean in percent of the scale.
fn lowest_items(context: &Context<'_>) -> Table {
    let (pen, rule) = (context.pen, context.edition.feedback);
    let forms = context.figures.forms.iter().enumerate();
    let mut lowest: Vec<ItemMean<'_>> = forms.flat_map(|form| items(context, form)).collect();
    let key = |one: &ItemMean<'_>| (one.form.code.clone(), one.item.key.clone());
    lowest.sort_by(|a, b| a.share.cmp(&b.share).then_with(|| key(a).cmp(&key(b))));
    lowest.truncate(rule.lowest_items.max(0) as usize);
    pen.list("lowest_items", lowest)
        .adding(|one| one.numbers.clone())
        .titled(("Butir dengan nilai terendah", "Lowest items"))
        .or_says(Text::NoAnswersOfMonth)
        .col("item", ("Butir", "Item"), |one| pen.question(one.item))
        .col("questionnaire", Text::Questionnaire, |one| {
            Value::Text(one.form.code.clone())
        })
        .hidden()
        .col("n", Text::Count, |one| pen.count(one.mean.values()))
        .counted(
            "Jumlah jawaban atas butir ini dari pelatihan bulan ini yang cukup jawabannya.",
            "How many answers the item has, over the month's programmes with enough answers.",
        )
        .col("mean", Text::Mean, |one| {
            pen.judged(one.form.guard, one.mean, rule.decimals as u32)
        })
        .means(Meaning::new(
            How::Mean(whole("mean")),
            "Rata-rata butir ini dari pelatihan bulan ini yang cukup jawabannya.",
            "The mean of the item over the month's programmes with enough answers.",
        ))
        .by("feedback")
        .table()
}

fn comments(context: &Context<'_>) -> Table {
    let figures = context.figures;
    let comments = figures.programmes.iter().flat_map(|programme| {
        let answered = figures.forms.iter().zip(&programme.feedback);
        answered.flat_map(move |(form, feedback)| {
            let comments = feedback.comments(form.guard).iter();
            comments.map(move |comment| (programme, comment))
        })
    });
    let list = context
        .pen
        .list("comments", comments)
        .short_to(COMMENTS)
        .titled(("Komentar peserta", "Participants' comments"))
        .or_says(Text::Nothing)
        .col("training", Text::Training, |(programme, _)| Value::Key {
            key: programme.id.clone(),
            label: programme.training.title.clone(),
        })
        .col("comment", Text::Comment, |(_, comment)| {
            Value::Text((*comment).clone())
        });
    Table {
        style: Style::List,
        ..list.table()
    }
}
