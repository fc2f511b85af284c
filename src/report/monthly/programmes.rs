//! Programmes of the month: who came, what they learned, what they thought.

use super::super::figure::table;
use super::super::model::{Column, Note, Section, Table, Value, View};
use super::Context;
use crate::measure::feedback::{Feedback, Form, part_of};
use crate::measure::programmes::{Programme, REASON_COLUMNS};
use crate::records::code::{AbsenceReason, Mode};
use crate::records::number::Ratio;
use crate::rules::Edition;
use crate::words::report::Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(context, "programmes", Text::Programmes);
    out.tables = vec![
        super::modes::by_mode(context),
        programmes(context),
        absences(context),
        aspects(context),
        instructors(context),
    ];
    out.tables
        .retain(|table| table.id.starts_with("programmes") || !table.rows.is_empty());
    out.notes = notes(context);
    out
}

fn columns(context: &Context<'_>) -> Vec<Column> {
    let pen = context.pen;
    vec![
        pen.column("training", Text::Training),
        pen.hidden("title", Text::Title),
        pen.column("method", Text::MethodColumn),
        pen.column("mode", Text::ModeColumn),
        pen.column("invited", Text::Invited),
        pen.column("completed", Text::Completed),
        pen.column("absent", Text::Absent),
        pen.measured("jp", Text::Jp, "JP"),
        pen.column("pairs", Text::Pairs),
        pen.column("pre_mean", Text::PreMean),
        pen.column("post_mean", Text::PostMean),
        pen.column("gain", Text::GainColumn),
        pen.column("gain_band", Text::GainBand),
        pen.column("responses", Text::Responses),
        pen.column("response_rate", Text::ResponseRate),
        pen.column("satisfaction", Text::SatisfactionColumn),
        pen.measured("jp_total", Text::JpEarned, "JP"),
        pen.column("other", Text::Other),
    ]
}

fn programmes(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let list = &context.figures.programmes;
    let mut rows: Vec<Vec<Value>> = list.iter().map(|programme| row(context, programme)).collect();
    if !list.is_empty() {
        rows.push(total(context));
    }
    let mut out = table(
        "programmes",
        String::new(),
        columns(context),
        rows,
        pen.say(Text::NoProgrammes),
    );
    out.numbers = list.iter().map(Programme::figure).collect();
    out.views = vec![
        View {
            title: pen.say(Text::ViewTakingPart),
            columns: vec![
                "training",
                "mode",
                "invited",
                "completed",
                "absent",
                "other",
                "jp",
                "jp_total",
            ],
        },
        View {
            title: pen.say(Text::ViewLearning),
            columns: vec![
                "training",
                "pairs",
                "pre_mean",
                "post_mean",
                "gain",
                "gain_band",
                "responses",
                "response_rate",
                "satisfaction",
            ],
        },
    ];
    out
}

/// The words of a band of the gain.
fn band(context: &Context<'_>, gain: Option<Ratio>) -> Value {
    let pen = context.pen;
    let Some(band) = gain.and_then(|gain| context.edition.gain.band(gain)) else {
        return Value::Missing;
    };
    let label = match &*band.code.0 {
        "low" => pen.say(Text::Low),
        "medium" => pen.say(Text::Medium),
        "high" => pen.say(Text::High),
        other => other.to_owned(),
    };
    Value::Key {
        key: band.code.0.clone(),
        label,
    }
}

fn row(context: &Context<'_>, programme: &Programme) -> Vec<Value> {
    let (pen, training, results) = (context.pen, &programme.training, programme.results());
    let code = |key: &str, phrase| Value::Key {
        key: key.to_owned(),
        label: pen.phrase(phrase),
    };
    let gain = results.gain(training.max_score(), context.edition.gain.min_pairs);
    let (pairs, places) = (results.pre.n, context.edition.gain.decimals as u32);
    let tally = &programme.tally;
    let finished = match training.mode {
        Mode::SelfPaced => programme.tally.in_month.completed,
        _ => tally.all.completed,
    };
    let other = tally.invited - tally.absent() - tally.all.completed;
    vec![
        Value::Key {
            key: programme.id.clone(),
            label: training.title.clone(),
        },
        Value::Text(training.title.clone()),
        code(training.method.code(), training.method.phrase()),
        code(training.mode.code(), training.mode.phrase()),
        pen.count(tally.invited),
        pen.count(finished),
        pen.count(tally.absent()),
        pen.sum(i128::from(training.jp.value.0)),
        pen.count(pairs),
        pen.ratio(results.pre.decimal(), 2),
        pen.ratio(results.post.decimal(), 2),
        pen.ratio(gain, places),
        band(context, gain),
        pen.count(programme.responses()),
        pen.share(programme.responses(), programme.asked()),
        satisfaction(context, programme),
        pen.sum(results.jp),
        pen.count(other),
    ]
}

