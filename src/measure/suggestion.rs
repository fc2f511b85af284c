//! A suggestion of pairs: who holds the level of a competency that another's post requires and who lacks it.
//!
//! A person lacks a competency whose latest assessment lies below the standard of the post; a level that nobody
//! assessed is not known and is a lack only of a newcomer without a mentor. Newcomers come first, then the greatest
//! lack. Of those who hold the level required, somebody of the same unit comes first, then who carries the fewest
//! pairs (those just suggested included), then who came to the office before the mentee, then the highest level. Same records,
//! same suggestion.
//!
//! Source: the standards of posts and the rule `mentoring` (the office's own).

use super::mentoring::{MentoringFigures, Stage};
use super::ratings::MentoringRatings;
use super::trace::{Figure, Trace};
use crate::diagnostic::Origin;
use crate::records::code::PostingStatus;
use crate::records::people::{Catalogue, People, Tenure};
use crate::records::time::Day;
use crate::rules::MentoringRule;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A level, and where it stands.
type Level = (i64, Origin);

/// Levels required and held.
#[derive(Debug, Default)]
pub struct Levels {
    /// By position, the competencies required with their level.
    required: HashMap<String, Vec<(u32, Level)>>,
    /// By person and competency, the day of the latest assessment, and its level.
    held: BTreeMap<(u32, u32), (Day, Level)>,
}

impl Levels {
    /// Whether nobody knows who lacks what: no post has a standard, or nobody was assessed.
    pub fn is_unknown(&self) -> bool {
        self.required.is_empty() || self.held.is_empty()
    }

    /// Takes a standard.
    pub fn require(&mut self, position: &str, competency: u32, level: i64, origin: Origin) {
        let list = self.required.entry(position.to_owned()).or_default();
        list.push((competency, (level, origin)));
    }

    /// Takes an assessment; one later than `as_of` is not yet known.
    pub fn assess(&mut self, person: u32, competency: u32, assessed: (Day, i64, Origin), as_of: Day) {
        let (day, level, origin) = assessed;
        if day > as_of {
            return;
        }
        let held = (day, (level, origin));
        let known = self.held.entry((person, competency)).or_insert(held);
        if known.0 <= day {
            *known = held;
        }
    }

    /// The level that a person holds; `None` when nobody assessed it.
    fn held(&self, person: u32, competency: u32) -> Option<Level> {
        self.held.get(&(person, competency)).map(|(_, level)| *level)
    }

    fn required(&self, position: Option<&String>) -> &[(u32, Level)] {
        let list = position.and_then(|position| self.required.get(position));
        list.map_or(&[], Vec::as_slice)
    }
}

/// What a person lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The person.
    pub mentee: u32,
    /// Whether a newcomer without a mentor.
    pub is_newcomer: bool,
    /// The competency.
    pub competency: u32,
    /// The level that the post requires.
    pub required: Level,
    /// The level held; `None` when not assessed.
    pub held: Option<Level>,
}

impl Shortfall {
    /// How many levels are lacking; of a level not known, all.
    pub fn size(&self) -> i64 {
        self.required.0 - self.held.map_or(0, |(level, _)| level)
    }

    /// Tells where its levels stand, in the row of a table.
    fn tell(&self, table: &'static str, trace: &mut Trace) {
        let figure = |column| Figure::new(table, self.mentee, column);
        let (level, origin) = self.required;
        trace.uses(figure("required"), origin, level);
        if let Some((level, origin)) = self.held {
            trace.uses(figure("held"), origin, level);
        }
    }
}

/// A pair that is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// What the mentee lacks.
    pub lack: Shortfall,
    /// Who could help.
    pub mentor: u32,
    /// The level that the mentor holds.
    pub level: Level,
    /// Whether both work in the same unit.
    pub same_unit: bool,
    /// The pairs that the mentor carries without this one.
    pub load: u64,
}

/// The suggestion, and for whom there is none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The pairs, the most urgent first.
    pub list: Vec<Match>,
    /// Those who lack what nobody in the office holds who may take another pair.
    pub without: Vec<Shortfall>,
    /// How many wait, because no more are suggested at a time.
    pub waiting: u64,
}

