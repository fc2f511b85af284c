//! The marks of a report that was made although the records hold errors, or before its month was over.

use super::figure::{Pen, table};
use super::model::{Report, Section, Value};
use crate::records::time::Day;
use crate::words::report::Text;
use crate::words::{Lang, Say};

/// Says on a report that its month was not over on the day on which it was made, and that its data end there.
pub fn mark_unfinished(report: &mut Report, today: Day, lang: Lang) {
    let pen = Pen::of(lang);
    let day = pen.day(today);
    let until = |day| pen.say(Text::DataUntil { day });
    let end = Day::parse(&report.as_of).map(|end| until(pen.day(end)));
    let lines = report.heading_below.iter_mut();
    let told = lines.filter(|line| end.as_ref() == Some(&**line));
    told.for_each(|line| *line = until(day.clone()));
    report.heading_below.push(pen.say(Text::Unfinished { day }));
}

/// Says below the title which printing it is, and how many figures moved with it.
pub fn mark_printing(report: &mut Report, (number, moved): (u32, usize)) {
    let pen = Pen::of(Lang::of(report.lang).unwrap_or_default());
    let text = Text::Printing { number, moved };
    report.heading_below.push(pen.say(text));
}

/// Marks a report as a draft on every page, and adds what it left out: the place of each error, and why.
pub fn mark_draft(report: &mut Report, left_out: &[(String, String)], lang: Lang) {
    let pen = Pen::of(lang);
    report.draft = Some(
        Text::Draft {
            errors: left_out.len(),
        }
        .text(lang),
    );
    let rows = left_out
        .iter()
        .map(|(place, why)| vec![Value::Text(place.clone()), Value::Text(why.clone())]);
    let columns = vec![pen.column("place", Text::Place), pen.column("why", Text::Why)];
    let table = table("left_out", String::new(), columns, rows.collect(), String::new());
    let title = pen.say(Text::LeftOut);
    report.sections.push(Section {
        id: "left_out",
        title,
        tables: vec![table],
        notes: Vec::new(),
        is_attached: false,
    });
}
