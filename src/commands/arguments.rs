//! Arguments that several commands take, with their meaning.

use crate::records::time::Month;
use crate::session::Session;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase};
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The help of `--dry-run`.
const DRY_RUN: Phrase = Phrase {
    id: "Tampilkan baris yang akan berubah, tanpa menulis apa pun",
    en: "Show the lines that would change, and write nothing",
};
/// The help of `-O`.
const OUTPUT: Phrase = Phrase {
    id: "Bentuk: table, csv, atau json",
    en: "The form: table, csv or json",
};

/// `--dry-run`.
pub(super) fn dry_run(lang: Lang) -> Arg {
    Arg::new("dry-run")
        .long("dry-run")
        .action(ArgAction::SetTrue)
        .help(DRY_RUN.get(lang))
}

/// `-O`.
pub(super) fn output(lang: Lang) -> Arg {
    Arg::new("output")
        .short('O')
        .long("output")
        .value_name("FORM")
        .value_parser(["table", "csv", "json"])
        .hide_possible_values(true)
        .default_value("table")
        .hide_default_value(true)
        .help(OUTPUT.get(lang))
}

/// The month of `--month`, also in words.
///
/// # Errors
/// When it is no month.
pub(super) fn month(matches: &ArgMatches, session: &Session<'_>) -> anyhow::Result<Option<Month>> {
    let given = matches.try_get_one::<String>("month").ok().flatten();
    given
        .map(|text| {
            let today = session.today.month();
            match text.as_str() {
                "this-month" => Some(today),
                "last-month" => Some(today.plus(-1)),
                text => Month::parse(text),
            }
            .ok_or_else(|| session.usage(&Screen::BadMonth { text: text.clone() }))
        })
        .transpose()
}

/// Takes any text and tells the shell which codes there are; the column itself refuses, in both languages.
#[derive(Clone)]
pub(super) struct Suggested(pub(super) &'static [&'static str]);

impl TypedValueParser for Suggested {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        match self.0 {
            [] => None,
            codes => Some(Box::new(codes.iter().map(PossibleValue::new))),
        }
    }
}
