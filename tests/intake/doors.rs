//! What no list may bring in, whatever it says, and what is said of it.

use super::{import, office, row, rows, sheet};
use std::fs;

#[allow(clippy::disallowed_methods, reason = "a test lays its list down")]
fn lay(office: &super::office::Office, name: &str, text: &str) {
    fs::write(office.beside(name), text).unwrap();
}

fn read(office: &super::office::Office, name: &str) -> String {
    fs::read_to_string(office.beside(name)).unwrap()
}

const COMPLAINT: [&str; 4] = ["import", "complaint", "-", "--lang"];

fn complaints(office: &mut super::office::Office, list: &str) -> super::Said {
    let heading = "Nomor Tiket;Tanggal Masuk;Kanal;Judul;Unit";
    let more = ["en", "-O", "csv", "--new-services", "--new-units"];
    office.run(&[&COMPLAINT[..], &more].concat(), &format!("{heading}\n{list}"))
}

#[test]
fn a_number_of_a_channel_is_one_complaint_in_whatever_month() {
    let mut office = office(|_| {});
    let said = complaints(&mut office, "B-1;5 Oktober 2026;Loket;Jalan;Kecamatan\n");
    assert_eq!(rows(&said), ["2 new +complaints"], "{}", said.stderr);
    let before = office.tree();
    let said = complaints(&mut office, "B-1;3 November 2026;Loket;Jalan;Kecamatan\n");
    let expected = "2 rejected B2: recorded otherwise: `received` 2026-10-05 → 2026-11-03";
    assert_eq!(rows(&said), [expected], "{}", said.stderr);
    assert!(office.tree() == before && said.stderr.contains("Nothing is recorded: 1 row was rejected."));
    let said = complaints(
        &mut office,
        "B-2;5 Oktober 2026;Loket;A;Kecamatan\nB-2;6 November 2026;Loket;B;Kecamatan\n",
    );
    assert!(
        rows(&said)[1].starts_with("3 rejected named already in"),
        "{:?}",
        rows(&said)
    );
    assert!(office.errors().is_empty());
}

#[test]
fn days_that_have_not_come_are_rejected_in_their_rows() {
    let mut office = office(|_| {});
    let list = "B-1;5 Oktober 2062;Loket;Jalan;Kecamatan\nB-2;5 Oktober 2027;Loket;A;Kecamatan\nB-3;5 Oktober 2026;Loket;B;Kecamatan\n";
    let said = complaints(&mut office, list);
    assert_eq!(
        rows(&said),
        [
            "2 rejected B2: 2062-10-05 has not come yet (today is 2026-11-20)",
            "3 rejected B3: 2027-10-05 has not come yet (today is 2026-11-20)",
            "4 new +complaints",
        ],
        "{}",
        said.stderr
    );
}

