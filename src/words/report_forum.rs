//! The words of the reports about forums, consultations and regulations.

use super::words;

words! {
    /// Headings, captions, notes and sentences.
    pub enum ForumText {
        Title { month: String }: id "FORUM KONSULTASI PUBLIK DAN KONSULTASI KEBIJAKAN – {month}", en "CITIZENS' FORUMS AND POLICY CONSULTATIONS – {month}";
        Section: id "Forum dan konsultasi dua belas bulan terakhir", en "Forums and consultations of the last twelve months";
        NoForums: id "Tidak ada forum atau konsultasi yang tercatat dalam dua belas bulan terakhir.", en "No forum or consultation of the last twelve months is on record.";
        Unknown: id "tidak disebut", en "not told";
        FollowUp: id "Tindak lanjut", en "Follow-up";
        Unit: id "Unit", en "Unit";
        Owner: id "Penanggung jawab", en "Owner";
        Due: id "Tenggat", en "Due";
        Consultations: id "Konsultasi kebijakan dan peraturan yang dihasilkan", en "Policy consultations and the regulations they led to";
        Regulation: id "Peraturan", en "Regulation";
        InForce: id "Berlaku", en "In force";
        NoteShare { percent: String }: id "Diterima, seluruhnya atau sebagian: {percent} dari semua yang disampaikan.", en "Adopted, wholly or in part: {percent} of everything said.";
        NoteCounts: id "Kehadiran dicatat dalam jumlah, tanpa nama.", en "Attendance is recorded in counts, without names.";
        FollowUpMonth: id "Tindak lanjut forum dan konsultasi", en "Follow-up of forums and consultations";

        // ---- regulations ------------------------------------------------------------------------
        RegulationTitle { month: String }: id "PERATURAN DAN PENJELASANNYA KEPADA PEGAWAI – {month}", en "REGULATIONS AND WHO WAS BRIEFED – {month}";
        NobodyToBrief: id "Tidak ada pegawai yang harus mendapat penjelasan.", en "There is nobody to brief.";
        BriefedUnrolled: id "Tidak ada yang diketahui belum; siapa yang mengikuti sebagian penjelasan tidak tercatat.", en "None that is known; of some briefings nobody is on record as taking part.";
        BriefedUnknown: id "Tidak ada yang diketahui belum; untuk peraturan sebelum catatan dimulai, yang sudah mendapat penjelasan tidak diketahui.", en "None that is known; who was briefed on regulations from before the records begin is not known.";
        AllBriefed: id "Semua sudah mendapat penjelasan.", en "Everybody was briefed.";
        NoteCoverage: id "Yang wajib tahu: ASN di unit sasaran dan unit di bawahnya, atau semua ASN. Sudah dijelaskan: yang menyelesaikan pelatihan penjelasannya sampai hari terakhir bulan ini.", en "Who must know: civil servants of the unit addressed and those below it, or all. Briefed: who completed the programme that briefs, up to the month's last day.";
        NoteRules: id "Angka laporan mengikuti ketentuan yang berlaku pada hari terakhir masanya.", en "The figures of a report follow the rule in force on the last day of its period.";
    }
}
