//! What is not on record is not none: a month's file that is gone, where no git could tell, makes no report say less without
//! a word about it. Nobody can know it of the answers of a month, and of an evaluation beyond the rhythm: whoever has no other
//! is told as not evaluated where anybody's of that period is on record.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::check;
use bina::diagnostic::Findings;
use bina::files::Directory;
use bina::inquiry::{Inquiry, KINDS, Kind};
use bina::load;
use bina::measure::trace::Trace;
use bina::records::TABLES;
use bina::records::table::Cut;
use bina::records::time::{Month, Period};
use bina::render::{JSON, Options};
use bina::report::model::{Report, Value};
use bina::words::Lang;
use office::Office;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The last month of the offices: each is asked as of the day after it.
const LAST: &str = "2026-12";

/// A report in words and figures, what it says beside them, and its figures; nothing where it refuses.
type Answer = Option<(String, BTreeMap<String, u64>, Figures)>;

/// The figures of a report by table, words of the row and column: what is known, of how many it is a count, and whether
/// something stands beside it that is not known.
type Figures = BTreeMap<[String; 3], (String, Option<u64>, bool)>;

/// The figures of a report.
fn figures(report: &Report) -> Figures {
    let mut out = Figures::new();
    for table in report.sections.iter().flat_map(|section| &section.tables) {
        for row in &table.rows {
            let cells = || row.iter().zip(&table.columns);
            let words = cells().filter(|(_, column)| column.meanings.is_empty());
            let words: Vec<_> = words.map(|(value, _)| value.data()).collect();
            for (value, column) in cells().filter(|(value, column)| column.is_counted() && value.is_figure())
            {
                let (of, is_partial) = match value {
                    Value::Partial(partial) => (partial.of, partial.unknown.is_some()),
                    _ => (None, false),
                };
                let place = [table.id.to_owned(), words.join("/"), column.id.to_owned()];
                out.insert(place, (value.data().into_owned(), of, is_partial));
            }
        }
    }
    out
}

/// What is told as certain and was not told so before: a figure that changed, with nothing beside it that is not known.
fn surer(now: &Answer, before: &Answer) -> Vec<String> {
    let (Some((.., now)), Some((.., before))) = (now, before) else {
        return Vec::new();
    };
    let unknown = |figures: &Figures, place: &[String; 3]| {
        let beside = |other: &&[String; 3]| {
            let is_unknown = other[2].contains("unknown") || other[1].contains("unknown");
            other[0] == place[0] && is_unknown && (other[1] == place[1] || other[2] == place[2])
        };
        let counts = figures
            .keys()
            .filter(beside)
            .filter_map(|other| figures[other].0.parse::<f64>().ok());
        counts.sum::<f64>()
    };
    // How complete the records are is told of those that there are.
    let changed = now.iter().filter(|(place, _)| place[0] != "completeness");
    let changed = changed.filter(|(place, (value, of, is_partial))| {
        let was = before.get(*place);
        // A count of fewer who are known tells of fewer.
        let is_surer = |(known, was_of, was_partial): &(String, Option<u64>, bool)| {
            !was_partial && known != value && (of.is_none() || of >= was_of)
        };
        !is_partial && was.is_some_and(is_surer)
    });
    let sure = changed.filter(|(place, _)| unknown(now, place) <= unknown(before, place));
    sure.map(|(place, (value, ..))| format!("{}: {value}, was {}", place.join(" | "), before[place].0))
        .collect()
}

/// Asks for a report; what it says, and what it read.
fn ask(root: &Path, kind: &Kind, month: Month) -> (Answer, BTreeSet<String>) {
    let today = Month::parse(LAST).unwrap().last();
    let directory = Directory::open(root).unwrap();
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings).unwrap();
    let asked = Inquiry {
        lang: Lang::Id,
        ..Inquiry::of_month(&directory, &office, month, today)
    };
    let report = asked.make(kind, &mut findings, &mut Trace::silent());
    let read = directory.read_names();
    check::read(&directory, today, &mut findings);
    let report = report.filter(|_| findings.errors() == 0);
    let answer = report.map(|report| {
        let mut page = Vec::new();
        (JSON.report)(&report, &Options::default(), &mut page).unwrap();
        (
            String::from_utf8(page).unwrap(),
            beside(&report),
            figures(&report),
        )
    });
    (answer, read)
}

