//! What a list leaves open, each as one value: what is asked with its cells, what may be answered, and what is typed for it. Of
//! it come the line with all that is to be typed and, at a terminal, the questions.

use super::kind::{CodeKind, places};
use super::nearly::LEFT_OUT;
use super::programme::NEW;
use super::told::Account;
use super::unknown::UnknownCode;
use crate::change::{Draft, Reason, paper};
use crate::records::code::{DateOrder, Method, Mode};
use crate::records::training::Training;
use crate::records::word::Code;
use crate::words::asking::AskText;
use crate::words::import::{Intake, Spot, Unfit};
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
    fn new(option: &str, value: impl Into<String>) -> OptionTyped {
        let (option, value) = (option.to_owned(), value.into());
        OptionTyped { option, value }
    }

    /// What a text means.
    fn means(text: &str, meaning: &str) -> OptionTyped {
        OptionTyped::new("means", format!("{text}={meaning}"))
    }

    /// What a heading becomes.
    fn column(heading: &str, field: &str) -> OptionTyped {
        OptionTyped::new("column", format!("{heading}={field}"))
    }

    /// The same with the blank filled in.
    pub fn filled(&self, text: &str) -> OptionTyped {
        let value = self.value.replacen(BLANK, text, 1);
        OptionTyped::new(&self.option, value)
    }

    /// All the options that a line holds.
    fn all(line: &str) -> Vec<OptionTyped> {
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
    /// What stands in the line with all that is asked: never an answer that only the officer knows.
    proposed: Vec<OptionTyped>,
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
        }
    }

    fn or(mut self, label: impl Into<String>, typed: Vec<OptionTyped>) -> OpenQuestion {
        let label = label.into();
        self.choices.push(OfferedAnswer { label, typed });
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

    fn proposing(self, proposed: Vec<OptionTyped>) -> OpenQuestion {
        OpenQuestion { proposed, ..self }
    }

    /// What a word means that is no code; `makes` where the list may bring new ones along.
    fn of_code(unknown: &UnknownCode, makes: bool, lang: Lang) -> OpenQuestion {
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

    /// What is asked for a reason that stands against a list or its rows; none where nothing typed mends it.
    fn of(unfit: &Unfit, told: &str, (trainings, lang): (&[String], Lang)) -> Vec<OpenQuestion> {
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
            Unfit::PeriodMissing | Unfit::YearMissing | Unfit::MonthMissing => Some(asked),
            Unfit::ProgrammeMissing { .. } => Some(asked.all_of(existing(""), of)),
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
        asked.proposing(vec![example.clone()])
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

/// What stands against a list and its rows, and what waits for somebody to decide.
pub(super) struct Objections<'a> {
    /// What stands against all of it.
    pub(super) refused: &'a [(String, Reason)],
    /// What became of it; `None` where it was not read so far.
    pub(super) account: Option<&'a Account>,
    /// The programmes that are recorded, the newest first.
    pub(super) trainings: &'a [String],
    /// The language of who is asked.
    pub(super) lang: Lang,
}

impl Objections<'_> {
    /// What is asked for a reason.
    fn of(&self, reason: &Reason, told: Option<String>) -> Vec<OpenQuestion> {
        match reason {
            Reason::Unfit(unfit) => {
                let told = told.unwrap_or_else(|| unfit.text(self.lang));
                OpenQuestion::of(unfit, &told, (self.trainings, self.lang))
            }
            _ => Vec::new(),
        }
    }

    /// Whether every reason that stands against all of the list is a question.
    pub(super) fn is_answerable(&self) -> bool {
        let mut reasons = self.refused.iter().map(|(_, reason)| reason);
        reasons.all(|reason| !self.of(reason, None).is_empty())
    }

    /// All that is open, each once.
    pub(super) fn questions(&self) -> Vec<OpenQuestion> {
        let refused = self.refused.iter().map(|(_, reason)| reason);
        let mut all: Vec<OpenQuestion> = refused.flat_map(|reason| self.of(reason, None)).collect();
        if let Some(account) = self.account {
            let makes = account.makes_units;
            let codes = account.unknown.iter();
            all.extend(
                codes.map(|one| OpenQuestion::of_code(one, makes || one.kind != CodeKind::Unit, self.lang)),
            );
            all.extend(account.missing.iter().flat_map(|reason| self.of(reason, None)));
            for (reason, spots) in self.of_rows(account) {
                let (told, count) = (reason.told(self.lang).1, spots.len());
                let places = places(&spots, self.lang);
                let told = AskText::Rows { told, count, places }.text(self.lang);
                all.extend(self.of(reason, Some(told)));
            }
        }
        leave_others_out(&mut all);
        all
    }

    /// Why rows are rejected that an answer mends, each once with its cells; of days that are not clear the first.
    fn of_rows<'r>(&self, account: &'r Account) -> Vec<(&'r Reason, Vec<Spot>)> {
        let is_day = |reason: &Reason| {
            matches!(
                reason,
                Reason::Unfit(Unfit::DayUnclear { .. } | Unfit::DayShort { .. })
            )
        };
        let mut all: Vec<(&Reason, Vec<Spot>)> = Vec::new();
        for (spot, reason) in account.rows.iter().flat_map(|row| row.refused()) {
            let is_it = |(known, _): &&mut (&Reason, Vec<Spot>)| {
                *known == reason || (is_day(known) && is_day(reason))
            };
            match all.iter_mut().find(is_it) {
                Some((_, spots)) => spots.push(spot.clone()),
                None if self.of(reason, Some(String::new())).is_empty() => {}
                None => all.push((reason, vec![spot.clone()])),
            }
        }
        all
    }

    /// All that can be typed, in one piece; `None` where that is one thing, which says so itself.
    pub(super) fn together(&self) -> Option<Intake> {
        let mut all: Vec<OptionTyped> = Vec::new();
        for typed in self.questions().into_iter().flat_map(|one| one.proposed) {
            if !all.contains(&typed) {
                all.push(typed);
            }
        }
        let told: Vec<String> = all.iter().map(OptionTyped::to_string).collect();
        let typed = told.join(" ");
        (all.len() > 1).then_some(Intake::TypedTogether { typed })
    }
}

