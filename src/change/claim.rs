//! A certificate that arrives: one change for the programme, the participation and the evidence.

use super::document::Typed;
use super::entry::{self, Door};
use super::{Draft, Record, Request, evidence, filled, paper, row, taking_part};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::spreadsheet;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Day;
use crate::records::training::Training;
use crate::words::change::{Hint, Slip};

/// Drafts everything that a certificate changes; the id of the programme is told.
pub fn claim(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let person = request.person(draft, "person");
    let day = request.day_given(draft, "completed");
    for (column, name) in [
        (Participation::jp, "jp"),
        (Participation::initiative, "initiative"),
    ] {
        taking_part::check(draft, column, request.text(name));
    }
    let (person, day) = (person?, day?);
    let training = training_of(draft, request, day)?;
    take_part(draft, request, [training.clone(), person], day);
    draft.added.push(training);
    Some(())
}

/// The programme: as named, as it exists under that title, of another office, or new.
fn training_of(draft: &mut Draft<'_>, request: &Request<'_>, day: Day) -> Option<String> {
    let (id, title) = (request.text("training"), request.text("title"));
    match (id.is_empty(), title.trim().is_empty()) {
        (false, true) => {
            let exists = row::training_exists(draft, id);
            draft.accept("--training", exists).map(|()| id.to_owned())
        }
        (true, false) => by_title(draft, request, title, day),
        _ => draft.stop("", Slip::ClaimWhich),
    }
}

fn by_title(draft: &mut Draft<'_>, request: &Request<'_>, title: &str, day: Day) -> Option<String> {
    let slug = slug(title);
    let external = format!("external/{slug}");
    draft.accept("--title", <TrainingId as Cell>::parse(&external))?;
    let month = day.month();
    let again = format!("{external}-{}", month.year());
    let rows = draft.rows(&participation, &participation.file(&month.to_string()));
    let is_known = rows
        .iter()
        .map(|row| &row.cells[Participation::training])
        .any(|id| *id == external || *id == again);
    if request.has("external") || is_known {
        let person = request.person(draft, "person")?;
        return Some(edition(draft, [external, again], &person, month.year()));
    }
    if let Some(id) = known_title(draft, title, day, &slug) {
        draft.note(Hint::ReusedTraining { id: id.clone() });
        return Some(id);
    }
    if request.text("method").is_empty() || request.text("mode").is_empty() {
        return draft.stop("", Slip::MethodMissing);
    }
    let id = format!("{month}/{slug}");
    paper::create::<Training>(draft, &id, &fields(request, day));
    draft.note(Hint::CreatedTraining { id: id.clone() });
    draft.is_good().then_some(id)
}

/// The id of a programme of another office: what the person completed under that title in another year is another
/// programme, told apart by the year.
fn edition(draft: &mut Draft<'_>, [plain, again]: [String; 2], person: &str, year: i32) -> String {
    let key = [plain.clone(), person.to_owned()];
    let known = row::find(draft, &participation, &key);
    let completed = known.and_then(|(_, row)| Day::parse(&row.cells[Participation::completed]));
    match completed.is_some_and(|day| day.month().year() != year) {
        true => again,
        false => plain,
    }
}

/// The programme of that month with that slug or title.
pub fn known_title(draft: &mut Draft<'_>, title: &str, day: Day, slug: &str) -> Option<String> {
    let title = title.trim().to_lowercase();
    let ids = paper::ids::<Training>(draft, Some(day.month()));
    ids.into_iter().find(|id| {
        let training = load::training(draft.directory, id, &mut draft.findings);
        let is_titled = training.is_some_and(|training| training.title.to_lowercase() == title);
        is_titled || id.ends_with(&format!("/{slug}"))
    })
}

