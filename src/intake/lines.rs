//! Which rows of a sheet are the list's: neither its totals, nor the headings of groups, nor what stands below it.

use super::bound::Bound;
use super::form::ListForm;
use super::group::{self, GroupHeadings, GroupName};
use super::rejected::surplus;
use super::row::ListRow;
use super::told::Account;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::text::{self, folded};
use crate::sheets::SheetRow;
use crate::sheets::heading::Region;
use crate::words::import::{Intake, letters};
use crate::words::{Lang, Say};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Takes the rows of a table on a sheet, without its totals and what stands below it.
pub(super) fn take<'s>(
    (form, bound): (&ListForm, &'s Bound),
    region: &'s Region<'s>,
    rows: &mut Vec<ListRow<'s>>,
    account: &mut Account,
) {
    let (mut outside, mut concealed) = (Vec::new(), Vec::new());
    let number = |row: &'s SheetRow| bound.numbering.map(|column| row.get(column));
    let has_number = |row: &'s SheetRow| number(row).is_some_and(is_number);
    let last = region.rows.iter().rposition(has_number);
    let tail = tail(bound, region);
    let (mut groups, mut above) = (GroupHeadings::of(form, bound), None);
    let downward = downward(form, bound, region);
    let (mut is_below, mut is_summed) = (false, false);
    let post = post_column(form, bound);
    // A row without a number that names somebody and no post goes on with who holds that of the row above.
    let goes_on = |row: &SheetRow| {
        let lacks = |at: usize| row.get(at).is_empty();
        bound.numbering.is_some_and(lacks) && post.is_some_and(lacks) && is_named(form, bound, row)
    };
    let mut held: Option<GroupName<'s>> = None;
    let (first, grouped) = (rows.len(), account.grouped.len());
    for (at, row) in region.rows.iter().enumerate() {
        let (is_numbered, is_bare) = (has_number(row), number(row).is_some_and(str::is_empty));
        is_below = (is_below || row.is_blank()) && !is_numbered;
        if row.is_blank() {
            continue;
        }
        if last.is_some_and(|last| at < last)
            && !is_total(row)
            && let Some(column) = group::heading(bound, row)
        {
            if groups.take(form, (row, column)) {
                above = Some(Rc::new(groups));
                account.grouped.push(region.sheet.spot(row.number, Some(column)));
            } else {
                outside.push(row.number.to_string());
            }
            continue;
        }
        if !form.is_written(bound, row) {
            continue;
        }
        // Behind the last number neither words in its place are a row, nor who signs, and where.
        let is_behind = last.is_some_and(|last| at > last) && (!is_bare || is_lone(form, bound, row));
        is_summed = (is_summed || is_total(row)) && !is_numbered;
        // Below the sum its parts are counted, and nobody is named: `Laki-laki : 20`.
        let is_part = is_summed && (names_nobody(form, bound, row) || is_count(row));
        if (is_total(row) && !is_numbered) || (is_below && is_bare) || is_behind || is_part || at >= tail {
            outside.push(row.number.to_string());
            continue;
        }
        if let Some(column) = downward
            && reach(&mut groups, (row, column), region, account)
        {
            above = Some(Rc::new(groups));
        }
        let is_more = goes_on(row);
        if !is_more {
            let own = post.filter(|at| !row.get(*at).is_empty());
            held = own.map(|column| GroupName {
                row,
                column,
                text: row.get(column),
            });
            // The post stands alone above those who hold it.
            let next = region
                .rows
                .get(at + 1)
                .filter(|_| held.is_some() && !is_named(form, bound, row));
            if next.is_some_and(goes_on) {
                continue;
            }
        }
        let own = above.as_deref().copied().unwrap_or_default();
        let groups = match held.filter(|_| is_more) {
            Some(name) => Some(Rc::new(own.holding(name))),
            None => above.clone(),
        };
        account
            .posts
            .extend((is_more && held.is_some()).then(|| region.sheet.spot(row.number, post)));
        note_cells((bound, region), row, account);
        rows.push(ListRow {
            region,
            bound,
            row,
            groups,
        });
        let is_concealed = region.sheet.concealed.rows.binary_search(&row.number).is_ok();
        concealed.extend(is_concealed.then(|| row.number.to_string()));
    }
    // Where nobody has a unit, that is told of the list.
    if bound.feeds(&form.columns, &postings, Posting::unit) || account.grouped.len() > grouped {
        note_unitless(form, &rows[first..], account);
    }
    if post.is_some() {
        let position = &postings.columns[Posting::position].name;
        let lacks = |row: &&ListRow<'_>| row.fields(form).get(&postings.name, position).is_none();
        let lacking = rows[first..]
            .iter()
            .filter(lacks)
            .map(|row| region.sheet.spot(row.row.number, post));
        account.postless.extend(lacking);
    }
    note_kindless(form, &rows[first..], account);
    note_concealed(&concealed, bound, region, account);
    note_outside(&outside, region, account);
}

