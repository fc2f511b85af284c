//! What a list explains beside its rows, and what it says in words of its own: questions by number, letters, the unit and the
//! channel of a sheet, statuses, reasons; parts of a programme that are signed for; scores on a sheet of their own.

use super::hostile::lay;
use super::{import, office, row, rows, sheet};
use crate::office::{Office, Said};
use std::fs;

/// Nine answers of six people under some headings, the eighth always 1 and the ninth 4, with lines above and below.
fn survey(above: &str, word: &str, below: &str) -> (Office, Said) {
    let mut office = office(|_| {});
    let heading: Vec<String> = (1..=9).map(|number| format!("{word}{number}")).collect();
    let answers = "2026-10-05;3;3;3;3;3;3;3;1;4\n".repeat(6);
    let list = format!("{above}Tanggal;{}\n{answers}{below}", heading.join(";"));
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv", "--with", "unit=kel-terjun"]);
    (office, said)
}

/// The answers about complaints and about facilities that were recorded first.
fn last_two(office: &Office) -> [String; 2] {
    let text = fs::read_to_string(office.root().join("responses/skm-2025/2026-10.csv")).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let (heading, first) = (lines.next().unwrap(), lines.next().unwrap());
    ["pengaduan", "sarana"].map(|name| {
        let at = heading.iter().position(|column| *column == name).unwrap();
        first[at].to_owned()
    })
}

#[test]
fn a_question_by_number_means_what_the_sheet_says_of_it() {
    let swapped = "\nKeterangan:;\nP8 = Sarana dan Prasarana;\nP9 = Penanganan Pengaduan;\n";
    let counted = "\n1;Persyaratan\n2;Prosedur\n3;Waktu\n4;Biaya\n5;Produk\n6;Kompetensi\n7;Perilaku\n8;Sarana\n9;Pengaduan\n";
    for (above, word, below, expected, told) in [
        (
            "",
            "P",
            "",
            ["1", "4"],
            "in the order of the questionnaire: P1 = persyaratan",
        ),
        (
            "",
            "P",
            swapped,
            ["4", "1"],
            "as the sheet explains them (skm.csv, A10)",
        ),
        (
            "",
            "Pertanyaan ",
            counted,
            ["4", "1"],
            "as the sheet explains them",
        ),
        (
            "P8 = U9;P9 = U8\nU8 = Pengaduan, U9 = Sarana\n\n",
            "P",
            "",
            ["4", "1"],
            "as the sheet explains them",
        ),
        (
            "",
            "Unsur Pelayanan ",
            swapped,
            ["4", "1"],
            "as the sheet explains them",
        ),
    ] {
        let (office, said) = survey(above, word, below);
        assert_eq!(said.status, 0, "{word} {below}: {}", said.stderr);
        assert_eq!(last_two(&office), expected, "{word} {below}: {}", said.stderr);
        assert!(said.stderr.contains(told), "{}", said.stderr);
    }
}

#[test]
fn a_number_that_is_explained_twice_is_asked() {
    let (mut office, said) = survey("", "U", "\nU8 = Sarana\nU9 = Pengaduan\nU8 = Pengaduan\n");
    assert!(
        said.stderr.contains("`U8` is explained twice: sarana"),
        "{}",
        said.stderr
    );
    let args = ["skm-2025", "skm.csv", "--with", "unit=kel-terjun"];
    let typed = ["--column", "U8=sarana", "--column", "U9=pengaduan"];
    let said = import(&mut office, &[&args[..], &typed].concat());
    assert_eq!(
        (said.status, last_two(&office)),
        (0, ["4", "1"].map(str::to_owned)),
        "{}",
        said.stderr
    );
}

/// What becomes of the first of six answers that say a text of everything, typed with more.
fn answered(above: &str, text: &str, typed: &[&str]) -> (Said, Option<String>) {
    let mut office = office(|_| {});
    let cells = format!(";{text}").repeat(9);
    let answers = format!("2026-10-05{cells}\n").repeat(6);
    let heading: String = (1..=9).map(|number| format!(";U{number}")).collect();
    lay(
        &office.beside("skm.csv"),
        format!("{above}Tanggal{heading}\n{answers}").as_bytes(),
    );
    let args = ["skm-2025", "skm.csv", "--with", "unit=kel-terjun"];
    let said = import(&mut office, &[&args[..], typed].concat());
    let is_there = office.root().join("responses/skm-2025/2026-10.csv").exists();
    let answer = is_there.then(|| last_two(&office)[0].clone());
    (said, answer)
}

