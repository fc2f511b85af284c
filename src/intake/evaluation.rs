//! What a row of a list of evaluations becomes; a predicate beside its parts is compared with them, and one
//! that stands alone is kept as it was told.

use super::cells::ListCells;
use super::dated;
use super::day;
use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, field};
use crate::change::{Draft, Reason};
use crate::load;
use crate::records::cell::Cell;
use crate::records::code::{Expectation, Predicate};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::text::{folded, spelled};
use crate::records::time::{Day, Period};
use crate::rules::PredicateRule;
use crate::words::import::{Spot, Unfit};

impl Transcription<'_, '_> {
    /// The evaluation of a person; none where nothing is said of it but by whom and when.
    pub(super) fn of_evaluation(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<Vec<TableEntry>, Faults> {
        self.understanding.on = self.day_of_posts(fields);
        let entry = self.evaluated(draft, row, fields, id)?;
        let frame = [Evaluation::evaluator, Evaluation::date];
        let is_empty = entry.values.iter().all(|(column, _)| frame.contains(column));
        let known = self.ledger.known(draft, &evaluations, &entry.file, &entry.key);
        let is_none = is_empty && known.is_none();
        Ok(Some(entry).filter(|_| !is_none).into_iter().collect())
    }

    /// The day on which an evaluator holds the post that a row names: that of the evaluation, else the last of its period.
    fn day_of_posts(&self, fields: &ListCells) -> Option<Day> {
        let date = field(fields, &evaluations, Evaluation::date);
        let date = date.and_then(|told| Day::parse(&day::day(&told.cell, self.understanding.dates).ok()?));
        let period = field(fields, &evaluations, Evaluation::period);
        let period = period.and_then(|told| dated::period(&told.cell.text));
        date.or(period.map(Period::last_day))
    }

    fn evaluated(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<TableEntry, Faults> {
        let Some(told) = field(fields, &evaluations, Evaluation::predicate) else {
            return self.entry(draft, row, (&evaluations, fields), &[(Evaluation::staff, id)]);
        };
        let mut others = fields.clone();
        let column = &evaluations.columns[Evaluation::predicate];
        others.leave_out(&evaluations.name, &column.name);
        let mut entry = self.entry(draft, row, (&evaluations, &others), &[(Evaluation::staff, id)])?;
        let known = self.ledger.known(draft, &evaluations, &entry.file, &entry.key);
        let value = |wanted: usize| {
            let said = entry.values.iter().find(|(column, _)| *column == wanted);
            let recorded = known.as_ref().map(|cells| &cells[wanted]);
            let text = said.map(|(_, text)| text).or(recorded);
            text.and_then(|text| Expectation::parse(text).ok())
        };
        let parts = value(Evaluation::result).zip(value(Evaluation::behaviour));
        let period = Period::parse(&entry.key[Evaluation::period]);
        let rules = load::rules(draft.directory, &mut draft.findings);
        let rule = period.and_then(|period| rules.predicate.on(period.last_day()));
        let text = &told.cell.text;
        let is_none = meant(text, rule).is_empty();
        let judged = match parts {
            _ if is_none => column.check.run(text).map_err(Reason::from),
            Some(parts) => judge(text, parts, rule),
            None => {
                let meant = match meant(text, rule)[..] {
                    [predicate, ..] => {
                        let (code, name) = (predicate.code(), predicate.phrase().id);
                        if ![code, name].map(folded).contains(&folded(text)) {
                            self.predicates.insert(text.clone(), name.to_owned());
                        }
                        code
                    }
                    [] => text,
                };
                let checked = column.check.run(meant).map_err(Reason::from);
                checked.map(|()| entry.values.push((Evaluation::predicate, meant.to_owned())))
            }
        };
        judged.map_err(|reason| vec![(told.spot.clone(), reason)])?;
        Ok(entry)
    }
}

/// The predicates that a text names, those by a name of former years last.
fn meant(text: &str, rule: Option<&PredicateRule>) -> Vec<Predicate> {
    let (name, _) = text.split_once('(').unwrap_or((text, ""));
    let wanted = spelled(name);
    // `BP` stands for Butuh Perbaikan.
    let is_short = |name: &str| {
        let initials = folded(name)
            .split(' ')
            .filter_map(|word| word.chars().next())
            .collect::<String>();
        initials == wanted
    };
    let all = Predicate::ALL.iter().copied();
    let is_it = |predicate: &Predicate| {
        [predicate.phrase().id, predicate.code()]
            .iter()
            .any(|name| folded(name) == wanted)
            || is_short(predicate.phrase().id)
    };
    let mut named: Vec<Predicate> = all.filter(is_it).collect();
    let former = rule.into_iter().flat_map(|rule| &rule.former);
    // `B` is Baik, not Buruk.
    let is_free = named.is_empty();
    let former =
        former.filter(|former| folded(&former.name) == wanted || (is_free && is_short(&former.name)));
    named.extend(former.map(|former| former.predicate));
    named
}

/// Refuses a predicate that does not follow from its parts.
fn judge(
    told: &str,
    (result, behaviour): (Expectation, Expectation),
    rule: Option<&PredicateRule>,
) -> Result<(), Reason> {
    match rule.and_then(|rule| rule.of(result, behaviour)) {
        Some(computed) if !meant(told, rule).contains(&computed) => {
            let (told, computed) = (told.to_owned(), computed.phrase().id.to_owned());
            Err(Unfit::PredicateOther { told, computed }.into())
        }
        _ => Ok(()),
    }
}
