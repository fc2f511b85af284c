//! Which rows of a sheet are the list's: neither its totals nor what stands below it.

use super::bound::Bound;
use super::form::ListForm;
use super::row::ListRow;
use super::told::{Account, surplus};
use crate::records::text::{self, folded};
use crate::sheets::SheetRow;
use crate::sheets::heading::Region;
use crate::words::import::{Intake, letters};
use crate::words::{Lang, Say};

/// Takes the rows of a table on a sheet, without its totals and what stands below it.
pub(super) fn take<'s>(
    (form, bound): (&ListForm, &'s Bound),
    region: &'s Region<'s>,
    rows: &mut Vec<ListRow<'s>>,
    account: &mut Account,
) {
    let (mut outside, mut concealed) = (Vec::new(), Vec::new());
    let mut is_below = false;
    for row in region.rows {
        let number = bound.numbering.map(|column| row.get(column));
        let is_numbered = number.is_some_and(|text| text.trim_end_matches('.').parse::<f64>().is_ok());
        let is_bare = number.is_some_and(str::is_empty);
        is_below = (is_below || row.is_blank()) && !is_numbered;
        if row.is_blank() || !form.is_written(bound, row) {
            continue;
        }
        if (is_total(row) && !is_numbered) || (is_below && is_bare) {
            outside.push(row.number.to_string());
            continue;
        }
        let hidden = bound
            .pairs
            .iter()
            .filter(|(at, _)| text::hidden(row.get(*at)).is_some());
        account
            .hidden
            .extend(hidden.map(|(at, _)| region.sheet.spot(row.number, Some(*at))));
        if region.sheet.name.is_some() {
            let beyond = surplus(&region.titles, row);
            account
                .beyond
                .extend(beyond.map(|at| region.sheet.spot(row.number, Some(at))));
        }
        rows.push(ListRow { region, bound, row });
        let is_concealed = region.sheet.concealed.rows.binary_search(&row.number).is_ok();
        concealed.extend(is_concealed.then(|| row.number.to_string()));
    }
    note_concealed(&concealed, bound, region, account);
    if !outside.is_empty() {
        // The place is told in the language of messages by who prints it.
        let place = region.sheet.spot(0, None).within_file();
        let rows = outside.join(", ");
        account.notes.push(Intake::RowsOutside { place, rows });
    }
}

/// Notes which rows and columns are read though they do not show.
fn note_concealed(rows: &[String], bound: &Bound, region: &Region<'_>, account: &mut Account) {
    /// So many are named.
    const NAMED: usize = 20;
    let place = || region.sheet.spot(0, None).within_file();
    if !rows.is_empty() {
        let more = (rows.len() > NAMED).then(|| "…".to_owned());
        let rows: Vec<String> = rows.iter().take(NAMED).cloned().chain(more).collect();
        let (place, rows) = (place(), rows.join(", "));
        account.notes.push(Intake::RowsConcealed { place, rows });
    }
    let mut read: Vec<usize> = bound.pairs.iter().map(|(at, _)| *at).collect();
    read.retain(|at| region.sheet.concealed.columns.contains(at));
    read.sort_unstable();
    read.dedup();
    if !read.is_empty() {
        let columns: Vec<String> = read.into_iter().map(letters).collect();
        let (place, columns) = (place(), columns.join(", "));
        account.notes.push(Intake::ColumnsConcealed { place, columns });
    }
}

/// Notes what of the cells is left out.
pub(super) fn tell(account: &mut Account, lang: Lang) {
    if let Some(first) = account.hidden.first() {
        let (count, place) = (account.hidden.len(), first.text(lang));
        account.notes.push(Intake::HiddenLeftOut { count, place });
    }
    if let Some(first) = account.beyond.first() {
        let (count, place) = (account.beyond.len(), first.text(lang));
        account.notes.push(Intake::BeyondLeftOut { count, place });
    }
}

/// Whether a row sums up others.
fn is_total(row: &SheetRow) -> bool {
    // How many there are may stand before what is counted.
    let is_word = |text: &&str| text.contains(char::is_alphabetic);
    let first = row.texts().find(is_word);
    let text = first.map(folded).unwrap_or_default();
    let begins = |word: &str| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    [
        "jumlah",
        "total",
        "sub total",
        "subtotal",
        "grand total",
        "rata rata",
        "rerata",
        "average",
    ]
    .into_iter()
    .any(begins)
}
