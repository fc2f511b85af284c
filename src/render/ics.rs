//! The days of a report as a calendar (RFC 5545): one entry a row of each table that has an agenda, of a whole day, with
//! an alarm on the morning before it.

use super::shown::cell;
use super::{Format, Options};
use crate::diagnostic::visible;
use crate::report::model::{Agenda, Report, Table, Value};
use std::io::{self, Write};

/// The declaration of the format. Only what has days can be written in it, so it is none of those of every report.
pub static ICS: Format = Format {
    name: "ics",
    endings: &["ics"],
    media: "text/calendar",
    is_text: true,
    is_data: true,
    is_built: true,
    takes_table: false,
    report: calendar,
    listing: None,
};

/// How many octets a line has at the most, without its end.
const WIDTH: usize = 75;

fn calendar(report: &Report, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    property(out, "BEGIN", "VCALENDAR")?;
    property(out, "VERSION", "2.0")?;
    property(out, "PRODID", "-//bina//due//EN")?;
    property(out, "CALSCALE", "GREGORIAN")?;
    let agendas = report
        .tables()
        .filter_map(|table| Some((table, table.agenda.as_ref()?)));
    for (table, agenda) in agendas {
        for row in &table.rows {
            entry(report, (table, agenda), row, out)?;
        }
    }
    property(out, "END", "VCALENDAR")
}

fn entry(
    report: &Report,
    (table, agenda): (&Table, &Agenda),
    row: &[Value],
    out: &mut dyn Write,
) -> io::Result<()> {
    let of = |id: &str| table.column(id).map(|column| &row[column]);
    let data = |id: &str| of(id).map_or(String::new(), |value| value.data().into_owned());
    let words = |ids: &[&str], between: &str| {
        let cells = ids.iter().filter_map(|id| of(id));
        let cells = cells.filter(|value| !matches!(value, Value::Missing));
        let cells: Vec<String> = cells.map(|value| escaped(&cell(value))).collect();
        cells.join(between)
    };
    let summary = words(agenda.summary, " – ");
    property(out, "BEGIN", "VEVENT")?;
    property(out, "UID", &escaped(&format!("{}@bina", data(agenda.key))))?;
    property(out, "DTSTAMP", &format!("{}T000000Z", digits(&report.as_of)))?;
    property(out, "DTSTART;VALUE=DATE", &digits(&data(agenda.day)))?;
    property(out, "SUMMARY", &summary)?;
    property(out, "DESCRIPTION", &words(agenda.description, "\\n"))?;
    property(out, "CATEGORIES", &words(&[agenda.kind], ""))?;
    // A day on which something is due is no day on which nobody can be met.
    property(out, "TRANSP", "TRANSPARENT")?;
    property(out, "BEGIN", "VALARM")?;
    property(out, "ACTION", "DISPLAY")?;
    property(out, "DESCRIPTION", &summary)?;
    property(out, "TRIGGER", "-PT16H")?;
    property(out, "END", "VALARM")?;
    property(out, "END", "VEVENT")
}

/// A date without its hyphens.
fn digits(day: &str) -> String {
    day.replace('-', "")
}

/// A text in a property.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        if matches!(letter, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Writes a line, folded between letters where it is too long.
fn property(out: &mut dyn Write, name: &str, value: &str) -> io::Result<()> {
    let line = format!("{name}:{value}");
    let (mut folded, mut width) = (String::with_capacity(line.len() + 8), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > WIDTH {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(letter);
        width += letter.len_utf8();
    }
    write!(out, "{folded}\r\n")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_is_written_is_escaped_and_folded_between_letters() {
        let mut report = sample::small();
        let table = &mut report.sections[0].tables[0];
        let long = format!("a,b;c\\d {}", "é".repeat(80));
        let [first, second] = [table.columns[0].id, table.columns[1].id];
        table.rows.truncate(1);
        table.rows[0][0] = Value::Text("complaint:2026-10-k7f3q".into());
        table.rows[0][1] = Value::Text(long.clone());
        table.agenda = Some(Agenda {
            key: first,
            day: first,
            kind: first,
            summary: &[],
            description: &[],
        });
        if let Some(agenda) = &mut table.agenda {
            agenda.kind = second;
        }
        let text = sample::written(&ICS, &report, &Options::default());
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(
            unfolded.contains("UID:complaint:2026-10-k7f3q@bina\r\n"),
            "{unfolded}"
        );
        let escaped = long.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
        assert!(
            unfolded.contains(&format!("CATEGORIES:{escaped}\r\n")),
            "{unfolded}"
        );
    }
}
