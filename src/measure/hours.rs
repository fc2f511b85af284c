//! JP of the year so far: claimed, recognised and verified; the floor of PNS, the ceiling of PPPK, the forecast.
//!
//! Source: the rule `hours` (PP 11/2017 article 203(4), PP 17/2020; PP 49/2018).

use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{Employment, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::people::{People, Person, Standing, contract_year_start};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Period};
use crate::rules::{Counted, Hours as Rule};
use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering::Relaxed;

/// The JP of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonHours {
    /// As on certificates, in the calendar year so far.
    pub claimed: Dec,
    /// As recognised, in the calendar year so far.
    pub recognised: Dec,
    /// As on certificates that are verified, in the calendar year so far.
    pub verified: Dec,
    /// What the rule counts, within the contract year so far.
    pub contract: Dec,
    /// From programmes that end later this year and in which a place is confirmed.
    pub planned: Dec,
    /// What the rule counts, in the calendar year up to the end of the month before.
    pub before: Dec,
}

impl PersonHours {
    /// The figure that the rule holds against floor and ceiling.
    pub fn counted(&self, rule: &Rule) -> Dec {
        match rule.counted {
            Counted::Certificate => self.claimed,
            Counted::Recognised => self.recognised,
            Counted::Verified => self.verified,
        }
    }
}

/// The sums of one person while rows come in from several files at once, in 1/10,000 JP. Sums do not depend on the
/// order of their terms, so the figures are the same in whatever order the files are read.
#[derive(Debug, Default)]
struct Sums {
    claimed: AtomicI64,
    recognised: AtomicI64,
    verified: AtomicI64,
    contract: AtomicI64,
    planned: AtomicI64,
    before: AtomicI64,
}

/// Adds to a sum; nothing to add costs nothing.
#[inline]
fn add(sum: &AtomicI64, units: i64) {
    if units != 0 {
        sum.fetch_add(units, Relaxed);
    }
}

/// The report's table of hours.
const TABLE: &str = "hours_by_unit";

/// Measures JP from participation rows.
#[derive(Debug)]
pub struct Hours<'r> {
    rule: &'r Rule,
    as_of: Day,
    year: Day,
    before: Day,
    before_year: Day,
    sums: Vec<Sums>,
    /// Contract year starts by number of the person; `None` where no contract is known.
    contract_years: Vec<Option<Day>>,
    /// Whether and where people count, by number.
    standings: Vec<Standing>,
}

/// Whether somebody else than the participant verified the evidence. That there is evidence is a rule of `check`.
pub fn is_verified(row: &Participation<'_>) -> bool {
    row.verified_by.is_some_and(|by| by != row.staff)
}

/// The day on which a row counts as completed, as known on `as_of`; a later completion is not yet known.
pub fn completed_by(row: &Participation<'_>, as_of: Day) -> Option<Day> {
    match row.status {
        ParticipationStatus::Completed => row.completed.filter(|day| *day <= as_of),
        _ => None,
    }
}

