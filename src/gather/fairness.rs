//! Who takes part and who does not: the participations of a window, the talks about refusals, the yearly climate.

use super::editions::edition;
use super::open::talks;
use super::people::{load_history, load_people, load_units, person};
use super::posts::{load_competencies, load_standards};
use super::voices::{form, read_forms};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load::{self, Office, Survey};
use crate::measure::fairness::{
    Fairness, FairnessFigures, GradeBand, Member, Part, Refusal, Unevaluated, tell_held, tell_members,
    tell_refusals, top_tenth,
};
use crate::measure::feedback::Form;
use crate::measure::hours::completed_by;
use crate::measure::judged::Guard;
use crate::measure::programmes::status_on;
use crate::measure::trace::{Figure, Trace};
use crate::records::code::{Sex, TrainingStatus};
use crate::records::organisation::Staff;
use crate::records::people::People;
use crate::records::posts::Posts;
use crate::records::table::Row;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many months the window of a report has.
const MONTHS: i32 = 12;

/// How many people a report names of those who never take part.
pub const NAMED: usize = 40;

/// The required competencies of positions, by name.
type Standards = HashMap<String, HashSet<String>>;

/// What a window is read with.
struct Window<'w> {
    directory: &'w Directory,
    office: &'w Office,
    surveys: &'w [Survey],
    people: &'w People,
    month: Month,
    first: Month,
}

