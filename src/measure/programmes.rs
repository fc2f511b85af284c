//! Programmes of a period: who came, what they learned, what they thought of it.
//!
//! Source of the gain: the rule `gain`: of the class, over paired records,
//! (mean post − mean pre) / (maximum − mean pre).

use super::feedback::{Feedback, Form, satisfaction, strictest};
use super::hours::completed_by;
use super::judged::{Disclosure, Guard};
use super::sheet::{SheetEntry, SheetName, sheet};
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Mode, ParticipationStatus, TrainingStatus};
use crate::records::number::{Dec, Ratio};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Period};
use crate::records::training::Training;

sheet! {
    /// What the rows of a programme come to; JP and scores in 1/10,000. Pairs of tests count whoever sat both, not only
    /// who completed.
    pub Results of ResultColumn: "programmes" {
        invited: part();
        completed: part();
        absent: part();
        other: part();
        asked: part();
        jp_total: sums();
        jp_unknown: part();
        pairs: part();
        pre_mean: over("pre_mean", "pairs", 2);
        post_mean: over("post_mean", "pairs", 2);
    }
}
use ResultColumn as Of;

/// Marks the number of a programme of which only what was completed in the period counts.
pub const OF_PERIOD: u64 = 1 << 47;

/// The columns of absences by reason, in the order of [`AbsenceReason::ALL`]; the last is without a reason.
#[rustfmt::skip]
pub const REASON_COLUMNS: [&str; 8] = ["duty", "sick", "leave", "permission", "declined", "no_word", "replaced", "unknown"];

/// The number of a row's reason of absence among those columns.
fn reason(row: &Participation<'_>) -> usize {
    row.reason
        .map_or(AbsenceReason::ALL.len(), |reason| reason as usize)
}

/// In which results of its programme a row counts.
#[derive(Clone, Copy)]
struct Counting {
    status: ParticipationStatus,
    is_completed: bool,
    is_asked: bool,
    is_tested: bool,
}

/// Takes a row into results.
fn take<const N: usize>(
    row: &Participation<'_>,
    counting: Counting,
    tests: Option<(Dec, Dec)>,
    mut entry: SheetEntry<'_, Of, N>,
) {
    entry.adds(Of::invited, 1);
    if counting.is_completed {
        entry.adds(Of::completed, 1);
        match row.jp {
            Some(jp) => entry.adds(Of::jp_total, jp.0),
            None => {
                entry.adds(Of::jp_unknown, 1);
                entry.leaves(Of::jp_total, Omission::NoJp);
            }
        }
    }
    match counting.status {
        ParticipationStatus::Absent => entry.adds(Of::absent, 1),
        ParticipationStatus::Completed => {}
        _ => entry.adds(Of::other, 1),
    }
    if counting.is_asked {
        entry.adds(Of::asked, 1);
    }
    match tests.filter(|_| counting.is_tested) {
        Some((pre, post)) => {
            entry.adds(Of::pairs, 1);
            entry.adds(Of::pre_mean, pre.0);
            entry.adds(Of::post_mean, post.0);
        }
        None if counting.is_tested => entry.leaves(Of::pairs, Omission::NoPair),
        None => {}
    }
}

impl Results {
    /// The normalised gain of the class; `None` without pairs or when the class was at the maximum before.
    pub fn gain(&self, max: Dec, min_pairs: i64) -> Option<Ratio> {
        if self.of(Of::pairs) < min_pairs {
            return None;
        }
        let (pre, post) = (self.figure(Of::pre_mean)?, self.figure(Of::post_mean)?);
        post.minus(pre)?.over(Ratio::from(max).minus(pre)?)
    }
}

