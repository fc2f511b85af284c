//! The words of the report on evaluations and of its section in the monthly report.

use super::words;

words! {
    /// Headings, captions, notes and sentences about evaluations and what they lead to.
    pub enum EvaluationText {
        Title { month: String }: id "LAPORAN EVALUASI KINERJA – {month}", en "REPORT ON PERFORMANCE EVALUATION – {month}";
        HeadMissingKnown { missing: u64, of: u64, begun: String, unknown: u64 }: id "Pegawai yang belum dinilai: {missing} dari {of}{begun}; dari {unknown} lainnya belum diketahui.", en "{missing} of {of} people {have} no current evaluation{begun}; of {unknown} others it is not known.", have of missing "has" / "have";
        HeadMissing { missing: u64, of: u64, begun: String }: id "Pegawai yang belum dinilai: {missing} dari {of}{begun}.", en "{missing} of {of} people {have} no current evaluation{begun}.", have of missing "has" / "have";
        HeadOpen { late: u64, ahead: u64 }: id "Tindak lanjut yang melewati tenggat: {late}; yang akan jatuh tempo: {ahead}.", en "{late} {overdue}, {ahead} {due}.", overdue of late "follow-up is overdue" / "follow-ups are overdue", due of ahead "falls due" / "fall due";
        HeadIncentive { met: u64 }: id "Pegawai yang memenuhi kriteria insentif: {met}.", en "{met} {people} a criterion for an incentive.", people of met "person meets" / "people meet";
        HeadIncentiveKnown { met: u64, unknown: u64 }: id "Memenuhi kriteria insentif: {met} pegawai; belum dapat dinilai: {unknown}.", en "People who meet a criterion for an incentive: {met}; cannot be judged yet: {unknown}.";
        NobodyKnown: id "Belum ada yang diketahui memenuhi.", en "Nobody is known to meet one.";
        Trend: id "Predikat kinerja dari periode ke periode", en "Predicates from period to period";
        MissingSection: id "Belum dinilai", en "Without a current evaluation";
        FollowUpSection: id "Yang belum ditindaklanjuti", en "Not yet followed up";
        LedToSection: id "Penghargaan dan bimbingan kinerja", en "Recognition and guidance";
        IncentiveSection: id "Insentif menurut kriteria tertulis", en "Incentives by written criteria";

        Period: id "Periode", en "Period";
        Missing: id "Belum dinilai", en "Missing";
        TrendByUnit: id "Baik atau lebih dari yang dinilai, menurut unit kerja", en "Good or better of those evaluated, by unit";
        HeadUnknown { count: u64 }: id "Belum diketahui siapa yang sudah dinilai: dari masa penilaian {count} pegawai tidak ada yang tercatat.", en "Who was evaluated is not known: nothing is on record of the period owed ({count} {people}).", people of count "person" / "people";
        NobodyOwes: id "Tidak ada pegawai yang wajib dinilai.", en "Nobody owes an evaluation.";
        NobodyMissing: id "Semua pegawai yang wajib dinilai sudah dinilai.", en "Everybody who owes an evaluation has one.";
        NoteTrend: id "Tiap periode memuat evaluasi yang berakhir bersamanya, bukan yang berakhir sesudahnya. Pegawai dihitung menurut unit dan keadaan pada akhir tiap periode; evaluasi yang dibuat sesudah akhir bulan laporan tidak dihitung.", en "Each period holds the evaluations that end with it, and none that end later. People count by unit and status at the end of each period; evaluations made after the month's end are not counted.";
        NoteExempt { count: u64 }: id "Kini belum wajib dinilai: {count} pegawai.", en "{count} {people} no evaluation now.", people of count "person owes" / "people owe";

        Due: id "Tenggat", en "Due";
        AboutPredicate { predicate: String, period: String }: id "{predicate}, {period}", en "{predicate}, {period}";
        AboutRun { predicate: String, count: usize }: id "{predicate} {count} periode berturut-turut", en "{predicate} in {count} periods running";
        NoteUntold { count: u64 }: id "Evaluasi sebelum catatan dimulai yang tindak lanjutnya (bimbingan atau penghargaan) tidak diketahui: {count}.", en "Evaluations of before the records begin of which it is not known whether guidance or recognition followed: {count}.";
        NoteGuidance { days: i64, periods: i64 }: id "Predikat Butuh Perbaikan atau lebih rendah diikuti bimbingan dalam {days} hari; bimbingan ditindaklanjuti sampai tenggatnya dan hasilnya dicatat; Sangat Baik {periods} periode berturut-turut diikuti penghargaan.", en "A predicate of Butuh Perbaikan or lower is followed by guidance within {days} days; guidance is followed up by its day and its result recorded; Sangat Baik in {periods} periods running is followed by recognition.";
        NoteReach { period: String }: id "Evaluasi dilihat sejak {period}.", en "Evaluations are looked through since {period}.";

        Kind: id "Jenis", en "Kind";
        Criterion: id "Kriteria", en "Criterion";
        CauseEvaluation { period: String }: id "evaluasi {period}", en "evaluation of {period}";
        CauseComplaint { month: String }: id "pengaduan {month}", en "complaint of {month}";

        CriteriaTable: id "Kriteria dan berapa orang memenuhi tiap syaratnya", en "Criteria, and how many meet each condition";
        PersonsTable: id "Siapa yang memenuhi, dan siapa yang nyaris memenuhi", en "Who meets them, and who nearly does";
        Lacks { what: String }: id "kurang: {what}", en "lacks: {what}";
        NobodyMeets: id "Belum ada yang memenuhi.", en "Nobody meets one yet.";
        CritPredicates { predicate: String, periods: i64 }: id "sedikitnya {predicate} pada {periods} periode terakhir", en "at least {predicate} in the last {periods} periods";
        CritHours: id "JP setahun terpenuhi (PPPK: tidak melampaui batas)", en "the yearly JP are met (PPPK: not over the ceiling)";
        CritNoRefusal { months: i64 }: id "tidak menolak pelatihan dalam {months} bulan", en "no programme refused in {months} months";
        CritRefusals { most: i64, months: i64 }: id "paling banyak {most} pelatihan ditolak dalam {months} bulan", en "at most {most} {programmes} refused in {months} months", programmes of most "programme" / "programmes";
        CritOwn { least: i64, months: i64 }: id "sedikitnya {least} pelatihan atas inisiatif sendiri dalam {months} bulan", en "at least {least} {programmes} on own initiative in {months} months", programmes of least "programme" / "programmes";
        NoteCriterion { name: String, conditions: String, reward: String }: id "{name}: {conditions}. Memperoleh {reward}.", en "{name}: {conditions}. Earns {reward}.";
        NoteNear: id "Nyaris: hanya satu syarat yang kurang, yaitu JP, satu penolakan, atau satu pelatihan atas inisiatif sendiri. JP PPPK dihitung dalam tahun kontrak.", en "Nearly: only one condition is lacking, and it is the JP, one refusal, or one programme on own initiative. The JP of PPPK are those of the contract year.";
        AttendGuidance { what: String }: id "Bimbingan kinerja ({what})", en "Guidance ({what})";
        AttendFollowUp { what: String }: id "Tindak lanjut bimbingan: {what}", en "Follow-up of guidance: {what}";
    }
}
