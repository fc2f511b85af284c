//! Lists of names as the forms of offices have them: groups between the rows, several facts in a cell, two rows of headings,
//! sums and names below.

use super::hostile::lay;
use super::{import, import_part, office, row, rows};
use std::fs;

/// The units of the office's postings, by the names of the staff that a list brought.
fn postings(office: &super::Office, name: &str) -> Vec<String> {
    let staff = row(office, "staff.csv", name);
    let id = staff.split(',').next().unwrap_or_default().to_owned();
    let text = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    let own = text
        .lines()
        .filter(|line| !id.is_empty() && line.starts_with(&id));
    own.map(|line| line.split(',').skip(1).take(4).collect::<Vec<_>>().join(","))
        .collect()
}

/// The list by rank: a heading of two rows of which one name stands below two others, the units as rows between, sums within,
/// who signed below.
const RANKS: &str = "DAFTAR URUT KEPANGKATAN;;;;;;;\n\n\
    NO;NAMA;NIP;PANGKAT;;JABATAN;;LATIHAN JABATAN;\n;;;GOL/ RUANG;TMT;NAMA;TMT;NAMA;TAHUN\n\
    1;2;3;4;5;6;7;8;9\n\
    I;SEKRETARIAT;;;;;;;\n\
    1;Drs. Andi Wijaya, M.Si.;'19770216 200412 1 011;IV/a;01-04-2021;Camat;16-09-2022;Pim IV;2015\n\
    ;Jumlah;1;;;;;;\n\
    II;KELURAHAN TERJUN;;;;;;;\n\
    2;Euis Komariah;198904052021212005;IX;01-04-2021;Penata Layanan;05-03-2022;;\n\
    3;Wiwin Sutisna;NIP. 19900318 202604 2 004;IIIa;01-04-2026;Pengelola;01-04-2026;;\n\
    ;Jumlah;2;;;;;;\n\n;;;;;;Medan, 30 Oktober 2026;;\n;;;;;;CAMAT,;;\n";

