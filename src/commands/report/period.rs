//! The time that a report is about: a month, and of most also a quarter, a half, a year or some months.

use crate::commands::arguments::{LAST_MONTH, month, typed};
use crate::inquiry::{KINDS, Kind, Times};
use crate::load::Office;
use crate::records::time::{Month, Period};
use crate::records::word::Code;
use crate::session::Session;
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgMatches, Command};

/// A time longer than a month.
struct Term {
    /// The name of its argument.
    name: &'static str,
    /// What it is.
    noun: Phrase,
    /// How one is typed.
    example: &'static str,
    /// How many months it has; none of any months that follow each other.
    months: u8,
    /// The one before that of today, and that of today.
    near: &'static [Code],
}

/// The times longer than a month.
static TERMS: [Term; 4] = [
    Term {
        name: "quarter",
        noun: Phrase {
            id: "triwulan",
            en: "quarter",
        },
        example: "2026-Q3",
        months: 3,
        near: &[
            Code::new("last-quarter", "triwulan lalu", "last quarter"),
            Code::new("this-quarter", "triwulan ini", "this quarter"),
        ],
    },
    Term {
        name: "semester",
        noun: Phrase {
            id: "semester",
            en: "half of a year",
        },
        example: "2026-S1",
        months: 6,
        near: &[
            Code::new("last-semester", "semester lalu", "last half"),
            Code::new("this-semester", "semester ini", "this half"),
        ],
    },
    Term {
        name: "year",
        noun: Phrase {
            id: "tahun",
            en: "year",
        },
        example: "2026",
        months: 12,
        near: &[
            Code::new("last-year", "tahun lalu", "last year"),
            Code::new("this-year", "tahun ini", "this year"),
        ],
    },
    Term {
        name: "period",
        noun: Phrase {
            id: "rentang bulan",
            en: "run of months",
        },
        example: "2026-02..2026-04",
        months: 0,
        near: &[],
    },
];

impl Term {
    /// The examples of what may be typed, in a language.
    fn examples(&self, lang: Lang) -> String {
        let near = self.near.iter().map(|code| code.typed(lang));
        let all = std::iter::once(self.example.to_owned()).chain(near);
        all.collect::<Vec<_>>().join(", ")
    }

    /// The time that was typed on a day of a month.
    fn read(&self, text: &str, today: Month) -> Option<Period> {
        match (Code::meant(self.near, text), self.months) {
            (text, 0) => {
                let (first, last) = text.split_once("..")?;
                Period::between(Month::parse(first)?, Month::parse(last)?)
            }
            (text, months) if text == self.near[0].name => Some(Period::holding(today, months).previous()),
            (text, months) if text == self.near[1].name => Some(Period::holding(today, months)),
            (text, months) => Period::part(text, months),
        }
    }
}

/// `--month` of a report.
pub(super) fn month_arg(lang: Lang) -> Arg {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    Arg::new("month")
        .long("month")
        .value_name("YYYY-MM")
        .default_value(say("bulan-lalu", LAST_MONTH))
        .help(say(
            "Bulan laporan: 2026-10, bulan-lalu, atau bulan-ini",
            "The month: 2026-10, last-month or this-month",
        ))
}

/// Adds the time that a report is about.
pub(super) fn with_period(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let month = month_arg(lang).conflicts_with_all(TERMS.iter().map(|term| term.name));
    let of = say("tidak untuk laporan", "not of the report");
    let others = named(lang, |times| times == Times::Month);
    let longer = TERMS.iter().enumerate().map(|(at, term)| {
        let (noun, examples) = (term.noun.get(lang), term.examples(lang));
        Arg::new(term.name)
            .long(term.name)
            .value_name(term.example)
            .conflicts_with_all(TERMS[at + 1..].iter().map(|other| other.name))
            .help(format!("{}: {examples}; {of} {others}", capital(noun)))
    });
    command.arg(month).args(longer)
}

/// The reports that are made of such times.
fn named(lang: Lang, is_of: fn(Times) -> bool) -> String {
    let kinds = KINDS.iter().filter(|kind| is_of(kind.times));
    kinds.map(|kind| kind.named(lang)).collect::<Vec<_>>().join(", ")
}

/// Words that begin a line.
fn capital(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

/// The time longer than a month that was typed.
fn term(matches: &ArgMatches) -> Option<&'static Term> {
    let is_typed = |term: &&Term| matches.try_contains_id(term.name).is_ok_and(|is| is);
    TERMS.iter().find(is_typed)
}

