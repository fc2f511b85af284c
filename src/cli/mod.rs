//! The door of the command line: arguments in, exit code out.
//!
//! The tree of commands is built for the one subject that is named, because start-up is the whole cost of a small
//! office.

mod committing;
pub mod completing;
mod help;
mod manual;
mod misuse;
pub mod pager;
pub mod streams;
pub mod waiting;

use crate::commands;
use crate::records::time::Day;
use crate::session::{Exit, Failure, Session};
use crate::words::screen::Screen;
use crate::words::topics::TOPICS;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Phrase, Say, value_form};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;
use std::io::ErrorKind;

/// The help of the whole program.
const ABOUT: Phrase = Phrase {
    id: "Catatan dan laporan pembinaan ASN dalam berkas teks biasa.",
    en: "Records and reports of the development of Indonesia's civil servants, in plain text files.",
};

/// The heading of the options that every command takes.
const GLOBAL: Phrase = Phrase {
    id: "Untuk semua perintah",
    en: "For every command",
};

/// Runs one command and returns how it ended. Everything it says goes to the writers of the session.
pub fn run(args: &[OsString], session: &mut Session<'_>) -> Exit {
    let exit = perform(args, session);
    match session.out.deliver() {
        // The reader has seen enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe && exit != Exit::Unavailable => {
            let reason = Trouble::of(&error).text(session.lang);
            let failed = session.fail(Exit::Unavailable, &Screen::Unprinted { reason });
            explain(&failed, session)
        }
        _ => exit,
    }
}

fn perform(args: &[OsString], session: &mut Session<'_>) -> Exit {
    if let Some(lang) = value_of(args, "--lang").and_then(|code| Lang::of(&code)) {
        session.lang = lang;
    }
    let rephrased = as_help(args, session.lang);
    let args = rephrased.as_deref().unwrap_or(args);
    let mut tree = tree(session.lang, Some(args));
    let matches = match tree.try_get_matches_from_mut(args) {
        Ok(matches) => matches,
        Err(error) => return refuse(&error, args, session),
    };
    session.keeping = committing::asked(&tree, &matches, session.lang);
    let ended = settle(&matches, session).and_then(|()| match manual::run(&matches, session) {
        Some(ended) => ended,
        None => commands::run(&matches, session),
    });
    match ended {
        Ok(exit) => exit,
        Err(error) => explain(&error, session),
    }
}

/// The tree of all commands; of those subjects that `args` do not name only the outside.
pub fn tree(lang: Lang, args: Option<&[OsString]>) -> Command {
    let option = |name: &'static str, phrase: Phrase| {
        let arg = Arg::new(name).long(name).global(true).help(phrase.get(lang));
        arg.help_heading(GLOBAL.get(lang))
    };
    let root = Command::new("bina")
        .version(clap::crate_version!())
        .about(ABOUT.get(lang))
        .subcommand_required(false)
        .disable_help_subcommand(true)
        .args(help::version(lang))
        .arg(
            Arg::new("directory")
                .short('C')
                .long("directory")
                .value_name(value_form(lang, "DIR"))
                .global(true)
                .help_heading(GLOBAL.get(lang))
                .help(commands::DIRECTORY.get(lang)),
        )
        .arg(
            option("lang", commands::LANG)
                .value_name("id|en")
                .value_parser(["id", "en"]),
        )
        .arg(option("as-of", commands::AS_OF).value_name("YYYY-MM-DD"))
        .arg(
            option("width", commands::WIDTH)
                .value_name("N")
                .value_parser(clap::value_parser!(u16).range(40..=400)),
        )
        .arg(
            option("color", commands::COLOR)
                .value_name(value_form(lang, "WHEN"))
                .value_parser(["auto", "always", "never"]),
        )
        .arg(option("quiet", commands::QUIET).action(ArgAction::SetTrue))
        .subcommands(commands::tree(lang, args.map(subject)))
        .subcommands(manual::commands(lang));
    help::speak(committing::offered(root, lang), lang, GLOBAL.get(lang))
}

/// The options of `bina` itself that take a value.
const WITH_VALUE: [&str; 6] = ["-C", "--directory", "--lang", "--as-of", "--width", "--color"];

