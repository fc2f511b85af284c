//! The git program, asked about the working tree that a record directory lies in.
//!
//! It is run by its name, as a person would, and nothing here knows how git keeps what it keeps.

mod commit;
mod copy;
mod log;
mod signature;

pub use commit::Repository;
pub use copy::{Want, attributes};
pub use log::{Entered, Search};
pub use signature::Signature;

use crate::files::disk::RealDisk;
use crate::files::output;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// How git itself is called.
const PROGRAM: &str = "git";

/// Git in a folder.
#[derive(Clone, Debug)]
pub struct Git {
    folder: PathBuf,
}

/// A file that a merge could not finish, with what git keeps of it: nothing where it was not there, or was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmerged {
    /// Its name below the folder.
    pub name: String,
    /// The object of the base, of here and of there.
    pub stages: [Option<String>; 3],
}

impl Git {
    /// Git in a folder, which need not be a working tree.
    pub fn at(folder: &Path) -> Git {
        let folder = folder.to_owned();
        Git { folder }
    }

    /// Runs git.
    ///
    /// # Errors
    /// When there is no git, or it cannot be started.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> io::Result<Output> {
        self.command(arguments).stdin(Stdio::null()).output()
    }

    fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(PROGRAM);
        // Reading takes no lock that a command beside it would wait for.
        command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
        // Nobody is there to answer.
        command.env("GIT_TERMINAL_PROMPT", "0");
        command.current_dir(&self.folder).args(arguments);
        command
    }

    /// What git answers on one line; `None` where it has no answer, or is not there.
    pub fn line<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Option<String> {
        let output = self
            .run(arguments)
            .ok()
            .filter(|output| output.status.success())?;
        let text = String::from_utf8(output.stdout).ok()?;
        Some(text.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// Whether git did it.
    pub fn does<A: AsRef<OsStr>>(&self, arguments: &[A]) -> bool {
        self.run(arguments).is_ok_and(|output| output.status.success())
    }

    /// Whether the folder lies in a working tree.
    pub fn is_there(&self) -> bool {
        self.line(&["rev-parse", "--is-inside-work-tree"]).as_deref() == Some("true")
    }

    /// Whether the clone begins in the middle: what was before its first commit is not here.
    pub fn is_shallow(&self) -> bool {
        self.line(&["rev-parse", "--is-shallow-repository"]).as_deref() == Some("true")
    }

    /// A value of the configuration of this clone.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.line(&["config", "--local", "--get", name])
    }

    /// The file of a hook.
    pub fn hook(&self, name: &str) -> Option<PathBuf> {
        let path = self.line(&["rev-parse", "--git-path", &format!("hooks/{name}")])?;
        Some(self.folder.join(path))
    }

    /// The files below the folder that a merge could not finish.
    pub fn unmerged(&self) -> Vec<Unmerged> {
        let output = self.run(&["ls-files", "--unmerged", "-z"]);
        let bytes = output.map(|output| output.stdout).unwrap_or_default();
        let mut files: Vec<Unmerged> = Vec::new();
        for line in bytes.split(|byte| *byte == 0) {
            let line = String::from_utf8_lossy(line);
            let Some((about, name)) = line.split_once('\t') else {
                continue;
            };
            let mut about = about.split(' ').skip(1);
            let (Some(object), Some(stage)) = (about.next(), about.next()) else {
                continue;
            };
            if files.last().is_none_or(|file| file.name != name) {
                let (name, stages) = (name.to_owned(), [None, None, None]);
                files.push(Unmerged { name, stages });
            }
            let file = files.last_mut();
            let stage = stage.parse::<usize>().ok().and_then(|stage| stage.checked_sub(1));
            if let Some(place) = stage
                .zip(file)
                .and_then(|(stage, file)| file.stages.get_mut(stage))
            {
                *place = Some(object.to_owned());
            }
        }
        files
    }

    /// The files below the folder that stand here with marks around what git could not join, in the order of their names.
    pub fn marked(&self) -> Vec<String> {
        let output = self.run(&[
            "grep",
            "--files-with-matches",
            "-z",
            "-E",
            "^(<{7}|>{7})( |$)",
            "--",
            ".",
        ]);
        let bytes = output.map(|output| output.stdout).unwrap_or_default();
        let names = String::from_utf8_lossy(&bytes).into_owned();
        names.split_terminator('\0').map(str::to_owned).collect()
    }

    /// Has git keep both sides of a file again that was settled; whether it still knew them. The file stays as it is.
    pub fn unresolve(&self, name: &str) -> bool {
        self.does(&["update-index", "--unresolve", "--", name])
            && self.unmerged().iter().any(|file| file.name == name)
    }

    /// The files, of these and of those below these folders, that are gone or stand here otherwise than git has them to be
    /// committed; each once.
    pub fn altered(&self, names: &[String]) -> Vec<String> {
        let list = [
            "--literal-pathspecs",
            "ls-files",
            "--deleted",
            "--modified",
            "-z",
            "--",
        ];
        let arguments: Vec<&str> = list.into_iter().chain(names.iter().map(String::as_str)).collect();
        let output = self.run(&arguments);
        let bytes = output.map(|output| output.stdout).unwrap_or_default();
        let names = String::from_utf8_lossy(&bytes).into_owned();
        let mut names: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
        names.dedup();
        names
    }

    /// The commit that a commit followed; `None` where it is the first, or joined several.
    pub fn only_parent(&self, commit: &str) -> Option<String> {
        let line = self.line(&["rev-list", "--parents", "--max-count=1", commit])?;
        let mut parents = line.split(' ').skip(1);
        let parent = parents.next()?.to_owned();
        parents.next().is_none().then_some(parent)
    }

    /// The two commits that a commit joined, and the one that both began from; `None` where it joined no two.
    pub fn joined(&self, commit: &str) -> Option<[String; 3]> {
        let line = self.line(&["rev-list", "--parents", "--max-count=1", commit])?;
        let parents: Vec<&str> = line.split(' ').skip(1).collect();
        let [here, there] = parents[..] else {
            return None;
        };
        let base = self.line(&["merge-base", here, there])?;
        Some([base, here.to_owned(), there.to_owned()])
    }

    /// The files below the folder in which two commits differ.
    pub fn changed(&self, before: &str, after: &str) -> Vec<String> {
        let output = self.run(&[
            "diff",
            "--name-only",
            "--no-renames",
            "--relative",
            "-z",
            before,
            after,
        ]);
        let bytes = output.map(|output| output.stdout).unwrap_or_default();
        let names = String::from_utf8_lossy(&bytes).into_owned();
        names.split_terminator('\0').map(str::to_owned).collect()
    }

    /// The commit that a word means, or the state of this branch at a time (`2026-11-10 23:59:59`), without what was joined to
    /// it later; `None` where there is none.
    pub fn commit(&self, when: &str, is_time: bool) -> Option<String> {
        let before = format!("--before={when}");
        let found = match is_time {
            true => self.line(&["rev-list", "--first-parent", "--max-count=1", &before, "HEAD"]),
            false => {
                let commit = format!("{when}^{{commit}}");
                self.line(&["rev-parse", "--quiet", "--verify", "--end-of-options", &commit])
            }
        };
        found.filter(|commit| !commit.is_empty())
    }

    /// The files below the folder that are not as in a commit, new ones among them.
    pub fn changed_since(&self, commit: &str) -> Vec<String> {
        let changed = ["diff", "--name-only", "--no-renames", "--relative", "-z", commit];
        let new = ["ls-files", "--others", "--exclude-standard", "-z"];
        let names = [&changed[..], &new[..]].map(|asked| {
            let told = self.run(asked).map(|output| output.stdout).unwrap_or_default();
            String::from_utf8_lossy(&told).into_owned()
        });
        let names = names.iter().flat_map(|names| names.split_terminator('\0'));
        names.map(str::to_owned).collect()
    }

    /// The text of a file in a commit; `None` where it is not there, or is no text.
    pub fn text_in(&self, commit: &str, name: &str) -> Option<String> {
        String::from_utf8(self.object(&format!("{commit}:./{name}"))?).ok()
    }

    /// The commit from which both sides of a merge that waits began, that of here and that of there; `None` where none
    /// waits.
    pub fn merging(&self) -> Option<[String; 3]> {
        let here = self.commit("HEAD", false)?;
        if let Some(there) = self.commit("MERGE_HEAD", false) {
            let base = self.line(&["merge-base", &here, &there])?;
            return Some([base, here, there]);
        }
        let taken = ["REBASE_HEAD", "CHERRY_PICK_HEAD"];
        let taken = taken.into_iter().find_map(|name| self.commit(name, false));
        match taken {
            Some(there) => Some([self.only_parent(&there)?, here, there]),
            // What is taken back leads from the commit to its parent.
            None => {
                let base = self.commit("REVERT_HEAD", false)?;
                let there = self.only_parent(&base)?;
                Some([base, here, there])
            }
        }
    }

    /// The files below the folder that a later commit has under another name, nearly as they were: the name before and
    /// then.
    pub fn moved(&self, before: &str, after: &str) -> Vec<(String, String)> {
        let asked = ["diff", "--name-status", "--find-renames=90%", "--diff-filter=R"];
        let asked = [&asked[..], &["--relative", "-z", before, after]].concat();
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        let told = String::from_utf8_lossy(&told).into_owned();
        let parts: Vec<&str> = told.split_terminator('\0').collect();
        let moved = parts
            .chunks_exact(3)
            .map(|one| (one[1].to_owned(), one[2].to_owned()));
        moved.collect()
    }

    /// Whose the two sides are that wait to be joined, and what they are called: here, then there. In a rebase what is there
    /// is one's own.
    pub fn sides(&self) -> Option<[String; 2]> {
        let told = |commit: &str| {
            let commit = self.line(&["rev-parse", "--quiet", "--verify", commit])?;
            self.line(&["log", "-1", "--format=%an, \"%s\"", &commit])
        };
        let others = ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"];
        let there = others.into_iter().find_map(told)?;
        Some([told("HEAD")?, there])
    }

    /// The bytes of an object.
    pub fn object(&self, object: &str) -> Option<Vec<u8>> {
        let output = self.run(&["cat-file", "blob", object]).ok()?;
        output.status.success().then_some(output.stdout)
    }

    /// Puts the lines of three files together, as git does by itself: the text, and whether marks stand in it. The names
    /// stand behind the marks. `None` where git cannot.
    ///
    /// # Errors
    /// When there is no git.
    pub fn lines(
        &self,
        files: [&str; 3],
        names: [&str; 3],
        style: Option<&str>,
    ) -> io::Result<Option<(Vec<u8>, bool)>> {
        let [base, here, there] = files;
        let mut arguments = vec!["merge-file", "-p", "-q"];
        arguments.extend(style);
        for name in [names[1], names[0], names[2]] {
            arguments.extend(["-L", name]);
        }
        arguments.extend(["--", here, base, there]);
        let output = self.run(&arguments)?;
        // So many places are in dispute; what is above is a failure.
        let marks = output.status.code().filter(|code| (0..=127).contains(code));
        Ok(marks.map(|marks| (output.stdout, marks > 0)))
    }

    /// The same of three texts, without names.
    pub fn texts(&self, texts: [&str; 3], style: Option<&str>) -> Option<String> {
        // Only this folder of the directory is one that git leaves out.
        let names = [".bina/base", ".bina/here", ".bina/there"];
        for (name, text) in names.iter().zip(texts) {
            output::replace(&RealDisk, &self.folder.join(name), text.as_bytes()).ok()?;
        }
        let lines = self.lines(names, ["", "", ""], style).ok().flatten();
        for name in names {
            // What is left there is written over the next time.
            let _ = output::remove(&self.folder.join(name));
        }
        String::from_utf8(lines?.0).ok()
    }
}
