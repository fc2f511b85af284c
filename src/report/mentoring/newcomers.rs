//! Who is new in the office, who guides them, and how long it was until they work alone.

use super::super::model::{Section, Table, Value};
use super::Mentorship;
use crate::measure::mentoring::{Newcomer, Stage};
use crate::words::report_mentoring::MentoringText as Words;

impl Mentorship<'_> {
    pub(super) fn newcomers_section(&self) -> Section {
        let pen = self.page.pen;
        let months = self.rule.newcomer_months;
        let newcomers = Table {
            title: pen.say(Words::NewcomersTable { months }),
            empty: pen.say(Words::NoNewcomers),
            ..self.newcomers(|_| true)
        };
        let first = self.page.as_of().plus_months(-(months as i32));
        let newcomers = self.page.empty_from(first, newcomers);
        let days = (!newcomers.rows.is_empty()).then(|| pen.method("days", Words::NoteDays));
        let count = self.figures.joined_unknown;
        let unknown = (count > 0).then(|| pen.note("joined-unknown", Words::NoteJoined { count }));
        Section {
            tables: vec![newcomers],
            notes: days
                .into_iter()
                .chain(unknown)
                .chain(self.page.unplaced())
                .collect(),
            ..pen.section("newcomers", Words::NewcomersSection)
        }
    }

    /// The newcomers who are chosen.
    pub(in super::super) fn newcomers(&self, is_chosen: impl Fn(&Newcomer) -> bool) -> Table {
        let (pen, page) = (self.page.pen, self.page);
        let chosen = self.figures.newcomers.iter().filter(|one| is_chosen(one));
        pen.list("newcomers", chosen)
            .by_people(page.who, |one| one.person, |one| (one.guided, one.joined))
            .short()
            .titled(Words::WithoutTable)
            .numbered(|one| one.person.into())
            .person(&page, Words::Mentee, |one| one.person)
            .col("joined", ("Bergabung", "Joined"), |one| pen.date(one.joined))
            .col("state", Words::State, |one| match one.guided {
                Stage::Nobody => pen.key("nobody", ("belum ada mentor", "no mentor yet")),
                Stage::Running => pen.key("running", ("sedang didampingi", "being guided")),
                Stage::Closed => pen.key("closed", ("pendampingan selesai", "guidance closed")),
                Stage::Alone => pen.key("alone", ("sudah mandiri", "works alone")),
            })
            .col("mentor", Words::Mentor, |one| pen.person_or_not(one.mentor))
            .col("days", ("Hari sejak bergabung", "Days since joining"), |one| {
                pen.whole(one.days.into())
            })
            .counted(
                "Hari sejak pegawai ini masuk kantor sampai hari terakhir bulan.",
                "Days from the first day in the office up to the month's last day.",
            )
            .col(
                "days_until_alone",
                ("Hari sampai mandiri", "Days until working alone"),
                |one| {
                    let days = one.days_until_alone;
                    days.map_or(Value::Missing, |days| pen.whole(days.into()))
                },
            )
            .counted(
                "Hari sejak pegawai ini masuk kantor sampai bekerja mandiri: hari terakhir pendampingannya.",
                "Days from the first day in the office until working alone: the last day of the pair.",
            )
            .table()
    }
}
