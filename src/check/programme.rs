//! The programmes that rows refer to, and who takes part in them.

use super::register::{Register, loses_rows, unheard};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::table::Schema;
use crate::records::taking_part::{Attendance, Participation, attendance, participation};
use crate::records::training::Training;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// What is known of a training id.
#[derive(Clone, Debug)]
enum DocumentState {
    /// There is no such document.
    Missing,
    /// It is there and cannot be read, which is told where it stands.
    Broken,
    Here(Rc<Training>),
}

/// The documents that the rows at hand refer to, read when they are first named.
#[derive(Debug)]
pub(super) struct Programmes<'c> {
    register: &'c Register<'c>,
    known: RefCell<HashMap<String, DocumentState>>,
}

impl<'c> Programmes<'c> {
    pub(super) fn new(register: &'c Register<'c>) -> Programmes<'c> {
        Programmes {
            register,
            known: RefCell::default(),
        }
    }

    /// Takes in a document that was read already; `None` when it is broken.
    pub(super) fn add(&self, id: &str, training: Option<Rc<Training>>) {
        let known = training.map_or(DocumentState::Broken, DocumentState::Here);
        self.known.borrow_mut().insert(id.to_owned(), known);
    }

    /// The programme, when it has a document here that can be read.
    pub(super) fn get(&self, id: TrainingId<'_>) -> Option<Rc<Training>> {
        match self.known(id) {
            DocumentState::Here(training) => Some(training),
            _ => None,
        }
    }

    /// Whether everything that is known of the programme can be read: there is a document, or none is expected.
    pub(super) fn is_known(&self, id: TrainingId<'_>) -> bool {
        id.month().is_none() || matches!(self.known(id), DocumentState::Here(_))
    }

    /// Whether it should have a document and has none.
    pub(super) fn is_missing(&self, id: TrainingId<'_>) -> bool {
        id.month().is_some() && matches!(self.known(id), DocumentState::Missing)
    }

    fn known(&self, id: TrainingId<'_>) -> DocumentState {
        if let Some(known) = self.known.borrow().get(id.text()) {
            return known.clone();
        }
        let known = self.read(id);
        self.known
            .borrow_mut()
            .insert(id.text().to_owned(), known.clone());
        known
    }

    fn read(&self, id: TrainingId<'_>) -> DocumentState {
        let Some(name) = load::training_file(id) else {
            return DocumentState::Missing;
        };
        // What is wrong with it is told when the documents have their turn.
        match load::training(self.register.directory, id.text(), &mut Findings::new()) {
            Some(training) => DocumentState::Here(Rc::new(training)),
            None if self.register.has(&name) => DocumentState::Broken,
            None => DocumentState::Missing,
        }
    }
}

/// One participant, as the rules about a whole programme need it.
#[derive(Debug)]
pub(super) struct Participant {
    pub(super) origin: Origin,
    pub(super) status: ParticipationStatus,
    pub(super) reason: Option<AbsenceReason>,
    pub(super) replaces: Option<String>,
    pub(super) has_pre: bool,
    pub(super) has_post: bool,
    pub(super) has_evidence: bool,
    pub(super) is_verified: bool,
    pub(super) jp: Option<Dec>,
    /// How much of the programme he or she was present at, over the sessions where presence was recorded.
    pub(super) present: i64,
}

/// All participants of one programme in one month's file.
#[derive(Debug)]
pub(super) struct Roll {
    pub(super) id: String,
    /// The first row that names it: what concerns all of them is told there.
    pub(super) origin: Origin,
    /// The participants by the id of the person, of rows that can be read.
    pub(super) entries: BTreeMap<String, Participant>,
    /// The sessions where presence was recorded.
    pub(super) recorded: BTreeSet<String>,
    /// People whose row was rejected: they take part, but nobody knows how.
    rejected: BTreeSet<String>,
    /// Whether a row of presence was rejected, so that the minutes are not all there.
    pub(super) is_blurred: bool,
}

impl Participant {
    fn new(row: &Participation<'_>, origin: Origin) -> Participant {
        Participant {
            origin,
            status: row.status,
            reason: row.reason,
            replaces: row.replaces.map(|id| id.text().to_owned()),
            jp: row.jp,
            has_pre: row.pre.is_some(),
            has_post: row.post.is_some(),
            has_evidence: row.evidence.is_some() && row.sha256.is_some(),
            is_verified: row.verified_by.is_some(),
            present: 0,
        }
    }
}

