//! `bina history`: who changed what, in the words of the records, from the commits of git.

use super::period::{self, month_arg};
use crate::clerk;
use crate::commands::arguments::{listing_form, typed};
use crate::commands::verb::{Act, OUTPUT, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::git::Search;
use crate::inquiry::{Chronicle, Inquiry, Landmark, MONTHLY, Revision, Scope, Under, Whose};
use crate::load;
use crate::merge::Alteration;
use crate::records::time::{Day, Month, Period};
use crate::records::word::Code;
use crate::render::Listing;
use crate::report::explanation::Footing;
use crate::report::model::Value;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, value_form};
use clap::ArgMatches;

verbs! {
    "" "history" "riwayat", id "Menyebut siapa mengubah apa dan kapan, menurut commit git, yang terakhir di atas, juga catatan di balik sebuah angka; jawaban kuesioner hanya dihitung", en "Tells who changed what and when, by the commits of git, the last first, also the records behind a figure; answers to questionnaires are only counted" {
        [MayPlace "what" "WHAT", id "Pegawai, pelatihan, complaint:ID dan sejenisnya, bulan, berkas, atau alamat sebuah angka; bila tidak ditulis: semuanya", en "A person, a training, complaint:ID and the like, a month, a file or the address of a figure; everything when absent"]
        ["since" "WHEN", id "Sejak hari ini (YYYY-MM-DD), sesudah commit ini, atau sejak: ditutup (bulan itu), laporan (cetakan terakhirnya), gabungan; juga berkas laporan yang tercetak", en "Since this day (YYYY-MM-DD), after this commit, or since: closed (the month), report (its last printing), merge; also the file of a printed report"]
        ["until" "YYYY-MM-DD", id "Sampai hari ini", en "Up to this day"]
        ["by" "NAME", id "Hanya oleh orang ini, menurut git", en "Only by this person, as git calls one"]
        ["column" "NAME", id "Hanya kolom ini", en "Only this column"]
        [Made(month_arg) "month"]
        ["report" "NAME", id "Laporan yang memuat angka itu; bila tidak ditulis: bulanan", en "The report that the figure stands in; else monthly"]
        ["about" "SUBJECT", id "Pelatihan atau orang yang dilaporkan, bila laporannya tentang satu", en "The programme or person, where the report is about one"]
        [OUTPUT]
    } Act::Run(run), "bina history Legiman --since 2026-10-01";
}

/// What is typed before the programme or person that a report is about.
const COMMAND: &str = "bina history --report {name} --about";

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let Some(chronicle) = Chronicle::of(&directory) else {
        return Err(session.usage(&Screen::HistoryNeedsGit));
    };
    if chronicle.git().is_shallow() {
        session.tell(&Screen::HistoryShallow)?;
    }
    let kind = super::named(typed(matches, "report").unwrap_or(MONTHLY.name), session)?;
    let subject = match typed(matches, "about") {
        None if !kind.needs_subject() => None,
        about => super::subject(kind, (COMMAND, about), &directory, session)?,
    };
    let (period, what) = (period::asked(matches, None, session)?, what(matches));
    let mut whose = Whose {
        kind,
        period,
        subject: subject.as_deref(),
        lang: session.lang,
    };
    let since = typed(matches, "since");
    let (scope, search) = if is_address(what) {
        let (under, search) = under(what, (whose, since), &directory, session)?;
        let with_steps = true;
        (Scope::Under(Under { with_steps, ..under }), search)
    } else {
        let scope = match Scope::of(what, &directory) {
            Ok(scope) => scope,
            Err(reason) => {
                return Err(clerk::slipped(
                    &[(value_form(session.lang, "WHAT"), reason)],
                    session,
                )?);
            }
        };
        if let Scope::Month(month) = scope {
            whose.period = Period::month(month);
        }
        (scope, search(since, whose, &directory, session)?)
    };
    let revisions = search.map(|search| {
        let search = Search {
            until: typed(matches, "until").map(str::to_owned),
            by: typed(matches, "by").map(str::to_owned),
            ..search
        };
        chronicle.revisions(&scope, &search)
    });
    let mut revisions = revisions.unwrap_or_default();
    if let Some(column) = typed(matches, "column") {
        revisions.retain(|one| one.what.column == column);
    }
    let form = listing_form(matches);
    let listing = listing(newest_first(revisions), form.is_data, session.lang);
    let hint = listing.write(form, session.terminal_width.unwrap_or(100), session.out)?;
    hint.map_or(Ok(()), |hint| session.tell(&hint))?;
    Ok(Exit::Done)
}

/// As git tells it: what was changed last stands at the top; what one commit changed stays in the order of the files.
fn newest_first(revisions: Vec<Revision>) -> Vec<Revision> {
    let commits = revisions.chunk_by(|one, next| one.commit == next.commit);
    commits.rev().flatten().cloned().collect()
}

/// What was typed that is asked about.
fn what(matches: &ArgMatches) -> &str {
    let what = typed(matches, "what").unwrap_or_default();
    what.trim().trim_end_matches('/')
}

/// Whether something is the address of a figure: `table/row/column`.
fn is_address(what: &str) -> bool {
    let is_file = what.ends_with(".csv") || what.ends_with(".toml");
    let (table, rest) = what.split_once('/').unwrap_or(("", ""));
    !is_file && !rest.is_empty() && !table.contains(':') && Month::parse(table).is_none()
}

