//! An example of each generic verb, made from the declaration of its table.

use crate::change::mint;
use crate::records::cell::Domain;
use crate::records::table::{Attribute, Cut, Schema};
use crate::records::word::YES_NO;
use crate::words::Lang;

/// How one would type the verb for this table.
pub(super) fn of(table: &Schema, verb: &str, lang: Lang) -> String {
    let mut words = vec!["bina".to_owned(), table.one.to_owned(), verb.to_owned()];
    let values = || table.columns.iter().filter(|column| !column.key);
    match verb {
        "list" => {
            let coded = values().find(|column| !column.kind.codes().is_empty());
            words.push(coded.map_or("-O csv".to_owned(), |column| {
                format!("--where {}={}", column.name, value(table, column, lang))
            }));
        }
        "add" => {
            words.extend(keys(table, lang).filter(|_| !mint::is_minted(table)));
            let needed: Vec<&Attribute> = values().filter(|column| !column.optional).collect();
            let first = values().next().filter(|_| needed.is_empty());
            // Nobody guesses the form of a reference.
            let about = table.column("staff").is_some();
            let referring = values().filter(|column| about && column.kind == Domain::Reference);
            let shown = needed.into_iter().chain(first).chain(referring);
            words.extend(shown.map(|column| flag(table, column, lang)));
        }
        "set" => {
            words.extend(keys(table, lang));
            words.extend(values().next().map(|column| flag(table, column, lang)));
        }
        "rename" => {
            words.extend(keys(table, lang));
            words.extend(keys(table, lang).map(|key| format!("{key}-2")));
        }
        _ => words.extend(keys(table, lang)),
    }
    words.join(" ")
}

fn keys(table: &Schema, lang: Lang) -> impl Iterator<Item = String> {
    let keys = table.columns.iter().filter(|column| column.key);
    keys.map(move |column| value(table, column, lang))
}

fn flag(table: &Schema, column: &Attribute, lang: Lang) -> String {
    format!(
        "--{} {}",
        column.name.replace('_', "-"),
        value(table, column, lang)
    )
}

/// A value that the column may hold, as one would type it.
fn value(table: &Schema, column: &Attribute, lang: Lang) -> String {
    let is_first = |known: &Attribute| known.name == column.name;
    let staff = table.columns.iter().find(|column| column.refers == Some("staff"));
    // The key of a table is typed like what refers to it.
    let of = column.refers.or(table
        .columns
        .first()
        .filter(|key| is_first(key))
        .map(|_| &*table.name));
    let value = match (of, column.kind) {
        (_, Domain::Code(codes)) => return codes.first().map_or("…".to_owned(), |code| code.typed(lang)),
        (_, Domain::YesNo) => return YES_NO[0].typed(lang),
        (Some("staff"), Domain::Id) if staff.is_none_or(is_first) => "\"Siti Aminah\"",
        (Some("staff"), Domain::Id) => "Budi",
        (Some("units"), Domain::Id) => "kel-terjun",
        (Some(own), Domain::Id) if own == table.name && table.cut == Cut::Month => "2026-10-k7f3q",
        (_, Domain::Id) => id(&column.name, of),
        (_, Domain::Text) => "\"…\"",
        (_, Domain::TrainingId) => "2026-10/bimtek-kearsipan",
        // Of the person whom the row is about.
        (_, Domain::Reference | Domain::References) => "evaluation:2026-Q3",
        (_, Domain::Day) => "2026-10-05",
        (_, Domain::PastDays) => "2026-10-20@2026-11-05",
        (_, Domain::Stages) => "result+evaluator@2026-10-07",
        (_, Domain::Month | Domain::MonthOrDay) => "2026-10",
        (_, Domain::Period) => "2026-Q3",
        (_, Domain::Dec) => "12.5",
        (_, Domain::Int) => "3",
        (_, Domain::Nip) => "198609262015051001",
        (_, Domain::Sha256) => "9f86d081…",
        (_, Domain::Path) => "sertifikat.pdf",
    };
    value.to_owned()
}

/// A code that is typed for a column, by its name or by the table that it is of.
fn id(column: &str, of: Option<&str>) -> &'static str {
    match (column, of) {
        (_, Some("competencies")) => "kearsipan",
        (_, Some("complaints")) => "2026-10-k7f3q",
        ("class", _) => "normative",
        ("channel", _) => "loket",
        ("session", _) => "s1",
        ("code", Some("indicators")) => "hari-ktp-el",
        _ => "k7f3q",
    }
}
