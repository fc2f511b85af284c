//! What was typed for every row of a list, and what a row lacks that could be typed so.

use super::bound::{Bound, ListColumn, Target};
use super::day;
use super::form::ListForm;
use super::headed;
use super::programme;
use crate::change::{Draft, Reason, Request};
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::code::{DateOrder, Employment};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::table::Schema;
use crate::records::taking_part::participation;
use crate::records::text::spelled;
use crate::records::time::Day;
use crate::sheets::heading::{self, Region};
use crate::sheets::{SheetRow, Worksheet};
use crate::words::change::Slip;
use crate::words::import::{Intake, Unfit};
use std::collections::BTreeSet;

/// Gives a form what was typed for every row: `--for`, `--with`, `--dates`.
pub(super) fn complete(draft: &mut Draft<'_>, request: &Request<'_>, mut form: ListForm) -> Option<ListForm> {
    let idle = ["batch", "rest"].into_iter().filter(|_| form.survey.is_none());
    let of_training = [programme::NEW, programme::COMPLETE]
        .into_iter()
        .chain(programme::TYPED);
    let of_training = of_training.filter(|_| !programme::is_list(&form));
    for argument in idle.chain(of_training).filter(|argument| request.has(argument)) {
        let name = form.title.clone();
        draft.refuse(format!("--{argument}"), Unfit::Idle { name });
    }
    let alone = programme::TYPED
        .iter()
        .filter(|_| !request.has(programme::NEW) && programme::is_list(&form));
    for argument in alone.filter(|argument| request.has(argument)) {
        draft.refuse(format!("--{argument}"), Unfit::TrainingTyped);
    }
    if let Some(text) = request.get("for") {
        let text = text.trim();
        let about = about(draft, &form, text);
        let target = draft.accept("--for", about);
        form.constants
            .extend(target.map(|target| (target, text.to_owned())));
    }
    for text in request.all("with") {
        let Some((name, value)) = text.split_once('=') else {
            let (text, form) = (text.clone(), "column=value".to_owned());
            draft.refuse("--with", Slip::PairForm { text, form });
            continue;
        };
        match form.target_or_heading(name.trim()) {
            Some(target) => form.constants.push((target, value.trim().to_owned())),
            None => {
                let (text, known) = (name.trim().to_owned(), form.known());
                draft.refuse("--with", Unfit::TargetNone { text, known });
            }
        }
    }
    if let Some(text) = request.get("dates") {
        form.dates = draft.accept("--dates", DateOrder::parse(text)).or(form.dates);
    }
    draft.is_good().then_some(form)
}

/// What `--for` tells of every row: what this kind of list is about.
fn about(draft: &Draft<'_>, form: &ListForm, text: &str) -> Result<Target, Reason> {
    let table = form.table();
    let (training, period) = (TrainingId::parse(text).is_ok(), day::period(text));
    let (own, text) = (form.target("training").filter(|_| training), text.to_owned());
    match (&form.survey, form.target("period")) {
        (Some(_), _) => {
            let month = period.filter(|period| period.months() == 1);
            let date = month.and_then(|_| form.target("date"));
            own.or(date).ok_or_else(|| Unfit::ForMonth { text }.into())
        }
        (None, _) if table.name == participation.name => {
            own.ok_or_else(|| Unfit::ForTraining { text }.into())
        }
        (None, Some(target)) => {
            let period = period.ok_or(Unfit::ForPeriod { text })?;
            let column = table.column("period").map(|at| &table.columns[at]);
            column.map_or(Ok(()), |column| draft.has_come(column, &period.to_string()))?;
            Ok(target)
        }
        (None, None) => {
            let dated = period.and_then(|_| form.target("month").or_else(|| form.target("date")));
            own.or(dated).ok_or_else(|| Unfit::FormWhole { text }.into())
        }
    }
}

