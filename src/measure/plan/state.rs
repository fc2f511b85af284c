//! How an item of the plan stands.

/// How an item stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Something of it was done.
    Done,
    /// Something of it runs, and its month is not over.
    Running,
    /// Its month is over and nothing of it was done.
    Late,
    /// Its month is not over.
    Ahead,
    /// Its month lies before the records begin, and nothing of it is on record.
    Unknown,
    /// It was dropped.
    Dropped,
}

impl State {
    /// The code in data formats.
    pub fn code(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Running => "running",
            State::Late => "late",
            State::Ahead => "ahead",
            State::Unknown => "unknown",
            State::Dropped => "dropped",
        }
    }
}
