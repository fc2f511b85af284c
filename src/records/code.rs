//! The closed lists of codes, each with the words that a reader sees.

use super::cell::{Cell, Domain, Refusal};
use super::word::{Code, unknown};
use crate::words::{Phrase, problem::Problem};

/// Declares an enum of codes: `Variant = "code", id "…", en "…";`, with `, also "…"` where another word means the same.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident = $code:literal, id $id:literal, en $en:literal $(, also $also:literal)?; )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* #[doc = $en] $variant ),* }

        impl $name {
            /// Every code, in the order of declaration.
            pub const CODES: &'static [Code] = &[ $( Code::new($code, $id, $en)$(.also($also))? ),* ];

            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[ $( $name::$variant ),* ];

            /// The code as files hold it.
            pub fn code(self) -> &'static str {
                $name::CODES[self as usize].name
            }

            /// The words for a reader.
            pub fn phrase(self) -> Phrase {
                $name::CODES[self as usize].words
            }
        }

        impl<'a> Cell<'a> for $name {
            const KIND: Domain = Domain::Code($name::CODES);

            #[inline]
            fn parse(text: &'a str) -> Result<Self, Refusal> {
                match text {
                    $( $code => Ok($name::$variant), )*
                    "" => Err(Box::new(Problem::Empty)),
                    _ => Err(unknown(text, $name::CODES)),
                }
            }
        }
    };
}

codes! {
    /// In which relation a person stands to the office. Only the first four are ASN.
    pub enum Employment {
        Cpns = "cpns", id "CPNS", en "probationary civil servant (CPNS)";
        Pns = "pns", id "PNS", en "civil servant (PNS)";
        Pppk = "pppk", id "PPPK", en "contract civil servant (PPPK)";
        PppkPartTime = "pppk-part-time", id "PPPK paruh waktu", en "part-time PPPK";
        NonAsn = "non-asn", id "non-ASN", en "not ASN";
        External = "external", id "pihak luar", en "from outside";
    }
}

impl Employment {
    /// Whether the person is ASN and so counts in the measures.
    pub fn is_asn(self) -> bool {
        !matches!(self, Employment::NonAsn | Employment::External)
    }

    /// Whether the hours are bounded by a contract year.
    pub fn is_pppk(self) -> bool {
        matches!(self, Employment::Pppk | Employment::PppkPartTime)
    }
}

codes! {
    /// Sex, as digit 15 of the NIP tells it.
    pub enum Sex {
        Man = "m", id "laki-laki", en "man";
        Woman = "f", id "perempuan", en "woman";
    }
}

codes! {
    /// The kind of position held.
    pub enum PositionKind {
        JptUtama = "jpt-utama", id "JPT utama", en "senior executive";
        JptMadya = "jpt-madya", id "JPT madya", en "middle executive";
        JptPratama = "jpt-pratama", id "JPT pratama", en "junior executive";
        Administrator = "administrator", id "administrator", en "administrator";
        Pengawas = "pengawas", id "pengawas", en "supervisor";
        Pelaksana = "pelaksana", id "pelaksana", en "staff";
        Fungsional = "fungsional", id "fungsional", en "functional";
    }
}

codes! {
    /// Whether and how a person works in the posting.
    pub enum PostingStatus {
        Active = "active", id "aktif", en "active";
        Study = "study", id "tugas belajar", en "on study leave";
        Leave = "leave", id "cuti di luar tanggungan", en "on leave";
        Seconded = "seconded", id "diperbantukan", en "seconded";
        Moved = "moved", id "pindah", en "moved to another office";
        Retired = "retired", id "pensiun", en "retired";
        Left = "left", id "berhenti", en "left";
    }
}

impl PostingStatus {
    /// Whether the person no longer belongs to the office.
    pub fn has_left(self) -> bool {
        matches!(
            self,
            PostingStatus::Moved | PostingStatus::Retired | PostingStatus::Left
        )
    }
}

