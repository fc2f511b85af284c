//! The rows of a table, put together by their key and cell by cell.

use super::frame::{CellRow, Frame, Slot, Version};
use super::subject::{short, title};
use super::{
    Composite, Contention, Dispute, Facet, Piece, Versions, bag, contested, renames, united, unread,
};
use crate::files::edit::{Folio, written};
use crate::records::cell::Domain;
use crate::records::table::{Schema, Shape};
use crate::words::merge::Misfit;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn merge(table: &Schema, versions: &Versions<&str>) -> Result<Composite, Misfit> {
    let folio = |text: &str, may_lack: bool| match may_lack && text.trim().is_empty() {
        true => Ok(None),
        false => Folio::parse(table, Some(text))
            .map(Some)
            .map_err(|found| unread(text, found)),
    };
    let folios = Versions {
        base: folio(versions.base, true)?,
        here: folio(versions.here, false)?,
        there: folio(versions.there, false)?,
    };
    let own: Vec<Vec<&str>> = folios
        .each()
        .map(|folio| folio.iter().flat_map(Folio::own_names).collect())
        .to_vec();
    let new: BTreeSet<&str> = own[1..].iter().flatten().copied().collect();
    let new = new.into_iter().filter(|name| !own[0].contains(name));
    let own = own[0].iter().copied().chain(new).map(str::to_owned).collect();
    let columns = Frame { table, own };
    let base = page(&columns, folios.base.as_ref(), None);
    let (here, there) = (
        page(&columns, folios.here.as_ref(), Some(&base.has)),
        page(&columns, folios.there.as_ref(), Some(&base.has)),
    );
    let pages = Versions { base, here, there };
    Ok(match table.shape {
        Shape::Keyed => {
            let named_twice = named_twice(table, versions);
            whole(&columns, &pages, keyed(&columns, &pages, &named_twice)?)
        }
        Shape::Bag => Composite {
            alike: bag::alike(&columns, &pages),
            ..whole(&columns, &pages, bag::lines(&columns, &pages))
        },
    })
}

/// A version with its cells in the order of the columns. Of those it lacks, the ones that stood `before` were taken out.
fn page(columns: &Frame<'_>, folio: Option<&Folio<'_>>, before: Option<&Vec<bool>>) -> Version {
    let Some(folio) = folio else {
        return Version {
            has: vec![false; columns.len()],
            rows: Vec::new(),
        };
    };
    let declared = (0..columns.table.columns.len()).map(|column| folio.has(column));
    let own = columns
        .own
        .iter()
        .map(|name| folio.own_names().any(|own| own == name));
    let has: Vec<bool> = declared.chain(own).collect();
    let row = |at: usize| {
        let (mut cells, mut own) = (folio.cells(at), folio.own(at));
        let key = cells[..columns.table.keys()].to_vec();
        for name in &columns.own {
            let found = own.iter().position(|(known, _)| known == name);
            cells.push(found.map_or_else(String::new, |found| own.swap_remove(found).1));
        }
        let is_taken_out = |column: usize| !has[column] && before.is_some_and(|before| before[column]);
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(column, cell)| (!is_taken_out(column)).then_some(cell));
        (key, cells.collect())
    };
    let rows = (0..folio.len()).map(row).collect();
    Version { has, rows }
}

/// The rows of a version by key; equal rows are one.
fn by_key(page: &Version) -> Result<BTreeMap<&[String], &CellRow>, Misfit> {
    let mut rows = BTreeMap::new();
    for (key, row) in &page.rows {
        if rows.insert(&**key, row).is_some_and(|other| other != row) {
            let key = key.join(",");
            return Err(Misfit::KeyTwice { key });
        }
    }
    Ok(rows)
}

