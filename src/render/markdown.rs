//! The report as Markdown that a git host shows well. Nothing in a record is taken for markup.

use super::{escape, shown};
use crate::report::model::{Report, Section, Style, Table, Value};

/// What separates two lists, which would otherwise be counted on as one.
const BETWEEN_LISTS: &str = "<!-- -->";

/// The report as Markdown: blocks, apart by an empty line.
pub(super) fn text(report: &Report) -> String {
    let mut said = shown::Said::default();
    let draft: Option<String> = report
        .draft
        .as_ref()
        .map(|mark| format!("> {}", strong(&escape::inline(mark))));
    let mut blocks: Vec<String> = draft.iter().cloned().collect();
    blocks.extend(heading(report));
    for section in &report.sections {
        blocks.extend(draft.clone());
        blocks.extend(self::section(section, &mut said));
    }
    blocks.extend(paragraphs(&report.closing));
    blocks.extend(draft);
    blocks.join("\n\n") + "\n"
}

/// The letterhead, and the title, which is the last line.
fn heading(report: &Report) -> Vec<String> {
    let Some((title, letterhead)) = report.heading.split_last() else {
        return Vec::new();
    };
    let mut blocks = paragraphs(letterhead);
    blocks.push(format!("# {}", escape::inline(title)));
    blocks.extend(paragraphs(&report.heading_below));
    blocks
}

fn section<'a>(section: &'a Section, said: &mut shown::Said<'a>) -> Vec<String> {
    let mut blocks = Vec::new();
    if !section.title.is_empty() {
        blocks.push(format!("## {}", escape::inline(&section.title)));
    }
    let mut follows_list = false;
    for table in section.tables.iter().filter(|table| !shown::is_silent(table)) {
        let is_list = table.style == Style::List && !table.rows.is_empty();
        if follows_list && is_list && table.title.is_empty() {
            blocks.push(BETWEEN_LISTS.to_owned());
        }
        follows_list = is_list;
        blocks.extend(self::table(table));
    }
    let notes = said.fresh(&section.notes);
    if !notes.is_empty() {
        let notes: Vec<_> = notes
            .iter()
            .map(|note| format!("> - {}", escape::line(note)))
            .collect();
        blocks.push(notes.join("\n"));
    }
    blocks
}

fn table(table: &Table) -> Vec<String> {
    let mut blocks = Vec::new();
    if !table.title.is_empty() {
        blocks.push(format!("### {}", escape::inline(&table.title)));
    }
    match table.style {
        _ if table.rows.is_empty() => blocks.push(escape::line(&table.empty)),
        Style::Grid => {
            blocks.extend(grids(&shown::spoken(table)));
            blocks.extend(shown::quiet(table).map(|said| escape::line(&said)));
        }
        Style::List => blocks.push(list(&shown::sentences(table))),
        Style::Lines => blocks.extend(paragraphs(&shown::sentences(table))),
    }
    blocks
}

fn grids(table: &Table) -> Vec<String> {
    let mut blocks = Vec::new();
    for picture in shown::pictures(table) {
        if !picture.caption.is_empty() {
            blocks.push(strong(&escape::inline(picture.caption)));
        }
        blocks.push(grid(table, &picture.columns));
    }
    blocks
}

fn grid(table: &Table, columns: &[usize]) -> String {
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
    let mut lines = vec![line(headings), line(sides.map(str::to_owned))];
    lines.extend(
        table
            .rows
            .iter()
            .map(|row| line(columns.iter().map(|column| cell(row, *column)))),
    );
    lines.join("\n")
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

fn list(sentences: &[String]) -> String {
    let item = |(at, sentence): (usize, &String)| format!("{}. {}", at + 1, escape::line(sentence));
    sentences
        .iter()
        .enumerate()
        .map(item)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Lines that stay lines, because a backslash stands at their end; an empty line begins a new paragraph.
fn paragraphs(lines: &[String]) -> Vec<String> {
    let groups = lines
        .split(|line| line.trim().is_empty())
        .filter(|group| !group.is_empty());
    groups
        .map(|group| {
            group
                .iter()
                .map(|line| escape::line(line))
                .collect::<Vec<_>>()
                .join("\\\n")
        })
        .collect()
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
