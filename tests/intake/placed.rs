//! Headings that say what they mean only by their place, or beside something else, and lists that are known by their cells.

use super::{TRAINING, import, office, row, rows, sheet};
use std::fs;

/// In the form that every office has, `TMT` stands behind the rank and behind the position.
#[test]
fn a_heading_is_read_by_what_stands_before_it() {
    for headings in [
        ["Nama", "Pangkat/Gol", "TMT", "Jabatan", "TMT"],
        ["Nama", "Gol/Ruang", "TMT", "Jabatan", "TMT"],
    ] {
        let mut there = office(|book| {
            let person = [
                "Budi Santoso",
                "III/b",
                "1 April 2021",
                "Pengelola",
                "2 Januari 2026",
            ];
            sheet(book, "DUK", &[&headings, &person]);
        });
        let said = import(&mut there, &["staff", "daftar.xlsx"]);
        assert_eq!(rows(&said), ["2 changed +postings"], "{}", said.stderr);
        assert!(row(&there, "postings.csv", "pbudi001,2026-01-02").contains(",Pengelola,"));
        let postings = fs::read_to_string(there.root().join("postings.csv")).unwrap();
        assert!(!postings.contains("2021-04-01"), "{postings}");
    }
    // Alone behind the rank it is no day of the position.
    let mut there = office(|book| {
        let rows: [&[&str]; 2] = [
            &["Nama", "Jabatan", "Pangkat/Gol", "TMT"],
            &["Budi Santoso", "Pengelola", "III/b", "1 April 2021"],
        ];
        sheet(book, "DUK", &rows);
    });
    let said = import(&mut there, &["staff", "daftar.xlsx"]);
    assert!(rows(&said)[0].starts_with("2 rejected"), "{}", said.stdout);
    assert!(said.stdout.contains("tmt-jabatan"), "{}", said.stdout);
}

/// A bare day behind `Tindak Lanjut` is that of it, and not the one on which a complaint was received; whoever types what it
/// is decides.
#[test]
fn a_day_belongs_to_what_stands_right_before_it() {
    for (args, step) in [
        (&[][..], "responded"),
        (&["--column", "Tgl=tanggal selesai"], "closed"),
    ] {
        let mut there = office(|book| {
            let rows: [&[&str]; 2] = [
                &[
                    "No",
                    "Hari/Tgl Masuk",
                    "Isi Aduan",
                    "Tindak Lanjut",
                    "Tgl",
                    "Status",
                ],
                &[
                    "1",
                    "Senin, 5 Oktober 2026",
                    "Antrean lama",
                    "Dijelaskan",
                    "7 Oktober 2026",
                    if step == "closed" { "Selesai" } else { "Proses" },
                ],
            ];
            sheet(book, "Loket", &rows);
        });
        let said = import(&mut there, &[&["complaint", "daftar.xlsx"], args].concat());
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        let complaint = row(&there, "complaints/2026-10.csv", "2026-10-05");
        assert!(complaint.contains("Antrean lama"), "{complaint}");
        let handling = fs::read_to_string(there.root().join("handling/2026-10.csv")).unwrap();
        assert!(
            handling
                .lines()
                .any(|line| line.contains("2026-10-07") && line.contains(step)),
            "{handling}"
        );
    }
}

/// `L` and `P` side by side are ticked; so are `H`, `S`, `I` and `A`.
#[test]
fn letters_that_stand_together_are_ticked() {
    let mut there = office(|book| {
        let staff: [&[&str]; 3] = [
            &["Nama", "L", "P", "Status", "Jabatan", "TMT", "Unit Kerja"],
            &[
                "Wayan Sari",
                "",
                "v",
                "Honorer",
                "Pengemudi",
                "2 Januari 2026",
                "Sekretariat",
            ],
            &[
                "Wayan Adi",
                "1",
                "0",
                "Honorer",
                "Pengemudi",
                "2 Januari 2026",
                "Sekretariat",
            ],
        ];
        sheet(book, "Staf", &staff);
    });
    let said = import(&mut there, &["staff", "daftar.xlsx"]);
    assert_eq!(
        rows(&said),
        ["2 new +staff; +postings", "3 new +staff; +postings"],
        "{}",
        said.stderr
    );
    assert!(row(&there, "staff.csv", "Wayan Sari").ends_with(",f,"));
    assert!(row(&there, "staff.csv", "Wayan Adi").ends_with(",m,"));

    for group in ["", "Kehadiran"] {
        let mut there = office_of_marks(group);
        let said = import(&mut there, &["participation", "daftar.xlsx", "--for", TRAINING]);
        let told = rows(&said);
        assert!(told[0].contains("→ attending"), "{told:?} {}", said.stderr);
        assert!(told[1].contains("reason - → sick"), "{told:?} {}", said.stderr);
        assert!(!said.stderr.contains("not known"), "{}", said.stderr);
    }
}

