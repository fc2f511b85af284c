//! Of what lies before the records begin no report says that there was none.
//!
//! An office keeps all its records; its twin began later, and has none of what happened before. Whatever the twin prints as
//! nothing must be nothing in the office too: else it told of a time that it does not know.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::inquiry::KINDS;
use office::Office;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the records of the twin begin, and the months of which reports are compared.
const BEGIN: [(&str, &[&str]); 3] = [
    ("2026-09-01", &["2026-09", "2026-10"]),
    ("2026-08-01", &["2026-09"]),
    ("2026-10-15", &["2026-10"]),
];

/// Folders whose files are named by a month or a period, or whose folders are.
const CUT: [&str; 8] = [
    "participation/",
    "complaints/",
    "handling/",
    "attendance/",
    "sessions/",
    "evaluations/",
    "trainings/",
    "forums/",
];

/// Tables of which rows are of a day, with its column.
const DATED: [(&str, &str); 5] = [
    ("actions.csv", "opened"),
    ("awards.csv", "date"),
    ("guidance.csv", "date"),
    ("needs.csv", "date"),
    ("indicators.csv", "month"),
];

/// Figures that may be nothing though the office has some, with the reason.
const KNOWN: [(&str, &str); 5] = [
    ("completeness/", "what is counted are the records that there are"),
    (
        "programmes/*/",
        "the programmes of the month are others where one began before",
    ),
    ("/overdue", "what is open when the records begin is recorded too"),
    (
        "_in_month/",
        "what is open when the records begin is recorded too",
    ),
    (
        "/people",
        "how many people a figure tells of, for the public edition",
    ),
];

/// The last month of a name: `2026-Q3`, `2026-09`, `2026`.
fn last_month(name: &str) -> String {
    match name.split_once("-Q") {
        Some((year, quarter)) => format!("{year}-{:02}", quarter[..1].parse::<u32>().unwrap() * 3),
        None if name.len() >= 7 && name.as_bytes()[4] == b'-' => name[..7].to_owned(),
        None => format!("{}-12", &name[..4]),
    }
}

/// The month of a programme, a forum or answers that a cell names.
fn named_month(cell: &str) -> Option<&str> {
    if let Some(answers) = cell.strip_prefix("response:") {
        return answers.split('/').nth(1);
    }
    let at = cell.find('/')?;
    let month = cell.get(at.checked_sub(7)?..at)?;
    month.starts_with("20").then_some(month)
}

