//! Competency gaps: what the post requires against what the person was found to hold.
//!
//! Source: the rule `gap`. Gap of a competency = level required − level held, where it is positive. Job-person match
//! of a person = held / required × 100, summed over the competencies of the post's standard that were assessed; with
//! `cap_over_fulfilment` no competency counts for more than is required. What was never assessed is not known: it
//! enters neither side, and is counted apart. The level held is that of the latest assessment not after the day.

use super::sheet::sheet;
use super::trace::{ALL, Figure, Omission, Source, Trace};
use crate::diagnostic::Origin;
use crate::records::number::Ratio;
use crate::records::people::People;
use crate::records::time::Day;
use crate::rules::Gap as Rule;
use std::collections::HashMap;

/// An assessment, by number of the person and of the competency.
#[derive(Clone, Copy, Debug)]
pub struct Assessed {
    /// The person.
    pub person: u32,
    /// The competency.
    pub competency: u32,
    /// The day.
    pub date: Day,
    /// The level found.
    pub level: i64,
    /// Where the row stands.
    pub origin: Origin,
}

/// A level that the standard of a post requires, by number of the competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Required {
    /// The competency.
    pub competency: u32,
    /// The level.
    pub level: i64,
    /// Where the row stands.
    pub origin: Origin,
}

/// Measures gaps from standards and assessments.
#[derive(Debug)]
pub struct Gaps<'r> {
    rule: &'r Rule,
    as_of: Day,
    /// The standards of each person's post, by number of the person.
    required: Vec<Vec<Required>>,
    held: HashMap<(u32, u32), Assessed>,
}

impl<'r> Gaps<'r> {
    /// Measures for `people` by `rule`, with the standards of the post that each holds on the day.
    pub fn new(people: &People, rule: &'r Rule, required: Vec<Vec<Required>>) -> Gaps<'r> {
        Gaps {
            rule,
            as_of: people.as_of,
            required,
            held: HashMap::new(),
        }
    }

    /// Takes an assessment; of several the latest counts.
    pub fn assess(&mut self, assessed: Assessed, trace: &mut Trace) {
        let figure = Figure::new("gaps_by_competency", assessed.competency, "assessed");
        if assessed.date > self.as_of {
            return trace.omits(figure, assessed.origin, Omission::LaterThanPeriod);
        }
        let slot = self
            .held
            .entry((assessed.person, assessed.competency))
            .or_insert(assessed);
        let (kept, superseded) = match slot.date < assessed.date {
            true => (assessed, std::mem::replace(slot, assessed)),
            false => (*slot, assessed),
        };
        if kept.origin != superseded.origin {
            trace.omits(figure, superseded.origin, Omission::Superseded);
        }
    }

    /// What the post of a person requires.
    pub fn required(&self, person: u32) -> &[Required] {
        self.required.get(person as usize).map_or(&[], Vec::as_slice)
    }

    /// The latest assessment of a person in a competency.
    pub fn assessed(&self, person: u32, competency: u32) -> Option<&Assessed> {
        self.held.get(&(person, competency))
    }

    /// The level held of a competency.
    pub fn held(&self, person: u32, competency: u32) -> Option<i64> {
        self.assessed(person, competency).map(|assessed| assessed.level)
    }
}

/// A competency in which a person holds less than the post requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The competency.
    pub competency: u32,
    /// The level required.
    pub required: i64,
    /// The level held.
    pub held: i64,
}

impl Lack {
    /// How many levels are missing.
    pub fn missing(&self) -> i64 {
        self.required - self.held
    }
}

/// The gaps of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonGaps {
    /// The person.
    pub person: u32,
    /// Competencies that the post requires.
    pub required: u64,
    /// Of these, how many were assessed.
    pub assessed: u64,
    /// The job-person match in percent; `None` when nothing was assessed.
    pub fit: Option<Ratio>,
    /// What is lacking, the most levels first.
    pub lacks: Vec<Lack>,
}

