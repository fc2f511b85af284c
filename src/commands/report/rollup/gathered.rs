//! What is known of all offices visited so far, and where they do not agree.

use super::place::OfficeRoot;
use super::visit::{Asked, Refused, Visit};
use crate::diagnostic::Severity;
use crate::files::Directory;
use crate::files::directory::MARKER;
use crate::gather::rollup::{Provision, ids_of};
use crate::measure::trace::Query;
use crate::report::rollup::{InTwo, Rollup};
use crate::words::Say;
use crate::words::report_rollup::{Discord, RollupRefusal, RollupText};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is known of all offices that were visited so far.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) rollup: Rollup,
    pub(super) visited: Vec<OfficeRoot>,
    /// What was asked of any of them, for all that follow.
    pub(super) asked: HashSet<Query>,
    /// Everything that is wrong, as it is printed.
    pub(super) said: String,
    /// How many offices were refused, and why.
    pub(super) refused: usize,
    pub(super) left_out: Vec<(String, String)>,
    /// Why offices that do not agree are not rolled up.
    pub(super) apart: Option<RollupRefusal>,
    /// The rules in which they differ, where that is allowed.
    pub(super) differing: BTreeSet<&'static str>,
    /// What the rules of the first say.
    provisions: Vec<Provision>,
    /// The offices by name.
    names: HashMap<String, String>,
    /// In which office each NIP was met first, and those that were met again.
    nips: HashMap<u64, usize>,
    met_again: BTreeSet<(u64, usize)>,
}

impl Gathered {
    /// Takes what a visit gave.
    pub(super) fn take(&mut self, place: &OfficeRoot, visit: Result<Visit, Refused>, asked: &Asked<'_>) {
        let visit = match visit {
            Ok(visit) => visit,
            Err(Refused { text, why }) => {
                self.said += &text;
                self.refused += 1;
                self.left_out.extend(why.into_iter().map(|(at, why)| {
                    let name = place.typed.clone();
                    (at, RollupText::LeftOut { name, why }.text(asked.lang))
                }));
                return;
            }
        };
        self.compare(place, &visit, asked);
        let number = self.visited.len();
        for nip in visit.nips {
            let first = *self.nips.entry(nip).or_insert(number);
            if first != number {
                self.met_again.insert((nip, number));
            }
        }
        self.visited.push(place.clone());
        self.asked.extend(visit.asked);
        self.rollup.add(visit.name, visit.report, visit.lines);
    }

    /// Tells where an office does not agree with those before.
    fn compare(&mut self, place: &OfficeRoot, visit: &Visit, asked: &Asked<'_>) {
        if let Some(other) = self.names.insert(visit.name.name.clone(), place.typed.clone()) {
            self.apart = Some(RollupRefusal::SameNames);
            self.said += &place.says(
                MARKER,
                &Discord::SameName { other },
                Severity::Error,
                asked.told_in,
            );
        }
        let Some(first) = self.visited.first() else {
            self.provisions.clone_from(&visit.provisions);
            return;
        };
        let mut told = BTreeSet::new();
        for own in &visit.provisions {
            let mut others = self.provisions.iter();
            let same = |other: &&Provision| (other.rule, other.day) == (own.rule, own.day);
            let other = others.find(same).filter(|other| other.digest != own.digest);
            let Some(other) = other.filter(|_| told.insert(own.rule)) else {
                continue;
            };
            let severity = match asked.may_differ {
                true => Severity::Warning,
                false => Severity::Error,
            };
            let (rule, day) = (own.rule.to_owned(), own.day.to_string());
            let other = format!("{}/{}", first.typed, other.place);
            let discord = Discord::RuleDiffers { rule, day, other };
            self.said += &place.says(&own.place, &discord, severity, asked.told_in);
            if !asked.may_differ {
                self.apart.get_or_insert(RollupRefusal::Apart);
            }
        }
        self.differing.extend(told);
    }

    /// Tells the codes that do not mean the same everywhere.
    pub(super) fn tell_clashes(&mut self, asked: &Asked<'_>) {
        for clash in self.rollup.clashes() {
            let [(first, called), (second, name)] = clash.names.clone();
            let discord = Discord::CodeDiffers {
                table: clash.table.clone(),
                key: clash.key.clone(),
                name,
                other: self.visited[first].typed.clone(),
                called,
            };
            self.said += &self.visited[second].says("", &discord, Severity::Warning, asked.told_in);
        }
    }

    /// Who stands in the records of two offices, by their ids there.
    pub(super) fn in_two(&self) -> Vec<InTwo> {
        let pairs = self
            .met_again
            .iter()
            .map(|&(nip, again)| (nip, self.nips[&nip], again));
        let pairs: Vec<(u64, usize, usize)> = pairs.collect();
        let mut wanted: BTreeMap<usize, HashSet<u64>> = BTreeMap::new();
        for &(nip, first, again) in &pairs {
            wanted.entry(first).or_default().insert(nip);
            wanted.entry(again).or_default().insert(nip);
        }
        let ids = |(office, nips): (&usize, &HashSet<u64>)| {
            let directory = Directory::open(&self.visited[*office].root).ok();
            (
                *office,
                directory.map_or_else(HashMap::new, |directory| ids_of(&directory, nips)),
            )
        };
        let ids: BTreeMap<usize, HashMap<u64, String>> = wanted.iter().map(ids).collect();
        let id = |office: usize, nip: u64| ids[&office].get(&nip).cloned().unwrap_or_default();
        let both = |&(nip, first, again): &(u64, usize, usize)| {
            [first, again].map(|office| (office, id(office, nip)))
        };
        pairs.iter().map(both).collect()
    }
}
