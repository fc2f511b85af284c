//! A sheet: a table of figures whose rows are sums, declared once.
//!
//! From the declaration come the sums and their merging, the columns of the report with their words, how each figure
//! is counted again, and who may read it. What is added to a sum and what a trace hears is the same call, so nothing
//! is counted twice.

mod rest;

use super::meaning::{How, Meaning, decimal, whole};
use super::median;
use super::trace::{Figure, Omission, Source, Trace};
use crate::records::number::{ONE, Ratio};
use crate::words::Phrase;
use std::collections::BTreeSet;
use std::marker::PhantomData;

/// How the figure of a column comes from the sums of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The sum of what was added, in ones.
    Count,
    /// The same, told with the number that it is of: another column of the sheet.
    CountOf(&'static str),
    /// How many different people were added, each by number.
    Different,
    /// The sum of what was added, in 1/10,000.
    Decimal,
    /// The median of what was added, with so many decimals for readers.
    Median(u32),
    /// One column of the sheet over another, with so many decimals for readers.
    Over(&'static str, &'static str, u32),
    /// One column of counts over another, in percent for readers, with the counts.
    Share(&'static str, &'static str),
    /// The same without the counts.
    Percent(&'static str, &'static str),
    /// One column of decimals over another, in percent for readers, with the decimals.
    Portion(&'static str, &'static str),
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetColumn {
    /// Its id in addresses and data formats.
    pub id: &'static str,
    /// How its figure comes about.
    pub form: Formula,
    /// The columns that say of how many it could be judged, and of how many it could not: where none could be and some
    /// could not, the figure is not known.
    pub known_by: Option<(&'static str, &'static str)>,
    /// Who sees it.
    pub shown: Shown,
    /// The unit of its figures (`JP`, `%`); may be empty.
    pub unit: &'static str,
    /// The rule that it follows, by name; else that of the sheet.
    pub rule: Option<&'static str>,
    /// Its heading; `{name}` stands for what the report fills in.
    pub heading: Phrase,
    /// What it means, in a sentence; empty of a part.
    pub says: Phrase,
}

/// Who sees a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nobody: other figures are counted from it.
    Nobody,
    /// Who reads data formats of the office.
    Data,
    /// Whoever reads data formats.
    PublicData,
    /// Who works with the report.
    Office,
    /// Everybody.
    Public,
}

/// The words of a column that has none.
const SILENT: Phrase = Phrase { id: "", en: "" };

impl SheetColumn {
    /// A column for the office, without words yet.
    const fn new(form: Formula) -> SheetColumn {
        let shown = Shown::Office;
        SheetColumn {
            id: "",
            form,
            known_by: None,
            shown,
            unit: "",
            rule: None,
            heading: SILENT,
            says: SILENT,
        }
    }

    /// For everybody: it tells about nobody.
    pub const fn public(self) -> SheetColumn {
        let shown = Shown::Public;
        SheetColumn { shown, ..self }
    }

    /// Of those that could be judged, whom one column counts, while another counts those who could not be.
    pub const fn known_by(self, judged: &'static str, unknown: &'static str) -> SheetColumn {
        let known_by = Some((judged, unknown));
        SheetColumn { known_by, ..self }
    }

    /// For data formats only.
    pub const fn hidden(self) -> SheetColumn {
        let shown = match self.shown {
            Shown::Public => Shown::PublicData,
            _ => Shown::Data,
        };
        SheetColumn { shown, ..self }
    }

    /// With a unit of measure.
    pub const fn measured(self, unit: &'static str) -> SheetColumn {
        SheetColumn { unit, ..self }
    }

    /// By another rule than that of the sheet.
    pub const fn by(self, rule: &'static str) -> SheetColumn {
        let rule = Some(rule);
        SheetColumn { rule, ..self }
    }

    /// With its id and words, as [`sheet!`](super::sheet) writes them.
    pub const fn named(self, id: &'static str, heading: Phrase, says: Phrase) -> SheetColumn {
        SheetColumn {
            id,
            heading,
            says,
            ..self
        }
    }

