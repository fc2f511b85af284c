//! `bina history`: who changed what, in the words of the records, from the commits of git.

use crate::clerk;
use crate::commands::arguments::{listing_form, typed};
use crate::commands::verb::{Act, OUTPUT, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::git::Search;
use crate::inquiry::{Chronicle, Revision, Scope};
use crate::load;
use crate::merge::Alteration;
use crate::records::time::Day;
use crate::records::word::Code;
use crate::render::Listing;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Say};
use clap::ArgMatches;

verbs! {
    "" "history" "riwayat", id "Menyebut siapa mengubah apa dan kapan, menurut commit git; jawaban kuesioner hanya dihitung", en "Tells who changed what and when, by the commits of git; answers to questionnaires are only counted" {
        [MayPlace "what" "WHAT", id "Pegawai, pelatihan, complaint:ID dan sejenisnya, bulan, atau berkas; bila tidak ditulis: semuanya", en "A person, a training, complaint:ID and the like, a month or a file; everything when absent"]
        ["since" "WHEN", id "Sejak hari ini (YYYY-MM-DD), sesudah commit ini, atau sejak bulannya ditutup: ditutup", en "Since this day (YYYY-MM-DD), after this commit, or since the month was closed: closed"]
        ["until" "YYYY-MM-DD", id "Sampai hari ini", en "Up to this day"]
        ["by" "NAME", id "Hanya oleh orang ini, menurut git", en "Only by this person, as git calls one"]
        ["column" "NAME", id "Hanya kolom ini", en "Only this column"]
        [OUTPUT]
    } Act::Run(run), "bina history Legiman --since 2026-10-01";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let Some(chronicle) = Chronicle::of(&directory) else {
        return Err(session.usage(&Screen::HistoryNeedsGit));
    };
    let scope = match Scope::of(typed(matches, "what").unwrap_or_default().trim(), &directory) {
        Ok(scope) => scope,
        Err(reason) => return Err(clerk::slipped(&[("WHAT".to_owned(), reason)], session)?),
    };
    let search = Search {
        until: typed(matches, "until").map(str::to_owned),
        by: typed(matches, "by").map(str::to_owned),
        ..since(typed(matches, "since"), &scope, (&directory, &chronicle), session)?
    };
    let mut revisions = chronicle.revisions(&scope, &search);
    if let Some(column) = typed(matches, "column") {
        revisions.retain(|one| one.what.column == column);
    }
    let form = listing_form(matches);
    let listing = listing(revisions, form.is_data, session.lang);
    listing.write(form, session.terminal_width.unwrap_or(100), session.out)?;
    Ok(Exit::Done)
}

/// The list of what became another: for programs as it is written, for people in their words.
fn listing(revisions: Vec<Revision>, is_data: bool, lang: Lang) -> Listing {
    let value = |one: &Alteration, value: &Option<String>| match value.as_deref() {
        None => String::new(),
        Some(text) if is_data => text.to_owned(),
        Some(text) => Code::told(one.codes, text, lang),
    };
    let row = |Revision {
                   day,
                   by,
                   commit,
                   what,
                   ..
               }: Revision| {
        let came = match (&what.before, &what.after) {
            (None, Some(_)) => "new",
            (Some(_), None) => "removed",
            _ => "changed",
        };
        let by = by.unwrap_or_else(|| Screen::NotCommittedYet.text(lang));
        let [before, after] = [&what.before, &what.after].map(|one| value(&what, one));
        let came = came.to_owned();
        [
            day,
            by,
            what.key,
            what.title,
            what.column,
            came,
            before,
            after,
            commit,
        ]
    };
    let names = [
        "day", "by", "row", "about", "column", "what", "before", "after", "commit",
    ];
    Listing {
        names: names.map(str::to_owned).to_vec(),
        keys: 1,
        kinds: Vec::new(),
        widest: 40,
        rows: revisions.into_iter().map(row).collect(),
    }
}

/// From when on: a day, a commit, or the closing of the month that is asked about.
fn since(
    when: Option<&str>,
    scope: &Scope,
    (directory, chronicle): (&Directory, &Chronicle<'_>),
    session: &Session<'_>,
) -> anyhow::Result<Search> {
    let Some(when) = when else {
        return Ok(Search::default());
    };
    let closed = || match scope {
        Scope::Month(month) => load::ledger(directory, *month, &mut Findings::new()).closed_on(),
        _ => None,
    };
    let is_closing = ["closed", "ditutup"].contains(&when);
    let day = if is_closing { closed() } else { Day::parse(when) };
    let commit = || chronicle.git().commit(when, false);
    let after = commit().filter(|_| day.is_none() && !is_closing);
    if day.is_none() && after.is_none() {
        let when = when.to_owned();
        return Err(session.usage(&Screen::NoSuchState { when }));
    }
    let since = day.map(|day| day.to_string());
    Ok(Search {
        since,
        after,
        ..Search::default()
    })
}
