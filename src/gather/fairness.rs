//! Who takes part and who does not: the participations of a window, the talks about refusals, the yearly climate.

use super::application::ApplicationSurvey;
use super::climate::climate;
use super::open::talks;
use super::people::person;
use super::posts::{load_competencies, load_standards};
use super::reading::Reading;
use super::roster::{members, traits};
use super::unrolled;
use super::voices::{form, read_forms};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Survey};
use crate::measure::fairness::{
    Attendance, Climate, Decline, Fairness, FairnessFigures, Unapplied, Unevaluated, known_to_take_part,
    was_held,
};
use crate::measure::feedback::{ClimateYear, Feedback, Form};
use crate::measure::hours::completed_by;
use crate::measure::judged::Guard;
use crate::measure::programmes::{post_on, status_on};
use crate::measure::trace::{Figure, Trace};
use crate::measure::unrolled::Unrolled;
use crate::records::code::{Mode, TrainingStatus};
use crate::records::people::People;
use crate::records::posts::Posts;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use crate::rules::Rules;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many months the window of a report has.
const MONTHS: u8 = 12;

/// The required competencies of positions, by name.
type Standards = HashMap<String, HashSet<String>>;

/// A programme with its id.
type Held<'d> = (&'d String, &'d Training);

/// A programme that ended in the window.
struct Ended<'d> {
    of: Held<'d>,
    /// Whether it is on record who came.
    is_closed: bool,
    /// Whether it is known to have been held.
    was_held: bool,
}

/// What a window is read with.
struct Window<'w> {
    directory: &'w Directory,
    surveys: &'w [Survey],
    people: &'w People,
    period: Period,
    /// How many months back a programme may have begun.
    look_back: i32,
    /// From how many answers on feedback can be shown.
    guard: Guard,
    /// From how many pairs of tests on there is a gain.
    min_pairs: i64,
}

/// Gathers who takes part and who does not, over a period alone or the twelve months that end with a month. `None` when a rule has no
/// edition in force, which is told.
pub fn fairness(reading: &mut Reading<'_>) -> Option<FairnessFigures> {
    let archive = reading.archive;
    let (directory, office, period) = (archive.directory, archive.office, archive.period);
    let privacy = reading.edition(&office.rules.privacy)?;
    let look_back = reading.edition(&office.rules.look_back)?;
    let gain = reading.edition(&office.rules.gain)?;
    let roster = reading.roster();
    let (people, posts, surveys) = (&roster.people, reading.history(), reading.surveys());
    let window = Window {
        directory,
        surveys,
        people,
        period: reading.window(MONTHS),
        look_back: look_back.programme_months as i32,
        guard: privacy.into(),
        min_pairs: gain.min_pairs,
    };
    let is_told = reading.tells_from(window.period.first_day());
    let findings = &mut reading.findings;
    let standards = load_standards(directory, period.last_day(), findings);
    let documents = window.documents(findings);
    let (attendances, unrolled, open) = window.attendances(&documents, (posts, &standards), findings);
    let mut unrolled = unrolled::keep(reading, unrolled);
    unrolled.retain(|one| one.end >= window.period.first_day());
    let Reading { findings, trace, .. } = &mut *reading;
    let traits = traits(directory, people, findings);
    let members = members(people, posts, &traits);
    // Who came to what nobody is on record of may be anybody.
    let is_told = is_told && unrolled.is_empty();
    let mut fairness = Fairness::new(members.collect(), people.list.len(), is_told);
    let all = attendances.iter();
    all.for_each(|one| fairness.take(one, documents.get(&one.training), trace));
    fairness.close(trace);
    let refusals = window.refusals(&attendances, &documents, findings);
    fairness.refuse(&refusals, trace);
    let ended = window.ended(&documents, &attendances, &open);
    let each = ended.iter();
    each.for_each(|one| fairness.end(one.of.1.origin, one.is_closed, trace));
    let held = ended.iter().filter(|one| one.was_held);
    let held: Vec<Held<'_>> = held.map(|one| one.of).collect();
    let unevaluated = window.unevaluated(
        (&attendances, &unrolled),
        (&documents, &held),
        &mut fairness,
        findings,
        trace,
    );
    let unapplied = window.unapplied((&office.rules, posts), (&held, &attendances), findings, trace);
    let [this, climate_before] = climates(reading, privacy.into(), window.period);
    Some(FairnessFigures {
        window: window.period,
        fairness,
        refusals,
        climate: this,
        climate_before,
        unevaluated,
        unapplied,
        unrolled: unrolled.len() as u64,
        catalogue: load_competencies(directory, &mut reading.findings),
    })
}

/// The climate questionnaire of the window, and that of the same months a year before.
fn climates(reading: &mut Reading<'_>, guard: Guard, window: Period) -> [Option<Climate>; 2] {
    let this = climate(reading, guard, (window, ClimateYear::This));
    let back = |month: Month| month.plus(-i32::from(MONTHS.max(window.months())));
    let before = Period::between(back(window.first_month()), back(window.last_month()));
    let before = before.filter(|_| this.is_some());
    let last = before.and_then(|before| climate(reading, guard, (before, ClimateYear::Last)));
    [this, last]
}

