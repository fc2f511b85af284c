//! The programmes of the month by mode, for the public: their titles and ids are for the office.

use super::super::model::{Table, Value};
use super::Context;
use crate::measure::meaning::{How, Meaning};
use crate::measure::programmes::{Programme, ResultColumn as Of, Results, together};
use crate::records::code::Mode;
use crate::words::report::Text;

const OF_MODE: Meaning = Meaning::new(
    How::From(&[]),
    "Jumlah dari semua pelatihan bulan ini dengan moda ini; tiap pelatihan: bina explain programmes.",
    "The sum over the month's programmes of the mode; each programme: bina explain programmes.",
);

/// The programmes of one mode, or all: how many there are, and their results together.
type Group = (Value, u64, Results);

/// The table.
pub(super) fn by_mode(context: &Context<'_>) -> Table {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let group = |key: Value, is_in: &dyn Fn(&Programme) -> bool| -> Group {
        let those = list.iter().filter(|one| is_in(one));
        (key, those.clone().count() as u64, together(those))
    };
    let of = |mode: &Mode| {
        let key = pen.key(mode.code(), mode.phrase());
        group(key, &|one| one.training.mode == *mode)
    };
    let groups = Mode::ALL.iter().map(of).chain([group(pen.total(), &|_| true)]);
    let sum = |column: Of| move |(.., results): &Group| pen.count(results.count(column));
    pen.list("programmes_by_mode", groups.filter(|(_, count, _)| *count > 0))
        .or_says(Text::NoProgrammes)
        .col("mode", Text::ModeColumn, |(key, ..)| key.clone())
        .public()
        .col("programmes", Text::Training, |(_, count, _)| pen.count(*count))
        .public()
        .means(OF_MODE)
        .col("invited", Text::Invited, sum(Of::invited))
        .means(OF_MODE)
        .col("completed", Text::Completed, sum(Of::completed))
        .public()
        .means(OF_MODE)
        .col("absent", Text::Absent, sum(Of::absent))
        .means(OF_MODE)
        .col("jp_total", Text::JpEarned, |(.., results)| {
            pen.sum(results.of(Of::jp_total).into())
        })
        .measured("JP")
        .public()
        .means(OF_MODE)
        .table()
        .of_people("completed")
        .for_public()
}
