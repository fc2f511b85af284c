//! What is gone or broken is named first, and once; a report refuses where it relies on it, and no other.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::check;
use bina::diagnostic::{Findings, Severity};
use bina::files::Directory;
use bina::inquiry::{Inquiry, KINDS, Kind};
use bina::load;
use bina::measure::trace::Trace;
use bina::records::time::{Day, Period};
use bina::render::{JSON, Options};
use bina::words::Lang;
use bina::words::problem::Problem;
use office::{Office, Tree};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

/// The month that is asked about.
const MONTH: (i32, u32) = (2026, 10);

/// The day on which it is asked, the same as that of every command here.
const TODAY: (i32, u32, u32) = (2026, 11, 20);

/// What may happen to a file: what stands there then, `None` where it is gone.
type Damage = fn(&str, &[u8]) -> Option<Vec<u8>>;

/// Everything that happens to every file.
const DAMAGES: &[(&str, Damage)] = &[
    ("gone", |_, _| None),
    ("bare", |name, bytes| {
        let heading = bytes.split_inclusive(|byte| *byte == b'\n').next();
        Some(
            heading
                .filter(|_| name.ends_with(".csv"))
                .unwrap_or_default()
                .to_vec(),
        )
    }),
    ("cut", |_, bytes| Some(bytes[..bytes.len() * 6 / 10].to_vec())),
    ("headless", |name, bytes| {
        // A document has no heading.
        let lost = usize::from(name.ends_with(".csv"));
        let rest = bytes.split_inclusive(|byte| *byte == b'\n').skip(lost);
        Some(rest.collect::<Vec<_>>().concat())
    }),
    ("misnamed", |name, bytes| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (from, to) = match name.ends_with(".csv") {
            true => (",", "x,"),
            false => ("\n", "\nzz = 1\n"),
        };
        Some(text.replacen(from, to, 1).into_bytes())
    }),
    ("utf16", |_, bytes| {
        let text = format!("\u{feff}{}", String::from_utf8(bytes.to_vec()).unwrap());
        Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect())
    }),
];

/// One file of each kind: those whose text cannot be read at all stand for the others.
const EACH: [&str; 5] = [
    "competencies.csv",
    "complaints/2026-10.csv",
    "plans/2026.toml",
    "rules/hours.toml",
    "trainings/2026-10/bimtek-kearsipan.toml",
];

/// What nobody can know, and why: then a report is another one, and nothing is told.
const UNKNOWN: &[(&str, &str, &str)] = &[
    ("gone", "evaluations/2026-09.csv", UNNAMED),
    ("gone", "responses/", UNNAMED),
    ("gone", "sessions/", UNNAMED),
    ("gone", "forums/2026-05/forum-konsultasi-publik.toml", UNNAMED),
    ("bare", "actions.csv", FROM_THE_FIRST),
    ("bare", "assessments.csv", FROM_THE_FIRST),
    ("bare", "awards.csv", FROM_THE_FIRST),
    ("bare", "certificates.csv", FROM_THE_FIRST),
    ("bare", "contracts.csv", FROM_THE_FIRST),
    ("bare", "education.csv", FROM_THE_FIRST),
    ("bare", "guidance.csv", FROM_THE_FIRST),
    ("bare", "holidays.csv", FROM_THE_FIRST),
    ("bare", "indicators.csv", FROM_THE_FIRST),
    ("bare", "needs.csv", FROM_THE_FIRST),
    ("bare", "standards.csv", FROM_THE_FIRST),
    (
        "bare",
        "handling/",
        "a month in which nothing was done about any complaint yet",
    ),
];

const UNNAMED: &str = "a month's file or a document that no other record names";
const FROM_THE_FIRST: &str =
    "a list that every office has from its first day, and that no other record names";

/// The files of an office that are damaged: of what lies month by month the latest.
fn files(tree: &Tree) -> Vec<&str> {
    let month = |name: &str| {
        let parts = name.split(['/', '.']);
        let months = parts.filter(|part| part.len() == 7 && part.starts_with("20"));
        months.fold(None, |_, month| Some(month.to_owned()))
    };
    let is_meant = |name: &&str| {
        let is_record = !name.starts_with("imports/") && !name.starts_with("evidence/");
        let is_late = match month(name) {
            Some(month) if name.starts_with("trainings/") => month == "2026-10",
            Some(month) if name.starts_with("forums/") => !month.is_empty(),
            Some(month) => matches!(&*month, "2026-10" | "2026-Q3"),
            None => true,
        };
        let is_one = !name.starts_with("rules/") || name.starts_with("rules/look") || EACH.contains(name);
        is_record && is_one && is_late && (name.ends_with(".csv") || name.ends_with(".toml"))
    };
    tree.keys().map(String::as_str).filter(is_meant).collect()
}