/// Everything of the mentoring report.
#[derive(Debug)]
pub struct MentoringReport {
    /// The competencies.
    pub competencies: Catalogue,
    /// Pairs, newcomers, mentors.
    pub figures: MentoringFigures,
    /// What mentors and mentees say.
    pub ratings: Vec<MentoringRatings>,
    /// New pairs.
    pub suggestions: Suggestions,
    /// Whether nobody knows who lacks what, and so who needs a pair.
    pub is_unknown: bool,
}

/// Who could be a mentor, and what is carried already.
struct Mentors<'m> {
    rule: &'m MentoringRule,
    people: &'m People,
    levels: &'m Levels,
    /// People who may take a mentee: active, no newcomer.
    able: Vec<u32>,
    load: BTreeMap<u32, u64>,
}

impl Mentors<'_> {
    fn load(&self, person: u32) -> u64 {
        self.load.get(&person).copied().unwrap_or(0)
    }

    /// The best mentor for a lack.
    fn best(&self, lack: &Shortfall) -> Option<Match> {
        let unit = |person: u32| self.people.list[person as usize].unit();
        let most = self.rule.most_pairs.map_or(u64::MAX, |most| most.max(0) as u64);
        let candidates = self.able.iter().filter_map(|&mentor| {
            let level = self.levels.held(mentor, lack.competency)?;
            let load = self.load(mentor);
            let fits = mentor != lack.mentee && level.0 >= lack.required.0 && load < most;
            fits.then_some(Match {
                lack: *lack,
                mentor,
                level,
                same_unit: unit(mentor).is_some() && unit(mentor) == unit(lack.mentee),
                load,
            })
        });
        candidates.min_by_key(|one| {
            let since = |person: u32| self.people.list[person as usize].first_posted;
            let is_senior = since(one.mentor) < since(lack.mentee);
            (
                !one.same_unit,
                one.load,
                !is_senior,
                Reverse(one.level.0),
                since(one.mentor),
                one.mentor,
            )
        })
    }
}

/// Suggests pairs for those who have none.
pub fn suggest(
    rule: &MentoringRule,
    people: &People,
    posts: &[Tenure],
    levels: &Levels,
    figures: &MentoringFigures,
    trace: &mut Trace,
) -> Suggestions {
    // 1. What everybody lacks, by person, the greatest lack first.
    let lacks = lacks(people, posts, levels, figures);

    // 2. Who could help, with the pairs that run.
    let newcomers: BTreeSet<u32> = figures.newcomers.iter().map(|newcomer| newcomer.person).collect();
    let able = (0..people.list.len() as u32).filter(|number| {
        let person = &people.list[*number as usize];
        let is_active = person
            .now
            .is_some_and(|place| place.status == PostingStatus::Active);
        person.counts() && is_active && !newcomers.contains(number)
    });
    let mut mentors = Mentors {
        rule,
        people,
        levels,
        able: able.collect(),
        load: figures
            .mentors
            .iter()
            .map(|load| (load.mentor, load.running))
            .collect(),
    };

    // 3. One pair for each, as far as there are mentors and the rule allows.
    let most = rule
        .most_suggestions
        .map_or(usize::MAX, |most| most.max(0) as usize);
    let mut out = Suggestions::default();
    for of_person in lacks {
        match of_person.iter().find_map(|lack| mentors.best(lack)) {
            None => out.without.extend(of_person.first()),
            Some(_) if out.list.len() >= most => out.waiting += 1,
            Some(suggested) => {
                *mentors.load.entry(suggested.mentor).or_default() += 1;
                out.list.push(suggested);
            }
        }
    }
    tell(&out, figures, trace);
    out
}

/// Tells where the figures of each suggestion stand.
fn tell(suggestions: &Suggestions, figures: &MentoringFigures, trace: &mut Trace) {
    for lack in &suggestions.without {
        lack.tell("suggestions_without", trace);
    }
    for (number, one) in suggestions.list.iter().enumerate() {
        one.lack.tell("suggestions", trace);
        let figure = |column| Figure::new("suggestions", one.lack.mentee, column);
        let (level, origin) = one.level;
        trace.uses(figure("mentor_level"), origin, level);
        let running = figures.pairs.iter().filter(|pair| pair.is_running());
        for pair in running.filter(|pair| pair.mentor == one.mentor) {
            trace.uses(figure("load"), pair.origin, 1);
        }
        let earlier = suggestions.list[..number].iter();
        for earlier in earlier.filter(|earlier| earlier.mentor == one.mentor) {
            trace.counts(figure("load"), earlier.lack.mentee, 1);
        }
    }
}

