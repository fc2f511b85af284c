//! What a list leaves open, each as one value: what is asked with its cells, what may be answered, and what is typed for it. Of
//! it come the line with all that is to be typed and, at a terminal, the questions.

use super::kind::{CodeKind, places};
use super::nearly::LEFT_OUT;
use super::told::Account;
use super::unknown::UnknownCode;
use crate::change::{Draft, Reason, paper};
use crate::records::code::{DateOrder, Method, Mode};
use crate::records::training::Training;
use crate::records::word::Code;
use crate::words::asking::Asking;
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};
use std::fmt;

/// What stands where an answer is to be filled in.
pub(super) const BLANK: &str = "…";

/// An option as it is typed, with its value; without one it is a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Its name, without the strokes.
    pub option: String,
    /// What stands behind it; `…` in it is to be filled in.
    pub value: String,
}

impl Typed {
    fn new(option: &str, value: impl Into<String>) -> Typed {
        let (option, value) = (option.to_owned(), value.into());
        Typed { option, value }
    }

    /// What a text means.
    fn means(text: &str, meaning: &str) -> Typed {
        Typed::new("means", format!("{text}={meaning}"))
    }

    /// What a heading becomes.
    fn column(heading: &str, field: &str) -> Typed {
        Typed::new("column", format!("{heading}={field}"))
    }

    /// The same with the blank filled in.
    pub fn filled(&self, text: &str) -> Typed {
        let value = self.value.replacen(BLANK, text, 1);
        Typed::new(&self.option, value)
    }

    /// All the options that a line holds.
    fn all(line: &str) -> Vec<Typed> {
        let parts = format!(" {line}");
        let parts = parts.split(" --").skip(1);
        let read = parts.map(|part| {
            let (option, value) = part.split_once(' ').unwrap_or((part, ""));
            Typed::new(option, value.trim().trim_matches('"'))
        });
        read.collect()
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Typed { option, value } = self;
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
pub struct Choice {
    /// What it says.
    pub label: String,
    /// What is typed for it.
    pub typed: Vec<Typed>,
}

/// One thing that a list leaves open.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked, with the cells and how many they are.
    pub told: String,
    /// What may be chosen, the likeliest first.
    pub choices: Vec<Choice>,
    /// What is typed for an answer in one's own words, with the blank; `None` where only a choice answers.
    pub own: Option<Typed>,
    /// What stands in the line with all that is asked: never an answer that only the officer knows.
    proposed: Vec<Typed>,
}

/// So many of the names that are there are offered.
const OFFERED: usize = 9;

impl Question {
    fn new(told: String, own: Option<Typed>) -> Question {
        Question {
            told,
            choices: Vec::new(),
            proposed: own.clone().into_iter().collect(),
            own,
        }
    }

    fn or(mut self, label: impl Into<String>, typed: Vec<Typed>) -> Question {
        let label = label.into();
        self.choices.push(Choice { label, typed });
        self
    }

    fn all_of(self, labels: impl IntoIterator<Item = String>, typed: impl Fn(&str) -> Typed) -> Question {
        let with = |asked: Question, label: String| {
            let typed = vec![typed(&label)];
            asked.or(label, typed)
        };
        labels.into_iter().fold(self, with)
    }

    fn proposing(self, proposed: Vec<Typed>) -> Question {
        Question { proposed, ..self }
    }

