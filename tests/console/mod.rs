//! Console blocks in a text: what is typed there, what it prints, and the text with that put in.
//!
//! A block is fenced as `console`; a line that begins with `$ ` is typed, with `> ` it goes on, and what follows is
//! what it prints. Other blocks are not run.

#![allow(dead_code, reason = "each test uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Stands between the output of two commands.
const BETWEEN: &str = "\u{1e}";

/// A shell in a place, with the program on its path and nothing of this machine's settings.
pub(crate) fn shell(place: &Path) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_bina")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [program.to_owned()]
        .into_iter()
        .chain(std::env::split_paths(&path));
    let mut shell = Command::new("sh");
    shell
        .current_dir(place)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("HOME", place)
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "init.defaultBranch")
        .env("GIT_CONFIG_VALUE_0", "main")
        .env("GIT_AUTHOR_NAME", "Kepegawaian")
        .env("GIT_AUTHOR_EMAIL", "kepegawaian@example.go.id")
        .env("GIT_COMMITTER_NAME", "Kepegawaian")
        .env("GIT_COMMITTER_EMAIL", "kepegawaian@example.go.id")
        .env_remove("BINA_DIR")
        .stdin(Stdio::null());
    shell
}

/// What is typed in the console blocks of a text, in its order.
pub(crate) fn typed(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    let mut is_console = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) {
            commands.push(command.to_owned());
        } else if let Some(more) = line.strip_prefix("> ").filter(|_| is_console) {
            let last = commands.last_mut().unwrap();
            let _ = write!(last, "\n{more}");
        }
    }
    commands
}

/// What commands print, each after the other in one shell in a place.
pub(crate) fn printed(place: &Path, commands: &[String]) -> Vec<String> {
    let script: String = commands
        .iter()
        .map(|command| format!("{command}\nprintf '{BETWEEN}'\n"))
        .collect();
    let mut shell = shell(place);
    let out = shell
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_terminator(BETWEEN).map(str::to_owned).collect()
}

/// The text with the output of its console blocks put in.
pub(crate) fn filled(text: &str, printed: &[String]) -> String {
    let (mut out, mut printed) = (String::new(), printed.iter());
    let (mut is_console, mut output) = (false, "");
    for line in text.lines() {
        let is_typed = line.starts_with("$ ");
        if line.starts_with("```") || (is_console && is_typed) {
            out += std::mem::take(&mut output);
        }
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if is_console && is_typed {
            output = printed.next().unwrap();
        } else if is_console && !line.starts_with("> ") {
            continue;
        }
        let _ = writeln!(out, "{line}");
    }
    out
}
