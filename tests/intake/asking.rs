//! What a list leaves open is asked one by one with `--ask`: nothing is written before all of it is answered, and one command
//! line would have said the same.

use super::hostile::lay;
use super::office;
use super::office::{Office, Said};
use std::fs;

const REGISTER: &str = "No;Tanggal;Media;Isi Aduan;Unit;Status\n\
    1;2026-10-05;Loket;Antrean lama;Terjun;oke\n\
    2;2026-10-06;Loket;Lampu mati;Pojok Baca;oke\n";

fn ask(office: &mut Office, args: &[&str], answers: &str) -> Said {
    let base = ["import", "--lang", "en", "--ask"];
    office.run(&[&base[..], args].concat(), answers)
}

/// What would have been typed without being asked.
fn typed(said: &Said) -> Vec<String> {
    let line = said
        .stderr
        .lines()
        .find_map(|line| line.split_once("typed at once: bina "));
    let (_, line) = line.unwrap_or_else(|| panic!("{}", said.stderr));
    let words = line.split('"').enumerate().flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// Numbers and texts answer; what they say is what a command line says.
#[test]
fn one_command_is_enough() {
    let mut there = office(|_| {});
    lay(&there.beside("aduan.csv"), REGISTER.as_bytes());
    let said = ask(&mut there, &["complaint", "aduan.csv"], "4\n99\n1\nProses\n");
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    for told in [
        "Question 1 of 3: unit `Pojok Baca` is not known: 1 row (aduan.csv, E3)",
        "Question 2 of 3: unit `Terjun` is not known: 1 row (aduan.csv, E2)",
        "  1  Kelurahan Terjun\n",
        "Write one of the numbers above.",
        "Question 3 of 3: column `Status`: `oke` is not known: 2 rows (aduan.csv, F2; F3)",
        "2 new",
    ] {
        assert!(said.stderr.contains(told), "{told}: {}", said.stderr);
    }
    let recorded = fs::read_to_string(there.root().join("complaints/2026-10.csv")).unwrap();
    assert!(recorded.contains(",kel-terjun,"), "{recorded}");

    let mut again = office(|_| {});
    lay(&again.beside("aduan.csv"), REGISTER.as_bytes());
    let typed = typed(&said);
    let args: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = again.run(&args, "");
    assert_eq!(said.status, 0, "{args:?}: {}", said.stderr);
    let units = |office: &Office| fs::read_to_string(office.root().join("units.csv")).unwrap();
    assert_eq!(units(&there), units(&again));
}

/// Who stops, and whose answers end, has written nothing.
#[test]
fn nothing_is_written_before_the_end() {
    for answers in ["", "1\n", "1\n1\n", "1\n1\n0\n"] {
        let mut there = office(|_| {});
        lay(&there.beside("aduan.csv"), REGISTER.as_bytes());
        let before = there.tree();
        let said = ask(&mut there, &["complaint", "aduan.csv"], answers);
        assert_eq!(said.status, 2, "{answers:?}: {}", said.stderr);
        assert!(said.stderr.contains("nothing was written"), "{}", said.stderr);
        assert!(there.tree() == before);
    }
}

/// A word that is answered with another that is not known is asked about again, and means what that means.
#[test]
fn an_answer_may_be_asked_again() {
    let mut there = office(|_| {});
    let list = "No;Tanggal;Media;Isi Aduan;Unit;Status\n1;2026-10-05;Loket;Antrean lama;Ruang A;Proses\n";
    lay(&there.beside("aduan.csv"), list.as_bytes());
    let said = ask(&mut there, &["complaint", "aduan.csv"], "Terjun\n1\n");
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let told = "--means \"Ruang A=Kelurahan Terjun\"";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}

/// A training that is not there is made of what the list says and what is answered.
#[test]
fn a_new_training_is_asked() {
    let mut there = office(|_| {});
    let list = "DAFTAR HADIR\nKegiatan: Bimtek Arsip Digital\nTanggal: 9 November 2026\n\nNo;Nama;Kehadiran\n\
                1;Budi Santoso;Hadir\n2;Siti Aminah;Terlambat\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    // The training; the word; then how it is held, and how long.
    let said = ask(&mut there, &["hadir.csv"], "1\nhadir\n1\n8\n");
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(
        said.stderr.contains("How the new training is held (--mode)"),
        "{}",
        said.stderr
    );
    let made = fs::read_to_string(there.root().join("trainings/2026-11/bimtek-arsip-digital.toml"));
    assert!(made.is_ok(), "{}", said.stderr);
}

/// An answer that cannot be is refused in the words of its option, and asked again.
#[test]
fn a_period_that_is_none_is_asked_again() {
    let mut there = office(|_| {});
    lay(&there.beside("nilai.csv"), b"Nama;Predikat\nBudi Santoso;Baik\n");
    let said = ask(&mut there, &["evaluation", "nilai.csv"], "besok\n2026-Q3\n");
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("and `besok` is none"), "{}", said.stderr);
}

/// What no answer mends is refused as without asking; a list from standard input leaves nobody to ask.
#[test]
fn what_cannot_be_asked_is_refused() {
    let mut there = office(|_| {});
    let said = ask(&mut there, &["complaint", "-"], REGISTER);
    assert!(
        said.status == 2 && said.stderr.contains("--ask reads answers"),
        "{}",
        said.stderr
    );
    lay(&there.beside("kosong.csv"), b"");
    let said = ask(&mut there, &["complaint", "kosong.csv"], "1\n");
    assert!(
        said.status == 2 && !said.stderr.contains("Question"),
        "{}",
        said.stderr
    );
}

/// Words that may all be new are asked together, or each by itself.
#[test]
fn new_words_are_asked_together() {
    let list = "No;Tanggal;Media;Isi Aduan;Status\n1;2026-10-05;Pos Warga;Antrean lama;Proses\n\
                2;2026-10-06;Kotak Saran;Lampu mati;Proses\n";
    for (answers, made) in [("1\n", 2), ("2\n2\n", 0)] {
        let mut there = office(|_| {});
        lay(&there.beside("aduan.csv"), list.as_bytes());
        let before = fs::read_to_string(there.root().join("bina.toml")).unwrap();
        let said = ask(&mut there, &["complaint", "aduan.csv"], answers);
        let told =
            "channel not known: `Kotak Saran` (1 row: aduan.csv, C3), `Pos Warga` (1 row: aduan.csv, C2)";
        assert!(said.stderr.contains(told), "{}", said.stderr);
        let after = fs::read_to_string(there.root().join("bina.toml")).unwrap();
        let count = |text: &str| text.matches("[[channel]]").count();
        assert_eq!(count(&after) - count(&before), made, "{}", said.stderr);
        assert_eq!(said.status, if made > 0 { 0 } else { 2 }, "{}", said.stderr);
    }
}
