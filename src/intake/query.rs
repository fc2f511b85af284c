//! One thing that a list leaves open, as a value: what is asked with its cells, what may be answered, and what is typed for it.

use super::kind::CodeKind;
use super::nearly::LEFT_OUT;
use super::programme::NEW;
use super::unknown::{self, UnknownCode};
use crate::records::code::{DateOrder, Method, Mode};
use crate::records::word::Code;
use crate::words::asking::AskText;
use crate::words::import::Unfit;
use crate::words::{Lang, Phrase, Say};
use std::fmt;

/// What stands where an answer is to be filled in.
pub(super) const BLANK: &str = "…";

/// An option as it is typed, with its value; without one it is a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionTyped {
    /// Its name, without the strokes.
    pub option: String,
    /// What stands behind it; `…` in it is to be filled in.
    pub value: String,
}

impl OptionTyped {
    pub(super) fn new(option: &str, value: impl Into<String>) -> OptionTyped {
        let (option, value) = (option.to_owned(), value.into());
        OptionTyped { option, value }
    }

    /// What a text means.
    pub(super) fn means(text: &str, meaning: &str) -> OptionTyped {
        OptionTyped::new("means", format!("{text}={meaning}"))
    }

    /// What a heading becomes.
    pub(super) fn column(heading: &str, field: &str) -> OptionTyped {
        OptionTyped::new("column", format!("{heading}={field}"))
    }

    /// The same with the blank filled in.
    pub fn filled(&self, text: &str) -> OptionTyped {
        let value = self.value.replacen(BLANK, text, 1);
        OptionTyped::new(&self.option, value)
    }

    /// All the options that a line holds.
    pub(super) fn all(line: &str) -> Vec<OptionTyped> {
        let parts = format!(" {line}");
        let parts = parts.split(" --").skip(1);
        let read = parts.map(|part| {
            let (option, value) = part.split_once(' ').unwrap_or((part, ""));
            OptionTyped::new(option, value.trim().trim_matches('"'))
        });
        read.collect()
    }
}

impl fmt::Display for OptionTyped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OptionTyped { option, value } = self;
        let is_quoted = ["means", "column"].contains(&&**option) || value.contains(char::is_whitespace);
        match is_quoted {
            true => write!(f, "--{option} \"{value}\""),
            false if value.is_empty() => write!(f, "--{option}"),
            false => write!(f, "--{option} {value}"),
        }
    }
}

/// An answer that may be chosen.
#[derive(Clone, Debug)]
pub struct OfferedAnswer {
    /// What it says.
    pub label: String,
    /// What is typed for it.
    pub typed: Vec<OptionTyped>,
    /// What is asked instead.
    pub then: Vec<OpenQuestion>,
}

/// One thing that a list leaves open.
#[derive(Clone, Debug)]
pub struct OpenQuestion {
    /// What is asked, with the cells and how many they are.
    pub told: String,
    /// What may be chosen, the likeliest first.
    pub choices: Vec<OfferedAnswer>,
    /// What is typed for an answer in one's own words, with the blank; `None` where only a choice answers.
    pub own: Option<OptionTyped>,
    /// What such an answer looks like; empty where the choices show it.
    pub example: String,
    /// What stands in the line with all that is asked: never an answer that only the officer knows.
    pub(super) proposed: Vec<OptionTyped>,
}

/// So many of the names that are there are offered.
const OFFERED: usize = 9;

impl OpenQuestion {
    fn new(told: String, own: Option<OptionTyped>) -> OpenQuestion {
        OpenQuestion {
            told,
            choices: Vec::new(),
            proposed: own.clone().into_iter().collect(),
            own,
            example: String::new(),
        }
    }

    fn or(mut self, label: impl Into<String>, typed: Vec<OptionTyped>) -> OpenQuestion {
        let (label, then) = (label.into(), Vec::new());
        self.choices.push(OfferedAnswer { label, typed, then });
        self
    }

