//! The report on competency certificates: how they stand, how they were applied, and which training to refresh.

use super::figure::{NAMED, Pen};
use super::head::head;
use super::model::{Column, Note, Report, Section, Table, Value};
use super::page::Page;
use super::who::Who;
use crate::measure::certificates::{CertificateFigures, CertificateReport, Certified, SchemeCount, Standing};
use crate::measure::meaning::{How, Meaning, Traced, whole};
use crate::measure::trace::part;
use crate::records::time::Day;
use crate::rules::{CertificateRule, Edition, Refresher};
use crate::words::report::Text;
use crate::words::report_certificates::CertificateText as Words;
use crate::words::{self, Lang};

/// The version of the contract of the report on certificates.
const VERSION: u32 = 1;

/// What tables about certificates are built from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s> {
    pub(super) pen: Pen,
    pub(super) who: Who<'s>,
    pub(super) figures: &'s CertificateFigures,
    pub(super) rule: &'s CertificateRule,
    pub(super) as_of: Day,
}

/// Builds the report on certificates; `None` when a rule has no edition in force.
pub fn certificates(page: &Page<'_>, gathered: &CertificateReport) -> Option<Report> {
    let pen = page.pen;
    let scene = Scene {
        pen,
        who: page.who,
        figures: &gathered.figures,
        rule: page.rules.certificates.on(page.as_of())?,
        as_of: page.as_of(),
    };
    let month = page.period_title();
    let mut report = page.report("certificates", VERSION, Words::Title { month });
    let mut overview = pen.section("certificates", Words::Certificates);
    overview.tables = vec![standing(scene), due(scene), by_scheme(scene)];
    overview.notes = notes(scene);
    report.sections = vec![head(pen, head_lines(scene, gathered)), overview, list(scene)];
    if !scene.rule.refresh.is_empty() {
        report.sections.push(refreshers(scene, gathered));
    }
    Some(report)
}

/// How all certificates stand, for the public: of most schemes there are too few holders to tell more.
pub(super) fn standing(scene: Scene<'_>) -> Table {
    let (pen, count) = (scene.pen, &scene.figures.total);
    let standings = [
        (Standing::Valid, Words::IsValid),
        (Standing::Expiring, Words::IsExpiring),
        (Standing::Expired, Words::IsExpired),
        (Standing::Renewed, Words::IsRenewed),
    ];
    let state = STATES
        .into_iter()
        .fold(pen.column("certificates", Words::Certificates), Column::means);
    pen.list("certificates_by_state", standings)
        .col("state", Words::State, |(standing, words)| {
            pen.key(standing.code(), words.clone())
        })
        .public()
        .with(state.public(), |(standing, _)| {
            pen.count(count.by_standing[*standing as usize])
        })
        .col("holders", Words::Holders, |_| pen.count(count.holders))
        .means(HOLDERS.traced(Traced::Office("certificates_by_scheme")))
        .by("certificates")
        .hidden()
        .public()
        .table()
        .of_people("holders")
        .for_public()
}

/// How many hold a valid certificate.
const HOLDERS: Meaning = Meaning::new(
    How::Different(whole("holders")),
    "Jumlah orang yang memegang sertifikat berlaku; yang memegang beberapa dihitung sekali.",
    "How many people hold a valid certificate; who holds several is counted once.",
);

/// How many certificates stand so, of each standing.
const STATES: [Meaning; 4] = [
    of_state("valid"),
    of_state("expiring"),
    of_state("expired"),
    of_state("renewed"),
];

const fn of_state(state: &'static str) -> Meaning {
    Meaning::new(
        How::Sum(whole(state)),
        "Jumlah sertifikat yang keadaannya demikian pada hari terakhir bulan.",
        "How many certificates stood so on the month's last day.",
    )
    .by("certificates")
    .of(state, "certificates_by_scheme")
}

