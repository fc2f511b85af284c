//! A programme's document as a command changes it: its fields from flags, its status, who it belongs to.

use super::document::{Typed, put, store, values};
use super::fields::{Element, Fields, parts};
use super::{Draft, Reason, Record, Request, row};
use crate::files::document::{DocumentText, Value};
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::TrainingStatus;
use crate::records::document::{self, Document};
use crate::records::taking_part::{Participation, participation};
use crate::records::training::Training;
use crate::words::Phrase;
use crate::words::change::Slip;
use crate::words::problem::Problem;

/// A programme with its document.
#[derive(Debug)]
pub struct Programme {
    /// Its id: `2026-10/slug`.
    pub id: String,
    /// The file of its document.
    pub file: String,
    /// The file of its participants.
    pub participants: String,
    /// What the document says.
    pub training: Training,
}

/// The fields that are typed behind options.
pub static FIELDS: Fields = Fields {
    declared: Training::fields,
    elements: ELEMENTS,
};

/// The arrays of tables of a programme that grow by an option.
static ELEMENTS: &[Element] = &[
    Element {
        field: "competency",
        form: "CODE:LEVEL",
        help: Phrase {
            id: "Kompetensi yang dituju; boleh diulang",
            en: "A competency aimed at; may be repeated",
        },
        read: |text, _| parts(text, ':', &["code", "level"]),
    },
    Element {
        field: "instructor",
        form: "KEY=NAME",
        help: Phrase {
            id: "Pengajar: nama, atau @orang bila ada di staff.csv; boleh diulang",
            en: "An instructor: a name, or @person who is in staff.csv; may be repeated",
        },
        read: |text, _| {
            let (key, name) = text.split_once('=').unwrap_or((text, ""));
            match name.trim().strip_prefix('@') {
                Some(person) => vec![("key", key.to_owned()), ("staff", person.to_owned())],
                None => vec![
                    ("key", key.to_owned()),
                    ("name", name.to_owned()),
                    ("outside", "true".to_owned()),
                ],
            }
        },
    },
    Element {
        field: "module",
        form: "TITLE:JP:KIND",
        help: Phrase {
            id: "Modul, jenisnya theory atau practice; boleh diulang",
            en: "A module, its kind theory or practice; may be repeated",
        },
        read: |text, _| {
            let mut from_end = text.rsplitn(3, ':');
            let names = ["kind", "jp", "title"];
            names
                .into_iter()
                .zip(&mut from_end)
                .map(|(name, part)| (name, part.to_owned()))
                .collect()
        },
    },
    Element {
        field: "session",
        form: "DATE:MINUTES[:PLACE]",
        help: Phrase {
            id: "Sesi; kuncinya s1, s2, … menurut urutan; boleh diulang",
            en: "A session; its key is s1, s2, … in their order; may be repeated",
        },
        read: |text, number| {
            let mut fields = parts(text, ':', &["date", "minutes", "place"]);
            fields.push(("key", format!("s{number}")));
            fields
        },
    },
];

/// The file of a programme's document, and that of its participants. One of another office has neither.
fn files(id: &str) -> Result<(String, String), Reason> {
    let parsed = <TrainingId as Cell>::parse(id)?;
    let month = parsed
        .month()
        .ok_or_else(|| Box::new(Problem::TrainingIdForm { text: id.to_owned() }))?;
    Ok((
        format!("trainings/{id}.toml"),
        participation.file(&month.to_string()),
    ))
}

/// Opens the programme `id`; refuses when there is none.
pub fn open(draft: &mut Draft<'_>, id: &str) -> Option<Programme> {
    let id = id.trim();
    let names = row::training_exists(draft, id).and_then(|()| files(id));
    let (file, participants) = match names {
        Ok(names) => names,
        Err(reason) => {
            draft.refuse("TRAINING", reason);
            return None;
        }
    };
    let text = draft.text(&file)?;
    let number = draft.directory.number(&file);
    let training = document::read(&text, number, &mut draft.findings)?;
    Some(Programme {
        id: id.to_owned(),
        file,
        participants,
        training,
    })
}