    fn all_of(
        self,
        labels: impl IntoIterator<Item = String>,
        typed: impl Fn(&str) -> OptionTyped,
    ) -> OpenQuestion {
        let with = |asked: OpenQuestion, label: String| {
            let typed = vec![typed(&label)];
            asked.or(label, typed)
        };
        labels.into_iter().fold(self, with)
    }

    fn like(self, example: &str) -> OpenQuestion {
        let example = example.to_owned();
        OpenQuestion { example, ..self }
    }

    fn proposing(self, proposed: Vec<OptionTyped>) -> OpenQuestion {
        OpenQuestion { proposed, ..self }
    }

    /// What a word means that is no code; `makes` where the list may bring new ones along.
    pub(super) fn of_code(unknown: &UnknownCode, makes: bool, lang: Lang) -> OpenQuestion {
        let UnknownCode { kind, text, .. } = unknown;
        let own = OptionTyped::means(text, BLANK);
        let told = unknown.reason().text(lang);
        let names = unknown.names.iter().take(OFFERED).cloned();
        let mut asked =
            OpenQuestion::new(told, Some(own.clone())).all_of(names, |name| OptionTyped::means(text, name));
        let way = OptionTyped::all(kind.way());
        if !way.is_empty() {
            let (what, name) = (unknown.what.clone(), text.clone());
            let itself = (!unknown.nearest.is_empty()).then(|| OptionTyped::means(text, text));
            let made = way.iter().cloned().chain(itself).collect();
            asked = asked.or(AskText::MakeNew { what, text: name }.text(lang), made);
        }
        if !matches!(kind, CodeKind::Service | CodeKind::Competency) {
            asked = asked.or(AskText::LeaveEmpty.text(lang), vec![OptionTyped::means(text, "")]);
        }
        let proposed = match &unknown.nearest[..] {
            [only] => vec![OptionTyped::means(text, only)],
            [] if makes && !way.is_empty() => way,
            _ => vec![own],
        };
        asked.proposing(proposed)
    }

    /// What some words mean that are no codes and may all be new: asked together, or each by itself.
    pub(super) fn of_new(unknown: &[UnknownCode], each: Vec<OpenQuestion>, lang: Lang) -> OpenQuestion {
        let told = unknown::told(unknown, lang)
            .iter()
            .map(|one| one.text(lang))
            .collect();
        let made = OptionTyped::all(unknown[0].kind.way());
        let mut asked = OpenQuestion::new(told, None).or(AskText::AllNew.text(lang), made.clone());
        let label = AskText::OneByOne.text(lang);
        asked.choices.push(OfferedAnswer {
            label,
            typed: Vec::new(),
            then: each,
        });
        asked.proposing(made)
    }

    /// What is asked for a reason that stands against a list or its rows; none where nothing typed mends it.
    pub(super) fn of(unfit: &Unfit, told: &str, (trainings, lang): (&[String], Lang)) -> Vec<OpenQuestion> {
        let one = OpenQuestion::of_programme(unfit, told, (trainings, lang))
            .or_else(|| OpenQuestion::of_heading(unfit, told, lang))
            .or_else(|| OpenQuestion::of_cells(unfit, told, lang));
        match unfit {
            Unfit::TrainingUntold { typed, .. } => {
                let all = OptionTyped::all(typed).into_iter();
                all.map(|one| OpenQuestion::of_field(one, lang)).collect()
            }
            Unfit::ProfileUnread {
                heading,
                choices,
                typed,
            } => {
                let all = OptionTyped::all(typed).into_iter();
                let choices = listed(choices);
                all.map(|one| OpenQuestion::of_profile((told, heading), one, &choices, lang))
                    .collect()
            }
            _ => one.into_iter().collect(),
        }
    }

