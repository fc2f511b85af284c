//! What a list says beside its rows against what was typed, and cells that nobody can read in one way only: refused or asked,
//! never guessed.

use super::hostile::lay;
use super::{import, import_part, office, row, rows, sheet};
use rust_xlsxwriter::Format;
use std::fs;

/// A sheet of one evaluation below a title.
fn evaluated<'r>(title: &'r str, nip: &'r str) -> [[&'r str; 4]; 3] {
    [
        [title, "", "", ""],
        ["No", "NIP", "Hasil Kerja", "Perilaku Kerja"],
        ["1", nip, "Sesuai Ekspektasi", "Di Atas Ekspektasi"],
    ]
}

const BUDI: &str = "198609262015051001";
const RINA: &str = "198803032012032003";

#[test]
fn evaluations_of_another_period_than_the_typed_one_are_refused() {
    for (name, title, expected) in [
        ("Data", "EVALUASI KINERJA TRIWULAN III TAHUN 2026", ""),
        ("TW III", "EVALUASI KINERJA", ""),
        ("Data", "EVALUASI KINERJA TRIWULAN II TAHUN 2026", "TRIWULAN II"),
        ("Data", "EVALUASI KINERJA TRIWULAN III TAHUN 2025", "TAHUN 2025"),
        ("TW II", "EVALUASI KINERJA", "TW II"),
        ("TW II", "TRIWULAN III 2026", "TW II"),
    ] {
        let mut office = office(|book| {
            let rows = evaluated(title, BUDI);
            sheet(book, name, &rows.each_ref().map(|row| &row[..]));
        });
        let before = office.tree();
        let said = import(&mut office, &["evaluation", "daftar.xlsx", "--for", "2026-Q3"]);
        match expected {
            "" => assert_eq!(said.status, 0, "{name} {title}: {}", said.stderr),
            told => {
                assert_eq!(said.status, 2, "{name} {title}: {}", said.stderr);
                assert!(
                    said.stderr.contains("period-other") && said.stderr.contains(told),
                    "{}",
                    said.stderr
                );
                assert!(office.tree() == before, "{name} {title}");
                assert!(said.stderr.contains("add --as-typed"), "{}", said.stderr);
                let args = ["evaluation", "daftar.xlsx", "--for", "2026-Q3", "--as-typed"];
                let said = import(&mut office, &args);
                assert_eq!(said.status, 0, "{}", said.stderr);
                assert!(row(&office, "evaluations/2026-Q3.csv", "pbudi001").contains(",meets,above,"));
            }
        }
    }
}

