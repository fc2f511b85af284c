//! The register of complaints: by channel, category and handler, the other voices beside them, and what is open.

use super::figure::Pen;
use super::model::{Note, NumberStyle, Quiet, Report, Section, Table, Value, View};
use super::page::Page;
use crate::measure::complaints::{ComplaintColumn as Of, ComplaintFigures};
use crate::measure::docket::{DocketFigures, Pending, Preparation, REQUESTS};
use crate::measure::movement::{ComplaintMovement, MovementColumn as Moved};
use crate::records::settings::Listed;
use crate::records::time::Day;
use crate::rules::{Complaints as Rule, Enactment};
use crate::words::Phrase;
use crate::words::report::Text as Common;
use crate::words::report_complaints::ComplaintsText as Text;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// The columns that a reader of text sees behind those of the key.
const FIGURES: [&str; 8] = [
    "received",
    "responded",
    "resolved",
    "on_time",
    "open",
    "overdue",
    "median_workdays",
    "satisfied",
];

/// The same of what happened in the month.
const MOVEMENT: [&str; 8] = [
    "opening",
    "received",
    "returned",
    "closed",
    "open",
    "resolved",
    "on_time",
    "median_workdays",
];

/// Builds the report; `None` when the rule has no edition in force, which gathering has told.
pub fn complaints(page: &Page<'_>, gathered: &DocketFigures) -> Option<Report> {
    let rule = page.rules.complaints.on(page.as_of())?;
    let month = page.period_title();
    let mut report = page.report("complaints", VERSION, Text::Title { month });
    report.sections = vec![
        happened(page, gathered),
        of_month(page, gathered, rule),
        requests(page, gathered),
        open(page, gathered),
    ];
    Some(report)
}

/// A table of complaints by groups: its id, that of its key, its caption, the heading of the key.
struct Grouping(&'static str, &'static str, Phrase, Phrase);

const CHANNELS: Grouping = Grouping(
    "complaints_by_channel",
    "channel",
    Phrase {
        id: "Menurut kanal",
        en: "By channel",
    },
    Phrase {
        id: "Kanal",
        en: "Channel",
    },
);
const CATEGORIES: Grouping = Grouping(
    "complaints_by_category",
    "category",
    Phrase {
        id: "Menurut kategori",
        en: "By category",
    },
    Phrase {
        id: "Kategori",
        en: "Category",
    },
);
const TRAINING: Grouping = Grouping(
    "complaints_by_training",
    "training",
    Phrase {
        id: "Menurut pelatihan penangan",
        en: "By the training of who handles them",
    },
    Phrase {
        id: "Penangan",
        en: "Handler",
    },
);
const KINDS: Grouping = Grouping(
    "requests_by_kind",
    "kind",
    Phrase {
        id: "Yang diterima bulan ini",
        en: "Received in the month",
    },
    Phrase {
        id: "Jenis",
        en: "Kind",
    },
);

/// What happened to complaints in the month, whenever they were received, by unit.
fn happened(page: &Page<'_>, gathered: &DocketFigures) -> Section {
    let (pen, units, [movement, _]) = (page.pen, &page.who.units, &gathered.movements);
    let mut out = pen.section("happened", Text::Happened);
    let by_unit = pen.by_unit(units, &movement.units, &movement.total);
    let table = pen.without_idle(pen.sheet(by_unit, ("", ""), &[]), units, |_| true);
    out.tables = vec![moved(page, table)];
    out.notes = vec![pen.note("happened", Text::NoteHappened).public()];
    out.notes.extend(told_apart(pen, &movement.total));
    out
}

/// What of a balance a reader does not see: what came in as a repeat, what was closed and opened again within the month, and
/// what was found to be a repeat.
fn told_apart(pen: Pen, total: &ComplaintMovement) -> impl Iterator<Item = Note> {
    let within = total.closed_and_reopened();
    let repeats = total.count(Moved::repeats);
    let within = (within > 0).then(|| pen.note("reopened-within", Text::NoteWithin { count: within }));
    let repeats = (repeats > 0).then(|| pen.note("repeats", Text::NoteRepeats { count: repeats }));
    let count = total.count(Moved::repeated);
    let repeated = (count > 0).then(|| pen.note("repeated", Text::NoteRepeated { count }));
    let told = [repeated, within, repeats];
    told.into_iter().flatten().map(Note::public)
}

