//! What a command changed, kept as one commit of exactly these files.

use super::Git;
use crate::files::output::is_private;
use crate::words::writing::WriteError;
use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

/// What lies in git's own folder while something waits for an answer, and what it is called.
const WAITING: [(&str, &str); 5] = [
    ("MERGE_HEAD", "merge"),
    ("rebase-merge", "rebase"),
    ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
];

/// A record directory that git keeps.
pub struct Repository {
    git: Git,
    /// The way from the top of the work tree to the directory; empty, or with a slash at its end.
    prefix: String,
    /// Where git keeps what is its own.
    own: PathBuf,
}

impl Repository {
    /// That of the directory at `folder`.
    ///
    /// # Errors
    /// When there is no git, or it does not keep the directory.
    pub fn around(folder: &Path) -> Result<Repository, WriteError> {
        let asked = [
            "rev-parse",
            "--is-inside-work-tree",
            "--show-prefix",
            "--absolute-git-dir",
        ];
        let git = Git::at(folder);
        let told = git.ask(&asked, &[])?;
        let told = text(&told.stdout);
        match told.lines().collect::<Vec<_>>()[..] {
            ["true", prefix, own] => Ok(Repository {
                git,
                prefix: prefix.to_owned(),
                own: own.into(),
            }),
            _ => Err(WriteError::NoRepository {
                folder: folder.display().to_string(),
            }),
        }
    }

    /// What waits here for an answer: a merge, a rebase and the like.
    pub fn waiting(&self) -> Option<&'static str> {
        let waits = |(file, _): &&(&str, &str)| self.own.join(file).exists();
        WAITING.iter().find(waits).map(|(_, name)| *name)
    }

    /// The files, relative to the directory, that are not as they were kept last; new ones among them, and none that git
    /// leaves out.
    ///
    /// # Errors
    /// When git does not say.
    pub fn unkept(&self) -> Result<Vec<String>, WriteError> {
        let asked = [
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            ".",
        ];
        let told = agreed(self.git.ask(&asked, &[])?)?;
        let told = text(&told.stdout);
        // Two letters and a blank stand before each path, which begins at the top of the work tree.
        let paths = told.split('\0').filter_map(|entry| entry.get(3..));
        let own = paths.filter_map(|path| path.strip_prefix(&self.prefix));
        Ok(own.map(str::to_owned).collect())
    }

    /// Those of some files that git leaves out.
    fn ignored(&self, names: &[&str]) -> Result<Vec<String>, WriteError> {
        let told = self
            .git
            .ask(&["check-ignore", "-z", "--stdin"], names.join("\0").as_bytes())?;
        match told.status.code() {
            // It leaves out none of them.
            Some(1) => Ok(Vec::new()),
            _ => Ok(text(&agreed(told)?.stdout)
                .split_terminator('\0')
                .map(str::to_owned)
                .collect()),
        }
    }

    /// Makes sure that exactly the changes of these files can become a commit: before they are made. What is `made` anew
    /// as a whole belongs into it until it is kept, changed now or not.
    ///
    /// # Errors
    /// When something waits for an answer, git does not know who commits or cannot sign what is to be signed, or one of the
    /// files holds other changes.
    pub fn ready(self, names: &[&str], made: &[String], is_signed: bool) -> Result<Ready, WriteError> {
        let unkept = self.unkept()?;
        let late = unkept.iter().filter(|name| made.contains(name));
        let names = names.iter().copied().chain(late.map(String::as_str));
        let names: BTreeSet<&str> = names.filter(|name| !is_withheld(name)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        if let (Some(what), false) = (self.waiting(), names.is_empty()) {
            let what = what.to_owned();
            return Err(WriteError::GitWaits { what });
        }
        for who in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
            if !names.is_empty() && !self.git.ask(&["var", who], &[])?.status.success() {
                return Err(WriteError::GitNobody);
            }
        }
        if is_signed && !names.is_empty() {
            self.git.can_sign()?;
        }
        let mut others = unkept.iter().filter(|name| !made.contains(name));
        if let Some(name) = others.find(|name| names.contains(&name.as_str())).cloned() {
            return Err(WriteError::GitUnkept { name });
        }
        let ignored = self.ignored(&names)?;
        let kept = names
            .iter()
            .filter(|name| !ignored.iter().any(|own| own == *name));
        Ok(Ready {
            names: kept.map(|name| (*name).to_owned()).collect(),
            repository: self,
            is_signed,
        })
    }
}

/// Whether a file never goes into git, whatever git itself leaves out: reports with names, and evidence.
fn is_withheld(name: &str) -> bool {
    is_private(name) || name.starts_with("evidence/")
}

/// A repository in which the changes of some files will be a commit of their own.
pub struct Ready {
    repository: Repository,
    names: Vec<String>,
    is_signed: bool,
}

impl Ready {
    /// Commits the files as they are now, and nothing else; nothing where git leaves all of them out, or has them so.
    ///
    /// # Errors
    /// When git refuses, for example because a hook does.
    pub fn commit(&self, message: &str) -> Result<(), WriteError> {
        let not_committed = |error| match error {
            WriteError::GitRefused { reason } => WriteError::NotCommitted {
                reason,
                names: self.names.join(" "),
            },
            other => other,
        };
        let unkept = self.repository.unkept().map_err(not_committed)?;
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let names: Vec<&str> = names
            .into_iter()
            .filter(|name| unkept.iter().any(|own| own == name))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let (names, message) = (names.join("\0"), format!("--message={message}"));
        let named = ["--pathspec-from-file=-", "--pathspec-file-nul"];
        // Else the settings of git decide.
        let signs: &[&str] = if self.is_signed { &["--gpg-sign"] } else { &[] };
        let kept = [&["commit", "--quiet", "--only", &message][..], signs].concat();
        for args in [&["add", "--all"][..], &kept] {
            // Names are no patterns.
            let args = [&["--literal-pathspecs"], args, &named].concat();
            let told = self.repository.git.ask(&args, names.as_bytes());
            told.and_then(agreed).map_err(not_committed)?;
        }
        Ok(())
    }
}

impl Git {
    /// Asks git, with `input` on its standard input. That it answers no is no error.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub(super) fn ask(&self, args: &[&str], input: &[u8]) -> Result<Output, WriteError> {
        let asked = || -> io::Result<Output> {
            let mut command = self.command(args);
            let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped());
            let mut git = streams.stderr(Stdio::piped()).spawn()?;
            if let Some(mut stdin) = git.stdin.take() {
                match stdin.write_all(input) {
                    // It knows enough.
                    Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
                    written => written?,
                }
            }
            git.wait_with_output()
        };
        asked().map_err(|error| match error.kind() {
            ErrorKind::NotFound => WriteError::GitMissing,
            _ => WriteError::GitRefused {
                reason: error.to_string(),
            },
        })
    }
}

/// What git answered, where that is no refusal.
pub(super) fn agreed(told: Output) -> Result<Output, WriteError> {
    match told.status.success() {
        true => Ok(told),
        false => {
            let reason = text(&told.stderr).trim().to_owned();
            Err(WriteError::GitRefused { reason })
        }
    }
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
