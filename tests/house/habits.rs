//! Habits that clippy cannot hold: small files with a head, no drawers for odds and ends, one door to the world.

use crate::source::{Line, Source, none, rust_files};

/// How many lines a file may have, with the tests at its end.
const MOST_LINES: usize = 500;

/// Files that may be longer, how long, and why.
const LONG: &[(&str, usize, &str)] = &[
    (
        "src/records/cell.rs",
        560,
        "it declares one kind of cell after the other",
    ),
    (
        "src/records/code.rs",
        560,
        "it declares one list of codes after the other",
    ),
    (
        "src/records/table.rs",
        560,
        "what a table is, and the macro that declares one",
    ),
];

/// How many lines a function may have.
const MOST_LINES_OF_FUNCTION: usize = 60;

/// How many functions are longer still, to become fewer.
const LONG_FUNCTIONS: usize = 18;

/// Names that say nothing: a helper lives beside its only user, then in the lowest layer that needs it, under a noun.
const DRAWERS: &[&str] = &["util", "utils", "common", "helper", "helpers", "misc", "shared"];

/// What only `main` may touch, because everything else is handed the world in its session.
const WORLD: &[&str] = &[
    "println!",
    "eprintln!",
    "print!(",
    "env::args",
    "env::var",
    "env::current_dir",
    "env::temp_dir",
    "process::exit",
    "io::stdin",
    "io::stdout",
    "io::stderr",
    "SystemTime::now",
    "Instant::now",
    "Local::now",
    "Utc::now",
    "RandomState::new",
];

/// Lints that stand for these bans, and the only places that may switch them off.
const SWITCHED_OFF: &[(&str, &[&str])] = &[
    ("clippy::disallowed_methods", &["src/main.rs", "src/files/"]),
    ("clippy::print_stdout", &[]),
    ("clippy::print_stderr", &[]),
    ("clippy::unwrap_used", &[]),
    ("dead_code", &[]),
];

#[test]
fn files_stay_small() {
    let mut wrong = Vec::new();
    for source in rust_files("src").iter().chain(&rust_files("tests")) {
        let (path, lines) = (&source.path, source.text.lines().count());
        let listed = LONG.iter().find(|(long, _, _)| long == path);
        let most = listed.map_or(MOST_LINES, |(_, most, _)| *most);
        if listed.is_some() && lines <= MOST_LINES {
            wrong.push(format!("{path}: it is short again: take it off the list"));
        }
        if lines > most {
            wrong.push(format!(
                "{path}: {lines} lines, more than {most}: split it where it has two subjects"
            ));
        }
    }
    none(wrong);
}

/// The functions of a file that have a body of several lines: where each begins and how many lines it has, by the
/// brace that stands below its `fn`.
fn functions(source: &Source) -> Vec<(Line<'_>, usize)> {
    let lines: Vec<Line<'_>> = source.lines().collect();
    let mut out = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let head = line.code.trim_start();
        if !["fn ", "pub", "const "]
            .iter()
            .any(|start| head.starts_with(start))
            || !head.contains("fn ")
        {
            continue;
        }
        let signature = lines[at..]
            .iter()
            .find(|line| line.code.ends_with(['{', ';', '}']));
        if signature.is_some_and(|line| line.code.ends_with('{')) {
            let indent = &line.code[..line.code.len() - head.len()];
            let closes = |line: &Line<'_>| line.code.strip_prefix(indent) == Some("}");
            let end = lines[at..].iter().position(closes);
            out.extend(end.map(|end| (*line, end + 1)));
        }
    }
    out
}

#[test]
fn functions_stay_short() {
    let sources = rust_files("src");
    let mut long = Vec::new();
    for source in &sources {
        let functions = functions(source).into_iter();
        let over = functions.filter(|(_, lines)| *lines > MOST_LINES_OF_FUNCTION);
        long.extend(over.map(|(line, lines)| format!("{}: {lines} lines", source.at(line))));
    }
    assert!(
        long.len() <= LONG_FUNCTIONS,
        "\n{}\n{LONG_FUNCTIONS} functions may be over {MOST_LINES_OF_FUNCTION} lines: give the steps of one of them names\n",
        long.join("\n")
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let headless = rust_files("src")
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "));
    none(
        headless
            .map(|source| format!("{}:1: begin with `//!` and one sentence of purpose", source.path))
            .collect(),
    );
}

#[test]
fn no_module_is_a_drawer() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        for name in source.modules().iter().filter(|name| DRAWERS.contains(name)) {
            wrong.push(format!(
                "{}: `{name}` says nothing: name it after what is in it",
                source.path
            ));
        }
    }
    none(wrong);
}

#[test]
fn only_main_touches_the_world() {
    let mut wrong = Vec::new();
    for source in rust_files("src")
        .iter()
        .filter(|source| source.path != "src/main.rs")
    {
        for line in source.lines().filter(|line| !line.is_test) {
            for what in WORLD.iter().filter(|what| line.code.contains(**what)) {
                wrong.push(format!(
                    "{}: `{what}`: take it from the session, which main fills",
                    source.at(line)
                ));
            }
        }
    }
    none(wrong);
}

#[test]
fn bans_are_switched_off_only_where_they_do_not_apply() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        for (lint, places) in SWITCHED_OFF {
            let may = |source: &Source| places.iter().any(|place| source.path.starts_with(place));
            let allows = source
                .lines()
                .filter(|line| !line.is_test && line.code.contains(lint) && !may(&source));
            wrong
                .extend(allows.map(|line| format!("{}: `{lint}` is not switched off here", source.at(line))));
        }
    }
    none(wrong);
}
