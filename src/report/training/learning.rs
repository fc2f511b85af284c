//! What was learned, and the predicates before and after.

use super::super::facts::Particular;
use super::super::model::{Section, Table};
use super::Course;
use crate::measure::meaning::{End, How, decimal, whole};
use crate::records::code::Predicate;
use crate::records::number::Ratio;
use crate::rules::Enactment;
use crate::words::report_training::TrainingText as Text;

/// The gain of the class, in words.
pub(super) const GAIN: [&str; 2] = [
    "(rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal).",
    "(mean post-test − mean pre-test) / (highest score − mean pre-test).",
];

/// Who sat both tests, in words.
pub(super) const PAIRS: [&str; 2] = [
    "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
    "How many have both a pre-test and a post-test.",
];

impl Course<'_> {
    /// Tests, gains, and the mean difference with its interval.
    pub(super) fn learning(&self) -> Section {
        let (pen, learning) = (self.pen, &self.figures.learning);
        let mut out = pen.section("learning", Text::Learning);
        let has_any = !learning.pairs.is_empty() || learning.pre_only + learning.post_only > 0;
        out.tables.push(self.tests(has_any));
        if has_any {
            let max = self.figures.training.max_score();
            let (_, n) = learning.mean_of_gains(max, self.gain.min_pairs);
            let least = self.effect.min_pairs;
            out.notes = vec![
                pen.method("gains", Text::NoteGains { n }),
                pen.method("interval", Text::NoteInterval { n: least }),
                pen.basis(&self.gain.head()),
                pen.basis(&self.effect.head()),
            ];
        }
        out
    }

    fn tests(&self, has_any: bool) -> Table {
        let pen = self.pen;
        let columns = [
            pen.column("figure", Text::Measure),
            pen.column("value", Text::Figure),
        ];
        let facts = self.scores().into_iter().chain(self.gains());
        let empty = (
            "Belum ada nilai tes awal dan tes akhir.",
            "No scores of pre-test and post-test yet.",
        );
        Table {
            title: pen.say(("Tes awal dan tes akhir", "Pre-test and post-test")),
            empty: pen.say(empty),
            ..pen.facts("learning", columns, facts.filter(|_| has_any).collect())
        }
    }

    /// Who sat the tests, and their means.
    fn scores(&self) -> Vec<Particular> {
        let (pen, learning) = (self.pen, &self.figures.learning);
        let count = |n| pen.count(n);
        let score = |mean| pen.ratio(mean, 2);
        let pre_only = ("Hanya tes awal", "Pre-test only");
        let post_only = ("Hanya tes akhir", "Post-test only");
        vec![
            pen.fact(
                "pairs",
                ("Peserta dengan kedua nilai", "Participants with both scores"),
                count(learning.pairs.len() as u64),
            )
            .means(How::Sum(whole("pairs")), PAIRS[0], PAIRS[1]),
            pen.fact("pre_only", pre_only, count(learning.pre_only)).means(
                How::Sum(whole("pre_only")),
                "Jumlah peserta yang hanya mengikuti tes awal.",
                "How many sat the pre-test only.",
            ),
            pen.fact("post_only", post_only, count(learning.post_only)).means(
                How::Sum(whole("post_only")),
                "Jumlah peserta yang hanya mengikuti tes akhir.",
                "How many sat the post-test only.",
            ),
            pen.fact(
                "pre_mean",
                ("Rata-rata tes awal", "Mean pre-test"),
                score(learning.pre()),
            )
            .means(
                How::Mean(decimal("pre_mean")),
                "Rata-rata tes awal dari peserta yang mempunyai kedua nilai.",
                "The mean pre-test of those who have both tests.",
            ),
            pen.fact(
                "post_mean",
                ("Rata-rata tes akhir", "Mean post-test"),
                score(learning.post()),
            )
            .means(
                How::Mean(decimal("post_mean")),
                "Rata-rata tes akhir dari peserta yang mempunyai kedua nilai.",
                "The mean post-test of those who have both tests.",
            ),
            pen.fact(
                "difference",
                ("Rata-rata selisih", "Mean difference"),
                pen.signed(learning.difference(), 2),
            )
            .means(
                How::MeanChange(decimal("post_mean"), decimal("pre_mean")),
                "Rata-rata tes akhir dikurangi rata-rata tes awal.",
                "The mean post-test less the mean pre-test.",
            ),
        ]
    }

    /// The interval of the difference, and the gains.
    fn gains(&self) -> Vec<Particular> {
        let (pen, learning) = (self.pen, &self.figures.learning);
        let (max, least) = (self.figures.training.max_score(), self.gain.min_pairs);
        let gain = learning.class_gain(max, least);
        let interval = learning.interval(self.effect);
        let end = |end| pen.signed(end, 2);
        let confidence = Ratio::from(self.effect.confidence).times(Ratio::int(100));
        let percent = confidence.map_or(String::new(), |percent| percent.shortest(2));
        let high = Text::IntervalHigh {
            percent: percent.clone(),
        };
        let low = Text::IntervalLow { percent };
        vec![
            pen.fact("interval_low", low, end(interval.map(|(low, _)| low)))
                .means(
                    How::Interval(End::Low),
                    "Batas bawah selang kepercayaan selisih rata-rata: d − t(n−1) · s/√n.",
                    "The lower end of the confidence interval of the mean difference: d − t(n−1) · s/√n.",
                )
                .by("effect"),
            pen.fact("interval_high", high, end(interval.map(|(_, high)| high)))
                .means(
                    How::Interval(End::High),
                    "Batas atas selang kepercayaan selisih rata-rata: d + t(n−1) · s/√n.",
                    "The upper end of the confidence interval of the mean difference: d + t(n−1) · s/√n.",
                )
                .by("effect"),
            pen.fact(
                "class_gain",
                (
                    "Peningkatan hasil belajar (N-gain) kelas",
                    "Normalised gain of the class",
                ),
                pen.gain(gain, self.gain),
            )
            .means(How::Gain, GAIN[0], GAIN[1])
            .by("gain"),
            pen.fact(
                "band",
                ("Kategori peningkatan", "Band of the gain"),
                pen.gain_band(gain, self.gain),
            ),
            pen.fact(
                "mean_gain",
                ("Rata-rata peningkatan tiap peserta", "Mean of individual gains"),
                pen.gain(learning.mean_of_gains(max, least).0, self.gain),
            )
            .means(
                How::MeanGain,
                "Rata-rata dari (tes akhir − tes awal) / (nilai tertinggi − tes awal) tiap peserta.",
                "The mean over all of (post-test − pre-test) / (highest score − pre-test).",
            )
            .by("gain"),
        ]
    }

    /// The predicates of those evaluated before and after, and how they moved.
    pub(super) fn performance(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("performance", Text::Performance);
        out.tables = vec![self.moves(), self.predicates()];
        out.notes.push(pen.method("performance", Text::NotePerformance));
        let rule = self.rules.predicate.on(self.as_of());
        out.notes.extend(rule.map(|rule| pen.basis(&rule.head())));
        out
    }

    fn moves(&self) -> Table {
        let (pen, moves) = (self.pen, self.figures.performance.moves());
        let lines = [
            ("better", ("naik", "better"), moves.better),
            ("same", ("tetap", "same"), moves.same),
            ("worse", ("turun", "worse"), moves.worse),
            (
                "before-only",
                ("hanya dinilai sebelum", "evaluated before only"),
                moves.before_only,
            ),
            (
                "after-only",
                ("hanya dinilai sesudah", "evaluated after only"),
                moves.after_only,
            ),
            ("neither", ("belum dinilai", "not evaluated"), moves.neither),
        ];
        let is_empty = moves.both() + moves.before_only + moves.after_only == 0;
        pen.list("moves", lines.into_iter().filter(|_| !is_empty))
            .or_says(match self.unrolled() {
                0 if moves.both() + moves.without() == 0 => (
                    "Belum ada yang tercatat menyelesaikannya.",
                    "Nobody is on record as having completed it yet.",
                ),
                0 => (
                    "Tidak ada peserta yang dinilai sebelum maupun sesudah.",
                    "No participant was evaluated before or after.",
                ),
                _ => ("Peserta tidak tercatat.", "Nobody is on record as taking part."),
            })
            .col(
                "change",
                ("Perubahan predikat", "Change of predicates"),
                |(key, label, _)| pen.key(key, *label),
            )
            .col("people", Text::People, |(_, _, n)| pen.count(*n))
            .counted(
                "Jumlah peserta yang predikatnya berubah demikian.",
                "How many have a predicate that changed so.",
            )
            .by("predicate")
            .table()
    }

    fn predicates(&self) -> Table {
        let (pen, performance) = (self.pen, &self.figures.performance);
        let counted = Predicate::ALL.iter().map(|one| (*one, performance.counts(*one)));
        let counted = counted.filter(|(_, [before, after])| before + after > 0);
        pen.list("predicates", counted)
            .numbered(|(one, _)| *one as u64)
            .col("predicate", ("Predikat", "Predicate"), |(one, _)| {
                pen.key(one.code(), one.phrase())
            })
            .col("before", Text::Before, |(_, [before, _])| pen.count(*before))
            .counted(
                "Jumlah peserta dengan predikat ini sebelum pelatihan, di antara yang dievaluasi dua kali.",
                "How many had this predicate before the programme, of those evaluated twice.",
            )
            .by("predicate")
            .col("after", Text::After, |(_, [_, after])| pen.count(*after))
            .counted(
                "Jumlah peserta dengan predikat ini sesudah pelatihan, di antara yang dievaluasi dua kali.",
                "How many had this predicate after the programme, of those evaluated twice.",
            )
            .by("predicate")
            .table()
    }
}
