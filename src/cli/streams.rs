//! Standard output and standard error, so that a command always goes on to its end and ends with its own exit code.

use crate::session::Deliver;
use std::io::{self, BufWriter, ErrorKind, Write};

/// Standard output. Once it can no longer be written (its reader has gone, the disk is full) the rest is dropped; only
/// who asks whether it was delivered is told.
pub struct Data<W: Write> {
    inner: BufWriter<W>,
    /// Why it can no longer be written.
    failed: Option<ErrorKind>,
}

impl<W: Write> Data<W> {
    /// Everything that is printed goes to `inner`, in pieces of a good size.
    pub fn new(inner: W) -> Data<W> {
        Data {
            inner: BufWriter::new(inner),
            failed: None,
        }
    }
}

impl<W: Write> Write for Data<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed.is_none() {
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
}

/// Standard error: when it cannot be written, nobody can be told.
pub struct Aside<W>(
    /// Where it goes.
    pub W,
);

impl<W: Write> Write for Aside<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}
