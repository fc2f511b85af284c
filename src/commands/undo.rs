//! `bina undo`: the last command that wrote is taken back.

use super::verb::{Act, DRY_RUN, verbs};
use crate::change::Draft;
use crate::clerk;
use crate::files::undo;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::screen::Screen;
use clap::ArgMatches;

verbs! {
    "" "undo" "batalkan", id "Membatalkan perintah terakhir yang menulis; sekali lagi mengembalikannya. Ditolak bila berkasnya diubah sesudah itu", en "Takes back the last command that wrote; once more brings it again. Refused where somebody changed its files since" {
        [DRY_RUN]
    } Act::Run(run), "bina undo --dry-run";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let root = session.root()?;
    let turn = clerk::take_turn(&root, session, matches.get_flag(DRY_RUN.name))?;
    let directory = session.of_this_format(session.opened(&root, turn.as_ref())?)?;
    let last = undo::last(&root).map_err(|error| session.unreadable(&root, &error))?;
    let Some(files) = last else {
        return Err(session.usage(&Screen::NothingToUndo));
    };
    let mut draft = Draft::new(&directory);
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    for file in files {
        if !file.is_left(draft.bytes(&file.name).as_deref()) {
            let name = file.name.clone();
            draft.refuse("", Slip::TouchedSince { name });
        }
        draft.put(&file.name, file.before);
    }
    clerk::refuse(&draft, session)?;
    let dry_run = turn.is_none();
    clerk::write(&draft, session, turn)?;
    if !dry_run {
        let files = names.join(", ");
        session.tell(&Screen::Undone { files })?;
    }
    Ok(Exit::Done)
}
