//! Leaving: everything about the person is gathered, and the posting here ends.

use super::bundle::{Bundle, Departure, Line, TABLES};
use super::text;
use crate::change::{Draft, Record, Request, filled, row};
use crate::load;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::code::PostingStatus;
use crate::records::competence::{Competency, Mentoring, competencies, mentoring};
use crate::records::organisation::{Posting, postings};
use crate::records::table::Schema;
use crate::words::change::{Hint, Slip};
use std::collections::{BTreeMap, BTreeSet};

/// Gathers the history of the person who leaves as a file, and adds the posting that says so.
pub fn out(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let on = request.day_given(draft, "on");
    let person = request.person(draft, "person");
    let (on, person) = (on?, person?);
    let settings = load::settings(draft.directory, &mut draft.findings)?;
    let head = Departure {
        agency: settings.agency.name,
        name: draft.people().by_id(&person)?.name.clone(),
        person,
        on,
    };
    leave(draft, &head);
    let bundle = gather(draft, head);
    note_running(draft, &bundle);
    let file = request.get("output").map(str::to_owned);
    draft.beside = Some((file, text::write(&bundle, request.lang)));
    Some(())
}

/// Adds the posting with the status `moved`; the same one again changes nothing.
fn leave(draft: &mut Draft<'_>, head: &Departure) {
    let (file, on) = (postings.file(""), head.on.to_string());
    let mut own = draft.rows(&postings, &file);
    own.retain(|row| row.cells[Posting::staff] == head.person);
    let is_moved = |row: &Record| row.cells[Posting::status] == PostingStatus::Moved.code();
    let Some(last) = own
        .iter()
        .max_by(|a, b| a.cells[Posting::since].cmp(&b.cells[Posting::since]))
    else {
        return add(draft, &file, head, filled(&postings, &[]));
    };
    if last.cells[Posting::since] == on && is_moved(last) {
        return;
    }
    let status = last.cells[Posting::status].clone();
    if PostingStatus::parse(&status).is_ok_and(PostingStatus::has_left) {
        let (person, since) = (head.name.clone(), last.cells[Posting::since].clone());
        return draft.refuse(
            "PERSON",
            Slip::HasLeft {
                person,
                since,
                status,
            },
        );
    }
    if last.cells[Posting::since] >= on {
        let since = last.cells[Posting::since].clone();
        return draft.refuse("--on", Slip::PostingLater { since, on });
    }
    let last = last.cells.clone();
    add(draft, &file, head, last);
}

/// Adds the posting that ends the last one: the same unit, position and grade, without a supervisor and decree.
fn add(draft: &mut Draft<'_>, file: &str, head: &Departure, mut cells: Vec<String>) {
    cells[Posting::staff].clone_from(&head.person);
    cells[Posting::since] = head.on.to_string();
    cells[Posting::status] = PostingStatus::Moved.code().to_owned();
    cells[Posting::supervisor].clear();
    cells[Posting::decree].clear();
    draft.insert(&postings, file, cells);
}

/// Everything about the person, as it stands in the files.
fn gather(draft: &mut Draft<'_>, head: Departure) -> Bundle {
    let on = head.on.to_string();
    let mut bundle = Bundle {
        head,
        people: BTreeMap::new(),
        trainings: BTreeMap::new(),
        rows: BTreeMap::new(),
    };
    for table in TABLES.iter() {
        // The posting that ends the history here is no part of it.
        let is_past = |cells: &[String]| table.name != postings.name || cells[Posting::since] < on;
        let about = {
            let is_about = bundle.is_about(table);
            lines(draft, table, |cells| is_about(cells) && is_past(cells))
        };
        bundle.rows.insert(table.name.to_string(), about);
    }
    mentioned(draft, &mut bundle);
    bundle
}

fn lines(draft: &mut Draft<'_>, table: &Schema, is_meant: impl Fn(&[String]) -> bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for file in row::files(draft, table) {
        let rows = draft.rows(table, &file).into_iter();
        let meant = rows.filter(|row| is_meant(&row.cells));
        lines.extend(meant.map(|row| Line {
            line: 0,
            cells: row.cells,
        }));
    }
    lines
}

/// The names, titles and competencies that the rows mention.
fn mentioned(draft: &mut Draft<'_>, bundle: &mut Bundle) {
    let people = draft.people();
    let ids: BTreeSet<&str> = bundle.cells(|_, refers| refers == Some("staff")).collect();
    let others = ids.into_iter().filter(|id| *id != bundle.head.person);
    let names: BTreeMap<String, String> = others
        .filter_map(|id| Some((id.to_owned(), people.by_id(id)?.name.clone())))
        .collect();

    let ids: BTreeSet<&str> = bundle.cells(|kind, _| kind == Domain::TrainingId).collect();
    let here = |id: &&str| <TrainingId as Cell>::parse(id).is_ok_and(|id| id.month().is_some());
    let documents = ids.into_iter().filter(here);
    let titles = documents.filter_map(|id| {
        let training = load::training(draft.directory, id, &mut draft.findings)?;
        Some((id.to_owned(), training.title))
    });
    let titles: BTreeMap<String, String> = titles.collect();

    let codes: BTreeSet<&str> = bundle.cells(|_, refers| refers == Some("competencies")).collect();
    let used = lines(draft, &competencies, |cells| {
        codes.contains(&*cells[Competency::code])
    });
    (bundle.people, bundle.trainings) = (names, titles);
    bundle.rows.insert(competencies.name.to_string(), used);
}

/// Notes the pairs that still run: somebody has to end them.
fn note_running(draft: &mut Draft<'_>, bundle: &Bundle) {
    let is_running = |line: &&Line| line.cells[Mentoring::status] == "running";
    let running = bundle.of(&mentoring).iter().filter(is_running);
    for line in running {
        let id = line.cells[Mentoring::id].clone();
        draft.note(Hint::PairRunning { id });
    }
}
