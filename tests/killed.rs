//! Whole commands about git and time, ended at each step of theirs: nothing is lost, nothing is half, the next command
//! works, and the same one typed again comes to what it would have come to.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test prepares its offices by hand")]

mod console;
#[path = "writing/disk.rs"]
mod disk;
mod office;

use bina::files::Directory;
use disk::{Fault, Faulty, Gone};
use office::{Office, Tree, words};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// What is typed before, in the shell in the record directory; then the command.
type Case = (&'static str, &'static str);

/// Two who gave a unit another name each, and wait for an answer.
const TWO: &str = "git config --remove-section merge.bina
git checkout -q -b sana
bina unit set kel-terjun --name Baru && bina holiday add 2027-03-02 --name Libur && git commit -qam sana
git checkout -q main
bina unit set kel-terjun --name Indah && bina holiday add 2027-03-01 --name Libur && git commit -qam sini
git merge -q sana || true";

const CASES: [Case; 7] = [
    ("", "close 2026-10 --commit"),
    ("", "run monthly --month 2026-10 --close --commit"),
    (
        "bina close 2026-10 --commit && bina unit set kel-terjun --name Indah --commit",
        "close 2026-10 --reopen --reason salah --commit",
    ),
    (
        "bina unit set kel-terjun --name Indah --commit",
        "undo HEAD --commit",
    ),
    ("bina staff add --name Budi --employment pns", "undo"),
    (TWO, "resolve"),
    (TWO, "resolve unit:kel-terjun --theirs"),
];

/// How it is told that a command ended before all its files were in place.
const INTERRUPTED: &str = "Sebuah perintah terhenti";

/// A small office in git, made ready for two.
fn office(before: &str) -> Office {
    let office = Office::new(&[]);
    let begin =
        "git init -q --template= && git config user.name Rina && git config user.email rina@example.go.id
bina settings set monthly.office bulanan.csv && bina settings set monthly.public bulanan.html
bina settings set records_since 2026-01-01
bina unit add kel-terjun --name 'Kelurahan Terjun' --parent kantor
git add -A && git commit -q -m awal && bina init --git --quiet";
    shell(&office.root(), begin);
    shell(&office.root(), before);
    office
}

/// Runs lines in a record directory; what they print.
fn shell(root: &Path, lines: &str) -> String {
    let lines = format!("set -e\nalias bina='bina --as-of 2026-11-20'\n{lines}");
    let out = console::shell(root).args(["-c", &lines]).output().unwrap();
    assert!(out.status.success(), "{lines}: {out:?}");
    String::from_utf8(out.stdout).unwrap()
}

/// Everything that there is: the files, and what git says of them.
fn everything(office: &Office) -> (Tree, String) {
    let mut tree = office.tree();
    tree.retain(|name, _| !name.starts_with(".git/"));
    (
        tree,
        shell(&office.root(), "git rev-parse HEAD^{tree} && git status --short"),
    )
}

/// A copy of an office in a place of its own.
fn copy(office: &Office) -> Office {
    let other = Office::nowhere();
    copy_folder(&office.root(), &other.root());
    other
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy_folder(&path, &to),
            false => drop(fs::copy(&path, to).unwrap()),
        }
    }
}

/// Runs a command on a disk that ends it at a step; whether it came to its end.
fn comes_to_its_end(office: &mut Office, typed: &[&str], (at, is_torn): (usize, bool)) -> bool {
    let root = office.root();
    let disk = Faulty::new(&root, at, Fault::Die { is_torn });
    let run = AssertUnwindSafe(|| office.run_on(&disk, typed, ""));
    let ended = catch_unwind(run);
    assert!(
        ended.as_ref().err().is_none_or(|cause| cause.is::<Gone>()),
        "{typed:?}"
    );
    ended.is_ok()
}

/// A command, and what it makes of an office in which nothing stands against it.
struct Act {
    typed: Vec<String>,
    begin: Office,
    old: Tree,
    new: (Tree, String),
}

impl Act {
    fn of((before, line): Case) -> Act {
        let (typed, begin) = (words(line), office(before));
        let mut whole = copy(&begin);
        let said = whole.run(&refs(&typed), "");
        let (old, new) = (everything(&begin).0, everything(&whole));
        assert!(said.status < 2 && new.0 != old, "{line}: {said:?}");
        Act {
            typed,
            begin,
            old,
            new,
        }
    }

