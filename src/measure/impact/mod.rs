//! The named indicator (ME6, BE3): what the public said before and after a programme.
//!
//! Source: the rule `impact` (windows, least number), `complaints` (deadlines) and `satisfaction` (IKM). It shows
//! what changed and never claims why.
//!
//! **Windows.** So many whole months before the month in which the programme starts, and so many after the month in
//! which it ends. The programme's own months belong to neither, because answers of the public and service figures
//! are dated by month: so all figures share the same windows.
//!
//! **As known.** A window's complaints are those received in it, as known on its own last day (or the report's, when
//! that is earlier). The earlier window is thus not better only because more time has passed since, and a closed
//! comparison does not change any more.

mod audience;
mod lookout;
mod verdict;

pub use audience::{Audience, Group, NeededRows, Windows};
pub use lookout::Lookout;
pub use verdict::{Observation, Trend, Verdict, change, verdict};

use super::Mean;
use super::actions::Action;
use super::calendar::{Calendar, CalendarGaps};
use super::complaints::{ComplaintColumn as Of, Seen, UnitComplaints, deadline_changes, left_out, receive};
use super::fairness::Unapplied;
use super::satisfaction;
use super::trace::{Figure, Omission, Trace, part};
use crate::diagnostic::Origin;
use crate::records::code::Direction;
use crate::records::course::Course;
use crate::records::number::Dec;
use crate::records::time::{Day, Month};
use crate::rules::editions::Editions;
use crate::rules::{Complaints as ComplaintRule, Head};

/// A service figure of the units with participants: the mean of its monthly values in each window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServiceFigure {
    /// Before and after; `n` is the number of monthly values.
    pub windows: [Mean; 2],
}

impl ServiceFigure {
    /// How it changed.
    pub fn change(&self, direction: Direction) -> Option<Trend> {
        change(self.windows[0].decimal(), self.windows[1].decimal(), direction)
    }
}

/// The number of the row of a group in a window: 0 before, 1 after, 2 for the change between both.
pub fn number_of_cell(programme: u64, group: Group, window: usize) -> u64 {
    part(programme, (group as usize) << 2 | window)
}

/// Measures one programme.
#[derive(Debug)]
pub struct Impact<'r> {
    rules: &'r Editions<ComplaintRule>,
    calendar: &'r Calendar,
    as_of: Day,
    /// The number of the programme in a trace.
    number: u32,
    windows: Windows,
    audience: Audience,
    cells: [[Observation; 2]; 3],
    open: UnitComplaints,
    overdue: Vec<String>,
    service_figures: Vec<ServiceFigure>,
}

