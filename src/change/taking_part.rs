//! Whole lists of participants at once: enrolled, present, scored, completed.
//!
//! Everybody is found before anything changes; all who are not are told together.

use super::people::People;
use super::programme::{Programme, participants, set_status};
use super::{Draft, Reason, Record};
use crate::files::document::Value;
use crate::records::cell::{Cell, Refusal};
use crate::records::code::{AbsenceReason, ParticipationStatus, TrainingStatus};
use crate::records::number::Dec;
use crate::records::table::Table;
use crate::records::taking_part::{attendance, participation};
use crate::records::time::Day;
use crate::words::change::{Note, Slip};
use crate::words::problem::Problem;

/// The participants that a command is about.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Those named.
    Named(Vec<String>),
    /// Everybody who is still open but those named, each with what was typed behind the colon.
    AllExcept(Vec<(String, String)>),
}

/// A participant with the row.
struct Participant {
    row: Record,
    name: String,
}

impl Participant {
    fn id(&self) -> &str {
        &self.row.cells[1]
    }

    fn status(&self) -> Option<ParticipationStatus> {
        ParticipationStatus::parse(self.row.get(&participation, "status")).ok()
    }

    fn is_open(&self) -> bool {
        self.status().is_some_and(ParticipationStatus::is_open)
    }
}

/// Everybody who takes part, by id.
fn everybody(draft: &mut Draft<'_>, programme: &Programme) -> Vec<Participant> {
    let people = draft.people();
    participants(draft, programme)
        .into_iter()
        .map(|row| Participant {
            name: people.named(&row.cells[1]),
            row,
        })
        .collect()
}

/// The id of the participant whom `typed` means: found among the participants first, so that a short name suffices.
fn among(people: &People, all: &[Participant], programme: &Programme, typed: &str) -> Result<String, Reason> {
    let takes_part = |id: &str| all.iter().any(|participant| participant.id() == id);
    match people.find_where(typed, |person| takes_part(&person.id)) {
        Ok(person) => Ok(person.id.clone()),
        Err(Reason::Slip(Slip::PersonUnknown { .. })) => {
            let person = people.find(typed)?;
            Err(Reason::from(Slip::NotParticipant {
                person: person.shown(),
                training: programme.id.clone(),
            }))
        }
        Err(reason) => Err(reason),
    }
}

/// The ids of the participants named, each once; refuses all who are not found.
fn named(draft: &mut Draft<'_>, all: &[Participant], programme: &Programme, typed: &[String]) -> Vec<String> {
    let people = draft.people();
    let mut ids: Vec<String> = Vec::new();
    for text in typed {
        match among(&people, all, programme, text) {
            Ok(id) if ids.contains(&id) => {
                let person = people.shown(&id);
                draft.refuse(text, Slip::PersonTwice { person });
            }
            Ok(id) => ids.push(id),
            Err(reason) => draft.refuse(text, reason),
        }
    }
    ids
}

/// Cells of a row by column name.
pub(super) fn cells(table: &Table, values: &[(&str, String)]) -> Vec<(usize, String)> {
    let cell = |(name, value): &(&str, String)| table.column(name).map(|column| (column, value.clone()));
    values.iter().filter_map(cell).collect()
}

/// Changes cells of the row of a participant.
fn amend(draft: &mut Draft<'_>, programme: &Programme, id: &str, values: &[(&str, String)]) {
    let key = [programme.id.clone(), id.to_owned()];
    draft.amend(
        &participation,
        &programme.participants,
        &key,
        &cells(&participation, values),
    );
}

/// Refuses a programme that is cancelled.
fn refuse_cancelled(draft: &mut Draft<'_>, programme: &Programme) {
    if programme.training.status.value == TrainingStatus::Cancelled {
        draft.refuse(
            "TRAINING",
            Slip::TrainingCancelled {
                id: programme.id.clone(),
            },
        );
    }
}

/// Enrols people. Who is enrolled already keeps the row; an open one takes the new status.
pub fn enroll(
    draft: &mut Draft<'_>,
    programme: &Programme,
    typed: &[String],
    status: Option<&str>,
    initiative: &str,
) {
    refuse_cancelled(draft, programme);
    let people = draft.people();
    let all = everybody(draft, programme);
    let mut ids: Vec<String> = Vec::new();
    for text in typed {
        match people.find(text).map(|person| person.id.clone()) {
            Ok(id) if ids.contains(&id) => {
                let person = people.shown(&id);
                draft.refuse(text, Slip::PersonTwice { person });
            }
            Ok(id) => ids.push(id),
            Err(reason) => draft.refuse(text, reason),
        }
    }
    for (column, value) in [
        ("status", status.unwrap_or("invited")),
        ("initiative", initiative),
    ] {
        check(draft, column, value);
    }
    if !draft.is_good() {
        return;
    }
    let mut count = all.len();
    for id in &ids {
        match all.iter().find(|participant| participant.id() == id) {
            Some(known) => enroll_again(draft, programme, known, status, initiative),
            None => {
                count += 1;
                enroll_anew(draft, programme, id, status.unwrap_or("invited"), initiative);
            }
        }
    }
    if let Some(seats) = programme.training.seats.as_ref().map(|seats| seats.value)
        && count as i64 > seats
    {
        draft.note(Note::SeatsShort { seats, count });
    }
}

