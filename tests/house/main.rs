//! The house is held by tests: layers look up only, files stay small, no test is forgotten, every command has words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod circles;
mod columns;
mod commands;
mod forgotten;
mod habits;
mod layers;
mod names;
mod outside;
mod source;
mod words;
