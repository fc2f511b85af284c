//! The records as they were in a commit, and what has become another since.

use crate::change::Draft;
use crate::change::people::Personnel;
use crate::files::Directory;
use crate::files::output::REPORTS;
use crate::git::Git;
use crate::merge::{Alteration, altered};
use crate::resolution;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// A record directory as it was in a commit.
pub struct Earlier {
    /// The records of then.
    pub directory: Directory,
    /// The files that are others now.
    changed: BTreeSet<String>,
}

impl Earlier {
    /// The records of a directory in a commit. Only what differs is asked of git.
    pub fn of(now: &Directory, git: &Git, commit: &str) -> Earlier {
        let beside = format!("{REPORTS}/");
        let names = git.changed_since(commit).into_iter();
        let changed: BTreeSet<String> = names.filter(|name| !name.starts_with(&beside)).collect();
        let held = changed.iter().map(|name| {
            let then = git.object(&format!("{commit}:./{name}"));
            (name.clone(), then.map(Arc::from))
        });
        let held: BTreeMap<String, Option<Arc<[u8]>>> = held.collect();
        Earlier {
            directory: now.with(held),
            changed,
        }
    }

    /// The records as they are.
    pub(super) fn same(now: &Directory) -> Earlier {
        Earlier {
            directory: now.with(BTreeMap::new()),
            changed: BTreeSet::new(),
        }
    }

    /// What has become another since, file by file.
    pub fn altered(&self, now: &Directory, wording: &Lexicon<'_>) -> Vec<(String, Alteration)> {
        let text = |directory: &Directory, name: &str| {
            let bytes = directory.bytes(name).ok().flatten().unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let each = self.changed.iter().flat_map(|name| {
            let texts = [text(&self.directory, name), text(now, name)];
            let altered = wording.altered(name, texts.each_ref().map(String::as_str));
            altered.into_iter().map(|one| (name.clone(), one))
        });
        each.collect()
    }
}

/// What files are, and what people are called, in the records of now.
pub struct Lexicon<'d> {
    directory: &'d Directory,
    people: Rc<Personnel>,
}

impl<'d> Lexicon<'d> {
    /// Of a directory.
    pub fn of(directory: &'d Directory) -> Lexicon<'d> {
        let people = Draft::new(directory).people();
        Lexicon { directory, people }
    }

    /// What is another between two states of a file; of what is no record, or cannot be read, only that it is.
    pub fn altered(&self, name: &str, texts: [&str; 2]) -> Vec<Alteration> {
        let named = |id: &str| self.people.by_id(id).map(|person| person.name.clone());
        let subject = resolution::subject(self.directory, name);
        let found = subject.and_then(|subject| altered(&subject, name, texts, &named));
        found.unwrap_or_else(|| {
            let [before, after] = texts.map(|text| (!text.is_empty()).then(String::new));
            vec![Alteration {
                key: name.to_owned(),
                title: String::new(),
                people: Vec::new(),
                column: String::new(),
                codes: &[],
                decision: None,
                before,
                after,
            }]
        })
    }
}
