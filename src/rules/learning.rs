//! Rules of hours, methods, learning and feedback.

use super::editions::{Bands, bands_cover};
use super::{Enactment, Head, Verified};
use crate::diagnostic::{Findings, Origin};
use crate::records::code::*;
use crate::records::document::{IdText, document};
use crate::records::number::{Dec, Ratio};
use crate::records::time::Day;
use crate::words::problem::Problem;

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

impl Gain {
    /// The band of a gain, rounded first.
    pub fn band(&self, gain: Ratio) -> Option<&GainBand> {
        let places = self.decimals.clamp(0, 6) as u32;
        let rounded = gain.rounded(places);
        let at = |bound: Dec| Ratio::from(bound).rounded(places);
        self.band
            .iter()
            .find(|b| b.from.is_none_or(|f| at(f) <= rounded) && b.to.is_none_or(|t| rounded < at(t)))
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
    /// The least presence for completion.
    AttendanceRule "attendance" {
        /// In percent.
        minimum_percent: Dec, id "Dalam persen.";
        /// Whether JP may be given in part.
        partial_jp: bool, id "Apakah JP boleh diberikan sebagian.";
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
        percent_bands_cover(&rule.band, (rule.decimals, rule.origin), findings);
    };
}

impl Feedback {
    /// The band of a mean on a scale: percent = (mean − low) / (high − low) × 100, rounded first.
    pub fn band(&self, mean: Ratio, (low, high): (i64, i64)) -> Option<&PercentBand> {
        let over = Ratio::int(i128::from(high) - i128::from(low));
        let share = mean.minus(Ratio::int(i128::from(low)))?.over(over)?;
        percent_band(&self.band, share.times(Ratio::int(100))?, self.decimals)
    }

    /// Whether so many answered of those asked that a band is given; more than were asked tell that something is wrong.
    pub fn is_enough(&self, answered: u64, asked: u64) -> bool {
        let least = i128::from(self.min_response_percent.0) * i128::from(asked);
        (1..=asked).contains(&answered) && i128::from(answered) * 100 * i128::from(Dec::int(1).0) >= least
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

/// To how many places a percentage is rounded.
fn places(decimals: i64) -> u32 {
    decimals.clamp(0, 4) as u32
}

/// The band that holds a percentage, rounded first.
fn percent_band(bands: &[PercentBand], percent: Ratio, decimals: i64) -> Option<&PercentBand> {
    let percent = percent.rounded(places(decimals));
    let at = |bound: Dec| Ratio::from(bound).rounded(places(decimals));
    let holds = |band: &&PercentBand| at(band.from_percent) <= percent && percent <= at(band.to_percent);
    bands.iter().find(holds)
}

/// Tells where bands leave a part of 0 to 100 percent out, or hold it twice.
fn percent_bands_cover(bands: &[PercentBand], (decimals, origin): (i64, Origin), findings: &mut Findings) {
    let ends = bands.iter();
    let bands = Bands {
        decimals: places(decimals),
        ends: ends
            .map(|band| (band.from_percent, band.to_percent, band.origin))
            .collect(),
        origin,
    };
    bands_cover(&bands, Dec::int(0), Dec::int(100), findings);
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
        percent_bands_cover(&rule.band, (rule.decimals, rule.origin), findings);
    };
}

impl Gap {
    /// The band of a match in percent, rounded first. More than is required is all that is required.
    pub fn band_of(&self, fit: Ratio) -> Option<&PercentBand> {
        percent_band(&self.band, fit.min(Ratio::int(100)), self.decimals)
    }
}

rule! {
    /// How far back long programmes are looked for.
    LookBack "look-back" {
        /// Earlier months whose participation is read.
        programme_months: i64, id "Berapa bulan sebelumnya keikutsertaan dibaca.";
    }
}