/// The total row: sums where a sum means something.
fn total(context: &Context<'_>) -> Vec<Value> {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let sum = |of: &dyn Fn(&Programme) -> u64| list.iter().map(of).sum::<u64>();
    let (responses, asked) = (sum(&Programme::responses), sum(&Programme::asked));
    vec![
        pen.total(),
        Value::Missing,
        Value::Missing,
        Value::Missing,
        pen.count(sum(&|p| p.tally.invited)),
        pen.count(sum(&|p| p.results().completed)),
        pen.count(sum(&|p| p.tally.absent())),
        Value::Missing,
        pen.count(sum(&|p| p.results().pre.n)),
        Value::Missing,
        Value::Missing,
        Value::Missing,
        Value::Missing,
        pen.count(responses),
        pen.share(responses, asked),
        Value::Missing,
        pen.sum(list.iter().map(|p| p.results().jp).sum()),
        pen.count(sum(&|p| {
            p.tally.invited - p.tally.absent() - p.tally.all.completed
        })),
    ]
}

/// The forms of a programme that anybody answered, with their numbers and the answers.
fn answered<'c>(
    context: &'c Context<'_>,
    programme: &'c Programme,
) -> impl Iterator<Item = (usize, &'c Form, &'c Feedback)> {
    let forms = context.figures.forms.iter().enumerate();
    forms
        .zip(&programme.feedback)
        .map(|((number, form), feedback)| (number, form, feedback))
        .filter(|(_, _, feedback)| feedback.responses() > 0)
}

/// The mean satisfaction: of the forms that were answered, when they share a scale and enough people answered.
fn satisfaction(context: &Context<'_>, programme: &Programme) -> Value {
    let pen = context.pen;
    if programme.is_withheld {
        return Value::Withheld;
    }
    let scales: Vec<_> = answered(context, programme)
        .map(|(_, form, _)| form.scale())
        .collect();
    if scales.is_empty() || scales.iter().any(|scale| *scale != scales[0] || scale.is_none()) {
        return Value::Missing;
    }
    let mut all = crate::measure::Mean::default();
    answered(context, programme)
        .flat_map(|(_, _, feedback)| &feedback.items)
        .for_each(|mean| all.merge(*mean));
    pen.ratio(all.ratio(), context.edition.feedback.decimals as u32)
}

fn absences(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let with_absence = context
        .figures
        .programmes
        .iter()
        .filter(|programme| programme.tally.absent() > 0);
    let mut head = vec![pen.column("training", Text::Training)];
    for (id, reason) in REASON_COLUMNS.into_iter().zip(AbsenceReason::ALL) {
        let title = pen.phrase(reason.phrase());
        head.push(Column {
            id,
            title,
            ..Column::default()
        });
    }
    head.push(pen.column("unknown", Text::ReasonUnknown));
    let numbers = with_absence.clone().map(Programme::figure).collect();
    let rows = with_absence.map(|programme| {
        let key = Value::Key {
            key: programme.id.clone(),
            label: programme.training.title.clone(),
        };
        std::iter::once(key)
            .chain(programme.tally.absent.iter().map(|&n| pen.count(n)))
            .collect()
    });
    Table {
        numbers,
        ..table(
            "absences",
            pen.say(Text::Absences),
            head,
            rows.collect(),
            String::new(),
        )
    }
}

