//! What happened to complaints in a period, whenever they were received: which were closed or reopened, and what is open
//! at its end.
//!
//! Source: the rule `complaints`. [`super::complaints`] follows those received in the period as they stood on its last
//! day; what was closed or reopened later is told here, in the period in which it was.

use super::calendar::{Calendar, CalendarGaps};
use super::complaints::{class, left_out};
use super::sheet::sheet;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::ComplaintOutcome;
use crate::records::complaint::Complaint;
use crate::records::course::{Course, Handled, Step};
use crate::records::time::{Day, Period};
use crate::rules::Complaints as Rule;
use crate::rules::editions::Editions;

sheet! {
    /// What happened in a period to the complaints of one unit, or of the office, whenever they were received.
    pub ComplaintMovement of MovementColumn: "complaints_in_month" by "complaints" {
        opening: counts().public(), id "Terbuka pada awal", en "Open at first",
            says id "Yang terbuka ketika bulan ini mulai.", en "Those open when the month began.";
        received: counts().public(), id "Masuk", en "Received",
            says id "Berapa pengaduan yang diterima dalam bulan ini.", en "How many complaints were received in the month.";
        returned: counts().public(), id "Tertutup lalu dibuka", en "Closed, then reopened",
            says id "Yang tertutup ketika bulan ini mulai dan dibuka kembali dalam bulan ini.",
            en "Those closed when the month began and reopened in it.";
        closed: counts().public(), id "Ditutup", en "Closed",
            says id "Berapa pengaduan yang ditutup dalam bulan ini dan tetap tertutup pada hari terakhirnya, kapan pun diterima.",
            en "How many complaints were closed in the month and are so on its last day, whenever they were received.";
        open: counts().public(), id "Masih terbuka", en "Still open",
            says id "Yang masih terbuka pada hari terakhir bulan ini, kapan pun diterima.",
            en "Those open on the month's last day, whenever they were received.";
        repeats: counts().public().hidden(), id "Ternyata ganda", en "Found to be repeats",
            says id "Yang terbuka ketika bulan ini mulai dan dalam bulan ini diketahui mengulang yang lain, sehingga tidak dihitung lagi.",
            en "Those open when the month began and found in it to repeat another, so that they count no longer.";
        repeated: counts().public().hidden(), id "Pengulangan saat masuk", en "Received as repeats",
            says id "Yang diterima dalam bulan ini dan pada hari terakhirnya diketahui mengulang yang lain; tidak terhitung di kolom lain.",
            en "Those received in the month and known on its last day to repeat another; they enter no other column.";
        earlier: counts().public(), id "Diterima sebelumnya", en "Received before",
            says id "Di antara yang ditutup: yang diterima sebelum bulan ini.",
            en "Of the closed, those received before the month.";
        resolved: counts().public(), id "Selesai", en "Resolved",
            says id "Di antara yang ditutup: yang selesai.", en "Of the closed, those that were resolved.";
        on_time: counts_of("timed").public(), id "Tepat waktu", en "On time",
            says id "Di antara yang selesai: yang selesai dalam tenggat kelasnya; sesudah garis miring: yang diketahui kelasnya.",
            en "Of the resolved, those within the deadline of their class; behind the stroke: those of a known class.";
        median_workdays: median_of(1).public(), id "Median hari kerja", en "Median working days",
            says id "Nilai tengah hari kerja dari hari diterima atau dibuka kembali sampai selesai.",
            en "The median of the working days from receipt or reopening to resolution.";
        unresolved: counts().public(), id "Ditutup tanpa penyelesaian", en "Closed unresolved",
            says id "Di antara yang ditutup: yang tanpa penyelesaian.", en "Of the closed, those that were unresolved.";
        not_competent: counts(), id "Bukan kewenangan", en "Not competent",
            says id "Di antara yang ditutup: yang bukan kewenangan kantor ini.",
            en "Of the closed, those outside the office's competence.";
        dropped: counts(), id "Tidak jelas/dicabut", en "Unclear/withdrawn",
            says id "Di antara yang ditutup: yang tidak jelas atau dicabut.",
            en "Of the closed, those that were unclear or withdrawn.";
        reopened: counts().public().hidden(), id "Dibuka kembali", en "Reopened",
            says id "Berapa pengaduan yang dibuka kembali dalam bulan ini, kapan pun diterima.",
            en "How many complaints were reopened in the month, whenever they were received.";
        untimed: counts().public().hidden(), id "Selesai tanpa kelas", en "Resolved without class",
            says id "Di antara yang selesai: yang tidak diberi kelas, sehingga tidak diketahui tepat waktu atau tidak.",
            en "Of the resolved, those without a class, so that it is not known whether they were on time.";
        timed: part(), id "selesai dan diketahui kelasnya", en "resolved and of a known class";
    }
}
use MovementColumn as Of;

