//! How a person was evaluated, guided and recognised.

use super::Dossier;
use crate::diagnostic::Findings;
use crate::load;
use crate::measure::staff::{Advice, Honour, Mark, periods};
use crate::records::people::People;
use crate::records::performance::{Award, Evaluation, Guidance, awards, evaluations, guidance};
use crate::records::time::{Month, Period};
use crate::rules::PredicateRule;

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
                let read = row.read::<Evaluation>(findings)?;
                let is_known = read.date.is_none_or(|day| day <= self.day);
                is_known.then(|| mark(period, &read, matrix, people))
            });
            let found = own.pop().unwrap_or(Mark::none(period));
            // What no rhythm asks for and nobody wrote is not missing.
            if found.result.is_some() || period.months() > 1 {
                out.push(found);
            }
        }
        out
    }

    /// Guidance of the year, and older guidance that was open when it began.
    pub(super) fn guidance(&self, findings: &mut Findings) -> Vec<Advice> {
        let mut out = self.own((&guidance, "", Guidance::staff), findings, |row, findings| {
            let read = row.read::<Guidance>(findings)?;
            let followed_up = read.followed_up.filter(|day| *day <= self.day);
            (read.date <= self.day).then(|| Advice {
                date: read.date,
                guidance: read.guidance.to_owned(),
                due: read.due,
                followed_up,
                result: read.result.filter(|_| followed_up.is_some()).map(str::to_owned),
            })
        });
        out.retain(|one| one.date >= self.first || one.followed_up.is_none_or(|day| day >= self.first));
        out.sort_by_key(|one| one.date);
        out
    }

    /// Recognition of the year, by day.
    pub(super) fn awards(&self, findings: &mut Findings) -> Vec<Honour> {
        let mut out = self.own((&awards, "", Award::staff), findings, |row, findings| {
            let read = row.read::<Award>(findings)?;
            let is_of_year = (self.first..=self.day).contains(&read.date);
            is_of_year.then(|| Honour {
                date: read.date,
                kind: read.kind.to_owned(),
                criterion: read.criterion.map(str::to_owned),
            })
        });
        out.sort_by_key(|one| one.date);
        out
    }
}

/// A row of evaluations, with the predicate that follows from it.
fn mark(period: Period, row: &Evaluation<'_>, matrix: &PredicateRule, people: &People) -> Mark {
    let own = |text: Option<&str>| text.map(str::to_owned);
    let both = row.result.zip(row.behaviour);
    Mark {
        predicate: both.and_then(|(result, behaviour)| matrix.of(result, behaviour)),
        evaluator: row.evaluator.and_then(|id| people.find(id.text())),
        result: row.result,
        behaviour: row.behaviour,
        strengths: own(row.strengths),
        improve: own(row.improve),
        agreed_step: own(row.agreed_step),
        ..Mark::none(period)
    }
}
