//! The head of a formal page: the office, above it the government, below it where it is, and its logo.

use crate::records::logo::Logo;

/// The letterhead of an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The government that it belongs to, in capitals.
    pub government: Option<String>,
    /// Its name, in capitals.
    pub office: String,
    /// Where it is and how it is reached, in lines.
    pub below: Vec<String>,
    /// Its logo, which whoever knows the files adds.
    pub logo: Option<Logo>,
}
