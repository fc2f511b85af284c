//! Competency gaps and the job-person match, by unit, competency and person.

use super::super::figure::Pen;
use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use crate::measure::gaps::{Lack, PersonGaps, UnitGapColumn};
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::plan::Competence;
use crate::measure::trace::ALL;
use crate::records::number::Ratio;
use crate::rules::{Enactment, Gap};
use crate::words::Lang;
use crate::words::report_plan::PlanText;

/// How many competencies stand in the table.
const COMPETENCIES: usize = 15;

/// How many people text shows of those with gaps.
const PERSONS: usize = 20;

/// How many gaps of one person are named.
const LACKS: usize = 2;

/// The section.
pub(super) fn section(page: &Page<'_>, competence: &Competence, rule: &Gap) -> Section {
    let pen = page.pen;
    let mut out = pen.section("gaps", PlanText::Gaps);
    let gaps = &competence.gaps;
    if gaps.is_empty() {
        out.notes.push(pen.note("no-gaps", PlanText::NoGaps));
        return out;
    }
    out.tables = vec![
        by_unit(page, competence, rule),
        by_competency(pen, competence),
        by_person(page, competence, rule),
    ];
    out.notes.push(pen.method("gap", PlanText::NoteGap).public());
    if rule.cap_over_fulfilment {
        out.notes
            .push(pen.method("gap-capped", PlanText::NoteCapped).public());
    }
    if gaps.without_standard > 0 {
        let count = gaps.without_standard;
        out.notes
            .push(pen.note("without-standard", PlanText::NoteWithoutStandard { count }));
    }
    out.notes.extend(page.unplaced());
    out.notes.push(pen.basis(&rule.head()));
    out
}

