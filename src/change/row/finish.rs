//! What a row of participation gets that says of somebody that it is completed: the JP and the day, as of all who complete.

use crate::change::taking_part::partial_presence;
use crate::change::{Draft, Reason};
use crate::records::code::ParticipationStatus;
use crate::records::taking_part::Participation;
use crate::words::problem::Problem;

/// Fills what `training complete` fills of a row that says now that somebody completed, and did not `before`: the JP of the
/// programme, or of the part that she was present for, and its last day; today, while it goes on, and never before it begins.
/// A programme of another office tells neither.
pub(super) fn finish(draft: &mut Draft<'_>, before: Option<&[String]>, cells: &mut [String]) {
    let is_completed =
        |cells: &[String]| cells[Participation::status] == ParticipationStatus::Completed.code();
    if !is_completed(cells) || before.is_some_and(is_completed) {
        return;
    }
    let programme = draft.programme(&cells[Participation::training]);
    let Some((programme, today)) = programme.zip(draft.today) else {
        return;
    };
    if cells[Participation::jp].is_empty() {
        let part = partial_presence(draft, &programme)
            .parts
            .remove(&cells[Participation::staff]);
        cells[Participation::jp] = part.unwrap_or_else(|| programme.content.jp.value.to_string());
    }
    if cells[Participation::completed].is_empty() {
        let (start, end) = (programme.content.start.value, programme.content.end.value);
        let day = today.min(end);
        draft.count_from(day);
        let day = day.to_string();
        if today < start {
            let (day, start) = (day.clone(), start.to_string());
            draft.refuse("", Reason::Cell(Problem::CompletedOutside { day, start }));
        }
        cells[Participation::completed] = day;
    }
}
