//! bina
pub mod diagnostic;
pub mod files;
pub mod records;
pub mod report;
pub mod words;
