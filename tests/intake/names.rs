//! Names as offices write them: short or in full, with a slip of the hand, two of them at the head of one column or in one
//! cell.

use super::hostile::lay;
use super::{import, import_part, office, row, rows};
use std::fs;

/// A list of staff of one row for each unit.
fn staff(units: &[&str]) -> String {
    let rows = units
        .iter()
        .zip(1..)
        .map(|(unit, number)| format!("{number};Orang Nomor {number};PNS;1 Januari 2026;Pengelola;{unit}\n"));
    "No;Nama;Status Kepegawaian;TMT Jabatan;Jabatan;Unit Kerja\n".to_owned() + &rows.collect::<String>()
}

#[test]
fn a_unit_written_short_is_the_same_unit() {
    let mut office = office(|_| {});
    let before = fs::read_to_string(office.root().join("units.csv"))
        .unwrap()
        .lines()
        .count();
    let units = [
        "Kel. Mekar Sari",
        "Kelurahan Mekarsari",
        "KEL MEKAR SARI",
        "kel-mekar-sari",
    ];
    lay(&office.beside("duk.csv"), staff(&units).as_bytes());
    let said = import(&mut office, &["duk.csv", "--new-units"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let after = fs::read_to_string(office.root().join("units.csv"))
        .unwrap()
        .lines()
        .count();
    assert_eq!(after, before + 1);
}

#[test]
fn a_unit_with_a_slip_of_the_hand_is_not_made() {
    let mut office = office(|_| {});
    lay(
        &office.beside("duk.csv"),
        staff(&["Sekretariat", "Melati I", "Melati II", "Sekertariat"]).as_bytes(),
    );
    let said = import_part(&mut office, &["duk.csv", "--new-units"]);
    assert_eq!(said.status, 1, "{}{}", said.stdout, said.stderr);
    let told = "help: did you mean `Sekretariat`? If so: --means \"Sekertariat=Sekretariat\"; if it is another: --new-units --means \"Sekertariat=Sekertariat\"";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    let made = ["melati-i,", "melati-ii,"];
    assert!(
        made.iter()
            .all(|start| !row(&office, "units.csv", start).is_empty())
    );
    // One word of a name is a name that is known, but may be another.
    lay(
        &office.beside("duk.csv"),
        staff(&["Melati III"]).replace("Orang", "Warga").as_bytes(),
    );
    let said = import_part(&mut office, &["duk.csv"]);
    assert!(said.stderr.contains("or add it: --new-units"), "{}", said.stderr);
    let said = import_part(&mut office, &["duk.csv", "--new-units"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
}

#[test]
fn number_and_name_in_one_cell_are_read() {
    for (heading, cell) in [
        ("NAMA / NIP", "\"RATNA SARI, S.E.\nNIP. 19860926 201505 2 002\""),
        ("NIP/NAMA", "198609262015052002 / Ratna Sari, S.E."),
        ("Nama", "\"Ratna Sari, S.E.\n198609262015052002\""),
        ("Nama dan NIP", "Ratna Sari - 198609262015052002"),
    ] {
        let mut office = office(|_| {});
        let list = format!("No;{heading};Status Kepegawaian\n1;{cell};PNS\n2;Tanpa Nomor;Honorer\n");
        lay(&office.beside("duk.csv"), list.as_bytes());
        let said = import(&mut office, &["staff", "duk.csv"]);
        assert_eq!(said.status, 0, "{heading}: {}{}", said.stdout, said.stderr);
        let known = row(&office, "staff.csv", "198609262015052002").to_lowercase();
        assert!(known.contains(",ratna sari,"), "{heading}: {known}");
        let other = row(&office, "staff.csv", "Tanpa Nomor");
        assert!(other.contains(",,,Tanpa Nomor"), "{heading}: {other}");
    }
}

#[test]
fn a_heading_of_two_names_is_known_by_the_first() {
    let mut office = office(|_| {});
    let list = "BUKU PENGADUAN;;;;;\n\nTgl Masuk;Media;Unit Terlapor / Disposisi;Isi / Lokasi;Status / Tindak Lanjut;Perihal\n\
                2026-11-02;WA;Kecamatan;Lampu mati;Proses;Lampu\n2026-11-03;Whatsapp;Kecamatan;Jalan;Sudah dilihat;Jalan\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import_part(
        &mut office,
        &["complaint", "aduan.csv", "--new-services", "--new-units"],
    );
    let found = rows(&said);
    assert!(
        found[0].starts_with("4 new") || found[0].starts_with("3 new"),
        "{found:?}"
    );
    assert!(
        found[1].contains("the status `Sudah dilihat` is not known"),
        "{found:?}"
    );
    assert!(
        said.stderr.contains("one of: Proses (still open), Selesai"),
        "{}",
        said.stderr
    );
    // Content and place are two things: neither is taken for the other.
    let told = "left out: Isi / Lokasi.";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert!(
        !said.stderr.contains("inner") && !said.stderr.contains("complaints kind"),
        "{}",
        said.stderr
    );
    // Both spellings are one channel.
    assert_eq!(said.stderr.matches("New channel").count(), 1, "{}", said.stderr);
}

#[test]
fn competencies_standards_and_assessments_come_as_lists() {
    let mut office = office(|_| {});
    for (list, told) in [
        (
            "No;Nama Kompetensi;Jenis\n1;Pelayanan Publik;Teknis\n2;Kerja Sama;Manajerial\n",
            "kompetensi",
        ),
        (
            "Jabatan;Kompetensi;Level\nLurah;Pelayanan Publik;3\nLurah;kerja-sama;2\n",
            "standar-kompetensi",
        ),
        (
            "Nama;Tanggal Penilaian;Kompetensi;Capaian;Asesor\nBudi Santoso;2026-10-05;Pelayanan Publik;2;Siti Aminah\n",
            "penilaian-kompetensi",
        ),
    ] {
        lay(&office.beside("daftar.csv"), list.as_bytes());
        // Two columns may be those of many lists.
        let subject: &[&str] = if told == "kompetensi" {
            &["competency"]
        } else {
            &[]
        };
        let ask = [subject, &["daftar.csv"]].concat();
        let said = import(&mut office, &ask);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        assert!(said.stderr.contains(&format!("({told})")), "{}", said.stderr);
        let before = office.tree();
        import(&mut office, &ask);
        assert!(office.tree() == before);
    }
    let read = |file: &str| fs::read_to_string(office.root().join(file)).unwrap();
    assert!(read("competencies.csv").contains("\npelayanan-publik,Pelayanan Publik,teknis,\n"));
    assert!(read("standards.csv").contains("\nLurah,kerja-sama,2,\n"));
    assert!(read("assessments.csv").contains("\npbudi001,2026-10-05,pelayanan-publik,2,psiti005,\n"));
}

#[test]
fn a_quarter_and_its_year_may_stand_in_two_columns() {
    let mut office = office(|_| {});
    let list = "Nama;Triwulan;Tahun;Hasil Kerja;Perilaku Kerja\nBudi Santoso;III;2026;Sesuai;Sesuai\n\
                Siti Aminah;Q3;2026;Sesuai;Sesuai\n";
    lay(&office.beside("kinerja.csv"), list.as_bytes());
    let said = import(&mut office, &["kinerja.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let read = fs::read_to_string(office.root().join("evaluations/2026-Q3.csv")).unwrap();
    assert_eq!(
        read.lines()
            .filter(|line| line.contains(",2026-Q3,meets,meets,"))
            .count(),
        2
    );
    // A year alone is no quarter.
    lay(
        &office.beside("kinerja.csv"),
        list.replace(";Triwulan", "")
            .replace(";III", "")
            .replace(";Q3", "")
            .as_bytes(),
    );
    let said = import(&mut office, &["kinerja.csv"]);
    assert!(said.stderr.contains("error[period-missing]"), "{}", said.stderr);
}
