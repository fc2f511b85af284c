//! `bina check`: what is wrong with the records.

use super::arguments::{listing_form, names, output, typed};
use super::verb::{Act, verbs};
use crate::change::diff;
use crate::check;
use crate::clerk;
use crate::diagnostic::{Findings, Located, Location, Severity};
use crate::files::Directory;
use crate::git::Git;
use crate::inquiry;
use crate::render::{FORMATS, Format, JSON, Listing};
use crate::resolution;
use crate::session::{Exit, Session};
use crate::words::change::Hint;
use crate::words::merge::Junction;
use crate::words::screen::Screen;
use crate::words::{Lang, Say};
use clap::ArgMatches;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

verbs! {
    "" "check" "periksa", id "Memeriksa semua catatan; keluar dengan 1 bila ada kesalahan", en "Checks all records; exit 1 when there are errors" {
        [Flag "strict", id "Juga keluar dengan 1 bila ada peringatan", en "Exit 1 on warnings too"]
        [Flag "errors", id "Sebutkan hanya kesalahan, tanpa peringatan", en "Tell errors only, and no warnings"]
        [Flag "list", id "Sebutkan semua aturan pemeriksaan", en "List the rules of the check"]
        ["merge" "COMMIT", id "Hanya bandingkan penggabungan git ini, misalnya HEAD, dengan yang menurut catatan: yang hilang atau bertambah tanpa diputuskan siapa pun; keluar dengan 1 bila ada", en "Only compare this merge of git, HEAD for example, with what the records say: what was lost or came without anybody's decision; exit 1 when there is any"]
        [Made(|lang| output(lang).help(forms(lang))) "output"]
    } Act::Run(run), "bina check --strict";
}

/// The help of `-O`: findings are text or JSON, the list of rules whatever a listing is.
fn forms(lang: Lang) -> String {
    let others = Format::those(|form| form.is_listed() && form.is_data && *form != JSON);
    let (table, json, others) = (FORMATS[0].name, JSON.name, names(&others).join(", "));
    match lang {
        Lang::Id => {
            format!("Bentuk: {table}, atau {json} (satu catatan tiap baris); {others} untuk --list")
        }
        Lang::En => format!("The form: {table}, or {json} (a finding a line); {others} for --list"),
    }
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let form = listing_form(matches);
    if matches.get_flag("list") {
        return list(form, session);
    }
    let directory = session.directory()?;
    if let Some(commit) = typed(matches, "merge") {
        return joined(&directory, commit, session);
    }
    let mut findings = Findings::new();
    inquiry::judge(&directory, session.today, &mut findings);
    let mut located = directory.locate(&findings);
    located.retain(|one| !matches.get_flag("errors") || one.severity == Severity::Error);
    let lines = |one: &Located| Ok(json(one, session.lang));
    let text: Result<String, std::fmt::Error> = match *form == JSON {
        true => located.iter().map(lines).collect(),
        false => together(&located, session.lang),
    };
    write!(session.out, "{}", text?)?;
    clerk::name_successors(&directory, &located, session)?;
    let (errors, warnings) = (findings.errors(), findings.warnings());
    match findings.is_empty() {
        true => session.reassure(&Hint::AllGood)?,
        false => session.tell(&Screen::CheckSummary { errors, warnings })?,
    }
    clerk::remind_of_lost(&clerk::lost(&directory), session)?;
    clerk::remind(&directory, session)?;
    // Git has half of what a command wrote that was interrupted.
    let is_half = directory.is_unfinished() && directory.root().join(".git").exists();
    let is_bad = errors > 0 || is_half || (matches.get_flag("strict") && warnings > 0);
    Ok(if is_bad { Exit::Findings } else { Exit::Done })
}

/// Shows where a merge of git is another than both changes make.
fn joined(directory: &Directory, commit: &str, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let git = Git::at(directory.root());
    let commit = commit.to_owned();
    let Some(amiss) = resolution::amiss(&git, directory, &commit) else {
        return Err(session.usage(&Junction::NoMerge { commit }));
    };
    for (file, is, meant) in &amiss {
        let lines = diff::lines(file, Some(is.as_bytes()), Some(meant.as_bytes()));
        session.out.write_all(lines.as_bytes())?;
    }
    match amiss.len() {
        0 => Ok(Exit::Done),
        count => {
            session.tell(&Junction::Amiss { commit, count })?;
            Ok(Exit::Findings)
        }
    }
}

