//! One person's own page.

use super::{Asked, Kind, Subject};
use crate::change::Draft;
use crate::diagnostic::Findings;
use crate::gather;
use crate::measure::trace::Trace;
use crate::report;
use crate::report::model::Report;
use crate::words::Phrase;

/// *Rapor Pengembangan Pegawai* of one person.
pub(super) static STAFF: Kind = Kind {
    name: "staff",
    alias: "rapor",
    about: Phrase {
        id: "rapor pengembangan satu pegawai",
        en: "the development summary of one person",
    },
    subject: Some(Subject {
        what: Phrase {
            id: "id, NIP, atau bagian nama seorang pegawai",
            en: "the id, the NIP or part of the name of a person",
        },
        is_optional: false,
        find: |directory, typed| {
            let people = Draft::new(directory).people();
            people.find(typed).map(|person| person.id.clone())
        },
    }),
    has_public: false,
    make,
};

fn make(asked: &Asked<'_>, findings: &mut Findings, trace: &mut Trace) -> Option<Report> {
    let id = asked.subject.unwrap_or_default();
    let figures = gather::staff::staff(asked.directory, asked.office, asked.month, id, findings, trace)?;
    report::staff(&figures, &asked.office.settings, &asked.office.rules, asked.lang)
}
