//! The month's printing: all of it or nothing, nothing twice, and what moved is told.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test edits records by hand and puts things in the way"
)]

mod office;

use office::{Office, Said};
use std::fs;
use std::path::Path;

/// The office of `data/`.
fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// The printing of October 2026.
const OCTOBER: [&str; 4] = ["run", "monthly", "--month", "2026-10"];

/// The files below `reports/` with their bytes.
fn printed(office: &Office) -> office::Tree {
    let mut tree = office.tree();
    tree.retain(|name, _| name.starts_with("reports/"));
    tree
}

fn refused(status: u8, said: &Said, words: &str) {
    assert_eq!((said.status, &*said.stdout), (status, ""), "{said:?}");
    assert!(said.stderr.contains(words), "{said:?}");
}

/// Replaces a text in a file of the office.
fn edit(office: &Office, name: &str, from: &str, to: &str) {
    let path = office.root().join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_new_office_prints_what_is_usual_in_either_language_and_nothing_twice() {
    for (lang, own) in [
        ("id", "private/2026-11/ringkas.html"),
        ("en", "2026-11/notice.html"),
    ] {
        let mut office = Office::nowhere();
        let made = [
            "init",
            "catatan",
            "--name",
            "Kecamatan Uji",
            "--lang",
            lang,
            "--quiet",
        ];
        assert_eq!(office.run(&made, ""), Said::default());
        let november = ["run", "monthly", "--as-of", "2026-12-01"];
        assert_eq!(office.run(&november, ""), Said::default());
        let first = printed(&office);
        assert_eq!(first.len(), 6, "{:?}", first.keys());
        assert!(
            first.contains_key(&format!("reports/{own}")),
            "{:?}",
            first.keys()
        );

        // Files that are not written again keep their time, whatever the day is.
        let path = office.root().join("reports").join(own);
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        let later = ["run", "monthly", "--month", "2026-11", "--as-of", "2027-02-03"];
        assert_eq!(office.run(&later, ""), Said::default());
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
        assert_eq!(printed(&office), first);
    }
}

#[test]
fn a_dry_run_names_the_files_and_writes_none() {
    let mut office = example();
    let said = office.run(&[&OCTOBER[..], &["--dry-run"]].concat(), "");
    let files = "reports/2026-10/bulanan.html\nreports/2026-10/papan-pengumuman.html\n\
                 reports/private/2026-10/bulanan.csv\nreports/private/2026-10/bulanan.csv.manifest.json\n\
                 reports/private/2026-10/bulanan.html\n\
                 reports/private/2026-10/ringkas.html\n";
    assert_eq!(
        (said.stdout.as_str(), said.stderr.as_str(), said.status),
        (files, "", 0)
    );
    assert!(printed(&office).is_empty());
    office.run(&OCTOBER, "");
    assert_eq!(
        office.run(&[&OCTOBER[..], &["--dry-run"]].concat(), ""),
        Said::default()
    );
}

#[test]
fn the_settings_say_what_is_printed() {
    let mut office = example();
    office.run(&["settings", "set", "monthly.office", "jp.xlsx, brief.txt"], "");
    assert_eq!(office.run(&OCTOBER, ""), Said::default());
    let names: Vec<String> = printed(&office).into_keys().collect();
    // What is not said of the public stays as it was.
    let expected = [
        "reports/2026-10/bulanan.html",
        "reports/2026-10/papan-pengumuman.html",
        "reports/private/2026-10/brief.txt",
        "reports/private/2026-10/brief.txt.manifest.json",
        "reports/private/2026-10/jp.xlsx",
    ];
    assert_eq!(names, expected);
}

#[test]
fn what_is_recorded_late_is_printed_anew_and_says_what_moved() {
    let mut office = example();
    office.run(&OCTOBER, "");
    let before = printed(&office);
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
        "Antrean panjang",
        "--unit",
        "kel-terjun",
    ];
    let said = office.run(&[&late[..], &more].concat(), "");
    assert_eq!(said.status, 0, "{said:?}");
    let said = office.run(&OCTOBER, "");
    let told = "reports/private/2026-10/ringkas.html, reports/private/2026-10/bulanan.html, \
                reports/private/2026-10/bulanan.csv, reports/2026-10/bulanan.html, \
                reports/2026-10/papan-pengumuman.html dicetak lagi; ";
    assert!(said.status == 0 && said.stderr.starts_with(told), "{said:?}");
    assert!(
        said.stderr.contains("complaints_by_unit/*/received 7 → 8"),
        "{said:?}"
    );
    assert!(!said.stderr.contains("Antrean"), "figures only: {said:?}");
    let after = printed(&office);
    assert_ne!(after, before);
    // Each page says which printing it is.
    let says = |tree: &office::Tree, name: &str, words: &str| {
        let page = String::from_utf8(tree[name].clone()).unwrap();
        page.contains(words)
    };
    for name in [
        "reports/2026-10/bulanan.html",
        "reports/private/2026-10/ringkas.html",
    ] {
        assert!(
            says(&after, name, "Cetakan ke-2, pengganti yang sebelumnya: "),
            "{name}"
        );
        assert!(!says(&before, name, "Cetakan ke-"), "{name}");
    }
    assert_eq!(office.run(&OCTOBER, ""), Said::default());
    // What moves no figure is no new printing: nothing is written.
    let mail = ["staff", "set", "Legiman", "--email", "legiman@example.go.id"];
    assert_eq!(office.run(&mail, "").status, 0);
    assert_eq!(office.run(&OCTOBER, ""), Said::default());
    assert_eq!(printed(&office), after);
}

