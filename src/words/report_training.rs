//! The words of the report `training`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about one programme.
    pub enum TrainingText {
        Title { title: String }: id "LAPORAN PELATIHAN – {title}", en "PROGRAMME REPORT – {title}";
        Facts: id "Pelatihan", en "The programme";
        Summary: id "Hasil evaluasi berdampingan", en "Evaluation side by side";
        Participants: id "Peserta", en "Participants";
        Reaction: id "Reaksi peserta", en "Reaction of the participants";
        Learning: id "Hasil belajar", en "Learning";
        Behaviour: id "Penerapan di tempat kerja", en "Application at work";
        Result: id "Indikasi dampak pada pelayanan", en "Impact indication on service";
        Performance: id "Predikat kinerja sebelum dan sesudah", en "Performance predicates before and after";
        Curriculum: id "Kurikulum", en "Curriculum";

        Item: id "Hal", en "Item";
        Value: id "Keterangan", en "Value";
        Method: id "Bentuk", en "Method";
        Mode: id "Moda", en "Mode";
        Dates: id "Waktu", en "Dates";
        DatesOf { first: String, last: String }: id "{first} sampai {last}", en "{first} to {last}";
        Provider: id "Penyelenggara", en "Provider";
        Partner: id "Lembaga mitra", en "Partner institution";
        Status: id "Keadaan", en "Status";
        Jp: id "Jam pelajaran (JP)", en "Learning hours (JP)";
        Seats: id "Kursi", en "Seats";
        Cost: id "Biaya", en "Cost";
        Rupiah { amount: String }: id "Rp{amount}", en "Rp{amount}";
        CostEach: id "Biaya per peserta", en "Cost per participant";
        CostEachOf { amount: String, n: u64 }: id "Rp{amount} ({n} orang mengikuti)", en "Rp{amount} ({n} took part)";
        Fund: id "Sumber dana", en "Fund";
        PlanItem: id "Butir rencana", en "Item of the plan";
        Basis: id "Dasar", en "Basis";
        Competencies: id "Kompetensi yang dituju", en "Competencies aimed at";
        CompetencyLevel { name: String, level: i64 }: id "{name} (tingkat {level})", en "{name} (level {level})";

        Aspect: id "Hasil", en "Evaluation";
        Measure: id "Ukuran", en "Measure";
        Figure: id "Angka", en "Figure";
        Count: id "n", en "n";
        Rate: id "Pengisian", en "Response rate";
        Judgement: id "Kesimpulan", en "Judgement";
        MeasureReaction: id "kepuasan peserta", en "participants' satisfaction";
        MeasureLearning: id "peningkatan hasil belajar (N-gain) kelas", en "normalised gain of the class";
        MeasureBehaviour: id "perubahan penerapan, alumni dan atasan", en "change in application, alumni and supervisors";
        MeasureResult: id "perubahan pengaduan selesai", en "change in complaints resolved";
        MeasurePerformance: id "predikat naik, tetap, turun", en "predicates better, the same, worse";
        MovesShort { better: u64, same: u64, worse: u64 }: id "{better} naik, {same} tetap, {worse} turun", en "{better} better, {same} same, {worse} worse";
        NotMeasured: id "belum dievaluasi", en "not evaluated yet";

        StatusCounts: id "Keadaan keikutsertaan", en "How participation stands";
        Reasons: id "Alasan ketidakhadiran", en "Reasons of absence";
        Reason: id "Alasan", en "Reason";
        NoReason: id "tanpa alasan", en "no reason given";
        List: id "Daftar peserta", en "List of participants";
        Person: id "Id", en "Id";
        Name: id "Nama", en "Name";
        Unit: id "Unit", en "Unit";
        Initiative: id "Atas inisiatif", en "On whose initiative";
        People: id "Orang", en "People";
        Total: id "Jumlah", en "Total";
        MoreNames { count: u64 }: id "dan {count} lainnya", en "and {count} more";

        Aspects: id "Menurut aspek", en "By aspect";
        AspectName: id "Aspek", en "Aspect";
        Items: id "Menurut pertanyaan", en "By question";
        Question: id "Pertanyaan", en "Question";
        Questionnaire: id "Kuesioner", en "Questionnaire";
        Mean: id "Rata-rata", en "Mean";
        Instructors: id "Pengajar", en "Instructors";
        Instructor: id "Pengajar", en "Instructor";
        Expertise: id "Keahlian", en "Expertise";
        Outside: id "Asal", en "From";
        FromOutside: id "luar", en "outside";
        FromInside: id "kantor ini", en "this office";
        Here: id "Di sini", en "Here";
        HereN: id "n di sini", en "n here";
        OverAll: id "12 bulan", en "12 months";
        OverAllN: id "n 12 bulan", en "n 12 months";
        Programmes: id "Pelatihan", en "Programmes";
        Comments: id "Komentar", en "Comments";
        Comment: id "Komentar", en "Comment";

        LearningFigures: id "Tes awal dan tes akhir", en "Pre-test and post-test";
        Pairs: id "Peserta dengan kedua nilai", en "Participants with both scores";
        PreOnly: id "Hanya tes awal", en "Pre-test only";
        PostOnly: id "Hanya tes akhir", en "Post-test only";
        PreMean: id "Rata-rata tes awal", en "Mean pre-test";
        PostMean: id "Rata-rata tes akhir", en "Mean post-test";
        Difference: id "Rata-rata selisih", en "Mean difference";
        IntervalLow { percent: String }: id "Selang kepercayaan {percent} %: bawah", en "{percent} % confidence interval: low";
        IntervalHigh { percent: String }: id "Selang kepercayaan {percent} %: atas", en "{percent} % confidence interval: high";
        ClassGain: id "Peningkatan hasil belajar (N-gain) kelas", en "Normalised gain of the class";
        MeanGain: id "Rata-rata peningkatan tiap peserta", en "Mean of individual gains";
        GainBand: id "Golongan peningkatan", en "Band of the gain";
        Low: id "rendah", en "low";
        Medium: id "sedang", en "medium";
        High: id "tinggi", en "high";

        BehaviourTotals: id "Alumni dan atasan", en "Alumni and supervisors";
        BehaviourItems: id "Menurut pertanyaan", en "By question";
        Role: id "Penjawab", en "Who answers";
        Together: id "bersama", en "together";
        Asked: id "Diminta", en "Asked";
        Before: id "Sebelum", en "Before";
        BeforeN: id "n sebelum", en "n before";
        After: id "Sesudah", en "After";
        AfterN: id "n sesudah", en "n after";
        Change: id "Perubahan", en "Change";
        BehaviourBand: id "Sebutan", en "Band";

        Predicate: id "Predikat", en "Predicate";
        Moves: id "Perubahan predikat", en "Change of predicates";
        Better: id "naik", en "better";
        Same: id "tetap", en "same";
        Worse: id "turun", en "worse";
        BeforeOnly: id "hanya dinilai sebelum", en "evaluated before only";
        AfterOnly: id "hanya dinilai sesudah", en "evaluated after only";
        Neither: id "belum dinilai", en "not evaluated";

        Module: id "Modul", en "Module";
        ModuleKind: id "Jenis", en "Kind";
        ModuleJp: id "JP", en "JP";
        ModuleShare: id "Bagian", en "Share";

        NotPublic: id "Tidak ada peserta dari unit pelayanan, jadi dampak pada pelayanan tidak diukur.", en "Nobody of a unit that serves the public took part, so no impact on service is measured.";
        NoFeedback: id "Belum ada umpan balik peserta.", en "No feedback of participants yet.";
        NoTests: id "Belum ada nilai tes awal dan tes akhir.", en "No scores of pre-test and post-test yet.";
        NoBehaviour: id "Belum ada jawaban alumni atau atasan.", en "No answer of alumni or supervisors yet.";
        NoPerformance: id "Tidak ada peserta yang dinilai sebelum maupun sesudah.", en "No participant was evaluated before or after.";
        NoPeople: id "Belum ada peserta.", en "Nobody on the list yet.";
        NoModules: id "Kurikulum tidak dicatat.", en "No curriculum recorded.";

        NoteScale { low: i64, high: i64 }: id "Kepuasan pada skala {low}–{high}; rata-rata semua butir berskala.", en "Satisfaction on a scale of {low}–{high}; the mean of all items on a scale.";
        NoteWithheld { minimum: u64 }: id "* tidak ditampilkan: penjawab kurang dari {minimum} orang.", en "* suppressed: fewer than {minimum} answered.";
        NoteRate { percent: String }: id "Sebutan hanya diberikan bila tingkat pengisian paling sedikit {percent} %. Jawaban yang kosong tidak diisi.", en "A band is given only where the response rate is at least {percent} %. Missing answers are not filled in.";
        NoteInterval { n: i64 }: id "Selang kepercayaan (distribusi t, berpasangan) hanya ditampilkan bila ada paling sedikit {n} pasang nilai.", en "The confidence interval (paired, t distribution) is shown only with at least {n} pairs.";
        NoteGains { n: u64 }: id "Peningkatan kelas dan rata-rata peningkatan tiap peserta adalah dua angka; yang sudah bernilai tertinggi pada tes awal tidak mempunyai peningkatan (dihitung: {n} orang). Nilai yang kosong tidak dianggap nol.", en "The gain of the class and the mean of individual gains are two figures; who was at the maximum before has none (counted: {n} {people}). A missing score is never zero.", people of n "person" / "people";
        NoteTogether: id "Alumni dan atasan ditampilkan terpisah, lalu bersama (rata-rata semua jawaban). Diminta: peserta yang selesai dan atasan langsung mereka.", en "Alumni and supervisors apart, then together (the mean of all answers). Asked: those who completed and their direct supervisors.";
        NotePerformance: id "Sebelum: periode terakhir yang berakhir sebelum pelatihan mulai; sesudah: periode pertama yang mulai sesudah pelatihan selesai. Bukan bukti sebab-akibat.", en "Before: the last period that ends before the start; after: the first that starts after the end. No proof of cause.";
        NoteInstructors: id "12 bulan: semua pelatihan pengajar itu dalam dua belas bulan sampai akhir bulan laporan, dengan penjawab yang cukup.", en "12 months: all programmes of the instructor in the twelve months up to the report's month, where enough answered.";
    }
}
