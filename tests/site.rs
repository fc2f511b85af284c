//! A site: its pages lead to each other, nothing scrolls sideways, nothing is written twice, and each edition holds what it
//! may.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test puts things in the way")]

mod office;

use office::{Office, Said};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

/// The day on which October 2026 is the last month that is over.
const DAY: [&str; 2] = ["--as-of", "2026-11-20"];

fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Makes a site in a folder of the office.
fn site(office: &mut Office, arguments: &[&str]) -> Said {
    let folder = office.root().join(arguments[0]).display().to_string();
    office.run(&[&["site", &*folder], &arguments[1..], &DAY].concat(), "")
}

/// The files below a folder: when they were changed, and their text.
fn files(folder: &Path) -> BTreeMap<String, (SystemTime, String)> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let below = files(&path).into_iter();
            out.extend(below.map(|(own, file)| (format!("{name}/{own}"), file)));
        } else {
            let changed = fs::metadata(&path).unwrap().modified().unwrap();
            out.insert(name, (changed, fs::read_to_string(&path).unwrap()));
        }
    }
    out
}

/// The sites of `data/` for the office in English, and for everybody in the language of its settings.
fn sites() -> &'static [BTreeMap<String, String>; 2] {
    static SITES: OnceLock<[BTreeMap<String, String>; 2]> = OnceLock::new();
    SITES.get_or_init(|| {
        let mut office = example();
        [
            ("reports/private/site", &["--lang", "en"][..]),
            ("reports/site", &["--edition", "umum"]),
        ]
        .map(|(folder, more)| {
            assert_eq!(site(&mut office, &[&[folder], more].concat()), Said::default());
            let files = files(&office.root().join(folder)).into_iter();
            let pages = files.filter(|(name, _)| name.ends_with(".html"));
            pages.map(|(name, (_, text))| (name, text)).collect()
        })
    })
}

/// What stands in the attributes of that name.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let begin = format!(" {name}=\"");
    let parts: Vec<&str> = page.split(&*begin).skip(1).collect();
    parts
        .iter()
        .filter_map(|part| Some(part.split_once('"')?.0))
        .collect()
}

#[test]
fn every_link_leads_to_a_page_and_every_page_is_reached() {
    for pages in sites() {
        let mut reached: Vec<PathBuf> = vec!["index.html".into()];
        for (name, page) in pages {
            for link in attributes(page, "href") {
                if let Some(place) = link.strip_prefix('#') {
                    assert!(attributes(page, "id").contains(&place), "{name}: {link}");
                    continue;
                }
                let mut target = Path::new(name).parent().unwrap().to_owned();
                for part in link.split('/') {
                    match part {
                        ".." => assert!(target.pop(), "{name}: {link}"),
                        part => target.push(part),
                    }
                }
                let is_there = pages.contains_key(&target.to_string_lossy().into_owned());
                assert!(is_there, "{name} leads to {link}");
                reached.push(target);
            }
        }
        for name in pages.keys() {
            assert!(reached.contains(&PathBuf::from(name)), "nothing leads to {name}");
        }
    }
}

