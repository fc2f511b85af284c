//! Citizens' forums and policy consultations: who came from where, what was said, what became of it.
//!
//! Everything as known on the day: a decision is known from the day of the answer, a follow-up from the day on which
//! it was done; undated decisions count as recorded. Adopted share = (adopted + adopted in part) / everything said.
//! Overdue = a follow-up whose due day is over and that is not done. Undecided = no decision recorded.

use super::regulation::Known;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{Disposition, ForumKind, SuggestionKind};
use crate::records::document::{At, IdText};
use crate::records::forum::{Forum, Suggestion};
use crate::records::people::{People, Roster};
use crate::records::time::{Day, Month};
use std::collections::{BTreeMap, BTreeSet};

/// How many months of forums a report looks back on.
pub const MONTHS: i32 = 12;

/// How a suggestion stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was decided yet.
    Undecided,
    /// It was not adopted, or forwarded, or the answer is all there is: nothing is left to do here.
    Closed,
    /// It is being carried out.
    Open,
    /// Its due day is over and it is not done.
    Overdue,
    /// It was done.
    Done,
}

impl State {
    /// The code in data formats.
    pub fn code(self) -> &'static str {
        match self {
            State::Undecided => "undecided",
            State::Closed => "closed",
            State::Open => "open",
            State::Overdue => "overdue",
            State::Done => "done",
        }
    }
}

/// A suggestion as it stands on the day.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The id of its forum.
    pub forum: String,
    /// The day of its forum.
    pub date: Day,
    /// What the document says.
    pub suggestion: Suggestion,
    /// What is known to be decided.
    pub disposition: Option<Disposition>,
    /// How it stands.
    pub state: State,
}

/// How many suggestions met with which decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dispositions {
    /// Everything said.
    pub said: u64,
    /// In the order of [`Disposition::ALL`].
    pub decided: [u64; 4],
    /// Nothing was decided yet.
    pub undecided: u64,
    /// Carried out.
    pub done: u64,
    /// Overdue.
    pub overdue: u64,
}

impl Dispositions {
    /// Adds a suggestion.
    fn add(&mut self, heard: &Heard) {
        self.said += 1;
        match heard.disposition {
            Some(disposition) => self.decided[disposition as usize] += 1,
            None => self.undecided += 1,
        }
        self.done += u64::from(heard.state == State::Done);
        self.overdue += u64::from(heard.state == State::Overdue);
    }

    /// Adopted, wholly or in part.
    pub fn adopted(&self) -> u64 {
        self.decided[Disposition::Adopted as usize] + self.decided[Disposition::Partly as usize]
    }
}

impl Heard {
    /// Tells what it enters: of its forum, of its kind.
    fn tell(&self, forum: Origin, trace: &mut Trace) {
        let origin = self.suggestion.origin;
        let is_adopted = matches!(self.disposition, Some(Disposition::Adopted | Disposition::Partly));
        for table in ["forums", "consultations"] {
            trace.uses(Figure::new(table, forum, "said"), origin, 1);
            if is_adopted {
                trace.uses(Figure::new(table, forum, "adopted"), origin, 1);
            }
        }
        let of_kind = |column| Figure::new("suggestions_by_kind", self.suggestion.kind as u32, column);
        let decided = self.disposition.map_or("undecided", Disposition::code);
        trace.uses(of_kind("said"), origin, 1);
        trace.uses(of_kind(decided), origin, 1);
        if is_adopted {
            trace.uses(of_kind("accepted"), origin, 1);
        }
        if matches!(self.state, State::Done | State::Overdue) {
            trace.uses(of_kind(self.state.code()), origin, 1);
        }
    }
}

/// A forum or consultation held.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its id.
    pub id: String,
    /// What the document says.
    pub forum: Forum,
    /// How many of the public came; `None` where nobody noted it.
    pub came: Option<i64>,
    /// What became of what was said.
    pub dispositions: Dispositions,
}

impl Held {
    /// The civil servants who took part, each once, by id.
    pub fn people(&self) -> impl Iterator<Item = &At<IdText>> {
        let by_id: BTreeMap<&IdText, &At<IdText>> =
            self.forum.staff.iter().map(|one| (&one.value, one)).collect();
        by_id.into_values()
    }
}

/// What the forums and consultations come to.
#[derive(Clone, Debug, Default)]
pub struct ForumFigures {
    /// By day.
    pub held: Vec<Held>,
    /// Everything said, in the order of the forums.
    pub heard: Vec<Heard>,
    /// By kind, in the order of [`SuggestionKind::ALL`].
    pub by_kind: [Dispositions; 3],
    /// Everything together.
    pub total: Dispositions,
    /// Who came of which group from where.
    pub came: BTreeMap<(String, Option<String>), Came>,
}

