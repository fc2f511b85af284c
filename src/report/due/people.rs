//! What is due of people: evaluations and what they led to, certificates, refreshers, contracts, mentoring.

use super::super::context::Context;
use super::super::evaluation::follow_up::about;
use super::super::model::Value;
use super::super::person::named;
use super::duty::{Doer, Duty, Urgency, slot};
use crate::measure::certificates::{Credential, Validity};
use crate::measure::due::DueFigures;
use crate::measure::follow_up::{FollowUpFigures, Lacking, Open};
use crate::measure::mentoring::{MentoringFigures, Stage};
use crate::records::time::Period;
use crate::words::report_due::DueText as Words;

pub(super) fn duties(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let mut all = evaluations(context);
    let figures = context.figures;
    all.extend(
        figures
            .follow_ups
            .iter()
            .flat_map(|figures| follow_ups(context, figures)),
    );
    all.extend(certificates(context, gathered));
    all.extend(refreshers(context, gathered));
    all.extend(contracts(context));
    all.extend(
        figures
            .mentoring
            .iter()
            .flat_map(|figures| mentoring(context, figures)),
    );
    all
}

/// Who owes an evaluation, and the next that will be owed.
fn evaluations(context: &Context<'_>) -> Vec<Duty> {
    let (pen, figures) = (context.pen, context.figures);
    let grace = context.edition.evaluation.late_after_days as i32;
    let (code, today) = (slot(pen, "CODE"), context.as_of());
    let command = |staff: &str, period| {
        format!("bina evaluation add {staff} {period} --result {code} --behaviour {code} --date {today}")
    };
    let words = ("evaluasi", "evaluation");
    let owed = figures.owed;
    let missing = figures.predicates.missing.iter().map(|&person| {
        let staff = context.who.people.id(person);
        let mut begun = figures.predicates.begun.iter();
        let begun = begun.find(|form| form.person == person && form.period == owed);
        Duty {
            id: format!("evaluation:{staff}/{owed}"),
            words,
            what: pen.say(Words::Evaluation {
                period: pen.period(owed),
            }),
            who: context.name(person),
            day: owed.last_day().plus(grace),
            urgency: Urgency::Late,
            workdays: None,
            command: match begun {
                None => command(&staff, owed),
                Some(form) => {
                    let lacking = ["result", "behaviour"].iter().zip(form.lacks);
                    let lacking = lacking.filter(|(_, lacks)| *lacks);
                    let lacking: String = lacking.map(|(name, _)| format!(" --{name} {code}")).collect();
                    format!("bina evaluation set {staff} {owed}{lacking} --date {today}")
                }
            },
            errand: Doer::SuperiorOf(person).told(Words::DoEvaluate),
        }
    });
    let of_all = |period: Period, urgency| Duty {
        id: format!("evaluation:{period}"),
        words,
        what: pen.say(Words::EvaluationOfAll {
            period: pen.period(period),
        }),
        who: Value::Missing,
        day: period.last_day().plus(grace),
        urgency,
        workdays: None,
        command: command(&slot(pen, "PERSON"), period),
        errand: Doer::Superiors.told(Words::DoEvaluateAll),
    };
    // Where nobody's is on record it is not known who lacks one.
    let is_silent = figures.predicates.is_silent && figures.predicates.total.unknown > 0;
    let silent = is_silent.then(|| of_all(owed, Urgency::Late));
    let next = of_all(owed.next(), Urgency::Ahead);
    missing.chain(silent).chain([next]).collect()
}

fn follow_ups<'a>(
    context: &'a Context<'_>,
    figures: &'a FollowUpFigures,
) -> impl Iterator<Item = Duty> + use<'a> {
    let late = figures.open.iter().map(|one| (Urgency::Late, one));
    let ahead = figures.ahead.iter().map(|one| (Urgency::Ahead, one));
    late.chain(ahead)
        .map(|(urgency, one)| follow_up(context, figures, (urgency, one)))
}

fn follow_up(context: &Context<'_>, figures: &FollowUpFigures, (urgency, one): (Urgency, &Open)) -> Duty {
    let pen = context.pen;
    let (staff, text, today) = (
        context.who.people.id(one.person),
        slot(pen, "TEXT"),
        context.as_of(),
    );
    let graded = one.graded.map(|graded| format!("{staff}/{}", graded.period));
    let graded = graded.unwrap_or_default();
    let given = figures.guided.iter().find(|given| given.origin == one.origin);
    let given = given.map_or("", |given| &given.id);
    let what = about(pen, one);
    let followed = format!("bina guidance follow-up {given} --result \"{text}\"");
    let (id, what, command, task) = match one.lacking {
        Lacking::Guidance => (
            format!("guidance:{graded}"),
            Words::Guidance { what },
            format!(
                "bina guidance add --staff {staff} --date {today} --cause evaluation:{graded} --guidance \"{text}\""
            ),
            Words::DoGuide,
        ),
        Lacking::FollowUp => (
            format!("follow-up:{given}"),
            Words::FollowUp { what },
            followed,
            Words::DoFollowUp,
        ),
        Lacking::Result => (
            format!("result:{given}"),
            Words::Result { what },
            format!("bina guidance set {given} --result \"{text}\""),
            Words::DoResult,
        ),
        Lacking::Recognition => (
            format!("recognition:{graded}"),
            Words::Recognition { what },
            format!(
                "bina award add --staff {staff} --date {today} --kind \"{text}\" --evaluation evaluation:{graded}"
            ),
            Words::DoRecognise,
        ),
    };
    Duty {
        id,
        words: ("bimbingan", "guidance"),
        what: pen.say(what),
        who: context.name(one.person),
        day: one.due,
        // For recognition the rule sets no day.
        urgency: match one.lacking {
            Lacking::Recognition => Urgency::Open,
            _ => urgency,
        },
        workdays: None,
        command,
        errand: Doer::SuperiorOf(one.person).told(task),
    }
}

