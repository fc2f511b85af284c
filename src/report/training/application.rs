//! What alumni and supervisors see at work: apart, then together.

use super::super::model::{Column, Section, Table, Value};
use super::Course;
use crate::measure::behaviour::{ROLES, TOGETHER};
use crate::measure::judged::{Guard, Judged};
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::trace::part;
use crate::measure::training::Application;
use crate::words::report::Text as Common;
use crate::words::report_training::TrainingText as Text;

/// A line: who answered to which questionnaire, how many could, and their means before and after.
struct Line<'l> {
    number: u64,
    application: &'l Application,
    who: Value,
    asked: u64,
    means: [Judged; 2],
}

/// Those who answered after the programme, over those who could.
pub(super) const RATE: Meaning = Meaning::new(
    How::Rate(whole("after_n"), whole("asked")),
    "Yang menjawab sesudah pelatihan dibagi yang dapat menjawab.",
    "Those who answered after the programme over those who could.",
);

impl Course<'_> {
    /// The section.
    pub(super) fn application(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("behaviour", Text::Behaviour);
        out.tables = vec![self.roles(), self.role_items(), self.role_comments()];
        if !self.figures.application.is_empty() {
            let percent = pen.dec(self.feedback.min_response_percent);
            out.notes = vec![
                pen.method("together", Text::NoteTogether),
                pen.method("response-rate", Text::NoteRate { percent }),
            ];
        }
        out
    }

    /// What changed from before to after.
    pub(super) fn change(&self, [before, after]: [Judged; 2]) -> Value {
        let change = Guard::OF_NAMED.change(before, after);
        let write = |change| self.pen.signed(Some(change), self.places());
        self.pen.disclosed(change, write)
    }

    /// The band of a mean.
    pub(super) fn behaviour_band(&self, application: &Application, mean: Judged, asked: u64) -> Value {
        let figure = Guard::OF_NAMED.open(mean).figure();
        let both = figure.zip(application.form.scale());
        let band = both.and_then(|(mean, scale)| self.feedback.band(mean, scale));
        self.band(band, mean.people(), asked)
    }

    /// Each role, then both together, to each questionnaire.
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let pen = self.pen;
        let applications = self.figures.application.iter().enumerate();
        applications.flat_map(move |(number, application)| {
            let behaviour = &application.behaviour;
            (0..=TOGETHER).map(move |line| Line {
                number: part(number as u64, line),
                application,
                who: match ROLES.get(line) {
                    Some(role) => pen.key(role.code(), role.phrase()),
                    None => pen.key("together", ("bersama", "together")),
                },
                asked: match behaviour.asked.get(line) {
                    Some(asked) => *asked,
                    None => behaviour.asked.iter().sum(),
                },
                means: behaviour.means(&application.form, line),
            })
        })
    }

    /// What was written to these questionnaires, which carry the names of those who answer.
    fn role_comments(&self) -> Table {
        let pen = self.pen;
        let applications = self.figures.application.iter();
        let comments = applications.flat_map(|application| &application.behaviour.comments);
        pen.list("behaviour_comments", comments)
            .titled(("Yang mereka tulis", "What they write"))
            .col("role", ("Penjawab", "Who answers"), |(role, _)| {
                pen.key(ROLES[*role].code(), ROLES[*role].phrase())
            })
            .col("comment", Common::Comment, |(_, text)| Value::Text(text.clone()))
            .table()
    }

    fn roles(&self) -> Table {
        let pen = self.pen;
        let mean = |mean| pen.judged(Guard::OF_NAMED, mean, self.places());
        pen.list("behaviour", self.lines())
            .titled(("Alumni dan atasan", "Alumni and supervisors"))
            .or_says((
                "Belum ada jawaban alumni atau atasan.",
                "No answer of alumni or supervisors yet.",
            ))
            .numbered(|line| line.number)
            .col("role", ("Penjawab", "Who answers"), |line| line.who.clone())
            .col("asked", ("Diminta", "Asked"), |line| pen.count(line.asked))
            .counted(
                "Jumlah yang dapat menjawab: peserta yang selesai, dan atasan langsungnya.",
                "How many could answer: those who completed, and their direct supervisors.",
            )
            .col("before_n", ("n sebelum", "n before"), |line| {
                pen.count(line.means[0].people())
            })
            .counted(
                "Jumlah yang menjawab sebelum pelatihan.",
                "How many answered before the programme.",
            )
            .col("before", Text::Before, |line| mean(line.means[0]))
            .means(Meaning::new(
                How::Mean(whole("before")),
                "Rata-rata semua butir dari jawaban sebelum pelatihan.",
                "The mean of all items over the answers before the programme.",
            ))
            .col("after_n", ("n sesudah", "n after"), |line| {
                pen.count(line.means[1].people())
            })
            .counted(
                "Jumlah yang menjawab sesudah pelatihan.",
                "How many answered after the programme.",
            )
            .col("after", Text::After, |line| mean(line.means[1]))
            .means(Meaning::new(
                How::Mean(whole("after")),
                "Rata-rata semua butir dari jawaban sesudah pelatihan.",
                "The mean of all items over the answers after the programme.",
            ))
            .col("change", ("Perubahan", "Change"), |line| self.change(line.means))
            .means(Meaning::new(
                How::MeanChange(whole("after"), whole("before")),
                "Rata-rata sesudah pelatihan dikurangi rata-rata sebelumnya.",
                "The mean after the programme less that before it.",
            ))
            .col("response_rate", Text::Rate, |line| {
                pen.rate(line.means[1].people(), line.asked)
            })
            .means(RATE)
            .col("band", ("Sebutan", "Band"), |line| {
                self.behaviour_band(line.application, line.means[1], line.asked)
            })
            .table()
    }

    /// Each question: alumni and supervisors, before and after.
    fn role_items(&self) -> Table {
        let pen = self.pen;
        let applications = self.figures.application.iter().enumerate();
        let items = applications.flat_map(|(form, application)| {
            let items = application.form.items.iter().enumerate();
            items.map(move |(number, item)| (form, application, number, item))
        });
        let mut list = pen
            .list("behaviour_items", items)
            .titled(("Menurut pertanyaan", "By question"))
            .numbered(|(form, _, number, _)| part(*form as u64, *number))
            .col("question", Text::Question, |(_, _, _, item)| pen.question(item));
        let waves = [Text::Before, Text::After].map(|wave| pen.say(wave).to_lowercase());
        for (role, ids) in ROLE_ITEMS.into_iter().enumerate() {
            for (wave, id) in ids.into_iter().enumerate() {
                let title = format!("{}: {}", pen.say(ROLES[role].phrase()), waves[wave]);
                let column = Column {
                    id,
                    title,
                    ..Column::default()
                };
                let meaning = Meaning::new(
                    How::Mean(whole(id)),
                    "Rata-rata jawaban atas butir ini.",
                    "The mean of the answers to the item.",
                );
                list = list.with(column.means(meaning), |(_, application, number, _)| {
                    let mean = application.behaviour.answers[role][wave].item(*number);
                    pen.judged(Guard::OF_NAMED, mean, self.places())
                });
            }
        }
        list.table()
    }
}

/// The columns of the means of an item, by role and wave.
const ROLE_ITEMS: [[&str; 2]; 2] = [
    ["alumni_before", "alumni_after"],
    ["supervisor_before", "supervisor_after"],
];
