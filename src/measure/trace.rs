//! Where a figure comes from: which rows it used, which it left out and why, and by which rule.

use crate::diagnostic::Origin;
use crate::rules::{Enactment, Head};
use crate::words::words;
use std::collections::HashMap;

/// A figure while it is being measured: the table and column of its address, and the number of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    /// The id of the report's table.
    pub table: &'static str,
    /// The number of the row in the measure's own order (unit, person, programme), or [`ALL`].
    pub row: u64,
    /// The id of the column, or of a part of its figure.
    pub column: &'static str,
}

/// The row of a total, and of what belongs to no row but the total.
pub const ALL: u64 = u64::MAX;

impl Figure {
    /// The figure at an address.
    pub fn new(table: &'static str, row: impl Into<u64>, column: &'static str) -> Figure {
        let row = row.into();
        Figure { table, row, column }
    }

    /// The figure of a unit; of what has no unit, of the office alone.
    pub fn of_unit(table: &'static str, unit: Option<u32>, column: &'static str) -> Figure {
        Figure::new(table, unit.map_or(ALL, u64::from), column)
    }
}

/// The number of a part of a row, where the rows of a table are parts of others: the aspects of a programme.
pub fn part(row: u64, part: usize) -> u64 {
    row << 16 | part as u64
}

/// The number of the row that a row is a part of.
pub fn whole_of(part: u64) -> u64 {
    part >> 16
}

/// What entered a figure or was left out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A row of a table, or a value of a document.
    Row(Origin),
    /// A person, by number in the order of `staff.csv`: who counts, not what was written about her.
    Person(u32),
}

impl From<Origin> for Source {
    fn from(origin: Origin) -> Source {
        Source::Row(origin)
    }
}

words! {
    /// Why a row was left out of a figure.
    #[derive(Copy)]
    pub enum Omission {
        LaterThanPeriod: id "terjadi sesudah akhir periode", en "it happened after the end of the period";
        NoCompletionDay: id "tanggal selesai kosong", en "the day of completion is empty";
        NoJp: id "JP kosong", en "the JP are empty";
        NotCounted: id "orang ini tidak dihitung pada hari terakhir periode", en "the person does not count on the last day of the period";
        NotAComplaint: id "bukan pengaduan", en "it is no complaint";
        Duplicate: id "pengaduan ganda", en "it repeats another complaint";
        NoPair: id "tes awal atau tes akhir kosong", en "pre-test or post-test is empty";
        Incomplete: id "evaluasi belum lengkap", en "the evaluation is incomplete";
        Superseded: id "ada evaluasi periode yang berakhir lebih akhir", en "an evaluation of a period that ends later counts instead";
        NotAnswered: id "unsur ini tidak dijawab", en "this element was not answered";
        AboutInstructor: id "jawaban tentang pengajar; dihitung pada pengajar itu", en "it is about an instructor and counts there";
        NotAssessed: id "pengakuan JP belum dinilai", en "its recognition is not yet assessed";
        NotVerified: id "sertifikat belum diverifikasi", en "the certificate is not verified";
        Lacking: id "belum lengkap", en "incomplete";
        Cancelled: id "pelatihan dibatalkan", en "the programme was cancelled";
        NotDone: id "pelatihan belum selesai", en "the programme is not done yet";
        Dropped: id "butir rencana dibatalkan", en "the item was dropped";
        NoCost: id "biaya kosong", en "its cost is empty";
        NeverAssessed: id "kompetensi ini belum pernah dinilai", en "the competency was never assessed";
        Known: id "orang ini sudah dihitung", en "the person is counted already";
        TalkedAbout: id "sudah dibicarakan dengannya", en "it was talked about";
        NoMinutes: id "lama sesi tidak dicatat", en "its minutes are not on record";
        NoClass: id "kelas kosong, tenggat tidak dapat dihitung", en "there is no class, so no deadline";
        NoResponseDeadline: id "kelas kosong atau tanpa tenggat tanggapan", en "there is no class, or it sets no deadline for a response";
        NoResponse: id "ditutup tanpa tanggapan yang tercatat", en "it was closed without a response on record";
    }
}

impl Omission {
    /// The code for data formats.
    pub fn code(self) -> &'static str {
        match self {
            Omission::LaterThanPeriod => "later-than-period",
            Omission::NoCompletionDay => "no-completion-day",
            Omission::NoJp => "no-jp",
            Omission::NotCounted => "not-counted",
            Omission::NotAComplaint => "not-a-complaint",
            Omission::Duplicate => "duplicate",
            Omission::NoPair => "no-pair",
            Omission::Incomplete => "incomplete",
            Omission::Superseded => "superseded",
            Omission::NotAnswered => "not-answered",
            Omission::AboutInstructor => "about-instructor",
            Omission::NotAssessed => "not-assessed",
            Omission::NotVerified => "not-verified",
            Omission::Lacking => "lacking",
            Omission::Cancelled => "cancelled",
            Omission::NotDone => "not-done",
            Omission::Dropped => "dropped",
            Omission::NoCost => "no-cost",
            Omission::NeverAssessed => "never-assessed",
            Omission::Known => "known",
            Omission::TalkedAbout => "talked-about",
            Omission::NoMinutes => "no-minutes",
            Omission::NoClass => "no-class",
            Omission::NoResponseDeadline => "no-response-deadline",
            Omission::NoResponse => "no-response",
        }
    }
}

/// Hears where figures come from: silent while a report is made, so that hearing costs a report nothing but the
/// question whether anybody listens; of an explanation it keeps what concerns the figures asked for. Files are read in
/// parallel, each with a trace forked from the report's.
#[derive(Debug, Default)]
pub struct Trace(Option<Box<Collected>>);

