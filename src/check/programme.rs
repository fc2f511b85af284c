//! The programmes that rows refer to, and who takes part in them.

use super::context::Context;
use crate::diagnostic::{Findings, Origin};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::taking_part::{Attendance, Participation, attendance, participation};
use crate::records::training::Training;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// What is known of a training id.
#[derive(Clone, Debug)]
enum Known {
    /// There is no such document.
    Missing,
    /// It is there and cannot be read, which is told where it stands.
    Broken,
    Here(Rc<Training>),
}

/// The documents that the rows at hand refer to, read when they are first named.
#[derive(Debug)]
pub(super) struct Programmes<'c> {
    context: &'c Context<'c>,
    known: RefCell<HashMap<String, Known>>,
}

impl<'c> Programmes<'c> {
    pub(super) fn new(context: &'c Context<'c>) -> Programmes<'c> {
        Programmes {
            context,
            known: RefCell::default(),
        }
    }

    /// Takes in a document that was read already; `None` when it is broken.
    pub(super) fn add(&self, id: &str, training: Option<Rc<Training>>) {
        let known = training.map_or(Known::Broken, Known::Here);
        self.known.borrow_mut().insert(id.to_owned(), known);
    }

    /// The programme, when it has a document here that can be read.
    pub(super) fn get(&self, id: TrainingId<'_>) -> Option<Rc<Training>> {
        match self.known(id) {
            Known::Here(training) => Some(training),
            _ => None,
        }
    }

    /// Whether it should have a document and has none.
    pub(super) fn is_missing(&self, id: TrainingId<'_>) -> bool {
        id.month().is_some() && matches!(self.known(id), Known::Missing)
    }

    fn known(&self, id: TrainingId<'_>) -> Known {
        if let Some(known) = self.known.borrow().get(id.text()) {
            return known.clone();
        }
        let known = self.read(id);
        self.known
            .borrow_mut()
            .insert(id.text().to_owned(), known.clone());
        known
    }

    fn read(&self, id: TrainingId<'_>) -> Known {
        let directory = self.context.directory;
        let Some(name) = load::training_file(id) else {
            return Known::Missing;
        };
        match directory.open_file(&name) {
            Ok(None) => Known::Missing,
            Err(_) => Known::Broken,
            // Told when the documents have their turn.
            Ok(Some(_)) => load::training(directory, id.text(), &mut Findings::new())
                .map_or(Known::Broken, |training| Known::Here(Rc::new(training))),
        }
    }
}

/// One participant, as the rules about a whole programme need it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) origin: Origin,
    pub(super) status: ParticipationStatus,
    pub(super) reason: Option<AbsenceReason>,
    pub(super) replaces: Option<String>,
    pub(super) has_pre: bool,
    pub(super) has_post: bool,
    pub(super) has_evidence: bool,
    pub(super) is_verified: bool,
    /// Minutes present, over the sessions where presence was recorded.
    pub(super) present: i64,
}

/// All participants of one programme in one month's file.
#[derive(Debug)]
pub(super) struct Roll {
    pub(super) id: String,
    /// Its first row.
    pub(super) origin: Origin,
    /// By person.
    pub(super) entries: BTreeMap<String, Entry>,
    /// The sessions where presence was recorded.
    pub(super) recorded: BTreeSet<String>,
}

impl Entry {
    fn new(row: &Participation<'_>, origin: Origin) -> Entry {
        Entry {
            origin,
            status: row.status,
            reason: row.reason,
            replaces: row.replaces.map(|id| id.text().to_owned()),
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
        }
    }

    /// How many participants there are of a kind.
    pub(super) fn count(&self, is_so: impl Fn(&Entry) -> bool) -> usize {
        self.entries.values().filter(|entry| is_so(entry)).count()
    }

    /// The row of the first participant of a kind, in the order of the file.
    pub(super) fn first(&self, is_so: impl Fn(&Entry) -> bool) -> Origin {
        let origins = self
            .entries
            .values()
            .filter(|entry| is_so(entry))
            .map(|entry| entry.origin);
        origins.min().unwrap_or(self.origin)
    }

    /// The programme's document.
    pub(super) fn training(&self, programmes: &Programmes<'_>) -> Option<Rc<Training>> {
        TrainingId::parse(&self.id).ok().and_then(|id| programmes.get(id))
    }
}

/// The participants of a month, by programme.
#[derive(Debug, Default)]
pub(super) struct Rolls(pub(super) BTreeMap<String, Roll>);

impl Rolls {
    /// Reads who takes part in the programmes of a month, and who was present. What is wrong with the rows is
    /// told when they are checked.
    pub(super) fn read(month: &str, programmes: &Programmes<'_>) -> Rolls {
        let mut rolls = Rolls::default();
        let (directory, mut unheard) = (programmes.context.directory, Findings::new());
        directory.scan(
            &participation,
            &participation.file(month),
            &mut unheard,
            |raw, unheard| {
                if let Some(row) = raw.read::<Participation<'_>>(unheard) {
                    rolls.add(&row, raw.origin);
                }
            },
        );
        directory.scan(
            &attendance,
            &attendance.file(month),
            &mut unheard,
            |raw, unheard| {
                if let Some(row) = raw.read::<Attendance<'_>>(unheard) {
                    rolls.attend(&row, programmes);
                }
            },
        );
        rolls
    }

    /// The participants of a programme.
    pub(super) fn of(&self, training: TrainingId<'_>) -> Option<&Roll> {
        self.0.get(training.text())
    }

    fn add(&mut self, row: &Participation<'_>, origin: Origin) {
        let id = row.training.text();
        if !self.0.contains_key(id) {
            self.0.insert(id.to_owned(), Roll::new(id, origin));
        }
        if let Some(roll) = self.0.get_mut(id) {
            roll.entries
                .insert(row.staff.text().to_owned(), Entry::new(row, origin));
        }
    }

    fn attend(&mut self, row: &Attendance<'_>, programmes: &Programmes<'_>) {
        let Some(roll) = self.0.get_mut(row.training.text()) else {
            return;
        };
        roll.recorded.insert(row.session.text().to_owned());
        if let Some(entry) = roll.entries.get_mut(row.staff.text())
            && row.present
        {
            let whole = || session_minutes(programmes, row).unwrap_or(0);
            entry.present += row.minutes.unwrap_or_else(whole);
        }
    }
}

/// How long the session of a row lasts, by the programme's document.
pub(super) fn session_minutes(programmes: &Programmes<'_>, row: &Attendance<'_>) -> Option<i64> {
    let training = programmes.get(row.training)?;
    let session = training
        .session
        .iter()
        .find(|session| &*session.key.value == row.session.text())?;
    Some(session.minutes)
}
