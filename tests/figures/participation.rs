//! Who takes part and who does not, over twelve months.

use crate::files::{Month, Reading, Row, cell, date, day, number, tables, text, whole};
use crate::people::{Person, people};
use crate::table::{Counted, Table, counted, over, row, share};
use crate::trained::{ended, held};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) const TABLES: &[Counted] = &[
    counted(&["participation"], "participation", overview),
    counted(&["participation"], "never", never),
    counted(&["participation"], "reasons", reasons),
    counted(&["monthly"], "refused_twice", lately_refused_twice),
    counted(&["participation"], "refused_twice", refused_twice),
    counted(&["participation"], "groups", groups),
];

/// A participation of the twelve months of somebody who counts.
pub(crate) struct Part {
    pub(crate) row: Row,
    person: String,
    /// The programme; `None` of another office's.
    pub(crate) document: Option<Rc<toml::Table>>,
    /// The position held on the day of completion.
    pub(crate) position: String,
}

impl Part {
    pub(crate) fn is_completed(&self) -> bool {
        cell(&self.row, "status") == "completed"
    }

    fn is_absent(&self) -> bool {
        cell(&self.row, "status") == "absent"
    }

    /// Whether nobody recorded whether the person came.
    fn is_unsettled(&self) -> bool {
        ["invited", "confirmed"].contains(&cell(&self.row, "status"))
    }

    /// Whether the name is on a list of the office; to another office's programme nobody was invited.
    fn is_listed(&self) -> bool {
        self.document.is_some()
    }

    fn is_refusal(&self) -> bool {
        self.is_absent() && cell(&self.row, "reason") == "declined"
    }

    pub(crate) fn jp(&self) -> f64 {
        number(&self.row, "jp").unwrap_or(0.0)
    }

    pub(crate) fn competencies(&self) -> Vec<&str> {
        let list = self
            .document
            .iter()
            .flat_map(|document| tables(document, "competency"));
        list.map(|one| text(one, "code")).collect()
    }
}

pub(crate) struct Year {
    people: Vec<Person>,
    pub(crate) parts: Vec<Part>,
    /// What each position requires.
    pub(crate) standards: BTreeMap<String, BTreeSet<String>>,
}

/// The position held on a day.
fn position(postings: &[Row], person: &str, on: NaiveDate) -> String {
    let own = postings
        .iter()
        .filter(|row| cell(row, "staff") == person && day(row, "since").unwrap() <= on);
    own.max_by_key(|row| day(row, "since"))
        .map_or(String::new(), |row| cell(row, "position").to_owned())
}

pub(crate) fn year(reading: &Reading) -> Year {
    since(reading, reading.window(12))
}

/// The participations since a month.
fn since(reading: &Reading, first: Month) -> Year {
    let people = people(reading);
    let documents: BTreeMap<String, Rc<toml::Table>> = reading.documents("trainings").into_iter().collect();
    let (first, last) = (first.first(), reading.on());
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
    pub(crate) fn completed(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.is_completed())
    }

    fn of<'y>(&'y self, person: &'y Person) -> impl Iterator<Item = &'y Part> {
        self.parts.iter().filter(move |part| part.person == person.id)
    }

    /// How many people completed something.
    /// Whether nobody can tell if the person completed something.
    fn is_unknown(&self, person: &Person) -> bool {
        !self.of(person).any(Part::is_completed) && self.of(person).any(Part::is_unsettled)
    }

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
    let (ended, unclosed) = ended(reading);
    let people = year.people.len();
    let took_part = year.took_part(&year.people.iter().collect::<Vec<_>>());
    let refusals: Vec<&Part> = year.parts.iter().filter(|part| part.is_refusal()).collect();
    let silent = refusals
        .iter()
        .filter(|part| !is_talked_about(reading, part))
        .count();
    let completed = year.completed().count();
    let jp: f64 = year.completed().map(Part::jp).sum();
    let (top, _) = year.top_tenth();
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
    let unknown = year
        .people
        .iter()
        .filter(|person| year.is_unknown(person))
        .count();
    let listed = year.parts.iter().filter(|part| part.is_listed()).count();
    let unsettled = year.parts.iter().filter(|part| part.is_unsettled()).count();
    let line = |key: &str, value: Value| row(key, [("value", value)]);
    vec![
        line("people", json!(people)),
        line("took_part", share(took_part, people)),
        line("never", share(people - took_part - unknown, people - unknown)),
        line("unknown", share(unknown, people)),
        line("unsettled", share(unsettled, listed)),
        line(
            "absent",
            share(
                year.parts.iter().filter(|part| part.is_absent()).count(),
                listed - unsettled,
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
        line("programmes", json!(ended)),
        line("unclosed", share(unclosed, ended)),
        line("unevaluated", share(unevaluated, programmes.len())),
    ]
}

/// The share of those who completed nothing, of whom it is known.
pub(crate) fn never_trained(reading: &Reading) -> Value {
    let never = overview(reading).into_iter().find(|(key, _)| key == "never");
    never.map_or(Value::Null, |(_, cells)| cells["value"].clone())
}

fn never(reading: &Reading) -> Table {
    let year = year(reading);
    let idle = year.people.iter().filter(|person| {
        !year
            .of(person)
            .any(|part| part.is_completed() || part.is_unsettled())
    });
    let line = |person: &Person| {
        let absent = year.of(person).filter(|part| part.is_absent()).count();
        let invited = year.of(person).filter(|part| part.is_listed()).count();
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
    refused(reading, &year(reading))
}

/// The same since the first month whose programmes may end in the time.
fn lately_refused_twice(reading: &Reading) -> Table {
    let back = whole(&reading.rule("look-back"), "programme_months") as i32;
    refused(reading, &since(reading, reading.begins().plus(-back)))
}

fn refused(reading: &Reading, year: &Year) -> Table {
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
        let unknown = people.iter().filter(|person| year.is_unknown(person)).count();
        let is_known = unknown < people.len() || people.is_empty();
        row(
            key,
            [
                ("people", json!(people.len())),
                ("took_part", share(took_part, people.len())),
                (
                    "never",
                    json!(is_known.then(|| people.len() - took_part - unknown)),
                ),
                ("unknown", json!(unknown)),
                ("completed", json!(completed().count())),
                ("jp", json!(jp)),
                ("jp_mean", over(jp, people.len() as f64)),
            ],
        )
    };
    groups.into_iter().map(line).collect()
}
