//! Places to sign in lists of participants. Such a column may stand for a part of the programme, `Paraf Hari I`, `Kehadiran`
//! above `Pagi` and `Siang`, `Sesi 2`, `5 Nov`: who signed in some of them and not in others was there in part.

use super::bound::{Bound, ListColumn, SignedColumn};
use super::day;
use super::form::ListForm;
use super::row::ListRow;
use super::value;
use crate::change::programme::OpenProgramme;
use crate::records::code::WeekdayCode;
use crate::records::taking_part::participation;
use crate::records::text::{folded, sense, spelled};
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow};
use crate::words::import::Intake;
use crate::words::{Lang, Say};
use std::collections::{BTreeSet, HashSet};

/// The numbers of parts as they may be written.
pub(super) const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// The same in words.
const ORDINALS: [&str; 4] = ["pertama", "kedua", "ketiga", "keempat"];

/// Whether words, folded, name a part of a programme: `pagi`, `sesi 2`, `hari ke 1`, `5 nov`, `senin 9 11 2026`.
pub(super) fn is_part(words: &str) -> bool {
    const HALVES: [&str; 4] = ["pagi", "siang", "sore", "malam"];
    const COUNTED: [&str; 3] = ["hari", "sesi", "pertemuan"];
    const BETWEEN: [&str; 2] = ["ke", "tanggal"];
    let is_weekday = |word: &str| {
        WeekdayCode::CODES
            .iter()
            .any(|code| folded(code.words.id) == word)
    };
    let is_named = |word: &str| HALVES.contains(&word) || is_weekday(word) || day::month_of(word).is_some();
    let is_digits = |word: &str| word.len() <= 4 && word.bytes().all(|letter| letter.is_ascii_digit());
    let is_number = |word: &str| is_digits(word) || ROMAN.contains(&word) || ORDINALS.contains(&word);
    let all = || words.split(' ').filter(|word| !BETWEEN.contains(word));
    // `Tgl 2` counts as `Hari 2` does.
    let is_counted = |word: &str| COUNTED.contains(&word) || word == "tanggal";
    let counts = words.split(' ').any(is_counted) && all().any(is_number);
    // Two numbers are a day: `5/11`.
    let is_day = all().all(is_digits) && (2..=3).contains(&all().count());
    let is_known = |word: &str| is_named(word) || COUNTED.contains(&word) || is_number(word);
    all().all(is_known) && (all().any(is_named) || counts || is_day)
}

impl ListColumn {
    /// Whether people sign in it: the numbered place of a signature, `1. …`, is empty.
    pub(super) fn takes_signatures(&self) -> bool {
        self.from
            .iter()
            .any(|heading| heading.starts_with("tanda tangan"))
    }

    /// Whether it tells who was there, or why not.
    pub(super) fn is_presence(&self) -> bool {
        let is_it = |to: &str| ["status", "reason"].contains(&to);
        self.to
            .as_ref()
            .is_some_and(|to| to.0 == participation.name && is_it(&to.1))
    }

    /// The part of a heading, spelled, that stands below or behind a name of it: `pagi` of `kehadiran pagi`. A number alone
    /// is one below a place to sign; `Kehadiran I` may count those who are excused.
    fn part<'t>(&self, title: &'t str) -> Option<&'t str> {
        let rest = |name: &String| title.strip_prefix(name.as_str())?.strip_prefix(' ');
        let is_bare = |rest: &&str| {
            let is_number = rest.len() < 3 && rest.bytes().all(|letter| letter.is_ascii_digit());
            is_number || ORDINALS.contains(rest) || (ROMAN.contains(rest) && self.takes_signatures())
        };
        let mut parts = self.from.iter().filter_map(rest);
        parts.find(|rest| is_part(rest) || is_bare(rest))
    }
}

impl ListForm {
    /// Whether a heading, spelled, is that of a place to sign for a part.
    pub(super) fn is_signed_at(&self, title: &str) -> bool {
        let presence = || self.columns.iter().filter(|column| column.is_presence());
        title.contains(' ') && presence().any(|column| column.part(title).is_some())
    }
}

