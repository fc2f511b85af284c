//! What two engines say in other words: where a view lives, how a text becomes a value, which days there are.

use crate::records::cell::Domain;
use crate::records::code::SqlDialect;
use crate::records::time::Day;

impl SqlDialect {
    /// What a script begins with: functions that the other engine has by itself.
    pub(super) fn prelude(self) -> &'static str {
        match self {
            SqlDialect::Duckdb => {
                "CREATE OR REPLACE MACRO add_months(day, months) AS CAST(day + to_months(months) AS DATE);\n\
                 CREATE OR REPLACE MACRO datediff(until, since) AS until - since;\n"
            }
            SqlDialect::Spark => "",
        }
    }

    /// What a view is made as: one that reads files does not outlive a session of Spark.
    pub(super) fn view(self) -> &'static str {
        match self {
            SqlDialect::Duckdb => "VIEW",
            SqlDialect::Spark => "TEMPORARY VIEW",
        }
    }

    /// A text in which names stand in double quotation marks, as this engine writes names.
    pub(super) fn named(self, text: &str) -> String {
        match self {
            SqlDialect::Duckdb => text.to_owned(),
            SqlDialect::Spark => text.replace('"', "`"),
        }
    }

    /// The type of a column.
    pub(super) fn kind(self, domain: Domain) -> &'static str {
        match domain {
            Domain::Day => "DATE",
            Domain::Dec => "DECIMAL(18,4)",
            Domain::Int => "BIGINT",
            Domain::YesNo => "BOOLEAN",
            Domain::References if self == SqlDialect::Duckdb => "VARCHAR[]",
            Domain::References => "ARRAY<STRING>",
            _ => "STRING",
        }
    }

    /// A column of text as the value that it stands for; empty is not known.
    pub(super) fn value(self, column: &str, domain: Domain) -> String {
        let text = format!("nullif(\"{column}\", '')");
        match domain {
            Domain::YesNo => format!("CASE \"{column}\" WHEN 'yes' THEN true WHEN 'no' THEN false END"),
            Domain::References if self == SqlDialect::Duckdb => format!("string_split({text}, ' ')"),
            Domain::References => format!("split({text}, ' ')"),
            Domain::Day | Domain::Dec | Domain::Int => format!("CAST({text} AS {})", self.kind(domain)),
            _ => text,
        }
    }

    /// The days from one to another, each with its number in the week: 1 is Monday.
    pub(super) fn days(self, first: Day, last: Day) -> String {
        match self {
            SqlDialect::Duckdb => format!(
                "(SELECT CAST(moment AS DATE) AS day, isodow(moment) AS weekday FROM range(TIMESTAMP '{first}', TIMESTAMP '{}', INTERVAL '1' DAY) AS days(moment))",
                last.plus(1)
            ),
            SqlDialect::Spark => format!(
                "(SELECT day, weekday(day) + 1 AS weekday FROM (SELECT explode(sequence(DATE '{first}', DATE '{last}')) AS day))"
            ),
        }
    }
}
