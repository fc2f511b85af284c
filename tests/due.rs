//! The list of what is due: it says what the monthly report says, and what its commands settle is gone from it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
mod office;

use office::{Office, words};
use serde_json::Value;
use std::collections::BTreeMap;

/// The offices that stand in the project.
const OFFICES: [&str; 5] = [
    "data",
    "examples/aceh",
    "examples/belawan",
    "examples/mamuju",
    "examples/medan",
];

/// A line of the list, by the ids of its columns.
type Line = BTreeMap<String, String>;

fn office(name: &str) -> Office {
    let root = golden::folder("");
    Office::of(&root.parent().unwrap().join(name))
}

/// What a command prints, which must need nothing further.
fn run(office: &mut Office, line: &str) -> String {
    let typed = words(line);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "");
    assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    said.stdout
}

/// The list, as far ahead as a month, or as more is typed.
fn due(office: &mut Office, more: &str) -> Vec<Line> {
    let report: Value = serde_json::from_str(&run(office, &format!("due -O json {more}"))).unwrap();
    let table = &report["sections"][0]["tables"][0];
    let columns = table["columns"].as_array().unwrap().iter();
    let columns: Vec<&str> = columns.map(|column| column["id"].as_str().unwrap()).collect();
    let text = |cell: &Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    let line = |row: &Value| {
        let cells = row.as_array().unwrap().iter().map(text);
        columns.iter().map(|id| (*id).to_owned()).zip(cells).collect()
    };
    table["rows"].as_array().unwrap().iter().map(line).collect()
}

/// The lines whose id begins so, as id, day and state.
fn of(lines: &[Line], kind: &str) -> Vec<[String; 3]> {
    let own = lines.iter().filter(|line| line["id"].starts_with(kind));
    own.map(|line| ["id", "day", "state"].map(|column| line[column].clone()))
        .collect()
}

#[test]
fn every_late_line_of_a_finished_month_is_late_on_its_last_day() {
    for name in OFFICES {
        let mut office = office(name);
        for (month, last) in [("2026-09", "2026-09-30"), ("2026-10", "2026-10-31")] {
            let lines = due(&mut office, &format!("--as-of {last}"));
            let late = lines.iter().filter(|line| line["state"] == "late");
            let late: Vec<&Line> = late.collect();
            let count = |kinds: &[&str]| {
                let is_one = |line: &&&Line| kinds.iter().any(|kind| line["id"].starts_with(kind));
                late.iter().filter(is_one).count()
            };
            let said = run(
                &mut office,
                &format!("report monthly --month {month} --table late -O csv"),
            );
            let mut reader = csv::Reader::from_reader(said.as_bytes());
            let said: Vec<String> = reader.records().map(|row| row.unwrap()[1].to_owned()).collect();
            let mut singly = 0;
            for sentence in &said {
                // Those that are counted in one sentence.
                let counted = [
                    ("Evaluasi ", &["evaluation:"][..]),
                    ("Bimbingan kinerja bagi ", &["guidance:"]),
                    ("Tindak lanjut bimbingan ", &["follow-up:", "result:"]),
                    ("Sertifikat kompetensi ", &["certificate:"]),
                    ("Pengaduan terbuka tanpa ", &["response:"]),
                ];
                let counted = counted.iter().find(|(begin, _)| {
                    // An action may begin with the same word, and names who has it.
                    let is_of_evaluators =
                        !begin.starts_with("Evaluasi") || sentence.contains("pejabat penilai");
                    sentence.starts_with(begin) && is_of_evaluators
                });
                if let Some((_, kinds)) = counted {
                    let numbers = sentence.split(|letter: char| !letter.is_ascii_digit());
                    let numbers: Vec<usize> = numbers.filter_map(|number| number.parse().ok()).collect();
                    let known = count(kinds);
                    assert!(numbers.contains(&known), "{name} {month}: {sentence}: {known}");
                    continue;
                }
                singly += 1;
                let subject = sentence.split(" · ").next().unwrap();
                let subject = subject.split_once(": ").map_or(subject, |(_, about)| about);
                let subject = subject.trim_end_matches(" belum ditutup");
                let is_told = late.iter().any(|line| line["what"].contains(subject));
                assert!(is_told, "{name} {month}: {sentence}");
            }
            let kinds = ["complaint:", "action:", "plan:", "suggestion:", "training:"];
            assert_eq!(singly, count(&kinds), "{name} {month}: {said:#?}");
        }
    }
}