fn office_of_marks(group: &str) -> super::Office {
    office(|book| {
        let mut rows: Vec<&[&str]> = Vec::new();
        let (above, whole) = (
            ["No", "Nama", group, "", "", ""],
            ["No", "Nama", "H", "S", "I", "A"],
        );
        let below = ["", "", "H", "S", "I", "A"];
        match group {
            "" => rows.push(&whole),
            _ => rows.extend([&above[..], &below]),
        }
        rows.push(&["1", "Budi Santoso", "1", "0", "0", "0"]);
        rows.push(&["2", "Joko Lestari", "", "√", "", ""]);
        sheet(book, "Hadir", &rows);
    })
}

/// Days of a month are places to sign; who was there on some of them is told.
#[test]
fn days_by_their_number_are_places_to_sign() {
    let mut there = office(|book| {
        let rows: [&[&str]; 3] = [
            &["No", "Nama", "Tgl 20", "Tgl 21", "Nilai Pre", "Nilai Post"],
            &["1", "Budi Santoso", "v", "v", "60", "80"],
            &["2", "Joko Lestari", "H", "S", "", ""],
        ];
        sheet(book, "Hadir", &rows);
    });
    let said = import(&mut there, &["participation", "daftar.xlsx", "--for", TRAINING]);
    let told = rows(&said);
    assert!(
        told[0].contains("→ attending; pre - → 60; post - → 80"),
        "{told:?} {}",
        said.stderr
    );
    assert!(!said.stderr.contains("Tgl 20"), "{}", said.stderr);
}

/// A list of predicates is one of evaluations, by its headings and by what stands below them.
#[test]
fn a_list_is_known_by_all_its_headings_and_its_cells() {
    for (heading, args, of) in [
        (
            "Predikat Kinerja Triwulan III",
            &["daftar.xlsx", "--for", "2026-Q3"][..],
            "2026-Q3",
        ),
        (
            "Predikat Kinerja Triwulan III Tahun 2026",
            &["daftar.xlsx"],
            "2026-Q3",
        ),
    ] {
        let mut there = office(|book| {
            let rows: [&[&str]; 3] = [
                &["No", "NIP", "Nama", "Unit", heading, "Ket"],
                &["1", "", "Budi Santoso", "Sekretariat", "Baik", ""],
                &["2", "", "Joko Lestari", "Sekretariat", "Sangat Baik", ""],
            ];
            sheet(book, "PREDIKAT", &rows);
        });
        let said = import(&mut there, args);
        assert_eq!(
            rows(&said),
            ["2 new +evaluations", "3 new +evaluations"],
            "{heading} {}",
            said.stderr
        );
        assert!(row(&there, &format!("evaluations/{of}.csv"), "pbudi001").contains(",baik,"));
    }
    let mut there = office(|book| {
        let rows: [&[&str]; 3] = [
            &["No", "Nama", "Hasil", "Perilaku", "Ket"],
            &["1", "Budi Santoso", "Sesuai Ekspektasi", "Di Atas Ekspektasi", ""],
            &[
                "2",
                "Joko Lestari",
                "Di Bawah Ekspektasi",
                "Sesuai Ekspektasi",
                "",
            ],
        ];
        sheet(book, "TW III", &rows);
    });
    let said = import(&mut there, &["daftar.xlsx", "--for", "2026-Q3"]);
    assert_eq!(
        rows(&said),
        ["2 new +evaluations", "3 new +evaluations"],
        "{}",
        said.stderr
    );
    // Under a heading that nobody knows the cells tell what it may be.
    let mut there = office(|book| {
        let rows: [&[&str]; 2] = [
            &["No", "NIP", "Nama", "Capaian Triwulanan"],
            &["1", "", "Budi Santoso", "Baik"],
        ];
        sheet(book, "TW III", &rows);
    });
    let said = import(&mut there, &["evaluation", "daftar.xlsx", "--for", "2026-Q3"]);
    assert!(
        said.stderr.contains("--column \"Capaian Triwulanan=predikat\""),
        "{}",
        said.stderr
    );
}

