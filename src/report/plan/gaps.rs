//! Competency gaps and the job-person match, by unit, competency and person.

use super::super::figure::{Pen, table};
use super::super::model::{Section, Table, Value};
use super::super::who::Who;
use crate::measure::gaps::{Lack, PersonGaps, UnitGaps};
use crate::measure::plan::{Competence, NAMED};
use crate::measure::trace::ALL;
use crate::records::number::Ratio;
use crate::rules::{Edition, Gap};
use crate::words::Lang;
use crate::words::report_plan::PlanText;

/// How many competencies stand in the table.
const COMPETENCIES: usize = 15;

/// How many gaps of one person are named.
const LACKS: usize = 2;

/// The section.
pub(super) fn section(pen: Pen, competence: &Competence, rule: &Gap, who: Who<'_>) -> Section {
    let mut out = pen.section("gaps", PlanText::Gaps);
    let gaps = &competence.gaps;
    if gaps.is_empty() {
        out.notes.push(pen.note("no-gaps", PlanText::NoGaps));
        return out;
    }
    out.tables = vec![
        by_unit(pen, competence, rule, who),
        by_competency(pen, competence),
        by_person(pen, competence, rule, who),
    ];
    out.notes.push(pen.note("gap", PlanText::NoteGap).public());
    if rule.cap_over_fulfilment {
        out.notes
            .push(pen.note("gap-capped", PlanText::NoteCapped).public());
    }
    if gaps.without_standard > 0 {
        let count = gaps.without_standard;
        out.notes
            .push(pen.note("without-standard", PlanText::NoteWithoutStandard { count }));
    }
    out.notes.push(pen.basis(&rule.head()));
    out.notes
        .extend(pen.others("gaps-more", gaps.persons.len(), NAMED));
    out
}

/// A match in percent.
fn fit(pen: Pen, rule: &Gap, fit: Option<Ratio>) -> Value {
    pen.ratio(fit, rule.decimals.clamp(0, 4) as u32)
}

/// The band of a match.
fn band(pen: Pen, rule: &Gap, fit: Option<Ratio>) -> Value {
    let Some(band) = fit.and_then(|fit| rule.band_of(fit)) else {
        return Value::Missing;
    };
    let name = match pen.lang {
        Lang::Id => &band.name,
        Lang::En => band.name_en.as_ref().unwrap_or(&band.name),
    };
    Value::Key {
        key: band.code.to_string(),
        label: name.clone(),
    }
}

fn by_unit(pen: Pen, competence: &Competence, rule: &Gap, who: Who<'_>) -> Table {
    let columns = vec![
        pen.column("unit", PlanText::Unit).public(),
        pen.column("with_standard", PlanText::WithStandard),
        pen.column("assessed", PlanText::Assessed).public(),
        pen.column("lacking", PlanText::Lacking),
        pen.measured("match_mean", PlanText::MeanFit, "%").public(),
        pen.column("band", PlanText::Band).public(),
    ];
    let line = |key: Value, unit: &UnitGaps| {
        vec![
            key,
            pen.count(unit.with_standard),
            pen.count(unit.assessed),
            pen.count(unit.lacking),
            fit(pen, rule, unit.mean()),
            band(pen, rule, unit.mean()),
        ]
    };
    let units = competence.gaps.units.iter().enumerate();
    let mut rows: Vec<Vec<Value>> = units
        .filter(|(_, unit)| unit.with_standard > 0)
        .map(|(number, unit)| line(who.unit(number as u32), unit))
        .collect();
    rows.push(line(pen.total(), &competence.gaps.total));
    // Who works in no unit enters the total alone.
    let units = competence.gaps.units.iter().enumerate();
    let shown = units.filter(|(_, unit)| unit.with_standard > 0);
    let numbers = shown.map(|(number, _)| number as u64).chain([ALL]);
    Table {
        numbers: numbers.collect(),
        ..table(
            "gaps_by_unit",
            pen.say(PlanText::GapsByUnit),
            columns,
            rows,
            String::new(),
        )
    }
    .of_people("assessed")
}

fn by_competency(pen: Pen, competence: &Competence) -> Table {
    let columns = vec![
        pen.column("competency", PlanText::Competency),
        pen.column("kind", PlanText::CompetencyKind),
        pen.column("required", PlanText::Required),
        pen.column("assessed", PlanText::Assessed),
        pen.column("lacking", PlanText::Lacking),
        pen.column("levels", PlanText::Levels),
    ];
    let catalogue = &competence.catalogue;
    let lacking = competence.gaps.lacking();
    let rows = lacking.iter().take(COMPETENCIES).map(|&number| {
        let (at, gaps) = (number as usize, &competence.gaps.competencies[number as usize]);
        vec![
            Value::Key {
                key: catalogue.codes[at].clone(),
                label: catalogue.names[at].clone(),
            },
            competence.kinds[at].map_or(Value::Missing, |kind| pen.code(kind.code(), kind.phrase())),
            pen.count(gaps.required),
            pen.count(gaps.assessed),
            pen.count(gaps.lacking),
            pen.whole(i128::from(gaps.levels)),
        ]
    });
    let listed = lacking.iter().take(COMPETENCIES);
    Table {
        numbers: listed.map(|&number| number.into()).collect(),
        ..table(
            "gaps_by_competency",
            pen.say(PlanText::GapsByCompetency),
            columns,
            rows.collect(),
            pen.say(PlanText::NoGap),
        )
    }
}

fn by_person(pen: Pen, competence: &Competence, rule: &Gap, who: Who<'_>) -> Table {
    let columns = vec![
        pen.column("name", PlanText::Name),
        pen.column("unit", PlanText::Unit),
        pen.hidden("position", PlanText::Position),
        pen.column("assessed", PlanText::Assessed),
        pen.measured("match", PlanText::Fit, "%"),
        pen.hidden("band", PlanText::Band),
        pen.column("lacks", PlanText::Lacks),
    ];
    let rows = competence.gaps.persons.iter().take(NAMED).map(|gaps| {
        let position = competence.positions.get(gaps.person as usize);
        vec![
            who.name(gaps.person),
            who.unit_of(gaps.person),
            pen.text(position.and_then(Option::as_deref)),
            pen.count_of(gaps.assessed, gaps.required),
            fit(pen, rule, gaps.fit),
            band(pen, rule, gaps.fit),
            lacks(pen, competence, gaps),
        ]
    });
    let listed = competence.gaps.persons.iter().take(NAMED);
    Table {
        numbers: listed.map(|gaps| gaps.person.into()).collect(),
        ..table(
            "gaps_by_person",
            pen.say(PlanText::GapsByPerson),
            columns,
            rows.collect(),
            String::new(),
        )
    }
}

/// The biggest gaps of a person in words.
fn lacks(pen: Pen, competence: &Competence, gaps: &PersonGaps) -> Value {
    let one = |lack: &Lack| {
        pen.say(PlanText::Lack {
            competency: competence.catalogue.names[lack.competency as usize].clone(),
            held: lack.held,
            required: lack.required,
        })
    };
    let words: Vec<String> = gaps.lacks.iter().take(LACKS).map(one).collect();
    match (gaps.fit, words.is_empty()) {
        (None, _) => Value::Missing,
        (_, true) => pen.blank(PlanText::NoGap),
        _ => Value::Text(words.join("; ")),
    }
}
