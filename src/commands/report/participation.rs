//! `bina report participation`: who takes part and who does not, over twelve months.

use super::Kind;
use crate::gather;
use crate::report;
use crate::words::Phrase;

/// Participation and fairness.
pub(super) static PARTICIPATION: Kind = Kind {
    name: "participation",
    alias: "keikutsertaan",
    about: Phrase {
        id: "siapa yang ikut dan tidak ikut dalam dua belas bulan, alasan, iklim belajar",
        en: "who takes part and who does not in twelve months, why, the climate of learning",
    },
    subject: None,
    has_public: true,
    make: |asked, findings| {
        let (directory, office) = (asked.directory, asked.office);
        let figures = gather::fairness::fairness(directory, office, asked.month, findings, &mut ())?;
        report::participation(&figures, &office.settings, &office.rules, asked.lang)
    },
};
