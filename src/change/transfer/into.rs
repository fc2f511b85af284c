//! Entering: every row is checked, gets the ids of this office, and is added with the new posting.

use super::bundle::{Bundle, TABLES, is_about};
use super::identity::{self, Identity};
use super::place::Placed;
use super::rewrite::Rewriter;
use crate::change::{Draft, event, row};
use crate::records::code::PostingStatus;
use crate::records::competence::{competencies, mentoring};
use crate::records::organisation::{postings, staff};
use crate::records::time::Day;
use crate::words::change::{Note, Slip};
use std::collections::BTreeSet;

/// Where the person works from now on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arrival<'t> {
    /// The unit.
    pub unit: &'t str,
    /// The first day here; the first day away there when it is not given.
    pub since: Option<&'t str>,
    /// The position.
    pub position: Option<&'t str>,
    /// The kind of position.
    pub position_kind: Option<&'t str>,
    /// The direct supervisor, as typed.
    pub supervisor: Option<&'t str>,
    /// Number of the decree.
    pub decree: Option<&'t str>,
}

/// Adds the person with the whole history. Returns the id here; `None` when it was all here before.
pub fn into(
    draft: &mut Draft<'_>,
    name: &str,
    bundle: &Bundle,
    arrival: &Arrival<'_>,
    random: &mut dyn FnMut(usize) -> String,
) -> Option<String> {
    refuse_foreign(draft, name, bundle);
    let since = since(draft, bundle, arrival);
    let posting = posting(draft, bundle, arrival);
    if !draft.is_good() {
        return None;
    }
    let since = since?;
    let identity = identity::find(draft, bundle, random)?;
    let (Identity::Known(me) | Identity::New(me)) = &identity;
    let mut rewriter = Rewriter::new(draft, bundle, me);
    let placed = place(draft, bundle, &mut rewriter, since, random);
    match identity {
        Identity::Known(me) => {
            known(draft, bundle, &me, &placed);
            None
        }
        Identity::New(me) => {
            add_posting(draft, posting, &me, since);
            rewriter.tell(draft);
            tell(draft, bundle, &me, &placed);
            Some(me)
        }
    }
}

/// Gives every row the ids of this office and adds it.
fn place(
    draft: &mut Draft<'_>,
    bundle: &Bundle,
    rewriter: &mut Rewriter<'_>,
    since: Day,
    random: &mut dyn FnMut(usize) -> String,
) -> Placed {
    let mut placed = Placed::new(since);
    for table in TABLES.iter().filter(|table| table.name != competencies.name) {
        for line in bundle.of(table) {
            if let Some(cells) = rewriter.row(table, &line.cells) {
                placed.row(draft, rewriter, table, cells, random);
            }
        }
    }
    for line in bundle.of(&competencies) {
        placed.competency(draft, &line.cells);
    }
    placed
}

/// Refuses rows that are not about the person: a file holds one history.
fn refuse_foreign(draft: &mut Draft<'_>, name: &str, bundle: &Bundle) {
    let person = &bundle.head.person;
    let pairs: BTreeSet<&str> = bundle.of(&mentoring).iter().map(|line| &*line.cells[0]).collect();
    let mut keys = BTreeSet::new();
    for table in TABLES {
        for line in bundle.of(table) {
            let is_own = match &*table.name {
                "competencies" => true,
                "sessions" => pairs.contains(&*line.cells[0]),
                _ => is_about(table, &line.cells, person),
            };
            let place = format!("{name}:{}", line.line);
            let (key, table) = (row::key_text(&line.cells[..table.keys()]), table.name.to_string());
            if !is_own {
                let person = person.clone();
                draft.refuse(place, Slip::BundleForeign { person });
            } else if !keys.insert((table.clone(), key.clone())) {
                draft.refuse(place, Slip::RowExists { table, key });
            }
        }
    }
    if bundle.of(&staff).len() != 1 {
        let person = person.clone();
        draft.refuse(name, Slip::BundleNobody { person });
    }
}

/// The first day here, after everything that the history says of the postings there.
fn since(draft: &mut Draft<'_>, bundle: &Bundle, arrival: &Arrival<'_>) -> Option<Day> {
    let since = match arrival.since {
        None => bundle.head.on,
        Some(text) => event::parsed(draft, "--since", text)?,
    };
    let last = bundle
        .of(&postings)
        .iter()
        .filter_map(|line| Day::parse(&line.cells[1]))
        .max();
    if let Some(last) = last.filter(|last| since <= *last) {
        event::refuse_order(draft, "--since", ("since", since), ("since", last));
    }
    Some(since)
}

/// The new posting without person and day; what was typed is checked. The grade goes with the person.
fn posting(draft: &mut Draft<'_>, bundle: &Bundle, arrival: &Arrival<'_>) -> Vec<String> {
    let last = bundle
        .of(&postings)
        .iter()
        .max_by(|a, b| a.cells[1].cmp(&b.cells[1]));
    let grade = postings.column("grade");
    let grade = last.zip(grade).map(|(last, index)| &*last.cells[index]);
    let values = [
        ("unit", "--unit", Some(arrival.unit)),
        ("position", "--position", arrival.position),
        ("position_kind", "--position-kind", arrival.position_kind),
        ("grade", "", grade),
        ("status", "", Some(PostingStatus::Active.code())),
        ("supervisor", "--supervisor", arrival.supervisor),
        ("decree", "--decree", arrival.decree),
    ];
    let mut cells = vec![String::new(); postings.columns.len()];
    row::fill(draft, &postings, &event::given(&postings, &values), &mut cells);
    cells
}

fn add_posting(draft: &mut Draft<'_>, mut cells: Vec<String>, me: &str, since: Day) {
    (cells[0], cells[1]) = (me.to_owned(), since.to_string());
    draft.insert(&postings, &postings.file(""), cells);
}

/// The person is here: either all of it was added before, or the NIP is another's.
fn known(draft: &mut Draft<'_>, bundle: &Bundle, me: &str, placed: &Placed) {
    let person = draft.people().shown(me);
    if placed.added + placed.taken == 0 {
        return draft.note(Note::TransferKnown { person });
    }
    let cells = bundle.of(&staff).first().map(|line| &line.cells);
    let nip = staff
        .column("nip")
        .zip(cells)
        .map(|(index, cells)| cells[index].clone());
    match nip.filter(|nip| !nip.is_empty()) {
        Some(nip) => draft.refuse("nip", Slip::NipTaken { nip, person }),
        None => draft.refuse("", Slip::PersonHere { person }),
    }
}

/// Notes who came, and under which id.
fn tell(draft: &mut Draft<'_>, bundle: &Bundle, me: &str, placed: &Placed) {
    let head = &bundle.head;
    if placed.taken > 0 {
        // Only a file that was changed by hand names two rows that become one here.
        let person = head.person.clone();
        draft.refuse("", Slip::BundleForeign { person });
    }
    if me != head.person {
        let (there, here) = (head.person.clone(), me.to_owned());
        draft.note(Note::PersonRenamed { there, here });
    }
    let (name, agency, rows) = (head.name.clone(), head.agency.clone(), placed.added);
    draft.note(Note::TransferDone { name, agency, rows });
}
