//! Competency certificates: which are valid, which are to be renewed soon, which have expired, which were renewed.
//!
//! The last day of validity is the one written on the certificate; where none is written, so many months after the
//! issue by the rule. The renewal is due on that day, or under the rule of a calendar window on the last day of the
//! last window before it. A certificate that another one renews is renewed, whatever its own dates.
//!
//! Source: the rule `certificates` (the office's own), in the edition in force on the day of issue; where there was
//! none yet, that of the last day. How a certificate stands is said here and nowhere else: every report and the draft
//! of a plan ask [`Credential`].

use super::refresh::RefreshFigures;
use super::sheet::sheet;
use super::trace::{ALL, Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::competence::Certificate;
use crate::records::people::People;
use crate::records::time::{Day, Month};
use crate::rules::CertificateRule;
use crate::rules::editions::Editions;
use std::collections::{BTreeSet, HashMap};

/// How a certificate stands on the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// No longer valid, and not renewed.
    Expired,
    /// Valid, and its renewal is due within the days of the rule.
    Expiring,
    /// Valid.
    Valid,
    /// Renewed by another certificate.
    Renewed,
}

impl Validity {
    /// The column in which those that stand so are counted.
    pub fn column(self) -> SchemeColumn {
        match self {
            Validity::Expired => Of::expired,
            Validity::Expiring => Of::expiring,
            Validity::Valid => Of::valid,
            Validity::Renewed => Of::renewed,
        }
    }

    /// The code for data formats.
    pub fn code(self) -> &'static str {
        self.column().id()
    }
}

sheet! {
    /// The certificates of one scheme, or of all.
    pub SchemeCertificates of SchemeColumn: "certificates_by_scheme" {
        holders: different().by("certificates"), id "Pemegang yang berlaku", en "Holders of a valid one",
            says id "Jumlah orang yang memegang sertifikat berlaku; yang memegang beberapa dihitung sekali.",
            en "How many people hold a valid certificate; who holds several is counted once.";
        valid: counts().by("certificates"), id "Berlaku", en "Valid",
            says id "Jumlah sertifikat yang berlaku dan perpanjangannya belum dekat.",
            en "How many certificates are valid and not yet to be renewed.";
        expiring: counts().by("certificates"), id "Segera habis", en "Expiring",
            says id "Jumlah sertifikat yang berlaku dan perlu diperpanjang dalam jumlah hari menurut ketentuan.",
            en "How many certificates are valid and to be renewed within the days of the rule.";
        expired: counts().by("certificates"), id "Habis masa berlaku", en "Expired",
            says id "Jumlah sertifikat yang masa berlakunya lewat dan belum diperpanjang.",
            en "How many certificates have expired and were not renewed.";
        renewed: counts().by("certificates"), id "Sudah diperpanjang", en "Renewed",
            says id "Jumlah sertifikat yang sudah diperpanjang dengan sertifikat lain.",
            en "How many certificates were renewed by another one.";
        recognised: counts_of("current"), id "Diakui", en "Recognised",
            says id "Jumlah sertifikat berlaku yang diakui sebuah lembaga; sesudah garis miring: yang berlaku.",
            en "How many valid certificates have a recognition; behind the stroke: the valid ones.";
        applied: counts_of("current"), id "Diterapkan", en "Applied",
            says id "Jumlah sertifikat berlaku yang penerapannya tercatat; sesudah garis miring: yang berlaku.",
            en "How many valid certificates have their use at work on record; behind the stroke: the valid ones.";
        current: part(), id "yang berlaku", en "those that are valid";
    }
}
use SchemeColumn as Of;

/// The columns of those that count.
const COUNTED: [Of; 5] = [Of::holders, Of::valid, Of::expiring, Of::expired, Of::renewed];

/// A certificate as known on the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Its id.
    pub id: String,
    /// Where it stands, which is also the number of its row in a report.
    pub origin: Origin,
    /// Who holds it, by number.
    pub holder: u32,
    /// The scheme.
    pub scheme: String,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// By whom it is recognised.
    pub recognition: Option<String>,
    /// The day of issue.
    pub issued: Day,
    /// The last day of validity; `None` when it has no end.
    pub valid_until: Option<Day>,
    /// Whether the rule gave that day, because the certificate names none.
    pub is_by_rule: bool,
    /// By when it is to be renewed; `None` when it has no end.
    pub renew_by: Option<Day>,
    /// How it was applied at work.
    pub applied: Option<String>,
    /// The certificate that it renews, by id.
    pub renews: Option<String>,
    /// How it stands.
    pub standing: Validity,
    /// How many certificates it follows in a chain of renewals.
    pub renewals: u32,
}