/// What is told of all that stands against a list.
pub(super) fn against<T>(
    draft: &mut Draft<'_>,
    account: Option<&Account>,
    lang: Lang,
    tell: impl Fn(&Objections<'_>) -> T,
) -> T {
    /// So many programmes are offered.
    const TRAININGS: usize = 6;
    let asks_training = |(_, reason): &(String, Reason)| {
        let unfit = match reason {
            Reason::Unfit(unfit) => unfit,
            _ => return false,
        };
        matches!(
            unfit,
            Unfit::ProgrammeMissing { .. } | Unfit::ProgrammeTold { .. } | Unfit::TrainingNew { .. }
        )
    };
    let mut trainings = match draft.slips.iter().any(asks_training) {
        true => paper::ids::<Training>(draft, None),
        false => Vec::new(),
    };
    trainings.sort_by(|one, other| other.cmp(one));
    trainings.truncate(TRAININGS);
    tell(&Objections {
        refused: &draft.slips,
        account,
        trainings: &trainings,
        lang,
    })
}

/// What a list leaves open that was drafted; `None` where something else stands against it, which no answer mends.
pub fn open(draft: &mut Draft<'_>, account: Option<&Account>, lang: Lang) -> Option<Vec<OpenQuestion>> {
    let all = |against: &Objections<'_>| against.is_answerable().then(|| against.questions());
    (draft.findings.errors() == 0).then(|| against(draft, account, lang, all))?
}

/// Proposes of several headings that may be one column the first: what one holds no other does.
fn leave_others_out(all: &mut [OpenQuestion]) {
    let mut fields: Vec<String> = Vec::new();
    for one in all.iter_mut().filter(|one| one.own.is_none()) {
        let [typed] = &mut one.proposed[..] else { continue };
        let field = typed
            .value
            .rsplit_once('=')
            .map(|(heading, field)| (heading.to_owned(), field.to_owned()));
        if let Some((heading, field)) = field {
            if fields.contains(&field) {
                *typed = OptionTyped::column(&heading, LEFT_OUT);
            }
            fields.push(field);
        }
    }
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
