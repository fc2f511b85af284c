//! The report on competency certificates: how they stand, how they were applied, and which training to refresh.

use super::figure::Pen;
use super::head::head;
use super::list::List;
use super::model::{Column, Note, NumberStyle, Report, RowKeys, Section, Table, Value};
use super::page::Page;
use crate::measure::certificates::{
    CertificateFigures, CertificateReport, Credential, SchemeColumn, Validity,
};
use crate::measure::judged::fewest;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::refresh::{RefreshFigures, TopicColumn, TopicTraining};
use crate::measure::trace::part;
use crate::records::time::Day;
use crate::rules::{CertificateRule, Enactment, Refresher};
use crate::words;
use crate::words::report::Text;
use crate::words::report_certificates::CertificateText as Words;

/// The version of the contract of the report on certificates.
const VERSION: u32 = 1;

/// Builds the report on certificates; `None` when a rule has no edition in force.
pub fn certificates(page: &Page<'_>, gathered: &CertificateReport) -> Option<Report> {
    let book = CertificateBook::new(*page, &gathered.figures)?;
    let month = page.period_title();
    let mut report = page.report("certificates", VERSION, Words::Title { month });
    let overview = Section {
        tables: vec![book.standing(), book.due(), book.by_scheme()],
        ..book.overview()
    };
    let lines = book.head_lines(&gathered.refresh);
    report.sections = vec![head(page, lines), overview, book.list()];
    if !book.rule.refresh.is_empty() {
        report.sections.push(book.refreshers(&gathered.refresh));
    }
    Some(report)
}

/// The book of certificates, as its tables show it.
pub(super) struct CertificateBook<'r> {
    page: Page<'r>,
    figures: &'r CertificateFigures,
    rule: &'r CertificateRule,
}

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

/// How a certificate stands.
fn state(pen: Pen, standing: Validity) -> Value {
    let words = match standing {
        Validity::Valid => ("berlaku", "valid"),
        Validity::Expiring => ("segera habis", "expiring"),
        Validity::Expired => ("habis masa berlaku", "expired"),
        Validity::Renewed => ("sudah diperpanjang", "renewed"),
    };
    pen.key(standing.code(), words)
}