    /// What a word means that is no code; `makes` where the list may bring new ones along.
    fn of_code(unknown: &UnknownCode, makes: bool, lang: Lang) -> Question {
        let UnknownCode { kind, text, .. } = unknown;
        let own = Typed::means(text, BLANK);
        let told = unknown.reason().text(lang);
        let names = unknown.names.iter().take(OFFERED).cloned();
        let mut asked = Question::new(told, Some(own.clone())).all_of(names, |name| Typed::means(text, name));
        let way = Typed::all(kind.way());
        if !way.is_empty() {
            let (what, name) = (unknown.what.clone(), text.clone());
            let itself = (!unknown.nearest.is_empty()).then(|| Typed::means(text, text));
            let made = way.iter().cloned().chain(itself).collect();
            asked = asked.or(Asking::MakeNew { what, text: name }.text(lang), made);
        }
        if !matches!(kind, CodeKind::Service | CodeKind::Competency) {
            asked = asked.or(Asking::LeaveEmpty.text(lang), vec![Typed::means(text, "")]);
        }
        let proposed = match &unknown.nearest[..] {
            [only] => vec![Typed::means(text, only)],
            [] if makes && !way.is_empty() => way,
            _ => vec![own],
        };
        asked.proposing(proposed)
    }

    /// What is asked for a reason that stands against a list or its rows; none where nothing typed mends it.
    fn of(unfit: &Unfit, told: String, (trainings, lang): (&[String], Lang)) -> Vec<Question> {
        let own = |typed: Typed| Question::new(told.clone(), Some(typed));
        // Which of the headings that are not known is a column.
        let heading = |unread: &str, field: &str| {
            let titles = unread.split(", ").map(str::to_owned);
            own(Typed::column(BLANK, field)).all_of(titles, |title| Typed::column(title, field))
        };
        let of = |id: &'static str, en: &'static str| if lang == Lang::Id { id } else { en };
        let existing = || trainings.iter().cloned();
        let asked = match unfit {
            Unfit::ProgrammeMissing { .. } => {
                own(Typed::new("for", BLANK)).all_of(existing(), |id| Typed::new("for", id))
            }
            Unfit::ProgrammeTold { typed } => {
                let all = Typed::all(typed);
                let id = all.first().map(|first| first.value.clone()).unwrap_or_default();
                let is_new = all.iter().any(|one| one.option == "new-training");
                let first = all.iter().take(1 + usize::from(is_new)).cloned().collect();
                let label = match is_new {
                    true => Asking::NewTraining { id: id.clone() }.text(lang),
                    false => id.clone(),
                };
                let others = existing().filter(|other| *other != id);
                let asked = own(Typed::new("for", BLANK)).or(label, first);
                asked.all_of(others, |id| Typed::new("for", id)).proposing(all)
            }
            Unfit::TrainingNew { id, typed } => {
                let (all, id) = (Typed::all(typed), id.clone());
                let label = Asking::NewTraining { id }.text(lang);
                let asked = own(Typed::new("for", BLANK)).or(label, all[..1.min(all.len())].to_vec());
                asked
                    .all_of(existing(), |id| Typed::new("for", id))
                    .proposing(all)
            }
            Unfit::TrainingUntold { typed, .. } => {
                let all = Typed::all(typed);
                return all.into_iter().map(|one| of_training(one, lang)).collect();
            }
            Unfit::PeriodMissing | Unfit::YearMissing | Unfit::MonthMissing => own(Typed::new("for", BLANK)),
            Unfit::MonthUnread { unread } => heading(unread, of("tanggal", "date")),
            Unfit::ReceivedUnread { unread } => heading(unread, of("tanggal diterima", "received")),
            Unfit::SummaryUnread { unread } => heading(unread, of("isi pengaduan", "summary")),
            Unfit::PeopleUnread { unread } => heading(unread, of("nama", "name")),
            Unfit::NamesUnread {
                unread,
                heading: likely,
                ..
            } => {
                let field = of("nama", "name");
                heading(unread, field).proposing(vec![Typed::column(likely, field)])
            }
            Unfit::OutcomeUnread { unread, .. } => heading(unread, "status"),
            Unfit::DayUnread { unread, column, .. } => heading(unread, column),
            Unfit::ProfileUnread {
                heading,
                choices,
                typed,
            } => {
                let choices: Vec<String> = choices.split(", ").map(str::to_owned).collect();
                let of_text = |one: Typed| {
                    let asked =
                        Question::new(format!("{told} — {}", one.filled("?").value), Some(one.clone()));
                    let asked = asked.all_of(choices.iter().cloned(), |choice| one.filled(choice));
                    let left = vec![Typed::column(heading, LEFT_OUT)];
                    asked.or(Asking::LeaveOut.text(lang), left)
                };
                return Typed::all(typed).into_iter().map(of_text).collect();
            }
            Unfit::WordUnknown { text, choices, .. } => {
                let asked = own(Typed::means(text, BLANK));
                let asked = asked.all_of(listed(choices), |choice| Typed::means(text, choice));
                asked.or(Asking::LeaveEmpty.text(lang), vec![Typed::means(text, "")])
            }
            Unfit::WordsMany { heading, .. } => {
                let left = vec![Typed::column(heading, LEFT_OUT)];
                let asked = own(Typed::column(heading, BLANK)).or(Asking::LeaveOut.text(lang), left);
                asked.proposing(Vec::new())
            }
            Unfit::ValueUntold { column, example, .. } => {
                let example = vec![Typed::new("with", format!("{column}={example}"))];
                let label = example[0].value.clone();
                own(Typed::new("with", format!("{column}={BLANK}")))
                    .or(label, example.clone())
                    .proposing(example)
            }
            Unfit::HeadingDoubtful { heading, field, .. } => {
                let [is, left] = [&**field, LEFT_OUT].map(|field| vec![Typed::column(heading, field)]);
                let label = Asking::HeadingIs {
                    heading: heading.clone(),
                    field: field.clone(),
                };
                let asked = Question::new(told, None).or(label.text(lang), is.clone());
                asked.or(Asking::LeaveOut.text(lang), left).proposing(is)
            }
            Unfit::DayUnclear { .. } | Unfit::DayShort { .. } => {
                let orders = DateOrder::CODES.iter();
                let with = |asked: Question, code: &Code| {
                    asked.or(code.words.get(lang), vec![Typed::new("dates", code.name)])
                };
                let asked = orders.fold(Question::new(told, None), with);
                asked.proposing(vec![Typed::new("dates", DateOrder::CODES[0].name)])
            }
            Unfit::OutsiderNamed { text } => {
                let outsiders = vec![Typed::new("new-outsiders", "")];
                let asked = own(Typed::means(text, BLANK)).or(Asking::Outsider.text(lang), outsiders.clone());
                let empty = vec![Typed::means(text, "")];
                asked
                    .or(Asking::LeaveEmpty.text(lang), empty)
                    .proposing(outsiders)
            }
            Unfit::HeadUntold { text } => {
                let empty = vec![Typed::means(text, "")];
                own(Typed::means(text, BLANK)).or(Asking::LeaveEmpty.text(lang), empty)
            }
            _ => return Vec::new(),
        };
        vec![asked]
    }
}

/// The choices of a column, one by one: `1–4` are four, and what explains one is left away.
fn listed(choices: &str) -> Vec<String> {
    let numbers = choices.split_once('–');
    let numbers = numbers.and_then(|(low, high)| Some(low.parse::<u8>().ok()?..=high.parse().ok()?));
    if let Some(numbers) = numbers {
        return numbers.map(|number| number.to_string()).collect();
    }
    let bare = |choice: &str| choice.split(" (").next().unwrap_or_default().to_owned();
    choices.split(", ").map(bare).collect()
}

/// What is asked of a new training: one of its fields, typed with an example.
fn of_training(example: Typed, lang: Lang) -> Question {
    let (names, typed) = (format!("--{}", example.option), example.to_string());
    let told = Unfit::TrainingUntold { names, typed }.text(lang);
    let asked = Question::new(told, Some(Typed::new(&example.option, BLANK)));
    let codes: &[Code] = match &*example.option {
        "mode" => Mode::CODES,
        "method" => Method::CODES,
        _ => &[],
    };
    let with = |asked: Question, code: &Code| {
        asked.or(
            code.words.get(lang),
            vec![Typed::new(&example.option, code.typed(lang))],
        )
    };
    codes.iter().fold(asked, with).proposing(vec![example.clone()])
}

/// What stands against a list and its rows, and what waits for somebody to decide.
pub(super) struct Against<'a> {
    /// What stands against all of it.
    pub(super) refused: &'a [(String, Reason)],
    /// What became of it; `None` where it was not read so far.
    pub(super) account: Option<&'a Account>,
    /// The programmes that are recorded, the newest first.
    pub(super) trainings: &'a [String],
    /// The language of who is asked.
    pub(super) lang: Lang,
}

