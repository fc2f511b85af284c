//! Workbooks of staff, participants, scores, presence and contracts, with the dirt of the offices that keep them.

use super::{TRAINING, expect, import, import_part, office, row, rows, sheet, write};
use rust_xlsxwriter::{ExcelDateTime, Format};
use std::fs;

/// A list of staff by rank: a title over all columns, a heading of two rows, the unit merged over its people, blank rows
/// and the name of a group between, an apostrophe before the NIP, degrees in the cell of the name, days of three kinds.
#[test]
fn staff_by_unit() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let day = Format::new().set_num_format("dd-mmm-yyyy");
        let sheet = sheet(book, "DUK 2026", &[]);
        let title = "DAFTAR URUT KEPANGKATAN KECAMATAN UJI";
        sheet.merge_range(0, 0, 1, 6, title, &bold).unwrap();
        for (column, text) in [
            (0, "No."),
            (1, "Nama dan Gelar"),
            (2, "NIP/NI PPPK"),
            (5, "Status"),
            (6, "Unit Kerja"),
        ] {
            sheet.merge_range(3, column, 4, column, text, &bold).unwrap();
        }
        sheet.merge_range(3, 3, 3, 4, "Jabatan", &bold).unwrap();
        write(
            sheet,
            4,
            &[
                &["", "", "", "Nama Jabatan", "TMT Jabatan"],
                &["1", "2", "3", "4", "5", "6", "7"],
            ],
        );
        write(
            sheet,
            6,
            &[
                &["A. PEJABAT"],
                &[
                    "1",
                    "Dra. Hj. Sri Wahyuni, M.AP",
                    "'197505052000032001",
                    "Camat",
                    "1 Januari 2024",
                    "PNS",
                ],
                &[
                    "2",
                    "Ahmad Fauzi, S.STP., M.Si",
                    "19830812 200604 1 007",
                    "Lurah",
                    "",
                    "PNS",
                ],
                &[],
                &["B. PELAKSANA"],
                &[
                    "3",
                    "LINA MARLINA SE",
                    "199002022023212011",
                    "Penata Layanan",
                    "45292",
                    "PPPK",
                ],
                &[
                    "4",
                    "Lina Marlina, A.Md",
                    "",
                    "Penata Layanan",
                    "03/01/24",
                    "PPPK",
                ],
                &["", "Jumlah", "4"],
            ],
        );
        let first = ExcelDateTime::from_ymd(2023, 7, 3).unwrap();
        sheet.write_with_format(8, 4, &first, &day).unwrap();
        sheet.merge_range(7, 6, 8, 6, "Sekretariat", &bold).unwrap();
        sheet
            .merge_range(11, 6, 12, 6, "Kelurahan Terjun", &bold)
            .unwrap();
        write(
            sheet,
            16,
            &[
                &["", "", "", "", "Medan, 2 November 2026"],
                &["", "", "", "", "Camat"],
            ],
        );
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(
        told[..3],
        [
            "8 new +staff; +postings",
            "9 new +staff; +postings",
            "12 new +staff; +postings"
        ]
    );
    assert!(
        told[3].starts_with("13 rejected E13: the year of `03/01/24` is cut"),
        "{told:?}"
    );
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(said.stderr.contains("left out: 7, 11, 14,"), "{}", said.stderr);
    let staff = |nip: &str| row(&office, "staff.csv", nip);
    assert!(
        staff("197505052000032001").contains(",Dra. Hj.,Sri Wahyuni,M.AP,pns"),
        "{}",
        staff("197505052000032001")
    );
    assert!(
        staff("199002022023212011").contains(",,Lina Marlina,SE,pppk"),
        "{}",
        staff("199002022023212011")
    );
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    for posting in [
        ",2024-01-01,sek,Camat",
        ",2023-07-03,sek,Lurah",
        ",2024-01-01,kel-terjun,Penata Layanan",
    ] {
        assert!(
            postings.contains(posting),
            "the unit holds for all whom it is merged over: {posting}\n{postings}"
        );
    }
}