/// From so many places on what is the same in all of them is told once.
const TOGETHER: usize = 4;

/// The findings as a reader has them: what is the same in many places stands at the first, with the others behind it.
fn together(located: &[Located], lang: Lang) -> Result<String, std::fmt::Error> {
    let fact = |one: &Located| (one.severity, one.problem.code(), one.problem.text(lang));
    let mut alike: HashMap<_, Vec<&Location>> = HashMap::new();
    for one in located {
        let places: &mut Vec<&Location> = alike.entry(fact(one)).or_default();
        places.extend(&one.place);
    }
    let mut text = String::new();
    for one in located {
        let Some(places) = alike.get(&fact(one)) else {
            continue;
        };
        let is_once = places.len() >= TOGETHER;
        if is_once && places.first().copied() != one.place.as_ref() {
            continue;
        }
        one.write(lang, &mut text)?;
        if let Some((_, others)) = places.split_first().filter(|_| is_once) {
            let (count, places) = (others.len(), listed(others));
            writeln!(text, "  {}", Screen::FoundElsewhere { count, places }.text(lang))?;
        }
    }
    Ok(text)
}

/// Places in a few words: the lines of each file, those that follow each other as a span.
fn listed(places: &[&Location]) -> String {
    /// So many are named of a file.
    const NAMED: usize = 12;
    let mut files: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for place in places {
        let spans = files.entry(&place.path).or_default();
        match spans.last_mut().filter(|(_, last)| last + 1 == place.line) {
            Some((_, last)) => *last = place.line,
            None => spans.push((place.line, place.line)),
        }
    }
    let span = |(first, last): &(usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    let of_file = |(path, spans): (&str, Vec<(usize, usize)>)| {
        let more = (spans.len() > NAMED).then(|| "…".to_owned());
        let spans: Vec<String> = spans.iter().take(NAMED).map(span).chain(more).collect();
        format!("{path}:{}", spans.join(","))
    };
    files.into_iter().map(of_file).collect::<Vec<_>>().join("; ")
}

/// A finding as a line of JSON; the order of the fields is part of the contract.
#[derive(Serialize)]
struct Line<'f> {
    severity: &'static str,
    code: String,
    path: &'f str,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

fn json(located: &Located, lang: Lang) -> String {
    let place = located.place.clone().unwrap_or_default();
    let line = Line {
        severity: located.severity.code(),
        code: located.problem.code(),
        path: &place.path,
        line: place.line,
        column: place.column,
        message: located.problem.text(lang),
        help: located.problem.help(lang),
    };
    // Text and numbers always have a JSON form.
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

/// The rules of the check: name, how grave, what they look at, what must hold.
fn list(form: &Format, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let row = |rule: &check::Rule| {
        vec![
            rule.name.to_owned(),
            rule.severity.code().to_owned(),
            rule.meaning(session.lang).to_owned(),
            rule.about().join(" "),
        ]
    };
    let listing = Listing {
        names: ["rule", "severity", "meaning", "about"]
            .map(str::to_owned)
            .to_vec(),
        // The sentence is the documentation: it is never cut.
        keys: 3,
        kinds: Vec::new(),
        widest: 80,
        rows: check::rules().map(row).collect(),
    };
    listing.write(form, session.terminal_width.unwrap_or(100), session.out)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_follow_each_other_are_a_span() {
        let place = |path: &str, line| Location {
            path: path.to_owned(),
            line,
            ..Location::default()
        };
        let all = [
            place("a.csv", 3),
            place("a.csv", 4),
            place("a.csv", 7),
            place("b.csv", 2),
        ];
        let all: Vec<&Location> = all.iter().collect();
        assert_eq!(listed(&all), "a.csv:3–4,7; b.csv:2");
    }
}
