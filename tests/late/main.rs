//! What is recorded late changes the months that it is about, and no month before them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod forms;
#[path = "../office/mod.rs"]
mod office;
mod pages;

use office::{Office, words};
use std::fs;

/// What a command prints, which must need nothing further.
fn run(office: &mut Office, line: &str) -> String {
    let typed = words(line);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "");
    assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    said.stdout
}

/// The pages of a month that tell of programmes and of who takes part.
fn pages(office: &mut Office, month: &str) -> Vec<String> {
    let reports = [
        "monthly",
        "participation",
        "evaluation",
        "training 2026-09/lintas-bulan",
    ];
    let page = |report: &str| run(office, &format!("report {report} --month {month} --full"));
    reports.map(page).into()
}

/// An office of two people, with a programme that began in September and ended in October.
fn office() -> Office {
    let mut office = Office::new(&[]);
    for line in [
        "staff add pa --name \"Sinta Dewi\" --employment pns --joined 2015-01-05",
        "staff add pb --name \"Budi Hartono\" --employment pns --joined 2015-01-05",
        "posting add pa 2015-01-05 --unit kantor --position Pengelola --position-kind pelaksana",
        "posting add pb 2015-01-05 --unit kantor --position Pengelola --position-kind pelaksana",
        "training add 2026-09/lintas-bulan --title \"Lintas Bulan\" --method KL10 --mode classroom \
         --start 2026-09-28 --end 2026-10-02 --jp 6 --announced 2026-09-01",
    ] {
        run(&mut office, line);
    }
    office
}

#[test]
fn a_claim_counts_from_its_completion() {
    let mut office = office();
    let [september, october] = ["2026-09", "2026-10"].map(|month| pages(&mut office, month));
    run(
        &mut office,
        "participation claim pa --training 2026-09/lintas-bulan --completed 2026-10-02 --jp 6",
    );
    assert_eq!(pages(&mut office, "2026-09"), september);
    assert_ne!(pages(&mut office, "2026-10"), october);
}

