//! Complaints, evaluations, answers, and any other table.

use super::{expect, import, import_part, office, row, rows, sheet};
use rust_xlsxwriter::Workbook;
use std::fs;

#[test]
fn complaints_and_evaluations_in_the_words_of_offices() {
    let mut office = office(|book| {
        let rows: [&[&str]; 5] = [
            &[
                "Tracking ID",
                "Tanggal Laporan",
                "Kanal",
                "Judul Laporan",
                "Disposisi",
                "Status",
                "Tanggal Selesai",
                "Nama Pelapor",
            ],
            &[
                "71",
                "3 November 2026",
                "SP4N LAPOR",
                "Antrean",
                "Kelurahan Terjun",
                "Selesai",
                "5 November 2026",
                "X",
            ],
            &[
                "72",
                "4 November 2026",
                "Loket Pengaduan",
                "Antrean",
                "kel-terjun",
                "Proses",
                "",
                "X",
            ],
            &[
                "72",
                "4 November 2026",
                "Loket Pengaduan",
                "Antrean",
                "kel-terjun",
                "Proses",
                "",
                "X",
            ],
            &[
                "73",
                "4 November 2026",
                "Radio",
                "Antrean",
                "Kelurahan Lama",
                "Selesai",
                "",
                "X",
            ],
        ];
        sheet(book, "Laporan", &rows);
    });
    let said = import_part(&mut office, &["daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(
        told[..2],
        ["2 new +complaints; +handling", "3 new +complaints"],
        "{}",
        said.stderr
    );
    assert_eq!(
        told[2],
        "4 rejected named already in daftar.xlsx, sheet Laporan, row 3"
    );
    assert!(
        said.stderr
            .contains("unit not known: `Kelurahan Lama` (1 row: daftar.xlsx, sheet Laporan, E5)"),
        "{}",
        said.stderr
    );

    let mut office = super::office(|book| {
        let rows: [&[&str]; 4] = [
            &[
                "Nama",
                "Hasil Kerja",
                "Perilaku Kerja",
                "Predikat",
                "Pejabat Penilai",
            ],
            &[
                "Budi Santoso",
                "Di Atas Ekspektasi",
                "Sesuai",
                "Baik",
                "Rina Marpaung, S.E., M.Si.",
            ],
            &[
                "Budi Siregar",
                "Di Bawah Ekspektasi",
                "Sesuai Ekspektasi",
                "Sangat Baik",
                "",
            ],
            &["Joko Lestari", "", "", "Baik", ""],
        ];
        sheet(book, "TW III", &rows);
    });
    let said = import_part(&mut office, &["evaluation", "daftar.xlsx", "--for", "2026-Q3"]);
    let told = rows(&said);
    assert_eq!(told[0], "2 new +evaluations", "{}", said.stderr);
    assert!(
        told[1].contains("D3: the predicate `Sangat Baik` does not follow")
            && told[2].ends_with("new +evaluations"),
        "{told:?}"
    );
    let alone = row(&office, "evaluations/2026-Q3.csv", "pjoko003");
    assert!(
        alone.starts_with("pjoko003,2026-Q3,,,baik,"),
        "kept as it was told: {alone}"
    );
    // Its parts, once they are known, take its place on purpose only.
    let list = "Nama;Hasil Kerja;Perilaku Kerja\nJoko Lestari;Sesuai;Sesuai\n";
    let ask = [
        "import",
        "evaluation",
        "-",
        "--for",
        "2026-Q3",
        "--lang",
        "en",
        "-O",
        "csv",
    ];
    let told = rows(&office.run(&ask, list));
    assert!(
        told[0].contains("recorded otherwise: `predicate` baik → -"),
        "{told:?}"
    );
    let told = rows(&office.run(&[&ask[..], &["--correct"]].concat(), list));
    assert_eq!(
        told,
        ["2 changed result - → meets; behaviour - → meets; predicate baik → -"]
    );
    let list = "Nama;Predikat\nSiti Aminah;Luar Biasa\n";
    let kept = [&ask[..], &["--rejected", "rest.csv"]].concat();
    let told = rows(&office.run(&kept, list));
    assert!(told[0].starts_with("2 rejected B2: "), "{told:?}");
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn answers_of_a_grown_list_come_in_once() {
    let answers = |count: usize| {
        move |book: &mut Workbook| {
            let heading: &[&str] = &[
                "Cap Waktu",
                "Unit Pelayanan",
                "L/P",
                "Usia",
                "U1",
                "U2",
                "U3",
                "U4",
                "U5",
                "U6",
                "U7",
                "U8",
                "U9",
                "Saran",
            ];
            let row: &[&str] = &[
                "2026-11-03 08:00:00",
                "Kelurahan Terjun",
                "P",
                "56",
                "4",
                "Baik",
                "4 - Sangat Baik",
                "3",
                "3",
                "3",
                "3",
                "3",
                "3",
                "",
            ];
            let rows: Vec<&[&str]> = [heading]
                .into_iter()
                .chain(std::iter::repeat_n(row, count))
                .collect();
            sheet(book, "Form Responses 1", &rows);
        }
    };
    let mut office = office(answers(4));
    let said = import(&mut office, &["skm-2025", "daftar.xlsx"]);
    assert!(
        rows(&said)
            .iter()
            .all(|row| row.contains("rejected 2026-11: only 4 answers")),
        "{}",
        said.stdout
    );
    for (count, new) in [(6, 6), (6, 0), (8, 2)] {
        let mut book = Workbook::new();
        answers(count)(&mut book);
        book.save(office.beside("daftar.xlsx")).unwrap();
        let said = import(&mut office, &["daftar.xlsx"]);
        let found = rows(&said).iter().filter(|row| row.ends_with(" new")).count();
        assert_eq!((found, said.status), (new, 0), "{}{}", said.stdout, said.stderr);
    }
    fs::copy(office.beside("daftar.xlsx"), office.beside("salinan.xlsx")).unwrap();
    let said = import(&mut office, &["skm-2025", "salinan.xlsx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("8 the same"), "{}", said.stderr);
}

#[test]
fn standard_input_and_other_tables_come_in_too() {
    let mut office = office(|_| {});
    let said = office.run(
        &["import", "holiday", "-", "--lang", "en"],
        "date;name\n25/12/2026;Natal\n2026-12-26;Cuti bersama\n",
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(row(&office, "holidays.csv", "2026-12-25"), "2026-12-25,Natal,");
    // What comes later is known from the day on which it comes, as when it is added.
    office.run(
        &["import", "holiday", "-"],
        "date;name\n2026-12-28;Cuti bersama\n",
    );
    assert_eq!(
        row(&office, "holidays.csv", "2026-12-28"),
        "2026-12-28,Cuti bersama,2026-11-20"
    );
    let said = office.run(&["import", "holiday", "-", "--lang", "en"], "<html><table>");
    assert!(
        said.status == 4 && said.stderr.contains("error[web-page]"),
        "{}",
        said.stderr
    );
}

#[test]
fn exports_of_the_national_system_in_both_forms() {
    let long: [&[&str]; 2] = [
        &[
            "PNS ID",
            "NIP BARU",
            "NIP LAMA",
            "NAMA",
            "GELAR DEPAN",
            "GELAR BELAKANG",
            "TANGGAL LAHIR",
            "JENIS KELAMIN",
            "AGAMA NAMA",
            "NIK",
            "EMAIL",
            "JENIS PEGAWAI NAMA",
            "STATUS CPNS PNS",
            "TMT CPNS",
            "GOL AKHIR ID",
            "GOL AKHIR NAMA",
            "TMT GOLONGAN",
            "MK TAHUN",
            "JENIS JABATAN NAMA",
            "JABATAN NAMA",
            "TMT JABATAN",
            "UNOR ID",
            "UNOR NAMA",
            "IS VALID NIK",
        ],
        &[
            "A8ACA7",
            "'198811112014032007",
            "",
            "NUR'AINI LUBIS",
            "Dra.",
            "M.M.",
            "11-11-1988",
            "F",
            "Islam",
            "'1271",
            "",
            "PNS Daerah",
            "P",
            "01-03-2014",
            "34",
            "III/d",
            "01-04-2022",
            "8",
            "Jabatan Pelaksana",
            "PENGELOLA DATA",
            "02-01-2024",
            "8ae4",
            "KELURAHAN TERJUN",
            "1",
        ],
    ];
    let short: [&[&str]; 2] = [
        &[
            "PNS ID",
            "NIP BARU",
            "NAMA",
            "GELAR DEPAN",
            "GELAR BELAKANG",
            "TEMPAT LAHIR",
            "TANGGAL LAHIR",
            "JENIS KELAMIN",
            "GOL AKHIR NAMA",
            "TMT GOLONGAN AKHIR",
            "JENIS JABATAN NAMA",
            "JABATAN NAMA",
            "TMT JABATAN",
            "ESELON NAMA",
            "UNOR NAMA",
            "KEDUDUKAN HUKUM NAMA",
        ],
        &[
            "A8ACA7",
            "198811112014032007",
            "NUR'AINI LUBIS",
            "Dra.",
            "M.M.",
            "MEDAN",
            "11-11-1988",
            "F",
            "III/d",
            "01-04-2022",
            "Jabatan Pelaksana",
            "PENGELOLA DATA",
            "02-01-2024",
            "",
            "KELURAHAN TERJUN",
            "Aktif",
        ],
    ];
    let mut office = office(|book| {
        sheet(book, "Data Utama", &long);
    });
    let said = import(&mut office, &["daftar.xlsx"]);
    assert_eq!(rows(&said), ["2 new +staff; +postings"], "{}", said.stderr);
    assert!(
        said.stderr.contains("siasn-pegawai") && !said.stderr.contains("not known"),
        "{}",
        said.stderr
    );
    let new = row(&office, "staff.csv", "198811112014032007");
    assert!(
        new.ends_with(",198811112014032007,Dra.,Nur'aini Lubis,M.M.,pns,,1988-11-11,f,"),
        "{new}"
    );
    let id = new.split(',').next().unwrap();
    assert_eq!(
        row(&office, "postings.csv", id),
        format!("{id},2024-01-02,kel-terjun,PENGELOLA DATA,pelaksana,III/d,,,")
    );
    let mut book = Workbook::new();
    sheet(&mut book, "Data Utama", &short);
    book.save(office.beside("daftar.xlsx")).unwrap();
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert_eq!(rows(&said), ["2 same"], "{}", said.stderr);
}

#[test]
fn a_history_of_trainings_is_named_by_titles() {
    let mut office = office(|book| {
        let rows: [&[&str]; 6] = [
            &[
                "No",
                "NIP",
                "Nama",
                "Nama Diklat",
                "Penyelenggara",
                "Tanggal Selesai",
                "Jumlah JP",
                "No Sertifikat",
            ],
            &[
                "1",
                "198803032012032003",
                "Rina Marpaung",
                "Webinar Antikorupsi",
                "KPK",
                "10 Februari 2025",
                "8",
                "A/1",
            ],
            &[
                "2",
                "198803032012032003",
                "Rina Marpaung",
                "Webinar Antikorupsi",
                "KPK",
                "9 Februari 2026",
                "8",
                "A/2",
            ],
            &[
                "3",
                "",
                "Siti Aminah",
                "Bimtek Kearsipan",
                "Kantor",
                "14-10-2026",
                "12",
                "",
            ],
            &["4", "", "Siti Aminah", "Kursus Bahasa", "LAN", "", "20", ""],
            &[
                "5",
                "",
                "Siti Aminah",
                "Kursus Bahasa",
                "LAN",
                "2027-01-05",
                "20",
                "",
            ],
        ];
        sheet(book, "Riwayat", &rows);
    });
    let expected = [
        "2 new +participation",
        "3 new +participation",
        "4 new +participation",
        "5 rejected not filled in: tanggal-selesai; fill in the cell; only if all rows are of one day: --with tanggal-selesai=YYYY-MM-DD",
        "6 rejected F6: 2027-01-05 has not come yet (today is 2026-11-20)",
    ];
    let said = expect(&mut office, &["daftar.xlsx"], &expected);
    assert!(
        said.stderr.contains("riwayat-pelatihan") && !said.stderr.contains("not known"),
        "{}",
        said.stderr
    );
    for (file, expected) in [
        (
            "participation/2025-02.csv",
            "external/webinar-antikorupsi,prina004,completed,,,,2025-02-10,8,,,,A/1,,,,,,,,,Webinar Antikorupsi",
        ),
        (
            "participation/2026-02.csv",
            "external/webinar-antikorupsi-2026,prina004,completed,,,,2026-02-09,8,,,,A/2,,,,,,,,,Webinar Antikorupsi",
        ),
    ] {
        assert_eq!(row(&office, file, "external/"), expected);
    }
    // A programme of the office is the one that it is.
    let own = row(
        &office,
        "participation/2026-10.csv",
        "2026-10/bimtek-arsip,psiti005",
    );
    assert!(
        own.starts_with("2026-10/bimtek-arsip,psiti005,completed,,,,2026-10-14,12"),
        "{own}"
    );
}

#[test]
fn a_code_that_one_of_two_columns_knows_is_enough() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "Status"],
            &["Budi Santoso", "attending"],
            &["Joko Lestari", "izin"],
            &["Rina Marpaung", "entah"],
        ];
        sheet(book, "Hadir", &rows);
    });
    let said = import_part(
        &mut office,
        &["participation", "daftar.xlsx", "--for", super::TRAINING],
    );
    let told = rows(&said);
    assert_eq!(
        told[0], "2 changed status confirmed → attending",
        "{}",
        said.stderr
    );
    assert_eq!(
        told[1],
        "3 changed status invited → absent; reason - → permission"
    );
    assert!(told[2].starts_with("4 rejected B4: "), "{told:?}");
}
