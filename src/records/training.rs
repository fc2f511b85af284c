//! A programme: one TOML document, its id is its path.

use super::bounds::is_reversed;
use super::code::{Method, Mode, ModuleKind, TrainingStatus};
use super::document::{At, Field, IdText, NameText, Reader, document};
use super::number::Dec;
use super::time::{Day, Month};
use crate::words::problem::Problem;
use toml::Spanned;
use toml::de::DeValue;

document! {
    /// A training programme.
    Training {
        /// Its title.
        title: String, id "Judulnya.";
        /// Topics, as codes.
        topics: Vec<IdText>, id "Topik, sebagai kode.";
        /// The national code of the method, KL01 to NKL13.
        method: Method, id "Kode nasional bentuk pengembangan, KL01 sampai NKL13.";
        /// How it is held.
        mode: Mode, id "Moda penyelenggaraan.";
        /// Who provides it.
        provider: Option<At<NameText>>, ~ provider, id "Penyelenggara.";
        /// The partner institution.
        partner: Option<At<NameText>>, ~ partner, id "Lembaga mitra.";
        /// The first day.
        start: At<Day>, & dates, id "Hari pertama.";
        /// The last day; it decides the month in whose report the programme stands.
        end: At<Day>, & dates, id "Hari terakhir; menentukan bulan laporannya.";
        /// The hours of the programme, in JP.
        jp: At<Dec>, id "Jam pelajaran (JP) pelatihan ini.";
        /// The maximum of the pre-test and post-test; 100 when absent.
        test_max: Option<Dec>, id "Nilai tes tertinggi; 100 bila tidak ditulis.";
        /// The least presence for completion, in percent; by rule when absent.
        minimum_attendance: Option<Dec>, id "Kehadiran minimum untuk selesai, dalam persen; menurut aturan bila tidak ditulis.";
        /// How many seats there are.
        seats: Option<At<i64>>, id "Jumlah kursi.";
        /// Cost in rupiah.
        cost: Option<At<i64>>, id "Biaya dalam rupiah.";
        /// The fund that pays.
        fund: Option<At<NameText>>, ~ fund, id "Sumber dana.";
        /// The item of the yearly plan that it carries out.
        plan_item: Option<String>, id "Butir rencana tahunan yang dilaksanakan.";
        /// The basis for holding it.
        basis: Option<String>, id "Dasar penyelenggaraan.";
        /// How it stands.
        status: At<TrainingStatus>, & standing, id "Keadaan.";
        /// The day on which it was announced; no report about an earlier day knows it. Unknown: always known.
        announced: Option<Day>, id "Hari diumumkan; laporan tentang hari sebelumnya belum mengenalnya. Tidak ditulis: selalu dikenal.";
        /// The day on which it was cancelled; until then it was still to come.
        cancelled: Option<Day>, & standing, id "Hari dibatalkan; sebelum itu masih akan datang.";
        /// When it was moved, and when it was to take place before: reports about an earlier day tell those days.
        moved: Vec<Postponement>, id "Kapan digeser, dan tanggalnya sebelum itu: laporan tentang hari sebelumnya menyebut tanggal itu.";
        /// Codes of the questionnaires to be answered.
        questionnaires: Vec<At<IdText>>, -> questionnaires, id "Kode kuesioner yang harus diisi.";
        /// Evidence for the whole programme, below evidence/.
        evidence: Option<String>, & evidence, id "Bukti untuk seluruh pelatihan, di bawah evidence/.";
        /// SHA-256 of that evidence.
        sha256: Option<String>, & evidence, id "SHA-256 bukti itu.";
        /// Services whose public is expected to notice.
        services: Vec<At<IdText>>, id "Layanan yang pemakainya diharapkan merasakan hasilnya.";
        /// Units whose public is expected to notice.
        public_units: Vec<At<IdText>>, -> units, id "Unit yang masyarakatnya diharapkan merasakan hasilnya.";
        /// For whom it is meant.
        audience: Option<Audience>, id "Sasaran peserta.";
        /// Competencies with the level aimed at.
        competency: Vec<CompetencyTarget>, id "Kompetensi dan tingkat yang dituju.";
        /// Instructors.
        instructor: Vec<Instructor>, id "Pengajar.";
        /// Modules of the curriculum.
        module: Vec<Module>, id "Modul kurikulum.";
        /// Sessions.
        session: Vec<TrainingSession>, id "Sesi.";
    }
}

document! {
    /// For whom a programme is meant.
    Audience {
        /// Units.
        units: Vec<At<IdText>>, -> units, id "Unit.";
        /// Positions, in the words of the postings.
        positions: Vec<At<NameText>>, ~ position, id "Jabatan, dengan kata yang sama seperti di penempatan.";
        /// Persons.
        staff: Vec<At<IdText>>, -> staff, id "Orang.";
    }
}

/// The level of a competency that a programme aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(pub i64);

impl Level {
    /// The lowest and the highest.
    const ENDS: (i64, i64) = (1, 5);
}

impl Field for Level {
    const KIND: &'static str = i64::KIND;

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let level = i64::read(value, reader)?;
        let (low, high) = Level::ENDS;
        if !(low..=high).contains(&level) {
            reader.error(&value.span(), Problem::LevelOutside { level, low, high });
            return None;
        }
        Some(Level(level))
    }
}

document! {
    /// A competency and the level that the programme aims at.
    CompetencyTarget {
        /// Code of the competency.
        code: At<IdText>, -> competencies, id "Kode kompetensi.";
        /// The level aimed at, 1 to 5.
        level: Option<Level>, id "Tingkat yang dituju, 1 sampai 5.";
    }
}

