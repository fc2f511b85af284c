//! What a list nearly tells: headings that are nearly known, units that are nearly those there, what only one cell of a group
//! tells; taken and told where it is sure, asked else, never lost without a word.

use super::hostile::lay;
use super::{import, import_part, office, row, rows, sheet};
use std::fs;

/// Whose headings words and cells tell alike is taken and told.
#[test]
fn a_heading_is_known_by_its_words_and_cells() {
    let mut there = office(|book| {
        let rows: [&[&str]; 3] = [
            &[
                "No",
                "Tanggal",
                "Isi Keluhan",
                "Sumber Keluhan",
                "Ruangan Terkait",
                "Tanggal Ditindaklanjuti",
            ],
            &[
                "1",
                "5 Oktober 2026",
                "Lampu mati",
                "WhatsApp",
                "Kelurahan Terjun",
                "6 Oktober 2026",
            ],
            &[
                "2",
                "7 Oktober 2026",
                "Antrean lama",
                "Kotak Saran",
                "Sekretariat",
                "9 Oktober 2026",
            ],
        ];
        sheet(book, "Register", &rows);
    });
    let said = import(&mut there, &["complaint", "daftar.xlsx", "--new-services"]);
    assert_eq!(
        rows(&said),
        ["2 new +complaints; +handling", "3 new +complaints; +handling"],
        "{}",
        said.stderr
    );
    assert_eq!(
        said.stderr
            .matches("by its heading and what stands below")
            .count(),
        3,
        "{}",
        said.stderr
    );
    let recorded = fs::read_to_string(there.root().join("complaints/2026-10.csv")).unwrap();
    assert!(
        recorded.contains("whatsapp") && recorded.contains("kel-terjun"),
        "{recorded}"
    );
    let steps = fs::read_to_string(there.root().join("handling/2026-10.csv")).unwrap();
    assert!(
        steps.contains("2026-10-06,responded") && steps.contains("2026-10-09,responded"),
        "{steps}"
    );
}

/// One of them alone is asked once; whoever says that it is nothing is heard.
#[test]
fn a_heading_that_only_its_words_or_cells_tell_is_asked() {
    for (heading, cells) in [
        ("Unit Pelapor", ["Jalan Mawar", "Jalan Melati"]),
        ("Dituju", ["Kelurahan Terjun", "Sekretariat"]),
    ] {
        let mut there = office(|book| {
            let rows: [&[&str]; 3] = [
                &["No", "Tanggal", "Isi Keluhan", "Kanal", heading],
                &["1", "5 Oktober 2026", "Lampu mati", "WhatsApp", cells[0]],
                &["2", "7 Oktober 2026", "Antrean lama", "WhatsApp", cells[1]],
            ];
            sheet(book, "Register", &rows);
        });
        let before = there.tree();
        let said = import(&mut there, &["complaint", "daftar.xlsx", "--new-services"]);
        assert_eq!(said.status, 2, "{heading}: {}", said.stderr);
        assert!(said.stderr.contains("error[heading-doubtful]"), "{}", said.stderr);
        assert!(
            said.stderr.contains(&format!("--column \"{heading}=unit\"")),
            "{}",
            said.stderr
        );
        assert!(there.tree() == before);
        let left = format!("{heading}=-");
        let said = import(
            &mut there,
            &["complaint", "daftar.xlsx", "--new-services", "--column", &left],
        );
        assert_eq!(rows(&said).len(), 2, "{}", said.stderr);
        assert_eq!(said.status, 0, "{}", said.stderr);
    }
}