    /// After it was ended: the records are read, and typed again it makes what it would have made.
    fn goes_on(&self, office: &mut Office, context: &str) {
        let context = format!("{:?} {context}", self.typed);
        let said = office.run(&["check", "--errors"], "");
        assert!(said.status < 2, "{context}: {said:?}");
        // Whoever looks is told that it is not at its end.
        let is_half = Directory::open(&office.root()).unwrap().is_unfinished();
        let told = office.run(&["status"], "").stderr.contains(INTERRUPTED);
        assert_eq!(told, is_half, "{context}");
        let seen = self.seen(office);
        assert!(
            seen == self.old || seen == self.new.0,
            "{context}: {:?}",
            seen.keys()
        );
        // Typed again it would take back what it has taken back; whoever writes next finishes it.
        let is_undone = self.typed == ["undo"] && seen != self.old;
        // What git has taken is decided, and is nothing that could be decided again.
        let is_decided = self.typed.contains(&"--theirs".to_owned())
            && shell(&office.root(), "git ls-files --unmerged").is_empty();
        let next = if is_undone {
            vec!["format"]
        } else if is_decided {
            vec!["resolve"]
        } else {
            refs(&self.typed)
        };
        let said = office.run(&next, "");
        assert!(said.status < 2, "{context}: {said:?}");
        self.is_done(office, &context);
    }

    /// Everything is as if nothing had stood against it, and nothing is left of what was ended.
    fn is_done(&self, office: &Office, context: &str) {
        let (tree, mut told) = everything(office);
        assert!(
            tree == self.new.0,
            "{context}: {}",
            office::changes(&self.new.0, &tree)
        );
        if self.typed.contains(&"HEAD".to_owned()) && told != self.new.1 {
            // Written and not committed: what is at hand is committed as ever.
            shell(&office.root(), "git commit -q -a -m batal");
            told = everything(office).1;
        }
        assert_eq!(told, self.new.1, "{context}");
    }

    /// The records as who reads them sees them.
    fn seen(&self, office: &Office) -> Tree {
        let directory = Directory::open(&office.root()).unwrap();
        let names = self.old.keys().chain(self.new.0.keys());
        let read = |name: &String| Some((name.clone(), directory.bytes(name).unwrap()?));
        names.filter_map(read).collect()
    }
}

fn refs(typed: &[String]) -> Vec<&str> {
    typed.iter().map(String::as_str).collect()
}

/// Does the same with each command at once, because most of it is waiting for the disk.
fn with_each(act: impl Fn(Case) + Sync) {
    std::thread::scope(|scope| {
        for case in &CASES {
            scope.spawn(|| act(*case));
        }
    });
}

#[test]
fn a_command_that_is_ended_at_any_step_loses_nothing() {
    with_each(|case| {
        let act = Act::of(case);
        for at in 0.. {
            let mut office = copy(&act.begin);
            if comes_to_its_end(&mut office, &refs(&act.typed), (at, true)) {
                break;
            }
            act.goes_on(&mut office, &format!("ended at {at}"));
        }
    });
}

#[test]
fn a_command_that_is_ended_twice_loses_nothing() {
    with_each(|case| {
        let act = Act::of(case);
        for first in (0..).step_by(6) {
            let mut office = copy(&act.begin);
            if comes_to_its_end(&mut office, &refs(&act.typed), (first, false)) {
                break;
            }
            // The second begins behind the first, and so is further on from step to step.
            let context = format!("ended at {first}, and again");
            if !comes_to_its_end(&mut office, &refs(&act.typed), (9 + first % 9, true)) {
                act.goes_on(&mut office, &context);
            } else if act.typed != ["undo"] {
                // Who takes back twice has taken nothing back.
                act.is_done(&office, &context);
            }
        }
    });
}

/// Runs a command as a process of its own with a `git` before the real one that ends it, as a power cut would, at its call
/// number `at`; whether it came to its end.
#[cfg(unix)]
fn outlives_git(office: &Office, line: &str, at: usize) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let (git, count) = (place.path().join("git"), place.path().join("count"));
    let script = format!(
        "#!/bin/sh
echo x >>{count}
if [ $(wc -l <{count}) -eq {at} ]; then kill -9 $PPID; exit 1; fi
PATH=${{PATH#*:}}; exec git \"$@\"
",
        count = count.display()
    );
    fs::write(&git, script).unwrap();
    fs::set_permissions(&git, fs::Permissions::from_mode(0o755)).unwrap();
    let run = format!(
        "PATH={}:$PATH; bina --as-of 2026-11-20 {line}",
        place.path().display()
    );
    let out = console::shell(&office.root())
        .args(["-c", &run])
        .output()
        .unwrap();
    let ended = out.status.code().is_some_and(|code| code < 2);
    let calls = fs::read_to_string(count).unwrap_or_default().lines().count();
    assert!(ended == (calls < at), "{line} at {at}: {out:?}");
    ended
}

#[test]
#[cfg(unix)]
fn a_command_that_is_ended_at_any_call_of_git_loses_nothing() {
    with_each(|(before, line)| {
        let act = Act::of((before, line));
        for at in 1.. {
            let mut office = copy(&act.begin);
            if outlives_git(&office, line, at) {
                break;
            }
            act.goes_on(&mut office, &format!("ended at call {at} of git"));
        }
    });
}
