//! The dated regulation tables: every scale, band, deadline and ceiling is data in `rules/*.toml`.
//!
//! One file a rule, with one or more `[[edition]]` inside. A period is computed by the edition in force on its
//! last day, a deadline by the edition in force on the day of receipt. Parsed from text, with positions; this
//! layer knows nothing of files or reports.

mod bands;
pub mod editions;

use crate::diagnostic::{Findings, Origin};
use crate::records::code::*;
use crate::records::document::{self, At, Document, FieldInfo, IdText, Reader, document};
use crate::records::number::{Dec, Ratio};
use crate::records::time::Day;
use crate::words::problem::Problem;
use editions::{Bands, bands_cover};

/// How an edition is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// The text of the regulation was read.
    Text,
    /// Known from a second source.
    Secondary,
    /// Not confirmed: a note stands wherever its figures appear.
    Unverified,
}

impl document::Field for Verified {
    const KIND: &'static str = "code";
    const CODES: &'static [&'static str] = &["text", "secondary", "unverified"];

    fn read(value: &toml::Spanned<toml::de::DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        match value.get_ref().as_str() {
            Some("text") => Some(Verified::Text),
            Some("secondary") => Some(Verified::Secondary),
            Some("unverified") => Some(Verified::Unverified),
            other => {
                let (text, allowed) = (other.unwrap_or("").to_owned(), Self::CODES.join(", "));
                reader.error(&value.span(), Problem::CodeUnknown { text, allowed });
                None
            }
        }
    }
}

/// What every edition of every rule says about itself.
#[derive(Clone, Debug)]
pub struct Head {
    /// The name of the rule: its file is `rules/<name>.toml`.
    pub rule: &'static str,
    /// The regulation and article.
    pub basis: String,
    /// The first day on which it is in force.
    pub from: Day,
    /// The last day; open when `None`.
    pub to: Option<Day>,
    /// How it is known.
    pub verified: Verified,
    /// Where the edition begins.
    pub origin: Origin,
}

/// An edition of a rule.
pub trait Edition: Document {
    /// The name of the rule.
    const RULE: &'static str;

    /// What it says about itself.
    fn head(&self) -> Head;

    /// Tells what makes no sense in its values.
    fn judge(&self, _findings: &mut Findings) {}
}

/// Declares the editions of a rule: a document with the head that all share, and the rule's own fields.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $name:ident $rule:literal { $($fields:tt)* } $(judge $judge:expr;)?) => {
        document! {
            $(#[doc = $doc])+
            $name {
                /// The regulation and article.
                basis: String, id "Peraturan dan pasalnya.";
                /// The first day in force.
                in_force_from: Day, id "Hari pertama berlaku.";
                /// The last day in force; open when absent.
                in_force_to: Option<Day>, id "Hari terakhir berlaku; terbuka bila tidak ditulis.";
                /// How it is known: text, secondary or unverified.
                verified: Verified, id "Dari mana diketahui: text, secondary, atau unverified.";
                /// A note.
                note: Option<String>, id "Catatan.";
                $($fields)*
            }
        }

        impl Edition for $name {
            const RULE: &'static str = $rule;

            fn head(&self) -> Head {
                Head {
                    rule: $rule,
                    basis: self.basis.clone(),
                    from: self.in_force_from,
                    to: self.in_force_to,
                    verified: self.verified,
                    origin: self.origin,
                }
            }

            $(fn judge(&self, findings: &mut Findings) {
                let judge: fn(&$name, &mut Findings) = $judge;
                judge(self, findings);
            })?
        }
    };
}

mod development;

pub use development::{CertificateRule, Criterion, Incentive, MentoringRule, Refresher};

rule! {
    /// Hours a year: the floor of PNS and the ceiling of PPPK.
    Hours "hours" {
        /// The least JP of a PNS in a calendar year.
        pns_floor: Dec, id "JP paling sedikit PNS dalam satu tahun kalender.";
        /// The most JP of a PPPK in a contract year.
        pppk_ceiling: Dec, id "JP paling banyak PPPK dalam satu tahun kontrak.";
        /// How many minutes one JP has.
        minutes_per_jp: Dec, id "Berapa menit satu JP.";
        /// Which JP are held against floor and ceiling: `certificate`, `recognised` or `verified`.
        counted: Counted, id "JP mana yang dibandingkan: `certificate`, `recognised`, atau `verified`.";
    }
}

