//! One row from what was typed: people found, values checked, references looked up, and the file that it belongs to.

use super::{Draft, Reason, Record, mint};
use crate::load;
use crate::records::cell::{Cell, Kind, TrainingId, plain_nip};
use crate::records::table::{Column, Cut, Table};
use crate::records::time::{Day, Month};
use crate::records::{self, organisation};
use crate::words::change::Slip;

/// What was typed for one column.
#[derive(Clone, Debug)]
pub struct Given {
    /// The declared column.
    pub column: usize,
    /// The argument that it was typed behind, for refusals.
    pub argument: String,
    /// The text.
    pub text: String,
}

/// Puts the values into the cells; each is made plain, checked by its column, and what it refers to must exist.
pub fn fill(draft: &mut Draft<'_>, table: &Table, given: &[Given], cells: &mut [String]) {
    for value in given {
        let column = &table.columns[value.column];
        match plain(draft, table, column, &value.text) {
            Ok(text) => cells[value.column] = text,
            Err(reason) => draft.refuse(&value.argument, reason),
        }
    }
}

/// The cell that a typed value means.
pub(super) fn plain(
    draft: &mut Draft<'_>,
    table: &Table,
    column: &Column,
    typed: &str,
) -> Result<String, Reason> {
    let typed = typed.trim();
    let is_new_person = table.name == organisation::staff.name && column.key;
    let text = match column.kind {
        Kind::Nip => plain_nip(typed),
        _ if column.refers == Some("staff") && !typed.is_empty() && !is_new_person => {
            let people = draft.people();
            people.find(typed)?.id.clone()
        }
        _ => typed.to_owned(),
    };
    column.check.run(&text)?;
    if !text.is_empty() {
        refer(draft, column, &text)?;
    }
    Ok(text)
}

/// Looks up what a cell refers to.
fn refer(draft: &mut Draft<'_>, column: &Column, text: &str) -> Result<(), Reason> {
    let target = column.refers.and_then(records::table);
    if let Some(target) = target
        && !draft.ids(target).contains(text)
    {
        return Err(Reason::from(Slip::ReferenceNone {
            id: text.to_owned(),
            table: target.file(""),
            one: target.one.to_owned(),
        }));
    }
    if column.kind == Kind::TrainingId {
        return training_exists(draft, text);
    }
    Ok(())
}

/// Refuses a programme that has no document, with the nearest one that has.
pub fn training_exists(draft: &mut Draft<'_>, id: &str) -> Result<(), Reason> {
    let parsed = <TrainingId as Cell>::parse(id)?;
    let (Some(month), Some(file)) = (parsed.month(), load::training_file(parsed)) else {
        return Ok(());
    };
    if draft.exists(&file) {
        return Ok(());
    }
    let folder = format!("trainings/{month}");
    let slugs = load::names(draft.directory, &folder, ".toml", &mut draft.findings);
    let nearest = records::table::nearest(parsed.slug(), slugs.iter().map(String::as_str));
    Err(Reason::from(Slip::TrainingNone {
        id: id.to_owned(),
        nearest: if nearest.is_empty() {
            "…".to_owned()
        } else {
            format!("{month}/{nearest}")
        },
    }))
}

/// The file that a row belongs to, by its key and dates; `month` decides where they leave it open. `None` when it
/// cannot be told.
pub fn file(table: &Table, cells: &[String], month: Option<Month>) -> Option<String> {
    let partition = match table.cut {
        Cut::Whole => String::new(),
        Cut::Period => cells.get(table.column("period")?)?.clone(),
        Cut::Month => month_of_key(table, cells)
            .or(month)
            .or_else(|| mint::month_of(table, cells))?
            .to_string(),
    };
    Some(table.file(&partition))
}

