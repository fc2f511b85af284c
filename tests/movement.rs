//! What is closed and reopened on one day.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::{Office, Said, words};
use std::path::Path;

/// Runs a line as it would be typed.
fn typed(office: &mut Office, line: &str) -> Said {
    let typed = words(line);
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    office.run(&typed, "")
}

fn marelan() -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

/// What a command prints, which must need nothing further.
fn run(office: &mut Office, line: &str) -> String {
    let said = typed(office, line);
    assert_eq!(said.status, 0, "{line}: {}", said.stderr);
    said.stdout
}

#[test]
fn a_second_closing_of_a_day_loses_nothing() {
    let mut office = marelan();
    let steps = [
        "complaint resolve 2026-10-rasv7 --on 2026-11-03 --outcome resolved",
        "complaint reopen 2026-10-rasv7 --on 2026-11-03",
    ];
    for line in steps {
        run(&mut office, line);
    }
    let again = "complaint resolve 2026-10-rasv7 --on 2026-11-03 --outcome unresolved --lang en";
    let before = office.tree();
    for line in [again.to_owned(), format!("{again} --correct")] {
        let said = typed(&mut office, &line);
        assert_eq!(said.status, 2, "{line}");
        assert!(
            said.stderr.contains("closed and then reopened"),
            "{}",
            said.stderr
        );
        assert!(said.stderr.contains("the next day"), "{}", said.stderr);
        assert_eq!(office.tree(), before);
    }
    // Both ways that are named are open.
    run(
        &mut office,
        r#"handling remove 2026-10-rasv7 2026-11-03 "dibuka kembali""#,
    );
    run(&mut office, &format!("{again} --correct"));
    run(&mut office, "complaint reopen 2026-10-rasv7 --on 2026-11-03");
    run(&mut office, &again.replace("2026-11-03", "2026-11-04"));
}
