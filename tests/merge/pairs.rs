//! Pairs of changes made at random to every table, against both made at one desk, one after the other in either order:
//! where the order makes no difference the merge is that, and where it does, it is asked.

use super::{asked, turned};
use bina::files::edit::{Folio, canonical};
use bina::merge::{Genre, Versions, merge};
use bina::records::TABLES;
use bina::records::cell::Domain;
use bina::records::table::{Attribute, Check, Schema, Shape};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many pairs a table.
const PAIRS: usize = 450;

/// Numbers at random, the same at every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `ends`.
    pub(crate) fn below(&mut self, ends: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % ends as u64) as usize
    }

    fn one_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// Something that somebody does to the rows of a table.
#[derive(Clone, Debug, PartialEq)]
enum Edit {
    Add(Vec<String>),
    Set(Vec<String>, usize, String),
    Remove(Vec<String>),
}

/// A value that a column takes; the key has few, so that two people often mean the same row.
fn value(column: &Attribute, dice: &mut Dice) -> String {
    let few = if column.key { 3 } else { 5 };
    let number = dice.below(few);
    if let Check::OneOf(words) = &column.check {
        return dice.one_of(words).clone();
    }
    match column.kind {
        Domain::Code(codes) => dice.one_of(codes).name.to_owned(),
        Domain::YesNo => ["yes", "no"][number % 2].to_owned(),
        Domain::Text if column.key => format!("Jabatan {number}"),
        Domain::Text => ["Arsip", "Arsip, \"baru\"", "dua\nbaris", "===== garis", "Loket"][number].to_owned(),
        Domain::Id => format!("id{number}"),
        Domain::TrainingId => format!("2026-10/p{number}"),
        Domain::Reference => format!("training:2026-10/p{number}"),
        Domain::References => format!("training:2026-10/p{number}"),
        Domain::Day | Domain::MonthOrDay => format!("2026-10-0{}", number + 1),
        Domain::PastDays => format!("2026-10-0{}@2026-10-20", number + 1),
        Domain::Stages => format!("result@2026-10-0{}", number + 1),
        Domain::Month => format!("2026-0{}", number + 1),
        Domain::Period => format!("2026-Q{}", number % 4 + 1),
        Domain::Dec | Domain::Int => (number + 1).to_string(),
        Domain::Nip => format!("19860926201505100{}", number + 1),
        Domain::Sha256 => format!("{number}").repeat(64),
        Domain::Path => format!("evidence/{number}.pdf"),
    }
}

fn row(table: &Schema, dice: &mut Dice) -> Vec<String> {
    let columns = table.columns.iter();
    let cells = columns.map(|column| match column.optional && dice.below(2) == 0 {
        true => String::new(),
        false => value(column, dice),
    });
    cells.collect()
}

/// The rows of an office by key.
type Rows = BTreeMap<Vec<String>, Vec<String>>;

/// Does something; `None` where it cannot be done any more, because somebody did something else.
fn apply(rows: &mut Rows, table: &Schema, edit: &Edit) -> Option<()> {
    match edit {
        Edit::Add(cells) => {
            let key = cells[..table.keys()].to_vec();
            let there = rows.entry(key).or_insert_with(|| cells.clone());
            (there == cells).then_some(())
        }
        Edit::Set(key, column, value) => {
            let cells = rows.get_mut(key)?;
            cells[*column].clone_from(value);
            Some(())
        }
        Edit::Remove(key) => {
            rows.remove(key);
            Some(())
        }
    }
}

/// What one person does: each row is touched in one way, and each cell once and to another value.
fn edits(rows: &Rows, table: &Schema, dice: &mut Dice) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut touched = Vec::new();
    for _ in 0..1 + dice.below(3) {
        let known: Vec<&Vec<String>> = rows.keys().collect();
        let kind = if known.is_empty() { 0 } else { dice.below(5) };
        if kind == 0 {
            let cells = row(table, dice);
            let key = cells[..table.keys()].to_vec();
            if !rows.contains_key(&key) && !touched.contains(&key) {
                touched.push(key);
                edits.push(Edit::Add(cells));
            }
            continue;
        }
        let key = (*dice.one_of(&known)).clone();
        if touched.contains(&key) {
            continue;
        }
        touched.push(key.clone());
        if kind == 1 {
            edits.push(Edit::Remove(key));
            continue;
        }
        let mut columns = Vec::new();
        for _ in 0..1 + dice.below(2) {
            let column = table.keys() + dice.below((table.columns.len() - table.keys()).max(1));
            if column >= table.columns.len() || columns.contains(&column) {
                continue;
            }
            columns.push(column);
            let new = value(&table.columns[column], dice);
            if rows[&key][column] != new {
                edits.push(Edit::Set(key.clone(), column, new));
            }
        }
    }
    edits
}

