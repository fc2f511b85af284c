//! Participation and fairness (AC6, BE4, MM6): who takes part and who does not, why, and what was said about it.
//!
//! Source: the office's own records; no rule sets a bound. The window is the twelve months that end with the report's, or a longer time alone. A
//! participation lies in it by the day on which the person completed, else by the programme's last day. Hours are JP
//! as on the certificate. Only people who count on the report's last day (ASN, posted, not gone) are spoken of.

mod groups;
mod overview;
mod programmes;
mod refusals;
mod told;

pub use groups::{GradeBand, GroupColumn, GroupSums, Member, MemberGroup};
pub use overview::{AbsenceColumn, Absences, Overview, OverviewColumn, PersonColumn, PersonYear};
pub use programmes::{
    CompetencyColumn, CompetencyCount, CompetencySums, FormColumn, FormCount, FormSums, PartnerColumn,
    PartnerCount, PartnerSums, Unapplied, Unevaluated, known_to_take_part, was_held,
};
pub use refusals::{Decline, Short, Talk, refused_twice, tell_twice};

use super::feedback::{Feedback, Form};
use super::trace::{ALL, Figure, Omission, Source, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Initiative, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::people::Catalogue;
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use overview::enter_jp;
use programmes::enter_form;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One participation in the window, as known on the report's last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Where its row begins.
    pub origin: Origin,
    /// The number of the person.
    pub person: u32,
    /// The id of the programme.
    pub training: String,
    /// How it stands.
    pub status: ParticipationStatus,
    /// Why the person was absent.
    pub reason: Option<AbsenceReason>,
    /// Whose idea it was.
    pub initiative: Option<Initiative>,
    /// The day by which it lies in the window.
    pub day: Day,
    /// JP as on the certificate, where they are on record.
    pub jp: Option<Dec>,
    /// Pre-test and post-test, where both were sat.
    pub tests: Option<(Dec, Dec)>,
    /// By competency of the programme, in the order of its document: whether the standard of the post held on that
    /// day requires it. `None` when the programme names none or the post has no standard.
    pub required: Option<Vec<bool>>,
}

impl Attendance {
    /// Whether the person completed.
    pub fn is_completed(&self) -> bool {
        self.status == ParticipationStatus::Completed
    }

    /// Whether it is not recorded whether the person came, though the programme is over.
    fn is_unsettled(&self) -> bool {
        matches!(
            self.status,
            ParticipationStatus::Invited | ParticipationStatus::Confirmed
        )
    }

    /// Whether it is recorded who came of the names on the list; `None` of another office's programme, to whose list
    /// nobody here invited.
    fn listed(&self) -> Option<(OverviewColumn, PersonColumn)> {
        let is_own = !self.training.starts_with("external/");
        is_own.then_some(match self.is_unsettled() {
            true => (OverviewColumn::unsettled, PersonColumn::unsettled),
            false => (OverviewColumn::settled, PersonColumn::settled),
        })
    }

    /// Whether a competency of the programme is in the standard of the post; `None` when that cannot be told.
    pub fn is_relevant(&self) -> Option<bool> {
        self.required.as_ref().map(|required| required.contains(&true))
    }

    /// Whether the person declined, however the row stands.
    pub fn is_refusal(&self) -> bool {
        self.reason == Some(AbsenceReason::Declined)
    }
    /// What the overview learns from the completion: whose idea it was, and whether the post asks for it.
    fn tells(&self) -> Vec<(OverviewColumn, PersonColumn)> {
        use {OverviewColumn as Of, PersonColumn as Own};
        let own = self.initiative.map(|initiative| initiative == Initiative::Own);
        let relevant = self.is_relevant();
        let all = [
            (own.is_some(), Of::own_known, Own::own_known),
            (own == Some(true), Of::own, Own::own),
            (relevant.is_none(), Of::relevance_unknown, Own::relevance_unknown),
            (relevant.is_some(), Of::relevance_known, Own::relevance_known),
            (relevant == Some(true), Of::relevant, Own::relevant),
        ];
        let told = all.into_iter().filter(|(is_told, ..)| *is_told);
        told.map(|(_, of_all, of_person)| (of_all, of_person)).collect()
    }
}

/// The yearly questionnaire about the climate of learning.
#[derive(Clone, Debug)]
pub struct Climate {
    /// Its title, in both languages.
    pub title: (String, String),
    /// What is asked.
    pub form: Form,
    /// The last month of answers.
    pub month: Month,
    /// By number of the unit, in the order of `units.csv`.
    pub units: Vec<Feedback>,
}