#[test]
fn what_is_searched_is_what_there_is() {
    let data = |page: &str| {
        let (_, rest) = page.split_once("id=\"pages\">").unwrap();
        let (data, _) = rest.split_once("</script>").unwrap();
        serde_json::from_str::<Vec<BTreeMap<String, String>>>(data).unwrap()
    };
    let [office, public] = sites();
    for pages in [office, public] {
        let found = data(&pages["index.html"]);
        assert_eq!(found.len(), pages.len() - 2);
        assert!(found.iter().all(|page| pages.contains_key(&page["file"])));
    }
    let found = data(&office["index.html"]);
    let of = |file: &str| found.iter().find(|page| page["file"] == file).unwrap();
    let archive = of("training/2026-10/bimtek-kearsipan.html");
    assert_eq!(archive["title"], "Bimbingan Teknis Kearsipan dan Pemberkasan");
    // Who took part is found with the programme, and the programme with its month.
    assert!(archive["words"].contains("Rotua Silalahi"), "{archive:?}");
    let month = of("monthly/2026-10.html");
    assert!(month["words"].contains(&archive["title"]) && month["title"].contains("October 2026"));
    // What a citizen types: a place, a service, what people call a report.
    let found = data(&public["index.html"]);
    for typed in ["terjun", "ktp-el", "pengaduan", "keluhan", "skm", "jp"] {
        let pages = found.iter().filter(|page| page["words"].contains(typed));
        assert!(pages.count() > 3, "{typed}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_leads_nobody_out_of_it() {
    let mut office = example();
    let outside = office.root().join("../luar");
    fs::create_dir_all(&outside).unwrap();
    let folder = office.root().join("reports/situs");
    fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(&outside, folder.join("monthly")).unwrap();
    let said = site(&mut office, &["reports/situs", "--edition", "public"]);
    assert_eq!(said.status, 2, "{said:?}");
    assert!(said.stderr.contains("monthly"), "{said:?}");
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
}

#[test]
fn nothing_scrolls_sideways_and_nothing_is_fetched() {
    for (name, page) in sites().iter().flatten() {
        let tables = page.matches("<table").count();
        let boxes: Vec<&str> = page.split("<div class=\"scroll\"").skip(1).collect();
        let held = boxes.iter().filter(|text| {
            let table = text.find("<table").unwrap_or(usize::MAX);
            table < text.find("</div>").unwrap_or(0)
        });
        assert_eq!(held.count(), tables, "{name}: each table scrolls inside itself");
        assert!(page.contains("name=\"viewport\""), "{name}");
        for foreign in ["<link", "<img", "<iframe", "src=", "http:", "https:"] {
            assert!(!page.contains(foreign), "{name}: {foreign}");
        }
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, if name == "index.html" { 2 } else { 0 }, "{name}");
        assert_eq!(page.matches("<h1>").count(), 1, "{name}");
    }
}

#[test]
fn every_page_speaks_one_language() {
    let [office, public] = sites();
    assert!(office.values().all(|page| page.contains("<html lang=\"en\">")));
    assert!(public.values().all(|page| page.contains("<html lang=\"id\">")));
    assert!(
        office["index.html"].contains("Month by month") && public["index.html"].contains("Bulan demi bulan")
    );
    assert!(
        office["trend.html"].contains("Jul 2025 to Oct 2026"),
        "the months of the trend"
    );
}

#[test]
fn a_figure_from_month_to_month_is_that_of_its_month() {
    let [office, public] = sites();
    for (pages, heading) in [
        (office, "Satisfaction index (IKM), 12 months"),
        (public, "IKM 12 bulan"),
    ] {
        for month in ["2026-10", "2026-03", "2025-09"] {
            let page = &pages[&*format!("monthly/{month}.html")];
            let (_, rest) = page.split_once(&*format!("{heading}</th>")).unwrap();
            let (cell, _) = rest.split_once("</td>").unwrap();
            let (_, trend) = pages["trend.html"]
                .split_once(&*format!("{heading}</th>"))
                .unwrap();
            assert!(trend.contains(cell), "{month}: {cell}");
        }
    }
}

#[test]
fn everybody_sees_no_name_and_no_page_about_somebody() {
    let [office, public] = sites();
    assert!(office.keys().any(|name| name.starts_with("staff/")));
    let kinds = [
        "index.html",
        "trend.html",
        "monthly/",
        "brief/",
        "notice/",
        "satisfaction/",
    ];
    for name in public.keys() {
        assert!(kinds.iter().any(|kind| name.starts_with(kind)), "{name}");
    }
    let staff = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/staff.csv")).unwrap();
    for row in staff.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let (id, nip, name) = (cells[0], cells[1], cells[3]);
        for (file, page) in public {
            assert!(!page.contains(id) && !page.contains(name), "{file} names {name}");
            assert!(nip.is_empty() || !page.contains(nip), "{file}: {nip}");
        }
    }
}

#[test]
fn a_page_for_everybody_begins_with_what_it_tells_and_says_at_the_end_what_it_leaves_out() {
    let [_, public] = sites();
    let reports = public.iter().filter(|(name, _)| name.contains('/'));
    for (name, page) in reports {
        let left_out = page.find("Dengan membandingkan laporan beberapa masa");
        let figures = page.rfind("<table").unwrap_or_default();
        // A wall has no room for it.
        let is_on_wall = name.starts_with("notice/");
        assert!(
            is_on_wall || left_out.is_some_and(|at| at > figures),
            "{name} says what can be found out even so"
        );
        assert!(is_on_wall || page.contains("<details class=\"about\">"), "{name}");
        assert!(
            !page.contains("bina explain") && !page.contains("class=\"rule\""),
            "{name}"
        );
    }
    assert!(public["index.html"].contains("Dengan membandingkan laporan beberapa masa"));
}

