//! What is on record: evaluations with their meaning in words, the mentor's notes, certificates, recognition.

use super::super::model::{Section, Table, Value};
use super::Letter;
use crate::measure::certificates::Credential;
use crate::measure::staff::Mark;
use crate::records::code::{Expectation, Predicate};
use crate::records::time::Period;
use crate::words::Say;
use crate::words::report::Text;
use crate::words::report_plan::PlanText;
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
            if one.is_recorded {
                return self.pen.blank(("belum lengkap", "not complete yet"));
            }
            return self.pen.blank(self.without(one.period));
        };
        let words = match predicate {
            Predicate::SangatBaik => StaffText::VeryGood,
            Predicate::Baik => StaffText::Well,
            Predicate::ButuhPerbaikan => StaffText::NeedsWork,
            Predicate::Kurang | Predicate::SangatKurang => StaffText::NeedsMuchWork,
        };
        self.pen.key(predicate.code(), words)
    }

    /// Why there is no evaluation of a period, as far as that is known.
    fn without(&self, period: Period) -> (&'static str, &'static str) {
        let (first, last) = (period.first_day(), period.last_day());
        let (arrived, left) = self.figures.here;
        match self.page.settings.untold_after(last) {
            _ if arrived.is_some_and(|day| day > last) => ("belum bertugas di sini", "not here yet"),
            _ if left.is_some_and(|day| day <= first) => ("tidak bertugas lagi di sini", "here no more"),
            Some(_) => ("tidak diketahui", "not known"),
            None => ("belum dinilai", "not evaluated yet"),
        }
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
            .col("outcome", ("Hasil", "Resolution"), |pair| {
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

    /// The needs that were named, and what became of them.
    pub(super) fn needs(&self) -> Section {
        let pen = self.pen;
        let catalogue = &self.figures.competencies;
        let list = pen
            .list("needs", &self.figures.needs)
            .col("competency", PlanText::Competency, |need| Value::Key {
                key: catalogue.codes[need.competency as usize].clone(),
                label: catalogue.names[need.competency as usize].clone(),
            })
            .needs();
        self.listing("needs", PlanText::Needs, [list.table()])
    }

    /// Further education, and the postings with their grade.
    pub(super) fn career(&self) -> Section {
        let (pen, page) = (self.pen, &self.page);
        let studies = pen
            .list("studies", &self.figures.studies)
            .titled(("Pendidikan lanjutan", "Further education"))
            .studies();
        let career = pen
            .list("career", &self.figures.career)
            .titled(("Penempatan", "Postings"))
            .col("since", ("Sejak", "Since"), |stage| pen.date(stage.since))
            .col("position", ("Jabatan", "Position"), |stage| {
                pen.text(stage.position.as_deref())
            })
            .col("position_kind", ("Jenis jabatan", "Kind of position"), |stage| {
                stage
                    .kind
                    .map_or(Value::Missing, |kind| pen.key(kind.code(), kind.phrase()))
            })
            .hidden()
            .col("unit", Text::Unit, |stage| {
                stage.unit.map_or(Value::Missing, |unit| page.unit(unit))
            })
            .col("grade", ("Golongan", "Grade"), |stage| {
                pen.text(stage.grade.map(|grade| grade.code()))
            })
            .col("employment", ("Status", "Employment"), |stage| {
                let employment = stage.employment;
                employment.map_or(Value::Missing, |one| pen.key(one.code(), one.phrase()))
            })
            .hidden()
            .col("status", ("Keadaan", "State"), |stage| {
                pen.key(stage.status.code(), stage.status.phrase())
            })
            .col("supervisor", ("Atasan", "Superior"), |stage| {
                pen.person_or_not(stage.supervisor)
            })
            .col("decree", ("SK", "Decree"), |stage| {
                pen.text(stage.decree.as_deref())
            });
        self.listing("career", PlanText::Careers, [studies.table(), career.table()])
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
                let words = award.criterion.as_deref();
                words.map_or(Value::Missing, |words| self.page.criterion(words))
            });
        self.listing("recognition", StaffText::Recognition, [list.table()])
    }
}
