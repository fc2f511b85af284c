//! What a row of a list becomes in the tables that it feeds: the rows of each, with their keys.

use super::cells::{ListCell, ListCells};
use super::form::ListForm;
use super::kind::CodeKind;
use super::ledger::{Ledger, TableEntry};
use super::person::{Acquaintance, Mentioned};
use super::recalled::{Numbers, Statuses, Titles, Unnumbered};
use super::value::{Understanding, plain_number};
use crate::change::programme::OpenProgramme;
use crate::change::{Draft, Reason, Request, filled, mint, row};
use crate::records::competence::{Competency, competencies};
use crate::records::complaint::{Complaint, complaints};
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::performance::evaluations;
use crate::records::table::Schema;
use crate::records::taking_part::participation;
use crate::records::text::folded;
use crate::words::import::{Matched, Spot, Unfit};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// What is wrong with cells of a row, each with its place.
pub(super) type Faults = Vec<(Spot, Reason)>;

/// Whom a row means.
#[derive(Clone, Debug)]
pub(super) struct Whom {
    pub(super) id: Rc<str>,
    pub(super) name: Rc<str>,
    /// By what; `None` who is new, unless somebody has that name.
    pub(super) how: Option<Matched>,
    /// Whether this row of a list of staff adds the person.
    pub(super) is_added: bool,
    /// Whether that is enough to correct what is recorded: a bare name may be that of a namesake who is not recorded yet.
    pub(super) is_sure: bool,
}

/// Makes entries of rows.
pub(super) struct Transcription<'r, 'm> {
    pub(super) form: &'r ListForm,
    pub(super) understanding: Understanding,
    pub(super) ledger: Ledger,
    pub(super) request: &'r mut Request<'m>,
    pub(super) programme: Option<OpenProgramme>,
    /// Rows without a key of their own that a row of the list means already.
    pub(super) claimed: HashSet<(String, Vec<String>)>,
    /// The complaints that have a number.
    pub(super) numbers: Numbers,
    /// The complaints that have none.
    pub(super) unnumbered: Unnumbered,
    /// What is concluded of the status of complaints.
    pub(super) statuses: Statuses,
    /// Predicates that are told by another name than their own, with what each is read as.
    pub(super) predicates: BTreeMap<String, String>,
    /// Past trainings that are named by their title.
    pub(super) titles: Titles,
    /// The JP of those who were present in part, once somebody asked.
    pub(super) earned: Option<HashMap<String, String>>,
    /// How many rows are of somebody whose number alone tells the employment.
    pub(super) by_number: usize,
    /// How many were promoted in a post that goes on.
    pub(super) promotions: usize,
    /// The positions that told the employment of who has no number.
    pub(super) by_post: Vec<String>,
    /// Whom the list names beside its own people and who is made somebody from outside: id and name.
    pub(super) outsiders: Vec<(Rc<str>, Rc<str>)>,
}

/// The place of a field, or of the row.
pub(super) fn spot<'f>(fields: &'f ListCells, table: &str, column: &str, row: &'f Spot) -> &'f Spot {
    let field = fields.get(table, column);
    field.map_or(row, |field| &field.spot)
}

pub(super) fn field<'f>(fields: &'f ListCells, table: &Schema, column: usize) -> Option<&'f ListCell> {
    named(fields, &table.name, &table.columns[column].name)
}

pub(super) fn named<'f>(fields: &'f ListCells, table: &str, name: &str) -> Option<&'f ListCell> {
    fields
        .get(table, name)
        .filter(|field| !field.cell.text.is_empty())
}

impl<'r, 'm> Transcription<'r, 'm> {
    pub(super) fn new(
        form: &'r ListForm,
        understanding: Understanding,
        request: &'r mut Request<'m>,
        programme: Option<OpenProgramme>,
    ) -> Transcription<'r, 'm> {
        Transcription {
            form,
            understanding,
            ledger: Ledger::default(),
            request,
            programme,
            claimed: HashSet::new(),
            numbers: Numbers::default(),
            unnumbered: Unnumbered::default(),
            statuses: Statuses::default(),
            predicates: BTreeMap::new(),
            titles: Titles::default(),
            earned: None,
            by_number: 0,
            by_post: Vec::new(),
            promotions: 0,
            outsiders: Vec::new(),
        }
    }

