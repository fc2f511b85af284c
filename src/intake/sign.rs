//! What a sheet of answers explains of their signs beside its table: which answer a letter means, or a digit that counts from
//! the best down; and that it asks on another scale.

use super::bound::{Bound, ListColumn};
use super::cells::ListCells;
use super::questions::AnswerForm;
use super::row::ListRow;
use super::scale::{answered, letter};
use crate::change::Draft;
use crate::load::Survey;
use crate::records::table::Check;
use crate::records::text::folded;
use crate::sheets::heading::Region;
use crate::sheets::{SheetRow, Worksheet};
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};
use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

/// The scale of all answers, where they have one.
fn scale(survey: Option<&Survey>) -> Option<(i64, i64)> {
    let checks = survey?.table.columns.iter().map(|column| &column.check);
    let scales = checks.filter_map(|check| match check {
        Check::Scale(low, high) => Some((*low, *high)),
        _ => None,
    });
    let scales: BTreeSet<(i64, i64)> = scales.collect();
    scales.first().filter(|_| scales.len() == 1).copied()
}

/// The signs that a text explains, `a = Tidak Baik, b. Kurang Baik`, each with what stands behind it.
fn explained(text: &str, is_sign: fn(char) -> bool) -> Vec<(char, &str)> {
    const MARKS: [char; 4] = ['=', '.', ')', ':'];
    let mut found: Vec<(usize, usize, char)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is_sign(*sign)) {
        let rest = text[at + 1..].trim_start();
        let is_alone = !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '.');
        if is_alone && rest.starts_with(MARKS) {
            found.push((at, text.len() - rest.len() + 1, sign.to_ascii_lowercase()));
        }
    }
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let said = found.iter().zip(ends);
    said.map(|((_, from, sign), end)| {
        (
            *sign,
            text[*from..end].trim_matches([' ', ',', ';', '.', '=', ':']),
        )
    })
    .collect()
}

/// The texts above a table and in its rows of few cells, with their places.
fn beside<'r>(region: &'r Region<'_>, bound: &Bound) -> Vec<(&'r str, Spot)> {
    // A row of the table has more cells.
    let is_beside = |(sheet, row): &(&Worksheet, &SheetRow)| {
        let filled = row.texts().filter(|text| !text.is_empty()).count();
        let is_above = ptr::eq(*sheet, region.sheet) && row.number < region.heading;
        is_above || filled * 2 < bound.pairs.len()
    };
    let rows = region.explaining().filter(is_beside);
    let texts = rows.flat_map(|(sheet, row)| {
        let texts = row.texts().enumerate();
        texts.map(move |(at, text)| (text, sheet.spot(row.number, Some(at))))
    });
    texts.collect()
}

/// What a sheet says of some signs.
#[derive(Default)]
struct Signs {
    /// Each sign with the answers that it is said to be.
    answers: BTreeMap<char, BTreeSet<String>>,
    /// Where the first is explained.
    spot: Spot,
}

