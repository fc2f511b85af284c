//! Tables: rows by key, cells, decisions, columns, and answers by batch.

use super::{agreed, disputed, together};
use bina::words::merge::Misfit;

const UNITS: &str = "units.csv";
const ACTIONS: &str = "actions.csv";
const RESPONSES: &str = "responses/skm/2026-10.csv";

/// A file of units with these rows.
fn units(rows: &str) -> String {
    format!("code,name,parent,public_service\n{rows}")
}

#[test]
fn a_row_new_on_one_side_or_on_both_alike_is_there_once() {
    let base = units("kec,Kec,,no\n");
    let (here, there) = (units("a,A,,\nkec,Kec,,no\n"), units("kec,Kec,,no\nz,Z,,\n"));
    assert_eq!(
        agreed(UNITS, &base, &here, &there),
        units("a,A,,\nkec,Kec,,no\nz,Z,,\n")
    );
    assert_eq!(agreed(UNITS, &base, &here, &here), here);
}

#[test]
fn a_row_new_on_both_with_other_values_is_asked_alone() {
    let base = units("kec,Kec,,no\n");
    let (here, there) = (units("a,A,,\nkec,Kec,,no\n"), units("a,B,,\nkec,Kecamatan,,no\n"));
    let (disputes, text) = disputed(UNITS, &base, &here, &there);
    assert_eq!(disputes, ["unit:a \"A\": name here A, there B"]);
    let marked = "<<<<<<< here · name: A\na,A,,\n=======\na,B,,\n>>>>>>> there · name: B\n";
    assert_eq!(text, units(&format!("{marked}kec,Kecamatan,,no\n")));
}

#[test]
fn a_row_is_put_together_cell_by_cell() {
    let base = units("a,A,,no\nb,B,,\n");
    let (here, there) = (units("a,AA,,no\nb,B,,\n"), units("a,A,b,yes\nb,B,,\n"));
    assert_eq!(agreed(UNITS, &base, &here, &there), units("a,AA,b,yes\nb,B,,\n"));
}

#[test]
fn cells_of_one_decision_are_asked_together() {
    let head = "id,opened,source,what,owner,due,done,result\n";
    let file = |row: &str| format!("{head}a1,2026-10-01,,Cetak ulang,,{row}\n");
    let (base, here, there) = (file(",,"), file(",2026-10-05,"), file(",,Batal"));
    let (disputes, _) = disputed(ACTIONS, &base, &here, &there);
    let said = "action:a1 \"Cetak ulang\": done was empty, here 2026-10-05, there empty; result was empty, here empty, there Batal";
    assert_eq!(disputes, [said]);
    // The same decision on both sides is none to ask about, and the term is another one.
    let (here, there) = (file("2026-11-01,2026-10-05,Baik"), file(",2026-10-05,Baik"));
    assert_eq!(agreed(ACTIONS, &base, &here, &there), here);
}

#[test]
fn a_row_that_one_side_gave_another_key_is_told_by_its_new_name() {
    let base = units("a,A,,no\nkec,Kec,,no\n");
    let (renamed, changed) = (units("b,A,,no\nkec,Kec,,no\n"), units("a,AA,,no\nkec,Kec,,no\n"));
    let told = |here: &str, there: &str| disputed(UNITS, &base, here, there).0.concat();
    let here = told(&renamed, &changed);
    assert!(
        here.starts_with(
            "unit:a \"AA\": renamed here to unit:b, changed there under its old name (name A → AA). "
        ),
        "{here}"
    );
    let there = told(&changed, &renamed);
    assert!(there.contains("renamed there to unit:b, changed here"), "{there}");
    // Of two that came so nobody can tell which it is, and one with other cells is another.
    for others in ["b,A,,no\nc,A,,no\nkec,Kec,,no\n", "b,B,,no\nkec,Kec,,no\n"] {
        let told = told(&units(others), &changed);
        assert!(told.contains("removed here, changed there"), "{told}");
    }
}

