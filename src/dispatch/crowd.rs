//! What tells people apart in the records about them is made coarser, until nobody stands alone.
//!
//! Whoever knows of somebody in which relation, unit, position, kind and grade he works, finds at least two who may be
//! meant, and whoever looks at a row finds at least two whose it may be, even where he knows which unit is which.

use super::leaf::{Leaf, leaves};
use crate::change::Draft;
use crate::records::organisation::{Contract, Posting, Staff, contracts, education, postings, staff};
use crate::records::table::Schema;
use std::collections::{HashMap, HashSet};

/// Since when everybody has worked where he works.
const SINCE: &str = "2000-01-01";

/// What is known of a person, in the order in which it is left out: the last first.
const TRAITS: [usize; 4] = [
    Posting::unit,
    Posting::position_kind,
    Posting::grade,
    Posting::position,
];

/// What is known of a person: the relation to the office, and the traits.
#[derive(Clone)]
struct Profile {
    employment: String,
    traits: Vec<String>,
    /// How many of the traits stay; `None` until that is settled.
    kept: Option<usize>,
}

impl Profile {
    /// What stays of it, where so many traits do.
    fn key(&self, kept: usize) -> (&str, &[String]) {
        (&self.employment, &self.traits[..kept])
    }

    /// What stays of it.
    fn settled(&self) -> Option<(&str, &[String])> {
        self.kept.map(|kept| self.key(kept))
    }
}

/// What stays of everybody.
pub(super) struct Crowd {
    profiles: HashMap<String, Profile>,
    /// The first and the last day that most contracts have: everybody's.
    contract: (String, String),
}

impl Crowd {
    /// The people of an office.
    pub(super) fn of(draft: &mut Draft<'_>) -> Crowd {
        let mut read = |table| leaves(draft, table).into_iter().flat_map(|file| file.rows);
        let mut last: HashMap<String, Vec<String>> = HashMap::new();
        let mut relations: HashMap<String, String> = HashMap::new();
        // The rows stand by person and day.
        for row in read(&postings) {
            let id = &row.cells[Posting::staff];
            if !row.cells[Posting::employment].is_empty() {
                relations.insert(id.clone(), row.cells[Posting::employment].clone());
            }
            if !row.cells[Posting::unit].is_empty() || !last.contains_key(id) {
                let traits = TRAITS.iter().map(|&column| row.cells[column].clone());
                last.insert(id.clone(), traits.collect());
            }
        }
        let mut ids = Vec::new();
        let mut profiles = Vec::new();
        for row in read(&staff) {
            let id = &row.cells[Staff::id];
            let own = &row.cells[Staff::employment];
            profiles.push(Profile {
                employment: relations.remove(id).unwrap_or_else(|| own.clone()),
                traits: last
                    .remove(id)
                    .unwrap_or_else(|| vec![String::new(); TRAITS.len()]),
                kept: None,
            });
            ids.push(id.clone());
        }
        settle(&mut profiles);
        let periods = read(&contracts).map(|row| {
            let [since, until] = [Contract::since, Contract::until].map(|column| row.cells[column].clone());
            (since, until)
        });
        Crowd {
            profiles: ids.into_iter().zip(profiles).collect(),
            contract: commonest(periods).unwrap_or_default(),
        }
    }

    /// The relation of a person to the office.
    pub(super) fn employment(&self, id: &str) -> Option<&str> {
        self.profiles.get(id).map(|profile| &*profile.employment)
    }

    /// Makes the rows of a table coarser. Of several postings or contracts of a person one stays, and nobody studies.
    pub(super) fn coarsen(&self, table: &Schema, file: &mut Leaf) {
        let mut met = HashSet::new();
        match &*table.name {
            name if name == education.name => file.rows.clear(),
            name if name == staff.name => {
                for row in &mut file.rows {
                    if let Some(own) = self.employment(&row.cells[Staff::id]) {
                        own.clone_into(&mut row.cells[Staff::employment]);
                    }
                    for column in [Staff::joined, Staff::born, Staff::sex] {
                        row.cells[column].clear();
                    }
                }
            }
            name if name == postings.name => {
                file.rows
                    .retain(|row| met.insert(row.cells[Posting::staff].clone()));
                for row in &mut file.rows {
                    let Some(own) = self.profiles.get(&row.cells[Posting::staff]) else {
                        continue;
                    };
                    for cell in row.cells.iter_mut().skip(1) {
                        cell.clear();
                    }
                    SINCE.clone_into(&mut row.cells[Posting::since]);
                    for (&column, value) in TRAITS.iter().zip(&own.traits).take(own.kept.unwrap_or(0)) {
                        row.cells[column].clone_from(value);
                    }
                }
            }
            name if name == contracts.name => {
                file.rows
                    .retain(|row| met.insert(row.cells[Contract::staff].clone()));
                for row in &mut file.rows {
                    row.cells[Contract::since].clone_from(&self.contract.0);
                    row.cells[Contract::until].clone_from(&self.contract.1);
                    row.cells[Contract::decree].clear();
                }
            }
            _ => {}
        }
    }
}

