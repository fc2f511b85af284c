//! `bina.toml`: the marker of a record directory and the office's own lists.

use super::code::{Direction, LangCode, WeekdayCode};
use super::document::{At, IdText, document};
use super::time::Day;
use crate::diagnostic::Origin;
use crate::words::Lang;

document! {
    /// The settings of an office.
    Settings {
        /// The version of the record format: 2.
        format: At<i64>, id "Versi format catatan: 2.";
        /// The language of reports.
        language: Option<LangCode>, id "Bahasa laporan.";
        /// From which day the records tell what happened: what lies before it is not known, which is not none.
        records_since: Option<At<Day>>, id "Sejak hari apa catatan menyebut yang terjadi: yang sebelumnya tidak diketahui, dan itu bukan tidak ada.";
        /// The office.
        agency: Agency, id "Kantor ini.";
        /// The working week.
        calendar: Option<CalendarSettings>, id "Minggu kerja.";
        /// What is printed every month; the usual where nothing is said.
        monthly: Option<MonthlySettings>, id "Yang dicetak setiap bulan; yang lazim bila tidak ditulis.";
        /// Who signs reports, and from which day.
        signatory: Vec<Signatory>, id "Penanda tangan laporan, sejak hari apa.";
        /// Services to the public.
        service: Vec<Listed>, id "Layanan kepada masyarakat.";
        /// Channels of complaints.
        channel: Vec<Listed>, id "Kanal pengaduan.";
        /// Categories of complaints.
        category: Vec<Listed>, id "Kategori pengaduan.";
        /// Service figures.
        indicator: Vec<IndicatorSettings>, id "Angka pelayanan.";
    }
}

document! {
    /// The office.
    Agency {
        /// Its name.
        name: String, id "Namanya.";
        /// The government that it belongs to.
        government: Option<String>, id "Pemerintah yang menaunginya.";
        /// Where it is, as the notice board says.
        address: Option<String>, id "Alamatnya, seperti di papan pengumuman.";
        /// Telephone, mail and site, in one line, as the letterhead says.
        contact: Option<String>, id "Telepon, surel, dan laman dalam satu baris, seperti di kop surat.";
        /// The town in which papers are signed, as it stands before the day.
        place: Option<String>, id "Kota atau kecamatan tempat surat ditandatangani, di depan tanggalnya.";
        /// The logo of the letterhead: a PNG or JPEG beside this file, 512 KiB at most.
        logo: Option<At<String>>, id "Logo kop surat: gambar PNG atau JPEG di samping berkas ini, paling besar 512 KiB.";
        /// To whom the brief goes.
        addressee: Option<String>, id "Kepada siapa laporan ringkas ditujukan.";
    }
}

document! {
    /// The working week.
    CalendarSettings {
        /// Days of the week that are not working days.
        weekend: Vec<WeekdayCode>, id "Hari dalam minggu yang bukan hari kerja.";
    }
}

document! {
    /// What is printed every month.
    MonthlySettings {
        /// For the office, with names: the report's name and the ending of its form, such as `brief.html`.
        office: Option<Vec<At<String>>>, id "Untuk kantor, dengan nama: nama laporan dan akhiran bentuknya, misalnya `ringkas.html`.";
        /// For everybody, without personal data; likewise.
        public: Option<Vec<At<String>>>, id "Untuk umum, tanpa data pribadi; begitu juga.";
    }
}

document! {
    /// Somebody who signs reports from a day on.
    Signatory {
        /// From which day.
        since: Day, id "Sejak hari apa.";
        /// The person, by id: names stand in staff.csv only.
        staff: At<IdText>, -> staff, id "Orangnya, menurut id: nama hanya ada di staff.csv.";
        /// The position signed with.
        position: String, id "Jabatan penanda tangan.";
        /// The rank, as `Penata Tingkat I`; the grade is known from the postings.
        rank: Option<String>, id "Pangkatnya, misalnya `Penata Tingkat I`; golongannya diketahui dari penempatan.";
        /// `Plt.` or `a.n.` where so.
        prefix: Option<String>, id "`Plt.` atau `a.n.` bila demikian.";
    }
}

