//! `bina site DIR`: a site of everything that is recorded, as pages in a folder.

use super::edition_arg;
use crate::check;
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::diagnostic::Findings;
use crate::files::access::Access;
use crate::files::output::Outlet;
use crate::files::shelf::{LIST, Shelf};
use crate::inquiry::site::{SiteOrder, months, pages};
use crate::load;
use crate::report::model::Edition;
use crate::session::{Exit, Session};
use crate::words::Say;
use crate::words::report_site::SiteText;
use clap::ArgMatches;
use std::collections::BTreeMap;

const DRY_RUN: Argument = argument!(Flag "dry-run", id "Sebutkan berkas yang akan ditulis atau dihapus, tanpa mengubah apa pun", en "Name the files that would be written or removed, and change nothing");

verbs! {
    "" "site" "situs", id "Membuat situs dari semua bulan yang tercatat: laporan, SKM, pelatihan, unit kerja, dan pegawai sebagai halaman yang saling terhubung; yang tidak berubah tidak ditulis lagi", en "Makes a site of all months recorded: reports, survey, programmes, units and people as pages that lead to each other; what has not changed is not written again" {
        [Place "folder" "DIR", id "Foldernya; di direktori catatan hanya di bawah reports/, dan yang memuat nama di bawah reports/private/", en "The folder; in a record directory only below reports/, and with names below reports/private/"]
        [Made(edition_arg) "edition"]
        [DRY_RUN]
    } Act::Run(run), "bina site reports/private/situs";
}

/// The pages of a site by their files.
type Pages = BTreeMap<String, Vec<u8>>;

/// A file that is written: its name, where it goes, what it becomes.
type Rewritten<'p> = (&'p String, Outlet, &'p Vec<u8>);

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let folder = typed(matches, "folder").unwrap_or_default().to_owned();
    let edition = typed(matches, "edition")
        .and_then(Edition::of)
        .unwrap_or_default();
    // Where it must not lie is told before anything is made.
    session.outlet(&folder, access(edition))?;
    let shelf = Shelf::open(&session.here.join(&folder));
    let shelf = shelf.map_err(|error| session.unwritten(&folder, &error))?;
    refuse_mixed(&shelf, &folder, edition, session)?;
    let pages = made(edition, session)?;
    let (mut changed, mut taken) = (Vec::new(), Vec::new());
    for (name, bytes) in &pages {
        if let Some(link) = shelf.link_to(name) {
            taken.push(link);
            continue;
        }
        let outlet = session.outlet(&format!("{folder}/{name}"), access(edition))?;
        if outlet.holds(bytes) {
            continue;
        }
        if outlet.is_there() && !shelf.own.contains(name) {
            taken.push(name.clone());
        }
        changed.push((name, outlet, bytes));
    }
    taken.dedup();
    if !taken.is_empty() {
        let files = taken.join(", ");
        return Err(session.usage(&SiteText::SiteTaken { folder, files }));
    }
    let gone: Vec<&String> = shelf
        .own
        .iter()
        .filter(|name| !pages.contains_key(*name) && shelf.link_to(name).is_none())
        .collect();
    if matches.get_flag(DRY_RUN.name) {
        for (name, ..) in &changed {
            writeln!(session.out, "{name}")?;
        }
        for name in gone {
            let name = name.clone();
            writeln!(
                session.out,
                "{}",
                SiteText::SiteRemoves { name }.text(session.lang)
            )?;
        }
        return Ok(Exit::Done);
    }
    if session.is_steady() {
        write((&shelf, &folder, edition), (&pages, &changed, &gone), session)?;
    }
    Ok(Exit::Done)
}

/// For whom the files of an edition are.
fn access(edition: Edition) -> Access {
    match edition {
        Edition::Public => Access::LikeFolder,
        Edition::Office => Access::OwnerOnly,
    }
}

/// Refuses to put one edition over the other.
fn refuse_mixed(shelf: &Shelf, folder: &str, edition: Edition, session: &Session<'_>) -> anyhow::Result<()> {
    match shelf.kind.as_deref().filter(|kind| *kind != edition.code()) {
        Some(kind) => {
            let other = Edition::CODES.iter().find(|code| code.name == kind);
            let edition = other.map_or(kind.to_owned(), |code| code.typed(session.lang));
            let folder = folder.to_owned();
            Err(session.usage(&SiteText::SiteOther { folder, edition }))
        }
        None => Ok(()),
    }
}

/// The pages, of records without errors.
fn made(edition: Edition, session: &mut Session<'_>) -> anyhow::Result<Pages> {
    let directory = session.directory()?;
    let mut findings = Findings::new();
    check::all(&directory, session.today, &mut findings);
    clerk::remind_of_lost(&clerk::lost(&directory), session)?;
    let office = load::office(&directory, &mut Findings::new());
    let mut made = None;
    if let Some(office) = office.filter(|_| findings.errors() == 0) {
        let Some(months) = months(&directory, &office, session.today) else {
            return Err(session.usage(&SiteText::SiteNothing));
        };
        let order = SiteOrder {
            directory: &directory,
            office: &office,
            months,
            today: session.today,
            lang: session.language_of(Some(&office.settings)),
            edition,
            progress: &session.progress,
        };
        made = pages(&order, &mut findings)?;
    }
    findings.tell_once();
    match made.filter(|_| findings.errors() == 0) {
        Some(pages) => Ok(pages),
        None => Err(clerk::broken(&directory, &findings, session)?),
    }
}

/// Writes what has changed and removes what is no longer made. The list holds both until all is done, so that a run that
/// ends in between is finished by the next one.
fn write(
    (shelf, folder, edition): (&Shelf, &str, Edition),
    (pages, changed, gone): (&Pages, &[Rewritten<'_>], &[&String]),
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let list = session.outlet(&format!("{folder}/{LIST}"), access(edition))?;
    let unwritten = |name: &str, error| session.unwritten(&format!("{folder}/{name}"), &error);
    let keep = |bytes: Vec<u8>| match list.holds(&bytes) {
        true => Ok(()),
        false => list.write(&bytes).map_err(|error| unwritten(LIST, error)),
    };
    shelf.make_room(LIST).map_err(|error| unwritten(LIST, error))?;
    let both = shelf
        .own
        .union(&pages.keys().cloned().collect())
        .cloned()
        .collect::<Vec<_>>();
    keep(Shelf::list(edition.code(), &both))?;
    for (name, outlet, bytes) in changed {
        let written = shelf.make_room(name).and_then(|()| outlet.lay(bytes));
        written.map_err(|error| unwritten(name, error))?;
    }
    for name in gone {
        shelf.remove(name).map_err(|error| unwritten(name, error))?;
    }
    keep(Shelf::list(edition.code(), pages.keys()))?;
    match (changed.len(), gone.len()) {
        (0, 0) => session.reassure(&SiteText::SiteSame { count: pages.len() }),
        (written, removed) => session.reassure(&SiteText::SiteWritten { written, removed }),
    }
}
