//! A certificate that arrives: one change for the programme, the participation and the evidence.

use super::document::{GivenValue, Typed};
use super::{Draft, evidence, programme, row, taking_part};
use crate::load;
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::participation;
use crate::records::time::Day;
use crate::records::training::Training;
use crate::words::change::{Note, Slip};

/// What is known of the certificate. Empty means not given.
#[derive(Clone, Debug, Default)]
pub struct Claim {
    /// Whose it is, as typed.
    pub person: String,
    /// The title of the programme.
    pub title: String,
    /// The id of the programme, where it is known.
    pub training: String,
    /// Whether it is a programme of another office, without a document here.
    pub external: bool,
    /// The day of completion.
    pub completed: String,
    /// The hours.
    pub jp: String,
    /// Who provided a new programme.
    pub provider: String,
    /// The method of a new programme.
    pub method: String,
    /// The mode of a new programme.
    pub mode: String,
    /// The number of the certificate.
    pub certificate: String,
    /// Whose idea it was.
    pub initiative: String,
    /// The certificate as a file: its name and its bytes.
    pub file: Option<(String, Vec<u8>)>,
}

/// Drafts everything that a certificate changes. Returns the programme's id.
pub fn claim(draft: &mut Draft<'_>, claim: &Claim) -> Option<String> {
    let people = draft.people();
    let person = match people.find(&claim.person) {
        Ok(person) => Some(person.id.clone()),
        Err(reason) => {
            draft.refuse("PERSON", reason);
            None
        }
    };
    let day = match <Day as Cell>::parse(claim.completed.trim()) {
        Ok(day) => Some(day),
        Err(problem) => {
            draft.refuse("--completed", problem);
            None
        }
    };
    taking_part::check(draft, "jp", &claim.jp);
    taking_part::check(draft, "initiative", &claim.initiative);
    let (person, day) = (person?, day?);
    let training = training_of(draft, claim, day)?;
    take_part(draft, claim, &training, &person, day);
    draft.is_good().then_some(training)
}

/// The programme: as named, as it exists under that title, of another office, or new.
fn training_of(draft: &mut Draft<'_>, claim: &Claim, day: Day) -> Option<String> {
    match (claim.training.is_empty(), claim.title.trim().is_empty()) {
        (false, true) => match row::training_exists(draft, &claim.training) {
            Ok(()) => Some(claim.training.clone()),
            Err(reason) => {
                draft.refuse("--training", reason);
                None
            }
        },
        (true, false) => by_title(draft, claim, day),
        _ => {
            draft.refuse("", Slip::ClaimWhich);
            None
        }
    }
}

fn by_title(draft: &mut Draft<'_>, claim: &Claim, day: Day) -> Option<String> {
    let slug = slug(&claim.title);
    let external = format!("external/{slug}");
    if let Err(problem) = <TrainingId as Cell>::parse(&external) {
        draft.refuse("--title", problem);
        return None;
    }
    let file = participation.file(&day.month().to_string());
    let is_known = draft
        .rows(&participation, &file)
        .iter()
        .any(|row| row.cells[0] == external);
    if claim.external || is_known {
        return Some(external);
    }
    if let Some(id) = known_title(draft, claim, day, &slug) {
        draft.note(Note::ReusedTraining { id: id.clone() });
        return Some(id);
    }
    if claim.method.is_empty() || claim.mode.is_empty() {
        draft.refuse("", Slip::MethodMissing);
        return None;
    }
    let id = format!("{}/{slug}", day.month());
    programme::add(draft, &id, &fields(claim, day));
    draft.note(Note::CreatedTraining { id: id.clone() });
    draft.is_good().then_some(id)
}

/// The programme of that month with that slug or title.
fn known_title(draft: &mut Draft<'_>, claim: &Claim, day: Day, slug: &str) -> Option<String> {
    let month = day.month();
    let slugs = load::names(
        draft.directory,
        &format!("trainings/{month}"),
        ".toml",
        &mut draft.findings,
    );
    let title = claim.title.trim().to_lowercase();
    slugs
        .into_iter()
        .map(|known| (format!("{month}/{known}"), known == slug))
        .find_map(|(id, is_same)| {
            let training: Option<Training> = load::training(draft.directory, &id, &mut draft.findings);
            let is_titled = training.is_some_and(|training| training.title.to_lowercase() == title);
            (is_same || is_titled).then_some(id)
        })
}

/// The fields of a new programme, that lasted the one day that is known of it.
fn fields(claim: &Claim, day: Day) -> Vec<Typed> {
    let day = day.to_string();
    let values = [
        ("title", claim.title.as_str()),
        ("method", &claim.method),
        ("mode", &claim.mode),
        ("provider", &claim.provider),
        ("start", &day),
        ("end", &day),
        ("jp", &claim.jp),
        ("status", "done"),
    ];
    let given = values.into_iter().filter(|(_, text)| !text.trim().is_empty());
    given
        .map(|(name, text)| Typed {
            path: vec![name],
            argument: format!("--{name}"),
            given: GivenValue::One(text.to_owned()),
        })
        .collect()
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
fn take_part(draft: &mut Draft<'_>, claim: &Claim, training: &str, person: &str, day: Day) {
    let key = [training.to_owned(), person.to_owned()];
    let mut values = vec![
        ("status", "completed".to_owned()),
        ("reason", String::new()),
        ("completed", day.to_string()),
        ("jp", claim.jp.trim().to_owned()),
    ];
    for (column, text) in [
        ("certificate", &claim.certificate),
        ("initiative", &claim.initiative),
    ] {
        if !text.trim().is_empty() {
            values.push((column, text.trim().to_owned()));
        }
    }
    let mut digest = String::new();
    if let Some((name, bytes)) = &claim.file {
        digest = evidence::sha256(bytes);
        values.push(("evidence", evidence::store(draft, training, person, name, bytes)));
        values.push(("sha256", digest.clone()));
    }
    row::note_twins(draft, &key, &digest, claim.certificate.trim());

    let values = taking_part::cells(&participation, &values);
    match row::find(draft, &participation, &key) {
        Some((file, _)) => draft.amend(&participation, &file, &key, &values),
        None => {
            let mut cells = vec![String::new(); participation.columns.len()];
            cells[..2].clone_from_slice(&key);
            values
                .into_iter()
                .for_each(|(column, value)| cells[column] = value);
            if let Some(file) = row::file(&participation, &cells, Some(day.month())) {
                draft.insert(&participation, &file, cells);
            }
        }
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
