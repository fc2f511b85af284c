//! What has changed since an earlier state that git has: in the figures of a report, and in the records.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;
mod office;

use std::fs;
use std::path::Path;

/// A copy of `data/` that git keeps, in which two people changed something since October.
struct Kept(tempfile::TempDir);

impl Kept {
    fn new() -> Kept {
        let place = tempfile::tempdir().unwrap();
        let records = office::Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
        fs::rename(records.root(), place.path().join("data")).unwrap();
        let kept = Kept(place);
        let commit = |by: &str, day: &str| {
            format!(
                "GIT_AUTHOR_NAME='{by}' GIT_AUTHOR_DATE={day}T08:00:00 GIT_COMMITTER_DATE={day}T08:00:00 git -C data commit -qam '{by}'"
            )
        };
        let late = "bina complaint set 2026-10-rasv7 --unit sie-kesos";
        kept.says(&format!(
            "git -C data init -q; git -C data add -A; {}",
            commit("Awal", "2026-11-01")
        ));
        kept.says(&format!("{late} && {}", commit("Rina", "2026-11-12")));
        let mail = "bina staff set Legiman --email legiman@example.go.id";
        kept.says(&format!("{mail} && {}", commit("Sarah", "2026-11-14")));
        kept
    }

    /// What a line in the shell prints; it must end well.
    fn says(&self, line: &str) -> String {
        let line = format!("exec 2>&1\nalias bina='bina -C data --as-of 2026-11-20'\n{line}");
        let out = console::shell(self.0.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(out.status.success(), "{line}: {text}");
        text
    }

    /// That a line is refused with these words.
    fn refuses(&self, line: &str, words: &str) {
        let told = self.says(&format!("{line} && exit 9 || test $? = 2"));
        assert!(told.contains(words), "{line}: {told}");
    }
}

#[test]
fn a_report_tells_the_figures_that_are_others_and_the_records_behind_them() {
    let kept = Kept::new();
    let report = |when: &str| {
        kept.says(&format!(
            "bina report complaints --month 2026-10 --against {when} -O json"
        ))
    };
    let since = report("2026-11-10");
    // The same state, by its name.
    assert_eq!(since.replace("2026-11-10", "HEAD~2"), report("HEAD~2"));
    for line in [
        "[\"complaints_in_month/sie-kesos/open\", \"0\", \"1\"]",
        "[\"complaints/2026-10.csv\", \"complaint:2026-10-rasv7\", \"Perekaman KTP-el warga sakit di rumah belum dijadwalkan.\", \
         \"unit\", \"sie-yan\", \"sie-kesos\"]",
    ] {
        assert!(since.contains(line), "{line}: {since}");
    }
    let later = report("2026-11-13");
    assert!(
        later.contains("\"rows\": []") && !later.contains("sie-kesos"),
        "{later}"
    );
    // Nor is told what this report does not read.
    kept.says("bina award add --staff Legiman --date 2026-11-12 --kind piagam");
    assert!(!report("HEAD").contains("award:"));
    // What no commit has yet counts too.
    kept.says("bina complaint set 2026-10-rasv7 --unit sie-yan");
    assert!(report("HEAD").contains("\"sie-kesos\", \"sie-yan\""));
    assert!(!report("2026-11-10").contains("rasv7"));

    for when in ["2020-01-01", "tidak-ada", "ditutup", "--output=x"] {
        kept.refuses(
            &format!("bina report monthly --month 2026-10 --against={when}"),
            "ditutup",
        );
    }
    kept.says("bina close 2026-10 --quiet; bina complaint set 2026-10-rasv7 --unit sie-kesos");
    let closed = kept.says("bina report monthly --month 2026-10 --against closed -O csv");
    assert!(
        closed.contains("moved,complaints_by_unit/sie-yan/received,after,2,"),
        "{closed}"
    );
    assert!(!closed.contains("\naltered,"), "{closed}");
}

#[test]
fn the_history_says_who_changed_what() {
    let kept = Kept::new();
    let history = |what: &str| kept.says(&format!("bina history {what} -O csv | cut -d, -f1-8"));
    let head = "day,by,row,about,column,what,before,after\n";
    let unit = "2026-11-12,Rina,complaint:2026-10-rasv7,Perekaman KTP-el warga sakit di rumah belum dijadwalkan.,unit,changed,sie-yan,sie-kesos\n";
    let mail = "2026-11-14,Sarah,staff:p0hmwgrw,\"Legiman, S.AP.\",email,changed,,legiman@example.go.id\n";
    let mail_cut = "2026-11-14,Sarah,staff:p0hmwgrw,\"Legiman, S.AP.\",email,changed,\n";
    // The last first.
    let both = format!("{head}{mail_cut}{unit}");
    assert!(mail.starts_with(mail_cut.trim_end_matches('\n')));
    assert_eq!(history("--since 2026-11-10"), both);
    assert_eq!(history("--since HEAD~2"), both);
    assert_eq!(
        history("--since 2026-11-10 --until 2026-11-12"),
        format!("{head}{unit}")
    );
    assert_eq!(
        history("--since 2026-11-10 --by sarah"),
        format!("{head}{mail_cut}")
    );
    assert_eq!(
        history("--since 2026-11-10 --column unit"),
        format!("{head}{unit}")
    );
    for (what, line) in [
        ("Legiman", mail_cut),
        ("complaint:2026-10-rasv7", unit),
        ("2026-10", unit),
        ("staff.csv", mail_cut),
    ] {
        assert_eq!(
            history(&format!("{what} --since 2026-11-10")),
            format!("{head}{line}"),
            "{what}"
        );
    }
    // What came and went, and what no commit has yet; of a training also who takes part.
    kept.says("bina training enroll 2026-12/refleksi-pelayanan-2026 Legiman");
    let told = history("2026-12/refleksi-pelayanan-2026 --since 2026-11-10");
    let row = "participation:2026-12/refleksi-pelayanan-2026/p0hmwgrw,\"Legiman, S.AP.\",,new,";
    assert!(told.contains(&format!("\n,(belum di-commit),{row}")), "{told}");
    // Answers are counted.
    let all = kept.says("bina history --until 2026-11-01 -O csv");
    assert!(
        all.lines()
            .any(|line| line.contains(",response:") && line.contains(",new,,")),
        "no batch"
    );
    let comment = "Materi";
    let answers = all.lines().filter(|line| line.contains(",response:"));
    assert!(answers.clone().count() > 10 && !answers.into_iter().any(|line| line.contains(comment)));

    kept.refuses("bina history Siapa", "Siapa");
    kept.refuses("bina history --since kapan", "kapan");
    kept.refuses("bina history --since ditutup", "ditutup");
    kept.says("bina close 2026-10 --as-of 2026-11-13 --quiet");
    assert_eq!(history("2026-10 --since closed --until 2026-11-19"), head);
    kept.says("mv data/.git weg");
    kept.refuses("GIT_CEILING_DIRECTORIES=/ bina history", "git init");
}

#[test]
fn a_figure_says_in_one_command_what_it_rests_on_and_who_changed_that_since_it_was_printed() {
    let kept = Kept::new();
    let address = "programmes/2026-10/webinar-akal-imitasi/absent";
    let rest = format!("{address} --month 2026-10");
    kept.refuses(
        &format!("bina explain {rest} --against laporan"),
        "bina run monthly",
    );
    kept.says("bina run monthly --month 2026-10 --quiet");
    let nothing = kept.says(&format!("bina explain {rest} --against laporan -O json"));
    assert!(
        nothing.contains("[\"now\", 3]") && nothing.contains("[\"written\", \"3\"]"),
        "{nothing}"
    );
    let commit = |by: &str, day: &str| {
        let env =
            format!("GIT_AUTHOR_NAME={by} GIT_AUTHOR_DATE={day}T08:00:00 GIT_COMMITTER_DATE={day}T08:00:00");
        kept.says(&format!("{env} git -C data commit -qam {by}"));
    };
    kept.says("bina participation set 2026-10/webinar-akal-imitasi p51fqse5 --reason duty");
    commit("Dewi", "2026-11-16");
    kept.says(
        "bina training enroll 2026-10/webinar-akal-imitasi Legiman --status absent --on 2026-10-20 --quiet",
    );
    commit("Budi", "2026-11-17");
    let row = "participation:2026-10/webinar-akal-imitasi";
    // By the printed page, by its name, and by the commit of then the same is told.
    for when in ["laporan", "data/reports/private/2026-10/bulanan.csv", "HEAD~2"] {
        let told = kept.says(&format!("bina explain {rest} --against {when} -O json"));
        for line in [
            "[\"then\", 3]",
            "[\"now\", 4]",
            &format!("[\"{row}/p0hmwgrw\", \"absent\", null, 1, "),
            &format!(
                "[\"2026-11-16\", \"Dewi\", \"{row}/p51fqse5\", \"Bambang Supriyadi, S.AP.\", \"reason\", \"no-word\", \"duty\", \"correction\"]"
            ),
            &format!(
                "[\"2026-11-17\", \"Budi\", \"{row}/p0hmwgrw\", \"Legiman, S.AP.\", null, null, null, \"late\"]"
            ),
            "\"participation/2026-10.csv:",
        ] {
            assert!(told.contains(line), "{when}: {line}: {told}");
        }
        assert_eq!(told.contains("\"written\""), when != "HEAD~2");
    }
    let history = |more: &str| {
        kept.says(&format!(
            "bina history {rest} {more} -O csv 2>/dev/null | cut -d, -f1-3"
        ))
    };
    let both = format!("day,by,row\n2026-11-17,Budi,{row}/p0hmwgrw\n2026-11-16,Dewi,{row}/p51fqse5\n");
    for since in ["laporan", "2026-11-16", "HEAD~2"] {
        assert_eq!(history(&format!("--since {since}")), both, "{since}");
    }
    // Of all who are absent their first record.
    assert_eq!(history("").lines().count(), 1 + 3 + 2);
    // A rule that is another has no row of its own.
    kept.says("sed -i 's/^respond_within = 2/respond_within = 1/' data/rules/complaints.toml");
    let ruled = kept
        .says("bina explain complaints_by_unit/sie-kesos/responded --month 2026-10 --against HEAD -O json");
    assert!(
        ruled.contains("\"(belum di-commit)\", \"rules/complaints.toml\"") && ruled.contains("\"rule\"]"),
        "{ruled}"
    );
    // An answer that came is counted, and neither its words nor what it adds are told.
    kept.says("git -C data checkout -q .");
    kept.says("bina response add skm-2025 --unit kel-terjun --service ktp-el --date 2026-10 333333333 333333333 333333333 333333333 333333333");
    let answered = kept.says("bina explain key_figures/ikm/now --month 2026-10 --against HEAD -O json");
    let (_, shifted) = answered.split_once("\"shifted\"").unwrap();
    let (shifted, _) = shifted.split_once("\"revised\"").unwrap();
    let row = shifted
        .lines()
        .find(|line| line.contains("[\"response:skm-2025/"));
    assert!(
        row.is_some_and(|row| row.contains("\"0\", \"5\", null]")),
        "{shifted}"
    );
}

#[test]
fn a_closing_and_a_merge_are_states_with_the_rows_behind_the_difference() {
    let kept = Kept::new();
    kept.says("bina close 2026-10 --quiet && git -C data add -A && git -C data commit -qm tutup");
    kept.says("bina participation set 2026-10/webinar-akal-imitasi p51fqse5 --reason duty");
    let told = kept.says("bina report monthly --month 2026-10 --against ditutup -O csv");
    assert!(
        told.contains("\nmoved,absences/") && told.contains("\naltered,"),
        "{told}"
    );
    let history = |since: &str| {
        kept.says(&format!(
            "bina history 2026-10 --since {since} -O csv | tail -n +2"
        ))
    };
    assert!(history("ditutup").contains("p51fqse5") && history("ditutup").lines().count() == 1);
    kept.refuses("bina history --since gabungan", "commit");
    kept.says("git -C data commit -qam sini; git -C data checkout -qb sana HEAD~1");
    kept.says("bina holiday add 2027-03-01 --name Libur --quiet; git -C data commit -qam sana");
    kept.says("git -C data checkout -q - && git -C data merge -q -m gabung sana");
    let came = kept.says("bina history --since gabungan -O csv | tail -n +2");
    assert!(
        came.contains("holiday:2027-03-01") && came.lines().count() == 1,
        "{came}"
    );
    let screen = kept.says("bina history --since gabungan");
    assert!(
        screen.starts_with("Tanggal") && screen.contains("baru"),
        "{screen}"
    );
}

#[test]
fn what_was_and_what_is_are_rounded_alike_and_never_look_the_same() {
    let kept = Kept::new();
    kept.says("bina participation claim Legiman --title Webinar --external --completed 2026-10-12 --jp 1");
    let told = kept.says("bina report monthly --month 2026-10 --against HEAD --lang en");
    let rows = told.lines().map(|line| {
        let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>()
    });
    let rows: Vec<_> = rows
        .filter(|row| row.len() == 3 && row[0].starts_with("hours_by_unit/"))
        .collect();
    assert!(
        rows.len() > 2 && rows.iter().all(|row| row[1] != row[2]),
        "{told}"
    );
}

#[test]
fn a_figure_that_is_there_no_more_is_told_as_it_was() {
    let kept = Kept::new();
    kept.says("bina complaint resolve 2026-09-b85hp --outcome resolved --on 2026-10-27 --quiet");
    let figure = "complaints_overdue/2026-09-b85hp/past --month 2026-10";
    let told = kept.says(&format!("bina explain {figure} --against HEAD -O json"));
    for part in [
        "[\"then\", 24]",
        "[\"now\", null]",
        "handling:2026-09-b85hp/2026-10-27/closed",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let told = kept.says(&format!("bina history {figure} --since HEAD"));
    assert!(
        told.contains("24 → –") && told.contains("handling:2026-09-b85hp/"),
        "{told}"
    );
    for typed in [
        format!("bina explain {figure}"),
        format!("bina explain {} --against HEAD", figure.replace("b85hp", "b85hx")),
        format!("bina history {} --since HEAD", figure.replace("b85hp", "b85hx")),
    ] {
        kept.refuses(&typed, "bina explain complaints_overdue");
    }
}

#[test]
fn a_day_off_is_named_as_the_cause_and_a_list_tells_what_came_and_went() {
    let kept = Kept::new();
    kept.says(
        "bina close 2026-10 --quiet; git -C data add -A; git -C data commit -qm tutup
        bina holiday add 2026-10-21 --since 2026-10-01 --name Uji --quiet
        bina staff set p16fdnbm --email baru@example.go.id --quiet
        bina complaint set 2026-10-rasv7 --unit sie-yan --quiet",
    );
    let told =
        kept.says("bina explain complaints_overdue/2026-09-b85hp/past --month 2026-10 --against closed");
    assert!(told.contains("holiday:2026-10-21"), "{told}");
    assert!(!told.contains("staff:") && !told.contains("rasv7"), "{told}");
    kept.says("bina complaint resolve 2026-09-b85hp --outcome resolved --on 2026-10-30 --quiet");
    let told = kept.says("bina explain complaints_overdue --month 2026-10 --against closed -O csv");
    for line in [
        "complaints_overdue,after,",
        "complaints_overdue/2026-09-b85hp,before,1",
        "complaints_overdue/2026-07-phf4g/past,before,15",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    kept.says("bina explain attention --month 2026-10 --against closed");
}
