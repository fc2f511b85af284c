//! Development needs that somebody named, and what became of them.
//!
//! A need of a person is met when the person, on the day it was named or later, completed a programme that aims at the
//! competency, or closed a mentoring or coaching in it. It is planned while such a pair runs, a place in such a
//! programme is taken, or an item of the year's plan that still stands is meant for the person. Else it is open. Of
//! several answers the strongest counts, and of these the earliest.

use super::sheet::sheet;
use super::trace::Trace;
use crate::diagnostic::Origin;
use crate::records::code::NeedSource;
use crate::records::time::Day;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// What became of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resolution {
    /// Nothing answers to it.
    Open,
    /// Something that answers to it is ahead or runs.
    Planned,
    /// Something that answers to it was done.
    Met,
}

/// What answers to a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// What became of the need by it.
    pub outcome: Resolution,
    /// The day on which it was done, or is to begin.
    pub day: Day,
    /// The title of the programme or of the item, or the goal of the pair.
    pub title: String,
}

impl Remedy {
    /// A stronger one comes first, then an earlier one.
    fn order(&self) -> (Reverse<Resolution>, Day, &str) {
        (Reverse(self.outcome), self.day, &self.title)
    }
}

/// A need that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Whose it is, by number.
    pub person: u32,
    /// The competency, by number.
    pub competency: u32,
    /// The day on which it was named.
    pub date: Day,
    /// Who named it.
    pub source: NeedSource,
    /// Why.
    pub reason: Option<String>,
    /// What answers to it.
    pub remedy: Option<Remedy>,
    /// Where it stands.
    pub origin: Origin,
}

impl Stated {
    /// What became of it.
    pub fn outcome(&self) -> Resolution {
        self.remedy
            .as_ref()
            .map_or(Resolution::Open, |remedy| remedy.outcome)
    }

    fn take(&mut self, remedy: &Remedy) {
        let is_later = remedy.outcome == Resolution::Planned || remedy.day >= self.date;
        let is_better = self
            .remedy
            .as_ref()
            .is_none_or(|known| remedy.order() < known.order());
        if is_later && is_better {
            self.remedy = Some(remedy.clone());
        }
    }
}

sheet! {
    /// The needs in one competency, or in all.
    pub NeedSums of NeedColumn: "needs_by_competency" {
        named: counts(), id "Disebut", en "Named",
            says id "Jumlah kebutuhan yang disebut, tanpa yang sudah terpenuhi sebelum tahun ini.",
            en "How many needs were named, without those that were met before this year.";
        met: counts(), id "Terpenuhi", en "Met",
            says id "Di antaranya yang orangnya sesudah itu menyelesaikan pelatihan, mentoring, atau coaching dalam kompetensi itu.",
            en "Of these, how many were met: the person has since completed a programme, mentoring or coaching in the competency.";
        planned: counts(), id "Direncanakan", en "Planned",
            says id "Di antaranya yang sudah ada tempatnya dalam pelatihan, pasangan yang berjalan, atau butir rencana tahun ini.",
            en "Of these, how many have a place in a programme, a pair that runs, or an item of the year's plan.";
        open: counts(), id "Belum ditanggapi", en "Open",
            says id "Di antaranya yang belum dijawab oleh apa pun.",
            en "Of these, how many nothing answers to yet.";
    }
}

/// Gathers the needs of an office, or of one person, and what answers to them.
#[derive(Debug, Default)]
pub struct Needs {
    list: Vec<Stated>,
    /// The places in the list by person and competency.
    by: HashMap<(u32, u32), Vec<usize>>,
    people: HashSet<u32>,
}

impl Needs {
    /// Takes a need that was named.
    pub fn add(&mut self, need: Stated) {
        let places = self.by.entry((need.person, need.competency)).or_default();
        places.push(self.list.len());
        self.people.insert(need.person);
        self.list.push(need);
    }

    /// The first day on which one was named; `None` when there is none.
    pub fn earliest(&self) -> Option<Day> {
        self.list.iter().map(|need| need.date).min()
    }

    /// Whether a person has one.
    pub fn is_of(&self, person: u32) -> bool {
        self.people.contains(&person)
    }

    /// Takes what answers to the needs of a person in a competency.
    pub fn answer(&mut self, (person, competency): (u32, u32), remedy: &Remedy) {
        for &place in self.by.get(&(person, competency)).into_iter().flatten() {
            self.list[place].take(remedy);
        }
    }

