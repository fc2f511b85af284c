//! Opens what a period needs, by name from the month, and hands the rows to measures.
//!
//! Never a walk through the history: the cost of a month does not grow with the years before it.

mod actions;
mod application;
pub mod certificates;
mod climate;
pub mod competence;
mod complaints;
mod completions;
pub mod docket;
pub mod due;
mod editions;
pub mod evaluation;
mod evaluations;
pub mod explanation;
pub mod fairness;
pub mod forum;
pub mod goals;
pub mod hours;
pub mod impact;
pub mod matrix;
pub mod mentoring;
pub mod month;
mod needs;
pub mod notice;
mod open;
pub mod paper;
mod participation;
mod people;
pub mod plan;
mod posts;
pub mod proposal;
mod reach;
pub mod reading;
pub mod regulation;
pub mod rollup;
pub mod roster;
pub mod satisfaction;
pub mod staff;
pub mod training;
mod tree;
pub mod unit;
pub mod unrolled;
mod voices;
