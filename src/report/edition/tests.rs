//! What the public edition leaves out, and which groups it hides.

use super::super::chart::{Chart, Drawing};
use super::super::model::{Column, Note, View};
use super::*;

fn key(key: &str) -> Value {
    Value::Key {
        key: key.into(),
        label: format!("Unit {key}"),
    }
}

fn column(id: &'static str) -> Column {
    Column {
        id,
        ..Column::default()
    }
}

/// Units with their people and a figure, and the total.
fn units(sizes: &[(&str, i64)]) -> Table {
    let mut rows: Vec<Vec<Value>> = sizes
        .iter()
        .map(|(unit, people)| vec![key(unit), Value::Count(*people), Value::Count(100)])
        .collect();
    let all = sizes.iter().map(|(_, people)| people).sum();
    rows.push(vec![key("*"), Value::Count(all), Value::Count(999)]);
    Table {
        id: "units",
        columns: ["unit", "people", "jp"].map(|id| column(id).public()).into(),
        rows,
        ..Table::default()
    }
    .of_people(&["people"])
}

fn report(tables: Vec<Table>) -> Report {
    Report {
        name: "monthly",
        version: 1,
        edition: Edition::Office,
        agency: "Kecamatan Uji".into(),
        heading: vec!["KECAMATAN UJI".into(), "LAPORAN BULANAN".into()],
        heading_below: vec!["Yth. Ibu Camat".into()],
        period: ("2026-10-01".into(), "2026-10-31".into()),
        month: None,
        as_of: "2026-10-31".into(),
        lang: "id",
        sections: vec![Section {
            id: "hours",
            title: "Jam pelajaran".into(),
            tables,
            ..Section::default()
        }],
        closing: vec!["Rosmawati Nasution, S.E.".into()],
        ..Report::default()
    }
}

/// The tables of the public edition of one with these tables.
fn tables(tables: Vec<Table>) -> Vec<Table> {
    let sections = public(report(tables), Guard::new(5)).sections;
    sections.into_iter().flat_map(|section| section.tables).collect()
}

/// The last cell of each row, a star where it is withheld.
fn figures(table: &Table) -> Vec<String> {
    let last = table.rows.iter().filter_map(|row| row.last());
    last.map(|value| match value {
        Value::Count(count) => count.to_string(),
        Value::Withheld => "*".to_owned(),
        other => format!("{other:?}"),
    })
    .collect()
}

fn shown(sizes: &[(&str, i64)]) -> Vec<String> {
    tables(vec![units(sizes)])
        .first()
        .map(figures)
        .unwrap_or_default()
}

#[test]
fn nothing_is_public_unless_it_is_said() {
    let open = units(&[("a", 9)]);
    let unsaid = Table {
        about: About::Unsaid,
        ..open.clone()
    };
    let mut locked_key = open.clone();
    locked_key.columns[0].is_public = false;
    let mut only_key = open.clone();
    only_key
        .columns
        .iter_mut()
        .skip(1)
        .for_each(|column| column.is_public = false);
    assert_eq!(tables(vec![unsaid, locked_key, only_key]), []);
    assert!(!Column::default().is_public && Table::default().about == About::Unsaid);
}

#[test]
fn what_is_not_public_leaves_a_table_without_a_trace() {
    let mut table = units(&[("a", 9), ("b", 7)]);
    table.columns.insert(1, column("name"));
    for row in &mut table.rows {
        row.insert(1, Value::Text("Siti Aminah".into()));
    }
    let view = View::untitled;
    table.views = vec![
        view(&["unit", "name"]),
        view(&["unit", "name", "jp"]),
        view(&["unit", "jp"]),
    ];
    let left = tables(vec![table]);
    assert_eq!(left[0].rows, units(&[("a", 9), ("b", 7)]).rows);
    assert_eq!(left[0].views, [view(&["unit", "jp"])]);
}

