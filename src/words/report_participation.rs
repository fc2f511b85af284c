//! The words of the report `participation`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about who takes part and who does not.
    pub enum ParticipationText {
        Title { month: String }: id "LAPORAN KEIKUTSERTAAN – DUA BELAS BULAN SAMPAI {month}", en "PARTICIPATION – TWELVE MONTHS UP TO {month}";
        Section: id "Keikutsertaan yang belum ditindaklanjuti", en "Participation not yet followed up";
        Summary: id "Ringkasan", en "Summary";
        Never: id "Belum pernah mengikuti dalam dua belas bulan", en "Never took part in twelve months";
        Absence: id "Tidak hadir dan menolak", en "Absent and declined";
        Groups: id "Keikutsertaan menurut kelompok", en "Participation by group";
        Forms: id "Keikutsertaan menurut bentuk dan moda", en "Participation by form and mode";
        Competencies: id "Kompetensi yang dilatih", en "Competencies trained";
        Climate: id "Iklim belajar", en "The climate of learning";
        Programmes: id "Penyelenggaraan", en "Programmes";

        Item: id "Hal", en "Item";
        Value: id "Angka", en "Figure";
        People: id "ASN", en "ASN";
        TookPart: id "Pernah selesai mengikuti", en "Completed at least one programme";
        TookPartShort: id "Ikut", en "Took part";
        NeverCount: id "Belum pernah", en "Never took part";
        NeverShort: id "Belum", en "Never";
        Completed: id "Kelulusan", en "Completions";
        Invited: id "Diundang", en "Invited";
        Absent: id "Tidak hadir", en "Absent";
        AbsentOf: id "Tidak hadir dari yang diundang", en "Absent of those invited";
        Jp: id "JP", en "JP";
        JpEach: id "JP per orang", en "JP each";
        TopTenth { people: u64 }: id "JP pada sepersepuluh teratas ({people} orang)", en "JP of the top tenth ({people} {count})", count of people "person" / "people";
        OwnShare: id "Atas inisiatif sendiri", en "On own initiative";
        Relevant: id "Sesuai standar jabatan", en "Relevant to the post";
        RelevantUnknown: id "Kesesuaian tidak dapat dinilai", en "Relevance cannot be told";
        Refusals: id "Penolakan", en "Refusals";
        WithoutTalk: id "Penolakan tanpa pembicaraan", en "Refusals without a talk";
        ProgrammeCount: id "Pelatihan yang diselenggarakan", en "Programmes held";
        UnevaluatedCount: id "Pelatihan tanpa evaluasi", en "Programmes without an evaluation";

        Name: id "Nama", en "Name";
        Unit: id "Unit", en "Unit";
        Remark: id "Keterangan", en "Remark";
        NewSince { day: String }: id "baru sejak {day}", en "new since {day}";
        Reason: id "Alasan", en "Reason";
        NoReason: id "tanpa alasan", en "no reason given";
        Count: id "Jumlah", en "Count";
        Share: id "Bagian", en "Share";
        Reasons: id "Diundang tetapi tidak hadir, menurut alasan", en "Invited but absent, by reason";
        RefusalList: id "Penolakan dan pembicaraan yang mengikutinya", en "Refusals and the talk that followed";
        Training: id "Pelatihan", en "Programme";
        Day: id "Tanggal", en "Date";
        TalkDay: id "Pembicaraan", en "Talk";
        Agreed: id "Yang disepakati", en "Agreed";
        Result: id "Hasil", en "Result";
        NoTalk: id "belum ada", en "none yet";
        Twice: id "Menolak dua kali atau lebih tanpa pembicaraan", en "Declined twice or more without a talk";
        Times: id "Kali", en "Times";

        Dimension: id "Menurut", en "By";
        Group: id "Kelompok", en "Group";
        ByUnit: id "unit kerja", en "unit";
        ByGrade: id "golongan", en "grade band";
        BySex: id "jenis kelamin", en "sex";
        ByEmployment: id "status kepegawaian", en "employment";
        GradePns { name: String }: id "PNS golongan {name}", en "PNS grade {name}";
        GradePppk { name: String }: id "PPPK golongan {name}", en "PPPK grade {name}";
        Unknown: id "tidak diketahui", en "not known";

        Form: id "Bentuk", en "Form";
        Mode: id "Moda", en "Mode";
        Classroom: id "klasikal", en "classroom form";
        OtherForm: id "nonklasikal", en "non-classroom form";
        External: id "instansi lain", en "another office";
        Own: id "Inisiatif sendiri", en "Own initiative";
        Assigned: id "Penugasan", en "Assigned";
        InitiativeUnknown: id "Tidak dicatat", en "Not recorded";

        Competency: id "Kompetensi", en "Competency";
        TrainingsColumn: id "Pelatihan", en "Programmes";
        ForPost: id "Sesuai jabatan", en "For the post";
        Pairs: id "Pasang nilai", en "Pairs";
        PreMean: id "Tes awal", en "Pre-test";
        PostMean: id "Tes akhir", en "Post-test";

        ClimateByUnit { title: String, month: String }: id "{title}, jawaban sampai {month}", en "{title}, answers up to {month}";
        ClimateItems: id "Menurut pertanyaan, seluruh kantor", en "By question, the whole office";
        Question: id "Pertanyaan", en "Question";
        N: id "n", en "n";
        Rate: id "Pengisian", en "Response rate";
        Mean: id "Rata-rata", en "Mean";

        Partners: id "Pelatihan menurut lembaga mitra", en "Programmes by partner institution";
        Partner: id "Lembaga mitra", en "Partner institution";
        Cost: id "Biaya (Rp)", en "Cost (Rp)";
        Unevaluated: id "Pelatihan yang belum dievaluasi", en "Programmes without an evaluation";
        End: id "Selesai", en "Ended";
        Participants: id "Mengikuti", en "Took part";

        Nobody: id "Tidak ada.", en "None.";
        NoClimate: id "Belum ada kuesioner iklim dalam dua belas bulan ini.", en "No climate questionnaire within these twelve months.";
        MoreNames { count: u64 }: id "dan {count} orang lainnya", en "and {count} more {people}", people of count "person" / "people";
        NoteWindow { first: String, last: String }: id "Masa: {first} sampai {last}, menurut hari selesai peserta, atau hari terakhir pelatihan bagi yang tidak selesai. Yang dihitung ASN yang bekerja di kantor ini pada hari terakhir; JP menurut sertifikat pelatihan.", en "Window: {first} to {last}, by the day on which a participant completed, else by the programme's last day. Counted: ASN of this office on the last day; JP as on the certificate.";
        NoteRelevance: id "Sesuai standar jabatan: salah satu kompetensi pelatihan disyaratkan jabatan yang dipegang pada hari selesai. Tidak dapat dinilai: pelatihan tidak menyebut kompetensi, atau jabatan belum punya standar.", en "Relevant: one of the programme's competencies is required by the post held on the day of completion. Cannot be told: the programme names no competency, or the post has no standard.";
        NoteOwn: id "Inisiatif sendiri dihitung dari kelulusan yang inisiatifnya dicatat.", en "Own initiative is of the completions whose initiative is recorded.";
        NoteTenth: id "Sepersepuluh pegawai dengan JP terbanyak, dibulatkan ke atas.", en "The tenth of the people with most JP, rounded up.";
        NoteTalk: id "Setiap penolakan diikuti pembicaraan, yang dicatat sebagai bimbingan kinerja bersama hal yang disepakati.", en "Every refusal is followed by a talk, which is recorded as guidance together with what was agreed.";
        NoteUnevaluated: id "Belum dievaluasi: tidak ada umpan balik peserta dan tidak ada peserta dengan tes awal dan tes akhir.", en "Without an evaluation: no feedback of participants, and nobody sat both pre-test and post-test.";
        NoteClimate { minimum: u64 }: id "Kuesioner tanpa nama; * tidak ditampilkan: kurang dari {minimum} penjawab, atau dapat dihitung dari unit lain. Butir yang makin rendah makin baik dibalik.", en "Anonymous; * suppressed: fewer than {minimum} answered, or it could be told from the other units. Items where lower is better are turned round.";
        NoteShort { first: String, last: String }: id "Pelatihan yang selesai dari {first} sampai {last}.", en "Programmes that ended from {first} to {last}.";
    }
}
