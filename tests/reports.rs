//! The reports of the office in `data/`, byte for byte: adding a file adds a test.
//!
//! ```text
//! tests/reports/<report>/<time>/<language>.<form>           the whole report as txt, md, json or csv; a time is 2026-10,
//!                                                           2026-Q3, 2026-S1, 2026 or 2026-02..2026-04
//! tests/reports/<report>/<time>/<language>.full.txt         the same with everything that a busy reader is spared
//! tests/reports/<report>/<time>/<language>.<table>.csv      one table of it
//! tests/reports/<report>/<time>/<language>.public.<form>    its edition for the public, as txt, md or json
//! tests/reports/<report>,<month>,<name>/…                   the report about the programme <month>/<name>
//! tests/half/<language>.<edition>.txt                       every report of an office whose records are half filled
//! ```
//!
//! `BINA_BLESS=1 cargo test --test reports` writes every file anew: read the difference before committing it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
mod office;

use bina::inquiry::{KINDS, Times};
use office::{Office, words};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program itself, as somebody starts it.
fn bina() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bina"));
    command.env_remove("BINA_DIR").current_dir(root());
    command
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a command prints; it says nothing else.
fn printed(command: &mut Command) -> String {
    let out = command.output().unwrap();
    let (text, said) = (
        String::from_utf8(out.stdout).unwrap(),
        String::from_utf8(out.stderr).unwrap(),
    );
    assert_eq!((said.as_str(), out.status.code()), ("", Some(0)), "{command:?}");
    text
}

/// The option that a time is typed behind.
fn option(time: &str) -> &'static str {
    match time {
        _ if time.contains("..") => "--period",
        _ if time.contains('Q') => "--quarter",
        _ if time.contains('S') => "--semester",
        _ if time.contains('-') => "--month",
        _ => "--year",
    }
}

/// The arguments that a file's path stands for.
fn arguments(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(golden::folder("reports")).unwrap();
    let parts: Vec<&str> = inside.iter().map(|part| part.to_str().unwrap()).collect();
    let [report, time, name] = parts[..] else {
        panic!("{}: report/time/file", inside.display())
    };
    // An id has a slash, which no file name has.
    let (report, subject) = report.split_once(',').unwrap_or((report, ""));
    let subject = subject.replacen(',', "/", 1);
    let mut arguments: Vec<&str> = vec!["--as-of", "2026-11-20", "report", report, option(time), time];
    arguments.extend(Some(&*subject).filter(|subject| !subject.is_empty()));
    match name.split('.').collect::<Vec<_>>()[..] {
        [lang, edition @ "public", "txt"] => arguments.extend(["--lang", lang, "--edition", edition]),
        [lang, edition @ "public", form] if form != "csv" => {
            arguments.extend(["--lang", lang, "--edition", edition, "-O", form]);
        }
        [lang, "txt"] => arguments.extend(["--lang", lang]),
        [lang, "full", "txt"] => arguments.extend(["--lang", lang, "--full"]),
        [lang, form] => arguments.extend(["--lang", lang, "-O", form]),
        [lang, table, "csv"] => arguments.extend(["--lang", lang, "--table", table]),
        _ => panic!("{name}: language.form, or language.table.csv"),
    }
    arguments.into_iter().map(str::to_owned).collect()
}

/// What is expected, and what must be: each report once, whole. One about a programme or person has a folder that
/// somebody began.
fn expected() -> Vec<PathBuf> {
    let folder = golden::folder("reports");
    let mut files = golden::files(&folder);
    for kind in KINDS {
        let about = format!("{},", kind.name);
        let name = |file: &PathBuf| file.strip_prefix(&folder).unwrap().display().to_string();
        let wanted = folder.join(kind.name).join("2026-10/id.txt");
        match kind.needs_subject() {
            true => assert!(
                files.iter().any(|file| name(file).starts_with(&about)),
                "no report about one: make a folder {about}<id>/<month> with an empty id.txt"
            ),
            false if !files.contains(&wanted) => files.push(wanted),
            false => {}
        }
    }
    files
}

#[test]
fn every_report_is_printed_as_expected() {
    let files = expected();
    let compare = |file: &PathBuf| golden::compare(file, &printed(bina().args(arguments(file))));
    golden::none(&files.iter().filter_map(compare).collect::<Vec<_>>());
}

