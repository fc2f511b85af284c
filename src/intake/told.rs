//! What is told of a list: what became of each row, and the rows that were rejected, to be mended and read again.

use super::ledger::Fate;
use crate::change::Reason;
use crate::sheets::{Layout, SheetRow};
use crate::words::import::{Intake, Matched, Spot, Unfit};
use crate::words::{Lang, Say};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What became of a row of a list.
#[derive(Clone, Debug)]
pub struct RowFate {
    /// Where it stands.
    pub place: Spot,
    /// What became of it.
    pub outcome: Outcome,
    /// The person whom it means, as the office knows that person.
    pub person: Rc<str>,
    /// By what the person was found.
    pub matched: Option<Matched>,
    /// What is new and what changes, or why it is rejected and where.
    pub details: Rc<[Detail]>,
}

/// One thing that is told of a row.
#[derive(Clone, Debug)]
pub enum Detail {
    /// A row of a table is new.
    Added(&'static str),
    /// A cell gets another value: column, before, after.
    Changes(Box<[String; 3]>),
    /// The row says nothing that is recorded.
    Nothing,
    /// Why the row is rejected, and the cell.
    Refused(Box<(Spot, Reason)>),
}

/// What can become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something new is recorded.
    New,
    /// Something recorded changes.
    Changed,
    /// All of it is recorded already.
    Same,
    /// None of it is recorded.
    Rejected,
    /// It is none of the list's: a post that nobody holds, people of another kind.
    Skipped,
}

impl RowFate {
    /// All that is told of it, in a language.
    pub fn why(&self, lang: Lang) -> String {
        let details = self.details.iter().map(|detail| detail.text(&self.place, lang));
        details.collect::<Vec<_>>().join("; ")
    }

    /// Shares with the row before what is told of both: a long list has few kinds of rows.
    pub(super) fn share(&mut self, before: Option<&RowFate>) {
        let is_alike = |(one, other): (&Detail, &Detail)| match (one, other) {
            (Detail::Added(one), Detail::Added(other)) => one == other,
            _ => false,
        };
        if let Some(before) = before.filter(|before| before.details.len() == self.details.len())
            && self.details.iter().zip(&*before.details).all(is_alike)
        {
            self.details = before.details.clone();
        }
    }

    /// Whether it is rejected for nothing but codes that are not known, each of which is told once for all rows.
    pub fn lacks_codes_only(&self) -> bool {
        let lacks = |detail: &Detail| {
            let Detail::Refused(refused) = detail else {
                return false;
            };
            matches!(refused.1, Reason::Unfit(Unfit::CodeUnknownHere { .. }))
        };
        self.outcome == Outcome::Rejected && self.details.iter().all(lacks)
    }
}

impl Outcome {
    /// The code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::New => "new",
            Outcome::Changed => "changed",
            Outcome::Same => "same",
            Outcome::Rejected => "rejected",
            Outcome::Skipped => "skipped",
        }
    }

    /// The word for a reader.
    pub fn word(self) -> Intake {
        match self {
            Outcome::New => Intake::New,
            Outcome::Changed => Intake::Changed,
            Outcome::Same => Intake::Same,
            Outcome::Rejected => Intake::Rejected,
            Outcome::Skipped => Intake::Skipped,
        }
    }

    /// What becomes of a row that feeds several tables, of which the first is the one that the list is about.
    pub(super) fn of(fates: &[(&str, Fate)]) -> Outcome {
        match fates.first() {
            Some((_, Fate::New)) => Outcome::New,
            _ if fates.iter().any(|(_, fate)| *fate != Fate::Same) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }
}

impl Detail {
    /// Why a row is rejected, and the cell.
    pub(super) fn refused(spot: Spot, reason: Reason) -> Detail {
        Detail::Refused(Box::new((spot, reason)))
    }

