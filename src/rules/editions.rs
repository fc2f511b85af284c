//! The dated editions of a rule, and bands that must cover their scale.

use super::{Enactment, Head, Verified};
use crate::diagnostic::{Findings, Origin};
use crate::records::document::{self, Document, Field, FieldInfo, Reader};
use crate::records::number::{Dec, ONE};
use crate::records::time::Day;
use crate::words::problem::Problem;
use std::ops::Range;
use toml::de::DeTable;

/// The editions of one rule, by the day from which they are in force.
#[derive(Debug)]
pub struct Editions<T> {
    list: Vec<T>,
    /// Whether its file could not be read, which was told.
    is_broken: bool,
}

impl<T> Default for Editions<T> {
    fn default() -> Self {
        Editions {
            list: Vec::new(),
            is_broken: false,
        }
    }
}

impl<T: Enactment + Field> Editions<T> {
    /// Reads the file of a rule; tells everything wrong with it.
    pub fn read(text: &str, file: u32, findings: &mut Findings) -> Editions<T> {
        let Some(RuleFile { mut edition }) = document::read::<RuleFile<T>>(text, file, findings) else {
            return Editions::lost();
        };
        if edition.is_empty() {
            findings.error(Origin::new(file, 0), Problem::EditionEmpty);
        }
        edition.sort_by_key(|edition| edition.head().from);
        judge_dates(&edition, findings);
        edition.iter().for_each(|edition| edition.judge(findings));
        Editions {
            list: edition,
            is_broken: false,
        }
    }

    /// The editions of a rule whose file cannot be read.
    pub fn lost() -> Editions<T> {
        Editions {
            list: Vec::new(),
            is_broken: true,
        }
    }

    /// Whether no edition is in force on a day, by what its file says; of a file that could not be read nobody knows.
    pub fn lacks(&self, day: Day) -> bool {
        !self.is_broken && self.on(day).is_none()
    }

    /// The edition in force on a day.
    pub fn on(&self, day: Day) -> Option<&T> {
        self.list.iter().rfind(|edition| {
            let head = edition.head();
            head.from <= day && head.to.is_none_or(|to| day <= to)
        })
    }

    /// All editions, from the oldest.
    pub fn all(&self) -> &[T] {
        &self.list
    }

    /// The editions that came into force from `first` to `last` in place of an earlier one: the head of the earlier
    /// one, and that of the later.
    pub fn changes_within(&self, first: Day, last: Day) -> Vec<(Head, Head)> {
        let pairs = self.list.windows(2);
        let heads = pairs.map(|pair| (pair[0].head(), pair[1].head()));
        heads
            .filter(|(_, later)| (first..=last).contains(&later.from))
            .collect()
    }

    /// Whether another edition was in force on an earlier day than on a later one.
    pub fn changed_between(&self, earlier: Day, later: Day) -> bool {
        let origin = |day| self.on(day).map(|edition| edition.head().origin);
        origin(earlier) != origin(later)
    }
}

/// Tells editions that end before they begin, or overlap.
fn judge_dates<T: Enactment>(editions: &[T], findings: &mut Findings) {
    let heads: Vec<Head> = editions.iter().map(Enactment::head).collect();
    for head in &heads {
        if head.to.is_some_and(|to| to < head.from) {
            findings.error(head.origin, Problem::EditionDates);
        }
        if head.basis.is_none() && head.verified != Verified::Unverified {
            let field = "basis".to_owned();
            findings.error(head.origin, Problem::FieldMissing { field });
        }
        if let Some(year) = head
            .basis
            .as_deref()
            .and_then(latest_year)
            .filter(|year| *year > head.from.year())
        {
            findings.warning(head.origin, Problem::EditionBeforeBasis { year });
        }
    }
    for pair in heads.windows(2) {
        // A later edition ends an open one, so only a written end can overlap; the same first day always does.
        let overlaps = pair[0].to.is_some_and(|to| to >= pair[1].from) || pair[0].from == pair[1].from;
        if overlaps {
            findings.error(
                pair[1].origin,
                Problem::EditionOverlap {
                    day: pair[1].from.to_string(),
                },
            );
        }
    }
}

