//! A folder of files that are made anew together: it keeps a list of its own, so that what is no longer made goes, and what
//! somebody else put there stays.

use super::{disk, output};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// The file of the list, in the folder.
pub const LIST: &str = ".bina-site";

/// A folder and what it holds by its list.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    /// What is made there, as its list says; `None` of a new one.
    pub kind: Option<String>,
    /// The files that were made.
    pub own: BTreeSet<String>,
}

impl Shelf {
    /// The shelf in a folder, which need not be there.
    ///
    /// # Errors
    /// When its list cannot be read.
    pub fn open(folder: &Path) -> io::Result<Shelf> {
        let text = match fs::read_to_string(folder.join(LIST)) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let mut lines = text.lines();
        let kind = lines.next().map(str::to_owned);
        // Whatever somebody writes into the list, nothing outside of the folder is its own.
        let own = lines.filter(|name| is_inside(name)).map(str::to_owned);
        Ok(Shelf {
            folder: folder.to_owned(),
            kind,
            own: own.collect(),
        })
    }

    /// The list of a shelf with some files.
    pub fn list<'n>(kind: &str, names: impl IntoIterator<Item = &'n String>) -> Vec<u8> {
        let lines = names.into_iter().map(|name| format!("{name}\n"));
        (format!("{kind}\n") + &lines.collect::<String>()).into_bytes()
    }

    /// The link by which a file of it would leave the folder, from the folder; what lies behind one is somebody else's.
    pub fn link_to(&self, name: &str) -> Option<String> {
        let ends = name.match_indices('/').map(|(at, _)| at);
        let mut parts = ends.chain([name.len()]).map(|end| &name[..end]);
        let is_link = |part: &&str| {
            let known = fs::symlink_metadata(disk::place(&self.folder, part));
            known.is_ok_and(|known| known.is_symlink())
        };
        parts.find(is_link).map(str::to_owned)
    }

    /// Makes the folder in which a file of it lies.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make_room(&self, name: &str) -> io::Result<()> {
        let file = disk::place(&self.folder, name);
        file.parent().map_or(Ok(()), output::folder)
    }

    /// Removes a file of its own, and the folders that are empty without it.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        let file = disk::place(&self.folder, name);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut folders = file
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != self.folder);
        // One that holds something stays.
        let _ = folders.try_for_each(fs::remove_dir);
        Ok(())
    }
}

/// Whether a name stays within its folder.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_somebody_edits_leads_nowhere_else() {
        for outside in ["", "/etc/x.html", "../x.html", "a/../../x.html", "./x.html"] {
            assert!(!is_inside(outside), "{outside}");
        }
        assert!(is_inside("monthly/2026-10.html"));
    }
}
