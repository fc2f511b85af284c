//! What came of a guidance or an action: the day of its follow-up, and the result.

use super::event::Event;
use crate::records::performance::{Action, Guidance, actions, guidance};

/// The follow-up of a guidance.
pub static GUIDED: Event = Event {
    after: &[Guidance::date],
    sets: &[(Guidance::result, "result")],
    ..Event::of(&guidance, Guidance::followed_up)
};

/// The end of an action.
pub static DONE: Event = Event {
    after: &[Action::opened],
    sets: &[(Action::result, "result")],
    ..Event::of(&actions, Action::done)
};
