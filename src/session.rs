//! What a command is given of the world: the directory, today, the language, the two writers and new ids.
//!
//! Clock, environment and entropy are read once, in `main`; tests hand in their own.

use crate::files::Directory;
use crate::files::directory::MARKER;
use crate::files::output::{Barred, Outlet};
use crate::load;
use crate::records::time::Day;
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Say, as_typed};
use std::cmp::Ordering;
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// What one types to make a folder with all that it lies in.
const MAKE_FOLDER: &str = if cfg!(windows) { "mkdir" } else { "mkdir -p" };

/// Where data go to a reader who may be gone.
pub trait Deliver: Write {
    /// Hands over everything that was written so far.
    ///
    /// # Errors
    /// When not all of it could be.
    fn deliver(&mut self) -> io::Result<()>;
}

/// What is kept in memory is there.
impl Deliver for Vec<u8> {
    fn deliver(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The world as one command sees it.
pub struct Session<'w> {
    /// Where the command was started.
    pub here: PathBuf,
    /// The directory of `BINA_DIR`.
    pub fallback: Option<PathBuf>,
    /// The directory of `-C`.
    pub chosen: Option<PathBuf>,
    /// Today; `--as-of` replaces it.
    pub today: Day,
    /// Whether `--as-of` was given.
    pub as_of_given: bool,
    /// The language of messages and help.
    pub lang: Lang,
    /// The language that `--lang` asks for.
    pub asked_lang: Option<Lang>,
    /// How wide the terminal is; `None` when output is none.
    pub terminal_width: Option<usize>,
    /// Whether standard input is a terminal.
    pub input_is_terminal: bool,
    /// Whether colour is wanted.
    pub color: bool,
    /// Whether only data and failures are printed.
    pub quiet: bool,
    /// Who runs the command, for the lock.
    pub holder: String,
    /// Standard output: data only.
    pub out: &'w mut dyn Deliver,
    /// Standard error: everything else.
    pub err: &'w mut dyn Write,
    /// Standard input.
    pub input: &'w mut dyn Read,
    /// New entropy for ids: sixty-four bits at each call.
    pub entropy: &'w mut dyn FnMut() -> u64,
}

impl Session<'_> {
    /// The record directory, in the format of this program.
    ///
    /// # Errors
    /// A failure that names every place searched, or the format that it is of.
    pub fn directory(&self) -> anyhow::Result<Directory> {
        let directory = self.any_format()?;
        // Settings that cannot be read are told with everything else that is wrong.
        let found = load::format(&directory).unwrap_or(load::FORMAT);
        let name = directory.root().join(MARKER).display().to_string();
        match found.cmp(&load::FORMAT) {
            Ordering::Equal => Ok(directory),
            Ordering::Less => Err(self.fail(Exit::Broken, &Screen::FormatOld { name, found })),
            Ordering::Greater => Err(self.fail(Exit::Broken, &Screen::FormatUnknown { name, found })),
        }
    }

    /// Finds and opens the record directory, of whatever format: `-C`, else `BINA_DIR`, else the nearest directory upward with
    /// `bina.toml`, else `./data`.
    ///
    /// # Errors
    /// A failure that names every place searched.
    pub fn any_format(&self) -> anyhow::Result<Directory> {
        let mut searched = Vec::new();
        let given = self.chosen.iter().chain(&self.fallback).next();
        let candidates: Vec<PathBuf> = match given {
            Some(path) => vec![self.here.join(path)],
            None => self
                .here
                .ancestors()
                .map(Path::to_owned)
                .chain([self.here.join("data")])
                .collect(),
        };
        for root in candidates {
            if root.join(MARKER).is_file() {
                return Directory::open(&root).map_err(|error| self.unreadable(&root, &error));
            }
            searched.push(root.display().to_string());
        }
        let problem = Problem::DirectoryMissing {
            searched: searched.join(", "),
        };
        Err(Failure::new(
            Exit::Unavailable,
            format!("{}\n{}", problem.text(self.lang), problem.help(self.lang)),
        )
        .into())
    }

