//! The words of a person's own page. It speaks to the person: warm, facts first, nobody compared with anybody.

use super::words;

words! {
    /// Headings and sentences. `call` is how the person is addressed: Ibu, Bapak.
    pub enum StaffText {
        Title { period: String }: id "RAPOR PENGEMBANGAN PEGAWAI – {period}", en "PERSONAL DEVELOPMENT SUMMARY – {period}";
        Opening { call: String, name: String, period: String }: id "{call} {name}, berikut catatan pengembangan {call} selama {period}. Mohon dikoreksi bila ada yang belum tepat.", en "{call} {name}, this is the record of your development in {period}. Please correct whatever is not right.";

        // ---- what is good -----------------------------------------------------------------------
        Good: id "Yang sudah baik", en "What is already good";
        Completed { call: String, count: u64, jp: String }: id "{call} menyelesaikan {count} pelatihan dengan {jp} JP.", en "Programmes completed: {count}, with {jp} JP.";
        CompletedUnknown { call: String, count: u64 }: id "{call} menyelesaikan {count} pelatihan; JP atau harinya belum diketahui.", en "Programmes completed: {count}; their JP or days are not known.";
        CompletedInPart { call: String, count: u64, jp: String }: id "{call} menyelesaikan {count} pelatihan, dengan {jp} JP yang tercatat.", en "Programmes completed: {count}, with {jp} JP on record.";
        Learned { title: String, pre: String, post: String }: id "Nilai tes naik dari {pre} menjadi {post} pada {title}.", en "Your test score rose from {pre} to {post} in {title}.";
        Alone { what: String }: id "Kini dapat dikerjakan sendiri: {what}", en "What you can now do alone: {what}";
        Product { what: String }: id "Hasil kerja dari pendampingan: {what}", en "Made in mentoring: {what}";
        Award { kind: String, day: String }: id "Penghargaan: {kind} ({day}).", en "Recognition: {kind} ({day}).";
        AwardFor { kind: String, day: String, criterion: String }: id "Penghargaan: {kind} ({day}), atas: {criterion}.", en "Recognition: {kind} ({day}), for: {criterion}.";
        Mentees { call: String, count: u64 }: id "{call} mendampingi {count} rekan kerja.", en "Colleagues whom you guide: {count}.";
        Applied { scheme: String, applied: String }: id "Sertifikat {scheme} diterapkan di tempat kerja: {applied}", en "Your certificate {scheme} is applied at work: {applied}";
        Noted { sentence: String }: id "Catatan pada penilaian: “{sentence}”", en "A note in the evaluation: “{sentence}”";
        Praise { sentence: String }: id "Catatan pejabat penilai: “{sentence}”", en "The evaluator's note: “{sentence}”";
        NothingGood { call: String }: id "Belum ada hasil kegiatan {call} yang tercatat pada masa ini; bila ada yang belum tercatat, mohon disampaikan.", en "No result of your activities in this time is on record yet; please tell us what is missing.";

        // ---- what can be improved ---------------------------------------------------------------
        Improve: id "Yang dapat ditingkatkan", en "What can be improved";
        Together: id "Ada hal yang perlu kita perbaiki bersama.", en "There is something that we need to improve together.";
        FloorUnknown { floor: String }: id "Apakah {floor} JP sudah tercapai belum diketahui.", en "Whether {floor} JP are reached is not known.";
        Failed { title: String }: id "{title}: belum lulus. Langkah: menetapkan bersama pejabat penilai kapan diikuti lagi.", en "{title}: not passed yet. Step: agree with the evaluator when to take it again.";
        NothingJudged: id "Belum ada penilaian masa ini yang tercatat, jadi belum ada yang dapat disampaikan di sini.", en "No evaluation of this time is on record yet, so nothing can be said here.";
        Followed: id "Pembinaan yang tercatat sudah ditindaklanjuti. Langkah: melihat hasilnya bersama pejabat penilai.", en "The guidance on record was followed up. Step: look at what came of it with the evaluator.";
        Unwritten: id "Catatannya belum ditulis. Langkah: menetapkan hari untuk membicarakannya bersama pejabat penilai.", en "Nothing is written about it yet. Step: set a day on which to talk about it with the evaluator.";
        Below { what: String }: id "{what}: di bawah ekspektasi, penilaiannya belum lengkap. Langkah: menetapkan hari untuk membicarakannya bersama pejabat penilai.", en "{what}: below expectation, in an evaluation that is not complete yet. Step: set a day on which to talk about it with the evaluator.";
        PartJudged: id "Penilaian terakhir belum lengkap, jadi belum ada yang dapat disampaikan di sini.", en "The latest evaluation is not complete yet, so nothing can be said here.";
        NothingToImprove: id "Tidak ada catatan khusus. Terima kasih, mari lanjutkan yang sudah baik.", en "Nothing in particular. Thank you; let us go on with what is good.";
        Guidance { guidance: String, day: String }: id "Disepakati dalam bimbingan: {guidance} Langkah: dilihat kembali bersama pada {day}.", en "Agreed in guidance: {guidance} Step: we look at it together on {day}.";
        Evaluation { improve: String, step: String }: id "{improve} Langkah: {step}", en "{improve} Step: {step}";
        NoStep: id "dibicarakan bersama pejabat penilai.", en "to be discussed with the evaluator.";
        Gap { competency: String, held: i64, required: i64, step: String }: id "{competency}: kini tingkat {held}, jabatan mensyaratkan tingkat {required}. Langkah: {step}", en "{competency}: now level {held}, the post requires level {required}. Step: {step}";
        GapAhead { title: String, day: String }: id "mengikuti {title} mulai {day}; tempat sudah dikonfirmasi.", en "take part in {title} from {day}; a place is confirmed.";
        GapNamed: id "kebutuhan ini sudah dicatat untuk rencana pengembangan.", en "the need is recorded for the development plan.";
        GapOpen: id "memilih pelatihan atau pendampingan bersama atasan.", en "choose a programme or mentoring with the supervisor.";

        // ---- hours ------------------------------------------------------------------------------
        Hours: id "Jam pelajaran (JP)", en "Learning hours (JP)";
        HoursSoFar { period: String, call: String, jp: String, verified: String }: id "Selama {period} {call} memperoleh {jp} JP, {verified} terverifikasi.", en "In {period} you earned {jp} JP, {verified} verified.";
        HoursNotKnown { period: String, call: String, count: u64 }: id "Berapa JP yang {call} peroleh selama {period} belum diketahui: dari {count} pelatihan yang diselesaikan, JP atau harinya tidak tercatat.", en "How many JP you earned in {period} is not known: of {count} {of} the JP or the day is not on record.", of of count "programme completed" / "programmes completed";
        HoursUnrolled { count: u64 }: id "Peserta {count} pelatihan tidak tercatat, jadi jumlahnya dapat lebih.", en "Of {count} {programmes} nobody is on record as taking part, so there may be more.", programmes of count "programme" / "programmes";
        HoursAwaited { call: String, titles: String }: id "Hasil {call} belum tercatat: {titles}.", en "Your result is not on record yet: {titles}.";
        HoursFailed { titles: String }: id "Diikuti dan belum lulus: {titles}.", en "Taken and not passed: {titles}.";
        HoursUnknown { count: u64 }: id "Dari {count} pelatihan yang diselesaikan, JP atau harinya tidak tercatat, jadi jumlahnya dapat lebih.", en "Of {count} {of} the JP or the day is not on record, so there may be more.", of of count "programme completed" / "programmes completed";
        Reached { floor: String }: id "Paling sedikit {floor} JP setahun sudah tercapai.", en "The least of {floor} JP a year is reached.";
        Remaining { floor: String, rest: String }: id "Untuk mencapai {floor} JP masih {rest} JP.", en "To reach {floor} JP there are {rest} JP to go.";
        Places { count: usize, jp: String }: id "Tempat yang sudah dikonfirmasi: {count} ({jp} JP).", en "Places confirmed: {count} ({jp} JP).";
        CeilingUntold { ceiling: String }: id "Apakah {ceiling} JP sudah terlampaui belum diketahui.", en "Whether there are more than {ceiling} JP is not known.";
        CeilingUnknown { day: String }: id "JP sebelum {day} tidak tercatat, jadi jumlahnya dapat lebih.", en "JP earned before {day} are not on record, so there may be more.";
        PppkYear { day: String, call: String, jp: String, ceiling: String }: id "Dalam tahun kontrak sejak {day} {call} memperoleh {jp} JP; batas paling banyak {ceiling} JP per tahun kontrak.", en "In the contract year since {day} you earned {jp} JP; the ceiling is {ceiling} JP per contract year.";
        PppkOver { ceiling: String }: id "Batas paling banyak {ceiling} JP per tahun kontrak sudah terlampaui; pelatihan berikutnya kita atur bersama.", en "The ceiling of {ceiling} JP per contract year is passed; let us arrange further programmes together.";
        PppkUnknown { ceiling: String }: id "Batas paling banyak {ceiling} JP per tahun kontrak; masa kontrak belum tercatat, sehingga belum dapat dihitung.", en "The ceiling is {ceiling} JP per contract year; the contract is not recorded yet, so it cannot be counted.";
        Programme: id "Pelatihan", en "Programme";
        Day: id "Tanggal", en "Day";

        // ---- evaluations ------------------------------------------------------------------------
        Evaluations: id "Penilaian kinerja", en "Performance evaluation";
        VeryGood: id "Sangat Baik: hasil dan perilaku kerja di atas yang diharapkan", en "Sangat Baik: results and behaviour above what was expected";
        Well: id "Baik: sesuai yang diharapkan", en "Baik: as expected";
        NeedsWork: id "ada hal yang perlu kita perbaiki bersama", en "there is something that we need to improve together";
        NeedsMuchWork: id "ada hal penting yang perlu kita perbaiki bersama, dengan bimbingan", en "there is something important that we need to improve together, with guidance";

        // ---- mentoring, certificates, recognition -----------------------------------------------
        Mentoring: id "Catatan mentor", en "The mentor's notes";
        Certificates: id "Sertifikat kompetensi", en "Competency certificates";
        Expired { day: String }: id "{day} (sudah lewat)", en "{day} (passed)";
        Recognition: id "Penghargaan", en "Recognition";

        // ---- agreement and reply ----------------------------------------------------------------
        Agreement: id "Kesepakatan", en "What we agree";
        WithEvaluator { call: String }: id "{call} dan pejabat penilai", en "you and the evaluator";
        WithMentor { call: String }: id "{call} dan mentor", en "you and the mentor";
        NoAgreement: id "Tidak ada kesepakatan tertulis yang masih berjalan.", en "No written agreement is open.";
        Reply { call: String }: id "Tanggapan {call}", en "Your reply";
    }
}
