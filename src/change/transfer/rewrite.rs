//! Gives the rows of another office the ids of this one. What they name and is not here is emptied, and told.

use super::bundle::{Bundle, TABLES};
use crate::change::Draft;
use crate::change::people::Personnel;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::code::PostingStatus;
use crate::records::organisation::{Posting, Staff, postings};
use crate::records::references::Reference;
use crate::records::table::{Attribute, Schema};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use crate::words::change::Hint;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many bytes of a slug are kept where a month follows it.
const SLUG: usize = 56;

/// What the rows of one bundle become.
pub(super) struct Rewriter<'b> {
    bundle: &'b Bundle,
    /// The id of the person here.
    me: String,
    people: Rc<Personnel>,
    /// The ids that programmes have here.
    trainings: BTreeMap<String, String>,
    /// The months in whose files the programmes of other offices stand.
    months: BTreeMap<String, Month>,
    /// The ids here of rows that others name, by table and id there.
    ids: BTreeMap<(String, String), String>,
    /// What was emptied, and which rows are left out: how often.
    emptied: BTreeMap<(String, String), usize>,
    left: BTreeMap<(String, String), usize>,
}

impl<'b> Rewriter<'b> {
    /// Knows what the bundle names, and what of it is here.
    pub(super) fn new(draft: &mut Draft<'_>, bundle: &'b Bundle, me: &str) -> Rewriter<'b> {
        let trainings = trainings(draft, bundle, me);
        Rewriter {
            bundle,
            me: me.to_owned(),
            people: draft.people(),
            months: months(bundle, &trainings),
            trainings,
            ids: BTreeMap::new(),
            emptied: BTreeMap::new(),
            left: BTreeMap::new(),
        }
    }

    /// Notes which id a row that others may name has here.
    pub(super) fn name(&mut self, table: &Schema, there: &str, here: &str) {
        self.ids
            .insert((table.name.to_string(), there.to_owned()), here.to_owned());
    }

    /// The month of the file for a row of a programme that names none.
    pub(super) fn month(&self, table: &Schema, cells: &[String]) -> Option<Month> {
        let training = &cells[table.column("training")?];
        let month = self.months.get(training).copied();
        Some(month.unwrap_or(self.bundle.head.on.month()))
    }

    /// The cells of a row as they are here; `None` when it cannot stand without something that is not here.
    pub(super) fn row(&mut self, table: &Schema, cells: &[String]) -> Option<Vec<String>> {
        let mut new = cells.to_vec();
        for (index, column) in table.columns.iter().enumerate() {
            let cell = &cells[index];
            if cell.is_empty() || (table.name == "staff" && column.key) {
                continue;
            }
            match self.cell(column, cell) {
                Some(cell) => new[index] = cell,
                None if column.optional => {
                    let name = format!("{}.{}", table.name, column.name);
                    *self.emptied.entry((name, self.shown(column, cell))).or_default() += 1;
                    new[index] = String::new();
                }
                None => {
                    let what = self.shown(column, cell);
                    *self.left.entry((table.name.to_string(), what)).or_default() += 1;
                    return None;
                }
            }
        }
        if table.name == "staff" {
            new[Staff::id].clone_from(&self.me);
        }
        if table.name == participation.name && new[Participation::training] != cells[Participation::training]
        {
            let title = self.bundle.trainings.get(&cells[Participation::training]);
            new[Participation::external_title] = title.cloned().unwrap_or_default();
        }
        if table.name == postings.name {
            // Days in another office: known, and counted nowhere here.
            new[Posting::status] = PostingStatus::Moved.code().to_owned();
        }
        Some(new)
    }

    /// The cell as it is here; `None` when what it names is not.
    fn cell(&self, column: &Attribute, cell: &str) -> Option<String> {
        match (column.refers, column.kind) {
            (Some("staff"), _) => self.person(cell),
            // A code of the old office may stand for another unit here.
            (Some("units"), _) => None,
            // The catalogue gets what it lacks.
            (Some("competencies"), _) => Some(cell.to_owned()),
            (Some(other), _) => self.id(other, cell),
            (None, Domain::TrainingId) => Some(self.training(cell)),
            (None, Domain::Reference) => self.reference(cell),
            (None, _) => Some(cell.to_owned()),
        }
    }

    /// The id here of a person there: the one who comes, or somebody of that id and name.
    fn person(&self, there: &str) -> Option<String> {
        if there == self.bundle.head.person {
            return Some(self.me.clone());
        }
        let here = self.people.by_id(there)?;
        (self.bundle.people.get(there) == Some(&here.name)).then(|| there.to_owned())
    }

    fn id(&self, table: &str, there: &str) -> Option<String> {
        self.ids.get(&(table.to_owned(), there.to_owned())).cloned()
    }

    fn training(&self, there: &str) -> String {
        self.trainings
            .get(there)
            .map_or_else(|| there.to_owned(), String::clone)
    }

    /// `evaluation:p0000001/2026-Q3`, `participation:2026-10/slug/p0000001` and ids of rows that came along.
    fn reference(&self, cell: &str) -> Option<String> {
        let Reference { kind, id } = Reference::parse(cell).ok()?;
        let id = match kind {
            "training" => self.training(id),
            "evaluation" => {
                let (staff, period) = id.split_once('/')?;
                (staff == self.bundle.head.person).then(|| format!("{}/{period}", self.me))?
            }
            "participation" => {
                let (training, staff) = id.rsplit_once('/')?;
                let is_mine = staff == self.bundle.head.person;
                is_mine.then(|| format!("{}/{}", self.training(training), self.me))?
            }
            _ => {
                let table = TABLES.iter().find(|table| table.one == kind)?;
                self.id(&table.name, id)?
            }
        };
        Some(format!("{kind}:{id}"))
    }

    /// What a cell names, for a reader: a person by name, a unit with its office.
    fn shown(&self, column: &Attribute, cell: &str) -> String {
        let more = match column.refers {
            Some("staff") => self.bundle.people.get(cell),
            Some("units") => Some(&self.bundle.head.agency),
            _ => None,
        };
        match (more, column.refers) {
            (Some(name), Some("staff")) => format!("{name} ({cell})"),
            (Some(agency), _) => format!("{cell} ({agency})"),
            (None, _) => cell.to_owned(),
        }
    }

    /// Notes what became of the programmes, what was emptied, and what was left out.
    pub(super) fn tell(&self, draft: &mut Draft<'_>) {
        for (there, here) in self.trainings.iter().filter(|(there, here)| there != here) {
            let title = self.bundle.trainings.get(there).cloned().unwrap_or_default();
            let (there, here) = (there.clone(), here.clone());
            draft.note(Hint::TrainingElsewhere { there, here, title });
        }
        for ((column, what), count) in &self.emptied {
            let (column, what, count) = (column.clone(), what.clone(), *count);
            draft.note(Hint::ReferenceEmptied { column, what, count });
        }
        for ((table, what), count) in &self.left {
            let (table, what, count) = (table.clone(), what.clone(), *count);
            draft.note(Hint::RowsLeft { table, what, count });
        }
    }
}