/// Which of the three figures of JP is held against the floor and the ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// As on the certificate.
    Certificate,
    /// As recognised.
    Recognised,
    /// As on the certificate, and verified.
    Verified,
}

impl document::Field for Counted {
    const KIND: &'static str = "code";
    const CODES: &'static [&'static str] = &["certificate", "recognised", "verified"];

    fn read(value: &toml::Spanned<toml::de::DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        match value.get_ref().as_str() {
            Some("certificate") => Some(Counted::Certificate),
            Some("recognised") => Some(Counted::Recognised),
            Some("verified") => Some(Counted::Verified),
            other => {
                let (text, allowed) = (other.unwrap_or("").to_owned(), Self::CODES.join(", "));
                reader.error(&value.span(), Problem::CodeUnknown { text, allowed });
                None
            }
        }
    }
}

rule! {
    /// The national codes of development methods.
    Methods "methods" {
        /// The code that a webinar is given, by local choice.
        webinar: Method, id "Kode yang dipakai untuk webinar, pilihan setempat.";
        /// The methods.
        method: Vec<MethodRow>, id "Bentuk-bentuknya.";
    }
}

document! {
    /// One method.
    MethodRow {
        /// Its code.
        code: Method, id "Kodenya.";
        /// `classroom` or `non-classroom`.
        form: IdText, id "`classroom` (klasikal) atau `non-classroom` (nonklasikal).";
        /// Its name.
        name: String, id "Namanya.";
        /// Its name in English.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris.";
    }
}

rule! {
    /// How many JP an hour of each method is worth: no text says, so it is shipped empty.
    JpConversion "jp-conversion" {
        /// The conversions.
        method: Vec<ConversionRow>, id "Konversinya.";
    }
}

document! {
    /// The conversion of one method.
    ConversionRow {
        /// Code of the method.
        code: Method, id "Kode bentuknya.";
        /// How many JP.
        jp: Dec, id "Berapa JP.";
        /// For what.
        per: String, id "Untuk apa.";
        /// The basis.
        basis: String, id "Dasarnya.";
    }
}

rule! {
    /// The performance predicate of results and behaviour.
    PredicateRule "predicate" {
        /// The nine cells.
        cell: Vec<PredicateCell>, id "Sembilan selnya.";
        /// Older names.
        former: Vec<FormerName>, id "Sebutan lama.";
    }
    judge |rule, findings| {
        let mut cells: Vec<_> = rule.cell.iter().map(|c| (c.result, c.behaviour)).collect();
        cells.sort();
        cells.dedup();
        if cells.len() != 9 || rule.cell.len() != 9 {
            findings.error(rule.origin, Problem::PredicateCells { found: cells.len() });
        }
    };
}

document! {
    /// One cell of the predicate matrix.
    PredicateCell {
        /// Results of work.
        result: Expectation, id "Hasil kerja.";
        /// Behaviour at work.
        behaviour: Expectation, id "Perilaku kerja.";
        /// The predicate.
        predicate: Predicate, id "Predikatnya.";
    }
}

document! {
    /// An older name of a predicate.
    FormerName {
        /// The older name.
        name: String, id "Sebutan lama.";
        /// The predicate of today.
        predicate: Predicate, id "Predikat sekarang.";
    }
}

impl PredicateRule {
    /// The predicate of results and behaviour; `None` only when the matrix lacks the cell.
    pub fn of(&self, result: Expectation, behaviour: Expectation) -> Option<Predicate> {
        self.cell
            .iter()
            .find(|c| c.result == result && c.behaviour == behaviour)
            .map(|c| c.predicate)
    }
}