impl<'r> Impact<'r> {
    /// Measures programme `number` as of a day, with so many service figures.
    pub fn new(
        rules: &'r Editions<ComplaintRule>,
        calendar: &'r Calendar,
        as_of: Day,
        number: u32,
        windows: Windows,
        audience: Audience,
    ) -> Impact<'r> {
        Impact {
            rules,
            calendar,
            as_of,
            number,
            windows,
            audience,
            cells: Default::default(),
            open: UnitComplaints::default(),
            overdue: Vec::new(),
            service_figures: Vec::new(),
        }
    }

    /// Of which units it needs the rows of a month, if of any.
    pub fn needs(&self, month: Month) -> Option<NeededRows<'_>> {
        self.windows.span(month).then(|| self.audience.needed_rows())
    }

    /// Takes a complaint.
    pub fn complaint(&mut self, course: &Course<'_>, trace: &mut Trace) {
        let row = course.complaint;
        let services = &self.audience.services;
        let is_named = |known: &String| row.service.is_some_and(|service| service.text() == known);
        if !services.is_empty() && !services.iter().any(is_named) {
            return;
        }
        let why = match row.received > self.as_of {
            true => Some(Omission::LaterThanPeriod),
            false => left_out(row, self.as_of),
        };
        let window = self.windows.of(row.received.month());
        let as_of = window.map_or(self.as_of, |window| self.windows.last_day(window).min(self.as_of));
        let handler = course.handler(as_of);
        if why.is_none() && self.audience.holds(Group::Participating, course.unit, handler) {
            self.still_open(course, trace);
        }
        let Some(window) = window else { return };
        let seen = Seen::on(as_of, course, self.rules);
        for (group, cells) in Group::ALL.into_iter().zip(&mut self.cells) {
            if !self.audience.holds(group, course.unit, handler) {
                continue;
            }
            let number = number_of_cell(self.number.into(), group, window);
            let figure = |column| Figure::new("before_after", number, column);
            if let Some(why) = why {
                trace.omits(figure("received"), course.origin, why);
                continue;
            }
            let cell = &mut cells[window];
            receive(seen, self.calendar, |column, amount| {
                cell.complaints.add(column, amount);
                trace.uses(figure(column.id()), seen.source(column, course.origin), amount);
            });
        }
    }

    /// Counts a complaint that is open on the report's last day, and keeps one that is past its deadline.
    fn still_open(&mut self, course: &Course<'_>, trace: &mut Trace) {
        let row = course.complaint;
        let now = Seen::on(self.as_of, course, self.rules);
        let is_between = self.windows.span(row.received.month());
        let clock = now.handled.clock;
        if !is_between || now.handled.closed.is_some() {
            return;
        }
        let figure = |column: Of| Figure::new("impact", self.number, column.id());
        let Some(limit) = now.limit else {
            self.open.add(Of::unclassed, 1);
            trace.uses(figure(Of::unclassed), course.origin, 1);
            return trace.omits(figure(Of::overdue), course.origin, Omission::NoClass);
        };
        self.open.add(Of::dated, 1);
        if self.calendar.is_past(clock, self.as_of, limit) {
            self.open.add(Of::overdue, 1);
            self.overdue.push(row.id.text().to_owned());
            trace.uses(figure(Of::overdue), course.origin, 1);
        }
    }

    /// Takes a respondent of the public about unit `unit` and service `service`.
    pub fn respondent(
        &mut self,
        month: Month,
        (unit, service): (Option<u32>, &str),
        (scores, origin): (&[Option<i64>], Origin),
        trace: &mut Trace,
    ) {
        let services = &self.audience.services;
        let Some(window) = self.windows.of(month) else {
            return;
        };
        if !services.is_empty() && !services.iter().any(|known| known == service) {
            return;
        }
        for (group, cells) in Group::ALL.into_iter().zip(&mut self.cells) {
            if self.audience.holds(group, unit, None) {
                cells[window].answers.add(scores);
                let number = number_of_cell(self.number.into(), group, window);
                let figure = |column| Figure::new("ikm_before_after", number, column);
                satisfaction::tell(figure, scores, origin, trace);
            }
        }
    }

    /// Takes a monthly value of service figure `indicator` of unit `unit`.
    pub fn service_figure(
        &mut self,
        indicator: usize,
        unit: Option<u32>,
        month: Month,
        (value, origin): (Dec, Origin),
        trace: &mut Trace,
    ) {
        let Some(window) = self.windows.of(month).filter(|_| month.last() <= self.as_of) else {
            return;
        };
        if !self.audience.holds(Group::Participating, unit, None) {
            return;
        }
        let needed = self.service_figures.len().max(indicator + 1);
        self.service_figures.resize(needed, ServiceFigure::default());
        self.service_figures[indicator].windows[window].add(value.0);
        let number = part(self.number.into(), indicator);
        let [mean, count] = [["before", "before_n"], ["after", "after_n"]][window];
        trace.uses(Figure::new("service_figures", number, mean), origin, value.0);
        trace.uses(Figure::new("service_figures", number, count), origin, 1);
    }

    /// Tells who took part, and the units whose public is compared, by the places of all units.
    pub fn tell(&self, participants: &[(u32, Origin)], units: &[Origin], trace: &mut Trace) {
        let figure = |column| Figure::new("impact", self.number, column);
        for (_, origin) in participants {
            trace.uses(figure("participants"), *origin, 1);
        }
        for unit in &self.audience.participating {
            trace.uses(figure("units"), units[*unit as usize], 1);
        }
        for unit in &self.audience.comparison {
            trace.uses(figure("comparison_units"), units[*unit as usize], 1);
        }
    }

    /// Adds up, with the verdict on the report's last day; the records tell what happened since a day, or all.
    pub fn figures(self, min_n: i64, since: Option<Day>) -> ImpactFigures {
        let told = self.windows.told(self.as_of, since);
        let [before, after] = &self.cells[0];
        // The deadline of a complaint is that of the edition in force on its receipt.
        let (first, last) = (self.windows.before.0.first(), self.windows.after.1.last());
        let deadlines = deadline_changes(self.rules, first, last.min(self.as_of));
        let verdict = match told {
            [false, ..] => Verdict::Unrecorded,
            _ if self.windows.closed() > self.as_of => Verdict::Open,
            _ => verdict(before, after, deadlines.is_empty(), min_n),
        };
        ImpactFigures {
            gaps: self.calendar.gaps(first, last.min(self.as_of)),
            told,
            open: self.open,
            windows: self.windows,
            audience: self.audience,
            verdict,
            deadlines,
            cells: self.cells,
            overdue: self.overdue,
            service_figures: self.service_figures,
        }
    }
}

