//! The programmes of the month by mode, for the public: their titles and ids are for the office.

use super::super::model::{Table, Value};
use super::Context;
use crate::measure::judged::fewest;
use crate::measure::meaning::{How, Meaning, Part, Traced, decimal, whole};
use crate::measure::programmes::{Programme, ResultColumn as Of, Results, together};
use crate::records::code::Mode;
use crate::words::report::Text;

/// The sum of a part of the programmes of a mode.
const fn of_mode(part: Part) -> Meaning {
    Meaning::new(
        How::Sum(part),
        "Jumlah dari semua pelatihan bulan ini dengan moda ini; tiap pelatihan: bina explain programmes.",
        "The sum over the month's programmes of the mode; each programme: bina explain programmes.",
    )
    .traced(Traced::Same("programmes"))
}

/// The programmes of one mode, or all.
struct Group {
    key: Value,
    /// The numbers under which they are traced.
    programmes: Vec<u64>,
    /// Whether one of them is closed: before, nobody knows who came.
    is_closed: bool,
    /// How many of them have begun and have nobody on record.
    unrolled: u64,
    /// How many self-paced ones may be among them: nobody is on record, so that nobody knows who completed one.
    self_paced: u64,
    /// Their results together.
    results: Results,
    /// About how few people it tells how often they were completed: no fewer than completed one of them, and none of
    /// them by everybody who counts but a few.
    people: u64,
}

/// The programmes of one row, and the fewest people by whom its figures differ.
fn group(
    context: &Context<'_>,
    (key, self_paced): (Value, u64),
    is_in: &dyn Fn(&Programme) -> bool,
) -> Group {
    let (list, staff) = (&context.figures.programmes, context.staff());
    let those = list.iter().filter(|one| is_in(one));
    let numbers: Vec<u64> = those.clone().map(Programme::figure).collect();
    let programmes = numbers.len() as u64;
    let most = those.clone().map(|one| one.results().count(Of::completed)).max();
    let lacking = those.clone();
    let lacking = lacking.map(|one| staff.saturating_sub(one.results().count(Of::completed)));
    let lacking = lacking.sum();
    let is_closed = those.clone().any(Programme::is_closed);
    let unrolled = those.clone().filter(|one| context.is_unrolled(one)).count() as u64;
    let unrolled = unrolled + self_paced;
    let results = together(those);
    Group {
        key,
        programmes: numbers,
        is_closed,
        unrolled,
        self_paced,
        people: match results.count(Of::completed) {
            0 => 0,
            // Who does not count may have completed one as well, so that all together seem to lack fewer.
            completed => fewest([
                most.unwrap_or(0),
                lacking,
                (programmes * staff).saturating_sub(completed),
            ]),
        },
        results,
    }
}

/// The table.
pub(super) fn by_mode(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let of = |mode: &Mode| {
        let key = pen.key(mode.code(), mode.phrase());
        let self_paced = match mode {
            Mode::SelfPaced => context.unrolled_self_paced(),
            _ => 0,
        };
        group(context, (key, self_paced), &|one| one.training.mode == *mode)
    };
    let all = group(context, (pen.total(), context.unrolled_self_paced()), &|_| true);
    let groups = Mode::ALL.iter().map(of).chain([all]);
    let sum = |column: Of| {
        move |group: &Group| pen.beside_rolls(pen.count(group.results.count(column)), group.unrolled)
    };
    let closed = |column: Of, value: &dyn Fn(i64) -> Value, group: &Group| {
        let figure = group.results.of(column);
        match group.is_closed || figure > 0 {
            true => pen.beside_rolls(value(figure), group.unrolled),
            false => Value::Missing,
        }
    };
    let count = |figure: i64| pen.whole(figure.into());
    pen.list(
        "programmes_by_mode",
        groups.filter(|group| !group.programmes.is_empty()),
    )
    .adding(|group| group.programmes.clone())
    .or_says(Text::NoProgrammes)
    .col("mode", Text::ModeColumn, |group| group.key.clone())
    .public()
    .col("programmes", Text::Training, |group| {
        let known = pen.count(group.programmes.len() as u64);
        pen.beside_rolls(known, group.self_paced)
    })
    .public()
    .means(of_mode(whole("programmes")))
    .col("invited", Text::Invited, sum(Of::invited))
    .means(of_mode(whole("invited")))
    .col("completed", Text::Completed, |group| {
        closed(Of::completed, &count, group)
    })
    .public()
    .means(of_mode(whole("completed")))
    .col("absent", Text::Absent, |group| closed(Of::absent, &count, group))
    .means(of_mode(whole("absent")))
    .col("jp_total", Text::JpEarned, |group| {
        closed(Of::jp_total, &|jp| pen.sum(jp.into()), group)
    })
    .measured("JP")
    .public()
    .means(of_mode(decimal("jp_total")))
    .with(pen.size("people", &["completed"]), |group| {
        pen.count(group.people)
    })
    .table()
    .of_people_again(&["people"])
    .for_public()
}