/// A list of participants by group: two tables on one sheet with their columns in another order, totals in the middle,
/// letters for the presence, a reason beside it, hidden columns, colours that mean something, somebody unknown.
#[test]
fn participants_in_two_tables() {
    let mut office = office(|book| {
        let red = Format::new().set_background_color("FF0000");
        let sheet = sheet(
            book,
            "Daftar Hadir",
            &[
                &["DAFTAR HADIR BIMTEK KEARSIPAN"],
                &["Angkatan I"],
                &["No", "Nama", "Unit Kerja", "H/TH", "Kehadiran", "Tanda Tangan"],
                &["1", "", "Sekretariat", "", "H", "1 ............"],
                &["2", "RINA MARPAUNG, SE, M.SI", "Sekretariat", "", "S", ""],
                &["", "Jumlah hadir", "", "", "1"],
                &[],
                &["Angkatan II"],
                &["Kehadiran", "No", "NIP", "Nama", "Keterangan"],
                &["√", "1", "'200002022025021005", "Joko L.", "datang siang"],
                &["Izin", "2", "", "Siti Aminah", ""],
                &["H", "3", "", "Tamu Undangan", "dinas lain"],
                &["?", "4", "", "Budi Siregar", ""],
                &["2", "", "", "Jumlah hadir", ""],
            ],
        );
        sheet
            .write_with_format(3, 1, "Budi Santoso, S.Sos.", &red)
            .unwrap();
        sheet.set_column_hidden(2).unwrap();
    });
    let said = import_part(&mut office, &["participation", "daftar.xlsx", "--for", TRAINING]);
    let told = rows(&said);
    assert_eq!(
        told[0], "4 changed status confirmed → attending",
        "{}",
        said.stderr
    );
    assert!(
        told[1].starts_with("5 changed status confirmed → absent; reason - → sick"),
        "{told:?}"
    );
    assert!(
        told[2].starts_with("10 changed status invited → attending; note - → datang siang"),
        "{told:?}"
    );
    assert!(told[3].starts_with("11 new +participation"), "{told:?}");
    assert!(
        told[4].starts_with("12 rejected D12: there is nobody called `Tamu Undangan`"),
        "{told:?}"
    );
    assert!(told[5].starts_with("13 rejected A13: "), "{told:?}");
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(
        said.stderr
            .contains("Columns that are not known and left out: H/TH"),
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("left out: 6") && said.stderr.contains("left out: 14"),
        "{}",
        said.stderr
    );
}

/// A recapitulation of scores: titles above, numbers with decimal comma as text and as numbers, a score beyond the scale,
/// a fraction, a formula that failed, a dash for who was not there, averages below, and a sheet of charts.
#[test]
fn scores_with_decimal_comma() {
    let mut office = office(|book| {
        let sheet = sheet(
            book,
            "Rekap Nilai",
            &[
                &["REKAPITULASI NILAI", "", "", ""],
                &["Bimtek Kearsipan, 13 s.d. 14 Oktober 2026", "", "", ""],
                &[],
                &["No", "Nama Peserta", "Nilai", "", "Peringkat"],
                &["", "", "Pre Test", "Post Test", ""],
                &["1", "Budi Santoso", "62,5", "", "1"],
                &["2", "Joko Lestari", "-", "-", ""],
                &["3", "Rina Marpaung", "70/100", "85", "2"],
                &["4", "Siti Aminah", "101,5", "#DIV/0!", "3"],
                &["", "Rata-rata", "66,25", "84,75", ""],
            ],
        );
        sheet.write_number(5, 3, 84.5).unwrap();
        super::sheet(book, "Grafik", &[&["Grafik nilai rata-rata"]]);
    });
    let args = ["participation", "daftar.xlsx", "--for", TRAINING];
    let said = import(&mut office, &args);
    let told = rows(&said);
    assert_eq!(
        told[0], "6 changed pre - → 62.5; post - → 84.5",
        "{}",
        said.stderr
    );
    assert_eq!(told[1], "7 same", "a dash says nothing");
    assert_eq!(
        told[2], "8 changed pre - → 70; post - → 85",
        "of a hundred points"
    );
    assert!(
        told[3].contains("D9: this cell holds the error #DIV/0! of a formula"),
        "{told:?}"
    );
    assert!(
        said.stderr.contains("left out: daftar.xlsx, Grafik."),
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("known and not recorded: Peringkat."),
        "{}",
        said.stderr
    );
}

