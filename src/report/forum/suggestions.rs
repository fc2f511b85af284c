//! Each suggestion with its decision, answer, owner and follow-up.

use super::super::list::List;
use super::super::model::{Section, Table, Value};
use super::super::page::Page;
use super::window;
use crate::measure::forum::{ForumFigures, Progress, Voice};
use crate::words::report_forum::ForumText;

/// Everything said, then what is overdue and what is undecided.
pub(super) fn section(page: &Page<'_>, figures: &ForumFigures) -> Section {
    let mut out = page.pen.section("follow_up", ForumText::FollowUp);
    out.tables = vec![
        suggestions(page, figures),
        overdue(page, figures),
        undecided(page, figures),
    ];
    out
}

/// A table of what was said, with its address and its words.
fn said<'f>(
    page: &Page<'_>,
    id: &'static str,
    voices: impl IntoIterator<Item = &'f Voice>,
) -> List<&'f Voice> {
    page.pen
        .list(id, voices)
        .col("id", ("Forum", "Forum"), |voice| Value::Text(voice.id()))
        .hidden()
        .col("text", ("Yang disampaikan", "What was said"), |voice| {
            Value::Text(voice.suggestion.text.clone())
        })
}

fn suggestions(page: &Page<'_>, figures: &ForumFigures) -> Table {
    let (pen, who) = (page.pen, page.who);
    said(page, "suggestions", &figures.voices)
        .titled((
            "Setiap usul dan tindak lanjutnya",
            "Each suggestion and its follow-up",
        ))
        .col("kind", ("Jenis", "Kind"), |voice| {
            let kind = voice.suggestion.kind;
            pen.key(kind.code(), kind.phrase())
        })
        .hidden()
        .col("unit", ForumText::Unit, |voice| unit(page, voice))
        .col("service", ("Layanan", "Service"), |voice| service(page, voice))
        .hidden()
        .col("disposition", ("Keputusan", "Decision"), |voice| {
            let decided = voice.disposition;
            decided.map_or(Value::Missing, |one| pen.key(one.code(), one.phrase()))
        })
        .col("answer", ("Jawaban", "Answer"), |voice| {
            pen.text(voice.suggestion.answer.as_deref())
        })
        .col("owner", ForumText::Owner, |voice| {
            who.owner(voice.suggestion.owner.as_ref())
        })
        .col("due", ForumText::Due, |voice| {
            pen.date_or_not(voice.suggestion.due)
        })
        .col("done", ("Selesai", "Done"), |voice| {
            pen.date_or_not(voice.suggestion.done)
        })
        .col("state", ("Keadaan", "State"), |voice| {
            pen.key(voice.progress.code(), name(voice.progress))
        })
        .col("result", ("Hasil", "Result"), |voice| {
            pen.text(voice.suggestion.result.as_deref())
        })
        .hidden()
        .view(&["text", "unit", "disposition", "answer"])
        .view(&["text", "owner", "due", "done", "state"])
        .table()
}

fn name(progress: Progress) -> (&'static str, &'static str) {
    match progress {
        Progress::Undecided => ("belum diputuskan", "undecided"),
        Progress::Closed => ("tanpa tindak lanjut", "nothing left to do"),
        Progress::Open => ("dikerjakan", "in progress"),
        Progress::Overdue => ("lewat tenggat", "overdue"),
        Progress::Done => ("selesai", "done"),
    }
}

fn unit(page: &Page<'_>, voice: &Voice) -> Value {
    let unit = voice.suggestion.unit.as_ref();
    unit.map_or(Value::Missing, |unit| page.who.unit_by_code(&unit.value))
}

fn service(page: &Page<'_>, voice: &Voice) -> Value {
    let Some(code) = &voice.suggestion.service else {
        return Value::Missing;
    };
    let mut services = page.settings.service.iter();
    let service = services.find(|service| *service.code.value == *code.value);
    service.map_or(Value::Missing, |service| Value::Key {
        key: code.value.to_string(),
        label: service.named(page.pen.lang).to_owned(),
    })
}

/// What is overdue, the longest first.
pub(super) fn overdue(page: &Page<'_>, figures: &ForumFigures) -> Table {
    let (pen, who) = (page.pen, page.who);
    let mut overdue: Vec<&Voice> = figures.in_state(Progress::Overdue).collect();
    overdue.sort_by_key(|voice| voice.suggestion.due);
    let list = said(page, "forum_overdue", overdue)
        .titled(("Yang melewati tenggat", "Overdue"))
        .or_says(("Tidak ada yang melewati tenggat.", "Nothing is overdue."))
        .col("owner", ForumText::Owner, |voice| {
            who.owner(voice.suggestion.owner.as_ref())
        })
        .col("due", ForumText::Due, |voice| {
            pen.date_or_not(voice.suggestion.due)
        });
    page.known_from(window(page), &[], list.table())
}

/// What nobody decided about yet, the oldest first.
pub(super) fn undecided(page: &Page<'_>, figures: &ForumFigures) -> Table {
    let pen = page.pen;
    let empty = match figures.voices.is_empty() {
        true => ("Tidak ada usul yang tercatat.", "No suggestion is recorded."),
        false => ("Semua sudah diputuskan.", "Everything is decided."),
    };
    let list = said(page, "forum_undecided", figures.in_state(Progress::Undecided))
        .titled(("Yang belum diputuskan", "Undecided"))
        .or_says(empty)
        .col("unit", ForumText::Unit, |voice| unit(page, voice))
        .col("date", ("Tanggal", "Day"), |voice| pen.date(voice.date));
    page.known_from(window(page), &[], list.table())
}