/// What one comparison comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpactFigures {
    /// What is not known of the working days of its windows.
    pub gaps: CalendarGaps,
    /// Its windows.
    pub windows: Windows,
    /// Whether each window is told, and whether both can be compared.
    pub told: [bool; 3],
    /// Whom it looked at.
    pub audience: Audience,
    /// What it says.
    pub verdict: Verdict,
    /// The changes of the deadlines between the first day of the windows and the last: the edition before, and after.
    pub deadlines: Vec<(Head, Head)>,
    /// By group in the order of [`Group::ALL`], then by window.
    pub cells: [[Observation; 2]; 3],
    /// Complaints of the units with participants, received from the first window's first day to the second one's
    /// last, that are open on the report's last day: how many are past their deadline, and how many have no class.
    pub open: UnitComplaints,
    /// The ids of those past their deadline.
    pub overdue: Vec<String>,
    /// Service figures by number of the indicator in `bina.toml`.
    pub service_figures: Vec<ServiceFigure>,
}

/// How the further evaluation of a programme stands: it is due where the window is over, and complaints have not
/// improved or some are still open past their deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sequel {
    /// The window after the programme is not over: nobody knows yet.
    Unknown,
    /// None is known to be due, but complaints are open without a class, so that nobody knows their deadline.
    Unclear,
    /// None is due.
    NotDue,
    /// It is due, and nobody opened one.
    Due,
    /// An action runs.
    Running,
    /// All actions are done.
    Done,
}

/// One programme with its comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeImpact {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many took part; `None` where the programme is not closed and nobody is known to have.
    pub participants: Option<u64>,
    /// The comparison.
    pub figures: ImpactFigures,
    /// The actions opened because of it, by day of opening.
    pub actions: Vec<Action>,
}

/// What the report on impact is built from.
#[derive(Clone, Debug, Default)]
pub struct ImpactReport {
    /// Whether it is about the whole office, not one programme.
    pub is_of_office: bool,
    /// The comparisons.
    pub list: Vec<ProgrammeImpact>,
    /// Those of the last twelve months that ask for a further evaluation which nobody opened.
    pub owed: Vec<ProgrammeImpact>,
    /// Those of the last twelve months of which it is not known whether they are for units that serve the public: title,
    /// and the units of which it is not known.
    pub unclear: Vec<(String, Vec<u32>)>,
    /// The programmes of which it is owed how they are applied at work.
    pub unapplied: Vec<Unapplied>,
}

impl ProgrammeImpact {
    /// How its further evaluation stands.
    pub fn sequel(&self) -> Sequel {
        let is_overdue = !self.figures.overdue.is_empty();
        match self.figures.verdict {
            _ if self.actions.iter().any(|action| action.done.is_none()) => Sequel::Running,
            _ if !self.actions.is_empty() => Sequel::Done,
            Verdict::Open => Sequel::Unknown,
            Verdict::NotImproved => Sequel::Due,
            Verdict::Improved | Verdict::TooFew | Verdict::Unrecorded if is_overdue => Sequel::Due,
            Verdict::Improved | Verdict::TooFew if self.figures.open.of(Of::unclassed) > 0 => Sequel::Unclear,
            Verdict::Improved | Verdict::TooFew => Sequel::NotDue,
            Verdict::Unrecorded => Sequel::Unclear,
        }
    }
}
