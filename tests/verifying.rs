//! A printed report carries how it was made, and `bina verify` says whether it is still true.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test changes what was printed by hand"
)]

mod office;

use office::{Office, Said};
use std::fs;
use std::path::{Path, PathBuf};

/// The office of `data/`, and a folder beside it.
fn example() -> (Office, PathBuf) {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let beside = office.root().join("reports/private/cetak");
    fs::create_dir_all(&beside).unwrap();
    (office, beside)
}

fn run(office: &mut Office, line: &[&str]) -> Said {
    office.run(line, "")
}

/// Prints a report into a file of the folder; its path.
fn printed(office: &mut Office, beside: &Path, (report, file): (&[&str], &str)) -> String {
    let path = beside.join(file).display().to_string();
    let line = [&["report"], report, &["-o", &path]].concat();
    let said = run(office, &line);
    assert_eq!((said.status, &*said.stdout), (0, ""), "{said:?}");
    path
}

/// What `verify` says of a file, and how it ends.
fn verified(office: &mut Office, file: &str) -> (u8, String) {
    let said = run(office, &["verify", file]);
    (said.status, said.stdout + &said.stderr)
}

const BRIEF: &[&str] = &["brief", "--month", "2026-10"];

#[test]
fn every_form_carries_how_it_was_made_inside_or_beside() {
    let (mut office, beside) = example();
    for (report, file, has_beside) in [
        (BRIEF, "a.html", false),
        (&["monthly", "--month", "2026-10", "--full"][..], "b.html", false),
        (BRIEF, "a.md", false),
        (BRIEF, "a.json", false),
        (BRIEF, "a.txt", true),
        (BRIEF, "a.csv", true),
        (&["brief", "--month", "2026-10", "--for-excel"], "b.csv", true),
        (
            &["monthly", "--month", "2026-10", "--table", "hours_by_unit"],
            "c.csv",
            true,
        ),
        (&["hours", "--month", "2026-10"], "a.xlsx", false),
        (
            &["staff", "Legiman", "--month", "2026-10", "--lang", "en"],
            "c.html",
            false,
        ),
        (&["satisfaction", "--quarter", "2026-Q3"], "d.html", false),
        // Of a month that is not over: as it was that day.
        (&["monthly", "--month", "2026-11"], "e.html", false),
        (
            &["complaints", "--month", "2026-10", "--edition", "public"],
            "f.html",
            false,
        ),
    ] {
        let path = printed(&mut office, &beside, (report, file));
        let manifest = PathBuf::from(format!("{path}.manifest.json"));
        assert_eq!(manifest.exists(), has_beside, "{file}");
        let first = fs::read(&path).unwrap();
        let (status, told) = verified(&mut office, &path);
        assert!(status == 0 && told.starts_with("Sama: "), "{file}: {told}");
        let later = run(&mut office, &["verify", &path, "--as-of", "2027-02-03"]);
        assert_eq!(later.status, 0, "{file}: {later:?}");
        // The same again is the same file.
        printed(&mut office, &beside, (report, file));
        assert_eq!(fs::read(&path).unwrap(), first, "{file}");
    }
}

#[test]
fn what_no_longer_is_so_is_told_with_the_files_that_changed() {
    let (mut office, beside) = example();
    let page = printed(&mut office, &beside, (BRIEF, "a.html"));
    let public = ["complaints", "--month", "2026-10", "--edition", "public"];
    let public = printed(&mut office, &beside, (&public, "b.html"));

    // Without effect on a figure.
    let mail = ["staff", "set", "Legiman", "--email", "legiman@example.go.id"];
    assert_eq!(run(&mut office, &mail).status, 0);
    let (status, told) = verified(&mut office, &page);
    assert!(
        status == 0 && told.ends_with("Berubah sejak dicetak: staff.csv\n"),
        "{told}"
    );

    let late = [
        "complaint",
        "add",
        "--received",
        "2026-10-14",
        "--channel",
        "loket",
        "--category",
        "antrean",
    ];
    let more = [
        "--kind",
        "complaint",
        "--summary",
        "Antrean",
        "--unit",
        "kel-terjun",
    ];
    assert_eq!(run(&mut office, &[&late[..], &more].concat()).status, 0);
    let (status, told) = verified(&mut office, &page);
    assert_eq!(status, 1, "{told}");
    assert!(told.contains("key_figures/received/now: 7 → 8\n"), "{told}");
    assert!(
        told.ends_with("Berubah sejak dicetak: complaints/2026-10.csv, handling/2026-10.csv, staff.csv\n")
            || told.ends_with("Berubah sejak dicetak: complaints/2026-10.csv, staff.csv\n"),
        "{told}"
    );
    // What is for everybody names no file, lest somebody tries what may stand in it.
    let (status, told) = verified(&mut office, &public);
    assert!(
        status == 1 && told.ends_with("Catatan berubah sejak laporan itu dicetak.\n"),
        "{told}"
    );
    assert!(
        !fs::read_to_string(&public)
            .unwrap()
            .contains("complaints/2026-10.csv")
    );
}

