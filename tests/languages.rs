//! What holds of every report of every office: it is the same to a program in both languages, and only prose differs;
//! people stand by unit and name; what a busy reader is told stands in the full report too, which leaves nothing out; one
//! thing has one value in all reports of a month.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use bina::diagnostic::Findings;
use bina::files::Directory;
use bina::inquiry::{Inquiry, KINDS, Kind};
use bina::load::{self, Office};
use bina::measure::trace::Trace;
use bina::records::time::{Month, Period};
use bina::render::{JSON, MARKDOWN, Options};
use bina::report;
use bina::report::model::{Report, Table, View};
use bina::words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The columns of prose, as `table/column`. All else is the same in both languages.
const PROSE: [&str; 18] = [
    // The sentences of the first page and of the head of a report.
    "summary/text",
    "happened/text",
    "late/text",
    "decide/text",
    "next_month/text",
    "completeness/text",
    // Where to complain, on the notice board.
    "channels/text",
    // How the survey of the public is made and counted.
    "survey_method/text",
    // The sentences of a person's own page.
    "opening/text",
    "ending/text",
    "good/text",
    "improve/text",
    "together/text",
    "hours/text",
    // What is asked for next month, in a sentence, and of whom: a name, or the evaluator of a unit.
    "attention/what",
    "attention/who",
    // Why a pair is suggested: a sentence of what stands in the hidden columns.
    "promise/text",
    "suggestions/reason",
];

/// Tables of people whose order means more: a pair is suggested after the pairs above it.
const GREEDY: [&str; 1] = ["suggestions"];

/// The months whose programmes are looked at: they have every kind of evaluation.
const MONTHS: [&str; 3] = ["2026-04", "2026-07", "2026-10"];

/// How many people of an office are looked at.
const PEOPLE: usize = 12;

/// Every office of the project.
fn offices() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = fs::read_dir(root.join("examples")).unwrap();
    let examples = examples.map(|entry| entry.unwrap().path());
    let all = examples.chain([root.join("data")]);
    all.filter(|folder| folder.join("bina.toml").is_file()).collect()
}

/// The ids of the programmes of an office that are looked at.
fn programmes(root: &Path) -> Vec<String> {
    let mut ids = Vec::new();
    for month in MONTHS {
        let folder = fs::read_dir(root.join("trainings").join(month));
        for file in folder.into_iter().flatten() {
            let path = file.unwrap().path();
            ids.push(format!("{month}/{}", path.file_stem().unwrap().to_str().unwrap()));
        }
    }
    ids
}

/// The ids of people of an office: every so many of its list.
fn people(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("staff.csv")).unwrap();
    let rows = text.lines().skip(1);
    let ids: Vec<&str> = rows.filter_map(|line| line.split(',').next()).collect();
    let step = ids.len().div_ceil(PEOPLE);
    ids.into_iter().step_by(step).map(str::to_owned).collect()
}

/// The codes of the first unit, which has others below it, and of the last.
fn units(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("units.csv")).unwrap();
    let codes: Vec<&str> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    [codes.first(), codes.last()]
        .into_iter()
        .flatten()
        .map(|code| (*code).to_owned())
        .collect()
}

/// What a report is asked about: nothing, programmes, people or units.
fn subjects(kind: &Kind, root: &Path) -> Vec<Option<String>> {
    match kind.name {
        "training" => programmes(root).into_iter().map(Some).collect(),
        "unit" => units(root).into_iter().map(Some).collect(),
        "staff" | "transcript" | "idp" => people(root).into_iter().map(Some).collect(),
        _ => vec![None],
    }
}

/// An office, open.
struct Open {
    directory: Directory,
    office: Office,
}

impl Open {
    fn of(root: &Path) -> Open {
        let directory = Directory::open(root).unwrap();
        let office = load::office(&directory, &mut Findings::new()).unwrap();
        Open { directory, office }
    }

    fn report(&self, kind: &Kind, (subject, month): (Option<&str>, &str), lang: Lang) -> Report {
        let asked = Inquiry {
            directory: &self.directory,
            office: &self.office,
            period: Period::month(Month::parse(month).unwrap()),
            is_alone: false,
            today: Month::parse(month).unwrap().last(),
            lang,
            subject,
            is_whole: true,
        };
        asked
            .make(kind, &mut Findings::new(), &mut Trace::silent())
            .unwrap()
    }
}

/// What differs between a table and the same in the other language: its addresses, or columns by their address.
fn differences(id: &Table, en: &Table) -> Vec<String> {
    if id.addresses() != en.addresses() {
        return vec![format!("{}: the addresses", id.id)];
    }
    let differs = |number: &usize| {
        let mut rows = id.rows.iter().zip(&en.rows);
        rows.any(|(id, en)| id[*number].data() != en[*number].data())
    };
    let columns = (0..id.columns.len()).filter(differs);
    columns
        .map(|number| format!("{}/{}", id.id, id.columns[number].id))
        .collect()
}

