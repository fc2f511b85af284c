//! What leaves for other programs: a table whole, everything at once, lists to fill in.
//!
//! It makes listings of the records; how they look is for `render`, where they go for the commands.
//!
//! ```text
//! table     the rows of one table
//! courses   the history of courses for the national system
//! form      a list to fill in ── choices · attendees
//! parcel    the whole record directory, as sheets ── leaf · mask · crowd   in which nobody can be recognised
//! sql       the records as an engine of SQL sees them
//! ```

mod attendees;
mod choices;
pub mod courses;
mod crowd;
pub mod form;
mod leaf;
pub mod mask;
pub mod parcel;
pub mod sql;
pub mod table;