/// Gathers who takes part and who does not, over the twelve months that end with `month`. `None` when a rule has no
/// edition in force, which is told.
pub fn fairness(
    directory: &Directory,
    office: &Office,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> Option<FairnessFigures> {
    let privacy = edition(&office.rules.privacy, month.last(), findings)?;
    let units = load_units(directory, findings);
    let (people, _) = load_people(directory, &units, month, findings, &mut Trace::silent());
    let posts = load_history(directory, &people, &units);
    let surveys = load::surveys(directory, findings);
    let window = Window {
        directory,
        office,
        surveys: &surveys,
        people: &people,
        month,
        first: month.plus(1 - MONTHS),
    };
    let standards = load_standards(directory, findings);
    let documents = window.documents(findings);
    let parts = window.parts(&documents, Some((&posts, &standards)), findings);
    let mut fairness = Fairness::new(people.list.len());
    for part in &parts {
        fairness.part(part, documents.get(&part.training), trace);
    }
    let members = window.members(&posts, findings);
    tell_members(&members, &fairness, &parts, trace);
    let refusals = window.refusals(&parts, &documents, findings);
    tell_refusals(&refusals, trace);
    let (programmes, unevaluated) = window.unevaluated(&parts, &documents, findings, trace);
    let months = (window.first, month);
    let climate = super::climate::climate(
        directory,
        (&surveys, &units),
        months,
        privacy.into(),
        findings,
        trace,
    );
    let catalogue = load_competencies(directory, findings);
    Some(FairnessFigures {
        month,
        first: window.first.first(),
        tenth: top_tenth(&members, &fairness.taken, trace),
        members,
        fairness,
        refusals,
        climate,
        programmes,
        unevaluated,
        catalogue,
        units,
    })
}

impl Window<'_> {
    /// How many months back a programme may have begun.
    fn look_back(&self) -> i32 {
        let rule = self.office.rules.look_back.on(self.month.last());
        rule.map_or(0, |rule| rule.programme_months as i32)
    }

    /// The months whose programmes may lie in the window.
    fn months(&self) -> impl Iterator<Item = Month> {
        self.first.plus(-self.look_back()).to(self.month)
    }

    /// Whether a day lies in the window.
    fn holds(&self, day: Day) -> bool {
        (self.first.first()..=self.month.last()).contains(&day)
    }

    /// The documents of the months, by id; cancelled ones too, so that their rows are known.
    fn documents(&self, findings: &mut Findings) -> BTreeMap<String, Training> {
        let mut out = BTreeMap::new();
        for month in self.months() {
            for slug in load::names(self.directory, &format!("trainings/{month}"), ".toml", findings) {
                let id = format!("{month}/{slug}");
                let read = load::training(self.directory, &id, findings);
                out.extend(read.map(|training| (id, training)));
            }
        }
        out
    }

    /// The participations of the window, of people who count.
    fn parts(
        &self,
        documents: &BTreeMap<String, Training>,
        required: Option<(&Posts, &Standards)>,
        findings: &mut Findings,
    ) -> Vec<Part> {
        let mut out = Vec::new();
        let as_of = self.month.last();
        for month in self.months() {
            let (name, mut near) = (participation.file(&month.to_string()), 0);
            self.directory
                .scan(&participation, &name, findings, |row, findings| {
                    let Some(read) = row.read::<Participation>(findings) else {
                        return;
                    };
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
                    if !self.holds(day) || training.is_some_and(is_cancelled) {
                        return;
                    }
                    out.push(Part {
                        origin: row.origin,
                        person: who,
                        training: read.training.text().to_owned(),
                        status: status_on(&read, as_of),
                        reason: read.reason,
                        initiative: read.initiative,
                        day,
                        jp: read.jp.unwrap_or_default(),
                        tests: read.pre.zip(read.post),
                        required: training.and_then(|one| self.required(one, who, day, required?)),
                    });
                });
        }
        out
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

    /// The people who count, with what they are grouped by.
    fn members(&self, posts: &Posts, findings: &mut Findings) -> Vec<Member> {
        let as_of = self.month.last();
        let sexes = self.sexes(findings);
        let people = self.people.list.iter().enumerate();
        people
            .filter(|(_, who)| who.counts())
            .filter_map(|(number, who)| {
                let post = posts.on(number as u32, as_of)?;
                Some(Member {
                    person: number as u32,
                    unit: who.unit(),
                    grade: post.grade.map(GradeBand::of),
                    sex: sexes.get(number).copied().flatten(),
                    employment: who.employment,
                    status: post.status,
                    since: who.first_posted,
                })
            })
            .collect()
    }

    /// The sex of everybody, in the order of `staff.csv`: from the NIP where there is one.
    fn sexes(&self, findings: &mut Findings) -> Vec<Option<Sex>> {
        let mut out = vec![None; self.people.list.len()];
        self.directory
            .scan(Staff::table(), "staff.csv", findings, |row, findings| {
                let Some(read) = row.read::<Staff>(findings) else {
                    return;
                };
                let of_nip = read.nip.map(|nip| match nip.is_woman() {
                    true => Sex::Woman,
                    false => Sex::Man,
                });
                if let Some(number) = self.people.find(read.id.text()) {
                    out[number as usize] = of_nip.or(read.sex);
                }
            });
        out
    }

    /// The refusals of the window, by day, with the talks that followed.
    fn refusals(
        &self,
        parts: &[Part],
        documents: &BTreeMap<String, Training>,
        findings: &mut Findings,
    ) -> Vec<Refusal> {
        let talks = talks(self.directory, self.people, self.month.last(), findings);
        let title = |id: &String| {
            let training = documents.get(id);
            training.map_or_else(|| id.clone(), |training| training.title.clone())
        };
        let refused = parts.iter().filter(|part| part.is_refusal());
        let mut out: Vec<Refusal> = refused
            .map(|part| Refusal {
                origin: part.origin,
                person: part.person,
                title: title(&part.training),
                training: part.training.clone(),
                day: part.day,
                talk: talks.get(&(part.training.clone(), part.person)).cloned(),
            })
            .collect();
        out.sort_by(|a, b| (a.day, &a.training, a.person).cmp(&(b.day, &b.training, b.person)));
        out
    }

    /// How many programmes were held in the window, and those without feedback and tests, by last day.
    fn unevaluated(
        &self,
        parts: &[Part],
        documents: &BTreeMap<String, Training>,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> (u64, Vec<Unevaluated>) {
        let was_held = |training: &Training| {
            let status = training.status.value;
            self.holds(training.end.value) && matches!(status, TrainingStatus::Done | TrainingStatus::Running)
        };
        let held: Vec<(&String, &Training)> = documents
            .iter()
            .filter(|(_, training)| was_held(training))
            .collect();
        let mut tested: HashSet<&str> = HashSet::new();
        let mut took_part: HashMap<&str, u64> = HashMap::new();
        for part in parts {
            if part.tests.is_some() {
                tested.insert(&part.training);
            }
            if part.status.took_part() {
                *took_part.entry(&part.training).or_default() += 1;
                if let Some(training) = documents.get(&part.training) {
                    let figure = Figure::new("unevaluated", training.origin, "took_part");
                    trace.uses(figure, part.origin, 1);
                }
            }
        }
        let heard = self.heard(&held, findings);
        let is_evaluated = |id: &str, is_heard: bool| is_heard || tested.contains(id);
        for ((id, training), is_heard) in held.iter().zip(&heard) {
            tell_held(training.origin, is_evaluated(id, *is_heard), trace);
        }
        let mut out: Vec<Unevaluated> = held
            .iter()
            .zip(heard)
            .filter(|((id, _), is_heard)| !is_evaluated(id, *is_heard))
            .map(|((id, training), _)| Unevaluated {
                number: training.origin.into(),
                id: (*id).clone(),
                title: training.title.clone(),
                end: training.end.value,
                took_part: took_part.get(id.as_str()).copied().unwrap_or(0),
            })
            .collect();
        out.sort_by(|a, b| (a.end, &a.id).cmp(&(b.end, &b.id)));
        (held.len() as u64, out)
    }

    /// Of which programmes a participant gave feedback.
    fn heard(&self, held: &[(&String, &Training)], findings: &mut Findings) -> Vec<bool> {
        let numbered = held.iter().enumerate();
        let numbers: HashMap<&str, usize> = numbered.map(|(number, (id, _))| (id.as_str(), number)).collect();
        let forms: Vec<Form> = self
            .surveys
            .iter()
            .filter_map(|survey| form(survey, Guard::default()))
            .collect();
        let mut heard = vec![false; held.len()];
        let first = held.iter().map(|(_, training)| training.start.value.month());
        let Some(first) = first.min() else {
            return heard;
        };
        let (with, months) = ((self.surveys, &forms[..]), (first, self.month));
        let find = |subject: &str, _| numbers.get(subject).copied();
        read_forms(self.directory, with, months, findings, find, |answer| {
            heard[answer.number] = true;
        });
        heard
    }
}
