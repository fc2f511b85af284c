//! An example of each generic verb, made from the declaration of its table.

use crate::change::mint;
use crate::records::cell::Domain;
use crate::records::table::{Attribute, Cut, Schema};

/// How one would type the verb for this table.
pub(super) fn of(table: &Schema, verb: &str) -> String {
    let mut words = vec!["bina".to_owned(), table.one.to_owned(), verb.to_owned()];
    let values = || table.columns.iter().filter(|column| !column.key);
    match verb {
        "list" => {
            let coded = values().find(|column| !column.kind.codes().is_empty());
            words.push(coded.map_or("-O csv".to_owned(), |column| {
                format!("--where {}={}", column.name, value(table, column))
            }));
        }
        "add" => {
            words.extend(keys(table).filter(|_| !mint::is_minted(table)));
            let needed: Vec<&Attribute> = values().filter(|column| !column.optional).collect();
            let first = values().next().filter(|_| needed.is_empty());
            // Nobody guesses the form of a reference.
            let about = table.column("staff").is_some();
            let referring = values().filter(|column| about && column.kind == Domain::Reference);
            let shown = needed.into_iter().chain(first).chain(referring);
            words.extend(shown.map(|column| flag(table, column)));
        }
        "set" => {
            words.extend(keys(table));
            words.extend(values().next().map(|column| flag(table, column)));
        }
        "rename" => {
            words.extend(keys(table));
            words.extend(keys(table).map(|key| format!("{key}-2")));
        }
        _ => words.extend(keys(table)),
    }
    words.join(" ")
}

fn keys(table: &Schema) -> impl Iterator<Item = String> {
    let keys = table.columns.iter().filter(|column| column.key);
    keys.map(|column| value(table, column))
}

fn flag(table: &Schema, column: &Attribute) -> String {
    format!("--{} {}", column.name.replace('_', "-"), value(table, column))
}

/// A value that the column may hold, as one would type it.
fn value(table: &Schema, column: &Attribute) -> String {
    let is_first = |known: &Attribute| known.name == column.name;
    let staff = table.columns.iter().find(|column| column.refers == Some("staff"));
    // The key of a table is typed like what refers to it.
    let of = column.refers.or(table
        .columns
        .first()
        .filter(|key| is_first(key))
        .map(|_| &*table.name));
    let value = match (of, column.kind) {
        (Some("staff"), Domain::Id) if staff.is_none_or(is_first) => "\"Siti Aminah\"",
        (Some("staff"), Domain::Id) => "Budi",
        (Some("units"), Domain::Id) => "kel-terjun",
        (Some(own), Domain::Id) if own == table.name && table.cut == Cut::Month => "2026-10-k7f3q",
        (_, Domain::Id) => "k7f3q",
        (_, Domain::Text) => "\"…\"",
        (_, Domain::TrainingId) => "2026-10/bimtek-kearsipan",
        // Of the person whom the row is about.
        (_, Domain::Reference | Domain::References) => "evaluation:2026-Q3",
        (_, Domain::Day) => "2026-10-05",
        (_, Domain::Month | Domain::MonthOrDay) => "2026-10",
        (_, Domain::Period) => "2026-Q3",
        (_, Domain::Dec) => "12.5",
        (_, Domain::Int) => "3",
        (_, Domain::YesNo) => "yes",
        (_, Domain::Nip) => "198609262015051001",
        (_, Domain::Sha256) => "9f86d081…",
        (_, Domain::Path) => "sertifikat.pdf",
        (_, Domain::Code(codes)) => codes.first().map_or("…", |code| code.name),
    };
    value.to_owned()
}
