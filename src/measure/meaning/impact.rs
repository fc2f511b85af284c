//! The figures of the named indicator: before and after a programme.

use super::public::MEDIAN;
use super::{How, Meaning, Traced, counted, decimal, meaning, sum, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("impact", PROGRAMMES),
    ("overdue", OVERDUE),
    ("before_after", BEFORE_AFTER),
    ("ikm_before_after", INDEX),
    ("service_figures", SERVICE_FIGURES),
];

const OVERDUE: &[Meaning] = &[meaning(
    "count",
    sum("overdue"),
    "Jumlah pengaduan kedua masa yang masih terbuka dan lewat tenggat pada hari terakhir bulan.",
    "How many complaints of the two windows are open past their deadline on the month's last day.",
)
.by("complaints")
.traced(Traced::Same("impact"))];

const PROGRAMMES: &[Meaning] = &[
    counted(
        "participants",
        "Jumlah peserta yang mengikuti pelatihan ini.",
        "How many took part in the programme.",
    ),
    counted(
        "units",
        "Jumlah unit yang masyarakatnya diharapkan merasakan hasilnya.",
        "How many units there are whose public is expected to notice.",
    )
    .by("impact"),
    counted(
        "comparison_units",
        "Jumlah unit pelayanan tanpa peserta, sebagai pembanding.",
        "How many units serve the public and had no participant, to compare with.",
    )
    .by("impact"),
    counted(
        "overdue",
        "Jumlah pengaduan tentang unit peserta yang masih terbuka dan lewat tenggat pada hari terakhir bulan.",
        "How many complaints about these units are open and past their deadline on the month's last day.",
    )
    .by("complaints"),
];

/// The change of a column between both windows.
const fn change(column: &'static str, times: i64) -> Meaning {
    let (id, en) = match times {
        1 => (
            "Angka sesudah pelatihan dikurangi angka sebelumnya.",
            "The figure after the programme less that before it.",
        ),
        _ => (
            "Bagian sesudah pelatihan dikurangi bagian sebelumnya, dalam poin persen.",
            "The share after the programme less that before it, in points of percent.",
        ),
    };
    meaning(column, How::Change(times), id, en).in_row("/change")
}

const BEFORE_AFTER: &[Meaning] = &[
    change("received", 1),
    change("resolvable", 1),
    change("resolved", 1),
    change("resolution_rate", 100),
    change("on_time", 100),
    change("median_workdays", 1),
    change("reopened", 1),
    change("satisfied", 100),
    counted(
        "received",
        "Jumlah pengaduan yang diterima dalam masa ini, tanpa pengaduan ganda.",
        "How many complaints were received in the window, without those that repeat another.",
    )
    .by("complaints"),
    counted(
        "resolvable",
        "Di antaranya yang menjadi kewenangan kantor ini dan jelas.",
        "Of these, how many can be resolved: competent, clear, not withdrawn.",
    )
    .by("complaints"),
    counted(
        "resolved",
        "Di antaranya yang selesai pada hari terakhir masa ini.",
        "Of these, how many were resolved by the window's last day.",
    )
    .by("complaints"),
    meaning(
        "resolution_rate",
        How::Over(whole("resolved"), whole("resolvable")),
        "Pengaduan yang selesai dibagi yang menjadi kewenangan dan jelas.",
        "Complaints resolved over those that can be.",
    )
    .by("complaints"),
    meaning(
        "on_time",
        How::Over(whole("on_time"), whole("timed")),
        "Pengaduan yang selesai dalam tenggat kelasnya, dibagi yang selesai dan diketahui kelasnya.",
        "Complaints resolved within their deadline over those resolved and of a known class.",
    )
    .by("complaints"),
    MEDIAN,
    counted(
        "reopened",
        "Di antara yang diterima: yang dibuka kembali.",
        "Of those received, how many were reopened.",
    )
    .by("complaints"),
    meaning(
        "satisfied",
        How::Over(whole("satisfied"), whole("viewed")),
        "Pengadu yang menyatakan puas, dibagi yang menyatakan puas atau tidak.",
        "Complainants who said that they are satisfied over those who said whether they are.",
    ),
];

const INDEX: &[Meaning] = &[
    change("ikm", 1),
    counted(
        "n",
        "Jumlah responden survei kepuasan masyarakat dalam masa ini.",
        "How many respondents the survey of the public has in the window.",
    )
    .by("satisfaction"),
    meaning(
        "ikm",
        How::Index,
        "Rata-rata tiap unsur dijumlahkan, dikalikan bobot dan faktor menurut ketentuan.",
        "The sum of the elements' means times the weight and the factor of the rule.",
    )
    .by("satisfaction"),
    meaning(
        "quality",
        How::From(&["ikm"]),
        "Mutu menurut golongan nilai dalam ketentuan, sesudah nilai dibulatkan.",
        "The quality by the bands of the rule, after rounding the index.",
    )
    .by("satisfaction"),
];

const MEAN: &str = "Rata-rata nilai bulanan unit peserta dalam masa itu.";
const MEAN_EN: &str = "The mean of the monthly values of the units with participants in the window.";
const VALUES: &str = "Jumlah nilai bulanan dalam masa itu.";
const VALUES_EN: &str = "How many monthly values the window has.";

const SERVICE_FIGURES: &[Meaning] = &[
    meaning("before", How::Mean(decimal("before")), MEAN, MEAN_EN),
    meaning("after", How::Mean(decimal("after")), MEAN, MEAN_EN),
    counted("before_n", VALUES, VALUES_EN),
    counted("after_n", VALUES, VALUES_EN),
];