sheet! {
    /// The people of one unit, or of the office, whose post has a standard.
    pub UnitGapSums of UnitGapColumn: "gaps_by_unit" {
        with_standard: counts(), id "Pegawai dengan standar", en "People with a standard",
            says id "Jumlah pegawai yang jabatannya mempunyai standar kompetensi.",
            en "How many people hold a post with a standard of competencies.";
        assessed: counts().public(), id "Sudah dinilai", en "Assessed",
            says id "Di antaranya yang sudah dinilai dalam paling sedikit satu kompetensi standarnya.",
            en "Of these, how many were assessed in at least one competency of the standard.";
        lacking: counts().by("gap"), id "Ada kesenjangan", en "With a gap",
            says id "Di antaranya yang kurang dalam paling sedikit satu kompetensi.",
            en "Of these, how many lack something in at least one competency.";
        staff: counts().hidden(), id "ASN", en "ASN",
            says id "Jumlah ASN, juga yang jabatannya tanpa standar kompetensi.",
            en "How many ASN there are, also those whose post has no standard of competencies.";
        unassessed: counts().hidden(), id "Belum dinilai", en "Not assessed",
            says id "Di antara semua ASN, yang belum dinilai dalam satu pun kompetensi standarnya.",
            en "Of all ASN, how many were assessed in no competency of a standard.";
        match_held: part();
        match_required: part();
    }
}

/// The gaps of a unit, or of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitGaps {
    /// The counts.
    pub sums: UnitGapSums,
    /// The sum of the matches of everybody assessed, in percent.
    fit: Option<Ratio>,
}

impl UnitGaps {
    /// Adds all of another one.
    fn merge(&mut self, other: &UnitGaps) {
        self.sums.merge(&other.sums);
        self.fit = match (self.fit, other.fit) {
            (Some(own), Some(other)) => own.plus(other),
            (own, other) => own.or(other),
        };
    }

    /// The mean match in percent: the sum of the matches / people assessed.
    pub fn mean(&self) -> Option<Ratio> {
        let assessed = self.sums.of(UnitGapColumn::assessed);
        self.fit?.over(Ratio::int(i128::from(assessed)))
    }
}

sheet! {
    /// The gaps in one competency.
    pub CompetencyGaps of CompetencyGapColumn: "gaps_by_competency" {
        required: counts(), id "Disyaratkan bagi", en "Required of",
            says id "Jumlah pegawai yang jabatannya mensyaratkan kompetensi ini.",
            en "How many people hold a post that requires the competency.";
        assessed: counts(), id "Sudah dinilai", en "Assessed",
            says id "Di antaranya yang sudah dinilai; hanya penilaian terakhir yang dihitung.",
            en "Of these, how many were assessed; only the latest assessment counts.";
        lacking: counts().by("gap"), id "Ada kesenjangan", en "With a gap",
            says id "Di antaranya yang tingkatnya di bawah syarat.",
            en "Of these, how many hold less than is required.";
        levels: counts().by("gap"), id "Kurang (tingkat)", en "Levels lacking",
            says id "Jumlah tingkat yang kurang dari semua pegawai itu.",
            en "The levels that these people lack together.";
    }
}

/// What the gaps come to.
#[derive(Debug, Default)]
pub struct GapFigures {
    /// People with a standard for their post, the lowest match first; those without assessment last.
    pub persons: Vec<PersonGaps>,
    /// By number of the unit.
    pub units: Vec<UnitGaps>,
    /// Those of no unit.
    pub elsewhere: UnitGaps,
    /// The office.
    pub total: UnitGaps,
    /// By number of the competency.
    pub competencies: Vec<CompetencyGaps>,
    /// People who count and whose post has no standard.
    pub without_standard: u64,
}

impl GapFigures {
    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    /// The numbers of the competencies that somebody lacks, those that most people lack first.
    pub fn lacking(&self) -> Vec<u32> {
        let mut list: Vec<u32> = (0..self.competencies.len() as u32)
            .filter(|&n| self.competencies[n as usize].of(CompetencyGapColumn::lacking) > 0)
            .collect();
        list.sort_by_key(|&n| {
            use CompetencyGapColumn::{lacking, levels};
            let most = [lacking, levels].map(|column| self.competencies[n as usize].of(column));
            (std::cmp::Reverse(most), n)
        });
        list
    }
}

