//! The report as one page for a browser and a printer: nothing is fetched, nothing runs, every text is text.

mod base64;
mod chart;
pub mod site;

use self::base64::base64;
use super::{Format, Options, shown};
use crate::diagnostic::visible;
use crate::report::model::{Column, Edition, Letterhead, Report, Section, Style, Table, Value};
use crate::words::{Lang, Say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The declaration of the format.
pub(super) static HTML: Format = Format {
    name: "html",
    endings: &["html", "htm"],
    media: "text/html",
    is_text: true,
    is_data: false,
    is_built: true,
    takes_table: false,
    report,
    listing: None,
};

/// How it looks on screen, phone and paper.
const LOOK: &str = include_str!("page.css");

/// From how many columns a table is set in small letters on paper.
const MANY_COLUMNS: usize = 8;

/// From how many columns the sheet lies on its side.
const ACROSS: usize = 12;

/// From how many sections a page has a list of them at its head.
const MANY_SECTIONS: usize = 6;

/// The reports that are one sheet of paper.
const ONE_SHEET: [&str; 2] = ["brief", "staff"];

fn report(report: &Report, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = Lang::of(report.lang).unwrap_or_default();
    let frame = None;
    let page = Page { report, lang, frame };
    writeln!(out, "{}", page.whole().into_string())
}

/// The page and the language that it speaks.
struct Page<'r> {
    report: &'r Report,
    lang: Lang,
    /// What stands around it, where it is a page of a site.
    frame: Option<&'r site::Surroundings<'r>>,
}

