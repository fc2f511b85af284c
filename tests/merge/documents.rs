//! Documents: fields, remarks, lists of codes, and lists of tables.

use super::{agreed, disputed, together};
use bina::words::merge::Misfit;

const TRAINING: &str = "trainings/2026-10/x.toml";

/// A training with some lines more.
fn training(fields: &str, below: &str) -> String {
    format!(
        "# Catatan panitia.\ntitle = \"Arsip\"\n{fields}start = 2026-10-05\nend = 2026-10-06\n\n[[session]]\nkey = \"a\"\ndate = 2026-10-05\nminutes = 90\n{below}"
    )
}

#[test]
fn fields_are_put_together_one_by_one_and_remarks_stay() {
    let base = training("", "");
    let here = training("# Dari panitia.\nprovider = \"BKPSDM\"\n", "").replace("90", "120 # lebih lama");
    let there = training(
        "",
        "\n[[session]]\nkey = \"b\"\ndate = 2026-10-06\nminutes = 90\n",
    )
    .replace("Catatan panitia", "Catatan rapat");
    let both = training(
        "# Dari panitia.\nprovider = \"BKPSDM\"\n",
        "\n[[session]]\nkey = \"b\"\ndate = 2026-10-06\nminutes = 90\n",
    )
    .replacen("90", "120 # lebih lama", 1)
    .replace("Catatan panitia", "Catatan rapat");
    assert_eq!(agreed(TRAINING, &base, &here, &there), both);
}

#[test]
fn one_field_with_two_values_is_asked_alone() {
    let base = training("", "");
    let here = base.replace("90", "120");
    let there = base.replace("90", "60").replace("\"Arsip\"", "\"Arsip Dinamis\"");
    let (disputes, text) = disputed(TRAINING, &base, &here, &there);
    assert_eq!(
        disputes,
        ["session.a.minutes \"Arsip\": minutes was 90, here 120, there 60"]
    );
    let marked =
        "<<<<<<< here · minutes: 120\nminutes = 120\n=======\nminutes = 60\n>>>>>>> there · minutes: 60\n";
    assert_eq!(
        text,
        base.replace("minutes = 90\n", marked)
            .replace("\"Arsip\"", "\"Arsip Dinamis\"")
    );
}

#[test]
fn the_days_of_a_training_are_one_decision() {
    let base = training("", "");
    let here = base.replace("start = 2026-10-05", "start = 2026-10-06");
    let there = base.replace("end = 2026-10-06", "end = 2026-10-07");
    let (disputes, _) = disputed(TRAINING, &base, &here, &there);
    assert_eq!(disputes.len(), 1);
    assert!(disputes[0].contains("start was 2026-10-05") && disputes[0].contains("end was 2026-10-06"));
}

#[test]
fn a_part_taken_out_and_changed_is_asked() {
    let more = "\n[[session]]\nkey = \"b\"\ndate = 2026-10-06\nminutes = 90\n";
    let base = training("", more);
    let without = training("", "");
    assert_eq!(agreed(TRAINING, &base, &without, &base), without);
    let there = training("", &more.replace("90", "45"));
    let (disputes, text) = disputed(TRAINING, &base, &without, &there);
    assert_eq!(
        disputes,
        ["session.b \"Arsip\": removed here, changed there (minutes 90 → 45)"]
    );
    assert!(
        text.contains("<<<<<<< here · removed\n=======\n[[session]]\nkey = \"b\""),
        "{text}"
    );
}

#[test]
fn parts_new_on_both_sides_stand_behind_each_other() {
    let part = |key: &str| format!("\n[[session]]\nkey = \"{key}\"\ndate = 2026-10-06\nminutes = 90\n");
    let base = training("", "");
    let (here, there) = (training("", &part("d")), training("", &part("c")));
    assert_eq!(
        agreed(TRAINING, &base, &here, &there),
        training("", &(part("c") + &part("d")))
    );
    assert_eq!(agreed(TRAINING, &base, &here, &here), here);
    let (disputes, _) = disputed(
        TRAINING,
        &base,
        &here,
        &here.replace(
            "[[session]]\nkey = \"d\"\ndate = 2026-10-06\nminutes = 90",
            "[[session]]\nkey = \"d\"\ndate = 2026-10-06\nminutes = 60",
        ),
    );
    assert_eq!(
        disputes,
        ["session.d.minutes \"Arsip\": minutes here 90, there 60"]
    );
}

