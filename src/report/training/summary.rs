//! Reaction, learning, behaviour, result and performance side by side: one line each.

use super::super::impact::verdict;
use super::super::list::List;
use super::super::model::{Section, Value};
use super::Course;
use super::application::RATE;
use super::learning::{GAIN, PAIRS};
use super::reaction::ANSWERS;
use crate::measure::behaviour::TOGETHER;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::impact::Observation;
use crate::measure::meaning::{How, Meaning, Traced, whole};
use crate::words::Say;
use crate::words::report::Text as Common;
use crate::words::report_impact::ImpactText;
use crate::words::report_training::TrainingText as Text;

/// An evaluation: its name and measure, then the figure, of how many, how many of those asked, and what it says.
struct Evaluated {
    name: Value,
    measure: Value,
    figures: [Value; 4],
}

impl Course<'_> {
    /// The section.
    pub(super) fn summary(&self) -> Section {
        let pen = self.pen;
        let percent = pen.dec(self.feedback.min_response_percent);
        let cause = self.figures.impact.as_ref();
        let cause = cause.map(|_| pen.note("no-cause", ImpactText::NoCause));
        let rate = pen.method("response-rate", Text::NoteRate { percent });
        Section {
            tables: vec![self.evaluations().table()],
            notes: cause.into_iter().chain([rate]).collect(),
            ..pen.section(
                "summary",
                ("Ringkasan hasil evaluasi pelatihan", "Summary of the evaluation"),
            )
        }
    }

    fn evaluated(
        &self,
        (key, name): (&str, Text),
        measure: &str,
        words: impl Say,
        figures: [Value; 4],
    ) -> Evaluated {
        Evaluated {
            name: self.pen.key(key, name),
            measure: self.pen.key(measure, words),
            figures,
        }
    }

    fn side_by_side(&self) -> [Evaluated; 5] {
        [
            self.evaluated(
                ("reaction", Text::Reaction),
                "satisfaction",
                ("kepuasan peserta", "participants' satisfaction"),
                self.of_reaction(),
            ),
            self.evaluated(
                ("learning", Text::Learning),
                "class_gain",
                (
                    "peningkatan hasil belajar (N-gain) kelas",
                    "normalised gain of the class",
                ),
                self.of_learning(),
            ),
            self.evaluated(
                ("behaviour", Text::Behaviour),
                "change",
                (
                    "perubahan penerapan, alumni dan atasan",
                    "change in application, alumni and supervisors",
                ),
                self.of_behaviour(),
            ),
            self.evaluated(
                ("result", Text::Result),
                "resolution_rate",
                ("perubahan pengaduan selesai", "change in complaints resolved"),
                self.of_result(),
            ),
            self.evaluated(
                ("performance", Text::Performance),
                "better",
                (
                    "predikat naik, tetap, turun",
                    "predicates better, the same, worse",
                ),
                self.of_performance(),
            ),
        ]
    }

    fn evaluations(&self) -> List<Evaluated> {
        let pen = self.pen;
        let list = pen
            .list("summary", self.side_by_side())
            .col("evaluation", ("Hasil", "Evaluation"), |one| one.name.clone())
            .col("measure", Text::Measure, |one| one.measure.clone())
            .col("figure", Text::Figure, |one| one.figures[0].clone());
        let list = FIGURES.into_iter().fold(list, List::means);
        let list = list.col("n", Common::Count, |one| one.figures[1].clone());
        let list = COUNTS.into_iter().fold(list, List::means);
        let list = list.col("response_rate", Text::Rate, |one| one.figures[2].clone());
        let list = RATES.into_iter().fold(list, List::means);
        list.col("judgement", ("Kesimpulan", "Judgement"), |one| {
            one.figures[3].clone()
        })
        .from(
            &["figure"],
            "Kategori rata-rata itu menurut ketentuan.",
            "The band of that mean by the rule.",
        )
        .by("feedback")
    }

    /// What stands where nothing was evaluated.
    fn nothing(&self) -> [Value; 4] {
        let none = self
            .pen
            .key("not-evaluated", ("belum dievaluasi", "not evaluated yet"));
        [Value::Missing, Value::Count(0), Value::Missing, none]
    }

    fn of_reaction(&self) -> [Value; 4] {
        let (pen, figures) = (self.pen, self.figures);
        let (n, asked) = (figures.responses(), figures.tally.took_part());
        if n == 0 {
            return self.nothing();
        }
        let (mean, scale) = figures.satisfaction();
        let judgement = pen.disclosed(mean, |mean| {
            let band = scale.and_then(|scale| self.feedback.band(mean, scale));
            self.band(band, n, asked)
        });
        let mean = pen.disclosed(mean, |mean| pen.ratio(Some(mean), self.places()));
        [mean, pen.count(n), pen.rate(n, asked), judgement]
    }

    fn of_learning(&self) -> [Value; 4] {
        let (pen, figures) = (self.pen, self.figures);
        let pairs = figures.learning.pairs.len() as u64;
        if pairs == 0 {
            return self.nothing();
        }
        let max = figures.training.max_score();
        let gain = figures.learning.class_gain(max, self.gain.min_pairs);
        [
            pen.gain(gain, self.gain),
            pen.count(pairs),
            pen.share(pairs, figures.tally.took_part()),
            pen.gain_band(gain, self.gain),
        ]
    }

    fn of_behaviour(&self) -> [Value; 4] {
        let pen = self.pen;
        let Some(application) = self.figures.application.first() else {
            return self.nothing();
        };
        let asked = application.behaviour.asked.iter().sum();
        let means = application.behaviour.means(&application.form, TOGETHER);
        let n = means[1].people();
        [
            self.change(means),
            pen.count(n),
            pen.rate(n, asked),
            self.behaviour_band(application, means[1], asked),
        ]
    }

    fn of_result(&self) -> [Value; 4] {
        let pen = self.pen;
        let Some(impact) = &self.figures.impact else {
            return self.nothing();
        };
        let [before, after] = &impact.figures.cells[0];
        let rate = |cell: &Observation| cell.resolution_rate();
        let n = before.complaints.count(Of::resolvable) + after.complaints.count(Of::resolvable);
        [
            pen.points(rate(before), rate(after)),
            pen.count(n),
            Value::Missing,
            verdict(&self.page, impact),
        ]
    }

    fn of_performance(&self) -> [Value; 4] {
        let (pen, moves) = (self.pen, self.figures.performance.moves());
        if moves.both() == 0 {
            return self.nothing();
        }
        let (better, same, worse) = (moves.better, moves.same, moves.worse);
        let key = format!("better:{better} same:{same} worse:{worse}");
        let words = Text::MovesShort { better, same, worse };
        [
            pen.count(better),
            pen.count(moves.both()),
            pen.share(moves.both(), moves.both() + moves.without()),
            pen.key(&key, words),
        ]
    }
}

