//! The report on competency certificates: how they stand, how they were applied, and which training to refresh.

use super::figure::{NAMED, Pen, table};
use super::head::head;
use super::model::{Note, Report, Section, Table, Value, View};
use super::who::Who;
use crate::measure::certificates::{CertificateFigures, CertificateReport, Certified, SchemeCount, Standing};
use crate::measure::refresh::TopicCount;
use crate::measure::trace::part;
use crate::records::settings::Settings;
use crate::records::time::Day;
use crate::rules::{CertificateRule, Edition, Refresher, Rules};
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
pub fn certificates(
    gathered: &CertificateReport,
    settings: &Settings,
    rules: &Rules,
    lang: Lang,
) -> Option<Report> {
    let (pen, month) = (Pen { lang }, gathered.month);
    let scene = Scene {
        pen,
        who: Who::from(&gathered.roster),
        figures: &gathered.figures,
        rule: rules.certificates.on(month.last())?,
        as_of: month.last(),
    };
    let title = Words::Title {
        month: pen.month_title(month),
    };
    let mut report = pen.report(settings, month, "certificates", VERSION, title);
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
    let columns = vec![
        pen.column("state", Words::State).public(),
        pen.column("certificates", Words::Certificates).public(),
        pen.hidden("holders", Words::Holders).public(),
    ];
    let of = |standing: Standing| count.by_standing[standing as usize];
    let lines = [
        ("valid", Words::IsValid, of(Standing::Valid)),
        ("expiring", Words::IsExpiring, of(Standing::Expiring)),
        ("expired", Words::IsExpired, of(Standing::Expired)),
        ("renewed", Words::IsRenewed, of(Standing::Renewed)),
    ];
    let rows = lines.map(|(key, words, n)| vec![pen.key(key, words), pen.count(n), pen.count(count.holders)]);
    let out = table(
        "certificates_by_state",
        String::new(),
        columns,
        rows.into(),
        String::new(),
    );
    out.of_people("holders").for_public()
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
    let columns = vec![
        pen.column("scheme", Words::Scheme),
        pen.column("holders", Words::Holders),
        pen.column("valid", Words::Valid),
        pen.column("expiring", Words::Expiring),
        pen.column("expired", Words::Expired),
        pen.column("renewed", Words::Renewed),
        pen.column("recognised", Words::Recognised),
        pen.column("applied", Words::Applied),
    ];
    let line = |key: Value, count: &SchemeCount| {
        let standing = |standing: Standing| pen.count(count.by_standing[standing as usize]);
        vec![
            key,
            pen.count(count.holders),
            standing(Standing::Valid),
            standing(Standing::Expiring),
            standing(Standing::Expired),
            standing(Standing::Renewed),
            pen.count_of(count.recognised, count.current()),
            pen.count_of(count.applied, count.current()),
        ]
    };
    let schemes = scene.figures.schemes.iter();
    let mut rows: Vec<Vec<Value>> = schemes
        .map(|count| line(Value::Text(count.scheme.clone()), count))
        .collect();
    if !rows.is_empty() {
        rows.push(line(pen.total(), &scene.figures.total));
    }
    let empty = pen.say(Words::NoCertificates);
    table("certificates_by_scheme", String::new(), columns, rows, empty)
}

