//! Lists that say something else than their writer meant: numbers that were cut, formulas without a value, cells beyond
//! the heading, days that cannot be.

use super::hostile::{lay, pack};
use super::{TRAINING, import, office, row, rows, sheet};

#[test]
fn a_number_that_the_spreadsheet_cut_is_no_number() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Tracking ID", "Tanggal Laporan", "Kanal", "Judul Laporan"],
            &["", "3 November 2026", "SP4N LAPOR", "Antrean"],
            &["", "4 November 2026", "SP4N LAPOR", "Antrean"],
            &["71", "4 November 2026", "SP4N LAPOR", "Antrean"],
        ];
        let sheet = sheet(book, "Laporan", &rows);
        sheet.write(1, 0, 202_611_021_234_567_801.0).unwrap();
        sheet.write(2, 0, 202_611_021_234_567_802.0).unwrap();
    });
    let said = import(&mut office, &["complaint", "daftar.xlsx"]);
    let told = rows(&said);
    for (told, cell) in told.iter().zip(["2 rejected A2", "3 rejected A3"]) {
        assert!(
            told.starts_with(cell) && told.contains("last digits are lost"),
            "{told}"
        );
    }
    assert_eq!(told[2], "4 new +complaints", "{}", said.stderr);

    let text =
        "Tracking ID;Tanggal Laporan;Kanal;Judul Laporan\n2,02611E+17;4 November 2026;SP4N LAPOR;Antrean\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let told = rows(&import(&mut office, &["complaint", "daftar.csv"]));
    assert!(told[0].starts_with("2 rejected A2: `2,02611E+17`"), "{told:?}");
}

#[test]
fn long_numbers_that_all_end_in_zeros_were_rounded() {
    let list = |numbers: &[&str]| {
        let heading = "Tracking ID;Tanggal Laporan;Kanal;Judul Laporan\n".to_owned();
        let rows = numbers.iter();
        heading
            + &rows
                .map(|number| format!("{number};4 November 2026;SP4N LAPOR;Antrean\n"))
                .collect::<String>()
    };
    let rounded = ["202611021234567000", "71", "2026110212345670"];
    let mut office = super::office(|_| {});
    lay(&office.beside("daftar.csv"), list(&rounded).as_bytes());
    let told = rows(&import(&mut office, &["complaint", "daftar.csv"]));
    assert!(
        told[0].starts_with("2 rejected A2: `202611021234567000` is a number that a spreadsheet cut"),
        "{told:?}"
    );
    assert_eq!(told[1], "3 new +complaints");
    assert!(told[2].starts_with("4 rejected A4: "), "{told:?}");
    // One that does not end so, or a single zero, says nothing.
    for good in [
        ["202611021234567000", "202611021234567801"],
        ["71", "2026110212345670"],
    ] {
        let mut office = super::office(|_| {});
        lay(&office.beside("daftar.csv"), list(&good).as_bytes());
        let told = rows(&import(&mut office, &["complaint", "daftar.csv"]));
        assert!(told.iter().all(|row| row.contains(" new ")), "{told:?}");
    }
}

#[test]
fn a_formula_without_a_value_is_not_blank() {
    let mut office = office(|_| {});
    let name = "http://schemas.openxmlformats.org";
    let cell =
        |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let heading = [
        cell("A1", "Nama"),
        cell("B1", "Hasil Kerja"),
        cell("C1", "Perilaku Kerja"),
    ];
    let formula = r#"<c r="B2"><f>IF(1,"sesuai")</f><v></v></c>"#;
    let empty = r#"<c r="B3" t="str"><f>IF(1,"")</f><v></v></c>"#;
    let sheet = format!(
        r#"<worksheet xmlns="{name}/spreadsheetml/2006/main"><sheetData><row r="1">{}</row><row r="2">{}{formula}{}</row><row r="3">{}{empty}{}</row></sheetData></worksheet>"#,
        heading.concat(),
        cell("A2", "Budi Santoso"),
        cell("C2", "Sesuai"),
        cell("A3", "Joko Lestari"),
        cell("C3", "Sesuai"),
    );
    let book = format!(
        r#"<workbook xmlns="{name}/spreadsheetml/2006/main" xmlns:r="{name}/officeDocument/2006/relationships"><sheets><sheet name="Nilai" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let related = format!(
        r#"<Relationships xmlns="{name}/package/2006/relationships"><Relationship Id="rId1" Type="{name}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let root = related
        .replace("worksheet\"", "officeDocument\"")
        .replace("worksheets/sheet1.xml", "xl/workbook.xml");
    let types = format!(
        r#"<Types xmlns="{name}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#
    );
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", related),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    pack(&office.beside("daftar.xlsx"), &parts);
    let said = import(
        &mut office,
        &[
            "evaluation",
            "daftar.xlsx",
            "--for",
            "2026-Q3",
            "--rejected",
            "ditolak.csv",
        ],
    );
    assert_eq!(said.status, 1, "{}", said.stderr);
    let told = rows(&said);
    assert!(
        told[0].starts_with("2 rejected B2: holds a formula"),
        "{told:?} {}",
        said.stderr
    );
    assert_eq!(
        told[1], "3 new +evaluations",
        "a formula that gives nothing is blank"
    );
    let again = import(&mut office, &["evaluation", "ditolak.csv", "--for", "2026-Q3"]);
    assert!(
        rows(&again)[0].contains("rejected B2: holds a formula"),
        "{}",
        again.stderr
    );
}

#[test]
fn cells_beyond_the_heading_are_not_lost() {
    let mut office = office(|_| {});
    let text = "Nama;Kehadiran\nBudi Santoso;Hadir;tambahan;lagi\nJoko Lestari;Sakit\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let said = import(
        &mut office,
        &["daftar.csv", "--for", TRAINING, "--rejected", "ditolak.csv"],
    );
    let told = rows(&said);
    assert!(
        told[0].starts_with("2 rejected C2: `tambahan; lagi` is beyond"),
        "{told:?} {}",
        said.stderr
    );
    assert!(told[1].starts_with("3 changed"), "{told:?}");
    let kept = std::fs::read_to_string(office.beside("ditolak.csv")).unwrap();
    assert!(kept.contains("Budi Santoso;Hadir;tambahan;lagi;"), "{kept}");
    let again = rows(&import(&mut office, &["ditolak.csv", "--for", TRAINING]));
    assert!(again[0].starts_with("2 rejected C2"), "{again:?}");

    let said = import(
        &mut office,
        &["daftar.csv", "--for", TRAINING, "--rejected", "ditolak.xlsx"],
    );
    assert!(said.stderr.contains("error[rejected-csv]"), "{}", said.stderr);
}

