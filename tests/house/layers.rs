//! Layers look up only, as drawn in `src/lib.rs`: the drawing is the rule.

use crate::source::{Line, Source, name, none, rust_files};

/// A line of the drawing.
struct Layer {
    /// Its modules.
    modules: Vec<String>,
    /// What it knows nothing of, in the drawing's words.
    blind: String,
}

/// The drawing: the lines between the fences of the doc comment, in their order.
fn drawing() -> Vec<Layer> {
    let lib = Source::read("src/lib.rs");
    let drawn = lib.text.lines().filter_map(|line| line.strip_prefix("//! "));
    let drawn = drawn
        .skip_while(|line| *line != "```text")
        .skip(1)
        .take_while(|line| *line != "```");
    drawn.map(layer).collect()
}

/// `measure      what does it come to? pure functions                      no files, no output`
fn layer(line: &str) -> Layer {
    let mut columns = line
        .split("  ")
        .map(str::trim)
        .filter(|column| !column.is_empty());
    let modules = columns.next().unwrap_or_default();
    Layer {
        modules: modules.split(", ").map(str::to_owned).collect(),
        blind: columns.nth(1).unwrap_or_default().to_owned(),
    }
}

/// What the words of the drawing's last column forbid, beyond what stands below: layers, and crates with `::`.
const BLIND: &[(&str, &[&str])] = &[
    ("knows nothing else", &[]),
    ("knows nothing below", &[]),
    ("not what they mean", &["load", "check", "measure"]),
    ("no files", &["files", "load", "gather", "std::fs"]),
    ("no reports", &["report", "render"]),
    ("no records", &["records", "rules", "load"]),
    (
        "no formats",
        &["render", "serde_json::", "csv::", "comfy_table::"],
    ),
    ("no measures", &["measure", "gather"]),
    ("no arguments", &["cli", "commands", "clap::"]),
    ("no commands", &["cli", "commands", "clap::"]),
    ("no output", &["session", "report", "render", "std::io"]),
    ("not each other", &[]),
];

/// Layers that may see nothing but these, whatever stands above them.
const ONLY: &[(&str, &[&str])] = &[(
    "render",
    &["report", "words", "diagnostic::visible", "sheets::guard"],
)];

/// What lies among the commands and is none: what several of them need alike.
const NO_COMMANDS: &[&str] = &["arguments", "documents", "verb"];

/// A layer that a line names, and what follows it.
struct Use<'s> {
    line: Line<'s>,
    layer: &'s str,
    item: &'s str,
}

/// The layers that a file names, by `crate::` paths, also grouped ones over several lines.
fn uses(source: &Source) -> Vec<Use<'_>> {
    let mut out = Vec::new();
    let mut depth = None;
    for line in source.lines() {
        if let Some(inside) = depth {
            depth = grouped(line, line.code, inside, &mut out);
        }
        for (at, _) in line.code.match_indices("crate::") {
            let before = line.code[..at].chars().last();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let rest = &line.code[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(group) => depth = grouped(line, group, 0, &mut out),
                None => out.push(named(line, rest)),
            }
        }
    }
    out
}

fn named<'s>(line: Line<'s>, path: &'s str) -> Use<'s> {
    let layer = name(path);
    let item = path[layer.len()..].strip_prefix("::").map_or("", name);
    Use { line, layer, item }
}

/// Takes the layers of a group `{a::x, b::{y, z}}`; gives how deep it is still open at the line's end.
fn grouped<'s>(line: Line<'s>, text: &'s str, mut depth: usize, out: &mut Vec<Use<'s>>) -> Option<usize> {
    let mut is_start = true;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return None,
            '}' => depth -= 1,
            ',' => is_start = true,
            letter if depth == 0 && is_start && letter.is_alphabetic() => {
                out.push(named(line, &text[at..]));
                is_start = false;
            }
            _ => {}
        }
    }
    Some(depth)
}

#[test]
fn every_module_is_drawn_once_and_everything_drawn_is_a_module() {
    let lib = Source::read("src/lib.rs");
    let declared = lib
        .lines()
        .filter_map(|line| line.code.strip_prefix("pub mod ")?.strip_suffix(';'));
    let mut declared: Vec<&str> = declared.chain(["main"]).collect();
    let layers = drawing();
    let mut drawn: Vec<&str> = layers
        .iter()
        .flat_map(|layer| &layer.modules)
        .map(String::as_str)
        .collect();
    declared.sort_unstable();
    drawn.sort_unstable();
    assert_eq!(
        declared, drawn,
        "left: the modules of src/lib.rs, right: its drawing"
    );
}