/// What everybody without a running pair lacks: newcomers first, then the greatest lack.
fn lacks(
    people: &People,
    posts: &[Tenure],
    levels: &Levels,
    figures: &MentoringFigures,
) -> Vec<Vec<Shortfall>> {
    let guided: BTreeSet<u32> = figures
        .pairs
        .iter()
        .filter(|pair| pair.is_running())
        .map(|pair| pair.mentee)
        .collect();
    let alone = figures
        .newcomers
        .iter()
        .filter(|newcomer| newcomer.guided == Stage::Nobody);
    let alone: BTreeSet<u32> = alone.map(|newcomer| newcomer.person).collect();
    let mut out: Vec<Vec<Shortfall>> = Vec::new();
    for (number, (person, post)) in people.list.iter().zip(posts).enumerate() {
        let mentee = number as u32;
        let is_active = person
            .now
            .is_some_and(|place| place.status == PostingStatus::Active);
        if !person.counts() || !is_active || guided.contains(&mentee) {
            continue;
        }
        let is_newcomer = alone.contains(&mentee);
        let required = levels.required(post.position.as_ref()).iter();
        let of_person = required.map(|&(competency, required)| Shortfall {
            mentee,
            is_newcomer,
            competency,
            required,
            held: levels.held(mentee, competency),
        });
        let mut of_person: Vec<Shortfall> = of_person
            .filter(|lack| lack.size() > 0 && (lack.held.is_some() || is_newcomer))
            .collect();
        of_person.sort_by_key(|lack| (Reverse(lack.size()), lack.competency));
        if !of_person.is_empty() {
            out.push(of_person);
        }
    }
    out.sort_by_key(|of_person| {
        let first = of_person[0];
        (!first.is_newcomer, Reverse(first.size()), first.mentee)
    });
    out
}

#[cfg(test)]
mod tests {
    use super::super::mentoring::Load;
    use super::super::sample::{day, heard, people};
    use super::super::trace::Source;
    use super::*;
    use crate::records::code::Employment;
    use crate::records::people::Person;
    use crate::records::time::Month;

    fn rule(most_pairs: i64, most_suggestions: i64) -> MentoringRule {
        MentoringRule {
            origin: crate::diagnostic::Origin::NOWHERE,
            basis: Some(String::new()),
            in_force_from: Day::FIRST,
            in_force_to: None,
            verified: crate::rules::Verified::Text,
            note: None,
            quiet_after_days: 45,
            newcomer_months: 12,
            most_pairs: Some(most_pairs),
            most_suggestions: Some(most_suggestions),
        }
    }

    /// Four colleagues of one unit and one of another, all in a post that requires level 3 of competency 0; the
    /// levels that they hold, where known.
    fn suggested(rule: &MentoringRule, held: [Option<i64>; 5]) -> Suggestions {
        suggested_among(rule, held, |_| {}, &mut Trace::silent())
    }

