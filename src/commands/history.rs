//! `bina history`: who changed what, in the words of the records, from the commits of git.

use super::arguments::{listing_form, typed};
use super::verb::{Act, OUTPUT, verbs};
use crate::change::{Draft, Reason};
use crate::clerk;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::output::REPORTS;
use crate::git::{Entered, Git, Search};
use crate::inquiry::{Earlier, Lexicon};
use crate::load;
use crate::merge::Alteration;
use crate::records::time::{Day, Month};
use crate::records::word::Code;
use crate::render::Listing;
use crate::session::{Exit, Session};
use crate::words::Say;
use crate::words::screen::Screen;
use clap::ArgMatches;
use std::collections::BTreeSet;

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

/// What is asked about.
enum Topic {
    /// Everything.
    All,
    /// A month.
    Month(Month),
    /// A file.
    File(String),
    /// A row or a document, as commands name it.
    Row(String),
    /// A training, by its id.
    Training(String),
    /// A person, by the id.
    Person(String),
}

impl Topic {
    /// What was typed.
    fn of(what: &str, directory: &Directory) -> Result<Topic, Reason> {
        if let Some(month) = Month::parse(what) {
            return Ok(Topic::Month(month));
        }
        let is_training = |what: &str| what.get(..7).and_then(Month::parse).is_some() && what.contains('/');
        match what {
            "" => Ok(Topic::All),
            what if what.ends_with(".csv") || what.ends_with(".toml") => Ok(Topic::File(what.to_owned())),
            what if what.contains(':') => Ok(Topic::Row(what.to_owned())),
            what if is_training(what) => Ok(Topic::Training(what.to_owned())),
            what => {
                let people = Draft::new(directory).people();
                let person = people.find(what)?;
                Ok(Topic::Person(person.id.clone()))
            }
        }
    }

    /// Whether a file may hold something of it.
    fn is_in(&self, file: &str) -> bool {
        match self {
            Topic::Month(month) => {
                let (table, folder) = (format!("/{month}.csv"), format!("/{month}/"));
                file.ends_with(&table) || file.contains(&folder)
            }
            Topic::File(name) => file == name,
            _ => true,
        }
    }