/// Measures the participations of a window.
#[derive(Debug)]
pub struct Fairness {
    /// Whether the records tell of the whole window, and of each of its programmes who took part.
    is_told: bool,
    /// The people who count, in the order of `staff.csv`.
    pub members: Vec<Member>,
    /// Everybody together.
    pub overview: Overview,
    /// By number of the person.
    pub people: Vec<PersonYear>,
    /// Absences by reason in the order of [`AbsenceReason::ALL`]; the last is without a reason.
    pub absences: [Absences; REASONS],
    /// By group.
    pub groups: BTreeMap<MemberGroup, GroupSums>,
    /// By form and mode.
    pub forms: BTreeMap<FormCount, FormSums>,
    /// By code of the competency.
    pub competencies: BTreeMap<String, CompetencyCount>,
    /// By name of the partner institution.
    pub partners: BTreeMap<String, PartnerCount>,
    /// How many people are the tenth that has most JP: a tenth of them, rounded up.
    pub tenth: u64,
}

/// How many reasons of absence there are, with none given as the last.
const REASONS: usize = AbsenceReason::ALL.len() + 1;

impl Fairness {
    /// Measures for the members among so many people; the records tell of the whole window and of all its programmes, or of
    /// a part.
    pub fn new(members: Vec<Member>, people: usize, is_told: bool) -> Fairness {
        Fairness {
            is_told,
            members,
            overview: Overview::default(),
            people: vec![PersonYear::default(); people],
            absences: Default::default(),
            groups: BTreeMap::new(),
            forms: BTreeMap::new(),
            competencies: BTreeMap::new(),
            partners: BTreeMap::new(),
            tenth: 0,
        }
    }

    /// Takes a participation in a programme; one of another office has no document.
    pub fn take(&mut self, one: &Attendance, training: Option<&Training>, trace: &mut Trace) {
        if let Some((of_all, of_person)) = one.listed() {
            self.enter(OverviewColumn::invited, PersonColumn::invited, one, 1, trace);
            self.enter(of_all, of_person, one, 1, trace);
        }
        if one.status == ParticipationStatus::Absent {
            self.enter(OverviewColumn::absent, PersonColumn::absent, one, 1, trace);
            let own = one.reason.map_or(REASONS - 1, |reason| reason as usize);
            for (number, sums) in self.absences.iter_mut().enumerate() {
                sums.enter(AbsenceColumn::all_absent, number as u64, one.origin, 1, trace);
            }
            self.absences[own].enter(AbsenceColumn::count, own as u64, one.origin, 1, trace);
        }
        if let Some(training) = training {
            self.train(one, training, trace);
        }
        if one.is_completed() {
            self.complete(one, trace);
            let form = FormCount::of(training);
            enter_form(self.forms.entry(form).or_default(), form, one, trace);
        }
    }

    /// Adds to everybody's figure and to that of the person.
    fn enter(
        &mut self,
        of_all: OverviewColumn,
        of_person: PersonColumn,
        one: &Attendance,
        amount: i64,
        trace: &mut Trace,
    ) {
        self.overview.enter(of_all, ALL, one.origin, amount, trace);
        self.people[one.person as usize].enter(of_person, one.person, one.origin, amount, trace);
    }

    /// Takes a completion: of everybody, of the person, and of the groups that the person belongs to.
    fn complete(&mut self, one: &Attendance, trace: &mut Trace) {
        self.enter(OverviewColumn::completed, PersonColumn::completed, one, 1, trace);
        enter_jp(&mut self.overview, OverviewColumn::JP, ALL, one, trace);
        let own = &mut self.people[one.person as usize];
        let jp = one.jp.unwrap_or_default().0;
        own.enter(PersonColumn::jp, one.person, one.origin, jp, trace);
        for (of_all, of_person) in one.tells() {
            self.enter(of_all, of_person, one, 1, trace);
        }
        let found = self
            .members
            .binary_search_by_key(&one.person, |member| member.person);
        for group in found.into_iter().flat_map(|at| self.members[at].groups()) {
            let sums = self.groups.entry(group).or_default();
            sums.enter(GroupColumn::completed, group.number(), one.origin, 1, trace);
            enter_jp(sums, GroupColumn::JP, group.number(), one, trace);
        }
    }

    /// Takes a participation in a programme of the office: by competency and partner. Who sat both tests counts by
    /// competency even without a completion.
    fn train(&mut self, one: &Attendance, training: &Training, trace: &mut Trace) {
        if !one.is_completed() && one.tests.is_none() {
            return;
        }
        for (number, target) in training.competency.iter().enumerate() {
            let known = self.competencies.len() as u64;
            let count = self.competencies.entry(target.code.value.0.clone());
            let count = count.or_insert_with(|| CompetencyCount::new(known));
            let required = one.required.as_ref().and_then(|all| all.get(number));
            count.add(one, target.code.origin, required.copied(), trace);
        }
        if let Some(partner) = training.partner.as_ref().filter(|_| one.is_completed()) {
            let known = self.partners.len() as u64;
            let count = self.partners.entry(partner.text().to_owned());
            let count = count.or_insert_with(|| PartnerCount::new(known));
            count.add(one, training, trace);
        }
    }