/// Whether the time that was typed stands alone: of a month that was typed as such the figures may look back further, and
/// a report of the year so far is that of its last month.
pub(super) fn is_alone(matches: &ArgMatches, kind: Option<&Kind>) -> bool {
    term(matches).is_some() && kind.is_none_or(|kind| kind.times == Times::Any)
}

/// The time of which a report is made that was asked about some months.
///
/// # Errors
/// When it is made of a month only, or of the year so far, which these months are not.
fn fitting(kind: &Kind, period: Period, session: &Session<'_>) -> anyhow::Result<Period> {
    let name = kind.named(session.lang).to_owned();
    match kind.times {
        Times::Any => Ok(period),
        Times::Month => {
            let all = named(session.lang, |times| times != Times::Month);
            Err(session.usage(&Screen::MonthsOnly { name, all }))
        }
        // Of the year so far nothing is different from its last month.
        Times::YearSoFar if Period::year(period.last_month()).first_month() == period.first_month() => {
            Ok(Period::month(period.last_month()))
        }
        Times::YearSoFar => {
            let (period, month) = (period.to_string(), period.last_month().to_string());
            Err(session.usage(&Screen::NotYearSoFar { name, period, month }))
        }
    }
}

/// The time that was typed, of which something has begun; nothing typed is the month that is over.
///
/// # Errors
/// When it is none, has not begun, or the report is not made of such a time.
pub(super) fn asked(
    matches: &ArgMatches,
    kind: Option<&Kind>,
    session: &Session<'_>,
) -> anyhow::Result<Period> {
    let today = session.today.month();
    let period = match term(matches) {
        None => Period::month(month(matches, session)?.unwrap_or_else(|| today.plus(-1))),
        Some(term) => {
            let text = typed(matches, term.name).unwrap_or_default();
            let period = term.read(text, today).ok_or_else(|| {
                session.usage(&Screen::BadPeriod {
                    text: text.to_owned(),
                    noun: term.noun.get(session.lang).to_owned(),
                    examples: term.examples(session.lang),
                })
            })?;
            match kind {
                Some(kind) => fitting(kind, period, session)?,
                None => period,
            }
        }
    };
    if period.first_day() > session.today {
        let (period, today) = (period.to_string(), session.today.to_string());
        return Err(session.usage(&Screen::PeriodAhead { period, today }));
    }
    Ok(period)
}

/// The month that was asked for, which must be over.
///
/// # Errors
/// When it is none, or is not over.
pub(super) fn finished(matches: &ArgMatches, session: &Session<'_>) -> anyhow::Result<Month> {
    let month = asked(matches, None, session)?.last_month();
    match month.last() > session.today {
        true => {
            let (month, today) = (month.to_string(), session.today.to_string());
            Err(session.usage(&Screen::MonthRuns { month, today }))
        }
        false => Ok(month),
    }
}

/// Refuses a time of which nothing is known because the records begin later.
///
/// # Errors
/// When it is such a time.
pub(super) fn refuse_untold(
    period: Period,
    office: Option<&Office>,
    session: &Session<'_>,
) -> anyhow::Result<()> {
    match office.and_then(|office| office.settings.untold_after(period.last_day())) {
        Some(since) => {
            let (period, first) = (period.to_string(), period.first_day().to_string());
            let since = since.to_string();
            Err(session.usage(&Screen::PeriodUntold { period, first, since }))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_what_it_was_typed_for() {
        let read = |name: &str, text: &str| {
            let term = TERMS.iter().find(|term| term.name == name).unwrap();
            let period = term.read(text, Month::parse("2026-11").unwrap());
            period.map_or(String::new(), |period| period.to_string())
        };
        for (name, text, meant) in [
            ("quarter", "2026-Q3", "2026-Q3"),
            ("quarter", "triwulan-lalu", "2026-Q3"),
            ("quarter", "this-quarter", "2026-Q4"),
            ("quarter", "2026-S1", ""),
            ("semester", "2026-S2", "2026-S2"),
            ("semester", "last-semester", "2026-S1"),
            ("semester", "2026-S3", ""),
            ("year", "tahun lalu", "2025"),
            ("year", "2026-10", ""),
            ("period", "2026-02..2026-04", "2026-02..2026-04"),
            ("period", "2026-07..2026-09", "2026-Q3"),
            ("period", "2026-04..2026-02", ""),
            ("period", "2026-04", ""),
        ] {
            assert_eq!(read(name, text), meant, "{name} {text}");
        }
    }
}
