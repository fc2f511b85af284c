//! What is named by a name that it had once, by the commits of git.

use crate::files::Directory;
use crate::git::Git;
use crate::merge::renames;
use crate::records::table_of;
use crate::words::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// So many commits of a list are looked through.
const LOOKED_AT: usize = 200;

/// A row that has another name now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// What one row of its list is called in commands.
    pub one: &'static str,
    /// By what it is still named.
    pub old: String,
    /// Its name now.
    pub new: String,
    /// The beginning of the name of the commit that gave it.
    pub commit: String,
}

/// The rows that are there under another name, of those that problems say are not there; each once.
pub fn successors<'p>(directory: &Directory, problems: impl Iterator<Item = &'p Problem>) -> Vec<Successor> {
    let mut unknown: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for problem in problems {
        if let Problem::ReferenceUnknown { table, id } = problem {
            unknown.entry(table).or_default().insert(id);
        }
    }
    let git = Git::at(directory.root());
    let of_list = |(file, ids): (&str, BTreeSet<&str>)| {
        let table = table_of(file)?;
        let mut versions = git.versions(file).remove(file)?;
        versions.truncate(LOOKED_AT);
        let objects: Vec<&str> = versions
            .iter()
            .flat_map(|one| one.objects.iter().flatten())
            .map(String::as_str)
            .collect();
        let texts = git.objects(&objects);
        let text = |object: &Option<String>| {
            let bytes = texts.get(object.as_ref()?)?;
            String::from_utf8(bytes.clone()).ok()
        };
        let of_commit = versions.iter().filter_map(|one| {
            let [Some(before), Some(after)] = one.objects.each_ref().map(text) else {
                return None;
            };
            let renamed = renames(table, [&before, &after]).into_iter();
            Some(
                renamed
                    .filter(|(old, _)| ids.contains(&**old))
                    .map(|(old, new)| Successor {
                        one: table.one,
                        old,
                        new,
                        commit: one.commit.get(..8).unwrap_or_default().to_owned(),
                    })
                    .collect::<Vec<_>>(),
            )
        });
        // What was given a name twice has the last.
        let mut known = BTreeMap::new();
        for one in of_commit.flatten() {
            known.entry(one.old.clone()).or_insert(one);
        }
        Some(known.into_values().collect::<Vec<_>>())
    };
    unknown.into_iter().filter_map(of_list).flatten().collect()
}
