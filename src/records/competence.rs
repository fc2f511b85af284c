//! Competencies, what posts require, what people hold, what they need, and mentoring.

use super::cell::{EvidencePath, Id, Sha256, TrainingId};
use super::code::{CompetencyKind, MentoringKind, MentoringStatus, Mode, NeedSource};
use super::table::table;
use super::time::Day;

table! {
    /// The catalogue of competencies.
    competencies "competency" "kompetensi": Competency in Whole "competencies.csv", Keyed, id "Daftar kompetensi." {
        /// Code of the competency.
        code: Id<'a>, key; Public, id "Kode kompetensi.";
        /// Its name.
        name: &'a str; Public, id "Namanya.";
        /// Managerial, socio-cultural or technical.
        kind: CompetencyKind; Public, id "Manajerial, sosiokultural, atau teknis.";
        /// The day from which it is known: no report about an earlier day has a row for it unless something is recorded of it. Unknown: from the beginning.
        since: Option<Day>, > today; Public, id "Hari mulai dikenal: laporan tentang hari sebelumnya tidak memuatnya kecuali ada catatannya. Kosong: sejak awal.";
    }
}

table! {
    /// The level of each competency that a position requires.
    standards "standard" "standar": Standard in Whole "standards.csv", Keyed, id "Tingkat kompetensi yang disyaratkan tiap jabatan." {
        /// The position, in the words of the postings.
        position: &'a str, key, ~ position; Public, id "Jabatan, dengan kata yang sama seperti di penempatan.";
        /// The competency.
        competency: Id<'a>, key, -> competencies; Public, id "Kompetensinya.";
        /// The level required, 1 to 5.
        level: i64 = 1..=5; Public, id "Tingkat yang disyaratkan, 1 sampai 5.";
        /// The day from which it is required; unknown: from the beginning.
        since: Option<Day>, > today; Public, id "Hari mulai disyaratkan; kosong: sejak awal.";
    }
}

table! {
    /// The level of a competency that a person was found to hold on a day.
    assessments "assessment" "penilaian": Assessment in Whole "assessments.csv", Keyed, id "Tingkat kompetensi seseorang pada suatu hari." {
        /// The person.
        staff: Id<'a>, key, -> staff; Office, id "Orangnya.";
        /// The day.
        date: Day, key; Office, id "Harinya.";
        /// The competency.
        competency: Id<'a>, key, -> competencies; Office, id "Kompetensinya.";
        /// The level held, 0 to 5.
        level: i64 = 0..=5; Office, id "Tingkat yang dimiliki, 0 sampai 5.";
        /// Who assessed.
        assessor: Option<Id<'a>>, -> staff; Office, id "Penilainya.";
        /// By which method.
        method: Option<&'a str>; Office, id "Caranya.";
    }
}

table! {
    /// Development needs that a person, a supervisor or a gap names.
    needs "need" "kebutuhan": Need in Whole "needs.csv", Keyed, id "Kebutuhan pengembangan yang disebut pegawai, atasan, atau kesenjangan." {
        /// The person.
        staff: Id<'a>, key, -> staff; Office, id "Orangnya.";
        /// The day on which it was named.
        date: Day, key; Office, id "Hari disebutkan.";
        /// The competency needed.
        competency: Id<'a>, key, -> competencies; Office, id "Kompetensi yang dibutuhkan.";
        /// Who named it.
        source: NeedSource; Office, id "Siapa yang menyebutkannya.";
        /// Why.
        reason: Option<&'a str>; Office, id "Alasannya.";
    }
}

