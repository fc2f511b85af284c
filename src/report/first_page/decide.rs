//! What waits for a decision.

use super::super::context::Context;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::follow_up::Lacking;
use crate::measure::hours::HoursColumn;
use crate::measure::impact::{ProgrammeImpact, Verdict};
use crate::records::code::Predicate;
use crate::records::number::Dec;
use crate::words::report::Text;

pub(super) fn decide(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let hours = &figures.hours.total;
    let [overdue, unclassed] =
        [Of::overdue, Of::unclassed].map(|column| figures.complaints.total.count(column));
    let missing = figures.predicates.total.missing;
    let guidance = without_guidance(context);
    let actions = figures.actions.overdue().count() as u64;
    let recognition = lacking(context, Lacking::Recognition).unwrap_or(0);
    let contracts = hours.count(HoursColumn::without_contract);
    let mut lines = Vec::new();
    let mut ask = |count: u64, text: Text| {
        if count > 0 {
            lines.push(pen.say(text));
        }
    };
    ask(overdue, Text::DecOverdue { count: overdue });
    ask(unclassed, Text::DecUnclassed { count: unclassed });
    for programme in figures.impacts.iter().filter(|one| waits_for_evaluation(one)) {
        ask(1, not_improved(programme));
    }
    let (count, text) = short(context);
    ask(count, text);
    let period = pen.period(figures.owed);
    ask(
        missing,
        Text::DecMissing {
            count: missing,
            begun: pen.begun(figures.predicates.total.begun),
            period,
        },
    );
    ask(guidance, Text::DecGuidance { count: guidance });
    ask(actions, Text::DecActions { count: actions });
    ask(recognition, Text::DecRecognition { count: recognition });
    ask(contracts, Text::DecContract { count: contracts });
    lines
}

/// Whether complaints have not improved after a programme and nobody opened the further evaluation.
fn waits_for_evaluation(programme: &ProgrammeImpact) -> bool {
    programme.figures.verdict == Verdict::NotImproved && programme.actions.is_empty()
}

fn not_improved(programme: &ProgrammeImpact) -> Text {
    let [_, after] = &programme.figures.cells[0];
    Text::DecImpact {
        title: programme.title.clone(),
        n: after.complaints.count(Of::resolvable),
    }
}

/// The PNS whom confirmed places do not bring to the floor either, and how much they are short of together.
fn short(context: &Context<'_>) -> (u64, Text) {
    let (pen, figures) = (context.pen, context.figures);
    let people = figures.hours.under_floor.iter();
    let planned = |person: &u32| i128::from(figures.person_hours[person].planned.0);
    let short = people.map(|person| context.shortfall(*person) - planned(person));
    let short: Vec<i128> = short.filter(|short| *short > 0).collect();
    let count = short.len() as u64;
    let text = Text::DecHours {
        count,
        short: pen.dec(Dec(short.iter().sum::<i128>() as i64)),
    };
    (count, text)
}

/// How many people of whom something is lacking, due or not yet; `None` when the office keeps no follow-up.
fn lacking(context: &Context<'_>, lacking: Lacking) -> Option<u64> {
    let figures = context.figures.follow_ups.as_ref()?;
    let all = figures.open.iter().chain(&figures.ahead);
    Some(all.filter(|open| open.lacking == lacking).count() as u64)
}

/// How many people have a low predicate and no guidance for it; where the office keeps no guidance, all of them.
fn without_guidance(context: &Context<'_>) -> u64 {
    let predicates = &context.figures.predicates.total;
    let low = Predicate::ALL.iter().filter(|predicate| predicate.is_low());
    let count = |predicate: &Predicate| predicates.by_predicate[*predicate as usize];
    lacking(context, Lacking::Guidance).unwrap_or_else(|| low.map(count).sum())
}