    /// Whether something that became another is of it.
    fn is_about(&self, file: &str, one: &Alteration) -> bool {
        let is_of = |file: &str, id: &str| file == format!("trainings/{id}.toml");
        let (_, key) = one.key.split_once(':').unwrap_or(("", &one.key));
        match self {
            Topic::All | Topic::Month(_) | Topic::File(_) => true,
            Topic::Row(row) => {
                let training = row.strip_prefix("training:");
                one.key == *row || training.is_some_and(|id| is_of(file, id))
            }
            Topic::Training(id) => {
                let rest = key.strip_prefix(&**id);
                is_of(file, id) || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
            Topic::Person(id) => one.people.contains(id),
        }
    }
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let git = Git::at(directory.root());
    if !git.is_there() {
        return Err(session.usage(&Screen::HistoryNeedsGit));
    }
    let topic = match Topic::of(typed(matches, "what").unwrap_or_default().trim(), &directory) {
        Ok(topic) => topic,
        Err(reason) => return Err(clerk::slipped(&[("WHAT".to_owned(), reason)], session)?),
    };
    let search = Search {
        until: typed(matches, "until").map(str::to_owned),
        by: typed(matches, "by").map(str::to_owned),
        ..since(typed(matches, "since"), &topic, (&directory, &git), session)?
    };
    let wording = Lexicon::of(&directory);
    let mut rows = committed(&git, &search, &topic, &wording);
    if search.until.is_none() && search.by.is_none() {
        rows.extend(unkept(&directory, &git, &topic, &wording, session));
    }
    let column = typed(matches, "column");
    let rows = rows
        .into_iter()
        .filter(|(_, one)| column.is_none_or(|column| one.column == column));
    let form = listing_form(matches);
    let told = |(head, one): (Heading, Alteration)| {
        let value = |value: &Option<String>| match value.as_deref() {
            None => String::new(),
            Some(text) if form.is_data => text.to_owned(),
            Some(text) => Code::told(one.codes, text, session.lang),
        };
        let came = match (&one.before, &one.after) {
            (None, Some(_)) => "new",
            (Some(_), None) => "removed",
            _ => "changed",
        };
        let cells = [
            one.column.clone(),
            came.to_owned(),
            value(&one.before),
            value(&one.after),
        ];
        let begin = [head.day, head.by, one.key, one.title];
        begin.into_iter().chain(cells).chain([head.commit]).collect()
    };
    let names = [
        "day", "by", "row", "about", "column", "what", "before", "after", "commit",
    ];
    let listing = Listing {
        names: names.map(str::to_owned).to_vec(),
        keys: 1,
        kinds: Vec::new(),
        widest: 40,
        rows: rows.map(told).collect::<Vec<Vec<String>>>().into_iter().collect(),
    };
    listing.write(form, session.terminal_width.unwrap_or(100), session.out)?;
    Ok(Exit::Done)
}

/// When and by whom something became another.
#[derive(Clone)]
struct Heading {
    day: String,
    by: String,
    commit: String,
}

/// From when on: a day, a commit, or the closing of the month that is asked about.
fn since(
    when: Option<&str>,
    topic: &Topic,
    (directory, git): (&Directory, &Git),
    session: &Session<'_>,
) -> anyhow::Result<Search> {
    let Some(when) = when else {
        return Ok(Search::default());
    };
    let closed = || match topic {
        Topic::Month(month) => load::ledger(directory, *month, &mut Findings::new()).closed_on(),
        _ => None,
    };
    let is_closing = ["closed", "ditutup"].contains(&when);
    let day = if is_closing { closed() } else { Day::parse(when) };
    let after = git.commit(when, false).filter(|_| day.is_none() && !is_closing);
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

/// What the commits changed of a topic, the oldest first.
fn committed(git: &Git, search: &Search, topic: &Topic, wording: &Lexicon<'_>) -> Vec<(Heading, Alteration)> {
    let beside = format!("{REPORTS}/");
    let is_meant = |one: &Entered| topic.is_in(&one.file) && !one.file.starts_with(&beside);
    let entered: Vec<Entered> = git.entered(search).into_iter().filter(is_meant).collect();
    let objects: BTreeSet<&str> = entered
        .iter()
        .flat_map(|one| one.objects.iter().flatten().map(String::as_str))
        .collect();
    let objects = git.objects(&objects.into_iter().collect::<Vec<_>>());
    let text = |object: &Option<String>| {
        let bytes = object.as_ref().and_then(|object| objects.get(object));
        bytes.map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    let each = entered.iter().flat_map(|one| {
        let texts = one.objects.each_ref().map(text);
        let head = Heading {
            day: one.day.clone(),
            by: one.by.clone(),
            commit: one.commit.get(..8).unwrap_or_default().to_owned(),
        };
        let altered = wording.altered(&one.file, texts.each_ref().map(String::as_str));
        let altered = altered.into_iter().filter(|it| topic.is_about(&one.file, it));
        altered.map(move |it| (head.clone(), it))
    });
    each.collect()
}

/// What no commit has yet.
fn unkept(
    directory: &Directory,
    git: &Git,
    topic: &Topic,
    wording: &Lexicon<'_>,
    session: &Session<'_>,
) -> Vec<(Heading, Alteration)> {
    let head = Heading {
        day: String::new(),
        by: Screen::NotCommittedYet.text(session.lang),
        commit: String::new(),
    };
    let earlier = Earlier::of(directory, git, "HEAD");
    let altered = earlier.altered(directory, wording).into_iter();
    let meant = altered.filter(|(file, one)| topic.is_in(file) && topic.is_about(file, one));
    meant.map(|(_, one)| (head.clone(), one)).collect()
}
