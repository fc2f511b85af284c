//! A month that is closed: its figures are held to, and what becomes another is told until it is corrected with a reason.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test edits records by hand")]

mod office;

use office::{Office, Said};
use std::fs;
use std::path::Path;

/// The office of `data/`.
fn example() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// Runs a line, parted by blanks.
fn run(office: &mut Office, line: &str) -> Said {
    office.run(&line.split(' ').collect::<Vec<_>>(), "")
}

/// The same, where nothing may stand against it.
fn done(office: &mut Office, line: &str) -> String {
    let said = run(office, line);
    assert_eq!(said.status, 0, "{line}: {said:?}");
    said.stdout
}

fn refused(office: &mut Office, line: &str, (status, words): (u8, &str)) {
    let before = office.tree();
    let said = run(office, line);
    assert!(
        said.status == status && said.stderr.contains(words),
        "{line}: {said:?}"
    );
    assert_eq!(office.tree(), before, "{line}");
}

const CLOSE: &str = "close 2026-10";

/// Of a month that is over.
const LATE: &str = "complaint add --received 2026-10-14 --channel loket --category antrean --kind complaint \
                    --summary Antrean --unit kel-terjun";

fn ledger(office: &Office) -> String {
    fs::read_to_string(office.root().join("closed/2026-10.csv")).unwrap()
}

#[test]
fn a_month_is_closed_once_and_its_figures_name_nobody() {
    let mut office = example();
    let report = done(&mut office, "report monthly --month 2026-10 -O json");
    let shown = done(&mut office, "close 2026-10 --dry-run");
    assert!(shown.contains("+hours_by_unit,14,2026-11-20,"), "{shown}");
    assert!(!office.root().join("closed").exists());

    done(&mut office, CLOSE);
    let tree = office.tree();
    let closed = ledger(&office);
    for line in [
        "figure,value,on,reason\n",
        "\ncomplaints_by_unit/*/received,7,2026-11-20,\n",
        // How many, not who.
        "\nunder_floor,13,2026-11-20,\n",
        // What nobody knows is that.
        "\ncomplaints_by_unit/sie-pmk/satisfied,,2026-11-20,\n",
    ] {
        assert!(closed.contains(line), "{line}");
    }
    let staff = fs::read_to_string(office.root().join("staff.csv")).unwrap();
    for row in staff.lines().skip(1) {
        let name = row.split(',').nth(3).unwrap();
        assert!(!closed.contains(name), "{name}");
    }
    // Nothing twice, and the report of the month stays as it is.
    done(&mut office, CLOSE);
    done(&mut office, "check");
    assert_eq!(
        done(&mut office, "report monthly --month 2026-10 -O json"),
        report
    );
    assert_eq!(office.tree(), tree);
    refused(&mut office, "close 2026-11", (2, "2026-11"));
    refused(
        &mut office,
        "close 2026-09 --reopen --reason x",
        (2, "2026-09 tidak sedang ditutup"),
    );
}

#[test]
fn a_figure_that_becomes_another_is_told_until_it_is_corrected_with_a_reason() {
    let mut office = example();
    done(&mut office, CLOSE);
    let october = |office: &mut Office| run(office, "report monthly --month 2026-10 -O csv");
    assert_eq!(october(&mut office).stderr, "");
    done(&mut office, LATE);

    let told = "complaints_by_unit/*/received 7 → 8";
    let check = run(&mut office, "check --errors");
    assert_eq!(check.status, 1);
    assert!(check.stdout.starts_with("closed/2026-10.csv:"), "{check:?}");
    assert!(check.stdout.contains(told), "{check:?}");
    assert!(october(&mut office).stderr.contains(told));
    refused(&mut office, CLOSE, (3, told));
    refused(&mut office, "close 2026-10 --reopen", (2, "--reason"));

    let november = done(
        &mut office,
        "report monthly --month 2026-11 -O csv --as-of 2026-12-03",
    );
    let said = office.run(
        &[
            "close",
            "2026-10",
            "--reason",
            "Laporan loket menyusul",
            "--as-of",
            "2026-12-02",
        ],
        "",
    );
    assert_eq!(said.status, 0, "{said:?}");
    done(&mut office, "check");
    assert_eq!(october(&mut office).stderr, "");
    // It is told in the report of the month in which it was corrected, and in no other.
    let of = |office: &mut Office, month: &str| {
        done(
            office,
            &format!("report monthly --month {month} -O csv --as-of 2027-01-03"),
        )
    };
    assert_eq!(of(&mut office, "2026-11"), november);
    let december = of(&mut office, "2026-12");
    for cell in [
        "figure,complaints_by_unit/*/received",
        "before,7",
        "after,8",
        "reason,Laporan loket menyusul",
        "on,2026-12-02",
    ] {
        let is_told = |line: &str| line.starts_with("corrections,") && line.contains(cell);
        assert!(december.lines().any(is_told), "{cell}: {december}");
    }
}

