//! Citizens' forums and policy consultations: who came from where, what was said, what became of it.
//!
//! Everything as known on the day: a decision is known from the day of the answer, a follow-up from the day on which
//! it was done; undated decisions count as recorded. Adopted share = (adopted + adopted in part) / everything said.
//! Overdue = a follow-up whose due day is over and that is not done. Undecided = no decision recorded.

use super::regulation::Statute;
use super::sheet::sheet;
use super::trace::{ALL, Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::code::{Disposition, ForumKind};
use crate::records::document::{At, IdText};
use crate::records::forum::{Forum, Suggestion};
use crate::records::people::People;
use crate::records::time::{Day, Period};
use std::collections::{BTreeMap, BTreeSet};

/// How many months of forums a report looks back on.
pub const MONTHS: u8 = 12;

/// How a suggestion stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
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

impl Progress {
    /// The code in data formats.
    pub fn code(self) -> &'static str {
        match self {
            Progress::Undecided => "undecided",
            Progress::Closed => "closed",
            Progress::Open => "open",
            Progress::Overdue => "overdue",
            Progress::Done => "done",
        }
    }
}

/// What was said, as it stands on the day.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The id of its forum.
    pub forum: String,
    /// The day of its forum.
    pub date: Day,
    /// What the document says.
    pub suggestion: Suggestion,
    /// What is known to be decided.
    pub disposition: Option<Disposition>,
    /// How it stands.
    pub progress: Progress,
}

sheet! {
    /// What was said of one kind, at one forum or altogether, and what was decided about it.
    pub Decisions of DecisionColumn: "suggestions_by_kind" {
        said: counts().public(), id "Disampaikan", en "Said",
            says id "Jumlah yang disampaikan dalam dua belas bulan terakhir.",
            en "How much was said in the last twelve months.";
        adopted: counts().public(), id "Diterima", en "Adopted",
            says id "Di antaranya yang diterima seluruhnya.", en "Of this, how much was adopted.";
        partly: counts().public(), id "Diterima sebagian", en "In part",
            says id "Di antaranya yang diterima sebagian.", en "Of this, how much was adopted in part.";
        rejected: counts().public(), id "Tidak diterima", en "Not adopted",
            says id "Di antaranya yang ditolak.", en "Of this, how much was rejected.";
        forwarded: counts().public(), id "Diteruskan", en "Forwarded",
            says id "Di antaranya yang diteruskan ke instansi lain.", en "Of this, how much was forwarded.";
        undecided: counts().public(), id "Belum diputuskan", en "Undecided",
            says id "Di antaranya yang belum diputuskan pada hari terakhir bulan.",
            en "Of this, about how much nothing was decided by the month's last day.";
        done: counts().public().hidden(), id "Terlaksana", en "Carried out",
            says id "Di antaranya yang sudah dilaksanakan.", en "Of this, how much was carried out.";
        overdue: counts().public().hidden(), id "Lewat tenggat", en "Overdue",
            says id "Di antaranya yang tenggatnya lewat dan belum dilaksanakan.",
            en "Of this, how much is past its due day and not carried out.";
        share: share("accepted", "said").public(), id "Bagian diterima", en "Share adopted",
            says id "Yang diterima seluruhnya atau sebagian dibagi semua yang disampaikan.",
            en "What was adopted, wholly or in part, over everything said.";
        accepted: part(), id "diterima seluruhnya atau sebagian", en "adopted, wholly or in part";
    }
}
use DecisionColumn as Of;

impl Voice {
    /// By what it is referred to: its key in its forum.
    pub fn id(&self) -> String {
        format!("{}/{}", self.forum, self.suggestion.key.value.0)
    }

    /// The columns that it enters.
    fn columns(&self) -> impl Iterator<Item = Of> {
        let decided = match self.disposition {
            None => Of::undecided,
            Some(Disposition::Adopted) => Of::adopted,
            Some(Disposition::Partly) => Of::partly,
            Some(Disposition::Rejected) => Of::rejected,
            Some(Disposition::Forwarded) => Of::forwarded,
        };
        let accepted = matches!(decided, Of::adopted | Of::partly).then_some(Of::accepted);
        let carried_out = match self.progress {
            Progress::Done => Some(Of::done),
            Progress::Overdue => Some(Of::overdue),
            _ => None,
        };
        [Of::said, decided].into_iter().chain(accepted).chain(carried_out)
    }
}

/// A forum or consultation that was held.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Its id.
    pub id: String,
    /// What the document says.
    pub forum: Forum,
    /// How many of the public came; `None` where nobody noted it.
    pub came: Option<i64>,
    /// What became of what was said.
    pub decisions: Decisions,
}

