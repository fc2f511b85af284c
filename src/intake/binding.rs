//! What the columns of a table on a sheet become, by their headings.

use super::bound::{Bound, heading_name};
use super::combined;
use super::form::{ListForm, NUMBERING, PASSED_OVER};
use super::legend;
use super::parted;
use super::placed;
use super::questions;
use crate::records::text::spelled;
use crate::sheets::heading::Region;
use std::collections::{HashMap, HashSet};

impl ListForm {
    /// The headings of a table beside the quarters that they may name, and what each is compared by.
    fn titles(&self, region: &Region<'_>, is_named: &dyn Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
        let bare = |(at, title): (usize, &String)| match region.aside.contains(&at) {
            true => String::new(),
            false => self.bare(title).into_owned(),
        };
        let own: Vec<String> = region.titles.iter().enumerate().map(bare).collect();
        let read: Vec<String> = own.iter().map(|title| heading_name(title, is_named)).collect();
        let is_other = |title: &str| read.iter().filter(|other| *other == title).count() > 1;
        let whole = own.iter().map(|title| spelled(title)).zip(&read);
        // `Nama (Atasan)` beside `Nama` is another column.
        let mut titles: Vec<String> = whole
            .map(|(whole, name)| if is_other(name) { whole } else { name.clone() })
            .collect();
        let typed: Vec<&String> = self.columns.iter().flat_map(|column| &column.typed).collect();
        placed::explain(&mut titles, is_named, &|title| {
            typed.iter().any(|typed| *typed == title)
        });
        (own, titles)
    }

    /// What the columns of a table on a sheet become.
    pub(super) fn bind(&self, region: &Region<'_>) -> Bound {
        let (names, asks) = (self.names(), questions::asks(self.survey.as_ref(), &self.columns));
        let is_named = |title: &str| names.contains(title) || asks(title);
        let (own, mut titles) = self.titles(region, &is_named);
        let whole = titles.clone();
        legend::explain(self.asking(), (region, &mut titles));
        let explained = titles.iter().zip(&whole).enumerate();
        let explained = explained.filter(|(_, (title, before))| title != before);
        let explained = explained.map(|(at, (title, _))| (at, title.clone()));
        let parted = parted::columns(&own, region);
        let named = titles.iter().enumerate().filter(|(_, title)| !title.is_empty());
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        named.for_each(|(at, title)| places.entry(title).or_default().push(at));
        let mut bound = Bound {
            explained: parted.chain(explained).collect(),
            ..Bound::default()
        };
        let mut used = HashSet::new();
        for (index, column) in self.columns.iter().enumerate() {
            let Some(at) = column.from.iter().find_map(|alias| places.get(&**alias)) else {
                continue;
            };
            used.insert(at[0]);
            bound.pairs.push((at[0], index));
            if column.to.is_some() {
                bound.alike.extend((at.len() > 1).then(|| (at[0], at[1])));
            }
        }
        bound.alike.dedup();
        let asked = questions::asked(self.survey.as_ref(), &self.columns, (&titles, &bound.pairs));
        used.extend(asked.iter().map(|(at, _)| *at));
        bound.pairs.extend(asked);
        if self.survey.is_none() {
            combined::bind(&self.columns, &region.titles, (&mut used, &mut bound));
        }
        bound.pairs.retain(|(_, index)| self.columns[*index].to.is_some());
        bound.leave_alone_out(&self.columns);
        bound.sign_on(&self.columns, region, (&titles, &mut used));
        bound.sign_sessions(&self.columns, region);
        let is_number = |title: &String| PASSED_OVER[..NUMBERING].contains(&&**title);
        bound.numbering = titles.iter().position(is_number);
        let is_known = |at: usize, title: &str| {
            let is_passed = PASSED_OVER.contains(&title);
            let is_passed = is_passed || region.aside.contains(&at);
            (!is_passed).then(|| used.contains(&at) || names.contains(title))
        };
        // From when a grade holds is recorded of a promotion alone.
        let is_graded = |(_, index): &&(usize, usize)| self.columns[*index].is_of_grade();
        let graded = bound
            .pairs
            .iter()
            .find(is_graded)
            .map(|(at, _)| region.titles[*at].clone());
        bound.left_out.extend(graded);
        bound.note_unread(region, &titles, &is_known);
        bound
    }
}
