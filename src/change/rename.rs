//! Renaming a row or a document, together with everything that names it, in one change.

use super::paper::{self, Opened, Paper};
use super::{Draft, Request, answers, mention, row};
use crate::files::edit::Folio;
use crate::records::cell::{Cell, Id};
use crate::records::closing::closed;
use crate::records::questionnaire::Questionnaire;
use crate::records::reference::Namesake;
use crate::records::table::{Schema, Shape};
use crate::records::time::Month;
use crate::words::change::{Hint, Slip};

/// Gives the row with a key another one.
pub fn row(draft: &mut Draft<'_>, table: &Schema, key: &[String], new: &str) -> Option<()> {
    let (old, new) = (&key[Schema::FIRST], new.trim());
    draft.accept("NEW", table.columns[Schema::FIRST].check.run(new))?;
    let named = Namesake {
        of: &table.name,
        one: table.one,
        id: old,
    };
    let there = row::find(draft, table, &[new.to_owned()]);
    // Renamed already, by somebody who did not know who else names it.
    if there.is_some() && row::find(draft, table, key).is_none() && everywhere(draft, named, new)? > 0 {
        return Some(());
    }
    row::found(draft, table, key)?;
    if old == new {
        return Some(());
    }
    if let Some((file, _)) = there {
        let (table, key) = (file, new.to_owned());
        return draft.stop("NEW", Slip::RowExists { table, key });
    }
    everywhere(draft, named, new).map(|_| ())
}

/// Has everybody who still names a row or a document by its old name name it by its new one, where only that is there.
pub fn carry(draft: &mut Draft<'_>, named: Namesake<'_>, new: &str) -> Option<()> {
    let mut is_there = |id: &str| match crate::records::table(named.of) {
        Some(table) => row::find(draft, table, &[id.to_owned()]).is_some(),
        None => draft.bytes(&format!("{}/{id}.toml", named.of)).is_some(),
    };
    if is_there(named.id) || !is_there(new) {
        return Some(());
    }
    let told = draft.notes.len();
    if everywhere(draft, named, new)? == 0 {
        // Nobody named it so: nothing happened.
        draft.notes.truncate(told);
    }
    Some(())
}

/// Gives a document another id.
pub fn document<T: Paper>(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened: Opened<T> = paper::named(draft, request)?;
    let new = request.text("new").trim();
    draft.accept("NEW", T::check(new))?;
    if opened.id == new {
        return Some(());
    }
    paper::is_free::<T>(draft, new).then_some(())?;
    let text = draft.bytes(&opened.file);
    everywhere(draft, opened.namesake(), new)?;
    draft.put(&opened.file, None);
    draft.put(&paper::file::<T>(new), text);
    Some(())
}

/// Gives a questionnaire another code, and its answers their new folder.
pub fn questionnaire(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let (old, new) = (
        request.text("code").trim().to_owned(),
        request.text("new").trim().to_owned(),
    );
    draft.accept("NEW", <Id as Cell>::parse(&new))?;
    let table = answers::survey(draft, &old)?.table;
    let answered = row::files(draft, &table);
    document::<Questionnaire>(draft, request)?;
    for file in answered.iter().filter(|_| old != new) {
        let text = draft.bytes(file);
        draft.put(file, None);
        draft.put(&file.replacen(&old, &new, 1), text);
    }
    Some(())
}

/// Writes the new name into every table and document that holds the old one; how many references there were.
fn everywhere(draft: &mut Draft<'_>, named: Namesake<'_>, new: &str) -> Option<usize> {
    let mut count = 0;
    mention::each_table(draft, named, &mut |draft, table, file| {
        count += in_table(draft, named, new, (table, file));
    });
    mention::each_document(draft, named, &mut |draft, kind, file| {
        let text = draft.text(file).unwrap_or_default();
        let number = draft.directory.number(file);
        match kind.renamed((&text, number), (named, new), &mut draft.findings) {
            Some((_, 0)) => {}
            Some((text, places)) => {
                count += places;
                draft.put(file, Some(text.into_bytes()));
            }
            None => {
                let file = file.to_owned();
                draft.refuse("", Slip::ByHand { file });
            }
        }
    });
    let closed_months = closed_with(draft, named.id);
    let (old, new) = (named.id.to_owned(), new.to_owned());
    draft.note(Hint::Renamed {
        old: old.clone(),
        new: new.clone(),
        count,
    });
    if let Some(first) = closed_months.first().cloned() {
        let months = closed_months.join(", ");
        draft.note(Hint::RenamedClosed {
            months,
            first,
            old,
            new,
        });
    }
    draft.is_good().then_some(count)
}

/// The months whose closed figures stand under a name: a seal is on them, so that they keep it.
fn closed_with(draft: &mut Draft<'_>, id: &str) -> Vec<String> {
    let mut files = row::files(draft, &closed);
    files.retain(|file| {
        draft
            .text(file)
            .is_some_and(|text| text.contains(&format!("/{id}/")))
    });
    let stem = |file: &String| Some(file.rsplit('/').next()?.strip_suffix(".csv")?.to_owned());
    files.iter().filter_map(stem).collect()
}

/// Writes the new name into the rows of a file; a row whose key then belongs to another file goes there, and one that is
/// there already goes. How many references there were.
fn in_table(draft: &mut Draft<'_>, named: Namesake<'_>, new: &str, (table, file): (&Schema, &str)) -> usize {
    let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".csv"));
    let month = stem.and_then(Month::parse);
    let (mut count, mut moved) = (0, Vec::new());
    // Where two changes came together that named it twice, the same row may be there under either name.
    let may_be_there = table.shape == Shape::Keyed && draft.holds(file, new);
    draft.edit(table, file, |sheet| {
        let was_sorted = sheet.is_sorted();
        for number in (0..sheet.len()).rev() {
            let mut cells = sheet.cells(number);
            let changes = named.changes(table, &cells, new);
            let is_own = table.name == named.of && cells[Schema::FIRST] == named.id && table.keys() == 1;
            count += changes.len() - usize::from(is_own);
            for (column, text) in &changes {
                cells[*column].clone_from(text);
            }
            let is_same = |other: usize| {
                other != number && sheet.cells(other) == cells && sheet.own(other) == sheet.own(number)
            };
            if may_be_there && !changes.is_empty() && (0..sheet.len()).any(is_same) {
                sheet.remove(number);
                continue;
            }
            match row::file(table, &cells, month).filter(|other| other != file && !changes.is_empty()) {
                Some(other) => {
                    moved.push((other, cells, sheet.own(number)));
                    sheet.remove(number);
                }
                None => changes
                    .iter()
                    .for_each(|(column, text)| sheet.set(number, *column, text)),
            }
        }
        if was_sorted && !sheet.is_sorted() {
            sheet.sort();
        }
    });
    for (other, cells, own) in moved {
        draft.edit(table, &other, |sheet| put(sheet, &cells, &own));
    }
    count
}

/// Adds a row with the user's own cells.
fn put(sheet: &mut Folio<'_>, cells: &[String], own: &[(String, String)]) {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    if let Ok(number) = sheet.insert(&cells) {
        for (name, value) in own {
            sheet.set_own(number, name, value);
        }
    }
}