impl Bound {
    /// Takes the places to sign in: the columns that are called so; those called so with a part of the programme; those
    /// called by a part alone in which people sign; and those without a name right of one that are written in.
    pub(super) fn sign_on(
        &mut self,
        columns: &[ListColumn],
        region: &Region<'_>,
        (titles, used): (&[String], &mut HashSet<usize>),
    ) {
        let signed = || {
            columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.is_presence() && column.takes_signatures())
        };
        let presence = || {
            columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.is_presence())
        };
        let is_signed = |index: usize| signed().any(|(own, _)| own == index);
        let own = self.pairs.iter().filter(|(_, index)| is_signed(*index));
        let own: BTreeSet<usize> = own.map(|(at, _)| *at).collect();
        let place = |at: usize, part: &str| SignedColumn {
            at,
            part: part.to_owned(),
        };
        self.places.extend(own.into_iter().map(|at| place(at, "")));
        // One more may stand beyond the last name.
        let all = titles.iter().map(String::as_str).chain([""]);
        let is_session = |(at, index): &(usize, usize)| columns[*index].is_of_session().then_some(*at);
        let sessions: HashSet<usize> = self.pairs.iter().filter_map(is_session).collect();
        let is_open = |at: usize| !used.contains(&at) || sessions.contains(&at);
        let open: Vec<(usize, &str)> = all.enumerate().filter(|(at, _)| is_open(*at)).collect();
        for (at, title) in open {
            let title = spelled(title);
            let is_filled = || region.rows.iter().any(|row| !row.get(at).is_empty());
            let below = presence().filter_map(|(index, column)| Some((index, column.part(&title)?)));
            let mut found: Vec<(usize, &str)> = below.collect();
            if found.is_empty()
                && is_part(&title)
                && are_signs(signed().map(|(_, column)| column), region, at)
            {
                found.extend(signed().map(|(index, _)| (index, &*title)));
            }
            if found.is_empty() && title.is_empty() && is_filled() {
                let is_left = |index: usize| self.pairs.contains(&(at.wrapping_sub(1), index));
                found.extend(
                    signed()
                        .filter(|(index, _)| is_left(*index))
                        .map(|(index, _)| (index, "")),
                );
            }
            let Some((_, part)) = found.first() else { continue };
            self.places.push(place(at, part));
            used.insert(at);
            self.pairs.extend(found.iter().map(|(index, _)| (at, *index)));
        }
    }

    /// The places to sign without names that are parts one after the other: somebody signs in two of them. On a page with a
    /// left and a right place everybody has one. Empty where some has a name.
    pub(super) fn nameless(&self, region: &Region<'_>) -> Vec<usize> {
        let mut places: Vec<usize> = self.places.iter().map(|place| place.at).collect();
        places.sort_unstable();
        let is_named = self.places.iter().any(|place| !place.part.is_empty());
        let signs = |row: &SheetRow| places.iter().filter(|at| !row.get(**at).is_empty()).count();
        let is_so = !is_named && region.rows.iter().any(|row| signs(row) > 1);
        if is_so { places } else { Vec::new() }
    }

    /// Lets places to sign without names be the sessions of the programme, where they are as many.
    pub(super) fn sign_sessions(&mut self, columns: &[ListColumn], region: &Region<'_>) {
        let all = columns.iter().enumerate();
        let sessions = all.filter(|(_, column)| column.is_of_session());
        let sessions: Vec<usize> = sessions.map(|(index, _)| index).collect();
        let places = self.nameless(region);
        let is_told = self.pairs.iter().any(|(_, index)| sessions.contains(index));
        if !is_told && places.len() == sessions.len() {
            self.pairs.extend(places.into_iter().zip(sessions));
        }
    }

    /// Whether people sign in a column of the sheet.
    pub(super) fn is_signed(&self, at: usize) -> bool {
        self.places.iter().any(|place| place.at == at)
    }
}

/// Whether most of what stands in a column of a sheet are signs, or nothing stands there.
fn are_signs<'c>(columns: impl Iterator<Item = &'c ListColumn>, region: &Region<'_>, at: usize) -> bool {
    let meanings: HashSet<&str> = columns
        .flat_map(|column| &column.meanings)
        .map(|(text, _)| &**text)
        .collect();
    let filled = || {
        region
            .rows
            .iter()
            .map(|row| row.get(at))
            .filter(|text| !text.is_empty())
    };
    let signs = filled().filter(|text| meanings.contains(&*sense(text))).count();
    signs * 2 >= filled().count()
}

