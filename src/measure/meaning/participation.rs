//! The figures of the report on the climate of learning.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[("climate", CLIMATE), ("climate_items", CLIMATE_ITEMS)];

const CLIMATE: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban tentang unit ini.",
        "How many answers there are about the unit.",
    ),
    meaning(
        "response_rate",
        How::Over(whole("n"), whole("asked")),
        "Jumlah jawaban dibagi jumlah pegawai unit ini.",
        "The answers over the people of the unit.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata semua butir dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of all items over all answers; items where less is better are turned round first.",
    ),
];

const CLIMATE_ITEMS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban atas butir ini.",
        "How many answers the item has.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata butir ini dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of the item over all answers; an item where less is better is turned round first.",
    ),
];