codes! {
    /// The grade: golongan of PNS (`I/a` to `IV/e`) and of PPPK (`I` to `XVII`).
    pub enum Grade {
        Ia = "I/a", id "I/a", en "I/a"; Ib = "I/b", id "I/b", en "I/b"; Ic = "I/c", id "I/c", en "I/c"; Id = "I/d", id "I/d", en "I/d";
        IIa = "II/a", id "II/a", en "II/a"; IIb = "II/b", id "II/b", en "II/b"; IIc = "II/c", id "II/c", en "II/c"; IId = "II/d", id "II/d", en "II/d";
        IIIa = "III/a", id "III/a", en "III/a"; IIIb = "III/b", id "III/b", en "III/b"; IIIc = "III/c", id "III/c", en "III/c"; IIId = "III/d", id "III/d", en "III/d";
        IVa = "IV/a", id "IV/a", en "IV/a"; IVb = "IV/b", id "IV/b", en "IV/b"; IVc = "IV/c", id "IV/c", en "IV/c"; IVd = "IV/d", id "IV/d", en "IV/d"; IVe = "IV/e", id "IV/e", en "IV/e";
        I = "I", id "I", en "I"; II = "II", id "II", en "II"; III = "III", id "III", en "III"; IV = "IV", id "IV", en "IV"; V = "V", id "V", en "V"; VI = "VI", id "VI", en "VI";
        VII = "VII", id "VII", en "VII"; VIII = "VIII", id "VIII", en "VIII"; IX = "IX", id "IX", en "IX"; X = "X", id "X", en "X"; XI = "XI", id "XI", en "XI"; XII = "XII", id "XII", en "XII";
        XIII = "XIII", id "XIII", en "XIII"; XIV = "XIV", id "XIV", en "XIV"; XV = "XV", id "XV", en "XV"; XVI = "XVI", id "XVI", en "XVI"; XVII = "XVII", id "XVII", en "XVII";
    }
}

impl Grade {
    /// Whether it is a golongan of PNS, with a slash.
    pub fn is_pns(self) -> bool {
        self.code().contains('/')
    }
}

codes! {
    /// The level of a further education.
    pub enum EducationLevel {
        Sma = "sma", id "SMA", en "secondary school";
        D3 = "d3", id "D-III", en "diploma";
        S1 = "s1", id "S-1/D-IV", en "bachelor";
        S2 = "s2", id "S-2", en "master";
        S3 = "s3", id "S-3", en "doctorate";
        Profession = "profession", id "profesi", en "profession";
    }
}

codes! {
    /// How a further education stands.
    pub enum EducationStatus {
        Running = "running", id "berjalan", en "running";
        Finished = "finished", id "selesai", en "finished";
        Stopped = "stopped", id "berhenti", en "stopped";
    }
}

codes! {
    /// The three kinds of competency of an ASN.
    pub enum CompetencyKind {
        Manajerial = "manajerial", id "manajerial", en "managerial";
        Sosiokultural = "sosiokultural", id "sosiokultural", en "socio-cultural";
        Teknis = "teknis", id "teknis", en "technical";
    }
}

codes! {
    /// Who named a development need.
    pub enum NeedSource {
        Own = "self", id "pegawai sendiri", en "the person";
        Supervisor = "supervisor", id "atasan", en "the supervisor";
        Gap = "gap", id "kesenjangan kompetensi", en "a competency gap";
        Evaluation = "evaluation", id "evaluasi kinerja", en "a performance evaluation";
    }
}

codes! {
    /// The national codes of development methods.
    pub enum Method {
        Kl01 = "KL01", id "pelatihan struktural kepemimpinan", en "structural leadership training";
        Kl02 = "KL02", id "pelatihan manajerial", en "managerial training";
        Kl03 = "KL03", id "pelatihan teknis", en "technical training";
        Kl04 = "KL04", id "pelatihan fungsional", en "functional training";
        Kl05 = "KL05", id "pelatihan sosial kultural", en "socio-cultural training";
        Kl06 = "KL06", id "seminar/konferensi", en "seminar/conference";
        Kl07 = "KL07", id "workshop/lokakarya", en "workshop";
        Kl08 = "KL08", id "kursus", en "course";
        Kl09 = "KL09", id "penataran", en "upgrading";
        Kl10 = "KL10", id "bimbingan teknis", en "technical guidance", also "bimtek";
        Kl11 = "KL11", id "sosialisasi", en "dissemination";
        Kl12 = "KL12", id "klasikal lainnya", en "other classroom form";
        Nkl01 = "NKL01", id "coaching", en "coaching";
        Nkl02 = "NKL02", id "mentoring", en "mentoring";
        Nkl03 = "NKL03", id "e-learning", en "e-learning";
        Nkl04 = "NKL04", id "pelatihan jarak jauh", en "distance training";
        Nkl05 = "NKL05", id "detasering", en "secondment";
        Nkl06 = "NKL06", id "pembelajaran alam terbuka", en "outbound";
        Nkl07 = "NKL07", id "patok banding", en "benchmarking";
        Nkl08 = "NKL08", id "pertukaran dengan swasta/BUMN/BUMD", en "exchange with the private sector";
        Nkl09 = "NKL09", id "belajar mandiri", en "self-study";
        Nkl10 = "NKL10", id "komunitas belajar", en "community of practice";
        Nkl11 = "NKL11", id "bimbingan di tempat kerja", en "guidance at the workplace";
        Nkl12 = "NKL12", id "magang", en "internship";
        Nkl13 = "NKL13", id "nonklasikal lainnya", en "other non-classroom form";
    }
}