/// The sentences beside the figures without their numbers, and how much is said not to be known.
fn beside(report: &Report) -> BTreeMap<String, u64> {
    let mut said = BTreeMap::new();
    for section in &report.sections {
        for note in &section.notes {
            let words: String = note.text.chars().filter(|one| !one.is_ascii_digit()).collect();
            *said.entry(format!("{}: {words}", note.code)).or_default() += 1;
        }
        for value in section
            .tables
            .iter()
            .flat_map(|table| table.rows.iter().flatten())
        {
            if let Value::Partial(partial) = value {
                *said.entry("unknown".to_owned()).or_default() +=
                    partial.unknown.map_or(0, |(count, _)| count);
            }
        }
    }
    said
}

/// Whether an answer refuses, or says something that the one before did not.
fn says_more(now: &Answer, before: &Answer) -> bool {
    let (Some((_, now, _)), Some((_, before, _))) = (now, before) else {
        return now.is_none();
    };
    let grown = |(what, count): (&String, &u64)| before.get(what).is_none_or(|known| known < count);
    now.iter().any(grown)
}

/// The month of a file that is cut by month or period.
fn month_of(name: &str) -> Option<Month> {
    let (_, partition) = name.strip_suffix(".csv")?.rsplit_once('/')?;
    let period = Period::parse(partition)?;
    Some(period.last_month())
}

/// One in how many files and months is looked at: all take minutes.
const SAMPLE: usize = 3;

/// Which of them, by number: the first, unless the environment names another.
#[allow(clippy::disallowed_methods, reason = "a test has no session")]
fn is_chosen(number: usize) -> bool {
    let seed = std::env::var("BINA_SEED").ok().and_then(|seed| seed.parse().ok());
    number % SAMPLE == seed.unwrap_or(0) % SAMPLE
}

/// Takes files of the tables of an office that are cut by month or period away, one after the other, and asks about its
/// month and the next; gives where a report says less without a word.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn silent(folder: &str) -> Vec<String> {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let (root, tree) = (office.root(), office.tree());
    let (first, last) = (Month::parse("2026-01").unwrap(), Month::parse(LAST).unwrap());
    let cut = TABLES.iter().filter(|table| table.cut != Cut::Whole);
    let cut: Vec<String> = cut.map(|table| format!("{}/", table.path)).collect();
    let is_cut = |name: &&String| cut.iter().any(|folder| name.starts_with(folder));
    let kinds = || KINDS.iter().filter(|kind| !kind.needs_subject());
    let (mut sound, mut wrong, mut changed) = (BTreeMap::new(), Vec::new(), 0);
    let names = tree.keys().filter(is_cut).enumerate();
    for (_, name) in names.filter(|(number, _)| is_chosen(*number)) {
        let Some(month) = month_of(name) else {
            continue;
        };
        let months = [month, month.plus(1)].into_iter();
        let months: Vec<Month> = months.filter(|month| (first..=last).contains(month)).collect();
        for month in &months {
            for kind in kinds() {
                let before = || ask(&root, kind, *month);
                sound.entry((*month, kind.name)).or_insert_with(before);
            }
        }
        fs::remove_file(root.join(name)).unwrap();
        for month in &months {
            for kind in kinds() {
                let (before, read) = &sound[&(*month, kind.name)];
                // Who does not ask for it cannot miss it.
                if !read.contains(name) {
                    continue;
                }
                let now = ask(&root, kind, *month).0;
                changed += usize::from(now != *before);
                if now != *before && !says_more(&now, before) {
                    wrong.push(format!("{} {month}: {name} is gone", kind.name));
                }
            }
        }
        fs::write(root.join(name), &tree[name]).unwrap();
    }
    assert!(changed > 0, "{folder}");
    wrong
}

#[test]
fn no_month_is_lost_without_a_word_in_aceh() {
    assert_eq!(silent("examples/aceh"), Vec::<String>::new());
}

#[test]
fn no_month_is_lost_without_a_word_in_data() {
    assert_eq!(silent("data"), Vec::<String>::new());
}

