//! The floor under any reader of csv: `scan [--threads N] FILE…` parses every record of the files as
//! bytes, does nothing with them, and prints how many there were.
//!
//! `bench.py` gives it the files that the monthly report reads.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn main() -> io::Result<()> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let mut threads = 1;
    if files.first().is_some_and(|arg| arg == "--threads") {
        threads = files.get(1).and_then(|number| number.parse().ok()).unwrap_or(1);
        files.drain(..files.len().min(2));
    }
    let records = scan_all(&files, threads)?;
    writeln!(io::stdout(), "{records}")
}

/// The threads take files from one queue, as the order of files says nothing about their sizes.
fn scan_all(files: &[String], threads: usize) -> io::Result<usize> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<usize> {
        let mut records = 0;
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            records += scan(file)?;
        }
        Ok(records)
    };
    if threads == 1 {
        return work();
    }
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let failed = |_| io::Error::other("a scanning thread panicked");
        handles
            .into_iter()
            .map(|handle| handle.join().map_err(failed)?)
            .sum()
    })
}

/// One record at a time, reused: the cheapest loop that the csv crate offers.
fn scan(file: &str) -> io::Result<usize> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .buffer_capacity(1 << 17)
        .from_path(file)?;
    let mut record = csv::ByteRecord::new();
    let mut records = 0;
    while reader.read_byte_record(&mut record)? {
        records += 1;
    }
    Ok(records)
}
