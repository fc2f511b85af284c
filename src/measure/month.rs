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
use super::movement::MovementFigures;
use super::plan::PlanFigures;
use super::predicates::PredicateFigures;
use super::programmes::{Ahead, Programme};
use super::satisfaction::Satisfaction;
use super::unrolled::Unrolled;
use crate::records::closing::Correction;
use crate::records::time::{Day, Month, Period};
use crate::rules::{self, Enactment, Rules};
use std::collections::HashMap;

/// Declares the rules that the figures of a month follow.
macro_rules! month_rules {
    ($($rule:ident: $edition:path),+ $(,)?) => {
        /// The editions of rules that the figures of a month follow.
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)]
        pub struct MonthRules<'r> { $(pub $rule: &'r $edition),+ }

        impl<'r> MonthRules<'r> {
            /// The editions in force on a day. Where a rule has none there are none; `missing` is told each such rule.
            pub fn on(rules: &'r Rules, day: Day, mut missing: impl FnMut(&'static str)) -> Option<MonthRules<'r>> {
                $(
                    let $rule = rules.$rule.on(day);
                    if rules.$rule.lacks(day) {
                        missing(<$edition as Enactment>::RULE);
                    }
                )+
                Some(MonthRules { $($rule: $rule?),+ })
            }
        }
    };
}

month_rules! {
    hours: rules::Hours,
    predicate: rules::PredicateRule,
    evaluation: rules::EvaluationRhythm,
    satisfaction: rules::Satisfaction,
    gain: rules::Gain,
    complaints: rules::Complaints,
    feedback: rules::Feedback,
    privacy: rules::Privacy,
    look_back: rules::LookBack,
}

/// The figures of a month.
#[derive(Debug)]
pub struct MonthFigures {
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
    /// What happened to complaints in the month, whenever they were received.
    pub movement: MovementFigures,
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
    /// Those that ended before the month and whose results came on record in it, by id.
    pub settled: Vec<Programme>,
    /// What comes in the next month, by first day.
    pub ahead: Vec<Ahead>,
    /// Programmes that ended before the period's end and are not closed, by id and title.
    pub unclosed: Vec<(String, String, Day)>,
    /// Programmes that have begun and have nobody on record.
    pub unrolled: Vec<Unrolled>,
    /// Whose contract ends in the next month and is followed by none, with its last day.
    pub contracts_ending: Vec<(u32, Day)>,
    /// The plan of the year against what was done; `None` when there is no plan.
    pub plan: Option<PlanFigures>,
    /// Forums and consultations of the last twelve months.
    pub forums: ForumFigures,
    /// What was corrected in the month about months that are closed.
    pub corrections: Vec<Correction>,
    /// The closed months whose figures somebody changed by hand.
    pub broken_closings: Vec<Month>,
    /// How complete the records are.
    pub completeness: Completeness,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_names_the_rules_of_the_month() {
        let mut asked = Vec::new();
        let none = Rules::default();
        let made = MonthRules::on(&none, Day::FIRST, |rule| asked.push(rule));
        assert!(made.is_none());
        assert_eq!(asked, rules::MONTHLY);
    }
}
