//! The days that a row gets by itself: since when a place was held or ended, and from when an evaluation without a day counts.

use super::finish::finish;
use crate::change::Draft;
use crate::records::cell::Cell;
use crate::records::code::ParticipationStatus;
use crate::records::performance::{Evaluation, FORM, Stages, evaluations};
use crate::records::references::References;
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Period};
use crate::words::change::Hint;

impl Draft<'_> {
    /// Notes that something which came without a day counts from this one: whoever reports about its month is told.
    pub fn count_from(&mut self, day: Day) {
        if self.today.is_some_and(|today| day.month() < today.month()) {
            self.counts_from = Some(self.counts_from.map_or(day, |known| known.min(day)));
        }
    }

    /// That reports about a month that is over change with it, where something in it counts from a day that nobody typed.
    pub fn altered_month(&self) -> Option<Hint> {
        let day = self
            .counts_from
            .filter(|_| self.changed().next().is_some())?
            .to_string();
        Some(Hint::MonthAltered { day })
    }
}

/// Completes a row of participation that is new with what follows from it.
pub fn enter(draft: &mut Draft<'_>, cells: &mut [String]) {
    finish(draft, None, cells);
    date_anew(draft, cells);
}

/// Notes the day of enrolment in a row of participation that is new, and from when its status holds, unless that was
/// typed. Who completed held a place by then, and nobody knows since when; what is recorded once the programme is over
/// counts from its last day, so that no month before that one changes. Of a programme of another office the completion
/// tells enough.
pub fn date_anew(draft: &mut Draft<'_>, cells: &mut [String]) {
    let programme = draft.programme(&cells[Participation::training]);
    let Some((programme, today)) = programme.zip(draft.today) else {
        return;
    };
    let ended = today.min(programme.content.end.value);
    let [enrolled, completed] =
        [Participation::enrolled, Participation::completed].map(|column| Day::parse(&cells[column]));
    let since = enrolled.or(completed).unwrap_or(ended);
    let status = ParticipationStatus::parse(&cells[Participation::status]).ok();
    let of_status = status.and_then(Participation::day_of);
    for column in [Some(Participation::enrolled), of_status].into_iter().flatten() {
        if cells[column].is_empty() {
            let day = if column == Participation::ended {
                ended
            } else {
                since
            };
            if day == ended && completed.is_none() {
                draft.count_from(day);
            }
            cells[column] = day.to_string();
        }
    }
}

/// Notes the day on which a place was confirmed, or ended without completion. Of a place whose enrolment nobody knows,
/// only what is certain: that it was held until now, or was not.
pub fn date(draft: &mut Draft<'_>, before: &[String], cells: &mut [String]) {
    let status = |cells: &[String]| ParticipationStatus::parse(&cells[Participation::status]).ok();
    let Some((old, new)) = status(before).zip(status(cells)).filter(|(old, new)| old != new) else {
        return;
    };
    let of = Participation::day_of;
    let was_held = of(old) == Some(Participation::confirmed);
    let is_known = !cells[Participation::enrolled].is_empty();
    let column = match new {
        ParticipationStatus::Completed if !was_held && !is_known => Some(Participation::confirmed),
        _ => of(new).filter(|column| of(old) != Some(*column)),
    };
    let Some(column) = column.filter(|column| cells[*column].is_empty()) else {
        return;
    };
    let programme = draft.programme(&cells[Participation::training]);
    let Some((programme, today)) = programme.zip(draft.today) else {
        return;
    };
    let day = match new {
        ParticipationStatus::Completed => {
            return cells[column].clone_from(&cells[Participation::completed].clone());
        }
        _ if column == Participation::confirmed => programme.known_since(today),
        _ if was_held || is_known => today.min(programme.content.end.value),
        _ => return,
    };
    draft.count_from(day);
    cells[column] = day.to_string();
}

/// The day from which a form of an evaluation counts: its own, else the last of its period.
fn told_on(cells: &[String]) -> Option<Day> {
    let end = || Period::parse(&cells[Evaluation::period]).map(Period::last_day);
    Day::parse(&cells[Evaluation::date]).or_else(end)
}

/// Keeps what stood in a form of an evaluation that is filled in further in a later month, so that the months before are
/// told as they were; where no day was typed, that is done today. A form that was whole is corrected: its months change.
pub(super) fn fill_in(draft: &mut Draft<'_>, table: &Schema, before: &[String], cells: &mut [String]) {
    let (date, begun) = (Evaluation::date, Evaluation::begun);
    let differs = |column: usize, cells: &[String]| before[column] != cells[column];
    if table.name != evaluations.name || differs(begun, cells) {
        return;
    }
    let Some((was, today)) = told_on(before).zip(draft.today) else {
        return;
    };
    let is_filled = |column: usize| !before[column].is_empty();
    let is_whole =
        is_filled(Evaluation::result) && is_filled(Evaluation::behaviour) || is_filled(Evaluation::predicate);
    let is_added = |&(column, _): &(usize, &str)| !is_filled(column) && differs(column, cells);
    if !is_whole && !differs(date, cells) && FORM.iter().any(is_added) && was.month() < today.month() {
        cells[date] = today.to_string();
    }
    if !is_whole && told_on(cells).is_some_and(|now| was.month() < now.month()) {
        let names = FORM.iter().filter(|(column, _)| is_filled(*column));
        let names: Vec<&str> = names.map(|(_, name)| *name).collect();
        let stage = References::part(&names.join(Stages::AND), &was.to_string());
        cells[begun] = format!("{} {stage}", before[begun]).trim().to_owned();
    } else if differs(date, cells) || FORM.iter().any(|(column, _)| differs(*column, cells)) {
        draft.count_from(was);
    }
}

/// Notes of a completion whose assessment of JP or certificate comes later that these count from its day: they have none of
/// their own.
pub(super) fn count_filled(draft: &mut Draft<'_>, table: &Schema, before: &[String], cells: &[String]) {
    let is_completed =
        |cells: &[String]| cells[Participation::status] == ParticipationStatus::Completed.code();
    if table.name != participation.name || !is_completed(before) || !is_completed(cells) {
        return;
    }
    let mut later = [Participation::jp_recognised, Participation::certificate].into_iter();
    if later.any(|column| before[column].is_empty() && !cells[column].is_empty()) {
        let day = Day::parse(&cells[Participation::completed]);
        day.into_iter().for_each(|day| draft.count_from(day));
    }
}

/// Notes of an evaluation without a day that it counts from the end of its period.
pub(super) fn count_undated(draft: &mut Draft<'_>, table: &Schema, cells: &[String]) {
    if table.name == evaluations.name && cells[Evaluation::date].is_empty() {
        let period = Period::parse(&cells[Evaluation::period]);
        period
            .into_iter()
            .for_each(|period| draft.count_from(period.last_day()));
    }
}