/// Checks a value against a column of the participation.
pub(super) fn check(draft: &mut Draft<'_>, column: &str, value: &str) {
    let declared = participation
        .column(column)
        .map(|index| &participation.columns[index]);
    if let Some(Err(problem)) = declared.map(|column| column.check.run(value)) {
        draft.refuse(format!("--{column}"), problem);
    }
}

fn enroll_anew(draft: &mut Draft<'_>, programme: &Programme, id: &str, status: &str, initiative: &str) {
    let mut row = vec![String::new(); participation.columns.len()];
    let values = [
        ("training", programme.id.clone()),
        ("staff", id.to_owned()),
        ("status", status.to_owned()),
        ("initiative", initiative.to_owned()),
    ];
    for (column, value) in cells(&participation, &values) {
        row[column] = value;
    }
    draft.insert(&participation, &programme.participants, row);
}

fn enroll_again(
    draft: &mut Draft<'_>,
    programme: &Programme,
    known: &Participant,
    status: Option<&str>,
    initiative: &str,
) {
    let mut values = Vec::new();
    if let Some(status) =
        status.filter(|status| known.is_open() && *status != known.row.get(&participation, "status"))
    {
        values.push(("status", status.to_owned()));
    }
    if !initiative.is_empty() && known.row.get(&participation, "initiative") != initiative {
        values.push(("initiative", initiative.to_owned()));
    }
    match values.is_empty() {
        true => draft.note(Note::AlreadyEnrolled {
            person: known.name.clone(),
        }),
        false => amend(draft, programme, known.id(), &values),
    }
}

/// One person's test scores as typed; an empty one is not touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The person as typed.
    pub person: String,
    /// The pre-test.
    pub pre: String,
    /// The post-test.
    pub post: String,
}

impl Scored {
    /// Reads `Budi=61:79`, as an argument.
    pub fn of_argument(text: &str) -> Option<Scored> {
        let (person, scores) = text.rsplit_once('=')?;
        let (pre, post) = scores.split_once(':')?;
        Some(Scored::of(person, pre, post))
    }

    /// Reads `Siti Aminah, S.E.,61,79`, a line of a list; also parted by tabs or semicolons, as pasted from a sheet.
    pub fn of_line(text: &str) -> Option<Scored> {
        let mark = ['\t', ';', ','].into_iter().find(|mark| text.contains(*mark))?;
        let mut parts = text.rsplitn(3, mark);
        let (post, pre, person) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Scored::of(person.trim_matches('"'), pre, post))
    }

    fn of(person: &str, pre: &str, post: &str) -> Scored {
        let own = |text: &str| text.trim().to_owned();
        Scored {
            person: own(person),
            pre: own(pre),
            post: own(post),
        }
    }
}

/// Records test scores.
pub fn score(draft: &mut Draft<'_>, programme: &Programme, scored: &[Scored]) {
    refuse_cancelled(draft, programme);
    let all = everybody(draft, programme);
    let typed: Vec<String> = scored.iter().map(|scored| scored.person.clone()).collect();
    let ids = named(draft, &all, programme, &typed);
    for scored in scored {
        for text in [&scored.pre, &scored.post] {
            if let Err(reason) = score_of(programme, text) {
                draft.refuse(&scored.person, reason);
            }
        }
    }
    if !draft.is_good() {
        return;
    }
    for (id, scored) in ids.iter().zip(scored) {
        let values = [("pre", scored.pre.clone()), ("post", scored.post.clone())];
        let given: Vec<(&str, String)> = values.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        amend(draft, programme, id, &given);
    }
}

/// A score within the test; empty is none.
fn score_of(programme: &Programme, text: &str) -> Result<(), Reason> {
    let Some(score) = <Option<Dec> as Cell>::parse(text)? else {
        return Ok(());
    };
    let max = programme.training.max_score();
    match score >= Dec::int(0) && score <= max {
        true => Ok(()),
        false => Err(Reason::from(Slip::ScoreOver {
            score: score.to_string(),
            max: max.to_string(),
        })),
    }
}

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

/// How a completion is recorded.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// The day; the programme's last when it is not given.
    pub on: Option<String>,
    /// The JP; the programme's when they are not given.
    pub jp: Option<String>,
    /// Who took part and failed.
    pub failed: Vec<String>,
}

