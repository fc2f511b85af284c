//! The words of the report `impact`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about what the public said before and after a programme.
    pub enum ImpactText {
        Title { month: String }: id "INDIKASI DAMPAK PELATIHAN – {month}", en "IMPACT INDICATION OF PROGRAMMES – {month}";
        Section: id "Indikasi dampak pelatihan pada pelayanan", en "Impact indication of programmes on service";
        Verdicts: id "Ringkasan", en "Summary";
        BeforeAfter: id "Sebelum dan sesudah", en "Before and after";
        ServiceFigures: id "Angka pelayanan unit peserta", en "Service figures of the units with participants";
        FollowUps: id "Tindak lanjut", en "Follow-up";
        Actions: id "Rencana aksi", en "Actions";
        Commands: id "Perintah untuk membuka evaluasi lanjutan", en "Commands that open the further evaluation";
        NoProgrammes: id "Belum ada pelatihan bagi unit pelayanan yang masa sesudahnya sudah lengkap.", en "No programme for units that serve the public has a complete window after it yet.";
        NoFollowUp: id "Tidak ada evaluasi lanjutan yang perlu.", en "No further evaluation is due.";

        Key: id "Kunci", en "Key";
        Training: id "Pelatihan", en "Programme";
        Windows: id "Sebelum / sesudah", en "Before / after";
        BeforeFrom: id "Sebelum: sejak", en "Before: from";
        BeforeTo: id "Sebelum: sampai", en "Before: to";
        AfterFrom: id "Sesudah: sejak", en "After: from";
        AfterTo: id "Sesudah: sampai", en "After: to";
        Participants: id "Peserta", en "Participants";
        Units: id "Unit peserta", en "Units";
        ComparisonUnits: id "Unit pembanding", en "Comparison units";
        Verdict: id "Kesimpulan", en "Verdict";
        Overdue: id "Lewat tenggat", en "Overdue";
        OverdueCount: id "Pengaduan yang lewat tenggat", en "Overdue complaints";
        OverdueIds: id "Nomor pengaduan", en "Complaint numbers";
        Action: id "Evaluasi lanjutan", en "Further evaluation";
        Group: id "Kelompok", en "Group";
        Window: id "Masa", en "Window";
        Received: id "Masuk", en "Received";
        Resolvable: id "Dapat diselesaikan", en "Can be resolved";
        Resolved: id "Selesai", en "Resolved";
        OnTime: id "Tepat waktu", en "On time";
        Median: id "Median hari kerja", en "Median working days";
        Reopened: id "Dibuka kembali", en "Reopened";
        Satisfied: id "Pengadu puas", en "Complainant satisfied";
        Respondents: id "Responden", en "Respondents";
        Ikm: id "IKM", en "IKM";
        Quality: id "Mutu", en "Quality";
        Indicator: id "Angka", en "Figure";
        Unit: id "Satuan", en "Unit of measure";
        Direction: id "Arah", en "Direction";
        Before: id "Sebelum", en "Before";
        After: id "Sesudah", en "After";
        Values: id "n", en "n";
        Change: id "Perubahan", en "Change";
        What: id "Apa", en "What";
        Owner: id "Penanggung jawab", en "Owner";
        Due: id "Tenggat", en "Due";
        Done: id "Selesai", en "Done";
        Command: id "Perintah", en "Command";
        Complaints: id "Pengaduan", en "Complaints";
        IndexBeforeAfter: id "Nilai IKM pada masa yang sama", en "Satisfaction index in the same windows";

        Participating: id "unit peserta", en "participating units";
        Comparison: id "unit pembanding", en "comparison units";
        Handled: id "ditangani peserta", en "handled by participants";
        Improved: id "membaik", en "improved";
        NotImproved: id "belum membaik", en "not improved";
        StillOpen: id "belum dapat dinilai", en "cannot be judged yet";
        TooFew: id "data belum cukup", en "too few data";
        Open { day: String }: id "belum dapat dinilai sampai {day}", en "cannot be judged before {day}";
        Better: id "membaik", en "better";
        Same: id "tetap", en "unchanged";
        Worse: id "memburuk", en "worse";
        Points { points: String }: id "{points} poin", en "{points} points";
        Span { first: String, last: String }: id "{first}–{last}", en "{first}–{last}";
        Due0: id "perlu dibuka", en "to be opened";
        NotDue: id "tidak perlu", en "not due";
        IsOpen: id "berjalan", en "running";
        IsDone: id "selesai", en "done";
        EvaluationWhat { title: String }: id "Evaluasi lanjutan: {title}", en "Further evaluation: {title}";

        NoCause: id "Perubahan ini bukan bukti sebab-akibat: hal lain dapat berubah pada masa yang sama. Bandingkan dengan unit pembanding.", en "These changes are no proof of cause: other things may have changed in the same time. Compare with the units without participants.";
        NoteDeadlines { day: String }: id "Tenggat pengaduan diubah pada {day}: pengaduan mengikuti tenggat yang berlaku pada hari diterima, sehingga ketepatan waktu kedua masa tidak sebanding dan tidak ikut menentukan kesimpulan.", en "The deadlines of complaints changed on {day}: a complaint follows those in force on its receipt, so the shares on time of the two windows cannot be compared and do not decide.";
        NoteVerdict { n: i64 }: id "Membaik: angka selesai, tepat waktu, atau median hari kerja membaik dan tidak satu pun memburuk. Belum membaik: selain itu. Data belum cukup: kurang dari {n} pengaduan yang dapat diselesaikan (masuk tanpa bukan kewenangan, tidak jelas, dicabut) pada salah satu masa.", en "Improved: the resolution rate, the share on time or the median working days is better and none is worse. Not improved: all else. Too few data: fewer than {n} complaints that can be resolved (received without not-competent, unclear, withdrawn ones) in either window.";
        NoteWindows { before: i64, after: i64 }: id "Masa: {before} bulan penuh sebelum bulan mulai dan {after} bulan penuh sesudah bulan selesai; bulan pelatihan sendiri tidak dihitung. Pengaduan tiap masa menurut keadaan pada hari terakhir masa itu.", en "Windows: {before} whole months before the month of the start and {after} after the month of the end; the programme's own months are left out. The complaints of a window as known on its last day.";
        NoteUnits { participating: String, comparison: String }: id "Unit peserta: {participating}. Unit pembanding: {comparison}.", en "Participating units: {participating}. Comparison units: {comparison}.";
        NoteServices { services: String }: id "Hanya pengaduan dan jawaban tentang layanan yang disebut pelatihan: {services}.", en "Only complaints and answers about the services that the programme names: {services}.";
        NoteFollowUp: id "Bila pengaduan belum membaik, atau masih ada yang lewat tenggat, evaluasi lanjutan diperlukan.", en "Where complaints have not improved, or some are still overdue, a further evaluation is due.";
        NoteOverdue: id "Nomor pengaduan yang lewat tenggat ada di laporan bulanan.", en "The numbers of the overdue complaints stand in the monthly report.";
        NoteCommand: id "Tambahkan `--owner` dengan nama penanggung jawab.", en "Add `--owner` with the name of who is responsible.";
        NotePoints: id "Poin: selisih dua persentase yang tertulis.", en "Points: the difference of the two percentages shown.";
        NoteSmall { minimum: u64 }: id "* tidak ditampilkan: responden kurang dari {minimum}.", en "* suppressed: fewer than {minimum} respondents.";
        NoteNoComparison: id "Tidak ada unit pelayanan tanpa peserta, jadi tidak ada pembanding.", en "No unit that serves the public is without participants, so there is nothing to compare with.";
    }
}
