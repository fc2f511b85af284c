//! About how few people a figure of everybody's participation tells.

use super::{Fairness, OverviewColumn as Of, PersonColumn as Own, PersonYear};
use crate::measure::judged::{Guard, fewest};

impl Fairness {
    /// About how few people the figure of the overview with that id tells; `None` of one that is not about people.
    pub fn told(&self, id: &str, guard: Guard) -> Option<u64> {
        let [all, took_part, never, unknown] =
            [Of::people, Of::took_part, Of::never, Of::unknown].map(|column| self.overview.count(column));
        let who = [took_part, never, unknown];
        let own = match id {
            _ if [Of::programmes, Of::unclosed, Of::unevaluated]
                .map(Of::id)
                .contains(&id) =>
            {
                return None;
            }
            _ if id == Of::people.id() => return Some(all),
            _ if [Of::took_part, Of::never, Of::unknown].map(Of::id).contains(&id) => {
                return Some(fewest(who));
            }
            _ if id == Of::refusals.id() || id == Of::without_talk.id() => {
                let silent = |year: &PersonYear| year.of(Own::without_talk);
                return Some(fewest([
                    self.people(|year| silent(year) > 0),
                    self.people(|year| year.of(Own::refusals) > silent(year)),
                ]));
            }
            _ if id == Of::absent.id() || id == Of::unsettled.id() => {
                let came = self.people(|year| year.of(Own::settled) > year.of(Own::absent));
                let [settled, absent] = [Of::settled, Of::absent].map(|column| self.overview.count(column));
                let others = if self.tells_who(settled - absent, guard) {
                    all - came
                } else {
                    0
                };
                [
                    self.people(|year| year.of(Own::absent) > 0),
                    self.people(|year| year.of(Own::unsettled) > 0),
                    fewest([came, others]),
                ]
            }
            _ if id == Of::top_tenth.id() => [self.tenth, all - self.tenth, 0],
            _ if id == Of::own.id() => [
                self.people(|year| year.of(Own::own) > 0),
                self.people(|year| year.of(Own::own_known) > year.of(Own::own)),
                self.people(|year| year.of(Own::completed) > year.of(Own::own_known)),
            ],
            _ if id == Of::relevant.id() || id == Of::relevance_unknown.id() => [
                self.people(|year| year.of(Own::relevant) > 0),
                self.people(|year| year.of(Own::relevance_known) > year.of(Own::relevant)),
                self.people(|year| year.of(Own::relevance_unknown) > 0),
            ],
            _ => [took_part, 0, 0],
        };
        let completed = self.overview.count(Of::completed);
        let lacking = (self.overview.count(Of::held) * all).saturating_sub(completed);
        let who = who.into_iter().filter(|_| self.tells_who(completed, guard));
        Some(fewest(own.into_iter().chain(who).chain([lacking])))
    }

    /// How many of the members are so.
    fn people(&self, is: impl Fn(&PersonYear) -> bool) -> u64 {
        let members = self.members.iter();
        members
            .filter(|member| is(&self.people[member.person as usize]))
            .count() as u64
    }

    /// Whether it tells how many took part that they did so often: less often than there are people, or so often that all
    /// but a few must have been in every programme.
    fn tells_who(&self, times: u64, guard: Guard) -> bool {
        let [all, programmes] = [Of::people, Of::held].map(|column| self.overview.count(column));
        times < all || times > all.saturating_sub(guard.least()) * programmes
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attendance, measured, member};
    use super::super::{Attendance, Decline, Talk};
    use super::*;
    use crate::diagnostic::Origin;
    use crate::measure::trace::Trace;
    use crate::records::code::Initiative;
    use crate::records::code::ParticipationStatus::{Absent, Completed};
    use crate::records::time::Day;

    /// Twelve people, of whom the first ones completed so often, and one was absent so often.
    fn twelve(times: &[u32], absent: u32) -> Fairness {
        let people = (0..).zip(times);
        let done = people.flat_map(|(person, times)| (0..*times).map(move |_| (person, Completed)));
        let all = done.chain((0..absent).map(|_| (0, Absent)));
        let all: Vec<_> = all
            .map(|(person, status)| attendance(person, status, None, 4))
            .collect();
        measured((0..12).map(|person| member(person, None)).collect(), 12, &all)
    }

    fn told(fairness: &Fairness, column: Of) -> Option<u64> {
        fairness.told(column.id(), Guard::new(5))
    }

