//! Lists that come a second time with something else in them, and lists that no program could keep.

use super::{TRAINING, import, office, row, rows, sheet};
use std::fs;

/// A list of complaints comes in from standard input.
const ASK: [&str; 9] = [
    "import",
    "complaint",
    "-",
    "--lang",
    "en",
    "-O",
    "csv",
    "--new-services",
    "--new-units",
];

const HEADING: &str =
    "Nomor Tiket;Tanggal Masuk;Kanal;Judul;Unit;Kategori;Status;Tanggal Selesai;Tanggal Tanggapan";

#[test]
fn a_step_on_another_day_is_no_second_step() {
    let mut office = office(|_| {});
    let of = |closed: &str, responded: &str| {
        let unit = "Kecamatan";
        format!(
            "{HEADING}\nB-1;5 Oktober 2026;Loket;Jalan;{unit};Lainnya;Selesai;{closed} Oktober 2026;{responded} Oktober 2026\n"
        )
    };
    let said = office.run(&ASK, &of("8", "6"));
    assert_eq!(said.status, 0, "{}", said.stderr);
    let before = office.tree();
    for (list, expected) in [
        (
            of("20", "6"),
            "2 rejected H2: the step `closed` is recorded on 2026-10-08, here stands 2026-10-20",
        ),
        (
            of("8", "7"),
            "2 rejected I2: the step `responded` is recorded on 2026-10-06, here stands 2026-10-07",
        ),
        (of("8", "6"), "2 same"),
    ] {
        assert_eq!(rows(&office.run(&ASK, &list)), [expected]);
        assert!(office.tree() == before, "nothing is written");
    }
}

#[test]
fn a_correction_moves_the_day_of_a_step() {
    let mut office = office(|_| {});
    let of = |closed: &str, responded: &str| {
        format!(
            "{HEADING}\nB-1;5 Oktober 2026;Loket;Jalan;Kecamatan;Lainnya;Selesai;{closed} Oktober 2026;{responded} Oktober 2026\n"
        )
    };
    assert_eq!(office.run(&ASK, &of("8", "6")).status, 0);
    let ask = [&ASK[..], &["--correct"]].concat();
    let said = office.run(&ask, &of("9", "7"));
    assert_eq!(
        rows(&said),
        ["2 changed date 2026-10-06 → 2026-10-07; date 2026-10-08 → 2026-10-09"],
        "{}",
        said.stderr
    );
    let steps = fs::read_to_string(office.root().join("handling/2026-10.csv")).unwrap();
    let days: Vec<&str> = steps
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(1))
        .collect();
    assert_eq!(days, ["2026-10-07", "2026-10-09"], "no day stays behind");
    assert_eq!(rows(&office.run(&ask, &of("9", "7"))), ["2 same"]);
    // What the checks refuse of a moved step stands at its cell, and nothing is written.
    let before = office.tree();
    let said = office.run(&ask, &of("4", "7"));
    let told = rows(&said);
    assert!(told[0].starts_with("2 rejected H2: "), "{told:?} {}", said.stderr);
    assert!(office.tree() == before);
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn a_rejected_row_stands_for_no_recorded_complaint() {
    let mut office = office(|_| {});
    let heading = "Tanggal Masuk;Kanal;Judul;Unit;Kategori;Status";
    let list = format!(
        "{heading}\n15 Oktober 2026;Loket;Jalan;Kecamatan;Lainnya;Entah\n15 Oktober 2026;Loket;Jalan;Kecamatan;Lainnya;Proses\n"
    );
    for expected in ["3 new +complaints", "3 same", "3 same"] {
        let said = office.run(&[&ASK[..], &["--rejected", "rest.csv"]].concat(), &list);
        let told = rows(&said);
        assert!(told[0].starts_with("2 rejected "), "{told:?} {}", said.stderr);
        assert_eq!(told[1], expected);
    }
}

#[test]
fn a_list_of_attendance_takes_no_score_away() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [
            &["Nama", "Kehadiran", "Post Test"],
            &["Budi Santoso", "Sakit", ""],
        ];
        sheet(book, "Hadir", &rows);
    });
    assert_eq!(
        office
            .run(&["training", "score", TRAINING, "Budi=6:7"], "")
            .status,
        0
    );
    let args = ["daftar.xlsx", "--for", TRAINING];
    let refused = "2 rejected B2: recorded otherwise: `pre` 6 → -; `post` 7 → -";
    assert_eq!(rows(&import(&mut office, &args)), [refused]);
    let recorded = row(&office, "participation/2026-10.csv", "pbudi001");
    assert!(
        recorded.contains("confirmed") && recorded.contains(",6,7,"),
        "{recorded}"
    );
    let corrected = rows(&import(&mut office, &[&args[..], &["--correct"]].concat()));
    assert!(
        corrected[0].starts_with("2 changed status confirmed → absent"),
        "{corrected:?}"
    );
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test lays its list down")]
fn the_rejected_rows_never_take_the_place_of_the_list() {
    let mut office = office(|_| {});
    let list = office.beside("daftar.csv");
    fs::write(&list, "Nama;Email\nOrang Asing;a@example.id\n").unwrap();
    let said = import(&mut office, &["staff", "daftar.csv", "--rejected", "daftar.csv"]);
    assert!(
        said.status == 2 && said.stderr.contains("error[list-itself]"),
        "{}",
        said.stderr
    );
    assert!(fs::read_to_string(&list).unwrap().starts_with("Nama;Email"));
}

#[test]
fn what_no_spreadsheet_could_keep_is_refused() {
    let mut office = office(|_| {});
    let ask = ["import", "staff", "-", "--lang", "en"];
    let open = "Nama;Email\n\"".to_owned() + &"A;\n".repeat(20_000);
    let wide = "Nama;".repeat(16_385);
    for (list, code) in [(open, "error[cell-too-long]"), (wide, "error[too-many-columns]")] {
        let said = office.run(&ask, &list);
        assert!(said.status == 4 && said.stderr.contains(code), "{}", said.stderr);
    }
}
