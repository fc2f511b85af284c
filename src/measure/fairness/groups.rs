//! Groups of people, and how unevenly the hours are spread.

use super::Taken;
use crate::measure::trace::{ALL, Figure, Trace};
use crate::records::code::{Employment, Grade, PostingStatus, Sex};
use crate::records::number::Dec;
use crate::records::time::Day;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A person who counts, with what people are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The number of the person.
    pub person: u32,
    /// The number of the unit.
    pub unit: Option<u32>,
    /// The grade band.
    pub grade: Option<GradeBand>,
    /// Sex.
    pub sex: Option<Sex>,
    /// In which relation the person stands to the office.
    pub employment: Employment,
    /// Whether and how the person works in the post.
    pub status: PostingStatus,
    /// The first day of the first posting.
    pub since: Option<Day>,
}

/// A band of grades: the golongan of PNS without its letter, and the golongan of PPPK by the schooling that they ask
/// for (I–IV, V–VIII, IX–XII, XIII–XVII).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GradeBand {
    /// Whether it is of PNS.
    pub is_pns: bool,
    /// The number of the band from the lowest, 0 to 3.
    pub number: usize,
}

impl GradeBand {
    /// The names of the bands of PNS.
    const PNS: [&str; 4] = ["I", "II", "III", "IV"];
    /// The names of the bands of PPPK.
    const PPPK: [&str; 4] = ["I–IV", "V–VIII", "IX–XII", "XIII–XVII"];

    /// The band of a grade.
    pub fn of(grade: Grade) -> GradeBand {
        let is_pns = grade.is_pns();
        let number = match is_pns {
            true => {
                let roman = grade.code().split('/').next().unwrap_or("");
                Self::PNS.iter().position(|name| *name == roman).unwrap_or(0)
            }
            // The PPPK grades are declared in their order.
            false => (grade as usize - Grade::I as usize) / 4,
        };
        GradeBand {
            is_pns,
            number: number.min(3),
        }
    }

    /// Its number among all bands.
    pub fn code(self) -> u64 {
        self.number as u64 + if self.is_pns { 0 } else { 4 }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        let names = if self.is_pns { Self::PNS } else { Self::PPPK };
        names[self.number]
    }
}

/// The number of a group in traces: of its dimension, and of its key there; people without the property are a group
/// of their own.
pub fn number_of_group(dimension: u64, key: Option<u64>) -> u64 {
    dimension << 40 | key.map_or(0, |key| key + 1)
}

/// What a group of people did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many people.
    pub people: u64,
    /// How many completed anything.
    pub took_part: u64,
    /// How many completions.
    pub completed: u64,
    /// JP earned.
    pub jp: Dec,
}

impl Count {
    /// Takes one person.
    pub fn add(&mut self, taken: &Taken) {
        self.people += 1;
        self.took_part += u64::from(taken.completed > 0);
        self.completed += taken.completed;
        self.jp = Dec(self.jp.0 + taken.jp.0);
    }
}

/// What groups of people did, by a property; people without it are a group of their own.
pub fn by<K: Ord>(
    members: &[Member],
    taken: &[Taken],
    of: impl Fn(&Member) -> Option<K>,
) -> BTreeMap<Option<K>, Count> {
    let mut out: BTreeMap<Option<K>, Count> = BTreeMap::new();
    for member in members {
        let count = out.entry(of(member)).or_default();
        count.add(&taken[member.person as usize]);
    }
    out
}

/// The tenth of the people that has most: how many they are (a tenth, rounded up), their JP, and those of all.
pub fn top_tenth(members: &[Member], taken: &[Taken], trace: &mut Trace) -> (u64, Dec, Dec) {
    let hours = members
        .iter()
        .map(|member| (Reverse(taken[member.person as usize].jp), member.person));
    let mut hours: Vec<(Reverse<Dec>, u32)> = hours.collect();
    hours.sort_unstable();
    let tenth = &hours[..hours.len().div_ceil(10)];
    tell_tenth(tenth, trace);
    let sum = |list: &[(Reverse<Dec>, u32)]| Dec(list.iter().map(|(jp, _)| jp.0.0).sum());
    (tenth.len() as u64, sum(tenth), sum(&hours))
}

/// Tells who of `members`, by most JP, are the tenth that has most.
fn tell_tenth(members: &[(Reverse<Dec>, u32)], trace: &mut Trace) {
    for (Reverse(jp), person) in members {
        trace.counts(overview("top_jp"), *person, jp.0);
    }
}

/// A figure of the overview.
pub(super) fn overview(column: &'static str) -> Figure {
    Figure::new("participation", ALL, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(person: u32, unit: Option<u32>) -> Member {
        Member {
            person,
            unit,
            grade: None,
            sex: None,
            employment: Employment::Pns,
            status: PostingStatus::Active,
            since: None,
        }
    }

    fn taken(completed: u64, jp: i64) -> Taken {
        Taken {
            completed,
            jp: Dec::int(jp),
            ..Taken::default()
        }
    }

    #[test]
    fn the_tenth_is_rounded_up_and_people_without_hours_count() {
        let members: Vec<Member> = (0..11).map(|person| member(person, None)).collect();
        let mut hours = vec![taken(0, 0); 11];
        hours[3] = taken(2, 30);
        hours[7] = taken(1, 10);
        hours[9] = taken(1, 10);
        assert_eq!(
            top_tenth(&members, &hours, &mut Trace::silent()),
            (2, Dec::int(40), Dec::int(50))
        );
        assert_eq!(top_tenth(&[], &hours, &mut Trace::silent()), (0, Dec(0), Dec(0)));
    }

    #[test]
    fn people_without_the_property_are_a_group_of_their_own() {
        let members = [member(0, Some(4)), member(1, None), member(2, Some(4))];
        let hours = [taken(2, 12), taken(0, 0), taken(0, 0)];
        let groups = by(&members, &hours, |member| member.unit);
        let four = groups[&Some(4)];
        assert_eq!((four.people, four.took_part, four.completed), (2, 1, 2));
        assert_eq!(groups[&None].people, 1);
    }

    #[test]
    fn grades_fall_in_their_bands() {
        let name = |code: &str| {
            let found = Grade::ALL.iter().find(|grade| grade.code() == code);
            GradeBand::of(*found.unwrap()).name()
        };
        let codes = ["I/a", "III/d", "IV/e", "IV", "V", "IX", "XII", "XIII", "XVII"];
        let bands = [
            "I",
            "III",
            "IV",
            "I–IV",
            "V–VIII",
            "IX–XII",
            "IX–XII",
            "XIII–XVII",
            "XIII–XVII",
        ];
        assert_eq!(codes.map(name), bands);
    }
}
