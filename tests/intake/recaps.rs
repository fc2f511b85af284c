//! Workbooks of complaints, evaluations, answers, past trainings and needs, with the dirt of the offices that keep them.

use super::{import, import_part, office, row, rows, sheet};
use rust_xlsxwriter::{ExcelDateTime, Format};
use std::fs;

/// A book of complaints: long ticket numbers as text and as a number that was cut, days as text, serial and day, a row
/// twice, a service that the office does not know, contacts that are not recorded, a blank row, a status beside no day.
#[test]
fn complaints_from_several_channels() {
    let mut office = office(|book| {
        let day = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = sheet(
            book,
            "Rekap Pengaduan",
            &[
                &["REKAP PENGADUAN TRIWULAN IV"],
                &[
                    "No",
                    "Nomor Tiket",
                    "Tgl Masuk",
                    "Kanal",
                    "Isi Pengaduan",
                    "Unit",
                    "Layanan",
                    "Status",
                    "Tgl Selesai",
                    "Pelapor",
                    "No HP",
                ],
                &[
                    "1",
                    "'202611021234567801",
                    "2 November 2026",
                    "Loket",
                    "Antrean lama",
                    "Kelurahan Terjun",
                    "KTP Kilat",
                    "Selesai",
                    "46331",
                    "Warga",
                    "0812",
                ],
                &[
                    "2",
                    "",
                    "",
                    "Loket",
                    "Antrean lama",
                    "Kelurahan Terjun",
                    "KTP Kilat",
                    "Proses",
                    "",
                    "Warga",
                    "0812",
                ],
                &[],
                &[
                    "3",
                    "T-3",
                    "4/11/2026",
                    "Loket",
                    "Loket tutup",
                    "Kelurahan Terjun",
                    "KTP Kilat",
                    "Proses",
                    "",
                    "",
                    "",
                ],
                &[
                    "4",
                    "T-4",
                    "4 Nop 2026",
                    "Loket",
                    "Loket tutup",
                    "Kelurahan Terjun",
                    "KTP Kilat",
                    "Selesai",
                    "",
                    "",
                    "",
                ],
                &[
                    "5",
                    "'202611021234567801",
                    "2 November 2026",
                    "Loket",
                    "Antrean lama",
                    "Kelurahan Terjun",
                    "KTP Kilat",
                    "Selesai",
                    "46331",
                    "",
                    "",
                ],
                &[
                    "6",
                    "T-6",
                    "14 November 2026",
                    "Loket",
                    "Petugas ramah",
                    "",
                    "",
                    "Bukan Kewenangan",
                    "13 November 2026",
                    "",
                    "",
                ],
                &["Jumlah", "", "6"],
            ],
        );
        sheet.write_number(3, 1, 202_611_021_234_567_802.0).unwrap();
        let moment = ExcelDateTime::from_ymd(2026, 11, 3).unwrap();
        sheet.write_with_format(3, 2, &moment, &day).unwrap();
    });
    let said = import(&mut office, &["complaint", "daftar.xlsx", "--new-services"]);
    let told = rows(&said);
    assert_eq!(told[0], "3 new +complaints; +handling", "{}", said.stderr);
    assert!(
        told[1].starts_with("4 rejected B4: `2.02611021234568E17` is a number that a spreadsheet cut"),
        "{told:?}"
    );
    assert!(
        told[2].starts_with("6 rejected C6: `4/11/2026` can be read as two days"),
        "{told:?}"
    );
    assert!(
        told[3].starts_with("7 rejected H7: closed (resolved) without a day"),
        "{told:?}"
    );
    assert!(
        told[4].starts_with("8 rejected ") && told[4].contains("named already in"),
        "{told:?}"
    );
    assert!(
        told[5].starts_with("9 rejected I9: "),
        "a day before the receipt stands at its cell: {told:?}"
    );
    assert_eq!(told.len(), 6, "{told:?}");
    for help in [
        "name the order, for example the day first: --dates dmy",
        "fill in the day on which it was closed",
    ] {
        assert!(said.stderr.contains(help), "{help}\n{}", said.stderr);
    }
    let list = fs::read_to_string(office.root().join("complaints/2026-11.csv")).unwrap();
    assert!(
        list.contains("202611021234567801") && !list.contains("Warga") && !list.contains("0812"),
        "{list}"
    );
    let settings = fs::read_to_string(office.root().join("bina.toml")).unwrap();
    assert!(settings.contains("KTP Kilat"), "{settings}");
}

