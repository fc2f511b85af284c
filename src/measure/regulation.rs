//! Who must know a regulation, and who was briefed on it.
//!
//! Coverage = people who must know it and completed the programme that briefs by the day / people who must know it.
//! Who must know: people who count on the day in the unit addressed or below it, or everybody who counts.

use super::hours::completed_by;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::Participation;
use crate::records::time::Day;

/// Measures one regulation.
#[derive(Debug)]
pub struct Coverage {
    /// The row of the regulation in the report's order.
    row: u32,
    as_of: Day,
    /// Who must know it, in rising order.
    must: Vec<u32>,
    /// Whether each of them was briefed.
    briefed: Vec<bool>,
}

impl Coverage {
    /// Measures regulation number `row`, which the people of `must` (in rising order) must know.
    pub fn new(row: u32, as_of: Day, must: Vec<u32>) -> Coverage {
        Coverage {
            row,
            as_of,
            briefed: vec![false; must.len()],
            must,
        }
    }

    /// Takes a row of the programme that briefs.
    pub fn row(&mut self, row: &Participation<'_>, person: u32, origin: Origin, trace: &mut impl Trace) {
        let figure = Figure::new("regulations", self.row, "briefed");
        if row.status != ParticipationStatus::Completed {
            return;
        }
        let Ok(at) = self.must.binary_search(&person) else {
            return trace.omits(figure, origin, Omission::NotCounted);
        };
        match completed_by(row, self.as_of) {
            Some(_) => {
                trace.uses(figure, origin, u64::from(!self.briefed[at]) as i64);
                self.briefed[at] = true;
            }
            None if row.completed.is_none() => trace.omits(figure, origin, Omission::NoCompletionDay),
            None => trace.omits(figure, origin, Omission::LaterThanPeriod),
        }
    }

    /// How many must know it.
    pub fn must(&self) -> u64 {
        self.must.len() as u64
    }

    /// How many of them were briefed.
    pub fn briefed(&self) -> u64 {
        self.briefed.iter().filter(|briefed| **briefed).count() as u64
    }

    /// Who was not.
    pub fn missing(&self) -> impl Iterator<Item = u32> {
        let each = self.must.iter().zip(&self.briefed);
        each.filter(|(_, briefed)| !**briefed).map(|(person, _)| *person)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trace::Collected;
    use super::*;
    use crate::diagnostic::Findings;
    use crate::files::csv;
    use crate::records::taking_part::participation;

    #[test]
    fn only_who_must_know_and_completed_by_the_day_is_briefed() {
        let text = "training,staff,status,completed\n\
            2026-03/b,p0,completed,2026-03-05\n\
            2026-03/b,p1,completed,2026-04-05\n\
            2026-03/b,p2,absent,\n\
            2026-03/b,p3,completed,2026-03-05\n\
            2026-03/b,p4,completed,\n";
        let as_of = Day::parse("2026-03-31").unwrap();
        let mut coverage = Coverage::new(0, as_of, vec![0, 1, 2, 4]);
        let mut trace = Collected::new(Figure::new("regulations", 0, "briefed"));
        let mut findings = Findings::new();
        csv::scan(
            text.as_bytes(),
            0,
            &participation,
            &mut findings,
            |row, findings| {
                let person = row.cells.get(1)[1..].parse().unwrap();
                let read = row.read::<Participation>(findings).unwrap();
                coverage.row(&read, person, row.origin, &mut trace);
            },
        )
        .unwrap();
        assert_eq!((coverage.must(), coverage.briefed()), (4, 1));
        assert_eq!(coverage.missing().collect::<Vec<_>>(), [1, 2, 4]);
        assert_eq!(trace.sum(), 1);
        let why: Vec<Omission> = trace.omitted.into_iter().map(|(_, why)| why).collect();
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
