//! The records of which a report was printed, found by what it says of its files: not by a day, nor along one line of
//! commits, which says nothing once another line is joined.

use super::earlier::Earlier;
use super::manifest::Manifest;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::git::Git;
use crate::load;
use crate::records::time::Period;
use crate::report::model::Edition;
use std::collections::{BTreeMap, BTreeSet};

/// Of a report that was printed long ago so many commits are looked through.
const LOOKED_THROUGH: usize = 1000;

/// For so many states the report is made, to see whether it reads the files that the printed one names and no others.
const MADE: usize = 20;

/// Where the records of a state are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// In a commit.
    In(String),
    /// They are as they were.
    Here,
    /// In no commit.
    Nowhere,
}

/// A printed report, sought in what git has of its directory.
pub(super) struct Sought<'a> {
    pub(super) manifest: &'a Manifest,
    pub(super) directory: &'a Directory,
    pub(super) git: &'a Git,
}

impl Sought<'_> {
    /// Where the records are of which it was made. Of one for the public, whose files have one digest together, that is
    /// asked of the commit that has its bytes too.
    pub(super) fn kept(&self, bytes: &[u8]) -> Kept {
        if self.manifest.is_open() {
            return self.by_files();
        }
        let commit = self.git.first_with(bytes);
        let is_made = |commit: &String| self.is_made_of(&self.in_commit(commit));
        if let Some(commit) = commit.clone().filter(is_made) {
            return Kept::In(commit);
        }
        if self.is_made_of(&Earlier::same(self.directory).directory) {
            return Kept::Here;
        }
        let found = self.git.states(&["."], MADE).into_iter().find(is_made);
        // Another version may read other files.
        found.or(commit).map_or(Kept::Nowhere, Kept::In)
    }

    fn by_files(&self) -> Kept {
        let files = &self.manifest.files;
        let digest = |bytes: Vec<u8>| Manifest::digest_of(&bytes);
        let is_now = |name: &str| {
            let own = self.directory.bytes(name).ok().flatten().map(digest);
            own.as_ref() == files.get(name)
        };
        let (same, others): (Vec<&str>, Vec<&str>) =
            files.keys().map(String::as_str).partition(|name| is_now(name));
        let is_here = others.is_empty();
        if is_here && self.is_made_of(&Earlier::same(self.directory).directory) {
            return Kept::Here;
        }
        let folders = files.keys().filter_map(|name| name.split('/').next());
        let folders: Vec<&str> = folders.collect::<BTreeSet<_>>().into_iter().collect();
        let mut digests = BTreeMap::new();
        // What is another by now tells most commits apart.
        let mut holds = |commit: &String| {
            let tree = self.git.tree(commit);
            [&others, &same]
                .into_iter()
                .all(|names| self.holds(names, &tree, &mut digests))
        };
        let states = self.git.states(&folders, LOOKED_THROUGH).into_iter();
        let mut found = states.filter(|commit| holds(commit)).take(MADE).peekable();
        let first = found.peek().cloned();
        // A file that came later is in none of them: only the report itself tells that it would have read it.
        let exact = found.find(|commit| self.is_made_of(&self.in_commit(commit)));
        match exact.or_else(|| first.filter(|_| !is_here)) {
            Some(commit) => Kept::In(commit),
            None if is_here => Kept::Here,
            None => Kept::Nowhere,
        }
    }

    /// Whether files of a commit are as the report says.
    fn holds(
        &self,
        names: &[&str],
        tree: &BTreeMap<String, String>,
        digests: &mut BTreeMap<String, String>,
    ) -> bool {
        let objects: Option<Vec<&String>> = names.iter().map(|name| tree.get(*name)).collect();
        let Some(objects) = objects else { return false };
        let unknown: Vec<&str> = objects
            .iter()
            .filter(|object| !digests.contains_key(**object))
            .map(|object| object.as_str())
            .collect();
        let read = self.git.objects(&unknown).into_iter();
        digests.extend(read.map(|(object, bytes)| (object, Manifest::digest_of(&bytes))));
        let mut each = names.iter().zip(objects);
        each.all(|(name, object)| digests.get(object) == self.manifest.files.get(*name))
    }

    fn in_commit(&self, commit: &str) -> Directory {
        Earlier::of(self.directory, self.git, commit).directory
    }

    /// Whether the report reads of a directory just what it was made of.
    fn is_made_of(&self, directory: &Directory) -> bool {
        let order = &self.manifest.order;
        let (unheard, edition) = (&mut Findings::new(), Edition::of(&order.edition));
        let today = order.period().map(Period::last_day);
        let made = load::office(directory, unheard)
            .zip(today)
            .and_then(|(office, today)| order.make((directory, &office), today, unheard));
        made.is_some() && Manifest::files(directory, edition.unwrap_or_default()) == self.manifest.files
    }
}
