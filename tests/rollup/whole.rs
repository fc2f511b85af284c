//! What is not the whole does not pass for it: figures that an office withholds, does not know, or does not have.

use super::{ALIKE, OFFICES, Tables, copy, place, replace, root, run, tables};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// What stands in a cell, of a figure that is not the whole too.
fn known(cell: &Value) -> &Value {
    cell.get("value").unwrap_or(cell)
}

/// An office of three people of another, and nothing that happened to them.
fn few(whole: &Path, few: &Path) {
    copy(&whole.join("rules"), &few.join("rules"));
    fs::copy(whole.join("units.csv"), few.join("units.csv")).unwrap();
    let read = |file: &str| fs::read_to_string(whole.join(file)).unwrap();
    let lines = |text: &str, is_kept: &dyn Fn(&str) -> bool| {
        let kept = text.lines().filter(|line| is_kept(line));
        kept.map(|line| format!("{line}\n")).collect::<String>()
    };
    let postings = read("postings.csv");
    let ids: Vec<&str> = postings.lines().skip(1).take(3).map(|line| &line[..8]).collect();
    let is_of_them = |line: &str| ids.iter().any(|id| line.starts_with(id));
    let is_kept = |line: &str| is_of_them(line) || line.starts_with("staff,") || line.starts_with("id,");
    // Their superiors are none of them.
    let own = lines(&postings, &is_kept);
    let own = own.lines().map(|line| match line.split_once(",active,p") {
        Some((before, after)) => format!("{before},active,{}\n", &after[7..]),
        None => format!("{line}\n"),
    });
    fs::write(few.join("postings.csv"), own.collect::<String>()).unwrap();
    fs::write(few.join("staff.csv"), lines(&read("staff.csv"), &is_kept)).unwrap();
    let settings = "format = 2\n\n[agency]\nname = \"Kelurahan Kecil\"\n";
    fs::write(few.join("bina.toml"), settings).unwrap();
    let lists = "actions assessments awards certificates competencies contracts education guidance holidays \
                 indicators mentoring needs regulations standards";
    for list in lists.split_whitespace().map(|list| format!("{list}.csv")) {
        let heading = read(&list).lines().next().unwrap().to_owned();
        fs::write(few.join(list), heading + "\n").unwrap();
    }
}

#[test]
fn what_an_office_withholds_is_withheld_and_not_missing() {
    let offices = OFFICES.join(" ");
    let line = format!("rollup monthly {offices} --month 2026-10 -O json --allow-differing-rules --edition");
    let rolled = tables(&run(&root(), &format!("{line} public")));
    let mentoring = &rolled["mentoring_by_office"];
    assert_eq!(mentoring["data"]["running"], 8);
    // Their own public reports leave the table out; to those who work with it they say how many.
    let own = tables(&run(&root(), &format!("{line} office")));
    for office in ["medan", "aceh", "*"] {
        assert_eq!(mentoring[office]["running"], "*", "{office}");
        let own = &own["mentoring_by_office"][office]["running"];
        assert!(own.is_number(), "{office}: {own}");
    }
    let shared = &rolled["mentoring"]["*"]["running"];
    assert_eq!(*known(shared), 8);
    assert_eq!(shared["without_offices"], 4);
}

#[test]
fn an_office_of_few_people_does_not_tell_by_a_dash_that_none_of_them_did() {
    let place = place();
    let office = place.path().join("b");
    fs::remove_dir_all(&office).unwrap();
    few(&place.path().join("a"), &office);
    let line = "rollup monthly a b --month 2026-10 -O json --edition";
    let own = tables(&run(place.path(), &format!("{line} office")));
    assert_eq!(own["hours_by_unit"]["b"]["staff"], 2);
    assert_eq!(own["mentoring_by_office"]["b"]["running"], Value::Null);
    let rolled = tables(&run(place.path(), &format!("{line} public")));
    assert_eq!(rolled["mentoring_by_office"]["b"]["running"], "*");
    // What the office does is about its public.
    assert_eq!(rolled["complaints_by_unit"]["b"]["received"], 0);
}

#[test]
fn a_total_that_is_not_the_whole_is_no_plain_number() {
    let place = place();
    let line = "rollup monthly a b --month 2026-10";
    let before = tables(&run(place.path(), &format!("{line} -O json")));
    let share = before["key_figures"]["*"]["on_time"].as_f64().unwrap();
    // Of one complaint nobody knows the class, so nobody knows whether it was in time.
    let file = place.path().join("b/complaints/2026-10.csv");
    replace(
        &file,
        "ktp-el,keterlambatan,normative,pb1qghpv",
        "ktp-el,keterlambatan,,pb1qghpv",
    );
    let rolled = tables(&run(place.path(), &format!("{line} -O json")));
    let of = |key: &str| &rolled["key_figures"][key]["on_time"];
    assert!(of("a").is_number() && !of("b").is_number());
    assert_eq!((&of("b")["unknown"], &of("*")["unknown"]), (&1.into(), &1.into()));
    assert!(known(of("*")).as_f64().unwrap() < share);
    let csv = run(place.path(), &format!("{line} -O csv")).out;
    let cells = |start: &str| {
        let found = csv.lines().find_map(|line| line.strip_prefix(start));
        found.unwrap_or_else(|| panic!("{start}")).to_owned()
    };
    assert!(csv.starts_with("table,row,column,value,of,unknown,without_offices\n"));
    let total = cells("key_figures,*,on_time,");
    assert_eq!(total, format!("{},,1,", known(of("*"))));
    let pns = |row: &str| -> u64 {
        let cells = cells(&format!("key_figures,{row},under_floor,"));
        cells.split(',').nth(1).unwrap().parse().unwrap()
    };
    assert_eq!(pns("*"), pns("a") + pns("b"));

    // One office asked nobody about its climate: the total is that of the other, and says so.
    let climate = tables(&run(
        place.path(),
        "rollup participation a b --month 2026-10 -O json",
    ));
    let total = &climate["climate"]["*"]["n"];
    assert_eq!(total["without_offices"], 1, "{total}");
    assert_eq!(total["value"], climate["climate"]["a"]["n"]);
}

#[test]
fn groups_forms_and_the_quality_have_a_total() {
    let line = format!("{} --month 2026-10 -O json", ALIKE.join(" "));
    let rolled = tables(&run(&root(), &format!("rollup participation {line}")));
    let own = ALIKE.map(|office| {
        let line = format!("-C {office} report participation --month 2026-10 -O json");
        tables(&run(&root(), &line))
    });
    for (table, column) in [("groups", "people"), ("forms", "completed"), ("reasons", "count")] {
        let mut added = 0;
        for (key, cells) in &rolled[table] {
            let of = |own: &Tables| {
                own[table]
                    .get(key)
                    .map_or(0, |cells| cells[column].as_u64().unwrap())
            };
            assert_eq!(cells[column], of(&own[0]) + of(&own[1]), "{table}/{key}");
            added += usize::from(own.iter().all(|own| of(own) > 0));
        }
        assert!(added > 1, "{table}");
    }
    // A unit is the office's own, whatever its code.
    assert!(own[0]["groups"].keys().any(|key| key.starts_with("unit/")));
    assert!(rolled["groups"].keys().all(|key| !key.starts_with("unit/")));
    let rolled = tables(&run(&root(), &format!("rollup monthly {line}")));
    let total = &rolled["ikm_by_unit"]["*"];
    assert!(total["ikm"].as_f64().unwrap() > 76.61);
    assert_eq!(total["band"], "B", "by the bands of the rule");
}
