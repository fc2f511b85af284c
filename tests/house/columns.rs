//! A column is named, never numbered: a number says nothing, and stays behind when a column is put before it.

use crate::source::{Source, none, rust_files};

/// Who works on the rows of tables.
const FOLDERS: &[&str] = &["src/change", "src/check", "src/commands", "src/gather"];

/// What stands before a column.
const BEFORE: &[&str] = &["cell_origin(", "cells.get(", "cells[", "columns[", ".csv\","];

/// What stands behind a column that is an argument.
const BEHIND: &[&str] = &[",findings", ",told", ",&mut"];

#[test]
fn no_column_is_a_number() {
    let mut wrong = Vec::new();
    for source in FOLDERS.iter().flat_map(|folder| rust_files(folder)) {
        let code = Squeezed::new(&source);
        for at in code.numbers() {
            wrong.push(format!(
                "{}:{}: name the column: `table!` gives the row a constant for each",
                source.path, code.lines[at]
            ));
        }
    }
    none(wrong);
}

#[test]
fn a_number_is_found_in_each_shape() {
    let found = |code: &str| {
        let (path, text) = ("src/check/one.rs".to_owned(), code.to_owned());
        Squeezed::new(&Source { path, text }).numbers().len()
    };
    for wrong in [
        "row.cell_origin(1)",
        "row.cells.get( 0 )",
        "row.cells[12] == id",
        "known.cells[..3] == row",
        "&table.columns[0]",
        "unit(units, row, 1, findings)",
        "person(people, row, 1, &mut near, findings)",
        "person(\n    people,\n    row,\n    1,\n    &mut near,\n)",
        "let staff = (Staff::table(), \"staff.csv\", 0);",
    ] {
        assert_eq!(found(wrong), 1, "{wrong}");
    }
    for right in [
        "row.cell_origin(Complaint::unit)",
        "cells[..table.keys()]",
        "person(people, row, Posting::staff, &mut 0, findings)",
        "// row.cells.get(0)",
    ] {
        assert_eq!(found(right), 0, "{right}");
    }
}

/// The code of a file without white space and tests, with the line of every byte.
struct Squeezed {
    code: String,
    lines: Vec<usize>,
}

impl Squeezed {
    fn new(source: &Source) -> Squeezed {
        let (mut code, mut lines) = (String::new(), Vec::new());
        for line in source.lines().filter(|line| !line.is_test) {
            code.extend(line.code.split_whitespace());
            lines.resize(code.len(), line.number);
        }
        Squeezed { code, lines }
    }

    /// Where a number stands for a column.
    fn numbers(&self) -> Vec<usize> {
        let before = BEFORE.iter().flat_map(|what| self.code.match_indices(*what));
        let before = before.map(|(at, what)| at + what.len());
        let is_number = |at: &usize| {
            let rest = self.code[*at..].trim_start_matches("..");
            rest.starts_with(|c: char| c.is_ascii_digit())
        };
        let behind = BEHIND.iter().flat_map(|what| self.code.match_indices(*what));
        let arguments = behind.filter_map(|(at, _)| {
            let (rest, argument) = self.code[..at].rsplit_once(',')?;
            argument.parse::<usize>().is_ok().then_some(rest.len() + 1)
        });
        before.filter(is_number).chain(arguments).collect()
    }
}
