//! The one door to the disk: where records lie, how their text is cut, and how it is written.
//!
//! It gives bytes and cells and knows nothing of what they mean.

pub mod access;
pub mod csv;
pub mod directory;
pub mod disk;
pub mod document;
pub mod edit;
mod finish;
pub mod input;
mod journal;
pub mod leads;
mod lock;
pub mod offices;
mod outline;
pub mod output;
mod places;
pub(crate) mod quoting;
pub mod shelf;
pub(crate) mod splitter;
pub mod transaction;
pub mod undo;
mod value;
mod window;

pub use directory::Directory;
pub use finish::Moment;