/// A match in percent.
fn fit(pen: Pen, rule: &Gap, fit: Option<Ratio>) -> Value {
    pen.ratio(fit, fit.map_or(0, |fit| rule.places(fit)))
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

fn by_unit(page: &Page<'_>, competence: &Competence, rule: &Gap) -> Table {
    let (pen, gaps) = (page.pen, &competence.gaps);
    let units = (0..).zip(&gaps.units);
    let units = units.filter(|(_, unit)| unit.sums.of(UnitGapColumn::staff) > 0);
    let units = units.map(|(number, unit)| (u64::from(number), pen.group(&page.who.units, number), unit));
    let elsewhere = Some(&gaps.elsewhere).filter(|unit| unit.sums.of(UnitGapColumn::staff) > 0);
    let elsewhere = elsewhere.map(|unit| (ALL, pen.not_named(), unit));
    let rows = units.chain(elsewhere).chain([(ALL, pen.total(), &gaps.total)]);
    pen.list("gaps_by_unit", rows)
        .titled(("Kecocokan jabatan menurut unit kerja", "Job-person match by unit"))
        .numbered(|(number, ..)| *number)
        .col("unit", PlanText::Unit, |(_, key, _)| key.clone())
        .public()
        .sums(&[], |(.., unit)| &unit.sums)
        .col(
            "match_mean",
            ("Rata-rata kecocokan", "Mean match"),
            |(.., unit)| fit(pen, rule, unit.mean()),
        )
        .measured("%")
        .public()
        .means(MEAN_MATCH)
        .col("band", PlanText::Band, |(.., unit)| band(pen, rule, unit.mean()))
        .public()
        .table()
        // Told beside the hours of the same units: first what hides a unit there.
        .of_people(&["staff", "unassessed", "assessed"])
}

const MEAN_MATCH: Meaning = Meaning::new(
    How::MeanPercent(whole("match_held"), whole("match_required")),
    "Rata-rata kecocokan pegawai yang dinilai. Kecocokan: tingkat yang dipenuhi dibagi yang disyaratkan, kali 100.",
    "The mean match of the people assessed. Match: level held over level required, times 100.",
)
.by("gap");

fn by_competency(pen: Pen, competence: &Competence) -> Table {
    let (catalogue, gaps) = (&competence.catalogue, &competence.gaps);
    let lacking = gaps.lacking().into_iter();
    let lacking = lacking.map(|number| (number as usize, &gaps.competencies[number as usize]));
    pen.list("gaps_by_competency", lacking)
        .short_to(COMPETENCIES)
        .titled((
            "Kesenjangan terbesar menurut kompetensi",
            "Biggest gaps by competency",
        ))
        .or_says(PlanText::NoGap)
        .numbered(|(number, _)| *number as u64)
        .col("competency", ("Kompetensi", "Competency"), |&(number, _)| {
            Value::Key {
                key: catalogue.codes[number].clone(),
                label: catalogue.names[number].clone(),
            }
        })
        .col("kind", ("Jenis", "Kind"), |&(number, _)| {
            let kind = competence.kinds[number];
            kind.map_or(Value::Missing, |kind| pen.key(kind.code(), kind.phrase()))
        })
        .sums(&[], |(_, gaps)| gaps)
        .table()
        .shared(None)
}

fn by_person(page: &Page<'_>, competence: &Competence, rule: &Gap) -> Table {
    let (pen, who) = (page.pen, page.who);
    pen.list("gaps_by_person", &competence.gaps.persons)
        .by_people(who, |gaps| gaps.person, |gaps| gaps.fit)
        .short_to(PERSONS)
        .titled((
            "Pegawai dengan kecocokan terendah",
            "People with the lowest match",
        ))
        .numbered(|gaps| gaps.person.into())
        .col("name", ("Nama", "Name"), |gaps| who.name(gaps.person))
        .col("unit", PlanText::Unit, |gaps| who.unit_of(gaps.person))
        .col("position", ("Jabatan", "Position"), |gaps| {
            let position = competence.positions.get(gaps.person as usize);
            pen.text(position.and_then(Option::as_deref))
        })
        .hidden()
        .col("assessed", ("Sudah dinilai", "Assessed"), |gaps| {
            pen.count_of(gaps.assessed, gaps.required)
        })
        .counted(
            "Jumlah kompetensi standar jabatannya yang sudah dinilai; sesudah garis miring: semua kompetensi standar.",
            "How many competencies of the post's standard were assessed; behind the stroke: all of the standard.",
        )
        .col("match", ("Kecocokan jabatan", "Job-person match"), |gaps| {
            fit(pen, rule, gaps.fit)
        })
        .measured("%")
        .means(MATCH)
        .col("band", PlanText::Band, |gaps| band(pen, rule, gaps.fit))
        .hidden()
        .col(
            "lacks",
            ("Kesenjangan (dimiliki/disyaratkan)", "Gaps (held/required)"),
            |gaps| lacks(pen, competence, gaps),
        )
        .table()
}

const MATCH: Meaning = Meaning::new(
    How::Percent(whole("match_held"), whole("match_required")),
    "Tingkat yang dipenuhi dibagi tingkat yang disyaratkan, kali 100; hanya kompetensi yang sudah dinilai.",
    "Level held over level required, times 100; only competencies that were assessed.",
)
.by("gap");

/// The gaps of a person in words, the biggest first: text shows a few and how many more there are.
fn lacks(pen: Pen, competence: &Competence, gaps: &PersonGaps) -> Value {
    let one = |lack: &Lack| {
        pen.say(PlanText::Lack {
            competency: competence.catalogue.names[lack.competency as usize].clone(),
            held: lack.held,
            required: lack.required,
        })
    };
    let words: Vec<String> = gaps.lacks.iter().map(one).collect();
    let (key, count) = (words.join("; "), words.len().saturating_sub(LACKS));
    let shown = words[..words.len() - count].join("; ");
    match (gaps.fit, words.len()) {
        (None, _) => Value::Missing,
        (_, 0) => pen.blank(PlanText::NoGap),
        _ if count == 0 => Value::Text(key),
        _ => pen.key(&key, PlanText::AndLacks { shown, count }),
    }
}
