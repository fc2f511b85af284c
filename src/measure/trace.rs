//! Where a figure comes from: which rows it used, which it left out and why, and by which rule.

use crate::diagnostic::Origin;
use crate::rules::Head;
use crate::words::words;

/// A figure while it is being measured: the table and column of its address, and the number of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    /// The id of the report's table.
    pub table: &'static str,
    /// The number of the row in the measure's own order (unit, person, programme), or [`ALL`].
    pub row: u32,
    /// The id of the column.
    pub column: &'static str,
}

/// The row of a total.
pub const ALL: u32 = u32::MAX;

impl Figure {
    /// The figure at an address.
    pub fn new(table: &'static str, row: u32, column: &'static str) -> Figure {
        Figure { table, row, column }
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
        NoClass: id "kelas kosong, tenggat tidak dapat dihitung", en "there is no class, so no deadline";
    }
}

/// Hears where figures come from. Files are read in parallel, each with a trace forked from the report's.
pub trait Trace: Send + Sync + Sized {
    /// A trace of the same kind that has heard nothing yet.
    fn fork(&self) -> Self;

    /// Takes over what another trace heard.
    fn join(&mut self, other: Self);

    /// The row at `origin` entered the figure with `amount` (1 where rows are counted; 1/10,000 for decimals).
    fn uses(&mut self, figure: Figure, origin: Origin, amount: i64);

    /// The row at `origin` was left out of the figure.
    fn omits(&mut self, figure: Figure, origin: Origin, why: Omission);

    /// The figure follows an edition of a rule.
    fn rule(&mut self, figure: Figure, head: &Head);
}

/// The trace of a report: it hears nothing and costs nothing.
impl Trace for () {
    #[inline(always)]
    fn fork(&self) -> Self {}

    #[inline(always)]
    fn join(&mut self, (): ()) {}

    #[inline(always)]
    fn uses(&mut self, _: Figure, _: Origin, _: i64) {}

    #[inline(always)]
    fn omits(&mut self, _: Figure, _: Origin, _: Omission) {}

    #[inline(always)]
    fn rule(&mut self, _: Figure, _: &Head) {}
}

/// The trace of an explanation: it keeps what concerns one figure.
#[derive(Debug)]
pub struct Collected {
    /// The figure asked for.
    pub figure: Figure,
    /// The rows that entered, with their amounts.
    pub used: Vec<(Origin, i64)>,
    /// The rows left out, and why.
    pub omitted: Vec<(Origin, Omission)>,
    /// The editions followed.
    pub rules: Vec<Head>,
}

impl Collected {
    /// Collects for one figure.
    pub fn new(figure: Figure) -> Collected {
        Collected {
            figure,
            used: Vec::new(),
            omitted: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The sum of the amounts that entered.
    pub fn sum(&self) -> i64 {
        self.used.iter().map(|(_, amount)| amount).sum()
    }
}

impl Trace for Collected {
    fn fork(&self) -> Self {
        Collected::new(self.figure)
    }

    fn join(&mut self, other: Self) {
        self.used.extend(other.used);
        self.omitted.extend(other.omitted);
        for head in other.rules {
            self.rule(self.figure, &head);
        }
    }

    fn uses(&mut self, figure: Figure, origin: Origin, amount: i64) {
        if figure == self.figure {
            self.used.push((origin, amount));
        }
    }

    fn omits(&mut self, figure: Figure, origin: Origin, why: Omission) {
        if figure == self.figure {
            self.omitted.push((origin, why));
        }
    }

    fn rule(&mut self, figure: Figure, head: &Head) {
        if figure == self.figure && self.rules.iter().all(|known| known.origin != head.origin) {
            self.rules.push(head.clone());
        }
    }
}
