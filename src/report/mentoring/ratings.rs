//! What mentors and mentees say of their mentoring.

use super::super::model::{Section, Style, Table, Value};
use super::super::page::Page;
use crate::measure::feedback::{OF_ITEM, OF_RATING, RATINGS, satisfaction, written};
use crate::measure::ratings::MentoringRatings;
use crate::measure::trace::part;
use crate::records::code::Role;
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::report_mentoring::MentoringText as Words;

/// To how many decimals means are shown.
const PLACES: u32 = 2;

/// The section; `None` where nobody answered.
pub(super) fn section(page: &Page<'_>, all: &[MentoringRatings]) -> Option<Section> {
    let pen = page.pen;
    let answered: Vec<&MentoringRatings> = all.iter().filter(|one| one.answered().next().is_some()).collect();
    let first = answered.first()?;
    let title = (
        "Penilaian mentor dan mentee, dua belas bulan",
        "What mentors and mentees say, twelve months",
    );
    let mut out = pen.section("ratings", title);
    out.tables = vec![
        by_role(page, &answered),
        by_item(page, &answered),
        comments(page, &answered),
    ];
    if let Some((low, high)) = first.form.scale() {
        out.notes.push(pen.note("scale", Words::NoteScale { low, high }));
    }
    Some(out)
}

/// A role: of answers that carry none there is nothing to tell.
fn role(page: &Page<'_>, role: Option<Role>) -> Value {
    role.map_or(Value::Missing, |role| page.pen.key(role.code(), role.phrase()))
}

fn questionnaire(page: &Page<'_>, one: &MentoringRatings) -> Value {
    Value::Key {
        key: one.form.code.clone(),
        label: one.title[usize::from(page.pen.lang == Lang::En)].clone(),
    }
}

fn by_role(page: &Page<'_>, all: &[&MentoringRatings]) -> Table {
    let pen = page.pen;
    let lines = all
        .iter()
        .flat_map(|one| one.answered().map(move |answered| (*one, answered)));
    pen.list("mentoring_ratings", lines)
        .numbered(|(_, (number, ..))| *number)
        .col("questionnaire", Text::Questionnaire, |(one, _)| {
            questionnaire(page, one)
        })
        .col("role", ("Sebagai", "As"), |(_, (_, by, _))| role(page, *by))
        .col("n", Text::Count, |(_, (.., feedback))| {
            pen.count(feedback.responses())
        })
        .means(RATINGS)
        .col("mean", Text::Mean, |(one, (.., feedback))| {
            let mean = satisfaction(std::iter::once((&one.form, *feedback))).0;
            pen.judged(one.form.guard, mean, PLACES)
        })
        .means(OF_RATING)
        .table()
}

fn by_item(page: &Page<'_>, all: &[&MentoringRatings]) -> Table {
    let pen = page.pen;
    let lines = all.iter().flat_map(|one| {
        let items = one.form.items.iter().enumerate();
        items.flat_map(move |(place, item)| {
            let answered = one.answered();
            answered.map(move |(number, by, feedback)| {
                (
                    part(number, place),
                    one.form.guard,
                    item,
                    by,
                    feedback.item(place),
                )
            })
        })
    });
    let lines: Vec<_> = lines.collect();
    pen.list("mentoring_items", lines)
        .titled(("Menurut pertanyaan", "By question"))
        .numbered(|(number, ..)| *number)
        .col("question", ("Pertanyaan", "Question"), |(_, _, item, ..)| {
            pen.question(item)
        })
        .col("role", ("Sebagai", "As"), |(_, _, _, by, _)| role(page, *by))
        .col("n", Text::Count, |(.., mean)| pen.count(mean.values()))
        .means(RATINGS)
        .col("mean", Text::Mean, |(_, guard, _, _, mean)| {
            pen.judged(*guard, *mean, PLACES)
        })
        .means(OF_ITEM)
        .table()
}

fn comments(page: &Page<'_>, all: &[&MentoringRatings]) -> Table {
    let comments = all.iter().flat_map(|one| written(one.all(), one.form.guard));
    let list = page
        .pen
        .list("mentoring_comments", comments)
        .titled(("Komentar", "Comments"))
        .or_says(Text::Nothing)
        .col("comment", Text::Comment, |text| Value::Text((*text).to_owned()));
    Table {
        style: Style::List,
        ..list.table()
    }
}