/// The rows that both sides renamed, and not alike: their keys before, here and there.
fn named_twice(table: &Schema, versions: &Versions<&str>) -> Vec<Versions<String>> {
    let [here, there] = [versions.here, versions.there].map(|side| renames(table, [versions.base, side]));
    let pairs = here.into_iter().filter_map(|(base, here)| {
        let (_, there) = there.iter().find(|(old, new)| *old == base && *new != here)?;
        let there = there.clone();
        Some(Versions { base, here, there })
    });
    pairs.collect()
}

fn keyed(
    columns: &Frame<'_>,
    pages: &Versions<Version>,
    named_twice: &[Versions<String>],
) -> Result<Vec<Slot>, Misfit> {
    let rows = Versions {
        base: by_key(&pages.base)?,
        here: by_key(&pages.here)?,
        there: by_key(&pages.there)?,
    };
    let keys: BTreeSet<&[String]> = rows.here.keys().chain(rows.there.keys()).copied().collect();
    let mut apart = apart(columns, &rows);
    let lines = keys.into_iter().filter_map(|key| {
        let is_of = |side: &String| key == std::slice::from_ref(side);
        if let Some(names) = named_twice
            .iter()
            .find(|one| is_of(&one.here) || is_of(&one.there))
        {
            // That of here stands for both.
            return is_of(&names.here)
                .then(|| two_names(columns, names, &rows))
                .flatten();
        }
        let versions = rows.map(|rows| rows.get(key).copied());
        match concluded(columns, key).filter(|about| apart.contains_key(about)) {
            // The first of them stands for all.
            Some(about) if versions.is_one_sided() => {
                let sides = apart.get_mut(&about).and_then(Option::take)?;
                Some(conclusions(columns, &about, sides))
            }
            _ => line(columns, key, &versions, pages),
        }
    });
    Ok(lines.collect())
}

/// A row that both sides renamed: which name holds is asked, and what else of it both changed.
fn two_names(
    columns: &Frame<'_>,
    names: &Versions<String>,
    rows: &Versions<BTreeMap<&[String], &CellRow>>,
) -> Option<Slot> {
    let row = |rows: &BTreeMap<&[String], &CellRow>, name: &String| {
        let mut row = (*rows.get(std::slice::from_ref(name))?).clone();
        row[Schema::FIRST] = Some(names.base.clone());
        Some(row)
    };
    let base = row(&rows.base, &names.base)?;
    let (here, there) = (row(&rows.here, &names.here)?, row(&rows.there, &names.there)?);
    let cells: Vec<&str> = here
        .iter()
        .map(|cell| cell.as_deref().unwrap_or_default())
        .collect();
    let title = title(columns.table, &cells);
    let (base, here, there) = (&base, &here, &there);
    let (mut facets, mut sides) = match together(columns, &Versions { base, here, there }, false) {
        Ok(row) => (Vec::new(), [row.clone(), row]),
        Err(open) => open,
    };
    for (side, name) in sides.iter_mut().zip([&names.here, &names.there]) {
        side[Schema::FIRST] = Some(name.clone());
    }
    let name = Facet {
        name: columns.name(Schema::FIRST).to_owned(),
        codes: &[],
        values: names.map(|name| Some(name.clone())),
    };
    facets.insert(0, name);
    let key = columns.key(std::slice::from_ref(&names.base));
    let sides = sides.map(|row| vec![row]);
    Some(Slot::Dispute(key, title, Contention::Values(facets), sides))
}

/// The rows that each side added of one thing.
type Sides<'r> = [Vec<&'r CellRow>; 2];

/// What a row says something of, where only one such row can be: its key without what is itself decided, as the day on which
/// a complaint was closed.
fn concluded<'k>(columns: &Frame<'_>, key: &'k [String]) -> Option<Vec<&'k str>> {
    let is_decided = |at: usize| columns.decision(at).is_some();
    let rest = key.iter().enumerate().filter(|(at, _)| !is_decided(*at));
    let rest: Vec<&str> = rest.map(|(_, cell)| &**cell).collect();
    (rest.len() < key.len()).then_some(rest)
}