/// The text of rows, as the commands write them.
fn text(table: &Schema, rows: &Rows) -> String {
    let mut folio = Folio::parse(table, None).unwrap();
    for cells in rows.values() {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        folio.insert(&cells).unwrap();
    }
    canonical(table, &folio.to_text()).unwrap()
}

/// Everything done to the rows at one desk.
fn desk(base: &Rows, table: &Schema, edits: [&[Edit]; 2]) -> Option<Rows> {
    let mut rows = base.clone();
    edits
        .concat()
        .iter()
        .try_for_each(|edit| apply(&mut rows, table, edit))?;
    Some(rows)
}

/// Whether two people each decided a part of one thing.
fn is_split(table: &Schema, here: &[Edit], there: &[Edit]) -> bool {
    let decides = |edits: &[Edit]| -> Vec<(Vec<String>, &'static str, BTreeMap<usize, String>)> {
        let mut all: BTreeMap<(Vec<String>, &'static str), BTreeMap<usize, String>> = BTreeMap::new();
        for edit in edits {
            if let Edit::Set(key, column, value) = edit
                && let Some(decision) = table.columns[*column].decision
            {
                all.entry((key.clone(), decision))
                    .or_default()
                    .insert(*column, value.clone());
            }
        }
        all.into_iter()
            .map(|((key, decision), values)| (key, decision, values))
            .collect()
    };
    // Rows that each of them added of one thing, under another day.
    let about = |cells: &[String]| -> Vec<String> {
        let is_decided = |at: &usize| table.columns[*at].decision.is_some();
        let rest = (0..table.keys()).filter(|at| !is_decided(at));
        rest.map(|at| cells[at].clone()).collect()
    };
    let added = |edits: &[Edit], others: &[Edit]| -> Vec<Vec<String>> {
        let has = |key: &[String]| {
            others
                .iter()
                .any(|edit| matches!(edit, Edit::Add(cells) if cells[..table.keys()] == *key))
        };
        let adds = edits.iter().filter_map(|edit| match edit {
            Edit::Add(cells) if !has(&cells[..table.keys()]) => Some(about(cells)),
            _ => None,
        });
        adds.collect()
    };
    let has_days = (0..table.keys()).any(|at| table.columns[at].decision.is_some());
    let (ours, theirs) = (added(here, there), added(there, here));
    if has_days && ours.iter().any(|one| theirs.contains(one)) {
        return true;
    }
    let others = decides(there);
    let is_other = |(key, decision, values): &(Vec<String>, &'static str, BTreeMap<usize, String>)| {
        others
            .iter()
            .any(|(other, same, set)| other == key && same == decision && set != values)
    };
    decides(here).iter().any(is_other)
}

/// Lists of references are put together as lists, and not as one value: the desk knows no such command.
fn is_list(table: &Schema, edits: &[Edit]) -> bool {
    let is_list = |edit: &Edit| matches!(edit, Edit::Set(_, column, _) if table.columns[*column].kind == Domain::References);
    edits.iter().any(is_list)
}

#[test]
fn changes_at_two_desks_are_those_at_one() {
    let mut dice = Dice(0x5eed_2026_1130);
    let (mut put_together, mut in_dispute, mut pairs) = (0, 0, 0);
    for table in TABLES.iter().filter(|table| table.shape == Shape::Keyed) {
        for _ in 0..PAIRS {
            let mut base = Rows::new();
            for _ in 0..dice.below(7) {
                let cells = row(table, &mut dice);
                base.insert(cells[..table.keys()].to_vec(), cells);
            }
            let (here, there) = (edits(&base, table, &mut dice), edits(&base, table, &mut dice));
            if is_list(table, &here) && is_list(table, &there) {
                continue;
            }
            let one = desk(&base, table, [&here, &there]);
            let other = desk(&base, table, [&there, &here]);
            let is_one = one.is_some() && one == other && !is_split(table, &here, &there);
            let side = |edits: &[Edit]| text(table, &desk(&base, table, [edits, &[]]).unwrap());
            let (texts, subject) = (
                [text(table, &base), side(&here), side(&there)],
                Genre::Table(Cow::Borrowed(table)),
            );
            let versions = Versions {
                base: &*texts[0],
                here: &*texts[1],
                there: &*texts[2],
            };
            let merged = merge(&subject, &versions).unwrap();
            let context = || {
                format!(
                    "{}: {here:#?}\n{there:#?}\n{}",
                    table.name,
                    merged.to_text(Default::default())
                )
            };
            let expected = one.filter(|_| is_one).map(|rows| text(table, &rows));
            assert_eq!(merged.text(), expected, "{}", context());
            turned(&subject, &versions, &merged);
            pairs += 1;
            match is_one {
                true => put_together += 1,
                false => in_dispute += 1,
            }
        }
    }
    // Both happen often enough to mean something.
    assert!(
        pairs > 9_500 && in_dispute > pairs / 20 && put_together > pairs / 2,
        "{put_together} {in_dispute}"
    );
}

#[test]
fn batches_at_two_desks_are_those_at_one() {
    let table = asked("skm").unwrap().table("skm");
    let mut dice = Dice(0xba7c4);
    let sorted = |rows: &Vec<String>| {
        let mut rows = rows.clone();
        rows.sort();
        rows
    };
    for _ in 0..1_000 {
        // Each person adds, changes or withdraws whole batches.
        let batch = |dice: &mut Dice| {
            (0..1 + dice.below(3))
                .map(|_| (1 + dice.below(4)).to_string())
                .collect::<Vec<_>>()
        };
        let base: BTreeMap<usize, Vec<String>> =
            (0..dice.below(4)).map(|name| (name, batch(&mut dice))).collect();
        let mut changed: Vec<BTreeMap<usize, Option<Vec<String>>>> = Vec::new();
        for _ in 0..2 {
            let mut edits = BTreeMap::new();
            for _ in 0..1 + dice.below(2) {
                let new = (dice.below(4) > 0).then(|| batch(&mut dice));
                edits.insert(dice.below(5), new);
            }
            // A batch that is as it was before is not changed.
            edits.retain(|name, new| new.as_ref().map(sorted) != base.get(name).map(sorted));
            changed.push(edits);
        }
        let with = |sides: &[usize]| {
            let mut all = base.clone();
            for side in sides {
                for (name, rows) in &changed[*side] {
                    match rows {
                        Some(rows) => all.insert(*name, rows.clone()),
                        None => all.remove(name),
                    };
                }
            }
            let rows = all.iter().flat_map(|(name, rows)| {
                rows.iter()
                    .map(move |answer| format!("2026-10,b{name},,,,{answer},\n"))
            });
            canonical(
                &table,
                &format!("{}\n{}", table.header(), rows.collect::<String>()),
            )
            .unwrap()
        };
        let texts = [with(&[]), with(&[0]), with(&[1])];
        let one = with(&[0, 1]);
        let net = |side: usize, name: &usize| Some(changed[side].get(name)?.as_ref().map(sorted));
        let clash =
            |name: &usize| matches!((net(0, name), net(1, name)), (Some(here), Some(there)) if here != there);
        let is_one = !(0..5).any(|name| clash(&name));
        let subject = Genre::Table(Cow::Borrowed(&table));
        let versions = Versions {
            base: &*texts[0],
            here: &*texts[1],
            there: &*texts[2],
        };
        let merged = merge(&subject, &versions).unwrap();
        match is_one {
            true => assert_eq!(merged.text(), Some(one), "{changed:?}"),
            false => assert_eq!(merged.text(), None, "{changed:?}"),
        }
        turned(&subject, &versions, &merged);
    }
}
