//! The camat's one page: what happened, what is late, what to decide. From the same values as the monthly report.

use super::head::{LINES, Rest, append, list};
use super::model::{Column, Report, Section, Style, Table};
use super::monthly::{Context, abbreviations, key_figures_table, service_name, whole_shortfall};
use crate::measure::complaints::UnitComplaints;
use crate::measure::completeness::Item;
use crate::measure::month::MonthFigures;
use crate::measure::programmes::Programme;
use crate::records::code::{AbsenceReason, Mode, Predicate};
use crate::records::number::{Dec, ONE, Ratio};
use crate::records::settings::Settings;
use crate::rules::Rules;
use crate::words::report::Text;
use crate::words::{self, Lang};

/// The version of the contract of the brief.
const VERSION: u32 = 1;

/// Builds the brief; `None` when a rule has no edition in force.
pub fn brief(figures: &MonthFigures, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let context = Context::new(figures, settings, rules, lang)?;
    let pen = context.pen;
    let mut report = context.report(
        "brief",
        VERSION,
        Text::BriefTitle {
            month: context.month_title(),
        },
    );
    if let Some(who) = &settings.agency.addressee {
        report
            .heading_below
            .insert(0, pen.say(Text::Addressee { who: who.clone() }));
    }
    report.heading_below.push(pen.say(Text::Number));
    report.sections = first_page(&context, Rest::Elsewhere);
    report.sections.push(key_figures(&context));
    report.sections.push(list(
        pen,
        "next_month",
        Text::NextMonth,
        Style::List,
        next_month(&context),
        Rest::Elsewhere,
    ));
    let mut complete = list(
        pen,
        "completeness",
        Text::Completeness,
        Style::Lines,
        completeness(&context),
        Rest::Elsewhere,
    );
    let tables = complete.tables.into_iter();
    complete.tables = tables.map(|table| for_everybody(table).of_work()).collect();
    report.sections.push(complete);
    report.closing = signature(&context);
    Some(report)
}

/// What a busy reader must see first: the summary, what happened, what is late, what to decide.
pub(super) fn first_page(context: &Context<'_>, rest: Rest) -> Vec<Section> {
    vec![
        lead(context, rest),
        list(
            context.pen,
            "happened",
            Text::Happened,
            Style::List,
            happened(context, rest),
            rest,
        ),
        list(context.pen, "late", Text::Late, Style::List, late(context), rest),
        list(
            context.pen,
            "decide",
            Text::Decide,
            Style::List,
            decide(context),
            rest,
        ),
    ]
}

/// The summary, which everybody may read where its sentence is about enough people.
fn lead(context: &Context<'_>, rest: Rest) -> Section {
    let pen = context.pen;
    let mut out = list(
        pen,
        "summary",
        Text::Summary,
        Style::Lines,
        summary(context),
        rest,
    );
    let people = pen.count(context.figures.hours.total.pns);
    for table in std::mem::take(&mut out.tables) {
        let mut table = for_everybody(table);
        table.columns.push(pen.hidden("people", Text::FigurePeople));
        table.rows.iter_mut().for_each(|row| row.push(people.clone()));
        out.tables.push(table.of_people("people"));
    }
    out
}

/// Sentences without a name.
fn for_everybody(mut table: Table) -> Table {
    table.columns = table.columns.into_iter().map(Column::public).collect();
    table
}

fn summary(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let overdue = figures.complaints.total.overdue;
    let overdue = match overdue {
        0 => Text::SumNoOverdue,
        count => Text::SumOverdue { count },
    };
    let hours = &figures.hours.total;
    let jp = pen.dec(context.edition.hours.pns_floor);
    let under = Text::SumUnder {
        count: hours.under_floor,
        of: hours.pns,
        jp,
    };
    vec![[pen.say(ikm(context)), pen.say(overdue), pen.say(under)].join(" ")]
}

/// The index with its change against the month before.
fn ikm(context: &Context<'_>) -> Text {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let (now, before) = (
        context.figures.satisfaction.total(),
        context.figures.satisfaction.before,
    );
    let minimum = context.edition.privacy.min_group.max(1) as u64;
    let index = now.index(rule).filter(|_| now.n >= minimum);
    let Some((index, band)) = index.and_then(|index| Some((index, rule.band(index)?))) else {
        return Text::SumNoIkm;
    };
    // The change is that of the figures that are printed, so that a reader can check it.
    let places = rule.decimals as u32;
    let printed = |ratio: Ratio| Ratio::new(ratio.rounded(places), 10i128.pow(places));
    let earlier = before
        .index(rule)
        .filter(|_| before.n >= minimum)
        .and_then(printed);
    let change = earlier
        .zip(printed(index))
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
        months: rule.months,
        value: words::number(pen.lang, &index.fixed(places)),
        letter: band.letter.clone(),
        quality: band.quality.clone(),
        n: now.n,
        change,
    }
}