/// How many came of one group from one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// How many.
    pub count: i64,
    /// Where the first of them are recorded, which is also the number of the row in a report.
    pub first: Origin,
}

/// The civil servants of one unit who took part in consultations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consulted {
    /// How many.
    pub people: u64,
    /// How often, together.
    pub times: u64,
}

impl ForumFigures {
    /// Forums and consultations with their ids, as known on a day. Later ones are not known yet.
    pub fn new(forums: Vec<(String, Forum)>, day: Day, trace: &mut Trace) -> ForumFigures {
        let mut out = ForumFigures::default();
        let mut known: Vec<(String, Forum)> = forums;
        known.retain(|(_, forum)| forum.date.value <= day);
        known.sort_by(|a, b| (a.1.date.value, &a.0).cmp(&(b.1.date.value, &b.0)));
        for (id, forum) in known {
            out.take(id, forum, day, trace);
        }
        out
    }

    fn take(&mut self, id: String, forum: Forum, day: Day, trace: &mut Trace) {
        let mut held = Held {
            came: (!forum.attendance.is_empty())
                .then(|| forum.attendance.iter().map(|group| group.count).sum()),
            id,
            forum,
            dispositions: Dispositions::default(),
        };
        for group in &held.forum.attendance {
            let key = (group.group.clone(), group.from.clone());
            let first = group.origin;
            let came = self.came.entry(key).or_insert(Came { count: 0, first });
            came.count += group.count;
            trace.uses(
                Figure::new("attendance", came.first, "count"),
                group.origin,
                group.count,
            );
            let of_forum = Figure::new("forums", held.forum.origin, "came");
            trace.uses(of_forum, group.origin, group.count);
        }
        for suggestion in &held.forum.suggestion {
            let heard = hear(&held.id, held.forum.date.value, suggestion, day);
            heard.tell(held.forum.origin, trace);
            held.dispositions.add(&heard);
            self.total.add(&heard);
            self.by_kind[suggestion.kind as usize].add(&heard);
            self.heard.push(heard);
        }
        for one in held.people() {
            let staff = Figure::new("consultations", held.forum.origin, "staff");
            trace.uses(staff, one.origin, 1);
        }
        self.held.push(held);
    }

    /// What was adopted, is not done and falls due in a month that is not over.
    pub fn due_in(&self, month: Month) -> impl Iterator<Item = &Heard> {
        let is_due = move |heard: &&Heard| heard.suggestion.due.is_some_and(|due| due.month() == month);
        self.in_state(State::Open).filter(is_due)
    }

    /// The civil servants who took part in consultations, by unit of the last day; `None` of those in no unit.
    pub fn consulted(&self, people: &People, trace: &mut Trace) -> BTreeMap<Option<u32>, Consulted> {
        let mut out: BTreeMap<Option<u32>, Consulted> = BTreeMap::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for one in self.consultations().flat_map(Held::people) {
            let id = &*one.value.0;
            let person = people.find(id);
            let unit = person.and_then(|person| people.list[person as usize].unit());
            let figure = |column| Figure::of_unit("consultation_units", unit, column);
            let of_unit = out.entry(unit).or_default();
            of_unit.times += 1;
            trace.uses(figure("participations"), one.origin, 1);
            if known.insert(id) {
                of_unit.people += 1;
                trace.uses(figure("people"), one.origin, 1);
            } else {
                trace.omits(figure("people"), one.origin, Omission::Known);
            }
        }
        out
    }

    /// Whether nothing was held.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// What stands so.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &Heard> {
        self.heard.iter().filter(move |heard| heard.state == state)
    }

    /// The consultations, by day.
    pub fn consultations(&self) -> impl Iterator<Item = &Held> {
        self.held
            .iter()
            .filter(|held| held.forum.kind == ForumKind::Consultation)
    }

    /// Who carries out what was said.
    pub fn owners(&self) -> impl Iterator<Item = &At<IdText>> {
        self.heard
            .iter()
            .filter_map(|heard| heard.suggestion.owner.as_ref())
    }
}

