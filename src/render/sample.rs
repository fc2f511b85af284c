//! Reports made by hand, to look at: a calm one as an officer gets it, and a nasty one.

use super::{Format, Options};
use crate::report::model::{
    Column, Edition, Note, NumberStyle, Partial, Report, Section, Style, Table, Unjudged, Value, View,
};

/// A report as a format writes it.
pub(super) fn written(format: &Format, report: &Report, options: &Options) -> String {
    let mut bytes = Vec::new();
    (format.report)(report, options, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

fn key(key: &str, label: &str) -> Value {
    Value::Key {
        key: key.into(),
        label: label.into(),
    }
}

fn number(exact: &str) -> Value {
    Value::number(exact, exact.replace('.', ","), NumberStyle::Plain)
}

/// A figure of twenty, of three of which it is not known, and without those of two offices.
pub(super) fn in_part(known: Value) -> Value {
    Value::Partial(Box::new(Partial {
        of: Some(20),
        unknown: Some((3, Unjudged::Record)),
        without: 2,
        ..known.into()
    }))
}

fn column(id: &'static str, title: &str, unit: &str) -> Column {
    Column {
        id,
        title: title.into(),
        unit: unit.into(),
        ..Column::default()
    }
}

fn hidden(id: &'static str) -> Column {
    Column {
        id,
        is_hidden: true,
        ..Column::default()
    }
}

fn note(code: &str, text: &str) -> Note {
    Note {
        code: code.into(),
        text: text.into(),
        ..Note::default()
    }
}

fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// A report without anything in it.
pub(super) fn bare() -> Report {
    Report {
        name: "brief",
        version: 1,
        edition: Edition::Office,
        staff: 0,
        agency: String::new(),
        heading: Vec::new(),
        since: None,
        heading_below: Vec::new(),
        period: ("2026-10-01".into(), "2026-12-31".into()),
        month: None,
        as_of: "2026-12-31".into(),
        lang: "id",
        ..Report::default()
    }
}

/// A month of an office, as short as a report can be.
pub(super) fn small() -> Report {
    Report {
        agency: "Kecamatan Medan Marelan".into(),
        heading: strings(&["KECAMATAN MEDAN MARELAN", "LAPORAN BULANAN – OKTOBER 2026"]),
        heading_below: Vec::new(),
        period: ("2026-10-01".into(), "2026-10-31".into()),
        month: Some("2026-10".into()),
        as_of: "2026-10-31".into(),
        sections: vec![Section {
            id: "hours",
            title: "Jam pelajaran".into(),
            tables: vec![units()],
            notes: vec![note("hours-minimum", "PNS: sedikitnya 20 JP setahun.")],
            is_attached: false,
        }],
        ..bare()
    }
}

/// A month of an office.
pub(super) fn calm() -> Report {
    let mut hours = small().sections.remove(0);
    hours.tables.push(people());
    Report {
        name: "monthly",
        closing: strings(&[
            "Medan, 2 November 2026",
            "Plt. Sekretaris Kecamatan",
            "",
            "",
            "Rosmawati Nasution, S.E.",
        ]),
        sections: vec![summary(), hours, elements()],
        ..small()
    }
}

fn summary() -> Section {
    let sentences = Table {
        id: "events",
        style: Style::List,
        columns: vec![hidden("event"), column("text", "", "")],
        rows: vec![
            vec![
                text("e1"),
                text(
                    "Bimtek Kearsipan: diundang 20, selesai 17, tidak hadir 3 (dinas 2, sakit 1). Nilai tes 61 → 79 (16 pasang).",
                ),
            ],
            vec![
                text("e2"),
                text("Pengaduan: 6 masuk, 3 selesai, 1 bukan kewenangan, 2 masih proses."),
            ],
        ],
        ..Table::default()
    };
    let late = Table {
        id: "late",
        title: "Yang terlambat".into(),
        columns: vec![column("what", "Apa", "")],
        empty: "Tidak ada.".into(),
        ..Table::default()
    };
    Section {
        id: "summary",
        title: "Ringkasan".into(),
        tables: vec![sentences, late],
        notes: vec![note("hours-minimum", "PNS: sedikitnya 20 JP setahun.")],
        is_attached: false,
    }
}

fn units() -> Table {
    let row = |id: &str, label: &str, staff: &str, hours: Value, rate: Value| {
        vec![key(id, label), number(staff), hours, rate]
    };
    Table {
        id: "units",
        columns: vec![
            column("unit", "Unit kerja", ""),
            column("staff", "Pegawai", ""),
            column("hours", "Rata-rata", "JP"),
            column("reached", "Sudah memenuhi 20 JP", "%"),
        ],
        rows: vec![
            row("terjun", "Kelurahan Terjun", "12", number("14.2"), number("75")),
            row(
                "labuhan",
                "Kelurahan Labuhan Deli",
                "9",
                number("9.75"),
                Value::Missing,
            ),
            row(
                "camat",
                "Sekretariat Kecamatan",
                "4",
                number("21"),
                Value::Withheld,
            ),
            row("*", "Jumlah", "25", number("13.6"), number("72")),
        ],
        ..Table::default()
    }
}

fn people() -> Table {
    let row = |[id, at, name, nip, position, a, b, c, remark]: [&str; 9]| {
        vec![
            key(id, id),
            number(at),
            text(name),
            text(nip),
            text(position),
            number(a),
            number(b),
            number(c),
            text(remark),
        ]
    };
    Table {
        id: "people",
        title: "Daftar JP pegawai".into(),
        columns: vec![
            hidden("person"),
            column("no", "No.", ""),
            column("name", "Nama", ""),
            column("nip", "NIP", ""),
            column("position", "Jabatan", ""),
            column("classroom", "Klasikal", "JP"),
            column("other", "Nonklasikal", "JP"),
            column("recognised", "Diakui", "JP"),
            column("remark", "Keterangan", ""),
        ],
        rows: vec![
            row([
                "p01",
                "1",
                "Siti Aminah, S.Sos.",
                "198607142010012003",
                "Lurah Terjun",
                "12",
                "4",
                "16",
                "dua sertifikat menunggu verifikasi",
            ]),
            row([
                "p02",
                "2",
                "Dr. Budi Santoso Harahap, S.H., M.Hum.",
                "197901022005011002",
                "Kepala Seksi Pelayanan Umum",
                "20",
                "0",
                "20",
                "",
            ]),
        ],
        ..Table::default()
    }
}

/// A wide table in two pictures.
fn elements() -> Section {
    let rates = ["u1", "u2", "u3", "u4"];
    let mut columns = vec![column("unit", "Unit kerja", "")];
    columns.extend(rates.iter().map(|id| column(id, &id.to_uppercase(), "")));
    let row = |unit: &str, values: [&str; 4]| {
        let mut row = vec![key(unit, unit)];
        row.extend(values.map(number));
        row
    };
    let view = |title: &str, columns: &[&'static str]| View {
        title: title.into(),
        ..View::untitled(columns)
    };
    Section {
        id: "elements",
        title: "Unsur pelayanan".into(),
        tables: vec![Table {
            id: "elements",
            columns,
            rows: vec![
                row("Terjun", ["3.21", "3.1", "2.95", "3.4"]),
                row("Labuhan Deli", ["3.0", "3.05", "3.11", "2.87"]),
            ],
            views: vec![
                view("Persyaratan dan prosedur", &["unit", "u1", "u2"]),
                view("Waktu dan biaya", &["unit", "u3", "u4"]),
            ],
            ..Table::default()
        }],
        notes: vec![
            note("hours-minimum", "PNS: sedikitnya 20 JP setahun."),
            note(
                "suppressed",
                "Tanda * berarti tidak ditampilkan, karena respondennya kurang dari lima orang sehingga jawaban seseorang dapat dikenali.",
            ),
        ],
        is_attached: false,
    }
}

/// A draft with text that would break a careless renderer.
pub(super) fn nasty() -> Report {
    let names = [
        "a|b <script>alert(1)</script> `code` *bold* _it_ [link](https://evil.example)",
        "\u{202e}gnorw\u{200b} \u{1b}[31mred\u{7}",
        "baris\nbaru\tdan \"kutip\", koma",
        "日本語の名前 🙂 👩‍👩‍👧 ❤️ e\u{301}",
        "=HYPERLINK(\"x\")",
        "1. bukan daftar",
    ];
    let mut rows: Vec<_> = names.iter().map(|name| nasty_row(name)).collect();
    rows.push(nasty_row(&"Z".repeat(3000)));
    rows.push(nasty_row(&"日本".repeat(300)));
    rows.push(vec![
        key("*", "Total"),
        text(""),
        number("-12345.678901"),
        Value::Missing,
        Value::Withheld,
    ]);
    let columns = vec![
        column("name", "Nama | name", ""),
        column("nip", "NIP", ""),
        column("score", "Pertanggungjawabannya-yang-panjang-sekali", "%"),
        column("gap", "", "JP"),
        column("remark", "<b>Remark</b>", ""),
    ];
    let grid = Table {
        id: "nasty",
        title: "<img src=x onerror=alert(1)>".into(),
        columns: columns.clone(),
        rows: rows.clone(),
        ..Table::default()
    };
    Report {
        heading: strings(&["<b>OFFICE</b>\u{1b}[2J", "# Title *with* `marks`"]),
        heading_below: Vec::new(),
        draft: Some("DRAFT: made from broken records".into()),
        closing: strings(&["- signed", "==="]),
        sections: vec![
            Section {
                id: "one",
                title: "Section <one>".into(),
                tables: vec![grid],
                notes: vec![note("n", "> note <script>")],
                is_attached: false,
            },
            Section {
                id: "two",
                title: "Section two".into(),
                tables: vec![
                    sentences("list", Style::List, &names),
                    sentences("lines", Style::Lines, &names),
                ],
                notes: Vec::new(),
                is_attached: false,
            },
        ],
        ..bare()
    }
}

fn nasty_row(name: &str) -> Vec<Value> {
    vec![
        text(name),
        text("198607142010012003"),
        number("0.5"),
        Value::Missing,
        text("- x"),
    ]
}

fn sentences(id: &'static str, style: Style, words: &[&str]) -> Table {
    Table {
        id,
        style,
        columns: vec![column("text", "", ""), column("who", "", "")],
        rows: words
            .iter()
            .map(|words| vec![text(words), text("| Lurah")])
            .collect(),
        ..Table::default()
    }
}
