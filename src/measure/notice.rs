//! What citizens said and what was done about it.
//!
//! Said = suggestions at the citizens' forums of the look-back, complaints, answers to surveys of the public. Done = the
//! suggestion was carried out, or an action that came of what was said was, within the months that forums are looked
//! back on. A suggestion that was carried out is told once, also where an action came of it.

use super::actions::{Action, Actions};
use super::forum::{ForumFigures, Progress, Voice};
use super::month::MonthFigures;
use crate::records::code::ForumKind;
use crate::records::time::{Day, Period};
use std::collections::HashSet;

/// What citizens said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Utterance {
    /// At a forum, in these words.
    Suggestion(String),
    /// In a complaint, of which nothing more is told.
    Complaint,
    /// In answers to a survey.
    Survey,
}

/// Something that citizens said and that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What was said.
    pub heard: Utterance,
    /// What was done, in sentences; empty where nobody wrote it down.
    pub done: Vec<String>,
    /// The day on which it was done.
    pub day: Day,
}

impl Deed {
    /// The words in which it is told.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let said = match &self.heard {
            Utterance::Suggestion(text) => Some(text.as_str()),
            Utterance::Complaint | Utterance::Survey => None,
        };
        said.into_iter().chain(self.done.iter().map(String::as_str))
    }

    /// Whether its words hold one of some names.
    pub fn names_any(&self, names: &HashSet<String>) -> bool {
        let mut words = self
            .texts()
            .flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
        words.any(|word| names.contains(word))
    }
}

/// The figures of the notice board.
#[derive(Debug)]
pub struct NoticeFigures {
    /// The month.
    pub month: MonthFigures,
    /// What was done, the latest first.
    pub deeds: Vec<Deed>,
    /// How many more are not told because their words name somebody of the office.
    pub naming: usize,
}

/// What was done within a window, the latest first; `surveys` are the codes of those of the
/// public.
pub fn deeds(forums: &ForumFigures, actions: &Actions, surveys: &[&str], window: Period) -> Vec<Deed> {
    let is_citizens = |voice: &&Voice| {
        let mut held = forums.held.iter();
        held.any(|held| held.id == voice.forum && held.forum.kind == ForumKind::Forum)
    };
    let voices: Vec<&Voice> = forums.voices.iter().filter(is_citizens).collect();
    let carried_out = voices.iter().filter_map(|voice| of_voice(voice));
    let acted = actions.done_in(window);
    let acted = acted.filter_map(|action| of_action(action, &voices, surveys));
    let carried_out = carried_out.filter(|deed| window.holds(deed.day));
    let mut deeds: Vec<Deed> = carried_out.chain(acted).collect();
    deeds.sort_by_key(|deed| std::cmp::Reverse(deed.day));
    deeds
}

/// A suggestion that was carried out: what came of it, or else what was answered.
fn of_voice(voice: &Voice) -> Option<Deed> {
    let said = &voice.suggestion;
    let done = said.result.as_ref().or(said.answer.as_ref());
    Some(Deed {
        heard: Utterance::Suggestion(said.text.clone()),
        done: done.cloned().into_iter().collect(),
        day: said.done?,
    })
}

/// An action that was done because of what citizens said.
fn of_action(action: &Action, voices: &[&Voice], surveys: &[&str]) -> Option<Deed> {
    let (kind, id) = action.source.as_ref()?;
    let heard = match &**kind {
        "complaint" => Utterance::Complaint,
        "response" => {
            let code = id.split('/').next().unwrap_or_default();
            surveys.contains(&code).then_some(Utterance::Survey)?
        }
        _ => {
            let mut from = voices.iter().filter(|voice| action.is_from("forum", &voice.id()));
            let voice = from.find(|voice| voice.progress != Progress::Done)?;
            Utterance::Suggestion(voice.suggestion.text.clone())
        }
    };
    Some(Deed {
        heard,
        done: [action.what.clone()]
            .into_iter()
            .chain(action.result.clone())
            .collect(),
        day: action.done?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::day;
    use super::super::trace::Trace;
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;
    use crate::records::forum::Forum;

    fn forum(kind: &str) -> Forum {
        let text = format!(
            "title = \"F\"\nkind = \"{kind}\"\ndate = 2026-05-20\n\
             [[suggestion]]\nkey = \"a\"\ntext = \"Kursi.\"\nkind = \"suggestion\"\ndone = 2026-07-22\nanswer = \"Ya.\"\n\
             [[suggestion]]\nkey = \"b\"\ntext = \"Papan.\"\nkind = \"suggestion\"\n"
        );
        document::read::<Forum>(&text, 0, &mut Findings::new()).unwrap()
    }

    fn action(source: (&str, &str), what: &str, done: &str) -> Action {
        Action {
            id: what.to_owned(),
            opened: day("2026-05-21"),
            source: Some((source.0.to_owned(), source.1.to_owned())),
            what: what.to_owned(),
            owner: None,
            holder: None,
            due: None,
            done: Some(day(done)),
            result: None,
        }
    }

    fn told(kind: &str, window: Period) -> Vec<String> {
        let forums = vec![("2026-05/f".to_owned(), forum(kind))];
        let last = day("2026-10-31");
        let forums = ForumFigures::new(forums, last, &mut Trace::silent());
        let actions = [
            (("forum", "2026-05/f/a"), "known by its suggestion", "2026-07-22"),
            (("forum", "2026-05/f/b"), "board", "2026-08-01"),
            (("complaint", "2026-05-x"), "pump", "2026-06-01"),
            (("complaint", "2025-05-x"), "long ago", "2025-06-01"),
            (("response", "skm/2026-05"), "fan", "2026-09-01"),
            (("response", "feedback/2026-05"), "no citizen asked", "2026-09-01"),
            (("training", "2026-05/x"), "no citizen either", "2026-09-01"),
        ];
        let actions = actions.map(|(source, what, done)| action(source, what, done));
        let actions = Actions::new(actions.into(), last);
        let deeds = deeds(&forums, &actions, &["skm"], window);
        deeds
            .iter()
            .map(|deed| deed.texts().collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn what_citizens_said_is_told_once_with_what_was_done_the_latest_first() {
        let period = |text: &str| Period::parse(text).unwrap();
        let year = period("2026-10").look_back(12);
        assert_eq!(told("forum", year), ["fan", "Papan. board", "Kursi. Ya.", "pump"]);
        // At a consultation civil servants speak.
        assert_eq!(told("consultation", year), ["fan", "pump"]);
        // Of a quarter alone what was done in it.
        let quarter = told("forum", period("2026-Q3"));
        assert_eq!(quarter, ["fan", "Papan. board", "Kursi. Ya."]);
    }

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        let deed = Deed {
            heard: Utterance::Complaint,
            done: vec!["Dibantu Bu Siti, lalu selesai.".to_owned()],
            day: day("2026-10-01"),
        };
        let names = |name: &str| HashSet::from([name.to_owned()]);
        assert!(deed.names_any(&names("Siti")));
        assert!(!deed.names_any(&names("Sit")) && !deed.names_any(&names("Selesai")));
    }
}