    fn unreadable(&self, path: &Path, error: &io::Error) -> anyhow::Error {
        let (name, reason) = (path.display().to_string(), Trouble::of(error).text(self.lang));
        self.fail(Exit::Unavailable, &Screen::CannotRead { name, reason })
    }

    /// The place of output that was named, unless records lie there.
    ///
    /// # Errors
    /// A failure that says why it must not or cannot be written.
    pub fn outlet(&self, name: &str) -> anyhow::Result<Outlet> {
        Outlet::find(&self.here.join(name)).map_err(|barred| {
            let name = name.to_owned();
            match barred {
                Barred::Records => self.usage(&Screen::AmongRecords { name }),
                Barred::Leaves(target) => {
                    let target = target.display().to_string();
                    self.usage(&Screen::LinkLeaves { name, target })
                }
                Barred::System(error) => self.unwritten(&name, &error),
            }
        })
    }

    /// The failure that a file or folder outside the records cannot be written, as it was named.
    pub fn unwritten(&self, name: &str, error: &io::Error) -> anyhow::Error {
        let folder = Path::new(name).parent();
        let missing =
            folder.filter(|folder| error.kind() == ErrorKind::NotFound && !self.here.join(folder).is_dir());
        let name = name.to_owned();
        let sentence = match missing {
            Some(folder) => {
                // Put together anew, so that it has the slashes of this system.
                let folder = folder.components().collect::<PathBuf>().display().to_string();
                let typed = format!("{MAKE_FOLDER} {}", as_typed(&folder));
                Screen::FolderMissing { name, folder, typed }
            }
            None => {
                let reason = Trouble::of(error).text(self.lang);
                Screen::CannotWrite { name, reason }
            }
        };
        self.fail(Exit::Unavailable, &sentence)
    }

    /// A failure with a sentence in the language of messages.
    pub fn fail(&self, exit: Exit, sentence: &dyn Say) -> anyhow::Error {
        Failure::new(exit, sentence.text(self.lang)).into()
    }

    /// A usage failure: the sentence, and how to get help.
    pub fn usage(&self, sentence: &dyn Say) -> anyhow::Error {
        self.fail(Exit::Usage, sentence)
    }

    /// Says something beside the data, unless `--quiet`.
    ///
    /// # Errors
    /// When standard error cannot be written.
    pub fn tell(&mut self, sentence: &dyn Say) -> anyhow::Result<()> {
        if !self.quiet {
            writeln!(self.err, "{}", sentence.text(self.lang))?;
        }
        Ok(())
    }

    /// Says that all is well, to a person who looks; a script is told by silence.
    ///
    /// # Errors
    /// When standard error cannot be written.
    pub fn reassure(&mut self, sentence: &dyn Say) -> anyhow::Result<()> {
        match self.terminal_width {
            Some(_) => self.tell(sentence),
            None => Ok(()),
        }
    }

    /// A new id of `length` characters of Crockford's base32 in lower case.
    pub fn mint(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let bits = (self.entropy)();
        (0..length.min(12))
            .map(|i| char::from(ALPHABET[(bits >> (5 * i)) as usize & 31]))
            .collect()
    }
}

/// How a command ends, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: there are findings.
    Findings,
    /// 2: the command line is wrong.
    Usage,
    /// 3: the records are broken, so a report or a write refuses.
    Broken,
    /// 4: something could not be read, written or locked.
    Unavailable,
}

impl Exit {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Broken => 3,
            Exit::Unavailable => 4,
        }
    }
}

/// A command that could not do what it was asked, with the code and the sentence.
#[derive(Debug)]
pub struct Failure {
    /// How to exit.
    pub exit: Exit,
    /// What to say; empty when everything was said.
    pub message: String,
}

impl Failure {
    /// A failure with its sentence.
    pub fn new(exit: Exit, message: String) -> Failure {
        Failure { exit, message }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_a_contract() {
        let all = [
            Exit::Done,
            Exit::Findings,
            Exit::Usage,
            Exit::Broken,
            Exit::Unavailable,
        ];
        assert_eq!(all.map(Exit::code), [0, 1, 2, 3, 4]);
    }
}
