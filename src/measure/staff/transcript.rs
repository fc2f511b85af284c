//! What one person completed over the years.

use super::super::certificates::Credential;
use super::super::trace::{Figure, Trace};
use super::{Companion, Completion, Mark, Portrait};
use crate::records::time::Day;
use std::collections::BTreeMap;

/// The id of the table of the years.
const YEARS: &str = "years";

/// Everything that one person completed, as of a day.
#[derive(Debug)]
pub struct TranscriptFigures {
    /// Who.
    pub portrait: Portrait,
    /// The first day of which any record could tell.
    pub first: Day,
    /// The programmes completed, by day.
    pub attended: Vec<Completion>,
    /// The same by year.
    pub years: Vec<CompletionYear>,
    /// Evaluations that led to a predicate, by period.
    pub evaluations: Vec<Mark>,
    /// Mentoring and coaching as mentee.
    pub pairs: Vec<Companion>,
    /// Certificates that no other one renews, by issue: also those that have expired.
    pub certificates: Vec<Credential>,
}

/// What was completed in one year. JP are in 1/10,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompletionYear {
    /// The year; `None` of what has no day of completion on record.
    pub year: Option<i32>,
    /// How many programmes.
    pub completed: u64,
    /// JP as on the certificates.
    pub jp: i64,
    /// Of how many programmes these are not on record.
    pub without_jp: u64,
    /// JP as recognised.
    pub recognised: i64,
    /// Of how many programmes the recognition is not on record.
    pub unassessed: u64,
}

impl CompletionYear {
    /// The number by which the trace knows it.
    pub fn number(&self) -> u64 {
        number(self.year)
    }

    fn take(&mut self, one: &Completion) {
        self.completed += 1;
        self.jp += one.jp.map_or(0, |jp| jp.0);
        self.without_jp += u64::from(one.jp.is_none());
        self.recognised += one.recognised.map_or(0, |jp| jp.0);
        self.unassessed += u64::from(one.recognised.is_none());
    }
}

fn number(year: Option<i32>) -> u64 {
    year.and_then(|year| u64::try_from(year).ok()).unwrap_or(0)
}

impl TranscriptFigures {
    /// Adds completions up by their years; what has no day comes last.
    pub fn by_year(attended: &[Completion], trace: &mut Trace) -> Vec<CompletionYear> {
        let mut years: BTreeMap<(bool, Option<i32>), CompletionYear> = BTreeMap::new();
        for one in attended {
            let year = one.completed.map(Day::year);
            let sums = years.entry((year.is_none(), year)).or_default();
            sums.year = year;
            sums.take(one);
            let figure = |column| Figure::new(YEARS, number(year), column);
            trace.uses(figure("completed"), one.origin, 1);
            let told = [("jp", one.jp), ("jp_recognised", one.recognised)];
            for (column, jp) in told {
                if let Some(jp) = jp {
                    trace.uses(figure(column), one.origin, jp.0);
                }
            }
        }
        years.into_values().collect()
    }

    /// All years together.
    pub fn total(&self) -> CompletionYear {
        let mut total = CompletionYear::default();
        self.attended.iter().for_each(|one| total.take(one));
        total
    }
}
