//! The flags of a programme's fields, made from the declaration of its document, and what was typed behind them.

use crate::change::document::{GivenValue, Typed};
use crate::commands::arguments::Suggested;
use crate::records::document::{Document, FieldInfo};
use crate::records::training::Training;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches};

/// A flag that adds one element of an array of tables, typed in one word.
struct Element {
    /// The array of tables.
    field: &'static str,
    /// The form that is typed.
    form: &'static str,
    /// What it adds.
    help: Phrase,
    /// The fields of the element in that word; the number counts the elements of the command from 1.
    read: fn(&str, usize) -> Vec<(&'static str, String)>,
}

/// Every such flag.
static ELEMENTS: &[Element] = &[
    Element {
        field: "competency",
        form: "CODE:LEVEL",
        help: Phrase {
            id: "Kompetensi yang dituju; boleh diulang",
            en: "A competency aimed at; may be repeated",
        },
        read: |text, _| parts(text, ':', &["code", "level"]),
    },
    Element {
        field: "instructor",
        form: "KEY=NAME",
        help: Phrase {
            id: "Pengajar: nama, atau @orang bila ada di staff.csv; boleh diulang",
            en: "An instructor: a name, or @person who is in staff.csv; may be repeated",
        },
        read: |text, _| {
            let (key, name) = text.split_once('=').unwrap_or((text, ""));
            match name.trim().strip_prefix('@') {
                Some(person) => vec![("key", key.to_owned()), ("staff", person.to_owned())],
                None => vec![
                    ("key", key.to_owned()),
                    ("name", name.to_owned()),
                    ("outside", "true".to_owned()),
                ],
            }
        },
    },
    Element {
        field: "module",
        form: "TITLE:JP:KIND",
        help: Phrase {
            id: "Modul, jenisnya theory atau practice; boleh diulang",
            en: "A module, its kind theory or practice; may be repeated",
        },
        read: |text, _| {
            let mut from_end = text.rsplitn(3, ':');
            let names = ["kind", "jp", "title"];
            names
                .into_iter()
                .zip(&mut from_end)
                .map(|(name, part)| (name, part.to_owned()))
                .collect()
        },
    },
    Element {
        field: "session",
        form: "DATE:MINUTES[:PLACE]",
        help: Phrase {
            id: "Sesi; kuncinya s1, s2, … menurut urutan; boleh diulang",
            en: "A session; its key is s1, s2, … in their order; may be repeated",
        },
        read: |text, number| {
            let mut fields = parts(text, ':', &["date", "minutes", "place"]);
            fields.push(("key", format!("s{number}")));
            fields
        },
    },
];

/// The parts of a text, the last with the rest, as fields.
fn parts(text: &str, mark: char, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let parts = text.splitn(names.len(), mark);
    names
        .iter()
        .zip(parts)
        .map(|(name, part)| (*name, part.to_owned()))
        .collect()
}

/// The fields that are one value, with those of `[audience]`.
fn plain() -> impl Iterator<Item = (Vec<&'static str>, &'static FieldInfo)> {
    Training::fields().iter().flat_map(|field| match field.nested {
        None => vec![(vec![field.name], field)],
        Some(nested) if !field.many => nested()
            .iter()
            .map(|inner| (vec![field.name, inner.name], inner))
            .collect(),
        Some(_) => Vec::new(),
    })
}

/// The name of the flag of a field: `--audience-units`.
fn flag(path: &[&str]) -> String {
    path.join("-").replace('_', "-")
}

/// The flags of all fields.
pub(super) fn flags(lang: Lang) -> Vec<Arg> {
    let plain = plain().map(|(path, field)| {
        let name = flag(&path);
        let meaning = field.meaning(lang).trim().trim_end_matches('.').to_owned();
        let help = match (field.codes, field.many) {
            ([], false) => meaning,
            ([], true) => format!("{meaning} (a,b,…)"),
            (codes, _) if codes.len() > 12 => format!("{meaning} [{}, …]", codes[..6].join(", ")),
            (codes, _) => format!("{meaning} [{}]", codes.join(", ")),
        };
        Arg::new(name.clone())
            .long(name)
            .value_name(field.kind.to_uppercase())
            .value_parser(Suggested(field.codes))
            .hide_possible_values(true)
            .help(help)
    });
    let elements = ELEMENTS.iter().map(|element| {
        Arg::new(element.field)
            .long(element.field)
            .value_name(element.form)
            .action(ArgAction::Append)
            .help(element.help.get(lang))
    });
    plain.chain(elements).collect()
}

/// What was typed; `sessions` is how many the document has already.
pub(super) fn typed(matches: &ArgMatches, sessions: usize) -> Vec<Typed> {
    let one = plain().filter_map(|(path, _)| {
        let name = flag(&path);
        let text = matches.get_one::<String>(&name)?.clone();
        Some(Typed {
            path,
            argument: format!("--{name}"),
            given: GivenValue::One(text),
        })
    });
    let elements = ELEMENTS.iter().filter_map(|element| {
        let given = matches.get_many::<String>(element.field)?;
        let read = |(index, text): (usize, &String)| (element.read)(text, sessions + index + 1);
        Some(Typed {
            path: vec![element.field],
            argument: format!("--{} {}", element.field, element.form),
            given: GivenValue::Elements(given.enumerate().map(read).collect()),
        })
    });
    one.chain(elements).collect()
}