impl Credential {
    /// A certificate of person `holder` as known on a day, before it is known what renews it; `None` when it was
    /// issued later.
    pub fn of(
        row: &Certificate<'_>,
        origin: Origin,
        holder: u32,
        rules: &Editions<CertificateRule>,
        as_of: Day,
    ) -> Option<Credential> {
        if row.issued > as_of {
            return None;
        }
        let rule = rule_of(rules, row.issued, as_of);
        let valid_until = row.valid_until.or_else(|| valid_by_rule(rule?, row.issued));
        let renew_by = rule.map_or(valid_until, |rule| renew_by(rule, row.issued, valid_until));
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Some(Credential {
            id: row.id.text().to_owned(),
            origin,
            holder,
            scheme: row.scheme.to_owned(),
            number: owned(row.number),
            issuer: owned(row.issuer),
            recognition: owned(row.recognition),
            issued: row.issued,
            valid_until,
            is_by_rule: row.valid_until.is_none() && valid_until.is_some(),
            renew_by,
            applied: owned(row.applied.filter(|_| row.told.is_none_or(|told| told <= as_of))),
            renews: row.renews.map(|id| id.text().to_owned()),
            standing: standing(valid_until, renew_by, rule, as_of),
            renewals: 0,
        })
    }

    /// The day after which it is no longer valid; `None` when it has no end. What names no end lapses when its yearly
    /// window was missed.
    pub fn lapses(&self) -> Option<Day> {
        self.valid_until.or(self.renew_by)
    }

    /// Whether another one took its place.
    pub fn is_renewed(&self) -> bool {
        self.standing == Validity::Renewed
    }

    /// Whether it is valid: also one whose renewal is due soon.
    pub fn is_current(&self) -> bool {
        matches!(self.standing, Validity::Valid | Validity::Expiring)
    }

    /// Enters it among those of its scheme, whose number is given.
    fn enter(&self, scheme: u64, sums: &mut SchemeCertificates, trace: &mut Trace) {
        let mut columns = vec![self.standing.column()];
        if self.is_current() {
            sums.add(Of::holders, self.holder.into());
            trace.counts(Of::holders.figure(scheme), self.holder, 1);
            columns.push(Of::current);
            columns.extend(self.recognition.as_ref().map(|_| Of::recognised));
            columns.extend(self.applied.as_ref().map(|_| Of::applied));
        }
        for column in columns {
            sums.add(column, 1);
            trace.uses(column.figure(scheme), self.origin, 1);
        }
    }

    /// Tells how many days are left to its renewal.
    fn tell(&self, as_of: Day, trace: &mut Trace) {
        if let Some(due) = self.renew_by {
            let days = Figure::new("certificates_due", self.origin, "days");
            trace.uses(days, self.origin, due.since(as_of).into());
        }
    }
}

/// The last day of validity of a certificate that names none: the same day of the month so many months after the
/// issue, or the month's last day where there is none.
pub fn valid_by_rule(rule: &CertificateRule, issued: Day) -> Option<Day> {
    let months = i32::try_from(rule.months?).ok()?;
    Some(issued.plus_months(months))
}

/// By when a certificate is to be renewed.
///
/// Without a window, or when no whole window lies between issue and end: by the end. With one: by the last day of
/// the last window that lies between them; without an end, of the first window that begins after the issue.
pub fn renew_by(rule: &CertificateRule, issued: Day, valid_until: Option<Day>) -> Option<Day> {
    let Some(window) = rule.window() else {
        return valid_until;
    };
    let Some(end) = valid_until else {
        let years = issued.year()..=issued.year() + 1;
        let mut windows = years.filter_map(|year| window_of(window, year));
        return windows.find(|(from, _)| *from > issued).map(|(_, to)| to);
    };
    let years = (issued.year()..=end.year()).rev();
    let mut windows = years.filter_map(|year| window_of(window, year));
    let last = windows.find(|(from, to)| *from > issued && *to <= end);
    last.map(|(_, to)| to).or(Some(end))
}

/// The window that begins in a year; one whose last month comes before its first ends in the next year.
fn window_of((from, to): (u32, u32), year: i32) -> Option<(Day, Day)> {
    let first = Month::of(year, from)?;
    let last = Month::of(year + i32::from(to < from), to)?;
    Some((first.first(), last.last()))
}

/// Measures certificates as of a day.
#[derive(Debug)]
pub struct Certificates<'r> {
    rules: &'r Editions<CertificateRule>,
    as_of: Day,
    list: Vec<Credential>,
    left: u64,
}

