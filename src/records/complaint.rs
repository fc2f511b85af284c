//! The public's complaints, and what was done about each on which day.

use super::cell::Id;
use super::code::{ComplainantView, ComplaintKind, ComplaintOutcome, HandlingStep};
use super::table::table;
use super::time::Day;

table! {
    /// The public's complaints, aspirations and requests, as they were received. Cut by the month received.
    complaints "complaint" "pengaduan": Complaint in Month "complaints", Keyed, id "Pengaduan, aspirasi, dan permintaan informasi masyarakat, sebagaimana diterima. Dipisah menurut bulan diterima." {
        /// Id; begins with the month received (2026-10-k7f3q).
        id: Id<'a>, key; Office, id "Id; diawali bulan diterima (2026-10-k7f3q).";
        /// The day received.
        received: Day; Public, id "Hari diterima.";
        /// By which channel, a code of bina.toml.
        channel: Option<Id<'a>>; Public, id "Kanal, kode di bina.toml.";
        /// The number in the channel's own system.
        reference: Option<&'a str>; Office, id "Nomor pada kanal asalnya.";
        /// Complaint, aspiration or request for information; only complaints enter the rates.
        kind: ComplaintKind; Public, id "Pengaduan, aspirasi, atau permintaan informasi; hanya pengaduan yang dihitung dalam persentase.";
        /// The unit that it is about.
        unit: Option<Id<'a>>, -> units; Public, id "Unit yang dituju.";
        /// The service that it is about, a code of bina.toml.
        service: Option<Id<'a>>; Public, id "Layanan yang dituju, kode di bina.toml.";
        /// Its category, a code of bina.toml.
        category: Option<Id<'a>>; Public, id "Kategori, kode di bina.toml.";
        /// Its class on receipt, which decides the deadline by rule; a later one is a step of the handling.
        class: Option<Id<'a>>; Public, id "Kelas saat diterima, yang menentukan tenggat menurut aturan; kelas yang ditetapkan kemudian adalah langkah penanganan.";
        /// Who handles it from receipt; who does so later is a step of the handling.
        handler: Option<Id<'a>>, -> staff; Office, id "Yang menangani sejak diterima; penerus berikutnya adalah langkah penanganan.";
        /// The complaint that this one repeats.
        duplicate_of: Option<Id<'a>>, -> complaints, & repeat; Public, id "Pengaduan yang sama dengan ini.";
        /// What it is about, in words, without names.
        summary: Option<&'a str>; Office, id "Isinya secara ringkas, tanpa nama.";
        /// The day on which it was found to repeat that one; unknown: from receipt.
        marked: Option<Day>, & repeat; Public, id "Hari diketahui sama dengan pengaduan itu; kosong: sejak diterima.";
    }
    wrong |row| row.duplicate_of == Some(row.id) || row.repeats_later();
}

table! {
    /// What was done about a complaint, step by step: how it stands follows from the days. Cut by the month in which the complaint was received.
    handling "handling" "penanganan": Handling in Month "handling", Keyed, id "Yang dilakukan atas pengaduan, langkah demi langkah: keadaannya mengikuti tanggal-tanggalnya. Dipisah menurut bulan pengaduan diterima." {
        /// The complaint.
        complaint: Id<'a>, key, -> complaints; Office, id "Pengaduannya.";
        /// The day of the step.
        date: Day, key, & course; Public, id "Hari langkah itu.";
        /// What was done.
        step: HandlingStep, key; Public, id "Yang dilakukan.";
        /// The class given, where it was classified.
        class: Option<Id<'a>>; Public, id "Kelas yang ditetapkan, bila diklasifikasi.";
        /// Who handles it from then on.
        handler: Option<Id<'a>>, -> staff; Office, id "Yang menangani sejak saat itu.";
        /// What became of it, where it was closed. Closed is not resolved.
        outcome: Option<ComplaintOutcome>; Public, id "Hasil penanganan, bila ditutup. Ditutup belum tentu selesai.";
        /// The complainant's own view of the handling, where it was closed.
        complainant_view: Option<ComplainantView>; Public, id "Pendapat pengadu tentang penanganannya, bila ditutup.";
    }
    wrong |row| row.misplaced().next().is_some() || row.lacks_outcome();
}

impl Complaint<'_> {
    /// Whether it was known by a day to repeat another.
    pub fn is_repeat_by(&self, day: Day) -> bool {
        self.duplicate_of.is_some() && self.marked.is_none_or(|marked| marked <= day)
    }

    /// Whether it names as the one that it repeats a complaint of a later month: a month that is over would lose it to
    /// one that came after it.
    pub fn repeats_later(&self) -> bool {
        let later = |other: Id<'_>| other.text().get(..7) > self.id.text().get(..7);
        self.duplicate_of.is_some_and(later)
    }
}

impl Handling<'_> {
    /// Whether it closes the complaint and does not say what became of it: then nobody can tell whether it is resolved.
    pub fn lacks_outcome(&self) -> bool {
        self.step == HandlingStep::Closed && self.outcome.is_none()
    }

    /// The columns that are filled although they belong to another step, each with that step.
    pub fn misplaced(&self) -> impl Iterator<Item = (usize, HandlingStep)> + use<> {
        let step = self.step;
        let filled = [
            (self.class.is_some(), Self::class, HandlingStep::Classified),
            (self.outcome.is_some(), Self::outcome, HandlingStep::Closed),
            (
                self.complainant_view.is_some(),
                Self::complainant_view,
                HandlingStep::Closed,
            ),
        ];
        let misplaced = filled.into_iter().filter(move |one| one.0 && one.2 != step);
        misplaced.map(|(_, column, belongs)| (column, belongs))
    }
}
