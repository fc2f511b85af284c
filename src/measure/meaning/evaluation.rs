//! The figures of the report on evaluations and of what they lead to.

use super::{How, Meaning, Traced, counted, decimal, meaning, sum};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("trend", TREND),
    ("trend_by_unit", TREND_BY_UNIT),
    ("units_missing", UNITS_MISSING),
    ("open", OPEN),
    ("ahead", AHEAD),
    ("criteria", CRITERIA),
    ("incentives", INCENTIVES),
];

const PREDICATE: &str = "Jumlah pegawai yang evaluasi periode ini menghasilkan predikat ini.";
const PREDICATE_EN: &str = "How many people have this predicate in the evaluation of the period.";

const TREND: &[Meaning] = &[
    counted("sangat_baik", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("baik", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("butuh_perbaikan", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("kurang", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("sangat_kurang", PREDICATE, PREDICATE_EN).by("predicate"),
    counted(
        "good",
        "Jumlah pegawai berpredikat Baik atau Sangat Baik; sesudah garis miring: yang dievaluasi.",
        "How many people have Baik or Sangat Baik; behind the stroke: those evaluated.",
    )
    .by("predicate"),
    counted(
        "missing",
        "Jumlah pegawai yang wajib dievaluasi pada akhir periode ini dan belum dievaluasi.",
        "How many people owed an evaluation at the end of the period and have none.",
    )
    .by("evaluation"),
];

const GOOD: &str =
    "Jumlah pegawai unit ini berpredikat Baik atau Sangat Baik; sesudah garis miring: yang dievaluasi.";
const GOOD_EN: &str =
    "How many people of the unit have Baik or Sangat Baik; behind the stroke: those evaluated.";

const TREND_BY_UNIT: &[Meaning] = &[
    counted("period_1", GOOD, GOOD_EN).by("predicate"),
    counted("period_2", GOOD, GOOD_EN).by("predicate"),
    counted("period_3", GOOD, GOOD_EN).by("predicate"),
    counted("period_4", GOOD, GOOD_EN).by("predicate"),
    MISSING,
];

const MISSING: Meaning = counted(
    "missing",
    "Jumlah pegawai unit ini yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
    "How many people of the unit owe an evaluation and have none that is current.",
)
.by("evaluation")
.traced(Traced::Same("predicates_by_unit"));

const UNITS_MISSING: &[Meaning] = &[MISSING];

const OPEN: &[Meaning] = &[counted(
    "past",
    "Hari dari tenggatnya sampai hari terakhir bulan.",
    "Days from the day on which it was due to the month's last day.",
)
.by("guidance")];

const AHEAD: &[Meaning] = &[counted(
    "past",
    "Nol, karena tenggatnya belum lewat.",
    "Zero, because it is not yet due.",
)
.by("guidance")];

const CRITERIA: &[Meaning] = &[
    counted(
        "met",
        "Jumlah pegawai yang memenuhi semua syarat kriteria ini; sesudah garis miring: semua pegawai.",
        "How many people meet all conditions of the criterion; behind the stroke: everybody.",
    )
    .by("incentive"),
    counted(
        "predicates",
        "Jumlah pegawai yang memenuhi syarat predikat.",
        "How many people meet the condition of predicates.",
    )
    .by("incentive"),
    counted(
        "hours",
        "Jumlah pegawai yang memenuhi syarat JP.",
        "How many people meet the condition of JP.",
    )
    .by("incentive"),
    counted(
        "refusals",
        "Jumlah pegawai yang tidak lebih sering menolak pelatihan daripada yang dibolehkan.",
        "How many people refused no more programmes than is allowed.",
    )
    .by("incentive"),
    counted(
        "own",
        "Jumlah pegawai yang cukup sering mengikuti pelatihan atas prakarsa sendiri.",
        "How many people completed enough programmes on their own initiative.",
    )
    .by("incentive"),
];

const INCENTIVES: &[Meaning] = &[
    counted(
        "predicates",
        "Jumlah periode terakhir dengan predikat yang diminta; sesudah garis miring: jumlah periode.",
        "In how many of the last periods the person has the predicate asked for; behind the stroke: the periods.",
    )
    .by("incentive"),
    meaning(
        "hours",
        How::Sum(decimal("jp")),
        "JP yang diperhitungkan ketentuan sejak Januari; bagi PPPK dalam tahun kontrak yang berjalan.",
        "The JP that the rule counts since January; of PPPK in the running contract year.",
    )
    .by("hours")
    .traced(Traced::Whole("hours_of_person")),
    meaning(
        "refusals",
        sum("refusals"),
        "Jumlah pelatihan yang ditolak dalam bulan-bulan menurut ketentuan.",
        "How many programmes were refused over the months of the rule.",
    )
    .by("incentive")
    .traced(Traced::Whole("activity")),
    meaning(
        "own",
        sum("own"),
        "Jumlah pelatihan yang diselesaikan atas prakarsa sendiri dalam bulan-bulan menurut ketentuan.",
        "How many programmes were completed on own initiative over the months of the rule.",
    )
    .by("incentive")
    .traced(Traced::Whole("activity")),
];