#[test]
fn the_text_of_a_report_fits_a_hundred_columns() {
    let files = golden::files(&golden::folder("reports"));
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|form| form == "txt"))
    {
        let text = std::fs::read_to_string(file).unwrap();
        let wide = text.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{}", file.display());
    }
}

/// Everything by which two starts of the program may differ without changing a report.
fn starts(elsewhere: &Path) -> Vec<Command> {
    let mut here = bina();
    here.env("TZ", "UTC").env("LANG", "C").env("COLUMNS", "60");
    let mut jakarta = bina();
    jakarta
        .env("TZ", "Asia/Jakarta")
        .env("LANG", "en_US.UTF-8")
        .env("COLUMNS", "200")
        .env("BINA_DIR", root().join("data"))
        .current_dir(elsewhere);
    let mut inside = bina();
    inside
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("NO_COLOR", "1")
        .current_dir(root().join("data/trainings/2026-10"));
    let mut later = bina();
    later.args(["--as-of", "2029-02-28"]);
    vec![here, jakarta, inside, later]
}

#[test]
fn a_report_depends_on_nothing_but_its_records() {
    let elsewhere = tempfile::tempdir().unwrap();
    for report in ["monthly", "brief"] {
        for form in ["table", "md", "json", "csv"] {
            let arguments = ["report", report, "--month", "2026-10", "-O", form];
            let mut seen = starts(elsewhere.path())
                .into_iter()
                .map(|mut start| printed(start.args(arguments)));
            let first = seen.next().unwrap();
            assert!(seen.all(|other| other == first), "{report} as {form} differs");
        }
    }
}

#[test]
fn a_new_office_is_not_told_that_all_is_well() {
    let place = tempfile::tempdir().unwrap();
    let start = |arguments: &[&str]| printed(bina().arg("-C").arg(place.path()).args(arguments));
    let mut init = bina();
    init.args(["init", "--name", "Kecamatan Baru", "--since", "2026-01-01"])
        .arg(place.path());
    assert!(init.output().unwrap().status.success());
    for report in [
        "monthly",
        "brief",
        "mentoring",
        "evaluation",
        "regulation",
        "forum",
        "notice",
        "satisfaction",
    ] {
        let text = start(&["report", report, "--month", "2026-10"]);
        // Nothing is all of nothing.
        for words in ["Semua ", "Setiap ", " 0 dari 0 ", "(0/0)"] {
            assert!(!text.contains(words), "{report} says {words}: {text}");
        }
    }
}

#[test]
fn a_file_gets_what_the_screen_gets_and_how_it_was_made() {
    let place = tempfile::tempdir().unwrap();
    for (name, behind) in [
        ("october.md", "\n<!-- bina {"),
        ("october.json", "  \"manifest\": {"),
        ("october.csv", ""),
    ] {
        let file = place.path().join(name);
        let form = name.split('.').next_back().unwrap();
        let report = ["--as-of", "2026-11-20", "report", "monthly", "--month", "2026-10"];
        assert_eq!(printed(bina().args(report).arg("-o").arg(&file)), "");
        let (screen, file) = (
            printed(bina().args(report).args(["-O", form])),
            std::fs::read_to_string(&file).unwrap(),
        );
        // The last line of json closes what the manifest stands in.
        let shown = screen.trim_end_matches("\n}\n");
        assert!(file.starts_with(shown), "{name}");
        let more = file[shown.len()..].trim_start_matches(",\n");
        assert!(
            more.starts_with(behind) && more.is_empty() == behind.is_empty(),
            "{name}: {more}"
        );
    }
}

/// The offices of the examples, each with the survey of the public over another time.
#[test]
fn the_survey_of_the_public_is_told_over_every_time() {
    let each = [
        ("aceh", "--semester", "2026-S1"),
        ("belawan", "--quarter", "2026-Q4"),
        ("mamuju", "--year", "2026"),
        ("medan", "--period", "2026-08..2026-10"),
        ("medan", "--period", "2026-10..2026-10"),
    ];
    let compare = |(office, time, when): (&str, &str, &str)| {
        let place = root().join("examples").join(office);
        let mut command = bina();
        command.arg("-C").arg(place).args(["--as-of", "2027-01-15"]);
        command.args(["report", "satisfaction", time, when, "--lang", "id", "--full"]);
        let name = format!("{office}.{when}.txt");
        golden::compare(&golden::folder("survey").join(name), &printed(&mut command))
    };
    golden::none(&each.into_iter().filter_map(compare).collect::<Vec<_>>());
}

