//! The report as Markdown that a git host shows well. Nothing in a record is taken for markup.

use super::{Format, Options, escape, shown};
use crate::report::model::{Report, Section, Style, Table, Value};
use std::io::{self, Write};

/// What separates two lists, which would otherwise be counted on as one.
const BETWEEN_LISTS: &str = "<!-- -->";

/// The declaration of the format.
pub static MARKDOWN: Format = Format {
    name: "md",
    endings: &["md"],
    media: "text/markdown",
    is_text: true,
    is_data: false,
    is_built: true,
    takes_table: false,
    report,
    listing: None,
};

fn report(report: &Report, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out, is_begun: false };
    let mut said = shown::Said::default();
    page.draft(report)?;
    page.heading(report)?;
    for is_attached in [false, true] {
        for section in shown::spoken_sections(report, is_attached) {
            page.draft(report)?;
            page.section(section, &mut said)?;
        }
        if !is_attached {
            page.paragraphs(&report.closing)?;
        }
    }
    page.draft(report)?;
    page.end()
}

/// The page, which is written block by block: an empty line between two.
struct Page<'w> {
    out: &'w mut dyn Write,
    is_begun: bool,
}

impl Page<'_> {
    /// A block of one line.
    fn line(&mut self, line: String) -> io::Result<()> {
        self.block([line], "")
    }

    /// A block of lines with what joins them.
    fn block(&mut self, lines: impl IntoIterator<Item = String>, joint: &str) -> io::Result<()> {
        if std::mem::replace(&mut self.is_begun, true) {
            writeln!(self.out)?;
        }
        for (at, line) in lines.into_iter().enumerate() {
            let joint = if at > 0 { joint } else { "" };
            write!(self.out, "{joint}{line}")?;
        }
        writeln!(self.out)
    }

    /// Ends the page with one line end, which a page without blocks lacks.
    fn end(self) -> io::Result<()> {
        if self.is_begun { Ok(()) } else { writeln!(self.out) }
    }

    fn draft(&mut self, report: &Report) -> io::Result<()> {
        match &report.draft {
            Some(mark) => self.line(format!("> {}", strong(&escape::inline(mark)))),
            None => Ok(()),
        }
    }

    /// The letterhead, and the title, which is the last line.
    fn heading(&mut self, report: &Report) -> io::Result<()> {
        let Some((title, letterhead)) = report.heading.split_last() else {
            return Ok(());
        };
        self.paragraphs(letterhead)?;
        self.line(format!("# {}", escape::inline(title)))?;
        self.paragraphs(&report.heading_below)
    }

    fn section<'a>(&mut self, section: &'a Section, said: &mut shown::Said<'a>) -> io::Result<()> {
        if !section.title.is_empty() {
            self.line(format!("## {}", escape::inline(&section.title)))?;
        }
        let mut follows_list = false;
        for table in section.tables.iter().filter(|table| !table.is_silent()) {
            let is_list = table.style == Style::List && !table.rows.is_empty();
            if follows_list && is_list && table.title.is_empty() {
                self.line(BETWEEN_LISTS.to_owned())?;
            }
            follows_list = is_list;
            self.table(table)?;
        }
        match &said.fresh(&section.notes)[..] {
            [] => Ok(()),
            notes => self.block(
                notes.iter().map(|note| format!("> - {}", escape::line(note))),
                "\n",
            ),
        }
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        if !table.title.is_empty() {
            self.line(format!("### {}", escape::inline(&table.title)))?;
        }
        if table.rows.is_empty() {
            return self.line(escape::line(&table.empty));
        }
        let spoken = shown::spoken(table);
        match table.style {
            Style::Grid => self.grids(&spoken)?,
            Style::List => {
                let numbered = (1..).zip(shown::sentences(&spoken));
                let items = numbered.map(|(at, sentence)| format!("{at}. {}", escape::line(&sentence)));
                self.block(items, "\n")?;
            }
            Style::Sheets => {
                for sheet in shown::sheets(&spoken) {
                    self.line("---".to_owned())?;
                    let lines = sheet
                        .into_iter()
                        .map(|(_, heading, words)| format!("{heading}: {words}"));
                    self.paragraphs(&lines.collect::<Vec<_>>())?;
                }
            }
            Style::Lines => self.paragraphs(&shown::sentences(&spoken))?,
        }
        match shown::quiet(table) {
            Some(said) => self.line(escape::line(&said)),
            None => Ok(()),
        }
    }

    fn grids(&mut self, table: &Table) -> io::Result<()> {
        for picture in shown::pictures(table) {
            if !picture.caption.is_empty() {
                self.line(strong(&escape::inline(picture.caption)))?;
            }
            self.block(grid(table, &picture.columns), "\n")?;
        }
        Ok(())
    }

    /// Lines that stay lines, because a backslash stands at their end; an empty line begins a new paragraph.
    fn paragraphs(&mut self, lines: &[String]) -> io::Result<()> {
        let groups = lines.split(|line| line.trim().is_empty());
        for group in groups.filter(|group| !group.is_empty()) {
            self.block(group.iter().map(|line| escape::line(line)), "\\\n")?;
        }
        Ok(())
    }
}