rule! {
    /// The satisfaction index of the public (SKM/IKM).
    Satisfaction "satisfaction" {
        /// The nine elements, by name.
        elements: Vec<IdText>, id "Sembilan unsur, menurut nama.";
        /// Lowest and highest score.
        scale: Vec<i64>, id "Nilai terendah dan tertinggi.";
        /// The weight of an element: `1/9` exact, or a decimal as some offices use.
        weight: At<String>, id "Bobot satu unsur: `1/9` tepat, atau desimal seperti dipakai sebagian kantor.";
        /// What the weighted mean is multiplied by.
        factor: i64, id "Pengali rata-rata tertimbang.";
        /// To how many decimals the index is rounded before its band is chosen.
        decimals: i64, id "Jumlah desimal pembulatan sebelum mutu dipilih.";
        /// Over how many months the index runs.
        months: i64, id "Berapa bulan yang dihitung.";
        /// The bands.
        band: Vec<QualityBand>, id "Rentang mutunya.";
    }
    judge |rule, findings| {
        if rule.scale.len() != 2 || rule.elements.is_empty() || rule.weight().is_none() || !(0..=6).contains(&rule.decimals) {
            findings.error(rule.weight.origin, Problem::RuleValue { what: "scale, elements, weight, decimals".into() });
        }
        let ends = rule.scale.first().zip(rule.scale.last());
        if let Some((low, high)) = ends {
            bands_cover(&rule.bands(), Dec::int(low * rule.factor), Dec::int(high * rule.factor), findings);
        }
    };
}

document! {
    /// A band of the index.
    QualityBand {
        /// Its letter.
        letter: String, id "Hurufnya.";
        /// Its words.
        quality: String, id "Sebutannya.";
        /// The lowest index.
        from: Dec, id "Nilai terendah.";
        /// The highest index.
        to: Dec, id "Nilai tertinggi.";
    }
}

impl Satisfaction {
    /// The weight of one element, exactly; `None` when it is not a number.
    pub fn weight(&self) -> Option<Ratio> {
        match self.weight.value.split_once('/') {
            Some((over, under)) => Ratio::new(over.parse().ok()?, under.parse().ok()?),
            None => Dec::parse(&self.weight.value).map(Ratio::from),
        }
    }

    /// The band of an index.
    pub fn band(&self, index: Ratio) -> Option<&QualityBand> {
        let rounded = index.rounded(self.decimals as u32);
        let at = |bound: Dec| Ratio::from(bound).rounded(self.decimals as u32);
        self.band
            .iter()
            .find(|band| at(band.from) <= rounded && rounded <= at(band.to))
    }

    fn bands(&self) -> Bands {
        Bands {
            decimals: self.decimals.clamp(0, 4) as u32,
            ends: self.band.iter().map(|b| (b.from, b.to, b.origin)).collect(),
            origin: self.origin,
        }
    }
}

rule! {
    /// The sample size of a survey (Krejcie-Morgan).
    SampleSize "sample-size" {
        /// Chi square of one degree of freedom at the confidence wanted.
        chi_square: Dec, id "Chi-kuadrat satu derajat bebas pada tingkat kepercayaan.";
        /// The proportion assumed.
        proportion: Dec, id "Proporsi yang dianggap.";
        /// The margin of error.
        margin: Dec, id "Batas kesalahan.";
    }
}

rule! {
    /// The normalised learning gain and its bands.
    Gain "gain" {
        /// To how many decimals the gain is rounded before its band is chosen.
        decimals: i64, id "Jumlah desimal pembulatan sebelum golongan dipilih.";
        /// The least number of pairs for a gain.
        min_pairs: i64, id "Jumlah pasangan paling sedikit.";
        /// The bands: `from` is included, `to` is not.
        band: Vec<GainBand>, id "Golongannya: `from` termasuk, `to` tidak.";
    }
    judge |rule, findings| {
        for pair in rule.band.windows(2) {
            let (from, to) = (pair[0].to, pair[1].from);
            if from != to || from.is_none() {
                let text = |d: Option<Dec>| d.map_or("–".to_owned(), |d| d.to_string());
                findings.error(pair[1].origin, Problem::BandGap { from: text(from), to: text(to) });
            }
        }
        let open = |band: Option<&GainBand>, first: bool| band.is_none_or(|b| if first { b.from.is_some() } else { b.to.is_some() });
        if open(rule.band.first(), true) || open(rule.band.last(), false) {
            findings.error(rule.origin, Problem::BandEnds { low: "−∞".into(), high: "∞".into() });
        }
    };
}

