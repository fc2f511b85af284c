//! What is noted of a write to take it back: killed at any step, it is of the last write or of none.

use super::disk::{Fault, Faulty, OLD, Scratch, change, changes, new, patient, seen, some};
use bina::files::disk::{Disk, RealDisk};
use bina::files::transaction::{Change, Turn};
use bina::files::undo;
use std::path::Path;

/// A write that is noted, as a command does it.
fn noted(root: &Path, changes: &[Change], disk: &dyn Disk) -> bool {
    let Ok(mut turn) = Turn::take(root, &patient(), disk) else {
        return false;
    };
    let written = turn.commit(changes).is_ok();
    if written {
        turn.remember(changes, false);
    }
    written
}

/// A write before the one that is killed.
fn earlier() -> [Change; 1] {
    [change("holidays.csv", None, some("date,name\n"))]
}

#[test]
fn a_kill_at_any_step_leaves_the_note_of_the_last_write_or_of_none() {
    let steps = {
        let scratch = Scratch::new();
        assert!(noted(&scratch.0, &earlier(), &RealDisk));
        let disk = Faulty::new(&scratch.0, usize::MAX, Fault::Kill);
        assert!(noted(&scratch.0, &changes(), &disk));
        disk.steps.get()
    };
    let mut found = [0, 0, 0];
    for fault in [Fault::Kill, Fault::Tear] {
        for at in 0..=steps {
            let scratch = Scratch::new();
            assert!(noted(&scratch.0, &earlier(), &RealDisk));
            noted(&scratch.0, &changes(), &Faulty::new(&scratch.0, at, fault));
            // The next writer finishes what was committed.
            drop(Turn::take(&scratch.0, &patient(), &RealDisk).unwrap());
            let is_new = seen(&scratch.0) == new();
            let names = undo::last(&scratch.0)
                .unwrap()
                .map(|last| last.files.into_iter().map(|file| file.name).collect::<Vec<_>>());
            let context = format!("{fault:?} at {at}: {names:?}");
            match names.as_deref() {
                None => found[0] += 1,
                Some([only]) if only == "holidays.csv" => {
                    assert!(!is_new, "{context}");
                    found[1] += 1;
                }
                Some(names) => {
                    assert!(is_new && names[0] == OLD[0].0 && names.len() == 3, "{context}");
                    found[2] += 1;
                }
            }
        }
    }
    assert!(found.iter().all(|count| *count > 0), "{found:?}");
}
