//! What mentors and mentees say of their mentoring, by questionnaire and role.

use super::feedback::{Answer, Feedback, Form};
use super::trace::{Trace, part};
use crate::records::code::Role;

/// The answers to one questionnaire about mentoring.
#[derive(Clone, Debug)]
pub struct MentoringRatings {
    /// The number of the questionnaire.
    number: u64,
    /// Its title, in Indonesian and English.
    pub title: [String; 2],
    /// What it asks.
    pub form: Form,
    /// By role; behind them the answers without one.
    roles: Vec<Feedback>,
}

impl MentoringRatings {
    /// Nothing is answered yet to questionnaire `number`.
    pub fn new(number: usize, title: [String; 2], form: Form) -> MentoringRatings {
        MentoringRatings {
            number: number as u64,
            title,
            form,
            roles: vec![Feedback::default(); Role::ALL.len() + 1],
        }
    }

    /// Takes an answer of somebody in a role; `None` where answers carry none.
    pub fn add(&mut self, role: Option<Role>, answer: &Answer<'_>, trace: &mut Trace) {
        let place = role.map_or(Role::ALL.len(), |role| role as usize);
        answer.tell_mentoring(&self.form, part(self.number, place), trace);
        self.roles[place].add(&self.form, answer);
    }

    /// Knows that no more mentors and mentees than so many could answer, and that answers without a role are of both.
    pub fn at_most(&mut self, [mentors, mentees]: [u64; 2]) {
        for (place, feedback) in self.roles.iter_mut().enumerate() {
            match Role::ALL.get(place) {
                Some(Role::Mentor) => feedback.at_most(mentors),
                Some(Role::Mentee) => feedback.at_most(mentees),
                Some(_) => {}
                None => feedback.at_most(mentors + mentees),
            }
        }
    }

    /// The answers by role, each with its number in traces: of the roles that somebody answered in.
    pub fn answered(&self) -> impl Iterator<Item = (u64, Option<Role>, &Feedback)> {
        let roles = self.roles.iter().enumerate();
        let roles = roles.filter(|(_, feedback)| feedback.responses() > 0);
        roles.map(|(place, feedback)| (part(self.number, place), Role::ALL.get(place).copied(), feedback))
    }

    /// The answers of every role.
    pub fn all(&self) -> &[Feedback] {
        &self.roles
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::scale_item;
    use super::*;
    use crate::diagnostic::Origin;

    #[test]
    fn a_role_in_which_nobody_answered_is_not_told() {
        let form = Form {
            items: vec![scale_item(false)],
            ..Form::default()
        };
        let mut ratings = MentoringRatings::new(0, Default::default(), form);
        assert_eq!(ratings.answered().count(), 0);
        let answer = Answer {
            origin: Origin::NOWHERE,
            scores: &[Some(4)],
            instructor: "",
            words: &[],
            chosen: &[],
        };
        ratings.add(Some(Role::Mentor), &answer, &mut Trace::silent());
        let roles: Vec<_> = ratings.answered().map(|(_, role, _)| role).collect();
        assert_eq!(roles, [Some(Role::Mentor)]);
    }

    #[test]
    fn answers_beyond_the_people_in_pairs_hide_nobody() {
        let form = Form {
            items: vec![scale_item(false)],
            ..Form::default()
        };
        let mut ratings = MentoringRatings::new(0, Default::default(), form);
        for role in [Some(Role::Mentor), Some(Role::Mentee), None] {
            for _ in 0..9 {
                let answer = Answer {
                    origin: Origin::NOWHERE,
                    scores: &[Some(4)],
                    instructor: "",
                    words: &[],
                    chosen: &[],
                };
                ratings.add(role, &answer, &mut Trace::silent());
            }
        }
        ratings.at_most([2, 5]);
        let told = ratings
            .answered()
            .map(|(_, role, feedback)| (role, feedback.item(0).told()));
        let told: Vec<_> = told.collect();
        let expected = [(Some(Role::Mentee), 5), (Some(Role::Mentor), 2), (None, 7)];
        assert_eq!(told, expected);
    }
}
