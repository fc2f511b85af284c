//! The figures of the report on the plan and on the gaps behind it.

use super::{How, Meaning, counted, decimal, meaning, sum, summed, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("plan_items", ITEMS),
    ("plan_goals", GOALS),
    ("gaps_by_unit", BY_UNIT),
    ("gaps_by_competency", BY_COMPETENCY),
    ("gaps_by_person", BY_PERSON),
];

/// The totals leave out what was planned of items that were dropped.
const ITEMS: &[Meaning] = &[
    meaning(
        "participants_planned",
        sum("participants_standing"),
        "Jumlah peserta yang direncanakan dalam butir yang tidak dibatalkan.",
        "The participants planned in items that were not dropped.",
    )
    .in_row("*"),
    meaning(
        "jp_planned",
        How::Sum(decimal("jp_standing")),
        "Peserta kali JP tiap peserta dalam butir yang tidak dibatalkan.",
        "Participants times JP each in items that were not dropped.",
    )
    .in_row("*"),
    meaning(
        "budget",
        sum("budget_standing"),
        "Jumlah anggaran butir yang tidak dibatalkan.",
        "The budget of items that were not dropped.",
    )
    .in_row("*"),
    meaning(
        "budget_used",
        How::Over(whole("cost"), whole("budget_standing")),
        "Biaya pelatihan yang selesai dibagi anggaran butir yang tidak dibatalkan.",
        "The cost of programmes done over the budget of items that were not dropped.",
    )
    .in_row("*"),
    counted(
        "programmes_done",
        "Jumlah pelatihan butir ini yang selesai sampai hari terakhir bulan; sesudah garis miring: semua pelatihannya.",
        "How many programmes of the item were done by the month's last day; behind the stroke: all of them.",
    ),
    counted(
        "programmes",
        "Jumlah pelatihan yang menyebut butir ini, tanpa yang dibatalkan.",
        "How many programmes name the item, without cancelled ones.",
    ),
    counted(
        "other_records",
        "Jumlah catatan lain yang melaksanakan butir ini: pasangan bimbingan, sertifikat, tugas belajar, forum.",
        "How many other records carry the item out: pairs, certificates, studies, forums.",
    ),
    counted(
        "participants_planned",
        "Jumlah peserta menurut rencana.",
        "The participants that the plan gives.",
    ),
    counted(
        "participants",
        "Jumlah orang yang menyelesaikan pelatihan butir ini, ditambah orang dalam catatan lain.",
        "How many completed the programmes of the item, with the people of its other records.",
    ),
    summed(
        "jp_planned",
        "Peserta menurut rencana kali JP tiap peserta.",
        "The participants planned times the JP of each.",
    ),
    summed(
        "jp",
        "Jumlah JP pada sertifikat yang menyelesaikan pelatihan butir ini.",
        "The JP on the certificates of those who completed the programmes of the item.",
    ),
    counted(
        "budget",
        "Anggaran menurut rencana, dalam rupiah.",
        "The budget of the plan, in rupiah.",
    ),
    counted(
        "cost",
        "Jumlah biaya pelatihan butir ini yang selesai, dalam rupiah.",
        "The cost of the programmes of the item that were done, in rupiah.",
    ),
    meaning(
        "budget_used",
        How::Over(whole("cost"), whole("budget")),
        "Biaya pelatihan yang selesai dibagi anggaran butir ini.",
        "The cost of programmes done over the budget of the item.",
    ),
];

const GOALS: &[Meaning] = &[
    counted(
        "done",
        "Jumlah butir tujuan ini yang terlaksana; sesudah garis miring: semua butirnya.",
        "How many items of the goal were done; behind the stroke: all of them.",
    ),
    counted(
        "items",
        "Jumlah butir yang melayani tujuan ini, tanpa yang dibatalkan.",
        "How many items serve the goal, without dropped ones.",
    ),
    counted(
        "late",
        "Jumlah butir yang bulannya lewat dan belum terlaksana.",
        "How many items have their month behind them and nothing done.",
    ),
    counted(
        "budget",
        "Jumlah anggaran butir tujuan ini yang tidak dibatalkan.",
        "The budget of the items of the goal that were not dropped.",
    ),
    counted(
        "cost",
        "Jumlah biaya pelatihan yang selesai dari butir tujuan ini.",
        "The cost of the programmes done of the items of the goal.",
    ),
];

const BY_UNIT: &[Meaning] = &[
    counted(
        "with_standard",
        "Jumlah pegawai yang jabatannya mempunyai standar kompetensi.",
        "How many people hold a post with a standard of competencies.",
    ),
    counted(
        "assessed",
        "Di antaranya yang sudah dinilai dalam paling sedikit satu kompetensi standarnya.",
        "Of these, how many were assessed in at least one competency of the standard.",
    ),
    counted(
        "lacking",
        "Di antaranya yang kurang dalam paling sedikit satu kompetensi.",
        "Of these, how many lack something in at least one competency.",
    )
    .by("gap"),
    meaning(
        "match_mean",
        How::MeanPercent(whole("match_held"), whole("match_required")),
        "Rata-rata kecocokan pegawai yang dinilai. Kecocokan: tingkat yang dipenuhi dibagi yang disyaratkan, kali 100.",
        "The mean match of the people assessed. Match: level held over level required, times 100.",
    )
    .by("gap"),
];

const BY_COMPETENCY: &[Meaning] = &[
    counted(
        "required",
        "Jumlah pegawai yang jabatannya mensyaratkan kompetensi ini.",
        "How many people hold a post that requires the competency.",
    ),
    counted(
        "assessed",
        "Di antaranya yang sudah dinilai; hanya penilaian terakhir yang dihitung.",
        "Of these, how many were assessed; only the latest assessment counts.",
    ),
    counted(
        "lacking",
        "Di antaranya yang tingkatnya di bawah syarat.",
        "Of these, how many hold less than is required.",
    )
    .by("gap"),
    counted(
        "levels",
        "Jumlah tingkat yang kurang dari semua pegawai itu.",
        "The levels that these people lack together.",
    )
    .by("gap"),
];

const BY_PERSON: &[Meaning] = &[
    counted(
        "assessed",
        "Jumlah kompetensi standar jabatannya yang sudah dinilai; sesudah garis miring: semua kompetensi standar.",
        "How many competencies of the post's standard were assessed; behind the stroke: all of the standard.",
    ),
    meaning(
        "match",
        How::Percent(whole("match_held"), whole("match_required")),
        "Tingkat yang dipenuhi dibagi tingkat yang disyaratkan, kali 100; hanya kompetensi yang sudah dinilai.",
        "Level held over level required, times 100; only competencies that were assessed.",
    )
    .by("gap"),
];
