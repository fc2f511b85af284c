//! Writing is all or nothing: killed at every step, refused by the disk at every step, contended, changed in between.

// A test prepares its directory by itself, not through what it tests.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod delivery;
mod disk;
mod hand;
mod neighbours;
mod office;
mod outlet;
mod undo;
#[cfg(unix)]
mod unix;

use bina::files::disk::{Disk, RealDisk};
use bina::files::transaction::{LockOptions, WriteError};
use bina::files::{Directory, Moment};
use disk::{
    Fault, Faulty, OLD, Scratch, all_steps, change, changes, commit, commit_step, new, next_writer_clears_up,
    old, patient, seen, some, tree,
};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

#[test]
fn the_steps_of_a_write_are_in_the_only_safe_order() {
    let scratch = Scratch::new();
    let disk = Faulty::new(&scratch.0, usize::MAX, Fault::Kill);
    commit(&scratch.0, &changes(), &patient(), &disk).unwrap();
    let staged = |name: &str| bina_staged(name, 1);
    let (first, second) = (
        staged("participation/2026-10.csv"),
        staged("trainings/2026-10/a.toml"),
    );
    let expected = format!(
        "create_dir .bina
open_lock .bina/lock
read .bina/writer
write_new .bina/writer.new
rename .bina/writer.new .bina/writer
read .bina/journal
follow participation/2026-10.csv
follow trainings/2026-10/a.toml
write_new .bina/writer.new
rename .bina/writer.new .bina/writer
create_dir participation
write_new {first}
create_dir trainings
create_dir trainings/2026-10
write_new {second}
sync_dir \nsync_dir participation
sync_dir trainings
sync_dir trainings/2026-10
probe participation/2026-10.csv
probe withdrawn.csv
write_new .bina/journal.new
read participation/2026-10.csv
read trainings/2026-10/a.toml
read withdrawn.csv
rename .bina/journal.new .bina/journal
read .bina/journal
sync_dir .bina
read participation/2026-10.csv
exists {first}
read trainings/2026-10/a.toml
exists {second}
read withdrawn.csv
read participation/2026-10.csv
rename {first} participation/2026-10.csv
read trainings/2026-10/a.toml
rename {second} trainings/2026-10/a.toml
read withdrawn.csv
remove withdrawn.csv
sync_dir \nsync_dir participation
sync_dir trainings/2026-10
rename .bina/journal .bina/done
sync_dir .bina"
    );
    assert_eq!(disk.log.borrow().join("\n"), expected);
}

fn bina_staged(name: &str, serial: u64) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap();
    format!("{folder}/.{file}.{serial}.bina-new")
}

#[test]
fn a_kill_at_any_step_leaves_the_old_or_the_new_state() {
    for fault in [Fault::Kill, Fault::Tear] {
        let mut states = Vec::new();
        for at in 0..all_steps() {
            let scratch = Scratch::new();
            let context = format!("{fault:?} at step {at}");
            let disk = Faulty::new(&scratch.0, at, fault);
            let done = commit(&scratch.0, &changes(), &patient(), &disk);
            assert!(done.is_err(), "{context}");
            let now = seen(&scratch.0);
            assert!(now == old() || now == new(), "{context}: {now:?}");
            states.push(now == new());
            next_writer_clears_up(&scratch.0, &context);
        }
        // Old up to the commit, new from there on, and both were met.
        assert!(states.is_sorted() && states.contains(&true) && states.contains(&false));
    }
}

#[test]
fn a_second_kill_while_finishing_the_first_loses_nothing() {
    let steps = all_steps();
    // Every fifth step meets all stages of the first write; the second is killed at each of its own.
    for first in (0..steps).step_by(5) {
        for second in 0..steps {
            let scratch = Scratch::new();
            let context = format!("killed at {first}, then at {second}");
            let disk = Faulty::new(&scratch.0, first, Fault::Kill);
            commit(&scratch.0, &changes(), &patient(), &disk).unwrap_err();
            let before = seen(&scratch.0);
            let later = [change("staff.csv", some(OLD[1].1), some("id,nip\np1,\np2,\n"))];
            let disk = Faulty::new(&scratch.0, second, Fault::Tear);
            let is_done = commit(&scratch.0, &later, &patient(), &disk).is_ok();
            let mut now = seen(&scratch.0);
            let staff = now.insert("staff.csv".to_owned(), some(OLD[1].1)).unwrap();
            assert_eq!(now, before, "{context}");
            assert!(
                staff == later[0].after || (staff == later[0].before && !is_done),
                "{context}"
            );
            next_writer_clears_up(&scratch.0, &context);
        }
    }
}

