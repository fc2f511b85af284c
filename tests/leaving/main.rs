//! Everything can leave, and comes back as it was: byte for byte, through a workbook and through a folder of csv.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "the files that a test begins with are written by no command"
)]

mod back;
#[path = "../office/mod.rs"]
mod office;

use bina::files::directory::heading;
use bina::files::edit::written;
use bina::intake::whole::text;
use bina::records::TABLES;
use bina::records::cell::Domain;
use bina::records::table::Schema;
use office::{Office, Tree};
use std::collections::BTreeMap;
use std::path::Path;

/// The offices that are kept in the project.
const OFFICES: [&str; 5] = [
    "data",
    "examples/aceh",
    "examples/belawan",
    "examples/mamuju",
    "examples/medan",
];

/// Texts on which a spreadsheet, a parser or a path stumbles, each of which a record may hold.
const HOSTILE: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"http://x.example\",\"y\")",
    "'=1+1",
    "''",
    "'t Hart",
    "'007",
    "-",
    "--x",
    "-5",
    "-5,0",
    "+62 811-0000",
    "@SUM(A1:A9)",
    "＝1+1",
    "007",
    "1e5",
    "1,5",
    "198607142010012003",
    "2026-10-31",
    "31/10/2026",
    "TRUE",
    "#REF!",
    "a,b;c\td",
    "\"quoted\" and 'quoted'",
    "<b>&amp;</b>",
    "_x000D_ and _x0041_",
    "[[section]]",
    "../../etc/passwd",
    "Nurʼaini – Ñandú 中文 🙂",
    "e\u{301}",
    "NULL",
    "file",
    "two\nlines",
    "two\r\nlines",
    "tab\tinside\t",
    "x\\y",
];

fn office(name: &str) -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

/// What an office becomes that leaves as one kind of file and comes into a new directory.
fn back(office: &mut Office, file: &str) -> Tree {
    let said = office.run(&["export", "all", "-o", file, "--quiet"], "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{file}");
    let said = office.run(&["-C", "baru", "import", "all", file, "--quiet"], "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{file}");
    let tree = office::tree(&office.beside("baru"));
    std::fs::remove_dir_all(office.beside("baru")).unwrap();
    tree
}

/// Fails where two trees differ, and names the first files.
fn same(here: &Tree, there: &Tree, what: &str) {
    let names: Vec<&String> = here.keys().chain(there.keys()).collect();
    let differ = names.iter().filter(|name| here.get(**name) != there.get(**name));
    let differ: Vec<_> = differ.take(3).collect();
    assert!(differ.is_empty(), "{what}: {differ:?}");
}

#[test]
fn every_office_comes_back_byte_for_byte_with_what_it_closed() {
    for name in OFFICES {
        let mut office = office(name);
        let said = office.run(&["close", "2026-10", "--quiet"], "");
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{name}");
        let tree = office.tree();
        for file in ["keluar.xlsx", "keluar"] {
            same(&tree, &back(&mut office, file), &format!("{name} as {file}"));
        }
    }
}