/// The latest year of a regulation that a basis names: `PP 17/2020`, `Nomor 17 Tahun 2020`.
fn latest_year(basis: &str) -> Option<i32> {
    let words: Vec<&str> = basis
        .split(|letter: char| !letter.is_alphanumeric() && letter != '/')
        .collect();
    let year = |digits: &str| -> Option<i32> {
        let is_year = |year: &i32| digits.len() == 4 && (1945..2100).contains(year);
        digits.parse().ok().filter(is_year)
    };
    let behind_stroke = words.iter().filter_map(|word| year(word.rsplit_once('/')?.1));
    let behind_word = words
        .windows(2)
        .filter(|pair| pair[0].eq_ignore_ascii_case("tahun"));
    let behind_word = behind_word.filter_map(|pair| year(pair[1]));
    behind_stroke.chain(behind_word).max()
}

/// The file of a rule: `[[edition]]` and nothing else.
struct RuleFile<T> {
    edition: Vec<T>,
}

impl<T: Enactment + Field> Document for RuleFile<T> {
    fn fields() -> &'static [FieldInfo] {
        &[FieldInfo {
            name: "edition",
            kind: "table",
            codes: &[],
            required: true,
            many: true,
            nested: None,
            refers: &[],
            may_name: &[],
            vocabulary: None,
            decision: None,
            id: "Edisi aturan.",
            en: "Editions of the rule.",
        }]
    }

    fn read_table(table: &DeTable<'_>, _: Range<usize>, reader: &mut Reader<'_>) -> Option<Self> {
        let known = document::refuse_unknown(table, Self::fields(), reader);
        let edition = match table.get("edition") {
            Some(value) => Vec::read(value, reader)?,
            None => Vec::new(),
        };
        known.then_some(RuleFile { edition })
    }
}

/// Bands on a scale, to be judged: each with its lowest and highest value and its place.
#[derive(Debug)]
pub struct Bands {
    /// To how many decimals a value is rounded before its band is chosen.
    pub decimals: u32,
    /// The bands in any order.
    pub ends: Vec<(Dec, Dec, Origin)>,
    /// Where the rule stands.
    pub origin: Origin,
}

