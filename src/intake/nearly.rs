//! Headings that are nearly known, `POLI/UNIT`, `Sumber Keluhan`: compared by their words and by what stands below them. Where
//! both tell the same column it is taken, and told; where one does it is asked, so that nothing that is known is lost.

use super::above;
use super::bound::{Bound, Doubt, ListColumn, Target, typed};
use super::codes::Codes;
use super::day;
use super::form::ListForm;
use super::kind::CodeKind;
use crate::change::{Draft, Reason};
use crate::records::code::HandlingStep;
use crate::records::complaint::{Complaint, complaints, handling};
use crate::records::organisation::{Posting, postings, staff};
use crate::records::text::spelled;
use crate::sheets::SheetCell;
use crate::sheets::heading::Region;
use crate::words::import::{Intake, Unfit, letters};
use crate::words::{Lang, Say};
use std::collections::BTreeSet;

/// What stands behind the heading of a column that is to be left out, where it is typed what it is.
pub(super) const LEFT_OUT: &str = "-";

/// What stands below a heading.
#[derive(Clone, Copy)]
enum Below {
    Codes(CodeKind),
    Days,
}

/// What no report may lose, by where it is recorded.
fn sought(form: &ListForm) -> Vec<(Target, Below)> {
    let to = |table: &str, column: &str| Target::new((table.to_owned(), column.to_owned()));
    let of_complaint = |column: usize| to(&complaints.name, &complaints.columns[column].name);
    let unit = Below::Codes(CodeKind::Unit);
    match &form.survey {
        Some(_) => vec![(to("responses", "unit"), unit)],
        None if form.table().name == staff.name => {
            vec![(to(&postings.name, &postings.columns[Posting::unit].name), unit)]
        }
        None if form.table().name == complaints.name => {
            let steps = [
                HandlingStep::Forwarded,
                HandlingStep::Responded,
                HandlingStep::Closed,
            ];
            let steps = steps.map(|step| (to(&handling.name, step.code()), Below::Days));
            let codes = [
                (of_complaint(Complaint::unit), unit),
                (of_complaint(Complaint::channel), Below::Codes(CodeKind::Channel)),
            ];
            codes.into_iter().chain(steps).collect()
        }
        None => Vec::new(),
    }
}

/// A word without what is put before and behind its stem: `ditindaklanjuti`, `ditangani`.
fn stem(word: &str) -> &str {
    let bare = word
        .strip_prefix("di")
        .filter(|rest| rest.len() > 4)
        .unwrap_or(word);
    let ends = ["nya", "kan", "an", "i"];
    let mut cut = ends.iter().filter_map(|end| bare.strip_suffix(end));
    cut.find(|rest| rest.len() > 4).unwrap_or(bare)
}

/// The stems of a heading, each alone and all as one.
fn stems(text: &str) -> (Vec<String>, String) {
    let spelled = spelled(text);
    let all: Vec<String> = spelled.split(' ').map(|word| stem(word).to_owned()).collect();
    let whole = all.concat();
    (all, whole)
}

/// Whether the words of a heading tell a column: a name of it is one of its parts, `POLI/UNIT`, or stands among its words.
fn names(heading: &str, column: &ListColumn) -> bool {
    /// Words that many columns have say nothing of one.
    const COMMON: [&str; 8] = [
        "tanggal", "waktu", "tujuan", "lewat", "via", "jenis", "hasil", "status",
    ];
    let parts: Vec<String> = heading.split(['/', '(', ')', ',', '\n']).map(spelled).collect();
    let (words, whole) = stems(heading);
    column.from.iter().any(|name| {
        let (own, one) = stems(name);
        let is_within = || own.iter().all(|word| words.contains(word));
        let is_common = COMMON.contains(&&**name);
        (!is_common && (parts.contains(name) || is_within())) || one == whole
    })
}