#[test]
fn an_enrolment_counts_from_its_day_or_from_the_last_of_a_programme_that_is_over() {
    let mut office = office();
    let [september, october] = ["2026-09", "2026-10"].map(|month| pages(&mut office, month));
    run(
        &mut office,
        "training enroll 2026-09/lintas-bulan pa --status absent",
    );
    assert_eq!(pages(&mut office, "2026-09"), september);
    assert_ne!(pages(&mut office, "2026-10"), october);
    run(
        &mut office,
        "training enroll 2026-09/lintas-bulan pb --on 2026-09-20",
    );
    assert_ne!(pages(&mut office, "2026-09"), september);
    let rows = String::from_utf8(office.tree()["participation/2026-09.csv"].clone()).unwrap();
    assert!(
        rows.contains(",pb,invited,") && rows.contains("2026-09-20"),
        "{rows}"
    );
    for day in ["2026-10-03", "2026-11-21"] {
        let line = format!("training enroll 2026-09/lintas-bulan pa --on {day} --correct");
        let typed = words(&line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        assert_eq!(office.run(&typed, "").status, 2, "{day}");
    }
}

#[test]
fn a_result_that_comes_after_the_follow_up_counts_from_its_day() {
    let mut office = office();
    let id = run(
        &mut office,
        "guidance add --staff pa --date 2026-09-10 --guidance \"Berkas lengkap tiap Jumat\"",
    );
    let id = id.trim();
    run(
        &mut office,
        &format!("guidance set {id} --followed-up 2026-10-05"),
    );
    let october = run(&mut office, "report evaluation --month 2026-10 --full");
    let november = "--as-of 2026-12-01 report evaluation --month 2026-11 --full";
    let before = run(&mut office, november);
    run(
        &mut office,
        &format!("guidance set {id} --result \"Berkas lengkap\""),
    );
    assert_eq!(
        run(&mut office, "report evaluation --month 2026-10 --full"),
        october
    );
    let after = run(&mut office, november);
    assert!(!before.contains("Berkas lengkap\n") && after != before, "{after}");
    // With the follow-up it is known on that day.
    let other = run(
        &mut office,
        "guidance add --staff pb --date 2026-09-10 --guidance \"Datang tepat waktu\"",
    );
    let line = format!(
        "guidance follow-up {} --result Tercapai --on 2026-10-06",
        other.trim()
    );
    run(&mut office, &line);
    assert!(run(&mut office, "report evaluation --month 2026-10 --full").contains("Tercapai"));
}

#[test]
fn a_result_told_after_an_action_was_done_counts_from_its_day() {
    let mut office = office();
    let add = "action add --what \"Menambah kursi\" --opened 2026-09-10 --owner pa";
    let id = run(&mut office, add);
    let id = id.trim();
    run(&mut office, &format!("action set {id} --done 2026-10-05"));
    let october = run(&mut office, "report monthly --month 2026-10 -O json");
    run(
        &mut office,
        &format!("action set {id} --result \"Kursi dipasang\""),
    );
    assert_eq!(
        run(&mut office, "report monthly --month 2026-10 -O json"),
        october
    );
    let file = fs::read_to_string(office.root().join("actions.csv")).unwrap();
    assert!(file.contains("Kursi dipasang,,2026-11-20"), "{file}");
    // Who says it with the day says when it was known.
    let other = run(&mut office, add);
    let line = format!("action done {} --result Selesai --on 2026-10-06", other.trim());
    run(&mut office, &line);
    let file = fs::read_to_string(office.root().join("actions.csv")).unwrap();
    assert!(file.contains("2026-10-06,Selesai,,\n"), "{file}");
}

#[test]
fn what_is_added_while_the_office_is_set_up_was_there_from_the_beginning() {
    let mut office = Office::nowhere();
    run(
        &mut office,
        "init catatan --name \"Kecamatan Uji\" --since 2026-09-01 --as-of 2026-11-17",
    );
    // Nobody is posted yet: over several days, and though two months are over since the records begin.
    for (day, code) in [("17", "kec"), ("18", "kel")] {
        run(
            &mut office,
            &format!("unit add {code} --name {code} --as-of 2026-11-{day}"),
        );
        run(
            &mut office,
            &format!("service add {code} {code} --as-of 2026-11-{day}"),
        );
    }
    run(&mut office, "staff add --name Sinta --employment pns");
    run(&mut office, "posting add Sinta 2026-09-01 --unit kec");
    // From then on it is new, and no month that is over has it; that is said.
    let typed = words("unit add baru --name Baru --as-of 2026-11-19");
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "").stderr;
    assert!(said.contains("--since HARI"), "{said}");
    // Unless no month is over since the records begin.
    run(&mut office, "settings set records_since 2026-11-01");
    run(&mut office, "unit add tiga --name Tiga --as-of 2026-11-20");
    run(&mut office, "unit add empat --name Empat --as-of 2026-12-01");
    let units = fs::read_to_string(office.root().join("units.csv")).unwrap();
    let since = units.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0], cells[4])
    });
    let expected = [
        ("baru", "2026-11-19"),
        ("empat", "2026-12-01"),
        ("kantor", ""),
        ("kec", ""),
        ("kel", ""),
        ("tiga", ""),
    ];
    assert_eq!(since.collect::<Vec<_>>(), expected);
    let settings = fs::read_to_string(office.root().join("bina.toml")).unwrap();
    assert!(!settings.contains("\nsince = "), "{settings}");
}

#[test]
fn what_is_said_after_a_forum_changes_no_month_before() {
    let mut office = office();
    run(
        &mut office,
        "forum add 2026-09/warga --title Warga --kind forum --date 2026-09-10",
    );
    run(
        &mut office,
        "forum suggest 2026-09/warga --text Kursi --as-of 2026-09-10",
    );
    let months = |office: &mut Office| {
        ["2026-09", "2026-10", "2026-11"].map(|month| {
            let reports = ["monthly", "forum"];
            reports.map(|report| {
                run(
                    office,
                    &format!("report {report} --month {month} --full --as-of 2026-12-05"),
                )
            })
        })
    };
    let before = months(&mut office);
    let typed = words("forum suggest 2026-09/warga --text Loket");
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "");
    assert!(said.stderr.contains("--on 2026-09-10"), "{}", said.stderr);
    let after = months(&mut office);
    assert_eq!(after[..2], before[..2]);
    assert_ne!(after[2], before[2]);
    // Who writes down late what was said there says so.
    run(
        &mut office,
        "forum suggest 2026-09/warga --text Antrean --on 2026-09-10",
    );
    assert_ne!(months(&mut office)[0], before[0]);
    let refused = "forum suggest 2026-09/warga --text Papan --on 2026-09-09";
    let typed = words(refused);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    assert_eq!(office.run(&typed, "").status, 2);
}

