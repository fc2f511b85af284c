//! Headings that only one office has: told with what to type, and read as the column that was typed for them.

use super::hostile::lay;
use super::{import, office, row, rows, sheet};
use std::fs;

const STAFF: &str = "No;Nama;NIP;Sebutan Tugas;Rumpun Tugas;TMT Jabatan\n\
                     1;Adi Putra;198001012005011001;Camat;Sekretariat;2020-01-02\n\
                     2;Cici Dewi;198001032005012003;Analis;Sekretariat;2020-01-02\n";

#[test]
fn a_heading_of_the_list_becomes_the_column_that_is_typed() {
    let mut office = office(|_| {});
    lay(&office.beside("pegawai.csv"), STAFF.as_bytes());
    let said = import(&mut office, &["staff", "pegawai.csv", "--dry-run"]);
    assert!(said.stderr.contains("error[heading-doubtful]"), "{}", said.stderr);
    assert!(
        said.stderr.contains("--column \"Rumpun Tugas=unit kerja\""),
        "{}",
        said.stderr
    );
    // By a heading that is known, and by the name of the column.
    let unit = ["staff", "pegawai.csv", "--column", "rumpun  TUGAS=postings.unit"];
    let said = import(&mut office, &[&unit[..], &["--dry-run"]].concat());
    assert!(
        said.stderr.contains("--column \"Sebutan Tugas=jabatan\""),
        "{}",
        said.stderr
    );
    let args = [&unit[..], &["--column", "Sebutan Tugas=Nama Jabatan"]].concat();
    let said = import(&mut office, &args);
    assert_eq!(
        rows(&said),
        ["2 new +staff; +postings", "3 new +staff; +postings"],
        "{}",
        said.stderr
    );
    assert!(!said.stderr.contains("--column"), "{}", said.stderr);
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    for post in [",2020-01-02,sek,Camat,", ",2020-01-02,sek,Analis,"] {
        assert!(postings.contains(post), "{postings}");
    }
    let said = import(&mut office, &args);
    assert!(
        rows(&said).iter().all(|row| row.ends_with(" same")),
        "{}",
        said.stdout
    );
}

/// What is typed counts before what the heading means otherwise, and before a column that has the name itself.
#[test]
fn what_is_typed_stands_before_what_is_known() {
    let mut office = office(|_| {});
    let list = "No;Tanggal;Kanal;Keterangan;Isi\n1;2026-11-13;Loket;Telepon;Antre lama\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let args = [
        "complaint",
        "aduan.csv",
        "--new-services",
        "--column",
        "Keterangan=channel",
    ];
    let said = import(&mut office, &args);
    assert_eq!(rows(&said), ["2 new +complaints"], "{}", said.stderr);
    assert!(
        said.stderr.contains("known and not recorded: Kanal."),
        "{}",
        said.stderr
    );
    let recorded = row(&office, "complaints/2026-11.csv", "2026-11-13");
    assert!(recorded.contains(",telepon,"), "{recorded}");
}

#[test]
fn a_wrong_column_and_a_heading_that_is_not_there_are_refused() {
    let mut office = office(|_| {});
    lay(&office.beside("pegawai.csv"), STAFF.as_bytes());
    let before = office.tree();
    let told = |office: &mut super::office::Office, typed: &str| {
        let said = import(office, &["staff", "pegawai.csv", "--column", typed]);
        assert_eq!(said.status, 2, "{}", said.stderr);
        said.stderr
    };
    let said = told(&mut office, "Sebutan=jabatan");
    let found = "its columns are called: No, Nama, NIP, Sebutan Tugas, Rumpun Tugas, TMT Jabatan";
    assert!(
        said.contains("no column of this list is called `Sebutan`") && said.contains(found),
        "{said}"
    );
    let said = told(&mut office, "Sebutan Tugas=jabatn");
    assert!(
        said.contains("`jabatn`") && said.contains("unit kerja, jabatan,"),
        "{said}"
    );
    let said = told(&mut office, "Sebutan Tugas");
    assert!(said.contains("write \"heading=column\""), "{said}");
    assert!(office.tree() == before, "nothing is written");
}

/// What every row lacks is a line of its own; scores only where a column may hold some.
#[test]
fn what_reports_need_and_no_column_tells_is_a_line_of_its_own() {
    let mut office = office(|_| {});
    for (name, list, args, told) in [
        (
            "hadir.csv",
            "Nama;NIP;Kedatangan;Ujian\nBudi Santoso;;hadir;80\nRina Marpaung;;hadir;-\n",
            &["participation", "--for", super::TRAINING][..],
            "No column tells kehadiran, pre test, post test: recorded without.",
        ),
        (
            "nilai.csv",
            "Nama;Kehadiran;Alamat\nBudi Santoso;hadir;Jalan Melati 3\n",
            &["participation", "--for", super::TRAINING],
            "If a column that is not known has one that is, for example: --column \"Alamat=COLUMN\"",
        ),
        (
            "kinerja.csv",
            "Nama;Mutu;Perilaku\nBudi Santoso;Sesuai;Sesuai\n",
            &["evaluation", "--for", "2026-Q3"],
            "No column tells hasil kerja: recorded without. If one of the columns that are not known has it, for example: --column \"Mutu=hasil kerja\"",
        ),
        (
            "aduan.csv",
            "Tanggal;Cara Datang;Isi\n2026-11-13;Telepon;Antre\n",
            &["complaint"],
            "if it does: --column \"Cara Datang=kanal\"",
        ),
    ] {
        lay(&office.beside(name), list.as_bytes());
        let said = import(
            &mut office,
            &[&[args[0], name, "--dry-run"][..], &args[1..]].concat(),
        );
        assert!(said.stderr.contains(told), "{told}: {}", said.stderr);
    }
}

/// Where only one of two sheets tells the day, the rows of the other are not offered that of today.
#[test]
fn a_sheet_whose_day_is_not_read_is_told_its_heading() {
    let mut office = office(|book| {
        sheet(
            book,
            "Oktober",
            &[
                &["Tanggal", "Isi Pengaduan", "Kanal"],
                &["2026-11-02", "Antre lama", "Loket"],
            ],
        );
        sheet(
            book,
            "November",
            &[
                &["Waktu Lapor", "Isi Pengaduan", "Kanal"],
                &["2026-11-13", "Lampu mati", "Loket"],
            ],
        );
    });
    let args = ["complaint", "daftar.xlsx", "--new-services"];
    let said = import(&mut office, &args);
    let told = rows(&said);
    assert_eq!(told[0], "2 new +complaints", "{}", said.stderr);
    assert!(told[1].contains("not known are: Waktu Lapor"), "{told:?}");
    assert!(
        said.stderr
            .contains("--column \"Waktu Lapor=tanggal-laporan\"; only if all rows are of one day")
            && !said.stderr.contains("=2026-"),
        "{}",
        said.stderr
    );
    let said = import(
        &mut office,
        &[&args[..], &["--column", "Waktu Lapor=tanggal-laporan"]].concat(),
    );
    assert_eq!(rows(&said), ["2 same", "2 new +complaints"], "{}", said.stderr);
}
