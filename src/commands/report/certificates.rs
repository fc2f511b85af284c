//! The report on competency certificates.

use super::Kind;
use crate::gather::certificates as gather;
use crate::report::certificates;
use crate::words::Phrase;

/// Certificates by standing, renewals, and training to refresh.
pub(super) static KIND: Kind = Kind {
    name: "certificates",
    alias: "sertifikat",
    about: Phrase {
        id: "sertifikat kompetensi: berlaku, segera habis, diperpanjang; pelatihan yang harus diulang",
        en: "competency certificates: valid, expiring, renewed; training to be refreshed",
    },
    subject: None,
    has_public: true,
    make: |asked, findings| {
        let gathered = gather::report(asked.directory, asked.office, asked.month, findings, &mut ())?;
        certificates(&gathered, &asked.office.settings, &asked.office.rules, asked.lang)
    },
};
