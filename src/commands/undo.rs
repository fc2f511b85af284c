//! `bina undo`: the last command that wrote is taken back, or what a commit changed.

use super::arguments::typed;
use super::verb::{Act, DRY_RUN, verbs};
use crate::change::Draft;
use crate::clerk;
use crate::files::transaction::Turn;
use crate::files::undo::LastWrite;
use crate::files::{Directory, undo};
use crate::git::Git;
use crate::merge::blocks::has_marks;
use crate::records::closing::month_of;
use crate::resolution::{self, Reversal};
use crate::session::{Exit, Session};
use crate::words::as_typed;
use crate::words::change::Slip;
use crate::words::merge::Junction;
use crate::words::screen::Screen;
use clap::ArgMatches;

verbs! {
    "" "undo" "batalkan", id "Membatalkan perintah terakhir yang menulis (sekali lagi memulihkannya), atau yang diubah oleh sebuah commit, sebagai perubahan baru. Ditolak bila yang ditulisnya diubah sesudah itu", en "Takes back the last command that wrote (once more brings it again), or what a commit changed, as a new change. Refused where somebody changed what it wrote since" {
        [MayPlace "which" "COMMIT", id "Commit yang isiannya dikembalikan seperti semula, sebagaimana disebut bina history; bila tidak ditulis: perintah terakhir", en "The commit whose cells become what they were, as bina history names it; the last command when absent"]
        [DRY_RUN]
    } Act::Run(run), "bina undo --dry-run";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, matches.get_flag(DRY_RUN.name))?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    match typed(matches, "which") {
        Some(commit) => commit_back(commit, &directory, turn, session),
        None => command_back(&directory, turn, session),
    }
}

/// Takes back the last command that wrote, all of its files or none.
fn command_back(
    directory: &Directory,
    turn: Option<Turn<'_>>,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let root = directory.root();
    let last = undo::last(root).map_err(|error| session.unreadable(root, &error))?;
    let Some(last) = last else {
        return Err(session.usage(&Screen::NothingToUndo));
    };
    let mut draft = Draft::new(directory);
    draft.is_undo = !last.is_undo;
    let names: Vec<String> = last.files.iter().map(|file| file.name.clone()).collect();
    let (git, reopened) = (Git::at(root), reopened(&last));
    let is_joined = !reopened.is_empty() && git.sides().is_none();
    for file in last.files {
        if refuse_closing(&mut draft, &file.name) {
            continue;
        }
        if !file.is_left(draft.bytes(&file.name).as_deref()) {
            let name = file.name.clone();
            draft.refuse("", Slip::TouchedSince { name });
        }
        if is_joined && reopened.contains(&file.name) {
            let name = file.name.clone();
            draft.refuse("", Slip::MergeIsDone { name });
        }
        draft.put(&file.name, file.before);
    }
    clerk::refuse(&draft, session)?;
    let dry_run = turn.is_none();
    clerk::write(&draft, session, turn)?;
    for file in reopened.into_iter().filter(|_| !dry_run) {
        if !git.unresolve(&file) {
            let typed = as_typed(&file);
            session.tell(&Junction::SidesGone { file, typed })?;
        }
    }
    let files = names.join(", ");
    match (dry_run, last.is_undo) {
        (true, _) => {}
        (false, true) => session.tell(&Screen::Redone { files })?,
        (false, false) => session.tell(&Screen::Undone { files })?,
    }
    Ok(Exit::Done)
}

/// The files in which the last write decided something of a merge: what it was before has marks, which only git's sides
/// explain.
fn reopened(last: &LastWrite) -> Vec<String> {
    let files = last.files.iter().filter(|file| {
        let before = file.before.as_deref().unwrap_or_default();
        !last.is_undo && has_marks(&String::from_utf8_lossy(before))
    });
    files.map(|file| file.name.clone()).collect()
}

/// Refuses what changed the ledger of a month: what the month came to is not unsaid without a word, but opened again for a
/// reason that stays. Whether the file is one.
fn refuse_closing(draft: &mut Draft<'_>, name: &str) -> bool {
    let month = month_of(name).map(|month| month.to_string());
    if let Some(month) = month.clone() {
        draft.refuse("", Slip::ClosedMonthStays { month });
    }
    month.is_some()
}

/// Makes the cells that a commit changed what they were before it, all of them or none.
fn commit_back(
    typed: &str,
    directory: &Directory,
    turn: Option<Turn<'_>>,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    let (git, commit) = (Git::at(directory.root()), typed.to_owned());
    let Some(meant) = git.commit(typed, false) else {
        return Err(session.usage(&Screen::NoCommit { commit }));
    };
    let Some(reversal) = resolution::reversal(&git, directory, &meant) else {
        return Err(session.usage(&Screen::NotOneParent { commit }));
    };
    let mut draft = Draft::new(directory);
    for (name, reversal) in reversal {
        if refuse_closing(&mut draft, &name) {
            continue;
        }
        match reversal {
            Reversal::Becomes(bytes) => draft.put(&name, bytes),
            Reversal::Touched => draft.refuse("", Slip::FileSince { name }),
            Reversal::Contested(disputes) => {
                for dispute in disputes {
                    let (file, what) = (name.clone(), dispute.since(session.lang));
                    draft.refuse("", Slip::SinceOther { file, what });
                }
            }
        }
    }
    draft.is_asked_of_all = true;
    let names: Vec<String> = draft.changed().map(|(name, _, _)| name.to_owned()).collect();
    let dry_run = turn.is_none();
    if let Some(keeping) = &mut session.keeping {
        keeping.about = Some(commit.clone());
    }
    let exit = clerk::finish(&draft, session, turn)?;
    if !dry_run && !names.is_empty() {
        let files = names.join(", ");
        session.tell(&Screen::CommitUndone { commit, files })?;
    }
    Ok(exit)
}