/// Tables of people that do not say in which order people stand, or do not hold it.
fn out_of_order(report: &Report) -> Vec<String> {
    let is_unsaid = |table: &&Table| {
        let is_of_people = ["name", "mentee"].iter().any(|id| table.column(id).is_some());
        let rows = table.rows.iter().filter(|row| !Table::is_total(row)).count();
        let places = table.people.iter().map(|row| (row.rank, row.unit));
        is_of_people && (table.people.len() != rows || !places.is_sorted())
    };
    let unsaid = report.tables().filter(is_unsaid);
    unsaid
        .map(|table| format!("{}/{}", report.name, table.id))
        .collect()
}

/// What a busy reader is told that the full report lacks, and what of the report the full one leaves out.
fn lost(report: &Report) -> Vec<String> {
    let [mut short, mut full] = [report.clone(), report.clone()];
    report::short(&mut short);
    report::full(&mut full);
    let mut lost = Vec::new();
    for (told, whole) in full.tables().zip(report.tables()) {
        let is_whole = told.rows == whole.rows && told.quiet.rows.is_empty() && told.crossed.is_none();
        lost.extend((!is_whole).then(|| format!("full: {}", whole.id)));
    }
    let seen = |table: &Table, id: &&str| {
        let is_in = |view: &View| view.columns.contains(id);
        table.views.is_empty() || table.views.iter().any(is_in)
    };
    for table in short.tables() {
        let Some(whole) = full.tables().find(|whole| whole.id == table.id) else {
            lost.push(format!("short: {}", table.id));
            continue;
        };
        let mut columns = table.columns.iter().map(|column| column.id);
        let is_within =
            columns.all(|id| whole.column(id).is_some() && (seen(whole, &id) || !seen(table, &id)));
        let own = report.tables().find(|own| own.id == table.id);
        let folded = own.and_then(|own| own.folded).and_then(|id| table.column(id));
        let mut rows = table.rows.iter();
        let is_row = match folded {
            // Who shares all else stands in one row, nobody is lost.
            Some(at) => words(table, at) == words(whole, at),
            None => rows.all(|row| {
                whole.crossed.is_some() || row.len() != whole.columns.len() || whole.rows.contains(row)
            }),
        };
        lost.extend((!is_within || !is_row).then(|| format!("short: {}", table.id)));
    }
    let notes = |report: &Report| -> BTreeSet<String> {
        let notes = report.sections.iter().flat_map(|section| &section.notes);
        notes.map(|note| note.code.clone()).collect()
    };
    let of_full = notes(&full);
    lost.extend(
        notes(&short)
            .into_iter()
            .filter(|code| code != "full" && !of_full.contains(code)),
    );
    lost
}

/// The words of a column, one after the other.
fn words(table: &Table, column: usize) -> String {
    let words: Vec<&str> = table.rows.iter().map(|row| row[column].label()).collect();
    words.join("; ")
}

/// Tables of sentences that `bina` makes.
const SENTENCES: [&str; 5] = ["summary", "late", "decide", "next_month", "completeness"];

/// Sentences of a report that begin with a number.
fn begin_with_a_number(report: &Report) -> Vec<String> {
    let notes = report.sections.iter().flat_map(|section| &section.notes);
    let notes = notes.map(|note| note.text.clone());
    let made = report.tables().filter(|table| SENTENCES.contains(&table.id));
    let made = made.filter(|table| table.column("text").is_some());
    let lines = made.flat_map(|table| table.rows.iter().map(|row| row[1].label().to_owned()));
    let all = notes.chain(lines);
    all.filter(|text| text.starts_with(|first: char| first.is_ascii_digit()))
        .collect()
}

#[test]
fn data_are_the_same_in_both_languages() {
    let (mut differ, mut unordered) = (BTreeSet::new(), BTreeSet::new());
    for root in offices() {
        let open = Open::of(&root);
        for kind in KINDS {
            for subject in subjects(kind, &root) {
                let [id, en] =
                    [Lang::Id, Lang::En].map(|lang| open.report(kind, (subject.as_deref(), "2026-10"), lang));
                assert_eq!(id.tables().count(), en.tables().count(), "{}", kind.name);
                unordered.extend(out_of_order(&id));
                assert_eq!(begin_with_a_number(&id), [""; 0], "{}", kind.name);
                assert_eq!(lost(&id), [""; 0], "{}", kind.name);
                let tables = id.tables().zip(en.tables());
                differ.extend(tables.flat_map(|(id, en)| differences(id, en)));
            }
        }
    }
    let prose: BTreeSet<String> = PROSE.map(str::to_owned).into();
    assert_eq!(differ, prose);
    let greedy: BTreeSet<String> = GREEDY.map(|id| format!("mentoring/{id}")).into();
    assert_eq!(unordered, greedy);
}

/// What a report of a new office prints in a language, whole.
fn printed(root: &Path, kind: &Kind, lang: Lang) -> String {
    let report = Open::of(root).report(kind, (None, "2026-10"), lang);
    let mut page = Vec::new();
    for format in [&MARKDOWN, &JSON] {
        (format.report)(&report, &Options::default(), &mut page).unwrap();
    }
    String::from_utf8(page).unwrap()
}

