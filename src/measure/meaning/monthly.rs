//! The figures of the monthly report and of the brief.

use super::{How, Meaning, counted, decimal, meaning, sum, summed, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("key_figures", KEY_FIGURES),
    ("completeness", COMPLETENESS),
    ("programmes", PROGRAMMES),
    ("absences", ABSENCES),
    ("satisfaction_by_aspect", ASPECTS),
    ("instructors", INSTRUCTORS),
    ("predicates_by_unit", PREDICATES),
    ("lowest_items", LOWEST_ITEMS),
];

const KEY_FIGURES: &[Meaning] = &[
    meaning(
        "before",
        How::MonthBefore("now"),
        "Angka yang sama menurut keadaan pada hari terakhir bulan sebelumnya.",
        "The same figure as known on the last day of the month before.",
    ),
    meaning(
        "now",
        How::Over(decimal("pns_jp"), whole("pns")),
        "Jumlah JP PNS sejak Januari dibagi jumlah PNS. JP yang dipakai adalah yang diperhitungkan ketentuan.",
        "The JP of PNS since January over the number of PNS; of the kind that the rule counts.",
    )
    .by("hours")
    .of("jp_per_pns", "hours_by_unit"),
    meaning(
        "now",
        sum("under_floor"),
        "Jumlah PNS yang JP-nya sejak Januari di bawah batas paling sedikit.",
        "How many PNS have fewer JP since January than the minimum.",
    )
    .by("hours")
    .of("under_floor", "hours_by_unit"),
    meaning(
        "now",
        sum("missing"),
        "Jumlah pegawai yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
        "How many people owe an evaluation and have none that is current.",
    )
    .by("evaluation")
    .of("evaluations_missing", "predicates_by_unit"),
    meaning(
        "now",
        sum("received"),
        "Jumlah pengaduan yang diterima bulan ini, tanpa pengaduan ganda.",
        "How many complaints were received in the month, without those that repeat another.",
    )
    .by("complaints")
    .of("received", "complaints_by_unit"),
    meaning(
        "now",
        sum("resolved"),
        "Jumlah pengaduan bulan ini yang selesai; sesudah garis miring: yang menjadi kewenangan.",
        "How many of the month's complaints are resolved; behind the stroke: those that can be.",
    )
    .by("complaints")
    .of("resolved", "complaints_by_unit"),
    meaning(
        "now",
        How::Over(whole("on_time"), whole("timed")),
        "Pengaduan bulan ini yang selesai dalam tenggat, dibagi yang selesai dan diketahui kelasnya.",
        "The month's complaints resolved within their deadline over those resolved and of a known class.",
    )
    .by("complaints")
    .of("on_time", "complaints_by_unit"),
    meaning(
        "now",
        How::Median(whole("median_workdays")),
        "Nilai tengah hari kerja dari hari diterima sampai selesai.",
        "The median of the working days from receipt to resolution.",
    )
    .by("complaints")
    .of("median_workdays", "complaints_by_unit"),
    meaning(
        "now",
        sum("overdue"),
        "Jumlah pengaduan yang masih terbuka dan lewat tenggat pada hari terakhir bulan ini.",
        "How many complaints are open and past their deadline on the month's last day.",
    )
    .by("complaints")
    .of("overdue", "complaints_by_unit"),
    meaning(
        "now",
        How::Index,
        "Rata-rata tiap unsur dijumlahkan, dikalikan bobot dan faktor menurut ketentuan.",
        "The sum of the elements' means times the weight and the factor of the rule.",
    )
    .by("satisfaction")
    .of("ikm", "ikm_by_unit"),
    meaning(
        "now",
        sum("n"),
        "Jumlah responden survei kepuasan masyarakat dalam masa yang dihitung.",
        "How many respondents the survey of the public has in the months that count.",
    )
    .by("satisfaction")
    .of("ikm_n", "ikm_by_unit"),
];

const COMPLETENESS: &[Meaning] = &[
    counted(
        "complete",
        "Jumlah catatan yang lengkap; yang belum lengkap tercantum di bawah.",
        "How many records are complete; those that are not are listed below.",
    ),
    counted(
        "of",
        "Jumlah catatan yang diperiksa kelengkapannya.",
        "How many records are looked at.",
    ),
    meaning(
        "share",
        How::Over(whole("complete"), whole("of")),
        "Catatan yang lengkap dibagi semua yang diperiksa.",
        "The complete records over all that are looked at.",
    ),
];

