//! The words of what is agreed and handed over: the transcript and the plan of one person, the agreement of an office.

use super::words;

words! {
    /// Headings and sentences.
    pub enum TranscriptText {
        Title: id "TRANSKRIP PENGEMBANGAN KOMPETENSI", en "TRANSCRIPT OF COMPETENCY DEVELOPMENT";
        Programme: id "Pelatihan", en "Programme";
        Programmes: id "Pelatihan yang diselesaikan", en "Programmes completed";
        Each: id "Satu per satu", en "Each of them";
        Completed: id "Diselesaikan", en "Completed";
        NoProgramme: id "Belum ada pelatihan yang diselesaikan menurut catatan.", en "No programme is on record as completed.";
        Certificates: id "Sertifikat kompetensi", en "Competency certificates";
        Mentoring: id "Mentoring dan coaching", en "Mentoring and coaching";
        Evaluations: id "Penilaian kinerja", en "Performance evaluations";
    }
}

words! {
    /// The performance agreement of a year.
    pub enum AgreementText {
        Title { year: i32 }: id "PERJANJIAN KINERJA TAHUN {year}", en "PERFORMANCE AGREEMENT {year}";
        Promise { year: i32 }: id "Pihak pertama berjanji mewujudkan target kinerja tahun {year} di bawah ini; pihak kedua memberi arahan dan menilai capaiannya.", en "The first party undertakes to reach the targets of {year} below; the second party guides and evaluates what is reached.";
        NotePercent: id "Capaian dihitung bila target memuat satu angka dan makin tinggi makin baik; selain itu diisi tangan.", en "What is attained is counted where the target holds one number and higher is better; else it is filled in by hand.";
    }
}

words! {
    /// The individual development plan of a person.
    pub enum IdpText {
        Title { year: i32 }: id "RENCANA PENGEMBANGAN INDIVIDU TAHUN {year}", en "INDIVIDUAL DEVELOPMENT PLAN {year}";
        Steps: id "Yang dikembangkan", en "What is developed";
        Competency: id "Kompetensi", en "Competency";
        Gap: id "Tingkat", en "Level";
        Why: id "Alasan", en "Why";
        Way: id "Cara", en "Way";
        When: id "Bulan", en "Month";
        Measure: id "Ukuran keberhasilan", en "Measure of success";
        State: id "Keadaan", en "State";
        ToLevel { level: i64 }: id "penilaian tingkat {level}", en "assessed at level {level}";
        CarriedFrom { state: String, year: i32 }: id "{state}, dilanjutkan dari {year}", en "{state}, carried on from {year}";
        NoStep: id "Belum ada kesenjangan yang dinilai dan belum ada kebutuhan yang disebut.", en "No gap was assessed and no need was named yet.";
        Told: id "Kebutuhan menurut keadaannya", en "Needs by their state";
        NoteLines: id "Titik-titik diisi tangan: tidak ada catatannya.", en "The dots are filled in by hand: there is no record of it.";
        YearEnd: id "Catatan akhir tahun: ……………………………………………………………………………………", en "At the end of the year: ……………………………………………………………………………………";
    }
}