#[test]
fn layers_look_up_only() {
    let layers = drawing();
    let level = |module: &str| {
        layers
            .iter()
            .position(|layer| layer.modules.iter().any(|own| own == module))
    };
    let mut wrong = Vec::new();
    for source in rust_files("src")
        .iter()
        .filter(|source| source.path != "src/lib.rs")
    {
        let own = source.modules()[0];
        let here = level(own).unwrap_or_else(|| panic!("{own} is not drawn in src/lib.rs"));
        for used in uses(source) {
            let Some(there) = level(used.layer) else { continue };
            if there > here {
                wrong.push(format!(
                    "{}: `{own}` names `{}`, which stands below it in src/lib.rs: move what both need up, or hand it in",
                    source.at(used.line),
                    used.layer,
                ));
            }
        }
    }
    none(wrong);
}

#[test]
fn layers_do_not_see_what_the_drawing_says_they_know_nothing_of() {
    let mut wrong = Vec::new();
    for layer in drawing() {
        for phrase in layer.blind.split(", ").filter(|phrase| !phrase.is_empty()) {
            let (_, banned) = BLIND
                .iter()
                .find(|(known, _)| *known == phrase)
                .unwrap_or_else(|| {
                    panic!("say in tests/house/layers.rs what {phrase:?} in src/lib.rs forbids")
                });
            for module in &layer.modules {
                wrong.extend(seen(module, phrase, banned));
            }
        }
    }
    none(wrong);
}

/// The places where a layer sees what is banned.
fn seen(module: &str, phrase: &str, banned: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in rust_files("src")
        .iter()
        .filter(|source| source.modules()[0] == module)
    {
        let mut tell = |line: Line<'_>, what: &str| {
            wrong.push(format!(
                "{}: `{module}` sees `{what}`, but src/lib.rs says of it: {phrase}",
                source.at(line)
            ));
        };
        let of_layers = uses(source)
            .into_iter()
            .filter(|used| banned.contains(&used.layer) && used.layer != module);
        of_layers.for_each(|used| tell(used.line, used.layer));
        for line in source.lines().filter(|line| !line.is_test) {
            let of_crates = banned
                .iter()
                .filter(|name| name.contains("::") && line.code.contains(**name));
            of_crates.for_each(|name| tell(line, name));
        }
    }
    wrong
}

#[test]
fn renderers_see_nothing_but_the_report() {
    let mut wrong = Vec::new();
    for (module, allowed) in ONLY {
        for source in rust_files("src")
            .iter()
            .filter(|source| source.modules()[0] == *module)
        {
            for used in uses(source).into_iter().filter(|used| used.layer != *module) {
                let item = format!("{}::{}", used.layer, used.item);
                if !allowed.contains(&used.layer) && !allowed.contains(&&*item) {
                    let place = source.at(used.line);
                    wrong.push(format!(
                        "{place}: `{module}` sees `{item}`: put what it needs into the report"
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn commands_do_not_name_each_other() {
    let sources = rust_files("src");
    let commands: Vec<&Source> = sources
        .iter()
        .filter(|source| source.modules()[0] == "commands" && source.modules().len() > 1)
        .collect();
    let mut wrong = Vec::new();
    for source in &commands {
        let own = source.modules()[1];
        let others = commands
            .iter()
            .map(|other| other.modules()[1])
            .filter(|other| *other != own && !NO_COMMANDS.contains(other));
        let others: Vec<&str> = others.collect();
        for used in uses(source) {
            if used.layer == "commands" && others.contains(&used.item) {
                wrong.push(format!(
                    "{}: the command `{own}` names the command `{}`: move what both need up",
                    source.at(used.line),
                    used.item,
                ));
            }
        }
        wrong.extend(siblings(source, own, &others));
    }
    none(wrong);
}

/// The places where a command reaches another one by `super::`.
fn siblings(source: &Source, own: &str, others: &[&str]) -> Vec<String> {
    let up = "super::".repeat(source.modules().len() - 1);
    let mut wrong = Vec::new();
    for line in source.lines().filter(|line| !line.is_test) {
        for (at, _) in line.code.match_indices(&up) {
            let found = name(&line.code[at + up.len()..]);
            if !line.code[..at].ends_with("super::") && others.contains(&found) {
                let place = source.at(line);
                wrong.push(format!(
                    "{place}: the command `{own}` names the command `{found}`: move what both need up"
                ));
            }
        }
    }
    wrong
}

#[test]
fn nothing_escapes_its_layer_by_super() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        let depth = source.modules().len();
        for line in source.lines() {
            // Inside `mod tests` there is one more way up.
            let most = depth - 1 + usize::from(line.is_test);
            if line.code.contains(&"super::".repeat(most + 1)) {
                wrong.push(format!("{}: write `crate::` to leave the layer", source.at(line)));
            }
        }
    }
    none(wrong);
}
