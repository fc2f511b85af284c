//! JP of the year so far: claimed, recognised and verified; the floor of PNS, the ceiling of PPPK, the forecast.
//!
//! Source: the rule `hours` (PP 11/2017 article 203(4), PP 17/2020; PP 49/2018).

mod before;
mod entry;
mod unit;

pub use entry::{HoursEntry, HoursForm, HoursList, HoursReport, HoursStanding};
pub use unit::{HoursColumn, UnitHours};

use super::trace::{Figure, Omission, Trace};
use super::unrolled::Unrolled;
use crate::diagnostic::Origin;
use crate::records::code::{Employment, ParticipationStatus};
use crate::records::number::Dec;
use crate::records::people::{People, Person, Standing, contract_year_start};
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Period};
use crate::rules::{Counted, Hours as Rule};
use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering::Relaxed;

use unit::HoursColumn as Of;
use unit::{tell, tell_hours};

/// The JP of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonHours {
    /// As on certificates, in the calendar year so far.
    pub claimed: Dec,
    /// As recognised, in the calendar year so far.
    pub recognised: Dec,
    /// As on the certificates that were assessed for recognition, in the calendar year so far.
    pub assessed: Dec,
    /// As on certificates that are verified, in the calendar year so far.
    pub verified: Dec,
    /// What the rule counts, within the contract year so far.
    pub contract: Dec,
    /// From programmes that end later this year and in which a place is confirmed.
    pub planned: Dec,
    /// What the rule counts, in the calendar year up to the end of the month before.
    pub before: Dec,
    /// Of how many completions of the calendar year so far the JP or the day is not on record.
    pub unknown: u64,
    /// The same within the contract year so far.
    pub unknown_contract: u64,
    /// The same in the calendar year up to the end of the month before.
    pub unknown_before: u64,
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
    assessed: AtomicI64,
    verified: AtomicI64,
    contract: AtomicI64,
    planned: AtomicI64,
    before: AtomicI64,
    unknown: AtomicI64,
    unknown_contract: AtomicI64,
    unknown_before: AtomicI64,
}

/// Adds to a sum; nothing to add costs nothing.
#[inline]
fn add(sum: &AtomicI64, units: i64) {
    if units != 0 {
        sum.fetch_add(units, Relaxed);
    }
}

/// The first day of a year, with the programmes that have nobody on record.
type Year<'y> = (Day, &'y [(Day, i64)]);

/// How many JP, in 1/10,000, somebody may have of programmes with nobody on record, since a day.
fn at_most(unrolled: &[(Day, i64)], since: Day) -> i64 {
    let own = unrolled.iter().filter(|(end, _)| *end >= since);
    own.map(|(_, jp)| jp).sum()
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
    /// The day from which the records tell what was completed; `None` where they tell all.
    since: Option<Day>,
    /// The last day and the JP, in 1/10,000, of each programme that has begun and has nobody on record: anybody may have
    /// completed it.
    unrolled: Vec<(Day, i64)>,
    /// The same, as known at the end of the month before.
    unrolled_before: Vec<(Day, i64)>,
    /// Contract year starts by number of the person; `None` where no contract is known.
    contract_years: Vec<Option<Day>>,
    /// Whether and where people count, by number.
    standings: Vec<Standing>,
}

/// Whether somebody else than the participant had verified the evidence by a day. That there is evidence is a rule of
/// `check`.
pub fn is_verified(row: &Participation<'_>, day: Day) -> bool {
    row.verified_by.is_some_and(|by| by != row.staff) && row.verified.is_none_or(|verified| verified <= day)
}

/// The day on which a row counts as completed, as known on `as_of`; a later completion is not yet known.
pub fn completed_by(row: &Participation<'_>, as_of: Day) -> Option<Day> {
    match row.status {
        ParticipationStatus::Completed => row.completed.filter(|day| *day <= as_of),
        _ => None,
    }
}

/// Whether somebody completed what cannot be counted, because its JP or its day is not on record, between two days. What
/// has no day may be of any since its programme's month began.
pub fn is_uncounted(row: &Participation<'_>, first: Day, last: Day) -> bool {
    if row.status != ParticipationStatus::Completed {
        return false;
    }
    match (row.completed, row.training.month()) {
        (Some(day), _) => row.jp.is_none() && day >= first && day <= last,
        (None, Some(month)) => month.last() >= first && month.first() <= last,
        (None, None) => true,
    }
}

/// Whether a place is confirmed as known on `as_of`: also one of somebody who completed only later.
pub fn is_confirmed(row: &Participation<'_>, as_of: Day) -> bool {
    use ParticipationStatus::*;
    match row.status {
        Confirmed | Attending | AwaitingCertificate => true,
        Completed => row.completed.is_some_and(|day| day > as_of) && row.is_confirmed_by(as_of),
        Invited | Failed | Absent | Withdrawn => false,
    }
}