/// How a participation stood on a day: a completion that came later was a place still open, as any other end is.
pub fn status_on(row: &Participation<'_>, as_of: Day) -> ParticipationStatus {
    match row.status {
        ParticipationStatus::Completed if row.completed.is_some_and(|day| day > as_of) => row.place_on(as_of),
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
    /// Absent, by reason in the order of [`AbsenceReason::ALL`]; the last is without a reason.
    pub absent: [u64; REASON_COLUMNS.len()],
    /// By status in the order of [`ParticipationStatus::ALL`].
    pub by_status: [u64; 8],
    /// Over the whole programme, as of the period's end.
    pub all: Results,
    /// Over those who completed in the period: what counts for a self-paced programme.
    pub in_period: Results,
    /// Whether somebody completed before the period.
    pub has_earlier: bool,
    /// Whether anybody's result came in the period: a completion, or a place that ended without one.
    pub has_result: bool,
    /// The highest score of a test, whoever has it.
    pub highest: Option<Dec>,
}

impl Tally {
    /// Takes a row of the programme with number `number`.
    pub fn row(
        &mut self,
        row: &Participation<'_>,
        origin: Origin,
        number: u64,
        period: Period,
        trace: &mut Trace,
    ) {
        let as_of = period.last_day();
        let completed = completed_by(row, as_of);
        let status = status_on(row, as_of);
        let in_period = completed.is_some_and(|day| day >= period.first_day());
        self.by_status[status as usize] += 1;
        self.has_earlier |= completed.is_some() && !in_period;
        self.has_result |= in_period || row.ended.is_some_and(|day| period.holds(day));
        self.highest = self.highest.max(row.pre).max(row.post);
        if status.took_part() {
            trace.uses(Figure::new("unevaluated", number, "took_part"), origin, 1);
        }
        // Which rows count depends on the mode, which only the document tells: so both are told, each under a number
        // of its own.
        let all = Counting {
            status,
            is_completed: status == ParticipationStatus::Completed,
            is_asked: status.took_part(),
            is_tested: true,
        };
        let own = Counting {
            status,
            is_completed: in_period,
            is_asked: in_period,
            is_tested: in_period,
        };
        let (tests, source) = (row.pre.zip(post_on(row, as_of)), origin);
        take(row, all, tests, self.all.entry(number, source, trace));
        take(
            row,
            own,
            tests,
            self.in_period.entry(number | OF_PERIOD, source, trace),
        );
        if status == ParticipationStatus::Absent {
            self.absent[reason(row)] += 1;
            for number in [number, number | OF_PERIOD] {
                let absences = Figure::new("absences", number, REASON_COLUMNS[reason(row)]);
                trace.uses(absences, origin, 1);
            }
        }
    }

    /// Everybody on the list.
    pub fn invited(&self) -> u64 {
        self.all.count(Of::invited)
    }

    /// Who sat through it, and so was asked about it.
    pub fn took_part(&self) -> u64 {
        self.all.count(Of::asked)
    }

    /// Everybody on the list who was not absent and did not leave.
    pub fn in_it(&self) -> u64 {
        let by_status = ParticipationStatus::ALL.iter().zip(self.by_status);
        let held = by_status.filter(|(status, _)| status.is_open() || status.took_part());
        held.map(|(_, count)| count).sum()
    }

    /// Whether somebody's participation may still change.
    pub fn is_open(&self) -> bool {
        ParticipationStatus::ALL
            .iter()
            .any(|status| status.is_open() && self.by_status[*status as usize] > 0)
    }

    /// Whether the programme may have ended in the period, as far as its rows tell: somebody completed in it,
    /// somebody's place is still open, or nobody completed before it. Only then its document is opened.
    pub fn may_end_in_period(&self) -> bool {
        self.in_period.of(Of::completed) > 0 || self.is_open() || !self.has_earlier
    }
}

/// A programme of the period.
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
    /// Whether a document makes a programme of the period: it ended in it and was not cancelled, or it is self-paced
    /// and somebody completed it in the period.
    pub fn is_of(training: &Training, tally: &Tally, period: Period) -> bool {
        match (training.status.value, training.mode) {
            (TrainingStatus::Cancelled, _) => false,
            (_, Mode::SelfPaced) => tally.in_period.of(Of::completed) > 0,
            _ => period.holds(training.end.value),
        }
    }

    /// Whether it ended before a period, and results of it came on record then: it is no programme of that period.
    pub fn is_settled_in(&self, period: Period) -> bool {
        let (training, has_result) = (&self.training, self.tally.has_result);
        let counts = training.status.value != TrainingStatus::Cancelled && training.mode != Mode::SelfPaced;
        counts && has_result && training.end.value < period.first_day()
    }

    /// Whether it is on record who came: it is closed, or self-paced, which is so for each who completed it.
    pub fn is_closed(&self) -> bool {
        self.training.mode == Mode::SelfPaced || self.training.is_closed(self.tally.is_open())
    }

    /// The number under which its figures are traced: of a self-paced programme those of the period.
    pub fn figure(&self) -> u64 {
        match self.training.mode {
            Mode::SelfPaced => self.number | OF_PERIOD,
            _ => self.number,
        }
    }

    /// Tells what of its figures stands in its document.
    pub fn tell(&self, trace: &mut Trace) {
        let figure = |column| Figure::new(ResultColumn::SHEET.id, self.figure(), column);
        let (origin, max) = (self.training.origin, self.training.max_score().0);
        trace.uses(figure("programmes"), origin, 1);
        let jp = &self.training.jp;
        trace.uses(figure("jp"), jp.origin, jp.value.0);
        trace.uses(figure("max_score"), origin, max);
    }

    /// The results that count: of a self-paced programme the period's.
    pub fn results(&self) -> &Results {
        match self.training.mode {
            Mode::SelfPaced => &self.tally.in_period,
            _ => &self.tally.all,
        }
    }

    /// How many answers there are, over all forms.
    pub fn responses(&self) -> u64 {
        self.feedback.iter().map(Feedback::responses).sum()
    }

    /// How many people answered at least: who answered one form may have answered the others too.
    fn people(&self) -> u64 {
        let each = self.feedback.iter().map(Feedback::told);
        each.max().unwrap_or(0)
    }

    /// Whether its response rate is known: no more answered than were asked, and all to one form.
    pub fn has_rate(&self) -> bool {
        let asked = self.feedback.iter().filter(|form| form.responses() > 0);
        asked.count() < 2 && self.responses() <= self.asked()
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
        match self.is_withheld() {
            true => Disclosure::Withheld,
            false => self.guard.open(mean),
        }
    }

    /// Whether there are answers about it that are withheld, because they would tell who answered.
    pub fn is_withheld(&self) -> bool {
        self.guard.hides(self.people())
    }

    /// How many could have answered.
    pub fn asked(&self) -> u64 {
        self.results().count(Of::asked)
    }
}

/// The results of some programmes together.
pub fn together<'p>(programmes: impl IntoIterator<Item = &'p Programme>) -> Results {
    let mut all = Results::default();
    for programme in programmes {
        all.merge(programme.results());
    }
    all
}

/// Decides whose feedback is withheld: programmes that fewer people answered about than the form's least group, and
/// where that is exactly one, the next smallest too.
pub fn withhold(programmes: &mut [Programme], forms: &[Form]) {
    let guard = strictest(forms);
    for programme in programmes.iter_mut() {
        let participants = programme.tally.took_part();
        let feedback = programme.feedback.iter_mut().filter(|_| participants > 0);
        feedback.for_each(|own| own.at_most(participants));
    }
    let sizes: Vec<u64> = programmes.iter().map(Programme::people).collect();
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
    /// Confirmed places; of one that has begun, how many are in it.
    pub places: u64,
}

#[cfg(test)]
mod tests;
