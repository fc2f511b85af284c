//! A report of more than a month: it speaks of its period where that of a month speaks of the month.

use super::model::{Note, Report, Section, Table};
use super::page::Page;
use crate::words::longer::of_longer;
use crate::words::{Lang, Say};

impl Page<'_> {
    /// A sentence about the month, or about the period where it is longer; it must hold no words of a record.
    pub(super) fn timed(&self, text: impl Say) -> String {
        let said = self.pen.say(text);
        match self.period.in_one_month() {
            Some(_) => said,
            None => of_longer(&said, self.pen.lang),
        }
    }
}

/// Makes a report of more than a month speak of its period: in captions, headings and notes, which are the program's own
/// words. What a record says stays as it is.
pub fn speak_of_period(report: &mut Report) {
    let lang = Lang::of(report.lang).unwrap_or_default();
    for Section {
        title, tables, notes, ..
    } in &mut report.sections
    {
        turn(title, lang);
        tables.iter_mut().for_each(|table| of_table(table, lang));
        // What everybody may read, and how something is counted, quotes no record.
        let own = notes.iter_mut().filter(|note| note.is_public || note.is_detail);
        own.for_each(|Note { text, .. }| turn(text, lang));
    }
}

fn of_table(table: &mut Table, lang: Lang) {
    let charts = table.charts.iter_mut().map(|chart| &mut chart.title);
    let views = table.views.iter_mut().map(|view| &mut view.title);
    let parts = table.parts.iter_mut().map(|(_, name)| name);
    let own = [&mut table.title, &mut table.empty, &mut table.quiet.said];
    let all = own.into_iter().chain(charts).chain(views).chain(parts);
    all.for_each(|words| turn(words, lang));
    for column in &mut table.columns {
        turn(&mut column.title, lang);
        column
            .meanings
            .iter_mut()
            .for_each(|meaning| meaning.is_of_longer = true);
    }
}

fn turn(words: &mut String, lang: Lang) {
    *words = of_longer(words, lang);
}
