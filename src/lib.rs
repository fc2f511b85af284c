//! bina
pub mod check;
pub mod diagnostic;
pub mod files;
pub mod load;
pub mod records;
pub mod report;
pub mod rules;
pub mod words;