#[test]
fn what_a_figure_is_of_is_closed_compared_corrected_and_explained_with_it() {
    let mut office = example();
    done(&mut office, CLOSE);
    assert!(ledger(&office).contains("\nkey_figures/resolved/now,3/6,2026-11-20,\n"));
    assert!(ledger(&office).contains("\nkey_figures/on_time/now,1; of 3,2026-11-20,\n"));
    let page = "report monthly --month 2026-10 -o lama.html";
    done(&mut office, page);
    done(&mut office, LATE);
    let told = |office: &mut Office, line: &str| {
        let said = run(office, line).stdout;
        let all = said
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        all.filter(|line| line.contains("key_figures/resolved/now"))
            .collect::<String>()
    };
    let against = "report monthly --month 2026-10 --against closed";
    assert_eq!(told(&mut office, against), "key_figures/resolved/now 3/6 3/7");
    let verified = told(&mut office, "verify lama.html");
    assert_eq!(verified, "key_figures/resolved/now: 3/6 → 3/7");
    // The complaint of the denominator alone stands among what entered it.
    let explained = run(
        &mut office,
        "explain key_figures/resolved/now --month 2026-10 --lang en",
    )
    .stdout;
    assert!(
        explained.contains("those that can be resolved        7    7"),
        "{explained}"
    );
    assert_eq!(office.run(&["close", "2026-10", "--reason", "x"], "").status, 0);
    let closed = ledger(&office);
    assert!(
        closed.contains("\nkey_figures/resolved/now,3/7,2026-11-20,x\n"),
        "{closed}"
    );
    done(&mut office, "check");
}

#[test]
fn a_month_is_opened_again_and_closed_with_what_became_another() {
    let mut office = example();
    done(&mut office, CLOSE);
    done(&mut office, "close 2026-10 --reopen --reason Salah");
    done(&mut office, LATE);
    done(&mut office, "check");
    let before = ledger(&office);
    let said = run(&mut office, CLOSE);
    // What is held are all figures, not those that are others.
    assert!(
        said.status == 0 && !said.stderr.contains(" dengan 0 ") && said.stderr.contains(" dengan 10"),
        "{said:?}"
    );
    let closed = ledger(&office);
    let added = closed.strip_prefix(&before).unwrap();
    assert!(
        added.contains("complaints_by_unit/*/received,8,2026-11-20,Salah\n"),
        "{added}"
    );
    assert!(!added.contains("hours_by_unit"), "{added}");
    done(&mut office, "check");
}