impl ComplaintMovement {
    /// How many were open at first or came in, and were closed and reopened: the balance has them as open throughout.
    pub fn closed_and_reopened(&self) -> u64 {
        self.count(Of::reopened).saturating_sub(self.count(Of::returned))
    }
}

/// Measures what happened in a period.
#[derive(Debug)]
pub struct Movements<'r> {
    /// The table of the figures.
    table: &'static str,
    leaves: fn(&Complaint<'_>, Day) -> Option<Omission>,
    rules: &'r Editions<Rule>,
    calendar: &'r Calendar,
    first: Day,
    as_of: Day,
    /// By number of the unit.
    units: Vec<ComplaintMovement>,
    elsewhere: ComplaintMovement,
    /// The first day from which the working days of a resolution are counted.
    oldest: Option<Day>,
}

impl<'r> Movements<'r> {
    /// Measures what happened in `period` for `units` units.
    pub fn new(
        rules: &'r Editions<Rule>,
        calendar: &'r Calendar,
        period: Period,
        units: usize,
    ) -> Movements<'r> {
        Movements {
            table: "complaints_in_month",
            leaves: left_out,
            rules,
            calendar,
            first: period.first_day(),
            as_of: period.last_day(),
            units: vec![ComplaintMovement::default(); units],
            elsewhere: ComplaintMovement::default(),
            oldest: None,
        }
    }

    /// The same for another table, by other groups than units; `leaves` says what does not enter it.
    pub fn by(
        self,
        table: &'static str,
        leaves: fn(&Complaint<'_>, Day) -> Option<Omission>,
    ) -> Movements<'r> {
        Movements {
            table,
            leaves,
            ..self
        }
    }

    /// Whether a complaint was open on a day, as known on it: what one month leaves open the next one begins with.
    fn is_open(&self, course: &Course<'_>, day: Day) -> bool {
        let row = course.complaint;
        row.received <= day && (self.leaves)(row, day).is_none() && course.handled(day).closed.is_none()
    }

    /// Takes a complaint.
    pub fn add(&mut self, course: &Course<'_>, trace: &mut Trace) {
        let (row, before) = (course.complaint, self.first.plus(-1));
        let was_open = self.is_open(course, before);
        if was_open {
            self.enter(course, (Of::opening, 1), course.origin, trace);
        }
        if let Some(why) = (self.leaves)(row, self.as_of) {
            let is_new = (self.first..=self.as_of).contains(&row.received);
            if was_open {
                self.enter(course, (Of::repeats, 1), course.origin, trace);
            } else if is_new && why == Omission::Duplicate {
                self.enter(course, (Of::repeated, 1), course.origin, trace);
            }
            return;
        }
        if row.received > self.as_of {
            return;
        }
        // One complaint counts once: what was opened again is not closed, and what was closed then is so by the last closing.
        let (mut reopened, mut turns) = (None, course.turns(self.first, self.as_of).peekable());
        while let Some(stands) = turns.next() {
            match stands.closed {
                Some(closing) if turns.peek().is_none() => self.close(course, (stands, closing), trace),
                Some((step, _)) => {
                    let figure = Figure::of_unit(self.table, course.unit, Of::closed.id());
                    trace.omits(figure, step.origin, Omission::Reopened);
                }
                None => reopened = stands.reopened,
            }
        }
        // With what was open at first, what came in and what returned less what was closed is open at the end.
        let is_earlier = row.received < self.first;
        if !is_earlier {
            self.enter(course, (Of::received, 1), course.origin, trace);
        }
        if let Some(step) = reopened {
            self.enter(course, (Of::reopened, 1), step.origin, trace);
            if is_earlier && !was_open {
                self.enter(course, (Of::returned, 1), step.origin, trace);
            }
        }
        if self.is_open(course, self.as_of) {
            self.enter(course, (Of::open, 1), course.origin, trace);
        }
    }

    /// Takes a closing.
    fn close(
        &mut self,
        course: &Course<'_>,
        (stands, (step, outcome)): (Handled<'_>, (&Step, ComplaintOutcome)),
        trace: &mut Trace,
    ) {
        let mut columns = vec![(Of::closed, 1)];
        columns.extend((course.complaint.received < self.first).then_some((Of::earlier, 1)));
        match outcome {
            ComplaintOutcome::Resolved => {
                let days = self.calendar.working_days(stands.clock, step.date);
                columns.extend([(Of::resolved, 1), (Of::median_workdays, days)]);
                columns.extend(self.timeliness(course, (stands.clock, step), trace));
            }
            ComplaintOutcome::Unresolved => columns.push((Of::unresolved, 1)),
            ComplaintOutcome::NotCompetent => columns.push((Of::not_competent, 1)),
            ComplaintOutcome::Unclear | ComplaintOutcome::Withdrawn => columns.push((Of::dropped, 1)),
        }
        for column in columns {
            self.enter(course, column, step.origin, trace);
        }
    }

    /// The columns that say whether a resolution was on time.
    fn timeliness(
        &mut self,
        course: &Course<'_>,
        (clock, step): (Day, &Step),
        trace: &mut Trace,
    ) -> Vec<(Of, i64)> {
        self.oldest = Some(self.oldest.map_or(clock, |oldest| oldest.min(clock)));
        let figure = Figure::of_unit(self.table, course.unit, Of::on_time.id());
        if let Some(rule) = self.rules.on(course.complaint.received) {
            trace.rule(figure, rule);
        }
        let Some(class) = class(self.rules, course, self.as_of) else {
            trace.omits(figure, step.origin, Omission::NoClass);
            return vec![(Of::untimed, 1)];
        };
        let is_late = self.calendar.is_past(clock, step.date, class.resolve_within);
        let on_time = (!is_late).then_some((Of::on_time, 1));
        [(Of::timed, 1)].into_iter().chain(on_time).collect()
    }

    /// What stands at a place enters a column.
    fn enter(&mut self, course: &Course<'_>, (column, amount): (Of, i64), origin: Origin, trace: &mut Trace) {
        let count = match course.unit {
            Some(unit) => &mut self.units[unit as usize],
            None => &mut self.elsewhere,
        };
        count.add(column, amount);
        trace.uses(
            Figure::of_unit(self.table, course.unit, column.id()),
            origin,
            amount,
        );
    }

    /// Adds up. Complaints without a unit enter the total only.
    pub fn figures(self) -> MovementFigures {
        let mut total = self.elsewhere;
        self.units.iter().for_each(|unit| total.merge(unit));
        let gaps = self.oldest.map(|oldest| self.calendar.gaps(oldest, self.as_of));
        MovementFigures {
            units: self.units,
            total,
            gaps: gaps.unwrap_or_default(),
        }
    }
}

/// What happened to complaints.
#[derive(Debug, Default)]
pub struct MovementFigures {
    /// By number of the unit.
    pub units: Vec<ComplaintMovement>,
    /// The office.
    pub total: ComplaintMovement,
    /// What is not known of the working days that are told.
    pub gaps: CalendarGaps,
}
