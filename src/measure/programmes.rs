//! Programmes of the month: who came, what they learned, what they thought of it.
//!
//! Source of the gain: the rule `gain`: of the class, over paired records,
//! (mean post − mean pre) / (maximum − mean pre).

use super::Mean;
use super::feedback::{Feedback, Form, satisfaction, strictest};
use super::hours::completed_by;
use super::judged::{Disclosure, Guard};
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Mode, ParticipationStatus, TrainingStatus};
use crate::records::number::{Dec, Ratio};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Month};
use crate::records::training::Training;

/// Completions with their JP and tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// People who completed.
    pub completed: u64,
    /// JP as on their certificates.
    pub jp: i128,
    /// Pre-test scores of those with both tests.
    pub pre: Mean,
    /// Post-test scores of those with both tests.
    pub post: Mean,
}

/// Marks the number of a programme of which only what was completed in the month counts.
pub const OF_MONTH: u64 = 1 << 47;

/// The report's table of programmes.
const TABLE: &str = "programmes";

/// The columns of absences by reason, in the order of [`AbsenceReason::ALL`]; the last is without a reason.
pub const REASON_COLUMNS: [&str; 7] = [
    "duty", "sick", "leave", "declined", "no_word", "replaced", "unknown",
];

/// The number of a row's reason of absence among those columns.
fn reason(row: &Participation<'_>) -> usize {
    row.reason
        .map_or(AbsenceReason::ALL.len(), |reason| reason as usize)
}

/// Tells which figures of a programme a row enters.
fn tell(
    row: &Participation<'_>,
    origin: Origin,
    (number, status): (u64, ParticipationStatus),
    (is_completed, counts): (bool, bool),
    tests: Option<(Dec, Dec)>,
    trace: &mut Trace,
) {
    let figure = |column| Figure::new(TABLE, number, column);
    let is_of_month = number & OF_MONTH != 0;
    trace.uses(figure("invited"), origin, 1);
    if is_completed {
        trace.uses(figure("completed"), origin, 1);
        match row.jp {
            Some(jp) => trace.uses(figure("jp_total"), origin, jp.0),
            None => trace.omits(figure("jp_total"), origin, Omission::NoJp),
        }
    }
    if status == ParticipationStatus::Absent {
        trace.uses(figure("absent"), origin, 1);
        let absences = Figure::new("absences", number, REASON_COLUMNS[reason(row)]);
        trace.uses(absences, origin, 1);
    } else if status != ParticipationStatus::Completed {
        trace.uses(figure("other"), origin, 1);
    }
    if if is_of_month {
        is_completed
    } else {
        status.took_part()
    } {
        trace.uses(figure("asked"), origin, 1);
    }
    match tests.filter(|_| counts) {
        Some((pre, post)) => {
            trace.uses(figure("pairs"), origin, 1);
            trace.uses(figure("pre_mean"), origin, pre.0);
            trace.uses(figure("post_mean"), origin, post.0);
        }
        None if counts => trace.omits(figure("pairs"), origin, Omission::NoPair),
        None => {}
    }
}

impl Results {
    /// Takes a row. Pairs of a programme's tests count whoever sat both, not only who completed.
    fn add(&mut self, row: &Participation<'_>, is_completed: bool, tests: Option<(Dec, Dec)>) {
        if is_completed {
            self.completed += 1;
            self.jp += row.jp.map_or(0, |jp| i128::from(jp.0));
        }
        if let Some((pre, post)) = tests {
            self.pre.add(pre.0);
            self.post.add(post.0);
        }
    }

    /// The normalised gain of the class; `None` without pairs or when the class was at the maximum before.
    pub fn gain(&self, max: Dec, min_pairs: i64) -> Option<Ratio> {
        if i128::from(self.pre.n) < i128::from(min_pairs) {
            return None;
        }
        let (pre, post) = (self.pre.decimal()?, self.post.decimal()?);
        post.minus(pre)?.over(Ratio::from(max).minus(pre)?)
    }
}

/// How a participation stood on a day: a completion that came later was a place still open.
pub fn status_on(row: &Participation<'_>, as_of: Day) -> ParticipationStatus {
    match row.status {
        ParticipationStatus::Completed if row.completed.is_some_and(|day| day > as_of) => {
            ParticipationStatus::Attending
        }
        status => status,
    }
}

/// The post-test of a row as known on a day: that of somebody who completed later was not written yet.
pub fn post_on(row: &Participation<'_>, as_of: Day) -> Option<Dec> {
    row.post.filter(|_| row.completed.is_none_or(|day| day <= as_of))
}

/// What the rows of one programme come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody on the list.
    pub invited: u64,
    /// Absent, by reason in the order of [`AbsenceReason::ALL`]; the last is without a reason.
    pub absent: [u64; 7],
    /// By status in the order of [`ParticipationStatus::ALL`].
    pub by_status: [u64; 8],
    /// Who sat through it, and so was asked about it.
    pub took_part: u64,
    /// Over the whole programme, as of the period's end.
    pub all: Results,
    /// Over those who completed in the month: what counts for a self-paced programme.
    pub in_month: Results,
    /// Whether somebody completed before the month.
    pub has_earlier: bool,
}

