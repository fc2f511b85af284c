//! Where a figure comes from: which rows it used, which it left out and why, and by which rule.

use crate::diagnostic::Origin;
use crate::rules::{Enactment, Head};
use crate::words::words;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

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
        Reopened: id "dibuka kembali sesudahnya", en "it was reopened afterwards";
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
            Omission::Reopened => "reopened",
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
        Trace(self.0.as_ref().map(|own| Box::new(own.fork())))
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
            own.tell(figure, |keeps, heard| heard.take(keeps, (source, amount)));
        }
    }

    /// Something was left out of the figure.
    #[inline(always)]
    pub fn leaves(&mut self, figure: Figure, source: Source, why: Omission) {
        if let Some(own) = &mut self.0 {
            own.tell(figure, |keeps, heard| {
                if keeps == Keeps::Each {
                    heard.left.push((source, why));
                }
            });
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

/// What is kept of what enters a figure that is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Keeps {
    /// Each entry, and what was left out.
    #[default]
    Each,
    /// How many entered, and their sum.
    Sum,
}

/// Figures that are asked for: one column, or part of one, in some rows of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// The id of the table.
    pub table: &'static str,
    /// The numbers of the rows; `None` asks for every row, and for what belongs to no row but the total.
    pub rows: Option<Vec<u64>>,
    /// The id of the column or part.
    pub column: &'static str,
    /// What is kept.
    pub keeps: Keeps,
    /// Whether it is kept for each row.
    pub is_by_row: bool,
}

impl Query {
    /// The query that another office can answer too, whose rows have other numbers.
    pub fn of_any_office(self) -> Query {
        let is_by_row = self.rows.is_some();
        Query {
            rows: None,
            is_by_row,
            ..self
        }
    }

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
    /// How many entered of which nothing else is kept, and the sum of their amounts.
    pub summed: (usize, i128),
    /// The same of each row, by its number, where that was asked for.
    pub by_row: HashMap<u64, Heard, BuildHasherDefault<NameHasher>>,
}

impl Heard {
    /// Keeps what entered.
    fn take(&mut self, keeps: Keeps, entry: (Source, i64)) {
        match keeps {
            Keeps::Each => self.taken.push(entry),
            Keeps::Sum => self.summed = (self.summed.0 + 1, self.summed.1 + i128::from(entry.1)),
        }
    }

    /// Takes over what was heard elsewhere.
    fn join(&mut self, other: Heard) {
        self.taken.extend(other.taken);
        self.left.extend(other.left);
        self.summed = (self.summed.0 + other.summed.0, self.summed.1 + other.summed.1);
        for (row, heard) in other.by_row {
            self.by_row.entry(row).or_default().join(heard);
        }
    }

    /// What was heard of some rows, or of all.
    fn in_rows(&self, rows: Option<&[u64]>) -> Heard {
        let mut heard = Heard::default();
        match rows {
            Some(rows) => {
                let of_rows = rows.iter().filter_map(|row| self.by_row.get(row));
                of_rows.for_each(|row| heard.join(row.clone()));
            }
            None => self.by_row.values().for_each(|row| heard.join(row.clone())),
        }
        heard
    }

    /// What entered a sum, or as many different ones, of which nothing else is kept.
    pub fn of_sum(sum: i128) -> Heard {
        Heard {
            summed: (usize::try_from(sum).unwrap_or(0), sum),
            ..Heard::default()
        }
    }

    /// The sum of the amounts that entered.
    pub fn sum(&self) -> i128 {
        let own: i128 = self.taken.iter().map(|(_, amount)| i128::from(*amount)).sum();
        own + self.summed.1
    }

    /// How many entered.
    pub fn entries(&self) -> usize {
        self.taken.len() + self.summed.0
    }
}

/// What a trace of an explanation keeps: what concerns the figures asked for.
#[derive(Debug)]
pub struct Collected {
    /// The figures asked for.
    pub asked: Arc<[Query]>,
    /// What was heard of each.
    pub heard: Vec<Heard>,
    /// The editions followed.
    pub rules: Vec<Head>,
    /// The numbers of those asked for by table and column, so that what nobody asked for is passed over at once.
    listening: Arc<HashMap<(&'static str, &'static str), Vec<usize>>>,
    /// The same by where the names are kept: they are told with every row, and of each there are few copies.
    met: HashMap<[(usize, usize); 2], Vec<usize>, BuildHasherDefault<NameHasher>>,
}

/// Tells names apart by where they are kept, and rows by their numbers.
#[derive(Clone, Debug, Default)]
pub struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_usize(usize::from(*byte)));
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
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
            asked: asked.into(),
            rules: Vec::new(),
            listening: Arc::new(listening),
            met: HashMap::default(),
        }
    }

    /// One that collects for the same figures and has heard nothing yet.
    fn fork(&self) -> Collected {
        Collected {
            asked: Arc::clone(&self.asked),
            heard: vec![Heard::default(); self.asked.len()],
            rules: Vec::new(),
            listening: Arc::clone(&self.listening),
            met: HashMap::default(),
        }
    }

    /// Tells those that want to hear of a figure.
    #[inline(never)]
    fn tell(&mut self, figure: Figure, each: impl Fn(Keeps, &mut Heard)) {
        let Figure { table, row, column } = figure;
        let names = [table, column].map(|name| (name.as_ptr() as usize, name.len()));
        let listening = &self.listening;
        let meant = || listening.get(&(table, column)).cloned().unwrap_or_default();
        for &number in &*self.met.entry(names).or_insert_with(meant) {
            let (asked, heard) = (&self.asked[number], &mut self.heard[number]);
            match asked.is_by_row {
                true => each(asked.keeps, heard.by_row.entry(row).or_default()),
                false if asked.hears(figure) => each(asked.keeps, heard),
                false => {}
            }
        }
    }

    /// What was heard of a figure, or of each row of its table; `None` where nobody listened for it.
    pub fn answer(&self, query: &Query) -> Option<Heard> {
        let numbers = self.listening.get(&(query.table, query.column))?;
        numbers.iter().find_map(|&number| {
            let (asked, heard) = (&self.asked[number], &self.heard[number]);
            match &query.rows {
                _ if asked == query => Some(heard.clone()),
                rows if asked.is_by_row && asked.keeps == query.keeps => Some(heard.in_rows(rows.as_deref())),
                _ => None,
            }
        })
    }

    fn follow(&mut self, head: &Head) {
        if self.rules.iter().all(|known| known.origin != head.origin) {
            self.rules.push(head.clone());
        }
    }

    fn join(&mut self, other: Collected) {
        for (heard, other) in self.heard.iter_mut().zip(other.heard) {
            heard.join(other);
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