impl Method {
    /// Whether it is a classroom form (klasikal).
    pub fn is_classroom(self) -> bool {
        self.code().starts_with('K')
    }
}

codes! {
    /// How a programme is held.
    pub enum Mode {
        Classroom = "classroom", id "tatap muka", en "classroom";
        Online = "online", id "daring", en "online";
        Webinar = "webinar", id "webinar", en "webinar";
        Hybrid = "hybrid", id "campuran", en "hybrid";
        SelfPaced = "self-paced", id "mandiri", en "self-paced";
        Discussion = "discussion", id "forum diskusi", en "discussion forum";
    }
}

codes! {
    /// How a programme stands.
    pub enum TrainingStatus {
        Planned = "planned", id "direncanakan", en "planned";
        Running = "running", id "berjalan", en "running";
        Done = "done", id "selesai", en "done";
        Cancelled = "cancelled", id "dibatalkan", en "cancelled";
    }
}

codes! {
    /// Whether a module is taught as theory or practised.
    pub enum ModuleKind {
        Theory = "theory", id "teori", en "theory";
        Practice = "practice", id "praktik", en "practice";
    }
}

codes! {
    /// How one person's participation stands.
    pub enum ParticipationStatus {
        Invited = "invited", id "diundang", en "invited";
        Confirmed = "confirmed", id "dikonfirmasi", en "confirmed";
        Attending = "attending", id "mengikuti", en "attending";
        AwaitingCertificate = "awaiting-certificate", id "menunggu sertifikat", en "awaiting certificate";
        Completed = "completed", id "selesai", en "completed";
        Failed = "failed", id "tidak lulus", en "failed";
        Absent = "absent", id "tidak hadir", en "absent";
        Withdrawn = "withdrawn", id "mengundurkan diri", en "withdrawn";
    }
}

impl ParticipationStatus {
    /// Whether it may still change as the programme goes on.
    pub fn is_open(self) -> bool {
        use ParticipationStatus::*;
        matches!(self, Invited | Confirmed | Attending | AwaitingCertificate)
    }

    /// Whether the person sat through the programme, and so can be asked about it.
    pub fn took_part(self) -> bool {
        use ParticipationStatus::*;
        matches!(self, Attending | AwaitingCertificate | Completed | Failed)
    }
}

codes! {
    /// Why somebody invited did not come.
    pub enum AbsenceReason {
        Duty = "duty", id "dinas", en "duty";
        Sick = "sick", id "sakit", en "sick";
        Leave = "leave", id "cuti", en "leave";
        Permission = "permission", id "izin", en "permission";
        Declined = "declined", id "menolak", en "declined";
        NoWord = "no-word", id "tanpa kabar", en "no word";
        Replaced = "replaced", id "digantikan", en "replaced";
    }
}

codes! {
    /// Whose idea the participation was.
    pub enum Initiative {
        Own = "self", id "inisiatif sendiri", en "own initiative";
        Assigned = "assigned", id "penugasan", en "assigned";
    }
}

codes! {
    /// Mentoring by a senior, or coaching.
    pub enum MentoringKind {
        Mentoring = "mentoring", id "mentoring", en "mentoring";
        Coaching = "coaching", id "coaching", en "coaching";
    }
}

codes! {
    /// How a mentoring stands.
    pub enum MentoringStatus {
        Running = "running", id "berjalan", en "running";
        Closed = "closed", id "selesai", en "closed";
        Stopped = "stopped", id "dihentikan", en "stopped";
    }
}

codes! {
    /// Results or behaviour against what was expected.
    pub enum Expectation {
        Below = "below", id "di bawah ekspektasi", en "below expectation";
        Meets = "meets", id "sesuai ekspektasi", en "meets expectation";
        Above = "above", id "di atas ekspektasi", en "above expectation";
    }
}

