//! Who answers the survey of the public, and what they write: for the office only, because the same people stand in the
//! profile once a question.

use super::super::model::{Style, Table, Value};
use super::Context;
use crate::measure::respondents::UNTOLD;
use crate::measure::trace::part;
use crate::words::Lang;
use crate::words::report::Text;

/// How many comments text shows.
const COMMENTS: usize = 10;

/// How many respondents there are by sex, age and what else the survey asks; readers of text see the largest of each.
pub(super) fn profile(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let mut rows = Vec::new();
    for (number, question) in context
        .figures
        .satisfaction
        .respondents
        .profile
        .iter()
        .enumerate()
    {
        let key = |label: &str| Value::Key {
            key: question.key.clone(),
            label: label.to_owned(),
        };
        let text = &question.text[usize::from(pen.lang == Lang::En)];
        let each = question
            .categories
            .iter()
            .enumerate()
            .map(|(place, (category, n))| {
                let answer = Value::Key {
                    key: category.code.clone(),
                    label: category.text[usize::from(pen.lang == Lang::En)].clone(),
                };
                (part(number as u64, place), answer, *n)
            });
        let untold = (
            part(number as u64, UNTOLD),
            pen.key("-", Text::NotSaid),
            question.untold,
        );
        let each = each.chain((question.untold > 0).then_some(untold));
        let first = rows.len();
        rows.extend(each.map(|(number, answer, n)| (number, key(""), answer, n)));
        if let Some(row) = rows.get_mut(first) {
            // Text says the question once; data say it in every row.
            row.1 = key(text);
        }
    }
    pen.list("respondents_by_profile", rows)
        .short_to(0)
        .titled(("Profil responden", "Profile of the respondents"))
        .or_says(Text::NoData)
        .numbered(|(number, ..)| *number)
        .col("question", ("Pertanyaan", "Question"), |(_, question, ..)| {
            question.clone()
        })
        .col("answer", ("Jawaban", "Answer"), |(_, _, answer, _)| {
            answer.clone()
        })
        .col("n", Text::Count, |(.., n)| pen.count(*n))
        .counted(
            "Jumlah responden dalam masa yang dihitung yang menjawab demikian.",
            "How many respondents of the months that count say so.",
        )
        .by("satisfaction")
        .table()
}

/// What the respondents of the month wrote.
pub(super) fn comments(context: &Context<'_>) -> Table {
    let (pen, guard) = (context.pen, context.edition.privacy.into());
    let respondents = &context.figures.satisfaction.respondents;
    let list = pen
        .list("public_comments", respondents.written(guard))
        .short_to(COMMENTS)
        .titled((
            "Komentar masyarakat bulan ini",
            "What the public wrote this month",
        ));
    let list = match respondents.is_withheld(guard) {
        true => list.or_says(Text::NoteWithheld {
            minimum: guard.least(),
        }),
        false => list.or_says(Text::Nothing),
    };
    let list = list.col("comment", Text::Comment, |text| Value::Text((*text).to_owned()));
    Table {
        style: Style::List,
        ..list.table()
    }
}