/// What there is most of; of several, the first in their order.
fn commonest<T: Ord + std::hash::Hash>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, usize> = HashMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    let most = counts
        .into_iter()
        .max_by(|(a, many), (b, more)| many.cmp(more).then(b.cmp(a)));
    most.map(|(one, _)| one)
}

/// Leaves traits out until everybody is like another.
fn settle(profiles: &mut [Profile]) {
    for kept in (0..=TRAITS.len()).rev() {
        let mut alike: HashMap<(String, Vec<String>), Vec<usize>> = HashMap::new();
        for (number, profile) in profiles.iter().enumerate() {
            if profile.kept.is_none() {
                let (employment, traits) = profile.key(kept);
                let key = (employment.to_owned(), traits.to_vec());
                alike.entry(key).or_default().push(number);
            }
        }
        let groups = alike.into_values().filter(|group| group.len() > 1);
        groups
            .flatten()
            .for_each(|number| profiles[number].kept = Some(kept));
    }
    while let Some(alone) = profiles.iter().position(|profile| profile.kept.is_none()) {
        profiles[alone].kept = Some(0);
        let own = profiles[alone].employment.clone();
        let others = profiles.iter().enumerate().filter(|(number, _)| *number != alone);
        let others: Vec<&Profile> = others.map(|(_, profile)| profile).collect();
        let settled: Vec<&&Profile> = others.iter().filter(|one| one.kept.is_some()).collect();
        // Who is the only one in such a relation is told as what most are.
        let shared = match settled.iter().any(|one| one.employment == own) {
            true => Some(own),
            false => commonest(settled.iter().map(|one| one.employment.clone())),
        };
        let Some(shared) = shared else { continue };
        let same = settled.iter().filter(|one| one.employment == shared);
        // The smallest group that stays one without a member, or else the smallest.
        let mut groups: HashMap<(&str, &[String]), usize> = HashMap::new();
        same.filter_map(|one| one.settled())
            .for_each(|key| *groups.entry(key).or_default() += 1);
        let least = groups
            .iter()
            .min_by_key(|(key, size)| (**size < 3, **size, **key));
        let Some(((employment, traits), size)) = least else {
            continue;
        };
        let (key, takes) = (
            (employment.to_string(), traits.to_vec()),
            if *size < 3 { *size } else { 1 },
        );
        let members: Vec<usize> = (0..profiles.len())
            .filter(|&number| number != alone && profiles[number].settled() == Some((&key.0, &key.1)))
            .take(takes)
            .collect();
        profiles[alone].employment = shared;
        members
            .into_iter()
            .for_each(|number| profiles[number].kept = Some(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(employment: &str, traits: [&str; 4]) -> Profile {
        Profile {
            employment: employment.to_owned(),
            traits: traits.map(str::to_owned).to_vec(),
            kept: None,
        }
    }

    #[test]
    fn everybody_is_like_another_and_no_more_is_left_out_than_must_be() {
        let mut all = vec![
            person("pns", ["a", "pelaksana", "II/a", "x"]),
            person("pns", ["a", "pelaksana", "II/a", "x"]),
            person("pns", ["a", "pelaksana", "II/a", "x"]),
            person("pns", ["a", "pengawas", "III/d", "y"]),
            person("pns", ["b", "pelaksana", "II/b", "x"]),
            person("pns", ["b", "pelaksana", "II/c", "x"]),
            person("pppk", ["b", "pelaksana", "V", "z"]),
        ];
        settle(&mut all);
        let kept: Vec<Option<usize>> = all.iter().map(|one| one.kept).collect();
        assert_eq!(&kept[1..6], [Some(4), Some(4), Some(0), Some(2), Some(2)]);
        // Two stood alone at last; one of three who were alike stands with them, so that none is told by what he lacks.
        assert_eq!((kept[0], kept[6]), (Some(0), Some(0)));
        assert_eq!(all[6].employment, "pns");
        for one in &all {
            assert!(
                all.iter()
                    .filter(|other| other.settled() == one.settled())
                    .count()
                    > 1
            );
        }
    }

    #[test]
    fn who_is_the_only_one_stays_so() {
        let mut all = vec![person("pns", ["a", "pengawas", "III/d", "y"])];
        settle(&mut all);
        assert_eq!(all[0].kept, Some(0));
    }
}
