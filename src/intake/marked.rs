//! Who was there, as a list marks it: which columns do, and what a cross or a blank among marks leaves open.

use super::bound::{Bound, ListColumn, Target};
use super::form::ListForm;
use super::value;
use crate::records::taking_part::{Participation, attendance, participation};
use crate::sheets::SheetRow;

/// Notes what the rows of a table tell of its columns of presence.
pub(super) fn note(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    note_crossed(bound, form, rows);
    note_marked(bound, form, rows);
}

/// The columns of a list that tell who was there, with their places.
fn presence<'f>(bound: &Bound, form: &'f ListForm) -> Vec<(usize, &'f ListColumn)> {
    let of = |(at, index): &(usize, usize)| {
        let column = &form.columns[*index];
        let to = column.to.as_ref()?;
        let status = &participation.columns[Participation::status].name;
        let is_it = to.0 == attendance.name || (to.0 == participation.name && to.1 == **status);
        is_it.then_some((*at, column))
    };
    bound.pairs.iter().filter_map(of).collect()
}

/// Notes the columns in which a list that has scores marks who was there.
fn note_marked(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    let presence = presence(bound, form);
    let is_marked = |(at, column): &(usize, &ListColumn)| {
        let mut cells = rows.iter().filter_map(|row| row.cell(*at));
        cells.any(|cell| value::is_presence(&value::meant(cell, column).text))
    };
    if presence.iter().any(is_marked) {
        bound.marked = presence.iter().map(|(at, _)| *at).collect();
    }
}

/// Notes the columns of presence, where a list has crosses and other marks of who is there.
fn note_crossed(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    let presence = presence(bound, form);
    let marks = |is_it: &dyn Fn(&str) -> bool| {
        let mut cells = rows
            .iter()
            .flat_map(|row| presence.iter().map(|(at, column)| (row.cell(*at), column)));
        cells.any(|(cell, column)| {
            cell.is_some_and(|cell| is_it(&cell.text) && value::is_presence(&value::meant(cell, column).text))
        })
    };
    if marks(&is_cross) && marks(&|text| !is_cross(text)) {
        bound.crossed = presence.iter().map(|(at, _)| *at).collect();
    }
}

/// Whether a text is the mark that some make for who is there, and others for who is not.
pub(super) fn is_cross(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("x")
}

/// The column in which nothing tells whether somebody was there whom a row gives scores: others are marked in it.
pub(super) fn unmarked(bound: &Bound, form: &ListForm, row: &SheetRow) -> Option<usize> {
    let says = |columns: &[usize]| {
        let mut pairs = bound.pairs.iter();
        pairs.any(|(at, index)| {
            let (column, cell) = (&form.columns[*index], row.cell(*at));
            let is_it = |to: &Target| {
                let mut names = columns.iter().map(|column| &*participation.columns[*column].name);
                to.0 == attendance.name || (to.0 == participation.name && names.any(|name| to.1 == name))
            };
            column.to.as_ref().is_some_and(is_it)
                && cell.is_some_and(|cell| !value::meant(cell, column).text.is_empty())
        })
    };
    let at = *bound.marked.first()?;
    let is_told = says(&[Participation::status, Participation::reason]);
    let has_scores = says(&[Participation::pre, Participation::post]);
    (!is_told && has_scores).then_some(at)
}