impl Page<'_> {
    fn say(&self, id: &'static str, en: &'static str) -> String {
        (id, en).text(self.lang)
    }

    fn whole(&self) -> Markup {
        let report = self.report;
        let title = report.heading.last().map_or(report.name, |title| title);
        let mut said = shown::Said::default();
        let sections: Vec<&Section> = shown::spoken_sections(report, false).collect();
        html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(self.policy());
                    meta name="color-scheme" content="light dark";
                    title { (visible(title)) @if !report.agency.is_empty() { " – " (visible(&report.agency)) } }
                    style {
                        (PreEscaped(LOOK)) (PreEscaped(self.margins(title)))
                        @if self.frame.is_some() { (site::look()) }
                    }
                }
                body.wall[report.is_for_wall].sign[report.is_to_sign].sheet[is_sheet(report)] {
                    @if let Some(frame) = self.frame { (frame.ways(self.lang)) }
                    @if !self.is_in_sheets() { header { (self.head(title)) } }
                    @if sections.len() >= MANY_SECTIONS { (self.contents(&sections)) }
                    main {
                        @for section in sections { (self.section(section, &mut said)) }
                    }
                    @if !report.closing.is_empty() && !self.is_in_sheets() {
                        footer { (lines(&report.closing)) }
                    }
                    @for section in shown::spoken_sections(report, true) {
                        div.attached { (self.section(section, &mut said)) }
                    }
                }
            }
        }
    }

    /// What a browser may do with the page: show it, with a logo that lies inside of it.
    fn policy(&self) -> String {
        let has_logo = self
            .report
            .letterhead
            .as_ref()
            .is_some_and(|own| own.logo.is_some());
        let logo = if has_logo { "; img-src data:" } else { "" };
        format!("default-src 'none'; style-src 'unsafe-inline'{logo}")
    }

    /// What stands in the margins of every printed page: whose page it is, its number, the mark of a draft.
    fn margins(&self, title: &str) -> String {
        let report = self.report;
        let (page, of) = (self.say("Halaman ", "Page "), self.say(" dari ", " of "));
        let draft = report.draft.as_deref().unwrap_or_default();
        format!(
            "@page {{ size: A4 {};{} @bottom-left {{ content: {}; }} @bottom-right {{ content: {} counter(page) {} counter(pages); }} \
             @top-center {{ content: {}; }} }}",
            self.side(),
            if is_sheet(report) {
                " margin: 9mm 14mm 11mm;"
            } else {
                ""
            },
            quoted(&format!("{} · {title}", report.agency)),
            quoted(&page),
            quoted(&of),
            quoted(draft),
        )
    }

    /// How the paper lies: a table of many columns needs its long side.
    fn side(&self) -> &'static str {
        let pictures = |table: &Table| {
            shown::pictures(table)
                .iter()
                .any(|one| one.columns.len() >= ACROSS)
        };
        match self.report.tables().any(pictures) {
            true => "landscape",
            false => "portrait",
        }
    }

    fn head(&self, title: &str) -> Markup {
        let report = self.report;
        let letterhead = report.heading.split_last().map_or(&[][..], |(_, above)| above);
        html! {
            @if let Some(mark) = &report.draft { p.draft role="note" { (visible(mark)) } }
            @match &report.letterhead {
                Some(formal) => (of_office(formal)),
                None => @for line in letterhead { p.letterhead { (visible(line)) } },
            }
            h1 { (visible(title)) }
            @if !report.heading_below.is_empty() {
                p.below { (lines(&report.heading_below)) }
            }
        }
    }

    /// Whether its rows are sheets of their own, each with the head and who signs.
    fn is_in_sheets(&self) -> bool {
        let mut tables = self.report.tables();
        tables.any(|table| table.style == Style::Sheets && !table.rows.is_empty())
    }

    /// Each row of a table on a sheet of its own.
    fn sheets(&self, table: &Table) -> Markup {
        let title = self.report.heading.last().map_or("", |title| title);
        html! {
            @for sheet in shown::sheets(table) {
                article.leaf {
                    header { (self.head(title)) }
                    @for (id, heading, words) in &sheet {
                        p class=(id) { small { (heading) } " " span { (words) } }
                    }
                    @if !self.report.closing.is_empty() { footer { (lines(&self.report.closing)) } }
                }
            }
        }
    }

    /// The sections, to go to on a screen; on a narrow one behind a fold, so that the page begins with what it tells.
    fn contents(&self, sections: &[&Section]) -> Markup {
        let named = sections.iter().filter(|section| !section.title.is_empty());
        let contents = self.say("Isi laporan", "Contents");
        html! {
            details.contents {
                summary { (contents) }
                nav aria-label=(contents) {
                    ul { @for section in named {
                        li { a href={ "#" (section.id) } { (visible(&section.title)) } }
                    } }
                }
            }
        }
    }

    fn section<'a>(&self, section: &'a Section, said: &mut shown::Said<'a>) -> Markup {
        let notes = said.fresh(&section.notes);
        // What only tells about the page stands behind a fold, on paper open.
        if section.tables.is_empty() && !section.title.is_empty() {
            return html! {
                section id=(section.id) {
                    details.about {
                        summary { (visible(&section.title)) }
                        @for note in notes { p { (note) } }
                    }
                }
            };
        }
        html! {
            section id=(section.id) {
                @if !section.title.is_empty() { h2 { (visible(&section.title)) } }
                @for table in section.tables.iter().filter(|table| !table.is_silent()) { (self.table(table)) }
                @if !notes.is_empty() {
                    ul.notes { @for note in notes { li { (note) } } }
                }
            }
        }
    }

    fn table(&self, table: &Table) -> Markup {
        let spoken = shown::spoken(table);
        html! {
            div.table id={ "t-" (table.id) } {
                @if table.rows.is_empty() {
                    @if !table.title.is_empty() { h3 { (visible(&table.title)) } }
                    p.none { (visible(&table.empty)) }
                } @else {
                    @match table.style {
                        Style::Grid => (self.grids(table, &spoken)),
                        Style::Sheets => (self.sheets(&spoken)),
                        Style::List => {
                            @if !table.title.is_empty() { h3 { (visible(&table.title)) } }
                            ol { @for sentence in shown::sentences(&spoken) { li { (sentence) } } }
                        }
                        Style::Lines => {
                            @if !table.title.is_empty() { h3 { (visible(&table.title)) } }
                            @for sentence in shown::sentences(&spoken) { p { (sentence) } }
                        }
                    }
                    @if let Some(quiet) = shown::quiet(table) { p.quiet { (quiet) } }
                }
            }
        }
    }

    /// A table of figures: its charts, its pictures, and how its figures are counted.
    fn grids(&self, table: &Table, spoken: &Table) -> Markup {
        let pictures = shown::pictures(spoken);
        let columns: Vec<usize> = pictures
            .iter()
            .flat_map(|picture| picture.columns.iter().copied())
            .collect();
        html! {
            @if !table.title.is_empty() { h3 { (visible(&table.title)) } }
            @for drawn in &table.charts { (chart::figure(drawn, table, self.lang)) }
            @for (number, picture) in pictures.iter().enumerate() {
                div.scroll tabindex="0" role="region" aria-label=(self.label(table, (number, picture.caption))) {
                    (self.grid(spoken, picture))
                }
            }
            (self.counted(table, &columns))
        }
    }

    /// What a reader who hears the page is told of a picture of a table: its caption, or the heading above it.
    fn label(&self, table: &Table, (number, caption): (usize, &str)) -> String {
        let table = match (caption, &*table.title) {
            ("", "") => format!("{} {}", self.say("Tabel", "Table"), table.id.replace('_', " ")),
            ("", title) => visible(title).into_owned(),
            (caption, _) => visible(caption).into_owned(),
        };
        match number {
            0 => table,
            _ => format!("{table} ({})", number + 1),
        }
    }

    fn grid(&self, table: &Table, picture: &shown::Picture<'_>) -> Markup {
        let is_wide = picture.columns.len() >= MANY_COLUMNS;
        let is_numbered = picture
            .columns
            .first()
            .is_some_and(|&first| table.columns[first].id == "number");
        let side = |column: usize| shown::is_figures(table, column).then_some("n");
        html! {
            table.wide[is_wide].numbered[is_numbered] {
                @if !picture.caption.is_empty() { caption { (visible(picture.caption)) } }
                thead { tr {
                    @for &column in &picture.columns {
                        th scope="col" class=[side(column)] { (shown::heading(&table.columns[column])) }
                    }
                } }
                tbody { @for row in &table.rows {
                    tr.total[Table::is_total(row)] {
                        @for (at, &column) in picture.columns.iter().enumerate() {
                            @let cell = row.get(column).map(|value| self.linked((row, value), at == 0));
                            @if at == 0 { th scope="row" class=[side(column)] { @if let Some(cell) = cell { (cell) } } }
                            @else { td class=[side(column)] { @if let Some(cell) = cell { (cell) } } }
                        }
                    }
                } }
            }
        }
    }

    /// A cell that leads to the page about what it names, where the site has one.
    fn linked(&self, (row, value): (&[Value], &Value), is_first: bool) -> Markup {
        let way = self.frame.and_then(|frame| frame.about(row, value, is_first));
        match way {
            Some(way) => html! { a href=(way) { (self.cell(value)) } },
            None => self.cell(value),
        }
    }

    fn cell(&self, value: &Value) -> Markup {
        match value {
            Value::Withheld => {
                html! { abbr title=(self.say("tidak ditampilkan", "not shown")) { "*" } }
            }
            Value::Missing => {
                html! { abbr title=(self.say("tidak diketahui", "not known")) { "–" } }
            }
            Value::Partial(own) => match shown::beside(own) {
                // The figure stands with the others, and what is not known of it below in small letters.
                Some((figure, words)) => html! { (figure) small.unknown { (words) } },
                None => html! { (shown::cell(value)) },
            },
            _ => html! { (shown::cell(value)) },
        }
    }

    /// How the figures of those columns come about, behind a fold.
    fn counted(&self, table: &Table, columns: &[usize]) -> Markup {
        let mut told: Vec<(String, String, Option<&str>)> = Vec::new();
        for column in columns.iter().map(|&at| &table.columns[at]) {
            for meaning in &column.meanings {
                let says = meaning.sentence(self.lang);
                // Everybody reads how it is counted; what to type is for who has the records.
                let (says, rule) = match self.report.edition {
                    Edition::Public => (without_commands(&says), None),
                    Edition::Office => (says, meaning.rule),
                };
                if !told.iter().any(|(_, other, _)| *other == says) {
                    told.push((counted_name(table, column, meaning.row), says, rule));
                }
            }
        }
        html! {
            @if !told.is_empty() {
                details {
                    summary { (self.say("Cara menghitung", "How it is counted")) }
                    dl { @for (name, says, rule) in told {
                        dt { (name) }
                        dd {
                            (says)
                            @if let Some(rule) = rule {
                                " " span.rule { "(" (self.say("aturan", "rule")) " " code { (rule) } ")" }
                            }
                        }
                    } }
                }
            }
        }
    }
}