    /// Begins to read the list, perhaps once more: nothing of it is taken in.
    pub(super) fn begin(&mut self, draft: &mut Draft<'_>) {
        self.ledger.clear(draft);
        self.understanding.codes.clear(draft);
        self.claimed.clear();
        self.unnumbered.begin();
        self.statuses = Statuses::default();
        self.by_number = 0;
        self.by_post.clear();
        self.promotions = 0;
    }

    /// Knows only those who are recorded: nobody whom the list adds or names.
    pub(super) fn forget(&mut self, draft: &mut Draft<'_>) {
        self.understanding.people = Acquaintance::of(draft);
        self.outsiders.clear();
    }

    /// Whom a row is about; somebody new where the list is of staff.
    pub(super) fn who(&mut self, row: &Spot, fields: &ListCells) -> Result<Whom, Faults> {
        let text = |column: usize| {
            field(fields, &staff, column).map_or(String::new(), |field| field.cell.text.clone())
        };
        let is_staff = self.form.table().name == staff.name;
        let at = |column: usize| spot(fields, &staff.name, &staff.columns[column].name, row).clone();
        let told = Mentioned {
            id: text(Staff::id),
            nip: text(Staff::nip),
            name: text(Staff::name),
        };
        if let Some(own) = self.named_alone(fields) {
            return own;
        }
        let place = if told.nip.is_empty() {
            at(Staff::name)
        } else {
            at(Staff::nip)
        };
        if told.nip.is_empty() && told.name.is_empty() && told.id.is_empty() {
            return Err(vec![(row.clone(), Unfit::NobodyNamed.into())]);
        }
        match self.understanding.people.find(&told) {
            Ok(Some((person, how))) => {
                let unit = field(fields, &postings, Posting::unit);
                let codes = &self.understanding.codes;
                let agrees =
                    unit.is_some_and(|unit| codes.means(CodeKind::Unit, &unit.cell.text, &person.unit));
                Ok(Whom {
                    id: person.id.clone(),
                    name: person.name.clone(),
                    is_added: false,
                    // Somebody from outside has neither number nor unit that could agree.
                    is_sure: !is_staff || how != Matched::ByName || agrees || person.is_outside,
                    how: Some(how),
                })
            }
            Ok(None) if is_staff && !told.name.is_empty() => {
                let id: Rc<str> = format!("p{}", self.request.mint(7)).into();
                let has_namesake = self.understanding.people.is_borne(&told.name);
                self.understanding
                    .people
                    .welcome(&id, &plain_number(&told.nip), &told.name);
                Ok(Whom {
                    id,
                    name: told.name.into(),
                    how: has_namesake.then_some(Matched::Namesake),
                    is_added: true,
                    is_sure: true,
                })
            }
            Ok(None) => self.guest(&told).ok_or_else(|| {
                let is_taking_part = self.form.table().name == participation.name;
                let reason = self.understanding.people.unknown(&told, is_taking_part);
                vec![(place, reason)]
            }),
            Err(reason) => Err(vec![(place, reason)]),
        }
    }

    /// Whom the column of staff of a list about something else means.
    fn named_alone(&self, fields: &ListCells) -> Option<Result<Whom, Faults>> {
        let table = self.form.table();
        let column = table.column("staff").filter(|_| table.name != staff.name)?;
        let own = field(fields, table, column)?;
        let found = self.understanding.people.meant(&own.cell.text);
        let who = found.map(|found| Whom {
            id: found.id.clone(),
            name: found.name.clone(),
            how: Some(Matched::ByName),
            is_added: false,
            is_sure: true,
        });
        Some(who.map_err(|reason| vec![(own.spot.clone(), reason)]))
    }

    /// The rows of tables that a row of the list becomes, that of its own table first.
    pub(super) fn entries(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        who: Option<&Whom>,
    ) -> Result<Vec<TableEntry>, Faults> {
        let entries = self.of_row(draft, row, fields, who)?;
        let outsiders = self.outside(&entries);
        Ok(entries.into_iter().chain(outsiders).collect())
    }

