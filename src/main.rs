//! The door of the program: reads clock, environment and entropy once, and hands them to the command line.

use bina::cli::pager::PagedScreen;
use bina::cli::waiting::{PATIENCE, WaitingSign};
use bina::cli::{self, completing, streams};
use bina::files::disk::RealDisk;
use bina::headway::Headway;
use bina::records::time::Day;
use bina::session::Session;
use bina::words::Lang;
use chrono::Datelike;
use indicatif::ProgressDrawTarget;
use std::collections::hash_map::RandomState;
use std::ffi::OsString;
use std::hash::{BuildHasher, Hasher};
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

#[allow(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the environment and the clock"
)]
fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let today = chrono::Local::now().date_naive();
    let is_terminal = std::io::stdout().is_terminal();
    let lang = message_lang(
        env("LC_ALL")
            .or_else(|| env("LC_MESSAGES"))
            .or_else(|| env("LANG"))
            .as_deref(),
    );
    let is_dumb = env("TERM").as_deref() == Some("dumb");
    let progress = Arc::new(Headway::default());
    let is_shown = std::io::stderr().is_terminal() && !is_dumb && !args.iter().any(|arg| arg == "--quiet");
    let sign = match is_shown {
        true => WaitingSign::show(ProgressDrawTarget::stderr(), PATIENCE, progress.clone(), lang),
        false => WaitingSign::default(),
    };
    let size = terminal_size::terminal_size().filter(|_| is_terminal);
    let height = size.filter(|_| !is_dumb && env(completing::ASKED).is_none());
    let height = height.map(|(_, height)| usize::from(height.0));
    let pager = env("BINA_PAGER").or_else(|| env("PAGER"));
    let screen = PagedScreen::new(std::io::stdout().lock(), height, pager, env("LESS"));
    let out = streams::Data::new(screen, is_terminal, sign.clone());
    let mut out = out.nowhere(streams::is_null(std::io::stdout()));
    // Not locked, because the sign of who waits stands there too.
    let mut err = streams::Aside(std::io::stderr(), sign.clone());
    let mut input = std::io::stdin().lock();
    let mut session = Session {
        here: std::env::current_dir().unwrap_or_default(),
        fallback: env("BINA_DIR").map(Into::into),
        chosen: None,
        today: Day::of(today.year(), today.month(), today.day()).unwrap_or(bina::records::time::Day::FIRST),
        as_of_given: false,
        lang,
        asked_lang: None,
        terminal_width: size.map(|(width, _)| usize::from(width.0)),
        input_is_terminal: std::io::stdin().is_terminal(),
        can_ask: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
        color: is_terminal && env("NO_COLOR").is_none() && !is_dumb,
        quiet: false,
        keeping: None,
        holder: holder(&args, env("USER").or_else(|| env("USERNAME"))),
        disk: &RealDisk,
        out: &mut out,
        err: &mut err,
        input: &mut input,
        entropy: &mut || RandomState::new().build_hasher().finish(),
        typed_in: None,
        seen: Default::default(),
        progress,
    };
    let exit = match env(completing::ASKED) {
        Some(shell) => completing::answer(&shell, &args, &mut session),
        None => cli::run(&args, &mut session),
    };
    sign.end();
    ExitCode::from(exit.code())
}

/// Who runs the command, as another who waits will be told: the user, and the command without what it is about.
fn holder(args: &[OsString], user: Option<String>) -> String {
    let words = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let words: Vec<_> = words.take_while(|word| !word.starts_with('-')).take(2).collect();
    let command = format!("bina {}", words.join(" "));
    user.map_or(command.clone(), |user| format!("{user}, {}", command.trim_end()))
}

/// The language of messages: English where the system asks for it, else Indonesian.
fn message_lang(locale: Option<&str>) -> Lang {
    match locale {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::Id,
    }
}
