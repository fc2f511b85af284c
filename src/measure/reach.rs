//! For whom a programme was meant, who came, and which level of its competencies they reached.
//!
//! Who needs it: the post held on its last day requires a competency that it aims at, and the level held before it, by
//! the latest assessment, is lower than the post requires. The level reached is that of the latest assessment on its last
//! day or later. What was never assessed is not known.

use super::sheet::sheet;
use super::trace::{Figure, Source, Trace, part};
use crate::diagnostic::Origin;
use crate::records::code::ParticipationStatus;
use crate::records::time::Day;
use std::collections::HashMap;

/// A circle of people around a programme; they may overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// The document names them: their unit, their position, or themselves.
    Meant,
    /// Their post requires a competency that it aims at.
    Post,
    /// Of these, who hold less than their post requires.
    Lacking,
    /// Who were on the list without being meant, and whose post requires nothing of it.
    Others,
}

impl Circle {
    /// All of them, in the order of the report.
    pub const ALL: [Circle; 4] = [Circle::Meant, Circle::Post, Circle::Lacking, Circle::Others];

    /// The code in data formats.
    pub fn code(self) -> &'static str {
        match self {
            Circle::Meant => "meant",
            Circle::Post => "post",
            Circle::Lacking => "lacking",
            Circle::Others => "others",
        }
    }
}

sheet! {
    /// Who of a circle came.
    pub CircleSums of CircleColumn: "audience" {
        people: counts(), id "Pegawai", en "People",
            says id "Jumlah pegawai yang termasuk kelompok ini pada hari terakhir pelatihan.",
            en "How many people the group had on the programme's last day.";
        invited: counts(), id "Diundang", en "Invited",
            says id "Di antaranya yang ada dalam daftar peserta.",
            en "Of these, how many were on the list of the programme.";
        completed: counts(), id "Selesai", en "Completed",
            says id "Di antaranya yang menyelesaikan pelatihan.", en "Of these, how many completed it.";
    }
}

sheet! {
    /// What those who completed a programme reached in one of its competencies.
    pub AttainmentSums of AttainmentColumn: "attainment" {
        completed: counts(), id "Selesai", en "Completed",
            says id "Jumlah pegawai yang menyelesaikan pelatihan.", en "How many completed the programme.";
        for_post: counts(), id "Disyaratkan jabatan", en "Required by the post",
            says id "Di antaranya yang jabatannya mensyaratkan kompetensi ini.",
            en "Of these, whose post requires the competency.";
        assessed: counts(), id "Dinilai sesudahnya", en "Assessed since",
            says id "Di antaranya yang dinilai dalam kompetensi ini pada hari terakhir pelatihan atau sesudahnya.",
            en "Of these, how many were assessed in it on the programme's last day or later.";
        reached: counts(), id "Mencapai tingkat yang dituju", en "Reached the level aimed at",
            says id "Di antaranya yang penilaian terakhirnya mencapai tingkat yang dituju, atau bila itu tidak ditulis, yang disyaratkan jabatan.",
            en "Of these, whose latest assessment reaches the level aimed at, or where none is written, the one that the post requires.";
    }
}

/// A level with the place where it stands.
pub type LevelAt = (i64, Origin);

/// How a person stands to one competency of a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attainment {
    /// The level that the post requires.
    pub required: Option<LevelAt>,
    /// The level that the programme aims at.
    pub aimed: Option<LevelAt>,
    /// The level held before it.
    pub before: Option<LevelAt>,
    /// The level found on its last day or later.
    pub after: Option<LevelAt>,
}

impl Attainment {
    /// Whether the person held less than the post requires; nobody knows of who was never assessed.
    pub fn is_lacking(&self) -> bool {
        let both = self.required.zip(self.before);
        both.is_some_and(|((required, _), (before, _))| before < required)
    }

    /// The level that it was to lead to.
    pub fn goal(&self) -> Option<i64> {
        self.aimed.or(self.required).map(|(level, _)| level)
    }

    /// Whether that level was reached; `None` where it was not assessed, or there is none.
    pub fn is_reached(&self) -> Option<bool> {
        Some(self.after?.0 >= self.goal()?)
    }
}

