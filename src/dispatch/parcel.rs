//! The whole record directory as sheets: one for every table, one for the documents, and one that says which file each
//! row is of. `intake::whole` makes the same files of them again.

use super::crowd::Crowd;
use super::leaf::{Leaf, leaves, own_cell};
use super::mask::Mask;
use crate::change::Draft;
use crate::files::edit::written;
use crate::intake::whole::{APART, COLUMNS, CONTENTS, DOCUMENTS, FILE, HIDDEN, is_record};
use crate::listing::kind;
use crate::load;
use crate::records::TABLES;
use crate::records::table::{Cut, Schema};
use crate::render::listing::CellForm;
use crate::render::{Listing, ListingRows};
use crate::words::Lang;
use std::collections::{BTreeSet, HashMap};

/// The longest name that a sheet may have.
const LONGEST: usize = 31;

/// Everything that leaves.
#[derive(Debug)]
pub struct Parcel {
    /// The sheets, that of the contents first.
    pub sheets: Vec<(String, Listing)>,
    /// Files that stay behind: they are no text, or no record may have their name.
    pub left: Vec<String>,
    /// Files that would tell who somebody is.
    pub telling: Vec<String>,
}

/// Everything in the directory in which nobody can be recognised; what is made up follows from a secret.
pub fn masked(draft: &mut Draft<'_>, secret: [u64; 2], lang: Lang) -> Parcel {
    let mut mask = Mask::new(Crowd::of(draft), secret, lang);
    // The first time it meets every id, so that it knows those that stand in texts.
    packed(draft, lang, (Some(&mut mask), &HashMap::new()));
    packed(draft, lang, (Some(&mut mask), &HashMap::new()))
}

/// Everything in the directory but what lies apart: evidence and reports. It tells how many `errors` are in which file.
pub fn parcel(draft: &mut Draft<'_>, errors: &HashMap<String, usize>, lang: Lang) -> Parcel {
    packed(draft, lang, (None, errors))
}