#[test]
fn a_disk_that_refuses_any_step_leaves_the_old_or_the_new_state() {
    let kinds = [ErrorKind::StorageFull, ErrorKind::PermissionDenied];
    let faults = kinds
        .map(Fault::Refuse)
        .into_iter()
        .chain(kinds.map(Fault::RefuseFromHere));
    for fault in faults {
        for at in 0..all_steps() {
            let scratch = Scratch::new();
            let before = tree(&scratch.0);
            let context = format!("{fault:?} at step {at}");
            let disk = Faulty::new(&scratch.0, at, fault);
            let Err(error) = commit(&scratch.0, &changes(), &patient(), &disk) else {
                panic!("{context}: no error");
            };
            match error {
                WriteError::Unfinished { .. } => assert_eq!(seen(&scratch.0), new(), "{context}"),
                _ => assert_eq!(seen(&scratch.0), old(), "{context}: {error:?}"),
            }
            // A disk that works again could take everything back, except what lay half written beside the lock.
            if matches!(fault, Fault::Refuse(_)) && !matches!(error, WriteError::Unfinished { .. }) {
                let mut now = tree(&scratch.0);
                now.remove(".bina/writer.new");
                assert_eq!(now, before, "{context}: {error:?}");
            }
            next_writer_clears_up(&scratch.0, &context);
        }
    }
}

#[test]
fn errors_say_what_kind_of_trouble_it_is() {
    let fault = |kind, what: &str| {
        let scratch = Scratch::new();
        let disk = Faulty::new(&scratch.0, usize::MAX, Fault::Kill);
        commit(&scratch.0, &changes(), &patient(), &disk).unwrap();
        let at = disk
            .log
            .borrow()
            .iter()
            .position(|step| step.starts_with(what))
            .unwrap();
        let scratch = Scratch::new();
        commit(
            &scratch.0,
            &changes(),
            &patient(),
            &Faulty::new(&scratch.0, at, Fault::Refuse(kind)),
        )
        .unwrap_err()
        .code()
    };
    assert_eq!(
        fault(ErrorKind::StorageFull, "write_new participation"),
        "no-space"
    );
    assert_eq!(
        fault(ErrorKind::PermissionDenied, "write_new participation"),
        "denied"
    );
    assert_eq!(fault(ErrorKind::ReadOnlyFilesystem, "create_dir .bina"), "denied");
    assert_eq!(
        fault(ErrorKind::PermissionDenied, "probe withdrawn.csv"),
        "blocked"
    );
    assert_eq!(
        fault(ErrorKind::ResourceBusy, "rename participation"),
        "unfinished"
    );
    assert_eq!(
        fault(ErrorKind::ResourceBusy, "write_new trainings"),
        "not-written"
    );
}

#[test]
fn nothing_to_do_changes_nothing() {
    let scratch = Scratch::new();
    let before = (tree(&scratch.0), Moment::of(&scratch.0).unwrap());
    let same = [change(OLD[1].0, some(OLD[1].1), some(OLD[1].1))];
    commit(&scratch.0, &same, &patient(), &RealDisk).unwrap();
    let after = (tree(&scratch.0), Moment::of(&scratch.0).unwrap());
    assert_eq!(before, after);
}

#[test]
fn the_second_writer_is_told_who_holds_the_lock() {
    let scratch = Scratch::new();
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
    let lock = RealDisk.open_lock(&scratch.0.join(".bina/lock")).unwrap();
    lock.lock().unwrap();
    let before = tree(&scratch.0);
    let later = [change("later.csv", None, some("x\n"))];
    let impatient = LockOptions {
        wait: Duration::ZERO,
        ..patient()
    };
    let error = commit(&scratch.0, &later, &impatient, &RealDisk).unwrap_err();
    let holder = format!("bina participation add ({})", std::process::id());
    assert_eq!(error, WriteError::Locked { holder });
    assert_eq!(tree(&scratch.0), before);
}

