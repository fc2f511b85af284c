//! The words of parts of figures that have no column in the report.

use crate::words::Phrase;

/// The words of a part, by its column in traces.
pub fn name_of_part(column: &str) -> Option<Phrase> {
    let (id, en) = match column {
        "absent" => ("tidak hadir", "absences"),
        "all_jp" => ("JP semua modul", "JP of all modules"),
        "asked" => ("yang dapat menjawab", "who could answer"),
        "both" => ("dievaluasi sebelum dan sesudahnya", "evaluated before and after"),
        "budget_standing" => (
            "anggaran butir yang tidak dibatalkan",
            "budget of items not dropped",
        ),
        "completed" => ("pelatihan yang diselesaikan", "completions"),
        "cost" => ("biaya", "cost"),
        "invited" => ("nama dalam daftar peserta", "names on lists of participants"),
        "jp" => ("JP", "JP"),
        "judged" => ("yang diketahui ikut tidaknya", "whether they took part is known"),
        "jp_of_kind" => ("JP modul sejenis", "JP of modules of the kind"),
        "match_held" => ("tingkat yang dipenuhi", "level held"),
        "match_required" => ("tingkat yang disyaratkan", "level required"),
        "max_score" => ("nilai tertinggi tes", "highest score of the test"),
        "n" => ("jawaban", "answers"),
        "never" => ("tanpa satu pelatihan pun", "completed nothing"),
        "on_time" => ("selesai dalam tenggat", "resolved within the deadline"),
        "own" => ("atas prakarsa sendiri", "on own initiative"),
        "own_known" => ("diketahui prakarsanya", "whose idea it was is known"),
        "pairs" => ("peserta dengan kedua nilai", "participants with both tests"),
        "people" => ("pegawai", "people"),
        "pns" => ("PNS", "PNS"),
        "pns_jp" => ("JP PNS", "JP of PNS"),
        "post_mean" => ("tes akhir", "post-test"),
        "pre_mean" => ("tes awal", "pre-test"),
        "programmes" => ("pelatihan yang diadakan", "programmes held"),
        "refusals" => ("penolakan", "refusals"),
        "relevance_known" => ("diketahui syarat jabatannya", "what the post requires is known"),
        "relevance_unknown" => ("tidak dapat dinilai kesesuaiannya", "cannot be told"),
        "relevant" => ("sesuai syarat jabatan", "required by the post"),
        "settled" => ("kehadirannya dicatat", "whether they came is recorded"),
        "timed" => ("selesai dan diketahui kelasnya", "resolved and of a known class"),
        "took_part" => ("yang mengikuti", "who took part"),
        "top_jp" => ("JP sepersepuluh pegawai teratas", "JP of the tenth with most"),
        "unknown" => (
            "belum diketahui ikut tidaknya",
            "whether they took part is not known",
        ),
        "unsettled" => ("kehadirannya belum dicatat", "whether they came is not recorded"),
        "unevaluated" => ("tanpa evaluasi", "without evaluation"),
        "viewed" => ("menyatakan puas atau tidak", "said whether satisfied"),
        "without_talk" => ("belum dibicarakan", "not talked about"),
        _ => return None,
    };
    Some(Phrase { id, en })
}
