//! The mentoring report: pairs, what came of them, newcomers, mentors, and a suggestion of pairs.

mod suggestions;

use super::figure::{NAMED, Pen, table};
use super::head::head;
use super::model::{Note, Report, Section, Table, Value, View};
use super::who::Who;
use crate::measure::mentoring::{Guided, Held, MentoringFigures, Newcomer, Pair, PairCount, Time};
use crate::measure::suggestion::MentoringReport;
use crate::records::code::MentoringKind;
use crate::records::number::{ONE, Ratio};
use crate::records::settings::Settings;
use crate::records::time::Day;
use crate::rules::{Edition, Hours, MentoringRule, Rules};
use crate::words::Lang;
use crate::words::report::Text;
use crate::words::report_mentoring::MentoringText as Words;

/// The version of the contract of the mentoring report.
const VERSION: u32 = 1;

/// What tables about mentoring are built from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s> {
    pub(super) pen: Pen,
    pub(super) who: Who<'s>,
    pub(super) figures: &'s MentoringFigures,
    pub(super) rule: &'s MentoringRule,
    pub(super) hours: &'s Hours,
    pub(super) as_of: Day,
}

/// Builds the mentoring report; `None` when a rule has no edition in force.
pub fn mentoring(
    gathered: &MentoringReport,
    settings: &Settings,
    rules: &Rules,
    lang: Lang,
) -> Option<Report> {
    let (pen, month) = (Pen { lang }, gathered.month);
    let scene = Scene {
        pen,
        who: Who::from(&gathered.roster),
        figures: &gathered.figures,
        rule: rules.mentoring.on(month.last())?,
        hours: rules.hours.on(month.last())?,
        as_of: month.last(),
    };
    let title = Words::Title {
        month: pen.month_title(month),
    };
    let mut report = pen.report(settings, month, "mentoring", VERSION, title);
    report.sections = vec![
        head(pen, head_lines(scene, gathered)),
        overview(scene),
        newcomers(scene),
        pairs(scene, gathered),
        mentors(scene),
        suggestions::section(scene, gathered),
    ];
    Some(report)
}

/// Who lacks sessions or a mentor, and what waits for a decision.
fn head_lines(scene: Scene<'_>, gathered: &MentoringReport) -> Vec<String> {
    let Scene {
        pen, figures, rule, ..
    } = scene;
    let (without, of) = newcomers_without(scene);
    let quiet = match figures.total.running {
        0 => Words::NoneRunning,
        running => Words::HeadQuiet {
            quiet: figures.total.quiet,
            running,
            days: rule.quiet_after_days,
        },
    };
    let mut lines = vec![
        pen.say(quiet),
        pen.say(match of {
            0 => Words::NoNewcomers,
            _ => Words::NoteNewcomers { without, of },
        }),
    ];
    let count = gathered.suggestions.list.len() as u64;
    if count > 0 {
        lines.push(pen.say(Words::HeadSuggested { count }));
    }
    lines
}

/// How many newcomers have no mentor, and of how many.
fn newcomers_without(scene: Scene<'_>) -> (u64, u64) {
    let all = &scene.figures.newcomers;
    let without = all.iter().filter(|one| one.guided == Guided::Nobody).count();
    (without as u64, all.len() as u64)
}

fn overview(scene: Scene<'_>) -> Section {
    let mut out = scene.pen.section("mentoring", Words::Mentoring);
    out.tables = vec![by_kind(scene), quiet(scene)];
    out.notes = notes(scene);
    out
}

