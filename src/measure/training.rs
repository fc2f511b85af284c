//! Everything about one programme, side by side: reaction, learning, behaviour, result.

use super::behaviour::Behaviour;
use super::feedback::{Feedback, Form, satisfaction, strictest};
use super::impact::ProgrammeImpact;
use super::judged::{Disclosure, Poll};
use super::learning::Learning;
use super::performance::Performance;
use super::programmes::{Tally, post_on, status_on};
use super::reach::ReachFigures;
use super::trace::{ALL, Figure, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{AbsenceReason, Initiative, ModuleKind, ParticipationStatus};
use crate::records::number::{Dec, Ratio};
use crate::records::people::Catalogue;
use crate::records::taking_part::Participation;
use crate::records::time::Day;
use crate::records::training::Training;

/// One person on the list of a programme, as known on the report's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Where the participation stands.
    pub origin: Origin,
    /// The number of the person.
    pub person: u32,
    /// The number of the unit on the programme's last day.
    pub unit: Option<u32>,
    /// How the participation stands.
    pub status: ParticipationStatus,
    /// Why the person was absent.
    pub reason: Option<AbsenceReason>,
    /// Whose idea it was.
    pub initiative: Option<Initiative>,
    /// The JP on the certificate of somebody who completed it.
    pub jp: Option<Dec>,
    /// The pre-test and the post-test.
    pub tests: [Option<Dec>; 2],
}

impl Attendee {
    /// Tells what is on record of the person: JP and tests.
    pub fn tell(&self, trace: &mut Trace) {
        let [pre, post] = self.tests;
        for (column, value) in [("jp", self.jp), ("pre", pre), ("post", post)] {
            if let Some(value) = value {
                trace.uses(
                    Figure::new("participants", self.origin, column),
                    self.origin,
                    value.0,
                );
            }
        }
    }
}

/// Tells what a row of participation enters, beside what is told of any programme: the status, the reason of an
/// absence, the tests.
pub fn tell_row(row: &Participation<'_>, origin: Origin, as_of: Day, trace: &mut Trace) {
    let status = status_on(row, as_of);
    trace.uses(Figure::new("statuses", status as u64, "people"), origin, 1);
    if status == ParticipationStatus::Absent {
        let reason = row
            .reason
            .map_or(AbsenceReason::ALL.len(), |reason| reason as usize);
        trace.uses(Figure::new("absences", reason as u64, "people"), origin, 1);
    }
    if status.took_part() {
        trace.uses(Figure::new("learning", ALL, "asked"), origin, 1);
        trace.uses(Figure::new("reaction", ALL, "asked"), origin, 1);
        trace.uses(Figure::new("programme", ALL, "took_part"), origin, 1);
    }
    let test = |column| Figure::new("learning", ALL, column);
    match (row.pre, post_on(row, as_of)) {
        (Some(pre), Some(post)) => {
            trace.uses(test("pairs"), origin, 1);
            trace.uses(test("pre_mean"), origin, pre.0);
            trace.uses(test("post_mean"), origin, post.0);
        }
        (Some(_), None) => trace.uses(test("pre_only"), origin, 1),
        (None, Some(_)) => trace.uses(test("post_only"), origin, 1),
        (None, None) => {}
    }
}

/// The number in traces of the line of all modules of a kind.
pub fn number_of_kind(kind: ModuleKind) -> u64 {
    1 << 16 | kind as u64
}

/// Tells what the document of the programme enters: the highest score of its tests, and the hours of its modules.
pub fn tell_document(training: &Training, trace: &mut Trace) {
    let max = Figure::new("learning", ALL, "max_score");
    trace.uses(max, training.origin, training.max_score().0);
    let fact = |column| Figure::new("programme", ALL, column);
    trace.uses(fact("jp"), training.jp.origin, training.jp.value.0);
    if let Some(seats) = &training.seats {
        trace.uses(fact("seats"), seats.origin, seats.value);
    }
    if let Some(cost) = &training.cost {
        trace.uses(fact("cost"), cost.origin, cost.value);
    }
    let modules = &training.module;
    for (number, module) in modules.iter().enumerate() {
        let (own, kind) = (number as u64, number_of_kind(module.kind));
        trace.uses(Figure::new("modules", own, "jp"), module.origin, module.jp.0);
        trace.uses(
            Figure::new("modules", kind, "jp_of_kind"),
            module.origin,
            module.jp.0,
        );
        let rows = (0..modules.len() as u64).chain(ModuleKind::ALL.iter().map(|kind| number_of_kind(*kind)));
        for row in rows {
            trace.uses(Figure::new("modules", row, "all_jp"), module.origin, module.jp.0);
        }
    }
}

/// How one instructor is rated: here, and over the programmes of twelve months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstructorRating {
    /// Key in this programme's document.
    pub key: String,
    /// What was said about him or her here.
    pub here: Poll,
    /// How many programmes with enough answers.
    pub programmes: u64,
    /// What was said in these.
    pub over_all: Poll,
}

