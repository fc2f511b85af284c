//! Everything about one programme, side by side: reaction, learning, behaviour, result.

use super::Mean;
use super::behaviour::Behaviour;
use super::feedback::{Feedback, Form};
use super::impact::ProgrammeImpact;
use super::learning::Learning;
use super::performance::Performance;
use super::programmes::Tally;
use crate::records::code::{AbsenceReason, Initiative, ParticipationStatus};
use crate::records::number::Ratio;
use crate::records::people::{Catalogue, People, Units};
use crate::records::time::Month;
use crate::records::training::Training;
use std::collections::HashMap;

/// One person on the list of a programme, as known on the report's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attendee {
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
}

/// How one instructor is rated: here, and over the programmes of twelve months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstructorRating {
    /// Key in this programme's document.
    pub key: String,
    /// Who answered about him or her here, and the mean.
    pub here: (u64, Mean),
    /// How many programmes with enough answers.
    pub programmes: u64,
    /// Who answered in these, and the mean.
    pub over_all: (u64, Mean),
}

impl InstructorRating {
    /// Takes the answers about one programme; too few of one programme do not enter what is shown over all.
    pub fn add(&mut self, form: &Form, (n, mean): (u64, Mean)) {
        if n >= form.min_group {
            self.programmes += 1;
            self.over_all.0 += n;
            self.over_all.1.merge(mean);
        }
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
    /// The month of the report.
    pub month: Month,
    /// Its id.
    pub id: String,
    /// Its document.
    pub training: Training,
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
    /// The units.
    pub units: Units,
    /// The people.
    pub people: People,
    /// Names with titles, by number.
    pub names: HashMap<u32, String>,
}

impl TrainingFigures {
    /// How many participants gave feedback, over all forms.
    pub fn responses(&self) -> u64 {
        self.feedback.iter().map(Feedback::responses).sum()
    }

    /// The forms that were answered by enough people, with the answers.
    pub fn answered(&self) -> impl Iterator<Item = (&Form, &Feedback)> {
        let both = self.forms.iter().zip(&self.feedback);
        both.filter(|(form, feedback)| feedback.responses() >= form.min_group)
    }

    /// The mean satisfaction with its scale: of the forms that were answered by enough people, when they share a
    /// scale.
    pub fn satisfaction(&self) -> Option<(Ratio, (i64, i64))> {
        let scales: Vec<_> = self.answered().map(|(form, _)| form.scale()).collect();
        let scale = (*scales.first()?)?;
        if scales.iter().any(|other| *other != Some(scale)) {
            return None;
        }
        let mut all = Mean::default();
        self.answered()
            .flat_map(|(_, feedback)| &feedback.items)
            .for_each(|mean| all.merge(*mean));
        Some((all.ratio()?, scale))
    }

    /// Rupiah for each who took part: cost / people; `None` when either is not known.
    pub fn cost_per_participant(&self) -> Option<Ratio> {
        Ratio::new(self.training.cost?.value.into(), self.tally.took_part.into())
    }
}
