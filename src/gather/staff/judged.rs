//! How a person was evaluated, guided and recognised.

use super::Dossier;
use crate::diagnostic::Findings;
use crate::load;
use crate::measure::follow_up::{Counsel, Recognition};
use crate::measure::predicates::predicate_on;
use crate::measure::staff::{Mark, periods};
use crate::records::people::People;
use crate::records::performance::{Award, Evaluation, Guidance, awards, evaluations, guidance};
use crate::records::time::{Month, Period};
use crate::rules::editions::Editions;
use crate::rules::{GuidanceRule, PredicateRule};

impl Dossier<'_> {
    /// The evaluations of the periods of the year and of the last one before it.
    pub(super) fn evaluations(
        &self,
        rhythm: impl Fn(Month) -> Period,
        matrix: &PredicateRule,
        people: &People,
        findings: &mut Findings,
    ) -> Vec<Mark> {
        let filed = load::names(self.directory, "evaluations", ".csv", findings);
        let filed: Vec<Period> = filed.iter().filter_map(|name| Period::parse(name)).collect();
        let mut out = Vec::new();
        for period in periods(rhythm, &filed, self.first.plus(-1), self.day) {
            let own = (&evaluations, &*period.to_string(), Evaluation::staff);
            let mut own = self.own(own, findings, |row, findings| {
                let known = row.read::<Evaluation>(findings)?.known_on(self.day)?;
                Some(Mark {
                    predicate: predicate_on(&known, matrix, self.day),
                    ..mark(period, &known, people)
                })
            });
            let found = own.pop().unwrap_or(Mark::none(period));
            // What no rhythm asks for and nobody wrote is not missing.
            if found.is_recorded || period.months() > 1 {
                out.push(found);
            }
        }
        out
    }

    /// Guidance of the year, and older guidance that was open when it began.
    pub(super) fn guidance(
        &self,
        rules: &Editions<GuidanceRule>,
        person: u32,
        findings: &mut Findings,
    ) -> Vec<Counsel> {
        let mut out = self.own((&guidance, "", Guidance::staff), findings, |row, findings| {
            let read = row.read::<Guidance>(findings)?;
            Counsel::on(&read, (row.origin, person), rules, self.day)
        });
        out.retain(|one| one.date >= self.first || one.followed_up.is_none_or(|day| day >= self.first));
        out.sort_by_key(|one| one.date);
        out
    }

    /// Recognition of the year, by day.
    pub(super) fn awards(&self, person: u32, findings: &mut Findings) -> Vec<Recognition> {
        let mut out = self.own((&awards, "", Award::staff), findings, |row, findings| {
            let read = row.read::<Award>(findings)?;
            Recognition::on(&read, person, self.day)
        });
        out.retain(|one| one.date >= self.first);
        out.sort_by_key(|one| one.date);
        out
    }
}

/// A row of evaluations, without the predicate that follows from it.
fn mark(period: Period, row: &Evaluation<'_>, people: &People) -> Mark {
    let own = |text: Option<&str>| text.map(str::to_owned);
    Mark {
        evaluator: row.evaluator.and_then(|id| people.find(id.text())),
        result: row.result,
        behaviour: row.behaviour,
        strengths: own(row.strengths),
        improve: own(row.improve),
        agreed_step: own(row.agreed_step),
        is_recorded: true,
        ..Mark::none(period)
    }
}
