//! Lists of staff and participants: headings, totals, numbers, days and names as they really are.

use super::{TRAINING, expect, import, office, row, rows, sheet};
use rust_xlsxwriter::{ExcelDateTime, Format};
use std::fs;
use std::path::Path;

#[test]
fn merged_headings_a_title_above_and_totals_in_the_middle() {
    let mut office = office(|book| {
        let bold = Format::new().set_bold();
        let sheet = sheet(
            book,
            "Peserta",
            &[
                &[],
                &[],
                &[],
                &["", "", "", "", "Pre Test", "Post Test"],
                &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                &["1", "BUDI SANTOSO, S.Sos", "", "Hadir", "61,5", "79"],
                &["", "Jumlah", "", "1", "61,5", "79"],
                &["2", "Drs. Joko Lestari", "", "Sakit", "", ""],
                &["", "Rata-rata", "", "", "61,5", "79"],
                &[],
                &["", "", "", "Medan, 3 November 2026", "", ""],
                &["", "Rina Marpaung", "", "Camat", "", ""],
            ],
        );
        sheet
            .merge_range(0, 0, 0, 5, "DAFTAR HADIR BIMTEK", &bold)
            .unwrap();
        sheet.merge_range(2, 4, 2, 5, "Nilai", &bold).unwrap();
        for (column, text) in (0..).zip(["No", "Nama", "NIP", "Kehadiran"]) {
            sheet.merge_range(2, column, 3, column, text, &bold).unwrap();
        }
    });
    let args = ["participation", "daftar.xlsx", "--for", TRAINING];
    let expected = [
        "6 changed status confirmed → attending; pre - → 61.5; post - → 79",
        "8 changed status invited → absent; reason - → sick",
    ];
    let said = expect(&mut office, &args, &expected);
    assert!(said.stderr.contains("left out: 7, 9, 11, 12"), "{}", said.stderr);
}

#[test]
fn two_tables_stand_on_one_sheet() {
    let mut office = office(|book| {
        let rows: [&[&str]; 6] = [
            &["Nama", "Hari 1", "Hari 2"],
            &["Budi Santoso", "v", "v"],
            &[],
            &["Kelompok B", "", ""],
            &["NIP", "Nama", "Hari 1"],
            &["198803032012032003", "Rina Marpaung", "-"],
        ];
        sheet(book, "Hadir", &rows);
    });
    let said = import(&mut office, &["participation", "daftar.xlsx", "--for", TRAINING]);
    assert_eq!(
        rows(&said)[0],
        "2 changed status confirmed → attending; +attendance; +attendance",
        "{}",
        said.stderr
    );
    assert_eq!(rows(&said).last().unwrap(), "6 same", "{}", said.stderr);
    assert_eq!(
        row(&office, "attendance/2026-10.csv", "2026-10/bimtek-arsip,s2"),
        "2026-10/bimtek-arsip,s2,pbudi001,yes,270,"
    );
}

#[test]
fn hidden_columns_and_sheets_and_colours() {
    let mut office = office(|book| {
        let red = Format::new().set_background_color("FF0000");
        let sheet = sheet(
            book,
            "Aktif",
            &[
                &["NIP", "Nama", "Email"],
                &["'198609262015051001", "", "budi@example.id"],
            ],
        );
        sheet.set_column_hidden(0).unwrap();
        sheet.write_with_format(1, 1, "Budi Santoso", &red).unwrap();
        let hidden: [&[&str]; 2] = [&["NIP", "Nama", "Email"], &["", "Orang Lama", "lama@example.id"]];
        super::sheet(book, "Lama", &hidden).set_hidden(true);
    });
    expect(
        &mut office,
        &["staff", "daftar.xlsx"],
        &["2 changed email - → budi@example.id"],
    );
}

