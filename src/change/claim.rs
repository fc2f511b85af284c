//! A certificate that arrives: one change for the programme, the participation and the evidence.

use super::document::Typed;
use super::{Draft, Request, evidence, paper, row, taking_part};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Day;
use crate::records::training::Training;
use crate::words::change::{Note, Slip};

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
    let rows = draft.rows(&participation, &participation.file(&month.to_string()));
    let is_known = rows
        .iter()
        .any(|row| row.cells[Participation::training] == external);
    if request.has("external") || is_known {
        return Some(external);
    }
    if let Some(id) = known_title(draft, title, day, &slug) {
        draft.note(Note::ReusedTraining { id: id.clone() });
        return Some(id);
    }
    if request.text("method").is_empty() || request.text("mode").is_empty() {
        return draft.stop("", Slip::MethodMissing);
    }
    let id = format!("{month}/{slug}");
    paper::create::<Training>(draft, &id, &fields(request, day));
    draft.note(Note::CreatedTraining { id: id.clone() });
    draft.is_good().then_some(id)
}

/// The programme of that month with that slug or title.
fn known_title(draft: &mut Draft<'_>, title: &str, day: Day, slug: &str) -> Option<String> {
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
    let known = [("start", &*day), ("end", &day), ("status", "done")];
    let given = typed.into_iter().chain(known);
    let given = given.filter(|(_, text)| !text.trim().is_empty());
    given.map(|(name, text)| Typed::one(name, text)).collect()
}

/// A title as the last part of an id: `Webinar "Siaga Bencana"` is `webinar-siaga-bencana`.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(60);
    slug.trim_end_matches('-').to_owned()
}

/// The row of the participation, new or as it stands, with the evidence.
fn take_part(draft: &mut Draft<'_>, request: &Request<'_>, key: [String; 2], day: Day) {
    let mut values = vec![
        (Participation::status, "completed".to_owned()),
        (Participation::reason, String::new()),
        (Participation::completed, day.to_string()),
        (Participation::jp, request.text("jp").trim().to_owned()),
    ];
    for (column, name) in [
        (Participation::certificate, "certificate"),
        (Participation::initiative, "initiative"),
    ] {
        let text = request.text(name).trim();
        values.extend((!text.is_empty()).then(|| (column, text.to_owned())));
    }
    let mut digest = String::new();
    if let Some((name, bytes)) = &request.file {
        digest = evidence::sha256(bytes);
        let stored = evidence::store(draft, &key[0], &key[1], name, bytes);
        values.push((Participation::evidence, stored));
        values.push((Participation::sha256, digest.clone()));
    }
    row::note_twins(draft, &key, &digest, request.text("certificate").trim());
    if let Some((file, _)) = row::find(draft, &participation, &key) {
        return draft.amend(&participation, &file, &key, &values);
    }
    let mut cells = vec![String::new(); participation.columns.len()];
    cells[..participation.keys()].clone_from_slice(&key);
    for (column, value) in values {
        cells[column] = value;
    }
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
        assert!(slug(&"kata ".repeat(40)).len() <= 60);
    }
}
