//! A typed view for each declared table over its csv files: every column as what it holds, also where files leave it out.

use crate::change::{Draft, row};
use crate::records::code::SqlDialect;
use crate::records::table::{Attribute, Cut, Schema};
use crate::words::Lang;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The view of a table, under a name.
pub(super) fn view(
    draft: &mut Draft<'_>,
    (name, table): (&str, &Schema),
    dialect: SqlDialect,
    lang: Lang,
) -> String {
    let mut files = row::files(draft, table);
    files.retain(|file| draft.directory.size(file) > 0);
    let meaning = table.meaning.get(lang).trim().replace('\n', " ");
    let mut out = format!("-- {name}: {meaning}\n");
    let read = match dialect {
        SqlDialect::Duckdb => of_all(table, &files),
        SqlDialect::Spark => of_headings(draft, (name, table), &files, &mut out),
    };
    let columns = table.columns.iter();
    let columns = columns.map(|column| {
        format!(
            "  {} AS \"{}\"",
            dialect.value(&column.name, column.kind),
            column.name
        )
    });
    let partition = (table.cut != Cut::Whole).then(|| "  \"partition\"".to_owned());
    let columns: Vec<String> = columns.chain(partition).collect();
    // Writing into a String cannot fail.
    let _ = writeln!(
        out,
        "CREATE OR REPLACE {} {name} AS\nSELECT\n{}\nFROM {read};",
        dialect.view(),
        columns.join(",\n")
    );
    out
}

/// Every column as text, without a row.
fn none(table: &Schema) -> String {
    let mut columns: Vec<String> = table.columns.iter().map(|column| untold(&column.name)).collect();
    columns.extend((table.cut != Cut::Whole).then(|| untold("partition")));
    format!("SELECT {} WHERE 1 = 0", columns.join(", "))
}

fn untold(column: &str) -> String {
    format!("CAST(NULL AS STRING) AS \"{column}\"")
}

/// The files of a table as DuckDB reads them: by the names in each heading.
fn of_all(table: &Schema, files: &[String]) -> String {
    if files.is_empty() {
        return format!("({})", none(table));
    }
    let options =
        "header = true, all_varchar = true, union_by_name = true, delim = ',', quote = '\"', escape = '\"'";
    let read = match table.cut {
        Cut::Whole => format!("SELECT * FROM read_csv('{}', {options})", table.path),
        Cut::Month | Cut::Period => format!(
            "SELECT *, parse_filename(\"filename\", true) AS \"partition\" FROM read_csv('{}/*.csv', {options}, filename = true)",
            table.path
        ),
    };
    format!("({}\n  UNION ALL BY NAME {read})", none(table))
}

/// The files of a table as Spark reads them, which goes by places: those of one heading together.
fn of_headings(
    draft: &mut Draft<'_>,
    (name, table): (&str, &Schema),
    files: &[String],
    out: &mut String,
) -> String {
    let mut headings: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
    for file in files {
        headings.entry(heading(draft, file)).or_default().push(file);
    }
    let is_one = headings.len() == 1;
    let mut parts = Vec::new();
    for (number, (heading, files)) in headings.iter().enumerate() {
        let part = format!("{name}_{}", number + 1);
        let path = match (table.cut, is_one) {
            (Cut::Whole, _) => table.path.to_string(),
            (_, true) => format!("{}/*.csv", table.path),
            (_, false) => {
                let folder = format!("{}/", table.path);
                let names = files
                    .iter()
                    .filter_map(|file| file.strip_prefix(&folder)?.strip_suffix(".csv"));
                format!("{folder}{{{}}}.csv", names.collect::<Vec<_>>().join(","))
            }
        };
        let columns: Vec<String> = heading
            .iter()
            .map(|column| format!("\"{column}\" STRING"))
            .collect();
        // Writing into a String cannot fail.
        let _ = writeln!(
            out,
            "CREATE OR REPLACE TEMPORARY VIEW {part} ({})\nUSING csv OPTIONS (path '{path}', header 'true', multiLine 'true', quote '\u{1}', escape '\u{1}');",
            columns.join(", ")
        );
        let told = |column: &Attribute| match heading.contains(&column.name.to_string()) {
            true => format!("\"{}\"", column.name),
            false => untold(&column.name),
        };
        let mut columns: Vec<String> = table.columns.iter().map(told).collect();
        columns.extend(
            (table.cut != Cut::Whole).then(|| {
                "regexp_extract(input_file_name(), '([^/]+)[.]csv$', 1) AS \"partition\"".to_owned()
            }),
        );
        parts.push(format!("SELECT {} FROM {part}", columns.join(", ")));
    }
    match parts.is_empty() {
        true => format!("({})", none(table)),
        false => format!("({})", parts.join("\n  UNION ALL ")),
    }
}

/// The names in the heading of a file.
fn heading(draft: &Draft<'_>, file: &str) -> Vec<String> {
    // A file that cannot be read was told of by whoever lists it.
    let bytes = draft.directory.bytes(file).ok().flatten().unwrap_or_default();
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let names = line.trim_start_matches('\u{feff}').trim_end().split(',');
    names.map(|name| name.trim_matches('"').to_owned()).collect()
}
