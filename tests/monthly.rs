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
        // Nobody works there yet, so nobody has a page.
        assert_eq!(first.len(), 8, "{:?}", first.keys());
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
    let files = [
        "reports/2026-10/bulanan.html",
        "reports/2026-10/papan-pengumuman.html",
        "reports/private/2026-10/bulanan.csv",
        "reports/private/2026-10/bulanan.csv.manifest.json",
        "reports/private/2026-10/bulanan.html",
        "reports/private/2026-10/jp.html",
        "reports/private/2026-10/ringkas.html",
        "reports/private/2026-10/skm-tahun-ini.html",
    ];
    let (people, others): (Vec<&str>, Vec<&str>) = said
        .stdout
        .lines()
        .partition(|name| name.starts_with("reports/private/2026-10/rapor/p"));
    assert_eq!(
        (others, said.stderr.as_str(), said.status),
        (files.to_vec(), "", 0)
    );
    // As many pages as the list of JP has people.
    let jp = [
        "report", "jp", "--month", "2026-10", "-O", "csv", "--table", "hours",
    ];
    let listed = office.run(&jp, "");
    assert_eq!(people.len(), listed.stdout.lines().count() - 1);
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
    let odd = "ringkass.html, ../x.html, pelatihan.html, ringkas, jp-tahun-ini.html";
    let names = [
        "`ringkass.html`",
        "`../x.html`",
        "`pelatihan.html`",
        "`ringkas`",
        "`jp-tahun-ini.html`",
    ];
    let said = office.run(&["settings", "set", "monthly.office", odd], "");
    refused(2, &said, "bina.toml:");
    assert!(names.iter().all(|name| said.stderr.contains(name)), "{said:?}");
    let odd = "[\"ringkass.html\", \"../x.html\", \"pelatihan.html\", \"ringkas\", \"jp-tahun-ini.html\"]\n\
               public = [\"jp.html\", \"rapor.html\", \"skm-tahun-ini.html\"]\n\n[agency]";
    edit(
        &office,
        "bina.toml",
        "[agency]",
        &format!("[monthly]\noffice = {odd}"),
    );
    let names = names
        .into_iter()
        .chain(["`jp.html`", "`rapor.html`", "`skm-tahun-ini.html`"]);
    let [said, checked] = [&OCTOBER[..], &["check"]].map(|line| office.run(line, ""));
    refused(3, &said, "bina.toml:");
    assert_eq!(checked.status, 1, "{checked:?}");
    for name in names {
        assert!(said.stderr.contains(name), "{said:?}");
        assert!(checked.stdout.contains(name), "{checked:?}");
    }
    assert_eq!(printed(&office), good);

    // A form that this program was built without, beside one that it has: told where it is typed, by the check, and by cron.
    if cfg!(not(feature = "pdf")) {
        edit(&office, "bina.toml", odd, "[\"ringkas.html\"]\n\n[agency]");
        let set = ["settings", "set", "monthly.office", "ringkas.pdf, jp.xlsx"];
        refused(2, &office.run(&set, ""), "--features pdf");
        edit(&office, "bina.toml", "ringkas.html", "ringkas.pdf");
        let checked = office.run(&["check"], "");
        assert_eq!(checked.status, 1, "{checked:?}");
        assert!(checked.stdout.contains("--features pdf"), "{checked:?}");
        refused(3, &office.run(&OCTOBER, ""), "--features pdf");
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
    let mut people = fs::read_dir(folder.join("rapor")).unwrap();
    assert!(people.all(|page| mode(&page.unwrap().path()) == 0o600));
    let public = office.root().join("reports/2026-10/bulanan.html");
    assert_eq!(mode(&public) & 0o400, 0o400);
    assert_ne!(fs::read_to_string(&old).unwrap(), "lama");
}

#[test]
fn the_page_of_a_unit_and_a_report_of_the_year_are_printed_too_and_only_who_works_there_has_a_page() {
    let mut office = example();
    let named = "unit-kerja.md, rapor.md, satisfaction-this-year.csv";
    let said = office.run(&["settings", "set", "monthly.office", named], "");
    assert_eq!(said.status, 0, "{said:?}");
    office.run(
        &["settings", "set", "monthly.public", "papan-pengumuman.html"],
        "",
    );
    assert_eq!(office.run(&OCTOBER, ""), Said::default());
    let names = printed(&office);
    let below = |folder: &str| {
        let folder = format!("reports/private/2026-10/{folder}/");
        let own = names.keys().filter_map(|name| name.strip_prefix(&folder));
        own.map(|name| name.trim_end_matches(".md").to_owned())
            .collect::<Vec<String>>()
    };
    let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
    assert_eq!(below("unit-kerja").len(), units.lines().count() - 1);
    let listed = office.run(&["report", "jp", "--month", "2026-10", "-O", "json"], "");
    let people = below("rapor");
    assert!(
        people.len() > 50
            && people
                .iter()
                .all(|id| listed.stdout.contains(&format!("\"{id}\"")))
    );
    // What the year came to is what the report of its months says.
    let year = ["report", "skm", "--period", "2026-01..2026-10", "-O", "csv"];
    let said = office.run(&year, "");
    let own = &names["reports/private/2026-10/satisfaction-this-year.csv"];
    assert_eq!(String::from_utf8_lossy(own), said.stdout);
    let printed = office
        .root()
        .join("reports/private/2026-10/satisfaction-this-year.csv");
    let said = office.run(&["verify", &printed.display().to_string()], "");
    assert_eq!(said.status, 0, "{said:?}");
}