impl Signs {
    /// Those that a sheet explains, in words where they are digits.
    fn of((region, bound): (&Region<'_>, &Bound), scale: (i64, i64), is_sign: fn(char) -> bool) -> Signs {
        let mut signs = Signs::default();
        for (text, spot) in beside(region, bound) {
            for (sign, said) in explained(text, is_sign) {
                let is_words = !said.starts_with(|letter: char| letter.is_ascii_digit());
                let Some(answer) = answered(said, scale).filter(|_| is_words || !sign.is_ascii_digit())
                else {
                    continue;
                };
                if signs.answers.is_empty() {
                    signs.spot = spot.clone();
                }
                signs.answers.entry(sign).or_default().insert(answer);
            }
        }
        signs
    }

    /// The only answer of each; `None` where they contradict each other, or tell it of no more than one.
    fn meant(&self) -> Option<BTreeMap<char, String>> {
        let mut meant = BTreeMap::new();
        for (sign, answers) in &self.answers {
            let answer = answers.first().filter(|_| answers.len() == 1)?;
            meant.insert(*sign, answer.clone());
        }
        let told: BTreeSet<&String> = meant.values().collect();
        (told.len() >= 2 && told.len() == meant.len()).then_some(meant)
    }
}

/// A digit with its answer where a scale counts as it does.
fn is_plain((sign, answer): (&char, &String)) -> bool {
    sign.to_string() == *answer
}

/// What the digits of a scale mean where the sheet counts otherwise: those that it does not explain go on in its order.
/// `None` where that leaves one open.
fn counted(meant: &BTreeMap<char, String>, (low, high): (i64, i64)) -> Option<BTreeMap<char, String>> {
    let number = |sign: &char| sign.to_digit(10).map(i64::from);
    let is_down = |(sign, answer): (&char, &String)| {
        number(sign).is_some_and(|digit| answer.parse() == Ok(low + high - digit))
    };
    let is_whole = (low..=high).all(|digit| meant.keys().any(|sign| number(sign) == Some(digit)));
    match (meant.iter().all(is_down), is_whole) {
        (true, _) => {
            let digits = (low..=high).filter_map(|digit| digit.to_string().chars().next().zip(Some(digit)));
            Some(
                digits
                    .map(|(sign, digit)| (sign, (low + high - digit).to_string()))
                    .collect(),
            )
        }
        (false, true) => Some(meant.clone()),
        (false, false) => None,
    }
}

/// Whether it was typed what a digit means.
fn is_typed((survey, columns, _): AnswerForm<'_>) -> bool {
    let is_digit =
        |(text, _): &(String, String)| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_scale = |column: &&ListColumn| {
        let table = survey.map(|survey| &survey.table);
        let at = table.and_then(|table| Some((table, table.column(&column.to.as_ref()?.1)?)));
        at.is_some_and(|(table, at)| matches!(table.columns[at].check, Check::Scale(..)))
    };
    let mut scales = columns.iter().filter(is_scale);
    scales.any(|column| column.meanings.iter().any(&is_digit))
}

/// The order in which signs and their answers are told.
fn told(answers: &BTreeMap<char, String>) -> String {
    let pairs = answers.iter().map(|(sign, answer)| format!("{sign} = {answer}"));
    pairs.collect::<Vec<_>>().join(", ")
}

/// Whether letters are explained.
fn is_letter(sign: char) -> bool {
    ('a'..='e').contains(&sign.to_ascii_lowercase())
}

/// Notes what the lines around a table of answers say of letters, and of digits where these count otherwise than the scale.
pub(super) fn note(
    asking: AnswerForm<'_>,
    region: &Region<'_>,
    bound: &mut Bound,
    lang: Lang,
) -> Vec<Intake> {
    let Some(scale) = scale(asking.0) else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    let letters = Signs::of((region, bound), scale, is_letter);
    if let Some(meant) = letters.meant() {
        let is_lettered = |row: &SheetRow| row.texts().any(|text| letter(text).is_some());
        let (order, place) = (told(&meant), letters.spot.text(lang));
        let is_used = region.rows.iter().any(is_lettered);
        notes.extend(is_used.then_some(Intake::LettersExplained { order, place }));
        bound.letters.answers.extend(meant);
    }
    let digits = Signs::of((region, bound), scale, |sign| sign.is_ascii_digit());
    let meant = digits
        .meant()
        .filter(|meant| !is_typed(asking) && !meant.iter().all(is_plain));
    if let Some(answers) = meant.and_then(|meant| counted(&meant, scale)) {
        let (order, place) = (told(&answers), digits.spot.text(lang));
        notes.push(Intake::DigitsExplained { order, place });
        bound.letters.answers.extend(answers);
    }
    notes
}

/// The ends of a scale that a text tells: `(skala 1-5)`, `Skala Likert 1 s.d. 5`.
fn ends(text: &str) -> Option<(i64, i64)> {
    let text = folded(text);
    let words: Vec<&str> = text.split(' ').collect();
    let at = words
        .iter()
        .position(|word| *word == "skala" || *word == "scale")?;
    let mut numbers = words[at..]
        .iter()
        .take(7)
        .filter_map(|word| word.parse::<i64>().ok());
    let ends = (numbers.next()?, numbers.next()?);
    // An index goes from 25 to 100.
    (ends.0 <= 1 && (2..=10).contains(&ends.1)).then_some(ends)
}

/// Refuses a sheet that says that it asks on another scale, or says of its digits what nobody can follow.
pub(super) fn refuse(
    draft: &mut Draft<'_>,
    asking: AnswerForm<'_>,
    (regions, bound): (&[Region<'_>], &[Bound]),
    lang: Lang,
) {
    let Some(scale) = scale(asking.0).filter(|_| !is_typed(asking)) else {
        return;
    };
    for (region, bound) in regions.iter().zip(bound) {
        let texts = beside(region, bound);
        let is_other = |text: &str| ends(text).is_some_and(|ends| ends != scale);
        let beyond = |text: &str| {
            let digits = explained(text, |sign| sign.is_ascii_digit()).into_iter();
            let mut digits = digits.filter(|(_, said)| answered(said, scale).is_some());
            digits.any(|(sign, _)| {
                sign.to_digit(10)
                    .is_some_and(|digit| !(scale.0..=scale.1).contains(&i64::from(digit)))
            })
        };
        let digits = Signs::of((region, bound), scale, |sign| sign.is_ascii_digit());
        let meant = digits.meant();
        let is_followed = match &meant {
            Some(meant) => meant.iter().all(is_plain) || counted(meant, scale).is_some(),
            None => digits.answers.len() < 2,
        };
        let other = texts.into_iter().find(|(text, _)| is_other(text) || beyond(text));
        let other = other
            .map(|(_, spot)| spot)
            .or_else(|| (!is_followed).then(|| digits.spot.clone()));
        if let Some(spot) = other {
            let (place, low, high) = (spot.text(lang), scale.0.to_string(), scale.1.to_string());
            draft.refuse("", Unfit::ScaleOther { place, low, high });
        }
    }
}

/// Refuses a list whose rows answer beyond the scale with whole numbers: all of it was asked on another, and of a part of the
/// rows an index would be too high. One alone may be a slip of the hand, which its row tells.
pub(super) fn refuse_beyond(draft: &mut Draft<'_>, asking: AnswerForm<'_>, rows: &[ListRow<'_>], lang: Lang) {
    /// No scale of digits goes further.
    const HIGHEST: i64 = 10;
    let Some((low, high)) = scale(asking.0).filter(|_| !is_typed(asking)) else {
        return;
    };
    let (Some(survey), columns) = (asking.0, asking.1) else {
        return;
    };
    let is_answer = |index: usize| {
        let to = columns[index].to.as_ref();
        let at = to.and_then(|to| survey.table.column(&to.1));
        at.is_some_and(|at| matches!(survey.table.columns[at].check, Check::Scale(..)))
    };
    let beyond = |row: &ListRow<'_>| {
        let read = row.bound.pairs.iter().filter(|(_, index)| is_answer(*index));
        let numbers = read.filter_map(|(at, _)| {
            let text = row.row.get(*at);
            let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
            let is_whole = !text[digits.len()..].starts_with([',', '/']);
            let number = digits.parse::<i64>().ok().filter(|_| is_whole)?;
            Some((number, *at))
        });
        let highest = numbers.filter(|(number, _)| *number > high).max()?;
        Some((highest.0, row.region.sheet.spot(row.row.number, Some(highest.1))))
    };
    let found: Vec<(i64, Spot)> = rows.iter().filter_map(beyond).collect();
    let highest = found.iter().map(|(number, _)| *number).max().unwrap_or(low);
    if found.len() > 1 && highest <= HIGHEST {
        let count = found.len();
        let told = if highest > 5 { HIGHEST } else { 5 }.to_string();
        let place = found[0].1.text(lang);
        let (low, high) = (low.to_string(), high.to_string());
        draft.refuse(
            "",
            Unfit::ScaleBeyond {
                count,
                place,
                told,
                low,
                high,
            },
        );
    }
}

/// Notes the words of a row that its columns read as answers on a scale; a single letter is explained elsewhere.
pub(super) fn note_words(
    survey: &Survey,
    (row, fields): (&ListRow<'_>, &ListCells),
    read: &mut BTreeMap<String, String>,
) {
    let columns = survey.table.columns.iter();
    for column in columns.filter(|column| matches!(column.check, Check::Scale(..))) {
        let Some(field) = fields.get("responses", &column.name) else {
            continue;
        };
        let told = field.spot.column.map_or("", |at| row.row.get(at)).trim();
        let is_word = told.chars().count() > 1 && told.starts_with(char::is_alphabetic);
        let is_answer = field.cell.text.bytes().all(|byte| byte.is_ascii_digit());
        if is_word && is_answer {
            read.insert(told.to_owned(), field.cell.text.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_tells_the_ends_of_a_scale() {
        for (text, expected) in [
            ("(skala 1-5)", Some((1, 5))),
            ("Skala Likert 1 s.d. 4", Some((1, 4))),
            ("Nilai IKM skala 25 - 100", None),
            ("Skala prioritas", None),
        ] {
            assert_eq!(ends(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_said_of_letters() {
        let said = |text: &str| {
            let all = explained(text, is_letter)
                .into_iter()
                .map(|(letter, said)| format!("{letter}={said}"));
            all.collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            (
                "Keterangan: a = Tidak Baik, b = Kurang Baik",
                "a=Tidak Baik b=Kurang Baik",
            ),
            (
                "A. Tidak sesuai; B. Kurang sesuai",
                "a=Tidak sesuai b=Kurang sesuai",
            ),
            ("d) Sangat Baik", "d=Sangat Baik"),
            ("S.E., M.A.P", ""),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