#[test]
fn a_page_that_somebody_changed_is_told() {
    let (mut office, beside) = example();
    for (file, from, to) in [
        ("a.html", "82,38", "92,38"),
        ("a.md", "82,38", "92,38"),
        ("a.json", "82.377138", "92.377138"),
        ("a.csv", "82.377138", "92.377138"),
    ] {
        let path = printed(&mut office, &beside, (BRIEF, file));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let (status, told) = verified(&mut office, &path);
        assert!(
            status == 1 && told.contains(" diubah sesudah dicetak.\n"),
            "{file}: {told}"
        );
        // Nothing is held against it.
        let against = ["report", "brief", "--month", "2026-10", "--against", &path];
        let said = run(&mut office, &against);
        assert!(
            said.status == 2 && said.stderr.contains("bina verify"),
            "{said:?}"
        );
    }
    // A name that became another changes no figure, but the words.
    let path = printed(
        &mut office,
        &beside,
        (&["monthly", "--month", "2026-10"], "b.html"),
    );
    assert_eq!(
        run(
            &mut office,
            &["unit", "set", "kel-terjun", "--name", "Kelurahan Terjun Baru"]
        )
        .status,
        0
    );
    let (status, told) = verified(&mut office, &path);
    assert!(
        status == 1 && told.starts_with("Angka yang dibawanya sama, tetapi halamannya"),
        "{told}"
    );
}

#[test]
fn what_carries_nothing_of_itself_is_refused() {
    let (mut office, beside) = example();
    for (name, text) in [
        ("a.html", "<html></html>\n"),
        ("b.csv", "a,b\n"),
        ("c.md", "\n<!-- bina {} -->\n"),
    ] {
        let path = beside.join(name).display().to_string();
        fs::write(&path, text).unwrap();
        let (status, told) = verified(&mut office, &path);
        assert!(status == 2 && told.contains("manifest.json"), "{told}");
    }
    let gone = beside.join("gone.html").display().to_string();
    assert_eq!(verified(&mut office, &gone).0, 4);
    // A draft and what is only shown carry nothing.
    let shown = run(
        &mut office,
        &["report", "brief", "--month", "2026-10", "-O", "html"],
    );
    assert!(!shown.stdout.contains("<!-- bina"));
}

#[test]
fn that_a_month_was_closed_changes_no_report() {
    let (mut office, beside) = example();
    let monthly = ["monthly", "--month", "2026-10"];
    let public = ["complaints", "--month", "2026-10", "--edition", "public"];
    let pages = [(BRIEF, "a.html"), (&monthly, "b.html"), (&public, "c.html")];
    let pages = pages.map(|page| printed(&mut office, &beside, page));
    assert_eq!(run(&mut office, &["close", "2026-10"]).status, 0);
    for page in pages {
        let (status, told) = verified(&mut office, &page);
        assert!(
            status == 0 && told.starts_with("Sama: ") && !told.to_lowercase().contains("berubah"),
            "{page}: {told}"
        );
    }
}

