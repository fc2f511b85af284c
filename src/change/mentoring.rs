//! Pairs of mentor and mentee: begun, met, and ended.

use super::people::Person;
use super::row::{self, Given};
use super::{Draft, Reason, Record, event};
use crate::records::code::MentoringStatus;
use crate::records::competence::{mentoring, sessions};
use crate::records::time::{Day, Month};
use crate::words::change::Slip;

/// A new pair.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pair<'t> {
    /// The mentor or coach, as typed.
    pub mentor: &'t str,
    /// The mentee, as typed.
    pub mentee: &'t str,
    /// The goal agreed upon.
    pub goal: &'t str,
    /// `mentoring` or `coaching`.
    pub kind: &'t str,
    /// The competency that it is about.
    pub competency: Option<&'t str>,
    /// The first day; today when it is not given.
    pub start: Option<&'t str>,
}

/// Begins a pair. Returns its id.
pub fn pair(
    draft: &mut Draft<'_>,
    pair: &Pair<'_>,
    today: Day,
    random: &mut dyn FnMut(usize) -> String,
) -> Vec<String> {
    refuse_pair(draft, pair);
    let today_text = today.to_string();
    let values = [
        ("mentor", "MENTOR", Some(pair.mentor)),
        ("mentee", "MENTEE", Some(pair.mentee)),
        ("kind", "--kind", Some(pair.kind)),
        ("competency", "--competency", pair.competency),
        ("goal", "--goal", Some(pair.goal)),
        ("start", "--start", Some(pair.start.unwrap_or(&today_text))),
        ("status", "", Some(MentoringStatus::Running.code())),
    ];
    let given = event::given(&mentoring, &values);
    row::add(draft, &mentoring, &given, (today, None), random)
}

/// Refuses a mentor of oneself, and two who are a pair already.
fn refuse_pair(draft: &mut Draft<'_>, pair: &Pair<'_>) {
    let people = draft.people();
    let (Ok(mentor), Ok(mentee)) = (people.find(pair.mentor), people.find(pair.mentee)) else {
        // Adding the row tells whom nobody knows.
        return;
    };
    if mentor.id == mentee.id {
        let person = mentor.shown();
        return draft.refuse("MENTEE", Slip::PairSelf { person });
    }
    let is_same = |row: &Record| row.cells[1] == mentor.id && row.cells[2] == mentee.id;
    if let Some(running) = running(draft).into_iter().find(is_same) {
        let id = running.cells[0].clone();
        let since = running.get(&mentoring, "start").to_owned();
        draft.refuse("MENTEE", Slip::PairRuns { id, since });
    }
}

/// A session that was held.
#[derive(Clone, Copy, Debug, Default)]
pub struct Met<'t> {
    /// The day; today when it is not given.
    pub on: Option<&'t str>,
    /// For how many minutes.
    pub minutes: &'t str,
    /// How it was held.
    pub mode: Option<&'t str>,
    /// What it was about.
    pub topic: Option<&'t str>,
    /// The next step agreed upon.
    pub next_step: Option<&'t str>,
}

/// Adds a session to the pair that `typed` means: its id, or the mentee of one pair only.
pub fn log(draft: &mut Draft<'_>, typed: &str, met: &Met<'_>, today: Day) {
    let day = event::day(draft, "--on", met.on, today);
    let (Some(pair), Some(day)) = (meant(draft, typed, day.unwrap_or(today)), day) else {
        return;
    };
    let key = [pair.cells[0].clone(), day.to_string()];
    if row::find(draft, &sessions, &key).is_some() {
        let [id, day] = key;
        return draft.refuse("--on", Slip::SessionRecorded { id, day });
    }
    if let Some(start) = event::known(&mentoring, &pair, "start").filter(|start| day < *start) {
        event::refuse_order(draft, "--on", ("date", day), ("start", start));
    }
    if let Some(end) = event::known(&mentoring, &pair, "end").filter(|end| *end < day) {
        let (day, end) = (day.to_string(), end.to_string());
        draft.refuse("--on", Slip::SessionOutside { day, end });
    }
    let day = day.to_string();
    let values = [
        ("mentoring", "ID", Some(&*pair.cells[0])),
        ("date", "--on", Some(&*day)),
        ("minutes", "--minutes", Some(met.minutes)),
        ("mode", "--mode", met.mode),
        ("topic", "--topic", met.topic),
        ("next_step", "--next", met.next_step),
    ];
    let given = event::given(&sessions, &values);
    row::add(draft, &sessions, &given, (today, None), &mut |_| String::new());
}

