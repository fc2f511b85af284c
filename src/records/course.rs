//! The course of a complaint: what was done about it step by step, and so how it stood on any day.

use super::code::{ComplainantView, ComplaintOutcome, HandlingStep};
use super::complaint::{Complaint, Handling};
use super::time::Day;
use crate::diagnostic::Origin;

/// One step of the handling.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its day.
    pub date: Day,
    /// What was done.
    pub kind: HandlingStep,
    /// The class given.
    pub class: Option<String>,
    /// The number of the person who handles the complaint from then on.
    pub handler: Option<u32>,
    /// What became of it.
    pub outcome: Option<ComplaintOutcome>,
    /// What the complainant thought of it.
    pub view: Option<ComplainantView>,
    /// Its row.
    pub origin: Origin,
}

impl Step {
    /// The step in a row of the handling, with the number of the person whom it names.
    pub fn of(row: &Handling<'_>, handler: Option<u32>, origin: Origin) -> Step {
        Step {
            date: row.date,
            kind: row.step,
            class: row.class.map(|class| class.text().to_owned()),
            handler,
            outcome: row.outcome,
            view: row.complainant_view,
            origin,
        }
    }

    /// What became of the complaint, where the step closes it: a closing without outcome closes nothing.
    pub fn closes(&self) -> Option<ComplaintOutcome> {
        self.outcome.filter(|_| self.kind == HandlingStep::Closed)
    }
}

/// Brings the steps of a complaint into the order in which they happened. Of a closing and a reopening on one day the
/// one that changes something comes first: what is open can only be closed.
pub fn in_order(steps: &mut [Step]) {
    steps.sort_by_key(|step| (step.date, step.kind));
    let mut is_closed = false;
    for at in 0..steps.len() {
        let is_pair = steps.get(at + 1).is_some_and(|next| {
            (steps[at].kind, next.kind) == (HandlingStep::Closed, HandlingStep::Reopened)
                && steps[at].date == next.date
        });
        if is_pair && is_closed {
            steps.swap(at, at + 1);
        }
        is_closed = match steps[at].kind {
            HandlingStep::Closed => steps[at].closes().is_some(),
            HandlingStep::Reopened => false,
            _ => is_closed,
        };
    }
}

/// How a complaint stands on a day.
#[derive(Clone, Copy, Debug)]
pub struct Handled<'c> {
    /// From which day the clock runs: receipt, or the day of the last reopening.
    pub clock: Day,
    /// The closing with its outcome; `None` while it is open.
    pub closed: Option<(&'c Step, ComplaintOutcome)>,
    /// The last reopening.
    pub reopened: Option<&'c Step>,
}

impl<'c> Handled<'c> {
    /// How it stands on receipt.
    fn received(day: Day) -> Handled<'c> {
        Handled {
            clock: day,
            closed: None,
            reopened: None,
        }
    }

    /// How it stands after a further step.
    fn after(self, step: &'c Step) -> Handled<'c> {
        match step.kind {
            HandlingStep::Closed => Handled {
                closed: step.closes().map(|outcome| (step, outcome)),
                ..self
            },
            // What was never closed cannot be opened again: its clock runs on.
            HandlingStep::Reopened if self.closed.is_some() => Handled {
                clock: step.date,
                closed: None,
                reopened: Some(step),
            },
            _ => self,
        }
    }

    /// The day of the closing and its outcome; `None` while it is open.
    pub fn closing(&self) -> Option<(Day, ComplaintOutcome)> {
        self.closed.map(|(step, outcome)| (step.date, outcome))
    }
}

/// The steps up to a day, of some in order.
fn known(steps: &[Step], as_of: Day) -> &[Step] {
    &steps[..steps.partition_point(|step| step.date <= as_of)]
}

/// How a complaint stood on a day, by its steps in order.
pub fn handled(received: Day, steps: &[Step], as_of: Day) -> Handled<'_> {
    let steps = known(steps, as_of).iter();
    steps.fold(Handled::received(received), Handled::after)
}

/// A complaint with what was done about it. What happened after the day that is asked about is not known.
#[derive(Clone, Copy, Debug)]
pub struct Course<'c> {
    /// The complaint as it was received.
    pub complaint: &'c Complaint<'c>,
    /// Its row.
    pub origin: Origin,
    /// The number of the unit that it is about.
    pub unit: Option<u32>,
    /// The number of the person who handled it on receipt.
    pub first_handler: Option<u32>,
    /// Its steps, in order.
    pub steps: &'c [Step],
}

