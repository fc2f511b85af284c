//! What too few people said is nowhere told: not in a table, not in a sentence, in no edition.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::Value;
use std::path::Path;

const RULE: &str = "rules/privacy.toml";

/// The office in `data/` with another least group.
#[allow(clippy::disallowed_methods, reason = "a test begins with this rule")]
fn with_least(least: u64) -> Office {
    let office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let file = office.root().join(RULE);
    let rule = std::fs::read_to_string(&file).unwrap();
    let rule = rule.replace("min_group = 5", &format!("min_group = {least}"));
    std::fs::write(&file, rule).unwrap();
    office
}

fn report(office: &mut Office, name: &str, edition: &str) -> Value {
    let month = ["--month", "2026-10", "--lang", "id", "-O", "json"];
    let said = office.run(
        &[&["report", name, "--edition", edition], &month[..]].concat(),
        "",
    );
    assert_eq!((&*said.stderr, said.status), ("", 0));
    serde_json::from_str(&said.stdout).unwrap()
}

/// The cell of a table.
fn cell(report: &Value, table: &str, row: &str, column: &str) -> Value {
    let sections = report["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables.find(|own| own["id"] == table).unwrap();
    let mut columns = table["columns"].as_array().unwrap().iter();
    let at = columns.position(|own| own["id"] == column).unwrap();
    let mut rows = table["rows"].as_array().unwrap().iter();
    rows.find(|own| own[0] == row).unwrap()[at].clone()
}

/// How many answered the element that fewest answered.
fn weakest(report: &Value) -> u64 {
    let tables = report["sections"].as_array().unwrap().iter();
    let mut tables = tables.flat_map(|section| section["tables"].as_array().unwrap());
    let elements = tables.find(|own| own["id"] == "ikm_elements").unwrap();
    let rows = elements["rows"].as_array().unwrap().iter();
    rows.map(|row| row[1].as_u64().unwrap()).min().unwrap()
}

#[test]
fn the_index_of_too_few_is_withheld_in_every_place() {
    let usual = report(&mut with_least(5), "monthly", "office");
    let (ikm, n) = (
        cell(&usual, "key_figures", "ikm", "now"),
        cell(&usual, "key_figures", "ikm_n", "now"),
    );
    // Behind an index are no more people than answered the element that fewest answered.
    let people = weakest(&usual);
    for (least, is_shown) in [(people, true), (people + 1, false)] {
        let mut office = with_least(least);
        for edition in ["office", "public"] {
            let monthly = report(&mut office, "monthly", edition);
            // Public data have the decimals of their page.
            let shown = match edition {
                "public" => Value::from((ikm.as_f64().unwrap() * 100.0).round() / 100.0),
                _ => ikm.clone(),
            };
            let expected = if is_shown { shown } else { Value::from("*") };
            assert_eq!(cell(&monthly, "key_figures", "ikm", "now"), expected, "{edition}");
            assert_eq!(cell(&monthly, "ikm_by_unit", "*", "ikm"), expected, "{edition}");
            let mean = cell(&monthly, "ikm_elements", "*", "nrr");
            assert_eq!(mean.is_number(), is_shown, "{edition}");
            // How many answered tells about nobody.
            assert_eq!(cell(&monthly, "key_figures", "ikm_n", "now"), n, "{edition}");
        }
        // The sentence of the first page, in both reports that have one.
        for name in ["monthly", "brief"] {
            let told = report(&mut office, name, "office")["sections"][0].to_string();
            assert_eq!(
                told.contains("IKM tidak ditampilkan"),
                !is_shown,
                "{name}: {told}"
            );
        }
    }
}

/// An office of twelve, in which six things of each kind are done by so many of them in turn.
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
fn shared_by(people: usize) -> Office {
    let office = Office::new(&[]);
    let mut files = vec![
        ("staff.csv".to_owned(), "id,name,employment,joined\n".to_owned()),
        ("postings.csv".to_owned(), "staff,since,unit\n".to_owned()),
        (
            "competencies.csv".to_owned(),
            "code,name,kind\nlayanan,Pelayanan,teknis\n".to_owned(),
        ),
        (
            "certificates.csv".to_owned(),
            "id,staff,scheme,issued,valid_until\n".to_owned(),
        ),
        (
            "mentoring.csv".to_owned(),
            "id,mentor,mentee,kind,goal,start,status\n".to_owned(),
        ),
        (
            "sessions/2026-10.csv".to_owned(),
            "mentoring,date,minutes\n".to_owned(),
        ),
        (
            "participation/2026-10.csv".to_owned(),
            "training,staff,status,completed,jp\n".to_owned(),
        ),
        ("plans/2026.toml".to_owned(), "title = \"Rencana\"\n".to_owned()),
    ];
    for one in 0..12 {
        files[0].1 += &format!("p{one:02}uji,Orang {one},pns,2015-01-05\n");
        files[1].1 += &format!("p{one:02}uji,2015-01-05,kantor\n");
    }
    for thing in 0..6 {
        let (who, mentor) = (thing % people, thing + 6);
        files[3].1 += &format!("s-{thing},p{who:02}uji,Skema {thing},2026-01-05,2029-01-04\n");
        files[4].1 +=
            &format!("m-{thing},p{mentor:02}uji,p{who:02}uji,mentoring,Tujuan,2026-10-01,running\n");
        files[5].1 += &format!("m-{thing},2026-10-20,45\n");
        files[6].1 += &format!("2026-10/k{thing},p{who:02}uji,completed,2026-10-12,6\n");
        let item = "kind = \"training\"\nmonth = \"2026-10\"\nparticipants = 1\njp = 6\n";
        files[7].1 += &format!("\n[[item]]\nkey = \"i{thing}\"\ntitle = \"Butir\"\n{item}");
        let document = format!(
            "title = \"Kursus\"\ntopics = [\"layanan\"]\nmethod = \"KL10\"\nmode = \"classroom\"\nstart = 2026-10-11\n\
             end = 2026-10-12\njp = 6\nplan_item = \"i{thing}\"\nstatus = \"done\"\n\n[[competency]]\ncode = \"layanan\"\n"
        );
        files.push((format!("trainings/2026-10/k{thing}.toml"), document));
    }
    for (name, text) in files {
        let path = office.root().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    office
}

/// The cell of a table, or a star where the table is left out.
fn told(office: &mut Office, name: &str, [table, row, column]: [&str; 3]) -> Value {
    let public = report(office, name, "public");
    let text = public.to_string();
    match text.contains(&format!("\"id\":\"{table}\"")) {
        true => cell(&public, table, row, column),
        false => Value::from("*"),
    }
}

/// The offices that asked about the climate of learning.
const ASKED: [&str; 4] = ["data", "examples/aceh", "examples/belawan", "examples/mamuju"];

#[test]
fn the_whole_less_what_is_shown_is_about_enough() {
    for name in ASKED {
        let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
        let report = report(&mut office, "participation", "office");
        let tables = report["sections"].as_array().unwrap().iter();
        let mut tables = tables.flat_map(|section| section["tables"].as_array().unwrap());
        let climate = tables.find(|own| own["id"] == "climate").unwrap();
        let rows = climate["rows"].as_array().unwrap().iter();
        let units = rows.filter(|row| row[0] != "*");
        let hidden = units
            .filter(|row| row[3] == "*")
            .map(|row| row[1].as_u64().unwrap());
        let hidden: Vec<u64> = hidden.collect();
        let is_enough = hidden.len() > 1 && hidden.iter().sum::<u64>() >= 5;
        assert!(hidden.is_empty() || is_enough, "{name}: {hidden:?}");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
fn answers_beyond_the_people_of_a_unit_hide_nobody() {
    let mut office = Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/belawan"));
    let more = |office: &Office, file: &str, row: &str, times: usize| {
        let file = office.root().join(file);
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text + &row.repeat(times)).unwrap();
    };
    // Four people work there, and seven answers are on record.
    let climate = "responses/iklim-2026/2026-06.csv";
    more(
        &office,
        climate,
        "2026-06,fee82045,kel-bagan-deli,,,1,1,1,1,1,\n",
        3,
    );
    let told = report(&mut office, "participation", "office");
    let of_unit = |column| cell(&told, "climate", "kel-bagan-deli", column);
    assert_eq!(
        (of_unit("n"), of_unit("mean")),
        (Value::from(7), Value::from("*"))
    );
    let said = office.run(&["check"], "");
    assert!(said.stdout.contains("answers-over-people"), "{}", said.stdout);
    assert_eq!(said.stdout.matches("answers-over-people").count(), 1);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
fn answers_beyond_the_participants_of_a_programme_hide_nobody() {
    let mut office = shared_by(6);
    let form = "title = \"Umpan balik\"\nabout = \"training\"\nanswered_by = [\"participant\"]\nanonymous = true\n\
                min_group = 5\n\n[[item]]\nkey = \"materi\"\ntext = \"Materi\"\nkind = \"scale\"\nscale = [1, 5]\n";
    let answer = "2026-10,1a2b3c4d,2026-10/k0,,,4,\n";
    let answers = format!(
        "date,batch,training,instructor,wave,materi,comment\n{}",
        answer.repeat(5)
    );
    for (name, text) in [
        ("questionnaires/umpan-balik.toml", form),
        ("responses/umpan-balik/2026-10.csv", &answers),
    ] {
        let path = office.root().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let told = report(&mut office, "monthly", "office");
    let of_programme = |column| cell(&told, "programmes", "2026-10/k0", column);
    assert_eq!(
        (of_programme("responses"), of_programme("satisfaction")),
        (Value::from(5), Value::from("*"))
    );
}

#[test]
fn what_one_person_did_six_times_is_not_told_of_six() {
    let cells = [
        ("certificates", ["certificates_by_state", "valid", "certificates"]),
        ("mentoring", ["mentoring", "*", "running"]),
        ("mentoring", ["mentoring", "*", "month_sessions"]),
        ("participation", ["competencies", "layanan", "completed"]),
        ("participation", ["participation", "completed", "value"]),
        ("plan", ["plan_sums", "participants", "done"]),
    ];
    for (name, at) in cells {
        let told = [1, 4, 6].map(|people| told(&mut shared_by(people), name, at));
        assert_eq!(
            told,
            [Value::from("*"), Value::from("*"), Value::from(6)],
            "{at:?}"
        );
    }
    // Of six programmes each had one participant.
    let of_month = ["programmes_by_mode", "*", "completed"];
    assert_eq!(told(&mut shared_by(6), "monthly", of_month), "*");
}

/// Nine answered, about some elements fewer than five or nobody: that is the reason, and what is lowest is the lowest of
/// those that can be seen.
#[test]
fn of_forms_filled_in_part_the_reason_is_an_element_and_the_lowest_one_of_those_seen() {
    let mut office = Office::new(&[]);
    let mut run = |line: &str| {
        let typed = office::words(line);
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let said = office.run(&typed, "");
        assert_eq!(said.status, 0, "{line}: {}", said.stderr);
        said.stdout
    };
    run("service add ktp KTP");
    let forms = [["3432....."; 6].as_slice(), &["34324...1"; 3]]
        .concat()
        .join(" ");
    run(&format!(
        "response add skm-2025 --unit kantor --service ktp {forms} --rest --as-of 2026-10-20"
    ));
    for (report, edition) in [
        ("notice", "office"),
        ("satisfaction", "office"),
        ("monthly", "office"),
        ("monthly", "public"),
    ] {
        let page = run(&format!(
            "report {report} --month 2026-10 --edition {edition} --lang id --full --width 400"
        ));
        assert!(
            page.contains("di antara 4 dari 9 unsur"),
            "{report} {edition}: {page}"
        );
        if report == "notice" {
            assert!(
                page.contains("Ada unsur pelayanan yang dijawab kurang dari 5 orang"),
                "{page}"
            );
            assert!(!page.contains("* Kurang dari 5 orang menjawab"), "{page}");
        }
    }
}