/// The rows of a table, changed or left out.
fn rows(text: &str, change: impl Fn(&BTreeMap<String, usize>, Vec<String>) -> Option<Vec<String>>) -> String {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let at = headings.iter().enumerate();
    let at = at.map(|(at, name)| (name.to_owned(), at)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&headings).unwrap();
    for record in reader.records() {
        let cells = record.unwrap().iter().map(str::to_owned).collect();
        if let Some(cells) = change(&at, cells) {
            writer.write_record(cells).unwrap();
        }
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// What a file is where the records begin later; `None` where it is not there.
fn later(name: &str, text: &str, since: &str, gone: &[String]) -> Option<String> {
    let month = &since[..7];
    if let Some(folder) = CUT.iter().find(|folder| name.starts_with(**folder)) {
        let own = last_month(&name[folder.len()..]);
        if *own < *month {
            return None;
        }
    }
    let partition = name.rsplit('/').next().unwrap();
    if name.starts_with("responses/") && partition[..7] < *month {
        return None;
    }
    if name == "bina.toml" {
        return Some(text.replacen("[agency]", &format!("records_since = {since}\n\n[agency]"), 1));
    }
    if !name.ends_with(".csv") {
        return Some(text.to_owned());
    }
    let dated = DATED.iter().find(|(table, _)| *table == name);
    let changed = rows(text, |at, mut cells| {
        let before = |column: &str, day: &str| at.get(column).is_some_and(|at| *cells[*at] < *day);
        let is_of_month = partition.starts_with(month);
        let is_untold = |cell: &String| {
            let evaluated = cell
                .strip_prefix("evaluation:")
                .and_then(|cell| cell.split_once('/'));
            evaluated.is_some_and(|(_, period)| *last_month(period) < *month)
        };
        let is_gone = dated.is_some() && cells.iter().any(is_untold)
            || dated.is_some_and(|(_, column)| before(column, month))
            || name.starts_with("responses/")
                && at
                    .get("training")
                    .is_some_and(|at| named_month(&cells[*at]).is_some_and(|own| own < month))
            || name.starts_with("complaints/") && is_of_month && before("received", since)
            || name.starts_with("handling/") && gone.contains(&cells[0]);
        let is_whole = !name.contains('/');
        for cell in cells.iter_mut().filter(|_| is_whole) {
            if named_month(cell).is_some_and(|own| own < month) {
                cell.clear();
            }
        }
        (!is_gone).then_some(cells)
    });
    Some(changed)
}

/// The twin of an office whose records begin on a day.
#[allow(clippy::disallowed_methods, reason = "the twin is written by no command")]
fn twin(folder: &Path, since: &str) -> Office {
    let office = Office::of(folder);
    let tree = office.tree();
    let complaints = format!("complaints/{}.csv", &since[..7]);
    let complaints = String::from_utf8(tree[&complaints].clone()).unwrap();
    let mut reader = csv::Reader::from_reader(complaints.as_bytes());
    let received = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "received");
    let early = reader.records().map(Result::unwrap);
    let early = early.filter(|row| row[received.unwrap()] < *since);
    let gone: Vec<String> = early.map(|row| row[0].to_owned()).collect();
    for (name, bytes) in &tree {
        let path = office.root().join(name);
        let Ok(text) = String::from_utf8(bytes.clone()) else {
            continue;
        };
        match later(name, &text, since, &gone) {
            None => fs::remove_file(path).unwrap(),
            Some(later) if later != text => fs::write(path, later).unwrap(),
            Some(_) => {}
        }
    }
    let errors = office.errors();
    assert!(errors.is_empty(), "{since}: {errors:?}");
    office
}

/// The figures of a report by table, row and column.
fn figures(office: &mut Office, report: &str, month: &str) -> BTreeMap<String, Value> {
    let asked = [
        "--as-of",
        "2026-12-01",
        "--lang",
        "en",
        "report",
        report,
        "--month",
        month,
        "-O",
        "json",
    ];
    let said = office.run(&asked, "");
    assert_eq!((said.status, &*said.stderr), (0, ""), "{report} {month}");
    let report: Value = serde_json::from_str(&said.stdout).unwrap();
    let mut out = BTreeMap::new();
    for section in report["sections"].as_array().unwrap() {
        for table in section["tables"].as_array().unwrap() {
            let columns = table["columns"].as_array().unwrap();
            for row in table["rows"].as_array().unwrap() {
                for (column, cell) in columns.iter().zip(row.as_array().unwrap()).skip(1) {
                    let words = [&table["id"], &row[0], &column["id"]];
                    let words = words.map(|word| word.as_str().unwrap_or_default());
                    out.insert(words.join("/"), cell.clone());
                }
            }
        }
    }
    out
}

/// The reports about an office.
fn reports() -> impl Iterator<Item = &'static str> {
    let kinds = KINDS.iter().filter(|kind| !kind.needs_subject());
    kinds.map(|kind| kind.name)
}

