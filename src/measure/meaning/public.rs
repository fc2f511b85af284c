//! The figures of what the public says: its satisfaction and its complaints.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("ikm_by_unit", IKM),
    ("ikm_by_service", IKM_BY_SERVICE),
    ("ikm_elements", ELEMENTS),
    ("complaints_overdue", OVERDUE),
];

const IKM: &[Meaning] = &[
    meaning(
        "band",
        How::From(&["ikm"]),
        "Mutu menurut golongan nilai dalam ketentuan, sesudah nilai dibulatkan.",
        "The quality by the bands of the rule, after rounding the index.",
    )
    .by("satisfaction"),
    counted(
        "n",
        "Jumlah responden dalam masa yang dihitung.",
        "How many respondents there are in the months that count.",
    )
    .by("satisfaction"),
    meaning(
        "ikm",
        How::Index,
        "Rata-rata tiap unsur dijumlahkan, dikalikan bobot dan faktor menurut ketentuan.",
        "The sum of the elements' means times the weight and the factor of the rule.",
    )
    .by("satisfaction"),
];

/// Its total is that of the office, with answers that name no service.
const IKM_BY_SERVICE: &[Meaning] = &[
    IKM[1].of("*", "ikm_by_unit"),
    IKM[2].of("*", "ikm_by_unit"),
    IKM[0],
    IKM[1],
    IKM[2],
];

const ELEMENTS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah responden dalam masa yang dihitung.",
        "How many respondents there are in the months that count.",
    )
    .by("satisfaction")
    .of("*", "ikm_by_unit"),
    meaning(
        "nrr",
        How::Elements,
        "Rata-rata dari nilai semua unsur.",
        "The mean of the means of all elements.",
    )
    .by("satisfaction")
    .of("*", "ikm_by_unit"),
    counted(
        "n",
        "Jumlah responden yang menjawab unsur ini.",
        "How many respondents answered the element.",
    )
    .by("satisfaction"),
    meaning(
        "nrr",
        How::Mean(whole("nrr")),
        "Jumlah nilai unsur dibagi jumlah yang menjawabnya.",
        "The sum of the scores of the element over those who answered it.",
    )
    .by("satisfaction"),
];

const OVERDUE: &[Meaning] = &[counted(
    "past",
    "Hari kerja sesudah tenggat kelasnya, dihitung sejak hari diterima atau dibuka kembali.",
    "Working days past the deadline of its class, counted from receipt or reopening.",
)
.by("complaints")];
