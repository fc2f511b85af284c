//! Who meets what is asked: the competencies that a post requires and the topics that are to be refreshed, person by
//! person, by unit, and which of them rest on one person alone.
//!
//! Source: the standards of posts with the latest assessment not after the day, and the topics of the rule
//! `certificates` with the last training. A competency is met at the level that the post requires; it has no end, because
//! no rule gives an assessment one.

use super::gaps::Gaps;
use super::refresh::{LastTraining, RefreshFigures};
use super::sheet::sheet;
use super::trace::{Figure, Source, Trace};
use crate::diagnostic::Origin;
use crate::records::people::{Catalogue, People};
use crate::records::time::Day;
use std::collections::{BTreeMap, HashMap};

/// What is asked of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// A competency that the standard of a post requires, by number in the catalogue.
    Competency(u32),
    /// A topic that is to be refreshed, by number in the rule.
    Topic(usize),
}

impl Demand {
    /// The number of its row in traces.
    pub fn number(self) -> u64 {
        match self {
            Demand::Competency(number) => number.into(),
            Demand::Topic(number) => 1 << 32 | number as u64,
        }
    }
}

/// How somebody stands to what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DemandState {
    /// Met.
    Valid,
    /// Met, and to be refreshed within the days of the rule.
    Expiring,
    /// Met once: the day of refreshing is past.
    Expired,
    /// Assessed at a lower level than the post requires.
    Below,
    /// Never trained on the topic, so that it is not met.
    Never,
    /// Never assessed in the competency, so that nobody knows whether it is met.
    Unassessed,
    /// Nobody can tell, because the records begin later.
    Unknown,
}

impl DemandState {
    /// Those that a reader is told of, in the order of a report.
    pub const OPEN: [DemandState; 4] = [
        DemandState::Expired,
        DemandState::Never,
        DemandState::Below,
        DemandState::Expiring,
    ];

    /// Those in which nobody knows whether what is asked is met.
    pub const UNTOLD: [DemandState; 2] = [DemandState::Unassessed, DemandState::Unknown];

    /// The columns that it enters for what is asked: its own, and whether it is known and met.
    fn columns(self) -> &'static [Of] {
        match self {
            DemandState::Unassessed => &[Of::asked, Of::never],
            DemandState::Valid => &[Of::asked, Of::valid, Of::met, Of::judged],
            DemandState::Expiring => &[Of::asked, Of::expiring, Of::met, Of::judged],
            DemandState::Expired => &[Of::asked, Of::expired, Of::judged],
            DemandState::Below => &[Of::asked, Of::below, Of::judged],
            DemandState::Never => &[Of::asked, Of::never, Of::judged],
            DemandState::Unknown => &[Of::asked, Of::unknown],
        }
    }

    /// Its code for data formats.
    pub fn code(self) -> &'static str {
        match self {
            DemandState::Unassessed => "unassessed",
            _ => self.columns()[1].id(),
        }
    }

    /// Whether what is asked is met.
    pub fn is_met(self) -> bool {
        matches!(self, DemandState::Valid | DemandState::Expiring)
    }
}

sheet! {
    /// How what is asked of people stands.
    pub DemandSums of DemandColumn: "matrix_by_demand" {
        asked: counts(), id "Diminta dari", en "Asked of",
            says id "Jumlah pegawai yang jabatannya mensyaratkan kompetensi ini, atau semua pegawai untuk topik yang harus disegarkan.",
            en "How many people hold a post that requires the competency, or all for a topic that is to be refreshed.";
        valid: counts().known_by("valid", "unknown"), id "Terpenuhi", en "Valid",
            says id "Di antaranya yang tingkatnya cukup, atau pelatihannya masih mutakhir.",
            en "Of these, whose level is enough or whose training is not yet to be refreshed.";
        expiring: counts().by("certificates").known_by("expiring", "unknown"), id "Segera habis", en "Expiring",
            says id "Di antaranya yang harus disegarkan dalam jumlah hari menurut ketentuan.",
            en "Of these, whose training is to be refreshed within the days of the rule.";
        expired: counts().by("certificates").known_by("expired", "unknown"), id "Habis", en "Expired",
            says id "Di antaranya yang hari penyegarannya sudah lewat.",
            en "Of these, whose day of refreshing is past.";
        below: counts(), id "Di bawah syarat", en "Below",
            says id "Di antaranya yang dinilai di bawah tingkat yang disyaratkan.",
            en "Of these, who were assessed below the level required.";
        never: counts().known_by("never", "unknown"), id "Belum pernah", en "Never",
            says id "Di antaranya yang belum pernah dinilai atau dilatih.",
            en "Of these, who were never assessed or trained.";
        unknown: counts().hidden(), id "Tidak diketahui", en "Not known",
            says id "Di antaranya yang tidak diketahui, karena catatan dimulai sesudahnya.",
            en "Of these, of whom it is not known because the records begin later.";
        covered: share("met", "judged"), id "Cakupan", en "Covered",
            says id "Yang terpenuhi, juga yang segera habis, dibagi yang diketahui: kompetensi yang belum pernah dinilai tidak termasuk.",
            en "Those that are met, also those expiring, over those that are known: without competencies that were never assessed.";
        met: part(), id "terpenuhi", en "met";
        judged: part(), id "diketahui", en "known";
    }
}
use DemandColumn as Of;