    /// What its figures mean.
    pub fn meaning(&self) -> Meaning {
        let part = |id: &'static str, is_decimal: bool| if is_decimal { decimal(id) } else { whole(id) };
        let how = match self.form {
            Formula::Count => How::Sum(part(self.id, false)),
            Formula::CountOf(of) => How::Among(whole(self.id), whole(of)),
            Formula::Different => How::Different(part(self.id, false)),
            Formula::Decimal => How::Sum(part(self.id, true)),
            Formula::Median(_) => How::Median(part(self.id, false)),
            Formula::Share(of, over) | Formula::Percent(of, over) => How::Over(whole(of), whole(over)),
            Formula::Over(of, over, _) => How::Over(decimal(of), whole(over)),
            Formula::Portion(of, over) => How::Over(decimal(of), decimal(over)),
        };
        Meaning {
            rule: self.rule,
            ..Meaning::new(how, self.says.id, self.says.en)
        }
    }
}

/// A column that counts.
pub const fn counts() -> SheetColumn {
    SheetColumn::new(Formula::Count)
}

/// A column that counts some of another column.
pub const fn counts_of(of: &'static str) -> SheetColumn {
    SheetColumn::new(Formula::CountOf(of))
}

/// A column that counts people once, who are added by number.
pub const fn different() -> SheetColumn {
    SheetColumn::new(Formula::Different)
}

/// A column of sums of decimals, such as JP.
pub const fn sums() -> SheetColumn {
    SheetColumn::new(Formula::Decimal)
}

/// A column with the median of whole numbers.
pub const fn median_of(places: u32) -> SheetColumn {
    SheetColumn::new(Formula::Median(places))
}

/// A column of decimals over counts, such as the mean of JP.
pub const fn over(of: &'static str, over: &'static str, places: u32) -> SheetColumn {
    SheetColumn::new(Formula::Over(of, over, places))
}

/// A column of decimals over decimals.
pub const fn portion(of: &'static str, over: &'static str) -> SheetColumn {
    SheetColumn::new(Formula::Portion(of, over))
}

/// A column of counts over counts, shown without them.
pub const fn percent(of: &'static str, over: &'static str) -> SheetColumn {
    SheetColumn::new(Formula::Percent(of, over))
}

/// A column of counts over counts.
pub const fn share(of: &'static str, over: &'static str) -> SheetColumn {
    SheetColumn::new(Formula::Share(of, over))
}

/// Counts that no column shows, from which figures are counted; its words are its name in explanations.
pub const fn part() -> SheetColumn {
    let shown = Shown::Nobody;
    SheetColumn { shown, ..counts() }
}

/// The same of sums of decimals.
pub const fn decimal_part() -> SheetColumn {
    let shown = Shown::Nobody;
    SheetColumn { shown, ..sums() }
}

/// The declaration of a table of figures.
#[derive(Debug)]
pub struct Sheet {
    /// The id of the table.
    pub id: &'static str,
    /// Its columns and parts, in the order of reading.
    pub columns: &'static [SheetColumn],
}

impl Sheet {
    /// The number of the column with that id.
    fn number(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }
}

/// The names of a sheet's columns, made by [`sheet!`](super::sheet).
pub trait SheetName: Copy {
    /// The sheet.
    const SHEET: &'static Sheet;

    /// The number of the column.
    fn number(self) -> usize;

    /// What its figures mean.
    fn meaning(self) -> Meaning {
        Self::SHEET.columns[self.number()].meaning()
    }
}

/// The sums of one row of the sheet `C` with its `N` columns. They do not depend on the order of what is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums<C, const N: usize> {
    sums: [i64; N],
    /// What a median is taken of, or who is counted once, in the order in which it came.
    listed: Vec<i64>,
    sheet: PhantomData<C>,
}

impl<C, const N: usize> Default for Sums<C, N> {
    fn default() -> Sums<C, N> {
        Sums {
            sums: [0; N],
            listed: Vec::new(),
            sheet: PhantomData,
        }
    }
}

