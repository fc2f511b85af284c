//! Presence at a session.

use super::{Chosen, Participant, everybody, named, opened};
use crate::change::programme::roll;
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
    let length = held.minutes.to_string();
    let minutes = request.get("minutes").unwrap_or(&length);
    draft.accept("--minutes", <i64 as Cell>::parse(minutes));
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
        let file = roll(programme).replace(&*participation.path, &attendance.path);
        for (ids, present, minutes) in [(present, "yes", minutes), (absent, "no", "0")] {
            ids.iter()
                .for_each(|id| presence(draft, &file, [&programme.id, session, id], (present, minutes)));
        }
    }
    Some(())
}

/// Writes one presence, anew or over the one that stands there.
fn presence(draft: &mut Draft<'_>, file: &str, key: [&str; 3], (present, minutes): (&str, &str)) {
    let seen = [(Attendance::present, present), (Attendance::minutes, minutes)];
    let rows = draft.rows(&attendance, file);
    match rows.iter().any(|known| known.key(&attendance) == key) {
        true => {
            let values = seen.map(|(column, value)| (column, value.to_owned()));
            draft.amend(&attendance, file, &key.map(str::to_owned), &values);
        }
        false => {
            let [training, session, staff] = key;
            let named = [
                (Attendance::training, training),
                (Attendance::session, session),
                (Attendance::staff, staff),
            ];
            draft.insert(
                &attendance,
                file,
                filled(&attendance, &[&named[..], &seen].concat()),
            );
        }
    }
}
