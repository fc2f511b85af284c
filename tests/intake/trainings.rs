//! A list of participants brings its training with it, and closes it for who was there.

use super::hostile::lay;
use super::{import, import_part, office, rows, sheet};
use rust_xlsxwriter::Format;
use std::fs;

/// The lines above a list as offices write them.
const ABOVE: &str = ";DAFTAR HADIR;;\nNama Kegiatan;: Bimtek Arsip Digital;;\n\
                     Hari/Tanggal;: Senin-Selasa, 9 s.d. 10 November 2026;;\nJumlah JP;: 12 JP;;\n\n";

/// What is typed beside the list.
const TYPED: [&str; 8] = [
    "hadir.csv",
    "--for",
    "2026-11/arsip-digital",
    "--new-training",
    "--method",
    "bimbingan teknis",
    "--mode",
    "classroom",
];

fn document(office: &super::Office) -> Option<String> {
    fs::read_to_string(office.root().join("trainings/2026-11/arsip-digital.toml")).ok()
}

/// The status and the JP of the participants, in the order of the file.
fn ends(office: &super::Office) -> Vec<String> {
    let text = fs::read_to_string(office.root().join("participation/2026-11.csv")).unwrap();
    let own = text
        .lines()
        .filter(|line| line.starts_with("2026-11/arsip-digital"));
    let end = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        [cells[2], cells[3], cells[7]].join(" ").trim().to_owned()
    };
    let mut ends: Vec<String> = own.map(end).collect();
    ends.sort();
    ends
}

#[test]
fn a_list_makes_its_training_of_what_it_says() {
    let mut office = office(|_| {});
    let list = format!(
        "{ABOVE}No;Nama;Kehadiran;Pre Test;Post Test\n1;Budi Santoso;Hadir;50;80\n2;Siti Aminah;Sakit;;\n"
    );
    lay(&office.beside("hadir.csv"), list.as_bytes());
    let before = office.tree();
    let said = import(&mut office, &TYPED[..3]);
    let told = "--for: error[training-new]";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    let said = import(&mut office, &TYPED[..4]);
    let told = "still missing: --mode\n";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    let said = import(
        &mut office,
        &["hadir.csv", "--for", "2026-10/bimtek-arsip", "--jp", "3"],
    );
    let told = "--jp: error[training-typed]";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    assert!(office.tree() == before);

    let said = import(&mut office, &TYPED);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let made = "title = \"Bimtek Arsip Digital\"\nmethod = \"KL10\"\nmode = \"classroom\"\n\
                start = 2026-11-09\nend = 2026-11-10\njp = 12\nstatus = \"planned\"\nannounced = 2026-11-09\n";
    assert_eq!(document(&office).as_deref(), Some(made));
    assert_eq!(ends(&office), ["absent sick", "attending"]);
    // The same list once more, and the training is over.
    let ask = [&TYPED[..], &["--complete"]].concat();
    let said = import(&mut office, &ask);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert_eq!(ends(&office), ["absent sick", "completed  12"]);
    assert_eq!(document(&office), Some(made.replace("planned", "done")));
    let before = office.tree();
    import(&mut office, &ask);
    assert!(office.tree() == before);
}

#[test]
fn a_training_does_not_get_an_id_of_a_later_month() {
    let mut office = office(|_| {});
    let list = format!("{ABOVE}No;Nama;Kehadiran\n1;Budi Santoso;Hadir\n");
    let list = list.replace("9 s.d. 10 November 2026", "9 s.d. 10 Oktober 2026");
    lay(
        &office.beside("hadir.csv"),
        list.replace("Senin-Selasa, ", "").as_bytes(),
    );
    let before = office.tree();
    // The advice names the month that stands above the list.
    let said = import(&mut office, &["hadir.csv"]);
    let told = "add, for example: --for 2026-10/bimtek-arsip-digital --new-training";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    let said = import(&mut office, &TYPED);
    let told = "help: write --for 2026-10/arsip-digital";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    assert_eq!(office.tree(), before);
}