/// Runs commands in an office, one a line, and gives all that they print; a line that begins with # is a remark.
fn run(office: &mut Office, lines: &str) -> String {
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    let said = lines.map(|line| {
        let args = words(line.strip_prefix("bina").unwrap());
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let said = office.run(&args, "");
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
        said.stdout
    });
    said.collect()
}

/// What such a report is about, where it is about one.
fn subjects(report: &str) -> &'static [&'static str] {
    match report {
        "training" => &["2026-10/bimtek-layanan", "2026-10/webinar-antikorupsi"],
        "staff" | "transcript" | "idp" => &["p1", "p8", "p9"],
        "unit" => &["kantor", "kel-a"],
        "impact" => &["", "2026-10/bimtek-layanan"],
        _ => &[""],
    }
}

/// Every report of records that are filled in part says nothing that is not known: read each word of these files.
#[test]
fn half_filled_records_make_no_untrue_word() {
    let folder = golden::folder("half");
    let mut office = Office::new(&[]);
    run(
        &mut office,
        &std::fs::read_to_string(folder.join("commands")).unwrap(),
    );
    let mut wrong = Vec::new();
    for (lang, edition) in [
        ("id", "office"),
        ("en", "office"),
        ("id", "public"),
        ("en", "public"),
    ] {
        let mut seen = String::new();
        let kinds = KINDS.iter().filter(|kind| edition == "office" || kind.has_public);
        for kind in kinds {
            for subject in subjects(kind.name) {
                let name = kind.name;
                let line =
                    format!("bina report {name} {subject} --month 2026-10 --lang {lang} --edition {edition}");
                seen += &format!("$ {line}\n{}\n", run(&mut office, &line));
            }
        }
        wrong.extend(golden::compare(
            &folder.join(format!("{lang}.{edition}.txt")),
            &seen,
        ));
    }
    let data = run(
        &mut office,
        "bina report monthly --month 2026-10 --lang id -O json",
    );
    wrong.extend(golden::compare(&folder.join("monthly.json"), &data));
    golden::none(&wrong);
}

/// Neither in a heading or note nor in how a figure is counted.
#[test]
fn a_longer_time_is_not_called_a_month() {
    let kinds = KINDS.iter().filter(|kind| kind.times == Times::Any);
    for name in kinds.map(|kind| kind.name) {
        for (time, lang) in [("2026-Q3", "id"), ("2025-11..2026-04", "en"), ("2026-S1", "en")] {
            let asked = ["report", name, option(time), time, "--lang", lang, "-O", "html"];
            let page = printed(bina().args(["--as-of", "2026-11-20"]).args(asked)).to_lowercase();
            let words = [
                "bulan ini",
                "hari terakhir bulan",
                "dua belas bulan",
                "the month",
                "this month",
            ];
            for said in words.iter().flat_map(|words| page.split(words).skip(1)) {
                assert!(
                    said.starts_with(char::is_alphabetic),
                    "{name} {time}: {:.60}",
                    said
                );
            }
        }
    }
}

#[test]
fn of_a_longer_time_the_head_says_how_much_of_that_time_is_known() {
    let mut office = Office::of(&root().join("data"));
    let set = office.run(&["settings", "set", "records_since", "2026-09-01"], "");
    assert_eq!(set.status, 0, "{}", set.stderr);
    for (time, when, told) in [
        (
            "--period",
            "2026-08..2026-10",
            Some("for 2 of the 3 months since August"),
        ),
        ("--period", "2026-09..2026-10", None),
        (
            "--month",
            "2026-10",
            Some("for 2 of the 12 months since November"),
        ),
    ] {
        let asked = ["report", "participation", time, when, "--lang", "en"];
        let said = office.run(&asked, "");
        let page = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        match told {
            Some(told) => assert!(said.status == 0 && page.contains(told), "{when}: {page}"),
            None => assert!(
                said.status == 0 && !page.contains("complete since"),
                "{when}: {page}"
            ),
        }
    }
}

