//! The words of the report `impact`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about what the public said before and after a programme.
    pub enum ImpactText {
        Title { month: String }: id "INDIKASI DAMPAK PELATIHAN – {month}", en "IMPACT INDICATION OF PROGRAMMES – {month}";
        NoProgrammes: id "Belum ada pelatihan bagi unit pelayanan yang masa sesudahnya sudah lengkap.", en "No programme for units that serve the public has a complete window after it yet.";
        MaybeNoProgrammes: id "Tidak diketahui apakah ada pelatihan bagi unit pelayanan yang masa sesudahnya sudah lengkap.", en "Whether a programme for units that serve the public has a complete window after it is not known.";
        NoteUnclear { count: usize, titles: String, units: String }: id "Pelatihan yang masa sesudahnya lengkap dalam dua belas bulan ini tetapi tidak dibandingkan: {count} ({titles}). Belum dicatat apakah {units} melayani masyarakat (units.csv, kolom public_service kosong).", en "Programmes whose window after became complete within these twelve months and that are not compared: {count} ({titles}). Whether {units} serves the public is not on record (units.csv, column public_service is empty).";
        NoteUnclearCount { count: usize }: id "Pelatihan yang masa sesudahnya lengkap dalam dua belas bulan ini tetapi tidak dibandingkan karena belum dicatat apakah unit pesertanya melayani masyarakat: {count}.", en "Programmes whose window after became complete within these twelve months and that are not compared, because whether their units serve the public is not on record: {count}.";
        NoteUnitsUnknown { units: String }: id "Belum dicatat apakah {units} melayani masyarakat, jadi unit itu bukan unit pembanding dan hanya menjadi unit peserta bila dokumen pelatihan menyebutnya.", en "Whether {units} serves the public is not on record, so it is no comparison unit, and a participating unit only where the programme's document names it.";

        Training: id "Pelatihan", en "Programme";
        Verdict: id "Kesimpulan", en "Verdict";

        Improved: id "membaik", en "improved";
        NotImproved: id "belum membaik", en "not improved";
        StillOpen: id "belum dapat dinilai", en "cannot be judged yet";
        Unrecorded: id "tidak dapat dinilai: sebelum catatan dimulai", en "cannot be judged: before the records begin";
        TooFew: id "data belum cukup", en "too few data";
        Open { day: String }: id "belum dapat dinilai sampai {day}", en "cannot be judged before {day}";
        Points { points: String }: id "{points} poin", en "{points} points";
        EvaluationWhat { title: String }: id "Evaluasi lanjutan: {title}", en "Further evaluation: {title}";

        NoCause: id "Perubahan ini bukan bukti sebab-akibat: hal lain dapat berubah pada masa yang sama. Bandingkan dengan unit pembanding.", en "These changes are no proof of cause: other things may have changed in the same time. Compare with the units without participants.";
        NoteUntimed { untimed: u64, resolved: u64 }: id "Dari {resolved} pengaduan unit peserta yang selesai pada kedua masa, {untimed} tanpa kelas, sehingga tidak diketahui tepat waktu atau tidak.", en "Of the complaints of participating units in the two windows {resolved} are resolved; {untimed} of these have no class, so whether in time is not known.";
        NoteDeadlines { day: String }: id "Tenggat pengaduan diubah pada {day}: pengaduan mengikuti tenggat yang berlaku pada hari diterima, sehingga ketepatan waktu kedua masa tidak sebanding dan tidak ikut menentukan kesimpulan.", en "The deadlines of complaints changed on {day}: a complaint follows those in force on its receipt, so the shares on time of the two windows cannot be compared and do not decide.";
        NoteNamed: id "Di sini hanya pelatihan yang dokumennya menyebut unit atau layanan yang masyarakatnya diharapkan merasakan hasilnya dan yang berakhir paling lambat sebulan sesudah dimulai; laporan dampak juga membandingkan pelatihan lain yang pesertanya melayani masyarakat.", en "Only programmes whose document names the units or services whose public is expected to notice, and that ended within a month of their start; the report on impact compares others too whose participants serve the public.";
        SomeUnits { count: u64 }: id "{count} unit", en "{count} units";
        NothingOwed: id "Tidak ada evaluasi penerapan atau dampak yang ditunggu.", en "No evaluation of application or impact is owed.";
        NothingKnownOwed: id "Tidak ada yang diketahui ditunggu; dari pelatihan yang tidak dibandingkan tidak diketahui.", en "None is known to be owed; of the programmes that are not compared it is not known.";
        NoteOwed: id "Penerapan di tempat kerja ditunggu bila pelatihan mempunyai kuesioner bagi alumni atau atasan dan jawaban sesudahnya belum cukup; satu jawaban dari beberapa orang belum menjadi evaluasi. Dampak pada pelayanan ditunggu bila masa sesudah pelatihan berakhir dalam dua belas bulan ini, pengaduan belum membaik atau masih ada yang lewat tenggat, dan evaluasi lanjutannya belum dibuka.", en "Application at work is owed where a questionnaire for alumni or supervisors belongs to the programme and too few have answered since; one answer of several people is no evaluation. Impact on service is owed where the window after the programme ended within these twelve months, complaints have not improved or some are overdue, and nobody opened the further evaluation.";
        NoteVerdict { n: i64 }: id "Membaik: angka selesai, tepat waktu, atau median hari kerja membaik dan tidak satu pun memburuk. Belum membaik: selain itu. Data belum cukup: kurang dari {n} pengaduan yang dapat diselesaikan (masuk tanpa bukan kewenangan, tidak jelas, dicabut) pada salah satu masa.", en "Improved: the resolution rate, the share on time or the median working days is better and none is worse. Not improved: all else. Too few data: fewer than {n} complaints that can be resolved (received without not-competent, unclear, withdrawn ones) in either window.";
        NoteWindows { before: i64, after: i64 }: id "Masa: {before} bulan penuh sebelum bulan mulai dan {after} bulan penuh sesudah bulan selesai; bulan pelatihan sendiri tidak dihitung. Pengaduan tiap masa menurut keadaan pada hari terakhir masa itu.", en "Windows: {before} whole months before the month of the start and {after} after the month of the end; the programme's own months are left out. The complaints of a window as known on its last day.";
        NoteUnits { participating: String, comparison: String }: id "Unit peserta: {participating}. Unit pembanding: {comparison}.", en "Participating units: {participating}. Comparison units: {comparison}.";
        NoteServices { services: String }: id "Hanya pengaduan dan jawaban tentang layanan yang disebut pelatihan: {services}.", en "Only complaints and answers about the services that the programme names: {services}.";
        NoteFollowUp: id "Setelah masa sesudah pelatihan berakhir, evaluasi lanjutan diperlukan bila pengaduan belum membaik atau masih ada yang lewat tenggat.", en "Once the window after the programme is over, a further evaluation is due where complaints have not improved or some are still overdue.";
        NoteOverdue: id "Pengaduan yang lewat tenggat disebut satu per satu dalam laporan bulanan.", en "The monthly report names each of the overdue complaints.";
        NoteCommand: id "Tambahkan `--owner` dengan nama penanggung jawab.", en "Add `--owner` with the name of who is responsible.";
        NotePoints: id "Poin: selisih dua persentase yang tertulis.", en "Points: the difference of the two percentages shown.";
        NoteSmall { minimum: u64 }: id "* tidak ditampilkan: responden kurang dari {minimum}.", en "* suppressed: fewer than {minimum} respondents.";
        NoteNoComparison: id "Tidak ada unit pelayanan tanpa peserta, jadi tidak ada pembanding.", en "No unit that serves the public is without participants, so there is nothing to compare with.";
    }
}
