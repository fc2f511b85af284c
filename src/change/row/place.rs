//! Where a row lies: the file that its key names, and every file of a table.

use crate::change::{Draft, Record, mint};
use crate::load;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::lies_with_parent;
use crate::records::table::{Cut, Schema};
use crate::records::time::{Day, Month};

/// The file that a row belongs to, by its key and dates; `month` decides where they leave it open. `None` when it
/// cannot be told.
pub fn file(table: &Schema, cells: &[String], month: Option<Month>) -> Option<String> {
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
fn month_of_key(table: &Schema, cells: &[String]) -> Option<Month> {
    let keys = table.columns.iter().take(table.keys()).zip(cells);
    let by_kind = |kind: Domain| {
        keys.clone()
            .find(|(column, _)| column.kind == kind)
            .map(|(_, cell)| cell)
    };
    if let Some(day) = by_kind(Domain::Day).filter(|_| !lies_with_parent(table)) {
        return <Day as Cell>::parse(day).ok().map(Day::month);
    }
    if let Some(id) = by_kind(Domain::TrainingId) {
        return <TrainingId as Cell>::parse(id).ok()?.month();
    }
    by_kind(Domain::Id)?.get(..7).and_then(Month::parse)
}

/// Finds the row with a key: in the file that the key names, else in every file of the table.
pub fn find(draft: &mut Draft<'_>, table: &Schema, key: &[String]) -> Option<(String, Record)> {
    let files = match file(table, key, None) {
        Some(file) => vec![file],
        None => {
            let mut files = files(draft, table);
            files.retain(|file| key.first().is_none_or(|first| draft.holds(file, first)));
            files
        }
    };
    files.into_iter().find_map(|file| {
        let mut rows = draft.rows(table, &file).into_iter();
        rows.find(|row| row.key(table) == key).map(|row| (file, row))
    })
}

/// Every file of a table that exists or would, sorted.
pub fn files(draft: &mut Draft<'_>, table: &Schema) -> Vec<String> {
    let mut files = load::files(draft.directory, table, &mut draft.findings);
    if table.cut != Cut::Whole {
        let folder = format!("{}/", table.path);
        let new = draft
            .changed()
            .filter(|(name, before, _)| before.is_none() && name.starts_with(&folder));
        files.extend(new.map(|(name, ..)| name.to_owned()));
        files.sort();
    }
    files
}
