//! What was trained over twelve months: by form and mode, by competency, with partners, and what nobody evaluated.

use crate::answers::{Form, feedback};
use crate::files::{Month, Reading, Row, cell, date, figure, number, text, whole};
use crate::participation::{Part, year};
use crate::satisfaction::least_group;
use crate::table::{Counted, Table, counted, mean, row, share};
use crate::training::{has_taken_part, is_open};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["participation"], "forms", by_form),
    counted(&["participation"], "competencies", competencies),
    counted(&["participation"], "partners", partners),
    counted(&["participation"], "unevaluated", unevaluated),
    counted(&["monthly"], "unevaluated", lately_unevaluated),
    counted(&["participation"], "unapplied", unapplied),
];

fn by_form(reading: &Reading) -> Table {
    let year = year(reading);
    let mut forms: BTreeMap<String, Vec<&Part>> = BTreeMap::new();
    for part in year.completed() {
        let key = match &part.document {
            None => "external/".to_owned(),
            Some(document) => {
                // KL01 to KL12 are classroom forms, NKL01 to NKL13 are not.
                let form = match text(document, "method").starts_with("NKL") {
                    true => "non-classroom",
                    false => "classroom",
                };
                format!("{form}/{}", text(document, "mode"))
            }
        };
        forms.entry(key).or_default().push(part);
    }
    let line = |(key, parts): (String, Vec<&Part>)| {
        let by = |initiative: &str| {
            json!(
                parts
                    .iter()
                    .filter(|part| cell(&part.row, "initiative") == initiative)
                    .count()
            )
        };
        row(
            key,
            [
                ("completed", json!(parts.len())),
                ("jp", json!(parts.iter().map(|part| part.jp()).sum::<f64>())),
                ("own", by("self")),
                ("assigned", by("assigned")),
                ("initiative_unknown", by("")),
            ],
        )
    };
    forms.into_iter().map(line).collect()
}

/// A programme that was held and ended in the twelve months.
pub(crate) struct Held {
    id: String,
    took_part: usize,
    pub(crate) is_evaluated: bool,
}

/// Whether enough participants gave feedback about a programme by the last day, or enough sat both tests.
fn is_evaluated(reading: &Reading, id: &str, rows: &[&Row], feedback: &[Form]) -> bool {
    let is_answered = |form: &Form| {
        let own = form.rows.iter().filter(|row| cell(row, "training") == id);
        let known = own.filter(|row| Month::parse(cell(row, "date")) <= reading.month);
        let told = known.filter(|row| form.items.iter().any(|item| item.score(row).is_some()));
        told.count() >= form.least.unwrap_or_else(|| least_group(reading))
    };
    let least = whole(&reading.rule("gain"), "min_pairs") as usize;
    let has_both = |row: &&Row| number(row, "pre").is_some() && number(row, "post").is_some();
    feedback.iter().any(is_answered) || rows.iter().filter(|row| has_both(row)).count() >= least
}

/// How many programmes ended in the twelve months, and of how many of them it is not on record who came.
pub(crate) fn ended(reading: &Reading) -> (usize, usize) {
    let (first, last) = (reading.window(12).first(), reading.on());
    let rows = reading.rows("participation");
    let (mut all, mut unclosed) = (0, 0);
    for (id, document) in reading.documents("trainings") {
        let end = date(&document, "end").unwrap();
        let own: Vec<&Row> = rows.iter().filter(|row| cell(row, "training") == id).collect();
        let is_self_paced = text(&document, "mode") == "self-paced";
        let is_of_nobody = !own.iter().any(|row| has_taken_part(last, row));
        if text(&document, "status") == "cancelled"
            || end < first
            || last < end
            || is_self_paced && is_of_nobody
        {
            continue;
        }
        all += 1;
        let is_open = text(&document, "status") != "done" || own.iter().any(|row| is_open(last, row));
        unclosed += usize::from(is_open && !is_self_paced);
    }
    (all, unclosed)
}

pub(crate) fn held(reading: &Reading) -> Vec<Held> {
    held_since(reading, reading.window(12))
}

fn held_since(reading: &Reading, first: Month) -> Vec<Held> {
    let (first, last) = (first.first(), reading.on());
    let (rows, feedback) = (reading.rows("participation"), feedback(reading));
    let one = |(id, document): (String, Rc<toml::Table>)| {
        let end = date(&document, "end").unwrap();
        if text(&document, "status") == "cancelled" || end < first || last < end {
            return None;
        }
        let own: Vec<&Row> = rows.iter().filter(|row| cell(row, "training") == id).collect();
        let took_part = own.iter().filter(|row| has_taken_part(last, row)).count();
        let is_evaluated = is_evaluated(reading, &id, &own, &feedback);
        (took_part > 0).then_some(Held {
            id,
            took_part,
            is_evaluated,
        })
    };
    reading
        .documents("trainings")
        .into_iter()
        .filter_map(one)
        .collect()
}

fn unevaluated(reading: &Reading) -> Table {
    idle(held(reading))
}

fn idle(held: Vec<Held>) -> Table {
    let idle = held.into_iter().filter(|one| !one.is_evaluated);
    idle.map(|one| row(one.id, [("took_part", json!(one.took_part))]))
        .collect()
}

