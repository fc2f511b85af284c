//! Arguments that several commands take, with their meaning.

use crate::change::Draft;
use crate::files::output;
use crate::records::time::Month;
use crate::render::{FORMATS, Format};
use crate::session::Session;
use crate::words::change::Slip;
use crate::words::screen::{Screen, Trouble};
use crate::words::{Lang, Phrase, Say};
use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::ErrorKind;

/// The help of `--dry-run`.
const DRY_RUN: Phrase = Phrase {
    id: "Tampilkan baris yang akan berubah, tanpa menulis apa pun",
    en: "Show the lines that would change, and write nothing",
};
/// The beginning of the help of `-O`.
const FORM: Phrase = Phrase {
    id: "Bentuk",
    en: "The form",
};

/// `--dry-run`.
pub(super) fn dry_run(lang: Lang) -> Arg {
    Arg::new("dry-run")
        .long("dry-run")
        .action(ArgAction::SetTrue)
        .help(DRY_RUN.get(lang))
}

/// The help of `--on`.
const ON: Phrase = Phrase {
    id: "Harinya; bila tidak ditulis: hari ini",
    en: "The day; today when absent",
};

/// `--on`.
pub(super) fn on(lang: Lang) -> Arg {
    option("on", "YYYY-MM-DD", ON, lang)
}

/// An option that takes a value.
pub(super) fn option(name: &'static str, form: &'static str, help: Phrase, lang: Lang) -> Arg {
    Arg::new(name).long(name).value_name(form).help(help.get(lang))
}

/// An option that takes one of some codes; the help names them.
pub(super) fn coded(name: &'static str, codes: &'static [&'static str], help: Phrase, lang: Lang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("CODE")
        .value_parser(Suggested(codes))
        .hide_possible_values(true)
        .help(format!("{} [{}]", help.get(lang), codes.join(", ")))
}

/// An argument that must be given, by its place.
pub(super) fn place(name: &'static str, form: &'static str, help: Phrase, lang: Lang) -> Arg {
    Arg::new(name)
        .value_name(form)
        .required(true)
        .help(help.get(lang))
}

/// The value that was typed for an argument.
pub(super) fn typed<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The file that was named behind `argument`, with its bytes; one that cannot be read is refused.
pub(super) fn attached(
    draft: &mut Draft<'_>,
    argument: &str,
    path: Option<&str>,
    session: &Session<'_>,
) -> Option<(String, Vec<u8>)> {
    let name = path?.to_owned();
    match output::bytes(&session.here.join(&name)) {
        Ok(bytes) => Some((name, bytes)),
        Err(error) => {
            let reason = Trouble::of(&error).text(session.lang);
            draft.refuse(
                argument,
                match error.kind() {
                    ErrorKind::NotFound => Slip::FileNone { name },
                    _ => Slip::FileUnreadable { name, reason },
                },
            );
            None
        }
    }
}

/// `-O` of a listing.
pub(super) fn output(lang: Lang) -> Arg {
    output_of(names(&Format::those(Format::is_listed)), lang)
}

/// `-O` with those forms to choose from.
pub(super) fn output_of(forms: Vec<&'static str>, lang: Lang) -> Arg {
    Arg::new("output")
        .short('O')
        .long("output")
        .value_name("FORM")
        .help(form(&forms, lang))
        .value_parser(PossibleValuesParser::new(forms))
        .hide_possible_values(true)
}

/// The form of a listing that `-O` asks for; else the table.
pub(super) fn listing_form(matches: &ArgMatches) -> &'static Format {
    typed(matches, "output")
        .and_then(Format::of)
        .unwrap_or(FORMATS[0])
}

/// The names of formats.
pub(super) fn names(formats: &[&Format]) -> Vec<&'static str> {
    formats.iter().map(|format| format.name).collect()
}

/// The one of some formats that was typed; another name is refused.
pub(super) fn format_named(
    name: &str,
    formats: &[&'static Format],
    session: &Session<'_>,
) -> anyhow::Result<&'static Format> {
    let found = formats.iter().find(|format| format.name == name);
    found.copied().ok_or_else(|| {
        let (text, all) = (name.to_owned(), names(formats).join(", "));
        session.usage(&Screen::BadFormat { text, all })
    })
}

/// The beginning of the help of `-O`: the forms to choose from.
pub(super) fn form(names: &[&str], lang: Lang) -> String {
    format!("{}: {}", FORM.get(lang), one_of(names, lang))
}

/// `a, b or c`, as a language writes it.
pub(super) fn one_of(names: &[&str], lang: Lang) -> String {
    let or = Phrase {
        id: ", atau ",
        en: " or ",
    }
    .get(lang);
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => others.join(", ") + or + last,
        None => String::new(),
    }
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
