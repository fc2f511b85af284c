//! A draft of next year's plan, with the reason behind every item. Same records, same draft.
//!
//! Who needs what:
//! - *a gap*: the post requires more than the person holds. Where a colleague of the same unit holds the level required
//!   and guides nobody else in this draft, mentoring; else a programme. One item a competency and form;
//! - *a need* that a person, a supervisor or an evaluation named in the last twelve months: the programme of that
//!   competency, or the mentoring where the person is already in it;
//! - *a certificate* to be renewed before the year's end: certification, one item a scheme, in the month of the first
//!   expiry;
//! - *JP below the floor*: one programme for all PNS concerned, with the JP that the one furthest off lacks;
//! - *a low predicate*: coaching, in the year's first month;
//! - *complaints past their deadline*: a programme on handling them, one item a service, for the units concerned.
//!
//! Items without a month of their own are spread from February to November, those for most people first. Cost, and the
//! JP of programmes, are left to the office: no record tells them.

mod wish;

pub use wish::{Expiring, Named, Proposed, Theme, Unhandled, Why, Wishes};

use crate::records::code::PlanItemKind;
use crate::records::number::Dec;
use crate::records::time::{Month, Period};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The months over which items without a month of their own are spread.
const SPREAD: (u32, u32) = (2, 11);

/// The draft for a year.
pub fn propose(wishes: &Wishes<'_>, year: i32) -> Vec<Proposed> {
    let Some(first) = Month::of(year, 1) else {
        return Vec::new();
    };
    let mut fixed = certification(wishes, first);
    fixed.extend(guidance(wishes, first));
    let mut free = competencies(wishes, first);
    free.extend(hours(wishes, first));
    free.extend(complaints(wishes, first));
    free.sort_by_key(|item| (Reverse(item.persons.len()), item.about.clone(), item.kind));
    spread(&mut free, first);
    let mut all: Vec<Proposed> = fixed.into_iter().chain(free).collect();
    all.sort_by(|a, b| (a.month, &a.about, a.kind).cmp(&(b.month, &b.about, b.kind)));
    all
}

/// Gives each item a month, evenly.
fn spread(items: &mut [Proposed], first: Month) {
    let (count, span) = (items.len(), (SPREAD.1 - SPREAD.0 + 1) as usize);
    for (at, item) in items.iter_mut().enumerate() {
        item.month = first.plus(SPREAD.0 as i32 - 1 + (at * span / count) as i32);
    }
}

fn item(
    about: Theme,
    kind: PlanItemKind,
    persons: BTreeSet<u32>,
    month: Month,
    reasons: Vec<Why>,
) -> Proposed {
    Proposed {
        about,
        kind,
        persons: persons.into_iter().collect(),
        units: Vec::new(),
        month,
        jp: None,
        reasons,
    }
}

/// People who need one competency, by form.
#[derive(Debug, Default)]
struct Wanting {
    /// By a programme.
    taught: BTreeSet<u32>,
    /// The levels that they lack.
    levels: i64,
    /// By mentoring.
    mentored: BTreeSet<u32>,
    /// For whom the need was named.
    named: BTreeSet<u32>,
}

fn competencies(wishes: &Wishes<'_>, first: Month) -> Vec<Proposed> {
    let mut wanting: BTreeMap<u32, Wanting> = BTreeMap::new();
    let mut busy: BTreeSet<u32> = BTreeSet::new();
    for gaps in &wishes.figures.persons {
        for lack in &gaps.lacks {
            let one = wanting.entry(lack.competency).or_default();
            match colleague(wishes, gaps.person, lack.competency, lack.required, &busy) {
                Some(mentor) => {
                    busy.insert(mentor);
                    one.mentored.insert(gaps.person);
                }
                None => {
                    one.taught.insert(gaps.person);
                    one.levels += lack.missing();
                }
            }
        }
    }
    for need in &wishes.needs {
        wanting
            .entry(need.competency)
            .or_default()
            .named
            .insert(need.person);
    }
    let mut out = Vec::new();
    for (competency, one) in wanting {
        out.extend(of_competency(competency, one, first));
    }
    out
}

/// A colleague of the same unit who holds the level and guides nobody yet in this draft.
fn colleague(
    wishes: &Wishes<'_>,
    person: u32,
    competency: u32,
    level: i64,
    busy: &BTreeSet<u32>,
) -> Option<u32> {
    let unit = wishes.people.list[person as usize].unit()?;
    let all = wishes.people.list.iter().enumerate();
    all.filter(|(_, one)| one.counts() && one.unit() == Some(unit))
        .map(|(number, _)| number as u32)
        .find(|&one| {
            let holds = wishes.gaps.held(one, competency);
            one != person && !busy.contains(&one) && holds.is_some_and(|held| held >= level)
        })
}

