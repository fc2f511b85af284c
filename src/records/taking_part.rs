//! Who takes part in programmes, and who was present.

use super::cell::{EvidencePath, Id, Sha256, TrainingId};
use super::code::{AbsenceReason, Initiative, ParticipationStatus};
use super::number::Dec;
use super::table::table;
use super::time::Day;

table! {
    /// Who takes part in which programme, and with what result. Cut by the month of the programme's id.
    participation "participation" "keikutsertaan": Participation in Month "participation", Keyed, id "Siapa mengikuti pelatihan apa, dengan hasil apa. Dipisah menurut bulan pada id pelatihan." {
        /// The programme.
        training: TrainingId<'a>, key; Public, id "Pelatihannya.";
        /// The participant.
        staff: Id<'a>, key, -> staff; Office, id "Pesertanya.";
        /// How the participation stands.
        status: ParticipationStatus, & standing; Office, id "Keadaan keikutsertaan.";
        /// Why an invited person was absent.
        reason: Option<AbsenceReason>, & standing; Office, id "Alasan tidak hadir.";
        /// Whom this participant stands in for.
        replaces: Option<Id<'a>>, -> staff; Office, id "Menggantikan siapa.";
        /// Whose idea it was.
        initiative: Option<Initiative>; Office, id "Atas inisiatif siapa.";
        /// The day from which this counts as completed; it decides the year in which the JP count.
        completed: Option<Day>, & standing; Office, id "Hari sejak terhitung selesai; menentukan tahun JP dihitung.";
        /// JP as on the certificate, 2000 at most.
        jp: Option<Dec> = 0..=2000, & standing; Office, id "JP menurut sertifikat pelatihan, paling banyak 2000.";
        /// JP as recognised; empty when not yet assessed.
        jp_recognised: Option<Dec> = 0..=2000; Office, id "JP yang diakui; kosong bila belum dinilai.";
        /// Pre-test score.
        pre: Option<Dec> = 0..=10000; Office, id "Nilai tes awal.";
        /// Post-test score.
        post: Option<Dec> = 0..=10000; Office, id "Nilai tes akhir.";
        /// Number of the training certificate.
        certificate: Option<&'a str>; Office, id "Nomor sertifikat pelatihan.";
        /// The evidence, as a file below evidence/.
        evidence: Option<EvidencePath<'a>>, & evidence; Office, id "Bukti, berupa berkas di bawah evidence/.";
        /// SHA-256 of the evidence.
        sha256: Option<Sha256<'a>>, & evidence; Office, id "SHA-256 bukti itu.";
        /// Who verified the evidence: somebody else than the participant.
        verified_by: Option<Id<'a>>, -> staff, & evidence; Office, id "Yang memverifikasi bukti: bukan peserta sendiri.";
        /// A note.
        note: Option<&'a str>; Office, id "Catatan.";
        /// The day of enrolment; unknown: for as long as the programme is known.
        enrolled: Option<Day>; Office, id "Hari didaftarkan; kosong: selama pelatihannya dikenal.";
        /// The day on which the place was confirmed; unknown together with the day of enrolment: from the beginning.
        confirmed: Option<Day>, & standing; Office, id "Hari tempatnya dikonfirmasi; bila hari pendaftaran juga kosong: sejak awal.";
        /// The day from which the place counts as ended without completion; no report of a month before it knows of that.
        ended: Option<Day>, & standing; Office, id "Hari sejak tempatnya terhitung berakhir tanpa selesai; laporan bulan sebelumnya belum mengenalnya.";
        /// The day on which the evidence was verified; unknown: from the beginning.
        verified: Option<Day>, & evidence; Office, id "Hari bukti diverifikasi; kosong: sejak awal.";
        /// The title of a programme of another office, which has no document here.
        external_title: Option<&'a str>; Office, id "Judul pelatihan kantor lain, yang tidak punya dokumen di sini.";
    }
    wrong |row| row.is_absent_with_result() || row.replaces == Some(row.staff);
}

