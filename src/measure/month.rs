//! All figures of a month, as the measures give them: what the monthly report and the brief are built from.

use super::actions::Actions;
use super::certificates::CertificateFigures;
use super::complaints::ComplaintFigures;
use super::completeness::Completeness;
use super::fairness::Short;
use super::feedback::Form;
use super::follow_up::FollowUpFigures;
use super::forum::ForumFigures;
use super::hours::{HoursFigures, PersonHours};
use super::impact::ProgrammeImpact;
use super::mentoring::MentoringFigures;
use super::plan::PlanFigures;
use super::predicates::PredicateFigures;
use super::programmes::{Ahead, Programme};
use super::satisfaction::Satisfaction;
use crate::records::people::{People, Units};
use crate::records::time::{Day, Month, Period};
use std::collections::HashMap;

/// The figures of a month.
#[derive(Debug)]
pub struct MonthFigures {
    /// The month.
    pub month: Month,
    /// The units.
    pub units: Units,
    /// The people.
    pub people: People,
    /// JP by unit.
    pub hours: HoursFigures,
    /// JP of those below the floor and of those over their ceiling, by number.
    pub person_hours: HashMap<u32, PersonHours>,
    /// The first day of the contract year by person, for those over their ceiling.
    pub contract_years: HashMap<u32, Day>,
    /// The period whose evaluation is owed.
    pub owed: Period,
    /// Predicates by unit.
    pub predicates: PredicateFigures,
    /// Predicates at the end of the month before.
    pub predicates_before: PredicateFigures,
    /// Complaints.
    pub complaints: ComplaintFigures,
    /// Complaints of the month before, as known on its last day.
    pub complaints_before: ComplaintFigures,
    /// The public's satisfaction.
    pub satisfaction: Satisfaction,
    /// Mentoring and coaching; `None` when the office keeps no pairs.
    pub mentoring: Option<MentoringFigures>,
    /// Comparisons whose window after the programme ended with the month, by id.
    pub impacts: Vec<ProgrammeImpact>,
    /// Competency certificates; `None` when the office keeps none.
    pub certificates: Option<CertificateFigures>,
    /// What evaluations led to; `None` when the office keeps neither guidance nor awards.
    pub follow_ups: Option<FollowUpFigures>,
    /// Follow-up actions from any source.
    pub actions: Actions,
    /// What is open about participation, of the months that long programmes are looked for.
    pub open: Short,
    /// The forms by which participants gave feedback.
    pub forms: Vec<Form>,
    /// The programmes of the month, by id.
    pub programmes: Vec<Programme>,
    /// What comes in the next month, by first day.
    pub ahead: Vec<Ahead>,
    /// Programmes that ended before the period's end and are not closed, by id and title.
    pub unclosed: Vec<(String, String, Day)>,
    /// Contracts that end in the next month, with their last day.
    pub contracts_ending: Vec<(u32, Day)>,
    /// The plan of the year against what was done; `None` when there is no plan.
    pub plan: Option<PlanFigures>,
    /// Forums and consultations of the last twelve months.
    pub forums: ForumFigures,
    /// How complete the records are.
    pub completeness: Completeness,
}
