//! Who has the records themselves, or knows somebody in the office, finds nobody in the masked directory.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test breaks the copies that it made")]

mod office;

use bina::records::TABLES;
use bina::records::cell::Domain;
use office::{Office, Tree};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// The offices of the project.
const OFFICES: [&str; 5] = [
    "data",
    "examples/medan",
    "examples/aceh",
    "examples/mamuju",
    "examples/belawan",
];

/// An office of the project.
fn office(name: &str) -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

/// A row by the names of its columns.
type Row = HashMap<String, String>;

/// The rows of a table of a directory beside the office, or of the office itself.
fn rows(tree: &Tree, file: &str) -> Vec<Row> {
    let Some(bytes) = tree.get(file) else {
        return Vec::new();
    };
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let names = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap);
    let row = |row: csv::StringRecord| {
        let cells = names.iter().zip(row.iter());
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    rows.map(row).collect()
}

/// The office in which nobody shall be found, as somebody who got it reads it in.
fn masked(office: &mut Office) -> Tree {
    let said = office.run(&["export", "all", "--masked", "-o", "samar.xlsx", "--quiet"], "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    let said = office.run(&["-C", "samar", "import", "all", "samar.xlsx", "--quiet"], "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    let said = office.run(&["-C", "samar", "check", "--quiet"], "");
    assert_eq!(said.status, 0, "{}", said.stdout);
    office::tree(&office.beside("samar"))
}

/// What is on record about each person: by the name of the trait, each value that the person ever had. Units and positions
/// are called otherwise.
fn people(tree: &Tree) -> Vec<BTreeMap<String, BTreeSet<String>>> {
    let mut people: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut told = |id: &str, what: &str, value: &str| {
        let own = people.entry(id.to_owned()).or_default();
        if !value.is_empty() {
            own.entry(what.to_owned()).or_default().insert(value.to_owned());
        }
    };
    for row in rows(tree, "staff.csv") {
        let id = &row["id"];
        for what in ["employment", "joined", "born", "sex"] {
            told(id, what, row.get(what).map_or("", String::as_str));
        }
        let nip = row.get("nip").cloned().unwrap_or_default();
        for (what, part) in [
            ("nip", 0..18),
            ("nip-born", 0..8),
            ("nip-year", 0..4),
            ("nip-appointed", 8..14),
        ] {
            told(id, what, nip.get(part).unwrap_or_default());
        }
    }
    for row in rows(tree, "postings.csv") {
        for what in [
            "since",
            "position_kind",
            "grade",
            "employment",
            "status",
            "decree",
            "supervisor",
        ] {
            told(&row["staff"], what, row.get(what).map_or("", String::as_str));
        }
    }
    for (file, columns) in [
        ("contracts.csv", ["since", "until"]),
        ("education.csv", ["start", "level"]),
    ] {
        for row in rows(tree, file) {
            for what in columns {
                told(
                    &row["staff"],
                    &format!("{file} {what}"),
                    row.get(what).map_or("", String::as_str),
                );
            }
        }
    }
    people.into_values().collect()
}

#[test]
fn nobody_is_found_by_what_is_known_of_people() {
    for name in OFFICES {
        let mut office = office(name);
        let here = office.tree();
        let there = masked(&mut office);
        let real = people(&here);
        let unreal = people(&there);
        assert_eq!(real.len(), unreal.len());
        let known: BTreeSet<String> = real.iter().flat_map(BTreeMap::keys).cloned().collect();
        // By each trait, and by all of them: what a row does not tell fits everybody.
        let mut sets: Vec<Vec<&String>> = known.iter().map(|one| vec![one]).collect();
        sets.push(known.iter().filter(|one| !is_made_up(one)).collect());
        for set in &sets {
            let fits = |own: &BTreeMap<String, BTreeSet<String>>,
                        other: &BTreeMap<String, BTreeSet<String>>| {
                set.iter().all(|what| match (own.get(*what), other.get(*what)) {
                    (Some(own), Some(other)) => own.iter().any(|value| other.contains(value)),
                    _ => true,
                })
            };
            for own in &unreal {
                let found = real.iter().filter(|other| fits(own, other)).count();
                assert_ne!(found, 1, "{name}: {set:?} finds {own:?}");
            }
            for other in &real {
                let found = unreal.iter().filter(|own| fits(own, other)).count();
                assert_ne!(found, 1, "{name}: {set:?} finds {other:?}");
            }
        }
        // Numbers of identity are made up: of what stands in them as good as nothing is true.
        let parts = |tree: &Tree| -> BTreeSet<String> {
            let numbers = rows(tree, "staff.csv").into_iter();
            let parts = numbers.filter_map(|row| Some(row["nip"].get(..15)?.to_owned()));
            parts.collect()
        };
        let (own, other) = (parts(&here), parts(&there));
        assert!(
            own.len() > 30 && other.len() > 30 && own.is_disjoint(&other),
            "{name}"
        );
    }
}

/// Whether a trait of a masked person says nothing of him.
fn is_made_up(what: &str) -> bool {
    what.starts_with("nip") || what == "since" || what.starts_with("contracts.csv")
}

#[test]
fn nobody_is_alone_even_where_it_is_known_which_unit_is_which() {
    for name in OFFICES {
        let mut office = office(name);
        let there = masked(&mut office);
        let mut alike: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let postings = rows(&there, "postings.csv");
        for person in rows(&there, "staff.csv") {
            let own = postings.iter().find(|row| row["staff"] == person["id"]);
            let traits = ["unit", "position_kind", "grade", "position"];
            let mut known = vec![person["employment"].clone()];
            known.extend(traits.map(|what| own.map_or(String::new(), |row| row[what].clone())));
            *alike.entry(known).or_insert(0) += 1;
        }
        let alone: Vec<_> = alike.iter().filter(|(_, people)| **people < 2).collect();
        assert!(alone.is_empty(), "{name}: {alone:?}");
        // Most people keep their unit.
        let with_unit: usize = alike
            .iter()
            .filter(|(known, _)| !known[1].is_empty())
            .map(|(_, people)| people)
            .sum();
        let all: usize = alike.values().sum();
        assert!(with_unit * 2 > all, "{name}: {with_unit} of {all}");
    }
}

#[test]
fn no_order_and_no_second_export_tells_which_is_which() {
    let mut office = office("data");
    let here = office.tree();
    let ids = |office: &mut Office, file: &str| {
        let said = office.run(&["export", "all", "--masked", "-o", file, "--quiet"], "");
        assert_eq!((said.status, said.stderr.as_str()), (0, ""));
        let said = office.run(
            &["-C", &format!("dir-{file}"), "import", "all", file, "--quiet"],
            "",
        );
        assert_eq!((said.status, said.stderr.as_str()), (0, ""));
        let tree = office::tree(&office.beside(&format!("dir-{file}")))
            .into_iter()
            .collect();
        rows(&tree, "participation/2026-10.csv")
            .into_iter()
            .map(|row| row["staff"].clone())
            .collect::<Vec<_>>()
    };
    let (one, other) = (ids(&mut office, "one.xlsx"), ids(&mut office, "other.xlsx"));
    let real = rows(&here, "participation/2026-10.csv").len();
    assert_eq!((one.len(), other.len()), (real, real));
    let both: BTreeSet<&String> = one.iter().collect();
    assert!(
        other.iter().all(|id| !both.contains(id)),
        "what is made up is made up anew"
    );
    let said = office.run(&["export", "all", "--masked", "-o", "told.xlsx"], "");
    assert!(
        said.stderr.contains("README.md") && said.stderr.contains("imports/"),
        "{}",
        said.stderr
    );
}

#[test]
fn no_file_of_another_is_replaced_in_a_folder() {
    let mut office = office("data");
    let export = ["export", "all", "-o", "keluar", "--quiet"];
    let folder = office.beside("keluar");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("staff.csv"), "punya orang lain\n").unwrap();
    std::fs::write(folder.join("units.csv"), "dan ini\n").unwrap();
    let before = office::tree(&folder);
    let said = office.run(&export, "");
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(
        said.stderr.contains("staff.csv, units.csv") || said.stderr.contains("units.csv, staff.csv"),
        "{}",
        said.stderr
    );
    assert_eq!(office::tree(&folder), before, "nothing was written");
    std::fs::remove_file(folder.join("staff.csv")).unwrap();
    std::fs::remove_file(folder.join("units.csv")).unwrap();
    // What lies beside stays, and the same again changes nothing.
    std::fs::write(folder.join("catatan.txt"), "milik saya\n").unwrap();
    assert_eq!(office.run(&export, "").status, 0);
    let first = office::tree(&folder);
    assert!(first.len() > 20 && first["catatan.txt"] == b"milik saya\n");
    assert_eq!(office.run(&export, "").status, 0);
    assert_eq!(office::tree(&folder), first);
}