/// The line of both roles together, to the first questionnaire.
const BOTH_ROLES: Traced = Traced::Rows("behaviour", &[TOGETHER as u64]);

const FIGURES: [Meaning; 5] = [
    Meaning::new(
        How::Mean(whole("mean")),
        "Rata-rata semua butir dari semua jawaban peserta; kuesioner dengan terlalu sedikit jawaban tidak dihitung.",
        "The mean of all items over all answers of participants; questionnaires with too few answers do not count.",
    )
    .by("feedback")
    .of("reaction", "reaction"),
    Meaning::new(How::Gain, GAIN[0], GAIN[1])
        .by("gain")
        .of("learning", "learning"),
    Meaning::new(
        How::MeanChange(whole("after"), whole("before")),
        "Rata-rata jawaban alumni dan atasan sesudah pelatihan dikurangi rata-rata sebelumnya.",
        "The mean of alumni and supervisors after the programme less that before it.",
    )
    .in_row("behaviour")
    .traced(BOTH_ROLES),
    Meaning::new(
        How::From(&[]),
        "Perubahan bagian pengaduan yang selesai; tanyakan baris `participating/change` pada tabel `before_after`.",
        "The change of the share of complaints resolved; ask for the row `participating/change` of `before_after`.",
    )
    .resting_on(&[
        ("before_after", whole("resolved")),
        ("before_after", whole("resolvable")),
    ])
    .in_row("result"),
    Meaning::new(
        How::Sum(whole("better")),
        "Jumlah peserta yang predikatnya lebih baik sesudah pelatihan.",
        "How many have a better predicate after the programme.",
    )
    .of("performance", "moves"),
];

const COUNTS: [Meaning; 5] = [
    Meaning::new(How::Sum(whole("n")), ANSWERS[0], ANSWERS[1]).of("reaction", "reaction"),
    Meaning::new(How::Sum(whole("pairs")), PAIRS[0], PAIRS[1]).of("learning", "learning"),
    Meaning::new(
        How::Sum(whole("after_n")),
        "Jumlah alumni dan atasan yang menjawab sesudah pelatihan.",
        "How many alumni and supervisors answered after the programme.",
    )
    .in_row("behaviour")
    .traced(BOTH_ROLES),
    Meaning::new(
        How::Sum(whole("resolvable")),
        "Jumlah pengaduan kedua masa yang menjadi kewenangan dan jelas.",
        "How many complaints of both windows can be resolved.",
    )
    .in_row("result")
    .traced(Traced::Rows("before_after", &[0, 1])),
    Meaning::new(
        How::Sum(whole("both")),
        "Jumlah peserta yang dievaluasi sebelum dan sesudah pelatihan.",
        "How many were evaluated before and after the programme.",
    )
    .of("performance", "moves"),
];

const RATES: [Meaning; 4] = [
    Meaning::new(
        How::Rate(whole("n"), whole("asked")),
        "Jumlah jawaban dibagi jumlah peserta yang mengikuti.",
        "The answers over those who took part.",
    )
    .of("reaction", "reaction"),
    Meaning::new(
        How::Over(whole("pairs"), whole("asked")),
        "Yang mempunyai kedua nilai dibagi jumlah peserta yang mengikuti.",
        "Those with both tests over those who took part.",
    )
    .of("learning", "learning"),
    RATE.in_row("behaviour").traced(BOTH_ROLES),
    Meaning::new(
        How::Over(whole("both"), whole("took_part")),
        "Yang dievaluasi sebelum dan sesudahnya dibagi jumlah peserta yang mengikuti.",
        "Those evaluated before and after over those who took part.",
    )
    .of("performance", "moves"),
];