/// Takes who took part in the programmes of a month away, of an office in which these run and nothing else names them;
/// gives what a report of that month or the next tells as surer for it.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn surer_without(folder: &str, month: Month) -> Vec<String> {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let (root, own) = (office.root(), format!("participation/{month}.csv"));
    let documents = format!("trainings/{month}/");
    for (name, bytes) in office.tree().into_iter().filter(|(name, _)| *name != own) {
        let text = || String::from_utf8(bytes).unwrap();
        let changed = match name.ends_with(".csv") {
            true => {
                let lines = text();
                let kept = lines.lines().filter(|line| !line.contains(&format!("{month}/")));
                kept.map(|line| format!("{line}\n")).collect::<String>()
            }
            // A list of what is done is missed.
            false if name.starts_with(&documents) => {
                text().replace("status = \"done\"", "status = \"running\"")
            }
            false => continue,
        };
        fs::write(root.join(name), changed).unwrap();
    }
    let kinds = || KINDS.iter().filter(|kind| !kind.needs_subject());
    let asked = || {
        [month, month.plus(1)]
            .into_iter()
            .flat_map(|month| kinds().map(move |kind| (kind, month)))
    };
    let before: Vec<Answer> = asked().map(|(kind, month)| ask(&root, kind, month).0).collect();
    fs::remove_file(root.join(own)).unwrap();
    let (mut out, mut changed) = (Vec::new(), 0);
    for ((kind, asked), before) in asked().zip(&before) {
        let now = ask(&root, kind, asked).0;
        // Who refuses, because others name who took part, tells nothing.
        changed += usize::from(now.is_some() && now != *before);
        let sure = surer(&now, before).into_iter();
        out.extend(sure.map(|one| format!("{folder} {month}, {} {asked}: {one}", kind.name)));
    }
    assert!(changed > 0, "{folder} {month}");
    out
}

#[test]
fn no_figure_is_surer_without_those_who_took_part() {
    let offices = [
        ("examples/aceh", "2026-03"),
        ("examples/aceh", "2026-04"),
        ("data", "2026-05"),
    ];
    let months = offices.map(|(folder, month)| (folder, Month::parse(month).unwrap()));
    let sure = months
        .into_iter()
        .flat_map(|(folder, month)| surer_without(folder, month));
    assert_eq!(sure.collect::<Vec<_>>(), Vec::<String>::new());
}

/// The programmes of March 2026 of this office all run on, and what participants answered is gone too.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn without_march(is_answered: bool) -> Office {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/aceh"));
    fs::remove_file(office.root().join("participation/2026-03.csv")).unwrap();
    let answers = office.tree().into_iter();
    let answers = answers.filter(|(name, _)| !is_answered && name.starts_with("responses/umpan-balik-2025/"));
    for (name, bytes) in answers {
        let text = String::from_utf8(bytes).unwrap();
        let kept = text
            .lines()
            .filter(|line| !line.contains("2026-03/mooc-kearsipan-digital"));
        let kept: String = kept.map(|line| format!("{line}\n")).collect();
        fs::write(office.root().join(name), kept).unwrap();
    }
    office
}

#[test]
fn who_takes_part_in_a_running_programme_is_unknown_and_not_nobody() {
    let mut office = without_march(false);
    assert_eq!(office.run(&["check", "--quiet"], "").status, 0);
    for report in ["monthly", "brief", "participation", "hours", "plan", "evaluation"] {
        let said = office.run(&["report", report, "--month", "2026-04", "--lang", "en"], "");
        let said = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        let sentence =
            "1 programme has begun and nobody on record as taking part (Kuliah Daring Kearsipan Digital)";
        assert!(said.contains(sentence), "{report}: {said}");
    }
    for report in ["monthly", "brief", "participation", "plan"] {
        let public = ["report", report, "--month", "2026-04", "--edition", "public"];
        let said = office.run(&public, "").stdout;
        assert!(
            said.contains("belum mempunyai peserta tercatat: 1."),
            "{report}: {said}"
        );
        assert!(!said.contains("Kuliah Daring"), "{report}");
    }
    let said = office.run(&["report", "brief", "--month", "2026-04", "-O", "json"], "");
    assert!(
        said.stdout.contains("[\"jp_per_pns\", {\"value\": "),
        "{}",
        said.stdout
    );
    // What has not begun is no loss.
    let said = office.run(&["report", "brief", "--month", "2026-02"], "");
    assert!(!said.stdout.contains("peserta tercatat"), "{}", said.stdout);
}

#[test]
fn what_participants_answered_says_that_there_were_some() {
    let mut office = without_march(true);
    for report in ["monthly", "brief", "participation", "hours", "plan", "evaluation"] {
        for month in ["2026-03", "2026-10"] {
            let said = office.run(&["report", report, "--month", month], "");
            assert_eq!(said.status, 3, "{report} {month}: {}", said.stdout);
            assert!(
                said.stderr.contains("participation/2026-03.csv"),
                "{}",
                said.stderr
            );
        }
    }
}

