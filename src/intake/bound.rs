//! What the columns of a list may become, and what those of one table on a sheet do.

use super::day;
use super::scale::Letters;
use crate::records::organisation::postings;
use crate::records::table::Schema;
use crate::records::taking_part::attendance;
use crate::records::text::{sense, spelled};
use crate::sheets::SheetCell;
use crate::sheets::heading::Region;
use crate::words::import::{Intake, Spot, Unfit, letters};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What a cell becomes: table and column, or what stands for rows of a table.
pub(super) type Target = Rc<(String, String)>;

/// A column of a kind of list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListColumn {
    /// What it becomes: table and column, or what stands for rows of a table; `None` where it is left out.
    pub(super) to: Option<Target>,
    /// Its headings, folded.
    pub(super) from: Vec<String>,
    /// Those of them that were typed: what only this list calls it.
    pub(super) typed: Vec<String>,
    /// Where its cells are cut.
    pub(super) until: Option<String>,
    /// Behind what only its cells are read.
    pub(super) after: Option<String>,
    /// Whether it follows an earlier column.
    pub(super) joined: bool,
    /// Where names in capitals only are written in small letters: what stays as it is.
    pub(super) capitals: Option<Vec<String>>,
    /// Whether only texts with a meaning are read.
    pub(super) only: bool,
    /// Whether it is only known by the name that its table gives it.
    pub(super) is_declared: bool,
    /// What texts in it mean, folded.
    pub(super) meanings: Vec<(String, String)>,
}

/// What a column becomes that tells from when a grade holds.
pub(super) const GRADED: &str = "graded";

impl ListColumn {
    /// Whether it tells who was there at a session.
    pub(super) fn is_of_session(&self) -> bool {
        self.to.as_ref().is_some_and(|to| to.0 == attendance.name)
    }

    /// Whether it tells from when a grade holds.
    pub(super) fn is_of_grade(&self) -> bool {
        let to = self.to.as_ref();
        to.is_some_and(|to| to.0 == postings.name && to.1 == GRADED)
    }

    /// Takes in what a text means that was typed, before all that it knows.
    pub(super) fn learn(&mut self, told: &str, meaning: &str) {
        let known = self.meanings.iter().find(|(text, _)| *text == sense(meaning));
        let meaning = known.map_or_else(|| meaning.trim().to_owned(), |(_, known)| known.clone());
        // A dash is nothing, here as in a cell.
        let meaning = if meaning == "-" { String::new() } else { meaning };
        self.meanings.insert(0, (sense(told), meaning));
    }
}

/// The part of the cells of a column that becomes something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// The place on the sheet.
    pub(super) at: usize,
    /// The column of the form.
    pub(super) index: usize,
    /// Which part it is, from 0.
    pub(super) part: usize,
    /// How many there are.
    pub(super) of: usize,
}

impl Share {
    /// That part of a cell: one line or, in a cell of one line, what stands between strokes. Where there are fewer than there
    /// should be the last are missing, where there are more they belong to the first.
    pub(super) fn text(self, cell: &str) -> String {
        let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut parts: Vec<&str> = lines.collect();
        if let [only] = parts[..] {
            let marks = [" / ", " | ", "; "].into_iter();
            let mark = marks.max_by_key(|mark| only.matches(mark).count());
            parts = only.split(mark.unwrap_or_default()).map(str::trim).collect();
        }
        let more = parts.len().saturating_sub(self.of);
        let (from, to) = match self.part {
            0 => (0, more + 1),
            part => (part + more, part + more + 1),
        };
        let own = parts.get(from..to.min(parts.len())).unwrap_or_default();
        let own = own.join(" ");
        // `TMT 1 April 2022`, `NIP. 1986…`: what it is stands before it.
        let label = ["TMT", "NIP"].into_iter().filter_map(|label| {
            let (word, rest) = own.split_at_checked(label.len())?;
            word.eq_ignore_ascii_case(label).then_some(rest)
        });
        let rest = label.map(|rest| rest.trim_start_matches(['.', ':', ' '])).next();
        rest.filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
            .map_or(own.clone(), str::to_owned)
    }
}

