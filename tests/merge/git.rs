//! Two desks with the real git: one clone that knows the records, and one that does not.

use crate::office::{Office, words};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// An office in git with two people of whom each has a branch. `None` where there is no git.
fn office(with_driver: bool) -> Option<Office> {
    if Command::new("git").arg("--version").output().is_err() {
        // Nobody who has no git can merge with it.
        return None;
    }
    let mut office = Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")]);
    match with_driver {
        true => assert_eq!(run(&mut office, "init --git").status, 0),
        false => done(&office, "init --quiet"),
    }
    for (name, value) in [
        ("user.name", "Rina"),
        ("user.email", "rina@contoh.go.id"),
        ("commit.gpgsign", "false"),
    ] {
        done(&office, &format!("config {name} {value}"));
    }
    done(&office, "checkout -q -b utama");
    record(&office, "awal");
    Some(office)
}

fn run(office: &mut Office, line: &str) -> crate::office::Said {
    let mut args = words(line);
    if args[0] == "init" {
        let root = office.root().display().to_string();
        args.insert(1, root);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).chain(["--lang", "en"]).collect();
    office.run(&args, "")
}

/// Runs git with this `bina` before every other.
fn git(office: &Office, line: &str) -> Output {
    let own = Path::new(env!("CARGO_BIN_EXE_bina")).parent().unwrap().to_owned();
    let paths = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let paths = std::env::join_paths([own].into_iter().chain(paths)).unwrap();
    let mut git = Command::new("git");
    git.env("PATH", paths)
        .env("LC_ALL", "C")
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL");
    git.env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", office.root().join("none"));
    git.current_dir(office.root()).args(words(line)).output().unwrap()
}