/// Each table is of the quarter that its own title, or its sheet, tells: two sheets, and two tables on one.
#[test]
fn evaluations_are_of_the_period_that_their_own_title_tells() {
    for is_one in [false, true] {
        let mut office = office(|book| {
            let tables = [
                evaluated("TRIWULAN II 2026", BUDI),
                evaluated("TRIWULAN III 2026", RINA),
            ];
            let [first, second] = tables
                .each_ref()
                .map(|table| table.each_ref().map(|row| &row[..]));
            match is_one {
                true => drop(sheet(book, "Data", &[&first[..], &[&[]], &second[..]].concat())),
                false => {
                    sheet(book, "TW II", &first);
                    sheet(book, "TW III", &second);
                }
            }
        });
        let typed = import(&mut office, &["evaluation", "daftar.xlsx", "--for", "2026-Q3"]);
        assert!(
            typed.status == 2 && typed.stderr.contains("period-other"),
            "{}",
            typed.stderr
        );
        let said = import(&mut office, &["evaluation", "daftar.xlsx"]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        assert_eq!(
            said.stderr.matches("period is read from").count(),
            2,
            "{}",
            said.stderr
        );
        for (file, who) in [
            ("evaluations/2026-Q2.csv", "pbudi001"),
            ("evaluations/2026-Q3.csv", "prina004"),
        ] {
            let text = fs::read_to_string(office.root().join(file)).unwrap();
            assert_eq!(text.lines().count(), 2, "{text}");
            assert!(text.contains(who), "{text}");
        }
    }
}

/// A list of answers below some lines.
fn answered(above: &str, heading: &str, rows: &[&str], args: &[&str]) -> (super::Office, super::Said) {
    let mut office = office(|_| {});
    let items: Vec<String> = (1..=9).map(|number| format!("U{number}")).collect();
    let list = format!("{above}{heading}{}\n{}\n", items.join(";"), rows.join("\n"));
    lay(&office.beside("skm.csv"), list.as_bytes());
    let base = [
        "skm-2025",
        "skm.csv",
        "--with",
        "unit=kel-terjun",
        "--for",
        "2026-10",
    ];
    let said = import(&mut office, &[&base[..], args].concat());
    (office, said)
}

const FIVE: [&str; 5] = ["1;1;1;1;1;1;1;1;1"; 5];

fn answers(office: &super::Office) -> String {
    fs::read_to_string(office.root().join("responses/skm-2025/2026-10.csv")).unwrap_or_default()
}

#[test]
fn answers_below_another_quarter_are_refused() {
    for (above, is_good) in [
        ("SURVEI TRIWULAN IV 2026\n", true),
        ("SURVEI TRIWULAN III 2026\n", false),
    ] {
        let (office, said) = answered(above, "", &FIVE, &[]);
        assert_eq!(said.status, 2 * u8::from(!is_good), "{above}{}", said.stderr);
        assert_eq!(said.stderr.contains("period-other"), !is_good, "{}", said.stderr);
        assert_eq!(answers(&office).is_empty(), !is_good);
    }
}

/// The digits of a list mean what it says of them; of another scale nothing is recorded.
#[test]
fn digits_are_read_as_the_sheet_explains_them() {
    let down = "Keterangan: 1 = Sangat Baik, 2 = Baik, 3 = Kurang Baik, 4 = Tidak Baik\n";
    let ends = "1 = Sangat Baik\n4 = Tidak Baik\n";
    let up = "Keterangan: 1 = Tidak Baik, 2 = Kurang Baik, 3 = Baik, 4 = Sangat Baik\n";
    let likert = "SURVEI (skala 1-5)\n";
    let typed = ["--means", "1=2"];
    let nobody: [&str; 0] = [];
    for (above, args, expected) in [
        ("", &nobody[..], "1"),
        (up, &nobody, "1"),
        (down, &nobody, "4"),
        (ends, &nobody, "4"),
        (likert, &nobody, ""),
        ("1 = Tidak Baik, 5 = Sangat Baik\n", &nobody, ""),
        (
            "1 = Sangat Baik, 2 = Baik\nDi bawah: 1 = Tidak Baik\n",
            &nobody,
            "",
        ),
        (likert, &typed, "2"),
        (down, &typed, "2"),
    ] {
        let (office, said) = answered(above, "", &FIVE, args);
        let case = format!("{above} {args:?} {}", said.stderr);
        assert_eq!(said.status, 2 * u8::from(expected.is_empty()), "{case}");
        let text = answers(&office);
        match expected {
            "" => assert!(text.is_empty() && said.stderr.contains("scale-other"), "{case}"),
            digit => assert!(text.contains(&[digit; 9].join(",")), "{case}{text}"),
        }
    }
}

/// Beside `W` the `P` of a list is no woman: what it means is asked.
#[test]
fn letters_of_one_column_that_would_mean_the_same_are_asked() {
    let five = ["P", "W", "P", "W", "P"].map(|letter| format!("{letter};1;1;1;1;1;1;1;1;1"));
    let five = five.each_ref().map(String::as_str);
    let (office, said) = answered("", "Jenis Kelamin;", &five, &[]);
    assert!(
        said.status == 2 && said.stderr.contains("letters-alike"),
        "{}",
        said.stderr
    );
    assert!(answers(&office).is_empty());
    let (office, said) = answered("", "Jenis Kelamin;", &five, &["--means", "P=laki-laki"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = answers(&office);
    assert_eq!(text.matches("laki-laki").count(), 3, "{text}");
    assert_eq!(text.matches("perempuan").count(), 2, "{text}");
}

/// A cell that shows 60% is 60, as the text that says so.
#[test]
fn a_share_is_what_its_cell_shows() {
    let mut office = office(|book| {
        let heading = ["No", "NIP", "Nama", "Nilai Pre Test", "Nilai Post Test"];
        let list = sheet(
            book,
            "Nilai",
            &[
                &heading,
                &["1", BUDI, "Budi Santoso"],
                &["2", RINA, "Rina Marpaung"],
            ],
        );
        let (whole, own) = (
            Format::new().set_num_format("0%"),
            Format::new().set_num_format("0.0\\%;0.0%"),
        );
        list.write_with_format(1, 3, 0.6, &whole).unwrap();
        list.write_with_format(1, 4, 0.855, &own).unwrap();
        list.write(2, 3, "60%").unwrap();
        list.write(2, 4, 85.5).unwrap();
    });
    let said = import(&mut office, &["daftar.xlsx", "--for", super::TRAINING]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    for who in ["pbudi001", "prina004"] {
        let found = row(
            &office,
            "participation/2026-10.csv",
            &format!("{},{who}", super::TRAINING),
        );
        assert!(found.contains(",60,85.5"), "{found}");
    }
}

/// A complaint whose day is more than one, or other words, waits for one.
#[test]
fn days_that_are_more_than_one_are_rejected() {
    let mut office = office(|_| {});
    let days = [
        "Minggu ke-2 Oktober 2026",
        "14-15 Oktober 2026",
        "Senin, 6 Oktober 2026",
        "Selasa, 6 Oktober 2026",
    ];
    let lines: Vec<String> = days
        .iter()
        .map(|day| format!("\"{day}\";Antrean lama;loket"))
        .collect();
    let list = format!("Tanggal Masuk;Isi Pengaduan;Kanal\n{}\n", lines.join("\n"));
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-services"]);
    let told = rows(&said);
    for (told, expected) in told
        .iter()
        .zip(["more than one day", "more than one day", "is a Tuesday"])
    {
        assert!(told.contains("rejected") && told.contains(expected), "{told}");
    }
    assert!(told[3].contains("new"), "{told:?}");
}

/// What is typed for all rows is for those whose NIP does not tell it.
#[test]
fn a_typed_employment_is_none_of_those_whose_number_tells_it() {
    let mut office = office(|_| {});
    let list = "NIP;Nama\n199001012015031002;Wati Ginting\n199901012026031003;Tono Sinaga\n";
    lay(&office.beside("staf.csv"), list.as_bytes());
    let asked = import_part(&mut office, &["staff", "staf.csv"]);
    assert!(rows(&asked)[1].contains("=cpns (or pns)"), "{}", asked.stdout);
    let said = import_part(
        &mut office,
        &["staff", "staf.csv", "--with", "status-kepegawaian=cpns"],
    );
    assert!(said.stderr.contains("read from the NIP"), "{}", said.stderr);
    for (name, employment) in [("Wati Ginting", ",pns,"), ("Tono Sinaga", ",cpns,")] {
        let found = row(&office, "staff.csv", name);
        assert!(found.contains(employment), "{found}");
    }
}

/// The sheet of another training does not go into the one that was named; what it only says otherwise is told.
#[test]
fn a_sheet_of_another_training_is_refused() {
    for (above, status, told) in [
        (
            ["Kegiatan : Bimtek Kearsipan", "Tanggal : 13-14 Oktober 2026"],
            0,
            "",
        ),
        (
            ["Kegiatan : Bimtek Pengelolaan Arsip", "Tanggal : 14 Oktober 2026"],
            0,
            "",
        ),
        (["Kegiatan : Bimtek Kearsipan", "JP : 4"], 0, "4 JP"),
        (
            ["Kegiatan : Bimtek Keuangan Desa", "Tanggal : 13 Oktober 2026"],
            0,
            "Keuangan Desa",
        ),
        (["Kegiatan : Bimtek Keuangan Desa", "JP : 12"], 2, "Keuangan Desa"),
        (
            ["Kegiatan : Bimtek Kearsipan", "Tanggal : 17 Oktober 2026"],
            2,
            "2026-10-17",
        ),
    ] {
        let mut office = office(|book| {
            let rows: [&[&str]; 4] = [
                &[above[0]],
                &[above[1]],
                &["No", "NIP", "Nama", "Nilai Pre Test"],
                &["1", BUDI, "Budi Santoso", "60"],
            ];
            sheet(book, "Daftar", &rows);
        });
        let before = office.tree();
        let said = import(&mut office, &["daftar.xlsx", "--for", super::TRAINING]);
        assert_eq!(said.status, status, "{above:?}{}{}", said.stdout, said.stderr);
        assert!(said.stderr.contains(told), "{above:?}{}", said.stderr);
        assert_eq!(
            said.stderr.contains("training-other"),
            status == 2,
            "{}",
            said.stderr
        );
        assert_eq!(
            said.stderr.contains("above the table stands"),
            status == 0 && !told.is_empty(),
            "{}",
            said.stderr
        );
        assert!(status == 0 || office.tree() == before);
    }
}

/// A list with answers beyond the scale was asked on another: no part of its rows is recorded.
#[test]
fn a_survey_on_another_scale_is_no_index_of_some_of_its_rows() {
    let rows = [
        "5;4;4;4;4;4;4;4;4",
        "4;4;3;4;4;4;4;4;4",
        "4;5;5;4;4;4;4;4;4",
        "3;3;3;3;3;3;3;3;3",
        "2;2;2;2;2;2;2;2;2",
        "4;4;4;4;4;4;4;4;4",
    ];
    let (mut office, said) = answered("", "", &rows, &[]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    let told = "2 rows answer more than 4";
    assert!(
        said.stderr.contains("scale-beyond") && said.stderr.contains(told) && said.stderr.contains("1 to 5"),
        "{}",
        said.stderr
    );
    assert!(answers(&office).is_empty());
    // Nor with the rest kept.
    let part = import_part(
        &mut office,
        &[
            "skm-2025",
            "skm.csv",
            "--for",
            "2026-10",
            "--with",
            "unit=kel-terjun",
        ],
    );
    assert!(part.status == 2 && answers(&office).is_empty(), "{}", part.stderr);
}