/// What has expired or is to be renewed or refreshed soon.
fn head_lines(scene: Scene<'_>, gathered: &CertificateReport) -> Vec<String> {
    let Scene { pen, rule, .. } = scene;
    let standing = |standing: Standing| scene.figures.total.by_standing[standing as usize];
    let mut lines = vec![pen.say(match scene.figures.list.is_empty() {
        true => Words::NoCertificates,
        false => Words::HeadDue {
            expired: standing(Standing::Expired),
            expiring: standing(Standing::Expiring),
            days: rule.warn_days,
        },
    })];
    if !rule.refresh.is_empty() {
        let topics = &gathered.refresh.topics;
        lines.push(pen.say(Words::HeadRefresh {
            overdue: topics.iter().map(|topic| topic.overdue).sum(),
            soon: topics.iter().map(|topic| topic.soon).sum(),
        }));
    }
    lines
}

/// How the certificates of each scheme stand.
pub(super) fn by_scheme(scene: Scene<'_>) -> Table {
    let pen = scene.pen;
    let named = scene
        .figures
        .schemes
        .iter()
        .map(|count| (Value::Text(count.scheme.clone()), count));
    let total = (!scene.figures.schemes.is_empty()).then(|| (pen.total(), &scene.figures.total));
    let of = |standing: Standing| {
        move |(_, count): &(Value, &SchemeCount)| pen.count(count.by_standing[standing as usize])
    };
    pen.list("certificates_by_scheme", named.chain(total))
        .or_says(Words::NoCertificates)
        .col("scheme", Words::Scheme, |(key, _)| key.clone())
        .col("holders", Words::Holders, |(_, count)| pen.count(count.holders))
        .means(HOLDERS)
        .by("certificates")
        .col("valid", Words::Valid, of(Standing::Valid))
        .counted(
            "Jumlah sertifikat yang berlaku dan perpanjangannya belum dekat.",
            "How many certificates are valid and not yet to be renewed.",
        )
        .by("certificates")
        .col("expiring", Words::Expiring, of(Standing::Expiring))
        .counted(
            "Jumlah sertifikat yang berlaku dan perlu diperpanjang dalam jumlah hari menurut ketentuan.",
            "How many certificates are valid and to be renewed within the days of the rule.",
        )
        .by("certificates")
        .col("expired", Words::Expired, of(Standing::Expired))
        .counted(
            "Jumlah sertifikat yang masa berlakunya lewat dan belum diperpanjang.",
            "How many certificates have expired and were not renewed.",
        )
        .by("certificates")
        .col("renewed", Words::Renewed, of(Standing::Renewed))
        .counted(
            "Jumlah sertifikat yang sudah diperpanjang dengan sertifikat lain.",
            "How many certificates were renewed by another one.",
        )
        .by("certificates")
        .col("recognised", Words::Recognised, |(_, count)| {
            pen.count_of(count.recognised, count.current())
        })
        .counted(
            "Jumlah sertifikat berlaku yang diakui sebuah lembaga; sesudah garis miring: yang berlaku.",
            "How many valid certificates have a recognition; behind the stroke: the valid ones.",
        )
        .col("applied", Words::Applied, |(_, count)| {
            pen.count_of(count.applied, count.current())
        })
        .counted(
            "Jumlah sertifikat berlaku yang penerapannya tercatat; sesudah garis miring: yang berlaku.",
            "How many valid certificates have their use at work on record; behind the stroke: the valid \
             ones.",
        )
        .table()
}

/// What has expired or is to be renewed soon, by name.
pub(super) fn due(scene: Scene<'_>) -> Table {
    let Scene { pen, who, .. } = scene;
    let due = scene.figures.due();
    // Where the renewal is due on the last day of validity, that day need not be read twice.
    let is_same = due.iter().all(|one| one.renew_by == one.valid_until);
    let list = pen
        .list("certificates_due", due.into_iter().take(NAMED))
        .titled(Words::DueTable {
            days: scene.rule.warn_days,
        })
        .or_says(Words::NothingDue)
        .numbered(|one| one.origin.into())
        .col("certificate", Words::Certificate, |one| {
            Value::Text(one.id.clone())
        })
        .hidden()
        .col("name", Words::Holder, |one| who.name(one.holder))
        .col("unit", Text::Unit, |one| who.unit_of(one.holder))
        .col("scheme", Words::Scheme, |one| Value::Text(one.scheme.clone()))
        .col("valid_until", Words::ValidUntil, |one| {
            pen.date_or_not(one.valid_until)
        })
        .col("renew_by", Words::RenewBy, |one| pen.date_or_not(one.renew_by))
        .col("state", Words::State, |one| state(pen, one))
        .col("days", Words::Days, |one| {
            let left = one.renew_by.map(|day| day.since(scene.as_of));
            left.map_or(Value::Missing, |left| days_left(pen, left))
        })
        .counted(
            "Hari dari hari terakhir bulan sampai hari perpanjangan; di bawah nol berarti sudah lewat.",
            "Days from the month's last day to the day of renewal; below zero: that day is past.",
        )
        .by("certificates");
    match is_same {
        true => list.view(&["name", "unit", "scheme", "valid_until", "state", "days"]),
        false => list,
    }
    .table()
}