/// A report of the year so far is that of the last month, however its time is typed.
#[test]
fn a_year_so_far_is_told_as_of_its_last_month() {
    let kinds = KINDS.iter().filter(|kind| kind.times == Times::YearSoFar);
    for kind in kinds {
        let subject = kind.needs_subject().then_some("p1749rpb");
        let page = |option: &str, time: &str| {
            let asked = ["--as-of", "2026-11-20", "report", kind.name];
            printed(bina().args(asked).args(subject).args([option, time]))
        };
        assert_eq!(
            page("--year", "2025"),
            page("--month", "2025-12"),
            "{}",
            kind.name
        );
        assert_eq!(
            page("--semester", "2026-S1"),
            page("--month", "2026-06"),
            "{}",
            kind.name
        );
    }
}

/// What hangs on a wall is for everybody: who asks for the public edition gets the same page, and words that name somebody
/// of the office are on neither.
#[test]
fn the_notice_board_is_the_same_for_everybody_and_names_nobody() {
    let mut office = Office::new(&[]);
    run(
        &mut office,
        r#"bina staff add p1 --name "Siti Rahmawati, S.E." --employment pns --joined 2026-01-05
bina complaint add 2026-10-aaaaa --received 2026-10-02 --kind complaint
bina action add a1 --opened 2026-10-05 --source complaint:2026-10-aaaaa --what "Menambah kursi"
bina action add a2 --opened 2026-10-05 --source complaint:2026-10-aaaaa --what "Bu Rahmawati membuka loket kedua"
bina action done a1 --on 2026-10-20 --result "Dua puluh kursi"
bina action done a2 --on 2026-10-21 --result "Dibuka"
bina settings set agency.address "Jalan Mawar 1""#,
    );
    let page = |office: &mut Office, edition: &str, form: &str| {
        let line = format!("bina report notice --month 2026-10 --lang id --edition {edition} {form}");
        run(office, &line)
    };
    let [for_office, for_public] = ["office", "public"].map(|edition| page(&mut office, edition, ""));
    assert!(
        for_office.contains("Menambah kursi. Dua puluh kursi."),
        "{for_office}"
    );
    assert!(
        for_office.contains("Datang langsung: Jalan Mawar 1"),
        "{for_office}"
    );
    // Why one is not there, only the office is told.
    let told = for_office.lines().filter(|line| !for_public.contains(line));
    let told: Vec<&str> = told.collect();
    assert!(told[0].contains("1 tindak lanjut tidak ditampilkan"), "{told:?}");
    assert!(
        for_public.lines().all(|line| for_office.contains(line)),
        "{for_public}"
    );
    for edition in ["office", "public"] {
        for form in ["", "-O html", "-O json", "-O csv"] {
            let page = page(&mut office, edition, form);
            assert!(
                !page.contains("Rahmawati") && !page.contains("loket kedua"),
                "{page}"
            );
        }
        assert!(page(&mut office, edition, "-O html").contains("<body class=\"wall\">"));
    }
}

#[test]
fn programs_read_the_same_whatever_a_reader_asks_for() {
    for kind in KINDS.iter().filter(|kind| !kind.needs_subject()) {
        for form in ["csv", "json"] {
            let asked = [
                "--as-of",
                "2026-11-20",
                "report",
                kind.name,
                "--month",
                "2026-10",
                "-O",
                form,
            ];
            let whole = printed(bina().args(asked));
            assert_eq!(
                whole,
                printed(bina().args(asked).arg("--full")),
                "{} {form}",
                kind.name
            );
        }
    }
}

/// Of a unit of which nobody wrote whether it serves the public that is said, and not that it does not.
#[test]
fn that_no_unit_serves_the_public_is_said_only_where_it_is_known() {
    let mut office = Office::new(&[]);
    run(
        &mut office,
        r#"bina unit add loket --name Loket
bina staff add p1 --name "Siti Rahma" --employment pns --joined 2015-01-05
bina posting add p1 2015-01-05 --unit loket --position Pengelola --position-kind pelaksana
bina training add 2026-10/arsip --title Arsip --method KL10 --mode classroom --start 2026-10-05 --end 2026-10-06 --jp 6
bina training enroll 2026-10/arsip p1 --on 2026-10-01
bina training complete 2026-10/arsip p1 --on 2026-10-06 --jp 6"#,
    );
    let report = "bina report training 2026-10/arsip --month 2026-10 --lang id --width 400";
    let page = run(&mut office, report);
    assert!(page.contains("Belum diketahui apakah Loket melayani"), "{page}");
    let page = run(
        &mut office,
        &format!("bina unit set loket --public-service no\n{report}"),
    );
    assert!(
        page.contains("Belum ada yang menyelesaikannya dari unit pelayanan"),
        "{page}"
    );
}