#[test]
fn what_is_typed_stands_before_what_the_list_says() {
    let mut office = office(|_| {});
    let list = format!("{ABOVE}No;Nama;Kehadiran\n1;Budi Santoso;Hadir\n");
    lay(
        &office.beside("hadir.csv"),
        list.replace("9 s.d. 10 November 2026", "09/10/2026").as_bytes(),
    );
    let said = import(&mut office, &TYPED);
    let told = "hadir.csv, B3: error[day-unclear]";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    lay(&office.beside("hadir.csv"), list.as_bytes());
    let said = import(
        &mut office,
        &[
            &TYPED[..],
            &["--title", "Arsip", "--end", "2026-11-12", "--jp", "8"],
        ]
        .concat(),
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    let made = document(&office).unwrap();
    let lines = [
        "title = \"Arsip\"",
        "start = 2026-11-09",
        "end = 2026-11-12",
        "jp = 8",
    ];
    assert!(lines.iter().all(|line| made.contains(line)), "{made}");
}

#[test]
fn a_training_is_not_made_or_closed_for_rejected_rows() {
    let mut office = office(|_| {});
    let ask = [&TYPED[..], &["--complete"]].concat();
    let list = |rows: &str| format!("{ABOVE}No;Nama;Kehadiran\n{rows}");
    lay(
        &office.beside("hadir.csv"),
        list("1;Tidak Dikenal;Hadir\n").as_bytes(),
    );
    let before = office.tree();
    assert_eq!(import(&mut office, &ask).status, 1);
    assert!(office.tree() == before);
    lay(
        &office.beside("hadir.csv"),
        list("1;Tidak Dikenal;Hadir\n2;Budi Santoso;Hadir\n").as_bytes(),
    );
    let said = import(&mut office, &ask);
    assert!(
        said.stderr.contains("stays open, because 1 row was rejected"),
        "{}",
        said.stderr
    );
    // Who was there has completed it all the same.
    assert_eq!(ends(&office), ["completed  12"]);
    assert!(document(&office).unwrap().contains("status = \"planned\""));
    lay(
        &office.beside("hadir.csv"),
        list("2;Budi Santoso;Hadir\n").as_bytes(),
    );
    assert_eq!(import(&mut office, &ask).status, 0);
    assert!(document(&office).unwrap().contains("status = \"done\""));
}

#[test]
fn a_signature_is_presence_and_its_numbered_place_is_none() {
    let mut office = office(|_| {});
    let ask = [&TYPED[..], &["--complete"]].concat();
    let list = |marks: [&str; 4]| {
        let people = ["Budi Santoso", "Siti Aminah", "Joko Lestari", "Rina Marpaung"]
            .iter()
            .zip(marks)
            .zip(1..);
        let rows = people.map(|((name, mark), number)| format!("{number};{name};{mark}\n"));
        format!("{ABOVE}No;Nama;Tanda Tangan\n") + &rows.collect::<String>()
    };
    // Nobody signed: that says nothing of who was there.
    lay(
        &office.beside("hadir.csv"),
        list(["1. ………", "", "3. ........", "4"]).as_bytes(),
    );
    let said = import_part(&mut office, &[&TYPED[..], &["--dry-run"]].concat());
    assert!(said.stderr.contains("nobody signed"), "{}", said.stderr);
    lay(
        &office.beside("hadir.csv"),
        list(["ttd", "", "√", "sakit"]).as_bytes(),
    );
    let said = import_part(&mut office, &ask);
    assert!(
        said.status == 0 && !said.stderr.contains("nobody signed"),
        "{}",
        said.stderr
    );
    // Who did not sign is still open, and the training with that person.
    assert!(
        said.stderr.contains("1 participant is still open"),
        "{}",
        said.stderr
    );
    assert_eq!(
        ends(&office),
        ["absent sick", "completed  12", "completed  12", "invited"]
    );
    lay(
        &office.beside("hadir.csv"),
        list(["ttd", "entah", "√", "sakit"]).as_bytes(),
    );
    let said = import_part(&mut office, &ask);
    assert!(
        rows(&said).iter().any(|row| row.contains("entah")),
        "{}",
        said.stdout
    );
}

#[test]
fn a_list_for_a_training_is_one_of_its_participants() {
    let mut office = office(|_| {});
    lay(
        &office.beside("hadir.csv"),
        "No;Nama;NIP\n1;Budi Santoso;\n".as_bytes(),
    );
    let said = import(&mut office, &["hadir.csv", "--for", "2026-11/pelayanan-prima"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("(peserta-pelatihan)"), "{}", said.stderr);
}

/// Signatures for each of two days below one heading: who signed took part, the same sign twice is no heading, and who missed
/// a day is not closed with all JP.
#[test]
fn signatures_of_two_days() {
    for (second, expected) in [
        ("ttd", ["completed  12", "invited"]),
        ("", ["attending", "invited"]),
    ] {
        let mut office = office(|_| {});
        let list = format!(
            "{ABOVE}No;Nama;Tanda Tangan;\n;;Hari 1;Hari 2\n1;Budi Santoso;ttd;{second}\n2;Siti Aminah;;\n"
        );
        lay(&office.beside("hadir.csv"), list.as_bytes());
        let said = import(&mut office, &[&TYPED[..], &["--complete"]].concat());
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        assert_eq!(ends(&office), expected, "{}", said.stderr);
        assert_eq!(
            said.stderr
                .contains("not present enough to be completed with the others"),
            second.is_empty(),
            "{}",
            said.stderr
        );
    }
}

/// Two rows of heading, whether their cells are merged or not and whatever the days are called: who signed on one day is not
/// closed with all JP.
#[test]
fn signatures_of_two_days_below_merged_headings() {
    let days = [
        ["Hari I", "Hari II"],
        ["9/11", "10/11"],
        ["Hari 1", "Hari 2"],
        ["Hari Ke-1", "Hari Ke-2"],
        ["Pertama", "Kedua"],
    ];
    for place in ["Paraf", "Tanda Tangan", "Kehadiran"] {
        for (days, is_merged) in days.iter().flat_map(|days| [(days, true), (days, false)]) {
            // What stands below no place to sign must be a day to be one.
            if place == "Kehadiran" && days[0] == "Pertama" {
                continue;
            }
            let mut office = office(|book| {
                let sheet = sheet(
                    book,
                    "Hadir",
                    &[
                        &["", "Nama Kegiatan", ": Bimtek Arsip Digital"],
                        &["", "Tanggal", ": 9 s.d. 10 November 2026"],
                        &["", "Jumlah JP", ": 12 JP"],
                        &[],
                        &["No", "Nama", "", "", "Ket"],
                        &["", "", days[0], days[1], ""],
                        &["1", "Budi Santoso", "√", "√", ""],
                        &["2", "Siti Aminah", "√", "", ""],
                        &["3", "Joko Lestari", "", "", ""],
                    ],
                );
                let plain = Format::new();
                sheet.merge_range(4, 2, 4, 3, place, &plain).unwrap();
                for (column, name) in [(0, "No"), (1, "Nama"), (4, "Ket")]
                    .into_iter()
                    .filter(|_| is_merged)
                {
                    sheet.merge_range(4, column, 5, column, name, &plain).unwrap();
                }
            });
            fs::rename(office.beside("daftar.xlsx"), office.beside("hadir.xlsx")).unwrap();
            let ask = [&["hadir.xlsx"], &TYPED[1..], &["--complete"]].concat();
            let said = import(&mut office, &ask);
            let case = format!("{place} {days:?} {is_merged}: {}{}", said.stdout, said.stderr);
            assert_eq!(said.status, 0, "{case}");
            assert_eq!(ends(&office), ["attending", "completed  12", "invited"], "{case}");
            assert!(said.stderr.contains("(Siti Aminah)"), "{case}");
            assert!(!said.stderr.contains("not known"), "{case}");
        }
    }
}

/// Who has no mark of presence but a reason, or a mark below one, was not there.
#[test]
fn who_has_a_reason_and_no_mark_is_absent() {
    let lists = [
        "No;Nama;Hadir;Ket\n1;Budi Santoso;V;\n2;Siti Aminah;;Sakit\n3;Joko Lestari;-;Cuti\n",
        "No;Nama;Hadir;Tidak Hadir;Alasan\n1;Budi Santoso;V;;\n2;Siti Aminah;;V;Sakit\n3;Joko Lestari;;V;Cuti\n",
        "No;Nama;Hadir;Tidak Hadir;;\n;;;Sakit;Izin;Alpa\n1;Budi Santoso;√;;;\n2;Siti Aminah;;√;;\n3;Joko Lestari;;;√;\n",
    ];
    // A permission is no leave.
    for (list, reason) in lists.into_iter().zip(["leave", "leave", "permission"]) {
        let mut office = office(|_| {});
        lay(&office.beside("hadir.csv"), format!("{ABOVE}{list}").as_bytes());
        let said = import(&mut office, &[&TYPED[..], &["--complete"]].concat());
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        let expected = [&format!("absent {reason}"), "absent sick", "completed  12"];
        assert_eq!(ends(&office), expected, "{list}{}", said.stderr);
    }
    // Whom an earlier list only named is absent by a later one.
    let mut office = office(|_| {});
    let list = |rest: &str| format!("{ABOVE}No;Nama;Hadir;Ket\n1;Siti Aminah;;{rest}\n2;Budi Santoso;V;\n");
    for (rest, expected) in [("", "invited"), ("Sakit", "absent sick")] {
        lay(&office.beside("hadir.csv"), list(rest).as_bytes());
        let said = import(&mut office, &TYPED);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        assert!(ends(&office).iter().any(|end| end == expected), "{}", said.stderr);
    }
}

/// The days that head the columns are those of the training, where no line tells them.
#[test]
fn the_days_above_the_columns_are_those_of_the_training() {
    let mut office = office(|_| {});
    let list = "REKAP ABSENSI & NILAI – IN HOUSE TRAINING BANTUAN HIDUP DASAR\n\n\
                No;Nama;\"HARI KE-1 Selasa, 5 Mei 2026\";\"HARI KE-2 Rabu, 6 Mei 2026\"\n1;Budi Santoso;V;V\n2;Siti Aminah;V;V\n";
    lay(&office.beside("iht.csv"), list.as_bytes());
    let said = import(&mut office, &["iht.csv"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    let told = "--for 2026-05/in-house-training-bantuan-hidup-dasar --new-training";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert!(
        !said.stderr.contains("--start") && !said.stderr.contains("--title"),
        "{}",
        said.stderr
    );
}