/// That the column of names is not known is said once, with what it may be.
#[test]
fn a_list_of_staff_without_names_is_refused_once() {
    for (heading, told) in [
        ("Nama Sesuai SK", "--column \"Nama Sesuai SK=name\""),
        ("", "add a column `name`"),
    ] {
        let mut there = office(|book| {
            let rows: [&[&str]; 3] = [
                &["No", "NIP", heading, "Jabatan", "TMT Jabatan"],
                &[
                    "1",
                    "199001012015052007",
                    "Dewi Lestari",
                    "Analis",
                    "2 Januari 2026",
                ],
                &["2", "199001012015052008", "Sari Dewi", "Analis", "2 Januari 2026"],
            ];
            sheet(book, "Pegawai", &rows);
        });
        let before = there.tree();
        let said = import(&mut there, &["staff", "daftar.xlsx"]);
        assert_eq!(said.status, 2, "{}", said.stderr);
        assert_eq!(
            said.stderr.matches("2 people of this list").count(),
            1,
            "{}",
            said.stderr
        );
        assert!(said.stderr.contains(told), "{}", said.stderr);
        assert!(there.tree() == before);
    }
}

/// What a sheet beside it holds changes nothing of a list: neither who is skipped, nor a recapitulation.
#[test]
fn other_sheets_change_nothing() {
    for is_alone in [true, false] {
        let mut there = office(|book| {
            let staff: [&[&str]; 5] = [
                &["No", "Nama", "NIP", "Jabatan", "TMT Jabatan"],
                &["A. KANTOR KECAMATAN"],
                &[
                    "1",
                    "Dewi Lestari",
                    "199001012015052007",
                    "Analis",
                    "2 Januari 2026",
                ],
                &["B. SEKRETARIAT KECAMATAN"],
                &["2", "Sari Dewi", "199001012015052008", "Analis", "2 Januari 2026"],
            ];
            sheet(book, "Pegawai", &staff);
            if !is_alone {
                sheet(
                    book,
                    "Non ASN",
                    &[&["No", "Nama", "Tugas"], &["1", "Ujang", "Penjaga"]],
                );
                let recap: [&[&str]; 3] = [
                    &["Jabatan", "Status", "Jumlah"],
                    &["Analis", "", "2"],
                    &["Camat", "", "0"],
                ];
                sheet(book, "Rekap Jabatan", &recap);
            }
        });
        let args = ["staff", "daftar.xlsx", "--new-units"];
        let typed = ["--with", "postings.status=active"];
        let said = import(&mut there, &[&args[..], &typed].concat());
        let told = rows(&said);
        assert_eq!(
            told[..2],
            ["3 new +staff; +postings", "5 new +staff; +postings"],
            "{}",
            said.stderr
        );
        assert_eq!(told.len(), if is_alone { 2 } else { 3 }, "{told:?}");
        assert!(!said.stderr.contains("(Kantor Kecamatan)"), "{}", said.stderr);
        assert_eq!(said.status, 0, "{told:?}");
    }
}

/// Who evaluated may be told by the post: who held it on the last day of the period.
#[test]
fn an_evaluator_is_told_by_the_post() {
    let mut there = office(|book| {
        let rows: [&[&str]; 3] = [
            &["No", "Nama", "Hasil Kerja", "Perilaku Kerja", "Pejabat Penilai"],
            &["1", "Budi Santoso", "Sesuai", "Sesuai", "Kasi Umum"],
            &["2", "Joko Lestari", "Sesuai", "Sesuai", "Bupati"],
        ];
        sheet(book, "Data", &rows);
    });
    let staff: &[&str] = &["posting", "add", "prina004", "2026-08-01", "--unit", "sek"];
    let held = there.run(&[staff, &["--position", "Kepala Seksi Umum"]].concat(), "");
    assert_eq!(held.status, 0, "{}", held.stderr);
    let args = ["evaluation", "daftar.xlsx", "--for", "2026-Q3", "--new-outsiders"];
    let said = import(&mut there, &args);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("Kasi Umum = Rina"), "{}", said.stderr);
    assert!(row(&there, "evaluations/2026-Q3.csv", "pbudi001").contains(",prina004,"));
    // Nobody held it then.
    let said = import(&mut there, &["evaluation", "daftar.xlsx", "--for", "2026-Q2"]);
    let asked = said.stderr.contains("`Kasi Umum` is not known");
    assert!(said.status == 2 && asked, "{}", said.stderr);
}

