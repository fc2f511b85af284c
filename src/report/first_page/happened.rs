//! What happened in the month: its programmes and its complaints.

use super::super::context::Context;
use super::super::figure::Pen;
use super::super::head::Rest;
use crate::measure::complaints::ComplaintColumn as Received;
use crate::measure::judged::Disclosure;
use crate::measure::movement::MovementColumn as Of;
use crate::measure::programmes::{Programme, ResultColumn as Column};
use crate::records::code::{AbsenceReason, Mode, ParticipationStatus};
use crate::records::number::{Dec, ONE, Ratio};
use crate::words;
use crate::words::report::Text;

pub(super) fn happened(context: &Context<'_>, rest: Rest) -> Vec<String> {
    let figures = context.figures;
    // What has not begun on the day as of which the records are read has not happened.
    let has_begun = |one: &&Programme| one.training.start.value <= context.read_on;
    let mut programmes: Vec<&Programme> = figures.programmes.iter().filter(has_begun).collect();
    programmes.sort_by_key(|programme| std::cmp::Reverse(programme.results().of(Column::completed)));
    let each = programmes.into_iter().map(|one| {
        let title = one.training.title.clone();
        match context.is_unrolled(one) {
            true => context.pen.say(Text::HapUnrolled { title }),
            false => programme(context, one, title),
        }
    });
    let earlier = figures.settled.iter().map(|one| {
        let title = context.pen.say(Text::HapEarlier {
            title: one.training.title.clone(),
            day: context.pen.day(one.training.end.value),
            time: context.timed(("bulan ini", "this month")),
        });
        settled(context, one, title)
    });
    let each = earlier.chain(each);
    let mut lines: Vec<String> = each.collect();
    // Complaints always have their line, so programmes take the others.
    let last = lines.len().min(rest.lines() - 1);
    lines.insert(
        last,
        context.told_from(context.period.first_day(), complaints(context)),
    );
    lines
}

/// What came of a programme that no table of the month tells of, with what was earned and thought of it.
fn settled(context: &Context<'_>, one: &Programme, title: String) -> String {
    let pen = context.pen;
    let thought = match one.satisfaction(&context.figures.forms) {
        Disclosure::Open(mean) => pen.say(Text::HapThought {
            mean: words::number(pen.lang, &mean.fixed(context.edition.feedback.decimals as u32)),
            count: one.responses(),
        }),
        _ => String::new(),
    };
    let results = one.results();
    let (jp, count) = (results.of(Column::jp_total), results.count(Column::jp_unknown));
    let known = (jp > 0 || count == 0).then(|| pen.dec(Dec(jp)));
    let unknown = (count > 0).then(|| pen.say(Text::NotKnown { count }));
    let jp: Vec<String> = known.into_iter().chain(unknown).collect();
    let earned = match results.of(Column::completed) {
        0 => String::new(),
        _ => pen.say(Text::HapEarned { jp: jp.join("; ") }),
    };
    programme(context, one, title) + &earned + &thought
}

/// What came of a programme, told under this title.
fn programme(context: &Context<'_>, programme: &Programme, title: String) -> String {
    let (pen, results) = (context.pen, programme.results());
    let places = test_places(programme.training.max_score());
    let mean = |ratio: Option<Ratio>| ratio.map(|ratio| words::number(pen.lang, &ratio.fixed(places)));
    let tests = match (
        mean(results.figure(Column::pre_mean)),
        mean(results.figure(Column::post_mean)),
    ) {
        (Some(pre), Some(post)) => pen.say(Text::HapTests {
            pre,
            post,
            pairs: results.count(Column::pairs),
        }),
        _ => String::new(),
    };
    if programme.training.mode == Mode::SelfPaced {
        return pen.say(Text::HapSelfPaced {
            title,
            completed: results.count(Column::completed),
            time: context.timed(("bulan ini", "this month")),
            tests,
        });
    }
    let [invited, completed] = [Column::invited, Column::completed].map(|column| results.count(column));
    if !programme.is_closed() {
        return pen.say(Text::HapUnclosed {
            title,
            invited,
            completed,
        });
    }
    pen.say(Text::HapProgramme {
        title,
        invited,
        completed,
        absent: without(pen, programme),
        tests,
    })
}

