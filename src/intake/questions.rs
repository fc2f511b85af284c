//! The form of a questionnaire's answers: which headings ask about which of its items, whether by name, number or words.

use super::bound::{Bound, ListColumn, Target};
use crate::change::Draft;
use crate::load::Survey;
use crate::records::code::ItemKind;
use crate::records::questionnaire::{Item, Questionnaire};
use crate::records::text::{folded, sense};
use crate::sheets::heading::Region;
use crate::words::import::Unfit;
use std::collections::BTreeSet;

/// The words before the number of a question, `U8`, `Pertanyaan 8`; those that begin with another stand before it.
pub(super) const NUMBERING: [&str; 11] = [
    "unsur pelayanan",
    "nilai unsur",
    "pertanyaan",
    "indikator",
    "unsur",
    "butir",
    "soal",
    "item",
    "u",
    "p",
    "q",
];

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
            let names = |word: &&str| [format!("{word}{number}"), format!("{word} {number}")];
            from.extend(NUMBERING.iter().flat_map(names));
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
        // A choice goes by the words that the form shows for it.
        let shown = [
            &profile.categories,
            &profile.categories_text,
            &profile.categories_text_en,
        ];
        let meanings = shown
            .into_iter()
            .flat_map(|texts| texts.iter().zip(&profile.categories));
        columns.push(ListColumn {
            to: to(&profile.key.value),
            from,
            meanings: meanings.map(|(text, code)| (sense(text), code.clone())).collect(),
            ..ListColumn::default()
        });
    }
    columns
}

/// A question with answers to choose from.
pub(super) struct AskedItem<'c> {
    key: &'c str,
    /// The first column of the form that becomes its answer.
    pub(super) column: usize,
    /// The names of all that do.
    pub(super) names: Vec<&'c str>,
}

/// The questions that columns answer; several rules may each have a column for one.
pub(super) fn questions<'c>(survey: Option<&Survey>, columns: &'c [ListColumn]) -> Vec<AskedItem<'c>> {
    let items = survey.iter().flat_map(|survey| &survey.questionnaire.item);
    let keys: Vec<&str> = items
        .filter(|item| item.kind != ItemKind::Text)
        .map(|item| &*item.key.value)
        .collect();
    let mut questions: Vec<AskedItem<'_>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let key = column.to.as_ref().map(|to| to.1.as_str());
        let Some(key) = key.filter(|key| keys.contains(key)) else {
            continue;
        };
        let names = column.from.iter().map(String::as_str);
        match questions.iter_mut().find(|known| known.key == key) {
            Some(known) => known.names.extend(names),
            None => questions.push(AskedItem {
                key,
                column: at,
                names: names.collect(),
            }),
        }
    }
    questions
}

/// How many questions are answered by some columns of a form.
pub(super) fn count(survey: Option<&Survey>, columns: &[ListColumn], bound: &[(usize, usize)]) -> usize {
    let questions = questions(survey, columns);
    let asked = questions
        .iter()
        .filter(|question| question.is_among(columns, bound));
    asked.count()
}

impl AskedItem<'_> {
    /// Whether one of some columns becomes its answer.
    fn is_among(&self, columns: &[ListColumn], bound: &[(usize, usize)]) -> bool {
        let mut targets = bound.iter().filter_map(|(_, at)| columns[*at].to.as_ref());
        targets.any(|to| to.1 == self.key)
    }
}

/// Whether a heading has a name of a question as words of its own: "kesesuaian persyaratan pelayanan" has "persyaratan".
fn says(heading: &str, question: &AskedItem<'_>) -> bool {
    let is_in = |name: &str| format!(" {heading} ").contains(&format!(" {name} "));
    let mut names = question.names.iter();
    names.any(|name| !name.contains(|letter: char| letter.is_ascii_digit()) && is_in(name))
}

/// Whether a heading begins with the number of a question: "u1 bagaimana pendapat saudara".
fn is_numbered(heading: &str, question: &AskedItem<'_>) -> bool {
    let begins = |name: &&str| {
        let rest = heading.strip_prefix(name);
        name.ends_with(|letter: char| letter.is_ascii_digit())
            && rest.is_some_and(|rest| rest.starts_with(' '))
    };
    question.names.iter().any(begins)
}

