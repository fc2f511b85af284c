//! Rejected rows that are mended in their own file and come in again: with them what was typed, and what stood beside them.

use super::hostile::lay;
use super::{import, office, rows, sheet};
use std::fs;

#[test]
fn a_heading_that_was_typed_is_typed_again() {
    let mut office = office(|_| {});
    let list = "No;Masuk Tgl;Uraian;Cara Melapor;Status\n1;2026-10-05;Loket tutup;Loket;Proses\n2;5 Okt;Lampu mati;Loket;Proses\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let typed = [
        "--column",
        "Masuk Tgl=tanggal diterima",
        "--column",
        "Cara Melapor=kanal",
    ];
    let first = [
        &["complaint", "aduan.csv", "--rejected", "ditolak.csv"][..],
        &typed,
    ]
    .concat();
    let said = import(&mut office, &first);
    assert!(
        rows(&said)[1].starts_with("3 rejected"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    let rejected = fs::read_to_string(office.beside("ditolak.csv")).unwrap();
    lay(
        &office.beside("ditolak.csv"),
        rejected.replace("5 Okt;", "2026-10-06;").as_bytes(),
    );
    let said = import(&mut office, &[&["complaint", "ditolak.csv"][..], &typed].concat());
    assert_eq!(rows(&said), ["2 new +complaints"], "{}", said.stderr);
    let complaints = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    assert!(
        complaints.contains(",2026-10-06,loket,,complaint,"),
        "{complaints}"
    );
}

#[test]
fn what_stood_beside_a_rejected_row_goes_with_it() {
    let mut office = office(|book| {
        let heading: &[&str] = &["No", "Nama", "NIP", "Jabatan", "TMT Jabatan"];
        sheet(
            book,
            "Seksi Uji",
            &[
                heading,
                &["1", "Dewi Lestari", "199001012015052007", "Analis", "2020-13-02"],
            ],
        );
    });
    let args = ["staff", "daftar.xlsx", "--new-units", "--rejected", "ditolak.csv"];
    let said = import(&mut office, &args);
    assert!(rows(&said)[0].starts_with("2 rejected"), "{}", said.stdout);
    let rejected = fs::read_to_string(office.beside("ditolak.csv")).unwrap();
    lay(
        &office.beside("ditolak.csv"),
        rejected.replace("2020-13-02", "2020-01-02").as_bytes(),
    );
    let said = import(&mut office, &["staff", "ditolak.csv", "--new-units"]);
    assert_eq!(rows(&said), ["2 new +staff; +postings"], "{}", said.stderr);
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    assert!(postings.contains(",2020-01-02,seksi-uji,Analis"), "{postings}");
}

#[test]
fn a_mended_answer_is_of_the_same_questions() {
    let mut office = office(|_| {});
    let heading: String = (1..=9).map(|number| format!(";P{number}")).collect();
    let good = "2026-10-05;3;3;3;3;3;3;3;1;4\n".repeat(6);
    let legend = "\nP8 = Sarana;\nP9 = Pengaduan;\n";
    let list = format!("Tanggal{heading}\n{good}2026-10-05;3;3;3;3;3;3;3;2;9\n{legend}");
    lay(&office.beside("skm.csv"), list.as_bytes());
    let args = [
        "skm-2025",
        "skm.csv",
        "--with",
        "unit=kel-terjun",
        "--rejected",
        "ditolak.csv",
    ];
    let said = import(&mut office, &args);
    assert_eq!(said.status, 1, "{}", said.stderr);
    let rejected = fs::read_to_string(office.beside("ditolak.csv")).unwrap();
    lay(
        &office.beside("ditolak.csv"),
        rejected.replace(";2;9;", ";2;4;").as_bytes(),
    );
    let said = import(
        &mut office,
        &["skm-2025", "ditolak.csv", "--with", "unit=kel-terjun"],
    );
    assert_eq!(said.status, 0, "{rejected} {} {}", said.stdout, said.stderr);
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-10.csv")).unwrap();
    assert!(
        answers.contains(",3,3,3,3,3,3,3,4,2"),
        "the ninth is of complaints, the eighth of facilities: {answers}"
    );
}
