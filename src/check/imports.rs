//! Rules about the rules for lists of other programs.

use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::TABLES;
use crate::records::import::is_target;
use crate::words::problem::Problem;

/// The rules about `imports/*.toml`.
pub(super) const RULES: &[Rule] = &[Rule::error(
    "import-target",
    "Aturan impor mengisi tabel dan kolom yang ada.",
    "A rule for imports feeds tables and columns that exist.",
    &[Look::Office(targets)],
)];

fn targets(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    for (_, rule) in &register.imports {
        let subject = &rule.subject;
        let is_answers = *subject.value == *"response";
        let mut wrong = |origin, text: &str| {
            let text = text.to_owned();
            remarks.at(origin, Problem::ImportTarget { text });
        };
        if !is_answers && TABLES.iter().all(|table| *table.one != *subject.value) {
            wrong(subject.origin, &subject.value);
        }
        let columns = rule.column.iter().filter_map(|column| column.to.as_ref());
        let targets = columns.chain(rule.constant.iter().map(|constant| &constant.to));
        for to in targets.filter(|to| !is_answers && !is_target(&to.value)) {
            wrong(to.origin, &to.value);
        }
    }
}