impl Trace {
    /// The trace of a report: it hears nothing.
    pub const fn silent() -> Trace {
        Trace(None)
    }

    /// The trace of an explanation, which listens for some figures.
    pub fn listening(asked: Vec<Query>) -> Trace {
        Trace(Some(Box::new(Collected::new(asked))))
    }

    /// What was heard; `None` of a silent trace.
    pub fn heard(self) -> Option<Collected> {
        self.0.map(|collected| *collected)
    }

    /// Whether anybody listens: what a row tells of many figures is asked for once.
    #[inline(always)]
    pub fn listens(&self) -> bool {
        self.0.is_some()
    }

    /// A trace of the same kind that has heard nothing yet.
    pub fn fork(&self) -> Trace {
        Trace(
            self.0
                .as_ref()
                .map(|own| Box::new(Collected::new(own.asked.clone()))),
        )
    }

    /// Takes over what another trace heard.
    pub fn join(&mut self, other: Trace) {
        if let (Some(own), Some(other)) = (&mut self.0, other.0) {
            own.join(*other);
        }
    }

    /// Something entered the figure with `amount` (1 where things are counted; 1/10,000 for decimals).
    #[inline(always)]
    pub fn takes(&mut self, figure: Figure, source: Source, amount: i64) {
        if let Some(own) = &mut self.0 {
            own.tell(figure, |heard| heard.taken.push((source, amount)));
        }
    }

    /// Something was left out of the figure.
    #[inline(always)]
    pub fn leaves(&mut self, figure: Figure, source: Source, why: Omission) {
        if let Some(own) = &mut self.0 {
            own.tell(figure, |heard| heard.left.push((source, why)));
        }
    }

    /// The figure follows an edition of a rule.
    #[inline(always)]
    pub fn rule(&mut self, figure: Figure, edition: &impl Enactment) {
        if let Some(own) = &mut self.0 {
            own.rule(figure, &edition.head());
        }
    }

    /// The row at `origin` entered the figure.
    #[inline(always)]
    pub fn uses(&mut self, figure: Figure, origin: Origin, amount: i64) {
        self.takes(figure, Source::Row(origin), amount);
    }

    /// The row at `origin` was left out of the figure.
    #[inline(always)]
    pub fn omits(&mut self, figure: Figure, origin: Origin, why: Omission) {
        self.leaves(figure, Source::Row(origin), why);
    }

    /// A person entered the figure.
    #[inline(always)]
    pub fn counts(&mut self, figure: Figure, person: u32, amount: i64) {
        self.takes(figure, Source::Person(person), amount);
    }
}

/// Figures that are asked for: one column, or part of one, in some rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The id of the table.
    pub table: &'static str,
    /// The numbers of the rows; `None` asks for every row, and for what belongs to no row but the total.
    pub rows: Option<Vec<u64>>,
    /// The id of the column or part.
    pub column: &'static str,
}

impl Query {
    /// Whether a figure of the table and column is in a row asked for.
    fn hears(&self, figure: Figure) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.contains(&figure.row))
    }
}

/// What was heard about figures that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// What entered, with its amount.
    pub taken: Vec<(Source, i64)>,
    /// What was left out, and why.
    pub left: Vec<(Source, Omission)>,
    /// How many entered in offices whose rows are let go, and the sum of their amounts.
    pub elsewhere: (usize, i128),
}

impl Heard {
    /// The sum of the amounts that entered.
    pub fn sum(&self) -> i128 {
        let own: i128 = self.taken.iter().map(|(_, amount)| i128::from(*amount)).sum();
        own + self.elsewhere.1
    }

    /// How many entered.
    pub fn entries(&self) -> usize {
        self.taken.len() + self.elsewhere.0
    }
}

/// What a trace of an explanation keeps: what concerns the figures asked for.
#[derive(Debug)]
pub struct Collected {
    /// The figures asked for.
    pub asked: Vec<Query>,
    /// What was heard of each.
    pub heard: Vec<Heard>,
    /// The editions followed.
    pub rules: Vec<Head>,
    /// The numbers of those asked for by table and column, so that what nobody asked for is passed over at once.
    listening: HashMap<(&'static str, &'static str), Vec<usize>>,
}

impl Collected {
    /// Collects for some figures.
    fn new(asked: Vec<Query>) -> Collected {
        let mut listening: HashMap<_, Vec<usize>> = HashMap::new();
        for (number, asked) in asked.iter().enumerate() {
            let here = listening.entry((asked.table, asked.column));
            here.or_default().push(number);
        }
        Collected {
            heard: vec![Heard::default(); asked.len()],
            asked,
            rules: Vec::new(),
            listening,
        }
    }

    /// Tells those that want to hear of a figure.
    #[cold]
    #[inline(never)]
    fn tell(&mut self, figure: Figure, each: impl Fn(&mut Heard)) {
        for &number in self
            .listening
            .get(&(figure.table, figure.column))
            .into_iter()
            .flatten()
        {
            if self.asked[number].hears(figure) {
                each(&mut self.heard[number]);
            }
        }
    }

    fn follow(&mut self, head: &Head) {
        if self.rules.iter().all(|known| known.origin != head.origin) {
            self.rules.push(head.clone());
        }
    }

    fn join(&mut self, other: Collected) {
        for (heard, other) in self.heard.iter_mut().zip(other.heard) {
            heard.taken.extend(other.taken);
            heard.left.extend(other.left);
        }
        other.rules.iter().for_each(|head| self.follow(head));
    }

    fn rule(&mut self, figure: Figure, head: &Head) {
        let numbers = self.listening.get(&(figure.table, figure.column));
        let mut asked = numbers.into_iter().flatten().map(|&number| &self.asked[number]);
        if asked.any(|asked| asked.hears(figure)) {
            self.follow(head);
        }
    }
}