    fn of_row(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        who: Option<&Whom>,
    ) -> Result<Vec<TableEntry>, Faults> {
        let table = *self.form.tables.first().unwrap_or(&&staff);
        let id = who.map_or("", |who| &*who.id);
        match &*table.name {
            name if name == staff.name => self.of_staff(draft, row, fields, who),
            name if name == participation.name => self.of_participant(draft, row, fields, id),
            name if name == evaluations.name => self.of_evaluation(draft, row, fields, id),
            name if name == complaints.name => self.of_complaint(draft, row, fields),
            _ => {
                let preset = table
                    .column("staff")
                    .filter(|_| who.is_some())
                    .map(|column| (column, id));
                let code = self.code_of_name(table, fields);
                let coded = code.as_deref().map(|code| (Schema::FIRST, code));
                let preset: Vec<(usize, &str)> = preset.into_iter().chain(coded).collect();
                Ok(vec![self.entry(draft, row, (table, fields), &preset)?])
            }
        }
    }

    /// The code of a competency that a row names only.
    fn code_of_name(&mut self, table: &Schema, fields: &ListCells) -> Option<String> {
        let is_named = table.name == competencies.name && field(fields, table, Competency::code).is_none();
        let name = field(fields, table, Competency::name).filter(|_| is_named)?;
        Some(
            self.understanding
                .codes
                .of_name(CodeKind::Competency, &name.cell.text),
        )
    }

    /// The cells that a row says of a table, beside those that are known.
    pub(super) fn cells(
        &mut self,
        draft: &mut Draft<'_>,
        table: &'static Schema,
        fields: &ListCells,
        preset: &[(usize, &str)],
    ) -> Result<Vec<String>, Faults> {
        let mut cells = filled(table, preset);
        let (mut faults, mut understood) = (Vec::new(), Vec::new());
        for (index, column) in table.columns.iter().enumerate() {
            let is_known = preset.iter().any(|(known, _)| *known == index);
            let Some(field) = field(fields, table, index).filter(|_| !is_known) else {
                continue;
            };
            if column.refers == Some("staff") && !column.key {
                self.meet(&field.cell.text);
            }
            match self.understanding.plain(draft, column, field) {
                Ok(text) => {
                    understood.push(&field.spot);
                    cells[index] = text;
                }
                Err(reason) => faults.push((column.optional, field.spot.clone(), reason)),
            }
        }
        // Of a cell that two columns read, as attendance and the reason of an absence, one may know the word alone.
        faults.retain(|(is_optional, spot, _)| !(*is_optional && understood.contains(&spot)));
        let mut faults: Faults = faults
            .into_iter()
            .map(|(_, spot, reason)| (spot, reason))
            .collect();
        // What two columns read in one cell is told once.
        faults.dedup_by(|next, first| next.0 == first.0 && next.0.column.is_some());
        if faults.is_empty() { Ok(cells) } else { Err(faults) }
    }

    /// What a row lacks that must say some columns of a table. Where a posting began is not known, it stands from the day on
    /// from which the records tell anything: from today on it would make the months before untrue.
    pub(super) fn needed(&self, table: &Schema, names: &[&str]) -> Unfit {
        let begins = self.understanding.codes.begins;
        let begins = begins.filter(|_| table.name == postings.name);
        self.form.needed(table, names, begins)
    }

    /// The row of a table that a row of the list becomes. Where the table mints its ids, one that says the same is it.
    pub(super) fn entry(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        (table, fields): (&'static Schema, &ListCells),
        preset: &[(usize, &str)],
    ) -> Result<TableEntry, Faults> {
        let mut cells = self.cells(draft, table, fields, preset)?;
        let fault = |reason: Reason| vec![(row.clone(), reason)];
        let mints = mint::is_minted(table) && cells[Schema::FIRST].is_empty();
        if mints {
            cells[Schema::FIRST] = mint::stem(table, &cells, self.request.today).0;
        }
        let missing: Vec<&str> = table
            .columns
            .iter()
            .zip(&cells)
            .filter(|(column, cell)| column.key && cell.is_empty())
            .map(|(column, _)| &*column.name)
            .collect();
        if !missing.is_empty() {
            let needed = self.needed(table, &missing);
            return Err(fault(needed.into()));
        }
        let text = || row::key_text(&cells[..table.keys()]);
        let file = row::file(table, &cells, None)
            .ok_or_else(|| fault(crate::words::change::Slip::FileOfRow { text: text() }.into()))?;
        let file = match mints {
            true => {
                let (file, id) = self.same_or_minted(draft, table, file, &cells);
                cells[Schema::FIRST] = id;
                file
            }
            false => file,
        };
        let values = cells[table.keys()..]
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty());
        let mut values: Vec<(usize, String)> = values
            .map(|(at, text)| (at + table.keys(), text.clone()))
            .collect();
        values.shrink_to_fit();
        Ok(TableEntry {
            table,
            file,
            key: cells[..table.keys()].to_vec(),
            values,
            moved: None,
        })
    }