    /// What is told of the rows of tables that one row of a list feeds.
    pub(super) fn of(fates: Vec<(&'static str, Fate)>) -> Rc<[Detail]> {
        if fates.is_empty() {
            return [Detail::Nothing].into();
        }
        let details = fates.into_iter();
        let details = details.flat_map(|(table, fate)| match fate {
            Fate::New => vec![Detail::Added(table)],
            Fate::Changed(cells) => {
                let cells = cells.into_iter();
                cells
                    .map(|(column, before, after)| Detail::Changes(Box::new([column, before, after])))
                    .collect()
            }
            Fate::Same => Vec::new(),
        });
        details.collect()
    }

    /// The sentence in a language; a place is told where it is not the row of the list at `row`.
    pub fn text(&self, row: &Spot, lang: Lang) -> String {
        let shown = |text: &str| {
            if text.is_empty() {
                "-".to_owned()
            } else {
                text.to_owned()
            }
        };
        match self {
            Detail::Added(table) => format!("+{table}"),
            Detail::Nothing => Intake::NothingSaid.text(lang),
            Detail::Changes(change) => {
                let [column, before, after] = &**change;
                format!("{column} {} → {}", shown(before), shown(after))
            }
            Detail::Refused(refused) => {
                let (spot, reason) = &**refused;
                let (_, text, _) = reason.told(lang);
                match spot.cell() {
                    None => text,
                    Some(cell) if spot.row == row.row => format!("{cell}: {text}"),
                    Some(_) => format!("{}: {text}", spot.text(lang)),
                }
            }
        }
    }
}

/// One thing in which a list and the records are apart.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The cell or the row of the list; the row of the records where only they have it.
    pub place: Spot,
    /// In what way.
    pub apart: Apart,
    /// The key of the row in the records; empty where they have none.
    pub key: String,
    /// The person whom it is about; empty where it is about none.
    pub person: String,
    /// The column that differs, or that tells one who is missing.
    pub column: String,
    /// What the records say; empty for nothing.
    pub here: String,
    /// What the list says, or why that is not clear; empty for nothing.
    pub there: String,
}

/// In what way a list and the records are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Only the records have the row.
    OnlyHere,
    /// Only the list has it.
    OnlyThere,
    /// A cell differs.
    Differs,
    /// What the list says cannot be compared.
    Unclear,
}

impl Apart {
    /// The code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Apart::OnlyHere => "only-here",
            Apart::OnlyThere => "only-there",
            Apart::Differs => "differs",
            Apart::Unclear => "unclear",
        }
    }

    /// The word for a reader.
    pub fn word(self) -> Intake {
        match self {
            Apart::OnlyHere => Intake::OnlyHere,
            Apart::OnlyThere => Intake::OnlyThere,
            Apart::Differs => Intake::Differs,
            Apart::Unclear => Intake::Unclear,
        }
    }
}

/// Why a row is rejected, each with its cell.
pub(super) fn refusals(faults: Vec<(Spot, Reason)>) -> Rc<[Detail]> {
    let all = faults.into_iter();
    all.map(|(spot, reason)| Detail::refused(spot, reason)).collect()
}

/// What became of a list.
#[derive(Debug, Default)]
pub struct Account {
    /// What became of each row.
    pub rows: Vec<RowFate>,
    /// In what it is apart from the records, where it was only compared.
    pub differences: Vec<Difference>,
    /// What is worth knowing of the list as a whole.
    pub notes: Vec<Intake>,
    /// What is not known, each once.
    pub missing: Vec<Reason>,
    /// The cells of workbooks that stand beyond the headings.
    pub(super) beyond: Vec<Spot>,
    /// The cells that hold what does not show.
    pub(super) hidden: Vec<Spot>,
    /// The headings of groups that say something of the rows below them.
    pub(super) grouped: Vec<Spot>,
    /// The cells of units that are blank because the first row of their group names it.
    pub(super) downward: Vec<Spot>,
    /// Whether somebody attends a programme who is not closed yet.
    pub(super) is_attended: bool,
    /// Who was there on some of the days that the list has, and not on all: name and id.
    pub(super) partly: Vec<(String, String)>,
}

impl RowFate {
    /// Whether it is rejected because nobody, or more than one, has the name that it tells.
    pub(super) fn is_unmet(&self) -> bool {
        let is_it = |detail: &Detail| {
            let Detail::Refused(refused) = detail else {
                return false;
            };
            let reason = &refused.1;
            matches!(
                reason,
                Reason::Unfit(
                    Unfit::SeveralNamed { .. }
                        | Unfit::StrangerNamed { .. }
                        | Unfit::StrangerNear { .. }
                        | Unfit::OutsiderNamed { .. }
                )
            )
        };
        self.details.iter().any(is_it)
    }
}

