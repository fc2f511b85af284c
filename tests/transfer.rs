//! A person moves from one office to another and nothing of the history is lost on the way.

mod office;

use office::{Office, Said, changes, tree, words};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with what each office of the tests begins with.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The office that Joko leaves.
fn old() -> Office {
    Office::new(&[&folder("cmd.office"), &folder("transfer/old")])
}

/// The office that he comes to.
fn new() -> Office {
    Office::new(&[&folder("transfer/new")])
}

/// Hands the file of the old office to the new one.
fn carry(from: &Office, to: &Office) {
    let file = "pindah.toml";
    let path = |office: &Office| office.root().with_file_name(file);
    fs::copy(path(from), path(to)).expect("the file");
}

fn run(office: &mut Office, line: &str) -> Said {
    let args = words(line);
    office.run(&args.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

fn leave(office: &mut Office) -> Said {
    run(office, "staff transfer-out joko --on 2026-11-16 -o pindah.toml")
}

fn enter(office: &mut Office) -> Said {
    run(
        office,
        "staff transfer-in pindah.toml --unit sek --position Pengelola --supervisor sri",
    )
}

/// Compares with a file beside the offices; `BINA_BLESS=1` writes it.
#[allow(
    clippy::disallowed_methods,
    reason = "blessing is asked for by the environment"
)]
fn expect(name: &str, seen: &str) {
    let path = folder("transfer").join(name);
    if std::env::var_os("BINA_BLESS").is_some() {
        fs::write(&path, seen).expect("a golden file");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == seen, "{name}: expected\n{expected}\nseen\n{seen}");
}

/// What a command said and changed, as one text.
fn story(office: &mut Office, act: impl FnOnce(&mut Office) -> Said) -> String {
    let (before, errors) = (office.tree(), office.errors());
    let said = act(office);
    assert_eq!(office.errors(), errors, "no new error");
    format!(
        "{}{}status {}\n\n{}",
        said.stdout,
        said.stderr,
        said.status,
        changes(&before, &office.tree())
    )
}

#[test]
fn a_history_leaves_as_a_file_that_can_be_read() {
    let mut office = old();
    expect("out.txt", &story(&mut office, leave));
    let file = office.root().with_file_name("pindah.toml");
    expect("pindah.toml", &fs::read_to_string(file).expect("the file"));
}

#[test]
fn leaving_again_gives_the_same_file() {
    let mut office = old();
    leave(&mut office);
    let file = office.root().with_file_name("pindah.toml");
    let (first, before) = (fs::read(&file).expect("the file"), office.tree());
    assert_eq!(leave(&mut office).status, 0);
    assert_eq!(fs::read(&file).expect("the file"), first);
    assert_eq!(office.tree(), before);
}

#[test]
fn a_history_enters_another_office_once() {
    let (mut from, mut to) = (old(), new());
    leave(&mut from);
    carry(&from, &to);
    expect("in.txt", &story(&mut to, enter));
    expect("again.txt", &story(&mut to, enter));
}

#[test]
fn a_column_that_an_office_lacks_is_added_with_its_first_value() {
    let mut from = Office::new(&[
        &folder("cmd.office"),
        &folder("transfer/old"),
        &folder("transfer/old-narrow"),
    ]);
    let mut to = Office::new(&[&folder("transfer/new"), &folder("transfer/new-narrow")]);
    leave(&mut from);
    let file = from.root().with_file_name("pindah.toml");
    expect("pindah.toml", &fs::read_to_string(file).expect("the file"));
    carry(&from, &to);
    expect("in-narrow.txt", &story(&mut to, enter));
    for office in [&mut from, &mut to] {
        assert_eq!(run(office, "format --check"), Said::default());
    }
}

#[test]
fn an_id_that_is_somebody_elses_is_minted_anew() {
    let (mut from, mut to) = (old(), new());
    leave(&mut from);
    carry(&from, &to);
    run(&mut to, "staff add pjoko003 --name Rahmat --employment non-asn");
    expect("in-minted.txt", &story(&mut to, enter));
    expect("again-minted.txt", &story(&mut to, enter));
}

#[test]
fn what_is_brought_can_be_brought_on() {
    let (mut from, mut to) = (old(), new());
    leave(&mut from);
    carry(&from, &to);
    enter(&mut to);
    let said = run(&mut to, "staff transfer-out joko --on 2026-11-19 -o pindah.toml");
    assert_eq!(said.status, 0);
    let mut third = Office::new(&[&folder("transfer/new")]);
    carry(&to, &third);
    assert_eq!(enter(&mut third).status, 0);
    let of = |office: &Office, name: &str| {
        let tree = tree(&office.root());
        String::from_utf8(tree[name].clone()).expect("text")
    };
    for name in [
        "participation/2026-10.csv",
        "evaluations/2026-Q3.csv",
        "certificates.csv",
    ] {
        assert_eq!(of(&to, name), of(&third, name), "{name}");
    }
}
