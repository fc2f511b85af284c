//! Who takes part and who does not, over twelve months.

use crate::answers::{Form, feedback};
use crate::files::{Month, Reading, Row, cell, date, day, figure, number, tables, text};
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, over, row, share};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["participation"], "participation", overview),
    counted(&["participation"], "never", never),
    counted(&["participation"], "reasons", reasons),
    counted(&["monthly", "participation"], "refused_twice", refused_twice),
    counted(&["participation"], "groups", groups),
    counted(&["participation"], "forms", by_form),
    counted(&["participation"], "competencies", competencies),
    counted(&["participation"], "partners", partners),
    counted(&["monthly", "participation"], "unevaluated", unevaluated),
];

/// A participation of the twelve months of somebody who counts.
struct Part {
    row: Row,
    person: String,
    /// The programme; `None` of another office's.
    document: Option<Rc<toml::Table>>,
    /// The position held on the day of completion.
    position: String,
}

impl Part {
    fn is_completed(&self) -> bool {
        cell(&self.row, "status") == "completed"
    }

    fn is_absent(&self) -> bool {
        cell(&self.row, "status") == "absent"
    }

    fn is_refusal(&self) -> bool {
        self.is_absent() && cell(&self.row, "reason") == "declined"
    }

    fn jp(&self) -> f64 {
        number(&self.row, "jp").unwrap_or(0.0)
    }

    fn competencies(&self) -> Vec<&str> {
        let list = self
            .document
            .iter()
            .flat_map(|document| tables(document, "competency"));
        list.map(|one| text(one, "code")).collect()
    }
}

struct Year {
    people: Vec<Person>,
    parts: Vec<Part>,
    /// What each position requires.
    standards: BTreeMap<String, BTreeSet<String>>,
}

/// The position held on a day.
fn position(postings: &[Row], person: &str, on: NaiveDate) -> String {
    let own = postings
        .iter()
        .filter(|row| cell(row, "staff") == person && day(row, "since").unwrap() <= on);
    own.max_by_key(|row| day(row, "since"))
        .map_or(String::new(), |row| cell(row, "position").to_owned())
}

fn year(reading: &Reading) -> Year {
    let people = people(reading);
    let documents: BTreeMap<String, Rc<toml::Table>> = reading.documents("trainings").into_iter().collect();
    let (first, last) = (reading.month.first_of(12).first(), reading.on());
    let postings = reading.rows("postings.csv");
    let part = |row: &Row| {
        let person = cell(row, "staff");
        let document = documents.get(cell(row, "training"));
        // A cancelled programme is nobody's.
        if document.is_some_and(|document| text(document, "status") == "cancelled") {
            return None;
        }
        let completed = day(row, "completed").filter(|_| cell(row, "status") == "completed");
        let on = completed.or_else(|| date(document?, "end"))?;
        let is_own = people.iter().any(|one| one.id == person) && first <= on && on <= last;
        is_own.then(|| Part {
            row: row.clone(),
            person: person.to_owned(),
            document: document.cloned(),
            position: position(&postings, person, on),
        })
    };
    let parts = reading.rows("participation").iter().filter_map(part).collect();
    let mut standards: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in reading.rows("standards.csv").iter() {
        let required = standards.entry(cell(row, "position").to_owned()).or_default();
        required.insert(cell(row, "competency").to_owned());
    }
    Year {
        people,
        parts,
        standards,
    }
}

impl Year {
    fn completed(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.is_completed())
    }

    fn of<'y>(&'y self, person: &'y Person) -> impl Iterator<Item = &'y Part> {
        self.parts.iter().filter(move |part| part.person == person.id)
    }

    /// How many people completed something.
    fn took_part(&self, people: &[&Person]) -> usize {
        people
            .iter()
            .filter(|person| self.of(person).any(Part::is_completed))
            .count()
    }

    /// Whether one of the programme's competencies is required by the post; `None` where that cannot be told.
    fn is_relevant(&self, part: &Part) -> Option<bool> {
        let standard = self.standards.get(&part.position)?;
        let competencies = part.competencies();
        (!competencies.is_empty()).then(|| competencies.iter().any(|one| standard.contains(*one)))
    }

    /// The JP of the tenth of the people that has most, rounded up, and how many they are.
    fn top_tenth(&self) -> (f64, usize) {
        let jp = |person: &Person| {
            self.of(person)
                .filter(|part| part.is_completed())
                .map(Part::jp)
                .sum::<f64>()
        };
        let mut all: Vec<f64> = self.people.iter().map(jp).collect();
        all.sort_by(|a, b| b.total_cmp(a));
        let tenth = self.people.len().div_ceil(10);
        (all[..tenth].iter().sum(), tenth)
    }
}

