//! Carries out a change: refuses it with everything that stands against it, shows it, or hands it to the disk.
//!
//! It joins a finished [`Draft`] with the world of a [`Session`], and knows no command.

use crate::change::{Draft, Reason, diff, taking_part};
use crate::check;
use crate::diagnostic::{Findings, Located, Severity, advice, visible};
use crate::files::Directory;
use crate::files::access::Access;
use crate::files::directory::MARKER;
use crate::files::transaction::{LockOptions, Turn, WriteError};
use crate::git::{Git, Repository};
use crate::inquiry;
use crate::intake::whole::is_record;
use crate::records::time::Day;
use crate::session::{Exit, Failure, Keeping, Session};
use crate::words::change::Hint;
use crate::words::merge::Junction;
use crate::words::problem::Problem;
use crate::words::screen::Screen;
use crate::words::trouble::Trouble;
use crate::words::{Say, as_typed, value_form};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Has a change drafted and writes it, or shows it with `dry_run`. From the reading to the end nobody else writes.
///
/// # Errors
/// When it is refused (exit 2 or 3) or cannot be written (exit 4).
pub fn carry_out(
    session: &mut Session<'_>,
    dry_run: bool,
    act: impl FnOnce(&mut Draft<'_>, &mut Session<'_>),
) -> anyhow::Result<Exit> {
    let root = session.root()?;
    let turn = take_turn(&root, session, dry_run)?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let mut draft = Draft::new(&directory);
    draft.today = Some(session.today);
    draft.progress = session.progress.clone();
    act(&mut draft, session);
    finish(&draft, session, turn)
}

/// Waits until nobody else writes to the directory at `root`; what is only shown needs no turn.
///
/// # Errors
/// When somebody writes for too long, or nobody can (exit 4).
pub fn take_turn<'w>(
    root: &Path,
    session: &mut Session<'w>,
    dry_run: bool,
) -> anyhow::Result<Option<Turn<'w>>> {
    if dry_run {
        return Ok(None);
    }
    let options = LockOptions::new(&session.holder);
    let turn = Turn::take(root, &options, session.disk).map_err(|error| unwritten(&error, session))?;
    if let Some(file) = turn.taken_back.clone() {
        session.tell(&Hint::TakenBack { file })?;
    }
    Ok(Some(turn))
}

/// Writes a change with a turn, or shows it without. On standard output stand only the ids of what was added.
///
/// # Errors
/// When it is refused (exit 2 or 3) or cannot be written (exit 4).
pub fn finish(draft: &Draft<'_>, session: &mut Session<'_>, turn: Option<Turn<'_>>) -> anyhow::Result<Exit> {
    refuse(draft, session)?;
    let (new, kept) = wrong_outcome(draft, session);
    print(&new, session)?;
    if !new.is_empty() {
        let errors = new.len();
        return Err(session.fail(Exit::Usage, &Hint::OutcomeWrong { errors }));
    }
    let exit = hand_over(draft, session, turn)?;
    if kept == 0 {
        return Ok(exit);
    }
    let root = draft.directory.root().display().to_string();
    let (errors, typed) = (kept, format!("bina -C {} check", as_typed(&root)));
    session.tell(&Screen::CameWrong { errors, typed })?;
    Ok(Exit::Findings)
}

/// Writes a change as it is, or shows it without a turn: where records come together, what is right is asked afterwards.
///
/// # Errors
/// When it cannot be written (exit 4).
pub fn write(draft: &Draft<'_>, session: &mut Session<'_>, turn: Option<Turn<'_>>) -> anyhow::Result<()> {
    match turn {
        None => {
            for (name, before, after) in draft.changed() {
                let lines = diff::lines(name, before, after);
                session.out.write_all(lines.as_bytes())?;
            }
        }
        Some(turn) => commit(draft, session, turn)?,
    }
    Ok(())
}

/// Writes a change that nothing stands against.
fn hand_over(draft: &Draft<'_>, session: &mut Session<'_>, turn: Option<Turn<'_>>) -> anyhow::Result<Exit> {
    let dry_run = turn.is_none();
    write(draft, session, turn)?;
    if draft.changed().next().is_none() {
        session.tell(draft.nothing.as_ref().unwrap_or(&Hint::Nothing))?;
        tell_unkept(draft, session)?;
    }
    let lacking = taking_part::without_jp(draft).filter(|_| draft.today.is_some() && !draft.is_undo);
    for note in draft.notes.iter().chain(&lacking).chain(&draft.altered_month()) {
        session.tell(note)?;
    }
    if let Some(file) = beside(draft).filter(|_| !dry_run) {
        let file = file.to_owned();
        session.tell(&Hint::PersonalFile { file })?;
    }
    Ok(Exit::Done)
}