impl Window<'_> {
    /// The months whose programmes may lie in the window.
    fn months(&self) -> impl Iterator<Item = Month> {
        let first = self.period.first_month().plus(-self.look_back);
        first.to(self.period.last_month())
    }

    /// The documents of the months, by id; cancelled ones too, so that their rows are known.
    fn documents(&self, findings: &mut Findings) -> BTreeMap<String, Training> {
        let mut out = BTreeMap::new();
        for month in self.months() {
            for slug in load::names(self.directory, &format!("trainings/{month}"), ".toml", findings) {
                let id = format!("{month}/{slug}");
                let read = load::training(self.directory, &id, findings);
                let known = read.and_then(|training| training.on(self.period.last_day()));
                out.extend(known.map(|training| (id, training)));
            }
        }
        out
    }

    /// The participations of the window, of people who count; the programmes in which nobody is on record; and those in
    /// which anybody's place was still open, whoever counts.
    fn attendances(
        &self,
        documents: &BTreeMap<String, Training>,
        required: (&Posts, &Standards),
        findings: &mut Findings,
    ) -> (Vec<Attendance>, Vec<Unrolled>, HashSet<String>) {
        let (mut out, mut open) = (Vec::new(), HashSet::new());
        let mut unrolled = documents.clone();
        let as_of = self.period.last_day();
        for month in self.months() {
            let (name, mut near) = (participation.file(&month.to_string()), 0);
            self.directory
                .scan(&participation, &name, findings, |row, findings| {
                    let read = row.read::<Participation>(findings);
                    let Some(read) = read.and_then(|read| read.on(as_of)) else {
                        return;
                    };
                    unrolled.remove(read.training.text());
                    if status_on(&read, as_of).is_open() {
                        open.insert(read.training.text().to_owned());
                    }
                    let who = person(self.people, row, Participation::staff, &mut near, findings);
                    let Some(who) = who.filter(|&who| self.people.list[who as usize].counts()) else {
                        return;
                    };
                    let training = documents.get(read.training.text());
                    let is_cancelled = |one: &Training| one.status.value == TrainingStatus::Cancelled;
                    let end = training.map(|one| one.end.value);
                    let Some(day) = completed_by(&read, as_of).or(end) else {
                        return;
                    };
                    if !self.period.holds(day) || training.is_some_and(is_cancelled) {
                        return;
                    }
                    out.push(Attendance {
                        origin: row.origin,
                        person: who,
                        training: read.training.text().to_owned(),
                        status: status_on(&read, as_of),
                        reason: read.reason,
                        initiative: read.initiative,
                        day,
                        // For which year they count is not known without the day.
                        jp: read.jp.filter(|_| read.completed.is_some()),
                        tests: read.pre.zip(post_on(&read, as_of)),
                        required: training.and_then(|one| self.required(one, who, day, required)),
                    });
                });
        }
        let unrolled = unrolled.into_iter();
        let unrolled = unrolled.filter_map(|(id, training)| Unrolled::of(&id, training, as_of));
        (out, unrolled.collect(), open)
    }

    /// Which of a programme's competencies the post of a person required on a day.
    fn required(
        &self,
        training: &Training,
        who: u32,
        day: Day,
        (posts, standards): (&Posts, &Standards),
    ) -> Option<Vec<bool>> {
        let position = posts.on(who, day)?.position?;
        let standard = standards.get(&posts.positions[position as usize])?;
        let targets = training.competency.iter();
        let required: Vec<bool> = targets
            .map(|target| standard.contains(&*target.code.value))
            .collect();
        (!required.is_empty()).then_some(required)
    }

    /// The refusals of the window, by day, with the talks that followed.
    fn refusals(
        &self,
        attendances: &[Attendance],
        documents: &BTreeMap<String, Training>,
        findings: &mut Findings,
    ) -> Vec<Decline> {
        let talks = talks(self.directory, self.people, self.period.last_day(), findings);
        let title = |id: &String| {
            let training = documents.get(id);
            training.map_or_else(|| id.clone(), |training| training.title.clone())
        };
        let refused = attendances.iter().filter(|one| one.is_refusal());
        let mut out: Vec<Decline> = refused
            .map(|one| Decline {
                origin: one.origin,
                person: one.person,
                title: title(&one.training),
                training: one.training.clone(),
                day: one.day,
                talk: talks.get(&(one.training.clone(), one.person)).cloned(),
            })
            .collect();
        out.sort_by(|a, b| (a.day, &a.training, a.person).cmp(&(b.day, &b.training, b.person)));
        out
    }

    /// The programmes that ended in the window and were not cancelled; `open` names those in which somebody's place was
    /// still open.
    fn ended<'d>(
        &self,
        documents: &'d BTreeMap<String, Training>,
        attendances: &[Attendance],
        open: &HashSet<String>,
    ) -> Vec<Ended<'d>> {
        let took_part = attendances.iter().filter(|one| one.status.took_part());
        let known: HashSet<&str> = took_part.map(|one| one.training.as_str()).collect();
        let is_cancelled = |one: &Training| one.status.value == TrainingStatus::Cancelled;
        let ended = documents
            .iter()
            .filter(|(_, one)| self.period.holds(one.end.value) && !is_cancelled(one));
        let ended = ended.map(|(id, training)| {
            let (has_open, known) = (open.contains(id), known.contains(id.as_str()));
            Ended {
                of: (id, training),
                is_closed: training.mode == Mode::SelfPaced || training.is_closed(has_open),
                was_held: was_held(training, known.into(), has_open),
            }
        });
        // Nothing is to be told of a self-paced one in which nobody took part.
        ended.filter(|one| one.was_held || !one.is_closed).collect()
    }

    /// The programmes held in the window of which it is owed how they are applied at work.
    fn unapplied(
        &self,
        (rules, posts): (&Rules, &Posts),
        (held, attendances): (&[Held<'_>], &[Attendance]),
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Vec<Unapplied> {
        let day = self.period.last_day();
        let Some(rule) = rules.impact.on(day) else {
            return Vec::new();
        };
        let asking = ApplicationSurvey {
            directory: self.directory,
            surveys: self.surveys,
            posts,
            rule: rules.feedback.on(day),
            period: self.period,
            months: rule.months_after as i32,
        };
        asking.unapplied(held, attendances, (findings, trace))
    }

    /// Takes the programmes held in the window; gives those without feedback and tests, by last day.
    fn unevaluated(
        &self,
        (attendances, unrolled): (&[Attendance], &[Unrolled]),
        (documents, held): (&BTreeMap<String, Training>, &[Held<'_>]),
        fairness: &mut Fairness,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Vec<Unevaluated> {
        let mut tested: HashMap<&str, i64> = HashMap::new();
        let mut took_part: HashMap<&str, u64> = HashMap::new();
        for one in attendances {
            if one.tests.is_some() {
                *tested.entry(&one.training).or_default() += 1;
            }
            if one.status.took_part() {
                *took_part.entry(&one.training).or_default() += 1;
                if let Some(training) = documents.get(&one.training) {
                    let figure = Figure::new("unevaluated", training.origin, "took_part");
                    trace.uses(figure, one.origin, 1);
                }
            }
        }
        let heard = self.heard(held, findings);
        let is_tested = |id: &str| tested.get(id).is_some_and(|pairs| *pairs >= self.min_pairs);
        let is_evaluated = |id: &str, is_heard: bool| is_heard || is_tested(id);
        for ((id, training), is_heard) in held.iter().zip(&heard) {
            fairness.hold(training.origin, is_evaluated(id, *is_heard), trace);
        }
        let is_rolled = |id: &str| !unrolled.iter().any(|one| one.id == id);
        let known = |id: &str| is_rolled(id).then(|| took_part.get(id).copied().unwrap_or(0));
        let mut out: Vec<Unevaluated> = held
            .iter()
            .zip(heard)
            .filter(|((id, _), is_heard)| !is_evaluated(id, *is_heard))
            .map(|((id, training), _)| Unevaluated {
                number: training.origin.into(),
                id: (*id).clone(),
                title: training.title.clone(),
                end: training.end.value,
                took_part: known_to_take_part(training, known(id)),
            })
            .collect();
        out.sort_by(|a, b| (a.end, &a.id).cmp(&(b.end, &b.id)));
        out
    }

    /// About which programmes enough participants gave feedback that it can be shown.
    fn heard(&self, held: &[(&String, &Training)], findings: &mut Findings) -> Vec<bool> {
        let numbered = held.iter().enumerate();
        let numbers: HashMap<&str, usize> = numbered.map(|(number, (id, _))| (id.as_str(), number)).collect();
        let forms: Vec<Form> = self
            .surveys
            .iter()
            .filter_map(|survey| form(survey, self.guard))
            .collect();
        let mut heard = vec![false; held.len()];
        let mut answers: HashMap<(usize, usize), Feedback> = HashMap::new();
        let first = held.iter().map(|(_, training)| training.start.value.month());
        let Some(first) = first.min() else {
            return heard;
        };
        let (with, months) = ((self.surveys, &forms[..]), (first, self.period.last_month()));
        let find = |subject: &str, _, _| numbers.get(subject).copied();
        read_forms(self.directory, with, months, findings, find, |answer| {
            let of = (answer.number, answer.form);
            answer.enter(&forms, answers.entry(of).or_default());
        });
        for ((number, form), feedback) in answers {
            heard[number] |= feedback.is_enough(&forms[form]);
        }
        heard
    }
}
