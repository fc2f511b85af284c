//! Writers and readers beside each other: writers wait for each other, readers see one state.

use crate::disk::{Scratch, change, commit, patient, some};
use crate::office::Office;
use bina::files::Directory;
use bina::files::Moment;
use bina::files::disk::RealDisk;
use bina::files::transaction::Turn;
use bina::records::time::Day;
use bina::session::{Exit, Session};
use bina::words::Lang;
use std::cell::Cell;
use std::path::Path;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn writers_at_once_all_succeed() {
    let office = Office::new();
    let codes: Vec<String> = (0..8).map(|number| format!("seksi-{number}")).collect();
    let start = |code: &String| {
        let mut command = office.command(&["unit", "add", code, "--name", "Seksi Uji"]);
        command.spawn().unwrap()
    };
    let started: Vec<Child> = codes.iter().map(start).collect();
    for mut child in started {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    let units = office.text("units.csv");
    for code in &codes {
        assert!(units.contains(&format!("\n{code},Seksi Uji,")), "{code}: {units}");
    }
    assert_eq!(office.run(&["format", "--check"]).status, Some(0));
}

const FILES: [&str; 4] = ["a.csv", "participation/2026-10.csv", "staff.csv", "z.csv"];

/// Writes the next number into every file; what is read in a turn stays until its end.
fn count_up(root: &Path) {
    let mut turn = Turn::take(root, &patient(), &RealDisk).unwrap();
    let read = |name: &str| Directory::open(root).unwrap().bytes(name).unwrap();
    let number = |bytes: &[u8]| String::from_utf8_lossy(bytes).parse::<u32>().unwrap_or(0);
    let after = (number(&read(FILES[0]).unwrap_or_default()) + 1).to_string();
    let changes = FILES.map(|name| change(name, read(name), some(&after)));
    turn.commit(&changes).unwrap();
}

#[test]
fn readers_see_one_state_of_all_files() {
    let scratch = Scratch::new();
    let root = &scratch.0;
    count_up(root);
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| (0..20).for_each(|_| count_up(root))))
            .collect();
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    let directory = Directory::open(root).unwrap();
                    let read = FILES.map(|name| directory.bytes(name).unwrap());
                    if Moment::of(root).unwrap() == *directory.moment() {
                        assert!(read.iter().all(|one| *one == read[0]), "{read:?}");
                    }
                }
            });
        }
        let ended: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
        is_over.store(true, Ordering::Relaxed);
        assert!(ended.iter().all(Result::is_ok));
    });
    let last = Directory::open(root).unwrap().bytes(FILES[3]).unwrap();
    assert_eq!(last, some("61"));
}

/// Runs a reading command of which each try is followed by a write as long as `disturbed` says so.
fn read_beside_a_writer(disturbed: impl Fn(usize) -> bool) -> (anyhow::Result<Exit>, String, String) {
    let scratch = Scratch::new();
    let root = scratch.0.clone();
    std::fs::write(root.join("bina.toml"), "").unwrap();
    let (mut out, mut err, mut input) = (Vec::new(), Vec::new(), "masukan".as_bytes());
    let mut session = Session {
        here: root.clone(),
        fallback: None,
        chosen: None,
        today: Day::of(2026, 11, 20).unwrap(),
        as_of_given: false,
        lang: Lang::En,
        asked_lang: None,
        terminal_width: None,
        input_is_terminal: false,
        can_ask: false,
        color: false,
        quiet: false,
        keeping: None,
        holder: "test".to_owned(),
        disk: &RealDisk,
        out: &mut out,
        err: &mut err,
        input: &mut input,
        entropy: &mut || 0,
        typed_in: None,
        seen: Cell::default(),
        progress: Default::default(),
    };
    let tries = Cell::new(0);
    let ended = session.steady(|session| {
        let (number, typed) = (tries.replace(tries.get() + 1), session.bytes_in()?);
        let typed = String::from_utf8(typed)?;
        session.directory()?;
        writeln!(session.out, "try {number} of {typed}")?;
        writeln!(session.err, "beside {number}")?;
        if disturbed(number) {
            let name = format!("{number}.csv");
            commit(&root, &[change(&name, None, some("x"))], &patient(), &RealDisk).unwrap();
            assert!(!session.is_steady());
        }
        Ok(Exit::Findings)
    });
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ended, text(out), text(err))
}

#[test]
fn a_command_begins_anew_when_another_wrote_while_it_read() {
    let (ended, out, err) = read_beside_a_writer(|number| number < 3);
    assert_eq!(ended.unwrap(), Exit::Findings);
    assert_eq!((out.as_str(), err.as_str()), ("try 3 of masukan\n", "beside 3\n"));
    let (ended, out, err) = read_beside_a_writer(|_| true);
    let said = ended.unwrap_err().to_string();
    assert!(said.starts_with("Other commands kept writing"), "{said}");
    assert_eq!((out.as_str(), err.as_str()), ("", ""));
}
