//! What evaluations led to: what has not been followed up, recognition, guidance. The monthly report has the same.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Note, Section, Table, Value};
use super::super::page::Page;
use crate::measure::follow_up::{Cause, Counsel, FollowUpFigures, Lacking, Open};
use crate::records::time::{Day, Month, Period};
use crate::rules::{Enactment, GuidanceRule};
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;

/// The consequences of evaluations, as their tables show them.
pub(in super::super) struct Consequences<'c> {
    page: Page<'c>,
    figures: &'c FollowUpFigures,
    rule: &'c GuidanceRule,
}

impl<'c> Consequences<'c> {
    /// What evaluations led to; `None` when the rule has no edition in force.
    pub(in super::super) fn new(page: Page<'c>, figures: &'c FollowUpFigures) -> Option<Consequences<'c>> {
        let rule = page.rules.guidance.on(page.as_of())?;
        Some(Consequences { page, figures, rule })
    }

    /// What has not been followed up, and what will fall due.
    pub(super) fn open_section(&self, since: Option<Period>) -> Section {
        let pen = self.page.pen;
        let first = since.map_or(Day::FIRST, Period::first_day);
        let reach = since.map(|since| {
            let period = pen.period(since);
            pen.note("reach", Words::NoteReach { period })
        });
        Section {
            tables: vec![self.page.known_from(first, &["past"], self.open()), self.ahead()],
            notes: self.notes().into_iter().chain(reach).collect(),
            ..pen.section("follow_up", Words::FollowUpSection)
        }
    }

    /// What is said beside what has not been followed up.
    pub(in super::super) fn notes(&self) -> Vec<Note> {
        let (pen, rule) = (self.page.pen, self.rule);
        let text = Words::NoteGuidance {
            days: rule.guidance_within_days,
            periods: rule.recognition_after_periods,
        };
        let count = self.figures.untold;
        let untold = (count > 0).then(|| pen.note("untold", Words::NoteUntold { count }));
        let notes = [pen.method("guidance", text), pen.basis(&rule.head())];
        notes.into_iter().chain(untold).collect()
    }

    /// What has not been followed up and is past its day.
    pub(in super::super) fn open(&self) -> Table {
        self.lines("open", &self.figures.open)
            .titled(("Belum ditindaklanjuti", "Not yet followed up"))
            .or_says(Text::Nothing)
            .counted(
                "Hari dari tenggatnya sampai hari terakhir bulan.",
                "Days from the day on which it was due to the month's last day.",
            )
            .by("guidance")
            .table()
    }

    /// What will fall due.
    pub(in super::super) fn ahead(&self) -> Table {
        self.lines("ahead", &self.figures.ahead)
            .titled(("Akan jatuh tempo", "To fall due"))
            .counted(
                "Nol, karena tenggatnya belum lewat.",
                "Zero, because it is not yet due.",
            )
            .by("guidance")
            .view(&["lacking", "name", "unit", "about", "due"])
            .table()
    }

    fn lines<'o>(&self, id: &'static str, list: &'o [Open]) -> List<&'o Open> {
        let (pen, page) = (self.page.pen, self.page);
        pen.list(id, list)
            .by_people(page.who, |open| open.person, |open| (open.due, open.lacking))
            .short()
            .numbered(|open| open.origin.into())
            .col("staff", Text::Name, |open| page.id(open.person))
            .hidden()
            .col("lacking", ("Belum ada", "Lacking"), |open| {
                let words = match open.lacking {
                    Lacking::Guidance => ("bimbingan kinerja", "guidance"),
                    Lacking::FollowUp => ("tindak lanjut bimbingan", "follow-up of guidance"),
                    Lacking::Result => ("hasil tindak lanjut", "result of the follow-up"),
                    Lacking::Recognition => ("penghargaan", "recognition"),
                };
                pen.key(open.lacking.code(), words)
            })
            .col("name", Text::Name, |open| page.name(open.person))
            .col("unit", Text::Unit, |open| page.unit_of(open.person))
            .col("about", ("Perihal", "About"), |open| match open.graded {
                Some(graded) => Value::Key {
                    key: graded.predicate.code().to_owned(),
                    label: about(pen, open),
                },
                None => Value::Text(about(pen, open)),
            })
            .col("period", Words::Period, |open| {
                open.graded
                    .map_or(Value::Missing, |graded| pen.period_key(graded.period))
            })
            .hidden()
            .col("since", ("Sejak", "Since"), |open| pen.date(open.since))
            .hidden()
            .col("due", Words::Due, |open| pen.date(open.due))
            .col("past", ("Hari lewat", "Days past"), |open| {
                pen.count(page.as_of().since(open.due).max(0) as u64)
            })
    }

    /// Recognition and guidance of a period.
    pub(super) fn led_to(&self, of: Period) -> Section {
        let all = [
            self.awards(of, ("Penghargaan tahun ini", "Recognition of the year")),
            self.guidance(of, ("Bimbingan kinerja tahun ini", "Guidance of the year")),
        ];
        Section {
            tables: all
                .map(|table| self.page.known_from(of.first_day(), &[], table))
                .into(),
            ..self.page.pen.section("led_to", Words::LedToSection)
        }
    }

    /// What was given in a period: the id of each for data formats, whom it is about, the day.
    fn given<'g, T>(
        &self,
        (id, key, heading): (&'static str, &'static str, (&'static str, &'static str)),
        of: Period,
        given: &'g [T],
        one: fn(&T) -> (&str, u32, Day),
    ) -> List<&'g T> {
        let (pen, page) = (self.page.pen, self.page);
        let given = given.iter().filter(|given| of.holds(one(given).2));
        pen.list(id, given)
            .by_people(page.who, |given| one(given).1, |given| one(given).2)
            .short()
            .or_says(Text::Nothing)
            .col(key, heading, |given| Value::Text(one(given).0.to_owned()))
            .hidden()
            .col("name", Text::Name, |given| page.name(one(given).1))
            .col("unit", Text::Unit, |given| page.unit_of(one(given).1))
            .hidden()
            .col("date", ("Tanggal", "Date"), |given| pen.date(one(given).2))
    }

    /// Recognition given in a period, with its criterion.
    pub(in super::super) fn awards(&self, of: Period, caption: (&'static str, &'static str)) -> Table {
        let pen = self.page.pen;
        let id = ("awards", "award", ("Penghargaan", "Recognition"));
        self.given(id, of, &self.figures.awarded, |one| {
            (&one.id, one.person, one.date)
        })
        .titled(caption)
        .col("kind", Words::Kind, |one| Value::Text(one.kind.clone()))
        .col("criterion", Words::Criterion, |one| {
            one.criterion
                .as_deref()
                .map_or(Value::Missing, |words| self.page.criterion(words))
        })
        .col("period", ("Dasar", "Rests on"), |one| {
            one.period.map_or(Value::Missing, |of| pen.period_key(of))
        })
        .hidden()
        .col("decree", ("SK", "Decree"), |one| pen.text(one.decree.as_deref()))
        .hidden()
        .table()
    }

    /// Guidance given in a period, with its follow-up and result.
    pub(in super::super) fn guidance(&self, of: Period, caption: (&'static str, &'static str)) -> Table {
        let pen = self.page.pen;
        let id = ("guidance", "guidance", ("Bimbingan", "Guidance"));
        self.given(id, of, &self.figures.guided, |one| {
            (&one.id, one.person, one.date)
        })
        .titled(caption)
        .col("cause", ("Sebab", "Cause"), |one| cause(pen, one))
        .col("kind", Words::Kind, |one| pen.text(one.kind.as_deref()))
        .hidden()
        .col("agreed", ("Yang disepakati", "Agreed"), |one| {
            Value::Text(one.guidance.clone())
        })
        .col("due", Words::Due, |one| pen.date(one.due))
        .hidden()
        .col("followed_up", ("Ditindaklanjuti", "Followed up"), |one| {
            pen.date_or_not(one.followed_up)
        })
        .col("result", ("Hasil", "Result"), |one| {
            pen.text(one.result.as_deref())
        })
        .table()
    }
}

