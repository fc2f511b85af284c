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
    let last = told.lines().nth(1).unwrap();
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

/// Two branches of one office, after what each did; then what the shell says on the first.
fn two(here: &str, there: &str, then: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(place, BEGIN);
    let sides = format!(
        "{here}\ngit -C kantor add -A; keep Rina 2026-11-06; git -C kantor checkout -q sarah
        {there}\ngit -C kantor add -A; keep Sarah 2026-11-08; git -C kantor checkout -q utama"
    );
    says(place, &sides);
    says(place, then)
}

#[test]
fn what_one_renamed_and_the_other_used_goes_on_under_the_new_name() {
    let renamed = "bina training rename 2026-11/kelas-daring-gratifikasi 2026-11/gratifikasi-daring --quiet
        bina unit rename kel-terjun kel-terjun-baru --quiet; bina staff rename p0hmwgrw p0hmwgrz --quiet";
    let used = "bina training complete 2026-11/kelas-daring-gratifikasi --all --quiet
        bina unit set kel-terjun --name 'Kelurahan Terjun Jaya' --quiet
        bina certificate add c-z --staff p0hmwgrw --scheme Bendahara --issuer LAN --number 1/2026 --issued 2026-11-02 --quiet
        bina complaint add 2026-11-zzzz1 --received 2026-11-05 --channel loket --kind complaint --unit kel-terjun --class light --summary Antrean --quiet";
    let then = "git -C kantor merge -q sarah || true; bina resolve; bina check --errors
        grep -c 2026-11/gratifikasi-daring,.*,completed, kantor/participation/2026-11.csv
        grep -h ^kel-terjun kantor/units.csv; grep -h ^2026-11-zzzz1 kantor/complaints/2026-11.csv
        grep -h ^c-z kantor/certificates.csv
        git -C kantor diff --name-only; dated Rina 2026-11-09 commit -qm gabung; git -C kantor status --short";
    for (here, there) in [(renamed, used), (used, renamed)] {
        let told = two(here, there, then);
        let row = |start: &str| {
            told.lines()
                .find(|line| line.starts_with(start))
                .unwrap_or_default()
        };
        assert!(
            row("kel-terjun-baru,").contains("Kelurahan Terjun Jaya"),
            "{told}"
        );
        assert!(row("2026-11-zzzz1,").contains(",kel-terjun-baru,"), "{told}");
        assert!(row("c-z,").contains(",p0hmwgrz,"), "{told}");
        assert!(told.contains("\n14\n"), "{told}");
        assert!(!told.contains("--theirs"), "{told}");
    }
}

#[test]
fn who_names_something_by_its_old_name_is_told_the_new_one_once() {
    let renamed = "bina unit rename kel-terjun kel-terjun-baru --quiet";
    let used = "for i in 1 2 3; do bina complaint add 2026-11-zzzz$i --received 2026-11-05 --channel loket \
        --kind complaint --unit kel-terjun --class light --summary Antrean$i --quiet; done";
    let told = two(
        renamed,
        used,
        "git -C kantor merge -q --no-verify -m gabung sarah; bina check --errors || true
        bina unit rename kel-terjun kel-terjun-baru; bina check --errors
        bina unit rename kel-terjun kel-terjun-baru || true",
    );
    assert_eq!(
        told.matches("kini bernama `kel-terjun-baru`").count(),
        1,
        "{told}"
    );
    assert!(
        told.contains("bina unit rename kel-terjun kel-terjun-baru"),
        "{told}"
    );
    assert!(told.contains("3 rujukan ikut diganti"), "{told}");
    assert!(told.contains("[row-missing]"), "{told}");
}

