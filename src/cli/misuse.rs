//! What clap refuses, in the words of the session.

use super::help;
use crate::diagnostic::{Severity, advice, visible};
use crate::records::table;
use crate::words::screen::Misuse;
use crate::words::{Lang, Phrase, Say};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use std::ffi::OsString;
use std::fmt::Write;

/// Before how the command is typed.
const USAGE: Phrase = Phrase {
    id: "Pemakaian",
    en: "Usage",
};

/// The refusal in the language of the session; `None` of what only happens when the program itself is wrong.
pub(super) fn explain(error: &Error, args: &[OsString], lang: Lang) -> Option<String> {
    let misuse = misuse(error, command(super::tree(lang, Some(args)), args))?;
    let severity = Severity::Error.word(lang);
    let mut out = format!("{severity}[{}]: {}\n", misuse.code(), visible(&misuse.text(lang)));
    // Writing into a String cannot fail.
    let _ = writeln!(out, "  {}: {}", advice(lang), visible(&misuse.help(lang)));
    if error.kind() == ErrorKind::MissingRequiredArgument {
        let usage = text(error, ContextKind::Usage);
        let usage = help::finish(usage.trim().trim_start_matches("Usage:").trim(), lang);
        let _ = writeln!(out, "  {}: {usage}", USAGE.get(lang));
    }
    Some(out)
}

/// What was typed wrong.
fn misuse(error: &Error, command: String) -> Option<Misuse> {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let misuse = match error.kind() {
        ErrorKind::MissingRequiredArgument => Misuse::ArgumentMissing {
            names: argument,
            command,
        },
        ErrorKind::UnknownArgument => match text(error, ContextKind::SuggestedArg) {
            nearest if nearest.is_empty() => Misuse::ArgumentUnknown { argument, command },
            nearest => Misuse::ArgumentNearly {
                argument,
                nearest,
                command,
            },
        },
        ErrorKind::InvalidValue if value.is_empty() => Misuse::OptionEmpty { argument, command },
        ErrorKind::InvalidValue => Misuse::OptionWrong {
            argument,
            value,
            all: text(error, ContextKind::ValidValue),
        },
        ErrorKind::ValueValidation => Misuse::OptionRefused {
            argument,
            value,
            command,
        },
        ErrorKind::InvalidSubcommand => unknown_command(error, command),
        ErrorKind::MissingSubcommand => Misuse::CommandMissing { command },
        ErrorKind::ArgumentConflict => conflict(error, argument, command),
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => Misuse::OptionCount { argument, command },
        ErrorKind::InvalidUtf8 => Misuse::NotUtf8 { command },
        _ => return None,
    };
    Some(misuse)
}

fn unknown_command(error: &Error, command: String) -> Misuse {
    let name = text(error, ContextKind::InvalidSubcommand);
    let nearest = match error.get(ContextKind::SuggestedSubcommand) {
        Some(ContextValue::Strings(all)) => table::nearest(&name, all.iter().map(String::as_str)).to_owned(),
        _ => text(error, ContextKind::SuggestedSubcommand),
    };
    match nearest {
        // Nobody is led to take something away by a slip of the hand.
        nearest if nearest.is_empty() || nearest.contains("remove") || nearest.contains("hapus") => {
            Misuse::CommandUnknown { name, command }
        }
        nearest => Misuse::CommandNearly {
            name,
            nearest,
            command,
        },
    }
}

fn conflict(error: &Error, argument: String, command: String) -> Misuse {
    match text(error, ContextKind::PriorArg) {
        other if other == argument => Misuse::OptionTwice { argument },
        other => Misuse::OptionConflict {
            argument,
            other,
            command,
        },
    }
}

/// What clap knows of the refusal, as text; several values in a row.
fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::None) | None => String::new(),
        Some(value) => value.to_string(),
    }
}

/// The command that was typed, by the names that the help knows: `bina mentoring pair`.
fn command(root: Command, args: &[OsString]) -> String {
    let mut names = vec!["bina"];
    let mut at = &root;
    for word in args.iter().skip(1) {
        if let Some(next) = word.to_str().and_then(|word| at.find_subcommand(word)) {
            names.push(next.get_name());
            at = next;
        }
    }
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_told_by_its_names() {
        let said = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            command(super::super::tree(Lang::Id, Some(&args)), &args)
        };
        assert_eq!(
            said("bina -C data pendampingan pasangkan x"),
            "bina mentoring pair"
        );
        assert_eq!(said("bina zzz list"), "bina");
    }
}