#[test]
fn that_nothing_is_there_for_everybody_is_said() {
    let says = |tables: Vec<Table>| public(report(tables), Guard::new(5)).heading_below.join(" ");
    let nothing = "tidak ada yang dapat ditampilkan";
    let without_rows = |empty: &str| Table {
        rows: Vec::new(),
        empty: empty.into(),
        about: About::Work,
        ..units(&[])
    };
    assert!(says(Vec::new()).contains(nothing));
    assert!(says(vec![without_rows("")]).contains(nothing));
    assert!(!says(vec![without_rows("Belum ada forum.")]).contains(nothing));
    assert!(!says(vec![units(&[("a", 9)])]).contains(nothing));
}

#[test]
fn notes_names_and_signatures_are_left_out() {
    let mut whole = report(vec![units(&[("a", 9)])]);
    let note = |code: &str, is_public| Note {
        code: code.into(),
        text: code.into(),
        is_public,
        ..Note::default()
    };
    whole.sections[0].notes = vec![note("rule", true), note("names", false)];
    let left = public(whole, Guard::new(5));
    let codes: Vec<&str> = left.sections[0].notes.iter().map(|note| &*note.code).collect();
    assert_eq!(codes, ["rule"]);
    assert!(left.closing.is_empty() && left.edition == Edition::Public);
    assert_eq!(left.heading, ["KECAMATAN UJI", "LAPORAN BULANAN – UNTUK UMUM"]);
    let below = left.heading_below.join(" ");
    assert!(below.starts_with("Data sampai 31 Oktober 2026"), "{below}");
    assert!(!below.contains("Camat"), "{below}");
    // What is left out, and what can be told even so, stands behind everything.
    let last = left.sections.last().unwrap();
    assert_eq!(last.id, "left_out");
    let texts: Vec<&str> = last.notes.iter().map(|note| &*note.text).collect();
    assert!(texts[0].contains("kurang dari 5 pegawai"), "{texts:?}");
    assert_eq!(texts.len(), 2);
}

#[test]
fn a_small_group_is_hidden_and_cannot_be_told_from_the_total() {
    assert_eq!(shown(&[("a", 9), ("b", 8)]), ["100", "100", "999"]);
    assert_eq!(
        shown(&[("a", 1), ("b", 2), ("c", 4), ("d", 8)]),
        ["*", "*", "*", "100", "999"]
    );
    // One alone would be the total less the others; two of one and two people would be three.
    assert_eq!(shown(&[("a", 1), ("b", 8), ("c", 7)]), ["*", "100", "*", "999"]);
    assert_eq!(
        shown(&[("a", 1), ("b", 2), ("c", 7), ("d", 8)]),
        ["*", "*", "*", "100", "999"]
    );
    // Nobody is hidden where nobody is.
    assert_eq!(
        shown(&[("a", 0), ("b", 8), ("c", 7)]),
        ["100", "100", "100", "999"]
    );
}

#[test]
fn a_table_of_stars_alone_is_left_out() {
    assert_eq!(tables(vec![units(&[("a", 1), ("b", 3)])]), []);
    assert_eq!(shown(&[("a", 2), ("b", 3)]), ["*", "*", "999"]);
}

#[test]
fn a_group_without_a_known_size_is_hidden() {
    let mut table = units(&[("a", 9), ("b", 8), ("c", 7)]);
    table.rows[0][1] = Value::Text("many".into());
    let left = tables(vec![table]);
    assert_eq!(figures(&left[0]), ["*", "100", "*", "999"]);
    let lost = units(&[("a", 9)]);
    assert_eq!(tables(vec![lost.of_people(&["nowhere"])]), []);
}

/// Units with how many were assessed of how many people.
fn assessed(units: &[(&str, i64, i64)]) -> Vec<String> {
    let row = |(unit, assessed, people): &(&str, i64, i64)| {
        let counts = [*people, people - assessed, *assessed].map(Value::Count);
        [key(unit)].into_iter().chain(counts).collect()
    };
    let sum = |of: fn(&(&str, i64, i64)) -> i64| units.iter().map(of).sum();
    let total = ("*", sum(|one| one.1), sum(|one| one.2));
    let mut columns = ["unit", "people", "others", "assessed"].map(column);
    columns[0].is_public = true;
    columns[3].is_public = true;
    let table = Table {
        id: "gaps",
        columns: columns.into(),
        rows: units.iter().chain([&total]).map(row).collect(),
        ..Table::default()
    };
    let shown = tables(vec![table.of_people(&["people", "others", "assessed"])]);
    shown.first().map(figures).unwrap_or_default()
}

