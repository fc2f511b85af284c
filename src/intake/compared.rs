//! A list beside the records, with nothing changed: rows that only one of them has, and cells that differ.

use super::cells::ListCells;
use super::form::ListForm;
use super::ledger::TableEntry;
use super::row::ListRow;
use super::settle::{Transcript, members, transcribe};
use super::subject::{Transcription, field};
use super::told::{Apart, Detail, Difference};
use crate::change::{Draft, Record, Request};
use crate::records::cell::{Cell, Domain, Nip};
use crate::records::code::{Employment, PostingStatus, Sex};
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::table::Schema;
use crate::records::text::folded;
use crate::words::change::Hint;
use crate::words::import::{Intake, Spot, Unfit};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The switch that asks for it.
pub(super) const COMPARE: &str = "compare";

/// What writes, and so has no place beside it.
const WRITING: [&str; 5] = ["correct", "rejected", "new-units", "new-services", "rest"];

/// Refuses what cannot be compared, and what is typed for a list that is taken in.
pub(super) fn refuse_idle(draft: &mut Draft<'_>, request: &Request<'_>, form: &ListForm) {
    if !request.has(COMPARE) {
        return;
    }
    if form.survey.is_some() {
        draft.refuse("--compare", Unfit::CompareAnswers);
    }
    for name in WRITING {
        if request.has(name) || request.get(name).is_some() {
            draft.refuse(format!("--{name}"), Unfit::CompareWrites);
        }
    }
}

/// The rows of the list that the records have too, by file and key; and the people whose rows are not clear.
#[derive(Default)]
struct Met {
    rows: HashSet<(String, Vec<String>)>,
    unclear: HashSet<String>,
    /// The files that rows of the list belong to.
    files: BTreeSet<String>,
    /// What the keys of rows of the list say beside the person.
    asked: HashSet<Vec<String>>,
    /// Whether the list names somebody who is no ASN.
    has_others: bool,
}

impl Met {
    /// Notes what a row of the list says.
    fn note(&mut self, entries: &[TableEntry]) {
        let main = entries.first();
        self.files.extend(main.map(|entry| entry.file.clone()));
        self.asked
            .extend(main.map(|entry| beside_person(entry.table, &entry.key)));
        let other = (Staff::employment, Employment::NonAsn.code().to_owned());
        let is_other = |entry: &TableEntry| entry.table.name == staff.name && entry.values.contains(&other);
        self.has_others |= entries.iter().any(is_other);
    }

    /// Notes whom a row that is not clear may mean: also whoever bears the name.
    fn doubt(&mut self, reading: &Transcription<'_, '_>, one: &Transcript, fields: &ListCells) {
        self.unclear
            .extend(one.who.as_ref().map(|who| who.id.to_string()));
        let name = field(fields, &staff, Staff::name);
        let meant = name.map(|name| reading.understanding.people.namesakes(&name.cell.text));
        let meant = meant.into_iter().flatten();
        self.unclear.extend(meant.map(|person| person.id.to_string()));
    }
}

