//! The page that explains the format of the records: `data/README.md`.

use super::{DOCUMENTS, place};
use crate::records::TABLES;
use crate::records::document::FieldInfo;
use crate::records::table::{Attribute, Schema};
use crate::rules::Rules;
use crate::words::{Lang, Phrase};
use std::fmt::Write;

/// The part written by hand, with places for what is made from the declarations.
const PROSE: Phrase = Phrase {
    id: include_str!("page.id.md"),
    en: include_str!("page.en.md"),
};

/// The whole page.
pub fn page(lang: Lang) -> String {
    PROSE
        .get(lang)
        .replace("{tables}", tables(lang).trim())
        .replace("{documents}", documents(lang).trim())
        .replace("{rules}", rules(lang).trim())
}

fn tables(lang: Lang) -> String {
    let mut out = String::new();
    for table in TABLES {
        // Writing into a String cannot fail.
        let _ = write!(
            out,
            "### {}\n\n`{}` · `bina {}`\n\n",
            table.name,
            place(table),
            table.one
        );
        let _ = write!(out, "{}\n\n", table.meaning.get(lang).trim());
        columns(table, lang, &mut out);
    }
    out
}

fn columns(table: &Schema, lang: Lang, out: &mut String) {
    let head = Phrase {
        id: "| kolom | isi | siapa boleh melihat | arti |\n|---|---|---|---|\n",
        en: "| column | content | who may see it | meaning |\n|---|---|---|---|\n",
    };
    out.push_str(head.get(lang));
    for column in table.columns.iter() {
        let mark = mark(column.key, !column.optional);
        // Writing into a String cannot fail.
        let _ = writeln!(
            out,
            "| `{}`{mark} | {} | {} | {} |",
            column.name,
            content(column),
            column.privacy.code(),
            column.meaning(lang),
        );
    }
    out.push('\n');
}

/// `*` for a key, `!` for what must be filled.
fn mark(key: bool, required: bool) -> &'static str {
    match (key, required) {
        (true, _) => " *",
        (false, true) => " !",
        (false, false) => "",
    }
}

/// What a cell holds: its kind, what it refers to, its codes.
fn content(column: &Attribute) -> String {
    let kind = column.kind.name();
    match (column.refers, column.kind.codes()) {
        (Some(target), _) => format!("{kind} → {target}"),
        (None, []) => kind.to_owned(),
        (None, codes) => codes
            .iter()
            .map(|code| format!("`{}`", code.name))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn documents(lang: Lang) -> String {
    let mut out = String::new();
    for document in DOCUMENTS {
        // Writing into a String cannot fail.
        let _ = write!(out, "### {}\n\n", document.path);
        out.push_str(field_head(lang));
        fields((document.fields)(), "", lang, &mut out);
        out.push('\n');
    }
    out
}

fn rules(lang: Lang) -> String {
    let mut out = String::new();
    for rule in Rules::NAMES {
        // Writing into a String cannot fail.
        let _ = write!(out, "### rules/{rule}.toml\n\n");
        out.push_str(field_head(lang));
        // The head of an edition is the same everywhere and stands in the prose.
        let own = Rules::fields(rule)
            .iter()
            .filter(|field| !HEAD.contains(&field.name));
        fields(&own.copied().collect::<Vec<_>>(), "", lang, &mut out);
        out.push('\n');
    }
    out
}

/// The fields that every edition of every rule has.
const HEAD: [&str; 5] = ["basis", "in_force_from", "in_force_to", "verified", "note"];

fn field_head(lang: Lang) -> &'static str {
    Phrase {
        id: "| isian | isi | arti |\n|---|---|---|\n",
        en: "| field | content | meaning |\n|---|---|---|\n",
    }
    .get(lang)
}

fn fields(list: &[FieldInfo], prefix: &str, lang: Lang, out: &mut String) {
    for field in list {
        let name = format!("{prefix}{}", field.name);
        let content = match (field.many, field.nested.is_some(), field.codes) {
            (true, true, _) => format!("`[[{name}]]`"),
            (false, true, _) => format!("`[{name}]`"),
            (true, false, []) => format!("[{}, …]", field.kind),
            (false, false, []) => field.kind.to_owned(),
            (_, false, codes) => codes
                .iter()
                .map(|code| format!("`{}`", code.name))
                .collect::<Vec<_>>()
                .join(" "),
        };
        let mark = mark(false, field.required);
        // Writing into a String cannot fail.
        let _ = writeln!(
            out,
            "| `{name}`{mark} | {content} | {} |",
            field.meaning(lang).trim()
        );
        if let Some(nested) = field.nested {
            fields(nested(), &format!("{name}."), lang, out);
        }
    }
}
