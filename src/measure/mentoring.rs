//! Mentoring and coaching: which pairs run, which have gone quiet, which newcomers have nobody, who carries how much.
//!
//! A pair ends with the day on which mentor or mentee leaves the office, whatever its row still says.
//!
//! Source: the rule `mentoring` (the office's own) and the minutes of one JP of the rule `hours`.

mod newcomers;
mod unheard;

pub use newcomers::{Newcomer, Stage};

use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{MentoringKind, MentoringStatus};
use crate::records::competence::{Mentoring, Session};
use crate::records::index::IdIndex;
use crate::records::people::{People, Tenure};
use crate::records::time::{Day, Month, Period};
use crate::rules::MentoringRule;
use std::collections::BTreeSet;

/// Sessions and their minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Sessions.
    pub sessions: u64,
    /// Their minutes, where they are recorded.
    pub minutes: i64,
    /// Sessions whose minutes are not recorded.
    pub without: u64,
}

impl Time {
    fn add(&mut self, minutes: Option<i64>) {
        self.sessions += 1;
        self.minutes += minutes.unwrap_or(0);
        self.without += u64::from(minutes.is_none());
    }

    fn merge(&mut self, other: Time) {
        self.sessions += other.sessions;
        self.minutes += other.minutes;
        self.without += other.without;
    }

    /// The minutes; not known when no session has any recorded.
    pub fn known_minutes(&self) -> Option<i64> {
        (self.sessions == 0 || self.without < self.sessions).then_some(self.minutes)
    }
}

/// The sessions of one pair, or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sessions {
    /// Up to the last day.
    pub all: Time,
    /// Those of the period.
    pub period: Time,
    /// The day of the last session, and where it stands.
    pub last: Option<(Day, Origin)>,
}

impl Sessions {
    fn merge(&mut self, other: &Sessions) {
        self.all.merge(other.all);
        self.period.merge(other.period);
        self.last = self.last.max(other.last);
    }
}

/// How a pair stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Running, closed or stopped: what ends later still runs, and what somebody left is stopped.
    pub status: MentoringStatus,
    /// The last day, when it lies in the past.
    pub end: Option<Day>,
    /// Whether it ends later: what comes of it is not known yet.
    is_ahead: bool,
}

impl Phase {
    /// The phase of a pair as known on a day, where mentor and mentee are known.
    pub fn on(row: &Mentoring<'_>, people: &People, (mentor, mentee): (Option<u32>, Option<u32>)) -> Phase {
        let end = row.end.filter(|end| *end <= people.as_of);
        let is_ahead = row.end.is_some() && end.is_none() && row.status != MentoringStatus::Running;
        let status = if is_ahead {
            MentoringStatus::Running
        } else {
            row.status
        };
        let left = [mentor, mentee].into_iter().flatten();
        let left = left
            .filter_map(|person| people.list[person as usize].left())
            .min();
        match left.filter(|_| status == MentoringStatus::Running) {
            Some(left) => Phase {
                status: MentoringStatus::Stopped,
                end: Some(left.max(row.start)),
                is_ahead,
            },
            None => Phase {
                status,
                end,
                is_ahead,
            },
        }
    }

    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.status == MentoringStatus::Running
    }

    /// A word on what came of it, which is told once it has ended: when it was written before has no day.
    pub fn known(self, text: Option<&str>) -> Option<String> {
        let has_ended = !self.is_running() && !self.is_ahead;
        text.filter(|_| has_ended).map(str::to_owned)
    }
}

/// A pair as known on the last day.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Its id.
    pub id: String,
    /// Where it stands, which is also the number of its row in a report.
    pub origin: Origin,
    /// The mentor or coach, by number.
    pub mentor: u32,
    /// The mentee, by number.
    pub mentee: u32,
    /// Mentoring or coaching.
    pub kind: MentoringKind,
    /// The competency, by number.
    pub competency: Option<u32>,
    /// The goal agreed upon.
    pub goal: String,
    /// The first day.
    pub start: Day,
    /// How it stands.
    pub phase: Phase,
    /// The product made.
    pub product: Option<String>,
    /// What the mentee can now do alone.
    pub alone: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Its sessions.
    pub held: Sessions,
    /// The last day of the last month of which nobody's session is on record though several pairs ran.
    unheard: Option<Day>,
}

