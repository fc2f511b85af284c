//! Where a refusal stands, what to do about it, and what of a workbook is passed over.

use super::hostile::lay;
use super::{TRAINING, import, office, rows, sheet};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::fs;

#[test]
fn what_the_records_refuse_stands_at_its_cell() {
    let mut office = office(|book| {
        let rows: [&[&str]; 5] = [
            &["DAFTAR NILAI", "", "", ""],
            &["No", "Nama", "Nilai Pre Test", "Nilai Post Test"],
            &["1", "Budi Santoso", "60", "180"],
            &["2", "Joko Lestari", "150", "170"],
            &["3", "Rina Marpaung", "60", "80"],
        ];
        sheet(book, "Peserta", &rows);
    });
    let said = import(&mut office, &["daftar.xlsx", "--for", TRAINING]);
    let told = rows(&said);
    assert!(told[0].starts_with("3 rejected D3: "), "{told:?}");
    assert!(
        told[1].starts_with("4 rejected C4: ") && told[1].contains("; D4: "),
        "every refusal of a row is told, each at its cell: {told:?}"
    );
    assert!(told[2].starts_with("5 "), "{told:?}");

    // A rule over several cells names the one that it is about.
    let text = "Nama;NIP;Status;Unit;TMT\nSari Dewi;199001012015052002;PPPK;kel-terjun;2 Januari 2024\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let told = rows(&import(&mut office, &["staff", "daftar.csv"]));
    assert!(
        told[0].starts_with("2 rejected C2: ") || told[0].starts_with("2 rejected B2: "),
        "{told:?}"
    );
}

