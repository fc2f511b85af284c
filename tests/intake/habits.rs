//! What offices write in their lists by habit: posts that nobody holds, people from outside, two rows a person, a sheet a
//! month, the status among the remarks.

use super::hostile::lay;
use super::{import, office, row, rows, sheet};
use std::fs;

const EVALUATIONS: &str = "No;Nama;NIP;Hasil Kerja;Perilaku;Pejabat Penilai\n\
    1;Budi Santoso;198609262015051001;Sesuai;Sesuai;Wali Kota Uji\n\
    2;Rina Marpaung;198803032012032003;Sesuai;Sesuai;Dewi Lestari\n\
    3;Dewi Lestari;199001012015052007;Sesuai;Sesuai;Budi Santoso\n";

#[test]
fn whom_the_list_is_about_is_nobody_from_outside() {
    let mut office = office(|_| {});
    lay(&office.beside("kinerja.csv"), EVALUATIONS.as_bytes());
    let said = import(
        &mut office,
        &["kinerja.csv", "--for", "2026-Q3", "--new-outsiders"],
    );
    let told = rows(&said);
    assert_eq!(told[0], "2 new +evaluations; +staff", "{}", said.stderr);
    assert!(
        told[1].contains("there is nobody called `Dewi Lestari`"),
        "{told:?}"
    );
    assert!(
        said.stderr.contains("Recorded as from outside: Wali Kota Uji."),
        "{}",
        said.stderr
    );
    assert_eq!(row(&office, "staff.csv", "Dewi Lestari"), "");
}

