//! Citizens' forums and policy consultations.

use super::Kind;
use crate::gather;
use crate::report;
use crate::words::Phrase;

/// Forums and consultations of the twelve months up to the month.
pub(super) static FORUM: Kind = Kind {
    name: "forum",
    alias: "forum-publik",
    about: Phrase {
        id: "forum masyarakat dan konsultasi kebijakan dua belas bulan, dengan tindak lanjutnya",
        en: "citizens' forums and policy consultations of twelve months, with their follow-up",
    },
    subject: None,
    has_public: true,
    make: |asked, findings| {
        let gathered = gather::forum::report(asked.directory, asked.month, findings);
        Some(report::forum(&gathered, &asked.office.settings, asked.lang))
    },
};
