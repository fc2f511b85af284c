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
    let both = format!("{head}{unit}{mail_cut}");
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