/// A table of what happened in the month, with the columns that a reader of text sees.
fn moved(page: &Page<'_>, table: Table) -> Table {
    let key = [table.columns[0].id];
    let columns = [&key[..], &MOVEMENT].concat();
    let views = vec![View::untitled(&columns)];
    let table = Table { views, ..table };
    page.known_from(page.period.first_day(), &[], table).of_work()
}

/// The complaints of the month by everything but the unit, which the monthly report tells.
fn of_month(page: &Page<'_>, gathered: &DocketFigures, rule: &Rule) -> Section {
    let (pen, settings) = (page.pen, page.settings);
    let mut out = pen.section("complaints", Text::Month);
    let channels = CHANNELS.table(page, named(page, &settings.channel), &gathered.channels);
    let categories = CATEGORIES.table(page, named(page, &settings.category), &gathered.categories);
    out.tables = vec![
        channels.of_work().shared(Some("complaints_by_office")),
        categories.of_work().shared(None),
    ];
    out.notes = notes(page, gathered, rule);
    let topics: Vec<&str> = rule.handler_topics.iter().map(|topic| &*topic.0).collect();
    let topics = topics.join(", ");
    if topics.is_empty() {
        out.notes.push(pen.note("no-topics", Text::NoteNoTopics));
    } else {
        // For the office only: those who are trained may be one person.
        let keys = Preparation::ALL.map(|one| pen.key(one.code(), preparation(one)));
        let mut table = TRAINING.table(page, keys.into(), &gathered.training).shared(None);
        // Who was trained at any time; the total is the same whoever was.
        let total = table.rows.pop();
        let table = page.known_from(Day::FIRST, &[], table);
        let mut table = listed_where_unknown(pen.with_unrolled(gathered.unrolled, &[], table));
        table.rows.extend(total);
        out.tables.push(table);
        out.notes.push(pen.note("topics", Text::NoteTraining { topics }));
    }
    out.tables.push(handlers(page, gathered));
    out.notes.push(pen.basis(&rule.head()));
    out
}

fn notes(page: &Page<'_>, gathered: &DocketFigures, rule: &Rule) -> Vec<Note> {
    let (pen, minimum) = (page.pen, rule.min_n);
    let mut notes = vec![
        pen.note("complaints", Common::NoteComplaints).public(),
        pen.note("small-n", Common::SmallN { minimum }).public(),
        pen.note("response", Text::NoteResponse).public(),
    ];
    let count = gathered.channels.total.count(Of::response_unknown);
    if count > 0 {
        let note = pen.note("response-unknown", Text::NoteResponseUnknown { count });
        notes.push(note.public());
    }
    notes.extend(pen.unjudged(&gathered.channels));
    notes
}

fn preparation(one: Preparation) -> Text {
    match one {
        Preparation::Trained => Text::Trained,
        Preparation::Untrained => Text::Untrained,
        Preparation::Nobody => Text::Nobody,
    }
}

/// The codes of a list with their names, and behind them that none is named.
fn named(page: &Page<'_>, list: &[Listed]) -> Vec<Value> {
    let known = list.iter().map(|one| Value::Key {
        key: one.code.value.0.clone(),
        label: one.named(page.pen.lang).to_owned(),
    });
    known.chain([page.pen.not_named()]).collect()
}

