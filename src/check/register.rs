//! What every rule may rely on: the office's documents and, of its people and lists, what references need.

use super::career::Career;
use super::partition;
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load::{self, Survey};
use crate::records::TABLES;
use crate::records::code::Employment;
use crate::records::document::FieldInfo;
use crate::records::import::ImportRule;
use crate::records::organisation::{Contract, Posting, Staff, Unit, contracts, postings, staff, units};
use crate::records::performance::evaluations;
use crate::records::plan::Plan;
use crate::records::settings::Settings;
use crate::records::table::{Cut, Schema};
use crate::records::taking_part::participation;
use crate::records::time::Day;
use crate::rules::Rules;
use crate::schema::DOCUMENTS;
use crate::words::grounds::Grounds;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What every rule may rely on.
#[derive(Debug)]
pub(super) struct Register<'d> {
    pub(super) directory: &'d Directory,
    pub(super) as_of: Day,
    /// The same day as text.
    pub(super) today: String,
    /// `None` when `bina.toml` cannot be read.
    pub(super) settings: Option<Settings>,
    pub(super) rules: Rules,
    pub(super) surveys: Vec<Survey>,
    /// The office's own rules for lists of other programs, by name.
    pub(super) imports: Vec<(String, ImportRule)>,
    /// The plans by year; those that cannot be read are told when their turn comes.
    pub(super) plans: BTreeMap<i32, Option<Plan>>,
    pub(super) people: HashMap<String, Career>,
    /// Every position that somebody held at any time; empty when nobody knows.
    pub(super) positions: BTreeSet<String>,
    /// Each NIP with the first person that has it.
    pub(super) nips: HashMap<String, String>,
    /// Each unit with the unit above it.
    pub(super) parents: HashMap<String, Option<String>>,
    /// The ids of the other tables that references name.
    ids: Vec<(&'static str, HashSet<String>)>,
    /// The tables whose rows could not be told apart: nobody knows what is in them.
    lost: Vec<&'static str>,
    /// The lists without a row that must have one, and why: the cause of all that would follow.
    pub(super) emptied: Vec<(&'static Schema, Grounds)>,
}

impl<'d> Register<'d> {
    /// Reads it. What is wrong with the documents is told; the tables are told of when their turn comes.
    pub(super) fn load(directory: &'d Directory, as_of: Day, findings: &mut Findings) -> Register<'d> {
        let surveys = load::surveys(directory, findings);
        let mut register = Register {
            directory,
            as_of,
            today: as_of.to_string(),
            settings: load::settings(directory, findings),
            rules: load::rules(directory, findings),
            ids: Vec::new(),
            lost: Vec::new(),
            emptied: Vec::new(),
            people: HashMap::new(),
            positions: BTreeSet::new(),
            nips: HashMap::new(),
            parents: HashMap::new(),
            surveys,
            imports: load::imports(directory, findings),
            plans: BTreeMap::new(),
        };
        register.read_people();
        register.read_dates();
        register.read_units();
        register.read_ids();
        register.read_plans();
        register.note_emptied();
        register
    }

    /// Whether a table has a row with that id; `None` when the table is not in memory. A file without a good heading
    /// is told once, and no reference into it is called wrong.
    pub(super) fn knows(&self, table: &str, id: &str) -> Option<bool> {
        match table {
            _ if self.is_lost(table) => Some(true),
            "staff" => Some(self.people.contains_key(id)),
            "units" => Some(self.parents.contains_key(id)),
            _ => {
                let (_, ids) = self.ids.iter().find(|(name, _)| *name == table)?;
                Some(ids.contains(id))
            }
        }
    }

    /// Whether rows of a table could not be told apart, so that nobody knows what is in it.
    pub(super) fn is_lost(&self, table: &str) -> bool {
        self.lost.contains(&table)
    }

    /// Whether the plan of a year has an item with that key. Nobody is said to be wrong about a plan that cannot be
    /// read.
    pub(super) fn has_item(&self, year: i32, key: &str) -> bool {
        match self.plans.get(&year) {
            None => false,
            Some(None) => true,
            Some(Some(plan)) => plan.item.iter().any(|item| *item.key.value == *key),
        }
    }

    /// Whether there is a questionnaire with that code, which need not be right.
    pub(super) fn has_survey_file(&self, code: &str) -> bool {
        self.surveys.iter().any(|survey| survey.code == code)
            || self.has(&format!("questionnaires/{code}.toml"))
    }

    /// Whether there is a file; one that cannot be opened is there.
    pub(super) fn has(&self, file: &str) -> bool {
        !matches!(self.directory.open_file(file), Ok(None))
    }

    /// The place of a file as a whole.
    pub(super) fn whole(&self, name: &str) -> Origin {
        Origin::whole(self.directory.number(name))
    }

    /// Notes that the rows of a table were lost, when reading it said so.
    fn note_loss(&mut self, table: &'static Schema, unheard: &Findings) {
        if loses_rows(unheard) {
            self.lost.push(&table.name);
        }
    }

    /// Notes that nobody, or no unit, is there, where postings or participations say that there are; and that nobody is
    /// posted, where employees took part in something or were evaluated.
    fn note_emptied(&mut self) {
        let mut is_posted = false;
        let of_postings = unheard(self.directory, &postings, "", |_, _| is_posted = true);
        let is_named = is_posted || has_files(self.directory, &participation);
        let is_employed = |career: &Career| career.employment.is_some_and(Employment::is_asn);
        let has_staff = is_at_work(self.directory) && self.people.values().any(is_employed);
        let is_unposted = has_staff && !is_posted && !loses_rows(&of_postings);
        let empty = [
            (&staff, is_named && self.people.is_empty(), Grounds::Others),
            (&units, is_named && self.parents.is_empty(), Grounds::Others),
            (&postings, is_unposted, Grounds::Posted),
        ];
        for (table, _, grounds) in empty.into_iter().filter(|(_, is_empty, _)| *is_empty) {
            if !self.is_lost(&table.name) {
                self.lost.push(&table.name);
                // That there is no file is told with the other lists.
                if self.has(&table.path) {
                    self.emptied.push((table, grounds));
                }
            }
        }
    }

    fn read_plans(&mut self) {
        let mut unheard = Findings::new();
        for name in load::names(self.directory, "plans", ".toml", &mut unheard) {
            if let Some(year) = partition::year_of(&name) {
                self.plans
                    .insert(year, load::plan(self.directory, year, &mut unheard));
            }
        }
    }

    fn read_people(&mut self) {
        let (people, nips) = (&mut self.people, &mut self.nips);
        let unheard = unheard(self.directory, &staff, "", |raw, unheard| {
            let row = raw.read::<Staff>(unheard);
            let id = raw.cells.get(Staff::id);
            let career = people.entry(id.to_owned()).or_default();
            career.employment = row.map(|row| row.employment);
            career.joined = row.and_then(|row| row.joined);
            if let Some(nip) = row.and_then(|row| row.nip) {
                nips.entry(nip.text().to_owned()).or_insert_with(|| id.to_owned());
            }
        });
        self.note_loss(&staff, &unheard);
    }

    fn read_dates(&mut self) {
        let (people, positions) = (&mut self.people, &mut self.positions);
        let of_postings = unheard(self.directory, &postings, "", |raw, unheard| {
            let row = raw.read::<Posting>(unheard);
            let position = row.and_then(|row| row.position);
            if let Some(position) = position.filter(|position| !positions.contains(*position)) {
                positions.insert(position.to_owned());
            }
            let career = people.get_mut(raw.cells.get(Posting::staff)).into_iter();
            career.for_each(|career| career.post(row));
        });
        // Of a row that cannot be read nobody knows the position.
        if of_postings.errors() > 0 {
            positions.clear();
        }
        let of_contracts = unheard(self.directory, &contracts, "", |raw, unheard| {
            if let Some(career) = people.get_mut(raw.cells.get(Contract::staff)) {
                career.engage(raw.read::<Contract>(unheard));
            }
        });
        let is_lost = loses_rows(&of_postings) || loses_rows(&of_contracts);
        people.values_mut().for_each(|career| career.complete(is_lost));
    }

    fn read_units(&mut self) {
        let parents = &mut self.parents;
        let unheard = unheard(self.directory, &units, "", |raw, unheard| {
            let parent = raw.read::<Unit>(unheard).and_then(|row| row.parent);
            parents.insert(
                raw.cells.get(Unit::code).to_owned(),
                parent.map(|id| id.text().to_owned()),
            );
        });
        self.note_loss(&units, &unheard);
    }

    /// The ids of every other whole table that a column refers to.
    fn read_ids(&mut self) {
        let own = TABLES.iter().flat_map(|table| table.columns.iter());
        let asked = self.surveys.iter().flat_map(|survey| survey.table.columns.iter());
        let mut targets: Vec<&'static str> = own.chain(asked).filter_map(|column| column.refers).collect();
        targets.extend(
            DOCUMENTS
                .iter()
                .flat_map(|kind| (kind.fields)())
                .flat_map(FieldInfo::targets),
        );
        targets.sort_unstable();
        targets.dedup();
        for table in targets.into_iter().filter_map(crate::records::table) {
            if table.cut == Cut::Whole && !["staff", "units"].contains(&&*table.name) {
                // The first key cell of every row, also of the broken ones.
                let mut ids = HashSet::new();
                let unheard = unheard(self.directory, table, "", |raw, _| {
                    ids.insert(raw.cells.get(Schema::FIRST).to_owned());
                });
                self.ids.push((&table.name, ids));
                self.note_loss(table, &unheard);
            }
        }
    }
}

/// Whether there is a file of a table that is cut by month or period.
fn has_files(directory: &Directory, table: &Schema) -> bool {
    !load::names(directory, &table.path, ".csv", &mut Findings::new()).is_empty()
}

/// Whether something is recorded of people who serve in a unit: they took part, or were evaluated.
pub(super) fn is_at_work(directory: &Directory) -> bool {
    [&participation, &evaluations]
        .iter()
        .any(|table| has_files(directory, table))
}

/// Whether reading lost rows: a broken row leaves its id behind, but a bad heading or an open quote swallows them.
pub(super) fn loses_rows(unheard: &Findings) -> bool {
    unheard.iter().any(|finding| finding.problem.hides_rows())
}

/// Shows every row of a table's file to `each`, and gives what is wrong with it: that is told when the file itself is
/// checked, and not here.
pub(super) fn unheard(
    directory: &Directory,
    table: &Schema,
    partition: &str,
    each: impl FnMut(&RawRow<'_>, &mut Findings),
) -> Findings {
    let mut findings = Findings::new();
    directory.scan(table, &table.file(partition), &mut findings, each);
    findings
}
