//! The pages of a site: a report with ways to others, figures from month to month, and the first page with all of them.
//!
//! Every page says everything without a script. One alone stands on the first page: it searches a list that lies there too.

use super::super::{marks, shown};
use super::chart::at;
use super::{LOOK, Page};
use crate::diagnostic::visible;
use crate::report::model::{Report, Value};
use crate::report::trend::{MonthByMonth, TrendPart, TrendRow};
use crate::words::report_site::SiteText;
use crate::words::{Lang, Say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How a site looks beyond a page that stands alone.
const SITE_LOOK: &str = include_str!("site.css");

/// What searches the first page.
const SEARCH: &str = include_str!("search.js");

/// Its digest: nothing else runs there.
const SEARCH_DIGEST: &str = "sha256-zRjRZQzwa370Re7E9A61fG1gQafcNg0gSeBZ6gZ61/c=";

/// The file of the first page.
pub const INDEX: &str = "index.html";

/// The file of the figures from month to month.
pub const TREND: &str = "trend.html";

/// A link to a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What stands there.
    pub words: String,
    /// Its file, from the root of the site.
    pub file: String,
}

/// What stands around a page of a site.
#[derive(Debug)]
pub struct Surroundings<'s> {
    /// Its own file, from the root of the site.
    pub file: &'s str,
    /// The pages that its head leads to.
    pub ways: Vec<Way>,
    /// The pages about what cells name: by the key or the words of the cell, the file.
    pub named: &'s BTreeMap<String, String>,
}

impl Surroundings<'_> {
    /// How a file is reached from this page.
    fn to(&self, file: &str) -> String {
        "../".repeat(self.file.matches('/').count()) + file
    }

    /// The page about what a cell names, or about its row where it is the first that is shown; none leads to itself.
    pub(super) fn about(&self, row: &[Value], value: &Value, is_first: bool) -> Option<String> {
        let key = row.first().filter(|_| is_first);
        let names = [
            Some(value.data()),
            Some(value.label().into()),
            key.map(Value::data),
        ];
        let mut files = names.iter().flatten().filter_map(|name| self.named.get(&**name));
        files
            .next()
            .filter(|file| *file != self.file)
            .map(|file| self.to(file))
    }

    /// The head of the page.
    pub(super) fn ways(&self, lang: Lang) -> Markup {
        html! {
            nav.ways aria-label=(SiteText::Around.text(lang)) {
                ul { @for way in &self.ways {
                    li { a href=(self.to(&way.file)) { (visible(&way.words)) } }
                } }
            }
        }
    }
}

/// The first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The office.
    pub agency: String,
    /// Up to which day it tells, and for whom.
    pub told: Vec<String>,
    /// The pages, in the order of reading.
    pub groups: Vec<IndexGroup>,
    /// The same, to be searched.
    pub pages: Vec<Findable>,
}

/// Pages of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexGroup {
    /// Its heading.
    pub title: SiteText,
    /// What stands before the links of a line, and the links.
    pub lines: Vec<(String, Vec<Way>)>,
    /// Whether a line has a few links beside each other; else they stand below each other.
    pub is_short: bool,
}

/// A page as it is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Findable {
    /// What it is called.
    pub title: String,
    /// Its file.
    pub file: String,
    /// What else it is about.
    pub words: String,
}

/// Writes a report as a page of a site.
///
/// # Errors
/// What the writer says.
pub fn page(report: &Report, frame: &Surroundings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = Lang::of(report.lang).unwrap_or_default();
    let frame = Some(frame);
    let page = Page { report, lang, frame };
    writeln!(out, "{}", page.whole().into_string())
}

/// Writes the figures from month to month.
///
/// # Errors
/// What the writer says.
pub fn trend(
    trend: &MonthByMonth,
    frame: &Surroundings<'_>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let body = html! {
        (frame.ways(lang))
        header {
            p.letterhead { (visible(&trend.agency)) }
            h1 { (visible(&trend.title)) }
            p.below { (SiteText::TrendNote.text(lang)) }
        }
        main { @for part in &trend.parts { (lines(part, &trend.months, lang)) } }
    };
    let page = whole((&trend.title, &trend.agency), body, None, lang);
    writeln!(out, "{}", page.into_string())
}