impl<'r> Hours<'r> {
    /// Measures for `people` by `rule`; the records tell what was completed `since` a day, or all.
    pub fn new(people: &People, rule: &'r Rule, since: Option<Day>) -> Hours<'r> {
        let first_of_year = |day: Day| Period::year(day.month()).first_day();
        let contract_year = |person: &Person| {
            let since = person.contract.filter(|_| person.employment.is_pppk())?;
            Some(contract_year_start(since, people.as_of))
        };
        Hours {
            rule,
            as_of: people.as_of,
            year: first_of_year(people.as_of),
            before: people.before,
            before_year: first_of_year(people.before),
            since,
            unrolled: Vec::new(),
            unrolled_before: Vec::new(),
            sums: std::iter::repeat_with(Sums::default)
                .take(people.list.len())
                .collect(),
            contract_years: people.list.iter().map(contract_year).collect(),
            standings: people.list.iter().map(Person::standing).collect(),
        }
    }

    /// Whether and where a person counts.
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
        self.miss(row, number);
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
        let counted = self.counted(row, jp, self.as_of);
        let counted_before = self.counted(row, jp, self.before);
        let (jp, recognised) = (jp.0, row.jp_recognised.map_or(0, |jp| jp.0));
        let verified = if is_verified(row, self.as_of) { jp } else { 0 };
        let person = &self.sums[number as usize];
        if day >= self.year {
            add(&person.claimed, jp);
            add(&person.recognised, recognised);
            add(&person.assessed, if row.jp_recognised.is_some() { jp } else { 0 });
            add(&person.verified, verified);
            if trace.listens() {
                tell_hours((row, self.as_of), origin, (number, unit), counted, trace);
            }
        }
        self.add_before(number, day, counted_before);
        let contract_year = self.contract_years[number as usize];
        if day >= contract_year.unwrap_or(self.year) {
            // What the rule holds against the floor, or against the ceiling.
            trace.uses(Figure::new("hours_of_person", number, "jp"), origin, counted);
            if contract_year.is_some() {
                add(&person.contract, counted);
                trace.uses(Figure::new("over_ceiling", number, "jp"), origin, counted);
            }
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
        self.miss(row, number);
        let Some((day, jp)) = completed_by(row, self.as_of).zip(row.jp) else {
            return;
        };
        if day >= self.year {
            let figure = Figure::of_unit(TABLE, unit, "jp_total");
            trace.omits(figure, origin, Omission::NotCounted);
        }
        self.add_before(number, day, self.counted(row, jp, self.before));
    }

    /// Notes a completion of which nobody knows how many JP it gave, or when.
    #[inline]
    fn miss(&self, row: &Participation<'_>, number: u32) {
        if row.completed.is_some() && row.jp.is_some() {
            return;
        }
        let sums = &self.sums[number as usize];
        let contract_year = self.contract_years[number as usize].unwrap_or(self.year);
        for (sum, first, last) in [
            (&sums.unknown, self.year, self.as_of),
            (&sums.unknown_contract, contract_year, self.as_of),
            (&sums.unknown_before, self.before_year, self.before),
        ] {
            add(sum, i64::from(is_uncounted(row, first, last)));
        }
    }

    /// What the rule counts of a completion, as known on a day.
    fn counted(&self, row: &Participation<'_>, jp: Dec, day: Day) -> i64 {
        match self.rule.counted {
            Counted::Certificate => jp.0,
            Counted::Recognised => row.jp_recognised.map_or(0, |jp| jp.0),
            Counted::Verified if is_verified(row, day) => jp.0,
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
        let count = |sum: &AtomicI64| sum.load(Relaxed).unsigned_abs();
        PersonHours {
            claimed: read(&sums.claimed),
            recognised: read(&sums.recognised),
            assessed: read(&sums.assessed),
            verified: read(&sums.verified),
            contract: read(&sums.contract),
            planned: read(&sums.planned),
            before: read(&sums.before),
            unknown: count(&sums.unknown),
            unknown_contract: count(&sums.unknown_contract),
            unknown_before: count(&sums.unknown_before),
        }
    }

    /// Takes the programmes that have begun and have nobody on record, as known on the last day and at the end of the month
    /// before.
    pub fn miss_rolls(&mut self, now: &[Unrolled], before: &[Unrolled]) {
        let known = |all: &[Unrolled]| all.iter().map(|one| (one.end, one.jp.0)).collect();
        (self.unrolled, self.unrolled_before) = (known(now), known(before));
    }

    /// Whether all that was completed from a day on is on record.
    fn tells_from(&self, first: Day) -> bool {
        self.since.is_none_or(|since| since <= first)
    }

    /// Whether a PNS with so many JP, and so many completions of unknown JP, is below the floor; `None` of one who seems to
    /// be, and of whose JP some may not be on record: those of programmes with nobody on record too, where with all of them
    /// the floor would be reached.
    fn is_below(&self, jp: Dec, unknown: u64, (year, unrolled): Year<'_>) -> Option<bool> {
        if jp >= self.rule.pns_floor {
            return Some(false);
        }
        let is_all = self.tells_from(year) && unknown == 0;
        (is_all && jp.0 + at_most(unrolled, year) < self.rule.pns_floor.0).then_some(true)
    }

    /// The calendar year so far.
    fn this_year(&self) -> Year<'_> {
        (self.year, &self.unrolled)
    }

    /// Whether a person is below the floor, which only PNS have; `None` where nobody can tell.
    pub fn is_under_floor(&self, employment: Employment, hours: &PersonHours) -> Option<bool> {
        match employment {
            Employment::Pns => self.is_below(hours.counted(self.rule), hours.unknown, self.this_year()),
            _ => Some(false),
        }
    }

    /// Whether a PPPK is over the ceiling; `None` where no contract is known, or one who seems to be below it may have JP
    /// that are not on record.
    pub fn is_over_ceiling(&self, number: u32, hours: &PersonHours) -> Option<bool> {
        let year = self.contract_years[number as usize]?;
        match hours.contract > self.rule.pppk_ceiling {
            true => Some(true),
            false => {
                let is_all = self.tells_from(year) && hours.unknown_contract == 0;
                let most = hours.contract.0 + at_most(&self.unrolled, year);
                (is_all && most <= self.rule.pppk_ceiling.0).then_some(false)
            }
        }
    }

    /// The first day of a person's contract year.
    pub fn contract_year(&self, number: u32) -> Option<Day> {
        self.contract_years[number as usize]
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
    /// Those who counted at the end of the month before: people, and of PNS the JP and the floor.
    pub before: UnitHours,
    /// How many programmes of that year had begun by then and have nobody on record.
    pub unrolled_before: u64,
    /// People who are not ASN and are posted.
    pub non_asn: u64,
}

impl Hours<'_> {
    /// Adds up by unit of the last day.
    pub fn figures(&self, people: &People, units: usize, trace: &mut Trace) -> HoursFigures {
        let mut out = HoursFigures {
            units: vec![UnitHours::default(); units],
            unrolled_before: self.count_unrolled_before(),
            ..HoursFigures::default()
        };
        for (number, person) in people.list.iter().enumerate() {
            let hours = &self.of_person(number as u32);
            let number = number as u32;
            let posted = person.now.is_some_and(|place| !place.status.has_left());
            out.non_asn += u64::from(posted && person.employment == Employment::NonAsn);
            self.count_before(person, hours, &mut out.before);
            if !person.counts() {
                continue;
            }
            let one = self.of(number, person.employment, hours, &mut out);
            tell(&one, number, person.unit(), trace);
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
        let counted = hours.counted(self.rule).0;
        let forecast = self.is_below(Dec(counted + hours.planned.0), hours.unknown, self.this_year());
        let mut one = UnitHours::default();
        one.add(Of::staff, 1);
        let is_unknown = hours.unknown > 0;
        let is_told = self.tells_from(self.year) && !is_unknown;
        one.add(if is_told { Of::told } else { Of::untold }, 1);
        one.add(Of::jp_unknown, i64::from(is_unknown));
        one.add(Of::jp_known, i64::from(!is_unknown || hours.claimed.0 > 0));
        one.add(Of::jp_total, hours.claimed.0);
        one.add(Of::earning, i64::from(hours.claimed.0 > 0));
        one.add(Of::jp_recognised, hours.recognised.0);
        one.add(Of::jp_assessed, hours.assessed.0);
        one.add(Of::jp_unassessed, hours.claimed.0 - hours.assessed.0);
        one.add(Of::jp_verified, hours.verified.0);
        one.add(Of::pppk, i64::from(employment.is_pppk()));
        if is_pns {
            one.add(Of::pns, 1);
            one.judge(is_under, Of::under_floor, Of::floor_judged, Of::floor_unknown);
            one.judge(
                forecast,
                Of::under_floor_forecast,
                Of::forecast_judged,
                Of::forecast_unknown,
            );
            one.add(Of::pns_jp, counted);
            one.add(Of::pns_unknown, i64::from(is_unknown));
            one.add(Of::pns_earning, i64::from(counted > 0));
        }
        if is_under == Some(true) {
            out.under_floor.push(number);
        }
        if employment.is_pppk() {
            let is_over = self.is_over_ceiling(number, hours);
            one.judge(is_over, Of::over_ceiling, Of::ceiling_judged, Of::ceiling_unknown);
            if is_over == Some(true) {
                out.over_ceiling.push(number);
            }
            if self.contract_years[number as usize].is_none() {
                one.add(Of::without_contract, 1);
                out.without_contract.push(number);
            }
        }
        one
    }
}
