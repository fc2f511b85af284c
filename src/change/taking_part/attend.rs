//! Presence at a session.

use super::{Chosen, Participant, everybody, named, refuse_cancelled};
use crate::change::Draft;
use crate::change::programme::Programme;
use crate::records::cell::Cell;
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::{attendance, participation};
use crate::words::change::Slip;

/// Records who was present at a session: those named, or everybody but those named, who were absent.
pub fn attend(
    draft: &mut Draft<'_>,
    programme: &Programme,
    session: &str,
    chosen: &Chosen,
    minutes: Option<&str>,
) {
    refuse_cancelled(draft, programme);
    let sessions = &programme.training.session;
    let Some(held) = sessions.iter().find(|held| *held.key.value == *session) else {
        let all: Vec<&str> = sessions.iter().map(|held| &*held.key.value).collect();
        let (session, all) = (session.to_owned(), all.join(", "));
        return draft.refuse("SESSION", Slip::SessionNone { session, all });
    };
    let minutes = minutes.map_or_else(|| held.minutes.to_string(), str::to_owned);
    if let Err(problem) = <i64 as Cell>::parse(&minutes) {
        draft.refuse("--minutes", problem);
    }
    let all = everybody(draft, programme);
    let (present, absent) = match chosen {
        Chosen::Named(typed) => (named(draft, &all, programme, typed), Vec::new()),
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
        let file = programme
            .participants
            .replace(&*participation.path, &attendance.path);
        for (ids, present, minutes) in [(present, "yes", minutes.as_str()), (absent, "no", "0")] {
            ids.iter()
                .for_each(|id| presence(draft, &file, [&programme.id, session, id, present, minutes]));
        }
    }
}

/// Writes one presence, anew or over the one that stands there.
fn presence(draft: &mut Draft<'_>, file: &str, row: [&str; 5]) {
    let row = row.map(str::to_owned);
    let known = draft
        .rows(&attendance, file)
        .iter()
        .any(|known| known.cells[..3] == row[..3]);
    match known {
        true => draft.amend(
            &attendance,
            file,
            &row[..3],
            &[(3, row[3].clone()), (4, row[4].clone())],
        ),
        false => draft.insert(&attendance, file, row.to_vec()),
    }
}