/// What a sheet beside the answers explains is read as what their own does.
#[test]
fn another_sheet_explains_the_questions() {
    let questions = [
        "Persyaratan",
        "Prosedur",
        "Waktu Penyelesaian",
        "Biaya/Tarif",
        "Produk Pelayanan",
        "Kompetensi Pelaksana",
        "Perilaku Pelaksana",
        "Sarana dan Prasarana",
        "Penanganan Pengaduan",
    ];
    let mut there = office(|book| {
        let answer = [
            "2026-11-03",
            "kel-terjun",
            "4",
            "4",
            "4",
            "4",
            "4",
            "4",
            "4",
            "1",
            "3",
        ];
        let heading = [
            "Tanggal", "Unit", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9",
        ];
        let mut rows: Vec<&[&str]> = vec![&heading];
        rows.resize(7, &answer);
        sheet(book, "Jawaban", &rows);
        let numbers: Vec<String> = (1..=9).map(|number| format!("P{number}")).collect();
        let legend: Vec<[&str; 2]> = numbers
            .iter()
            .map(String::as_str)
            .zip(questions)
            .map(|(a, b)| [a, b])
            .collect();
        let scale = ["1 = Sangat Baik", "4 = Tidak Baik"];
        let legend: Vec<&[&str]> = legend.iter().map(|row| &row[..]).chain([&scale[..]]).collect();
        sheet(book, "Keterangan", &legend);
    });
    let said = import(&mut there, &["skm-2025", "daftar.xlsx"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("P8 = sarana"), "{}", said.stderr);
    let answers = fs::read_to_string(there.root().join("responses/skm-2025/2026-11.csv")).unwrap();
    // Counted from the best down: 1 is the best of all.
    assert!(answers.contains(",1,1,1,1,1,1,1,2,4,"), "{answers}");
}

/// Quarters side by side are as many tables.
#[test]
fn quarters_side_by_side_are_tables_of_their_own() {
    let mut there = office(|book| {
        let rows: [&[&str]; 5] = [
            &["REKAP EVALUASI 2026"],
            &["No", "Nama", "TRIWULAN II", "", "", "TRIWULAN III", "", ""],
            &[
                "",
                "",
                "Hasil Kerja",
                "Perilaku Kerja",
                "Predikat",
                "Hasil Kerja",
                "Perilaku Kerja",
                "Predikat",
            ],
            &[
                "1",
                "Budi Santoso",
                "Sesuai",
                "Sesuai",
                "Baik",
                "Di Atas",
                "Di Atas",
                "Sangat Baik",
            ],
            &["2", "Joko Lestari", "", "", "", "Sesuai", "Sesuai", "Baik"],
        ];
        sheet(book, "Rekap", &rows);
    });
    let said = import(&mut there, &["evaluation", "daftar.xlsx"]);
    assert_eq!(
        rows(&said),
        [
            "4 new +evaluations",
            "5 same nothing is said of the evaluation",
            "4 new +evaluations",
            "5 new +evaluations"
        ],
        "{}",
        said.stderr
    );
    assert!(row(&there, "evaluations/2026-Q2.csv", "pbudi001").contains(",meets,meets,"));
    assert!(row(&there, "evaluations/2026-Q3.csv", "pbudi001").contains(",above,above,"));
    assert_eq!(row(&there, "evaluations/2026-Q2.csv", "pjoko"), "");
    // One period for both is wrong for one of them, whoever insists.
    for args in [&[][..], &["--as-typed"]] {
        let said = import(
            &mut there,
            &[&["evaluation", "daftar.xlsx", "--for", "2026-Q3"], args].concat(),
        );
        assert_eq!(said.status, 2, "{}", said.stdout);
        assert!(said.stderr.contains("period-other"), "{}", said.stderr);
    }
}