/// A column in which people sign, or are marked as present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SignedColumn {
    /// The place on the sheet.
    pub(super) at: usize,
    /// The part of the programme that it is for, folded; empty for all of it.
    pub(super) part: String,
}

/// A heading of which only its words or only its cells tell what it may be.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    /// The place on the sheet.
    pub(super) at: usize,
    /// What the column may hold, as its heading is called.
    pub(super) field: String,
}

/// What the columns of one table on a sheet become.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// Places on the sheet with the columns of the form that they feed.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Columns that are read and have the heading of another: which of them is meant nobody knows.
    pub(super) alike: Vec<(usize, usize)>,
    /// The column that numbers the rows.
    pub(super) numbering: Option<usize>,
    /// The headings of filled columns that are known and become nothing.
    pub(super) left_out: Vec<String>,
    /// Headings that mean nothing here.
    pub(super) unknown: Vec<(usize, String)>,
    /// Headings of which it is not sure what they mean.
    pub(super) doubts: Vec<Doubt>,
    /// The columns in which people sign, or are marked as present.
    pub(super) places: Vec<SignedColumn>,
    /// The columns in which a cross may be the mark of who is absent: the list marks who is there otherwise.
    pub(super) crossed: Vec<usize>,
    /// The columns in which the list marks who was there: where one row says nothing, nothing is known.
    pub(super) marked: Vec<usize>,
    /// The columns that hold number and name of a person in one cell.
    pub(super) joint: Vec<usize>,
    /// The parts of cells that hold several other things, `Jabatan` above `TMT`.
    pub(super) shares: Vec<Share>,
    /// The columns whose long numbers a spreadsheet rounded.
    pub(super) rounded: Vec<usize>,
    /// What a line above the table says of all its rows: `Pejabat Penilai Kinerja : …`.
    pub(super) above: Vec<(Target, SheetCell, Spot)>,
    /// The headings that the sheet explains elsewhere, by their columns: what each means is the name of another.
    pub(super) explained: Vec<(usize, String)>,
    /// What letters mean where they stand for answers.
    pub(super) letters: Letters,
    /// The year of days that tell none, as the lines above the table say it.
    pub(super) year: Option<i32>,
}

impl Bound {
    /// The columns of a list that are known and become nothing.
    pub(super) fn told_left_out(bound: &[Bound]) -> Option<Intake> {
        let titles: BTreeSet<&str> = bound
            .iter()
            .flat_map(|bound| &bound.left_out)
            .map(String::as_str)
            .collect();
        let columns = titles.into_iter().collect::<Vec<_>>().join(", ");
        (!columns.is_empty()).then_some(Intake::ColumnsLeftOut { columns })
    }

    /// Notes the headings that are not read: those that are known and become nothing, where something stands below them, and
    /// those that mean nothing; what has no name goes by its letters. Of a heading that every list may have nothing is known.
    pub(super) fn note_unread(
        &mut self,
        region: &Region<'_>,
        titles: &[String],
        is_known: &dyn Fn(usize, &str) -> Option<bool>,
    ) {
        let is_filled = |at: usize| region.rows.iter().any(|row| !row.get(at).is_empty());
        let last = region.titles.iter().rposition(|title| !title.is_empty());
        let unread = titles.iter().enumerate();
        let unread: Vec<(usize, bool)> = unread
            .filter(|(at, _)| !self.reads(*at))
            .filter_map(|(at, title)| Some((at, is_known(at, title)?)))
            .collect();
        for (at, is_known) in unread {
            let heading = region.titles[at].clone();
            if heading.is_empty() {
                let is_within = Some(at) < last && is_filled(at) && !is_known;
                self.unknown.extend(is_within.then(|| (at, letters(at))));
            } else if !is_known {
                self.unknown.push((at, heading));
            } else if is_filled(at) {
                self.left_out.push(heading);
            }
        }
    }

