//! Changes to a table's file keep every byte that they are not about.

use bina::files::edit::{Folio, canonical};
use bina::records::organisation::{postings, units};
use bina::records::table::{Schema, Shape};

/// What is done to a sheet of units.
enum Edit {
    Insert(&'static [&'static str]),
    Set(&'static str, &'static str, &'static str),
    Remove(&'static str),
}
use Edit::{Insert, Remove, Set};

fn edited(table: &Schema, text: Option<&str>, edit: &Edit) -> String {
    let mut sheet = Folio::parse(table, text).expect("the text is good");
    match edit {
        Insert(cells) => {
            sheet.insert(cells).expect("the key is new");
        }
        Set(key, column, value) => {
            let row = sheet.find(&[key]).expect("the row is there");
            let column = table.column(column).expect("the column is declared");
            sheet.set(row, column, value);
        }
        Remove(key) => sheet.remove(sheet.find(&[key]).expect("the row is there")),
    }
    sheet.to_text()
}

#[test]
fn one_change_is_one_changed_line() {
    let cases: &[(&str, Edit, &str)] = &[
        // A new row goes before the first greater key, and nothing is reordered.
        (
            "code,name\na,A\nc,C\n",
            Insert(&["b", "B"]),
            "code,name\na,A\nb,B\nc,C\n",
        ),
        (
            "code,name\nc,C\na,A\n",
            Insert(&["b", "B"]),
            "code,name\nb,B\nc,C\na,A\n",
        ),
        (
            "code,name\nc,C\na,A\n",
            Insert(&["d", "D"]),
            "code,name\nc,C\na,A\nd,D\n",
        ),
        ("code,name\n", Insert(&["b", "B"]), "code,name\nb,B\n"),
        // Line ends, byte order mark, blank lines and odd quotes stay.
        (
            "code,name\r\na,A\r\nc,C\r\n",
            Insert(&["b", "B"]),
            "code,name\r\na,A\r\nb,B\r\nc,C\r\n",
        ),
        (
            "code,name\na,A\r\nc,C\n",
            Set("a", "name", "Z"),
            "code,name\na,Z\r\nc,C\n",
        ),
        (
            "\u{feff}code,name\na,A\n",
            Set("a", "name", "Z"),
            "\u{feff}code,name\na,Z\n",
        ),
        (
            "\n\ncode,name\n\na,A\n\n\nc,C\n\n",
            Insert(&["b", "B"]),
            "\n\ncode,name\n\na,A\n\n\nb,B\nc,C\n\n",
        ),
        (
            "code,name\n\na,A\n\n\nc,C\n",
            Remove("a"),
            "code,name\n\n\n\nc,C\n",
        ),
        (
            "\"code\",name\n\"a\",\"A\"\nc,\"C\"\n",
            Set("c", "name", "Z"),
            "\"code\",name\n\"a\",\"A\"\nc,Z\n",
        ),
        // The other cells of the row keep their text, also the user's own.
        (
            "x_own,code,\"name\",parent\n\"1\",a,A,\"p\"\n",
            Set("a", "name", "Z"),
            "x_own,code,\"name\",parent\n\"1\",a,Z,\"p\"\n",
        ),
        (
            "name,x_a,code\nA,1,a\n",
            Insert(&["b", "B"]),
            "name,x_a,code\nA,1,a\nB,,b\n",
        ),
        (
            "code,name\na,say \"A\"\n",
            Set("a", "name", "x"),
            "code,name\na,x\n",
        ),
        (
            "code,name,parent\na,it's 5\" wide,\n",
            Set("a", "parent", "p"),
            "code,name,parent\na,it's 5\" wide,p\n",
        ),
        // Quoted newlines.
        (
            "code,name\na,\"one\ntwo\"\nc,C\n",
            Set("c", "name", "x\r\ny"),
            "code,name\na,\"one\ntwo\"\nc,\"x\r\ny\"\n",
        ),
        (
            "code,name\na,\"one\n\n\ntwo\"\nc,C\n",
            Remove("a"),
            "code,name\nc,C\n",
        ),
        (
            "code,name\r\na,\"one\r\ntwo\"\r\n",
            Insert(&["b", "B"]),
            "code,name\r\na,\"one\r\ntwo\"\r\nb,B\r\n",
        ),
        // A missing last line end comes only with a row behind it.
        (
            "code,name\na,A\nc,C",
            Set("c", "name", "Z"),
            "code,name\na,A\nc,Z",
        ),
        (
            "code,name\na,A\nc,C",
            Set("a", "name", "Z"),
            "code,name\na,Z\nc,C",
        ),
        (
            "code,name\na,A\nc,C",
            Insert(&["b", "B"]),
            "code,name\na,A\nb,B\nc,C",
        ),
        (
            "code,name\na,A\nc,C",
            Insert(&["d", "D"]),
            "code,name\na,A\nc,C\nd,D\n",
        ),
        (
            "code,name\r\na,A",
            Insert(&["d", "D"]),
            "code,name\r\na,A\r\nd,D\r\n",
        ),
        ("code,name", Insert(&["d", "D"]), "code,name\nd,D\n"),
        ("code,name\na,A\nc,C", Remove("c"), "code,name\na,A\n"),
        // A column that is not there comes at its declared place, and only when there is something to put in it.
        (
            "code,name\na,A\n",
            Insert(&["b", "B", ""]),
            "code,name\na,A\nb,B\n",
        ),
        (
            "code,name\na,A\n",
            Insert(&["b", "B", "p"]),
            "code,name,parent\na,A,\nb,B,p\n",
        ),
        (
            "code,name,x_a\r\na,\"A\",1\r\nb,B,2",
            Set("b", "parent", "p,q"),
            "code,name,parent,x_a\r\na,\"A\",,1\r\nb,B,\"p,q\",2",
        ),
        (
            "code,name,public_service\na,\"one\ntwo\",yes\n\nb,B,\n",
            Set("b", "parent", "p"),
            "code,name,parent,public_service\na,\"one\ntwo\",,yes\n\nb,B,p,\n",
        ),
        (
            "code,name\na,A\n",
            Insert(&["b", "B", "", "yes"]),
            "code,name,public_service\na,A,\nb,B,yes\n",
        ),
        (
            "code,name\na,A\n",
            Insert(&["b", "B", "p", "yes"]),
            "code,name,parent,public_service\na,A,,\nb,B,p,yes\n",
        ),
        // Where the columns stand in another order, it comes behind all that are declared before it.
        (
            "public_service,name,code\nyes,A,a\n",
            Set("a", "parent", "p"),
            "public_service,name,code,parent\nyes,A,a,p\n",
        ),
        ("code,name\na,A\n", Set("a", "parent", ""), "code,name\na,A\n"),
        // What is so already is not rewritten.
        (
            "code,name\na,\"A\"\n",
            Set("a", "name", "A"),
            "code,name\na,\"A\"\n",
        ),
    ];
    for (before, edit, after) in cases {
        assert_eq!(edited(&units, Some(before), edit), *after, "from {before:?}");
    }
}

#[test]
fn a_new_file_has_all_declared_columns() {
    let text = edited(&units, None, &Insert(&["b", "B"]));
    assert_eq!(text, "code,name,parent,public_service,since\nb,B,,,\n");
}

#[test]
fn keys_are_compared_cell_by_cell() {
    let mut sheet = Folio::parse(&postings, None).expect("a new file");
    for key in [
        ["p1", "2026-01-01"],
        ["p", "2026-02-01"],
        ["p-", "2026-01-01"],
        ["p", "2026-01-01"],
    ] {
        sheet.insert(&key).expect("the key is new");
    }
    let keys: Vec<String> = (0..sheet.len())
        .map(|row| sheet.cells(row)[..2].join(" "))
        .collect();
    assert_eq!(
        keys,
        ["p 2026-01-01", "p 2026-02-01", "p- 2026-01-01", "p1 2026-01-01"]
    );
    assert_eq!(sheet.find(&["p-", "2026-01-01"]), Some(2));
    assert_eq!(sheet.find(&["p-", "2026-01-02"]), None);
    assert_eq!(
        sheet
            .insert(&["p", "2026-02-01"])
            .expect_err("the key is there")
            .code(),
        "key-repeated"
    );
}

/// A table of the same columns without a key.
fn bag() -> Schema {
    let mut table = units.clone();
    table.shape = Shape::Bag;
    table
        .columns
        .to_mut()
        .iter_mut()
        .for_each(|column| column.key = false);
    table
}

#[test]
fn rows_of_a_bag_are_ordered_by_their_bytes_and_may_repeat() {
    let (bag, text) = (bag(), Some("name,code\nA,2\nB,1\n"));
    assert_eq!(
        edited(&bag, text, &Insert(&["9", "A"])),
        "name,code\nA,2\nA,9\nB,1\n"
    );
    assert_eq!(
        edited(&bag, text, &Insert(&["1", "B"])),
        "name,code\nA,2\nB,1\nB,1\n"
    );
    assert_eq!(
        edited(&bag, text, &Insert(&["1", "A"])),
        "name,code\nA,1\nA,2\nB,1\n"
    );
    // A column more may change the order of the bytes.
    let text = "code,name\n1,Baik\n1,Baik sekali";
    let longer = edited(&bag, Some(text), &Insert(&["2", "B", "p"]));
    assert_eq!(longer, "code,name,parent\n1,Baik sekali,\n1,Baik,\n2,B,p\n");
    assert_eq!(canonical(&bag, &longer).as_deref(), Ok(&*longer));
}

/// Cells that are hard to write.
const NASTY: &[&str] = &[
    "",
    " ",
    "  both  ",
    ",",
    "\"",
    "\"\"",
    "\"quoted\"",
    "a\"b",
    "\n",
    "\r",
    "\r\n",
    "two\n\nlines",
    "ends with return\r",
    "=1+1",
    "@SUM(A1)",
    "-2",
    "\u{feff}mark",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> theirs",
    "|||||||",
    "a;b",
    "nu\tll",
    "\u{202e}terbalik",
    "Ꭓ 日本語 🏛️",
    "'; DROP TABLE staff; --",
    "\\",
    "\\N",
    "x_",
    "code",
];

#[test]
fn whatever_is_inserted_is_read_again() {
    for table in [units.clone(), bag()] {
        for ending in ["\n", "\r\n"] {
            let start = format!("name,code,public_service,parent{ending}");
            let mut sheet = Folio::parse(&table, Some(&start)).expect("a good heading");
            let mut wanted: Vec<Vec<String>> = Vec::new();
            for (number, &cell) in NASTY.iter().enumerate() {
                let other = NASTY[(number * 7 + 3) % NASTY.len()];
                let row = [&*format!("k{number}"), cell, other, cell].map(str::to_owned);
                sheet
                    .insert(&row.each_ref().map(String::as_str))
                    .expect("the key is new");
                wanted.push(row.to_vec());
            }
            let text = sheet.to_text();
            for text in [canonical(&table, &text).expect("it is good"), text] {
                let read = Folio::parse(&table, Some(&text)).expect("it is good");
                let declared = |row: usize| read.cells(row)[..wanted[0].len()].to_vec();
                let mut cells: Vec<Vec<String>> = (0..read.len()).map(declared).collect();
                cells.sort();
                wanted.sort();
                assert_eq!(cells, wanted);
            }
        }
    }
}

#[test]
fn a_cell_set_to_anything_changes_no_other() {
    let before = "name,x_own,code\r\n\"A\r\nA\",\"1\",a\r\n,\"\",b\r\nC,3,c";
    for cell in NASTY {
        let mut sheet = Folio::parse(&units, Some(before)).expect("it is good");
        sheet.set(1, 1, cell);
        let text = sheet.to_text();
        assert!(
            text.starts_with("name,x_own,code\r\n\"A\r\nA\",\"1\",a\r\n")
                && text.ends_with(",\"\",b\r\nC,3,c")
        );
        let read = Folio::parse(&units, Some(&text)).expect("it is good");
        assert_eq!(read.cells(1), ["b", cell, "", "", ""]);
    }
}

#[test]
fn the_canonical_form_is_reached_in_one_step() {
    let cases = [
        ("code,name\nb,B\na,A\n", "code,name\na,A\nb,B\n"),
        (
            "\u{feff}x_b,name, code ,x_a\r\n\r\n1,\"B\",b,2\r\n\r\n3,\"A, \"\"a\"\"\",a,4",
            "code,name,x_b,x_a\na,\"A, \"\"a\"\"\",3,4\nb,B,1,2\n",
        ),
        ("code,name\na,\"x\r\ny\"\r\n", "code,name\na,\"x\r\ny\"\n"),
        ("code,name", "code,name\n"),
        // An optional column that is there stays, also when it is empty; one that must be filled is not left out.
        (
            "public_service,code,name\n,a,A\n",
            "code,name,public_service\na,A,\n",
        ),
        ("public_service,code\n,a\n", "code,name,public_service\na,,\n"),
    ];
    for (text, wanted) in cases {
        assert_eq!(canonical(&units, text).as_deref(), Ok(wanted));
        assert_eq!(
            canonical(&units, wanted).as_deref(),
            Ok(wanted),
            "canonical already"
        );
    }
    let rows = "name,code\nB,1\nA,2\nB,1\n";
    let wanted = "code,name\n1,B\n1,B\n2,A\n";
    assert_eq!(canonical(&bag(), rows).as_deref(), Ok(wanted));
}

#[test]
fn a_text_that_cannot_be_read_is_not_changed() {
    let cases = [
        ("", 0, "header-missing"),
        ("\u{feff}\n", 0, "header-missing"),
        ("code;name\na;A\n", 0, "semicolons"),
        ("code,nama\n", 5, "column-unknown"),
        ("name\n", 0, "key-column-missing"),
        ("code,name\na\n", 10, "ragged"),
        ("code,name\na,\"A\n", 12, "quote-open"),
        ("code,name\na,\"A\"x\n", 15, "quote-trailing"),
        ("code,name\n<<<<<<< HEAD\na,A\n", 10, "conflict-marker"),
    ];
    for (text, byte, code) in cases {
        let (at, problem) = Folio::parse(&units, Some(text)).expect_err(text);
        assert_eq!((at, problem.code().as_str()), (byte, code), "{text:?}");
        assert!(canonical(&units, text).is_err());
    }
}
