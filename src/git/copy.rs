//! What a clone needs so that the records of two people are put together by rows and fields: said once in each clone,
//! because git takes no such word from a repository.

use super::Git;
use std::io;
use std::path::{Path, PathBuf};

/// What is set in the configuration of a clone. Programs are called by name, so that the same holds on every system.
const SETTINGS: [(&str, &str); 6] = [
    ("merge.bina.name", "records, by rows and fields"),
    // Where there is no such program, its lines are put together, so that nothing of either side is lost; and it is still asked.
    (
        "merge.bina.driver",
        "bina merge-file %O %A %B %P %S %X %Y || { code=$?; test $code -ne 127 || git merge-file %A %O %B; exit $code; }",
    ),
    // What git makes for itself of two bases is no record: it may hold marks.
    ("merge.bina.recursive", "text"),
    // Where there is none, git shows the file as it stands.
    (
        "diff.bina.textconv",
        "f() { bina textconv \"$1\" 2>/dev/null || cat \"$1\"; }; f",
    ),
    ("diff.bina.xfuncname", "^([^ ].*)$"),
    // The name of a record is its id: none moves because others in its folder did.
    ("merge.directoryRenames", "false"),
];

/// The hooks before a merge is recorded: one that went through by itself, and one that stopped and was settled. What stands
/// before the check there lets every other commit pass.
const HOOKS: [(&str, &str); 2] = [
    ("pre-merge-commit", ""),
    (
        "pre-commit",
        "test ! -e \"$(git rev-parse --git-path MERGE_HEAD)\" || ",
    ),
];

/// What a clone lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// A setting, with the value that it should have.
    Setting(&'static str, &'static str),
    /// The hook that checks before a merge is recorded: its file, and its content.
    Hook(PathBuf, String),
    /// The same, where another hook stands already: the line to be added.
    HookTaken(PathBuf, String),
}

impl Want {
    /// What it is, as git calls it.
    pub fn name(&self) -> String {
        match self {
            Want::Setting(name, _) => (*name).to_owned(),
            Want::Hook(file, _) | Want::HookTaken(file, _) => file.display().to_string(),
        }
    }
}

impl Git {
    /// Whether git finds the program that its settings and hooks call by name.
    pub fn finds_program(&self) -> bool {
        self.does(&["-c", "alias.find-bina=!bina --version", "find-bina"])
    }

    /// Whether the clone knows how records are put together.
    pub fn has_driver(&self) -> bool {
        let (name, value) = SETTINGS[1];
        self.setting(name).as_deref() == Some(value)
    }

    /// What the clone lacks; the folder is the record directory. `read` gives the text of a file.
    pub fn lacks(&self, read: impl Fn(&Path) -> Option<String>) -> Vec<Want> {
        let is_missing = |(name, value): &&(&str, &str)| self.setting(name).as_deref() != Some(value);
        let settings = SETTINGS.iter().filter(is_missing);
        let mut lacks: Vec<Want> = settings.map(|(name, value)| Want::Setting(name, value)).collect();
        let below = self.line(&["rev-parse", "--show-prefix"]).unwrap_or_default();
        let below = match below.trim_end_matches('/') {
            "" => ".",
            folder => folder,
        };
        let below = below.replace('\'', "'\\''");
        for (name, when) in HOOKS {
            let line = format!("{when}bina -C '{below}' check --quiet --errors");
            let Some(file) = self.hook(name) else {
                continue;
            };
            match read(&file) {
                Some(text) if text.contains(&line) => {}
                Some(_) => lacks.push(Want::HookTaken(file, line)),
                None => lacks.push(Want::Hook(file, format!("#!/bin/sh\n{line}\n"))),
            }
        }
        lacks
    }

    /// Gives the clone what it lacks. `write` writes a program that git runs.
    ///
    /// # Errors
    /// When git refuses a setting, with its name and what git said, or the hook cannot be written.
    pub fn supply(
        &self,
        lack: &Want,
        write: impl Fn(&Path, &str) -> io::Result<()>,
    ) -> Result<(), (String, String)> {
        match lack {
            Want::Setting(name, value) => {
                let typed = ["config", "--local", name, value];
                let output = self
                    .run(&typed)
                    .map_err(|error| (typed.join(" "), error.to_string()))?;
                let said = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
                let is_done = output.status.success();
                is_done.then_some(()).ok_or_else(|| (typed.join(" "), said()))
            }
            Want::Hook(file, text) => write(file, text).map_err(|error| (lack.name(), error.to_string())),
            Want::HookTaken(..) => Ok(()),
        }
    }
}

/// The attributes of a directory with everything that the shipped ones say: what stands there stays.
pub fn attributes(there: &str, shipped: &str) -> String {
    let mut lines: Vec<String> = there.lines().map(str::to_owned).collect();
    for wanted in shipped.lines() {
        let mut words = wanted.split_whitespace();
        let pattern = words.next().unwrap_or_default();
        let known = lines.iter_mut().find(|line| match pattern {
            "#" => *line == wanted,
            pattern => line.split_whitespace().next() == Some(pattern),
        });
        let Some(line) = known else {
            lines.push(wanted.to_owned());
            continue;
        };
        for word in words.filter(|_| pattern != "#") {
            if !line.split_whitespace().any(|own| own == word) {
                *line += &format!(" {word}");
            }
        }
    }
    // What stands there in the way of another system is no change.
    let end = if there.contains("\r\n") { "\r\n" } else { "\n" };
    lines.join(end) + end
}

#[cfg(test)]
mod tests {
    use super::attributes;

    #[test]
    fn attributes_are_added_and_nothing_is_taken_away() {
        let shipped = "# Why\n*.csv text merge=bina\n*.md text\n";
        assert_eq!(attributes("", shipped), shipped);
        assert_eq!(attributes(shipped, shipped), shipped);
        let foreign = shipped.replace('\n', "\r\n");
        assert_eq!(attributes(&foreign, shipped), foreign);
        let there = "*.csv text eol=lf\n*.png binary\n";
        assert_eq!(
            attributes(there, shipped),
            "*.csv text eol=lf merge=bina\n*.png binary\n# Why\n*.md text\n"
        );
    }
}
