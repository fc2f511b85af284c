//! Who declined to take part, and what was said about it.

use super::Unevaluated;
use crate::diagnostic::Origin;
use crate::measure::trace::{Figure, Omission, Trace};
use crate::records::time::Day;
use std::collections::BTreeMap;

/// The short figures of a month: what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Short {
    /// Refusals without a talk, by day.
    pub refusals: Vec<Decline>,
    /// Programmes without feedback and tests, by last day.
    pub unevaluated: Vec<Unevaluated>,
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
pub struct Decline {
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
pub fn refused_twice(refusals: &[Decline]) -> Vec<(u32, u64)> {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    let silent = refusals.iter().filter(|refusal| refusal.talk.is_none());
    for refusal in silent {
        *counts.entry(refusal.person).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= 2).collect()
}

/// Tells a trace what enters the number of refusals of a person that nobody talked about.
pub fn tell_twice(refusals: &[Decline], trace: &mut Trace) {
    for refusal in refusals {
        let figure = Figure::new("refused_twice", refusal.person, "times");
        match refusal.talk {
            None => trace.uses(figure, refusal.origin, 1),
            Some(_) => trace.omits(figure, refusal.origin, Omission::TalkedAbout),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(person: u32, day: &str, has_talk: bool) -> Decline {
        let day = Day::parse(day).unwrap();
        Decline {
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
}
