//! What a list waits for is asked in one refusal, so that the second command takes it; what it says in two ways, or in words of
//! its own, is asked or told, never chosen without a word.

use super::hostile::lay;
use super::{import, office, row, rows};
use std::fs;

/// The complaints of three rows with a channel, a unit and a status of their own each.
const REGISTER: &str = "No;Tanggal;Media;Isi Aduan;Kelurahan;Status;Tgl Selesai\n\
    1;2026-10-05;WA;Antrean lama;Kelurahan Maju;ok;2026-10-06\n\
    2;2026-10-06;Kotak Saran;Lampu mati;Kelurahan Maju;Ditolak;2026-10-07\n";

/// Every unknown word, code and value is told once, with all that is to be typed; then nothing is left to ask.
#[test]
fn the_second_command_succeeds() {
    let mut there = office(|_| {});
    lay(&there.beside("aduan.csv"), REGISTER.as_bytes());
    let before = there.tree();
    let said = import(&mut there, &["aduan.csv"]);
    // Where something is asked nothing is written.
    assert!(said.status == 2 && there.tree() == before, "{}", said.stderr);
    let all = "typed at once: add --means \"Kelurahan Maju=…\" --new-services --means \"ok=…\"\n";
    assert!(said.stderr.contains(all), "{}", said.stderr);
    for told in [
        "unit not known: `Kelurahan Maju` (2 rows: aduan.csv, E2; E3)",
        "channel not known: `Kotak Saran` (1 row: aduan.csv, C3), `WA` (1 row: aduan.csv, C2)",
        "column `Status`: `ok` is not known: 1 row (aduan.csv, F2)",
    ] {
        assert_eq!(said.stderr.matches(told).count(), 1, "{told}: {}", said.stderr);
    }
    let ask = [
        "aduan.csv",
        "--new-units",
        "--new-services",
        "--means",
        "ok=Selesai",
    ];
    let said = import(&mut there, &ask);
    assert_eq!(said.status, 0, "{}", said.stderr);
    // What stands there in other words is told as it was read.
    let read = "`Ditolak` = closed unresolved, `ok` = resolved";
    assert!(said.stderr.contains(read), "{}", said.stderr);

    let mut there = office(|_| {});
    let list = "Nama;NIP;Status Kepegawaian;Unit Kerja;Jabatan\n\
                Dewi Anggraini;198811032012012005;PNS Aktif;Seksi Umum;Staf\n";
    let settings = ["settings", "set", "records_since", "2026-09-01"];
    assert_eq!(there.run(&settings, "").status, 0);
    lay(&there.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut there, &["pegawai.csv"]);
    let all = "add --new-units --means \"PNS Aktif=…\" --with tmt-jabatan=…\n";
    assert!(said.stderr.contains(all), "{}", said.stderr);
}

/// A training that is not there is asked together with the words of the list, and its id is offered.
#[test]
fn a_new_training_is_asked_with_its_words() {
    let mut there = office(|_| {});
    let list = "DAFTAR HADIR\nKegiatan: Bimtek Arsip Digital\nTanggal: 9 November 2026\n\nNo;Nama;Kehadiran\n\
                1;Budi Santoso;Hadir\n2;Siti Aminah;Terlambat\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let before = there.tree();
    let said = import(&mut there, &["hadir.csv"]);
    let all =
        "add --for 2026-11/bimtek-arsip-digital --new-training --mode … --jp … --means \"Terlambat=…\"\n";
    assert!(said.status == 2 && said.stderr.contains(all), "{}", said.stderr);
    let reasons = "attending, awaiting-certificate, completed, failed, absent, withdrawn, duty, sick, leave, permission";
    assert!(said.stderr.contains(reasons), "{}", said.stderr);
    assert!(there.tree() == before);
}