impl InstructorRating {
    /// Takes the answers about one programme, where enough answered: too few of one programme do not enter what is
    /// shown over all. Whether they do.
    pub fn add(&mut self, form: &Form, rating: Poll) -> bool {
        let is_enough = form.guard.is_enough(rating.people());
        if is_enough {
            self.programmes += 1;
            self.over_all.merge(rating);
        }
        is_enough
    }
}

/// A questionnaire of alumni and supervisors with its answers.
#[derive(Clone, Debug)]
pub struct Application {
    /// What is asked.
    pub form: Form,
    /// The answers.
    pub behaviour: Behaviour,
}

/// The figures of one programme.
#[derive(Debug)]
pub struct TrainingFigures {
    /// Its document.
    pub training: Training,
    /// The title of the item of the plan that it carries out, where the plan has it.
    pub plan_item: Option<String>,
    /// For whom it was meant, and what they reached.
    pub reach: ReachFigures,
    /// Its rows.
    pub tally: Tally,
    /// Its people, in the order of the file.
    pub attendees: Vec<Attendee>,
    /// The forms by which participants gave feedback.
    pub forms: Vec<Form>,
    /// Their answers, by number of the form.
    pub feedback: Vec<Feedback>,
    /// Its instructors, in the order of the document.
    pub instructors: Vec<InstructorRating>,
    /// Its tests.
    pub learning: Learning,
    /// What alumni and supervisors say.
    pub application: Vec<Application>,
    /// Predicates before and after.
    pub performance: Performance,
    /// What the public said before and after; `None` when nobody works in a unit that serves the public.
    pub impact: Option<ProgrammeImpact>,
    /// The competencies.
    pub competencies: Catalogue,
}

impl TrainingFigures {
    /// How many participants gave feedback, over all forms.
    pub fn responses(&self) -> u64 {
        self.feedback.iter().map(Feedback::responses).sum()
    }

    /// The forms that were answered by enough people, with the answers.
    pub fn answered(&self) -> impl Iterator<Item = (&Form, &Feedback)> + Clone {
        self.numbered().map(|(_, form, feedback)| (form, feedback))
    }

    /// The same, each with the number of the form.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Form, &Feedback)> + Clone {
        let both = self.forms.iter().zip(&self.feedback).enumerate();
        let enough = both.filter(|(_, (form, feedback))| feedback.is_enough(form));
        enough.map(|(number, (form, feedback))| (number, form, feedback))
    }

    /// Whether people answered and their answers are withheld, because there are too few.
    pub fn is_withheld(&self) -> bool {
        self.responses() > 0 && self.answered().next().is_none()
    }

    /// The mean satisfaction with its scale, of the forms that were answered by enough people.
    pub fn satisfaction(&self) -> (Disclosure, Option<(i64, i64)>) {
        let (mean, scale) = satisfaction(self.answered());
        let guard = strictest(self.answered().map(|(form, _)| form));
        match self.is_withheld() {
            true => (Disclosure::Withheld, None),
            false => (guard.open(mean), scale),
        }
    }

    /// Rupiah for each who took part: cost / people; `None` when either is not known.
    pub fn cost_per_participant(&self) -> Option<Ratio> {
        Ratio::new(self.training.cost?.value.into(), self.tally.took_part().into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::judged::Guard;
    use super::super::sample::{feedback, form};
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    #[test]
    fn answers_of_too_few_are_withheld_and_none_are_not() {
        let form = Form {
            guard: Guard::new(5),
            ..form()
        };
        let text = "title='t'\nmethod='KL10'\nmode='classroom'\nstart=2026-07-01\nend=2026-07-01\njp=8\nstatus='done'";
        let of = |scores: &[i64]| {
            let figures = TrainingFigures {
                training: document::read(text, 0, &mut Findings::new()).unwrap(),
                plan_item: None,
                reach: ReachFigures::default(),
                tally: Tally::default(),
                attendees: Vec::new(),
                forms: vec![form.clone()],
                feedback: vec![feedback(&form, scores)],
                instructors: Vec::new(),
                learning: Learning::default(),
                application: Vec::new(),
                performance: Performance::default(),
                impact: None,
                competencies: Catalogue::default(),
            };
            (figures.is_withheld(), figures.satisfaction().0)
        };
        assert_eq!(of(&[]), (false, Disclosure::Unknown));
        assert_eq!(of(&[4; 4]), (true, Disclosure::Withheld));
        assert_eq!(of(&[4; 5]), (false, Disclosure::Open(Ratio::int(4))));
    }

    #[test]
    fn the_line_of_a_kind_is_no_module_and_no_other_kind() {
        let kinds: Vec<u64> = ModuleKind::ALL.iter().map(|kind| number_of_kind(*kind)).collect();
        assert!(kinds.iter().all(|number| *number > u64::from(u16::MAX)));
        assert!(kinds.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
