//! What people do differently at work: alumni and supervisors answer the same items before and after.
//!
//! Source: the questionnaires about a programme that alumni or supervisors answer; the rule `feedback` (bands, least
//! response rate). The two are shown apart, then together. Nobody's answers are copied, and a missing answer is
//! missing, never zero. *Together* is the mean over all answers of both, so that no answer weighs more than another.

use super::feedback::{Form, turned};
use super::judged::{Judged, Poll};
use super::trace::{Figure, Trace, part};
use crate::diagnostic::Origin;
use crate::records::code::{Role, Wave};
use crate::records::time::Month;
use std::collections::BTreeSet;

/// The roles that answer, in the order of a report.
pub const ROLES: [Role; 2] = [Role::Alumni, Role::Supervisor];

/// The waves, in their order.
pub const WAVES: [Wave; 2] = [Wave::Before, Wave::After];

/// The answers of one role in one wave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Who answered, by number; each counts once, who said nothing not at all.
    raters: BTreeSet<u32>,
    /// Over all items.
    all: Poll,
    /// By item of the form.
    items: Vec<Poll>,
}

impl Answered {
    /// The mean of one item, by its number in the form: of as many as answered it.
    pub fn item(&self, number: usize) -> Judged {
        self.items.get(number).copied().unwrap_or_default().judged()
    }
}

/// The answers about one programme to one questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behaviour {
    /// By role in the order of [`ROLES`], then by wave in that of [`WAVES`].
    pub answers: [[Answered; 2]; 2],
    /// How many could answer, by role: people who completed, and their direct supervisors on the last day.
    pub asked: [u64; 2],
    /// What was written, each with the place of its role in [`ROLES`].
    pub comments: Vec<(usize, String)>,
}

/// One answer: who, in which role and wave, and the scores by item.
#[derive(Clone, Copy, Debug)]
pub struct Assessment<'a> {
    /// The number of who answers.
    pub rater: u32,
    /// In which role.
    pub role: Role,
    /// In which wave.
    pub wave: Wave,
    /// By item of the form; `None` not answered.
    pub scores: &'a [Option<i64>],
    /// What was written in words; each may be empty.
    pub words: &'a [&'a str],
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
    pub fn add(&mut self, number: u64, form: &Form, answer: Assessment<'_>, trace: &mut Trace) {
        let Some(role) = ROLES.iter().position(|role| *role == answer.role) else {
            return;
        };
        let words = answer.words.iter().filter(|text| !text.is_empty());
        self.comments.extend(words.map(|text| (role, (*text).to_owned())));
        let into = &mut self.answers[role][answer.wave as usize];
        let (n, mean_column, items) = COLUMNS[answer.wave as usize];
        let lines = [role, TOGETHER].map(|line| part(number, line));
        let turned: Vec<(usize, i64)> = turned(form, answer.scores).collect();
        let values = turned.iter().map(|(_, value)| *value);
        match turned.is_empty() || into.raters.contains(&answer.rater) {
            true => into.all.more(values),
            false => {
                into.raters.insert(answer.rater);
                into.all.person(values);
                for line in lines {
                    trace.counts(Figure::new("behaviour", line, n), answer.rater, 1);
                }
            }
        }
        into.items.resize(form.items.len(), Poll::default());
        for (place, turned) in turned {
            into.items[place].person([turned]);
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

    /// The mean over all items before and after: of a role by its place in [`ROLES`], or of both ([`TOGETHER`]). Means
    /// over several scales mean nothing.
    pub fn means(&self, form: &Form, line: usize) -> [Judged; 2] {
        let roles = self.answers.iter().enumerate();
        let mut sums = [Poll::default(); 2];
        for (_, waves) in roles.filter(|(role, _)| line == TOGETHER || *role == line) {
            for (sum, answered) in sums.iter_mut().zip(waves) {
                sum.merge(answered.all);
            }
        }
        sums.map(|said| said.judged().then(|mean| form.scale().map(|_| mean)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::judged::Guard;
    use super::super::sample::scale_item;
    use super::*;
    use crate::records::number::Ratio;

    fn form() -> Form {
        Form {
            items: vec![scale_item(false), scale_item(true)],
            ..Form::default()
        }
    }

    fn answer(rater: u32, role: Role, wave: Wave, scores: &[Option<i64>]) -> Assessment<'_> {
        Assessment {
            rater,
            role,
            wave,
            scores,
            words: &["", "Lebih ramah."],
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
        // What others write is for other reports.
        let written: Vec<usize> = behaviour.comments.iter().map(|(role, _)| *role).collect();
        assert_eq!(written, [0, 0, 1]);
        let means = [0, 1, TOGETHER].map(|line| behaviour.means(&form, line));
        let judged = |values: &[&[i64]]| {
            let mut said = Poll::default();
            values.iter().for_each(|own| said.person(own.iter().copied()));
            said.judged()
        };
        // The second item is turned round: 4 of 1..5 is 2.
        assert_eq!(means[0], [judged(&[&[2, 2]]), judged(&[&[4]])]);
        // The supervisors said nothing before: no change of theirs.
        assert_eq!(means[1], [Judged::default(), judged(&[&[3, 5]])]);
        assert_eq!(means[TOGETHER], [judged(&[&[2, 2]]), judged(&[&[4], &[3, 5]])]);
        let change = |[before, after]: [Judged; 2]| Guard::OF_NAMED.change(before, after).figure();
        assert_eq!([means[0], means[1]].map(change), [Some(Ratio::int(2)), None]);
    }

    #[test]
    fn means_over_several_scales_mean_nothing() {
        let mut form = form();
        form.items[1].high = 4;
        let mut behaviour = Behaviour::default();
        let scores = [Some(2), Some(4)];
        let answer = answer(1, Role::Alumni, Wave::After, &scores);
        behaviour.add(0, &form, answer, &mut Trace::silent());
        let [_, after] = behaviour.means(&form, TOGETHER);
        assert_eq!(Guard::OF_NAMED.open(after).figure(), None);
        let of_item = behaviour.answers[0][1].item(0);
        assert_eq!(Guard::OF_NAMED.open(of_item).figure(), Some(Ratio::int(2)));
        assert_eq!((of_item.people(), of_item.values()), (1, 1));
    }

    #[test]
    fn a_wave_that_is_not_written_follows_from_the_month() {
        let month = |text| Month::parse(text).unwrap();
        assert_eq!(wave(None, month("2026-03"), month("2026-04")), Wave::Before);
        assert_eq!(wave(None, month("2026-04"), month("2026-04")), Wave::After);
        let written = Some(Wave::Before);
        assert_eq!(wave(written, month("2026-07"), month("2026-04")), Wave::Before);
    }

    #[test]
    fn who_answered_nothing_is_nobody() {
        let form = form();
        for (scores, is_empty) in [([None, None], true), ([None, Some(1)], false)] {
            let mut behaviour = Behaviour::default();
            let answer = answer(1, Role::Alumni, Wave::After, &scores);
            behaviour.add(0, &form, answer, &mut Trace::silent());
            assert_eq!(behaviour.is_empty(), is_empty, "{scores:?}");
        }
    }
}
