//! `bina init`: a new record directory.

use super::arguments::typed;
use super::verb::{Act, Argument, DRY_RUN, argument, verbs};
use crate::change::skeleton::{self, Founding};
use crate::change::{Draft, example, settings};
use crate::clerk;
use crate::files::directory::MARKER;
use crate::files::{Directory, input, output};
use crate::git::{Git, Want};
use crate::records::time::Day;
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::merge::Junction;
use crate::words::screen::Screen;
use crate::words::{Lang, as_typed};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

const EXAMPLE: Argument = argument!(Flag "example", id "Salin kantor contoh yang isinya rekaan, untuk mencoba: pegawai, pelatihan, survei, pengaduan, laporan", en "Copy an example office, all of it invented, to look around: staff, trainings, surveys, complaints, reports");

/// What is said of an office of one's own.
const OWN: [&str; 4] = ["name", "government", "since", "holidays"];

verbs! {
    "" "init" "mulai", id "Membuat direktori catatan baru", en "Makes a new record directory" {
        [MayPlace "dir" "DIR", id "Direktorinya; bila tidak ditulis: direktori kerja ini", en "The directory; the working directory when absent"]
        ["name" "TEXT", id "Nama kantor; wajib, kecuali dengan --example", en "Name of the office; needed, but not with --example"]
        ["government" "TEXT", id "Pemerintah yang menaunginya", en "The government that it belongs to"]
        ["since" "YYYY-MM-DD", id "Sejak hari apa semua yang terjadi dicatat atau dibawa masuk, bila tidak ditulis: hari pertama bulan ini; yang sebelumnya tidak diketahui", en "From which day all that happened is recorded or brought in, else the first day of this month; what lies before is not known"]
        ["holidays" "YEARS", id "Isi hari libur nasional dan cuti bersama tahun-tahun ini, misalnya 2025,2026; cocokkan dengan keputusan bersamanya", en "Fill in the national holidays and joint leave of these years, for example 2025,2026; compare them with their joint decree"]
        [EXAMPLE]
        [Flag "git", id "Simpan di git sehingga dua orang dapat mencatat: sekali di setiap salinan, juga untuk direktori yang sudah ada", en "Keep it in git so that two people can write: once in each clone, also for a directory that is there"]
        [Flag "check", id "Hanya sebutkan yang belum ada di salinan git ini; keluar dengan 1 bila ada", en "Only name what this clone of git lacks; exit 1 when there is any"]
        [DRY_RUN]
    } Act::Run(run), r#"bina init catatan --name "Kecamatan Medan Marelan" --government "Pemerintah Kota Medan""#;
}

/// Where the directory is, as it was typed and as it lies on the disk.
struct Site {
    shown: String,
    root: PathBuf,
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let given = typed(matches, "dir").map(Path::new);
    let chosen = given.or(session.chosen.as_deref()).unwrap_or(Path::new("."));
    let (shown, root) = (chosen.display().to_string(), session.here.join(chosen));
    let site = Site { shown, root };
    let is_there = site.root.join(MARKER).is_file();
    match matches.get_flag("git") {
        _ if matches.get_flag("check") => missing(&site, session),
        false => found(&site, matches, session),
        true if is_there => keep(&site, matches.get_flag("dry-run"), session),
        true => match found(&site, matches, session)? {
            Exit::Done if !matches.get_flag("dry-run") => keep(&site, false, session),
            exit => Ok(exit),
        },
    }
}

