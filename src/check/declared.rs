//! Rules that follow from a table's declaration: every table has them, also one that is declared tomorrow.

use super::dossier::{Dossier, RowCell};
use super::forums;
use super::named::{references, unknown, whole_file};
use super::partition::{partition_of, place_of, references_of};
use super::plans;
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
use super::surveys;
use super::trainings;
use crate::records::TABLES;
use crate::records::bounds::is_reversed;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::lies_with_parent;
use crate::records::references::Reference;
use crate::records::spreadsheet;
use crate::records::table::{Cut, Schema, nearest};
use crate::records::time::Day;
use crate::words::problem::Problem;

/// The rules that follow from a declaration.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "reference-unknown",
        "Setiap rujukan menunjuk ke baris yang ada.",
        "Every reference names a row that is there.",
        &[
            Look::Cell(|table, i| table.columns[i].refers.is_some(), reference),
            Look::Cell(names_a_kind, reference_of_kind),
            Look::Training(|document, register, remarks| references(document.training, register, remarks)),
            Look::Training(plans::item),
            Look::Forum(|document, register, remarks| references(document.forum, register, remarks)),
            Look::Plan(|document, register, remarks| references(document.plan, register, remarks)),
            Look::Plan(plans::keys),
            Look::Settings(references),
            Look::Office(surveys::orphaned),
        ],
    ),
    Rule::error(
        "file-missing",
        "Setiap daftar ada, biarpun kosong; juga setiap berkas yang isinya disebut catatan lain, dan penanganan di samping pengaduan.",
        "Every list is there, be it empty; so is every file that holds what other records name, and the handling beside complaints.",
        &[Look::Reading("*", &["file-missing"])],
    ),
    Rule::error(
        "reference-kind",
        "Rujukan jenis:id memakai jenis yang dikenal.",
        "A reference kind:id uses a kind that is known.",
        &[Look::Cell(names_a_kind, kind_of_reference)],
    ),
    Rule::error(
        "training-missing",
        "Setiap pelatihan yang dirujuk memiliki dokumen, kecuali external/….",
        "Every training that is named has its document, except external/….",
        &[Look::Cell(
            |table, i| table.columns[i].kind == Domain::TrainingId,
            training,
        )],
    ),
    Rule::error(
        "self-reference",
        "Tidak ada baris yang merujuk dirinya sendiri: atasan, mentor, pengganti, perpanjangan, pengaduan ganda.",
        "No row names itself: as supervisor, mentor, stand-in, renewal or duplicate.",
        &[
            Look::Cell(refers_to_own, own_key),
            flaw!(Posting: "supervisor" SelfReference if |row| row.supervisor == Some(row.staff)),
            flaw!(Participation: "replaces" SelfReference if |row| row.replaces == Some(row.staff)),
            flaw!(Mentoring: "mentee" SelfReference if |row| row.mentor == row.mentee),
        ],
    ),
    Rule::warning(
        "id-mistaken",
        "Id tidak dapat disangka angka atau tanggal oleh pengolah angka.",
        "No id can be taken for a number or a day by a spreadsheet.",
        &[Look::Cell(names_itself, mistaken)],
    ),
    Rule::error(
        "partition-wrong",
        "Setiap baris ada di berkas bulan atau periodenya; di berkas lain laporan tidak menemukannya.",
        "Every row stands in the file of its month or period; elsewhere reports do not find it.",
        &[
            Look::Cell(places, partition),
            Look::Forum(forums::month),
            Look::Plan(plans::months),
        ],
    ),
    Rule::error(
        "dates-reversed",
        "Tanggal akhir tidak mendahului tanggal awal.",
        "An end does not come before its beginning.",
        &[
            Look::Cell(|table, i| table.columns[i].begins.is_some(), dates),
            Look::Training(trainings::dates),
            Look::Forum(forums::dates),
        ],
    ),
    Rule::warning(
        "in-future",
        "Tanggal peristiwa yang sudah terjadi tidak sesudah hari pemeriksaan.",
        "The date of what has happened does not lie after the day of the check.",
        &[
            Look::Cell(is_past, past),
            Look::Training(trainings::done_in_future),
            Look::Forum(forums::in_future),
        ],
    ),
];