/// The rows of a table's file with every free text replaced by the next hostile one.
fn hostile(table: &Schema, bytes: &[u8], number: &mut usize) -> String {
    let whole = std::str::from_utf8(bytes).unwrap();
    let binding = heading(whole, table).unwrap();
    let mut reader = csv::Reader::from_reader(whole.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let is_free = |column: &usize| {
        let one = &table.columns[*column];
        let spoken = ["email", "reference", "channel", "category", "service"];
        one.kind == Domain::Text && one.refers.is_none() && !one.key && !spoken.contains(&&*one.name)
    };
    let free: Vec<usize> = (0..table.columns.len())
        .filter(is_free)
        .filter_map(|column| binding.place(column))
        .collect();
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|mut row| {
            for &place in free
                .iter()
                .filter(|&&place| !row[place].is_empty())
                .collect::<Vec<_>>()
            {
                row[place] = HOSTILE[*number % HOSTILE.len()].to_owned();
                *number += 1;
            }
            row
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    text(
        &names,
        rows.iter().map(|row| row.iter().map(String::as_str).collect()),
    )
}

#[test]
fn no_text_is_harmed_on_the_way() {
    let mut office = office("data");
    let (mut number, mut tree) = (0, BTreeMap::new());
    for (name, bytes) in office.tree() {
        let table = TABLES.iter().find(|table| {
            let rest = name.strip_prefix(&*table.path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        if let Some(table) = table {
            let text = hostile(table, &bytes, &mut number);
            std::fs::write(office.root().join(&name), &text).unwrap();
            tree.insert(name, text.into_bytes());
        }
    }
    assert!(number > 3 * HOSTILE.len(), "{number}");
    for file in ["keluar.xlsx", "keluar"] {
        let back = back(&mut office, file);
        for (name, bytes) in &tree {
            let (here, there) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(&back[name]),
            );
            assert_eq!(here, there, "{name} as {file}");
        }
    }
}

#[test]
fn a_file_that_somebody_keeps_otherwise_comes_back_as_it_was() {
    let mut office = Office::new(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd.office")]);
    let put = |name: &str, text: &str| std::fs::write(office.root().join(name), text).unwrap();
    let staff = std::fs::read_to_string(office.root().join("staff.csv")).unwrap();
    // Columns in another order and one of their own, quotes that nobody needs, a blank line, no last line end.
    let units = "name,code,x_lantai,parent\n\"Kecamatan Uji\",kec,1,\n\nKelurahan Terjun,kel-terjun,,kec\nSekretariat,sek,2,kec";
    put("staff.csv", &format!("\u{feff}{}", staff.replace('\n', "\r\n")));
    put("units.csv", units);
    put("catatan.txt", "tanpa akhir baris");
    let (tree, files) = (office.tree(), ["keluar.xlsx", "keluar"]);
    for file in files {
        same(&tree, &back(&mut office, file), file);
    }
}

#[test]
fn only_a_fresh_directory_takes_everything_in() {
    let mut office = office("data");
    office.run(&["export", "all", "-o", "keluar.xlsx", "--quiet"], "");
    let said = office.run(&["import", "all", "keluar.xlsx"], "");
    assert_eq!(said.status, 0, "the same again changes nothing: {}", said.stderr);
    office.run(&["unit", "set", "kec", "--name", "Lain"], "");
    let tree = office.tree();
    let said = office.run(&["import", "all", "keluar.xlsx"], "");
    assert_eq!(said.status, 2);
    assert!(
        said.stderr.contains("units.csv dengan isi lain"),
        "{}",
        said.stderr
    );
    let said = office.run(&["-C", "baru", "import", "all", "keluar.xlsx", "--dry-run"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(!office.beside("baru").exists());
    std::fs::write(office.beside("lain.csv"), written(&["a", "b"])).unwrap();
    for (file, status) in [("lain.csv", 2), ("tidak-ada.xlsx", 4), ("catatan", 2)] {
        let said = office.run(&["-C", "baru", "import", "all", file], "");
        assert_eq!(said.status, status, "{file}: {}", said.stderr);
    }
    assert_eq!(office.tree(), tree);
}

#[test]
fn what_leaves_is_never_written_among_records_nor_shown_to_others() {
    let mut office = office("data");
    for file in ["catatan/keluar.xlsx", "catatan/reports", "catatan/keluar"] {
        let said = office.run(&["export", "all", "-o", file], "");
        assert_eq!(said.status, 2, "{file}: {}", said.stderr);
    }
    office.run(&["export", "staff", "-o", "pegawai.csv"], "");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let mode = std::fs::metadata(office.beside("pegawai.csv")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn courses_go_to_the_national_system_with_what_lacks() {
    let mut office = office("data");
    let said = office.run(&["export", "siasn-courses", "--month", "2026-10"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let mut reader = csv::Reader::from_reader(said.stdout.as_bytes());
    let names = reader.headers().unwrap().clone();
    let at = |name: &str| names.iter().position(|known| known == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in &rows {
        let day = &row[at("tanggalSelesaiKursus")];
        assert!(day.len() == 10 && day.ends_with("-10-2026"), "{day}");
        assert_eq!(&row[at("tahunKursus")], "2026");
        // Every cell that the system needs is there or named as lacking.
        for name in [
            "nipBaru",
            "namaKursus",
            "nomorSertipikat",
            "jumlahJam",
            "tanggalKursus",
        ] {
            let lacks = row[at("kurang")].split(", ").any(|lack| lack == name);
            assert!(lacks || !row[at(name)].is_empty(), "{name}: {row:?}");
        }
    }
    let lacking = rows.iter().filter(|row| !row[at("kurang")].is_empty()).count();
    let told = format!("{} riwayat kursus; {lacking} belum lengkap", rows.len());
    assert!(said.stderr.contains(&told), "{}", said.stderr);
}

#[test]
fn what_does_not_apply_is_refused_before_anything_is_written() {
    let mut office = office("data");
    for (asked, told) in [
        ("staff --edition umum", "tidak punya edisi"),
        ("all --edition umum", "tidak punya edisi"),
        ("siasn-courses --edition umum", "tidak punya edisi"),
        ("staff --masked", "--masked hanya untuk all"),
        ("monthly --masked", "--masked hanya untuk all"),
        ("staff Legiman", "bina report staff Legiman -o staff.xlsx"),
        ("pegawai Legiman", "bina report staff Legiman -o staff.xlsx"),
        ("staff --month 2026-10", "bina export staff -o staff.xlsx"),
        (
            "evaluations --month 2026-10",
            "bina export evaluations -o evaluations.xlsx",
        ),
        (
            "complaints --table x",
            "bina report complaints --table x -o complaints.xlsx",
        ),
        ("units --full", "`--full` tidak berlaku untuk units"),
        ("units --draft", "`--draft` tidak berlaku untuk units"),
        ("all --for-excel", "bina export all -o all.xlsx"),
        ("all --month 2026-10", "`--month 2026-10` tidak berlaku untuk all"),
        (
            "siasn-courses Legiman",
            "`Legiman` tidak berlaku untuk siasn-courses",
        ),
    ] {
        let mut args = vec!["export"];
        args.extend(asked.split(' '));
        args.extend(["-o", "keluar.xlsx"]);
        let said = office.run(&args, "");
        assert_eq!(said.status, 2, "{asked}: {}", said.stderr);
        assert!(said.stderr.contains(told), "{asked}: {}", said.stderr);
        assert!(!office.beside("keluar.xlsx").exists(), "{asked}");
    }
    for asked in [
        "complaints --month 2026-10",
        "monthly --month 2026-10 --edition umum",
    ] {
        let mut args = vec!["export"];
        args.extend(asked.split(' '));
        args.extend(["-o", "keluar.csv"]);
        let said = office.run(&args, "");
        assert_eq!(said.status, 0, "{asked}: {}", said.stderr);
    }
}

#[test]
fn the_way_back_is_told_where_there_is_one() {
    let mut office = office("data");
    for (file, comes_back) in [("keluar.xlsx", true), ("keluar", true), ("keluar.json", false)] {
        let said = office.run(&["export", "all", "-o", file], "");
        let way = format!("import all {file}");
        assert_eq!(said.stderr.contains(&way), comes_back, "{}", said.stderr);
    }
}

#[test]
fn a_table_that_left_is_known_by_its_own_headings() {
    for table in ["staff", "units", "postings", "complaints"] {
        let mut office = office("data");
        let before = office.tree();
        for file in ["keluar.csv", "keluar.xlsx"] {
            let said = office.run(&["export", table, "-o", file], "");
            assert_eq!(said.status, 0, "{}", said.stderr);
            let said = office.run(&["import", file, "--dry-run", "--quiet"], "");
            assert!(
                !said.stderr.contains("mirip beberapa"),
                "{table}: {}",
                said.stderr
            );
            assert_eq!(said.status, 0, "{table} as {file}: {}", said.stderr);
        }
        assert!(office.tree() == before, "{table}");
    }
}

#[test]
fn each_table_that_left_comes_in_by_its_name_as_it_was() {
    let mut office = office("data");
    let before = office.tree();
    for table in TABLES {
        let said = office.run(&["export", &table.name, "-o", "keluar.csv"], "");
        assert_eq!(said.status, 0, "{}: {}", table.name, said.stderr);
        let said = office.run(
            &["import", &table.name, "keluar.csv", "--lang", "en", "-O", "csv"],
            "",
        );
        assert_eq!(said.status, 0, "{}: {}", table.name, said.stderr);
        let is_same = said.stdout.lines().skip(1).all(|line| line.contains("\",same,"));
        assert!(is_same, "{}: {}", table.name, said.stdout);
    }
    assert!(office.tree() == before);
}

#[test]
fn what_no_workbook_holds_is_told_in_the_words_of_the_office() {
    let mut office = office("data");
    let file = "complaints/2026-10.csv";
    let text = std::fs::read_to_string(office.root().join(file)).unwrap();
    let (head, row) = text.split_once('\n').unwrap();
    let at = head.split(',').position(|name| name == "summary").unwrap();
    let mut cells: Vec<&str> = row.lines().next().unwrap().split(',').collect();
    let long = "a".repeat(40_000);
    cells[at] = &long;
    let rest: Vec<&str> = row.lines().skip(1).collect();
    let text = format!("{head}\n{}\n{}\n", cells.join(","), rest.join("\n"));
    std::fs::write(office.root().join(file), text).unwrap();
    for asked in ["complaints", "all"] {
        let said = office.run(&["export", asked, "-o", "keluar.xlsx"], "");
        assert_eq!(said.status, 4, "{asked}: {}", said.stderr);
        assert!(
            said.stderr.contains("summary: isinya lebih panjang"),
            "{asked}: {}",
            said.stderr
        );
    }
    std::fs::write(office.beside("rusak.xlsx"), b"PK\x03\x04 terpotong").unwrap();
    let said = office.run(&["import", "rusak.xlsx"], "");
    assert!(
        said.stderr
            .contains("rusak.xlsx tidak dapat dibaca: bukan buku kerja"),
        "{}",
        said.stderr
    );
    assert!(!said.stderr.contains("Zip"), "{}", said.stderr);
}

#[test]
fn a_sheet_that_is_gone_is_named_once() {
    let mut office = office("data");
    office.run(&["export", "all", "-o", "keluar", "--quiet"], "");
    std::fs::remove_file(office.beside("keluar").join("complaints.csv")).unwrap();
    let said = office.run(&["-C", "baru", "import", "all", "keluar"], "");
    assert_eq!(said.status, 2, "{}", said.stderr);
    let told = said.stderr.matches("lembar complaints tidak ada lagi").count();
    assert_eq!(told, 1, "{}", said.stderr);
    assert!(!said.stderr.contains("bina import keluar: complaints"));
    assert!(!office.beside("baru").exists());
}

#[test]
fn the_title_of_a_programme_of_another_office_is_kept_and_told() {
    let mut office = Office::new(&[]);
    let title = "Diklat PIM III: Angkatan 2 (BPSDM)";
    for line in [
        &[
            "staff",
            "add",
            "pa",
            "--name",
            "Sinta Dewi",
            "--employment",
            "pns",
        ][..],
        &["posting", "add", "pa", "2015-01-05", "--unit", "kantor"],
        &[
            "participation",
            "claim",
            "pa",
            "--title",
            title,
            "--external",
            "--completed",
            "2026-10-24",
            "--jp",
            "3",
        ],
    ] {
        let said = office.run(line, "");
        assert_eq!(said.status, 0, "{line:?}: {}", said.stderr);
    }
    let page = office.run(
        &["report", "staff", "pa", "--month", "2026-10", "--width", "200"],
        "",
    );
    assert!(page.stdout.contains(title), "{}", page.stdout);
    let courses = office.run(&["export", "siasn-courses"], "").stdout;
    assert!(courses.contains(title), "{courses}");
    // In other letters it is the same programme, and keeps its title.
    let again = [
        "participation",
        "claim",
        "pa",
        "--title",
        "diklat pim iii angkatan 2 bpsdm",
        "--external",
    ];
    let said = office.run(
        &[&again[..], &["--completed", "2026-10-24", "--jp", "3"]].concat(),
        "",
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    let rows = String::from_utf8(office.tree()["participation/2026-10.csv"].clone()).unwrap();
    assert!(rows.contains(title), "{rows}");
}
