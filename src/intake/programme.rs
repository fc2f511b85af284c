//! The training that a list of participants is about: the one that is named, or a new one of what the list says above its
//! heading; closed, where that is asked, as `training complete` closes it.

use super::announced::{AROUND, KINDS};
use super::form::ListForm;
use super::headed;
use super::titled::AS_TYPED;
use super::told::{Account, Outcome};
use crate::change::paper::{self, Paper};
use crate::change::programme::OpenProgramme;
use crate::change::{Draft, Reason, Request, taking_part};
use crate::records::code::{Method, Mode, ParticipationStatus, TrainingStatus};
use crate::records::taking_part::{Participation, participation};
use crate::records::text::folded;
use crate::records::time::{Day, Month};
use crate::records::training::Training;
use crate::records::word::{Code, spelling};
use crate::sheets::Worksheet;
use crate::words::change::{Hint, Slip};
use crate::words::import::{Intake, Unfit};
use crate::words::{Lang, Say};
use std::collections::BTreeMap;
use std::mem;

/// Makes the training that is named and not there.
pub(super) const NEW: &str = "new-training";

/// Closes it for who attended.
pub(super) const COMPLETE: &str = "complete";

/// What is typed of a new training: arguments of the names of its fields.
pub(super) const TYPED: [&str; 6] = ["title", "method", "mode", "start", "end", "jp"];

/// Whether a list is one of participants.
pub(super) fn is_list(form: &ListForm) -> bool {
    form.survey.is_none() && form.table().name == participation.name
}

/// The programme that the list is about, where all of it is about one; one that is not there is made where that is asked.
pub(super) fn of(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    form: &ListForm,
    (sheets, account): (&[Worksheet], &mut Account),
) -> Option<Option<OpenProgramme>> {
    let named = request
        .get("for")
        .filter(|_| is_list(form))
        .map(|id| id.trim().to_owned());
    let Some(id) = named.clone().or_else(|| proposed(form, sheets)) else {
        return Some(None);
    };
    let is_there = Training::exists(draft, &id);
    if named.is_none() && is_there {
        let (typed, choices) = (format!("--for {id}"), String::new());
        draft.refuse("", Unfit::ProgrammeTold { typed, choices });
    } else if Training::check(&id).is_ok() && !is_there {
        let missing = Training::missing(draft, &id);
        let is_none = matches!(missing, Reason::Slip(Slip::TrainingNone { .. }));
        if request.has(NEW) || is_none || named.is_none() {
            let told = headed::fields(form, sheets);
            let notes = make(draft, request, (&id, named.is_some()), told)?;
            account.notes.extend(notes);
        }
    }
    let opened = paper::open::<Training>(draft, &id)?;
    if is_there {
        let told = sheets.iter().filter_map(|sheet| another(form, sheet, &opened));
        hold_against(draft, request, (&opened, told.collect()), account);
    }
    Some(Some(opened))
}

/// The id that a training may have of which only the lines above a list of participants tell: of the month in which it began,
/// and its title.
fn proposed(form: &ListForm, sheets: &[Worksheet]) -> Option<String> {
    /// No id is longer.
    const LONGEST: usize = 40;
    let told = headed::fields(form, sheets);
    let told = |name: &str| {
        told.iter()
            .flatten()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| text)
    };
    let (title, start) = told("title")
        .zip(told("start"))
        .filter(|_| is_list(form) && !form.takes_titles())?;
    let mut slug = folded(title).replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    slug.truncate(LONGEST);
    let id = format!("{}/{}", start.get(..7)?, slug.trim_matches('-'));
    Training::check(&id).is_ok().then_some(id)
}

