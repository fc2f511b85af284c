//! Figures in small cases that are easily got wrong, each with its right value.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use office::Office;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A copy of an office of this project.
fn copy(name: &str) -> Office {
    Office::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

/// Puts a file of an office in the place of another, or makes it.
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
fn put(office: &Office, name: &str, text: &str) {
    let path = office.root().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn text(office: &Office, name: &str) -> String {
    fs::read_to_string(office.root().join(name)).unwrap()
}

/// A report as data, which is said to need nothing further.
fn report(office: &mut Office, args: &[&str]) -> Value {
    let asked = [&["report"], args, &["--lang", "en", "-O", "json"]].concat();
    let said = office.run(&asked, "");
    assert_eq!((&*said.stderr, said.status), ("", 0), "{args:?}");
    serde_json::from_str(&said.stdout).unwrap()
}

/// A row of a table by the ids of its columns; rows are found by their first cells.
fn row(report: &Value, table: &str, keys: &[&str]) -> Value {
    let mut sections = report["sections"].as_array().unwrap().iter();
    let table = sections
        .find_map(|section| {
            let mut tables = section["tables"].as_array().unwrap().iter();
            tables.find(|own| own["id"] == table)
        })
        .unwrap();
    let columns = table["columns"].as_array().unwrap();
    let mut rows = table["rows"].as_array().unwrap().iter();
    let is_asked = |row: &&Value| keys.iter().enumerate().all(|(at, key)| row[at] == *key);
    let cells = rows.find(is_asked).unwrap_or(&Value::Null);
    let named = columns.iter().enumerate();
    named
        .map(|(at, column)| (column["id"].as_str().unwrap().to_owned(), cells[at].clone()))
        .collect()
}

/// The first line of a file that begins with some words, and the file with that line so many times.
fn repeated(text: &str, start: &str, times: usize) -> String {
    let line = text.lines().find(|line| line.starts_with(start)).unwrap();
    let more = format!("{line}\n").repeat(times);
    text.replacen(&format!("{line}\n"), &more, 1)
}

const SURVEY: &str = "responses/skm-2025/2026-10.csv";

#[test]
fn a_blank_form_is_no_respondent_and_hides_nobody() {
    let mut office = copy("data");
    let header = text(&office, SURVEY).lines().next().unwrap().to_owned() + "\n";
    let folder = office.root().join("responses/skm-2025");
    for file in fs::read_dir(&folder).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let elements = header
        .trim_end()
        .split(',')
        .skip_while(|name| *name != "persyaratan")
        .count()
        - 1;
    let before = header.trim_end().split(',').count() - elements - 4;
    let form = |score: &str| {
        let scores = vec![score; elements].join(",");
        format!("2026-10,1a2b3c4d,kel-terjun,{}{scores},\n", ",".repeat(before))
    };
    put(
        &office,
        SURVEY,
        &format!("{header}{}{}", form("").repeat(21), form("1")),
    );
    let public = report(
        &mut office,
        &["monthly", "--month", "2026-10", "--edition", "public"],
    );
    for (table, key) in [
        ("ikm_by_unit", "kel-terjun"),
        ("ikm_by_unit", "*"),
        ("key_figures", "ikm"),
    ] {
        let row = row(&public, table, &[key]);
        assert_eq!(row.get("ikm").or(row.get("now")), Some(&json!("*")), "{row}");
        assert!(row.get("n").is_none_or(|n| *n == 1 || n.is_null()), "{row}");
    }
}

#[test]
fn a_count_of_few_people_is_hidden_wherever_it_stands() {
    let october = ["monthly", "--month", "2026-10", "--edition", "public"];
    let mut office = copy("examples/belawan");
    let public = report(&mut office, &october);
    let people = |key| row(&public, "predicates", &[key])["people"].clone();
    assert_eq!(
        [people("butuh-perbaikan"), people("missing")],
        [json!("*"), json!("*")]
    );
    assert_eq!(
        row(&public, "key_figures", &["evaluations_missing"])["now"],
        json!("*")
    );
    let said = office.run(&[&["report"], &october[..], &["--lang", "en"]].concat(), "");
    assert!(!said.stdout.contains("3/52"), "{}", said.stdout);
}

#[test]
fn the_n_and_the_mean_of_an_aspect_are_of_the_same_rows() {
    let monthly = report(&mut copy("examples/aceh"), &["monthly", "--month", "2026-07"]);
    let id = "2026-07/pelayanan-prima-angkatan-2";
    let aspect = row(&monthly, "satisfaction_by_aspect", &[id, "pengajar"]);
    assert_eq!((&aspect["n"], &aspect["mean"]), (&json!(10), &json!(4.55)));
}

#[test]
fn more_answers_than_participants_are_told_and_make_no_rate() {
    let mut office = copy("data");
    let id = "2026-10/webinar-akal-imitasi";
    let answers = "responses/umpan-balik-2025/2026-10.csv";
    let usual = row(
        &report(&mut office, &["monthly", "--month", "2026-10"]),
        "programmes",
        &[id],
    );
    let text = text(&office, answers);
    let line = text.lines().find(|line| line.contains(id)).unwrap().to_owned();
    let n = usual["responses"].as_u64().unwrap() + 20;
    put(&office, answers, &repeated(&text, &line, 21));
    let monthly = report(&mut office, &["monthly", "--month", "2026-10"]);
    let programme = row(&monthly, "programmes", &[id]);
    assert_eq!(
        (&programme["responses"], &programme["response_rate"]),
        (&json!(n), &Value::Null)
    );
    assert_eq!(row(&monthly, "programmes", &["*"])["response_rate"], Value::Null);
    let said = office.run(&["check", "--lang", "en"], "");
    let told = format!("{n} answers about `{id}`");
    assert!(said.stdout.contains(&told), "{}{}", said.stdout, said.stderr);
}

#[test]
fn what_still_runs_is_not_late() {
    let plan = report(&mut copy("examples/aceh"), &["plan", "--month", "2026-10"]);
    let item = row(&plan, "plan_items", &["elearning-pelayanan"]);
    let told = ["state", "participants", "jp"].map(|column| item[column].clone());
    assert_eq!(told, [json!("running"), json!(14), json!(140)]);
    let monthly = report(&mut copy("examples/aceh"), &["monthly", "--month", "2026-10"]);
    let first_page = monthly["sections"][0].to_string();
    assert!(
        !first_page.contains("E-learning Dasar Pelayanan Publik"),
        "{first_page}"
    );
}

/// A table of a report as csv: its heading and its rows.
fn csv(office: &mut Office, args: &[&str]) -> Vec<String> {
    let said = office.run(&[&["report"], args, &["-O", "csv"]].concat(), "");
    assert_eq!((&*said.stderr, said.status), ("", 0), "{args:?}");
    said.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn data_formats_are_whole_and_text_says_what_it_leaves_out() {
    let mut office = copy("data");
    let month = ["monthly", "--month", "2026-03"];
    let under = csv(&mut office, &[&month[..], &["--table", "under_floor"]].concat());
    assert_eq!(under.len(), 1 + 61);
    let json = report(&mut office, &month);
    assert_eq!(rows(&json, "under_floor"), 61);
    let said = office.run(&["report", "monthly", "--month", "2026-03", "--lang", "en"], "");
    assert!(
        said.stdout.contains("56 more rows stand in the full report."),
        "{}",
        said.stdout
    );
    // A list of sentences too: what is late is told whole.
    let brief = report(&mut office, &["brief", "--month", "2026-10"]);
    assert!(rows(&brief, "late") > 5);
}

#[test]
fn an_empty_table_is_a_heading() {
    let mut office = copy("data");
    let asked = ["monthly", "--month", "2026-03", "--table", "over_ceiling"];
    assert_eq!(csv(&mut office, &asked), ["name,unit,jp,contract_year"]);
    let json = report(&mut office, &["monthly", "--month", "2026-03"]);
    assert_eq!(rows(&json, "over_ceiling"), 0);
}

/// How many rows a table has.
fn rows(report: &Value, table: &str) -> usize {
    let sections = report["sections"].as_array().unwrap().iter();
    let mut tables = sections.flat_map(|section| section["tables"].as_array().unwrap());
    let table = tables.find(|own| own["id"] == table).unwrap();
    table["rows"].as_array().unwrap().len()
}

#[test]
fn what_cannot_be_judged_is_counted_beside_what_can() {
    let mut office = copy("data");
    let month = ["evaluation", "--month", "2026-10"];
    let evaluation = report(&mut office, &month);
    let criteria = row(&evaluation, "criteria", &["jp-dan-inisiatif"]);
    assert!(
        criteria["unknown"].is_number() || criteria["criterion"].is_null(),
        "{criteria}"
    );
    // A month that has not begun has nothing to report.
    let said = office.run(&["report", "monthly", "--month", "2027-01", "--lang", "en"], "");
    assert_eq!((said.stdout.as_str(), said.status), ("", 2));
    assert!(said.stderr.contains("has not begun"), "{}", said.stderr);
}

#[test]
fn the_first_response_is_judged_where_it_can_be() {
    let mut office = copy("data");
    let complaint = |(id, day, class): (&str, &str, &str)| {
        format!("2026-10-{id},{day},loket,,complaint,sie-yan,,,{class},,,\n")
    };
    let received = [
        ("aaaaa", "2026-10-05", "light"),
        ("bbbbb", "2026-10-05", "light"),
        // Closed without a response on record: there may have been one.
        ("ccccc", "2026-10-05", "light"),
        ("ddddd", "2026-10-05", ""),
        // A Friday, and two working days to go.
        ("eeeee", "2026-10-30", "normative"),
        ("fffff", "2026-10-05", "light"),
    ];
    let head = |table: &str| text(&office, table).lines().next().unwrap().to_owned() + "\n";
    let [complaints, handling] = ["complaints/2026-10.csv", "handling/2026-10.csv"];
    let (rows, steps) = (received.map(complaint).concat(), head(handling));
    let all = head(complaints) + &rows;
    put(&office, complaints, &all);
    let done = "2026-10-aaaaa,2026-10-06,responded,,,,\n2026-10-bbbbb,2026-10-07,responded,,,,\n\
        2026-10-ccccc,2026-10-06,closed,,,resolved,\n";
    put(&office, handling, &(steps + done));
    let october = report(&mut office, &["monthly", "--month", "2026-10"]);
    let all = row(&october, "complaints_by_unit", &["sie-yan"]);
    assert_eq!(all["received"], 6);
    assert_eq!(
        [&all["responded"], &all["response_unknown"], &all["unanswered"]],
        [1, 2, 1]
    );
    let page = office.run(
        &["report", "complaints", "--month", "2026-10", "--lang", "en"],
        "",
    );
    let loket = page
        .stdout
        .lines()
        .find(|line| line.trim().starts_with("Loket"))
        .unwrap();
    // One of the three that can be judged.
    assert!(loket.contains(" 1/3 "), "{loket}");
    let open = report(&mut office, &["complaints", "--month", "2026-10"]);
    let due = |id: &str| row(&open, "complaints_open", &[id])["respond_by"].clone();
    assert_eq!(
        [due("2026-10-eeeee"), due("2026-10-fffff")],
        ["2026-11-03", "2026-10-06"]
    );
    assert_eq!(
        [due("2026-10-bbbbb"), due("2026-10-ddddd")],
        [Value::Null, Value::Null]
    );
}

#[test]
fn the_survey_says_how_many_must_answer_where_it_says_for_how_many_it_is() {
    let needed = |office: &str| {
        let october = report(&mut copy(office), &["monthly", "--month", "2026-10"]);
        row(&october, "key_figures", &["ikm_n"])["requirement"].clone()
    };
    assert_eq!(needed("examples/belawan"), "331");
    assert_eq!(needed("data"), Value::Null);
}

#[test]
fn what_few_people_wrote_is_not_shown() {
    let mut office = copy("data");
    let written = |office: &mut Office| {
        let october = report(office, &["monthly", "--month", "2026-10"]);
        row(
            &october,
            "public_comments",
            &["Sekarang lebih teratur daripada awal tahun."],
        )["comment"]
            .clone()
    };
    assert!(written(&mut office).is_string());
    let all = text(&office, SURVEY);
    let few: Vec<&str> = all
        .lines()
        .take(1)
        .chain(all.lines().filter(|line| line.contains("lebih teratur")))
        .collect();
    put(&office, SURVEY, &(few.join("\n") + "\n"));
    assert!(few.len() < 5 && written(&mut office).is_null());
}

#[test]
fn a_nip_below_a_signature_is_left_empty_as_the_rule_says() {
    let mut office = copy("data");
    let nip = |office: &mut Office| {
        let page = office.run(&["report", "brief", "--month", "2026-10"], "").stdout;
        let last = page.lines().rfind(|line| line.contains("NIP ")).unwrap();
        last.split("NIP ").nth(1).unwrap().to_owned()
    };
    let staff = text(&office, "staff.csv");
    let row = staff.lines().find(|line| line.starts_with("p8twwhgq")).unwrap();
    let full = row.split(',').nth(1).unwrap().to_owned();
    assert_eq!(nip(&mut office), full);
    let rule = text(&office, "rules/privacy.toml");
    put(
        &office,
        "rules/privacy.toml",
        &rule.replace("mask_nip = false", "mask_nip = true"),
    );
    assert_eq!(nip(&mut office), "…………………………");
}

/// The settings of a copy of `data/`, with the day on which the records begin.
fn begin(office: &Office, since: &str) {
    let settings = text(office, "bina.toml");
    let settings = settings.replacen("[agency]", &format!("records_since = {since}\n\n[agency]"), 1);
    put(office, "bina.toml", &settings);
}

#[test]
fn what_lies_before_the_records_begin_is_not_none() {
    let mut office = copy("data");
    begin(&office, "2026-10-01");
    // Nothing is known of September, so there is no report about it.
    for name in ["monthly", "brief", "participation"] {
        let said = office.run(
            &[
                "report",
                name,
                "--month",
                "2026-09",
                "--as-of",
                "2026-12-01",
                "--lang",
                "en",
            ],
            "",
        );
        assert_eq!((said.status, &*said.stdout), (2, ""), "{name}");
        assert!(said.stderr.contains("begin on 2026-10-01"), "{}", said.stderr);
    }
    let monthly = report(&mut office, &["monthly", "--month", "2026-10"]);
    // Of nobody who has less is it known; that some have enough by what is recorded since tells nothing of the others.
    let total = row(&monthly, "hours_by_unit", &["*"]);
    let known = |column: &str| total[column].as_u64();
    assert_eq!((known("jp_mean"), known("under_floor")), (None, None));
    assert!(known("floor_unknown") > Some(0), "{total}");
    for key in [
        "jp_per_pns",
        "under_floor",
        "evaluations_missing",
        "received",
        "overdue",
        "ikm_n",
    ] {
        assert_eq!(
            row(&monthly, "key_figures", &[key])["before"],
            Value::Null,
            "{key}"
        );
    }
    assert_eq!(row(&monthly, "key_figures", &["jp_per_pns"])["now"], Value::Null);
    let participation = report(&mut office, &["participation", "--month", "2026-10"]);
    assert_eq!(
        row(&participation, "participation", &["never"])["value"],
        Value::Null
    );
}

#[test]
fn the_day_on_which_the_records_begin_is_written_and_checked() {
    let mut office = Office::nowhere();
    let said = office.run(
        &["init", "catatan", "--name", "Kantor", "--since", "2026-11-01"],
        "",
    );
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(text(&office, "bina.toml").contains("\nrecords_since = 2026-11-01\n"));
    let said = office.run(&["init", "lain", "--name", "Kantor", "--since", "kemarin"], "");
    assert_eq!(said.status, 2);
}

#[test]
fn a_month_that_is_not_over_says_so_on_its_page() {
    let mut office = copy("data");
    let page_on = |office: &mut Office, today, month| {
        let asked = format!("--width 400 --as-of {today} report brief --month {month}");
        office.run(&asked.split(' ').collect::<Vec<_>>(), "").stdout
    };
    let words = [
        "Belum berakhir: dibuat 20 November 2026",
        "Data sampai 20 November 2026",
    ];
    let said = page_on(&mut office, "2026-11-20", "2026-11");
    assert!(words.iter().all(|words| said.contains(words)), "{said}");
    assert!(!said.contains("Data sampai 30 November"), "{said}");
    let programme = "Bimbingan Teknis Pengadaan Langsung di Kelurahan: diundang";
    assert!(said.contains(programme), "{said}");
    let said = page_on(&mut office, "2026-11-15", "2026-11");
    assert!(!said.contains(programme), "{said}");
    let said = page_on(&mut office, "2026-11-20", "2026-10");
    assert!(!words.iter().any(|words| said.contains(words)), "{said}");
    assert!(said.contains("Data sampai 31 Oktober 2026"), "{said}");
}

#[test]
fn answers_beyond_the_people_of_a_unit_are_in_no_rate() {
    let mut office = copy("examples/belawan");
    let rates = |office: &mut Office| {
        let climate = report(office, &["participation", "--month", "2026-10"]);
        ["*", "kel-bagan-deli"].map(|unit| row(&climate, "climate", &[unit])["response_rate"].clone())
    };
    assert!(rates(&mut office).iter().all(Value::is_number));
    // One answer more than the unit has people.
    let name = "responses/iklim-2026/2026-06.csv";
    let answers = text(&office, name);
    let own = answers
        .lines()
        .find(|line| line.contains(",kel-bagan-deli,"))
        .unwrap();
    put(&office, name, &answers.replacen(own, &format!("{own}\n{own}"), 1));
    assert_eq!(rates(&mut office), [Value::Null, Value::Null]);
}

#[test]
fn weights_that_are_not_the_whole_are_told() {
    let mut office = copy("data");
    let rule = text(&office, "rules/satisfaction.toml");
    let line = rule.lines().find(|line| line.starts_with("weight = ")).unwrap();
    for (weight, status) in [("\"0.11\"", 0), ("\"1/14\"", 3)] {
        put(
            &office,
            "rules/satisfaction.toml",
            &rule.replace(line, &format!("weight = {weight}")),
        );
        let said = office.run(&["report", "monthly", "--month", "2026-10"], "");
        assert_eq!(said.status, status, "{weight}: {}", said.stderr);
    }
}

#[test]
fn of_an_office_of_few_people_the_public_learns_nothing_about_them() {
    let mut office = Office::new(&[]);
    for name in ["Ani", "Budi", "Cici"] {
        let added = office.run(&["staff", "add", "--name", name, "--employment", "pns"], "");
        let person = added.stdout.trim().to_owned();
        let posted = ["posting", "add", &person, "2025-01-02", "--unit", "kantor"];
        assert_eq!(office.run(&posted, "").status, 0, "{}", added.stderr);
    }
    let mut told = |edition| {
        let asked = ["participation", "--month", "2026-10", "--edition", edition];
        row(&report(&mut office, &asked), "participation", &["never"])["value"].clone()
    };
    // That all three never took part is about each of them.
    assert_eq!((told("office"), told("public")), (json!(1), json!("*")));
}
