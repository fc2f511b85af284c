//! The figures of one person's page.

use super::{Meaning, summed};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[("attended", ATTENDED)];

const ATTENDED: &[Meaning] = &[
    summed(
        "jp",
        "JP pada sertifikat pelatihan ini.",
        "The JP on the certificate.",
    ),
    summed("jp_recognised", "JP yang diakui.", "The JP recognised."),
];
