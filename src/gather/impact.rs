//! What the public said before and after a programme: complaints, answers and service figures of both windows.

use super::people::{load_calendar, person, unit};
use super::reading::{Archive, Reading};
use super::voices::{read_answers, score};
use super::{complaints, fairness};
use crate::diagnostic::{Findings, Origin};
use crate::load::{self, Survey};
use crate::measure::calendar::Calendar;
use crate::measure::fairness::{known_to_take_part, was_held};
use crate::measure::impact::{Audience, Impact, ImpactReport, Lookout, ProgrammeImpact, Sequel, Windows};
use crate::measure::programmes::status_on;
use crate::measure::trace::Trace;
use crate::records::cell::{Cell, TrainingId};
use crate::records::document;
use crate::records::people::Roster;
use crate::records::service::Indicator;
use crate::records::table::Row;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use crate::rules::Impact as Rule;
use crate::words::problem::Problem;
use std::collections::BTreeMap;

/// How many months back the latest comparison that is closed is looked for.
const LATEST: i32 = 12;

/// What comparisons are read with.
pub(super) struct Comparator<'s> {
    archive: &'s Archive<'s>,
    surveys: &'s [Survey],
    roster: &'s Roster,
}

/// Which programmes are compared.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'w> {
    /// Those whose second window ends in the period and whose document names the units or services whose public is
    /// expected to notice: what the monthly report shows.
    Named,
    /// Those whose second window ends in the period and whose participants serve the public; where there are none,
    /// those that closed last before.
    Latest,
    /// Those whose second window ended in the last twelve months, or in a longer time alone; compared with no other
    /// unit.
    Year,
    /// The one with this id.
    One(&'w str),
}

/// Gathers the comparisons for a report: of programme `subject`, else of those closed in the period, else of those closed
/// last, with the evaluations that are owed. `None` when a rule has no edition in force or there is no such programme,
/// which is told.
pub fn impact(reading: &mut Reading<'_>, subject: Option<&str>) -> Option<ImpactReport> {
    let rules = &reading.archive.office.rules;
    reading.edition(&rules.satisfaction)?;
    reading.edition(&rules.privacy)?;
    let comparator = Comparator::new(reading);
    let which = subject.map_or(Which::Latest, Which::One);
    let list = comparator.impacts(which, reading)?;
    if subject.is_some() {
        return Some(ImpactReport {
            list,
            ..ImpactReport::default()
        });
    }
    // The figures behind what is owed are told where they stand.
    let mut beside = Reading::new(reading.archive, Trace::silent());
    let mut owed = comparator.impacts(Which::Year, &mut beside)?;
    owed.retain(|one| one.sequel() == Sequel::Due);
    let unclear = comparator.unclear(&mut beside)?;
    let unapplied = fairness::fairness(&mut beside).map_or(Vec::new(), |figures| figures.unapplied);
    reading.findings.append(beside.findings);
    Some(ImpactReport {
        is_of_office: true,
        list,
        owed,
        unclear,
        unapplied,
    })
}

/// A programme to be compared, with the people who took part in it.
struct Programme {
    id: String,
    training: Training,
    /// Each with the place of the participation.
    participants: Vec<(u32, Origin)>,
    /// Whether anybody is on record, however it stands.
    is_rolled: bool,
    /// Whether the place of somebody is still open.
    has_open: bool,
}

/// Who took part, each with the place of the participation, and whether the place of somebody is still open.
type OnRecord = (Vec<(u32, Origin)>, bool);

impl Programme {
    fn new(id: String, training: Training, on_record: Option<OnRecord>) -> Programme {
        let is_rolled = on_record.is_some();
        let (participants, has_open) = on_record.unwrap_or_default();
        Programme {
            id,
            training,
            participants,
            is_rolled,
            has_open,
        }
    }
}

