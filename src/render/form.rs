//! A list to fill in: a sheet with lists to choose from, checks and locked cells, behind a sheet that explains it.

use super::listing::CellForm;
use super::workbook::{Book, failed};
use crate::sheets::guard::guarded;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, ProtectionOptions, Worksheet, XlsxError,
};
use std::io::{self, Write};

/// The most characters of a message beside a cell.
const MESSAGE: usize = 255;

/// The most characters of its title.
const TITLE: usize = 32;

/// What people may write in a column.
#[derive(Clone, Debug, Default)]
pub struct FillColumn {
    /// Its heading.
    pub heading: String,
    /// What it means.
    pub about: String,
    /// What its cells are.
    pub form: CellForm,
    /// The length of its text, where it has one.
    pub length: Option<u32>,
    /// Whether it is filled in already and locked.
    pub is_given: bool,
    /// What one chooses from; empty where anything may be written.
    pub choices: Vec<String>,
}

/// A list to fill in.
#[derive(Clone, Debug, Default)]
pub struct FillIn {
    /// The names of its sheets: the one that explains, the list, what one chooses from.
    pub sheets: [String; 3],
    /// What it is called.
    pub title: String,
    /// The mark by which it is known again.
    pub mark: String,
    /// What the first sheet says.
    pub guide: Vec<String>,
    /// What is said of a value that cannot stand there.
    pub refusal: String,
    /// Whether an Indonesian spreadsheet opens its csv: its cells are parted by semicolons.
    pub is_indonesian: bool,
    /// Its columns.
    pub columns: Vec<FillColumn>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The row of the heading: below the title and the mark.
const HEADING: u32 = 2;

impl FillIn {
    /// Writes it as a workbook.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn xlsx(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut book = Book::new()?;
        let [guide, list, choices] = &self.sheets;
        book.push(self.guide_sheet(guide).map_err(failed)?);
        book.push(self.list_sheet(list, choices).map_err(failed)?);
        book.push(self.choices_sheet(choices).map_err(failed)?);
        book.write(out)
    }

