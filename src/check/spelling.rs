//! Texts that join or group records by their words, as the position does, and those that are nearly another.

use super::dossier::{Dossier, RowCell};
use super::lookup::{Alike, Wording};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::diagnostic::{Finding, Findings};
use crate::files::Directory;
use crate::load;
use crate::records::TABLES;
use crate::records::cell::plain_text;
use crate::records::document::{Document, FieldInfo, Naming};
use crate::records::forum::Forum;
use crate::records::table::{Schema, distance};
use crate::records::time::Month;
use crate::records::training::Training;
use crate::words::problem::Problem;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// The rules about words.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "position-alike",
        "Satu jabatan ditulis dengan satu cara: penempatan, standar, dan sasaran dicocokkan kata demi kata.",
        "A position is written one way: postings, standards and audiences are matched word for word.",
        &[
            Look::Cell(
                |table, i| table.columns[i].vocabulary.is_some_and(is_matched),
                matched,
            ),
            Look::Training(|document, _, remarks| fields(document.training, is_matched, remarks, POSITION)),
        ],
    ),
    Rule::warning(
        "text-alike",
        "Nama yang sama ditulis dengan satu cara bila laporan mengelompokkan menurutnya: skema sertifikat, penerbit, lembaga mitra, penyelenggara, sumber dana, pengajar, kelompok peserta forum.",
        "A name by which reports group is written one way: schemes of certificates, issuers, partners, providers, funds, instructors, groups at forums.",
        &[
            Look::Cell(
                |table, i| table.columns[i].vocabulary.is_some_and(is_grouped),
                grouped,
            ),
            Look::Training(|document, _, remarks| fields(document.training, is_grouped, remarks, TEXT)),
            Look::Forum(|document, _, remarks| fields(document.forum, is_grouped, remarks, TEXT)),
            Look::Plan(|document, _, remarks| fields(document.plan, is_grouped, remarks, TEXT)),
        ],
    ),
];

const POSITION: Alike = |text, twin| Problem::PositionAlike { text, twin };
const TEXT: Alike = |text, twin| Problem::TextAlike { text, twin };

/// Whether records are matched by the words of a list, so that what is nearly one of them is lost, not only apart.
fn is_matched(vocabulary: &str) -> bool {
    vocabulary == "position"
}

fn is_grouped(vocabulary: &str) -> bool {
    !is_matched(vocabulary)
}

fn matched(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    note(cell, remarks, POSITION);
}

fn grouped(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    note(cell, remarks, TEXT);
}

/// Noted once for each text and file.
fn note(cell: &RowCell<'_>, remarks: &mut Remarks<'_>, problem: Alike) {
    if let Some(vocabulary) = cell.column.vocabulary.filter(|_| remarks.is_first(cell.text)) {
        let place = (None, Some(&*cell.column.name));
        remarks.unless_alike((vocabulary, cell.text), place, problem);
    }
}

fn fields(document: &impl Document, chooses: fn(&str) -> bool, remarks: &mut Remarks<'_>, problem: Alike) {
    document.each_id(&mut |Naming { field, id, origin }| {
        if let Some(vocabulary) = field.vocabulary.filter(|own| chooses(own)) {
            remarks.unless_alike((vocabulary, id), (Some(origin), None), problem);
        }
    });
}

/// Tells the texts that are nearly another one of their list, for which all files are read that have words of it.
pub(super) fn tell_alike(directory: &Directory, wordings: Vec<Wording>, findings: &mut Findings) {
    let named = wordings.iter();
    let mut lists: Lists = named.map(|one| (one.vocabulary, Spellings::default())).collect();
    if lists.is_empty() {
        return;
    }
    for table in TABLES {
        read_table(directory, table, &mut lists);
    }
    read_documents(directory, &mut lists);
    lists.values_mut().for_each(Spellings::settle);
    for one in wordings {
        if let Some(twin) = lists[one.vocabulary].twin(&one.text) {
            let problem = (one.problem)(one.text.clone(), twin.to_owned());
            findings.push(Finding { problem, ..one.told });
        }
    }
}

/// The words of each list that is asked about.
type Lists = BTreeMap<&'static str, Spellings>;

fn read_table(directory: &Directory, table: &Schema, lists: &mut Lists) {
    let columns = table.columns.iter().enumerate();
    let own = columns.filter_map(|(at, column)| Some((at, column.vocabulary?)));
    let own: Vec<_> = own.filter(|(_, name)| lists.contains_key(name)).collect();
    let files = (!own.is_empty()).then(|| load::files(directory, table, &mut Findings::new()));
    for file in files.into_iter().flatten() {
        directory.scan(table, &file, &mut Findings::new(), |raw, _| {
            for (at, name) in &own {
                lists.entry(name).or_default().add(raw.cells.get(*at));
            }
        });
    }
}