/// A person around a programme.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// The person.
    pub person: u32,
    /// Whether the document names the person, the unit or the position.
    pub is_meant: bool,
    /// How the participation stands, and where; `None` of who was not on the list.
    pub seat: Option<(ParticipationStatus, Origin)>,
    /// The competencies of the programme, in its order.
    pub levels: Vec<Attainment>,
}

impl Neighbour {
    fn is_in(&self, circle: Circle) -> bool {
        let is_required = self.levels.iter().any(|level| level.required.is_some());
        match circle {
            Circle::Meant => self.is_meant,
            Circle::Post => is_required,
            Circle::Lacking => self.is_lacking(),
            Circle::Others => !self.is_meant && !is_required,
        }
    }

    /// Whether the person held less than the post requires in one of the competencies.
    pub fn is_lacking(&self) -> bool {
        self.levels.iter().any(Attainment::is_lacking)
    }

    /// Whether the person completed the programme.
    pub fn has_completed(&self) -> bool {
        self.seat
            .is_some_and(|(status, _)| status == ParticipationStatus::Completed)
    }

    /// Whether the person needs the programme and did not complete it.
    pub fn is_wanting(&self) -> bool {
        !self.has_completed() && (self.is_meant || self.is_lacking())
    }
}

/// For whom a programme was meant, and what came of it.
#[derive(Debug, Default)]
pub struct ReachFigures {
    /// By circle.
    pub circles: [CircleSums; 4],
    /// By competency of the programme, in its order.
    pub attainment: Vec<AttainmentSums>,
    /// Everybody who was on the list, is meant or whose post requires something of it.
    pub people: Vec<Neighbour>,
}

impl ReachFigures {
    /// Adds up over the people around a programme that aims at so many competencies.
    pub fn of(people: Vec<Neighbour>, competencies: usize, trace: &mut Trace) -> ReachFigures {
        let mut out = ReachFigures {
            attainment: vec![AttainmentSums::default(); competencies],
            ..ReachFigures::default()
        };
        for one in &people {
            for (circle, sums) in Circle::ALL.into_iter().zip(&mut out.circles) {
                if one.is_in(circle) {
                    enter_circle(sums, circle, one, trace);
                }
            }
            if let Some((_, origin)) = one.seat.filter(|_| one.has_completed()) {
                for (number, (level, sums)) in one.levels.iter().zip(&mut out.attainment).enumerate() {
                    enter_attainment(sums, number as u64, (level, origin), trace);
                    tell_levels(one.person, number, level, trace);
                }
            }
        }
        out.people = people;
        out
    }
}

fn enter_circle(sums: &mut CircleSums, circle: Circle, one: &Neighbour, trace: &mut Trace) {
    let person = Source::Person(one.person);
    sums.enter(CircleColumn::people, circle as u64, person, 1, trace);
    if let Some((_, origin)) = one.seat {
        sums.enter(CircleColumn::invited, circle as u64, origin, 1, trace);
        if one.has_completed() {
            sums.enter(CircleColumn::completed, circle as u64, origin, 1, trace);
        }
    }
}

fn enter_attainment(
    sums: &mut AttainmentSums,
    number: u64,
    (level, seat): (&Attainment, Origin),
    trace: &mut Trace,
) {
    use AttainmentColumn as Of;
    let mut enter = |column, origin| sums.enter(column, number, origin, 1, trace);
    enter(Of::completed, seat);
    if level.required.is_some() {
        enter(Of::for_post, seat);
    }
    if let Some((_, assessed)) = level.after {
        enter(Of::assessed, assessed);
        if level.is_reached() == Some(true) {
            enter(Of::reached, assessed);
        }
    }
}

/// Tells the levels of a person in a competency.
fn tell_levels(person: u32, number: usize, level: &Attainment, trace: &mut Trace) {
    let row = part(person.into(), number);
    let told = [
        ("required", level.required),
        ("aimed", level.aimed),
        ("before", level.before),
        ("after", level.after),
    ];
    for (column, mark) in told {
        if let Some((held, origin)) = mark {
            trace.uses(Figure::new("levels", row, column), origin, held);
        }
    }
}

/// The latest levels of somebody in a competency, with their days: before the first day, and on the last day or later.
type Sides = [Option<(Day, LevelAt)>; 2];

/// The levels that people were found to hold in the competencies of a programme.
#[derive(Debug)]
pub struct Examined {
    days: (Day, Day, Day),
    /// By person and competency.
    held: HashMap<(u32, usize), Sides>,
}