/// Says where a commit was asked for and nothing changes which records no commit has: the same command may have ended
/// before its commit.
fn tell_unkept(draft: &Draft<'_>, session: &mut Session<'_>) -> anyhow::Result<()> {
    if session.keeping.is_none() {
        return Ok(());
    }
    let repository = Repository::around(draft.directory.root());
    let mut files = repository
        .and_then(|repository| repository.unkept())
        .unwrap_or_default();
    files.retain(|file| is_record(file));
    if !files.is_empty() {
        let files = files.join(" ");
        session.tell(&Screen::StillUnkept { files })?;
    }
    Ok(())
}

/// Hands out what leaves and writes what a draft changes, all of it or nothing; where it is to be kept, nobody else writes
/// before it is.
///
/// # Errors
/// When it cannot be kept or written (exit 4).
pub fn commit(draft: &Draft<'_>, session: &mut Session<'_>, mut turn: Turn<'_>) -> anyhow::Result<()> {
    let names: Vec<&str> = draft.changed().map(|(name, _, _)| name).collect();
    let is_some = |keeping: &Keeping| !names.is_empty() || !keeping.made.is_empty();
    let ready = session.keeping.clone().filter(is_some).map(|keeping| {
        let repository = Repository::around(draft.directory.root())?;
        let ready = repository.ready(&names, &keeping.made, keeping.is_signed)?;
        Ok((keeping, ready))
    });
    let ready = ready.transpose().map_err(|error| unwritten(&error, session))?;
    deliver(draft, session)?;
    let changes = draft.changes();
    let written = turn.commit(&changes);
    if written.is_ok() && !changes.is_empty() && !draft.is_lasting {
        turn.remember(&changes, draft.is_undo);
    }
    let kept = written.and_then(|()| match ready {
        Some((keeping, ready)) => ready.commit(&message(draft, keeping)),
        None => Ok(()),
    });
    kept.map_err(|error| unwritten(&error, session))
}

/// What the commit of a change says: what was typed for it, else the command, and what it is about or has added.
fn message(draft: &Draft<'_>, keeping: Keeping) -> String {
    let added = (!draft.added.is_empty()).then(|| draft.added.join(", "));
    let about = keeping.about.or(added).map(|about| format!(": {about}"));
    let told = || format!("{}{}", keeping.command, about.unwrap_or_default());
    keeping.message.unwrap_or_else(told)
}

/// Says of what is named by a name that it had once how it is called now: once for all who name it so.
///
/// # Errors
/// When standard error cannot be written.
pub fn name_successors(
    directory: &Directory,
    located: &[Located],
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    for one in inquiry::successors(directory, located.iter().map(|one| &one.problem)) {
        let (old, new, commit, one) = (one.old, one.new, one.commit, one.one.to_owned());
        session.tell(&Junction::NamedOtherwise {
            old,
            new,
            commit,
            one,
        })?;
    }
    Ok(())
}

/// Says that a command ended before all its files were in place; and of a directory that is a clone of git what it lacks so
/// that two people can write in it, and that a merge waits.
///
/// # Errors
/// When standard error cannot be written.
pub fn remind(directory: &Directory, session: &mut Session<'_>) -> anyhow::Result<()> {
    let root = directory.root();
    if directory.is_unfinished() {
        session.tell(&Screen::Unfinished)?;
    }
    if session.quiet || !root.join(".git").exists() {
        return Ok(());
    }
    let git = Git::at(root);
    let waiting: Vec<String> = git.unmerged().into_iter().map(|file| file.name).collect();
    if !waiting.is_empty() {
        let files = waiting.join(", ");
        session.tell(&Junction::Waiting { files })?;
    }
    if git.is_there() && !git.has_driver() {
        let typed = as_typed(&root.display().to_string());
        session.tell(&Junction::CloneLacks { typed })?;
    }
    Ok(())
}

/// How many lost files are named.
const LOST_NAMED: usize = 8;

/// The files that a command asked for so far which git knows, though they are gone or hold nothing now. Where a month's file
/// is lost that no other record names, nobody else knows.
pub fn lost(directory: &Directory) -> Vec<String> {
    let root = directory.root();
    if !root.join(".git").exists() {
        return Vec::new();
    }
    let mut asked = check::lacking(directory);
    let everything = asked.iter_mut().find(|name| *name == "/");
    everything.into_iter().for_each(|name| ".".clone_into(name));
    if asked.is_empty() {
        return Vec::new();
    }
    let mut lost = Git::at(root).altered(&asked);
    // Of a folder what is there may be otherwise.
    lost.retain(|name| asked.contains(name) || !root.join(name).exists());
    lost
}

