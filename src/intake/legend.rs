//! What a sheet of answers explains beside its table: which question a heading means that only numbers it.

use super::bound::{Bound, ListColumn};
use super::questions::{AnswerForm, AskedItem, NUMBERING, asked_in_words, questions};
use crate::change::Draft;
use crate::records::text::{folded, spelled};
use crate::sheets::heading::Region;
use crate::sheets::{SheetRow, Worksheet};
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};
use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

/// What stands beside such a number where it sums up answers.
const SUMS: [&str; 6] = ["rata", "rerata", "jumlah", "total", "nrr", "nilai rata"];

/// A number of a question in a text, with what stands behind it: `U8 = Sarana dan Prasarana`.
struct Numbered<'t> {
    /// The word before it; empty for none.
    word: &'static str,
    number: usize,
    /// What is said of it; empty in `U8` alone.
    said: &'t str,
    /// The number that it is said to be, `P8 = U9`.
    same: Option<(&'static str, usize)>,
}

/// What a text says of questions by their numbers, `U8 = Sarana dan Prasarana, U9 = Penanganan Pengaduan`.
fn numbered(text: &str) -> Vec<Numbered<'_>> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(usize, usize, &str, usize)> = Vec::new();
    for (at, _) in text.char_indices() {
        let mut words = NUMBERING.iter().filter(|word| lower[at..].starts_with(**word));
        let Some(word) = words
            .next()
            .filter(|_| !text[..at].ends_with(char::is_alphanumeric))
        else {
            continue;
        };
        let rest = text[at + word.len()..].trim_start_matches([' ', '.', '-']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at(digits);
        if let (Ok(number), false) = (number.parse(), behind.starts_with(char::is_alphanumeric)) {
            found.push((at, text.len() - behind.len(), word, number));
        }
    }
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let ends: Vec<usize> = ends.collect();
    let said = |at: usize| text[found[at].1..ends[at]].trim();
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let one = |at: usize| {
        let (.., word, number) = found[at];
        let is_same = ["=", ":"].contains(&said(at));
        let same = found.get(at + 1).filter(|_| is_same);
        let same = same.map(|(.., word, number)| (*word, *number));
        let said = said(at).trim_matches(is_mark);
        Numbered {
            word,
            number,
            said,
            same,
        }
    };
    (0..found.len()).map(one).collect()
}