/// How many days are left: data formats see a signed number, readers how long ago it was.
fn days_left(pen: Pen, left: i32) -> Value {
    match pen.whole(i128::from(left)) {
        value if left >= 0 => value,
        _ => Value::Number {
            exact: left.to_string(),
            shown: pen.say(Words::DaysPast { days: left.abs() }),
        },
    }
}

fn state(pen: Pen, one: &Certified) -> Value {
    let words = match one.standing {
        Standing::Valid => Words::IsValid,
        Standing::Expiring => Words::IsExpiring,
        Standing::Expired => Words::IsExpired,
        Standing::Renewed => Words::IsRenewed,
    };
    Value::Key {
        key: one.standing.code().to_owned(),
        label: pen.say(words),
    }
}

/// What is said beside the figures of certificates.
pub(super) fn notes(scene: Scene<'_>) -> Vec<Note> {
    let Scene { pen, rule, .. } = scene;
    let validity = match rule.months {
        Some(months) => Words::NoteMonths { months },
        None => Words::NoteNoMonths,
    };
    let mut notes = vec![pen.note("validity", validity).public()];
    if let Some((from, to)) = rule.window() {
        let name = |month| words::month_name(pen.lang, month).to_owned();
        let (from, to) = (name(from), name(to));
        notes.push(pen.note("window", Words::NoteWindow { from, to }).public());
        if rule.months.is_none() {
            notes.push(pen.note("yearly", Words::NoteYearly));
        }
    }
    notes.push(pen.note("renewed", Words::NoteRenewed).public());
    notes.push(pen.note("applied", Words::NoteApplied));
    let count = scene.figures.left;
    if count > 0 {
        notes.push(pen.note("left", Words::NoteLeft { count }));
    }
    notes.push(pen.basis(&rule.head()));
    notes
}

fn list(scene: Scene<'_>) -> Section {
    let Scene { pen, who, .. } = scene;
    let mut section = pen.section("list", Words::ListSection);
    let list = pen
        .list("certificates", scene.figures.list.iter().take(NAMED))
        .or_says(Words::NoCertificates)
        .numbered(|one| one.origin.into())
        .col("certificate", Words::Certificate, |one| {
            Value::Text(one.id.clone())
        })
        .hidden()
        .col("name", Words::Holder, |one| who.name(one.holder))
        .col("unit", Text::Unit, |one| who.unit_of(one.holder))
        .col("scheme", Words::Scheme, |one| Value::Text(one.scheme.clone()))
        .col("number", Words::Number, |one| pen.text(one.number.as_deref()))
        .col("issuer", Words::Issuer, |one| pen.text(one.issuer.as_deref()))
        .col("recognition", Words::Recognition, |one| {
            pen.text(one.recognition.as_deref())
        })
        .col("issued", Words::Issued, |one| pen.date(one.issued))
        .col("valid_until", Words::ValidUntil, |one| {
            pen.date_or_not(one.valid_until)
        })
        .col("by_rule", Words::ByRule, |one| match one.is_by_rule {
            true => pen.key("yes", Words::Yes),
            false => pen.key("no", Words::No),
        })
        .col("renew_by", Words::RenewBy, |one| pen.date_or_not(one.renew_by))
        .col("state", Words::State, |one| state(pen, one))
        .col("renews", Words::Renews, |one| pen.text(one.renews.as_deref()))
        .col("renewals", Words::Renewals, |one| {
            pen.count(u64::from(one.renewals))
        })
        .counted(
            "Jumlah sertifikat sebelumnya yang diperpanjang berturut-turut sampai sertifikat ini.",
            "How many earlier certificates this one follows in a chain of renewals.",
        )
        .col("applied", Words::AppliedHow, |one| {
            pen.text(one.applied.as_deref())
        })
        .view_titled(
            Words::ViewIssue,
            &["name", "scheme", "number", "issuer", "recognition", "renewals"],
        )
        .view_titled(
            Words::ViewValidity,
            &["name", "scheme", "issued", "valid_until", "state", "applied"],
        );
    section.tables.push(list.table());
    let count = scene.figures.list.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        section
            .notes
            .push(pen.note("certificates-more", Words::More { count }));
    }
    section
}

