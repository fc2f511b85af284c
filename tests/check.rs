//! `check` over the office in `data/`.

use bina::check;
use bina::diagnostic::Findings;
use bina::files::Directory;
use bina::records::time::Day;
use bina::words::Lang;
use std::path::Path;

/// The day on which the office in `data/` is checked.
const AS_OF: &str = "2026-11-05";

fn check(root: &Path) -> String {
    let directory = Directory::open(root).unwrap();
    let mut findings = Findings::new();
    check::all(&directory, Day::parse(AS_OF).unwrap(), &mut findings);
    let mut out = String::new();
    for located in directory.locate(&findings) {
        located.write(Lang::Id, &mut out).unwrap();
    }
    out
}

#[test]
fn data() {
    let out = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    panic!("{out}");
}
