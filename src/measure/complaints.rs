//! Complaints: the cohort received in a period as known on its last day, and everything open past its deadline.
//!
//! Source: the rule `complaints` (each office publishes its own deadlines, in working days).

use super::calendar::{Calendar, CalendarGaps};
use super::sheet::sheet;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{ComplainantView, ComplaintKind, ComplaintOutcome};
use crate::records::complaint::Complaint;
use crate::records::course::{Course, Handled, Step};
use crate::records::time::{Day, Period};
use crate::rules::editions::Editions;
use crate::rules::{ComplaintClass, Complaints as Rule, Enactment, Head};
use std::collections::BTreeMap;

/// The class of a complaint, as known on a day, in the edition in force on its receipt.
pub fn class<'r>(rules: &'r Editions<Rule>, course: &Course<'_>, as_of: Day) -> Option<&'r ComplaintClass> {
    let class = course.class(as_of)?;
    let rule = rules.on(course.complaint.received)?;
    rule.class(class)
}

/// Why a row enters no figure of complaints, as known on a day; `None` when it does.
pub fn left_out(row: &Complaint<'_>, day: Day) -> Option<Omission> {
    if row.kind != ComplaintKind::Complaint {
        return Some(Omission::NotAComplaint);
    }
    row.is_repeat_by(day).then_some(Omission::Duplicate)
}

/// The changes of the working days that any class allows, after `first` and up to `last`: the head of the edition
/// before, and that of the later. An edition that leaves them as they were changes nothing here.
pub fn deadline_changes(rules: &Editions<Rule>, first: Day, last: Day) -> Vec<(Head, Head)> {
    let allowed = |rule: &Rule| -> BTreeMap<String, i64> {
        let classes = rule.class.iter();
        classes
            .map(|class| (class.code.0.clone(), class.resolve_within))
            .collect()
    };
    let pairs = rules.all().windows(2);
    let changed = pairs.filter(|pair| allowed(&pair[0]) != allowed(&pair[1]));
    let heads = changed.map(|pair| (pair[0].head(), pair[1].head()));
    heads
        .filter(|(_, later)| first < later.from && later.from <= last)
        .collect()
}

/// A complaint as it was known on a day.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'c> {
    /// How it stood.
    pub handled: Handled<'c>,
    /// The working days that its class allows; `None` when the class is not known.
    pub limit: Option<i64>,
    /// The day received, and the day on which it is looked at.
    days: (Day, Day),
    /// The day of the first response.
    responded: Option<Day>,
    /// The working days that its class allows for the first response; `None` when the class is not known or sets none.
    respond_within: Option<i64>,
}

/// How the first response to a complaint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstResponse {
    /// Given within the deadline of the class.
    InTime,
    /// Given after it.
    Late,
    /// Not given, and not yet due.
    Owed,
    /// Not given, and past the deadline.
    Overdue,
    /// Nobody can tell, and why.
    Unknown(Omission),
}

