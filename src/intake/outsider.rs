//! Those from outside the office whom a list names: who evaluates, who handles a complaint, who is a guest at a training.

use super::kind::CodeKind;
use super::ledger::TableEntry;
use super::naming::{apart, parted};
use super::person::Mentioned;
use super::subject::{Transcription, Whom};
use crate::change::{Draft, Reason};
use crate::records::code::Employment;
use crate::records::organisation::{Staff, staff};
use crate::records::taking_part::participation;
use crate::records::text::folded;
use crate::words::import::{Intake, Unfit};
use std::rc::Rc;

/// Makes those from outside whom a list names.
const OUTSIDERS: &str = "new-outsiders";

impl Transcription<'_, '_> {
    /// Somebody from outside who takes part in a training, where that is asked: who has no number of an own one.
    pub(super) fn guest(&mut self, told: &Mentioned) -> Option<Whom> {
        let is_guest = self.form.table().name == participation.name && told.nip.is_empty();
        if is_guest && told.id.is_empty() {
            self.meet(&told.name);
        }
        let (id, name) = self
            .outsiders
            .iter()
            .find(|(_, name)| **name == *told.name.trim())?;
        Some(Whom {
            id: id.clone(),
            name: name.clone(),
            how: None,
            is_added: false,
            is_sure: true,
        })
    }

    /// Whether a text names a unit of an office: one that is recorded, or one that begins as these do and names nobody.
    pub(super) fn is_unit(&self, text: &str) -> bool {
        const CALLED: [&str; 9] = [
            "seksi",
            "sie",
            "subbag",
            "subbagian",
            "bagian",
            "bidang",
            "sekretariat",
            "kelurahan",
            "kel",
        ];
        let words = folded(text);
        let is_called = words
            .split(' ')
            .next()
            .is_some_and(|first| CALLED.contains(&first));
        (is_called || self.understanding.codes.names(CodeKind::Unit, text))
            && self.understanding.people.meant(text).is_err()
    }

    /// Makes somebody from outside of whom a list names and nobody knows, where that is asked.
    pub(super) fn meet(&mut self, text: &str) {
        let text = text.trim();
        // Who has a post of this office is nobody from outside, whoever it is, and a unit is nobody.
        if self.is_unit(text)
            || self.understanding.holder(text).is_some()
            || self.understanding.codes.is_head(text)
            || self.understanding.is_nobody(text)
        {
            return;
        }
        let people = &self.understanding.people;
        let is_stranger = || {
            let found = people.meant(text).map(|_| ());
            matches!(found, Err(Reason::Unfit(Unfit::StrangerNamed { .. }))) && !text.is_empty()
        };
        let is_alone =
            || !people.is_listed(text) && people.nearest(text).is_none() && parted(text).1.is_empty();
        if self.request.has(OUTSIDERS) && is_alone() && is_stranger() {
            let id: Rc<str> = format!("p{}", self.request.mint(7)).into();
            self.understanding.people.welcome(&id, "", text);
            self.outsiders.push((id, text.into()));
        }
    }

    /// Who is named beside those whom the list is about: made as somebody from outside, or by the post.
    pub(super) fn named_beside(&self, draft: &mut Draft<'_>) -> impl Iterator<Item = Intake> + use<> {
        let posts = self.understanding.meant_posts.iter();
        let posts: Vec<String> = posts.map(|(post, name)| format!("{post} = {name}")).collect();
        let posts = posts.join("; ");
        let by_post = (!posts.is_empty()).then_some(Intake::PostsMeant { posts });
        let count = self.understanding.by_contract;
        let by_contract = (count > 0).then_some(Intake::ContractDays { count });
        let made = self.outsiders_made(draft);
        made.into_iter().chain(by_post).chain(by_contract)
    }

    /// The names of those from outside who are made for what is recorded.
    fn outsiders_made(&self, draft: &mut Draft<'_>) -> Option<Intake> {
        let recorded = draft.rows(&staff, &staff.file(""));
        let is_recorded = |id: &str| recorded.iter().any(|row| row.cells[Staff::id] == id);
        let names = self.outsiders.iter().filter(|(id, _)| is_recorded(id));
        let names = names.map(|(_, name)| &**name).collect::<Vec<_>>().join(", ");
        (!names.is_empty()).then_some(Intake::OutsidersMade { names })
    }

    /// Those from outside whom rows of tables name.
    pub(super) fn outside(&self, entries: &[TableEntry]) -> Vec<TableEntry> {
        let of = |entry: &TableEntry| {
            let named = |id: &str| {
                let is_it = |(column, text): (usize, &String)| {
                    entry.table.columns[column].refers == Some("staff") && text == id
                };
                let values = entry.values.iter().map(|(column, text)| (*column, text));
                entry.key.iter().enumerate().chain(values).any(is_it)
            };
            let met = self.outsiders.iter().filter(|(id, _)| named(id));
            met.cloned().collect::<Vec<_>>()
        };
        let made = entries.iter().flat_map(of).map(|(id, name)| {
            let (before, bare, after) = apart(&name);
            let cells = [
                (Staff::title_before, before),
                (Staff::name, bare),
                (Staff::title_after, after),
                (Staff::employment, Employment::External.code()),
            ];
            let values = cells.into_iter().filter(|(_, text)| !text.is_empty());
            TableEntry {
                table: &staff,
                file: staff.file(""),
                key: vec![id.to_string()],
                values: values.map(|(column, text)| (column, text.to_owned())).collect(),
                moved: None,
            }
        });
        made.collect()
    }
}