#[test]
fn lists_of_codes_take_the_additions_and_removals_of_both() {
    let list = |codes: &str| training(&format!("topics = [{codes}]\n"), "");
    let (base, here, there) = (
        list("\"a\", \"b\""),
        list("\"a\", \"b\", \"d\""),
        list("\"b\", \"c\""),
    );
    assert_eq!(
        agreed(TRAINING, &base, &here, &there),
        list("\"b\", \"c\", \"d\"")
    );
    // An order of words that means something is one value.
    let scale = |ends: &str| {
        format!(
            "title = \"T\"\nabout = \"unit\"\nanonymous = true\n\n[[item]]\nkey = \"u1\"\ntext = \"?\"\nkind = \"scale\"\nscale = [{ends}]\n"
        )
    };
    let (base, here, there) = (scale("1, 4"), scale("1, 5"), scale("0, 4"));
    let (disputes, _) = disputed("questionnaires/q.toml", &base, &here, &there);
    assert_eq!(
        disputes,
        ["item.u1.scale \"T\": scale was [1, 4], here [1, 5], there [0, 4]"]
    );
}

#[test]
fn tables_below_the_parts_of_a_list_stay_with_them() {
    let rule = |first: &str, second: &str| {
        format!(
            "[[edition]]\nbasis = \"A\"\nin_force_from = 2025-01-01\nverified = \"text\"\n\n[[edition.class]]\ncode = \"x\"\ndays = {first}\n\n[[edition]]\nbasis = \"B\"\nin_force_from = 2026-01-01\nverified = \"text\"\n\n[[edition.class]]\ncode = \"x\"\ndays = {second}\n"
        )
    };
    let both = agreed(
        "rules/complaints.toml",
        &rule("5", "5"),
        &rule("6", "5"),
        &rule("5", "7"),
    );
    assert_eq!(both, rule("6", "7"));
    let new = "\n[[edition.class]]\ncode = \"y\"\ndays = 9\n";
    let here = rule("5", "5").replacen("days = 5\n", &format!("days = 5\n{new}"), 1);
    let both = agreed("rules/complaints.toml", &rule("5", "5"), &here, &rule("5", "7"));
    assert_eq!(
        both,
        rule("5", "7").replacen("days = 5\n", &format!("days = 5\n{new}"), 1)
    );
}

#[test]
fn a_list_without_names_is_one_value() {
    let rule = |bands: &[(i64, i64)]| {
        let bands = bands
            .iter()
            .map(|(from, to)| format!("\n[[edition.band]]\nfrom = {from}\nto = {to}\n"));
        format!(
            "[[edition]]\nbasis = \"A\"\nin_force_from = 2025-01-01\n{}",
            bands.collect::<String>()
        )
    };
    let base = rule(&[(0, 1), (1, 2)]);
    let here = rule(&[(0, 1), (1, 3)]);
    assert_eq!(agreed("rules/gain.toml", &base, &here, &base), here);
    let (disputes, _) = disputed("rules/gain.toml", &base, &here, &rule(&[(0, 2), (2, 3)]));
    assert_eq!(
        disputes,
        ["edition.2025-01-01.band: this list changed on both sides"]
    );
}

#[test]
fn the_settings_keep_their_remarks() {
    let base = "format = 2\n\n[agency]\nname = \"K\"\n\n# Services.\n# [[service]]\n# code = \"x\"\n\n# Channels.\n[[channel]]\ncode = \"loket\"\nname = \"Loket\"\n";
    let here = base.replace(
        "# code = \"x\"\n",
        "# code = \"x\"\n\n[[service]]\ncode = \"ktp\"\nname = \"KTP\"\n",
    );
    let there = base.replace(
        "name = \"Loket\"\n",
        "name = \"Loket utama\"\n\n[[channel]]\ncode = \"wa\"\nname = \"WA\"\n",
    );
    let both = here.replace(
        "name = \"Loket\"\n",
        "name = \"Loket utama\"\n\n[[channel]]\ncode = \"wa\"\nname = \"WA\"\n",
    );
    assert_eq!(agreed("bina.toml", base, &here, &there), both);
}

#[test]
fn what_is_no_document_is_left_to_lines() {
    let base = training("", "");
    assert_eq!(
        together(TRAINING, &base, "<<<<<<< x\n", &base),
        Err(Misfit::Marked)
    );
    assert!(matches!(
        together(TRAINING, &base, "title = \n", &base),
        Err(Misfit::Unread { line: 1, .. })
    ));
    // The same table in two ways of writing is none together.
    let here = base.replace("start", "audience.units = [\"a\"]\nstart");
    let there = base.replace("\n[[session]]", "\n[audience]\nunits = [\"a\"]\n\n[[session]]");
    assert_eq!(together(TRAINING, &base, &here, &there), Err(Misfit::Tangled));
}