impl<'r> Hours<'r> {
    /// Measures for `people` by `rule`.
    pub fn new(people: &People, rule: &'r Rule) -> Hours<'r> {
        let first_of_year = |day: Day| Period::year(day.month()).first_day();
        let contract_years = people
            .list
            .iter()
            .map(|person| match person.employment.is_pppk() {
                true => person
                    .contract
                    .map(|since| contract_year_start(since, people.as_of)),
                false => None,
            })
            .collect();
        Hours {
            rule,
            as_of: people.as_of,
            year: first_of_year(people.as_of),
            before: people.before,
            before_year: first_of_year(people.before),
            sums: std::iter::repeat_with(Sums::default)
                .take(people.list.len())
                .collect(),
            contract_years,
            standings: people.list.iter().map(Person::standing).collect(),
        }
    }

    /// Whether and where a person counts.
    #[inline]
    pub fn standing(&self, number: u32) -> Standing {
        self.standings[number as usize]
    }

    /// The earliest day whose hours are needed: the year's first, or that of a contract year still running.
    pub fn earliest(&self) -> Day {
        self.contract_years
            .iter()
            .flatten()
            .copied()
            .chain([self.year, self.before_year])
            .min()
            .unwrap_or(self.year)
    }

    /// Takes a row of person `number`, who counts in unit `unit`.
    #[inline]
    pub fn row(
        &self,
        row: &Participation<'_>,
        origin: Origin,
        number: u32,
        unit: Option<u32>,
        trace: &mut Trace,
    ) {
        if row.status != ParticipationStatus::Completed {
            return;
        }
        let figure = |column| Figure::of_unit(TABLE, unit, column);
        let (Some(day), Some(jp)) = (row.completed, row.jp) else {
            let why = if row.completed.is_none() {
                Omission::NoCompletionDay
            } else {
                Omission::NoJp
            };
            trace.omits(figure("jp_total"), origin, why);
            return;
        };
        if day > self.as_of {
            trace.omits(figure("jp_total"), origin, Omission::LaterThanPeriod);
            return;
        }
        let counted = self.counted(row, jp);
        let (jp, recognised) = (jp.0, row.jp_recognised.map_or(0, |jp| jp.0));
        let verified = if is_verified(row) { jp } else { 0 };
        let person = &self.sums[number as usize];
        if day >= self.year {
            add(&person.claimed, jp);
            add(&person.recognised, recognised);
            add(&person.verified, verified);
            trace.uses(figure("jp_total"), origin, jp);
            trace.uses(Figure::new("under_floor", number, "jp"), origin, counted);
            match row.jp_recognised {
                Some(_) => trace.uses(figure("jp_recognised"), origin, recognised),
                None => trace.omits(figure("jp_recognised"), origin, Omission::NotAssessed),
            }
            match is_verified(row) {
                true => trace.uses(figure("jp_verified"), origin, verified),
                false => trace.omits(figure("jp_verified"), origin, Omission::NotVerified),
            }
        }
        self.add_before(number, day, counted);
        let contract_year = self.contract_years[number as usize];
        if day >= contract_year.unwrap_or(self.year) {
            // What the rule holds against the floor, or against the ceiling.
            trace.uses(Figure::new("hours_of_person", number, "jp"), origin, counted);
        }
        if contract_year.is_some_and(|start| day >= start) {
            add(&person.contract, counted);
            trace.uses(Figure::new("over_ceiling", number, "jp"), origin, counted);
        }
    }

    /// Takes a row of a person who does not count, last seen in unit `unit`: who left this month still enters the
    /// figures of the month before.
    pub fn leaves_out(
        &self,
        row: &Participation<'_>,
        origin: Origin,
        (number, unit): (u32, Option<u32>),
        trace: &mut Trace,
    ) {
        let Some((day, jp)) = completed_by(row, self.as_of).zip(row.jp) else {
            return;
        };
        if day >= self.year {
            let figure = Figure::of_unit(TABLE, unit, "jp_total");
            trace.omits(figure, origin, Omission::NotCounted);
        }
        self.add_before(number, day, self.counted(row, jp));
    }

    /// What the rule counts of a completion.
    fn counted(&self, row: &Participation<'_>, jp: Dec) -> i64 {
        match self.rule.counted {
            Counted::Certificate => jp.0,
            Counted::Recognised => row.jp_recognised.map_or(0, |jp| jp.0),
            Counted::Verified if is_verified(row) => jp.0,
            Counted::Verified => 0,
        }
    }

    /// Adds what was completed up to the end of the month before.
    fn add_before(&self, number: u32, day: Day, counted: i64) {
        if day >= self.before_year && day <= self.before {
            add(&self.sums[number as usize].before, counted);
        }
    }

    /// Takes a confirmed place in a programme whose document at `origin` gives it `jp` and says that it ends on
    /// `end`: it counts when that is later this year.
    pub fn plan(&self, number: u32, (jp, origin): (Dec, Origin), end: Day, trace: &mut Trace) {
        if end > self.as_of && end <= Period::year(self.as_of.month()).last_day() {
            add(&self.sums[number as usize].planned, jp.0);
            trace.uses(Figure::new("under_floor", number, "planned"), origin, jp.0);
        }
    }

    /// The hours of a person, after all rows.
    pub fn of_person(&self, number: u32) -> PersonHours {
        let sums = &self.sums[number as usize];
        let read = |sum: &AtomicI64| Dec(sum.load(Relaxed));
        PersonHours {
            claimed: read(&sums.claimed),
            recognised: read(&sums.recognised),
            verified: read(&sums.verified),
            contract: read(&sums.contract),
            planned: read(&sums.planned),
            before: read(&sums.before),
        }
    }

    /// Whether a PNS is below the floor.
    pub fn is_under_floor(&self, employment: Employment, hours: &PersonHours) -> bool {
        employment == Employment::Pns && hours.counted(self.rule) < self.rule.pns_floor
    }

    /// Whether a PPPK is over the ceiling; `None` where no contract is known.
    pub fn is_over_ceiling(&self, number: u32, hours: &PersonHours) -> Option<bool> {
        self.contract_years[number as usize].map(|_| hours.contract > self.rule.pppk_ceiling)
    }

    /// The first day of a person's contract year.
    pub fn contract_year(&self, number: u32) -> Option<Day> {
        self.contract_years[number as usize]
    }
}

/// The hours of one unit, or of the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitHours {
    /// People who count.
    pub staff: u64,
    /// JP as on certificates.
    pub claimed: i128,
    /// JP as recognised.
    pub recognised: i128,
    /// JP verified.
    pub verified: i128,
    /// PNS.
    pub pns: u64,
    /// PNS below the floor.
    pub under_floor: u64,
    /// PNS who stay below it when every confirmed place is taken.
    pub under_floor_forecast: u64,
    /// PPPK.
    pub pppk: u64,
    /// PPPK over their ceiling.
    pub over_ceiling: u64,
    /// PPPK whose contract is not known.
    pub without_contract: u64,
    /// JP of PNS, of the kind that the rule counts.
    pub pns_counted: i128,
}

