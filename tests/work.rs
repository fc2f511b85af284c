//! No command grows faster than its work: what a larger office asks of memory grows as the office does.
//!
//! Bytes are counted, not time, so that every machine says the same. Offices of one size, of twice and of four times
//! the size are compared: the second step is twice the first where work is in proportion, and four times the first
//! where a command reads a file again for each row, or copies all rows for each.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../benches/generate.rs"]
#[allow(dead_code, reason = "a test needs no main")]
mod generate;
mod office;

use bina::cli;
use bina::inquiry::KINDS;
use bina::words::Lang;
use office::Office;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static MEMORY: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many kecamatan the offices are.
const SIZES: [usize; 3] = [2, 4, 8];

/// How many times the first step the second may be: twice, and what grows by doubling is sometimes half empty.
const MOST: f64 = 2.6;

/// A step of so many bytes is none.
const NOTHING: usize = 200_000;

/// What reads beside the reports and the lists.
const OTHERS: &[&str] = &[
    "check",
    "status",
    "due",
    "due -O ics",
    "format --check",
    "export participation -O csv -o participation.csv",
    "explain hours_by_unit/total/jp_verified --month 2026-10",
];

/// An office of so many kecamatan, with two years behind it.
fn grown(times: usize) -> Office {
    let office = Office::nowhere();
    let root = office.root().display().to_string();
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/data/rules");
    let words = format!("{root} --scale {times} --years 2 --until 2026-10 --rules {rules}");
    generate::generate(words.split(' ').map(str::to_owned)).unwrap();
    office
}

/// The key of the first row of a list.
fn first(office: &mut Office, subject: &str) -> String {
    let listed = office.run(&[subject, "list", "-O", "csv"], "").stdout;
    let row = listed.lines().nth(1).unwrap();
    row.split(',').next().unwrap().to_owned()
}

/// Every report, every list, and what else reads.
fn commands(office: &mut Office) -> Vec<Vec<String>> {
    let (person, programme) = (first(office, "staff"), first(office, "training"));
    let unit = first(office, "unit");
    let reports = KINDS.iter().map(|kind| {
        let subject = match kind.name {
            "staff" | "idp" | "transcript" => format!(" {person}"),
            "training" => format!(" {programme}"),
            "unit" => format!(" {unit}"),
            _ => String::new(),
        };
        format!("report {}{subject} --month 2026-10", kind.name)
    });
    let tree = cli::tree(Lang::En, None);
    let lists = tree.get_subcommands().filter_map(|subject| {
        let list = subject.get_subcommands().find(|verb| verb.get_name() == "list")?;
        let code = list.get_positionals().any(|one| one.is_required_set());
        let of = if code { " skm" } else { "" };
        Some(format!("{} list{of} -O csv", subject.get_name()))
    });
    let others = OTHERS.iter().map(|command| (*command).to_owned());
    let all = reports.chain(lists).chain(others);
    all.map(|command| command.split(' ').map(str::to_owned).collect())
        .collect()
}

/// The bytes that each command asks for.
fn asked(office: &mut Office) -> Vec<(String, usize)> {
    let mut out = Vec::new();
    for command in commands(office) {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let region = Region::new(MEMORY);
        let said = office.run(&words, "");
        let bytes = region.change().bytes_allocated;
        assert_ne!(said.status, 2, "{command:?}: {}", said.stderr);
        out.push((command.join(" "), bytes));
    }
    out
}

#[test]
fn work_grows_as_the_office_does() {
    let [small, middle, large] = SIZES.map(|times| asked(&mut grown(times)));
    let mut wrong = Vec::new();
    for (((command, small), (_, middle)), (_, large)) in small.into_iter().zip(middle).zip(large) {
        let steps = [middle.saturating_sub(small), large.saturating_sub(middle)];
        if steps[1] > NOTHING && steps[1] as f64 > steps[0] as f64 * MOST {
            wrong.push(format!("{command}: {small}, {middle}, {large} bytes"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
