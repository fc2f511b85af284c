//! What a reader may type for a code means one code, and one thing has one word.

use crate::source::{none, rust_files};
use bina::records::TABLES;
use bina::records::document::FieldInfo;
use bina::records::word::Code;
use bina::report::model::Edition;
use bina::schema::DOCUMENTS;
use bina::words::Lang;
use std::collections::BTreeMap;

/// Takes in the codes of the fields of a document, and of those inside them.
fn of_fields(prefix: &str, fields: &'static [FieldInfo], out: &mut BTreeMap<String, &'static [Code]>) {
    for field in fields {
        let name = format!("{prefix}.{}", field.name);
        if let Some(nested) = field.nested {
            of_fields(&name, nested(), out);
        }
        out.insert(name, field.codes);
    }
}

/// Every list of codes, by the name of a place that holds one.
fn lists() -> BTreeMap<String, &'static [Code]> {
    let mut out = BTreeMap::from([("edition".to_owned(), Edition::CODES)]);
    for table in TABLES {
        let codes = table.columns.iter();
        out.extend(codes.map(|column| (format!("{}.{}", table.name, column.name), column.kind.codes())));
    }
    for document in DOCUMENTS {
        of_fields(document.name, (document.fields)(), &mut out);
    }
    out
}

#[test]
fn no_word_means_two_codes() {
    let mut wrong = Vec::new();
    for (place, codes) in lists() {
        for code in codes {
            let told = [Lang::Id, Lang::En].map(|lang| code.typed(lang));
            let spellings = told.iter().map(String::as_str);
            for spelling in spellings.chain([code.name, code.words.id, code.words.en]) {
                let meant = Code::meant(codes, spelling);
                if meant != code.name {
                    wrong.push(format!("{place}: `{spelling}` of {} means {meant}", code.name));
                }
            }
        }
    }
    none(wrong);
}

/// Words that no Indonesian sentence has, each with the word for the thing: one thing has one word in reports, in
/// explanations, in messages and in help.
const OTHERS: [(&str, &str); 12] = [
    ("verba", "perintah"),
    ("kelulusan", "pelatihan yang diselesaikan"),
    ("temuan", "kesalahan data"),
    ("level", "tingkat"),
    ("batch", "kiriman"),
    ("pelatih", "pengajar"),
    ("instruktur", "pengajar"),
    ("trainer", "pengajar"),
    ("responden survei kepuasan pelatihan", "penjawab"),
    ("komplain", "pengaduan"),
    ("deadline", "tenggat"),
    ("karyawan", "pegawai"),
];

/// The Indonesian texts of a file, without what is put into them.
fn indonesian(text: &str) -> Vec<String> {
    let starts = ["id \"", "id: \""]
        .into_iter()
        .flat_map(|start| text.split(start).skip(1));
    let ends = starts.filter_map(|rest| rest.split('"').next());
    let plain = |text: &str| -> String {
        let parts = text.split('{').enumerate();
        let parts = parts.map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('}').map_or("", |(_, rest)| rest),
        });
        parts.collect::<String>().to_lowercase()
    };
    ends.map(plain).collect()
}

#[test]
fn one_thing_has_one_word() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        for text in indonesian(&source.text) {
            let is_letter = |letter: char| letter.is_alphanumeric() || letter == '-';
            let padded = format!(" {} ", text.replace(|letter| !is_letter(letter), " "));
            let found = OTHERS
                .iter()
                .filter(|(other, _)| padded.contains(&format!(" {other} ")));
            wrong.extend(
                found.map(|(other, word)| format!("{}: {other}, better {word}: {text}", source.path)),
            );
        }
    }
    none(wrong);
}