/// A recapitulation of evaluations: a heading of two rows, words in any case and joined, a predicate that does not follow,
/// a superior's name in the cell, a period for all.
#[test]
fn evaluations_in_words() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let sheet = sheet(
            book,
            "TW III",
            &[
                &["REKAP EVALUASI KINERJA TRIWULAN III"],
                &["No", "Nama Pegawai", "", "", "", "Penilai"],
                &["", "", "Hasil Kerja", "Perilaku Kerja", "Predikat", ""],
                &[
                    "1",
                    "Budi Santoso",
                    "DI ATAS EKSPEKTASI",
                    "Diatas",
                    "Sangat Baik",
                    "Rina Marpaung, SE",
                ],
                &[
                    "2",
                    "Joko Lestari",
                    "sesuai",
                    "Sesuai Ekspektasi",
                    "BAIK",
                    "Rina Marpaung",
                ],
                &[
                    "3",
                    "Siti Aminah",
                    "Sesuai",
                    "Sesuai",
                    "Sangat Baik",
                    "Rina Marpaung",
                ],
                &[
                    "4",
                    "Budi Siregar",
                    "Bagus sekali",
                    "Sesuai",
                    "Baik",
                    "Orang Lain",
                ],
                &["", "Jumlah", "4", "", "", ""],
            ],
        );
        sheet.merge_range(1, 2, 1, 4, "Evaluasi", &bold).unwrap();
    });
    let said = import_part(&mut office, &["evaluation", "daftar.xlsx", "--for", "2026-Q3"]);
    let told = rows(&said);
    assert_eq!(
        told[..2],
        ["4 new +evaluations", "5 new +evaluations"],
        "{}",
        said.stderr
    );
    assert!(
        told[2].starts_with("6 rejected E6: the predicate `Sangat Baik` does not follow"),
        "{told:?}"
    );
    assert!(
        told[3].contains("C7: ") && told[3].contains("; F7: "),
        "all of a row: {told:?}"
    );
    assert!(
        row(&office, "evaluations/2026-Q3.csv", "pbudi001").contains("above,above"),
        "{told:?}"
    );
}

/// The export of a web form, a sheet for each service: the time with the answer, words and digits, a comment of several
/// lines that looks like a formula, an empty form, and a sheet of charts between.
#[test]
fn answers_of_a_web_form() {
    let heading: &[&str] = &[
        "Timestamp",
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
    let mut office = office(|book| {
        let time = Format::new().set_num_format("dd/mm/yyyy hh:mm:ss");
        for name in ["KTP", "KK"] {
            let answers = [
                "4",
                "Baik",
                "4 - Sangat Baik",
                "Gratis",
                "3",
                "3.0",
                "Kurang Baik",
                "Dikelola dengan baik",
                "3",
            ];
            let page = sheet(book, name, &[heading]);
            for number in 1..=6_u32 {
                let moment = ExcelDateTime::from_ymd(2026, 11, number as u8)
                    .unwrap()
                    .and_hms(8, 30, 0)
                    .unwrap();
                page.write_with_format(number, 0, &moment, &time).unwrap();
                let age = if name == "KTP" { "20" } else { "56" };
                for (column, text) in (1_u16..).zip(["Kelurahan Terjun", "P", age].iter().chain(&answers)) {
                    page.write(number, column, *text).unwrap();
                }
            }
            page.write(1, 13, "=1+1\nloket ramah").unwrap();
        }
        sheet(book, "Grafik", &[&["Nilai rata-rata per unsur"]]);
        let last = sheet(book, "Kosong", &[heading]);
        super::write(last, 1, &[&["3 November 2026", "Kelurahan Terjun", "L", "30"]]);
    });
    let said = import(&mut office, &["skm-2025", "daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(
        told.iter().filter(|row| row.ends_with(" new")).count(),
        12,
        "{told:?} {}",
        said.stderr
    );
    assert!(
        told[12].starts_with("2 rejected ") && told.len() == 13,
        "an empty form is no answer: {told:?}"
    );
    assert!(
        said.stderr.contains("left out: daftar.xlsx, Grafik."),
        "{}",
        said.stderr
    );
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv")).unwrap();
    assert!(answers.contains("4,3,4,4,3,3,2,4,3"), "{answers}");
    assert!(answers.contains("=1+1"), "{answers}");
    assert!(!answers.contains("08:30"), "{answers}");
}

/// A history of trainings by person: the name merged over his certificates, a serial number for a day, JP with its unit,
/// a certificate twice, somebody unknown, the headings of another office.
#[test]
fn past_trainings_of_each_person() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let sheet = sheet(
            book,
            "Riwayat",
            &[
                &[
                    "No",
                    "Nama dan Gelar",
                    "Nama Diklat",
                    "Penyelenggara",
                    "Tgl Selesai",
                    "Jumlah JP",
                    "No STTPP",
                ],
                &["1", "", "Webinar Antikorupsi", "LAN", "46064", "8", "A/1"],
                &[
                    "",
                    "",
                    "Pelayanan Prima",
                    "BPSDM",
                    "10 Maret 2026",
                    "20 JP",
                    "A/2",
                ],
                &["", "", "Webinar Antikorupsi", "LAN", "46064", "8", "A/1"],
                &["2", "Siti Aminah", "Arsip Digital", "ANRI", "2026", "12", ""],
                &[
                    "3",
                    "Entah Siapa",
                    "Arsip Digital",
                    "ANRI",
                    "10 Maret 2026",
                    "12",
                    "",
                ],
            ],
        );
        sheet
            .merge_range(1, 1, 3, 1, "Budi Santoso, S.Sos.", &bold)
            .unwrap();
    });
    let said = import(
        &mut office,
        &["participation", "daftar.xlsx", "--rules", "riwayat-pelatihan"],
    );
    let told = rows(&said);
    assert_eq!(told[0], "2 new +participation", "{}", said.stderr);
    assert!(told[1].starts_with("3 rejected F3: "), "{told:?}");
    assert!(
        told[2].starts_with("4 rejected ") && told[2].contains("named already"),
        "{told:?}"
    );
    assert!(told[3].starts_with("5 rejected E5: "), "{told:?}");
    assert!(
        told[4].starts_with("6 rejected B6: there is nobody called"),
        "{told:?}"
    );
    let recorded = row(&office, "participation/2026-02.csv", "pbudi001");
    assert!(
        recorded.contains("completed") && recorded.contains("2026-02-11"),
        "{recorded}"
    );
}