impl<'c> Seen<'c> {
    /// A complaint as it was known on a day.
    pub fn on(as_of: Day, course: &Course<'c>, rules: &Editions<Rule>) -> Seen<'c> {
        let class = class(rules, course, as_of);
        Seen {
            handled: course.handled(as_of),
            limit: class.map(|class| class.resolve_within),
            days: (course.complaint.received, as_of),
            responded: course.first_response(as_of),
            respond_within: class.and_then(|class| class.respond_within),
        }
    }

    /// How its first response stands. What was closed without one on record may have had one.
    pub fn response(&self, calendar: &Calendar) -> FirstResponse {
        let (received, as_of) = self.days;
        let Some(within) = self.respond_within else {
            return FirstResponse::Unknown(Omission::NoResponseDeadline);
        };
        let is_past = |day| calendar.is_past(received, day, within);
        match (self.responded, self.handled.closed) {
            (Some(day), _) if is_past(day) => FirstResponse::Late,
            (Some(_), _) => FirstResponse::InTime,
            (None, Some(_)) => FirstResponse::Unknown(Omission::NoResponse),
            (None, None) if is_past(as_of) => FirstResponse::Overdue,
            (None, None) => FirstResponse::Owed,
        }
    }

    /// The day by which the first response is due, where it is still owed.
    pub fn respond_by(&self, calendar: &Calendar) -> Option<Day> {
        calendar.deadline(self.days.0, self.owes_within(calendar)?)
    }

    /// How many working days that day is past; negative before it.
    pub fn respond_past(&self, calendar: &Calendar) -> Option<i64> {
        let (received, as_of) = self.days;
        Some(calendar.working_days(received, as_of) - self.owes_within(calendar)?)
    }

    /// The working days within which the first response is due, where it is still owed.
    fn owes_within(&self, calendar: &Calendar) -> Option<i64> {
        let owed = [FirstResponse::Owed, FirstResponse::Overdue];
        let is_owed = owed.contains(&self.response(calendar));
        self.respond_within.filter(|_| is_owed)
    }
}

sheet! {
    /// The complaints of one unit, or of the office: the cohort of a period, and what is open of all months looked
    /// back at.
    pub UnitComplaints of ComplaintColumn: "complaints_by_unit" by "complaints" {
        received: counts().public(), id "Masuk", en "Received",
            says id "Jumlah yang diterima bulan ini, tanpa yang ganda.",
            en "How many were received in the month, without those that repeat another.";
        resolved: counts().public(), id "Selesai", en "Resolved",
            says id "Di antaranya yang selesai.", en "Of these, how many are resolved.";
        unresolved: counts().public(), id "Ditutup tanpa penyelesaian", en "Closed unresolved",
            says id "Di antaranya yang ditutup tanpa penyelesaian.", en "Of these, how many were closed unresolved.";
        on_time: counts_of("timed").public(), id "Tepat waktu", en "On time",
            says id "Di antara yang selesai: yang selesai dalam tenggat kelasnya; sesudah garis miring: yang diketahui kelasnya.",
            en "Of the resolved, how many were within the deadline of their class; behind the stroke: those of a known class.";
        overdue: counts().public().known_by("dated", "unclassed"), id "Lewat tenggat", en "Overdue",
            says id "Jumlah yang masih terbuka dan lewat tenggat pada hari terakhir bulan ini. Tidak diketahui bila tidak satu pun yang terbuka diberi kelas.",
            en "How many are open and past their deadline on the month's last day. Not known where none of those open has a class.";
        median_workdays: median_of(1).public(), id "Median hari kerja", en "Median working days",
            says id "Nilai tengah hari kerja dari hari diterima sampai selesai.",
            en "The median of the working days from receipt to resolution.";
        not_competent: counts(), id "Bukan kewenangan", en "Not competent",
            says id "Di antaranya yang bukan kewenangan kantor ini.",
            en "Of these, how many are outside the office's competence.";
        dropped: counts(), id "Tidak jelas/dicabut", en "Unclear/withdrawn",
            says id "Di antaranya yang tidak jelas atau dicabut.", en "Of these, how many were unclear or withdrawn.";
        open: counts(), id "Masih proses", en "In process",
            says id "Di antaranya yang masih dalam proses.", en "Of these, how many are still in process.";
        reopened: counts(), id "Dibuka kembali", en "Reopened",
            says id "Di antaranya yang dibuka kembali.", en "Of these, how many were reopened.";
        responded: counts_of("answerable").public(), id "Ditanggapi tepat waktu", en "Responded in time",
            says id "Yang tanggapan pertamanya diberikan dalam tenggat kelasnya; sesudah garis miring: yang dapat dinilai.",
            en "Those whose first response came within the deadline of their class; behind the stroke: those that can be judged.";
        unanswered: counts().public().known_by("answer_due", "answer_undated"), id "Belum ditanggapi, lewat tenggat", en "Unanswered past deadline",
            says id "Jumlah yang masih terbuka, belum ditanggapi, dan lewat tenggat tanggapan pertama pada hari terakhir bulan ini.",
            en "How many are open, without a response and past the deadline of the first response on the month's last day.";
        response_unknown: counts().public(), id "Tanggapan tidak dapat dinilai", en "Response not to be judged",
            says id "Yang tanggapan pertamanya tidak dapat dinilai: kelasnya tanpa tenggat, atau ditutup tanpa tanggapan yang tercatat.",
            en "Those whose first response cannot be judged: no deadline by their class, or closed without a response on record.";
        satisfied: counts_of("viewed"), id "Pengadu puas", en "Complainant satisfied",
            says id "Di antara yang ditutup: yang pengadunya puas; sesudah garis miring: yang pengadunya berpendapat.",
            en "Of the closed, those whose complainant was satisfied; behind the stroke: those who said what they thought.";
        unclassed: counts().public().hidden(), id "Terbuka tanpa kelas", en "Open without class",
            says id "Jumlah pengaduan yang masih terbuka dan belum diberi kelas, sehingga tenggatnya tidak diketahui.",
            en "How many complaints are open and have no class, so that their deadline is not known.";
        untimed: counts().public().hidden(), id "Selesai tanpa kelas", en "Resolved without class",
            says id "Di antara yang selesai: yang tidak diberi kelas, sehingga tidak diketahui tepat waktu atau tidak.",
            en "Of the resolved, how many have no class, so that it is not known whether they were on time.";
        resolvable: part(), id "yang menjadi kewenangan", en "those that can be resolved";
        answerable: part(), id "yang tanggapan pertamanya dapat dinilai", en "those whose first response can be judged";
        viewed: part(), id "yang pengadunya berpendapat", en "those whose complainant said what he thought";
        timed: part(), id "selesai dan diketahui kelasnya", en "resolved and of a known class";
        answer_due: part();
        answer_undated: part();
        dated: part(), id "terbuka dan diketahui tenggatnya", en "open and with a known deadline";
    }
}
use ComplaintColumn as Of;

impl Seen<'_> {
    /// Where it stands what makes a complaint enter a column: in the step that closed or reopened it, or in its own row.
    pub fn source(&self, column: Of, row: Origin) -> Origin {
        let step = match column {
            Of::reopened => self.handled.reopened,
            Of::resolved | Of::unresolved | Of::not_competent | Of::dropped | Of::median_workdays => {
                self.closing()
            }
            Of::timed | Of::untimed | Of::on_time | Of::viewed | Of::satisfied => self.closing(),
            _ => None,
        };
        step.map_or(row, |step| step.origin)
    }

