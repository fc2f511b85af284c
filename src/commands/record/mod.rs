//! `bina SUBJECT add|set|remove|list|show`: the verbs that every declared table has, made from its declaration.

mod example;
mod list;
mod show;
mod write;

use super::arguments::{month, with_codes};
use super::verb::{Argument, DRY_RUN, MONTH, NEW, OF_ADDITIONS, OUTPUT, argument, listed_too};
use crate::change::Given;
use crate::change::mint;
use crate::records::cell::Domain;
use crate::records::table::{Attribute, Cut, Schema};
use crate::session::{Exit, Session};
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgMatches, Command};

const ADD: Phrase = Phrase {
    id: "Menambah satu baris; id yang dibuat dicetak.",
    en: "Adds a row; an id that is made is printed.",
};
const SET: Phrase = Phrase {
    id: "Mengubah nilai satu baris; nilai kosong mengosongkan sel.",
    en: "Changes values of a row; an empty value empties the cell.",
};
const REMOVE: Phrase = Phrase {
    id: "Menghapus satu baris.",
    en: "Removes a row.",
};
const RENAME: Phrase = Phrase {
    id: "Mengganti kunci satu baris beserta semua yang merujuknya.",
    en: "Gives a row another key, and everything that names it with it.",
};
const LIST: Phrase = Phrase {
    id: "Mencetak baris-baris.",
    en: "Prints rows.",
};
const SHOW: Phrase = Phrase {
    id: "Mencetak satu baris, satu nilai tiap baris dengan artinya.",
    en: "Prints one row, a value a line with its meaning.",
};
const MONTH_OF_FILE: Argument = argument!("month" "YYYY-MM", id "Bulan berkasnya, bila kunci tidak menyebutkannya", en "The month of its file, where the key does not tell it");
const WHERE: Argument = argument!(Repeated "where" "COLUMN=VALUE", id "Hanya baris dengan nilai ini; boleh diulang", en "Rows with this value only; may be repeated");

/// Adds the generic verbs to the command of a table.
pub fn build(table: &'static Schema, command: Command, lang: Lang) -> Command {
    let verb = |name: &'static str, alias: &'static str, about: Phrase| {
        let command = Command::new(name).about(about.get(lang)).visible_alias(alias);
        command.after_help(example::of(table, name, lang))
    };
    let cut = |month: Argument| (table.cut == Cut::Month).then_some(month);
    let args = |argument: Argument| argument.args(lang);
    command
        .subcommand(
            verb("add", "tambah", ADD)
                .args(listed_too(additions(table, lang), lang))
                .args(DRY_RUN.args(lang)),
        )
        .subcommand(
            verb("set", "ubah", SET)
                .args(keys(table, lang, false))
                .args(flags(table, lang))
                .args(DRY_RUN.args(lang)),
        )
        .subcommand(
            verb("remove", "hapus", REMOVE)
                .args(keys(table, lang, false))
                .args(DRY_RUN.args(lang)),
        )
        .subcommands(renames(table).then(|| {
            verb("rename", "ganti-kunci", RENAME)
                .args(keys(table, lang, false))
                .args(NEW.args(lang))
                .args(DRY_RUN.args(lang))
        }))
        .subcommand(
            verb("list", "daftar", LIST)
                .args(args(WHERE))
                .args(cut(MONTH).into_iter().flat_map(args))
                .args(OUTPUT.args(lang)),
        )
        .subcommand(verb("show", "lihat", SHOW).args(keys(table, lang, false)))
}

/// What an addition to a table takes.
fn additions(table: &'static Schema, lang: Lang) -> Vec<Arg> {
    let is_of_file = table.cut == Cut::Month && table.column("month").is_none();
    let month = is_of_file.then_some(MONTH_OF_FILE).into_iter();
    let month = month.flat_map(|argument| argument.args(lang));
    let more = OF_ADDITIONS.into_iter().flat_map(|argument| argument.args(lang));
    keys(table, lang, mint::is_minted(table))
        .chain(flags(table, lang))
        .chain(month)
        .chain(more)
        .collect()
}

/// Whether the key of a table is one id, which can be another.
fn renames(table: &Schema) -> bool {
    table.keys() == 1 && table.columns[Schema::FIRST].kind == Domain::Id
}

/// Runs a generic verb.
///
/// # Errors
/// What it could not do.
pub fn run(
    table: &'static Schema,
    verb: &str,
    matches: &ArgMatches,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    match verb {
        "add" => write::add(table, matches, session),
        "set" => write::set(table, matches, session),
        "remove" => write::remove(table, matches, session),
        "rename" => write::rename(table, matches, session),
        "list" => list::run(table, matches, session),
        _ => show::run(table, matches, session),
    }
}

/// The positional arguments of the key.
fn keys(table: &'static Schema, lang: Lang, optional: bool) -> impl Iterator<Item = Arg> {
    table
        .columns
        .iter()
        .filter(|column| column.key)
        .map(move |column| {
            Arg::new(&*column.name)
                .value_name(value_form(lang, &column.name.to_uppercase()))
                .required(!optional)
                .help(help(column, lang))
        })
}

/// The flags of all other columns.
fn flags(table: &'static Schema, lang: Lang) -> impl Iterator<Item = Arg> {
    table
        .columns
        .iter()
        .filter(|column| !column.key)
        .map(move |column| {
            let name = column.name.replace('_', "-");
            let arg = Arg::new(&*column.name)
                .value_name(value_form(lang, &column.kind.name().to_uppercase()))
                .help(help(column, lang))
                .allow_negative_numbers(matches!(column.kind, Domain::Int | Domain::Dec));
            match name == *column.name {
                true => arg.long(&*column.name),
                // As the column is written in the file, too.
                false => arg.long(name).alias(&*column.name),
            }
        })
}

/// What a column means, with the codes that it takes.
fn help(column: &Attribute, lang: Lang) -> String {
    with_codes(column.meaning(lang), column.kind.codes(), lang)
}

/// The values that were typed for the columns of a table.
fn given(table: &Schema, matches: &ArgMatches) -> Vec<Given> {
    let typed = |(index, column): (usize, &Attribute)| {
        let text = matches.try_get_one::<String>(&column.name).ok().flatten()?;
        Some(Given {
            column: index,
            argument: crate::change::row::argument(column),
            text: text.clone(),
        })
    };
    table.columns.iter().enumerate().filter_map(typed).collect()
}