#[test]
fn days_as_text_and_as_serial_and_in_two_ways() {
    let mut office = office(|book| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = sheet(
            book,
            "Kontrak",
            &[
                &["Nama", "Mulai Kontrak", "Akhir Kontrak"],
                &["Budi Siregar", "", ""],
                &["Rina Marpaung", "1 Maret 2026", "28-Feb-2027"],
                &["Siti Aminah", "03/11/2026", "31 Desember 2027"],
                &["Joko Lestari", "03/11/26", "x"],
            ],
        );
        let first = ExcelDateTime::from_ymd(2023, 1, 1).unwrap();
        sheet.write_with_format(1, 1, &first, &day).unwrap();
        sheet.write_number(1, 2, 46752.0).unwrap();
    });
    let args = ["staff", "daftar.xlsx"];
    let said = import(&mut office, &args);
    let expected = [
        "2 same",
        "3 rejected",
        "4 rejected B4: `03/11/2026` can be read as two days",
        "5 rejected B5: the year of `03/11/26` is cut; C5: `x` is not a date",
    ];
    assert_eq!(rows(&said)[0], expected[0], "{}", said.stdout);
    assert_eq!(rows(&said)[2], expected[2], "{}", said.stdout);
    assert_eq!(
        row(&office, "contracts.csv", "pbudi002"),
        "pbudi002,2023-01-01,2027-12-31,"
    );
}

#[test]
fn identity_numbers_that_a_spreadsheet_damaged() {
    let mut office = office(|book| {
        let sheet = sheet(
            book,
            "Sheet1",
            &[
                &["NIP", "Nama", "Surel"],
                &["'19860926 201505 1 001", "Budi Santoso", "a@example.id"],
                &["", "Rina Marpaung", "b@example.id"],
                &["1,98803E+17", "Rina Marpaung", "b@example.id"],
                &["199001012015022000", "Siti Aminah", "c@example.id"],
                &["19900101201502200", "Siti Aminah", "c@example.id"],
            ],
        );
        sheet.write_number(2, 0, 198_803_032_012_032_003.0).unwrap();
    });
    expect(
        &mut office,
        &["staff", "daftar.xlsx"],
        &[
            "2 changed email - → a@example.id",
            "3 rejected A3: the NIP `1.98803032012032E17` was rounded by a spreadsheet",
            "4 rejected A4: the NIP `1,98803E+17` was rounded by a spreadsheet",
            "5 rejected A5: the NIP 199001012015022000 ends in zeros left by a spreadsheet's rounding",
            "6 rejected A6: a NIP has 18 digits, this one has 17",
        ],
    );
}

#[test]
fn degrees_in_one_cell_and_namesakes() {
    let mut office = office(|book| {
        let rows: [&[&str]; 5] = [
            &[
                "NIP",
                "Nama dan Gelar",
                "Status Kepegawaian",
                "Unit Kerja",
                "Jabatan",
                "TMT Jabatan",
            ],
            &[
                "198811112014032007",
                "Dra. Hj. Nur’aini Lubis, S.E., M.M.",
                "PNS",
                "Kelurahan Terjun",
                "Lurah",
                "2 Januari 2024",
            ],
            &["", "Siti Aminah", "PNS", "", "", ""],
            &["199105052014032008", "Siti Aminah", "PNS", "", "", ""],
            &["", "nuraini lubis", "", "", "", ""],
        ];
        sheet(book, "Pegawai", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(told[0], "2 new +staff; +postings");
    assert_eq!(told[1], "3 same");
    assert!(
        told[2].starts_with("4 rejected ") && told[2].contains("another NIP"),
        "{told:?}"
    );
    assert!(
        told[3].starts_with("5 rejected B5: named already in daftar.xlsx, sheet Pegawai, row 2"),
        "{told:?}"
    );
    let new = row(&office, "staff.csv", "198811112014032007");
    assert!(
        new.ends_with(",198811112014032007,Dra. Hj.,Nur’aini Lubis,\"S.E., M.M.\",pns,,,,"),
        "{new}"
    );
}

#[test]
fn what_is_recorded_stays_unless_it_is_corrected() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &["Nama", "Email", "Jenis Kelamin"],
            &["Joko Lestari", "lain@example.id", ""],
            &["Siti Aminah", "", "P"],
        ];
        sheet(book, "Sheet1", &rows);
    });
    let before = office.tree();
    let dry = import(&mut office, &["staff", "daftar.xlsx", "--dry-run"]);
    assert!(
        office.tree() == before && dry.stdout.contains("changed"),
        "{}",
        dry.stdout
    );
    let args = ["staff", "daftar.xlsx", "--rejected", "ditolak.csv"];
    let refused = "2 rejected B2: recorded otherwise: `email` joko@example.id → lain@example.id";
    expect(&mut office, &args, &[refused, "3 changed sex - → f"]);
    let kept = fs::read_to_string(office.beside("ditolak.csv")).unwrap();
    let first = kept.lines().nth(1).unwrap();
    assert!(
        kept.starts_with("\u{feff}Nama;Email;Jenis Kelamin;why it was rejected\n")
            && first.starts_with("Joko Lestari;lain@example.id;;"),
        "{kept}"
    );
    let mended = kept
        .replace("Nama;", "NIP;Nama;")
        .replace("\nJoko", "\n200002022025021005;Joko");
    let said = office.run(
        &["import", "staff", "-", "--correct", "--lang", "en", "-O", "csv"],
        &mended,
    );
    assert_eq!(
        rows(&said),
        ["2 changed email joko@example.id → lain@example.id"],
        "{}",
        said.stderr
    );
}