    /// Which programme or time a list is about.
    fn of_programme(unfit: &Unfit, told: &str, (trainings, lang): (&[String], Lang)) -> Option<OpenQuestion> {
        let of = |id: &str| OptionTyped::new("for", id);
        let asked = OpenQuestion::new(told.to_owned(), Some(of(BLANK)));
        let existing = |other: &str| -> Vec<String> {
            let others = trainings.iter().filter(|id| **id != *other);
            others.cloned().collect()
        };
        let new = |id: &str| AskText::NewTraining { id: id.to_owned() }.text(lang);
        match unfit {
            Unfit::PeriodMissing => Some(asked.like("2026-Q3")),
            Unfit::YearMissing => Some(asked.like("2026")),
            Unfit::MonthMissing => Some(asked.like("2026-10")),
            Unfit::ProgrammeMissing { month } => {
                let asked = asked.like(&format!("{month}/{}", either(lang, "nama-pelatihan", "name")));
                Some(asked.all_of(existing(""), of))
            }
            Unfit::ProgrammeTold { typed, .. } => {
                let all = OptionTyped::all(typed);
                let id = all.first().map(|first| first.value.clone()).unwrap_or_default();
                let is_new = all.get(1).is_some_and(|one| one.option == NEW);
                let label = if is_new { new(&id) } else { id.clone() };
                let asked = asked.or(label, all[..1 + usize::from(is_new)].to_vec());
                Some(asked.all_of(existing(&id), of).proposing(all))
            }
            Unfit::TrainingNew { id, typed, .. } => {
                let made = vec![OptionTyped::new(NEW, "")];
                let asked = asked.or(new(id), made).all_of(existing(id), of);
                Some(asked.proposing(OptionTyped::all(typed)))
            }
            _ => None,
        }
    }

    /// Which heading is a column, and which column a heading.
    fn of_heading(unfit: &Unfit, told: &str, lang: Lang) -> Option<OpenQuestion> {
        let (unread, field) = match unfit {
            Unfit::MonthUnread { unread } => (unread, either(lang, "tanggal", "date")),
            Unfit::ReceivedUnread { unread } => (unread, either(lang, "tanggal diterima", "received")),
            Unfit::SummaryUnread { unread } => (unread, either(lang, "isi pengaduan", "summary")),
            Unfit::PeopleUnread { unread } | Unfit::NamesUnread { unread, .. } => {
                (unread, either(lang, "nama", "name"))
            }
            Unfit::OutcomeUnread { unread, .. } => (unread, "status"),
            Unfit::DayUnread { unread, column, .. } => (unread, &**column),
            Unfit::WordsMany { heading, .. } => {
                let left = vec![OptionTyped::column(heading, LEFT_OUT)];
                let asked = OpenQuestion::new(told.to_owned(), Some(OptionTyped::column(heading, BLANK)));
                let asked = asked.or(AskText::LeaveOut.text(lang), left);
                return Some(asked.proposing(Vec::new()));
            }
            Unfit::HeadingDoubtful { heading, field, .. } => {
                let [is, left] = [&**field, LEFT_OUT].map(|field| vec![OptionTyped::column(heading, field)]);
                let (heading, field) = (heading.clone(), field.clone());
                let label = AskText::HeadingIs { heading, field }.text(lang);
                let asked = OpenQuestion::new(told.to_owned(), None).or(label, is.clone());
                return Some(asked.or(AskText::LeaveOut.text(lang), left).proposing(is));
            }
            _ => return None,
        };
        let titles = unread.split(", ").map(str::to_owned);
        let asked = OpenQuestion::new(told.to_owned(), Some(OptionTyped::column(BLANK, field)));
        let asked = asked.all_of(titles, |title| OptionTyped::column(title, field));
        Some(match unfit {
            Unfit::NamesUnread { heading, .. } => asked.proposing(vec![OptionTyped::column(heading, field)]),
            _ => asked,
        })
    }

