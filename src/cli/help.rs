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

/// The flag that prints the version, first of all where its words are not clap's own.
pub(super) fn version(lang: Lang) -> Option<Arg> {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    (lang == Lang::Id).then(|| version.help("Cetak versi"))
}

/// Gives the examples their heading and, in Indonesian, every command its headings and its own flag of help. `shared`
/// is the heading of what every command takes.
pub(super) fn speak(root: Command, lang: Lang, shared: &'static str) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true);
    let help = help.help("Cetak petunjuk ini").help_heading(shared);
    translate(root.args((lang == Lang::Id).then_some(help)), lang)
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