/// The number in a heading that says nothing else of its question: `U8`, `U8 Nilai Jawaban`, `Pertanyaan 8`.
fn number(heading: &str, questions: &[AskedItem<'_>]) -> Option<(&'static str, usize)> {
    let words = folded(heading);
    let is_sum = SUMS.iter().any(|sum| words.starts_with(sum));
    match numbered(heading)[..] {
        [Numbered { word, number, .. }] if !is_sum && asked_in_words(&words, questions).is_none() => {
            Some((word, number))
        }
        _ => None,
    }
}

/// What a sheet says of a number of a question.
struct Saying {
    /// The word before the number.
    word: &'static str,
    number: usize,
    /// The column of the form that becomes the answer.
    column: usize,
    spot: Spot,
}

/// What the sheet of a list of answers says beside its heading of the questions that the heading only numbers.
fn legend((survey, columns, _): AnswerForm<'_>, region: &Region<'_>) -> Vec<Saying> {
    let questions = questions(survey, columns);
    let is_numbering = |title: &String| number(title, &questions).is_some();
    if survey.is_none() || !region.titles.iter().any(is_numbering) {
        return Vec::new();
    }
    let Remarks {
        numbered: mut legend,
        counted: list,
        equal,
    } = remarks(&questions, region);
    // A list that only counts is one of questions where it names most of them, each once.
    let told: BTreeSet<(usize, usize)> = list.iter().map(|one| (one.number, one.column)).collect();
    let is_list = told.len() == list.len() && told.len() * 2 > questions.len();
    legend.extend(list.into_iter().filter(|_| is_list));
    // What a number is that is another one: as that is explained, else as the questionnaire counts.
    for ((word, number), (other, same), spot) in equal {
        let explained = meant(&legend, (other, same)).first().map(|one| one.column);
        let name = format!("{other}{same}");
        let counted = || questions.iter().find(|question| question.names.contains(&&*name));
        let column = explained.or_else(|| counted().map(|question| question.column));
        legend.extend(column.map(|column| Saying {
            word,
            number,
            column,
            spot,
        }));
    }
    legend
}

/// The number of a question with the word before it.
type Name = (&'static str, usize);

/// What a sheet says of questions.
#[derive(Default)]
struct Remarks {
    /// By a word and a number: `U8 = Sarana`.
    numbered: Vec<Saying>,
    /// By a number alone: `8. Sarana`.
    counted: Vec<Saying>,
    /// Numbers that are said to be others, `P8 = U9`, and where.
    equal: Vec<(Name, Name, Spot)>,
}

/// Everything that a sheet says of questions beside its heading.
fn remarks(questions: &[AskedItem<'_>], region: &Region<'_>) -> Remarks {
    let named = |text: &str| {
        let text = folded(text);
        let named = questions.iter().find(|question| question.names.contains(&&*text));
        let named = named.map(|one| one.column);
        named.or_else(|| asked_in_words(&text, questions))
    };
    let mut remarks = Remarks::default();
    let last = region.titles.iter().rposition(|title| !title.is_empty());
    let is_heading =
        |sheet: &Worksheet, row: &SheetRow| ptr::eq(sheet, region.sheet) && row.number == region.heading;
    let rows = region.explaining();
    for (sheet, row) in rows.filter(|(sheet, row)| !is_heading(sheet, row)) {
        // Notes stand in rows of few cells, or beside the table.
        let is_thin = row.texts().filter(|text| !text.is_empty()).count() <= NOTED;
        for (at, text) in row.texts().enumerate() {
            let spot = || sheet.spot(row.number, Some(at));
            let mut behind = (at + 1..row.width()).map(|at| row.get(at));
            let next = behind.find(|text| text.contains(char::is_alphabetic));
            let saying = |word: &'static str, number: usize, said: &str| {
                let said = Some(said).filter(|said| !said.is_empty()).or(next)?;
                let column = named(said)?;
                let spot = spot();
                Some(Saying {
                    word,
                    number,
                    column,
                    spot,
                })
            };
            for one in numbered(text) {
                match one.same {
                    Some(same) => remarks.equal.push(((one.word, one.number), same, spot())),
                    None => remarks.numbered.extend(saying(one.word, one.number, one.said)),
                }
            }
            if let Some((number, said)) = counted(text).filter(|_| is_thin || Some(at) > last) {
                remarks.counted.extend(saying("", number, said));
            }
        }
    }
    remarks
}

/// So many cells of a row are a note.
const NOTED: usize = 3;

/// A number before a text, or alone: `8. Sarana`, `8`.
fn counted(text: &str) -> Option<(usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let said = rest.trim_start_matches(['.', ')', '=', ':', ' ', '-']);
    let is_apart = rest.is_empty() || said.len() < rest.len();
    Some((number.parse().ok().filter(|_| is_apart)?, said.trim()))
}

/// What a legend says of a number: as with the word that stands before it in the heading, where any of it is.
fn meant<'l>(legend: &'l [Saying], (word, number): (&str, usize)) -> Vec<&'l Saying> {
    let has_own = legend.iter().any(|one| one.word == word);
    let fits = |one: &&Saying| one.number == number && (!has_own || one.word == word);
    legend.iter().filter(fits).collect()
}

/// Whether it was typed what a heading means.
fn is_typed(columns: &[ListColumn], heading: &str) -> bool {
    let heading = spelled(heading);
    columns.iter().any(|column| column.typed.contains(&heading))
}

