//! What a row of a list of evaluations becomes; a predicate beside its parts is compared with them.

use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, named};
use super::value::ListCells;
use crate::change::{Draft, Reason};
use crate::load;
use crate::records::cell::Cell;
use crate::records::code::{Expectation, Predicate};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::text::folded;
use crate::records::time::Period;
use crate::rules::PredicateRule;
use crate::words::import::{Spot, Unfit};

impl Transcription<'_, '_> {
    /// The evaluation of a person.
    pub(super) fn of_evaluation(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<Vec<TableEntry>, Faults> {
        let entry = self.entry(draft, row, (&evaluations, fields), &[(Evaluation::staff, id)])?;
        if let Some(told) = named(fields, &evaluations.name, "predicate") {
            let value = |wanted: usize| {
                entry
                    .values
                    .iter()
                    .find(|(column, _)| *column == wanted)
                    .and_then(|(_, text)| Expectation::parse(text).ok())
            };
            let parts = (value(Evaluation::result), value(Evaluation::behaviour));
            let period = Period::parse(&entry.key[Evaluation::period]);
            let rules = load::rules(draft.directory, &mut draft.findings);
            let rule = period.and_then(|period| rules.predicate.on(period.last_day()));
            judge_predicate(&told.cell.text, parts, rule)
                .map_err(|reason| vec![(told.spot.clone(), reason)])?;
        }
        Ok(vec![entry])
    }
}

/// Refuses a predicate that stands alone, or does not follow from its parts.
fn judge_predicate(
    told: &str,
    parts: (Option<Expectation>, Option<Expectation>),
    rule: Option<&PredicateRule>,
) -> Result<(), Reason> {
    let text = told.to_owned();
    let (Some(result), Some(behaviour)) = parts else {
        return Err(Unfit::PredicateAlone { text }.into());
    };
    let Some(computed) = rule.and_then(|rule| rule.of(result, behaviour)) else {
        return Ok(());
    };
    let wanted = folded(told);
    let is_it = |predicate: &&Predicate| {
        folded(predicate.phrase().id) == wanted || folded(predicate.code()) == wanted
    };
    let is_former = rule.is_some_and(|rule| {
        rule.former
            .iter()
            .any(|former| folded(&former.name) == wanted && former.predicate == computed)
    });
    match is_former || Predicate::ALL.iter().find(is_it) == Some(&computed) {
        true => Ok(()),
        false => {
            let computed = computed.phrase().id.to_owned();
            Err(Unfit::PredicateOther { told: text, computed }.into())
        }
    }
}