impl Account {
    /// What to do about the rejected rows, each once, with the first place that it is about.
    pub fn advice(&self, lang: Lang) -> Vec<(&Spot, String)> {
        let mut all: Vec<(&Spot, String)> = Vec::new();
        for detail in self.rows.iter().flat_map(|row| &*row.details) {
            if let Detail::Refused(refused) = detail {
                let (spot, reason) = &**refused;
                let (_, _, help) = reason.told(lang);
                if !help.is_empty() && !all.iter().any(|(_, told)| *told == help) {
                    all.push((spot, help));
                }
            }
        }
        all
    }

    /// How many rows have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// How many rows became what.
    pub(super) fn summary(&self) -> Intake {
        Intake::Summary {
            new: self.count(Outcome::New),
            changed: self.count(Outcome::Changed),
            same: self.count(Outcome::Same),
            rejected: self.count(Outcome::Rejected),
        }
    }

    /// Tells of a list that was refused no more than why: nothing of it became anything.
    pub(super) fn keep_refused(&mut self) {
        self.rows.retain(|row| row.outcome == Outcome::Rejected);
        self.notes.retain(|note| !matches!(note, Intake::Summary { .. }));
    }

    /// The rows that are skipped, with their reasons, each once.
    pub(super) fn skipped(&self, lang: Lang) -> Option<Intake> {
        let rows = self.rows.iter().filter(|row| row.outcome == Outcome::Skipped);
        let reasons: BTreeSet<String> = rows.map(|row| row.why(lang)).collect();
        let (count, reasons) = (
            self.count(Outcome::Skipped),
            reasons.into_iter().collect::<Vec<_>>(),
        );
        let reasons = reasons.join("; ");
        (count > 0).then_some(Intake::RowsSkipped { count, reasons })
    }

    /// The new rows that stand between rows of the same sheet that are recorded already, told as answers: a list that grew has
    /// them at an end.
    pub(super) fn among_known(&self, lang: Lang) -> Option<Intake> {
        let on_one = |one: &RowFate, other: &RowFate| {
            (&one.place.file, &one.place.sheet) == (&other.place.file, &other.place.sheet)
        };
        let is_between = |rows: &[RowFate]| {
            let is_same = |row: &RowFate| row.outcome == Outcome::Same;
            let ends = (rows.iter().position(is_same), rows.iter().rposition(is_same));
            let (Some(first), Some(last)) = ends else {
                return Vec::new();
            };
            let new = rows[first..last].iter().filter(|row| row.outcome == Outcome::New);
            new.map(|row| row.place.within().text(lang)).collect()
        };
        let among: Vec<String> = self.rows.chunk_by(on_one).flat_map(is_between).collect();
        let (count, place) = (among.len(), among.first()?.clone());
        Some(Intake::AmongKnown { count, place })
    }
}

/// A rejected row with the heading that it stood under.
#[derive(Clone, Debug)]
pub(super) struct Rejection<'s> {
    pub(super) titles: Vec<String>,
    /// What stands beside its table and holds for it: each heading with its text.
    pub(super) beside: Vec<(String, String)>,
    pub(super) row: &'s SheetRow,
    /// The batch of answers that it belongs to; `None` where it is no answer.
    pub(super) batch: Option<&'s str>,
    /// Whether a number must say whom it means, and it stands under no heading of numbers.
    pub(super) lacks_number: bool,
    pub(super) why: String,
}

/// The columns of a row that hold something beyond the last heading; that of the reason is none.
pub(super) fn surplus(titles: &[String], row: &SheetRow) -> impl Iterator<Item = usize> {
    let is_named = |title: &String| !title.is_empty() && !is_reason(title);
    let from = titles.iter().rposition(is_named).map_or(0, |last| last + 1);
    let beyond = (from..row.width()).filter(move |at| titles.get(*at).is_none_or(String::is_empty));
    beyond.filter(|at| !row.get(*at).is_empty())
}

/// Whether a text is what an import rejected, to be replaced by what the next one rejects: its heading ends with the reason.
pub fn is_rejected(text: &str) -> bool {
    let heading = text.lines().next().unwrap_or_default();
    let last = heading.rsplit([',', ';', '\t', '|']).next().unwrap_or_default();
    is_reason(last.trim().trim_matches('"'))
}