document! {
    /// A code and its name.
    Listed {
        /// The code.
        code: At<IdText>, id "Kodenya.";
        /// The name.
        name: String, id "Namanya.";
        /// Its name in English, for pages in that language; where there is none, the name stands there too.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris, untuk laporan berbahasa Inggris; bila tidak ditulis, namanya yang dipakai.";
        /// Of a channel of complaints its number, address or site, as the notice board says.
        reach: Option<String>, id "Bagi kanal pengaduan: nomor, alamat, atau lamannya, seperti di papan pengumuman.";
        /// The day from which it is known: no report about an earlier day has a row for it unless something is recorded of it. Unknown: from the beginning.
        since: Option<Day>, id "Hari mulai dikenal: laporan tentang hari sebelumnya tidak memuatnya kecuali ada catatannya. Tidak ditulis: sejak awal.";
    }
}

document! {
    /// A service figure with its direction.
    IndicatorSettings {
        /// The code.
        code: At<IdText>, id "Kodenya.";
        /// The name.
        name: String, id "Namanya.";
        /// The unit of measure.
        unit: Option<String>, id "Satuannya.";
        /// Which way is better.
        direction: Direction, id "Arah yang lebih baik.";
    }
}

impl Listed {
    /// Its name in a language, as far as there is one.
    pub fn named(&self, lang: Lang) -> &str {
        let english = self.name_en.as_deref().filter(|_| lang == Lang::En);
        english.unwrap_or(&self.name)
    }
}

impl Settings {
    /// The language of reports: as set, else Indonesian.
    pub fn lang(&self) -> Lang {
        match self.language {
            Some(LangCode::En) => Lang::En,
            _ => Lang::Id,
        }
    }

    /// What is printed every month: as set, each of the two lists else the usual.
    pub fn monthly(&self) -> MonthlySettings {
        let usual = MonthlySettings::usual(self.lang());
        match self.monthly.clone() {
            None => usual,
            Some(own) => MonthlySettings {
                origin: own.origin,
                office: own.office.or(usual.office),
                public: own.public.or(usual.public),
            },
        }
    }

    /// The day from which the records tell what happened, where that is after `first`: what lies between is not known.
    pub fn untold_after(&self, first: Day) -> Option<Day> {
        let since = self.records_since.as_ref()?.value;
        (since > first).then_some(since)
    }

    /// Who signs on a day: the latest signatory not after it.
    pub fn signatory_on(&self, day: Day) -> Option<&Signatory> {
        self.signatory
            .iter()
            .filter(|s| s.since <= day)
            .max_by_key(|s| s.since)
    }
}

impl MonthlySettings {
    /// What a new office prints: the page for its head; the whole report, once to read and once to calculate with; the
    /// survey of the year, the list of JP and a page for each person; for everybody the report and the notice board.
    pub fn usual(lang: Lang) -> MonthlySettings {
        let (office, public): ([&str; 6], [&str; 2]) = match lang {
            Lang::Id => (
                [
                    "ringkas.html",
                    "bulanan.html",
                    "bulanan.csv",
                    "skm-tahun-ini.html",
                    "jp.html",
                    "rapor.html",
                ],
                ["bulanan.html", "papan-pengumuman.html"],
            ),
            Lang::En => (
                [
                    "brief.html",
                    "monthly.html",
                    "monthly.csv",
                    "satisfaction-this-year.html",
                    "hours.html",
                    "staff.html",
                ],
                ["monthly.html", "notice.html"],
            ),
        };
        let origin = Origin::NOWHERE;
        let named = |value: &&str| At {
            value: (*value).to_owned(),
            origin,
        };
        MonthlySettings {
            origin,
            office: Some(office.iter().map(named).collect()),
            public: Some(public.iter().map(named).collect()),
        }
    }
}

impl CalendarSettings {
    /// Whether no day of the week is left to work on.
    pub fn is_whole_week(&self) -> bool {
        WeekdayCode::ALL.iter().all(|day| self.weekend.contains(day))
    }
}