/// A title gives no unit to all rows while a column holds units.
#[test]
fn a_column_of_units_goes_before_the_title() {
    let mut there = office(|book| {
        let rows: [&[&str]; 5] = [
            &["UNIT PELAYANAN : KECAMATAN UJI"],
            &["BULAN : OKTOBER 2026"],
            &[
                "No",
                "Poli/Unit",
                "U1",
                "U2",
                "U3",
                "U4",
                "U5",
                "U6",
                "U7",
                "U8",
                "U9",
            ],
            &[
                "1",
                "Kelurahan Terjun",
                "3",
                "3",
                "3",
                "4",
                "3",
                "3",
                "3",
                "4",
                "3",
            ],
            &["2", "Sekretariat", "3", "3", "4", "4", "3", "3", "3", "4", "3"],
        ];
        sheet(book, "SKM", &rows);
    });
    let said = import(&mut there, &["skm-2025", "daftar.xlsx"]);
    assert!(
        said.stderr.contains("`Poli/Unit` is read as unit"),
        "{}",
        said.stderr
    );
    assert!(
        !said.stderr.contains("of all rows is read from the title"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_unit_that_is_nearly_one_that_is_there_is_not_made() {
    let mut there = office(|book| {
        let rows: [&[&str]; 4] = [
            &["Nama", "NIP", "Unit Kerja", "Jabatan", "TMT Jabatan"],
            &[
                "Ani Baru",
                "199001012015022009",
                "Terjun",
                "Analis",
                "2 Januari 2026",
            ],
            &[
                "Eko Baru",
                "199001012015021009",
                "Seksi Umum",
                "Analis",
                "2 Januari 2026",
            ],
            &[
                "Edi Baru",
                "199001012015021008",
                "Seksi Umm",
                "Analis",
                "2 Januari 2026",
            ],
        ];
        sheet(book, "Pegawai", &rows);
    });
    let said = import_part(&mut there, &["staff", "daftar.xlsx", "--new-units"]);
    let told = rows(&said);
    assert!(
        told[0].starts_with("2 rejected") && told[2].starts_with("4 rejected"),
        "{told:?}"
    );
    assert!(told[1].starts_with("3 new"), "{told:?}");
    let units = fs::read_to_string(there.root().join("units.csv")).unwrap();
    assert!(
        units.contains("Seksi Umum") && !units.contains("Umm") && !units.contains(",Terjun,"),
        "{units}"
    );
    let other = "--new-units --means \"Seksi Umm=Seksi Umm\"";
    assert!(said.stderr.contains(other), "{}", said.stderr);
    // Who knows that it is another says so, in one command.
    let args = [
        "staff",
        "daftar.xlsx",
        "--new-units",
        "--means",
        "Seksi Umm=Seksi Umm",
    ];
    let said = import(
        &mut there,
        &[&args[..], &["--means", "Terjun=Kelurahan Terjun"]].concat(),
    );
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(row(&there, "units.csv", "seksi-umm,").contains("Seksi Umm"));
}

/// Units that complaints name otherwise than they are recorded are proposed as these, and not made beside them.
#[test]
fn a_unit_by_part_of_its_name_is_not_made_twice() {
    let mut there = office(|_| {});
    for (code, name) in [
        ("farmasi-rs", "Instalasi Farmasi"),
        ("igd-rs", "Instalasi Gawat Darurat"),
        ("trantib-kec", "Seksi Ketentraman dan Ketertiban Umum"),
    ] {
        let args = ["unit", "add", code, "--name", name, "--parent", "kec"];
        assert_eq!(there.run(&args, "").status, 0);
    }
    let list = "No;Tanggal;Media;Isi Aduan;Unit;Status\n\
        1;2026-10-05;Loket;Antrean lama;Farmasi;Proses\n\
        2;2026-10-06;Loket;Lampu mati;IGD;Proses\n\
        3;2026-10-06;Loket;Pedagang;Seksi Trantib;Proses\n\
        4;2026-10-07;Loket;Parkir;Sekretaris Camat;Proses\n";
    lay(&there.beside("aduan.csv"), list.as_bytes());
    let before = fs::read_to_string(there.root().join("units.csv")).unwrap();
    let said = import(&mut there, &["complaint", "aduan.csv"]);
    let all = "add --means \"Farmasi=Instalasi Farmasi\" --means \"IGD=Instalasi Gawat Darurat\" \
        --means \"Sekretaris Camat=…\" --means \"Seksi Trantib=Seksi Ketentraman dan Ketertiban Umum\"";
    assert!(said.stderr.contains(all), "{}", said.stderr);
    // What is to be filled in means nothing as it stands.
    let said = import(
        &mut there,
        &[
            "complaint",
            "aduan.csv",
            "--new-units",
            "--means",
            "Sekretaris Camat=…",
        ],
    );
    assert_eq!(said.status, 2, "{}", said.stderr);
    let said = import_part(&mut there, &["complaint", "aduan.csv", "--new-units"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    let after = fs::read_to_string(there.root().join("units.csv")).unwrap();
    let added: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(
        added.len() == 1 && added[0].contains("Sekretaris Camat"),
        "{added:?}"
    );
}

/// The unit in the first row of its group is that of the blank rows below, and told; a unit that stands again is no such group.
#[test]
fn a_unit_in_the_first_row_of_a_group_goes_down() {
    let list = |units: [&'static str; 4]| {
        office(move |book| {
            let book = sheet(
                book,
                "Pegawai",
                &[&["No", "Nama", "NIP", "Unit Kerja", "Jabatan", "TMT Jabatan"]],
            );
            let people = [
                ("Ani Baru", "199001012015022009"),
                ("Eko Baru", "199001012015021009"),
                ("Edi Baru", "199001012015021008"),
                ("Ida Baru", "199001012015022008"),
            ];
            for (at, ((name, nip), unit)) in (1..).zip(people.iter().zip(units)) {
                let number = at.to_string();
                super::write(
                    book,
                    at,
                    &[&[&number, name, nip, unit, "Analis", "2 Januari 2026"]],
                );
            }
        })
    };
    let mut there = list(["Sekretariat", "", "Kelurahan Terjun", ""]);
    let said = import(&mut there, &["staff", "daftar.xlsx"]);
    assert_eq!(
        rows(&said).iter().filter(|row| row.contains("new")).count(),
        4,
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("only in the first row of each group"),
        "{}",
        said.stderr
    );
    let postings = fs::read_to_string(there.root().join("postings.csv")).unwrap();
    assert_eq!(postings.matches(",sek,Analis").count(), 2, "{postings}");
    assert_eq!(postings.matches(",kel-terjun,Analis").count(), 2, "{postings}");
    let mut there = list(["Sekretariat", "Sekretariat", "Kelurahan Terjun", ""]);
    let said = import(&mut there, &["staff", "daftar.xlsx"]);
    assert!(
        !said.stderr.contains("first row of each group"),
        "{}",
        said.stderr
    );
}

/// Whom a list gives scores and neither marks as there nor as absent was not there for sure, and has not completed.
#[test]
fn scores_alone_are_no_presence() {
    let mut there = office(|book| {
        let rows: [&[&str]; 7] = [
            &["BIMTEK ARSIP"],
            &["Tanggal: 13 Oktober 2026"],
            &["Tempat: Aula Kantor"],
            &["Jumlah JP: 8"],
            &["No", "Nama", "Kehadiran", "Pre Test", "Post Test"],
            &["1", "Joko Lestari", "Hadir", "60", "80"],
            &["2", "Rina Marpaung", "-", "60", "80"],
        ];
        sheet(book, "Hadir", &rows);
    });
    let args = [
        "participation",
        "daftar.xlsx",
        "--for",
        "2026-10/bimtek-baru",
        "--new-training",
        "--complete",
    ];
    let said = import(&mut there, &args);
    let told = rows(&said);
    assert!(told[0].starts_with("6 new"), "{told:?} {}", said.stderr);
    assert!(
        told[1].starts_with("7 rejected") && told[1].contains("whether this person was there"),
        "{told:?}"
    );
    assert!(
        said.stderr.contains("is concluded from its place: classroom"),
        "{}",
        said.stderr
    );
}

/// Plain quarters side by side are the predicates of each; the year stands in the title, or is typed.
#[test]
fn plain_quarters_are_those_of_their_year() {
    for (title, args) in [
        ("PREDIKAT KINERJA TAHUN 2026", &[][..]),
        ("PREDIKAT KINERJA", &["--for", "2026"]),
    ] {
        let mut there = office(|book| {
            let rows: [&[&str]; 3] = [
                &[title],
                &["No", "Nama", "TW I", "TW II"],
                &["1", "Joko Lestari", "Baik", "Sangat Baik"],
            ];
            sheet(book, "Predikat", &rows);
        });
        if !args.is_empty() {
            let said = import(&mut there, &["evaluation", "daftar.xlsx"]);
            assert!(said.stderr.contains("--for 2026\n"), "{}", said.stderr);
        }
        let said = import(&mut there, &[&["evaluation", "daftar.xlsx"], args].concat());
        assert_eq!(said.status, 0, "{} {}", said.stdout, said.stderr);
        for (quarter, predicate) in [("2026-Q1", ",baik,"), ("2026-Q2", ",sangat-baik,")] {
            let told = row(&there, &format!("evaluations/{quarter}.csv"), "pjoko003");
            assert!(told.contains(predicate), "{quarter}: {told} {}", said.stderr);
        }
    }
}

/// Titles of names in capitals, the day of a contract, ticks below letters that stand under one name without merged cells.
#[test]
fn a_list_of_staff_in_capitals_is_read() {
    let mut there = office(|book| {
        let rows: [&[&str]; 4] = [
            &[
                "No",
                "Nama",
                "NIP",
                "Jenis Kelamin",
                "",
                "Unit Kerja",
                "Jabatan",
                "Mulai Kontrak",
            ],
            &["", "", "", "L", "P", "", "", ""],
            &[
                "1",
                "HJ. HALIMAH MARLINA, S.SOS.",
                "199001012023212009",
                "",
                "√",
                "Sekretariat",
                "Analis",
                "1 Maret 2025",
            ],
            &[
                "2",
                "EKO BARU, A.MD.",
                "199001012023211009",
                "√",
                "",
                "Sekretariat",
                "Analis",
                "1 Maret 2025",
            ],
        ];
        sheet(book, "Pegawai", &rows);
    });
    let said = import(&mut there, &["staff", "daftar.xlsx"]);
    assert_eq!(said.status, 0, "{} {}", said.stdout, said.stderr);
    let people = fs::read_to_string(there.root().join("staff.csv")).unwrap();
    assert!(
        people.contains(",Hj.,Halimah Marlina,S.Sos.,pppk,") && people.contains(",Eko Baru,A.Md.,pppk,"),
        "{people}"
    );
    let sexes = |name: &str| {
        people
            .lines()
            .find(|line| line.contains(name))
            .is_some_and(|line| line.ends_with(",f,"))
    };
    assert!(sexes("Halimah") && !sexes("Eko Baru"), "{people}");
    let postings = fs::read_to_string(there.root().join("postings.csv")).unwrap();
    assert_eq!(postings.matches(",2025-03-01,").count(), 2, "{postings}");
    assert!(
        said.stderr.contains("is taken from that of the contract"),
        "{}",
        said.stderr
    );
}

/// Another text is another complaint, whatever else agrees; a text that goes on is the same.
#[test]
fn the_texts_of_complaints_decide() {
    let list = |book: &mut rust_xlsxwriter::Workbook, text: &str, closed: &str| {
        let rows: [&[&str]; 2] = [
            &[
                "Tanggal",
                "Kanal",
                "Unit",
                "Isi Aduan",
                "Tanggal Selesai",
                "Status",
            ],
            &[
                "5 Oktober 2026",
                "WhatsApp",
                "Kelurahan Terjun",
                text,
                closed,
                "Selesai",
            ],
        ];
        sheet(book, "Register", &rows);
    };
    let first = "Antrean surat keterangan terlalu lama";
    for (text, count) in [
        ("Toilet kantor rusak dan kotor", 2),
        ("Antrean surat keterangan terlalu lama sejak pagi", 1),
    ] {
        let mut there = office(|book| list(book, first, "6 Oktober 2026"));
        let said = import(&mut there, &["complaint", "daftar.xlsx", "--new-services"]);
        assert_eq!(said.status, 0, "{} {}", said.stdout, said.stderr);
        let mut book = rust_xlsxwriter::Workbook::new();
        list(&mut book, text, "8 Oktober 2026");
        book.save(there.beside("lain.xlsx")).unwrap();
        let said = import(&mut there, &["complaint", "lain.xlsx", "--new-services"]);
        let recorded = fs::read_to_string(there.root().join("complaints/2026-10.csv")).unwrap();
        assert_eq!(
            recorded.lines().count(),
            count + 1,
            "{recorded} {} {}",
            said.stdout,
            said.stderr
        );
    }
}

/// Who leads this office is nobody from outside: where nobody is recorded as such, that is asked.
#[test]
fn the_post_of_who_leads_the_office_is_no_outsider() {
    let mut there = office(|book| {
        let rows: [&[&str]; 3] = [
            &["No", "Nama", "Hasil Kerja", "Perilaku Kerja", "Pejabat Penilai"],
            &["1", "Budi Santoso", "Sesuai", "Sesuai", "Bupati"],
            &["2", "Joko Lestari", "Sesuai", "Sesuai", "Camat"],
        ];
        sheet(book, "Data", &rows);
    });
    let args = ["evaluation", "daftar.xlsx", "--for", "2026-Q3", "--new-outsiders"];
    let told = rows(&import_part(&mut there, &args));
    assert!(told[0].starts_with("2 new"), "{told:?}");
    assert!(
        told[1].starts_with("3 rejected") && told[1].contains("of this office"),
        "{told:?}"
    );
}
