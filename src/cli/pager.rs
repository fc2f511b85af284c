//! What is longer than a screen is read page by page: a person at a terminal gets it from a pager, as from git.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

/// What every system that is no Windows has; there, a pager is used where one is named.
const USUAL: Option<&str> = if cfg!(windows) { None } else { Some("less") };

/// How `less` shall behave where nobody said otherwise: as on a screen, colours are colours, and it ends with Ctrl-C.
const MANNERS: &str = "FRXK";

/// A screen. Lines are kept until there are more than it holds; from then on they go to the pager.
pub struct PagedScreen<W: Write> {
    /// Where lines go that fit, and all of them where no pager can be had.
    screen: W,
    /// The command of the pager; `None` where there is none, or its output is no screen.
    pager: Option<Vec<String>>,
    /// How `less` is told to behave.
    manners: String,
    /// How many lines fit.
    height: usize,
    kept: Vec<u8>,
    child: Option<Child>,
}

impl<W: Write> PagedScreen<W> {
    /// A screen of so many lines; without a height it is none, and nothing is kept.
    ///
    /// `named` is the pager that the environment names, with its arguments; `cat` is none. `manners` is what the environment
    /// says to `less`.
    pub fn new(
        screen: W,
        height: Option<usize>,
        named: Option<String>,
        manners: Option<String>,
    ) -> PagedScreen<W> {
        let command = named.or_else(|| USUAL.map(str::to_owned)).unwrap_or_default();
        let words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
        let is_one = height.is_some() && words.first().is_some_and(|program| program != "cat");
        PagedScreen {
            screen,
            pager: is_one.then_some(words),
            manners: manners.unwrap_or_else(|| MANNERS.to_owned()),
            height: height.unwrap_or(0),
            kept: Vec::new(),
            child: None,
        }
    }

    /// Starts the pager and hands over what was kept; where it cannot be started, the screen gets it.
    fn turn(&mut self) -> io::Result<()> {
        let started = self.pager.take().and_then(|words| {
            let mut command = Command::new(words.first()?);
            command.args(&words[1..]).stdin(Stdio::piped());
            command.env("LESS", &self.manners).spawn().ok()
        });
        self.child = started;
        let kept = std::mem::take(&mut self.kept);
        self.pass_on(&kept)
    }

    fn pass_on(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.child.as_mut().and_then(|child| child.stdin.as_mut()) {
            Some(pager) => pager.write_all(bytes),
            None => self.screen.write_all(bytes),
        }
    }
}

impl<W: Write> Write for PagedScreen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.pager.is_none() {
            self.pass_on(bytes)?;
            return Ok(bytes.len());
        }
        self.kept.extend_from_slice(bytes);
        if memchr::memchr_iter(b'\n', &self.kept).count() >= self.height {
            self.turn()?;
        }
        Ok(bytes.len())
    }

    /// Shows what fits on the screen; what is longer is with the pager.
    fn flush(&mut self) -> io::Result<()> {
        let kept = std::mem::take(&mut self.kept);
        self.pass_on(&kept)?;
        match self.child.as_mut().and_then(|child| child.stdin.as_mut()) {
            Some(pager) => pager.flush(),
            None => self.screen.flush(),
        }
    }
}

impl<W: Write> Drop for PagedScreen<W> {
    /// Waits until the reader has closed the pager.
    fn drop(&mut self) {
        let _ = self.flush();
        if let Some(mut child) = self.child.take() {
            drop(child.stdin.take());
            let _ = child.wait();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What stands on a screen of three lines, and what the pager wrote, after a text.
    fn shown(text: &str, pager: &str) -> String {
        let mut screen = Vec::new();
        {
            let mut paged = PagedScreen::new(&mut screen, Some(3), Some(pager.to_owned()), None);
            paged.write_all(text.as_bytes()).expect("a screen");
        }
        String::from_utf8(screen).expect("text")
    }

    #[test]
    fn what_fits_stands_on_the_screen_and_what_does_not_goes_to_the_pager() {
        // It fails where it is given another text, and says nothing on the screen.
        assert_eq!(shown("a\nb\n", "sort -c"), "a\nb\n");
        assert_eq!(shown("a\nb\nc\nd\n", "sort -c"), "");
    }

    #[test]
    fn without_a_pager_everything_is_on_the_screen() {
        let long = "a\n".repeat(9);
        assert_eq!(shown(&long, "cat"), long);
        assert_eq!(shown(&long, "no-such-pager-anywhere"), long);
        let mut out = Vec::new();
        PagedScreen::new(&mut out, None, None, None)
            .write_all(long.as_bytes())
            .expect("a screen");
        assert_eq!(out, long.as_bytes());
    }
}