codes! {
    /// The performance predicate: computed by the rule, or as told where its parts are not known.
    pub enum Predicate {
        SangatBaik = "sangat-baik", id "Sangat Baik", en "very good";
        Baik = "baik", id "Baik", en "good";
        ButuhPerbaikan = "butuh-perbaikan", id "Butuh Perbaikan", en "needs improvement";
        Kurang = "kurang", id "Kurang", en "poor";
        SangatKurang = "sangat-kurang", id "Sangat Kurang", en "very poor";
    }
}

impl Predicate {
    /// Whether it asks for guidance: Butuh Perbaikan or worse.
    pub fn is_low(self) -> bool {
        self >= Predicate::ButuhPerbaikan
    }
}

codes! {
    /// What a goal of the plan is measured by, where the records of the office tell it.
    pub enum GoalMeasure {
        JpPerPns = "jp-per-pns", id "JP per PNS sejak Januari", en "JP per PNS since January";
        PnsBelowJp = "pns-below-jp", id "PNS yang belum memenuhi JP", en "PNS below their JP";
        PnsWithJp = "pns-with-jp", id "PNS yang memenuhi JP", en "PNS who have their JP";
        NeverTrained = "never-trained", id "Pegawai yang tidak pernah ikut dalam dua belas bulan", en "People who completed nothing in twelve months";
        EvaluationsMissing = "evaluations-missing", id "Pegawai yang belum dinilai", en "People without an evaluation";
        ComplaintsResolved = "complaints-resolved", id "Pengaduan tahun ini yang selesai", en "Complaints of the year that are resolved";
        ComplaintsOnTime = "complaints-on-time", id "Pengaduan tahun ini yang selesai tepat waktu", en "Complaints of the year resolved on time";
        Satisfaction = "satisfaction", id "Nilai IKM", en "Satisfaction index";
        DaysUntilAlone = "days-until-alone", id "Rata-rata hari sampai pegawai baru bekerja mandiri", en "Mean days until newcomers work alone";
        ForumsHeld = "forums-held", id "Forum dan konsultasi tahun ini", en "Forums and consultations of the year";
    }
}

codes! {
    /// What kind of voice came in; only complaints enter the rates.
    pub enum ComplaintKind {
        Complaint = "complaint", id "pengaduan", en "complaint";
        Aspiration = "aspiration", id "aspirasi", en "aspiration";
        Information = "information", id "permintaan informasi", en "request for information";
    }
}

codes! {
    /// What became of a complaint. Closed is not resolved.
    pub enum ComplaintOutcome {
        Resolved = "resolved", id "selesai", en "resolved";
        Unresolved = "unresolved", id "ditutup tanpa penyelesaian", en "closed unresolved";
        NotCompetent = "not-competent", id "bukan kewenangan", en "not competent";
        Unclear = "unclear", id "tidak jelas", en "unclear";
        Withdrawn = "withdrawn", id "dicabut", en "withdrawn";
    }
}

codes! {
    /// What is done about a complaint on a day, in the order in which a day has them.
    pub enum HandlingStep {
        Classified = "classified", id "ditetapkan kelasnya", en "classified";
        Forwarded = "forwarded", id "diteruskan", en "handed over";
        Responded = "responded", id "ditanggapi", en "responded to";
        Closed = "closed", id "ditutup", en "closed";
        Reopened = "reopened", id "dibuka kembali", en "reopened";
    }
}

codes! {
    /// The complainant's own view of the handling.
    pub enum ComplainantView {
        Satisfied = "satisfied", id "puas", en "satisfied";
        Not = "not", id "tidak puas", en "not satisfied";
        NoAnswer = "no-answer", id "tidak menjawab", en "no answer";
    }
}

codes! {
    /// What a questionnaire asks about.
    pub enum Subject {
        Training = "training", id "pelatihan", en "training";
        Unit = "unit", id "unit", en "unit";
        Mentoring = "mentoring", id "mentoring", en "mentoring";
    }
}

codes! {
    /// Who answers a questionnaire.
    pub enum Role {
        Participant = "participant", id "peserta", en "participant";
        Alumni = "alumni", id "alumni", en "alumni";
        Supervisor = "supervisor", id "atasan", en "supervisor";
        Mentee = "mentee", id "mentee", en "mentee";
        Mentor = "mentor", id "mentor", en "mentor";
        Public = "public", id "masyarakat", en "public";
    }
}

codes! {
    /// Whether the answer was given before or after.
    pub enum Wave {
        Before = "before", id "sebelum", en "before";
        After = "after", id "sesudah", en "after";
    }
}

