//! Where the figures of participation come from: what each participation and person enters.

use super::groups::{Member, number_of_group, overview};
use super::programmes::FormCount;
use super::{Fairness, Part, Refusal, third};
use crate::diagnostic::Origin;
use crate::measure::trace::{Figure, Omission, Trace};

/// The columns of whose idea a completion was.
const INITIATIVES: [&str; 3] = ["own", "assigned", "initiative_unknown"];

impl Part {
    /// Tells what the participation enters, whether or not it was completed.
    pub(super) fn tell(&self, trace: &mut Trace) {
        let of_person = |column| Figure::new("never", self.person, column);
        trace.uses(overview("invited"), self.origin, 1);
        trace.uses(of_person("invited"), self.origin, 1);
    }

    /// Tells what an absence enters, with the number of its reason.
    pub(super) fn tell_absence(&self, reason: usize, trace: &mut Trace) {
        trace.uses(overview("absent"), self.origin, 1);
        trace.uses(Figure::new("never", self.person, "absent"), self.origin, 1);
        trace.uses(Figure::new("reasons", reason as u64, "count"), self.origin, 1);
        for row in 0..7u64 {
            trace.uses(Figure::new("reasons", row, "all_absent"), self.origin, 1);
        }
    }

    /// Tells what a completion enters, under its form; `own` is whether it was on own initiative.
    pub(super) fn tell_completion(&self, form: FormCount, own: Option<bool>, trace: &mut Trace) {
        let of_form = |column| Figure::new("forms", form.number(), column);
        trace.uses(overview("completed"), self.origin, 1);
        trace.uses(overview("jp"), self.origin, self.jp.0);
        trace.uses(of_form("completed"), self.origin, 1);
        trace.uses(of_form("jp"), self.origin, self.jp.0);
        trace.uses(of_form(INITIATIVES[third(own)]), self.origin, 1);
        let known = |column, known_column, answer: Option<bool>, trace: &mut Trace| {
            if let Some(is_so) = answer {
                trace.uses(overview(known_column), self.origin, 1);
                if is_so {
                    trace.uses(overview(column), self.origin, 1);
                }
            }
        };
        known("own", "own_known", own, trace);
        known("relevant", "relevance_known", self.is_relevant(), trace);
        if self.is_relevant().is_none() {
            trace.uses(overview("relevance_unknown"), self.origin, 1);
        }
    }
}

/// Tells what everybody enters: the overview and the groups. Members stand in the order of their numbers.
pub fn tell_members(members: &[Member], fairness: &Fairness, parts: &[Part], trace: &mut Trace) {
    for member in members {
        let has_taken_part = fairness.taken[member.person as usize].completed > 0;
        let own = if has_taken_part { "took_part" } else { "never" };
        trace.counts(overview("people"), member.person, 1);
        trace.counts(overview(own), member.person, 1);
        trace.counts(Figure::of_unit("climate", member.unit, "asked"), member.person, 1);
        for group in member.groups() {
            trace.counts(Figure::new("groups", group, "people"), member.person, 1);
            trace.counts(Figure::new("groups", group, own), member.person, 1);
        }
    }
    for part in parts.iter().filter(|part| part.is_completed()) {
        let Ok(at) = members.binary_search_by_key(&part.person, |member| member.person) else {
            continue;
        };
        for group in members[at].groups() {
            trace.uses(Figure::new("groups", group, "completed"), part.origin, 1);
            trace.uses(Figure::new("groups", group, "jp"), part.origin, part.jp.0);
        }
    }
}

/// Tells the refusals, and those of them that nobody talked about.
pub fn tell_refusals(refusals: &[Refusal], trace: &mut Trace) {
    for refusal in refusals {
        let silent = [
            overview("without_talk"),
            Figure::new("refused_twice", refusal.person, "times"),
        ];
        trace.uses(overview("refusals"), refusal.origin, 1);
        for figure in silent {
            match refusal.talk {
                None => trace.uses(figure, refusal.origin, 1),
                Some(_) => trace.omits(figure, refusal.origin, Omission::TalkedAbout),
            }
        }
    }
}

/// Tells a programme that was held, and whether it was evaluated.
pub fn tell_held(document: Origin, is_evaluated: bool, trace: &mut Trace) {
    trace.uses(overview("programmes"), document, 1);
    if !is_evaluated {
        trace.uses(overview("unevaluated"), document, 1);
    }
}

impl Member {
    /// The numbers of the groups that the person belongs to: by unit, grade band, sex and employment.
    fn groups(&self) -> [u64; 4] {
        [
            number_of_group(0, self.unit.map(u64::from)),
            number_of_group(1, self.grade.map(|band| band.code())),
            number_of_group(2, self.sex.map(|sex| sex as u64)),
            number_of_group(3, Some(self.employment as u64)),
        ]
    }
}