table! {
    /// Competency certificates. Append-only: a renewal is a new line that names the old one.
    certificates "certificate" "sertifikat": Certificate in Whole "certificates.csv", Keyed, id "Sertifikat kompetensi. Hanya ditambah: perpanjangan adalah baris baru yang menyebut baris lama." {
        /// Id of the certificate.
        id: Id<'a>, key; Office, id "Id sertifikat.";
        /// Who holds it.
        staff: Id<'a>, -> staff; Office, id "Pemegangnya.";
        /// The certification scheme.
        scheme: &'a str, ~ scheme; Office, id "Skema sertifikasi.";
        /// Its number.
        number: Option<&'a str>; Office, id "Nomornya.";
        /// Who issued it.
        issuer: Option<&'a str>, ~ issuer; Office, id "Penerbitnya.";
        /// By whom it is recognised.
        recognition: Option<&'a str>, ~ recognition; Office, id "Pengakuannya.";
        /// The day of issue.
        issued: Day, & validity; Office, id "Hari terbit.";
        /// The last day on which it is valid; empty: by the rule `certificates`, and without end where that has no months.
        valid_until: Option<Day>, >= issued, > today, & validity; Office, id "Hari terakhir berlaku; kosong: menurut aturan `certificates`, dan tanpa batas bila aturan itu tidak menyebut bulan.";
        /// The programme that led to it.
        training: Option<TrainingId<'a>>; Office, id "Pelatihan yang mengantarkannya.";
        /// The certificate that it renews.
        renews: Option<Id<'a>>, -> certificates; Office, id "Sertifikat yang diperpanjang.";
        /// How it was applied at work.
        applied: Option<&'a str>, & application; Office, id "Penerapannya di tempat kerja.";
        /// The evidence, as a file below evidence/.
        evidence: Option<EvidencePath<'a>>, & evidence; Office, id "Bukti, berupa berkas di bawah evidence/.";
        /// SHA-256 of the evidence.
        sha256: Option<Sha256<'a>>, & evidence; Office, id "SHA-256 bukti itu.";
        /// The day on which its application was told; unknown: from the beginning.
        told: Option<Day>, & application; Office, id "Hari penerapannya disampaikan; kosong: sejak awal.";
    }
}

table! {
    /// Mentoring and coaching pairs with their goal.
    mentoring "mentoring" "pendampingan": Mentoring in Whole "mentoring.csv", Keyed, id "Pasangan mentoring dan coaching beserta tujuannya." {
        /// Id of the pair.
        id: Id<'a>, key; Office, id "Id pasangan.";
        /// The mentor or coach.
        mentor: Id<'a>, -> staff; Office, id "Mentor atau coach.";
        /// The mentee.
        mentee: Id<'a>, -> staff; Office, id "Mentee.";
        /// Mentoring or coaching.
        kind: MentoringKind; Office, id "Mentoring atau coaching.";
        /// The competency that it is about.
        competency: Option<Id<'a>>, -> competencies; Office, id "Kompetensi yang dituju.";
        /// The goal agreed upon.
        goal: &'a str; Office, id "Tujuan yang disepakati.";
        /// The first day.
        start: Day, > today; Office, id "Hari pertama.";
        /// The last day.
        end: Option<Day>, >= start, > today, & standing; Office, id "Hari terakhir.";
        /// How it stands.
        status: MentoringStatus, & standing; Office, id "Keadaan.";
        /// The product made.
        product: Option<&'a str>; Office, id "Produk yang dihasilkan.";
        /// What the mentee can now do alone.
        alone: Option<&'a str>; Office, id "Yang kini dapat dikerjakan sendiri.";
        /// What came of it.
        outcome: Option<&'a str>; Office, id "Hasilnya.";
    }
    wrong |row| row.mentor == row.mentee;
}

table! {
    /// Mentoring and coaching sessions held.
    sessions "session" "sesi": Session in Month "sessions", Keyed, id "Sesi mentoring dan coaching yang berlangsung." {
        /// The pair.
        mentoring: Id<'a>, key, -> mentoring; Office, id "Pasangannya.";
        /// The day.
        date: Day, key; Office, id "Harinya.";
        /// For how many minutes, 1 to 1440.
        minutes: Option<i64> = 1..=1440; Office, id "Berapa menit, 1 sampai 1440.";
        /// How it was held.
        mode: Option<Mode>; Office, id "Modanya.";
        /// What it was about.
        topic: Option<&'a str>; Office, id "Topiknya.";
        /// The next step agreed upon.
        next_step: Option<&'a str>; Office, id "Langkah berikutnya.";
    }
}

impl Standard<'_> {
    /// Whether it is required on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day)
    }
}
