//! Headings of several names: `Status / Tindak Lanjut`, `Nama dan NIP`. The first is known, and no other means something
//! else; or each means something of its own, `Jabatan` above `TMT`, and the cells hold as many things.

use super::bound::{Bound, ListColumn, Share, Target};
use crate::records;
use crate::records::cell::Domain;
use crate::records::organisation::staff;
use crate::records::text::spelled;
use std::collections::HashSet;

/// What stands between the names.
const BETWEEN: [char; 8] = ['/', '|', '\n', ',', '&', '(', ';', '+'];

/// Binds the columns whose headings no name of their own binds: to what their first name means, unless another column of
/// the sheet becomes the same.
pub(super) fn bind(
    columns: &[ListColumn],
    titles: &[String],
    (used, bound): (&mut HashSet<usize>, &mut Bound),
) {
    for (at, title) in titles.iter().enumerate().filter(|(_, title)| !title.is_empty()) {
        if used.contains(&at) {
            continue;
        }
        let is_taken = |index: usize, pairs: &[(usize, usize)]| {
            let to = &columns[index].to;
            to.is_some() && pairs.iter().any(|(_, other)| columns[*other].to == *to)
        };
        let Some(index) = first(columns, title) else {
            let shares = shares(columns, title, at).unwrap_or_default();
            for share in shares {
                used.insert(at);
                if !is_taken(share.index, &bound.pairs) {
                    bound.pairs.push((at, share.index));
                    bound.shares.push(share);
                }
            }
            continue;
        };
        if is_taken(index, &bound.pairs) {
            continue;
        }
        used.insert(at);
        // A word of such a cell may be read in several ways, as under the first of its names.
        let name = names(title).swap_remove(0);
        let also = (0..columns.len()).filter(|index| columns[*index].from.contains(&name));
        bound.pairs.extend(also.map(|index| (at, index)));
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

/// What each name of a heading means that stands on a line of its own, or between strokes: alone, or with the first, so
/// that `Pangkat` above `TMT` is no `TMT Jabatan`. None where one means nothing, or all mean the same.
fn shares(columns: &[ListColumn], heading: &str, at: usize) -> Option<Vec<Share>> {
    let lines = heading.lines().map(spelled).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.collect();
    let by_lines = meanings(columns, &lines).filter(|_| lines.len() > 1);
    let meant = by_lines.or_else(|| meanings(columns, &names(heading)))?;
    // Between strokes in one line each must say something that is recorded, unless the first is no text: `Isi / Lokasi` are
    // words about one thing, `Pangkat / TMT` are two.
    let has_lines = heading.trim().contains('\n');
    let is_checked = |index: &usize| columns[*index].to.as_ref().is_some_and(|to| !is_text(to));
    let are_meant = has_lines
        || meant.first().is_some_and(is_checked)
        || meant.iter().all(|index| columns[*index].to.is_some());
    let of = if are_meant { meant.len() } else { 0 };
    let shares = meant
        .into_iter()
        .zip(0..)
        .map(|(index, part)| Share { at, index, part, of });
    (of > 1).then(|| shares.collect())
}

/// The column that each of several names means, alone or with the first; what means the same as the one before it once.
fn meanings(columns: &[ListColumn], parts: &[String]) -> Option<Vec<usize>> {
    let (first, rest) = parts.split_first()?;
    let of = |name: &str| {
        columns
            .iter()
            .position(|column| column.from.iter().any(|from| from == name))
    };
    let with = |part: &String| {
        let both = [format!("{part} {first}"), format!("{first} {part}")];
        both.iter().find_map(|name| of(name)).or_else(|| of(part))
    };
    let mut meant = vec![of(first)?];
    for part in rest {
        let index = with(part)?;
        let is_same = meant
            .last()
            .is_some_and(|last| columns[*last].to == columns[index].to);
        meant.extend((!is_same).then_some(index));
    }
    Some(meant)
}

/// Whether a heading is known by each of its several names.
pub(super) fn knows(columns: &[ListColumn], heading: &str) -> bool {
    let has_digit = heading.contains(|letter: char| letter.is_ascii_digit());
    let is_candidate = heading.contains(['\n', '/']) && !has_digit && heading.len() < 60;
    let is_known = |name: &String| columns.iter().any(|column| column.from.contains(name));
    is_candidate && (names(heading).iter().all(is_known) || shares(columns, heading, 0).is_some())
}

/// The names of a heading, spelled.
fn names(heading: &str) -> Vec<String> {
    let heading = heading.to_lowercase().replace(" dan ", "/");
    let names = heading.split(BETWEEN).map(spelled);
    names.filter(|name| !name.is_empty()).collect()
}

/// Whether what becomes a column is any text.
fn is_text(to: &Target) -> bool {
    let table = records::table(&to.0);
    let column = table.and_then(|table| Some(&table.columns[table.column(&to.1)?]));
    column.is_some_and(|column| column.kind == Domain::Text)
}