#[test]
fn groups_between_the_rows_are_units() {
    let mut office = office(|_| {});
    lay(&office.beside("duk.csv"), RANKS.as_bytes());
    let said = import_part(&mut office, &["duk.csv"]);
    let told = rows(&said);
    assert_eq!(
        told[..2],
        ["7 new +staff; +postings", "10 new +staff; +postings"],
        "{}",
        said.stderr
    );
    // A candidate may be one still: the number does not tell.
    assert!(
        told[2].starts_with("11 rejected") && told[2].contains("status-kepegawaian"),
        "{told:?}"
    );
    assert_eq!(told.len(), 3);
    for note in [
        "left out: 8, 12, 14, 15.",
        "2 headings of groups between the rows are read for the rows below (from duk.csv, B6).",
        "the employment of 2 people is read from the NIP",
        "days in digits are read with the day first, as `16-09-2022`",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
    assert_eq!(postings(&office, "Andi Wijaya"), ["2022-09-16,sek,Camat,"]);
    assert_eq!(
        postings(&office, "Euis Komariah"),
        ["2022-03-05,kel-terjun,Penata Layanan,"]
    );
    let staff = |name: &str| row(&office, "staff.csv", name);
    assert!(staff("Andi Wijaya").contains(",pns,"), "{}", staff("Andi Wijaya"));
    assert!(staff("Euis Komariah").contains(",pppk,"));
    // What holds for all rows is for those that do not tell it.
    let said = import_part(&mut office, &["duk.csv", "--with", "status-kepegawaian=cpns"]);
    let told = rows(&said);
    assert_eq!(told[2], "11 new +staff; +postings", "{told:?}");
    assert!(
        row(&office, "postings.csv", "2026-04-01").contains(",III/a"),
        "IIIa is III/a"
    );
    assert!(row(&office, "staff.csv", "Wiwin Sutisna").contains(",cpns,"));
    let before = office.tree();
    import_part(&mut office, &["duk.csv", "--with", "status-kepegawaian=cpns"]);
    assert!(office.tree() == before);
}

#[test]
fn several_facts_in_a_cell() {
    let mut office = office(|_| {});
    let list = "No.,\"Nama\nNIP\",\"Pangkat/Gol. Ruang\nTMT\",\"Jabatan\nTMT\",Unit Kerja\n\
        I,KECAMATAN,,,\n\
        1,\"Andi Wijaya, S.H.\nNIP. 197702162004121011\",\"Pembina (IV/a)\n01-04-2022\",\"Camat\n2022-01-03\",Sekretariat\n\
        2,\"Euis Komariah\nNIP. 198904052021212005\",\"IX\",\"Penata Layanan\nTMT 15-03-2022\",Kel. Terjun\n";
    lay(&office.beside("duk.csv"), list.as_bytes());
    let said = import(&mut office, &["duk.csv"]);
    assert_eq!(
        rows(&said),
        ["6 new +staff; +postings", "10 new +staff; +postings"],
        "{}",
        said.stderr
    );
    assert_eq!(postings(&office, "Andi Wijaya"), ["2022-01-03,sek,Camat,"]);
    assert_eq!(
        postings(&office, "Euis Komariah"),
        ["2022-03-15,kel-terjun,Penata Layanan,"]
    );
    assert!(row(&office, "staff.csv", "Andi Wijaya").contains("197702162004121011,,Andi Wijaya,S.H.,pns"));
    assert!(row(&office, "postings.csv", "2022-01-03").contains(",IV/a"));
}

#[test]
fn a_register_tells_the_order_of_its_days_and_what_its_kind_is() {
    let mut office = office(|_| {});
    let list = "NO;TGL TERIMA;NAMA PELAPOR;SARANA PENGADUAN;URAIAN PENGADUAN;JENIS;PETUGAS PENERIMA;TGL SELESAI;STATUS\n\
        1;03/11/2026;NN;Kotak saran;Lampu mati;Infrastruktur;Siti Aminah;05/11/26;Selesai\n\
        2;13/11/2026;NN;Telepon;Antre;Pelayanan;Siti Aminah;-;Belum ditindaklanjuti\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["aduan.csv", "--new-services"]);
    assert_eq!(
        rows(&said),
        ["2 new +complaints; +handling", "3 new +complaints"],
        "{}",
        said.stderr
    );
    let complaint = row(&office, "complaints/2026-11.csv", "2026-11-03");
    assert!(
        complaint.contains(",infrastruktur,") && complaint.contains(",complaint,"),
        "{complaint}"
    );
    assert!(row(&office, "handling/2026-11.csv", "2026-11-05").contains("closed"));
    // Two that contradict each other tell nothing.
    lay(
        &office.beside("aduan.csv"),
        list.replace("13/11/2026", "11/13/2026")
            .replace("05/11/26", "25/11/2026")
            .as_bytes(),
    );
    let said = import(&mut office, &["aduan.csv", "--new-services", "--dry-run"]);
    assert!(
        rows(&said)[0].contains("can be read as two days"),
        "{}",
        said.stdout
    );
}

#[test]
fn who_evaluates_from_outside_is_made_where_that_is_asked() {
    let mut office = office(|_| {});
    let list = "Nama;Hasil Kerja;Perilaku Kerja;Predikat;Pejabat Penilai\n\
                Budi Santoso;sesuai;sesuai;B;Bupati Uji\nSiti Aminah;di atas;di atas;SB;Bupati Uji\n\
                Joko Lestari;sesuai;sesuai;bagus;Budi Santosa\n";
    lay(&office.beside("nilai.csv"), list.as_bytes());
    let ask = ["nilai.csv", "--for", "2026-Q3"];
    let said = import(&mut office, &ask);
    let told = rows(&said);
    assert!(
        told[0].contains("there is nobody called `Bupati Uji`") && said.stderr.contains("--new-outsiders"),
        "{told:?}"
    );
    let said = import(&mut office, &[&ask[..], &["--new-outsiders"]].concat());
    let told = rows(&said);
    assert_eq!(
        told[..2],
        ["2 new +evaluations; +staff", "3 new +evaluations"],
        "{}",
        said.stderr
    );
    // A name that is almost that of somebody is misspelt, and a word that is no predicate is not wrong for its parts.
    assert!(
        told[2].contains("there is nobody called `Budi Santosa`") || told[2].contains("bagus"),
        "{told:?}"
    );
    assert!(
        said.stderr.contains("did you mean Budi Santoso"),
        "{}",
        said.stderr
    );
    assert!(row(&office, "staff.csv", "Bupati Uji").contains(",external,"));
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn sums_and_notes_below_a_survey_are_no_answers() {
    let mut office = office(|_| {});
    let mut list =
        "NO. RESP;TANGGAL;UNIT;NILAI UNSUR;;;;;;;;;KET\n;;;U1;U2;U3;U4;U5;U6;U7;U8;U9;\n".to_owned();
    for number in 1..=6 {
        list += &format!(
            "{number};2 November 2026;Kelurahan Terjun;3;3;3;3;3;3;3;3;{};\n",
            1 + number % 4
        );
    }
    list += "Modus;;;3;3;3;3;3;3;3;3;3;\nNRR / Unsur;;;3;3;3;3;3;3;3;3;3;\n;rata2;;3;3;3;3;3;3;3;3;3;\n\
             U1;;= Persyaratan;;;;;;;;;;\n\n;;;;;;;Medan;;;;;\n";
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert_eq!(rows(&said).len(), 6, "{}{}", said.stdout, said.stderr);
    assert!(
        said.stderr.contains("left out: 9, 10, 11, 12, 14."),
        "{}",
        said.stderr
    );
}

#[test]
fn signs_below_days_and_below_no_name() {
    // Somebody signs in both: they are no left and right of a page.
    let held = "1 participant was not present enough to be completed";
    for (second, told) in [(";;;;20/10;21/10", "left"), ("", "right")] {
        let mut office = office(|_| {});
        let list = format!(
            "ABSENSI PELATIHAN SPBE;;;;;\nTgl 20 - 21 Oktober 2026;;;;;\n\nno;nama;unit;ket;tanda tangan;\n{second}\n\
             1;Budi Santoso;;;v;v\n2;Siti Aminah;;;v;\n3;Joko Lestari;;ijin;;\n"
        );
        lay(
            &office.beside("hadir.csv"),
            list.replace("\n\n1;", "\n1;").as_bytes(),
        );
        let said = import(
            &mut office,
            &[
                "hadir.csv",
                "--for",
                "2026-10/spbe",
                "--new-training",
                "--method",
                "KL10",
                "--mode",
                "classroom",
                "--jp",
                "12",
                "--complete",
            ],
        );
        assert_eq!(said.status, 0, "{told}: {}{}", said.stdout, said.stderr);
        assert!(said.stderr.contains("PELATIHAN SPBE"), "{}", said.stderr);
        // Who signed on one of two days is not closed unasked.
        assert!(said.stderr.contains(held), "{told}: {}", said.stderr);
        assert!(
            said.stderr
                .contains("bina training complete 2026-10/spbe STAFF --jp N"),
            "{}",
            said.stderr
        );
        let text = fs::read_to_string(office.root().join("participation/2026-10.csv")).unwrap();
        assert!(
            text.contains("2026-10/spbe,pjoko")
                && text.contains("absent,permission")
                && text.contains(",completed,"),
            "{text}"
        );
    }
}

#[test]
fn sheets_about_two_trainings_come_one_by_one() {
    let mut office = office(|book| {
        for (name, title, day) in [
            ("A", "Bimtek Arsip", "5 Oktober 2026"),
            ("B", "Sosialisasi SPBE", "19 Oktober 2026"),
        ] {
            let kind = format!("Kegiatan: {title}");
            let date = format!("Tanggal: {day}");
            super::sheet(
                book,
                name,
                &[
                    &[&kind],
                    &[&date],
                    &["Jumlah JP: 4"],
                    &["No", "Nama", "Kehadiran"],
                    &["1", "Budi Santoso", "Hadir"],
                    &["2", "Budi Santoso", "Hadir"],
                ],
            );
        }
    });
    let ask = [
        "daftar.xlsx",
        "--for",
        "2026-10/arsip",
        "--new-training",
        "--method",
        "KL10",
        "--mode",
        "classroom",
    ];
    let before = office.tree();
    let said = import(&mut office, &ask);
    assert!(
        said.status == 2 && said.stderr.contains("error[sheet-of-another]"),
        "{}",
        said.stderr
    );
    let said = import(&mut office, &[&ask[..], &["--sheet", "C"]].concat());
    assert!(
        said.status == 2 && said.stderr.contains("choose one of: A, B"),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before);
    let said = import(&mut office, &[&ask[..], &["--sheet", "a", "--complete"]].concat());
    // The same row twice says nothing more, and keeps nothing open.
    assert_eq!(rows(&said), ["5 new +participation", "6 same"], "{}", said.stderr);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("Bimtek Arsip") && !said.stderr.contains("not closed"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_mended_answer_does_not_stand_there_twice() {
    let mut office = office(|_| {});
    let answers = |last: &str| {
        let row = |mark: &str| format!("2026-11-03;kel-terjun;4;4;4;3;3;3;3;3;{mark}\n");
        let rows: String = ["1", "2", "3", "4", "4", last].into_iter().map(row).collect();
        format!("Cap Waktu;Unit Pelayanan;U1;U2;U3;U4;U5;U6;U7;U8;U9\n{rows}")
    };
    lay(&office.beside("skm.csv"), answers("1").as_bytes());
    assert_eq!(import(&mut office, &["skm-2025", "skm.csv"]).status, 0);
    let before = office.tree();
    lay(&office.beside("skm.csv"), answers("3").as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(
        said.status == 2 && said.stderr.contains("error[batch-mended]"),
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("--correct") && office.tree() == before,
        "{}",
        said.stderr
    );
    let said = import(&mut office, &["skm-2025", "skm.csv", "--correct"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv")).unwrap();
    assert_eq!(text.lines().count(), 7, "{text}");
}

/// A position written once is that of all who stand below its number; the number of a place is nobody's name; a post that
/// nobody holds is one.
#[test]
fn a_bezetting_tells_who_holds_which_post() {
    let mut office = office(|_| {});
    let list = "NO;JABATAN;KELAS;NAMA PEMANGKU;NIP;GOL;TMT JABATAN;UNIT KERJA\n\
        1;Kepala Seksi;9;Andi Wijaya;197702162004121011;III/d;2022-01-03;Kelurahan Terjun\n\
        2;Analis Pelayanan;7;1) Cici Dame;199008252013122003;III/a;2022-03-18;Kelurahan Terjun\n\
        ;;;2) Dodo Rimba;198501022014021001;II/c;2022-03-18;Kelurahan Terjun\n\
        3;Pengemudi;5;;;;;\n4;Arsiparis;6;;;;;\n\
        ;;;a. Euis Laras;198505022014022001;II/d;2022-03-18;Kelurahan Terjun\n";
    lay(&office.beside("bezetting.csv"), list.as_bytes());
    let said = import(&mut office, &["staff", "bezetting.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    for note in [
        "is read for 2 rows below too",
        "a post that nobody holds (`Pengemudi`)",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
    for (name, posting) in [
        ("Cici Dame", "2022-03-18,kel-terjun,Analis Pelayanan,"),
        ("Dodo Rimba", "2022-03-18,kel-terjun,Analis Pelayanan,"),
        ("Euis Laras", "2022-03-18,kel-terjun,Arsiparis,"),
    ] {
        assert_eq!(postings(&office, name), [posting], "{}", said.stderr);
    }
    let before = office.tree();
    import(&mut office, &["staff", "bezetting.csv"]);
    assert!(office.tree() == before);
}

/// Who has no number and is called honorary is no civil servant, whatever is typed for the rest; a blank position is told.
#[test]
fn an_honorary_worker_is_no_civil_servant() {
    let mut office = office(|_| {});
    let list = "No;Nama;NIP;Jabatan;Unit Kerja;TMT Jabatan\n1;Anu Lima, S.Pd.I.;-;Tenaga Honorer;Kelurahan Terjun;2024-01-02\n\
                2;Ino Raya;;Pramubakti (Non ASN);Kelurahan Terjun;2024-01-02\n3;Uli Sari;;Staf;Kelurahan Terjun;2024-01-02\n\
                4;Dewi Anggraini;198811032012012005;;Kelurahan Terjun;2024-01-02\n";
    lay(&office.beside("duk.csv"), list.as_bytes());
    let asked = import(&mut office, &["staff", "duk.csv"]);
    let told = "--with status-kepegawaian=… (choices: cpns, pns, pppk, pppk-part-time, non-asn)";
    assert!(
        asked.status == 2 && asked.stderr.contains(told),
        "{}",
        asked.stderr
    );
    assert!(!asked.stderr.contains("=pns"), "{}", asked.stderr);
    let said = import(
        &mut office,
        &["staff", "duk.csv", "--with", "status-kepegawaian=pns"],
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    for (name, employment) in [
        ("Anu Lima", ",non-asn,"),
        ("Ino Raya", ",non-asn,"),
        ("Uli Sari", ",pns,"),
    ] {
        let told = row(&office, "staff.csv", name);
        assert!(told.contains(employment), "{told}");
    }
    for note in [
        "the employment of 2 people without a NIP is read from the position",
        "1 person is recorded without a position",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
}

/// The days behind a place tell their order to each other; where none does, the number of somebody does.
#[test]
fn days_behind_a_place_are_read_in_their_order() {
    for born in ["Kota A, 02-03-1989", "02/03/1989"] {
        let mut office = office(|_| {});
        let other = if born.contains(',') {
            "Kota B, 25-08-1991"
        } else {
            "11/12/1991"
        };
        let heading = if born.contains(',') {
            "\"Tempat, Tgl Lahir\""
        } else {
            "Tgl Lahir"
        };
        let number = if born.contains(',') {
            "199108252013122003"
        } else {
            "199112112013122003"
        };
        let list = format!(
            "No;Nama;NIP;{heading};Jabatan;Unit Kerja;TMT Jabatan\n\
             1;Budi Karsa;198903022012041002;{born};Staf;Kelurahan Terjun;03-02-2022\n\
             2;Cici Dame;{number};{other};Staf;Kelurahan Terjun;2022-01-18\n"
        );
        lay(&office.beside("duk.csv"), list.as_bytes());
        let said = import(&mut office, &["staff", "duk.csv"]);
        assert_eq!(said.status, 0, "{born}: {}{}", said.stdout, said.stderr);
        assert!(row(&office, "staff.csv", "Budi Karsa").contains(",1989-03-02,"));
        assert_eq!(postings(&office, "Budi Karsa"), ["2022-02-03,kel-terjun,Staf,"]);
    }
}

/// Who was promoted in a post that goes on has a posting from the day of the grade, with all else as it was.
#[test]
fn a_promotion_stands_from_the_day_of_the_grade() {
    let mut office = office(|_| {});
    let list = |grade: &str, day: &str| {
        format!(
            "NIP;Nama;Gol Akhir;TMT Golongan;Jabatan;Unit Kerja;TMT Jabatan\n\
             199008252013122003;Cici Dame;{grade};{day};Analis;Kelurahan Terjun;2022-01-03\n"
        )
    };
    lay(&office.beside("a.csv"), list("II/d", "2021-04-01").as_bytes());
    assert_eq!(import(&mut office, &["staff", "a.csv"]).status, 0);
    lay(&office.beside("a.csv"), list("III/a", "2025-04-01").as_bytes());
    let said = import(&mut office, &["staff", "a.csv"]);
    assert_eq!(rows(&said), ["2 changed +postings"], "{}", said.stderr);
    assert!(
        said.stderr.contains("the promotion of 1 person"),
        "{}",
        said.stderr
    );
    let both = ["2022-01-03,kel-terjun,Analis,", "2025-04-01,kel-terjun,Analis,"];
    assert_eq!(postings(&office, "Cici Dame"), both);
    let text = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    assert!(text.contains(",2022-01-03,kel-terjun,Analis,,II/d,"), "{text}");
    assert!(text.contains(",2025-04-01,kel-terjun,Analis,,III/a,"), "{text}");
    let before = office.tree();
    let again = import(&mut office, &["staff", "a.csv"]);
    assert!(
        rows(&again)[0].starts_with("2 same") && office.tree() == before,
        "{}",
        again.stdout
    );
    // One of a later day has not come.
    lay(&office.beside("a.csv"), list("III/b", "2029-04-01").as_bytes());
    let said = import_part(&mut office, &["staff", "a.csv"]);
    assert!(rows(&said)[0].starts_with("2 rejected"), "{}", said.stdout);
}
