//! Looks through evaluations, guidance and awards for what has not been followed up.

use super::{Cause, Counsel, FollowUpFigures, FollowUps, Lacking, Open, Rating, Recognition};
use crate::measure::trace::{Figure, Trace};
use crate::records::code::Predicate;
use crate::records::people::People;
use crate::records::time::{Day, Period};

impl FollowUps<'_> {
    /// Looks through everything, for people who count.
    pub fn figures(mut self, people: &People, trace: &mut Trace) -> FollowUpFigures {
        self.guided.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        self.awarded.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        let counts = |person: u32| people.list[person as usize].counts();
        let mut found: Vec<(Day, Open)> = Vec::new();
        for person in (0..people.list.len() as u32).filter(|person| counts(*person)) {
            found.extend(self.unguided(person));
            found.extend(self.unrecognised(person));
        }
        // What followed may have been done before the records begin.
        let is_told = |day: Day| self.since.is_none_or(|since| since <= day);
        let (told, untold): (Vec<_>, Vec<_>) = found.into_iter().partition(|(day, _)| is_told(*day));
        let mut all: Vec<Open> = told.into_iter().map(|(_, open)| open).collect();
        let guided = self.guided.iter().filter(|guided| counts(guided.person));
        all.extend(guided.filter_map(|guided| self.unfinished(guided)));
        all.sort_by_key(|open| (open.due, open.lacking, open.person));
        let as_of = self.as_of;
        for one in &all {
            let (table, past) = match one.due < as_of {
                true => ("open", as_of.since(one.due)),
                false => ("ahead", 0),
            };
            trace.uses(Figure::new(table, one.origin, "past"), one.origin, past.into());
        }
        let (open, ahead) = all.into_iter().partition(|open| open.due < as_of);
        FollowUpFigures {
            open,
            ahead,
            untold: untold.len() as u64,
            guided: self.guided,
            awarded: self.awarded,
        }
    }

    /// Low predicates without guidance, each with the day from which it may have been given. Guidance that names the evaluation answers it, and so does any later one
    /// of the person that names no other cause than an evaluation.
    fn unguided(&self, person: u32) -> Vec<(Day, Open)> {
        let answers = |guided: &Counsel, graded: &Rating| match &guided.cause {
            Cause::Evaluation(period) if *period == graded.period => true,
            Cause::Evaluation(_) | Cause::Unknown => guided.date >= graded.day,
            Cause::Complaint(_) | Cause::Participation(_) => false,
        };
        let of_person: Vec<&Counsel> = self
            .guided
            .iter()
            .filter(|guided| guided.person == person)
            .collect();
        let low = self.graded(person).iter();
        let low = low.filter(|graded| graded.predicate.is_low());
        low.filter(|graded| !of_person.iter().any(|guided| answers(guided, graded)))
            .map(|graded| {
                let within = self.rule(graded.day).map_or(0, |rule| rule.guidance_within_days);
                let open = Open {
                    lacking: Lacking::Guidance,
                    origin: graded.origin,
                    person,
                    since: graded.day,
                    due: graded.day.plus(within as i32),
                    graded: Some(*graded),
                    periods: 0,
                    guidance: None,
                };
                (graded.day, open)
            })
            .collect()
    }

    /// Sangat Baik in as many of the last owed periods running as the rule says, and no recognition since the first
    /// of them ended, with the day after that. The latest period is left out as long as the person is not yet evaluated in it.
    fn unrecognised(&self, person: u32) -> Option<(Day, Open)> {
        let periods = self.rules.on(self.as_of)?.recognition_after_periods.max(1) as usize;
        let of_period = |period: &Period| self.counting(person, *period);
        let skipped = usize::from(of_period(&self.owed[0]).is_none());
        let run: Option<Vec<&Rating>> = self
            .owed
            .iter()
            .skip(skipped)
            .take(periods)
            .map(of_period)
            .collect();
        let run = run.filter(|run| run.len() == periods)?;
        if run.iter().any(|graded| graded.predicate != Predicate::SangatBaik) {
            return None;
        }
        let (last, first) = (run[0], run[periods - 1]);
        let ended = first.period.last_day();
        let answers = |awarded: &&Recognition| {
            let names = awarded
                .period
                .is_some_and(|period| run.iter().any(|graded| graded.period == period));
            awarded.person == person && (names || awarded.date > ended)
        };
        if self.awarded.iter().any(|awarded| answers(&awarded)) {
            return None;
        }
        let open = Open {
            lacking: Lacking::Recognition,
            origin: last.origin,
            person,
            since: last.day,
            due: last.day,
            graded: Some(*last),
            periods,
            guidance: None,
        };
        Some((ended.plus(1), open))
    }

    /// Guidance that was not followed up, or whose follow-up has no result.
    fn unfinished(&self, guided: &Counsel) -> Option<Open> {
        let (lacking, since, due) = match (guided.followed_up, &guided.result) {
            _ if guided.is_open() => (Lacking::FollowUp, guided.date, guided.due),
            (Some(day), None) => (Lacking::Result, day, day),
            _ => return None,
        };
        Some(Open {
            lacking,
            origin: guided.origin,
            person: guided.person,
            since,
            due,
            graded: None,
            periods: 0,
            guidance: Some(guided.guidance.clone()),
        })
    }
}
