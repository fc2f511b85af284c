//! Opens what a period needs, by name from the month, and hands the rows to measures.
//!
//! Never a walk through the history: the cost of a month does not grow with the years before it.

mod actions;
pub mod certificates;
mod climate;
pub mod evaluation;
mod evaluations;
pub mod fairness;
pub mod impact;
pub mod mentoring;
pub mod month;
mod open;
mod participation;
mod people;
mod posts;
mod queue;
pub mod training;
mod voices;