impl<C: SheetName, const N: usize> Sums<C, N> {
    /// Adds to a column: ones, 1/10,000 or the number of a person, as its form says.
    #[inline]
    pub fn add(&mut self, column: C, amount: i64) {
        self.sums[column.number()] += amount;
        let form = C::SHEET.columns[column.number()].form;
        if matches!(form, Formula::Median(_) | Formula::Different) {
            self.listed.push(amount);
        }
    }

    /// Adds something that is or is not, to the column that counts those that are and to that of those judged; where nobody
    /// can tell, to that of the unknown.
    pub fn judge(&mut self, is: Option<bool>, column: C, judged: C, unknown: C) {
        match is {
            Some(is) => {
                self.add(column, i64::from(is));
                self.add(judged, 1);
            }
            None => self.add(unknown, 1),
        }
    }

    /// Adds to a column what stands at `source`, and tells the trace that it entered the row with that number.
    #[inline]
    pub fn enter(
        &mut self,
        column: C,
        row: impl Into<u64>,
        source: impl Into<Source>,
        amount: i64,
        trace: &mut Trace,
    ) {
        self.entry(row, source, trace).adds(column, amount);
    }

    /// What stands at `source`, while it enters columns of the row that the trace knows by that number.
    #[inline(always)]
    pub fn entry<'e>(
        &'e mut self,
        row: impl Into<u64>,
        source: impl Into<Source>,
        trace: &'e mut Trace,
    ) -> SheetEntry<'e, C, N> {
        SheetEntry {
            sums: self,
            row: row.into(),
            source: source.into(),
            trace,
        }
    }

    /// Adds all of another row.
    pub fn merge(&mut self, other: &Sums<C, N>) {
        for (sum, other) in self.sums.iter_mut().zip(other.sums) {
            *sum += other;
        }
        self.listed.extend(&other.listed);
    }

    /// The sum of a column, in ones or in 1/10,000.
    pub fn of(&self, column: C) -> i64 {
        self.sum_at(column.number())
    }

    /// The sum of a column of counts.
    pub fn count(&self, column: C) -> u64 {
        self.of(column).try_into().unwrap_or(0)
    }

    /// Whether the column with that number could be judged of anything, or there was nothing to judge.
    pub fn is_known_at(&self, number: usize) -> bool {
        let at = |id: &str| C::SHEET.number(id).map_or(0, |number| self.sums[number]);
        let known_by = C::SHEET.columns[number].known_by;
        known_by.is_none_or(|(judged, unknown)| at(judged) > 0 || at(unknown) == 0)
    }

    /// The figure of a column, exactly; `None` where there is nothing to take a mean, share or median of, or nothing
    /// could be judged.
    pub fn figure(&self, column: C) -> Option<Ratio> {
        self.figure_at(column.number())
    }

    /// The figure of the column with that number.
    pub fn figure_at(&self, number: usize) -> Option<Ratio> {
        let at = |id: &str| C::SHEET.number(id).map(|number| i128::from(self.sums[number]));
        if !self.is_known_at(number) {
            return None;
        }
        match C::SHEET.columns[number].form {
            Formula::Count | Formula::CountOf(_) | Formula::Different => {
                Some(Ratio::int(self.sum_at(number).into()))
            }
            Formula::Decimal => Ratio::new(self.sums[number].into(), ONE.into()),
            Formula::Median(_) => median(&mut self.listed.clone()),
            Formula::Share(of, over) | Formula::Percent(of, over) | Formula::Portion(of, over) => {
                Ratio::new(at(of)?, at(over)?)
            }
            Formula::Over(of, over, _) => Ratio::new(at(of)?, at(over)? * i128::from(ONE)),
        }
    }

    /// The sums of the columns with those ids, as a share is written: `3/4`.
    pub fn fraction_at(&self, of: &str, over: &str) -> Option<(u64, u64)> {
        self.count_at(of).zip(self.count_at(over))
    }

    /// The sums that the share with that id is taken of; `None` where the column is no share of counts.
    pub fn share_at(&self, id: &str) -> Option<(u64, u64)> {
        match C::SHEET.columns[C::SHEET.number(id)?].form {
            Formula::Share(of, over) | Formula::Percent(of, over) => self.fraction_at(of, over),
            _ => None,
        }
    }

    /// The sum of the column with that number, in ones or in 1/10,000.
    pub fn sum_at(&self, number: usize) -> i64 {
        match C::SHEET.columns[number].form {
            Formula::Different => self.listed.iter().collect::<BTreeSet<_>>().len() as i64,
            _ => self.sums[number],
        }
    }

    /// The count of the column with that id.
    pub fn count_at(&self, id: &str) -> Option<u64> {
        let number = C::SHEET.number(id)?;
        self.sum_at(number).try_into().ok()
    }
}