/// Every page of a month that tells of programmes or of units, as the office and the public read it.
fn all_pages(office: &mut Office, month: &str) -> Vec<String> {
    let reports = [
        "brief",
        "monthly",
        "monthly --edition public",
        "participation",
        "participation --edition public",
        "hours",
        "complaints --edition public",
        "roster",
        "notice",
        "satisfaction",
        "complaints",
        "evaluation",
        "unit kantor",
        "plan",
        "staff pa",
        "training 2026-10/akhir-bulan",
    ];
    let page = |report: &str| {
        let line = format!("report {report} --month {month} --as-of 2026-12-15");
        run(office, &format!("{line} -O json")) + &run(office, &line)
    };
    reports.map(page).into()
}

/// That pages are the same, else the first lines that are not.
fn assert_same(then: &[String], now: &[String]) {
    for (then, now) in then.iter().zip(now) {
        let differs = then.lines().zip(now.lines()).find(|(then, now)| then != now);
        assert_eq!(differs, None, "{then}");
        assert_eq!(then.len(), now.len(), "{now}");
    }
}

/// The same office, with a plan and a programme that ended in October, in which both hold a place.
#[allow(clippy::disallowed_methods, reason = "somebody edits files by hand")]
fn with_programme() -> Office {
    let mut office = office();
    let plan = "title = \"Rencana\"\n\n[[item]]\nkey = \"akhir\"\ntitle = \"Akhir\"\nkind = \"training\"\n\
                month = \"2026-10\"\ncost = 100\n";
    let plans = office.root().join("plans");
    fs::create_dir_all(&plans).unwrap();
    fs::write(plans.join("2026.toml"), plan).unwrap();
    for line in [
        "training add 2026-10/akhir-bulan --title \"Akhir Bulan\" --method KL10 --mode classroom \
         --start 2026-10-28 --end 2026-10-30 --jp 6 --cost 100 --plan-item akhir --announced 2026-10-01",
        "training enroll 2026-10/akhir-bulan pa --on 2026-10-20",
        "training enroll 2026-10/akhir-bulan pb --on 2026-10-20 --status confirmed",
    ] {
        run(&mut office, line);
    }
    office
}

#[test]
fn a_programme_that_is_closed_later_was_not_closed_before() {
    let mut office = with_programme();
    let months = ["2026-09", "2026-10", "2026-11"];
    let [september, october, november] = months.map(|month| all_pages(&mut office, month));
    run(
        &mut office,
        "training complete 2026-10/akhir-bulan --all --on 2026-11-05",
    );
    let document = fs::read_to_string(office.root().join("trainings/2026-10/akhir-bulan.toml")).unwrap();
    assert!(document.contains("status = \"done\""), "{document}");
    assert_same(&september, &all_pages(&mut office, "2026-09"));
    assert_same(&october, &all_pages(&mut office, "2026-10"));
    let now = all_pages(&mut office, "2026-11");
    assert_ne!(now, november);
    let settled =
        "Akhir Bulan (berakhir 30 Oktober 2026; hasilnya tercatat bulan ini): diundang 2, selesai 2";
    assert!(
        now[0]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(settled),
        "{}",
        now[0]
    );
    assert!(october[0].contains("diundang 2, belum ditutup"), "{}", october[0]);
}

#[test]
fn a_programme_that_nobody_closed_is_late_until_it_is_closed() {
    let mut office = with_programme();
    for who in ["pa", "pb"] {
        let line = format!(
            "participation set 2026-10/akhir-bulan {who} --status completed --completed 2026-10-30 --jp 6"
        );
        run(&mut office, &line);
    }
    let late = |office: &mut Office, is_late: bool| {
        for day in ["2026-10-31", "2026-11-01", "2026-12-15"] {
            let due = run(office, &format!("due --as-of {day}"));
            assert_eq!(
                due.contains("Tutup pelatihan: Akhir Bulan"),
                is_late,
                "{day}: {due}"
            );
            let month = &day[..7];
            let brief = run(office, &format!("report brief --month {month} --as-of {day}"));
            assert_eq!(
                brief.contains("Akhir Bulan belum ditutup"),
                is_late,
                "{day}: {brief}"
            );
            let line = format!("report training 2026-10/akhir-bulan --month {month} --as-of {day}");
            let training = run(office, &line);
            assert_eq!(
                training.contains("sudah berakhir, belum ditutup"),
                is_late,
                "{day}: {training}"
            );
        }
    };
    late(&mut office, true);
    run(&mut office, "training complete 2026-10/akhir-bulan --all");
    late(&mut office, false);
    // Who comes to it after its closing opens it again, and is told by check.
    let staff = "staff add pc --name \"Tono Saputra\" --employment pns --joined 2015-01-05";
    run(&mut office, staff);
    run(
        &mut office,
        "training enroll 2026-10/akhir-bulan pc --on 2026-10-20",
    );
    late(&mut office, true);
    let told = office.run(&["check"], "");
    let told = told.stdout + &told.stderr;
    assert!(told.contains("still-open-after-close"), "{told}");
}

