//! Months that are closed: their figures as they were then, and what was corrected since.
//!
//! A ledger for each month, which only grows: figures, and behind them the line of the month itself, which seals them.

use super::table::table;
use super::time::{Day, Month, Period};
use crate::diagnostic::Origin;
use std::collections::{BTreeMap, BTreeSet};

table! {
    /// The figures of a closed month, in the order in which they were written; the last line of a figure holds.
    closed "closed figure" "angka tutup buku": ClosedFigure in Month "closed", Bag, id "Angka bulan yang sudah ditutup, menurut urutan penulisannya; yang berlaku baris terakhir setiap angka." {
        /// The address of the figure, as `bina explain` takes it; `*` is the month itself.
        figure: &'a str; Office, id "Alamat angka itu, seperti untuk `bina explain`; `*` adalah bulan itu sendiri.";
        /// The figure, with what it is of (`1/4`, of a share `0.25; of 4`) and of how many it is not known (`1/4; unknown 2`); empty where it is not known, or is no more. Of the month: the SHA-256 that seals all of this file up to here, or nothing where it was opened again.
        value: Option<&'a str>; Office, id "Angkanya, dengan jumlah asalnya (`1/4`, sebuah bagian `0.25; of 4`) dan berapa yang tidak diketahui (`1/4; unknown 2`); kosong bila tidak diketahui atau tidak ada lagi. Untuk bulannya: SHA-256 yang menyegel isi berkas ini sampai di sini, atau kosong bila dibuka lagi.";
        /// The day on which the month was closed, the figure corrected or the month opened again.
        on: Day; Office, id "Hari bulan itu ditutup, angkanya dikoreksi, atau bulannya dibuka lagi.";
        /// Why it was corrected or opened again.
        reason: Option<&'a str>; Office, id "Mengapa dikoreksi atau dibuka lagi.";
    }
}

/// The month whose ledger a file is; `None` of any other file.
pub fn month_of(file: &str) -> Option<Month> {
    let month = file.strip_prefix(&*closed.path)?.strip_prefix('/')?;
    Month::parse(month.strip_suffix(".csv")?)
}

/// What stands for the month itself among its figures.
pub const WHOLE_MONTH: &str = "*";

/// Figures by their addresses, each as [`FigureText`] writes it; one that is not known is empty.
pub type Figures = BTreeMap<String, String>;

/// A figure that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its address, as `explain` takes it.
    pub address: String,
    /// What it was; empty where there was none.
    pub before: String,
    /// What it is; likewise.
    pub after: String,
}

/// What stands before the parts of a figure that is written down: `1/4; unknown 2`, and of a share `0.25; of 4`.
const PARTS: [&str; 3] = ["/", "; of ", "; unknown "];

/// A figure with what stands beside it on paper: of how many it is, and of how many it is not known. Where nothing of it is
/// known, it is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigureText<'t> {
    /// The figure, as data have it.
    pub figure: &'t str,
    /// Of how many it is.
    pub of: Option<u64>,
    /// Whether it is the share of these, and not their count.
    pub is_share: bool,
    /// Of how many nobody can tell.
    pub unknown: Option<u64>,
}