impl Meeting {
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
    pub held: Vec<Meeting>,
    /// Everything said, in the order of the forums.
    pub voices: Vec<Voice>,
    /// By kind, in the order of [`SuggestionKind::ALL`].
    pub by_kind: [Decisions; 3],
    /// Everything together.
    pub total: Decisions,
    /// Who came of which group from where.
    pub came: BTreeMap<(String, Option<String>), Turnout>,
}

/// How many came of one group from one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnout {
    /// How many.
    pub count: i64,
    /// Where the first of them are recorded, which is also the number of the row in a report.
    pub first: Origin,
}

sheet! {
    /// The civil servants of one unit who took part in consultations.
    pub Consultees of ConsulteeColumn: "consultation_units" {
        people: counts(), id "Orang", en "People",
            says id "Jumlah ASN unit ini yang mengikuti konsultasi; tiap orang dihitung sekali.",
            en "How many civil servants of the unit took part in consultations, each counted once.";
        participations: counts(), id "Keikutsertaan", en "Participations",
            says id "Jumlah keikutsertaan mereka dalam semua konsultasi.",
            en "How often they took part, over all consultations.";
    }
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
        let mut held = Meeting {
            came: (!forum.attendance.is_empty())
                .then(|| forum.attendance.iter().map(|group| group.count).sum()),
            id,
            forum,
            decisions: Decisions::default(),
        };
        for group in &held.forum.attendance {
            let key = (
                group.group.text().to_owned(),
                group.from.as_ref().map(|from| from.text().to_owned()),
            );
            let first = group.origin;
            let came = self.came.entry(key).or_insert(Turnout { count: 0, first });
            came.count += group.count;
            trace.uses(
                Figure::new("attendance", came.first, "count"),
                group.origin,
                group.count,
            );
            let of_forum = Figure::new("forums", held.forum.origin, "came");
            trace.uses(of_forum, group.origin, group.count);
        }
        // What was added later was not yet said.
        held.forum.suggestion.retain(|suggestion| suggestion.is_said(day));
        for suggestion in &held.forum.suggestion {
            let voice = voice(&held.id, held.forum.date.value, suggestion, day);
            let of_kind = &mut self.by_kind[suggestion.kind as usize];
            for column in voice.columns() {
                of_kind.enter(column, suggestion.kind as u32, suggestion.origin, 1, trace);
                held.decisions.add(column, 1);
                self.total.add(column, 1);
                let of_forum = match column {
                    Of::said => "said",
                    Of::accepted => "adopted",
                    _ => continue,
                };
                for table in ["forums", "consultations"] {
                    let figure = Figure::new(table, held.forum.origin, of_forum);
                    trace.uses(figure, suggestion.origin, 1);
                }
            }
            self.voices.push(voice);
        }
        for one in held.people() {
            let staff = Figure::new("consultations", held.forum.origin, "staff");
            trace.uses(staff, one.origin, 1);
        }
        self.held.push(held);
    }

    /// What was adopted, is not done and falls due in a period that is not over.
    pub fn due_in(&self, period: Period) -> impl Iterator<Item = &Voice> {
        let is_due = move |voice: &&Voice| voice.suggestion.due.is_some_and(|due| period.holds(due));
        self.in_state(Progress::Open).filter(is_due)
    }

    /// The civil servants who took part in consultations, by unit of the last day; `None` of those in no unit.
    pub fn consultees(&self, people: &People, trace: &mut Trace) -> BTreeMap<Option<u32>, Consultees> {
        let mut out: BTreeMap<Option<u32>, Consultees> = BTreeMap::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for one in self.consultations().flat_map(Meeting::people) {
            let id = &*one.value.0;
            let person = people.find(id);
            let unit = person.and_then(|person| people.list[person as usize].unit());
            let (of_unit, row) = (out.entry(unit).or_default(), unit.map_or(ALL, u64::from));
            of_unit.enter(ConsulteeColumn::participations, row, one.origin, 1, trace);
            if known.insert(id) {
                of_unit.enter(ConsulteeColumn::people, row, one.origin, 1, trace);
            } else {
                let figure = Figure::of_unit("consultation_units", unit, "people");
                trace.omits(figure, one.origin, Omission::Known);
            }
        }
        out
    }

    /// Whether nothing was held.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// What stands so.
    pub fn in_state(&self, progress: Progress) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(move |voice| voice.progress == progress)
    }

    /// The consultations, by day.
    pub fn consultations(&self) -> impl Iterator<Item = &Meeting> {
        self.held
            .iter()
            .filter(|held| held.forum.kind == ForumKind::Consultation)
    }
}

