//! The notice board: one sheet for the wall, in the words of those who read it, the same for everybody.

use super::context::Context;
use super::first_page::for_everybody;
use super::head::sentences;
use super::model::{Report, Section, Style, Table, Value};
use super::page::Page;
use super::surveyed::Unshown;
use crate::measure::complaints::ComplaintColumn;
use crate::measure::forum::MONTHS;
use crate::measure::judged::Guard;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::movement::MovementColumn as Of;
use crate::measure::notice::{Deed, NoticeFigures, Utterance};
use crate::measure::satisfaction::{OF_INDEX, RESPONDENTS};
use crate::measure::sheet::SheetName;
use crate::records::settings::Listed;
use crate::records::time::Day;
use crate::words::Say;
use crate::words::report_notice::NoticeText as Text;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// How many things that were done have room on the sheet.
const DEEDS: usize = 5;

/// Builds the report; `None` when a rule has no edition in force, which gathering has told.
pub fn notice(page: &Page<'_>, gathered: &NoticeFigures) -> Option<Report> {
    let context = Context::new(page, &gathered.month)?;
    let month = page.period_title();
    let mut report = page.report("notice", VERSION, Text::Title { month });
    report.is_for_wall = true;
    let minimum = Guard::from(context.edition.privacy).least();
    report
        .heading_below
        .push(page.pen.say(Text::NotShown { minimum }));
    report.sections = vec![
        judged(&context),
        complaints(&context),
        deeds(page, gathered),
        channels(page),
    ];
    Some(report)
}

/// A line of the board: its words and its figure.
struct Line {
    key: Value,
    value: Value,
    /// What the figure means, where it is one.
    meaning: Option<Meaning>,
}

