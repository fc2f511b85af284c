//! The form of a questionnaire's answers: which headings ask about which of its items, whether by name, number or words.

use super::bound::{Bound, ListColumn, Target};
use crate::change::Draft;
use crate::load::Survey;
use crate::records::code::ItemKind;
use crate::records::questionnaire::Questionnaire;
use crate::records::text::folded;
use crate::sheets::heading::Region;
use crate::words::import::Unfit;
use std::collections::BTreeSet;

/// The columns of a questionnaire's items: each goes by its question and its number.
pub(super) fn items(questionnaire: &Questionnaire) -> Vec<ListColumn> {
    let to = |key: &str| Some(Target::new(("responses".to_owned(), key.to_owned())));
    let mut columns = Vec::new();
    let mut number = 0;
    for item in &questionnaire.item {
        let mut from = vec![folded(&item.text)];
        from.extend(item.text_en.iter().map(|text| folded(text)));
        if item.kind == ItemKind::Scale {
            number += 1;
            from.extend(
                ["u", "u ", "unsur ", "q", "q ", "p", "p ", "pertanyaan ", "butir "]
                    .map(|word| format!("{word}{number}")),
            );
        }
        columns.push(ListColumn {
            to: to(&item.key.value),
            from,
            ..ListColumn::default()
        });
    }
    for profile in &questionnaire.profile {
        let mut from = vec![folded(&profile.text)];
        from.extend(profile.text_en.iter().map(|text| folded(text)));
        columns.push(ListColumn {
            to: to(&profile.key.value),
            from,
            ..ListColumn::default()
        });
    }
    columns
}

/// The columns that are questions with answers to choose from.
fn questions<'c>(survey: Option<&Survey>, columns: &'c [ListColumn]) -> Vec<(usize, &'c ListColumn)> {
    let items = survey.iter().flat_map(|survey| &survey.questionnaire.item);
    let keys: Vec<&str> = items
        .filter(|item| item.kind != ItemKind::Text)
        .map(|item| &*item.key.value)
        .collect();
    let is_asked = |column: &ListColumn| column.to.as_ref().is_some_and(|to| keys.contains(&to.1.as_str()));
    let columns = columns.iter().enumerate();
    columns.filter(|(_, column)| is_asked(column)).collect()
}

/// Whether a heading has a name of a column as words of its own: "kesesuaian persyaratan pelayanan" has "persyaratan".
fn says(heading: &str, column: &ListColumn) -> bool {
    let is_in = |name: &String| format!(" {heading} ").contains(&format!(" {name} "));
    let mut names = column.from.iter();
    names.any(|name| !name.contains(|letter: char| letter.is_ascii_digit()) && is_in(name))
}

/// Whether a heading begins with the number of a question: "u1 bagaimana pendapat saudara".
fn is_numbered(heading: &str, column: &ListColumn) -> bool {
    let begins = |name: &String| {
        let rest = heading.strip_prefix(name.as_str());
        name.ends_with(|letter: char| letter.is_ascii_digit())
            && rest.is_some_and(|rest| rest.starts_with(' '))
    };
    column.from.iter().any(begins)
}

/// The one question that a heading asks by its words, or where they tell none by its number.
fn question(heading: &str, questions: &[(usize, &ListColumn)]) -> Option<usize> {
    let only = |fits: &dyn Fn(&ListColumn) -> bool| {
        let mut found = questions.iter().filter(|(_, column)| fits(column));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    };
    only(&|column| says(heading, column)).or_else(|| only(&|column| is_numbered(heading, column)))
}

/// A heading without the number in front of it: "1. Jenis Kelamin".
fn bare(heading: &str) -> Option<&str> {
    let (number, rest) = heading.split_once(' ')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(rest)
}

/// Whether a form of answers knows a heading that is none of its names, by the question in it.
pub(super) fn asks(survey: Option<&Survey>, columns: &[ListColumn]) -> impl Fn(&str) -> bool {
    let questions = questions(survey, columns);
    let is_asked = survey.is_some();
    move |heading| {
        let has_words = is_asked && heading.contains(' ');
        has_words && question(heading, &questions).is_some()
    }
}

/// The columns of a sheet that ask about an item in words of their own, beside those whose heading is a name of it: the
/// place on the sheet with that of the column of the form. A few such words make no questionnaire.
pub(super) fn asked(
    survey: Option<&Survey>,
    columns: &[ListColumn],
    (titles, named): (&[Vec<String>], &[(usize, usize)]),
) -> Vec<(usize, usize)> {
    let is_free = |at: &usize| !named.iter().any(|(known, _)| known == at);
    let is_open = |index: &usize| !named.iter().any(|(_, known)| known == index);
    let free: Vec<(usize, &str)> = (0..titles.len())
        .filter(is_free)
        .filter_map(|at| Some((at, titles[at].first()?.as_str())))
        .collect();
    let all = questions(survey, columns);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, heading) in &free {
        let plain = bare(heading).filter(|_| survey.is_some());
        let own = plain.and_then(|name| {
            let mut columns = columns.iter();
            columns.position(|column| column.from.iter().any(|known| known == name))
        });
        let index = own.or_else(|| question(heading, &all));
        found.extend(index.filter(is_open).map(|index| (*at, index)));
    }
    let is_once = |index: usize| found.iter().filter(|(_, other)| *other == index).count() == 1;
    let once: Vec<(usize, usize)> = found
        .iter()
        .copied()
        .filter(|(_, index)| is_once(*index))
        .collect();
    let told = named.iter().chain(&once);
    let count = told
        .filter(|(_, index)| all.iter().any(|(at, _)| at == index))
        .count();
    match count * 2 >= all.len() {
        true => once,
        false => Vec::new(),
    }
}

/// Refuses a list of answers of which some questions have no column: what is recorded in part would come twice when it
/// comes again whole.
pub(super) fn refuse_unasked(
    draft: &mut Draft<'_>,
    (survey, columns): (Option<&Survey>, &[ListColumn]),
    regions: &[Region<'_>],
    bound: &[Bound],
) {
    let questions = questions(survey, columns);
    let of_rows = regions
        .iter()
        .zip(bound)
        .filter(|(region, _)| !region.rows.is_empty());
    for (region, bound) in of_rows {
        let is_there = |index: usize| bound.pairs.iter().any(|(_, known)| *known == index);
        let missing = questions.iter().filter(|(index, _)| !is_there(*index));
        let missing: Vec<&str> = missing
            .filter_map(|(_, column)| Some(column.to.as_ref()?.1.as_str()))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let unknown: BTreeSet<usize> = bound.unknown.iter().map(|(at, _)| *at).collect();
        let titles = unknown.into_iter().filter_map(|at| region.titles[at].first());
        let unknown: Vec<&str> = titles.map(String::as_str).collect();
        let sheet = region.sheet.name.as_deref();
        let place: Vec<&str> = [&*region.sheet.file].into_iter().chain(sheet).collect();
        let place = place.join(", ");
        let (missing, unknown) = (missing.join(", "), unknown.join("; "));
        let refusal = match unknown.is_empty() {
            true => Unfit::QuestionsMissing { place, missing },
            false => Unfit::QuestionsUnread {
                place,
                missing,
                unknown,
            },
        };
        draft.refuse("", refusal);
    }
}
