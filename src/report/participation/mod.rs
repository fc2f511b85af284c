//! The report `participation`: who takes part and who does not, why, and what was said about it.

mod climate;
mod groups;
mod people;
mod programmes;

use super::figure::{Pen, table};
use super::model::{Report, Section, Value};
use crate::measure::fairness::FairnessFigures;
use crate::records::number::{ONE, Ratio};
use crate::records::settings::Settings;
use crate::rules::{Privacy, Rules};
use crate::words::Lang;
use crate::words::report_participation::ParticipationText as Text;

pub(super) use people::{refusals_table, twice_table};
pub(super) use programmes::unevaluated_table;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// What the report is built from.
struct Context<'c> {
    pen: Pen,
    figures: &'c FairnessFigures,
    privacy: &'c Privacy,
}

/// Builds the report; `None` when a rule has no edition in force.
pub fn participation(
    figures: &FairnessFigures,
    settings: &Settings,
    rules: &Rules,
    lang: Lang,
) -> Option<Report> {
    let context = Context {
        pen: Pen { lang },
        figures,
        privacy: rules.privacy.on(figures.month.last())?,
    };
    let title = Text::Title {
        month: context.pen.month(figures.month).to_uppercase(),
    };
    let mut report = context
        .pen
        .report(settings, figures.month, "participation", VERSION, title);
    report.period.0 = figures.first.to_string();
    report.month = None;
    report.sections = vec![
        summary(&context),
        people::never(&context),
        people::absence(&context),
        groups::groups(&context),
        groups::forms(&context),
        programmes::competencies(&context),
        climate::section(&context),
        programmes::programmes(&context),
    ];
    Some(report)
}

/// The key figures, each with what it is of.
fn summary(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = pen.section("summary", Text::Summary);
    let columns = vec![
        pen.column("item", Text::Item).public(),
        pen.column("value", Text::Value).public(),
        pen.hidden("people", Text::People).public(),
    ];
    let figures_of_all = table(
        "participation",
        String::new(),
        columns,
        summary_rows(context),
        String::new(),
    );
    out.tables = vec![figures_of_all.of_people("people")];
    let window = Text::NoteWindow {
        first: pen.day(figures.first),
        last: pen.day(figures.month.last()),
    };
    out.notes = vec![
        pen.note("window", window).public(),
        pen.note("tenth", Text::NoteTenth).public(),
        pen.note("own", Text::NoteOwn).public(),
        pen.note("relevance", Text::NoteRelevance).public(),
    ];
    out
}

fn summary_rows(context: &Context<'_>) -> Vec<Vec<Value>> {
    let (pen, figures) = (context.pen, context.figures);
    let fairness = &figures.fairness;
    let people = figures.members.len() as u64;
    let never = figures.never().count() as u64;
    let taken = figures
        .members
        .iter()
        .map(|member| fairness.taken[member.person as usize]);
    let (mut invited, mut completed, mut absent) = (0, 0, 0);
    for one in taken {
        invited += one.invited;
        completed += one.completed;
        absent += one.absent;
    }
    let (tenth, top, all) = figures.tenth;
    let [own, assigned, _] = fairness.initiative;
    let [relevant, irrelevant, untold] = fairness.relevance;
    let silent = figures.refusals.iter().filter(|refusal| refusal.talk.is_none());
    let (refusals, silent) = (figures.refusals.len() as u64, silent.count() as u64);
    let row = |key: &str, label: Text, value: Value| vec![pen.key(key, label), value, pen.count(people)];
    let held = figures.programmes;
    let unevaluated = figures.unevaluated.len() as u64;
    vec![
        row("people", Text::People, pen.count(people)),
        row("took_part", Text::TookPart, pen.fraction(people - never, people)),
        row("never", Text::NeverCount, pen.fraction(never, people)),
        row("absent", Text::AbsentOf, pen.fraction(absent, invited)),
        row("refusals", Text::Refusals, pen.count(refusals)),
        row("without_talk", Text::WithoutTalk, pen.fraction(silent, refusals)),
        row("completed", Text::Completed, pen.count(completed)),
        row("jp", Text::Jp, pen.sum(all.0.into())),
        vec![
            pen.key("top_tenth", Text::TopTenth { people: tenth }),
            hours_share(context, top.0, all.0),
            pen.count(tenth),
        ],
        row("own", Text::OwnShare, pen.fraction(own, own + assigned)),
        row(
            "relevant",
            Text::Relevant,
            pen.fraction(relevant, relevant + irrelevant),
        ),
        row(
            "relevance_unknown",
            Text::RelevantUnknown,
            pen.fraction(untold, completed),
        ),
        row("programmes", Text::ProgrammeCount, pen.count(held)),
        row(
            "unevaluated",
            Text::UnevaluatedCount,
            pen.fraction(unevaluated, held),
        ),
    ]
}

/// A share of hours: whole percent with the JP that it is of.
fn hours_share(context: &Context<'_>, part: i64, of: i64) -> Value {
    let pen = context.pen;
    let jp = |units: i64| Ratio::new(units.into(), ONE.into()).map_or(String::new(), |jp| jp.shortest(1));
    match pen.share(part.unsigned_abs(), of.unsigned_abs()) {
        Value::Number { exact, shown } => Value::Number {
            exact,
            shown: format!(
                "{shown} ({}/{})",
                crate::words::number(pen.lang, &jp(part)),
                crate::words::number(pen.lang, &jp(of))
            ),
        },
        other => other,
    }
}