table! {
    /// Presence at each session of a programme, where it is recorded.
    attendance "attendance" "kehadiran": Attendance in Month "attendance", Keyed, id "Kehadiran per sesi pelatihan, bila dicatat." {
        /// The programme.
        training: TrainingId<'a>, key; Public, id "Pelatihannya.";
        /// The session, by its key in the training document.
        session: Id<'a>, key; Office, id "Sesinya, menurut kunci di dokumen pelatihan.";
        /// The participant.
        staff: Id<'a>, key, -> staff; Office, id "Pesertanya.";
        /// Whether the person was present.
        present: bool, & presence; Office, id "Hadir atau tidak.";
        /// For how many minutes, 1440 at most.
        minutes: Option<i64> = 0..=1440, & presence; Office, id "Berapa menit, paling banyak 1440.";
        /// Why the person missed this session.
        reason: Option<AbsenceReason>, & presence; Office, id "Alasan tidak hadir pada sesi ini.";
    }
}

impl Participation<'_> {
    /// The title of a programme that has no document here: as it was told, else the words of its id.
    pub fn title_elsewhere(&self) -> String {
        let words = || self.training.slug().replace('-', " ");
        self.external_title.map_or_else(words, str::to_owned)
    }

    /// The row as it was known on a day: nothing before the enrolment, and a place that ended later was still open.
    /// What came later of a completion is told by its day alone.
    pub fn on(mut self, day: Day) -> Option<Self> {
        use ParticipationStatus::*;
        if self.enrolled.is_some_and(|enrolled| enrolled > day) {
            return None;
        }
        let was_open = match self.status {
            Absent | Failed | Withdrawn => self.ended.is_some_and(|ended| ended > day),
            Confirmed | Attending | AwaitingCertificate => !self.is_confirmed_by(day),
            Invited | Completed => false,
        };
        if was_open {
            self.status = self.place_on(day);
            self.reason = None;
        }
        Some(self)
    }

    /// What a place was on a day on which it was still open.
    pub fn place_on(&self, day: Day) -> ParticipationStatus {
        match self.is_confirmed_by(day) {
            true => ParticipationStatus::Confirmed,
            false => ParticipationStatus::Invited,
        }
    }

    /// The row as it stood on a day before its programme began: nobody had come, and there was no more than a place.
    pub fn ahead(mut self, day: Day) -> Self {
        use ParticipationStatus::*;
        if matches!(self.status, Completed | Attending | AwaitingCertificate) {
            self.status = self.place_on(day);
        }
        Participation {
            pre: None,
            post: None,
            ..self
        }
    }

    /// Whether the place of somebody who held one was confirmed by a day. Where neither that day nor the day of
    /// enrolment is known, it always was.
    pub fn is_confirmed_by(&self, day: Day) -> bool {
        self.confirmed
            .map_or(self.enrolled.is_none(), |confirmed| confirmed <= day)
    }

    /// The column of the day from which a status holds, where it is one of those whose day is kept beside it.
    pub fn day_of(status: ParticipationStatus) -> Option<usize> {
        use ParticipationStatus::*;
        match status {
            Confirmed | Attending | AwaitingCertificate => Some(Self::confirmed),
            Absent | Failed | Withdrawn => Some(Self::ended),
            Invited | Completed => None,
        }
    }

    /// Whether something is recorded that only who was there can have.
    pub fn is_absent_with_result(&self) -> bool {
        self.status == ParticipationStatus::Absent
            && (self.completed.is_some()
                || self
                    .jp
                    .or(self.jp_recognised)
                    .or(self.pre)
                    .or(self.post)
                    .is_some()
                || self.certificate.is_some()
                || self.evidence.is_some()
                || self.sha256.is_some()
                || self.verified_by.is_some())
    }

    /// The columns that a status rules out: who was absent has finished nothing, and of who completed there is no
    /// reason of an absence.
    pub fn ruled_out(status: ParticipationStatus) -> &'static [usize] {
        use ParticipationStatus::*;
        match status {
            Completed => &[Self::reason, Self::ended],
            AwaitingCertificate => &[
                Self::reason,
                Self::jp,
                Self::jp_recognised,
                Self::certificate,
                Self::ended,
            ],
            Withdrawn => &[Self::completed, Self::jp, Self::jp_recognised, Self::certificate],
            Invited | Confirmed | Attending => &[
                Self::reason,
                Self::completed,
                Self::jp,
                Self::jp_recognised,
                Self::certificate,
                Self::ended,
            ],
            Failed => &[
                Self::reason,
                Self::completed,
                Self::jp,
                Self::jp_recognised,
                Self::certificate,
            ],
            Absent => &[
                Self::completed,
                Self::jp,
                Self::jp_recognised,
                Self::pre,
                Self::post,
                Self::certificate,
                Self::evidence,
                Self::sha256,
                Self::verified_by,
                Self::verified,
            ],
        }
    }
}
