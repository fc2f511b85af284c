//! What evaluations led to: what has not been followed up, recognition, guidance. The monthly report has the same.

use super::super::figure::{NAMED, Pen, table};
use super::super::model::{Note, Section, Table, Value, View};
use super::super::who::Who;
use super::period;
use crate::measure::follow_up::{Cause, FollowUpFigures, Guided, Lacking, Open};
use crate::records::time::{Day, Period};
use crate::rules::{Edition, GuidanceRule};
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;

/// What these tables are built from.
#[derive(Clone, Copy)]
pub(in super::super) struct Scene<'s> {
    pub(in super::super) pen: Pen,
    pub(in super::super) who: Who<'s>,
    pub(in super::super) figures: &'s FollowUpFigures,
    pub(in super::super) rule: &'s GuidanceRule,
    pub(in super::super) as_of: Day,
}

/// What has not been followed up, and what will fall due.
pub(super) fn open(scene: Scene<'_>, since: Option<Period>) -> Section {
    let pen = scene.pen;
    let mut out = pen.section("follow_up", Words::FollowUpSection);
    out.tables = vec![open_table(scene), ahead_table(scene)];
    out.notes = notes(scene);
    if let Some(since) = since {
        let period = pen.period(since);
        out.notes.push(pen.note("reach", Words::NoteReach { period }));
    }
    out
}

/// What is said beside what has not been followed up.
pub(in super::super) fn notes(scene: Scene<'_>) -> Vec<Note> {
    let Scene { pen, rule, .. } = scene;
    let figures = scene.figures;
    let text = Words::NoteGuidance {
        days: rule.guidance_within_days,
        periods: rule.recognition_after_periods,
    };
    let mut notes = vec![pen.note("guidance", text), pen.basis(&rule.head())];
    let longest = figures.open.len().max(figures.ahead.len());
    let count = longest.saturating_sub(NAMED) as u64;
    if count > 0 {
        notes.push(pen.note("open-more", Words::More { count }));
    }
    notes
}

/// What has not been followed up and is past its day.
pub(in super::super) fn open_table(scene: Scene<'_>) -> Table {
    let empty = scene.pen.say(Words::NothingOpen);
    let mut out = lines(scene, "open", &scene.figures.open);
    out.title = scene.pen.say(Words::OpenTable);
    out.empty = empty;
    out
}

/// What will fall due.
pub(in super::super) fn ahead_table(scene: Scene<'_>) -> Table {
    let mut out = lines(scene, "ahead", &scene.figures.ahead);
    out.title = scene.pen.say(Words::AheadTable);
    out.views = vec![View {
        title: String::new(),
        columns: vec!["lacking", "name", "unit", "about", "due"],
    }];
    out
}

fn lines(scene: Scene<'_>, id: &'static str, list: &[Open]) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("staff", Text::Name),
        pen.column("lacking", Words::Lacking),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("about", Words::About),
        pen.hidden("period", Words::Period),
        pen.hidden("since", Words::Since),
        pen.column("due", Words::Due),
        pen.column("past", Words::Past),
    ];
    let rows = list.iter().take(NAMED).map(|open| line(scene, open));
    Table {
        numbers: list.iter().take(NAMED).map(|open| open.origin.into()).collect(),
        ..table(id, String::new(), columns, rows.collect(), String::new())
    }
}

fn line(scene: Scene<'_>, open: &Open) -> Vec<Value> {
    let Scene { pen, who, .. } = scene;
    let lacking = match open.lacking {
        Lacking::Guidance => Words::LackGuidance,
        Lacking::FollowUp => Words::LackFollowUp,
        Lacking::Result => Words::LackResult,
        Lacking::Recognition => Words::LackRecognition,
    };
    let past = scene.as_of.since(open.due);
    vec![
        who.id(open.person),
        Value::Key {
            key: open.lacking.code().to_owned(),
            label: pen.say(lacking),
        },
        who.name(open.person),
        who.unit_of(open.person),
        match open.graded {
            Some(graded) => Value::Key {
                key: graded.predicate.code().to_owned(),
                label: about(pen, open),
            },
            None => Value::Text(about(pen, open)),
        },
        open.graded
            .map_or(Value::Missing, |graded| period(pen, graded.period)),
        pen.date(open.since),
        pen.date(open.due),
        pen.count(past.max(0) as u64),
    ]
}