/// What both sides concluded, each in rows of its own.
fn apart<'r>(
    columns: &Frame<'_>,
    rows: &Versions<BTreeMap<&'r [String], &'r CellRow>>,
) -> BTreeMap<Vec<&'r str>, Option<Sides<'r>>> {
    let mut apart: BTreeMap<Vec<&str>, Sides<'_>> = BTreeMap::new();
    for (side, own) in [&rows.here, &rows.there].into_iter().enumerate() {
        for (&key, &row) in own {
            let is_new = rows.map(|rows| rows.get(key).copied()).is_one_sided();
            if let Some(about) = concluded(columns, key).filter(|_| is_new) {
                apart.entry(about).or_default()[side].push(row);
            }
        }
    }
    apart.retain(|_, [here, there]| !here.is_empty() && !there.is_empty());
    apart
        .into_iter()
        .map(|(about, sides)| (about, Some(sides)))
        .collect()
}

/// What both sides concluded of one thing, in dispute.
fn conclusions(columns: &Frame<'_>, about: &[&str], sides: Sides<'_>) -> Slot {
    let facets = match &sides {
        [here, there] if here.len() == 1 && there.len() == 1 => {
            let differs = |at: &usize| here[0][*at] != there[0][*at];
            let facet = |at: usize| Facet {
                name: columns.name(at).to_owned(),
                codes: columns.kind(at).codes(),
                values: Versions {
                    base: None,
                    here: here[0][at].as_deref().map(short),
                    there: there[0][at].as_deref().map(short),
                },
            };
            (0..columns.len()).filter(differs).map(facet).collect()
        }
        _ => Vec::new(),
    };
    let about: Vec<String> = about.iter().map(|cell| (*cell).to_owned()).collect();
    let sides = sides.map(|rows| rows.into_iter().cloned().collect());
    Slot::Dispute(
        columns.key(&about),
        String::new(),
        Contention::Apart(facets),
        sides,
    )
}

/// What becomes of the row with a key; `None` where it is taken out.
fn line(
    columns: &Frame<'_>,
    key: &[String],
    rows: &Versions<Option<&CellRow>>,
    pages: &Versions<Version>,
) -> Option<Slot> {
    let dispute = |matter, here: Vec<CellRow>, there: Vec<CellRow>| {
        let row = rows.here.or(rows.there).into_iter().flatten();
        let cells: Vec<&str> = row.map(|cell| cell.as_deref().unwrap_or_default()).collect();
        Some(Slot::Dispute(
            columns.key(key),
            title(columns.table, &cells),
            matter,
            [here, there],
        ))
    };
    let (side, other, is_here) = match (rows.here, rows.there) {
        (Some(here), Some(there)) if here == there => return Some(Slot::Row(here.clone())),
        (Some(here), Some(there)) => {
            let empty = vec![Some(String::new()); columns.len()];
            let base = rows.base.unwrap_or(&empty);
            let is_new = rows.base.is_none();
            return match together(columns, &Versions { base, here, there }, is_new) {
                Ok(row) => Some(Slot::Row(row)),
                Err((facets, [here, there])) => dispute(Contention::Values(facets), vec![here], vec![there]),
            };
        }
        (Some(here), None) => (here, &pages.there, true),
        (None, Some(there)) => (there, &pages.here, false),
        (None, None) => return None,
    };
    let changed: Vec<Facet> = match rows.base {
        Some(base) if base == side => return None,
        Some(base) => altered(columns, key, [base, side], [&pages.base, other], is_here),
        None => {
            let lost = lost(columns, side, &pages.base.has, &other.has);
            if lost.is_empty() {
                return Some(Slot::Row(side.clone()));
            }
            let without = side.iter().enumerate();
            let without = without.map(|(at, cell)| cell.clone().filter(|_| !lost.contains(&at)));
            let (side, without) = (vec![side.clone()], vec![without.collect()]);
            let facet = |at: &usize| facet(columns, *at, is_here, (None, side[0][*at].as_deref()));
            let lost = Contention::Values(lost.iter().map(facet).collect());
            return match is_here {
                true => dispute(lost, side, without),
                false => dispute(lost, without, side),
            };
        }
    };
    let side = vec![side.clone()];
    match is_here {
        true => dispute(Contention::RemovedThere(changed), side, Vec::new()),
        false => dispute(Contention::RemovedHere(changed), Vec::new(), side),
    }
}