    /// Writes the list alone as csv.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let (mark, delimiter) = if self.is_indonesian {
            ("\u{feff}", b';')
        } else {
            ("", b',')
        };
        out.write_all(mark.as_bytes())?;
        let mut writer = ::csv::WriterBuilder::new()
            .flexible(true)
            .delimiter(delimiter)
            .from_writer(out);
        let heading = self.columns.iter().map(|column| column.heading.as_str());
        writer.write_record([self.title.as_str()])?;
        writer.write_record([self.mark.as_str()])?;
        writer.write_record(heading)?;
        for row in self
            .rows
            .iter()
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        {
            writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
        }
        writer.flush()
    }

    fn guide_sheet(&self, name: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        let (plain, bold) = (Format::new().set_text_wrap(), Format::new().set_bold());
        sheet.set_name(name)?;
        sheet.set_column_width(0, 30)?.set_column_width(1, 90)?;
        sheet.write_string_with_format(0, 0, &self.title, &bold)?;
        let mut row = 1;
        for line in &self.guide {
            sheet.merge_range(row, 0, row, 1, line, &plain)?;
            // A merged cell does not grow with its text.
            let lines = line.chars().count() / 110 + 1;
            sheet.set_row_height(row, 15.0 * lines as f64)?;
            row += 1;
        }
        for column in &self.columns {
            row += 1;
            sheet.write_string_with_format(row, 0, guarded(&column.heading), &bold)?;
            sheet.write_string_with_format(row, 1, guarded(&column.about), &plain)?;
        }
        sheet.protect();
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(sheet)
    }

    fn list_sheet(&self, name: &str, choices: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        let bold = Format::new().set_bold();
        let faint = Format::new().set_font_color(Color::RGB(0x0080_8080));
        sheet.write_string_with_format(0, 0, &self.title, &bold)?;
        sheet.write_string_with_format(1, 0, &self.mark, &faint)?;
        let mut lines = 1;
        for (column, at) in self.columns.iter().zip(0..) {
            let is_short = column.form != CellForm::Text || !column.choices.is_empty();
            let cells = self.rows.iter().filter_map(|row| row.get(usize::from(at)));
            let longest = cells
                .chain(&column.choices)
                .map(|text| text.chars().count())
                .max();
            let width = longest.unwrap_or(0).max(if is_short { 12 } else { 24 }).min(48);
            sheet.set_column_width(at, width as f64 + 2.0)?;
            lines = lines.max(column.heading.chars().count().div_ceil(width) + 1);
            self.fill(&mut sheet, (at, column))?;
            let last = HEADING + self.rows.len() as u32;
            if !column.is_given && last > HEADING {
                let check = self.check(column, at, choices)?;
                sheet.add_data_validation(HEADING + 1, at, last, at, &check)?;
            }
        }
        sheet.set_row_height(HEADING, 15.0 * lines as f64)?;
        sheet.set_freeze_panes(HEADING + 1, self.given())?;
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::default()
        });
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEADING, HEADING)?;
        sheet.set_active(true);
        Ok(sheet)
    }

    /// How many columns at the beginning say whom a row is about.
    fn given(&self) -> u16 {
        let given = self.columns.iter().take_while(|column| column.is_given);
        given.count() as u16
    }

    /// Writes the heading and the cells of a column: those that are given are locked.
    fn fill(&self, sheet: &mut Worksheet, (at, column): (u16, &FillColumn)) -> Result<(), XlsxError> {
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00DD_E6F0));
        sheet.write_string_with_format(HEADING, at, guarded(&column.heading), &heading)?;
        let cell = Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00C0_C0C0));
        let cell = match column.form {
            CellForm::Text => cell.set_num_format("@"),
            CellForm::Day => cell.set_num_format("yyyy-mm-dd"),
            CellForm::Number => cell,
        };
        let cell = match column.is_given {
            true => cell.set_background_color(Color::RGB(0x00F0_F0F0)),
            false => cell.set_unlocked(),
        };
        for (row, number) in self.rows.iter().zip(HEADING + 1..) {
            match row.get(usize::from(at)).filter(|text| !text.is_empty()) {
                Some(text) => sheet.write_string_with_format(number, at, guarded(text), &cell)?,
                None => sheet.write_blank(number, at, &cell)?,
            };
        }
        Ok(())
    }

    /// What may be written in a column, and what is said of it beside the cell.
    fn check(&self, column: &FillColumn, at: u16, choices: &str) -> Result<DataValidation, XlsxError> {
        let check = DataValidation::new();
        let check = match (column.choices.len(), column.form, column.length) {
            (0, CellForm::Day, _) => {
                let ends = (
                    ExcelDateTime::from_ymd(1940, 1, 1)?,
                    ExcelDateTime::from_ymd(2100, 12, 31)?,
                );
                check.allow_date(DataValidationRule::Between(ends.0, ends.1))
            }
            (0, CellForm::Number, _) => {
                check.allow_decimal_number(DataValidationRule::Between(0.0, 1_000_000.0))
            }
            (0, CellForm::Text, Some(length)) => check.allow_text_length(DataValidationRule::EqualTo(length)),
            (0, ..) => check.allow_any_value(),
            (count, ..) => {
                let letter = rust_xlsxwriter::utility::column_number_to_name(at);
                let range = format!("='{choices}'!${letter}$1:${letter}${count}");
                check.allow_list_formula(Formula::new(range))
            }
        };
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        check
            .set_input_title(cut(&column.heading, TITLE))?
            .set_input_message(cut(&column.about, MESSAGE))?
            .set_error_title(cut(&column.heading, TITLE))?
            .set_error_message(cut(&self.refusal, MESSAGE))
            .map(|check| check.set_error_style(DataValidationErrorStyle::Stop))
    }

    /// The sheet that holds what one chooses from, a column for each column; nobody sees it.
    fn choices_sheet(&self, name: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (column, at) in self.columns.iter().zip(0..) {
            for (text, row) in column.choices.iter().zip(0..) {
                match text.parse::<u32>() {
                    Ok(number) => sheet.write_number(row, at, number)?,
                    Err(_) => sheet.write_string(row, at, text)?,
                };
            }
        }
        sheet.set_hidden(true);
        Ok(sheet)
    }
}
