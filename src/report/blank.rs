//! A questionnaire on paper: its digits, in their order, are what the quick entry of answers takes.

use super::head::sentences;
use super::model::{Edition, Report, Section, Style, Table, Value};
use super::page::Page;
use crate::records::code::{ItemKind, Subject};
use crate::records::questionnaire::{Item, Profile, Questionnaire};
use crate::words::Lang;
use crate::words::report_paper::PaperText as Text;

/// The version of the contract of the sheets.
const VERSION: u32 = 1;

/// The columns of the digits; quick entry takes one digit an item.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Where a word is written, and where a line.
const DOTS: &str = "………………………………";
const LINE: &str = "……………………………………………………………………………………………………………";

/// How many lines there are for an answer in words.
const LINES: usize = 2;

/// The questionnaire, blank.
pub fn questionnaire(page: &Page<'_>, survey: &Questionnaire) -> Report {
    let pen = page.pen;
    let title = own(page, &survey.title, survey.title_en.as_deref()).to_uppercase();
    let mut report = page.formal(page.report("questionnaire", VERSION, Text::Verbatim { title }));
    report.heading_below.clear();
    let scales: Vec<(&Item, (i64, i64))> = survey
        .item
        .iter()
        .filter_map(|item| Some((item, item.scale_ends()?)))
        .collect();
    let lines = |id, lines: Vec<String>| sentences(pen, id, Style::Lines, lines);
    let mut section = Section {
        tables: vec![lines("head", head(page, survey, &scales))],
        ..pen.section("questions", ("", ""))
    };
    if !survey.profile.is_empty() {
        let asked = survey.profile.iter().map(|one| profile(page, one));
        section.tables.push(lines("profile", asked.collect()));
    }
    section.tables.push(questions(page, &scales));
    let words = survey.item.iter().filter(|item| item.kind != ItemKind::Scale);
    let mut words: Vec<String> = words.flat_map(|item| in_words(page, item)).collect();
    words.push(pen.say(Text::Comment));
    words.extend(vec![LINE.to_owned(); LINES]);
    section.tables.push(lines("words", words));
    report.sections = vec![section];
    report.is_to_sign = true;
    // It names nobody, and goes to everybody.
    report.edition = Edition::Public;
    report
}

/// A text of the questionnaire in the language of the page, as far as there is one.
fn own<'t>(page: &Page<'_>, text: &'t str, english: Option<&'t str>) -> &'t str {
    english.filter(|_| page.pen.lang == Lang::En).unwrap_or(text)
}

/// What it is about, who answers, and how; what the figures mean, where each has its words.
fn head(page: &Page<'_>, survey: &Questionnaire, scales: &[(&Item, (i64, i64))]) -> Vec<String> {
    let pen = page.pen;
    let about = match survey.about {
        Subject::Unit => Text::AboutUnit {
            dots: DOTS.to_owned(),
        },
        Subject::Training => Text::AboutTraining {
            dots: DOTS.to_owned(),
        },
        Subject::Mentoring => Text::AboutMentoring {
            dots: DOTS.to_owned(),
        },
    };
    let name = match survey.anonymous {
        true => Text::Anonymous,
        false => Text::ByName {
            dots: DOTS.to_owned(),
        },
    };
    let mut lines: Vec<String> = [about, name, Text::Circle].map(|line| pen.say(line)).into();
    let words = match pen.lang {
        Lang::En if !survey.scale_text_en.is_empty() => &survey.scale_text_en,
        _ => &survey.scale_text,
    };
    let has_words = |(low, high): (i64, i64)| (low..=high).count() == words.len();
    let scale = scales
        .first()
        .map(|(_, ends)| *ends)
        .filter(|ends| has_words(*ends));
    // Words of one scale say nothing of another.
    if let Some((low, _)) = scale.filter(|ends| scales.iter().all(|(_, own)| own == ends)) {
        let meanings = (low..)
            .zip(words)
            .map(|(figure, word)| format!("{figure}\u{a0}= {word}"));
        lines.push(meanings.collect::<Vec<_>>().join(", "));
    }
    lines
}

/// A question of the profile with what there is to tick.
fn profile(page: &Page<'_>, asked: &Profile) -> String {
    let words = match page.pen.lang {
        Lang::En if asked.categories_text_en.len() == asked.categories.len() => &asked.categories_text_en,
        _ if asked.categories_text.len() == asked.categories.len() => &asked.categories_text,
        _ => &asked.categories,
    };
    let text = own(page, &asked.text, asked.text_en.as_deref());
    format!("{text}: {}", ticked(words))
}

fn ticked(words: &[String]) -> String {
    // A box stays with its word, and a word of several with itself.
    let boxes = words
        .iter()
        .map(|word| format!("[\u{a0}\u{a0}]\u{a0}{}", word.replace(' ', "\u{a0}")));
    boxes.collect::<Vec<_>>().join("   ")
}

/// The questions on a scale: numbered in the order in which their digits are typed.
fn questions(page: &Page<'_>, scales: &[(&Item, (i64, i64))]) -> Table {
    let pen = page.pen;
    let low = scales.iter().map(|(_, (low, _))| *low).min().unwrap_or(0);
    let high = scales.iter().map(|(_, (_, high))| *high).max().unwrap_or(0);
    let list = pen
        .list("questions", scales.iter().enumerate())
        .col("number", ("No.", "No."), |(at, _)| {
            Value::Text((at + 1).to_string())
        })
        .col("question", ("Pertanyaan", "Question"), |(_, (item, _))| {
            Value::Text(own(page, &item.text, item.text_en.as_deref()).to_owned())
        });
    let digits = (0..)
        .zip(DIGITS)
        .filter(|(digit, _)| (low..=high).contains(digit));
    digits
        .fold(list, |list, (digit, id)| {
            list.col(id, ("", ""), move |(_, (_, (low, high)))| {
                Value::Text(if (*low..=*high).contains(&digit) {
                    id.to_owned()
                } else {
                    String::new()
                })
            })
        })
        .table()
}

/// A question that is answered in words, or by a choice.
fn in_words(page: &Page<'_>, item: &Item) -> Vec<String> {
    let text = own(page, &item.text, item.text_en.as_deref());
    match item.kind {
        ItemKind::Choice => vec![format!("{text}: {}", ticked(&item.choices))],
        _ => std::iter::once(text.to_owned())
            .chain(vec![LINE.to_owned(); LINES])
            .collect(),
    }
}