/// Takes the quarter of a list of evaluations from the lines above it, where neither a column nor anybody else tells it and
/// all that name one name the same.
pub(super) fn titled(form: &mut ListForm, sheets: &[Worksheet]) -> Option<Intake> {
    let target = form.target("period").filter(|to| to.0 == evaluations.name)?;
    let knows = form.knows();
    let regions: Vec<Region<'_>> = sheets
        .iter()
        .flat_map(|sheet| heading::first_regions(sheet, &knows))
        .collect();
    let is_it = |index: usize| form.columns[index].to.as_ref() == Some(&target);
    let is_told = |region: &Region<'_>| form.bind(region).pairs.iter().any(|(_, index)| is_it(*index));
    if form.constants.iter().any(|(to, _)| *to == target) || regions.iter().any(is_told) {
        return None;
    }
    let above = regions.iter().flat_map(|region| {
        let rows = region
            .sheet
            .rows
            .iter()
            .take_while(|row| row.number < region.heading);
        rows.flat_map(SheetRow::texts)
    });
    let quarters = above
        .filter_map(day::period)
        .filter(|period| period.months() == 3);
    let quarters: BTreeSet<String> = quarters.map(|period| period.to_string()).collect();
    drop(knows);
    let period = quarters.first().filter(|_| quarters.len() == 1)?.clone();
    form.constants.push((target, period.clone()));
    Some(Intake::PeriodTitled { period })
}

/// Takes who evaluated from the lines above a table of evaluations that has no column of it, the nearest of several.
pub(super) fn note_evaluator(form: &ListForm, region: &Region<'_>, bound: &mut Bound) -> Option<Intake> {
    let name = &*evaluations.columns[Evaluation::evaluator].name;
    let is_it = |to: &Target| to.0 == evaluations.name && to.1 == name;
    let is_told = bound.feeds(&form.columns, &evaluations, Evaluation::evaluator)
        || form.constants.iter().any(|(to, _)| is_it(to));
    let label = |word: &str| {
        let word = spelled(word);
        let mut columns = form.columns.iter().filter(|column| column.from.contains(&word));
        columns.find_map(|column| column.to.clone().filter(is_it))
    };
    let above = region
        .sheet
        .rows
        .iter()
        .filter(|row| !is_told && row.number < region.heading);
    let lines = above.flat_map(|row| {
        headed::lines(row, label)
            .into_iter()
            .map(|line| (row.number, line))
    });
    // The heading of a table further up is none.
    let mut lines = lines.filter(|(_, (_, cell, _))| label(&cell.text).is_none());
    let (number, (to, cell, at)) = lines.next_back()?;
    let (text, spot) = (cell.text.trim().to_owned(), region.sheet.spot(number, Some(at)));
    bound.above.push((to, cell, spot));
    Some(Intake::EvaluatorTitled { text })
}

impl ListForm {
    /// The same, or what a heading of such a list becomes.
    pub(super) fn target_or_heading(&self, text: &str) -> Option<Target> {
        let heading = spelled(text);
        let mut columns = self.columns.iter();
        self.target(text)
            .or_else(|| columns.find(|column| column.from.contains(&heading))?.to.clone())
    }

    /// What a row lacks that must say some columns of a table, as who fills it in knows them; of a day
    /// with an example.
    pub(super) fn needed(&self, table: &Schema, names: &[&str], day: Day) -> Unfit {
        let columns: Vec<usize> = names.iter().filter_map(|name| table.column(name)).collect();
        if let [column] = columns[..] {
            let kind = table.columns[column].kind;
            // Most are civil servants.
            let usual = kind
                .codes()
                .iter()
                .find(|code| code.name == Employment::Pns.code());
            let code = usual.or(kind.codes().first()).map(|code| code.name.to_owned());
            let example = code.or_else(|| (kind == Domain::Day).then(|| day.to_string()));
            if let Some(example) = example {
                let column = self.heading(table, column);
                return Unfit::ColumnNeeded { column, example };
            }
        }
        let columns: Vec<String> = columns
            .iter()
            .map(|column| self.heading(table, *column))
            .collect();
        let columns = columns.join(", ");
        Unfit::ValueNeeded { columns }
    }

    /// What a column is called at the head of such a list; its own name where it has no other.
    pub(super) fn heading(&self, table: &Schema, column: usize) -> String {
        let name = &table.columns[column].name;
        let is_it = |one: &&ListColumn| {
            let to = one.to.as_ref();
            to.is_some_and(|to| (to.0 == *table.name || self.survey.is_some()) && to.1 == **name)
        };
        let named = self.columns.iter().find(is_it).and_then(|one| one.from.first());
        named.map_or_else(|| name.to_string(), |heading| heading.replace(' ', "-"))
    }
}
