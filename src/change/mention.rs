//! Everybody who names a row or a document: in tables, answers, documents and settings.

use super::Draft;
use crate::diagnostic::Origin;
use crate::load;
use crate::records::TABLES;
use crate::records::reference::Namesake;
use crate::records::table::Schema;
use crate::schema::{DOCUMENTS, DocumentKind};
use crate::words::change::Slip;

/// How many places a refusal names.
const LISTED: usize = 6;

/// Refuses what others still name, and says where.
pub(super) fn refuse_referred(draft: &mut Draft<'_>, named: Namesake<'_>) {
    let mentions = mentions(draft, named);
    if mentions.is_empty() {
        return;
    }
    // One place of each file and column, with how many more there are.
    let mut groups: Vec<(Origin, String, usize)> = Vec::new();
    for (origin, column) in mentions {
        let known = groups
            .iter_mut()
            .find(|(first, known, _)| first.file() == origin.file() && *known == column);
        match known {
            Some((_, _, more)) => *more += 1,
            None => groups.push((origin, column, 0)),
        }
    }
    let origins: Vec<Origin> = groups.iter().take(LISTED).map(|(origin, ..)| *origin).collect();
    let places = draft.directory.places(&origins);
    let places = places.iter().zip(&groups);
    let mut places: Vec<String> = places
        .map(|(place, (_, column, more))| match more {
            0 => format!("{}:{} `{column}`", place.path, place.line),
            more => format!("{}:{} `{column}` (+{more})", place.path, place.line),
        })
        .collect();
    if groups.len() > LISTED {
        places.push(format!("… (+{})", groups.len() - LISTED));
    }
    let (key, places) = (named.id.to_owned(), places.join(", "));
    draft.refuse("", Slip::RowReferred { key, places });
}

/// Every place that names it, with the column or field: first the tables in their order, then the documents.
fn mentions(draft: &mut Draft<'_>, named: Namesake<'_>) -> Vec<(Origin, String)> {
    let mut found = Vec::new();
    each_table(draft, named, &mut |draft, table, file| {
        for row in draft.rows(table, file) {
            let own = table.name == named.of && row.key(table).join("/") == named.id;
            let cells = table.columns.iter().zip(&row.cells).filter(|_| !own);
            let names = cells.filter(|(column, cell)| named.renamed(column, cell, "").is_some());
            let origin = row.origin.unwrap_or(Origin::NOWHERE);
            found.extend(names.map(|(column, _)| (origin, column.name.to_string())));
        }
    });
    each_document(draft, named, &mut |draft, kind, file| {
        let text = draft.text(file).unwrap_or_default();
        let number = draft.directory.number(file);
        (kind.references)((&text, number), &mut draft.findings, &mut |naming| {
            if named.is_named_by(&naming) {
                found.push((naming.origin, naming.field.name.to_owned()));
            }
        });
    });
    found
}

/// Shows every file of a table in whose text the id stands.
pub(super) fn each_table(
    draft: &mut Draft<'_>,
    named: Namesake<'_>,
    show: &mut dyn FnMut(&mut Draft<'_>, &Schema, &str),
) {
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let answers = surveys.iter().map(|survey| &survey.table);
    for table in TABLES.iter().copied().chain(answers) {
        for file in load::files(draft.directory, table, &mut draft.findings) {
            if draft.holds(&file, named.id) {
                show(draft, table, &file);
            }
        }
    }
}

/// Shows every document, and the settings, in whose text the id stands.
pub(super) fn each_document(
    draft: &mut Draft<'_>,
    named: Namesake<'_>,
    show: &mut dyn FnMut(&mut Draft<'_>, &DocumentKind, &str),
) {
    for kind in DOCUMENTS {
        for file in files(draft, kind) {
            if draft.holds(&file, named.id) {
                show(draft, kind, &file);
            }
        }
    }
}

/// The files of a kind of document.
fn files(draft: &mut Draft<'_>, kind: &DocumentKind) -> Vec<String> {
    let (directory, findings) = (draft.directory, &mut draft.findings);
    let folders = match kind.path.split('/').collect::<Vec<_>>()[..] {
        [folder, _] => vec![folder.to_owned()],
        [folder, _, _] => {
            let months = load::months(directory, folder, None, findings);
            months.iter().map(|month| format!("{folder}/{month}")).collect()
        }
        _ => return vec![kind.path.to_owned()],
    };
    let mut files = Vec::new();
    for folder in folders {
        let names = load::names(directory, &folder, ".toml", findings);
        files.extend(names.iter().map(|name| format!("{folder}/{name}.toml")));
    }
    files
}
