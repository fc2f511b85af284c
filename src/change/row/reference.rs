//! A reference of the form `kind:id` as it is typed: people by name, the parts of a key in either order.

use super::place;
use crate::change::{Draft, Reason};
use crate::records::TABLES;
use crate::records::cell::{Cell, Domain};
use crate::records::references::Reference;
use crate::records::table::{Attribute, Cut, Schema};
use crate::records::time::Month;
use crate::words::change::Slip;

/// The reference that `typed` means, `evaluation:Siti/2026-Q3` for example. `owner` is the person whom the row is
/// about: of an evaluation or a participation without a name it is meant.
pub(super) fn plain(draft: &mut Draft<'_>, typed: &str, owner: Option<&str>) -> Result<String, Reason> {
    let Reference { kind, id } = Reference::parse(typed)?;
    if kind == "training" || kind == "pelatihan" {
        super::training_exists(draft, id)?;
        return Ok(format!("training:{id}"));
    }
    // What no table keeps, and a kind that nothing has, is looked up by `check` before anything is written.
    let Some(table) = TABLES
        .iter()
        .find(|table| table.one == kind || table.alias == kind)
    else {
        return Ok(typed.to_owned());
    };
    let Some(key) = key(draft, table, id, owner)? else {
        let (text, form) = (typed.to_owned(), form(table));
        return Err(Slip::PairForm { text, form }.into());
    };
    if place::find(draft, table, &key).is_none() {
        let people = draft.people();
        let shown: Vec<String> = key.iter().map(|part| people.shown(part)).collect();
        return Err(Reason::from(Slip::ReferenceNone {
            id: shown.join(" "),
            table: place::file(table, &key, None).unwrap_or_else(|| table.path.to_string()),
            one: table.one.to_owned(),
        }));
    }
    Ok(format!("{}:{}", table.one, key.join("/")))
}

/// The cells of the key that was typed; `None` when it has other parts. A part that has a form of its own, a period
/// for example, may stand anywhere; the others stand in the order of the columns.
fn key(
    draft: &mut Draft<'_>,
    table: &Schema,
    id: &str,
    owner: Option<&str>,
) -> Result<Option<Vec<String>>, Reason> {
    let columns = &table.columns[..table.keys()];
    let mut parts = parts(id, columns.iter().any(|column| column.kind == Domain::TrainingId));
    let mut key: Vec<Option<String>> = columns
        .iter()
        .map(|column| {
            let at = parts.iter().position(|part| has_own_form(column, part));
            at.map(|at| parts.remove(at))
        })
        .collect();
    let open = || columns.iter().zip(&key).filter(|(_, cell)| cell.is_none());
    if open().any(|(column, _)| has_own_kind(column)) {
        return Ok(None);
    }
    let is_implied = parts.len() + 1 == open().count();
    let mut parts = parts.into_iter();
    for (column, cell) in columns.iter().zip(&mut key).filter(|(_, cell)| cell.is_none()) {
        *cell = match owner.filter(|_| is_implied && is_person(column)) {
            Some(owner) => Some(owner.to_owned()),
            None => parts.next(),
        };
        if let Some(person) = cell.as_mut().filter(|_| is_person(column)) {
            *person = draft.people().find(person)?.id.clone();
        }
    }
    let key: Option<Vec<String>> = key.into_iter().collect();
    Ok(key.filter(|_| parts.next().is_none()))
}

/// The parts between slashes; month and slug of a programme are one.
fn parts(id: &str, has_programme: bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_open = false;
    for part in id.split('/').map(str::trim) {
        match parts.last_mut().filter(|_| is_open) {
            Some(month) => *month = format!("{month}/{part}"),
            None => parts.push(part.to_owned()),
        }
        is_open = has_programme && !is_open && (Month::parse(part).is_some() || part == "external");
    }
    parts
}

fn is_person(column: &Attribute) -> bool {
    column.refers == Some("staff")
}

/// Whether a part is what a column holds, and could be in no other column of the key.
fn has_own_form(column: &Attribute, part: &str) -> bool {
    has_own_kind(column) && column.check.run(part).is_ok()
}

/// Whether what a column holds is known by its form.
fn has_own_kind(column: &Attribute) -> bool {
    matches!(
        column.kind,
        Domain::TrainingId | Domain::Period | Domain::Day | Domain::Month
    )
}

/// How a reference to a row of the table is typed.
fn form(table: &Schema) -> String {
    let parts = table.columns.iter().take(table.keys());
    let parts = parts.map(|column| match column.kind {
        _ if is_person(column) => "Siti",
        Domain::TrainingId => "2026-10/pelayanan-prima",
        Domain::Period => "2026-Q3",
        Domain::Day => "2026-10-05",
        Domain::Month => "2026-10",
        _ if table.cut == Cut::Month => "2026-10-k7f3q",
        _ => "k7f3q",
    });
    let parts: Vec<&str> = parts.collect();
    format!("{}:{}", table.one, parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn month_and_slug_are_one_part() {
        for (id, expected) in [
            (
                "2026-10/pelayanan-prima/Siti",
                &["2026-10/pelayanan-prima", "Siti"][..],
            ),
            ("Siti/external/webinar", &["Siti", "external/webinar"]),
            ("Siti/2026-Q3", &["Siti", "2026-Q3"]),
            ("2026-10-k7f3q", &["2026-10-k7f3q"]),
        ] {
            assert_eq!(parts(id, true), expected, "{id}");
        }
        assert_eq!(parts("2026-10/Siti", false), ["2026-10", "Siti"]);
    }
}
