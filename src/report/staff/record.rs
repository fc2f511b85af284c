//! What is on record: evaluations with their meaning in words, the mentor's notes, certificates, recognition.

use super::super::model::{Section, Table, Value};
use super::Letter;
use crate::measure::certificates::Credential;
use crate::measure::staff::Mark;
use crate::records::code::{Expectation, Predicate};
use crate::words::Say;
use crate::words::report_staff::StaffText;

impl Letter<'_> {
    /// A section of lists; text leaves a list without a row away.
    fn listing<const N: usize>(&self, id: &'static str, title: impl Say, tables: [Table; N]) -> Section {
        Section {
            tables: tables.into(),
            ..self.pen.section(id, title)
        }
    }

    /// One line a period, with the predicate's meaning in words.
    pub(super) fn evaluations(&self) -> Section {
        let pen = self.pen;
        let expectation = |held: Option<Expectation>| {
            let held = held.map(|held| pen.key(held.code(), held.phrase()));
            held.unwrap_or(Value::Missing)
        };
        let list = pen
            .list("evaluations", &self.figures.evaluations)
            .col("period", ("Masa", "Period"), |one| pen.period_key(one.period))
            .col("result", ("Hasil kerja", "Results"), |one| {
                expectation(one.result)
            })
            .col("behaviour", ("Perilaku kerja", "Behaviour"), |one| {
                expectation(one.behaviour)
            })
            .col("predicate", ("Artinya", "What it means"), |one| self.meaning(one));
        self.listing("evaluations", StaffText::Evaluations, [list.table()])
    }

    fn meaning(&self, one: &Mark) -> Value {
        let Some(predicate) = one.predicate else {
            let untold = self.page.settings.untold_after(one.period.last_day());
            return self.pen.blank(match untold {
                Some(_) => ("tidak diketahui", "not known"),
                None => ("belum dinilai", "not evaluated yet"),
            });
        };
        let words = match predicate {
            Predicate::SangatBaik => StaffText::VeryGood,
            Predicate::Baik => StaffText::Well,
            Predicate::ButuhPerbaikan => StaffText::NeedsWork,
            Predicate::Kurang | Predicate::SangatKurang => StaffText::NeedsMuchWork,
        };
        self.pen.key(predicate.code(), words)
    }

    /// The pairs in which the person is mentee, and the notes of their sessions.
    pub(super) fn mentoring(&self) -> Section {
        let (pen, pairs) = (self.pen, &self.figures.pairs);
        let mut notes: Vec<_> = pairs.iter().flat_map(|pair| &pair.sessions).collect();
        notes.sort();
        let list = pen
            .list("mentoring", pairs)
            .col("kind", ("Bentuk", "Form"), |pair| {
                pen.key(pair.kind.code(), pair.kind.phrase())
            })
            .col("goal", ("Tujuan", "Goal"), |pair| Value::Text(pair.goal.clone()))
            .col("status", ("Keadaan", "State"), |pair| {
                pen.key(pair.status.code(), pair.status.phrase())
            })
            .col("outcome", ("Hasil", "Outcome"), |pair| {
                pen.text(pair.outcome.as_deref())
            });
        let sessions = pen
            .list("sessions", notes)
            .titled(("Pertemuan", "Sessions"))
            .col("date", StaffText::Day, |(day, ..)| pen.date(*day))
            .col("topic", ("Topik", "Topic"), |(_, topic, _)| {
                pen.text(topic.as_deref())
            })
            .col("next_step", ("Langkah berikutnya", "Next step"), |(.., next)| {
                pen.text(next.as_deref())
            });
        let tables = [list.table(), sessions.table()];
        self.listing("mentoring", StaffText::Mentoring, tables)
    }

    pub(super) fn certificates(&self) -> Section {
        let pen = self.pen;
        let list = pen
            .list("certificates", &self.figures.certificates)
            .col("scheme", ("Skema", "Scheme"), |held| {
                Value::Text(held.scheme.clone())
            })
            .col("number", ("Nomor", "Number"), |held| {
                pen.text(held.number.as_deref())
            })
            .col("issuer", ("Penerbit", "Issuer"), |held| {
                pen.text(held.issuer.as_deref())
            })
            .col("valid_until", ("Berlaku sampai", "Valid until"), |held| {
                self.validity(held)
            });
        self.listing("certificates", StaffText::Certificates, [list.table()])
    }

    fn validity(&self, held: &Credential) -> Value {
        let pen = self.pen;
        match held.lapses() {
            None => pen.blank(("tanpa batas", "no limit")),
            Some(day) if !held.is_current() => {
                let (key, day) = (day.to_string(), pen.day(day));
                pen.key(&key, StaffText::Expired { day })
            }
            Some(day) => pen.date(day),
        }
    }

    pub(super) fn recognition(&self) -> Section {
        let pen = self.pen;
        let list = pen
            .list("awards", &self.figures.awards)
            .col("date", StaffText::Day, |award| pen.date(award.date))
            .col("kind", StaffText::Recognition, |award| {
                Value::Text(award.kind.clone())
            })
            .col("criterion", ("Atas", "For"), |award| {
                pen.text(award.criterion.as_deref())
            });
        self.listing("recognition", StaffText::Recognition, [list.table()])
    }
}