#[test]
fn a_part_is_told_by_what_is_left_of_its_group() {
    assert_eq!(assessed(&[("a", 8, 8), ("b", 9, 14)]), ["8", "9", "17"]);
    // Two of `a` and none of `b` were not assessed: the total would tell of the two.
    assert_eq!(
        assessed(&[("a", 8, 10), ("b", 9, 9), ("c", 6, 12)]),
        ["*", "9", "*", "23"]
    );
    // What hides a unit in a table of its people hides it here, and another one for it.
    assert_eq!(
        assessed(&[("a", 4, 4), ("b", 6, 6), ("c", 7, 7)]),
        ["*", "*", "7", "17"]
    );
    // The total itself leaves too few.
    assert_eq!(
        assessed(&[("a", 8, 10), ("b", 9, 9), ("c", 9, 9)]),
        ["*", "*", "9", "*"]
    );
}

#[test]
fn that_the_hidden_ones_have_none_or_all_is_not_told_by_the_total() {
    // Nobody of `a` and `b` was assessed: the total less the others would be nothing.
    assert_eq!(
        assessed(&[("a", 0, 3), ("b", 0, 6), ("c", 9, 9), ("d", 7, 7)]),
        ["*", "*", "9", "*", "16"]
    );
    // Everybody of them was.
    assert_eq!(
        assessed(&[("a", 3, 3), ("b", 6, 6), ("c", 4, 9), ("d", 6, 12)]),
        ["*", "*", "*", "6", "19"]
    );
    // Nobody at all was: that is told of everybody.
    assert_eq!(
        assessed(&[("a", 0, 3), ("b", 0, 6), ("c", 0, 9)]),
        ["*", "*", "0", "0"]
    );
    // A figure that is no part of the people is a figure about them too.
    let mut table = units(&[("a", 1), ("b", 4), ("c", 9), ("d", 8)]);
    table.rows[0][2] = Value::Count(0);
    table.rows[1][2] = Value::Count(0);
    assert_eq!(figures(&tables(vec![table])[0]), ["*", "*", "100", "*", "999"]);
}

#[test]
fn a_hidden_total_does_not_follow_from_groups_that_are_all_shown() {
    let mut table = units(&[("a", 9), ("b", 7)]);
    table.rows[2][1] = Value::Count(3);
    assert_eq!(figures(&tables(vec![table])[0]), ["100", "*", "*"]);
}

#[test]
fn who_is_in_no_unit_is_not_told_by_the_total() {
    let mut table = units(&[("a", 9), ("b", 7)]);
    table.rows[2][1] = Value::Count(18);
    assert_eq!(figures(&tables(vec![table])[0]), ["100", "*", "999"]);
}

#[test]
fn a_sentence_about_too_few_is_not_said() {
    let sentences = |people: i64| Table {
        style: Style::Lines,
        columns: vec![column("text").public(), column("people")],
        rows: vec![vec![Value::Text("All have 20 JP.".into()), Value::Count(people)]],
        ..Table::default().of_people(&["people"])
    };
    assert_eq!(tables(vec![sentences(4)]), []);
    assert_eq!(tables(vec![sentences(5)])[0].rows.len(), 1);
}

#[test]
fn what_the_public_says_is_told_however_few_work_in_the_office() {
    let told = |lines: Table| {
        let mut report = report(vec![lines]);
        report.staff = 1;
        figures(&public(report, Guard::new(5)).sections[0].tables[0])
    };
    let sizes = &[("jp", "people")];
    let lines = units(&[("a", 9), ("b", 3)]);
    assert_eq!(told(lines.clone().of_public_lines(sizes)), ["100", "*", "999"]);
    assert_eq!(told(lines.of_lines(sizes)), ["*"; 3]);
}

