//! What stands on the paper: the report in words, as the data of `page.typ`.

use super::super::{marks, shown};
use crate::diagnostic::visible;
use crate::report::model::{Letterhead, Report, Section, Style, Table, Value};
use crate::words::{Lang, Say};
use serde_json::{Value as Json, json};

/// What the file of the logo is called.
pub(super) const LOGO: &str = "logo";

/// The whole report.
pub(super) fn paper(report: &Report) -> Json {
    let lang = Lang::of(report.lang).unwrap_or_default();
    let title = report.heading.last().map_or(report.name, |title| title);
    let letterhead = report.heading.split_last().map_or(&[][..], |(_, above)| above);
    let mut said = shown::Said::default();
    let mut told = |is_attached| -> Vec<Json> {
        let sections = shown::spoken_sections(report, is_attached);
        sections.map(|each| section(each, &mut said, lang)).collect()
    };
    let (sections, attached) = (told(false), told(true));
    json!({
        "lang": lang.code(),
        "title": visible(title),
        "agency": visible(&report.agency),
        "day": report.as_of,
        "wall": report.is_for_wall,
        "sign": report.is_to_sign,
        "draft": report.draft.as_deref().map(visible),
        "letterhead": lines(letterhead),
        "office": report.letterhead.as_ref().map(office),
        "below": lines(&report.heading_below),
        "page": [("Halaman", "Page").text(lang), ("dari", "of").text(lang)],
        "sections": sections,
        "attached": attached,
        "closing": lines(&report.closing),
    })
}

/// The letterhead; its picture is a file that the press hands out.
fn office(letterhead: &Letterhead) -> Json {
    json!({
        "government": letterhead.government.as_deref().map(visible),
        "name": visible(&letterhead.office),
        "below": lines(&letterhead.below),
        "logo": letterhead.logo.is_some().then_some(LOGO),
    })
}

fn lines(lines: &[String]) -> Vec<Json> {
    lines.iter().map(|line| visible(line).into()).collect()
}

fn section<'a>(section: &'a Section, said: &mut shown::Said<'a>, lang: Lang) -> Json {
    let notes = said.fresh(&section.notes);
    let tables = section.tables.iter().filter(|table| !table.is_silent());
    json!({
        "title": visible(&section.title),
        "tables": tables.map(|each| table(each, lang)).collect::<Vec<_>>(),
        "notes": notes,
    })
}

fn table(table: &Table, lang: Lang) -> Json {
    let spoken = shown::spoken(table);
    let (is_empty, is_grid) = (table.rows.is_empty(), table.style == Style::Grid);
    let charts = table.charts.iter().filter(|_| is_grid && !is_empty);
    let charts = charts.filter_map(|chart| {
        let drawn = marks::drawn(chart, table, lang)?;
        Some(json!({"title": visible(&chart.title), "drawn": drawn}))
    });
    let grids: Vec<Json> = match is_grid && !is_empty {
        true => shown::pictures(&spoken)
            .iter()
            .map(|picture| grid(&spoken, picture))
            .collect(),
        false => Vec::new(),
    };
    let is_in_sheets = table.style == Style::Sheets;
    let sentences = match is_grid || is_empty || is_in_sheets {
        true => Vec::new(),
        false => shown::sentences(&spoken),
    };
    let sheets = match is_in_sheets {
        true => shown::sheets(&spoken),
        false => Vec::new(),
    };
    json!({
        "title": visible(&table.title),
        "empty": is_empty.then(|| visible(&table.empty)),
        "charts": charts.collect::<Vec<_>>(),
        "grids": grids,
        "numbered": table.style == Style::List,
        "sentences": sentences,
        "sheets": sheets,
        "quiet": shown::quiet(table),
    })
}

fn grid(table: &Table, picture: &shown::Picture<'_>) -> Json {
    let columns = picture.columns.iter().map(|&column| {
        let texts = table.rows.iter().filter_map(|row| row.get(column));
        let longest = texts.map(|value| shown::cell(value).chars().count()).max();
        json!({
            "heading": shown::heading(&table.columns[column]),
            "figures": shown::is_figures(table, column),
            "longest": longest,
        })
    });
    let cell = |row: &Vec<Value>, column: usize| row.get(column).map(|value| shown::cell(value).into_owned());
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<_> = picture.columns.iter().map(|&column| cell(row, column)).collect();
        json!({"cells": cells, "total": Table::is_total(row)})
    });
    json!({
        "caption": visible(picture.caption),
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}