/// Means by aspect, of programmes with enough answers.
fn aspects(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    for programme in shown(context) {
        for (form_number, form, feedback) in answered(context, programme) {
            for (place, (aspect, mean)) in feedback.aspects(form).enumerate() {
                numbers.push(part_of(programme.figure(), form_number, place));
                let label = programme.training.title.clone();
                rows.push(vec![
                    Value::Key {
                        key: programme.id.clone(),
                        label,
                    },
                    Value::Text(aspect.to_owned()),
                    pen.count(feedback.responses()),
                    pen.ratio(mean, context.edition.feedback.decimals as u32),
                ]);
            }
        }
    }
    let columns = vec![
        pen.column("training", Text::Training),
        pen.column("aspect", Text::Aspect),
        pen.column("n", Text::Count),
        pen.column("mean", Text::Mean),
    ];
    let caption = pen.say(Text::Aspects);
    Table {
        numbers,
        ..table("satisfaction_by_aspect", caption, columns, rows, String::new())
    }
}

/// The programmes whose satisfaction is shown.
fn shown<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c Programme> {
    context
        .figures
        .programmes
        .iter()
        .filter(|programme| !programme.is_withheld)
}

/// Instructors with the answers about each, where enough people answered about him or her.
fn instructors(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    for programme in &context.figures.programmes {
        for (place, instructor) in programme.training.instructor.iter().enumerate() {
            let key = &*instructor.key.value;
            let own = |feedback: &Feedback| feedback.by_instructor.get(key).copied();
            let of = answered(context, programme)
                .find_map(|(number, form, feedback)| Some((number, form.min_group, own(feedback)?)));
            let form_number = of.map_or(0, |(number, ..)| number);
            numbers.push(part_of(programme.figure(), form_number, place));
            let (n, mean) = match of {
                None => (Value::Missing, Value::Missing),
                Some((_, minimum, (n, _))) if n < minimum => (pen.count(n), Value::Withheld),
                Some((_, _, (n, mean))) => (
                    pen.count(n),
                    pen.ratio(mean.ratio(), context.edition.feedback.decimals as u32),
                ),
            };
            let person = instructor
                .staff
                .as_ref()
                .and_then(|id| context.who.people.find(&id.value));
            let name = match (&instructor.name, person.map(|person| pen.person(person))) {
                (Some(name), _) => Value::Text(name.clone()),
                (None, Some(name @ Value::Text(_))) => name,
                _ => Value::Text(key.to_owned()),
            };
            let label = programme.training.title.clone();
            let expertise = instructor.expertise.clone().map_or(Value::Missing, Value::Text);
            rows.push(vec![
                Value::Key {
                    key: programme.id.clone(),
                    label,
                },
                name,
                expertise,
                n,
                mean,
            ]);
        }
    }
    let columns = vec![
        pen.column("training", Text::Training),
        pen.column("instructor", Text::Instructor),
        pen.column("expertise", Text::Expertise),
        pen.column("n", Text::Count),
        pen.column("mean", Text::Mean),
    ];
    let caption = pen.say(Text::Instructors);
    Table {
        numbers,
        ..table("instructors", caption, columns, rows, String::new())
    }
}

fn notes(context: &Context<'_>) -> Vec<Note> {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let mut notes = Vec::new();
    if list.is_empty() {
        return notes;
    }
    notes.push(pen.note("gain", Text::NoteGain));
    // The public is not shown the gain, which is by programme.
    notes.push(Note {
        is_public: false,
        ..pen.basis(&context.edition.gain.head())
    });
    notes.push(pen.note("response-rate", Text::NoteResponseRate));
    if let Some((low, high)) = context.figures.forms.first().and_then(Form::scale) {
        notes.push(pen.note("scale", Text::NoteSatisfactionScale { low, high }));
    }
    if list
        .iter()
        .any(|programme| programme.training.mode == Mode::SelfPaced)
    {
        notes.push(pen.note("self-paced", Text::NoteSelfPaced).public());
    }
    let minimum = context
        .figures
        .forms
        .iter()
        .map(|form| form.min_group)
        .max()
        .unwrap_or(0);
    if list.iter().any(|programme| programme.is_withheld) {
        notes.push(pen.note("withheld", Text::NoteWithheld { minimum }));
    }
    notes
}
