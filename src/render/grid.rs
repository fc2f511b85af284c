//! A table as a grid of text: a rule under the headings, a rule above the total, nothing else drawn.

use super::columns::{self, GAP, Need};
use super::{shown, wrap};
use crate::report::model::Table;
use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Comfy, Width};

/// A word longer than this may be broken in a narrow column. An NIP, and the longest words of either language, are
/// shorter.
const LONG_WORD: usize = 24;

/// A heading wraps beyond this, so that it does not make a column of small figures wide.
const WIDE_HEADING: usize = 16;

/// Prose wraps into at most about so many lines, as long as it need not be wider or narrower than `PROSE`.
const PROSE_LINES: usize = 5;

/// The narrowest column that reads well, and the widest that a table is cut into two for.
const PROSE: (usize, usize) = (12, 30);

/// The lines of some columns of a table, none wider than `room`. Columns that do not fit side by side follow below as
/// another grid, apart by an empty line.
pub(super) fn lines(table: &Table, columns: &[usize], room: usize) -> Vec<String> {
    let needs: Vec<Need> = columns.iter().map(|column| need(table, *column)).collect();
    let mut lines = Vec::new();
    for part in columns::parts(&needs, lead(table, columns), room) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let widths = columns::share(&part.iter().map(|at| needs[*at]).collect::<Vec<_>>(), room);
        let part: Vec<usize> = part.iter().map(|at| columns[*at]).collect();
        lines.extend(draw(table, &part, &widths));
    }
    lines
}

/// How many columns at the beginning say what a row is: one, or two when the first only counts the rows.
fn lead(table: &Table, columns: &[usize]) -> usize {
    match columns {
        [first, second, ..] if shown::is_figures(table, *first) && !shown::is_figures(table, *second) => 2,
        _ => 1,
    }
}

/// What a column asks for: figures are never broken, prose wraps between words.
fn need(table: &Table, column: usize) -> Need {
    let heading = shown::heading(&table.columns[column]);
    let word = wrap::longest_word(&heading);
    let most = shown::widest(table, column, wrap::width);
    let least = if shown::is_figures(table, column) {
        most.min(LONG_WORD)
    } else {
        let prose = (most / PROSE_LINES).clamp(PROSE.0, PROSE.1).min(most);
        prose.max(shown::widest(table, column, wrap::longest_word).min(LONG_WORD))
    };
    let heading_lines = wrap::wrap(&heading, word.max(WIDE_HEADING));
    Need {
        least: least.max(word.min(LONG_WORD)),
        most,
        heading: heading_lines
            .iter()
            .map(|line| wrap::width(line))
            .max()
            .unwrap_or(0),
    }
}

fn draw(table: &Table, columns: &[usize], widths: &[usize]) -> Vec<String> {
    let mut grid = Comfy::new();
    grid.load_style(NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic);
    grid.set_width(small(widths.iter().map(|width| width + GAP).sum()));
    if columns
        .iter()
        .any(|column| !shown::heading(&table.columns[*column]).is_empty())
    {
        grid.add_row(headings(table, columns, widths));
        grid.add_row(rule(widths));
    }
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 && Table::is_total(row) {
            grid.add_row(rule(widths));
        }
        let cells = columns
            .iter()
            .map(|column| row.get(*column).map(shown::cell).unwrap_or_default());
        grid.add_row(cells.collect::<Vec<_>>());
    }
    for ((column, width), number) in grid.column_iter_mut().zip(widths).zip(columns) {
        let is_figures = shown::is_figures(table, *number);
        column.set_padding((0, small(GAP)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(width + GAP))));
        column.set_cell_alignment(if is_figures {
            CellAlignment::Right
        } else {
            CellAlignment::Left
        });
    }
    grid.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The headings, standing on the rule: those with fewer lines begin with empty ones.
fn headings(table: &Table, columns: &[usize], widths: &[usize]) -> Vec<Cell> {
    let wrapped = columns.iter().zip(widths);
    let wrapped: Vec<_> = wrapped
        .map(|(column, width)| wrap::wrap(&shown::heading(&table.columns[*column]), *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |lines: &Vec<String>| Cell::new("\n".repeat(height - lines.len()) + &lines.join("\n"));
    wrapped.iter().map(cell).collect()
}

fn rule(widths: &[usize]) -> Vec<String> {
    widths.iter().map(|width| "─".repeat(*width)).collect()
}

fn small(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn drawn(id: &str, room: usize) -> String {
        let report = sample::calm();
        let table = report.tables().find(|table| table.id == id).unwrap();
        let columns = &shown::pictures(table)[0].columns;
        lines(table, columns, room).join("\n")
    }

    #[test]
    fn headings_wrap_and_stand_on_their_rule() {
        assert_eq!(
            drawn("units", 60),
            r#"                                 Rata-rata  Sudah memenuhi
Unit kerja              Pegawai       (JP)       20 JP (%)
──────────────────────  ───────  ─────────  ──────────────
Kelurahan Terjun             12       14,2              75
Kelurahan Labuhan Deli        9       9,75               –
Sekretariat Kecamatan         4         21               *
──────────────────────  ───────  ─────────  ──────────────
Jumlah                       25       13,6              72"#
        );
    }

    #[test]
    fn what_does_not_fit_follows_below_with_its_key() {
        assert_eq!(
            drawn("people", 60),
            "\
No.  Nama               NIP                 Jabatan
───  ─────────────────  ──────────────────  ────────────────
  1  Siti Aminah,       198607142010012003  Lurah Terjun
     S.Sos.
  2  Dr. Budi Santoso   197901022005011002  Kepala Seksi
     Harahap, S.H.,                         Pelayanan Umum
     M.Hum.

                               Klasikal  Nonklasikal  Diakui
No.  Nama                          (JP)         (JP)    (JP)
───  ────────────────────────  ────────  ───────────  ──────
  1  Siti Aminah, S.Sos.             12            4      16
  2  Dr. Budi Santoso                20            0      20
     Harahap, S.H., M.Hum.

No.  Nama                         Keterangan
───  ───────────────────────────  ──────────────────────────
  1  Siti Aminah, S.Sos.          dua sertifikat menunggu
                                  verifikasi
  2  Dr. Budi Santoso Harahap,
     S.H., M.Hum."
        );
    }

    #[test]
    fn a_grid_without_headings_has_no_rule() {
        let mut report = sample::small();
        let table = &mut report.sections[0].tables[0];
        for column in &mut table.columns {
            (column.title, column.unit) = Default::default();
        }
        table.rows.truncate(1);
        assert_eq!(
            lines(table, &[0, 1, 2, 3], 60),
            ["Kelurahan Terjun   12  14,2   75"]
        );
    }
}
