//! For whom the programme was meant and who came, who still needs it, and which levels were reached.

use super::super::model::{Section, Table, Value};
use super::Course;
use crate::measure::reach::{Attainment, Circle, Neighbour};
use crate::measure::trace::part;
use crate::words::report_training::TrainingText as Text;

/// Somebody who completed the programme, with the number of one of its competencies and the levels in it.
type Line<'l> = (u32, usize, &'l Attainment);

impl Course<'_> {
    /// The circles of people and who of them came; none where the programme names neither audience nor competency.
    pub(super) fn audience(&self) -> Table {
        let (pen, training) = (self.pen, &self.figures.training);
        let is_told = training.audience.is_some() || !training.competency.is_empty();
        let circles = Circle::ALL.into_iter().zip(&self.figures.reach.circles);
        let circles = circles.filter(|(circle, _)| match circle {
            Circle::Meant => training.audience.is_some(),
            Circle::Post | Circle::Lacking => !training.competency.is_empty(),
            // Who is on the list without being asked for is known where there is one.
            Circle::Others => is_told && self.unrolled() == 0,
        });
        let list = pen
            .list("audience", circles)
            .titled((
                "Sasaran dan yang mengikuti",
                "For whom it was meant, and who came",
            ))
            .numbered(|(circle, _)| *circle as u64)
            .col("group", ("Kelompok", "Group"), |(circle, _)| {
                pen.key(
                    circle.code(),
                    match circle {
                        Circle::Meant => Text::CircleMeant,
                        Circle::Post => Text::CirclePost,
                        Circle::Lacking => Text::CircleLacking,
                        Circle::Others => Text::CircleOthers,
                    },
                )
            })
            .sums(&[], |(_, sums)| *sums);
        pen.with_unrolled(self.unrolled(), &["people"], list.table())
    }

    /// Who is meant or needs it and did not complete it.
    pub(super) fn wanting(&self) -> Table {
        let (pen, page) = (self.pen, &self.page);
        let has_audience = self.figures.training.audience.is_some();
        let people = self.figures.reach.people.iter();
        let mut wanting: Vec<&Neighbour> = people.filter(|one| one.is_wanting()).collect();
        wanting.sort_by_key(|one| (!one.is_lacking(), !one.is_meant));
        pen.list("wanting", wanting)
            .short()
            .titled(Text::Wanting)
            .numbered(|one| one.person.into())
            .by_people(page.who, |one| one.person, |one| (one.is_lacking(), one.is_meant))
            .person(page, ("Id pegawai", "Staff id"), |one| one.person)
            .col("meant", ("Sasaran", "Meant"), |one| match has_audience {
                true => pen.yes_or_no(one.is_meant),
                false => Value::Missing,
            })
            .col("lacks", Text::Lacks, |one| self.lacks(one))
            .col("status", Text::Status, |one| match one.seat {
                Some((status, _)) => pen.key(status.code(), status.phrase()),
                None if self.unrolled() > 0 => pen.blank(("tidak tercatat", "not on record")),
                None => pen.blank(("tidak diundang", "not invited")),
            })
            .table()
    }

    /// What a person lacks of what the post requires, as held/required.
    fn lacks(&self, one: &Neighbour) -> Value {
        let levels = one.levels.iter().enumerate();
        let lacks = levels
            .filter(|(_, level)| level.is_lacking())
            .filter_map(|(number, level)| {
                let (required, held) = (level.required?.0, level.before?.0);
                Some(format!("{} {held}/{required}", self.aimed_name(number)))
            });
        let lacks: Vec<String> = lacks.collect();
        match lacks.is_empty() {
            true => Value::Missing,
            false => Value::Text(lacks.join("; ")),
        }
    }

    /// The name of one of the competencies.
    fn aimed_name(&self, number: usize) -> &str {
        let code = &self.figures.training.competency[number].code.value;
        self.figures.competencies.name(code)
    }

    /// What those who completed it reached.
    pub(super) fn attainment(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("attainment", Text::Attainment);
        if self.figures.training.competency.is_empty() {
            out.notes.push(pen.note("no-competency", Text::NoCompetency));
            return out;
        }
        out.tables = vec![self.by_competency(), self.levels()];
        out.notes.push(pen.note("attainment", Text::NoteAttainment));
        out
    }

    fn by_competency(&self) -> Table {
        let pen = self.pen;
        let list = pen
            .list("attainment", self.figures.reach.attainment.iter().enumerate())
            .numbered(|(number, _)| *number as u64)
            .col("competency", Text::Competency, |(number, _)| self.aimed(*number))
            .sums(&[], |(_, sums)| *sums);
        pen.with_unrolled(self.unrolled(), &[], list.table())
    }

    /// One of the competencies: its code for data formats, its name for text.
    fn aimed(&self, number: usize) -> Value {
        Value::Key {
            key: self.figures.training.competency[number].code.value.0.clone(),
            label: self.aimed_name(number).to_owned(),
        }
    }

    fn levels(&self) -> Table {
        let (pen, page) = (self.pen, &self.page);
        let completed = self.figures.reach.people.iter().filter(|one| one.has_completed());
        let lines = completed.flat_map(|one| {
            let levels = one.levels.iter().enumerate();
            levels.map(|(number, level)| (one.person, number, level))
        });
        let held =
            |level: Option<(i64, _)>| level.map_or(Value::Missing, |(level, _)| pen.whole(level.into()));
        pen.list("levels", lines)
            .short()
            .titled(Text::Levels)
            .numbered(|(person, number, _): &Line<'_>| part((*person).into(), *number))
            .by_people(page.who, |(person, ..)| *person, |_| ())
            .col("staff", ("Id pegawai", "Staff id"), |(person, ..)| {
                page.id(*person)
            })
            .hidden()
            .col("competency", Text::Competency, |(_, number, _)| {
                self.aimed(*number)
            })
            .col("name", ("Nama", "Name"), |(person, ..)| page.name(*person))
            .col("before", Text::Before, |(.., level)| held(level.before))
            .counted(
                "Tingkat menurut penilaian terakhir sebelum hari pertama pelatihan.",
                "The level by the latest assessment before the programme's first day.",
            )
            .col("required", ("Disyaratkan", "Required"), |(.., level)| {
                held(level.required)
            })
            .counted(
                "Tingkat yang disyaratkan jabatannya.",
                "The level that the post requires.",
            )
            .col("aimed", ("Dituju", "Aimed at"), |(.., level)| held(level.aimed))
            .counted(
                "Tingkat yang dituju pelatihan.",
                "The level that the programme aims at.",
            )
            .col("after", Text::After, |(.., level)| held(level.after))
            .counted(
                "Tingkat menurut penilaian terakhir sejak hari terakhir pelatihan.",
                "The level by the latest assessment since the programme's last day.",
            )
            .col("reached", ("Tercapai", "Reached"), |(.., level)| {
                match level.is_reached() {
                    Some(is_reached) => pen.yes_or_no(is_reached),
                    None => pen.blank(("belum dinilai", "not assessed since")),
                }
            })
            .table()
    }
}