impl<'s> Comparator<'s> {
    /// Comparisons of the office that is read.
    pub(super) fn new(reading: &mut Reading<'s>) -> Comparator<'s> {
        Comparator {
            archive: reading.archive,
            roster: reading.roster(),
            surveys: reading.surveys(),
        }
    }

    /// The unit of a person on a day; the postings of the past are read when the first programme needs them.
    fn unit_on(&self, who: u32, day: Day) -> Option<u32> {
        self.archive.history_of(self.roster).unit_on(who, day)
    }

    /// The comparisons of the programmes wanted; `None` when a rule has no edition or the programme wanted is not
    /// there, which is told.
    pub(super) fn impacts(
        &self,
        which: Which<'_>,
        reading: &mut Reading<'s>,
    ) -> Option<Vec<ProgrammeImpact>> {
        let rule = reading.edition(&self.archive.office.rules.impact)?;
        let [months, window] = [
            self.archive.period.months(),
            reading.window(LATEST as u8).months(),
        ]
        .map(i32::from);
        let Reading { findings, trace, .. } = reading;
        let programmes = match which {
            Which::One(id) => vec![self.one(id, findings)?],
            Which::Named => self.closed_within(rule, months, true, findings),
            Which::Year => self.closed_within(rule, window, false, findings),
            Which::Latest => match self.closed_within(rule, months, false, findings) {
                none if none.is_empty() => (months..=LATEST.max(months))
                    .map(|back| self.closed(rule, back, false, findings))
                    .find(|found| !found.is_empty())
                    .unwrap_or_default(),
                found => found,
            },
        };
        let is_compared = !matches!(which, Which::Year);
        Some(self.measure(programmes, is_compared, rule, (findings, trace)))
    }

    /// The programmes whose second window ended in the last twelve months and of which nobody knows whether they are for
    /// units that serve the public: title, and the units of which it is not known.
    fn unclear(&self, reading: &mut Reading<'s>) -> Option<Vec<(String, Vec<u32>)>> {
        let rule = reading.edition(&self.archive.office.rules.impact)?;
        let months = (0..LATEST).rev();
        let held = months.flat_map(|back| self.held(rule, back, false, &mut reading.findings));
        let unclear = held.filter(|programme| !self.is_for_public(programme));
        let unclear = unclear.map(|programme| {
            let mut units = self.units_of(&programme);
            units.retain(|unit| self.roster.units.is_public[*unit as usize].is_none());
            (programme.training.title, units)
        });
        Some(unclear.filter(|(_, units)| !units.is_empty()).collect())
    }

    /// The programme with an id.
    fn one(&self, id: &str, findings: &mut Findings) -> Option<Programme> {
        let month = match <TrainingId as Cell>::parse(id) {
            Ok(id) => id.month(),
            Err(problem) => {
                findings.error(Origin::NOWHERE, *problem);
                return None;
            }
        };
        let told = findings.errors();
        let training = month.and_then(|_| load::training(self.archive.directory, id, findings));
        let (Some(training), Some(month)) = (training, month) else {
            // One that is broken is there, and what is wrong with it was told.
            if findings.errors() == told {
                findings.error(Origin::NOWHERE, Problem::TrainingMissing { id: id.to_owned() });
            }
            return None;
        };
        let as_of = self.archive.period.last_day();
        let training = training.by(as_of);
        let on_record = self.participants(month, findings).remove(id);
        let mut programme = Programme::new(id.to_owned(), training, on_record);
        if programme.training.end.value > as_of {
            programme.participants.clear();
        }
        Some(programme)
    }

    /// The programmes for the public whose second window ended in the last so many months up to the period's last.
    fn closed_within(
        &self,
        rule: &Rule,
        months: i32,
        named: bool,
        findings: &mut Findings,
    ) -> Vec<Programme> {
        let each = (0..months).rev();
        each.flat_map(|back| self.closed(rule, back, named, findings))
            .collect()
    }

    /// The programmes for the public whose second window ended `back` months before the report's month; only those
    /// that name their public when `named`.
    fn closed(&self, rule: &Rule, back: i32, named: bool, findings: &mut Findings) -> Vec<Programme> {
        let mut held = self.held(rule, back, named, findings);
        held.retain(|programme| self.is_for_public(programme));
        held
    }

    /// The same, for whomever they are.
    fn held(&self, rule: &Rule, back: i32, named: bool, findings: &mut Findings) -> Vec<Programme> {
        let ended = self
            .archive
            .period
            .last_month()
            .plus(-back - rule.months_after as i32);
        let look_back = self
            .archive
            .office
            .rules
            .look_back
            .on(self.archive.period.last_day());
        let look_back = look_back.map_or(0, |rule| rule.programme_months as i32);
        // A monthly report must not open every document of half a year: what ran longer than into the next month is
        // compared by the report about impact alone.
        let first = ended.plus(if named { -1 } else { -look_back });
        let mut found = Vec::new();
        // A moved date may bring a programme forward by a month.
        let last = ended.plus(i32::from(!named));
        for month in first.to(last) {
            let documents = self.documents(month, ended, named, findings);
            let mut rows = match documents.is_empty() {
                true => BTreeMap::new(),
                false => self.participants(month, findings),
            };
            found.extend(documents.into_iter().map(|(id, training)| {
                let on_record = rows.remove(&id);
                Programme::new(id, training, on_record)
            }));
        }
        found.retain(|one| was_held(&one.training, one.participants.len() as u64, one.has_open));
        found
    }

    /// The documents of a month whose programmes ended in the month `ended`. Where only those count
    /// that name their public, a document without the word is not even parsed: there are many, and few name it.
    fn documents(
        &self,
        month: Month,
        ended: Month,
        named: bool,
        findings: &mut Findings,
    ) -> Vec<(String, Training)> {
        let slugs = load::names(
            self.archive.directory,
            &format!("trainings/{month}"),
            ".toml",
            findings,
        );
        let ids = slugs.into_iter().map(|slug| format!("{month}/{slug}"));
        let says = |text: &str| text.contains("public_units") || text.contains("services");
        let read = ids.filter_map(|id| {
            let (text, number) = self
                .archive
                .directory
                .text(&format!("trainings/{id}.toml"), findings)?;
            let read = (!named || says(&text)).then(|| document::read::<Training>(&text, number, findings));
            Some((read.flatten()?, id))
        });
        read.filter(|(training, _)| {
            let names = !named || !training.public_units.is_empty() || !training.services.is_empty();
            names && training.end.value.month() == ended
        })
        .map(|(training, id)| (id, training))
        .collect()
    }

    /// Who took part in the programmes of a month, by programme, and whether the place of somebody is still open; nobody
    /// in one of which only others are on record.
    fn participants(&self, month: Month, findings: &mut Findings) -> BTreeMap<String, OnRecord> {
        let mut out: BTreeMap<String, OnRecord> = BTreeMap::new();
        let (name, mut near) = (participation.file(&month.to_string()), 0);
        self.archive
            .directory
            .scan(&participation, &name, findings, |row, findings| {
                let Some(read) = row.read::<Participation>(findings) else {
                    return;
                };
                let who = person(
                    &self.roster.people,
                    row,
                    Participation::staff,
                    &mut near,
                    findings,
                );
                let Some(read) = read.on(self.roster.people.as_of) else {
                    return;
                };
                let status = status_on(&read, self.roster.people.as_of);
                let (took_part, has_open) = out.entry(read.training.text().to_owned()).or_default();
                *has_open |= status.is_open();
                let who = who.filter(|_| status.took_part());
                took_part.extend(who.map(|who| (who, row.origin)));
            });
        out
    }

    /// The units in which participants worked on the programme's last day.
    fn units_of(&self, programme: &Programme) -> Vec<u32> {
        let end = programme.training.end.value;
        let units = programme.participants.iter();
        units.filter_map(|&(who, _)| self.unit_on(who, end)).collect()
    }

    /// Whether the audience of a programme works in units that serve the public: it names units or services, or
    /// somebody who took part works in such a unit.
    fn is_for_public(&self, programme: &Programme) -> bool {
        let training = &programme.training;
        let names = !training.public_units.is_empty() || !training.services.is_empty();
        names
            || self
                .units_of(programme)
                .into_iter()
                .any(|unit| self.roster.units.serves(unit))
    }

    /// Whether each unit serves the public and was known on the last day.
    fn serving(&self) -> Vec<bool> {
        let (units, last) = (&self.roster.units, self.archive.period.last_day());
        let each = units.is_public.iter().zip(&units.since);
        each.map(|(is_public, since)| *is_public == Some(true) && since.is_none_or(|since| since <= last))
            .collect()
    }

    /// Whom a programme concerns.
    fn audience(&self, programme: &Programme, is_compared: bool) -> Audience {
        let named = programme.training.public_units.iter();
        let named: Vec<u32> = named
            .filter_map(|code| self.roster.units.find(&code.value))
            .collect();
        let services = programme.training.services.iter();
        let participants = programme.participants.iter().map(|(who, _)| *who);
        let mut audience = Audience::new(&named, &self.units_of(programme), &self.serving());
        audience.services = services.map(|code| code.value.0.clone()).collect();
        match is_compared {
            true => audience.with_participants(participants),
            false => audience.alone(),
        }
    }

    /// Reads both windows of all programmes, each file once; compared with other units, or only what became of those
    /// with participants, which is far less to look at.
    fn measure(
        &self,
        programmes: Vec<Programme>,
        is_compared: bool,
        rule: &Rule,
        (findings, trace): (&mut Findings, &mut Trace),
    ) -> Vec<ProgrammeImpact> {
        let windows = |programme: &Programme| {
            Windows::around(programme.training.start.value, programme.training.end.value, rule)
        };
        let all: Vec<Windows> = programmes.iter().map(windows).collect();
        let Some(first) = all.iter().map(|windows| windows.before.0).min() else {
            return Vec::new();
        };
        let last = all.iter().map(|windows| windows.after.1).max();
        let months = (
            first,
            last.unwrap_or(self.archive.period.last_month())
                .min(self.archive.period.last_month()),
        );
        let calendar = self.calendar(first, findings);
        let rules = &self.archive.office.rules.complaints;
        let mut measures: Vec<Impact<'_>> = programmes
            .iter()
            .zip(all)
            .enumerate()
            .map(|(number, (programme, windows))| {
                let audience = self.audience(programme, is_compared);
                let as_of = self.archive.period.last_day();
                Impact::new(rules, &calendar, as_of, number as u32, windows, audience)
            })
            .collect();
        for (programme, measure) in programmes.iter().zip(&measures) {
            measure.tell(&programme.participants, &self.roster.units.origins, trace);
        }
        self.complaints(months, &mut measures, findings, trace);
        self.respondents(months, &mut measures, findings, trace);
        self.service_figures(&mut measures, findings, trace);
        let actions = super::actions::actions(self.archive, self.roster, findings);
        let since = self.archive.office.settings.records_since.as_ref();
        let since = since.map(|since| since.value);
        let measured = programmes.into_iter().zip(measures);
        measured
            .map(|(programme, measure)| ProgrammeImpact {
                actions: actions.from("impact", &programme.id),
                participants: known_to_take_part(
                    &programme.training,
                    programme.is_rolled.then_some(programme.participants.len() as u64),
                ),
                title: programme.training.title,
                id: programme.id,
                figures: measure.figures(rule.min_n, since),
            })
            .collect()
    }

    fn calendar(&self, first: Month, findings: &mut Findings) -> Calendar {
        let (from, to) = (first.first(), self.archive.period.last_day());
        load_calendar(
            self.archive.directory,
            &self.archive.office.settings,
            (from, to),
            self.archive.period.last_day(),
            findings,
        )
    }

    fn complaints(
        &self,
        months: (Month, Month),
        measures: &mut [Impact<'_>],
        findings: &mut Findings,
        trace: &mut Trace,
    ) {
        let known = (&self.roster.people, &*self.roster.units);
        for received in months.0.to(months.1) {
            let lookout = Lookout::at(received, measures);
            complaints::read(self.archive, known, received, findings, |course| {
                lookout.each(course.unit, measures, |measure| measure.complaint(course, trace));
            });
        }
    }

    fn respondents(
        &self,
        months: (Month, Month),
        measures: &mut [Impact<'_>],
        findings: &mut Findings,
        trace: &mut Trace,
    ) {
        let Some(rule) = self
            .archive
            .office
            .rules
            .satisfaction
            .on(self.archive.period.last_day())
        else {
            return;
        };
        let surveys = self.surveys.iter();
        for survey in surveys.filter(|survey| survey.questionnaire.is_satisfaction()) {
            let table = &survey.table;
            let columns: Vec<Option<usize>> = rule.elements.iter().map(|key| table.column(key)).collect();
            let (unit_column, service_column) = (table.column("unit"), table.column("service"));
            for answered in months.0.to(months.1) {
                let lookout = Lookout::at(answered, measures);
                read_answers(self.archive.directory, table, answered, findings, |row, _| {
                    let scores: Vec<Option<i64>> = columns.iter().map(|column| score(row, *column)).collect();
                    let of_unit =
                        unit_column.and_then(|column| self.roster.units.find(row.cells.get(column)));
                    let service = service_column.map_or("", |column| row.cells.get(column));
                    lookout.each(of_unit, measures, |measure| {
                        measure.respondent(answered, (of_unit, service), (&scores, row.origin), trace);
                    });
                });
            }
        }
    }

    fn service_figures(&self, measures: &mut [Impact<'_>], findings: &mut Findings, trace: &mut Trace) {
        let known = &self.archive.office.settings.indicator;
        self.archive
            .directory
            .scan(Indicator::table(), "indicators.csv", findings, |row, findings| {
                let Some(read) = row.read::<Indicator>(findings) else {
                    return;
                };
                let number = known.iter().position(|one| &*one.code.value == read.code.text());
                let of_unit = unit(&self.roster.units, row, Indicator::unit, findings);
                let Some(number) = number else { return };
                for measure in measures.iter_mut() {
                    measure.service_figure(number, of_unit, read.month, (read.value, row.origin), trace);
                }
            });
    }
}
