//! Answers come in by batches: none twice, whichever file brings them, and none in part.

use super::hostile::lay;
use super::{import, office};
use std::fs;

const HEADING: &str = "Cap Waktu;Unit Pelayanan;L/P;Usia;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";

/// A list of answers, one for each age; of some the first element is beyond the scale.
fn list(ages: &[usize], wrong: &[usize]) -> String {
    let row = |age: &usize| {
        let first = if wrong.contains(age) { "X" } else { "4" };
        format!("2026-11-03;kel-terjun;P;{age};{first};4;4;3;3;3;3;3;3\n")
    };
    HEADING.to_owned() + &ages.iter().map(row).collect::<String>()
}

/// How many answers are recorded.
fn recorded(office: &super::Office) -> usize {
    let answers = fs::read_to_string(office.root().join("responses/skm-2025/2026-11.csv"));
    answers.map_or(0, |text| text.lines().count() - 1)
}

#[test]
fn what_was_rejected_does_not_come_in_twice() {
    let mut office = office(|_| {});
    let ages: Vec<usize> = [18, 30, 40, 50, 60].repeat(3);
    lay(&office.beside("skm.csv"), list(&ages, &[60, 50]).as_bytes());
    import(&mut office, &["skm-2025", "skm.csv", "--rejected", "rr.csv"]);
    assert_eq!(recorded(&office), 9);
    // Again, with nothing mended: what is rejected once more is not told to be gone from the list.
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(!said.stderr.contains("not in this list"), "{}", said.stderr);
    let rejected = fs::read_to_string(office.beside("rr.csv")).unwrap();
    lay(
        &office.beside("rr.csv"),
        rejected.replace(";X;", ";4;").as_bytes(),
    );
    let said = import(&mut office, &["skm-2025", "rr.csv"]);
    assert_eq!((said.status, recorded(&office)), (0, 15), "{}", said.stderr);

    let before = office.tree();
    // The first list under its own name: all of it mended, then a part.
    for wrong in [&[][..], &[60][..]] {
        lay(&office.beside("skm.csv"), list(&ages, wrong).as_bytes());
        let said = import(&mut office, &["skm-2025", "skm.csv"]);
        assert!(
            said.status == 2 && said.stderr.contains("error[batch-elsewhere]"),
            "{}",
            said.stderr
        );
        assert!(office.tree() == before);
    }
}

#[test]
fn a_batch_that_is_known_is_compared_with_the_others_too() {
    let mut office = office(|_| {});
    let all: Vec<usize> = (18..34).collect();
    for (name, ages) in [("skm.csv", &all[..8]), ("susulan.csv", &all[8..])] {
        lay(&office.beside(name), list(ages, &[]).as_bytes());
        let said = import(&mut office, &["skm-2025", name]);
        assert_eq!(said.status, 0, "{}{}", said.stdout, said.stderr);
    }
    let before = office.tree();
    lay(&office.beside("skm.csv"), list(&all, &[]).as_bytes());
    let said = import(&mut office, &["skm-2025", "skm.csv"]);
    assert!(
        said.status == 2 && said.stderr.contains("error[batch-elsewhere]"),
        "{}",
        said.stderr
    );
    assert!(office.tree() == before);
}