    /// The same after a change of the second of them.
    fn suggested_among(
        rule: &MentoringRule,
        held: [Option<i64>; 5],
        change: impl FnOnce(&mut Person),
        trace: &mut Trace,
    ) -> Suggestions {
        let month = Month::parse("2026-10").unwrap();
        let since = [
            "2010-01-01",
            "2012-01-01",
            "2020-01-01",
            "2021-01-01",
            "2005-01-01",
        ];
        let list: Vec<(String, u32, &str)> = (0..5)
            .map(|n| (format!("p{n}"), u32::from(n == 4), since[n]))
            .collect();
        let list: Vec<(&str, u32, &str)> = list.iter().map(|(id, unit, day)| (&**id, *unit, *day)).collect();
        let mut people = people(month, &list);
        change(&mut people.list[1]);
        let post = Tenure {
            joined: Some(day("2005-01-01")),
            position: Some("Penelaah".to_owned()),
        };
        let mut levels = Levels::default();
        levels.require("Penelaah", 0, 3, Origin::NOWHERE);
        for (person, level) in held.into_iter().enumerate() {
            if let Some(level) = level {
                let assessed = (day("2026-01-10"), level, Origin::NOWHERE);
                levels.assess(person as u32, 0, assessed, people.as_of);
            }
        }
        // An assessment after the month is not yet known.
        levels.assess(0, 0, (day("2026-11-02"), 0, Origin::NOWHERE), people.as_of);
        let figures = MentoringFigures {
            mentors: vec![Load {
                mentor: 0,
                running: 1,
                closed: 0,
                held: Default::default(),
            }],
            ..MentoringFigures::default()
        };
        suggest(rule, &people, &vec![post; 5], &levels, &figures, trace)
    }

    fn pairs(suggestions: &Suggestions) -> Vec<(u32, u32)> {
        let list = suggestions.list.iter();
        list.map(|one| (one.lack.mentee, one.mentor)).collect()
    }

    #[test]
    fn the_same_unit_comes_first_and_the_load_is_balanced() {
        // 2 and 3 lack; 0 carries one pair already, so 1 comes first, then the more senior of equal loads.
        let held = [Some(3), Some(3), Some(1), Some(1), Some(5)];
        assert_eq!(pairs(&suggested(&rule(2, 10), held)), [(2, 1), (3, 0)]);
        // With one pair a mentor, the second must look outside the unit.
        assert_eq!(pairs(&suggested(&rule(1, 10), held)), [(2, 1), (3, 4)]);
    }

    #[test]
    fn only_who_counts_and_is_at_work_guides_and_each_pair_adds_to_the_load() {
        let held = [None, Some(3), Some(1), Some(1), None];
        let load = heard("suggestions", "load", |trace| {
            let all = suggested_among(&rule(2, 10), held, |_| {}, trace);
            assert_eq!(pairs(&all), [(2, 1), (3, 1)]);
        });
        assert_eq!(load.taken, [(Source::Person(2), 1)]);
        let among = |change: fn(&mut Person)| {
            pairs(&suggested_among(&rule(2, 10), held, change, &mut Trace::silent())).len()
        };
        assert_eq!(among(|person| person.employment = Employment::External), 0);
        assert_eq!(
            among(|person| person.now.as_mut().unwrap().status = PostingStatus::Leave),
            0
        );
    }

    #[test]
    fn the_greatest_lack_comes_first_and_the_others_wait() {
        let held = [Some(3), Some(3), Some(2), Some(0), Some(5)];
        let suggestions = suggested(&rule(2, 1), held);
        assert_eq!(pairs(&suggestions), [(3, 1)]);
        assert_eq!(suggestions.waiting, 1);
    }

    #[test]
    fn what_nobody_assessed_is_no_lack_and_nobody_teaches_what_he_lacks() {
        assert_eq!(suggested(&rule(2, 10), [None; 5]), Suggestions::default());
        let suggestions = suggested(&rule(2, 10), [None, None, Some(2), Some(1), None]);
        assert_eq!(pairs(&suggestions), []);
        let without: Vec<u32> = suggestions.without.iter().map(|lack| lack.mentee).collect();
        assert_eq!(without, [3, 2]);
    }

    #[test]
    fn what_was_assessed_on_the_day_is_known() {
        let mut levels = Levels::default();
        assert!(levels.is_unknown());
        let assess = |levels: &mut Levels, on| {
            let assessed = (day(on), 2, Origin::NOWHERE);
            levels.assess(0, 0, assessed, day("2026-10-31"));
        };
        assess(&mut levels, "2026-10-31");
        // Of nobody is known what the post requires.
        assert!(levels.held(0, 0).is_some() && levels.is_unknown());
        let mut levels = Levels::default();
        levels.require("Arsiparis", 0, 3, Origin::NOWHERE);
        assess(&mut levels, "2026-11-01");
        assert!(levels.held(0, 0).is_none() && levels.is_unknown());
        assess(&mut levels, "2026-10-31");
        assert!(!levels.is_unknown());
    }
}