document! {
    /// A band of the gain.
    GainBand {
        /// Its code: low, medium or high.
        code: IdText, id "Kodenya: low, medium, atau high.";
        /// The lowest gain, included; open when absent.
        from: Option<Dec>, id "Nilai terendah, termasuk; terbuka bila tidak ditulis.";
        /// The gain at which the next band begins; open when absent.
        to: Option<Dec>, id "Nilai awal golongan berikutnya; terbuka bila tidak ditulis.";
    }
}

rule! {
    /// The paired mean difference beside the gain.
    Effect "effect" {
        /// The confidence of its interval.
        confidence: Dec, id "Tingkat kepercayaan selangnya.";
        /// The least number of pairs for an interval.
        min_pairs: i64, id "Jumlah pasangan paling sedikit untuk selang.";
    }
}

rule! {
    /// Which evaluations are owed, and by whom.
    EvaluationRhythm "evaluation" {
        /// `quarter` or `year`.
        rhythm: Rhythm, id "`quarter` (triwulan) atau `year` (tahun).";
        /// Days after the period's end until an evaluation is late.
        late_after_days: i64, id "Hari sesudah akhir periode sampai evaluasi terlambat.";
        /// Who was in post for fewer days at the period's end is exempt.
        min_days_in_post: i64, id "Yang bertugas kurang dari sekian hari pada akhir periode dikecualikan.";
        /// Who is exempt, by the status of the posting.
        exempt: Vec<PostingStatus>, id "Yang dikecualikan, menurut keadaan penempatan.";
    }
}

/// How often an evaluation is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every quarter.
    Quarter,
    /// Every year.
    Year,
}

impl document::Field for Rhythm {
    const KIND: &'static str = "code";
    const CODES: &'static [&'static str] = &["quarter", "year"];

    fn read(value: &toml::Spanned<toml::de::DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        match value.get_ref().as_str() {
            Some("quarter") => Some(Rhythm::Quarter),
            Some("year") => Some(Rhythm::Year),
            other => {
                let (text, allowed) = (other.unwrap_or("").to_owned(), Self::CODES.join(", "));
                reader.error(&value.span(), Problem::CodeUnknown { text, allowed });
                None
            }
        }
    }
}

rule! {
    /// The least presence for completion.
    AttendanceRule "attendance" {
        /// In percent.
        minimum_percent: Dec, id "Dalam persen.";
        /// Whether JP may be given in part.
        partial_jp: bool, id "Apakah JP boleh diberikan sebagian.";
    }
}

rule! {
    /// The deadlines of complaints, in working days.
    Complaints "complaints" {
        /// How many months back open complaints are looked for.
        look_back_months: i64, id "Berapa bulan ke belakang pengaduan terbuka dicari.";
        /// Units with fewer are not ranked.
        min_n: i64, id "Unit dengan jumlah lebih kecil tidak diperingkat.";
        /// The classes.
        class: Vec<ComplaintClass>, id "Kelas-kelasnya.";
    }
    judge |rule, findings| {
        for class in &rule.class {
            if class.resolve_within < 1 || class.respond_within.is_some_and(|d| d < 1) {
                findings.error(class.origin, Problem::RuleValue { what: class.code.to_string() });
            }
        }
    };
}

document! {
    /// A class of complaints.
    ComplaintClass {
        /// Its code.
        code: IdText, id "Kodenya.";
        /// Its name.
        name: String, id "Namanya.";
        /// Its name in English.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris.";
        /// Working days until the first response is due.
        respond_within: Option<i64>, id "Hari kerja sampai tanggapan pertama jatuh tempo.";
        /// Working days until the resolution is due.
        resolve_within: i64, id "Hari kerja sampai penyelesaian jatuh tempo.";
    }
}

