//! What leaves for other programs: a table whole, everything at once, lists to fill in.
//!
//! It makes listings of the records; how they look is for `render`, where they go for the commands.
//!
//! ```text
//! table     the rows of one table
//! parcel    the whole record directory, as sheets
//! ```

pub mod parcel;
pub mod table;
