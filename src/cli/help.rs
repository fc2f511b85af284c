//! Help in the language of the session, as far as clap lets its own words be replaced.

use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, Command};

/// The order of a help text: clap's own, without its English heading of the usage.
const TEMPLATE: &str = "{before-help}{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// The heading of the example that stands at the end.
const EXAMPLE: Phrase = Phrase {
    id: "Contoh:",
    en: "Example:",
};

/// Gives the examples their heading and, in Indonesian, every command its headings. `shared` is the heading of what
/// every command takes.
pub(super) fn speak(root: Command, lang: Lang, shared: &'static str) -> Command {
    let root = match lang {
        Lang::En => root,
        Lang::Id => root.args(own_flags(shared)),
    };
    translate(root, lang)
}

/// Help and version with Indonesian words; clap's own are switched off.
fn own_flags(shared: &'static str) -> [Arg; 2] {
    let flag = |name: &'static str, action, help: &'static str| {
        let arg = Arg::new(name).long(name).action(action).help(help);
        arg.help_heading(shared)
    };
    [
        flag("help", ArgAction::Help, "Cetak petunjuk ini")
            .short('h')
            .global(true),
        flag("version", ArgAction::Version, "Cetak versi").short('V'),
    ]
}

fn translate(command: Command, lang: Lang) -> Command {
    let after = command.get_after_help().map(ToString::to_string);
    let example = after
        .filter(|text| text.starts_with("bina "))
        .map(|example| format!("{}\n  {example}", EXAMPLE.get(lang)));
    let command = match example {
        Some(example) => command.after_help(example),
        None => command,
    };
    let command = match lang {
        Lang::En => command,
        Lang::Id => command
            .help_template(TEMPLATE)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .subcommand_help_heading("Perintah")
            .subcommand_value_name("PERINTAH")
            .mut_args(heading()),
    };
    command.mut_subcommands(|command| translate(command, lang))
}

/// Gives arguments their headings. Under a heading of its own clap sorts places by name: they keep their order.
fn heading() -> impl FnMut(Arg) -> Arg {
    let mut place = 0;
    move |arg| match (arg.get_help_heading(), arg.is_positional()) {
        (Some(_), _) => arg,
        (None, true) => {
            place += 1;
            arg.help_heading("Argumen").display_order(place)
        }
        (None, false) => arg.help_heading("Opsi"),
    }
}

/// What clap writes into every help text and no setting reaches.
pub(super) fn finish(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Id => text
            .replacen("[OPTIONS]", "[OPSI]", 1)
            .replace("[COMMAND]", "[PERINTAH]")
            .replace("[aliases: ", "[alias: ")
            .replace("[possible values: ", "[pilihan: ")
            .replace("[default: ", "[bila tidak ditulis: "),
    }
}