/// What a side changed in a row that the other took out, or calls by another name.
fn altered(
    columns: &Frame<'_>,
    key: &[String],
    [base, side]: [&CellRow; 2],
    pages: [&Version; 2],
    is_here: bool,
) -> Vec<Facet> {
    let differs = |at: &usize| base[*at] != side[*at];
    let facet = |at: usize| facet(columns, at, is_here, (base[at].as_deref(), side[at].as_deref()));
    let changed = (0..columns.len()).filter(differs).map(facet);
    let renamed = renamed(columns, (key, base), pages).map(|to| match is_here {
        true => Facet::key([None, Some(to)]),
        false => Facet::key([Some(to), None]),
    });
    changed.chain(renamed).collect()
}

/// By what a row is named now that a side took out: where just one came with all its other cells, and a key that is another
/// in one part.
fn renamed(
    columns: &Frame<'_>,
    (key, row): (&[String], &CellRow),
    [base, side]: [&Version; 2],
) -> Option<String> {
    let keys = columns.table.keys();
    let is_new = |own: &[String]| base.rows.iter().all(|(known, _)| known != own);
    let is_near = |own: &[String]| own.iter().zip(key).filter(|(own, key)| own != key).count() == 1;
    let is_same = |own: &CellRow| own[keys..] == row[keys..];
    let rows = side.rows.iter();
    let mut found = rows.filter(|(own, cells)| is_near(own) && is_same(cells) && is_new(own));
    let (own, _) = found.next()?;
    found.next().is_none().then(|| columns.key(own))
}

/// Where a row that is new on one side has something in a column that the other took out.
fn lost(columns: &Frame<'_>, row: &CellRow, base: &[bool], other: &[bool]) -> Vec<usize> {
    let is_filled = |at: &usize| row[*at].as_deref().is_some_and(|cell| !cell.is_empty());
    let is_lost = |at: &usize| base[*at] && !other[*at];
    (0..columns.len()).filter(is_lost).filter(is_filled).collect()
}

/// A value that stands on one side only.
fn facet(columns: &Frame<'_>, at: usize, is_here: bool, (base, side): (Option<&str>, Option<&str>)) -> Facet {
    let (base, side) = (base.map(short), side.map(short));
    let (here, there) = if is_here { (side, None) } else { (None, side) };
    Facet {
        name: columns.name(at).to_owned(),
        codes: columns.kind(at).codes(),
        values: Versions { base, here, there },
    }
}