fn read_documents(directory: &Directory, lists: &mut Lists) {
    let mut unheard = Findings::new();
    let is_asked = |fields, lists: &Lists| holds(fields, &|name| lists.contains_key(name));
    let add = |naming: Naming<'_>, lists: &mut Lists| {
        let list = naming.field.vocabulary.and_then(|name| lists.get_mut(name));
        list.into_iter().for_each(|list| list.add(naming.id));
    };
    if is_asked(Training::fields(), lists) {
        for month in load::names(directory, "trainings", "/", &mut unheard) {
            for slug in load::names(directory, &format!("trainings/{month}"), ".toml", &mut unheard) {
                let training = load::training(directory, &format!("{month}/{slug}"), &mut unheard);
                let training = training.iter();
                training.for_each(|training| training.each_id(&mut |naming| add(naming, lists)));
            }
        }
    }
    if is_asked(Forum::fields(), lists) {
        let months = load::names(directory, "forums", "/", &mut unheard);
        for month in months.iter().filter_map(|month| Month::parse(month)) {
            let forums = load::forums(directory, month, &mut unheard);
            forums
                .iter()
                .for_each(|(_, forum)| forum.each_id(&mut |naming| add(naming, lists)));
        }
    }
}

/// Whether fields, or those of the tables inside them, have words of a list.
fn holds(fields: &[FieldInfo], asked: &dyn Fn(&str) -> bool) -> bool {
    fields.iter().any(|field| {
        field.vocabulary.is_some_and(asked) || field.nested.is_some_and(|nested| holds(nested(), asked))
    })
}

/// The words of a list in which each thing should be written one way.
#[derive(Debug, Default)]
struct Spellings {
    /// How often each is written.
    counts: BTreeMap<String, usize>,
    /// What each that is nearly another would be.
    twins: HashMap<String, String>,
}

/// The least length of a word in which one wrong letter is a slip: short ones differ in one letter by right.
const LONG: usize = 6;

impl Spellings {
    /// Takes in a text that was written once more.
    fn add(&mut self, text: &str) {
        match self.counts.get_mut(text) {
            _ if text.is_empty() => {}
            Some(count) => *count += 1,
            None => drop(self.counts.insert(text.to_owned(), 1)),
        }
    }

    /// The text that one is nearly, where that is the commoner of the two.
    fn twin(&self, text: &str) -> Option<&str> {
        self.twins.get(text).map(String::as_str)
    }

    /// Finds the twins, once all texts are known: those that differ in blanks, marks and capitals alone, and those that
    /// differ in one letter of one long word.
    fn settle(&mut self) {
        let mut groups: HashMap<String, Vec<(&str, String)>> = HashMap::new();
        for text in self.counts.keys() {
            let words = words(text);
            let whole = words.concat();
            groups.entry(whole).or_default().push((text, String::new()));
            for (at, word) in words.iter().enumerate().filter(|(_, word)| word.len() >= LONG) {
                let mut others = words.clone();
                others[at] = "?".to_owned();
                let others = others.join(" ");
                groups.entry(others).or_default().push((text, word.clone()));
            }
        }
        let rank = |text: &str| {
            let is_plain = plain_text(text) == text;
            (is_plain, self.counts.get(text).copied(), Reverse(text.to_owned()))
        };
        let mut twins = HashMap::new();
        for group in groups.values().filter(|group| group.len() > 1) {
            for (text, word) in group {
                let near = group
                    .iter()
                    .filter(|(other, others)| distance(word, others) <= 1 && rank(other) > rank(text));
                if let Some((twin, _)) = near.max_by_key(|(other, _)| rank(other)) {
                    twins.insert((*text).to_owned(), (*twin).to_owned());
                }
            }
        }
        self.twins = twins;
    }
}

/// The words of a text without marks, in lower case.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_of_two_that_are_nearly_the_same_is_told() {
        let mut list = Spellings::default();
        for text in [
            "Pengelola Keuangan",
            "Pengelola Keuangan",
            "Pengelola  keuangan",
            "Pengelola Keuangan ",
            "Pengelola Keuagan",
            "Kepala Seksi I",
            "Kepala Seksi II",
            "Analis Ahli Muda",
            "Analis Ahli Madya",
            "Petugas Loket 1",
            "Petugas Loket 2",
        ] {
            list.add(text);
        }
        list.settle();
        for text in ["Pengelola  keuangan", "Pengelola Keuangan ", "Pengelola Keuagan"] {
            assert_eq!(list.twin(text), Some("Pengelola Keuangan"), "{text}");
        }
        for text in [
            "Pengelola Keuangan",
            "Kepala Seksi II",
            "Analis Ahli Muda",
            "Petugas Loket 1",
        ] {
            assert_eq!(list.twin(text), None, "{text}");
        }
    }
}
