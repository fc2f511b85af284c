//! The JP of everybody in the year so far, by the form in which they were earned.

use super::{Hours, PersonHours, completed_by, is_uncounted, is_verified};
use crate::diagnostic::Origin;
use crate::measure::trace::{Figure, Omission, Trace};
use crate::measure::unrolled::Unrolled;
use crate::records::code::{Employment, Method};
use crate::records::number::Dec;
use crate::records::people::{People, Person};
use crate::records::posts::Posts;
use crate::records::taking_part::Participation;
use crate::records::time::{Day, Period};
use crate::rules::Hours as Rule;

/// The table of the list.
const TABLE: &str = "hours";

/// In which form JP were earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursForm {
    /// Klasikal.
    Classroom,
    /// Nonklasikal.
    NonClassroom,
    /// Elsewhere, or in a programme whose form nobody recorded.
    Unrecorded,
}

impl HoursForm {
    /// All of them, in the order of the list.
    pub const ALL: [HoursForm; 3] = [
        HoursForm::Classroom,
        HoursForm::NonClassroom,
        HoursForm::Unrecorded,
    ];

    /// The form of a method; that of a programme of another office is not on record.
    pub fn of(method: Option<Method>) -> HoursForm {
        match method.map(Method::is_classroom) {
            Some(true) => HoursForm::Classroom,
            Some(false) => HoursForm::NonClassroom,
            None => HoursForm::Unrecorded,
        }
    }

    /// The column of the list.
    pub fn column(self) -> &'static str {
        match self {
            HoursForm::Classroom => "classroom",
            HoursForm::NonClassroom => "non_classroom",
            HoursForm::Unrecorded => "unrecorded",
        }
    }
}

/// How the JP of a person stand to what is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursStanding {
    /// Nothing is required: no PNS, and no PPPK.
    Free,
    /// Nobody can tell.
    Unknown,
    /// What is required is met.
    Met,
    /// So many are lacking to the least.
    Short(Dec),
    /// So many are above the most.
    Over(Dec),
}

/// One person of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursEntry {
    /// The person.
    pub person: u32,
    /// The JP of the year so far.
    pub hours: PersonHours,
    /// The JP on certificates by form, in the order of [`HoursForm::ALL`].
    pub forms: [Dec; 3],
    /// Of how many completions by form the JP or the day is not on record.
    pub unknown: [u64; 3],
    /// Of how many completions nobody has assessed yet what is recognised.
    pub unassessed: u64,
    /// How they stand to what is required.
    pub standing: HoursStanding,
    /// The PNS or PPPK relation, which says what is required.
    pub employment: Employment,
}

/// What the report `hours` holds.
#[derive(Debug)]
pub struct HoursReport<'a> {
    /// The rule that says what is required.
    pub rule: &'a Rule,
    /// Everybody who counts.
    pub entries: Vec<HoursEntry>,
    /// How many programmes of the year have begun and have nobody on record.
    pub unrolled: u64,
    /// Which post each of them holds.
    pub posts: &'a Posts,
}

/// Measures the list.
#[derive(Debug)]
pub struct HoursList<'r> {
    hours: Hours<'r>,
    rule: &'r Rule,
    as_of: Day,
    forms: Vec<[i64; 3]>,
    unknown: Vec<[u64; 3]>,
    unassessed: Vec<u64>,
}

