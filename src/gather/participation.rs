//! Participation of the months that count, and the programmes of the month with their documents.
//!
//! A row names a programme of the month of its file, so each month is read for itself, with the documents of its
//! programmes.

use super::open::Loose;
use super::people::person;
use super::reading::Reading;
use super::unrolled;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load;
use crate::measure::completeness::{Completeness, Requirement};
use crate::measure::hours::{Hours, is_confirmed, is_verified};
use crate::measure::judged::Guard;
use crate::measure::programmes::{Ahead, Programme, ResultColumn, Tally};
use crate::measure::trace::{Source, Trace};
use crate::measure::unrolled::Unrolled;
use crate::records::code::{AbsenceReason, ParticipationStatus, TrainingStatus};
use crate::records::index::IdIndex;
use crate::records::people::People;
use crate::records::taking_part::{Participation, attendance, participation};
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use crate::words::problem::Problem;

/// Which months of participation are read for which purpose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The first month read.
    pub(super) first: Month,
    /// The first month whose programmes may end in the report's period or later: the look-back of the rule.
    pub(super) programmes: Month,
    /// The months of the report.
    pub(super) period: Period,
    /// The last day whose events are known.
    as_of: Day,
    /// The last day of what is told ahead.
    horizon: Day,
    /// The last month read: places are confirmed ahead until the year's end.
    pub(super) last: Month,
    /// From how many pairs of tests on a programme has a gain.
    pub(super) min_pairs: i64,
}

impl Reach {
    /// The months for a report about a period that looks ahead to a day, with hours needed from `earliest` and so many
    /// months of look-back.
    pub(super) fn new(
        (period, horizon): (Period, Day),
        earliest: Day,
        (look_back, min_pairs): (i32, i64),
    ) -> Reach {
        let month = period.last_month();
        let programmes = period.first_month().plus(-look_back);
        Reach {
            min_pairs,
            as_of: period.last_day(),
            horizon,
            first: earliest.month().plus(-look_back).min(programmes),
            programmes,
            period: period.to_month_end(),
            last: Period::year(month).last_month().max(horizon.month()),
        }
    }
}

impl Reach {
    /// Whether the programmes of a month may end in the report's period.
    fn holds(&self, month: Month) -> bool {
        (self.programmes..=self.period.last_month()).contains(&month)
    }

    /// The number in traces of the programme with number `number` among those of `month`.
    fn figure(&self, month: Month, number: u32) -> u64 {
        u64::from(month.since(self.first).unsigned_abs()) << 32 | u64::from(number)
    }
}

/// What one month of participation gave: the programmes that matter to the report.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Those of the report's period, by id.
    pub(super) programmes: Vec<Programme>,
    /// Those that ended before the period and whose results came on record in it.
    pub(super) settled: Vec<Programme>,
    /// Those of the next month, by first day.
    pub(super) ahead: Vec<Ahead>,
    /// Those that ended and are not closed: id, title, last day.
    pub(super) unclosed: Vec<(String, String, Day)>,
    /// How complete the rows are.
    pub(super) completeness: Completeness,
    /// What may be open.
    pub(super) loose: Loose,
    /// Programmes that have begun and have nobody on record.
    pub(super) unrolled: Vec<Unrolled>,
    /// The same, as known at the end of the month before.
    pub(super) unrolled_before: Vec<Unrolled>,
    /// Who took part in which programme of another office: it may stand in any month's file, and counts twice where it
    /// stands in two.
    external: Vec<(String, u32)>,
}

/// The programmes that the rows of one month spoke of, by number.
#[derive(Debug, Default)]
struct Trainings {
    index: IdIndex,
    ids: Vec<String>,
    /// The first row of each; [`Origin::NOWHERE`] when no row spoke of it.
    first_rows: Vec<Origin>,
    tallies: Vec<Tally>,
    /// Confirmed places in programmes: the number of the programme and the person.
    places: Vec<(u32, u32)>,
    /// Who declined: the number of the programme and the person, and where that stands.
    declined: Vec<(u32, u32, Origin)>,
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