/// Which commits count; `None` where nothing has changed since.
fn search(
    when: Option<&str>,
    whose: Whose<'_>,
    directory: &Directory,
    session: &Session<'_>,
) -> anyhow::Result<Option<Search>> {
    let Some(when) = when else {
        return Ok(Some(Search::default()));
    };
    if let Some(day) = Day::parse(when) {
        let since = Some(day.to_string());
        return Ok(Some(Search {
            since,
            ..Search::default()
        }));
    }
    let landmark = Landmark::find(when, whose, directory, &session.here);
    let search = landmark.and_then(|landmark| landmark.search());
    search.map_err(|refusal| session.usage(&refusal))
}

/// What stands under a figure, now and in the state since when it is asked, and which commits count.
fn under(
    address: &str,
    (whose, since): (Whose<'_>, Option<&str>),
    directory: &Directory,
    session: &mut Session<'_>,
) -> anyhow::Result<(Under, Option<Search>)> {
    let mut findings = Findings::new();
    let office = load::office(directory, &mut findings);
    period::refuse_untold(whose.period, office.as_ref(), session)?;
    let asked = office.as_ref().map(|office| Inquiry {
        directory,
        office,
        period: whose.period,
        is_alone: false,
        today: session.today,
        lang: session.lang,
        subject: whose.subject,
        is_whole: true,
    });
    let footing = asked
        .as_ref()
        .and_then(|asked| asked.footing(whose.kind, address, &mut findings));
    let errors = super::told(directory, &mut findings, session)?;
    let (Some(asked), Some(footing)) = (asked.filter(|_| errors == 0), footing) else {
        return Err(session.fail(Exit::Broken, &Screen::Broken { errors }));
    };
    // What is there no more may have been there then.
    let (now, missing) = match footing {
        Ok(now) => (now, None),
        Err(refusal) => (Footing::default(), Some(refusal)),
    };
    let search = search(since, whose, directory, session)?;
    let (then, under) = match since {
        None => (None, Under::of(&now.told)),
        Some(when) => {
            let course = course(when, (whose, address, &now), &asked, session);
            course.map_err(|refusal| session.usage(&refusal))?
        }
    };
    if let Some(refusal) = missing.filter(|_| then.is_none()) {
        return Err(session.usage(&refusal));
    }
    let figure = then
        .into_iter()
        .chain([figure(&now)])
        .collect::<Vec<_>>()
        .join(" → ");
    let (address, rows) = (address.to_owned(), now.told.map_or(0, |told| told.taken.len()));
    session.tell(&Screen::FigureStands {
        address,
        figure,
        rows,
    })?;
    Ok((under, search))
}

/// What a figure was since when it is asked, where it was there, and what stands under it now and stood under it then.
fn course(
    when: &str,
    (whose, address, now): (Whose<'_>, &str, &Footing),
    asked: &Inquiry<'_>,
    session: &Session<'_>,
) -> Result<(Option<String>, Under), Screen> {
    // What was changed on the day counts.
    let before = Day::parse(when).map(|day| day.plus(-1).to_string());
    let when = before.as_deref().unwrap_or(when);
    let found = Landmark::find(when, whose, asked.directory, &session.here)?;
    let course = found.course(whose.kind, asked, (address, now))?;
    let then = course.then.as_ref();
    let then = then.filter(|then| now.value.is_some() || then.value.is_some());
    let then = found.figure(address).or_else(|| then.map(figure));
    Ok((then, course.under))
}

/// A figure with its parts, as it is written down.
fn figure(footing: &Footing) -> String {
    let value = footing.value.as_ref().map(Value::stated);
    value
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| "–".to_owned())
}

/// What each column is called for people.
const HEADINGS: [Phrase; 9] = [
    Phrase {
        id: "Tanggal",
        en: "Day",
    },
    Phrase { id: "Oleh", en: "By" },
    Phrase {
        id: "Catatan",
        en: "Record",
    },
    Phrase {
        id: "Tentang",
        en: "About",
    },
    Phrase {
        id: "Kolom",
        en: "Column",
    },
    Phrase {
        id: "Apa",
        en: "What",
    },
    Phrase {
        id: "Semula",
        en: "Before",
    },
    Phrase {
        id: "Kini",
        en: "Now",
    },
    Phrase {
        id: "Commit",
        en: "Commit",
    },
];

/// What became of a row or a cell.
const BECAME: &[Code] = &[
    Code::new("new", "baru", "new"),
    Code::new("removed", "dihapus", "removed"),
    Code::new("changed", "diubah", "changed"),
];

/// The list of what became another: for programs as it is written, for people in their words.
fn listing(revisions: Vec<Revision>, is_data: bool, lang: Lang) -> Listing {
    let told = |codes: &[Code], text: &str| match is_data {
        true => text.to_owned(),
        false => Code::told(codes, text, lang),
    };
    let value = |one: &Alteration, value: &Option<String>| {
        value
            .as_deref()
            .map_or(String::new(), |text| told(one.codes, text))
    };
    let row = |one: Revision| {
        let by = one.by(lang);
        let (what, day, commit) = (one.what, one.day, one.commit);
        let became = match (&what.before, &what.after) {
            (None, Some(_)) => &BECAME[0],
            (Some(_), None) => &BECAME[1],
            _ => &BECAME[2],
        };
        let became = told(BECAME, became.name);
        let [before, after] = [&what.before, &what.after].map(|one| value(&what, one));
        let about = [day, by, what.key, what.title, what.column];
        about
            .into_iter()
            .chain([became, before, after, commit])
            .collect::<Vec<String>>()
    };
    let names = [
        "day", "by", "row", "about", "column", "what", "before", "after", "commit",
    ];
    let names = match is_data {
        true => names,
        false => HEADINGS.map(|heading| heading.get(lang)),
    };
    Listing {
        names: names.map(str::to_owned).to_vec(),
        keys: 1,
        kinds: Vec::new(),
        widest: 40,
        rows: revisions.into_iter().map(row).collect(),
    }
}
