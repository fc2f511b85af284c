//! Participation of the months that count, and the programmes of the month with their documents.

use super::people::person;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load;
use crate::measure::hours::{Hours, is_verified};
use crate::measure::month::Completeness;
use crate::measure::programmes::{Ahead, Programme, Tally};
use crate::measure::trace::Trace;
use crate::records::code::{ParticipationStatus, TrainingStatus};
use crate::records::index::IdIndex;
use crate::records::people::People;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use crate::words::problem::Problem;

/// The programmes that rows spoke of, by number.
#[derive(Debug, Default)]
pub(super) struct Trainings {
    index: IdIndex,
    ids: Vec<String>,
    /// The first row of each; [`Origin::NOWHERE`] when no row spoke of it.
    first_rows: Vec<Origin>,
    tallies: Vec<Tally>,
    /// Confirmed places in programmes: the person and the number of the programme.
    places: Vec<(u32, u32)>,
}

impl Trainings {
    /// The number of a programme, new when it was not spoken of before.
    fn number(&mut self, id: &str, row: Origin) -> u32 {
        let (number, is_new) = self.index.add(id);
        if is_new {
            self.ids.push(id.to_owned());
            self.first_rows.push(row);
            self.tallies.push(Tally::default());
        }
        number
    }
}

/// Which months of participation are read for which purpose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The first month read.
    pub(super) first: Month,
    /// The first month whose programmes may end in the report's month or later: the look-back of the rule.
    pub(super) programmes: Month,
    /// The report's month.
    pub(super) month: Month,
    /// The last month read: places are confirmed ahead until the year's end.
    pub(super) last: Month,
}

impl Reach {
    /// The months for a report about `month`, with hours needed from `earliest` and so many months of look-back.
    pub(super) fn new(month: Month, earliest: Day, look_back: i32) -> Reach {
        Reach {
            first: earliest.month().plus(-look_back),
            programmes: month.plus(-look_back),
            month,
            last: Period::year(month).last_month().max(month.plus(1)),
        }
    }
}

/// Reads participation into hours and tallies.
pub(super) fn read(
    directory: &Directory,
    people: &People,
    reach: Reach,
    hours: &mut Hours<'_>,
    completeness: &mut Completeness,
    findings: &mut Findings,
    trace: &mut impl Trace,
) -> Trainings {
    let mut trainings = Trainings::default();
    let year = Period::year(reach.month).first_day();
    for month in reach.first.to(reach.last) {
        let name = participation.file(&month.to_string());
        let in_window = (reach.programmes..=reach.month).contains(&month);
        let mut near = 0;
        let mut current = (String::new(), 0);
        directory.scan(&participation, &name, findings, |row, findings| {
            let Some(read) = row.read::<Participation>(findings) else {
                return;
            };
            let Some(number) = person(people, read.staff.text(), &mut near, row, 1, findings) else {
                return;
            };
            if read.training.month().is_some_and(|own| own != month) {
                misplaced(findings, row.cell_origin(0), read.training.text(), &name);
            }
            let who = &people.list[number as usize];
            if who.counts() {
                hours.row(&read, row.origin, number, who.unit(), trace);
                complete(&read, year, people.as_of, completeness);
            }
            let expects = month >= reach.programmes && expects_completion(&read, people.as_of);
            if read.training.month().is_some() && (in_window || expects) {
                if current.0 != read.training.text() {
                    current = (
                        read.training.text().to_owned(),
                        trainings.number(read.training.text(), row.origin),
                    );
                }
                if in_window {
                    tally(
                        &mut trainings,
                        current.1,
                        &read,
                        row,
                        reach.month,
                        completeness,
                        trace,
                    );
                }
                if expects && who.counts() {
                    trainings.places.push((number, current.1));
                }
            }
        });
    }
    trainings
}

/// Whether a place is confirmed as known on a day: also one that was completed only later.
fn expects_completion(row: &Participation<'_>, as_of: Day) -> bool {
    use ParticipationStatus::*;
    match row.status {
        Confirmed | Attending | AwaitingCertificate => true,
        Completed => row.completed.is_some_and(|day| day > as_of),
        Invited | Failed | Absent | Withdrawn => false,
    }
}

/// Notes how complete a completion of the year is.
fn complete(row: &Participation<'_>, year: Day, as_of: Day, completeness: &mut Completeness) {
    if row.status != ParticipationStatus::Completed
        || row.completed.is_some_and(|day| day < year || day > as_of)
    {
        return;
    }
    completeness
        .completions
        .add(row.completed.is_some() && row.jp.is_some());
    completeness.recognised.add(row.jp_recognised.is_some());
    completeness.verified.add(is_verified(row));
}

