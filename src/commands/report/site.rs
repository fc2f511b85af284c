//! `bina site DIR`: a site of everything that is recorded, as pages in a folder.

use super::edition_arg;
use super::folder::{Folder, FolderFiles};
use crate::check;
use crate::clerk;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::diagnostic::Findings;
use crate::files::access::Access;
use crate::inquiry::site::{SiteOrder, months, pages};
use crate::load;
use crate::report::model::Edition;
use crate::session::{Exit, Session};
use crate::words::report_site::SiteText;
use clap::ArgMatches;

const DRY_RUN: Argument = argument!(Flag "dry-run", id "Sebutkan berkas yang akan ditulis atau dihapus, tanpa mengubah apa pun", en "Name the files that would be written or removed, and change nothing");

verbs! {
    "" "site" "situs", id "Membuat situs dari semua bulan yang tercatat: laporan, SKM, pelatihan, unit kerja, dan pegawai sebagai halaman yang saling terhubung; yang tidak berubah tidak ditulis lagi", en "Makes a site of all months recorded: reports, survey, programmes, units and people as pages that lead to each other; what has not changed is not written again" {
        [Place "folder" "DIR", id "Foldernya; di direktori catatan hanya di bawah reports/, dan yang memuat nama di bawah reports/private/", en "The folder; in a record directory only below reports/, and with names below reports/private/"]
        [Made(edition_arg) "edition"]
        [DRY_RUN]
    } Act::Run(run), "bina site reports/private/situs";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "folder").unwrap_or_default().to_owned();
    let edition = typed(matches, "edition")
        .and_then(Edition::of)
        .unwrap_or_default();
    let access = match edition {
        Edition::Public => Access::LikeFolder,
        Edition::Office => Access::OwnerOnly,
    };
    // Where it must not lie is told before anything is made.
    let folder = Folder::open((&name, edition.code()), access, session)?;
    let pages = made(edition, session)?;
    let dry_run = matches.get_flag(DRY_RUN.name);
    match folder.fill(&pages, dry_run, session)? {
        _ if dry_run => {}
        (0, 0) => session.reassure(&SiteText::SiteSame { count: pages.len() })?,
        (written, removed) => session.reassure(&SiteText::SiteWritten { written, removed })?,
    }
    Ok(Exit::Done)
}

/// The pages, of records without errors.
fn made(edition: Edition, session: &mut Session<'_>) -> anyhow::Result<FolderFiles> {
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