rule! {
    /// When an evaluation must lead to guidance or recognition.
    GuidanceRule "guidance" {
        /// Days within which a low predicate must be followed by guidance.
        guidance_within_days: i64, id "Dalam berapa hari predikat rendah harus diikuti bimbingan.";
        /// Days within which guidance must be followed up.
        follow_up_within_days: i64, id "Dalam berapa hari bimbingan harus ditindaklanjuti.";
        /// After how many periods running of Sangat Baik recognition is due.
        recognition_after_periods: i64, id "Sesudah berapa periode Sangat Baik berturut-turut penghargaan jatuh tempo.";
    }
}

rule! {
    /// The windows of an impact comparison.
    Impact "impact" {
        /// Months before the start.
        months_before: i64, id "Bulan sebelum mulai.";
        /// Months after the end.
        months_after: i64, id "Bulan sesudah selesai.";
        /// The least number of data for a verdict.
        min_n: i64, id "Jumlah data paling sedikit untuk penilaian.";
    }
}

rule! {
    /// What the means of participants' feedback are called.
    Feedback "feedback" {
        /// To how many decimals a percentage is rounded before its band is chosen.
        decimals: i64, id "Jumlah desimal pembulatan sebelum sebutan dipilih.";
        /// Below this response rate, in percent, the band is withheld.
        min_response_percent: Dec, id "Di bawah tingkat pengisian ini, dalam persen, sebutan tidak diberikan.";
        /// How many of the lowest items are named.
        lowest_items: i64, id "Berapa butir terendah yang disebut.";
        /// The bands.
        band: Vec<PercentBand>, id "Sebutannya.";
    }
    judge |rule, findings| {
        let bands = Bands {
            decimals: rule.decimals.clamp(0, 4) as u32,
            ends: rule.band.iter().map(|b| (b.from_percent, b.to_percent, b.origin)).collect(),
            origin: rule.origin,
        };
        bands_cover(&bands, Dec::int(0), Dec::int(100), findings);
    };
}

impl Feedback {
    /// The band of a mean on a scale: percent = (mean − low) / (high − low) × 100, rounded first.
    pub fn band(&self, mean: Ratio, (low, high): (i64, i64)) -> Option<&PercentBand> {
        let places = self.decimals.clamp(0, 4) as u32;
        let over = Ratio::int(i128::from(high) - i128::from(low));
        let share = mean.minus(Ratio::int(i128::from(low)))?.over(over)?;
        let percent = share.times(Ratio::int(100))?.rounded(places);
        let at = |bound: Dec| Ratio::from(bound).rounded(places);
        let holds = |band: &&PercentBand| at(band.from_percent) <= percent && percent <= at(band.to_percent);
        self.band.iter().find(holds)
    }

    /// Whether so many answered of those asked that a band is given.
    pub fn is_enough(&self, answered: u64, asked: u64) -> bool {
        let least = i128::from(self.min_response_percent.0) * i128::from(asked);
        asked > 0 && i128::from(answered) * 100 * i128::from(Dec::int(1).0) >= least
    }
}

document! {
    /// A band in percent of a scale.
    PercentBand {
        /// Its code.
        code: IdText, id "Kodenya.";
        /// Its name.
        name: String, id "Namanya.";
        /// Its name in English.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris.";
        /// The lowest percentage.
        from_percent: Dec, id "Persen terendah.";
        /// The highest percentage.
        to_percent: Dec, id "Persen tertinggi.";
    }
}

rule! {
    /// The nine boxes of talent management.
    Talent "talent" {
        /// The boxes.
        cell: Vec<TalentBox>, id "Kotaknya.";
    }
}

document! {
    /// One of the nine boxes.
    TalentBox {
        /// Its number.
        number: i64, id "Nomornya.";
        /// Performance.
        performance: Expectation, id "Kinerja.";
        /// Potential: low, middle or high.
        potential: IdText, id "Potensi: low, middle, atau high.";
    }
}

