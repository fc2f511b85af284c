//! Rows that name each other in a circle: whoever follows them comes to no end.

use super::dossier::{Dossier, PlanDocument, TableFile};
use super::partition::partition_of;
use super::programme::Roll;
use super::register::{Register, unheard};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::diagnostic::Origin;
use crate::records::organisation::Posting;
use crate::records::table::Schema;
use crate::words::problem::Problem;
use std::collections::{BTreeSet, HashMap};

/// The rule about circles.
pub(super) const RULES: &[Rule] = &[Rule::error(
    "reference-cycle",
    "Rujukan tidak melingkar: unit di atasnya, perpanjangan, pengaduan yang sama, atasan, pengganti, butir yang dilanjutkan.",
    "References do not lead back: units above, renewals, repeated complaints, supervisors, stand-ins, items carried on.",
    &[
        Look::File(rows),
        Look::Posting(supervisors),
        Look::Roll(stand_ins),
        Look::Plan(carried),
    ],
)];

/// Those that name each other in a circle with `first`, from it on; none when the way ends or leads elsewhere. Who
/// names oneself is told as such, and is no circle.
fn circle(first: &str, next: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let mut way = vec![first.to_owned()];
    loop {
        match next(way.last()?)? {
            back if back == first => return (way.len() > 1).then_some(way),
            known if way.contains(&known) => return None,
            new => way.push(new),
        }
    }
}

/// The finding of a circle, with all who are in it.
fn problem(mut members: Vec<String>) -> Problem {
    members.extend(members.first().cloned());
    let members = members.join(" → ");
    Problem::ReferenceCycle { members }
}

/// A table whose rows name rows of the same table, in any of its files. Told once for each circle and file.
fn rows(file: &TableFile<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let columns = file.table.columns.iter().zip(0..);
    for (column, index) in columns.filter(|(column, _)| column.refers == Some(&*file.table.name)) {
        let pointers = Pointers::read(file, index, register);
        let mut told = BTreeSet::new();
        for (origin, key) in &pointers.rows {
            let members = circle(key, |key| pointers.of.get(key).cloned());
            if let Some(members) = members.filter(|_| !told.contains(key)) {
                told.extend(members.iter().cloned());
                remarks.cell_at(*origin, &column.name, problem(members));
            }
        }
    }
}

/// Which row names which, of a file and of the others to which its rows lead.
struct Pointers {
    /// The rows of the file that name another, in its order.
    rows: Vec<(Origin, String)>,
    /// By the key of a row, that of the row to which it leads.
    of: HashMap<String, String>,
}

impl Pointers {
    fn read(file: &TableFile<'_>, column: usize, register: &Register<'_>) -> Pointers {
        let mut pointers = Pointers {
            rows: Vec::new(),
            of: HashMap::new(),
        };
        unheard(register.directory, file.table, file.partition, |raw, _| {
            let (key, named) = (raw.cells.get(Schema::FIRST), raw.cells.get(column));
            if !named.is_empty() {
                pointers.rows.push((raw.origin, key.to_owned()));
                pointers.of.insert(key.to_owned(), named.to_owned());
            }
        });
        // Of other files only what the rows lead to is read.
        let mut asked = BTreeSet::new();
        let mut due: Vec<String> = pointers.of.values().cloned().collect();
        while let Some(partition) = due.iter().find_map(|key| partition_of(file.table, key)) {
            let here = |key: &String| partition_of(file.table, key).as_ref() == Some(&partition);
            let keys: BTreeSet<String> = due.extract_if(.., |key| here(key)).collect();
            if partition == file.partition || keys.is_subset(&asked) {
                continue;
            }
            unheard(register.directory, file.table, &partition, |raw, _| {
                let (key, named) = (raw.cells.get(Schema::FIRST), raw.cells.get(column));
                if !named.is_empty() && keys.contains(key) {
                    pointers.of.insert(key.to_owned(), named.to_owned());
                    due.push(named.to_owned());
                }
            });
            asked.extend(keys);
        }
        pointers
    }
}

/// Who supervises whom on the first day of a posting.
fn supervisors(row: &Posting<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let people = &dossier.register.people;
    let above = |person: &str| Some(people.get(person)?.supervisor_on(row.since)?.to_owned());
    if row.supervisor.is_some()
        && let Some(members) = circle(row.staff.text(), above)
    {
        remarks.cell("supervisor", problem(members));
    }
}

/// Who stands in for whom in one programme.
fn stand_ins(roll: &Roll, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let mut told = BTreeSet::new();
    for (staff, entry) in &roll.entries {
        let members = circle(staff, |staff| roll.entries.get(staff)?.replaces.clone());
        if let Some(members) = members.filter(|_| !told.contains(staff)) {
            told.extend(members.iter().cloned());
            remarks.cell_at(entry.origin, "replaces", problem(members));
        }
    }
}

/// Which item of a plan carries on which.
fn carried(document: &PlanDocument<'_>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let from = |named: &str| {
        let (year, key) = named.split_once('/')?;
        let plan = register.plans.get(&year.parse().ok()?)?.as_ref()?;
        let item = plan.item.iter().find(|item| *item.key.value == *key)?;
        item.carried_from.clone()
    };
    for item in &document.plan.item {
        let named = format!("{}/{}", document.year, item.key.value.0);
        if let Some(members) = circle(&named, from) {
            remarks.at(item.origin, problem(members));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_told_by_its_members_only() {
        let next = |key: &str| match key {
            "a" => Some("b".to_owned()),
            "b" => Some("c".to_owned()),
            "c" => Some("b".to_owned()),
            "own" => Some("own".to_owned()),
            _ => None,
        };
        assert_eq!(circle("b", next), Some(vec!["b".to_owned(), "c".to_owned()]));
        for outside in ["a", "own", "none"] {
            assert_eq!(circle(outside, next), None, "{outside}");
        }
    }
}
