//! The figures of the report on one programme.

use super::monthly::OF_ASPECT;
use super::{End, How, Meaning, Traced, counted, decimal, meaning, sum, summed, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("summary", SUMMARY),
    ("statuses", STATUSES),
    ("absences", ABSENCES),
    ("aspects", ASPECTS),
    ("questions", QUESTIONS),
    ("instructors", INSTRUCTORS),
    ("programme", FACTS),
    ("learning", LEARNING),
    ("behaviour", BEHAVIOUR),
    ("behaviour_items", BEHAVIOUR_ITEMS),
    ("moves", MOVES),
    ("predicates", PREDICATES),
    ("modules", MODULES),
];

/// The line of both roles together in the table of the first questionnaire.
const FACT: &str = "Menurut dokumen pelatihan.";
const FACT_EN: &str = "As the document of the programme says.";

const FACTS: &[Meaning] = &[
    meaning("value", How::Sum(decimal("jp")), FACT, FACT_EN).of("jp", "programme"),
    meaning("value", sum("seats"), FACT, FACT_EN).of("seats", "programme"),
    meaning("value", sum("cost"), FACT, FACT_EN).of("cost", "programme"),
    meaning(
        "value",
        How::Over(whole("cost"), whole("took_part")),
        "Biaya pelatihan dibagi jumlah peserta yang mengikuti.",
        "The cost of the programme over those who took part.",
    )
    .of("cost_each", "programme"),
];

const TOGETHER: Traced = Traced::Rows("behaviour", &[2]);

/// The units with participants, before and after.
const PARTICIPATING: Traced = Traced::Rows("before_after", &[0, 1]);

const SUMMARY: &[Meaning] = &[
    meaning(
        "figure",
        How::Mean(whole("mean")),
        "Rata-rata semua butir dari semua jawaban peserta; kuesioner dengan terlalu sedikit jawaban tidak dihitung.",
        "The mean of all items over all answers of participants; questionnaires with too few answers do not count.",
    )
    .by("feedback")
    .of("reaction", "reaction"),
    counted(
        "n",
        "Jumlah jawaban peserta.",
        "How many answers of participants there are.",
    )
    .of("reaction", "reaction"),
    meaning(
        "response_rate",
        How::Over(whole("n"), whole("asked")),
        "Jumlah jawaban dibagi jumlah peserta yang mengikuti.",
        "The answers over those who took part.",
    )
    .of("reaction", "reaction"),
    meaning(
        "judgement",
        How::From(&["figure"]),
        "Golongan rata-rata itu menurut ketentuan.",
        "The band of that mean by the rule.",
    )
    .by("feedback"),
    GAIN.of("learning", "learning"),
    meaning(
        "n",
        sum("pairs"),
        "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
        "How many have both a pre-test and a post-test.",
    )
    .of("learning", "learning"),
    meaning(
        "response_rate",
        How::Over(whole("pairs"), whole("asked")),
        "Yang mempunyai kedua nilai dibagi jumlah peserta yang mengikuti.",
        "Those with both tests over those who took part.",
    )
    .of("learning", "learning"),
    meaning(
        "figure",
        How::MeanChange(whole("after"), whole("before")),
        "Rata-rata jawaban alumni dan atasan sesudah pelatihan dikurangi rata-rata sebelumnya.",
        "The mean of alumni and supervisors after the programme less that before it.",
    )
    .in_row("behaviour")
    .traced(TOGETHER),
    meaning(
        "n",
        sum("after_n"),
        "Jumlah alumni dan atasan yang menjawab sesudah pelatihan.",
        "How many alumni and supervisors answered after the programme.",
    )
    .in_row("behaviour")
    .traced(TOGETHER),
    meaning(
        "response_rate",
        How::Over(whole("after_n"), whole("asked")),
        "Yang menjawab sesudah pelatihan dibagi yang dapat menjawab.",
        "Those who answered after the programme over those who could.",
    )
    .in_row("behaviour")
    .traced(TOGETHER),
    meaning(
        "figure",
        How::From(&[]),
        "Perubahan bagian pengaduan yang selesai; tanyakan baris `participating/change` pada tabel `before_after`.",
        "The change of the share of complaints resolved; ask for the row `participating/change` of `before_after`.",
    )
    .in_row("result"),
    meaning(
        "n",
        sum("resolvable"),
        "Jumlah pengaduan kedua masa yang menjadi kewenangan dan jelas.",
        "How many complaints of both windows can be resolved.",
    )
    .in_row("result")
    .traced(PARTICIPATING),
    meaning(
        "figure",
        sum("better"),
        "Jumlah peserta yang predikatnya lebih baik sesudah pelatihan.",
        "How many have a better predicate after the programme.",
    )
    .of("performance", "moves"),
    meaning(
        "n",
        sum("both"),
        "Jumlah peserta yang dievaluasi sebelum dan sesudah pelatihan.",
        "How many were evaluated before and after the programme.",
    )
    .of("performance", "moves"),
    meaning(
        "response_rate",
        How::Over(whole("both"), whole("took_part")),
        "Yang dievaluasi sebelum dan sesudahnya dibagi jumlah peserta yang mengikuti.",
        "Those evaluated before and after over those who took part.",
    )
    .of("performance", "moves"),
];