rule! {
    /// Bands of the competency gap.
    Gap "gap" {
        /// Whether over-fulfilment is capped at the level required.
        cap_over_fulfilment: bool, id "Apakah kelebihan dibatasi pada tingkat yang disyaratkan.";
        /// To how many decimals a percentage is rounded before its band is chosen.
        decimals: i64, id "Jumlah desimal pembulatan sebelum sebutan dipilih.";
        /// The bands of the job-person match.
        band: Vec<PercentBand>, id "Rentang kecocokan jabatan.";
    }
    judge |rule, findings| {
        let bands = Bands {
            decimals: rule.decimals.clamp(0, 4) as u32,
            ends: rule.band.iter().map(|b| (b.from_percent, b.to_percent, b.origin)).collect(),
            origin: rule.origin,
        };
        bands_cover(&bands, Dec::int(0), Dec::int(100), findings);
    };
}

rule! {
    /// The protection of anonymous answers and of NIP.
    Privacy "privacy" {
        /// The least group whose figures are shown.
        min_group: i64, id "Kelompok terkecil yang angkanya ditampilkan.";
        /// Whether NIP are masked in reports.
        mask_nip: bool, id "Apakah NIP disamarkan dalam laporan.";
    }
}

rule! {
    /// How far back long programmes are looked for.
    LookBack "look-back" {
        /// Earlier months whose participation is read.
        programme_months: i64, id "Berapa bulan sebelumnya keikutsertaan dibaca.";
    }
}

/// Declares the set of all rules, with reading by name.
macro_rules! rules {
    ($($field:ident: $ty:ty),* $(,)?) => {
        /// All rules of an office.
        #[derive(Debug, Default)]
        #[allow(missing_docs)]
        pub struct Rules { $( pub $field: editions::Editions<$ty>, )* }

        impl Rules {
            /// The names of all rules: their files are `rules/<name>.toml`.
            pub const NAMES: &'static [&'static str] = &[ $( <$ty as Edition>::RULE ),* ];

            /// Reads the text of the rule `name`; tells everything wrong with it. Whether the rule is known.
            pub fn read(&mut self, name: &str, text: &str, file: u32, findings: &mut Findings) -> bool {
                match name {
                    $( <$ty as Edition>::RULE => self.$field = editions::Editions::read(text, file, findings), )*
                    _ => return false,
                }
                true
            }

            /// The names of the rules that have no edition in force on a day, and whether they have any other.
            pub fn missing_on(&self, day: Day) -> Vec<(&'static str, bool)> {
                let mut missing = Vec::new();
                $( if self.$field.on(day).is_none() {
                    missing.push((<$ty as Edition>::RULE, !self.$field.all().is_empty()));
                } )*
                missing
            }

            /// The editions that came into force from `first` to `last` in place of an earlier one: the head of the
            /// earlier one, and that of the later.
            pub fn changed_within(&self, first: Day, last: Day) -> Vec<(Head, Head)> {
                let mut changed = Vec::new();
                $( for pair in self.$field.all().windows(2) {
                    let heads = (pair[0].head(), pair[1].head());
                    if (first..=last).contains(&heads.1.from) {
                        changed.push(heads);
                    }
                } )*
                changed.sort_by_key(|(_, now)| (now.from, now.rule));
                changed
            }

            /// The fields of one edition of the rule `name`.
            pub fn fields(name: &str) -> &'static [FieldInfo] {
                match name {
                    $( <$ty as Edition>::RULE => <$ty as Document>::fields(), )*
                    _ => &[],
                }
            }
        }
    };
}

rules! {
    hours: Hours,
    methods: Methods,
    jp_conversion: JpConversion,
    predicate: PredicateRule,
    satisfaction: Satisfaction,
    sample_size: SampleSize,
    gain: Gain,
    effect: Effect,
    evaluation: EvaluationRhythm,
    attendance: AttendanceRule,
    complaints: Complaints,
    certificates: CertificateRule,
    guidance: GuidanceRule,
    impact: Impact,
    feedback: Feedback,
    talent: Talent,
    gap: Gap,
    privacy: Privacy,
    look_back: LookBack,
    mentoring: MentoringRule,
    incentive: Incentive,
}