const PROGRAMMES: &[Meaning] = &[
    counted(
        "invited",
        "Jumlah orang dalam daftar peserta.",
        "How many people are on the list of participants.",
    ),
    counted(
        "completed",
        "Jumlah peserta yang selesai; pada pelatihan mandiri yang selesai bulan ini.",
        "How many completed it; of a self-paced programme in this month.",
    ),
    counted(
        "absent",
        "Jumlah peserta yang tidak hadir, apa pun alasannya.",
        "How many were absent, for whatever reason.",
    ),
    counted(
        "other",
        "Jumlah peserta yang tidak selesai dan tidak pula tidak hadir: masih mengikuti, belum lulus, atau mundur.",
        "How many neither completed nor were absent: still at it, failed or withdrawn.",
    ),
    summed(
        "jp",
        "JP pelatihan menurut dokumennya.",
        "The JP of the programme, as its document says.",
    ),
    summed(
        "jp_total",
        "Jumlah JP pada sertifikat peserta yang selesai.",
        "The JP on the certificates of those who completed.",
    ),
    counted(
        "pairs",
        "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
        "How many have both a pre-test and a post-test.",
    ),
    meaning(
        "pre_mean",
        How::Over(decimal("pre_mean"), whole("pairs")),
        "Rata-rata tes awal dari peserta yang mempunyai kedua nilai.",
        "The mean pre-test of those who have both tests.",
    )
    .by("gain"),
    meaning(
        "post_mean",
        How::Over(decimal("post_mean"), whole("pairs")),
        "Rata-rata tes akhir dari peserta yang mempunyai kedua nilai.",
        "The mean post-test of those who have both tests.",
    )
    .by("gain"),
    meaning(
        "gain",
        How::Gain,
        "(rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal).",
        "(mean post-test − mean pre-test) / (highest score − mean pre-test).",
    )
    .by("gain"),
    counted(
        "responses",
        "Jumlah jawaban tentang pelatihan ini; bila semuanya tentang pengajar, yang terbanyak tentang seorang pengajar.",
        "How many answers there are about the programme; where all are about instructors, the most about one of them.",
    ),
    meaning(
        "response_rate",
        How::Over(whole("responses"), whole("asked")),
        "Jumlah jawaban dibagi jumlah peserta yang mengikuti; pada pelatihan mandiri yang selesai bulan ini.",
        "The answers over those who took part; of a self-paced programme over those who completed it in the month.",
    ),
    meaning(
        "satisfaction",
        How::Mean(whole("satisfaction")),
        "Rata-rata semua butir berskala dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of all scale items over all answers; items where less is better are turned round first.",
    )
    .by("feedback"),
];

const REASON: &str = "Jumlah peserta yang tidak hadir dengan alasan ini.";
const REASON_EN: &str = "How many were absent for this reason.";

const ABSENCES: &[Meaning] = &[
    counted("duty", REASON, REASON_EN),
    counted("sick", REASON, REASON_EN),
    counted("leave", REASON, REASON_EN),
    counted("declined", REASON, REASON_EN),
    counted("no_word", REASON, REASON_EN),
    counted("replaced", REASON, REASON_EN),
    counted(
        "unknown",
        "Jumlah peserta yang tidak hadir dan alasannya tidak dicatat.",
        "How many were absent without a reason on record.",
    ),
];

/// The mean of an aspect, of one programme or several.
pub(super) const OF_ASPECT: Meaning = meaning(
    "mean",
    How::Mean(whole("mean")),
    "Rata-rata butir yang termasuk aspek ini.",
    "The mean of the items that belong to the aspect.",
)
.by("feedback");

const ASPECTS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban tentang pelatihan ini.",
        "How many answers there are about the programme.",
    ),
    OF_ASPECT,
];

const INSTRUCTORS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban tentang pengajar ini.",
        "How many answers there are about the instructor.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata semua butir dari jawaban tentang pengajar ini.",
        "The mean of all items over the answers about the instructor.",
    )
    .by("feedback"),
];

const PREDICATE: &str = "Jumlah pegawai yang evaluasi berlakunya menghasilkan predikat ini.";
const PREDICATE_EN: &str = "How many people have this predicate in their current evaluation.";

const PREDICATES: &[Meaning] = &[
    counted("sangat_baik", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("baik", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("butuh_perbaikan", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("kurang", PREDICATE, PREDICATE_EN).by("predicate"),
    counted("sangat_kurang", PREDICATE, PREDICATE_EN).by("predicate"),
    counted(
        "missing",
        "Jumlah pegawai yang wajib dievaluasi dan belum mempunyai evaluasi yang berlaku.",
        "How many people owe an evaluation and have none that is current.",
    )
    .by("evaluation"),
];

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