/// Gives the headings that only number a question the name of that which the sheet says it is.
pub(super) fn explain(asking: AnswerForm<'_>, (region, titles): (&Region<'_>, &mut [String])) {
    let (survey, columns, _) = asking;
    let legend = legend(asking, region);
    let questions = questions(survey, columns);
    let own = region.titles.iter().zip(titles);
    for (whole, title) in own.filter(|(whole, _)| !legend.is_empty() && !is_typed(columns, whole)) {
        let said = number(whole, &questions).map(|number| meant(&legend, number));
        let name = said.and_then(|said| columns[said.first()?.column].from.first().cloned());
        *title = name.unwrap_or_else(|| title.clone());
    }
}

/// Refuses sheets that say two things of one number.
pub(super) fn refuse_twofold(
    draft: &mut Draft<'_>,
    asking: AnswerForm<'_>,
    regions: &[Region<'_>],
    lang: Lang,
) {
    let (survey, columns, _) = asking;
    let questions = questions(survey, columns);
    for region in regions {
        let legend = legend(asking, region);
        let is_open = |heading: &&String| !legend.is_empty() && !is_typed(columns, heading);
        for heading in region.titles.iter().filter(is_open) {
            let said = number(heading, &questions).map(|number| meant(&legend, number));
            let mut said = said.into_iter().flatten();
            let first = said.next();
            let other = first.and_then(|first| said.find(|other| other.column != first.column));
            if let (Some(first), Some(other)) = (first, other) {
                let name = |one: &Saying| {
                    let to = columns[one.column].to.as_ref();
                    to.map_or_else(String::new, |to| to.1.clone())
                };
                let refusal = Unfit::NumberTwofold {
                    heading: heading.clone(),
                    one: format!("{} ({})", name(first), first.spot.text(lang)),
                    other: format!("{} ({})", name(other), other.spot.text(lang)),
                };
                draft.refuse("", refusal);
            }
        }
    }
}

/// Says which questions the headings of a list of answers mean that only number them, and by what.
pub(super) fn order(
    asking: AnswerForm<'_>,
    (regions, bound): (&[Region<'_>], &[Bound]),
    lang: Lang,
) -> Option<Intake> {
    let (survey, columns, _) = asking;
    let questions = questions(survey, columns);
    let meant = |(region, bound): &(&Region<'_>, &Bound)| {
        let of = |(at, index): &(usize, usize)| {
            let key = &columns[*index].to.as_ref()?.1;
            let heading = region.titles.get(*at)?;
            let (word, number) = number(heading, &questions)?;
            Some(((word, number), format!("{heading} = {key}")))
        };
        let numbered: BTreeMap<(&str, usize), String> = bound.pairs.iter().filter_map(of).collect();
        let order = numbered.into_values().collect::<Vec<_>>().join(", ");
        Some(order).filter(|order| !order.is_empty())
    };
    let mut all = regions.iter().zip(bound);
    let (region, order) = all.find_map(|one| survey.and(meant(&one).map(|order| (one.0, order))))?;
    Some(match legend(asking, region).first() {
        Some(first) => {
            let place = first.spot.text(lang);
            Intake::OrderExplained { order, place }
        }
        None => Intake::OrderOfQuestionnaire { order },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_numbers() {
        let said = |text: &str| {
            let all = numbered(text).into_iter();
            let same = |one: &Numbered<'_>| {
                one.same
                    .map_or(String::new(), |(word, number)| format!("{word}{number}"))
            };
            let all = all.map(|one| format!("{}{}={}{}", one.word, one.number, one.said, same(&one)));
            all.collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("U8 = Sarana, U9 = Pengaduan", "u8=Sarana u9=Pengaduan"),
            ("P8 = U9 (Sarana)", "p8=u9 u9=Sarana"),
            (
                "Pertanyaan 8: Sarana dan Prasarana",
                "pertanyaan8=Sarana dan Prasarana",
            ),
            ("Unsur Pelayanan 3", "unsur pelayanan3="),
            ("Q.1", "q1="),
            ("SMP1, U17an", ""),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
