//! The figures of what the public says: its satisfaction and its complaints.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("ikm_by_unit", IKM),
    ("ikm_by_service", IKM_BY_SERVICE),
    ("ikm_elements", ELEMENTS),
    ("complaints_by_unit", COMPLAINTS),
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

/// The median of the working days to the resolution, of whichever complaints a table is about.
pub(super) const MEDIAN: Meaning = meaning(
    "median_workdays",
    How::Median(whole("median_workdays")),
    "Nilai tengah hari kerja dari hari diterima sampai selesai.",
    "The median of the working days from receipt to resolution.",
)
.by("complaints");

const COMPLAINTS: &[Meaning] = &[
    counted(
        "received",
        "Jumlah pengaduan yang diterima bulan ini, tanpa pengaduan ganda.",
        "How many complaints were received in the month, without those that repeat another.",
    )
    .by("complaints"),
    counted(
        "resolved",
        "Di antaranya yang selesai.",
        "Of these, how many are resolved.",
    )
    .by("complaints"),
    counted(
        "unresolved",
        "Di antaranya yang ditutup tanpa penyelesaian.",
        "Of these, how many were closed unresolved.",
    )
    .by("complaints"),
    counted(
        "on_time",
        "Di antara yang selesai: yang selesai dalam tenggat kelasnya.",
        "Of the resolved, how many were within the deadline of their class.",
    )
    .by("complaints"),
    counted(
        "overdue",
        "Jumlah pengaduan yang masih terbuka dan lewat tenggat pada hari terakhir bulan ini.",
        "How many complaints are open and past their deadline on the month's last day.",
    )
    .by("complaints"),
    MEDIAN,
    counted(
        "not_competent",
        "Di antaranya yang bukan kewenangan kantor ini.",
        "Of these, how many are outside the office's competence.",
    )
    .by("complaints"),
    counted(
        "dropped",
        "Di antaranya yang tidak jelas atau dicabut.",
        "Of these, how many were unclear or withdrawn.",
    )
    .by("complaints"),
    counted(
        "open",
        "Di antaranya yang masih dalam proses.",
        "Of these, how many are still in process.",
    )
    .by("complaints"),
    counted(
        "reopened",
        "Di antaranya yang dibuka kembali.",
        "Of these, how many were reopened.",
    )
    .by("complaints"),
];

const OVERDUE: &[Meaning] = &[counted(
    "past",
    "Hari kerja sesudah tenggat kelasnya, dihitung sejak hari diterima atau dibuka kembali.",
    "Working days past the deadline of its class, counted from receipt or reopening.",
)
.by("complaints")];
