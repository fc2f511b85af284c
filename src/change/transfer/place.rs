//! Puts the rows of another office into the files of this one, each once.

use super::identity;
use super::rewrite::Rewriter;
use crate::change::{Draft, Record, Request, mint, row};
use crate::records::competence::{Competency, competencies};
use crate::records::organisation::{Staff, staff};
use crate::records::table::Schema;
use crate::records::time::Day;
use crate::words::change::Hint;
use std::collections::BTreeSet;

/// What the rows came to.
#[derive(Debug)]
pub(super) struct Placed {
    /// The first day of the person here.
    since: Day,
    /// How many rows were added.
    pub(super) added: usize,
    /// How many could not be added, because another row has their key.
    pub(super) taken: usize,
    /// The competencies that the rows name.
    codes: BTreeSet<String>,
}

impl Placed {
    /// Nothing yet.
    pub(super) fn new(since: Day) -> Placed {
        Placed {
            since,
            added: 0,
            taken: 0,
            codes: BTreeSet::new(),
        }
    }

    /// Adds a row unless it stands here already. An id that another row has is minted anew.
    pub(super) fn row(
        &mut self,
        draft: &mut Draft<'_>,
        rewriter: &mut Rewriter<'_>,
        table: &Schema,
        mut cells: Vec<String>,
        request: &mut Request<'_>,
    ) {
        if table.name == staff.name {
            cells[Staff::joined] = self.since.to_string();
        }
        let Some(file) = row::file(table, &cells, rewriter.month(table, &cells)) else {
            self.taken += 1;
            return;
        };
        let named = table.columns.iter().zip(&cells);
        let codes = named.filter(|(column, _)| column.refers == Some("competencies"));
        self.codes.extend(codes.map(|(_, code)| code.clone()));
        let rows = draft.rows(table, &file);
        let has_id = mint::is_minted(table) && table.name != staff.name;
        if let Some(known) = rows.iter().find(|row| is_same(table, has_id, &row.cells, &cells)) {
            if has_id {
                rewriter.name(table, &cells[Schema::FIRST], &known.cells[Schema::FIRST]);
            }
            return;
        }
        let is_taken = rows.iter().any(|row| row.key(table) == &cells[..table.keys()]);
        if is_taken && !has_id {
            self.taken += 1;
            return;
        }
        if has_id {
            let there = cells[Schema::FIRST].clone();
            if is_taken {
                let stem = mint::stem(table, &cells, self.since);
                cells[Schema::FIRST] = mint::id(draft, table, &file, stem, request);
            }
            rewriter.name(table, &there, &cells[Schema::FIRST]);
        }
        self.added += 1;
        draft.insert(table, &file, cells);
    }

    /// Adds a competency that a row names and the catalogue lacks. The catalogue here decides what a code means.
    pub(super) fn competency(&mut self, draft: &mut Draft<'_>, cells: &[String]) {
        let file = competencies.file("");
        if !self.codes.contains(&cells[Competency::code]) {
            return;
        }
        let known = draft.rows(&competencies, &file);
        let known: Option<&Record> = known
            .iter()
            .find(|row| row.cells[Competency::code] == cells[Competency::code]);
        let (code, name) = (cells[Competency::code].clone(), cells[Competency::name].clone());
        match known {
            Some(known) if known.cells[Competency::name] == name => {}
            Some(known) => {
                let here = known.cells[Competency::name].clone();
                draft.note(Hint::CompetencyDiffers { code, name, here });
            }
            None => {
                draft.note(Hint::CompetencyAdded { code, name });
                self.added += 1;
                draft.insert(&competencies, &file, cells.to_vec());
            }
        }
    }
}

/// Whether a row here says the same: apart from an id of its own, and from what is each office's own.
fn is_same(table: &Schema, has_id: bool, here: &[String], there: &[String]) -> bool {
    let differs = |index: usize| here[index] != there[index];
    let is_own = |index: usize| table.name == staff.name && identity::is_own(index);
    (usize::from(has_id)..there.len()).all(|index| !differs(index) || is_own(index))
}