impl Tally {
    /// Takes a row of the programme with number `number`.
    pub fn row(
        &mut self,
        row: &Participation<'_>,
        origin: Origin,
        number: u64,
        month: Month,
        trace: &mut Trace,
    ) {
        let as_of = month.last();
        let completed = completed_by(row, as_of);
        let status = status_on(row, as_of);
        let in_month = completed.is_some_and(|day| day.month() == month);
        let is_completed = status == ParticipationStatus::Completed;
        self.invited += 1;
        self.by_status[status as usize] += 1;
        if status.took_part() {
            self.took_part += 1;
            trace.uses(Figure::new("unevaluated", number, "took_part"), origin, 1);
        }
        if status == ParticipationStatus::Absent {
            self.absent[reason(row)] += 1;
        }
        self.has_earlier |= completed.is_some_and(|day| day < month.first());
        let tests = row.pre.zip(post_on(row, as_of));
        self.all.add(row, is_completed, tests);
        self.in_month.add(row, in_month, tests.filter(|_| in_month));
        // Which rows count depends on the mode, which only the document tells: so both are told, each under a number
        // of its own.
        let counted = (is_completed, true);
        tell(row, origin, (number, status), counted, tests, trace);
        let counted = (in_month, in_month);
        tell(row, origin, (number | OF_MONTH, status), counted, tests, trace);
    }

    /// How many were absent, for whatever reason.
    pub fn absent(&self) -> u64 {
        self.absent.iter().sum()
    }

    /// Whether somebody's participation may still change.
    pub fn is_open(&self) -> bool {
        ParticipationStatus::ALL
            .iter()
            .any(|status| status.is_open() && self.by_status[*status as usize] > 0)
    }

    /// Whether the programme may have ended in the month, as far as its rows tell: somebody completed in it,
    /// somebody's place is still open, or nobody completed before it. Only then its document is opened.
    pub fn may_end_in_month(&self) -> bool {
        self.in_month.completed > 0 || self.is_open() || !self.has_earlier
    }
}

/// A programme of the month.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its id.
    pub id: String,
    /// Its number in the traces of its rows.
    pub number: u64,
    /// Its document.
    pub training: Training,
    /// Its rows.
    pub tally: Tally,
    /// The answers about it, by number of the form.
    pub feedback: Vec<Feedback>,
    /// What may be told of its feedback.
    pub guard: Guard,
}

impl Programme {
    /// Whether a document makes a programme of the month: it ended in it and was not cancelled, or it is self-paced
    /// and somebody completed it in the month.
    pub fn is_of_month(training: &Training, tally: Option<&Tally>, month: Month) -> bool {
        match (training.status.value, training.mode) {
            (TrainingStatus::Cancelled, _) => false,
            (_, Mode::SelfPaced) => tally.is_some_and(|tally| tally.in_month.completed > 0),
            _ => training.end.value.month() == month,
        }
    }

    /// The number under which its figures are traced: of a self-paced programme those of the month.
    pub fn figure(&self) -> u64 {
        match self.training.mode {
            Mode::SelfPaced => self.number | OF_MONTH,
            _ => self.number,
        }
    }

    /// Tells what of its figures stands in its document.
    pub fn tell(&self, trace: &mut Trace) {
        let figure = |column| Figure::new(TABLE, self.figure(), column);
        let jp = &self.training.jp;
        trace.uses(figure("jp"), jp.origin, jp.value.0);
        trace.uses(
            figure("max_score"),
            self.training.origin,
            self.training.max_score().0,
        );
    }

    /// The results that count: of a self-paced programme the month's.
    pub fn results(&self) -> &Results {
        match self.training.mode {
            Mode::SelfPaced => &self.tally.in_month,
            _ => &self.tally.all,
        }
    }

    /// How many people answered, over all forms.
    pub fn responses(&self) -> u64 {
        self.feedback.iter().map(Feedback::responses).sum()
    }

    /// How many neither completed it nor were absent.
    pub fn others(&self) -> u64 {
        self.tally.invited - self.tally.absent() - self.tally.all.completed
    }

    /// The forms that anybody answered, with their numbers and the answers.
    pub fn answered<'p>(
        &'p self,
        forms: &'p [Form],
    ) -> impl Iterator<Item = (usize, &'p Form, &'p Feedback)> + Clone {
        let each = forms.iter().zip(&self.feedback).enumerate();
        each.map(|(number, (form, feedback))| (number, form, feedback))
            .filter(|(_, _, feedback)| feedback.responses() > 0)
    }

    /// The mean satisfaction, of the forms that were answered.
    pub fn satisfaction(&self, forms: &[Form]) -> Disclosure {
        let answered = self.answered(forms);
        let (mean, _) = satisfaction(answered.map(|(_, form, feedback)| (form, feedback)));
        self.guard.open(mean)
    }

    /// Whether there are answers about it that are withheld, because they would tell who answered.
    pub fn is_withheld(&self) -> bool {
        self.guard.hides(self.responses())
    }

    /// How many could have answered.
    pub fn asked(&self) -> u64 {
        match self.training.mode {
            Mode::SelfPaced => self.tally.in_month.completed,
            _ => self.tally.took_part,
        }
    }
}

/// Decides whose feedback is withheld: programmes that fewer people answered about than the form's least group, and
/// where that is exactly one, the next smallest too.
pub fn withhold(programmes: &mut [Programme], forms: &[Form]) {
    let guard = strictest(forms);
    let sizes: Vec<u64> = programmes.iter().map(Programme::responses).collect();
    for (programme, guard) in programmes.iter_mut().zip(guard.apart(&sizes)) {
        programme.guard = guard;
    }
}

/// A programme that is still to come or still running after the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub start: Day,
    /// Its last day.
    pub end: Day,
    /// Confirmed places.
    pub places: u64,
}