/// Tells what sheets say of a training that is recorded otherwise; where that is another, it is refused unless it was typed that it
/// is this one.
fn hold_against(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    (opened, told): (&OpenProgramme, Vec<(bool, String, String)>),
    account: &mut Account,
) {
    for (is_other, place, told) in told {
        let (own, training) = (shown(opened), opened.id.clone());
        match is_other && !request.has(AS_TYPED) {
            true => draft.refuse(
                "--for",
                Unfit::TrainingOther {
                    place,
                    told,
                    training,
                    own,
                },
            ),
            false => account.notes.push(Intake::TrainingOtherwise {
                place,
                told,
                training,
                own,
            }),
        }
    }
}

/// What is told of a training to tell it from another.
fn shown(programme: &OpenProgramme) -> String {
    let training = &programme.content;
    let (start, end, jp) = (training.start.value, training.end.value, training.jp.value);
    let days = if start == end {
        start.to_string()
    } else {
        format!("{start} – {end}")
    };
    format!("{}; {days}; {jp} JP", training.title)
}

/// What a sheet tells above its heading that is not so of a training, and whether it is about another: one of another day or,
/// where it tells none, of another title.
fn another(form: &ListForm, sheet: &Worksheet, programme: &OpenProgramme) -> Option<(bool, String, String)> {
    let told = headed::fields(form, std::slice::from_ref(sheet))
        .into_iter()
        .flatten();
    let told: Vec<(&str, String)> = told.collect();
    let text = |name: &str| {
        told.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| text.as_str())
    };
    let day = |name: &str| text(name).and_then(Day::parse);
    let training = &programme.content;
    let days = day("start").zip(day("end"));
    let is_apart = |(first, last): &(Day, Day)| *first > training.end.value || *last < training.start.value;
    let other_days = days.filter(is_apart);
    let title = text("title").filter(|title| !is_alike(title, &training.title));
    let own: Option<f64> = training.jp.value.to_string().parse().ok();
    let jp = text("jp").filter(|jp| jp.parse().ok() != own);
    let is_other = other_days.is_some() || (days.is_none() && title.is_some());
    let parts = [
        title.map(str::to_owned),
        other_days.map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first} – {last}")
            }
        }),
        jp.map(|jp| format!("{jp} JP")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let place = sheet.spot(0, None).within_file();
    (!parts.is_empty()).then(|| (is_other, place, parts.join("; ")))
}