fn certificates(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let pen = context.pen;
    let list = gathered
        .certificates
        .iter()
        .flat_map(|report| &report.figures.list);
    let one = |one: &Credential| {
        let is_expired = one.standing == Validity::Expired;
        let day = if is_expired { one.lapses() } else { one.renew_by };
        let day = day.filter(|_| !one.is_renewed())?;
        Some(Duty {
            id: format!("certificate:{}", one.id),
            words: ("sertifikat", "certificate"),
            what: pen.say(Words::Certificate {
                scheme: one.scheme.clone(),
            }),
            who: context.name(one.holder),
            day,
            urgency: Urgency::of(is_expired || day < context.as_of()),
            workdays: None,
            command: format!(
                "bina certificate renew {} --number {} --issued {}",
                one.id,
                slot(pen, "NO"),
                slot(pen, "DATE")
            ),
            errand: Doer::Person(one.holder).told(Words::DoRenew),
        })
    };
    list.filter_map(one).collect()
}

fn refreshers(context: &Context<'_>, gathered: &DueFigures) -> Vec<Duty> {
    let pen = context.pen;
    let Some((rule, report)) = context
        .rules
        .certificates
        .on(context.as_of())
        .zip(gathered.certificates.as_ref())
    else {
        return Vec::new();
    };
    let known = report.refresh.due.iter().chain(&report.refresh.later);
    let known = known.map(|one| {
        let topic = &rule.refresh[one.topic];
        let staff = context.who.people.id(one.person);
        Duty {
            id: format!("refresher:{}/{staff}", topic.topic.0),
            words: ("pelatihan ulang", "refresher"),
            what: pen.say(Words::Refresher {
                topic: pen.of_rule(&topic.name, topic.name_en.as_ref()),
            }),
            who: context.name(one.person),
            day: one.due,
            urgency: Urgency::of(one.due < context.as_of()),
            workdays: None,
            command: format!("bina training enroll {} {staff}", slot(pen, "TRAINING")),
            errand: Doer::Person(one.person).told(Words::DoRefresh),
        }
    });
    known.collect()
}

fn contracts(context: &Context<'_>) -> Vec<Duty> {
    let people = context.who.people.list.iter().zip(0..);
    let ends = people.filter_map(|(person, number)| Some((number, person.contract_ends()?)));
    let duties = ends.map(|(person, until)| {
        let staff = context.who.people.id(person);
        Duty {
            id: format!("contract:{staff}/{until}"),
            words: ("kontrak", "contract"),
            what: context.pen.say(Words::Contract),
            who: context.name(person),
            day: until,
            urgency: Urgency::of(until < context.as_of()),
            workdays: None,
            command: format!(
                "bina contract add {staff} {} --until {}",
                until.plus(1),
                slot(context.pen, "DATE")
            ),
            errand: Doer::Person(person).told(Words::DoContract),
        }
    });
    duties.collect()
}

/// Pairs that have to meet again, and newcomers whom nobody guides.
fn mentoring(context: &Context<'_>, figures: &MentoringFigures) -> Vec<Duty> {
    let pen = context.pen;
    let Some(rule) = context.rules.mentoring.on(context.as_of()) else {
        return Vec::new();
    };
    let words = ("pendampingan", "mentoring");
    let running = figures.pairs.iter().filter(|pair| pair.is_running());
    let pairs = running.map(|pair| Duty {
        id: format!("session:{}", pair.id),
        words,
        what: pen.say(Words::Quiet {
            mentee: named(pair.mentee),
        }),
        who: context.name(pair.mentor),
        day: pair.quiet_after(rule),
        urgency: match pair.is_unheard(rule, context.as_of()) {
            // It may have met: what is on record of the month has to be brought in.
            true => Urgency::Open,
            false => Urgency::of(pair.is_quiet(rule, context.as_of())),
        },
        workdays: None,
        command: format!("bina mentoring log {} --minutes {}", pair.id, slot(pen, "N")),
        errand: Doer::Person(pair.mentor).told(Words::DoMeet),
    });
    let alone = figures.newcomers.iter().filter(|one| one.guided == Stage::Nobody);
    let alone = alone.map(|one| {
        let staff = context.who.people.id(one.person);
        Duty {
            id: format!("mentor:{staff}"),
            words,
            what: pen.say(Words::Newcomer),
            who: context.name(one.person),
            day: one.joined,
            urgency: Urgency::Open,
            workdays: None,
            command: format!(
                "bina mentoring pair {} {staff} --goal \"{}\"",
                slot(pen, "MENTOR"),
                slot(pen, "TEXT")
            ),
            errand: Doer::SuperiorOf(one.person).told(Words::DoPair),
        }
    });
    pairs.chain(alone).collect()
}