#[test]
fn a_programme_with_nobody_on_record_is_not_closed_but_filled() {
    let mut office = office();
    let typed = words("training complete 2026-09/lintas-bulan --all");
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "");
    assert_eq!(said.status, 2, "{}", said.stderr);
    let enroll = "bina training enroll 2026-09/lintas-bulan ";
    assert!(said.stderr.contains(enroll), "{}", said.stderr);
    let due = run(&mut office, "due --as-of 2026-10-20");
    assert!(due.contains(enroll), "{due}");
}

#[test]
fn a_unit_that_is_known_later_changes_no_month_before() {
    let mut office = with_programme();
    let [september, october] = ["2026-09", "2026-10"].map(|month| all_pages(&mut office, month));
    for line in [
        "unit add seksi --name Seksi --parent kantor --since 2026-11-02",
        "channel add kotak \"Kotak saran\"",
        "category add parkir Parkir",
    ] {
        run(&mut office, line);
    }
    for (month, before) in [("2026-09", september), ("2026-10", october)] {
        assert_same(&before, &all_pages(&mut office, month));
    }
    let november = run(
        &mut office,
        "report unit kantor --month 2026-11 --as-of 2026-12-15",
    );
    assert!(november.contains("Bersama 1 unit di bawahnya"), "{november}");
}

#[test]
fn the_page_of_somebody_below_expectation_says_so() {
    let mut office = office();
    let page = |office: &mut Office| run(office, "report staff pa --month 2026-10 --as-of 2026-11-20");
    run(
        &mut office,
        "evaluation add pa 2026-10 --result meets --date 2026-10-31",
    );
    let told = page(&mut office);
    assert!(told.contains("Penilaian terakhir belum lengkap"), "{told}");
    let mut office = self::office();
    run(
        &mut office,
        "evaluation add pa 2026-10 --behaviour below --date 2026-10-31",
    );
    let told = page(&mut office);
    assert!(told.contains("Perilaku kerja: di bawah ekspektasi"), "{told}");
    assert!(!told.contains("Tidak ada catatan khusus"), "{told}");
}

#[test]
fn every_outcome_of_a_programme_counts_from_the_day_of_its_closing() {
    let outcomes = [
        "--all --except pa:sick",
        "--all --failed pb",
        "--all --except pa:sick --failed pb",
    ];
    for outcome in outcomes {
        let mut office = with_programme();
        let months = ["2026-09", "2026-10", "2026-11"];
        let [september, october, november] = months.map(|month| all_pages(&mut office, month));
        let line = format!("training complete 2026-10/akhir-bulan {outcome} --on 2026-11-05");
        let typed = words(&line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&typed, "");
        assert_eq!((said.status, &*said.stderr), (0, ""), "{line}");
        assert_same(&september, &all_pages(&mut office, "2026-09"));
        assert_same(&october, &all_pages(&mut office, "2026-10"));
        assert_ne!(all_pages(&mut office, "2026-11"), november, "{line}");
    }
}

#[test]
fn what_is_dated_in_a_month_that_is_over_says_so() {
    let mut office = with_programme();
    let complete = "training complete 2026-10/akhir-bulan --all --on 2026-11-05";
    let due = run(&mut office, "due --as-of 2026-11-05");
    assert!(due.contains(complete), "{due}");
    // In the next year it is closed in its own, for which its hours count.
    let due = run(&mut office, "due --as-of 2027-01-05");
    assert!(
        due.contains("training complete 2026-10/akhir-bulan --all\n"),
        "{due}"
    );
    for line in [
        "training score 2026-10/akhir-bulan pa=60:80",
        "participation set 2026-10/akhir-bulan pb --status withdrawn",
        "training complete 2026-10/akhir-bulan --all",
    ] {
        let typed = words(line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&typed, "");
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
        let told = "Dihitung sejak 2026-10-30: laporan tentang bulan yang sudah selesai ikut berubah.\n";
        assert_eq!(said.stderr, told, "{line}");
    }
}
