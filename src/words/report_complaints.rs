//! The words of the report about complaints.

use super::words;

words! {
    /// Headings, captions, notes and sentences.
    pub enum ComplaintsText {
        Title { month: String }: id "PENGADUAN MASYARAKAT – {month}", en "COMPLAINTS OF THE PUBLIC – {month}";
        Happened: id "Yang terjadi bulan ini", en "What happened in the month";
        NoteHappened: id "Yang terjadi bulan ini, kapan pun diterima: yang terbuka pada awal bulan, ditambah yang masuk dan yang tertutup pada awal bulan lalu dibuka kembali, dikurangi yang ditutup, adalah yang masih terbuka. Yang ditutup lalu dibuka lagi dalam bulan ini terhitung sekali, menurut keadaannya pada hari terakhir. Tabel di bawahnya mengikuti yang diterima bulan ini.", en "What happened in the month, whenever it was received: those open at its beginning, with those received and those that were closed at its beginning and reopened, less those closed, are those still open. What was closed and opened again within the month counts once, as it stands on its last day. The tables below follow those received in the month.";
        NoteWithin { count: u64 }: id "Ditutup dan dibuka kembali dalam bulan ini, dari yang terbuka pada awal atau masuk dalam bulan ini: {count}. Penutupan itu tidak terhitung.", en "Closed and reopened within the month, of those open at first or received in it: {count}. Those closings do not count.";
        NoteRepeats { count: u64 }: id "Terbuka pada awal bulan, lalu diketahui mengulang yang lain: {count}. Ini juga dikurangkan, dan tidak dihitung lagi.", en "Open at the beginning and then found to repeat another: {count}. They too are taken off, and count no longer.";
        NoteRepeated { count: u64 }: id "Masuk dalam bulan ini dan mengulang yang lain: {count}. Tidak terhitung di atas, dan tidak pula di tabel di bawah.", en "Received in the month and repeating another: {count}. Not counted above, nor in the tables below.";
        Reopened { received: String, reopened: String }: id "{received}, dibuka kembali {reopened}", en "{received}, reopened {reopened}";
        NoteReopened: id "Hari kerja pengaduan yang dibuka kembali dihitung sejak hari dibuka kembali.", en "The working days of what was reopened are counted from the day of the reopening.";
        Month: id "Pengaduan yang diterima bulan ini", en "Complaints received in the month";
        ByHandler: id "Menurut penangan", en "By handler";
        Requests: id "Aspirasi dan permintaan informasi", en "Aspirations and requests for information";
        Open: id "Yang masih terbuka", en "What is open";
        NothingOpen: id "Tidak ada yang terbuka.", en "Nothing is open.";
        OverOnFreeDay: id "0, lewat pada hari libur", en "0, past on a free day";
        DaysLeft { days: i64 }: id "sisa {days}", en "{days} left";
        IdleGroups { key: String }: id "{key} yang tidak tercantum: tidak ada yang masuk, dan tidak ada yang lewat tenggat.", en "{key} not listed: none was received, and none is overdue.";
        Trained: id "terlatih", en "trained";
        Untrained: id "tanpa pelatihan tercatat", en "no training on record";
        Nobody: id "penangan tidak tercatat", en "handler not on record";
        NoteResponse: id "Tanggapan pertama dinilai terhadap tenggat kelasnya sejak hari diterima. Yang belum jatuh tempo tidak dihitung; yang ditutup tanpa tanggapan tercatat tidak dapat dinilai.", en "The first response is held against the deadline of the class, from the day of receipt. What is not yet due is not counted; what was closed without a response on record cannot be judged.";
        NoteResponseUnknown { count: u64 }: id "Tanggapan pertama {count} pengaduan bulan ini tidak dapat dinilai.", en "Complaints of the month whose first response cannot be judged: {count}.";
        NoteTraining { topics: String }: id "Terlatih: menyelesaikan pelatihan bertopik {topics} sebelum pengaduan diterima.", en "Trained: who completed a programme on {topics} before the complaint was received.";
        NoteNoTopics: id "Ketentuan pengaduan tidak menyebut topik pelatihan penangan (`handler_topics`), sehingga tidak diketahui siapa yang terlatih.", en "The rule on complaints names no topics of training for handlers (`handler_topics`), so who is trained is not known.";
        NoteRequests: id "Tenggatnya menurut kelas, seperti pengaduan; tidak dihitung dalam angka pengaduan.", en "Their deadlines follow their class, as those of complaints; they enter no figure of complaints.";
    }
}
