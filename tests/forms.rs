//! A list to fill in comes back without rules: made, filled in here as an officer would, imported, recorded.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::intake::blank::BLANKS;
use calamine::{Data, Reader, Xlsx, open_workbook};
use office::Office;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::path::Path;

/// The programme of the commands' tests that runs.
const TRAINING: &str = "2026-10/bimtek-arsip";

/// The row of the headings.
const HEADING: usize = 2;

fn office() -> Office {
    Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")])
}

/// What is typed for a list.
fn asked(name: &str) -> Vec<String> {
    let about = match name {
        "attendance" | "scores" | "feedback" => Some(TRAINING),
        "evaluations" => Some("2026-Q3"),
        "survey" => Some("2026-11"),
        _ => None,
    };
    let about = about
        .into_iter()
        .flat_map(|about| ["--for".to_owned(), about.to_owned()]);
    [name.to_owned()].into_iter().chain(about).collect()
}

/// Makes a list in a language; its rows as texts.
fn made(office: &mut Office, name: &str, lang: &str) -> Vec<Vec<String>> {
    let asked = asked(name);
    let mut args = vec!["form"];
    args.extend(asked.iter().map(String::as_str));
    args.extend(["-o", "isian.xlsx", "--lang", lang, "--quiet"]);
    let said = office.run(&args, "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{name}");
    let mut book: Xlsx<_> = open_workbook(office.beside("isian.xlsx")).unwrap();
    let sheets = book.sheet_names();
    let range = book.worksheet_range(&sheets[1]).unwrap();
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        cell => cell.to_string(),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// Writes the rows with what somebody filled in: the place of a row and, by heading, its values. What looks like a day
/// is one.
fn filled(office: &Office, rows: &[Vec<String>], values: &[(usize, &[(&str, &str)])]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Isian").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(row as u32, column as u16, text).unwrap();
        }
    }
    for (row, pairs) in values {
        for (heading, value) in *pairs {
            let column = rows[HEADING].iter().position(|name| name == heading);
            let column = column.unwrap_or_else(|| panic!("{heading}: {:?}", rows[HEADING])) as u16;
            let row = (HEADING + 1 + row) as u32;
            match ExcelDateTime::parse_from_str(value)
                .ok()
                .filter(|_| value.len() == 10)
            {
                Some(moment) => sheet.write_with_format(row, column, &moment, &day).unwrap(),
                None => sheet.write(row, column, *value).unwrap(),
            };
        }
    }
    book.save(office.beside("isian.xlsx")).unwrap();
}

/// Makes a list, fills it in, imports it and gives the line of a file that holds a text.
fn recorded(name: &str, lang: &str, values: &[(usize, &[(&str, &str)])], lines: &[(&str, &str)]) {
    let mut office = office();
    let rows = made(&mut office, name, lang);
    filled(&office, &rows, values);
    // Of answers it is said which batch they are.
    let is_answered = lines.iter().any(|(file, _)| file.starts_with("responses/"));
    let batch: &[&str] = if is_answered {
        &["--batch", "x", "--rest"]
    } else {
        &[]
    };
    let ask = [&["import", "isian.xlsx"], batch].concat();
    let said = office.run(&ask, "");
    assert_eq!(said.status, 0, "{name}: {}{}", said.stdout, said.stderr);
    let tree = office.tree();
    for (file, line) in lines {
        let bytes = tree
            .get(*file)
            .unwrap_or_else(|| panic!("{name}: {file}: {:?}", tree.keys()));
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains(line), "{name}: {file} lacks {line}:\n{text}");
    }
    let before = office.tree();
    let said = office.run(&ask, "");
    assert_eq!(said.status, 0, "{name} again: {}{}", said.stdout, said.stderr);
    assert!(
        office.tree() == before,
        "{name}: the same list again changes nothing"
    );
}

#[test]
fn a_list_that_nobody_filled_in_records_nothing() {
    let names = BLANKS
        .iter()
        .map(|blank| blank.name)
        .chain(["survey", "feedback"]);
    for name in names {
        for lang in ["id", "en"] {
            let mut office = office();
            made(&mut office, name, lang);
            let before = office.tree();
            let said = office.run(&["import", "isian.xlsx"], "");
            assert_eq!(said.status, 0, "{name}: {}", said.stderr);
            assert!(office.tree() == before, "{name} in {lang}");
        }
    }
}

