//! What a reader may type for a code means one code.

use crate::source::none;
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
