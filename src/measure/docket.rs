//! Complaints by channel, category and handler, aspirations and requests for information beside them, and what is open.
//!
//! Source: the rule `complaints`. The figures are those of [`super::complaints`], by other groups than units.

use super::calendar::Calendar;
use super::complaints::{ComplaintFigures, Complaints, FirstResponse, Seen, class, left_out};
use super::movement::{MovementFigures, Movements};
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::ComplaintKind;
use crate::records::complaint::Complaint;
use crate::records::course::Course;
use crate::records::settings::Listed;
use crate::records::time::{Day, Period};
use crate::rules::Complaints as Rule;
use crate::rules::editions::Editions;
use std::collections::BTreeMap;

/// The first and the last day on which people completed a programme that prepares for handling complaints.
pub type Prepared = BTreeMap<u32, (Day, Day)>;

/// Whether who handles a complaint was trained for it before it was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preparation {
    /// He was.
    Trained,
    /// He was not.
    Untrained,
    /// Nobody is named.
    Nobody,
}

impl Preparation {
    /// All of them, in the order of a report.
    pub const ALL: [Preparation; 3] = [Preparation::Trained, Preparation::Untrained, Preparation::Nobody];

    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Preparation::Trained => "trained",
            Preparation::Untrained => "untrained",
            Preparation::Nobody => "nobody",
        }
    }
}

/// The kinds that are no complaints, in the order of a report.
pub const REQUESTS: [ComplaintKind; 2] = [ComplaintKind::Aspiration, ComplaintKind::Information];

/// Something that waits for an answer or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its id.
    pub id: String,
    /// Its row.
    pub origin: Origin,
    /// Its number in the channel's own system.
    pub reference: Option<String>,
    /// What kind of voice it is.
    pub kind: ComplaintKind,
    /// The day received.
    pub received: Day,
    /// The day of the last reopening, from which its clock runs.
    pub reopened: Option<Day>,
    /// Its channel, category and service, as codes.
    pub codes: [Option<String>; 3],
    /// The number of its unit.
    pub unit: Option<u32>,
    /// What it is about.
    pub summary: Option<String>,
    /// Its class, as a code.
    pub class: Option<String>,
    /// The number of its handler.
    pub handler: Option<u32>,
    /// The day by which the first response is due, where none was given.
    pub respond_by: Option<Day>,
    /// The day by which it is to be resolved.
    pub deadline: Option<Day>,
    /// Working days past that day; negative before it.
    pub past: Option<i64>,
    /// Whether that day is over: also on the weekend behind it.
    pub is_overdue: bool,
    /// Working days past the day of the first response, where it is owed; negative before it.
    pub respond_past: Option<i64>,
    /// Whether the day of the first response is over without one.
    pub is_unanswered: bool,
    /// Whether a deadline is over.
    pub is_past: bool,
}