/// At most one item a form.
fn of_competency(competency: u32, one: Wanting, first: Month) -> Vec<Proposed> {
    let about = Theme::Competency(competency);
    let (in_mentoring, in_class): (BTreeSet<u32>, BTreeSet<u32>) =
        one.named.iter().partition(|person| one.mentored.contains(person));
    let reasons = |gap: Option<Why>, named: &BTreeSet<u32>| -> Vec<Why> {
        let people = named.len() as u64;
        let named = (people > 0).then_some(Why::Named { people });
        gap.into_iter().chain(named).collect()
    };
    let lacking = one.taught.len() as u64;
    let gap = (lacking > 0).then_some(Why::Gap {
        people: lacking,
        levels: one.levels,
    });
    let people = one.mentored.len() as u64;
    let taught: BTreeSet<u32> = one.taught.union(&in_class).copied().collect();
    let mentored = one.mentored;
    let forms = [
        (PlanItemKind::Training, taught, reasons(gap, &in_class)),
        (
            PlanItemKind::Mentoring,
            mentored,
            reasons(Some(Why::Colleague { people }), &in_mentoring),
        ),
    ];
    let filled = forms.into_iter().filter(|(_, persons, _)| !persons.is_empty());
    filled
        .map(|(kind, persons, reasons)| item(about.clone(), kind, persons, first, reasons))
        .collect()
}

/// One item a scheme, in the month of the first renewal; what was due before the year is in its first month.
fn certification(wishes: &Wishes<'_>, first: Month) -> Vec<Proposed> {
    let mut schemes: BTreeMap<&str, Vec<&Expiring>> = BTreeMap::new();
    let last = Period::year(first).last_day();
    for one in wishes.expiring.iter().filter(|one| one.until <= last) {
        schemes.entry(&one.scheme).or_default().push(one);
    }
    let each = schemes.into_iter().filter_map(|(scheme, list)| {
        let soonest = list.iter().map(|one| one.until).min()?;
        let reason = Why::Expiring {
            count: list.len() as u64,
            first: soonest,
        };
        let persons = list.iter().map(|one| one.person).collect();
        let month = soonest.month().max(first);
        let about = Theme::Scheme(scheme.to_owned());
        Some(item(
            about,
            PlanItemKind::Certification,
            persons,
            month,
            vec![reason],
        ))
    });
    each.collect()
}

fn guidance(wishes: &Wishes<'_>, first: Month) -> Option<Proposed> {
    let persons: BTreeSet<u32> = wishes.low.iter().copied().collect();
    let people = persons.len() as u64;
    let reasons = vec![Why::Low { people }];
    (people > 0).then(|| item(Theme::Guidance, PlanItemKind::Coaching, persons, first, reasons))
}

fn hours(wishes: &Wishes<'_>, first: Month) -> Option<Proposed> {
    let most = wishes.short.iter().map(|(_, jp)| *jp).max()?;
    let persons: BTreeSet<u32> = wishes.short.iter().map(|(person, _)| *person).collect();
    let reason = Why::Short {
        people: persons.len() as u64,
        jp: Dec(wishes.short.iter().map(|(_, jp)| jp.0).sum()),
    };
    let item = item(Theme::Hours, PlanItemKind::Training, persons, first, vec![reason]);
    Some(Proposed {
        jp: Some(most),
        ..item
    })
}