/// Takes a row into the tally of its programme.
fn tally(
    trainings: &mut Trainings,
    number: u32,
    read: &Participation<'_>,
    row: &RawRow<'_>,
    month: Month,
    completeness: &mut Completeness,
    trace: &mut impl Trace,
) {
    if read.status == ParticipationStatus::Absent {
        completeness.reasons.add(read.reason.is_some());
    }
    trainings.tallies[number as usize].row(read, row.origin, number, month, trace);
}

#[cold]
fn misplaced(findings: &mut Findings, origin: Origin, value: &str, file: &str) {
    findings.error(
        origin,
        Problem::PartitionWrong {
            value: value.to_owned(),
            file: file.to_owned(),
        },
    );
}

/// The programmes that matter to a month.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Those of the month, by id.
    pub(super) programmes: Vec<Programme>,
    /// Those of the next month, by first day.
    pub(super) ahead: Vec<Ahead>,
    /// Those that ended and are not closed: id, title, last day.
    pub(super) unclosed: Vec<(String, String, Day)>,
}

/// Opens the documents that may matter, one after the other, and chooses the programmes of the month; plans
/// confirmed places into hours.
pub(super) fn choose(
    directory: &Directory,
    mut trainings: Trainings,
    reach: Reach,
    hours: &mut Hours<'_>,
    findings: &mut Findings,
) -> Chosen {
    add_without_rows(directory, &mut trainings, reach, findings);
    let mut places = std::mem::take(&mut trainings.places);
    places.sort_unstable_by_key(|&(_, training)| training);
    let mut places = &places[..];
    let mut chosen = Chosen::default();
    for number in 0..trainings.ids.len() {
        let own = places.partition_point(|&(_, training)| training as usize == number);
        let (here, rest) = places.split_at(own);
        places = rest;
        let is_ahead = Month::parse(&trainings.ids[number][..7]).is_some_and(|month| month > reach.month);
        if here.is_empty() && !is_ahead && !trainings.tallies[number].may_end_in_month() {
            continue;
        }
        let Some(training) = open(directory, &trainings, number, findings) else { continue };
        if training.status.value != TrainingStatus::Cancelled {
            here.iter().for_each(|&(person, _)| hours.plan(person, training.jp.value, training.end.value));
        }
        let (id, tally) =
            (std::mem::take(&mut trainings.ids[number]), std::mem::take(&mut trainings.tallies[number]));
        chosen.sort_out(id, tally, training, here.len() as u64, reach);
    }
    chosen.programmes.sort_by(|a, b| a.id.cmp(&b.id));
    chosen.ahead.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    chosen.unclosed.sort();
    chosen
}

/// Programmes in which nobody takes part yet have no row: their documents are found in the folders of the months.
fn add_without_rows(directory: &Directory, trainings: &mut Trainings, reach: Reach, findings: &mut Findings) {
    for month in reach.programmes.to(reach.month.plus(1)) {
        for slug in load::names(directory, &format!("trainings/{month}"), ".toml", findings) {
            trainings.number(&format!("{month}/{slug}"), Origin::NOWHERE);
        }
    }
}

/// Opens the document of a programme; that there is none is told at its first row.
fn open(
    directory: &Directory,
    trainings: &Trainings,
    number: usize,
    findings: &mut Findings,
) -> Option<Training> {
    let id = &trainings.ids[number];
    let before = findings.errors();
    let document = load::training(directory, id, findings);
    if document.is_none() && findings.errors() == before {
        findings.error(
            trainings.first_rows[number],
            Problem::TrainingMissing { id: id.clone() },
        );
    }
    document
}

impl Chosen {
    /// Puts a programme where it belongs: to the month, ahead, not closed, or nowhere.
    fn sort_out(&mut self, id: String, tally: Tally, training: Training, places: u64, reach: Reach) {
        let (start, end, status) = (training.start.value, training.end.value, training.status.value);
        let next = reach.month.plus(1);
        let is_over = matches!(status, TrainingStatus::Done | TrainingStatus::Cancelled);
        if status != TrainingStatus::Cancelled && end.month() >= next && start <= next.last() {
            self.ahead.push(Ahead { id: id.clone(), title: training.title.clone(), start, end, places });
        }
        if !is_over && end <= reach.month.last() {
            self.unclosed.push((id.clone(), training.title.clone(), end));
        }
        if Programme::is_of_month(&training, Some(&tally), reach.month) {
            self.programmes.push(Programme { id, training, tally, feedback: Vec::new(), is_withheld: false });
        }
    }
}
