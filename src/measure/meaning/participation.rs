//! The figures of the report on participation.

use super::{How, Meaning, Traced, counted, decimal, meaning, sum, summed, whole};

pub(super) const TABLES: &[(&str, &[Meaning])] = &[
    ("participation", OVERVIEW),
    ("never", NEVER),
    ("reasons", REASONS),
    ("refused_twice", TWICE),
    ("groups", GROUPS),
    ("forms", FORMS),
    ("competencies", COMPETENCIES),
    ("partners", PARTNERS),
    ("unevaluated", UNEVALUATED),
    ("climate", CLIMATE),
    ("climate_items", CLIMATE_ITEMS),
];

/// A row of the overview.
const fn item(row: &'static str, how: How, id: &'static str, en: &'static str) -> Meaning {
    meaning("value", how, id, en)
        .in_row(row)
        .traced(Traced::Office("participation"))
}

const fn share(part: &'static str, of: &'static str) -> How {
    How::Over(whole(part), whole(of))
}

const OVERVIEW: &[Meaning] = &[
    item(
        "people",
        sum("people"),
        "Jumlah pegawai yang dihitung pada hari terakhir bulan.",
        "How many people count on the month's last day.",
    ),
    item(
        "took_part",
        share("took_part", "people"),
        "Pegawai yang menyelesaikan paling sedikit satu pelatihan dalam dua belas bulan, dibagi semua pegawai.",
        "People who completed at least one programme in the twelve months over all people.",
    ),
    item(
        "never",
        share("never", "people"),
        "Pegawai yang tidak menyelesaikan satu pelatihan pun dalam dua belas bulan, dibagi semua pegawai.",
        "People who completed nothing in the twelve months over all people.",
    ),
    item(
        "absent",
        share("absent", "invited"),
        "Ketidakhadiran dibagi semua nama dalam daftar peserta.",
        "Absences over all names on lists of participants.",
    ),
    item(
        "refusals",
        sum("refusals"),
        "Jumlah penolakan mengikuti pelatihan.",
        "How often people declined to take part.",
    ),
    item(
        "without_talk",
        share("without_talk", "refusals"),
        "Penolakan yang belum dibicarakan dengan orangnya, dibagi semua penolakan.",
        "Refusals that nobody talked about over all refusals.",
    ),
    item(
        "completed",
        sum("completed"),
        "Jumlah pelatihan yang diselesaikan, semua orang bersama-sama.",
        "How many completions there are, of everybody together.",
    ),
    item(
        "jp",
        How::Sum(decimal("jp")),
        "Jumlah JP pada sertifikatnya.",
        "The JP on their certificates.",
    ),
    item(
        "top_tenth",
        How::Over(decimal("top_jp"), decimal("jp")),
        "JP sepersepuluh pegawai yang paling banyak JP-nya, dibagi JP semua pegawai.",
        "The JP of the tenth of the people that has most over the JP of everybody.",
    ),
    item(
        "own",
        share("own", "own_known"),
        "Pelatihan yang diselesaikan atas prakarsa sendiri, dibagi yang diketahui prakarsanya.",
        "Completions on own initiative over those whose initiative is known.",
    ),
    item(
        "relevant",
        share("relevant", "relevance_known"),
        "Pelatihan yang kompetensinya disyaratkan jabatan orangnya, dibagi yang dapat dinilai.",
        "Completions with a competency that the person's post requires over those that can be told.",
    ),
    item(
        "relevance_unknown",
        share("relevance_unknown", "completed"),
        "Pelatihan yang kesesuaiannya dengan jabatan tidak dapat dinilai, dibagi semua yang diselesaikan.",
        "Completions of which that cannot be told over all completions.",
    ),
    item(
        "programmes",
        sum("programmes"),
        "Jumlah pelatihan yang diadakan dan berakhir dalam dua belas bulan itu.",
        "How many programmes were held and ended in the twelve months.",
    ),
    item(
        "unevaluated",
        share("unevaluated", "programmes"),
        "Pelatihan tanpa umpan balik peserta dan tanpa tes awal dan akhir, dibagi semua yang diadakan.",
        "Programmes without feedback and without both tests over all that were held.",
    ),
];

const NEVER: &[Meaning] = &[
    counted(
        "invited",
        "Berapa kali orang ini ada dalam daftar peserta.",
        "How often the person was on a list of participants.",
    ),
    counted(
        "absent",
        "Di antaranya yang tidak hadir.",
        "Of these, how often she was absent.",
    ),
];

const REASONS: &[Meaning] = &[
    counted(
        "count",
        "Jumlah ketidakhadiran dengan alasan ini.",
        "How many absences have this reason.",
    ),
    meaning(
        "share",
        share("count", "all_absent"),
        "Ketidakhadiran dengan alasan ini dibagi semua ketidakhadiran.",
        "The absences with this reason over all absences.",
    ),
];

