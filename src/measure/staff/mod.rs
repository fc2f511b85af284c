//! One person's year: what is already good, what can be improved, what was agreed.
//!
//! Facts come from the records alone and are never compared with anybody else's. At most two things to improve are
//! named, each with its step: guidance that is still open first, then what the latest evaluation asks for, then a programme
//! that was not passed, then the biggest gap to the standard of the post.

mod record;
mod transcript;

pub use record::{Assignment, Companion, Completion, Mark, Portrait, Seat, StaffFigures};
pub use transcript::{CompletionYear, TranscriptFigures};

use super::certificates::Credential;
use super::follow_up::{Counsel, Recognition};
use super::gaps::Lack;
use super::needs::Resolution;
use super::trace::{Figure, Trace};
use crate::records::code::Predicate;
use crate::records::number::Dec;
use crate::records::time::{Day, Month, Period};

/// How many things to improve are named.
const IMPROVEMENTS: usize = 2;

/// How many facts open the page.
const FACTS: usize = 4;

/// Something good, in the order in which the page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact<'f> {
    /// Scores rose in a programme.
    Learned(&'f Completion, Dec, Dec),
    /// Something can be done alone now.
    Alone(&'f str),
    /// A product was made.
    Product(&'f str),
    /// Recognition was received.
    Award(&'f Recognition),
    /// Colleagues were guided.
    Mentees(u64),
    /// A certificate is applied at work.
    Applied(&'f Credential, &'f str),
    /// Programmes were completed.
    Completed(u64),
}

/// Something to improve, with its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Improvement<'i> {
    /// Guidance that is still open.
    Guidance(&'i Counsel),
    /// What the latest evaluation asks for.
    Evaluation {
        /// What can be improved.
        improve: &'i str,
        /// The step agreed upon.
        step: Option<&'i str>,
    },
    /// A latest evaluation that is not complete and says that something is below expectation, and no more.
    Below(&'i Mark),
    /// A programme that was not passed, the last one.
    Failed(&'i Seat),
    /// The biggest gap, with a confirmed place that closes it.
    Gap {
        /// What is lacking.
        lack: Lack,
        /// The programme ahead that aims at it.
        ahead: Option<&'i Seat>,
        /// Whether the need was named already.
        is_named: bool,
    },
}

impl StaffFigures {
    /// The latest evaluation there is, also one that is not complete.
    pub fn latest(&self) -> Option<&Mark> {
        self.evaluations.iter().rfind(|one| one.is_recorded)
    }

    /// Guidance that is not followed up yet, the oldest first.
    pub fn open_guidance(&self) -> impl Iterator<Item = &Counsel> {
        self.guidance.iter().filter(|guided| guided.is_open())
    }

    /// What is already good: at most four facts, of each kind the strongest.
    pub fn facts(&self) -> Vec<Fact<'_>> {
        let rise = |one: &&Completion| one.scores.map_or(0, |(pre, post)| post.0 - pre.0);
        let learned = self.attended.iter().filter(|one| rise(one) > 0);
        let learned = learned
            .max_by_key(rise)
            .and_then(|one| one.scores.map(|(pre, post)| Fact::Learned(one, pre, post)));
        let alone = self.pairs.iter().rev().find_map(|pair| pair.alone.as_deref());
        let product = self.pairs.iter().rev().find_map(|pair| pair.product.as_deref());
        let mut applied = self.certificates.iter().rev();
        let applied = applied.find_map(|held| Some(Fact::Applied(held, held.applied.as_deref()?)));
        let completed = self.attended.len() as u64;
        let facts = [
            self.awards.last().map(Fact::Award),
            alone.map(Fact::Alone),
            product.map(Fact::Product),
            learned,
            (self.mentees > 0).then_some(Fact::Mentees(self.mentees)),
            (completed > 0).then_some(Fact::Completed(completed)),
            applied,
        ];
        facts.into_iter().flatten().take(FACTS).collect()
    }

    /// The last sentence of an evaluation about what is good, and whether it is known who evaluated.
    pub fn praise(&self) -> Option<(&str, bool)> {
        let mut sentences = self.evaluations.iter().rev();
        sentences.find_map(|one| Some((one.strengths.as_deref()?, one.evaluator.is_some())))
    }

    /// What can be improved: at most two, each with its step.
    pub fn improvements(&self) -> Vec<Improvement<'_>> {
        let guidance = self.open_guidance().map(Improvement::Guidance);
        let evaluation = self.latest().and_then(|latest| match latest.improve.as_deref() {
            Some(improve) => Some(Improvement::Evaluation {
                improve,
                step: latest.agreed_step.as_deref(),
            }),
            None => (latest.is_partial() && latest.is_below()).then_some(Improvement::Below(latest)),
        });
        let gap = self.gaps.lacks.first().map(|lack| self.gap(*lack));
        guidance
            .take(1)
            .chain(evaluation)
            .chain(self.failed.last().map(Improvement::Failed))
            .chain(gap)
            .take(IMPROVEMENTS)
            .collect()
    }

    fn gap(&self, lack: Lack) -> Improvement<'_> {
        let code = &self.competencies.codes[lack.competency as usize];
        let aims = |ahead: &&Seat| ahead.competencies.contains(code);
        Improvement::Gap {
            lack,
            ahead: self.ahead.iter().find(aims),
            is_named: self.needs.iter().any(|need| need.competency == lack.competency),
        }
    }

    /// How many needs have become this.
    pub fn needs_that_are(&self, outcome: Resolution) -> u64 {
        let needs = self.needs.iter().filter(|need| need.outcome() == outcome);
        needs.count() as u64
    }

    /// Tells a trace which needs are counted by what became of them.
    pub fn tell_needs(&self, trace: &mut Trace) {
        for need in &self.needs {
            let figure = Figure::new("needs_by_state", need.outcome() as u64, "needs");
            trace.uses(figure, need.origin, 1);
        }
    }

    /// Whether the latest evaluation asks for guidance.
    pub fn needs_guidance(&self) -> bool {
        let latest = self.latest().and_then(|latest| latest.predicate);
        latest.is_some_and(Predicate::is_low)
    }
}

/// The periods of a page, by their ends: those of the rhythm and those with a file, that end after `after` and not
/// after the day.
pub fn periods(rhythm: impl Fn(Month) -> Period, filed: &[Period], after: Day, day: Day) -> Vec<Period> {
    let due = after.month().to(day.month()).map(rhythm);
    let mut periods: Vec<Period> = due.chain(filed.iter().copied()).collect();
    periods.retain(|period| after <= period.last_day() && period.last_day() <= day);
    periods.sort_by_key(|period| (period.last_day(), period.months()));
    periods.dedup();
    periods
}

#[cfg(test)]
mod tests {
    use super::super::follow_up::Cause;
    use super::super::gaps::PersonGaps;
    use super::super::hours::PersonHours;
    use super::super::needs::Stated;
    use super::*;
    use crate::records::code::{Employment, NeedSource, Predicate, Sex};
    use crate::records::people::Catalogue;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn figures() -> StaffFigures {
        let mut competencies = Catalogue::default();
        competencies.add("arsip", "Arsip");
        StaffFigures {
            portrait: Portrait {
                person: 0,
                name: "Siti Aminah".into(),
                nip: None,
                sex: Some(Sex::Woman),
                employment: Employment::Pns,
                position: None,
                unit: None,
                supervisor: None,
            },
            here: (None, None),
            hours: PersonHours::default(),
            unrolled: 0,
            is_under_floor: Some(true),
            is_over_ceiling: None,
            contract_year: None,
            attended: Vec::new(),
            awaited: Vec::new(),
            failed: Vec::new(),
            ahead: Vec::new(),
            evaluations: Vec::new(),
            guidance: Vec::new(),
            pairs: Vec::new(),
            mentees: 0,
            certificates: Vec::new(),
            awards: Vec::new(),
            gaps: PersonGaps {
                person: 0,
                required: 2,
                assessed: 2,
                fit: None,
                lacks: vec![Lack {
                    competency: 0,
                    required: 3,
                    held: 1,
                }],
            },
            competencies,
            needs: vec![Stated {
                person: 0,
                competency: 0,
                date: day("2026-05-01"),
                source: NeedSource::Own,
                reason: None,
                remedy: None,
                origin: crate::diagnostic::Origin::NOWHERE,
            }],
            studies: Vec::new(),
            career: Vec::new(),
        }
    }

    fn guided(text: &str, followed_up: Option<Day>) -> Counsel {
        Counsel {
            id: text.into(),
            origin: crate::diagnostic::Origin::NOWHERE,
            person: 0,
            date: day("2026-05-01"),
            cause: Cause::Unknown,
            kind: None,
            guidance: text.into(),
            due: day("2026-07-01"),
            followed_up,
            result: None,
        }
    }

    #[test]
    fn at_most_two_things_are_to_be_improved_and_guidance_comes_first() {
        let mut one = figures();
        assert!(matches!(
            one.improvements()[..],
            [Improvement::Gap {
                is_named: true,
                ahead: None,
                ..
            }]
        ));
        one.guidance = vec![
            guided("selesai", Some(day("2026-06-01"))),
            guided("terbuka", None),
            guided("terbuka juga", None),
        ];
        let mut evaluated = Mark::none(Period::parse("2026-Q3").unwrap());
        evaluated.is_recorded = true;
        evaluated.improve = Some("Register harian".into());
        one.evaluations = vec![evaluated, Mark::none(Period::parse("2026-10").unwrap())];
        let found = one.improvements();
        assert_eq!(found.len(), 2);
        assert!(matches!(found[0], Improvement::Guidance(guided) if guided.guidance == "terbuka"));
        assert!(matches!(found[1], Improvement::Evaluation { step: None, .. }));
        one.guidance.clear();
        one.failed = vec![Seat {
            title: "Bimtek".into(),
            start: day("2026-10-26"),
            competencies: Vec::new(),
        }];
        assert!(matches!(one.improvements()[1], Improvement::Failed(_)));
    }

    #[test]
    fn a_form_that_says_little_is_an_evaluation_that_is_not_complete() {
        let none = Mark::none(Period::parse("2026-Q3").unwrap());
        let begun = Mark {
            is_recorded: true,
            ..none.clone()
        };
        let whole = Mark {
            predicate: Some(Predicate::Baik),
            ..begun.clone()
        };
        assert_eq!(
            [&none, &begun, &whole].map(Mark::is_partial),
            [false, true, false]
        );
    }

    #[test]
    fn a_fall_in_scores_is_no_fact() {
        let mut one = figures();
        let attended = |id: &str, pre, post| Completion {
            id: id.into(),
            origin: crate::diagnostic::Origin::NOWHERE,
            title: id.into(),
            mode: None,
            method: None,
            provider: None,
            certificate: None,
            completed: Some(day("2026-05-01")),
            completed_on: Some(day("2026-05-01")),
            jp: None,
            recognised: None,
            is_verified: false,
            scores: Some((Dec::int(pre), Dec::int(post))),
        };
        one.attended = vec![attended("a", 80, 60)];
        assert_eq!(one.facts(), [Fact::Completed(1)]);
        one.attended = vec![attended("a", 80, 80)];
        assert_eq!(one.facts(), [Fact::Completed(1)]);
        one.attended.push(attended("b", 50, 70));
        one.attended.push(attended("c", 60, 70));
        assert!(matches!(one.facts()[0], Fact::Learned(best, ..) if best.id == "b"));
        assert_eq!(one.facts()[1], Fact::Completed(3));
    }

    #[test]
    fn the_last_quarter_of_the_year_before_belongs_to_the_page() {
        let filed = [Period::parse("2026-09").unwrap(), Period::parse("2026").unwrap()];
        let found = periods(Period::quarter, &filed, day("2025-12-31"), day("2026-10-31"));
        let found: Vec<String> = found.iter().map(Period::to_string).collect();
        assert_eq!(found, ["2025-Q4", "2026-Q1", "2026-Q2", "2026-09", "2026-Q3"]);
        let last = |on| periods(Period::quarter, &[], day("2026-06-30"), day(on)).len();
        assert_eq!((last("2026-09-29"), last("2026-09-30")), (1, 2));
    }
}
