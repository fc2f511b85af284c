//! Of whom the figures of a window are, and what stays unknown.

use super::*;
use crate::records::code::{Employment, PostingStatus};

pub(super) fn attendance(
    person: u32,
    status: ParticipationStatus,
    reason: Option<AbsenceReason>,
    jp: i64,
) -> Attendance {
    Attendance {
        origin: Origin::NOWHERE,
        person,
        training: "2026-10/x".into(),
        status,
        reason,
        initiative: None,
        day: Day::FIRST,
        jp: Some(Dec::int(jp)),
        tests: None,
        required: None,
    }
}

pub(super) fn member(person: u32, unit: Option<u32>) -> Member {
    Member {
        person,
        unit,
        grade: None,
        sex: None,
        employment: Employment::Pns,
        status: PostingStatus::Active,
        since: None,
    }
}

pub(super) fn measured(members: Vec<Member>, people: usize, all: &[Attendance]) -> Fairness {
    let mut fairness = Fairness::new(members, people, true);
    let trace = &mut Trace::silent();
    all.iter().for_each(|one| fairness.take(one, None, trace));
    fairness.close(trace);
    fairness
}

#[test]
fn hours_count_only_when_completed_and_unknown_stays_unknown() {
    let declined = Some(AbsenceReason::Declined);
    let all = [
        attendance(0, ParticipationStatus::Completed, None, 4),
        attendance(0, ParticipationStatus::Absent, None, 4),
        attendance(0, ParticipationStatus::Absent, declined, 4),
        // Declined in time, so withdrawn: no absence, but a refusal.
        attendance(0, ParticipationStatus::Withdrawn, declined, 4),
    ];
    let fairness = measured(vec![member(0, None)], 1, &all);
    let columns = [
        PersonColumn::invited,
        PersonColumn::completed,
        PersonColumn::absent,
        PersonColumn::jp,
    ];
    let person = &fairness.people[0];
    assert_eq!(columns.map(|column| person.of(column)), [4, 1, 2, 40_000]);
    let counts = fairness
        .absences
        .each_ref()
        .map(|sums| sums.of(AbsenceColumn::count));
    assert_eq!(counts, [0, 0, 0, 0, 1, 0, 0, 1]);
    use OverviewColumn as Of;
    let known = [
        Of::own_known,
        Of::own,
        Of::relevance_known,
        Of::relevant,
        Of::relevance_unknown,
    ];
    assert_eq!(known.map(|column| fairness.overview.of(column)), [0, 0, 0, 0, 1]);
    assert_eq!(
        all.each_ref().map(Attendance::is_refusal),
        [false, false, true, true]
    );
}

#[test]
fn the_tenth_is_rounded_up_and_people_without_hours_count() {
    let members: Vec<Member> = (0..11).map(|person| member(person, None)).collect();
    let done = |person, jp| attendance(person, ParticipationStatus::Completed, None, jp);
    let all = [done(3, 20), done(3, 10), done(7, 10), done(9, 10)];
    let fairness = measured(members, 11, &all);
    let jp = |column| fairness.overview.of(column) / 10_000;
    assert_eq!(fairness.tenth, 2);
    assert_eq!([jp(OverviewColumn::top_jp), jp(OverviewColumn::jp)], [40, 50]);
    let nobody = measured(Vec::new(), 0, &[]);
    assert_eq!((nobody.tenth, nobody.overview.of(OverviewColumn::jp)), (0, 0));
}

#[test]
fn people_without_the_property_are_a_group_of_their_own() {
    let members = vec![member(0, Some(4)), member(1, None), member(2, Some(4))];
    let done = attendance(0, ParticipationStatus::Completed, None, 6);
    let fairness = measured(members, 3, &[done.clone(), done]);
    let of = |group: MemberGroup| {
        let columns = [
            GroupColumn::people,
            GroupColumn::took_part,
            GroupColumn::completed,
        ];
        columns.map(|column| fairness.groups[&group].of(column))
    };
    assert_eq!(of(MemberGroup::Unit(4)), [2, 1, 2]);
    assert_eq!(of(MemberGroup::NoUnit), [1, 0, 0]);
}

#[test]
fn a_quarter_gives_what_its_months_give() {
    let months = [4, 5, 6].map(|month| Month::of(2026, month).unwrap());
    let all = months.map(|month| Attendance {
        day: month.first().plus(9),
        ..attendance(0, ParticipationStatus::Completed, None, 4)
    });
    let sums = |period: Period| {
        let within: Vec<Attendance> = all.iter().filter(|one| period.holds(one.day)).cloned().collect();
        measured(Vec::new(), 1, &within)
    };
    let mut together = Overview::default();
    for month in months {
        together.merge(&sums(Period::month(month)).overview);
    }
    assert_eq!(sums(Period::quarter(months[0])).overview, together);
    assert_eq!(together.of(OverviewColumn::completed), 3);
}