impl UnitHours {
    /// Tells in which figures of the unit one person was counted.
    fn tell(&self, person: u32, unit: Option<u32>, trace: &mut Trace) {
        for (column, count) in [
            ("staff", self.staff),
            ("pns", self.pns),
            ("under_floor", self.under_floor),
            ("under_floor_forecast", self.under_floor_forecast),
            ("pppk", self.pppk),
            ("over_ceiling", self.over_ceiling),
            ("without_contract", self.without_contract),
        ] {
            if count > 0 {
                trace.counts(Figure::of_unit(TABLE, unit, column), person, 1);
            }
        }
        if self.pns > 0 {
            let counted = self.pns_counted as i64;
            trace.counts(Figure::of_unit(TABLE, unit, "pns_jp"), person, counted);
        }
    }

    fn merge(&mut self, other: &UnitHours) {
        self.staff += other.staff;
        self.claimed += other.claimed;
        self.recognised += other.recognised;
        self.verified += other.verified;
        self.pns += other.pns;
        self.under_floor += other.under_floor;
        self.under_floor_forecast += other.under_floor_forecast;
        self.pppk += other.pppk;
        self.over_ceiling += other.over_ceiling;
        self.without_contract += other.without_contract;
        self.pns_counted += other.pns_counted;
    }
}

/// What the hours come to.
#[derive(Debug, Default)]
pub struct HoursFigures {
    /// By number of the unit.
    pub units: Vec<UnitHours>,
    /// The office; includes people without a unit.
    pub total: UnitHours,
    /// PNS below the floor, with the greatest shortfall first.
    pub under_floor: Vec<u32>,
    /// PPPK over their ceiling.
    pub over_ceiling: Vec<u32>,
    /// PPPK whose contract is not known.
    pub without_contract: Vec<u32>,
    /// PNS and their JP at the end of the month before.
    pub before: (u64, i128),
    /// PNS below the floor at the end of the month before.
    pub before_under_floor: u64,
    /// People who are not ASN and are posted.
    pub non_asn: u64,
}

impl Hours<'_> {
    /// Adds up by unit of the last day.
    pub fn figures(&self, people: &People, units: usize, trace: &mut Trace) -> HoursFigures {
        let mut out = HoursFigures {
            units: vec![UnitHours::default(); units],
            ..HoursFigures::default()
        };
        for (number, person) in people.list.iter().enumerate() {
            let hours = &self.of_person(number as u32);
            let number = number as u32;
            let posted = person.now.is_some_and(|place| !place.status.has_left());
            out.non_asn += u64::from(posted && person.employment == Employment::NonAsn);
            if person.counts_in(person.before) && person.employment == Employment::Pns {
                out.before.0 += 1;
                out.before.1 += i128::from(hours.before.0);
                out.before_under_floor += u64::from(hours.before < self.rule.pns_floor);
            }
            if !person.counts() {
                continue;
            }
            let one = self.of(number, person.employment, hours, &mut out);
            one.tell(number, person.unit(), trace);
            out.total.merge(&one);
            if let Some(unit) = person.unit() {
                out.units[unit as usize].merge(&one);
            }
        }
        out.under_floor
            .sort_by_key(|&number| (self.of_person(number).counted(self.rule), number));
        out
    }

    /// One person as a unit of one.
    fn of(
        &self,
        number: u32,
        employment: Employment,
        hours: &PersonHours,
        out: &mut HoursFigures,
    ) -> UnitHours {
        let is_pns = employment == Employment::Pns;
        let is_under = self.is_under_floor(employment, hours);
        let forecast = Dec(hours.counted(self.rule).0 + hours.planned.0);
        let mut one = UnitHours {
            staff: 1,
            claimed: i128::from(hours.claimed.0),
            recognised: i128::from(hours.recognised.0),
            verified: i128::from(hours.verified.0),
            pns: u64::from(is_pns),
            under_floor: u64::from(is_under),
            under_floor_forecast: u64::from(is_pns && forecast < self.rule.pns_floor),
            pppk: u64::from(employment.is_pppk()),
            pns_counted: if is_pns {
                i128::from(hours.counted(self.rule).0)
            } else {
                0
            },
            ..UnitHours::default()
        };
        if is_under {
            out.under_floor.push(number);
        }
        if employment.is_pppk() {
            match self.is_over_ceiling(number, hours) {
                Some(true) => {
                    one.over_ceiling = 1;
                    out.over_ceiling.push(number);
                }
                Some(false) => {}
                None => {
                    one.without_contract = 1;
                    out.without_contract.push(number);
                }
            }
        }
        one
    }
}