/// A suggestion as it stands on a day.
fn hear(forum: &str, date: Day, suggestion: &Suggestion, day: Day) -> Heard {
    let is_answered = suggestion.answered.is_none_or(|answered| answered <= day);
    let disposition = suggestion.disposition.filter(|_| is_answered);
    let is_done = suggestion.done.is_some_and(|done| done <= day);
    let is_overdue = suggestion.due.is_some_and(|due| due < day);
    // Adopted with an answer alone, as a clause of a regulation is: nobody has to do anything more.
    let is_answer_alone = suggestion.owner.is_none() && suggestion.due.is_none();
    let state = match disposition {
        _ if is_done => State::Done,
        None => State::Undecided,
        Some(_) if is_overdue => State::Overdue,
        Some(Disposition::Rejected | Disposition::Forwarded) => State::Closed,
        Some(_) if is_answer_alone => State::Closed,
        Some(_) => State::Open,
    };
    let mut suggestion = suggestion.clone();
    // What was answered or came of it later is not known yet.
    suggestion.answer = suggestion.answer.filter(|_| is_answered);
    suggestion.answered = suggestion.answered.filter(|_| is_answered);
    suggestion.done = suggestion.done.filter(|_| is_done);
    suggestion.result = suggestion.result.filter(|_| is_done);
    Heard {
        forum: forum.to_owned(),
        date,
        suggestion,
        disposition,
        state,
    }
}

/// The figures of the report `forum`.
#[derive(Debug)]
pub struct ForumReport {
    /// The month.
    pub month: Month,
    /// Units and people, with the names of those who carry out what was said.
    pub roster: Roster,
    /// What was held and said.
    pub figures: ForumFigures,
    /// Who took part in consultations, by unit.
    pub consulted: BTreeMap<Option<u32>, Consulted>,
    /// The regulations, by id.
    pub regulations: Vec<Known>,
}

/// Kinds of suggestions with what became of them.
pub fn kinds(figures: &ForumFigures) -> impl Iterator<Item = (SuggestionKind, &Dispositions)> {
    SuggestionKind::ALL.iter().copied().zip(&figures.by_kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    fn figures(suggestions: &str, day: &str) -> ForumFigures {
        let text = format!(
            "title='F'\nkind='forum'\ndate=2026-05-21\n[[attendance]]\ngroup='warga'\nfrom='kel'\ncount=9\n{suggestions}"
        );
        let mut findings = Findings::new();
        let forum = document::read(&text, 0, &mut findings);
        assert_eq!(findings.errors(), 0, "{findings:?}");
        ForumFigures::new(
            vec![("2026-05/f".into(), forum.unwrap())],
            Day::parse(day).unwrap(),
            &mut Trace::silent(),
        )
    }

    fn state(fields: &str, day: &str) -> State {
        let text = format!("[[suggestion]]\nkey='a'\ntext='A'\nkind='suggestion'\n{fields}\n");
        figures(&text, day).heard[0].state
    }

    #[test]
    fn a_suggestion_stands_as_it_was_known_on_the_day() {
        let adopted = "disposition='adopted'\nanswered=2026-06-02\ndue=2026-07-31\ndone=2026-08-05";
        for (day, expected) in [
            ("2026-05-31", State::Undecided),
            ("2026-06-30", State::Open),
            // The due day itself is still in time.
            ("2026-07-31", State::Open),
            ("2026-08-04", State::Overdue),
            ("2026-08-31", State::Done),
        ] {
            assert_eq!(state(adopted, day), expected, "{day}");
        }
    }

    #[test]
    fn what_is_rejected_is_closed_and_what_has_no_decision_is_undecided() {
        assert_eq!(state("disposition='rejected'", "2026-06-30"), State::Closed);
        assert_eq!(
            state("disposition='forwarded'\ndue=2026-06-01", "2026-06-30"),
            State::Overdue
        );
        assert_eq!(state("due=2026-06-01", "2026-06-30"), State::Undecided);
        assert_eq!(state("disposition='adopted'", "2026-06-30"), State::Closed);
        assert_eq!(
            state("disposition='adopted'\nowner='p1'", "2026-06-30"),
            State::Open
        );
    }

    #[test]
    fn the_adopted_share_is_of_everything_said() {
        let one = |key: &str, rest: &str| {
            format!("[[suggestion]]\nkey='{key}'\ntext='A'\nkind='criticism'\n{rest}\n")
        };
        let text = [
            one("a", "disposition='adopted'"),
            one("b", "disposition='partly'"),
            one("c", "disposition='rejected'"),
            one("d", ""),
        ];
        let found = figures(&text.concat(), "2026-06-30");
        assert_eq!(
            (found.total.adopted(), found.total.said, found.total.undecided),
            (2, 4, 1)
        );
        assert_eq!(found.by_kind[SuggestionKind::Criticism as usize], found.total);
        assert_eq!(found.held[0].came, Some(9));
        assert!(figures("", "2026-05-20").is_empty());
    }
}
