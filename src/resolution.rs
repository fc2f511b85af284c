//! The files of a merge that waits: put together by records from what git keeps of both sides, told, and decided.
//!
//! It joins what git keeps with what the records mean; nothing here writes.

mod renamed;

pub use renamed::{Renaming, renamings, successions};

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::REPORTS;
use crate::git::{Git, Unmerged};
use crate::merge::blocks::{self, Block};
use crate::merge::{self, Composite, Dispute, Genre, Versions};
use crate::records::document;
use crate::words::Lang;

/// How a file stands that git could not put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// Nothing is in dispute any more: the text to be kept.
    Settled(String),
    /// It is no record and has no marks: it holds as it lies here, whatever its bytes are.
    Kept,
    /// What is left to decide, and the text with marks around it.
    Open(String, Vec<Dispute>),
    /// Taken out on one side and changed on the other: whether here.
    Gone(bool),
    /// It has marks that are none of the records' own: somebody has begun to settle them, or it is no record.
    ByHand,
}

/// A file of a merge that waits.
#[derive(Clone, Debug)]
pub struct Leftover {
    /// What git keeps of it.
    pub file: Unmerged,
    /// How it stands.
    pub standing: Settlement,
    /// Batches of answers that both sides added alike, which are there once, with the number of their answers.
    pub alike: Vec<(String, usize)>,
}

impl Leftover {
    /// Whether nothing in it is left to decide.
    pub fn is_settled(&self) -> bool {
        matches!(self.standing, Settlement::Settled(_) | Settlement::Kept)
    }

    /// The month of which it is a printing; of another file `None`.
    pub fn printed(&self) -> Option<&str> {
        let rest = self.file.name.strip_prefix(REPORTS)?.strip_prefix('/')?;
        let rest = rest.strip_prefix("private/").unwrap_or(rest);
        rest.split_once('/').map(|(month, _)| month)
    }

    /// Its text before both, here and there; `None` where one of these is no text.
    pub fn texts(&self, git: &Git) -> Option<[String; 3]> {
        let text = |object: &Option<String>| match object {
            None => Some(String::new()),
            Some(object) => String::from_utf8(git.object(object)?).ok(),
        };
        let [base, here, there] = self.file.stages.each_ref().map(text);
        Some([base?, here?, there?])
    }
}

/// The files of a record directory that wait, put together with what each side calls by another name.
pub fn pending(git: &Git, directory: &Directory, renamings: &[Renaming], lang: Lang) -> Vec<Leftover> {
    let files = git.unmerged().into_iter();
    let pending = files.map(|file| {
        let (standing, alike) = standing(git, directory, (&file, renamings), lang);
        Leftover {
            file,
            standing,
            alike,
        }
    });
    pending.collect()
}

/// What a file of a directory is.
pub fn subject(directory: &Directory, name: &str) -> Option<Genre<'static>> {
    merge::subject(name, |code| {
        let mut unheard = Findings::new();
        let (text, number) = directory.text(&format!("questionnaires/{code}.toml"), &mut unheard)?;
        document::read(&text, number, &mut unheard)
    })
}

fn standing(
    git: &Git,
    directory: &Directory,
    (file, renamings): (&Unmerged, &[Renaming]),
    lang: Lang,
) -> (Settlement, Vec<(String, usize)>) {
    let text = |object: &Option<String>| match object {
        None => Some(String::new()),
        Some(object) => String::from_utf8(git.object(object)?).ok(),
    };
    let bare = |standing| (standing, Vec::new());
    let [base, here, there] = &file.stages;
    match (here, there) {
        (None, None) => return bare(Settlement::ByHand),
        (None, _) => return bare(Settlement::Gone(true)),
        (_, None) => return bare(Settlement::Gone(false)),
        _ => {}
    }
    let working = directory.bytes(&file.name).ok().flatten();
    let working = working.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
    let by_hand = |working: Option<String>| match working {
        Some(text) if !blocks::has_marks(&text) => Settlement::Kept,
        _ => Settlement::ByHand,
    };
    let (Some(base), Some(here), Some(there)) = (text(base), text(here), text(there)) else {
        return bare(by_hand(working));
    };
    let versions = Versions {
        base: &*base,
        here: &*here,
        there: &*there,
    };
    let Some(subject) = subject(directory, &file.name) else {
        return bare(by_hand(working));
    };
    let ways = ways(git, (&subject, &file.name), &versions, renamings);
    let Some(merged) = ways.first() else {
        return bare(by_hand(working));
    };
    // The driver may have known less: that what it holds for two documents is one that was renamed.
    let is_one = || {
        renamings
            .iter()
            .any(|one| format!("{}/{}.toml", one.of, one.new) == file.name)
    };
    let is_fresh = |text: &str| {
        let mut langs = [Lang::Id, Lang::En].iter();
        langs.any(|lang| ways.iter().any(|way| way.to_text(*lang) == *text))
            || (is_one() && blocks::is_whole(&versions, text))
    };
    let standing = match working {
        Some(text) if !is_fresh(&text) && !is_left_by_git(git, &versions, &text) => begun(&ways, &text),
        _ if disputes(merged).is_empty() => Settlement::Settled(merged.to_text(lang)),
        _ => Settlement::Open(merged.to_text(lang), disputes(merged)),
    };
    (standing, merged.alike.clone())
}

