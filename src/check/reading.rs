//! What is told while the files are read: by the readers themselves, and listed here so that the list is whole.

use super::rule::{Look, Rule};

/// The rules of reading, each standing for several codes.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "text",
        "Berkas dapat dibaca: UTF-8, judul kolom yang dikenal, jumlah sel sama di setiap baris, kunci tidak berulang.",
        "A file can be read: UTF-8, known headings, as many cells in every row, no key twice.",
        &[Look::Reading(
            "*",
            &[
                "not-utf8",
                "nul-byte",
                "conflict-marker",
                "quote-open",
                "quote-trailing",
                "semicolons",
                "header-missing",
                "column-unknown",
                "column-repeated",
                "key-column-missing",
                "ragged",
                "key-repeated",
                "unreadable",
            ],
        )],
    ),
    Rule::error(
        "cells",
        "Setiap sel berisi jenis yang ditetapkan untuk kolomnya, dan sel wajib terisi.",
        "Every cell holds what its column declares, and required cells are filled.",
        &[Look::Reading(
            "*",
            &[
                "empty",
                "id-form",
                "id-device",
                "training-id-form",
                "day-form",
                "month-form",
                "period-form",
                "dec-form",
                "int-form",
                "code-unknown",
                "number-outside",
                "out-of-scale",
                "nip-length",
                "nip-scientific",
                "nip-rounded",
                "nip-form",
                "nip-date",
                "nip-appointment",
                "nip-sex",
                "sha256-form",
                "path-form",
                "reference-form",
            ],
        )],
    ),
    Rule::error(
        "documents",
        "Setiap dokumen TOML tertulis benar: isian dikenal, yang wajib ada, jenis isinya sesuai.",
        "Every TOML document is well written: fields are known, required ones are there, of the right kind.",
        &[Look::Reading(
            "*.toml",
            &[
                "toml-syntax",
                "field-unknown",
                "field-missing",
                "field-kind",
                "negative",
                "level-outside",
                "format-version",
            ],
        )],
    ),
    Rule::error(
        "rules",
        "Setiap aturan masuk akal: edisinya tidak bertumpang tindih, rentangnya menutup skala tanpa celah.",
        "Every rule makes sense: its editions do not overlap, its bands cover their scale without a gap.",
        &[Look::Reading(
            "rules",
            &[
                "band-gap",
                "band-overlap",
                "band-ends",
                "edition-overlap",
                "edition-dates",
                "edition-empty",
                "rule-unknown",
                "predicate-cells",
                "rule-value",
            ],
        )],
    ),
];