const STATUSES: &[Meaning] = &[counted(
    "people",
    "Jumlah peserta dengan keadaan ini pada hari terakhir bulan.",
    "How many participations stand so on the month's last day.",
)];

const ABSENCES: &[Meaning] = &[counted(
    "people",
    "Jumlah peserta yang tidak hadir dengan alasan ini.",
    "How many were absent for this reason.",
)];

const ASPECTS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban peserta.",
        "How many answers of participants there are.",
    ),
    OF_ASPECT,
];

const QUESTIONS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban atas butir ini.",
        "How many answers the item has.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata butir ini; butir terbalik dibalik lebih dahulu.",
        "The mean of the item; an item where less is better is turned round first.",
    )
    .by("feedback"),
];

/// How many answered about an instructor here, and their mean, are as in the monthly report.
const INSTRUCTORS: &[Meaning] = &[
    counted(
        "programmes",
        "Jumlah pelatihan pengajar ini dalam dua belas bulan yang cukup jawabannya.",
        "How many programmes of the instructor in twelve months have enough answers.",
    ),
    counted(
        "n_12_months",
        "Jumlah jawaban tentang pengajar ini dalam pelatihan-pelatihan itu.",
        "How many answers there are about the instructor in these programmes.",
    ),
    meaning(
        "mean_12_months",
        How::Mean(whole("mean_12_months")),
        "Rata-rata semua butir dari jawaban-jawaban itu.",
        "The mean of all items over these answers.",
    )
    .by("feedback"),
];

/// A row of the table of tests.
const fn test(row: &'static str, how: How, id: &'static str, en: &'static str) -> Meaning {
    meaning("value", how, id, en).of(row, "learning")
}

const GAIN: Meaning = meaning(
    "figure",
    How::Gain,
    "(rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal).",
    "(mean post-test − mean pre-test) / (highest score − mean pre-test).",
)
.by("gain");

const LEARNING: &[Meaning] = &[
    test(
        "pairs",
        sum("pairs"),
        "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
        "How many have both a pre-test and a post-test.",
    ),
    test(
        "pre_only",
        sum("pre_only"),
        "Jumlah peserta yang hanya mengikuti tes awal.",
        "How many sat the pre-test only.",
    ),
    test(
        "post_only",
        sum("post_only"),
        "Jumlah peserta yang hanya mengikuti tes akhir.",
        "How many sat the post-test only.",
    ),
    test(
        "pre_mean",
        How::Mean(decimal("pre_mean")),
        "Rata-rata tes awal dari peserta yang mempunyai kedua nilai.",
        "The mean pre-test of those who have both tests.",
    ),
    test(
        "post_mean",
        How::Mean(decimal("post_mean")),
        "Rata-rata tes akhir dari peserta yang mempunyai kedua nilai.",
        "The mean post-test of those who have both tests.",
    ),
    test(
        "difference",
        How::MeanChange(decimal("post_mean"), decimal("pre_mean")),
        "Rata-rata tes akhir dikurangi rata-rata tes awal.",
        "The mean post-test less the mean pre-test.",
    ),
    test(
        "interval_low",
        How::Interval(End::Low),
        "Batas bawah selang kepercayaan selisih rata-rata: d − t(n−1) · s/√n.",
        "The lower end of the confidence interval of the mean difference: d − t(n−1) · s/√n.",
    )
    .by("effect"),
    test(
        "interval_high",
        How::Interval(End::High),
        "Batas atas selang kepercayaan selisih rata-rata: d + t(n−1) · s/√n.",
        "The upper end of the confidence interval of the mean difference: d + t(n−1) · s/√n.",
    )
    .by("effect"),
    test("class_gain", How::Gain, GAIN.says.id, GAIN.says.en).by("gain"),
    test(
        "mean_gain",
        How::MeanGain,
        "Rata-rata dari (tes akhir − tes awal) / (nilai tertinggi − tes awal) tiap peserta.",
        "The mean over all of (post-test − pre-test) / (highest score − pre-test).",
    )
    .by("gain"),
];

