//! What is said beside figures where nothing is on record of something that was: who took part in a programme that has
//! begun, who was evaluated for a period. It is not known, and not nobody.

use super::figure::Pen;
use super::model::{About, Column, Note, Partial, Report, Table, Unjudged, Value};
use super::page::Page;
use crate::measure::unrolled::Unrolled;
use crate::records::cell::{Cell, TrainingId};
use crate::records::time::Period;
use crate::words::report::Text;

/// How many programmes are named.
const NAMED: usize = 5;

impl Page<'_> {
    /// Says in a report which programmes have nobody on record: of a report about one of them only that one. Everybody
    /// reads how many there are, and the office which.
    pub fn tell_unrolled(&self, report: &mut Report, unrolled: &[Unrolled], subject: Option<&str>) {
        let has_begun = |one: &&Unrolled| one.start <= self.read_on;
        let mut all: Vec<&Unrolled> = unrolled.iter().filter(has_begun).collect();
        let is_programme = |subject: &&str| <TrainingId as Cell>::parse(subject).is_ok();
        if let Some(subject) = subject.filter(is_programme) {
            all.retain(|one| one.id == subject);
        }
        if all.is_empty() || report.is_for_wall {
            return;
        }
        let count = all.len() as u64;
        let mut titles: Vec<&str> = all.iter().take(NAMED).map(|one| &*one.title).collect();
        if all.len() > NAMED {
            titles.push("…");
        }
        let titles = titles.join("; ");
        let code = "participants-unknown";
        let of_office = self.pen.note(code, Text::ParticipantsUnknown { count, titles });
        let of_public = self.pen.note(code, Text::ParticipantsUnknownPublic { count });
        put(report, of_office, |_| true);
        put(report, of_public.for_public(), |about| about != About::Unsaid);
    }

    /// Says in a report of which periods no evaluation is on record.
    pub fn tell_unevaluated(&self, report: &mut Report, periods: &[Period]) {
        if !periods.is_empty() && !report.is_for_wall {
            let periods = periods.iter().map(|period| self.pen.period(*period));
            let periods = periods.collect::<Vec<_>>().join(", ");
            let text = Text::EvaluationsUnknown { periods };
            let note = self.pen.note("evaluations-unknown", text);
            put(report, note.clone(), |_| true);
            put(report, note.for_public(), |about| about != About::Unsaid);
        }
    }
}

impl Pen {
    /// A figure of what people did in programmes, of so many of which nobody is on record: none is not known then, and any
    /// other is beside that number. Readers are told it once, by a note.
    pub(super) fn beside_rolls(self, value: Value, unrolled: u64) -> Value {
        let known = match value {
            _ if unrolled == 0 => return value,
            Value::Missing | Value::Withheld => return value,
            none if none.is_none() => Value::Missing,
            known => known,
        };
        let own = Partial::from(known);
        Value::Partial(Box::new(Partial {
            shown: match own.known.is_figure() {
                true => own.shown,
                false => "–".to_owned(),
            },
            unknown: Some((unrolled, Unjudged::Roll)),
            ..own
        }))
    }

    /// That the figures of a section are without the programmes of which nobody is on record, where there are such.
    pub(super) fn without_rolls(self, unrolled: u64) -> Option<Note> {
        let note = || self.note("without-rolls", Text::WithoutRolls { count: unrolled });
        (unrolled > 0).then(|| note().public())
    }

    /// A table of what people did in programmes, of so many of which nobody is on record: its figures but those in some
    /// columns are beside that number.
    pub(super) fn with_unrolled(self, unrolled: u64, kept: &[&str], table: Table) -> Table {
        let rows = vec![unrolled; table.rows.len()];
        let mut table = self.with_unrolled_each(&rows, kept, table);
        if unrolled > 0 && table.rows.is_empty() && !table.empty.is_empty() {
            table.empty = self.say(Text::NothingRolled { count: unrolled });
        }
        table
    }

    /// The same, where each row is of so many.
    pub(super) fn with_unrolled_each(self, rows: &[u64], kept: &[&str], mut table: Table) -> Table {
        let is_kept = |column: &Column| !column.is_counted() || kept.contains(&column.id);
        table.turn_rows(|at, row, columns| {
            let own = row.iter_mut().zip(columns);
            for (value, _) in own.filter(|(_, column)| !is_kept(column)) {
                let known = std::mem::replace(value, Value::Missing);
                *value = self.beside_rolls(known, rows.get(at).copied().unwrap_or(0));
            }
        });
        table
    }
}

/// Puts a note into the first section with a table about something that is asked for.
fn put(report: &mut Report, note: Note, is_fit: impl Fn(About) -> bool) {
    let mut sections = report.sections.iter_mut();
    let first = sections.find(|section| section.tables.iter().any(|table| is_fit(table.about)));
    if let Some(section) = first {
        section.notes.push(note);
    }
}