    fn closing(&self) -> Option<&Step> {
        self.handled.closed.map(|(step, _)| step)
    }
}

/// Takes a complaint of the cohort as it stood: `enter` is told every column that it enters, with its amount.
pub fn receive(seen: Seen<'_>, calendar: &Calendar, mut enter: impl FnMut(Of, i64)) {
    let handled = seen.handled;
    enter(Of::received, 1);
    let closed = handled.closing();
    if matches!(
        closed.map(|(_, outcome)| outcome),
        None | Some(ComplaintOutcome::Resolved | ComplaintOutcome::Unresolved)
    ) {
        enter(Of::resolvable, 1);
    }
    if handled.reopened.is_some() {
        enter(Of::reopened, 1);
    }
    match seen.response(calendar) {
        FirstResponse::InTime => [Of::answerable, Of::responded]
            .iter()
            .for_each(|of| enter(*of, 1)),
        FirstResponse::Late | FirstResponse::Overdue => enter(Of::answerable, 1),
        FirstResponse::Unknown(_) => enter(Of::response_unknown, 1),
        FirstResponse::Owed => {}
    }
    match handled.closed.and_then(|(closing, _)| closing.view) {
        Some(ComplainantView::Satisfied) => [Of::viewed, Of::satisfied].iter().for_each(|of| enter(*of, 1)),
        Some(ComplainantView::Not) => enter(Of::viewed, 1),
        Some(ComplainantView::NoAnswer) | None => {}
    }
    match closed {
        None => enter(Of::open, 1),
        Some((day, ComplaintOutcome::Resolved)) => {
            enter(Of::resolved, 1);
            enter(Of::median_workdays, calendar.working_days(handled.clock, day));
            match seen.limit {
                Some(limit) => {
                    enter(Of::timed, 1);
                    if !calendar.is_past(handled.clock, day, limit) {
                        enter(Of::on_time, 1);
                    }
                }
                None => enter(Of::untimed, 1),
            }
        }
        Some((_, ComplaintOutcome::Unresolved)) => enter(Of::unresolved, 1),
        Some((_, ComplaintOutcome::NotCompetent)) => enter(Of::not_competent, 1),
        Some((_, ComplaintOutcome::Unclear | ComplaintOutcome::Withdrawn)) => enter(Of::dropped, 1),
    }
}

