//! The figures of tables that stand in the public edition only, and the sizes of groups by which it hides small ones.

use super::{How, Meaning, decimal, meaning, sum};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("verdicts", VERDICTS),
    ("plan_sums", PLAN_SUMS),
    ("participation", SIZES),
];

const SIZES: &[Meaning] = &[meaning(
    "people",
    How::From(&[]),
    "Jumlah orang yang dimaksud baris ini; terlalu sedikit berarti tidak ditampilkan untuk umum.",
    "How many people the row is about; where they are too few, the public does not see it.",
)
.by("privacy")];

const VERDICTS: &[Meaning] = &[meaning(
    "programmes",
    How::From(&[]),
    "Jumlah pelatihan dengan kesimpulan ini; tiap pelatihan: bina explain impact.",
    "How many programmes have this verdict; each programme: bina explain impact.",
)
.by("impact")];

const PLANNED: &str = "Jumlah menurut rencana, tanpa butir yang dibatalkan.";
const PLANNED_EN: &str = "What the plan gives, without dropped items.";
const DONE: &str =
    "Jumlah yang terlaksana sampai hari terakhir bulan; tiap butir: bina explain plan_items --report plan.";
const DONE_EN: &str =
    "What was done by the month's last day; each item: bina explain plan_items --report plan.";

const PLAN_SUMS: &[Meaning] = &[
    meaning("planned", sum("items"), PLANNED, PLANNED_EN).of("items", "plan_goals"),
    meaning("done", sum("done"), DONE, DONE_EN).of("items", "plan_goals"),
    meaning("done", sum("late"), DONE, DONE_EN).of("late", "plan_goals"),
    meaning("planned", sum("participants_standing"), PLANNED, PLANNED_EN).of("participants", "plan_items"),
    meaning("planned", How::Sum(decimal("jp_standing")), PLANNED, PLANNED_EN).of("jp", "plan_items"),
    meaning("planned", sum("budget_standing"), PLANNED, PLANNED_EN).of("cost", "plan_items"),
    meaning("done", sum("cost"), DONE, DONE_EN).of("cost", "plan_items"),
    meaning("done", How::From(&[]), DONE, DONE_EN),
];
