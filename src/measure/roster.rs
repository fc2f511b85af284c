//! Who works in the office: by unit, and by what people have in common.

use super::fairness::{Member, MemberGroup};
use super::sheet::sheet;
use super::trace::{Figure, Source, Trace};
use crate::records::code::{EducationLevel, Employment, PositionKind, Sex};
use crate::records::posts::Posts;
use crate::records::time::Day;
use std::collections::BTreeMap;

sheet! {
    /// Who works in a unit, or in the office.
    pub UnitRoster of RosterColumn: "roster_by_unit" {
        staff: counts(), id "ASN", en "ASN",
            says id "Jumlah ASN yang bertugas di unit ini pada hari terakhir bulan.",
            en "How many ASN work in the unit on the month's last day.";
        pns: counts(), id "PNS", en "PNS",
            says id "Di antaranya PNS.", en "Of these, PNS.";
        cpns: counts(), id "CPNS", en "CPNS",
            says id "Di antaranya CPNS.", en "Of these, CPNS.";
        pppk: counts(), id "PPPK", en "PPPK",
            says id "Di antaranya PPPK, termasuk paruh waktu.", en "Of these, PPPK, also part-time.";
        women: counts(), id "Perempuan", en "Women",
            says id "Di antaranya perempuan.", en "Of these, women.";
        men: counts(), id "Laki-laki", en "Men",
            says id "Di antaranya laki-laki.", en "Of these, men.";
        sex_unknown: counts().hidden(), id "Jenis kelamin tidak diketahui", en "Sex not known",
            says id "Di antaranya yang jenis kelaminnya tidak tercatat.", en "Of these, those whose sex is not on record.";
    }
}
use RosterColumn as Of;

/// A person who works in the office on a day.
#[derive(Clone, Copy, Debug)]
pub struct Worker {
    /// What people are grouped by.
    pub member: Member,
    /// The kind of position.
    pub kind: Option<PositionKind>,
    /// How many years old.
    pub age: Option<u32>,
    /// The further education on record that was finished last.
    pub studied: Option<EducationLevel>,
}

impl Worker {
    /// The groups that the person belongs to, one of each property but the unit.
    fn groups(&self) -> [MemberGroup; 5] {
        let [_, grade, sex, employment] = self.member.groups();
        [
            employment,
            self.kind.map_or(MemberGroup::NoKind, MemberGroup::Kind),
            grade,
            sex,
            self.age
                .map_or(MemberGroup::NoAge, |age| MemberGroup::Age(age / 10 * 10)),
        ]
    }

    /// In which columns of a unit the person is.
    fn columns(&self) -> [Of; 3] {
        let by_employment = match self.member.employment {
            Employment::Pns => Of::pns,
            Employment::Cpns => Of::cpns,
            _ => Of::pppk,
        };
        let by_sex = match self.member.sex {
            Some(Sex::Woman) => Of::women,
            Some(Sex::Man) => Of::men,
            None => Of::sex_unknown,
        };
        [Of::staff, by_employment, by_sex]
    }
}

/// How many years somebody is old on a day.
pub fn age_on(day: Day, born: Day) -> Option<u32> {
    let birthday = |day: Day| (day.month().number(), day.of_month());
    let years = day.year() - born.year() - i32::from(birthday(day) < birthday(born));
    u32::try_from(years).ok()
}

/// Who works in the office.
#[derive(Debug)]
pub struct RosterFigures<'r> {
    /// Everybody who counts, in the order of `staff.csv`.
    pub workers: Vec<Worker>,
    /// By number of the unit.
    pub units: Vec<UnitRoster>,
    /// The office.
    pub total: UnitRoster,
    /// How many are in each group, in the order of reading.
    pub groups: BTreeMap<MemberGroup, u64>,
    /// The postings, which tell the words of positions.
    pub posts: &'r Posts,
}

impl<'r> RosterFigures<'r> {
    /// Counts those who work in so many units.
    pub fn new(workers: Vec<Worker>, units: usize, posts: &'r Posts, trace: &mut Trace) -> RosterFigures<'r> {
        let mut out = RosterFigures {
            units: vec![UnitRoster::default(); units],
            total: UnitRoster::default(),
            groups: BTreeMap::new(),
            workers: Vec::new(),
            posts,
        };
        for one in &workers {
            out.take(one, trace);
        }
        out.workers = workers;
        out
    }

    fn take(&mut self, one: &Worker, trace: &mut Trace) {
        let (person, unit) = (one.member.person, one.member.unit);
        for column in one.columns() {
            let figure = Figure::of_unit("roster_by_unit", unit, column.id());
            self.total
                .enter(column, figure.row, Source::Person(person), 1, trace);
            if let Some(unit) = unit {
                let silent = &mut Trace::silent();
                self.units[unit as usize].enter(column, unit, Source::Person(person), 1, silent);
            }
        }
        if let Some(age) = one.age {
            trace.counts(Figure::new("roster", person, "age"), person, age.into());
        }
        for group in one.groups() {
            *self.groups.entry(group).or_default() += 1;
            trace.counts(Figure::new("composition", group.number(), "people"), person, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::day;
    use super::*;

    #[test]
    fn a_year_is_full_on_the_birthday() {
        let age = |text| age_on(day(text), day("1976-02-04"));
        assert_eq!(
            [age("2026-02-03"), age("2026-02-04"), age("2026-12-31")],
            [Some(49), Some(50), Some(50)]
        );
        assert_eq!(age("1975-01-01"), None);
    }
}
