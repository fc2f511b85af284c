//! The words of the reports about forums, consultations and regulations.

use super::words;

words! {
    /// Headings, captions, notes and sentences.
    pub enum ForumText {
        Title { month: String }: id "FORUM KONSULTASI PUBLIK DAN KONSULTASI KEBIJAKAN – {month}", en "CITIZENS' FORUMS AND POLICY CONSULTATIONS – {month}";
        Section: id "Forum dan konsultasi dua belas bulan terakhir", en "Forums and consultations of the last twelve months";
        Held: id "Yang dilaksanakan", en "What was held";
        NoForums: id "Tidak ada forum atau konsultasi dalam dua belas bulan terakhir.", en "No forum or consultation in the last twelve months.";
        Forum: id "Forum", en "Forum";
        Kind: id "Jenis", en "Kind";
        Date: id "Tanggal", en "Day";
        Place: id "Tempat", en "Place";
        Topic: id "Topik", en "Topic";
        Came: id "Hadir", en "Came";
        Said: id "Disampaikan", en "Said";
        Adopted: id "Diterima", en "Adopted";
        Attendance: id "Siapa datang dari mana", en "Who came from where";
        Group: id "Kelompok", en "Group";
        From: id "Asal", en "From";
        Count: id "Orang", en "People";
        Unknown: id "tidak disebut", en "not told";
        ByKindYear: id "Yang disampaikan dalam dua belas bulan dan keputusannya", en "What was said in twelve months and decided";
        ByKind: id "Yang disampaikan dan keputusannya", en "What was said and decided";
        SuggestionKind: id "Jenis", en "Kind";
        Partly: id "Diterima sebagian", en "In part";
        Rejected: id "Tidak diterima", en "Not adopted";
        Forwarded: id "Diteruskan", en "Forwarded";
        Undecided: id "Belum diputuskan", en "Undecided";
        Done: id "Terlaksana", en "Carried out";
        Overdue: id "Lewat tenggat", en "Overdue";
        Share: id "Bagian diterima", en "Share adopted";
        FollowUp: id "Tindak lanjut", en "Follow-up";
        Suggestions: id "Setiap usul dan tindak lanjutnya", en "Each suggestion and its follow-up";
        Suggestion: id "Yang disampaikan", en "What was said";
        Disposition: id "Keputusan", en "Decision";
        Answer: id "Jawaban", en "Answer";
        Unit: id "Unit", en "Unit";
        Service: id "Layanan", en "Service";
        Owner: id "Penanggung jawab", en "Owner";
        Due: id "Tenggat", en "Due";
        DoneDay: id "Selesai", en "Done";
        State: id "Keadaan", en "State";
        Result: id "Hasil", en "Result";
        StateOpen: id "dikerjakan", en "in progress";
        StateOverdue: id "lewat tenggat", en "overdue";
        StateDone: id "selesai", en "done";
        StateClosed: id "tanpa tindak lanjut", en "nothing left to do";
        StateUndecided: id "belum diputuskan", en "undecided";
        OverdueItems: id "Yang melewati tenggat", en "Overdue";
        UndecidedItems: id "Yang belum diputuskan", en "Undecided";
        NothingOverdue: id "Tidak ada yang melewati tenggat.", en "Nothing is overdue.";
        NoSuggestions: id "Tidak ada usul yang tercatat.", en "No suggestion is recorded.";
        NothingUndecided: id "Semua sudah diputuskan.", en "Everything is decided.";
        Consultations: id "Konsultasi kebijakan dan peraturan yang dihasilkan", en "Policy consultations and the regulations they led to";
        Consultation: id "Konsultasi", en "Consultation";
        Regulation: id "Peraturan", en "Regulation";
        InForce: id "Berlaku", en "In force";
        Servants: id "ASN yang ikut", en "Civil servants";
        ByUnit: id "ASN yang ikut konsultasi, menurut unit kerja", en "Civil servants who took part in consultations, by unit";
        Times: id "Keikutsertaan", en "Participations";
        People: id "Orang", en "People";
        NoRegulation: id "belum ada", en "none yet";
        NoteShare { percent: String }: id "Diterima, seluruhnya atau sebagian: {percent} dari semua yang disampaikan.", en "Adopted, wholly or in part: {percent} of everything said.";
        NoteCounts: id "Kehadiran dicatat dalam jumlah, tanpa nama.", en "Attendance is recorded in counts, without names.";
        FollowUpMonth: id "Tindak lanjut forum dan konsultasi", en "Follow-up of forums and consultations";
        HeldOfMonth: id "Dilaksanakan bulan ini", en "Held this month";

        // ---- regulations ------------------------------------------------------------------------
        RegulationTitle { month: String }: id "PERATURAN DAN PENJELASANNYA KEPADA PEGAWAI – {month}", en "REGULATIONS AND WHO WAS BRIEFED – {month}";
        Regulations: id "Peraturan menurut tanggal berlaku", en "Regulations by the day in force";
        NoRegulations: id "Belum ada peraturan yang tercatat.", en "No regulation is recorded.";
        Number: id "Nomor", en "Number";
        About: id "Tentang", en "About";
        Audience: id "Yang wajib tahu", en "Who must know";
        Everybody: id "semua ASN", en "all civil servants";
        MustKnow: id "Wajib tahu", en "Must know";
        Briefed: id "Sudah dijelaskan", en "Briefed";
        Coverage: id "Cakupan", en "Coverage";
        Briefing: id "Penjelasan melalui", en "Briefed by";
        NoBriefing: id "belum dijadwalkan", en "not planned yet";
        FromConsultation: id "Dari konsultasi", en "From a consultation";
        Yes: id "ya", en "yes";
        No: id "tidak", en "no";
        NotYet: id "Yang belum mendapat penjelasan", en "Who was not briefed yet";
        NobodyToBrief: id "Tidak ada pegawai yang harus mendapat penjelasan.", en "There is nobody to brief.";
        AllBriefed: id "Semua sudah mendapat penjelasan.", en "Everybody was briefed.";
        Name: id "Nama", en "Name";
        RuleChanges: id "Ketentuan yang berganti tahun ini", en "Rules that changed this year";
        NoChanges: id "Tidak ada ketentuan yang berganti tahun ini.", en "No rule changed this year.";
        Rule: id "Ketentuan", en "Rule";
        Since: id "Sejak", en "Since";
        Before: id "Dasar lama", en "Basis before";
        Now: id "Dasar baru", en "Basis now";
        NoteCoverage: id "Yang wajib tahu: ASN di unit sasaran dan unit di bawahnya, atau semua ASN. Sudah dijelaskan: yang menyelesaikan pelatihan penjelasannya sampai hari terakhir bulan ini.", en "Who must know: civil servants of the unit addressed and those below it, or all. Briefed: who completed the programme that briefs, up to the month's last day.";
        NoteLater { count: usize }: id "{count} peraturan baru berlaku sesudah bulan ini dan belum dihitung.", en "{count} {regulations} into force after this month and {are} not counted yet.", regulations of count "regulation comes" / "regulations come", are of count "is" / "are";
        NoteRules: id "Angka laporan mengikuti ketentuan yang berlaku pada hari terakhir masanya.", en "The figures of a report follow the rule in force on the last day of its period.";
    }
}
