//! Entering: every row is checked, gets the ids of this office, and is added with the new posting.

use super::bundle::{Bundle, TABLES};
use super::identity::{self, Identity};
use super::place::Placed;
use super::rewrite::Rewriter;
use super::text;
use crate::change::{Draft, Given, Request, event, filled, row};
use crate::records::code::PostingStatus;
use crate::records::competence::competencies;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::time::Day;
use crate::words::Say;
use crate::words::change::{Hint, Slip};
use crate::words::trouble::Trouble;
use std::collections::BTreeSet;

/// Adds the person of the attached file with the whole history; all that was here before is left as it is.
pub fn into(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let (name, bundle) = opened(draft, request)?;
    refuse_foreign(draft, &name, &bundle);
    let since = since(draft, &bundle, request);
    let posting = posting(draft, &bundle, request);
    if !draft.is_good() {
        return None;
    }
    let since = since?;
    let identity = identity::find(draft, &bundle, request)?;
    let (Identity::Known(me) | Identity::New(me)) = &identity;
    let mut rewriter = Rewriter::new(draft, &bundle, me);
    let placed = place(draft, &bundle, &mut rewriter, since, request);
    match identity {
        Identity::Known(me) => known(draft, &bundle, &me, &placed),
        Identity::New(me) => {
            add_posting(draft, posting, &me, since);
            rewriter.tell(draft);
            tell(draft, &bundle, &me, &placed);
            draft.added.push(me);
        }
    }
    Some(())
}

/// The attached file, read.
fn opened(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<(String, Bundle)> {
    let (name, bytes) = request.file.take()?;
    let reason = Trouble::NoText.text(request.lang);
    let unreadable = |_| Slip::FileUnreadable {
        name: name.clone(),
        reason,
    };
    let text = draft.accept("FILE", String::from_utf8(bytes).map_err(unreadable))?;
    let bundle = text::read(draft, &name, &text)?;
    Some((name, bundle))
}

/// Gives every row the ids of this office and adds it.
fn place(
    draft: &mut Draft<'_>,
    bundle: &Bundle,
    rewriter: &mut Rewriter<'_>,
    since: Day,
    request: &mut Request<'_>,
) -> Placed {
    let mut placed = Placed::new(since);
    for table in TABLES.iter().filter(|table| table.name != competencies.name) {
        for line in bundle.of(table) {
            if let Some(cells) = rewriter.row(table, &line.cells) {
                placed.row(draft, rewriter, table, cells, request);
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
    let mut keys = BTreeSet::new();
    for table in TABLES.iter() {
        let is_about = bundle.is_about(table);
        for line in bundle.of(table) {
            let is_own = table.name == competencies.name || is_about(&line.cells);
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
fn since(draft: &mut Draft<'_>, bundle: &Bundle, request: &Request<'_>) -> Option<Day> {
    let since = match request.has("since") {
        false => bundle.head.on,
        true => request.day_given(draft, "since")?,
    };
    let days = bundle.of(&postings).iter();
    let last = days
        .filter_map(|line| Day::parse(&line.cells[Posting::since]))
        .max();
    if let Some(last) = last.filter(|last| since <= *last) {
        event::refuse_order(draft, "--since", ("since", since), ("since", last));
    }
    Some(since)
}

/// The new posting without person and day; what was typed is checked. The grade goes with the person.
fn posting(draft: &mut Draft<'_>, bundle: &Bundle, request: &Request<'_>) -> Vec<String> {
    let last = bundle
        .of(&postings)
        .iter()
        .max_by(|a, b| a.cells[Posting::since].cmp(&b.cells[Posting::since]));
    let grade = last.map_or("", |last| &last.cells[Posting::grade]);
    let mut given = request.given(&[
        (Posting::unit, "unit"),
        (Posting::position, "position"),
        (Posting::position_kind, "position-kind"),
        (Posting::supervisor, "supervisor"),
        (Posting::decree, "decree"),
    ]);
    given.push(Given::of(Posting::grade, "", grade));
    given.push(Given::of(Posting::status, "", PostingStatus::Active.code()));
    let mut cells = filled(&postings, &[]);
    row::fill(draft, &postings, &given, &mut cells);
    cells
}

fn add_posting(draft: &mut Draft<'_>, mut cells: Vec<String>, me: &str, since: Day) {
    (cells[Posting::staff], cells[Posting::since]) = (me.to_owned(), since.to_string());
    draft.insert(&postings, &postings.file(""), cells);
}

/// The person is here: either all of it was added before, or the NIP is another's.
fn known(draft: &mut Draft<'_>, bundle: &Bundle, me: &str, placed: &Placed) {
    let person = draft.people().shown(me);
    if placed.added + placed.taken == 0 {
        return draft.note(Hint::TransferKnown { person });
    }
    let first = bundle.of(&staff).first();
    let nip = first.map(|line| line.cells[Staff::nip].clone());
    match nip.filter(|nip| !nip.is_empty()) {
        Some(nip) => draft.refuse("nip", Slip::NipTaken { nip, person }),
        None => {
            let id = me.to_owned();
            draft.refuse("", Slip::PersonHere { person, id });
        }
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
        draft.note(Hint::PersonRenamed { there, here });
    }
    let (name, agency, rows) = (head.name.clone(), head.agency.clone(), placed.added);
    draft.note(Hint::TransferDone { name, agency, rows });
}