#[test]
fn an_answer_is_read_as_it_is_meant_or_not_at_all() {
    let legend = "a = Tidak Baik, b = Kurang Baik, c = Baik, d = Sangat Baik;\n\n";
    let best_first = "Pilihan:;A. Sangat Baik;B. Baik;C. Kurang Baik;D. Tidak Baik\n\n";
    for (above, text, typed, expected) in [
        (legend, "d", &[][..], Some("4")),
        (best_first, "D", &[], Some("1")),
        ("", "d", &["--means", "d=4"], Some("4")),
        ("", "d", &[], None),
        ("a = Baik;b = Tidak Baik;a = Tidak Baik\n\n", "a", &[], None),
        ("", "1. Tidak Baik", &[], Some("1")),
        ("", "4 (Sangat Baik)", &[], Some("4")),
        ("", "1. Sangat Baik", &[], None),
        ("", "1. Sangat Baik", &["--means", "1. Sangat Baik=4"], Some("4")),
        ("", "Sangat Lambat", &[], Some("1")),
        ("", "Kurang Memadai", &[], Some("2")),
        ("", "Sangat Aneh", &[], None),
        ("", "Tidak Tahu", &[], None),
    ] {
        let (said, answer) = answered(above, text, typed);
        assert_eq!(
            answer.as_deref(),
            expected,
            "{text}: {}{}",
            said.stdout,
            said.stderr
        );
        assert_eq!(said.status == 0, expected.is_some(), "{text}: {}", said.stderr);
    }
    let (said, _) = answered("", "d", &[]);
    assert!(
        said.stderr.contains("for example: --means a=1"),
        "{}",
        said.stderr
    );
    let (said, _) = answered(legend, "d", &[]);
    assert!(
        said.stderr.contains("(skm.csv, A1): a = 1, b = 2, c = 3, d = 4."),
        "{}",
        said.stderr
    );
}

