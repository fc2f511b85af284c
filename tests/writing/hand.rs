//! Who edits a file by hand takes no turn: what he saves is never overwritten, and no state needs hands.

use crate::disk::{
    BY_HAND, Fault, Faulty, OLD, Records, Scratch, all_steps, change, changes, commit, commit_step, edit,
    new, old, patient, seen, some, tree,
};
use bina::files::disk::RealDisk;
use bina::files::transaction::WriteError;
use std::fs;
use std::path::Path;

/// The records with the first file as it was saved by hand.
fn by_hand(mut records: Records) -> Records {
    records.insert(OLD[0].0.to_owned(), some(BY_HAND));
    records
}

fn is_there(root: &Path, name: &str) -> bool {
    root.join(name).exists()
}

/// Another writer succeeds, at the latest when it was once told of what lies aside.
fn the_next_writer_writes(root: &Path, context: &str) {
    let later = [change("later.csv", None, some("x\n"))];
    let write = || commit(root, &later, &patient(), &RealDisk);
    match write() {
        Err(WriteError::Diverged { aside, .. }) => {
            assert!(is_there(root, &aside), "{context}");
            assert_eq!(write(), Ok(()), "{context}");
        }
        done => assert_eq!(done, Ok(()), "{context}"),
    }
}

#[test]
fn an_edit_by_hand_at_any_step_stays_and_stops_nobody() {
    let steps = all_steps();
    let mut ends = Vec::new();
    for at in 0..steps {
        let scratch = Scratch::new();
        let root = &scratch.0;
        let context = format!("edited before step {at}");
        let disk = Faulty::new(root, at, Fault::Edit);
        let done = commit(root, &changes(), &patient(), &disk);
        // Between the last look at a file and its rename no file system lets anything be done.
        if disk.log.borrow()[at].ends_with(" participation/2026-10.csv")
            && disk.log.borrow()[at].starts_with("rename")
        {
            continue;
        }
        let now = seen(root);
        match &done {
            Ok(()) => assert_eq!(now, by_hand(new()), "{context}"),
            Err(WriteError::ChangedMeanwhile { name }) => {
                assert_eq!(name, OLD[0].0, "{context}");
                assert_eq!(now, by_hand(old()), "{context}");
            }
            Err(WriteError::Diverged { name, aside }) => {
                assert_eq!(name, OLD[0].0, "{context}");
                assert_eq!(now, by_hand(new()), "{context}");
                let kept = fs::read(root.join(aside)).unwrap();
                assert_eq!(Some(kept), new()[OLD[0].0], "{context}");
            }
            Err(error) => panic!("{context}: {error:?}"),
        }
        the_next_writer_writes(root, &context);
        assert_eq!(
            fs::read_to_string(root.join(OLD[0].0)).unwrap(),
            BY_HAND,
            "{context}"
        );
        let left = tree(root);
        let staged = left.keys().find(|name| name.ends_with(".bina-new"));
        assert_eq!(staged, None, "{context}");
        ends.push(done.is_ok());
    }
    assert!(ends.contains(&true) && ends.contains(&false));
}

#[test]
fn an_edit_by_hand_after_an_interrupted_write_takes_all_of_it_back() {
    let scratch = Scratch::new();
    let disk = Faulty::new(&scratch.0, commit_step() + 1, Fault::Kill);
    commit(&scratch.0, &changes(), &patient(), &disk).unwrap_err();
    assert_eq!(seen(&scratch.0), new());
    edit(&scratch.0);
    // Who reads now sees what the next writer will leave.
    assert_eq!(seen(&scratch.0), by_hand(old()));
    the_next_writer_writes(&scratch.0, "taken back");
    assert_eq!(seen(&scratch.0), by_hand(old()));
    assert!(!is_there(&scratch.0, "trainings/2026-10/a.toml"));
    assert!(is_there(&scratch.0, "withdrawn.csv") && !is_there(&scratch.0, ".bina/journal"));
}

#[test]
fn an_edit_by_hand_after_a_kill_at_any_step_stays_and_stops_nobody() {
    for at in 0..all_steps() {
        let scratch = Scratch::new();
        let context = format!("killed at step {at}, then edited");
        let disk = Faulty::new(&scratch.0, at, Fault::Tear);
        commit(&scratch.0, &changes(), &patient(), &disk).unwrap_err();
        edit(&scratch.0);
        the_next_writer_writes(&scratch.0, &context);
        let now = seen(&scratch.0);
        assert!(
            now == by_hand(old()) || now == by_hand(new()),
            "{context}: {now:?}"
        );
    }
}