/// Takes an open complaint as it stands, of whatever month: `enter` is told every column that it enters.
fn wait(seen: Seen<'_>, calendar: &Calendar, mut enter: impl FnMut(Of, i64)) {
    // Of what was responded to nobody asks when it was due.
    match (seen.responded, seen.respond_within) {
        (Some(_), _) => {}
        (None, Some(_)) => enter(Of::answer_due, 1),
        (None, None) => enter(Of::answer_undated, 1),
    }
    if seen.response(calendar) == FirstResponse::Overdue {
        enter(Of::unanswered, 1);
    }
    let Some(limit) = seen.limit else {
        return enter(Of::unclassed, 1);
    };
    enter(Of::dated, 1);
    if calendar.is_past(seen.handled.clock, seen.days.1, limit) {
        enter(Of::overdue, 1);
    }
}

/// A complaint that somebody must act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenComplaint {
    /// Its id.
    pub id: String,
    /// Its row.
    pub origin: Origin,
    /// The number of its unit.
    pub unit: Option<u32>,
    /// Its service, as a code.
    pub service: Option<String>,
    /// What it is about, in the words of the record.
    pub summary: Option<String>,
    /// The number of its handler.
    pub handler: Option<u32>,
    /// The day of its deadline, when the calendar reaches it.
    pub deadline: Option<Day>,
    /// Whether the deadline is over.
    pub is_past: bool,
    /// Working days past the deadline; negative before it.
    pub past: i64,
}

/// Measures complaints as of one day.
#[derive(Debug)]
pub struct Complaints<'r> {
    /// The table of the figures.
    table: &'static str,
    leaves: fn(&Complaint<'_>, Day) -> Option<Omission>,
    rules: &'r Editions<Rule>,
    calendar: &'r Calendar,
    first: Day,
    as_of: Day,
    /// By number of the unit.
    units: Vec<UnitComplaints>,
    elsewhere: UnitComplaints,
    /// Open ones past their deadline, or due by `horizon`.
    pub open: Vec<OpenComplaint>,
    horizon: Day,
    oldest: Option<Day>,
}

/// How many open complaints are kept by name; beyond, they are only counted.
const KEPT: usize = 1000;

impl<'r> Complaints<'r> {
    /// Measures the cohort of `period` for `units` units. Open ones that fall due up to `horizon` are kept too.
    pub fn new(
        rules: &'r Editions<Rule>,
        calendar: &'r Calendar,
        period: Period,
        units: usize,
        horizon: Day,
    ) -> Complaints<'r> {
        Complaints {
            table: "complaints_by_unit",
            leaves: left_out,
            rules,
            calendar,
            first: period.first_day(),
            as_of: period.last_day(),
            units: vec![UnitComplaints::default(); units],
            elsewhere: UnitComplaints::default(),
            open: Vec::new(),
            horizon,
            oldest: None,
        }
    }

    /// The same for another table, by other groups than units; `leaves` says what does not enter it.
    pub fn by(
        self,
        table: &'static str,
        leaves: fn(&Complaint<'_>, Day) -> Option<Omission>,
    ) -> Complaints<'r> {
        Complaints {
            table,
            leaves,
            ..self
        }
    }

    /// Takes a complaint; whether it is one that is open.
    pub fn add(&mut self, course: &Course<'_>, trace: &mut Trace) -> bool {
        let (row, origin, as_of) = (course.complaint, course.origin, self.as_of);
        let table = self.table;
        let figure = |column| Figure::of_unit(table, course.unit, column);
        let is_cohort = (self.first..=as_of).contains(&row.received);
        if let Some(why) = (self.leaves)(row, self.as_of) {
            if is_cohort {
                trace.omits(figure("received"), origin, why);
            }
            return false;
        }
        let is_open = row.received <= as_of && course.handled(as_of).closed.is_none();
        // Of all of history nearly everything was closed before.
        if !is_open && !is_cohort {
            return false;
        }
        let seen = Seen::on(as_of, course, self.rules);
        if let Some(rule) = self.rules.on(row.received) {
            ["overdue", "on_time", "responded", "unanswered"]
                .iter()
                .for_each(|column| trace.rule(figure(column), rule));
        }
        let (calendar, clock) = (self.calendar, seen.handled.clock);
        let oldest = self.oldest.unwrap_or(row.received);
        self.oldest = Some(oldest.min(row.received));
        if is_open {
            self.still_open(course, clock, seen.limit, trace);
        }
        let count = match course.unit {
            Some(unit) => &mut self.units[unit as usize],
            None => &mut self.elsewhere,
        };
        let response = seen.response(calendar);
        let mut enter = |column: Of, amount| {
            count.add(column, amount);
            trace.uses(figure(column.id()), seen.source(column, origin), amount);
            match (column, response) {
                (Of::unclassed, _) => trace.omits(figure("overdue"), origin, Omission::NoClass),
                (Of::untimed, _) => trace.omits(figure("on_time"), origin, Omission::NoClass),
                (Of::response_unknown, FirstResponse::Unknown(why)) => {
                    trace.omits(figure("responded"), origin, why);
                }
                _ => {}
            }
        };
        if is_open {
            wait(seen, calendar, &mut enter);
        }
        if is_cohort {
            receive(seen, calendar, &mut enter);
        }
        is_open
    }

    /// Keeps an open complaint that is past its deadline or falls due up to the horizon.
    fn still_open(&mut self, course: &Course<'_>, clock: Day, limit: Option<i64>, trace: &mut Trace) {
        let Some(limit) = limit else { return };
        let (row, origin) = (course.complaint, course.origin);
        let deadline = self.calendar.deadline(clock, limit);
        if deadline.is_some_and(|day| day <= self.horizon) && self.open.len() < KEPT {
            let past = self.calendar.working_days(clock, self.as_of) - limit;
            trace.uses(Figure::new("complaints_overdue", origin, "past"), origin, past);
            self.open.push(OpenComplaint {
                id: row.id.text().to_owned(),
                origin,
                unit: course.unit,
                service: row.service.map(|service| service.text().to_owned()),
                summary: row.summary.map(str::to_owned),
                handler: course.handler(self.as_of),
                deadline,
                is_past: self.calendar.is_past(clock, self.as_of, limit),
                past,
            });
        }
    }

    /// Adds up. Complaints without a unit enter the total only.
    pub fn figures(mut self) -> ComplaintFigures {
        let mut total = self.elsewhere;
        self.units.iter().for_each(|unit| total.merge(unit));
        self.open.sort_by(|a, b| {
            (b.is_past, b.past)
                .cmp(&(a.is_past, a.past))
                .then_with(|| a.id.cmp(&b.id))
        });
        ComplaintFigures {
            units: self.units,
            total,
            gaps: self.oldest.map_or_else(CalendarGaps::default, |oldest| {
                let deadlines = self.open.iter().filter_map(|one| one.deadline);
                let last = deadlines.max().unwrap_or(self.as_of);
                self.calendar.gaps(oldest, last.max(self.as_of))
            }),
            open: self.open,
            oldest: self.oldest,
        }
    }
}