/// A rank and a grade that contradict each other are refused, in one cell and in two.
#[test]
fn a_rank_contradicts_no_grade_silently() {
    for (cells, is_refused) in [
        ("Penata Muda Tk. I (III/c)", true),
        ("Pengatur Muda - II/d", true),
        ("Penata (IIId)", true),
        ("Penata Muda Tk. I (III/b)", false),
        ("Penata, III/c", false),
        ("IV.a", false),
    ] {
        let mut there = office(|_| {});
        let list = format!(
            "Nama;NIP;Pangkat/Gol;Jabatan;TMT Jabatan;Unit Kerja\n\
             Dewi Anggraini;198811032012012005;{cells};Staf;2020-01-01;Sekretariat\n"
        );
        lay(&there.beside("pegawai.csv"), list.as_bytes());
        let said = import(&mut there, &["pegawai.csv"]);
        let told = said.stdout.contains("contradict each other");
        assert_eq!(told, is_refused, "{cells}: {}{}", said.stdout, said.stderr);
    }
}

/// The same in two columns: which is true is asked.
#[test]
fn a_rank_contradicts_no_grade_of_another_column() {
    for (cells, is_refused) in [
        ("Penata Muda;II/d", true),
        ("Penata Muda;III/a", false),
        (";III/a", false),
    ] {
        let mut there = office(|_| {});
        let list = format!(
            "Nama;NIP;Pangkat;Gol/Ruang;Jabatan;TMT Jabatan;Unit Kerja\n\
             Dewi Anggraini;198811032012012005;{cells};Staf;2020-01-01;Sekretariat\n"
        );
        lay(&there.beside("pegawai.csv"), list.as_bytes());
        let said = import(&mut there, &["pegawai.csv"]);
        let told = said.stdout.contains("contradict each other");
        assert_eq!(told, is_refused, "{cells}: {}{}", said.stdout, said.stderr);
    }
}

/// Another day of the same posting is no news and not the same: it is asked, and corrected where that is typed.
#[test]
fn a_posting_keeps_its_day() {
    for day in ["2014-05-01", "2016-05-01"] {
        let list = format!(
            "Nama;NIP;Gol;Jabatan;TMT Jabatan;Unit Kerja\n\
             Budi Santoso;198609262015051001;III/a;Pengadministrasi;{day};Sekretariat\n"
        );
        let mut there = office(|_| {});
        lay(&there.beside("pegawai.csv"), list.as_bytes());
        let before = there.tree();
        let said = import(&mut there, &["pegawai.csv"]);
        let told = format!("recorded since 2015-05-01, and told since {day}");
        assert!(said.status == 1 && said.stdout.contains(&told), "{}", said.stdout);
        let said = import(&mut there, &["pegawai.csv", "--compare"]);
        assert!(said.status == 1 && said.stdout.contains(day), "{}", said.stdout);
        assert!(there.tree() == before);
        let said = import(&mut there, &["pegawai.csv", "--correct"]);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
        assert_eq!(
            row(&there, "postings.csv", &format!("pbudi001,{day}")),
            format!("pbudi001,{day},sek,Pengadministrasi,pelaksana,III/a,active,prina004,")
        );
        assert_eq!(row(&there, "postings.csv", "pbudi001,2015-05-01"), "");
    }
}

/// The day of birth behind the place is read, and must agree with the number.
#[test]
fn a_birth_stands_behind_its_place() {
    let mut there = office(|_| {});
    let list = "Nama;NIP;Tempat/Tgl Lahir;Jabatan;TMT Jabatan;Unit Kerja\n\
                Dewi Anggraini;198811032012012005;Garut, 01-01-1960;Staf;2020-01-01;Sekretariat\n\
                Eko Wibowo;198904302012011002;Garut, 30-04-1989;Staf;2020-01-01;Sekretariat\n\
                Tuti Rahma;199004132012012003;Garut;Staf;2020-01-01;Sekretariat\n";
    lay(&there.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut there, &["pegawai.csv"]);
    let told = rows(&said);
    assert!(told[0].starts_with("2 rejected"), "{told:?}");
    assert!(told[1..].iter().all(|row| row.contains(" new ")), "{told:?}");
}

