//! Changes to a TOML document keep every byte that they are not about.

use bina::files::document::{DocumentText, Literal};

const DOCUMENT: &str = "\
# Pelatihan Oktober

# judul yang tampil
title = 'Pelayanan prima'   # tetap
topics = [\"pelayanan\",
  \"etika\", # dua
]
cost.amount = 1_000
cost.fund = \"APBD\"

jp   = 7.50
place = { room = \"A\", floor = 2 }

# hari pertama
[[session]]
key = \"s1\"
date = 2026-10-05
# akhir s1

[[session]]
  key = \"s2\"
  date = 2026-10-06

# berkas
[evidence]
file = \"daftar.pdf\"
";

const FIELDS: &[&str] = &[
    "title", "topics", "method", "mode", "cost", "jp", "place", "module", "session", "seats", "evidence",
];

fn text(words: &str) -> Literal {
    Literal::Text(words.to_owned())
}

fn bare(word: &str) -> Literal {
    Literal::Bare(word.to_owned())
}

/// The lines that only one of two texts has, with `-` or `+` before them.
fn difference(before: &str, after: &str) -> Vec<String> {
    let (a, b): (Vec<&str>, Vec<&str>) = (
        before.split_inclusive('\n').collect(),
        after.split_inclusive('\n').collect(),
    );
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a[start..].iter().rev().zip(b[start..].iter().rev());
    let end = rest.take_while(|(x, y)| x == y).count();
    let gone = a[start..a.len() - end].iter().map(|line| format!("-{line}"));
    gone.chain(b[start..b.len() - end].iter().map(|line| format!("+{line}")))
        .collect()
}

/// What a change does to the lines of the document, which must be the same with CRLF and a byte order mark.
fn changed(change: impl Fn(&mut DocumentText)) -> Vec<String> {
    let done = |before: &str| {
        let mut document = DocumentText::parse(before).expect("the document is good");
        change(&mut document);
        difference(before, document.text())
    };
    let lines = done(DOCUMENT);
    let windows = format!("\u{feff}{}", DOCUMENT.replace('\n', "\r\n"));
    let unix: Vec<String> = done(&windows)
        .iter()
        .map(|line| line.replace("\r\n", "\n"))
        .collect();
    assert_eq!(unix, lines);
    assert!(done(&windows).iter().all(|line| line.ends_with("\r\n")));
    lines
}

fn set(path: &[&str], value: &Literal) -> Vec<String> {
    changed(|document| document.set(path, value, FIELDS).expect("it can be set"))
}

#[test]
fn a_value_changes_and_its_comments_stay() {
    assert_eq!(
        set(&["title"], &text("Kata \"baru\"\n\u{7f}")),
        [
            "-title = 'Pelayanan prima'   # tetap\n",
            "+title = \"Kata \\\"baru\\\"\\n\\u007F\"   # tetap\n"
        ]
    );
    assert_eq!(
        set(&["jp"], &bare("8.0001")),
        ["-jp   = 7.50\n", "+jp   = 8.0001\n"]
    );
    assert_eq!(
        set(&["cost", "amount"], &bare("5")),
        ["-cost.amount = 1_000\n", "+cost.amount = 5\n"]
    );
    assert_eq!(
        set(&["place", "floor"], &bare("3")),
        [
            "-place = { room = \"A\", floor = 2 }\n",
            "+place = { room = \"A\", floor = 3 }\n"
        ]
    );
    assert_eq!(
        set(&["session", "1", "date"], &bare("2026-10-07")),
        ["-  date = 2026-10-06\n", "+  date = 2026-10-07\n"]
    );
    assert_eq!(
        set(&["topics"], &Literal::List(vec![text("satu"), text("dua")])),
        [
            "-topics = [\"pelayanan\",\n",
            "-  \"etika\", # dua\n",
            "-]\n",
            "+topics = [\"satu\", \"dua\"]\n"
        ]
    );
}

#[test]
fn a_value_that_is_there_already_keeps_its_writing() {
    for (path, value) in [
        (&["title"][..], text("Pelayanan prima")),
        (&["jp"], bare("7.5")),
        (&["cost", "amount"], bare("1000")),
        (&["topics"], Literal::List(vec![text("pelayanan"), text("etika")])),
        (&["session", "0", "date"], bare("2026-10-05")),
    ] {
        assert_eq!(set(path, &value), [""; 0], "{path:?}");
    }
}

#[test]
fn a_new_field_goes_where_it_is_declared() {
    assert_eq!(set(&["method"], &text("KL01")), ["+method = \"KL01\"\n"]);
    assert_eq!(placed(&["method"], &text("KL01")), ["]", "method = \"KL01\""]);
    assert_eq!(
        placed(&["seats"], &bare("30")),
        ["place = { room = \"A\", floor = 2 }", "seats = 30"]
    );
    assert_eq!(
        placed(&["cost", "item"], &text("x")),
        ["cost.fund = \"APBD\"", "cost.item = \"x\""]
    );
    assert_eq!(
        placed(&["session", "1", "minutes"], &bare("90")),
        ["  date = 2026-10-06", "  minutes = 90"]
    );
    assert_eq!(
        placed(&["evidence", "sha256"], &text("0")),
        ["file = \"daftar.pdf\"", "sha256 = \"0\""]
    );
    assert_eq!(
        placed(&["audience", "odd key"], &text("x")),
        [
            "place = { room = \"A\", floor = 2 }",
            "audience.\"odd key\" = \"x\""
        ]
    );
    assert_eq!(
        set(&["place", "link"], &text("x")),
        [
            "-place = { room = \"A\", floor = 2 }\n",
            "+place = { room = \"A\", floor = 2, link = \"x\" }\n"
        ]
    );
}

/// The line that setting a new field adds, after the line before it.
fn placed(path: &[&str], value: &Literal) -> [String; 2] {
    assert_eq!(set(path, value).len(), 1, "{path:?}");
    let mut document = DocumentText::parse(DOCUMENT).expect("the document is good");
    document.set(path, value, FIELDS).expect("it can be set");
    let mut lines = DOCUMENT.lines().zip(document.text().lines());
    let mut before = "";
    loop {
        match lines.next() {
            Some((old, new)) if old == new => before = new,
            Some((_, new)) => return [before.to_owned(), new.to_owned()],
            None => {
                return [
                    before.to_owned(),
                    document.text().lines().last().unwrap_or("").to_owned(),
                ];
            }
        }
    }
}

#[test]
fn a_field_goes_with_its_line() {
    let remove = |path: &[&str]| changed(|document| assert_eq!(document.remove(path), Ok(true), "{path:?}"));
    assert_eq!(remove(&["title"]), ["-title = 'Pelayanan prima'   # tetap\n"]);
    assert_eq!(remove(&["cost", "fund"]), ["-cost.fund = \"APBD\"\n"]);
    assert_eq!(remove(&["session", "0", "date"]), ["-date = 2026-10-05\n"]);
    assert_eq!(
        remove(&["topics"]),
        ["-topics = [\"pelayanan\",\n", "-  \"etika\", # dua\n", "-]\n"]
    );
    let place = "-place = { room = \"A\", floor = 2 }\n";
    assert_eq!(remove(&["place", "room"]), [place, "+place = { floor = 2 }\n"]);
    assert_eq!(
        remove(&["place", "floor"]),
        [place, "+place = { room = \"A\" }\n"]
    );
    assert_eq!(
        changed(|document| assert_eq!(document.remove(&["seats"]), Ok(false))),
        [""; 0]
    );
    let both = changed(|document| {
        assert_eq!(document.remove(&["cost", "fund"]), Ok(true));
        assert_eq!(document.remove(&["cost", "amount"]), Ok(true));
    });
    assert_eq!(both, ["-cost.amount = 1_000\n", "-cost.fund = \"APBD\"\n"]);
}

#[test]
fn an_element_goes_behind_the_last_of_its_kind() {
    let append = |name: &str| {
        let entries = [("key", text("s3")), ("date", bare("2026-10-07"))];
        changed(|document| {
            document
                .append(name, &entries, FIELDS)
                .expect("it can be appended")
        })
    };
    let block = |name: &str| {
        [
            format!("+[[{name}]]\n"),
            "+key = \"s3\"\n".to_owned(),
            "+date = 2026-10-07\n".to_owned(),
        ]
    };
    for (name, before) in [
        ("session", "  date = 2026-10-06\n\n"),
        ("module", "place = { room = \"A\", floor = 2 }\n\n"),
        ("x_last", "file = \"daftar.pdf\"\n\n"),
    ] {
        let lines = append(name);
        assert!(
            lines
                .iter()
                .all(|line| block(name).contains(line) || line == "+\n"),
            "{lines:?}"
        );
        assert_eq!(lines.len(), 4, "{lines:?}");
        let mut document = DocumentText::parse(DOCUMENT).expect("the document is good");
        document.append(name, &[], FIELDS).expect("it can be appended");
        let wanted = format!("{before}[[{name}]]\n");
        assert!(document.text().contains(&wanted), "{}", document.text());
    }
}

#[test]
fn small_documents_are_extended_too() {
    let set = |before: &str, path: &[&str]| {
        let mut document = DocumentText::parse(before).expect("the document is good");
        document
            .set(path, &bare("1"), &["a", "b", "c"])
            .expect("it can be set");
        document.text().to_owned()
    };
    for (before, path, after) in [
        ("", &["a"][..], "a = 1\n"),
        ("\u{feff}", &["a"], "\u{feff}a = 1\n"),
        ("# head\n", &["a"], "# head\na = 1\n"),
        ("# head\n\n[t]\nx = 1\n", &["a"], "# head\n\na = 1\n[t]\nx = 1\n"),
        ("# about t\n[t]\n", &["a"], "a = 1\n# about t\n[t]\n"),
        ("b = 2", &["c"], "b = 2\nc = 1\n"),
        (
            "# head\n\n# on b\nb = 2\n",
            &["a"],
            "# head\n\na = 1\n# on b\nb = 2\n",
        ),
        ("# head\nb = 2\n", &["a"], "# head\na = 1\nb = 2\n"),
        ("[t]\n", &["t", "a"], "[t]\na = 1\n"),
        ("t = {}\n", &["t", "a"], "t = { a = 1 }\n"),
        ("[t.u]\nx = 2\n", &["t", "u", "a"], "[t.u]\na = 1\nx = 2\n"),
        ("[t.u]\nx = 2\n", &["t", "a"], "t.a = 1\n[t.u]\nx = 2\n"),
        ("s = [{ x = 2 }]\n", &["s", "0", "a"], "s = [{ x = 2, a = 1 }]\n"),
    ] {
        assert_eq!(set(before, path), after, "from {before:?}");
    }
    let append = |before: &str| {
        let mut document = DocumentText::parse(before).expect("the document is good");
        document
            .append("s", &[("k", text("v"))], &[])
            .expect("it can be appended");
        document.text().to_owned()
    };
    assert_eq!(append(""), "[[s]]\nk = \"v\"\n");
    assert_eq!(append("a = 1"), "a = 1\n\n[[s]]\nk = \"v\"\n");
    assert_eq!(append("s = []\n"), "s = [{ k = \"v\" }]\n");
    assert_eq!(
        append("s = [{ k = \"u\" }]\n"),
        "s = [{ k = \"u\" }, { k = \"v\" }]\n"
    );
    assert_eq!(
        append("[[s]]\n[s.in]\nx = 1\n[t]\n"),
        "[[s]]\n[s.in]\nx = 1\n\n[[s]]\nk = \"v\"\n\n[t]\n"
    );
}

#[test]
fn what_cannot_be_done_safely_is_left_to_the_hand() {
    let mut document = DocumentText::parse(DOCUMENT).expect("the document is good");
    let refused = [
        document.set(&["session"], &bare("1"), FIELDS),
        document.set(&["evidence"], &bare("1"), FIELDS),
        document.set(&["title", "x"], &bare("1"), FIELDS),
        document.set(&["session", "7", "key"], &bare("1"), FIELDS),
        document.set(&[], &bare("1"), FIELDS),
        document.set(&["jp"], &bare("1\nseats = 2"), FIELDS),
        document.set(&["jp"], &bare("not a value"), FIELDS),
        document.append("title", &[], FIELDS),
        document.append("evidence", &[], FIELDS),
        document.remove(&["session"]).map(drop),
    ];
    for result in refused {
        assert_eq!(result.expect_err("it is refused").code(), "by-hand");
    }
    assert_eq!(document.text(), DOCUMENT);
    let (at, problem) = DocumentText::parse("a = 1\nb = \n").expect_err("it is broken");
    assert_eq!((at, problem.code().as_str()), (10, "toml-syntax"));
}
