//! `--commit` of every command that writes, and the words of its commit.

use crate::records::time::Month;
use crate::session::Keeping;
use crate::words::{Lang, Phrase, value_form};
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

const COMMIT: Phrase = Phrase {
    id: "Jadikan berkas yang berubah satu commit git; yang lain tidak ikut, dan tidak ada yang dikirim",
    en: "Make the files that change one git commit; nothing else is in it, and nothing is pushed",
};

const MESSAGE: Phrase = Phrase {
    id: "Pesan commit itu; bila tidak ditulis: perintahnya dan yang diubahnya",
    en: "The message of that commit; else the command and what it is about",
};

/// What writes while a merge waits, whose end is a commit of its own; and what may lie outside of the records.
const NEVER: [&str; 2] = ["resolve", "site"];

/// Gives the options to every command below the root that can also only show what it would write.
pub(super) fn offered(root: Command, lang: Lang) -> Command {
    root.mut_subcommands(|command| match command.get_name() {
        name if NEVER.contains(&name) => command,
        _ => of_command(command, lang),
    })
}

fn of_command(command: Command, lang: Lang) -> Command {
    let writes = command.get_arguments().any(|arg| arg.get_id() == "dry-run");
    let command = match writes {
        false => command,
        true => command.args([
            Arg::new("commit")
                .long("commit")
                .action(ArgAction::SetTrue)
                .help(COMMIT.get(lang)),
            Arg::new("message")
                .short('m')
                .long("message")
                .value_name(value_form(lang, "TEXT"))
                .requires("commit")
                .value_parser(NonEmptyStringValueParser::new())
                .help(MESSAGE.get(lang)),
        ]),
    };
    command.mut_subcommands(|command| of_command(command, lang))
}

/// How the change is to be kept, where that was asked for.
pub(super) fn asked(tree: &Command, matches: &ArgMatches, lang: Lang) -> Option<Keeping> {
    let (mut command, mut typed, mut words) = (tree, matches, Vec::new());
    while let Some((name, inner)) = typed.subcommand() {
        command = command.find_subcommand(name)?;
        let alias = command.get_visible_aliases().next();
        words.push(alias.filter(|_| lang == Lang::Id).unwrap_or(name).to_owned());
        typed = inner;
    }
    if !matches!(typed.try_get_one("commit"), Ok(Some(true))) {
        return None;
    }
    // An id that begins with its month names nobody; what was typed for a person stays out of git.
    let places = command.get_positionals().map(|place| place.get_id().as_str());
    let texts = places.filter_map(|place| typed.try_get_many::<String>(place).ok().flatten()?.next());
    let mut texts = texts.filter(|text| text.get(..7).and_then(Month::parse).is_some());
    Some(Keeping {
        message: typed.get_one("message").cloned(),
        command: words.join(" "),
        about: texts.next().cloned(),
        made: Vec::new(),
        is_signed: false,
    })
}
