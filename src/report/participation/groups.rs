//! Participation by unit, grade band, sex and employment, and by form and mode.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Context;
use crate::measure::fairness::{Count, FormCount, Member, by, number_of_group};
use crate::records::code::Mode;
use crate::records::number::{Dec, Ratio};
use crate::words::report_participation::ParticipationText as Text;

/// One line a group; the unit first.
pub(super) fn groups(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let mut out = pen.section("groups", Text::Groups);
    let columns = vec![
        pen.hidden("key", Text::Group),
        pen.column("dimension", Text::Dimension),
        pen.column("group", Text::Group),
        pen.column("people", Text::People),
        pen.column("took_part", Text::TookPartShort),
        pen.column("never", Text::NeverShort),
        pen.column("completed", Text::Completed),
        pen.measured("jp", Text::Jp, "JP"),
        pen.measured("jp_mean", Text::JpEach, "JP"),
    ];
    let mut rows = dimension(
        context,
        ("unit", 0),
        Text::ByUnit,
        |member| member.unit,
        |unit| u64::from(*unit),
        |unit| pen.unit_of_list(&context.figures.units, *unit),
    );
    rows.extend(dimension(
        context,
        ("grade", 1),
        Text::ByGrade,
        |member| member.grade,
        |band| band.code(),
        |band| {
            let name = band.name().to_owned();
            match band.is_pns {
                true => pen.key(&format!("pns-{}", band.name()), Text::GradePns { name }),
                false => pen.key(&format!("pppk-{}", band.name()), Text::GradePppk { name }),
            }
        },
    ));
    rows.extend(dimension(
        context,
        ("sex", 2),
        Text::BySex,
        |member| member.sex,
        |sex| *sex as u64,
        |sex| pen.code(sex.code(), sex.phrase()),
    ));
    let employment = |member: &Member| Some(member.employment);
    rows.extend(dimension(
        context,
        ("employment", 3),
        Text::ByEmployment,
        employment,
        |one| *one as u64,
        |one| pen.code(one.code(), one.phrase()),
    ));
    // For the office only: the same people stand in it four times, so small groups could be told from the others.
    let (numbers, rows) = rows.into_iter().unzip();
    let empty = pen.say(Text::Nobody);
    out.tables.push(Table {
        numbers,
        ..table("groups", String::new(), columns, rows, empty)
    });
    out
}

/// The lines of one property, each with its number; people without it stand last.
fn dimension<K: Ord>(
    context: &Context<'_>,
    (id, dimension): (&str, u64),
    title: Text,
    of: impl Fn(&Member) -> Option<K>,
    code_of: impl Fn(&K) -> u64,
    name: impl Fn(&K) -> Value,
) -> Vec<(u64, Vec<Value>)> {
    let (pen, figures) = (context.pen, context.figures);
    let title = pen.say(title);
    let mut groups: Vec<(Option<K>, Count)> = by(&figures.members, &figures.fairness.taken, of)
        .into_iter()
        .collect();
    groups.sort_by(|(a, _), (b, _)| (a.is_none(), a).cmp(&(b.is_none(), b)));
    groups
        .into_iter()
        .enumerate()
        .map(|(number, (key, count))| {
            let group = key
                .as_ref()
                .map_or_else(|| pen.key("unknown", Text::Unknown), &name);
            let code = match &group {
                Value::Key { key, .. } => key.clone(),
                _ => String::new(),
            };
            // Text says the property once; data say it in every row.
            let label = if number == 0 { title.clone() } else { String::new() };
            let number = number_of_group(dimension, key.as_ref().map(&code_of));
            let row = vec![
                Value::Text(format!("{id}/{code}")),
                Value::Key {
                    key: id.to_owned(),
                    label,
                },
                group,
                pen.count(count.people),
                pen.fraction(count.took_part, count.people),
                pen.count(count.people - count.took_part),
                pen.count(count.completed),
                pen.sum(count.jp.0.into()),
                pen.ratio(each(count.jp, count.people), 1),
            ];
            (number, row)
        })
        .collect()
}

/// JP each.
fn each(jp: Dec, people: u64) -> Option<Ratio> {
    Ratio::from(jp).over(Ratio::int(people.into()))
}

/// Completions by form and mode, each with own initiative against assigned.
pub(super) fn forms(context: &Context<'_>) -> Section {
    let pen = context.pen;
    let rows = context.figures.fairness.forms.iter();
    let rows = rows.map(|(form, (completed, jp, [own, assigned, unknown]))| {
        let (kind, mode) = names(context, *form);
        let code = |value: &Value| match value {
            Value::Key { key, .. } => key.clone(),
            _ => String::new(),
        };
        vec![
            Value::Text(format!("{}/{}", code(&kind), code(&mode))),
            kind,
            mode,
            pen.count(*completed),
            pen.sum(jp.0.into()),
            pen.count(*own),
            pen.count(*assigned),
            pen.count(*unknown),
        ]
    });
    let columns = vec![
        pen.hidden("key", Text::Form),
        pen.column("form", Text::Form),
        pen.column("mode", Text::Mode),
        pen.column("completed", Text::Completed),
        pen.measured("jp", Text::Jp, "JP"),
        pen.column("own", Text::Own),
        pen.column("assigned", Text::Assigned),
        pen.column("initiative_unknown", Text::InitiativeUnknown),
    ];
    let mut out = pen.section("forms", Text::Forms);
    let empty = pen.say(Text::Nobody);
    let numbers = context.figures.fairness.forms.keys();
    let forms = Table {
        numbers: numbers.map(|form| form.number()).collect(),
        ..table("forms", String::new(), columns, rows.collect(), empty)
    };
    out.tables.push(forms);
    out
}

/// The words of a form and its mode.
fn names(context: &Context<'_>, form: FormCount) -> (Value, Value) {
    let pen = context.pen;
    let code = |mode: Mode| pen.code(mode.code(), mode.phrase());
    match form {
        FormCount::Classroom(mode) => (pen.key("classroom", Text::Classroom), code(mode)),
        FormCount::Other(mode) => (pen.key("non-classroom", Text::OtherForm), code(mode)),
        FormCount::External => (pen.key("external", Text::External), Value::Missing),
    }
}
