//! `bina response add|list` and `bina questionnaire list|show`: what is asked, and what was answered.

mod add;
mod questionnaire;

pub use add::{ADD, LIST};
pub use questionnaire::{QUESTIONNAIRES, SHOW};

use crate::change::Draft;
use crate::load::{self, Survey};
use crate::words::change::Slip;

/// The questionnaire with a code; refuses when there is none.
fn survey(draft: &mut Draft<'_>, code: &str) -> Option<Survey> {
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let all: Vec<String> = surveys.iter().map(|survey| survey.code.clone()).collect();
    let found = surveys.into_iter().find(|survey| survey.code == code);
    if found.is_none() {
        let (code, all) = (code.to_owned(), all.join(", "));
        draft.refuse("CODE", Slip::QuestionnaireNone { code, all });
    }
    found
}