/// The name of a topic in the language of the report.
fn topic(pen: Pen, topic: &Refresher) -> Value {
    let english = topic.name_en.as_ref().filter(|_| pen.lang == Lang::En);
    Value::Key {
        key: topic.topic.0.to_string(),
        label: english.unwrap_or(&topic.name).clone(),
    }
}

fn refreshers(scene: Scene<'_>, gathered: &CertificateReport) -> Section {
    let Scene { pen, rule, .. } = scene;
    let topics = rule.refresh.iter().zip(&gathered.refresh.topics);
    let by_topic = pen
        .list("refreshers", topics)
        .col("topic", Words::Topic, |(one, _)| topic(pen, one))
        .public()
        .col("every", Words::Every, |(one, _)| pen.whole(one.months.into()))
        .public()
        .counted(
            "Berapa bulan sekali pelatihan topik ini disegarkan, menurut ketentuan.",
            "Every how many months the topic is refreshed, by the rule.",
        )
        .by("certificates")
        .col("trained", Words::Trained, |(_, count)| pen.count(count.trained))
        .public()
        .counted(
            "Jumlah orang yang pelatihan terakhirnya tentang topik ini diketahui.",
            "How many people have a known last training on the topic.",
        )
        .col("fresh", Words::Fresh, |(_, count)| pen.count(count.fresh))
        .public()
        .counted(
            "Di antaranya yang penyegarannya belum dekat.",
            "Of these, whose refreshing is not yet near.",
        )
        .by("certificates")
        .col("soon", Words::Soon, |(_, count)| pen.count(count.soon))
        .public()
        .counted(
            "Di antaranya yang perlu penyegaran dalam jumlah hari menurut ketentuan.",
            "Of these, whose refreshing is due within the days of the rule.",
        )
        .by("certificates")
        .col("overdue", Words::Overdue, |(_, count)| pen.count(count.overdue))
        .public()
        .counted(
            "Di antaranya yang hari penyegarannya sudah lewat.",
            "Of these, whose day of refreshing is past.",
        )
        .by("certificates")
        .table()
        .of_people("trained");
    let mut out = pen.section("refreshers", Words::RefreshSection);
    out.tables = vec![by_topic, refreshers_due(scene, gathered)];
    let months = 2 * rule.refresh.iter().map(|one| one.months).max().unwrap_or(0) as i32;
    out.notes = vec![pen.note("refresh", Words::NoteRefresh { months }).public()];
    let count = gathered.refresh.due.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        out.notes.push(pen.note("refreshers-more", Words::More { count }));
    }
    out
}

fn refreshers_due(scene: Scene<'_>, gathered: &CertificateReport) -> Table {
    let Scene { pen, who, rule, .. } = scene;
    pen.list("refreshers_due", gathered.refresh.due.iter().take(NAMED))
        .titled(Words::RefreshTable)
        .or_says(Words::NoRefresh)
        .numbered(|one| part(one.person.into(), one.topic))
        .col("staff", Text::Name, |one| who.id(one.person))
        .hidden()
        .col("name", Text::Name, |one| who.name(one.person))
        .col("unit", Text::Unit, |one| who.unit_of(one.person))
        .col("topic", Words::Topic, |one| topic(pen, &rule.refresh[one.topic]))
        .col("last", Words::LastTraining, |one| pen.date(one.completed))
        .col("due", Words::RefreshBy, |one| pen.date(one.due))
        .col("days", Words::Days, |one| {
            days_left(pen, one.due.since(scene.as_of))
        })
        .counted(
            "Hari dari hari terakhir bulan sampai hari penyegaran; di bawah nol berarti sudah lewat.",
            "Days from the month's last day to the day of refreshing; below zero: that day is past.",
        )
        .by("certificates")
        .table()
}
