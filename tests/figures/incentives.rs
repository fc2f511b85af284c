//! Incentives by written criteria: who meets which condition.

use crate::files::{Month, Reading, Row, cell, date, day, tables, text, whole};
use crate::hours::Hours;
use crate::people::{Person, people};
use crate::predicates::{ORDER, of_period, period, quarters};
use crate::table::{Counted, Table, counted, row};
use serde_json::{Value, json};

pub(crate) const TABLES: &[Counted] = &[
    counted(&["evaluation"], "criteria", criteria),
    counted(&["evaluation"], "incentives", people_by_criterion)
        .by(2)
        .chosen(),
];

/// How a person stands to a criterion: the figures, and whether each condition is met, where there is one.
struct Standing {
    person: String,
    criterion: String,
    predicates: usize,
    hours: f64,
    refusals: usize,
    own: usize,
    meets: [Option<bool>; 4],
    /// Of which conditions nobody can tell.
    unknown: [bool; 4],
}

impl Standing {
    fn is_met(&self) -> bool {
        self.lacks_nothing() && !self.is_unknown()
    }

    fn is_unknown(&self) -> bool {
        self.lacks_nothing() && self.unknown.contains(&true)
    }

    fn lacks_nothing(&self) -> bool {
        let all = self.meets.iter().zip(self.unknown);
        all.filter(|(_, unknown)| !unknown)
            .filter_map(|(is, _)| *is)
            .all(|is| is)
    }
}

/// The participations of the months of the rule: by the day of completion, else by the programme's last day.
fn of_months<'r>(reading: &Reading, rows: &'r [Row], months: i32) -> Vec<&'r Row> {
    let documents = reading.documents("trainings");
    let end = |id: &str| {
        documents
            .iter()
            .find(|(own, _)| own == id)
            .and_then(|(_, one)| date(one, "end"))
    };
    let is_in_time = |row: &&Row| {
        let on = day(row, "completed").or_else(|| end(cell(row, "training")));
        on.is_some_and(|on| on <= reading.on() && Month::of(on) >= reading.month.first_of(months))
    };
    rows.iter().filter(is_in_time).collect()
}

fn standings(reading: &Reading) -> Vec<Standing> {
    let (rule, hours, rows) = (
        reading.rule("incentive"),
        Hours::new(reading),
        reading.rows("participation"),
    );
    let rows = of_months(reading, &rows, whole(&rule, "months") as i32);
    let mut out = Vec::new();
    for criterion in tables(&rule, "criterion") {
        for person in people(reading) {
            out.push(standing(reading, criterion, &person, &hours, &rows));
        }
    }
    out
}

fn standing(
    reading: &Reading,
    criterion: &toml::Table,
    person: &Person,
    hours: &Hours,
    rows: &[&Row],
) -> Standing {
    let whole = |key: &str| criterion.get(key).and_then(toml::Value::as_integer);
    let rank = |code: &str| ORDER.iter().position(|known| *known == code).unwrap();
    let wanted = rank(text(criterion, "predicate"));
    let periods = quarters(reading, whole("periods").unwrap_or(0) as i32);
    let reached: Vec<Option<String>> = periods
        .iter()
        .map(|code| of_period(reading, &person.id, code))
        .collect();
    let predicates = reached
        .iter()
        .flatten()
        .filter(|code| rank(code) <= wanted)
        .count();
    // Of a period without evaluation nobody can tell, but of one before the person came.
    let is_lacking = reached.iter().zip(&periods).any(|(code, of)| match code {
        Some(code) => rank(code) > wanted,
        None => person.first_posted > period(of).0,
    });
    let own = || rows.iter().filter(|row| cell(row, "staff") == person.id);
    let refusals = own()
        .filter(|row| cell(row, "status") == "absent" && cell(row, "reason") == "declined")
        .count();
    let on_own = own()
        .filter(|row| cell(row, "status") == "completed" && cell(row, "initiative") == "self")
        .count();
    let (jp, is_met) = match person.is_pppk() {
        true => {
            let jp = hours.of_contract(person);
            // A ceiling of which the year is not known is not judged as exceeded.
            (
                jp.unwrap_or_else(|| hours.claimed(person)),
                jp.is_none_or(|jp| jp <= hours.ceiling),
            )
        }
        false => (
            hours.claimed(person),
            !person.is_pns() || hours.claimed(person) >= hours.floor,
        ),
    };
    let is_known = !person.is_pppk() || hours.of_contract(person).is_some();
    let is_asked = criterion.get("hours_met").and_then(toml::Value::as_bool) == Some(true);
    Standing {
        person: person.id.clone(),
        criterion: text(criterion, "code").to_owned(),
        predicates,
        hours: jp,
        refusals,
        own: on_own,
        unknown: [
            !is_lacking && predicates < periods.len(),
            is_asked && !is_known,
            false,
            false,
        ],
        meets: [
            Some(predicates == periods.len()),
            is_asked.then_some(is_met),
            whole("most_refusals").map(|most| refusals as i64 <= most),
            whole("least_own").map(|least| on_own as i64 >= least),
        ],
    }
}

fn criteria(reading: &Reading) -> Table {
    let all = standings(reading);
    let line = |criterion: &toml::Table| {
        let code = text(criterion, "code");
        let own = || all.iter().filter(|one| one.criterion == code);
        let count = |at: usize| {
            let is_asked = own().any(|one| one.meets[at].is_some());
            let is_met = |one: &&Standing| one.meets[at] == Some(true) && !one.unknown[at];
            let is_asked = is_asked && own().any(|one| !one.unknown[at]);
            json!(is_asked.then(|| own().filter(is_met).count()))
        };
        row(
            code,
            [
                (
                    "met",
                    json!(
                        own()
                            .any(|one| !one.is_unknown())
                            .then(|| own().filter(|one| one.is_met()).count())
                    ),
                ),
                ("unknown", json!(own().filter(|one| one.is_unknown()).count())),
                ("predicates", count(0)),
                ("hours", count(1)),
                ("refusals", count(2)),
                ("own", count(3)),
            ],
        )
    };
    tables(&reading.rule("incentive"), "criterion")
        .into_iter()
        .map(line)
        .collect()
}

fn people_by_criterion(reading: &Reading) -> Table {
    let line = |one: Standing| {
        let shown = |at: usize, value: Value| one.meets[at].map_or(Value::Null, |_| value);
        row(
            format!("{}/{}", one.person, one.criterion),
            [
                ("predicates", json!(one.predicates)),
                ("hours", shown(1, json!(one.hours))),
                ("refusals", shown(2, json!(one.refusals))),
                ("own", shown(3, json!(one.own))),
            ],
        )
    };
    standings(reading).into_iter().map(line).collect()
}