impl<'c> Course<'c> {
    /// How it stood on a day.
    pub fn handled(&self, as_of: Day) -> Handled<'c> {
        handled(self.complaint.received, self.steps, as_of)
    }

    /// How it stood after each closing of what was open and each reopening of what was closed, of some days.
    pub fn turns(&self, first: Day, last: Day) -> impl Iterator<Item = Handled<'c>> + use<'c> {
        let mut stands = Handled::received(self.complaint.received);
        self.known(last).filter_map(move |step| {
            let was_closed = stands.closed.is_some();
            stands = stands.after(step);
            let is_turn = match step.kind {
                HandlingStep::Closed => !was_closed && stands.closed.is_some(),
                kind => was_closed && kind == HandlingStep::Reopened,
            };
            (is_turn && step.date >= first).then_some(stands)
        })
    }

    /// The steps up to a day.
    fn known(&self, as_of: Day) -> impl DoubleEndedIterator<Item = &'c Step> + use<'c> {
        known(self.steps, as_of).iter()
    }

    /// Every class that it was given, each with its row: that of the receipt first.
    pub fn classes(&self) -> impl Iterator<Item = (&'c str, Origin)> + use<'c> {
        let on_receipt = self.complaint.class.map(|class| (class.text(), self.origin));
        let later = self.steps.iter();
        let later = later.filter_map(|step| Some((step.class.as_deref()?, step.origin)));
        on_receipt.into_iter().chain(later)
    }

    /// The steps that are dated before the receipt.
    pub fn before_receipt(&self) -> impl Iterator<Item = &'c Step> + use<'c> {
        let received = self.complaint.received;
        self.steps.iter().take_while(move |step| step.date < received)
    }

    /// Its class as known on a day: the last one given, else that of the receipt.
    pub fn class(&self, as_of: Day) -> Option<&'c str> {
        let given = self.known(as_of).rev().find_map(|step| step.class.as_deref());
        given.or(self.complaint.class.map(|class| class.text()))
    }

    /// The day of the first response, as known on a day.
    pub fn first_response(&self, as_of: Day) -> Option<Day> {
        let mut steps = self.known(as_of);
        let first = steps.find(|step| step.kind == HandlingStep::Responded)?;
        Some(first.date)
    }

    /// The number of the person who handled it on a day.
    pub fn handler(&self, as_of: Day) -> Option<u32> {
        let named = self.known(as_of).rev().find_map(|step| step.handler);
        named.or(self.first_handler)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HandlingStep::{Classified, Closed, Reopened};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn step(date: &str, kind: HandlingStep) -> Step {
        Step {
            date: day(date),
            kind,
            class: (kind == Classified).then(|| format!("class-of-{date}")),
            handler: None,
            outcome: (kind == Closed).then_some(ComplaintOutcome::Resolved),
            view: None,
            origin: Origin::NOWHERE,
        }
    }

    /// The start of the clock and the day of closing.
    fn stands(steps: &[(&str, HandlingStep)], as_of: &str) -> (String, Option<String>) {
        let mut steps: Vec<Step> = steps.iter().map(|(date, kind)| step(date, *kind)).collect();
        in_order(&mut steps);
        let handled = handled(day("2026-10-01"), &steps, day(as_of));
        let closed = handled.closing().map(|(day, _)| day.to_string());
        (handled.clock.to_string(), closed)
    }

    #[test]
    fn what_happened_later_is_not_known_and_reopening_restarts_the_clock() {
        let steps = [
            ("2026-11-02", Reopened),
            ("2026-10-10", Closed),
            ("2026-10-20", Reopened),
            ("2026-10-28", Closed),
        ];
        for (as_of, clock, closed) in [
            ("2026-10-09", "2026-10-01", None),
            ("2026-10-10", "2026-10-01", Some("2026-10-10")),
            ("2026-10-19", "2026-10-01", Some("2026-10-10")),
            ("2026-10-20", "2026-10-20", None),
            ("2026-10-31", "2026-10-20", Some("2026-10-28")),
            ("2026-11-02", "2026-11-02", None),
        ] {
            let expected = (clock.to_owned(), closed.map(str::to_owned));
            assert_eq!(stands(&steps, as_of), expected, "{as_of}");
        }
    }

    #[test]
    fn what_was_never_closed_is_not_opened_again() {
        let (clock, closed) = stands(&[("2026-10-20", Reopened)], "2026-10-31");
        assert_eq!((clock.as_str(), closed), ("2026-10-01", None));
        let twice = [
            ("2026-10-10", Closed),
            ("2026-10-12", Reopened),
            ("2026-10-20", Reopened),
        ];
        assert_eq!(stands(&twice, "2026-10-31").0, "2026-10-12");
    }

    #[test]
    fn of_two_steps_on_one_day_the_one_that_changes_something_comes_first() {
        let same_day = [("2026-10-20", Reopened), ("2026-10-20", Closed)];
        let (clock, closed) = stands(&same_day, "2026-10-31");
        assert_eq!(
            (clock.as_str(), closed),
            ("2026-10-20", None),
            "closed, then reopened"
        );
        let closed_before = [&[("2026-10-10", Closed)][..], &same_day].concat();
        let (clock, closed) = stands(&closed_before, "2026-10-31");
        assert_eq!(
            (clock.as_str(), closed.as_deref()),
            ("2026-10-20", Some("2026-10-20")),
            "reopened, then closed again"
        );
    }
}