    /// What a word, a day or a blank of the rows means.
    fn of_cells(unfit: &Unfit, told: &str, lang: Lang) -> Option<OpenQuestion> {
        let of_word = |text: &str| OpenQuestion::new(told.to_owned(), Some(OptionTyped::means(text, BLANK)));
        let empty = |asked: OpenQuestion, text: &str| {
            asked.or(AskText::LeaveEmpty.text(lang), vec![OptionTyped::means(text, "")])
        };
        match unfit {
            Unfit::WordUnknown { text, choices, .. } => {
                let asked = of_word(text).all_of(listed(choices), |choice| OptionTyped::means(text, choice));
                Some(empty(asked, text))
            }
            Unfit::ValueUntold { column, choices, .. } => {
                let of = |value: &str| OptionTyped::new("with", format!("{column}={value}"));
                let asked = OpenQuestion::new(told.to_owned(), Some(of(BLANK)));
                Some(asked.all_of(listed(choices), of))
            }
            Unfit::DayUnclear { .. } | Unfit::DayShort { .. } => {
                let of = |code: &Code| vec![OptionTyped::new("dates", code.name)];
                let asked = OpenQuestion::new(told.to_owned(), None).proposing(of(&DateOrder::CODES[0]));
                let orders = DateOrder::CODES.iter();
                Some(orders.fold(asked, |asked, code| asked.or(code.words.get(lang), of(code))))
            }
            Unfit::OutsiderNamed { text } => {
                let outside = vec![OptionTyped::new("new-outsiders", "")];
                let asked = of_word(text).or(AskText::Outsider.text(lang), outside.clone());
                Some(empty(asked, text).proposing(outside))
            }
            Unfit::OutcomesUntold { typed, .. } => {
                let all = OptionTyped::all(typed);
                let asked = OpenQuestion::new(told.to_owned(), None).or(typed.clone(), all.clone());
                Some(asked.proposing(all))
            }
            _ => None,
        }
    }

    /// What is asked of a new training: one of its fields, typed with an example.
    fn of_field(example: OptionTyped, lang: Lang) -> OpenQuestion {
        let (names, typed) = (format!("--{}", example.option), example.to_string());
        let choices = String::new();
        let told = Unfit::TrainingUntold {
            names,
            typed,
            choices,
        }
        .text(lang);
        let of = |value: String| OptionTyped::new(&example.option, value);
        let codes: &[Code] = match &*example.option {
            "mode" => Mode::CODES,
            "method" => Method::CODES,
            _ => &[],
        };
        let mut asked = OpenQuestion::new(told, Some(of(BLANK.to_owned())));
        for code in codes {
            asked = asked.or(code.words.get(lang), vec![of(code.typed(lang))]);
        }
        asked.like(&example.value).proposing(vec![example.clone()])
    }

    /// What one text of a column means of which nothing is a choice.
    fn of_profile(
        (told, heading): (&str, &str),
        one: OptionTyped,
        choices: &[String],
        lang: Lang,
    ) -> OpenQuestion {
        let text = one.value.split('=').next().unwrap_or_default();
        let asked = OpenQuestion::new(format!("{told}: `{text}`"), Some(one.clone()));
        let asked = asked.all_of(choices.iter().cloned(), |choice| one.filled(choice));
        let left = vec![OptionTyped::column(heading, LEFT_OUT)];
        asked.or(AskText::LeaveOut.text(lang), left)
    }
}

/// One of two texts, by the language.
fn either(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    Phrase { id, en }.get(lang)
}

/// The choices of a column, one by one: `1–4` are four, and what explains one is left away; none where a name is asked.
fn listed(choices: &str) -> Vec<String> {
    if choices.contains("; ") {
        return Vec::new();
    }
    let numbers = choices.split_once('–');
    let numbers = numbers.and_then(|(low, high)| Some(low.parse::<u8>().ok()?..=high.parse().ok()?));
    if let Some(numbers) = numbers {
        return numbers.map(|number| number.to_string()).collect();
    }
    let bare = |choice: &str| choice.split(" (").next().unwrap_or_default().to_owned();
    choices.split(", ").map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_is_written() {
        let line = "--for 2026-11/bimtek --new-training --title \"Bimtek Arsip\" --means \"20-29=…\"";
        let all = OptionTyped::all(line);
        let told: Vec<String> = all.iter().map(OptionTyped::to_string).collect();
        assert_eq!(told.join(" "), line);
        assert_eq!(all[3].filled("18-30").to_string(), "--means \"20-29=18-30\"");
    }

    #[test]
    fn choices_are_listed_one_by_one() {
        assert_eq!(listed("1–4"), ["1", "2", "3", "4"]);
        assert_eq!(listed("Proses (masih terbuka), Selesai"), ["Proses", "Selesai"]);
    }
}
