//! What is made of the tree of commands itself: completions for a shell, and pages of the manual.

use super::{completing, help};
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;

/// The headings of a page of the manual, and what they are in Indonesian.
const HEADINGS: [(&str, &str); 7] = [
    (".SH NAME", ".SH NAMA"),
    (".SH SYNOPSIS", ".SH RINGKASAN"),
    (".SH DESCRIPTION", ".SH URAIAN"),
    (".SH OPTIONS", ".SH OPSI"),
    ("\\fIPossible values:\\fR", "\\fIpilihan:\\fR"),
    (".SH SUBCOMMANDS", ".SH PERINTAH"),
    (".SH EXTRA", ".SH CONTOH"),
];

/// The two commands.
pub(super) fn commands(lang: Lang) -> [Command; 2] {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let shell = Arg::new("shell").required(true).value_name("SHELL");
    let completions = Command::new("completions")
        .visible_alias("pelengkap")
        .about(say(
            "Mencetak skrip yang melengkapi perintah di shell",
            "Prints the script that completes commands in a shell",
        ))
        .after_help("bina completions bash")
        .arg(
            shell
                .help(say("Shell yang dipakai", "The shell in use"))
                .value_parser(PossibleValuesParser::new(completing::shells())),
        );
    let command = Arg::new("command")
        .value_name(value_form(lang, "COMMAND"))
        .num_args(0..=2);
    let man = Command::new("man")
        .visible_alias("manual")
        .about(say(
            "Mencetak halaman manual untuk man, seluruh program atau satu perintah",
            "Prints the page of the manual, of the whole program or of one command",
        ))
        .after_help("bina man training enroll")
        .arg(command.help(say(
            "Perintahnya, misalnya: training enroll",
            "The command, for example: training enroll",
        )));
    [completions, man]
}

/// Runs the one of them that was named; `None` where another command was.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Option<anyhow::Result<Exit>> {
    match matches.subcommand()? {
        ("completions", typed) => {
            let shell = typed.get_one::<String>("shell").map_or("", String::as_str);
            Some(completing::register(shell, session))
        }
        ("man", typed) => Some(man(typed, session)),
        _ => None,
    }
}

fn man(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let mut tree = super::tree(session.lang, None);
    tree.build();
    let words = matches.get_many::<String>("command").into_iter().flatten();
    let mut command = &tree;
    for word in words {
        let Some(inner) = command.find_subcommand(word) else {
            let (name, command) = (word.clone(), command.get_bin_name().unwrap_or("bina").to_owned());
            return Err(session.usage(&Screen::BadCommand { name, command }));
        };
        command = inner;
    }
    let name = command.get_bin_name().unwrap_or("bina").replace(' ', "-");
    let mut page = Vec::new();
    // No day stands in it: the same program gives the same bytes.
    Man::new(command.clone().name(name)).render(&mut page)?;
    let page = help::finish(&String::from_utf8_lossy(&page), session.lang);
    let lines = page
        .lines()
        .map(|line| match HEADINGS.iter().find(|(own, _)| *own == line) {
            Some((_, heading)) if session.lang == Lang::Id => heading,
            _ => line,
        });
    for line in lines {
        writeln!(session.out, "{line}")?;
    }
    Ok(Exit::Done)
}
