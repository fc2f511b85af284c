//! Who is counted on a page: those whom it is about.

use super::{office, run};
use crate::office::Office;

#[test]
fn a_programme_that_runs_on_is_told_with_who_is_in_it() {
    let mut office = office();
    run(
        &mut office,
        "training add 2026-10/panjang --title Panjang --method KL10 --mode classroom --start 2026-10-26 \
         --end 2026-11-13 --jp 20 --announced 2026-10-01",
    );
    let told = |office: &mut Office| run(office, "report monthly --month 2026-10");
    let nobody = told(&mut office);
    assert!(
        nobody.contains("Panjang berakhir (pesertanya belum tercatat)"),
        "{nobody}"
    );
    run(&mut office, "training enroll 2026-10/panjang pa --on 2026-10-20");
    let one = told(&mut office);
    assert!(one.contains("Panjang berakhir (1 orang mengikuti)"), "{one}");
}

#[test]
fn the_page_of_a_unit_counts_nobody_of_another() {
    let mut office = office();
    for line in [
        "unit add seksi --name Seksi --parent kantor --since 2026-01-01",
        "staff add pc --name \"Mira Andini\" --employment non-asn",
        "posting add pc 2026-01-05 --unit kantor --position Tenaga --position-kind pelaksana",
    ] {
        run(&mut office, line);
    }
    let hours = run(&mut office, "report monthly --month 2026-10 --full");
    assert!(
        hours.contains("Tidak dihitung di sini: 1 pegawai non-ASN."),
        "{hours}"
    );
    let unit = run(&mut office, "report unit seksi --month 2026-10 --full");
    assert!(!unit.contains("non-ASN"), "{unit}");
}
