//! The figures of the monthly report and of the brief.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("lowest_items", LOWEST_ITEMS),
    ("instructors", &[ABOUT_INSTRUCTOR, OF_INSTRUCTOR]),
];

/// The mean of an aspect, of one programme or several.
pub const OF_ASPECT: Meaning = meaning(
    "mean",
    How::Mean(whole("mean")),
    "Rata-rata butir yang termasuk aspek ini.",
    "The mean of the items that belong to the aspect.",
)
.by("feedback");

/// How many answered about an instructor.
pub const ABOUT_INSTRUCTOR: Meaning = counted(
    "n",
    "Jumlah jawaban tentang pengajar ini.",
    "How many answers there are about the instructor.",
);

/// The mean of an instructor.
pub const OF_INSTRUCTOR: Meaning = meaning(
    "mean",
    How::Mean(whole("mean")),
    "Rata-rata semua butir dari jawaban tentang pengajar ini.",
    "The mean of all items over the answers about the instructor.",
)
.by("feedback");

const LOWEST_ITEMS: &[Meaning] = &[
    meaning(
        "n",
        How::From(&[]),
        "Jumlah jawaban atas butir ini dari pelatihan bulan ini yang cukup jawabannya.",
        "How many answers the item has, over the month's programmes with enough answers.",
    ),
    meaning(
        "mean",
        How::From(&["n"]),
        "Rata-rata butir ini dari pelatihan bulan ini yang cukup jawabannya.",
        "The mean of the item over the month's programmes with enough answers.",
    )
    .by("feedback"),
];
