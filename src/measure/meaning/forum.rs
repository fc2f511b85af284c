//! The figures of the reports on forums, consultations and regulations.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("forums", FORUMS),
    ("attendance", ATTENDANCE),
    ("suggestions_by_kind", KINDS),
    ("consultations", CONSULTATIONS),
    ("consultation_units", CONSULTED),
    ("regulations", REGULATIONS),
];

const ADOPTED: Meaning = counted(
    "adopted",
    "Jumlah yang diterima seluruhnya atau sebagian; sesudah garis miring: semua yang disampaikan.",
    "How much was adopted, wholly or in part; behind the stroke: everything said.",
);

const FORUMS: &[Meaning] = &[
    counted(
        "came",
        "Jumlah orang yang datang menurut dokumen forum.",
        "How many came, as the document of the forum says.",
    ),
    counted(
        "said",
        "Jumlah pengaduan, kritik, dan usul yang disampaikan.",
        "How many complaints, criticisms and suggestions were made.",
    ),
    ADOPTED,
];

const ATTENDANCE: &[Meaning] = &[counted(
    "count",
    "Jumlah orang dari kelompok dan tempat ini dalam semua forum dua belas bulan terakhir.",
    "How many of the group and place came to all forums of the last twelve months.",
)];

const KINDS: &[Meaning] = &[
    counted(
        "said",
        "Jumlah yang disampaikan dalam dua belas bulan terakhir.",
        "How much was said in the last twelve months.",
    ),
    counted(
        "adopted",
        "Di antaranya yang diterima seluruhnya.",
        "Of this, how much was adopted.",
    ),
    counted(
        "partly",
        "Di antaranya yang diterima sebagian.",
        "Of this, how much was adopted in part.",
    ),
    counted(
        "rejected",
        "Di antaranya yang ditolak.",
        "Of this, how much was rejected.",
    ),
    counted(
        "forwarded",
        "Di antaranya yang diteruskan ke instansi lain.",
        "Of this, how much was forwarded.",
    ),
    counted(
        "undecided",
        "Di antaranya yang belum diputuskan pada hari terakhir bulan.",
        "Of this, about how much nothing was decided by the month's last day.",
    ),
    counted(
        "done",
        "Di antaranya yang sudah dilaksanakan.",
        "Of this, how much was carried out.",
    ),
    counted(
        "overdue",
        "Di antaranya yang tenggatnya lewat dan belum dilaksanakan.",
        "Of this, how much is past its due day and not carried out.",
    ),
    meaning(
        "share",
        How::Over(whole("accepted"), whole("said")),
        "Yang diterima seluruhnya atau sebagian dibagi semua yang disampaikan.",
        "What was adopted, wholly or in part, over everything said.",
    ),
];

const CONSULTATIONS: &[Meaning] = &[
    counted(
        "staff",
        "Jumlah ASN yang mengikuti konsultasi ini menurut dokumennya.",
        "How many civil servants took part, as the document says.",
    ),
    ADOPTED,
];

const CONSULTED: &[Meaning] = &[
    counted(
        "people",
        "Jumlah ASN unit ini yang mengikuti konsultasi; tiap orang dihitung sekali.",
        "How many civil servants of the unit took part in consultations, each counted once.",
    ),
    counted(
        "participations",
        "Jumlah keikutsertaan mereka dalam semua konsultasi.",
        "How often they took part, over all consultations.",
    ),
];

const REGULATIONS: &[Meaning] = &[
    counted(
        "must_know",
        "Jumlah pegawai unit yang dituju dan unit di bawahnya, atau semua pegawai.",
        "How many people work in the unit addressed or below it, or everybody.",
    ),
    counted(
        "briefed",
        "Di antaranya yang menyelesaikan pelatihan tentang peraturan ini.",
        "Of these, how many completed the programme that briefs about it.",
    ),
    meaning(
        "coverage",
        How::Over(whole("briefed"), whole("must_know")),
        "Yang menyelesaikan pelatihan tentang peraturan ini dibagi yang wajib mengetahuinya.",
        "Those who completed the briefing over those who must know the regulation.",
    ),
];