#[test]
fn a_score_that_the_records_refuse_rejects_its_row_only() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "Hadir", "Post Test"],
            &["Budi Santoso", "ya", "45"],
            &["Siti Aminah", "ya", "450"],
            &["Orang Asing", "ya", "45"],
        ];
        sheet(book, "Nilai", &rows);
    });
    let args = [
        "--as-of",
        "2026-11-26",
        "daftar.xlsx",
        "--for",
        "2026-11/pelayanan-prima",
    ];
    let said = import(&mut office, &args);
    let told = rows(&said);
    assert_eq!(told[0], "2 new +participation", "{}", said.stderr);
    assert!(
        told[1].starts_with("3 rejected ") && told[1].contains("450"),
        "{told:?}"
    );
    assert_eq!(told[2], "4 rejected A4: there is nobody called `Orang Asing`");
    assert!(said.stderr.contains("peserta-pelatihan"), "{}", said.stderr);
}

#[test]
fn a_posting_without_a_day_stands_from_the_first_day_of_the_records() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["Nama", "Jenis Pegawai", "Unit Kerja", "Jabatan"],
            &["Rosmaida Purba", "PNS", "Kecamatan Uji", "Pengelola Layanan"],
        ];
        sheet(book, "Pegawai", &rows);
    });
    let settings = ["settings", "set", "records_since", "2026-09-01"];
    assert_eq!(office.run(&settings, "").status, 0);
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    // No day stands in what is to be typed; which it may be is told.
    let hint = "--with tmt-jabatan=… (choices: 2026-09-01)";
    assert!(said.stderr.contains(hint), "{}", said.stderr);
    let blank = ["staff", "daftar.xlsx", "--with", "tmt-jabatan=…"];
    assert_eq!(import(&mut office, &blank).status, 2);
    let day = "tmt-jabatan=2026-09-01";
    let said = import(&mut office, &["staff", "daftar.xlsx", "--with", day]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(row(&office, "postings.csv", "2026-09-01").contains("Pengelola Layanan"));
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a form is written by no command")]
fn the_form_of_the_page_about_lists_reads_such_a_list() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lembar-kerja/README.md");
    let page = fs::read_to_string(page).unwrap();
    let (_, form) = page.split_once("```toml\n# imports/apel-pagi.toml\n").unwrap();
    let (form, _) = form.split_once("```").unwrap();
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["No. Induk", "Nama Peserta Apel", "Regu", "Di Regu Sejak"],
            &["199105122015032004", "Rosmaida Purba", "Regu A", "2/11/2026"],
        ];
        sheet(book, "Apel", &rows);
    });
    let unit = [
        "unit",
        "add",
        "sekretariat",
        "--name",
        "Regu Sekretariat",
        "--parent",
        "kec",
    ];
    assert_eq!(office.run(&unit, "").status, 0);
    fs::create_dir_all(office.root().join("imports")).unwrap();
    fs::write(office.root().join("imports/apel-pagi.toml"), form).unwrap();
    let said = import(&mut office, &["daftar.xlsx"]);
    assert_eq!(rows(&said), ["2 new +staff; +postings"], "{}", said.stderr);
    assert!(row(&office, "postings.csv", "2026-11-02").contains(",sekretariat,"));
}

