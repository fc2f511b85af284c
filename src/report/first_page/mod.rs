//! The first page of a report about a month: the summary, what happened, what is late, what to decide.

mod decide;
mod happened;
mod late;

use super::context::Context;
use super::head::{Rest, list};
use super::model::{Column, Section, Style, Table, Value};
use super::monthly::{completeness_said, told_of_floor};
use super::surveyed::Unshown;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::hours::HoursColumn;
use crate::measure::judged::Guard;
use crate::measure::meaning::{Part, whole};
use crate::measure::satisfaction::Answers;
use crate::records::number::Ratio;
use crate::records::time::Period;
use crate::words;
use crate::words::report::Text;

/// What a busy reader must see first: the summary, what happened, what is late, what to decide.
pub(super) fn first_page(context: &Context<'_>, rest: Rest) -> Vec<Section> {
    vec![
        lead(context, rest),
        what_happened(context, rest),
        what_is_late(context, rest),
        list(
            context.pen,
            "decide",
            ("Mohon keputusan", "To decide"),
            Style::List,
            decide::decide(context),
            rest,
        ),
    ]
}

/// What happened; the monthly report has all programmes in a table below, and need not say that there are more.
fn what_happened(context: &Context<'_>, rest: Rest) -> Section {
    let lines = happened::happened(context, rest);
    let mut out = list(context.pen, "happened", Text::Happened, Style::List, lines, rest);
    if matches!(rest, Rest::Below) {
        let tables = out.tables.iter_mut();
        tables.for_each(|table| table.quiet.said.clear());
    }
    out
}

/// What is late. Where the deadline of open complaints is not known, that nothing is late is not known either.
fn what_is_late(context: &Context<'_>, rest: Rest) -> Section {
    let title = (
        "Yang terlambat (apa · siapa · sejak)",
        "What is late (what · who · since)",
    );
    let (pen, lines) = (context.pen, late::late(context));
    let mut out = list(pen, "late", title, Style::List, lines, rest);
    let count = context.figures.complaints.total.count(Of::unclassed);
    if count > 0 {
        let tables = out.tables.iter_mut();
        tables.for_each(|table| table.empty = pen.say(Text::NothingKnownLate { count }));
    }
    out
}

/// The summary, of which everybody may read the sentences about the office and about enough people.
fn lead(context: &Context<'_>, rest: Rest) -> Section {
    let pen = context.pen;
    let mut lines = summary(context);
    if matches!(rest, Rest::Below) {
        lines.extend(completeness_said(context));
    }
    let mut out = list(pen, "summary", Text::Summary, Style::Lines, lines, rest);
    let under = told_of_floor(&context.figures.hours.total);
    let people = [Value::Missing, pen.count(under)];
    // What else is said counts no people, and is for the office.
    let own = pen.blank(("untuk kantor", "for the office"));
    let people = people.into_iter().chain(std::iter::repeat(own));
    for table in std::mem::take(&mut out.tables) {
        let mut table = for_everybody(table);
        let size = pen.size("people", &[]);
        let meanings = size.meanings.into_iter();
        let meanings = meanings.map(|meaning| meaning.resting_on(UNDER_FLOOR)).collect();
        table.columns.push(Column { meanings, ..size });
        let sized = table.rows.iter_mut().zip(people.clone());
        sized.for_each(|(row, people)| row.push(people));
        out.tables.push(table.of_lines(&[("text", "people")]));
    }
    out
}

/// What the sentence rests on that counts people.
const UNDER_FLOOR: &[(&str, Part)] = &[("hours_by_unit", whole("under_floor"))];

/// Sentences without a name.
pub(super) fn for_everybody(mut table: Table) -> Table {
    table.columns = table.columns.into_iter().map(Column::public).collect();
    table
}

fn summary(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let overdue = [Of::overdue, Of::unclassed].map(|column| figures.complaints.total.count(column));
    let overdue = match overdue {
        [0, 0] if context.untold(context.looked_for()).is_some() => Text::SumNoKnownOverdue,
        [0, 0] => Text::SumNoOverdue,
        [count, 0] => Text::SumOverdue { count },
        [0, unclassed] if figures.complaints.total.figure(Of::overdue).is_none() => {
            Text::SumOverdueUnknown { unclassed }
        }
        [count, unclassed] => Text::SumOverdueKnown { count, unclassed },
    };
    let hours = &figures.hours.total;
    let jp = pen.dec(context.edition.hours.pns_floor);
    let unknown = hours.count(HoursColumn::floor_unknown);
    let is_told = context
        .untold(Period::year(context.month()).first_day())
        .is_none();
    let under = match hours.count(HoursColumn::pns) {
        0 if context.unplaced().is_some() => Text::SumPnsUnplaced,
        0 => Text::SumNoPns,
        _ if unknown > 0 && is_told => Text::SumUnderKnown {
            count: hours.count(HoursColumn::under_floor),
            of: hours.count(HoursColumn::floor_judged),
            unknown,
            jp,
        },
        _ if unknown > 0 => Text::KnownFloor {
            met: hours.count(HoursColumn::floor_judged),
            unknown,
            jp,
        },
        of => Text::SumUnder {
            count: hours.count(HoursColumn::under_floor),
            of,
            jp,
        },
    };
    let of_index = context.surveyed().first();
    let lines = [
        [
            context.told_from(of_index, pen.say(ikm(context))),
            pen.say(overdue),
        ]
        .join(" "),
        pen.say(under),
    ];
    let unplaced = context.unplaced().map(|note| note.text);
    lines.into_iter().chain(unplaced).collect()
}

/// The index with its change against the month before.
fn ikm(context: &Context<'_>) -> Text {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let figures = &context.figures.satisfaction;
    let before = figures.over(rule.window(context.period.previous(), context.is_alone));
    let now = figures.total();
    let guard = Guard::from(context.edition.privacy);
    let index = |answers: &Answers| guard.open(answers.index(rule));
    let told = index(&now);
    let Some((now_index, band)) = told.figure().and_then(|index| Some((index, rule.band(index)?))) else {
        let minimum = guard.least();
        return match context.surveyed().unshown() {
            Some(Unshown::FewOnOne) => Text::SumIkmFew { minimum },
            Some(Unshown::Few) => Text::SumIkmWithheld { minimum },
            Some(Unshown::Nobody) => Text::SumNoIkm,
            Some(Unshown::Part) | None => Text::SumIkmPart,
        };
    };
    // The change is that of the figures that are printed, so that a reader can check it.
    let places = rule.decimals as u32;
    let printed = |ratio: Ratio| Ratio::new(ratio.rounded(places), 10i128.pow(places));
    let is_told = context.untold(context.period.previous().first_day()).is_none();
    let change = index(&before)
        .figure()
        .filter(|_| is_told)
        .and_then(printed)
        .zip(printed(now_index))
        .and_then(|(earlier, now)| now.minus(earlier));
    let by = |ratio: Ratio| words::number(pen.lang, &ratio.shortest(places));
    let change = match change {
        None => String::new(),
        Some(change) if change > Ratio::ZERO => pen.say(Text::Rose { by: by(change) }),
        Some(change) if change < Ratio::ZERO => pen.say(Text::Fell {
            by: by(Ratio::ZERO.minus(change).unwrap_or(change)),
        }),
        Some(_) => pen.say(Text::Same),
    };
    Text::SumIkm {
        months: rule.window(context.period, context.is_alone).months().into(),
        value: words::number(pen.lang, &now_index.fixed(places)),
        letter: band.letter.clone(),
        quality: band.quality.clone(),
        n: now.people(),
        change,
    }
}
