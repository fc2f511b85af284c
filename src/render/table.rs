//! The report as text for a terminal or a plain file: nothing is wider than the page, no word is lost.

use super::page::{Canvas, INDENT, Tone};
use super::{Format, Options, grid, listing, shown, wrap};
use crate::diagnostic::visible;
use crate::report::model::{Report, Section, Style, Table};
use std::io::{self, Write};

/// The declaration of the format.
pub(super) static TABLE: Format = Format {
    name: "table",
    endings: &["txt"],
    media: "text/plain",
    is_text: true,
    is_data: false,
    is_built: true,
    takes_table: false,
    report,
    listing: Some(listing::grid),
};

fn report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Canvas::new(options, out);
    let mut said = shown::Said::default();
    page.draft(report)?;
    page.gap();
    page.heading(&report.heading)?;
    page.below(&report.heading_below)?;
    for is_attached in [false, true] {
        for section in shown::spoken_sections(report, is_attached) {
            page.gap();
            page.draft(report)?;
            page.section(section, &mut said)?;
        }
        if !is_attached {
            page.gap();
            page.closing(&report.closing)?;
        }
    }
    page.gap();
    page.draft(report)?;
    page.end()
}

impl Canvas<'_> {
    fn draft(&mut self, report: &Report) -> io::Result<()> {
        match &report.draft {
            Some(mark) => self.prose(Tone::Alarm, 0, &visible(mark)),
            None => Ok(()),
        }
    }

    /// The letterhead, and the title, which is the last line, with a line under it.
    fn heading(&mut self, heading: &[String]) -> io::Result<()> {
        let Some((title, letterhead)) = heading.split_last() else {
            return Ok(());
        };
        for line in letterhead {
            self.prose(Tone::Plain, 0, &visible(line))?;
        }
        let title = wrap::wrap(&visible(title), self.width);
        for line in &title {
            self.line(Tone::Strong, 0, line)?;
        }
        let widest = title.iter().map(|line| wrap::width(line)).max().unwrap_or(0);
        self.line(Tone::Plain, 0, &"═".repeat(widest))
    }

    /// The lines below the title, on one line where they fit.
    fn below(&mut self, lines: &[String]) -> io::Result<()> {
        match lines {
            [] => Ok(()),
            lines => self.prose(Tone::Plain, 0, &visible(&lines.join(" · "))),
        }
    }

    fn section<'a>(&mut self, section: &'a Section, said: &mut shown::Said<'a>) -> io::Result<()> {
        if !section.title.is_empty() {
            self.prose(Tone::Strong, 0, &visible(&section.title).to_uppercase())?;
        }
        let tables = section.tables.iter().filter(|table| !table.is_silent());
        let mut has_tables = false;
        for table in tables {
            if has_tables {
                self.gap();
            }
            has_tables = true;
            self.table(table)?;
        }
        for (at, note) in said.fresh(&section.notes).iter().enumerate() {
            if at == 0 && has_tables {
                self.gap();
            }
            self.item("•", note)?;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        self.caption(&table.title)?;
        if table.rows.is_empty() {
            return self.prose(Tone::Plain, INDENT, &visible(&table.empty));
        }
        let spoken = shown::spoken(table);
        match table.style {
            Style::Grid => self.grids(&spoken)?,
            Style::Sheets => self.sheets(&spoken)?,
            Style::List => self.list(&shown::sentences(&spoken))?,
            Style::Lines => {
                let mut sentences = shown::sentences(&spoken).into_iter();
                sentences.try_for_each(|sentence| self.prose(Tone::Plain, INDENT, &sentence))?;
            }
        }
        match shown::quiet(table) {
            Some(said) => self.prose(Tone::Plain, INDENT, &said),
            None => Ok(()),
        }
    }

    fn caption(&mut self, caption: &str) -> io::Result<()> {
        match caption {
            "" => Ok(()),
            caption => self.prose(Tone::Plain, INDENT, &visible(caption)),
        }
    }

    fn grids(&mut self, table: &Table) -> io::Result<()> {
        for (at, picture) in shown::pictures(table).into_iter().enumerate() {
            if at > 0 {
                self.gap();
            }
            self.caption(picture.caption)?;
            for line in grid::lines(table, &picture.columns, self.width - INDENT) {
                self.line(Tone::Plain, INDENT, &line)?;
            }
        }
        Ok(())
    }

    /// The rows one below another, each with a line above it.
    fn sheets(&mut self, table: &Table) -> io::Result<()> {
        for sheet in shown::sheets(table) {
            self.line(Tone::Plain, INDENT, &"─".repeat(INDENT * 10))?;
            for (_, heading, words) in sheet {
                self.prose(Tone::Plain, INDENT, &format!("{heading}: {words}"))?;
            }
        }
        Ok(())
    }

    fn list(&mut self, sentences: &[String]) -> io::Result<()> {
        let digits = sentences.len().to_string().len();
        let mut numbered = sentences.iter().enumerate();
        numbered.try_for_each(|(at, sentence)| self.item(&format!("{:>digits$}.", at + 1), sentence))
    }

    /// Who signs, in the right half of the page as on paper, if it fits there.
    fn closing(&mut self, closing: &[String]) -> io::Result<()> {
        let lines: Vec<_> = closing.iter().map(|line| visible(line)).collect();
        let half = self.width / 2;
        let fits = lines.iter().all(|line| wrap::width(line) <= self.width - half);
        let indent = if fits { half } else { 0 };
        let mut lines = lines.iter();
        lines.try_for_each(|line| self.prose(Tone::Plain, indent, line))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{sample, wrap};
    use super::*;

    fn page(report: &Report, width: usize) -> String {
        let options = Options {
            width,
            ..Options::default()
        };
        sample::written(&TABLE, report, &options)
    }

    #[test]
    fn nothing_is_wider_than_the_page() {
        for width in [24, 40, 60, 80, 100, 160] {
            for report in [sample::calm(), sample::nasty()] {
                for line in page(&report, width).lines() {
                    assert!(wrap::width(line) <= width, "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn a_long_name_is_wrapped_and_never_cut() {
        let text = page(&sample::nasty(), 100);
        assert_eq!(text.matches('Z').count(), 3000);
        assert!(text.contains("198607142010012003") && !text.contains('…'));
    }

    #[test]
    fn records_do_not_command_the_terminal() {
        let text = page(&sample::nasty(), 100);
        assert!(!text.contains(['\u{202e}', '\u{1b}', '\u{7}']));
        assert!(text.contains("\\u{202e}") && text.contains("\\u{1b}"));
    }

    #[test]
    fn a_draft_says_so_at_top_and_bottom_and_above_each_section() {
        let report = sample::nasty();
        let mark = report.draft.clone().unwrap();
        let text = page(&report, 100);
        assert!(text.starts_with(&mark) && text.trim_end().ends_with(&mark));
        assert_eq!(text.matches(&mark).count(), report.sections.len() + 2);
        assert!(text.contains(&format!("{mark}\nSECTION")));
    }

    #[test]
    fn a_note_is_read_once() {
        assert_eq!(page(&sample::calm(), 100).matches("20 JP setahun").count(), 1);
    }

    #[test]
    fn colour_only_where_it_is_allowed() {
        let options = Options {
            color: true,
            ..Options::default()
        };
        assert!(sample::written(&TABLE, &sample::calm(), &options).contains("\u{1b}[1mRINGKASAN\u{1b}[0m"));
        assert!(!page(&sample::calm(), 100).contains('\u{1b}'));
    }

    const LOOK: &str = "\
KECAMATAN MEDAN MARELAN
LAPORAN BULANAN – OKTOBER 2026
══════════════════════════════

RINGKASAN
  1. Bimtek Kearsipan: diundang 20, selesai 17, tidak hadir 3 (dinas 2, sakit 1). Nilai tes 61 → 79
     (16 pasang).
  2. Pengaduan: 6 masuk, 3 selesai, 1 bukan kewenangan, 2 masih proses.

  Yang terlambat
  Tidak ada.

  • PNS: sedikitnya 20 JP setahun.

JAM PELAJARAN
                                                   Sudah memenuhi
  Unit kerja              Pegawai  Rata-rata (JP)       20 JP (%)
  ──────────────────────  ───────  ──────────────  ──────────────
  Kelurahan Terjun             12            14,2              75
  Kelurahan Labuhan Deli        9            9,75               –
  Sekretariat Kecamatan         4              21               *
  ──────────────────────  ───────  ──────────────  ──────────────
  Jumlah                       25            13,6              72

  Daftar JP pegawai
                                                         Klasikal  Nonklasikal  Diakui
  No.  Nama           NIP                 Jabatan            (JP)         (JP)    (JP)  Keterangan
  ───  ─────────────  ──────────────────  ─────────────  ────────  ───────────  ──────  ────────────
    1  Siti Aminah,   198607142010012003  Lurah Terjun         12            4      16  dua
       S.Sos.                                                                           sertifikat
                                                                                        menunggu
                                                                                        verifikasi
    2  Dr. Budi       197901022005011002  Kepala Seksi         20            0      20
       Santoso                            Pelayanan
       Harahap,                           Umum
       S.H., M.Hum.

UNSUR PELAYANAN
  Persyaratan dan prosedur
  Unit kerja      U1    U2
  ────────────  ────  ────
  Terjun        3,21   3,1
  Labuhan Deli   3,0  3,05

  Waktu dan biaya
  Unit kerja      U3    U4
  ────────────  ────  ────
  Terjun        2,95   3,4
  Labuhan Deli  3,11  2,87

  • Tanda * berarti tidak ditampilkan, karena respondennya kurang dari lima orang sehingga jawaban
    seseorang dapat dikenali.

                                                  Medan, 2 November 2026
                                                  Plt. Sekretaris Kecamatan


                                                  Rosmawati Nasution, S.E.
";

    #[test]
    fn the_look() {
        assert_eq!(page(&sample::calm(), 100), LOOK);
    }
}
