//! The git that an office has may be that of an older system: what is asked of it was there in 2.34.

use crate::source::{none, rust_files};

/// The newest version that may be needed.
const OLDEST: (u32, u32) = (2, 34);

/// What git is asked by, and since which version it answers; what is older than 2.0 stands without one.
const ASKED: &[(&str, (u32, u32))] = &[
    ("--absolute-git-dir", (2, 13)),
    ("--all", (2, 0)),
    ("--author", (0, 0)),
    ("--batch", (0, 0)),
    ("--before", (0, 0)),
    ("--deleted", (0, 0)),
    ("--diff-filter", (0, 0)),
    ("--end-of-options", (2, 30)),
    ("--exclude-standard", (0, 0)),
    ("--files-with-matches", (0, 0)),
    ("--find-renames", (0, 0)),
    ("--first-parent", (0, 0)),
    ("--fixed-strings", (0, 0)),
    ("--format", (0, 0)),
    ("--find-object", (2, 16)),
    ("--full-history", (0, 0)),
    ("--get", (0, 0)),
    ("--git-path", (2, 5)),
    ("--gpg-sign", (0, 0)),
    ("--is-ancestor", (0, 0)),
    ("--is-inside-work-tree", (0, 0)),
    ("--is-shallow-repository", (2, 15)),
    ("--literal-pathspecs", (0, 0)),
    ("--local", (0, 0)),
    ("--max-count", (0, 0)),
    ("--merges", (0, 0)),
    ("--message", (0, 0)),
    ("--modified", (0, 0)),
    ("--name-only", (0, 0)),
    ("--name-status", (0, 0)),
    ("--no-abbrev", (0, 0)),
    ("--no-merges", (0, 0)),
    ("--no-patch", (0, 0)),
    ("--no-renames", (0, 0)),
    ("--only", (0, 0)),
    ("--others", (0, 0)),
    ("--parents", (0, 0)),
    ("--pathspec-file-nul", (2, 25)),
    ("--pathspec-from-file", (2, 25)),
    ("--porcelain", (0, 0)),
    ("--quiet", (0, 0)),
    ("--raw", (0, 0)),
    ("--regexp-ignore-case", (0, 0)),
    ("--relative", (0, 0)),
    ("--reverse", (0, 0)),
    ("--show-prefix", (0, 0)),
    ("--stdin", (0, 0)),
    ("--unmerged", (0, 0)),
    ("--unresolve", (0, 0)),
    ("--untracked-files", (0, 0)),
    ("--verify", (0, 0)),
    ("-1", (0, 0)),
    ("-E", (0, 0)),
    ("-L", (0, 0)),
    ("-S", (0, 0)),
    ("-c", (0, 0)),
    ("-m", (0, 0)),
    ("-p", (0, 0)),
    ("-q", (0, 0)),
    ("-r", (0, 0)),
    ("-z", (0, 0)),
];

#[test]
fn git_is_asked_nothing_that_an_older_one_does_not_know() {
    let mut wrong = Vec::new();
    for source in rust_files("src")
        .iter()
        .filter(|one| one.path.starts_with("src/git/"))
    {
        for line in source.lines().filter(|line| !line.is_test) {
            for quoted in line.code.split('"').skip(1).step_by(2) {
                let option = quoted.split('=').next().unwrap_or_default();
                if option.len() < 2 || !option.starts_with('-') || option == "--" {
                    continue;
                }
                match ASKED.iter().find(|(name, _)| *name == option) {
                    Some((_, since)) if *since <= OLDEST => {}
                    Some(_) => wrong.push(format!("{}: `{option}` is too new", source.at(line))),
                    None => wrong.push(format!(
                        "{}: since which version does git know `{option}`?",
                        source.at(line)
                    )),
                }
            }
        }
    }
    none(wrong);
}
