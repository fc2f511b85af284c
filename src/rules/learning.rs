//! Rules of hours, learning and feedback.

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
    Hours "hours": id "jam pelajaran (JP) setahun", en "the learning hours (JP) of a year" {
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
    /// The normalised learning gain and its bands.
    Gain "gain": id "peningkatan hasil belajar", en "the gain in learning" {
        /// With how many decimals the gain is shown; its band is that of the exact gain.
        decimals: i64, id "Jumlah desimal yang ditampilkan; golongan dicari dari nilai yang tepat.";
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

/// The code of a gain below nought: the class knew less after than before.
pub const FELL: &str = "fell";

impl Gain {
    /// The code of the band of the exact gain. The bands of the rule are of gains from nought on: what is below is a
    /// fall, not a low gain.
    pub fn band(&self, gain: Ratio) -> Option<&str> {
        if gain < Ratio::int(0) {
            return Some(FELL);
        }
        let has_begun = |from: Option<Dec>| from.is_none_or(|from| Ratio::from(from) <= gain);
        let goes_on = |to: Option<Dec>| to.is_none_or(|to| gain < Ratio::from(to));
        let found = self
            .band
            .iter()
            .find(|band| has_begun(band.from) && goes_on(band.to));
        found.map(|band| &*band.code.0)
    }

    /// With how many decimals a gain is shown, so that it does not look like one of another band.
    pub fn places(&self, gain: Ratio) -> u32 {
        telling_places(gain, self.decimals, |gain| self.band(gain))
    }
}

/// At least so many decimals, and as many as it takes that the figure shown lies in the band of the exact one.
fn telling_places<'b>(exact: Ratio, decimals: i64, band: impl Fn(Ratio) -> Option<&'b str>) -> u32 {
    const MOST: u32 = 6;
    let shown = |places: u32| Ratio::new(exact.rounded(places), 10i128.pow(places));
    let is_telling = |places: &u32| shown(*places).is_some_and(|shown| band(shown) == band(exact));
    let least = decimals.clamp(0, MOST.into()) as u32;
    (least..=MOST).find(is_telling).unwrap_or(MOST)
}

rule! {
    /// The paired mean difference beside the gain.
    Effect "effect": id "selisih tes awal dan tes akhir", en "the difference of pre-test and post-test" {
        /// The confidence of its interval.
        confidence: Dec, id "Tingkat kepercayaan selangnya.";
        /// The least number of pairs for an interval.
        min_pairs: i64, id "Jumlah pasangan paling sedikit untuk selang.";
    }
    judge |rule, findings| {
        if !rule.is_sound() {
            findings.error(rule.origin, Problem::RuleValue { what: "confidence".to_owned() });
        }
    };
}

impl Effect {
    /// Whether its confidence is one: more than nothing, and less than certainty.
    pub fn is_sound(&self) -> bool {
        Dec::int(0) < self.confidence && self.confidence < Dec::int(1)
    }
}

rule! {
    /// The least presence for completion.
    AttendanceRule "attendance": id "kehadiran dalam pelatihan", en "attendance of programmes" {
        /// In percent.
        minimum_percent: Dec, id "Dalam persen.";
        /// Whether who was present for less completes with a part of the JP: as much of them as of the minutes.
        partial_jp: bool, id "Apakah yang hadir kurang dari itu selesai dengan sebagian JP: sebanding dengan menit hadirnya.";
    }
}

impl AttendanceRule {
    /// Whether who was present for some of the whole was there for the minimum, in percent.
    pub fn is_enough(minimum: Dec, (present, all): (i64, i64)) -> bool {
        i128::from(present) * 100 * i128::from(Dec::int(1).0) >= i128::from(minimum.0) * i128::from(all)
    }

    /// What somebody who was present for some of all minutes earns of the JP of a programme: all of them from the
    /// minimum on, below it as much as of the minutes, rounded down to hundredths; `None` where the rule gives no part.
    pub fn earned(&self, jp: Dec, minimum: Dec, (present, all): (i64, i64)) -> Option<Dec> {
        if Self::is_enough(minimum, (present, all)) {
            return Some(jp);
        }
        let hundredth = i128::from(Dec::int(1).0 / 100);
        let part = (i128::from(jp.0) * i128::from(present)).checked_div(i128::from(all))?;
        let part = part / hundredth * hundredth;
        self.partial_jp
            .then(|| i64::try_from(part).map(Dec).unwrap_or(jp))
    }
}

rule! {
    /// What the means of participants' feedback are called.
    Feedback "feedback": id "umpan balik peserta", en "the participants' feedback" {
        /// With how many decimals percentages are shown and bands are written; a band reaches up to where the next begins.
        decimals: i64, id "Jumlah desimal yang ditampilkan dan dipakai pada batas; rentang berlaku sampai rentang berikutnya mulai.";
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
    /// The band of a mean on a scale: percent = (mean − low) / (high − low) × 100.
    pub fn band(&self, mean: Ratio, (low, high): (i64, i64)) -> Option<&PercentBand> {
        let over = Ratio::int(i128::from(high) - i128::from(low));
        let share = mean.minus(Ratio::int(i128::from(low)))?.over(over)?;
        percent_band(&self.band, share.times(Ratio::int(100))?)
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

/// The band that holds a percentage: of those that have begun the last.
fn percent_band(bands: &[PercentBand], percent: Ratio) -> Option<&PercentBand> {
    let has_begun = |band: &&PercentBand| Ratio::from(band.from_percent) <= percent;
    bands
        .iter()
        .filter(has_begun)
        .max_by_key(|band| band.from_percent)
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
    Gap "gap": id "kesenjangan kompetensi", en "competency gaps" {
        /// Whether over-fulfilment is capped at the level required.
        cap_over_fulfilment: bool, id "Apakah kelebihan dibatasi pada tingkat yang disyaratkan.";
        /// With how many decimals percentages are shown and bands are written; a band reaches up to where the next begins.
        decimals: i64, id "Jumlah desimal yang ditampilkan dan dipakai pada batas; rentang berlaku sampai rentang berikutnya mulai.";
        /// The bands of the job-person match.
        band: Vec<PercentBand>, id "Rentang kecocokan jabatan.";
    }
    judge |rule, findings| {
        percent_bands_cover(&rule.band, (rule.decimals, rule.origin), findings);
    };
}

impl Gap {
    /// The band of a match in percent. More than is required is all that is required.
    pub fn band_of(&self, fit: Ratio) -> Option<&PercentBand> {
        percent_band(&self.band, fit.min(Ratio::int(100)))
    }

    /// With how many decimals a match is shown, so that it does not look like one of another band.
    pub fn places(&self, fit: Ratio) -> u32 {
        telling_places(fit, self.decimals, |fit| {
            self.band_of(fit).map(|band| &*band.code.0)
        })
    }
}

rule! {
    /// How far back long programmes are looked for.
    LookBack "look-back": id "lamanya catatan dibaca ke belakang", en "how far back records are read" {
        /// Earlier months whose participation is read.
        programme_months: i64, id "Berapa bulan sebelumnya keikutsertaan dibaca.";
    }
}

#[cfg(test)]
mod tests {
    use super::super::Rules;
    use super::*;
    use crate::diagnostic::Findings;

    fn shipped(rule: &str) -> Rules {
        let file = format!("{}/data/rules/{rule}.toml", env!("CARGO_MANIFEST_DIR"));
        let (mut rules, mut findings) = (Rules::default(), Findings::new());
        let text = std::fs::read_to_string(file).unwrap();
        assert!(rules.read(rule, &text, 0, &mut findings) && findings.is_empty());
        rules
    }

    fn per(num: i128, den: i128) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn a_band_is_found_before_rounding() {
        let rules = shipped("gain");
        let gain = &rules.gain.all()[0];
        let of = |num| gain.band(per(num, 10_000));
        let found = [2_999, 3_000, 6_999, 7_000, 0, -1].map(of);
        assert_eq!(
            found.map(Option::unwrap_or_default),
            ["low", "medium", "medium", "high", "low", FELL]
        );
        let rules = shipped("feedback");
        let feedback = &rules.feedback.all()[0];
        let of = |num| feedback.band(per(num, 100_000), (1, 5)).map(|band| &*band.code.0);
        // 4.2 of 1 to 5 is 80 percent; a hair below is 79.999.
        assert_eq!([of(419_999), of(420_000)], [Some("good"), Some("very-good")]);
        assert_eq!([of(100_000), of(500_000)], [Some("poor"), Some("very-good")]);
        let rules = shipped("gap");
        let gap = &rules.gap.all()[0];
        let of = |num| gap.band_of(per(num, 1_000)).map(|band| &*band.code.0);
        assert_eq!(
            [of(89_999), of(90_000)],
            [Some("fairly-optimal"), Some("optimal")]
        );
    }

    #[test]
    fn part_of_the_presence_is_worth_a_part_of_the_jp_where_the_rule_says_so() {
        let rules = shipped("attendance");
        let shipped = &rules.attendance.all()[0];
        let partly = AttendanceRule {
            partial_jp: true,
            ..shipped.clone()
        };
        let earned = |rule: &AttendanceRule, present| rule.earned(Dec::int(12), Dec::int(80), (present, 540));
        assert_eq!(
            [432, 431].map(|minutes| earned(shipped, minutes)),
            [Some(Dec::int(12)), None]
        );
        let told = [432, 431, 270, 0].map(|minutes| earned(&partly, minutes).map(|jp| jp.to_string()));
        assert_eq!(told, ["12", "9.57", "6", "0"].map(|jp| Some(jp.to_owned())));
    }

    #[test]
    fn a_confidence_is_more_than_nothing_and_less_than_certainty() {
        let rules = shipped("effect");
        let sound = |confidence| {
            Effect {
                confidence,
                ..rules.effect.all()[0].clone()
            }
            .is_sound()
        };
        let (none, all, least) = (Dec::int(0), Dec::int(1), Dec(1));
        assert_eq!(
            [none, least, Dec(all.0 - 1), all].map(sound),
            [false, true, true, false]
        );
    }

    #[test]
    fn a_band_is_given_from_the_least_part_of_those_asked_on() {
        let rules = shipped("feedback");
        let half = Feedback {
            min_response_percent: Dec::int(50),
            ..rules.feedback.all()[0].clone()
        };
        let enough = [(0, 0), (4, 10), (5, 10), (10, 10), (11, 10), (1, 3), (2, 3)];
        let expected = [false, false, true, true, false, false, true];
        assert_eq!(
            enough.map(|(answered, asked)| half.is_enough(answered, asked)),
            expected
        );
    }

    #[test]
    fn what_is_shown_lies_in_the_band_that_is_named() {
        let rules = shipped("gain");
        let gain = &rules.gain.all()[0];
        let shown = |gain_of: Ratio| gain_of.fixed(gain.places(gain_of));
        assert_eq!(
            [shown(per(2_999, 10_000)), shown(per(2_949, 10_000))],
            ["0.2999", "0.29"]
        );
        assert_eq!([shown(per(-1, 100)), shown(per(-1, 1_000))], ["-0.01", "-0.001"]);
        assert_eq!([shown(per(3, 10)), shown(per(1, 3))], ["0.30", "0.33"]);
    }
}
