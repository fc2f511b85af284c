//! `bina format`: brings every table's file to its canonical form.

use super::verb::{Act, DRY_RUN, verbs};
use crate::change::{Draft, canonical, skeleton};
use crate::clerk;
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use clap::ArgMatches;

verbs! {
    "" "format" "rapikan", id "Menulis berkas CSV dalam bentuk baku: urutan baris dan kolom, tanda kutip, akhir baris", en "Writes the CSV files in canonical form: order of rows and columns, quotes, line ends" {
        [Flag "check", id "Hanya menyebut berkas yang belum baku; keluar dengan 1 bila ada", en "Only name the files that are not canonical; exit 1 when there are any"]
        [Flag "ids", id "Buatkan id untuk baris yang sel idnya kosong", en "Make ids for rows whose cell of the id is empty"]
        [Flag "missing", id "Buat juga daftar yang belum ada, kosong dengan judul kolomnya, dan aturan yang belum ada: hanya bila memang belum pernah ada isinya", en "Also make the lists that are not there, empty with their heading, and the rules: only where there never was anything in them"]
        [DRY_RUN]
    } Act::Run(run), "bina format --check";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    if !matches.get_flag("check") {
        let dry_run = matches.get_flag("dry-run");
        return clerk::carry_out(session, dry_run, |draft, session| {
            if matches.get_flag("ids") {
                canonical::ids(draft, session.today, &mut |length| session.mint(length));
            }
            if matches.get_flag("missing") {
                skeleton::missing(draft, session.lang);
            }
            canonical::all(draft);
        });
    }
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    canonical::all(&mut draft);
    clerk::refuse(&draft, session)?;
    let names: Vec<&str> = draft.changed().map(|(name, _, _)| name).collect();
    for name in &names {
        writeln!(session.out, "{name}")?;
    }
    match names.len() {
        0 => Ok(Exit::Done),
        count => {
            session.tell(&Hint::FormatNeeded { count })?;
            Ok(Exit::Findings)
        }
    }
}