#[test]
fn a_place_that_another_person_took_is_no_new_name() {
    let told = two(
        "sed -i.x s/gratifikasi,p0wkgsxx/gratifikasi,p0hmwgrw/ kantor/participation/2026-11.csv
        rm kantor/participation/*.x; bina format --quiet",
        "bina training complete 2026-11/kelas-daring-gratifikasi --all --quiet",
        "git -C kantor merge -q sarah || true; bina resolve || true",
    );
    assert!(told.contains("--theirs"), "{told}");
}

#[test]
fn the_steps_of_a_complaint_belong_to_its_history() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(place, BEGIN);
    says(
        place,
        "bina complaint classify 2026-10-rasv7 --class normative --on 2026-12-01 --quiet; keep Sarah 2026-12-01",
    );
    for what in [
        "complaint:2026-10-rasv7",
        "key_figures/overdue/now --month 2026-11",
    ] {
        let told = says(place, &format!("bina history {what} -O csv --quiet"));
        let last = told.lines().nth(1).unwrap();
        assert!(
            last.starts_with("2026-12-01,Sarah,handling:2026-10-rasv7/"),
            "{what}: {told}"
        );
    }
}

#[test]
fn a_choice_that_cannot_be_says_why() {
    let told = two(
        "bina staff set p16fdnbm --email rina@x.id --quiet",
        "bina staff set p16fdnbm --email sarah@x.id --quiet",
        "git -C kantor merge -q sarah || true; bina resolve staff:p16fdnbm --set nama=x || true
        bina resolve staff:p16fdnbm --both || true",
    );
    for words in [
        "dispute-column",
        "yang bertentangan: email",
        "dispute-one-row",
        "--ours atau --theirs; --both hanya",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn what_both_sides_printed_is_named_and_no_byte_of_it_changes() {
    let print =
        "bina run monthly --month 2026-11 --quiet; printf '\\377\\r\\n%s' SIDE >kantor/reports/2026-11/x.png";
    let told = two(
        &print.replace("SIDE", "sini"),
        &format!(
            "bina complaint resolve 2026-10-rasv7 --outcome resolved --on 2026-11-20 --quiet; {}",
            print.replace("SIDE", "sana")
        ),
        "cp kantor/reports/2026-11/x.png sini.png; git -C kantor merge -q sarah || true
        bina resolve; cmp sini.png kantor/reports/2026-11/x.png; git -C kantor ls-files --unmerged",
    );
    assert!(told.contains("bina run monthly --month 2026-11, lalu"), "{told}");
    assert!(told.contains("reports/2026-11/bulanan.html"), "{told}");
}

#[test]
fn what_was_printed_is_found_after_another_line_was_joined() {
    let printed = "bina complaint add 2026-10-zzzz1 --received 2026-10-20 --channel loket --kind complaint --unit sie-yan \
        --class light --summary Antrean --quiet; git -C kantor add -A; keep Rina 2026-11-05
        bina run monthly --month 2026-10 --quiet >/dev/null";
    let told = two(
        printed,
        "bina holiday add 2027-03-02 --name Satu --quiet",
        "dated Rina 2026-11-09 merge -q --no-edit sarah
        bina explain key_figures/received/now --month 2026-10 --against report --report monthly
        echo; bina complaint set 2026-10-zzzz1 --unit sie-kesos --quiet; git -C kantor add -A; keep Hakim 2026-11-10
        bina report monthly --month 2026-10 --against report -O json
        cp kantor/reports/2026-10/bulanan.html salinan.html
        bina history --since salinan.html --month 2026-10 -O csv
        bina training add 2026-10/baru --title Baru --method KL10 --mode classroom --start 2026-10-05 --end 2026-10-05 --jp 2 --quiet
        echo NEW; bina report monthly --month 2026-10 --against report -O json",
    );
    let (explained, rest) = told.split_once("\n\n").unwrap_or((&told, ""));
    // It was there when it was printed.
    assert!(
        !explained.contains("zzzz1") || !explained.contains("(baru)"),
        "{told}"
    );
    let (then, later) = rest.split_once("NEW").unwrap_or((rest, ""));
    assert!(
        then.contains("\"complaint:2026-10-zzzz1\"") && then.contains("\"sie-yan\", \"sie-kesos\""),
        "{told}"
    );
    assert!(then.contains(",Hakim,complaint:2026-10-zzzz1,"), "{told}");
    // A file that came since is in nothing that the report names.
    assert!(later.contains("trainings/2026-10/baru.toml"), "{told}");
}

#[test]
fn what_one_renamed_and_changed_is_one_row_with_what_the_other_changed() {
    let commit = "git -C kantor add -A; keep Rina 2026-11-05";
    let renamed = format!(
        "bina unit rename kel-terjun kel-trj --quiet; {commit}
        bina unit set kel-trj --name 'Terjun Jaya' --quiet
        bina complaint rename 2026-10-rasv7 2026-10-rasv8 --quiet; bina complaint set 2026-10-rasv8 --channel loket --quiet
        bina training rename 2026-11/kelas-daring-gratifikasi 2026-11/gratifikasi --quiet; {commit}
        bina training set 2026-11/gratifikasi --title 'Kelas Gratifikasi' --quiet"
    );
    let changed = "bina unit set kel-terjun --public-service no --quiet
        bina complaint set 2026-10-rasv7 --category lainnya --quiet || bina complaint set 2026-10-rasv7 --unit sie-kesos --quiet
        bina training set 2026-11/kelas-daring-gratifikasi --cost 77 --quiet";
    let then = "git -C kantor merge -q sarah || true; bina resolve; bina check --errors
        grep ^kel-t kantor/units.csv; grep -h ^2026-10-rasv kantor/complaints/*.csv
        cat kantor/trainings/2026-11/gratifikasi.toml; ls kantor/trainings/2026-11";
    for (here, there) in [(&*renamed, changed), (changed, &*renamed)] {
        let told = two(here, there, then);
        assert!(!told.contains("--theirs"), "{told}");
        let unit = told
            .lines()
            .find(|line| line.starts_with("kel-trj,"))
            .unwrap_or_default();
        assert!(unit.contains("Terjun Jaya") && unit.contains(",no"), "{told}");
        assert!(
            !told.contains("\n2026-10-rasv7,") && told.contains("\n2026-10-rasv8,"),
            "{told}"
        );
        assert!(
            told.contains("cost = 77") && told.contains("Kelas Gratifikasi"),
            "{told}"
        );
        assert!(!told.contains("\nkelas-daring-gratifikasi.toml"), "{told}");
    }
}

#[test]
fn what_both_renamed_differently_is_asked_once() {
    let told = two(
        "bina unit rename kel-terjun kel-satu --quiet",
        "bina unit rename kel-terjun kel-dua --quiet",
        "git -C kantor merge -q sarah || true; bina resolve || true
        echo DECIDED; bina resolve unit:kel-terjun --theirs; bina check --errors
        grep -rc kel-satu kantor/units.csv kantor/postings.csv || true; git -C kantor diff --name-only",
    );
    let (asked, decided) = told.split_once("DECIDED").unwrap();
    assert_eq!(asked.matches("--theirs").count(), 1, "{told}");
    assert!(asked.contains("unit:kel-terjun"), "{told}");
    // Of indicators the unit is a part of the key: each row is there once.
    assert!(decided.contains("\n0 kesalahan"), "{told}");
    assert!(
        decided.contains("units.csv:0") && decided.contains("postings.csv:0"),
        "{told}"
    );
}

#[test]
fn sessions_that_two_added_under_one_number_are_both_held() {
    let session =
        |what: &str| format!("bina training set 2026-12/refleksi-pelayanan-2026 --session {what} --quiet");
    let told = two(
        &session("2026-12-09:60:Aula"),
        &session("2026-12-09:90:Kantor"),
        "git -C kantor merge -q sarah || true; bina resolve; bina check --errors
        cat kantor/trainings/2026-12/refleksi-pelayanan-2026.toml",
    );
    assert!(
        told.contains("minutes = 60") && told.contains("minutes = 90"),
        "{told}"
    );
    assert!(!told.contains("--theirs"), "{told}");
}