/// The month that the key of a row names: its date, the month of its programme, or the beginning of its id.
fn month_of_key(table: &Table, cells: &[String]) -> Option<Month> {
    let keys = table.columns.iter().take(table.keys()).zip(cells);
    let by_kind = |kind: Kind| {
        keys.clone()
            .find(|(column, _)| column.kind == kind)
            .map(|(_, cell)| cell)
    };
    if let Some(day) = by_kind(Kind::Day) {
        return <Day as Cell>::parse(day).ok().map(Day::month);
    }
    if let Some(id) = by_kind(Kind::TrainingId) {
        return <TrainingId as Cell>::parse(id).ok()?.month();
    }
    by_kind(Kind::Id)?.get(..7).and_then(Month::parse)
}

/// Finds the row with a key: in the file that the key names, else in every file of the table.
pub fn find(draft: &mut Draft<'_>, table: &Table, key: &[String]) -> Option<(String, Record)> {
    let files = match file(table, key, None) {
        Some(file) => vec![file],
        None => files(draft, table),
    };
    files.into_iter().find_map(|file| {
        let mut rows = draft.rows(table, &file).into_iter();
        rows.find(|row| row.key(table) == key).map(|row| (file, row))
    })
}

/// Every file of a table that exists, sorted.
pub fn files(draft: &mut Draft<'_>, table: &Table) -> Vec<String> {
    match table.cut {
        Cut::Whole => vec![table.file("")],
        _ => load::names(draft.directory, &table.path, ".csv", &mut draft.findings)
            .iter()
            .map(|partition| table.file(partition))
            .collect(),
    }
}

/// The key as a reader sees it.
pub fn key_text(key: &[String]) -> String {
    key.join(" ")
}

/// The key that was typed, made plain: a person by name becomes an id. References need not exist, so that a row
/// that names something gone can still be reached.
pub fn key(draft: &mut Draft<'_>, table: &Table, given: &[Given]) -> Vec<String> {
    let mut key = vec![String::new(); table.keys()];
    for value in given {
        let column = &table.columns[value.column];
        let is_person = column.refers == Some("staff") || table.name == organisation::staff.name;
        let text = value.text.trim();
        let people = draft.people();
        match is_person.then(|| people.find(text)) {
            Some(Ok(person)) => key[value.column].clone_from(&person.id),
            Some(Err(_)) if reads_as_id(text) && column.refers.is_some() => {
                key[value.column] = text.to_owned()
            }
            Some(Err(reason)) => draft.refuse(&value.argument, reason),
            None => match column.check.run(text) {
                Ok(()) => key[value.column] = text.to_owned(),
                Err(problem) => draft.refuse(&value.argument, problem),
            },
        }
    }
    key
}

/// Whether a text is a minted id of a person: `p` and seven characters, one of them a digit at least.
fn reads_as_id(text: &str) -> bool {
    let is_tail = |b: u8| b.is_ascii_digit() || b.is_ascii_lowercase();
    text.len() == 8
        && text.starts_with('p')
        && text.bytes().all(is_tail)
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// Adds a row made of what was typed: refuses an empty column that must be filled, and a key that exists.
/// Returns the key.
pub fn add(
    draft: &mut Draft<'_>,
    table: &Table,
    given: &[Given],
    when: (Day, Option<Month>),
    random: &mut dyn FnMut(usize) -> String,
) -> Vec<String> {
    let (today, month) = when;
    let mut cells = vec![String::new(); table.columns.len()];
    fill(draft, table, given, &mut cells);
    let is_typed = |index: usize| {
        given
            .iter()
            .any(|value| value.column == index && !value.text.trim().is_empty())
    };
    let mints = mint::is_minted(table) && !is_typed(0);
    refuse_missing(draft, table, |index| is_typed(index) || (index == 0 && mints));
    if !draft.is_good() {
        return Vec::new();
    }
    let (stem, length) = mint::stem(table, &cells, today);
    if mints {
        cells[0].clone_from(&stem);
    }
    let Some(file) = file(table, &cells, month) else {
        draft.refuse(
            "",
            Slip::FileOfRow {
                text: key_text(&cells[..table.keys()]),
            },
        );
        return Vec::new();
    };
    if mints {
        cells[0] = mint::id(draft, table, &file, (stem, length), random);
    }
    refuse_taken(draft, table, &file, &cells);
    let key = cells[..table.keys()].to_vec();
    if draft.is_good() {
        draft.insert(table, &file, cells);
    }
    key
}

/// Refuses the columns that must be filled and are not, all in one sentence.
fn refuse_missing(draft: &mut Draft<'_>, table: &Table, is_given: impl Fn(usize) -> bool) {
    let missing = table
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| !column.optional && !is_given(*index))
        .map(|(_, column)| argument(column));
    let names: Vec<String> = missing.collect();
    if !names.is_empty() {
        draft.refuse(
            "",
            Slip::ValueMissing {
                names: names.join(", "),
            },
        );
    }
}