const TWICE: &[Meaning] = &[counted(
    "times",
    "Berapa kali orang ini menolak tanpa dibicarakan dengannya.",
    "How often the person declined without anybody talking about it.",
)];

const GROUPS: &[Meaning] = &[
    counted(
        "people",
        "Jumlah pegawai dalam kelompok ini.",
        "How many people belong to the group.",
    ),
    meaning(
        "took_part",
        share("took_part", "people"),
        "Pegawai yang menyelesaikan paling sedikit satu pelatihan, dibagi semua dalam kelompok ini.",
        "People who completed at least one programme over all of the group.",
    ),
    counted(
        "never",
        "Jumlah pegawai yang tidak menyelesaikan satu pelatihan pun.",
        "How many completed nothing.",
    ),
    counted(
        "completed",
        "Jumlah pelatihan yang diselesaikan kelompok ini.",
        "How many completions the group has.",
    ),
    summed(
        "jp",
        "Jumlah JP pada sertifikatnya.",
        "The JP on their certificates.",
    ),
    meaning(
        "jp_mean",
        How::Over(decimal("jp"), whole("people")),
        "Jumlah JP dibagi jumlah pegawai kelompok ini.",
        "The JP over the people of the group.",
    ),
];

const FORMS: &[Meaning] = &[
    counted(
        "completed",
        "Jumlah pelatihan dalam bentuk dan cara ini yang diselesaikan.",
        "How many completions there are of this form and mode.",
    ),
    summed(
        "jp",
        "Jumlah JP pada sertifikatnya.",
        "The JP on their certificates.",
    ),
    counted(
        "own",
        "Di antaranya atas prakarsa sendiri.",
        "Of these, on own initiative.",
    ),
    counted(
        "assigned",
        "Di antaranya atas penugasan.",
        "Of these, by assignment.",
    ),
    counted(
        "initiative_unknown",
        "Di antaranya yang prakarsanya tidak dicatat.",
        "Of these, whose initiative is not on record.",
    ),
];

const COMPETENCIES: &[Meaning] = &[
    counted(
        "programmes",
        "Jumlah pelatihan yang menyebut kompetensi ini.",
        "How many programmes name the competency.",
    ),
    counted(
        "completed",
        "Berapa kali pelatihan itu diselesaikan.",
        "How many completions they have.",
    ),
    meaning(
        "for_post",
        share("for_post", "relevance_known"),
        "Yang jabatannya mensyaratkan kompetensi ini, dibagi yang diketahui standar jabatannya.",
        "Completions by people whose post requires it over those whose post has a standard.",
    ),
    counted(
        "pairs",
        "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
        "How many have both a pre-test and a post-test.",
    ),
    meaning(
        "pre_mean",
        How::Over(decimal("pre_mean"), whole("pairs")),
        "Rata-rata tes awal dari yang mempunyai kedua nilai.",
        "The mean pre-test of those who have both tests.",
    ),
    meaning(
        "post_mean",
        How::Over(decimal("post_mean"), whole("pairs")),
        "Rata-rata tes akhir dari yang mempunyai kedua nilai.",
        "The mean post-test of those who have both tests.",
    ),
];

const PARTNERS: &[Meaning] = &[
    counted(
        "programmes",
        "Jumlah pelatihan yang diadakan bersama lembaga ini.",
        "How many programmes were held with the institution.",
    ),
    counted(
        "completed",
        "Berapa kali pelatihan itu diselesaikan.",
        "How many completions they have.",
    ),
    summed(
        "jp",
        "Jumlah JP pada sertifikatnya.",
        "The JP on their certificates.",
    ),
    counted(
        "cost",
        "Jumlah biaya pelatihan itu, sejauh dicatat.",
        "The cost of these programmes, where it is on record.",
    ),
];

const UNEVALUATED: &[Meaning] = &[counted(
    "took_part",
    "Jumlah peserta yang mengikuti pelatihan ini.",
    "How many took part in the programme.",
)];

const CLIMATE: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban tentang unit ini.",
        "How many answers there are about the unit.",
    ),
    meaning(
        "response_rate",
        share("n", "asked"),
        "Jumlah jawaban dibagi jumlah pegawai unit ini.",
        "The answers over the people of the unit.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata semua butir dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of all items over all answers; items where less is better are turned round first.",
    ),
];

const CLIMATE_ITEMS: &[Meaning] = &[
    counted(
        "n",
        "Jumlah jawaban atas butir ini.",
        "How many answers the item has.",
    ),
    meaning(
        "mean",
        How::Mean(whole("mean")),
        "Rata-rata butir ini dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of the item over all answers; an item where less is better is turned round first.",
    ),
];