fn complaints(wishes: &Wishes<'_>, first: Month) -> Vec<Proposed> {
    let mut services: BTreeMap<Option<&str>, (u64, BTreeSet<u32>)> = BTreeMap::new();
    for one in &wishes.complaints {
        let (count, units) = services.entry(one.service.as_deref()).or_default();
        *count += 1;
        units.extend(one.unit);
    }
    let each = services.into_iter().map(|(service, (count, units))| {
        let about = Theme::Complaints(service.map(str::to_owned));
        let reasons = vec![Why::Complaints { count }];
        Proposed {
            units: units.into_iter().collect(),
            ..item(about, PlanItemKind::Training, BTreeSet::new(), first, reasons)
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::super::gaps::{Assessed, Gaps, Required};
    use super::super::sample::{day, people};
    use super::super::trace::Trace;
    use super::*;
    use crate::diagnostic::{Findings, Origin};
    use crate::rules::Rules;

    const RULE: &str = "[[edition]]\nbasis = 'x'\nin_force_from = 2020-01-01\nverified = 'text'\n\
        cap_over_fulfilment = true\ndecimals = 2\n\
        [[edition.band]]\ncode = 'a'\nname = 'A'\nfrom_percent = 0\nto_percent = 100\n";

    /// Five people in two units; each post requires level 3 of competency 0, and each holds the level given.
    fn draft(levels: [i64; 5], change: impl FnOnce(&mut Wishes<'_>)) -> Vec<Proposed> {
        let month = Month::parse("2026-11").unwrap();
        let list = [
            ("p0", 0, "2020-01-01"),
            ("p1", 0, "2020-01-01"),
            ("p2", 0, "2020-01-01"),
            ("p3", 1, "2020-01-01"),
            ("p4", 1, "2020-01-01"),
        ];
        let people = people(month, &list);
        let mut rules = Rules::default();
        rules.read("gap", RULE, 0, &mut Findings::new());
        let rule = rules.gap.on(month.last()).unwrap();
        let required = Required {
            competency: 0,
            level: 3,
            origin: Origin::NOWHERE,
        };
        let mut gaps = Gaps::new(&people, rule, vec![vec![required]; 5]);
        for (person, level) in levels.into_iter().enumerate() {
            let assessed = Assessed {
                person: person as u32,
                competency: 0,
                date: day("2026-05-01"),
                level,
                origin: Origin::new(0, person as u64),
            };
            gaps.assess(assessed, &mut Trace::silent());
        }
        let figures = gaps.figures(&people, 2, 2, &mut Trace::silent());
        let mut wishes = Wishes {
            people: &people,
            gaps: &gaps,
            figures: &figures,
            needs: Vec::new(),
            expiring: Vec::new(),
            short: Vec::new(),
            low: Vec::new(),
            complaints: Vec::new(),
        };
        change(&mut wishes);
        propose(&wishes, 2027)
    }

    #[test]
    fn a_colleague_guides_one_and_the_others_are_taught() {
        // In unit 0 one holds the level and two lack it; in unit 1 nobody holds it.
        let found = draft([3, 1, 2, 2, 2], |_| {});
        let of = |kind| found.iter().find(|item| item.kind == kind).unwrap();
        assert_eq!(of(PlanItemKind::Mentoring).persons, [1]);
        assert_eq!(of(PlanItemKind::Training).persons, [2, 3, 4]);
        assert_eq!(
            of(PlanItemKind::Training).reasons,
            [Why::Gap { people: 3, levels: 3 }]
        );
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_need_joins_the_item_of_its_competency_and_nobody_stands_twice() {
        let found = draft([3, 1, 3, 2, 3], |wishes| {
            let need = |person, competency| Named { person, competency };
            wishes.needs = vec![need(3, 0), need(3, 0), need(1, 0), need(0, 1)];
        });
        let persons: Vec<(Theme, PlanItemKind, Vec<u32>)> = found
            .iter()
            .map(|item| (item.about.clone(), item.kind, item.persons.clone()))
            .collect();
        let mentored = (Theme::Competency(0), PlanItemKind::Mentoring, vec![1, 3]);
        let taught = (Theme::Competency(1), PlanItemKind::Training, vec![0]);
        assert_eq!(persons, [mentored, taught]);
        // Nobody lacks it by an assessment, so no gap is a reason.
        assert_eq!(found[1].reasons, [Why::Named { people: 1 }]);
        assert_eq!(
            found[0].reasons,
            [Why::Colleague { people: 2 }, Why::Named { people: 2 }]
        );
    }

    #[test]
    fn a_certificate_is_renewed_in_the_month_in_which_the_first_expires() {
        let found = draft([3; 5], |wishes| {
            let expiring = |person, until| Expiring {
                person,
                scheme: "Arsip".into(),
                until: day(until),
            };
            wishes.expiring = vec![
                expiring(0, "2027-06-30"),
                expiring(1, "2027-04-15"),
                // After the year: not yet.
                expiring(2, "2028-01-01"),
            ];
        });
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].month.to_string(), found[0].persons.len()),
            ("2027-04".into(), 2)
        );
        let early = draft([3; 5], |wishes| {
            wishes.expiring = vec![Expiring {
                person: 0,
                scheme: "Arsip".into(),
                until: day("2026-12-01"),
            }];
        });
        assert_eq!(early[0].month.to_string(), "2027-01");
    }

    #[test]
    fn hours_guidance_and_complaints_have_an_item_each_and_months_are_spread() {
        let found = draft([3; 5], |wishes| {
            wishes.short = vec![(0, Dec::int(4)), (1, Dec::int(12))];
            wishes.low = vec![2];
            let one = |unit, service: &str| Unhandled {
                unit,
                service: Some(service.into()),
            };
            wishes.complaints = vec![one(Some(1), "kk"), one(Some(1), "kk"), one(None, "ktp")];
        });
        let months: Vec<String> = found.iter().map(|item| item.month.to_string()).collect();
        assert_eq!(months, ["2027-01", "2027-02", "2027-05", "2027-08"]);
        let hours = found.iter().find(|item| item.about == Theme::Hours).unwrap();
        assert_eq!(hours.jp, Some(Dec::int(12)));
        assert_eq!(
            hours.reasons,
            [Why::Short {
                people: 2,
                jp: Dec::int(16)
            }]
        );
        let kk = Theme::Complaints(Some("kk".into()));
        let kk = found.iter().find(|item| item.about == kk).unwrap();
        assert_eq!(
            (&kk.units[..], &kk.reasons[..]),
            (&[1][..], &[Why::Complaints { count: 2 }][..])
        );
    }

    #[test]
    fn without_wishes_there_is_no_draft() {
        assert_eq!(draft([3; 5], |_| {}), []);
    }
}