/// How a pair ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ending<'t> {
    /// The last day; today when it is not given.
    pub on: Option<&'t str>,
    /// Whether it was broken off.
    pub is_stopped: bool,
    /// The product made.
    pub product: Option<&'t str>,
    /// What the mentee can now do alone.
    pub alone: Option<&'t str>,
    /// What came of it.
    pub outcome: Option<&'t str>,
}

/// Ends the pair that `typed` means.
pub fn close(draft: &mut Draft<'_>, typed: &str, ending: &Ending<'_>, today: Day) {
    let day = event::day(draft, "--on", ending.on, today);
    let (Some(pair), Some(day)) = (meant(draft, typed, day.unwrap_or(today)), day) else {
        return;
    };
    let status = match ending.is_stopped {
        true => MentoringStatus::Stopped,
        false => MentoringStatus::Closed,
    };
    let is_same = refuse_ended(draft, &pair, day, status);
    event::refuse_before(draft, (&mentoring, &pair), ("end", day), &["start"]);
    refuse_later_session(draft, &pair.cells[0], day);
    let day = day.to_string();
    let values = [
        ("end", "--on", Some(&*day)),
        ("status", "", Some(status.code())),
        ("product", "--product", ending.product),
        ("alone", "--alone", ending.alone),
        ("outcome", "--outcome", ending.outcome),
    ];
    let given: Vec<Given> = event::given(&mentoring, &values);
    if is_same {
        event::refuse_recorded(draft, (&mentoring, &pair), &given);
    }
    row::set(draft, &mentoring, &pair.cells[..1], &given);
}

/// Refuses to end another time, and otherwise, what has ended. Returns whether it ended so already.
fn refuse_ended(draft: &mut Draft<'_>, pair: &Record, day: Day, status: MentoringStatus) -> bool {
    let known = pair.get(&mentoring, "status");
    let end = pair.get(&mentoring, "end");
    let is_same = known == status.code() && end == day.to_string();
    if known != MentoringStatus::Running.code() && !is_same {
        let (id, day, status) = (pair.cells[0].clone(), end.to_owned(), known.to_owned());
        draft.refuse("", Slip::PairEnded { id, day, status });
    }
    is_same
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
        let days = rows
            .iter()
            .filter(|row| row.cells[0] == id)
            .filter_map(|row| Day::parse(&row.cells[1]));
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
    if let Some(row) = rows.into_iter().find(|row| row.cells[0] == typed.trim()) {
        return Some(row);
    }
    if reads_as_id(typed) {
        let (table, key) = (mentoring.name.to_string(), typed.to_owned());
        draft.refuse("ID", Slip::RowMissing { table, key });
        return None;
    }
    match mentee(draft, typed, day) {
        Ok(row) => Some(row),
        Err(reason) => {
            draft.refuse("ID|MENTEE", reason);
            None
        }
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
    let is_mentee = |person: &Person| running.iter().any(|row| row.cells[2] == person.id);
    let person = match people.find_where(typed, is_mentee) {
        Err(Reason::Slip(Slip::PersonUnknown { .. })) => {
            let person = people.find(typed)?.shown();
            return Err(Slip::PairNone { person }.into());
        }
        found => found?,
    };
    let mut pairs: Vec<&Record> = running.iter().filter(|row| row.cells[2] == person.id).collect();
    let has_begun = |row: &Record| event::known(&mentoring, row, "start").is_none_or(|start| start <= day);
    if pairs.iter().any(|row| has_begun(row)) {
        pairs.retain(|row| has_begun(row));
    }
    match pairs[..] {
        [only] => Ok(only.clone()),
        _ => {
            let ids: Vec<&str> = pairs.iter().map(|row| &*row.cells[0]).collect();
            let (person, ids) = (person.shown(), ids.join(", "));
            Err(Slip::PairSeveral { person, ids }.into())
        }
    }
}

/// The pairs that run.
fn running(draft: &mut Draft<'_>) -> Vec<Record> {
    let mut rows = draft.rows(&mentoring, &mentoring.file(""));
    rows.retain(|row| row.get(&mentoring, "status") == MentoringStatus::Running.code());
    rows
}