/// What is in dispute in a way in which two changes go together.
fn disputes(way: &Composite) -> Vec<Dispute> {
    way.disputes().cloned().collect()
}

/// What is left to decide of a text in which somebody began to decide: by the first way of which it can be.
fn begun(ways: &[Composite], text: &str) -> Settlement {
    let mut left = ways.iter().map(|way| left(text.to_owned(), disputes(way)));
    let known = left.find(|left| *left != Settlement::ByHand);
    known.unwrap_or(Settlement::ByHand)
}

/// Whether a side of the merge that waits has a row that may name a part of a document by its number.
fn is_named(git: &Git, document: &str, number: &str) -> bool {
    let id = document
        .split_once('/')
        .map_or(document, |(_, id)| id.trim_end_matches(".toml"));
    let Some([base, sides @ ..]) = git.merging() else {
        return true;
    };
    let names_it = |line: &str| {
        let mut cells = line.split(',');
        cells.clone().any(|cell| cell == number) && cells.any(|cell| cell == id)
    };
    sides.iter().any(|side| {
        let tables = git
            .changed(&base, side)
            .into_iter()
            .filter(|name| name.ends_with(".csv"));
        let texts = tables.filter_map(|name| git.text_in(side, &name));
        texts.into_iter().any(|text| text.lines().any(names_it))
    })
}

/// How two changes of a file go together: with both parts that they gave one number, which nobody names; with what
/// each side calls by another name, where that makes a difference; and without.
fn ways(
    git: &Git,
    (subject, name): (&Genre<'_>, &str),
    versions: &Versions<&str>,
    renamings: &[Renaming],
) -> Vec<Composite> {
    let texts = [versions.base, versions.here, versions.there];
    let carried = renamed::together((subject, name), texts, renamings);
    let carried = carried.and_then(|[base, here, there]| {
        let (base, here, there) = (&*base, &*here, &*there);
        merge::merge(subject, &Versions { base, here, there }).ok()
    });
    let plain = merge::merge(subject, versions).ok();
    let ways: Vec<Composite> = carried.into_iter().chain(plain).collect();
    let is_numbered = |way: &&Composite| way.disputes().any(|one| one.number().is_some());
    let numbered = ways.first().filter(is_numbered);
    let kept = numbered.map(|way| way.renumbered(|number| !is_named(git, name, number)));
    kept.into_iter().chain(ways).collect()
}

/// What is left to decide of a text in which something was decided.
fn left(text: String, mut disputes: Vec<Dispute>) -> Settlement {
    let Some(blocks) = blocks::cut(&text) else {
        return Settlement::ByHand;
    };
    let clashes = blocks.iter().filter_map(|block| match block {
        Block::Text(_) => None,
        Block::Clash { here, there, .. } => Some((here, there)),
    });
    let clashes: Vec<_> = clashes.collect();
    let is_of = |dispute: &Dispute| clashes.contains(&(&dispute.here, &dispute.there));
    disputes.retain(is_of);
    match disputes.len() == clashes.len() {
        true if disputes.is_empty() => Settlement::Settled(text),
        true => Settlement::Open(text, disputes),
        false => Settlement::ByHand,
    }
}

/// A file that a commit joined otherwise than its records say: its name, as it is, and as both changes make it.
pub type Amiss = (String, String, String);

/// The files that a commit joined otherwise than their records say, though nothing in them is in dispute: what git, or
/// somebody, put together by lines. `None` where the commit joined no two.
pub fn amiss(git: &Git, directory: &Directory, commit: &str) -> Option<Vec<Amiss>> {
    let [base, here, there] = git.joined(commit)?;
    let others = git.changed(&base, &there);
    let both = git
        .changed(&base, &here)
        .into_iter()
        .filter(|name| others.contains(name));
    let amiss = both.filter_map(|name| {
        let text = |commit: &str| git.text_in(commit, &name);
        let (base, is) = (text(&base).unwrap_or_default(), text(commit)?);
        let (here, there) = (text(&here)?, text(&there)?);
        let subject = subject(directory, &name)?;
        let together = |base: &str, here: &str, there: &str| {
            let merged = merge::merge(&subject, &Versions { base, here, there }).ok()?;
            merged.text()
        };
        let meant = together(&base, &here, &there)?;
        // However it is written.
        let is = together(&is, &is, &is).unwrap_or(is);
        (is != meant).then_some((name, is, meant))
    });
    Some(amiss.collect())
}

/// What becomes of a file when what a commit changed in it is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reversal {
    /// It is so; `None` where there is no file any more.
    Becomes(Option<Vec<u8>>),
    /// What the commit wrote is another by now.
    Contested(Vec<Dispute>),
    /// The file is another than the commit left it, and is no record that can be taken apart.
    Touched,
}

