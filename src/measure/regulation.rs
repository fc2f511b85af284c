//! Who must know a regulation, and who was briefed on it.
//!
//! Coverage = people who must know it and completed a programme that briefs by the day / people who must know it.
//! Who must know: people who count on the day in the unit addressed or below it, or everybody who counts.

use super::hours::completed_by;
use super::sheet::sheet;
use super::trace::{Figure, Omission, Source, Trace};
use crate::diagnostic::Origin;
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::Participation;
use crate::records::time::Day;
use crate::rules::Head;

sheet! {
    /// How many must know a regulation, and how many of them were briefed.
    pub Briefings of BriefingColumn: "regulations" {
        must_know: counts().hidden(), id "Wajib tahu", en "Must know",
            says id "Jumlah pegawai unit yang dituju dan unit di bawahnya, atau semua pegawai.",
            en "How many people work in the unit addressed or below it, or everybody.";
        briefed: counts().hidden(), id "Sudah dijelaskan", en "Briefed",
            says id "Di antaranya yang menyelesaikan pelatihan tentang peraturan ini.",
            en "Of these, how many completed the programme that briefs about it.";
        coverage: share("briefed", "must_know"), id "Cakupan", en "Coverage",
            says id "Yang menyelesaikan pelatihan tentang peraturan ini dibagi yang wajib mengetahuinya.",
            en "Those who completed the briefing over those who must know the regulation.";
    }
}
use BriefingColumn as Of;

/// Measures one regulation.
#[derive(Debug)]
pub struct Coverage {
    /// The row of the regulation in the report's order.
    row: u32,
    as_of: Day,
    /// The counts.
    pub sums: Briefings,
    /// Who must know it, in rising order.
    must: Vec<u32>,
    /// Whether each of them was briefed.
    briefed: Vec<bool>,
}

impl Coverage {
    /// Measures regulation number `row`, which the people of `must` (in rising order) must know.
    pub fn new(row: u32, as_of: Day, must: Vec<u32>, trace: &mut Trace) -> Coverage {
        let mut sums = Briefings::default();
        for &person in &must {
            sums.enter(Of::must_know, row, Source::Person(person), 1, trace);
        }
        Coverage {
            row,
            as_of,
            sums,
            briefed: vec![false; must.len()],
            must,
        }
    }

    /// Takes a row of a programme that briefs.
    pub fn row(&mut self, row: &Participation<'_>, person: u32, origin: Origin, trace: &mut Trace) {
        let figure = Figure::new("regulations", self.row, "briefed");
        if row.status != ParticipationStatus::Completed {
            return;
        }
        let Ok(at) = self.must.binary_search(&person) else {
            return trace.omits(figure, origin, Omission::NotCounted);
        };
        match completed_by(row, self.as_of) {
            Some(_) => {
                let is_first = !std::mem::replace(&mut self.briefed[at], true);
                let amount = i64::from(is_first);
                self.sums.enter(Of::briefed, self.row, origin, amount, trace);
            }
            None if row.completed.is_none() => trace.omits(figure, origin, Omission::NoCompletionDay),
            None => trace.omits(figure, origin, Omission::LaterThanPeriod),
        }
    }

    /// Who was not.
    pub fn missing(&self) -> impl Iterator<Item = u32> {
        let each = self.must.iter().zip(&self.briefed);
        each.filter(|(_, briefed)| !**briefed).map(|(person, _)| *person)
    }
}

/// A regulation, as the office keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statute {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub title: String,
    /// The day on which it comes into force.
    pub in_force: Day,
    /// The unit that must know it, by code; `None` for everybody.
    pub audience: Option<String>,
    /// The programmes that brief about it.
    pub briefings: Vec<String>,
    /// The consultation that it came from.
    pub consultation: Option<String>,
}

/// A regulation with its coverage.
#[derive(Debug)]
pub struct StatuteCoverage {
    /// What is recorded of it.
    pub statute: Statute,
    /// Who must know it and was briefed.
    pub coverage: Coverage,
    /// The title and the last day of each programme that briefs.
    pub briefings: Vec<(String, Day)>,
    /// How many of them have begun and have nobody on record.
    pub unrolled: u64,
}

/// The figures of the report `regulation`.
#[derive(Debug)]
pub struct RegulationReport {
    /// The regulations in force on the day, the newest first.
    pub covered: Vec<StatuteCoverage>,
    /// Those that come into force later, the next first.
    pub coming: Vec<Statute>,
    /// Rules that changed in the year so far: the head before, and the head now.
    pub changes: Vec<(Head, Head)>,
}

impl RegulationReport {
    /// Who was not briefed on which regulation, by its number.
    pub fn missing(&self) -> impl Iterator<Item = (usize, u32)> {
        let each = self.covered.iter().enumerate();
        each.flat_map(|(number, covered)| covered.coverage.missing().map(move |person| (number, person)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, row};
    use super::super::trace::{Keeps, Query};
    use super::*;

    #[test]
    fn only_who_must_know_and_completed_by_the_day_is_briefed() {
        let mut coverage = Coverage::new(0, day("2026-03-31"), vec![0, 1, 2, 4], &mut Trace::silent());
        let mut trace = Trace::listening(vec![Query {
            keeps: Keeps::Each,
            is_by_row: false,
            table: "regulations",
            rows: Some(vec![0]),
            column: "briefed",
        }]);
        let rows = [
            ("completed", "2026-03-05"),
            ("completed", "2026-04-05"),
            ("absent", ""),
            ("completed", "2026-03-05"),
            ("completed", ""),
        ];
        for (person, (status, completed)) in rows.iter().enumerate() {
            let read: Participation<'_> = row(&["2026-03/b", "p", status, "", "", "", completed]);
            coverage.row(&read, person as u32, Origin::new(0, person as u64), &mut trace);
        }
        assert_eq!(
            [Of::must_know, Of::briefed].map(|column| coverage.sums.of(column)),
            [4, 1]
        );
        assert_eq!(coverage.missing().collect::<Vec<_>>(), [1, 2, 4]);
        let heard = &trace.heard().unwrap().heard[0];
        assert_eq!(heard.sum(), 1);
        let why: Vec<Omission> = heard.left.iter().map(|(_, why)| *why).collect();
        assert_eq!(
            why,
            [
                Omission::LaterThanPeriod,
                Omission::NotCounted,
                Omission::NoCompletionDay
            ]
        );
    }
}