const BEHAVIOUR: &[Meaning] = &[
    counted(
        "asked",
        "Jumlah yang dapat menjawab: peserta yang selesai, dan atasan langsungnya.",
        "How many could answer: those who completed, and their direct supervisors.",
    ),
    counted(
        "before_n",
        "Jumlah yang menjawab sebelum pelatihan.",
        "How many answered before the programme.",
    ),
    meaning(
        "before",
        How::Mean(whole("before")),
        "Rata-rata semua butir dari jawaban sebelum pelatihan.",
        "The mean of all items over the answers before the programme.",
    ),
    counted(
        "after_n",
        "Jumlah yang menjawab sesudah pelatihan.",
        "How many answered after the programme.",
    ),
    meaning(
        "after",
        How::Mean(whole("after")),
        "Rata-rata semua butir dari jawaban sesudah pelatihan.",
        "The mean of all items over the answers after the programme.",
    ),
    meaning(
        "change",
        How::MeanChange(whole("after"), whole("before")),
        "Rata-rata sesudah pelatihan dikurangi rata-rata sebelumnya.",
        "The mean after the programme less that before it.",
    ),
    meaning(
        "response_rate",
        How::Over(whole("after_n"), whole("asked")),
        "Yang menjawab sesudah pelatihan dibagi yang dapat menjawab.",
        "Those who answered after the programme over those who could.",
    ),
];

/// The mean of an item of one role in one wave.
const fn item(column: &'static str) -> Meaning {
    meaning(
        column,
        How::Mean(whole(column)),
        "Rata-rata jawaban atas butir ini.",
        "The mean of the answers to the item.",
    )
}

const BEHAVIOUR_ITEMS: &[Meaning] = &[
    item("alumni_before"),
    item("alumni_after"),
    item("supervisor_before"),
    item("supervisor_after"),
];

const MOVES: &[Meaning] = &[counted(
    "people",
    "Jumlah peserta yang predikatnya berubah demikian.",
    "How many have a predicate that changed so.",
)
.by("predicate")];

const PREDICATES: &[Meaning] = &[
    counted(
        "before",
        "Jumlah peserta dengan predikat ini sebelum pelatihan, di antara yang dievaluasi dua kali.",
        "How many had this predicate before the programme, of those evaluated twice.",
    )
    .by("predicate"),
    counted(
        "after",
        "Jumlah peserta dengan predikat ini sesudah pelatihan, di antara yang dievaluasi dua kali.",
        "How many had this predicate after the programme, of those evaluated twice.",
    )
    .by("predicate"),
];

/// A row of all modules of a kind.
const fn of_kind(row: &'static str) -> [Meaning; 2] {
    [
        meaning(
            "jp",
            How::Sum(decimal("jp_of_kind")),
            "Jumlah JP modul sejenis.",
            "The JP of the modules of the kind.",
        )
        .in_row(row),
        meaning(
            "share",
            How::Over(decimal("jp_of_kind"), decimal("all_jp")),
            "JP modul sejenis dibagi JP semua modul.",
            "The JP of the modules of the kind over those of all modules.",
        )
        .in_row(row),
    ]
}

const THEORY: [Meaning; 2] = of_kind("*theory");
const PRACTICE: [Meaning; 2] = of_kind("*practice");

const MODULES: &[Meaning] = &[
    THEORY[0],
    THEORY[1],
    PRACTICE[0],
    PRACTICE[1],
    meaning(
        "share",
        How::Over(decimal("jp"), decimal("jp")),
        "JP semua modul dibagi JP semua modul.",
        "The JP of all modules over those of all modules.",
    )
    .in_row("*"),
    meaning(
        "jp",
        How::Sum(decimal("jp")),
        "Jumlah JP semua modul.",
        "The JP of all modules.",
    )
    .in_row("*"),
    summed(
        "jp",
        "JP modul ini menurut dokumennya.",
        "The JP of the module, as its document says.",
    ),
    meaning(
        "share",
        How::Over(decimal("jp"), decimal("all_jp")),
        "JP modul ini dibagi JP semua modul.",
        "The JP of the module over those of all modules.",
    ),
];