/// The one question that a heading asks by its words, or where they tell none by its number.
fn question(heading: &str, questions: &[AskedItem<'_>]) -> Option<usize> {
    asked_in_words(heading, questions).or_else(|| only(heading, questions, is_numbered))
}

/// The one question that a heading asks by its words.
pub(super) fn asked_in_words(heading: &str, questions: &[AskedItem<'_>]) -> Option<usize> {
    only(heading, questions, says)
}

/// The column of the only question that fits a heading.
fn only(heading: &str, questions: &[AskedItem<'_>], fits: fn(&str, &AskedItem<'_>) -> bool) -> Option<usize> {
    let mut found = questions.iter().filter(|question| fits(heading, question));
    let first = found.next()?;
    found.next().is_none().then_some(first.column)
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
    (titles, named): (&[String], &[(usize, usize)]),
) -> Vec<(usize, usize)> {
    let is_free = |at: &usize| !named.iter().any(|(known, _)| known == at);
    let is_open = |index: &usize| {
        let is_it = |(_, known): &(usize, usize)| columns[*known].to == columns[*index].to;
        columns[*index].to.is_none() || !named.iter().any(is_it)
    };
    let free: Vec<(usize, &str)> = (0..titles.len())
        .filter(is_free)
        .map(|at| (at, titles[at].as_str()))
        .filter(|(_, title)| !title.is_empty())
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
    let told: Vec<(usize, usize)> = named.iter().chain(&once).copied().collect();
    let count = all
        .iter()
        .filter(|question| question.is_among(columns, &told))
        .count();
    match count * 2 >= all.len() {
        true => once,
        false => Vec::new(),
    }
}

/// What a list of answers may be read by: the questionnaire, the columns of its form, and what every row says.
pub(super) type AnswerForm<'f> = (Option<&'f Survey>, &'f [ListColumn], &'f [(Target, String)]);

/// Whether every row of a list judges an instructor, and the list asks all that some aspects ask and nothing of the others:
/// the form about instructors alone has no columns for the rest.
fn is_of_instructors(
    (survey, columns, constants): AnswerForm<'_>,
    region: &Region<'_>,
    bound: &Bound,
    missing: &[&str],
) -> bool {
    let is_told = |to: &Target| to.1 == "instructor";
    let column = bound
        .pairs
        .iter()
        .find(|(_, at)| columns[*at].to.as_ref().is_some_and(is_told));
    let is_for_all = constants.iter().any(|(to, _)| is_told(to));
    let by_row = column.is_some_and(|(at, _)| {
        region
            .rows
            .iter()
            .all(|row| row.is_blank() || !row.get(*at).is_empty())
    });
    let items = || survey.into_iter().flat_map(|survey| &survey.questionnaire.item);
    let is_missing = |item: &Item| missing.contains(&&*item.key.value);
    let is_whole = |item: &Item| {
        let mut aspect = items().filter(|other| other.group == item.group && other.kind != ItemKind::Text);
        aspect.all(|other| is_missing(other) == is_missing(item))
    };
    let asked: Vec<&Item> = items().filter(|item| item.kind != ItemKind::Text).collect();
    let has_some = asked.iter().any(|item| !is_missing(item) && item.group.is_some());
    (is_for_all || by_row) && bound.unknown.is_empty() && has_some && asked.into_iter().all(is_whole)
}

/// Refuses a list of answers of which some questions have no column: what is recorded in part would come twice when it
/// comes again whole.
pub(super) fn refuse_unasked(
    draft: &mut Draft<'_>,
    asking: AnswerForm<'_>,
    regions: &[Region<'_>],
    bound: &[Bound],
) {
    let (survey, columns, _) = asking;
    let questions = questions(survey, columns);
    let of_rows = regions
        .iter()
        .zip(bound)
        .filter(|(region, _)| !region.rows.is_empty());
    for (region, bound) in of_rows {
        let missing = questions
            .iter()
            .filter(|question| !question.is_among(columns, &bound.pairs));
        let missing: Vec<&str> = missing.map(|question| question.key).collect();
        if missing.is_empty() || is_of_instructors(asking, region, bound, &missing) {
            continue;
        }
        let unknown: BTreeSet<usize> = bound.unknown.iter().map(|(at, _)| *at).collect();
        let titles = unknown.into_iter().map(|at| region.titles[at].as_str());
        let unknown: Vec<&str> = titles.filter(|title| !title.is_empty()).collect();
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