/// The ids of the programmes here: the same where the person is on the list already, who comes back; else of another
/// office. What somebody did elsewhere is no participation in a programme here, not even of the same name and month.
fn trainings(draft: &mut Draft<'_>, bundle: &Bundle, me: &str) -> BTreeMap<String, String> {
    let ids: BTreeSet<&str> = bundle.cells(|kind, _| kind == Domain::TrainingId).collect();
    let mut bearers: BTreeMap<&str, usize> = BTreeMap::new();
    let parsed: Vec<TrainingId<'_>> = ids
        .iter()
        .filter_map(|id| <TrainingId as Cell>::parse(id).ok())
        .collect();
    for id in &parsed {
        *bearers.entry(id.slug()).or_default() += 1;
    }
    let renamed = parsed.iter().filter_map(|id| {
        let month = id.month()?;
        let is_alone = bearers.get(id.slug()) == Some(&1);
        let here = match (is_on_list(draft, *id, me), is_alone) {
            (true, _) => id.text().to_owned(),
            (false, true) => format!("external/{}", id.slug()),
            // Two programmes of the same name are told apart by their month.
            (false, false) => {
                let slug: String = id.slug().chars().take(SLUG).collect();
                format!("external/{slug}-{month}")
            }
        };
        Some((id.text().to_owned(), here))
    });
    renamed.collect()
}

/// Whether somebody is on the list of the programme here.
fn is_on_list(draft: &mut Draft<'_>, id: TrainingId<'_>, me: &str) -> bool {
    let Some(month) = id.month() else { return false };
    let rows = draft.rows(&participation, &participation.file(&month.to_string()));
    let mut rows = rows.into_iter();
    rows.any(|row| row.cells[Participation::training] == id.text() && row.cells[Participation::staff] == me)
}

/// By the id here, the month in which the person completed a programme, else the month that it was planned for.
fn months(bundle: &Bundle, trainings: &BTreeMap<String, String>) -> BTreeMap<String, Month> {
    let of = |cells: &[String]| {
        let day = Day::parse(&cells[Participation::completed]);
        let planned = || {
            <TrainingId as Cell>::parse(&cells[Participation::training])
                .ok()?
                .month()
        };
        day.map(Day::month).or_else(planned)
    };
    let rows = bundle.of(&participation).iter();
    rows.filter_map(|line| {
        let there = &line.cells[Participation::training];
        let here = trainings.get(there).unwrap_or(there);
        Some((here.clone(), of(&line.cells)?))
    })
    .collect()
}