#[test]
fn people_and_their_posting() {
    let person: &[(&str, &str)] = &[
        ("NIP", "199001012015032001"),
        ("Nama tanpa gelar", "Ratna Dewi"),
        ("Gelar belakang", "S.E."),
        ("Status kepegawaian", "PNS"),
        ("Ditempatkan sejak", "2026-11-02"),
        ("Unit", "Kelurahan Terjun"),
        ("Jabatan", "Penata Layanan"),
        ("Jenis jabatan", "pelaksana"),
        ("Golongan", "III/a"),
    ];
    let lines = [
        ("staff.csv", ",199001012015032001,,Ratna Dewi,S.E.,pns,"),
        (
            "postings.csv",
            ",2026-11-02,kel-terjun,Penata Layanan,pelaksana,III/a,",
        ),
    ];
    recorded("staff", "id", &[(4, person)], &lines);
}

#[test]
fn presence_and_scores() {
    let mut office = office();
    let rows = made(&mut office, "attendance", "id");
    let session = rows[HEADING][2].clone();
    let (first, second) = (rows[HEADING + 1][1].clone(), rows[HEADING + 2][1].clone());
    assert!(!first.is_empty() && !second.is_empty());
    recorded(
        "attendance",
        "id",
        &[
            (0, &[(&session, "ya"), ("Keikutsertaan", "mengikuti")]),
            (
                1,
                &[("Keikutsertaan", "tidak hadir"), ("Alasan tidak hadir", "sakit")],
            ),
        ],
        &[
            ("participation/2026-10.csv", ",absent,sick,"),
            ("attendance/2026-10.csv", ",yes,"),
        ],
    );
    recorded(
        "scores",
        "en",
        &[(0, &[("Score before", "61.5"), ("Score after", "80")])],
        &[("participation/2026-10.csv", ",61.5,80,")],
    );
}

#[test]
fn evaluations_complaints_and_needs() {
    recorded(
        "evaluations",
        "id",
        &[(
            0,
            &[
                ("Hasil kerja", "di atas ekspektasi"),
                ("Perilaku kerja", "sesuai ekspektasi"),
                ("Tanggal evaluasi", "2026-10-05"),
            ],
        )],
        &[("evaluations/2026-Q3.csv", ",2026-Q3,above,meets,,,2026-10-05")],
    );
    recorded(
        "complaints",
        "id",
        &[(
            0,
            &[
                ("Tanggal diterima", "2026-11-02"),
                ("Jenis", "pengaduan"),
                ("Unit yang dituju", "Kelurahan Terjun"),
                ("Isi ringkas, tanpa nama", "=1+1 papan syarat"),
                ("Tanggal ditutup", "2026-11-05"),
                ("Hasil penanganan", "selesai"),
            ],
        )],
        &[
            (
                "complaints/2026-11.csv",
                ",2026-11-02,,,complaint,kel-terjun,,,,,,=1+1 papan syarat",
            ),
            ("handling/2026-11.csv", ",2026-11-05,closed,,,resolved,"),
        ],
    );
}

#[test]
fn answers_of_participants_and_of_the_public() {
    let mut office = office();
    let survey = made(&mut office, "survey", "id");
    let elements: Vec<String> = survey[HEADING]
        .iter()
        .filter(|name| name.contains("persyaratan"))
        .cloned()
        .collect();
    assert!(
        survey[HEADING + 1].contains(&"2026-11".to_owned()),
        "the month is filled in"
    );
    let element = elements
        .first()
        .cloned()
        .unwrap_or_else(|| survey[HEADING][8].clone());
    recorded(
        "survey",
        "id",
        &[(0, &[(&element, "4")]), (3, &[(&element, "2")])],
        &[("responses/skm-2025/2026-11.csv", "2026-11,")],
    );
}