/// The pairs and sessions of the month by kind.
pub(super) fn by_kind(scene: Scene<'_>) -> Table {
    let Scene { pen, figures, .. } = scene;
    let columns = vec![
        pen.column("kind", Words::Kind).public(),
        pen.column("running", Words::Running).public(),
        pen.column("quiet", Words::QuietCount),
        pen.column("begun", Words::Begun),
        pen.column("ended", Words::Ended),
        pen.column("month_sessions", Words::MonthSessions).public(),
        pen.column("month_minutes", Words::MonthMinutes),
        pen.column("month_jp", Words::MonthJp).public(),
    ];
    let line = |key: Value, count: &PairCount| {
        vec![
            key,
            pen.count(count.running),
            pen.count_of(count.quiet, count.running),
            pen.count(count.begun),
            pen.count(count.ended),
            pen.count(count.held.month.sessions),
            minutes(scene, count.held.month),
            jp(scene, count.held.month),
        ]
    };
    let kinds = MentoringKind::ALL.iter().zip(&figures.kinds);
    let mut rows: Vec<Vec<Value>> = kinds
        .map(|(kind, count)| line(pen.coded(kind.code(), kind.phrase()), count))
        .collect();
    rows.push(line(pen.total(), &figures.total));
    table("mentoring", String::new(), columns, rows, String::new()).of_people("running")
}

/// The JP of so many minutes, by the rule; both are not known when no session has its minutes.
fn jp(scene: Scene<'_>, time: Time) -> Value {
    let per = i128::from(scene.hours.minutes_per_jp.0);
    let minutes = time
        .known_minutes()
        .map(|minutes| i128::from(minutes) * i128::from(ONE));
    scene
        .pen
        .ratio(minutes.and_then(|minutes| Ratio::new(minutes, per)), 1)
}

fn minutes(scene: Scene<'_>, time: Time) -> Value {
    let known = time.known_minutes();
    known.map_or(Value::Missing, |minutes| scene.pen.whole(i128::from(minutes)))
}

/// The pairs that have gone quiet, by name.
pub(super) fn quiet(scene: Scene<'_>) -> Table {
    let Scene { pen, who, rule, .. } = scene;
    let columns = vec![
        pen.hidden("pair", Words::Mentoring),
        pen.column("mentee", Words::Mentee),
        pen.column("mentor", Words::Mentor),
        pen.column("unit", Text::Unit),
        pen.column("last", Words::Last),
        pen.column("days", Words::SilentDays),
    ];
    let quiet = scene.figures.quiet(rule, scene.as_of);
    let rows = quiet.iter().take(NAMED).map(|pair| {
        vec![
            Value::Text(pair.id.clone()),
            who.name(pair.mentee),
            who.name(pair.mentor),
            who.unit_of(pair.mentee),
            pen.date_or_not(pair.held.last.map(|(day, _)| day)),
            pen.whole(i128::from(pair.silent_days(scene.as_of))),
        ]
    });
    let caption = Words::QuietTable {
        days: rule.quiet_after_days,
    };
    let empty = match scene.figures.total.running {
        0 => Words::NoneRunning,
        _ => Words::NobodyQuiet,
    };
    Table {
        numbers: quiet.iter().take(NAMED).map(|pair| pair.origin.into()).collect(),
        ..table(
            "mentoring_quiet",
            pen.say(caption),
            columns,
            rows.collect(),
            pen.say(empty),
        )
    }
}

/// What is said beside the figures of mentoring.
pub(super) fn notes(scene: Scene<'_>) -> Vec<Note> {
    let Scene { pen, figures, .. } = scene;
    let minutes = pen.dec(scene.hours.minutes_per_jp);
    let mut notes = vec![pen.note("mentoring-jp", Words::NoteJp { minutes }).public()];
    let count = figures.total.held.all.without;
    if count > 0 {
        notes.push(pen.note("minutes-unknown", Words::NoteMinutes { count }));
    }
    notes.push(pen.basis(&scene.rule.head()));
    notes
}

fn pairs(scene: Scene<'_>, gathered: &MentoringReport) -> Section {
    let pen = scene.pen;
    let mut out = pen.section("pairs", Words::PairsSection);
    out.tables = vec![pair_table(scene, gathered), results(scene, |_| true)];
    out.notes = vec![pen.note("pairs-shown", Words::NoteShown)];
    let count = scene.figures.pairs.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        out.notes.push(pen.note("pairs-more", Words::More { count }));
    }
    out
}