/// What it is about: the predicate and its period, the run, or what was agreed.
pub(in super::super) fn about(pen: Pen, open: &Open) -> String {
    let Some(graded) = open.graded else {
        return open.guidance.clone().unwrap_or_default();
    };
    let predicate = pen.phrase(graded.predicate.phrase());
    match open.lacking {
        Lacking::Recognition => pen.say(Words::AboutRun {
            predicate,
            count: open.periods,
        }),
        _ => pen.say(Words::AboutPredicate {
            predicate,
            period: pen.period(graded.period),
        }),
    }
}

/// Recognition and guidance of a period.
pub(super) fn led_to(scene: Scene<'_>, of: Period) -> Section {
    let pen = scene.pen;
    let mut awards = awards(scene, of);
    awards.title = pen.say(Words::AwardsYear);
    let mut guidance = guidance(scene, of);
    guidance.title = pen.say(Words::GuidanceYear);
    let mut out = pen.section("led_to", Words::LedToSection);
    out.tables = vec![awards, guidance];
    out
}

/// Whether a day lies in a period.
fn is_in(day: Day, of: Period) -> bool {
    (of.first_day()..=of.last_day()).contains(&day)
}

/// Recognition given in a period, with its criterion.
pub(in super::super) fn awards(scene: Scene<'_>, of: Period) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("award", Words::Awards),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("date", Words::Date),
        pen.column("kind", Words::Kind),
        pen.column("criterion", Words::Criterion),
        pen.hidden("period", Words::Basis),
        pen.hidden("decree", Words::Decree),
    ];
    let given = scene.figures.awarded.iter().filter(|one| is_in(one.date, of));
    let rows = given.take(NAMED).map(|one| {
        vec![
            Value::Text(one.id.clone()),
            who.name(one.person),
            who.unit_of(one.person),
            pen.date(one.date),
            Value::Text(one.kind.clone()),
            pen.text(one.criterion.as_deref()),
            one.period.map_or(Value::Missing, |of| period(pen, of)),
            pen.text(one.decree.as_deref()),
        ]
    });
    let caption = pen.say(Words::AwardsMonth);
    let empty = pen.say(Words::NothingOpen);
    let mut out = table("awards", caption, columns, rows.collect(), empty);
    out.views = vec![View {
        title: String::new(),
        columns: vec!["name", "date", "kind", "criterion"],
    }];
    out
}

/// Guidance given in a period, with its follow-up and result.
pub(in super::super) fn guidance(scene: Scene<'_>, of: Period) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("guidance", Words::Guidance),
        pen.column("name", Text::Name),
        pen.hidden("unit", Text::Unit),
        pen.column("date", Words::Date),
        pen.column("cause", Words::Cause),
        pen.hidden("kind", Words::Kind),
        pen.column("agreed", Words::Agreed),
        pen.hidden("due", Words::Due),
        pen.column("followed_up", Words::FollowedUp),
        pen.column("result", Words::Result),
    ];
    let given = scene.figures.guided.iter().filter(|one| is_in(one.date, of));
    let rows = given.take(NAMED).map(|one| {
        vec![
            Value::Text(one.id.clone()),
            who.name(one.person),
            who.unit_of(one.person),
            pen.date(one.date),
            cause(pen, one),
            pen.text(one.kind.as_deref()),
            Value::Text(one.guidance.clone()),
            pen.date(one.due),
            pen.date_or_not(one.followed_up),
            pen.text(one.result.as_deref()),
        ]
    });
    let caption = pen.say(Words::GuidanceMonth);
    let empty = pen.say(Words::NothingOpen);
    table("guidance", caption, columns, rows.collect(), empty)
}

/// What led to guidance, in words; data formats see the kind and the id.
fn cause(pen: Pen, guided: &Guided) -> Value {
    let (key, words) = match &guided.cause {
        Cause::Unknown => return Value::Missing,
        Cause::Evaluation(of) => {
            let words = Words::CauseEvaluation {
                period: pen.period(*of),
            };
            (format!("evaluation:{of}"), words)
        }
        Cause::Complaint(id) => (
            format!("complaint:{id}"),
            Words::CauseComplaint { id: id.clone() },
        ),
        Cause::Participation(id) => (format!("participation:{id}"), Words::CauseParticipation),
    };
    Value::Key {
        key,
        label: pen.say(words),
    }
}
