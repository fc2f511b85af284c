//! What the participants thought of the programmes of the month: satisfaction, aspects, instructors.

use super::super::model::{Table, Value};
use super::Context;
use crate::measure::feedback::{ABOUT_INSTRUCTOR, OF_ASPECT, OF_INSTRUCTOR, part_of};
use crate::measure::judged::Judged;
use crate::measure::programmes::Programme;
use crate::records::training::Instructor;
use crate::words::report::Text;

/// A programme: its id for data formats, its title for text.
pub(super) fn key(programme: &Programme) -> Value {
    Value::Key {
        key: programme.id.clone(),
        label: programme.training.title.clone(),
    }
}

/// The mean satisfaction: of the forms that were answered, when they share a scale and enough people answered.
pub(super) fn satisfaction(context: &Context<'_>, programme: &Programme) -> Value {
    let places = context.edition.feedback.decimals as u32;
    let satisfaction = programme.satisfaction(&context.figures.forms);
    let pen = context.pen;
    pen.disclosed(satisfaction, |mean| pen.ratio(Some(mean), places))
}

/// An aspect of a programme's feedback, with its number in traces, the answers and the mean.
struct Aspect<'p> {
    number: u64,
    programme: &'p Programme,
    name: &'p str,
    mean: Judged,
}

/// Means by aspect, of programmes with enough answers.
pub(super) fn aspects(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let shown = context.figures.programmes.iter().filter(|one| !one.is_withheld());
    let mut aspects = Vec::new();
    for programme in shown {
        for (form_number, form, feedback) in programme.answered(&context.figures.forms) {
            let places = feedback.aspects(form).enumerate();
            aspects.extend(places.map(|(place, (name, mean))| Aspect {
                number: part_of(programme.figure(), form_number, place),
                programme,
                name,
                mean,
            }));
        }
    }
    pen.list("satisfaction_by_aspect", aspects)
        .titled(("Kepuasan menurut aspek", "Satisfaction by aspect"))
        .crossed("aspect", "mean")
        .numbered(|one| one.number)
        .col("training", Text::Training, |one| key(one.programme))
        .col("aspect", ("Aspek", "Aspect"), |one| {
            Value::Text(one.name.to_owned())
        })
        .col("n", Text::Count, |one| pen.count(one.mean.people()))
        .counted(
            "Jumlah yang menjawab sedikitnya satu butir aspek ini.",
            "How many answered at least one item of the aspect.",
        )
        .col("mean", Text::Mean, |one| {
            pen.judged(
                one.programme.guard,
                one.mean,
                context.edition.feedback.decimals as u32,
            )
        })
        .means(OF_ASPECT)
        .table()
}

/// Instructors with the answers about each, where enough people answered about him or her.
pub(super) fn instructors(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let mut rows = Vec::new();
    for programme in &context.figures.programmes {
        for (place, instructor) in programme.training.instructor.iter().enumerate() {
            let mut forms = context.figures.forms.iter().zip(&programme.feedback).enumerate();
            let about = forms.find_map(|(number, (form, feedback))| {
                let own = feedback.instructor(&instructor.key.value)?;
                Some((number, form.guard, own.judged()))
            });
            let form = about.map_or(0, |(number, ..)| number);
            let number = part_of(programme.figure(), form, place);
            rows.push((number, key(programme), instructor, about));
        }
    }
    pen.list("instructors", rows)
        .titled(("Pengajar", "Instructors"))
        .numbered(|(number, ..)| *number)
        .col("training", Text::Training, |(_, key, ..)| key.clone())
        .col("instructor", ("Pengajar", "Instructor"), |(_, _, one, _)| {
            name(context, one)
        })
        .col("expertise", ("Keahlian", "Expertise"), |(_, _, one, _)| {
            pen.text(one.expertise.as_deref())
        })
        .col("n", Text::Count, |(.., about)| {
            about.map_or(Value::Missing, |(.., mean)| pen.count(mean.people()))
        })
        .means(ABOUT_INSTRUCTOR)
        .col("mean", Text::Mean, |(.., about)| match about {
            None => Value::Missing,
            Some((_, guard, mean)) => pen.judged(*guard, *mean, context.edition.feedback.decimals as u32),
        })
        .means(OF_INSTRUCTOR)
        .table()
}

/// The name of an instructor: as written, of a person of the office, or the key.
fn name(context: &Context<'_>, instructor: &Instructor) -> Value {
    let person = instructor.staff.as_ref();
    let person = person.and_then(|id| context.who.people.find(&id.value));
    match (&instructor.name, person) {
        (Some(name), _) => Value::Text(name.text().to_owned()),
        (None, Some(person)) => context.pen.person(person),
        (None, None) => Value::Text(instructor.key.value.0.clone()),
    }
}
