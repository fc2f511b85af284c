//! The report as JSON: the contract for programs. Each row stands on one line, so that a change of one row is one line
//! in git.

use crate::diagnostic::visible;
use crate::report::model::{Column, Note, Report, Section, Table, Value};
use std::borrow::Cow;

/// A piece of the document.
enum Node {
    /// Written on one line.
    Line(String),
    /// One member a line.
    Object(Vec<(&'static str, Node)>),
    /// One element a line.
    Array(Vec<Node>),
}

/// The report as JSON.
pub(super) fn text(report: &Report) -> String {
    let mut out = String::new();
    self::report(report).write(0, &mut out);
    out.push('\n');
    out
}

fn report(report: &Report) -> Node {
    let (from, to) = &report.period;
    let mut members = vec![
        ("report", string(report.name)),
        ("version", Node::Line(report.version.to_string())),
        ("edition", string(report.edition.code())),
        ("agency", string(&report.agency)),
        ("period", line(&[("from", from), ("to", to)])),
        (
            "month",
            report
                .month
                .as_deref()
                .map_or(Node::Line("null".to_owned()), string),
        ),
        ("as_of", string(&report.as_of)),
        ("lang", string(report.lang)),
    ];
    members.extend(report.draft.as_deref().map(|mark| ("draft", string(mark))));
    members.push((
        "sections",
        Node::Array(report.sections.iter().map(section).collect()),
    ));
    Node::Object(members)
}

fn section(section: &Section) -> Node {
    let note = |note: &Note| line(&[("code", &note.code), ("text", &note.text)]);
    Node::Object(vec![
        ("id", string(section.id)),
        ("title", string(&section.title)),
        ("tables", Node::Array(section.tables.iter().map(table).collect())),
        ("notes", Node::Array(section.notes.iter().map(note).collect())),
    ])
}

fn table(table: &Table) -> Node {
    let column = |column: &Column| {
        line(&[
            ("id", column.id),
            ("title", &column.title),
            ("unit", &column.unit),
        ])
    };
    let row = |row: &Vec<Value>| {
        Node::Line(format!(
            "[{}]",
            row.iter().map(cell).collect::<Vec<_>>().join(", ")
        ))
    };
    Node::Object(vec![
        ("id", string(table.id)),
        ("title", string(&table.title)),
        ("columns", Node::Array(table.columns.iter().map(column).collect())),
        ("rows", Node::Array(table.rows.iter().map(row).collect())),
    ])
}

fn cell(value: &Value) -> String {
    match value {
        Value::Missing | Value::Blank(_) | Value::Withheld => "null".to_owned(),
        Value::Text(text) => quoted(text),
        Value::Key { key, .. } => quoted(key),
        Value::Count(count) => count.to_string(),
        Value::Number { exact, .. } => number(exact),
    }
}

/// The number as it is, so that no digit is lost. What JSON would not take for a number stays a string: a document
/// that nobody can read would be worse.
fn number(exact: &str) -> String {
    match serde_json::from_str::<serde_json::Number>(exact) {
        Ok(_) => exact.to_owned(),
        Err(_) => quoted(exact),
    }
}

fn string(text: &str) -> Node {
    Node::Line(quoted(text))
}

/// An object on one line.
fn line(members: &[(&str, &str)]) -> Node {
    let members: Vec<_> = members
        .iter()
        .map(|(name, text)| format!("{}: {}", quoted(name), quoted(text)))
        .collect();
    Node::Line(format!("{{{}}}", members.join(", ")))
}

/// The text in quotes. Letters that change the direction of text are escaped like control characters: a program reads
/// the same, and a person is not deceived.
fn quoted(text: &str) -> String {
    let plain = serde_json::Value::from(text).to_string();
    if matches!(visible(&plain), Cow::Borrowed(_)) {
        return plain;
    }
    let mut out = String::with_capacity(plain.len() + 8);
    for letter in plain.chars() {
        match visible(letter.encode_utf8(&mut [0; 4])) {
            Cow::Borrowed(_) => out.push(letter),
            Cow::Owned(_) => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
        }
    }
    out
}

impl Node {
    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Node::Line(text) => out.push_str(text),
            Node::Object(members) => enclose(['{', '}'], depth, members, out, |(name, node), out| {
                out.push_str(&format!("{}: ", quoted(name)));
                node.write(depth + 1, out);
            }),
            Node::Array(nodes) => enclose(['[', ']'], depth, nodes, out, |node, out| {
                node.write(depth + 1, out)
            }),
        }
    }
}

fn enclose<T>(
    brackets: [char; 2],
    depth: usize,
    items: &[T],
    out: &mut String,
    write: impl Fn(&T, &mut String),
) {
    out.push(brackets[0]);
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write(item, out);
    }
    if !items.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(brackets[1]);
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use serde_json::Value as Json;

    #[test]
    fn nasty_text_comes_back_as_it_was() {
        let report = sample::nasty();
        let text = text(&report);
        let parsed: Json = serde_json::from_str(&text).unwrap();
        let tables = report.tables().count();
        assert!(!text.contains('\u{202e}') && tables > 0);
        let rows = &parsed["sections"][0]["tables"][0]["rows"];
        for (row, line) in report.sections[0].tables[0]
            .rows
            .iter()
            .zip(rows.as_array().unwrap())
        {
            for (value, cell) in row.iter().zip(line.as_array().unwrap()) {
                match value {
                    Value::Text(text) | Value::Key { key: text, .. } => {
                        assert_eq!(cell.as_str(), Some(&**text))
                    }
                    Value::Missing | Value::Blank(_) | Value::Withheld => assert!(cell.is_null()),
                    Value::Count(count) => assert_eq!(cell.to_string(), count.to_string()),
                    Value::Number { exact, .. } => assert_eq!(cell.to_string(), *exact),
                }
            }
        }
    }

    #[test]
    fn only_a_draft_says_that_it_is_one() {
        assert!(text(&sample::nasty()).contains("\n  \"draft\": \"DRAFT"));
        assert!(!text(&sample::calm()).contains("draft"));
    }

    #[test]
    fn digits_are_kept() {
        assert_eq!(number("82.410000"), "82.410000");
        assert_eq!(number("-0.5"), "-0.5");
        assert_eq!(number("1,5"), "\"1,5\"");
    }

    #[test]
    fn the_look() {
        assert_eq!(
            text(&sample::small()),
            r#"{
  "report": "brief",
  "version": 1,
  "edition": "office",
  "agency": "Kecamatan Medan Marelan",
  "period": {"from": "2026-10-01", "to": "2026-10-31"},
  "month": "2026-10",
  "as_of": "2026-10-31",
  "lang": "id",
  "sections": [
    {
      "id": "hours",
      "title": "Jam pelajaran",
      "tables": [
        {
          "id": "units",
          "title": "",
          "columns": [
            {"id": "unit", "title": "Unit kerja", "unit": ""},
            {"id": "staff", "title": "Pegawai", "unit": ""},
            {"id": "hours", "title": "Rata-rata", "unit": "JP"},
            {"id": "reached", "title": "Sudah memenuhi 20 JP", "unit": "%"}
          ],
          "rows": [
            ["terjun", 12, 14.2, 75],
            ["labuhan", 9, 9.75, null],
            ["camat", 4, 21, null],
            ["*", 25, 13.6, 72]
          ]
        }
      ],
      "notes": [
        {"code": "hours-minimum", "text": "PNS: sedikitnya 20 JP setahun."}
      ]
    }
  ]
}
"#
        );
    }
}