impl<'r> CertificateBook<'r> {
    /// The book of an office; `None` when the rule has no edition in force.
    pub(super) fn new(page: Page<'r>, figures: &'r CertificateFigures) -> Option<CertificateBook<'r>> {
        let rule = page.rules.certificates.on(page.as_of())?;
        Some(CertificateBook { page, figures, rule })
    }

    /// The section of all certificates with its notes, without a table yet.
    pub(super) fn overview(&self) -> Section {
        Section {
            notes: self.notes(),
            ..self.page.pen.section("certificates", Words::Certificates)
        }
    }

    /// What has expired or is to be renewed or refreshed soon.
    fn head_lines(&self, refresh: &RefreshFigures) -> Vec<(Day, Words)> {
        let (page, total) = (self.page, &self.figures.total);
        let due = match self.figures.list.is_empty() {
            true => Words::NoCertificates,
            false => Words::HeadDue {
                expired: total.count(SchemeColumn::expired),
                expiring: total.count(SchemeColumn::expiring),
                days: self.rule.warn_days,
            },
        };
        let mut lines = vec![(page.looked_for(), due)];
        if !self.rule.refresh.is_empty() {
            let mut total = TopicTraining::default();
            refresh.topics.iter().for_each(|topic| total.merge(topic));
            let (pen, first) = (page.pen, self.refreshed_from());
            // Of trainings before the records begin nobody knows whether there was none to refresh.
            let is_told = page.untold(first).is_none();
            let known = |column| match total.count(column) {
                0 if !is_told => pen.say(Words::RefreshUnknown),
                count => count.to_string(),
            };
            let [overdue, soon] = [TopicColumn::overdue, TopicColumn::soon].map(known);
            lines.push((first, Words::HeadRefresh { overdue, soon }));
        }
        lines
    }

    /// How all certificates stand, for the public: of most schemes there are too few holders to tell more.
    pub(super) fn standing(&self) -> Table {
        let (pen, total, staff) = (self.page.pen, &self.figures.total, self.page.staff());
        let standings = [
            Validity::Valid,
            Validity::Expiring,
            Validity::Expired,
            Validity::Renewed,
        ];
        let certificates = pen.column("certificates", Words::Certificates);
        pen.list("certificates_by_state", standings)
            .col("state", ("Keadaan", "State"), |one| state(pen, *one))
            .public()
            .with(STATES.into_iter().fold(certificates, Column::means), |one| {
                pen.count(total.count(one.column()))
            })
            .public()
            .with(pen.size("people", &["certificates"]), |one| {
                let holders = self.figures.holders(*one);
                pen.count(fewest([holders, staff.saturating_sub(holders)]))
            })
            .table()
            .of_lines(&[("certificates", "people")])
            .for_public()
    }

    /// How the certificates of each scheme stand.
    pub(super) fn by_scheme(&self) -> Table {
        let (pen, figures) = (self.page.pen, self.figures);
        let schemes = figures.schemes.iter();
        let schemes = schemes.map(|(scheme, sums)| (Value::Text(scheme.clone()), sums));
        let total = (!figures.schemes.is_empty()).then(|| (pen.total(), &figures.total));
        let key = pen.column("scheme", ("Skema", "Scheme"));
        Table {
            empty: pen.say(Words::NoCertificates),
            rolled: RowKeys::Shared(Some("certificates_by_office")),
            ..pen.sheet(pen.keyed(key, schemes.chain(total)), ("", ""), &[])
        }
    }

    /// Some certificates with their holders.
    fn held<'c>(
        &self,
        id: &'static str,
        certificates: impl IntoIterator<Item = &'c Credential>,
    ) -> List<&'c Credential> {
        let (pen, page) = (self.page.pen, self.page);
        pen.list(id, certificates)
            .numbered(|one| one.origin.into())
            .col("certificate", ("Sertifikat", "Certificate"), |one| {
                Value::Text(one.id.clone())
            })
            .hidden()
            .col("name", ("Pemegang", "Holder"), |one| page.name(one.holder))
            .col("unit", Text::Unit, |one| page.unit_of(one.holder))
            .col("scheme", ("Skema", "Scheme"), |one| {
                Value::Text(one.scheme.clone())
            })
    }

    /// What has expired or is to be renewed soon, by name.
    pub(super) fn due(&self) -> Table {
        let pen = self.page.pen;
        let due = self.figures.due();
        // Where the renewal is due on the last day of validity, that day need not be read twice.
        let is_same = due.iter().all(|one| one.renew_by == one.valid_until);
        let days = self.rule.warn_days;
        let list = self
            .held("certificates_due", due)
            .by_people(self.page.who, |one| one.holder, |one| one.renew_by)
            .short()
            .titled(Words::DueTable { days })
            .or_says(Words::NothingDue)
            .col("valid_until", Words::ValidUntil, |one| {
                pen.date_or_not(one.valid_until)
            })
            .col("renew_by", Words::RenewBy, |one| pen.date_or_not(one.renew_by))
            .col("state", ("Keadaan", "State"), |one| state(pen, one.standing))
            .col("days", Words::Days, |one| {
                let left = one.renew_by.map(|day| day.since(self.page.as_of()));
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

    /// What is said beside the figures of certificates.
    fn notes(&self) -> Vec<Note> {
        let (pen, rule) = (self.page.pen, self.rule);
        let validity = match rule.months {
            Some(months) => Words::NoteMonths { months },
            None => Words::NoteNoMonths,
        };
        let mut notes = vec![pen.method("validity", validity).public()];
        if let Some((from, to)) = rule.window() {
            let name = |month| words::month_name(pen.lang, month).to_owned();
            let (from, to) = (name(from), name(to));
            notes.push(pen.method("window", Words::NoteWindow { from, to }).public());
            if rule.months.is_none() {
                notes.push(pen.method("yearly", Words::NoteYearly));
            }
        }
        notes.push(pen.method("renewed", Words::NoteRenewed).public());
        notes.push(pen.method("applied", Words::NoteApplied));
        let count = self.figures.left;
        if count > 0 {
            notes.push(pen.method("left", Words::NoteLeft { count }));
        }
        notes.push(pen.basis(&rule.head()));
        notes
    }

    fn list(&self) -> Section {
        let pen = self.page.pen;
        let all = &self.figures.list;
        let list = self
            .held("certificates", all)
            .by_people(self.page.who, |one| one.holder, |one| one.scheme.clone())
            .short()
            .or_says(Words::NoCertificates)
            .col("number", ("Nomor", "Number"), |one| {
                pen.text(one.number.as_deref())
            })
            .col("issuer", ("Penerbit", "Issuer"), |one| {
                pen.text(one.issuer.as_deref())
            })
            .col("recognition", ("Pengakuan", "Recognition"), |one| {
                pen.text(one.recognition.as_deref())
            })
            .col("issued", ("Terbit", "Issued"), |one| pen.date(one.issued))
            .col("valid_until", Words::ValidUntil, |one| {
                pen.date_or_not(one.valid_until)
            })
            .col("by_rule", ("Menurut aturan", "By the rule"), |one| {
                pen.yes_or_no(one.is_by_rule)
            })
            .col("renew_by", Words::RenewBy, |one| pen.date_or_not(one.renew_by))
            .col("state", ("Keadaan", "State"), |one| state(pen, one.standing))
            .col("renews", ("Memperpanjang", "Renews"), |one| {
                pen.text(one.renews.as_deref())
            })
            .col("renewals", ("Perpanjangan ke", "Renewals"), |one| {
                pen.count(one.renewals.into())
            })
            .counted(
                "Jumlah sertifikat sebelumnya yang diperpanjang berturut-turut sampai sertifikat ini.",
                "How many earlier certificates this one follows in a chain of renewals.",
            )
            .col(
                "applied",
                ("Penerapan di tempat kerja", "Application at work"),
                |one| pen.text(one.applied.as_deref()),
            )
            .view_titled(
                (
                    "Pemegang, penerbit, dan pengakuan",
                    "Holder, issuer and recognition",
                ),
                &["name", "scheme", "number", "issuer", "recognition", "renewals"],
            )
            .view_titled(
                ("Masa berlaku dan penerapan", "Validity and application"),
                &["name", "scheme", "issued", "valid_until", "state", "applied"],
            );
        Section {
            tables: vec![list.table()],
            ..pen.section("list", Words::ListSection)
        }
    }

    fn refreshers(&self, refresh: &RefreshFigures) -> Section {
        let (pen, rule) = (self.page.pen, self.rule);
        let by_topic = pen
            .list("refreshers", rule.refresh.iter().zip(&refresh.topics))
            .col("topic", Words::Topic, |(one, _)| topic(pen, one))
            .public()
            .sums(&[], |(_, sums)| *sums)
            .with(pen.size("people", &["trained", "never"]), |(_, sums)| {
                let [trained, never, untold] =
                    [TopicColumn::trained, TopicColumn::never, TopicColumn::untold]
                        .map(|column| sums.count(column));
                pen.count(fewest([trained, never + untold]))
            })
            .known_each(&self.page, &[], |(one, _)| {
                self.page.as_of().month().plus(-one.months as i32).first()
            });
        let months = 2 * self.refresh_months();
        let note = pen.method("refresh", Words::NoteRefresh { months }).public();
        Section {
            tables: vec![
                by_topic.table().of_lines(&[("trained", "people")]).shared(None),
                self.refreshers_due(refresh),
                self.never_trained(refresh),
            ],
            notes: [Some(note), self.page.untold(self.refreshed_from())]
                .into_iter()
                .flatten()
                .collect(),
            ..pen.section("refreshers", Words::RefreshSection)
        }
    }

    /// After how many months a topic is to be refreshed at the latest.
    fn refresh_months(&self) -> i32 {
        let months = self.rule.refresh.iter().map(|one| one.months);
        months.max().unwrap_or(0) as i32
    }

    /// From which day on trainings are looked for that are to be refreshed.
    fn refreshed_from(&self) -> Day {
        self.page.as_of().month().plus(-2 * self.refresh_months()).first()
    }

    fn refreshers_due(&self, refresh: &RefreshFigures) -> Table {
        let (pen, rule) = (self.page.pen, self.rule);
        let list = pen
            .list("refreshers_due", &refresh.due)
            .by_people(self.page.who, |one| one.person, |one| (one.due, one.topic))
            .short()
            .titled(Words::RefreshTable)
            .or_says(Words::NoRefresh)
            .numbered(|one| part(one.person.into(), one.topic))
            .person(&self.page, Text::Name, |one| one.person)
            .col("topic", Words::Topic, |one| topic(pen, &rule.refresh[one.topic]))
            .col("last", ("Pelatihan terakhir", "Last training"), |one| {
                pen.date(one.completed)
            })
            .col("due", ("Diulang paling lambat", "Refresh by"), |one| {
                pen.date(one.due)
            })
            .col("days", Words::Days, |one| {
                days_left(pen, one.due.since(self.page.as_of()))
            })
            .counted(
                "Hari dari hari terakhir bulan sampai hari penyegaran; di bawah nol berarti sudah lewat.",
                "Days from the month's last day to the day of refreshing; below zero: that day is past.",
            )
            .by("certificates");
        self.page
            .known_from(self.refreshed_from(), &["days"], list.table())
    }
}

impl CertificateBook<'_> {
    /// Who was never trained on a topic: one line a person, with the topics.
    fn never_trained(&self, refresh: &RefreshFigures) -> Table {
        let (pen, rule) = (self.page.pen, self.rule);
        let topics = |topics: &[usize]| {
            let named = topics.iter().map(|number| &rule.refresh[*number]);
            let codes: Vec<&str> = named.clone().map(|one| &*one.topic.0).collect();
            let names = named.map(|one| pen.of_rule(&one.name, one.name_en.as_ref()));
            Value::Key {
                key: codes.join(" "),
                label: names.collect::<Vec<_>>().join(", "),
            }
        };
        pen.list("never_trained", &refresh.never)
            .short()
            .titled(Words::NeverTrained)
            .by_people(self.page.who, |(person, _)| *person, |(_, topics)| topics.len())
            .person(&self.page, Text::Name, |(person, _)| *person)
            .col("topics", Words::Topic, |(_, numbers)| topics(numbers))
            .table()
    }
}

/// How many days are left: data formats see a signed number, readers how long ago it was.
fn days_left(pen: Pen, left: i32) -> Value {
    match pen.whole(i128::from(left)) {
        value if left >= 0 => value,
        _ => {
            let shown = pen.say(Words::DaysPast { days: left.abs() });
            Value::number(left.to_string(), shown, NumberStyle::Plain)
        }
    }
}

/// A topic in the language of the report.
fn topic(pen: Pen, topic: &Refresher) -> Value {
    Value::Key {
        key: topic.topic.0.to_string(),
        label: pen.of_rule(&topic.name, topic.name_en.as_ref()),
    }
}
