//! The figures of tables that stand in the public edition only, and the sizes of groups by which it hides small ones.

use super::{How, Meaning, decimal, meaning, sum};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("programmes_by_mode", BY_MODE),
    ("predicates", PREDICATES),
    ("verdicts", VERDICTS),
    ("plan_sums", PLAN_SUMS),
    ("key_figures", SIZES),
    ("summary", SIZES),
    ("participation", SIZES),
];

const SIZES: &[Meaning] = &[meaning(
    "people",
    How::From(&[]),
    "Jumlah orang yang dimaksud baris ini; terlalu sedikit berarti tidak ditampilkan untuk umum.",
    "How many people the row is about; where they are too few, the public does not see it.",
)
.by("privacy")];

const OF_MODE: &str =
    "Jumlah dari semua pelatihan bulan ini dengan moda ini; tiap pelatihan: bina explain programmes.";
const OF_MODE_EN: &str =
    "The sum over the month's programmes of the mode; each programme: bina explain programmes.";

const BY_MODE: &[Meaning] = &[
    meaning("programmes", How::From(&[]), OF_MODE, OF_MODE_EN),
    meaning("invited", How::From(&[]), OF_MODE, OF_MODE_EN),
    meaning("completed", How::From(&[]), OF_MODE, OF_MODE_EN),
    meaning("absent", How::From(&[]), OF_MODE, OF_MODE_EN),
    meaning("jp_total", How::From(&[]), OF_MODE, OF_MODE_EN),
];

const PREDICATE: &str = "Jumlah pegawai yang evaluasi berlakunya menghasilkan predikat ini.";
const PREDICATE_EN: &str = "How many people have this predicate in their current evaluation.";

const PREDICATES: &[Meaning] = &[
    meaning("people", sum("sangat_baik"), PREDICATE, PREDICATE_EN)
        .by("predicate")
        .of("sangat-baik", "predicates_by_unit"),
    meaning("people", sum("baik"), PREDICATE, PREDICATE_EN)
        .by("predicate")
        .of("baik", "predicates_by_unit"),
    meaning("people", sum("butuh_perbaikan"), PREDICATE, PREDICATE_EN)
        .by("predicate")
        .of("butuh-perbaikan", "predicates_by_unit"),
    meaning("people", sum("kurang"), PREDICATE, PREDICATE_EN)
        .by("predicate")
        .of("kurang", "predicates_by_unit"),
    meaning("people", sum("sangat_kurang"), PREDICATE, PREDICATE_EN)
        .by("predicate")
        .of("sangat-kurang", "predicates_by_unit"),
    meaning(
        "people",
        sum("missing"),
        "Jumlah pegawai yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
        "How many people owe an evaluation and have none that is current.",
    )
    .by("evaluation")
    .of("missing", "predicates_by_unit"),
    meaning(
        "people",
        How::From(&["of"]),
        "Jumlah pegawai yang mempunyai evaluasi yang berlaku atau wajib dievaluasi.",
        "How many people have a current evaluation or owe one.",
    ),
    meaning(
        "size",
        How::From(&["people"]),
        "Jumlah orang yang dimaksud baris ini; terlalu sedikit berarti tidak ditampilkan untuk umum.",
        "How many people the row is about; where they are too few, the public does not see it.",
    )
    .by("privacy"),
    meaning(
        "share",
        How::From(&["people", "of"]),
        "Jumlah pegawai baris ini dibagi semua yang mempunyai atau wajib mempunyai evaluasi.",
        "The people of the row over all who have or owe an evaluation.",
    ),
    meaning(
        "of",
        How::From(&[]),
        "Jumlah pegawai yang mempunyai evaluasi yang berlaku atau wajib dievaluasi: jumlah kolom pegawai.",
        "How many people have a current evaluation or owe one: the sum of the column of people.",
    ),
];

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
