//! The programmes of the month by mode, for the public: their titles and ids are for the office.

use super::super::figure::table;
use super::super::model::{Table, Value};
use super::Context;
use crate::measure::programmes::Programme;
use crate::records::code::Mode;
use crate::words::report::Text;

/// What the programmes of one mode, or all, come to.
#[derive(Default)]
struct Sums {
    programmes: u64,
    invited: u64,
    completed: u64,
    absent: u64,
    jp: i128,
}

impl Sums {
    fn add(mut self, programme: &Programme) -> Sums {
        self.programmes += 1;
        self.invited += programme.tally.invited;
        self.completed += programme.results().completed;
        self.absent += programme.tally.absent();
        self.jp += programme.results().jp;
        self
    }
}

/// The table.
pub(super) fn by_mode(context: &Context<'_>) -> Table {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let columns = vec![
        pen.column("mode", Text::ModeColumn).public(),
        pen.column("programmes", Text::Training).public(),
        pen.column("invited", Text::Invited).public(),
        pen.column("completed", Text::Completed).public(),
        pen.column("absent", Text::Absent).public(),
        pen.measured("jp_total", Text::JpEarned, "JP").public(),
    ];
    let line = |key: Value, sums: Sums| {
        vec![
            key,
            pen.count(sums.programmes),
            pen.count(sums.invited),
            pen.count(sums.completed),
            pen.count(sums.absent),
            pen.sum(sums.jp),
        ]
    };
    let of = |mode: &Mode| {
        list.iter()
            .filter(|one| one.training.mode == *mode)
            .fold(Sums::default(), Sums::add)
    };
    let modes = Mode::ALL.iter().map(|mode| (mode, of(mode)));
    let mut rows: Vec<Vec<Value>> = modes
        .filter(|(_, sums)| sums.programmes > 0)
        .map(|(mode, sums)| line(pen.code(mode.code(), mode.phrase()), sums))
        .collect();
    if !rows.is_empty() {
        rows.push(line(pen.total(), list.iter().fold(Sums::default(), Sums::add)));
    }
    let empty = pen.say(Text::NoProgrammes);
    let out = table("programmes_by_mode", String::new(), columns, rows, empty);
    out.of_people("invited").for_public()
}