/// What a report says: itself, or every error at which it refuses.
type Answer = Result<String, Vec<String>>;

/// Asks for a report; what it says, and what it read.
fn ask(root: &Path, kind: &Kind, about: Option<&str>) -> (Answer, BTreeSet<String>) {
    let day = |(year, month, day)| Day::of(year, month, day).unwrap();
    let (today, month) = (day(TODAY), day((MONTH.0, MONTH.1, 1)).month());
    let directory = Directory::open(root).unwrap();
    let mut findings = Findings::new();
    let report = load::office(&directory, &mut findings).and_then(|office| {
        let asked = Inquiry {
            directory: &directory,
            office: &office,
            period: Period::month(month),
            today,
            lang: Lang::En,
            subject: about,
            is_whole: true,
            is_alone: false,
        };
        let report = asked.make(kind, &mut findings, &mut Trace::silent())?;
        let mut page = Vec::new();
        (JSON.report)(&report, &Options::default(), &mut page).unwrap();
        Some(String::from_utf8(page).unwrap())
    });
    let read = directory.read_names();
    check::read(&directory, today, &mut findings);
    let answer = match errors(&directory, &findings) {
        told if told.is_empty() => Ok(report.expect("a report without errors")),
        told => Err(told),
    };
    (answer, read)
}

/// Each error as `file error[code]`, in the order in which they are told.
fn errors(directory: &Directory, findings: &Findings) -> Vec<String> {
    let located = directory.locate(findings).into_iter();
    let errors = located.filter(|one| one.severity == Severity::Error);
    let errors = errors.map(|one| {
        let place = one.place.map_or(String::new(), |place| place.path);
        format!("{place} error[{}]", one.problem.code())
    });
    let mut errors: Vec<String> = errors.collect();
    errors.dedup();
    errors
}

/// Everything that `check` finds of an office: its errors, and whether it says that a file may have been cut.
fn checked(root: &Path) -> (Vec<String>, bool) {
    let directory = Directory::open(root).unwrap();
    let mut findings = Findings::new();
    let (year, month, day) = TODAY;
    check::all(&directory, Day::of(year, month, day).unwrap(), &mut findings);
    let is_open = findings.iter().any(|one| one.problem == Problem::LineOpen);
    (errors(&directory, &findings), is_open)
}

/// Damages some files of an office, each in every way, and gives what is wrong with what is said then.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn walk(tree: &Tree, names: &[&str]) -> Vec<String> {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let about = |kind: &Kind| match kind.name {
        "training" => Some("2026-10/bimtek-kearsipan"),
        "staff" | "transcript" | "idp" => Some("p3cvnvtx"),
        "unit" => Some("kel-terjun"),
        _ => None,
    };
    let root = office.root();
    let sound: Vec<(Answer, BTreeSet<String>)> =
        KINDS.iter().map(|kind| ask(&root, kind, about(kind))).collect();
    let mut wrong = Vec::new();
    for (name, (damage, happens)) in names
        .iter()
        .flat_map(|name| DAMAGES.iter().map(move |one| (name, one)))
    {
        let (path, bytes) = (root.join(name), &tree[*name]);
        let after = happens(name, bytes);
        let is_rare = ["misnamed", "utf16"].contains(damage);
        if after.as_ref() == Some(bytes) || (is_rare && !EACH.contains(name)) {
            continue;
        }
        match &after {
            None => fs::remove_file(&path).unwrap(),
            Some(after) => fs::write(&path, after).unwrap(),
        }
        let (known, is_open) = checked(&root);
        if known.len() > 1
            || (!known.is_empty() && *damage != "gone" && *damage != "bare" && !known[0].starts_with(name))
        {
            wrong.push(format!("{name} {damage}: check tells {known:?}"));
        }
        let is_unknown = UNKNOWN
            .iter()
            .any(|(how, file, _)| how == damage && name.starts_with(file));
        // What is wrong with the text of a file is told wherever it is read, and a rule in every report.
        let is_text = !known.is_empty() && (!["gone", "bare"].contains(damage) || name.starts_with("rules/"));
        let folder = name.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
        let reads = |read: &BTreeSet<String>| {
            read.contains(*name) || folder.as_ref().is_some_and(|folder| read.contains(folder))
        };
        let readers = KINDS.iter().zip(&sound).filter(|(_, (_, read))| reads(read));
        for (kind, (before, _)) in readers.take(if is_text { 1 } else { KINDS.len() }) {
            match ask(&root, kind, about(kind)).0 {
                Err(told) if told == known => {}
                Err(told) => wrong.push(format!(
                    "{name} {damage}: {} tells {told:?} of {known:?}",
                    kind.name
                )),
                Ok(now) if Ok(&now) == before.as_ref() => {}
                Ok(_) if is_unknown || (*damage == "cut" && is_open) => {}
                Ok(_) => wrong.push(format!("{name} {damage}: {} prints another report", kind.name)),
            }
        }
        fs::write(&path, bytes).unwrap();
    }
    wrong
}