impl Roll {
    fn new(id: &str, origin: Origin) -> Roll {
        Roll {
            id: id.to_owned(),
            origin,
            entries: BTreeMap::new(),
            recorded: BTreeSet::new(),
            rejected: BTreeSet::new(),
            is_blurred: false,
        }
    }

    /// Whether somebody takes part, by a row that can be read or not.
    pub(super) fn has(&self, staff: &str) -> bool {
        self.entries.contains_key(staff) || self.rejected.contains(staff)
    }

    /// How many participants there are of a kind.
    pub(super) fn count(&self, is_so: impl Fn(&Participant) -> bool) -> usize {
        self.entries.values().filter(|entry| is_so(entry)).count()
    }

    /// The row of the first participant of a kind, in the order of the file.
    pub(super) fn first(&self, is_so: impl Fn(&Participant) -> bool) -> Origin {
        let origins = self
            .entries
            .values()
            .filter(|entry| is_so(entry))
            .map(|entry| entry.origin);
        origins.min().unwrap_or(self.origin)
    }

    /// The document of the programme, when it can be read.
    pub(super) fn training(&self, programmes: &Programmes<'_>) -> Option<Rc<Training>> {
        TrainingId::parse(&self.id).ok().and_then(|id| programmes.get(id))
    }
}

/// The participants of a month, by programme.
#[derive(Debug, Default)]
pub(super) struct Rolls {
    pub(super) by_programme: BTreeMap<String, Roll>,
    /// Whether participants are missing because their file cannot be read.
    is_lost: bool,
    /// Their file, where there is none.
    pub(super) absent: Option<String>,
}

impl Rolls {
    /// Reads who takes part in the programmes of a month, and who was present. What is wrong with the rows is
    /// told when they are checked.
    pub(super) fn read(month: &str, programmes: &Programmes<'_>) -> Rolls {
        let mut rolls = Rolls::default();
        rolls.read_participation(month, programmes.register.directory);
        rolls.read_attendance(month, programmes);
        rolls
    }

    fn read_participation(&mut self, month: &str, directory: &Directory) {
        let unheard = unheard(directory, &participation, month, |raw, unheard| {
            let roll = self.roll(raw);
            let staff = raw.cells.get(Participation::staff).to_owned();
            match raw.read::<Participation<'_>>(unheard) {
                Some(row) => drop(roll.entries.insert(staff, Participant::new(&row, raw.origin))),
                None => drop(roll.rejected.insert(staff)),
            }
        });
        self.is_lost = loses_rows(&unheard);
        let file = participation.file(month);
        self.absent = matches!(directory.open_file(&file), Ok(None)).then_some(file);
    }

    fn read_attendance(&mut self, month: &str, programmes: &Programmes<'_>) {
        let directory = programmes.register.directory;
        let unheard = unheard(directory, &attendance, month, |raw, unheard| {
            match raw.read::<Attendance<'_>>(unheard) {
                Some(row) => self.attend(&row, programmes),
                None => self.roll(raw).is_blurred = true,
            }
        });
        let is_lost = loses_rows(&unheard);
        let rolls = self.by_programme.values_mut();
        rolls.for_each(|roll| roll.is_blurred |= is_lost);
    }

    /// Whether somebody takes part in a programme; nobody is said not to when rows were lost.
    pub(super) fn has(&self, training: TrainingId<'_>, staff: &str) -> bool {
        let roll = self.by_programme.get(training.text());
        self.is_lost || roll.is_some_and(|roll| roll.has(staff))
    }

    /// The roll of the programme that a row names in its first column.
    fn roll(&mut self, raw: &RawRow<'_>) -> &mut Roll {
        let id = raw.cells.get(Schema::FIRST).to_owned();
        let entry = self.by_programme.entry(id);
        entry.or_insert_with_key(|id| Roll::new(id, raw.origin))
    }

    fn attend(&mut self, row: &Attendance<'_>, programmes: &Programmes<'_>) {
        let Some(roll) = self.by_programme.get_mut(row.training.text()) else {
            return;
        };
        roll.recorded.insert(row.session.text().to_owned());
        if let Some(entry) = roll.entries.get_mut(row.staff.text())
            && row.present
        {
            let training = programmes.get(row.training);
            let share = training.map(|training| training.share(row.session.text(), row.minutes));
            entry.present += share.or(row.minutes).unwrap_or(0);
        }
    }
}
