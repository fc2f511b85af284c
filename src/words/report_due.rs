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
        Signatory: id "Tetapkan siapa yang menandatangani laporan dan cetakan", en "Say who signs reports and papers";
        Closing { month: String }: id "Tutup buku {month}", en "Close {month}";
        Printing { month: String, count: usize }: id "Cetak laporan {month}: {count} berkas", en "Print the reports of {month}: {count} {files}", files of count "file" / "files";
        Past { count: i64 }: id "lewat {count} hari", en "{count} {days} late", days of count "day" / "days";
        PastWorkdays { count: i64 }: id "lewat {count} hari kerja", en "{count} working {days} late", days of count "day" / "days";
        Since { count: i64 }: id "sudah {count} hari", en "for {count} {days}", days of count "day" / "days";
        In { count: i64 }: id "{count} hari lagi", en "in {count} {days}", days of count "day" / "days";
        InWorkdays { count: i64 }: id "{count} hari kerja lagi", en "in {count} working {days}", days of count "day" / "days";
        LetterTitle { day: String }: id "YANG PERLU DIKERJAKAN – {day}", en "WHAT THERE IS TO DO – {day}";
        Subject { count: usize, late: usize }: id "{count} hal untuk dikerjakan, {late} di antaranya terlambat", en "{count} {things} to do, {late} of them late", things of count "thing" / "things";
        SubjectInTime { count: usize }: id "{count} hal untuk dikerjakan", en "{count} {things} to do", things of count "thing" / "things";
        Greeting { name: String }: id "Yth. Ibu/Bapak {name}", en "Dear {name}";
        LetterLate: id "Terlambat", en "Late";
        LetterOpen: id "Menunggu", en "Waiting";
        LetterAhead { day: String }: id "Sampai {day}", en "By {day}";
        NoteLetter { office: String }: id "Yang sudah dikerjakan, atau keliru di sini, mohon disampaikan kepada {office}; sesudah dicatat, tidak disebut lagi.", en "Please tell {office} what is done, or wrong here; once it is recorded it is not mentioned again.";
        DoEvaluate: id "Mohon dinilai hasil kerja dan perilakunya.", en "Please rate results and behaviour.";
        DoEvaluateAll: id "Mohon disiapkan penilaian setiap pegawai di bawah Ibu/Bapak.", en "Please prepare the evaluation of everybody who works under you.";
        DoGuide: id "Mohon dibicarakan dengan yang bersangkutan, dan disepakati langkah perbaikannya.", en "Please talk about it, and agree on the steps that help.";
        DoFollowUp: id "Mohon dilihat bersama yang bersangkutan apakah langkah yang disepakati sudah dijalankan.", en "Please look together whether the steps that were agreed on were taken.";
        DoResult: id "Mohon disampaikan apa hasilnya.", en "Please tell what came of it.";
        DoRecognise: id "Mohon diusulkan penghargaan yang pantas.", en "Please propose a fitting recognition.";
        DoRenew: id "Mohon diperpanjang, dan salinan sertifikat yang baru diserahkan.", en "Please renew it, and hand in a copy of the new certificate.";
        DoRefresh: id "Mohon diikuti lagi; jadwalnya dapat ditanyakan kepada kantor.", en "Please attend it again; ask the office for the dates.";
        DoContract: id "Mohon ditanyakan kelanjutannya kepada kantor.", en "Please ask the office how it goes on.";
        DoMeet: id "Mohon diadakan sesi berikutnya, lalu tanggal dan pokok bahasannya disampaikan.", en "Please meet again, and tell the day and what it was about.";
        DoPair: id "Mohon diusulkan siapa yang mendampinginya.", en "Please propose who guides the newcomer.";
        DoRespond: id "Mohon diberi tanggapan pertama kepada pelapor.", en "Please give the citizen a first response.";
        DoResolve: id "Mohon diselesaikan, dan hasilnya disampaikan kepada pelapor.", en "Please resolve it, and tell the citizen what came of it.";
        DoClassify: id "Mohon disampaikan termasuk kelas apa.", en "Please tell which class it is of.";
        DoAct: id "Mohon dikerjakan, dan hasilnya disampaikan.", en "Please do it, and tell what came of it.";
        DoPlan: id "Mohon dilaksanakan, atau disampaikan bila rencananya harus diubah.", en "Please carry it out, or say if the plan must change.";
        DoSuggestion: id "Mohon dikerjakan, dan hasilnya disampaikan kepada warga.", en "Please do it, and tell the citizens what came of it.";
        NoteCommands: id "Kata berhuruf besar di perintah diganti: KODE, TANGGAL, TEKS, dan sebagainya. Pilihannya ada di bantuan, misalnya: bina complaint resolve --help", en "Words in capitals in a command are to be replaced: CODE, DATE, TEXT and so on. Their choices are in its help, for example: bina complaint resolve --help";
    }
}
