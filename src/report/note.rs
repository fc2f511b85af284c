//! What is said beside figures: facts, how something is counted, and by which law.

use super::figure::Pen;
use super::model::Note;
use crate::rules::{Head, Verified};
use crate::words::Say;
use crate::words::report::Text;

impl Pen {
    /// A note.
    pub(super) fn note(self, code: &str, text: impl Say) -> Note {
        Note {
            code: code.to_owned(),
            text: self.say(text),
            ..Note::default()
        }
    }

    /// A note about how something is counted, which a busy reader is spared.
    pub(super) fn method(self, code: &str, text: impl Say) -> Note {
        let is_detail = true;
        let note = self.note(code, text);
        Note { is_detail, ..note }
    }

    /// The note of a rule: its basis, from when, and how it is known. Rules are public, as the law is.
    pub(super) fn basis(self, head: &Head) -> Note {
        let known = match head.verified {
            Verified::Text => Text::KnownText,
            Verified::Secondary => Text::KnownSecondary,
            Verified::Unverified => Text::KnownUnverified,
        };
        let basis = self.legal_basis(head);
        let known = self.say(known);
        // A proposal is in force since no day.
        let text = match head.basis {
            None => Text::RuleProposed { basis, known },
            Some(_) => Text::RuleBasis {
                basis,
                from: self.day(head.from),
                known,
            },
        };
        self.method(&format!("rule-{}", head.rule), text).public()
    }

    /// The regulation and article of a rule; that it is a proposal where the office has not decided yet.
    pub(super) fn legal_basis(self, head: &Head) -> String {
        let proposal = || {
            let rule = self.say(head.about);
            self.say(Text::Proposal { rule })
        };
        head.basis.clone().unwrap_or_else(proposal)
    }
}