/// Something that enters the figures of a row: what is added to a sum and what the trace hears is the same call.
pub struct SheetEntry<'e, C, const N: usize> {
    sums: &'e mut Sums<C, N>,
    row: u64,
    source: Source,
    trace: &'e mut Trace,
}

impl<C: SheetName, const N: usize> SheetEntry<'_, C, N> {
    /// It enters a column with an amount.
    #[inline(always)]
    pub fn adds(&mut self, column: C, amount: i64) {
        self.sums.add(column, amount);
        self.trace.takes(self.figure(column), self.source, amount);
    }

    /// It is left out of a column.
    #[inline(always)]
    pub fn leaves(&mut self, column: C, why: Omission) {
        self.trace.leaves(self.figure(column), self.source, why);
    }

    #[inline(always)]
    fn figure(&self, column: C) -> Figure {
        let Sheet { id, columns } = C::SHEET;
        Figure::new(id, self.row, columns[column.number()].id)
    }
}

/// Declares a sheet: the names of its columns, its row of sums, and its words.
///
/// ```text
/// sheet! {
///     /// The complaints of one unit, or of the office.
///     pub UnitComplaints of ComplaintColumn: "complaints_by_unit" by "complaints" {
///         received: counts().public(), id "Masuk", en "Received", says id "Jumlah …", en "How many …";
///         on_time: share("in_time", "timed"), id "Tepat waktu", en "On time", says id "…", en "…";
///         timed: part(), id "selesai dan diketahui kelasnya", en "resolved and of a known class";
///     }
/// }
/// ```
macro_rules! sheet {
    (@words) => { $crate::words::Phrase { id: "", en: "" } };
    (@words $id:literal $en:literal) => { $crate::words::Phrase { id: $id, en: $en } };
    (@rule) => { None };
    (@rule $rule:literal) => { Some($rule) };
    (
        $(#[doc = $doc:literal])+
        pub $row:ident of $name:ident : $id:literal $(by $rule:literal)? {
            $( $column:ident : $form:expr
                $(, id $hid:literal, en $hen:literal $(, says id $sid:literal, en $sen:literal)?)? ; )+
        }
    ) => {
        $(#[doc = $doc])+
        pub type $row = $crate::measure::sheet::Sums<$name, { [$(stringify!($column)),+].len() }>;

        #[doc = concat!("The columns of the sheet `", $id, "`, by their ids.")]
        #[allow(non_camel_case_types, missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($column),+ }

        impl $crate::measure::sheet::SheetName for $name {
            const SHEET: &'static $crate::measure::sheet::Sheet = {
                use $crate::measure::sheet::*;
                const RULE: Option<&str> = sheet!(@rule $($rule)?);
                &Sheet { id: $id, columns: &[ $( {
                    let column = $form;
                    let rule = match column.rule { None => RULE, own => own };
                    let heading = sheet!(@words $($hid $hen)?);
                    SheetColumn { rule, ..column }
                        .named(stringify!($column), heading, sheet!(@words $($($sid $sen)?)?))
                } ),+ ] }
            };

            #[inline(always)]
            fn number(self) -> usize { self as usize }
        }

        impl $name {
            /// The id of the column.
            pub fn id(self) -> &'static str { <$name as $crate::measure::sheet::SheetName>::SHEET.columns[self as usize].id }

            /// Its figure in the row with that number.
            #[inline(always)]
            pub fn figure(self, row: impl Into<u64>) -> $crate::measure::trace::Figure {
                $crate::measure::trace::Figure::new($id, row, self.id())
            }
        }
    };
}
pub(crate) use sheet;
