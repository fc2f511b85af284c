//! Two branches that are joined: what the join itself decided has a name, and what it brought came with it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;

use std::path::Path;

/// What a line in the shell prints; it must end well. `keep NAME DAY` commits all.
fn says(place: &Path, line: &str) -> String {
    let line = format!(
        "exec 2>&1\nalias bina='bina --as-of 2026-12-02 -C kantor'
        dated() {{ by=$1; on=$2T08:00:00; shift 2
            GIT_AUTHOR_NAME=$by GIT_AUTHOR_DATE=$on GIT_COMMITTER_DATE=$on git -C kantor \"$@\"; }}
        keep() {{ dated $1 $2 commit -qam \"$1\"; }}\n{line}"
    );
    let out = console::shell(place).args(["-c", &line]).output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success(), "{line}: {text}");
    text
}

const BEGIN: &str = "command bina init kantor --example --quiet; git -C kantor init -q -b utama; bina init --git --quiet; \
                     git -C kantor add -A; dated Awal 2026-11-02 commit -qm awal; git -C kantor branch sarah\n";

#[test]
fn what_a_join_decided_stands_in_the_name_of_who_committed_it() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(place, BEGIN);
    says(
        place,
        "bina staff set p16fdnbm --email rina@x.id; bina holiday add 2027-03-01 --name Satu; keep Rina 2026-11-06
        git -C kantor checkout -q sarah
        bina staff set p16fdnbm --email sarah@x.id; keep Sarah 2026-11-08
        git -C kantor checkout -q utama
        git -C kantor merge -q sarah || true
        bina resolve staff:p16fdnbm --set email=hakim@x.id
        dated Hakim 2026-11-12 commit -qm gabung",
    );
    let told = says(place, "bina history staff:p16fdnbm -O csv");
    let last = told.lines().last().unwrap();
    assert!(
        last.contains(",Hakim,") && last.contains(",rina@x.id,hakim@x.id,"),
        "{told}"
    );
    let told = says(place, "bina history --by Hakim -O csv");
    assert_eq!(told.lines().count(), 2, "{told}");
}

#[test]
fn a_day_means_this_branch_then_and_what_was_joined_later_came_by_the_join() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(place, BEGIN);
    says(
        place,
        "bina holiday add 2027-03-01 --name Rina; keep Rina 2026-11-06
        git -C kantor checkout -q sarah
        bina holiday add 2027-03-02 --name Sarah; keep Sarah 2026-11-08
        git -C kantor checkout -q utama
        dated Hakim 2026-11-12 merge -q --no-edit sarah",
    );
    let since = says(place, "bina history --since 2026-11-09 -O csv");
    assert!(
        since.contains("2026-11-12,Sarah,") && !since.contains("Rina"),
        "{since}"
    );
    let until = says(place, "bina history --until 2026-11-09 -O csv");
    assert!(until.contains("Rina") && !until.contains(",Sarah,"), "{until}");
}

#[test]
fn two_who_close_a_month_on_two_branches_are_both_in_its_ledger() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(place, BEGIN);
    let late = "bina complaint add --received 2026-10-14 --channel loket --category antrean --kind complaint --unit kel-terjun --summary";
    says(
        place,
        &format!(
            "bina close 2026-10 --quiet; git -C kantor add -A; keep Awal 2026-11-03; git -C kantor branch -f sarah
            {late} Satu; bina close 2026-10 --reason 'Rina benar'; git -C kantor add -A; keep Rina 2026-11-06
            git -C kantor checkout -q sarah
            {late} Dua; bina close 2026-10 --reason 'Sarah benar'; git -C kantor add -A; keep Sarah 2026-11-08
            git -C kantor checkout -q utama
            git -C kantor merge -q sarah || true
            bina resolve || true
            bina close 2026-10 --reason 'Keduanya benar'; git -C kantor add -A
            dated Hakim 2026-11-12 commit -qm gabung; bina check --errors",
        ),
    );
    let ledger = std::fs::read_to_string(place.join("kantor/closed/2026-10.csv")).unwrap();
    for reason in ["Rina benar", "Sarah benar", "Keduanya benar"] {
        assert!(ledger.contains(reason), "{reason}: {ledger}");
    }
}