impl Line {
    /// A figure whose parts are traced in all rows of a table.
    fn new(
        context: &Context<'_>,
        (key, words): (&'static str, impl Say),
        value: Value,
        (meaning, table): (Meaning, &'static str),
    ) -> Line {
        let key_of = context.pen.key(key, words);
        Line {
            key: key_of,
            value,
            meaning: Some(meaning.of(key, table)),
        }
    }

    /// Words in the place of a figure.
    fn words(context: &Context<'_>, (key, words): (&'static str, impl Say), value: Value) -> Line {
        let key = context.pen.key(key, words);
        Line {
            key,
            value,
            meaning: None,
        }
    }
}

/// A table of such lines about the time since a day.
fn lines(
    context: &Context<'_>,
    id: &'static str,
    (what, value): (impl Say, impl Say),
    lines: Vec<Line>,
    first: Day,
) -> Table {
    let pen = context.pen;
    let meanings = lines.iter().filter_map(|line| line.meaning);
    let value = meanings.fold(pen.column("value", value), |column, own| column.means(own));
    let list = pen
        .list(id, lines)
        .or_says(Text::NoSurvey)
        .col("what", what, |line| line.key.clone())
        .public()
        .with(value, |line| line.value.clone())
        .public();
    context.known_from(first, &[], list.table()).of_work()
}

/// The index, its quality, how many answered, and the element that is lowest.
fn judged(context: &Context<'_>) -> Section {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let mut out = pen.section("quality", Text::Judged);
    let all = context.figures.satisfaction.total();
    let [index, quality] = pen.index(context.edition.privacy.into(), all.index(rule), rule);
    let most = rule.scale.last().map_or(0, |high| high * rule.factor);
    let by = "ikm_by_unit";
    let unknown = match index {
        Value::Withheld => Value::Withheld,
        _ => Value::Missing,
    };
    let survey = context.surveyed();
    let minimum = survey.guard().least();
    let unshown = match survey.unshown() {
        Some(Unshown::Few) => Some(("withheld", Text::TooFew { minimum })),
        Some(Unshown::FewOnOne) => Some(("withheld", Text::TooFewOnOne { minimum })),
        Some(Unshown::Part) => Some(("part", Text::Part)),
        Some(Unshown::Nobody) | None => None,
    };
    let unshown = unshown.map(|(code, words)| pen.note(code, words).public());
    out.notes.extend(unshown.into_iter().chain(survey.lowest_among()));
    let lowest = survey.lowest().into_iter().next();
    let lowest = lowest.map_or(unknown, |(_, element, _)| element);
    let n = pen.count(all.people());
    let mut shown = vec![
        Line::new(context, ("ikm", Text::Index { most }), index, (OF_INDEX, by)),
        Line::words(context, ("quality", Text::Quality), quality),
        Line::new(context, ("n", Text::Respondents), n, (RESPONDENTS, by)),
        Line::words(context, ("lowest", Text::Lowest), lowest),
    ];
    if all.people() == 0 {
        shown.clear();
    }
    let window = rule.window(context.period, context.is_alone);
    let (months, first) = (window.months().into(), window.first_day());
    let headings = (Text::OfMonths { months }, Text::Result);
    out.tables = vec![lines(context, "notice_quality", headings, shown, first)];
    out
}

/// What came in and what happened in the month.
fn complaints(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = pen.section("complaints", Text::Complaints);
    let moved = &figures.movement.total;
    let [on_time, timed, untimed] = [Of::on_time, Of::timed, Of::untimed].map(|column| moved.count(column));
    let on_time = pen.fraction(on_time, timed);
    let punctual = Meaning::new(
        How::Over(whole("on_time"), whole("timed")),
        "Yang diselesaikan dalam tenggat, dibagi yang diselesaikan dan diketahui kelasnya.",
        "Those resolved within their deadline over those resolved and of a known class.",
    )
    .by("complaints");
    let received = pen.count(figures.complaints.total.count(ComplaintColumn::received));
    let overdue = pen.overdue_for_all(&figures.complaints.total);
    let (came, happened) = (ComplaintColumn::SHEET.id, Of::SHEET.id);
    let count = |words: (&'static str, Text), column: Of| {
        let meaning = (column.meaning(), happened);
        Line::new(context, words, pen.count(moved.count(column)), meaning)
    };
    let shown = vec![
        Line::new(
            context,
            ("received", Text::Received),
            received,
            (ComplaintColumn::received.meaning(), came),
        ),
        count(("resolved", Text::Resolved), Of::resolved),
        Line::new(context, ("on_time", Text::OnTime), on_time, (punctual, happened)),
        count(("open", Text::Open), Of::open),
        Line::new(
            context,
            ("overdue", Text::Overdue),
            overdue,
            (ComplaintColumn::overdue.meaning(), came),
        ),
    ];
    let period = pen.period(context.period);
    let headings = (Text::Period { period }, Text::Number);
    let first = context.period.first_day();
    out.tables = vec![lines(context, "notice_complaints", headings, shown, first)];
    if timed > 0 {
        out.notes = pen.calendar(&figures.complaints.gaps);
    }
    if untimed > 0 {
        let note = pen.note("untimed", Text::Untimed { count: untimed });
        out.notes.push(note.public());
    }
    out
}

/// What citizens said and what was done, the latest first.
fn deeds(page: &Page<'_>, gathered: &NoticeFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("said_and_done", Text::Deeds);
    let list = pen
        .list("said_and_done", gathered.deeds.iter().enumerate())
        .or_says(Text::NoDeeds)
        .col("line", ("Nomor", "Number"), |(at, _)| {
            super::head::line_number(*at)
        })
        .hidden()
        .public()
        .col("said", Text::Said, |(_, deed)| match &deed.heard {
            Utterance::Suggestion(text) => Value::Text(text.clone()),
            Utterance::Complaint => pen.key("complaint", Text::Complaint),
            Utterance::Survey => pen.key("survey", Text::Survey),
        })
        .public()
        .col("done", Text::Done, |(_, deed)| done(page, deed))
        .public()
        .col("day", Text::When, |(_, deed)| pen.date(deed.day))
        .hidden()
        .public();
    let mut table = list.table();
    table.quiet = pen.quiet(DEEDS..table.rows.len(), |count| Text::MoreDeeds { count });
    let first = page.window(MONTHS).first_day();
    out.tables = vec![page.empty_from(first, table).of_work()];
    let count = gathered.naming;
    if count > 0 {
        out.notes.push(pen.note("naming", Text::Naming { count }));
    }
    out
}

/// What was done, in sentences, and for who reads it on the wall in which month.
fn done(page: &Page<'_>, deed: &Deed) -> Value {
    let pen = page.pen;
    let ended = |text: &String| match text.ends_with(['.', '!', '?']) {
        true => text.clone(),
        false => format!("{text}."),
    };
    let key = match deed.done.is_empty() {
        true => pen.say(Text::DoneAsSaid),
        false => deed.done.iter().map(ended).collect::<Vec<_>>().join(" "),
    };
    let month = pen.month(deed.day.month());
    let label = format!("{key} ({month})");
    Value::Key { key, label }
}

/// Where to complain: the channels known on the last day with how they are reached, and the address of the office.
fn channels(page: &Page<'_>) -> Section {
    let pen = page.pen;
    let mut out = pen.section("channels", Text::Where);
    let known = page.settings.channel.iter();
    let known = known.filter(|channel| channel.since.is_none_or(|since| since <= page.as_of()));
    let told = |channel: &Listed| match &channel.reach {
        Some(reach) => format!("{}: {reach}", channel.named(pen.lang)),
        None => channel.named(pen.lang).to_owned(),
    };
    let known: Vec<String> = known.map(told).collect();
    let known = Some(known.join(" · ")).filter(|known| !known.is_empty());
    let address = page.settings.agency.address.clone();
    let address = address.map(|address| pen.say(Text::Address { address }));
    let contact = page.settings.agency.contact.clone();
    let all = known.into_iter().chain(contact).chain(address);
    let table = sentences(pen, "channels", Style::Lines, all.collect());
    let empty = pen.say(Text::NoChannels);
    out.tables = vec![for_everybody(Table { empty, ..table }).of_work()];
    out
}