/// A command with something typed for each word in capitals; `None` where that is for somebody to choose.
fn filled(command: &str) -> Option<String> {
    let chosen = [
        ("--outcome KODE", "--outcome resolved"),
        ("--class KODE", "--class light"),
        ("--result KODE", "--result meets"),
        ("--behaviour KODE", "--behaviour meets"),
        ("--disposition KODE", "--disposition rejected"),
        ("--issued TANGGAL", "--issued 2026-11-20"),
        ("--until TANGGAL", "--until 2027-10-31"),
        ("NOMOR", "9/2026"),
        ("TEKS", "Sudah"),
        ("--minutes N", "--minutes 60"),
    ];
    let mut out = command.strip_prefix("bina ")?.to_owned();
    for (slot, typed) in chosen {
        out = out.replace(slot, typed);
    }
    // A form is handed out; what settles its line are the answers.
    let is_left = ["KODE", "TANGGAL", "PELATIHAN", "ORANG", "MENTOR", "KUESIONER"]
        .iter()
        .any(|slot| out.contains(slot));
    (!is_left && !out.starts_with("form ")).then_some(out)
}

#[test]
fn what_a_command_of_the_list_settles_is_gone_from_it() {
    for name in ["data", "examples/medan"] {
        let mut office = office(name);
        let before = due(&mut office, "");
        let settled: Vec<&Line> = before
            .iter()
            // What has not ended cannot be closed, and of a period that runs nobody is evaluated.
            .filter(|line| line["state"] != "ahead" || !line["command"].contains("training complete"))
            .filter(|line| filled(&line["command"]).is_some())
            .collect();
        for line in &settled {
            run(&mut office, &filled(&line["command"]).unwrap());
        }
        let kinds: std::collections::BTreeSet<&str> = settled
            .iter()
            .filter_map(|line| Some(line["id"].split_once(':')?.0))
            .collect();
        assert!(kinds.len() > 9, "{name}: {kinds:?}");
        let after = due(&mut office, "");
        let left = settled.iter().filter(|line| {
            let mut after = after.iter();
            after.any(|one| one["id"] == line["id"] && one["day"] == line["day"])
        });
        let left: Vec<&str> = left.map(|line| &*line["command"]).collect();
        assert!(left.is_empty(), "{name}: {left:#?}");
        assert_eq!(office.errors(), Default::default(), "{name}");
    }
}

/// An office of a head, a member and a PPPK.
fn fresh() -> Office {
    let mut office = Office::new(&[]);
    for line in [
        "staff add pa --name \"Sinta Dewi\" --employment pns --joined 2015-01-05",
        "staff add pb --name \"Budi Hartono\" --employment pns --joined 2015-01-05",
        "staff add pc --name \"Rani Lubis\" --employment pppk --joined 2024-12-01",
        "posting add pa 2015-01-05 --unit kantor --position Camat --position-kind administrator",
        "posting add pb 2015-01-05 --unit kantor --position Pengelola --position-kind pelaksana",
        "posting add pc 2024-12-01 --unit kantor --position Penata --position-kind pelaksana",
        "contract add pc 2024-12-01 --until 2026-11-30",
        "evaluation add pa 2026-Q3 --result meets --behaviour meets --date 2026-10-05",
        "evaluation add pb 2026-Q3 --result below --behaviour meets --date 2026-10-05",
    ] {
        run(&mut office, line);
    }
    office
}