/// Presence by day: a heading of two rows with the days of the programme below it, marks of every kind, somebody twice,
/// a hidden sheet of the year before, and sums behind.
#[test]
fn presence_by_day() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let sheet = sheet(
            book,
            "Presensi",
            &[
                &["No", "NIP", "Nama", "", "", "Jumlah"],
                &["", "", "", "Hari 1", "Hari 2", ""],
                &["1", "'198609262015051001", "Budi Santoso", "v", "√", "2"],
                &["2", "", "Rina Marpaung", "H", "tidak hadir", "1"],
                &["3", "", "Joko Lestari", "ya", "barangkali", "1"],
                &["4", "", "BUDI SANTOSO", "v", "v", "2"],
            ],
        );
        sheet.merge_range(0, 3, 0, 4, "Kehadiran", &bold).unwrap();
        super::sheet(book, "2025", &[&["Nama", "Hari 1"], &["Orang Lama", "v"]]).set_hidden(true);
    });
    let said = import_part(&mut office, &["participation", "daftar.xlsx", "--for", TRAINING]);
    let told = rows(&said);
    assert!(
        told[0].contains("+attendance; +attendance"),
        "{told:?} {}",
        said.stderr
    );
    assert!(told[1].contains("+attendance; +attendance"), "{told:?}");
    assert!(told[2].starts_with("5 rejected E5: "), "{told:?}");
    assert!(
        told[3].starts_with("6 rejected C6: named already in daftar.xlsx, sheet Presensi, row 3"),
        "{told:?}"
    );
    assert!(
        said.stderr.contains("Hidden sheets are left out: 2025."),
        "{}",
        said.stderr
    );
    for line in [
        "s1,pbudi001,yes,270,",
        "s2,pbudi001,yes,270,",
        "s1,prina004,yes,270,",
        "s2,prina004,no,0,",
    ] {
        let line = format!("{TRAINING},{line}");
        assert_eq!(row(&office, "attendance/2026-10.csv", &line), line);
    }
}

/// Contracts: the period in two columns under one heading, a year that cannot be, an end before its beginning, a number
/// that is nobody's, days as serial numbers in a column of text.
#[test]
fn contracts_under_one_heading() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let sheet = sheet(
            book,
            "Kontrak PPPK",
            &[
                &["No", "NI PPPK", "Nama", "", ""],
                &["", "", "", "Mulai", "Sampai"],
                &[
                    "1",
                    "199205052023211004",
                    "Budi Siregar",
                    "44927",
                    "31 Desember 2027",
                ],
                &[
                    "2",
                    "198803032012032003",
                    "Rina Marpaung",
                    "1 Januari 2024",
                    "31 Desember 2023",
                ],
                &[
                    "3",
                    "199205052023211005",
                    "Orang Baru",
                    "1 Januari 2024",
                    "31 Desember 2028",
                ],
            ],
        );
        sheet.merge_range(0, 3, 0, 4, "Masa Kontrak", &bold).unwrap();
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(told[0], "3 same", "{}", said.stderr);
    assert!(
        told[1].starts_with("4 rejected E4: ") || told[1].starts_with("4 rejected D4: "),
        "{told:?}"
    );
    assert!(told[2].starts_with("5 new +staff; +contracts"), "{told:?}");
    assert!(office.errors().is_empty(), "{:?}", office.errors());
    let mut office = super::office(|book| {
        let rows: [&[&str]; 2] = [
            &["NI PPPK", "Mulai Kontrak", "Akhir Kontrak"],
            &["199205052023211004", "1-Jan-2023", "31.12.2027"],
        ];
        sheet(book, "x", &rows);
    });
    let told = expect(
        &mut office,
        &["staff", "daftar.xlsx", "--with", "staff.name=Budi Siregar"],
        &["2 same"],
    );
    assert!(told.stdout.contains("Budi Siregar"), "{}", told.stdout);
}