/// The column of a list of staff that tells posts and nothing else.
fn post_column(form: &ListForm, bound: &Bound) -> Option<usize> {
    let is_post = |(_, index): &&(usize, usize)| {
        let to = form.columns[*index].to.as_ref();
        to.is_some_and(|to| to.0 == postings.name && to.1 == *postings.columns[Posting::position].name)
    };
    let is_staff = form.survey.is_none() && form.table().name == staff.name;
    let (at, _) = bound.pairs.iter().filter(|_| is_staff).find(is_post)?;
    let is_shared = bound.shares.iter().any(|share| share.at == *at);
    (!is_shared).then_some(*at)
}

/// Whether a row of a list of staff has a word in a column of names.
fn is_named(form: &ListForm, bound: &Bound, row: &SheetRow) -> bool {
    form.survey.is_none() && form.table().name == staff.name && !names_nobody(form, bound, row)
}

/// Notes the rows of people of whom nothing tells the unit.
fn note_unitless(form: &ListForm, rows: &[ListRow<'_>], account: &mut Account) {
    let unit = &postings.columns[Posting::unit].name;
    let lacks = |row: &&ListRow<'_>| row.fields(form).get(&postings.name, unit).is_none();
    let is_staff = form.table().name == staff.name;
    let lacking = rows.iter().filter(|_| is_staff).filter(lacks);
    account.unitless.extend(lacking.map(ListRow::spot));
}

/// Notes the rows of people whose kind of position is told in a word that tells none, and nothing else does.
fn note_kindless(form: &ListForm, rows: &[ListRow<'_>], account: &mut Account) {
    let name = &postings.columns[Posting::position_kind].name;
    let untold = |row: &ListRow<'_>| {
        let is_told = row.fields(form).get(&postings.name, name).is_some();
        let text = row.unsaid(form, (&postings, Posting::position_kind))?;
        (!is_told).then(|| (row.spot(), text))
    };
    let rows = rows.iter().filter(|_| form.table().name == staff.name);
    account.kindless.extend(rows.filter_map(untold));
}

/// Lets the unit of a row go down to those below it that name none, and notes these. Whether the row names one.
fn reach<'s>(
    groups: &mut GroupHeadings<'s>,
    (row, column): (&'s SheetRow, usize),
    region: &Region<'_>,
    account: &mut Account,
) -> bool {
    let is_named = !row.get(column).is_empty();
    match is_named {
        true => groups.reach(row, column),
        false => account.downward.push(region.sheet.spot(row.number, Some(column))),
    }
    is_named
}

/// The column of units of a list of staff in which each stands once, in the first row of its group, and below it nothing.
fn downward(form: &ListForm, bound: &Bound, region: &Region<'_>) -> Option<usize> {
    let is_unit = |index: usize| {
        let to = form.columns[index].to.as_ref();
        to.is_some_and(|to| to.0 == postings.name && to.1 == *postings.columns[Posting::unit].name)
    };
    let mut pairs = bound.pairs.iter().filter(|(_, index)| is_unit(*index));
    let (at, index) = pairs.next().filter(|_| pairs.next().is_none())?;
    let is_shared = bound
        .shares
        .iter()
        .any(|share| (share.at, share.index) == (*at, *index));
    let rows = region
        .rows
        .iter()
        .filter(|row| form.is_written(bound, row) && !is_total(row));
    let cells: Vec<&str> = rows.map(|row| row.get(*at)).collect();
    let filled: Vec<String> = cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(|cell| folded(cell))
        .collect();
    let once: BTreeSet<&String> = filled.iter().collect();
    let is_begun = cells.first().is_some_and(|cell| !cell.is_empty());
    let is_so = is_begun && !is_shared && filled.len() > 1 && once.len() == filled.len();
    (is_so && filled.len() < cells.len()).then_some(*at)
}

/// Notes the rows of a sheet that are none of the list's.
fn note_outside(outside: &[String], region: &Region<'_>, account: &mut Account) {
    if outside.is_empty() {
        return;
    }
    // The place is told in the language of messages by who prints it.
    let place = region.sheet.spot(0, None).within_file();
    let rows = outside.join(", ");
    let is_it = |note: &Intake| matches!(note, Intake::RowsOutside { place: own, rows: known } if *own == place && *known == rows);
    // Of a sheet whose columns are of several quarters it is told once.
    if !account.notes.iter().any(is_it) {
        account.notes.push(Intake::RowsOutside { place, rows });
    }
}

/// Where, in a list whose rows have no numbers, that begins which stands below it behind a blank row to the end: legends, who
/// signs and where, all rows of few cells.
fn tail(bound: &Bound, region: &Region<'_>) -> usize {
    let read: BTreeSet<usize> = bound.pairs.iter().map(|(at, _)| *at).collect();
    let is_thin = |row: &&SheetRow| {
        let filled = row.texts().filter(|text| !text.is_empty()).count();
        filled <= 2 && filled * 2 < read.len()
    };
    let thin = region.rows.iter().rev().take_while(is_thin).count();
    let from = region.rows.len() - if bound.numbering.is_some() { 0 } else { thin };
    let blank = region.rows[from..].iter().position(SheetRow::is_blank);
    blank.map_or(region.rows.len(), |blank| from + blank)
}

/// Notes the cells of a row that are left out, in whole or in part.
fn note_cells((bound, region): (&Bound, &Region<'_>), row: &SheetRow, account: &mut Account) {
    let spot = |at: usize| region.sheet.spot(row.number, Some(at));
    let read = bound.pairs.iter().map(|(at, _)| *at);
    let hidden = read.filter(|at| text::hidden(row.get(*at)).is_some());
    account.hidden.extend(hidden.map(spot));
    if region.sheet.name.is_some() {
        let beyond = surplus(&region.titles, row).filter(|at| !bound.reads(*at));
        account.beyond.extend(beyond.map(spot));
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
    if let Some(first) = account.grouped.first() {
        let (count, place) = (account.grouped.len(), first.text(lang));
        account.notes.push(Intake::GroupsRead { count, place });
    }
    if let Some(first) = account.downward.first() {
        let (count, place) = (account.downward.len(), first.text(lang));
        account.notes.push(Intake::UnitsDownward { count, place });
    }
    if let Some(first) = account.posts.first() {
        let (count, place) = (account.posts.len(), first.text(lang));
        account.notes.push(Intake::PostsDownward { count, place });
    }
    if let Some(first) = account.postless.first() {
        let (count, place) = (account.postless.len(), first.text(lang));
        account.notes.push(Intake::PostsBlank { count, place });
    }
    if let Some((first, text)) = account.kindless.first() {
        let (count, place, text) = (account.kindless.len(), first.text(lang), text.clone());
        account.notes.push(Intake::KindsUntold { count, text, place });
    }
    if let Some(first) = account.unitless.first() {
        let (count, place) = (account.unitless.len(), first.text(lang));
        account.notes.push(Intake::UnitsBlank { count, place });
    }
    if let Some(first) = account.beyond.first() {
        let (count, place) = (account.beyond.len(), first.text(lang));
        account.notes.push(Intake::BeyondLeftOut { count, place });
    }
}

/// Whether a row holds one cell, and that names nobody.
fn is_lone(form: &ListForm, bound: &Bound, row: &SheetRow) -> bool {
    let mut filled = (0..row.width()).filter(|at| !row.get(*at).is_empty());
    let only = filled.next().filter(|_| filled.next().is_none());
    let names = |at: usize| {
        let mut pairs = bound.pairs.iter().filter(|(own, _)| *own == at);
        pairs.any(|(_, index)| {
            form.columns[*index]
                .to
                .as_ref()
                .is_some_and(|to| to.0 == staff.name)
        })
    };
    only.is_some_and(|at| !names(at))
}

/// Whether a row of a list of staff has no word in the columns of names.
fn names_nobody(form: &ListForm, bound: &Bound, row: &SheetRow) -> bool {
    let name = &staff.columns[Staff::name].name;
    let is_name = |index: usize| {
        let to = form.columns[index].to.as_ref();
        to.is_some_and(|to| to.0 == staff.name && to.1 == **name)
    };
    let mut names = bound.pairs.iter().filter(|(_, index)| is_name(*index));
    form.table().name == staff.name && !names.any(|(at, _)| row.get(*at).contains(char::is_alphabetic))
}

/// Whether a row says of something how many there are: of its few cells the last ends in a short number, with what is counted
/// behind it.
fn is_count(row: &SheetRow) -> bool {
    let filled: Vec<&str> = row.texts().filter(|text| !text.is_empty()).collect();
    let last = filled.last().copied().unwrap_or_default();
    let number = last.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let digits = number.len()
        - number
            .trim_end_matches(|letter: char| letter.is_ascii_digit())
            .len();
    filled.len() <= 3 && (1..=4).contains(&digits)
}

/// Whether a text in the column of numbers is one.
fn is_number(text: &str) -> bool {
    text.trim_end_matches('.').parse::<f64>().is_ok()
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
    // So may the name of somebody begin.
    const ALONE: [&str; 9] = [
        "rata2", "mean", "median", "modus", "max", "maks", "min", "sum", "σ",
    ];
    let is_alone = ALONE.contains(&&*text);
    let mut words = [
        "jumlah",
        "total",
        "sub total",
        "subtotal",
        "grand total",
        "rata rata",
        "rerata",
        "nilai rata rata",
        "nilai tertinggi",
        "nilai terendah",
        "tertinggi",
        "terendah",
        "nrr",
        "ikm",
        "average",
    ]
    .into_iter();
    is_alone || words.any(begins)
}
