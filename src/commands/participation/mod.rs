//! `bina participation claim|verify`: certificates that arrive, and who saw them.

mod claim;
mod verify;

pub use claim::CLAIM;
pub use verify::VERIFY;
