//! For whom a report is made: for the office, or for everybody.

use super::asking::Asking;
use crate::inquiry::{KINDS, Kind};
use crate::report::model::Edition;
use crate::session::Session;
use crate::words::screen::Screen;
use clap::ArgMatches;

/// The edition that was asked for, which the report must have.
///
/// # Errors
/// When the report has no such edition, or not of such a time that stands alone.
pub(super) fn asked(
    matches: &ArgMatches,
    kind: &Kind,
    asking: &Asking,
    session: &Session<'_>,
) -> anyhow::Result<Edition> {
    let code = matches.get_one::<String>("edition");
    let edition = code.and_then(|code| Edition::of(code)).unwrap_or_default();
    match edition {
        Edition::Public if !kind.has_public => {
            let public = KINDS.iter().filter(|kind| kind.has_public);
            let all: Vec<&str> = public.map(|kind| kind.named(session.lang)).collect();
            Err(session.usage(&Screen::NoPublic {
                name: kind.named(session.lang).to_owned(),
                all: all.join(", "),
            }))
        }
        Edition::Public if asking.is_alone && !kind.is_about_public => {
            let public = KINDS.iter().filter(|kind| kind.is_about_public);
            let all: Vec<&str> = public.map(|kind| kind.named(session.lang)).collect();
            Err(session.usage(&Screen::NoPublicOver {
                name: kind.named(session.lang).to_owned(),
                all: all.join(", "),
            }))
        }
        Edition::Public if asking.is_alone && !asking.period.is_of_calendar() => {
            let period = asking.period.to_string();
            Err(session.usage(&Screen::NoPublicRun { period }))
        }
        Edition::Public if matches.get_flag("draft") => Err(session.usage(&Screen::PublicDraft)),
        edition => Ok(edition),
    }
}