codes! {
    /// What kind of answer an item takes.
    pub enum ItemKind {
        Scale = "scale", id "skala", en "scale";
        Choice = "choice", id "pilihan", en "choice";
        Text = "text", id "teks", en "text";
    }
}

codes! {
    /// Which way is better.
    pub enum Direction {
        Higher = "higher", id "makin tinggi makin baik", en "higher is better";
        Lower = "lower", id "makin rendah makin baik", en "lower is better";
    }
}

codes! {
    /// A day of the week, as the calendar of `bina.toml` names the weekend.
    pub enum WeekdayCode {
        Monday = "monday", id "Senin", en "Monday";
        Tuesday = "tuesday", id "Selasa", en "Tuesday";
        Wednesday = "wednesday", id "Rabu", en "Wednesday";
        Thursday = "thursday", id "Kamis", en "Thursday";
        Friday = "friday", id "Jumat", en "Friday";
        Saturday = "saturday", id "Sabtu", en "Saturday";
        Sunday = "sunday", id "Minggu", en "Sunday";
    }
}

codes! {
    /// In which order a list writes the parts of a day in digits.
    pub enum DateOrder {
        DayFirst = "dmy", id "hari-bulan-tahun", en "day-month-year";
        MonthFirst = "mdy", id "bulan-hari-tahun", en "month-day-year";
    }
}

codes! {
    /// The engine whose words a script of SQL is written in.
    pub enum SqlDialect {
        Duckdb = "duckdb", id "DuckDB", en "DuckDB";
        Spark = "spark", id "Spark", en "Spark";
    }
}

codes! {
    /// The mark before the decimals of a list's numbers.
    pub enum DecimalMark {
        Comma = "comma", id "koma", en "comma";
        Point = "point", id "titik", en "point";
    }
}

codes! {
    /// The language of reports, in `bina.toml`.
    pub enum LangCode {
        Id = "id", id "Indonesia", en "Indonesian";
        En = "en", id "Inggris", en "English";
    }
}

codes! {
    /// Whether citizens or civil servants are heard.
    pub enum ForumKind {
        Forum = "forum", id "forum konsultasi publik", en "citizens' forum";
        Consultation = "consultation", id "konsultasi kebijakan", en "policy consultation";
    }
}

codes! {
    /// What kind of voice was heard at a forum.
    pub enum SuggestionKind {
        Complaint = "complaint", id "pengaduan", en "complaint";
        Criticism = "criticism", id "kritik", en "criticism";
        Suggestion = "suggestion", id "usul", en "suggestion";
    }
}

codes! {
    /// What was decided about a suggestion.
    pub enum Disposition {
        Adopted = "adopted", id "diterima", en "adopted";
        Partly = "partly", id "diterima sebagian", en "adopted in part";
        Rejected = "rejected", id "tidak diterima", en "not adopted";
        Forwarded = "forwarded", id "diteruskan", en "forwarded";
    }
}

codes! {
    /// What kind of development a plan's item is.
    pub enum PlanItemKind {
        Training = "training", id "pelatihan", en "training";
        Mentoring = "mentoring", id "mentoring", en "mentoring";
        Coaching = "coaching", id "coaching", en "coaching";
        Certification = "certification", id "sertifikasi", en "certification";
        Education = "education", id "pendidikan lanjutan", en "further education";
        Forum = "forum", id "forum atau konsultasi", en "forum or consultation";
        Other = "other", id "lainnya", en "other";
    }
}

codes! {
    /// Whether an item of the plan still stands.
    pub enum PlanItemStatus {
        Planned = "planned", id "direncanakan", en "planned";
        Dropped = "dropped", id "dibatalkan", en "dropped";
    }
}

codes! {
    /// How an edition of a rule is known.
    pub enum Verified {
        Text = "text", id "teks peraturan dibaca", en "the text of the regulation was read";
        Secondary = "secondary", id "dari sumber kedua", en "known from a second source";
        Unverified = "unverified", id "belum diverifikasi", en "not confirmed";
    }
}

codes! {
    /// Which of the three figures of JP is held against the floor and the ceiling.
    pub enum Counted {
        Certificate = "certificate", id "menurut sertifikat", en "as on the certificate";
        Recognised = "recognised", id "yang diakui", en "as recognised";
        Verified = "verified", id "yang terverifikasi", en "as on the certificate, and verified";
    }
}

codes! {
    /// How often an evaluation is owed.
    pub enum Rhythm {
        Quarter = "quarter", id "setiap triwulan", en "every quarter";
        Year = "year", id "setiap tahun", en "every year";
    }
}