fn happened(context: &Context<'_>, rest: Rest) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let mut programmes: Vec<&Programme> = figures.programmes.iter().collect();
    programmes.sort_by_key(|programme| std::cmp::Reverse(programme.results().completed));
    let all = programmes.len();
    // Complaints always have their line, so programmes take the others.
    let mut lines: Vec<String> = programmes
        .into_iter()
        .take(LINES - 1)
        .map(|p| programme(context, p))
        .collect();
    let count = all.saturating_sub(LINES - 1) as u64;
    if count > 0 {
        let more = match rest {
            Rest::Elsewhere => Text::AndMoreProgrammes { count },
            Rest::Below => Text::AndMoreProgrammesBelow { count },
        };
        append(&mut lines, pen.say(more));
    }
    lines.push(complaints(context, &figures.complaints.total));
    lines
}

fn programme(context: &Context<'_>, programme: &Programme) -> String {
    let (pen, tally, results) = (context.pen, &programme.tally, programme.results());
    let places = test_places(programme.training.max_score());
    let mean = |ratio: Option<Ratio>| ratio.map(|ratio| words::number(pen.lang, &ratio.fixed(places)));
    let tests = match (mean(results.pre.decimal()), mean(results.post.decimal())) {
        (Some(pre), Some(post)) => pen.say(Text::HapTests {
            pre,
            post,
            pairs: results.pre.n,
        }),
        _ => String::new(),
    };
    let title = programme.training.title.clone();
    if programme.training.mode == Mode::SelfPaced {
        return pen.say(Text::HapSelfPaced {
            title,
            completed: results.completed,
            tests,
        });
    }
    let reasons: Vec<String> = AbsenceReason::ALL
        .iter()
        .zip(&tally.absent)
        .filter(|(_, count)| **count > 0)
        .map(|(reason, count)| format!("{} {count}", reason.phrase().get(pen.lang)))
        .collect();
    let absent = match tally.absent() {
        0 => Text::HapNoAbsent,
        count => Text::HapAbsent {
            count,
            reasons: reasons.join(", "),
        },
    };
    let (invited, completed) = (tally.invited, results.completed);
    pen.say(Text::HapProgramme {
        title,
        invited,
        completed,
        absent: pen.say(absent),
        tests,
    })
}

/// With how many decimals the mean of a test is shown: on a short scale whole numbers would hide what was learned.
fn test_places(max: Dec) -> u32 {
    u32::from(max.0 <= 10 * ONE)
}

fn complaints(context: &Context<'_>, total: &UnitComplaints) -> String {
    let pen = context.pen;
    let parts: String = [
        (
            total.resolved,
            Text::HapResolved {
                count: total.resolved,
            },
        ),
        (
            total.unresolved,
            Text::HapUnresolved {
                count: total.unresolved,
            },
        ),
        (
            total.not_competent,
            Text::HapNotCompetent {
                count: total.not_competent,
            },
        ),
        (total.dropped, Text::HapDropped { count: total.dropped }),
        (total.open(), Text::HapOpen { count: total.open() }),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, text)| pen.say(text))
    .collect();
    let median = total
        .median()
        .map(|days| words::number(pen.lang, &days.shortest(1)));
    let median = median.map_or(String::new(), |days| pen.say(Text::HapMedian { days }));
    pen.say(Text::HapComplaints {
        received: total.received,
        parts,
        median,
    })
}

