//! Files name each other one way: no circle of files, but between a module and what lies in its own folder.

use crate::source::{Source, name, none, rust_files};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Names that stand for paths: what a `use` brings into a file, with the whole path from the crate's root.
type Imports = BTreeMap<String, Vec<String>>;

/// Where each module and each imported name stands.
struct Map {
    /// The file of each module, by its path; the root is the empty path.
    files: BTreeMap<Vec<String>, String>,
    /// What each file imports.
    imports: BTreeMap<String, Imports>,
}

/// A path as it is written, from a known beginning, with the name that it gets.
struct Written<'s> {
    path: Vec<&'s str>,
    name: &'s str,
    is_import: bool,
}

/// The way to the module of a file.
fn module(source: &Source) -> Vec<String> {
    let own = source.modules();
    let own = own.into_iter().filter(|_| source.path != "src/lib.rs");
    own.map(str::to_owned).collect()
}

/// The code of a file without remarks and tests.
fn code(source: &Source) -> String {
    let lines = source.lines().filter(|line| !line.is_test);
    lines.map(|line| line.code).collect::<Vec<_>>().join("\n")
}

/// Every path of the code that begins with `crate`, `super`, `self` or a module of the file's own folder.
fn written<'s>(code: &'s str, children: &BTreeSet<&str>) -> Vec<Written<'s>> {
    let mut out = Vec::new();
    for (at, _) in code.match_indices("::") {
        let start = code[..at].trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
        let first = &code[start.len()..at];
        let is_known = ["crate", "super", "self"].contains(&first) || children.contains(first);
        if is_known && !start.ends_with(':') {
            let known = out.len();
            branches(&code[start.len()..], &[], &mut out);
            let is_import = start.trim_end().ends_with("use");
            out[known..].iter_mut().for_each(|one| one.is_import = is_import);
        }
    }
    out
}

/// Takes the paths of `a::b::{c, d::e as f}`; gives what follows.
fn branches<'s>(text: &'s str, before: &[&'s str], out: &mut Vec<Written<'s>>) -> &'s str {
    let (mut path, mut text) = (before.to_vec(), text.trim_start());
    loop {
        if let Some(group) = text.strip_prefix('{') {
            text = group.trim_start();
            while !text.starts_with('}') && !text.is_empty() {
                let rest = branches(text, &path, out).trim_start_matches([',', ' ', '\n']);
                // What is no path is left alone.
                text = if rest.len() < text.len() { rest } else { "" };
            }
            return text.get(1..).unwrap_or_default();
        }
        let segment = name(text);
        if segment != "self" || path.is_empty() {
            path.extend((!segment.is_empty()).then_some(segment));
        }
        text = text[segment.len()..].trim_start_matches('*');
        match text.strip_prefix("::") {
            Some(rest) if !segment.is_empty() => text = rest,
            _ => break,
        }
    }
    let alias = text.strip_prefix(" as ").map(name);
    let name = alias.or(path.last().copied()).unwrap_or_default();
    out.push(Written {
        path,
        name,
        is_import: false,
    });
    text.strip_prefix(" as ").map_or(text, |rest| &rest[name.len()..])
}

/// A written path from the crate's root.
fn absolute(path: &[&str], own: &[String]) -> Vec<String> {
    let mut whole = own.to_vec();
    for (index, segment) in path.iter().enumerate() {
        match (index, *segment) {
            (0, "crate") => whole.clear(),
            (_, "super") => drop(whole.pop()),
            (0, "self") => {}
            (_, segment) => whole.push(segment.to_owned()),
        }
    }
    whole
}

impl Map {
    fn new(sources: &[Source]) -> Map {
        let files = sources.iter().map(|source| (module(source), source.path.clone()));
        let mut map = Map {
            files: files.collect(),
            imports: BTreeMap::new(),
        };
        for source in sources {
            let imports = map
                .paths(source)
                .into_iter()
                .filter(|(_, _, is_import)| *is_import);
            let imports = imports.map(|(name, path, _)| (name, path)).collect();
            map.imports.insert(source.path.clone(), imports);
        }
        map
    }

    /// The paths that a file names, from the root: the name of each, the path, and whether it is a `use`.
    fn paths(&self, source: &Source) -> Vec<(String, Vec<String>, bool)> {
        let own = module(source);
        let below = self
            .files
            .keys()
            .filter(|path| path.starts_with(&own) && path.len() == own.len() + 1);
        let children = below.filter_map(|path| path.last().map(String::as_str)).collect();
        let code = code(source);
        let paths = written(&code, &children).into_iter();
        paths
            .map(|one| (one.name.to_owned(), absolute(&one.path, &own), one.is_import))
            .collect()
    }

    /// The file in which a path ends, through whatever hands the name on.
    fn file(&self, path: &[String], steps: usize) -> &str {
        let mut here = &self.files[&Vec::new()];
        for (index, segment) in path.iter().enumerate() {
            if let Some(file) = self.files.get(&path[..=index]) {
                here = file;
                continue;
            }
            return match self.imports[here].get(segment) {
                Some(target) if steps > 0 => {
                    let rest = path[index + 1..].iter().cloned();
                    self.file(&target.iter().cloned().chain(rest).collect::<Vec<_>>(), steps - 1)
                }
                _ => here,
            };
        }
        here
    }
}

/// Which files each file names, but for the modules in whose folders it lies.
fn named(sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let map = Map::new(sources);
    let modules: BTreeMap<&str, &Vec<String>> =
        map.files.iter().map(|(path, file)| (&**file, path)).collect();
    let mut out = BTreeMap::new();
    for source in sources {
        let own = module(source);
        let paths = map.paths(source);
        let files = paths.iter().map(|(_, path, _)| map.file(path, 9));
        let others = files.filter(|file| !own.starts_with(modules[file]));
        out.insert(source.path.clone(), others.map(str::to_owned).collect());
    }
    out
}

/// The shortest way from one file to another along the names.
fn way(from: &str, to: &str, named: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut queue = VecDeque::from([vec![from.to_owned()]]);
    let mut met = BTreeSet::new();
    while let Some(way) = queue.pop_front() {
        for next in way.last().and_then(|last| named.get(last)).into_iter().flatten() {
            let longer = way.iter().chain([next]).cloned().collect();
            if next == to {
                return Some(longer);
            }
            if met.insert(next) {
                queue.push_back(longer);
            }
        }
    }
    None
}

#[test]
fn every_branch_of_a_path_is_read() {
    let code = "use crate::a::{self, b::C as D, e::{f,\n g}};\nlet one = super::h::<T>(child::i, other::j);";
    let paths = written(code, &BTreeSet::from(["child"]));
    let texts: Vec<String> = paths
        .iter()
        .map(|one| format!("{} {}", one.path.join("/"), one.name))
        .collect();
    let all = "crate/a a, crate/a/b/C D, crate/a/e/f f, crate/a/e/g g, super/h h, child/i i";
    assert_eq!(texts.join(", "), all);
    assert_eq!(paths.iter().filter(|one| one.is_import).count(), 4);
}

#[test]
fn files_name_each_other_one_way() {
    let named = named(&rust_files("src"));
    let mut wrong = Vec::new();
    let mut told = BTreeSet::new();
    for file in named.keys() {
        let Some(circle) = way(file, file, &named) else {
            continue;
        };
        if circle.iter().any(|file| told.contains(file)) {
            continue;
        }
        let names = circle.join("\n    names ");
        wrong.push(format!(
            "{names}\n    in a circle: move what two of them need into a file of its own"
        ));
        told.extend(circle);
    }
    none(wrong);
}
