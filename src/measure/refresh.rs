//! The last training of each person on each topic that is to be refreshed, and by when.
//!
//! A training is refreshed so many months after the day on which the person completed it. Source: the topics of the
//! rule `certificates` (the office's own).

use super::sheet::sheet;
use super::trace::{Figure, Omission, Source, Trace, part};
use crate::diagnostic::Origin;
use crate::records::people::People;
use crate::records::time::Day;
use crate::rules::CertificateRule;
use std::cmp::Reverse;
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

sheet! {
    /// How one topic stands: for how many people it was refreshed when.
    pub TopicTraining of TopicColumn: "refreshers" {
        every: counts().public().by("certificates"), id "Diulang setiap (bulan)", en "Every (months)",
            says id "Berapa bulan sekali pelatihan topik ini disegarkan, menurut ketentuan.",
            en "Every how many months the topic is refreshed, by the rule.";
        trained: counts().public(), id "Pernah mengikuti", en "Trained",
            says id "Jumlah orang yang pelatihan terakhirnya tentang topik ini diketahui.",
            en "How many people have a known last training on the topic.";
        fresh: counts().by("certificates"), id "Masih mutakhir", en "Fresh",
            says id "Di antaranya yang penyegarannya belum dekat.",
            en "Of these, whose refreshing is not yet near.";
        soon: counts().by("certificates"), id "Segera diulang", en "Due soon",
            says id "Di antaranya yang perlu penyegaran dalam jumlah hari menurut ketentuan.",
            en "Of these, whose refreshing is due within the days of the rule.";
        overdue: counts().by("certificates"), id "Lewat waktu", en "Overdue",
            says id "Di antaranya yang hari penyegarannya sudah lewat.",
            en "Of these, whose day of refreshing is past.";
        never: counts().by("certificates").known_by("never", "untold"), id "Belum pernah", en "Never",
            says id "Jumlah orang yang pelatihannya tentang topik ini tidak diketahui.",
            en "How many people have no known training on the topic.";
        untold: part();
    }
}
use TopicColumn as Of;

/// What the refreshers come to.
#[derive(Debug, Default)]
pub struct RefreshFigures {
    /// By topic, in the order of the rule.
    pub topics: Vec<TopicTraining>,
    /// Who is due soon or overdue, the earliest first.
    pub due: Vec<LastTraining>,
    /// Whose day is not near yet.
    pub later: Vec<LastTraining>,
    /// Whether the records tell of all the months looked back: only then somebody without a training had none.
    pub is_told: bool,
    /// Who was never trained on some topics, with their numbers; those on most topics first.
    pub never: Vec<(u32, Vec<usize>)>,
}

/// Measures the last training by topic and person.
#[derive(Debug)]
pub struct Refresh<'r> {
    rule: &'r CertificateRule,
    as_of: Day,
    /// Whether the records tell of all the months looked back.
    is_told: bool,
    last: BTreeMap<(usize, u32), (Day, Origin)>,
}

impl<'r> Refresh<'r> {
    /// Measures by `rule` as of a day.
    pub fn new(rule: &'r CertificateRule, as_of: Day) -> Refresh<'r> {
        Refresh {
            rule,
            as_of,
            is_told: true,
            last: BTreeMap::new(),
        }
    }

    /// The same where the records tell of all the months looked back and of who took part in every programme on these
    /// topics, or do not: then that there is no training is not known.
    pub fn told(self, is_told: bool) -> Refresh<'r> {
        Refresh { is_told, ..self }
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
            if day > self.as_of {
                trace.omits(
                    Of::trained.figure(topic as u64),
                    origin,
                    Omission::LaterThanPeriod,
                );
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
        let mut out = RefreshFigures {
            topics: vec![TopicTraining::default(); self.rule.refresh.len()],
            is_told: self.is_told,
            ..RefreshFigures::default()
        };
        for (topic, one) in self.rule.refresh.iter().enumerate() {
            out.topics[topic].add(Of::every, one.months);
            trace.uses(Of::every.figure(topic as u64), self.rule.origin, one.months);
        }
        for (&(topic, person), &(completed, origin)) in &self.last {
            if !people.list[person as usize].counts() {
                trace.omits(Of::trained.figure(topic as u64), origin, Omission::NotCounted);
                continue;
            }
            let due = completed.plus_months(self.rule.refresh[topic].months as i32);
            let left = i64::from(due.since(self.as_of));
            let state = match left {
                ..0 => Of::overdue,
                _ if left <= self.rule.warn_days => Of::soon,
                _ => Of::fresh,
            };
            for column in [Of::trained, state] {
                out.topics[topic].add(column, 1);
                trace.uses(column.figure(topic as u64), origin, 1);
            }
            trace.uses(
                Figure::new("refreshers_due", part(person.into(), topic), "days"),
                origin,
                left,
            );
            let list = match left <= self.rule.warn_days {
                true => &mut out.due,
                false => &mut out.later,
            };
            list.push(LastTraining {
                topic,
                person,
                completed,
                due,
            });
        }
        out.due.sort_by_key(|one| (one.due, one.topic, one.person));
        let all = (0..people.list.len() as u32).filter(|person| people.list[*person as usize].counts());
        for person in all {
            let lacks = |topic: &usize| !self.last.contains_key(&(*topic, person));
            let topics: Vec<usize> = (0..self.rule.refresh.len()).filter(lacks).collect();
            for &topic in &topics {
                let source = Source::Person(person);
                let column = if self.is_told { Of::never } else { Of::untold };
                out.topics[topic].enter(column, topic as u64, source, 1, trace);
            }
            if self.is_told && !topics.is_empty() {
                out.never.push((person, topics));
            }
        }
        out.never
            .sort_by_key(|(person, topics)| (Reverse(topics.len()), *person));
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
                ("d", 0, "2010-01-01"),
            ],
        );
        let mut refresh = Refresh::new(&rules.all()[0], month.last());
        let topics = refresh.topics(["digital", "etika"].into_iter());
        assert_eq!(refresh.months(), 24);
        let mut complete =
            |person, on| refresh.completed(&topics, person, day(on), Origin::NOWHERE, &mut Trace::silent());
        complete(0, "2026-05-01");
        complete(0, "2024-01-01");
        complete(1, "2025-10-30");
        complete(1, "2026-11-01");
        complete(2, "2025-10-31");
        let figures = refresh.figures(&people, &mut Trace::silent());
        let counted = [
            Of::every,
            Of::trained,
            Of::fresh,
            Of::soon,
            Of::overdue,
            Of::never,
        ]
        .map(|column| figures.topics[0].of(column));
        assert_eq!((figures.topics.len(), counted), (1, [12, 3, 1, 1, 1, 1]));
        assert_eq!(figures.never, [(3, vec![0])]);
        // Where the records begin within the months looked back, nobody can tell that there was no training.
        let untold = Refresh::new(&rules.all()[0], month.last()).told(false);
        let untold = untold.figures(&people, &mut Trace::silent());
        assert_eq!(
            (untold.topics[0].figure(Of::never), untold.never.len()),
            (None, 0)
        );
        let due: Vec<(u32, String)> = figures
            .due
            .iter()
            .map(|one| (one.person, one.due.to_string()))
            .collect();
        assert_eq!(due, [(1, "2026-10-30".to_owned()), (2, "2026-10-31".to_owned())]);
    }
}
