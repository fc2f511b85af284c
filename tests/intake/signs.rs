//! What stands above and beside the rows of lists: who evaluated, places to sign, kinds among the categories.

use super::hostile::lay;
use super::{import, office, rows};
use crate::office::Said;
use std::fs;

/// What is said of a list of those who signed, of a training that it makes and closes.
fn attendance(list: &str) -> Said {
    let mut office = office(|_| {});
    lay(&office.beside("hadir.csv"), list.as_bytes());
    let training = ["--for", "2026-10/naskah", "--new-training", "--complete"];
    let args = ["hadir.csv"]
        .into_iter()
        .chain(training)
        .chain(["--mode", "tatap muka"]);
    import(&mut office, &args.collect::<Vec<_>>())
}

#[test]
fn an_evaluator_stands_in_a_block_above_and_who_was_not_evaluated_has_no_evaluation() {
    let mut office = office(|_| {});
    let list = "EVALUASI KINERJA;;;\nI. PEJABAT PENILAI KINERJA;;;\nNama;: Rina Marpaung, S.E.;;\nNIP;: 198803032012032003;;\n\
                II. PEGAWAI YANG DINILAI;;;\n\nNo;Nama;Hasil Kerja;Peri-laku\n1;Budi Santoso;Sesuai;Sesuai\n\
                2;Siti Aminah;Tidak dinilai;Tidak dinilai\n";
    lay(&office.beside("kinerja.csv"), list.as_bytes());
    let said = import(&mut office, &["kinerja.csv", "--for", "2026-Q3"]);
    assert_eq!(
        rows(&said),
        ["8 new +evaluations", "9 same nothing is said of the evaluation"],
        "{}",
        said.stderr
    );
    assert!(
        said.stderr
            .contains("from the line above the list: Rina Marpaung, S.E."),
        "{}",
        said.stderr
    );
    let evaluations = fs::read_to_string(office.root().join("evaluations/2026-Q3.csv")).unwrap();
    assert!(evaluations.contains("prina004"), "{evaluations}");
}

#[test]
fn a_reason_of_one_day_is_no_reason_of_all() {
    let list = "Kegiatan: Bimtek Naskah\nTanggal: 13 - 14 Oktober 2026\nBeban belajar : 10 (sepuluh) JP\n\n\
                No;Nama;Paraf Hari I;Paraf Hari II\n1;Budi Santoso;V;V\n2;Siti Aminah;V;I\n";
    let said = attendance(list);
    assert_eq!(
        rows(&said),
        [
            "6 new +participation; +attendance; +attendance",
            "7 new +participation; +attendance; +attendance"
        ],
        "{}",
        said.stderr
    );
    assert!(
        said.stderr
            .contains("not present enough to be completed with the others (Siti Aminah)"),
        "{}",
        said.stderr
    );
}

