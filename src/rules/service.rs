//! Rules of the public's satisfaction, of complaints, impact and privacy.

use super::editions::{Bands, bands_cover};
use super::{Enactment, Head, Verified};
use crate::diagnostic::Findings;
use crate::records::document::{At, IdText, document};
use crate::records::number::{Dec, Ratio};
use crate::records::questionnaire::LEAST_GROUP;
use crate::records::time::{Day, Period};
use crate::words::problem::Problem;

rule! {
    /// The satisfaction index of the public (SKM/IKM).
    Satisfaction "satisfaction": id "survei kepuasan masyarakat", en "the survey of public satisfaction" {
        /// The elements, by name; PermenPANRB 14/2017 has nine.
        elements: Vec<IdText>, id "Unsur-unsurnya, menurut nama; PermenPANRB 14/2017 memuat sembilan.";
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
        let is_countable = (1..=Satisfaction::ELEMENTS).contains(&rule.elements.len());
        if rule.scale.len() != 2 || !is_countable || rule.weight().is_none() || !(0..=6).contains(&rule.decimals) {
            findings.error(rule.weight.origin, Problem::RuleValue { what: "scale, elements, weight, decimals".into() });
        }
        // Some offices round the weight; together all weights are the whole.
        let count = Ratio::int(rule.elements.len() as i128);
        let whole = rule.weight().and_then(|weight| weight.times(count)?.times(Ratio::int(100)));
        if whole.is_some_and(|whole| !(98..=102).contains(&whole.rounded(0))) {
            findings.error(rule.weight.origin, Problem::RuleValue { what: "weight × elements ≈ 1".into() });
        }
        let ends = rule.scale.first().zip(rule.scale.last());
        if let Some((low, high)) = ends {
            bands_cover(&rule.bands(), Dec::int(low * rule.factor), Dec::int(high * rule.factor), findings);
        }
    };
}

impl Complaints {
    /// The class with that code.
    pub fn class(&self, code: &str) -> Option<&ComplaintClass> {
        self.class.iter().find(|known| &*known.code == code)
    }
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
    /// How many elements a rule may name.
    pub const ELEMENTS: usize = 24;

    /// The months that count in a report about a period: it alone, where it stands alone, or else those of the rule that end
    /// with it.
    pub fn window(&self, period: Period, is_alone: bool) -> Period {
        match is_alone {
            true => period,
            false => period.look_back(u8::try_from(self.months).unwrap_or(u8::MAX)),
        }
    }

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
    SampleSize "sample-size": id "jumlah responden survei", en "the sample size of surveys" {
        /// Chi square of one degree of freedom at the confidence wanted.
        chi_square: Dec, id "Chi-kuadrat satu derajat bebas pada tingkat kepercayaan.";
        /// The proportion assumed.
        proportion: Dec, id "Proporsi yang dianggap.";
        /// The margin of error.
        margin: Dec, id "Batas kesalahan.";
    }
}

impl SampleSize {
    /// How many of a population must answer, rounded half up; `None` where the numbers of the rule allow none.
    pub fn needed(&self, population: i64) -> Option<i128> {
        let [chi, share, margin] = [self.chi_square, self.proportion, self.margin].map(Ratio::from);
        let spread = chi.times(share)?.times(Ratio::int(1).minus(share)?)?;
        let others = Ratio::int(i128::from(population) - 1);
        let under = margin.times(margin)?.times(others)?.plus(spread)?;
        let needed = spread.times(Ratio::int(population.into()))?.over(under)?;
        Some(needed.rounded(0))
    }
}

rule! {
    /// The deadlines of complaints, in working days.
    Complaints "complaints": id "tenggat pengaduan", en "the deadlines of complaints" {
        /// Units with fewer are not ranked.
        min_n: i64, id "Unit dengan jumlah lebih kecil tidak diperingkat.";
        /// Topics of the programmes that prepare for handling complaints, as their documents name them.
        handler_topics: Vec<IdText>, id "Topik pelatihan yang menyiapkan penanganan pengaduan, seperti di dokumen pelatihan.";
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
    /// The windows of an impact comparison.
    Impact "impact": id "indikasi dampak pada pelayanan", en "the impact indication on service" {
        /// Months before the start.
        months_before: i64, id "Bulan sebelum mulai.";
        /// Months after the end.
        months_after: i64, id "Bulan sesudah selesai.";
        /// The least number of data for a verdict.
        min_n: i64, id "Jumlah data paling sedikit untuk penilaian.";
    }
}

rule! {
    /// The protection of anonymous answers and of NIP.
    Privacy "privacy": id "kerahasiaan jawaban", en "the privacy of answers" {
        /// The least group whose figures are shown.
        min_group: i64, id "Kelompok terkecil yang angkanya ditampilkan.";
        /// Whether the NIP below signatures is left to be filled by hand. Public editions carry no NIP at all.
        mask_nip: bool, id "Apakah NIP di bawah tanda tangan dikosongkan untuk diisi sendiri.";
    }
    judge |rule, findings| {
        if rule.min_group < LEAST_GROUP {
            findings.error(rule.origin, Problem::RuleValue { what: "min_group".to_owned() });
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::editions::Editions;

    #[test]
    fn a_group_of_one_is_a_person_and_no_rule_tells_about_it() {
        let errors = |least: i64| {
            let head = "[[edition]]\nbasis = \"x\"\nin_force_from = 2017-01-01\nverified = \"text\"\n";
            let mut findings = Findings::new();
            Editions::<Privacy>::read(
                &format!("{head}min_group = {least}\nmask_nip = true\n"),
                0,
                &mut findings,
            );
            findings.errors()
        };
        assert_eq!([-1, 0, 1, 2, 5].map(errors), [1, 1, 1, 0, 0]);
    }

    #[test]
    fn the_sample_is_that_of_the_published_table() {
        let text = "[[edition]]\nbasis = \"x\"\nin_force_from = 2017-01-01\nverified = \"text\"\n\
            chi_square = 3.841\nproportion = 0.5\nmargin = 0.05\n";
        let rules = Editions::<SampleSize>::read(text, 0, &mut Findings::new());
        let needed = |population| rules.all()[0].needed(population);
        for (population, expected) in [
            (10, 10),
            (100, 80),
            (500, 217),
            (1000, 278),
            (5000, 357),
            (1_000_000, 384),
        ] {
            assert_eq!(needed(population), Some(expected), "{population}");
        }
    }
}
