//! The form of a questionnaire's answers: which headings ask about which of its items, whether by name, number or words.

use super::bound::{Bound, ListColumn, Target};
use crate::change::Draft;
use crate::load::Survey;
use crate::records::code::ItemKind;
use crate::records::questionnaire::{Item, Questionnaire};
use crate::records::text::{folded, sense};
use crate::sheets::heading::Region;
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};
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
        // A choice goes by the words that the form shows for it.
        let shown = [&profile.categories_text, &profile.categories_text_en];
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
struct Question<'c> {
    key: &'c str,
    /// The first column of the form that becomes its answer.
    column: usize,
    /// The names of all that do.
    names: Vec<&'c str>,
}

/// The questions that columns answer; several rules may each have a column for one.
fn questions<'c>(survey: Option<&Survey>, columns: &'c [ListColumn]) -> Vec<Question<'c>> {
    let items = survey.iter().flat_map(|survey| &survey.questionnaire.item);
    let keys: Vec<&str> = items
        .filter(|item| item.kind != ItemKind::Text)
        .map(|item| &*item.key.value)
        .collect();
    let mut questions: Vec<Question<'_>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let key = column.to.as_ref().map(|to| to.1.as_str());
        let Some(key) = key.filter(|key| keys.contains(key)) else {
            continue;
        };
        let names = column.from.iter().map(String::as_str);
        match questions.iter_mut().find(|known| known.key == key) {
            Some(known) => known.names.extend(names),
            None => questions.push(Question {
                key,
                column: at,
                names: names.collect(),
            }),
        }
    }
    questions
}

impl Question<'_> {
    /// Whether one of some columns becomes its answer.
    fn is_among(&self, columns: &[ListColumn], bound: &[(usize, usize)]) -> bool {
        let mut targets = bound.iter().filter_map(|(_, at)| columns[*at].to.as_ref());
        targets.any(|to| to.1 == self.key)
    }
}

/// Whether a heading has a name of a question as words of its own: "kesesuaian persyaratan pelayanan" has "persyaratan".
fn says(heading: &str, question: &Question<'_>) -> bool {
    let is_in = |name: &str| format!(" {heading} ").contains(&format!(" {name} "));
    let mut names = question.names.iter();
    names.any(|name| !name.contains(|letter: char| letter.is_ascii_digit()) && is_in(name))
}

/// Whether a heading begins with the number of a question: "u1 bagaimana pendapat saudara".
fn is_numbered(heading: &str, question: &Question<'_>) -> bool {
    let begins = |name: &&str| {
        let rest = heading.strip_prefix(name);
        name.ends_with(|letter: char| letter.is_ascii_digit())
            && rest.is_some_and(|rest| rest.starts_with(' '))
    };
    question.names.iter().any(begins)
}

/// The one question that a heading asks by its words, or where they tell none by its number.
fn question(heading: &str, questions: &[Question<'_>]) -> Option<usize> {
    let only = |fits: fn(&str, &Question<'_>) -> bool| {
        let mut found = questions.iter().filter(|question| fits(heading, question));
        let first = found.next()?;
        found.next().is_none().then_some(first.column)
    };
    only(says).or_else(|| only(is_numbered))
}

/// What a text says of questions by their numbers, `U8 = Sarana dan Prasarana, U9 = Penanganan Pengaduan`: the number with
/// what stands behind it, which is empty in `U8` alone.
fn numbered(text: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, _) in text.match_indices(['u', 'U']) {
        let rest = &text[at + 1..];
        let rest = rest
            .strip_prefix("nsur")
            .or(rest.strip_prefix("NSUR"))
            .unwrap_or(rest);
        let rest = rest.trim_start_matches([' ', '.', '-']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at(digits);
        let is_word =
            text[..at].ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric);
        if let (Ok(number), false) = (number.parse(), is_word) {
            found.push((at, text.len() - behind.len(), number));
        }
    }
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let said = found.iter().zip(ends);
    said.map(|((_, from, number), end)| (*number, text[*from..end].trim_matches(is_mark)))
        .collect()
}

/// The question that stands in a column whose heading only numbers it.
fn number(heading: &str) -> Option<usize> {
    match numbered(heading)[..] {
        [(number, "")] => Some(number),
        _ => None,
    }
}

/// What the sheet of a list of answers says beside its heading of the questions that the heading only numbers: the number,
/// the column of the form that becomes the answer, and the cell.
fn legend(survey: Option<&Survey>, columns: &[ListColumn], region: &Region<'_>) -> Vec<(usize, usize, Spot)> {
    let questions = questions(survey, columns);
    let of = |text: &str| {
        let text = folded(text);
        let named = questions.iter().find(|question| question.names.contains(&&*text));
        named
            .map(|one| one.column)
            .or_else(|| question(&text, &questions))
    };
    let is_numbering = survey.is_some() && region.titles.iter().any(|title| number(title).is_some());
    let rows = region.sheet.rows.iter();
    let rows = rows.filter(|row| is_numbering && row.number != region.heading);
    let mut legend: Vec<(usize, usize, Spot)> = Vec::new();
    for row in rows {
        for at in 0..row.width() {
            for (number, said) in numbered(row.get(at)) {
                let mut behind = (at + 1..row.width()).map(|at| row.get(at));
                let next = || behind.find(|text| text.contains(char::is_alphabetic));
                let said = Some(said).filter(|said| !said.is_empty()).or_else(next);
                let column = said.and_then(of);
                let spot = || region.sheet.spot(row.number, Some(at));
                legend.extend(column.map(|column| (number, column, spot())));
            }
        }
    }
    legend
}

/// Gives the headings that only number a question the name of that which the sheet says it is.
pub(super) fn explain(
    survey: Option<&Survey>,
    columns: &[ListColumn],
    (region, titles): (&Region<'_>, &mut [String]),
) {
    for (wanted, column, _) in legend(survey, columns, region) {
        let own = region.titles.iter().zip(titles.iter_mut());
        for (_, title) in own.filter(|(whole, _)| number(whole) == Some(wanted)) {
            let name = columns[column].from.first();
            title.clone_from(name.unwrap_or(&String::new()));
        }
    }
}

/// Says which questions the headings of a list of answers mean that only number them, and by what.
pub(super) fn order(
    (survey, columns, _): AnswerForm<'_>,
    (regions, bound): (&[Region<'_>], &[Bound]),
    lang: Lang,
) -> Option<Intake> {
    let meant = |(region, bound): &(&Region<'_>, &Bound)| {
        let of = |(at, index): &(usize, usize)| {
            let key = &columns[*index].to.as_ref()?.1;
            Some((number(region.titles.get(*at)?)?, key.clone()))
        };
        let numbered: BTreeSet<(usize, String)> = bound.pairs.iter().filter_map(of).collect();
        let order = numbered.iter().map(|(number, key)| format!("U{number} = {key}"));
        Some(order.collect::<Vec<_>>().join(", ")).filter(|order| !order.is_empty())
    };
    let mut all = regions.iter().zip(bound);
    let (region, order) = all.find_map(|one| survey.and(meant(&one).map(|order| (one.0, order))))?;
    Some(match legend(survey, columns, region).first() {
        Some((_, _, spot)) => {
            let place = spot.text(lang);
            Intake::OrderExplained { order, place }
        }
        None => Intake::OrderOfQuestionnaire { order },
    })
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