impl Gaps<'_> {
    /// The gaps of one person, whether or not the person counts.
    pub fn of_person(&self, person: u32) -> PersonGaps {
        let required = self.required(person);
        let (mut over, mut under, mut assessed) = (0i128, 0i128, 0);
        let mut lacks = Vec::new();
        for one in required {
            let (competency, level) = (one.competency, one.level);
            let Some(held) = self.held(person, competency) else {
                continue;
            };
            assessed += 1;
            over += i128::from(self.counted(held, level));
            under += i128::from(level);
            if held < level {
                lacks.push(Lack {
                    competency,
                    required: level,
                    held,
                });
            }
        }
        lacks.sort_by_key(|lack| (std::cmp::Reverse(lack.missing()), lack.competency));
        PersonGaps {
            person,
            required: required.len() as u64,
            assessed,
            fit: Ratio::new(100 * over, under),
            lacks,
        }
    }

    /// What is counted of a level held where so much is required.
    fn counted(&self, held: i64, level: i64) -> i64 {
        match self.rule.cap_over_fulfilment {
            true => held.min(level),
            false => held,
        }
    }

    /// Adds up by unit of the last day and by competency.
    pub fn figures(
        &self,
        people: &People,
        units: usize,
        competencies: usize,
        trace: &mut Trace,
    ) -> GapFigures {
        let mut out = GapFigures {
            units: vec![UnitGaps::default(); units],
            competencies: vec![CompetencyGaps::default(); competencies],
            ..GapFigures::default()
        };
        for (number, person) in people.list.iter().enumerate() {
            if !person.counts() {
                continue;
            }
            let gaps = self.of_person(number as u32);
            let of_person = self.add(&gaps, person.unit(), &mut out.competencies, trace);
            out.total.merge(&of_person);
            let units = &mut out.units;
            let unit = person.unit().map(|unit| &mut units[unit as usize]);
            unit.unwrap_or(&mut out.elsewhere).merge(&of_person);
            match gaps.required {
                0 => out.without_standard += 1,
                _ => out.persons.push(gaps),
            }
        }
        out.persons
            .sort_by_key(|gaps| (gaps.fit.is_none(), gaps.fit, gaps.person));
        out
    }

    /// Adds a person to the competencies of the post's standard; gives what the person adds to a unit.
    fn add(
        &self,
        gaps: &PersonGaps,
        unit: Option<u32>,
        competencies: &mut [CompetencyGaps],
        trace: &mut Trace,
    ) -> UnitGaps {
        use {CompetencyGapColumn as Of, UnitGapColumn as OfUnit};
        let person = Source::Person(gaps.person);
        let (mut over, mut under) = (0, 0);
        let of_person = |column| Figure::new("gaps_by_person", gaps.person, column);
        for required in &self.required[gaps.person as usize] {
            let row = required.competency;
            let sums = &mut competencies[row as usize];
            sums.enter(Of::required, row, person, 1, trace);
            let Some(assessed) = self.held.get(&(gaps.person, row)) else {
                trace.omits(of_person("assessed"), required.origin, Omission::NeverAssessed);
                continue;
            };
            let counted = self.counted(assessed.level, required.level);
            over += counted;
            under += required.level;
            sums.enter(Of::assessed, row, assessed.origin, 1, trace);
            trace.uses(of_person("assessed"), assessed.origin, 1);
            trace.uses(of_person("match_held"), assessed.origin, counted);
            trace.uses(of_person("match_required"), required.origin, required.level);
            let missing = required.level - assessed.level;
            if missing > 0 {
                sums.enter(Of::lacking, row, assessed.origin, 1, trace);
                sums.enter(Of::levels, row, assessed.origin, missing, trace);
            }
        }
        let mut out = UnitGaps {
            fit: gaps.fit,
            ..UnitGaps::default()
        };
        let mut enter = |column, amount| {
            let row = unit.map_or(ALL, u64::from);
            out.sums.enter(column, row, person, amount, trace);
        };
        enter(OfUnit::staff, 1);
        if gaps.required > 0 {
            enter(OfUnit::with_standard, 1);
        }
        if gaps.fit.is_none() {
            enter(OfUnit::unassessed, 1);
        } else {
            enter(OfUnit::assessed, 1);
            enter(OfUnit::match_held, over);
            enter(OfUnit::match_required, under);
        }
        if !gaps.lacks.is_empty() {
            enter(OfUnit::lacking, 1);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, people};
    use super::*;
    use crate::diagnostic::Findings;
    use crate::rules::Rules;

    fn rules(cap: bool) -> Rules {
        let mut rules = Rules::default();
        let mut findings = Findings::new();
        let text = format!(
            "[[edition]]\nbasis = 'x'\nin_force_from = 2020-01-01\nverified = 'text'\n\
             cap_over_fulfilment = {cap}\ndecimals = 2\n\
             [[edition.band]]\ncode = 'a'\nname = 'A'\nfrom_percent = 90\nto_percent = 100\n\
             [[edition.band]]\ncode = 'b'\nname = 'B'\nfrom_percent = 78\nto_percent = 89.99\n\
             [[edition.band]]\ncode = 'c'\nname = 'C'\nfrom_percent = 0\nto_percent = 77.99\n"
        );
        rules.read("gap", &text, 0, &mut findings);
        assert_eq!(findings.errors(), 0);
        rules
    }

    fn measured(cap: bool, levels: &[(u32, &str, i64)]) -> PersonGaps {
        let rules = rules(cap);
        let mut people = People::new(day("2026-10-31"), day("2026-09-30"));
        people.add("p1", None);
        let rule = rules.gap.on(day("2026-10-31")).unwrap();
        let required = [(0, 3), (1, 2), (2, 4)].map(|(competency, level)| Required {
            competency,
            level,
            origin: Origin::NOWHERE,
        });
        let mut gaps = Gaps::new(&people, rule, vec![required.to_vec()]);
        for (at, &(competency, date, level)) in levels.iter().enumerate() {
            let assessed = Assessed {
                person: 0,
                competency,
                date: day(date),
                level,
                origin: Origin::new(0, at as u64),
            };
            gaps.assess(assessed, &mut Trace::silent());
        }
        gaps.of_person(0)
    }

    #[test]
    fn what_was_not_assessed_is_not_zero() {
        let none = measured(true, &[]);
        assert_eq!((none.required, none.assessed, none.fit), (3, 0, None));
        assert!(none.lacks.is_empty());
        // Only competency 0 is known: 2 of 3, not 2 of 9.
        let one = measured(true, &[(0, "2026-05-01", 2)]);
        assert_eq!(one.fit, Ratio::new(200, 3));
        assert_eq!(one.lacks.len(), 1);
        // Found to hold nothing is known, and is zero.
        assert_eq!(measured(true, &[(0, "2026-05-01", 0)]).fit, Some(Ratio::ZERO));
    }

    #[test]
    fn the_latest_assessment_not_after_the_day_counts() {
        let levels = [
            (0, "2026-05-01", 1),
            (0, "2026-09-01", 3),
            (0, "2026-06-01", 2),
            (0, "2026-11-01", 0),
        ];
        let person = measured(true, &levels);
        assert_eq!(person.fit, Some(Ratio::int(100)));
        assert!(person.lacks.is_empty());
    }

    #[test]
    fn more_than_required_makes_up_for_less_only_without_the_cap() {
        let levels = [(0, "2026-05-01", 5), (1, "2026-05-01", 1), (2, "2026-05-01", 1)];
        // Capped 3 + 1 + 1 of 9; else 5 + 1 + 1 of 9.
        assert_eq!(measured(true, &levels).fit, Ratio::new(500, 9));
        assert_eq!(measured(false, &levels).fit, Ratio::new(700, 9));
        let lacks: Vec<(u32, i64)> = measured(true, &levels)
            .lacks
            .iter()
            .map(|lack| (lack.competency, lack.missing()))
            .collect();
        assert_eq!(lacks, [(2, 3), (1, 1)]);
    }

    #[test]
    fn the_band_of_a_match_is_found_before_rounding() {
        let rules = rules(false);
        let rule = rules.gap.on(day("2026-10-31")).unwrap();
        let of = |over, under| rule.band_of(Ratio::new(over, under).unwrap());
        let band = |over, under| of(over, under).unwrap().code.0.clone();
        assert_eq!(band(90_000, 1000), "a");
        assert_eq!(band(89_999, 1000), "b");
        assert_eq!(band(233, 3), "c");
        assert_eq!(band(150, 1), "a");
    }

    #[test]
    fn the_sums_of_a_unit_are_of_those_whose_post_has_a_standard() {
        let month = crate::records::time::Month::parse("2026-10").unwrap();
        let people = people(month, &[("p1", 0, "2010-01-01"), ("p2", 0, "2010-01-01")]);
        let rules = rules(true);
        let required = Required {
            competency: 0,
            level: 4,
            origin: Origin::NOWHERE,
        };
        let rule = rules.gap.on(month.last()).unwrap();
        let mut gaps = Gaps::new(&people, rule, vec![vec![required], Vec::new()]);
        let assessed = Assessed {
            person: 0,
            competency: 0,
            date: month.last(),
            level: 3,
            origin: Origin::NOWHERE,
        };
        gaps.assess(assessed, &mut Trace::silent());
        let unit = &gaps.figures(&people, 1, 1, &mut Trace::silent()).units[0];
        use UnitGapColumn as Of;
        let columns = [
            Of::staff,
            Of::with_standard,
            Of::assessed,
            Of::match_held,
            Of::match_required,
        ];
        assert_eq!(columns.map(|column| unit.sums.of(column)), [2, 1, 1, 3, 4]);
    }
}
