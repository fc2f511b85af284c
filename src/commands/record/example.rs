//! An example of each generic verb, made from the declaration of its table.

use crate::change::mint;
use crate::records::cell::Kind;
use crate::records::table::{Column, Cut, Table};

/// How one would type the verb for this table.
pub(super) fn of(table: &Table, verb: &str) -> String {
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
            let needed: Vec<&Column> = values().filter(|column| !column.optional).collect();
            let first = values().next().filter(|_| needed.is_empty());
            // Nobody guesses the form of a reference.
            let about = table.column("staff").is_some();
            let referring = values().filter(|column| about && column.kind == Kind::Reference);
            let shown = needed.into_iter().chain(first).chain(referring);
            words.extend(shown.map(|column| flag(table, column)));
        }
        "set" => {
            words.extend(keys(table));
            words.extend(values().next().map(|column| flag(table, column)));
        }
        _ => words.extend(keys(table)),
    }
    words.join(" ")
}

fn keys(table: &Table) -> impl Iterator<Item = String> {
    let keys = table.columns.iter().filter(|column| column.key);
    keys.map(|column| value(table, column))
}

fn flag(table: &Table, column: &Column) -> String {
    format!("--{} {}", column.name.replace('_', "-"), value(table, column))
}

/// A value that the column may hold, as one would type it.
fn value(table: &Table, column: &Column) -> String {
    let is_first = |known: &Column| known.name == column.name;
    let staff = table.columns.iter().find(|column| column.refers == Some("staff"));
    // The key of a table is typed like what refers to it.
    let of = column.refers.or(table
        .columns
        .first()
        .filter(|key| is_first(key))
        .map(|_| &*table.name));
    let value = match (of, column.kind) {
        (Some("staff"), Kind::Id) if staff.is_none_or(is_first) => "\"Siti Aminah\"",
        (Some("staff"), Kind::Id) => "Budi",
        (Some("units"), Kind::Id) => "kel-terjun",
        (Some(own), Kind::Id) if own == table.name && table.cut == Cut::Month => "2026-10-k7f3q",
        (_, Kind::Id) => "k7f3q",
        (_, Kind::Text) => "\"…\"",
        (_, Kind::TrainingId) => "2026-10/bimtek-kearsipan",
        // Of the person whom the row is about.
        (_, Kind::Reference | Kind::References) => "evaluation:2026-Q3",
        (_, Kind::Day) => "2026-10-05",
        (_, Kind::Month | Kind::MonthOrDay) => "2026-10",
        (_, Kind::Period) => "2026-Q3",
        (_, Kind::Dec) => "12.5",
        (_, Kind::Int) => "3",
        (_, Kind::YesNo) => "yes",
        (_, Kind::Nip) => "198609262015051001",
        (_, Kind::Sha256) => "9f86d081…",
        (_, Kind::Path) => "sertifikat.pdf",
        (_, Kind::Code(codes)) => codes.first().copied().unwrap_or("…"),
    };
    value.to_owned()
}
