//! The words of the notice board, which are for everybody.

use super::words;

words! {
    /// Headings and sentences.
    pub enum NoticeText {
        Title { month: String }: id "PAPAN PENGUMUMAN – {month}", en "NOTICE BOARD – {month}";
        NotShown { minimum: u64 }: id "Tidak ditampilkan: nama orang, isi pengaduan, dan penilaian oleh kurang dari {minimum} orang.", en "Not shown: names of people, what complaints say, and what fewer than {minimum} people think.";
        Judged: id "Penilaian Anda atas pelayanan kami", en "What you think of our service";
        OfMonths { months: i64 }: id "Survei {months} bulan terakhir", en "Survey of the last {months} months";
        Result: id "Hasil", en "Result";
        Index { most: i64 }: id "Nilai kepuasan masyarakat, paling tinggi {most}", en "Satisfaction, at most {most}";
        Quality: id "Mutu pelayanan", en "Quality of service";
        Respondents: id "Warga yang menjawab", en "People who answered";
        Lowest: id "Yang paling perlu kami perbaiki", en "What we must improve most";
        NoSurvey: id "Belum ada jawaban survei.", en "No survey was answered yet.";
        TooFew { minimum: u64 }: id "* Kurang dari {minimum} orang menjawab, sehingga penilaiannya tidak ditampilkan.", en "* Fewer than {minimum} people answered, so what they think is not shown.";
        TooFewOnOne { minimum: u64 }: id "* Ada unsur pelayanan yang dijawab kurang dari {minimum} orang, sehingga nilai seluruhnya tidak ditampilkan.", en "* Fewer than {minimum} people answered about one of the service elements, so the whole is not shown.";
        Part: id "Nilainya belum dapat dihitung: ada unsur pelayanan yang tidak dijawab siapa pun.", en "It cannot be computed yet: nobody answered about one of the service elements.";
        Complaints: id "Pengaduan Anda", en "Your complaints";
        Period { period: String }: id "{period}", en "{period}";
        Number: id "Jumlah", en "Number";
        Received: id "Masuk", en "Received";
        Resolved: id "Diselesaikan, kapan pun masuknya", en "Resolved, whenever received";
        OnTime: id "Tepat waktu, dari yang diselesaikan", en "On time, of those resolved";
        Untimed { count: u64 }: id "Dari yang diselesaikan, {count} tidak diketahui tepat waktu atau tidak.", en "Of those resolved, it is not known of {count} whether they were on time.";
        Open: id "Masih kami tangani", en "Still being handled";
        Overdue: id "Di antaranya lewat tenggat", en "Of these past their deadline";
        Deeds: id "Anda sampaikan – kami lakukan", en "You said – we did";
        Said: id "Anda sampaikan", en "You said";
        Done: id "Kami lakukan", en "We did";
        When: id "Selesai", en "Done";
        Complaint: id "Pengaduan warga", en "A complaint";
        Survey: id "Survei kepuasan masyarakat", en "The survey of satisfaction";
        DoneAsSaid: id "Sudah dilaksanakan.", en "It is done.";
        NoDeeds: id "Belum ada yang selesai dalam dua belas bulan terakhir.", en "Nothing was finished in the last twelve months yet.";
        MoreDeeds { count: u64 }: id "Dan {count} lainnya dalam dua belas bulan terakhir.", en "And {count} more in the last twelve months.";
        Naming { count: usize }: id "{count} tindak lanjut tidak ditampilkan karena kalimatnya memuat nama pegawai; tulis tanpa nama agar tampil.", en "{count} {things} not shown because the words name somebody of the office; write them without a name to show them.", things of count "follow-up is" / "follow-ups are";
        Where: id "Sampaikan pengaduan dan usul Anda melalui", en "Tell us your complaints and suggestions";
        NoChannels: id "Belum ada kanal pengaduan yang tercatat.", en "No channel of complaints is recorded yet.";
        Address { address: String }: id "Datang langsung: {address}", en "Come to us: {address}";
    }
}