impl<'r> Certificates<'r> {
    /// Measures by the rules as of a day.
    pub fn new(rules: &'r Editions<CertificateRule>, as_of: Day) -> Certificates<'r> {
        Certificates {
            rules,
            as_of,
            list: Vec::new(),
            left: 0,
        }
    }

    /// Takes a certificate of person `holder`.
    pub fn row(
        &mut self,
        row: &Certificate<'_>,
        origin: Origin,
        holder: u32,
        people: &People,
        trace: &mut Trace,
    ) {
        // Which row its scheme will have is not known before all are read: what is left out belongs to the total.
        let leave = |trace: &mut Trace, why| {
            for column in COUNTED {
                trace.omits(column.figure(ALL), origin, why);
            }
        };
        if row.issued > self.as_of {
            return leave(trace, Omission::LaterThanPeriod);
        }
        let person = &people.list[holder as usize];
        if !person.counts() {
            self.left += u64::from(!person.is_still_to_come());
            return leave(trace, Omission::NotCounted);
        }
        if let Some(rule) = rule_of(self.rules, row.issued, self.as_of) {
            trace.rule(Figure::new("certificates_due", origin, "days"), rule);
        }
        let held = Credential::of(row, origin, holder, self.rules, self.as_of);
        self.list.extend(held);
    }
}

/// The edition that a certificate issued on a day follows.
fn rule_of(rules: &Editions<CertificateRule>, issued: Day, as_of: Day) -> Option<&CertificateRule> {
    rules.on(issued).or_else(|| rules.on(as_of))
}

/// How a certificate that nothing renews stands.
fn standing(
    valid_until: Option<Day>,
    renew_by: Option<Day>,
    rule: Option<&CertificateRule>,
    as_of: Day,
) -> Validity {
    let warn = rule.map_or(0, |rule| rule.warn_days);
    match (valid_until.or(renew_by), renew_by) {
        (Some(end), _) if end < as_of => Validity::Expired,
        (_, Some(due)) if i64::from(due.since(as_of)) <= warn => Validity::Expiring,
        _ => Validity::Valid,
    }
}

/// What the certificates come to.
#[derive(Debug, Default)]
pub struct CertificateFigures {
    /// By scheme, in the order of its words.
    pub schemes: Vec<(String, SchemeCertificates)>,
    /// All schemes.
    pub total: SchemeCertificates,
    /// Every certificate of people who count: by scheme, holder and day of issue.
    pub list: Vec<Credential>,
    /// Certificates of people who do not count any more.
    pub left: u64,
}

/// Everything of the report on certificates.
#[derive(Debug)]
pub struct CertificateReport {
    /// The certificates.
    pub figures: CertificateFigures,
    /// The last training by topic.
    pub refresh: RefreshFigures,
}

impl CertificateFigures {
    /// How many people hold a certificate that stands so.
    pub fn holders(&self, standing: Validity) -> u64 {
        let list = self.list.iter().filter(|one| one.standing == standing);
        let holders: BTreeSet<u32> = list.map(|one| one.holder).collect();
        holders.len() as u64
    }

    /// Those that have expired or are to be renewed soon, the earliest first.
    pub fn due(&self) -> Vec<&Credential> {
        let is_due = |one: &&Credential| matches!(one.standing, Validity::Expired | Validity::Expiring);
        let mut due: Vec<&Credential> = self.list.iter().filter(is_due).collect();
        due.sort_by_key(|one| (one.renew_by, one.holder));
        due
    }
}

impl Certificates<'_> {
    /// Follows the renewals and adds up.
    pub fn figures(mut self, trace: &mut Trace) -> CertificateFigures {
        follow(&mut self.list, trace);
        self.list.sort_by(|a, b| {
            (&a.scheme, a.holder, a.issued, &a.id).cmp(&(&b.scheme, b.holder, b.issued, &b.id))
        });
        let mut out = CertificateFigures {
            left: self.left,
            ..CertificateFigures::default()
        };
        for of_scheme in self.list.chunk_by(|a, b| a.scheme == b.scheme) {
            let number = out.schemes.len() as u64;
            let mut sums = SchemeCertificates::default();
            for one in of_scheme {
                one.enter(number, &mut sums, trace);
                one.tell(self.as_of, trace);
            }
            out.total.merge(&sums);
            out.schemes.push((of_scheme[0].scheme.clone(), sums));
        }
        out.list = self.list;
        out
    }
}

/// Marks what was renewed, and counts the renewals before each. A chain that runs in a circle ends where it began.
pub fn follow(list: &mut [Credential], trace: &mut Trace) {
    let numbers: HashMap<String, usize> = list
        .iter()
        .enumerate()
        .map(|(n, one)| (one.id.clone(), n))
        .collect();
    let before: Vec<Option<usize>> = list
        .iter()
        .map(|one| numbers.get(one.renews.as_ref()?).copied())
        .collect();
    for number in 0..list.len() {
        if let Some(old) = before[number].filter(|old| *old != number) {
            list[old].standing = Validity::Renewed;
        }
        let mut at = before[number];
        while let Some(old) = at.filter(|_| (list[number].renewals as usize) < list.len()) {
            list[number].renewals += 1;
            let figure = Figure::new("certificates", list[number].origin, "renewals");
            trace.uses(figure, list[old].origin, 1);
            at = before[old];
        }
    }
}

#[cfg(test)]
mod tests;