/// A competency: its code for data formats, its name for text.
fn competency(gathered: &MentoringReport, number: Option<u32>) -> Value {
    let Some(number) = number.map(|number| number as usize) else {
        return Value::Missing;
    };
    Value::Key {
        key: gathered.competencies.codes[number].clone(),
        label: gathered.competencies.names[number].clone(),
    }
}

fn pair_table(scene: Scene<'_>, gathered: &MentoringReport) -> Table {
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("pair", Words::Mentoring),
        pen.column("mentee", Words::Mentee),
        pen.column("mentor", Words::Mentor),
        pen.column("unit", Text::Unit),
        pen.column("kind", Words::Kind),
        pen.column("competency", Words::Competency),
        pen.column("goal", Words::Goal),
        pen.column("start", Words::Start),
        pen.column("state", Words::State),
        pen.column("month_sessions", Words::MonthSessions),
        pen.column("sessions", Words::Sessions),
        pen.column("minutes", Words::Minutes),
        pen.column("jp", Text::Jp),
        pen.column("last", Words::Last),
    ];
    let rows = scene.figures.pairs.iter().take(NAMED);
    let rows = rows.map(|pair| pair_row(scene, gathered, pair)).collect();
    let mut out = table("pairs", String::new(), columns, rows, pen.say(Words::NoPairs));
    let listed = scene.figures.pairs.iter().take(NAMED);
    out.numbers = listed.map(|pair| pair.origin.into()).collect();
    out.views = vec![
        View {
            title: pen.say(Words::ViewGoals),
            columns: vec!["mentee", "mentor", "kind", "competency", "goal"],
        },
        View {
            title: pen.say(Words::ViewSessions),
            columns: vec![
                "mentee",
                "start",
                "month_sessions",
                "sessions",
                "minutes",
                "jp",
                "last",
                "state",
            ],
        },
    ];
    out
}

fn pair_row(scene: Scene<'_>, gathered: &MentoringReport, pair: &Pair) -> Vec<Value> {
    let Scene { pen, who, .. } = scene;
    let held: &Held = &pair.held;
    let state = match pair.is_quiet(scene.rule, scene.as_of) {
        true => Value::Key {
            key: "quiet".to_owned(),
            label: pen.say(Words::QuietCount).to_lowercase(),
        },
        false => pen.coded(pair.status.code(), pair.status.phrase()),
    };
    vec![
        Value::Text(pair.id.clone()),
        who.name(pair.mentee),
        who.name(pair.mentor),
        who.unit_of(pair.mentee),
        pen.coded(pair.kind.code(), pair.kind.phrase()),
        competency(gathered, pair.competency),
        Value::Text(pair.goal.clone()),
        pen.date(pair.start),
        state,
        pen.count(held.month.sessions),
        pen.count(held.all.sessions),
        minutes(scene, held.all),
        jp(scene, held.all),
        pen.date_or_not(held.last.map(|(day, _)| day)),
    ]
}

/// What came of the pairs that are chosen: the product, and what the mentee can now do alone.
pub(super) fn results(scene: Scene<'_>, is_chosen: impl Fn(&Pair) -> bool) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("pair", Words::Mentoring),
        pen.column("mentee", Words::Mentee),
        pen.column("mentor", Words::Mentor),
        pen.column("product", Words::Product),
        pen.column("alone", Words::Alone),
        pen.column("end", Words::End),
    ];
    let pairs = scene.figures.pairs.iter().filter(|pair| {
        let has_result = pair.product.is_some() || pair.alone.is_some() || !pair.is_running();
        has_result && is_chosen(pair)
    });
    let rows = pairs.take(NAMED).map(|pair| {
        vec![
            Value::Text(pair.id.clone()),
            who.name(pair.mentee),
            who.name(pair.mentor),
            pen.text(pair.product.as_deref()),
            pen.text(pair.alone.as_deref()),
            pen.date_or_not(pair.end),
        ]
    });
    let caption = pen.say(Words::AloneTable);
    table(
        "mentoring_results",
        caption,
        columns,
        rows.collect(),
        String::new(),
    )
}