/// Writes the first page.
///
/// # Errors
/// What the writer says.
pub fn index(index: &Index, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = SiteText::Title.text(lang);
    let frame = Surroundings {
        file: INDEX,
        ways: Vec::new(),
        named: &BTreeMap::new(),
    };
    let body = html! {
        header {
            p.letterhead { (visible(&index.agency)) }
            h1 { (title) }
            @for line in &index.told { p.below { (visible(line)) } }
        }
        div.search #search role="search" hidden {
            label for="asked" { (SiteText::Search.text(lang)) }
            input #asked type="search" autocomplete="off" spellcheck="false";
            div aria-live="polite" {
                ul #found {}
                p.none #none hidden { (SiteText::NothingFound.text(lang)) }
            }
        }
        main { @for group in &index.groups { (self::group(group, &frame, lang)) } }
        script type="application/json" id="pages" { (PreEscaped(as_data(&index.pages))) }
        script { (PreEscaped(SEARCH)) }
    };
    let page = whole((&title, &index.agency), body, Some(SEARCH_DIGEST), lang);
    writeln!(out, "{}", page.into_string())
}

/// Values inside of a page: no letter of them is markup.
fn as_data(pages: &[Findable]) -> String {
    // They are texts, which always have a form.
    let text = serde_json::to_string(pages).unwrap_or_default();
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// A page of the site that is no report.
fn whole((title, agency): (&str, &str), body: Markup, script: Option<&str>, lang: Lang) -> Markup {
    let may = script.map_or(String::new(), |digest| format!("; script-src '{digest}'"));
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content={ "default-src 'none'; style-src 'unsafe-inline'" (may) };
                meta name="color-scheme" content="light dark";
                title { (visible(title)) " – " (visible(agency)) }
                style { (PreEscaped(LOOK)) (PreEscaped(SITE_LOOK)) }
            }
            body { (body) }
        }
    }
}

/// The style of a report that stands in a site.
pub(super) fn look() -> PreEscaped<&'static str> {
    PreEscaped(SITE_LOOK)
}

fn group(group: &IndexGroup, frame: &Surroundings<'_>, lang: Lang) -> Markup {
    html! {
        section {
            h2 { (group.title.text(lang)) }
            dl.lines { @for (lead, ways) in &group.lines {
                dt { (visible(lead)) }
                dd { ul.beside[group.is_short] { @for way in ways {
                    li { a href=(frame.to(&way.file)) { (visible(&way.words)) } }
                } } }
            } }
        }
    }
}

/// A part of the figures from month to month: a line for each, and behind a fold every month.
fn lines(part: &TrendPart, months: &[String], lang: Lang) -> Markup {
    let say = |text: SiteText| text.text(lang);
    let ends = [months.first(), months.last()].map(|month| month.cloned().unwrap_or_default());
    let [first, last] = ends;
    let month = last.clone();
    html! {
        section {
            h2 { (visible(&part.title)) }
            div.scroll tabindex="0" role="region" aria-label=(visible(&part.title)) {
                table.trend {
                    thead { tr {
                        th scope="col" { (say(SiteText::Figure)) }
                        th scope="col" { (say(SiteText::Course { first, last })) }
                        th.n scope="col" { (say(SiteText::Latest { month })) }
                        th.n scope="col" { (say(SiteText::Lowest)) }
                        th.n scope="col" { (say(SiteText::Highest)) }
                    } }
                    tbody { @for row in &part.rows { tr {
                        th scope="row" { (visible(&row.label)) }
                        td { (spark(row)) }
                        td.n { @if let Some(value) = row.points.last() { (shown::cell(value)) } }
                        @for value in ends_of(row) { td.n { @if let Some(value) = value { (shown::cell(value)) } } }
                    } } }
                }
            }
            details {
                summary { (say(SiteText::EveryMonth)) }
                (every_month(part, months, lang))
            }
        }
    }
}