#[test]
fn of_a_file_that_is_damaged_no_report_tells_less() {
    let tree = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).tree();
    let names: Vec<&str> = files(&tree)
        .into_iter()
        .filter(|name| *name != "bina.toml")
        .collect();
    let (even, odd): (Vec<_>, Vec<_>) = names.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let halves = [even, odd].map(|half| half.into_iter().map(|(_, name)| *name).collect::<Vec<_>>());
    let wrong = thread::scope(|scope| {
        let walks = halves.map(|half| {
            let tree = &tree;
            scope.spawn(move || walk(tree, &half))
        });
        walks.map(|walk| walk.join().unwrap()).concat()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A report that is made often asks `check` only where its own reading doubts: it doubts at every row that names a
/// document of any month that is gone, also where it opens none of them.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn a_report_that_is_made_often_misses_a_document_of_any_month() {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/aceh"));
    let (root, tree) = (office.root(), office.tree());
    let frequent = || KINDS.iter().filter(|kind| kind.is_frequent);
    let sound: Vec<Answer> = frequent().map(|kind| ask(&root, kind, None).0).collect();
    let is_document = |name: &&String| {
        name.ends_with(".toml") && (name.starts_with("trainings/") || name.starts_with("forums/"))
    };
    let (mut missed, mut wrong) = (0, Vec::new());
    for (name, bytes) in tree.iter().filter(|(name, _)| is_document(name)) {
        fs::remove_file(root.join(name)).unwrap();
        let (known, _) = checked(&root);
        for (kind, before) in frequent().zip(&sound).filter(|_| !known.is_empty()) {
            let now = ask(&root, kind, None).0;
            missed += usize::from(now.is_err());
            if now.is_ok() && now != *before {
                wrong.push(format!("{}: {name} is gone: {known:?}", kind.name));
            }
        }
        fs::write(root.join(name), bytes).unwrap();
    }
    assert!(wrong.is_empty() && missed > 0, "{missed}: {}", wrong.join("\n"));
}

/// A file of `data/`, what becomes of the first place of a text in it (of all of it where that is empty), and the reports
/// that do not rely on it.
const SPARED: &[(&str, &str, &str, &str)] = &[
    ("guidance.csv", "", "", "complaints"),
    ("actions.csv", "", "", "regulation"),
    ("certificates.csv", "", "", "complaints"),
    ("holidays.csv", "", "", "regulation"),
    ("handling/2026-09.csv", "", "", "mentoring"),
    ("competencies.csv", "", "", "complaints"),
    ("competencies.csv", "code,", "kode,", "complaints"),
    ("mentoring.csv", "", "", "complaints"),
    ("complaints/2026-10.csv", "channel", "kanal", "mentoring"),
    ("participation/2026-10.csv", "", "", "forum"),
    ("evaluations/2026-Q3.csv", "result", "hasil", "complaints"),
    ("plans/2026.toml", "title =", "titel =", "forum"),
    ("questionnaires/skm-2025.toml", "", "", "complaints"),
    (
        "trainings/2026-10/bimtek-kearsipan.toml",
        "method = \"",
        "method = \"X",
        "forum",
    ),
    (
        "forums/2026-05/forum-konsultasi-publik.toml",
        "",
        "",
        "complaints",
    ),
];

#[test]
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn a_report_that_does_not_rely_on_it_is_printed() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    for (file, from, to, reports) in SPARED {
        let path = office.root().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} {from}");
        match from.is_empty() {
            true => fs::remove_file(&path).unwrap(),
            false => fs::write(&path, text.replacen(from, to, 1)).unwrap(),
        }
        assert_ne!(office.run(&["check"], "").status, 0, "{file}");
        for report in reports.split_whitespace() {
            let said = office.run(&["report", report, "--month", "2026-10"], "");
            assert_eq!(said.status, 0, "{file}: {report}: {}", said.stderr);
        }
        fs::write(&path, text).unwrap();
    }
}

