//! A new office knows nothing of what was before it: no report says of that time that there was nothing, and nothing of it
//! is late.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::inquiry::KINDS;
use office::Office;
use std::fs;

/// The reports about an office.
fn reports() -> impl Iterator<Item = &'static str> {
    let kinds = KINDS.iter().filter(|kind| !kind.needs_subject());
    kinds.map(|kind| kind.name)
}

#[test]
fn a_new_office_knows_nothing_of_the_months_before_it() {
    let mut office = Office::nowhere();
    let made = office.run(&["init", "catatan", "--name", "Kecamatan Uji"], "");
    assert_eq!(made.status, 0, "{}", made.stderr);
    let settings = fs::read_to_string(office.root().join("bina.toml")).unwrap();
    assert!(settings.contains("\nrecords_since = 2026-11-01\n"), "{settings}");
    assert!(
        made.stderr.contains("settings set records_since TANGGAL"),
        "{}",
        made.stderr
    );
    let added = office.run(
        &["staff", "add", "--name", "Sinta Dewi", "--employment", "pns"],
        "",
    );
    assert_eq!(added.status, 0, "{}", added.stderr);
    // Of October nothing is known, so that no report can be about it.
    for report in reports() {
        let said = office.run(&["report", report, "--month", "2026-10"], "");
        assert_eq!((said.status, &*said.stdout), (2, ""), "{report}");
        let next = "bina settings set records_since 2026-10-01";
        assert!(said.stderr.contains(next), "{report}: {}", said.stderr);
    }
    let november = [
        "--as-of",
        "2026-12-01",
        "--width",
        "400",
        "report",
        "participation",
        "--month",
        "2026-11",
    ];
    let said = office.run(&november, "").stdout;
    assert!(said.contains("1 dari 12 bulan sejak Desember 2025"), "{said}");
    // Nor whether a training of two years ago is to be refreshed.
    let certificates = november.map(|word| {
        if word == "participation" {
            "certificates"
        } else {
            word
        }
    });
    let said = office.run(&certificates, "").stdout;
    let unknown = "melewati batas waktunya: belum diketahui; yang segera jatuh tempo: belum diketahui";
    assert!(said.contains(unknown), "{said}");
    let set = office.run(&["settings", "set", "records_since", "2026-01-01"], "");
    assert_eq!(set.status, 0, "{}", set.stderr);
    let said = office.run(&["report", "monthly", "--month", "2026-10"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
}

/// What a new office has not on record yet is no nothing: nobody was judged, guided or moved on the day on which the
/// records begin.
#[test]
fn a_new_office_is_not_told_that_there_was_nothing() {
    let mut office = Office::nowhere();
    let made = office.run(&["init", "catatan", "--name", "Kecamatan Uji"], "");
    assert_eq!(made.status, 0, "{}", made.stderr);
    for (id, name) in [("pa", "Sinta Dewi"), ("pb", "Budi Hartono")] {
        let add = ["staff", "add", id, "--name", name, "--employment", "pns"];
        assert_eq!(office.run(&add, "").status, 0);
        let post = ["posting", "add", id, "2026-11-01", "--unit", "kantor"];
        let said = office.run(&[&post[..], &["--position", "Pengelola"]].concat(), "");
        assert_eq!(said.status, 0, "{}", said.stderr);
    }
    let later = ["posting", "add", "pb", "2026-11-16", "--unit", "kantor"];
    let said = office.run(&[&later[..], &["--position", "Analis"]].concat(), "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    let mut page = |report: &str| {
        let line = ["--as-of", "2026-12-01", "--width", "400", "report", report];
        let said = office.run(&[&line[..], &["--month", "2026-11", "--full"]].concat(), "");
        assert_eq!(said.status, 0, "{report}: {}", said.stderr);
        said.stdout
    };
    let evaluation = page("evaluation");
    let unknown =
        "Belum diketahui siapa yang sudah dinilai: dari masa penilaian 2 pegawai tidak ada yang tercatat.";
    assert_eq!(evaluation.matches(unknown).count(), 2, "{evaluation}");
    let plan = page("plan");
    assert!(plan.contains("Pengelola → Analis"), "{plan}");
    assert!(!plan.contains("Sinta"), "who was there did not come: {plan}");
    let known = ["diketahui", "tercatat", "Tidak ada ketentuan"];
    for report in reports() {
        let text = page(report);
        assert!(!text.contains("ada 0 "), "{report}: {text}");
        let sentences = text.lines().flat_map(|line| line.split(". "));
        let mut sentences = sentences.map(|said| said.trim_start_matches(|c: char| !c.is_alphabetic()));
        let bare = sentences.find(|said| {
            let is_none = ["Tidak ada", "Belum ada", "Tidak satu pun"]
                .iter()
                .any(|none| said.starts_with(none));
            is_none && !known.iter().any(|word| said.contains(word))
        });
        assert_eq!(bare, None, "{report}");
        for none in ["wajib dinilai.", "Belum wajib dinilai", "kebutuhan yang disebut."] {
            let bare = text.lines().find(|line| line.ends_with(none));
            assert_eq!(bare, None, "{report}: {none}");
        }
    }
}

/// Whether somebody meets a criterion of before the records begin, or was guided then, is not known.
#[test]
fn what_was_due_before_the_records_begin_is_not_late() {
    let mut office = Office::nowhere();
    for line in [
        "init catatan --name Kecamatan --since 2026-11-01",
        "staff add pa --name Sinta --employment pns",
        "staff add pb --name Budi --employment pns",
        "posting add pa 2026-11-01 --unit kantor --position Pengelola --grade III/a",
        "posting add pb 2026-11-01 --unit kantor --position Pengelola --grade III/a",
        "staff add pc --name Rini --employment pns",
        "posting add pc 2026-11-01 --unit kantor --position Pengelola --grade III/a",
        // Made before the records begin and told since; and made after they do.
        "evaluation add pa 2026-09 --result below --behaviour below --date 2026-10-05",
        "evaluation add pb 2026-09 --result below --behaviour below --date 2026-11-02",
    ] {
        let typed = office::words(line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&[&["--as-of", "2026-12-01"], &typed[..]].concat(), "");
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    }
    let asked = |as_of: &'static str| ["--as-of", as_of, "--lang", "en", "--width", "400"];
    let late = ["report", "evaluation", "--month", "2027-01", "--full"];
    let page = office.run(&[&asked("2027-02-01")[..], &late].concat(), "").stdout;
    let open = page.split("Not yet followed up").nth(1).unwrap();
    let open = open.split("\n\n").next().unwrap();
    assert!(open.contains("Budi") && !open.contains("Sinta"), "{page}");
    assert!(
        page.contains("whether guidance or recognition followed: 1."),
        "{page}"
    );
    let due = office
        .run(&[&asked("2027-02-01")[..], &["due", "-O", "csv"]].concat(), "")
        .stdout;
    assert!(due.contains("Budi") && !due.contains("guidance:pa"), "{due}");
    // Of who was there and has no evaluation on record it is not known whether a criterion is met.
    let criteria = [
        "report",
        "evaluation",
        "--month",
        "2026-11",
        "--table",
        "criteria",
        "-O",
        "csv",
    ];
    let criteria = office
        .run(&[&asked("2026-12-01")[..], &criteria].concat(), "")
        .stdout;
    let mut reader = csv::Reader::from_reader(criteria.as_bytes());
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "unknown")
        .unwrap();
    let unknown: Vec<String> = reader.records().map(|row| row.unwrap()[at].to_owned()).collect();
    assert!(unknown.contains(&"1".to_owned()), "{criteria}");
}

#[test]
fn who_joins_on_the_day_on_which_the_records_begin_is_new() {
    let mut office = Office::nowhere();
    for line in [
        "init catatan --name Kecamatan --since 2026-11-01",
        "unit add sek --name Sekretariat",
        "staff add --name Intan --employment pppk --joined 2026-11-01",
        "staff add --name Andi --employment pns --joined 2015-03-01",
        "staff add --name Budi --employment pns",
        "posting add Intan 2026-11-01 --unit sek --position Arsiparis --grade IX",
        "posting add Andi 2026-11-01 --unit sek --position Pengelola --grade III/a",
        "posting add Budi 2026-11-01 --unit sek --position Pengelola --grade III/a",
    ] {
        let typed = office::words(line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&typed, "");
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    }
    let mut page = |report| {
        let month = [
            "--as-of",
            "2026-12-05",
            "report",
            report,
            "--month",
            "2026-11",
            "--lang",
            "id",
        ];
        office.run(&month, "").stdout
    };
    let plan = page("plan");
    let steps = plan.split("Penempatan").nth(1).unwrap();
    assert!(steps.contains("Intan"), "{plan}");
    assert!(!steps.contains("Andi") && !steps.contains("Budi"), "{plan}");
    let evaluation = page("evaluation");
    assert!(evaluation.contains("masa penilaian 2 pegawai"), "{evaluation}");
}
