//! How complete the records behind a report are.

use super::trace::{Figure, Omission, Source, Trace};
use crate::records::people::People;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Complete.
    pub complete: u64,
    /// Of so many.
    pub of: u64,
}

impl Share {
    /// How many are incomplete.
    pub fn lacking(&self) -> u64 {
        self.of - self.complete
    }

    fn merge(&mut self, other: Share) {
        self.complete += other.complete;
        self.of += other.of;
    }
}

/// What may be incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// People who count and have a unit.
    Units,
    /// PNS, CPNS and PPPK with a NIP.
    Nips,
    /// Completions of the year with day and JP.
    Completions,
    /// Completions of the year with assessed JP.
    Recognised,
    /// Completions of the year whose certificate is verified.
    Verified,
    /// Absences with a reason, of the programmes looked at.
    Reasons,
    /// Evaluations with result and behaviour.
    Evaluations,
    /// PPPK with a known contract.
    Contracts,
    /// Complaints with class and unit.
    Complaints,
}

impl Item {
    /// All of them, in the order of the report.
    pub const ALL: [Item; 9] = [
        Item::Units,
        Item::Nips,
        Item::Completions,
        Item::Recognised,
        Item::Verified,
        Item::Reasons,
        Item::Evaluations,
        Item::Contracts,
        Item::Complaints,
    ];
}

/// The completeness of the records behind a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness([Share; 9]);

impl Completeness {
    /// Takes one record, or one person.
    #[inline(always)]
    pub fn add(&mut self, item: Item, source: Source, is_complete: bool, trace: &mut Trace) {
        let share = &mut self.0[item as usize];
        share.of += 1;
        share.complete += u64::from(is_complete);
        let figure = |column| Figure::new("completeness", item as u64, column);
        trace.takes(figure("of"), source, 1);
        match is_complete {
            true => trace.takes(figure("complete"), source, 1),
            false => trace.leaves(figure("complete"), source, Omission::Lacking),
        }
    }

    /// Takes everybody who counts: who has a unit, and whose contract is known.
    pub fn people(&mut self, people: &People, trace: &mut Trace) {
        let counting = people.list.iter().enumerate();
        for (number, person) in counting.filter(|(_, person)| person.counts()) {
            let source = Source::Person(number as u32);
            self.add(Item::Units, source, person.unit().is_some(), trace);
            if person.employment.is_pppk() {
                self.add(Item::Contracts, source, person.contract.is_some(), trace);
            }
        }
    }

    /// The share of one item.
    pub fn of(&self, item: Item) -> Share {
        self.0[item as usize]
    }

    /// Adds another completeness.
    pub fn merge(&mut self, other: &Completeness) {
        for (share, other) in self.0.iter_mut().zip(other.0) {
            share.merge(other);
        }
    }

    /// Everything together.
    pub fn total(&self) -> Share {
        let mut total = Share::default();
        self.0.iter().for_each(|share| total.merge(*share));
        total
    }
}
