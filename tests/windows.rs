//! A clone as git makes it on Windows, with `core.autocrlf`: the records are read, right and true there as they are here.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod console;

use std::path::Path;

/// What a line in the shell prints; it must end well.
fn says(place: &Path, line: &str) -> String {
    let line = format!("exec 2>&1\nset -e\nalias bina='bina --as-of 2026-11-20 --lang en'\n{line}");
    let out = console::shell(place).args(["-c", &line]).output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success(), "{line}: {text}");
    text
}

/// Two desks, of which the second has a clone with the line ends of Windows where nothing says otherwise. `attributes` is
/// done to those of the first.
fn desks(attributes: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let line = format!(
        "bina init here --example --quiet && cd here && {attributes}
        git init -q && bina init --git --quiet && {attributes}
        git add -A && git commit -q -m awal
        bina report brief --month 2026-10 -o ../brief.html
        cd .. && git -c core.autocrlf=true clone -q -c core.autocrlf=true here there"
    );
    says(place.path(), &line);
    place
}

/// How many records have the line ends of Windows.
const OTHER_ENDS: &str = "grep -rlI \"$(printf '\\r')\" --include='*.csv' --include='*.toml' there | wc -l";

/// Everything is as it is here.
fn is_right(place: &Path) {
    let told = says(
        place,
        "cd there && git status --short && bina check --errors && bina verify ../brief.html
        bina report monthly --month 2026-10 > ../there.txt
        cd ../here && bina report monthly --month 2026-10 | cmp - ../there.txt",
    );
    let told: Vec<&str> = told
        .lines()
        .filter(|line| !line.starts_with("This clone"))
        .collect();
    assert!(
        told.len() == 2 && told[0].starts_with("0 errors") && told[1].starts_with("The same: brief 2026-10"),
        "{told:#?}"
    );
}

#[test]
fn attributes_keep_the_line_ends_of_records_in_every_clone() {
    let place = desks("true");
    let place = place.path();
    assert_eq!(says(place, OTHER_ENDS).trim(), "0");
    is_right(place);
}

#[test]
fn a_clone_with_the_line_ends_of_windows_says_the_same() {
    let place = desks("rm -f .gitattributes");
    let place = place.path();
    assert_ne!(says(place, OTHER_ENDS).trim(), "0");
    is_right(place);
    // What is written there is one line for git, too.
    let told = says(
        place,
        "cd there && bina unit set kel-terjun --name Indah --quiet && git diff --numstat 2> /dev/null",
    );
    assert_eq!(told, "1\t1\tunits.csv\n");
}

#[test]
fn two_put_their_records_together_whatever_their_line_ends() {
    let place = desks("true");
    let told = says(
        place.path(),
        "cd there && bina init --git --quiet
        bina unit set kel-terjun --name Indah --commit && bina holiday add 2027-03-01 --name Libur --commit
        cd ../here && bina unit set sie-yan --name Layanan --commit && bina holiday add 2027-03-02 --name Libur --commit
        cd ../there && git pull -q --no-rebase --no-edit && bina check --errors --quiet
        grep -c 2027-03 holidays.csv && grep -c -e Indah -e Layanan units.csv && git status --short",
    );
    assert!(told.ends_with("2\n2\n"), "{told}");
}