/// Compares every row of a list, and then the rows of the records that the list should name.
pub(super) fn compare(
    draft: &mut Draft<'_>,
    mut reading: Transcription<'_, '_>,
    rows: &[ListRow<'_>],
) -> (Vec<Difference>, Option<Intake>) {
    let members = members(&mut reading, rows);
    let (mut all, mut met, mut same) = (Vec::new(), Met::default(), 0);
    let mut counts = HashMap::new();
    for number in 0..rows.len() {
        let one = transcribe(draft, &mut reading, (rows, number), &members);
        let found = of_row(draft, &mut reading, (&rows[number], &one), &mut met);
        match found.first() {
            Some(first) => *counts.entry(first.apart.code()).or_insert(0) += 1,
            None => same += 1,
        }
        all.extend(found);
    }
    let (missing, note) = unnamed(draft, &mut reading, &met);
    let count = |apart: Apart| counts.get(apart.code()).copied().unwrap_or(0);
    draft.nothing = Some(Hint::Compared {
        same,
        differ: count(Apart::Differs),
        there: count(Apart::OnlyThere),
        here: missing.len(),
        unclear: count(Apart::Unclear),
    });
    all.extend(missing);
    (all, note)
}

/// In what a row of the list is apart from the records.
fn of_row(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    (row, one): (&ListRow<'_>, &Transcript),
    met: &mut Met,
) -> Vec<Difference> {
    let (place, fields) = (row.spot(), row.fields(reading.form));
    let person = one.who.as_ref().map_or("", |who| &*who.name).to_owned();
    let difference = |place: &Spot, apart: Apart| Difference {
        place: place.clone(),
        apart,
        key: String::new(),
        person: person.clone(),
        column: String::new(),
        here: String::new(),
        there: String::new(),
    };
    let entries = match &one.entries {
        Ok(entries) => entries,
        Err(faults) => {
            met.doubt(reading, one, &fields);
            let unclear = faults.iter().map(|(at, reason)| Difference {
                there: Detail::refused(at.clone(), reason.clone()).text(at, reading.request.lang),
                ..difference(at, Apart::Unclear)
            });
            return unclear.collect();
        }
    };
    met.note(entries);
    let mut found = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let known = counterpart(draft, reading, entry);
        if number == 0 && known.is_none() {
            let (column, there) = sign(entry.table, &whole(entry));
            found.push(Difference {
                column,
                there,
                ..difference(&place, Apart::OnlyThere)
            });
            break;
        }
        if number == 0 {
            met.rows.insert((entry.file.clone(), entry.key.clone()));
        }
        let known = with_number(entry.table, known.unwrap_or_default());
        let said = whole(entry).into_iter().enumerate();
        for (column, there) in said.filter(|(_, text)| !text.is_empty()) {
            let here = known.get(column).cloned().unwrap_or_default();
            if !is_same(entry.table, column, &here, &there) {
                let place = row.place_of(reading.form, (entry.table, &entry.key), column);
                found.push(Difference {
                    key: entry.key.join(" "),
                    column: entry.table.columns[column].name.to_string(),
                    here,
                    there,
                    ..difference(&place, Apart::Differs)
                });
            }
        }
    }
    found
}

/// All cells that an entry says, in the order of the columns.
fn whole(entry: &TableEntry) -> Vec<String> {
    let mut cells = vec![String::new(); entry.table.columns.len()];
    cells[..entry.key.len()].clone_from_slice(&entry.key);
    for (column, text) in &entry.values {
        cells[*column].clone_from(text);
    }
    cells
}

/// What is recorded in the place of an entry: of postings the last one, where none begins on its day.
fn counterpart(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    entry: &TableEntry,
) -> Option<Vec<String>> {
    let known = reading.ledger.known(draft, entry.table, &entry.file, &entry.key);
    match known.is_none() && entry.table.name == postings.name {
        true => {
            let recorded = reading.ledger.recorded(draft, &postings, &entry.file);
            let own = recorded
                .iter()
                .filter(|row| row[Posting::staff] == entry.key[Posting::staff]);
            own.max_by(|a, b| a[Posting::since].cmp(&b[Posting::since]))
                .cloned()
        }
        false => known,
    }
}

/// What tells a row that only one side has: the number of a person.
fn sign(table: &Schema, cells: &[String]) -> (String, String) {
    let column = &table.columns[Staff::nip].name;
    match table.name == staff.name {
        true => (column.to_string(), cells[Staff::nip].clone()),
        false => (String::new(), String::new()),
    }
}

/// Whether a cell says the same on both sides, perhaps in other letters.
fn is_same(table: &Schema, column: usize, here: &str, there: &str) -> bool {
    let compact = |text: &str| folded(text).replace(' ', "");
    here == there || (table.columns[column].kind == Domain::Text && compact(here) == compact(there))
}

/// The cells of a person with what the number says of birth and sex, where nothing else is recorded.
fn with_number(table: &Schema, mut known: Vec<String>) -> Vec<String> {
    let number = known.get(Staff::nip).filter(|_| table.name == staff.name);
    if let Some(nip) = number.and_then(|nip| Nip::parse(nip).ok()) {
        let sex = if nip.is_woman() { Sex::Woman } else { Sex::Man };
        let told = [
            (Staff::born, nip.born().to_string()),
            (Staff::sex, sex.code().to_owned()),
        ];
        for (column, text) in told {
            if known[column].is_empty() {
                known[column] = text;
            }
        }
    }
    known
}

/// What a key says beside the person.
fn beside_person(table: &Schema, key: &[String]) -> Vec<String> {
    let person = table.column("staff").filter(|column| *column < table.keys());
    let rest = key.iter().enumerate().filter(|(at, _)| Some(*at) != person);
    rest.map(|(_, cell)| cell.clone()).collect()
}

/// The rows of the records that the list does not name and should; what is left out on purpose is told.
fn unnamed(
    draft: &mut Draft<'_>,
    reading: &mut Transcription<'_, '_>,
    met: &Met,
) -> (Vec<Difference>, Option<Intake>) {
    let Some(table) = reading.form.tables.first().copied() else {
        return (Vec::new(), None);
    };
    let person = table.column("staff").filter(|column| *column < table.keys());
    let office = (table.name == staff.name).then(|| Belonging::of(draft, reading, met.has_others));
    let (mut found, mut beside) = (Vec::new(), 0);
    for file in &met.files {
        for row in draft.rows(table, file) {
            let key = row.key(table).to_vec();
            let is_asked = person.is_none() || met.asked.contains(&beside_person(table, &key));
            let is_met = met.unclear.contains(&key[person.unwrap_or_default()])
                || met.rows.contains(&(file.clone(), key));
            if is_met || !is_asked {
                continue;
            }
            match office.as_ref().map(|office| office.is_expected(&row)) {
                Some(Expected::No) => {}
                Some(Expected::BesideTheList) => beside += 1,
                Some(Expected::Yes) | None => found.push(only_here(draft, (table, file), &row)),
            }
        }
    }
    (
        found,
        (beside > 0).then_some(Intake::NonAsnBeside { count: beside }),
    )
}

/// A row that only the records have.
fn only_here(draft: &mut Draft<'_>, (table, file): (&Schema, &str), row: &Record) -> Difference {
    let line = row.origin.map(|origin| draft.directory.place(origin).line);
    let person = match table.name == staff.name {
        true => Some(Staff::id),
        false => table.column("staff"),
    };
    let id = person.map(|column| row.cells[column].clone());
    let (column, here) = sign(table, &row.cells);
    Difference {
        place: Spot {
            file: file.into(),
            row: line.unwrap_or(0),
            ..Spot::default()
        },
        apart: Apart::OnlyHere,
        key: row.key(table).join(" "),
        person: id.map_or(String::new(), |id| draft.people().named(&id)),
        column,
        here,
        there: String::new(),
    }
}

/// Who belongs to the office today, and whether the list is one of ASN alone.
struct Belonging {
    /// The last posting that has begun, by person.
    latest: HashMap<String, Vec<String>>,
    /// Whether the list names somebody who is no ASN.
    has_others: bool,
}

/// Whether a list of staff should name somebody.
enum Expected {
    /// Who works here.
    Yes,
    /// Who does not.
    No,
    /// Who is no ASN, in a list that names none.
    BesideTheList,
}

impl Belonging {
    fn of(draft: &mut Draft<'_>, reading: &Transcription<'_, '_>, has_others: bool) -> Belonging {
        let today = reading.request.today.to_string();
        let mut latest: HashMap<String, Vec<String>> = HashMap::new();
        for row in draft.rows(&postings, &postings.file("")) {
            let known = latest.get(&row.cells[Posting::staff]);
            let is_later = known.is_none_or(|known| known[Posting::since] <= row.cells[Posting::since]);
            if is_later && row.cells[Posting::since] <= today {
                latest.insert(row.cells[Posting::staff].clone(), row.cells);
            }
        }
        Belonging { latest, has_others }
    }

    fn is_expected(&self, row: &Record) -> Expected {
        let posting = self.latest.get(&row.cells[Staff::id]);
        let cell = |column: usize| posting.map_or("", |cells| &cells[column]);
        let employment = match cell(Posting::employment) {
            "" => &row.cells[Staff::employment],
            later => later,
        };
        let has_left = PostingStatus::parse(cell(Posting::status)).is_ok_and(PostingStatus::has_left);
        match Employment::parse(employment) {
            _ if has_left => Expected::No,
            Ok(Employment::External) => Expected::No,
            Ok(Employment::NonAsn) if !self.has_others => Expected::BesideTheList,
            _ => Expected::Yes,
        }
    }
}