/// Tells gaps, overlaps and open ends: after rounding every value of the scale must fall in exactly one band.
pub fn bands_cover(bands: &Bands, low: Dec, high: Dec, findings: &mut Findings) {
    let step = ONE / 10i64.pow(bands.decimals);
    let mut sorted = bands.ends.clone();
    sorted.sort();
    let ends = sorted
        .first()
        .zip(sorted.last())
        .map(|(first, last)| (first.0, last.1));
    if ends != Some((low, high)) {
        findings.error(
            bands.origin,
            Problem::BandEnds {
                low: low.to_string(),
                high: high.to_string(),
            },
        );
    }
    for pair in sorted.windows(2) {
        let (end, next) = (pair[0].1, pair[1].0);
        let (from, to) = (end.to_string(), next.to_string());
        match next.0 - end.0 {
            distance if distance > step => findings.error(pair[1].2, Problem::BandGap { from, to }),
            distance if distance < step => findings.error(pair[1].2, Problem::BandOverlap { from, to }),
            _ => {}
        }
    }
    for (from, to, origin) in &sorted {
        if from > to {
            findings.error(
                *origin,
                Problem::BandOverlap {
                    from: from.to_string(),
                    to: to.to_string(),
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::CertificateRule;

    /// The rule for certificates in an edition from each of those days.
    fn editions(starts: &[&str], rest: &str) -> (Editions<CertificateRule>, Findings) {
        let edition = |from: &&str| {
            format!(
                "[[edition]]\nbasis = \"x\"\nverified = \"text\"\nin_force_from = {from}\nwarn_days = 90\n{rest}\n"
            )
        };
        let text: String = starts.iter().map(edition).collect();
        let mut findings = Findings::new();
        (Editions::read(&text, 0, &mut findings), findings)
    }

    #[test]
    fn an_edition_changes_what_held_the_day_before() {
        let (editions, findings) = editions(&["2025-01-01", "2026-03-01"], "renewal = \"months\"");
        assert_eq!(findings.errors(), 0, "{findings:?}");
        let day = |text: &str| Day::parse(text).unwrap();
        let changed = |earlier: &str, later: &str| editions.changed_between(day(earlier), day(later));
        assert!(changed("2026-02-28", "2026-03-01"));
        assert!(!changed("2026-03-01", "2026-10-31") && !changed("2025-01-01", "2026-02-28"));
    }

    #[test]
    fn only_a_file_that_could_be_read_lacks_an_edition() {
        let lacks = |editions: Editions<CertificateRule>, on| editions.lacks(Day::parse(on).unwrap());
        let read = || editions(&["2025-01-01"], "renewal = \"months\"").0;
        assert_eq!(
            [lacks(read(), "2024-12-31"), lacks(read(), "2025-01-01")],
            [true, false]
        );
        let broken = Editions::read("[[edition]", 0, &mut Findings::new());
        assert_eq!(
            [
                lacks(broken, "2024-12-31"),
                lacks(Editions::default(), "2025-01-01")
            ],
            [false, true]
        );
    }

    #[test]
    fn a_rule_is_sound_where_each_of_its_values_is() {
        let sound = |rest: &str| editions(&["2025-01-01"], rest).1.errors() == 0;
        let topic =
            |months: i64| format!("[[edition.refresh]]\ntopic = \"t\"\nname = \"T\"\nmonths = {months}");
        assert!(sound(&format!("renewal = \"months\"\n{}", topic(12))));
        assert!(!sound(&format!("renewal = \"months\"\n{}", topic(0))));
        assert!(!sound(&format!("renewal = \"window\"\n{}", topic(12))));
        assert!(!sound("renewal = \"months\"\nmonths = 0"));
    }

    #[test]
    fn an_edition_may_hold_for_a_day_and_a_band_one_value_and_nobody_need_be_warned() {
        let errors = |fields: &str| {
            let text = format!(
                "[[edition]]\nbasis = \"x\"\nverified = \"text\"\nin_force_from = 2026-03-01\nrenewal = \"months\"\n{fields}"
            );
            let mut findings = Findings::new();
            Editions::<CertificateRule>::read(&text, 0, &mut findings);
            findings.errors()
        };
        let until = |to: &str| errors(&format!("warn_days = 90\nin_force_to = {to}"));
        assert_eq!((until("2026-03-01"), until("2026-02-28")), (0, 1));
        assert_eq!((errors("warn_days = 0"), errors("warn_days = -1")), (0, 1));
        let (low, high) = (Dec::int(0), Dec::int(2));
        let bands = Bands {
            decimals: 0,
            ends: vec![(low, low, Origin::NOWHERE), (Dec::int(1), high, Origin::NOWHERE)],
            origin: Origin::NOWHERE,
        };
        let mut findings = Findings::new();
        bands_cover(&bands, low, high, &mut findings);
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn only_what_is_not_verified_has_no_basis() {
        let errors = |head: &str| {
            let rest = "in_force_from = 2026-03-01\nwarn_days = 90\nrenewal = \"months\"\n";
            let mut findings = Findings::new();
            Editions::<CertificateRule>::read(&format!("[[edition]]\n{head}\n{rest}"), 0, &mut findings);
            findings.errors()
        };
        assert_eq!(errors("verified = \"unverified\""), 0);
        assert_eq!(
            (errors("verified = \"text\""), errors("verified = \"secondary\"")),
            (1, 1)
        );
        assert_eq!(errors("basis = \"x\"\nverified = \"text\""), 0);
    }

    #[test]
    fn an_edition_that_ends_on_the_day_of_the_next_overlaps_it() {
        let overlaps = |to: &str| {
            let edition = |from: &str, to: &str| {
                format!(
                    "[[edition]]\nbasis = \"x\"\nverified = \"text\"\nin_force_from = {from}\n{to}\nwarn_days = 90\nrenewal = \"months\"\n"
                )
            };
            let text = edition("2025-01-01", to) + &edition("2026-03-01", "");
            let mut findings = Findings::new();
            Editions::<CertificateRule>::read(&text, 0, &mut findings);
            findings.errors()
        };
        assert_eq!(overlaps("in_force_to = 2026-02-28"), 0);
        assert_eq!(overlaps("in_force_to = 2026-03-01"), 1);
    }
}
