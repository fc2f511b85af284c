//! A table as a grid of text: a rule under the headings, a rule above the total, nothing else drawn.

use super::columns::{self, GAP, Need};
use super::{shown, wrap};
use crate::report::model::Table;
use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width};
use std::borrow::Cow;

/// A word longer than this may be broken in a narrow column. An NIP, and the longest words of either language, are
/// shorter.
const LONG_WORD: usize = 24;

/// A heading wraps beyond this, so that it does not make a column of small figures wide.
const WIDE_HEADING: usize = 16;

/// Prose wraps into at most about so many lines, as long as it need not be wider or narrower than `PROSE`.
const PROSE_LINES: usize = 5;

/// The narrowest column that reads well, and the widest that a table is cut into two for.
const PROSE: (usize, usize) = (12, 30);

/// A column as it is shown.
struct Strip<'t> {
    heading: String,
    is_figures: bool,
    /// The words of its cells, row by row.
    cells: Vec<Cow<'t, str>>,
}

/// The lines of some columns of a table, none wider than `room`. Columns that do not fit side by side follow below as
/// another grid, apart by an empty line.
pub(super) fn lines(table: &Table, columns: &[usize], room: usize) -> Vec<String> {
    let strips: Vec<Strip<'_>> = columns.iter().map(|column| Strip::of(table, *column)).collect();
    let needs: Vec<Need> = strips.iter().map(Strip::need).collect();
    let mut lines = Vec::new();
    for part in columns::parts(&needs, lead(&strips), room) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let widths = columns::share(&part.iter().map(|at| needs[*at]).collect::<Vec<_>>(), room);
        let part: Vec<&Strip<'_>> = part.iter().map(|at| &strips[*at]).collect();
        lines.extend(draw(table, &part, &widths));
    }
    lines
}

/// How many columns at the beginning say what a row is: one, or two when the first only counts the rows.
fn lead(strips: &[Strip<'_>]) -> usize {
    match strips {
        [first, second, ..] if first.is_figures && !second.is_figures => 2,
        _ => 1,
    }
}

impl<'t> Strip<'t> {
    fn of(table: &'t Table, column: usize) -> Strip<'t> {
        let cells = table.rows.iter();
        Strip {
            heading: shown::heading(&table.columns[column]),
            is_figures: shown::is_figures(table, column),
            cells: cells
                .map(|row| row.get(column).map(shown::cell).unwrap_or_default())
                .collect(),
        }
    }

    /// What the column asks for: figures are never broken, prose wraps between words.
    fn need(&self) -> Need {
        let widest = |measure: fn(&str) -> usize| self.cells.iter().map(|cell| measure(cell)).max();
        let (word, most) = (
            wrap::longest_word(&self.heading),
            widest(wrap::width).unwrap_or(0),
        );
        let least = if self.is_figures {
            most.min(LONG_WORD)
        } else {
            let prose = (most / PROSE_LINES).clamp(PROSE.0, PROSE.1).min(most);
            prose.max(widest(wrap::longest_word).unwrap_or(0).min(LONG_WORD))
        };
        let heading = wrap::wrap(&self.heading, word.max(WIDE_HEADING));
        let heading = heading.iter().map(|line| wrap::width(line));
        Need {
            least: least.max(word.min(LONG_WORD)),
            most,
            heading: heading.max().unwrap_or(0),
        }
    }
}

fn draw(table: &Table, strips: &[&Strip<'_>], widths: &[usize]) -> Vec<String> {
    let mut grid = Grid::new();
    grid.load_style(NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(small(widths.iter().map(|width| width + GAP).sum()));
    if strips.iter().any(|strip| !strip.heading.is_empty()) {
        grid.add_row(headings(strips, widths));
        grid.add_row(rule(widths));
    }
    for (at, values) in table.rows.iter().enumerate() {
        if at > 0 && Table::is_total(values) {
            grid.add_row(rule(widths));
        }
        grid.add_row(strips.iter().map(|strip| &*strip.cells[at]));
    }
    for ((column, width), strip) in grid.column_iter_mut().zip(widths).zip(strips) {
        column.set_padding((0, small(GAP)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(width + GAP))));
        column.set_cell_alignment(match strip.is_figures {
            true => CellAlignment::Right,
            false => CellAlignment::Left,
        });
    }
    grid.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The headings, standing on the rule: those with fewer lines begin with empty ones.
fn headings(strips: &[&Strip<'_>], widths: &[usize]) -> Vec<Cell> {
    let wrapped = strips.iter().zip(widths);
    let wrapped: Vec<_> = wrapped
        .map(|(strip, width)| wrap::wrap(&strip.heading, *width))
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