impl Grouping {
    /// Complaints by keys, with the total; text leaves out who has none.
    fn table(&self, page: &Page<'_>, keys: Vec<Value>, figures: &ComplaintFigures) -> Table {
        let (pen, &Grouping(id, key, caption, heading)) = (page.pen, self);
        let rows = keys.into_iter().zip(&figures.units);
        let rows = rows.chain([(pen.total(), &figures.total)]);
        let sheet = pen.sheet(pen.keyed(pen.column(key, heading).public(), rows), caption, &[]);
        let is_idle = |row: &[Value]| !Table::is_total(row) && row[1..].iter().all(Value::is_idle);
        let idle = sheet.rows.iter().enumerate().filter(|(_, row)| is_idle(row));
        let said = |_| Text::IdleGroups {
            key: sheet.columns[0].title.clone(),
        };
        let quiet = pen.quiet(idle.map(|(at, _)| at), said);
        let columns = [&[key], &FIGURES[..]].concat();
        let table = Table {
            id,
            views: vec![View::untitled(&columns)],
            quiet,
            ..sheet
        };
        listed_where_unknown(page.known_from(page.period.first_day(), &[], table))
    }
}

/// The table in which text leaves out only rows of which it is known that nothing came in and nothing is overdue.
fn listed_where_unknown(mut table: Table) -> Table {
    let columns = ["received", "overdue"].map(|id| table.column(id));
    let is_none = |row: &Vec<Value>| columns.iter().flatten().all(|column| row[*column].is_none());
    let Table { rows, quiet, .. } = &mut table;
    quiet.rows.retain(|at| is_none(&rows[*at]));
    if quiet.rows.is_empty() {
        *quiet = Quiet::default();
    }
    table
}

/// Who handles complaints, whether trained for it, and how they stand.
fn handlers(page: &Page<'_>, gathered: &DocketFigures) -> Table {
    let pen = page.pen;
    let each = gathered.handlers.units.iter().enumerate();
    let shown = [Of::received, Of::overdue, Of::unanswered, Of::unclassed];
    let each = each.filter(|(_, sums)| shown.iter().any(|column| sums.of(*column) > 0));
    let each = each.map(|(number, sums)| (number as u32, sums));
    let columns = [
        "name",
        "trained",
        "received",
        "responded",
        "resolved",
        "on_time",
        "overdue",
        "satisfied",
    ];
    pen.list("complaints_by_handler", each)
        .titled(Text::ByHandler)
        .or_says(Common::Nothing)
        .numbered(|(person, _)| u64::from(*person))
        .by_people(page.who, |(person, _)| *person, |_| ())
        .person(page, ("Penangan", "Handler"), |(person, _)| *person)
        .col(
            "trained",
            ("Pelatihan terakhir", "Last trained"),
            |(person, _)| {
                let days = gathered.prepared.get(person);
                pen.date_or_not(days.map(|(_, last)| *last))
            },
        )
        .sums(&[], |(_, sums)| *sums)
        .view(&columns)
        .table()
}

/// Aspirations and requests for information, which have deadlines of their own.
fn requests(page: &Page<'_>, gathered: &DocketFigures) -> Section {
    let pen = page.pen;
    let mut out = pen.section("requests", Text::Requests);
    let keys = REQUESTS.map(|kind| pen.key(kind.code(), kind.phrase()));
    let [_, movement] = &gathered.movements;
    let rows = keys.clone().into_iter().zip(&movement.units);
    let rows = pen.keyed(
        pen.column("kind", KINDS.3).public(),
        rows.chain([(pen.total(), &movement.total)]),
    );
    let table = Table {
        id: "requests_in_month",
        ..pen.sheet(rows, Text::Happened, &[])
    };
    let kinds = KINDS.table(page, keys.into(), &gathered.requests);
    out.tables = vec![
        moved(page, table).shared(Some("requests_in_month_by_office")),
        kinds.of_work().shared(Some("requests_by_office")),
    ];
    out.notes.push(pen.note("requests", Text::NoteRequests).public());
    out.notes.extend(told_apart(pen, &movement.total));
    out
}

/// Whatever waits for a response or its end.
fn open(page: &Page<'_>, gathered: &DocketFigures) -> Section {
    let mut out = page.pen.section("open", Text::Open);
    out.tables.push(pending(page, &gathered.pending));
    if gathered.pending.iter().any(|one| one.reopened.is_some()) {
        out.notes.push(page.pen.note("reopened", Text::NoteReopened));
    }
    out
}

