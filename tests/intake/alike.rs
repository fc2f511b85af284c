//! Things that go by one name: headings that are equal, people of one name; each is told apart, or refused and never guessed.

use super::hostile::lay;
use super::{expect, import, office, row, rows, sheet};
use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Format;
use std::fs;

#[test]
fn a_heading_is_read_with_the_one_above_it() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &["No", "Pegawai", "", "Pangkat", "", "Jabatan", ""],
            &["", "Nama", "NIP", "Gol/Ruang", "TMT", "Nama", "TMT"],
            &[
                "1",
                "Budi Santoso",
                "",
                "III/b",
                "1 April 2021",
                "Pengelola",
                "2 Januari 2026",
            ],
        ];
        let sheet = sheet(book, "DUK", &rows);
        let bold = Format::new().set_bold();
        sheet.merge_range(0, 0, 1, 0, "No", &bold).unwrap();
    });
    expect(&mut office, &["staff", "daftar.xlsx"], &["3 changed +postings"]);
    assert_eq!(
        row(&office, "postings.csv", "pbudi001,2026-01-02"),
        "pbudi001,2026-01-02,,Pengelola,,III/b,,,"
    );
}

#[test]
fn the_day_of_a_rank_is_not_that_of_a_post() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &["", "", "Pangkat", "", ""],
            &["", "", "Gol/Ruang", "TMT", ""],
            &["Budi Santoso", "", "III/b", "1 April 2021", "Pengelola"],
        ];
        let sheet = sheet(book, "DUK", &rows);
        let bold = Format::new().set_bold();
        for (column, text) in [(0, "Nama"), (1, "NIP"), (4, "Jabatan")] {
            sheet.merge_range(0, column, 1, column, text, &bold).unwrap();
        }
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert!(
        rows(&said)[0].contains("rejected") && rows(&said)[0].contains("tmt-jabatan"),
        "{}",
        said.stdout
    );
}

#[test]
fn what_is_rejected_keeps_the_heading_that_it_is_read_by() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &["Nama", "Pangkat", "", "Jabatan", ""],
            &["", "Gol/Ruang", "TMT", "Nama", "TMT"],
            &["Budi Santoso", "III/b", "1 April 2021", "Pengelola", "besok"],
        ];
        sheet(book, "DUK", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx", "--rejected", "tolak.csv"]);
    assert!(rows(&said)[0].starts_with("3 rejected E3"), "{}", said.stdout);
    let kept = fs::read_to_string(office.beside("tolak.csv")).unwrap();
    assert!(
        kept.contains("TMT Pangkat") && kept.contains("TMT Jabatan"),
        "{kept}"
    );
    lay(
        &office.beside("tolak.csv"),
        kept.replace("besok", "2026-01-02").as_bytes(),
    );
    assert_eq!(
        rows(&import(&mut office, &["staff", "tolak.csv"])),
        ["2 changed +postings"]
    );
    assert!(row(&office, "postings.csv", "pbudi001,2026-01-02").contains(",Pengelola,"));
}

#[test]
fn equal_headings_are_refused_with_both_cells() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["Nama", "Gol/Ruang", "Jabatan", "TMT Jabatan", "Jabatan"],
            &["Budi Santoso", "III/b", "Pengelola", "2 Januari 2026", "Analis"],
        ];
        sheet(book, "DUK", &rows);
    });
    let before = office.tree();
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert_eq!(said.status, 2, "{}", said.stdout);
    let told = "sheet DUK, C1: the heading `Jabatan` stands again in E1";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert!(office.tree() == before);
}

#[test]
fn equal_headings_that_mean_nothing_are_both_kept() {
    let mut office = office(|_| {});
    lay(
        &office.beside("daftar.csv"),
        "Nama,Email,Paraf 1,Paraf 1\nBudi,x@example.id,a,b\n".as_bytes(),
    );
    import(&mut office, &["staff", "daftar.csv", "--compare"]);
    import(&mut office, &["staff", "daftar.csv", "--rejected", "tolak.csv"]);
    let kept = fs::read_to_string(office.beside("tolak.csv")).unwrap();
    assert!(
        kept.contains("Paraf 1,Paraf 1,") && kept.contains(",a,b,"),
        "{kept}"
    );
}

