//! Who was on the list: how each participation stands, why people were absent.

use super::super::model::{Section, Table, Value};
use super::Course;
use crate::records::code::{AbsenceReason, ParticipationStatus};
use crate::records::number::Dec;
use crate::words::report::Text as Common;
use crate::words::report_training::TrainingText as Text;

impl Course<'_> {
    /// The section.
    pub(super) fn people(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("participants", ("Peserta", "Participants"));
        out.tables = vec![
            self.audience(),
            self.statuses(),
            self.reasons(),
            self.attendees(),
            self.wanting(),
        ];
        out.notes.push(pen.note("audience", Text::NoteAudience));
        out
    }

    fn statuses(&self) -> Table {
        let (pen, tally) = (self.pen, &self.figures.tally);
        let counted = ParticipationStatus::ALL.iter().zip(tally.by_status).zip(0..);
        let counted = counted.map(|((status, n), number)| {
            let key = pen.key(status.code(), status.phrase());
            (key, n, number)
        });
        let counted = counted.filter(|(_, n, _)| *n > 0);
        let list = pen
            .list("statuses", counted)
            .titled(("Keadaan keikutsertaan", "How participation stands"))
            .numbered(|(_, _, number)| *number);
        let list = match tally.invited() {
            0 => list,
            all => list.total((pen.total(), all, 0)),
        };
        list.col("status", Text::Status, |(key, _, _)| key.clone())
            .col("people", Text::People, |(_, n, _)| pen.count(*n))
            .counted(
                "Jumlah peserta dengan keadaan ini pada hari terakhir bulan.",
                "How many participations stand so on the month's last day.",
            )
            .table()
    }

    fn reasons(&self) -> Table {
        let (pen, absent) = (self.pen, self.figures.tally.absent);
        let reasons = AbsenceReason::ALL.iter();
        let reasons = reasons.map(|reason| pen.key(reason.code(), reason.phrase()));
        let reasons = reasons.chain([pen.key("unknown", ("tanpa alasan", "no reason given"))]);
        let counted = reasons.zip(absent).zip(0..).filter(|((_, n), _)| *n > 0);
        pen.list("absences", counted)
            .titled(("Alasan ketidakhadiran", "Reasons of absence"))
            .numbered(|(_, number)| *number)
            .col("reason", Text::Reason, |((reason, _), _)| reason.clone())
            .col("people", Text::People, |((_, n), _)| pen.count(*n))
            .counted(
                "Jumlah peserta yang tidak hadir dengan alasan ini.",
                "How many were absent for this reason.",
            )
            .table()
    }

    fn attendees(&self) -> Table {
        let pen = self.pen;
        let score = |value: Option<Dec>| value.map_or(Value::Missing, |value| pen.sum(value.0.into()));
        pen.list("participants", &self.figures.attendees)
            .by_people_in(|one| one.unit, |one| one.person, |_| ())
            .short()
            .or_says(match self.unrolled() {
                0 => ("Belum ada peserta.", "Nobody on the list yet."),
                _ => (
                    "Peserta tidak tercatat: siapa yang mengikutinya tidak diketahui.",
                    "Nobody is on record: who takes part is not known.",
                ),
            })
            .numbered(|one| one.origin.into())
            .col("name", Common::Name, |one| pen.person(one.person))
            .col("unit", Common::Unit, |one| {
                one.unit.map_or(Value::Missing, |unit| self.who.unit(unit))
            })
            .col("status", Text::Status, |one| {
                pen.key(one.status.code(), one.status.phrase())
            })
            .col("reason", Text::Reason, |one| {
                let reason = one.reason;
                reason.map_or(Value::Missing, |reason| pen.key(reason.code(), reason.phrase()))
            })
            .col("initiative", ("Atas inisiatif", "On whose initiative"), |one| {
                let initiative = one.initiative;
                initiative.map_or(Value::Missing, |one| pen.key(one.code(), one.phrase()))
            })
            .col("pre", ("Tes awal", "Pre-test"), |one| score(one.tests[0]))
            .summed("Nilai tes awal peserta ini.", "The pre-test of the participant.")
            .col("post", ("Tes akhir", "Post-test"), |one| score(one.tests[1]))
            .summed(
                "Nilai tes akhir peserta ini.",
                "The post-test of the participant.",
            )
            .col("jp", ("JP", "JP"), |one| score(one.jp))
            .summed(
                "JP pada sertifikat peserta ini.",
                "The JP on the participant's certificate.",
            )
            .view_titled(
                ("Daftar peserta", "List of participants"),
                &["name", "unit", "status", "reason", "initiative"],
            )
            .view_titled(
                ("Hasil tiap peserta", "Result of each participant"),
                &["name", "status", "pre", "post", "jp"],
            )
            .table()
    }
}
