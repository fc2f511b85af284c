//! The words of the sheets about a programme.

use super::words;

words! {
    /// Headings and lines.
    pub enum PaperText {
        Attendance: id "DAFTAR HADIR", en "ATTENDANCE LIST";
        Recap: id "REKAPITULASI PESERTA", en "SUMMARY OF PARTICIPANTS";
        Invitation: id "SURAT UNDANGAN", en "INVITATION";
        LetterNumber { number: String }: id "Nomor: {number}", en "Number: {number}";
        LetterAttached: id "Lampiran: 1 (satu) daftar", en "Attached: 1 list";
        LetterSubject { subject: String }: id "Hal: Undangan {subject}", en "Subject: invitation to {subject}";
        LetterTo: id "Yth. Bapak/Ibu sebagaimana daftar terlampir", en "To: those on the list attached";
        Inviting { title: String }: id "Dengan hormat, kami mengundang Bapak/Ibu untuk mengikuti {title}, yang diselenggarakan pada:", en "We invite you to take part in {title}, which is held as follows:";
        Thanks: id "Mohon kehadirannya tepat waktu. Bila berhalangan, mohon disampaikan sebelumnya beserta alasannya. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.", en "Please be there in time. If you cannot come, please tell us before, and why. Thank you.";
        Invited: id "Daftar yang diundang", en "Those who are invited";
        Verbatim { title: String }: id "{title}", en "{title}";
        AboutUnit { dots: String }: id "Unit kerja: {dots}   Layanan: {dots}", en "Unit: {dots}   Service: {dots}";
        AboutTraining { dots: String }: id "Pelatihan: {dots}   Pengajar: {dots}", en "Programme: {dots}   Instructor: {dots}";
        AboutMentoring { dots: String }: id "Mentoring: {dots}", en "Mentoring: {dots}";
        Anonymous: id "Jangan menulis nama. Jawaban hanya dihitung bersama jawaban orang lain.", en "Do not write your name. Answers are counted only together with those of others.";
        ByName { dots: String }: id "Nama: {dots}   Sebagai: {dots}", en "Name: {dots}   As: {dots}";
        Circle: id "Lingkari satu angka pada setiap pertanyaan: makin tinggi makin setuju atau makin baik. Pertanyaan yang tidak dapat dijawab boleh dilewati.", en "Circle one figure for each question: the higher, the more you agree or the better it is. Leave out what you cannot answer.";
        Comment: id "Saran atau komentar:", en "Comments:";
        Certificate: id "SERTIFIKAT KEIKUTSERTAAN", en "CERTIFICATE OF PARTICIPATION";
        CodeCovers { office: String }: id "tanyakan dengan kode itu pada {office}; kode mencakup semua yang tertulis di atas", en "ask {office} with the code, which covers all that is written above";
        NobodyCompleted: id "Belum ada yang menyelesaikannya.", en "Nobody has completed it yet.";
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