/// What has expired or is to be renewed soon, by name.
pub(super) fn due(scene: Scene<'_>) -> Table {
    let Scene { pen, who, .. } = scene;
    let columns = vec![
        pen.hidden("certificate", Words::Certificate),
        pen.column("name", Words::Holder),
        pen.column("unit", Text::Unit),
        pen.column("scheme", Words::Scheme),
        pen.column("valid_until", Words::ValidUntil),
        pen.column("renew_by", Words::RenewBy),
        pen.column("state", Words::State),
        pen.column("days", Words::Days),
    ];
    let due = scene.figures.due();
    let rows = due.iter().take(NAMED).map(|one| {
        let left = one.renew_by.map(|day| day.since(scene.as_of));
        vec![
            Value::Text(one.id.clone()),
            who.name(one.holder),
            who.unit_of(one.holder),
            Value::Text(one.scheme.clone()),
            pen.date_or_not(one.valid_until),
            pen.date_or_not(one.renew_by),
            state(pen, one),
            left.map_or(Value::Missing, |left| days_left(pen, left)),
        ]
    });
    let rows = rows.collect();
    let caption = Words::DueTable {
        days: scene.rule.warn_days,
    };
    let mut out = table(
        "certificates_due",
        pen.say(caption),
        columns,
        rows,
        pen.say(Words::NothingDue),
    );
    out.numbers = due.iter().take(NAMED).map(|one| one.origin.into()).collect();
    // Where the renewal is due on the last day of validity, that day need not be read twice.
    let is_same = due.iter().all(|one| one.renew_by == one.valid_until);
    if is_same {
        out.views = vec![View {
            title: String::new(),
            columns: vec!["name", "unit", "scheme", "valid_until", "state", "days"],
        }];
    }
    out
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
    let pen = scene.pen;
    let columns = vec![
        pen.hidden("certificate", Words::Certificate),
        pen.column("name", Words::Holder),
        pen.column("unit", Text::Unit),
        pen.column("scheme", Words::Scheme),
        pen.column("number", Words::Number),
        pen.column("issuer", Words::Issuer),
        pen.column("recognition", Words::Recognition),
        pen.column("issued", Words::Issued),
        pen.column("valid_until", Words::ValidUntil),
        pen.column("by_rule", Words::ByRule),
        pen.column("renew_by", Words::RenewBy),
        pen.column("state", Words::State),
        pen.column("renews", Words::Renews),
        pen.column("renewals", Words::Renewals),
        pen.column("applied", Words::AppliedHow),
    ];
    let rows = scene.figures.list.iter().take(NAMED).map(|one| row(scene, one));
    let mut out = table(
        "certificates",
        String::new(),
        columns,
        rows.collect(),
        pen.say(Words::NoCertificates),
    );
    let listed = scene.figures.list.iter().take(NAMED);
    out.numbers = listed.map(|one| one.origin.into()).collect();
    out.views = vec![
        View {
            title: pen.say(Words::ViewIssue),
            columns: vec!["name", "scheme", "number", "issuer", "recognition", "renewals"],
        },
        View {
            title: pen.say(Words::ViewValidity),
            columns: vec!["name", "scheme", "issued", "valid_until", "state", "applied"],
        },
    ];
    let mut section = pen.section("list", Words::ListSection);
    section.tables.push(out);
    let count = scene.figures.list.len().saturating_sub(NAMED) as u64;
    if count > 0 {
        section
            .notes
            .push(pen.note("certificates-more", Words::More { count }));
    }
    section
}

fn row(scene: Scene<'_>, one: &Certified) -> Vec<Value> {
    let Scene { pen, who, .. } = scene;
    let by_rule = match one.is_by_rule {
        true => ("yes", Words::Yes),
        false => ("no", Words::No),
    };
    vec![
        Value::Text(one.id.clone()),
        who.name(one.holder),
        who.unit_of(one.holder),
        Value::Text(one.scheme.clone()),
        pen.text(one.number.as_deref()),
        pen.text(one.issuer.as_deref()),
        pen.text(one.recognition.as_deref()),
        pen.date(one.issued),
        pen.date_or_not(one.valid_until),
        Value::Key {
            key: by_rule.0.to_owned(),
            label: pen.say(by_rule.1),
        },
        pen.date_or_not(one.renew_by),
        state(pen, one),
        pen.text(one.renews.as_deref()),
        pen.count(u64::from(one.renewals)),
        pen.text(one.applied.as_deref()),
    ]
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
    let columns = vec![
        pen.column("topic", Words::Topic).public(),
        pen.column("every", Words::Every).public(),
        pen.column("trained", Words::Trained).public(),
        pen.column("fresh", Words::Fresh).public(),
        pen.column("soon", Words::Soon).public(),
        pen.column("overdue", Words::Overdue).public(),
    ];
    let line = |one: &Refresher, count: &TopicCount| {
        vec![
            topic(pen, one),
            pen.whole(i128::from(one.months)),
            pen.count(count.trained),
            pen.count(count.fresh),
            pen.count(count.soon),
            pen.count(count.overdue),
        ]
    };
    let topics = rule.refresh.iter().zip(&gathered.refresh.topics);
    let rows = topics.map(|(one, count)| line(one, count)).collect();
    let mut out = pen.section("refreshers", Words::RefreshSection);
    let by_topic = table("refreshers", String::new(), columns, rows, String::new()).of_people("trained");
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
    let columns = vec![
        pen.hidden("staff", Text::Name),
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.column("topic", Words::Topic),
        pen.column("last", Words::LastTraining),
        pen.column("due", Words::RefreshBy),
        pen.column("days", Words::Days),
    ];
    let rows = gathered.refresh.due.iter().take(NAMED).map(|one| {
        vec![
            who.id(one.person),
            who.name(one.person),
            who.unit_of(one.person),
            topic(pen, &rule.refresh[one.topic]),
            pen.date(one.completed),
            pen.date(one.due),
            days_left(pen, one.due.since(scene.as_of)),
        ]
    });
    let numbers = gathered.refresh.due.iter().take(NAMED);
    let numbers = numbers.map(|one| part(one.person.into(), one.topic));
    Table {
        numbers: numbers.collect(),
        ..table(
            "refreshers_due",
            pen.say(Words::RefreshTable),
            columns,
            rows.collect(),
            pen.say(Words::NoRefresh),
        )
    }
}