impl Examined {
    /// None yet, around the first and the last day of a programme, as known on a day.
    pub fn around(first: Day, last: Day, as_of: Day) -> Examined {
        Examined {
            days: (first, last, as_of),
            held: HashMap::new(),
        }
    }

    /// Takes an assessment of a person in a competency of the programme; of several the latest counts.
    pub fn take(&mut self, key: (u32, usize), date: Day, mark: LevelAt) {
        let (first, last, as_of) = self.days;
        let side = match date {
            _ if date > as_of => return,
            _ if date >= last => 1,
            _ if date < first => 0,
            _ => return,
        };
        let slot = &mut self.held.entry(key).or_default()[side];
        if slot.is_none_or(|(known, _)| known <= date) {
            *slot = Some((date, mark));
        }
    }

    /// The levels of a person in a competency: before, and after.
    pub fn of(&self, key: (u32, usize)) -> [Option<LevelAt>; 2] {
        let held = self.held.get(&key).copied().unwrap_or_default();
        held.map(|level| level.map(|(_, mark)| mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn level(
        required: Option<i64>,
        aimed: Option<i64>,
        before: Option<i64>,
        after: Option<i64>,
    ) -> Attainment {
        let mark = |level: Option<i64>| level.map(|level| (level, Origin::NOWHERE));
        Attainment {
            required: mark(required),
            aimed: mark(aimed),
            before: mark(before),
            after: mark(after),
        }
    }

    #[test]
    fn assessments_before_and_since_are_told_apart_and_later_ones_are_not_known() {
        let mut held = Examined::around(day("2026-04-14"), day("2026-04-15"), day("2026-10-31"));
        for (on, level) in [
            ("2025-08-05", 1),
            ("2026-04-13", 2),
            ("2026-04-14", 9),
            ("2026-04-15", 3),
            ("2026-09-01", 4),
            ("2026-11-01", 5),
        ] {
            held.take((0, 0), day(on), (level, Origin::NOWHERE));
        }
        assert_eq!(
            held.of((0, 0)),
            [Some(2), Some(4)].map(|level| level.map(|level| (level, Origin::NOWHERE)))
        );
        assert_eq!(held.of((1, 0)), [None, None]);
    }

    #[test]
    fn what_was_never_assessed_is_neither_lacking_nor_reached() {
        let one = level(Some(3), Some(2), None, None);
        assert_eq!((one.is_lacking(), one.is_reached()), (false, None));
        assert_eq!(level(None, None, Some(1), Some(2)).is_reached(), None);
        let one = level(Some(3), Some(2), Some(2), Some(2));
        assert_eq!((one.is_lacking(), one.is_reached()), (true, Some(true)));
        assert_eq!(level(Some(3), None, Some(3), Some(2)).is_reached(), Some(false));
    }

    #[test]
    fn circles_may_overlap_and_who_is_in_none_is_another() {
        let person = |person, is_meant, seat: Option<ParticipationStatus>, level| Neighbour {
            person,
            is_meant,
            seat: seat.map(|status| (status, Origin::NOWHERE)),
            levels: vec![level],
        };
        let people = vec![
            person(
                0,
                true,
                Some(ParticipationStatus::Completed),
                level(Some(2), None, Some(1), None),
            ),
            person(
                1,
                true,
                Some(ParticipationStatus::Absent),
                level(None, None, None, None),
            ),
            person(2, false, None, level(Some(2), None, Some(2), None)),
            person(
                3,
                false,
                Some(ParticipationStatus::Completed),
                level(None, None, None, Some(3)),
            ),
        ];
        let found = ReachFigures::of(people, 1, &mut Trace::silent());
        use CircleColumn as Of;
        let counted = found
            .circles
            .map(|sums| [Of::people, Of::invited, Of::completed].map(|column| sums.of(column)));
        assert_eq!(counted, [[2, 2, 1], [2, 1, 1], [1, 1, 1], [1, 1, 1]]);
        let wanting = found.people.iter().filter(|one| one.is_wanting());
        assert_eq!(wanting.map(|one| one.person).collect::<Vec<_>>(), [1]);
        use AttainmentColumn as At;
        let counted = [At::completed, At::for_post, At::assessed, At::reached];
        assert_eq!(counted.map(|column| found.attainment[0].of(column)), [2, 1, 1, 0]);
    }
}
