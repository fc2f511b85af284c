//! The words of the list of what is due.

use super::words;

words! {
    /// Title, what there is to do, and how late it is.
    pub enum DueText {
        Title { day: String }: id "YANG HARUS DIKERJAKAN – {day}", en "WHAT IS DUE – {day}";
        Summary { late: u64, open: u64, ahead: u64, day: String }: id "Terlambat: {late}. Menunggu tanpa tenggat: {open}. Jatuh tempo sampai {day}: {ahead}.", en "Late: {late}. Waiting without a deadline: {open}. Due by {day}: {ahead}.";
        Evaluation { period: String }: id "Evaluasi {period}", en "Evaluation of {period}";
        EvaluationOfAll { period: String }: id "Evaluasi {period} seluruh pegawai", en "Evaluation of everybody, {period}";
        Response { about: String }: id "Tanggapan pertama: {about}", en "First response: {about}";
        Complaint { about: String }: id "Pengaduan: {about}", en "Complaint: {about}";
        Class { about: String }: id "Kelas pengaduan, agar tenggatnya diketahui: {about}", en "Class of the complaint, which decides its deadline: {about}";
        Guidance { what: String }: id "Bimbingan kinerja: {what}", en "Guidance: {what}";
        FollowUp { what: String }: id "Tindak lanjut bimbingan: {what}", en "Follow-up of guidance: {what}";
        Result { what: String }: id "Hasil tindak lanjut: {what}", en "Result of the follow-up: {what}";
        Recognition { what: String }: id "Penghargaan: {what}", en "Recognition: {what}";
        Plan { item: String }: id "Rencana: {item}", en "Plan: {item}";
        Undecided { text: String }: id "Putuskan usul forum: {text}", en "Decide on the suggestion: {text}";
        Suggestion { text: String }: id "Tindak lanjut forum: {text}", en "Follow-up of a forum: {text}";
        Certificate { scheme: String }: id "Perpanjang sertifikat: {scheme}", en "Renew the certificate: {scheme}";
        Refresher { topic: String }: id "Pelatihan ulang: {topic}", en "Refresher: {topic}";
        Unclosed { title: String }: id "Tutup pelatihan: {title}", en "Close the programme: {title}";
        Starts { title: String }: id "Pelatihan dimulai: {title}", en "Programme begins: {title}";
        Ends { title: String }: id "Pelatihan berakhir: {title}", en "Programme ends: {title}";
        Reaction { title: String }: id "Kuesioner peserta: {title}", en "Questionnaire of participants: {title}";
        Later { kind: String, title: String }: id "Evaluasi {kind}: {title}", en "Evaluation, {kind}: {title}";
        Contract: id "Kontrak PPPK berakhir", en "PPPK contract ends";
        Quiet { mentee: String }: id "Sesi pendampingan {mentee}", en "Mentoring session of {mentee}";
        Newcomer: id "Mentor bagi pegawai baru", en "A mentor for the newcomer";
        Briefing { number: String, count: u64 }: id "Penjelasan {number}: {count} pegawai belum", en "Briefing on {number}: {count} {people} without", people of count "person" / "people";
        Coming { number: String }: id "Penjelasan {number}, yang mulai berlaku", en "Briefing on {number}, which comes into force";
        Closing { month: String }: id "Tutup buku {month}", en "Close {month}";
        Printing { month: String, count: usize }: id "Cetak laporan {month}: {count} berkas", en "Print the reports of {month}: {count} {files}", files of count "file" / "files";
        Past { count: i64 }: id "lewat {count} hari", en "{count} {days} late", days of count "day" / "days";
        PastWorkdays { count: i64 }: id "lewat {count} hari kerja", en "{count} working {days} late", days of count "day" / "days";
        Since { count: i64 }: id "sudah {count} hari", en "for {count} {days}", days of count "day" / "days";
        In { count: i64 }: id "{count} hari lagi", en "in {count} {days}", days of count "day" / "days";
        InWorkdays { count: i64 }: id "{count} hari kerja lagi", en "in {count} working {days}", days of count "day" / "days";
        NoteCommands: id "Kata berhuruf besar di perintah diganti: KODE, TANGGAL, TEKS, dan sebagainya. Pilihannya ada di bantuan, misalnya: bina complaint resolve --help", en "Words in capitals in a command are to be replaced: CODE, DATE, TEXT and so on. Their choices are in its help, for example: bina complaint resolve --help";
    }
}