fn newcomers(scene: Scene<'_>) -> Section {
    let pen = scene.pen;
    let mut out = pen.section("newcomers", Words::NewcomersSection);
    let caption = Words::NewcomersTable {
        months: scene.rule.newcomer_months,
    };
    let mut newcomers = newcomer_table(scene, |_| true);
    newcomers.title = pen.say(caption);
    newcomers.empty = pen.say(Words::NoNewcomers);
    out.tables.push(newcomers);
    if !scene.figures.newcomers.is_empty() {
        out.notes.push(pen.note("days", Words::NoteDays));
    }
    let count = scene.figures.joined_unknown;
    if count > 0 {
        out.notes
            .push(pen.note("joined-unknown", Words::NoteJoined { count }));
    }
    out
}

/// The newcomers who are chosen.
pub(super) fn newcomer_table(scene: Scene<'_>, is_chosen: impl Fn(&Newcomer) -> bool) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("staff", Words::Mentee),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("joined", Words::Joined),
        pen.column("state", Words::State),
        pen.column("mentor", Words::Mentor),
        pen.column("days", Words::Days),
    ];
    let chosen = scene.figures.newcomers.iter().filter(|one| is_chosen(one));
    let chosen: Vec<&Newcomer> = chosen.take(NAMED).collect();
    let rows = chosen.iter().map(|one| {
        let (code, words) = match one.guided {
            Guided::Nobody => ("nobody", Words::GuidedNobody),
            Guided::Running => ("running", Words::GuidedRunning),
            Guided::Closed => ("closed", Words::GuidedClosed),
            Guided::Alone => ("alone", Words::GuidedAlone),
        };
        vec![
            who.id(one.person),
            who.name(one.person),
            who.unit_of(one.person),
            pen.date(one.joined),
            Value::Key {
                key: code.to_owned(),
                label: pen.say(words),
            },
            one.mentor.map_or(Value::Missing, |mentor| who.name(mentor)),
            pen.whole(i128::from(one.days)),
        ]
    });
    let caption = pen.say(Words::WithoutTable);
    Table {
        numbers: chosen.iter().map(|one| one.person.into()).collect(),
        ..table("newcomers", caption, columns, rows.collect(), String::new())
    }
}

fn mentors(scene: Scene<'_>) -> Section {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("staff", Words::Mentor),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("running", Words::Running),
        pen.column("closed", Words::Closed),
        pen.column("month_sessions", Words::MonthSessions),
        pen.column("sessions", Words::Sessions),
        pen.column("minutes", Words::Minutes),
    ];
    let rows = scene.figures.mentors.iter().take(NAMED).map(|load| {
        vec![
            who.id(load.mentor),
            who.name(load.mentor),
            who.unit_of(load.mentor),
            pen.count(load.running),
            pen.count(load.closed),
            pen.count(load.held.month.sessions),
            pen.count(load.held.all.sessions),
            minutes(scene, load.held.all),
        ]
    });
    let mut out = pen.section("mentors", Words::MentorsSection);
    let listed = scene.figures.mentors.iter().take(NAMED);
    out.tables.push(Table {
        numbers: listed.map(|load| load.mentor.into()).collect(),
        ..table(
            "mentors",
            String::new(),
            columns,
            rows.collect(),
            pen.say(Words::NoPairs),
        )
    });
    if let Some(most) = scene.rule.most_pairs {
        out.notes.push(pen.note("most-pairs", Words::NoteMost { most }));
    }
    out
}