/// What the complaints come to.
#[derive(Debug, Default)]
pub struct ComplaintFigures {
    /// By number of the unit.
    pub units: Vec<UnitComplaints>,
    /// The office.
    pub total: UnitComplaints,
    /// Open and past their deadline or due next month, the latest first.
    pub open: Vec<OpenComplaint>,
    /// What is not known of the working days from the oldest complaint that enters a figure to the last deadline told.
    pub gaps: CalendarGaps,
    /// The day on which the oldest complaint was received that enters a figure.
    pub oldest: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn an_edition_that_leaves_the_deadlines_as_they_were_changes_nothing() {
        let edition = |from: &str, within: i64| {
            let class = format!(
                "[[edition.class]]\ncode = \"light\"\nname = \"x\"\nrespond_within = 1\nresolve_within = {within}\n"
            );
            let head = "[[edition]]\nbasis = \"x\"\nverified = \"text\"\nmin_n = 5\n";
            format!("{head}in_force_from = {from}\n{class}")
        };
        let text = [
            edition("2025-01-01", 3),
            edition("2026-01-01", 2),
            edition("2026-04-01", 2),
        ]
        .concat();
        let mut findings = crate::diagnostic::Findings::new();
        let rules = Editions::<Rule>::read(&text, 0, &mut findings);
        assert_eq!((findings.errors(), rules.all().len()), (0, 3));
        let day = |text: &str| Day::parse(text).unwrap();
        let changes = |first: &str| deadline_changes(&rules, day(first), day("2026-07-31")).len();
        assert_eq!(changes("2025-10-01"), 1);
        // In force on the very first day: nothing changed since.
        assert_eq!(changes("2026-01-01"), 0);
        // In force on the very last day: it changed.
        let until = |last: &str| deadline_changes(&rules, day("2025-10-01"), day(last)).len();
        assert_eq!((until("2025-12-31"), until("2026-01-01")), (0, 1));
    }
}
