//! Rules about days on which a person was not yet or no longer in office.

use super::dossier::{Dossier, RowCell};
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use crate::records::cell::Domain;
use crate::records::performance::Evaluation;
use crate::records::table::Schema;
use crate::records::taking_part::Participation;
use crate::records::time::Day;
use crate::words::problem::Problem;

/// The rules about the time in office.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "before-posting",
        "Yang dicatat tentang seseorang tidak mendahului penempatan pertamanya.",
        "What is recorded of a person does not come before the first posting.",
        &[
            Look::Cell(dates_a_person, before),
            Look::Participation(completed_before),
            Look::Evaluation(evaluated_before),
        ],
    ),
    Rule::warning(
        "after-leaving",
        "Yang dicatat tentang seseorang tidak sesudah ia keluar.",
        "What is recorded of a person does not lie after leaving.",
        &[
            Look::Cell(dates_a_person, after),
            Look::Participation(expected_after),
            Look::Evaluation(evaluated_after),
        ],
    ),
];

/// The day on which something happened to a person: `date` beside `staff`, as assessments, needs, awards and guidance
/// have it.
fn dates_a_person(table: &Schema, index: usize) -> bool {
    let column = &table.columns[index];
    let has_staff = || {
        table
            .columns
            .iter()
            .any(|column| column.name == "staff" && column.refers == Some("staff"))
    };
    column.name == "date" && column.kind == Domain::Day && !column.optional && has_staff()
}

fn before(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let day = Day::parse(cell.text);
    tell_before(cell.other("staff"), day, &cell.column.name, dossier, remarks);
}

fn after(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let day = Day::parse(cell.text);
    tell_after(cell.other("staff"), day, &cell.column.name, dossier, remarks);
}

/// A certificate brought from a former office is older than the first posting here.
fn completed_before(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let day = row.completed.filter(|_| row.training.month().is_some());
    tell_before(row.staff.text(), day, "completed", dossier, remarks);
}

/// By the day of completion; who is still expected, by the day on which the training begins.
fn expected_after(row: &Participation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let staff = row.staff.text();
    if row.completed.is_some() {
        tell_after(staff, row.completed, "completed", dossier, remarks);
    } else if row.status.is_open() {
        let training = dossier.programmes.get(row.training);
        let start = training.map(|training| training.start.value);
        tell_after(staff, start, "status", dossier, remarks);
    }
}

/// Who came during the period may be evaluated for it; who came after it may not.
fn evaluated_before(row: &Evaluation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let day = row.period.last_day();
    tell_before(row.staff.text(), Some(day), "period", dossier, remarks);
}

/// Who left during the period may be evaluated for it, also afterwards.
fn evaluated_after(row: &Evaluation<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let day = row.period.first_day();
    tell_after(row.staff.text(), Some(day), "period", dossier, remarks);
}

/// Tells a day that comes before the person's first posting.
fn tell_before(
    staff: &str,
    day: Option<Day>,
    column: &str,
    dossier: &Dossier<'_>,
    remarks: &mut Remarks<'_>,
) {
    if let (Some(day), Some(career)) = (day, dossier.register.people.get(staff))
        && let Some(first) = career.posted_only_after(day)
    {
        let (day, first) = (day.to_string(), first.to_string());
        remarks.cell(column, Problem::BeforePosting { day, first });
    }
}

/// Tells a day that lies after the person left.
fn tell_after(staff: &str, day: Option<Day>, column: &str, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let (Some(day), Some(career)) = (day, dossier.register.people.get(staff))
        && let Some(left) = career.left_before(day)
    {
        let (day, left) = (day.to_string(), left.to_string());
        remarks.cell(column, Problem::AfterLeaving { day, left });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_beside_staff_is_a_day_of_that_person() {
        let dated = |name: &str| {
            let table = crate::records::table(name).unwrap();
            dates_a_person(table, table.column("date").unwrap())
        };
        for name in ["assessments", "needs", "awards", "guidance"] {
            assert!(dated(name), "{name}");
        }
        // A step of a complaint names its handler, a session its pair; an evaluation tells its day itself.
        for name in ["handling", "sessions", "evaluations"] {
            assert!(!dated(name), "{name}");
        }
    }
}