/// Refuses a key that another row has, and a NIP that somebody else has.
fn refuse_taken(draft: &mut Draft<'_>, table: &Table, file: &str, cells: &[String]) {
    let key = &cells[..table.keys()];
    if draft.rows(table, file).iter().any(|row| row.key(table) == key) {
        let key = key_text(key);
        draft.refuse(
            "",
            Slip::RowExists {
                table: file.to_owned(),
                key,
            },
        );
    }
    refuse_nip(draft, table, cells);
}

/// Refuses a NIP that somebody else has.
fn refuse_nip(draft: &mut Draft<'_>, table: &Table, cells: &[String]) {
    let Some(column) = table.columns.iter().position(|column| column.kind == Kind::Nip) else {
        return;
    };
    let people = draft.people();
    if let Some(other) = people.by_nip(&cells[column])
        && other.id != cells[0]
    {
        let (nip, person) = (cells[column].clone(), other.shown());
        draft.refuse(argument(&table.columns[column]), Slip::NipTaken { nip, person });
    }
}

/// Changes cells of the row with a key.
pub fn set(draft: &mut Draft<'_>, table: &Table, key: &[String], given: &[Given]) {
    let Some((file, row)) = found(draft, table, key) else {
        return;
    };
    let mut cells = row.cells.clone();
    fill(draft, table, given, &mut cells);
    refuse_nip(draft, table, &cells);
    if draft.is_good() {
        let changed: Vec<(usize, String)> = cells
            .into_iter()
            .enumerate()
            .filter(|(index, cell)| row.cells[*index] != *cell)
            .collect();
        draft.amend(table, &file, key, &changed);
    }
}

/// Removes the row with a key.
pub fn remove(draft: &mut Draft<'_>, table: &Table, key: &[String]) {
    if let Some((file, _)) = found(draft, table, key) {
        refuse_referred(draft, table, key);
        if draft.is_good() {
            draft.remove(table, &file, key);
        }
    }
}

/// The row with a key; when there is none that is refused.
pub fn found(draft: &mut Draft<'_>, table: &Table, key: &[String]) -> Option<(String, Record)> {
    let found = find(draft, table, key);
    if found.is_none() && draft.is_good() {
        let (table, key) = (table.name.to_string(), key_text(key));
        draft.refuse("", Slip::RowMissing { table, key });
    }
    found
}

/// Refuses to remove a row that others name.
fn refuse_referred(draft: &mut Draft<'_>, table: &Table, key: &[String]) {
    for other in records::TABLES {
        let columns: Vec<usize> = (0..other.columns.len())
            .filter(|&index| other.columns[index].refers == Some(&*table.name))
            .collect();
        if columns.is_empty() || key.len() != 1 {
            continue;
        }
        let mut count = 0;
        for file in files(draft, other) {
            let rows = draft.rows(other, &file);
            count += rows
                .iter()
                .filter(|row| !(other.name == table.name && row.key(table) == key))
                .filter(|row| columns.iter().any(|&index| row.cells[index] == key[0]))
                .count();
        }
        if count > 0 {
            let (key, table) = (key_text(key), other.name.to_string());
            draft.refuse("", Slip::RowReferred { key, count, table });
        }
    }
}

/// How the argument of a column is typed: `--title-before`, or `STAFF` for a key.
pub fn argument(column: &Column) -> String {
    match column.key {
        true => column.name.to_uppercase(),
        false => format!("--{}", column.name.replace('_', "-")),
    }
}