#[test]
fn headings_are_broken_below_a_group() {
    let mut office = office(|_| {});
    let list = "No;Tanggal;Unsur Pelayanan;;;;;;;;\n;;Persya-ratan;Prose-dur;Waktu;Biaya;Produk;Kompe-tensi;Peri-laku;Penga-duan;Sarana\n";
    let answers = "1;2026-10-05;3;3;3;3;3;3;3;1;4\n".repeat(6);
    lay(&office.beside("skm.csv"), format!("{list}{answers}").as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv", "--with", "unit=kel-terjun"]);
    assert_eq!(
        (said.status, last_two(&office)),
        (0, ["1", "4"].map(str::to_owned)),
        "{}",
        said.stderr
    );
}

#[test]
fn a_sheet_is_of_a_unit_or_a_channel() {
    let mut office = office(|book| {
        for (name, nip) in [
            ("SEKSI UJI", "199001012015052007"),
            ("Sekretariat", "199101012015052007"),
        ] {
            let person = format!("Orang {name}");
            let heading: &[&str] = &["No", "Nama", "NIP", "Jabatan", "TMT Jabatan"];
            sheet(
                book,
                name,
                &[heading, &["1", &person, nip, "Analis", "2020-01-02"]],
            );
        }
    });
    let said = import(&mut office, &["staff", "daftar.xlsx", "--new-units"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(
        said.stderr
            .contains("daftar.xlsx, SEKSI UJI: unit kerja of all rows is read"),
        "{}",
        said.stderr
    );
    let postings = fs::read_to_string(office.root().join("postings.csv")).unwrap();
    assert!(
        postings.contains(",2020-01-02,seksi-uji,") && postings.contains(",2020-01-02,sek,"),
        "{postings}"
    );
    assert!(
        row(&office, "units.csv", "seksi-uji").contains(",Seksi Uji,"),
        "names in capitals are quieted"
    );

    let mut office = super::office(|book| {
        for (name, text) in [("WhatsApp", "Loket tutup"), ("Lembar2", "Lampu mati")] {
            let title: &[&str] = if name == "Lembar2" {
                &["Kanal : Kotak Saran"]
            } else {
                &["REKAP ADUAN"]
            };
            sheet(
                book,
                name,
                &[
                    title,
                    &["No", "Tgl Masuk", "Uraian", "Status"],
                    &["1", "05-Okt-26", text, "Proses"],
                ],
            );
        }
    });
    let said = import(&mut office, &["complaint", "daftar.xlsx", "--new-services"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let complaints = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    let line = |text: &str| {
        complaints
            .lines()
            .find(|line| line.contains(text))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(
        line("Loket tutup").contains(",2026-10-05,whatsapp,"),
        "{complaints}"
    );
    assert!(
        line("Lampu mati").contains(",2026-10-05,kotak-saran,"),
        "{complaints}"
    );
}

/// What a register of complaints with these rows becomes, and what is told.
fn register(list: &str) -> (Office, Said) {
    let mut office = office(|_| {});
    let heading = "No;Tgl Masuk;Uraian;Jenis;Media;OPD/Unit;Status;Tgl Selesai\n";
    lay(&office.beside("aduan.csv"), format!("{heading}{list}").as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-services"]);
    (office, said)
}

#[test]
fn a_register_says_kinds_and_statuses_in_words_of_its_own() {
    let (office, said) = register(
        "1;2026-10-01;Pasar murah;Usul;Loket;Kantor Kecamatan;Menunggu anggaran;\n\
         2;2026-10-02;Syarat KTP;Permohonan informasi;Loket;Kelurahan Terjun;Selesai;2026-10-03\n\
         3;2026-10-02;Jalan rusak;Aduan;Loket;Kec. Uji;Diteruskan ke Dinas PU;\n\
         4;2026-10-05;Lampu mati;Aduan;Loket;Kelurahan Terjun;Sudah diteruskan ke PLN;2026-10-06\n",
    );
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let complaints = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    let line = |text: &str| {
        complaints
            .lines()
            .find(|line| line.contains(text))
            .unwrap()
            .to_owned()
    };
    for (text, part) in [
        ("Pasar murah", ",aspiration,kec,"),
        ("Syarat KTP", ",information,kel-terjun,"),
        ("Jalan rusak", ",complaint,kec,"),
        ("Lampu mati", ",complaint,kel-terjun,"),
    ] {
        assert!(line(text).contains(part), "{text}: {complaints}");
    }
    let handling = fs::read_to_string(office.root().join("handling/2026-10.csv")).unwrap();
    let steps: Vec<&str> = handling
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap().1)
        .collect();
    let mut steps: Vec<String> = steps
        .iter()
        .map(|step| step.trim_end_matches(',').to_owned())
        .collect();
    steps.sort();
    assert_eq!(
        steps,
        ["2026-10-03,closed,,,resolved", "2026-10-06,forwarded"],
        "{handling}"
    );
    for note in [
        "`Kantor Kecamatan` is read as the office itself (kec).",
        "1 complaint is told as forwarded without the day (the first aduan.csv, G4)",
        "the status of 1 complaint is read as still open: `Menunggu anggaran`",
        "1 complaint is recorded as forwarded on the day given as that of the end",
    ] {
        assert!(said.stderr.contains(note), "{note}: {}", said.stderr);
    }
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

#[test]
fn a_number_of_another_channel_is_the_same_complaint() {
    let mut office = office(|_| {});
    let list = "Tracking ID;Tanggal Laporan;Kanal;Judul Laporan\n7001;2026-10-05;Lapor;Loket tutup\n";
    lay(&office.beside("a.csv"), list.as_bytes());
    assert_eq!(
        rows(&import(&mut office, &["complaint", "a.csv", "--new-services"])),
        ["2 new +complaints"]
    );
    lay(&office.beside("b.csv"), list.replace("Lapor;", "SMS;").as_bytes());
    let said = import(&mut office, &["complaint", "b.csv", "--new-services"]);
    let told = rows(&said);
    assert!(
        told[0].starts_with("2 rejected") && told[0].contains("channel"),
        "{told:?} {}",
        said.stderr
    );
    let other = list.replace("Lapor;Loket tutup", "SMS;Lampu mati");
    lay(&office.beside("c.csv"), other.as_bytes());
    let said = import(&mut office, &["complaint", "c.csv", "--new-services"]);
    assert_eq!(
        rows(&said),
        ["2 new +complaints"],
        "another complaint has that number there: {}",
        said.stderr
    );
}

#[test]
fn why_somebody_was_not_evaluated_is_told() {
    let mut office = office(|_| {});
    let list = "No;Nama;NIP;Hasil Kerja;Perilaku Kerja;Predikat\n1;Budi Santoso;-;Sesuai;Sesuai;BAIK\n\
                2;Siti Aminah;-;;;Tugas Belajar\n3;Rina Marpaung;-;-;-;CUTI BESAR\n";
    lay(&office.beside("kinerja.csv"), list.as_bytes());
    let said = import(&mut office, &["kinerja.csv", "--for", "2026-Q3"]);
    let expected = [
        "2 new +evaluations",
        "3 skipped not evaluated (`Tugas Belajar`)",
        "4 skipped not evaluated (`CUTI BESAR`)",
    ];
    assert_eq!(
        (rows(&said), said.status),
        (expected.map(str::to_owned).to_vec(), 0),
        "{}",
        said.stderr
    );
}

/// Who took part in what way, of a list with two columns of presence below these headings.
fn presence(headings: &str) -> (Office, Said) {
    let mut office = office(|_| {});
    let list = format!(
        "Kegiatan: Bimtek Naskah\nTanggal: 14 Oktober 2026\nJumlah : 8 jam pelajaran\n\n{headings}\
         1;Budi Santoso;√;√\n2;Siti Aminah;√;\n3;Rina Marpaung;S;S\n"
    );
    lay(&office.beside("hadir.csv"), list.as_bytes());
    let training = [
        "--for",
        "2026-10/naskah",
        "--new-training",
        "--complete",
        "--mode",
        "tatap muka",
    ];
    let said = import(&mut office, &[&["hadir.csv"][..], &training].concat());
    (office, said)
}

#[test]
fn columns_of_presence_are_for_parts_of_a_programme() {
    for headings in [
        "No;Nama;Kehadiran;\n;;Pagi;Siang\n",
        "No;Nama;Sesi 1;Sesi 2\n",
        "No;Nama;Tanda Tangan;\n;;Hari ke-1;Hari ke-2\n",
        "No;Nama;13 Okt;14 Okt\n",
        "No;Nama;Paraf I;Paraf II\n",
        "No;Nama;Hadir 1;Hadir 2\n",
    ] {
        let (office, said) = presence(headings);
        assert_eq!(said.status, 0, "{headings}: {}{}", said.stdout, said.stderr);
        let taken = fs::read_to_string(office.root().join("participation/2026-10.csv")).unwrap();
        let of = |id: &str| {
            let line = taken
                .lines()
                .find(|line| line.starts_with(&format!("2026-10/naskah,{id}")));
            line.unwrap_or_default()
                .split(',')
                .skip(2)
                .take(2)
                .collect::<Vec<_>>()
                .join(",")
        };
        let [budi, siti, rina] = ["Budi Santoso", "Siti Aminah", "Rina Marpaung"].map(|name| {
            let id = row(&office, "staff.csv", name);
            of(id.split(',').next().unwrap())
        });
        assert!(budi.starts_with("completed"), "{headings}: {taken}");
        assert!(siti.starts_with("attending"), "{headings}: {taken}");
        assert!(rina.starts_with("absent,sick"), "{headings}: {taken}");
        assert!(
            said.stderr
                .contains("not present enough to be completed with the others (Siti Aminah)"),
            "{headings}: {}",
            said.stderr
        );
    }
}

#[test]
fn scores_stand_on_a_sheet_of_their_own() {
    let fill = |scored: &'static str| {
        office(move |book| {
            let title: &[&str] = &["Bimtek Naskah, 14 Oktober 2026 (8 JP)"];
            let heading: &[&str] = &["No", "Nama", "Hadir"];
            sheet(
                book,
                "Absensi",
                &[
                    title,
                    heading,
                    &["1", "Budi Santoso", "V"],
                    &["2", "Siti Aminah", "Sakit"],
                ],
            );
            let scores: &[&str] = &["No", "Nama", "Pre", "Post"];
            sheet(
                book,
                "Nilai",
                &[scores, &["1", "Budi Santoso", "60", "80"], &["2", scored, "", ""]],
            );
        })
    };
    let args = [
        "daftar.xlsx",
        "--for",
        "2026-10/naskah",
        "--new-training",
        "--complete",
        "--mode",
        "tatap muka",
    ];
    let args = [
        &args[..],
        &[
            "--title",
            "Bimtek Naskah",
            "--start",
            "2026-10-14",
            "--end",
            "2026-10-14",
        ],
    ]
    .concat();
    let mut office = fill("Siti Aminah");
    let said = import(&mut office, &args);
    assert_eq!(
        rows(&said),
        [
            "3 new +participation",
            "4 new +participation",
            "2 changed pre - → 60; post - → 80",
            "3 same"
        ],
        "{}",
        said.stderr
    );
}
