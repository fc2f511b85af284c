//! A folder of files that are made anew together and go where their readers may read them: what has not changed is not
//! written, what is no longer made goes, and what somebody else put there stays.

use crate::files::access::Access;
use crate::files::output::Outlet;
use crate::files::shelf::{LIST, Shelf};
use crate::report::model::Edition;
use crate::session::Session;
use crate::words::Say;
use crate::words::report_site::SiteText;
use std::collections::{BTreeMap, BTreeSet};

/// The files of a folder, by their names in it.
pub(super) type FolderFiles = BTreeMap<String, Vec<u8>>;

/// A file that is written: its name, where it goes, what it becomes.
type Rewritten<'p> = (&'p String, Outlet, &'p Vec<u8>);

/// The folder, as it was named, and what is kept in it.
pub(super) struct Folder<'f> {
    name: &'f str,
    /// What is made in it: never two kinds.
    kind: &'static str,
    access: Access,
    shelf: Shelf,
}

impl<'f> Folder<'f> {
    /// The folder with that name for files of a kind that are for somebody. Nothing is changed.
    ///
    /// # Errors
    /// When they must not lie there, files of another kind are made there, or its list cannot be read.
    pub(super) fn open(
        (name, kind): (&'f str, &'static str),
        access: Access,
        session: &Session<'_>,
    ) -> anyhow::Result<Folder<'f>> {
        session.outlet(name, access)?;
        let shelf = Shelf::open(&session.here.join(name));
        let shelf = shelf.map_err(|error| session.unwritten(name, &error))?;
        if let Some(other) = shelf.kind.as_deref().filter(|other| *other != kind) {
            let edition = Edition::CODES.iter().find(|code| code.name == other);
            let site = edition.map(|code| SiteText::SiteOf {
                edition: code.typed(session.lang),
            });
            let kind = site.map_or(other.to_owned(), |site| site.text(session.lang));
            let folder = name.to_owned();
            return Err(session.usage(&SiteText::SiteOther { folder, kind }));
        }
        Ok(Folder {
            name,
            kind,
            access,
            shelf,
        })
    }

    /// Makes the folder hold these files, or with `dry_run` names those that would be written or removed; how many were.
    ///
    /// # Errors
    /// When one of them would replace what is somebody else's, or cannot be written.
    pub(super) fn fill(
        &self,
        files: &FolderFiles,
        dry_run: bool,
        session: &mut Session<'_>,
    ) -> anyhow::Result<(usize, usize)> {
        let changed = self.changed(files, session)?;
        let own = self.shelf.own.iter();
        let gone: Vec<&String> = own
            .filter(|name| !files.contains_key(*name) && self.shelf.link_to(name).is_none())
            .collect();
        let count = (changed.len(), gone.len());
        if dry_run {
            for (name, ..) in &changed {
                writeln!(session.out, "{name}")?;
            }
            for name in gone {
                let removed = SiteText::SiteRemoves { name: name.clone() };
                writeln!(session.out, "{}", removed.text(session.lang))?;
            }
        } else if session.is_steady() {
            self.write(files, (&changed, &gone), session)?;
        }
        Ok(count)
    }

    /// Those files that are not there yet as they are.
    fn changed<'p>(
        &self,
        files: &'p FolderFiles,
        session: &Session<'_>,
    ) -> anyhow::Result<Vec<Rewritten<'p>>> {
        let (mut changed, mut taken) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            if let Some(link) = self.shelf.link_to(name) {
                taken.push(link);
                continue;
            }
            let outlet = session.outlet(&self.path(name), self.access)?;
            if outlet.holds(bytes) {
                continue;
            }
            if outlet.is_there() && !self.shelf.own.contains(name) {
                taken.push(name.clone());
            }
            changed.push((name, outlet, bytes));
        }
        taken.dedup();
        match taken.is_empty() {
            true => Ok(changed),
            false => {
                let (folder, files) = (self.name.to_owned(), taken.join(", "));
                Err(session.usage(&SiteText::SiteTaken { folder, files }))
            }
        }
    }

    /// Writes what has changed and removes what is no longer made. The list holds both until all is done, so that a run
    /// that ends in between is finished by the next one. Where there is nothing and was nothing, no folder is made.
    fn write(
        &self,
        files: &FolderFiles,
        (changed, gone): (&[Rewritten<'_>], &[&String]),
        session: &Session<'_>,
    ) -> anyhow::Result<()> {
        let shelf = &self.shelf;
        if files.is_empty() && shelf.own.is_empty() {
            return Ok(());
        }
        let list = session.outlet(&self.path(LIST), self.access)?;
        let unwritten = |name: &str, error| session.unwritten(&self.path(name), &error);
        let keep = |bytes: Vec<u8>| match list.holds(&bytes) {
            true => Ok(()),
            false => list.write(&bytes).map_err(|error| unwritten(LIST, error)),
        };
        shelf.make_room(LIST).map_err(|error| unwritten(LIST, error))?;
        let both: BTreeSet<&String> = shelf.own.iter().chain(files.keys()).collect();
        keep(Shelf::list(self.kind, both))?;
        for (name, outlet, bytes) in changed {
            let written = shelf.make_room(name).and_then(|()| outlet.lay(bytes));
            written.map_err(|error| unwritten(name, error))?;
        }
        for name in gone {
            shelf.remove(name).map_err(|error| unwritten(name, error))?;
        }
        keep(Shelf::list(self.kind, files.keys()))
    }

    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.name)
    }
}
