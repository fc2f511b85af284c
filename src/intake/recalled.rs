//! What is recorded and looked for by another name than its key: complaints by number, trainings by title.

use crate::records::time::Month;
use std::collections::HashMap;

/// The complaints that have a number, recorded and new, by channel and number: file and id.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) known: HashMap<(String, String), (String, String)>,
    /// Whether the recorded ones are among them.
    pub(super) has_recorded: bool,
}

impl Numbers {
    /// Takes them away, so that none is known meanwhile.
    pub(super) fn set_aside(&mut self) -> Numbers {
        let none = Numbers {
            has_recorded: true,
            ..Numbers::default()
        };
        std::mem::replace(self, none)
    }
}

/// Past trainings as far as they were asked for.
#[derive(Default)]
pub(super) struct Titles {
    /// Programmes of this office by month and the end of their id; `None` where there is none.
    pub(super) own: HashMap<(Month, String), Option<String>>,
    /// Who completed which programme of another office: in which file that stands, and the year.
    pub(super) elsewhere: HashMap<[String; 2], (Option<String>, i32)>,
    pub(super) has_recorded: bool,
}