/// Whether somebody talked about a refusal by the last day: guidance that names the participation as its cause.
fn is_talked_about(reading: &Reading, part: &Part) -> bool {
    let cause = format!("participation:{}/{}", cell(&part.row, "training"), part.person);
    let guidance = reading.rows("guidance.csv");
    guidance
        .iter()
        .any(|row| cell(row, "cause") == cause && day(row, "date").unwrap() <= reading.on())
}

fn overview(reading: &Reading) -> Table {
    let (year, programmes) = (year(reading), held(reading));
    let people = year.people.len();
    let took_part = year.took_part(&year.people.iter().collect::<Vec<_>>());
    let refusals: Vec<&Part> = year.parts.iter().filter(|part| part.is_refusal()).collect();
    let silent = refusals
        .iter()
        .filter(|part| !is_talked_about(reading, part))
        .count();
    let completed = year.completed().count();
    let jp: f64 = year.completed().map(Part::jp).sum();
    let (top, tenth) = year.top_tenth();
    let by = |initiative: &str| {
        year.completed()
            .filter(|part| cell(&part.row, "initiative") == initiative)
            .count()
    };
    let relevant: Vec<bool> = year
        .completed()
        .filter_map(|part| year.is_relevant(part))
        .collect();
    let unevaluated = programmes.iter().filter(|one| !one.is_evaluated).count();
    let line = |key: &str, value: Value| {
        let about = if key == "top_tenth" { tenth } else { people };
        row(key, [("value", value), ("people", json!(about))])
    };
    vec![
        line("people", json!(people)),
        line("took_part", share(took_part, people)),
        line("never", share(people - took_part, people)),
        line(
            "absent",
            share(
                year.parts.iter().filter(|part| part.is_absent()).count(),
                year.parts.len(),
            ),
        ),
        line("refusals", json!(refusals.len())),
        line("without_talk", share(silent, refusals.len())),
        line("completed", json!(completed)),
        line("jp", json!(jp)),
        line("top_tenth", over(top, jp)),
        line("own", share(by("self"), by("self") + by("assigned"))),
        line(
            "relevant",
            share(relevant.iter().filter(|is| **is).count(), relevant.len()),
        ),
        line("relevance_unknown", share(completed - relevant.len(), completed)),
        line("programmes", json!(programmes.len())),
        line("unevaluated", share(unevaluated, programmes.len())),
    ]
}

fn never(reading: &Reading) -> Table {
    let year = year(reading);
    let idle = year
        .people
        .iter()
        .filter(|person| !year.of(person).any(Part::is_completed));
    let line = |person: &Person| {
        let absent = year.of(person).filter(|part| part.is_absent()).count();
        let invited = year.of(person).count();
        row(
            &*person.name,
            [
                ("unit", json!(person.unit)),
                ("invited", json!(invited)),
                ("absent", json!(absent)),
            ],
        )
    };
    idle.map(line).collect()
}

fn reasons(reading: &Reading) -> Table {
    let year = year(reading);
    let absent = || year.parts.iter().filter(|part| part.is_absent());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    absent().for_each(|part| *counts.entry(cell(&part.row, "reason")).or_default() += 1);
    let line = |(reason, count): (&str, usize)| {
        let reason = if reason.is_empty() { "unknown" } else { reason };
        row(
            reason,
            [("count", json!(count)), ("share", share(count, absent().count()))],
        )
    };
    counts.into_iter().map(line).collect()
}

/// Who declined more than once without anybody talking about it.
fn refused_twice(reading: &Reading) -> Table {
    let year = year(reading);
    let line = |person: &Person| {
        let silent = year
            .of(person)
            .filter(|part| part.is_refusal() && !is_talked_about(reading, part))
            .count();
        (silent > 1).then(|| row(&*person.name, [("times", json!(silent))]))
    };
    year.people.iter().filter_map(line).collect()
}

/// The band of a grade: I to IV of PNS, and of PPPK four bands of the seventeen.
fn band(person: &Person) -> String {
    const ROMAN: [&str; 17] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII",
    ];
    match (
        person.grade.split_once('/'),
        ROMAN.iter().position(|known| *known == person.grade),
    ) {
        (Some((grade, _)), _) => format!("pns-{grade}"),
        (None, Some(0..4)) => "pppk-I–IV".to_owned(),
        (None, Some(4..8)) => "pppk-V–VIII".to_owned(),
        (None, Some(8..12)) => "pppk-IX–XII".to_owned(),
        (None, Some(_)) => "pppk-XIII–XVII".to_owned(),
        (None, None) => "unknown".to_owned(),
    }
}

