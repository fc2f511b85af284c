//! The sums of everybody together, of one person, and of one reason of absence.

use super::Attendance;
use crate::measure::sheet::{SheetName, Sums, sheet};
use crate::measure::trace::{Omission, Trace};

sheet! {
    /// The participation of everybody together.
    pub Overview of OverviewColumn: "participation" {
        people: counts(), id "ASN", en "ASN",
            says id "Jumlah pegawai yang dihitung pada hari terakhir bulan.",
            en "How many people count on the month's last day.";
        took_part: share("took_part", "people"),
            id "Pernah selesai mengikuti", en "Completed at least one programme",
            says id "Pegawai yang menyelesaikan paling sedikit satu pelatihan dalam dua belas bulan, dibagi semua pegawai.",
            en "People who completed at least one programme in the twelve months over all people.";
        never: share("never", "judged"), id "Belum pernah", en "Never took part",
            says id "Pegawai yang tidak menyelesaikan satu pelatihan pun dalam dua belas bulan, dibagi yang diketahui.",
            en "People who completed nothing in the twelve months over those of whom it is known.";
        unknown: share("unknown", "people"), id "Belum diketahui ikut tidaknya", en "Whether they took part is not known",
            says id "Pegawai yang belum menyelesaikan pelatihan, tetapi namanya ada dalam daftar peserta yang kehadirannya belum dicatat, atau ada pelatihan tanpa satu pun peserta tercatat, dibagi semua pegawai.",
            en "People who completed nothing and are on a list of participants on which it is not recorded yet who came, or while of a programme nobody is on record, over all people.";
        absent: share("absent", "settled"), id "Tidak hadir dari yang diundang", en "Absent of those invited",
            says id "Ketidakhadiran dibagi nama dalam daftar peserta pelatihan sendiri yang kehadirannya dicatat.",
            en "Absences over the names on lists of one's own programmes of whom it is recorded whether they came.";
        unsettled: share("unsettled", "invited"), id "Kehadiran belum dicatat", en "Presence not recorded yet",
            says id "Nama dalam daftar peserta pelatihan yang sudah berakhir dan kehadirannya belum dicatat, dibagi semua nama.",
            en "Names on lists of programmes that are over of whom it is not recorded whether they came, over all names.";
        refusals: counts(), id "Penolakan", en "Refusals",
            says id "Jumlah penolakan mengikuti pelatihan.", en "How often people declined to take part.";
        without_talk: share("without_talk", "refusals"), id "Penolakan tanpa pembicaraan", en "Refusals without a talk",
            says id "Penolakan yang belum dibicarakan dengan orangnya, dibagi semua penolakan.",
            en "Refusals that nobody talked about over all refusals.";
        completed: counts(), id "Pelatihan selesai", en "Completions",
            says id "Jumlah pelatihan yang diselesaikan, semua orang bersama-sama.",
            en "How many completions there are, of everybody together.";
        jp: sums().known_by("jp_known", "jp_unknown"), id "JP", en "JP",
            says id "Jumlah JP pada sertifikatnya.", en "The JP on their certificates.";
        top_tenth: portion("top_jp", "jp"),
            id "JP pada sepersepuluh teratas ({people} orang)", en "JP of the top tenth ({people} {noun})",
            says id "JP sepersepuluh pegawai yang paling banyak JP-nya, dibagi JP semua pegawai.",
            en "The JP of the tenth of the people that has most over the JP of everybody.";
        own: share("own", "own_known"), id "Atas inisiatif sendiri", en "On own initiative",
            says id "Pelatihan yang diselesaikan atas prakarsa sendiri, dibagi yang diketahui prakarsanya.",
            en "Completions on own initiative over those whose initiative is known.";
        relevant: share("relevant", "relevance_known"), id "Sesuai standar jabatan", en "Relevant to the post",
            says id "Pelatihan yang kompetensinya disyaratkan jabatan orangnya, dibagi yang dapat dinilai.",
            en "Completions with a competency that the person's post requires over those that can be told.";
        relevance_unknown: share("relevance_unknown", "completed"),
            id "Kesesuaian tidak dapat dinilai", en "Relevance cannot be told",
            says id "Pelatihan yang kesesuaiannya dengan jabatan tidak dapat dinilai, dibagi semua yang diselesaikan.",
            en "Completions of which that cannot be told over all completions.";
        programmes: counts(), id "Pelatihan yang berakhir", en "Programmes that ended",
            says id "Jumlah pelatihan yang berakhir dalam dua belas bulan itu, tanpa yang dibatalkan dan yang mandiri tanpa peserta.",
            en "How many programmes ended in the twelve months, without those cancelled and the self-paced ones of nobody.";
        unclosed: share("unclosed", "programmes"), id "Berakhir dan belum ditutup", en "Ended and not closed yet",
            says id "Pelatihan yang berakhir dan belum ditutup, dibagi semua yang berakhir.",
            en "Programmes that ended and are not closed yet over all that ended.";
        unevaluated: share("unevaluated", "held"), id "Pelatihan tanpa evaluasi", en "Programmes without an evaluation",
            says id "Pelatihan tanpa umpan balik peserta dan tanpa tes awal dan akhir, dibagi yang diketahui terlaksana: ditutup, atau ada yang diketahui ikut.",
            en "Programmes without feedback and without both tests over those known to have been held: closed, or somebody is known to have taken part.";
        held: part(), id "yang diketahui terlaksana", en "known to have been held";
        invited: part();
        settled: part();
        judged: part();
        top_jp: part();
        jp_known: part();
        jp_unknown: part();
        own_known: part();
        relevance_known: part();
    }
}

sheet! {
    /// What one person did.
    pub PersonYear of PersonColumn: "never" {
        invited: counts(), id "Diundang", en "Invited",
            says id "Berapa kali orang ini ada dalam daftar peserta.",
            en "How often the person was on a list of participants.";
        absent: counts(), id "Tidak hadir", en "Absent",
            says id "Di antaranya yang tidak hadir.", en "Of these, how often she was absent.";
        unsettled: part();
        settled: part();
        completed: part();
        jp: part();
        own: part();
        own_known: part();
        relevant: part();
        relevance_known: part();
        relevance_unknown: part();
        refusals: part();
        without_talk: part();
    }
}

sheet! {
    /// The absences with one reason.
    pub Absences of AbsenceColumn: "reasons" {
        count: counts(), id "Jumlah", en "Count",
            says id "Jumlah ketidakhadiran dengan alasan ini.", en "How many absences have this reason.";
        share: percent("count", "all_absent"), id "Bagian", en "Share",
            says id "Ketidakhadiran dengan alasan ini dibagi semua ketidakhadiran.",
            en "The absences with this reason over all absences.";
        all_absent: part(), id "semua yang tidak hadir", en "everybody absent";
    }
}

impl OverviewColumn {
    /// The JP, of how many completions they are known, and of how many they are not.
    pub(super) const JP: [Self; 3] = [Self::jp, Self::jp_known, Self::jp_unknown];
}

/// Adds the JP of a completion to the first of the columns, and counts in the second that they are known; or in the third
/// that they are not on record.
pub(super) fn enter_jp<C: SheetName, const N: usize>(
    sums: &mut Sums<C, N>,
    [jp, known, unknown]: [C; 3],
    row: u64,
    one: &Attendance,
    trace: &mut Trace,
) {
    let mut entry = sums.entry(row, one.origin, trace);
    match one.jp {
        Some(earned) => {
            entry.adds(jp, earned.0);
            entry.adds(known, 1);
        }
        None => {
            entry.leaves(jp, Omission::NoJp);
            entry.adds(unknown, 1);
        }
    }
}