impl<'t> FigureText<'t> {
    /// What was written down; from before such parts were written down it is the figure alone.
    pub fn read(text: &'t str) -> FigureText<'t> {
        let [count, share, unknown] = PARTS;
        let (known, unknown) = text.split_once(unknown).unwrap_or((text, ""));
        let shared = known.split_once(share);
        let (figure, of) = shared.or(known.split_once(count)).unwrap_or((known, ""));
        FigureText {
            figure,
            of: of.parse().ok(),
            is_share: shared.is_some(),
            unknown: unknown.parse().ok(),
        }
    }

    /// As it is written down.
    pub fn written(&self) -> String {
        let (of, unknown) = (PARTS[usize::from(self.is_share)], PARTS[2]);
        let beside = [(of, self.of), (unknown, self.unknown)].into_iter();
        let beside = beside.filter_map(|(before, count)| Some(format!("{before}{}", count?)));
        self.figure.to_owned() + &beside.collect::<String>()
    }
}

/// Whether figures were written down with their parts: before there were such, none was.
fn have_parts(figures: &Figures) -> bool {
    figures
        .values()
        .any(|value| PARTS.iter().any(|part| value.contains(part)))
}

/// The figures that are others, or of others, by their addresses. Of those that were written down without their parts only
/// the figures are compared.
pub fn moved(before: &Figures, after: &Figures) -> Vec<Moved> {
    let all: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let is_whole = have_parts(before) && have_parts(after);
    let value = |of: &Figures, address| {
        let value = of.get(address).map_or("", String::as_str);
        match is_whole {
            true => value.to_owned(),
            false => FigureText::read(value).figure.to_owned(),
        }
    };
    let pairs = all.into_iter().map(|address| Moved {
        address: address.clone(),
        before: value(before, address),
        after: value(after, address),
    });
    pairs.filter(|one| one.before != one.after).collect()
}

/// What was corrected in a closed month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The month that was closed.
    pub month: Month,
    /// The figure, before and after; its address is [`WHOLE_MONTH`] where the month was opened again.
    pub figure: Moved,
    /// The day of the correction.
    pub on: Day,
    /// Why.
    pub reason: String,
}

/// A line of a ledger.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The address of the figure, or [`WHOLE_MONTH`].
    pub figure: String,
    /// Its value.
    pub value: String,
    /// The day of the line.
    pub on: Day,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub origin: Origin,
}

impl Posted {
    /// The line of a row.
    pub fn of(row: &ClosedFigure<'_>, origin: Origin) -> Posted {
        Posted {
            figure: row.figure.to_owned(),
            value: row.value.unwrap_or_default().to_owned(),
            on: row.on,
            reason: row.reason.unwrap_or_default().to_owned(),
            origin,
        }
    }

    /// Whether it is a line of the month itself.
    pub fn is_seal(&self) -> bool {
        self.figure == WHOLE_MONTH
    }
}

/// What was written of the figures of a month since it was closed first.
#[derive(Clone, Debug)]
pub struct MonthLedger {
    /// The month.
    pub month: Month,
    /// Its lines, as they were written.
    pub lines: Vec<Posted>,
}

impl MonthLedger {
    /// The last line of the month itself; `None` where it never was closed.
    pub fn seal(&self) -> Option<&Posted> {
        self.lines.iter().rev().find(|line| line.is_seal())
    }

    /// Since when the month is closed as it is; `None` where it is open.
    pub fn closed_on(&self) -> Option<Day> {
        let seal = self.seal().filter(|seal| !seal.value.is_empty());
        seal.map(|seal| seal.on)
    }

    /// The figures that hold.
    pub fn figures(&self) -> Figures {
        let lines = self.lines.iter().filter(|line| !line.is_seal());
        lines
            .map(|line| (line.figure.clone(), line.value.clone()))
            .collect()
    }

    /// The figures that are others now. Of a table or column that the program did not have when the month was closed
    /// nothing was said.
    pub fn moved(&self, now: &Figures) -> Vec<Moved> {
        let known = self.figures();
        let columns: BTreeSet<(&str, &str)> = known.keys().map(|address| column(address)).collect();
        let is_said = |one: &Moved| {
            let (table, _) = column(&one.address);
            let was_empty = known.get(table).is_some_and(|rows| rows == "0");
            known.contains_key(&one.address) || was_empty || columns.contains(&column(&one.address))
        };
        let mut all = moved(&known, now);
        all.retain(is_said);
        all
    }

    /// What was corrected in a time after the first closing, in the order of its lines.
    pub fn corrections(&self, period: Period) -> Vec<Correction> {
        let days = period.first_day()..=period.last_day();
        let (mut known, mut was_closed, mut all) = (Figures::new(), false, Vec::new());
        for line in &self.lines {
            let before = known.insert(line.figure.clone(), line.value.clone());
            let is_news = was_closed && (!line.is_seal() || line.value.is_empty());
            was_closed |= line.is_seal();
            if is_news && days.contains(&line.on) {
                let (address, before) = (line.figure.clone(), before.unwrap_or_default());
                let is_seal = line.is_seal();
                all.push(Correction {
                    month: self.month,
                    figure: Moved {
                        address,
                        before: if is_seal { String::new() } else { before },
                        after: line.value.clone(),
                    },
                    on: line.on,
                    reason: line.reason.clone(),
                });
            }
        }
        all
    }
}