    /// What may be open: programmes without tests, and who declined.
    fn loose(&self, reach: Reach, month: Month) -> Loose {
        let untested = self.ids.iter().zip(&self.tallies).enumerate();
        let untested = untested.filter(|(_, (_, tally))| tally.all.of(ResultColumn::pairs) < reach.min_pairs);
        let declined = self.declined.iter();
        Loose {
            untested: untested
                .map(|(number, (id, tally))| {
                    let number = reach.figure(month, number as u32);
                    let took_part = (tally.invited() > 0).then(|| tally.took_part());
                    (id.clone(), (took_part, tally.is_open()), number)
                })
                .collect(),
            declined: declined
                .map(|&(training, person, origin)| (self.ids[training as usize].clone(), person, origin))
                .collect(),
        }
    }
}

/// Reads one month into hours and tallies, and chooses its programmes.
pub(super) fn read(reading: &mut Reading<'_>, hours: &Hours<'_>, reach: Reach, month: Month) -> Chosen {
    let (directory, people) = (reading.archive.directory, &reading.roster().people);
    let Reading { findings, trace, .. } = reading;
    let mut chosen = Chosen::default();
    let mut trainings = Trainings::default();
    let documents = load::names(directory, &format!("trainings/{month}"), ".toml", findings);
    let rows = Rows {
        people,
        documents: &documents,
        hours,
        reach,
        month,
        year: Period::year(reach.period.last_month()).first_day(),
    };
    let rolled = rows.read(directory, &mut trainings, &mut chosen, findings, trace);
    let unrolled = |day: Day| {
        let all = documents.iter().zip(&rolled);
        let without = all.filter(|(_, since)| since.is_none_or(|since| since > day));
        let slugs = without.map(|(slug, _)| slug.clone());
        unrolled::of_month(directory, month, slugs, day)
    };
    chosen.unrolled = unrolled(people.as_of);
    chosen.unrolled_before = unrolled(people.before);
    // Where nothing is on record of a whole month, others may name who took part.
    let is_gone = || {
        matches!(
            directory.open_file(&participation.file(&month.to_string())),
            Ok(None)
        )
    };
    if !chosen.unrolled.is_empty() && is_gone() {
        findings.doubt();
    }
    if (reach.programmes..=reach.horizon.month()).contains(&month) {
        // Programmes in which nobody takes part yet have no row: their documents are found in the month's folder.
        for slug in &documents {
            trainings.number(&format!("{month}/{slug}"), Origin::NOWHERE);
        }
    }
    if reach.holds(month) {
        chosen.loose = trainings.loose(reach, month);
    }
    let office = (directory, hours);
    choose(office, trainings, (reach, month), &mut chosen, findings, trace);
    chosen
}

/// What the rows of a month are read with.
struct Rows<'r> {
    people: &'r People,
    /// The programmes of the month that have a document, without the month, sorted.
    documents: &'r [String],
    hours: &'r Hours<'r>,
    reach: Reach,
    month: Month,
    year: Day,
}

