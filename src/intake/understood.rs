//! Whether the cells of a column of a list are in the words of a column of the records: a kind of list is known by its
//! headings and by what stands below them.

use super::bound::ListColumn;
use super::form::ListForm;
use super::value;
use crate::records::table::Schema;
use crate::sheets::SheetCell;
use crate::sheets::heading::Region;

/// How many filled cells of a column are looked at.
const LOOKED_AT: usize = 50;

/// Whether most of what is filled in a column of a sheet are words of a column of a table that has some: what it means to
/// leave out counts among them, and nothing does where the column takes any text.
pub(super) fn is_in_words(
    form: &ListForm,
    (region, at): (&Region<'_>, usize),
    (table, column): (&Schema, usize),
) -> bool {
    let attribute = &table.columns[column];
    let codes = attribute.kind.codes();
    let is_it = |one: &&ListColumn| {
        let to = one.to.as_ref();
        to.is_some_and(|to| to.0 == table.name && to.1 == *attribute.name)
    };
    let columns: Vec<&ListColumn> = form.columns.iter().filter(is_it).collect();
    let is_word = |text: &str| {
        let code = value::code(text, codes);
        codes.iter().any(|known| known.name == code)
    };
    let cells = region.rows.iter().filter_map(|row| row.cell(at));
    let filled = cells.filter(|cell| !cell.text.is_empty()).take(LOOKED_AT);
    let means = |cell: &SheetCell| {
        let mut meant = columns
            .iter()
            .map(|column| value::meant(cell.clone(), column).text);
        meant.any(|text| text.is_empty() || is_word(&text))
    };
    let told: Vec<bool> = filled.map(|cell| means(&cell)).collect();
    !codes.is_empty() && told.iter().filter(|is_word| **is_word).count() * 2 > told.len()
}