    #[test]
    fn who_never_took_part_is_not_told_by_what_was_completed() {
        let ten = twelve(&[1; 10], 0);
        for column in [
            Of::took_part,
            Of::never,
            Of::completed,
            Of::jp,
            Of::relevance_unknown,
        ] {
            assert_eq!(told(&ten, column), Some(2), "{column:?}");
        }
        // Ten people may have completed 40 times in many ways, and as well eleven.
        let mut often = twelve(&[4; 10], 0);
        (0..9).for_each(|_| often.overview.add(Of::held, 1));
        assert_eq!(
            [Of::never, Of::completed].map(|column| told(&often, column)),
            [Some(2), Some(10)]
        );
        assert_eq!(
            [Of::people, Of::programmes].map(|column| told(&often, column)),
            [Some(12), None]
        );
    }

    #[test]
    fn many_absences_may_be_of_one_person() {
        let mut often = twelve(&[4; 12], 9);
        (0..9).for_each(|_| often.overview.add(Of::held, 1));
        assert_eq!(often.overview.count(Of::absent), 9);
        assert_eq!(told(&often, Of::absent), Some(1));
        assert_eq!(told(&often, Of::completed), Some(12));
    }

    /// A refusal, and whether it was talked about.
    fn refusal(person: u32, has_talk: bool) -> Decline {
        Decline {
            origin: Origin::NOWHERE,
            person,
            training: "2026-05/x".into(),
            title: "X".into(),
            day: Day::FIRST,
            talk: has_talk.then(|| Talk {
                date: Day::FIRST,
                agreed: String::new(),
                result: None,
            }),
        }
    }

    #[test]
    fn who_refused_is_told_as_few_with_a_talk_or_without() {
        for (refusals, expected) in [
            (vec![refusal(3, false)], 1),
            (vec![refusal(3, true), refusal(4, true)], 2),
        ] {
            let mut refused = twelve(&[4; 12], 0);
            refused.refuse(&refusals, &mut Trace::silent());
            let columns = [Of::refusals, Of::without_talk];
            assert_eq!(columns.map(|column| told(&refused, column)), [Some(expected); 2]);
        }
    }

    #[test]
    fn few_who_came_and_few_who_missed_a_programme_are_told() {
        // Nine were absent from the office's own programmes, three came; elsewhere everybody completed.
        let elsewhere = (0..48).map(|number| Attendance {
            training: "external/x".into(),
            ..attendance(number % 12, Completed, None, 4)
        });
        let own = (0..12).map(|person| match person < 9 {
            true => attendance(person, Absent, None, 4),
            false => attendance(person, Completed, None, 4),
        });
        let all: Vec<Attendance> = elsewhere.chain(own).collect();
        let members = || (0..12).map(|person| member(person, None)).collect();
        let mut fairness = measured(members(), 12, &all);
        fairness.overview.add(Of::held, 9);
        assert_eq!(told(&fairness, Of::absent), Some(3));
        // Of 48 places two were left empty.
        let mut full = twelve(&[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2], 0);
        full.overview.add(Of::held, 4);
        assert_eq!(told(&full, Of::completed), Some(2));
    }

    #[test]
    fn few_of_whom_it_is_not_known_are_told() {
        let all = (0..48).map(|number| Attendance {
            initiative: (number % 12 > 1).then_some(Initiative::Own),
            required: (number % 12 > 1).then(|| vec![true]),
            ..attendance(number % 12, Completed, None, 4)
        });
        let all: Vec<Attendance> = all.collect();
        let mut fairness = measured((0..12).map(|person| member(person, None)).collect(), 12, &all);
        fairness.overview.add(Of::held, 9);
        let columns = [Of::own, Of::relevant, Of::relevance_unknown];
        assert_eq!(columns.map(|column| told(&fairness, column)), [Some(2); 3]);
    }

    #[test]
    fn whose_training_the_post_asked_for_is_told_as_one() {
        let all = (0..12u32).flat_map(|person| {
            let mut one = attendance(person, Completed, None, 4);
            one.required = Some(vec![person == 0]);
            [one.clone(), one.clone(), one.clone(), one]
        });
        let all: Vec<_> = all.collect();
        let mut asked = measured((0..12).map(|person| member(person, None)).collect(), 12, &all);
        (0..9).for_each(|_| asked.overview.add(Of::held, 1));
        let columns = [Of::relevant, Of::relevance_unknown, Of::jp];
        assert_eq!(
            columns.map(|column| told(&asked, column)),
            [Some(1), Some(1), Some(12)]
        );
    }
}
