//! Groups of people: by unit, grade band, sex and employment.

use crate::measure::sheet::sheet;
use crate::records::code::{Employment, Grade, PositionKind, PostingStatus, Sex};
use crate::records::time::Day;

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

impl Member {
    /// The groups that the person belongs to, one of each property.
    pub fn groups(&self) -> [MemberGroup; 4] {
        [
            self.unit.map_or(MemberGroup::NoUnit, MemberGroup::Unit),
            self.grade.map_or(MemberGroup::NoGrade, MemberGroup::Grade),
            self.sex.map_or(MemberGroup::NoSex, MemberGroup::Sex),
            MemberGroup::Employment(self.employment),
        ]
    }
}

/// A group of people, in the order of reading: those whose property is not known stand behind the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberGroup {
    /// Those of a unit, by number.
    Unit(u32),
    /// Those of no unit.
    NoUnit,
    /// Those of a band of grades.
    Grade(GradeBand),
    /// Those whose grade is not known.
    NoGrade,
    /// Women, or men.
    Sex(Sex),
    /// Those whose sex is not known.
    NoSex,
    /// PNS, PPPK and others.
    Employment(Employment),
    /// Those in positions of a kind.
    Kind(PositionKind),
    /// Those whose kind of position is not known.
    NoKind,
    /// Those of an age from so many years to nine more.
    Age(u32),
    /// Those whose age is not known.
    NoAge,
}

impl MemberGroup {
    /// Its number in traces: of its property, and of its key there, where 0 is not known.
    pub fn number(self) -> u64 {
        let (property, key) = match self {
            MemberGroup::Unit(unit) => (0, u64::from(unit) + 1),
            MemberGroup::NoUnit => (0, 0),
            MemberGroup::Grade(band) => (1, band.code() + 1),
            MemberGroup::NoGrade => (1, 0),
            MemberGroup::Sex(sex) => (2, sex as u64 + 1),
            MemberGroup::NoSex => (2, 0),
            MemberGroup::Employment(employment) => (3, employment as u64 + 1),
            MemberGroup::Kind(kind) => (4, kind as u64 + 1),
            MemberGroup::NoKind => (4, 0),
            MemberGroup::Age(years) => (5, u64::from(years) + 1),
            MemberGroup::NoAge => (5, 0),
        };
        property << 40 | key
    }
}

sheet! {
    /// What a group of people did.
    pub GroupSums of GroupColumn: "groups" {
        people: counts(), id "ASN", en "ASN",
            says id "Jumlah pegawai dalam kelompok ini.", en "How many people belong to the group.";
        took_part: share("took_part", "people"), id "Ikut", en "Took part",
            says id "Pegawai yang menyelesaikan paling sedikit satu pelatihan, dibagi semua dalam kelompok ini.",
            en "People who completed at least one programme over all of the group.";
        never: counts().known_by("judged", "unknown"), id "Belum", en "Never",
            says id "Jumlah pegawai yang tidak menyelesaikan satu pelatihan pun.", en "How many completed nothing.";
        unknown: counts().hidden(), id "Belum diketahui", en "Not known",
            says id "Jumlah pegawai yang belum diketahui ikut tidaknya.", en "Of how many it is not known whether they took part.";
        completed: counts(), id "Pelatihan selesai", en "Completions",
            says id "Jumlah pelatihan yang diselesaikan kelompok ini.", en "How many completions the group has.";
        jp: sums().measured("JP").known_by("jp_known", "jp_unknown"), id "JP", en "JP",
            says id "Jumlah JP pada sertifikatnya.", en "The JP on their certificates.";
        jp_mean: over("jp", "people", 1).measured("JP").known_by("jp_known", "jp_unknown"), id "JP per orang", en "JP each",
            says id "Jumlah JP dibagi jumlah pegawai kelompok ini.", en "The JP over the people of the group.";
        judged: part();
        jp_known: part();
        jp_unknown: part();
    }
}

impl GroupColumn {
    /// The JP, of how many completions they are known, and of how many they are not.
    pub(super) const JP: [Self; 3] = [Self::jp, Self::jp_known, Self::jp_unknown];
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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

    #[test]
    fn every_group_has_a_number_of_its_own() {
        let bands: BTreeSet<GradeBand> = Grade::ALL.iter().map(|grade| GradeBand::of(*grade)).collect();
        let known = bands.into_iter().map(MemberGroup::Grade);
        let known = known.chain((0..3).map(MemberGroup::Unit));
        let known = known.chain(Sex::ALL.iter().map(|sex| MemberGroup::Sex(*sex)));
        let known = known.chain(Employment::ALL.iter().map(|one| MemberGroup::Employment(*one)));
        let unknown = [MemberGroup::NoUnit, MemberGroup::NoGrade, MemberGroup::NoSex];
        let all: Vec<MemberGroup> = known.chain(unknown).collect();
        let numbers: BTreeSet<u64> = all.iter().map(|group| group.number()).collect();
        assert_eq!(numbers.len(), all.len());
    }
}