/// What it is about: the predicate and its period, the run, or what was agreed.
pub(in super::super) fn about(pen: Pen, open: &Open) -> String {
    let Some(graded) = open.graded else {
        return open.guidance.clone().unwrap_or_default();
    };
    let predicate = pen.say(graded.predicate.phrase());
    pen.say(match open.lacking {
        Lacking::Recognition => Words::AboutRun {
            predicate,
            count: open.periods,
        },
        _ => Words::AboutPredicate {
            predicate,
            period: pen.period(graded.period),
        },
    })
}

/// What led to guidance, in words; data formats see the kind and the id.
fn cause(pen: Pen, guided: &Counsel) -> Value {
    match &guided.cause {
        Cause::Unknown => Value::Missing,
        Cause::Evaluation(of) => {
            let period = pen.period(*of);
            pen.key(&format!("evaluation:{of}"), Words::CauseEvaluation { period })
        }
        Cause::Complaint(id) => {
            let month = id.get(..7).and_then(Month::parse);
            let month = month.map_or(String::new(), |month| pen.month(month));
            pen.key(&format!("complaint:{id}"), Words::CauseComplaint { month })
        }
        Cause::Participation(id) => {
            let words = ("keikutsertaan pelatihan", "participation in a programme");
            pen.key(&format!("participation:{id}"), words)
        }
    }
}
