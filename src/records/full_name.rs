//! What a person is called on a page.

/// What a person is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullName {
    /// The id.
    pub id: String,
    /// As it stands on a page: titles before, name, titles after.
    pub text: String,
    /// The name alone, by which people are listed.
    pub bare: String,
    /// The NIP; empty where none is recorded.
    pub nip: String,
    /// The e-mail address, as it is recorded.
    pub email: Option<String>,
    /// The grade, where somebody asked for it and it is on record.
    pub grade: Option<&'static str>,
}
