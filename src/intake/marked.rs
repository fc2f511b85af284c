//! Who was there, as a list marks it: which columns do, and what a cross or a blank among marks leaves open.

use super::bound::{Bound, ListColumn, Target};
use super::form::ListForm;
use super::row::ListRow;
use super::value;
use crate::change::Reason;
use crate::records::taking_part::{Participation, attendance, participation};
use crate::sheets::SheetRow;
use crate::words::import::{Spot, Unfit};

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

impl ListRow<'_> {
    /// The cell in which nothing tells whether somebody was there whom the list gives scores: others are marked in it.
    pub(super) fn unmarked(&self, form: &ListForm) -> Option<(Spot, Reason)> {
        let says = |columns: &[usize]| {
            let mut pairs = self.bound.pairs.iter();
            pairs.any(|(at, index)| {
                let (column, cell) = (&form.columns[*index], self.row.cell(*at));
                let is_it = |to: &Target| {
                    let mut names = columns.iter().map(|column| &*participation.columns[*column].name);
                    to.0 == attendance.name || (to.0 == participation.name && names.any(|name| to.1 == name))
                };
                column.to.as_ref().is_some_and(is_it)
                    && cell.is_some_and(|cell| !value::meant(cell, column).text.is_empty())
            })
        };
        let at = *self.bound.marked.first()?;
        let is_told = says(&[Participation::status, Participation::reason]);
        let has_scores = says(&[Participation::pre, Participation::post]);
        let spot = self.region.sheet.spot(self.row.number, Some(at));
        (!is_told && has_scores).then(|| (spot, Unfit::PresenceUntold.into()))
    }
}
