//! The words by which the lines above a list of participants tell of its training.

/// What a line tells, and the words that may stand before it.
pub(super) const LABELS: &[(Told, &[&str])] = &[
    (
        Told::Title,
        &[
            "kegiatan",
            "pelatihan",
            "judul",
            "acara",
            "diklat",
            "bimtek",
            "training",
            "title",
        ],
    ),
    (
        Told::Days,
        &[
            "tanggal",
            "tgl",
            "hari",
            "hari tanggal",
            "hari tgl",
            "hari dan tanggal",
            "waktu",
            "pelaksanaan",
            "date",
        ],
    ),
    (Told::Hours, &["jp", "jam pelajaran", "durasi", "beban belajar"]),
    (
        Told::Manner,
        &["metode", "bentuk", "jenis", "moda", "method", "mode"],
    ),
];

/// Words that may stand before or behind such a word and change nothing.
pub(super) const AROUND: [&str; 9] = [
    "nama",
    "jumlah",
    "jml",
    "lama",
    "judul",
    "pelaksanaan",
    "kegiatan",
    "pelatihan",
    "acara",
];

/// How a line begins that names a training and has no word before it.
pub(super) const KINDS: [&str; 22] = [
    "bimbingan",
    "bimtek",
    "pelatihan",
    "diklat",
    "sosialisasi",
    "workshop",
    "lokakarya",
    "seminar",
    "webinar",
    "pembekalan",
    "orientasi",
    "kursus",
    "penyuluhan",
    "peningkatan",
    "penguatan",
    "pembinaan",
    "coaching",
    "training",
    "tot",
    "in house training",
    "iht",
    "fgd",
];

/// What may stand before it: `DAFTAR HADIR PESERTA BIMTEK ARSIP`.
pub(super) const OF_LIST: [&str; 11] = [
    "rekap",
    "laporan",
    "daftar",
    "hadir",
    "absensi",
    "presensi",
    "peserta",
    "kegiatan",
    "nilai",
    "dan",
    "rekapitulasi",
];

/// How a line begins that does not go on with the title above it: who holds the training, where, when.
pub(super) const OTHERWISE: [&str; 24] = [
    "pemerintah",
    "provinsi",
    "kabupaten",
    "kab",
    "kota",
    "kecamatan",
    "kec",
    "kelurahan",
    "kel",
    "desa",
    "dinas",
    "badan",
    "kantor",
    "uptd",
    "upt",
    "puskesmas",
    "daftar",
    "absensi",
    "aula",
    "ruang",
    "tempat",
    "bertempat",
    "jl",
    "jalan",
];

/// What stands between the first and the last day.
pub(super) const UNTIL: [&str; 7] = [
    "s.d.",
    "s.d",
    "s/d",
    " sd ",
    " sampai dengan ",
    " sampai ",
    " hingga ",
];

/// What stands behind a number of JP.
pub(super) const UNITS: [&str; 3] = ["jp", "jpl", "jam pelajaran"];

/// What a line tells.
#[derive(Clone, Copy)]
pub(super) enum Told {
    Title,
    Days,
    Hours,
    Manner,
}
