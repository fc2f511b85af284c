//! A programme's document as commands change it: its fields from options, its status, who takes part.

use super::fields::{Element, Fields, parts};
use super::paper::{self, Columns, Opened, Paper};
use super::{Draft, Reason, Record, Request, candidates};
use crate::files::document::Literal;
use crate::records::cell::{Cell, TrainingId};
use crate::records::code::TrainingStatus;
use crate::records::document::Document;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Day;
use crate::records::training::Training;
use crate::records::word::Code;
use crate::words::change::Slip;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A programme with its document.
pub type OpenProgramme = Opened<Training>;

impl Draft<'_> {
    /// A programme as it would be; `None` where there is none that can be read. Row after row of a list asks for the same one:
    /// it is read again only when its document changed.
    pub fn programme(&mut self, id: &str) -> Option<Rc<OpenProgramme>> {
        let bytes = self.held(&paper::file::<Training>(id)).after.clone()?;
        let last = self.programme.as_ref();
        if let Some((_, programme)) = last.filter(|(read, _)| Arc::ptr_eq(read, &bytes)) {
            return Some(programme.clone());
        }
        let programme = Rc::new(paper::found(self, id)?);
        self.programme = Some((bytes, programme.clone()));
        Some(programme)
    }

    /// The rows of everybody who takes part in a programme. One roll has those of all programmes of its month: it is
    /// read again only when it changed.
    fn on_roll(&mut self, programme: &OpenProgramme) -> &[Record] {
        let file = roll(programme);
        let bytes = self.held(&file).after.clone().unwrap_or_default();
        let is_read = |(read, _): &(Arc<[u8]>, _)| Arc::ptr_eq(read, &bytes);
        if !self.roll.as_ref().is_some_and(is_read) {
            let mut by_programme: HashMap<String, Vec<Record>> = HashMap::new();
            for row in self.rows(&participation, &file) {
                let of_programme = by_programme.entry(row.cells[Participation::training].clone());
                of_programme.or_default().push(row);
            }
            self.roll = Some((bytes, by_programme));
        }
        let by_programme = self.roll.iter().find_map(|(_, rows)| rows.get(&programme.id));
        by_programme.map_or(&[], Vec::as_slice)
    }
}

/// The arrays of tables of a programme that grow by an option.
static ELEMENTS: &[Element] = &[
    Element::of(
        ("competency", "CODE:LEVEL"),
        (
            "Kompetensi yang dituju; boleh diulang",
            "A competency aimed at; may be repeated",
        ),
        |text| parts(text, &["code", "level"]),
    ),
    Element::of(
        ("instructor", "KEY=NAME"),
        (
            "Pengajar: nama, atau @orang bila ada di staff.csv; boleh diulang",
            "An instructor: a name, or @person who is in staff.csv; may be repeated",
        ),
        |text| {
            let (key, name) = text.split_once('=').unwrap_or((text, ""));
            let who = match name.trim().strip_prefix('@') {
                Some(person) => vec![("staff", person)],
                None => vec![("name", name), ("outside", "true")],
            };
            let fields = [("key", key)].into_iter().chain(who);
            fields.map(|(name, text)| (name, text.to_owned())).collect()
        },
    ),
    Element::of(
        ("module", "TITLE:JP:KIND"),
        (
            "Modul, jenisnya teori atau praktik; boleh diulang",
            "A module, its kind theory or practice; may be repeated",
        ),
        |text| {
            let parts = ["kind", "jp", "title"].into_iter().zip(text.rsplitn(3, ':'));
            parts.map(|(name, part)| (name, part.to_owned())).collect()
        },
    ),
    Element::of(
        ("session", "DATE:MINUTES[:PLACE]"),
        (
            "Sesi; kuncinya s1, s2, … menurut urutan; boleh diulang",
            "A session; its key is s1, s2, … in their order; may be repeated",
        ),
        |text| parts(text, &["date", "minutes", "place"]),
    ),
    Element::of(
        ("moved", "DATE:START:END"),
        (
            "Hari digeser dan tanggalnya sebelum itu; ditulis sendiri bila --start atau --end berubah",
            "The day on which it was moved, and its days before; written by itself where --start or --end changes",
        ),
        |text| parts(text, &["on", "start", "end"]),
    ),
];