#[test]
fn a_ledger_that_somebody_changed_is_told() {
    for (from, to) in [
        (
            "complaints_by_unit/*/received,7,",
            "complaints_by_unit/*/received,6,",
        ),
        ("complaints_by_unit/*/received,7,2026-11-20,\n", ""),
    ] {
        let mut office = example();
        done(&mut office, CLOSE);
        let path = office.root().join("closed/2026-10.csv");
        let closed = ledger(&office);
        assert!(closed.contains(from));
        fs::write(&path, closed.replace(from, to)).unwrap();
        let said = run(&mut office, "check --errors");
        assert!(
            said.status == 1 && said.stdout.contains("closing-broken"),
            "{said:?}"
        );
    }
    // Also what is no longer the last of a figure, when and why it was corrected, and seals themselves; and nothing is
    // closed, corrected or printed on top of it.
    let mut office = example();
    done(&mut office, CLOSE);
    done(&mut office, LATE);
    let reason = ["close", "2026-10", "--reason", "Loket, \"menyusul\""];
    assert_eq!(office.run(&reason, "").status, 0);
    done(&mut office, "check");
    let whole = ledger(&office);
    let lines: Vec<&str> = whole.lines().collect();
    let kept = |is_kept: fn(&str) -> bool| {
        let kept = lines.iter().filter(|line| is_kept(line));
        kept.map(|line| format!("{line}\n")).collect::<String>()
    };
    let last = lines.last().unwrap();
    for changed in [
        kept(|line| !line.starts_with('*')),
        lines[..lines.len() / 2].join("\n"),
        lines[..lines.len() - 1].join("\n") + "\n",
        whole.replace(
            "complaints_by_unit/*/received,7,",
            "complaints_by_unit/*/received,6,",
        ),
        whole.replace("complaints_by_unit/*/received,7,2026-11-20,\n", ""),
        whole.replace("menyusul", "terlambat"),
        whole.replace(last, &last.replace("2026-11-20", "2026-12-20")),
        whole.replace(last, &last.replace("menyusul", "lain")),
    ] {
        assert_ne!(changed, whole);
        fs::write(office.root().join("closed/2026-10.csv"), &changed).unwrap();
        let said = run(&mut office, "check --errors");
        assert!(
            said.status == 1 && said.stdout.contains("closing-broken"),
            "{changed}: {said:?}"
        );
        for line in [
            "close 2026-10 --reason x",
            "close 2026-10 --reopen --reason x",
            "run monthly --month 2026-10 --close",
        ] {
            let before = office.tree();
            let said = run(&mut office, line);
            assert!(
                said.status == 3 && said.stderr.contains("closing-broken"),
                "{line}: {said:?}"
            );
            assert_eq!(office.tree(), before, "{line}");
        }
        // The page says it, and nothing is held against it.
        let page = run(&mut office, "report monthly --month 2026-10").stdout;
        assert!(page.contains("diubah dengan tangan sesudah disegel"), "{page}");
        refused(
            &mut office,
            "report monthly --month 2026-10 --against closed",
            (2, "diubah dengan tangan"),
        );
    }

    // A cell that is none is told where it stands.
    let mut office = example();
    done(&mut office, CLOSE);
    fs::write(
        office.root().join("closed/2026-10.csv"),
        "figure,value,on,reason\na/b/c,1,20-11-2026,\n",
    )
    .unwrap();
    let said = run(&mut office, "check --errors");
    assert!(
        said.status == 1 && said.stdout.starts_with("closed/2026-10.csv:2:9: "),
        "{said:?}"
    );
}

#[test]
fn the_months_printing_closes_the_month_too_or_does_nothing() {
    let mut office = example();
    let printing = "run monthly --month 2026-10 --close";
    done(&mut office, printing);
    let tree = office.tree();
    assert!(tree.contains_key("closed/2026-10.csv") && tree.contains_key("reports/2026-10/bulanan.html"));
    assert_eq!(run(&mut office, printing), Said::default());
    assert_eq!(office.tree(), tree);

    done(&mut office, LATE);
    refused(&mut office, printing, (3, "--reason"));
    // Without closing it is printed anew, and says what the closing holds against it.
    let said = run(&mut office, "run monthly --month 2026-10");
    assert!(
        said.status == 1 && said.stderr.contains("2026-10 ditutup 2026-11-20; "),
        "{said:?}"
    );
}

#[test]
fn who_gives_a_unit_another_key_is_told_which_closed_months_keep_the_old_one() {
    let mut office = example();
    let rename = "unit rename kel-terjun kel-terjun-2";
    assert!(!run(&mut office, rename).stderr.contains("sudah ditutup"));
    let mut office = example();
    done(&mut office, CLOSE);
    let said = run(&mut office, rename);
    let typed = "bina close 2026-10 --reason \"kel-terjun menjadi kel-terjun-2\"";
    assert!(
        said.status == 0 && said.stderr.contains("kel-terjun: 2026-10. ") && said.stderr.contains(typed),
        "{said:?}"
    );
    assert_eq!(run(&mut office, "check --errors").status, 1);
    done(&mut office, "close 2026-10 --reason kel-terjun-2");
    done(&mut office, "check");
}

#[test]
fn an_office_that_closes_its_months_is_told_which_wait() {
    let mut office = example();
    let waiting = |office: &mut Office| {
        let list = done(office, "due -O csv --lang en");
        let lines = list.lines().filter(|line| line.starts_with("closing:"));
        lines
            .map(|line| line.rsplit(',').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(waiting(&mut office).is_empty());
    done(&mut office, "close 2026-08");
    assert_eq!(waiting(&mut office), ["bina close 2026-09", "bina close 2026-10"]);
    done(&mut office, "close 2026-09");
    done(&mut office, "close 2026-08 --reopen --reason Salah");
    assert_eq!(waiting(&mut office), ["bina close 2026-08", "bina close 2026-10"]);
}
