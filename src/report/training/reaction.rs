//! What the participants thought: by aspect, by question, by instructor.

use super::super::figure::table;
use super::super::model::{Section, Style, Table, Value};
use super::super::person::named;
use super::Context;
use crate::measure::feedback::strictest;
use crate::measure::judged::{Guard, Judged};
use crate::measure::trace::part;
use crate::measure::training::InstructorRating;
use crate::records::training::Instructor;
use crate::rules::Edition;
use crate::words::report_training::TrainingText as Text;

/// How many comments are printed.
const COMMENTS: usize = 5;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let (pen, figures) = (context.pen, context.figures);
    let mut out = pen.section("reaction", Text::Reaction);
    out.tables = vec![
        aspects(context),
        items(context),
        instructors(context),
        comments(context),
    ];
    out.tables
        .retain(|table| !table.rows.is_empty() || table.id == "aspects");
    if let (_, Some((low, high))) = figures.satisfaction() {
        out.notes.push(pen.note("scale", Text::NoteScale { low, high }));
    }
    if figures.is_withheld() {
        let minimum = guard(context).least();
        out.notes
            .push(pen.note("withheld", Text::NoteWithheld { minimum }));
    }
    if !figures.instructors.is_empty() {
        out.notes.push(pen.note("instructors", Text::NoteInstructors));
    }
    out.notes.push(pen.basis(&context.feedback.head()));
    out
}

/// The strictest guard of its forms.
fn guard(context: &Context<'_>) -> Guard {
    strictest(&context.figures.forms)
}

fn aspects(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    for (number, form, feedback) in figures.numbered() {
        for (place, (aspect, mean)) in feedback.aspects(form).enumerate() {
            numbers.push(part(number as u64, place));
            rows.push(vec![
                Value::Text(aspect.to_owned()),
                pen.count(feedback.responses()),
                pen.judged(form.guard, mean, context.places()),
            ]);
        }
    }
    let columns = vec![
        pen.column("aspect", Text::AspectName),
        pen.column("n", Text::Count),
        pen.column("mean", Text::Mean),
    ];
    let empty = pen.say(Text::NoFeedback);
    let empty = match figures.is_withheld() {
        true => pen.say(Text::NoteWithheld {
            minimum: guard(context).least(),
        }),
        false => empty,
    };
    Table {
        numbers,
        ..table("aspects", pen.say(Text::Aspects), columns, rows, empty)
    }
}

fn items(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let rows = context.figures.numbered().flat_map(|(number, form, feedback)| {
        let items = form.items.iter().enumerate();
        items.map(move |(place, item)| {
            let mean = feedback.item(place);
            let row = vec![
                pen.question(item),
                Value::Text(form.code.clone()),
                pen.count(mean.values()),
                pen.judged(form.guard, mean, context.places()),
            ];
            (part(number as u64, place), row)
        })
    });
    let (numbers, rows) = rows.unzip();
    let columns = vec![
        pen.column("question", Text::Question),
        pen.hidden("questionnaire", Text::Questionnaire),
        pen.column("n", Text::Count),
        pen.column("mean", Text::Mean),
    ];
    Table {
        numbers,
        ..table("questions", pen.say(Text::Items), columns, rows, String::new())
    }
}

fn instructors(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let both = figures.training.instructor.iter().zip(&figures.instructors);
    let rows = both.map(|(instructor, rating)| instructor_row(context, instructor, rating));
    let columns = vec![
        pen.column("instructor", Text::Instructor),
        pen.column("expertise", Text::Expertise),
        pen.column("from", Text::Outside),
        pen.column("n", Text::HereN),
        pen.column("mean", Text::Here),
        pen.column("programmes", Text::Programmes),
        pen.column("n_12_months", Text::OverAllN),
        pen.column("mean_12_months", Text::OverAll),
    ];
    table(
        "instructors",
        pen.say(Text::Instructors),
        columns,
        rows.collect(),
        String::new(),
    )
}

fn instructor_row(context: &Context<'_>, instructor: &Instructor, rating: &InstructorRating) -> Vec<Value> {
    let (pen, figures) = (context.pen, context.figures);
    let person = instructor.staff.as_ref();
    let person = person.and_then(|id| figures.people.find(&id.value));
    let name = instructor
        .name
        .clone()
        .or(person.map(named))
        .unwrap_or_else(|| rating.key.clone());
    let from = match instructor.outside {
        None => Value::Missing,
        Some(true) => pen.key("outside", Text::FromOutside),
        Some(false) => pen.key("inside", Text::FromInside),
    };
    let mean = |mean: Judged| pen.judged(guard(context), mean, context.places());
    let (here, over_all) = (rating.here.judged(), rating.over_all.judged());
    vec![
        Value::Key {
            key: rating.key.clone(),
            label: name.clone(),
        },
        pen.text(instructor.expertise.as_deref()),
        from,
        pen.count(here.people()),
        mean(here),
        pen.count(rating.programmes),
        pen.count(over_all.people()),
        mean(over_all),
    ]
}

fn comments(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let comments = context
        .figures
        .answered()
        .flat_map(|(form, feedback)| feedback.comments(form.guard));
    let rows = comments
        .take(COMMENTS)
        .map(|text| vec![Value::Text(text.clone())]);
    let columns = vec![pen.column("comment", Text::Comment)];
    let title = pen.say(Text::Comments);
    let mut out = table("comments", title, columns, rows.collect(), String::new());
    out.style = Style::List;
    out
}