#[test]
fn what_has_not_come_is_refused_where_it_stands() {
    let mut office = office(|_| {});
    let text = "Nama;Hasil Kerja;Perilaku Kerja\nBudi Santoso;Sesuai;Sesuai\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    for (about, code) in [("2030", "not-yet"), ("2026-11/z", "for-period")] {
        let said = import(&mut office, &["evaluation", "daftar.csv", "--for", about]);
        assert!(
            said.stderr.contains(&format!("--for: error[{code}]")),
            "{}",
            said.stderr
        );
    }
    lay(
        &office.beside("daftar.csv"),
        b"Nama;Kehadiran\nBudi Santoso;Hadir\n",
    );
    let said = import(&mut office, &["participation", "daftar.csv", "--for", "2026-11"]);
    assert!(
        said.stderr.contains("--for: error[for-training]"),
        "{}",
        said.stderr
    );
    let said = import(&mut office, &["daftar.csv", "--rules", "foo"]);
    assert!(
        said.stderr.contains("--rules: error[rule-none]"),
        "{}",
        said.stderr
    );

    let text = "Nama;NIP;Status;Unit;TMT\n\
        Sari Dewi;199001012015052002;PNS;kel-terjun;2 Januari 0024\n\
        Sari Dewi;199001012015052003;PNS;kel-terjun;2 Januari 1980\n\
        Sari Dewi;199001012015052004;PNS;kel-terjun;2 Januari 2124\n\
        Sari Dewi;199001012015052005;PNS;kel-terjun;2 Januari 2024\n\
        Sari Dewi;199101012015052006;PNS;kel-terjun;2 Januari 2024\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let said = import(&mut office, &["staff", "daftar.csv"]);
    let told = rows(&said);
    assert!(
        told[0].starts_with("2 rejected E2: the year of 0024-01-02"),
        "{told:?} {}",
        said.stderr
    );
    assert!(
        told[1].starts_with("3 rejected E3: 1980-01-02 precedes the birth"),
        "{told:?}"
    );
    assert!(
        told[2].starts_with("4 rejected E4: the year of 2124-01-02"),
        "{told:?}"
    );
    assert_eq!(told[3..], ["5 new +staff; +postings", "6 new +staff; +postings"]);
    assert!(
        said.stdout.contains("somebody else of that name"),
        "{}",
        said.stdout
    );
}

#[test]
fn a_day_for_all_rows_goes_by_the_heading() {
    let mut office = office(|_| {});
    let text = "Nama;NIP;Status;Unit\nSari Dewi;199001012015052002;PNS;kel-terjun\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let told = rows(&import(&mut office, &["staff", "daftar.csv"]));
    // No day is offered: that of today is hardly the one.
    let (_, typed) = told[0].split_once("only if all rows are of one day: ").unwrap();
    let typed = typed.replace("YYYY-MM-DD", "2026-01-02");
    let typed: Vec<&str> = typed.split(' ').collect();
    let said = import(
        &mut office,
        &[&["staff", "daftar.csv", "--dry-run"], &typed[..]].concat(),
    );
    assert!(
        said.stdout.contains(",new,Sari Dewi,"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    let said = import(&mut office, &["staff", "daftar.csv", "--with", "TMT=2026-01-02"]);
    assert_eq!(rows(&said)[0], "2 new +staff; +postings", "{}", said.stderr);
}

#[test]
fn who_completed_by_a_list_has_the_day_and_the_hours() {
    let mut office = office(|_| {});
    let text =
        "Nama;Kehadiran;Keterangan\nBudi Santoso;Lulus;terlambat sehari\nJoko Lestari;Tidak Hadir;Sakit\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let said = import(&mut office, &["daftar.csv", "--for", TRAINING]);
    let told = rows(&said);
    assert!(
        told[0].contains("completed - → 2026-10-14; jp - → 12; note - → terlambat sehari"),
        "{told:?} {}",
        said.stderr
    );
    assert!(
        told[1].contains("status invited → absent; reason - → sick"),
        "{told:?}"
    );
    assert!(
        row(
            &office,
            "participation/2026-10.csv",
            "2026-10/bimtek-arsip,pjoko003"
        )
        .contains(",absent,sick,")
    );

    let text = "Nama;Post Test;Kehadiran\nBudi Santoso;80;\nRina Marpaung;;Lulus\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let args = [
        "--as-of",
        "2026-10-01",
        "participation",
        "daftar.csv",
        "--for",
        TRAINING,
    ];
    let told = rows(&import(&mut office, &args));
    assert!(
        told.iter().all(
            |row| row.contains("rejected B2: 2026-10/bimtek-arsip begins on 2026-10-13 only")
                || row.contains("rejected C3: ")
        ),
        "{told:?}"
    );
}