/// Says which files are lost.
///
/// # Errors
/// When standard error cannot be written.
pub fn remind_of_lost(lost: &[String], session: &mut Session<'_>) -> anyhow::Result<()> {
    let Some(first) = lost.first().cloned() else {
        return Ok(());
    };
    let more = lost.len().saturating_sub(LOST_NAMED);
    let more = (more > 0).then(|| format!("… (+{more})"));
    let named: Vec<String> = lost.iter().take(LOST_NAMED).cloned().chain(more).collect();
    let files = named.join(", ");
    session.tell(&Junction::Lost { files, first })
}

/// Refuses a draft that something stands against, and says all of it.
///
/// # Errors
/// Exit 3 when the records are broken, exit 2 when what was typed cannot be done, exit 4 when a list cannot be read.
pub fn refuse(draft: &Draft<'_>, session: &mut Session<'_>) -> anyhow::Result<()> {
    if draft.findings.errors() > 0 {
        return Err(broken(draft.directory, &draft.findings, session)?);
    }
    match draft.slips.is_empty() {
        true => Ok(()),
        false => Err(slipped(&draft.slips, session)?),
    }
}

/// Says every error of the records, and fails with exit 3.
///
/// # Errors
/// When standard error cannot be written.
pub fn broken(
    directory: &Directory,
    findings: &Findings,
    session: &mut Session<'_>,
) -> anyhow::Result<anyhow::Error> {
    let mut located = directory.locate(findings);
    located.retain(|located| located.severity == Severity::Error);
    print(&located, session)?;
    let errors = findings.errors();
    Ok(session.fail(Exit::Broken, &Screen::WriteRefused { errors }))
}

/// Says everything that is wrong with what was typed, and fails with exit 2; with exit 4 where it is only that a
/// file cannot be read.
///
/// # Errors
/// When standard error cannot be written.
pub fn slipped(slips: &[(String, Reason)], session: &mut Session<'_>) -> anyhow::Result<anyhow::Error> {
    for (argument, reason) in slips {
        print_reason(argument, reason, session)?;
    }
    let is_unread = slips.iter().all(|(_, reason)| reason.is_unread());
    let exit = if is_unread { Exit::Unavailable } else { Exit::Usage };
    Ok(Failure::new(exit, String::new()).into())
}

/// Says what is wrong behind an argument, and what to type next.
///
/// # Errors
/// When standard error cannot be written.
pub fn print_reason(argument: &str, reason: &Reason, session: &mut Session<'_>) -> anyhow::Result<()> {
    let (code, text, help) = reason.told(session.lang);
    if !argument.is_empty() {
        let argument = value_form(session.lang, argument);
        write!(session.err, "{}: ", visible(&argument))?;
    }
    let severity = Severity::Error.word(session.lang);
    writeln!(session.err, "{severity}[{code}]: {}", visible(&text))?;
    if !help.is_empty() {
        let advice = advice(session.lang);
        writeln!(session.err, "  {advice}: {}", visible(&help))?;
    }
    Ok(())
}

/// Where the records would be wrong after a change and were right, and how many errors come back with the files that left
/// with them: `check` reads the changed files, or all where any may name what goes, as they would be, and, when it finds
/// errors, as they are.
fn wrong_outcome(draft: &Draft<'_>, session: &Session<'_>) -> (Vec<Located>, usize) {
    let names: BTreeSet<String> = draft.changed().map(|(name, _, _)| name.to_owned()).collect();
    if names.is_empty() {
        return (Vec::new(), 0);
    }
    let names = (!draft.is_asked_of_all).then_some(names);
    let mut wrong = errors(&draft.outcome(), names.as_ref(), session);
    if !wrong.is_empty() {
        // What was wrong before is no fault of the change, wherever it stands now.
        for known in errors(draft.directory, names.as_ref(), session) {
            let same = wrong.iter().position(|located| is_same(located, &known));
            same.map(|at| wrong.remove(at));
        }
    }
    let kept = leave_kept(draft, &mut wrong);
    for place in wrong.iter_mut().filter_map(|located| located.place.as_mut()) {
        if let Some(source) = draft.came_from.get(&place.path) {
            *place = source.of(place, session.lang);
        }
    }
    (wrong, kept)
}

