//! The words of reports. What an Indonesian officer or camat reads; the same in English on request.

use super::words;

words! {
    /// Headings, captions, notes and sentences of reports.
    pub enum Text {
        // ---- heads ------------------------------------------------------------------------------
        OverviewTitle { kind: String, period: String }: id "LAPORAN {kind} PEMBINAAN ASN – {period}", en "{kind} REPORT ON CIVIL SERVANT DEVELOPMENT – {period}";
        BriefTitle { month: String }: id "LAPORAN RINGKAS PEMBINAAN ASN – {month}", en "BRIEF ON CIVIL SERVANT DEVELOPMENT – {month}";
        Unfinished { day: String }: id "Belum berakhir: dibuat {day}, memuat yang tercatat sampai hari itu; yang disebut lewat dan belum ditutup adalah menurut hari terakhir masa laporan", en "Not over yet: made on {day} from what was recorded by then; what is called late or not closed is so by the last day of the time reported";
        Printing { number: u32, moved: usize }: id "Cetakan ke-{number}, pengganti yang sebelumnya: {moved} angka bergeser", en "Printing no. {number}, in place of the one before: {moved} {figures} moved", figures of moved "figure" / "figures";
        DataUntil { day: String }: id "Data sampai {day}", en "Data up to {day}";
        Addressee { who: String }: id "Yth. {who}", en "To: {who}";
        PlaceAndDay { place: String }: id "{place}, …………………………", en "{place}, …………………………";
        SealedWith { code: String, office: String }: id "Kode pemeriksaan: {code}. Dengan kode ini {office} dapat mencocokkan halaman ini dengan catatannya: nama, NIP, jabatan, unit, dan setiap baris pelatihan, sertifikat, serta mentoring; penilaian kinerja tidak termasuk.", en "Code: {code}. With it {office} can hold this page against its records: name, NIP, position, unit, and every line of programmes, certificates and mentoring; evaluations are not part of it.";
        RankToFill: id "Pangkat/golongan: ………………", en "Rank and grade: ………………";
        RankOf { rank: String, grade: String }: id "{rank} ({grade})", en "{rank} ({grade})";
        GradeOf { grade: String }: id "Golongan {grade}", en "Grade {grade}";
        NipOf { nip: String }: id "NIP {nip}", en "NIP {nip}";
        NipToFill: id "NIP …………………………", en "NIP …………………………";
        Number: id "Nomor: ……………", en "Number: ……………";
        MonthName { name: String, year: i32 }: id "{name} {year}", en "{name} {year}";
        DayName { day: u32, month: String, year: i32 }: id "{day} {month} {year}", en "{day} {month} {year}";
        Total: id "Seluruhnya", en "Total";
        AndMore { count: u64 }: id "Masih ada {count} hal lain, lihat laporan bulanan.", en "{count} other {matters}: see the monthly report.", matters of count "matter" / "matters";
        UnitAlone { name: String }: id "{name} (di luar unit di bawahnya)", en "{name} (without the units below it)";
        UnitsEvaluated { count: u64 }: id "Tidak ditampilkan: {count} unit tanpa pegawai yang belum dinilai.", en "{count} {units} nobody without an evaluation and {are} not shown.", units of count "unit has" / "units have", are of count "is" / "are";
        IdleUnits { count: u64 }: id "Tidak ditampilkan: {count} unit tanpa catatan.", en "{count} {units} no records and {are} not shown.", units of count "unit has" / "units have", are of count "is" / "are";
        MoreRows { count: u64 }: id "Masih ada {count} baris lagi; semuanya ada dalam laporan lengkap.", en "{count} more {rows} in the full report.", rows of count "row stands" / "rows stand";
        NoteFull: id "Rincian, cara menghitung, dan dasar hukum ada dalam laporan lengkap.", en "Details, how it is counted and by which law stand in the full report.";
        AndMoreBelow { count: u64 }: id "Masih ada {count} hal lain; semuanya ada dalam laporan lengkap.", en "{count} other {matters} in the full report.", matters of count "matter stands" / "matters stand";
        Nothing: id "Tidak ada.", en "None.";
        NoAnswersOfMonth: id "Belum ada cukup jawaban tentang pelatihan yang berakhir bulan ini.", en "There are not enough answers yet about programmes that ended this month.";
        NoData: id "Belum ada data.", en "No data yet.";

        // ---- sections ---------------------------------------------------------------------------
        Completeness: id "Kelengkapan data", en "Completeness of the records";
        KeyFigures: id "Angka pokok", en "Key figures";
        ClosedMonths: id "Koreksi bulan yang sudah ditutup", en "Corrections of closed months";
        ClosingBroken { month: String }: id "Angka penutupan {month} diubah dengan tangan sesudah disegel; angka itu dan koreksinya tidak dapat dipercaya.", en "The figures of the closing of {month} were changed by hand after they were sealed; they and their corrections cannot be trusted.";
        OpenedAgain: id "bulan dibuka lagi", en "the month was opened again";
        ParticipantsVoice: id "Suara peserta", en "The participants' voice";
        PublicVoice: id "Suara masyarakat", en "The public's voice";

        // ---- key figures ------------------------------------------------------------------------
        FigurePeople: id "Orang yang dihitung", en "People counted";
        NoteAbbreviations: id "ASN: aparatur sipil negara, yaitu PNS (pegawai negeri sipil), calon PNS, dan PPPK (pegawai dengan perjanjian kerja). JP: jam pelajaran. IKM: Indeks Kepuasan Masyarakat; makin tinggi makin baik.", en "ASN: civil servants, that is PNS (permanent), their candidates, and PPPK (with a contract of work). JP: learning hours. IKM: index of public satisfaction; the higher the better.";
        AtLeastYearly { jp: String }: id "paling sedikit {jp} setahun", en "at least {jp} a year";
        PnsUnderFloor { jp: String }: id "PNS belum memenuhi {jp} JP", en "PNS below {jp} JP";
        Ikm { months: i64 }: id "IKM {months} bulan", en "Satisfaction index (IKM), {months} months";

        // ---- programmes -------------------------------------------------------------------------
        Training: id "Pelatihan", en "Programme";
        ModeColumn: id "Moda", en "Mode";
        Invited: id "Diundang", en "Invited";
        Completed: id "Selesai", en "Completed";
        Absent: id "Tidak hadir", en "Absent";
        Jp: id "JP", en "JP";
        JpEarned: id "JP diperoleh", en "JP earned";
        Mean: id "Rata-rata", en "Mean";
        Count: id "n", en "n";
        NoProgrammes: id "Tidak ada pelatihan yang berakhir bulan ini.", en "No programme ended this month.";
        NoteSelfPaced: id "Pelatihan mandiri: yang dihitung adalah yang selesai bulan ini.", en "Self-paced programmes: what counts are the completions of the month.";
        NoteSatisfactionScale { low: i64, high: i64 }: id "Kepuasan pada skala {low}–{high}; rata-rata semua butir berskala.", en "Satisfaction on a scale of {low}–{high}; the mean of all items on a scale.";
        NoteGain: id "N-gain kelas = (rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal), hanya dari peserta yang memiliki kedua nilai. Pasang nilai yang kosong tidak dianggap nol.", en "N-gain of the class = (mean post-test − mean pre-test) / (maximum − mean pre-test), over participants with both scores. A missing score is never zero.";
        NoteWithheld { minimum: u64 }: id "* tidak ditampilkan: penjawab kurang dari {minimum} orang, atau dapat dihitung dari kelompok lain.", en "* suppressed: fewer than {minimum} answered, or it could be told from the other groups.";
        NoteResponseRate: id "Pengisian = jawaban / peserta yang mengikuti.", en "Response rate = responses / people who took part.";

        // ---- hours ------------------------------------------------------------------------------
        Unit: id "Unit", en "Unit";
        UnderFloorNamed { jp: String }: id "PNS yang belum memenuhi {jp} JP", en "PNS below {jp} JP";
        OverCeilingNamed { jp: String }: id "PPPK yang melampaui batas {jp} JP", en "PPPK over the ceiling of {jp} JP";
        Name: id "Nama", en "Name";
        NoteFloor { floor: String, ceiling: String }: id "PNS paling sedikit {floor} JP setahun. PPPK paling banyak {ceiling} JP per tahun kontrak: batas atas, bukan kewajiban. CPNS tidak memiliki keduanya.", en "PNS at least {floor} JP a year. PPPK at most {ceiling} JP per contract year: a ceiling, not a floor. CPNS have neither.";
        NoteCounted { kind: String }: id "Yang dibandingkan dengan ketentuan: JP {kind}.", en "Held against the requirement: JP {kind}.";
        KindCertificate: id "menurut sertifikat pelatihan", en "as on the certificate";
        KindRecognised: id "yang diakui", en "as recognised";
        KindVerified: id "yang terverifikasi", en "as verified";
        NoteForecast: id "Prakiraan akhir tahun menambahkan pelatihan yang berakhir tahun ini dan tempatnya sudah dikonfirmasi.", en "The forecast adds programmes that end this year in which a place is confirmed.";
        NoteNonAsn { count: u64 }: id "Tidak dihitung di sini: {count} pegawai non-ASN.", en "{count} {people} not counted here.", people of count "person who is not ASN is" / "people who are not ASN are";
        NoteSomeCompletions: id "Sebagian pelatihan yang selesai belum dicatat tanggal atau JP-nya dan tidak ikut dihitung.", en "Of some completions the day or the JP is not on record; they are not counted.";
        NoteJpUnknown { count: u64 }: id "{count} ASN menyelesaikan pelatihan yang JP atau harinya tidak tercatat; JP itu belum terhitung.", en "{count} ASN completed something whose JP or day is not on record; those JP are not in the figures.";
        NoteNoContract { count: u64 }: id "Kontrak {count} PPPK tidak diketahui; batas JP mereka tidak dinilai.", en "The contract of {count} PPPK is not known; their ceiling is not judged.";

        // ---- evaluations ------------------------------------------------------------------------
        AndLater { period: String }: id "{period} dan sesudahnya", en "{period} and later";
        PredicatesByUnit { period: String }: id "Predikat menurut unit kerja, evaluasi {period}", en "Predicates by unit, evaluation of {period}";
        PredicatesOfAll { period: String }: id "Predikat seluruh pegawai, evaluasi {period}", en "Predicates of all staff, evaluation of {period}";
        Missing: id "Belum dinilai", en "Missing";
        BegunOf: id "Belum lengkap", en "Begun";
        Begun { count: u64 }: id ", {count} di antaranya belum lengkap", en ", {count} of them begun";
        NoteExempt { count: u64 }: id "Belum wajib dinilai: {count} pegawai (tugas belajar, atau baru bertugas).", en "{count} {people} no evaluation (on study leave, or new in post).", people of count "person owes" / "people owe";
        NoteWithoutParts { count: u64 }: id "Predikat {count} pegawai dicatat seperti yang disampaikan, tanpa hasil kerja dan perilaku kerja.", en "The predicate of {count} {people} stands as told, without results and behaviour.", people of count "person" / "people";
        NoteLatest: id "Yang dihitung adalah evaluasi periode yang berakhir paling akhir.", en "The evaluation of the period that ends last counts.";
        Quarter { number: u32, roman: String, year: i32 }: id "Triwulan {roman} {year}", en "quarter {number} of {year}";
        Semester { number: u32, year: i32 }: id "semester {number} tahun {year}", en "half {number} of {year}";
        Year { year: i32 }: id "tahun {year}", en "{year}";

        // ---- voices -----------------------------------------------------------------------------
        Questionnaire: id "Kuesioner", en "Questionnaire";
        Comment: id "Komentar", en "Comment";
        NotSaid: id "tidak menjawab", en "did not say";
        SampleNeeded { needed: String, population: String }: id "sedikitnya {needed} dari {population} penerima layanan", en "at least {needed} of {population} people served";
        Service: id "Layanan", en "Service";
        LowestAmong { seen: usize, all: usize }: id "Yang terendah dicari di antara {seen} dari {all} unsur pelayanan yang dapat ditampilkan; unsur lainnya dijawab terlalu sedikit orang atau tidak dijawab.", en "The lowest is looked for among the {seen} of {all} elements that can be shown; too few people, or nobody, answered about the others.";
        LowestElement { name: String, nrr: String }: id "Unsur terendah: {name} (NRR {nrr}).", en "Lowest element: {name} (NRR {nrr}).";
        NoteComplaints: id "Angka mengikuti pengaduan yang diterima bulan ini menurut keadaan pada hari terakhir; lewat tenggat mencakup semua yang masih terbuka, kapan pun diterima. Ditutup belum tentu selesai.", en "The figures follow the complaints received in the month, as known on its last day; overdue covers everything still open, whenever it was received. Closed is not resolved.";
        NoteIkm: id "IKM = jumlah (NRR unsur × bobot) × faktor; unsur yang tidak dijawab tidak dihitung pada unsur itu saja. Dibulatkan dua desimal sebelum mutu ditentukan.", en "IKM = sum of (element NRR × weight) × factor; an element left empty counts in the others only. Rounded to two decimals before the quality is chosen.";
        SmallN { minimum: i64 }: id "Unit dengan kurang dari {minimum} pengaduan tidak diperingkat.", en "Units with fewer than {minimum} complaints are not ranked.";

        OwnerLeft { owner: String, holder: String }: id "{holder} (semula {owner}, tidak lagi di kantor ini)", en "{holder} (formerly {owner}, who has left)";
        OwnerGone { owner: String }: id "belum ada (semula {owner}, tidak lagi di kantor ini)", en "nobody yet (formerly {owner}, who has left)";
        NoteOpenActions { count: u64, undated: u64 }: id "Rencana aksi yang masih terbuka: {count}, di antaranya {undated} tanpa tenggat.", en "{count} follow-up {actions} still open, {undated} of them without a due date.", actions of count "action is" / "actions are";

        // ---- attention --------------------------------------------------------------------------
        AttendTraining { title: String, places: u64 }: id "{title} ({places} tempat dikonfirmasi)", en "{title} ({places} confirmed {seats})", seats of places "place" / "places";
        AttendTrainingEndUnrolled { title: String }: id "{title} berakhir (pesertanya belum tercatat)", en "{title} ends (nobody is on record as taking part yet)";
        AttendTrainingEnd { title: String, places: u64 }: id "{title} berakhir ({places} orang mengikuti)", en "{title} ends ({places} {people} in it)", people of places "person" / "people";
        AttendForum { text: String }: id "Tindak lanjut forum: {text}", en "Follow-up of a forum: {text}";
        AttendUnclosed { title: String }: id "Tutup pelatihan: {title}", en "Close the programme: {title}";
        AttendContract: id "Kontrak PPPK berakhir", en "PPPK contract ends";
        AttendComplaintOverdue { about: String }: id "Selesaikan pengaduan yang lewat tenggat: {about}", en "Resolve the overdue complaint: {about}";
        AttendComplaintDue { about: String }: id "Pengaduan jatuh tempo: {about}", en "Complaint falls due: {about}";
        AttendEvaluation { count: u64, period: String, begun: String }: id "Lengkapi evaluasi {period}: {count} pegawai{begun}", en "Complete the evaluation of {period}: {count} {people}{begun}", people of count "person" / "people";
        AttendHours { count: u64, jp: String }: id "Rencanakan JP bagi {count} PNS yang belum {jp} JP", en "Plan JP for {count} PNS below {jp} JP";
        AttendNextEvaluation { period: String }: id "Evaluasi {period} jatuh tempo", en "The evaluation of {period} falls due";
        NoService: id "layanan tidak disebut", en "no service named";
        Evaluator { unit: String }: id "pejabat penilai {unit}", en "evaluator of {unit}";
        Sentences: id "Uraian", en "Items";
        Line: id "Nomor", en "Number";

        // ---- the brief --------------------------------------------------------------------------
        Summary: id "Ringkasan", en "Summary";
        Happened: id "Yang terjadi", en "What happened";
        SumIkm { months: i64, value: String, letter: String, quality: String, n: u64, change: String }: id "IKM {months} bulan {value} ({letter}, {quality}; n = {n}{change}).", en "IKM of {months} months {value} ({letter}, {quality}; n = {n}{change}).";
        Rose { by: String }: id "; naik {by}", en "; up {by}";
        Fell { by: String }: id "; turun {by}", en "; down {by}";
        Same: id "; tetap", en "; unchanged";
        SumNoIkm: id "IKM belum dapat dihitung: belum ada jawaban survei.", en "The IKM cannot be computed yet: nobody has answered the survey.";
        SumIkmFew { minimum: u64 }: id "IKM tidak ditampilkan: ada unsur pelayanan yang dijawab kurang dari {minimum} orang.", en "The IKM is not shown: fewer than {minimum} people answered about one of the service elements.";
        SumIkmPart: id "IKM belum dapat dihitung: ada unsur pelayanan yang tidak dijawab siapa pun.", en "The IKM cannot be computed yet: nobody answered about one of the service elements.";
        SumIkmWithheld { minimum: u64 }: id "IKM tidak ditampilkan: penjawab kurang dari {minimum} orang.", en "The IKM is not shown: fewer than {minimum} answered.";
        SumOverdue { count: u64 }: id "Pengaduan yang melewati tenggat: {count}.", en "{count} {complaints} overdue.", complaints of count "complaint is" / "complaints are";
        SumOverdueKnown { count: u64, unclassed: u64 }: id "Pengaduan yang diketahui melewati tenggat: {count}; {unclassed} lainnya tanpa kelas, jadi tanpa tenggat.", en "Complaints known to be overdue: {count}; {unclassed} more have no class, so no deadline.";
        SumOverdueUnknown { unclassed: u64 }: id "Belum diketahui apakah ada pengaduan yang melewati tenggat; terbuka tanpa kelas: {unclassed}.", en "Whether complaints are overdue is not known; open without a class: {unclassed}.";
        NoneKnownOverdue { count: u64 }: id "Tidak ada yang diketahui; terbuka tanpa kelas: {count}.", en "None that is known; open without a class: {count}.";
        WithoutClass { count: u64 }: id "{count} tanpa kelas", en "{count} without class";
        NoteUntimed { count: u64, resolved: u64 }: id "Dari {resolved} pengaduan bulan ini yang selesai, {count} tanpa kelas, sehingga tidak diketahui tepat waktu atau tidak.", en "Of the month's complaints {resolved} {are} resolved; {count} of these {have} no class, so whether in time is not known.", are of resolved "is" / "are", have of count "has" / "have";
        HapUnclosed { title: String, invited: u64, completed: u64 }: id "{title}: diundang {invited}, belum ditutup; sejauh ini tercatat selesai {completed}.", en "{title}: invited {invited}, not closed yet; completed so far {completed}.";
        SumNoKnownOverdue: id "Tidak ada pengaduan tercatat yang melewati tenggat; yang lebih lama tidak diketahui.", en "No complaint on record is overdue; of older ones nothing is known.";
        SumNoOverdue: id "Tidak ada pengaduan yang melewati tenggat.", en "No complaint is overdue.";
        NoHolidays { years: String }: id "Hari libur {years} belum dicatat, sehingga hari kerja dihitung tanpa hari libur.", en "No holidays of {years} are on record, so working days are counted without them.";
        NoWeekend: id "Hari libur mingguan belum ditetapkan, sehingga semua hari dihitung sebagai hari kerja.", en "No day of the week is said to be free, so all days count as working days.";
        RecordsSince { day: String }: id "Catatan kantor ini lengkap sejak {day}; dari masa sebelumnya hanya diketahui yang tercatat.", en "The records of this office are complete since {day}; of the time before only what is recorded is known.";
        RecordsSincePart { day: String, known: i32, of: i32, from: String }: id "Catatan kantor ini lengkap sejak {day}, {known} dari {of} bulan sejak {from}; dari masa sebelumnya hanya diketahui yang tercatat.", en "The records of this office are complete since {day}, for {known} of the {of} months since {from}; of the time before only what is recorded is known.";
        ToldSince { line: String, day: String }: id "{line}, sejauh tercatat sejak {day}; yang sebelumnya tidak diketahui.", en "{line}, as far as is on record since {day}; what was before is not known.";
        KnownFloor { met: u64, unknown: u64, jp: String }: id "PNS yang diketahui sudah {jp} JP: {met}; belum diketahui: {unknown}, karena catatan dimulai sesudah Januari.", en "PNS known to have {jp} JP: {met}; not known: {unknown}, because the records begin after January.";
        ParticipantsUnknown { count: u64, titles: String }: id "Pelatihan yang sudah dimulai dan belum mempunyai peserta tercatat: {count} ({titles}). Siapa yang mengikutinya tidak diketahui, jadi belum terhitung di sini.", en "{count} {programmes} begun and nobody on record as taking part ({titles}). Who took part is not known, and not counted here.", programmes of count "programme has" / "programmes have";
        ParticipantsUnknownPublic { count: u64 }: id "Pelatihan yang sudah dimulai dan belum mempunyai peserta tercatat: {count}. Yang mengikutinya tidak diketahui, jadi belum terhitung di sini.", en "{count} {programmes} begun and nobody on record as taking part. Who took part is not known, and not counted here.", programmes of count "programme has" / "programmes have";
        EvaluationsUnknown { periods: String }: id "Evaluasi {periods}: tidak satu pun tercatat. Predikat dari masa itu dan tindak lanjutnya tidak diketahui.", en "Evaluations of {periods}: none is on record. The predicates of that time and what should follow from them are not known.";
        WithoutRoll { count: u64 }: id "peserta {count} pelatihan belum diketahui", en "participants of {count} {programmes} not known", programmes of count "programme" / "programmes";
        WithoutRolls { count: u64 }: id "Angka di bagian ini sejauh tercatat: peserta {count} pelatihan tidak diketahui dan belum terhitung.", en "The figures here are as far as on record: the participants of {count} {programmes} are not known, and not counted.", programmes of count "programme" / "programmes";
        NothingRolled { count: u64 }: id "Tidak ada yang diketahui; peserta {count} pelatihan tidak tercatat.", en "Nothing is known; of {count} {programmes} nobody is on record as taking part.", programmes of count "programme" / "programmes";
        NotNamed: id "tidak disebut", en "not named";
        NotKnownOf { count: u64 }: id "{count} pelatihan belum diketahui", en "{count} {programmes} not known", programmes of count "programme" / "programmes";
        NotKnown { count: u64 }: id "{count} belum diketahui", en "{count} not known";
        Unplaced { count: u64 }: id "Tidak dihitung karena penempatannya belum dicatat: {count} ASN.", en "Not counted, because their posting is not on record: {count} ASN.";
        SumPnsUnplaced: id "Belum diketahui siapa yang PNS di kantor ini: ada pegawai yang penempatannya belum dicatat.", en "Who is PNS in this office is not known: of some people no posting is on record.";
        SumNoPns: id "Tidak ada PNS.", en "There are no PNS.";
        SumUnder { count: u64, of: u64, jp: String }: id "PNS yang belum {jp} JP: {count} dari {of}.", en "{count} of {of} PNS {are} below {jp} JP.", are of count "is" / "are";
        SumUnderKnown { count: u64, of: u64, unknown: u64, jp: String }: id "PNS yang belum {jp} JP: {count} dari {of}; {unknown} lainnya belum diketahui.", en "{count} of {of} PNS {are} below {jp} JP; of {unknown} more it is not known.", are of count "is" / "are";
        HapUnrolled { title: String }: id "{title}: pesertanya tidak tercatat.", en "{title}: nobody is on record as taking part.";
        HapEarlier { title: String, day: String, time: String }: id "{title} (berakhir {day}; hasilnya tercatat {time})", en "{title} (ended {day}; results on record {time})";
        HapEarned { jp: String }: id " JP yang diperoleh: {jp}.", en " JP earned: {jp}.";
        HapThought { mean: String, count: u64 }: id " Kepuasan {mean} ({count} jawaban).", en " Satisfaction {mean} ({count} {answers}).", answers of count "answer" / "answers";
        HapProgramme { title: String, invited: u64, completed: u64, absent: String, tests: String }: id "{title}: diundang {invited}, selesai {completed}, {absent}.{tests}", en "{title}: invited {invited}, completed {completed}, {absent}.{tests}";
        HapSelfPaced { title: String, completed: u64, time: String, tests: String }: id "{title} (mandiri): {completed} orang selesai {time}.{tests}", en "{title} (self-paced): {completed} {people} completed {time}.{tests}", people of completed "person" / "people";
        HapAbsent { count: u64, reasons: String }: id "tidak hadir {count} ({reasons})", en "absent {count} ({reasons})";
        HapNoAbsent: id "tidak ada yang absen", en "nobody absent";
        HapTests { pre: String, post: String, pairs: u64 }: id " Nilai tes {pre} → {post} ({pairs} pasang).", en " Test scores {pre} → {post} ({pairs} {both}).", both of pairs "pair" / "pairs";
        HapComplaints { received: u64, parts: String }: id "Pengaduan: {received} masuk{parts}.", en "Complaints: {received} received{parts}.";
        HapResolved { count: u64, how: String }: id "{count} selesai{how}", en "{count} resolved{how}";
        HapUnresolved { count: u64 }: id "{count} ditutup tanpa penyelesaian", en "{count} closed unresolved";
        HapNotCompetent { count: u64 }: id "{count} bukan kewenangan", en "{count} not competent";
        HapDropped { count: u64 }: id "{count} tidak jelas atau dicabut", en "{count} unclear or withdrawn";
        HapReceivedBefore: id "diterima sebelum bulan ini", en "received before the month";
        HapAllBefore: id "semuanya diterima sebelum bulan ini", en "all of these received before the month";
        HapSomeBefore { count: u64 }: id "{count} di antaranya diterima sebelum bulan ini", en "{count} of these received before the month";
        HapReopened { count: u64 }: id "{count} dibuka kembali", en "{count} reopened";
        HapReopenedWithin { count: u64 }: id "{count} ditutup dan dibuka", en "{count} closed and reopened within the month";
        HapRepeats { count: u64 }: id "{count} ternyata mengulang yang lain", en "{count} found to repeat others";
        HapRepeated { count: u64 }: id "{count} pengulangan tidak dihitung", en "{count} {repeat} not counted", repeat of count "repeat is" / "repeats are";
        HapOpen { count: u64 }: id "{count} masih terbuka", en "{count} still open";
        HapOnTime { count: u64, of: u64 }: id "{count} dari {of} tepat waktu", en "{count} of {of} on time";
        HapOnTimeKnown { count: u64, of: u64 }: id "{count} dari {of} yang berkelas tepat waktu", en "{count} of {of} with a class on time";
        HapMedian { days: String }: id "median {days} hari kerja", en "median {days} working days";
        LateEvaluation { period: String, count: u64, begun: String, unit: String, day: String }: id "Evaluasi {period}: {count} pegawai {unit}{begun} · pejabat penilai {unit} · tenggat {day}", en "Evaluation of {period}: {count} {people} of {unit}{begun} · evaluator of {unit} · due {day}", people of count "person" / "people";
        LateEvaluations { period: String, count: u64, begun: String, units: u64, unit: String, most: u64, day: String }: id "Evaluasi {period}: {count} pegawai{begun} · {units} unit ({most} di {unit}) · pejabat penilai masing-masing · tenggat {day}", en "Evaluation of {period}: {count} people{begun} · {units} units ({most} of {unit}) · their evaluators · due {day}";
        LateComplaintSince { about: String, who: String, day: String }: id "Pengaduan: {about} · {who} · tenggat {day}", en "Complaint: {about} · {who} · due on {day}";
        LateComplaint { about: String, who: String, days: i64 }: id "Pengaduan: {about} · {who} · lewat {days} hari kerja", en "Complaint: {about} · {who} · {days} working {late} past", late of days "day" / "days";
        LateUnclosed { title: String, day: String }: id "{title} belum ditutup · penyelenggara · berakhir {day}", en "{title} is not closed · organiser · ended {day}";
        NobodyNamed: id "belum ada penanggung jawab", en "nobody is responsible yet";
        LateAction { what: String, who: String, day: String }: id "{what} · {who} · tenggat {day}", en "{what} · {who} · due {day}";
        LateGuidance { count: u64, day: String }: id "Bimbingan kinerja bagi {count} pegawai · pejabat penilai · sejak {day}", en "Guidance for {count} {people} · the evaluators · since {day}", people of count "person" / "people";
        LateFollowUp { count: u64, day: String }: id "Tindak lanjut bimbingan kinerja {count} pegawai · pejabat penilai · sejak {day}", en "Follow-up of the guidance of {count} {people} · the evaluators · since {day}", people of count "person" / "people";
        LatePlan { item: String, who: String, month: String }: id "Rencana: {item} · {who} · {month}", en "Plan: {item} · {who} · {month}";
        LateForum { text: String, who: String, day: String }: id "Forum: {text} · {who} · tenggat {day}", en "Forum: {text} · {who} · due {day}";
        LateCertificates { count: u64, day: String }: id "Sertifikat kompetensi habis masa berlaku: {count} · pemegangnya · sejak {day}", en "{count} competency {certificates} expired · the {holders} · since {day}", certificates of count "certificate" / "certificates", holders of count "holder" / "holders";
        DecImpact { title: String, n: u64 }: id "Evaluasi lanjutan: pengaduan belum membaik setelah {title} (n = {n}; bukan bukti sebab-akibat)? [ ] setuju [ ] tidak", en "A further evaluation: complaints have not improved after {title} (n = {n}; no proof of cause)? [ ] yes [ ] no";
        DecActions { count: u64 }: id "Menetapkan tenggat baru bagi {count} rencana aksi yang terlambat? [ ] setuju [ ] tidak", en "Set a new day for {count} overdue {actions}? [ ] yes [ ] no", actions of count "action" / "actions";
        DecRecognition { count: u64 }: id "Memberi penghargaan bagi {count} pegawai yang berturut-turut Sangat Baik? [ ] setuju [ ] tidak", en "Recognise {count} {people} who {are} Sangat Baik again and again? [ ] yes [ ] no", people of count "person" / "people", are of count "is" / "are";
        NextCertificates { count: u64, day: String }: id "Sertifikat kompetensi yang perlu diperpanjang: {count} (paling awal {day})", en "{count} competency {certificates} to be renewed (first by {day})", certificates of count "certificate" / "certificates";
        NextGuidance { count: u64, day: String }: id "Bimbingan kinerja {count} orang (paling awal {day})", en "Guidance of {count} {people} (first on {day})", people of count "person" / "people";
        NextActions { count: u64, day: String }: id "Rencana aksi yang jatuh tempo: {count} (paling awal {day})", en "{count} {actions} due (first on {day})", actions of count "follow-up action falls" / "follow-up actions fall";
        NextForums { count: u64, day: String }: id "Tindak lanjut forum yang jatuh tempo: {count} (paling awal {day})", en "{count} {items} due (first on {day})", items of count "follow-up of a forum falls" / "follow-ups of forums fall";
        HapAbsentUnknown { count: u64 }: id "tanpa alasan {count}", en "no reason given {count}";
        DecHours { count: u64, short: String }: id "Menugaskan {count} PNS ke pelatihan (dengan tempat terkonfirmasi kurang {short} JP)? [ ] setuju [ ] tidak", en "Assign {count} PNS to programmes ({short} JP short with their confirmed places)? [ ] yes [ ] no";
        DecOverdue { count: u64 }: id "Menetapkan hari penyelesaian bagi {count} pengaduan yang melewati tenggat? [ ] setuju [ ] tidak", en "Set a day of resolution for {count} overdue {complaints}? [ ] yes [ ] no", complaints of count "complaint" / "complaints";
        DecUnclassed { count: u64 }: id "Menetapkan kelas {count} pengaduan terbuka, agar tenggatnya diketahui? [ ] setuju [ ] tidak", en "Give {count} open {complaints} a class, so that the deadline is known? [ ] yes [ ] no", complaints of count "complaint" / "complaints";
        DecMissing { count: u64, begun: String, period: String }: id "Meminta evaluasi {period} dilengkapi bagi {count} pegawai{begun}? [ ] setuju [ ] tidak", en "Have the evaluators complete the evaluation of {period} for {count} {people}{begun}? [ ] yes [ ] no", people of count "person" / "people";
        DecGuidance { count: u64 }: id "Menjadwalkan bimbingan kinerja bagi {count} pegawai (Butuh Perbaikan ke bawah)? [ ] setuju [ ] tidak", en "Schedule guidance for {count} {people} with the predicate Butuh Perbaikan or lower? [ ] yes [ ] no", people of count "person" / "people";
        DecContract { count: u64 }: id "Melengkapi masa kontrak {count} PPPK agar batas JP dapat dinilai? [ ] setuju [ ] tidak", en "Complete the contracts of {count} PPPK, so that their ceiling can be judged? [ ] yes [ ] no";
        NextUnclassed { count: u64 }: id "Tenggat {count} pengaduan terbuka tanpa kelas tidak diketahui", en "The deadline of {count} open {complaints} without class is not known", complaints of count "complaint" / "complaints";
        NextComplaint { count: u64, day: String }: id "Pengaduan yang jatuh tempo: {count} (paling awal {day})", en "{count} {complaints} due (first on {day})", complaints of count "complaint falls" / "complaints fall";
        DataComplete { percent: String, complete: String, of: String }: id "Kelengkapan data {percent} ({complete}/{of}).", en "Completeness of the records {percent} ({complete}/{of}).";
        PendingVerification { count: u64 }: id "Keikutsertaan yang selesai tanpa sertifikat yang terverifikasi: {count}.", en "{count} {completions} no certificate that somebody verified.", completions of count "completion has" / "completions have";

        // ---- drafts -----------------------------------------------------------------------------
        Draft { errors: usize }: id "KONSEP – catatan mengandung {errors} kesalahan data; angka-angka ini belum dapat dipercaya.", en "DRAFT – the records hold {errors} {found}; these figures cannot be trusted yet.", found of errors "error" / "errors";
        LeftOut: id "Baris yang tidak ikut dihitung", en "Rows left out";
        Place: id "Tempat", en "Place";
        Why: id "Sebab", en "Why";

        // ---- notes of rules ---------------------------------------------------------------------
        RuleBasis { basis: String, from: String, known: String }: id "Dasar: {basis} (dipakai sejak {from}{known}).", en "Basis: {basis} (applied since {from}{known}).";
        RuleProposed { basis: String, known: String }: id "Dasar: {basis}{known}.", en "Basis: {basis}{known}.";
        Proposal { rule: String }: id "usulan; belum ada keputusan kantor tentang {rule}", en "a proposal; there is no decision of the office yet about {rule}";
        KnownText: id "", en "";
        KnownSecondary: id "; dari sumber kedua", en "; from a second source";
        KnownUnverified: id "; BELUM DIVERIFIKASI", en "; NOT VERIFIED";
        DeadlinesChanged { day: String }: id "Tenggat pengaduan diubah pada {day}; setiap pengaduan mengikuti tenggat yang berlaku pada hari diterima.", en "The deadlines of complaints changed on {day}; each complaint follows those in force on its receipt.";
        NoteUnclassed { count: u64 }: id "Pengaduan terbuka yang belum diberi kelas: {count}; tenggatnya tidak dapat dihitung.", en "Open complaints without a class: {count}; their deadline cannot be told.";
        LateUnanswered { count: u64 }: id "Pengaduan terbuka tanpa tanggapan pertama, lewat tenggat tanggapannya: {count}", en "Open complaints without a first response, past its deadline: {count}";
        NothingKnownLate { count: u64 }: id "Tidak ada yang diketahui terlambat; tenggat {count} pengaduan terbuka tanpa kelas tidak diketahui.", en "Nothing is known to be late; the deadline of {count} open {complaints} without class is not known.", complaints of count "complaint" / "complaints";
        RuleChanged { rule: String }: id "Ketentuan {rule} berganti dalam masa laporan; yang dipakai adalah yang berlaku pada hari terakhir.", en "The rule on {rule} changed within the period; the one in force on the last day is used.";
    }
}