#[test]
fn who_is_rejected_is_nobody_to_later_rows() {
    let mut office = office(|book| {
        let rows: [&[&str]; 6] = [
            &["NIP", "Nama", "Status Kepegawaian", "L/P"],
            // The number of a woman, and a cell that holds no kind of employment.
            &["'198803032012032011", "Arifin Amin", "PNS", "L"],
            &["'198803032012032011", "Sri Wahyuni", "PNS", "P"],
            &["'199105052015051007", "#REF!", "PNS", "L"],
            &["'199105052015051007", "Hendra Gunawan", "PNS", "L"],
            &["'199105052015051007", "Hendra Gunawan", "PNS", "L"],
        ];
        sheet(book, "Data", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    let fates: Vec<String> = rows(&said)
        .iter()
        .map(|row| row.split(' ').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        fates,
        ["2 rejected", "3 new", "4 rejected", "5 new", "6 rejected"],
        "{}",
        said.stdout
    );
    assert!(!said.stdout.contains("Arifin Amin ("), "{}", said.stdout);
    let known = fs::read_to_string(office.root().join("staff.csv")).unwrap();
    let of = |nip: &str| known.lines().filter(|line| line.contains(nip)).count();
    assert_eq!((of("198803032012032011"), of("199105052015051007")), (1, 1));
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn a_reason_of_absence_stands_beside_no_presence() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "Kehadiran", "Alasan Tidak Hadir"],
            &["Drs. Joko Lestari", "", "Sakit"],
            &["Budi Santoso", "Hadir", "Dinas"],
            &["Rina Marpaung", "Diundang", "Izin"],
        ];
        sheet(book, "Hadir", &rows);
    });
    let said = import(&mut office, &["participation", "daftar.xlsx", "--for", TRAINING]);
    let fates = rows(&said);
    assert_eq!(fates[0], "2 changed status invited → absent; reason - → sick");
    assert!(
        fates[1].contains("C3: there is a reason of absence (`duty`)"),
        "{}",
        fates[1]
    );
    assert!(
        fates[2].ends_with("status confirmed → absent; reason - → permission"),
        "{}",
        fates[2]
    );
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn whose_reason_is_on_record_is_not_completed_with_all() {
    let mut office = office(|_| {});
    let file = "participation/2026-10.csv";
    let text = fs::read_to_string(office.root().join(file)).unwrap();
    let text = text.replacen(",invited,", ",invited,sick", 1);
    super::hostile::lay(&office.root().join(file), text.as_bytes());
    let said = office.run(&["training", "complete", TRAINING, "--all"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = fs::read_to_string(office.root().join(file)).unwrap();
    assert!(text.contains(",absent,sick,"), "{text}");
}

#[test]
fn the_rejected_rows_have_room_for_the_number_that_tells_who_is_meant() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &["Nama", "Kehadiran"],
            &["Bu Camat", "Hadir"],
            &["Budi Santoso", "Hadir"],
        ];
        sheet(book, "Hadir", &rows);
    });
    let args = [
        "participation",
        "daftar.xlsx",
        "--for",
        TRAINING,
        "--rejected",
        "sisa.csv",
    ];
    let said = import(&mut office, &args);
    assert!(rows(&said)[0].contains("rejected"), "{}", said.stdout);
    assert!(
        rows(&said)[1].contains("status confirmed → attending"),
        "{}",
        said.stdout
    );
    let rejected = fs::read_to_string(office.beside("sisa.csv")).unwrap();
    assert!(rejected.contains("Nama;Kehadiran;NIP;"), "{rejected}");
    let mended = rejected.replace("Bu Camat;Hadir;;", "Rina;Hadir;198803032012032003;");
    super::hostile::lay(&office.beside("sisa.csv"), mended.as_bytes());
    let said = import(&mut office, &["participation", "sisa.csv", "--for", TRAINING]);
    assert_eq!(said.status, 0, "{}", said.stdout);
    assert!(rows(&said)[0].contains("attending"), "{}", said.stdout);
    // Or in the column of names.
    let mended = "Nama;Kehadiran\n198803032012032003;Hadir\n";
    super::hostile::lay(&office.beside("nomor.csv"), mended.as_bytes());
    let said = import(&mut office, &["participation", "nomor.csv", "--for", TRAINING]);
    assert!(rows(&said)[0].contains("same"), "{}", said.stdout);
}

#[test]
fn a_promotion_is_no_correction_of_what_was_before() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["NIP", "Nama", "Golongan", "TMT Jabatan"],
            &["'198609262015051001", "Budi Santoso", "III/b", "2015-05-01"],
        ];
        sheet(book, "Data", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    let told = "bina posting add pbudi001 YYYY-MM-DD";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}
