//! Additions: one as it was typed, or one for each row of a list on standard input. What is there already is refused,
//! left, or given the values that were typed.

use super::{Draft, Reason, Request};
use crate::records::table::nearest;
use crate::records::text::folded;
use crate::sheets::{self, SheetRow, Worksheet};
use crate::words::change::{Hint, Slip};
use crate::words::problem::Problem;
use crate::words::{Lang, Say, value_form};

/// The flag that reads a list.
pub const LIST: &str = "stdin";
/// The flag that leaves what is there.
pub const IF_ABSENT: &str = "if-absent";
/// The flag that gives what is there the values that were typed.
pub const OR_SET: &str = "or-set";

/// What parts several values in one cell of a list, where an argument may be repeated.
const BETWEEN: char = ';';

/// What happens to something that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Present {
    /// It is refused.
    Refused,
    /// It stays as it is, which is told.
    Left,
    /// It is given the values that were typed.
    Set,
}

impl Present {
    /// As it was asked for.
    pub fn asked(request: &Request<'_>) -> Present {
        match (request.has(OR_SET), request.has(IF_ABSENT)) {
            (true, _) => Present::Set,
            (false, true) => Present::Left,
            (false, false) => Present::Refused,
        }
    }
}

/// What became of one addition, with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// It is new.
    New(String),
    /// It was there, and says something else now.
    Changed(String),
    /// It was there, and stays as it is.
    Same(String),
}

impl Addition {
    /// What became of something that was there.
    pub fn of(key: String, has_changed: bool) -> Addition {
        match has_changed {
            true => Addition::Changed(key),
            false => Addition::Same(key),
        }
    }
}

/// Notes the sheets of a file that do not show: nothing of them is read.
pub fn note_unseen(draft: &mut Draft<'_>, sheets: &[Worksheet]) {
    let unseen = sheets.iter().filter(|sheet| sheet.concealed.whole);
    let names: Vec<&str> = unseen.filter_map(|sheet| sheet.name.as_deref()).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        draft.note(Hint::SheetsUnseen { names });
    }
}

/// Adds one thing that was typed.
pub type Add = fn(&mut Draft<'_>, &mut Request<'_>) -> Option<Addition>;

/// Adds what was typed, or each row of the list on standard input: its cells by the names of the arguments in its
/// heading, and where a cell is empty, what was typed for all; in a cell of `several` there may be more than one value.
/// Every row is tried, and none is written unless all can be.
pub fn add(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    several: &[&str],
    one: impl Fn(&mut Draft<'_>, &mut Request<'_>) -> Option<Addition>,
) -> Option<()> {
    if !request.has(LIST) {
        if let Addition::Same(key) = one(draft, request)? {
            draft.note(Hint::IsThere { key });
        }
        return Some(());
    }
    let read = draft.accept("", sheets::read("-", &request.input))?;
    note_unseen(draft, &read);
    let mut count = 0;
    for sheet in &read {
        count += of_sheet(draft, request, several, sheet, &one)?;
    }
    match count {
        0 => draft.stop("", Slip::ListEmpty),
        _ => Some(()),
    }
}

/// Adds each row of a sheet, below its heading; how many there are.
fn of_sheet(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    several: &[&str],
    sheet: &Worksheet,
    one: &impl Fn(&mut Draft<'_>, &mut Request<'_>) -> Option<Addition>,
) -> Option<usize> {
    let mut rows = sheet.rows.iter().filter(|row| !row.is_blank());
    let Some(heading) = rows.next() else {
        return Some(0);
    };
    let names = headed(draft, request, sheet, heading)?;
    let mut count = 0;
    for row in rows {
        count += 1;
        let number = row.number;
        let cells = names.iter().enumerate().map(|(at, name)| (&**name, row.get(at)));
        let cells = cells.filter(|(name, text)| !name.is_empty() && !text.is_empty());
        let texts = cells.map(|(name, text)| match several.contains(&name) {
            true => (
                name,
                text.split(BETWEEN).map(|text| text.trim().to_owned()).collect(),
            ),
            false => (name, vec![text.to_owned()]),
        });
        let texts: Vec<(&str, Vec<String>)> = texts.collect();
        // What is wrong with one row does not keep the next from being looked at.
        let before = std::mem::take(&mut draft.slips);
        let fate = request.with(&texts, |request| one(draft, request));
        let label = sheet.spot(number, None).within().text(request.lang);
        let named = |(argument, reason): (String, Reason)| {
            (format!("{label} {argument}").trim_end().to_owned(), reason)
        };
        let new = std::mem::replace(&mut draft.slips, before);
        draft.slips.extend(new.into_iter().map(named));
        draft.notes.extend(fate.map(|fate| match fate {
            Addition::New(key) => Hint::RowAdded { number, key },
            Addition::Changed(key) => Hint::RowChanged { number, key },
            Addition::Same(key) => Hint::RowSame { number, key },
        }));
    }
    Some(count)
}

/// The argument that each column of a list is about, by its heading; none for a column in which nothing stands.
fn headed(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    sheet: &Worksheet,
    heading: &SheetRow,
) -> Option<Vec<String>> {
    let known = || {
        request
            .names()
            .filter(|name| ![LIST, IF_ABSENT, OR_SET].contains(name))
    };
    let width = sheet.rows.iter().map(SheetRow::width).max().unwrap_or(0);
    let mut names: Vec<String> = Vec::new();
    for at in 0..width {
        let column = heading.get(at).to_owned();
        let is_it = |name: &&str| folded(name) == folded(&column);
        // As it stands in the help, too: `KODE` for `code`.
        let is_in_help = |name: &&str| folded(&value_form(Lang::Id, &name.to_uppercase())) == folded(&column);
        let name = known().find(is_it).or_else(|| known().find(is_in_help));
        let name = name.unwrap_or_default();
        let used = sheet.rows.iter().find(|row| !row.get(at).is_empty());
        let reason = match (name, used) {
            ("", None) => None,
            ("", Some(row)) if column.is_empty() => {
                let (line, expected) = (row.number as u64, at);
                Some(Reason::Slip(Slip::LineRagged { line, expected }))
            }
            ("", _) => Some(Reason::Slip(Slip::ColumnNone {
                nearest: nearest(&column, known()).to_owned(),
                column,
            })),
            _ if names.iter().any(|other| other == name) => {
                Some(Reason::Cell(Problem::ColumnRepeated { column }))
            }
            _ => None,
        };
        if let Some(reason) = reason {
            let spot = sheet.spot(heading.number, Some(at)).within();
            draft.refuse(spot.text(request.lang), reason);
        }
        names.push(name.to_owned());
    }
    draft.is_good().then_some(names)
}