/// The lines of errors among some lines.
fn error_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains(": error[")).collect()
}

/// A name with a slip of the hand is no missing file.
#[test]
fn what_one_row_names_is_told_at_that_row() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base");
    let mut office = Office::of(&folder);
    let action = [
        "action",
        "add",
        "--what",
        "Menambah loket",
        "--opened",
        "2026-10-20",
    ];
    let said = office.run(
        &[&action[..], &["--source", "complaint:2062-10-abcde"]].concat(),
        "",
    );
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(said.stderr.contains("2062-10-abcde"), "{}", said.stderr);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses files")]
fn a_folder_that_is_gone_is_the_cause_of_what_is_named_in_it() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    fs::remove_dir_all(office.root().join("complaints")).unwrap();
    let report = ["--lang", "en", "report", "participation", "--month", "2026-10"];
    let said = office.run(&report, "");
    let told = error_lines(&said.stderr);
    assert_eq!(said.status, 3, "{told:#?}");
    assert!(
        !told.is_empty() && told.iter().all(|one| one.contains("file-missing")),
        "{told:#?}"
    );
    let checked = office.run(&["--lang", "en", "check"], "");
    let checked = error_lines(&checked.stdout);
    assert!(
        told.iter().all(|one| checked.contains(one)),
        "{told:#?} {checked:#?}"
    );
}

/// Nobody knows what stood in a list that is gone: no command goes on as if it were empty, and what makes an empty one
/// says so.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses a file")]
fn a_list_that_is_gone_is_not_begun_anew_by_the_way() {
    let mut office = Office::new(&[]);
    let add = [
        "regulation",
        "add",
        "--title",
        "Perubahan",
        "--number",
        "1",
        "--in-force",
        "2026-11-02",
    ];
    let said = office.run(&add, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let file = office.root().join("regulations.csv");
    fs::remove_file(&file).unwrap();
    for command in [
        &["regulation", "list"][..],
        &add,
        &["export", "regulations", "-o", "x.csv"],
        &["export", "sql", "--dialect", "duckdb"],
        &["check"],
    ] {
        let said = office.run(&[&["--lang", "en"], command].concat(), "");
        let told = said.stdout + &said.stderr;
        assert_ne!(said.status, 0, "{command:?}: {told}");
        assert!(
            told.contains("regulations.csv: error[file-missing]"),
            "{command:?}: {told}"
        );
        assert!(told.contains("bina format --missing"), "{told}");
    }
    assert_eq!(office.run(&["format"], "").status, 0);
    assert!(!file.exists());
    assert_eq!(office.run(&["format", "--missing"], "").status, 0);
    assert!(file.exists());
    assert_eq!(office.run(&["check"], "").status, 0);
}

/// The steps of a month are missed beside its complaints, and made with them.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test loses a file")]
fn the_handling_of_a_month_begins_with_its_complaints() {
    let mut office = Office::new(&[]);
    let add = [
        "complaint",
        "add",
        "--received",
        "2026-11-03",
        "--kind",
        "complaint",
    ];
    let said = office.run(&add, "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let file = office.root().join("handling/2026-11.csv");
    assert!(file.exists());
    fs::remove_file(&file).unwrap();
    let said = office.run(
        &["--lang", "en", "report", "complaints", "--month", "2026-11"],
        "",
    );
    assert!(
        said.stderr.contains("handling/2026-11.csv: error[file-missing]"),
        "{}",
        said.stderr
    );
    assert_eq!(office.run(&["format", "--missing"], "").status, 0);
    assert!(file.exists());
}
