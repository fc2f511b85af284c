//! Participation and fairness (AC6, BE4, MM6): who takes part and who does not, why, and what was said about it.
//!
//! Source: the office's own records; no rule sets a bound. The window is the twelve months that end with the report's. A
//! participation lies in it by the day on which the person completed, else by the programme's last day. Hours are JP
//! as on the certificate. Only people who count on the report's last day (ASN, posted, not gone) are spoken of.

mod groups;
mod programmes;
mod told;

pub use groups::{Count, GradeBand, Member, by, number_of_group, top_tenth};
pub use programmes::{CompetencyCount, FormCount, PartnerCount, Unevaluated};
pub use told::{tell_held, tell_members, tell_refusals};

use super::feedback::{Feedback, Form};
use super::trace::Trace;
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Initiative, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::people::{Catalogue, Units};
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use std::collections::BTreeMap;

/// One participation in the window, as known on the report's last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where its row begins.
    pub origin: Origin,
    /// The number of the person.
    pub person: u32,
    /// The id of the programme.
    pub training: String,
    /// How it stands.
    pub status: ParticipationStatus,
    /// Why the person was absent.
    pub reason: Option<AbsenceReason>,
    /// Whose idea it was.
    pub initiative: Option<Initiative>,
    /// The day by which it lies in the window.
    pub day: Day,
    /// JP as on the certificate.
    pub jp: Dec,
    /// Pre-test and post-test, where both were sat.
    pub tests: Option<(Dec, Dec)>,
    /// By competency of the programme, in the order of its document: whether the standard of the post held on that
    /// day requires it. `None` when the programme names none or the post has no standard.
    pub required: Option<Vec<bool>>,
}

impl Part {
    /// Whether the person completed.
    pub fn is_completed(&self) -> bool {
        self.status == ParticipationStatus::Completed
    }

    /// Whether a competency of the programme is in the standard of the post; `None` when that cannot be told.
    pub fn is_relevant(&self) -> Option<bool> {
        self.required.as_ref().map(|required| required.contains(&true))
    }

    /// Whether the person declined, however the row stands.
    pub fn is_refusal(&self) -> bool {
        self.reason == Some(AbsenceReason::Declined)
    }
}

/// What one person did in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Programmes on whose list the person was.
    pub invited: u64,
    /// Programmes that the person completed.
    pub completed: u64,
    /// Programmes from which the person was absent.
    pub absent: u64,
    /// JP earned.
    pub jp: Dec,
}

/// A talk about a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The day.
    pub date: Day,
    /// What was agreed.
    pub agreed: String,
    /// What came of it; `None` when that is not known on the report's last day.
    pub result: Option<String>,
}

/// Somebody declined to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where the participation stands.
    pub origin: Origin,
    /// The number of the person.
    pub person: u32,
    /// The id of the programme.
    pub training: String,
    /// Its title; the id where there is no document.
    pub title: String,
    /// The day by which it lies in the window.
    pub day: Day,
    /// The talk that followed: guidance whose cause is `participation:<training>/<staff>`.
    pub talk: Option<Talk>,
}

/// People who declined twice or more without any talk about at least two of these refusals: an open loop. With how
/// many refusals nobody talked about.
pub fn refused_twice(refusals: &[Refusal]) -> Vec<(u32, u64)> {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    let silent = refusals.iter().filter(|refusal| refusal.talk.is_none());
    for refusal in silent {
        *counts.entry(refusal.person).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= 2).collect()
}

/// The yearly questionnaire about the climate of learning.
#[derive(Clone, Debug)]
pub struct Climate {
    /// Its title, in both languages.
    pub title: (String, String),
    /// What is asked.
    pub form: Form,
    /// The last month of answers.
    pub month: Month,
    /// By number of the unit, in the order of `units.csv`.
    pub units: Vec<Feedback>,
}

/// The short figures of a month: what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Short {
    /// Refusals without a talk, by day.
    pub refusals: Vec<Refusal>,
    /// Programmes without feedback and tests, by last day.
    pub unevaluated: Vec<Unevaluated>,
}

/// Measures the participations of a window.
#[derive(Debug)]
pub struct Fairness {
    /// By number of the person.
    pub taken: Vec<Taken>,
    /// Absences by reason in the order of [`AbsenceReason::ALL`]; the last is without a reason.
    pub absent: [u64; 7],
    /// Completions by own initiative, by assignment, and unknown.
    pub initiative: [u64; 3],
    /// Completions relevant to the post, not relevant, and not to be told.
    pub relevance: [u64; 3],
    /// By form and mode.
    pub forms: BTreeMap<FormCount, (u64, Dec, [u64; 3])>,
    /// By code of the competency.
    pub competencies: BTreeMap<String, CompetencyCount>,
    /// By name of the partner institution.
    pub partners: BTreeMap<String, PartnerCount>,
}

/// Where a yes, a no and an unknown are counted.
fn third(answer: Option<bool>) -> usize {
    match answer {
        Some(true) => 0,
        Some(false) => 1,
        None => 2,
    }
}

impl Fairness {
    /// Measures for so many people.
    pub fn new(people: usize) -> Fairness {
        Fairness {
            taken: vec![Taken::default(); people],
            absent: [0; 7],
            initiative: [0; 3],
            relevance: [0; 3],
            forms: BTreeMap::new(),
            competencies: BTreeMap::new(),
            partners: BTreeMap::new(),
        }
    }

