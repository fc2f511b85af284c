//! `bina resolve`: puts together what a merge of git left, and decides what is in dispute one by one.

use super::arguments::typed;
use super::verb::{Act, DRY_RUN, verbs};
use crate::change::{Draft, Reason, closing, rename};
use crate::clerk;
use crate::diagnostic::{Findings, Severity};
use crate::files::Directory;
use crate::git::Git;
use crate::inquiry;
use crate::intake::whole::is_record;
use crate::merge::choice::Unfitting;
use crate::merge::{Dispute, blocks};
use crate::records::closing::month_of;
use crate::resolution::{self, Leftover, Renaming, Settlement};
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::merge::{Choice, Contest, Junction};
use crate::words::{Lang, Say, as_typed};
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

verbs! {
    "" "resolve" "selesaikan", id "Menyatukan berkas yang tertahan dalam penggabungan git, menyebut yang bertentangan, dan memutuskannya satu per satu", en "Puts the files together that a merge of git left, names what is in dispute, and decides it one by one" {
        [MayPlace "key" "KEY", id "Yang diputuskan, seperti yang disebut: complaint:2026-10-k7f3q, atau nama berkas", en "What is decided, as it was named: complaint:2026-10-k7f3q, or the name of a file"]
        [Flag "ours", id "Yang di sini berlaku", en "What is here holds"]
        [Flag "theirs", id "Yang di sana berlaku", en "What is there holds"]
        [Flag "both", id "Yang di sini dan yang di sana sama-sama berlaku, bila keduanya baris masing-masing", en "What is here and what is there both hold, where each is a row of its own"]
        [Repeated "set" "COLUMN=VALUE", id "Nilai lain untuk kolom yang bertentangan; dapat diulang", en "Another value for what is in dispute; may be repeated"]
        [DRY_RUN]
    } Act::Run(run), "bina resolve complaint:2026-10-k7f3q --theirs";
}

/// What was chosen for one thing in dispute.
struct Decision<'m> {
    key: &'m str,
    /// Whether what is here holds, or what is there; `None` where every value is typed.
    is_ours: Option<bool>,
    /// Whether both hold.
    is_both: bool,
    values: Vec<(&'m str, &'m str)>,
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let decision = decision(matches, session)?;
    let (root, dry_run) = (session.root()?, matches.get_flag(DRY_RUN.name));
    let git = Git::at(&root);
    if !git.is_there() {
        let directory = root.display().to_string();
        let typed = as_typed(&directory);
        return Err(session.fail(Exit::Unavailable, &Junction::NoTree { directory, typed }));
    }
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let directory = session.opened(&root, turn.as_ref())?;
    let merging = Merging {
        renamings: resolution::renamings(&git),
        git,
    };
    let mut files = match merging.waiting(&directory, dry_run, session)? {
        ControlFlow::Continue(files) => files,
        ControlFlow::Break(exit) => return Ok(exit),
    };
    tell_alike(&files, session)?;
    let mut draft = Draft::new(&directory);
    let chosen = merging.settle(&mut draft, &mut files, decision.as_ref(), session)?;
    let is_written = turn.is_some();
    clerk::write(&draft, session, turn)?;
    for note in &draft.notes {
        session.tell(note)?;
    }
    let open = merging.tell_open(&files, (chosen.as_ref(), is_written), session)?;
    for (name, _, _) in draft.changed().filter(|_| is_written && open == 0) {
        stage(&merging.git, name, session)?;
    }
    tell_printed(&files, session)?;
    match open {
        0 if is_written => settled(&root, session),
        0 => Ok(Exit::Done),
        _ => Ok(Exit::Findings),
    }
}

/// A file that one side took out, for which somebody chose: its name, and the object that it becomes; `None` where it goes.
type Chosen = (String, Option<String>);

/// The merge that waits.
struct Merging {
    git: Git,
    /// What either side calls by another name.
    renamings: Vec<Renaming>,
}

impl Merging {
    /// The files that wait, put together; or how the command ends where none does, which is said.
    fn waiting(
        &self,
        directory: &Directory,
        dry_run: bool,
        session: &mut Session<'_>,
    ) -> anyhow::Result<ControlFlow<Exit, Vec<Leftover>>> {
        let (git, lang) = (&self.git, session.lang);
        let loose = loose(git, dry_run);
        let mut files = resolution::pending(git, directory, &self.renamings, lang);
        files.iter_mut().for_each(|file| join_ledgers(git, file, lang));
        for file in &loose {
            let (file, typed) = (file.clone(), as_typed(file));
            session.tell(&Junction::SidesGone { file, typed })?;
        }
        if files.is_empty() && !loose.is_empty() {
            return Ok(ControlFlow::Break(Exit::Findings));
        }
        if files.is_empty() && git.sides().is_none() {
            session.tell(&Junction::NothingWaits)?;
            return Ok(ControlFlow::Break(Exit::Done));
        }
        Ok(ControlFlow::Continue(files))
    }

