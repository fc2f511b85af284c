//! What is due of the office's work: complaints, actions, the plan, forums, programmes, regulations.

use super::super::context::Context;
use super::super::impact::Comparison;
use super::super::model::Value;
use super::duty::{Duty, Urgency, slot};
use crate::measure::docket::Pending;
use crate::measure::due::DueFigures;
use crate::measure::forum::{Progress, Voice};
use crate::measure::plan::State;
use crate::measure::regulation::Statute;
use crate::records::code::{ComplaintKind, PlanItemKind};
use crate::records::plan::PlanItem;
use crate::records::time::{Day, Month};
use crate::words::report_due::DueText as Words;

pub(super) fn duties(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let pending = gathered.docket.pending.iter();
    let mut all: Vec<Duty> = pending.flat_map(|one| complaint(context, one)).collect();
    all.extend(actions(context));
    all.extend(plan(context));
    let voices = context.figures.forums.voices.iter();
    all.extend(voices.filter_map(|one| suggestion(context, one)));
    all.extend(programmes(context));
    all.extend(reactions(context));
    all.extend(later(context, gathered));
    all.extend(briefings(context, gathered));
    all.extend(printing(context, gathered));
    all.extend(gathered.unclosed.iter().map(|month| closing(context, *month)));
    all
}

/// A month that is over and not closed.
fn closing(context: &Context<'_>, month: Month) -> Duty {
    let pen = context.pen;
    let words = Words::Closing {
        month: pen.month(month),
    };
    Duty {
        id: format!("closing:{month}"),
        words: ("tutup buku", "closing"),
        what: pen.say(words),
        who: Value::Missing,
        day: month.plus(1).first(),
        urgency: Urgency::Open,
        workdays: None,
        command: format!("bina close {month}"),
    }
}

/// What is not printed of the last month that is over.
fn printing(context: &Context<'_>, gathered: &DueFigures) -> Option<Duty> {
    let (pen, (month, count)) = (context.pen, gathered.unprinted);
    let words = Words::Printing {
        month: pen.month(month),
        count,
    };
    (count > 0).then(|| Duty {
        id: format!("printing:{month}"),
        words: ("laporan", "report"),
        what: pen.say(words),
        who: Value::Missing,
        day: month.plus(1).first(),
        urgency: Urgency::Open,
        workdays: None,
        command: format!("bina run monthly --month {month}"),
    })
}

/// Its first response, its deadline, and its class where that is not known.
fn complaint(context: &Context<'_>, one: &Pending) -> Vec<Duty> {
    let (pen, code) = (context.pen, slot(context.pen, "CODE"));
    let about = context.told(one.summary.as_deref(), one.codes[2].as_deref(), one.unit);
    let duty = |(id, what, day): (&str, Words, Day), urgency, workdays, command: String| Duty {
        id: format!("{id}:{}", one.id),
        words: ("pengaduan", "complaint"),
        what: pen.say(what),
        who: pen.person_or_not(one.handler),
        day,
        urgency,
        workdays,
        command,
    };
    let response = one.respond_by.map(|day| {
        let what = Words::Response { about: about.clone() };
        let command = format!("bina complaint respond {}", one.id);
        let urgency = Urgency::of(one.is_unanswered);
        duty(("response", what, day), urgency, one.respond_past, command)
    });
    let resolution = one.deadline.map(|day| {
        let what = Words::Complaint { about: about.clone() };
        let command = format!("bina complaint resolve {} --outcome {code}", one.id);
        let urgency = Urgency::of(one.is_overdue);
        duty(("complaint", what, day), urgency, one.past, command)
    });
    let is_unclassed = one.past.is_none() && one.kind == ComplaintKind::Complaint;
    let class = is_unclassed.then(|| {
        let what = Words::Class { about: about.clone() };
        let command = format!("bina complaint classify {} --class {code}", one.id);
        let since = one.reopened.unwrap_or(one.received);
        duty(("class", what, since), Urgency::Open, None, command)
    });
    [response, resolution, class].into_iter().flatten().collect()
}

fn actions(context: &Context<'_>) -> Vec<Duty> {
    let (pen, as_of) = (context.pen, context.as_of());
    let open = context.figures.actions.open();
    let duties = open.map(|action| Duty {
        id: format!("action:{}", action.id),
        words: ("rencana aksi", "action"),
        what: action.what.trim_end_matches('.').to_owned(),
        who: pen.person_or_not(action.holder),
        day: action.due.unwrap_or(action.opened),
        urgency: match action.due {
            Some(due) => Urgency::of(due < as_of),
            None => Urgency::Open,
        },
        workdays: None,
        command: format!(
            "bina action done {} --result \"{}\"",
            action.id,
            slot(pen, "TEXT")
        ),
    });
    duties.collect()
}

