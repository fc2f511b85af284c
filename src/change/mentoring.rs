//! Pairs of mentor and mentee: begun, met, and ended.

use super::entry::{self, Door};
use super::event::{self, Case, Event};
use super::people::Employee;
use super::{Draft, Given, Reason, Record, Request, row};
use crate::records::code::MentoringStatus;
use crate::records::competence::{Mentoring, Session, mentoring, sessions};
use crate::records::time::{Day, Month};
use crate::words::change::Slip;

/// What is typed of a pair beside the two, each column with its argument.
const TYPED: [(usize, &str); 4] = [
    (Mentoring::kind, "kind"),
    (Mentoring::competency, "competency"),
    (Mentoring::goal, "goal"),
    (Mentoring::start, "start"),
];

/// Begins a pair.
pub fn pair(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    if is_recorded(draft, request) {
        return Some(());
    }
    request.or("kind", "mentoring");
    request.or("start", &request.today.to_string());
    let mut given = request.given(&[(Mentoring::mentor, "mentor"), (Mentoring::mentee, "mentee")]);
    given.extend(request.given(&TYPED));
    given.push(status(MentoringStatus::Running));
    row::add(draft, &mentoring, &given, None, request).map(drop)
}

fn status(status: MentoringStatus) -> Given {
    Given::of(Mentoring::status, "", status.code())
}

/// Whether the pair runs already, just as it was typed, or is corrected to it. Refuses a mentor of oneself, and two who
/// are another pair.
fn is_recorded(draft: &mut Draft<'_>, request: &Request<'_>) -> bool {
    let people = draft.people();
    let found = ["mentor", "mentee"].map(|name| people.find(request.text(name)));
    let [Ok(mentor), Ok(mentee)] = found else {
        // Adding the row tells whom nobody knows.
        return false;
    };
    if mentor.id == mentee.id {
        let person = mentor.shown();
        draft.refuse("MENTEE", Slip::PairSelf { person });
        return false;
    }
    let is_same =
        |row: &Record| row.cells[Mentoring::mentor] == mentor.id && row.cells[Mentoring::mentee] == mentee.id;
    let Some(running) = running(draft).into_iter().find(is_same) else {
        return false;
    };
    let typed = request.given(&TYPED);
    let is_same = typed
        .iter()
        .all(|given| running.cells[given.column] == given.text.trim());
    let id = running.cells[Mentoring::id].clone();
    if !is_same && request.has("correct") {
        let door = Door {
            argument: &id,
            corrects: true,
        };
        let place = (&mentoring, &*mentoring.file(""));
        return entry::fill(draft, place, &running, door, &typed).is_some();
    }
    if !is_same {
        let since = running.cells[Mentoring::start].clone();
        draft.refuse("MENTEE", Slip::PairRuns { id, since });
    }
    is_same
}

/// Adds a session to a pair.
pub fn log(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let day = request.day(draft, "on");
    let pair = meant(draft, request.text("pair"), day.unwrap_or(request.today));
    let (pair, day) = (pair?, day?);
    let key = [pair.cells[Mentoring::id].clone(), day.to_string()];
    let typed = request.given(&[
        (Session::minutes, "minutes"),
        (Session::mode, "mode"),
        (Session::topic, "topic"),
        (Session::next_step, "next"),
    ]);
    if let Some((file, row)) = row::find(draft, &sessions, &key) {
        let door = Door {
            argument: &format!("{} {}", key[0], key[1]),
            corrects: request.has("correct"),
        };
        return entry::fill(draft, (&sessions, &file), &row, door, &typed);
    }
    if let Some(start) = event::known(&pair, Mentoring::start).filter(|start| day < *start) {
        event::refuse_order(draft, "--on", ("date", day), ("start", start));
    }
    if let Some(end) = event::known(&pair, Mentoring::end).filter(|end| *end < day) {
        let (day, end) = (day.to_string(), end.to_string());
        draft.refuse("--on", Slip::SessionOutside { day, end });
    }
    let mut given = vec![
        Given::of(Session::mentoring, "ID", &key[0]),
        Given::of(Session::date, "--on", &key[1]),
    ];
    given.extend(typed);
    row::add(draft, &sessions, &given, None, request).map(drop)
}