/// The rows in which people sign for parts: none where the training has one day and its places to sign, without names of
/// their own, lie left and right.
pub(super) fn signed_by_day<'r, 's>(
    programme: Option<&OpenProgramme>,
    rows: &'r [ListRow<'s>],
) -> &'r [ListRow<'s>] {
    let content = programme.map(|programme| &programme.content);
    let has_days = content.is_some_and(|content| content.start.value != content.end.value);
    let names_parts = |row: &ListRow<'_>| {
        let parts = row.bound.places.iter().map(|place| &*place.part);
        parts
            .filter(|part| !part.is_empty())
            .collect::<HashSet<_>>()
            .len()
            > 1
    };
    if has_days || rows.iter().any(names_parts) {
        rows
    } else {
        &[]
    }
}

/// Who signed for some of the parts of a list and not for all, of which some is no session that could record it, as `who`
/// tells them.
pub(super) fn partly(
    form: &ListForm,
    rows: &[ListRow<'_>],
    who: impl FnMut(&ListRow<'_>) -> Option<(String, String)>,
) -> Vec<(String, String)> {
    let is_recorded = |row: &ListRow<'_>| {
        let is_session = |at: usize| {
            let mut pairs = row.bound.pairs.iter();
            pairs.any(|(own, index)| *own == at && form.columns[*index].is_of_session())
        };
        row.bound.places.iter().all(|place| is_session(place.at))
    };
    let is_partly = |row: &&ListRow<'_>| {
        let signed = row.bound.pairs.iter().filter_map(|(at, index)| {
            let column = &form.columns[*index];
            let to = column.to.as_ref().filter(|_| row.bound.is_signed(*at))?;
            let cell = row.row.cell(*at).unwrap_or_else(|| SheetCell::text(""));
            (to.1 == "status").then(|| value::is_presence(&value::meant(cell, column).text))
        });
        let signed: Vec<bool> = signed.collect();
        signed.contains(&true) && signed.contains(&false) && !is_recorded(row)
    };
    rows.iter().filter(is_partly).filter_map(who).collect()
}

/// Says which columns of signatures nobody signed: from them nobody can tell who was there.
pub(super) fn unsigned(
    form: &ListForm,
    regions: &[Region<'_>],
    bound: &[Bound],
    lang: Lang,
) -> Option<Intake> {
    let mut places = Vec::new();
    for (region, bound) in regions.iter().zip(bound) {
        let status = bound.pairs.iter().map(|(at, index)| (*at, &form.columns[*index]));
        let is_status = |(_, column): &(usize, &ListColumn)| {
            let to = column.to.as_ref();
            to.is_some_and(|to| to.0 == participation.name && to.1 == "status")
        };
        let status: Vec<(usize, &ListColumn)> = status.filter(is_status).collect();
        let is_filled = |(at, column): &(usize, &ListColumn)| {
            let mut cells = region.rows.iter().filter_map(|row| row.cell(*at));
            cells.any(|cell| !value::meant(cell, column).text.is_empty())
        };
        if region.rows.is_empty() || status.iter().any(is_filled) {
            continue;
        }
        let blank = status.iter().filter(|(at, _)| bound.is_signed(*at));
        places.extend(blank.map(|(at, _)| region.sheet.spot(region.heading, Some(*at)).text(lang)));
    }
    let place = places.join("; ");
    (!place.is_empty()).then_some(Intake::Unsigned { place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_programme_are_known_by_their_names() {
        for part in [
            "Pagi",
            "Sesi 1",
            "Hari ke-1",
            "5 Nov",
            "5/11",
            "Senin, 9 November 2026",
            "Hari II",
            "Hari 1 Siang",
            "Tanggal 2",
        ] {
            assert!(is_part(&folded(part)), "{part}");
        }
        for other in [
            "Hari",
            "Hari/Tanggal",
            "Tanggal",
            "1",
            "Nilai 1",
            "Sesi",
            "Unit Kerja",
            "",
        ] {
            assert!(!is_part(&folded(other)), "{other}");
        }
    }
}