/// A unit that a list makes for earlier days is there from then on, whether all of it is taken at once or not; who has none is
/// told.
#[test]
fn what_is_made_begins_with_what_is_told_of_it() {
    let mut there = office(|_| {});
    let settings = ["settings", "set", "records_since", "2026-09-01"];
    assert_eq!(there.run(&settings, "").status, 0);
    let list = "Nama;NIP;Jabatan;TMT Jabatan;Unit Kerja\n\
                Dewi Anggraini;198811032012012005;Staf;2026-10-05;Seksi Baru\n\
                Eko Wibowo;198904302012011002;Staf;2019-01-01;Seksi Trantib\n\
                Tuti Rahma;199004132012012003;Staf;2019-01-01;\n\
                Uun Rahma;199004142012012003;Staf;2019-01-01;Seksi Umum\n\
                Wati Rahma;199004152012012003;Staf;2019-01-01;Seksi Umum\n";
    lay(&there.beside("pegawai.csv"), list.as_bytes());
    let said = import(&mut there, &["pegawai.csv", "--new-units"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let told =
        "1 person is recorded without a unit, as the list does not tell it (the first pegawai.csv, row 4)";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    for (unit, since) in [
        ("seksi-umum,Seksi Umum", ""),
        ("seksi-trantib,Seksi Trantib", ""),
        ("seksi-baru,Seksi Baru", "2026-10-05"),
    ] {
        let made = row(&there, "units.csv", unit);
        assert!(made.ends_with(&format!(",kec,,{since}")), "{made}");
    }
}

/// A column of answers in which nothing is a choice is asked before anything is recorded; what is read as the rest is told.
#[test]
fn a_profile_of_another_form_is_asked() {
    let mut there = office(|_| {});
    let head = "Tanggal;Usia;Pekerjaan;Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Pengaduan;Sarana\n";
    let list = |ages: [&str; 2]| {
        let line = |age: &str| format!("2026-10-05;{age};Petani;3;3;Baik;3;3;3;3;3;4\n").repeat(4);
        format!("{head}{}{}", line(ages[0]), line(ages[1]))
    };
    lay(&there.beside("skm.csv"), list(["20-29", "30-39"]).as_bytes());
    let said = import(&mut there, &["skm-2025", "skm.csv"]);
    let told = "say what it means: --means \"20-29=…\" --means \"30-39=…\"";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    lay(&there.beside("skm.csv"), list(["20-29", "30"]).as_bytes());
    let said = import(&mut there, &["skm-2025", "skm.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    for told in [
        "read as other: `Petani`",
        "4 answers are recorded without usia: `20-29`",
        "`Baik` = 3",
    ] {
        assert!(said.stderr.contains(told), "{told}: {}", said.stderr);
    }
}

/// Scores none of which is above 1 are asked where more can be reached; a predicate by a former name is told as it is read.
#[test]
fn a_scale_is_not_guessed() {
    let mut there = office(|_| {});
    let list = "Nama;Kehadiran;Pre Test;Post Test\nBudi Santoso;Hadir;0,4;0,8\nSiti Aminah;Hadir;0,5;1\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let said = import(&mut there, &["hadir.csv", "--for", super::TRAINING]);
    assert!(
        said.status == 2
            && said
                .stderr
                .contains("no score in the column `Pre Test` is above 1"),
        "{}",
        said.stderr
    );
    lay(
        &there.beside("nilai.csv"),
        "Nama;Predikat\nBudi Santoso;Cukup\n".as_bytes(),
    );
    let said = import(&mut there, &["evaluation", "nilai.csv", "--for", "2026-Q3"]);
    assert!(
        said.stderr.contains("`Cukup` = Butuh Perbaikan"),
        "{}{}",
        said.stdout,
        said.stderr
    );
    let recorded = fs::read_to_string(there.root().join("evaluations/2026-Q3.csv")).unwrap();
    assert!(
        recorded.contains("needs-improvement") || recorded.contains("butuh-perbaikan"),
        "{recorded}"
    );
}

/// Numbers stand below a heading that spans them and the names.
#[test]
fn a_heading_of_names_spans_the_numbers() {
    let mut there = office(|_| {});
    let list = "No;NAMA / NIP;;Predikat\n1;Budi Santoso;19860926 201505 1 001;Baik\n2;Budi Siregar;199205052023211004;Baik\n";
    lay(&there.beside("nilai.csv"), list.as_bytes());
    let said = import(&mut there, &["evaluation", "nilai.csv", "--for", "2026-Q3"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert_eq!(said.stdout.matches("by NIP").count(), 2, "{}", said.stdout);
    assert!(!said.stderr.contains("not known"), "{}", said.stderr);
}

/// Whom the end of a training completes though the list says nothing new of it is told as changed.
#[test]
fn who_is_completed_is_changed() {
    let mut there = office(|_| {});
    let list = "DAFTAR HADIR\nKegiatan: Bimtek SPBE\nTanggal: 20 Oktober 2026\nJP: 8\n\nNo;Nama;Kehadiran\n1;Budi Santoso;Hadir\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let ask = [
        "hadir.csv",
        "--for",
        "2026-10/spbe",
        "--new-training",
        "--mode",
        "classroom",
    ];
    let said = import(&mut there, &ask);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    let said = import(&mut there, &["hadir.csv", "--for", "2026-10/spbe", "--complete"]);
    assert_eq!(
        rows(&said),
        ["7 changed status attending → completed"],
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("0 new, 1 changed, 0 the same"),
        "{}",
        said.stderr
    );
}

/// A log of complaints without a column of outcomes is refused once, with all that it waits for; the answer closes those that
/// have a day of their end, and no others. A unit that it makes changes no month before its first complaint.
#[test]
fn a_log_without_outcomes_is_asked_once() {
    let mut there = office(|_| {});
    let list = "No;Tanggal;Isi Aduan;Unit;Tindakan;Tgl Selesai\n\
        1;2026-08-05;Antrean lama;Loket;Ditambah petugas;2026-08-06\n\
        2;2026-08-20;Lampu mati;Loket;;\n";
    lay(&there.beside("aduan.csv"), list.as_bytes());
    let before = there.tree();
    let said = import(&mut there, &["aduan.csv"]);
    let asked = "1 complaint was closed on a day, and no column tells how (aduan.csv, F2)";
    let all = "typed at once: add --means \"Loket=…\" --with status=resolved\n";
    assert!(said.status == 2 && said.stderr.contains(asked), "{}", said.stderr);
    assert!(said.stderr.contains(all), "{}", said.stderr);
    assert!(there.tree() == before);
    let said = import(
        &mut there,
        &["aduan.csv", "--new-units", "--with", "status=resolved"],
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    let steps = fs::read_to_string(there.root().join("handling/2026-08.csv")).unwrap();
    assert_eq!(steps.matches(",closed,,,resolved").count(), 1, "{steps}");
    let made = row(&there, "units.csv", "loket,Loket");
    assert!(made.ends_with(",2026-08-05"), "{made}");
}

/// An advice of which a part is to be filled in is refused where it is typed as it stands.
#[test]
fn an_advice_is_no_answer() {
    let mut there = office(|_| {});
    let list = "DAFTAR HADIR & NILAI PELATIHAN ARSIP\nTanggal: 9 November 2026\n\nNo;Nama;Kehadiran\n\
                1;Budi Santoso;Hadir\n";
    lay(&there.beside("hadir.csv"), list.as_bytes());
    let before = there.tree();
    let said = import(&mut there, &["hadir.csv"]);
    let all = "--for 2026-11/pelatihan-arsip --new-training --method … --mode … --jp … (--method: ";
    assert!(said.stderr.contains(all), "{}", said.stderr);
    let typed = [
        "--for",
        "2026-11/pelatihan-arsip",
        "--new-training",
        "--method",
        "…",
    ];
    let more = ["--mode", "…", "--jp", "…", "--title", "…"];
    let said = import(&mut there, &[&["hadir.csv"], &typed[..], &more].concat());
    for told in ["--title", "--method: error", "--mode: error", "--jp: error"] {
        assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    }
    assert!(there.tree() == before);
}
