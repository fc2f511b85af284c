//! The figures of the report on certificates.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("certificates_by_scheme", SCHEMES),
    ("certificates_due", DUE),
    ("certificates", LIST),
    ("refreshers", REFRESHERS),
    ("refreshers_due", REFRESHERS_DUE),
];

const SCHEMES: &[Meaning] = &[
    meaning(
        "holders",
        How::Different(whole("holders")),
        "Jumlah orang yang memegang sertifikat berlaku; yang memegang beberapa dihitung sekali.",
        "How many people hold a valid certificate; who holds several is counted once.",
    )
    .by("certificates"),
    counted(
        "valid",
        "Jumlah sertifikat yang berlaku dan perpanjangannya belum dekat.",
        "How many certificates are valid and not yet to be renewed.",
    )
    .by("certificates"),
    counted(
        "expiring",
        "Jumlah sertifikat yang berlaku dan perlu diperpanjang dalam jumlah hari menurut ketentuan.",
        "How many certificates are valid and to be renewed within the days of the rule.",
    )
    .by("certificates"),
    counted(
        "expired",
        "Jumlah sertifikat yang masa berlakunya lewat dan belum diperpanjang.",
        "How many certificates have expired and were not renewed.",
    )
    .by("certificates"),
    counted(
        "renewed",
        "Jumlah sertifikat yang sudah diperpanjang dengan sertifikat lain.",
        "How many certificates were renewed by another one.",
    )
    .by("certificates"),
    counted(
        "recognised",
        "Jumlah sertifikat berlaku yang diakui sebuah lembaga; sesudah garis miring: yang berlaku.",
        "How many valid certificates have a recognition; behind the stroke: the valid ones.",
    ),
    counted(
        "applied",
        "Jumlah sertifikat berlaku yang penerapannya tercatat; sesudah garis miring: yang berlaku.",
        "How many valid certificates have their use at work on record; behind the stroke: the valid ones.",
    ),
];

const DUE: &[Meaning] = &[counted(
    "days",
    "Hari dari hari terakhir bulan sampai hari perpanjangan; di bawah nol berarti sudah lewat.",
    "Days from the month's last day to the day of renewal; below zero: that day is past.",
)
.by("certificates")];

const LIST: &[Meaning] = &[counted(
    "renewals",
    "Jumlah sertifikat sebelumnya yang diperpanjang berturut-turut sampai sertifikat ini.",
    "How many earlier certificates this one follows in a chain of renewals.",
)];

const REFRESHERS: &[Meaning] = &[
    counted(
        "every",
        "Berapa bulan sekali pelatihan topik ini disegarkan, menurut ketentuan.",
        "Every how many months the topic is refreshed, by the rule.",
    )
    .by("certificates"),
    counted(
        "trained",
        "Jumlah orang yang pelatihan terakhirnya tentang topik ini diketahui.",
        "How many people have a known last training on the topic.",
    ),
    counted(
        "fresh",
        "Di antaranya yang penyegarannya belum dekat.",
        "Of these, whose refreshing is not yet near.",
    )
    .by("certificates"),
    counted(
        "soon",
        "Di antaranya yang perlu penyegaran dalam jumlah hari menurut ketentuan.",
        "Of these, whose refreshing is due within the days of the rule.",
    )
    .by("certificates"),
    counted(
        "overdue",
        "Di antaranya yang hari penyegarannya sudah lewat.",
        "Of these, whose day of refreshing is past.",
    )
    .by("certificates"),
];

const REFRESHERS_DUE: &[Meaning] = &[counted(
    "days",
    "Hari dari hari terakhir bulan sampai hari penyegaran; di bawah nol berarti sudah lewat.",
    "Days from the month's last day to the day of refreshing; below zero: that day is past.",
)
.by("certificates")];