/// The end of a pair.
pub static CLOSED: Event = Event {
    after: &[Mentoring::start],
    sets: &[
        (Mentoring::product, "product"),
        (Mentoring::alone, "alone"),
        (Mentoring::outcome, "outcome"),
    ],
    find: |draft, _, request, day| meant(draft, request.text("pair"), day),
    judge: close,
    ..Event::of(&mentoring, Mentoring::end)
};

/// Adds how it ended, and refuses an end before the last session.
fn close(draft: &mut Draft<'_>, case: &mut Case, request: &Request<'_>) -> Option<()> {
    let ending = match request.has("stopped") {
        true => MentoringStatus::Stopped,
        false => MentoringStatus::Closed,
    };
    refuse_later_session(draft, &case.row.cells[Mentoring::id], case.day);
    case.given.insert(1, status(ending));
    Some(())
}

/// Refuses an end before the last session. Only the months from it on can hold one.
fn refuse_later_session(draft: &mut Draft<'_>, id: &str, end: Day) {
    let months = row::files(draft, &sessions).into_iter().filter(|file| {
        let name = file.rsplit('/').next().and_then(|name| name.get(..7));
        name.and_then(Month::parse)
            .is_some_and(|month| month >= end.month())
    });
    let mut last = None;
    for file in months {
        let rows = draft.rows(&sessions, &file);
        let own = rows.iter().filter(|row| row.cells[Session::mentoring] == id);
        let days = own.filter_map(|row| event::known(row, Session::date));
        last = days.max().max(last);
    }
    if let Some(last) = last.filter(|last| end < *last) {
        let (day, end) = (last.to_string(), end.to_string());
        draft.refuse("--on", Slip::SessionAfter { day, end });
    }
}

/// The pair that was typed: by its id, or as the mentee of one running pair.
fn meant(draft: &mut Draft<'_>, typed: &str, day: Day) -> Option<Record> {
    let rows = draft.rows(&mentoring, &mentoring.file(""));
    if let Some(row) = rows
        .into_iter()
        .find(|row| row.cells[Mentoring::id] == typed.trim())
    {
        return Some(row);
    }
    if reads_as_id(typed) {
        let (one, table) = (mentoring.one.to_owned(), mentoring.name.to_string());
        let key = typed.to_owned();
        return draft.stop("ID", Slip::RowMissing { table, one, key });
    }
    match mentee(draft, typed, day) {
        Ok(row) => Some(row),
        Err(reason) => draft.stop("ID|MENTEE", reason),
    }
}

/// Whether a text begins with a month, as minted ids do and neither names nor NIPs.
fn reads_as_id(text: &str) -> bool {
    let (month, rest) = (text.get(..7), text.get(7..8));
    month.and_then(Month::parse).is_some() && rest == Some("-")
}

/// The only pair of the mentee who was typed that runs on the day. One that begins later is meant only where no other
/// is.
fn mentee(draft: &mut Draft<'_>, typed: &str, day: Day) -> Result<Record, Reason> {
    let (people, running) = (draft.people(), running(draft));
    let is_mentee = |person: &Employee| {
        running
            .iter()
            .any(|row| row.cells[Mentoring::mentee] == person.id)
    };
    let none = |person| Slip::PairNone { person };
    let person = people.find_among(typed, is_mentee, none)?;
    let mut pairs: Vec<&Record> = running
        .iter()
        .filter(|row| row.cells[Mentoring::mentee] == person.id)
        .collect();
    let has_begun = |row: &Record| event::known(row, Mentoring::start).is_none_or(|start| start <= day);
    if pairs.iter().any(|row| has_begun(row)) {
        pairs.retain(|row| has_begun(row));
    }
    match pairs[..] {
        [only] => Ok(only.clone()),
        _ => {
            let ids: Vec<&str> = pairs.iter().map(|row| &*row.cells[Mentoring::id]).collect();
            let (person, ids) = (person.shown(), ids.join(", "));
            Err(Slip::PairSeveral { person, ids }.into())
        }
    }
}

/// The pairs that run.
fn running(draft: &mut Draft<'_>) -> Vec<Record> {
    let mut rows = draft.rows(&mentoring, &mentoring.file(""));
    rows.retain(|row| row.cells[Mentoring::status] == MentoringStatus::Running.code());
    rows
}