fn groups(reading: &Reading) -> Table {
    let year = year(reading);
    let mut groups: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
    for unit in reading.units() {
        groups.insert(format!("unit/{unit}"), Vec::new());
    }
    for person in &year.people {
        let keys = [
            format!("unit/{}", person.unit),
            format!("grade/{}", band(person)),
            format!("sex/{}", person.sex),
            format!("employment/{}", person.employment),
        ];
        keys.into_iter()
            .for_each(|key| groups.entry(key).or_default().push(person));
    }
    let line = |(key, people): (String, Vec<&Person>)| {
        let completed = || {
            people
                .iter()
                .flat_map(|person| year.of(person))
                .filter(|part| part.is_completed())
        };
        let (took_part, jp) = (
            year.took_part(&people),
            completed().map(Part::jp).sum::<f64>() + 0.0,
        );
        row(
            key,
            [
                ("people", json!(people.len())),
                ("took_part", share(took_part, people.len())),
                ("never", json!(people.len() - took_part)),
                ("completed", json!(completed().count())),
                ("jp", json!(jp)),
                ("jp_mean", over(jp, people.len() as f64)),
            ],
        )
    };
    groups.into_iter().map(line).collect()
}

fn by_form(reading: &Reading) -> Table {
    let (year, rule) = (year(reading), reading.rule("methods"));
    let mut forms: BTreeMap<String, Vec<&Part>> = BTreeMap::new();
    for part in year.completed() {
        let key = match &part.document {
            None => "external/".to_owned(),
            Some(document) => {
                let mut methods = tables(&rule, "method").into_iter();
                let method = methods
                    .find(|one| text(one, "code") == text(document, "method"))
                    .unwrap();
                format!("{}/{}", text(method, "form"), text(document, "mode"))
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
struct Held {
    id: String,
    took_part: usize,
    is_evaluated: bool,
}

/// Whether participants gave feedback about a programme by the last day, or somebody sat both tests.
fn is_evaluated(reading: &Reading, id: &str, rows: &[&Row], feedback: &[Form]) -> bool {
    let is_answered = |form: &Form| {
        let own = form.rows.iter().filter(|row| cell(row, "training") == id);
        own.filter(|row| Month::parse(cell(row, "date")) <= reading.month)
            .count()
            > 0
    };
    let has_both = |row: &&Row| number(row, "pre").is_some() && number(row, "post").is_some();
    feedback.iter().any(is_answered) || rows.iter().any(has_both)
}

fn held(reading: &Reading) -> Vec<Held> {
    let (first, last) = (reading.month.first_of(12).first(), reading.on());
    let (rows, feedback) = (reading.rows("participation"), feedback(reading));
    let one = |(id, document): (String, Rc<toml::Table>)| {
        let end = date(&document, "end").unwrap();
        if text(&document, "status") == "cancelled" || end < first || last < end {
            return None;
        }
        let own: Vec<&Row> = rows.iter().filter(|row| cell(row, "training") == id).collect();
        let took_part = ["attending", "awaiting-certificate", "completed", "failed"];
        let took_part = own
            .iter()
            .filter(|row| took_part.contains(&cell(row, "status")))
            .count();
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
    let idle = held(reading).into_iter().filter(|one| !one.is_evaluated);
    idle.map(|one| row(one.id, [("took_part", json!(one.took_part))]))
        .collect()
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
        let cost: f64 = documents.filter_map(|document| figure(document, "cost")).sum();
        row(
            partner,
            [
                ("programmes", json!(programmes.len())),
                ("completed", json!(completed().count())),
                ("jp", json!(completed().map(|part| part.jp()).sum::<f64>())),
                ("cost", json!(cost + 0.0)),
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
        let standards: Vec<_> = completed
            .iter()
            .filter_map(|part| year.standards.get(&part.position))
            .collect();
        let for_post = standards
            .iter()
            .filter(|standard| standard.contains(competency))
            .count();
        row(
            competency,
            [
                ("programmes", json!(programmes.len())),
                ("completed", json!(completed.len())),
                ("for_post", share(for_post, standards.len())),
            ],
        )
    };
    parts.into_iter().map(line).collect()
}
