//! How far the work of a command is, for who waits at a terminal.

use std::sync::atomic::{AtomicU64, Ordering};

/// How much of its work a command has done; shared with what shows it.
#[derive(Debug, Default)]
pub struct Headway {
    done: AtomicU64,
    whole: AtomicU64,
}

impl Headway {
    /// Begins a work of so many steps.
    pub fn begin(&self, steps: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.whole.store(steps as u64, Ordering::Relaxed);
    }

    /// One step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// How many steps are done, of how many; of none where nobody knows how long it takes.
    pub fn done(&self) -> (u64, u64) {
        (
            self.done.load(Ordering::Relaxed),
            self.whole.load(Ordering::Relaxed),
        )
    }
}
