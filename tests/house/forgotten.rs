//! No test is forgotten: every file below `tests/` is compiled into a test or read by one, and none is switched off.

use crate::source::{Source, files, none, rust_files};

/// The name of a file without its folder and ending.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".rs").unwrap_or(file)
}

/// The folder of a path.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a source declares a module.
fn declares(source: &Source, module: &str) -> bool {
    let wanted = format!("mod {module};");
    source
        .lines()
        .any(|line| line.code.trim().trim_start_matches("pub ") == wanted)
}

#[test]
fn every_test_file_is_compiled() {
    let tests = rust_files("tests");
    let mut wrong = Vec::new();
    for source in tests.iter().filter(|source| folder(&source.path) != "tests") {
        let is_declared = match stem(&source.path) {
            // Cargo finds `tests/<name>/main.rs` by itself.
            "main" => folder(folder(&source.path)) == "tests",
            "mod" => tests.iter().any(|other| {
                folder(&other.path) == folder(folder(&source.path))
                    && declares(other, stem(folder(&source.path)))
            }),
            module => tests.iter().any(|other| {
                folder(&other.path) == folder(&source.path)
                    && ["main", "mod"].contains(&stem(&other.path))
                    && declares(other, module)
            }),
        };
        if !is_declared {
            wrong.push(format!(
                "{}: no test compiles it: declare it with `mod {};`",
                source.path,
                stem(&source.path)
            ));
        }
    }
    none(wrong);
}

#[test]
fn every_folder_of_expected_files_is_read_by_a_test() {
    let tests = rust_files("tests");
    let mut folders: Vec<String> = files("tests")
        .iter()
        .filter(|path| !path.ends_with(".rs"))
        .filter_map(|path| path.split('/').nth(1).map(str::to_owned))
        .collect();
    folders.sort();
    folders.dedup();
    let is_named = |name: &str| {
        let (inside, alone) = (format!("tests/{name}"), format!("\"{name}\""));
        tests.iter().any(|source| {
            source
                .lines()
                .any(|line| line.code.contains(&inside) || line.code.contains(&alone))
        })
    };
    let forgotten = folders.iter().filter(|name| !is_named(name));
    none(
        forgotten
            .map(|name| format!("tests/{name}: no test reads it"))
            .collect(),
    );
}

#[test]
fn no_test_is_switched_off() {
    let manifest = Source::read("Cargo.toml");
    assert!(
        !manifest.text.contains("autotests"),
        "Cargo.toml: cargo is to find every test by itself"
    );
    let mut wrong = Vec::new();
    for source in rust_files("tests").iter().chain(&rust_files("src")) {
        for line in source
            .lines()
            .filter(|line| line.code.trim().starts_with("#[ignore"))
        {
            wrong.push(format!(
                "{}: a test that is not run is forgotten: mend it or remove it",
                source.at(line)
            ));
        }
    }
    none(wrong);
}
