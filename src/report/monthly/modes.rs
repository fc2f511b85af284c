//! The programmes of the month by mode, for the public: their titles and ids are for the office.

use super::super::model::{Table, Value};
use super::Context;
use crate::measure::meaning::{How, Meaning};
use crate::measure::programmes::Programme;
use crate::records::code::Mode;
use crate::words::report::Text;

const OF_MODE: Meaning = Meaning::new(
    How::From(&[]),
    "Jumlah dari semua pelatihan bulan ini dengan moda ini; tiap pelatihan: bina explain programmes.",
    "The sum over the month's programmes of the mode; each programme: bina explain programmes.",
);

/// The programmes of one mode, or all.
type Group<'p> = (Value, Vec<&'p Programme>);

/// The table.
pub(super) fn by_mode(context: &Context<'_>) -> Table {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let of = |mode: &Mode| {
        let of_mode = list.iter().filter(|one| one.training.mode == *mode);
        (pen.code(mode.code(), mode.phrase()), of_mode.collect())
    };
    let groups = Mode::ALL
        .iter()
        .map(of)
        .chain([(pen.total(), list.iter().collect())]);
    let sum = |of: fn(&Programme) -> u64| {
        move |(_, programmes): &Group<'_>| pen.count(programmes.iter().map(|one| of(one)).sum())
    };
    pen.list(
        "programmes_by_mode",
        groups.filter(|(_, of): &Group<'_>| !of.is_empty()),
    )
    .or_says(Text::NoProgrammes)
    .col("mode", Text::ModeColumn, |(key, _)| key.clone())
    .public()
    .col("programmes", Text::Training, |(_, of)| pen.count(of.len() as u64))
    .public()
    .means(OF_MODE)
    .col("invited", Text::Invited, sum(|one| one.tally.invited))
    .public()
    .means(OF_MODE)
    .col("completed", Text::Completed, sum(|one| one.results().completed))
    .public()
    .means(OF_MODE)
    .col("absent", Text::Absent, sum(|one| one.tally.absent()))
    .public()
    .means(OF_MODE)
    .col("jp_total", Text::JpEarned, |(_, of)| {
        pen.sum(of.iter().map(|one| one.results().jp).sum())
    })
    .measured("JP")
    .public()
    .means(OF_MODE)
    .table()
    .of_people("invited")
    .for_public()
}