#[test]
fn the_second_writer_goes_on_when_the_first_is_done() {
    let scratch = Scratch::new();
    let root = scratch.0.clone();
    fs::create_dir(root.join(".bina")).unwrap();
    let lock = RealDisk.open_lock(&root.join(".bina/lock")).unwrap();
    lock.lock().unwrap();
    let waiting = std::thread::spawn(move || commit(&root, &changes(), &patient(), &RealDisk));
    drop(lock);
    assert_eq!(waiting.join().unwrap(), Ok(()));
    assert_eq!(seen(&scratch.0), new());
}

#[test]
fn a_file_changed_in_between_is_not_overwritten() {
    let edits: [(&str, Option<&str>); 4] = [
        ("participation/2026-10.csv", Some("training,staff\na,p9\n")),
        ("withdrawn.csv", Some("date,name\n2026-10-01,x\n")),
        ("withdrawn.csv", None),
        ("trainings/2026-10/a.toml", Some("title = \"B\"\n")),
    ];
    for (name, content) in edits {
        let scratch = Scratch::new();
        let path = scratch.0.join(name);
        match content {
            Some(content) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, content).unwrap();
            }
            None => fs::remove_file(&path).unwrap(),
        }
        let before = tree(&scratch.0);
        let error = commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap_err();
        let name = name.to_owned();
        assert_eq!(error, WriteError::ChangedMeanwhile { name });
        assert_eq!(tree(&scratch.0), before);
    }
}

/// Kills a writer right after its commit.
fn killed_after_commit(root: &Path) {
    let disk = Faulty::new(root, commit_step() + 1, Fault::Kill);
    commit(root, &changes(), &patient(), &disk).unwrap_err();
}

#[test]
fn a_reader_lists_what_is_committed_and_never_what_is_staged() {
    let scratch = Scratch::new();
    let listed = || {
        let directory = Directory::open(&scratch.0).unwrap();
        [
            directory.list("").unwrap(),
            directory.list("trainings/2026-10").unwrap(),
        ]
        .concat()
    };
    killed_after_commit(&scratch.0);
    assert_eq!(listed(), ["participation/", "staff.csv", "trainings/", "a.toml"]);
    fs::remove_file(scratch.0.join(".bina/journal")).unwrap();
    assert_eq!(
        listed(),
        ["participation/", "staff.csv", "trainings/", "withdrawn.csv"]
    );
}

#[test]
fn a_damaged_journal_stops_readers_and_writers() {
    let scratch = Scratch::new();
    killed_after_commit(&scratch.0);
    let path = scratch.0.join(".bina/journal");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 3]).unwrap();
    assert_eq!(
        Directory::open(&scratch.0).unwrap_err().kind(),
        ErrorKind::InvalidData
    );
    let error = commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap_err();
    assert_eq!(error.code(), "journal-damaged");
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let scratch = Scratch::new();
    let before = tree(&scratch.0);
    for name in [
        "../out.csv",
        "/out.csv",
        "a/./b",
        ".bina/lock",
        ".git/config",
        "c:\\x",
        "",
    ] {
        let bad = [change(name, None, some("x"))];
        let error = commit(&scratch.0, &bad, &patient(), &RealDisk).unwrap_err();
        assert_eq!(error.code(), "bad-name", "{name}");
        assert_eq!(tree(&scratch.0), before, "{name}");
    }
    let twice = [changes(), changes()].concat();
    assert_eq!(
        commit(&scratch.0, &twice, &patient(), &RealDisk)
            .unwrap_err()
            .code(),
        "bad-name"
    );
    assert_eq!(tree(&scratch.0), before);
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let scratch = Scratch::new();
    let path = scratch.0.join("withdrawn.csv");
    let writable = fs::metadata(&path).unwrap().permissions();
    let mut read_only = writable.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&path, read_only).unwrap();
    let before = tree(&scratch.0);
    let error = commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap_err();
    assert_eq!(error.code(), "blocked");
    assert_eq!(tree(&scratch.0), before);
    fs::set_permissions(&path, writable).unwrap();
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
}