impl DemandSums {
    /// Whether it is known of everybody.
    fn is_told(&self) -> bool {
        self.of(Of::unknown) == 0
    }
}

sheet! {
    /// How what is asked of the people of a unit stands.
    pub UnitCoverage of CoverageColumn: "matrix_by_unit" {
        asked: counts(), id "Yang diminta", en "Asked for",
            says id "Jumlah kompetensi dan topik yang diminta, dijumlahkan atas semua pegawai unit ini.",
            en "How many competencies and topics are asked, over all people of the unit.";
        unknown: counts().hidden(), id "Tidak diketahui", en "Not known",
            says id "Di antaranya yang tidak diketahui, karena catatan dimulai sesudahnya.",
            en "Of these, of which it is not known because the records begin later.";
        covered: share("met", "judged"), id "Cakupan", en "Covered",
            says id "Yang terpenuhi, juga yang segera habis, dibagi yang diketahui: kompetensi yang belum pernah dinilai tidak termasuk.",
            en "Those that are met, also those expiring, over those that are known: without competencies that were never assessed.";
        met: part(), id "terpenuhi", en "met";
        judged: part(), id "diketahui", en "known";
    }
}

impl UnitCoverage {
    /// How much of what is asked nobody can tell whether it is met.
    pub fn unjudged(&self) -> u64 {
        self.count(CoverageColumn::asked) - self.count(CoverageColumn::judged)
    }
}

/// What is asked of one person, and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonDemand {
    /// The person.
    pub person: u32,
    /// What is asked.
    pub demand: Demand,
    /// How it stands.
    pub standing: DemandState,
    /// The level held and the level required of a competency.
    pub levels: (Option<i64>, Option<i64>),
    /// The day of the last assessment or training.
    pub last: Option<Day>,
    /// The day by which it is to be refreshed.
    pub until: Option<Day>,
    /// Where the assessment stands.
    origin: Option<Origin>,
}

/// What rests on one person or on nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bottleneck {
    /// What is asked.
    pub demand: Demand,
    /// The only one who can; `None` where nobody can.
    pub person: Option<u32>,
    /// Of how many it is asked.
    pub asked: u64,
}

/// The matrix.
#[derive(Debug, Default)]
pub struct MatrixReport {
    /// Everything asked of everybody who counts, by person and demand.
    pub asked: Vec<PersonDemand>,
    /// By demand.
    pub demands: BTreeMap<Demand, DemandSums>,
    /// By number of the unit.
    pub units: Vec<UnitCoverage>,
    /// The office.
    pub total: UnitCoverage,
    /// What rests on one person or on nobody, by demand.
    pub bottlenecks: Vec<Bottleneck>,
    /// People who count and whose post has no standard.
    pub without_standard: u64,
    /// The competencies.
    pub catalogue: Catalogue,
}

/// Measures what is asked of the people who count.
#[derive(Debug)]
pub struct Matrix<'m> {
    people: &'m People,
    gaps: &'m Gaps<'m>,
    topics: usize,
    /// The last training by topic and person, and whether it is to be refreshed soon or past.
    last: HashMap<(usize, u32), (&'m LastTraining, bool)>,
    /// Whether somebody not trained on a topic was never trained: the records tell of all the months looked back.
    is_told: bool,
}