    /// The file and the id of a recorded row that says the same and that no other row of the list means; else a new id.
    fn same_or_minted(
        &mut self,
        draft: &mut Draft<'_>,
        table: &'static Schema,
        file: String,
        cells: &[String],
    ) -> (String, String) {
        if table.name == complaints.name && !cells[Complaint::reference].is_empty() {
            return self.numbered(draft, file, cells);
        }
        if let Some(place) = self.unnumbered.meant.get(cells).cloned()
            && self.claimed.insert((place.0.clone(), vec![place.1.clone()]))
        {
            self.unnumbered.note(cells, false);
            return place;
        }
        let says_same = |known: &Vec<String>| {
            let pairs = known.iter().zip(cells).skip(table.keys());
            pairs
                .into_iter()
                .all(|(known, cell)| cell.is_empty() || known == cell)
        };
        let recorded = self.ledger.recorded(draft, table, &file);
        for row in recorded.iter().filter(|row| says_same(row)) {
            let key = row[..table.keys()].to_vec();
            if self.claimed.insert((file.clone(), key)) {
                if table.name == complaints.name {
                    self.unnumbered.note(cells, false);
                }
                return (file, row[Schema::FIRST].clone());
            }
        }
        if table.name == complaints.name {
            self.unnumbered.note(cells, true);
        }
        let id = self.minted(table, cells);
        (file, id)
    }

    /// The complaint that its channel gave a number, in whatever month it is recorded or this list names it.
    fn numbered(&mut self, draft: &mut Draft<'_>, file: String, cells: &[String]) -> (String, String) {
        if !self.numbers.has_recorded {
            self.numbers.has_recorded = true;
            for file in row::files(draft, &complaints) {
                draft.scan(&complaints, &file, |row, _| {
                    let cell = |column: usize| row.cells.get(column).to_owned();
                    let named = (cell(Complaint::channel), cell(Complaint::reference));
                    let place = (file.clone(), cell(Complaint::id));
                    // What repeats another complaint has its number and is not it.
                    if !named.1.is_empty() && cell(Complaint::duplicate_of).is_empty() {
                        let told = [cell(Complaint::received), folded(&cell(Complaint::summary))];
                        let elsewhere = self.numbers.elsewhere.entry(named.1.clone()).or_default();
                        elsewhere.push((told, place.clone()));
                        self.numbers.known.insert(named, place);
                    }
                });
            }
        }
        let named = (
            cells[Complaint::channel].clone(),
            cells[Complaint::reference].clone(),
        );
        if let Some(place) = self.numbers.known.get(&named) {
            return place.clone();
        }
        // Under the name of another channel a number that says the same of the same day is the same complaint.
        let told = [
            cells[Complaint::received].clone(),
            folded(&cells[Complaint::summary]),
        ];
        let elsewhere = self.numbers.elsewhere.get(&named.1).into_iter().flatten();
        let mut elsewhere = elsewhere.filter(|(other, _)| *other == told);
        let place = match elsewhere.next() {
            Some((_, place)) => place.clone(),
            None => (file, self.minted(&complaints, cells)),
        };
        self.numbers.known.insert(named, place.clone());
        place
    }

    fn minted(&mut self, table: &Schema, cells: &[String]) -> String {
        let (stem, length) = mint::stem(table, cells, self.request.today);
        format!("{stem}{}", self.request.mint(length))
    }
}

/// Whether the table of a form names a person in each row.
pub(super) fn is_about_people(form: &ListForm) -> bool {
    let table = form.table();
    form.survey.is_none()
        && (table.name == staff.name
            || table
                .columns
                .iter()
                .any(|column| column.name == "staff" && column.refers == Some("staff")))
}
