//! Columns of choices whose letters say two things.

use super::bound::{Bound, ListColumn};
use super::form::ListForm;
use super::value;
use crate::change::{Draft, Request};
use crate::records::table::Check;
use crate::sheets::SheetCell;
use crate::sheets::heading::Region;
use crate::words::Say;
use crate::words::import::Unfit;
use std::collections::{BTreeMap, BTreeSet};

/// Refuses a column of choices in which two letters would be the same one: beside `W` the `P` of a list is no woman.
pub(super) fn refuse_letters(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
) {
    let is_typed = |letter: &str| {
        let mut typed = request
            .all("means")
            .iter()
            .filter_map(|text| text.rsplit_once('='));
        typed.any(|(text, _)| text.trim().eq_ignore_ascii_case(letter))
    };
    let is_choice = |column: &ListColumn| {
        let table = form.survey.as_ref().map(|survey| &survey.table);
        let to = table.zip(column.to.as_ref());
        let at = to.and_then(|(table, to)| Some(&table.columns[table.column(&to.1)?]));
        at.is_some_and(|column| matches!(column.check, Check::OneOf(_)))
    };
    for (region, bound) in regions.iter().zip(bound) {
        let pairs = bound.pairs.iter().map(|(at, index)| (*at, &form.columns[*index]));
        for (at, column) in pairs.filter(|(_, column)| is_choice(column)) {
            let texts = region.rows.iter().map(|row| row.get(at).to_uppercase());
            let letters: BTreeSet<String> = texts
                .filter(|text| text.chars().count() == 1 && !is_typed(text))
                .collect();
            let mut meanings: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for letter in letters {
                let meaning = value::meant(SheetCell::text(&letter), column).text;
                meanings.entry(meaning).or_default().push(letter);
            }
            if let Some((meaning, [one, other, ..])) = meanings
                .iter()
                .find_map(|(meaning, all)| Some((meaning, all.first_chunk::<2>()?.as_slice())))
            {
                let place = region.sheet.spot(region.heading, Some(at)).text(request.lang);
                let (one, other, meaning) = (one.clone(), other.clone(), meaning.clone());
                draft.refuse(
                    "",
                    Unfit::LettersAlike {
                        place,
                        meaning,
                        one,
                        other,
                    },
                );
            }
        }
    }
}
