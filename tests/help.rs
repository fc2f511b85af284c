//! The help of every command in both languages, byte for byte, and the example that each of them shows.
//!
//! `tests/help/<language>/bina.txt` is that of the whole program, `<command>.txt` that of one command and its verbs;
//! what every command repeats is left out there. `BINA_BLESS=1 cargo test --test help` writes every file anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
mod office;

use bina::cli;
use bina::words::Lang;
use bina::words::topics::TOPICS;
use clap::Command;
use office::{Office, words};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The help of a command, as printed.
fn help(office: &mut Office, command: &[&str], lang: Lang) -> String {
    said(office, &[command, &["--help"]].concat(), lang)
}

/// What a command prints, which has nothing else to say.
fn said(office: &mut Office, command: &[&str], lang: Lang) -> String {
    let arguments = [command, &["--lang", lang.code()]].concat();
    let said = office.run(&arguments, "");
    assert_eq!((said.status, &*said.stderr), (0, ""), "{command:?}");
    said.stdout
}

/// What the help of every command repeats: the options of `bina` itself, from their heading on.
fn repeated(whole: &str) -> &str {
    let at = whole.find("  -C, --directory").unwrap();
    let heading = whole[..at].trim_end().rfind('\n').unwrap();
    &whole[heading..]
}

/// All help, by file.
fn all(lang: Lang) -> BTreeMap<PathBuf, String> {
    let (mut office, folder) = (Office::nowhere(), golden::folder("help").join(lang.code()));
    let whole = help(&mut office, &[], lang);
    let file = |name: &str| folder.join(format!("{name}.txt"));
    let mut out = BTreeMap::new();
    for command in cli::tree(lang, None).get_subcommands() {
        let name = command.get_name();
        let mut text = help(&mut office, &[name], lang);
        for verb in command.get_subcommands() {
            text += &format!("\n== {name} {}\n\n", verb.get_name());
            text += &help(&mut office, &[name, verb.get_name()], lang);
        }
        out.insert(file(name), text.replace(repeated(&whole), "\n"));
    }
    let topics = TOPICS.iter().map(|topic| {
        let (name, own) = (topic.names[0], topic.names[1]);
        let told = said(&mut office, &["help", name], lang);
        assert_eq!(told, said(&mut office, &["bantuan", own], lang), "{name}");
        format!("== {name} · {own}\n\n{told}\n")
    });
    let topics: String = topics.collect();
    out.insert(
        file("topics"),
        said(&mut office, &["help"], lang) + "\n" + &topics,
    );
    out.insert(file("bina"), whole);
    out
}

#[test]
fn every_help_is_as_expected() {
    let mut wrong = Vec::new();
    let expected: BTreeMap<PathBuf, String> = [Lang::Id, Lang::En].into_iter().flat_map(all).collect();
    for (file, text) in &expected {
        wrong.extend(golden::compare(file, text));
    }
    let files = golden::files(&golden::folder("help"));
    let left = files.iter().filter(|file| !expected.contains_key(*file));
    wrong.extend(left.map(|file| format!("{}: there is no such command", file.display())));
    golden::none(&wrong);
}

/// The commands that can be run, with their example.
fn examples() -> Vec<String> {
    let tree = cli::tree(Lang::En, None);
    let leaves = tree.get_subcommands().flat_map(|command| {
        let verbs: Vec<&Command> = command.get_subcommands().collect();
        if verbs.is_empty() { vec![command] } else { verbs }
    });
    let shown = leaves.filter_map(|command| command.get_after_help().map(ToString::to_string));
    let example = |text: String| {
        text.lines()
            .find_map(|line| Some(line[line.find("bina ")?..].to_owned()))
    };
    let shown = shown.filter_map(example);
    shown.collect()
}

#[test]
fn every_example_is_understood() {
    let examples = examples();
    assert!(!examples.is_empty());
    for example in examples {
        let parsed = cli::tree(Lang::En, None).try_get_matches_from(words(&example));
        assert!(parsed.is_ok(), "{example}\n{}", parsed.unwrap_err());
    }
}

#[test]
fn a_topic_that_there_is_not_is_refused_with_those_that_there_are() {
    let mut office = Office::nowhere();
    let said = office.run(&["help", "tangal"], "");
    assert_eq!((said.status, &*said.stdout), (2, ""));
    assert!(
        said.stderr
            .contains("Maksudnya `tanggal`? Yang ada: tanggal, periode,"),
        "{said:?}"
    );
}

#[test]
fn a_shell_is_told_whom_to_ask() {
    let mut office = Office::nowhere();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = said(&mut office, &["completions", shell], Lang::Id);
        assert!(
            script.contains("BINA_COMPLETE") && script.len() < 5_000,
            "{shell}: {script}"
        );
    }
    assert_eq!(office.run(&["completions", "cmd"], "").status, 2);
}

/// What bash offers behind what is typed, in a copy of `data/`.
#[cfg(unix)]
fn offered(office: &Office, typed: &str) -> Vec<String> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_bina"));
    let out = std::process::Command::new(program)
        .args(["--"])
        .args(typed.split(' '))
        .env("BINA_COMPLETE", "bash")
        .env("BINA_DIR", office.root())
        .env("LANG", "id_ID.UTF-8")
        .env_remove("LC_ALL")
        .env("_CLAP_COMPLETE_INDEX", (typed.split(' ').count() - 1).to_string())
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn a_shell_that_asks_is_told_commands_options_and_what_the_records_hold() {
    let office = Office::of(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data"));
    for (typed, wanted) in [
        ("bina train", "training"),
        ("bina pelat", "pelatihan"),
        ("bina training enr", "enroll"),
        ("bina report --edi", "--edition"),
        ("bina report monthly --edition um", "umum"),
        ("bina report not", "notice"),
        ("bina laporan papan", "papan-pengumuman"),
        ("bina report brief --month 2026-1", "2026-10"),
        (
            "bina training enroll 2026-10/webinar",
            "2026-10/webinar-akal-imitasi",
        ),
        ("bina posting add x 2026-01-01 --unit kel-ter", "kel-terjun"),
        ("bina help orang", "orang"),
    ] {
        let told = offered(&office, typed);
        assert!(told.iter().any(|one| one == wanted), "{typed}: {told:?}");
    }
    assert!(offered(&office, "bina training enroll 2031").is_empty());
}

#[test]
fn the_manual_has_a_page_of_every_command() {
    let mut office = Office::nowhere();
    let page = said(&mut office, &["man"], Lang::Id);
    assert!(page.contains(".SH NAMA\nbina \\- Catatan dan laporan"), "{page}");
    let tree = cli::tree(Lang::En, None);
    for command in tree.get_subcommands() {
        let verbs = command
            .get_subcommands()
            .map(|verb| vec![command.get_name(), verb.get_name()]);
        for words in verbs.chain([vec![command.get_name()]]) {
            let page = said(&mut office, &[&["man"][..], &words].concat(), Lang::En);
            let name = format!(".SH NAME\nbina-{} \\-", words.join("-"));
            assert!(
                page.replace("\\-", "-").contains(&name.replace("\\-", "-")),
                "{page}"
            );
        }
    }
    assert_eq!(office.run(&["man", "pelatihan", "daftarkan"], "").status, 0);
    assert_eq!(office.run(&["man", "pelatihan", "nyanyi"], "").status, 2);
}