fn every_month(part: &TrendPart, months: &[String], lang: Lang) -> Markup {
    let every = SiteText::EveryMonth.text(lang);
    html! {
        div.scroll tabindex="0" role="region" aria-label={ (visible(&part.title)) ": " (every) } {
            table.wide {
                thead { tr {
                    th scope="col" { (SiteText::Month.text(lang)) }
                    @for row in &part.rows { th.n scope="col" { (visible(&row.label)) } }
                } }
                tbody { @for (number, month) in months.iter().enumerate().rev() { tr {
                    th scope="row" { (visible(month)) }
                    @for row in &part.rows {
                        td.n { @if let Some(value) = row.points.get(number) { (shown::cell(value)) } }
                    }
                } } }
            }
        }
    }
}

/// The least and the greatest figure of a line.
fn ends_of(row: &TrendRow) -> [Option<&Value>; 2] {
    let known = row
        .points
        .iter()
        .filter_map(|value| Some((marks::level(value)?, value)));
    let by = |one: &(f64, &Value), other: &(f64, &Value)| one.0.total_cmp(&other.0);
    let ends = [known.clone().min_by(by), known.max_by(by)];
    ends.map(|end| end.map(|(_, value)| value))
}

/// The line of a figure; words and figures stand beside it.
fn spark(row: &TrendRow) -> Markup {
    let runs = marks::spark(&row.points);
    let path = |run: &[marks::Point]| {
        let points = run.iter().map(|[x, y]| format!("{},{}", at(*x), at(*y)));
        points.collect::<Vec<_>>().join(" ")
    };
    let dot = |[x, y]: marks::Point| html! { line x1=(at(x)) x2=(at(x)) y1=(at(y)) y2=(at(y)) {} };
    html! {
        svg.spark viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
            @for run in &runs {
                @match run[..] {
                    // A month between two that are not known has no line to stand on.
                    [alone] => (dot(alone)),
                    _ => polyline points=(path(run)) {},
                }
            }
            @if let Some(last) = runs.last().and_then(|run| run.last()) { (dot(*last)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::base64::base64;
    use super::*;
    use crate::report::model::Partial;
    use sha2::{Digest, Sha256};

    #[test]
    fn nothing_but_the_search_runs() {
        let digest = base64(&Sha256::digest(SEARCH));
        assert_eq!(SEARCH_DIGEST, format!("sha256-{digest}"));
    }

    #[test]
    fn of_two_shares_the_higher_one_is_the_greater() {
        let share = |part, of| {
            Value::Partial(Box::new(Partial {
                known: Value::Count(part),
                of: Some(of),
                unknown: None,
                without: 0,
                shown: format!("{part}/{of}"),
            }))
        };
        let row = TrendRow {
            label: String::new(),
            points: vec![share(3, 6), share(2, 2), share(2, 5)],
        };
        let ends = ends_of(&row).map(|end| end.map(|value| shown::cell(value).into_owned()));
        assert_eq!(ends, [Some("2/5".to_owned()), Some("2/2".to_owned())]);
        let heights: Vec<f64> = marks::spark(&row.points)
            .concat()
            .iter()
            .map(|point| point[1])
            .collect();
        assert!(heights[1] < heights[0] && heights[0] < heights[2], "{heights:?}");
    }

    #[test]
    fn a_title_cannot_end_the_data() {
        let page = Findable {
            title: "</script><b>".to_owned(),
            file: "a&b.html".to_owned(),
            words: String::new(),
        };
        let data = as_data(&[page]);
        assert!(!data.contains(['<', '>', '&']), "{data}");
        assert!(serde_json::from_str::<serde_json::Value>(&data).is_ok());
    }

    #[test]
    fn a_page_is_reached_from_wherever_one_is() {
        let named = BTreeMap::from([(
            "2026-10/arsip".to_owned(),
            "training/2026-10/arsip.html".to_owned(),
        )]);
        let frame = |file| Surroundings {
            file,
            ways: Vec::new(),
            named: &named,
        };
        let row = [
            Value::Text("2026-10/arsip".to_owned()),
            Value::Text("Arsip".to_owned()),
        ];
        let from = |file, is_first| frame(file).about(&row, &row[1], is_first);
        assert_eq!(
            from("trend.html", true).as_deref(),
            Some("training/2026-10/arsip.html")
        );
        assert_eq!(
            from("staff/p1.html", true).as_deref(),
            Some("../training/2026-10/arsip.html")
        );
        assert_eq!(from("staff/p1.html", false), None);
        assert_eq!(from("training/2026-10/arsip.html", true), None);
    }
}
