//! What is open about participation in a month: refusals that nobody talked about, programmes that nobody evaluated.
//!
//! The rows were read for the month's other figures; only the documents of what is open are opened here.

use super::reading::Reading;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load;
use crate::measure::fairness::{Decline, Short, Talk, Unevaluated, known_to_take_part, tell_twice, was_held};
use crate::measure::trace::{Figure, Omission};
use crate::records::code::TrainingStatus;
use crate::records::people::People;
use crate::records::performance::Guidance;
use crate::records::table::Row;
use crate::records::time::Day;
use crate::records::training::Training;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Loose ends that the rows of participation tell, of the months that long programmes are looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Loose {
    /// Programmes of which nobody sat both tests, with how many took part, where anybody is on record, whether the place
    /// of somebody is open, and their number in traces.
    pub(super) untested: Vec<(String, (Option<u64>, bool), u64)>,
    /// Who declined to take part in which programme, and where that stands.
    pub(super) declined: Vec<(String, u32, Origin)>,
}

/// What is open on the last day, of programmes that ended on `since` or later; `answered` are the programmes about
/// which a participant gave feedback.
pub(super) fn open(reading: &mut Reading<'_>, since: Day, loose: Loose, answered: &HashSet<String>) -> Short {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let as_of = reading.as_of();
    let Reading { findings, trace, .. } = reading;
    let mut documents = Documents {
        directory,
        known: BTreeMap::new(),
        days: (since, as_of),
    };
    let mut out = Short::default();
    for (id, (took_part, has_open), number) in loose.untested {
        if answered.contains(&id) {
            continue;
        }
        let held = documents.held(&id, findings);
        let held = held.filter(|one| was_held(one, took_part.unwrap_or(0), has_open));
        out.unevaluated.extend(held.map(|training| Unevaluated {
            number,
            title: training.title.clone(),
            end: training.end.value,
            id: id.clone(),
            took_part: known_to_take_part(training, took_part),
        }));
    }
    let talks = talks(directory, people, as_of, findings);
    for declined in loose.declined {
        let (id, person, origin) = declined;
        let declined = (id, person);
        if talks.contains_key(&declined) {
            let times = Figure::new("refused_twice", person, "times");
            trace.omits(times, origin, Omission::TalkedAbout);
            continue;
        }
        let (id, person) = declined;
        let refusal = documents.held(&id, findings).map(|training| Decline {
            origin,
            person,
            title: training.title.clone(),
            day: training.end.value,
            training: id.clone(),
            talk: None,
        });
        out.refusals.extend(refusal);
    }
    tell_twice(&out.refusals, trace);
    out.unevaluated
        .sort_by(|a, b| (a.end, &a.id).cmp(&(b.end, &b.id)));
    out.refusals
        .sort_by(|a, b| (a.day, &a.training, a.person).cmp(&(b.day, &b.training, b.person)));
    out
}

/// The documents that were opened.
struct Documents<'d> {
    directory: &'d Directory,
    known: BTreeMap<String, Option<Training>>,
    days: (Day, Day),
}

impl Documents<'_> {
    /// The document of a programme that ended within the days and was not cancelled.
    fn held(&mut self, id: &str, findings: &mut Findings) -> Option<&Training> {
        let (first, last) = self.days;
        let known = self.known.entry(id.to_owned()).or_insert_with(|| {
            let training = load::training(self.directory, id, findings)?;
            let has_ended = (first..=last).contains(&training.end.value);
            (has_ended && training.status.value != TrainingStatus::Cancelled).then_some(training)
        });
        known.as_ref()
    }
}

/// The talks about participations, by programme and person: the latest of each.
pub(super) fn talks(
    directory: &Directory,
    people: &People,
    as_of: Day,
    findings: &mut Findings,
) -> HashMap<(String, u32), Talk> {
    let mut out: HashMap<(String, u32), Talk> = HashMap::new();
    directory.scan(Guidance::table(), "guidance.csv", findings, |row, findings| {
        let Some(read) = row.read::<Guidance>(findings) else {
            return;
        };
        let cause = read.cause.filter(|cause| cause.kind == "participation");
        let Some(cause) = cause.filter(|_| read.date <= as_of) else {
            return;
        };
        let Some((training, staff)) = cause.id.rsplit_once('/') else {
            return;
        };
        let Some(who) = people.find(staff) else {
            return;
        };
        let talk = Talk {
            date: read.date,
            agreed: read.guidance.to_owned(),
            result: read.result_on(as_of).map(str::to_owned),
        };
        let known = out
            .entry((training.to_owned(), who))
            .or_insert_with(|| talk.clone());
        if known.date < talk.date {
            *known = talk;
        }
    });
    out
}