#[test]
fn other_line_ends_are_no_change_of_a_page() {
    let (mut office, beside) = example();
    for file in ["a.html", "a.md", "a.json", "a.csv", "a.txt"] {
        let path = printed(&mut office, &beside, (BRIEF, file));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        let (status, told) = verified(&mut office, &path);
        assert!(status == 0 && told.starts_with("Sama: "), "{file}: {told}");
        fs::write(&path, text.replacen('\n', "\r\n \r\n", 1)).unwrap();
        let (status, told) = verified(&mut office, &path);
        assert!(
            status == 1 && told.contains("diubah sesudah dicetak"),
            "{file}: {told}"
        );
    }
}

#[test]
fn words_that_are_others_in_the_same_version_come_of_the_records() {
    let (mut office, beside) = example();
    let path = printed(
        &mut office,
        &beside,
        (&["roster", "--month", "2026-10", "--full"], "a.html"),
    );
    let rename = ["unit", "set", "kel-terjun", "--name", "Kelurahan Terjun Indah"];
    assert_eq!(run(&mut office, &rename).status, 0);
    let (status, told) = verified(&mut office, &path);
    assert!(
        status == 1 && told.starts_with("Angka yang dibawanya sama, tetapi halamannya lain: "),
        "{told}"
    );
    assert!(!told.contains(env!("CARGO_PKG_VERSION")), "{told}");
}

#[test]
fn a_workbook_that_somebody_changed_is_told() {
    let (mut office, beside) = example();
    let path = printed(&mut office, &beside, (&["hours", "--month", "2026-10"], "a.xlsx"));
    let mut bytes = fs::read(&path).unwrap();
    bytes[60] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let (status, told) = verified(&mut office, &path);
    assert!(status == 1 && told.contains("diubah sesudah dicetak"), "{told}");
}

#[test]
fn a_page_that_was_changed_together_with_its_manifest_is_not_that_of_the_records() {
    let (mut office, beside) = example();
    let path = printed(&mut office, &beside, (BRIEF, "a.csv"));
    let manifest = format!("{path}.manifest.json");
    let page = fs::read_to_string(&path).unwrap();
    let forged = page.replacen("82.377138", "92.377138", 1);
    fs::write(&path, &forged).unwrap();
    let digest = |text: &str| bina::change::evidence::sha256(text.as_bytes());
    let told = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, told.replace(&digest(&page), &digest(&forged))).unwrap();
    let (status, told) = verified(&mut office, &path);
    assert!(
        status == 1 && told.contains("bukan halaman yang dibuat dari catatan ini"),
        "{told}"
    );
}

/// A picture of one point.
const POINT: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\x0b\x49\x44\x41\x54\x78\x9c\x63\x60\x00\x02\x00\x00\x05\x00\x01\x7a\x5e\xab\x3f\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

#[test]
fn a_logo_lies_inside_of_a_formal_page_and_what_is_none_is_refused() {
    let (mut office, beside) = example();
    let set = |office: &mut Office, name: &str| run(office, &["settings", "set", "agency.logo", name]);
    fs::write(office.root().join("logo.png"), POINT).unwrap();
    assert_eq!(set(&mut office, "logo.png").status, 0);
    let page = printed(
        &mut office,
        &beside,
        (&["monthly", "--month", "2026-10"], "a.html"),
    );
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("img-src data:") && text.contains("src=\"data:image/png;base64,iVBORw0KGgo"));
    assert_eq!(verified(&mut office, &page).0, 0);
    // Another page has none, and so nothing is allowed.
    let brief = printed(&mut office, &beside, (BRIEF, "b.html"));
    assert!(!fs::read_to_string(brief).unwrap().contains("img-src"));
    for (name, bytes) in [("logo.png", &b"<svg/>"[..]), ("logo.png", &[0x89; 600 * 1024])] {
        fs::write(office.root().join(name), bytes).unwrap();
        let said = run(&mut office, &["report", "monthly", "--month", "2026-10"]);
        assert!(
            said.status == 3 && said.stderr.contains("logo-unusable"),
            "{said:?}"
        );
    }
    assert_eq!(set(&mut office, "../logo.png").status, 2);
    fs::remove_file(office.root().join("logo.png")).unwrap();
    let said = run(&mut office, &["report", "monthly", "--month", "2026-10"]);
    assert_eq!(said.status, 0, "{said:?}");
}