impl Against<'_> {
    /// What is asked for a reason.
    fn of(&self, reason: &Reason, told: Option<String>) -> Vec<Question> {
        match reason {
            Reason::Unfit(unfit) => {
                let told = told.unwrap_or_else(|| unfit.text(self.lang));
                Question::of(unfit, told, (self.trainings, self.lang))
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
    pub(super) fn questions(&self) -> Vec<Question> {
        let refused = self.refused.iter().map(|(_, reason)| reason);
        let mut all: Vec<Question> = refused.flat_map(|reason| self.of(reason, None)).collect();
        if let Some(account) = self.account {
            let makes = account.makes_units;
            let codes = account.unknown.iter();
            all.extend(
                codes.map(|one| Question::of_code(one, makes || one.kind != CodeKind::Unit, self.lang)),
            );
            all.extend(account.missing.iter().flat_map(|reason| self.of(reason, None)));
            for (reason, spots) in self.of_rows(account) {
                let (told, count) = (reason.told(self.lang).1, spots.len());
                let places = places(&spots, self.lang);
                let told = Asking::Rows { told, count, places }.text(self.lang);
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
        let mut all: Vec<Typed> = Vec::new();
        for typed in self.questions().into_iter().flat_map(|one| one.proposed) {
            if !all.contains(&typed) {
                all.push(typed);
            }
        }
        let told: Vec<String> = all.iter().map(Typed::to_string).collect();
        let typed = told.join(" ");
        (all.len() > 1).then_some(Intake::TypedTogether { typed })
    }
}

/// What is told of all that stands against a list.
pub(super) fn against<T>(
    draft: &mut Draft<'_>,
    account: Option<&Account>,
    lang: Lang,
    tell: impl Fn(&Against<'_>) -> T,
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
    tell(&Against {
        refused: &draft.slips,
        account,
        trainings: &trainings,
        lang,
    })
}

/// What a list leaves open that was drafted; `None` where something else stands against it, which no answer mends.
pub fn open(draft: &mut Draft<'_>, account: Option<&Account>, lang: Lang) -> Option<Vec<Question>> {
    let all = |against: &Against<'_>| against.is_answerable().then(|| against.questions());
    (draft.findings.errors() == 0).then(|| against(draft, account, lang, all))?
}

/// Proposes of several headings that may be one column the first: what one holds no other does.
fn leave_others_out(all: &mut [Question]) {
    let mut fields: Vec<String> = Vec::new();
    for one in all.iter_mut().filter(|one| one.own.is_none()) {
        let [typed] = &mut one.proposed[..] else { continue };
        let field = typed
            .value
            .rsplit_once('=')
            .map(|(heading, field)| (heading.to_owned(), field.to_owned()));
        if let Some((heading, field)) = field {
            if fields.contains(&field) {
                *typed = Typed::column(&heading, LEFT_OUT);
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
        let all = Typed::all(line);
        let told: Vec<String> = all.iter().map(Typed::to_string).collect();
        assert_eq!(told.join(" "), line);
        assert_eq!(all[3].filled("18-30").to_string(), "--means \"20-29=18-30\"");
    }

    #[test]
    fn choices_are_listed_one_by_one() {
        assert_eq!(listed("1–4"), ["1", "2", "3", "4"]);
        assert_eq!(listed("Proses (masih terbuka), Selesai"), ["Proses", "Selesai"]);
    }
}