#[test]
fn somebody_from_outside_becomes_staff_with_one_step() {
    let mut office = office(|_| {});
    let list = EVALUATIONS.lines().take(3).collect::<Vec<_>>().join("\n") + "\n";
    lay(&office.beside("kinerja.csv"), list.as_bytes());
    import(
        &mut office,
        &["kinerja.csv", "--for", "2026-Q3", "--new-outsiders"],
    );
    let outside = row(&office, "staff.csv", "Dewi Lestari");
    assert!(outside.contains(",external,"), "{outside}");
    let staff = "Nama;NIP;Unit Kerja;TMT Jabatan\nDewi Lestari;199001012015052007;Sekretariat;2020-01-02\n";
    lay(&office.beside("pegawai.csv"), staff.as_bytes());
    let said = import(&mut office, &["staff", "pegawai.csv"]);
    assert!(
        rows(&said)[0].contains("is recorded as somebody outside the office"),
        "{}",
        said.stdout
    );
    assert!(
        said.stderr.contains("repeat this with --correct"),
        "{}",
        said.stderr
    );
    let said = import(&mut office, &["staff", "pegawai.csv", "--correct"]);
    assert!(
        rows(&said)[0].starts_with("2 changed"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    let staff = row(&office, "staff.csv", "Dewi Lestari");
    assert!(
        staff.contains("199001012015052007") && staff.contains(",pns,"),
        "{staff}"
    );
    assert_eq!(outside.split(',').next(), staff.split(',').next());
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn a_guest_takes_part_where_that_is_asked() {
    let mut office = office(|_| {});
    let list = "BIMBINGAN TEKNIS TATA NASKAH\nPENERAPAN DI KANTOR\nKECAMATAN UJI\nRabu, 14 Oktober 2026 (8 JP)\n\n\
                No;Nama;Hadir\n1;Budi Santoso;V\n2;Serka Yosef (Babinsa);V\n";
    lay(&office.beside("hadir.csv"), list.as_bytes());
    let args = [
        "hadir.csv",
        "--for",
        "2026-10/naskah",
        "--new-training",
        "--complete",
    ];
    let said = import(&mut office, &args);
    let asked = "add --mode … (--mode: classroom, online, webinar, hybrid, self-paced, discussion-forum);";
    assert!(said.stderr.contains(asked), "{}", said.stderr);
    let args = [&args[..], &["--mode", "tatap muka"]].concat();
    let said = import(&mut office, &args);
    assert!(
        said.stderr.contains("somebody outside: add --new-outsiders"),
        "{}",
        said.stderr
    );
    let said = import(&mut office, &[&args[..], &["--new-outsiders"]].concat());
    assert_eq!(said.status, 0, "{} {}", said.stdout, said.stderr);
    let training = fs::read_to_string(office.root().join("trainings/2026-10/naskah.toml")).unwrap();
    let title = "title = \"BIMBINGAN TEKNIS TATA NASKAH PENERAPAN DI KANTOR\"";
    assert!(
        training.contains(title) && training.contains("\"KL10\""),
        "{training}"
    );
    let taken = fs::read_to_string(office.root().join("participation/2026-10.csv")).unwrap();
    let own = taken.lines().filter(|line| line.starts_with("2026-10/naskah,"));
    assert_eq!(
        own.filter(|line| line.contains(",completed,")).count(),
        2,
        "{taken}"
    );
    assert!(!said.stderr.contains("stays open"), "{}", said.stderr);
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn vacant_posts_and_people_who_are_no_civil_servants_are_skipped() {
    let mut office = office(|book| {
        let staff: [&[&str]; 3] = [
            &["No", "Nama", "NIP", "Jabatan", "Unit Kerja", "TMT Jabatan"],
            &["1", "LOWONG", "", "Sekretaris", "Sekretariat", "2020-01-02"],
            &[
                "2",
                "Dewi Lestari",
                "199001012015052007",
                "Analis",
                "Sekretariat",
                "2020-01-02",
            ],
        ];
        sheet(book, "PNS", &staff);
        let others: [&[&str]; 2] = [
            &["No", "Nama", "Jabatan", "Unit Kerja"],
            &["1", "Robi Saputra", "Pengemudi", "Sekretariat"],
        ];
        sheet(book, "NON ASN", &others);
    });
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    let told = rows(&said);
    assert_eq!(
        told[0], "2 skipped a post that nobody holds (`LOWONG`)",
        "{}",
        said.stderr
    );
    assert_eq!(told[1], "3 new +staff; +postings");
    assert!(told[2].starts_with("2 skipped no civil servants"), "{told:?}");
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("2 rows are skipped:"), "{}", said.stderr);
    for name in ["LOWONG", "Robi Saputra"] {
        assert_eq!(row(&office, "staff.csv", name), "");
    }
}

#[test]
fn a_list_of_staff_has_two_rows_a_person() {
    let mut office = office(|_| {});
    let list = "DAFTAR PEGAWAI;;;;\n\nNo;Nama;Pangkat;Jabatan;Unit Kerja\n;NIP;Gol/TMT;TMT;\n\
                1;Adi Putra, S.H.;Pembina;Camat;Sekretariat\n;19800101 200501 1 001;IV/a / 1-4-2020;13-1-2022;\n\
                2;Cici Dewi;Penata;Kasi Umum;Sekretariat\n;19800103 200501 2 003;III/c / 1-10-2021;1-2-2023;\n";
    lay(&office.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut office, &["staff", "pegawai.csv"]);
    assert_eq!(
        rows(&said),
        ["5 new +staff; +postings", "7 new +staff; +postings"],
        "{}",
        said.stderr
    );
    let staff = row(&office, "staff.csv", "Adi Putra");
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    let id = staff.split(',').next().unwrap_or_default();
    assert!(
        postings.contains(&format!("{id},2022-01-13,sek,Camat,,IV/a")),
        "{postings}"
    );
    assert!(
        postings.contains(",2023-02-01,sek,Kasi Umum,,III/c"),
        "{postings}"
    );
}

#[test]
fn a_posting_that_has_not_begun_is_no_posting_of_today() {
    let mut office = office(|_| {});
    let list = "Nama;NIP;Unit Kerja;TMT Jabatan\nDewi Lestari;199001012015052007;Sekretariat;2027-12-01\n";
    lay(&office.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut office, &["staff", "pegawai.csv"]);
    assert!(
        rows(&said)[0].contains("D2: 2027-12-01 has not come yet"),
        "{}",
        said.stdout
    );
}

/// The answers of one sheet, without a day.
fn answers(rows: usize) -> Vec<Vec<String>> {
    let heading = ["No", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"].map(str::to_owned);
    let answer = |number: usize| {
        let marks = (0..9).map(|at| if at < number { "4" } else { "3" }.to_owned());
        [number.to_string()].into_iter().chain(marks).collect()
    };
    [heading.to_vec()]
        .into_iter()
        .chain((1..=rows).map(answer))
        .collect()
}

fn survey(titles: [(&str, &str); 2]) -> super::Office {
    office(|book| {
        for (name, title) in titles {
            let all = answers(6);
            let cells: Vec<Vec<&str>> = all
                .iter()
                .map(|row| row.iter().map(String::as_str).collect())
                .collect();
            let title = [title];
            let rows: Vec<&[&str]> = [&title[..]]
                .into_iter()
                .chain(cells.iter().map(Vec::as_slice))
                .collect();
            sheet(book, name, &rows);
        }
    })
}

#[test]
fn each_sheet_of_answers_is_of_its_month() {
    let titles = [
        ("SEPT", "KELURAHAN MARGAJAYA BULAN SEPTEMBER 2026"),
        ("Okt", "TAHUN 2026"),
    ];
    let mut office = survey(titles);
    let args = ["skm-2025", "daftar.xlsx", "--with", "unit=kel-terjun"];
    let said = import(&mut office, &args);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("(daftar.xlsx, Okt): 2026-10."),
        "{}",
        said.stderr
    );
    for month in ["2026-09", "2026-10"] {
        let file = office.root().join(format!("responses/skm-2025/{month}.csv"));
        assert_eq!(fs::read_to_string(file).unwrap().lines().count(), 7);
    }
    let said = import(&mut office, &[&args[..], &["--for", "2026-10"]].concat());
    let told = "daftar.xlsx, SEPT: its title or name (`KELURAHAN MARGAJAYA BULAN SEPTEMBER 2026`) tells another time";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}

#[test]
fn months_that_contradict_each_other_are_asked_for() {
    let mut office = survey([("SEPT", "BULAN OKTOBER 2026"), ("Okt", "BULAN OKTOBER 2026")]);
    let said = import(
        &mut office,
        &["skm-2025", "daftar.xlsx", "--with", "unit=kel-terjun"],
    );
    assert!(said.stderr.contains("does not tell the month"), "{}", said.stderr);
}

#[test]
fn a_register_has_its_status_among_the_remarks() {
    let mut office = office(|_| {});
    let list = "REGISTER PENGADUAN;;;;;;;\nNO. REG;TGL MASUK;PENGADU;JENIS ADUAN;POKOK PENGADUAN;MELALUI;TGL SELESAI;KET\n\
                001/X/2026;2026-10-01;Warga;Pelayanan;Loket tutup;Langsung;2026-10-05;S\n\
                002/X/2026;2026-10-02;Warga;Saran;Buka hari Sabtu;Langsung;;P\n\
                003/X/2026;2026-10-02;Warga;Pelayanan;-;Langsung;;menunggu warga\n\n\
                ;Ket : S = Selesai, P = Proses;;;;;;\n\n;;;;;Medan, 31 Oktober 2026;;\n;;;;;CAMAT UJI;;\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-services"]);
    let told = rows(&said);
    assert_eq!(
        told[..2],
        ["3 new +complaints; +handling", "4 new +complaints"],
        "{}",
        said.stderr
    );
    assert!(
        told[2].contains("not filled in: judul-laporan") && told.len() == 3,
        "{told:?}"
    );
    let complaints = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    let first = complaints
        .lines()
        .find(|line| line.contains("Loket tutup"))
        .unwrap();
    assert!(
        first.contains(",001/X/2026,") && first.contains(",complaint,") && first.contains(",pelayanan,"),
        "{first}"
    );
    assert!(complaints.contains(",aspiration,"), "{complaints}");
    for note in [
        "Columns that are known and not recorded: PENGADU.",
        "left out: 7, 9, 10.",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
}

#[test]
fn days_of_the_week_and_days_below_positions_tell_the_order() {
    let mut office = office(|_| {});
    let list = "Nama;NIP;Unit Kerja;\"PANGKAT / GOL. RUANG / TMT\";\"Jabatan / TMT\"\n\
                Dewi Lestari;199001012015052007;Sekretariat;\"Penata\nIII/c\n01-04-2020\";\"Analis\n10-04-2021\"\n\
                Sari Dewi;199001012015052008;Sekretariat;\"Penata\nIII/c\n01-04-2020\";\"Analis\n22-07-2020\"\n";
    lay(&office.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut office, &["staff", "pegawai.csv"]);
    assert!(
        rows(&said)[0].ends_with("new +staff; +postings"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    assert!(postings.contains(",2021-04-10,sek,Analis,,III/c"), "{postings}");
}

#[test]
fn a_list_of_people_without_a_column_of_them_is_refused_once() {
    let mut office = office(|_| {});
    let list = "Pelaku;Hasil Kerja;Perilaku;Predikat\nBudi Santoso;Sesuai;Sesuai;Baik\nRina Marpaung;Sesuai;Sesuai;Baik\n";
    lay(&office.beside("kinerja.csv"), list.as_bytes());
    let said = import(&mut office, &["evaluation", "kinerja.csv", "--for", "2026-Q3"]);
    assert_eq!(
        said.stderr.matches("does not tell whom it is about").count(),
        1,
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("not known: Pelaku"), "{}", said.stderr);
}

#[test]
fn names_in_capitals_are_written_small_unless_that_is_not_wanted() {
    let list = "No;NAMA;NIP;JABATAN;UNIT KERJA;TMT JABATAN;STATUS;ATASAN LANGSUNG\n\
                1;DRS. MUHAMMAD MAJID, S.IP;196901012000011001;CAMAT;KECAMATAN UJI;2020-01-02;Aktif;\n\
                2;NUR'AINI;199001012015052007;ANALIS;SEKSI PMD DAN SPBE;2020-01-02;Aktif;Camat\n\
                3;BUDI SANTOSO;198609262015051001;ANALIS;SEKRETARIAT;2020-01-02;Aktif;Muhammad Majid\n\
                4;LOWONG;;ANALIS;SEKRETARIAT;;;\n";
    let names = |args: &[&str]| {
        let mut office = office(|_| {});
        lay(&office.beside("pegawai.csv"), list.as_bytes());
        let said = import(
            &mut office,
            &[&["staff", "pegawai.csv", "--new-units"], args].concat(),
        );
        assert!(office.errors().is_empty(), "{:?}", office.errors());
        let staff = fs::read_to_string(office.root().join("staff.csv")).unwrap();
        let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
        (
            said,
            staff,
            units,
            fs::read_to_string(office.root().join("postings.csv")).unwrap(),
        )
    };
    let (said, staff, units, postings) = names(&[]);
    assert_eq!(
        rows(&said)[..2],
        ["2 new +staff; +postings", "3 new +staff; +postings"],
        "{}",
        said.stderr
    );
    assert!(staff.contains(",Drs.,Muhammad Majid,S.IP,"), "{staff}");
    assert!(
        staff.contains(",Nur'aini,") && staff.contains(",Budi Santoso,"),
        "{staff}"
    );
    assert!(units.contains(",Seksi PMD dan SPBE,"), "{units}");
    let note = "6 names in capitals only are recorded in small letters, such as";
    assert!(said.stderr.contains(note), "{}", said.stderr);
    // A superior may be named by the post that one of the list holds.
    let head = staff.lines().find(|line| line.contains("Majid")).unwrap();
    let id = head.split(',').next().unwrap();
    let own = postings.lines().find(|line| line.contains("seksi-pmd")).unwrap();
    assert!(own.contains(&format!(",{id},")), "{postings}");
    let (said, staff, units, _) = names(&["--as-written"]);
    assert!(staff.contains(",MUHAMMAD MAJID,"), "{staff}");
    assert!(
        units.contains(",SEKSI PMD DAN SPBE,") && !said.stderr.contains("in small letters"),
        "{units}"
    );
}

#[test]
fn what_is_of_before_the_records_and_numbers_of_people_are_told() {
    let mut office = office(|_| {});
    office.run(&["settings", "set", "records_since", "2026-10-01"], "");
    let list = "No;Tanggal;Uraian;Melalui\n1;2026-09-30;Loket tutup;WA\n2;2026-10-02;Hubungi saya di 081234567890;WA\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-services"]);
    for note in [
        "a time before the records begin (2026-10-01)",
        "1 text holds a NIK, NIP, telephone number",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
}
