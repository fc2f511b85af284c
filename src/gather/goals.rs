//! What the records tell of the goals of a plan: the figures that stand in the reports of the month.

use super::people::load_calendar;
use super::reading::Reading;
use super::{complaints, fairness, forum, mentoring, month, plan};
use crate::measure::complaints::{ComplaintColumn, Complaints, UnitComplaints};
use crate::measure::fairness::OverviewColumn;
use crate::measure::forum::MONTHS;
use crate::measure::hours::HoursColumn;
use crate::measure::month::MonthFigures;
use crate::measure::plan::{GoalFigures, PlanReport, Reached};
use crate::measure::trace::Trace;
use crate::records::code::GoalMeasure;
use crate::records::number::{ONE, Ratio};
use crate::records::people::Roster;
use crate::records::time::Period;

/// Gathers the report about the plan of the period's year, with what the records tell of its goals.
pub fn report(reading: &mut Reading<'_>) -> Option<PlanReport> {
    let mut report = plan::report(reading)?;
    if let Some(plan) = &mut report.plan {
        count(reading, &mut plan.goals);
    }
    Some(report)
}

/// Counts what the goals are measured by, where the records tell it.
fn count(reading: &mut Reading<'_>, goals: &mut [GoalFigures]) {
    // The rows behind these figures are told where they stand.
    let mut beside = Reading::new(reading.archive, Trace::silent());
    let mut known = None;
    for goal in goals {
        goal.counted = goal
            .measure()
            .and_then(|measure| counted(measure, &mut beside, &mut known));
    }
    reading.findings.append(beside.findings);
}

/// One figure; what is known of the month is read when the first asks.
fn counted(
    measure: GoalMeasure,
    reading: &mut Reading<'_>,
    known: &mut Option<MonthFigures>,
) -> Option<Reached> {
    use GoalMeasure::*;
    let share = |(part, of)| Reached::Share(part, of);
    match measure {
        NeverTrained => never_trained(reading).map(share),
        ComplaintsResolved => {
            of_year(reading, [ComplaintColumn::resolved, ComplaintColumn::resolvable]).map(share)
        }
        ComplaintsOnTime => of_year(reading, [ComplaintColumn::on_time, ComplaintColumn::timed]).map(share),
        DaysUntilAlone => days_until_alone(reading),
        ForumsHeld => Some(forums(reading)),
        JpPerPns | PnsBelowJp | PnsWithJp | EvaluationsMissing | Satisfaction => {
            if known.is_none() {
                *known = month::month(reading);
            }
            of_month(measure, reading, known.as_ref()?)
        }
    }
}

/// What the reports of the month tell.
fn of_month(measure: GoalMeasure, reading: &Reading<'_>, figures: &MonthFigures) -> Option<Reached> {
    let hours = &figures.hours.total;
    let count = |column: HoursColumn| hours.count(column);
    let is_told = reading.tells_from(Period::year(reading.month()).first_day());
    match measure {
        GoalMeasure::JpPerPns => {
            let sum = i128::from(hours.of(HoursColumn::pns_jp));
            let mean = Ratio::new(sum, i128::from(count(HoursColumn::pns)) * i128::from(ONE));
            mean.filter(|_| is_told).map(|mean| Reached::Mean(mean, 1))
        }
        GoalMeasure::PnsBelowJp | GoalMeasure::PnsWithJp => {
            hours.figure(HoursColumn::under_floor)?;
            // Where the records begin later in the year, those of whom it is known are those who have it.
            if !is_told {
                return None;
            }
            let (below, of) = (count(HoursColumn::under_floor), count(HoursColumn::floor_judged));
            let part = match measure {
                GoalMeasure::PnsBelowJp => below,
                _ => of - below,
            };
            Some(Reached::Share(part, of))
        }
        GoalMeasure::EvaluationsMissing => {
            let total = &figures.predicates.total;
            Some(Reached::Share(total.known_missing()?, total.owing()))
        }
        _ => {
            let rule = &reading.archive.office.rules.satisfaction;
            let index = figures.satisfaction.total().index(rule.on(reading.as_of())?);
            Some(Reached::Told(index))
        }
    }
}

/// Who completed nothing in the twelve months, of those of whom it is known.
fn never_trained(reading: &mut Reading<'_>) -> Option<(u64, u64)> {
    let overview = fairness::fairness(reading)?.fairness.overview;
    overview.figure(OverviewColumn::never)?;
    let [never, judged] =
        [OverviewColumn::never, OverviewColumn::judged].map(|column| overview.count(column));
    Some((never, judged))
}

/// Two counts of the complaints received in the year, as known on the last day; `None` where the records begin later.
fn of_year(reading: &mut Reading<'_>, columns: [ComplaintColumn; 2]) -> Option<(u64, u64)> {
    let year = Period::year(reading.month());
    if !reading.tells_from(year.first_day()) {
        return None;
    }
    let (archive, Roster { people, units }) = (reading.archive, reading.roster());
    let so_far = Period::between(year.first_month(), reading.month())?;
    let (first, last) = (year.first_day(), so_far.last_day());
    let findings = &mut reading.findings;
    let calendar = load_calendar(
        archive.directory,
        &archive.office.settings,
        (first, last),
        last,
        findings,
    );
    let rules = &archive.office.rules.complaints;
    let mut measure = Complaints::new(rules, &calendar, so_far, units.len(), last);
    for received in so_far.all_months() {
        complaints::read(archive, (people, units), received, findings, |course| {
            measure.add(course, &mut Trace::silent());
        });
    }
    let total: UnitComplaints = measure.figures().total;
    let [part, of] = columns.map(|column| total.count(column));
    (of > 0).then_some((part, of))
}

/// The mean over the newcomers who work alone.
fn days_until_alone(reading: &mut Reading<'_>) -> Option<Reached> {
    let newcomers = mentoring::of_month(reading)?.newcomers;
    let days = newcomers.iter().filter_map(|one| one.days_until_alone);
    let days: Vec<i128> = days.map(i128::from).collect();
    let mean = Ratio::new(days.iter().sum(), days.len() as i128)?;
    Some(Reached::Mean(mean, 0))
}

/// How many forums and consultations were held in the year.
fn forums(reading: &mut Reading<'_>) -> Reached {
    let (directory, year) = (reading.archive.directory, Period::year(reading.month()));
    let (as_of, window) = (reading.as_of(), Period::month(reading.month()).look_back(MONTHS));
    let figures = forum::figures(directory, window, &mut reading.findings, &mut Trace::silent());
    let held = figures.held.iter().map(|one| one.forum.date.value);
    let held = held.filter(|day| year.holds(*day) && *day <= as_of);
    Reached::Count(held.count() as u64)
}
