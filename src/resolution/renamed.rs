//! What one side of a merge calls by another name, so that what the other wrote under the old one goes with it.

use crate::git::Git;
use crate::merge::{Genre, carried, renames};
use crate::records::reference::Namesake;
use crate::records::table_of;
use crate::schema::DOCUMENTS;

/// A row or a document that one side of a merge gave another name, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Its table, or the folder of its documents.
    pub of: &'static str,
    /// What one of them is called.
    pub one: &'static str,
    /// Its name before.
    pub old: String,
    /// Its name now.
    pub new: String,
    /// Whether it was renamed here; else there.
    pub is_here: bool,
}

impl Renaming {
    /// Who it was.
    pub fn namesake(&self) -> Namesake<'_> {
        let (of, one, id) = (self.of, self.one, &*self.old);
        Namesake { of, one, id }
    }
}

/// What each side of the merge that waits has renamed, where that is certain; what both gave different names is not.
pub fn renamings(git: &Git) -> Vec<Renaming> {
    let Some([base, here, there]) = git.merging() else {
        return Vec::new();
    };
    let sides = [(&here, true), (&there, false)];
    let all = sides
        .into_iter()
        .flat_map(|(side, is_here)| of_side(git, [&base, side], is_here));
    let all: Vec<Renaming> = all.collect();
    let is_other = |one: &Renaming, other: &Renaming| {
        (one.of, &one.old) == (other.of, &other.old) && one.new != other.new
    };
    let is_agreed = |one: &&Renaming| !all.iter().any(|other| is_other(one, other));
    all.iter().filter(is_agreed).cloned().collect()
}

fn of_side(git: &Git, [base, side]: [&str; 2], is_here: bool) -> Vec<Renaming> {
    let mut all = Vec::new();
    for name in git.changed(base, side) {
        let Some(table) = table_of(&name).filter(|table| table.keys() == 1) else {
            continue;
        };
        let [Some(before), Some(after)] = [base, side].map(|commit| git.text_in(commit, &name)) else {
            continue;
        };
        let renamed = renames(table, [&before, &after]).into_iter();
        all.extend(renamed.map(|(old, new)| Renaming {
            of: &table.name,
            one: table.one,
            old,
            new,
            is_here,
        }));
    }
    let moved = git.moved(base, side).into_iter();
    all.extend(moved.filter_map(|(old, new)| {
        let kind = DOCUMENTS.iter().find(|kind| {
            let folder = kind.path.split('/').next();
            kind.path.contains("/YYYY-MM/")
                && old.split('/').next() == folder
                && new.split('/').next() == folder
        })?;
        let id = |file: &str| Some(file.split_once('/')?.1.strip_suffix(".toml")?.to_owned());
        Some(Renaming {
            of: kind.path.split('/').next()?,
            one: kind.name,
            old: id(&old)?,
            new: id(&new)?,
            is_here,
        })
    }));
    all
}

/// The texts of a file before both, here and there, each with the names that the others gave.
pub(super) fn together(subject: &Genre<'_>, texts: [&str; 3], renamings: &[Renaming]) -> Option<[String; 3]> {
    let Genre::Table(table) = subject else {
        return None;
    };
    let mut carried_texts = texts.map(str::to_owned);
    for one in renamings {
        let renamed = if one.is_here { 1 } else { 2 };
        for (_, text) in carried_texts
            .iter_mut()
            .enumerate()
            .filter(|(side, _)| *side != renamed)
        {
            *text = carried(table, text, (one.namesake(), &one.new));
        }
    }
    let is_other = carried_texts.iter().zip(texts).any(|(now, before)| now != before);
    is_other.then_some(carried_texts)
}
