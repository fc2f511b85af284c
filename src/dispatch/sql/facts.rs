//! What no csv file says and the queries need: the month, the rules in force, the documents of programmes.

use crate::change::Draft;
use crate::load::{self, Office, Survey};
use crate::measure::month::MonthRules;
use crate::measure::predicates::{current_periods, owed_period};
use crate::measure::unrolled::Unrolled;
use crate::records::code::{Mode, SqlDialect, TrainingStatus};
use crate::records::time::{Day, Month, Period};
use crate::rules::{CertificateRule, Counted, Enactment, Hours};

/// A column of a list of facts: its name and its type.
type Column = (&'static str, &'static str);

/// A cell as it is written: a text, a day or a number; `None` is not known.
#[derive(Clone, Debug)]
pub(super) enum SqlCell {
    Text(String),
    Day(Option<Day>),
    Number(Option<String>),
    Flag(bool),
}

impl SqlCell {
    pub(super) fn text(text: impl Into<String>) -> SqlCell {
        SqlCell::Text(text.into())
    }

    /// A text that may not be known.
    pub(super) fn known(text: Option<&str>) -> SqlCell {
        text.map_or(SqlCell::Number(None), SqlCell::text)
    }

    fn number(number: impl ToString) -> SqlCell {
        SqlCell::Number(Some(number.to_string()))
    }

    fn sql(&self, kind: &str) -> String {
        match self {
            SqlCell::Text(text) => format!("'{}'", text.replace('\'', "''")),
            SqlCell::Day(Some(day)) => format!("DATE '{day}'"),
            SqlCell::Number(Some(number)) => format!("CAST({number} AS {kind})"),
            SqlCell::Flag(is_so) => is_so.to_string(),
            SqlCell::Day(None) | SqlCell::Number(None) => format!("CAST(NULL AS {kind})"),
        }
    }
}

/// A view that holds a list of facts.
pub(super) fn list(
    name: &str,
    about: &str,
    columns: &[Column],
    rows: &[Vec<SqlCell>],
    dialect: SqlDialect,
) -> String {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let cells = |row: &Vec<SqlCell>| {
        let cells = row.iter().zip(columns).map(|(fact, (_, kind))| fact.sql(kind));
        format!("({})", cells.collect::<Vec<_>>().join(", "))
    };
    let body = match rows.is_empty() {
        true => {
            let columns = columns
                .iter()
                .map(|(name, kind)| format!("CAST(NULL AS {kind}) AS {name}"));
            format!("SELECT {} WHERE 1 = 0", columns.collect::<Vec<_>>().join(", "))
        }
        false => format!(
            "SELECT * FROM (VALUES\n  {}\n) AS facts({})",
            rows.iter().map(cells).collect::<Vec<_>>().join(",\n  "),
            names.join(", ")
        ),
    };
    format!(
        "-- {name}: {about}\nCREATE OR REPLACE {} {name} AS\n{body};\n",
        dialect.view()
    )
}

/// What the script of a month is made of.
pub(super) struct Facts<'f> {
    pub(super) office: &'f Office,
    pub(super) rules: MonthRules<'f>,
    pub(super) month: Month,
    pub(super) dialect: SqlDialect,
}

