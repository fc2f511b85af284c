//! What is recorded and looked for by another name than its key: complaints by number or by what they say, trainings by
//! title.

use crate::records::complaint::Complaint;
use crate::records::time::Month;
use crate::words::import::{Intake, Spot};
use crate::words::{Lang, Say};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The day and the words of a complaint, with its file and id.
type SaidThere = ([String; 2], (String, String));

/// The complaints that have a number, recorded and new, by channel and number: file and id.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) known: HashMap<(String, String), (String, String)>,
    /// The recorded ones by number alone, each with its day and its words folded: another channel may call it its own.
    pub(super) elsewhere: HashMap<String, Vec<SaidThere>>,
    /// Whether the recorded ones are among them.
    pub(super) has_recorded: bool,
}

/// What is concluded of the status of complaints: the cells.
#[derive(Default)]
pub(super) struct Statuses {
    /// Of those that were forwarded on the day on which others are closed.
    pub(super) forwarded: Vec<Spot>,
    /// Of those that were forwarded on a day that nobody tells.
    pub(super) undated: Vec<Spot>,
    /// The words that are read as outcomes of another name, each with it.
    pub(super) read: BTreeMap<String, String>,
    /// Of those that are open in words of their own, with these.
    pub(super) open: Vec<(String, Spot)>,
}

impl Statuses {
    /// What is told of them.
    pub(super) fn told(&self, lang: Lang) -> impl Iterator<Item = Intake> {
        let first = |spots: &[Spot]| Some((spots.len(), spots.first()?.text(lang)));
        let forwarded = first(&self.forwarded).map(|(count, place)| Intake::ForwardedOpen { count, place });
        let undated = first(&self.undated).map(|(count, place)| Intake::ForwardedUndated { count, place });
        let texts: BTreeSet<String> = self.open.iter().map(|(text, _)| format!("`{text}`")).collect();
        let texts = texts.into_iter().collect::<Vec<_>>().join(", ");
        let open = self.open.first().map(|(_, spot)| Intake::StatusOpen {
            count: self.open.len(),
            texts,
            place: spot.text(lang),
        });
        [forwarded, undated, open].into_iter().flatten()
    }
}

impl Numbers {
    /// Takes them away, so that none is known meanwhile.
    pub(super) fn set_aside(&mut self) -> Numbers {
        let none = Numbers {
            has_recorded: true,
            ..Numbers::default()
        };
        std::mem::replace(self, none)
    }
}

/// The complaints without a number that a list names and that nothing recorded says the same as.
#[derive(Default)]
pub(super) struct Unnumbered {
    /// Their cells.
    pub(super) new: Vec<Vec<String>>,
    /// The first and the last day of receipt that the list names.
    pub(super) span: Option<(String, String)>,
    /// Which recorded complaint is meant all the same, by the cells that say it otherwise: file and id.
    pub(super) meant: HashMap<Vec<String>, (String, String)>,
}

impl Unnumbered {
    /// Begins to read the list once more.
    pub(super) fn begin(&mut self) {
        (self.new, self.span) = (Vec::new(), None);
    }

    /// Notes a complaint that the list names.
    pub(super) fn note(&mut self, cells: &[String], is_new: bool) {
        let day = || cells[Complaint::received].clone();
        let (first, last) = self.span.take().unwrap_or_else(|| (day(), day()));
        self.span = Some((first.min(day()), last.max(day())));
        self.new.extend(is_new.then(|| cells.to_vec()));
    }
}

/// Past trainings as far as they were asked for.
#[derive(Default)]
pub(super) struct Titles {
    /// Programmes of this office by month and the end of their id; `None` where there is none.
    pub(super) own: HashMap<(Month, String), Option<String>>,
    /// Who completed which programme of another office: in which file that stands, and the year.
    pub(super) elsewhere: HashMap<[String; 2], (Option<String>, i32)>,
    pub(super) has_recorded: bool,
}
