//! Rows between those of a list that name a group of them, `II. SEKSI PEMERINTAHAN`: in a list of staff without a column of
//! its own for it, the unit or the employment of all below.

use super::bound::{Bound, Target};
use super::form::ListForm;
use super::misspelt::UNITS;
use super::value;
use crate::records::code::Employment;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::table::Schema;
use crate::records::text::folded;
use crate::sheets::{SheetCell, SheetRow};

/// What groups begin with that are neither units nor kinds of employment.
const OTHERS: [&str; 13] = [
    "golongan",
    "gol",
    "eselon",
    "pangkat",
    "jabatan",
    "pejabat",
    "pelaksana",
    "fungsional",
    "struktural",
    "kelompok",
    "staf",
    "tenaga",
    "pegawai",
];

/// How groups begin of those who lead an office: no unit, and nobody's name.
const LEADERS: [&str; 6] = ["camat", "lurah", "pimpinan", "unsur", "kepala", "ketua"];

/// The cell of a row that names the group of what stands below.
#[derive(Clone, Copy, Debug)]
pub(super) struct GroupName<'s> {
    /// The row on the sheet.
    pub(super) row: &'s SheetRow,
    /// The place of the cell in it.
    pub(super) column: usize,
    /// What it says.
    pub(super) text: &'s str,
}

/// What the headings of groups say of the rows below them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GroupHeadings<'s> {
    takes_unit: bool,
    takes_employment: bool,
    /// The unit.
    unit: Option<GroupName<'s>>,
    /// The employment.
    employment: Option<GroupName<'s>>,
    /// The post that is written once for several people.
    post: Option<GroupName<'s>>,
}