#[test]
fn a_star_is_explained_wherever_there_is_one() {
    let codes = |sizes: &[(&str, i64)]| {
        let sections = public(report(vec![units(sizes)]), Guard::new(5)).sections;
        // The last one tells what every public report leaves out.
        let (_, told) = sections.split_last().unwrap();
        let notes = told.iter().flat_map(|section| &section.notes);
        notes.map(|note| note.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[("a", 9)]), [""; 0]);
    assert_eq!(codes(&[("a", 9), ("b", 8), ("c", 1)]), ["withheld"]);
}

#[test]
fn what_stands_in_for_names_is_for_the_public_only() {
    let both = || vec![units(&[("a", 9)]), units(&[("b", 9)]).for_public()];
    let tables = |report: Report| report.tables().count();
    assert_eq!(tables(office(report(both()))), 1);
    assert_eq!(tables(public(report(both()), Guard::new(5))), 2);
}

#[test]
fn a_chart_is_public_when_it_and_all_its_columns_are() {
    let chart = |columns: &[&'static str], is_public| Chart {
        id: "jp",
        title: String::new(),
        shape: Drawing::Bars(columns.to_vec()),
        is_public,
    };
    let mut table = units(&[("a", 9), ("b", 8)]);
    table.columns.push(column("closed"));
    table.rows.iter_mut().for_each(|row| row.push(Value::Count(1)));
    table.charts = vec![
        chart(&["jp"], false),
        chart(&["jp"], true),
        chart(&["jp", "closed"], true),
    ];
    let shown = tables(vec![table]);
    assert_eq!(shown[0].charts, [chart(&["jp"], true)]);
}

#[test]
fn one_line_of_few_is_no_star_among_lines_that_are_missing() {
    let row = |answer, n, people| vec![key(answer), n, Value::Count(people)];
    let table = Table {
        id: "profile",
        columns: vec![column("answer").public(), column("n").public(), column("people")],
        rows: vec![
            row("a", Value::Missing, 3),
            row("b", Value::Count(3), 3),
            row("c", Value::Missing, 9),
        ],
        ..Table::default()
    };
    let table = table.of_public_lines(&[("n", "people")]);
    let public = public(report(vec![table]), Guard::new(5));
    let shown: Vec<&Value> = public.sections[0].tables[0]
        .rows
        .iter()
        .map(|row| &row[1])
        .collect();
    assert_eq!(shown, [&Value::Withheld, &Value::Withheld, &Value::Missing]);
}

#[test]
fn what_is_not_known_of_few_is_no_star_among_lines_about_different_things() {
    let unknown = Value::Partial(Box::new(super::super::model::Partial {
        unknown: Some((3, super::super::model::Unjudged::Record)),
        ..Value::Missing.into()
    }));
    let row = |item, value, people| vec![key(item), value, Value::Count(people)];
    let table = Table {
        id: "key_figures",
        columns: vec![column("item").public(), column("now").public(), column("people")],
        rows: vec![
            row("a", unknown, 3),
            row("b", Value::Count(3), 3),
            row("c", Value::Missing, 3),
        ],
        ..Table::default()
    };
    let mut report = report(vec![table.of_lines(&[("now", "people")])]);
    report.staff = 9;
    let public = public(report, Guard::new(5));
    let rows = &public.sections[0].tables[0].rows;
    let shown: Vec<&Value> = rows.iter().map(|row| &row[1]).collect();
    assert_eq!(shown, [&Value::Missing, &Value::Withheld, &Value::Missing]);
}

#[test]
fn how_many_the_whole_staff_are_is_told_beside_a_total_that_is_hidden() {
    // Of twelve people too few earned anything.
    let mut table = units(&[("a", 2), ("b", 4), ("c", 6)]);
    table.columns.push(column("earned"));
    for (row, earned) in table.rows.iter_mut().zip([1, 2, 0, 3]) {
        row.push(Value::Count(earned));
    }
    let of = |staff| {
        let mut report = report(vec![table.clone().of_people(&["people", "earned"])]);
        report.staff = staff;
        public(report, Guard::new(5)).sections[0].tables[0].rows[3].clone()
    };
    assert_eq!(of(12)[1..], [Value::Count(12), Value::Withheld]);
    assert_eq!(of(13)[1..], [Value::Withheld, Value::Withheld]);
}