#[test]
fn what_does_not_show_is_left_out_and_told() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["Nama", "Surel"],
            &["Budi\u{200b} San\u{ad}toso", "\u{202e}budi@example.id\u{7}"],
        ];
        sheet(book, "Sheet1", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert_eq!(
        rows(&said),
        ["2 changed email - → budi@example.id"],
        "{}",
        said.stderr
    );
    assert!(
        said.stderr
            .contains("do not show are left out of 2 cells, the first daftar.xlsx, sheet Sheet1, A2"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_name_alone_corrects_nobody() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "NIP", "Surel", "Unit Kerja"],
            &["Joko Lestari", "", "a@example.id", ""],
            &["Joko Lestari", "200002022025021005", "b@example.id", ""],
            &["Siti Aminah", "", "c@example.id", "Sekretariat"],
        ];
        sheet(book, "Sheet1", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx", "--correct"]);
    let told = rows(&said);
    let expected = "2 rejected C2: recorded otherwise of Drs. Joko Lestari: `email` joko@example.id → a@example.id; a name alone is not enough to correct";
    assert_eq!(told[0], expected);
    assert!(told[1].starts_with("3 "), "{told:?}");
}

#[test]
fn rejected_rows_replace_rejected_rows_only() {
    let mut office = office(|_| {});
    lay(&office, "daftar.csv", "\u{feff}Nama;Surel\nOrang Asing;=1+1\n");
    lay(&office, "surat.txt", "Penting");
    let ask = |file| ["staff", "daftar.csv", "--rejected", file];
    let said = import(&mut office, &ask("surat.txt"));
    assert!(
        said.status == 2 && said.stderr.contains("error[not-rejected]"),
        "{}",
        said.stderr
    );
    assert_eq!(read(&office, "surat.txt"), "Penting");

    let dry = import(&mut office, &[&ask("ditolak.csv")[..], &["--dry-run"]].concat());
    assert!(
        dry.stderr.contains("1 rejected row would go to ditolak.csv"),
        "{}",
        dry.stderr
    );
    assert!(!office.beside("ditolak.csv").exists() && !dry.stderr.contains("row is in"));

    for list in ["daftar.csv", "ditolak.csv", "lagi.csv"] {
        let other = if list == "ditolak.csv" {
            "lagi.csv"
        } else {
            "ditolak.csv"
        };
        let said = import(&mut office, &["staff", list, "--rejected", other]);
        assert!(
            said.stderr.contains(&format!("1 rejected row is in {other}")),
            "{}",
            said.stderr
        );
        let kept = read(&office, other);
        assert!(
            kept.starts_with("\u{feff}Nama;Surel;why it was rejected\nOrang Asing;'=1+1;"),
            "{kept}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_rejected_rows_over_nothing_else() {
    let mut office = office(|_| {});
    lay(&office, "daftar.csv", "Nama;Surel\nOrang Asing;x@example.id\n");
    lay(&office, "surat.txt", "Penting");
    for (target, code) in [("surat.txt", "not-rejected"), ("daftar.csv", "list-itself")] {
        let link = office.beside("tautan.csv");
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(office.beside(target), &link).unwrap();
        let said = import(&mut office, &["staff", "daftar.csv", "--rejected", "tautan.csv"]);
        assert!(said.status == 2 && said.stderr.contains(code), "{}", said.stderr);
    }
    assert_eq!(read(&office, "surat.txt"), "Penting");
}

#[test]
fn a_quiet_import_says_why_it_failed() {
    let mut office = office(|_| {});
    lay(&office, "daftar.csv", "Nama;Surel\nOrang Asing;x\u{1b}[2J\n");
    let said = office.run(&["import", "staff", "daftar.csv", "--quiet", "--lang", "en"], "");
    assert_eq!((said.status, &*said.stdout), (2, ""));
    assert_eq!(
        said.stderr,
        "error[value-untold]: status-kepegawaian is not filled in: 1 row (daftar.csv, row 2)\n  help: fill in the cell, or one value for all these rows: --with status-kepegawaian=… (choices: cpns, pns, pppk, pppk-part-time, non-asn)\n"
    );
}

#[test]
fn what_was_found_in_place_of_a_heading_is_told() {
    let mut office = office(|_| {});
    for (list, expected) in [
        ("", "error[list-empty]: -: there is nothing in it"),
        (
            "apel;jeruk\n1;2\n",
            "no row with the names of the columns was found; read was: apel, jeruk, 1, 2",
        ),
    ] {
        let said = office.run(&["import", "staff", "-", "--lang", "en"], list);
        assert!(
            said.status == 2 && said.stderr.contains(expected),
            "{}",
            said.stderr
        );
        assert!(said.stderr.contains("known"), "{}", said.stderr);
    }
    assert!(row(&office, "staff.csv", "apel").is_empty());
}

#[test]
fn half_mended_rows_are_not_overwritten() {
    let mut office = office(|_| {});
    lay(&office, "daftar.csv", "Nama,Surel\nOrang Asing,a\nOrang Lain,b\n");
    let ask = ["staff", "daftar.csv", "--rejected", "ditolak.csv"];
    let said = import(&mut office, &ask);
    assert!(said.stderr.contains("ditolak.csv"), "{}", said.stderr);
    let mended = read(&office, "ditolak.csv").replace("Orang Asing", "Orang Asing Sekali");
    lay(&office, "ditolak.csv", &mended);
    let before = office.tree();
    let said = import(&mut office, &ask);
    let told = said.stderr.contains("error[rejected-other]");
    assert!(said.status == 2 && told, "{}", said.stderr);
    assert_eq!(read(&office, "ditolak.csv"), mended);
    assert!(office.tree() == before);
}

/// A completion of which nobody tells the JP is taken as it stands, and that is said once, by whatever door it came.
#[test]
fn completions_without_jp_are_told_once_by_every_door() {
    let mut office = office(|_| {});
    let told = |said: &super::Said, count: usize| {
        assert_eq!(said.status, 0, "{}", said.stderr);
        let words = format!("Recorded as completed without JP: {count};");
        assert_eq!(said.stderr.matches(&words).count(), 1, "{}", said.stderr);
    };
    let people = ["Pat Doe", "Kim Roe", "Lee Poe"];
    for (id, name) in ["pa", "pb", "pc"].iter().zip(people) {
        let add = ["staff", "add", id, "--name", name, "--employment", "pns"];
        assert_eq!(office.run(&add, "").status, 0);
    }
    let add = ["participation", "add", "--lang", "en"];
    let one = [
        "external/webinar-a",
        "pa",
        "--status",
        "completed",
        "--completed",
        "2026-11-03",
    ];
    told(&office.run(&[&add[..], &one].concat(), ""), 1);
    let list = "training,staff,status,completed\nexternal/webinar-b,pa,completed,2026-11-04\nexternal/webinar-b,pb,completed,2026-11-04\n";
    told(&office.run(&[&add[..], &["--stdin"]].concat(), list), 2);
    let list = "Nama;Nama Pelatihan;Status;Tanggal Selesai\nPat Doe;Webinar C;selesai;2026-11-05\nKim Roe;Webinar C;selesai;2026-11-05\nLee Poe;Webinar C;selesai;2026-11-05\n";
    told(
        &office.run(&["import", "participation", "-", "--lang", "en"], list),
        3,
    );
    // Who has them already, or gets them here, is told of no more.
    let set = [
        "participation",
        "set",
        "external/webinar-a",
        "pa",
        "--jp",
        "4",
        "--lang",
        "en",
    ];
    let said = office.run(&set, "");
    assert!(
        said.status == 0 && !said.stderr.contains("without JP"),
        "{}",
        said.stderr
    );
    let said = office.run(
        &["training", "enroll", "external/webinar-a", "pb", "--lang", "en"],
        "",
    );
    assert!(
        said.status == 2 && said.stderr.contains("programme of another office"),
        "{}",
        said.stderr
    );
}
