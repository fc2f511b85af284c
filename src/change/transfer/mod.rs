//! A person moves to another office: the history leaves as one file, and enters there.
//!
//! The file is TOML, made to be read: a head, the names of others whom the rows mention, the titles of programmes, and
//! the rows of every table about the person, each cell as it stands in the table's own file, empty ones left out.
//!
//! ```text
//! [transfer]                      version, agency, person, name, on (the first day away)
//! [[people]]                      id, name: whom the rows mention; known in the other office only when both agree
//! [[trainings]]                   id, title: a programme is the same only when both agree
//! [[competencies]]                the catalogue's rows that are used
//! [[staff]] [[postings]] …        the rows, by the columns of each table
//! ```
//!
//! [`out()`] gathers the file and ends the posting here; [`into()`] adds it there, and every row gets the ids of the new
//! office. What is the old office's own (`x_` columns, evidence files, documents) stays there.

mod bundle;
mod identity;
mod into;
mod out;
mod place;
mod rewrite;
mod text;

pub use into::into;
pub use out::out;