#[test]
fn the_decisions_of_the_tables_are_declared() {
    let decisions = |table: &str| {
        let table = bina::records::table(table).unwrap();
        let columns = table.columns.iter();
        let columns = columns.filter_map(|column| Some(format!("{}:{}", column.decision?, column.name)));
        columns.collect::<Vec<_>>().join(" ")
    };
    for (table, expected) in [
        (
            "evaluations",
            "appraisal:result appraisal:behaviour appraisal:predicate",
        ),
        ("staff", "identity:nip identity:born identity:sex"),
        ("mentoring", "standing:end standing:status"),
        ("complaints", "repeat:duplicate_of repeat:marked"),
    ] {
        assert_eq!(decisions(table), expected);
    }
    let participation = decisions("participation");
    for column in ["status", "reason", "completed", "jp", "ended", "confirmed"] {
        assert!(participation.contains(&format!("standing:{column}")), "{column}");
    }
    for column in ["evidence", "sha256", "verified_by", "verified"] {
        assert!(participation.contains(&format!("evidence:{column}")), "{column}");
    }
}

#[test]
fn what_is_taken_out_is_gone_and_asked_where_it_was_changed() {
    let base = units("a,A,,\nb,B,,\n");
    let without = units("b,B,,\n");
    assert_eq!(agreed(UNITS, &base, &without, &base), without);
    assert_eq!(agreed(UNITS, &base, &without, &without), without);
    let (disputes, text) = disputed(UNITS, &base, &without, &units("a,AA,,\nb,B,,\n"));
    assert_eq!(
        disputes,
        ["unit:a \"AA\": removed here, changed there (name A → AA)"]
    );
    assert!(
        text.contains("<<<<<<< here · removed\n=======\na,AA,,\n>>>>>>> there\n"),
        "{text}"
    );
}

#[test]
fn order_quotes_and_line_ends_do_not_count() {
    let base = units("b,B,,\na,A,,\n");
    let here = "\u{feff}name,code,parent,public_service\r\n\"A\",a,,\r\n\r\nB,b,,";
    let there = units("b,B,,yes\na,\"A\",,\n");
    assert_eq!(agreed(UNITS, &base, here, &there), units("a,A,,\nb,B,,yes\n"));
}

#[test]
fn columns_of_ones_own_are_joined() {
    let base = "code,name\na,A\nb,B\n";
    let (here, there) = (
        "code,name,x_z\na,A,1\nb,B,\n",
        "code,name,parent,x_y\na,A,,2\nb,B,a,\n",
    );
    let all = "code,name,parent,x_y,x_z\na,A,,2,1\nb,B,a,,\n";
    assert_eq!(agreed(UNITS, base, here, there), all);
}

#[test]
fn a_column_taken_out_and_filled_anew_is_asked() {
    let base = "code,name,x_room\na,A,1\nb,B,\n";
    let without = "code,name\na,A\nb,B\n";
    assert_eq!(agreed(UNITS, base, without, base), without);
    let (disputes, text) = disputed(UNITS, base, without, "code,name,x_room\na,A,1\nb,B,2\nc,C,3\n");
    let said = [
        "unit:b \"B\": x_room was empty, here removed, there 2",
        "unit:c \"C\": x_room here removed, there 3",
    ];
    assert_eq!(disputes, said);
    assert!(text.starts_with("code,name,x_room\na,A,\n<<<<<<< "), "{text}");
}

#[test]
fn a_key_twice_is_once_where_the_rows_are_equal() {
    let base = units("a,A,,\n");
    let twice = units("a,A,,\na,A,,\nb,B,,\n");
    assert_eq!(agreed(UNITS, &base, &twice, &base), units("a,A,,\nb,B,,\n"));
    let other = units("a,A,,\na,B,,\n");
    let key = "a".to_owned();
    assert_eq!(
        together(UNITS, &base, &other, &base),
        Err(Misfit::KeyTwice { key })
    );
}

#[test]
fn marks_and_what_is_no_table_are_left_to_lines() {
    let base = units("a,A,,\n");
    let marked = units("<<<<<<< HEAD\na,A,,\n");
    assert_eq!(together(UNITS, &base, &marked, &base), Err(Misfit::Marked));
    for bad in ["", "code;name\na;A\n", "code,name\na\n", "code,nam\n"] {
        assert!(
            matches!(together(UNITS, &base, bad, &base), Err(Misfit::Unread { .. })),
            "{bad}"
        );
    }
}

#[test]
fn references_are_a_list() {
    let file = |briefing: &str| {
        let head = "id,number,title,in_force,topic,audience,briefing,consultation";
        format!("{head}\nr1,PP 1,Judul,2026-01-01,,,{briefing},\n")
    };
    let (base, here) = (
        file("training:2026-01/a"),
        file("training:2026-01/a training:2026-02/b"),
    );
    let there = file("training:2026-03/c");
    let both = file("training:2026-02/b training:2026-03/c");
    assert_eq!(agreed("regulations.csv", &base, &here, &there), both);
}