/// The office with two people of one name, who have different degrees.
fn namesakes(office: &mut super::office::Office) {
    lay(
        &office.beside("dua.csv"),
        "NIP,Nama,Status Kepegawaian\n199301012019031004,\"Ahmad Siregar, S.E.\",PNS\n\
         199401012019031005,\"Ahmad Siregar, S.Sos.\",PNS\n199501012019031006,\"Dewi Nasution, S.H., M.H.\",PNS\n"
            .as_bytes(),
    );
    let said = import(office, &["staff", "dua.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
}

#[test]
fn degrees_decide_among_namesakes() {
    let mut office = office(|_| {});
    namesakes(&mut office);
    let list = "Nama;Periode;Predikat;Penilai\nBudi Santoso;2026-Q3;Baik;Ahmad Siregar, S.Sos.\n\
                Siti Aminah;2026-Q3;Baik;Ahmad Siregar\nAHMAD SIREGAR SE;2026-Q3;Baik;Dewi Nasution S.H., M.H.\n";
    lay(&office.beside("daftar.csv"), list.as_bytes());
    let said = import(&mut office, &["evaluation", "daftar.csv"]);
    let told = rows(&said);
    assert_eq!(told[0], "2 new +evaluations", "{told:?}");
    assert!(
        told[1].starts_with("3 rejected D3: `Ahmad Siregar` fits several"),
        "{told:?}"
    );
    assert_eq!(told[2], "4 new +evaluations", "{told:?}");
    let person = row(&office, "staff.csv", "199401012019031005");
    let (id, _) = person.split_once(',').unwrap();
    assert!(row(&office, "evaluations/2026-Q3.csv", "pbudi001").contains(id));
}

#[test]
fn a_form_offers_who_import_takes() {
    let mut office = office(|_| {});
    namesakes(&mut office);
    let said = office.run(
        &[
            "staff",
            "add",
            "--name",
            "Ahmad Siregar",
            "--employment",
            "non-asn",
        ],
        "",
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    let said = office.run(
        &["form", "evaluations", "--for", "2026-Q3", "-o", "isian.xlsx"],
        "",
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    let mut book: Xlsx<_> = open_workbook(office.beside("isian.xlsx")).unwrap();
    let hidden = book.sheet_names()[2].clone();
    let range = book.worksheet_range(&hidden).unwrap();
    let offered: Vec<String> = range.rows().flatten().map(ToString::to_string).collect();
    let third = row(&office, "staff.csv", "non-asn");
    let (id, _) = third.split_once(',').unwrap();
    for text in ["Ahmad Siregar, S.E.", "Ahmad Siregar, S.Sos.", id] {
        assert!(offered.iter().any(|one| one == text), "{text}: {offered:?}");
    }
    assert!(!offered.contains(&"Ahmad Siregar".to_owned()), "{offered:?}");
}

#[test]
fn the_cell_that_is_told_is_that_of_the_column() {
    let mut office = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "NIP", "Email", "Status Kepegawaian"],
            &["Budi Santoso, M.M.", "198609262015051001", "", ""],
            &["Joko Lestari", "200002022025021005", "", "PNS"],
            &["Rina Marpaung Lubis", "198803032012032003", "", ""],
        ];
        sheet(book, "Pegawai", &rows);
    });
    let refused = rows(&import(&mut office, &["staff", "daftar.xlsx"]));
    let compared = import(&mut office, &["staff", "daftar.xlsx", "--compare"]).stdout;
    for (row, cell) in refused.iter().zip(["A2", "D3", "A4"]) {
        assert!(
            row.contains(&format!(" rejected {cell}: recorded otherwise")),
            "{row}"
        );
        assert!(compared.contains(cell), "{compared}");
    }
}

#[test]
fn a_cross_beside_a_tick_is_not_guessed() {
    let mut office = office(|_| {});
    let list = |marks: [&str; 3]| {
        let names = ["Budi Santoso", "Joko Lestari", "Siti Aminah"];
        let rows = names
            .iter()
            .zip(marks)
            .map(|(name, mark)| format!("{name};{mark}\n"));
        format!("Nama;Hadir\n{}", rows.collect::<String>())
    };
    let args = ["participation", "daftar.csv", "--for", super::TRAINING];
    for marks in [["√", "X", "√"], ["hadir", "x", "v"]] {
        lay(&office.beside("daftar.csv"), list(marks).as_bytes());
        let told = rows(&import(&mut office, &args));
        assert!(told[1].starts_with("3 rejected B3: `"), "{told:?}");
        assert!(
            told.iter().filter(|row| row.contains("rejected")).count() == 1,
            "{told:?}"
        );
    }
    // Alone it is the mark of who is there.
    lay(&office.beside("daftar.csv"), list(["x", "", "X"]).as_bytes());
    let told = rows(&import(&mut office, &args));
    assert!(told.iter().all(|row| !row.contains("rejected")), "{told:?}");
}

#[test]
fn an_evaluation_with_nothing_in_it_is_no_row() {
    let mut office = office(|_| {});
    let list = "Nama;Predikat;Penilai;Kekuatan\nBudi Santoso;Baik;;\nJoko Lestari;;;\nSiti Aminah;-;Rina Marpaung;\n\
                Rina Marpaung;;;Teliti\n";
    lay(&office.beside("daftar.csv"), list.as_bytes());
    let args = ["evaluation", "daftar.csv", "--for", "2026-Q3"];
    let nothing = "nothing is said of the evaluation";
    let (third, fourth) = (format!("3 same {nothing}"), format!("4 same {nothing}"));
    let expected = ["2 new +evaluations", &*third, &*fourth, "5 new +evaluations"];
    expect(&mut office, &args, &expected);
    let kept = fs::read_to_string(office.root().join("evaluations/2026-Q3.csv")).unwrap();
    assert!(!kept.contains("pjoko003") && !kept.contains("psiti005"), "{kept}");
}

#[test]
fn what_stands_in_brackets_says_how() {
    let mut office = office(|book| {
        let rows: [&[&str]; 3] = [
            &[
                "NO.",
                "NAMA LENGKAP (DENGAN GELAR)",
                "NIP (18 digit)",
                "Jabatan",
                "TMT (hh/bb/tttt)",
                "Unit Organisasi",
            ],
            &["1", "Budi Santoso", "", "Pengelola", "25/01/2026", "Sekretariat"],
            &["2", "Siti Aminah", "", "Pengelola", "25/01/2026", "Sekretariat"],
        ];
        sheet(book, "DUK", &rows);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert!(
        rows(&said)[0].contains("2 changed"),
        "{}{}",
        said.stdout,
        said.stderr
    );
    assert!(
        row(&office, "postings.csv", "pbudi001,2026-01-25").contains("Pengelola"),
        "{}",
        said.stderr
    );
}