    /// A day without its year in that of the table.
    pub(super) fn in_year(&self, text: &str) -> Option<String> {
        day::in_year(text, self.year?)
    }

    /// Whether a column of the sheet is read.
    pub(super) fn reads(&self, at: usize) -> bool {
        self.pairs.iter().any(|(own, _)| *own == at)
    }

    /// What of a cell becomes a column of the form: all of it, but where several things stand in it.
    pub(super) fn part(&self, (at, index): (usize, usize), text: &str) -> String {
        let mut shares = self.shares.iter();
        let share = shares.find(|share| (share.at, share.index) == (at, index));
        share.map_or_else(|| text.to_owned(), |share| share.text(text))
    }

    /// Whether a column of the sheet becomes that of a table.
    pub(super) fn feeds(&self, columns: &[ListColumn], table: &Schema, column: usize) -> bool {
        let name = &table.columns[column].name;
        let is_it = |to: &Target| to.0 == table.name && to.1 == **name;
        let mut pairs = self.pairs.iter();
        pairs.any(|(_, index)| columns[*index].to.as_ref().is_some_and(is_it))
    }

    /// Why a row of it lacks a day: nothing is filled in, or no heading that is known tells it.
    pub(super) fn lacks_day(
        &self,
        table: &Schema,
        (names, column): (&[&str], String),
        columns: &[ListColumn],
    ) -> Unfit {
        let at = names.first().and_then(|name| table.column(name));
        let is_fed = at.is_some_and(|at| self.feeds(columns, table, at));
        let named = self.unknown.iter().filter(|(at, title)| *title != letters(*at));
        let named: Vec<&str> = named.map(|(_, title)| title.as_str()).collect();
        match named.first().filter(|_| !is_fed) {
            None => Unfit::DayNeeded { column },
            Some(heading) => Unfit::DayUnread {
                heading: typed(heading),
                unread: named.join(", "),
                column,
            },
        }
    }

    /// Leaves out what follows another column that the sheet does not have: a year alone is no quarter.
    pub(super) fn leave_alone_out(&mut self, columns: &[ListColumn]) {
        let firsts = self.pairs.iter().map(|(_, index)| &columns[*index]);
        let firsts = firsts.filter(|column| !column.joined);
        let firsts: Vec<Option<Target>> = firsts.map(|column| column.to.clone()).collect();
        self.pairs.retain(|(_, index)| {
            let column = &columns[*index];
            !column.joined || firsts.contains(&column.to)
        });
    }
}

/// A heading as it is typed between quotes.
pub(super) fn typed(heading: &str) -> String {
    let heading = heading.replace('"', " ");
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a heading is compared by: without what stands in brackets behind it, `NIP (18 digit)`, which says how and not what,
/// where the whole is not known.
pub(super) fn heading_name(heading: &str, is_known: &dyn Fn(&str) -> bool) -> String {
    let whole = spelled(heading);
    let bare = heading
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let bare = bare
        .map(|(before, _)| spelled(before))
        .filter(|bare| is_known(bare));
    // A narrow column breaks its words: `Persya-ratan`.
    let unbroken =
        || Some(spelled(&heading.replace("-\n", "").replace('-', ""))).filter(|name| is_known(name));
    match is_known(&whole) {
        true => whole,
        false => bare.or_else(unbroken).unwrap_or(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_several_things() {
        let parts = |cell: &str| {
            let share = |part| Share {
                at: 0,
                index: 0,
                part,
                of: 2,
            };
            [0, 1].map(|part| share(part).text(cell))
        };
        for (cell, first, second) in [
            ("Camat\n2022-01-03", "Camat", "2022-01-03"),
            (
                "Kepala Seksi\nPemerintahan\nTMT. 3 Januari 2022",
                "Kepala Seksi Pemerintahan",
                "3 Januari 2022",
            ),
            ("Penata / 01-04-2022", "Penata", "01-04-2022"),
            ("Penata (III/c)", "Penata (III/c)", ""),
            ("", "", ""),
        ] {
            assert_eq!(parts(cell), [first, second], "{cell}");
        }
    }
}
