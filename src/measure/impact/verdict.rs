//! One group in one window, and what two windows say.

use super::super::complaints::{ComplaintColumn as Of, UnitComplaints};
use super::super::satisfaction::Answers;
use crate::records::code::Direction;
use crate::records::number::Ratio;

/// One group in one window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observation {
    /// Complaints received in the window, as known on its last day.
    pub complaints: UnitComplaints,
    /// Answers to the survey of the public.
    pub answers: Answers,
}

impl Observation {
    /// Resolved of what can be resolved.
    pub fn resolution_rate(&self) -> Option<Ratio> {
        let of = |column| self.complaints.of(column).into();
        Ratio::new(of(Of::resolved), of(Of::resolvable))
    }

    /// Within the deadline of the resolved ones whose class is known.
    pub fn on_time_rate(&self) -> Option<Ratio> {
        let of = |column| self.complaints.of(column).into();
        Ratio::new(of(Of::on_time), of(Of::timed))
    }
}

/// How a figure changed, by its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// In the better direction.
    Better,
    /// Not at all.
    Same,
    /// In the other direction.
    Worse,
}

/// How a figure changed; `None` when it is missing in either window.
pub fn change(before: Option<Ratio>, after: Option<Ratio>, direction: Direction) -> Option<Trend> {
    let order = after?.cmp(&before?);
    let order = match direction {
        Direction::Higher => order,
        Direction::Lower => order.reverse(),
    };
    Some(match order {
        std::cmp::Ordering::Greater => Trend::Better,
        std::cmp::Ordering::Equal => Trend::Same,
        std::cmp::Ordering::Less => Trend::Worse,
    })
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At least one of the three measures is better and none is worse.
    Improved,
    /// A measure is worse, or none is better.
    NotImproved,
    /// Fewer complaints than the rule asks for in one of the windows.
    TooFew,
    /// The window after the programme is not over on the report's last day.
    Open,
    /// The window before the programme lies before the records begin.
    Unrecorded,
}

impl Verdict {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Improved => "improved",
            Verdict::NotImproved => "not-improved",
            Verdict::TooFew => "too-few",
            Verdict::Open => "open",
            Verdict::Unrecorded => "unrecorded",
        }
    }
}

/// The verdict over the units with participants, by three measures: the resolution rate (higher is better), the
/// share resolved on time (higher), the median working days to the resolution (lower). *Improved*: at least one is
/// better and none is worse. *Not improved*: all else. *Too few data*: in either window fewer than `min_n`
/// complaints that can be resolved (received without not-competent, unclear and withdrawn ones). A measure that is
/// missing in a window (nothing resolved, no class known) neither helps nor harms; when all are missing there are
/// too few data. On time neither helps nor harms when the deadlines of the two windows differ, because the rule
/// changed between them. IKM, reopened complaints and service figures are shown and do not decide.
pub fn verdict(before: &Observation, after: &Observation, has_same_deadlines: bool, min_n: i64) -> Verdict {
    let resolvable = |cell: &Observation| cell.complaints.of(Of::resolvable);
    let least = resolvable(before).min(resolvable(after));
    let changes: Vec<Trend> = [
        change(
            before.resolution_rate(),
            after.resolution_rate(),
            Direction::Higher,
        ),
        change(before.on_time_rate(), after.on_time_rate(), Direction::Higher).filter(|_| has_same_deadlines),
        change(
            before.complaints.figure(Of::median_workdays),
            after.complaints.figure(Of::median_workdays),
            Direction::Lower,
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    if i128::from(least) < i128::from(min_n.max(1)) || changes.is_empty() {
        return Verdict::TooFew;
    }
    match changes.contains(&Trend::Better) && !changes.contains(&Trend::Worse) {
        true => Verdict::Improved,
        false => Verdict::NotImproved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(received: i64, resolved: i64, on_time: i64, durations: &[i64]) -> Observation {
        let mut complaints = UnitComplaints::default();
        let counts = [
            (Of::received, received),
            (Of::resolvable, received),
            (Of::resolved, resolved),
            (Of::timed, resolved),
            (Of::on_time, on_time),
        ];
        let durations = durations.iter().map(|days| (Of::median_workdays, *days));
        counts
            .into_iter()
            .chain(durations)
            .for_each(|(column, amount)| complaints.add(column, amount));
        Observation {
            complaints,
            ..Observation::default()
        }
    }

    #[test]
    fn better_in_one_and_worse_in_none_is_improved() {
        let before = cell(10, 5, 3, &[4, 4, 5, 6, 9]);
        assert_eq!(
            verdict(&before, &cell(10, 6, 4, &[3, 4, 4, 5, 6, 6]), true, 10),
            Verdict::Improved
        );
        // Resolved as often and as timely, only faster.
        assert_eq!(
            verdict(&before, &cell(10, 5, 3, &[2, 2, 3, 3, 4]), true, 10),
            Verdict::Improved
        );
        // More resolved, but slower.
        assert_eq!(
            verdict(&before, &cell(10, 6, 4, &[7, 7, 7, 7, 7, 7]), true, 10),
            Verdict::NotImproved
        );
        // Nothing changed.
        assert_eq!(verdict(&before, &before, true, 10), Verdict::NotImproved);
    }

    #[test]
    fn on_time_does_not_decide_where_the_deadlines_changed() {
        let before = cell(10, 5, 5, &[4, 4, 5, 6, 9]);
        // As many, faster, and against shorter deadlines less often on time.
        let after = cell(10, 5, 3, &[3, 3, 4, 5, 6]);
        assert_eq!(verdict(&before, &after, true, 10), Verdict::NotImproved);
        assert_eq!(verdict(&before, &after, false, 10), Verdict::Improved);
    }

    #[test]
    fn too_few_that_can_be_resolved_give_no_verdict() {
        let before = cell(10, 5, 3, &[4, 4, 5, 6, 9]);
        let mut after = cell(12, 9, 9, &[1; 9]);
        assert_eq!(verdict(&before, &after, true, 10), Verdict::Improved);
        // Three of the twelve are another office's business: nine remain.
        after.complaints.add(Of::resolvable, -3);
        assert_eq!(verdict(&before, &after, true, 10), Verdict::TooFew);
        // Nothing at all, even where the rule asks for nothing.
        assert_eq!(
            verdict(&Observation::default(), &Observation::default(), true, 0),
            Verdict::TooFew
        );
    }

    #[test]
    fn what_is_missing_in_a_window_does_not_decide() {
        // Nothing resolved before: on time and median cannot be compared, the rate can.
        let before = cell(10, 0, 0, &[]);
        assert_eq!(
            verdict(&before, &cell(10, 1, 0, &[60]), true, 10),
            Verdict::Improved
        );
        assert_eq!(verdict(&before, &before, true, 10), Verdict::NotImproved);
    }

    #[test]
    fn the_direction_decides_what_is_better() {
        let of = |n| Some(Ratio::int(n));
        assert_eq!(change(of(5), of(3), Direction::Lower), Some(Trend::Better));
        assert_eq!(change(of(5), of(3), Direction::Higher), Some(Trend::Worse));
        assert_eq!(change(of(5), of(5), Direction::Lower), Some(Trend::Same));
        assert_eq!(change(None, of(5), Direction::Lower), None);
    }
}
