//! Who holds which post on a day, as the records tell it: a list may name an evaluator as `Camat`, or `Lurah Melati`.

use crate::change::Draft;
use crate::records::code::PostingStatus;
use crate::records::organisation::{Posting, Unit, postings, units};
use crate::records::text::folded;
use crate::records::time::Day;
use std::collections::HashMap;

/// PostHolders that are written short.
const SHORT: [(&str, &str); 12] = [
    ("kasi", "kepala seksi"),
    ("kasie", "kepala seksi"),
    ("kasubbag", "kepala subbagian"),
    ("kasubag", "kepala subbagian"),
    ("kabag", "kepala bagian"),
    ("kabid", "kepala bidang"),
    ("kadis", "kepala dinas"),
    ("sekcam", "sekretaris camat"),
    ("seklur", "sekretaris lurah"),
    ("sekdis", "sekretaris dinas"),
    // The secretary of a kecamatan is that of its head.
    ("kecamatan", "camat"),
    ("kelurahan", "lurah"),
];

/// A posting, by its words.
#[derive(Debug)]
struct Held {
    staff: String,
    since: String,
    /// The words of the position.
    position: Vec<String>,
    /// Those of the unit, and of the office.
    unit: Vec<String>,
    is_active: bool,
}

/// All postings.
#[derive(Debug, Default)]
pub(super) struct PostHolders(Vec<Held>);

impl PostHolders {
    /// Those of the records.
    pub(super) fn of(draft: &mut Draft<'_>) -> PostHolders {
        let rows = draft.rows(&units, &units.file(""));
        let tops = rows.iter().filter(|row| row.cells[Unit::parent].is_empty());
        let office: Vec<String> = tops.flat_map(|row| words(&row.cells[Unit::name])).collect();
        let names = rows.into_iter();
        let names: HashMap<String, String> = names
            .map(|row| (row.cells[Unit::code].clone(), row.cells[Unit::name].clone()))
            .collect();
        let rows = draft.rows(&postings, &postings.file("")).into_iter();
        let held = rows.map(|row| {
            let cell = |column: usize| row.cells[column].as_str();
            let status = cell(Posting::status);
            Held {
                staff: cell(Posting::staff).to_owned(),
                since: cell(Posting::since).to_owned(),
                position: words(cell(Posting::position)),
                unit: [
                    words(names.get(cell(Posting::unit)).map_or("", String::as_str)),
                    office.clone(),
                ]
                .concat(),
                is_active: status.is_empty() || status == PostingStatus::Active.code(),
            }
        });
        PostHolders(held.collect())
    }

    /// The only one who holds a post on a day: one called so, or called by the first words of it in the unit of the others;
    /// or called so with the name of the unit or the office behind it, `Camat Medan` for `Camat`.
    pub(super) fn holder(&self, text: &str, on: Day) -> Option<&str> {
        let wanted = words(text);
        let on = on.to_string();
        let mut latest: HashMap<&str, &Held> = HashMap::new();
        for held in self.0.iter().filter(|held| held.since <= on) {
            let known = latest.entry(&held.staff).or_insert(held);
            if held.since >= known.since {
                *known = held;
            }
        }
        let fits = |held: &&Held| {
            let rest = wanted.strip_prefix(&*held.position);
            let rest = rest.or(held
                .position
                .strip_prefix(&*wanted)
                .filter(|_| !wanted.is_empty()));
            let is_in_unit = |rest: &[String]| rest.iter().all(|word| held.unit.contains(word));
            held.is_active && !held.position.is_empty() && rest.is_some_and(is_in_unit)
        };
        let mut fitting: Vec<&Held> = latest.into_values().filter(fits).collect();
        // `Camat Medan` alone beside `Camat`.
        let shared = |held: &&Held| held.position.len().min(wanted.len());
        let most = fitting.iter().map(shared).max()?;
        fitting.retain(|held| shared(held) == most);
        match fitting[..] {
            [only] => Some(&only.staff),
            _ => None,
        }
    }
}

impl PostHolders {
    /// Whether a text may be a post here, and is nobody's name: one that somebody has or had begins with its words, or with
    /// its first two.
    pub(super) fn may_name(&self, text: &str) -> bool {
        let wanted = words(text);
        let is_like = |held: &Held| {
            let shared = wanted
                .iter()
                .zip(&held.position)
                .take_while(|(one, other)| one == other);
            let shared = shared.count();
            shared > 1 || (shared == 1 && shared == wanted.len().min(held.position.len()))
        };
        self.0.iter().any(is_like)
    }
}

/// The words of a post, each written out.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let long = |word| SHORT.iter().find(|(short, _)| *short == word);
    let words = folded.split(' ').filter(|word| !["", "dan"].contains(word));
    let words = words.flat_map(|word| long(word).map_or(word, |(_, long)| *long).split(' '));
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_held_by_one_on_a_day() {
        let held = |staff: &str, since: &str, position: &str, unit: &str| Held {
            staff: staff.to_owned(),
            since: since.to_owned(),
            position: words(position),
            unit: words(unit),
            is_active: true,
        };
        let posts = PostHolders(vec![
            held("p1", "2020-01-01", "Camat", "Kecamatan Medan"),
            held("p1", "2026-05-01", "Kepala Bagian Umum", "Kecamatan Medan"),
            held("p2", "2026-05-01", "Camat", "Kecamatan Medan"),
            held("p3", "2020-01-01", "Lurah", "Kelurahan Melati"),
            held("p4", "2020-01-01", "Lurah", "Kelurahan Mawar"),
            held("p5", "2020-01-01", "Sekretaris Kecamatan", "Sekretariat"),
            held("p7", "2020-01-01", "Direktur RSUD Melur", "RSUD Melur"),
            held("p6", "2020-01-01", "Plt. Kepala Seksi Umum", "Seksi Umum"),
        ]);
        for (text, on, expected) in [
            ("Camat", "2026-03-31", Some("p1")),
            ("CAMAT", "2026-06-30", Some("p2")),
            ("Camat Medan", "2026-06-30", Some("p2")),
            ("Lurah Melati", "2026-06-30", Some("p3")),
            ("Kabag Umum & Aset", "2026-06-30", None),
            ("Direktur", "2026-06-30", Some("p7")),
            ("Lurah", "2026-06-30", None),
            ("Lurah Kenanga", "2026-06-30", None),
            ("Sekcam", "2026-06-30", Some("p5")),
            ("Kasi Umum", "2026-06-30", None),
            ("Camat", "2019-06-30", None),
            ("", "2026-06-30", None),
        ] {
            let on = Day::parse(on).expect("a day");
            assert_eq!(posts.holder(text, on), expected, "{text} {on}");
        }
    }
}
