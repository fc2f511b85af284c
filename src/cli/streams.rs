//! Standard output and standard error, so that a command always goes on to its end and ends with its own exit code.

use super::waiting::WaitingSign;
use crate::diagnostic::on_screen;
use crate::session::Deliver;
use std::io::{self, BufWriter, ErrorKind, Write};

/// Standard output. Once it can no longer be written (its reader has gone, the disk is full) the rest is dropped; only
/// who asks whether it was delivered is told.
pub struct Data<W: Write> {
    inner: BufWriter<W>,
    /// Whether it is a screen, which a text must not command.
    is_screen: bool,
    /// What is shown until something is written.
    sign: WaitingSign,
    /// Whether it leads to nobody.
    is_nowhere: bool,
    /// Why it can no longer be written.
    failed: Option<ErrorKind>,
}

impl<W: Write> Data<W> {
    /// Everything that is printed goes to `inner`, in pieces of a good size. Until then `sign` may be shown.
    pub fn new(inner: W, is_screen: bool, sign: WaitingSign) -> Data<W> {
        Data {
            inner: BufWriter::new(inner),
            is_screen,
            sign,
            is_nowhere: false,
            failed: None,
        }
    }

    /// The same, which may lead to nobody.
    pub fn nowhere(self, is_nowhere: bool) -> Data<W> {
        Data { is_nowhere, ..self }
    }
}

/// Whether a stream that the program was given leads to the null device, as one does that was closed.
#[cfg(unix)]
pub fn is_null(stream: impl std::os::fd::AsFd) -> bool {
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
    let own = stream.as_fd().try_clone_to_owned();
    let own = own.and_then(|own| std::fs::File::from(own).metadata());
    let both = own.ok().zip(std::fs::metadata("/dev/null").ok());
    both.is_some_and(|(own, null)| own.file_type().is_char_device() && own.rdev() == null.rdev())
}

/// Whether a stream that the program was given leads to the null device; not asked here.
#[cfg(not(unix))]
pub fn is_null<S>(_: S) -> bool {
    false
}

impl<W: Write> Write for Data<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sign.end();
        if self.failed.is_none() {
            let text = self.is_screen.then(|| String::from_utf8_lossy(bytes));
            let shown = text.as_ref().map(|text| on_screen(text, true));
            let bytes = shown.as_ref().map_or(bytes, |shown| shown.as_bytes());
            self.failed = self.inner.write_all(bytes).err().map(|error| error.kind());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed.is_none() {
            self.failed = self.inner.flush().err().map(|error| error.kind());
        }
        Ok(())
    }
}

impl<W: Write> Deliver for Data<W> {
    fn deliver(&mut self) -> io::Result<()> {
        self.flush()?;
        self.failed.map_or(Ok(()), |kind| Err(kind.into()))
    }

    fn is_nowhere(&self) -> bool {
        self.is_nowhere
    }
}

/// Standard error: when it cannot be written, nobody can be told.
pub struct Aside<W>(
    /// Where it goes.
    pub W,
    /// What is shown until something is written.
    pub WaitingSign,
);

impl<W: Write> Write for Aside<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.end();
        // A person reads it, whatever names and arguments it repeats.
        let _ = self
            .0
            .write_all(on_screen(&String::from_utf8_lossy(bytes), false).as_bytes());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_commands_a_screen() {
        let text = "a\u{1b}[2Jb\u{1b}]0;x\u{7}\r\n\u{1b}[1mtebal\u{1b}[0m\tc\u{202e}\rd\n";
        let printed = |is_screen: bool| {
            let mut out = Vec::new();
            Data::new(&mut out, is_screen, WaitingSign::default())
                .write_all(text.as_bytes())
                .unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(printed(false), text, "data are what they are");
        let shown = "a\\u{1b}[2Jb\\u{1b}]0;x\\u{7}\r\n\u{1b}[1mtebal\u{1b}[0m\tc\\u{202e}\\u{d}d\n";
        assert_eq!(printed(true), shown);
        let mut err = Vec::new();
        Aside(&mut err, WaitingSign::default())
            .write_all(b"berkas \x1b[31m.csv\n")
            .unwrap();
        assert_eq!(err, b"berkas \\u{1b}[31m.csv\n");
    }
}
