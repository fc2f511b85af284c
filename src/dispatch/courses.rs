//! The history of courses as the national personnel system takes it: a row for each completed programme of a person,
//! with what still lacks.
//!
//! The columns have the names of that system, as its public clients write them. Its own ids of people, agencies, kinds and places are not known here and
//! stay empty; the number of identity stands in their place.

use crate::change::{Draft, row};
use crate::load;
use crate::measure::hours::completed_by;
use crate::records::cell::Cell;
use crate::records::code::{Employment, Method};
use crate::records::organisation::{Staff, staff};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use crate::render::Listing;
use crate::render::listing::CellForm;
use crate::words::Lang;
use std::collections::HashMap;

/// The columns, in the order of the system, with who it is before and what lacks behind.
const COLUMNS: [&str; 16] = [
    "nipBaru",
    "nama",
    "pnsOrangId",
    "instansiId",
    "jenisDiklatId",
    "jenisKursus",
    "jenisKursusSertipikat",
    "namaKursus",
    "institusiPenyelenggara",
    "nomorSertipikat",
    "tahunKursus",
    "tanggalKursus",
    "tanggalSelesaiKursus",
    "jumlahJam",
    "lokasiId",
    "kurang",
];

/// Those that the system does not take a course without, and that are known here.
const NEEDED: [&str; 8] = [
    "nipBaru",
    "jenisKursusSertipikat",
    "namaKursus",
    "institusiPenyelenggara",
    "nomorSertipikat",
    "tanggalKursus",
    "tanggalSelesaiKursus",
    "jumlahJam",
];

/// A completed programme of a person.
struct Course {
    staff: String,
    training: String,
    /// The title of one that has no document here, as it was told.
    title: String,
    done: Day,
    jp: String,
    certificate: String,
}

/// The rows, by name and day, and of how many something lacks; of one month where it is named.
pub fn courses(draft: &mut Draft<'_>, month: Option<Month>, today: Day) -> (Listing, usize) {
    let courses = completed(draft, month, today);
    let mut trainings: HashMap<String, Option<Training>> = HashMap::new();
    for course in &courses {
        let is_here = course
            .training
            .split_once('/')
            .is_some_and(|(month, _)| Month::parse(month).is_some());
        if is_here && !trainings.contains_key(&course.training) {
            let found = load::training(draft.directory, &course.training, &mut draft.findings);
            trainings.insert(course.training.clone(), found);
        }
    }
    let people = draft.people();
    let rows = draft.rows(&staff, &staff.file(""));
    let is_civil = |id: &str| {
        let row = rows.iter().find(|row| row.cells[Staff::id] == id);
        let employment = row.and_then(|row| Employment::parse(&row.cells[Staff::employment]).ok());
        employment.is_some_and(Employment::is_asn)
    };
    let mut out: Vec<Vec<String>> = Vec::new();
    for course in courses.iter().filter(|course| is_civil(&course.staff)) {
        let training = trainings.get(&course.training).and_then(Option::as_ref);
        let (nip, name) = people
            .by_id(&course.staff)
            .map_or(("", ""), |one| (&one.nip, &one.name));
        out.push(cells(course, training, (nip, name)));
    }
    let lacking = out
        .iter()
        .filter(|row| row.last().is_some_and(|lacks| !lacks.is_empty()));
    let lacking = lacking.count();
    let forms = COLUMNS.iter().map(|name| match *name {
        "jumlahJam" | "tahunKursus" => CellForm::Number,
        _ => CellForm::Text,
    });
    let listing = Listing {
        names: COLUMNS.map(str::to_owned).to_vec(),
        kinds: forms.collect(),
        rows: out.into_iter().collect(),
        ..Listing::default()
    };
    (listing, lacking)
}

/// The completed programmes of everybody, by name of the person and day.
fn completed(draft: &mut Draft<'_>, month: Option<Month>, today: Day) -> Vec<Course> {
    let mut courses = Vec::new();
    for file in row::files(draft, &participation) {
        draft.scan(&participation, &file, |row, findings| {
            let Some(read) = row.read::<Participation>(findings) else {
                return;
            };
            let done = completed_by(&read, today);
            if let Some(done) = done.filter(|done| month.is_none_or(|month| done.month() == month)) {
                courses.push(Course {
                    staff: read.staff.text().to_owned(),
                    training: read.training.text().to_owned(),
                    title: read.external_title.unwrap_or_default().to_owned(),
                    done,
                    jp: read.jp.map_or(String::new(), |jp| jp.to_string()),
                    certificate: read.certificate.unwrap_or_default().to_owned(),
                });
            }
        });
    }
    let people = draft.people();
    let name = |id: &str| people.by_id(id).map_or(String::new(), |one| one.name.clone());
    courses.sort_by_cached_key(|course| (name(&course.staff), course.done, course.training.clone()));
    courses
}

fn cells(course: &Course, training: Option<&Training>, (nip, name): (&str, &str)) -> Vec<String> {
    let value = |column: &str| -> String {
        match column {
            "nipBaru" => nip.to_owned(),
            "nama" => name.to_owned(),
            "jenisKursusSertipikat" => training.map_or(String::new(), |one| kind(one.method).to_owned()),
            "namaKursus" => training.map_or_else(|| course.title.clone(), |one| one.title.clone()),
            "institusiPenyelenggara" => {
                let provider = training.and_then(|one| one.provider.as_ref());
                provider.map_or(String::new(), |name| name.text().to_owned())
            }
            "nomorSertipikat" => course.certificate.clone(),
            "tahunKursus" => course.done.month().to_string().chars().take(4).collect(),
            "tanggalKursus" => training.map_or(String::new(), |one| day(one.start.value)),
            "tanggalSelesaiKursus" => day(course.done),
            "jumlahJam" => course.jp.clone(),
            _ => String::new(),
        }
    };
    let mut cells: Vec<String> = COLUMNS.iter().map(|column| value(column)).collect();
    let lacks = COLUMNS.iter().zip(&cells).filter(|(column, cell)| {
        // The system takes whole hours only.
        let is_broken = **column == "jumlahJam" && cell.contains('.');
        NEEDED.contains(column) && (cell.is_empty() || is_broken)
    });
    let lacks: Vec<&str> = lacks.map(|(column, _)| *column).collect();
    let lacks = lacks.join(", ");
    cells.pop();
    cells.push(lacks);
    cells
}

/// The kind of a course in the words of the system.
fn kind(method: Method) -> &'static str {
    method.phrase().get(Lang::Id)
}

/// A day as the system takes it: day, month, year.
fn day(day: Day) -> String {
    let text = day.to_string();
    let parts: Vec<&str> = text.split('-').rev().collect();
    parts.join("-")
}
