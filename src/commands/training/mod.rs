//! `bina training …`: programmes, one document each, and whole lists of those who take part.

mod document;
mod fields;
mod list;
mod people;

use super::Verb;
use super::arguments::typed;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches};

pub use document::{ADD, REMOVE, SET};
pub use list::{LIST, SHOW};
pub use people::{ATTEND, CANCEL, COMPLETE, ENROLL, SCORE};

/// The subject.
pub(super) const NAME: &str = "training";

const TRAINING: Phrase = Phrase {
    id: "Id pelatihan, misalnya 2026-10/pelayanan-prima",
    en: "Id of the training, for example 2026-10/pelayanan-prima",
};

/// The id of a programme, as the first argument.
fn training(lang: Lang) -> Arg {
    Arg::new("training")
        .value_name("TRAINING")
        .required(true)
        .help(TRAINING.get(lang))
}

/// The id that was typed.
fn id(matches: &ArgMatches) -> &str {
    typed(matches, "training").unwrap_or_default()
}