document! {
    /// An instructor: a person of staff.csv, or a name.
    Instructor {
        /// Key of the instructor in this document; feedback names it.
        key: At<IdText>, id "Kunci pengajar di dokumen ini; dirujuk umpan balik.";
        /// The name of somebody who is not in staff.csv.
        name: Option<At<NameText>>, ~ instructor, id "Nama orang yang tidak ada di staff.csv.";
        /// The person in staff.csv.
        staff: Option<At<IdText>>, -> staff, id "Orangnya di staff.csv.";
        /// What he or she is expert in.
        expertise: Option<String>, id "Keahliannya.";
        /// Whether from outside the office.
        outside: Option<bool>, id "Apakah dari luar kantor.";
    }
}

document! {
    /// A module of the curriculum.
    Module {
        /// Its title.
        title: String, id "Judulnya.";
        /// Its hours, in JP.
        jp: Dec, id "JP-nya.";
        /// Theory or practice.
        kind: ModuleKind, id "Teori atau praktik.";
    }
}

document! {
    /// Other days for a programme: until then it was to take place on these.
    Postponement {
        /// The day on which it was moved.
        on: Day, id "Hari digeser.";
        /// The first day before that.
        start: Day, id "Hari pertama sebelumnya.";
        /// The last day before that.
        end: Day, id "Hari terakhir sebelumnya.";
    }
}

document! {
    /// A session of a programme.
    TrainingSession {
        /// Key of the session in this document; attendance names it.
        key: At<IdText>, id "Kunci sesi di dokumen ini; dirujuk kehadiran.";
        /// The day.
        date: At<Day>, id "Harinya.";
        /// Where it is held.
        place: Option<String>, id "Tempatnya.";
        /// The address of an online session.
        link: Option<String>, id "Tautan sesi daring.";
        /// How long it lasts, in minutes; not known where only a list of presence names it.
        minutes: Option<i64>, id "Lamanya dalam menit; kosong bila hanya diketahui dari daftar hadir.";
    }
}

impl Training {
    /// The programme as it was known on a day: none before it was announced, and whatever came
    /// of it later was still ahead: before its last day it was planned, and from its first on it ran.
    pub fn on(mut self, day: Day) -> Option<Training> {
        if self.announced.is_some_and(|announced| announced > day) {
            return None;
        }
        let later = self.moved.iter().filter(|moved| moved.on > day);
        if let Some(then) = later.min_by_key(|moved| moved.on) {
            (self.start.value, self.end.value) = (then.start, then.end);
        }
        let was_ahead = match self.status.value {
            TrainingStatus::Cancelled => self.cancelled.is_some_and(|cancelled| cancelled > day),
            _ => self.end.value > day,
        };
        if was_ahead {
            self.status.value = match self.start.value > day {
                true => TrainingStatus::Planned,
                false => TrainingStatus::Running,
            };
        }
        Some(self)
    }

    /// The same of one that is asked for by its id: before it was announced it is known as one that is ahead.
    pub fn by(self, day: Day) -> Training {
        let announced = self.announced.filter(|announced| *announced <= day);
        let asked = Training {
            announced,
            ..self.clone()
        };
        asked.on(day).unwrap_or(self)
    }

    /// The day on which somebody completed it, of whom it counts as completed from a day. One that is held on days of its own
    /// is completed with the last of them, however late it was closed; a self-paced one on the day that was recorded.
    pub fn completed_on(&self, counted: Day) -> Day {
        match self.mode {
            Mode::SelfPaced => counted,
            _ => counted.min(self.end.value),
        }
    }

    /// The maximum of its tests: as written, else 100.
    pub fn max_score(&self) -> Dec {
        self.test_max.unwrap_or(Dec::int(100))
    }

    /// How much of the programme a session is; `None` where there is no such session. Where the minutes of each are known
    /// it is these; else all are of equal weight, 1.
    pub fn weight(&self, session: &str) -> Option<i64> {
        let mut sessions = self.session.iter();
        let held = sessions.find(|held| &*held.key.value == session)?;
        let is_timed = self.session.iter().all(|held| held.minutes.is_some());
        Some(held.minutes.filter(|_| is_timed).unwrap_or(1))
    }

    /// How much of it somebody took part in who was present at a session for some minutes, or for all of it where they
    /// are not known.
    pub fn share(&self, session: &str, minutes: Option<i64>) -> i64 {
        let is_timed = self.session.iter().all(|held| held.minutes.is_some());
        let whole = self.weight(session).unwrap_or(0);
        minutes.filter(|_| is_timed).unwrap_or(whole)
    }

    /// Whether it was closed as known on the day that it and its participants are told of: it is done, and nobody's
    /// place was still open (`has_open`). The document has no day of its closing; its participants have theirs.
    pub fn is_closed(&self, has_open: bool) -> bool {
        self.status.value == TrainingStatus::Done && !has_open
    }

    /// Whether it was over on a day, and neither closed nor cancelled: who came is not known yet.
    pub fn is_unclosed(&self, has_open: bool, day: Day) -> bool {
        let is_settled = self.status.value == TrainingStatus::Cancelled || self.is_closed(has_open);
        !is_settled && self.end.value <= day
    }

    /// Whether it may be wrong by a rule of `check`: it ends before it begins, or begins before the month of its id.
    pub fn is_doubtful(&self, id: &str) -> bool {
        is_reversed(self.start.value, self.end.value) || self.is_before(id)
    }

    /// Whether it begins before the month of its id, where reports do not look for it.
    pub fn is_before(&self, id: &str) -> bool {
        let month = id.split('/').next().and_then(Month::parse);
        month.is_some_and(|month| self.start.value.month() < month)
    }
}
