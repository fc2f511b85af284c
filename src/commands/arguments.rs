//! Arguments that several commands take, with their meaning.

use crate::records::time::Month;
use crate::records::word::Code;
use crate::render::{FORMATS, Format};
use crate::session::Session;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};
use std::path::Path;

/// The months that are named by what they are today.
const MONTHS: &[Code] = &[
    Code::new(LAST_MONTH, "bulan lalu", "last month"),
    Code::new("this-month", "bulan ini", "this month"),
];

/// The month that a report is about when none is typed.
pub(super) const LAST_MONTH: &str = "last-month";

/// The beginning of the help of `-O`.
const FORM: Phrase = Phrase {
    id: "Bentuk",
    en: "The form",
};

/// The value that was typed for an argument.
pub(super) fn typed<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
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
        .value_name(value_form(lang, "FORM"))
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

/// What something means, with the codes of which it takes one. The long lists are in `bina schema` and in the refusal.
pub(super) fn with_codes(meaning: &str, codes: &[Code], lang: Lang) -> String {
    let meaning = meaning.trim().trim_end_matches('.');
    match codes {
        [] => meaning.to_owned(),
        many if many.len() > 12 => format!("{meaning} [{}, …]", Code::list(&many[..6], lang)),
        all => format!("{meaning} [{}]", Code::list(all, lang)),
    }
}

/// `a, b or c`, as a language writes it.
pub(super) fn one_of(names: &[&str], lang: Lang) -> String {
    let or = match (lang, names.len()) {
        (Lang::Id, 2) => " atau ",
        (Lang::Id, _) => ", atau ",
        (Lang::En, _) => " or ",
    };
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
            match Code::meant(MONTHS, text) {
                "this-month" => Some(today),
                "last-month" => Some(today.plus(-1)),
                text => Month::parse(text),
            }
            .ok_or_else(|| session.usage(&Screen::BadMonth { text: text.clone() }))
        })
        .transpose()
}

/// How the name of a file ends, in small letters; empty where it has no ending.
pub(super) fn ending(file: &str) -> String {
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str());
    ending.unwrap_or_default().to_ascii_lowercase()
}