/// The table and the column of an address.
fn column(address: &str) -> (&str, &str) {
    let table = address.split('/').next().unwrap_or_default();
    (table, address.rsplit('/').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(lines: &[(&str, &str, &str)]) -> MonthLedger {
        let line = |(figure, value, on): &(&str, &str, &str)| Posted {
            figure: (*figure).to_owned(),
            value: (*value).to_owned(),
            on: Day::parse(on).expect(on),
            reason: String::new(),
            origin: Origin::NOWHERE,
        };
        MonthLedger {
            month: Month::parse("2026-10").expect("a month"),
            lines: lines.iter().map(line).collect(),
        }
    }

    fn figures(pairs: &[(&str, &str)]) -> Figures {
        let owned = |(address, value): &(&str, &str)| ((*address).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn what_the_program_learned_to_count_later_is_no_change() {
        let own = ledger(&[
            ("hours", "1", "2026-11-10"),
            ("hours/sek/jp", "5", "2026-11-10"),
            ("open", "0", "2026-11-10"),
            ("*", "d1", "2026-11-10"),
        ]);
        let now = figures(&[
            ("hours", "2"),
            ("hours/sek/jp", "7"),
            ("hours/sek/new", "1"),
            ("hours/pmk/jp", "2"),
            ("fresh/x/y", "4"),
            ("open", "1"),
            ("open/a/days", "3"),
        ]);
        let told: Vec<String> = own.moved(&now).into_iter().map(|one| one.address).collect();
        assert_eq!(
            told,
            ["hours", "hours/pmk/jp", "hours/sek/jp", "open", "open/a/days"]
        );
    }

    #[test]
    fn what_a_figure_is_of_is_a_part_of_it_where_it_was_written_down() {
        for text in [
            "",
            "1",
            "0.5",
            "*",
            "1/4",
            "1/4; unknown 2",
            "0.5; of 2",
            "1; of 3; unknown 1",
            "; unknown 2",
            "7; unknown 2",
        ] {
            assert_eq!(FigureText::read(text).written(), text);
        }
        let sealed = |value| ledger(&[("key/r/now", value, "2026-11-10"), ("*", "d1", "2026-11-10")]);
        let told = |sealed: &MonthLedger, now: &str| {
            let told = sealed.moved(&figures(&[("key/r/now", now)])).into_iter();
            told.map(|one| format!("{} → {}", one.before, one.after))
                .collect::<String>()
        };
        let [old, new] = ["1", "1/4"].map(sealed);
        assert_eq!(told(&new, "1/5"), "1/4 → 1/5");
        assert_eq!(told(&new, "1/4; unknown 1"), "1/4 → 1/4; unknown 1");
        // One that was closed before parts were written down says nothing of them.
        assert_eq!(told(&old, "1/5"), "");
        assert_eq!(told(&old, "2/5"), "1 → 2");
    }

    #[test]
    fn a_correction_belongs_to_the_time_in_which_it_was_made() {
        let all = ledger(&[
            ("hours/sek/jp", "5", "2026-11-10"),
            ("*", "d1", "2026-11-10"),
            ("hours/sek/jp", "7", "2026-11-24"),
            ("*", "d2", "2026-11-24"),
            ("*", "", "2026-12-02"),
        ]);
        let of = |month| {
            let month = Month::parse(month).expect("a month");
            let told = all.corrections(Period::month(month)).into_iter();
            told.map(|one| (one.figure.address, one.figure.before, one.figure.after))
                .collect::<Vec<_>>()
        };
        let owned = |of: [&str; 3]| (of[0].to_owned(), of[1].to_owned(), of[2].to_owned());
        assert_eq!(of("2026-10"), []);
        assert_eq!(of("2026-11"), [owned(["hours/sek/jp", "5", "7"])]);
        assert_eq!(of("2026-12"), [owned(["*", "", ""])]);
        assert_eq!(all.closed_on(), None);
    }
}
