//! A report asks of what it relies on the rules of `check`: both name the same errors, causes before consequences.

mod office;

use bina::check;
use bina::diagnostic::Severity;
use bina::records::TABLES;
use bina::records::document::FieldInfo;
use bina::schema::DOCUMENTS;
use office::{Office, Said};
use std::fs;
use std::path::Path;

/// A change of one file, by which the office in `data/` becomes wrong.
#[derive(Clone, Copy)]
enum Breach {
    /// The file is emptied.
    Emptied(&'static str),
    /// The file has its heading only.
    Cut(&'static str),
    /// The file is not there.
    Removed(&'static str),
    /// The file has a column or a field that nobody declared.
    Unknown(&'static str),
    /// The first of these words in the file becomes others.
    Words(&'static str, &'static str, &'static str),
}
use Breach::{Cut, Emptied, Removed, Unknown, Words};

impl Breach {
    #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
    fn of(self, office: &Office) {
        let (Emptied(file) | Cut(file) | Removed(file) | Unknown(file) | Words(file, ..)) = self;
        let path = office.root().join(file);
        let text = fs::read_to_string(&path).expect("a file of data/");
        let text = match self {
            Emptied(_) => String::new(),
            Cut(_) => text.lines().take(1).map(|line| format!("{line}\n")).collect(),
            Removed(_) => return fs::remove_file(path).expect("a file of data/"),
            Unknown(_) => text.replacen('\n', ",kolom\n", 1),
            Words(_, from, to) => {
                assert!(text.contains(from), "{file} has {from}");
                text.replacen(from, to, 1)
            }
        };
        fs::write(path, text).expect("a file of the copy");
    }
}

fn data() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// The errors that are told, in their order.
fn errors(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains(" error[")).collect()
}

fn run(office: &mut Office, line: &str) -> Said {
    let args: Vec<&str> = line.split(' ').collect();
    office.run(&args, "")
}

/// Runs check and a report on a broken office: both tell the same errors, of which there are so many.
fn both(breach: Breach, report: &str, count: usize, code: &str) {
    let mut office = data();
    breach.of(&office);
    let checked = run(&mut office, "check --lang en");
    let reported = run(&mut office, &format!("report {report} --month 2026-10 --lang en"));
    assert_eq!(
        (checked.status, reported.status),
        (1, 3),
        "{report}: {}",
        reported.stderr
    );
    assert_eq!(reported.stdout, "");
    let told = errors(&checked.stdout);
    assert_eq!(errors(&reported.stderr), told, "{report}");
    assert_eq!(told.len(), count, "{told:?}");
    assert!(told[0].contains(&format!("error[{code}]")), "{told:?}");
}

#[test]
fn what_follows_from_a_file_that_holds_nobody_is_no_finding() {
    for file in ["staff.csv", "units.csv"] {
        for report in ["monthly", "participation"] {
            both(Cut(file), report, 1, "table-emptied");
            both(Removed(file), report, 1, "file-missing");
        }
    }
}

#[test]
fn what_follows_from_a_file_that_cannot_be_read_is_no_finding() {
    for report in ["monthly", "mentoring"] {
        for file in ["staff.csv", "units.csv"] {
            both(Emptied(file), report, 1, "header-missing");
            both(Unknown(file), report, 1, "column-unknown");
        }
    }
    both(Emptied("competencies.csv"), "plan", 1, "header-missing");
}

#[test]
fn what_check_calls_wrong_is_not_reported_on() {
    let complaints = "complaints/2026-10.csv";
    both(
        Words(complaints, "normative", "klasx"),
        "monthly",
        1,
        "class-unknown",
    );
    let handling = "handling/2026-10.csv";
    let before = Words(handling, "2026-10-09,closed", "2026-10-04,closed");
    both(before, "brief", 1, "event-before-receipt");
    let participation = "participation/2026-10.csv";
    for report in [
        "participation",
        "training 2026-10/bimtek-kearsipan",
        "staff p1749rpb",
        "plan",
    ] {
        let score = Words(participation, ",58,79,", ",58,179,");
        both(score, report, 1, "score-outside");
        let elsewhere = Words(
            participation,
            "2026-10/bimtek-kearsipan,p16fdnbm",
            "2026-09/bimtek-kearsipan,p16fdnbm",
        );
        both(elsewhere, report, 2, "training-missing");
    }
    both(
        Words(participation, ",58,79,", ",58,179,"),
        "monthly",
        1,
        "score-outside",
    );
    let absent = Words(participation, "p16fdnbm,completed,,", "p16fdnbm,absent,sick,");
    both(absent, "monthly", 1, "absent-with-result");
}

#[test]
fn what_names_something_that_is_not_there_is_not_reported_on() {
    for report in ["certificates", "monthly"] {
        let renewal = Words("certificates.csv", ",c-barjas-2022,", ",c-nope,");
        both(renewal, report, 1, "reference-unknown");
    }
    let cause = Words("guidance.csv", ":pg8j43x7/2025-Q3", ":pg8j43x7/2024-Q3");
    both(cause, "evaluation", 1, "reference-unknown");
    let complaint = Words(
        "guidance.csv",
        "evaluation:pg8j43x7/2025-Q3,",
        "complaint:2025-10-zzzzz,",
    );
    both(complaint, "evaluation", 1, "reference-unknown");
    let audience = Words("regulations.csv", ",kec,", ",keq,");
    both(audience, "regulation", 1, "reference-unknown");
    let step = Words(
        "handling/2026-10.csv",
        "2026-10-0skec,2026-10-06",
        "2026-10-zzzzz,2026-10-06",
    );
    both(step, "monthly", 1, "reference-unknown");
    let mentor = Words("mentoring.csv", ",pybrqf62,p9cwhary,", ",p9cwhary,p9cwhary,");
    both(mentor, "mentoring", 1, "self-reference");
}

/// Puts a code that nothing has into the first value of a key of a document, or of a table in it.
fn misname(table: &mut toml::Table, path: &[&str], code: &str) -> bool {
    let Some(value) = table.get_mut(path[0]) else {
        return false;
    };
    match (value, &path[1..]) {
        (toml::Value::String(text), []) => code.clone_into(text),
        (toml::Value::Array(each), []) if !each.is_empty() => each[0] = code.into(),
        (toml::Value::Table(inner), rest) if !rest.is_empty() => return misname(inner, rest, code),
        (toml::Value::Array(each), rest) if !rest.is_empty() => {
            let mut tables = each.iter_mut().filter_map(toml::Value::as_table_mut);
            return tables.any(|one| misname(one, rest, code));
        }
        _ => return false,
    }
    true
}

/// The paths to the fields that name a row or a document.
fn naming(fields: &'static [FieldInfo], above: &[&'static str], out: &mut Vec<Vec<&'static str>>) {
    for field in fields {
        let path = [above, &[field.name]].concat();
        match field.nested {
            Some(nested) => naming(nested(), &path, out),
            None if !field.refers.is_empty() => out.push(path),
            None => {}
        }
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn a_code_that_nothing_has_is_told_at_its_place_wherever_one_may_stand() {
    let mut office = data();
    let mut wanted: Vec<String> = Vec::new();
    let tree = office.tree();
    let text = |name: &str| fs::read_to_string(office.root().join(name)).expect("a file of data/");
    let write = |name: &str, text: String| fs::write(office.root().join(name), text).expect("a file");
    for table in TABLES {
        let columns = table.columns.iter().filter(|column| column.refers.is_some());
        for column in columns.map(|column| &*column.name) {
            let code = format!("zz-{}", wanted.len());
            let files = tree
                .keys()
                .filter(|name| name.starts_with(table.path.trim_end_matches(".csv")));
            for name in files.filter(|name| name.ends_with(".csv")) {
                let old = text(name);
                let at = old
                    .lines()
                    .next()
                    .and_then(|head| head.split(',').position(|own| own == column));
                let Some(at) = at else { continue };
                // A cell of a row that has no quotes, and no code of another column yet.
                let is_free = |line: &&str| {
                    let cells: Vec<&str> = line.split(',').collect();
                    !line.contains('"')
                        && !line.contains("zz-")
                        && cells.get(at).is_some_and(|own| !own.is_empty())
                };
                let Some(line) = old.lines().skip(1).find(is_free) else {
                    continue;
                };
                let mut cells: Vec<&str> = line.split(',').collect();
                cells[at] = &code;
                write(name, old.replacen(line, &cells.join(","), 1));
                wanted.push(code);
                break;
            }
        }
    }
    for kind in DOCUMENTS {
        let mut paths = Vec::new();
        naming((kind.fields)(), &[], &mut paths);
        let folder = kind.path.split(['/', '.']).next().expect("a folder");
        for path in paths {
            let code = format!("zz-{}", wanted.len());
            for name in tree
                .keys()
                .filter(|name| name.starts_with(folder) && name.ends_with(".toml"))
            {
                let mut document: toml::Table = text(name).parse().expect("a document");
                if misname(&mut document, &path, &code) {
                    write(name, document.to_string());
                    wanted.push(code);
                    break;
                }
            }
        }
    }
    assert!(wanted.len() > 35, "{wanted:?}");
    let said = run(&mut office, "check --lang en").stdout;
    let lines: Vec<&str> = said.lines().collect();
    let is_told = |code: &String| {
        let code = format!("`{code}`");
        let at = lines
            .iter()
            .position(|line| line.contains(" error[") && line.contains(&code));
        at.is_some_and(|at| lines[at + 2].starts_with("  help: "))
    };
    wanted.retain(|code| !is_told(code));
    assert!(wanted.is_empty(), "{wanted:?} of\n{said}");
}

#[test]
fn a_report_asks_about_what_it_read_and_no_more() {
    let mut office = data();
    Words("complaints/2026-10.csv", "normative", "klasx").of(&office);
    for line in [
        "report monthly --month 2026-01 --lang en",
        "report mentoring --month 2026-10 --lang en",
    ] {
        let said = run(&mut office, line);
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{line}");
    }
    let said = run(&mut office, "report monthly --month 2026-10 --draft --lang en");
    assert_eq!(said.status, 3);
    assert!(said.stdout.contains("klasx"), "a draft says what is wrong");
}

/// The rules that a report asks, each with a report whose figures its breach in the gallery would change.
const ASKED: &[(&str, &str)] = &[
    ("absent-with-result", "monthly"),
    ("another-person", "evaluation"),
    ("answers-without-participants", "monthly"),
    ("choices-empty", "monthly"),
    ("class-unknown", "monthly"),
    ("code-not-in-settings", "monthly"),
    ("dates-reversed", "monthly"),
    ("day-without-outcome", "monthly"),
    ("duplicate-later", "monthly"),
    ("event-before-receipt", "monthly"),
    ("index-unknown", "monthly"),
    ("instructor-unknown", "monthly"),
    ("key-twice", "monthly"),
    ("nip-born", "participation"),
    ("nip-employment", "monthly"),
    ("nip-sex-differs", "participation"),
    ("participation-twice", "monthly"),
    ("partition-wrong", "monthly"),
    ("start-before-id", "monthly"),
    ("predicate-beside-parts", "monthly"),
    ("questionnaire-elements", "monthly"),
    ("reference-cycle", "monthly"),
    ("rule-missing", "monthly"),
    ("scale-reversed", "monthly"),
    ("score-outside", "monthly"),
    ("self-reference", "monthly"),
    ("step-value", "monthly"),
    ("file-missing", "monthly"),
    ("table-emptied", "monthly"),
    ("training-missing", "monthly"),
];

/// The rules of errors that no report asks by itself, and why.
const UNASKED: &[(&str, &str)] = &[
    (
        "anonymous-day",
        "the answer counts in the same month without its day",
    ),
    ("import-target", "what lists are read by enters no figure"),
    (
        "logo-unusable",
        "a picture enters no figure; a page that cannot show it says so itself",
    ),
    ("nip-repeated", "no figure tells people apart by NIP"),
    (
        "reference-kind",
        "what a reference of no kind names enters no figure",
    ),
    (
        "reference-unknown",
        "where a figure needs the row that is named, its reading tells or doubts that it is there",
    ),
    ("session-unknown", "presence enters no figure of an office"),
];

#[test]
fn every_rule_that_changes_a_figure_is_asked() {
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    for (code, report) in ASKED {
        let mut office = Office::new(&[&gallery.join("base"), &gallery.join(code)]);
        let checked = run(&mut office, "check --lang en");
        let reported = run(&mut office, &format!("report {report} --month 2026-10 --lang en"));
        assert_eq!((reported.status, reported.stdout.as_str()), (3, ""), "{code}");
        let (told, known) = (errors(&reported.stderr), errors(&checked.stdout));
        assert!(
            told.iter().any(|line| line.contains(&format!("error[{code}]"))),
            "{code}: {told:?}"
        );
        let mut rest = known.iter();
        assert!(
            told.iter().all(|line| rest.any(|known| known == line)),
            "{code}: {told:?} of {known:?}"
        );
    }
}

#[test]
fn of_every_rule_it_is_said_whether_a_report_asks_it() {
    let errors = check::rules().filter(|rule| rule.severity == Severity::Error);
    // What stands for several codes is told while the files are read.
    let mut rules: Vec<&str> = errors
        .filter(|rule| rule.codes() == [rule.name])
        .map(|rule| rule.name)
        .collect();
    let said = ASKED.iter().chain(UNASKED).map(|(code, _)| *code);
    let mut said: Vec<&str> = said.collect();
    rules.sort_unstable();
    said.sort_unstable();
    assert_eq!(said, rules);
}