    /// Takes a participation in a programme; one of another office has no document.
    pub fn part(&mut self, part: &Part, training: Option<&Training>, trace: &mut Trace) {
        part.tell(trace);
        let taken = &mut self.taken[part.person as usize];
        taken.invited += 1;
        if part.status == ParticipationStatus::Absent {
            taken.absent += 1;
            let reason = part.reason.map_or(6, |reason| reason as usize);
            self.absent[reason] += 1;
            part.tell_absence(reason, trace);
        }
        if !part.is_completed() {
            return;
        }
        taken.completed += 1;
        taken.jp = Dec(taken.jp.0 + part.jp.0);
        let own = part.initiative.map(|one| one == Initiative::Own);
        part.tell_completion(FormCount::of(training), own, trace);
        self.initiative[third(own)] += 1;
        self.relevance[third(part.is_relevant())] += 1;
        let form = self.forms.entry(FormCount::of(training)).or_default();
        form.0 += 1;
        form.1 = Dec(form.1.0 + part.jp.0);
        form.2[third(own)] += 1;
        let Some(training) = training else { return };
        for (number, target) in training.competency.iter().enumerate() {
            let known = self.competencies.len() as u64;
            let count = self.competencies.entry(target.code.value.0.clone());
            let count = count.or_insert_with(|| CompetencyCount {
                number: known,
                ..CompetencyCount::default()
            });
            let required = part.required.as_ref().and_then(|all| all.get(number));
            count.add(part, target.code.origin, required.copied(), trace);
        }
        if let Some(partner) = &training.partner {
            let known = self.partners.len() as u64;
            let count = self.partners.entry(partner.clone());
            let count = count.or_insert_with(|| PartnerCount {
                number: known,
                ..PartnerCount::default()
            });
            count.add(part, training, trace);
        }
    }
}

/// The figures of a window, with what a report needs to name.
#[derive(Debug)]
pub struct FairnessFigures {
    /// The month of the report.
    pub month: Month,
    /// The first day of the window.
    pub first: Day,
    /// The people who count, in the order of `staff.csv`.
    pub members: Vec<Member>,
    /// The tenth of them that has most JP: how many they are, their JP, and those of all.
    pub tenth: (u64, Dec, Dec),
    /// What was measured.
    pub fairness: Fairness,
    /// Refusals, by day.
    pub refusals: Vec<Refusal>,
    /// The climate of learning; `None` when nobody was asked within the window.
    pub climate: Option<Climate>,
    /// How many programmes were held in the window.
    pub programmes: u64,
    /// Those without feedback and tests, by last day.
    pub unevaluated: Vec<Unevaluated>,
    /// The competencies.
    pub catalogue: Catalogue,
    /// The units.
    pub units: Units,
}

impl FairnessFigures {
    /// The people who completed nothing in the window.
    pub fn never(&self) -> impl Iterator<Item = (&Member, &Taken)> {
        let both = self.members.iter();
        let both = both.map(|member| (member, &self.fairness.taken[member.person as usize]));
        both.filter(|(_, taken)| taken.completed == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(person: u32, day: &str, has_talk: bool) -> Refusal {
        let day = Day::parse(day).unwrap();
        Refusal {
            origin: Origin::NOWHERE,
            person,
            training: "2026-04/x".into(),
            title: "x".into(),
            day,
            talk: has_talk.then(|| Talk {
                date: day,
                agreed: String::new(),
                result: None,
            }),
        }
    }

    #[test]
    fn refused_twice_counts_only_what_nobody_talked_about() {
        let refusals = [
            refusal(1, "2026-01-05", false),
            refusal(1, "2026-02-05", false),
            // One of two was talked about: the other stands in the list of refusals, but is no open loop yet.
            refusal(2, "2026-01-05", true),
            refusal(2, "2026-02-05", false),
            // The talk about the first did not change that two more were never talked about.
            refusal(3, "2026-01-05", true),
            refusal(3, "2026-02-05", false),
            refusal(3, "2026-03-05", false),
        ];
        assert_eq!(refused_twice(&refusals), [(1, 2), (3, 2)]);
    }

    fn part(status: ParticipationStatus, reason: Option<AbsenceReason>) -> Part {
        Part {
            origin: Origin::NOWHERE,
            person: 0,
            training: "external/x".into(),
            status,
            reason,
            initiative: None,
            day: Day::FIRST,
            jp: Dec::int(4),
            tests: None,
            required: None,
        }
    }

    #[test]
    fn hours_count_only_when_completed_and_unknown_stays_unknown() {
        let mut fairness = Fairness::new(1);
        fairness.part(
            &part(ParticipationStatus::Completed, None),
            None,
            &mut Trace::silent(),
        );
        fairness.part(
            &part(ParticipationStatus::Absent, None),
            None,
            &mut Trace::silent(),
        );
        let declined = part(ParticipationStatus::Absent, Some(AbsenceReason::Declined));
        fairness.part(&declined, None, &mut Trace::silent());
        // Declined in time, so withdrawn: no absence, but a refusal.
        let withdrawn = part(ParticipationStatus::Withdrawn, Some(AbsenceReason::Declined));
        fairness.part(&withdrawn, None, &mut Trace::silent());
        let expected = Taken {
            invited: 4,
            completed: 1,
            absent: 2,
            jp: Dec::int(4),
        };
        assert_eq!(fairness.taken, [expected]);
        assert_eq!(fairness.absent, [0, 0, 0, 1, 0, 0, 1]);
        assert_eq!((fairness.initiative, fairness.relevance), ([0, 0, 1], [0, 0, 1]));
        assert!(declined.is_refusal() && withdrawn.is_refusal());
    }
}