impl Paper for Training {
    const LABEL: &'static str = "TRAINING";
    const FOLDER: &'static str = "trainings";
    const BY_MONTH: bool = true;
    const FIELDS: Fields = Fields {
        declared: Training::fields,
        elements: ELEMENTS,
    };
    const DEFAULTS: &'static [(&'static str, &'static str)] = &[("status", "planned")];
    const COLUMNS: Columns<Self> = &[
        ("id", |one, _| one.id.clone()),
        ("start", |one, _| one.content.start.value.to_string()),
        ("end", |one, _| one.content.end.value.to_string()),
        ("status", |one, _| one.content.status.value.code().to_owned()),
        ("jp", |one, _| one.content.jp.value.to_string()),
        ("participants", |one, draft| draft.on_roll(one).len().to_string()),
        ("title", |one, _| one.content.title.clone()),
        ("method", |one, _| one.content.method.code().to_owned()),
        ("mode", |one, _| one.content.mode.code().to_owned()),
    ];

    /// One of another office has no document.
    fn check(id: &str) -> Result<(), Reason> {
        match <TrainingId as Cell>::parse(id)?.month() {
            Some(_) => Ok(()),
            None => Err(Slip::TrainingElsewhere { id: id.to_owned() }.into()),
        }
    }

    fn missing(draft: &mut Draft<'_>, id: &str) -> Reason {
        candidates::training_none(draft, id)
    }

    fn taken(id: &str) -> Slip {
        Slip::TrainingExists { id: id.to_owned() }
    }

    fn date(request: &mut Request<'_>, before: Option<&Self>) {
        let typed = |name| <Day as Cell>::parse(request.get(name)?.trim()).ok();
        let start = typed("start").or(before.map(|training| training.start.value));
        let end = typed("end").or(before.map(|training| training.end.value));
        let Some(days) = start.zip(end) else { return };
        let day = known_since(days, request.today);
        if let Some(training) = before {
            training.postpone(request, days);
        }
        let status = Code::meant(TrainingStatus::CODES, request.text("status"));
        let is_cancelled = status == TrainingStatus::Cancelled.code();
        let field = match before {
            None => "announced",
            Some(training) if is_cancelled && training.cancelled.is_none() => "cancelled",
            Some(_) => return,
        };
        request.or(field, &day.to_string());
    }

    fn numbered(&self) -> usize {
        self.session.len()
    }
}

impl Training {
    /// Notes that it is moved to other days and when it was to take place until now, where that was announced before
    /// today and nothing came of it yet.
    fn postpone(&self, request: &mut Request<'_>, days: (Day, Day)) {
        let before = (self.start.value, self.end.value);
        let is_open = matches!(
            self.status.value,
            TrainingStatus::Planned | TrainingStatus::Running
        );
        let is_known = self.announced.is_none_or(|announced| announced < request.today);
        if days != before && is_open && is_known {
            let moved = format!("{}:{}:{}", request.today, before.0, before.1);
            request.or("moved", &moved);
        }
    }
}

/// Gives the programme another status, and with it other fields.
pub fn set_status(
    draft: &mut Draft<'_>,
    programme: &OpenProgramme,
    status: TrainingStatus,
    others: Vec<(&str, Literal)>,
) -> Option<()> {
    let status = ("status", Literal::Text(status.code().to_owned()));
    let fields: Vec<(&str, Literal)> = [status].into_iter().chain(others).collect();
    programme.write(draft, &[], &fields)
}

impl OpenProgramme {
    /// The day from which holds what is recorded today about it and its participants.
    pub fn known_since(&self, today: Day) -> Day {
        known_since((self.content.start.value, self.content.end.value), today)
    }
}

/// The day from which holds what is recorded today of a programme of these days: today, and what is recorded once it is
/// over, at the latest when it began.
fn known_since((start, end): (Day, Day), today: Day) -> Day {
    if today <= end { today } else { start }
}

/// The file of the participants.
pub fn roll(programme: &OpenProgramme) -> String {
    participation.file(programme.id.get(..7).unwrap_or_default())
}

/// The rows of everybody who takes part.
pub fn participants(draft: &mut Draft<'_>, programme: &OpenProgramme) -> Vec<Record> {
    draft.on_roll(programme).to_vec()
}