/// The kinds of references to what no table declares: documents, answers, and the comparison of a programme.
const DOCUMENT_KINDS: &[&str] = &["training", "forum", "plan", "report", "response", "impact"];

fn reference(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let target = cell.column.refers.unwrap_or("");
    let column = &cell.column.name;
    match dossier.register.knows(target, cell.text) {
        Some(true) => {}
        _ if !cell.is_good() => {}
        Some(false) => not_in_table(target, cell.text, column, remarks),
        None => {
            let table = crate::records::table(target).into_iter();
            table.for_each(|table| look_up(table, cell.text, column, remarks));
        }
    }
}

/// Tells what is in no row of a table that lies in one file.
fn not_in_table(table: &str, id: &str, column: &str, remarks: &mut Remarks<'_>) {
    let file = whole_file(table);
    remarks.cell_absent(&file, column, unknown(&*file, id));
}

/// Whether a column holds references that say the kind of what they name.
fn names_a_kind(table: &Schema, index: usize) -> bool {
    matches!(table.columns[index].kind, Domain::Reference | Domain::References)
}

/// What a reference names by its kind must be there: `complaint:2026-10-k7f3q`, `evaluation:p0000001/2026-Q3`,
/// `participation:2026-10/slug/p0000001`.
fn reference_of_kind(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    for reference in references_of(cell.column, cell.text) {
        named_row(reference, cell, dossier, remarks);
    }
}

fn named_row(
    Reference { kind, id }: Reference<'_>,
    cell: &RowCell<'_>,
    dossier: &Dossier<'_>,
    remarks: &mut Remarks<'_>,
) {
    let (column, register) = (&cell.column.name, dossier.register);
    let is_missing = || TrainingId::parse(id).map_or(true, |id| dossier.programmes.is_missing(id));
    let table = TABLES.iter().find(|table| table.one == kind);
    match (kind, table) {
        ("training", _) if is_missing() => {
            let file = format!("trainings/{id}.toml");
            remarks.cell_absent(&file, column, unknown("trainings", id));
        }
        ("training", _) => {}
        ("forum", _) => {
            if let Some(file) = forums::missing(id, register) {
                remarks.cell_absent(&file, column, unknown("forums", id));
            }
        }
        ("response", _) => {
            // The code of a questionnaire alone means its answers of any month.
            let file = place_of(Reference { kind, id });
            if let Some(file) = file.filter(|file| !register.has(file)) {
                remarks.cell_absent(&file, column, unknown("responses", id));
            }
        }
        (_, None) => {}
        (_, Some(table)) => match register.knows(&table.name, id) {
            Some(true) => {}
            Some(false) => not_in_table(&table.name, id, column, remarks),
            None => look_up(table, id, column, remarks),
        },
    }
}

/// Has a row looked up that is not in memory. A key that names no file of the table cannot be there.
fn look_up(table: &'static Schema, key: &str, column: &str, remarks: &mut Remarks<'_>) {
    match partition_of(table, key) {
        Some(partition) => remarks.unless_found(table, Some(&partition), key, column),
        // Only a programme of another office has no month; it may stand in any file.
        None if key.starts_with("external/") => remarks.unless_found(table, None, key, column),
        None => remarks.cell(column, unknown(&*table.path, key)),
    }
}

fn kind_of_reference(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let known = || {
        TABLES
            .iter()
            .map(|table| table.one)
            .chain(DOCUMENT_KINDS.iter().copied())
    };
    for kind in references_of(cell.column, cell.text).map(|reference| reference.kind) {
        if known().any(|known| known == kind) {
            continue;
        }
        let (kind, nearest) = (kind.to_owned(), nearest(kind, known()).to_owned());
        remarks.cell(&cell.column.name, Problem::ReferenceKind { kind, nearest });
    }
}

