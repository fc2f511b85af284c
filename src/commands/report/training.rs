//! `bina report training TRAINING`: one programme with everything that was said and measured about it.

use super::{Asked, Kind, Subject};
use crate::change::{Draft, candidates};
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// One programme.
pub(super) static TRAINING: Kind = Kind {
    name: "training",
    alias: "pelatihan",
    about: Phrase {
        id: "satu pelatihan: reaksi, hasil belajar, penerapan, dampak PELATIHAN",
        en: "one programme: reaction, learning, behaviour, result TRAINING",
    },
    subject: Some(Subject {
        what: Phrase {
            id: "id pelatihan, misalnya 2026-10/pelayanan-prima",
            en: "the id of the programme, such as 2026-10/pelayanan-prima",
        },
        is_optional: false,
        find: |directory, typed| candidates::training(&mut Draft::new(directory), typed),
    }),
    has_public: false,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let (directory, office) = (asked.directory, asked.office);
    let id = asked.subject.unwrap_or_default();
    let figures = gather::training::training(directory, office, asked.month, id, findings, trace)?;
    report::training(&figures, &office.settings, &office.rules, asked.lang)
}