impl Facts<'_> {
    fn last(&self) -> Day {
        self.month.last()
    }

    /// The lists of facts, one after the other.
    pub(super) fn views(&self, draft: &mut Draft<'_>) -> Vec<String> {
        let mut views = vec![
            self.report(),
            self.periods(),
            self.predicates(),
            self.exempt(),
            self.deadlines(),
            self.free_weekdays(),
            self.certificate_rules(),
            self.certificate_windows(),
            self.trainings(draft),
            self.begun(draft),
            self.plan(draft),
        ];
        views.extend(self.forums(draft));
        views
    }

    /// The month with its days, and the numbers of the rules in force on its last day.
    fn report(&self) -> String {
        let Hours {
            pns_floor,
            pppk_ceiling,
            counted,
            ..
        } = self.rules.hours;
        let counted = match counted {
            Counted::Certificate => "certificate",
            Counted::Recognised => "recognised",
            Counted::Verified => "verified",
        };
        let year = Period::year(self.month).first_day();
        let months = i32::try_from(self.rules.satisfaction.months).unwrap_or(12);
        let surveyed = self.month.plus(1 - months).first();
        let owed = owed_period(self.rules.evaluation, self.last()).last_day();
        let since = self
            .office
            .settings
            .records_since
            .as_ref()
            .map(|since| since.value);
        let told = |day: Day| SqlCell::Flag(since.is_none_or(|since| since <= day));
        let days = |days: i64| i32::try_from(days).unwrap_or(i32::MAX);
        let quiet = self
            .office
            .rules
            .mentoring
            .on(self.last())
            .map(|rule| self.last().plus(-days(rule.quiet_after_days)));
        let posted = owed.plus(-days(self.rules.evaluation.min_days_in_post));
        let day = |day: Day| SqlCell::Day(Some(day));
        let told_of = [
            ("month", "STRING", SqlCell::text(self.month.to_string())),
            ("first_day", "DATE", day(self.month.first())),
            ("last_day", "DATE", day(self.last())),
            ("year_first", "DATE", day(year)),
            ("records_since", "DATE", SqlCell::Day(since)),
            ("year_told", "BOOLEAN", told(year)),
            ("owed_told", "BOOLEAN", told(owed)),
            ("survey_told", "BOOLEAN", told(surveyed)),
            ("posted_by", "DATE", day(posted)),
            ("quiet_before", "DATE", SqlCell::Day(quiet)),
            ("pns_floor", "DECIMAL(18,4)", SqlCell::number(pns_floor)),
            ("pppk_ceiling", "DECIMAL(18,4)", SqlCell::number(pppk_ceiling)),
            ("counted", "STRING", SqlCell::text(counted)),
            ("min_pairs", "BIGINT", SqlCell::number(self.rules.gain.min_pairs)),
        ];
        let columns = told_of.each_ref().map(|(name, kind, _)| (*name, *kind));
        let row = told_of.map(|(_, _, cell)| cell).to_vec();
        let about = "the month, and the numbers of the rules in force on its last day.";
        list("report", about, &columns, &[row], self.dialect)
    }

    fn periods(&self) -> String {
        let periods = current_periods(self.rules.evaluation, self.last());
        let rows = periods.iter().zip(1..);
        let rows: Vec<Vec<SqlCell>> = rows
            .map(|(period, place)| vec![SqlCell::text(period.to_string()), SqlCell::number(place)])
            .collect();
        let columns = [("period", "STRING"), ("place", "BIGINT")];
        list(
            "current_periods",
            "whose evaluations count, the first in front.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    fn predicates(&self) -> String {
        let cells = self.rules.predicate.cell.iter();
        let rows: Vec<Vec<SqlCell>> = cells
            .map(|cell| {
                [cell.result.code(), cell.behaviour.code(), cell.predicate.code()]
                    .map(SqlCell::text)
                    .to_vec()
            })
            .collect();
        let columns = [
            ("result", "STRING"),
            ("behaviour", "STRING"),
            ("predicate", "STRING"),
        ];
        list(
            "predicate_of",
            "the predicate of results and behaviour.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    fn exempt(&self) -> String {
        let exempt = self.rules.evaluation.exempt.iter();
        let rows: Vec<Vec<SqlCell>> = exempt.map(|status| vec![SqlCell::text(status.code())]).collect();
        list(
            "exempt_statuses",
            "who owes no evaluation.",
            &[("status", "STRING")],
            &rows,
            self.dialect,
        )
    }

    fn deadlines(&self) -> String {
        let editions = self.office.rules.complaints.all().iter();
        let rows = editions.flat_map(|edition| {
            let head = edition.head();
            edition.class.iter().map(move |class| {
                vec![
                    SqlCell::Day(Some(head.from)),
                    SqlCell::Day(head.to),
                    SqlCell::text(class.code.0.to_string()),
                    SqlCell::Number(class.respond_within.map(|days| days.to_string())),
                    SqlCell::number(class.resolve_within),
                ]
            })
        });
        let mut rows: Vec<Vec<SqlCell>> = rows.collect();
        close_editions(&mut rows);
        let columns = [
            ("in_force_from", "DATE"),
            ("in_force_to", "DATE"),
            ("class", "STRING"),
            ("respond_within", "BIGINT"),
            ("resolve_within", "BIGINT"),
        ];
        list(
            "deadlines",
            "the working days that a class of complaints allows.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    fn free_weekdays(&self) -> String {
        let calendar = self.office.settings.calendar.as_ref();
        let free = calendar.map_or(&[][..], |calendar| &calendar.weekend);
        let rows: Vec<Vec<SqlCell>> = free
            .iter()
            .map(|day| vec![SqlCell::number(*day as u8 + 1)])
            .collect();
        list(
            "free_weekdays",
            "the days of the week on which nobody works: 1 is Monday.",
            &[("weekday", "BIGINT")],
            &rows,
            self.dialect,
        )
    }

    fn certificate_rules(&self) -> String {
        let editions = self.office.rules.certificates.all().iter();
        let rows = editions.map(|edition| {
            let head = edition.head();
            vec![
                SqlCell::Day(Some(head.from)),
                SqlCell::Day(head.to),
                SqlCell::Number(edition.months.map(|months| months.to_string())),
                SqlCell::number(edition.warn_days),
            ]
        });
        let columns = [
            ("in_force_from", "DATE"),
            ("in_force_to", "DATE"),
            ("months", "BIGINT"),
            ("warn_days", "BIGINT"),
        ];
        let rows: Vec<Vec<SqlCell>> = rows.collect();
        list(
            "certificate_rules",
            "how long certificates are valid that name no end.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    /// The yearly windows of renewal of all years that a certificate of this office can reach.
    fn certificate_windows(&self) -> String {
        let editions = self.office.rules.certificates.all().iter();
        let years = self.last().year() - 40..=self.last().year() + 20;
        let rows = editions.flat_map(|edition| {
            let from = edition.head().from;
            let windows = years.clone().filter_map(|year| window(edition, year));
            windows
                .map(move |(first, last)| [Some(from), Some(first), Some(last)].map(SqlCell::Day).to_vec())
                .collect::<Vec<_>>()
        });
        let rows: Vec<Vec<SqlCell>> = rows.collect();
        let columns = [
            ("in_force_from", "DATE"),
            ("first_day", "DATE"),
            ("last_day", "DATE"),
        ];
        list(
            "certificate_windows",
            "the windows of the calendar in which certificates are renewed.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    /// The programmes whose documents the report on the month opens.
    fn trainings(&self, draft: &mut Draft<'_>) -> String {
        let back = i32::try_from(self.rules.look_back.programme_months).unwrap_or(0);
        let mut rows = Vec::new();
        for month in self.month.plus(-back).to(self.month) {
            let folder = format!("trainings/{month}");
            for slug in load::names(draft.directory, &folder, ".toml", &mut draft.findings) {
                let id = format!("{month}/{slug}");
                let training = load::training(draft.directory, &id, &mut draft.findings);
                let Some(training) = training.and_then(|training| training.on(self.last())) else {
                    continue;
                };
                if training.status.value == TrainingStatus::Cancelled {
                    continue;
                }
                let is_self_paced = training.mode == Mode::SelfPaced;
                let end = training.end.value;
                rows.push(vec![
                    SqlCell::text(id),
                    SqlCell::text(training.title.clone()),
                    SqlCell::Day(Some(end)),
                    SqlCell::Flag((self.month.first()..=self.last()).contains(&end)),
                    SqlCell::Flag(is_self_paced),
                    SqlCell::Flag(is_self_paced || training.is_closed(false)),
                    SqlCell::Flag(!training.questionnaires.is_empty()),
                    SqlCell::number(training.max_score()),
                ]);
            }
        }
        let columns = [
            ("id", "STRING"),
            ("title", "STRING"),
            ("ends", "DATE"),
            ("ended_in_month", "BOOLEAN"),
            ("is_self_paced", "BOOLEAN"),
            ("is_closed", "BOOLEAN"),
            ("is_asked", "BOOLEAN"),
            ("test_max", "DOUBLE"),
        ];
        list(
            "trainings",
            "the documents of programmes that may end in the month, as they were when this was written.",
            &columns,
            &rows,
            self.dialect,
        )
    }

    /// The programmes that have begun, of which somebody may have had JP in a calendar or contract year so far.
    fn begun(&self, draft: &mut Draft<'_>) -> String {
        let back = i32::try_from(self.rules.look_back.programme_months).unwrap_or(0);
        let mut rows = Vec::new();
        for month in self.month.plus(-12 - back).to(self.month) {
            let folder = format!("trainings/{month}");
            for slug in load::names(draft.directory, &folder, ".toml", &mut draft.findings) {
                let id = format!("{month}/{slug}");
                let training = load::training(draft.directory, &id, &mut draft.findings);
                let begun = training.and_then(|training| Unrolled::of(&id, training, self.last()));
                rows.extend(begun.map(|one| {
                    let (end, jp) = (SqlCell::Day(Some(one.end)), SqlCell::number(one.jp));
                    vec![SqlCell::text(one.id), end, jp]
                }));
            }
        }
        let columns = [("id", "STRING"), ("ends", "DATE"), ("jp", "DECIMAL(18,4)")];
        let about = "the programmes that have begun and may have given JP, as their documents were when this was written.";
        list("begun_trainings", about, &columns, &rows, self.dialect)
    }

    /// The answers to the survey of the public in the months that count.
    pub(super) fn answers(&self, surveys: &[Survey]) -> String {
        let rule = self.rules.satisfaction;
        let months = i32::try_from(rule.months).unwrap_or(12);
        let first = self.month.plus(1 - months);
        let elements: Vec<&str> = rule.elements.iter().map(|element| &*element.0).collect();
        let asked = surveys
            .iter()
            .filter(|survey| survey.questionnaire.is_satisfaction());
        let parts = asked.map(|survey| {
            let column = |name: &str, kind: &str| match survey.table.column(name) {
                Some(_) => format!("\"{name}\""),
                None => format!("CAST(NULL AS {kind}) AS \"{name}\""),
            };
            let named = [column("unit", "STRING"), column("service", "STRING")];
            let scores = elements.iter().map(|element| column(element, "BIGINT"));
            let columns: Vec<String> = named.into_iter().chain(scores).collect();
            let answered: Vec<String> = elements
                .iter()
                .map(|element| format!("\"{element}\" IS NOT NULL"))
                .collect();
            format!(
                "SELECT {} FROM {}\nWHERE \"date\" BETWEEN '{first}' AND '{}' AND ({})",
                columns.join(", "),
                super::answers_of(&survey.code),
                self.month,
                answered.join(" OR ")
            )
        });
        let parts: Vec<String> = parts.collect();
        let body = match parts.is_empty() {
            true => {
                let scores = elements
                    .iter()
                    .map(|element| format!("CAST(NULL AS BIGINT) AS \"{element}\""));
                let all = ["unit", "service"].map(|name| format!("CAST(NULL AS STRING) AS \"{name}\""));
                format!(
                    "SELECT {} WHERE 1 = 0",
                    all.into_iter().chain(scores).collect::<Vec<_>>().join(", ")
                )
            }
            false => parts.join("\nUNION ALL\n"),
        };
        let view = self.dialect.view();
        format!(
            "-- answers: who answered at least one element in the months that count.\nCREATE OR REPLACE {view} answers AS\n{body};\n"
        )
    }
}

/// Ends each edition that says no end on the day before the next one begins.
fn close_editions(rows: &mut [Vec<SqlCell>]) {
    let mut firsts: Vec<Day> = rows.iter().filter_map(|row| day(row)).collect();
    firsts.sort_unstable();
    for row in rows {
        let next = day(row).and_then(|first| firsts.iter().find(|other| **other > first));
        if let (Some(SqlCell::Day(to)), Some(next)) = (row.get_mut(1), next) {
            let before = next.plus(-1);
            *to = Some(to.map_or(before, |to| to.min(before)));
        }
    }
}

/// The first day of an edition's row.
fn day(row: &[SqlCell]) -> Option<Day> {
    match row.first() {
        Some(SqlCell::Day(day)) => *day,
        _ => None,
    }
}

/// The window of renewal that begins in a year.
fn window(rule: &CertificateRule, year: i32) -> Option<(Day, Day)> {
    let (from, to) = rule.window()?;
    let first = Month::of(year, from)?;
    let last = Month::of(year + i32::from(to < from), to)?;
    Some((first.first(), last.last()))
}
