//! Everything about one programme: its document and people, what they said, learned and do differently.

use super::impact::{Comparator, Which};
use super::people::person;
use super::posts::load_competencies;
use super::reading::{Archive, Reading};
use super::voices::{form, read_answers, read_forms, score};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::load::{self, Survey};
use crate::measure::behaviour::{Assessment, Behaviour, TOGETHER, wave};
use crate::measure::feedback::{Feedback, Form};
use crate::measure::impact::ProgrammeImpact;
use crate::measure::judged::Guard;
use crate::measure::learning::Learning;
use crate::measure::performance::{Performance, candidates};
use crate::measure::predicates::predicate_on;
use crate::measure::programmes::{Tally, post_on, status_on};
use crate::measure::trace::{Figure, Trace, part};
use crate::measure::training::{
    Application, Attendee, InstructorRating, TrainingFigures, tell_document, tell_row,
};
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::{ParticipationStatus, Role, TrainingStatus, Wave};
use crate::records::people::People;
use crate::records::performance::{Evaluation, evaluations};
use crate::records::posts::Posts;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Month, Period};
use crate::records::training::{Instructor, Training};
use crate::words::problem::Problem;
use std::collections::BTreeSet;

/// Over how many months the ratings of an instructor are gathered.
const RATED_MONTHS: i32 = 12;

/// How many months before the start and after the end alumni and supervisors may have answered.
const BEHAVIOUR_MONTHS: (i32, i32) = (3, 12);

/// A programme, with the archive that tells of it.
struct Case<'r> {
    archive: &'r Archive<'r>,
    surveys: &'r [Survey],
    people: &'r People,
    posts: &'r Posts,
    id: &'r str,
    training: &'r Training,
}

/// Gathers the figures of programme `id`. `None` when there is no such programme or a rule has no edition in force,
/// which is told.
pub fn training(reading: &mut Reading<'_>, id: &str) -> Option<TrainingFigures> {
    let archive = reading.archive;
    let own = own_month(id, &mut reading.findings)?;
    let told = reading.findings.errors();
    let Some(training) = load::training(archive.directory, id, &mut reading.findings) else {
        // One that is broken is there, and what is wrong with it was told.
        if reading.findings.errors() == told {
            let problem = Problem::TrainingMissing { id: id.to_owned() };
            reading.findings.error(Origin::NOWHERE, problem);
        }
        return None;
    };
    let as_of = archive.period.last_day();
    let training = training.by(as_of);
    let people = &reading.roster().people;
    let (posts, surveys) = (reading.history(), reading.surveys());
    let privacy = reading.edition(&archive.office.rules.privacy)?;
    let case = Case {
        archive,
        surveys,
        people,
        posts,
        id,
        training: &training,
    };
    let forms = surveys.iter().filter_map(|survey| form(survey, privacy.into()));
    let forms: Vec<Form> = forms.collect();
    let Reading { findings, trace, .. } = &mut *reading;
    let rows = case.rows(own, findings, trace);
    tell_document(&training, trace);
    let (feedback, instructors) = case.voices((&forms, rows.tally.took_part()), findings, trace);
    let application = case.application(&rows.attendees, findings, trace);
    let performance = case.performance(&rows.attendees, findings);
    performance.tell(trace);
    let impact = impact(reading, id);
    let competencies = load_competencies(archive.directory, &mut reading.findings);
    let reach = super::reach::reach(reading, &training, &rows.attendees, &competencies);
    let plan_item = item_of_plan(archive.directory, own, &training, &mut reading.findings);
    Some(TrainingFigures {
        plan_item,
        reach,
        tally: rows.tally,
        attendees: rows.attendees,
        learning: rows.learning,
        forms,
        feedback,
        instructors,
        application,
        performance,
        impact,
        competencies,
        training,
    })
}

/// What the public said before and after, where somebody serves it and the office has a rule about it.
fn impact(reading: &mut Reading<'_>, id: &str) -> Option<ProgrammeImpact> {
    let rules = &reading.archive.office.rules;
    rules.impact.on(reading.as_of())?;
    let comparator = Comparator::new(reading);
    let found = comparator.impacts(Which::One(id), reading)?.pop()?;
    let is_for_public = !found.figures.audience.participating.is_empty();
    is_for_public.then_some(found)
}