#[track_caller]
fn done(office: &Office, line: &str) {
    let output = git(office, line);
    assert!(
        output.status.success(),
        "git {line}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn record(office: &Office, message: &str) {
    done(office, "add -A");
    done(office, &format!("commit -q -m {message}"));
}

/// What each of two people records on a branch of its own; then theirs is merged into ours.
fn two_desks(office: &mut Office, here: &[&str], there: &[&str]) -> Output {
    done(office, "checkout -q -b sana");
    for line in there {
        let said = run(office, line);
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    }
    record(office, "sana");
    done(office, "checkout -q utama");
    for line in here {
        let said = run(office, line);
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    }
    record(office, "sini");
    git(office, "merge -q sana --no-edit")
}

fn file(office: &Office, name: &str) -> String {
    fs::read_to_string(office.root().join(name)).unwrap()
}

/// What two people record who do not contradict each other, in lines that lie side by side.
const HERE: [&str; 3] = [
    "unit add aula --name Aula --parent kec",
    "holiday add 2026-12-24 --name \"Cuti bersama\"",
    "staff set rina --email rina@contoh.go.id",
];
const THERE: [&str; 3] = [
    "unit add arsip --name Arsip --parent kec",
    "holiday add 2026-12-25 --name Natal",
    "staff set rina --title-before Dra.",
];

#[test]
fn what_does_not_contradict_is_put_together() {
    let Some(mut office) = office(true) else { return };
    let merged = two_desks(&mut office, &HERE, &THERE);
    assert!(
        merged.status.success(),
        "{}{}",
        text(&merged.stdout),
        text(&merged.stderr)
    );
    both_are_there(&office);
}

/// What git calls a commit that it moves holds its message, which has a colon in the commits that the program makes.
#[test]
fn commits_that_are_moved_are_put_together_as_those_that_are_merged() {
    let Some(mut office) = office(true) else { return };
    let on = |office: &mut Office, branch: &str, day: &str| {
        done(office, &format!("checkout -q -b {branch} utama"));
        assert_eq!(run(office, &format!("holiday add {day} --name Hari")).status, 0);
        done(office, &format!("commit -q -a -m \"holiday add: {day}\""));
    };
    on(&mut office, "sana", "2027-03-03");
    on(&mut office, "sini", "2027-04-04");
    done(&office, "rebase -q sana");
    let holidays = file(&office, "holidays.csv");
    assert!(
        holidays.contains("2027-03-03") && holidays.contains("2027-04-04"),
        "{holidays}"
    );
}

fn both_are_there(office: &Office) {
    let units = file(office, "units.csv");
    assert!(
        units.contains("aula,Aula") && units.contains("arsip,Arsip"),
        "{units}"
    );
    let staff = file(office, "staff.csv");
    let rina = staff.lines().find(|line| line.contains("rina@")).unwrap();
    assert!(rina.contains("Dra."), "{rina}");
    let holidays = file(office, "holidays.csv");
    assert!(
        holidays.contains("2026-12-24,Cuti") && holidays.contains("2026-12-25,Natal"),
        "{holidays}"
    );
}

#[test]
fn a_clone_that_does_not_know_the_records_is_helped_afterwards() {
    let Some(mut office) = office(false) else { return };
    let said = run(&mut office, "check");
    assert!(said.stderr.contains("Type once: bina init"), "{}", said.stderr);
    let merged = two_desks(&mut office, &HERE, &THERE);
    assert!(!merged.status.success());
    let said = run(&mut office, "status");
    assert!(
        said.stderr.contains("A merge of git is waiting: "),
        "{}",
        said.stderr
    );
    let said = run(&mut office, "resolve");
    assert_eq!((said.status, &*said.stdout), (0, ""), "{}", said.stderr);
    both_are_there(&office);
    done(&office, "commit -q --no-edit");
    assert_eq!(run(&mut office, "resolve").stderr, "No merge is waiting.\n");
}

#[cfg(unix)]
#[test]
fn where_git_does_not_find_the_program_nothing_of_either_side_is_lost() {
    let Some(mut office) = office(true) else { return };
    let here = ["unit set sek --name Loket"];
    let merged = two_desks(&mut office, &here, &["unit set sek --name Layanan"]);
    assert_eq!(merged.status.code(), Some(1));
    done(&office, "merge --abort");
    let paths = std::env::var_os("PATH").unwrap();
    let program = std::env::split_paths(&paths).map(|folder| folder.join("git"));
    let mut git = Command::new(program.into_iter().find(|file| file.is_file()).unwrap());
    git.env("PATH", office.root().join("none"));
    git.current_dir(office.root()).args(["merge", "-q", "sana"]);
    assert!(!git.output().unwrap().status.success());
    let units = file(&office, "units.csv");
    for text in ["<<<<<<<", "Loket", "Layanan"] {
        assert!(units.contains(text), "{units}");
    }
}

#[test]
fn a_contradiction_is_asked_and_decided() {
    for with_driver in [true, false] {
        let Some(mut office) = office(with_driver) else {
            return;
        };
        let (here, there) = (
            ["unit set sek --name Loket", "unit add aula --name Aula"],
            ["unit set sek --name Layanan", "unit add arsip --name Arsip"],
        );
        let merged = two_desks(&mut office, &here, &there);
        let said = text(&merged.stderr) + &text(&merged.stdout);
        assert_eq!(merged.status.code(), Some(1), "{said}");
        if with_driver {
            let sentence = "units.csv: unit:sek \"Loket\": name was Sekretariat, here Loket, there Layanan";
            assert!(said.contains(sentence), "{said}");
            assert!(file(&office, "units.csv").contains("<<<<<<< here · name: Loket\n"));
        }
        let said = run(&mut office, "resolve");
        assert_eq!(said.status, 1);
        let told = "units.csv: 1 thing is in dispute\n  unit:sek \"Loket\": name was Sekretariat, here Loket, there Layanan\n    decide: bina resolve unit:sek --ours | --theirs | --set name=…\n";
        assert_eq!(
            said.stdout,
            format!("here: Rina, \"sini\"; there: Rina, \"sana\"\n{told}")
        );
        // What is no choice changes nothing.
        for wrong in [
            "resolve unit:kec --ours",
            "resolve unit:sek",
            "resolve unit:sek --set nam=x",
            "resolve unit:sek --ours --theirs",
        ] {
            let before = office.tree();
            assert_eq!(run(&mut office, wrong).status, 2, "{wrong}");
            assert_eq!(office.tree(), before, "{wrong}");
        }
        assert_eq!(
            run(&mut office, "resolve unit:sek --set name=\"Loket Layanan\"").status,
            0
        );
        // What was written and not told to git before the machine stopped is told now.
        let units = file(&office, "units.csv");
        assert!(
            units.contains("sek,Loket Layanan,") && units.contains("arsip,") && units.contains("aula,"),
            "{units}"
        );
        done(&office, "commit -q --no-edit");
    }
}

#[test]
fn what_one_took_out_and_the_other_changed_is_asked() {
    let Some(mut office) = office(true) else { return };
    let training = "training add 2026-12/arsip --title Arsip --method KL10 --mode classroom --start 2026-12-01 --end 2026-12-02 --jp 10";
    assert_eq!(run(&mut office, training).status, 0);
    record(&office, "pelatihan");
    let merged = two_desks(
        &mut office,
        &["training remove 2026-12/arsip"],
        &[
            "training set 2026-12/arsip --place x",
            "training set 2026-12/arsip --jp 12",
        ][1..],
    );
    assert!(!merged.status.success());
    let said = run(&mut office, "resolve");
    let name = "trainings/2026-12/arsip.toml";
    assert!(
        said.stdout
            .contains(&format!("{name}: removed here, changed there")),
        "{}",
        said.stdout
    );
    assert_eq!(run(&mut office, &format!("resolve {name} --theirs")).status, 0);
    assert!(file(&office, name).contains("jp = 12"));
    done(&office, "commit -q --no-edit");
}

#[test]
fn a_clone_is_made_ready_once_and_says_what_it_lacks() {
    let Some(mut office) = office(false) else { return };
    let said = run(&mut office, "init --check");
    assert_eq!(said.status, 1);
    assert!(
        said.stdout.contains("merge.bina.driver\n") && said.stdout.contains("pre-merge-commit"),
        "{}",
        said.stdout
    );
    assert_eq!(run(&mut office, "init --git").status, 0);
    let tree = office.tree();
    assert_eq!(run(&mut office, "init --check").status, 0);
    assert_eq!(run(&mut office, "init --git").status, 0);
    assert_eq!(office.tree(), tree, "the second time changes nothing");
    assert!(!run(&mut office, "check").stderr.contains("bina init"));
    // Somebody's own hook stays.
    let hook = office.root().join(".git/hooks/pre-merge-commit");
    fs::remove_file(&hook).unwrap();
    fs::copy(office.root().join("units.csv"), &hook).unwrap();
    let said = run(&mut office, "init --git");
    assert!(
        said.stderr
            .contains("Add this line to it yourself: bina -C '.' check --quiet"),
        "{}",
        said.stderr
    );
    assert_eq!(
        fs::read(&hook).unwrap(),
        fs::read(office.root().join("units.csv")).unwrap()
    );
}

#[test]
fn what_was_settled_by_hand_is_told_to_git_and_nothing_typed_there_is_lost() {
    let Some(mut office) = office(true) else { return };
    let (here, there) = (["unit set sek --name Loket"], ["unit set sek --name Layanan"]);
    two_desks(&mut office, &here, &there);
    let units = office.root().join("units.csv");
    // A row typed beside the marks stays, and the rest is still asked.
    let marked =
        file(&office, "units.csv").replace("kec,Kecamatan Uji", "gudang,Gudang,kec,no\nkec,Kecamatan Uji");
    write(&units, &marked);
    assert_eq!(run(&mut office, "resolve").status, 1);
    assert_eq!(file(&office, "units.csv").matches("gudang,Gudang").count(), 1);
    // So is what was written when the machine stopped before git heard of it.
    let (before, rest) = marked.split_once("<<<<<<<").unwrap();
    let behind = rest.rsplit_once(">>>>>>>").unwrap().1.split_once('\n').unwrap().1;
    write(&units, &format!("{before}sek,Sekretariat Baru,kec,no\n{behind}"));
    assert_eq!(run(&mut office, "resolve").status, 0);
    assert!(file(&office, "units.csv").contains("sek,Sekretariat Baru"));
    done(&office, "commit -q --no-edit");
}

/// What somebody types into a file.
#[allow(clippy::disallowed_methods, reason = "an officer's editor takes no turn")]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

#[test]
fn what_is_settled_is_checked_before_it_is_recorded() {
    let Some(mut office) = office(true) else { return };
    let (here, there) = (
        [
            "unit add aula --name Aula",
            "unit add gudang --name Gudang --parent aula",
            "unit set sek --name Loket",
        ],
        ["unit set sek --name Layanan"],
    );
    two_desks(&mut office, &here, &there);
    // Somebody takes out what another row names.
    let units = file(&office, "units.csv");
    let row = units.lines().find(|line| line.starts_with("aula,")).unwrap();
    write(
        &office.root().join("units.csv"),
        &units.replace(&format!("{row}\n"), ""),
    );
    let said = run(&mut office, "resolve unit:sek --ours");
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("but together the records hold 1 error"),
        "{}",
        said.stderr
    );
    assert!(
        !git(&office, "commit -q --no-edit").status.success(),
        "the hook lets it pass"
    );
    assert_eq!(run(&mut office, "unit set gudang --parent kec").status, 0);
    done(&office, "add -A");
    done(&office, "commit -q --no-edit");
}

#[test]
fn a_merge_that_lost_something_is_told() {
    let Some(mut office) = office(true) else { return };
    assert!(two_desks(&mut office, &HERE, &THERE).status.success());
    assert_eq!(run(&mut office, "check --merge HEAD").status, 0);
    assert_eq!(run(&mut office, "check --merge HEAD^").status, 2);
    assert_eq!(run(&mut office, "unit remove arsip").status, 0);
    done(&office, "commit -q -a --amend --no-edit");
    let said = run(&mut office, "check --merge HEAD");
    assert_eq!(said.status, 1);
    assert!(
        said.stdout.starts_with("--- units.csv") && said.stdout.contains("\n+arsip,Arsip,"),
        "{}",
        said.stdout
    );
}

#[test]
fn git_shows_records_in_their_words() {
    let Some(mut office) = office(true) else { return };
    assert_eq!(run(&mut office, "unit set sek --name Loket").status, 0);
    let shown = text(&git(&office, "diff -U0").stdout);
    assert!(
        shown.contains("-  name: Sekretariat\n+  name: Loket\n"),
        "{shown}"
    );
}
