//! What the lines above a table, and the name of its sheet, say of all its rows.

use super::bound::{Bound, Target};
use super::codes::Codes;
use super::form::ListForm;
use super::group;
use super::headed;
use super::kind::CodeKind;
use super::misspelt;
use super::titled;
use crate::records::complaint::complaints;
use crate::records::organisation::postings;
use crate::records::performance::{Evaluation, evaluations};
use crate::records::text::{spelled, words_written_out};
use crate::sheets::SheetCell;
use crate::sheets::heading::Region;
use crate::words::import::{Intake, Spot};

/// Takes what the lines above a table say of all its rows, where nothing else does.
pub(super) fn note_above(
    form: &ListForm,
    (region, all): (&Region<'_>, &[Region<'_>]),
    (bound, known): (&mut Bound, &Codes),
) -> impl Iterator<Item = Intake> + use<> {
    let codes = note_codes(form, region, (bound, known));
    let others = [
        note_evaluator(form, region, bound),
        titled::note(form, (region, all), bound),
        titled::note_year(form, (region, all), bound),
    ];
    codes.into_iter().chain(others.into_iter().flatten())
}

/// How channels begin that a sheet may be named after.
const CHANNELS: [&str; 24] = [
    "whatsapp",
    "sms",
    "telepon",
    "email",
    "surel",
    "surat",
    "kotak",
    "instagram",
    "facebook",
    "twitter",
    "tiktok",
    "lapor",
    "sp4n",
    "website",
    "web",
    "google",
    "loket",
    "langsung",
    "datang",
    "tatap",
    "media",
    "call",
    "hotline",
    "aplikasi",
];

/// Whether the name of a sheet may be one of a kind of code: it is known, or begins as such names do.
pub(super) fn is_name(kind: CodeKind, name: &str, known: &Codes) -> bool {
    let words = words_written_out(name);
    let first = words.first().map(String::as_str).unwrap_or_default();
    match kind {
        CodeKind::Unit => misspelt::UNITS.contains(&first) || known.names(kind, name),
        CodeKind::Channel => CHANNELS.contains(&first) || known.names(kind, name),
        _ => false,
    }
}

/// The last line above a table that tells what becomes something, `Jenis Layanan: …`, and its cell.
fn line_above(
    form: &ListForm,
    region: &Region<'_>,
    is_it: &dyn Fn(&Target) -> bool,
) -> Option<(String, Spot)> {
    let label = |word: &str| {
        let word = spelled(word);
        let mut columns = form.columns.iter().filter(|column| column.from.contains(&word));
        columns.find_map(|column| column.to.clone().filter(is_it))
    };
    let rows = region.sheet.rows.iter().filter(|row| row.number < region.heading);
    let lines = rows.flat_map(|row| {
        let lines = headed::lines(row, label).into_iter();
        lines.map(|(_, cell, at)| (cell.text, region.sheet.spot(row.number, Some(at))))
    });
    lines.last().filter(|(text, _)| !text.is_empty())
}

/// Takes the unit, the service and the channel of all rows from a line above a table, `Jenis Layanan: …`, or from the name of
/// its sheet, where no column and nobody else tells them.
fn note_codes(form: &ListForm, region: &Region<'_>, (bound, known): (&mut Bound, &Codes)) -> Vec<Intake> {
    let survey = form.survey.as_ref().map(|survey| ("responses", &survey.table));
    let tables = form.tables.iter().map(|table| (&*table.name, *table));
    let tables = tables.filter(|(name, _)| [&*postings.name, &*complaints.name].contains(name));
    let mut notes = Vec::new();
    for (name, table) in tables.chain(survey) {
        for (at, column) in table.columns.iter().enumerate() {
            let kind = CodeKind::of(column);
            let kinds = [CodeKind::Unit, CodeKind::Service, CodeKind::Channel];
            let Some(kind) = kind.filter(|kind| kinds.contains(kind)) else {
                continue;
            };
            let is_it = |to: &Target| to.0 == name && to.1 == *column.name;
            let is_bound = |(_, index): &(usize, usize)| form.columns[*index].to.as_ref().is_some_and(is_it);
            if bound.pairs.iter().any(is_bound) || form.constants.iter().any(|(to, _)| is_it(to)) {
                continue;
            }
            let sheet = region
                .sheet
                .name
                .as_deref()
                .filter(|name| is_name(kind, name, known));
            let sheet = || Some((sheet?.to_owned(), region.sheet.spot(0, None)));
            // Above a list of an office may stand to whom that belongs: `Instansi: Pemerintah Kota …`.
            let is_meant = |(text, _): &(String, Spot)| kind != CodeKind::Unit || is_name(kind, text, known);
            let line = line_above(form, region, &is_it).filter(is_meant);
            let Some((text, spot)) = line.or_else(sheet) else {
                continue;
            };
            bound.above.push((
                Target::new((name.to_owned(), column.name.to_string())),
                SheetCell::text(&text),
                spot,
            ));
            let field = form.heading(table, at).replace('-', " ");
            let place = region.sheet.spot(0, None).within_file();
            notes.push(Intake::ToldOfAll { place, field, text });
        }
    }
    notes
}

/// Takes who evaluated from the lines above a table of evaluations that has no column of it, the nearest of several.
fn note_evaluator(form: &ListForm, region: &Region<'_>, bound: &mut Bound) -> Option<Intake> {
    let name = &*evaluations.columns[Evaluation::evaluator].name;
    let is_it = |to: &Target| to.0 == evaluations.name && to.1 == name;
    let is_told = bound.feeds(&form.columns, &evaluations, Evaluation::evaluator)
        || form.constants.iter().any(|(to, _)| is_it(to));
    let label = |word: &str| {
        let word = spelled(word);
        let mut columns = form.columns.iter().filter(|column| column.from.contains(&word));
        columns.find_map(|column| column.to.clone().filter(is_it))
    };
    let above = region
        .sheet
        .rows
        .iter()
        .filter(|row| !is_told && row.number < region.heading);
    // `I. PEJABAT PENILAI KINERJA` may head the lines `Nama` and `NIP` below it.
    let mut block: Option<Target> = None;
    let lines = above.flat_map(|row| {
        let mut texts = row.texts().filter(|text| !text.is_empty());
        let only = texts.next().filter(|_| texts.next().is_none());
        let is_named = |word: &str| ["nama", "nama lengkap"].contains(&&*spelled(word));
        match only {
            Some(text) if !text.contains(':') => block = label(group::bare(text)),
            _ => {}
        }
        let within = |word: &str| block.clone().filter(|_| is_named(word));
        let lines = headed::lines(row, |word| label(word).or_else(|| within(word)));
        lines
            .into_iter()
            .map(|line| (row.number, line))
            .collect::<Vec<_>>()
    });
    // The heading of a table further up is none.
    let lines = lines.filter(|(_, (_, cell, _))| label(&cell.text).is_none());
    let mut lines: Vec<_> = lines.collect();
    let (number, (to, cell, at)) = lines.pop()?;
    let (text, spot) = (cell.text.trim().to_owned(), region.sheet.spot(number, Some(at)));
    bound.above.push((to, cell, spot));
    Some(Intake::EvaluatorTitled { text })
}
