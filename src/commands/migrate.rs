//! `bina migrate`: brings records of an older format over to this one.

use super::verb::{Act, DRY_RUN, verbs};
use crate::change::{Draft, migrate};
use crate::clerk;
use crate::load;
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use clap::ArgMatches;

verbs! {
    "" "migrate" "mutakhirkan", id "Membawa catatan berformat lama ke format yang sekarang, seluruhnya atau tidak sama sekali", en "Brings records of an older format over to this one, all or nothing" {
        [DRY_RUN]
    } Act::Run(run), "bina migrate --dry-run";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let (root, dry_run) = (session.root()?, matches.get_flag("dry-run"));
    let turn = clerk::take_turn(&root, session, dry_run)?;
    let directory = session.opened(&root, turn.as_ref())?;
    if load::format(&directory) != Some(load::FORMAT - 1) {
        // Of this format there is nothing to do; of another one the directory is refused.
        session.of_this_format(directory)?;
        session.tell(&Hint::Nothing)?;
        return Ok(Exit::Done);
    }
    let mut draft = Draft::new(&directory);
    migrate::all(&mut draft);
    let format = load::FORMAT;
    draft.note(match dry_run {
        true => Hint::WouldMigrate { format },
        false => Hint::Migrated { format },
    });
    clerk::finish(&draft, session, turn)
}