    /// Counts the members, when all their participations are taken.
    pub fn close(&mut self, trace: &mut Trace) {
        for member in &self.members {
            let person = Source::Person(member.person);
            let (of_all, of_group) = match self.took_part(member) {
                Some(true) => (OverviewColumn::took_part, GroupColumn::took_part),
                Some(false) => (OverviewColumn::never, GroupColumn::never),
                None => (OverviewColumn::unknown, GroupColumn::unknown),
            };
            // Who took part is known; that somebody did not is known where the whole window is told.
            let is_judged = self.is_told && of_all != OverviewColumn::unknown;
            let judged = is_judged.then_some(OverviewColumn::judged);
            for column in [OverviewColumn::people, of_all].into_iter().chain(judged) {
                self.overview.enter(column, ALL, person, 1, trace);
            }
            trace.counts(Figure::of_unit("climate", member.unit, "asked"), member.person, 1);
            for group in member.groups() {
                let sums = self.groups.entry(group).or_default();
                let judged = judged.map(|_| GroupColumn::judged);
                for column in [GroupColumn::people, of_group].into_iter().chain(judged) {
                    sums.enter(column, group.number(), person, 1, trace);
                }
            }
        }
        self.count_tenth(trace);
    }

    /// Takes the JP of the tenth of the members that has most.
    fn count_tenth(&mut self, trace: &mut Trace) {
        let jp = |person: u32| self.people[person as usize].of(PersonColumn::jp);
        let members = self.members.iter();
        let mut hours: Vec<(Reverse<i64>, u32)> = members
            .map(|member| (Reverse(jp(member.person)), member.person))
            .collect();
        hours.sort_unstable();
        hours.truncate(hours.len().div_ceil(10));
        for (Reverse(jp), person) in &hours {
            let person = Source::Person(*person);
            self.overview
                .enter(OverviewColumn::top_jp, ALL, person, *jp, trace);
        }
        self.tenth = hours.len() as u64;
    }

    /// Takes the refusals of the window.
    pub fn refuse(&mut self, refusals: &[Decline], trace: &mut Trace) {
        tell_twice(refusals, trace);
        for refusal in refusals {
            let year = &mut self.people[refusal.person as usize];
            year.add(PersonColumn::refusals, 1);
            year.add(PersonColumn::without_talk, refusal.talk.is_none().into());
            self.overview
                .enter(OverviewColumn::refusals, ALL, refusal.origin, 1, trace);
            let silent = OverviewColumn::without_talk;
            match refusal.talk {
                None => self.overview.enter(silent, ALL, refusal.origin, 1, trace),
                Some(_) => trace.omits(
                    Figure::new("participation", ALL, silent.id()),
                    refusal.origin,
                    Omission::TalkedAbout,
                ),
            }
        }
    }

    /// Takes a programme that ended, and whether it is closed.
    pub fn end(&mut self, document: Origin, is_closed: bool, trace: &mut Trace) {
        let mut enter = |column| self.overview.enter(column, ALL, document, 1, trace);
        enter(OverviewColumn::programmes);
        if !is_closed {
            enter(OverviewColumn::unclosed);
        }
    }

    /// Takes a programme that is known to have been held.
    pub fn hold(&mut self, document: Origin, is_evaluated: bool, trace: &mut Trace) {
        let mut enter = |column| self.overview.enter(column, ALL, document, 1, trace);
        enter(OverviewColumn::held);
        if !is_evaluated {
            enter(OverviewColumn::unevaluated);
        }
    }

    /// Whether a member completed something in the window; `None` where that is not on record yet.
    fn took_part(&self, member: &Member) -> Option<bool> {
        let year = &self.people[member.person as usize];
        match [PersonColumn::completed, PersonColumn::unsettled].map(|column| year.of(column)) {
            [0, 0] => self.is_told.then_some(false),
            [0, _] => None,
            _ => Some(true),
        }
    }

    /// The members who completed nothing in the window, with what they did.
    pub fn never(&self) -> impl Iterator<Item = (&Member, &PersonYear)> {
        let never = self
            .members
            .iter()
            .filter(|member| self.took_part(member) == Some(false));
        never.map(|member| (member, &self.people[member.person as usize]))
    }
}

/// The figures of a window, with what a report needs to name.
#[derive(Debug)]
pub struct FairnessFigures {
    /// The window.
    pub window: Period,
    /// What was measured.
    pub fairness: Fairness,
    /// Refusals, by day.
    pub refusals: Vec<Decline>,
    /// The climate of learning; `None` when nobody was asked within the window.
    pub climate: Option<Climate>,
    /// The one of the twelve months before.
    pub climate_before: Option<Climate>,
    /// The programmes held in the window without feedback and tests, by last day.
    pub unevaluated: Vec<Unevaluated>,
    /// The programmes of which it is owed how they are applied at work, by that day.
    pub unapplied: Vec<Unapplied>,
    /// How many programmes of the window have begun and have nobody on record.
    pub unrolled: u64,
    /// The competencies.
    pub catalogue: Catalogue,
}

#[cfg(test)]
mod tests;