    /// Takes what answers to the needs in a competency of everybody for whom it is meant.
    pub fn answer_all(&mut self, competency: u32, is_meant: impl Fn(u32) -> bool, remedy: &Remedy) {
        let meant = self.list.iter_mut();
        meant
            .filter(|need| need.competency == competency && is_meant(need.person))
            .for_each(|need| need.take(remedy));
    }

    /// Adds up what was not met before `first`: open needs stand first, then those that were named first.
    pub fn figures(mut self, first: Day, competencies: usize, trace: &mut Trace) -> NeedFigures {
        let is_past = |need: &Stated| {
            let remedy = need.remedy.as_ref();
            remedy.is_some_and(|remedy| remedy.outcome == Resolution::Met && remedy.day < first)
        };
        self.list.retain(|need| !is_past(need));
        self.list
            .sort_by_key(|need| (need.outcome(), need.date, need.person, need.competency));
        let mut sums = vec![NeedSums::default(); competencies];
        for need in &self.list {
            let own = &mut sums[need.competency as usize];
            let became = match need.outcome() {
                Resolution::Met => NeedColumn::met,
                Resolution::Planned => NeedColumn::planned,
                Resolution::Open => NeedColumn::open,
            };
            for column in [NeedColumn::named, became] {
                own.enter(column, need.competency, need.origin, 1, trace);
            }
        }
        let mut total = NeedSums::default();
        sums.iter().for_each(|own| total.merge(own));
        NeedFigures {
            list: self.list,
            by_competency: sums,
            total,
        }
    }
}

/// The needs of an office, or of one person, with what became of them.
#[derive(Debug, Default)]
pub struct NeedFigures {
    /// The needs: open ones first, then planned ones, then those that were met this year.
    pub list: Vec<Stated>,
    /// By number of the competency.
    pub by_competency: Vec<NeedSums>,
    /// All of them.
    pub total: NeedSums,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn need(person: u32, date: &str) -> Stated {
        Stated {
            person,
            competency: 0,
            date: day(date),
            source: NeedSource::Own,
            reason: None,
            remedy: None,
            origin: Origin::NOWHERE,
        }
    }

    fn remedy(outcome: Resolution, on: &str) -> Remedy {
        Remedy {
            outcome,
            day: day(on),
            title: on.to_owned(),
        }
    }

    #[test]
    fn what_was_done_before_a_need_was_named_does_not_meet_it() {
        let mut needs = Needs::default();
        needs.add(need(0, "2026-03-10"));
        needs.add(need(1, "2026-03-10"));
        needs.answer((0, 0), &remedy(Resolution::Met, "2026-03-09"));
        needs.answer((1, 0), &remedy(Resolution::Met, "2026-03-10"));
        needs.answer((1, 1), &remedy(Resolution::Met, "2026-04-10"));
        let found = needs.figures(day("2026-01-01"), 1, &mut Trace::silent());
        let outcomes = found.list.iter().map(|one| (one.person, one.outcome()));
        assert_eq!(
            outcomes.collect::<Vec<_>>(),
            [(0, Resolution::Open), (1, Resolution::Met)]
        );
    }

    #[test]
    fn the_strongest_answer_counts_and_of_these_the_earliest() {
        let mut needs = Needs::default();
        needs.add(need(0, "2026-03-10"));
        needs.answer_all(
            0,
            |person| person == 0,
            &remedy(Resolution::Planned, "2026-02-01"),
        );
        needs.answer((0, 0), &remedy(Resolution::Met, "2026-07-01"));
        needs.answer((0, 0), &remedy(Resolution::Met, "2026-05-01"));
        needs.answer_all(0, |person| person == 1, &remedy(Resolution::Met, "2026-04-01"));
        let found = needs.figures(day("2026-01-01"), 1, &mut Trace::silent());
        assert_eq!(found.list[0].remedy, Some(remedy(Resolution::Met, "2026-05-01")));
        let total = |column| found.total.of(column);
        assert_eq!(
            [NeedColumn::named, NeedColumn::met, NeedColumn::open].map(total),
            [1, 1, 0]
        );
    }

    #[test]
    fn what_was_met_before_the_year_is_no_matter_of_the_year_and_what_is_open_is() {
        let mut needs = Needs::default();
        needs.add(need(0, "2025-03-10"));
        needs.add(need(1, "2025-03-10"));
        needs.answer((0, 0), &remedy(Resolution::Met, "2025-12-31"));
        let found = needs.figures(day("2026-01-01"), 1, &mut Trace::silent());
        assert_eq!(found.list.iter().map(|one| one.person).collect::<Vec<_>>(), [1]);
    }
}
