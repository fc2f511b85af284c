//! `bina init`: a new record directory.

use super::arguments::typed;
use super::verb::{Act, Argument, DRY_RUN, argument, verbs};
use crate::change::skeleton::{self, Founding};
use crate::change::{Draft, example, settings};
use crate::clerk;
use crate::files::{Directory, output};
use crate::records::time::Day;
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::screen::Screen;
use crate::words::{Lang, as_typed};
use clap::ArgMatches;
use std::path::Path;

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
        [DRY_RUN]
    } Act::Run(run), r#"bina init catatan --name "Kecamatan Medan Marelan" --government "Pemerintah Kota Medan""#;
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let given = typed(matches, "dir").map(Path::new);
    let chosen = given.or(session.chosen.as_deref()).unwrap_or(Path::new("."));
    let (shown, root) = (chosen.display().to_string(), session.here.join(chosen));
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
    let directory = Directory::open(&root).map_err(|error| session.unwritten(&shown, &error))?;
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
        output::folder(&root).map_err(|error| session.unwritten(&shown, &error))?;
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
    let turn = clerk::take_turn(&root, session, dry_run)?;
    clerk::finish(&draft, session, turn)
}