/// The lines of a grid.
fn grid(table: &Table, columns: &[usize]) -> impl Iterator<Item = String> {
    let headings = columns
        .iter()
        .map(|column| escape::inline(&shown::heading(&table.columns[*column])));
    let sides = columns.iter().map(|column| {
        if shown::is_figures(table, *column) {
            "---:"
        } else {
            ":---"
        }
    });
    let head = [line(headings), line(sides.map(str::to_owned))];
    let rows = table.rows.iter();
    let rows = rows.map(|row| line(columns.iter().map(|column| cell(row, *column))));
    head.into_iter().chain(rows)
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// A cell; those of a total row are strong.
fn cell(row: &[Value], column: usize) -> String {
    let text = row
        .get(column)
        .map(|value| escape::inline(&shown::cell(value)))
        .unwrap_or_default();
    if Table::is_total(row) { strong(&text) } else { text }
}

fn strong(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("**{text}**")
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn text(report: &Report) -> String {
        sample::written(&MARKDOWN, report, &Options::default())
    }

    #[test]
    fn a_row_of_nasty_text_is_one_row() {
        let text = text(&sample::nasty());
        assert!(text.contains("\\<script"));
        let bare = text.replace("\\<", "").replace(BETWEEN_LISTS, "");
        assert!(!bare.contains('<'));
        for line in text.lines().filter(|line| line.starts_with('|')) {
            assert!(line.ends_with(" |"), "{line}");
        }
    }

    #[test]
    fn lists_that_follow_each_other_stay_apart() {
        let mut report = sample::calm();
        let section = &mut report.sections[0];
        let list = section.tables[0].clone();
        section.tables = vec![list.clone(), Table::default(), list];
        assert!(text(&report).contains("masih proses.\n\n<!-- -->\n\n1. Bimtek"));
    }

    #[test]
    fn a_draft_says_so_everywhere() {
        let report = sample::nasty();
        assert_eq!(
            text(&report).matches("> **DRAFT").count(),
            report.sections.len() + 2
        );
    }

    #[test]
    fn the_look() {
        assert_eq!(
            text(&sample::calm()),
            r#"KECAMATAN MEDAN MARELAN

# LAPORAN BULANAN – OKTOBER 2026

## Ringkasan

1. Bimtek Kearsipan: diundang 20, selesai 17, tidak hadir 3 (dinas 2, sakit 1). Nilai tes 61 → 79 (16 pasang).
2. Pengaduan: 6 masuk, 3 selesai, 1 bukan kewenangan, 2 masih proses.

### Yang terlambat

Tidak ada.

> - PNS: sedikitnya 20 JP setahun.

## Jam pelajaran

| Unit kerja | Pegawai | Rata-rata (JP) | Sudah memenuhi 20 JP (%) |
| :--- | ---: | ---: | ---: |
| Kelurahan Terjun | 12 | 14,2 | 75 |
| Kelurahan Labuhan Deli | 9 | 9,75 | – |
| Sekretariat Kecamatan | 4 | 21 | \* |
| **Jumlah** | **25** | **13,6** | **72** |

### Daftar JP pegawai

| No. | Nama | NIP | Jabatan | Klasikal (JP) | Nonklasikal (JP) | Diakui (JP) | Keterangan |
| ---: | :--- | :--- | :--- | ---: | ---: | ---: | :--- |
| 1 | Siti Aminah, S.Sos. | 198607142010012003 | Lurah Terjun | 12 | 4 | 16 | dua sertifikat menunggu verifikasi |
| 2 | Dr. Budi Santoso Harahap, S.H., M.Hum. | 197901022005011002 | Kepala Seksi Pelayanan Umum | 20 | 0 | 20 |  |

## Unsur pelayanan

**Persyaratan dan prosedur**

| Unit kerja | U1 | U2 |
| :--- | ---: | ---: |
| Terjun | 3,21 | 3,1 |
| Labuhan Deli | 3,0 | 3,05 |

**Waktu dan biaya**

| Unit kerja | U3 | U4 |
| :--- | ---: | ---: |
| Terjun | 2,95 | 3,4 |
| Labuhan Deli | 3,11 | 2,87 |

> - Tanda \* berarti tidak ditampilkan, karena respondennya kurang dari lima orang sehingga jawaban seseorang dapat dikenali.

Medan, 2 November 2026\
Plt. Sekretaris Kecamatan

Rosmawati Nasution, S.E.
"#
        );
    }
}