impl<'m> Matrix<'m> {
    /// Measures by what posts require and people hold, and by the last training on each topic.
    pub fn new(people: &'m People, gaps: &'m Gaps<'m>, refresh: &'m RefreshFigures) -> Matrix<'m> {
        let due = refresh.due.iter().map(|one| (one, true));
        let last = due.chain(refresh.later.iter().map(|one| (one, false)));
        Matrix {
            people,
            gaps,
            topics: refresh.topics.len(),
            last: last
                .map(|(one, is_due)| ((one.topic, one.person), (one, is_due)))
                .collect(),
            is_told: refresh.is_told,
        }
    }

    /// What is asked of a person, by demand.
    fn of_person(&self, person: u32) -> Vec<PersonDemand> {
        let competencies = self.gaps.required(person).iter().map(|required| {
            let assessed = self.gaps.assessed(person, required.competency);
            let standing = match assessed.map(|assessed| assessed.level) {
                None => DemandState::Unassessed,
                Some(level) if level < required.level => DemandState::Below,
                Some(_) => DemandState::Valid,
            };
            PersonDemand {
                person,
                demand: Demand::Competency(required.competency),
                standing,
                levels: (assessed.map(|assessed| assessed.level), Some(required.level)),
                last: assessed.map(|assessed| assessed.date),
                until: None,
                origin: assessed.map(|assessed| assessed.origin),
            }
        });
        let topics = (0..self.topics).map(|topic| {
            let last = self.last.get(&(topic, person));
            PersonDemand {
                person,
                demand: Demand::Topic(topic),
                standing: self.refreshed(last.copied()),
                levels: (None, None),
                last: last.map(|(last, _)| last.completed),
                until: last.map(|(last, _)| last.due),
                origin: None,
            }
        });
        competencies.chain(topics).collect()
    }

    /// How the last training on a topic stands.
    fn refreshed(&self, last: Option<(&LastTraining, bool)>) -> DemandState {
        match last {
            None if self.is_told => DemandState::Never,
            None => DemandState::Unknown,
            Some((last, _)) if last.due < self.people.as_of => DemandState::Expired,
            Some((_, true)) => DemandState::Expiring,
            Some(_) => DemandState::Valid,
        }
    }

    /// Adds up.
    pub fn figures(&self, units: usize, trace: &mut Trace) -> MatrixReport {
        let mut out = MatrixReport {
            units: vec![UnitCoverage::default(); units],
            ..MatrixReport::default()
        };
        let counting = (0..self.people.list.len() as u32).filter(|person| self.counts(*person));
        for person in counting {
            let asked = self.of_person(person);
            let is_topic = |one: &PersonDemand| matches!(one.demand, Demand::Topic(_));
            out.without_standard += u64::from(asked.iter().all(is_topic));
            for one in &asked {
                out.take(one, self.people.list[person as usize].unit(), trace);
            }
            out.asked.extend(asked);
        }
        out.bottlenecks = self.bottlenecks(&out.demands, trace);
        out
    }

    fn counts(&self, person: u32) -> bool {
        self.people.list[person as usize].counts()
    }

    /// Who can do what is asked of anybody, whether or not it is asked of them: of a competency at the lowest level that a
    /// post requires.
    fn able(&self, demand: Demand) -> Vec<u32> {
        let everybody = || (0..self.people.list.len() as u32).filter(|person| self.counts(*person));
        match demand {
            Demand::Competency(number) => {
                let required = everybody().flat_map(|person| self.gaps.required(person));
                let levels = required
                    .filter(|one| one.competency == number)
                    .map(|one| one.level);
                let least = levels.min().unwrap_or(0);
                let holds = |person: &u32| self.gaps.held(*person, number) >= Some(least);
                everybody().filter(holds).collect()
            }
            Demand::Topic(topic) => {
                let last = |person: &u32| self.last.get(&(topic, *person)).copied();
                let is_able = |person: &u32| self.refreshed(last(person)).is_met();
                everybody().filter(is_able).collect()
            }
        }
    }

    /// What rests on one person or on nobody; where of somebody it is not known, nobody can tell.
    fn bottlenecks(&self, demands: &BTreeMap<Demand, DemandSums>, trace: &mut Trace) -> Vec<Bottleneck> {
        let known = demands.iter().filter(|(_, sums)| sums.is_told());
        let mut out = Vec::new();
        for (demand, sums) in known {
            let able = self.able(*demand);
            if able.len() > 1 {
                continue;
            }
            let asked = (0..self.people.list.len() as u32).filter(|person| {
                let is_it = |one: &PersonDemand| one.demand == *demand;
                self.counts(*person) && self.of_person(*person).iter().any(is_it)
            });
            let figure = Figure::new("matrix_bottlenecks", demand.number(), "asked");
            asked.for_each(|person| trace.counts(figure, person, 1));
            out.push(Bottleneck {
                demand: *demand,
                person: able.first().copied(),
                asked: sums.count(Of::asked),
            });
        }
        out
    }
}

impl MatrixReport {
    /// Takes what is asked of somebody of a unit.
    fn take(&mut self, one: &PersonDemand, unit: Option<u32>, trace: &mut Trace) {
        use CoverageColumn as OfUnit;
        let source = Source::Person(one.person);
        let sums = self.demands.entry(one.demand).or_default();
        let own = one.standing.columns();
        for column in own {
            sums.enter(*column, one.demand.number(), source, 1, trace);
        }
        let columns = [
            (OfUnit::asked, true),
            (OfUnit::met, one.standing.is_met()),
            (OfUnit::judged, own.contains(&Of::judged)),
            (OfUnit::unknown, one.standing == DemandState::Unknown),
        ];
        let met = Figure::new("matrix_open", one.person, "met");
        match one.origin.filter(|_| one.standing.is_met()) {
            Some(origin) => trace.uses(met, origin, 1),
            None if one.standing.is_met() => trace.counts(met, one.person, 1),
            None => {}
        }
        for (column, _) in columns.into_iter().filter(|(_, enters)| *enters) {
            let row = unit.map_or(super::trace::ALL, u64::from);
            self.total.enter(column, row, source, 1, trace);
            if let Some(unit) = unit {
                self.units[unit as usize].add(column, 1);
            }
        }
    }

    /// Of how much of what is asked nobody can tell who meets it: of somebody it is not known.
    pub fn untold(&self) -> u64 {
        let untold = self.demands.values().filter(|sums| !sums.is_told());
        untold.count() as u64
    }

    /// What is asked of each person, in their order, with how much of it is met.
    pub fn by_person(&self) -> impl Iterator<Item = &[PersonDemand]> {
        self.asked.chunk_by(|one, next| one.person == next.person)
    }
}
