//! What people do differently at work: alumni and supervisors answer the same items before and after.
//!
//! Source: the questionnaires about a programme that alumni or supervisors answer; the rule `feedback` (bands, least
//! response rate). The two are shown apart, then together. Nobody's answers are copied, and a missing answer is
//! missing, never zero. *Together* is the mean over all answers of both, so that no answer weighs more than another.

use super::Mean;
use super::feedback::Form;
use super::trace::{Figure, Trace, part};
use crate::diagnostic::Origin;
use crate::records::code::{Role, Wave};
use crate::records::number::Ratio;
use crate::records::time::Month;
use std::collections::BTreeSet;

/// The roles that answer, in the order of a report.
pub const ROLES: [Role; 2] = [Role::Alumni, Role::Supervisor];

/// The waves, in their order.
pub const WAVES: [Wave; 2] = [Wave::Before, Wave::After];

/// The answers of one role in one wave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Who answered, by number; each counts once.
    pub raters: BTreeSet<u32>,
    /// By item of the form.
    pub items: Vec<Mean>,
}

impl Answered {
    /// The mean of all items.
    pub fn mean(&self) -> Mean {
        let mut all = Mean::default();
        self.items.iter().for_each(|mean| all.merge(*mean));
        all
    }

    /// The mean of one item.
    pub fn item(&self, number: usize) -> Mean {
        self.items.get(number).copied().unwrap_or_default()
    }
}

/// The answers about one programme to one questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behaviour {
    /// By role in the order of [`ROLES`], then by wave in that of [`WAVES`].
    pub answers: [[Answered; 2]; 2],
    /// How many could answer, by role: people who completed, and their direct supervisors on the last day.
    pub asked: [u64; 2],
}

/// One answer: who, in which role and wave, and the scores by item.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The number of who answers.
    pub rater: u32,
    /// In which role.
    pub role: Role,
    /// In which wave.
    pub wave: Wave,
    /// By item of the form; `None` not answered.
    pub scores: &'a [Option<i64>],
    /// Where it stands.
    pub origin: Origin,
}

/// The columns of a wave: how many answered, the mean, and by role the means of items.
const COLUMNS: [(&str, &str, [&str; 2]); 2] = [
    ("before_n", "before", ["alumni_before", "supervisor_before"]),
    ("after_n", "after", ["alumni_after", "supervisor_after"]),
];

/// The number of the line of both roles together.
pub const TOGETHER: usize = ROLES.len();

/// The wave of an answer: as written, else before when it was given before the month of the programme's end.
pub fn wave(written: Option<Wave>, answered: Month, end: Month) -> Wave {
    written.unwrap_or(match answered < end {
        true => Wave::Before,
        false => Wave::After,
    })
}

impl Behaviour {
    /// Takes an answer; one in another role does not count.
    /// `number` is that of the questionnaire in traces.
    pub fn add(&mut self, number: u64, form: &Form, answer: Answer<'_>, trace: &mut Trace) {
        let Some(role) = ROLES.iter().position(|role| *role == answer.role) else {
            return;
        };
        let into = &mut self.answers[role][answer.wave as usize];
        let (n, mean_column, items) = COLUMNS[answer.wave as usize];
        let lines = [role, TOGETHER].map(|line| part(number, line));
        if into.raters.insert(answer.rater) {
            for line in lines {
                trace.counts(Figure::new("behaviour", line, n), answer.rater, 1);
            }
        }
        into.items.resize(form.items.len(), Mean::default());
        let scored = into.items.iter_mut().zip(&form.items).zip(answer.scores);
        for (place, ((mean, item), score)) in scored.enumerate() {
            let Some(score) = score else { continue };
            let turned = match item.is_lower_better {
                true => item.low + item.high - score,
                false => *score,
            };
            mean.add(turned);
            let of_item = Figure::new("behaviour_items", part(number, place), items[role]);
            trace.uses(of_item, answer.origin, turned);
            for line in lines {
                trace.uses(Figure::new("behaviour", line, mean_column), answer.origin, turned);
            }
        }
    }

    /// Whether anybody answered.
    pub fn is_empty(&self) -> bool {
        self.answers.iter().flatten().all(|part| part.raters.is_empty())
    }

    /// The mean of both roles together in a wave.
    pub fn together(&self, wave: usize) -> Mean {
        let mut all = Mean::default();
        for role in &self.answers {
            all.merge(role[wave].mean());
        }
        all
    }

    /// How many answered in a wave, of both roles.
    pub fn raters(&self, wave: usize) -> u64 {
        self.answers
            .iter()
            .map(|role| role[wave].raters.len() as u64)
            .sum()
    }
}

/// From before to after; `None` where either is missing.
pub fn difference(before: Mean, after: Mean) -> Option<Ratio> {
    after.ratio()?.minus(before.ratio()?)
}

#[cfg(test)]
mod tests {
    use super::super::feedback::ScaleItem;
    use super::*;

    fn form() -> Form {
        let item = |is_lower_better| ScaleItem {
            column: 0,
            key: String::new(),
            text: String::new(),
            text_en: String::new(),
            aspect: None,
            low: 1,
            high: 5,
            is_lower_better,
        };
        Form {
            items: vec![item(false), item(true)],
            ..Form::default()
        }
    }

    fn answer(rater: u32, role: Role, wave: Wave, scores: &[Option<i64>]) -> Answer<'_> {
        Answer {
            rater,
            role,
            wave,
            scores,
            origin: Origin::NOWHERE,
        }
    }

    #[test]
    fn apart_and_then_together_without_filling_in() {
        let mut behaviour = Behaviour::default();
        let form = form();
        behaviour.add(
            0,
            &form,
            answer(1, Role::Alumni, Wave::Before, &[Some(2), Some(4)]),
            &mut Trace::silent(),
        );
        behaviour.add(
            0,
            &form,
            answer(1, Role::Alumni, Wave::After, &[Some(4), None]),
            &mut Trace::silent(),
        );
        behaviour.add(
            0,
            &form,
            answer(9, Role::Supervisor, Wave::After, &[Some(3), Some(1)]),
            &mut Trace::silent(),
        );
        behaviour.add(
            0,
            &form,
            answer(9, Role::Public, Wave::After, &[Some(1), Some(1)]),
            &mut Trace::silent(),
        );
        let [alumni, supervisors] = &behaviour.answers;
        // The second item is turned round: 4 of 1..5 is 2.
        assert_eq!(alumni[0].mean(), Mean { sum: 4, n: 2 });
        assert_eq!(alumni[1].mean(), Mean { sum: 4, n: 1 });
        assert_eq!(supervisors[1].mean(), Mean { sum: 8, n: 2 });
        assert_eq!(behaviour.together(1), Mean { sum: 12, n: 3 });
        // The supervisors said nothing before: no change of theirs.
        assert_eq!(difference(supervisors[0].mean(), supervisors[1].mean()), None);
        assert_eq!(behaviour.raters(1), 2);
    }

    #[test]
    fn a_wave_that_is_not_written_follows_from_the_month() {
        let month = |text| Month::parse(text).unwrap();
        assert_eq!(wave(None, month("2026-03"), month("2026-04")), Wave::Before);
        assert_eq!(wave(None, month("2026-04"), month("2026-04")), Wave::After);
        let written = Some(Wave::Before);
        assert_eq!(wave(written, month("2026-07"), month("2026-04")), Wave::Before);
    }
}