/// Whether a heading is that of the reason, or of the batch before it.
fn is_reason(heading: &str) -> bool {
    let reasons = [Intake::WhyRejected, Intake::BatchHeading].map(|word| in_both(&word));
    reasons.iter().flatten().any(|reason| reason == heading)
}

/// A word of the program in both languages.
pub(super) fn in_both(word: &Intake) -> [String; 2] {
    [Lang::Id, Lang::En].map(|lang| word.text(lang))
}

/// The heading of the numbers that tell people apart.
const NUMBER: &str = "NIP";

/// The rejected rows as a table with their own headings, the reason behind: mended, it can be read again.
pub(super) fn rejected(rows: &[Rejection<'_>], laid_out: Layout, lang: Lang) -> String {
    let mut headings: Vec<(&str, usize)> = Vec::new();
    for heading in rows.iter().flat_map(|one| numbered(&one.titles)) {
        // The reason of the last time is told anew.
        if !heading.0.is_empty() && !is_reason(heading.0) && !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for (heading, _) in rows.iter().flat_map(|one| &one.beside) {
        let heading = (&**heading, 0);
        headings.extend((!headings.contains(&heading)).then_some(heading));
    }
    let mut out = String::from(if laid_out.has_mark { "\u{feff}" } else { "" });
    let delimiter = char::from(laid_out.delimiter);
    let why = Intake::WhyRejected.text(lang);
    let batch = Intake::BatchHeading.text(lang);
    let has_batch = rows.iter().any(|one| one.batch.is_some());
    let has_number = rows.iter().any(|one| one.lacks_number);
    let number = has_number.then_some(NUMBER);
    // What stood beyond the headings stays, under none.
    let beyond = |one: &Rejection<'_>| -> Vec<String> {
        surplus(&one.titles, one.row)
            .map(|at| guarded(one.row.get(at)))
            .collect()
    };
    let most = rows.iter().map(|one| beyond(one).len()).max().unwrap_or(0);
    let bare = std::iter::repeat_n("", most);
    line(
        headings
            .iter()
            .map(|(title, _)| *title)
            .chain(number)
            .chain(bare)
            .chain(has_batch.then_some(&*batch))
            .chain([&*why]),
        delimiter,
        &mut out,
    );
    for one in rows {
        let cell = |heading: &(&str, usize)| {
            let at = numbered(&one.titles).position(|own| own == *heading);
            let own = at.map(|at| one.row.get(at)).filter(|text| !text.is_empty());
            let beside = one.beside.iter().find(|(name, _)| name == heading.0);
            let text = own.or(beside.map(|(_, text)| &**text));
            text.map_or(String::new(), guarded)
        };
        let number = number.map(|_| String::new());
        let cells = headings.iter().map(cell).chain(number);
        let mut cells: Vec<String> = cells.chain(beyond(one)).collect();
        cells.resize(headings.len() + usize::from(has_number) + most, String::new());
        cells.extend(one.batch.map(str::to_owned));
        cells.push(guarded(&one.why));
        line(cells.iter().map(String::as_str), delimiter, &mut out);
    }
    out
}

/// The headings, each with how many equal ones stand before it.
fn numbered(titles: &[String]) -> impl Iterator<Item = (&str, usize)> {
    let before = |at: usize| titles[..at].iter().filter(|other| **other == titles[at]).count();
    titles
        .iter()
        .enumerate()
        .map(move |(at, title)| (&**title, before(at)))
}

/// A text that no spreadsheet program calculates or shortens.
fn guarded(text: &str) -> String {
    let is_long = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    match is_long || text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn line<'c>(cells: impl Iterator<Item = &'c str>, delimiter: char, out: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        match cell.contains([delimiter, ',', ';', '"', '\n', '\r']) {
            true => out.push_str(&format!("\"{}\"", cell.replace('"', "\"\""))),
            false => out.push_str(cell),
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_import_rejected_is_known_by_its_heading() {
        for text in [
            "Nama;why it was rejected\nx;y",
            "\u{feff}Nama,\"alasan ditolak\"\r\n",
        ] {
            assert!(is_rejected(text), "{text}");
        }
        for text in ["", "Nama;NIP\n;why it was rejected", "id,nip,name"] {
            assert!(!is_rejected(text), "{text}");
        }
    }
}
