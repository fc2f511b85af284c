//! What the participants thought: by aspect, by question, by instructor.

use super::super::model::{Section, Style, Table, Value};
use super::super::person::named;
use super::Course;
use crate::measure::feedback::{ABOUT_INSTRUCTOR, OF_ASPECT, OF_INSTRUCTOR, OF_ITEM, strictest};
use crate::measure::judged::Judged;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::trace::part;
use crate::measure::training::InstructorRating;
use crate::records::training::Instructor;
use crate::rules::Enactment;
use crate::words::report::Text as Common;
use crate::words::report_training::TrainingText as Text;

/// How many comments are printed.
const COMMENTS: usize = 5;

/// How many answers of participants there are, in words.
pub(super) const ANSWERS: [&str; 2] = [
    "Jumlah jawaban peserta.",
    "How many answers of participants there are.",
];

impl Course<'_> {
    /// The section.
    pub(super) fn reaction(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let mut out = pen.section("reaction", Text::Reaction);
        out.tables = vec![
            self.aspects(),
            self.questions(),
            self.instructors(),
            self.comments(),
        ];
        let numbered = figures.numbered();
        let numbered = numbered.map(|(number, form, feedback)| (Some(number), form, feedback));
        out.tables.extend(pen.choices("choices", numbered));
        if let (_, Some((low, high))) = figures.satisfaction() {
            out.notes.push(pen.note("scale", Text::NoteScale { low, high }));
        }
        if figures.is_withheld() {
            out.notes.push(pen.note("withheld", self.too_few()));
        }
        if !figures.instructors.is_empty() {
            out.notes.push(pen.method("instructors", Text::NoteInstructors));
        }
        out.notes.push(pen.basis(&self.feedback.head()));
        out
    }

    /// What a star means.
    fn too_few(&self) -> Text {
        let minimum = strictest(&self.figures.forms).least();
        Text::NoteWithheld { minimum }
    }

    fn aspects(&self) -> Table {
        let (pen, figures) = (self.pen, self.figures);
        let aspects = figures.numbered().flat_map(|(number, form, feedback)| {
            let aspects = feedback.aspects(form).enumerate();
            aspects.map(move |(place, aspect)| (part(number as u64, place), form, aspect))
        });
        let list = pen
            .list("aspects", aspects)
            .titled(("Menurut aspek", "By aspect"))
            .numbered(|(number, ..)| *number);
        match figures.is_withheld() {
            true => list.or_says(self.too_few()),
            false => list.or_says((
                "Belum ada umpan balik peserta.",
                "No feedback of participants yet.",
            )),
        }
        .col("aspect", ("Aspek", "Aspect"), |(_, _, (aspect, _))| {
            Value::Text((*aspect).to_owned())
        })
        .col("n", Common::Count, |(_, _, (_, mean))| pen.count(mean.people()))
        .counted(ANSWERS[0], ANSWERS[1])
        .col("mean", Common::Mean, |(_, form, (_, mean))| {
            pen.judged(form.guard, *mean, self.places())
        })
        .means(OF_ASPECT)
        .table()
    }

    fn questions(&self) -> Table {
        let pen = self.pen;
        let items = self.figures.numbered().flat_map(|(number, form, feedback)| {
            let items = form.items.iter().enumerate();
            items.map(move |(place, item)| (part(number as u64, place), form, item, feedback.item(place)))
        });
        pen.list("questions", items)
            .titled(("Menurut pertanyaan", "By question"))
            .numbered(|(number, ..)| *number)
            .col("question", Text::Question, |(_, _, item, _)| pen.question(item))
            .col("questionnaire", Common::Questionnaire, |(_, form, ..)| {
                Value::Text(form.code.clone())
            })
            .hidden()
            .col("n", Common::Count, |(.., mean)| pen.count(mean.values()))
            .counted("Jumlah jawaban atas butir ini.", "How many answers the item has.")
            .col("mean", Common::Mean, |(_, form, _, mean)| {
                pen.judged(form.guard, *mean, self.places())
            })
            .means(OF_ITEM)
            .by("feedback")
            .table()
    }

    fn instructors(&self) -> Table {
        let (pen, figures) = (self.pen, self.figures);
        let guard = strictest(&figures.forms);
        let mean = |mean: Judged| pen.judged(guard, mean, self.places());
        pen.list(
            "instructors",
            figures.training.instructor.iter().zip(&figures.instructors),
        )
        .titled(("Pengajar", "Instructors"))
        .col("instructor", ("Pengajar", "Instructor"), |one| {
            self.instructor(*one)
        })
        .col("expertise", ("Keahlian", "Expertise"), |(one, _)| {
            pen.text(one.expertise.as_deref())
        })
        .col("from", ("Asal", "From"), |(one, _)| match one.outside {
            None => Value::Missing,
            Some(true) => pen.key("outside", ("luar", "outside")),
            Some(false) => pen.key("inside", ("kantor ini", "this office")),
        })
        .col("n", ("Penjawab di sini", "Answers here"), |(_, rating)| {
            pen.count(rating.here.judged().people())
        })
        .means(ABOUT_INSTRUCTOR)
        .col("mean", ("Rata-rata di sini", "Mean here"), |(_, rating)| {
            mean(rating.here.judged())
        })
        .means(OF_INSTRUCTOR)
        .col("programmes", ("Pelatihan", "Programmes"), |(_, rating)| {
            pen.count(rating.programmes)
        })
        .counted(
            "Jumlah pelatihan pengajar ini dalam dua belas bulan yang cukup jawabannya.",
            "How many programmes of the instructor in twelve months have enough answers.",
        )
        .col(
            "n_12_months",
            ("Penjawab 12 bulan", "Answers in 12 months"),
            |(_, rating)| pen.count(rating.over_all.judged().people()),
        )
        .counted(
            "Jumlah jawaban tentang pengajar ini dalam pelatihan-pelatihan itu.",
            "How many answers there are about the instructor in these programmes.",
        )
        .col(
            "mean_12_months",
            ("Rata-rata 12 bulan", "Mean in 12 months"),
            |(_, rating)| mean(rating.over_all.judged()),
        )
        .means(Meaning::new(
            How::Mean(whole("mean_12_months")),
            "Rata-rata semua butir dari jawaban-jawaban itu.",
            "The mean of all items over these answers.",
        ))
        .by("feedback")
        .table()
    }

    /// An instructor: the key in the document for data formats, the name for text.
    fn instructor(&self, (instructor, rating): (&Instructor, &InstructorRating)) -> Value {
        let person = instructor.staff.as_ref();
        let person = person.and_then(|id| self.who.people.find(&id.value));
        let name = instructor.name.as_ref().map(|name| name.text().to_owned());
        let name = name.or(person.map(named));
        Value::Key {
            key: rating.key.clone(),
            label: name.unwrap_or_else(|| rating.key.clone()),
        }
    }

    fn comments(&self) -> Table {
        let answered = self.figures.answered();
        let comments = answered.flat_map(|(form, feedback)| feedback.comments(form.guard));
        let list = self
            .pen
            .list("comments", comments)
            .short_to(COMMENTS)
            .titled(("Komentar", "Comments"))
            .col("comment", Common::Comment, |text| Value::Text((*text).clone()));
        Table {
            style: Style::List,
            ..list.table()
        }
    }
}
