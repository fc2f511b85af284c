//! A report against an earlier state: the figures that are others, and the records of it that have changed.

use super::super::figure::Pen;
use super::super::model::{Report, Value};
use super::super::statement::{Moved, moved, statement};
use super::super::value::NumberStyle;
use super::Opening;
use crate::merge::Alteration;
use crate::records::closing::FigureText;
use crate::records::number::Ratio;
use crate::records::word::Code;
use crate::words::report::Text as ReportText;
use crate::words::report_explanation::ExplanationText as Text;
use crate::words::{Lang, number};

/// The page about what has changed in a report since `when`. Of a state of which only the figures are known there are no
/// rows.
pub fn compared(
    asked: &Opening<'_>,
    when: String,
    figures: &[Moved],
    rows: Option<&[(String, Alteration)]>,
) -> Report {
    let pen = Pen::of(asked.lang);
    let title = asked.report.heading.last().cloned().unwrap_or_default();
    let mut out = asked.page(Text::SinceThen { title, when });
    out.name = "comparison";
    let text = |text: &str| match text {
        "" => Value::Missing,
        text => Value::Text(text.to_owned()),
    };
    let mut section = pen.section("moved", Text::FiguresMoved);
    let table = pen
        .list("moved", figures)
        .col("figure", Text::Figure, |one| text(&one.address))
        .col("before", ("Semula", "Before"), |one| {
            both(pen, asked.report, one)[0].clone()
        })
        .col("after", ("Kini", "Now"), |one| {
            both(pen, asked.report, one)[1].clone()
        })
        .or_says(Text::NoneMoved);
    section.tables.push(table.table());
    out.sections.push(section);
    if let Some(rows) = rows {
        let mut section = pen.section("altered", Text::RowsAltered);
        let table = pen
            .list("altered", rows)
            .col("file", ("Berkas", "File"), |(file, _)| text(file))
            .hidden()
            .col("row", ("Catatan", "Record"), |(_, one)| text(&one.key))
            .col("title", ("Tentang", "About"), |(_, one)| text(&one.title))
            .col("column", ("Kolom", "Column"), |(_, one)| text(&one.column))
            .col("before", ("Semula", "Before"), |(_, one)| told(pen, one, true))
            .col("after", ("Kini", "Now"), |(_, one)| told(pen, one, false))
            .or_says(Text::NoneAltered);
        section.tables.push(table.table());
        out.sections.push(section);
    }
    out
}

/// The figures whose addresses begin with what was typed that are others in a report than in that of then, the rows of
/// lists that came or went among them: of each that there is one.
pub fn moved_under([then, now]: [&Report; 2], typed: &str) -> Vec<Moved> {
    let below = format!("{typed}/");
    let is_under = |address: &str| typed.is_empty() || address == typed || address.starts_with(&below);
    let figures = |report: &Report| {
        let mut all = statement(report);
        for table in report.tables() {
            for (row, cells) in table.addresses().iter().zip(&table.rows) {
                all.insert(format!("{}/{row}", table.id), "1".to_owned());
                let cells = table
                    .columns
                    .iter()
                    .zip(cells)
                    .filter(|(_, cell)| cell.is_figure());
                all.extend(cells.map(|(column, cell)| {
                    let address = format!("{}/{row}/{}", table.id, column.id);
                    (address, cell.stated())
                }));
            }
        }
        all.retain(|address, _| is_under(address));
        all
    };
    moved(&figures(then), &figures(now))
}

/// A figure before and now, rounded alike; where that would hide what has changed, not at all.
pub(in super::super) fn both(pen: Pen, report: &Report, one: &Moved) -> [Value; 2] {
    let exact = [&one.before, &one.after];
    let rounded = exact.map(|exact| written(pen, exact, like(report, &one.address)));
    match rounded[0].label() == rounded[1].label() {
        true => exact.map(|exact| match &**exact {
            "" => Value::Missing,
            exact => {
                let (figure, beside) = exact.split_at(FigureText::read(exact).figure.len());
                Value::Key {
                    key: exact.to_owned(),
                    label: number(pen.lang, figure) + beside,
                }
            }
        }),
        false => rounded,
    }
}

/// A figure of a report before and now, as it is printed in a language; nothing where it is not known.
pub fn as_printed(report: &Report, one: &Moved, lang: Lang) -> [String; 2] {
    both(Pen::of(lang), report, one).map(|value| value.label().to_owned())
}

/// The figure at an address; where there is none any more, those of its column.
fn like<'r>(report: &'r Report, address: &str) -> Vec<&'r Value> {
    let (table, column) = (address.split('/').next(), address.rsplit('/').next());
    let table = report.tables().find(|own| Some(own.id) == table);
    let at = table.and_then(|table| Some((table, table.column(column?)?)));
    let Some((table, at)) = at else {
        return Vec::new();
    };
    let mut rows = table.addresses().into_iter().zip(&table.rows);
    let own = rows.find(|(row, _)| format!("{}/{row}/{}", table.id, table.columns[at].id) == address);
    match own.map(|(_, row)| &row[at]).filter(|own| own.is_figure()) {
        Some(own) => vec![own],
        None => table.rows.iter().map(|row| &row[at]).collect(),
    }
}

/// A figure that was written down for programs, for a reader as those of its column are shown: what was and what is are
/// rounded alike.
pub(super) fn written<'v>(pen: Pen, exact: &str, column: impl IntoIterator<Item = &'v Value>) -> Value {
    let style = column.into_iter().find_map(|value| match value.known() {
        Value::Number { written, .. } => Some(*written),
        _ => None,
    });
    let own = FigureText::read(exact);
    let grouped = |count: u64| number(pen.lang, &count.to_string());
    let shown = |ratio: Ratio| match (style.unwrap_or_default(), own.of) {
        (NumberStyle::Percent | NumberStyle::Fraction, Some(of)) => {
            let part = ratio.times(Ratio::int(of.into()));
            let part = part.and_then(|part| u64::try_from(part.rounded(0)).ok());
            pen.percent_of(part.unwrap_or(0), of)
        }
        (NumberStyle::Percent | NumberStyle::Fraction, None) => pen.percent_as(ratio),
        (NumberStyle::Places(places), _) => number(pen.lang, &ratio.fixed(places.into())),
        (NumberStyle::Plain, None) => number(pen.lang, &ratio.shortest(2)),
        (NumberStyle::Plain, Some(of)) => {
            format!("{}/{}", number(pen.lang, &ratio.shortest(2)), grouped(of))
        }
    };
    let known = match own.figure {
        "" => None,
        figure => Some(Ratio::decimal(figure).map_or_else(|| figure.to_owned(), shown)),
    };
    let unknown = own.unknown.map(|count| pen.say(ReportText::NotKnown { count }));
    match exact {
        "" => Value::Missing,
        exact => Value::Key {
            key: exact.to_owned(),
            label: known.into_iter().chain(unknown).collect::<Vec<_>>().join("; "),
        },
    }
}

/// A value before or now: that there was no row, the words of a code, or what stands there.
pub(super) fn told(pen: Pen, one: &Alteration, is_before: bool) -> Value {
    let value = if is_before { &one.before } else { &one.after };
    match value.as_deref() {
        None if is_before => Value::Blank(pen.say(Text::RowNew)),
        None => Value::Blank(pen.say(Text::RowGone)),
        Some("") => Value::Missing,
        Some(text) => Value::Key {
            key: text.to_owned(),
            label: Code::told(one.codes, text, pen.lang),
        },
    }
}
