//! Forms of evaluations that are begun, and filled in further later.

use super::{assert_same, office, run};
use crate::office::{Office, words};

#[test]
fn a_form_that_is_begun_is_told_apart_and_completed_by_set() {
    let mut office = office();
    let add = "evaluation add pa 2026-Q3 --behaviour meets";
    let typed = words(add);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let told = "Dihitung sejak 2026-09-30: laporan tentang bulan yang sudah selesai ikut berubah.\n";
    assert_eq!(office.run(&typed, "").stderr, told);
    for (line, told) in [
        (
            "report evaluation --month 2026-10",
            "2 dari 2, 1 di antaranya belum lengkap",
        ),
        (
            "report brief --month 2026-10",
            "2 pegawai Kecamatan Uji, 1 di antaranya belum lengkap",
        ),
        ("report staff pa --month 2026-10", "belum lengkap\n"),
    ] {
        let page = run(&mut office, line);
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains(told.trim_end()), "{page}");
    }
    let due = run(&mut office, "due --as-of 2026-11-05");
    let set = "evaluation set pa 2026-Q3 --result KODE --date 2026-11-05";
    assert!(due.contains(set), "{due}");
    assert!(due.contains("evaluation add pb 2026-Q3"), "{due}");
    run(&mut office, &set.replace("KODE", "meets"));
    let page = run(
        &mut office,
        "report evaluation --month 2026-11 --as-of 2026-11-30",
    );
    assert!(page.contains("1 dari 2."), "{page}");
}

/// The pages of a month that tell of evaluations.
fn pages(office: &mut Office, month: &str) -> Vec<String> {
    let reports = [
        "brief",
        "monthly",
        "monthly --edition public",
        "evaluation",
        "unit kantor",
        "staff pa",
    ];
    let page = |report: &str| {
        let line = format!("report {report} --month {month} --as-of 2026-12-15");
        run(office, &format!("{line} -O json")) + &run(office, &format!("{line} --full"))
    };
    reports.map(page).into()
}

/// What a command says beside its result; it must end well.
fn told(office: &mut Office, line: &str) -> String {
    let typed = words(line);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = office.run(&typed, "");
    assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    said.stderr
}

#[test]
fn what_completes_a_form_later_changes_no_month_before() {
    let starts = [
        "--result meets --evaluator pb --date 2026-10-07",
        "--behaviour below --date 2026-10-07",
        "--strengths Ramah --date 2026-10-07",
        "--result below",
    ];
    let ends = ["--date 2026-11-05", ""];
    for (start, end) in starts.iter().flat_map(|start| ends.map(|end| (start, end))) {
        let mut office = office();
        told(&mut office, &format!("evaluation add pa 2026-Q3 {start}"));
        let [october, november] = ["2026-10", "2026-11"].map(|month| pages(&mut office, month));
        let set = format!("evaluation set pa 2026-Q3 --result meets --behaviour meets --improve Cepat {end}");
        // What stood there is corrected with it, and only what was filled in is new.
        let set = match start.contains("below") {
            true => set.replace(
                "--result meets --behaviour meets",
                if start.contains("result") {
                    "--behaviour meets"
                } else {
                    "--result meets"
                },
            ),
            false => set,
        };
        assert_eq!(told(&mut office, &set), "", "{start} {end}");
        assert_same(&october, &pages(&mut office, "2026-10"));
        assert_ne!(pages(&mut office, "2026-11"), november, "{start} {end}");
    }
}

#[test]
fn each_month_is_told_what_stood_in_the_form_by_then() {
    let mut office = office();
    told(
        &mut office,
        "evaluation add pa 2026-Q2 --strengths Ramah --date 2026-07-07",
    );
    let set = "evaluation set pa 2026-Q2";
    told(&mut office, &format!("{set} --result meets --date 2026-09-04"));
    let august = pages(&mut office, "2026-08");
    let september = pages(&mut office, "2026-09");
    told(&mut office, &format!("{set} --behaviour meets"));
    assert_same(&august, &pages(&mut office, "2026-08"));
    assert_same(&september, &pages(&mut office, "2026-09"));
    let row = String::from_utf8(office.tree()["evaluations/2026-Q2.csv"].clone()).unwrap();
    let stages = "strengths@2026-07-07 result+strengths@2026-09-04";
    assert!(row.contains(stages) && row.contains("2026-11-20"), "{row}");
}

#[test]
fn who_corrects_a_whole_evaluation_is_told_that_its_month_changes() {
    let mut office = office();
    told(
        &mut office,
        "evaluation add pa 2026-Q3 --result meets --behaviour meets --date 2026-10-07",
    );
    let altered = "Dihitung sejak 2026-10-07: laporan tentang bulan yang sudah selesai ikut berubah.\n";
    for set in ["--result above", "--date 2026-11-05"] {
        assert_eq!(
            told(&mut office, &format!("evaluation set pa 2026-Q3 {set}")),
            altered,
            "{set}"
        );
    }
}

#[test]
fn a_stage_of_a_form_names_its_columns_and_its_day() {
    let mut office = office();
    for (begun, code) in [
        ("rating@2026-10-07", "rating"),
        ("result", "result@"),
        ("result@7-10-2026", "7-10-2026"),
    ] {
        let line = format!("evaluation add pa 2026-Q3 --result meets --date 2026-11-05 --begun {begun}");
        let typed = words(&line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&typed, "");
        assert!(
            said.status == 2 && said.stderr.contains(code),
            "{begun}: {}",
            said.stderr
        );
    }
}
