//! The registers of complaints, and the lists of answers and evaluations, as offices keep them by hand: their own headings,
//! words and foot rows, and what became of a row that they mended.

use super::hostile::lay;
use super::{Office, import, import_part, office, row, rows};
use std::fs;

/// The heading of a register without numbers of channels.
const REGISTER: &str = "BUKU REGISTER PENGADUAN\n\nNO,TGL TERIMA,NAMA PELAPOR,SARANA PENGADUAN,URAIAN PENGADUAN,JENIS,\
                        PETUGAS PENERIMA,TGL SELESAI,STATUS\n1,2,3,4,5,6,7,8,9\n";

fn written(office: &Office, name: &str, rows: &str) {
    lay(&office.beside(name), format!("{REGISTER}{rows}").as_bytes());
}

/// How many complaints are recorded.
fn recorded(office: &Office) -> usize {
    let text = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap_or_default();
    text.lines().skip(1).count()
}

/// A category under a heading of two meanings; a status that says who has the complaint now; what stands below.
#[test]
fn a_register_comes_in_as_it_is() {
    let mut office = office(|_| {});
    written(
        &office,
        "register.csv",
        "1,20/10/2026,Ibu W,Loket,Antrean lama,Pelayanan,Budi Santoso,21/10/2026,Selesai\n\
         2,05/10/2026,NN,WhatsApp,Dimintai uang,Pungutan liar,Rina Marpaung,15/10/2026,Diteruskan ke Inspektorat\n\
         3,06/10/2026,NN,WhatsApp,Jalan rusak,Infrastruktur,Rina Marpaung,-,blm\n\
         ,Jumlah,3 pengaduan,,,,,,\n\n\
         ,,,,,,,\"Terjun, 30 Oktober 2026\",\n,,,,,,,LURAH,\n",
    );
    let said = import(&mut office, &["register.csv", "--new-services"]);
    let told = rows(&said);
    let expected = [
        "5 new +complaints; +handling",
        "6 new +complaints; +handling",
        "7 new +complaints",
    ];
    assert_eq!(told, expected, "{}", said.stderr);
    assert_eq!(said.status, 0, "{}", said.stderr);
    for note in [
        "days in digits are read with the day first, as `20/10/2026`",
        "1 complaint is recorded as forwarded on the day given as that of the end, and still open",
        "rows outside the table are left out: 8, 10, 11",
    ] {
        assert!(said.stderr.contains(note), "{note}\n{}", said.stderr);
    }
    let uang = row(&office, "complaints/2026-10.csv", "2026-10-05");
    assert!(
        uang.contains(",complaint,") && uang.contains(",pungutan-liar,"),
        "{uang}"
    );
    let handling = fs::read_to_string(office.root().join("handling/2026-10.csv")).unwrap();
    assert!(handling.contains("2026-10-15,forwarded,"), "{handling}");
    assert_eq!(handling.matches(",closed,").count(), 1, "{handling}");
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

/// The day of receipt is asked once for the list, with the column that may be it, and today is no answer.
#[test]
fn a_list_without_the_day_of_receipt_is_asked_once() {
    let mut office = office(|_| {});
    lay(
        &office.beside("aduan.csv"),
        b"no,hari apa,lewat,isi aduan,status\n1,2 Oktober 2026,Loket,Antre,proses\n2,3 Oktober 2026,Loket,Gelap,proses\n",
    );
    let before = office.tree();
    let said = import(&mut office, &["complaint", "aduan.csv"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(
        office.tree() == before && said.stdout.is_empty(),
        "{}",
        said.stdout
    );
    assert!(
        said.stderr
            .matches("columns that are not known: hari apa")
            .count()
            == 1
            && said.stderr.contains("--column \"HEADING=received\"")
            && !said.stderr.contains("=2026"),
        "{}",
        said.stderr
    );
}

/// A complaint that its register mended is that complaint: it is asked, not recorded twice, and what was empty is filled.
#[test]
fn a_mended_row_of_a_register_is_no_second_complaint() {
    let mut office = office(|_| {});
    let list = "1,20/10/2026,,Loket,Antrean lama,Pelayanan,Budi Santoso,21/10/2026,Selesai\n\
                2,22/10/2026,,Loket,Lampu mati,Pelayanan,Budi Santoso,-,proses\n\
                3,22/10/2026,,Loket,Jalan rusak,Pelayanan,,-,proses\n\
                4,23/10/2026,,Loket,Sampah,Pelayanan,Budi Santoso,-,proses\n";
    written(&office, "r.csv", list);
    let said = import(&mut office, &["complaint", "r.csv", "--new-services"]);
    assert_eq!((said.status, recorded(&office)), (0, 4), "{}", said.stderr);
    // Its words, its day, who handles it; and two that are new indeed, one of a day that has another.
    let list = list
        .replace("Antrean lama", "Antrean KTP lama")
        .replace("22/10/2026,,Loket,Lampu", "21/10/2026,,Loket,Lampu")
        .replace("Jalan rusak,Pelayanan,,", "Jalan rusak,Pelayanan,Rina Marpaung,")
        + "5,23/10/2026,,Loket,Pagar rusak,Pelayanan,Budi Santoso,-,proses\n\
           6,24/10/2026,,Loket,Sampah,Pelayanan,Budi Santoso,-,proses\n";
    written(&office, "r.csv", &list);
    let said = import(&mut office, &["complaint", "r.csv"]);
    let told = rows(&said);
    assert!(
        told[0].contains("rejected") && told[0].contains("seems to be the recorded complaint 2026-10-"),
        "{told:?}"
    );
    assert!(
        told[1].contains("rejected") && told[1].contains("differs: `received`"),
        "{told:?}"
    );
    assert!(told[2].contains("changed handler - → "), "{told:?}");
    assert!(
        told[3].ends_with("7 same") || told[3].contains(" same"),
        "{told:?}"
    );
    assert!(told[4].contains(" new ") && told[5].contains(" new "), "{told:?}");
    assert_eq!((said.status, recorded(&office)), (1, 6), "{}", said.stderr);

    let said = import(&mut office, &["complaint", "r.csv", "--correct"]);
    assert_eq!((said.status, recorded(&office)), (0, 6), "{}", said.stderr);
    let text = fs::read_to_string(office.root().join("complaints/2026-10.csv")).unwrap();
    assert!(
        text.contains("Antrean KTP lama") && !text.contains("Antrean lama"),
        "{text}"
    );
    assert!(
        row(&office, "complaints/2026-10.csv", "2026-10-21").contains("Lampu mati"),
        "{text}"
    );
    let said = import(&mut office, &["complaint", "r.csv"]);
    assert!(
        rows(&said).iter().all(|row| row.contains(" same")),
        "{}",
        said.stdout
    );
    assert!(office.errors().is_empty(), "{:?}", office.errors());
}

/// The order of days that can be read in two ways stands in another column of the list, written alike; what a program
/// writes with the time tells nothing of them.
#[test]
fn another_column_tells_the_order_of_days() {
    let mut office = office(|_| {});
    let list = |until: &str| {
        format!(
            "No,NIP,Nama,Periode Akhir,Predikat,Tanggal Penilaian\n\
             1,198609262015051001,Budi Santoso,{until},Baik,09-10-2026\n"
        )
    };
    lay(&office.beside("ev.csv"), list("09/30/2026 08:00").as_bytes());
    let said = import(&mut office, &["evaluation", "ev.csv", "--for", "2026-Q3"]);
    assert!(said.stdout.contains("can be read as two days"), "{}", said.stdout);
    lay(&office.beside("ev.csv"), list("30-09-2026").as_bytes());
    let said = import(&mut office, &["evaluation", "ev.csv", "--for", "2026-Q3"]);
    assert!(
        said.stderr.contains("day first, as `30-09-2026`"),
        "{}",
        said.stderr
    );
    let line = row(&office, "evaluations/2026-Q3.csv", "pbudi001");
    assert!(line.contains("2026-10-09"), "{line}");
}

/// What stands below the answers is none, in the integers of a recap too; and what is gone from a list is told though
/// another row of it is rejected.
#[test]
fn recaps_below_answers_are_none() {
    let mut office = office(|_| {});
    let heading = "NO. RESP;Tgl;JK;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";
    let answer =
        |number: usize, first: &str| format!("{number};{number} Oktober 2026;lk;{first};4;4;3;3;3;3;3;3\n");
    let answers = |first: &str| (1..7).map(|number| answer(number, first)).collect::<String>();
    let foot: String = ["ΣNilai/Unsur", "NRR", "Max", "Modus", "Catatan"]
        .map(|label| format!("{label};;;4;4;4;3;3;3;3;3;3\n"))
        .concat();
    let foot =
        format!(";rata2;;4;4;4;3;3;3;3;3;3\n{foot}\nKeterangan :;;\nU1;=persyaratan\n;;;;;;;;CAMAT,\n");
    lay(
        &office.beside("skm.csv"),
        (heading.to_owned() + &answers("4") + &foot).as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert_eq!(
        (said.status, rows(&said).len()),
        (0, 6),
        "{}\n{}",
        said.stdout,
        said.stderr
    );

    let mended = answers("4").replacen(";4;4;4;", ";3;4;4;", 2);
    let list = heading.to_owned() + &mended + &answer(7, "X") + &foot;
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(said.stderr.contains("error[batch-mended]"), "{}", said.stderr);
    // One of the two may be the rejected one.
    assert!(said.stderr.contains("1 answer of the batch"), "{}", said.stderr);
}

/// What is written short is the same heading, and the same word; a status for all holds for those that are closed.
#[test]
fn what_is_written_short_is_the_same_word() {
    let mut office = office(|_| {});
    lay(
        &office.beside("aduan.csv"),
        b"no,tgl,dari,lewat,isi aduan,yg nangani,hasil,tgl selesai,ket\n\
          1,2 Oktober 2026,NN,loket,Antre,Rina Marpaung,sdh beres,5 Oktober 2026,\n\
          2,3 Oktober 2026,NN,lapor,Gelap,Rina Marpaung,blm,,\n\
          3,4 Oktober 2026,NN,loket,Banjir,Rina Marpaung,Terdisposisi,,\n\
          4,5 Oktober 2026,NN,loket,Macet,Rina Marpaung,entah,,\n",
    );
    let said = import_part(&mut office, &["aduan.csv"]);
    let told = rows(&said);
    let expected = [
        "2 new +complaints; +handling",
        "3 new +complaints",
        "4 new +complaints",
    ];
    assert_eq!(told[..3], expected, "{}", said.stderr);
    assert!(
        told[3].contains("rejected G5: the status `entah` is not known"),
        "{told:?}"
    );
    assert!(row(&office, "complaints/2026-10.csv", "2026-10-03").contains(",sp4n-lapor,"));

    lay(
        &office.beside("buku.csv"),
        b"no,tgl terima,isi aduan,tgl selesai\n1,6 Oktober 2026,Bising,7 Oktober 2026\n2,7 Oktober 2026,Bau,\n",
    );
    let said = import_part(&mut office, &["complaint", "buku.csv", "--with", "kanal=loket"]);
    assert!(said.stderr.contains("--with status=resolved"), "{}", said.stderr);
    let said = import_part(
        &mut office,
        &[
            "complaint",
            "buku.csv",
            "--with",
            "kanal=loket",
            "--with",
            "status=resolved",
        ],
    );
    let told = rows(&said);
    assert!(
        told[0].contains("+handling") && told[1].contains(" same"),
        "{told:?}"
    );
}

/// A predicate by its first letters; `B` is Baik, and not Buruk of former years.
#[test]
fn predicates_go_by_their_first_letters() {
    let mut office = office(|_| {});
    lay(
        &office.beside("ev.csv"),
        b"nip,hasil kerja,perilaku,predikat\n\
          198609262015051001,sesuai,sesuai,B\n\
          199205052023211004,DBE,sesuai,BP\n\
          200002022025021005,dibawah,dibawah,B\n\
          198803032012032003,diatas,diatas,SB\n\
          199001012015022002,,,C\n",
    );
    let said = import(&mut office, &["evaluation", "ev.csv", "--for", "2026-Q3"]);
    let told = rows(&said);
    assert!(
        told[2].contains("rejected D4: the predicate `B` does not follow"),
        "{told:?}"
    );
    assert_eq!(
        told.iter().filter(|row| row.contains(" new")).count(),
        4,
        "{told:?}"
    );
    assert!(row(&office, "evaluations/2026-Q3.csv", "psiti005").contains("butuh-perbaikan"));
}

/// The quarter stands above the table; where two stand there it is asked.
#[test]
fn a_title_tells_the_quarter() {
    let mut office = office(|_| {});
    let list = |title: &str| {
        format!("REKAPITULASI EVALUASI KINERJA\n{title}\n\nNO,NIP,PREDIKAT\n1,198609262015051001,Baik\n")
    };
    lay(
        &office.beside("ev.csv"),
        list("TW II - TW III 2026,TW III 2026,TW IV 2026").as_bytes(),
    );
    let said = import(&mut office, &["evaluation", "ev.csv"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    lay(
        &office.beside("ev.csv"),
        list("PERIODE : TRIWULAN III (JULI - SEPTEMBER) TAHUN 2026").as_bytes(),
    );
    let said = import(&mut office, &["evaluation", "ev.csv"]);
    assert!(
        said.stderr.contains("name of the sheet (ev.csv): 2026-Q3"),
        "{}",
        said.stderr
    );
    assert!(row(&office, "evaluations/2026-Q3.csv", "pbudi001").contains("baik"));
    // Another that is typed contradicts it.
    let said = import(&mut office, &["evaluation", "ev.csv", "--for", "2026-Q2"]);
    assert!(
        said.status == 2 && said.stderr.contains("period-other"),
        "{}",
        said.stderr
    );
}

/// A title right above the heading is none of it; the day of the week stands before a day; profiles in short.
#[test]
fn a_title_right_above_is_no_heading() {
    let mut office = office(|_| {});
    let mut list = "SURVEI KEPUASAN MASYARAKAT BULAN OKTOBER 2026;;;;;;;;;;;;;\n\
                    No;Tgl Isi;Jns Kelamin;Umur;Pend.;U1 (Persyaratan);U2;U3;U4;U5;U6;U7;U8;U9;Kritik/Saran\n"
        .to_owned();
    let days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat"];
    for ((day, sex), name) in (12..).zip(["Laki2", "Prp", "Lk.", "PR", "entah"]).zip(days) {
        list += &format!("{day};{name}, {day}/10/2026;{sex};30;SLTA;3;4;3;4;3;4;3;4;3;ok\n");
    }
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert_eq!(said.status, 0, "{}\n{}", said.stdout, said.stderr);
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-10.csv")).unwrap();
    assert_eq!(answers.matches(",laki-laki,").count(), 2, "{answers}");
    assert_eq!(answers.matches(",perempuan,").count(), 2, "{answers}");
    assert!(
        said.stderr
            .contains("1 answer is recorded without jenis-kelamin: `entah`"),
        "{}",
        said.stderr
    );
}

/// What was complained is asked once for the list, with the column that may be it; a usual heading is read.
#[test]
fn a_list_without_what_was_complained_is_asked_once() {
    let mut office = office(|_| {});
    let list = |heading: &str| {
        format!("No,Tanggal,Media,{heading}\n1,20/10/2026,Loket,Antre\n2,21/10/2026,Loket,Gelap\n")
    };
    lay(&office.beside("aduan.csv"), list("Curhat").as_bytes());
    let before = office.tree();
    let said = import(&mut office, &["complaint", "aduan.csv"]);
    assert_eq!(said.status, 2, "{}", said.stderr);
    assert!(office.tree() == before);
    let told = "does not tell what was complained; columns that are not known: Curhat";
    assert_eq!(said.stderr.matches(told).count(), 1, "{}", said.stderr);
    lay(&office.beside("aduan.csv"), list("Isi Keluhan/Saran").as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let one = row(&office, "complaints/2026-10.csv", "2026-10-20");
    assert!(one.contains(",Antre"), "{one}");
}

/// Whom a complaint was handed to is who handles it, and no unit is made of a name of somebody.
#[test]
fn who_has_the_complaint_is_no_unit() {
    let mut office = office(|_| {});
    let list = |who: &str| {
        format!(
            "No,Tanggal,Media,Isi Aduan,Disposisi Kepada\n1,20/10/2026,Loket,Antre,\"{who}\"\n2,21/10/2026,Loket,Gelap,Kecamatan\n"
        )
    };
    lay(&office.beside("aduan.csv"), list("Budi Santoso").as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-units"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let one = row(&office, "complaints/2026-10.csv", "2026-10-20");
    assert!(one.contains(",pbudi001,"), "{one}");
    let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
    assert!(!units.contains("Budi"), "{units}");
    // Nor of the name of somebody who is not on the staff.
    lay(&office.beside("aduan.csv"), list("Maria Seran, S.Sos").as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv", "--new-units"]);
    assert!(rows(&said)[0].starts_with("2 rejected E2: "), "{}", said.stdout);
    let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
    assert!(!units.contains("Seran"), "{units}");
}

/// Marks in columns of what is expected, below one heading or merged, and the evaluator in a line above the table.
#[test]
fn evaluations_by_marks() {
    let mut office = office(|_| {});
    let list = |second: &str| {
        format!(
            "REKAP EVALUASI KINERJA TRIWULAN III 2026\nPejabat Penilai Kinerja : Rina Marpaung\n\n\
             No,Nama,Rating Hasil Kerja,,,Perilaku,,,Predikat\n,,Di Atas,Sesuai,Di Bawah,Di Atas Ekspektasi,Sesuai Ekspektasi,BE,\n\
             1,Budi Santoso,√,,,v,,,Sangat Baik\n2,Siti Aminah,{second},√,,,,x,Kurang\n"
        )
    };
    lay(&office.beside("nilai.csv"), list("√").as_bytes());
    let said = import(&mut office, &["evaluation", "nilai.csv"]);
    assert!(
        rows(&said)[1].contains("rejected D7: marked in C7 too"),
        "{}{}",
        said.stdout,
        said.stderr
    );
    lay(&office.beside("nilai.csv"), list("").as_bytes());
    let said = import(&mut office, &["evaluation", "nilai.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(
        said.stderr.contains("line above the list: Rina Marpaung"),
        "{}",
        said.stderr
    );
    let file = fs::read_to_string(office.root().join("evaluations/2026-Q3.csv")).unwrap();
    for line in [
        "pbudi001,2026-Q3,above,above,,prina004",
        "psiti005,2026-Q3,meets,below,,prina004",
    ] {
        assert!(file.contains(line), "{file}");
    }
}

/// A register of a year leaves the year out of its days: they are of that year, which is told.
#[test]
fn days_without_a_year_are_of_the_year_above() {
    let mut office = office(|_| {});
    let list = "REKAP PENGADUAN TAHUN 2026\n\nNo;Tanggal;Isi Aduan;Tgl Selesai;Status\n\
                1;12/3;Antrean lama;20/3;Selesai\n2;15 Maret;Lampu mati;;Proses\n";
    lay(&office.beside("aduan.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "aduan.csv"]);
    assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("are read of 2026"), "{}", said.stderr);
    let text = fs::read_to_string(office.root().join("complaints/2026-03.csv")).unwrap();
    assert!(
        text.contains("2026-03-12") && text.contains("2026-03-15"),
        "{text}"
    );
    // Two years above leave it open.
    let list = list
        .replace("TAHUN 2026", "TAHUN 2025 DAN 2026")
        .replace("lama", "panjang");
    lay(&office.beside("lain.csv"), list.as_bytes());
    let said = import(&mut office, &["complaint", "lain.csv"]);
    assert!(
        said.status != 0 && rows(&said)[0].starts_with("4 rejected"),
        "{}",
        said.stdout
    );
}