/// Says what the clone lacks, one a line.
fn missing(site: &Site, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let git = Git::at(&site.root);
    if !git.is_there() {
        let (directory, typed) = (site.shown.clone(), as_typed(&site.shown));
        return Err(session.fail(Exit::Findings, &Junction::NoTree { directory, typed }));
    }
    let directory = Directory::open(&site.root).map_err(|error| session.unwritten(&site.shown, &error))?;
    let mut draft = Draft::new(&directory);
    skeleton::attributes(&mut draft);
    let attributes = draft.changed().map(|(name, _, _)| name.to_owned());
    let settings = git.lacks(text).iter().map(Want::name).collect::<Vec<_>>();
    let all: Vec<String> = attributes.chain(settings).collect();
    for what in &all {
        writeln!(session.out, "{what}")?;
    }
    tell_unfound(&git, session)?;
    Ok(if all.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// The text of a file of git.
fn text(file: &Path) -> Option<String> {
    String::from_utf8(input::bytes(file).ok()?).ok()
}

/// Has the records kept in git, in a way in which two people can write them.
fn keep(site: &Site, dry_run: bool, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let git = Git::at(&site.root);
    if !git.is_there() && !dry_run && !git.does(&["init", "--quiet"]) {
        return Err(session.fail(Exit::Unavailable, &Junction::NoGit));
    }
    let turn = clerk::take_turn(&site.root, session, dry_run)?;
    let directory = session.opened(&site.root, turn.as_ref())?;
    let mut draft = Draft::new(&directory);
    skeleton::attributes(&mut draft);
    let lacks = git.lacks(text);
    if dry_run {
        for lack in &lacks {
            let what = lack.name();
            session.tell(&Junction::Lacks { what })?;
        }
        return clerk::finish(&draft, session, turn);
    }
    clerk::write(&draft, session, turn)?;
    for lack in &lacks {
        let done = git.supply(lack, output::program);
        done.map_err(|(what, reason)| {
            session.fail(Exit::Unavailable, &Junction::GitRefused { what, reason })
        })?;
        if let Want::HookTaken(file, line) = lack {
            let (file, line) = (file.display().to_string(), line.clone());
            session.tell(&Junction::HookTaken { file, line })?;
        }
    }
    session.tell(&Junction::CloneReady)?;
    tell_unfound(&git, session)?;
    Ok(Exit::Done)
}

/// Says where git does not find this program, which it calls by name.
fn tell_unfound(git: &Git, session: &mut Session<'_>) -> anyhow::Result<()> {
    if !git.finds_program() {
        session.tell(&Junction::ProgramUnfound)?;
    }
    Ok(())
}

/// Makes the directory.
fn found(site: &Site, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let (shown, root) = (site.shown.clone(), &site.root);
    let is_example = matches.get_flag(EXAMPLE.name);
    let own = OWN.into_iter().find(|name| typed(matches, name).is_some());
    if let Some(name) = own.filter(|_| is_example) {
        let argument = format!("--{name}");
        return Err(session.usage(&Screen::ExampleOwn { argument }));
    }
    if !is_example && typed(matches, "name").is_none() {
        return Err(session.usage(&Screen::InitName));
    }
    let text = |name| typed(matches, name).unwrap_or_default().to_owned();
    let since = typed(matches, "since").map(|text| Day::parse(text).ok_or(text));
    let since = match since.transpose() {
        Ok(since) => since,
        Err(text) => {
            return Err(session.usage(&Screen::BadDay {
                text: text.to_owned(),
            }));
        }
    };
    // Nobody has told anything yet of the time before this month.
    let since = since.unwrap_or(session.today.month().first());
    let office = (!is_example).then(|| Founding {
        since,
        name: text("name"),
        government: text("government"),
        lang: session.asked_lang.unwrap_or(Lang::Id),
    });
    let directory = Directory::open(root).map_err(|error| session.unwritten(&shown, &error))?;
    let mut draft = Draft::new(&directory);
    match &office {
        Some(office) => {
            settings::note_since(&mut draft, "--since", (&text("since"), session.today));
            skeleton::draft(&mut draft, office);
        }
        None => example::draft(&mut draft),
    }
    let years = text("holidays");
    let years = years.split(',').map(str::trim).filter(|year| !year.is_empty());
    skeleton::holidays(&mut draft, years);
    clerk::refuse(&draft, session)?;
    let dry_run = matches.get_flag("dry-run");
    if !dry_run {
        output::folder(root).map_err(|error| session.unwritten(&shown, &error))?;
        let typed = as_typed(&shown);
        draft.note(match office {
            Some(_) => Hint::InitDone {
                directory: shown,
                typed,
                since: since.to_string(),
            },
            None => Hint::ExampleDone { typed },
        });
    }
    let turn = clerk::take_turn(root, session, dry_run)?;
    clerk::finish(&draft, session, turn)
}