#[test]
fn a_whole_directory_is_refused_at_the_cell_of_its_sheet() {
    let mut office = office(|_| {});
    let whole = office.beside("semua.xlsx");
    let said = office.run(&["export", "all", "-o", "semua.xlsx"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    // The grade of a posting becomes one that there is not.
    let sheets = bina::sheets::exact::workbook("semua.xlsx", &fs::read(&whole).unwrap()).unwrap();
    let mut book = Workbook::new();
    let mut expected = String::new();
    for sheet in &sheets {
        let page = book.add_worksheet().set_name(&sheet.name).unwrap();
        let grade = sheet.rows[0].1.iter().position(|name| name == "grade");
        let mut is_done = false;
        for (number, cells) in &sheet.rows {
            for (column, text) in (0_u16..).zip(cells) {
                let is_grade = sheet.name == "postings" && Some(column as usize) == grade && *number > 1;
                let is_it = is_grade && !is_done && !text.is_empty();
                is_done |= is_it;
                let text = if is_it { "Z/z" } else { text };
                if is_it {
                    let letter = char::from(b'A' + column as u8);
                    expected = format!("semua.xlsx, sheet postings, {letter}{number}: error[");
                }
                page.write_string(*number as u32 - 1, column, text).unwrap();
            }
        }
    }
    book.save(&whole).unwrap();
    let said = office.run(&["-C", "baru", "import", "all", "semua.xlsx", "--lang", "en"], "");
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(
        !expected.is_empty() && said.stderr.contains(&expected),
        "{expected}\n{}",
        said.stderr
    );

    let said = office.run(
        &[
            "-C",
            "baru",
            "import",
            "all",
            "semua.xlsx",
            "--rest",
            "--for",
            "2026-10",
            "--lang",
            "en",
        ],
        "",
    );
    for argument in ["--for", "--rest"] {
        let expected = format!("{argument}: error[idle]");
        assert!(
            said.stderr.contains(&expected),
            "every idle argument: {}",
            said.stderr
        );
    }
}

#[test]
fn sheets_that_are_passed_over_are_named_and_so_is_what_does_not_show() {
    let mut office = office(|book| {
        let heading: &[&str] = &["NIP", "Nama", "Email"];
        let first = sheet(
            book,
            "Aktif",
            &[
                heading,
                &["", "Budi Santoso", "budi@example.id"],
                &["", "Rina Marpaung", "rina@example.id"],
            ],
        );
        first.set_column_hidden(2).unwrap();
        first.set_row_hidden(2).unwrap();
        sheet(book, "Rumus", &[&["gaji", "pokok"], &["1", "2"]]);
        hidden(sheet(
            book,
            "Lama",
            &[heading, &["", "Orang Lama", "lama@example.id"]],
        ));
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    for expected in [
        "Hidden sheets are left out: Lama.",
        "Sheets without the headings of this list are left out: daftar.xlsx, Rumus.",
        "daftar.xlsx, Aktif: hidden rows are read too: 3.",
        "daftar.xlsx, Aktif: hidden columns are read too: C.",
    ] {
        assert!(said.stderr.contains(expected), "{expected}\n{}", said.stderr);
    }
    assert_eq!(rows(&said).len(), 2, "{}", said.stdout);
}

fn hidden(sheet: &mut Worksheet) {
    sheet.set_hidden(true);
}

#[test]
fn a_rejected_list_makes_no_services_and_units() {
    let mut office = office(|_| {});
    let before = office.tree();
    let text = "Cap Waktu;Unit Pelayanan;Layanan;U1;U2;U3;U4;U5;U6;U7;U8;U9\n\
        2026-11-03;Kelurahan Baru;Surat Baru;4;4;4;4;4;4;4;4;4\n";
    lay(&office.beside("skm.csv"), text.as_bytes());
    let said = import(
        &mut office,
        &["skm-2025", "skm.csv", "--new-services", "--new-units"],
    );
    assert!(rows(&said)[0].contains("only 1 answer"), "{}", said.stdout);
    assert!(office.tree() == before, "{}", said.stderr);
    let text = "Nama;NIP;Status;Unit;TMT\nSari Dewi;199001012015052000;PNS;Unit Baru;2 Januari 2024\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let said = import(&mut office, &["staff", "daftar.csv", "--new-units"]);
    assert!(rows(&said)[0].contains("rejected A2: ") || rows(&said)[0].contains("rejected B2: "));
    assert!(
        office.tree() == before && !said.stderr.contains("New unit"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_namesake_is_rejected_with_the_two_ways_out() {
    let mut office = office(|_| {});
    let text = "Nama;NIP;Surel\nBudi Santoso;198709262015051007;x@example.id\n";
    lay(&office.beside("daftar.csv"), text.as_bytes());
    let said = import(&mut office, &["staff", "daftar.csv"]);
    assert!(
        rows(&said)[0].contains("rejected B2: `Budi Santoso` has the name of"),
        "{}",
        said.stdout
    );
    for way in [
        "bina staff set pbudi001 --nip 198709262015051007",
        "bina staff add --nip 198709262015051007 --name \"Budi Santoso\"",
    ] {
        assert!(said.stderr.contains(way), "{way}\n{}", said.stderr);
    }
    let added = office.run(
        &[
            "staff",
            "add",
            "--nip",
            "198709262015051007",
            "--name",
            "Budi Santoso",
            "--employment",
            "pns",
        ],
        "",
    );
    assert_eq!(added.status, 0, "{}", added.stderr);
    let said = import(&mut office, &["staff", "daftar.csv"]);
    assert_eq!(
        rows(&said),
        ["2 changed email - → x@example.id"],
        "{}",
        said.stderr
    );
}

#[test]
fn answers_under_another_name_are_asked_about() {
    let mut office = office(|_| {});
    let row = |age: usize| format!("2026-11-03;kel-terjun;P;{age};4;4;4;3;3;3;3;3;3\n");
    let heading = "Cap Waktu;Unit Pelayanan;L/P;Usia;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";
    let list = |ages: &[usize]| heading.to_owned() + &ages.iter().map(|age| row(*age)).collect::<String>();
    let put = |office: &mut super::office::Office, name: &str, ages: &[usize]| {
        lay(&office.beside(name), list(ages).as_bytes());
        import(office, &["skm-2025", name])
    };
    let said = put(&mut office, "skm.csv", &[18, 20, 30, 35, 45, 60, 60]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let before = office.tree();
    // Grown, with one answer of before mended; and cut.
    for ages in [&[18, 20, 30, 35, 45, 18, 18, 18, 18][..], &[20, 30, 35, 45, 60]] {
        let said = put(&mut office, "skm-baru.csv", ages);
        assert!(
            said.status == 2 && said.stderr.contains("error[batch-known]"),
            "{}",
            said.stderr
        );
        assert!(office.tree() == before);
    }
    let batch = before.keys().find(|name| name.starts_with("responses/")).unwrap();
    let batch = String::from_utf8(before[batch].clone()).unwrap();
    let cell = |line: usize| batch.lines().nth(line).unwrap().split(',');
    let at = cell(0).position(|name| name == "batch").unwrap();
    let batch = cell(1).nth(at).unwrap().to_owned();
    let said = import(&mut office, &["skm-2025", "skm-baru.csv", "--batch", &batch]);
    assert!(
        said.stderr.contains(&format!(
            "2 answers of the batch {batch} stay recorded, though not in this list"
        )),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before);
}