#[test]
fn in_which_language_an_office_began_no_page_tells() {
    let place = tempfile::tempdir().unwrap();
    let begun = |lang: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bina"));
        let office = ["--name", "Kecamatan Contoh", "--since", "2026-01-01"];
        let init = ["--as-of", "2026-12-01", "--lang", lang, "init", lang];
        let done = command.current_dir(&place).args(init).args(office).output();
        assert!(done.unwrap().status.success());
        place.path().join(lang)
    };
    let offices = [begun("id"), begun("en")];
    for kind in KINDS.iter().filter(|kind| !kind.needs_subject()) {
        for lang in [Lang::Id, Lang::En] {
            let [id, en] = offices.each_ref().map(|office| printed(office, kind, lang));
            assert_eq!(id, en, "{} in {}", kind.name, lang.code());
        }
    }
}

/// What is the same thing under other addresses, as `report/table/row/column`. Under one address of a table it is the
/// same in every report that prints the table, without being named here.
const SAME: [&[&str]; 11] = [
    &[
        "monthly/hours_by_unit/*/staff",
        "participation/participation/people/value",
        "plan/gaps_by_unit/*/staff",
    ],
    &[
        "monthly/key_figures/under_floor/now",
        "monthly/hours_by_unit/*/under_floor",
    ],
    &[
        "monthly/key_figures/evaluations_missing/now",
        "monthly/predicates_by_unit/*/missing",
        "monthly/predicates/missing/people",
        "evaluation/trend_by_unit/*/missing",
    ],
    &[
        "monthly/key_figures/received/now",
        "monthly/complaints_by_unit/*/received",
        "complaints/complaints_by_channel/*/received",
        "complaints/complaints_by_category/*/received",
        "complaints/complaints_by_training/*/received",
        "complaints/complaints_in_month/*/received",
    ],
    &[
        "monthly/key_figures/resolved/now",
        "monthly/complaints_by_unit/*/resolved",
        "complaints/complaints_by_channel/*/resolved",
    ],
    &[
        "monthly/key_figures/overdue/now",
        "monthly/complaints_by_unit/*/overdue",
        "complaints/complaints_by_channel/*/overdue",
    ],
    &[
        "monthly/key_figures/median_workdays/now",
        "monthly/complaints_by_unit/*/median_workdays",
        "complaints/complaints_by_channel/*/median_workdays",
    ],
    &["monthly/key_figures/ikm/now", "monthly/ikm_by_unit/*/ikm"],
    &["monthly/key_figures/ikm_n/now", "monthly/ikm_by_unit/*/n"],
    &["monthly/mentoring/*/running", "mentoring/mentoring/*/running"],
    &["monthly/plan_sums/items/done", "plan/plan_sums/items/done"],
];

/// Tables of one name that tell of different things, and why.
const APART: &[(&str, &str)] = &[];

/// Every figure and key of the reports of a month, by its address behind the name of the report.
fn told(open: &Open, month: &str) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    for kind in KINDS.iter().filter(|kind| !kind.needs_subject()) {
        let report = open.report(kind, (None, month), Lang::En);
        for table in report.tables() {
            let rows = table.addresses();
            // Where rows have only numbers, a number says nothing about another report.
            if rows.iter().any(|row| row.parse::<usize>().is_ok()) {
                continue;
            }
            for (row, cells) in rows.iter().zip(&table.rows) {
                for (column, cell) in table.columns.iter().zip(cells) {
                    let address = format!("{}/{}/{row}/{}", kind.name, table.id, column.id);
                    told.insert(address, cell.data().into_owned());
                }
            }
        }
    }
    told
}

#[test]
fn one_thing_has_one_value_in_all_reports_of_a_month() {
    let mut differ = BTreeSet::new();
    for root in offices() {
        let open = Open::of(&root);
        for month in ["2026-06", "2026-08", "2026-10"] {
            let told = told(&open, month);
            let mut by_address: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
            for (address, value) in &told {
                let (report, own) = address.split_once('/').unwrap();
                let table = own.split('/').next().unwrap();
                if APART.iter().any(|(known, _)| *known == table) {
                    continue;
                }
                let (first, known) = *by_address.entry(own).or_insert((report, value));
                if known != value {
                    let office = root.file_name().unwrap().to_str().unwrap();
                    differ.insert(format!(
                        "{office} {month} {own}: {first} {known}, {report} {value}"
                    ));
                }
            }
            for same in SAME {
                let values: BTreeSet<&String> =
                    same.iter().filter_map(|address| told.get(*address)).collect();
                let missing = same.iter().filter(|address| !told.contains_key(**address));
                assert_eq!(missing.count(), 0, "{same:?} of {}", root.display());
                if values.len() > 1 {
                    differ.insert(format!("{} {month} {same:?}: {values:?}", root.display()));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}