impl<'r> HoursList<'r> {
    /// A list of nobody's JP yet, by `rule`; the records tell what was completed `since` a day, or all.
    pub fn new(people: &People, rule: &'r Rule, since: Option<Day>) -> HoursList<'r> {
        HoursList {
            hours: Hours::new(people, rule, since),
            rule,
            as_of: people.as_of,
            forms: vec![[0; 3]; people.list.len()],
            unknown: vec![[0; 3]; people.list.len()],
            unassessed: vec![0; people.list.len()],
        }
    }

    /// The earliest day whose rows are needed.
    pub fn earliest(&self) -> Day {
        self.hours.earliest()
    }

    /// Whether a row is of the list, so that its form matters: it earns JP in the year so far, or may.
    pub fn is_listed(&self, row: &Participation<'_>) -> bool {
        self.earns(row) || is_uncounted(row, self.year(), self.as_of)
    }

    /// Whether a row is known to earn JP in the year so far.
    pub fn earns(&self, row: &Participation<'_>) -> bool {
        row.jp.is_some() && completed_by(row, self.as_of).is_some_and(|day| day >= self.year())
    }

    /// The first day of the year.
    fn year(&self) -> Day {
        Period::year(self.as_of.month()).first_day()
    }

    /// Takes a row of a person who counts, earned in a form.
    pub fn row(
        &mut self,
        row: &Participation<'_>,
        origin: Origin,
        (person, form): (u32, HoursForm),
        trace: &mut Trace,
    ) {
        self.hours.row(row, origin, person, None, &mut Trace::silent());
        let figure = |column| Figure::new(TABLE, person, column);
        let Some(jp) = row.jp.filter(|_| self.earns(row)) else {
            if self.is_listed(row) {
                self.unknown[person as usize][form as usize] += 1;
                self.unassessed[person as usize] += u64::from(row.jp_recognised.is_none());
                let why = match row.completed {
                    None => Omission::NoCompletionDay,
                    Some(_) => Omission::NoJp,
                };
                for column in [form.column(), "jp"] {
                    trace.omits(figure(column), origin, why);
                }
            }
            return;
        };
        self.forms[person as usize][form as usize] += jp.0;
        trace.uses(figure(form.column()), origin, jp.0);
        trace.uses(figure("jp"), origin, jp.0);
        match row.jp_recognised {
            Some(recognised) => trace.uses(figure("recognised"), origin, recognised.0),
            None => {
                self.unassessed[person as usize] += 1;
                trace.omits(figure("recognised"), origin, Omission::NotAssessed);
            }
        }
        if is_verified(row, self.as_of) {
            trace.uses(figure("verified"), origin, jp.0);
        }
    }

    /// Takes the programmes that have begun and have nobody on record; how many of them are of the year.
    pub fn miss_rolls(&mut self, unrolled: &[Unrolled]) -> u64 {
        // Nothing of the list is about the month before.
        self.hours.miss_rolls(unrolled, &[]);
        let of_year = unrolled.iter().filter(|one| one.end >= self.year());
        of_year.count() as u64
    }

    /// Everybody who counts, after all rows.
    pub fn entries(&self, people: &People) -> Vec<HoursEntry> {
        let counting = people.list.iter().enumerate();
        let counting = counting.filter(|(_, person)| person.counts());
        let entry = |(number, one): (usize, &Person)| {
            let person = number as u32;
            let hours = self.hours.of_person(person);
            HoursEntry {
                person,
                hours,
                forms: self.forms[number].map(Dec),
                unknown: self.unknown[number],
                unassessed: self.unassessed[number],
                employment: one.employment,
                standing: self.standing(person, one.employment, &hours),
            }
        };
        counting.map(entry).collect()
    }

    /// A PNS has a floor in the calendar year, a PPPK a ceiling in the contract year, everybody else neither.
    fn standing(&self, person: u32, employment: Employment, hours: &PersonHours) -> HoursStanding {
        let told = match employment {
            Employment::Pns => self.hours.is_under_floor(employment, hours).map(|is_under| {
                let short = self.rule.pns_floor.0 - hours.counted(self.rule).0;
                is_under.then_some(HoursStanding::Short(Dec(short)))
            }),
            _ if employment.is_pppk() => self.hours.is_over_ceiling(person, hours).map(|is_over| {
                let over = hours.contract.0 - self.rule.pppk_ceiling.0;
                is_over.then_some(HoursStanding::Over(Dec(over)))
            }),
            _ => return HoursStanding::Free,
        };
        match told {
            None => HoursStanding::Unknown,
            Some(None) => HoursStanding::Met,
            Some(Some(standing)) => standing,
        }
    }
}