/// Told once for each training: one document mends all rows.
fn training(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Ok(id) = TrainingId::parse(cell.text)
        && dossier.programmes.is_missing(id)
    {
        let (file, id) = (format!("trainings/{}.toml", cell.text), cell.text.to_owned());
        remarks.cell_absent(&file, &cell.column.name, Problem::TrainingMissing { id });
    }
}

/// A column that refers to its own table.
fn refers_to_own(table: &Schema, index: usize) -> bool {
    table.columns[index].refers == Some(&*table.name)
}

fn own_key(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if cell.text == cell.other(&cell.table.columns[Schema::FIRST].name) {
        remarks.cell(&cell.column.name, Problem::SelfReference);
    }
}

/// The id of a row of its own, and the batch of an answer: names that were given here and are compared as text.
fn names_itself(table: &Schema, index: usize) -> bool {
    let column = &table.columns[index];
    let is_own = index == Schema::FIRST && table.keys() == 1 && column.kind == Domain::Id;
    is_own || column.name == "batch"
}

/// Told once for each id and file.
fn mistaken(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if !spreadsheet::mistakes(cell.text) || !remarks.is_first(cell.text) {
        return;
    }
    let id = cell.text.to_owned();
    let command = match cell.column.key {
        true => format!("bina {} rename {id} …", cell.table.one),
        // So the batch is known again when it is entered once more.
        false => format!("{id} → b{}", id.get(..7).unwrap_or(&id)),
    };
    remarks.cell(&cell.column.name, Problem::IdMistaken { id, command });
}

/// The columns that say in which file of a table the row stands: the id of its own, the training, the day or period.
fn places(table: &Schema, index: usize) -> bool {
    let column = &table.columns[index];
    match (table.cut, column.kind) {
        (Cut::Whole, _) => false,
        (Cut::Period, kind) => column.key && kind == Domain::Period,
        (Cut::Month, Domain::TrainingId) => column.key,
        (Cut::Month, Domain::Id) => {
            index == Schema::FIRST && (column.refers.is_none() || lies_with_parent(table))
        }
        (Cut::Month, Domain::Day | Domain::MonthOrDay) => !column.optional && !lies_with_parent(table),
        (Cut::Month, _) => false,
    }
}

fn partition(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let belongs = match cell.table.cut {
        Cut::Period => cell.text == dossier.file.partition,
        _ => cell.text.starts_with(dossier.file.partition) || cell.text.starts_with("external/"),
    };
    if !belongs && cell.is_good() {
        let (value, file) = (cell.text.to_owned(), dossier.file.name.clone());
        remarks.cell(&cell.column.name, Problem::PartitionWrong { value, file });
    }
}

fn dates(cell: &RowCell<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let first = cell.column.begins.map_or("", |first| cell.other(first));
    if is_reversed(Day::parse(first), Day::parse(cell.text)) {
        let (first, last) = (first.to_owned(), cell.text.to_owned());
        remarks.cell(&cell.column.name, Problem::DatesReversed { first, last });
    }
}

fn is_past(table: &Schema, index: usize) -> bool {
    table.columns[index].tells_past()
}

/// Told once for each column and file, with how many there are: a check as of an earlier day would tell thousands.
fn past(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let today = &dossier.register.today;
    if !cell.column.lies_ahead(cell.text, today) || !cell.is_good() {
        return;
    }
    if let Some(Problem::InFuture { count, .. }) = remarks.earlier(&cell.column.name) {
        *count += 1;
        return;
    }
    let (day, today) = (cell.text.to_owned(), today.clone());
    remarks.cell(&cell.column.name, Problem::InFuture { day, today, count: 1 });
}