/// The heading of a column, or the words of the row in which alone its figures mean something.
fn counted_name(table: &Table, column: &Column, row: Option<&str>) -> String {
    let rows = table.rows.iter().filter_map(|cells| cells.first());
    let mut named = rows.filter(|key| row == Some(&*key.data()));
    named
        .next()
        .map_or_else(|| shown::heading(column), |key| shown::cell(key).into_owned())
}

/// A sentence without its parts, between brackets or behind a semicolon, that name a command.
fn without_commands(says: &str) -> String {
    const COMMAND: &str = "bina explain";
    let mut said = says.to_owned();
    while let Some(at) = said.find(COMMAND) {
        let begin = said[..at].rfind([';', '(']).unwrap_or(0);
        let (end, closes) = match said[begin..].starts_with('(') {
            true => (said[at..].find(')').map(|end| at + end + 1), ""),
            false => (said[at..].find(';').map(|end| at + end), "."),
        };
        let rest = end.map_or(closes, |end| &said[end..]).to_owned();
        said = said[..begin].trim_end().to_owned() + &rest;
    }
    said
}

/// The letterhead, with the logo inside of the page.
fn of_office(letterhead: &Letterhead) -> Markup {
    html! {
        div.office {
            @if let Some(logo) = &letterhead.logo {
                img src={ "data:" (logo.media) ";base64," (base64(&logo.bytes)) } alt="";
            }
            div {
                @if let Some(government) = &letterhead.government { p { (visible(government)) } }
                p.name { (visible(&letterhead.office)) }
                @for line in &letterhead.below { p.below { (visible(line)) } }
            }
        }
    }
}