impl Pair {
    /// Whether it runs on the last day.
    pub fn is_running(&self) -> bool {
        self.phase.is_running()
    }

    /// Days since the last session, or since the start when there was none.
    pub fn silent_days(&self, as_of: Day) -> i64 {
        i64::from(as_of.since(self.last_heard().0))
    }

    /// The day of the last session, or of the start when there was none, and where it stands.
    fn last_heard(&self) -> (Day, Origin) {
        let session = self.held.last.filter(|(day, _)| *day >= self.start);
        session.unwrap_or((self.start, self.origin))
    }

    /// The last day on which a running pair has not gone quiet yet, unless it meets again.
    pub fn quiet_after(&self, rule: &MentoringRule) -> Day {
        self.last_heard().0.plus(rule.quiet_after_days as i32)
    }

    /// Whether it ended on a day or later; one whose end is not recorded counts by its start.
    fn has_ended_since(&self, first: Day) -> bool {
        !self.is_running() && self.phase.end.unwrap_or(self.start) >= first
    }

    /// Whether it ended in the calendar year in which a period ends.
    fn has_ended_this(&self, period: Period) -> bool {
        self.has_ended_since(Period::year(period.last_month()).first_day())
    }

    /// Whether it ended in a period.
    fn has_ended(&self, period: Period) -> bool {
        self.phase.end.is_some_and(|end| period.holds(end)) && !self.is_running()
    }

    /// Tells since when it is silent, where it has gone quiet.
    fn tell(&self, rule: &MentoringRule, as_of: Day, trace: &mut Trace) {
        if self.is_quiet(rule, as_of) {
            let (_, since) = self.last_heard();
            let days = Figure::new("mentoring_quiet", self.origin, "days");
            trace.uses(days, since, self.silent_days(as_of));
        }
    }
}

/// Measures pairs in a period, as of its last day.
#[derive(Debug)]
pub struct Pairs<'r> {
    rule: &'r MentoringRule,
    period: Period,
    index: IdIndex,
    /// By number in the order of the file; `None` for one that starts later or could not be read.
    list: Vec<Option<Pair>>,
    /// The months in which any pair met.
    met: BTreeSet<Month>,
}