/// What one chooses from, by heading: the hidden sheet has a column for each column of the list.
fn choices(office: &Office, rows: &[Vec<String>]) -> Vec<(String, Vec<String>)> {
    let mut book: Xlsx<_> = open_workbook(office.beside("isian.xlsx")).unwrap();
    let sheets = book.sheet_names();
    let range = book.worksheet_range(&sheets[2]).unwrap();
    let columns = rows[HEADING].iter().enumerate();
    let choices = columns.map(|(at, heading)| {
        let cell = |row: u32| range.get_value((row, at as u32)).map(ToString::to_string);
        let texts = (0..).map_while(|row| cell(row).filter(|text| !text.is_empty()));
        (heading.clone(), texts.collect())
    });
    choices
        .filter(|(_, texts): &(_, Vec<String>)| !texts.is_empty())
        .collect()
}

#[test]
fn whatever_one_chooses_is_understood() {
    let mut number = 0;
    for name in BLANKS.iter().map(|blank| blank.name).chain(["survey"]) {
        for lang in ["id", "en"] {
            let mut office = office();
            let rows = made(&mut office, name, lang);
            let choices = choices(&office, &rows);
            let most = choices.iter().map(|(_, texts)| texts.len()).max().unwrap_or(0);
            let most = most.min(rows.len() - HEADING - 1);
            let values: Vec<Vec<(&str, &str)>> = (0..most)
                .map(|row| {
                    let pick = |(heading, texts): &'_ (String, Vec<String>)| {
                        let (heading, texts): (&'_ str, &'_ [String]) = (heading, texts);
                        (heading.to_owned(), texts[row % texts.len()].clone())
                    };
                    choices.iter().map(pick).collect::<Vec<_>>()
                })
                .map(|pairs| {
                    let leak = |text: String| &*Box::leak(text.into_boxed_str());
                    pairs
                        .into_iter()
                        .map(|(heading, text)| (leak(heading), leak(text)))
                        .collect()
                })
                .collect();
            number += choices.len();
            let values: Vec<(usize, &[(&str, &str)])> = values
                .iter()
                .enumerate()
                .map(|(row, pairs)| (row, pairs.as_slice()))
                .collect();
            filled(&office, &rows, &values);
            let said = office.run(&["import", "isian.xlsx", "--lang", "en", "-O", "json"], "");
            for wrong in [
                "must be one of",
                "is not known",
                "fits several",
                "there is nobody",
                "out of",
            ] {
                let told = said.stdout.clone() + &said.stderr;
                let line = told.lines().find(|line| line.contains(wrong));
                assert_eq!(line, None, "{name} in {lang}");
            }
        }
    }
    assert!(number > 40, "{number}");
}

#[test]
fn a_list_to_fill_in_comes_in_by_itself() {
    let mut office = office();
    let rows = made(&mut office, "staff", "id");
    filled(&office, &rows, &[(0, &[("Nama tanpa gelar", "Ratna")])]);
    #[allow(clippy::disallowed_methods, reason = "a list that no command writes")]
    std::fs::write(office.beside("lain.csv"), "NIP,Nama\n,Budi\n").unwrap();
    let before = office.tree();
    let said = office.run(&["import", "isian.xlsx", "lain.csv"], "");
    assert_eq!(said.status, 2);
    assert!(
        said.stderr.contains("lain.csv bukan daftar isian yang sama"),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before);
}

#[test]
fn a_list_that_may_be_filled_in_is_never_overwritten() {
    for file in ["isian.xlsx", "isian.csv"] {
        let mut office = office();
        let form = ["form", "staff", "-o", file];
        assert_eq!(office.run(&form, "").status, 0);
        let made = std::fs::read(office.beside(file)).unwrap();
        assert_eq!(
            office.run(&form, "").status,
            0,
            "the same list again harms nothing"
        );
        let filled = [made.as_slice(), b" "].concat();
        #[allow(clippy::disallowed_methods, reason = "a list that somebody filled in")]
        std::fs::write(office.beside(file), &filled).unwrap();
        let said = office.run(&form, "");
        assert_eq!(said.status, 2, "{}", said.stderr);
        assert!(said.stderr.contains("mungkin sudah diisi"), "{}", said.stderr);
        assert_eq!(std::fs::read(office.beside(file)).unwrap(), filled);
    }
}