/// Whether most of what stands below a heading is of a kind; what explains the list may stand there too.
fn holds((region, at): (&Region<'_>, usize), below: Below, known: &Codes) -> bool {
    let cells = region.rows.iter().filter_map(|row| row.cell(at));
    let cells: Vec<SheetCell> = cells.filter(|cell| !cell.text.trim().is_empty()).collect();
    let is_it = |cell: &SheetCell| match below {
        Below::Codes(kind) => above::is_name(kind, &cell.text, known),
        Below::Days => match day::day(cell, None) {
            Ok(_) => cell.text.contains(|letter: char| letter.is_ascii_digit()),
            Err(reason) => matches!(
                reason,
                Reason::Unfit(Unfit::DayUnclear { .. } | Unfit::DayShort { .. })
            ),
        },
    };
    !cells.is_empty() && cells.iter().filter(|cell| is_it(cell)).count() * 2 > cells.len()
}

/// Takes the columns that words and cells tell alike, and notes those that one of them tells.
pub(super) fn adopt(
    form: &ListForm,
    region: &Region<'_>,
    (bound, known): (&mut Bound, &Codes),
) -> Vec<Intake> {
    let mut notes = Vec::new();
    for (to, below) in sought(form) {
        let is_it = |(_, index): &(usize, usize)| form.columns[*index].to.as_ref() == Some(&to);
        let is_told = bound.pairs.iter().any(is_it) || form.constants.iter().any(|(own, _)| *own == to);
        let own = form.columns.iter().enumerate();
        let own: Vec<(usize, &ListColumn)> = own.filter(|(_, one)| one.to.as_ref() == Some(&to)).collect();
        let Some(((index, _), field)) = own
            .first()
            .zip(own.iter().find_map(|(_, column)| column.from.first()))
            .filter(|_| !is_told)
        else {
            continue;
        };
        let is_filled = |at: usize| region.rows.iter().any(|row| !row.get(at).is_empty());
        let unknown = bound.unknown.iter();
        let open = unknown.filter(|(at, title)| *title != letters(*at) && is_filled(*at));
        let fits = open.map(|(at, title)| {
            let is_named = own.iter().any(|(_, column)| names(title, column));
            (*at, title.clone(), is_named, holds((region, *at), below, known))
        });
        let fits: Vec<(usize, String, bool, bool)> = fits.collect();
        let mut both = fits.iter().filter(|(.., is_named, holds)| *is_named && *holds);
        if let (Some((at, title, ..)), None) = (both.next(), both.next()) {
            bound.pairs.push((*at, *index));
            bound.unknown.retain(|(other, _)| other != at);
            let (heading, field) = (typed(title), field.clone());
            notes.push(Intake::HeadingNearly { heading, field });
            continue;
        }
        let is_code = matches!(below, Below::Codes(_));
        // Any list may have days of its own.
        let may_be = |(.., is_named, holds): &&(usize, String, bool, bool)| *is_named || (*holds && is_code);
        let doubts = fits.iter().filter(may_be);
        let doubts = doubts.map(|(at, ..)| Doubt {
            at: *at,
            field: field.clone(),
        });
        let doubts: Vec<Doubt> = doubts.collect();
        if let [only] = &doubts[..] {
            // What its cells would be asked about is asked together with it.
            bound.pairs.push((only.at, *index));
        }
        bound.doubts.extend(doubts);
    }
    notes
}

/// Asks once for each heading of which it is not sure what it is.
pub(super) fn refuse(draft: &mut Draft<'_>, (regions, bound): (&[Region<'_>], &[Bound]), lang: Lang) {
    let mut asked = BTreeSet::new();
    for (region, bound) in regions.iter().zip(bound) {
        for doubt in &bound.doubts {
            let heading = typed(&region.titles[doubt.at]);
            if asked.insert(heading.clone()) {
                let place = region.sheet.spot(region.heading, Some(doubt.at)).text(lang);
                let field = doubt.field.clone();
                draft.refuse(
                    "",
                    Unfit::HeadingDoubtful {
                        place,
                        heading,
                        field,
                    },
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        let column = |from: &[&str]| ListColumn {
            from: from.iter().map(|name| spelled(name)).collect(),
            ..ListColumn::default()
        };
        let unit = column(&["Unit", "Ruangan", "Unit Kerja"]);
        let channel = column(&["Kanal", "Sumber"]);
        let day = column(&["Tanggal Tindak Lanjut", "Tanggal"]);
        for (heading, column, expected) in [
            ("POLI/UNIT", &unit, true),
            ("Ruangan Terkait", &unit, true),
            ("Komunitas", &unit, false),
            ("Sumber Keluhan", &channel, true),
            ("Tanggal Ditindaklanjuti", &day, true),
            ("Tgl Kenaikan Berkala", &day, false),
        ] {
            assert_eq!(names(heading, column), expected, "{heading}");
        }
    }
}
