//! Units, people, where they work, and under which contract.

use super::cell::{Id, Nip};
use super::code::{EducationLevel, EducationStatus, Employment, Grade, PositionKind, PostingStatus, Sex};
use super::table::table;
use super::time::Day;

table! {
    /// Organisational units: a tree by `parent`.
    units "unit" "unit-kerja": Unit in Whole "units.csv", Keyed, id "Unit organisasi: pohon menurut `parent`." {
        /// Code of the unit; stays when its name changes.
        code: Id<'a>, key; Public, id "Kode unit; tetap walau namanya berubah.";
        /// Its full name.
        name: &'a str; Public, id "Nama lengkapnya.";
        /// The unit above it; empty at the top.
        parent: Option<Id<'a>>, -> units; Public, id "Unit di atasnya; kosong di puncak.";
        /// Whether it serves the public.
        public_service: Option<bool>; Public, id "Apakah melayani masyarakat.";
        /// The day from which it is known: no report about an earlier day has a row for it unless something is recorded of it. Unknown: from the beginning.
        since: Option<Day>, > today; Public, id "Hari mulai dikenal: laporan tentang hari sebelumnya tidak memuatnya kecuali ada catatannya. Kosong: sejak awal.";
    }
}

table! {
    /// People: the only file with NIP, name and contact. Everything else refers to the id.
    staff "staff" "pegawai": Staff in Whole "staff.csv", Keyed, id "Orang: satu-satunya berkas dengan NIP, nama, dan kontak. Berkas lain merujuk ke id." {
        /// Opaque id of the person; minted when not given.
        id: Id<'a>, key; Office, id "Id orang, tanpa makna; dibuat bila tidak diberikan.";
        /// NIP or NI PPPK, eighteen digits; empty where the person has none.
        nip: Option<Nip<'a>>, & identity; Personal, id "NIP atau NI PPPK, 18 angka; kosong bila tidak punya.";
        /// Titles before the name.
        title_before: Option<&'a str>; Personal, id "Gelar depan.";
        /// The name without titles.
        name: &'a str; Personal, id "Nama tanpa gelar.";
        /// Titles after the name.
        title_after: Option<&'a str>; Personal, id "Gelar belakang.";
        /// In which relation the person stood to the office on joining; what it became later stands in the postings.
        employment: Employment; Office, id "Status kepegawaian saat masuk; perubahannya kemudian ada di penempatan.";
        /// The first day in the office.
        joined: Option<Day>, > today; Office, id "Hari pertama di kantor ini.";
        /// Birth date; taken from the NIP where there is one, and must agree with it.
        born: Option<Day>, & identity; Personal, id "Tanggal lahir; diambil dari NIP bila ada, dan harus sama.";
        /// Sex; taken from the NIP where there is one, and must agree with it.
        sex: Option<Sex>, & identity; Personal, id "Jenis kelamin; diambil dari NIP bila ada, dan harus sama.";
        /// E-mail address.
        email: Option<&'a str>; Personal, id "Alamat surel.";
    }
    wrong |row| row.differs_in_sex() || row.differs_in_birth() || row.differs_in_employment(row.employment);
}

table! {
    /// Postings: from which day a person works where. The one in force on a day is the latest not after it.
    postings "posting" "penempatan": Posting in Whole "postings.csv", Keyed, id "Penempatan: sejak kapan seseorang bekerja di mana. Yang berlaku pada suatu hari adalah yang terakhir tidak sesudahnya." {
        /// The person.
        staff: Id<'a>, key, -> staff; Office, id "Orangnya.";
        /// The first day of the posting.
        since: Day, key, > today, & course; Office, id "Hari pertama penempatan.";
        /// The unit.
        unit: Option<Id<'a>>, -> units; Office, id "Unitnya.";
        /// The position, in words.
        position: Option<&'a str>, ~ position; Office, id "Jabatan.";
        /// The kind of position.
        position_kind: Option<PositionKind>; Office, id "Jenis jabatan.";
        /// Golongan of PNS (III/a) or PPPK (IX).
        grade: Option<Grade>; Office, id "Golongan PNS (III/a) atau PPPK (IX).";
        /// Whether and how the person works in it; empty means active.
        status: Option<PostingStatus>; Office, id "Keadaan; kosong berarti aktif.";
        /// The relation to the office from that day on, where it changed: a CPNS became PNS.
        employment: Option<Employment>; Office, id "Status kepegawaian sejak hari itu, bila berubah: CPNS diangkat menjadi PNS.";
        /// The direct supervisor.
        supervisor: Option<Id<'a>>, -> staff; Office, id "Atasan langsung.";
        /// Number of the decree.
        decree: Option<&'a str>; Office, id "Nomor SK.";
    }
    wrong |row| row.supervisor == Some(row.staff);
}

table! {
    /// Contracts of PPPK: the year of their JP ceiling runs by them.
    contracts "contract" "kontrak": Contract in Whole "contracts.csv", Keyed, id "Kontrak PPPK: tahun batas JP mereka mengikuti kontrak." {
        /// The person.
        staff: Id<'a>, key, -> staff; Office, id "Orangnya.";
        /// The first day of the contract.
        since: Day, key, > today, & course; Office, id "Hari pertama kontrak.";
        /// The last day of the contract; empty when it is not known.
        until: Option<Day>, >= since, > today; Office, id "Hari terakhir kontrak; kosong bila tidak diketahui.";
        /// Number of the decree.
        decree: Option<&'a str>; Office, id "Nomor SK.";
    }
}

table! {
    /// Further education (tugas belajar, izin belajar), running or finished.
    education "education" "pendidikan": Education in Whole "education.csv", Keyed, id "Pendidikan lanjutan (tugas belajar, izin belajar), berjalan atau selesai." {
        /// The person.
        staff: Id<'a>, key, -> staff; Office, id "Orangnya.";
        /// The first day of study.
        start: Day, key, > today, & course; Office, id "Hari pertama.";
        /// The level.
        level: EducationLevel; Office, id "Jenjang.";
        /// The institution.
        institution: Option<&'a str>; Office, id "Lembaga pendidikan.";
        /// The field of study.
        field: Option<&'a str>; Office, id "Bidang studi.";
        /// How it stands.
        status: EducationStatus, & standing; Office, id "Keadaan.";
        /// The last day.
        end: Option<Day>, >= start, > today, & standing; Office, id "Hari terakhir.";
    }
}

impl Staff<'_> {
    /// Whether the sex is not that of the NIP.
    pub fn differs_in_sex(&self) -> bool {
        let sexes = self.nip.zip(self.sex);
        sexes.is_some_and(|(nip, sex)| nip.is_woman() != (sex == Sex::Woman))
    }

    /// Whether the NIP is not one of that employment.
    pub fn differs_in_employment(&self, employment: Employment) -> bool {
        let is_asn = employment.is_asn();
        self.nip
            .is_some_and(|nip| is_asn && nip.is_pns() == employment.is_pppk())
    }

    /// Whether the birth date is not that of the NIP.
    pub fn differs_in_birth(&self) -> bool {
        let dates = self.nip.zip(self.born);
        dates.is_some_and(|(nip, born)| nip.born() != born)
    }
}