#[test]
fn each_kind_stands_on_its_day_until_it_is_settled() {
    // What is recorded, the line that it makes, and what settles it where the line's own command leaves a choice.
    let cases: &[(&[&str], [&str; 3], &str)] = &[
        (&[], ["evaluation:pc/2026-Q3", "2026-10-10", "late"], ""),
        (&[], ["guidance:pb/2026-Q3", "2026-11-04", "late"], ""),
        (&[], ["contract:pc/2026-11-30", "2026-11-30", "ahead"], ""),
        (&[], ["printing:2026-10", "2026-11-01", "open"], ""),
        (
            &["action add t1 --opened 2026-11-01 --what \"Menata loket\" --owner pb --due 2026-11-19"],
            ["action:t1", "2026-11-19", "late"],
            "",
        ),
        (
            &["action add t2 --opened 2026-11-01 --what \"Menata arsip\" --owner pb --due 2026-11-20"],
            ["action:t2", "2026-11-20", "ahead"],
            "",
        ),
        (
            &["action add t3 --opened 2026-11-01 --what \"Menata berkas\""],
            ["action:t3", "2026-11-01", "open"],
            "",
        ),
        (
            &["guidance add g1 --staff pc --date 2026-11-02 --guidance \"Berlatih\" --due 2026-11-27"],
            ["follow-up:g1", "2026-11-27", "ahead"],
            "",
        ),
        (
            &[
                "guidance add g2 --staff pc --date 2026-11-02 --guidance \"Berlatih\" --due 2026-11-27 \
               --followed-up 2026-11-12",
            ],
            ["result:g2", "2026-11-12", "late"],
            "",
        ),
        (
            &["certificate add c1 --staff pb --scheme Arsip --issued 2023-01-02 --valid-until 2026-11-19"],
            ["certificate:c1", "2026-11-19", "late"],
            "",
        ),
        (
            &["certificate add c2 --staff pb --scheme Arsip --issued 2023-01-02 --valid-until 2026-12-20"],
            ["certificate:c2", "2026-12-20", "ahead"],
            "",
        ),
        (
            &["mentoring pair pa pb --goal \"Menyusun laporan\" --start 2026-03-02"],
            ["session:2026-03-", "2026-04-", "late"],
            "",
        ),
        (
            &[
                "forum add 2026-11/warga --title Warga --kind forum --date 2026-11-05 --attendance warga:9",
                "forum suggest 2026-11/warga --text \"Loket Sabtu\" --key s1",
            ],
            ["decision:2026-11/warga/s1", "2026-11-05", "open"],
            "",
        ),
        (
            &[
                "forum add 2026-11/warga --title Warga --kind forum --date 2026-11-05 --attendance warga:9",
                "forum suggest 2026-11/warga --text \"Loket Sabtu\" --key s1",
                "forum adopt 2026-11/warga/s1 --owner pb --due 2026-11-18 --on 2026-11-06",
            ],
            ["suggestion:2026-11/warga/s1", "2026-11-18", "late"],
            "",
        ),
        (
            &[
                "training add 2026-11/arsip --title Arsip --method KL10 --mode classroom \
               --start 2026-11-10 --end 2026-11-11 --jp 6 --status running",
                "training enroll 2026-11/arsip pb --status confirmed --on 2026-11-09",
            ],
            ["training:2026-11/arsip", "2026-11-11", "late"],
            "",
        ),
        // Received on Tuesday: two working days to respond, five to resolve.
        (
            &[
                "complaint add --received 2026-11-17 --kind complaint --class normative --unit kantor --summary Antre",
            ],
            ["response:2026-11-", "2026-11-19", "late"],
            "",
        ),
        (
            &[
                "complaint add --received 2026-11-17 --kind complaint --class normative --unit kantor --summary Antre",
            ],
            ["complaint:2026-11-", "2026-11-24", "ahead"],
            "",
        ),
        (
            &["complaint add --received 2026-11-17 --kind complaint --unit kantor --summary Antre"],
            ["class:2026-11-", "2026-11-17", "open"],
            "",
        ),
        (
            &[
                "staff add pd --name \"Tono\" --employment cpns --joined 2026-10-01",
                "posting add pd 2026-10-01 --unit kantor --position Penata --position-kind pelaksana",
            ],
            ["mentor:pd", "2026-10-01", "open"],
            "mentoring pair pa pd --goal Berlatih",
        ),
        (
            &[
                "training add 2025-11/siaga --title Siaga --method KL10 --mode classroom --topics kebencanaan \
               --start 2025-11-10 --end 2025-11-10 --jp 6",
                "training add 2026-11/siaga --title Siaga --method KL10 --mode classroom --topics kebencanaan \
               --start 2026-11-18 --end 2026-11-18 --jp 6",
                "participation claim pb --training 2025-11/siaga --completed 2025-11-10 --jp 6",
            ],
            ["refresher:kebencanaan/pb", "2026-11-10", "late"],
            "participation claim pb --training 2026-11/siaga --completed 2026-11-18 --jp 6",
        ),
        (
            &[
                "training add 2026-12/arsip --title Arsip --method KL10 --mode classroom \
               --start 2026-12-10 --end 2026-12-11 --jp 6",
            ],
            ["training:2026-12/arsip", "2026-12-10", "ahead"],
            "training cancel 2026-12/arsip --reason Batal",
        ),
        (
            &["regulation add r1 --number 9/2026 --title \"Arsip\" --in-force 2026-11-02 --topic arsip"],
            ["regulation:r1", "2026-11-02", "open"],
            "regulation remove r1",
        ),
        (
            &["regulation add r2 --number 9/2026 --title \"Arsip\" --in-force 2026-12-01 --topic arsip"],
            ["regulation:r2", "2026-12-01", "ahead"],
            "regulation remove r2",
        ),
    ];
    for (recorded, [id, day, state], settled) in cases {
        let mut office = fresh();
        for line in *recorded {
            run(&mut office, line);
        }
        let lines = due(&mut office, "");
        let line = lines.iter().find(|line| line["id"].starts_with(id));
        let line = line.unwrap_or_else(|| panic!("{id}: {:?}", of(&lines, "")));
        assert!(line["day"].starts_with(day), "{line:?}");
        assert_eq!(line["state"], *state, "{line:?}");
        let command = match settled.is_empty() {
            true => filled(&line["command"]).unwrap_or_else(|| panic!("{line:?}")),
            false => (*settled).to_owned(),
        };
        run(&mut office, &command);
        let after = due(&mut office, "");
        let is_left = after
            .iter()
            .any(|one| one["id"] == line["id"] && one["day"] == line["day"]);
        assert!(!is_left, "{command}: {line:?}");
    }
}

