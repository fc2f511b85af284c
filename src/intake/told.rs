//! What is told of a list: what became of each row, and what rows wait for.

use super::ledger::Fate;
use super::unknown::{self, UnknownCode};
use crate::change::Reason;
use crate::records::code::Employment;
use crate::words::import::{Intake, Matched, Spot, Unfit};
use crate::words::problem::Problem;
use crate::words::{Lang, Say};
use std::collections::{BTreeMap, BTreeSet};
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

    /// Why it is rejected, each reason with its cell.
    pub(super) fn refused(&self) -> impl Iterator<Item = (&Spot, &Reason)> {
        self.details.iter().filter_map(|detail| match detail {
            Detail::Refused(refused) => Some((&refused.0, &refused.1)),
            _ => None,
        })
    }

    /// Whether it is rejected for nothing but what is told once for all rows.
    pub fn is_told_once(&self) -> bool {
        let is_once = |(_, reason): (&Spot, &Reason)| {
            matches!(reason, Reason::Unfit(Unfit::CodeUnknownHere { .. })) || is_asked(reason)
        };
        self.outcome == Outcome::Rejected && self.refused().all(is_once)
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

/// How texts were read: each with what it means.
pub(super) fn read_as(meanings: &BTreeMap<String, String>) -> String {
    let told = meanings.iter().map(|(text, meant)| format!("`{text}` = {meant}"));
    told.collect::<Vec<_>>().join(", ")
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
    /// The words among it that mean no code.
    pub(super) unknown: Vec<UnknownCode>,
    /// Whether it is of the kind that brings new units along: a list of staff, or any where no unit is recorded yet.
    pub(super) makes_units: bool,
    /// All that can be typed of what stands against it, in one piece; `None` where that is one thing.
    pub together: Option<Intake>,
    /// The cells of workbooks that stand beyond the headings.
    pub(super) beyond: Vec<Spot>,
    /// The cells that hold what does not show.
    pub(super) hidden: Vec<Spot>,
    /// The headings of groups that say something of the rows below them.
    pub(super) grouped: Vec<Spot>,
    /// The cells of units that are blank because the first row of their group names it.
    pub(super) downward: Vec<Spot>,
    /// The rows of people who hold a post that is written once for several.
    pub(super) posts: Vec<Spot>,
    /// The rows of people whose post the list leaves blank.
    pub(super) postless: Vec<Spot>,
    /// The rows of people whose cell of the unit is blank.
    pub(super) unitless: Vec<Spot>,
    /// The rows of people of whose kind of position only a word is told that tells none, with that word.
    pub(super) kindless: Vec<(Spot, String)>,
    /// Whether somebody attends a programme who is not closed yet.
    pub(super) is_attended: bool,
    /// Who was there on some of the days that the list has, and not on all: name and id.
    pub(super) partly: Vec<(String, String)>,
}

impl RowFate {
    /// Whether it is rejected because nobody, or more than one, has the name that it tells.
    pub(super) fn is_unmet(&self) -> bool {
        let is_it = |(_, reason): (&Spot, &Reason)| {
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
        self.refused().any(is_it)
    }
}

impl Account {
    /// What to do about the rejected rows, each once, with the first place that it is about.
    pub fn advice(&self, lang: Lang) -> Vec<(&Spot, String)> {
        let mut all: Vec<(&Spot, String)> = Vec::new();
        let refused = self.rows.iter().flat_map(RowFate::refused);
        for (spot, reason) in refused.filter(|(_, reason)| !is_asked(reason)) {
            let (_, _, help) = reason.told(lang);
            if !help.is_empty() && !all.iter().any(|(_, told)| *told == help) {
                all.push((spot, help));
            }
        }
        all
    }

    /// How many rows have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// Notes the words that mean no code, to be told and asked.
    pub(super) fn note_unknown(&mut self, unknown: Vec<UnknownCode>, lang: Lang) {
        let told = unknown::told(&unknown, lang);
        self.missing.extend(told.into_iter().map(Reason::from));
        self.unknown.extend(unknown);
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

    /// Notes that somebody whose row said nothing new is recorded otherwise all the same.
    pub(super) fn note_change(&mut self, name: &str, change: [String; 3]) {
        let mut own = self.rows.iter_mut().filter(|row| *row.person == *name);
        let first = own.next().filter(|row| row.outcome == Outcome::Same);
        if let Some(row) = first.filter(|_| own.all(|row| row.outcome == Outcome::Same)) {
            row.outcome = Outcome::Changed;
            row.details = [Detail::Changes(Box::new(change))].into();
        }
    }

    /// Tells of a list that is refused as a whole only what else is asked.
    pub(super) fn keep_asked(&mut self) {
        self.rows.clear();
        self.notes.clear();
        self.differences.clear();
    }

    /// Tells of a list that was refused no more than why: nothing of it became anything.
    pub(super) fn keep_refused(&mut self) {
        self.rows
            .retain(|row| row.outcome == Outcome::Rejected && !row.is_told_once());
        let is_done = |note: &Intake| {
            matches!(
                note,
                Intake::Summary { .. }
                    | Intake::UnitMade { .. }
                    | Intake::CodeMade { .. }
                    | Intake::TrainingMade { .. }
                    | Intake::SessionsMade { .. }
            )
        };
        self.notes.retain(|note| !is_done(note));
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

/// A word that is none of the choices of its column, and these; `None` where something else is wrong.
pub(super) fn word(reason: &Reason, lang: Lang) -> Option<(String, String)> {
    match reason {
        Reason::Cell(Problem::CodeUnknown { text, allowed, words }) => {
            let choices = if lang == Lang::Id { words } else { allowed };
            Some((text.clone(), choices.clone()))
        }
        Reason::Unfit(Unfit::StatusUnknown { text }) => {
            Some((text.clone(), Intake::StatusChoices.text(lang)))
        }
        Reason::Unfit(Unfit::PersonUntold { text } | Unfit::HeadUntold { text }) => {
            Some((text.clone(), Intake::PersonChoices.text(lang)))
        }
        Reason::Cell(Problem::OutOfScale { text, low, high }) if text.contains(char::is_alphabetic) => {
            Some((text.clone(), format!("{low}–{high}")))
        }
        _ => None,
    }
}

/// A value for all rows that tell none, by its column and with what it may be.
pub(super) fn value(reason: &Reason) -> Option<(String, String)> {
    match reason {
        Reason::Unfit(Unfit::ColumnNeeded { column, choices }) => Some((column.clone(), choices.clone())),
        Reason::Unfit(Unfit::EmploymentNeeded { column }) => {
            let open = [Employment::Cpns, Employment::Pns].map(Employment::code);
            Some((column.clone(), open.join(", ")))
        }
        _ => None,
    }
}

/// The column that would say how what has a day of its end ended, where a list has none.
pub(super) fn outcome(reason: &Reason) -> Option<&str> {
    match reason {
        Reason::Unfit(Unfit::OutcomeNeeded { column }) => Some(column),
        _ => None,
    }
}

/// Whether the reason of a rejected row is one of those that are told once for all rows.
fn is_asked(reason: &Reason) -> bool {
    word(reason, Lang::Id).is_some() || value(reason).is_some() || outcome(reason).is_some()
}