/// Who did not complete a programme that is closed: failed, withdrawn, absent by reason.
fn without(pen: Pen, programme: &Programme) -> String {
    let tally = &programme.tally;
    let mut reasons: Vec<String> = AbsenceReason::ALL
        .iter()
        .zip(&tally.absent)
        .filter(|(_, count)| **count > 0)
        .map(|(reason, count)| format!("{} {count}", reason.phrase().get(pen.lang)))
        .collect();
    let count = tally.absent[AbsenceReason::ALL.len()];
    if count > 0 {
        reasons.push(pen.say(Text::HapAbsentUnknown { count }));
    }
    let without = [ParticipationStatus::Failed, ParticipationStatus::Withdrawn];
    let without = without.map(|status| (status, tally.by_status[status as usize]));
    let without = without.iter().filter(|(_, count)| *count > 0);
    let without = without.map(|(status, count)| format!("{} {count}, ", status.phrase().get(pen.lang)));
    let absent = match programme.results().count(Column::absent) {
        0 => Text::HapNoAbsent,
        count => Text::HapAbsent {
            count,
            reasons: reasons.join(", "),
        },
    };
    without.collect::<String>() + &pen.say(absent)
}

/// With how many decimals the mean of a test is shown: on a short scale whole numbers would hide what was learned.
fn test_places(max: Dec) -> u32 {
    u32::from(max.0 <= 10 * ONE)
}

/// What came in, and what happened to complaints of whatever month.
fn complaints(context: &Context<'_>) -> String {
    let (pen, total) = (context.pen, &context.figures.movement.total);
    let columns = [Of::repeated, Of::returned, Of::repeats, Of::open];
    let [repeated, returned, repeats, open] = columns.map(|column| total.count(column));
    let within = total.closed_and_reopened();
    let parts = [
        (repeated, pen.say(Text::HapRepeated { count: repeated })),
        (total.count(Of::closed), closed(context)),
        (returned, pen.say(Text::HapReopened { count: returned })),
        (within, context.timed(Text::HapReopenedWithin { count: within })),
        (repeats, pen.say(Text::HapRepeats { count: repeats })),
        (open, pen.say(Text::HapOpen { count: open })),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    pen.say(Text::HapComplaints {
        received: context.figures.complaints.total.count(Received::received),
        parts: parts.map(|(_, words)| format!("; {words}")).collect(),
    })
}

/// What was closed, by outcome, and how much of it had come in before.
fn closed(context: &Context<'_>) -> String {
    let total = &context.figures.movement.total;
    let part = |column, words: &dyn Fn(u64) -> Text| (total.count(column), words(total.count(column)));
    let how = resolved(context);
    let before = match (total.count(Of::earlier), total.count(Of::closed)) {
        (1, 1) => Text::HapReceivedBefore,
        (count, closed) if count == closed => Text::HapAllBefore,
        (count, _) => Text::HapSomeBefore { count },
    };
    let parts = [
        part(Of::resolved, &|count| Text::HapResolved {
            count,
            how: how.clone(),
        }),
        part(Of::unresolved, &|count| Text::HapUnresolved { count }),
        part(Of::not_competent, &|count| Text::HapNotCompetent { count }),
        part(Of::dropped, &|count| Text::HapDropped { count }),
        (total.count(Of::earlier), before),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, words)| context.timed(words)).collect();
    parts.join(", ")
}

/// How many of the resolved were on time, and how long they took.
fn resolved(context: &Context<'_>) -> String {
    let (pen, total) = (context.pen, &context.figures.movement.total);
    let [count, of, unknown] = [Of::on_time, Of::timed, Of::untimed].map(|column| total.count(column));
    let on_time = match (of, unknown) {
        (0, _) => None,
        (_, 0) => Some(Text::HapOnTime { count, of }),
        _ => Some(Text::HapOnTimeKnown { count, of }),
    };
    let median = total.figure(Of::median_workdays).map(|days| Text::HapMedian {
        days: words::number(pen.lang, &days.shortest(1)),
    });
    let said: Vec<String> = on_time
        .into_iter()
        .chain(median)
        .map(|text| pen.say(text))
        .collect();
    format!(" ({})", said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_scale_is_shown_with_a_decimal() {
        let places = |max| test_places(Dec::int(max));
        assert_eq!([places(5), places(10), places(11), places(100)], [1, 1, 0, 0]);
    }
}
