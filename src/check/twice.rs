//! Rules about what two people write down who do not know of each other: one thing under two ids, or in two files.

use super::dossier::{AnswerBatches, AnswerRow, Dossier, RowCell, TrainingDocument};
use super::programme::Roll;
use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::code::{Role, TrainingStatus};
use crate::records::organisation::{Posting, Staff};
use crate::records::table::Schema;
use crate::words::problem::Problem;
use std::collections::BTreeMap;

/// The rules about what is recorded twice.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "row-repeated",
        "Satu hal dicatat sekali, dengan satu id: penghargaan, bimbingan, rencana aksi, pasangan pendampingan.",
        "One thing is recorded once, under one id: an award, a guidance, an action, a pair of mentoring.",
        &[Look::Cell(is_id, repeated)],
    ),
    Rule::warning(
        "renewed-twice",
        "Sebuah sertifikat diperpanjang oleh satu sertifikat.",
        "A certificate is renewed by one certificate.",
        &[Look::Cell(
            |table, index| table.columns[index].name == "renews",
            renewed,
        )],
    ),
    Rule::warning(
        "decree-repeated",
        "Satu SK menempatkan seseorang sejak satu hari.",
        "One decree posts a person from one day on.",
        &[Look::Posting(decree)],
    ),
    Rule::warning(
        "person-alike",
        "Satu orang dicatat sekali: nama dan tanggal lahir yang sama tidak berulang.",
        "A person is recorded once: no name and day of birth together twice.",
        &[Look::Staff(person)],
    ),
    Rule::warning(
        "programme-alike",
        "Satu pelatihan dicatat sekali: judul dan tanggal yang sama tidak berulang.",
        "A training is recorded once: no title and days together twice.",
        &[Look::Training(programme)],
    ),
    Rule::warning(
        "rater-twice",
        "Seseorang menjawab tentang satu hal sekali dalam satu bulan; atasan menjawab tentang setiap bawahannya.",
        "Somebody answers about one thing once in a month; a supervisor answers about each of his or her people.",
        &[Look::Answer(rater)],
    ),
    Rule::warning(
        "batch-twice",
        "Jawaban yang sama tidak dicatat sebagai dua kiriman.",
        "The same answers are not recorded as two batches.",
        &[Look::Answers(batch)],
    ),
    Rule::warning(
        "replaced-twice",
        "Seorang peserta digantikan oleh satu orang.",
        "A participant is replaced by one person.",
        &[Look::Roll(replaced)],
    ),
];

/// The columns in which no two rows of a table agree altogether; the first must be filled.
const FACTS: &[(&str, &[&str])] = &[
    ("awards", &["staff", "date", "kind"]),
    ("guidance", &["staff", "date", "cause"]),
    ("actions", &["source", "opened", "owner"]),
    ("mentoring", &["mentor", "mentee", "kind", "start"]),
];

/// The columns by which rows of a table are known apart from their ids.
fn facts(table: &Schema) -> Option<&'static [&'static str]> {
    FACTS
        .iter()
        .find(|(name, _)| *name == table.name)
        .map(|(_, facts)| *facts)
}

fn is_id(table: &Schema, index: usize) -> bool {
    index == Schema::FIRST && facts(table).is_some()
}

fn repeated(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let facts = facts(cell.table).unwrap_or_default();
    let known: Vec<&str> = facts.iter().map(|column| cell.other(column)).collect();
    if known.first().is_some_and(|first| !first.is_empty()) {
        let key = format!("{} {}", cell.table.name, known.join(" "));
        let apart = (key, cell.text.to_owned());
        remarks.unless_alone("id", apart, |_, id, _| Problem::RowRepeated { id });
    }
}

fn renewed(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let apart = (cell.text.to_owned(), cell.other("id").to_owned());
    remarks.unless_alone("renews", apart, |old, id, _| Problem::RenewedTwice { old, id });
}

/// A text without what two people write in two ways: capitals, blanks and signs.
pub(super) fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn decree(row: &Posting<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Some(decree) = row.decree {
        let key = format!("{} {decree}", row.staff.text());
        let apart = (key, row.since.to_string());
        remarks.unless_alone("decree", apart, |_, day, _| Problem::DecreeRepeated { day });
    }
}

fn person(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let known = row.nip.and_then(|nip| dossier.register.nips.get(nip.text()));
    if known.is_some_and(|other| other != row.id.text()) {
        // The NIP tells it.
        return;
    }
    let born = row.born.or(row.nip.map(|nip| nip.born()));
    let name = letters(row.name);
    if let Some(born) = born {
        let apart = (format!("{name} {born}"), row.id.text().to_owned());
        remarks.unless_alone("name", apart, |_, id, _| Problem::PersonAlike { id });
    }
}

fn programme(document: &TrainingDocument<'_>, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    let training = document.training;
    if training.status.value != TrainingStatus::Cancelled {
        let (start, end) = (training.start.value, training.end.value);
        let key = format!("{start} {end} {}", letters(&training.title));
        let apart = (key, document.id.to_owned());
        let problem = |_, id, _| Problem::ProgrammeAlike { id };
        remarks.unless_alone_at(training.start.origin, None, apart, problem);
    }
}

/// A supervisor answers about each of those who took part.
fn rater(answer: &AnswerRow<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let rater = answer.cell("rater");
    if rater.is_empty() || answer.cell("role") == Role::Supervisor.code() {
        return;
    }
    let about = [
        "training",
        "unit",
        "mentoring",
        "instructor",
        "service",
        "wave",
        "role",
    ];
    let about: Vec<&str> = about.iter().map(|column| answer.cell(column)).collect();
    if !remarks.is_first(&format!("{rater} {}", about.join(" "))) {
        let staff = rater.to_owned();
        remarks.cell("rater", Problem::RaterTwice { staff });
    }
}

/// Fewer answers may well be alike.
const FEW: usize = 5;

fn batch(answers: &AnswerBatches<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for (batch, (count, origin)) in answers.batches.iter().filter(|(_, (count, _))| *count >= FEW) {
        let Some(content) = answers.contents.get(batch) else {
            continue;
        };
        let key = format!("{} {count} {content:x}", answers.survey.code);
        let apart = format!("{batch} ({})", dossier.file.partition);
        remarks.unless_alone_at(*origin, Some("batch"), (key, apart), |_, other, _| {
            Problem::BatchTwice { other }
        });
    }
}

fn replaced(roll: &Roll, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (staff, entry) in &roll.entries {
        let Some(replaced) = &entry.replaces else {
            continue;
        };
        let other = *first.entry(replaced).or_insert(staff);
        if other != staff {
            let (staff, other) = (replaced.clone(), other.to_owned());
            remarks.cell_at(entry.origin, "replaces", Problem::ReplacedTwice { staff, other });
        }
    }
}