    /// Drafts what is put together and what was decided; where nothing is left to decide, also the new names wherever the old
    /// ones stand.
    fn settle(
        &self,
        draft: &mut Draft<'_>,
        files: &mut [Leftover],
        decision: Option<&Decision<'_>>,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Option<Chosen>> {
        // Who only asks what waits has decided nothing that could be taken back.
        draft.is_lasting = decision.is_none();
        let mut chosen = None;
        if let Some(decision) = decision {
            // Where all is settled it was decided, and the command ended before git heard of it.
            if files.is_empty() || !files.iter().all(Leftover::is_settled) {
                chosen = decide(draft, files, decision);
            }
            clerk::refuse(draft, session)?;
        }
        lay(draft, &self.git, files, chosen.as_ref());
        if files.iter().all(Leftover::is_settled) && draft.is_good() {
            for (one, new) in resolution::successions(&self.renamings) {
                rename::carry(draft, one.namesake(), &new);
            }
            clerk::refuse(draft, session)?;
        }
        Ok(chosen)
    }

    /// Says what is left to decide, and has git take what is not; how many things are left.
    fn tell_open(
        &self,
        files: &[Leftover],
        (chosen, is_written): (Option<&Chosen>, bool),
        session: &mut Session<'_>,
    ) -> anyhow::Result<usize> {
        let is_open = !files.iter().all(Leftover::is_settled);
        if let Some([here, there]) = self.git.sides().filter(|_| is_open) {
            let between = Choice::Between { here, there };
            writeln!(session.out, "{}", between.text(session.lang))?;
        }
        let mut open = 0;
        for file in files {
            let name = &*file.file.name;
            let is_settled = file.is_settled() || chosen.is_some_and(|(chosen, _)| chosen == name);
            if is_settled && is_written {
                stage(&self.git, name, session)?;
            }
            open += if is_settled { 0 } else { tell(file, session)? };
        }
        Ok(open)
    }
}

/// The files with marks whose sides nobody can decide between: those that somebody added with their marks are taken back,
/// where git still knows both sides.
fn loose(git: &Git, dry_run: bool) -> Vec<String> {
    let mut marked = git.marked();
    if !marked.is_empty() {
        let waiting: Vec<String> = git.unmerged().into_iter().map(|file| file.name).collect();
        marked.retain(|name| is_record(name) && !waiting.contains(name));
        marked.retain(|name| dry_run || !git.unresolve(name));
    }
    marked
}

/// Says which batches of answers both sides added alike, so that they are there once: somebody may have counted them twice.
fn tell_alike(files: &[Leftover], session: &mut Session<'_>) -> anyhow::Result<()> {
    for file in files {
        for (key, count) in &file.alike {
            let (key, count) = (key.clone(), *count);
            let sentence = Contest::Alike { key, count }.text(session.lang);
            writeln!(session.err, "{}: {sentence}", file.file.name)?;
        }
    }
    Ok(())
}

/// Says which printings both sides made: which of them is true for the joined records, if any is, nobody knows.
fn tell_printed(files: &[Leftover], session: &mut Session<'_>) -> anyhow::Result<()> {
    let kept = files.iter().filter(|file| file.is_settled());
    let mut by_month: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in kept {
        if let Some(month) = file.printed() {
            by_month.entry(month).or_default().push(&file.file.name);
        }
    }
    for (month, files) in by_month {
        let (month, files) = (month.to_owned(), files.join(", "));
        session.tell(&Junction::PrintedTwice { month, files })?;
    }
    Ok(())
}

/// Has git take a file as it is now.
fn stage(git: &Git, name: &str, session: &Session<'_>) -> anyhow::Result<()> {
    if git.does(&["add", "--all", "--", name]) {
        return Ok(());
    }
    let (what, reason) = (format!("add {name}"), String::new());
    Err(session.fail(Exit::Unavailable, &Junction::GitRefused { what, reason }))
}

/// Puts the two ledgers of a closed month one after the other: both corrections hold.
fn join_ledgers(git: &Git, file: &mut Leftover, lang: Lang) {
    let month = month_of(&file.file.name).filter(|_| file.standing == Settlement::ByHand);
    let joined = month.zip(file.texts(git));
    let reason = |day: &str| {
        let day = day.to_owned();
        Junction::ClosingJoined { day }.text(lang)
    };
    let joined = joined
        .and_then(|(month, texts)| closing::joined(month, texts.each_ref().map(String::as_str), reason));
    if let Some(text) = joined {
        file.standing = Settlement::Settled(text);
    }
}