/// A suggestion as it stands on a day.
fn voice(forum: &str, date: Day, suggestion: &Suggestion, day: Day) -> Voice {
    let is_answered = suggestion.answered.is_none_or(|answered| answered <= day);
    let disposition = suggestion.disposition.filter(|_| is_answered);
    let is_done = suggestion.done.is_some_and(|done| done <= day);
    let is_overdue = suggestion.due.is_some_and(|due| due < day);
    // Adopted with an answer alone, as a clause of a regulation is: nobody has to do anything more.
    let is_answer_alone = suggestion.owner.is_none() && suggestion.due.is_none();
    let progress = match disposition {
        _ if is_done => Progress::Done,
        None => Progress::Undecided,
        Some(_) if is_overdue => Progress::Overdue,
        Some(Disposition::Rejected | Disposition::Forwarded) => Progress::Closed,
        Some(_) if is_answer_alone => Progress::Closed,
        Some(_) => Progress::Open,
    };
    let mut suggestion = suggestion.clone();
    // What was answered or came of it later is not known yet.
    suggestion.disposition = disposition;
    suggestion.owner = suggestion.owner.filter(|_| is_answered);
    suggestion.due = suggestion.due.filter(|_| is_answered);
    suggestion.answer = suggestion.answer.filter(|_| is_answered);
    suggestion.answered = suggestion.answered.filter(|_| is_answered);
    suggestion.done = suggestion.done.filter(|_| is_done);
    suggestion.result = suggestion.result.filter(|_| is_done);
    Voice {
        forum: forum.to_owned(),
        date,
        suggestion,
        disposition,
        progress,
    }
}

/// The figures of the report `forum`.
#[derive(Debug)]
pub struct ForumReport {
    /// What was held and said.
    pub figures: ForumFigures,
    /// Who took part in consultations, by unit.
    pub consultees: BTreeMap<Option<u32>, Consultees>,
    /// The regulations, by id.
    pub regulations: Vec<Statute>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::code::SuggestionKind;
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

    fn state(fields: &str, day: &str) -> Progress {
        let text = format!("[[suggestion]]\nkey='a'\ntext='A'\nkind='suggestion'\n{fields}\n");
        figures(&text, day).voices[0].progress
    }

    #[test]
    fn a_suggestion_stands_as_it_was_known_on_the_day() {
        let adopted = "disposition='adopted'\nanswered=2026-06-02\ndue=2026-07-31\ndone=2026-08-05";
        for (day, expected) in [
            ("2026-05-31", Progress::Undecided),
            ("2026-06-30", Progress::Open),
            ("2026-06-01", Progress::Undecided),
            // What was answered that day is answered.
            ("2026-06-02", Progress::Open),
            // The due day itself is still in time.
            ("2026-07-31", Progress::Open),
            ("2026-08-04", Progress::Overdue),
            ("2026-08-05", Progress::Done),
            ("2026-08-31", Progress::Done),
        ] {
            assert_eq!(state(adopted, day), expected, "{day}");
        }
    }

    #[test]
    fn what_is_added_later_was_not_said_before() {
        let said = "[[suggestion]]\nkey='a'\ntext='A'\nkind='suggestion'\n";
        let later = format!("{said}[[suggestion]]\nkey='b'\ntext='B'\nkind='suggestion'\ntold=2026-07-01\n");
        let count = |day| figures(&later, day).total.of(Of::said);
        assert_eq!(["2026-06-30", "2026-07-01"].map(count), [1, 2]);
    }

    #[test]
    fn what_is_rejected_is_closed_and_what_has_no_decision_is_undecided() {
        assert_eq!(state("disposition='rejected'", "2026-06-30"), Progress::Closed);
        assert_eq!(
            state("disposition='forwarded'\ndue=2026-06-01", "2026-06-30"),
            Progress::Overdue
        );
        assert_eq!(state("due=2026-06-01", "2026-06-30"), Progress::Undecided);
        assert_eq!(state("disposition='adopted'", "2026-06-30"), Progress::Closed);
        assert_eq!(
            state("disposition='adopted'\nowner='p1'", "2026-06-30"),
            Progress::Open
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
            [Of::accepted, Of::said, Of::undecided].map(|column| found.total.of(column)),
            [2, 4, 1]
        );
        assert_eq!(found.by_kind[SuggestionKind::Criticism as usize], found.total);
        assert_eq!(found.held[0].came, Some(9));
        assert!(figures("", "2026-05-20").is_empty() && !figures("", "2026-05-21").is_empty());
    }
}