#[test]
fn a_period_without_any_evaluation_is_unknown() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let root = office.root();
    let headings = ["guidance.csv", "awards.csv", "actions.csv"];
    for name in headings {
        #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
        let text = fs::read_to_string(root.join(name)).unwrap();
        let heading = text.lines().next().unwrap();
        #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
        fs::write(root.join(name), format!("{heading}\n")).unwrap();
    }
    let ask = |office: &mut Office| {
        office
            .run(&["report", "evaluation", "--month", "2026-10"], "")
            .stdout
    };
    assert!(!ask(&mut office).contains("tidak satu pun tercatat"));
    #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
    fs::remove_file(root.join("evaluations/2026-Q2.csv")).unwrap();
    let said = ask(&mut office);
    assert!(
        said.contains("Evaluasi Triwulan II 2026: tidak satu pun tercatat"),
        "{said}"
    );
}

/// Takes a file away of an office in which no row names what is in it (a word of these rows), and gives what the reports
/// of these months tell as surer for it.
#[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
fn surer_in(folder: &str, (file, named): (&str, &str), months: [&str; 2]) -> Vec<String> {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let (root, tree) = (office.root(), office.tree());
    let others = tree
        .into_iter()
        .filter(|(name, _)| name.ends_with(".csv") && name != file);
    for (name, bytes) in others {
        let text = String::from_utf8(bytes).unwrap();
        let kept = text.lines().filter(|line| !line.contains(named));
        let kept: String = kept.map(|line| format!("{line}\n")).collect();
        fs::write(root.join(name), kept).unwrap();
    }
    let kinds = || KINDS.iter().filter(|kind| !kind.needs_subject());
    let months = months.map(|month| Month::parse(month).unwrap());
    let asked = || {
        months
            .into_iter()
            .flat_map(|month| kinds().map(move |kind| (kind, month)))
    };
    let before: Vec<Answer> = asked().map(|(kind, month)| ask(&root, kind, month).0).collect();
    fs::remove_file(root.join(file)).unwrap();
    let (mut out, mut changed) = (Vec::new(), 0);
    for ((kind, month), before) in asked().zip(&before) {
        let now = ask(&root, kind, month).0;
        changed += usize::from(now.is_some() && now != *before);
        let sure = surer(&now, before).into_iter();
        out.extend(sure.map(|one| format!("{folder} without {file}, {} {month}: {one}", kind.name)));
    }
    assert!(changed > 0, "{folder} without {file}");
    out
}

#[test]
fn no_figure_is_surer_without_the_evaluations_of_a_quarter() {
    let gone = ("evaluations/2026-Q3.csv", "/2026-Q3");
    let sure = surer_in("examples/belawan", gone, ["2026-10", "2026-11"]);
    assert_eq!(sure, Vec::<String>::new());
}

#[test]
fn no_figure_is_surer_without_the_sessions_of_a_month() {
    let gone = ("sessions/2026-10.csv", "\u{0}");
    let mut sure = surer_in("data", gone, ["2026-10", "2026-11"]);
    // What pairs held since they began is the sum of what is on record; a note names the month of which nothing is.
    sure.retain(|one| !one.contains(": mentors | "));
    assert_eq!(sure, Vec::<String>::new());
}

#[test]
fn nobody_is_named_as_not_evaluated_where_nobody_s_evaluation_is_on_record() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let due = |office: &mut Office| {
        let said = office.run(&["--as-of", "2026-10-31", "due", "-O", "csv"], "");
        assert_eq!(said.status, 0, "{}", said.stderr);
        let named = said.stdout.matches("/2026-Q3,").count();
        (named, said.stdout.contains("evaluation:2026-Q3,"))
    };
    let (named, of_all) = due(&mut office);
    assert!(named > 0 && !of_all);
    for name in ["guidance.csv", "awards.csv", "actions.csv"] {
        let place = office.root().join(name);
        #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
        let text = fs::read_to_string(&place).unwrap();
        let heading = text.lines().next().unwrap();
        #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
        fs::write(&place, format!("{heading}\n")).unwrap();
    }
    for name in ["evaluations/2026-Q3.csv", "evaluations/2026-09.csv"] {
        #[allow(clippy::disallowed_methods, reason = "a test breaks its own copy")]
        fs::remove_file(office.root().join(name)).unwrap();
    }
    assert_eq!(due(&mut office), (0, true));
    for edition in ["office", "public"] {
        for report in ["monthly", "brief"] {
            let line = [
                "report",
                report,
                "--month",
                "2026-10",
                "--edition",
                edition,
                "-O",
                "json",
            ];
            let said = office.run(&line, "").stdout;
            assert!(said.contains("evaluations-unknown"), "{report} {edition}: {said}");
        }
    }
}
