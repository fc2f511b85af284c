//! Tables with columns of several quarters, `TRIWULAN II | TRIWULAN III` above `Hasil Kerja | Perilaku Kerja` or
//! `Predikat TW II`: each quarter is a table of its own.

use super::bound::heading_name;
use super::dated::{self, YearPart};
use super::form::ListForm;
use crate::sheets::heading::Region;
use std::collections::BTreeMap;

/// The quarter that a heading names beside what it means.
fn quarter(form: &ListForm, heading: &str) -> Option<YearPart> {
    let names = form.names();
    let bare = form.bare(heading);
    let is_known = |name: &str| names.contains(name);
    let part = dated::part(heading).filter(|part| part.months == 3)?;
    is_known(&heading_name(&bare, &is_known)).then_some(part)
}

/// The same tables, one for each quarter that columns of them name.
pub(super) fn by_quarter<'s>(form: &ListForm, regions: Vec<Region<'s>>) -> Vec<Region<'s>> {
    if !form.takes_quarters() {
        return regions;
    }
    let of_quarters = |region: Region<'s>| {
        let mut parts: BTreeMap<(Option<i32>, u32), Vec<usize>> = BTreeMap::new();
        for (at, title) in region.titles.iter().enumerate() {
            if let Some(part) = quarter(form, title) {
                parts.entry((part.year, part.first)).or_default().push(at);
            }
        }
        if parts.is_empty() {
            return vec![region];
        }
        let others = |own: &Vec<usize>| -> Vec<usize> {
            let all = parts.values().flatten().copied();
            all.filter(|at| !own.contains(at)).collect()
        };
        let tables = parts.values().map(|own| Region {
            about: own.first().map(|at| region.titles[*at].clone()),
            aside: others(own),
            ..region.clone()
        });
        tables.collect::<Vec<_>>()
    };
    regions.into_iter().flat_map(of_quarters).collect()
}

/// What the columns of one quarter are called without it, and those of the others, which are none of its table.
pub(super) fn columns<'r>(
    own: &'r [String],
    region: &'r Region<'_>,
) -> impl Iterator<Item = (usize, String)> + 'r {
    let columns = own.iter().zip(&region.titles).enumerate();
    let other = columns.filter(|(_, (own, whole))| own != whole);
    other.map(|(at, (own, _))| (at, own.clone()))
}