/// The title of the item of the plan of its year that a programme carries out.
fn item_of_plan(
    directory: &Directory,
    own: Month,
    training: &Training,
    findings: &mut Findings,
) -> Option<String> {
    let key = training.plan_item.as_ref()?;
    let plan = load::plan(directory, own.year(), findings)?;
    let mut items = plan.item.into_iter();
    items.find(|item| *item.key.value == **key).map(|item| item.title)
}

/// The month in the id of a programme; what is no id, or one of another office, is told.
fn own_month(id: &str, findings: &mut Findings) -> Option<Month> {
    let problem = match <TrainingId as Cell>::parse(id) {
        Ok(parsed) => match parsed.month() {
            Some(month) => return Some(month),
            None => Problem::TrainingMissing { id: id.to_owned() },
        },
        Err(problem) => *problem,
    };
    findings.error(Origin::NOWHERE, problem);
    None
}

/// What the rows of a programme gave.
#[derive(Default)]
struct Rows {
    tally: Tally,
    attendees: Vec<Attendee>,
    learning: Learning,
}

impl Case<'_> {
    /// The rows of participation.
    fn rows(&self, own: Month, findings: &mut Findings, trace: &mut Trace) -> Rows {
        let mut out = Rows::default();
        let (name, mut near) = (participation.file(&own.to_string()), 0);
        let as_of = self.archive.period.last_day();
        self.archive
            .directory
            .scan(&participation, &name, findings, |row, findings| {
                let read = row.read::<Participation>(findings);
                let Some(mut read) = read.and_then(|read| read.on(as_of)) else {
                    return;
                };
                if self.training.start.value > as_of {
                    read = read.ahead(as_of);
                }
                let who = person(self.people, row, Participation::staff, &mut near, findings);
                let Some(who) = who.filter(|_| read.training.text() == self.id) else {
                    return;
                };
                out.tally.row(&read, row.origin, 0, self.archive.period, trace);
                out.learning.add(read.pre, post_on(&read, as_of));
                tell_row(&read, row.origin, as_of, trace);
                let one = Attendee {
                    origin: row.origin,
                    person: who,
                    unit: self.posts.unit_on(who, self.training.end.value.min(as_of)),
                    status: status_on(&read, as_of),
                    reason: read.reason,
                    initiative: read.initiative,
                    // What the certificate says does not need the day.
                    jp: read
                        .jp
                        .filter(|_| status_on(&read, as_of) == ParticipationStatus::Completed),
                    tests: [read.pre, post_on(&read, as_of)],
                };
                one.tell(trace);
                out.attendees.push(one);
            });
        out
    }

    /// The documents of the programmes of twelve months in which one of the instructors taught, and this one.
    fn taught(&self, findings: &mut Findings) -> Vec<(String, Training)> {
        let first = self.archive.period.last_month().plus(1 - RATED_MONTHS);
        let mut out = vec![(self.id.to_owned(), self.training.clone())];
        for month in first.to(self.archive.period.last_month()) {
            for slug in load::names(
                self.archive.directory,
                &format!("trainings/{month}"),
                ".toml",
                findings,
            ) {
                let id = format!("{month}/{slug}");
                if id == self.id {
                    continue;
                }
                let other = load::training(self.archive.directory, &id, findings);
                let Some(other) = other.and_then(|other| other.on(self.archive.period.last_day())) else {
                    continue;
                };
                let shares = other.instructor.iter().any(|one| self.own(one).is_some());
                if shares && other.status.value != TrainingStatus::Cancelled {
                    out.push((id, other));
                }
            }
        }
        out
    }

    /// The number of an instructor of any programme among those of this one: the same person, or the same name.
    fn own(&self, other: &Instructor) -> Option<usize> {
        let name = |one: &Instructor| one.name.as_ref().map(|name| name.text().to_owned());
        let is_same = |own: &Instructor| match (&own.staff, &other.staff) {
            (Some(own), Some(other)) => own.value == other.value,
            (None, None) => name(own).is_some() && name(own) == name(other),
            _ => false,
        };
        self.training.instructor.iter().position(is_same)
    }

    /// The feedback of so many participants, and the ratings of the instructors.
    fn voices(
        &self,
        (forms, participants): (&[Form], u64),
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> (Vec<Feedback>, Vec<InstructorRating>) {
        let taught = self.taught(findings);
        let mut feedback = vec![vec![Feedback::default(); forms.len()]; taught.len()];
        let first = self
            .training
            .start
            .value
            .month()
            .min(self.archive.period.last_month().plus(1 - RATED_MONTHS));
        let find = |subject: &str, _, _| taught.iter().position(|(id, _)| id == subject);
        let (with, months) = ((self.surveys, forms), (first, self.archive.period.last_month()));
        // Whether enough answered is known when all are read: until then each form and instructor is told apart.
        let mut reaction: Vec<Trace> = forms.iter().map(|_| trace.fork()).collect();
        let forks = |(_, taught): &(String, Training)| {
            let of_programme = 0..forms.len() * taught.instructor.len();
            of_programme.map(|_| trace.fork()).collect::<Vec<Trace>>()
        };
        let mut ratings_told: Vec<Vec<Trace>> = taught.iter().map(forks).collect();
        read_forms(self.archive.directory, with, months, findings, find, |heard| {
            heard.enter(forms, &mut feedback[heard.number][heard.form]);
            let (form, answer) = (&forms[heard.form], &heard.answer);
            if heard.number == 0 {
                answer.tell_reaction((heard.form, form), &mut reaction[heard.form], trace);
            }
            let rated = &taught[heard.number].1.instructor;
            let mut rated = rated.iter().enumerate();
            let rated = rated.find(|(_, one)| *one.key.value == *answer.instructor);
            let Some((place, own)) = rated.and_then(|(place, one)| Some((place, self.own(one)?))) else {
                return;
            };
            if heard.number == 0 {
                answer.tell_rating(form, own as u64, ["n", "mean"], trace);
            }
            let told = &mut ratings_told[heard.number][place * forms.len() + heard.form];
            answer.tell_rating(form, own as u64, ["n_12_months", "mean_12_months"], told);
        });
        let own = feedback[0].iter_mut().filter(|_| participants > 0);
        own.for_each(|own| own.at_most(participants));
        for ((form, own), told) in forms.iter().zip(&feedback[0]).zip(reaction) {
            if own.is_enough(form) {
                trace.join(told);
            }
        }
        let ratings = self.ratings((&taught, forms), &feedback, ratings_told, trace);
        (feedback.swap_remove(0), ratings)
    }

    /// The ratings of the instructors, here and in all programmes, with what was told of each programme, instructor and
    /// form.
    fn ratings(
        &self,
        (taught, forms): (&[(String, Training)], &[Form]),
        feedback: &[Vec<Feedback>],
        told: Vec<Vec<Trace>>,
        trace: &mut Trace,
    ) -> Vec<InstructorRating> {
        let key = |instructor: &Instructor| InstructorRating {
            key: instructor.key.value.0.clone(),
            ..InstructorRating::default()
        };
        let mut ratings: Vec<InstructorRating> = self.training.instructor.iter().map(key).collect();
        for ((number, (_, training)), told) in taught.iter().enumerate().zip(told) {
            let mut told = told.into_iter();
            for instructor in &training.instructor {
                let told: Vec<Trace> = told.by_ref().take(forms.len()).collect();
                let Some(own) = self.own(instructor) else { continue };
                for ((form, feedback), told) in forms.iter().zip(&feedback[number]).zip(told) {
                    let Some(rated) = feedback.instructor(&instructor.key.value) else {
                        continue;
                    };
                    if ratings[own].add(form, rated) {
                        let programmes = Figure::new("instructors", own as u64, "programmes");
                        trace.uses(programmes, training.origin, 1);
                        trace.join(told);
                    }
                    if number == 0 {
                        ratings[own].here = rated;
                    }
                }
            }
        }
        ratings
    }

    /// What alumni and supervisors answered about the programme.
    fn application(
        &self,
        attendees: &[Attendee],
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Vec<Application> {
        let mut out = Vec::new();
        let asked = self.surveys.iter();
        for survey in asked.filter(|survey| survey.questionnaire.is_application()) {
            let form = Form::new(
                &survey.code,
                &survey.questionnaire,
                &survey.table,
                Guard::OF_NAMED,
            );
            let (number, mut told) = (out.len() as u64, trace.fork());
            let asked = self.asked(attendees, number, &mut told);
            let behaviour = self.behaviour(survey, (number, &form), asked, findings, &mut told);
            if !behaviour.is_empty() {
                trace.join(told);
                out.push(Application { form, behaviour });
            }
        }
        out
    }

    /// How many could answer: people who completed, and their direct supervisors on the last day.
    fn asked(&self, attendees: &[Attendee], number: u64, trace: &mut Trace) -> [u64; 2] {
        let completed = attendees.iter();
        let completed = completed.filter(|one| one.status == ParticipationStatus::Completed);
        let end = self.training.end.value.min(self.archive.period.last_day());
        let supervisor = |one: &Attendee| self.posts.on(one.person, end)?.supervisor;
        let supervisors: BTreeSet<u32> = completed.clone().filter_map(supervisor).collect();
        let figure = |line| Figure::new("behaviour", part(number, line), "asked");
        for together in [false, true] {
            let line = |role| figure(if together { TOGETHER } else { role });
            completed
                .clone()
                .for_each(|one| trace.uses(line(0), one.origin, 1));
            supervisors.iter().for_each(|one| trace.counts(line(1), *one, 1));
        }
        [completed.count() as u64, supervisors.len() as u64]
    }

    fn behaviour(
        &self,
        survey: &Survey,
        (number, form): (u64, &Form),
        asked: [u64; 2],
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> Behaviour {
        let mut out = Behaviour {
            asked,
            ..Behaviour::default()
        };
        let table = &survey.table;
        let (Some(rater), Some(role)) = (table.column("rater"), table.column("role")) else {
            return out;
        };
        let waves = table.column("wave");
        let end = self.training.end.value.month();
        let first = self.training.start.value.month().plus(-BEHAVIOUR_MONTHS.0);
        let last = end.plus(BEHAVIOUR_MONTHS.1).min(self.archive.period.last_month());
        for answered in first.to(last) {
            read_answers(
                self.archive.directory,
                table,
                answered,
                findings,
                |row, findings| {
                    if row.cells.get(form.subject) != self.id {
                        return;
                    }
                    let who = person(self.people, row, rater, &mut 0, findings);
                    let role = <Role as Cell>::parse(row.cells.get(role)).ok();
                    let (Some(rater), Some(role)) = (who, role) else {
                        return;
                    };
                    let items = form.items.iter();
                    let scores: Vec<Option<i64>> = items.map(|item| score(row, Some(item.column))).collect();
                    let words: Vec<&str> = form.words.iter().map(|column| row.cells.get(*column)).collect();
                    let written = waves.and_then(|column| <Wave as Cell>::parse(row.cells.get(column)).ok());
                    let answer = Assessment {
                        rater,
                        role,
                        wave: wave(written, answered, end),
                        scores: &scores,
                        words: &words,
                        origin: row.origin,
                    };
                    out.add(number, form, answer, trace);
                },
            );
        }
        out
    }

    /// The predicates of those who took part, before and after.
    fn performance(&self, attendees: &[Attendee], findings: &mut Findings) -> Performance {
        let took_part = attendees.iter().filter(|one| one.status.took_part());
        let mut out = Performance::of(took_part.map(|one| one.person));
        let names = load::names(self.archive.directory, &evaluations.path, ".csv", findings);
        let periods: Vec<Period> = names.iter().filter_map(|name| Period::parse(name)).collect();
        let (start, end, as_of) = (
            self.training.start.value,
            self.training.end.value,
            self.archive.period.last_day(),
        );
        for (side, periods) in candidates(&periods, start, end, as_of).into_iter().enumerate() {
            for period in periods {
                self.evaluated(period, side, &mut out, findings);
            }
        }
        out
    }

    /// Reads the evaluations of a period into one side; by the edition in force on its last day.
    fn evaluated(&self, period: Period, side: usize, out: &mut Performance, findings: &mut Findings) {
        let Some(rule) = self.archive.office.rules.predicate.on(period.last_day()) else {
            return;
        };
        let (name, mut near) = (evaluations.file(&period.to_string()), 0);
        let as_of = self.archive.period.last_day();
        self.archive
            .directory
            .scan(&evaluations, &name, findings, |row, findings| {
                let Some(read) = row.read::<Evaluation>(findings) else {
                    return;
                };
                let who = person(self.people, row, Evaluation::staff, &mut near, findings);
                if let Some((who, predicate)) = who.zip(predicate_on(&read, rule, as_of)) {
                    out.add(who, side, predicate);
                }
            });
    }
}
