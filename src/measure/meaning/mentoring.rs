//! The figures of the report on mentoring and coaching.

use super::{How, Meaning, counted, meaning, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("mentoring", KINDS),
    ("mentoring_quiet", QUIET),
    ("newcomers", NEWCOMERS),
    ("pairs", PAIRS),
    ("mentors", MENTORS),
    ("suggestions", SUGGESTIONS),
    ("suggestions_without", SUGGESTIONS),
];

const KINDS: &[Meaning] = &[
    counted(
        "running",
        "Jumlah pasangan yang masih berjalan pada hari terakhir bulan.",
        "How many pairs run on the month's last day.",
    ),
    counted(
        "quiet",
        "Di antaranya yang tanpa sesi lebih lama daripada jumlah hari menurut ketentuan.",
        "Of these, how many had no session for longer than the days of the rule.",
    )
    .by("mentoring"),
    counted(
        "begun",
        "Jumlah pasangan yang dimulai bulan ini.",
        "How many pairs began in the month.",
    ),
    counted(
        "ended",
        "Jumlah pasangan yang selesai atau dihentikan bulan ini.",
        "How many pairs were closed or stopped in the month.",
    ),
    counted(
        "month_sessions",
        "Jumlah sesi bulan ini.",
        "How many sessions were held in the month.",
    ),
    counted(
        "month_minutes",
        "Jumlah menit sesi bulan ini, sejauh dicatat.",
        "The minutes of the month's sessions, where they are on record.",
    ),
    meaning(
        "month_jp",
        How::Jp(whole("month_minutes")),
        "Jumlah menit sesi bulan ini dibagi menit satu JP menurut ketentuan.",
        "The minutes of the month's sessions over the minutes of one JP by the rule.",
    )
    .by("hours"),
];

const QUIET: &[Meaning] = &[counted(
    "days",
    "Hari sejak sesi terakhir, atau sejak dimulai bila belum ada sesi, sampai hari terakhir bulan.",
    "Days from the last session, or from the start without one, to the month's last day.",
)
.by("mentoring")];

const NEWCOMERS: &[Meaning] = &[counted(
    "days",
    "Hari sejak pegawai ini masuk kantor sampai bekerja mandiri, atau sampai hari terakhir bulan.",
    "Days from the first day in the office until working alone, or up to the month's last day.",
)];

const PAIRS: &[Meaning] = &[
    counted(
        "month_sessions",
        "Jumlah sesi pasangan ini bulan ini.",
        "How many sessions the pair held in the month.",
    ),
    counted(
        "sessions",
        "Jumlah sesi pasangan ini sejak dimulai.",
        "How many sessions the pair has held since it began.",
    ),
    counted(
        "minutes",
        "Jumlah menit semua sesi pasangan ini, sejauh dicatat.",
        "The minutes of all sessions of the pair, where they are on record.",
    ),
    meaning(
        "jp",
        How::Jp(whole("minutes")),
        "Jumlah menit semua sesi dibagi menit satu JP menurut ketentuan.",
        "The minutes of all sessions over the minutes of one JP by the rule.",
    )
    .by("hours"),
];

const MENTORS: &[Meaning] = &[
    counted(
        "running",
        "Jumlah pasangan yang masih berjalan dengan pembimbing ini.",
        "How many pairs run with the mentor.",
    ),
    counted(
        "closed",
        "Jumlah pasangan dengan pembimbing ini yang selesai tahun ini.",
        "How many pairs with the mentor were closed this year.",
    ),
    counted(
        "month_sessions",
        "Jumlah sesi bulan ini dari pasangan-pasangan itu.",
        "How many sessions these pairs held in the month.",
    ),
    counted(
        "sessions",
        "Jumlah sesi dari pasangan-pasangan itu sejak dimulai.",
        "How many sessions these pairs have held since they began.",
    ),
    counted(
        "minutes",
        "Jumlah menit sesi-sesi itu, sejauh dicatat.",
        "The minutes of these sessions, where they are on record.",
    ),
];

const SUGGESTIONS: &[Meaning] = &[
    counted(
        "required",
        "Tingkat kompetensi ini yang disyaratkan jabatannya.",
        "The level of the competency that the post requires.",
    ),
    counted(
        "held",
        "Tingkat menurut penilaian terakhir.",
        "The level by the latest assessment.",
    ),
    counted(
        "mentor_level",
        "Tingkat calon pembimbing menurut penilaian terakhir.",
        "The level of the suggested mentor by the latest assessment.",
    ),
    counted(
        "load",
        "Jumlah pasangan yang sudah dibimbing calon ini, termasuk usulan di atasnya.",
        "How many pairs the suggested mentor carries, with the suggestions above this one.",
    )
    .by("mentoring"),
];