/// The words of a text that are long enough to be recognised.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let long =
        words.filter(|word| word.chars().count() > 3 && !word.bytes().all(|byte| byte.is_ascii_digit()));
    long.map(str::to_lowercase)
}

/// Everything that could tell who somebody is or where the office lies: names, numbers, contacts, places, and every text.
fn telling(tree: &Tree) -> BTreeMap<String, String> {
    let mut telling = BTreeMap::new();
    for table in TABLES {
        for (name, bytes) in tree
            .iter()
            .filter(|(name, _)| table.file("") == **name || name.starts_with(&format!("{}/", table.path)))
        {
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let names = reader.headers().unwrap().clone();
            for row in reader.records().map(Result::unwrap) {
                for (heading, cell) in names.iter().zip(&row) {
                    let column = table.column(heading).map(|at| &table.columns[at]);
                    let is_written =
                        column.is_some_and(|column| matches!(column.kind, Domain::Text | Domain::Nip));
                    let is_name = (&*table.name, heading) == ("staff", "name")
                        || (&*table.name, heading) == ("units", "name");
                    if is_name {
                        telling.extend(words(cell).map(|word| (word, name.clone())));
                    }
                    if is_written && cell.chars().count() > 11 {
                        telling.insert(cell.to_lowercase(), name.clone());
                    }
                }
            }
        }
    }
    let settings = String::from_utf8_lossy(&tree["bina.toml"]).into_owned();
    let agency = settings
        .lines()
        .filter(|line| line.starts_with("name = ") || line.starts_with("government"));
    for line in agency.take(2) {
        telling.extend(words(line.split('=').nth(1).unwrap()).map(|word| (word, "bina.toml".to_owned())));
    }
    telling
}

