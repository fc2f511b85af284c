//! Headings of several names: `Status / Tindak Lanjut`, `Nama dan NIP`. The first is known, and no other means something
//! else.

use super::bound::{ListColumn, Target};
use crate::records;
use crate::records::cell::Domain;
use crate::records::organisation::staff;
use crate::records::text::folded;
use std::collections::HashSet;

/// What stands between the names.
const BETWEEN: [char; 8] = ['/', '|', '\n', ',', '&', '(', ';', '+'];

/// Binds the columns whose headings no name of their own binds: to what their first name means, unless another column of
/// the sheet becomes the same.
pub(super) fn bind(
    columns: &[ListColumn],
    titles: &[String],
    (used, pairs): (&mut HashSet<usize>, &mut Vec<(usize, usize)>),
) {
    for (at, title) in titles.iter().enumerate().filter(|(_, title)| !title.is_empty()) {
        let index = Some(at)
            .filter(|at| !used.contains(at))
            .and_then(|_| first(columns, title));
        let Some(index) = index else { continue };
        let to = &columns[index].to;
        if to.is_some() && pairs.iter().any(|(_, other)| columns[*other].to == *to) {
            continue;
        }
        used.insert(at);
        // A word of such a cell may be read in several ways, as under the first of its names.
        let name = names(title).swap_remove(0);
        let also = (0..columns.len()).filter(|index| columns[*index].from.contains(&name));
        pairs.extend(also.map(|index| (at, index)));
    }
}

/// The column that such a heading means.
fn first(columns: &[ListColumn], heading: &str) -> Option<usize> {
    let names = names(heading);
    let of = |name: &String| columns.iter().position(|column| column.from.contains(name));
    let first = of(names.first().filter(|_| names.len() > 1)?)?;
    // Number and name of a person may stand in one cell.
    let is_person = |index: usize| {
        let to = columns[index].to.as_ref();
        to.is_some_and(|to| to.0 == staff.name && ["nip", "name"].contains(&&*to.1))
    };
    // What is no text is checked, so that what else stands in it shows.
    let is_checked = columns[first].to.as_ref().is_some_and(|to| !is_text(to));
    let agrees = |name: &String| match of(name) {
        Some(index) if is_person(first) => is_person(index),
        Some(index) if columns[index].to.is_some() => columns[index].to == columns[first].to,
        _ => is_checked,
    };
    names[1..].iter().all(agrees).then_some(first)
}

/// The names of a heading, folded.
fn names(heading: &str) -> Vec<String> {
    let heading = heading.to_lowercase().replace(" dan ", "/");
    let names = heading.split(BETWEEN).map(folded);
    names.filter(|name| !name.is_empty()).collect()
}

/// Whether what becomes a column is any text.
fn is_text(to: &Target) -> bool {
    let table = records::table(&to.0);
    let column = table.and_then(|table| Some(&table.columns[table.column(&to.1)?]));
    column.is_some_and(|column| column.kind == Domain::Text)
}
