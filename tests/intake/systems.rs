//! Lists as other programs and thorough clerks write them: two columns of units, groups without a unit, sums below, units
//! that handle complaints.

use super::hostile::lay;
use super::{import, office, rows};
use std::fs;

/// The head of a list of staff with a column of numbers.
const HEAD: &str = "No;Nama;NIP;Jabatan;TMT Jabatan\n";

#[test]
fn the_unit_of_the_national_export_is_the_lower_one_and_its_status_is_read() {
    let mut office = office(|_| {});
    let list = "NIP BARU;NAMA;STATUS CPNS/PNS;JENIS JABATAN;NAMA JABATAN;TMT JABATAN;UNOR NAMA;UNOR INDUK NAMA\n\
                199509152022042011;Wulan Sari;CPNS;Pelaksana;Penelaah;01-01-2026;Pustu Teluk Bakau;Dinas Kesehatan\n\
                198509152010042012;Ratna Dewi;PNS;Struktural;Kepala Subbagian;01-01-2026;Pustu Teluk Bakau;Dinas Kesehatan\n";
    lay(&office.beside("data.csv"), list.as_bytes());
    let said = import(&mut office, &["staff", "data.csv", "--new-units"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let read = |file: &str| fs::read_to_string(office.root().join(file)).unwrap();
    let (staff, units) = (read("staff.csv"), read("units.csv"));
    let line = |name: &str| staff.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(line("Wulan Sari").contains(",cpns,"), "{staff}");
    assert!(line("Ratna Dewi").contains(",pns,"), "{staff}");
    assert!(
        units.contains("Pustu Teluk Bakau") && !units.contains("Dinas Kesehatan"),
        "{units}"
    );
    // What no kind of position is told by is said.
    let told = "the kind of position of 1 person is not recorded: `Struktural`";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}

#[test]
fn two_columns_are_not_one_unit() {
    let mut office = office(|_| {});
    let list = "NIP;Nama;Jabatan;TMT Jabatan;Unit Asal Kerja;Unit Baru Kerja\n\
                198509152010042012;Ratna Dewi;Penelaah;2026-01-01;Sekretariat;Seksi Pelayanan\n";
    lay(&office.beside("data.csv"), list.as_bytes());
    let before = office.tree();
    let said = import(&mut office, &["staff", "data.csv", "--new-units"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    let typed = "--column \"Unit Asal Kerja=unit kerja\" --column \"Unit Baru Kerja=-\"";
    assert!(said.stderr.contains(typed), "{}", said.stderr);
    let both = [
        "--column",
        "Unit Asal Kerja=unit kerja",
        "--column",
        "Unit Baru Kerja=unit kerja",
    ];
    let said = import(
        &mut office,
        &[&["staff", "data.csv", "--new-units"], &both[..]].concat(),
    );
    assert_eq!(said.status, 2, "{}", said.stderr);
    let told = "`Unit Asal Kerja` and `Unit Baru Kerja` are both said to be unit kerja";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert_eq!(office.tree(), before);
}

#[test]
fn headings_of_leaders_and_sums_below_a_list_are_nobody() {
    for heading in [
        "CAMAT",
        "PIMPINAN",
        "UNSUR PIMPINAN",
        "I. CAMAT",
        "PEJABAT STRUKTURAL",
    ] {
        let mut office = office(|_| {});
        let list = format!(
            "{HEAD};{heading};;;\n1;Ratna Dewi;198509152010042012;Camat;2026-01-01\n\
             2;Agus Salim;198609262015051009;Sekretaris Camat;2026-01-01\n;SEKSI PELAYANAN;;;\n\
             3;Wulan Sari;199509152022042011;Penelaah;2026-01-01\n4;Dian Putri;199609152022042015;Penelaah;2026-01-01\n\
             ;JUMLAH;4 orang;;\n;Laki-laki : 20;;;\n;Perempuan;25;;\n"
        );
        lay(&office.beside("data.csv"), list.as_bytes());
        let said = import(&mut office, &["staff", "data.csv", "--new-units"]);
        assert_eq!(said.status, 0, "{heading}: {}{}", said.stdout, said.stderr);
        assert_eq!(rows(&said).len(), 4, "{heading}: {}", said.stdout);
        assert!(
            said.stderr.contains("left out: 2, 8, 9, 10"),
            "{heading}: {}",
            said.stderr
        );
        assert!(
            said.stderr.contains("2 people are recorded without a unit"),
            "{heading}: {}",
            said.stderr
        );
    }
}

#[test]
fn a_unit_that_handles_a_complaint_is_no_person() {
    let mut office = office(|_| {});
    let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
    let unit: Vec<&str> = units.lines().nth(2).unwrap().split(',').collect();
    let list = format!(
        "No;Tanggal;Uraian;Petugas/Unit;Status\n1;2026-10-13;Loket tutup;{};Proses\n2;2026-10-13;Antre lama;Budi Santoso;Proses\n",
        unit[1]
    );
    lay(&office.beside("aduan.csv"), list.as_bytes());
    for more in [&["--new-services"][..], &["--new-services", "--new-outsiders"]] {
        let said = import(&mut office, &[&["complaint", "aduan.csv"], more].concat());
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    }
    let read = |file: &str| fs::read_to_string(office.root().join(file)).unwrap();
    let complaints = read("complaints/2026-10.csv");
    let line = |text: &str| complaints.lines().find(|line| line.contains(text)).unwrap();
    assert!(
        line("Loket tutup").contains(&format!(",{},", unit[0])),
        "{complaints}"
    );
    assert!(line("Antre lama").contains("pbudi001"), "{complaints}");
    assert!(!read("staff.csv").contains(",external,,,,\n") || !read("staff.csv").contains(unit[1]));
}