/// What becomes of every file that a commit changed when that is taken back, with what was changed since left as it is.
/// `None` where the commit joined several, or is the first.
pub fn reversal(git: &Git, directory: &Directory, commit: &str) -> Option<Vec<(String, Reversal)>> {
    let parent = git.only_parent(commit)?;
    let beside = format!("{REPORTS}/");
    let names = git.changed(&parent, commit).into_iter();
    let names = names.filter(|name| !name.starts_with(&beside));
    let each = names.map(|name| {
        let state = |commit: &str| git.object(&format!("{commit}:./{name}"));
        let now = directory.bytes(&name).ok().flatten();
        let has_own_ends = now
            .as_deref()
            .is_some_and(|now| memchr::memmem::find(now, b"\r\n").is_some());
        let reversed = match reversed(directory, &name, [state(&parent), state(commit), now]) {
            Reversal::Becomes(Some(bytes)) if has_own_ends => Reversal::Becomes(Some(with_own_ends(&bytes))),
            reversed => reversed,
        };
        (name, reversed)
    });
    Some(each.collect())
}

/// With the line ends of Windows, as the file has them here.
fn with_own_ends(text: &[u8]) -> Vec<u8> {
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let lines = lines.flat_map(|line| match line.strip_suffix(b"\n") {
        Some(line) if !line.ends_with(b"\r") => [line, &b"\r\n"[..]],
        _ => [line, &[][..]],
    });
    lines.collect::<Vec<_>>().concat()
}

fn reversed(directory: &Directory, name: &str, states: [Option<Vec<u8>>; 3]) -> Reversal {
    let text = |bytes: &Option<Vec<u8>>| match bytes {
        None => Some(String::new()),
        Some(bytes) => Some(std::str::from_utf8(bytes).ok()?.replace("\r\n", "\n")),
    };
    let texts = states.each_ref().map(text);
    let [before, written, now] = states;
    if texts[2] == texts[1] && now.is_some() == written.is_some() {
        return Reversal::Becomes(before);
    }
    if now == before {
        return Reversal::Becomes(now);
    }
    let [Some(there), Some(base), Some(here)] = texts.each_ref().map(Option::as_deref) else {
        return Reversal::Touched;
    };
    let subject = subject(directory, name).filter(|subject| match subject {
        Genre::Table(_) => now.is_some(),
        // A document that came or went as a whole has no fields to hold against each other.
        Genre::Document(_) => now.is_some() && before.is_some() && written.is_some(),
    });
    let versions = Versions { base, here, there };
    match subject.map(|subject| merge::merge(&subject, &versions)) {
        Some(Ok(merged)) => match merged.text() {
            // A month's file without a row is none.
            Some(text) if before.is_none() && text.lines().count() < 2 => Reversal::Becomes(None),
            Some(text) => Reversal::Becomes(Some(text.into_bytes())),
            None => Reversal::Contested(merged.disputes().cloned().collect()),
        },
        _ => Reversal::Touched,
    }
}

/// Whether a text is what git left by itself, in any of its styles: then nobody has touched it.
fn is_left_by_git(git: &Git, versions: &Versions<&str>, text: &str) -> bool {
    let styles = [None, Some("--diff3"), Some("--zdiff3")];
    let plain = |text: &str| blocks::without_words(text);
    let left = |style| git.texts([versions.base, versions.here, versions.there], style);
    let same = |left: String| plain(&left) == plain(text);
    text == versions.here || styles.into_iter().filter_map(left).any(same)
}