/// Whether two titles may be of one training: a word of one that says what it is about is in one of the other, `Arsip` in
/// `Kearsipan`, or is written short there.
fn is_alike(one: &str, other: &str) -> bool {
    let about = |text: &str| -> Vec<String> {
        let text = folded(text);
        let words = text
            .split(' ')
            .filter(|word| !KINDS.contains(word) && !AROUND.contains(word));
        words.filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    let initials = |text: &str| -> String {
        folded(text)
            .split(' ')
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let (own, others) = (about(one), about(other));
    let shares = own.iter().any(|word| {
        others
            .iter()
            .any(|known| known.contains(&**word) || word.contains(&**known))
    });
    let is_short = |words: &[String], text: &str| words.iter().any(|word| initials(text).contains(&**word));
    own.is_empty() || others.is_empty() || shares || is_short(&own, other) || is_short(&others, one)
}

/// Makes a training of what was typed and, where nothing was, of what the list tells; the note of what is concluded. What
/// lacks is refused, and something stands in for it, so that the rows are read and asked about too.
fn make(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    (id, is_named): (&str, bool),
    told: Vec<headed::Announced>,
) -> Option<Vec<Intake>> {
    let mut notes = take_announced(draft, request, id, told);
    for (name, text) in Training::DEFAULTS {
        request.or(name, text);
    }
    Training::date(request, None);
    let method = headed::method(request.text("title")).filter(|_| !request.has("method"));
    let note = method.map(|code| {
        request.or("method", code.name);
        Intake::MethodTitled {
            method: code.words.get(request.lang).to_owned(),
            code: code.name.to_owned(),
            training: id.to_owned(),
        }
    });
    refuse_later(draft, request, id);
    refuse_untold(draft, request, (id, is_named));
    let refused = mem::take(&mut draft.slips);
    let made = paper::create::<Training>(draft, id, &Training::FIELDS.typed::<Training>(request, 0));
    draft.slips.splice(..0, refused);
    made?;
    notes.extend(note);
    let (id, title) = (id.to_owned(), request.text("title").trim().to_owned());
    notes.push(Intake::TrainingMade { id, title });
    Some(notes)
}

/// Takes what a list announces of a new training, where nothing was typed; the notes of what is concluded.
fn take_announced(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    id: &str,
    told: Vec<headed::Announced>,
) -> Vec<Intake> {
    let mut notes = Vec::new();
    for field in told {
        match field {
            Ok((headed::PLACED, code)) if request.has("mode") || code.is_empty() => {}
            Ok((headed::PLACED, code)) => {
                request.or("mode", &code);
                let known = Mode::CODES.iter().find(|known| known.name == code);
                let mode =
                    known.map_or_else(|| code.clone(), |known| known.words.get(request.lang).to_owned());
                let training = id.to_owned();
                notes.push(Intake::ModeConcluded { mode, training });
            }
            Ok((name, text)) => request.or(name, &text),
            Err(told) => draft.refuse(told.0.text(request.lang), told.1),
        }
    }
    notes
}

/// Refuses an id of a later month than that in which the training starts.
fn refuse_later(draft: &mut Draft<'_>, request: &Request<'_>, id: &str) {
    let start = request.get("start").and_then(Day::parse);
    if let Some((start, (month, slug))) = start.zip(id.split_once('/'))
        && Month::parse(month).is_some_and(|month| start.month() < month)
    {
        let fit = format!("{}/{slug}", start.month());
        let start = start.to_string();
        draft.refuse("--for", Unfit::MonthOfOther { start, fit });
    }
}

/// What may be typed for how a training is held; of its forms those that its title begins as, where there are such.
fn choices(name: &str, title: &str, lang: Lang) -> Option<String> {
    let title = folded(title);
    let first = title.split(' ').next().filter(|word| !word.is_empty());
    let is_so = |code: &&Code| first.is_some_and(|word| code.words.id.split(' ').next() == Some(word));
    let codes: Vec<&Code> = match name {
        "mode" => Mode::CODES.iter().collect(),
        "method" if Method::CODES.iter().any(|code| is_so(&code)) => {
            Method::CODES.iter().filter(is_so).collect()
        }
        "method" => Method::CODES.iter().collect(),
        _ => return None,
    };
    let words: Vec<String> = codes.iter().map(|code| spelling(code.words.get(lang))).collect();
    Some(format!("--{name}: {}", words.join(", ")))
}

/// Refuses what nothing tells of a new training, with all that is to be typed, and lets something stand in for it.
fn refuse_untold(draft: &mut Draft<'_>, request: &mut Request<'_>, (id, is_named): (&str, bool)) {
    // A title is words.
    let is_told = |name: &&&str| {
        request
            .get(name)
            .is_some_and(|text| text.contains(char::is_alphanumeric))
    };
    let missing = TYPED.iter().filter(|name| !is_told(name));
    let lang = request.lang;
    // Nobody knows them better than who fills them in: an example would be taken as it is.
    let (names, mut typed): (Vec<String>, Vec<String>) = missing
        .clone()
        .map(|name| {
            let place = if *name == "title" { "\"…\"" } else { "…" };
            (format!("--{name}"), format!("--{name} {place}"))
        })
        .unzip();
    let names = names.join(", ");
    let title = request.text("title");
    let choices: Vec<String> = missing.filter_map(|name| choices(name, title, lang)).collect();
    let choices = match choices.is_empty() {
        true => String::new(),
        false => format!(" ({})", choices.join("; ")),
    };
    if !request.has(NEW) {
        typed.insert(0, format!("--{NEW}"));
    }
    if !is_named {
        let typed = format!("--for {id} {}", typed.join(" ")).trim_end().to_owned();
        draft.refuse("", Unfit::ProgrammeTold { typed, choices });
    } else if !request.has(NEW) {
        let (id, typed) = (id.to_owned(), typed.join(" "));
        draft.refuse("--for", Unfit::TrainingNew { id, typed, choices });
    } else if !names.is_empty() {
        let typed = typed.join(" ");
        draft.refuse(
            "",
            Unfit::TrainingUntold {
                names,
                typed,
                choices,
            },
        );
    }
    let today = request.today.to_string();
    for (name, text) in TYPED
        .into_iter()
        .zip(["-", "KL10", "classroom", &today, &today, "1"])
    {
        request.or(name, text);
    }
}

/// Says of a list that was taken in what becomes of its training: closed for who attended where that is asked, and not made
/// for a list of which no row was accepted.
pub(super) fn close(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    training: String,
    account: &mut Account,
) {
    let rejected = account.count(Outcome::Rejected);
    if rejected == account.rows.len() {
        draft.restore(&paper::file::<Training>(&training));
        account
            .notes
            .retain(|note| !matches!(note, Intake::TrainingMade { .. } | Intake::SessionsMade { .. }));
        return;
    }
    if !request.has(COMPLETE) {
        let is_open = account.is_attended;
        account
            .notes
            .extend(is_open.then_some(Intake::CompleteHint { training }));
        return;
    }
    let paper = paper::file::<Training>(&training);
    let before = draft.bytes(&paper);
    let but: Vec<String> = account.partly.iter().map(|(_, id)| id.clone()).collect();
    let opened = paper::open::<Training>(draft, &training);
    let was_done = opened.is_some_and(|one| one.content.status.value == TrainingStatus::Done);
    let stood = standing(draft, &training);
    let Some(count) = taking_part::complete_attending(draft, request, (&training, &but)) else {
        return;
    };
    let stands = standing(draft, &training);
    let completed = ParticipationStatus::Completed.code();
    let is_open = |(_, id): &&(String, String)| stands.get(id).is_none_or(|status| status != completed);
    let names: Vec<String> = account
        .partly
        .iter()
        .filter(is_open)
        .map(|(name, _)| name.clone())
        .collect();
    for (name, before, after) in became(draft, &stood, stands) {
        account.note_change(&name, ["status".to_owned(), before, after]);
    }
    if count > 0 {
        let training = training.clone();
        account.notes.push(Intake::Completed { training, count });
    }
    if rejected > 0 && !was_done {
        // Who was rejected may have been there.
        draft.put(&paper, before);
        let (training, count) = (training.clone(), rejected);
        account.notes.push(Intake::NotCompleted { training, count });
    }
    if !names.is_empty() {
        // Whoever is told here needs not be told as open once more.
        let is_told = |note: &Hint| matches!(note, Hint::StillOpen { count, .. } if *count == names.len());
        draft.notes.retain(|note| !is_told(note));
        let (count, names) = (names.len(), names.join("; "));
        account.notes.push(Intake::PartlyThere {
            training,
            count,
            names,
        });
    }
}

/// How each participant of a training stands, by id.
fn standing(draft: &mut Draft<'_>, training: &str) -> BTreeMap<String, String> {
    let file = participation.file(training.get(..7).unwrap_or_default());
    let rows = draft.rows(&participation, &file).into_iter();
    let own = rows.filter(|row| row.cells[Participation::training] == training);
    own.map(|row| {
        (
            row.cells[Participation::staff].clone(),
            row.cells[Participation::status].clone(),
        )
    })
    .collect()
}

/// Who stands otherwise than before: name, before, after.
fn became(
    draft: &mut Draft<'_>,
    before: &BTreeMap<String, String>,
    after: BTreeMap<String, String>,
) -> Vec<(String, String, String)> {
    let people = draft.people();
    let other = after.into_iter().filter_map(|(id, after)| {
        let before = before.get(&id).filter(|before| **before != after)?;
        Some((people.named(&id), before.clone(), after))
    });
    other.collect()
}