fn pending(page: &Page<'_>, list: &[Pending]) -> Table {
    let (pen, settings) = (page.pen, page.settings);
    pen.list("complaints_open", list)
        .or_says(Text::NothingOpen)
        .numbered(|one| one.origin.into())
        .col("complaint", ("Nomor", "Number"), |one| Value::Text(one.id.clone()))
        .col("reference", ("Nomor di kanal", "Number in the channel"), |one| {
            pen.text(one.reference.as_deref())
        })
        .col("kind", ("Jenis", "Kind"), |one| pen.key(one.kind.code(), one.kind.phrase()))
        .col("received", ("Diterima", "Received"), |one| received(pen, one))
        .col("reopened", ("Dibuka kembali", "Reopened"), |one| pen.date_or_not(one.reopened))
        .hidden()
        .col("channel", ("Kanal", "Channel"), |one| listed(pen, &settings.channel, &one.codes[0]))
        .col("category", ("Kategori", "Category"), |one| listed(pen, &settings.category, &one.codes[1]))
        .col("service", Common::Service, |one| listed(pen, &settings.service, &one.codes[2]))
        .col("unit", Common::Unit, |one| one.unit.map_or(Value::Missing, |unit| page.unit(unit)))
        .col("summary", ("Isi", "About"), |one| pen.text(one.summary.as_deref()))
        .col("handler", ("Penangan", "Handler"), |one| pen.person_or_not(one.handler))
        .col("class", ("Kelas", "Class"), |one| class(page, one.received, one.class.as_deref()))
        .col("respond_by", ("Tanggapan paling lambat", "Respond by"), |one| pen.date_or_not(one.respond_by))
        .col("deadline", ("Selesai paling lambat", "Resolve by"), |one| pen.date_or_not(one.deadline))
        .col("past", ("Lewat (hari kerja)", "Past (working days)"), |one| {
            one.past.map_or(Value::Missing, |days| pen.workdays_past(days, one.is_overdue))
        })
        .counted(
            "Hari kerja sesudah tenggat kelasnya, dihitung sejak hari diterima atau dibuka kembali; kurang dari nol: sisa hari.",
            "Working days past the deadline of its class, counted from receipt or reopening; below zero: days left.",
        )
        .by("complaints")
        .view(&["complaint", "kind", "channel", "reference", "service", "summary"])
        .view(&["complaint", "handler", "class", "received", "respond_by", "deadline", "past"])
        .table()
}

/// When something was received, and for readers also when it was reopened.
fn received(pen: Pen, one: &Pending) -> Value {
    let Some(reopened) = one.reopened else {
        return pen.date(one.received);
    };
    let [received, reopened] = [one.received, reopened].map(|day| pen.day(day));
    Value::Key {
        key: one.received.to_string(),
        label: pen.say(Text::Reopened { received, reopened }),
    }
}

impl Pen {
    /// How many working days are past: data formats see a signed number, readers how many are left. What is over on the
    /// free days behind its last day is past by none.
    pub(super) fn workdays_past(self, past: i64, is_over: bool) -> Value {
        let shown = match past {
            0 if is_over => self.say(Text::OverOnFreeDay),
            0.. => return self.whole(past.into()),
            _ => self.say(Text::DaysLeft { days: -past }),
        };
        Value::number(past.to_string(), shown, NumberStyle::Plain)
    }
}

/// The name behind a code of a list.
fn listed(pen: Pen, list: &[Listed], code: &Option<String>) -> Value {
    let Some(code) = code else {
        return Value::Missing;
    };
    let found = list.iter().find(|one| *one.code.value.0 == **code);
    Value::Key {
        key: code.clone(),
        label: found.map_or_else(|| code.clone(), |one| one.named(pen.lang).to_owned()),
    }
}

/// The name of a class in the edition in force on a day.
fn class(page: &Page<'_>, received: Day, code: Option<&str>) -> Value {
    let rule = page.rules.complaints.on(received);
    let found = rule.and_then(|rule| rule.class.iter().find(|class| Some(&*class.code.0) == code));
    found.map_or(Value::Missing, |class| Value::Key {
        key: class.code.0.clone(),
        label: page.pen.of_rule(&class.name, class.name_en.as_ref()),
    })
}
