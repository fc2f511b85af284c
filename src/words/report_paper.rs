//! The words of the sheets about a programme.

use super::words;

words! {
    /// Headings and lines.
    pub enum PaperText {
        Attendance: id "DAFTAR HADIR", en "ATTENDANCE LIST";
        Recap: id "REKAPITULASI PESERTA", en "SUMMARY OF PARTICIPANTS";
        Days { first: String, last: String }: id "{first}–{last}", en "{first}–{last}";
        Place { place: String }: id "Tempat: {place}", en "Place: {place}";
        Counts { invited: u64, completed: u64, absent: u64 }: id "Diundang {invited}, selesai {completed}, tidak hadir {absent}.", en "Invited {invited}, completed {completed}, absent {absent}.";
        Session { number: u64, day: String }: id "Sesi {number}, {day}", en "Session {number}, {day}";
        Signature { session: String }: id "Tanda tangan, {session}", en "Signature, {session}";
        Nobody: id "Belum ada peserta.", en "Nobody is enrolled.";
        MoreSessions { count: u64 }: id "Tanda tangan {count} sesi lain tidak muat di lembar ini.", en "The sheet has no room for the signatures of {count} more {sessions}.", sessions of count "session" / "sessions";
        Absent { status: String, reason: String }: id "{status}: {reason}", en "{status}: {reason}";
    }
}