/// Measures the register of complaints as of the last day of a period.
#[derive(Debug)]
pub struct Docket<'r> {
    rules: &'r Editions<Rule>,
    calendar: &'r Calendar,
    as_of: Day,
    lists: [&'r [Listed]; 2],
    prepared: &'r Prepared,
    /// By channel, by category, by preparation of the handler, by handler.
    groups: [Complaints<'r>; 4],
    requests: Complaints<'r>,
    /// What happened to complaints by unit, and to requests by kind.
    movements: [Movements<'r>; 2],
    pending: Vec<Pending>,
}

/// Why a request enters no figure, as known on a day: it repeats another.
fn repeats(row: &Complaint<'_>, day: Day) -> Option<Omission> {
    row.is_repeat_by(day).then_some(Omission::Duplicate)
}

/// The number of a code in a list; behind its end where it is not there.
fn place(list: &[Listed], code: Option<&str>) -> u32 {
    let found = list.iter().position(|known| Some(&*known.code.value.0) == code);
    found.unwrap_or(list.len()) as u32
}

impl<'r> Docket<'r> {
    /// Measures by the channels and categories of the office, and so many people and units.
    pub fn new(
        rules: &'r Editions<Rule>,
        calendar: &'r Calendar,
        period: Period,
        lists: [&'r [Listed]; 2],
        (people, units, prepared): (usize, usize, &'r Prepared),
    ) -> Docket<'r> {
        let as_of = period.last_day();
        let by =
            |table, groups, leaves| Complaints::new(rules, calendar, period, groups, as_of).by(table, leaves);
        Docket {
            rules,
            calendar,
            as_of,
            lists,
            prepared,
            groups: [
                by("complaints_by_channel", lists[0].len() + 1, left_out),
                by("complaints_by_category", lists[1].len() + 1, left_out),
                by("complaints_by_training", Preparation::ALL.len(), left_out),
                by("complaints_by_handler", people, left_out),
            ],
            requests: by("requests_by_kind", REQUESTS.len(), repeats),
            movements: [
                Movements::new(rules, calendar, period, units),
                Movements::new(rules, calendar, period, REQUESTS.len()).by("requests_in_month", repeats),
            ],
            pending: Vec::new(),
        }
    }

    /// Takes whatever was received.
    pub fn add(&mut self, course: &Course<'_>, trace: &mut Trace) {
        let row = course.complaint;
        let handler = course.handler(self.as_of);
        let [channels, categories] = self.lists;
        let numbers = [
            Some(place(channels, row.channel.map(|code| code.text()))),
            Some(place(categories, row.category.map(|code| code.text()))),
            Some(self.preparation(handler, row.received) as u32),
            handler,
        ];
        for (group, unit) in self.groups.iter_mut().zip(numbers) {
            group.add(&Course { unit, ..*course }, trace);
        }
        let [complaints, requests] = &mut self.movements;
        complaints.add(course, trace);
        if let Some(kind) = REQUESTS.iter().position(|kind| *kind == row.kind) {
            let unit = Some(kind as u32);
            let course = Course { unit, ..*course };
            self.requests.add(&course, trace);
            requests.add(&course, trace);
        }
        if row.received <= self.as_of && !row.is_repeat_by(self.as_of) {
            self.pend(course, handler, trace);
        }
    }

    /// Whether the handler of a complaint was trained before the day of its receipt.
    fn preparation(&self, handler: Option<u32>, received: Day) -> Preparation {
        match handler.map(|person| self.prepared.get(&person)) {
            None => Preparation::Nobody,
            Some(Some((first, _))) if *first < received => Preparation::Trained,
            Some(_) => Preparation::Untrained,
        }
    }

    /// Keeps what is open.
    fn pend(&mut self, course: &Course<'_>, handler: Option<u32>, trace: &mut Trace) {
        let (row, seen) = (course.complaint, Seen::on(self.as_of, course, self.rules));
        if seen.handled.closed.is_some() {
            return;
        }
        let (calendar, clock) = (self.calendar, seen.handled.clock);
        let past = seen
            .limit
            .map(|limit| calendar.working_days(clock, self.as_of) - limit);
        if let Some(past) = past {
            let figure = Figure::new("complaints_open", course.origin, "past");
            trace.uses(figure, course.origin, past);
        }
        let is_over = |limit| calendar.is_past(clock, self.as_of, limit);
        let is_overdue = seen.limit.is_some_and(is_over);
        let is_unanswered = seen.response(calendar) == FirstResponse::Overdue;
        let text = |text: &str| text.to_owned();
        self.pending.push(Pending {
            id: text(row.id.text()),
            origin: course.origin,
            reference: row.reference.map(text),
            kind: row.kind,
            received: row.received,
            reopened: seen.handled.reopened.map(|step| step.date),
            codes: [row.channel, row.category, row.service].map(|code| code.map(|code| text(code.text()))),
            unit: course.unit,
            summary: row.summary.map(text),
            class: class(self.rules, course, self.as_of).map(|class| class.code.0.clone()),
            handler,
            respond_by: seen.respond_by(calendar),
            deadline: seen.limit.and_then(|limit| calendar.deadline(clock, limit)),
            past,
            is_overdue,
            respond_past: seen.respond_past(calendar),
            is_unanswered,
            is_past: is_overdue || is_unanswered,
        });
    }

    /// Adds up. What is past comes first, then what has no deadline, then what is due.
    pub fn figures(mut self) -> DocketFigures {
        self.pending.sort_by_key(|one| {
            let is_dated = one.deadline.is_some();
            (!one.is_past, is_dated, one.deadline, one.received, one.id.clone())
        });
        let movements = self.movements.map(Movements::figures);
        let [mut channels, categories, training, handlers] = self.groups.map(Complaints::figures);
        // Here every deadline is told, however far ahead.
        let days = self
            .pending
            .iter()
            .flat_map(|one| [Some(one.received), one.deadline]);
        let days: Vec<Day> = days.flatten().collect();
        if let Some((first, last)) = days.iter().min().zip(days.iter().max()) {
            channels.gaps = self.calendar.gaps(*first, *last).and(channels.gaps);
        }
        for movement in &movements {
            channels.gaps = channels.gaps.and(movement.gaps.clone());
        }
        DocketFigures {
            channels,
            categories,
            training,
            handlers,
            requests: self.requests.figures(),
            movements,
            pending: self.pending,
            prepared: self.prepared.clone(),
            unrolled: 0,
        }
    }
}

/// What the register comes to.
#[derive(Debug, Default)]
pub struct DocketFigures {
    /// By channel of `bina.toml`; the last has none.
    pub channels: ComplaintFigures,
    /// By category of `bina.toml`; the last has none.
    pub categories: ComplaintFigures,
    /// By [`Preparation`].
    pub training: ComplaintFigures,
    /// By number of the person.
    pub handlers: ComplaintFigures,
    /// By [`REQUESTS`].
    pub requests: ComplaintFigures,
    /// What happened in the period to complaints, by number of the unit, and to requests, by [`REQUESTS`].
    pub movements: [MovementFigures; 2],
    /// What is open.
    pub pending: Vec<Pending>,
    /// Who was trained, and when.
    pub prepared: Prepared,
    /// How many programmes that train for it have begun and have nobody on record.
    pub unrolled: u64,
}