/// The places of the arguments that are no option of `bina` itself nor the value of one.
fn words(args: &[OsString]) -> Vec<usize> {
    let mut words = Vec::new();
    let mut rest = args.iter().enumerate().skip(1);
    while let Some((at, arg)) = rest.next() {
        let arg = arg.to_string_lossy();
        if WITH_VALUE.contains(&&*arg) {
            rest.next();
        } else if !arg.starts_with('-') {
            words.push(at);
        }
    }
    words
}

/// The first argument that is no option: the subject, or a command of the whole directory.
fn subject(args: &[OsString]) -> String {
    let first = words(args)
        .first()
        .map(|at| args[*at].to_string_lossy().into_owned());
    first.unwrap_or_default()
}

/// `help import` as what it asks for, `import --help`; `None` where a topic is asked for, or no command is called so.
fn as_help(args: &[OsString], lang: Lang) -> Option<Vec<OsString>> {
    let [help, asked, ..] = words(args)[..] else {
        return None;
    };
    let (help_word, asked) = (args[help].to_string_lossy(), args[asked].to_string_lossy());
    let is_topic = || TOPICS.iter().any(|topic| topic.names.contains(&&*asked));
    if !["help", "bantuan"].contains(&&*help_word) || is_topic() {
        return None;
    }
    tree(lang, None).find_subcommand(&*asked)?;
    let mut args = args.to_vec();
    args.remove(help);
    args.push("--help".into());
    Some(args)
}

/// The value of an option, looked up before the arguments are parsed, so that even their refusal speaks the language.
fn value_of(args: &[OsString], name: &str) -> Option<String> {
    let mut rest = args.iter().map(|arg| arg.to_string_lossy());
    while let Some(arg) = rest.next() {
        if arg == name {
            return rest.next().map(|value| value.into_owned());
        }
        if let Some(value) = arg.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

/// Takes the options of `bina` itself into the session.
fn settle(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.chosen = matches.get_one::<String>("directory").map(Into::into);
    session.asked_lang = matches.get_one::<String>("lang").and_then(|code| Lang::of(code));
    session.quiet = matches.get_flag("quiet");
    if let Some(width) = matches.get_one::<u16>("width") {
        session.terminal_width = Some(usize::from(*width));
    }
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => session.color = true,
        Some("never") => session.color = false,
        _ => {}
    }
    if let Some(text) = matches.get_one::<String>("as-of") {
        let day = Day::parse(text).ok_or_else(|| session.usage(&Screen::BadDay { text: text.clone() }))?;
        session.today = day;
        session.as_of_given = true;
    }
    Ok(())
}

/// Prints what clap has to say: help and version to standard output, refusals to standard error.
fn refuse(error: &clap::Error, args: &[OsString], session: &mut Session<'_>) -> Exit {
    let text = misuse::explain(error, args, session.lang)
        .unwrap_or_else(|| help::finish(&error.render().to_string(), session.lang));
    let printed = match error.use_stderr() {
        true => write!(session.err, "{text}"),
        false => write!(session.out, "{text}"),
    };
    match (printed, error.use_stderr()) {
        (Ok(()), true) => Exit::Usage,
        (Ok(()), false) => Exit::Done,
        (Err(error), _) => explain(&error.into(), session),
    }
}

/// Prints a failure and returns its code.
fn explain(error: &anyhow::Error, session: &mut Session<'_>) -> Exit {
    let (exit, message) = match error.downcast_ref::<Failure>() {
        Some(failure) => (failure.exit, failure.message.clone()),
        None => (Exit::Unavailable, format!("{error:#}")),
    };
    if !message.is_empty() {
        // Nothing is left to be done when even standard error is gone.
        let _ = writeln!(session.err, "bina: {message}");
    }
    exit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_of_a_command_is_asked_either_way() {
        let asked = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let args = as_help(&args, Lang::Id)?;
            let words: Vec<String> = args
                .iter()
                .map(|arg| arg.to_string_lossy().into_owned())
                .collect();
            Some(words.join(" "))
        };
        for (line, expected) in [
            ("bina help import", Some("bina import --help")),
            ("bina bantuan training add", Some("bina training add --help")),
            ("bina -C kantor help init", Some("bina -C kantor init --help")),
            ("bina help tanggal", None),
            ("bina help apa-saja", None),
            ("bina help", None),
            ("bina import help", None),
        ] {
            assert_eq!(asked(line).as_deref(), expected, "{line}");
        }
    }
}
