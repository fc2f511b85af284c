//! `bina form`: a list to fill in, which `bina import` reads back without rules.

use super::arguments::{ending, typed};
use super::verb::{Act, Argument, argument, verbs};
use crate::change::Draft;
use crate::clerk;
use crate::dispatch::form;
use crate::files::access::Access;
use crate::files::input;
use crate::load;
use crate::session::{Exit, Session};
use crate::words::as_typed;
use crate::words::screen::Screen;
use clap::ArgMatches;

const FOR: Argument = argument!("for" "TRAINING|PERIOD", id "Pelatihan, periode, atau bulan yang diisi", en "The training, period or month that it is about");
const FILE: Argument = argument!(Short('o') "file" "FILE", id "Berkas .xlsx, dengan daftar pilihan dan pemeriksaan; atau .csv", en "The file: .xlsx, with lists to choose from and checks; or .csv");

verbs! {
    "" "form" "formulir", id "Membuat daftar isian untuk lembar kerja, yang dibaca kembali oleh bina import", en "Makes a list to fill in with a spreadsheet, which bina import reads back" {
        [Place "name" "NAME", id "staff, attendance, scores, evaluations, complaints, needs, feedback, survey, atau kode kuesioner", en "staff, attendance, scores, evaluations, complaints, needs, feedback, survey, or the code of a questionnaire"]
        [FOR]
        [must FILE]
    } Act::Run(run), "bina form evaluations --for 2026-Q3 -o evaluasi.xlsx";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let file = typed(matches, FILE.name).unwrap_or_default();
    let ending = ending(file);
    if !["xlsx", "csv"].contains(&&*ending) {
        let name = file.to_owned();
        return Err(session.usage(&Screen::FormEnding { name }));
    }
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let settings = load::settings(&directory, &mut draft.findings);
    let lang = session.language_of(settings.as_ref());
    let name = typed(matches, "name").unwrap_or_default();
    let made = form::form(&mut draft, name, typed(matches, FOR.name), lang);
    clerk::refuse(&draft, session)?;
    let Some(made) = made else {
        return Ok(Exit::Broken);
    };
    let mut bytes = Vec::new();
    let written = match &*ending {
        "csv" => made.csv(&mut bytes),
        _ => made.xlsx(&mut bytes),
    };
    written.map_err(|error| session.unwritten(file, &error))?;
    let outlet = session.outlet(file, Access::OwnerOnly)?;
    let is_same = || input::bytes(&session.here.join(file)).is_ok_and(|there| there == bytes);
    if outlet.is_there() && !is_same() {
        let name = file.to_owned();
        return Err(session.usage(&Screen::FormThere { name }));
    }
    if session.is_steady() {
        outlet
            .write(&bytes)
            .map_err(|error| session.unwritten(file, &error))?;
    }
    let name = as_typed(file);
    session.tell(&Screen::FormMade { name })?;
    Ok(Exit::Done)
}
