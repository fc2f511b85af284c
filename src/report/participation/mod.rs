//! The report `participation`: who takes part and who does not, why, and what was said about it.

mod climate;
mod groups;
mod people;
mod programmes;

use super::model::{Column, Note, Report, Section, Value};
use super::page::Page;
use crate::measure::fairness::{FairnessFigures, OverviewColumn};
use crate::measure::judged::Guard;
use crate::words::plural;
use crate::words::report_participation::ParticipationText as Text;

pub(super) use groups::{group_name, property};
pub(super) use people::{refusals_table, twice_table};
pub(super) use programmes::unevaluated_table;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// Builds the report; `None` when a rule has no edition in force.
pub fn participation(page: &Page<'_>, figures: &FairnessFigures) -> Option<Report> {
    let privacy = page.rules.privacy.on(page.as_of())?;
    let title = match (page.period_title(), page.is_alone) {
        (period, true) => Text::TitleAlone { period },
        (month, false) => Text::Title { month },
    };
    let mut report = page.report("participation", VERSION, title);
    report.period.0 = figures.window.first_day().to_string();
    report.month = None;
    report.sections = vec![
        summary(page, figures, privacy.into()),
        people::never(page, figures),
        people::absence(page, figures),
        groups::groups(page, figures),
        groups::forms(page, figures),
        programmes::competencies(page, figures, privacy.into()),
        climate::section(page, figures, privacy),
        programmes::programmes(page, figures),
    ];
    // The first section names them.
    let rest = report.sections.iter_mut().skip(1);
    let rest = rest.filter(|section| !["climate", "never"].contains(&section.id));
    rest.for_each(|section| section.notes.extend(page.pen.without_rolls(figures.unrolled)));
    Some(report)
}

/// The key figures that are known whoever took part: who there is, what was held, and of whom nothing is known.
const KNOWN: [&str; 5] = ["people", "unknown", "programmes", "unclosed", "unevaluated"];

/// Whether people took part at all: known, where it is of everybody.
const WHETHER: [&str; 2] = ["took_part", "never"];

/// Whether it is not known of somebody what she completed within the window.
fn is_untold(page: &Page<'_>, figures: &FairnessFigures) -> bool {
    figures.unrolled > 0 || page.settings.untold_after(figures.window.first_day()).is_some()
}

/// The key figures, each with what it is of.
fn summary(page: &Page<'_>, figures: &FairnessFigures, guard: Guard) -> Section {
    let pen = page.pen;
    let (fairness, tenth) = (&figures.fairness, figures.fairness.tenth);
    let fills = [
        ("people", tenth.to_string()),
        ("noun", plural(&tenth, "person", "people").to_owned()),
    ];
    let lines = pen.upright(&fairness.overview, &fills);
    let is_untold = is_untold(page, figures);
    // Of whom it is known whether they took part, one programme more tells nothing new.
    let all_judged = fairness.overview.count(OverviewColumn::unknown) == 0;
    let is_known = |id| KNOWN.contains(&id) || (all_judged && WHETHER.contains(&id));
    let people = |column: &Column| pen.count_or_not(fairness.told(column.id, guard));
    let meanings = lines.iter().flat_map(|(column, _)| column.meanings.clone());
    let meanings: Vec<_> = meanings.collect();
    let list = pen
        .list("participation", lines)
        .col("item", ("Hal", "Item"), |(column, _)| Value::Key {
            key: column.id.to_owned(),
            label: column.title.clone(),
        })
        .public()
        // What somebody has on record is not what he or she has.
        .col("value", ("Angka", "Figure"), |(column, value)| {
            match is_untold && column.id == "top_tenth" {
                true => Value::Missing,
                false if is_known(column.id) => value.clone(),
                false => pen.beside_rolls(value.clone(), figures.unrolled),
            }
        })
        .public();
    let size = Column {
        title: pen.say(("ASN", "ASN")),
        ..pen.size("people", &["value"])
    };
    let list = meanings
        .into_iter()
        .fold(list, |list, meaning| list.means(meaning))
        .with(size, |(column, _)| people(column))
        .known_each(page, &[], |(column, _)| match column.id {
            "people" => page.as_of(),
            id if all_judged && WHETHER.contains(&id) => page.as_of(),
            _ => figures.window.first_day(),
        });
    let mut out = pen.section("summary", ("Ringkasan", "Summary"));
    out.tables = vec![list.table().of_lines(&[("value", "people")])];
    let window = Text::NoteWindow {
        first: pen.day(figures.window.first_day()),
        last: pen.day(figures.window.last_day()),
    };
    out.notes = vec![
        pen.method("window", window).public(),
        pen.method("tenth", Text::NoteTenth).public(),
        pen.method("own", Text::NoteOwn).public(),
        pen.method("relevance", Text::NoteRelevance).public(),
    ];
    out.notes.extend(jp_unknown(page, figures));
    out.notes.extend(page.unplaced());
    out
}

/// Of how many completions the JP are not on record; the public learns that there are some.
fn jp_unknown(page: &Page<'_>, figures: &FairnessFigures) -> Vec<Note> {
    let (pen, count) = (
        page.pen,
        figures.fairness.overview.count(OverviewColumn::jp_unknown),
    );
    let note = (count > 0).then(|| pen.note("jp-unknown", Text::NoteJpUnknown { count }));
    note.into_iter().chain(pen.some_completions(count)).collect()
}