/// The fields of a new programme, that lasted the one day that is known of it.
fn fields(request: &Request<'_>, day: Day) -> Vec<Typed> {
    let day = day.to_string();
    let typed = ["title", "method", "mode", "provider", "jp"].map(|name| (name, request.text(name)));
    let known = [
        ("start", &*day),
        ("end", &day),
        ("status", "done"),
        ("announced", &day),
    ];
    let given = typed.into_iter().chain(known);
    let given = given.filter(|(_, text)| !text.trim().is_empty());
    given.map(|(name, text)| Typed::one(name, text)).collect()
}

/// How many bytes of a slug are kept, so that a year may follow.
const LONGEST: usize = 59;

/// A title as the last part of an id: `Webinar "Siaga Bencana"` is `webinar-siaga-bencana`. One that is too long ends
/// with a digest of the whole, so that two titles that only begin alike are two.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if spreadsheet::mistakes(&slug) {
        slug = format!("program-{slug}");
    }
    if slug.len() > LONGEST {
        let digest = evidence::sha256(slug.as_bytes());
        slug.truncate(LONGEST - 9);
        slug = format!("{}-{}", slug.trim_end_matches('-'), &digest[..8]);
    }
    slug
}

/// Records the participation, new or in the row that stands there, with the evidence.
fn take_part(draft: &mut Draft<'_>, request: &Request<'_>, key: [String; 2], day: Day) {
    let found = row::find(draft, &participation, &key);
    let mut values = vec![
        (Participation::status, "completed".to_owned()),
        (Participation::completed, day.to_string()),
    ];
    for (column, name) in [
        (Participation::jp, "jp"),
        (Participation::certificate, "certificate"),
        (Participation::initiative, "initiative"),
    ] {
        let text = request.text(name).trim();
        values.extend((!text.is_empty()).then(|| (column, text.to_owned())));
    }
    // Of a programme of this office the title stands in its document.
    let is_named = found.as_ref().is_some_and(|(_, row)| {
        !row.cells[Participation::external_title].is_empty() && !request.has("correct")
    });
    let title = request.text("title").trim();
    if key[0].starts_with("external/") && !title.is_empty() && !is_named {
        values.push((Participation::external_title, title.to_owned()));
    }
    let mut digest = String::new();
    if let Some((name, bytes)) = &request.file {
        digest = evidence::sha256(bytes);
        // The same file again is the same evidence, whatever it is called.
        let is_known = |(_, row): &(String, Record)| row.cells[Participation::sha256] == digest;
        if !found.as_ref().is_some_and(is_known) {
            let stored = evidence::store(draft, &key[0], &key[1], name, bytes);
            values.push((Participation::evidence, stored));
            values.push((Participation::sha256, digest.clone()));
        }
    }
    row::note_twins(draft, &key, &digest, request.text("certificate").trim());
    if let Some((file, row)) = found {
        let door = Door {
            argument: &key.join(" "),
            corrects: request.has("correct"),
        };
        return entry::record(draft, (&participation, &file), &row, door, &values);
    }
    let named = [
        (Participation::training, &key[0]),
        (Participation::staff, &key[1]),
    ];
    let values = named
        .into_iter()
        .chain(values.iter().map(|(column, value)| (*column, value)));
    let values: Vec<(usize, &str)> = values.map(|(column, value)| (column, value.as_str())).collect();
    let mut cells = filled(&participation, &values);
    row::date_anew(draft, &mut cells);
    if let Some(file) = row::file(&participation, &cells, Some(day.month())) {
        draft.insert(&participation, &file, cells);
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_title_becomes_a_slug() {
        assert_eq!(
            slug("Webinar \"Siaga Bencana\" (2026)"),
            "webinar-siaga-bencana-2026"
        );
        assert_eq!(slug("  Pelayanan – Prima! "), "pelayanan-prima");
        assert_eq!(slug("…"), "");
        assert_eq!(slug("10-11"), "program-10-11");
        let (long, other) = ("kata ".repeat(40), "kata ".repeat(41));
        assert!(slug(&long).len() <= 59);
        assert_ne!(slug(&long), slug(&other));
    }
}