fn late(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let mut lines = Vec::new();
    let due = figures
        .owed
        .last_day()
        .plus(context.edition.evaluation.late_after_days as i32);
    let mut units: Vec<(usize, u64)> = figures
        .predicates
        .units
        .iter()
        .map(|count| count.missing)
        .enumerate()
        .filter(|(_, n)| *n > 0)
        .collect();
    units.sort_by_key(|&(unit, missing)| (std::cmp::Reverse(missing), unit));
    let (period, day) = (pen.period(figures.owed), pen.day(due));
    if let Some(&(unit, count)) = units.first() {
        let unit = figures.units.names[unit].clone();
        lines.push(pen.say(Text::LateEvaluation {
            period: period.clone(),
            count,
            unit,
            day: day.clone(),
        }));
    }
    // One line for the other units together: complaints must not be pushed off the page.
    let others = units.len().saturating_sub(1) as u64;
    if others > 0 {
        let count = units.iter().skip(1).map(|(_, count)| count).sum();
        lines.push(pen.say(Text::LateEvaluations {
            period,
            count,
            units: others,
            day,
        }));
    }
    for complaint in figures
        .complaints
        .open
        .iter()
        .filter(|complaint| complaint.is_past)
    {
        let service = service_name(context, complaint.service.as_deref());
        let service = service.unwrap_or_else(|| pen.say(Text::NoService));
        let who = complaint
            .handler
            .and_then(|person| figures.names.get(&person).cloned());
        let who = who.unwrap_or_else(|| pen.say(Text::NobodyNamed));
        let (id, days) = (complaint.id.clone(), complaint.past);
        lines.push(match complaint.deadline.filter(|_| days == 0) {
            Some(day) => pen.say(Text::LateComplaintSince {
                id,
                service,
                who,
                day: pen.day(day),
            }),
            None => pen.say(Text::LateComplaint {
                id,
                service,
                who,
                days,
            }),
        });
    }
    let unclassed = figures.complaints.total.unclassed;
    if unclassed > 0 {
        lines.push(pen.say(Text::LateUnclassed { count: unclassed }));
    }
    for (_, title, end) in &figures.unclosed {
        lines.push(pen.say(Text::LateUnclosed {
            title: title.clone(),
            day: pen.day(*end),
        }));
    }
    lines
}

fn decide(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let (hours, predicates) = (&figures.hours.total, &figures.predicates.total);
    let low = [
        Predicate::ButuhPerbaikan,
        Predicate::Kurang,
        Predicate::SangatKurang,
    ];
    let low: u64 = low
        .iter()
        .map(|predicate| predicates.by_predicate[*predicate as usize])
        .sum();
    let jp = pen.dec(context.edition.hours.pns_floor);
    let short = pen.dec(whole_shortfall(context));
    let period = pen.period(figures.owed);
    let overdue = figures.complaints.total.overdue;
    [
        (
            hours.under_floor,
            Text::DecHours {
                count: hours.under_floor,
                jp,
                short,
            },
        ),
        (overdue, Text::DecOverdue { count: overdue }),
        (
            predicates.missing,
            Text::DecMissing {
                count: predicates.missing,
                period,
            },
        ),
        (low, Text::DecGuidance { count: low }),
        (
            hours.without_contract,
            Text::DecContract {
                count: hours.without_contract,
            },
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, text)| pen.say(text))
    .collect()
}

fn key_figures(context: &Context<'_>) -> Section {
    let table = key_figures_table(context);
    Section {
        id: "key_figures",
        title: context.pen.say(Text::KeyFigures),
        tables: vec![table],
        notes: vec![abbreviations(context)],
    }
}

fn next_month(context: &Context<'_>) -> Vec<String> {
    let (pen, figures) = (context.pen, context.figures);
    let mut lines: Vec<String> = figures
        .ahead
        .iter()
        .map(|ahead| {
            let (title, from, places) = (ahead.title.clone(), pen.day(ahead.start), ahead.places);
            pen.say(Text::NextTraining { title, from, places })
        })
        .collect();
    for (person, until) in &figures.contracts_ending {
        let name = figures.names.get(person).cloned().unwrap_or_default();
        lines.push(pen.say(Text::NextContract {
            name,
            day: pen.day(*until),
        }));
    }
    let count = figures
        .complaints
        .open
        .iter()
        .filter(|complaint| !complaint.is_past)
        .count() as u64;
    if count > 0 {
        lines.push(pen.say(Text::NextComplaint { count }));
    }
    lines
}

fn completeness(context: &Context<'_>) -> Vec<String> {
    let (pen, all) = (context.pen, &context.figures.completeness);
    let total = all.total();
    let percent = pen.percent(total.complete, total.of);
    let mut line = pen.say(Text::DataComplete {
        percent,
        complete: total.complete,
        of: total.of,
    });
    if all.of(Item::Verified).lacking() > 0 {
        line.push(' ');
        line.push_str(&pen.say(Text::PendingVerification {
            count: all.of(Item::Verified).lacking(),
        }));
    }
    vec![line]
}

/// Who signs, as of the last day of the month.
fn signature(context: &Context<'_>) -> Vec<String> {
    let figures = context.figures;
    let Some(signatory) = context.settings.signatory_on(figures.month.last()) else {
        return Vec::new();
    };
    let name = figures
        .people
        .find(&signatory.staff.value)
        .and_then(|person| figures.names.get(&person))
        .cloned();
    let mut lines: Vec<String> = signatory.prefix.iter().cloned().collect();
    lines.extend([
        signatory.position.clone(),
        String::new(),
        String::new(),
        name.unwrap_or_default(),
    ]);
    lines
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