/// A row of both changes; where they contradict each other, the values in dispute and both ways to write the row. Of a row
/// that is new on both sides everything is in dispute that differs: two people wrote it down, and each left out what he
/// did not know or what is not so.
fn together(
    columns: &Frame<'_>,
    rows: &Versions<&CellRow>,
    is_new: bool,
) -> Result<CellRow, (Vec<Facet>, [CellRow; 2])> {
    let values = rows.map(|row| row.iter().map(Option::as_deref).collect::<Vec<_>>());
    let mut row: CellRow = Vec::new();
    let filled = |cell: Option<&'_ str>| cell.unwrap_or_default().to_owned();
    let differs = |at: &usize| filled(values.here[*at]) != filled(values.there[*at]);
    let mut open = match is_new {
        true => (0..columns.len()).filter(differs).collect(),
        false => contested(&values, |at| columns.decision(at)),
    };
    // A list of references is put together as a list.
    let is_list = |at: &usize| columns.kind(*at) == Domain::References;
    let is_whole = |at: &usize| values.each().iter().all(|row| row[*at].is_some());
    open.retain(|at| is_new || !is_list(at) || !is_whole(at));
    for at in 0..columns.len() {
        let cells = rows.map(|row| &row[at]);
        row.push(match cells.agreed() {
            Some(cell) => (*cell).clone(),
            None if columns.kind(at) == Domain::References => {
                let parts = cells.map(|cell| cell.iter().flat_map(|cell| cell.split_whitespace()).collect());
                Some(united(&parts).join(" "))
            }
            None => cells.here.clone(),
        });
    }
    if open.is_empty() {
        return Ok(row);
    }
    let facet = |at: &usize| {
        let values = rows.map(|row| row[*at].as_deref().map(short));
        let base = values.base.clone().filter(|_| !is_new);
        Facet {
            name: columns.name(*at).to_owned(),
            codes: columns.kind(*at).codes(),
            values: Versions { base, ..values },
        }
    };
    let facets = open.iter().map(facet).collect();
    let with = |side: &CellRow| {
        let mut row = row.clone();
        open.iter().for_each(|at| row[*at].clone_from(&side[*at]));
        row
    };
    Err((facets, [with(rows.here), with(rows.there)]))
}

/// The columns of which a version keeps the heading, or that something needs.
fn standing(columns: &Frame<'_>, pages: &Versions<Version>, lines: &[Slot]) -> Vec<usize> {
    let rows = |line: &Slot| match line {
        Slot::Row(row) => vec![row.clone()],
        Slot::Dispute(_, _, _, sides) => sides.concat(),
    };
    let all: Vec<CellRow> = lines.iter().flat_map(rows).collect();
    let stands = |at: &usize| {
        let is_filled = |row: &CellRow| row[*at].as_deref().is_some_and(|cell| !cell.is_empty());
        let is_kept = || pages.map(|page| page.has[*at]).agreed().copied();
        let is_required = columns
            .table
            .columns
            .get(*at)
            .is_some_and(|column| !column.optional);
        is_required || is_kept() == Some(true) || all.iter().any(is_filled)
    };
    (0..columns.len()).filter(stands).collect()
}

/// The whole text: the heading, and the rows as they are written.
fn whole(columns: &Frame<'_>, pages: &Versions<Version>, lines: Vec<Slot>) -> Composite {
    let standing = standing(columns, pages, &lines);
    let heading: Vec<&str> = standing.iter().map(|at| columns.name(*at)).collect();
    let text = |row: &CellRow| {
        let cells = standing.iter().map(|at| row[*at].as_deref().unwrap_or_default());
        written(&cells.collect::<Vec<&str>>()) + "\n"
    };
    let texts = |rows: Vec<CellRow>| {
        let mut lines: Vec<String> = rows.iter().map(text).collect();
        lines.sort();
        lines.concat()
    };
    let piece = |line: Slot| match line {
        Slot::Row(row) => Piece::Text(text(&row)),
        Slot::Dispute(key, title, matter, sides) => {
            let [here, there] = sides.map(texts);
            Piece::Dispute(Dispute {
                key,
                title,
                matter,
                here,
                there,
            })
        }
    };
    let mut pieces: Vec<Piece> = lines.into_iter().map(piece).collect();
    if columns.table.shape == Shape::Bag {
        // Rows of a bag are ordered by their bytes; a batch in dispute stands behind them.
        pieces.sort_by_key(|piece| match piece {
            Piece::Text(text) => (false, text.clone()),
            Piece::Dispute(dispute) => (true, dispute.key.clone()),
        });
    }
    pieces.insert(0, Piece::Text(written(&heading) + "\n"));
    Composite {
        pieces,
        alike: Vec::new(),
    }
}