/// The figures that a masked directory keeps.
const SAME: [&str; 8] = [
    "key_figures,received,",
    "key_figures,resolved,",
    "key_figures,on_time,",
    "key_figures,median_workdays,",
    "key_figures,overdue,",
    "key_figures,ikm,",
    "key_figures,ikm_n,",
    "programmes,*,",
];

#[test]
fn nobody_is_recognised_in_what_leaves_masked() {
    // What the shipped rules and questionnaires say stays.
    let shipped = office("data").tree().into_iter();
    let shipped =
        shipped.filter(|(file, _)| file.starts_with("rules/") || file.starts_with("questionnaires/"));
    let kept: String = shipped
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).to_lowercase())
        .collect();
    let columns = TABLES.iter().flat_map(|table| table.columns.iter());
    let codes = columns
        .flat_map(|column| column.kind.codes())
        .flat_map(|code| words(code.name));
    let kept_words: BTreeSet<String> = words(&kept).chain(codes).collect();
    for name in OFFICES {
        let mut office = office(name);
        let here = office.tree();
        let said = office.run(&["export", "all", "--masked", "-o", "samar.xlsx", "--quiet"], "");
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{name}");
        let said = office.run(&["-C", "samar", "import", "all", "samar.xlsx", "--quiet"], "");
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{name}");
        let said = office.run(&["-C", "samar", "check", "--quiet"], "");
        assert_eq!(said.status, 0, "{name}: {}", said.stdout);
        let there = office::tree(&office.beside("samar"));
        let telling = telling(&here);
        assert!(telling.len() > 300, "{name}: {}", telling.len());
        let text: String = there
            .iter()
            .map(|(file, bytes)| format!("{file}\n{}", String::from_utf8_lossy(bytes)).to_lowercase())
            .collect();
        let own: BTreeSet<String> = words(&text).collect();
        for (told, from) in &telling {
            let (is_kept, is_told) = match told.contains(|letter: char| !letter.is_alphanumeric()) {
                true => (kept.contains(told.as_str()), text.contains(told.as_str())),
                false => (kept_words.contains(told), own.contains(told)),
            };
            assert!(is_kept || !is_told, "{name} tells `{told}` of {from}");
        }
        // The same person is the same person, and as many rows tell as much, but for what tells of people by itself.
        let rows = |tree: &Tree| -> usize {
            let coarse = ["postings.csv", "contracts.csv", "education.csv"];
            let tables = tree
                .iter()
                .filter(|(file, _)| file.ends_with(".csv") && !coarse.contains(&file.as_str()));
            tables
                .map(|(_, bytes)| bytes.iter().filter(|byte| **byte == b'\n').count())
                .sum()
        };
        assert_eq!(rows(&here), rows(&there), "{name}");
        let said = office.run(
            &[
                "-C", "samar", "report", "monthly", "--month", "2026-10", "-O", "csv",
            ],
            "",
        );
        let masked = said
            .stdout
            .lines()
            .filter(|line| SAME.iter().any(|start| line.starts_with(start)))
            .map(str::to_owned);
        let masked: Vec<String> = masked.collect();
        let said = office.run(&["report", "monthly", "--month", "2026-10", "-O", "csv"], "");
        let plain: Vec<&str> = said
            .stdout
            .lines()
            .filter(|line| SAME.iter().any(|start| line.starts_with(start)))
            .collect();
        assert!(plain.len() > 20, "{name}");
        assert_eq!(masked, plain, "{name}: the figures are the same");
    }
}