#[test]
fn a_month_new_on_both_sides_has_an_empty_base() {
    let head = "id,received,channel,reference,kind,unit,service,category,class,handler,duplicate_of,summary";
    let file = |rows: &str| format!("{head}\n{rows}");
    let here = file("2026-10-aaaaa,2026-10-02,,,complaint,,,,,,,Satu\n");
    let there = file("2026-10-bbbbb,2026-10-03,,,complaint,,,,,,,Dua\n");
    let both = format!("{here}{}", there.lines().last().unwrap().to_owned() + "\n");
    assert_eq!(agreed("complaints/2026-10.csv", "", &here, &there), both);
}

/// A month of answers.
fn answers(rows: &str) -> String {
    format!("date,batch,unit,service,wave,u1,comment\n{rows}")
}

#[test]
fn batches_are_whole() {
    let one = "2026-10,b1,,,,3,\n2026-10,b1,,,,4,\n";
    let base = answers(one);
    // The same batch on both sides is there once; equal answers of one batch stay two.
    let here = answers(&format!("{one}2026-10,b2,,,,4,\n2026-10,b2,,,,4,\n"));
    assert_eq!(agreed(RESPONSES, &base, &here, &here), here);
    assert_eq!(agreed(RESPONSES, "", &here, &here), here);
    let there = answers(&format!("{one}2026-10,b0,,,,1,\n"));
    let both = format!("2026-10,b0,,,,1,\n{one}2026-10,b2,,,,4,\n2026-10,b2,,,,4,\n");
    assert_eq!(agreed(RESPONSES, &base, &here, &there), answers(&both));
    // Withdrawn on one side.
    assert_eq!(
        agreed(RESPONSES, &here, &there, &here),
        answers("2026-10,b0,,,,1,\n2026-10,b1,,,,3,\n2026-10,b1,,,,4,\n")
    );
}

#[test]
fn a_batch_changed_on_both_sides_is_asked_whole_and_its_answers_are_not_told() {
    let base = answers("2026-10,b1,,,,3,rahasia\n2026-10,b1,,,,4,\n");
    let (here, there) = (
        answers("2026-10,b1,,,,3,rahasia\n"),
        answers("2026-10,b1,,,,3,rahasia\n2026-10,b1,,,,2,\n2026-10,b1,,,,1,\n"),
    );
    let (disputes, text) = disputed(RESPONSES, &base, &here, &there);
    assert_eq!(
        disputes,
        ["response:skm/b1: this batch changed on both sides: here 1 answer, there 3"]
    );
    assert!(
        text.ends_with(">>>>>>> there\n") && text.matches("b1").count() == 4,
        "{text}"
    );
}

#[test]
fn two_closings_of_one_complaint_are_asked_and_two_of_two_are_not() {
    let head = "complaint,date,step,class,handler,outcome,complainant_view";
    let file = |rows: &str| format!("{head}\n2026-10-aaaaa,2026-10-02,responded,,,,\n{rows}");
    let base = file("");
    let here = file("2026-10-aaaaa,2026-11-18,closed,,,unresolved,not\n");
    let there = file("2026-10-aaaaa,2026-11-16,closed,,,resolved,satisfied\n");
    let (disputes, text) = disputed("handling/2026-10.csv", &base, &here, &there);
    assert_eq!(
        disputes,
        [
            "handling:2026-10-aaaaa/closed: date here 2026-11-18, there 2026-11-16; outcome here unresolved, there resolved; complainant_view here not, there satisfied"
        ]
    );
    assert!(
        text.contains("closed,,,unresolved,not\n=======\n2026-10-aaaaa,2026-11-16,"),
        "{text}"
    );
    let there = file("2026-10-bbbbb,2026-11-16,closed,,,resolved,satisfied\n");
    let both = agreed("handling/2026-10.csv", &base, &here, &there);
    assert_eq!(both.matches("closed").count(), 2);
}

#[test]
fn a_batch_that_both_typed_alike_is_said() {
    let new = answers("2026-10,b1,,,,3,\n2026-10,b1,,,,4,\n");
    let merged = together(RESPONSES, &answers(""), &new, &new).unwrap();
    assert_eq!(merged.alike, [("response:skm/b1".to_owned(), 2)]);
    assert_eq!(together(RESPONSES, &new, &new, &new).unwrap().alike, []);
}
