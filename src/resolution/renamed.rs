//! What one side of a merge calls by another name, so that what the other wrote under the old one goes with it.

use crate::diagnostic::Findings;
use crate::git::Git;
use crate::merge::{Genre, carried, gone, renames};
use crate::records::reference::Namesake;
use crate::records::table::Schema;
use crate::records::{table, table_of};
use crate::schema::{DOCUMENTS, DocumentKind};

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

/// What each side of the merge that waits has renamed, where that is certain.
pub fn renamings(git: &Git) -> Vec<Renaming> {
    let Some([base, here, there]) = git.merging() else {
        return Vec::new();
    };
    let sides = [(&here, true), (&there, false)];
    let all = sides
        .into_iter()
        .flat_map(|(side, is_here)| of_side(git, [&base, side], is_here));
    let all: Vec<Renaming> = all.collect();
    // Two files of one document are two: git keeps both.
    let is_one = |one: &&Renaming| table(one.of).is_some() || otherwise(one, &all).is_none();
    all.iter().filter(is_one).cloned().collect()
}

/// The other name that the other side gave what one renamed: which of them holds is asked where its own row stands.
pub(super) fn otherwise<'r>(one: &Renaming, all: &'r [Renaming]) -> Option<&'r Renaming> {
    all.iter()
        .find(|other| (other.of, &other.old) == (one.of, &one.old) && other.new != one.new)
}

/// Each name that is no more, with the one that holds in its place where that is there: of two that both sides gave either.
pub fn successions(renamings: &[Renaming]) -> Vec<(Renaming, String)> {
    let mut all: Vec<(Renaming, String)> = renamings
        .iter()
        .map(|one| (one.clone(), one.new.clone()))
        .collect();
    all.extend(renamings.iter().filter_map(|one| {
        let other = otherwise(one, renamings)?;
        let old = one.new.clone();
        Some((Renaming { old, ..one.clone() }, other.new.clone()))
    }));
    all
}

fn of_side(git: &Git, [base, side]: [&str; 2], is_here: bool) -> Vec<Renaming> {
    let mut all = Vec::new();
    let names = git.changed(base, side);
    for name in &names {
        let Some(table) = table_of(name).filter(|table| table.keys() == 1) else {
            continue;
        };
        let renamed = rows(git, [base, side], (table, name)).into_iter();
        all.extend(renamed.map(|(old, new)| Renaming {
            of: &table.name,
            one: table.one,
            old,
            new,
            is_here,
        }));
    }
    for kind in DOCUMENTS.iter().filter(|kind| kind.path.contains("/YYYY-MM/")) {
        let Some(of) = kind.path.split('/').next() else {
            continue;
        };
        let moved = documents(git, [base, side], (of, &names)).into_iter();
        let id = |file: &str| Some(file.split_once('/')?.1.strip_suffix(".toml")?.to_owned());
        all.extend(moved.filter_map(|(old, new)| {
            Some(Renaming {
                of,
                one: kind.name,
                old: id(&old)?,
                new: id(&new)?,
                is_here,
            })
        }));
    }
    all
}

/// The rows of a file that a side renamed: what the whole change shows, and what no one commit of it hides that did more.
fn rows(git: &Git, [base, side]: [&str; 2], (table, name): (&Schema, &str)) -> Vec<(String, String)> {
    let text = |commit: &str| git.text_in(commit, name);
    let [Some(before), Some(after)] = [base, side].map(text) else {
        return Vec::new();
    };
    let whole = renames(table, [&before, &after]);
    let [mut gone, mut came] = [[&*before, &*after], [&*after, &*before]].map(|texts| gone(table, texts));
    gone.retain(|key| whole.iter().all(|(old, _)| old != key));
    came.retain(|key| whole.iter().all(|(_, new)| new != key));
    if gone.is_empty() || came.is_empty() {
        return whole;
    }
    let steps = git.steps([base, side], name).into_iter();
    let steps = steps.filter_map(|[before, after]| Some([text(&before)?, text(&after)?]));
    let steps = steps.map(|texts| renames(table, texts.each_ref().map(String::as_str)));
    let found = chained(steps).into_iter();
    let found = found.filter(|(old, new)| gone.contains(old) && came.contains(new));
    whole.into_iter().chain(found).collect()
}

/// The files of a folder that a side calls by another name.
fn documents(
    git: &Git,
    [base, side]: [&str; 2],
    (folder, names): (&str, &[String]),
) -> Vec<(String, String)> {
    let below = format!("{folder}/");
    let is_of = |(old, new): &(String, String)| old.starts_with(&below) && new.starts_with(&below);
    let mut whole = git.moved(base, side);
    whole.retain(is_of);
    let is_in = |commit: &str, name: &String| git.text_in(commit, name).is_some();
    let known = |name: &String| whole.iter().any(|(old, new)| old == name || new == name);
    let others = names
        .iter()
        .filter(|name| name.starts_with(&below) && !known(name));
    let (gone, kept): (Vec<&String>, Vec<&String>) = others.partition(|name| !is_in(side, name));
    if gone.is_empty() || kept.iter().all(|name| is_in(base, name)) {
        return whole;
    }
    let steps = git.steps([base, side], folder).into_iter();
    let found = chained(steps.map(|[before, after]| git.moved(&before, &after))).into_iter();
    let found = found.filter(|one| is_of(one) && gone.contains(&&one.0) && kept.contains(&&one.1));
    let found: Vec<_> = found.collect();
    whole.into_iter().chain(found).collect()
}

/// What a name became by one step after another.
fn chained(steps: impl Iterator<Item = Vec<(String, String)>>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (old, new) in steps.flatten() {
        match all.iter_mut().find(|(_, last)| *last == old) {
            Some((_, last)) => *last = new,
            None => all.push((old, new)),
        }
    }
    all
}

/// The texts of a file before both, here and there, each with the names that the others gave.
pub(super) fn together(
    (subject, name): (&Genre<'_>, &str),
    texts: [&str; 3],
    renamings: &[Renaming],
) -> Option<[String; 3]> {
    let kind = DocumentKind::of_file(name);
    let carried = |text: &str, (named, new): (Namesake<'_>, &str), with_own: bool| match subject {
        Genre::Table(table) => carried(table, text, (named, new), with_own),
        Genre::Document(_) => {
            let unheard = &mut Findings::new();
            let renamed = kind.and_then(|kind| kind.renamed((text, 0), (named, new), unheard));
            renamed.map_or_else(|| text.to_owned(), |(text, _)| text)
        }
    };
    let mut carried_texts = texts.map(str::to_owned);
    for one in renamings {
        let other = otherwise(one, renamings);
        // What is named by two new names is named by that of here until somebody chose.
        let (new, with_own) = match other {
            Some(other) if !one.is_here => (&other.new, false),
            other => (&one.new, other.is_none()),
        };
        let names = [&one.old, &one.new];
        for text in &mut carried_texts {
            for id in names.into_iter().filter(|id| *id != new) {
                let named = Namesake { id, ..one.namesake() };
                *text = carried(text, (named, new), with_own);
            }
        }
    }
    let is_other = carried_texts.iter().zip(texts).any(|(now, before)| now != before);
    is_other.then_some(carried_texts)
}