#[test]
fn where_a_list_cannot_go_is_told_with_what_applies_to_it() {
    let mut office = office();
    let said = office.run(&["form", "staff", "-o", "isian.ods"], "");
    assert_eq!(said.status, 2);
    assert!(!said.stderr.contains("-O"), "{}", said.stderr);
    let said = office.run(&["form", "staff", "-o", "catatan/reports/isian.xlsx"], "");
    assert_eq!(said.status, 2);
    assert!(said.stderr.contains("reports/private/"), "{}", said.stderr);
}

#[test]
fn a_csv_form_opens_in_an_indonesian_spreadsheet_and_comes_back() {
    let mut office = office();
    let ask = [
        "form",
        "attendance",
        "--for",
        TRAINING,
        "-o",
        "isian.csv",
        "--lang",
        "id",
    ];
    assert_eq!(office.run(&ask, "").status, 0);
    let file = office.beside("isian.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("\u{feff}Daftar hadir"), "{text}");
    let row = text.lines().last().unwrap();
    assert!(row.ends_with(";;;;;"), "{row}");
    let absent = format!("{};;;tidak hadir;sakit;", row.trim_end_matches(';'));
    #[allow(clippy::disallowed_methods, reason = "a list that somebody filled in")]
    std::fs::write(&file, text.replace(row, &absent)).unwrap();
    let said = office.run(&["import", "isian.csv", "--lang", "en"], "");
    assert!(
        said.stderr.contains("(attendance)"),
        "{}{}",
        said.stdout,
        said.stderr
    );
    let ask = [
        "form",
        "attendance",
        "--for",
        TRAINING,
        "-o",
        "form.csv",
        "--lang",
        "en",
    ];
    assert_eq!(office.run(&ask, "").status, 0);
    assert!(
        std::fs::read_to_string(office.beside("form.csv"))
            .unwrap()
            .starts_with("Attendance")
    );
}

#[test]
fn a_form_about_nobody_is_not_made() {
    let mut office = office();
    let said = office.run(&["init", "baru", "--name", "Kecamatan Baru"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let add = "-C baru training add 2026-11/uji --title T --method KL03 --mode classroom --start 2026-11-02 \
               --end 2026-11-02 --jp 4";
    let add: Vec<&str> = add.split_whitespace().collect();
    assert_eq!(office.run(&add, "").status, 0);
    let ask = |name: &str, about: &str| {
        let ask = [
            "-C",
            "baru",
            "form",
            name,
            "--for",
            about,
            "-o",
            "isian.xlsx",
            "--lang",
            "en",
        ];
        ask.map(str::to_owned)
    };
    for (ask, code) in [
        (ask("evaluations", "2026-Q3"), "error[form-no-staff]"),
        (ask("attendance", "2026-11/uji"), "error[form-no-participants]"),
    ] {
        let args: Vec<&str> = ask.iter().map(String::as_str).collect();
        let said = office.run(&args, "");
        assert!(said.status == 2 && said.stderr.contains(code), "{}", said.stderr);
        assert!(!office.beside("isian.xlsx").exists());
    }
}

#[test]
fn what_one_chooses_by_name_is_said_so() {
    let mut office = office();
    let ask = ["form", "pengaduan", "-o", "isian.xlsx", "--lang", "id"];
    assert_eq!(office.run(&ask, "").status, 0);
    let mut book: Xlsx<_> = open_workbook(office.beside("isian.xlsx")).unwrap();
    let guide = book.worksheet_range("Petunjuk").unwrap();
    let rows = guide
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join(": "));
    let rows: Vec<String> = rows.collect();
    assert!(
        rows.contains(&"Kanal: Pilih namanya dari daftar.".to_owned()),
        "{rows:?}"
    );
    assert!(!rows.iter().any(|row| row.contains("bina.toml")), "{rows:?}");
}

#[test]
fn the_folder_of_reports_is_made() {
    let mut office = office();
    let root = office.root().to_owned();
    let file = root.join("reports/private/isian.xlsx");
    assert!(!root.join("reports").exists());
    let said = office.run(&["form", "staff", "-o", file.to_str().unwrap()], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(file.is_file());
}
