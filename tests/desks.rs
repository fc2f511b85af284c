//! Two officers work a month on two branches with fifty commands each: together they are asked about nothing but what they
//! contradict each other in, and everything else of both is there.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;

use std::path::Path;

/// What a line in the shell prints; it must end well.
fn says(place: &Path, line: &str) -> String {
    let line = format!("exec 2>&1\nalias bina='bina --as-of 2026-12-02'\n{line}");
    let out = console::shell(place).args(["-c", &line]).output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success(), "{line}: {text}");
    text
}

/// Fifty commands of one desk, each a commit: most are its own, two contradict those of the other.
fn work(place: &Path, desk: &str, (first, days): (usize, &str), [name, unit]: [&str; 2]) {
    let add = "complaint add --received 2026-12-01 --channel loket --category antrean --kind complaint";
    let line = format!(
        "set -e; cd {desk}
        keep() {{ bina \"$@\" --commit --quiet > /dev/null; }}
        ids=$(tail -n +{first} staff.csv | head -20 | cut -d, -f1)
        for id in $ids; do keep staff set $id --email $id@{desk}.example; done
        for day in {days}; do keep holiday add 2027-03-$day --name 'Libur {desk}'; done
        for number in 0 1 2 3 4 5 6 7 8 9; do keep action add --opened 2026-12-01 --what \"Kerja {desk} $number\"; done
        for number in 0 1 2 3 4; do keep {add} --summary \"Antrean {desk} $number\" --unit kel-terjun; done
        keep unit set kel-terjun --name '{name}'
        keep complaint set 2026-10-rasv7 --unit {unit}
        keep service add layanan-{desk} 'Layanan {desk}'
        keep training add 2026-12/arsip-{desk} --title Arsip --method KL10 --mode classroom --start 2026-12-10 --end 2026-12-10 --jp 5
        keep training enroll 2026-12/arsip-{desk} $(tail -n +10 staff.csv | head -5 | cut -d, -f1)
        git rev-list --count HEAD"
    );
    assert_eq!(says(place, &line), "51\n");
}

#[test]
fn two_desks_are_asked_only_where_they_contradict_each_other() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    says(
        place,
        "bina init rina --example --quiet && cd rina && git init -q -b utama && bina init --git --quiet && git add -A && \
         git commit -qm awal && cd .. && git clone -q rina sarah && cd sarah && bina init --git --quiet",
    );
    let days = ["01 02 03 04 05 06 07 08 09 10", "11 12 13 14 15 16 17 18 19 20"];
    work(
        place,
        "rina",
        (2, days[0]),
        ["Kelurahan Terjun Indah", "sie-kesos"],
    );
    work(place, "sarah", (22, days[1]), ["Kelurahan Terjun Baru", "sek"]);
    let merge = "cd sarah && git fetch -q && git merge origin/utama | grep -c '^CONFLICT'; bina resolve | grep putuskan; true";
    let told = says(place, merge);
    let asked: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("putuskan: bina resolve "))
        .collect();
    assert!(
        asked.len() == 2
            && asked[0].contains(" complaint:2026-10-rasv7 ")
            && asked[1].contains(" unit:kel-terjun "),
        "{told}"
    );
    says(
        place,
        "cd sarah && { bina resolve complaint:2026-10-rasv7 --ours || true; } && bina resolve unit:kel-terjun --theirs && \
         git commit -qm gabung && bina check --errors",
    );
    let counts = "cd sarah; grep -c 2027-03 holidays.csv; grep -c Kerja.[rs] actions.csv; grep -c 'Antrean [rs]' complaints/2026-12.csv; \
                  grep -c '@[rs][a-z]*.example$' staff.csv; grep -c '/arsip-' participation/2026-12.csv; grep -c layanan- bina.toml; \
                  grep -c 'Terjun Indah' units.csv; grep -c '2026-10-rasv7.*,sek,' complaints/2026-10.csv";
    assert_eq!(says(place, counts), "20\n20\n10\n40\n10\n2\n1\n1\n");
    // What came with the merge is told by who did it.
    let came = says(
        place,
        "cd sarah; bina history --since gabungan -O csv | grep -c Libur.rina",
    );
    assert_eq!(came, "10\n");
}
