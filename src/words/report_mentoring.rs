//! The words of the mentoring report and of its section in the monthly report.

use super::words;

words! {
    /// Headings, captions, notes and sentences about mentoring and coaching.
    pub enum MentoringText {
        Title { month: String }: id "LAPORAN MENTORING DAN COACHING – {month}", en "REPORT ON MENTORING AND COACHING – {month}";
        HeadQuiet { quiet: u64, running: u64, days: i64 }: id "Pasangan berjalan yang tanpa sesi lebih dari {days} hari: {quiet} dari {running}.", en "{quiet} of {running} running pairs {have} held no session for more than {days} days.", have of quiet "has" / "have";
        HeadQuietKnown { quiet: u64, running: u64, days: i64, unknown: u64 }: id "Pasangan berjalan yang diketahui tanpa sesi lebih dari {days} hari: {quiet} dari {running}; belum diketahui: {unknown}.", en "{quiet} of {running} running pairs {are} known to have held no session for more than {days} days; of {unknown} it is not known.", are of quiet "is" / "are";
        QuietUnknown { count: u64 }: id "Belum diketahui dari {count} pasangan: sesi masa itu tidak tercatat.", en "Not known of {count} {pairs}: no session of that time is on record.", pairs of count "pair" / "pairs";
        HeadSuggested { count: u64 }: id "Pasangan baru yang diusulkan dan menunggu keputusan: {count}.", en "{count} {pairs} suggested and {wait} for a decision.", pairs of count "new pair is" / "new pairs are", wait of count "waits" / "wait";
        Mentoring: id "Mentoring dan coaching", en "Mentoring and coaching";
        PairsSection: id "Pasangan: tujuan, sesi, dan hasil", en "Pairs: goal, sessions and results";
        NewcomersSection: id "Pegawai baru", en "Newcomers";
        MentorsSection: id "Beban mentor", en "Load of mentors";
        SuggestionsSection: id "Usulan pasangan baru", en "Suggested pairs";

        Kind: id "Jenis", en "Kind";
        Running: id "Berjalan", en "Running";
        QuietCount: id "Tanpa sesi", en "Gone quiet";
        MonthSessions: id "Sesi bulan ini", en "Sessions of the month";
        Mentee: id "Mentee", en "Mentee";
        Mentor: id "Mentor/coach", en "Mentor/coach";
        Competency: id "Kompetensi", en "Competency";
        State: id "Keadaan", en "State";
        Sessions: id "Sesi seluruhnya", en "Sessions in all";
        Minutes: id "Menit", en "Minutes";
        Last: id "Sesi terakhir", en "Last session";
        QuietTable { days: i64 }: id "Pasangan tanpa sesi lebih dari {days} hari", en "Pairs without a session for more than {days} days";
        AloneTable: id "Hasil: produk, dan yang kini dapat dikerjakan sendiri oleh mentee", en "Results: the product, and what the mentee can now do alone";
        NoneRunning: id "Tidak ada pasangan yang sedang berjalan.", en "No pair is running.";
        NobodyQuiet { days: i64 }: id "Tidak ada pasangan yang sudah lebih dari {days} hari berjalan tanpa sesi.", en "No running pair has been without a session for more than {days} days.";
        NoPairs: id "Belum ada pasangan.", en "No pair yet.";
        NewcomersTable { months: i64 }: id "Pegawai yang bergabung kurang dari {months} bulan", en "People who joined less than {months} months ago";
        WithoutTable: id "Pegawai baru yang belum mempunyai mentor", en "Newcomers without a mentor";
        NoNewcomers: id "Tidak ada pegawai baru.", en "No newcomers.";
        Required: id "Disyaratkan", en "Required";
        HeldLevel: id "Dimiliki", en "Held";
        ReasonText { place: String, level: i64, required: i64, held: String, load: u64 }: id "{place}; mentor tingkat {level}, mentee {held}, disyaratkan tingkat {required}; mentor sedang mendampingi {load} orang", en "{place}; mentor at level {level}, mentee {held}, level {required} required; the mentor guides {load}";
        AtLevel { level: i64 }: id "tingkat {level}", en "at level {level}";
        ReasonNewcomer { reason: String }: id "pegawai baru; {reason}", en "newcomer; {reason}";
        NoteScale { low: i64, high: i64 }: id "Skala {low}–{high}; rata-rata semua butir berskala.", en "On a scale of {low}–{high}; the mean of all items on a scale.";
        NoLevels: id "Belum ada standar kompetensi jabatan atau penilaian, jadi belum diketahui siapa yang perlu didampingi.", en "There are no standards or assessments yet, so it is not known who needs a pair.";
        NoSuggestion: id "Tidak ada pasangan yang perlu diusulkan.", en "No pair needs to be suggested.";
        NoteJp { minutes: String }: id "JP pendampingan dihitung: menit sesi / {minutes}; bukan JP menurut sertifikat.", en "The JP of mentoring are computed: minutes of sessions / {minutes}; they stand on no certificate.";
        NoteUnheard { months: String }: id "Bulan yang satu sesi pun tidak tercatat meskipun ada pasangan yang berjalan: {months}. Apakah memang tidak ada pertemuan tidak diketahui.", en "Months of which no session is on record though pairs ran: {months}. Whether nobody met is not known.";
        NoteUnheardPublic: id "Dari masa laporan ini ada bulan yang sesi mentoring dan coaching-nya tidak tercatat; jumlahnya belum diketahui.", en "Of a month of this report no session of mentoring or coaching is on record; how many there were is not known.";
        NoteMinutes { count: u64 }: id "Sesi tanpa catatan menit: {count}; menitnya tidak dianggap nol, melainkan belum diketahui.", en "{count} {sessions} no minutes recorded; {minutes} not known, not zero.", sessions of count "session has" / "sessions have", minutes of count "its minutes are" / "their minutes are";
        NoteSomeMinutes: id "Sebagian sesi bulan ini tanpa catatan menit; JP-nya belum diketahui dan tidak ikut dijumlahkan.", en "Some of the month's sessions have no minutes recorded; their JP are not known and enter no sum.";
        NoteShown: id "Pasangan yang berjalan, dan yang berakhir tahun ini. Jumlah sesi tidak memasukkan yang sesudah akhir bulan.", en "Pairs that run, and those that ended this year. Sessions after the month's end are not counted.";
        NoteNewcomers { without: u64, of: u64 }: id "Pegawai baru yang belum mempunyai mentor: {without} dari {of}.", en "{without} of {of} {newcomers} {have} no mentor.", newcomers of of "newcomer" / "newcomers", have of without "has" / "have";
        NoteDays: id "Mandiri sejak pasangan ditutup dengan catatan yang dapat dikerjakan sendiri.", en "Somebody works alone from the close of a pair that says what can be done alone.";
        NoteJoined { count: u64 }: id "Hari bergabung {count} pegawai tidak tercatat; mereka tidak dinilai sebagai pegawai baru.", en "The first day of {count} {people} is not recorded; whether {they} is not judged.", people of count "person" / "people", they of count "this is a newcomer" / "they are newcomers";
        NoteSuggest: id "Diusulkan bagi yang belum didampingi: pegawai baru dahulu, lalu kekurangan tingkat terbesar. Mentor memegang tingkat yang disyaratkan; didahulukan unit yang sama, lalu yang paling sedikit mendampingi, lalu yang lebih senior, lalu tingkat tertinggi. Keputusan tetap pada pimpinan.", en "Suggested for those without a pair: newcomers first, then the greatest lack of level. The mentor holds the level required; the same unit comes first, then who guides the fewest, then a senior, then the highest level. The decision remains with the head.";
        NoteMost { most: i64 }: id "Satu mentor paling banyak mendampingi {most} pasangan.", en "One mentor guides at most {most} {pairs}.", pairs of most "pair" / "pairs";
        NoteWaiting { count: u64 }: id "Sesudah ini masih dapat diusulkan: {count} pegawai lain.", en "{count} more {people} can be suggested after these.", people of count "person" / "people";
        AttendNewcomers { count: u64 }: id "Tetapkan mentor bagi {count} pegawai baru", en "Name a mentor for {count} {newcomers}", newcomers of count "newcomer" / "newcomers";
        AttendQuiet { count: u64 }: id "Jalankan kembali {count} pasangan yang tanpa sesi", en "Bring {count} quiet {pairs} back to {their} sessions", pairs of count "pair" / "pairs", their of count "its" / "their";
    }
}