/// The same of the months for which long programmes are looked.
fn lately_unevaluated(reading: &Reading) -> Table {
    let back = whole(&reading.rule("look-back"), "programme_months") as i32;
    let first = reading.begins().plus(-back);
    let mut all = idle(held_since(reading, first));
    all.retain(|(id, _)| Month::parse(id) >= first);
    all
}

/// Programmes to which a questionnaire of alumni or supervisors belongs, so many months after their end, where nobody has
/// answered since in one of the roles.
fn unapplied(reading: &Reading) -> Table {
    let months = whole(&reading.rule("impact"), "months_after") as u32;
    let rows = reading.rows("participation");
    let mut out = Table::new();
    for (id, document) in reading.documents("trainings") {
        let end = date(&document, "end").unwrap();
        let is_held = ["done", "running"].contains(&text(&document, "status"));
        let is_due = end + chrono::Months::new(months) <= reading.on();
        if !is_held || !is_due || end < reading.window(12).first() {
            continue;
        }
        let lacks = |code: &&str| {
            let asked = reading.document(&format!("questionnaires/{code}.toml"));
            let roles = crate::files::texts(&asked, "answered_by");
            let answers = reading.rows(&format!("responses/{code}"));
            let has_told = |role: &str| {
                answers.iter().any(|row| {
                    let month = Month::parse(cell(row, "date"));
                    let is_after = match cell(row, "wave") {
                        "" => month >= Month::of(end),
                        wave => wave == "after",
                    };
                    let is_own = cell(row, "training") == id && cell(row, "role") == role;
                    is_own && is_after && month >= Month::of(end) && month <= reading.month
                })
            };
            let mut asked_of = ["alumni", "supervisor"]
                .into_iter()
                .filter(|role| roles.contains(role));
            asked_of.any(|role| !has_told(role))
        };
        let completed = rows.iter().filter(|row| {
            let is_known = crate::files::day(row, "completed").is_some_and(|day| day <= reading.on());
            cell(row, "training") == id && cell(row, "status") == "completed" && is_known
        });
        let completed = completed.count();
        if completed > 0 && crate::files::texts(&document, "questionnaires").iter().any(lacks) {
            out.push(row(id, [("completed", json!(completed))]));
        }
    }
    out
}

fn partners(reading: &Reading) -> Table {
    let year = year(reading);
    let mut partners: BTreeMap<&str, Vec<&Part>> = BTreeMap::new();
    for part in &year.parts {
        let partner = part
            .document
            .as_ref()
            .map_or("", |document| text(document, "partner"));
        partners.entry(partner).or_default().push(part);
    }
    partners.remove("");
    let line = |(partner, parts): (&str, Vec<&Part>)| {
        let completed = || parts.iter().filter(|part| part.is_completed());
        let programmes: BTreeMap<&str, &Part> = parts
            .iter()
            .map(|part| (cell(&part.row, "training"), *part))
            .collect();
        let documents = programmes.values().filter_map(|part| part.document.as_ref());
        let costs: Vec<f64> = documents
            .filter_map(|document| figure(document, "cost"))
            .collect();
        let cost = (!costs.is_empty()).then(|| costs.iter().sum::<f64>());
        row(
            partner,
            [
                ("programmes", json!(programmes.len())),
                ("completed", json!(completed().count())),
                ("jp", json!(completed().map(|part| part.jp()).sum::<f64>())),
                ("cost", json!(cost)),
            ],
        )
    };
    partners.into_iter().map(line).collect()
}

fn competencies(reading: &Reading) -> Table {
    let year = year(reading);
    let mut parts: BTreeMap<&str, Vec<&Part>> = BTreeMap::new();
    for part in &year.parts {
        part.competencies()
            .into_iter()
            .for_each(|one| parts.entry(one).or_default().push(part));
    }
    let line = |(competency, parts): (&str, Vec<&Part>)| {
        let completed: Vec<&Part> = parts.iter().copied().filter(|part| part.is_completed()).collect();
        let programmes: BTreeSet<&str> = parts.iter().map(|part| cell(&part.row, "training")).collect();
        let people: BTreeSet<&str> = completed.iter().map(|part| cell(&part.row, "staff")).collect();
        let standards: Vec<_> = completed
            .iter()
            .filter_map(|part| year.standards.get(&part.position))
            .collect();
        let for_post = standards
            .iter()
            .filter(|standard| standard.contains(competency))
            .count();
        let pairs = parts.iter();
        let pairs = pairs.filter_map(|part| number(&part.row, "pre").zip(number(&part.row, "post")));
        let pairs: Vec<(f64, f64)> = pairs.collect();
        let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        row(
            competency,
            [
                ("programmes", json!(programmes.len())),
                ("completed", json!(completed.len())),
                ("people", json!(people.len())),
                ("for_post", share(for_post, standards.len())),
                ("pairs", json!(pairs.len())),
                ("pre_mean", json!(mean(&pre))),
                ("post_mean", json!(mean(&post))),
            ],
        )
    };
    parts.into_iter().map(line).collect()
}
