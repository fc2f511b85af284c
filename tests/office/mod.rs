//! An office in a temporary directory, and commands run there as a person would type them.
//!
//! Time stands still, ids are minted in order, and everything that a command says or changes is kept for comparison.

#![allow(dead_code, reason = "each test uses its own part")]

use bina::change::diff;
use bina::check;
use bina::cli;
use bina::diagnostic::{Findings, Severity};
use bina::files::Directory;
use bina::files::disk::{Disk, RealDisk};
use bina::records::time::Day;
use bina::session::Session;
use bina::words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The day on which every test takes place.
const TODAY: (i32, u32, u32) = (2026, 11, 20);

/// All files of a directory with their bytes, by relative name.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// What commands said, and how the last one ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: u8,
}

/// A record directory of its own for one test.
pub(crate) struct Office {
    place: TempDir,
    minted: u64,
}

impl Office {
    /// A new office: what `bina init` writes, then the files of each folder over it.
    pub(crate) fn new(folders: &[&Path]) -> Office {
        // Made once: writing it safely costs more than all that a case does.
        static EMPTY: OnceLock<Tree> = OnceLock::new();
        let empty = EMPTY.get_or_init(|| {
            let mut office = Office::nowhere();
            let said = office.run(&["init", "catatan", "--name", "Kecamatan Uji", "--quiet"], "");
            assert_eq!(said, Said::default(), "init");
            // Cases are of any time.
            let mut tree = office.tree();
            let settings = String::from_utf8(tree["bina.toml"].clone()).expect("settings are text");
            let timeless = settings.replace("records_since = 2026-11-01\n", "");
            assert_ne!(settings, timeless);
            tree.insert("bina.toml".to_owned(), timeless.into_bytes());
            tree
        });
        let office = Office::nowhere();
        office.lay(empty);
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            office.lay(&tree(folder));
        }
        office
    }

    /// An office with exactly the files of a folder.
    pub(crate) fn of(folder: &Path) -> Office {
        let office = Office::nowhere();
        office.lay(&tree(folder));
        office
    }

    /// A place without a record directory.
    pub(crate) fn nowhere() -> Office {
        Office {
            place: tempfile::tempdir().expect("a temporary directory"),
            minted: 0,
        }
    }

    /// Puts files into the record directory.
    #[allow(
        clippy::disallowed_methods,
        reason = "the files that a test begins with are written by no command"
    )]
    fn lay(&self, files: &Tree) {
        for (name, bytes) in files {
            let path = self.root().join(name);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
    }

    /// The record directory.
    pub(crate) fn root(&self) -> PathBuf {
        self.place.path().join("catatan")
    }

    /// A file beside the record directory, where commands are typed.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Runs one command.
    pub(crate) fn run(&mut self, args: &[&str], stdin: &str) -> Said {
        self.run_on(&RealDisk, args, stdin)
    }

    /// Runs one command that writes records to a disk.
    pub(crate) fn run_on(&mut self, disk: &dyn Disk, args: &[&str], stdin: &str) -> Said {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut input = stdin.as_bytes();
        let minted = &mut self.minted;
        let place = self.place.path().to_owned();
        let mut session = Session {
            here: place.clone(),
            fallback: Some(place.join("catatan")),
            chosen: None,
            today: Day::of(TODAY.0, TODAY.1, TODAY.2).expect("a day"),
            as_of_given: false,
            lang: Lang::Id,
            asked_lang: None,
            terminal_width: None,
            input_is_terminal: stdin.is_empty(),
            can_ask: false,
            color: false,
            quiet: false,
            keeping: None,
            holder: "test".to_owned(),
            disk,
            out: &mut out,
            err: &mut err,
            input: &mut input,
            entropy: &mut || {
                *minted += 1;
                *minted
            },
            typed_in: None,
            seen: Default::default(),
            progress: Default::default(),
        };
        let args: Vec<OsString> = ["bina"].iter().chain(args).map(OsString::from).collect();
        let status = cli::run(&args, &mut session).code();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("output is text");
            text.replace(&self.place.path().display().to_string(), "[…]")
        };
        Said {
            stdout: text(out),
            stderr: text(err),
            status,
        }
    }

    /// Every file as it is now, without lock and journal.
    pub(crate) fn tree(&self) -> Tree {
        tree(&self.root())
    }

    /// The errors of `check`, as code and line, so that a line that only moved is the same error.
    pub(crate) fn errors(&self) -> BTreeSet<(String, String)> {
        let directory = Directory::open(&self.root()).expect("a directory");
        let mut findings = Findings::new();
        let today = Day::of(TODAY.0, TODAY.1, TODAY.2).expect("a day");
        check::all(&directory, today, &mut findings);
        let errors = directory.locate(&findings).into_iter();
        errors
            .filter(|located| located.severity == Severity::Error)
            .map(|located| {
                (
                    located.problem.code(),
                    located.place.unwrap_or_default().source.to_string(),
                )
            })
            .collect()
    }
}

/// The lines that differ between two trees; a carriage return is shown.
pub(crate) fn changes(before: &Tree, after: &Tree) -> String {
    let shown = |bytes: &Vec<u8>| match String::from_utf8(bytes.clone()) {
        Ok(text) => text.replace('\r', "␍").into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = names.into_iter().map(|name| {
        let (old, new) = (before.get(name).map(shown), after.get(name).map(shown));
        diff::lines(name, old.as_deref(), new.as_deref())
    });
    changed.collect()
}

/// All files below a folder.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != ".bina") {
                    folders.push(path);
                }
                continue;
            }
            let name = path.strip_prefix(folder).expect("a path below the folder");
            let name = name.to_string_lossy().replace('\\', "/");
            tree.insert(name, fs::read(&path).expect("a file"));
        }
    }
    tree
}

/// The words of a command line, with double quotes as in a shell.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted, mut is_open) = (Vec::new(), String::new(), false, false);
    for letter in line.chars() {
        match letter {
            '"' => (is_quoted, is_open) = (!is_quoted, true),
            ' ' if !is_quoted => {
                if is_open {
                    words.push(std::mem::take(&mut word));
                }
                is_open = false;
            }
            _ => {
                word.push(letter);
                is_open = true;
            }
        }
    }
    if is_open {
        words.push(word);
    }
    words
}
