//! Each thing has one noun and each noun one thing, and a doc line says more than the name.

use crate::source::{Source, name, none, rust_files};
use std::collections::{BTreeMap, BTreeSet};

/// Layers whose doc lines all say more than the name.
const TELLING: &[&str] = &["check"];

/// How many words a doc comment has that only repeats a name.
const FEW_WORDS: usize = 3;

/// The name of the type that a line declares for other files.
fn declared(code: &str) -> Option<&str> {
    let code = code.trim_start().strip_prefix("pub")?;
    let code = match code.strip_prefix('(') {
        Some(within) => within.split_once(')')?.1,
        None => code,
    };
    let kinds = [" struct ", " enum ", " trait ", " type "];
    let rest = kinds.iter().find_map(|kind| code.strip_prefix(kind))?;
    Some(name(rest)).filter(|name| !name.is_empty())
}

#[test]
fn each_type_has_a_name_of_its_own() {
    let sources = rust_files("src");
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in &sources {
        for name in source.lines().filter_map(|line| declared(line.code)) {
            places.entry(name).or_default().insert(&source.path);
        }
    }
    let repeated = places.iter().filter(|(_, files)| files.len() > 1);
    let told = repeated.map(|(name, files)| {
        let files: Vec<&str> = files.iter().copied().collect();
        format!(
            "{name} is declared in {}: give each its own noun",
            files.join(", ")
        )
    });
    none(told.collect());
}

/// The doc comments of a file that stand on one line, with the number of that line.
fn doc_lines(source: &Source) -> Vec<(usize, &str)> {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let is_doc = |index: usize| lines.get(index).is_some_and(|line| line.starts_with("///"));
    let alone = (0..lines.len()).filter(|&at| is_doc(at) && !is_doc(at + 1) && (at == 0 || !is_doc(at - 1)));
    alone
        .map(|at| (at + 1, lines[at].trim_start_matches('/').trim()))
        .collect()
}

#[test]
fn doc_lines_say_more_than_the_name() {
    let mut wrong = Vec::new();
    for source in rust_files("src")
        .iter()
        .filter(|source| TELLING.contains(&source.modules()[0]))
    {
        for (number, text) in doc_lines(source) {
            if text.split(' ').count() <= FEW_WORDS {
                wrong.push(format!(
                    "{}:{number}: {text:?} only repeats the name: say what it means",
                    source.path
                ));
            }
        }
    }
    none(wrong);
}