impl<'r> Pairs<'r> {
    /// Measures a period by `rule`.
    pub fn new(rule: &'r MentoringRule, period: Period) -> Pairs<'r> {
        Pairs {
            rule,
            period,
            index: IdIndex::default(),
            list: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    /// Takes a pair with the numbers of its people and competency.
    pub fn pair(
        &mut self,
        row: &Mentoring<'_>,
        origin: Origin,
        people: &People,
        (mentor, mentee): (u32, u32),
        competency: Option<u32>,
    ) {
        let phase = Phase::on(row, people, (Some(mentor), Some(mentee)));
        let pair = Pair {
            id: row.id.text().to_owned(),
            origin,
            mentor,
            mentee,
            kind: row.kind,
            competency,
            goal: row.goal.to_owned(),
            start: row.start,
            phase,
            product: phase.known(row.product),
            alone: phase.known(row.alone),
            outcome: phase.known(row.outcome),
            held: Sessions::default(),
            unheard: None,
        };
        self.add(row.id.text(), (row.start <= people.as_of).then_some(pair));
    }

    /// Leaves the id of a row behind that could not be read, so that its sessions are no second finding.
    pub fn reject(&mut self, id: &str) {
        self.add(id, None);
    }

    fn add(&mut self, id: &str, pair: Option<Pair>) {
        if self.index.add(id).1 {
            self.list.push(pair);
        }
    }

    /// The first month whose sessions are needed: that in which the oldest pair began that the report shows. `None` without such a pair.
    pub fn earliest(&self) -> Option<Month> {
        let pairs = self
            .list
            .iter()
            .flatten()
            .filter(|pair| is_shown(pair, self.period));
        pairs.map(|pair| pair.start.month()).min()
    }

    /// Takes a session; whether its pair is known.
    pub fn session(&mut self, row: &Session<'_>, origin: Origin, trace: &mut Trace) -> bool {
        let Some(number) = self.index.find(row.mentoring.text()) else {
            return false;
        };
        let Some(pair) = &mut self.list[number as usize] else {
            return true;
        };
        if row.date > self.period.last_day() {
            let sessions = Figure::new("pairs", pair.origin, "sessions");
            trace.omits(sessions, origin, Omission::LaterThanPeriod);
            return true;
        }
        self.met.insert(row.date.month());
        pair.held.all.add(row.minutes);
        pair.held.last = pair.held.last.max(Some((row.date, origin)));
        let is_of_period = self.period.holds(row.date);
        if is_of_period {
            pair.held.period.add(row.minutes);
        }
        if is_shown(pair, self.period) {
            tell_session(pair, row.minutes, is_of_period, origin, trace);
        }
        true
    }
}

/// Tells what a session enters: the row of the pair, of its mentor and of its kind.
fn tell_session(pair: &Pair, minutes: Option<i64>, is_of_period: bool, origin: Origin, trace: &mut Trace) {
    let rows = [
        ("pairs", pair.origin.into()),
        ("mentors", pair.mentor.into()),
        ("mentoring", pair.kind as u64),
    ];
    let of_period = is_of_period.then_some(("month_sessions", "month_minutes"));
    for (table, row) in rows {
        for (sessions, length) in [("sessions", "minutes")].into_iter().chain(of_period) {
            trace.uses(Figure::new(table, row, sessions), origin, 1);
            let length = Figure::new(table, row, length);
            match minutes {
                Some(minutes) => trace.uses(length, origin, minutes),
                None => trace.omits(length, origin, Omission::NoMinutes),
            }
        }
    }
}

/// Whether a pair stands in the report about a period: it runs, or ended in it or its last calendar year.
fn is_shown(pair: &Pair, period: Period) -> bool {
    pair.is_running() || pair.has_ended_since(period.first_day()) || pair.has_ended_this(period)
}

/// The pairs of one kind, or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairCount {
    /// Running on the last day.
    pub running: u64,
    /// Running and gone quiet.
    pub quiet: u64,
    /// Running, and whether gone quiet is not known.
    pub unheard: u64,
    /// Begun in the period.
    pub begun: u64,
    /// Closed or stopped in the period.
    pub ended: u64,
    /// Sessions, also of pairs that ended.
    pub held: Sessions,
}

impl PairCount {
    /// Enters a pair of the kind.
    fn enter(&mut self, pair: &Pair, rule: &MentoringRule, period: Period, trace: &mut Trace) {
        let mut enter = |sum: &mut u64, column, enters: bool| {
            if enters {
                *sum += 1;
                trace.uses(Figure::new("mentoring", pair.kind as u32, column), pair.origin, 1);
            }
        };
        enter(&mut self.running, "running", pair.is_running());
        enter(&mut self.quiet, "quiet", pair.is_quiet(rule, period.last_day()));
        self.unheard += u64::from(pair.is_unheard(rule, period.last_day()));
        enter(&mut self.begun, "begun", period.holds(pair.start));
        enter(&mut self.ended, "ended", pair.has_ended(period));
        self.held.merge(&pair.held);
    }

    fn merge(&mut self, other: &PairCount) {
        self.running += other.running;
        self.quiet += other.quiet;
        self.unheard += other.unheard;
        self.begun += other.begun;
        self.ended += other.ended;
        self.held.merge(&other.held);
    }
}

/// What one mentor carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// The mentor.
    pub mentor: u32,
    /// Pairs that run.
    pub running: u64,
    /// Pairs closed this year.
    pub closed: u64,
    /// Sessions of both.
    pub held: Sessions,
}

/// What mentoring comes to.
#[derive(Debug, Default)]
pub struct MentoringFigures {
    /// By kind, in the order of [`MentoringKind::ALL`].
    pub kinds: [PairCount; 2],
    /// Both kinds.
    pub total: PairCount,
    /// The pairs that run, then those that ended this year; each by unit of the mentee and id.
    pub pairs: Vec<Pair>,
    /// How many mentors and how many mentees were in pairs within the twelve months.
    pub within_year: [u64; 2],
    /// Newcomers, those without anybody first.
    pub newcomers: Vec<Newcomer>,
    /// People who count and whose first day in the office is not recorded.
    pub joined_unknown: u64,
    /// Mentors, the greatest load first.
    pub mentors: Vec<Load>,
    /// Months of which no session is on record though pairs ran.
    pub unheard: Vec<Month>,
    /// Of these, those in which several pairs ran: whether they met is not known.
    pub unrecorded: Vec<Month>,
}

impl MentoringFigures {
    /// How many people are guided in the pairs that are chosen.
    pub fn mentees(&self, is_chosen: impl Fn(&Pair) -> bool) -> u64 {
        let pairs = self.pairs.iter().filter(|pair| is_chosen(pair));
        let mentees: BTreeSet<u32> = pairs.map(|pair| pair.mentee).collect();
        mentees.len() as u64
    }
}

impl Pairs<'_> {
    /// Adds up.
    pub fn figures(self, people: &People, posts: &[Tenure], trace: &mut Trace) -> MentoringFigures {
        let newcomers = self.newcomers(people, posts, trace);
        let unknown = people.list.iter().zip(posts);
        let unknown = unknown.filter(|(person, post)| person.counts() && post.joined.is_none());
        let mut out = MentoringFigures {
            unheard: self.unheard(),
            unrecorded: self.unrecorded(),
            within_year: self.within(self.period.look_back(12)),
            newcomers,
            joined_unknown: unknown.count() as u64,
            ..MentoringFigures::default()
        };
        let (rule, period) = (self.rule, self.period);
        let unrecorded = out.unrecorded.last().map(|month| month.last());
        let is_shown = |pair: &Pair| is_shown(pair, period);
        out.pairs = self.list.into_iter().flatten().filter(is_shown).collect();
        out.pairs.sort_by_key(|pair| {
            let unit = people.list[pair.mentee as usize].unit();
            (!pair.is_running(), unit, pair.id.clone())
        });
        for pair in &mut out.pairs {
            pair.unheard = unrecorded;
            pair.tell(rule, period.last_day(), trace);
            out.kinds[pair.kind as usize].enter(pair, rule, period, trace);
        }
        out.kinds.iter().for_each(|kind| out.total.merge(kind));
        out.mentors = loads(&out.pairs, period, trace);
        out
    }
}