#[test]
fn a_second_run_writes_nothing_and_a_change_only_its_pages() {
    let mut office = example();
    let folder = office.root().join("reports/private/situs");
    let run = ["reports/private/situs"];
    assert_eq!(site(&mut office, &run), Said::default());
    let first = files(&folder);
    assert_eq!(site(&mut office, &run), Said::default());
    assert!(files(&folder) == first, "a second run changed something");
    let dry = site(&mut office, &["reports/private/situs", "--dry-run"]);
    assert_eq!(dry, Said::default());

    let done = ["complaint", "set", "2026-10-rasv7", "--unit", "sie-kesos"];
    assert_eq!(office.run(&done, "").status, 0);
    let dry = site(&mut office, &["reports/private/situs", "--dry-run"]);
    assert!(dry.stdout.contains("monthly/2026-10.html\n"), "{dry:?}");
    assert!(files(&folder) == first, "what is only tried changed something");
    assert_eq!(site(&mut office, &run), Said::default());
    let second = files(&folder);
    let changed: Vec<String> = second
        .iter()
        .filter(|(name, file)| first.get(*name) != Some(file))
        .map(|(name, _)| format!("{name}\n"))
        .collect();
    assert_eq!(changed.concat(), dry.stdout);
    assert!(!changed.contains(&"monthly/2026-03.html\n".to_owned()));
}

#[test]
fn what_is_gone_goes_and_what_somebody_put_there_stays() {
    let mut office = example();
    let folder = office.root().join("reports/private/situs");
    let run = ["reports/private/situs"];
    assert_eq!(site(&mut office, &run), Said::default());
    let own = folder.join("training/2025-07/catatan.txt");
    fs::write(&own, "catatan sendiri").unwrap();
    // In September nothing of October was there yet.
    let place = folder.display().to_string();
    let earlier = ["site", &*place, "--as-of", "2026-10-05"];
    assert_eq!(office.run(&earlier, ""), Said::default());
    let pages = files(&folder);
    assert!(!pages.contains_key("monthly/2026-10.html") && pages.contains_key("monthly/2026-09.html"));
    assert!(
        !folder.join("training/2026-10").exists(),
        "an empty folder goes too"
    );
    assert!(own.exists());

    // A file of the same name that no site made is not replaced.
    fs::write(folder.join("monthly/2026-10.html"), "punya orang lain").unwrap();
    let said = site(&mut office, &run);
    assert_eq!((said.status, &*said.stdout), (2, ""));
    assert!(said.stderr.contains("monthly/2026-10.html"), "{said:?}");
    let kept = fs::read_to_string(folder.join("monthly/2026-10.html")).unwrap();
    assert_eq!(kept, "punya orang lain");
}

#[test]
fn names_lie_where_they_may_and_editions_are_not_mixed() {
    let mut office = example();
    for (folder, words) in [("reports/situs", "reports/private/"), ("situs", "reports/")] {
        let said = site(&mut office, &[folder]);
        assert_eq!(said.status, 2, "{said:?}");
        assert!(said.stderr.contains(words), "{said:?}");
        assert!(!office.root().join(folder).exists());
    }
    assert_eq!(site(&mut office, &["reports/private/situs"]), Said::default());
    let said = site(&mut office, &["reports/private/situs", "--edition", "public"]);
    assert_eq!(said.status, 2, "{said:?}");
    assert!(said.stderr.contains("edisi kantor"), "{said:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let page = office.root().join("reports/private/situs/index.html");
        let mode = || fs::metadata(&page).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        // One that everybody could read is shut again, though its bytes are the same.
        fs::set_permissions(&page, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(site(&mut office, &["reports/private/situs"]), Said::default());
        assert_eq!(mode(), 0o600);
    }
}

#[test]
fn broken_records_make_no_site_and_an_empty_office_has_none() {
    let mut office = example();
    let file = office.root().join("complaints/2026-10.csv");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("sie-yan", "sie-yang")).unwrap();
    let said = site(&mut office, &["reports/private/situs"]);
    assert_eq!(said.status, 3, "{said:?}");
    assert!(said.stderr.contains("sie-yang") && !office.root().join("reports").exists());

    // Of months before a rule has an edition there is no page, and of all others there is.
    fs::write(&file, text).unwrap();
    let rule = office.root().join("rules/feedback.toml");
    let rules = fs::read_to_string(&rule).unwrap();
    let (head, _) = rules.split_once("from = ").unwrap();
    let (_, tail) = rules[head.len()..].split_once('\n').unwrap();
    fs::write(&rule, format!("{head}from = 2026-03-01\n{tail}")).unwrap();
    let said = site(&mut office, &["reports/private/situs"]);
    assert_eq!(said.status, 0, "{said:?}");
    let pages = files(&office.root().join("reports/private/situs"));
    assert!(!pages.contains_key("monthly/2026-02.html") && pages.contains_key("monthly/2026-03.html"));

    let mut office = Office::nowhere();
    office.run(&["init", "catatan", "--name", "Kecamatan Uji", "--quiet"], "");
    let said = site(&mut office, &["reports/private/situs"]);
    assert_eq!(said.status, 2, "{said:?}");
}