impl<'s> GroupHeadings<'s> {
    /// None yet: of a list of staff those are read for which it has no column.
    pub(super) fn of(form: &ListForm, bound: &Bound) -> GroupHeadings<'s> {
        let is_staff = form.survey.is_none() && form.table().name == staff.name;
        let lacks = |table: &Schema, column: usize| is_staff && !bound.feeds(&form.columns, table, column);
        GroupHeadings {
            takes_unit: lacks(&postings, Posting::unit),
            takes_employment: lacks(&staff, Staff::employment),
            ..GroupHeadings::default()
        }
    }

    /// Takes the name of a group in, where it says something of what stands below.
    pub(super) fn take(&mut self, form: &ListForm, (row, column): (&'s SheetRow, usize)) -> bool {
        let text = bare(row.get(column));
        let name = GroupName { row, column, text };
        let words = folded(text);
        let first = words.split(' ').next().unwrap_or_default();
        if is_employment(form, text) {
            self.employment = Some(name).filter(|_| self.takes_employment);
            return self.takes_employment;
        }
        if LEADERS.contains(&first) {
            // Whoever follows is of none of the units above.
            self.unit = None;
            return false;
        }
        if self.takes_unit && !OTHERS.contains(&first) {
            self.unit = Some(name);
            return true;
        }
        false
    }

    /// Takes the unit that a row names, for those below it that name none.
    pub(super) fn reach(&mut self, row: &'s SheetRow, column: usize) {
        let text = row.get(column);
        self.unit = Some(GroupName { row, column, text });
    }

    /// The same for a row that goes on with who holds a post.
    pub(super) fn holding(mut self, post: GroupName<'s>) -> GroupHeadings<'s> {
        self.post = Some(post);
        self
    }

    /// What is said, with what it becomes.
    pub(super) fn told(&self) -> impl Iterator<Item = ((&'static Schema, usize), GroupName<'s>)> {
        let unit = self.unit.map(|name| ((&postings, Posting::unit), name));
        let employment = self.employment.map(|name| ((&staff, Staff::employment), name));
        let post = self.post.map(|name| ((&postings, Posting::position), name));
        unit.into_iter().chain(employment).chain(post)
    }
}

/// The place of the cell of a row that names a group: the only one, beside a mark that is no number, `II` or `A`; without
/// such a mark only where it begins as the names of groups do, or stands in the place of the number.
pub(super) fn heading(bound: &Bound, row: &SheetRow) -> Option<usize> {
    let numbering = bound.numbering?;
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let mark = row.get(numbering);
    let mut others = (0..row.width()).filter(|at| *at != numbering && !row.get(*at).is_empty());
    let other = others.next();
    if others.next().is_some() || has_digit(mark) {
        return None;
    }
    let is_group = |text: &str| {
        let words = folded(bare(text));
        let first = words.split(' ').next().unwrap_or_default();
        UNITS.contains(&first) || OTHERS.contains(&first) || LEADERS.contains(&first)
    };
    match other {
        None => (!mark.is_empty()).then_some(numbering),
        Some(at) if !mark.is_empty() => (!has_digit(row.get(at))).then_some(at),
        Some(at) => is_group(row.get(at)).then_some(at),
    }
}

impl ListForm {
    /// A text that stands beside the rows, as the column that becomes something means it.
    pub(super) fn read(&self, to: &Target, cell: SheetCell) -> SheetCell {
        let columns = || {
            self.columns
                .iter()
                .filter(|column| column.to.as_ref() == Some(to))
        };
        let mut cell = match columns().next() {
            Some(column) => value::meant(cell, column),
            None => cell,
        };
        if let Some(quiet) = columns().find_map(|column| value::quieted(&cell.text, column)) {
            cell.text = quiet;
        }
        cell
    }
}

/// A name without the mark in front of it: `II. SEKSI`, `B) Seksi`.
pub(super) fn bare(text: &str) -> &str {
    let (mark, rest) = text.split_once(['.', ')']).unwrap_or(("", text));
    let is_roman = mark.bytes().all(|letter| b"IVXLC".contains(&letter));
    let is_mark = is_roman || mark.len() == 1;
    let name = if is_mark { rest } else { text };
    if name.trim().is_empty() {
        text.trim()
    } else {
        name.trim()
    }
}

/// Whether a text is a kind of employment, in the words of such a list.
fn is_employment(form: &ListForm, text: &str) -> bool {
    let to = Target::new((
        staff.name.to_string(),
        staff.columns[Staff::employment].name.to_string(),
    ));
    let mut columns = form
        .columns
        .iter()
        .filter(|column| column.to.as_ref() == Some(&to));
    columns.any(|column| {
        let meant = value::meant(SheetCell::text(text), column).text;
        let code = value::code(&meant, Employment::CODES);
        Employment::CODES.iter().any(|known| known.name == code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> Option<String> {
        let sheet = crate::sheets::read("x.csv", format!("{line}\n").as_bytes()).ok()?;
        let bound = Bound {
            numbering: Some(0),
            ..Bound::default()
        };
        let row = sheet[0].rows.first()?;
        heading(&bound, row).map(|at| bare(row.get(at)).to_owned())
    }

    #[test]
    fn a_group_is_named_alone_in_its_row() {
        for (line, expected) in [
            ("II,SEKSI PEMERINTAHAN,,", Some("SEKSI PEMERINTAHAN")),
            ("A,Kelurahan Melati", Some("Kelurahan Melati")),
            ("II. SEKSI PEMERINTAHAN,,", Some("SEKSI PEMERINTAHAN")),
            ("SEKRETARIAT,,", Some("SEKRETARIAT")),
            (",Kel. Melati,", Some("Kel. Melati")),
            (",CAMAT,", Some("CAMAT")),
            (",UNSUR PIMPINAN,", Some("UNSUR PIMPINAN")),
            // Somebody whose number is missing.
            (",Budi Santoso,", None),
            ("12a,Budi Santoso,", None),
            ("II,198609262015051001,", None),
            ("II,Budi,198609262015051001", None),
            ("3,Budi,", None),
        ] {
            assert_eq!(name(line).as_deref(), expected, "{line}");
        }
    }
}
