//! What a command is given of the world: the directory, today, the language, the two writers and new ids.
//!
//! Clock, environment and entropy are read once, in `main`; tests hand in their own.

use crate::files::access::Access;
use crate::files::directory::MARKER;
use crate::files::disk::Disk;
use crate::files::input;
use crate::files::output::{Barred, Outlet};
use crate::files::transaction::Turn;
use crate::files::{Directory, Moment};
use crate::headway::Headway;
use crate::load;
use crate::records::settings::Settings;
use crate::records::time::Day;
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Say, as_typed};
use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What one types to make a folder with all that it lies in.
const MAKE_FOLDER: &str = if cfg!(windows) { "mkdir" } else { "mkdir -p" };

/// Where data go to a reader who may be gone.
pub trait Deliver: Write {
    /// Hands over everything that was written so far.
    ///
    /// # Errors
    /// When not all of it could be.
    fn deliver(&mut self) -> io::Result<()>;

    /// Whether nobody can ever have what is written: it is closed, or leads to the null device.
    fn is_nowhere(&self) -> bool {
        false
    }
}

/// What is kept in memory is there.
impl Deliver for Vec<u8> {
    fn deliver(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Data that are held back until it is known that they are true.
struct Held<'r> {
    reader: &'r mut dyn Deliver,
    bytes: Vec<u8>,
}

impl<'r> Held<'r> {
    fn of(reader: &'r mut dyn Deliver) -> Held<'r> {
        Held {
            reader,
            bytes: Vec::new(),
        }
    }

    fn release(&mut self) -> io::Result<()> {
        self.reader.write_all(&std::mem::take(&mut self.bytes))
    }
}

impl Write for Held<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Deliver for Held<'_> {
    fn deliver(&mut self) -> io::Result<()> {
        self.release()?;
        self.reader.deliver()
    }

    fn is_nowhere(&self) -> bool {
        self.reader.is_nowhere()
    }
}

/// What is said beside the data, held back as these are; a question, which must be seen before it is answered, hands over all
/// that was said so far.
struct HeldAside<'r> {
    reader: &'r mut dyn Write,
    bytes: Vec<u8>,
}

impl Write for HeldAside<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.reader.write_all(&std::mem::take(&mut self.bytes))?;
        self.reader.flush()
    }
}

/// How often a command begins anew because others write while it reads.
pub const TRIES: usize = 20;

/// That what a command writes becomes a commit, and what that says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// What was typed for it.
    pub message: Option<String>,
    /// The command, by its names.
    pub command: String,
    /// What it was typed about.
    pub about: Option<String>,
    /// The files that it makes anew as a whole: each belongs into the commit until one has it.
    pub made: Vec<String>,
    /// Whether git signs the commit, whatever its settings say.
    pub is_signed: bool,
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
    /// Whether somebody sits there who can be asked: standard input and standard error are terminals.
    pub can_ask: bool,
    /// Whether colour is wanted.
    pub color: bool,
    /// Whether only data and failures are printed.
    pub quiet: bool,
    /// How what is written is kept in git, where that was asked for.
    pub keeping: Option<Keeping>,
    /// Who runs the command, for the lock.
    pub holder: String,
    /// The file system that records are written to.
    pub disk: &'w dyn Disk,
    /// Standard output: data only.
    pub out: &'w mut dyn Deliver,
    /// Standard error: everything else.
    pub err: &'w mut dyn Write,
    /// Standard input.
    pub input: &'w mut dyn Read,
    /// New entropy for ids: sixty-four bits at each call.
    pub entropy: &'w mut dyn FnMut() -> u64,
    /// What came on standard input, when it was read: a command that begins anew reads the same.
    pub typed_in: Option<Vec<u8>>,
    /// The directory that is read without a turn to write, and which write was its last.
    pub seen: Cell<Option<(PathBuf, Moment)>>,
    /// How far the work is, for who waits.
    pub progress: Arc<Headway>,
}