/// Lays what was put together into the files, and of one that is taken out on one side what was chosen.
fn lay(draft: &mut Draft<'_>, git: &Git, files: &[Leftover], chosen: Option<&Chosen>) {
    for file in files {
        match (&file.standing, chosen) {
            (Settlement::Settled(text) | Settlement::Open(text, _), _) => {
                draft.put(&file.file.name, Some(text.clone().into_bytes()));
            }
            (Settlement::Gone(_), Some((name, object))) if *name == file.file.name => {
                let bytes = object.as_ref().and_then(|object| git.object(object));
                draft.put(name, bytes);
            }
            _ => {}
        }
    }
}

/// Says that nothing is left to decide, and what is wrong now that both sides stand beside each other.
fn settled(root: &Path, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.opened(root, None)?;
    let mut findings = Findings::new();
    inquiry::judge(&directory, session.today, &mut findings);
    let errors = findings.errors();
    if errors == 0 {
        session.tell(&Junction::AllSettled)?;
        return Ok(Exit::Done);
    }
    let mut located = directory.locate(&findings);
    located.retain(|one| one.severity == Severity::Error);
    clerk::print(&located, session)?;
    clerk::name_successors(&directory, &located, session)?;
    session.tell(&Junction::SettledWrong { errors })?;
    Ok(Exit::Findings)
}

/// What was typed; refuses half of it.
fn decision<'m>(matches: &'m ArgMatches, session: &Session<'_>) -> anyhow::Result<Option<Decision<'m>>> {
    let (ours, theirs) = (matches.get_flag("ours"), matches.get_flag("theirs"));
    let texts = matches.get_many::<String>("set").into_iter().flatten();
    let texts: Vec<&str> = texts.map(String::as_str).collect();
    let is_both = matches.get_flag("both");
    let sides = usize::from(ours) + usize::from(theirs) + usize::from(is_both);
    let is_any = sides > 0 || !texts.is_empty();
    let key = match typed(matches, "key") {
        None if is_any => return Err(session.usage(&Junction::KeyMissing)),
        None => return Ok(None),
        Some(_) if !is_any || sides > 1 || (is_both && !texts.is_empty()) => {
            return Err(session.usage(&Junction::ChoiceMissing));
        }
        Some(key) => key,
    };
    let mut values = Vec::new();
    for text in texts {
        let Some((name, value)) = text.split_once('=') else {
            let text = text.to_owned();
            return Err(session.usage(&Junction::PairMissing { text }));
        };
        values.push((name.trim(), value.trim()));
    }
    let is_ours = (ours || theirs).then_some(ours);
    Ok(Some(Decision {
        key,
        is_ours,
        is_both,
        values,
    }))
}

/// Decides what was named. Of a file that is taken out on one side gives its name and the object that it becomes.
fn decide(draft: &mut Draft<'_>, files: &mut [Leftover], decision: &Decision<'_>) -> Option<Chosen> {
    let is_meant = |file: &Leftover, dispute: &Dispute| {
        decision.key == dispute.key || decision.key == format!("{}:{}", file.file.name, dispute.key)
    };
    let mut meant = Vec::new();
    for (at, file) in files.iter().enumerate() {
        match &file.standing {
            Settlement::Gone(is_here) if file.file.name == decision.key => {
                if decision.is_both {
                    let key = decision.key.to_owned();
                    return draft.stop("--both", Slip::DisputeOneRow { key });
                }
                let Some(is_ours) = decision.is_ours.filter(|_| decision.values.is_empty()) else {
                    let names = decision.key.to_owned();
                    return draft.stop("--set", Slip::DisputeHalf { names });
                };
                let keeps = is_ours != *is_here;
                let stage = if *is_here { 2 } else { 1 };
                let object = file.file.stages[stage].clone().filter(|_| keeps);
                return Some((file.file.name.clone(), object));
            }
            Settlement::Open(_, disputes) => {
                let own = disputes.iter().filter(|dispute| is_meant(file, dispute));
                meant.extend(own.map(|dispute| (at, dispute.clone())));
            }
            _ => {}
        }
    }
    let [(at, dispute)] = &meant[..] else {
        let all = files.iter().flat_map(|file| keys(file, !meant.is_empty()));
        let (key, all) = (decision.key.to_owned(), all.collect::<Vec<_>>().join(", "));
        return draft.stop(
            "KEY",
            match all.is_empty() {
                true => Slip::DisputeNothing { key },
                false => Slip::DisputeNone { key, all },
            },
        );
    };
    let file = &mut files[*at];
    let Settlement::Open(text, disputes) = &file.standing else {
        return None;
    };
    let lines = lines(draft, (&file.file.name, text), dispute, decision)?;
    let text = blocks::decided(text, dispute, &lines);
    let left: Vec<Dispute> = disputes
        .iter()
        .filter(|other| *other != dispute)
        .cloned()
        .collect();
    file.standing = match left.is_empty() {
        true => Settlement::Settled(text),
        false => Settlement::Open(text, left),
    };
    None
}