impl Rows<'_> {
    /// Reads them; gives of each programme that has a document since when somebody is on record.
    fn read(
        &self,
        directory: &Directory,
        trainings: &mut Trainings,
        Chosen {
            completeness,
            external,
            ..
        }: &mut Chosen,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Vec<Option<Day>> {
        let name = participation.file(&self.month.to_string());
        let (mut near, mut nearby) = (0, 0);
        // Rows of one programme stand together, so its number is mostly that of the row before.
        let mut current = (String::new(), 0);
        let (mut documented, mut document) = (String::new(), None);
        let mut rolled: Vec<Option<Day>> = vec![None; self.documents.len()];
        let seen = directory.scan(&participation, &name, findings, |row, findings| {
            let Some(read) = row.read::<Participation>(findings) else {
                return;
            };
            let Some(number) = person(self.people, row, Participation::staff, &mut near, findings) else {
                return;
            };
            // Who is nobody has verified nothing.
            person(
                self.people,
                row,
                Participation::verified_by,
                &mut nearby,
                findings,
            );
            if read.training.month().is_some_and(|own| own != self.month) {
                return misplaced(
                    findings,
                    row.cell_origin(Participation::training),
                    read.training.text(),
                    &name,
                );
            }
            if documented != read.training.text() {
                read.training.text().clone_into(&mut documented);
                document = self.document(&read);
                if document.is_none() && read.training.month().is_some() {
                    findings.doubt();
                }
            }
            if read.training.month().is_none() {
                external.push((read.training.text().to_owned(), number));
            }
            let Some(read) = read.on(self.people.as_of) else {
                return;
            };
            if let Some(document) = document {
                let since = read.enrolled.unwrap_or(Day::FIRST);
                let earlier = rolled[document].map_or(since, |known| known.min(since));
                rolled[document] = Some(earlier);
            }
            let who = self.hours.standing(number);
            if who.counts() {
                self.hours.row(&read, row.origin, number, who.unit(), trace);
                self.note(&read, row.origin, completeness, trace);
            } else {
                self.hours
                    .leaves_out(&read, row.origin, (number, who.unit()), trace);
            }
            let in_window = self.reach.holds(self.month);
            let expects = self.month >= self.reach.programmes && is_confirmed(&read, self.people.as_of);
            if read.training.month().is_none() || !(in_window || expects) {
                return;
            }
            if current.0 != read.training.text() {
                current = (
                    read.training.text().to_owned(),
                    trainings.number(read.training.text(), row.origin),
                );
            }
            if in_window {
                self.tally(trainings, current.1, &read, row, completeness, trace);
                if read.reason == Some(AbsenceReason::Declined) && who.counts() {
                    trainings.declined.push((current.1, number, row.origin));
                }
            }
            if expects && who.counts() {
                trainings.places.push((current.1, number));
            }
        });
        // Somebody was present where nobody takes part.
        let present = attendance.file(&self.month.to_string());
        if seen.is_none() && directory.open_file(&present).is_ok_and(|file| file.is_some()) {
            findings.doubt();
        }
        rolled
    }

    /// The document of the programme of a row, by number, which is opened only where the report needs it; one of another
    /// office has none.
    fn document(&self, row: &Participation<'_>) -> Option<usize> {
        row.training.month()?;
        let named = |name: &String| name.as_str().cmp(row.training.slug());
        self.documents.binary_search_by(named).ok()
    }

    /// Notes how complete a completion of the year is.
    fn note(
        &self,
        row: &Participation<'_>,
        origin: Origin,
        completeness: &mut Completeness,
        trace: &mut Trace,
    ) {
        // Of a completion without a day, that of a programme of a later month is not known yet.
        let is_other = match row.completed {
            Some(day) => day < self.year || day > self.people.as_of,
            None => self.month > self.reach.period.last_month(),
        };
        if row.status != ParticipationStatus::Completed || is_other {
            return;
        }
        for (item, is_complete) in [
            (
                Requirement::Completions,
                row.completed.is_some() && row.jp.is_some(),
            ),
            (Requirement::Recognised, row.jp_recognised.is_some()),
            (Requirement::Verified, is_verified(row, self.people.as_of)),
        ] {
            completeness.add(item, Source::Row(origin), is_complete, trace);
        }
    }

    /// Takes a row into the tally of its programme.
    fn tally(
        &self,
        trainings: &mut Trainings,
        number: u32,
        read: &Participation<'_>,
        row: &RawRow<'_>,
        completeness: &mut Completeness,
        trace: &mut Trace,
    ) {
        if read.status == ParticipationStatus::Absent {
            let (source, is_complete) = (Source::Row(row.origin), read.reason.is_some());
            completeness.add(Requirement::Reasons, source, is_complete, trace);
        }
        let figure = self.reach.figure(self.month, number);
        let period = self.reach.period;
        trainings.tallies[number as usize].row(read, row.origin, figure, period, trace);
    }
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

/// Opens the documents that may matter, one after the other; plans confirmed places into hours.
fn choose(
    (directory, hours): (&Directory, &Hours<'_>),
    mut trainings: Trainings,
    (reach, month): (Reach, Month),
    chosen: &mut Chosen,
    findings: &mut Findings,
    trace: &mut Trace,
) {
    trainings.places.sort_unstable();
    let mut places = &trainings.places[..];
    for number in 0..trainings.ids.len() {
        let own = places.partition_point(|&(training, _)| training as usize == number);
        let (here, rest) = places.split_at(own);
        places = rest;
        let last = reach.period.last_month();
        let is_ahead = Month::parse(&trainings.ids[number][..7]).is_some_and(|month| month > last);
        let may_matter = !here.is_empty() || is_ahead || trainings.tallies[number].may_end_in_period();
        if !may_matter && !load::training_may_be_undone(directory, &trainings.ids[number]) {
            continue;
        }
        let Some(training) = open(
            directory,
            &trainings.ids[number],
            trainings.first_rows[number],
            findings,
        ) else {
            continue;
        };
        let Some(training) = training.on(reach.as_of) else {
            continue;
        };
        if trainings.tallies[number].highest > Some(training.max_score()) {
            findings.doubt();
        }
        if training.status.value != TrainingStatus::Cancelled {
            let jp = (training.jp.value, training.jp.origin);
            here.iter()
                .for_each(|&(_, person)| hours.plan(person, jp, training.end.value, trace));
        }
        let programme = Programme {
            id: std::mem::take(&mut trainings.ids[number]),
            number: reach.figure(month, number as u32),
            training,
            tally: std::mem::take(&mut trainings.tallies[number]),
            feedback: Vec::new(),
            guard: Guard::default(),
        };
        programme.tell(trace);
        chosen.sort_out(programme, here.len() as u64, reach);
    }
}

/// Opens the document of a programme; that there is none is told at its first row.
fn open(directory: &Directory, id: &str, first_row: Origin, findings: &mut Findings) -> Option<Training> {
    let before = findings.errors();
    let document = load::training(directory, id, findings);
    if document.is_none() && findings.errors() == before {
        findings.error(first_row, Problem::TrainingMissing { id: id.to_owned() });
    }
    document
}

impl Chosen {
    /// Puts a programme where it belongs: to the month, ahead, not closed, or nowhere.
    fn sort_out(&mut self, programme: Programme, places: u64, reach: Reach) {
        let Programme {
            id, training, tally, ..
        } = &programme;
        let (start, end, status) = (training.start.value, training.end.value, training.status.value);
        if status != TrainingStatus::Cancelled && end > reach.as_of && start <= reach.horizon {
            self.ahead.push(Ahead {
                id: id.clone(),
                title: training.title.clone(),
                start,
                end,
                places: match start > reach.as_of {
                    true => places,
                    false => tally.in_it(),
                },
            });
        }
        if training.is_unclosed(tally.is_open(), reach.as_of) {
            self.unclosed.push((id.clone(), training.title.clone(), end));
        }
        if Programme::is_of(training, tally, reach.period) {
            self.programmes.push(programme);
        } else if programme.is_settled_in(reach.period) {
            self.settled.push(programme);
        }
    }

    /// Takes over what another month gave.
    pub(super) fn merge(&mut self, other: Chosen) {
        self.programmes.extend(other.programmes);
        self.settled.extend(other.settled);
        self.ahead.extend(other.ahead);
        self.unclosed.extend(other.unclosed);
        self.unrolled.extend(other.unrolled);
        self.unrolled_before.extend(other.unrolled_before);
        self.completeness.merge(&other.completeness);
        self.loose.untested.extend(other.loose.untested);
        self.loose.declined.extend(other.loose.declined);
        self.external.extend(other.external);
    }

    /// Puts everything in order: programmes by id, what comes by its first day.
    pub(super) fn sort(&mut self) {
        self.programmes.sort_by(|a, b| a.id.cmp(&b.id));
        self.settled.sort_by(|a, b| a.id.cmp(&b.id));
        self.ahead.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
        self.unclosed.sort();
        self.external.sort_unstable();
    }

    /// Whether a participation stands in two files.
    pub(super) fn is_doubtful(&self) -> bool {
        !self.external.is_sorted_by(|one, next| one < next)
    }
}