/// Writes the document of a new programme; one that says nothing is planned.
pub fn add_typed(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    request.or("status", TrainingStatus::Planned.code());
    let id = request.text("training");
    add(draft, id, &FIELDS.typed(request, 0));
    draft.added.push(id.to_owned());
    Some(())
}

/// Changes fields of a document, as they were typed.
pub fn set_typed(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let programme = open(draft, request.text("training"))?;
    let typed = FIELDS.typed(request, programme.training.session.len());
    if typed.is_empty() {
        draft.refuse("", Slip::NothingGiven);
    }
    set(draft, &programme, &typed);
    Some(())
}

/// Writes the document of a new programme from its fields, in declared order.
pub fn add(draft: &mut Draft<'_>, id: &str, typed: &[Typed]) {
    let file = match files(id) {
        Ok((file, _)) => file,
        Err(reason) => return draft.refuse("TRAINING", reason),
    };
    if draft.exists(&file) {
        return draft.refuse("TRAINING", Slip::TrainingExists { id: id.to_owned() });
    }
    let given = |name: &str| typed.iter().any(|typed| typed.path == [name]);
    let missing: Vec<String> = Training::fields()
        .iter()
        .filter(|field| field.required && !given(field.name))
        .map(|field| format!("--{}", field.name))
        .collect();
    if !missing.is_empty() {
        let names = missing.join(", ");
        draft.refuse("", Slip::ValueMissing { names });
    }
    let text =
        values(draft, Training::fields(), typed).and_then(|values| put("", Training::fields(), &values));
    if let Some(text) = text.filter(|_| draft.is_good()) {
        store::<Training>(draft, &file, text);
    }
}

/// Changes fields of the document; what is not named keeps its bytes. An empty value removes the field.
pub fn set(draft: &mut Draft<'_>, programme: &Programme, typed: &[Typed]) {
    let Some(text) = draft.text(&programme.file) else {
        return;
    };
    let changed =
        values(draft, Training::fields(), typed).and_then(|values| put(&text, Training::fields(), &values));
    match changed {
        Some(text) if draft.is_good() => store::<Training>(draft, &programme.file, text),
        None if draft.is_good() => draft.refuse(
            "",
            Slip::ByHand {
                file: programme.file.clone(),
            },
        ),
        _ => {}
    }
}

/// Gives the programme another status, and with it other fields.
pub fn set_status(
    draft: &mut Draft<'_>,
    programme: &Programme,
    status: TrainingStatus,
    others: &[(&str, Value)],
) {
    let Some(text) = draft.text(&programme.file) else {
        return;
    };
    let order: Vec<&str> = Training::fields().iter().map(|field| field.name).collect();
    let status = ("status", Value::Text(status.code().to_owned()));
    let changed = DocumentText::parse(&text).ok().and_then(|mut document| {
        for (name, value) in [&status].into_iter().chain(others) {
            document.set(&[name], value, &order).ok()?;
        }
        Some(document.text().to_owned())
    });
    match changed {
        Some(text) => store::<Training>(draft, &programme.file, text),
        None => draft.refuse(
            "",
            Slip::ByHand {
                file: programme.file.clone(),
            },
        ),
    }
}

/// Removes a programme that nobody takes part in.
pub fn remove(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let programme = open(draft, request.text("training"))?;
    match participants(draft, &programme).len() {
        0 => draft.put(&programme.file, None),
        count => {
            let id = programme.id;
            draft.refuse("TRAINING", Slip::TrainingInUse { id, count });
        }
    }
    Some(())
}

/// The rows of everybody who takes part.
pub fn participants(draft: &mut Draft<'_>, programme: &Programme) -> Vec<Record> {
    let mut rows = draft.rows(&participation, &programme.participants);
    rows.retain(|row| row.cells[Participation::training] == programme.id);
    rows
}
