//! What is said where nobody's session is on record of a month in which pairs ran.

use super::super::model::Note;
use super::Mentorship;
use crate::records::time::Month;
use crate::words::report_mentoring::MentoringText as Words;

/// The code of both notes.
const UNHEARD: &str = "sessions-unknown";

impl Mentorship<'_> {
    /// That no session is on record of months in which pairs ran, for the office: it tells of each of the pairs.
    pub(super) fn unheard(&self) -> Option<Note> {
        let page = &self.page;
        let is_over = |month: &&Month| month.last() <= page.read_on;
        let is_told = |month: &&Month| page.settings.untold_after(month.first()).is_none();
        let months = self.figures.unheard.iter().filter(is_over).filter(is_told);
        let months: Vec<String> = months.map(|month| page.pen.month(*month)).collect();
        let text = Words::NoteUnheard {
            months: months.join(", "),
        };
        (!months.is_empty()).then(|| page.pen.note(UNHEARD, text))
    }

    /// The same for the public, where nothing is on record of a month of the period.
    pub(super) fn unheard_publicly(&self) -> Option<Note> {
        let is_unheard = self.figures.is_unheard_since(self.page.period.first_day());
        let note = || self.page.pen.note(UNHEARD, Words::NoteUnheardPublic).for_public();
        is_unheard.then(note)
    }
}
