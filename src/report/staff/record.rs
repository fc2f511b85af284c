//! What is on record: evaluations with their meaning in words, the mentor's notes, certificates, recognition.

use super::super::figure::table;
use super::super::model::{Section, Value};
use super::Letter;
use crate::measure::staff::Evaluated;
use crate::records::code::{Expectation, Predicate};
use crate::records::time::Day;
use crate::words::report_staff::StaffText;

impl Letter<'_> {
    /// One line a period, with the predicate's meaning in words.
    pub(super) fn evaluations(&self) -> Section {
        let pen = self.pen;
        let columns = vec![
            pen.column("period", StaffText::Period),
            pen.column("result", StaffText::Result),
            pen.column("behaviour", StaffText::Behaviour),
            pen.column("predicate", StaffText::Meaning),
        ];
        let rows = self.figures.evaluations.iter().map(|one| {
            let expectation = |held: Option<Expectation>| match held {
                Some(held) => pen.code(held.code(), held.phrase()),
                None => Value::Missing,
            };
            vec![
                Value::Key {
                    key: one.period.to_string(),
                    label: pen.period(one.period),
                },
                expectation(one.result),
                expectation(one.behaviour),
                self.meaning(one),
            ]
        });
        let mut out = pen.section("evaluations", StaffText::Evaluations);
        let rows: Vec<Vec<Value>> = rows.collect();
        if !rows.is_empty() {
            out.tables
                .push(table("evaluations", String::new(), columns, rows, String::new()));
        }
        out
    }

    fn meaning(&self, one: &Evaluated) -> Value {
        let Some(predicate) = one.predicate else {
            return self.pen.blank(StaffText::Unrated);
        };
        let words = match predicate {
            Predicate::SangatBaik => StaffText::VeryGood,
            Predicate::Baik => StaffText::Well,
            Predicate::ButuhPerbaikan => StaffText::NeedsWork,
            Predicate::Kurang | Predicate::SangatKurang => StaffText::NeedsMuchWork,
        };
        Value::Key {
            key: predicate.code().to_owned(),
            label: self.pen.say(words),
        }
    }

    /// The pairs in which the person is mentee, and the notes of their sessions.
    pub(super) fn mentoring(&self) -> Section {
        let (pen, pairs) = (self.pen, &self.figures.pairs);
        let mut out = pen.section("mentoring", StaffText::Mentoring);
        if pairs.is_empty() {
            return out;
        }
        let columns = vec![
            pen.column("kind", StaffText::Form),
            pen.column("goal", StaffText::Goal),
            pen.column("status", StaffText::State),
            pen.column("outcome", StaffText::Outcome),
        ];
        let rows = pairs.iter().map(|pair| {
            vec![
                pen.code(pair.kind.code(), pair.kind.phrase()),
                Value::Text(pair.goal.clone()),
                pen.code(pair.status.code(), pair.status.phrase()),
                pen.text(pair.outcome.as_deref()),
            ]
        });
        out.tables.push(table(
            "mentoring",
            String::new(),
            columns,
            rows.collect(),
            String::new(),
        ));
        let columns = vec![
            pen.column("date", StaffText::Day),
            pen.column("topic", StaffText::Topic),
            pen.column("next_step", StaffText::NextStep),
        ];
        let mut notes: Vec<_> = pairs.iter().flat_map(|pair| &pair.sessions).collect();
        notes.sort();
        let rows = notes.iter().map(|(day, topic, next)| {
            vec![
                pen.date(*day),
                pen.text(topic.as_deref()),
                pen.text(next.as_deref()),
            ]
        });
        let rows: Vec<Vec<Value>> = rows.collect();
        if !rows.is_empty() {
            let caption = pen.say(StaffText::Sessions);
            out.tables
                .push(table("sessions", caption, columns, rows, String::new()));
        }
        out
    }

    pub(super) fn certificates(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("certificates", StaffText::Certificates);
        let columns = vec![
            pen.column("scheme", StaffText::Scheme),
            pen.column("number", StaffText::Number),
            pen.column("issuer", StaffText::Issuer),
            pen.column("valid_until", StaffText::ValidUntil),
        ];
        let rows = self.figures.certificates.iter().map(|held| {
            vec![
                Value::Text(held.scheme.clone()),
                pen.text(held.number.as_deref()),
                pen.text(held.issuer.as_deref()),
                self.validity(held.valid_until),
            ]
        });
        let rows: Vec<Vec<Value>> = rows.collect();
        if !rows.is_empty() {
            out.tables
                .push(table("certificates", String::new(), columns, rows, String::new()));
        }
        out
    }

    fn validity(&self, until: Option<Day>) -> Value {
        let pen = self.pen;
        match until {
            None => pen.blank(StaffText::NoLimit),
            Some(day) if day < self.figures.month.last() => Value::Key {
                key: day.to_string(),
                label: pen.say(StaffText::Expired { day: pen.day(day) }),
            },
            Some(day) => pen.date(day),
        }
    }

    pub(super) fn recognition(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("recognition", StaffText::Recognition);
        let columns = vec![
            pen.column("date", StaffText::Day),
            pen.column("kind", StaffText::AwardKind),
            pen.column("criterion", StaffText::Criterion),
        ];
        let rows = self.figures.awards.iter().map(|award| {
            vec![
                pen.date(award.date),
                Value::Text(award.kind.clone()),
                pen.text(award.criterion.as_deref()),
            ]
        });
        let rows: Vec<Vec<Value>> = rows.collect();
        if !rows.is_empty() {
            out.tables
                .push(table("awards", String::new(), columns, rows, String::new()));
        }
        out
    }
}