/// The lines that were chosen for something in dispute in a file.
fn lines(
    draft: &mut Draft<'_>,
    (name, text): (&str, &str),
    dispute: &Dispute,
    decision: &Decision<'_>,
) -> Option<String> {
    if decision.is_both && dispute.is_apart() {
        return Some(dispute.both(text));
    }
    if decision.is_both {
        let key = dispute.key.clone();
        return draft.stop("--both", Slip::DisputeOneRow { key });
    }
    let names = dispute.names();
    if let Some(slip) = dispute.foreign(&decision.values) {
        return draft.stop("--set", slip);
    }
    let is_typed = |name: &&&str| decision.values.iter().any(|(typed, _)| typed == *name);
    let missing: Vec<&str> = names.iter().filter(|name| !is_typed(name)).copied().collect();
    if decision.is_ours.is_none() && (!missing.is_empty() || names.is_empty()) {
        let names = if missing.is_empty() {
            dispute.key.clone()
        } else {
            missing.join(", ")
        };
        return draft.stop("--set", Slip::DisputeHalf { names });
    }
    let side = if decision.is_ours == Some(false) {
        &dispute.there
    } else {
        &dispute.here
    };
    let lines = match decision.values.is_empty() {
        true => Ok(side.clone()),
        false => {
            let subject = resolution::subject(draft.directory, name)?;
            dispute.with(&subject, text, side, &decision.values)
        }
    };
    let lines = lines.map_err(|unfitting| match unfitting {
        Unfitting::Cell(problem) => Reason::Cell(problem),
        Unfitting::Slip(slip) => Reason::Slip(slip),
    });
    draft.accept("--set", lines)
}

/// By what something in dispute in a file is named: a row by itself, a place in a document with its file.
fn key(file: &Leftover, dispute: &Dispute) -> String {
    match dispute.key.contains(':') {
        true => dispute.key.clone(),
        false => format!("{}:{}", file.file.name, dispute.key),
    }
}

/// By what the things in dispute in a file are named.
fn keys(file: &Leftover, with_file: bool) -> Vec<String> {
    match &file.standing {
        Settlement::Open(_, disputes) => {
            let key = |dispute: &Dispute| match with_file {
                true => format!("{}:{}", file.file.name, dispute.key),
                false => key(file, dispute),
            };
            disputes.iter().map(key).collect()
        }
        Settlement::Gone(_) => vec![file.file.name.clone()],
        _ => Vec::new(),
    }
}

/// Says what is left to decide in a file; how many things.
fn tell(file: &Leftover, session: &mut Session<'_>) -> anyhow::Result<usize> {
    let (name, lang) = (file.file.name.clone(), session.lang);
    match &file.standing {
        Settlement::Settled(_) | Settlement::Kept => return Ok(0),
        Settlement::Open(_, disputes) => {
            let count = disputes.len();
            writeln!(session.out, "{}", Choice::InFile { file: name, count }.text(lang))?;
            for dispute in disputes {
                writeln!(session.out, "  {}", dispute.sentence(lang))?;
                let typed = as_typed(&key(file, dispute));
                let sets = dispute
                    .names()
                    .iter()
                    .map(|name| format!(" --set {name}=…"))
                    .collect::<String>();
                let choice = match sets.is_empty() {
                    true if dispute.is_apart() => Choice::Both { typed },
                    true => Choice::Sides { typed },
                    false => Choice::Values { typed, sets },
                };
                writeln!(session.out, "    {}", choice.text(lang))?;
            }
            return Ok(count);
        }
        Settlement::Gone(is_here) => {
            let typed = as_typed(&name);
            let choice = match is_here {
                true => Choice::GoneHere { file: name, typed },
                false => Choice::GoneThere { file: name, typed },
            };
            writeln!(session.out, "{}", choice.text(lang))?;
        }
        Settlement::ByHand => writeln!(session.out, "{}", Choice::ByHand { file: name }.text(lang))?,
    }
    Ok(1)
}