fn packed(
    draft: &mut Draft<'_>,
    lang: Lang,
    (mut mask, errors): (Option<&mut Mask>, &HashMap<String, usize>),
) -> Parcel {
    let errors = |file: &str| errors.get(file).map_or(String::new(), usize::to_string);
    let mut contents = sheet(&COLUMNS, &[CellForm::Text, CellForm::Text, CellForm::Number]);
    let mut documents = Documents(sheet(&[FILE, "text"], &[]));
    let (mut sheets, mut taken) = (Vec::new(), BTreeSet::new());
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let answers = surveys
        .iter()
        .map(|survey| (answers(&survey.code, &surveys), &survey.table));
    let tables = TABLES.iter().map(|table| (table.name.to_string(), *table));
    for (name, table) in tables.chain(answers.collect::<Vec<_>>()) {
        let mut files = leaves(draft, table);
        if files.is_empty() {
            continue;
        }
        let name = match &mut mask {
            Some(mask) => mask.sheet(name),
            None => name,
        };
        taken.extend(files.iter().map(|file| file.name.clone()));
        if let Some(mask) = &mut mask {
            files.iter_mut().for_each(|file| mask.file(table, file));
            files.sort_by(|one, other| one.name.cmp(&other.name));
        }
        for file in &files {
            match &file.odd {
                Some(text) => documents.add(&mut contents, (&file.name, &errors(&file.name)), text),
                None => list(
                    &mut contents,
                    file,
                    [&name, table.meaning.get(lang).trim(), &errors(&file.name)],
                ),
            }
        }
        sheets.push((name, of_table(table, files)));
    }
    let (mut left, mut telling, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for file in others(draft, &taken) {
        let Some(text) = text(draft, &file).filter(|_| is_record(&file)) else {
            left.push(file);
            continue;
        };
        let document = match &mut mask {
            None => Some((file.clone(), text)),
            Some(mask) => mask.document(&file, &text),
        };
        match document {
            Some(document) => texts.push(document),
            None => telling.push(file),
        }
    }
    // No order tells which document is which.
    texts.sort();
    for (file, text) in &texts {
        documents.add(&mut contents, (file, &errors(file)), text);
    }
    sheets.insert(0, (CONTENTS.to_owned(), contents));
    sheets.push((DOCUMENTS.to_owned(), documents.0));
    Parcel {
        sheets,
        left,
        telling,
    }
}

/// Names a file of a table among the contents.
fn list(contents: &mut Listing, file: &Leaf, [sheet, about, errors]: [&str; 3]) {
    let names: Vec<&str> = file.heading.iter().map(String::as_str).collect();
    let count = file.rows.len().to_string();
    let row = [&file.name, sheet, &count, &written(&names), about, errors];
    contents.rows.push(row);
}

/// The sheet of the documents.
struct Documents(Listing);

impl Documents {
    /// Adds a text line by line; an empty last line says that the one before ends.
    fn add(&mut self, contents: &mut Listing, (file, errors): (&str, &str), text: &str) {
        let lines = text.split('\n').map(|line| [file, line]);
        let before = self.0.rows.len();
        self.0.rows.extend(lines);
        let count = (self.0.rows.len() - before).to_string();
        let row = [file, DOCUMENTS, &count, "", "", errors];
        contents.rows.push(row);
    }
}

fn sheet(names: &[&str], kinds: &[CellForm]) -> Listing {
    Listing {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        kinds: kinds.to_vec(),
        ..Listing::default()
    }
}

/// The name of the sheet of a questionnaire's answers: by its code, or by its number where the code is too long.
fn answers(code: &str, all: &[load::Survey]) -> String {
    let name = format!("responses-{code}");
    let number = all
        .iter()
        .position(|survey| survey.code == code)
        .unwrap_or_default();
    match name.len() > LONGEST {
        true => format!("responses-{}", number + 1),
        false => name,
    }
}

/// The sheet of a table: the columns of all its files, each row with the name of its file where there may be several.
fn of_table(table: &Schema, files: Vec<Leaf>) -> Listing {
    let is_in = |name: &str| {
        files
            .iter()
            .any(|file| file.heading.iter().any(|known| known == name))
    };
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|&column| is_in(&table.columns[column].name))
        .collect();
    let mut own: Vec<String> = Vec::new();
    for name in files.iter().flat_map(|file| &file.heading) {
        if table.column(name).is_none() && !own.contains(name) {
            own.push(name.clone());
        }
    }
    let is_cut = table.cut != Cut::Whole;
    let first = is_cut.then(|| FILE.to_owned());
    let declared = columns
        .iter()
        .map(|&column| table.columns[column].name.to_string());
    let names: Vec<String> = first
        .into_iter()
        .chain(declared)
        .chain(own.iter().cloned())
        .collect();
    let first = is_cut.then_some(CellForm::Text).into_iter();
    let kinds = first.chain(columns.iter().map(|&column| kind(table.columns[column].kind)));
    let kinds = kinds.collect();
    let mut rows = ListingRows::default();
    for file in files {
        for mut record in file.rows {
            let first = is_cut.then(|| file.name.clone());
            let mut cells: Vec<String> = first.into_iter().collect();
            cells.extend(
                columns
                    .iter()
                    .map(|&column| std::mem::take(&mut record.cells[column])),
            );
            cells.extend(own.iter().map(|name| own_cell(&record, name).to_owned()));
            rows.push(cells);
        }
    }
    Listing {
        names,
        kinds,
        rows,
        ..Listing::default()
    }
}

/// Every other file of the directory, sorted, folder by folder.
fn others(draft: &Draft<'_>, taken: &BTreeSet<String>) -> Vec<String> {
    let hidden = HIDDEN.iter().map(|name| (*name).to_owned());
    let mut files: Vec<String> = hidden
        .filter(|name| draft.directory.open_file(name).is_ok_and(|file| file.is_some()))
        .collect();
    below(draft, "", &mut files);
    files.retain(|file| !taken.contains(file));
    files
}

fn below(draft: &Draft<'_>, folder: &str, files: &mut Vec<String>) {
    // A folder that cannot be listed is told when its tables are read.
    for name in draft.directory.list(folder).unwrap_or_default() {
        let path = match folder {
            "" => name,
            folder => format!("{folder}/{name}"),
        };
        match path.strip_suffix('/') {
            Some(path) if APART.contains(&path) => {}
            Some(path) => below(draft, path, files),
            None => files.push(path),
        }
    }
}

/// The text of a file; `None` where it is none.
fn text(draft: &mut Draft<'_>, file: &str) -> Option<String> {
    let bytes = draft.bytes(file)?;
    String::from_utf8(bytes).ok()
}