/// Needs: competencies by their names, who named them in the words of the office, one day for all, a competency that the
/// catalogue does not have, twice the same.
#[test]
fn needs_by_name() {
    let mut office = office(|book| {
        sheet(
            book,
            "Usulan",
            &[
                &["USULAN PENGEMBANGAN KOMPETENSI"],
                &[
                    "No",
                    "Nama",
                    "Unit Kerja",
                    "Kompetensi yang Dibutuhkan",
                    "Diusulkan oleh",
                    "Alasan",
                ],
                &[
                    "1",
                    "Budi Santoso",
                    "Sekretariat",
                    "Pelayanan Publik",
                    "Atasan Langsung",
                    "sering melayani",
                ],
                &[
                    "2",
                    "JOKO LESTARI",
                    "Kelurahan Terjun",
                    "pelayanan publik",
                    "Ybs",
                    "",
                ],
                &["3", "Siti Aminah", "", "Membatik", "Pegawai", ""],
                &["4", "Budi Santoso", "", "Pelayanan Publik", "Gap", ""],
                &["5", "Rina Marpaung", "", "Pelayanan Publik", "Tetangga", ""],
            ],
        );
    });
    let added = office.run(
        &[
            "competency",
            "add",
            "pelayanan-publik",
            "--name",
            "Pelayanan Publik",
            "--kind",
            "manajerial",
        ],
        "",
    );
    assert_eq!(added.status, 0, "{}", added.stderr);
    let said = import_part(&mut office, &["need", "daftar.xlsx"]);
    assert!(
        rows(&said)[0].contains("--with tanggal="),
        "{} {}",
        said.stdout,
        said.stderr
    );
    let said = import_part(&mut office, &["daftar.xlsx", "--with", "tanggal=2 November 2026"]);
    let told = rows(&said);
    assert_eq!(told[..2], ["3 new +needs", "4 new +needs"], "{}", said.stderr);
    assert!(
        told[2].starts_with("5 rejected D5: competency `Membatik` is not known"),
        "{told:?}"
    );
    assert!(told[3].starts_with("6 rejected D6: named already"), "{told:?}");
    assert!(told[4].starts_with("7 rejected E7: "), "{told:?}");
    assert!(said.stderr.contains("bina competency add"), "{}", said.stderr);
    let needs = fs::read_to_string(office.root().join("needs.csv")).unwrap();
    assert!(
        needs.contains("pbudi001,2026-11-02,pelayanan-publik,supervisor,sering melayani"),
        "{needs}"
    );
}

/// The choices of the forms that offices use, in their own words; a span of ages that no choice holds is not guessed.
#[test]
fn profiles_in_the_words_of_survey_forms() {
    let mut office = office(|_| {});
    let mut list =
        "Cap Waktu;Unit Pelayanan;Usia;Pendidikan;Pekerjaan;U1;U2;U3;U4;U5;U6;U7;U8;U9\n".to_owned();
    for profile in [
        "17 - 25 tahun;SMA/SMK;Pegawai Swasta",
        "26-35;S1/D4;Wiraswasta",
        "40;D1/D2/D3;Pelajar/Mahasiswa",
        "60 tahun ke atas;S-1;TNI/POLRI",
        "56+;SD;Mengurus Rumah Tangga",
        "20 - 29 tahun;SD;Lainnya",
    ] {
        list += &format!("2 November 2026;Kelurahan Terjun;{profile};3;3;3;3;3;3;3;3;3\n");
    }
    super::hostile::lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    let told = rows(&said);
    assert!(told.iter().all(|row| row.ends_with(" new")), "{told:?}");
    // What is none of the choices is left out, and told; the answers are not.
    let unfit = "1 answer is recorded without usia: `20 - 29 tahun` is no choice of the questionnaire.";
    assert!(said.stderr.contains(unfit), "{}", said.stderr);
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv")).unwrap();
    for profile in [
        "17-25,sma,swasta",
        "26-35,s1,wirausaha",
        "36-45,d3,pelajar",
        "56+,s1,tni-polri",
        "56+,sd,rumah-tangga",
        ",,sd,lainnya",
    ] {
        assert!(answers.contains(profile), "{profile}: {answers}");
    }
}