fn plan(context: &Context<'_>) -> Vec<Duty> {
    let pen = context.pen;
    let items = context
        .figures
        .plan
        .iter()
        .flat_map(|plan| plan.items.iter().map(move |item| (plan.year, item)));
    let waits = [State::Late, State::Ahead, State::Running];
    let items = items.filter(|(_, one)| waits.contains(&one.state));
    let duties = items.map(|(year, one)| {
        let key = &one.item.key.value.0;
        Duty {
            id: format!("plan:{year}/{key}"),
            words: ("rencana", "plan"),
            what: pen.say(Words::Plan {
                item: one.item.title.clone(),
            }),
            who: context.who.owner(one.item.owner.as_ref()),
            day: one.item.month.value.last(),
            urgency: Urgency::of(one.state == State::Late),
            workdays: None,
            command: answer(context, &one.item),
        }
    });
    duties.collect()
}

/// The command that records what answers to an item of the plan.
fn answer(context: &Context<'_>, item: &PlanItem) -> String {
    let pen = context.pen;
    let (training, text) = (slot(pen, "TRAINING"), slot(pen, "TEXT"));
    match item.kind {
        PlanItemKind::Mentoring | PlanItemKind::Coaching => format!(
            "bina mentoring pair {} {} --kind {} --goal \"{text}\"",
            slot(pen, "MENTOR"),
            slot(pen, "MENTEE"),
            item.kind.code()
        ),
        PlanItemKind::Certification => format!(
            "bina certificate add --staff {} --scheme \"{text}\" --issued {}",
            slot(pen, "PERSON"),
            slot(pen, "DATE")
        ),
        PlanItemKind::Education => format!(
            "bina education add {} {} --level {}",
            slot(pen, "PERSON"),
            slot(pen, "DATE"),
            slot(pen, "LEVEL")
        ),
        PlanItemKind::Forum => format!(
            "bina forum add {} --title \"{text}\" --kind {} --date {}",
            slot(pen, "FORUM"),
            slot(pen, "CODE"),
            slot(pen, "DATE")
        ),
        PlanItemKind::Training | PlanItemKind::Other => {
            format!("bina training set {training} --plan-item {}", item.key.value.0)
        }
    }
}

/// What was said and is not decided yet, and what was adopted and is not done. What became an action is told among
/// the actions.
fn suggestion(context: &Context<'_>, heard: &Voice) -> Option<Duty> {
    let (pen, said) = (context.pen, &heard.suggestion);
    let id = format!("{}/{}", heard.forum, said.key.value.0);
    let text = said.text.trim_end_matches('.').to_owned();
    let words = ("forum", "forum");
    let (workdays, answer) = (None, slot(pen, "TEXT"));
    let open = Urgency::Open;
    match heard.progress {
        Progress::Closed | Progress::Done => None,
        Progress::Undecided => Some(Duty {
            id: format!("decision:{id}"),
            words,
            what: pen.say(Words::Undecided { text }),
            who: context.who.owner(said.unit.as_ref()),
            day: heard.date,
            urgency: open,
            workdays,
            command: format!(
                "bina forum answer {id} --disposition {} --answer \"{answer}\"",
                slot(pen, "CODE")
            ),
        }),
        _ if context.figures.actions.answers(heard) => None,
        Progress::Open | Progress::Overdue => Some(Duty {
            id: format!("suggestion:{id}"),
            words,
            what: pen.say(Words::Suggestion { text }),
            who: context.who.owner(said.owner.as_ref()),
            day: said.due.unwrap_or(heard.date),
            urgency: match said.due {
                Some(_) => Urgency::of(heard.progress == Progress::Overdue),
                None => open,
            },
            workdays,
            command: format!("bina forum done {id} --result \"{answer}\""),
        }),
    }
}

/// With which day a programme is closed that ended on `end`: today, where its month is over, so that the month does not
/// change. What ended last year counts in that year.
fn on(today: Day, end: Day) -> String {
    let is_over = end.month() < today.month() && end.year() == today.year();
    match is_over {
        true => format!(" --on {today}"),
        false => String::new(),
    }
}

