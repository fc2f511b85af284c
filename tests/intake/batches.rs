//! Answers come in by batches: none twice, whichever file brings them, and none in part.

use super::hostile::lay;
use super::{import, import_part, office, rows};
use std::fs;

const HEADING: &str = "Cap Waktu;Unit Pelayanan;L/P;Usia;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";

/// A list of answers, one for each age; of some the first element is beyond the scale.
fn list(ages: &[usize], wrong: &[usize]) -> String {
    let row = |age: &usize| {
        let first = if wrong.contains(age) { "X" } else { "4" };
        format!("2026-11-03;kel-terjun;P;{age};{first};4;4;3;3;3;3;3;3\n")
    };
    HEADING.to_owned() + &ages.iter().map(row).collect::<String>()
}

/// How many answers are recorded.
fn recorded(office: &super::Office) -> usize {
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv"));
    answers.map_or(0, |text| text.lines().count() - 1)
}

#[test]
fn what_was_rejected_does_not_come_in_twice() {
    let mut office = office(|_| {});
    let ages: Vec<usize> = [18, 30, 40, 50, 60].repeat(3);
    lay(&office.beside("skm.csv"), list(&ages, &[60, 50]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv", "--rejected", "rr.csv"]);
    assert_eq!(recorded(&office), 9);
    // Again, with nothing mended: what is rejected once more is not told to be gone from the list.
    let said = import_part(&mut office, &["skm-2025", "skm.csv"]);
    assert!(!said.stderr.contains("not in this list"), "{}", said.stderr);
    let rejected = fs::read_to_string(office.beside("rr.csv")).unwrap();
    lay(
        &office.beside("rr.csv"),
        rejected.replace(";X;", ";4;").as_bytes(),
    );
    let said = import_part(&mut office, &["skm-2025", "rr.csv"]);
    assert_eq!((said.status, recorded(&office)), (0, 15), "{}", said.stderr);

    let before = office.tree();
    // Again, and the first list under its own name: all of it mended, then a part.
    let said = import_part(&mut office, &["skm-2025", "rr.csv"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    for (wrong, status) in [(&[][..], 0), (&[60][..], 1)] {
        lay(&office.beside("skm.csv"), list(&ages, wrong).as_bytes());
        let said = import_part(&mut office, &["skm-2025", "skm.csv"]);
        assert_eq!(said.status, status, "{}", said.stderr);
        assert!(office.tree() == before);
    }
}

#[test]
fn a_mended_answer_that_is_like_a_recorded_one_comes_in() {
    let mut office = office(|_| {});
    // Mended, the rejected answers are like those of 18 and of 50.
    let ages = [18, 20, 30, 40, 50, 60, 61];
    lay(&office.beside("skm.csv"), list(&ages, &[60, 61]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv", "--rejected", "rr.csv"]);
    let rejected = fs::read_to_string(office.beside("rr.csv")).unwrap();
    let heading = rejected.lines().next().unwrap();
    assert!(
        heading.ends_with(";batch of origin;why it was rejected"),
        "{heading}"
    );
    let half = rejected.replace(";60;X;", ";18;4;");
    lay(&office.beside("rr.csv"), half.as_bytes());
    let said = import(&mut office, &["skm-2025", "rr.csv", "--rejected", "rr2.csv"]);
    assert_eq!((said.status, recorded(&office)), (1, 6), "{}", said.stderr);
    let before = office.tree();
    // One has come in since, and nobody can tell which.
    let whole = half.replace(";61;X;", ";50;4;");
    lay(&office.beside("rr.csv"), whole.as_bytes());
    let said = import(&mut office, &["skm-2025", "rr.csv"]);
    let refused = said.status == 2 && said.stderr.contains("error[mended-unclear]");
    assert!(refused && office.tree() == before, "{}", said.stderr);
    // What was rejected again says how many were there by then.
    let again = fs::read_to_string(office.beside("rr2.csv")).unwrap();
    lay(
        &office.beside("rr2.csv"),
        again.replace(";61;X;", ";50;4;").as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "rr2.csv"]);
    assert_eq!((said.status, recorded(&office)), (0, 7), "{}", said.stderr);
    let before = office.tree();
    lay(
        &office.beside("skm.csv"),
        list(&[18, 20, 30, 40, 50, 18, 50], &[]).as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(said.status == 0 && office.tree() == before, "{}", said.stderr);
}

#[test]
fn a_batch_is_corrected_as_a_whole() {
    let mut office = office(|_| {});
    let all = [18, 20, 30, 40, 50, 60];
    lay(&office.beside("skm.csv"), list(&all, &[]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv", "--with", "date=2026-10"]);
    // The days were those of another month, and one answer was another.
    let right = list(&[18, 20, 30, 40, 50, 61], &[]).replace("2026-11-03", "2026-10-30");
    lay(
        &office.beside("skm.csv"),
        right.replacen(";4;4;4;", ";X;4;4;", 1).as_bytes(),
    );
    let before = office.tree();
    let said = import(&mut office, &["skm-2025", "skm.csv", "--correct"]);
    let refused = said.status == 2 && said.stderr.contains("error[correct-in-part]");
    assert!(refused && office.tree() == before, "{}", said.stderr);
    lay(&office.beside("skm.csv"), right.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv", "--correct", "--dry-run"]);
    assert!(said.status == 0 && office.tree() == before, "{}", said.stderr);
    let said = import(&mut office, &["skm-2025", "skm.csv", "--correct"]);
    let told = "2026-11: 6 answers of the batch";
    assert!(said.status == 0 && said.stderr.contains(told), "{}", said.stderr);
    assert_eq!(recorded(&office), 0);
    let before = office.tree();
    let said = import(&mut office, &["skm-2025", "skm.csv", "--correct"]);
    assert!(said.status == 0 && office.tree() == before, "{}", said.stderr);
}

#[test]
fn a_batch_is_removed_or_one_of_its_answers() {
    let mut office = office(|_| {});
    lay(
        &office.beside("skm.csv"),
        list(&[18, 20, 30, 40, 50, 60], &[]).as_bytes(),
    );
    import(&mut office, &["skm-2025", "skm.csv", "--batch", "salah"]);
    let before = office.tree();
    let mut remove = |more: &[&str]| {
        let args = [&["response", "remove", "skm-2025", "--lang", "en"], more].concat();
        office.run(&args, "")
    };
    for (more, code) in [
        (&["--batch", "lain"][..], "error[batch-none]"),
        (
            &["--batch", "salah", "--month", "2026-11", "--line", "99"],
            "error[line-none]",
        ),
        (
            &["--batch", "salah", "--line", "2", "--line", "3"],
            "error[group-small]",
        ),
    ] {
        let said = remove(more);
        assert!(said.status == 2 && said.stderr.contains(code), "{}", said.stderr);
    }
    let said = remove(&["--batch", "salah", "--line", "2", "--dry-run"]);
    assert!(
        said.stdout.contains("-2026-11,salah,kel-terjun"),
        "{}",
        said.stdout
    );
    assert!(office.tree() == before);
    let mut remove = |more: &[&str]| {
        let args = [
            &[
                "response", "remove", "skm-2025", "--lang", "en", "--batch", "salah",
            ],
            more,
        ]
        .concat();
        office.run(&args, "")
    };
    let said = remove(&["--line", "2"]);
    assert!(
        said.stderr
            .contains("1 answer of the batch salah removed, 5 left."),
        "{}",
        said.stderr
    );
    assert_eq!(remove(&[]).status, 0);
    assert_eq!(recorded(&office), 0);
}

#[test]
fn a_list_about_instructors_alone_needs_no_other_columns() {
    let mut office = office(|_| {});
    let document = office.root().join("trainings/2026-10/bimtek-arsip.toml");
    let text = fs::read_to_string(&document).unwrap();
    let instructor = "\n[[instructor]]\nkey = \"narasumber-1\"\nname = \"Pak Anu\"\noutside = true\n";
    lay(&document, (text + instructor).as_bytes());
    let row = "narasumber-1;4;5\n";
    let list = |heading: &str| format!("instructor;{heading}\n") + &row.repeat(5);
    let ask = [
        "umpan-balik-2025",
        "uji.csv",
        "--for",
        "2026-10",
        "--with",
        "training=2026-10/bimtek-arsip",
    ];
    for (heading, status) in [
        ("pengajar-menguasai;sarana-tempat", 2),
        ("pengajar-menguasai;pengajar-interaksi", 0),
    ] {
        lay(&office.beside("uji.csv"), list(heading).as_bytes());
        let said = import(&mut office, &ask);
        assert_eq!(said.status, status, "{}{}", said.stdout, said.stderr);
    }
}

#[test]
fn a_batch_that_is_known_is_compared_with_the_others_too() {
    let mut office = office(|_| {});
    let all: Vec<usize> = (18..34).collect();
    for (name, ages) in [("skm.csv", &all[..8]), ("susulan.csv", &all[8..])] {
        lay(&office.beside(name), list(ages, &[]).as_bytes());
        let said = import(&mut office, &["skm-2025", name]);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    }
    let before = office.tree();
    lay(&office.beside("skm.csv"), list(&all, &[]).as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(
        said.status == 2 && said.stderr.contains("error[batch-elsewhere]"),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before);
}

/// A copy of a list under another name brings nothing, one that has grown what is more; half of it and others is asked, and
/// then nothing is told to be new.
#[test]
fn a_copy_is_the_list_that_it_is_a_copy_of() {
    let mut office = office(|_| {});
    let ages = [18, 30, 41, 52, 63, 24];
    lay(&office.beside("skm.csv"), list(&ages, &[]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv"]);
    let before = office.tree();
    lay(&office.beside("salinan.csv"), list(&ages, &[]).as_bytes());
    let said = import(&mut office, &["skm-2025", "salinan.csv"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("are the 6 answers of the batch") && said.stderr.contains("6 the same"),
        "{}",
        said.stderr
    );
    assert!(
        rows(&said).iter().all(|row| row.ends_with("same")),
        "{}",
        said.stdout
    );
    assert!(office.tree() == before);
    let grown = [&ages[..], &[35, 18]].concat();
    lay(&office.beside("tambah.csv"), list(&grown, &[]).as_bytes());
    let said = import(&mut office, &["skm-2025", "tambah.csv"]);
    assert!(
        said.stderr.contains("and 2 more: it is read") && said.stderr.contains("2 new"),
        "{}",
        said.stderr
    );
    assert_eq!((said.status, recorded(&office)), (0, 8), "{}", said.stderr);
    let before = office.tree();
    lay(
        &office.beside("lain.csv"),
        list(&[18, 30, 41, 52, 36, 37], &[]).as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "lain.csv"]);
    assert!(
        said.status == 2 && said.stderr.contains("error[batch-known]"),
        "{}",
        said.stderr
    );
    assert!(
        !said.stdout.contains("new") && !said.stderr.contains(" new,"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    assert!(office.tree() == before);
    // Who has other answers says so.
    lay(&office.beside("salinan.csv"), list(&ages, &[]).as_bytes());
    let said = import(&mut office, &["skm-2025", "salinan.csv", "--batch", "loket-dua"]);
    assert_eq!((said.status, recorded(&office)), (0, 14), "{}", said.stderr);
}

/// The questions of the public survey as its form asks them; the last two stand in another order than the elements.
const ASKED: [&str; 9] = [
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan dengan hasil yang diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat Saudara perilaku petugas terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
];

/// Five answers below headings.
fn answers(heading: &str) -> String {
    let row = |day: usize| format!("2026-11-0{day};kel-terjun;4;4;4;3;3;3;3;1;2\n");
    format!("Cap Waktu;Unit Pelayanan;{heading}\n") + &(1..6).map(row).collect::<String>()
}

#[test]
fn questions_are_known_by_their_words() {
    let numbered = |mark: &str| {
        let asked = ASKED.iter().zip(1..);
        let asked: Vec<String> = asked.map(|(text, at)| format!("{mark}{at}. {text}")).collect();
        asked.join(";")
    };
    let short = "1. Persyaratan;2. Sistem, Mekanisme, dan Prosedur;3. Waktu Penyelesaian;4. Biaya/Tarif;\
                 5. Produk Spesifikasi Jenis Pelayanan;6. Kompetensi Pelaksana;7. Perilaku Pelaksana;\
                 8. Sarana dan prasarana;9. Penanganan Pengaduan, Saran dan Masukan";
    let loose = "Persyaratan Layanan;Prosedur Layanan;Waktu Layanan;Biaya / Tarif;Produk Layanan;\
                 Kompetensi Petugas;Perilaku Petugas;Sarana & Prasarana;Pengaduan Pengguna";
    for heading in [&*numbered("U"), &*numbered(""), &*ASKED.join(";"), short, loose] {
        let mut office = office(|_| {});
        // A rule of the office names a question too.
        let rule = "title = \"Web\"\nsubject = \"response\"\n\n[[column]]\nto = \"persyaratan\"\nfrom = [\"Syarat\"]\n";
        fs::create_dir_all(office.root().join("imports")).unwrap();
        lay(&office.root().join("imports/web.toml"), rule.as_bytes());
        lay(&office.beside("skm.csv"), answers(heading).as_bytes());
        let said = import(&mut office, &["skm.csv"]);
        assert_eq!(
            (said.status, recorded(&office)),
            (0, 5),
            "{}{}",
            said.stdout,
            said.stderr
        );
        let text = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv")).unwrap();
        let cells: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let cell = |name: &str| cells[1][cells[0].iter().position(|known| *known == name).unwrap()];
        let found = ["persyaratan", "biaya", "sarana", "pengaduan"].map(cell);
        assert_eq!(found, ["4", "3", "1", "2"], "{heading}");
    }
}

#[test]
fn a_survey_is_not_recorded_in_part() {
    let mut office = office(|_| {});
    let before = office.tree();
    let heading = "U1;U2;U3;U4;U5;U6;U7;Kebersihan;Kenyamanan Ruang";
    lay(&office.beside("skm.csv"), answers(heading).as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    let told = "skm.csv: there is no column for pengaduan, sarana; headings that are not known: Kebersihan; Kenyamanan Ruang";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    assert!(!said.stderr.contains("remove the row"), "{}", said.stderr);
    // What was not asked has a column that is empty.
    let list = answers("U1;U2;U3;U4;U5;U6;U7").replace(";1;2\n", "\n");
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    let told = "skm.csv: there is no column for pengaduan, sarana";
    assert!(said.status == 2 && said.stderr.contains(told), "{}", said.stderr);
    assert!(office.tree() == before);
    let list = list.replace(";U7\n", ";U7;U8;U9\n").replace(";3\n", ";3;;\n");
    lay(&office.beside("skm.csv"), list.as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert_eq!(
        (said.status, recorded(&office)),
        (0, 5),
        "{}{}",
        said.stdout,
        said.stderr
    );
}

#[test]
fn files_of_another_kind_are_refused() {
    let mut office = office(|_| {});
    let before = office.tree();
    lay(
        &office.beside("skm.csv"),
        list(&[18, 20, 30, 40, 50], &[]).as_bytes(),
    );
    lay(&office.beside("apel.csv"), "Hari;Cuaca\n1;cerah\n".as_bytes());
    let rating = "NIP;Nama;Periode;Hasil Kerja;Perilaku Kerja;Predikat\n;Budi;2026-Q3;sesuai;sesuai;baik\n";
    lay(&office.beside("kinerja.csv"), rating.as_bytes());
    let said = import(&mut office, &["skm.csv", "kinerja.csv", "apel.csv"]);
    let told = [
        "kinerja.csv: a list of another kind",
        "apel.csv: no row with the names",
    ];
    assert!(
        said.status == 2 && told.iter().all(|told| said.stderr.contains(told)),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before && rows(&said).is_empty());
}

#[test]
fn an_answer_that_was_removed_comes_back_told() {
    let mut office = office(|_| {});
    let ages = [18, 30, 40, 50, 60, 61];
    lay(&office.beside("skm.csv"), list(&ages, &[]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv"]);
    let rows = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv")).unwrap();
    let batch = rows
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .find(|cell| cell.starts_with('b'));
    let line = 1 + rows.lines().position(|line| line.contains(",36-45,")).unwrap();
    let said = office.run(
        &[
            "response",
            "remove",
            "skm-2025",
            "--batch",
            batch.unwrap(),
            "--line",
            &line.to_string(),
        ],
        "",
    );
    assert_eq!((said.status, recorded(&office)), (0, 5), "{}", said.stderr);
    assert!(said.stderr.contains("hapus juga di sana"), "{}", said.stderr);
    // A list that grew is told nothing of.
    lay(
        &office.beside("skm.csv"),
        list(&[&ages[..], &[62]].concat(), &[]).as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(
        said.stderr.contains("1 new answer stands among"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("(the first row 4)"), "{}", said.stderr);
    lay(
        &office.beside("skm.csv"),
        list(&[&ages[..], &[62, 63]].concat(), &[]).as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(!said.stderr.contains("among"), "{}", said.stderr);
}

/// Headings that only number the questions mean what the sheet says of them, wherever it says so, else what the questionnaire
/// has at that place; which of both is told.
#[test]
fn numbered_questions_mean_what_the_sheet_explains() {
    let heading = "No,JK,U1,U2,U3,U4,U5,U6,U7,U8,U9";
    let answers: String = (1..=6)
        .map(|number| format!("{number},L,3,3,3,3,3,3,3,4,1\n"))
        .collect();
    let lists = [
        (format!("{heading}\n{answers}"), false),
        (
            format!("{heading}\n{answers}\nU8,= Sarana dan Prasarana\nU9,= Penanganan Pengaduan\n"),
            true,
        ),
        (
            format!("{heading}\n{answers}\n,\"Ket: U8 = Sarana dan Prasarana, U9 = Penanganan Pengaduan\"\n"),
            true,
        ),
        (
            format!("U8 : Sarana dan Prasarana\nU9 : Penanganan Pengaduan\n\n{heading}\n{answers}"),
            true,
        ),
    ];
    for (list, is_explained) in lists {
        let mut office = office(|_| {});
        lay(&office.beside("skm.csv"), list.as_bytes());
        let said = import(&mut office, &["skm-2025", "skm.csv", "--for", "2026-10"]);
        assert_eq!(said.status, 0, "{list}{}{}", said.stdout, said.stderr);
        let (order, by) = match is_explained {
            true => ("U8 = sarana, U9 = pengaduan", "as the sheet explains them"),
            false => ("U8 = pengaduan, U9 = sarana", "in the order of the questionnaire"),
        };
        assert!(
            said.stderr.contains(order) && said.stderr.contains(by),
            "{}",
            said.stderr
        );
        let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-10.csv")).unwrap();
        let recorded = if is_explained { ",3,1,4," } else { ",3,4,1," };
        assert_eq!(answers.matches(recorded).count(), 6, "{answers}");
    }
}