#[test]
fn what_stands_in_the_way_leaves_the_last_good_printing() {
    let mut office = example();
    office.run(&OCTOBER, "");
    let good = printed(&office);

    // An error anywhere.
    edit(&office, "staff.csv", "pns", "pnss");
    refused(3, &office.run(&OCTOBER, ""), "staff.csv:");
    edit(&office, "staff.csv", "pnss", "pns");

    // Names that mean nothing, all of them told: where they are typed, by the check, and where they are printed.
    let odd = "ringkass.html, ../x.html, rapor.html, ringkas";
    let names = ["`ringkass.html`", "`../x.html`", "`rapor.html`", "`ringkas`"];
    let said = office.run(&["settings", "set", "monthly.office", odd], "");
    refused(2, &said, "bina.toml:");
    assert!(names.iter().all(|name| said.stderr.contains(name)), "{said:?}");
    let odd =
        "[\"ringkass.html\", \"../x.html\", \"rapor.html\", \"ringkas\"]\npublic = [\"jp.html\"]\n\n[agency]";
    edit(
        &office,
        "bina.toml",
        "[agency]",
        &format!("[monthly]\noffice = {odd}"),
    );
    let names = names.into_iter().chain(["`jp.html`"]);
    let [said, checked] = [&OCTOBER[..], &["check"]].map(|line| office.run(line, ""));
    refused(3, &said, "bina.toml:");
    assert_eq!(checked.status, 1, "{checked:?}");
    for name in names {
        assert!(said.stderr.contains(name), "{said:?}");
        assert!(checked.stdout.contains(name), "{checked:?}");
    }
    assert_eq!(printed(&office), good);

    // A form that this program was built without, beside one that it has.
    if cfg!(not(feature = "pdf")) {
        office.run(&["settings", "set", "monthly.public", "bulanan.md"], "");
        office.run(&["settings", "set", "monthly.office", "ringkas.pdf"], "");
        refused(2, &office.run(&OCTOBER, ""), "pdf");
        assert_eq!(printed(&office), good);
    }

    // A month that is not over, and one that nobody has recorded.
    let running = ["run", "monthly", "--month", "2026-11"];
    refused(
        2,
        &office.run(&running, ""),
        "bina report monthly --month 2026-11",
    );
    office.run(&["settings", "set", "records_since", "2026-11-01"], "");
    refused(2, &office.run(&OCTOBER, ""), "records_since");
    assert_eq!(printed(&office), good);
}

#[test]
fn one_file_that_cannot_be_written_keeps_all_from_being_written() {
    let mut office = example();
    let folder = office.root().join("reports/private/2026-10/ringkas.html");
    fs::create_dir_all(&folder).unwrap();
    let said = office.run(&OCTOBER, "");
    refused(3, &said, "reports/private/2026-10/ringkas.html");
    assert!(printed(&office).is_empty(), "{:?}", printed(&office).keys());
}

#[cfg(unix)]
#[test]
fn what_holds_names_is_for_its_owner_alone_also_where_everybody_could_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let mut office = example();
    let folder = office.root().join("reports/private/2026-10");
    fs::create_dir_all(&folder).unwrap();
    let (old, mode) = (folder.join("ringkas.html"), |path: &Path| {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    });
    fs::write(&old, "lama").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(office.run(&OCTOBER, "").status, 0);
    assert_eq!([mode(&old), mode(&folder.join("bulanan.csv"))], [0o600, 0o600]);
    let public = office.root().join("reports/2026-10/bulanan.html");
    assert_eq!(mode(&public) & 0o400, 0o400);
    assert_ne!(fs::read_to_string(&old).unwrap(), "lama");
}