/// Programmes that ended and are not closed, and those that begin or end.
fn programmes(context: &Context<'_>) -> Vec<Duty> {
    let (pen, figures) = (context.pen, context.figures);
    let has_nobody = |id: &str| figures.unrolled.iter().any(|one| one.id == id);
    let duty = |id: &str, what, day: Day, urgency| Duty {
        id: format!("training:{id}"),
        words: ("pelatihan", "programme"),
        what: pen.say(what),
        who: Value::Missing,
        day,
        urgency,
        workdays: None,
        // Who took part comes first: of nobody there is nothing to close.
        command: match has_nobody(id) {
            true => format!("bina training enroll {id} {}", slot(pen, "PERSON")),
            false => format!("bina training complete {id} --all{}", on(context.as_of(), day)),
        },
    };
    let unclosed = figures.unclosed.iter().map(|(id, title, end)| {
        let title = title.clone();
        duty(id, Words::Unclosed { title }, *end, Urgency::Late)
    });
    let ahead = figures.ahead.iter().map(|one| {
        let title = one.title.clone();
        match one.start > context.as_of() {
            true => duty(&one.id, Words::Starts { title }, one.start, Urgency::Ahead),
            false => duty(&one.id, Words::Ends { title }, one.end, Urgency::Ahead),
        }
    });
    unclosed.chain(ahead).collect()
}

/// Programmes that nobody evaluated: neither feedback nor tests.
fn reactions(context: &Context<'_>) -> Vec<Duty> {
    let (pen, figures) = (context.pen, context.figures);
    let form = figures.forms.first();
    let form = form.map_or_else(|| slot(pen, "QUESTIONNAIRE"), |form| form.code.clone());
    let duties = figures.open.unevaluated.iter().map(|one| Duty {
        id: format!("reaction:{}", one.id),
        words: ("kuesioner", "questionnaire"),
        what: pen.say(Words::Reaction {
            title: one.title.clone(),
        }),
        who: Value::Missing,
        day: one.end,
        urgency: Urgency::Open,
        workdays: None,
        command: format!("bina form {form} --for {} -o reports/private/{form}.xlsx", one.id),
    });
    duties.collect()
}

/// Evaluations months after programmes: how they are applied, and what the public notices. They wait since a day, and
/// none is set by which they must be there.
fn later(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let owed = gathered.impact.as_ref();
    let owed = owed.and_then(|owed| Some(Comparison::new(context, &owed.list)?.debts(owed)));
    let duties = owed.into_iter().flatten().map(|debt| Duty {
        id: format!("{}:{}", debt.kind.data(), debt.training.data()),
        words: ("evaluasi sesudah pelatihan", "evaluation after a programme"),
        what: context.pen.say(Words::Later {
            kind: debt.kind.label().to_owned(),
            title: debt.training.label().to_owned(),
        }),
        who: debt.whom,
        day: debt.since,
        urgency: Urgency::Open,
        workdays: None,
        command: debt.command,
    });
    duties.collect()
}

/// Regulations on which somebody was not briefed, or that come into force without a briefing. Of what came into force
/// before the records begin nobody knows who was briefed then.
fn briefings(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let pen = context.pen;
    let duty = |one: &Statute, what, urgency| Duty {
        id: format!("regulation:{}", one.id),
        words: ("peraturan", "regulation"),
        what: pen.say(what),
        who: match &one.audience {
            None => pen.key("*", ("semua ASN", "all civil servants")),
            Some(code) => context.who.unit_by_code(code),
        },
        day: one.in_force,
        urgency,
        workdays: None,
        command: format!("bina regulation brief {} {}", one.id, slot(pen, "TRAINING")),
    };
    let is_told = |day| context.settings.untold_after(day).is_none();
    let report = &gathered.regulation;
    let known = report.covered.iter().filter(|one| is_told(one.statute.in_force));
    let missing = known.filter_map(|one| {
        let count = one.coverage.missing().count() as u64;
        let number = one.statute.number.clone();
        let what = Words::Briefing { number, count };
        (count > 0).then(|| duty(&one.statute, what, Urgency::Open))
    });
    let coming = report.coming.iter().filter(|one| one.briefings.is_empty());
    let coming = coming.map(|one| {
        let number = one.number.clone();
        duty(one, Words::Coming { number }, Urgency::Ahead)
    });
    missing.chain(coming).collect()
}