#[test]
fn that_nobody_signs_is_said_once_until_somebody_does() {
    let mut office = fresh();
    let told = of(&due(&mut office, ""), "signatory:");
    assert_eq!(told, [["signatory:office", "2026-11-20", "open"]]);
    run(&mut office, "signatory add pa Camat --since 2026-11-21");
    assert_eq!(of(&due(&mut office, ""), "signatory:").len(), 1);
    assert!(of(&due(&mut office, "--as-of 2026-11-21"), "signatory:").is_empty());
}

#[test]
fn the_list_ends_with_a_code_and_looks_as_far_ahead_as_is_typed() {
    let mut office = fresh();
    let contract = |office: &mut Office, within: &str| of(&due(office, within), "contract:").len();
    assert_eq!(contract(&mut office, "--within 9d"), 0);
    assert_eq!(contract(&mut office, "--within 10"), 1);
    assert_eq!(office.run(&["due"], "").status, 0);
    assert_eq!(office.run(&["due", "--fail"], "").status, 1);
    assert_eq!(office.run(&["due", "--within", "setahun"], "").status, 2);
    for line in due(&mut office, "") {
        let command = filled(&line["command"]);
        if let Some(command) = command.filter(|_| line["state"] == "late") {
            run(&mut office, &command);
        }
    }
    assert_eq!(office.run(&["due", "--fail"], "").status, 0);
}

#[test]
fn the_calendar_is_the_list() {
    let mut office = fresh();
    run(
        &mut office,
        "action add t1 --opened 2026-11-01 --what \"Menata loket; arsip, berkas\" --owner pb --due 2026-12-01",
    );
    let text = run(&mut office, "due -O ics");
    assert_eq!(
        text.matches("BEGIN:VEVENT\r\n").count(),
        due(&mut office, "").len()
    );
    assert!(
        text.split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let entry = text.replace("\r\n ", "");
    let (_, entry) = entry.split_once("UID:action:t1@bina\r\n").unwrap();
    let expected = "DTSTAMP:20261120T000000Z\r\n\
        DTSTART;VALUE=DATE:20261201\r\n\
        SUMMARY:Menata loket\\; arsip\\, berkas – Budi Hartono\r\n\
        DESCRIPTION:bina action done t1 --result \"TEKS\"\r\n\
        CATEGORIES:rencana aksi\r\n";
    assert!(entry.starts_with(expected), "{entry}");
    assert_eq!(run(&mut office, "due -O ics"), text, "no clock");
}

/// One bad record hides what it says, and nothing else: what is left out is named, with what settles it.
#[test]
fn one_bad_record_does_not_hide_what_else_is_due() {
    let mut office = Office::new(&[]);
    for line in [
        "complaint add --received 2026-11-02 --kind complaint --class normative --summary \"Lampu jalan mati\"",
        "complaint add --received 2026-11-03 --kind complaint --class normative --summary \"Saluran mampet\"",
    ] {
        run(&mut office, line);
    }
    let listed: Value = serde_json::from_str(&run(&mut office, "complaint list -O json")).unwrap();
    let rows = listed.as_array().unwrap();
    let id = |about: &str| {
        let found = rows.iter().find(|row| row["summary"] == about).unwrap();
        found["id"].as_str().unwrap().to_owned()
    };
    let broken = id("Saluran mampet");
    run(
        &mut office,
        &format!("complaint resolve {broken} --outcome resolved --on 2026-11-10"),
    );
    let file = office.root().join("handling/2026-11.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    #[allow(clippy::disallowed_methods, reason = "a test edits records by hand")]
    std::fs::write(&file, text.replace(",resolved,", ",,")).unwrap();
    let said = office.run(&["due"], "");
    assert_eq!(said.status, 3, "{}", said.stderr);
    assert!(said.stdout.contains(&id("Lampu jalan mati")), "{}", said.stdout);
    assert!(said.stdout.contains("KONSEP"), "{}", said.stdout);
    let next = format!("bina handling set {broken} 2026-11-10 closed --outcome selesai");
    assert!(said.stderr.contains(&next), "{}", said.stderr);
    assert!(said.stderr.contains("belum lengkap"), "{}", said.stderr);
    run(&mut office, &next["bina ".len()..]);
    assert!(!run(&mut office, "due").contains("KONSEP"));
}
