//! Presence at a session.

use super::{Chosen, Participant, everybody, named, opened};
use crate::change::entry::{self, Door};
use crate::change::programme::{OpenProgramme, roll};
use crate::change::{Draft, Request, filled};
use crate::records::cell::Cell;
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::{Attendance, attendance, participation};
use crate::words::change::Slip;

/// Records who was present at a session: those named, or everybody but those named, who were absent.
pub fn attend(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let chosen = Chosen::read(draft, request, false);
    let programme = &opened(draft, request)?;
    let session = request.text("session");
    let sessions = &programme.content.session;
    let Some(held) = sessions.iter().find(|held| *held.key.value == *session) else {
        let all: Vec<&str> = sessions.iter().map(|held| &*held.key.value).collect();
        let (session, all) = (session.to_owned(), all.join(", "));
        return draft.stop("SESSION", Slip::SessionNone { session, all });
    };
    let length = held
        .minutes
        .map(|minutes| minutes.to_string())
        .unwrap_or_default();
    let typed = request.get("minutes");
    let minutes = typed.unwrap_or(&length);
    if !minutes.is_empty() {
        draft.accept("--minutes", <i64 as Cell>::parse(minutes));
    }
    let all = everybody(draft, programme);
    let (present, absent) = match chosen {
        Chosen::Named(typed) => (named(draft, &all, programme, &typed), Vec::new()),
        Chosen::AllExcept(except) => {
            for (name, reason) in except.iter().filter(|(_, reason)| !reason.is_empty()) {
                let text = format!("{name}:{reason}");
                draft.refuse("--except", Slip::ReasonExtra { text });
            }
            let typed: Vec<String> = except.iter().map(|(name, _)| name.clone()).collect();
            let absent = named(draft, &all, programme, &typed);
            let comes = |one: &&Participant| {
                let took_part = one.status().is_some_and(ParticipationStatus::took_part);
                (one.is_open() || took_part) && !absent.iter().any(|id| id == one.id())
            };
            (
                all.iter().filter(comes).map(|one| one.id().to_owned()).collect(),
                absent,
            )
        }
    };
    if draft.is_good() {
        draft.count_from(held.date.value);
        let sat = Presence {
            word: "yes",
            typed,
            length: &length,
        };
        let stayed_away = Presence {
            word: "no",
            typed: None,
            length: "0",
        };
        for (ids, seen) in [(present, sat), (absent, stayed_away)] {
            for id in ids {
                seen.record(draft, programme, [session, &id], request);
            }
        }
    }
    Some(())
}

/// What was seen of people at a session.
struct Presence<'p> {
    /// Whether they were present, as it is written.
    word: &'p str,
    /// For how many minutes, where that was typed.
    typed: Option<&'p str>,
    /// For how many minutes where it was not.
    length: &'p str,
}

impl Presence<'_> {
    /// Records one presence, anew or in the row that stands there.
    fn record(
        &self,
        draft: &mut Draft<'_>,
        programme: &OpenProgramme,
        [session, id]: [&str; 2],
        request: &Request<'_>,
    ) {
        let file = roll(programme).replace(&*participation.path, &attendance.path);
        let key = [&*programme.id, session, id];
        let minutes = self.typed.unwrap_or(self.length);
        let rows = draft.rows(&attendance, &file);
        let Some(known) = rows.iter().find(|known| known.key(&attendance) == key) else {
            let [training, session, staff] = key;
            let values = [
                (Attendance::training, training),
                (Attendance::session, session),
                (Attendance::staff, staff),
                (Attendance::present, self.word),
                (Attendance::minutes, minutes),
            ];
            return draft.insert(&attendance, &file, filled(&attendance, &values));
        };
        let is_same = known.cells[Attendance::present] == self.word;
        let mut values = vec![(Attendance::present, self.word.to_owned())];
        // What was not typed only fills what is empty, and what would contradict the presence.
        if self.typed.is_some() || !is_same || known.cells[Attendance::minutes].is_empty() {
            values.push((Attendance::minutes, minutes.to_owned()));
        }
        let door = Door {
            argument: &draft.people().named(id),
            corrects: request.has("correct"),
        };
        entry::record(draft, (&attendance, &file), known, door, &values);
    }
}