#[test]
fn what_lies_before_the_records_begin_is_nowhere_told_as_none() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut whole = Office::of(&data);
    let mut wrong = String::new();
    for (since, months) in BEGIN {
        let mut twin = twin(&data, since);
        for month in months {
            for report in reports() {
                let truth = figures(&mut whole, report, month);
                for (address, value) in figures(&mut twin, report, month) {
                    let is_none = value.as_f64() == Some(0.0);
                    let is_some = truth
                        .get(&address)
                        .is_some_and(|true_value| true_value.as_f64() != Some(0.0));
                    let is_known = KNOWN.iter().any(|(part, _)| address.contains(part));
                    if is_none && is_some && !is_known {
                        wrong += &format!("{since} {month} {report} {address}: {}\n", truth[&address]);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// People of the office who did something before the records of its twins begin, and somebody who did not.
fn people(office: &mut Office) -> Vec<String> {
    let listed = office.run(&["staff", "list", "-O", "json"], "");
    let listed: Value = serde_json::from_str(&listed.stdout).unwrap();
    let people = listed.as_array().unwrap().iter().step_by(9);
    people.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// The sentences of a page, with their numbers.
fn sentences(office: &mut Office, asked: &[&str], month: &str) -> Vec<String> {
    let before = [
        "--as-of",
        "2026-12-01",
        "--lang",
        "en",
        "--width",
        "400",
        "report",
    ];
    let asked = [&before, asked, &["--month", month, "--full"]].concat();
    let said = office.run(&asked, "");
    assert_eq!((said.status, &*said.stderr), (0, ""), "{asked:?}");
    let lines = said.stdout.lines().map(|line| {
        let start = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '.' | '•');
        line.trim_start_matches(start)
    });
    let lines = lines.filter(|line| line.ends_with('.') && !line.contains("  "));
    lines.map(str::to_owned).collect()
}

/// How a sentence begins that may be another, with the reason.
const STATES: [(&str, &str); 10] = [
    (
        "There is no record of your activities",
        "what is told is that none is recorded",
    ),
    (
        "Completeness of the records",
        "what is counted are the records that there are",
    ),
    (
        "None is overdue.",
        "actions that are open when the records begin are recorded too",
    ),
    (
        "Complaints: ",
        "what is open when the records begin is recorded too, with what becomes of it",
    ),
    ("people owe no evaluation", "who owes one today is known"),
    (
        "follow-up action",
        "what is open when the records begin is recorded too",
    ),
    ("Your test score rose", "the best of what is known is good news"),
    ("Agreed in guidance", "what is said of the latest that is known"),
    (
        "Pengelolaan kinerja pegawai: now level 2",
        "the level is known, and the step is of today",
    ),
    (
        "Integritas: now level 1",
        "the level is known, and the step is of today",
    ),
];

#[test]
fn a_sentence_that_would_be_another_says_that_it_does_not_know() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut whole = Office::of(&data);
    let mut wrong = String::new();
    let people = people(&mut whole);
    let people = people.iter().map(|one| vec!["staff", one]);
    let asked: Vec<Vec<&str>> = reports().map(|one| vec![one]).chain(people).collect();
    for (since, months) in BEGIN {
        let mut twin = twin(&data, since);
        for month in months {
            for asked in &asked {
                let truth = sentences(&mut whole, asked, month);
                for said in sentences(&mut twin, asked, month) {
                    let is_told = ["known", "on record"].iter().any(|word| said.contains(word));
                    let is_state = STATES.iter().any(|(state, _)| said.starts_with(state));
                    if !is_told && !is_state && !truth.contains(&said) {
                        wrong += &format!("{since} {month} {asked:?}: {said}\n");
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn an_item_of_the_plan_from_before_the_records_begin_is_not_late() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut twin = twin(&data, "2026-09-01");
    let plan = figures(&mut twin, "plan", "2026-09");
    assert_eq!(plan["plan_items/penanganan-pengaduan/state"], "unknown");
    assert!(
        !plan
            .keys()
            .any(|address| address.starts_with("plan_late/penanganan-pengaduan/"))
    );
}

#[test]
fn that_nothing_is_overdue_is_said_of_what_is_on_record() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let brief = ["report", "brief", "--month", "2026-06", "--lang", "en"];
    assert!(office.run(&brief, "").stdout.contains("No complaint is overdue."));
    let set = office.run(&["settings", "set", "records_since", "2026-06-15"], "");
    assert_eq!(set.status, 0, "{}", set.stderr);
    let page = office.run(&brief, "").stdout;
    assert!(page.contains("No complaint on record is overdue;"), "{page}");
}