/// Closes the participation of those chosen, and the programme once nobody is open.
pub fn complete(draft: &mut Draft<'_>, programme: &Programme, chosen: &Chosen, completion: &Completion) {
    refuse_cancelled(draft, programme);
    let day = completion_day(draft, programme, completion.on.as_deref());
    let jp = completion
        .jp
        .clone()
        .unwrap_or_else(|| programme.training.jp.value.to_string());
    check(draft, "jp", &jp);
    let all = everybody(draft, programme);
    let failed = named(draft, &all, programme, &completion.failed);
    let (done, absent) = match chosen {
        Chosen::Named(typed) => (named(draft, &all, programme, typed), Vec::new()),
        Chosen::AllExcept(except) => {
            let absent = absences(draft, &all, programme, except);
            let is_done = |one: &&Participant| {
                one.is_open()
                    && !failed.iter().any(|id| id == one.id())
                    && !absent.iter().any(|(id, _)| id == one.id())
            };
            let done: Vec<String> = all
                .iter()
                .filter(is_done)
                .map(|one| one.id().to_owned())
                .collect();
            (done, absent)
        }
    };
    if !draft.is_good() {
        return;
    }
    for id in &done {
        let values = [
            ("status", "completed".to_owned()),
            ("reason", String::new()),
            ("completed", day.clone()),
            ("jp", jp.clone()),
        ];
        amend(draft, programme, id, &values);
    }
    for (id, reason) in &absent {
        let values = [
            ("status", "absent".to_owned()),
            ("reason", reason.clone()),
            ("completed", String::new()),
            ("jp", String::new()),
        ];
        amend(draft, programme, id, &values);
    }
    for id in &failed {
        let values = [
            ("status", "failed".to_owned()),
            ("reason", String::new()),
            ("completed", String::new()),
            ("jp", String::new()),
        ];
        amend(draft, programme, id, &values);
    }
    close(draft, programme);
}

/// The day of completion: as typed, else the programme's last; not before it began.
fn completion_day(draft: &mut Draft<'_>, programme: &Programme, typed: Option<&str>) -> String {
    let text = typed.map_or_else(|| programme.training.end.value.to_string(), str::to_owned);
    let start = programme.training.start.value;
    match <Day as Cell>::parse(&text) {
        Err(problem) => draft.refuse("--on", problem),
        Ok(day) if day < start => {
            let (day, start) = (text.clone(), start.to_string());
            draft.refuse("--on", Reason::Cell(Problem::CompletedOutside { day, start }));
        }
        Ok(_) => {}
    }
    text
}

/// Who was absent and why; a missing or unknown reason is refused.
fn absences(
    draft: &mut Draft<'_>,
    all: &[Participant],
    programme: &Programme,
    except: &[(String, String)],
) -> Vec<(String, String)> {
    for (name, reason) in except {
        match reason_of(reason) {
            _ if reason.is_empty() => {
                let person = name.clone();
                draft.refuse("--except", Slip::ReasonNone { person });
            }
            Err(problem) => draft.refuse("--except", problem),
            Ok(_) => {}
        }
    }
    let typed: Vec<String> = except.iter().map(|(name, _)| name.clone()).collect();
    let ids = named(draft, all, programme, &typed);
    let reasons = except.iter().filter_map(|(_, reason)| reason_of(reason).ok());
    ids.into_iter()
        .zip(reasons.map(|reason| reason.code().to_owned()))
        .collect()
}

/// A reason by its code, or by its word in either language: `sick`, `sakit`, `tanpa kabar`.
fn reason_of(typed: &str) -> Result<AbsenceReason, Refusal> {
    let typed = typed.to_lowercase();
    let means = |reason: &&AbsenceReason| {
        let phrase = reason.phrase();
        phrase.id == typed || phrase.en == typed
    };
    match AbsenceReason::ALL.iter().find(means) {
        Some(reason) => Ok(*reason),
        None => AbsenceReason::parse(&typed),
    }
}

/// Sets the programme to done when nobody is open any more.
fn close(draft: &mut Draft<'_>, programme: &Programme) {
    let open = everybody(draft, programme)
        .iter()
        .filter(|one| one.is_open())
        .count();
    match open {
        0 => set_status(draft, programme, TrainingStatus::Done, &[]),
        count => draft.note(Note::StillOpen {
            training: programme.id.clone(),
            count,
        }),
    }
}

/// Cancels a programme that nobody has completed. The reason stands in the document, in a field of its own.
pub fn cancel(draft: &mut Draft<'_>, programme: &Programme, reason: &str) {
    let completed = |one: &&Participant| one.status() == Some(ParticipationStatus::Completed);
    let count = everybody(draft, programme).iter().filter(completed).count();
    if count > 0 {
        let id = programme.id.clone();
        return draft.refuse("TRAINING", Slip::TrainingCompleted { id, count });
    }
    let reason = ("x_cancelled", Value::Text(reason.trim().to_owned()));
    set_status(draft, programme, TrainingStatus::Cancelled, &[reason]);
}
