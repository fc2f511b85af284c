//! A small office on the disk, and the program itself run there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// An office in a directory of its own, which a test may lay files beside.
pub(crate) struct Office(tempfile::TempDir);

impl Office {
    /// What `bina init` writes, with the people and programmes of the tests.
    pub(crate) fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        let made = office.beside(&[
            "init",
            "catatan",
            "--name",
            "Kecamatan Uji",
            "--since",
            "2000-01-01",
            "--quiet",
        ]);
        assert_eq!(made.status, Some(0), "{made:?}");
        lay(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office"),
            &office.root(),
        );
        office
    }

    /// The record directory.
    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().join("catatan")
    }

    /// A file of the record directory.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// The text of a file of the record directory.
    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// The program with arguments, about to be started in the record directory.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bina"));
        command
            .current_dir(self.root())
            .args(["--as-of", "2026-11-20", "--lang", "en"])
            .args(args)
            .env_remove("BINA_DIR")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program in the record directory.
    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        ended(&mut self.command(args))
    }

    /// Runs the program beside the record directory.
    pub(crate) fn beside(&self, args: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bina"));
        ended(
            command
                .current_dir(self.0.path())
                .args(["--as-of", "2026-11-20"])
                .args(args)
                .env_remove("BINA_DIR")
                .stdin(Stdio::null()),
        )
    }
}

/// How the program ended, and what it said.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn ended(command: &mut Command) -> Ended {
    let out = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ended {
        status: out.status.code(),
        stdout: text(&out.stdout),
        stderr: text(&out.stderr),
    }
}

fn lay(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|one| (one.path(), one.file_name())).unwrap();
        if path.is_dir() {
            fs::create_dir_all(to.join(&name)).unwrap();
            lay(&path, &to.join(name));
        } else {
            fs::write(to.join(name), fs::read(&path).unwrap()).unwrap();
        }
    }
}