#[test]
fn two_places_to_sign_on_one_day_are_of_that_day() {
    let list = "Kegiatan: Bimtek Naskah\nTanggal: 14 Oktober 2026\nJumlah JP: 8\n\n\
                No;Nama;Tanda Tangan;\n1;Budi Santoso;1. ttd;\n2;Siti Aminah;;2. dto\n3;Joko Lestari;3. …;\n";
    let said = attendance(list);
    assert_eq!(
        rows(&said)
            .iter()
            .filter(|row| row.ends_with("new +participation"))
            .count(),
        3,
        "{}",
        said.stdout
    );
    assert!(
        said.stderr.contains("2 participants who attended completed it"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_kind_among_the_categories_is_a_kind() {
    let mut office = office(|_| {});
    let list = "No;Hari / Tanggal Aduan;Media Aduan;Uraian;Kategori;Status\n\
                1;2026-10-13;Telepon;Minta jadwal;Permintaan informasi;Proses\n2;2026-10-13;Telepon;Loket tutup;Layanan;Proses\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-services"]);
    assert_eq!(rows(&said).len(), 2, "{}", said.stderr);
    let complaints = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    let line = |text: &str| {
        complaints
            .lines()
            .find(|line| line.contains(text))
            .unwrap()
            .to_owned()
    };
    assert!(line("Minta jadwal").contains(",information,"), "{complaints}");
    assert!(
        line("Loket tutup").contains(",complaint,") && line("Loket tutup").contains(",layanan,"),
        "{complaints}"
    );
}

#[test]
fn who_signed_under_one_of_two_named_days_did_not_attend_all_though_one_day_is_told() {
    let list = "Kegiatan: Bimtek Naskah\nTanggal: 14 Oktober 2026\nJumlah JP: 8\n\n\
                No;Nama;Paraf Hari I;Paraf Hari II\n1;Budi Santoso;V;V\n2;Siti Aminah;V;\n";
    let said = attendance(list);
    assert!(
        said.stderr
            .contains("not present enough to be completed with the others (Siti Aminah)"),
        "{}",
        said.stderr
    );
}

#[test]
fn who_missed_a_day_is_completed_by_name_alone_whatever_comes_in_later() {
    let mut office = office(|_| {});
    let above =
        "Kegiatan: Bimtek Naskah\nTanggal: 13 - 14 Oktober 2026\nJumlah JP: 10\n\nNo;Nama;Hari I;Hari II\n";
    let typed = ["hadir.csv", "--for", "2026-10/naskah", "--complete"];
    lay(
        &office.beside("hadir.csv"),
        format!("{above}1;Budi Santoso;H;H\n2;Siti Aminah;TK;H\n").as_bytes(),
    );
    let made = [&typed[..], &["--new-training", "--mode", "classroom"]].concat();
    let said = import(&mut office, &made);
    let held = "1 participant was not present enough to be completed with the others (Siti Aminah)";
    assert!(said.status == 0 && said.stderr.contains(held), "{}", said.stderr);
    let read = |office: &super::Office, file: &str| fs::read_to_string(office.root().join(file)).unwrap();
    let attendance = read(&office, "attendance/2026-10.csv");
    let own: Vec<&str> = attendance
        .lines()
        .filter(|line| line.contains("naskah"))
        .collect();
    let of_day = |day: &str, presence: &str| {
        let is_it = |line: &&&str| line.contains(&format!(",{day},")) && line.contains(presence);
        own.iter().filter(is_it).count()
    };
    let counts = [("hari-i", ",yes,"), ("hari-i", ",no,0"), ("hari-ii", ",yes,")];
    assert_eq!(
        counts.map(|(day, presence)| of_day(day, presence)),
        [1, 1, 2],
        "{attendance}"
    );

    // Somebody more, whom another list names; the rest at once.
    lay(
        &office.beside("hadir.csv"),
        format!("{above}1;Joko Lestari;H;H\n").as_bytes(),
    );
    let said = import(&mut office, &typed);
    assert!(said.stderr.contains(held), "{}", said.stderr);
    assert!(
        said.stderr.contains("1 participant who attended completed it"),
        "{}",
        said.stderr
    );
    let all = office.run(
        &["training", "complete", "2026-10/naskah", "--all", "--lang", "en"],
        "",
    );
    assert!(all.stderr.contains(held), "{}", all.stderr);
    let status = |office: &super::Office, id: &str| {
        let roll = read(office, "participation/2026-10.csv");
        let mut own = roll
            .lines()
            .filter(|line| line.starts_with("2026-10/naskah") && line.contains(id));
        own.next()
            .unwrap_or_default()
            .split(',')
            .nth(2)
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(status(&office, "psiti005"), "attending");

    // By name she is, and that is told where the records are checked.
    let one = [
        "training",
        "complete",
        "2026-10/naskah",
        "Siti Aminah",
        "--jp",
        "5",
    ];
    assert_eq!(office.run(&one, "").status, 0);
    assert_eq!(status(&office, "psiti005"), "completed");
    let check = office.run(&["check", "--lang", "en"], "");
    let told = [&check.stdout, &check.stderr];
    assert!(
        told.iter()
            .any(|text| text.contains("completed with 50 % attendance")),
        "{}",
        check.stderr
    );
    assert!(read(&office, "trainings/2026-10/naskah.toml").contains("status = \"done\""));
}

/// As many places to sign without a name as a training has days are these days, where somebody signs in two; a left and a
/// right place on one page are none.
#[test]
fn places_without_names_are_days() {
    for (rows, days) in [
        ("1;Budi Santoso;V;V\n2;Siti Aminah;V;\n", 2),
        ("1;Budi Santoso;V;\n2;Siti Aminah;;V\n", 0),
    ] {
        let mut there = office(|_| {});
        let list = format!(
            "DAFTAR HADIR\nKegiatan: Bimtek Arsip Digital\nTanggal: 9 - 10 November 2026\nJumlah JP: 16\n\n\
             No;Nama;Tanda Tangan;\n{rows}"
        );
        lay(&there.beside("hadir.csv"), list.as_bytes());
        let args = [
            "hadir.csv",
            "--for",
            "2026-11/arsip",
            "--new-training",
            "--mode",
            "online",
        ];
        let said = import(&mut there, &args);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        let training = fs::read_to_string(there.root().join("trainings/2026-11/arsip.toml")).unwrap();
        assert_eq!(training.matches("[[session]]").count(), days, "{training}");
        let file = there.root().join("attendance/2026-11.csv");
        let told = fs::read_to_string(file).unwrap_or_default();
        assert_eq!(
            told.lines().filter(|line| line.contains(",yes,")).count(),
            days + days / 2,
            "{told}"
        );
        assert_eq!(
            told.lines().filter(|line| line.contains(",no,")).count(),
            days / 2,
            "{told}"
        );
    }
}

/// Why somebody missed one day of several stands at the session of that day, whether its mark or a remark says it; what else a
/// remark says stays a note.
#[test]
fn why_a_day_was_missed_is_kept() {
    let mut there = office(|_| {});
    let list = "DAFTAR HADIR\nKegiatan: Bimtek Arsip Digital\nTanggal: 9 - 11 November 2026\nJumlah JP: 24\n\n\
                No;Nama;Hari I;Hari II;Hari III;Ket\n1;Budi Santoso;V;S;S;\"sakit, surat dokter\"\n\
                2;Siti Aminah;V;V;DL;\n3;Joko Lestari;V;-;V;\"izin, acara keluarga\"\n4;Rina Marpaung;S;C;C;\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let args = [
        "hadir.csv",
        "--for",
        "2026-11/arsip",
        "--new-training",
        "--mode",
        "online",
    ];
    let said = super::expect(
        &mut there,
        &args,
        &[
            "7 new +participation; +attendance; +attendance; +attendance",
            "8 new +participation; +attendance; +attendance; +attendance",
            "9 new +participation; +attendance; +attendance; +attendance",
            "10 new +participation; +attendance; +attendance; +attendance",
        ],
    );
    let told = fs::read_to_string(there.root().join("attendance/2026-11.csv")).unwrap();
    let of = |person: &str| {
        let lines = told.lines().filter(|line| line.contains(person));
        let reasons = lines.map(|line| line.rsplit(',').next().unwrap_or_default().to_owned());
        reasons.collect::<Vec<_>>().join(",")
    };
    assert_eq!(of("pbudi001"), ",sick,sick", "{told}{}", said.stderr);
    assert_eq!(of("psiti005"), ",,duty", "{told}");
    assert_eq!(of("pjoko003"), ",permission,", "{told}");
    assert_eq!(of("prina004"), "sick,leave,leave", "{told}");
    let roll = fs::read_to_string(there.root().join("participation/2026-11.csv")).unwrap();
    assert!(roll.contains("\"sakit, surat dokter\""), "{roll}");
}

/// Where no session can hold it, the reason of one part is a note.
#[test]
fn why_a_part_was_missed_is_noted_where_it_is_no_session() {
    let mut there = office(|_| {});
    let list = "No;Nama;Paraf Pagi;Paraf Siang\n1;Budi Santoso;V;S\n2;Siti Aminah;V;V\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let said = import(&mut there, &["hadir.csv", "--for", super::TRAINING, "--correct"]);
    let roll = fs::read_to_string(there.root().join("participation/2026-10.csv")).unwrap();
    assert!(
        roll.contains("Paraf Siang: S"),
        "{roll}{}{}",
        said.stdout,
        said.stderr
    );
}

/// A reason beside a presence at everything contradicts it.
#[test]
fn a_reason_beside_a_whole_presence_is_asked() {
    let mut there = office(|_| {});
    let list = "Kegiatan: Bimtek Naskah\nTanggal: 13 - 14 Oktober 2026\nJumlah JP: 10\n\n\
                No;Nama;Hari I;Hari II;Ket\n1;Budi Santoso;V;V;sakit\n2;Siti Aminah;V;V;\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let made = ["--for", "2026-10/naskah", "--new-training", "--mode", "classroom"];
    let said = super::import_part(&mut there, &[&["hadir.csv"], &made[..]].concat());
    let all = rows(&said);
    assert!(
        all[0].starts_with("6 rejected") && all[1].starts_with("7 new"),
        "{all:?}{}",
        said.stderr
    );
}