/// Leaves out what came with files that left with it, where whole files come back: nobody changed them. How many errors
/// those are.
fn leave_kept(draft: &Draft<'_>, wrong: &mut Vec<Located>) -> usize {
    if draft.came_from.is_empty() {
        return 0;
    }
    let path = |located: &Located| located.place.as_ref().map(|place| place.path.clone());
    wrong.retain(|located| !is_ahead(located));
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for path in wrong.iter().filter_map(path) {
        *found.entry(path).or_default() += 1;
    }
    let before = wrong.len();
    wrong.retain(|located| {
        let path = path(located).unwrap_or_default();
        // Of a file that did not leave, as it was not there, nothing can have changed.
        let told = draft
            .came_from
            .get(&path)
            .map_or(usize::MAX, |source| source.errors);
        found.get(&path).is_some_and(|found| *found > told)
    });
    before - wrong.len()
}

/// How many errors `check` finds in which file.
pub fn errors_by_file(directory: &Directory, today: Day) -> HashMap<String, usize> {
    let mut findings = Findings::new();
    check::all(directory, today, &mut findings);
    let mut count: HashMap<String, usize> = HashMap::new();
    let errors = directory.locate(&findings).into_iter();
    let errors = errors.filter(|located| located.severity == Severity::Error);
    for place in errors.filter_map(|located| located.place) {
        *count.entry(place.path).or_default() += 1;
    }
    count
}

/// What `check` finds in some files of a directory, or in all, and no change may bring about: errors, and days of what has
/// happened that have not come.
fn errors(directory: &Directory, names: Option<&BTreeSet<String>>, session: &Session<'_>) -> Vec<Located> {
    let mut findings = Findings::new();
    match names {
        Some(names) => check::files(directory, session.today, names, &mut findings),
        None => check::all(directory, session.today, &mut findings),
    }
    if names.is_none_or(|names| names.contains(MARKER)) {
        inquiry::judge_printouts(directory, session.today, &mut findings);
    }
    let mut located = directory.locate(&findings);
    for located in &mut located {
        if is_ahead(located) {
            located.severity = Severity::Error;
        }
    }
    // How many more there are of a kind may also fall.
    let is_more = |located: &Located| matches!(located.problem, Problem::AndMore { .. });
    located.retain(|located| {
        located.severity == Severity::Error && located.place.is_some() && !is_more(located)
    });
    located
}

/// Whether a finding tells of a day that has not come.
fn is_ahead(located: &Located) -> bool {
    matches!(located.problem, Problem::InFuture { .. })
}

/// Whether two findings tell the same of the same file; of days that have not come, when there are no more than before.
fn is_same(one: &Located, known: &Located) -> bool {
    let path = |located: &Located| located.place.as_ref().map(|place| place.path.clone());
    let is_same = match (&one.problem, &known.problem) {
        (Problem::InFuture { count, .. }, Problem::InFuture { count: before, .. }) => count <= before,
        (one, known) => one == known,
    };
    is_same && path(one) == path(known)
}

/// Prints findings in the one written form.
///
/// # Errors
/// When standard error cannot be written.
pub fn print(findings: &[Located], session: &mut Session<'_>) -> anyhow::Result<()> {
    for located in findings {
        let mut text = String::new();
        located.write(session.lang, &mut text)?;
        write!(session.err, "{text}")?;
    }
    Ok(())
}

/// The file beside the records that was named.
fn beside<'d>(draft: &'d Draft<'_>) -> Option<&'d str> {
    let (file, _) = draft.beside.as_ref()?;
    file.as_deref().filter(|file| *file != "-")
}

/// Hands out what leaves, before it is recorded that it left: a file too many does no harm, a history that is nowhere
/// does, and a command that failed is typed again.
fn deliver(draft: &Draft<'_>, session: &mut Session<'_>) -> anyhow::Result<()> {
    let text = draft.beside.as_ref().map_or("", |(_, text)| text);
    let ids = draft.added.iter().map(|id| format!("{id}\n"));
    let mut printed: String = ids.collect();
    match beside(draft) {
        None if !text.is_empty() && session.out.is_nowhere() => {
            return Err(session.fail(Exit::Unavailable, &Screen::Nowhere));
        }
        None => printed.insert_str(0, text),
        Some(file) => {
            let written = session.outlet(file, Access::OwnerOnly)?.write(text.as_bytes());
            written.map_err(|error| session.unwritten(file, &error))?;
        }
    }
    session.out.write_all(printed.as_bytes())?;
    session.out.deliver().map_err(|error| {
        let reason = Trouble::of(&error).text(session.lang);
        session.fail(Exit::Unavailable, &Screen::Undelivered { reason })
    })
}

/// The failure that records were not written.
fn unwritten(error: &WriteError, session: &Session<'_>) -> anyhow::Error {
    let (text, help) = (error.text(session.lang), error.help(session.lang));
    let message = match help.is_empty() {
        true => text,
        false => format!("{text}\n  {}: {help}", advice(session.lang)),
    };
    Failure::new(Exit::Unavailable, message).into()
}
