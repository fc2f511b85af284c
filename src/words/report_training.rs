//! The words of the report `training`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about one programme.
    pub enum TrainingText {
        Title { title: String }: id "LAPORAN PELATIHAN – {title}", en "PROGRAMME REPORT – {title}";
        Reaction: id "Reaksi peserta", en "Reaction of the participants";
        Learning: id "Hasil belajar", en "Learning";
        Behaviour: id "Penerapan di tempat kerja", en "Application at work";
        Result: id "Indikasi dampak pada pelayanan", en "Impact indication on service";
        Performance: id "Predikat kinerja sebelum dan sesudah", en "Performance predicates before and after";

        DatesOf { first: String, last: String }: id "{first}–{last}", en "{first}–{last}";
        Status: id "Keadaan", en "Status";
        Rupiah { amount: String }: id "Rp{amount}", en "Rp{amount}";
        CostEachOf { amount: String, n: u64 }: id "Rp{amount} ({n} orang mengikuti)", en "Rp{amount} ({n} took part)";
        CompetencyLevel { name: String, level: i64 }: id "{name} (tingkat {level})", en "{name} (level {level})";

        Measure: id "Ukuran", en "Measure";
        Figure: id "Angka", en "Figure";
        Rate: id "Pengisian", en "Response rate";
        MovesShort { better: u64, same: u64, worse: u64 }: id "{better} naik, {same} tetap, {worse} turun", en "{better} better, {same} same, {worse} worse";

        Reason: id "Alasan", en "Reason";
        People: id "Orang", en "People";
        Total: id "Seluruhnya", en "Total";

        Question: id "Pertanyaan", en "Question";

        IntervalLow { percent: String }: id "Selang kepercayaan {percent} %: bawah", en "{percent} % confidence interval: low";
        IntervalHigh { percent: String }: id "Selang kepercayaan {percent} %: atas", en "{percent} % confidence interval: high";

        Before: id "Sebelum", en "Before";
        After: id "Sesudah", en "After";

        CircleMeant: id "sasaran menurut dokumen pelatihan", en "the audience that the document names";
        CirclePost: id "jabatannya mensyaratkan kompetensi yang dituju", en "whose post requires a competency aimed at";
        CircleLacking: id "di antaranya belum mencapai syarat jabatan", en "of these, below what the post requires";
        CircleOthers: id "peserta lain", en "other participants";
        Wanting: id "Memerlukan pelatihan ini dan belum menyelesaikannya", en "Who needs the programme and has not completed it";
        Lacks: id "Kesenjangan (dimiliki/disyaratkan)", en "Gaps (held/required)";
        NoteAudience: id "Memerlukan: termasuk sasaran, atau menurut penilaian terakhir sebelum pelatihan belum mencapai tingkat yang disyaratkan jabatannya pada hari terakhir pelatihan. Yang belum pernah dinilai tidak diketahui.", en "Who needs it: of the audience, or by the latest assessment before the programme below the level that the post held on its last day requires. Of who was never assessed it is not known.";
        Attainment: id "Tingkat kompetensi sebelum dan sesudah", en "Level of the competencies before and after";
        NoCompetency: id "Pelatihan ini tidak menyebut kompetensi yang dituju.", en "The programme names no competency aimed at.";
        Competency: id "Kompetensi", en "Competency";
        Levels: id "Tingkat tiap peserta yang selesai", en "Level of each who completed it";
        NoteAttainment: id "Sebelum: penilaian terakhir sebelum hari pertama; sesudah: penilaian terakhir sejak hari terakhir. Tercapai: tingkat sesudahnya paling sedikit tingkat yang dituju, atau bila itu tidak ditulis, yang disyaratkan jabatan. Bukan bukti sebab-akibat.", en "Before: the latest assessment before the first day; after: the latest since the last day. Reached: the level after is at least the level aimed at, or where none is written, the one that the post requires. No proof of cause.";

        PublicUnrolled: id "Siapa yang menyelesaikannya tidak tercatat, jadi dampak pada pelayanan tidak diukur.", en "Who completed it is not on record, so no impact on service is measured.";
        NotPublic: id "Belum ada yang menyelesaikannya dari unit pelayanan, jadi dampak pada pelayanan tidak diukur.", en "Nobody of a unit that serves the public has completed it, so no impact on service is measured.";
        PublicUnknown { units: String }: id "Belum diketahui apakah {units} melayani masyarakat (units.csv, kolom public_service kosong), jadi dampak pada pelayanan tidak diukur.", en "Whether {units} serves the public is not known (units.csv, column public_service is empty), so no impact on service is measured.";
        NotClosed: id "sudah berakhir, belum ditutup", en "over, not closed yet";

        NoteScale { low: i64, high: i64 }: id "Kepuasan pada skala {low}–{high}; rata-rata semua butir berskala.", en "Satisfaction on a scale of {low}–{high}; the mean of all items on a scale.";
        NoteWithheld { minimum: u64 }: id "* tidak ditampilkan: penjawab kurang dari {minimum} orang.", en "* suppressed: fewer than {minimum} answered.";
        NoteRate { percent: String }: id "Sebutan hanya diberikan bila tingkat pengisian paling sedikit {percent} %. Jawaban yang kosong tidak diisi.", en "A band is given only where the response rate is at least {percent} %. Missing answers are not filled in.";
        NoteInterval { n: i64 }: id "Selang kepercayaan (distribusi t, berpasangan) hanya ditampilkan bila ada paling sedikit {n} pasang nilai.", en "The confidence interval (paired, t distribution) is shown only with at least {n} pairs.";
        NoteGains { n: u64 }: id "Peningkatan kelas dan rata-rata peningkatan tiap peserta adalah dua angka; yang sudah bernilai tertinggi pada tes awal tidak mempunyai peningkatan (dihitung: {n} orang). Nilai yang kosong tidak dianggap nol.", en "The gain of the class and the mean of individual gains are two figures; who was at the maximum before has none (counted: {n} {people}). A missing score is never zero.", people of n "person" / "people";
        NoteTogether: id "Alumni dan atasan ditampilkan terpisah, lalu bersama (rata-rata semua jawaban). Diminta: peserta yang selesai dan atasan langsung mereka.", en "Alumni and supervisors apart, then together (the mean of all answers). Asked: those who completed and their direct supervisors.";
        NotePerformance: id "Sebelum: periode terakhir yang berakhir sebelum pelatihan mulai; sesudah: periode pertama yang mulai sesudah pelatihan selesai. Bukan bukti sebab-akibat.", en "Before: the last period that ends before the start; after: the first that starts after the end. No proof of cause.";
        NoteInstructors: id "Yang 12 bulan: semua pelatihan pengajar itu dalam dua belas bulan sampai akhir bulan laporan, dengan penjawab yang cukup.", en "12 months: all programmes of the instructor in the twelve months up to the report's month, where enough answered.";
    }
}