impl Session<'_> {
    /// Finds and opens the record directory to read it.
    ///
    /// # Errors
    /// A failure that names every place searched, or the format that it is of.
    pub fn directory(&self) -> anyhow::Result<Directory> {
        self.of_this_format(self.opened(&self.root()?, None)?)
    }

    /// Opens the directory at `root`, of whatever format: to read it, or to write to it in a turn.
    ///
    /// # Errors
    /// When an interrupted write left what cannot be read.
    pub fn opened(&self, root: &Path, turn: Option<&Turn<'_>>) -> anyhow::Result<Directory> {
        let directory = Directory::open(root).map_err(|error| self.unreadable(root, &error))?;
        if turn.is_none() {
            self.seen.set(Some((root.to_owned(), directory.moment().clone())));
        }
        Ok(directory)
    }

    /// The directory, when it is in the format of this program.
    ///
    /// # Errors
    /// A failure that names the format that it is of.
    pub fn of_this_format(&self, directory: Directory) -> anyhow::Result<Directory> {
        // Settings that cannot be read are told with everything else that is wrong.
        let found = load::format(&directory).unwrap_or(load::FORMAT);
        let name = directory.root().join(MARKER).display().to_string();
        match found.cmp(&load::FORMAT) {
            Ordering::Equal => Ok(directory),
            Ordering::Less => Err(self.fail(Exit::Broken, &Screen::FormatOld { name, found })),
            Ordering::Greater => Err(self.fail(Exit::Broken, &Screen::FormatUnknown { name, found })),
        }
    }

    /// Whether all that was read so far is of one state, because nothing was written meanwhile. When it is not, the
    /// command begins anew, and must not write to a file before.
    pub fn is_steady(&self) -> bool {
        let seen = self.seen.take();
        let is_steady = |(root, moment): &(PathBuf, Moment)| Moment::of(root).is_ok_and(|now| now == *moment);
        let steady = seen.as_ref().is_none_or(is_steady);
        self.seen.set(seen);
        steady
    }

    /// Runs a command on one state of the records: when another command wrote while it read, what it says is dropped,
    /// and it begins anew.
    ///
    /// # Errors
    /// What the command could not do, or that the records never stood still.
    pub fn steady(&mut self, run: impl Fn(&mut Session<'_>) -> anyhow::Result<Exit>) -> anyhow::Result<Exit> {
        for _ in 0..TRIES {
            let mut out = Held::of(&mut *self.out);
            let mut err = HeldAside {
                reader: &mut *self.err,
                bytes: Vec::new(),
            };
            let mut session = Session {
                here: self.here.clone(),
                fallback: self.fallback.clone(),
                chosen: self.chosen.clone(),
                holder: self.holder.clone(),
                keeping: self.keeping.clone(),
                out: &mut out,
                err: &mut err,
                input: &mut *self.input,
                entropy: &mut *self.entropy,
                typed_in: self.typed_in.take(),
                seen: Cell::default(),
                progress: self.progress.clone(),
                ..*self
            };
            let ended = run(&mut session);
            let is_steady = session.is_steady();
            self.typed_in = session.typed_in;
            if is_steady {
                // Data first: what is said beside them is often about them.
                out.release()?;
                err.flush()?;
                return ended;
            }
        }
        Err(self.fail(Exit::Unavailable, &Screen::NeverSteady))
    }

    /// What comes on standard input.
    ///
    /// # Errors
    /// When it cannot be read, or has no end.
    pub fn bytes_in(&mut self) -> anyhow::Result<Vec<u8>> {
        if self.typed_in.is_none() {
            let bytes = input::whole(&mut *self.input);
            self.typed_in = Some(bytes.map_err(|error| self.unreadable(Path::new("-"), &error))?);
        }
        Ok(self.typed_in.clone().unwrap_or_default())
    }

    /// Finds the record directory: `-C`, else `BINA_DIR`, else the nearest directory upward with
    /// `bina.toml`, else `./data`.
    ///
    /// # Errors
    /// A failure that names every place searched.
    pub fn root(&self) -> anyhow::Result<PathBuf> {
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
                return Ok(root);
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

    /// The failure that a file cannot be read.
    pub fn unreadable(&self, path: &Path, error: &io::Error) -> anyhow::Error {
        let (name, reason) = (path.display().to_string(), Trouble::of(error).text(self.lang));
        self.fail(Exit::Unavailable, &Screen::CannotRead { name, reason })
    }

    /// The place of output that was named, for whom it is, unless records lie there.
    ///
    /// # Errors
    /// A failure that says why it must not or cannot be written.
    pub fn outlet(&self, name: &str, access: Access) -> anyhow::Result<Outlet> {
        Outlet::find(&self.here.join(name), access).map_err(|barred| {
            let name = name.to_owned();
            match barred {
                Barred::Records => self.usage(&Screen::AmongRecords { name }),
                Barred::Named => self.usage(&Screen::AmongReports { name }),
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

    /// The language of what is about an office: the one asked for, else that of its settings.
    pub fn language_of(&self, settings: Option<&Settings>) -> Lang {
        let own = || settings.map_or(self.lang, Settings::lang);
        self.asked_lang.unwrap_or_else(own)
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

    /// Forgets which state was read: what comes next is read anew, and judged by itself.
    pub fn forget(&self) {
        self.seen.set(None);
    }

    /// A new id of `length` characters of Crockford's base32 in lower case, the first a letter, so that no spreadsheet
    /// takes the id for a number or a day.
    pub fn mint(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        const LETTERS: &[u8] = ALPHABET.split_at(10).1;
        let bits = (self.entropy)();
        let (rest, first) = (bits / 22, (bits % 22) as usize);
        let others = (0..length.min(12).saturating_sub(1)).map(|i| ALPHABET[(rest >> (5 * i)) as usize & 31]);
        let letters = std::iter::once(LETTERS[first]).chain(others);
        letters.map(char::from).collect()
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
    /// 129: git must not go on with what it asked for; it takes every lower code for an answer.
    Stopped,
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
            Exit::Stopped => 129,
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
            Exit::Stopped,
        ];
        assert_eq!(all.map(Exit::code), [0, 1, 2, 3, 4, 129]);
    }
}
