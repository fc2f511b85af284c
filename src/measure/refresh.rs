//! The last training of each person on each topic that is to be refreshed, and by when.
//!
//! A training is refreshed so many months after the day on which the person completed it. Source: the topics of the
//! rule `certificates` (the office's own).

use super::trace::{Figure, Omission, Trace, part};
use crate::diagnostic::Origin;
use crate::records::people::People;
use crate::records::time::Day;
use crate::rules::CertificateRule;
use std::collections::BTreeMap;

/// The last training of one person on one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastTraining {
    /// The topic, by number in the rule.
    pub topic: usize,
    /// The person.
    pub person: u32,
    /// The day on which it was completed.
    pub completed: Day,
    /// The day by which it is to be refreshed.
    pub due: Day,
}

/// How one topic stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicCount {
    /// People whose last training is known.
    pub trained: u64,
    /// Whose training is still fresh.
    pub fresh: u64,
    /// Whose refreshing is due within the days of warning.
    pub soon: u64,
    /// Whose refreshing is overdue.
    pub overdue: u64,
}

/// What the refreshers come to.
#[derive(Debug, Default)]
pub struct RefreshFigures {
    /// By topic, in the order of the rule.
    pub topics: Vec<TopicCount>,
    /// Who is due soon or overdue, the earliest first.
    pub due: Vec<LastTraining>,
}

/// Measures the last training by topic and person.
#[derive(Debug)]
pub struct Refresh<'r> {
    rule: &'r CertificateRule,
    as_of: Day,
    last: BTreeMap<(usize, u32), (Day, Origin)>,
}

impl<'r> Refresh<'r> {
    /// Measures by `rule` as of a day.
    pub fn new(rule: &'r CertificateRule, as_of: Day) -> Refresh<'r> {
        Refresh {
            rule,
            as_of,
            last: BTreeMap::new(),
        }
    }

    /// How many months back completions matter: twice the longest interval, so that who is overdue is still seen.
    pub fn months(&self) -> i32 {
        let longest = self.rule.refresh.iter().map(|topic| topic.months).max();
        2 * longest.map_or(0, |months| months.min(600) as i32)
    }

    /// The topics of the rule that are among those of a programme, by number.
    pub fn topics<'t>(&self, topics: impl Iterator<Item = &'t str> + Clone) -> Vec<usize> {
        let list = self.rule.refresh.iter().enumerate();
        let named = list.filter(|(_, one)| topics.clone().any(|topic| topic == &*one.topic.0));
        named.map(|(number, _)| number).collect()
    }

    /// Takes a completion of a programme on these topics.
    pub fn completed(&mut self, topics: &[usize], person: u32, day: Day, origin: Origin, trace: &mut Trace) {
        for &topic in topics {
            let figure = Figure::new("refreshers", topic as u32, "trained");
            if day > self.as_of {
                trace.omits(figure, origin, Omission::LaterThanPeriod);
                continue;
            }
            let last = self.last.entry((topic, person)).or_insert((day, origin));
            if day > last.0 {
                *last = (day, origin);
            }
        }
    }

    /// Adds up over people who count.
    pub fn figures(&self, people: &People, trace: &mut Trace) -> RefreshFigures {
        for (topic, one) in self.rule.refresh.iter().enumerate() {
            let every = Figure::new("refreshers", topic as u64, "every");
            trace.uses(every, self.rule.origin, one.months);
        }
        let mut out = RefreshFigures {
            topics: vec![TopicCount::default(); self.rule.refresh.len()],
            due: Vec::new(),
        };
        for (&(topic, person), &(completed, origin)) in &self.last {
            let figure = |column| Figure::new("refreshers", topic as u64, column);
            if !people.list[person as usize].counts() {
                trace.omits(figure("trained"), origin, Omission::NotCounted);
                continue;
            }
            let due = completed.plus_months(self.rule.refresh[topic].months as i32);
            let left = i64::from(due.since(self.as_of));
            let count = &mut out.topics[topic];
            count.trained += 1;
            let (state, sum) = match left {
                ..0 => ("overdue", &mut count.overdue),
                _ if left <= self.rule.warn_days => ("soon", &mut count.soon),
                _ => ("fresh", &mut count.fresh),
            };
            *sum += 1;
            trace.uses(figure("trained"), origin, 1);
            trace.uses(figure(state), origin, 1);
            trace.uses(
                Figure::new("refreshers_due", part(person.into(), topic), "days"),
                origin,
                left,
            );
            if left <= self.rule.warn_days {
                out.due.push(LastTraining {
                    topic,
                    person,
                    completed,
                    due,
                });
            }
        }
        out.due.sort_by_key(|one| (one.due, one.topic, one.person));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, people};
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::time::Month;
    use crate::rules::editions::Editions;

    #[test]
    fn only_the_last_training_counts_and_later_ones_are_not_known() {
        let text = "[[edition]]\nbasis = \"B\"\nin_force_from = 2025-01-01\nverified = \"text\"\nrenewal = \"months\"\n\
            warn_days = 90\n[[edition.refresh]]\ntopic = \"etika\"\nname = \"Etika\"\nmonths = 12\n";
        let rules = Editions::<CertificateRule>::read(text, 0, &mut Findings::new());
        let month = Month::parse("2026-10").unwrap();
        let people = people(
            month,
            &[
                ("a", 0, "2010-01-01"),
                ("b", 0, "2010-01-01"),
                ("c", 0, "2010-01-01"),
            ],
        );
        let mut refresh = Refresh::new(&rules.all()[0], month.last());
        let topics = refresh.topics(["digital", "etika"].into_iter());
        let mut complete =
            |person, on| refresh.completed(&topics, person, day(on), Origin::NOWHERE, &mut Trace::silent());
        complete(0, "2026-05-01");
        complete(0, "2024-01-01");
        complete(1, "2025-10-30");
        complete(1, "2026-11-01");
        complete(2, "2025-10-31");
        let figures = refresh.figures(&people, &mut Trace::silent());
        let expected = TopicCount {
            trained: 3,
            fresh: 1,
            soon: 1,
            overdue: 1,
        };
        assert_eq!(figures.topics, [expected]);
        let due: Vec<(u32, String)> = figures
            .due
            .iter()
            .map(|one| (one.person, one.due.to_string()))
            .collect();
        assert_eq!(due, [(1, "2026-10-30".to_owned()), (2, "2026-10-31".to_owned())]);
    }
}