impl Pairs<'_> {
    /// How many mentors and how many mentees were in pairs within a period.
    fn within(&self, period: Period) -> [u64; 2] {
        let pairs = self.list.iter().flatten();
        let pairs = pairs.filter(|pair| pair.phase.end.is_none_or(|end| end >= period.first_day()));
        let people: [BTreeSet<u32>; 2] = pairs.map(|pair| (pair.mentor, pair.mentee)).unzip().into();
        people.map(|people| people.len() as u64)
    }
}

/// What each mentor of the pairs carries.
fn loads(pairs: &[Pair], period: Period, trace: &mut Trace) -> Vec<Load> {
    let mut out: Vec<Load> = Vec::new();
    for pair in pairs {
        let at = out.iter().position(|load| load.mentor == pair.mentor);
        let at = at.unwrap_or_else(|| {
            out.push(Load {
                mentor: pair.mentor,
                running: 0,
                closed: 0,
                held: Sessions::default(),
            });
            out.len() - 1
        });
        let load = &mut out[at];
        let entered = match pair.phase.status {
            MentoringStatus::Running => Some((&mut load.running, "running")),
            MentoringStatus::Closed if pair.has_ended_this(period) => Some((&mut load.closed, "closed")),
            MentoringStatus::Closed | MentoringStatus::Stopped => None,
        };
        if let Some((sum, column)) = entered {
            *sum += 1;
            trace.uses(Figure::new("mentors", pair.mentor, column), pair.origin, 1);
        }
        load.held.merge(&pair.held);
    }
    out.sort_by_key(|load| (std::cmp::Reverse(load.running), load.mentor));
    out
}

#[cfg(test)]
mod tests;