/// Lines that stay lines.
fn lines(lines: &[String]) -> Markup {
    html! {
        @for (at, line) in lines.iter().enumerate() {
            @if at > 0 { br; }
            (visible(line))
        }
    }
}

/// Whether a report is held in one hand, and so set close on paper.
fn is_sheet(report: &Report) -> bool {
    ONE_SHEET.contains(&report.name)
}

/// A text as a string of a style sheet: every letter that could mean something there stands as its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in visible(text).chars() {
        match letter.is_alphanumeric() || letter == ' ' {
            true => out.push(letter),
            // Writing into a String cannot fail.
            false => drop(write!(out, "\\{:x} ", u32::from(letter))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn page(report: &Report) -> String {
        sample::written(&HTML, report, &Options::default())
    }

    #[test]
    fn nothing_in_a_record_is_markup() {
        let mut report = sample::nasty();
        report.agency = "</style><script>alert(1)</script>".into();
        let page = page(&report);
        assert!(page.contains("&lt;script"));
        assert!(!page.contains("<script") && page.matches("</style>").count() == 1);
    }

    #[test]
    fn a_draft_says_so_on_the_screen_and_on_every_sheet() {
        let mut report = sample::calm();
        assert!(page(&report).contains("@top-center { content: \"\"; }"));
        report.draft = Some("DRAF".into());
        let page = page(&report);
        assert!(page.contains("@top-center { content: \"DRAF\"; }"));
        assert!(page.contains("<p class=\"draft\" role=\"note\">DRAF</p>"));
    }

    #[test]
    fn everybody_is_told_how_it_is_counted_and_no_command() {
        let plain = without_commands("Jumlah semua; tiap pelatihan: bina explain programmes.");
        assert_eq!(plain, "Jumlah semua.");
        let plain = without_commands("Angka pokok (bina explain key_figures), mentoring.");
        assert_eq!(plain, "Angka pokok, mentoring.");
        assert_eq!(without_commands("Jumlah; semua."), "Jumlah; semua.");
    }

    #[test]
    fn figures_stand_at_the_right_and_what_is_withheld_says_so() {
        let page = page(&sample::small());
        assert!(page.contains("<td class=\"n\">14,2</td>"));
        assert!(page.contains("<abbr title=\"tidak ditampilkan\">*</abbr>"));
        assert!(page.contains("<tr class=\"total\">"));
    }
}
