//! What the reports about a month are built from: its figures, the office, the rules in force, the language.

use super::page::Page;
use super::person::named;
use crate::measure::complaints::OpenComplaint;
use crate::measure::month::{MonthFigures, MonthRules};
use crate::measure::programmes::Programme;
use crate::measure::unrolled::Unrolled;
use crate::records::time::{Day, Month, Period};
use crate::words::report::Text;
use std::ops::Deref;

/// What a section is built from: the page, and on it the month.
pub(super) struct Context<'c> {
    pub(super) page: Page<'c>,
    pub(super) figures: &'c MonthFigures,
    pub(super) edition: MonthRules<'c>,
}

impl<'c> Deref for Context<'c> {
    type Target = Page<'c>;

    fn deref(&self) -> &Page<'c> {
        &self.page
    }
}

impl<'c> Context<'c> {
    /// The context of a report; `None` when a rule has no edition in force, which gathering has told.
    pub(super) fn new(page: &Page<'c>, figures: &'c MonthFigures) -> Option<Context<'c>> {
        let edition = MonthRules::on(page.rules, page.as_of(), |_| ())?;
        Some(Context {
            page: *page,
            figures,
            edition,
        })
    }

    /// The month.
    pub(super) fn month(&self) -> Month {
        self.period.last_month()
    }

    /// How many programmes of the year so far have begun and have nobody on record.
    pub(super) fn unrolled_of_year(&self) -> u64 {
        let year = Period::year(self.month()).first_day();
        let own = self.unrolled().filter(|one| one.end >= year);
        own.count() as u64
    }

    /// Whether a programme has begun and has nobody on record.
    pub(super) fn is_unrolled(&self, programme: &Programme) -> bool {
        self.unrolled().any(|one| one.id == programme.id)
    }

    /// How many self-paced programmes ran in the period and have nobody on record: whoever completed one made it a
    /// programme of the period.
    pub(super) fn unrolled_self_paced(&self) -> u64 {
        let first = self.period.first_day();
        let own = self
            .unrolled()
            .filter(|one| one.is_self_paced && one.end >= first);
        own.count() as u64
    }

    fn unrolled(&self) -> impl Iterator<Item = &Unrolled> {
        let all = self.figures.unrolled.iter();
        all.filter(|one| one.start <= self.read_on)
    }

    /// The period after it.
    pub(super) fn next(&self) -> Period {
        self.period.next()
    }

    /// The name of a service by its code; where none is named, that none is.
    pub(super) fn service(&self, code: Option<&str>) -> String {
        let mut services = self.settings.service.iter();
        let found = code.and_then(|code| services.find(|service| &*service.code.value == code));
        let name = found.map(|service| service.named(self.pen.lang).to_owned());
        name.unwrap_or_else(|| self.pen.say(Text::NoService))
    }

    /// What a complaint is about: its summary, or else its service; and the unit that it is about.
    pub(super) fn about(&self, complaint: &OpenComplaint) -> String {
        let (summary, service) = (complaint.summary.as_deref(), complaint.service.as_deref());
        self.told(summary, service, complaint.unit)
    }

    /// The same of a complaint with this summary about this service and unit.
    pub(super) fn told(&self, summary: Option<&str>, service: Option<&str>, unit: Option<u32>) -> String {
        let summary = summary.map(|text| text.trim_end_matches('.').to_owned());
        let what = summary.unwrap_or_else(|| self.service(service));
        match unit {
            Some(unit) => format!("{what} ({})", self.who.units.names[unit as usize]),
            None => what,
        }
    }

    /// The name of a person who must act; where nobody is named, that nobody is.
    pub(super) fn actor(&self, person: Option<u32>) -> String {
        person
            .map(named)
            .unwrap_or_else(|| self.pen.say(Text::NobodyNamed))
    }

    /// How many JP a person is short of the floor, in 1/10,000.
    pub(super) fn shortfall(&self, person: u32) -> i128 {
        let rule = self.edition.hours;
        i128::from(rule.pns_floor.0 - self.figures.person_hours[&person].counted(rule).0)
    }
}

/// What needs attention in the next month: the day (none: as soon as possible), what, and who.
pub(super) type Reminder = (Option<Day>, String, Option<String>);
